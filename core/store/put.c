/* Putting records: one generic way for the small tables, driven by the field table. */
#include "inside.h"

#include "../model/term.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- statements of a small table ---------------------------------------------------------------- */

static int append_keys(struct buffer *sql, enum record_type type, int parameter) {
    const struct record_info *info = record_info(type);
    bool first = true;
    for (size_t i = 0; i < info->field_count; i++) {
        if (!(info->fields[i].flags & FIELD_KEY)) continue;
        buffer_append_format(sql, "%s\"%s\" = ?%d", first ? " WHERE " : " AND ", info->fields[i].name, parameter++);
        first = false;
    }
    return parameter;
}

static bool has_span(enum record_type type) { return type == RECORD_TERM; }

/* The fields, extra, the key, and of a term its days. */
static void append_all_columns(struct buffer *sql, enum record_type type) {
    row_append_columns(sql, type, false);
    buffer_append_text(sql, has_span(type) ? ", extra, \"key\", start_min, start_max, end_min, end_max" : ", extra, \"key\"");
}

static int count_all_columns(enum record_type type) {
    return (int)record_info(type)->field_count + (has_span(type) ? 6 : 2);
}

static void append_parameters(struct buffer *sql, int count) {
    for (int i = 1; i <= count; i++) buffer_append_format(sql, "%s?%d", i > 1 ? ", " : "", i);
}

static void build_get(struct buffer *sql, enum record_type type) {
    buffer_append_text(sql, "SELECT ");
    append_all_columns(sql, type);
    buffer_append_format(sql, " FROM \"%s\"", record_info(type)->name);
    append_keys(sql, type, 1);
}

static void build_write(struct buffer *sql, enum record_type type, bool insert) {
    int count = count_all_columns(type);
    buffer_append_format(sql, insert ? "INSERT INTO \"%s\" (" : "UPDATE \"%s\" SET (", record_info(type)->name);
    append_all_columns(sql, type);
    buffer_append_text(sql, insert ? ") VALUES (" : ") = (");
    append_parameters(sql, count);
    buffer_append_byte(sql, ')');
    if (!insert) buffer_append_format(sql, " WHERE \"key\" = ?%d", count + 1);
}

static void build_drop(struct buffer *sql, enum record_type type) {
    buffer_append_format(sql, "DELETE FROM \"%s\" WHERE \"key\" = ?1", record_info(type)->name);
}

static enum status prepare_built(struct store *store, struct buffer *sql, struct statement **statement,
                                 struct error *error) {
    buffer_append_byte(sql, '\0');
    enum status status = buffer_failed(sql) ? no_memory(error)
                                            : engine_prepare(store->engine, sql->data, statement, error);
    buffer_clear(sql);
    return status;
}

static void build_next(struct buffer *sql, enum record_type type) {
    buffer_append_text(sql, "SELECT ");
    append_all_columns(sql, type);
    buffer_append_format(sql, " FROM \"%s\" WHERE \"key\" BETWEEN ?1 AND ?2 ORDER BY \"key\" LIMIT 1", record_info(type)->name);
}

enum table_use { TABLE_GET, TABLE_NEXT, TABLE_INSERT, TABLE_UPDATE, TABLE_DROP };

/* Prepared when it is first needed: a question pays for none that only an import uses. */
static enum status prepare_table(struct store *store, enum record_type type, enum table_use use,
                                 struct statement **statement, struct error *error) {
    struct table_statements *table = &store->tables[type];
    struct statement **slot = use == TABLE_GET ? &table->get : use == TABLE_NEXT ? &table->next
                            : use == TABLE_INSERT ? &table->insert : use == TABLE_UPDATE ? &table->update : &table->drop;
    struct buffer sql;
    enum status status = STATUS_OK;
    buffer_init(&sql);
    if (!*slot) {
        if (use == TABLE_GET) build_get(&sql, type);
        else if (use == TABLE_DROP) build_drop(&sql, type);
        else if (use == TABLE_NEXT) build_next(&sql, type);
        else build_write(&sql, type, use == TABLE_INSERT);
        status = prepare_built(store, &sql, slot, error);
    }
    buffer_free(&sql);
    *statement = *slot;
    return status;
}

static int bind_keys(struct statement *statement, int index, const struct record *record) {
    const struct record_info *info = record_info(record->type);
    for (size_t i = 0; i < info->field_count; i++)
        if (info->fields[i].flags & FIELD_KEY) statement_bind_string(statement, index++, record->values[i]);
    return index;
}

/* ---- reading one --------------------------------------------------------------------------------- */

static enum status read_small(struct statement *statement, enum record_type type, struct arena *arena,
                              struct record *record, int64_t *key, struct error *error) {
    int next = 0;
    struct slice json;
    record_init(record, type);
    enum status status = row_read(statement, 0, type, false, arena, record, &next, error);
    if (status != STATUS_OK) return status;
    if (!arena_copy(arena, statement_text(statement, next), &json)) return no_memory(error);
    *key = statement_integer(statement, next + 1);
    return row_json_to_extras(arena, json, record, error);
}

enum status small_get(struct store *store, const struct record *key_fields, struct arena *arena, struct record *record,
                      int64_t *key, bool *found, struct error *error) {
    struct statement *get;
    enum status status = prepare_table(store, key_fields->type, TABLE_GET, &get, error);
    if (status != STATUS_OK) return status;
    bind_keys(get, 1, key_fields);
    status = statement_step(get, found, error);
    if (status == STATUS_OK && *found) status = read_small(get, key_fields->type, arena, record, key, error);
    statement_reset(get);
    return status;
}

enum status small_get_next(struct store *store, enum record_type type, int64_t first, int64_t last, struct arena *arena,
                           struct record *record, int64_t *key, bool *found, struct error *error) {
    struct statement *get;
    enum status status = prepare_table(store, type, TABLE_NEXT, &get, error);
    *found = false;
    if (status != STATUS_OK) return status;
    statement_bind_integer(get, 1, first);
    statement_bind_integer(get, 2, last);
    status = statement_step(get, found, error);
    if (status == STATUS_OK && *found) status = read_small(get, type, arena, record, key, error);
    statement_reset(get);
    return status;
}

enum status store_get(struct store *store, enum record_type type, struct slice id, struct arena *arena,
                      struct record *record, bool *found, struct error *error) {
    *found = false;
    if (type == RECORD_EVENT) {
        struct stored_event event;
        enum status status = event_get(store, id, arena, &event, found, error);
        if (status == STATUS_OK && *found) *record = event.event;
        return status;
    }
    struct record key_fields;
    int64_t key;
    record_init(&key_fields, type);
    record_set(&key_fields, 0, id);
    return small_get(store, &key_fields, arena, record, &key, found, error);
}

/* ---- writing one --------------------------------------------------------------------------------- */

static enum status bind_all(struct store *store, struct statement *statement, const struct record *record, int64_t key,
                            int *next, int *field, struct error *error) {
    struct slice json;
    if (!row_extras_to_json(&store->scratch, record, &json)) return no_memory(error);
    int index = row_bind(statement, 1, record, false);
    statement_bind_text(statement, index++, json);
    statement_bind_integer(statement, index++, key);
    if (has_span(record->type)) {
        struct term_span span;
        enum status status = term_find_span(record, &span, field, error);
        if (status != STATUS_OK) return status;
        statement_bind_integer(statement, index++, span.start_min);
        statement_bind_integer(statement, index++, span.start_max);
        statement_bind_integer(statement, index++, span.end_min);
        statement_bind_integer(statement, index++, span.end_max);
    }
    *next = index;
    return STATUS_OK;
}

/* What refers to an event or a source must find it: a message of our own, before the engine's. */
static enum status check_reference(struct store *store, const struct record *record, int which,
                                   enum record_type type, int *field, struct error *error) {
    struct slice id = record_get(record, which);
    if (slice_is_empty(id)) return STATUS_OK;
    bool found = false;
    struct record ignored;
    enum status status = store_get(store, type, id, &store->scratch, &ignored, &found, error);
    if (status != STATUS_OK || found) return status;
    *field = which;
    error_set(error, STATUS_BAD_INPUT, "there is no %s \"%.*s\"", record_info(type)->name,
              (int)(id.size < 80 ? id.size : 80), id.data);
    error_advise(error, "add the %s first, or correct the id", record_info(type)->name);
    return STATUS_BAD_INPUT;
}

static enum status check_references(struct store *store, const struct record *record, int *field,
                                    struct error *error) {
    enum status status = STATUS_OK;
    if (record->type == RECORD_CLAIM) status = check_reference(store, record, CLAIM_EVENT, RECORD_EVENT, field, error);
    if (record->type == RECORD_LINK && slice_equals(record_get(record, LINK_FROM), record_get(record, LINK_TO))) {
        *field = LINK_TO;
        error_set(error, STATUS_BAD_INPUT, "the link leads from an event to itself");
        error_advise(error, "name two events, or remove the row");
        return STATUS_BAD_INPUT;
    }
    if (record->type == RECORD_LINK) {
        status = check_reference(store, record, LINK_FROM, RECORD_EVENT, field, error);
        if (status == STATUS_OK) status = check_reference(store, record, LINK_TO, RECORD_EVENT, field, error);
    }
    return status;
}

/* What else must be brought up to date when a record of this kind comes, changes or goes. */
static enum status note_change(struct store *store, const struct record *record, bool goes, struct error *error) {
    enum status status;
    switch (record->type) {
    case RECORD_COUNTRY: case RECORD_ORGANIZATION: case RECORD_PERSON: case RECORD_SOURCE:
        if (goes) {
            status = names_forget(store, record, error);
            return status == STATUS_OK ? remove_note_gone(store, record->type, record_get(record, 0), error) : status;
        }
        status = names_refresh(store, record, error);
        if (status != STATUS_OK || record->type != RECORD_SOURCE) return status;
        return settle_touch_source(store, record_get(record, SOURCE_ID), error);
    case RECORD_TERM: return settle_touch_person(store, record_get(record, TERM_PERSON), error);
    case RECORD_CLAIM: return settle_touch(store, record_get(record, CLAIM_EVENT), error);
    case RECORD_LINK: return settle_touch(store, record_get(record, LINK_TO), error);
    default: return STATUS_OK;
    }
}

/* What a search must index anew. */
static enum status note_texts(struct store *store, const struct record *old, const struct record *record,
                              struct error *error) {
    switch (record->type) {
    case RECORD_COUNTRY: case RECORD_ORGANIZATION: case RECORD_PERSON: case RECORD_SOURCE:
        return search_note_record(store, old, record, error);
    case RECORD_CLAIM: return search_note_claim(store, record_get(record, CLAIM_EVENT), error);
    default: return STATUS_OK;
    }
}

static enum status write_row(struct store *store, int64_t key, const struct record *old, const struct record *now, int *field,
                             struct error *error) {
    struct statement *put;
    int next = 1;
    enum record_type type = now ? now->type : old->type;
    enum table_use use = !now ? TABLE_DROP : old ? TABLE_UPDATE : TABLE_INSERT;
    enum status status = prepare_table(store, type, use, &put, error);
    if (status != STATUS_OK) return status;
    if (now) status = bind_all(store, put, now, key, &next, field, error);
    if (status != STATUS_OK) {
        statement_reset(put);
        return status;
    }
    if (use != TABLE_INSERT) statement_bind_integer(put, next, key);
    return statement_run(put, error);
}

/* What a record hung on before, or was called, when that is another now. */
static enum status note_left(struct store *store, const struct record *old, const struct record *now, struct error *error) {
    int field = old->type == RECORD_LINK ? LINK_TO : 0; /* else an id, the event of a claim, the person of a term */
    enum status status = STATUS_OK;
    if (slice_equals(record_get(old, field), record_get(now, field))) return STATUS_OK;
    switch (old->type) {
    case RECORD_COUNTRY: case RECORD_ORGANIZATION: case RECORD_PERSON: case RECORD_SOURCE:
        return note_change(store, old, true, error); /* under its old id it is gone */
    case RECORD_TERM: case RECORD_LINK: return note_change(store, old, false, error);
    case RECORD_CLAIM:
        status = note_change(store, old, false, error);
        return status == STATUS_OK ? note_texts(store, NULL, old, error) : status;
    default: return STATUS_OK;
    }
}

/* All that follows from a row that has been written. */
static enum status write_around(struct store *store, int64_t key, const struct record *old, const struct record *now,
                                bool restored, struct error *error) {
    const struct record *record = now ? now : old;
    enum status status = note_change(store, record, !now, error);
    if (status == STATUS_OK) status = note_texts(store, now ? old : NULL, record, error);
    if (status == STATUS_OK && old && now) status = note_left(store, old, now, error);
    if (status == STATUS_OK && old) status = row_count_extras(store, old, -1, error);
    if (status == STATUS_OK && now) status = row_count_extras(store, now, 1, error);
    return status == STATUS_OK ? history_note(store, record->type, key, old, now, restored, error) : status;
}

enum status small_write(struct store *store, int64_t *key, const struct record *old, const struct record *now, int *field,
                        struct error *error) {
    enum record_type type = now ? now->type : old->type;
    bool restored = !old && *key, takes = !*key;
    enum status status = write_may_begin(store, now, error);
    if (status == STATUS_OK && takes) status = history_take_key(store, type, key, error);
    if (status == STATUS_OK) status = write_row(store, *key, old, now, field, error);
    if (status != STATUS_OK) {
        if (takes) history_give_back_key(store, type, key);
        return status;
    }
    status = write_around(store, *key, old, now, restored, error);
    return status == STATUS_OK ? STATUS_OK : write_break(store, status, error);
}

static enum status put_small(struct store *store, struct record *record, enum store_change *change, int *field,
                             struct error *error) {
    struct record old, row;
    bool found = false;
    int64_t key = 0;
    enum status status = check_references(store, record, field, error);
    if (status == STATUS_OK) status = small_get(store, record, &store->scratch, &old, &key, &found, error);
    if (status == STATUS_OK && found) status = guard_see(store, record->type, key, error);
    if (status == STATUS_OK && found && store->guard) status = guard_copy_row(store, record, &row, error);
    if (status == STATUS_OK && found) status = row_merge(&store->scratch, &old, record, error);
    if (status == STATUS_OK) status = record_check_complete(record, field, error);
    if (status != STATUS_OK) return status;
    row_drop_empty_extras(record);
    *change = !found ? STORE_ADDED : row_equals(&old, record) ? STORE_UNCHANGED : STORE_UPDATED;
    struct store_meeting meeting = {key, &old, record, &row, NULL};
    if (*change != STORE_UNCHANGED)
        status = found ? guard_ask_change(store, &meeting, change, error) : guard_ask_addition(store, record, change, error);
    bool writes = *change != STORE_UNCHANGED && *change != STORE_LEFT;
    if (status == STATUS_OK && writes) status = small_write(store, &key, found ? &old : NULL, record, field, error);
    if (status != STATUS_OK || (*change == STORE_LEFT && !found)) return status;
    return guard_tell_standing(store, *change == STORE_LEFT ? &old : record, error);
}

enum status store_put(struct store *store, struct record *record, enum store_change *change, int *field,
                      struct error *error) {
    struct arena_mark mark = arena_mark(&store->scratch);
    *field = -1;
    enum status status = write_refuse_broken(store, error);
    if (status != STATUS_OK) return status;
    if (record->type == RECORD_EVENT) status = event_put(store, record, NULL, change, field, error);
    else if (record->type == RECORD_PARTY) status = party_put(store, record, change, field, error);
    else status = put_small(store, record, change, field, error);
    arena_rewind(&store->scratch, mark);
    return status;
}

enum status store_put_event(struct store *store, struct record *event, const struct party_rows *rows,
                            enum store_change *change, int *field, struct error *error) {
    struct arena_mark mark = arena_mark(&store->scratch);
    *field = -1;
    enum status status = write_refuse_broken(store, error);
    if (status == STATUS_OK) status = event_put(store, event, rows, change, field, error);
    arena_rewind(&store->scratch, mark);
    return status;
}

/* ---- many ----------------------------------------------------------------------------------------- */

static void append_key_order(struct buffer *sql, enum record_type type) {
    const struct record_info *info = record_info(type);
    bool first = true;
    for (size_t i = 0; i < info->field_count; i++) {
        if (!(info->fields[i].flags & FIELD_KEY)) continue;
        buffer_append_format(sql, "%s\"%s\"", first ? " ORDER BY " : ", ", info->fields[i].name);
        first = false;
    }
}

static enum status prepare_many(struct store *store, enum record_type type, const char *where,
                                struct statement **statement, struct error *error) {
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_text(&sql, "SELECT ");
    append_all_columns(&sql, type);
    buffer_append_format(&sql, " FROM \"%s\"%s", record_info(type)->name, where);
    append_key_order(&sql, type);
    enum status status = prepare_built(store, &sql, statement, error);
    buffer_free(&sql);
    return status;
}

/* Records come in the order of their keys, each once. In a file that was made so pages can name one another over and over: then
 * they would come without end. A NUL stands behind each field, so that the keys together are in the order of the keys. */
static enum status check_order(struct buffer *last, const struct record *record, struct error *error) {
    const struct record_info *info = record_info(record->type);
    struct buffer key;
    buffer_init(&key);
    for (size_t i = 0; i < info->field_count; i++) {
        if (!(info->fields[i].flags & FIELD_KEY)) continue;
        buffer_append_slice(&key, record->values[i]);
        buffer_append_byte(&key, '\0');
    }
    bool ascends = last->size == 0 || slice_compare(buffer_slice(&key), buffer_slice(last)) > 0;
    enum status status = buffer_failed(&key) ? no_memory(error)
                       : ascends ? STATUS_OK
                       : error_set(error, STATUS_CORRUPT, "the file is damaged: its %s come in no order", info->plural);
    buffer_free(last);
    *last = key;
    return status;
}

static enum status visit_small(struct store *store, enum record_type type, store_visit *visit, void *context,
                               struct error *error) {
    struct statement *statement;
    struct arena arena;
    struct buffer last;
    arena_init(&arena);
    buffer_init(&last);
    enum status status = prepare_many(store, type, "", &statement, error);
    for (bool row = true; status == STATUS_OK;) {
        struct record record;
        struct arena_mark mark = arena_mark(&arena);
        status = statement_step(statement, &row, error);
        if (status != STATUS_OK || !row) break;
        int64_t key;
        status = read_small(statement, type, &arena, &record, &key, error);
        if (status == STATUS_OK) status = check_order(&last, &record, error);
        if (status == STATUS_OK) status = visit(context, &record, error);
        arena_rewind(&arena, mark);
    }
    statement_free(statement);
    buffer_free(&last);
    arena_free(&arena);
    return status;
}

struct each_event {
    store_visit *visit;
    void *context;
    bool details; /* only the parties that need a row of parties.csv */
};

static enum status visit_details(const struct each_event *each, const struct record *event, struct error *error) {
    struct arena arena;
    struct party_list list;
    arena_init(&arena);
    enum status status = event_list_parties(&arena, event, &list, error);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++) {
        const struct party *party = &list.items[i];
        if (slice_is_empty(party->acts_for) && slice_is_empty(party->as)) continue;
        struct record row;
        record_init(&row, RECORD_PARTY);
        record_set(&row, PARTY_EVENT, record_get(event, EVENT_ID));
        record_set(&row, PARTY_TYPE, slice_from(party_type_name(party->type)));
        record_set(&row, PARTY_ID, party->id);
        record_set(&row, PARTY_ROLE, slice_is(party->role, "participant") ? SLICE_NONE : party->role);
        record_set(&row, PARTY_FOR, party->acts_for);
        record_set(&row, PARTY_AS, party->as);
        status = each->visit(each->context, &row, error);
    }
    arena_free(&arena);
    return status;
}

static enum status visit_event(void *context, struct stored_event *event, struct error *error) {
    struct each_event *each = context;
    if (!each->details) return each->visit(each->context, &event->event, error);
    if (!record_has(&event->event, EVENT_PARTY_DETAILS)) return STATUS_OK;
    return visit_details(each, &event->event, error);
}

enum status store_each(struct store *store, enum record_type type, store_visit *visit, void *context,
                       struct error *error) {
    if (type != RECORD_EVENT && type != RECORD_PARTY) return visit_small(store, type, visit, context, error);
    struct query all;
    query_init(&all);
    struct each_event each = {visit, context, type == RECORD_PARTY};
    return store_ask(store, &all, MATCH_NONE, visit_event, &each, error);
}

static const char *list_condition(enum record_type type) {
    switch (type) {
    case RECORD_TERM: return " WHERE person = ?1";
    case RECORD_CLAIM: return " WHERE event = ?1";
    case RECORD_LINK: return " WHERE \"from\" = ?1 OR \"to\" = ?1";
    case RECORD_NOTE: return " WHERE record = ?1";
    default: return "";
    }
}

enum status store_list(struct store *store, enum record_type type, struct slice of, struct arena *arena,
                       struct record **records, size_t *count, struct error *error) {
    struct statement **list = &store->tables[type].list;
    size_t capacity = 0;
    *records = NULL;
    *count = 0;
    enum status status = *list ? STATUS_OK : prepare_many(store, type, list_condition(type), list, error);
    if (status == STATUS_OK && *list_condition(type)) statement_bind_string(*list, 1, of);
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(*list, &row, error);
        if (status != STATUS_OK || !row) break;
        if (*count == capacity) {
            struct record *more = arena_alloc_array(arena, capacity ? capacity * 2 : 4, sizeof *more);
            if (more && capacity) memcpy(more, *records, capacity * sizeof *more);
            if (!more) status = no_memory(error);
            else *records = more;
            capacity = capacity ? capacity * 2 : 4;
        }
        int64_t key;
        if (status == STATUS_OK) status = read_small(*list, type, arena, &(*records)[*count], &key, error);
        if (status == STATUS_OK) (*count)++;
    }
    if (*list) statement_reset(*list);
    return status;
}
