/* A record by what people call it: its id, its name, or for one without an id the name that its key makes. */
#include "front.h"

#include "model/reference.h"
#include "store/history.h"

/* ---- records without an id: link:from/relation/to, term:…, claim:…, coverage:…, note:… --------------------------- */

static enum status find_named(struct detente *database, struct arena *arena, struct slice word, struct record *record,
                              bool *found, struct error *error) {
    enum record_type type;
    int64_t key;
    if (slice_find(word, ':') == word.size) return STATUS_OK;
    enum status status = store_find_key(database->store, word, &type, &key, found, error);
    return status == STATUS_OK && *found ? store_get_by_key(database->store, type, key, arena, record, found, error) : status;
}

/* ---- records with an id --------------------------------------------------------------------------------------- */

static enum status find_by_id(struct detente *database, struct arena *arena, enum record_type type, struct slice id,
                              struct record *record, bool *found, struct error *error) {
    enum status status = store_get(database->store, type, id, arena, record, found, error);
    if (status != STATUS_OK || *found) return status;
    const struct reference_row *row = type == RECORD_COUNTRY || type == RECORD_ORGANIZATION ? reference_find(type, id) : NULL;
    *found = row != NULL;
    if (row) reference_to_record(type, row, record);
    return STATUS_OK;
}

/* The types are tried in an order of likelihood. */
enum status front_find_record(struct detente *database, struct arena *arena, struct slice word, struct record *record,
                              bool *found, struct error *several, struct error *error) {
    static const enum record_type types[] = {RECORD_PERSON, RECORD_SOURCE, RECORD_ORGANIZATION, RECORD_COUNTRY};
    struct lookup lookup = store_lookup(database->store);
    *found = false;
    enum status status = find_named(database, arena, word, record, found, error);
    for (size_t i = 0; status == STATUS_OK && !*found && i < sizeof types / sizeof *types; i++) {
        struct slice id;
        struct error fault = {0};
        enum status known = resolve_name(&lookup, arena, types[i], word, DAY_MIN, DAY_MAX, &id, &fault);
        if (known == STATUS_BAD_INPUT && several && several->status == STATUS_OK) *several = fault;
        if (known == STATUS_NOT_FOUND || known == STATUS_BAD_INPUT) continue;
        if (known == STATUS_OK) status = find_by_id(database, arena, types[i], id, record, found, error);
        else status = error_set(error, known, "%s", fault.message);
    }
    return status;
}

enum status front_refuse_unknown(struct detente *database, struct arena *arena, struct slice word, struct error *error) {
    static const enum record_type types[] = {RECORD_EVENT, RECORD_PERSON, RECORD_SOURCE, RECORD_COUNTRY,
                                             RECORD_ORGANIZATION};
    struct lookup lookup = store_lookup(database->store);
    struct buffer near;
    buffer_init(&near);
    resolve_suggest(&lookup, arena, types, sizeof types / sizeof *types, word, &near);
    error_set(error, STATUS_NOT_FOUND, "nothing here is called \"%.*s\"", (int)(word.size < 80 ? word.size : 80), word.data);
    if (near.size) error_advise(error, "did you mean %.*s?", (int)near.size, near.data);
    buffer_free(&near);
    return STATUS_NOT_FOUND;
}
