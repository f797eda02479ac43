/* What data sets claim to hold: stretches of days that files bring, joined with one another and with those that the record has.
 *
 * Invariant: of one data set, countries and kinds no two records that this import has looked at overlap or touch. */
#include "import.h"

#include <stdlib.h>
#include "model/event.h"
#include "store/history.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* A claim with its days, inclusive; DAY_MIN and DAY_MAX where there is no bound. */
struct claimed {
    struct record record;
    int64_t from, to;
};

/* False when a date cannot be read, or the end is before the start. */
static bool find_days(struct claimed *claimed) {
    struct slice start = record_get(&claimed->record, COVERAGE_START), end = record_get(&claimed->record, COVERAGE_END);
    struct edtf date;
    claimed->from = DAY_MIN;
    claimed->to = DAY_MAX;
    if (!slice_is_empty(start)) {
        if (edtf_parse(start, &date, NULL, NULL) != STATUS_OK) return false;
        claimed->from = date.min;
    }
    if (!slice_is_empty(end) && !slice_is(end, "..")) {
        if (edtf_parse(end, &date, NULL, NULL) != STATUS_OK) return false;
        claimed->to = date.max;
    }
    return claimed->from <= claimed->to;
}

static int compare_fields(const struct record *a, const struct record *b) {
    static const int fields[] = {COVERAGE_DATASET, COVERAGE_COUNTRIES, COVERAGE_KINDS};
    int order = 0;
    for (size_t i = 0; order == 0 && i < sizeof fields / sizeof *fields; i++)
        order = slice_compare(record_get(a, fields[i]), record_get(b, fields[i]));
    return order;
}

static int compare(const void *a, const void *b) {
    const struct claimed *one = a, *other = b;
    int order = compare_fields(&one->record, &other->record);
    if (order == 0) order = (one->from > other->from) - (one->from < other->from);
    return order ? order : (one->to > other->to) - (one->to < other->to);
}

/* Is there no day between them? */
static bool touches(const struct claimed *a, const struct claimed *b) {
    bool before = a->to != DAY_MAX && a->to + 1 < b->from;
    bool behind = b->to != DAY_MAX && b->to + 1 < a->from;
    return !before && !behind;
}

/* `all` becomes what both claim; a bound keeps the words of whoever has it. */
static void join(struct claimed *all, const struct claimed *more) {
    if (more->from < all->from) {
        all->from = more->from;
        record_set(&all->record, COVERAGE_START, record_get(&more->record, COVERAGE_START));
    }
    if (more->to > all->to) {
        all->to = more->to;
        record_set(&all->record, COVERAGE_END, record_get(&more->record, COVERAGE_END));
    }
}

/* ---- what the files claim ---------------------------------------------------------------------------------------- */

static bool copy_record(struct arena *arena, const struct record *from, struct record *to) {
    record_init(to, from->type);
    to->given = from->given;
    to->line = from->line;
    to->file = from->file ? arena_string(arena, slice_from(from->file)) : NULL;
    bool good = to->file || !from->file;
    for (size_t i = 0; good && i < record_info(from->type)->field_count; i++)
        good = arena_copy(arena, from->values[i], &to->values[i]);
    return good;
}

enum status import_add_coverage(struct importer *importer, const struct record *coverage, struct error *error) {
    struct coverage_list *list = &importer->coverage;
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 8;
        struct record *more = realloc(list->items, capacity * sizeof *more);
        if (!more) return no_memory(error);
        list->items = more;
        list->capacity = capacity;
    }
    if (!copy_record(&importer->words, coverage, &list->items[list->count])) return no_memory(error);
    list->count++;
    return STATUS_OK;
}

/* In canonical form, its countries by id; one that is no coverage is rejected as any row. */
static enum status read_claim(struct importer *importer, const struct record *raw, struct claimed *claimed, bool *good,
                              struct error *error) {
    struct record claim;
    struct error fault = {0};
    int field = -1;
    *good = false;
    claimed->record = *raw;
    enum status status = record_normalize(&importer->arena, &claimed->record, NULL, &field, &fault);
    if (status == STATUS_OK)
        status = resolve_record(&importer->beneath, &importer->arena, &claimed->record, &claim, &field, &fault);
    *good = status == STATUS_OK && find_days(claimed);
    if (status == STATUS_OK && !*good)
        status = error_set(&fault, STATUS_BAD_INPUT, "the coverage ends before it begins");
    if (*good || status == STATUS_OK) return STATUS_OK;
    if (status == STATUS_NO_MEMORY || status == STATUS_ENVIRONMENT) return error_set(error, status, "%s", fault.message);
    fault.status = STATUS_BAD_INPUT;
    error_locate(&fault, raw->file, raw->line, 0);
    return import_reject(importer, raw, &fault, error);
}

/* Sorted and joined among themselves. */
static enum status read_claims(struct importer *importer, struct claimed **claims, size_t *count, struct error *error) {
    const struct coverage_list *list = &importer->coverage;
    enum status status = STATUS_OK;
    size_t kept = 0;
    *count = 0;
    *claims = arena_alloc_array(&importer->arena, list->count + 1, sizeof **claims);
    if (!*claims) return no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < list->count; i++) {
        bool good = false;
        status = read_claim(importer, &list->items[i], &(*claims)[*count], &good, error);
        *count += good;
    }
    if (status != STATUS_OK || *count == 0) return status;
    qsort(*claims, *count, sizeof **claims, compare);
    for (size_t i = 1; i < *count; i++) {
        struct claimed *last = &(*claims)[kept], *next = &(*claims)[i];
        if (compare_fields(&last->record, &next->record) == 0 && touches(last, next)) join(last, next);
        else (*claims)[++kept] = *next;
    }
    *count = kept + 1;
    return STATUS_OK;
}

/* ---- what the record has ------------------------------------------------------------------------------------------ */

static enum status remove_record(struct importer *importer, const struct record *record, struct error *error) {
    struct store *store = importer->database->store;
    struct store_removal removal = {{0}};
    enum record_type type;
    struct buffer name;
    int64_t key = 0;
    bool found = false;
    buffer_init(&name);
    record_append_name(&name, record);
    enum status status = buffer_failed(&name) ? no_memory(error)
                                              : store_find_key(store, buffer_slice(&name), &type, &key, &found, error);
    if (status == STATUS_OK && found && type == RECORD_COVERAGE) status = store_remove(store, type, key, &removal, error);
    buffer_free(&name);
    return status;
}

/* Takes from `rows` what touches `all`, and what touches that then. Those taken stand in front; *taken is their number. */
static void gather(struct claimed *rows, size_t count, struct claimed *all, size_t *taken) {
    *taken = 0;
    for (size_t i = 0; i < count; i++) {
        if (i < *taken || !touches(all, &rows[i])) continue;
        struct claimed row = rows[i];
        rows[i] = rows[*taken];
        rows[(*taken)++] = row;
        join(all, &row);
        i = *taken - 1; /* those passed over may touch now */
    }
}

static enum status list_same(struct importer *importer, const struct claimed *claimed, struct claimed **rows, size_t *count,
                             struct error *error) {
    struct record *all;
    size_t number = 0;
    *count = 0;
    enum status status = store_list(importer->database->store, RECORD_COVERAGE, SLICE_NONE, &importer->arena, &all, &number, error);
    if (status != STATUS_OK) return status;
    *rows = arena_alloc_array(&importer->arena, number + 1, sizeof **rows);
    if (!*rows) return no_memory(error);
    for (size_t i = 0; i < number; i++) {
        (*rows)[*count].record = all[i];
        if (compare_fields(&all[i], &claimed->record) == 0 && find_days(&(*rows)[*count])) (*count)++;
    }
    return STATUS_OK;
}

static void tell(struct importer *importer, const struct record *record) {
    struct slice name = record_get(record, COVERAGE_DATASET), start = record_get(record, COVERAGE_START);
    struct slice end = record_get(record, COVERAGE_END);
    if (slice_is_empty(start)) start = SLICE_OF("..");
    if (slice_is_empty(end)) end = SLICE_OF("..");
    if (slice_equals(start, end))
        import_remark(importer, "coverage of %.*s: %.*s", (int)(name.size < 100 ? name.size : 100), name.data, (int)start.size,
                      start.data);
    else
        import_remark(importer, "coverage of %.*s: %.*s to %.*s", (int)(name.size < 100 ? name.size : 100), name.data,
                      (int)start.size, start.data, (int)end.size, end.data);
}

/* The start is part of what makes it the same record: with an earlier one it is a new record, and what it replaces goes. */
static enum status put_joined(struct importer *importer, struct record *record, struct claimed *rows, size_t taken,
                              struct error *error) {
    enum store_change change;
    int field = -1;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < taken; i++)
        if (!slice_equals(record_get(&rows[i].record, COVERAGE_START), record_get(record, COVERAGE_START)))
            status = remove_record(importer, &rows[i].record, error);
    if (status == STATUS_OK) status = store_put(importer->database->store, record, &change, &field, error);
    if (status != STATUS_OK) return status;
    import_count(importer, RECORD_COVERAGE, taken && change == STORE_ADDED ? STORE_UPDATED : change);
    if (change != STORE_UNCHANGED) tell(importer, record);
    return STATUS_OK;
}

static enum status put_claim(struct importer *importer, const struct claimed *claimed, struct error *error) {
    struct claimed *rows, all = *claimed;
    size_t count = 0, taken = 0;
    enum status status = list_same(importer, claimed, &rows, &count, error);
    if (status != STATUS_OK) return status;
    gather(rows, count, &all, &taken);
    if (taken) {
        /* Words that say the same bounds stay, and what else stood there. */
        struct claimed base = rows[0];
        for (size_t i = 1; i < taken; i++) join(&base, &rows[i]);
        join(&base, claimed);
        if (record_has(&claimed->record, COVERAGE_NOTE))
            record_set(&base.record, COVERAGE_NOTE, record_get(&claimed->record, COVERAGE_NOTE));
        all = base;
    }
    return put_joined(importer, &all.record, rows, taken, error);
}

enum status import_put_coverage(struct importer *importer, struct error *error) {
    struct arena_mark mark = arena_mark(&importer->arena);
    struct claimed *claims;
    size_t count = 0;
    if (importer->coverage.count == 0) return STATUS_OK;
    importer->made_count = 0;
    importer->back = RECORD_TYPES;
    enum status status = read_claims(importer, &claims, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = put_claim(importer, &claims[i], error);
    arena_rewind(&importer->arena, mark);
    return status;
}
