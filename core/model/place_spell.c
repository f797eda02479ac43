/* The spells of codes in lists of states, as records of the countries that have them. */
#include "placer.h"

#include "../base/cell.h"
#include "../base/utf8.h"
#include "../time/dated.h"
#include "list.h"
#include "reference.h"
#include "value.h"

enum { CODE_SIZE_MAX = 16, CODES_MAX = 256 /* of a country in one system */, SLUG_MAX = 60 };

struct spell {
    struct placer *placer;
    enum code_system system;
    struct slice code, name;
    int64_t first_day, last_day;
    struct arena *arena;
    struct error *error;
};

static enum status fail_memory(const struct spell *spell) { return error_set(spell->error, STATUS_NO_MEMORY, "memory is out"); }

/* The first day after it. */
static int64_t find_end(const struct spell *spell) { return spell->last_day == DAY_MAX ? DAY_MAX : spell->last_day + 1; }

/* ---- checks ----------------------------------------------------------------------------------- */

static bool is_code(struct slice code) {
    for (size_t i = 0; i < code.size; i++) {
        char byte = code.data[i];
        bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        if (!letter && !(byte >= '0' && byte <= '9') && byte != '-') return false;
    }
    return code.size >= 1 && code.size <= CODE_SIZE_MAX;
}

static enum status check_spell(const struct spell *spell) {
    struct slice shown = value_excerpt(spell->code);
    enum status status = STATUS_OK;
    if (spell->system >= CODE_SYSTEMS || code_system_field(spell->system) < 0) {
        status = error_set(spell->error, STATUS_BAD_INPUT, "countries have no column for codes of the system \"%s\"",
                           code_system_name(spell->system));
        error_advise(spell->error, "use iso2, iso_numeric, cow, gw, fips, cameo or ioc");
    } else if (!is_code(spell->code)) {
        status = error_set(spell->error, STATUS_BAD_INPUT, "\"%.*s\" is no code of a country", (int)shown.size, shown.data);
        error_advise(spell->error, "a code has 1 to %d letters, digits and hyphens", CODE_SIZE_MAX);
    } else if (spell->last_day < spell->first_day) {
        status = error_set(spell->error, STATUS_BAD_INPUT, "the spell of the code %.*s ends before it begins", (int)shown.size,
                           shown.data);
        error_advise(spell->error, "check its two dates");
    }
    return status;
}

/* ---- whose it is ------------------------------------------------------------------------------ */

static bool is_on_days(const struct spell *spell, const struct place_span *span) {
    return span->start <= spell->last_day && span->end > spell->first_day;
}

/* The first day from `from` on that no span has, past `last` when there is none up to it; DAY_MAX when a span goes on. */
static int64_t find_uncovered(const struct place_answer *answer, int64_t from, int64_t last) {
    for (bool moved = true; moved && from <= last;) {
        moved = false;
        for (size_t i = 0; i < answer->count; i++)
            if (answer->spans[i].start <= from && answer->spans[i].end > from) {
                if (answer->spans[i].end == DAY_MAX) return DAY_MAX;
                from = answer->spans[i].end;
                moved = true;
            }
    }
    return from;
}

static int64_t find_first_start(const struct spell *spell, const struct place_answer *answer, int64_t from) {
    int64_t first = DAY_MAX;
    for (size_t i = 0; i < answer->count; i++)
        if (answer->spans[i].start > from && answer->spans[i].start < first && is_on_days(spell, &answer->spans[i]))
            first = answer->spans[i].start;
    return first;
}

static int64_t find_last_end(const struct spell *spell, const struct place_answer *answer) {
    int64_t last = DAY_MIN;
    for (size_t i = 0; i < answer->count; i++)
        if (is_on_days(spell, &answer->spans[i]) && answer->spans[i].end > last) last = answer->spans[i].end;
    return last;
}

/* Is every day of the spell one of the code's, a year at either end aside? */
static bool is_known(const struct spell *spell, const struct place_answer *answer) {
    int64_t from = spell->first_day, end = find_last_end(spell, answer);
    if (find_uncovered(answer, from, spell->last_day) == from) { /* not from the first day on */
        int64_t start = find_first_start(spell, answer, from);
        if (from == DAY_MIN || start == DAY_MAX || start - from > PLACE_SPELL_SLACK_DAYS) return false;
        from = start;
    }
    int64_t uncovered = find_uncovered(answer, from, spell->last_day);
    if (uncovered == DAY_MAX || uncovered > spell->last_day) return true;
    return uncovered == end && spell->last_day != DAY_MAX && spell->last_day - uncovered < PLACE_SPELL_SLACK_DAYS;
}

/* Does the code mean several on these days, or one (*id), or nobody (empty)? */
static bool has_several(const struct spell *spell, const struct place_answer *answer, struct slice *id) {
    bool several = false;
    *id = SLICE_NONE;
    for (size_t i = 0; i < answer->count; i++) {
        if (!is_on_days(spell, &answer->spans[i])) continue;
        several = several || (id->size && !slice_equals(*id, answer->spans[i].id));
        *id = answer->spans[i].id;
    }
    return several;
}

static bool ever_means(const struct place_answer *answer, struct slice id) {
    for (size_t i = 0; answer && i < answer->count; i++)
        if (slice_equals(answer->spans[i].id, id)) return true;
    return false;
}

/* The country that a code of nobody belongs to by its name; empty when it is a new one. */
static enum status find_by_name(const struct spell *spell, struct slice *id) {
    enum placing placing;
    struct slice other;
    const struct place_answer *names;
    enum status status = place_country(spell->placer, CODE_NAME, spell->name, spell->first_day, spell->last_day, &placing, id,
                                       spell->error);
    if (status != STATUS_OK || placing == PLACED) return status;
    *id = SLICE_NONE;
    status = place_country(spell->placer, spell->system, spell->code, spell->first_day, spell->last_day, &placing, &other,
                           spell->error);
    if (status != STATUS_OK || placing != PLACED_OUTSIDE) return status;
    status = placer_ask(spell->placer, CODE_NAME, spell->name, &names, spell->error);
    if (status == STATUS_OK && ever_means(names, other)) *id = other;
    return status;
}

/* ---- the cell --------------------------------------------------------------------------------- */

static void append_day(struct buffer *buffer, int64_t day) {
    char text[EDTF_DAY_SIZE];
    if (day == DAY_MIN || day == DAY_MAX) buffer_append_text(buffer, "..");
    else buffer_append_slice(buffer, (struct slice){text, edtf_format_day(day, text)});
}

/* code@start/end; `end` is the first day after it. */
static bool make_item(const struct spell *spell, struct slice code, int64_t start, int64_t end, struct slice *item) {
    struct buffer buffer;
    buffer_init(&buffer);
    buffer_append_slice(&buffer, code);
    if (start != DAY_MIN || end != DAY_MAX) {
        buffer_append_byte(&buffer, '@');
        append_day(&buffer, start);
        buffer_append_byte(&buffer, '/');
        append_day(&buffer, end);
    }
    return value_keep_buffer(spell->arena, &buffer, item);
}

static bool is_same_code(const struct spell *spell, struct slice code) {
    struct slice a, b;
    const char *column = code_system_column(spell->system);
    return reference_code_key(spell->arena, column, code, &a) && reference_code_key(spell->arena, column, spell->code, &b) &&
           slice_equals(a, b);
}

/* The spells of this country that touch [*start, *end) become part of it. */
static void join_spans(const struct place_answer *answer, struct slice id, int64_t *start, int64_t *end) {
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t i = 0; i < answer->count; i++) {
            const struct place_span *span = &answer->spans[i];
            if (!slice_equals(span->id, id) || span->start > *end || span->end < *start) continue;
            moved = moved || span->start < *start || span->end > *end;
            if (span->start < *start) *start = span->start;
            if (span->end > *end) *end = span->end;
        }
    }
}

/* An item of this code: its spelling, 42 and not 042, and its days. */
static bool parse_item(const struct spell *spell, struct slice item, struct dated_text *dated) {
    return dated_parse(item, dated, NULL) == STATUS_OK && is_same_code(spell, dated->text);
}

static struct slice find_spelling(const struct spell *spell, const struct slice_list *list) {
    struct dated_text dated;
    for (size_t i = 0; i < list->count; i++)
        if (parse_item(spell, list->items[i], &dated)) return dated.text;
    return spell->code;
}

/* Other items stay; those of this code that lie in the days [start, end) go, for the new one: before the first of this
 * code that is later, else at the end. */
static enum status replace_items(const struct spell *spell, const struct slice_list *list, int64_t start, int64_t end,
                                 struct slice *out) {
    struct slice_list joined = {NULL, 0};
    struct slice item;
    bool put = false;
    if (!make_item(spell, find_spelling(spell, list), start, end, &item)) return fail_memory(spell);
    for (size_t i = 0; i < list->count; i++) {
        struct dated_text dated;
        bool same = parse_item(spell, list->items[i], &dated);
        if (same && (!dated.dated || (dated.start_day >= start && dated.end_day <= end))) continue;
        if (same && !put && dated.start_day > start) {
            if (!arena_append(spell->arena, &joined, item)) return fail_memory(spell);
            put = true;
        }
        if (!arena_append(spell->arena, &joined, list->items[i])) return fail_memory(spell);
    }
    if ((!put && !arena_append(spell->arena, &joined, item)) || !list_to_cell(spell->arena, &joined, out))
        return fail_memory(spell);
    return STATUS_OK;
}

/* The days of the spell, and of those of this country's that touch it. A spell of one state only comes here: days on
 * which the code means another are not among them. */
static enum status add_to_cell(const struct spell *spell, struct slice id, struct slice cell, struct slice *out) {
    const struct place_answer *answer;
    struct slice_list list;
    int64_t start = spell->first_day, end = find_end(spell);
    enum status status = placer_ask(spell->placer, (unsigned char)spell->system, spell->code, &answer, spell->error);
    if (status != STATUS_OK) return status;
    if (answer) join_spans(answer, id, &start, &end);
    if (!cell_parse_list(spell->arena, cell, &list)) return fail_memory(spell);
    if (list.count >= CODES_MAX) {
        status = error_set(spell->error, STATUS_BAD_INPUT, "a country has at most %d codes in a system", CODES_MAX);
        error_advise(spell->error, "check that the code and the name stand in the right columns");
        return status;
    }
    return replace_items(spell, &list, start, end, out);
}

/* ---- the record ------------------------------------------------------------------------------- */

/* What the record or the table has of the codes of a country. */
static struct slice find_cell(const struct spell *spell, struct slice id) {
    const struct own_country *own = own_index_country(&spell->placer->own, id);
    const struct reference_row *row = reference_find(RECORD_COUNTRY, id);
    if (own && !slice_is_empty(own->cells[spell->system])) return own->cells[spell->system];
    return row ? slice_from(row->values[code_system_field(spell->system)]) : SLICE_NONE;
}

/* For placer_learn, once it is in the record. */
static enum status note_made(const struct spell *spell, struct slice id) {
    return placer_keep_id(spell->placer, id, &spell->placer->spelled) ? STATUS_OK : fail_memory(spell);
}

static bool make_day(const struct spell *spell, int64_t day, struct slice *text) {
    char out[EDTF_DAY_SIZE];
    return arena_copy(spell->arena, (struct slice){out, edtf_format_day(day, out)}, text);
}

/* The state's time as far as its spells tell it; a side without a bound is given as empty, which clears what was there. */
static bool set_time(const struct spell *spell, int64_t start, int64_t end, bool clears, struct record *country) {
    const int fields[] = {COUNTRY_START, COUNTRY_END};
    const int64_t days[] = {start, end}, open[] = {DAY_MIN, DAY_MAX};
    for (int i = 0; i < 2; i++) {
        struct slice text = SLICE_NONE;
        if (days[i] == open[i] && !clears) continue;
        if (days[i] != open[i] && !make_day(spell, days[i], &text)) return false;
        record_set(country, fields[i], text);
    }
    return true;
}

/* A country that was made of one spell is widened by the next. */
static bool widen(const struct spell *spell, const struct own_country *own, struct record *country) {
    struct edtf date;
    int64_t start = spell->first_day, end = find_end(spell);
    int64_t first = edtf_parse(own->start, &date, NULL, NULL) == STATUS_OK ? date.min : DAY_MIN;
    int64_t after = edtf_parse(own->end, &date, NULL, NULL) == STATUS_OK ? date.min : DAY_MAX;
    if (start >= first && end <= after) return true;
    return set_time(spell, start < first ? start : first, end > after ? end : after, true, country);
}

static enum status add_code(const struct spell *spell, struct slice id, struct record *country) {
    struct slice cell;
    const struct reference_row *row = reference_find(RECORD_COUNTRY, id);
    const struct own_country *own = own_index_country(&spell->placer->own, id);
    enum status status = add_to_cell(spell, id, find_cell(spell, id), &cell);
    if (status != STATUS_OK) return status;
    if (row && !own) /* it becomes a record of its own, and needs a name */
        record_set(country, COUNTRY_NAME, slice_from(row->values[COUNTRY_NAME]));
    if (own && own->made && !widen(spell, own, country)) return fail_memory(spell);
    record_set(country, code_system_field(spell->system), cell);
    return own && own->made ? note_made(spell, id) : STATUS_OK;
}

/* X- and the words of its name; of a name without letters of ours, the system and the code. */
static bool make_id(const struct spell *spell, struct slice *id) {
    struct buffer buffer;
    struct slice slug;
    if (!utf8_slug(spell->arena, spell->name, SLUG_MAX, &slug)) return false;
    buffer_init(&buffer);
    buffer_append_text(&buffer, "X-");
    if (slice_is_empty(slug)) {
        buffer_append_text(&buffer, code_system_name(spell->system));
        buffer_append_byte(&buffer, '-');
        buffer_append_slice(&buffer, spell->code);
    } else
        buffer_append_slice(&buffer, slug);
    for (size_t i = 0; i < buffer.size; i++)
        if (buffer.data[i] >= 'a' && buffer.data[i] <= 'z') buffer.data[i] = (char)(buffer.data[i] - ('a' - 'A'));
    return value_keep_buffer(spell->arena, &buffer, id);
}

static enum status make_country(const struct spell *spell, struct record *country) {
    struct slice id, item, cell;
    struct slice_list list = {NULL, 0};
    if (slice_is_empty(spell->name)) {
        error_set(spell->error, STATUS_BAD_INPUT, "nobody knows the code %.*s of %s, and there is no name to make a country of",
                  (int)spell->code.size, spell->code.data, code_system_name(spell->system));
        error_advise(spell->error, "give the name of the country");
        return STATUS_BAD_INPUT;
    }
    if (!make_id(spell, &id)) return fail_memory(spell);
    record_set(country, COUNTRY_ID, id);
    if (reference_find(RECORD_COUNTRY, id) || own_index_country(&spell->placer->own, id)) return add_code(spell, id, country);
    record_set(country, COUNTRY_NAME, spell->name);
    if (!set_time(spell, spell->first_day, find_end(spell), false, country)) return fail_memory(spell);
    if (!make_item(spell, spell->code, spell->first_day, find_end(spell), &item) || !arena_append(spell->arena, &list, item) ||
        !list_to_cell(spell->arena, &list, &cell))
        return fail_memory(spell);
    record_set(country, code_system_field(spell->system), cell);
    return note_made(spell, id);
}

enum status place_spell(struct placer *placer, enum code_system system, struct slice code, struct slice name, int64_t first_day,
                        int64_t last_day, struct arena *arena, struct record *country, struct error *error) {
    struct spell spell = {placer, system, slice_trim(code), slice_trim(name), first_day, last_day, arena, error};
    /* What cannot be written as a day has no bound on that side. */
    if (first_day < calendar_to_number(0, 1, 1)) spell.first_day = DAY_MIN;
    if (last_day >= calendar_to_number(9999, 12, 31)) spell.last_day = DAY_MAX;
    const struct place_answer *answer;
    struct slice id = SLICE_NONE;
    placer->spelled = SLICE_NONE;
    record_init(country, RECORD_COUNTRY);
    enum status status = check_spell(&spell);
    if (status == STATUS_OK) status = placer_ask(placer, (unsigned char)system, spell.code, &answer, error);
    if (status != STATUS_OK) return status;
    bool several = answer && has_several(&spell, answer, &id);
    bool known = several || (!slice_is_empty(id) && is_known(&spell, answer));
    if (slice_is_empty(id)) status = find_by_name(&spell, &id);
    if (status != STATUS_OK) return status;
    if (slice_is_empty(id)) return make_country(&spell, country);
    record_set(country, COUNTRY_ID, id);
    return known ? STATUS_OK : add_code(&spell, id, country);
}
