/* What a write leaves for the next search to bring up to date. Only of what a search has already indexed: an import of a
 * million new events notes nothing. */
#include "inside.h"
#include "search.h"

/* Read in each write, since another program may have searched between two of them. */
enum status search_begin_notes(struct store *store, struct error *error) {
    struct search_state state;
    enum status status = search_read_state(store, &state, error);
    store->search_reach = state.form ? state.reach : 0;
    store->search_records_noted = state.form == 0 || state.records == 0;
    return status;
}

static bool has_same_texts(const struct record *a, const struct record *b) {
    for (size_t i = 0; i < search_event_field_count; i++)
        if (!slice_equals(record_get(a, search_event_fields[i]), record_get(b, search_event_fields[i]))) return false;
    return true;
}

enum status search_note_event(struct store *store, const struct record *old, const struct record *event, int64_t key,
                              struct error *error) {
    /* A new event within the reach has the key of one that was removed. */
    if (key > store->search_reach || (old && has_same_texts(old, event))) return STATUS_OK;
    struct statement *note = store_statement(store, SQL_STALE_EVENT, error);
    if (!note) return STATUS_ENVIRONMENT;
    statement_bind_integer(note, 1, key);
    return statement_run(note, error);
}

enum status search_note_claim(struct store *store, struct slice event_id, struct error *error) {
    if (store->search_reach == 0) return STATUS_OK;
    struct statement *note = store_statement(store, SQL_STALE_EVENT_ID, error);
    if (!note) return STATUS_ENVIRONMENT;
    statement_bind_string(note, 1, event_id);
    statement_bind_integer(note, 2, store->search_reach);
    return statement_run(note, error);
}

static enum status note_records(struct store *store, struct error *error) {
    if (store->search_records_noted) return STATUS_OK;
    struct statement *note = store_statement(store, SQL_STALE_RECORDS, error);
    if (!note) return STATUS_ENVIRONMENT;
    store->search_records_noted = true;
    return statement_run(note, error);
}

static int alias_field(enum record_type type) {
    return type == RECORD_COUNTRY ? COUNTRY_ALIASES : type == RECORD_ORGANIZATION ? ORGANIZATION_ALIASES
         : type == RECORD_PERSON ? PERSON_ALIASES : SOURCE_PUBLISHER;
}

enum status search_note_record(struct store *store, const struct record *old, const struct record *record,
                               struct error *error) {
    int other = alias_field(record->type);
    bool same = old && slice_equals(record_get(old, 1), record_get(record, 1)) &&
                slice_equals(record_get(old, other), record_get(record, other));
    if (same) return STATUS_OK;
    enum status status = note_records(store, error);
    if (status != STATUS_OK || store->search_reach == 0 || record->type == RECORD_SOURCE) return status;
    struct statement *note = store_statement(store, SQL_STALE_RECORD, error);
    if (!note) return STATUS_ENVIRONMENT;
    statement_bind_string(note, 1, slice_from(record_info(record->type)->name));
    statement_bind_string(note, 2, record_get(record, 0));
    return statement_run(note, error);
}
