/* Reports of events that are here: rows of other people's tables that only say where an event was mentioned.
 *
 * Such tables are sorted by event, and one may have many thousands of reports. So what the rows of one event add is gathered and put
 * once. The sources themselves are put row by row; only their list in the event waits.
 *
 * Invariant: nothing is gathered while anything but a row on the same event is put. */
#include "import.h"

#include "base/cell.h"
#include "base/hash.h"
#include "model/list.h"

enum { GATHERED_MAX = 10000 };

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

bool import_is_mention(const struct importer *importer, const struct record *record) {
    return importer->profile && record->type == RECORD_EVENT && !record_is_given(record, EVENT_KIND);
}

/* ---- one row ---------------------------------------------------------------------------------------------------------------- */

static void take_away(struct record *record, int field) {
    record->values[field] = SLICE_NONE;
    record->given &= ~(UINT64_C(1) << field);
}

static bool is_described(const struct record *record) {
    return record_has(record, EVENT_SOURCE_TITLE) || record_has(record, EVENT_SOURCE_PUBLISHER) ||
           record_has(record, EVENT_SOURCE_DATE) || record_has(record, EVENT_QUOTE);
}

/* Sources join those that are there, but for the address that the event has itself. */
static bool join_sources(struct importer *importer, struct record *record, struct slice more, struct slice bare) {
    struct slice_list list, kept = {NULL, 0};
    struct slice cell = SLICE_NONE;
    bool good = cell_parse_list(&importer->arena, record_get(record, EVENT_SOURCES), &list);
    if (good && !slice_is_empty(more)) good = arena_append(&importer->arena, &list, more);
    for (size_t i = 0; good && i < list.count; i++)
        if (!slice_equals(list.items[i], bare)) good = arena_append(&importer->arena, &kept, list.items[i]);
    if (good && kept.count) good = list_to_cell(&importer->arena, &kept, &cell);
    if (!good) return false;
    take_away(record, EVENT_SOURCES);
    if (kept.count == 0) return true;
    record_set(record, EVENT_SOURCES, cell);
    record->joins |= UINT64_C(1) << EVENT_SOURCES;
    return true;
}

static bool see_sources(struct gathered_mentions *gathered, struct slice cell) {
    struct slice_list list;
    bool is_new, good = cell_parse_list(&gathered->arena, cell, &list);
    for (size_t i = 0; good && i < list.count; i++) good = id_set_add(&gathered->seen, list.items[i], &is_new) != NULL;
    return good;
}

/* The event of the row is the one at hand from now on; *found says whether there is such an event. */
static enum status find_event(struct importer *importer, const struct record *record, bool *found, struct error *error) {
    struct gathered_mentions *gathered = &importer->mentions;
    struct record event;
    *found = gathered->event.size && slice_equals(gathered->event, record_get(record, EVENT_ID));
    if (*found) return STATUS_OK;
    enum status status = import_put_mentions(importer, error);
    if (status == STATUS_OK)
        status = store_get(importer->database->store, RECORD_EVENT, record_get(record, EVENT_ID), &gathered->arena, &event, found, error);
    if (status != STATUS_OK || !*found) return status;
    gathered->bare = record_get(&event, EVENT_SOURCE_URL);
    bool good = see_sources(gathered, record_get(&event, EVENT_SOURCES)) &&
                arena_copy(&gathered->arena, record_get(record, EVENT_ID), &gathered->event);
    return good ? STATUS_OK : no_memory(error);
}

enum status import_add_mention(struct importer *importer, struct record *record, struct error *error) {
    static const int fields[] = {EVENT_SOURCE_URL, EVENT_SOURCE_TITLE, EVENT_SOURCE_PUBLISHER, EVENT_SOURCE_DATE};
    bool found = false;
    struct slice url = record_get(record, EVENT_SOURCE_URL);
    if (slice_is_empty(url) && !record_has(record, EVENT_SOURCES)) return STATUS_OK;
    enum status status = find_event(importer, record, &found, error);
    if (status != STATUS_OK || !found) return status;
    struct slice bare = importer->mentions.bare;
    bool there = !slice_is_empty(url) && slice_equals(url, bare), described = is_described(record);
    for (size_t i = 0; there && i < sizeof fields / sizeof *fields; i++) take_away(record, fields[i]);
    if (!there && !described && !slice_is_empty(url)) take_away(record, EVENT_SOURCE_URL);
    /* What is described becomes a source when names are resolved; the event's own address stays as it is. */
    if (!there && described && !slice_is_empty(url)) record->given &= ~(UINT64_C(1) << EVENT_SOURCE_URL);
    if (record_has(record, EVENT_SOURCES) || (!there && !described))
        return join_sources(importer, record, there || described ? SLICE_NONE : url, bare) ? STATUS_OK : no_memory(error);
    return STATUS_OK;
}

/* ---- the rows of an event --------------------------------------------------------------------------------------------------- */

/* Does the row say nothing but sources? */
static bool only_adds_sources(const struct record *record) {
    const uint64_t sources = UINT64_C(1) << EVENT_SOURCES;
    return record->extra_count == 0 && (record->given & ~sources & ~(UINT64_C(1) << EVENT_ID)) == 0 &&
           (!(record->given & sources) || (record->joins & sources));
}

enum status import_gather_mention(struct importer *importer, const struct record *record, bool *gathered, struct error *error) {
    struct gathered_mentions *mentions = &importer->mentions;
    struct slice_list list;
    size_t added = 0;
    bool good = true;
    *gathered = importer->mode == CONFLICT_UPDATE && mentions->event.size && only_adds_sources(record) &&
                slice_equals(mentions->event, record_get(record, EVENT_ID));
    if (!*gathered) return STATUS_OK;
    if (!cell_parse_list(&importer->arena, record_get(record, EVENT_SOURCES), &list)) return no_memory(error);
    for (size_t i = 0; good && i < list.count; i++) {
        bool is_new = false;
        struct slice source;
        good = id_set_add(&mentions->seen, list.items[i], &is_new) != NULL;
        if (!good || !is_new) continue;
        good = arena_copy(&mentions->arena, list.items[i], &source) && arena_append(&mentions->arena, &mentions->sources, source);
        added++;
    }
    if (!good) return no_memory(error);
    if (added && mentions->rows++ == 0) mentions->line = record->line;
    if (!added) import_count(importer, RECORD_EVENT, STORE_UNCHANGED);
    return STATUS_OK;
}

static void forget(struct gathered_mentions *mentions) {
    id_set_free(&mentions->seen);
    arena_rewind(&mentions->arena, (struct arena_mark){NULL, 0});
    mentions->event = mentions->bare = SLICE_NONE;
    mentions->sources = (struct slice_list){NULL, 0};
    mentions->rows = 0;
}

static enum status put_sources(struct importer *importer, struct record *record, struct error *error) {
    struct gathered_mentions *mentions = &importer->mentions;
    struct slice cell;
    enum store_change change = STORE_UNCHANGED;
    int field = -1;
    if (!list_to_cell(&mentions->arena, &mentions->sources, &cell)) return no_memory(error);
    record_set(record, EVENT_SOURCES, cell);
    record->joins = UINT64_C(1) << EVENT_SOURCES;
    struct record put = *record;
    enum status status = store_put(importer->database->store, &put, &change, &field, error);
    for (uint64_t i = 0; status == STATUS_OK && i < mentions->rows; i++) import_count(importer, RECORD_EVENT, change);
    return status;
}

enum status import_put_mentions(struct importer *importer, struct error *error) {
    struct gathered_mentions *mentions = &importer->mentions;
    struct error fault = {0};
    struct record record;
    enum status status = STATUS_OK;
    if (mentions->rows) {
        const struct record *row = importer->row;
        record_init(&record, RECORD_EVENT);
        record_set(&record, EVENT_ID, mentions->event);
        record.file = arena_string(&mentions->arena, importer->file);
        record.line = mentions->line;
        importer->row = &record;
        importer->row_type = RECORD_EVENT;
        importer->row_has_id = true;
        importer->back = RECORD_TYPES;
        status = put_sources(importer, &record, &fault);
        importer->row = row;
    }
    if (status == STATUS_BAD_INPUT || status == STATUS_NOT_FOUND || status == STATUS_USAGE) {
        fault.status = STATUS_BAD_INPUT;
        error_locate(&fault, record.file, record.line, 0);
        status = import_reject(importer, &record, &fault, error);
    } else if (status != STATUS_OK) *error = fault;
    forget(mentions);
    return status;
}

bool import_ends_mentions(const struct importer *importer, const struct record *record) {
    const struct gathered_mentions *mentions = &importer->mentions;
    if (mentions->event.size == 0) return false;
    return mentions->sources.count >= GATHERED_MAX || !import_is_mention(importer, record) ||
           !slice_equals(slice_trim(record_get(record, EVENT_ID)), mentions->event);
}

void import_free_mentions(struct gathered_mentions *mentions) {
    id_set_free(&mentions->seen);
    arena_free(&mentions->arena);
}
