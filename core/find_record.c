/* A record by what people call it: its id, its name, or for one without an id the name that its key makes. */
#include "front.h"

#include "model/reference.h"

/* ---- records without an id: link:from/relation/to, term:…, claim:…, coverage:…, note:… --------------------------- */

struct named {
    struct slice name;
    struct record *record;
    bool *found;
};

static enum status compare_name(struct named *named, const struct record *record, struct error *error) {
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    bool same = slice_equals(buffer_slice(&name), named->name);
    bool failed = buffer_failed(&name);
    buffer_free(&name);
    if (failed) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (!same || *named->found) return STATUS_OK;
    *named->record = *record;
    *named->found = true;
    return STATUS_OK;
}

/* Those that hang on what the first part of the name says. An id may hold slashes itself, so every one can end it. */
static enum status find_hanging(struct detente *database, struct arena *arena, enum record_type type, struct slice rest,
                                struct named *named, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && !*named->found && i <= rest.size; i++) {
        struct record *records;
        size_t count;
        if (i < rest.size && rest.data[i] != '/') continue;
        status = store_list(database->store, type, slice_part(rest, 0, i), arena, &records, &count, error);
        for (size_t j = 0; status == STATUS_OK && j < count; j++) status = compare_name(named, &records[j], error);
        if (type == RECORD_COVERAGE) break; /* hangs on nothing: all were seen */
    }
    return status;
}

static enum status find_named(struct detente *database, struct arena *arena, struct slice word, struct record *record,
                              bool *found, struct error *error) {
    static const enum record_type types[] = {RECORD_TERM, RECORD_CLAIM, RECORD_LINK, RECORD_COVERAGE, RECORD_NOTE};
    struct slice prefix = slice_part(word, 0, slice_find(word, ':'));
    struct slice rest = slice_part(word, prefix.size + 1, word.size);
    struct named named = {word, record, found};
    for (size_t i = 0; prefix.size < word.size && i < sizeof types / sizeof *types; i++)
        if (slice_is(prefix, record_info(types[i])->name)) return find_hanging(database, arena, types[i], rest, &named, error);
    return STATUS_OK;
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
