/* Noting what a write does, while it does it.
 *
 * New records get keys that follow one another, so that one stretch of keys says what a write added: a million new rows
 * cost the log one row. What is changed or removed is kept as it was, once per write. Everything is written in the
 * transaction of the write itself, and is taken back with it. */
#include "inside.h"

#include "../base/number.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- hashes --------------------------------------------------------------------------------------------- */

static bool hash_buffer(struct buffer *text, struct hash128 *hash) {
    bool good = !buffer_failed(text);
    if (good) *hash = hash_wide(buffer_slice(text));
    buffer_free(text);
    return good;
}

/* Fields by name, so that a field more in a later version changes no hash. */
static void append_member(struct buffer *text, struct slice name, struct slice value) {
    buffer_append_byte(text, '\x1e');
    buffer_append_slice(text, name);
    buffer_append_byte(text, '\x1f');
    buffer_append_slice(text, value);
}

static bool is_kept(const struct field *field) { return !(field->flags & FIELD_ROW_ONLY); }

/* Imposer and target are said by the parties. */
static bool is_said_twice(enum record_type type, size_t field) {
    return type == RECORD_EVENT && (field == EVENT_IMPOSER || field == EVENT_TARGET);
}

bool store_hash_record(const struct record *record, struct hash128 *hash) {
    const struct record_info *info = record_info(record->type);
    struct buffer text;
    buffer_init(&text);
    buffer_append_text(&text, info->name);
    for (size_t i = 0; i < info->field_count; i++)
        if (record_has(record, (int)i) && is_kept(&info->fields[i]) && !is_said_twice(record->type, i))
            append_member(&text, slice_from(info->fields[i].name), record->values[i]);
    for (size_t i = 0; i < record->extra_count; i++) {
        buffer_append_byte(&text, '\x1d');
        append_member(&text, record->extras[i].name, record->extras[i].value);
    }
    return hash_buffer(&text, hash);
}

static bool hash_dossier(struct slice json, struct hash128 *hash) {
    struct buffer text;
    *hash = (struct hash128){0, 0};
    if (slice_is_empty(json)) return true;
    buffer_init(&text);
    buffer_append_text(&text, "dossier");
    append_member(&text, SLICE_NONE, json);
    return hash_buffer(&text, hash);
}

static enum status add_hash(void *context, struct record *record, struct error *error) {
    struct hash128 hash;
    if (!store_hash_record(record, &hash)) return no_memory(error);
    hash128_add(context, hash);
    return STATUS_OK;
}

enum status history_hash_everything(struct store *store, struct hash128 *sum, struct error *error) {
    struct arena arena;
    struct slice dossier;
    struct hash128 hash;
    arena_init(&arena);
    *sum = (struct hash128){0, 0};
    enum status status = STATUS_OK;
    for (int type = 0; status == STATUS_OK && type < RECORD_TYPES; type++)
        if (type != RECORD_PARTY) status = store_each(store, (enum record_type)type, add_hash, sum, error);
    if (status == STATUS_OK) status = store_get_dossier(store, &arena, &dossier, error);
    if (status == STATUS_OK && !hash_dossier(dossier, &hash)) status = no_memory(error);
    if (status == STATUS_OK) hash128_add(sum, hash);
    arena_free(&arena);
    return status;
}

enum status store_hash_content(struct store *store, struct hash128 *hash, struct error *error) {
    struct statement *find;
    if (store->writing && store->history.has_content) {
        *hash = store->history.content;
        return STATUS_OK;
    }
    enum status status = engine_prepare(store->engine, "SELECT content FROM revision WHERE revision = "
                                        "(SELECT max(revision) FROM revision)", &find, error);
    bool row = false, known = false;
    if (status == STATUS_OK) status = statement_step(find, &row, error);
    if (status == STATUS_OK && row) known = hash128_parse(statement_text(find, 0), hash);
    statement_free(find);
    if (status == STATUS_OK && row && !known)
        return error_set(error, STATUS_CORRUPT, "the log of the record is damaged: a revision has no hash of the content");
    return status == STATUS_OK && !row ? history_hash_everything(store, hash, error) : status;
}

static enum status change_content(struct store *store, const struct hash128 *before, const struct hash128 *after,
                                  struct error *error) {
    struct write_history *history = &store->history;
    if (!history->has_content) return error_set(error, STATUS_ENVIRONMENT, "a change outside a write");
    if (before) hash128_subtract(&history->content, *before);
    if (after) hash128_add(&history->content, *after);
    return STATUS_OK;
}

/* ---- images --------------------------------------------------------------------------------------------- */

static void append_json_member(struct buffer *text, struct slice prefix, struct slice name, struct slice value) {
    struct buffer whole;
    buffer_init(&whole);
    buffer_append_slice(&whole, prefix);
    buffer_append_slice(&whole, name);
    buffer_append_byte(text, text->size ? ',' : '{');
    buffer_append_json(text, buffer_slice(&whole));
    buffer_append_byte(text, ':');
    buffer_append_json(text, value);
    if (buffer_failed(&whole)) text->failed = true;
    buffer_free(&whole);
}

bool history_write_image(struct arena *arena, const struct record *record, struct slice *json) {
    const struct record_info *info = record_info(record->type);
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < info->field_count; i++)
        if (record_has(record, (int)i) && is_kept(&info->fields[i]) && !is_said_twice(record->type, i))
            append_json_member(&text, SLICE_NONE, slice_from(info->fields[i].name), record->values[i]);
    for (size_t i = 0; i < record->extra_count; i++)
        append_json_member(&text, SLICE_OF("extra."), record->extras[i].name, record->extras[i].value);
    buffer_append_text(&text, text.size ? "}" : "{}");
    bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), json);
    buffer_free(&text);
    return done;
}

/* A flat object of texts, as extras are kept; members that are fields become values. */
enum status history_read_image(struct arena *arena, enum record_type type, struct slice json, struct record *record,
                               struct error *error) {
    struct slice prefix = SLICE_OF("extra.");
    record_init(record, type);
    enum status status = row_json_to_extras(arena, json, record, error);
    if (status != STATUS_OK) return status;
    size_t extras = 0;
    for (size_t i = 0; i < record->extra_count; i++) {
        struct extra member = record->extras[i];
        bool is_extra = member.name.size > prefix.size && memcmp(member.name.data, prefix.data, prefix.size) == 0;
        int field = is_extra ? -1 : record_find_field(type, member.name);
        if (field >= 0) record_set(record, field, member.value);
        if (field >= 0) continue;
        if (is_extra) member.name = slice_part(member.name, prefix.size, member.name.size);
        record->extras[extras++] = member;
    }
    record->extra_count = extras;
    record->given = ~UINT64_C(0);
    return STATUS_OK;
}

/* ---- a write ---------------------------------------------------------------------------------------------- */

enum status history_begin(struct store *store, struct error *error) {
    struct write_history *history = &store->history;
    *history = (struct write_history){0};
    enum status status = engine_number(store->engine, "SELECT coalesce(max(revision), 0) + 1 FROM revision",
                                       &history->revision, error);
    if (status == STATUS_OK) status = store_hash_content(store, &history->content, error);
    history->has_content = status == STATUS_OK;
    return status;
}

void store_tell_author(struct store *store, const struct store_author *author) { store->history.author = author; }

enum status store_find_revision(struct store *store, int64_t *revision, struct error *error) {
    if (store->writing) {
        *revision = store->history.revision;
        return STATUS_OK;
    }
    return engine_number(store->engine, "SELECT coalesce(max(revision), 0) FROM revision", revision, error);
}

static void append_high_name(struct buffer *name, enum record_type type) {
    buffer_append_format(name, "highest %s", record_info(type)->name);
}

/* The highest key that a type ever had, as far as its record is gone. */
static enum status read_highest(struct store *store, enum record_type type, int64_t *highest, struct error *error) {
    struct statement *get = store_statement(store, SQL_META_GET, error);
    struct buffer name;
    bool row = false;
    if (!get) return STATUS_ENVIRONMENT;
    buffer_init(&name);
    append_high_name(&name, type);
    enum status status = buffer_failed(&name) ? no_memory(error) : STATUS_OK;
    statement_bind_string(get, 1, buffer_slice(&name));
    if (status == STATUS_OK) status = statement_step(get, &row, error);
    *highest = 0;
    if (status == STATUS_OK && row) {
        int64_t value;
        if (!number_parse_integer(statement_text(get, 0), &value))
            status = error_set(error, STATUS_CORRUPT, "the log of the record is damaged: meta has no number of keys");
        else *highest = value;
    }
    statement_reset(get);
    buffer_free(&name);
    return status;
}

static enum status write_highest(struct store *store, enum record_type type, struct error *error) {
    int64_t highest, removed = store->history.highest_removed[type];
    enum status status = removed ? read_highest(store, type, &highest, error) : STATUS_OK;
    if (status != STATUS_OK || !removed || highest >= removed) return status;
    struct statement *put = store_statement(store, SQL_META_PUT, error);
    struct buffer name, value;
    if (!put) return STATUS_ENVIRONMENT;
    buffer_init(&name);
    buffer_init(&value);
    append_high_name(&name, type);
    buffer_append_integer(&value, removed);
    statement_bind_string(put, 1, buffer_slice(&name));
    statement_bind_string(put, 2, buffer_slice(&value));
    status = buffer_failed(&name) || buffer_failed(&value) ? no_memory(error) : statement_run(put, error);
    buffer_free(&name);
    buffer_free(&value);
    return status;
}

static enum status find_next_key(struct store *store, enum record_type type, int64_t *next, struct error *error) {
    int64_t there = 0, gone = 0;
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_format(&sql, "SELECT coalesce(max(\"%s\"), 0) FROM \"%s\"", type == RECORD_EVENT ? "event" : "key",
                         record_info(type)->name);
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(error) : engine_number(store->engine, sql.data, &there, error);
    buffer_free(&sql);
    if (status == STATUS_OK) status = read_highest(store, type, &gone, error);
    if (status != STATUS_OK) return status;
    if (store->history.highest_removed[type] > gone) gone = store->history.highest_removed[type];
    *next = (there > gone ? there : gone) + 1;
    return there < INT64_MAX && gone < INT64_MAX ? STATUS_OK
         : error_set(error, STATUS_CORRUPT, "the record has no keys left for a new %s", record_info(type)->name);
}

enum status history_take_key(struct store *store, enum record_type type, int64_t *key, struct error *error) {
    struct write_history *history = &store->history;
    enum status status = STATUS_OK;
    if (history->next[type] == 0) {
        status = find_next_key(store, type, &history->next[type], error);
        history->first[type] = history->next[type];
    }
    if (status == STATUS_OK) *key = history->next[type]++;
    return status;
}

void history_give_back_key(struct store *store, enum record_type type, int64_t *key) {
    struct write_history *history = &store->history;
    if (*key && history->next[type] == *key + 1) history->next[type]--;
    *key = 0;
}

/* ---- what changed ------------------------------------------------------------------------------------------- */

static enum status put_change(struct store *store, enum statement_name which, const char *type, int64_t key, struct slice name,
                              struct slice image, bool *is_new, struct error *error) {
    struct statement *put = store_statement(store, which, error);
    if (!put) return STATUS_ENVIRONMENT;
    statement_bind_integer(put, 1, store->history.revision);
    statement_bind_string(put, 2, slice_from(type));
    statement_bind_integer(put, 3, key);
    if (which != SQL_CHANGE_DROP) statement_bind_string(put, 4, name);
    if (which == SQL_CHANGE_UPDATED || which == SQL_CHANGE_REMOVED || which == SQL_CHANGE_BACK) statement_bind_string(put, 5, image);
    enum status status = statement_run(put, error);
    *is_new = status == STATUS_OK && statement_changes(put) > 0;
    return status;
}

static enum status note_image(struct store *store, enum statement_name which, int64_t key, const struct record *record,
                              bool *is_new, struct error *error) {
    struct arena_mark mark = arena_mark(&store->scratch);
    struct slice image = SLICE_NONE;
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    bool good = which == SQL_CHANGE_RESTORED || history_write_image(&store->scratch, record, &image);
    enum status status = !good || buffer_failed(&name) ? no_memory(error)
                       : put_change(store, which, record_info(record->type)->name, key, buffer_slice(&name), image, is_new, error);
    buffer_free(&name);
    arena_rewind(&store->scratch, mark);
    return status;
}

/* What this write itself has added. */
static bool is_of_this_write(const struct write_history *history, enum record_type type, int64_t key) {
    return history->next[type] && key >= history->first[type];
}

enum noted { NOTED_NOT, NOTED_UPDATED, NOTED_REMOVED, NOTED_RESTORED };

/* What this write has noted of a record already. */
static enum status find_noted(struct store *store, enum record_type type, int64_t key, enum noted *noted, struct error *error) {
    const struct write_history *history = &store->history;
    bool row = false;
    *noted = NOTED_NOT;
    if (!history->updated && !history->removed && !history->restored) return STATUS_OK;
    struct statement *find = store_statement(store, SQL_CHANGE_OF, error);
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, slice_from(history_type_word(type)));
    statement_bind_integer(find, 2, key);
    statement_bind_integer(find, 3, history->revision);
    enum status status = statement_step(find, &row, error);
    struct slice action = status == STATUS_OK && row ? statement_text(find, 0) : SLICE_NONE;
    if (slice_is(action, "updated")) *noted = NOTED_UPDATED;
    if (slice_is(action, "removed")) *noted = NOTED_REMOVED;
    if (slice_is(action, "restored")) *noted = NOTED_RESTORED;
    statement_reset(find);
    return status;
}

/* As the rows of the log then say it: one that went and came back is updated; one that came back and went again was never
 * away. */
static void count_kept(struct write_history *history, enum noted noted, bool goes) {
    if (!goes && noted == NOTED_REMOVED) {
        history->removed--;
        history->updated++;
    } else if (!goes) history->added++;
    else if (noted == NOTED_RESTORED) history->added--;
    else {
        history->removed++;
        history->updated -= noted == NOTED_UPDATED;
    }
}

static enum status note_kept(struct store *store, int64_t key, const struct record *old, const struct record *now,
                             bool restored, struct error *error) {
    struct write_history *history = &store->history;
    bool is_new = false;
    enum noted noted = NOTED_NOT;
    enum status status = STATUS_OK;
    if (restored || !now) status = find_noted(store, (now ? now : old)->type, key, &noted, error);
    if (status != STATUS_OK) return status;
    if (restored) {
        count_kept(history, noted, false);
        history->restored = true;
        return note_image(store, SQL_CHANGE_RESTORED, key, now, &is_new, error);
    }
    if (now) {
        status = note_image(store, SQL_CHANGE_UPDATED, key, old, &is_new, error);
        history->updated += is_new;
        if (status != STATUS_OK || is_new) return status;
        /* It changed before in this write: where it is again as it was, it has not changed. */
        status = note_image(store, SQL_CHANGE_BACK, key, now, &is_new, error);
        history->updated -= is_new;
        return status;
    }
    count_kept(history, noted, true);
    status = note_image(store, SQL_CHANGE_REMOVED, key, old, &is_new, error);
    /* What it had brought back itself and takes away again was never away. */
    return status == STATUS_OK && history->restored
         ? put_change(store, SQL_CHANGE_DROP, record_info(old->type)->name, key, SLICE_NONE, SLICE_NONE, &is_new, error) : status;
}

static enum status note_content(struct store *store, const struct record *old, const struct record *now, struct error *error) {
    struct hash128 before, after;
    if ((old && !store_hash_record(old, &before)) || (now && !store_hash_record(now, &after))) return no_memory(error);
    return change_content(store, old ? &before : NULL, now ? &after : NULL, error);
}

enum status history_note(struct store *store, enum record_type type, int64_t key, const struct record *old,
                         const struct record *now, bool restored, struct error *error) {
    struct write_history *history = &store->history;
    enum status status = note_content(store, old, now, error);
    if (status != STATUS_OK || history->silent) return status;
    history->logged = false;
    if (!now && key > history->highest_removed[type]) history->highest_removed[type] = key;
    if (!is_of_this_write(history, type, key)) return note_kept(store, key, old, now, restored, error);
    history->added += !old;
    history->added -= !now;
    return STATUS_OK;
}

enum status history_note_dossier(struct store *store, struct slice old, struct slice now, struct error *error) {
    struct hash128 before, after;
    bool is_new;
    if (!hash_dossier(old, &before) || !hash_dossier(now, &after)) return no_memory(error);
    enum status status = change_content(store, &before, &after, error);
    if (store->history.silent) return status;
    if (slice_is_empty(old)) store->history.added++;
    else if (slice_is_empty(now)) store->history.removed++;
    else store->history.updated += !store->history.dossier;
    store->history.dossier = true;
    store->history.logged = false;
    if (status != STATUS_OK) return status;
    enum statement_name which = slice_is_empty(old) ? SQL_CHANGE_RESTORED
                              : slice_is_empty(now) ? SQL_CHANGE_REMOVED : SQL_CHANGE_UPDATED;
    return put_change(store, which, history_type_word(RECORD_TYPES), 0, SLICE_OF("dossier"), old, &is_new, error);
}

/* ---- the row of the log --------------------------------------------------------------------------------------- */

static enum status write_revision(struct store *store, const struct store_author *author, struct error *error) {
    const struct write_history *history = &store->history;
    struct statement *put;
    char content[HASH128_TEXT];
    hash128_format(history->content, content);
    enum status status = engine_prepare(store->engine, "INSERT OR REPLACE INTO revision (revision, \"time\", command, user, reason, "
                                        "undoes, added, updated, removed, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                                        "?10)", &put, error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(put, 1, history->revision);
    statement_bind_string(put, 2, author->time);
    statement_bind_string(put, 3, author->command);
    statement_bind_text(put, 4, author->user);
    statement_bind_text(put, 5, author->reason);
    if (author->undoes) statement_bind_integer(put, 6, author->undoes);
    else statement_bind_null(put, 6);
    statement_bind_integer(put, 7, history->added);
    statement_bind_integer(put, 8, history->updated);
    statement_bind_integer(put, 9, history->removed);
    statement_bind_string(put, 10, slice_from(content));
    status = statement_run(put, error);
    statement_free(put);
    return status;
}

static enum status write_stretches(struct store *store, struct error *error) {
    const struct write_history *history = &store->history;
    struct statement *put;
    enum status status = engine_prepare(store->engine, "INSERT OR REPLACE INTO record_added (revision, type, first, last) "
                                        "VALUES (?1, ?2, ?3, ?4)", &put, error);
    for (int type = 0; status == STATUS_OK && type < RECORD_TYPES; type++) {
        if (history->next[type] == history->first[type]) continue;
        statement_bind_integer(put, 1, history->revision);
        statement_bind_string(put, 2, slice_from(record_info((enum record_type)type)->name));
        statement_bind_integer(put, 3, history->first[type]);
        statement_bind_integer(put, 4, history->next[type] - 1);
        status = statement_run(put, error);
    }
    statement_free(put);
    return status;
}

static enum status write_files(struct store *store, const struct store_author *author, struct error *error) {
    struct statement *put;
    if (author->file_count == 0) return STATUS_OK;
    enum status status = engine_prepare(store->engine, "INSERT OR REPLACE INTO revision_file (revision, number, name, sha256, "
                                        "bytes, rows) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", &put, error);
    for (size_t i = 0; status == STATUS_OK && i < author->file_count; i++) {
        statement_bind_integer(put, 1, store->history.revision);
        statement_bind_integer(put, 2, (int64_t)i + 1);
        statement_bind_string(put, 3, author->files[i].name);
        statement_bind_string(put, 4, author->files[i].sha256);
        statement_bind_integer(put, 5, author->files[i].size_bytes);
        statement_bind_integer(put, 6, author->files[i].rows);
        status = statement_run(put, error);
    }
    statement_free(put);
    return status;
}

enum status history_flush(struct store *store, struct error *error) {
    static const struct store_author nobody = {.command = {"put", 3}};
    struct write_history *history = &store->history;
    const struct store_author *author = history->author ? history->author : &nobody;
    enum status status = STATUS_OK;
    if (history->silent) return STATUS_OK;
    for (int type = 0; status == STATUS_OK && type < RECORD_TYPES; type++)
        status = write_highest(store, (enum record_type)type, error);
    bool changed = history->added || history->updated || history->removed || history->dossier;
    if (status != STATUS_OK || history->logged || !changed) return status;
    status = write_revision(store, author, error);
    if (status == STATUS_OK) status = write_stretches(store, error);
    if (status == STATUS_OK) status = write_files(store, author, error);
    history->logged = status == STATUS_OK;
    return status;
}

enum status store_log_write(struct store *store, struct error *error) {
    enum status status = store_settle(store, error);
    return status == STATUS_OK ? history_flush(store, error) : status;
}
