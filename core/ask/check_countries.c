/* countries: ids that neither the record nor the reference table knows, and rows of countries that contradict the table or
 * one another.
 *
 * Whom events name is known from their facets, so that events are only read where somebody is not known. */
#include "check_inside.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "../base/number.h"
#include "../model/reference.h"
#include "../time/dated.h"

struct walk {
    struct checking *checking;
    struct states *states;
    struct slice id; /* that is not known */
};

/* ---- ids that nobody knows ------------------------------------------------------------------------------------ */

static enum status tell_unknown(struct checking *checking, const struct record *record, int field, struct slice id,
                                struct error *error) {
    struct arena_mark mark = arena_mark(&checking->arena);
    const char *name = record_field(record->type, field)->name;
    struct slice word = check_word(checking, record), quoted = check_quote(checking, id), aspect;
    if (!arena_copy(&checking->arena, id, &aspect)) return ask_no_memory(error);
    struct fault fault = {
        .record = record, .aspect = aspect.data, .field = name,
        .what = check_words(checking, "nobody knows %.*s: neither the record nor the reference table has a country or an "
                            "organization of that id", CHECK_TEXT(id)),
        .repair = check_words(checking, "detente edit %.*s, or detente add country id=%.*s name=NAME", CHECK_TEXT(word),
                              CHECK_TEXT(quoted))};
    return check_tell(checking, mark, &fault, error);
}

static enum status check_id(struct walk *walk, const struct record *record, int field, struct slice id, struct error *error) {
    const struct state_spell *spell;
    if (slice_is_empty(id)) return STATUS_OK;
    enum status status = states_find(walk->states, id, &spell, error);
    if (status != STATUS_OK || spell->known) return status;
    return tell_unknown(walk->checking, record, field, id, error);
}

static enum status take_person(void *context, struct record *person, struct error *error) {
    return check_id(context, person, PERSON_COUNTRY, record_get(person, PERSON_COUNTRY), error);
}
static enum status take_term(void *context, struct record *term, struct error *error) {
    return check_id(context, term, TERM_COUNTRY, record_get(term, TERM_COUNTRY), error);
}
static enum status take_source(void *context, struct record *source, struct error *error) {
    return check_id(context, source, SOURCE_SIDE, record_get(source, SOURCE_SIDE), error);
}

static enum status take_coverage(void *context, struct record *row, struct error *error) {
    struct walk *walk = context;
    struct slice_list ids;
    struct arena arena;
    arena_init(&arena);
    bool good = cell_parse_list(&arena, record_get(row, COVERAGE_COUNTRIES), &ids);
    enum status status = good ? STATUS_OK : ask_no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++)
        status = check_id(walk, row, COVERAGE_COUNTRIES, ids.items[i], error);
    arena_free(&arena);
    return status;
}

static enum status take_event(void *context, struct stored_event *event, struct error *error) {
    struct walk *walk = context;
    struct arena arena;
    struct party_list parties;
    int field = -1;
    arena_init(&arena);
    enum status status = event_list_parties(&arena, &event->event, &parties, error);
    for (size_t i = 0; status == STATUS_OK && field < 0 && i < parties.count; i++) {
        const struct party *party = &parties.items[i];
        if (party->type == PARTY_COUNTRY && slice_equals(party->id, walk->id)) field = EVENT_COUNTRIES;
        if (party->type == PARTY_ORGANIZATION && slice_equals(party->id, walk->id)) field = EVENT_ORGANIZATIONS;
        if (party->type == PARTY_PERSON && slice_equals(party->acts_for, walk->id)) field = EVENT_PEOPLE;
    }
    arena_free(&arena);
    if (status != STATUS_OK || field < 0) return status;
    return tell_unknown(walk->checking, &event->event, field, walk->id, error);
}

static enum status check_facets(struct walk *walk, const char *type, struct error *error) {
    struct slice_list ids;
    struct arena arena;
    arena_init(&arena);
    enum status status = states_list_used(walk->checking->asker, type, &arena, &ids, error);
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++) {
        const struct state_spell *spell;
        struct query query;
        status = states_find(walk->states, ids.items[i], &spell, error);
        if (status != STATUS_OK || spell->known) continue;
        query_init(&query);
        walk->id = ids.items[i];
        struct slice_list one = {&ids.items[i], 1};
        if (strcmp(type, "country") == 0) query.countries = one;
        else query.organizations = one;
        status = store_ask(walk->checking->asker->store, &query, MATCH_NONE, take_event, walk, error);
    }
    arena_free(&arena);
    return status;
}

/* ---- rows and the reference table ----------------------------------------------------------------------------- */

/* A code that a row of the record has, while it holds. */
struct code {
    int field;
    struct slice code, id;
    int64_t start, end;
};
struct codes {
    struct checking *checking;
    struct arena memory, scratch; /* of all rows, of one */
    struct code *items;
    size_t count, capacity;
};

/* Codes of digits are compared as numbers, as the reference table does. */
static bool bare_code(struct arena *arena, struct slice code, struct slice *bare) {
    char digits[NUMBER_SIZE];
    int64_t number;
    if (!number_parse_integer(code, &number)) return arena_copy(arena, code, bare);
    return arena_copy(arena, (struct slice){digits, number_format_integer(number, digits)}, bare);
}

static bool read_code(struct arena *arena, struct slice item, struct slice *code, int64_t *start, int64_t *end) {
    struct dated_text dated;
    if (dated_parse(item, &dated, NULL) != STATUS_OK) dated = (struct dated_text){item, false, DAY_MIN, DAY_MAX};
    *start = dated.start_day;
    *end = dated.end_day;
    return bare_code(arena, dated.text, code);
}

static enum status tell_row(struct checking *checking, const struct record *row, const char *aspect, int field,
                            struct slice what, struct error *error) {
    struct slice word = check_word(checking, row);
    const char *name = record_field(RECORD_COUNTRY, field)->name;
    struct fault fault = {.record = row, .aspect = aspect, .field = name, .what = what,
                          .repair = check_words(checking, "detente edit %.*s %s=…", CHECK_TEXT(word), name)};
    return check_tell(checking, arena_mark(&checking->arena), &fault, error);
}

static bool share_code(struct arena *arena, struct slice cell, struct slice other, bool *good) {
    struct slice_list ours, theirs;
    struct slice a, b;
    int64_t start, end;
    *good = cell_parse_list(arena, cell, &ours) && cell_parse_list(arena, other, &theirs);
    for (size_t i = 0; *good && i < ours.count; i++)
        for (size_t j = 0; *good && j < theirs.count; j++) {
            *good = read_code(arena, ours.items[i], &a, &start, &end) &&
                    read_code(arena, theirs.items[j], &b, &start, &end);
            if (*good && slice_equals_ascii_nocase(a, b)) return true;
        }
    return false;
}

/* Two dates that surely are not the same. */
static bool contradict(struct slice one, struct slice other) {
    int64_t min, max, least, most;
    bool marked, other_marked;
    if (slice_is_empty(one) || slice_is_empty(other)) return false;
    check_bounds(one, &min, &max, &marked);
    check_bounds(other, &least, &most, &other_marked);
    return !marked && !other_marked && (max < least || most < min);
}

static enum status compare_row(struct codes *codes, const struct record *row, const struct record *reference,
                               struct error *error) {
    struct checking *checking = codes->checking;
    enum status status = STATUS_OK;
    for (int field = COUNTRY_START; status == STATUS_OK && field <= COUNTRY_IOC; field++) {
        struct slice own = record_get(row, field), other = record_get(reference, field);
        struct arena_mark mark = arena_mark(&checking->arena);
        bool good = true, is_day = field == COUNTRY_START || field == COUNTRY_END;
        bool agrees = slice_is_empty(own) || slice_is_empty(other) ||
                      (is_day ? !contradict(own, other) : share_code(&codes->scratch, own, other, &good));
        if (!good) return ask_no_memory(error);
        if (agrees) continue;
        const char *name = record_field(RECORD_COUNTRY, field)->name;
        struct slice what = check_words(checking, "%s %.*s contradicts the reference table, which has %.*s", name,
                                        CHECK_TEXT(own), CHECK_TEXT(other));
        status = tell_row(checking, row, name, field, what, error);
        arena_rewind(&checking->arena, mark);
    }
    return status;
}

/* A code that the reference table gives to another state on the same days. */
static enum status compare_code(struct codes *codes, const struct record *row, const struct code *code, struct error *error) {
    enum { OTHERS = 4 };
    struct checking *checking = codes->checking;
    const struct reference_row *rows[OTHERS];
    const char *system = record_field(RECORD_COUNTRY, code->field)->name;
    int64_t last = code->end == DAY_MAX ? DAY_MAX : code->end - 1;
    size_t count = reference_resolve_code(&codes->scratch, system, code->code, code->start, last, rows, OTHERS);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count; i++)
        if (slice_equals(slice_from(rows[i]->values[COUNTRY_ID]), code->id)) return STATUS_OK;
    if (count == 0) return STATUS_OK;
    struct arena_mark mark = arena_mark(&checking->arena);
    struct slice what = check_words(checking, "%s %.*s is that of %s (%s) in the reference table", system, CHECK_TEXT(code->code),
                                    rows[0]->values[COUNTRY_NAME], rows[0]->values[COUNTRY_ID]);
    struct slice aspect = check_words(checking, "%s-%.*s", system, CHECK_TEXT(code->code));
    status = aspect.data ? tell_row(checking, row, aspect.data, code->field, what, error) : ask_no_memory(error);
    arena_rewind(&checking->arena, mark);
    return status;
}

static enum status add_code(struct codes *codes, const struct record *row, int field, struct slice item, struct error *error) {
    struct code code = {.field = field};
    if (codes->count == codes->capacity) {
        size_t capacity = codes->capacity ? codes->capacity * 2 : 256;
        struct code *more = realloc(codes->items, capacity * sizeof *more);
        if (!more) return ask_no_memory(error);
        codes->items = more;
        codes->capacity = capacity;
    }
    if (!read_code(&codes->memory, item, &code.code, &code.start, &code.end) ||
        !arena_copy(&codes->memory, record_get(row, COUNTRY_ID), &code.id)) return ask_no_memory(error);
    codes->items[codes->count++] = code;
    return compare_code(codes, row, &code, error);
}

static enum status add_codes(struct codes *codes, const struct record *row, struct error *error) {
    enum status status = STATUS_OK;
    for (int field = COUNTRY_ISO2; status == STATUS_OK && field <= COUNTRY_IOC; field++) {
        struct slice_list items;
        if (!cell_parse_list(&codes->scratch, record_get(row, field), &items)) return ask_no_memory(error);
        for (size_t i = 0; status == STATUS_OK && i < items.count; i++)
            status = add_code(codes, row, field, items.items[i], error);
    }
    return status;
}

static enum status take_row(void *context, struct record *row, struct error *error) {
    struct codes *codes = context;
    struct record reference;
    struct arena_mark mark = arena_mark(&codes->scratch);
    enum status status = STATUS_OK;
    const struct reference_row *known = reference_find(RECORD_COUNTRY, record_get(row, COUNTRY_ID));
    if (known) {
        reference_to_record(RECORD_COUNTRY, known, &reference);
        status = compare_row(codes, row, &reference, error);
    }
    if (status == STATUS_OK) status = add_codes(codes, row, error);
    arena_rewind(&codes->scratch, mark);
    return status;
}

/* ---- two rows with one code ----------------------------------------------------------------------------------- */

static int compare_codes(const void *p, const void *q) {
    const struct code *a = p, *b = q;
    if (a->field != b->field) return a->field - b->field;
    int order = slice_compare(a->code, b->code);
    if (order) return order;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return slice_compare(a->id, b->id);
}

static enum status tell_shared(struct codes *codes, const struct code *code, const struct code *other, struct error *error) {
    struct checking *checking = codes->checking;
    struct store *store = checking->asker->store;
    struct arena_mark mark = arena_mark(&checking->arena);
    const char *name = record_field(RECORD_COUNTRY, code->field)->name;
    struct record one, two;
    bool found = false, other_found = false;
    enum status status = store_get(store, RECORD_COUNTRY, code->id, &checking->arena, &one, &found, error);
    if (status == STATUS_OK)
        status = store_get(store, RECORD_COUNTRY, other->id, &checking->arena, &two, &other_found, error);
    if (status != STATUS_OK || !found || !other_found) return status;
    struct slice word = check_word(checking, &one);
    struct fault fault = {
        .record = &one, .other = &two, .aspect = name, .field = name,
        .what = check_words(checking, "%s %.*s is also that of %.*s at the same time", name, CHECK_TEXT(code->code),
                            CHECK_TEXT(other->id)),
        .repair = check_words(checking, "detente edit %.*s %s=CODE@START/END", CHECK_TEXT(word), name)};
    return check_tell(checking, mark, &fault, error);
}

static enum status check_shared(struct codes *codes, struct error *error) {
    enum status status = STATUS_OK;
    size_t longest = 0;
    if (codes->count) qsort(codes->items, codes->count, sizeof *codes->items, compare_codes);
    for (size_t i = 1; status == STATUS_OK && i < codes->count; i++) {
        const struct code *held = &codes->items[longest], *code = &codes->items[i];
        bool same = held->field == code->field && slice_equals(held->code, code->code);
        if (same && code->start < held->end && !slice_equals(held->id, code->id))
            status = tell_shared(codes, held, code, error);
        if (!same || code->end >= held->end) longest = i;
    }
    return status;
}

static enum status check_rows(struct checking *checking, struct error *error) {
    struct codes codes = {.checking = checking};
    arena_init(&codes.memory);
    arena_init(&codes.scratch);
    enum status status = store_each(checking->asker->store, RECORD_COUNTRY, take_row, &codes, error);
    if (status == STATUS_OK) status = check_shared(&codes, error);
    free(codes.items);
    arena_free(&codes.memory);
    arena_free(&codes.scratch);
    return status;
}

enum status check_countries(struct checking *checking, struct error *error) {
    struct store *store = checking->asker->store;
    struct states states;
    states_begin(&states, checking->asker);
    struct walk walk = {checking, &states, SLICE_NONE};
    enum status status = check_rows(checking, error);
    if (status == STATUS_OK) status = check_facets(&walk, "country", error);
    if (status == STATUS_OK) status = check_facets(&walk, "organization", error);
    if (status == STATUS_OK) status = store_each(store, RECORD_PERSON, take_person, &walk, error);
    if (status == STATUS_OK) status = store_each(store, RECORD_TERM, take_term, &walk, error);
    if (status == STATUS_OK) status = store_each(store, RECORD_SOURCE, take_source, &walk, error);
    if (status == STATUS_OK) status = store_each(store, RECORD_COVERAGE, take_coverage, &walk, error);
    states_end(&states);
    return status;
}
