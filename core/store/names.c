/* Finding records by the names that people use for them. */
#include "inside.h"

#include "../base/cell.h"
#include "../base/utf8.h"
#include "../time/dated.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* A source without an address is found by its title, which has no aliases. */
static struct slice aliases_of(const struct record *record) {
    switch (record->type) {
    case RECORD_COUNTRY: return record_get(record, COUNTRY_ALIASES);
    case RECORD_ORGANIZATION: return record_get(record, ORGANIZATION_ALIASES);
    case RECORD_PERSON: return record_get(record, PERSON_ALIASES);
    default: return SLICE_NONE;
    }
}

/* "Germany@1990-10-03/.." -> "Germany". */
static struct slice without_time(struct slice alias) { return slice_part(alias, 0, slice_find(alias, '@')); }

static bool name_of(struct arena *arena, const struct record *record, struct slice *name) {
    *name = record_get(record, 1);
    return record->type != RECORD_SOURCE || resolve_source_name(arena, record, name);
}

/* SQL_NAME_ADD or SQL_NAME_DROP */
static enum status write_name(struct store *store, enum statement_name which, const struct record *record, struct slice name,
                              struct error *error) {
    struct statement *write = store_statement(store, which, error);
    struct slice key;
    if (!write) return STATUS_ENVIRONMENT;
    if (!utf8_fold(&store->scratch, name, &key)) return no_memory(error);
    if (slice_is_empty(key)) return STATUS_OK;
    statement_bind_string(write, 1, slice_from(record_info(record->type)->name));
    statement_bind_string(write, 2, key);
    statement_bind_string(write, 3, record_get(record, 0));
    return statement_run(write, error);
}

static enum status write_names(struct store *store, enum statement_name which, const struct record *record,
                               struct error *error) {
    struct slice name;
    if (!name_of(&store->scratch, record, &name)) return no_memory(error);
    enum status status = write_name(store, which, record, name, error);
    struct cell_reader reader = {aliases_of(record), 0};
    struct slice item, alias;
    while (status == STATUS_OK && cell_next_item(&reader, &item)) {
        if (!cell_unescape(&store->scratch, item, &alias)) return no_memory(error);
        status = write_name(store, which, record, record->type == RECORD_COUNTRY ? without_time(alias) : alias, error);
    }
    return status;
}

/* Names that a record no longer has are left out by the find, not here: see is_called. */
enum status names_refresh(struct store *store, const struct record *record, struct error *error) {
    return write_names(store, SQL_NAME_ADD, record, error);
}

enum status names_forget(struct store *store, const struct record *record, struct error *error) {
    return write_names(store, SQL_NAME_DROP, record, error);
}

static bool folds_to(struct arena *arena, struct slice name, struct slice key) {
    struct slice folded;
    return utf8_fold(arena, name, &folded) && slice_equals(folded, key);
}

/* A name that is looked for, as it is on some of these days. */
struct sought {
    enum record_type type;
    struct slice key;
    int64_t first_day, last_day;
};

/* "Germany@1990-10-03/.." is a name of those days only. */
static bool is_alias(struct arena *arena, struct slice alias, const struct sought *sought) {
    struct dated_text dated = {.text = alias, .start_day = DAY_MIN, .end_day = DAY_MAX};
    if (sought->type == RECORD_COUNTRY && dated_parse(alias, &dated, NULL) != STATUS_OK) dated.text = without_time(alias);
    return dated.start_day <= sought->last_day && dated.end_day > sought->first_day &&
           folds_to(arena, dated.text, sought->key);
}

/* Does the record of that id still have that name, and on those days? */
static enum status is_called(struct store *store, const struct sought *sought, struct slice id, struct arena *arena,
                             bool *called, struct error *error) {
    struct record record;
    bool found = false;
    *called = false;
    enum status status = store_get(store, sought->type, id, arena, &record, &found, error);
    if (status != STATUS_OK || !found) return status;
    struct slice name;
    if (!name_of(arena, &record, &name)) return no_memory(error);
    *called = folds_to(arena, name, sought->key);
    struct cell_reader reader = {aliases_of(&record), 0};
    struct slice item, alias;
    while (!*called && cell_next_item(&reader, &item)) {
        if (!cell_unescape(arena, item, &alias)) return no_memory(error);
        *called = is_alias(arena, alias, sought);
    }
    return STATUS_OK;
}

static bool has_id(struct slice *ids, size_t count, struct slice id) {
    for (size_t i = 0; i < count; i++)
        if (slice_equals(ids[i], id)) return true;
    return false;
}

/* The ids in the first column of a statement that is bound. */
static enum status collect_ids(struct statement *statement, struct arena *arena, struct slice *ids, size_t limit,
                               size_t *count, struct error *error) {
    enum status status = STATUS_OK;
    for (bool row = true; status == STATUS_OK && *count < limit;) {
        struct slice id;
        status = statement_step(statement, &row, error);
        if (status != STATUS_OK || !row) break;
        if (!arena_copy(arena, statement_text(statement, 0), &id)) status = no_memory(error);
        else if (!has_id(ids, *count, id)) ids[(*count)++] = id;
    }
    statement_reset(statement);
    return status;
}

static enum status find_by_url(struct store *store, struct arena *arena, struct slice url, struct slice *ids,
                               size_t limit, size_t *count, struct error *error) {
    struct statement *find = store_statement(store, SQL_SOURCE_BY_URL, error);
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, url);
    statement_bind_integer(find, 2, (int64_t)limit);
    return collect_ids(find, arena, ids, limit, count, error);
}

enum { NAME_CANDIDATES = 16 };

static enum status find_by_name(struct store *store, const struct sought *sought, struct arena *arena, struct slice *ids,
                                size_t limit, size_t *count, struct error *error) {
    struct slice candidates[NAME_CANDIDATES];
    size_t candidate_count = 0;
    struct statement *find = store_statement(store, SQL_NAME_FIND, error);
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, slice_from(record_info(sought->type)->name));
    statement_bind_string(find, 2, sought->key);
    statement_bind_integer(find, 3, NAME_CANDIDATES);
    enum status status = collect_ids(find, arena, candidates, NAME_CANDIDATES, &candidate_count, error);
    for (size_t i = 0; status == STATUS_OK && i < candidate_count && *count < limit; i++) {
        bool called = false;
        status = is_called(store, sought, candidates[i], arena, &called, error);
        if (called && !has_id(ids, *count, candidates[i])) ids[(*count)++] = candidates[i];
    }
    return status;
}

static enum status find(void *context, enum record_type type, struct arena *arena, struct slice id,
                        struct slice key, int64_t first_day, int64_t last_day, struct slice *ids, size_t limit,
                        size_t *count, struct error *error) {
    struct store *store = context;
    struct sought sought = {type, key, first_day, last_day};
    struct record record;
    bool found = false;
    *count = 0;
    enum status status = store_get(store, type, id, arena, &record, &found, error);
    if (status != STATUS_OK || limit == 0) return status;
    if (found) {
        ids[(*count)++] = record_get(&record, 0);
        return STATUS_OK;
    }
    struct slice into;
    status = merged_find(store, type, id, arena, &into, error);
    if (!slice_is_empty(into)) ids[(*count)++] = into;
    if (status == STATUS_OK && !*count && type == RECORD_SOURCE && !slice_is_empty(id))
        status = find_by_url(store, arena, id, ids, limit, count, error);
    if (status != STATUS_OK || *count) return status;
    if (type == RECORD_EVENT || slice_is_empty(key)) return STATUS_OK;
    return find_by_name(store, &sought, arena, ids, limit, count, error);
}

static enum status make(void *context, const struct record *record, struct error *error) {
    struct record copy = *record;
    enum store_change change;
    int field;
    return store_put(context, &copy, &change, &field, error);
}

static enum status offer(void *context, enum record_type type, struct slice word,
                         void (*take)(void *take_context, struct slice name), void *take_context) {
    struct store *store = context;
    struct error error = {0};
    bool by_id = type == RECORD_SOURCE || type == RECORD_EVENT;
    struct statement *all = store_statement(store, type == RECORD_SOURCE ? SQL_SOURCE_NEAR
                                            : by_id ? SQL_EVENT_NEAR : SQL_NAME_ALL, &error);
    if (!all) return STATUS_ENVIRONMENT;
    statement_bind_string(all, 1, by_id ? word : slice_from(record_info(type)->name));
    enum status status = STATUS_OK;
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(all, &row, &error);
        if (status != STATUS_OK || !row) break;
        take(take_context, statement_text(all, 0));
    }
    statement_reset(all);
    return status;
}

static enum status tell_name(void *context, enum record_type type, struct slice id, struct arena *arena,
                             struct slice *name) {
    struct record record;
    bool found = false;
    *name = SLICE_NONE;
    if (type == RECORD_EVENT) return STATUS_OK;
    enum status status = store_get(context, type, id, arena, &record, &found, NULL);
    if (status == STATUS_OK && found) *name = record_get(&record, 1);
    return status;
}

static enum status hand_countries(void *context, store_visit *take, void *take_context, struct error *error) {
    return store_each(context, RECORD_COUNTRY, take, take_context, error);
}

struct lookup store_lookup(struct store *store) {
    return (struct lookup){store, find, make, offer, tell_name, hand_countries};
}
