/* The table of checks, what a finding is, and which are accepted. Knows no check from within. */
#include "check_inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include "../base/cell.h"

#define AT(member) offsetof(struct answer_finding, member)
static const struct shape_field finding_fields[] = {
    {"id", SHAPE_TEXT, AT(id), NULL, SHAPE_EVERYWHERE},
    {"check", SHAPE_TEXT, AT(check), NULL, SHAPE_EVERYWHERE},
    {"record", SHAPE_TEXT, AT(record), NULL, SHAPE_EVERYWHERE},
    {"title", SHAPE_TEXT, AT(title), NULL, SHAPE_EVERYWHERE},
    {"other", SHAPE_TEXT, AT(other), NULL, SHAPE_EVERYWHERE},
    {"field", SHAPE_TEXT, AT(field), NULL, SHAPE_EVERYWHERE},
    {"what", SHAPE_TEXT, AT(what), NULL, SHAPE_EVERYWHERE},
    {"repair", SHAPE_TEXT, AT(repair), NULL, SHAPE_EVERYWHERE},
    {"accepted", SHAPE_FLAG, AT(accepted), NULL, SHAPE_EVERYWHERE},
    {"reason", SHAPE_TEXT, AT(reason), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape finding_shape = {"finding", sizeof(struct answer_finding), finding_fields,
                                    sizeof finding_fields / sizeof *finding_fields};

#define AT(member) offsetof(struct answer_outdated, member)
static const struct shape_field outdated_fields[] = {
    {"id", SHAPE_TEXT, AT(id), NULL, SHAPE_EVERYWHERE},
    {"record", SHAPE_TEXT, AT(record), NULL, SHAPE_EVERYWHERE},
    {"reason", SHAPE_TEXT, AT(reason), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape outdated_shape = {"outdated", sizeof(struct answer_outdated), outdated_fields,
                                     sizeof outdated_fields / sizeof *outdated_fields};

const struct ask_check ask_checks[] = {
    {"sources", "facts that name no source, and sources that nobody could find", check_sources},
    {"terms", "leaders at a meeting without an office that day, overlapping holders of one office", check_terms},
    {"dates", "days that contradict one another, or the existence of a state", check_dates},
    {"links", "answers that come before what they answer, circles of links", check_links},
    {"tariffs", "not confirmed for a year, overlapping on one product, without a rate", check_tariffs},
    {"duplicates", "events that are probably one", check_duplicates},
    {"countries", "ids that nobody knows, rows that contradict the table of countries", check_countries},
    {"notes", "remarks on records that are not there", check_notes},
    {"integrity", "the file itself", check_integrity},
    {0},
};

/* ---- words ------------------------------------------------------------------------------------------------- */

enum { TEXT_MAX = 1000 };

int check_size(struct slice text) {
    size_t size = text.size < TEXT_MAX ? text.size : TEXT_MAX;
    while (size < text.size && size > 0 && ((unsigned char)text.data[size] & 0xC0) == 0x80) size--;
    return (int)size;
}

struct slice check_words(struct checking *checking, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    char *text = size < 0 ? NULL : arena_alloc(&checking->arena, (size_t)size + 1);
    if (text) vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    va_end(arguments);
    return text ? (struct slice){text, (size_t)size} : SLICE_NONE;
}

static bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-_./:@%+=,", c));
}

void ask_quote_word(struct buffer *out, struct slice word) {
    bool plain = word.size > 0;
    for (size_t i = 0; i < word.size; i++) plain = plain && is_plain(word.data[i]);
    if (!plain) buffer_append_byte(out, '\'');
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] == '\'') buffer_append_text(out, "'\\''");
        else buffer_append_byte(out, word.data[i]);
    }
    if (!plain) buffer_append_byte(out, '\'');
}

struct slice check_quote(struct checking *checking, struct slice word) {
    struct buffer text;
    struct slice copy = SLICE_NONE;
    buffer_init(&text);
    ask_quote_word(&text, word);
    if (!buffer_failed(&text)) arena_copy(&checking->arena, buffer_slice(&text), &copy);
    buffer_free(&text);
    return copy;
}

static struct slice name_of(struct checking *checking, const struct record *record) {
    struct buffer text;
    struct slice name = SLICE_NONE;
    if (!record) return name;
    buffer_init(&text);
    record_append_name(&text, record);
    if (!buffer_failed(&text)) arena_copy(&checking->arena, buffer_slice(&text), &name);
    buffer_free(&text);
    return name;
}

struct slice check_word(struct checking *checking, const struct record *record) {
    return check_quote(checking, name_of(checking, record));
}

struct slice check_day(struct checking *checking, int64_t day) {
    char text[EDTF_DAY_SIZE];
    struct slice words = SLICE_NONE;
    arena_copy(&checking->arena, (struct slice){text, edtf_format_day(day, text)}, &words);
    return words;
}

void check_bounds(struct slice date, int64_t *min, int64_t *max, bool *marked) {
    struct edtf parsed;
    *min = DAY_MIN;
    *max = DAY_MAX;
    *marked = false;
    if (slice_is_empty(date) || slice_is(date, "..") || edtf_parse(date, &parsed, NULL, NULL) != STATUS_OK) return;
    *min = parsed.min;
    *max = parsed.max;
    *marked = parsed.uncertain || parsed.approximate;
}

bool check_copy_record(struct arena *arena, const struct record *from, struct record *to) {
    bool good = true;
    record_init(to, from->type);
    for (size_t i = 0; i < RECORD_FIELDS_MAX; i++) good = good && arena_copy(arena, from->values[i], &to->values[i]);
    to->extras = arena_alloc_array(arena, from->extra_count + 1, sizeof *to->extras);
    if (!good || !to->extras) return false;
    to->extra_count = from->extra_count;
    for (size_t i = 0; i < from->extra_count; i++)
        good = good && arena_copy(arena, from->extras[i].name, &to->extras[i].name) &&
               arena_copy(arena, from->extras[i].value, &to->extras[i].value);
    return good;
}

/* ---- telling ------------------------------------------------------------------------------------------------ */

static struct slice title_of(const struct record *record) {
    if (!record) return SLICE_NONE;
    switch (record->type) {
    case RECORD_EVENT: return record_get(record, EVENT_TITLE);
    case RECORD_PERSON: return record_get(record, PERSON_NAME);
    case RECORD_COUNTRY: return record_get(record, COUNTRY_NAME);
    case RECORD_ORGANIZATION: return record_get(record, ORGANIZATION_NAME);
    case RECORD_SOURCE: return record_get(record, SOURCE_TITLE);
    default: return SLICE_NONE;
    }
}

static bool add_state(struct hash128 *state, const struct record *record) {
    struct hash128 hash;
    if (!record) return true;
    if (!store_hash_record(record, &hash)) return false;
    hash128_add(state, hash);
    return true;
}

static bool find_state(const struct fault *fault, struct hash128 *state) {
    bool good = add_state(state, fault->record) && add_state(state, fault->other);
    for (size_t i = 0; good && i < fault->about_count; i++) good = add_state(state, &fault->about[i]);
    return good;
}

static bool make_id(struct checking *checking, const struct fault *fault, struct answer_finding *finding) {
    struct buffer text;
    buffer_init(&text);
    buffer_append_slice(&text, finding->check);
    buffer_append_byte(&text, ':');
    buffer_append_slice(&text, finding->record);
    if (finding->other.size) buffer_append_byte(&text, '+');
    buffer_append_slice(&text, finding->other);
    if (fault->aspect) buffer_append_format(&text, "%s%s", fault->record ? "," : "", fault->aspect);
    bool done = !buffer_failed(&text) && arena_copy(&checking->arena, buffer_slice(&text), &finding->id);
    buffer_free(&text);
    return done;
}

static void judge(struct ask_acceptance *acceptance, struct answer_finding *finding);

static enum status tell(struct checking *checking, const struct fault *fault, struct error *error) {
    struct answer_finding finding = {
        .check = slice_from(checking->check->name), .record = name_of(checking, fault->record),
        .title = title_of(fault->record), .other = name_of(checking, fault->other),
        .field = slice_from(fault->field), .what = fault->what, .repair = fault->repair};
    bool named = (!fault->record || finding.record.data) && (!fault->other || finding.other.data);
    if (!named || !finding.what.data || !finding.repair.data || !find_state(fault, &finding.state) ||
        !make_id(checking, fault, &finding)) return ask_no_memory(error);
    if (checking->acceptance) judge(checking->acceptance, &finding);
    return checking->visit(checking->context, &finding, error);
}

enum status check_tell(struct checking *checking, struct arena_mark mark, const struct fault *fault, struct error *error) {
    enum status status = tell(checking, fault, error);
    arena_rewind(&checking->arena, mark);
    return status;
}

enum status ask_run_check(struct asker *asker, const struct ask_check *check, struct ask_acceptance *acceptance,
                          ask_finding_visit *visit, void *context, struct error *error) {
    struct checking checking = {.asker = asker, .check = check, .today = asker->today, .acceptance = acceptance,
                                .visit = visit, .context = context};
    arena_init(&checking.arena);
    enum status status = check->run(&checking, error);
    arena_free(&checking.arena);
    return status;
}

/* ---- what is accepted ----------------------------------------------------------------------------------------- */

struct accepted_reader {
    struct arena *arena;
    struct ask_acceptance *acceptance;
    size_t capacity;
};

static struct slice extra_of(const struct record *record, const char *name) {
    for (size_t i = 0; i < record->extra_count; i++)
        if (slice_is(record->extras[i].name, name)) return record->extras[i].value;
    return SLICE_NONE;
}

static bool add_accepted(struct accepted_reader *reader, const struct record *note, struct slice check, struct slice state) {
    struct ask_acceptance *all = reader->acceptance;
    if (all->count == reader->capacity) {
        size_t capacity = reader->capacity ? reader->capacity * 2 : 16;
        struct ask_accepted *more = arena_alloc_array(reader->arena, capacity, sizeof *more);
        if (!more) return false;
        if (all->count) memcpy(more, all->items, all->count * sizeof *more);
        all->items = more;
        reader->capacity = capacity;
    }
    struct ask_accepted *item = &all->items[all->count++];
    *item = (struct ask_accepted){.used = false};
    return arena_copy(reader->arena, check, &item->check) && arena_copy(reader->arena, state, &item->state) &&
           arena_copy(reader->arena, record_get(note, NOTE_RECORD), &item->record) &&
           arena_copy(reader->arena, record_get(note, NOTE_REASON), &item->reason);
}

static enum status read_note(void *context, struct record *note, struct error *error) {
    struct accepted_reader *reader = context;
    struct slice_list checks, states;
    if (!slice_is(record_get(note, NOTE_KIND), "accepted")) return STATUS_OK;
    if (!cell_parse_list(reader->arena, extra_of(note, ASK_NOTE_CHECK), &checks) ||
        !cell_parse_list(reader->arena, extra_of(note, ASK_NOTE_STATE), &states)) return ask_no_memory(error);
    bool good = checks.count || add_accepted(reader, note, SLICE_NONE, SLICE_NONE);
    for (size_t i = 0; good && i < checks.count; i++)
        good = add_accepted(reader, note, checks.items[i], i < states.count ? states.items[i] : SLICE_NONE);
    return good ? STATUS_OK : ask_no_memory(error);
}

static struct slice key_of(const struct ask_accepted *item) { return item->check.size ? item->check : item->record; }

static int compare_to(const struct ask_accepted *item, bool by_record, struct slice key) {
    bool of_record = item->check.size == 0;
    return of_record != by_record ? (of_record ? 1 : -1) : slice_compare(key_of(item), key);
}

static int compare_accepted(const void *a, const void *b) {
    const struct ask_accepted *one = a, *other = b;
    int order = compare_to(one, other->check.size == 0, key_of(other));
    if (order == 0) order = slice_compare(one->state, other->state);
    return order ? order : slice_compare(one->reason, other->reason);
}

enum status ask_read_acceptance(struct asker *asker, struct arena *arena, struct ask_acceptance *acceptance,
                                struct error *error) {
    struct accepted_reader reader = {arena, acceptance, 0};
    *acceptance = (struct ask_acceptance){NULL, 0};
    enum status status = store_each(asker->store, RECORD_NOTE, read_note, &reader, error);
    if (status == STATUS_OK && acceptance->count)
        qsort(acceptance->items, acceptance->count, sizeof *acceptance->items, compare_accepted);
    return status;
}

static size_t find_first(const struct ask_acceptance *acceptance, bool by_record, struct slice key) {
    size_t low = 0, high = acceptance->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_to(&acceptance->items[middle], by_record, key) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

static void judge_by(struct ask_acceptance *acceptance, bool by_record, struct slice key, struct slice state,
                     struct answer_finding *finding) {
    for (size_t i = find_first(acceptance, by_record, key); i < acceptance->count; i++) {
        struct ask_accepted *item = &acceptance->items[i];
        if (compare_to(item, by_record, key) != 0) break;
        bool holds = item->state.size == 0 || slice_equals(item->state, state);
        item->used = true;
        if (holds || !finding->accepted) finding->reason = item->reason;
        finding->accepted = finding->accepted || holds;
    }
}

/* What is wrong with the file itself is not for an editor to accept. */
static void judge(struct ask_acceptance *acceptance, struct answer_finding *finding) {
    char state[HASH128_TEXT];
    if (slice_is_empty(finding->record)) return;
    hash128_format(finding->state, state);
    judge_by(acceptance, true, finding->record, SLICE_NONE, finding);
    judge_by(acceptance, false, finding->id, slice_from(state), finding);
}

bool ask_finding_state(const struct answer_finding *finding, struct arena *arena, struct slice *state) {
    char text[HASH128_TEXT];
    hash128_format(finding->state, text);
    return arena_copy(arena, slice_from(text), state);
}
