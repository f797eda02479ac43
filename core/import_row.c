/* One row of an import: normalized, names resolved, put; or rejected with its place, reason and remedy.
 *
 * A row is taken whole or not at all: what it only names (a person, a source) is made after the row itself
 * is in, and a row that is rejected makes nothing. */
#include "import.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "base/utf8.h"
#include "model/reference.h"
#include "time/written.h"

void import_remark(struct importer *importer, const char *format, ...) {
    char text[NAMES_SIZE + 400];
    va_list arguments;
    if (!importer->watch || !importer->watch->remark) return;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    importer->watch->remark(importer->watch->context, text);
}

/* ---- ids that were made ---------------------------------------------------------------------------------- */

static bool grow_ids(struct id_set *set) {
    size_t capacity = set->capacity ? set->capacity * 2 : 256;
    struct made_id *slots = calloc(capacity, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < set->capacity; i++) {
        if (!set->slots[i].hash) continue;
        size_t slot = set->slots[i].hash & (capacity - 1);
        while (slots[slot].hash) slot = (slot + 1) & (capacity - 1);
        slots[slot] = set->slots[i];
    }
    free(set->slots);
    set->slots = slots;
    set->capacity = capacity;
    return true;
}

struct made_id *id_set_add(struct id_set *set, struct slice id, bool *is_new) {
    uint64_t hash = hash_text(id) | (UINT64_C(1) << 63); /* never 0, which is an empty slot */
    if (set->count * 2 >= set->capacity && !grow_ids(set)) return NULL;
    size_t slot = hash & (set->capacity - 1);
    while (set->slots[slot].hash && set->slots[slot].hash != hash) slot = (slot + 1) & (set->capacity - 1);
    *is_new = set->slots[slot].hash == 0;
    if (*is_new) {
        set->slots[slot] = (struct made_id){hash, 2};
        set->count++;
    }
    return &set->slots[slot];
}

void id_set_free(struct id_set *set) {
    free(set->slots);
    *set = (struct id_set){0};
}

/* "ID-n" */
static bool append_number(struct arena *arena, struct slice base, uint32_t number, struct slice *id) {
    char text[16];
    int size = snprintf(text, sizeof text, "-%u", (unsigned)number);
    char *longer = arena_alloc(arena, base.size + (size_t)size);
    if (!longer) return false;
    memcpy(longer, base.data, base.size);
    memcpy(longer + base.size, text, (size_t)size);
    *id = (struct slice){longer, base.size + (size_t)size};
    return true;
}

/* "<date>-<words>", and "-2", "-3" … for a repeat in the same file. */
static enum status make_unique(struct importer *importer, struct record *event, struct error *error) {
    struct slice base = record_get(event, EVENT_ID), id = base;
    bool is_new = false;
    struct made_id *made = id_set_add(&importer->ids, base, &is_new);
    uint32_t number = made ? made->next : 0;
    while (made && !is_new) {
        if (!append_number(&importer->arena, base, number++, &id)) break;
        made = id_set_add(&importer->ids, id, &is_new);
    }
    if (made && is_new && number > 2) {
        made = id_set_add(&importer->ids, base, &is_new);
        if (made) made->next = number;
        is_new = true;
    }
    if (!made || !is_new) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    record_set(event, EVENT_ID, id);
    return STATUS_OK;
}

/* ---- names: the store's, and those made for this row -------------------------------------------------------- */

static bool is_made(struct importer *importer, const struct record *made, struct slice id, struct slice key) {
    struct slice folded;
    if (slice_equals(record_get(made, 0), id)) return true;
    if (made->type == RECORD_SOURCE) return slice_equals(record_get(made, SOURCE_URL), id);
    return utf8_fold(&importer->arena, record_get(made, 1), &folded) && key.size && slice_equals(folded, key);
}

static enum status find_name(void *context, enum record_type type, struct arena *arena, struct slice id,
                             struct slice key, int64_t first_day, int64_t last_day, struct slice *ids, size_t limit,
                             size_t *count, struct error *error) {
    struct importer *importer = context;
    enum status status = importer->beneath.find(importer->beneath.context, type, arena, id, key, first_day, last_day, ids,
                                                 limit, count, error);
    for (size_t i = 0; status == STATUS_OK && *count == 0 && i < importer->made_count; i++)
        if (importer->made[i].type == type && limit && is_made(importer, &importer->made[i], id, key))
            ids[(*count)++] = record_get(&importer->made[i], 0);
    return status;
}

static enum status make_name(void *context, const struct record *record, struct error *error) {
    struct importer *importer = context;
    if (importer->made_count == sizeof importer->made / sizeof *importer->made) {
        error_set(error, STATUS_BAD_INPUT, "the row names more than %zu people, organizations and sources that are "
                  "not known", importer->made_count);
        error_advise(error, "list them in people.csv, organizations.csv and sources.csv");
        return STATUS_BAD_INPUT;
    }
    importer->made[importer->made_count++] = *record;
    return STATUS_OK;
}

static enum status offer_names(void *context, enum record_type type, struct slice word,
                               void (*take)(void *take_context, struct slice name), void *take_context) {
    struct importer *importer = context;
    return importer->beneath.offer(importer->beneath.context, type, word, take, take_context);
}

static enum status tell_name(void *context, enum record_type type, struct slice id, struct arena *arena,
                             struct slice *name) {
    struct importer *importer = context;
    return importer->beneath.name(importer->beneath.context, type, id, arena, name);
}

static enum status hand_countries(void *context, store_visit *take, void *take_context, struct error *error) {
    struct importer *importer = context;
    return importer->beneath.countries(importer->beneath.context, take, take_context, error);
}

/* What is only named is needed, so nobody is asked about it. */
static enum status put_made(struct importer *importer, struct error *error) {
    enum status status = STATUS_OK;
    if (importer->made_count) store_set_guard(importer->database->store, NULL);
    for (size_t i = 0; status == STATUS_OK && i < importer->made_count; i++) {
        const struct record *made = &importer->made[i];
        status = importer->beneath.make(importer->beneath.context, made, error);
        importer->summary->made++;
        importer->summary->added_by_type[made->type]++;
        if (importer->made_by_type[made->type]++ == 0 && importer->made_example[0] == '\0') {
            struct slice name = record_get(made, made->type == RECORD_SOURCE ? SOURCE_URL : 1);
            if (slice_is_empty(name)) name = record_get(made, 0);
            snprintf(importer->made_example, sizeof importer->made_example, "%.*s",
                     (int)(name.size < 100 ? name.size : 100), name.data);
        }
    }
    store_set_guard(importer->database->store, &importer->guard);
    return status;
}

/* ---- a row ----------------------------------------------------------------------------------------------------- */

static void hear_converted(void *context, struct slice written, struct slice edtf) {
    struct importer *importer = context;
    if (importer->summary->converted++ > 0) return;
    snprintf(importer->converted_from, sizeof importer->converted_from, "%.*s", (int)written.size, written.data);
    snprintf(importer->converted_to, sizeof importer->converted_to, "%.*s", (int)edtf.size, edtf.data);
}

static enum date_order order_of(const char *word) {
    if (!word) return DATE_ORDER_NONE;
    return strcmp(word, "dmy") == 0 ? DATE_ORDER_DMY : strcmp(word, "mdy") == 0 ? DATE_ORDER_MDY : DATE_ORDER_YMD;
}

static enum status put_claim(struct importer *importer, struct record *claim, struct error *error) {
    enum store_change change;
    int field = -1;
    struct normalize_options options = {.strict = true};
    if (claim->type == RECORD_TYPES) return STATUS_OK;
    enum status status = record_normalize(&importer->arena, claim, &options, &field, error);
    if (status == STATUS_OK) status = store_put(importer->database->store, claim, &change, &field, error);
    if (status == STATUS_OK) import_count(importer, RECORD_CLAIM, change);
    return status;
}

/* Does a row say no more of a country or an organization than the reference table has, and the record
 * nothing else? It is then no record of its own: "countries" and "organizations" hold what the table has not. */
static enum status find_in_reference(struct importer *importer, const struct record *row, bool *known,
                                     struct error *error) {
    struct record kept, reference;
    *known = false;
    if (row->type != RECORD_COUNTRY && row->type != RECORD_ORGANIZATION) return STATUS_OK;
    const struct reference_row *found = reference_find(row->type, record_get(row, 0));
    if (!found || row->extra_count) return STATUS_OK;
    reference_to_record(row->type, found, &reference);
    for (size_t i = 0; i < record_info(row->type)->field_count; i++)
        if (record_has(row, (int)i) && !slice_equals(row->values[i], reference.values[i])) return STATUS_OK;
    bool is_kept = false;
    enum status status = store_get(importer->database->store, row->type, record_get(row, 0), &importer->arena, &kept,
                                   &is_kept, error);
    *known = !is_kept;
    return status;
}

static bool is_fault_of_row(enum status status) {
    return status == STATUS_BAD_INPUT || status == STATUS_NOT_FOUND || status == STATUS_USAGE;
}

enum status import_reject(struct importer *importer, const struct record *raw, const struct error *fault, struct error *error) {
    struct detente_error outer;
    importer->summary->rejected++;
    front_report(fault->status, fault, &outer);
    if (importer->watch && importer->watch->rejected) importer->watch->rejected(importer->watch->context, &outer);
    return rejects_add(&importer->rejects, raw, fault, error);
}

static enum status reject_held(struct importer *importer, const struct record *row, int field, struct error *fault,
                               struct error *error) {
    fault->status = STATUS_BAD_INPUT;
    error_locate(fault, row->file, row->line, field >= 0 && row->columns ? (long)row->columns[field] : 0);
    return import_reject(importer, row, fault, error);
}

/* The held rows of an event, resolved; one that cannot be is rejected by itself. */
static enum status gather_parties(struct importer *importer, struct slice event, struct party_rows *rows,
                                  struct error *error) {
    struct held_row *held[HELD_OF_EVENT_MAX];
    size_t count = held_take(&importer->held, event, held);
    *rows = (struct party_rows){NULL, 0, NULL};
    if (count == 0) return STATUS_OK;
    struct record *items = arena_alloc_array(&importer->arena, count, sizeof *items);
    rows->changes = arena_alloc_array(&importer->arena, count, sizeof *rows->changes);
    if (!items || !rows->changes) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    rows->items = items;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct record claim;
        struct error fault = {0};
        int field = -1;
        size_t made = importer->made_count;
        items[rows->count] = held[i]->record;
        enum status resolved = resolve_record(&importer->lookup, &importer->arena, &items[rows->count], &claim, &field,
                                              &fault);
        if (resolved == STATUS_OK) rows->count++;
        else importer->made_count = made;
        if (is_fault_of_row(resolved)) status = reject_held(importer, &held[i]->record, field, &fault, error);
        else status = resolved;
    }
    return status;
}

static enum status put_row(struct importer *importer, struct record *record, enum store_change *change, int *field,
                           struct error *error) {
    struct store *store = importer->database->store;
    struct party_rows rows;
    if (record->type != RECORD_EVENT || importer->held.count == 0) return store_put(store, record, change, field, error);
    enum status status = gather_parties(importer, record_get(record, EVENT_ID), &rows, error);
    if (status == STATUS_OK) status = store_put_event(store, record, &rows, change, field, error);
    for (size_t i = 0; status == STATUS_OK && i < rows.count; i++) import_count(importer, RECORD_PARTY, rows.changes[i]);
    if (status == STATUS_OK) importer->left_rows = rows;
    return status;
}

/* A link between two events that are one here by now: there is nothing left of it, and nothing wrong with it. */
static bool is_within_one(const struct record *row, const struct slice ends[2]) {
    return row->type == RECORD_LINK && slice_equals(record_get(row, LINK_FROM), record_get(row, LINK_TO)) &&
           !slice_equals(ends[0], ends[1]);
}

static enum status take_row(struct importer *importer, struct record *record, int *field, struct error *error) {
    struct normalize_options options = {importer->request->strict, (int)order_of(importer->request->date_order),
                                        hear_converted, importer};
    struct record claim;
    enum store_change change;
    claim.type = RECORD_TYPES;
    enum status status = record_normalize(&importer->arena, record, &options, field, error);
    bool mention = import_is_mention(importer, record), gathered = false;
    if (status == STATUS_OK && mention) status = import_add_mention(importer, record, error);
    if (status == STATUS_OK && importer->holding && held_add(&importer->held, record)) return STATUS_OK;
    bool has_id = record->type != RECORD_EVENT || record_has(record, EVENT_ID);
    importer->row_has_id = has_id;
    const struct slice ends[] = {record_get(record, LINK_FROM), record_get(record, LINK_TO)};
    if (status == STATUS_OK) status = resolve_record(&importer->lookup, &importer->arena, record, &claim, field, error);
    bool known = false;
    if (status == STATUS_OK && mention && claim.type == RECORD_TYPES)
        status = import_gather_mention(importer, record, &gathered, error);
    if (gathered) return status == STATUS_OK ? put_made(importer, error) : status;
    if (status == STATUS_OK) status = find_in_reference(importer, record, &known, error);
    known = known || (status == STATUS_OK && is_within_one(record, ends));
    if (known) importer->summary->unchanged++;
    if (status != STATUS_OK || known) return status;
    if (!has_id) status = make_unique(importer, record, error);
    if (status == STATUS_OK && !has_id && claim.type == RECORD_CLAIM)
        record_set(&claim, CLAIM_EVENT, record_get(record, EVENT_ID));
    struct near_word near = {.what = NULL};
    if (status == STATUS_OK) status = import_find_near(importer, record, &near, error);
    if (status == STATUS_OK) status = put_row(importer, record, &change, field, error);
    if (status != STATUS_OK) return status;
    import_count(importer, record->type, change);
    if (near.what && (change == STORE_ADDED || change == STORE_UPDATED)) import_tell_near(importer, &near);
    importer->titled += record->type == RECORD_EVENT && change == STORE_ADDED && record_has(record, EVENT_TITLE) &&
                        !record_has(record, EVENT_CODE);
    if (change != STORE_LEFT) status = put_made(importer, error);
    return status == STATUS_OK && change != STORE_LEFT ? put_claim(importer, &claim, error) : status;
}

enum { PROGRESS_EVERY = 1000 };

static enum status tell_progress(struct importer *importer, struct error *error) {
    if (++importer->rows % PROGRESS_EVERY || !importer->watch || !importer->watch->progress) return STATUS_OK;
    if (importer->watch->progress(importer->watch->context, importer->rows)) return STATUS_OK;
    return error_set(error, STATUS_STOPPED, "interrupted; nothing was kept");
}

/* A table of something else, taken for events. */
static void advise_table(const struct importer *importer, const struct record *raw, struct error *fault) {
    if (!importer->guessed_table || raw->type != RECORD_EVENT || record_is_given(raw, EVENT_KIND)) return;
    if (strncmp(fault->message, "kind is missing", 15) != 0) return;
    fault->remedy[0] = '\0';
    error_advise(fault, "a table of events needs a column kind; for another table say which, as in --table people; other "
                 "people's tables are read by a profile: `detente profiles`");
}

static void begin_row(struct importer *importer, const struct record *raw) {
    importer->made_count = 0;
    importer->row = raw;
    importer->row_type = raw->type;
    importer->verdict = VERDICT_NONE;
    importer->back = RECORD_TYPES;
    importer->left_rows = (struct party_rows){NULL, 0, NULL};
}

static enum status put_read(void *context, struct record *record, struct error *error) {
    struct importer *importer = context;
    struct record raw = *record;
    struct error fault = {0};
    int field = -1;
    struct arena_mark mark = arena_mark(&importer->arena);
    uint64_t converted = importer->summary->converted;
    enum status status = import_ends_mentions(importer, record) ? import_put_mentions(importer, error) : STATUS_OK;
    if (status != STATUS_OK) return status;
    begin_row(importer, &raw);
    status = take_row(importer, record, &field, &fault);
    if (is_fault_of_row(status) && importer->verdict == VERDICT_NONE) {
        enum status judged = import_judge_orphan(importer, record, error);
        if (judged != STATUS_OK) return judged;
        if (importer->verdict != VERDICT_NONE) status = STATUS_OK;
    }
    if (importer->verdict == VERDICT_FAILED) {
        error_locate(&importer->verdict_text, raw.file, raw.line, 0);
        *error = importer->verdict_text;
    } else if (is_fault_of_row(status)) {
        long column = field >= 0 && raw.columns ? (long)raw.columns[field] : 0;
        fault.status = STATUS_BAD_INPUT;
        advise_table(importer, &raw, &fault);
        error_locate(&fault, raw.file, raw.line, column);
        importer->summary->converted = converted;
        status = import_reject(importer, &raw, &fault, error);
    } else if (status != STATUS_OK && error) {
        *error = fault;
    } else if (importer->verdict != VERDICT_NONE) {
        status = import_tell_verdict(importer, &raw, error);
    }
    importer->made_count = 0; /* their texts go */
    arena_rewind(&importer->arena, mark);
    return status == STATUS_OK ? tell_progress(importer, error) : status;
}

enum status import_held_rows(struct importer *importer, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < importer->held.count; i++) {
        struct held_row *row = &importer->held.rows[i];
        row->record.columns = row->columns;
        if (!row->taken) status = put_read(importer, &row->record, error);
    }
    held_free(&importer->held);
    arena_init(&importer->held.arena);
    return status;
}

/* ---- what else a reader tells -------------------------------------------------------------------------------------- */

static void hear_unknown(void *context, enum record_type type, struct slice name, const char *nearest) {
    struct importer *importer = context;
    const char *what = record_info(type)->plural;
    struct slice copy;
    if (importer->profile) return; /* the profile says what is kept */
    if (importer->rejects.table && arena_copy(&importer->words, name, &copy))
        arena_append(&importer->words, &importer->rejects.columns, copy);
    /* What `check --accept` keeps in a note. */
    if (type == RECORD_NOTE && (slice_is(name, "check") || slice_is(name, "state"))) return;
    int size = (int)(name.size < 80 ? name.size : 80);
    if (nearest)
        import_remark(importer, "%s: \"%.*s\" is no known column and is kept as an extra; did you mean %s?", what, size,
                      name.data, nearest);
    else
        import_remark(importer, "%s: \"%.*s\" is no known column and is kept as an extra", what, size, name.data);
}

static enum status visit_record(void *context, struct record *record, struct error *error) {
    struct importer *importer = context;
    importer->file_rows++;
    importer->row_records++;
    return put_read(importer, record, error);
}

static enum status visit_rejected(void *context, const struct record *raw, const struct error *fault, struct error *error) {
    struct importer *importer = context;
    importer->file_rows++;
    importer->row_records++;
    return import_reject(importer, raw, fault, error);
}

static enum status visit_dossier(void *context, struct slice json, struct error *error) {
    struct importer *importer = context;
    importer->file_rows++;
    return import_put_words(importer, json, error);
}

static enum status visit_origin(void *context, struct slice hash, bool whole, struct error *error) {
    return import_find_origin(context, hash, whole, error);
}

static enum status visit_unplaced(void *context, const struct unplaced *what, struct error *error) {
    return import_add_unplaced(context, what, error);
}

static enum status visit_coverage(void *context, struct record *coverage, struct error *error) {
    return import_add_coverage(context, coverage, error);
}

/* Files by one profile may have their columns in another order; one file of rejected rows has one. */
static enum status visit_row_done(void *context, const struct csv_row *row, bool heading, struct error *error) {
    struct importer *importer = context;
    bool left = false;
    import_end_unplaced(importer, importer->rejects.row_rejected);
    importer->nowhere += importer->row_unplaced && importer->row_records == 0;
    importer->row_unplaced = false;
    importer->row_records = 0;
    enum status status = rejects_add_row(&importer->rejects, row, heading, &left, error);
    if (heading) importer->left_others = false;
    if (left && !importer->left_others)
        import_remark(importer, "%.*s has other columns than the rows in %s, so that its rejected rows are not there: import it by itself",
                      (int)importer->file.size, importer->file.data, importer->rejects.path);
    importer->left_others = importer->left_others || left;
    return status;
}

struct record_visitor import_visitor(struct importer *importer) {
    importer->beneath = store_lookup(importer->database->store);
    importer->lookup = (struct lookup){importer, find_name, make_name, offer_names, tell_name, hand_countries};
    return (struct record_visitor){importer, visit_record, visit_rejected, hear_unknown, visit_dossier, visit_origin,
                                   visit_unplaced, visit_coverage, visit_row_done};
}
