/* The log: what was done to the record, revision by revision. */
#include "inside.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- what holds -------------------------------------------------------------------------------------------------- */

/* An undo of the revision that is asked about, of one of these undos, and so on. */
struct undo {
    int64_t revision, undoes, undone_by;
};

struct undos {
    struct arena *arena;
    struct undo *items; /* the latest first */
    size_t count, capacity;
};

static bool add_undo(struct undos *undos, int64_t revision, int64_t undoes) {
    if (undos->count == undos->capacity) {
        size_t capacity = undos->capacity ? undos->capacity * 2 : 4;
        struct undo *more = arena_alloc_array(undos->arena, capacity, sizeof *more);
        if (!more) return false;
        if (undos->count) memcpy(more, undos->items, undos->count * sizeof *more);
        undos->items = more;
        undos->capacity = capacity;
    }
    undos->items[undos->count++] = (struct undo){.revision = revision, .undoes = undoes};
    return true;
}

/* An undo is younger than what it takes back: so the chain ends in any file. */
static enum status list_undos(struct store *store, int64_t revision, struct undos *undos, struct error *error) {
    struct statement *find = store_statement(store, SQL_UNDOS_OF, error);
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_integer(find, 1, revision);
    enum status status = STATUS_OK;
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(find, &row, error);
        if (status != STATUS_OK || !row) break;
        if (!add_undo(undos, statement_integer(find, 0), statement_integer(find, 1))) status = no_memory(error);
    }
    statement_reset(find);
    return status;
}

static struct undo *find_undo(const struct undos *undos, int64_t revision) {
    size_t from = 0, to = undos->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (undos->items[middle].revision == revision) return &undos->items[middle];
        if (undos->items[middle].revision > revision) from = middle + 1;
        else to = middle;
    }
    return NULL;
}

/* From the latest on: an undo that nothing holds against takes back what it undoes. */
static enum status find_undone_by(struct store *store, int64_t revision, int64_t *undone_by, struct error *error) {
    struct arena_mark mark = arena_mark(&store->scratch);
    struct undos undos = {.arena = &store->scratch};
    enum status status = list_undos(store, revision, &undos, error);
    *undone_by = 0;
    for (size_t i = 0; status == STATUS_OK && i < undos.count; i++) {
        if (undos.items[i].undone_by) continue;
        struct undo *undone = find_undo(&undos, undos.items[i].undoes);
        int64_t *by = undone ? &undone->undone_by : undone_by;
        if (*by == 0) *by = undos.items[i].revision;
    }
    arena_rewind(&store->scratch, mark);
    return status;
}

enum status store_find_undoable(struct store *store, int64_t *revision, struct error *error) {
    struct statement *find = NULL;
    int64_t undone_by = 0, before = INT64_MAX;
    enum status status = engine_prepare(store->engine, "SELECT revision FROM revision WHERE revision < ?1 AND undoes IS NULL "
                                        "ORDER BY revision DESC LIMIT 1", &find, error);
    *revision = 0;
    while (status == STATUS_OK) {
        bool row = false;
        statement_bind_integer(find, 1, before);
        status = statement_step(find, &row, error);
        if (status == STATUS_OK && row) before = statement_integer(find, 0);
        statement_reset(find);
        if (status != STATUS_OK || !row) break;
        status = find_undone_by(store, before, &undone_by, error);
        if (status != STATUS_OK || undone_by) continue;
        *revision = before;
        break;
    }
    statement_free(find);
    return status;
}

/* ---- one revision ------------------------------------------------------------------------------------------------ */

static enum status read_files(struct store *store, struct arena *arena, struct store_revision *revision, struct error *error) {
    struct statement *get = store_statement(store, SQL_FILES_OF, error);
    struct store_file *files = NULL;
    size_t capacity = 0;
    enum status status = get ? STATUS_OK : STATUS_ENVIRONMENT;
    if (get) statement_bind_integer(get, 1, revision->number);
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(get, &row, error);
        if (status != STATUS_OK || !row) break;
        if (revision->file_count == capacity) {
            struct store_file *more = arena_alloc_array(arena, capacity ? capacity * 2 : 4, sizeof *more);
            if (more && capacity) memcpy(more, files, capacity * sizeof *more);
            if (!more) status = no_memory(error);
            else files = more;
            capacity = capacity ? capacity * 2 : 4;
        }
        if (status != STATUS_OK) break;
        struct store_file *file = &files[revision->file_count++];
        *file = (struct store_file){.size_bytes = statement_integer(get, 2), .rows = statement_integer(get, 3)};
        if (!arena_copy(arena, statement_text(get, 0), &file->name) || !arena_copy(arena, statement_text(get, 1), &file->sha256))
            status = no_memory(error);
    }
    if (get) statement_reset(get);
    revision->files = files;
    return status;
}

#define REVISION_COLUMNS "revision, undoes, \"time\", command, user, reason, content, added, updated, removed"

static enum status read_revision(struct store *store, struct statement *row, struct arena *arena, struct store_revision *revision,
                                 struct error *error) {
    *revision = (struct store_revision){.number = statement_integer(row, 0), .undoes = statement_integer(row, 1),
                                        .added = statement_integer(row, 7), .updated = statement_integer(row, 8),
                                        .removed = statement_integer(row, 9)};
    struct slice *const texts[] = {&revision->time, &revision->command, &revision->user, &revision->reason, &revision->content};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!arena_copy(arena, statement_text(row, (int)i + 2), texts[i])) return no_memory(error);
    enum status status = find_undone_by(store, revision->number, &revision->undone_by, error);
    return status == STATUS_OK ? read_files(store, arena, revision, error) : status;
}

enum status store_get_revision(struct store *store, int64_t number, struct arena *arena, struct store_revision *revision,
                               bool *found, struct error *error) {
    struct statement *get = NULL;
    *found = false;
    enum status status = engine_prepare(store->engine, "SELECT " REVISION_COLUMNS " FROM revision WHERE revision = ?1", &get,
                                        error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(get, 1, number);
    status = statement_step(get, found, error);
    if (status == STATUS_OK && *found) status = read_revision(store, get, arena, revision, error);
    statement_free(get);
    return status;
}

/* ---- many -------------------------------------------------------------------------------------------------------- */

enum status store_each_revision(struct store *store, int64_t from, int64_t to, bool newest_first, store_revision_visit *visit,
                                void *context, struct error *error) {
    static const char oldest[] = "SELECT " REVISION_COLUMNS " FROM revision WHERE revision BETWEEN ?1 AND ?2 ORDER BY revision";
    static const char newest[] = "SELECT " REVISION_COLUMNS " FROM revision WHERE revision BETWEEN ?1 AND ?2 "
                                 "ORDER BY revision DESC";
    struct statement *list = NULL;
    struct store_revision revision;
    struct arena arena;
    enum status status = engine_prepare(store->engine, newest_first ? newest : oldest, &list, error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(list, 1, from);
    statement_bind_integer(list, 2, to);
    arena_init(&arena);
    for (bool row = true; status == STATUS_OK;) {
        struct arena_mark mark = arena_mark(&arena);
        status = statement_step(list, &row, error);
        if (status != STATUS_OK || !row) break;
        status = read_revision(store, list, &arena, &revision, error);
        if (status == STATUS_OK) status = visit(context, &revision, error);
        arena_rewind(&arena, mark);
    }
    statement_free(list);
    arena_free(&arena);
    return status;
}

enum status store_each_revision_of(struct store *store, struct slice name, store_revision_visit *visit, void *context,
                                   struct error *error) {
    struct statement *touches = NULL;
    struct arena arena;
    int64_t last = 0; /* a revision that touched several records of that name is one */
    enum status status = history_prepare_touches(store, name, &touches, error);
    arena_init(&arena);
    for (bool row = true, found = false; status == STATUS_OK;) {
        struct store_revision revision;
        struct arena_mark mark = arena_mark(&arena);
        status = statement_step(touches, &row, error);
        if (status != STATUS_OK || !row) break;
        int64_t number = statement_integer(touches, 2);
        if (number == last) continue;
        last = number;
        status = store_get_revision(store, number, &arena, &revision, &found, error);
        if (status == STATUS_OK && found) status = visit(context, &revision, error);
        arena_rewind(&arena, mark);
    }
    statement_free(touches);
    arena_free(&arena);
    return status;
}

/* ---- what it touched --------------------------------------------------------------------------------------------- */

/* Events, what hangs on them, then whom they name; what is said of a record last. Of the ranks of the log. */
#define IN_ORDER_OF_NOTICE(rank) "CASE " rank " WHEN 6 THEN 0 WHEN 7 THEN 1 WHEN 8 THEN 2 WHEN 10 THEN 30 ELSE 10 + " rank " END"

static enum status take_name(struct arena *arena, struct slice text, struct slice_list *names, struct error *error) {
    struct slice name;
    for (size_t i = 0; i < names->count; i++)
        if (slice_equals(names->items[i], text)) return STATUS_OK;
    return arena_copy(arena, text, &name) && arena_append(arena, names, name) ? STATUS_OK : no_memory(error);
}

static enum status take_names(struct statement *rows, size_t limit, struct arena *arena, struct slice_list *names,
                              struct error *error) {
    enum status status = STATUS_OK;
    for (bool row = true; status == STATUS_OK && names->count < limit;) {
        status = statement_step(rows, &row, error);
        if (status != STATUS_OK || !row) break;
        status = take_name(arena, statement_text(rows, 0), names, error);
    }
    return status;
}

/* Only the first of many are put in order. */
static enum status name_changed(struct store *store, int64_t number, size_t limit, struct arena *arena,
                                struct slice_list *names, struct error *error) {
    struct statement *list = NULL;
    enum status status = history_prepare_ranked(store, "SELECT name FROM (SELECT name, change, ", " AS place FROM (SELECT name, "
        "change, type FROM record_change WHERE revision = ?1 ORDER BY change LIMIT 64)) ORDER BY "
        IN_ORDER_OF_NOTICE("place") ", change", &list, error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(list, 1, number);
    status = take_names(list, limit, arena, names, error);
    statement_free(list);
    return status;
}

/* Of a stretch those that are there. */
static enum status name_present(struct store *store, enum record_type type, int64_t first, int64_t last, size_t limit,
                                struct arena *arena, struct slice_list *names, struct error *error) {
    enum status status = STATUS_OK;
    for (bool found = true; status == STATUS_OK && names->count < limit && first <= last;) {
        struct record record;
        struct buffer name;
        int64_t key;
        status = history_get_next(store, type, first, last, arena, &record, &key, &found, error);
        if (status != STATUS_OK || !found) break;
        buffer_init(&name);
        record_append_name(&name, &record);
        status = buffer_failed(&name) ? no_memory(error) : take_name(arena, buffer_slice(&name), names, error);
        buffer_free(&name);
        if (key >= last) break;
        first = key + 1;
    }
    return status;
}

/* Of a stretch that is gone again, as later changes have them. */
static enum status name_gone(struct store *store, enum record_type type, int64_t first, int64_t last, size_t limit,
                             struct arena *arena, struct slice_list *names, struct error *error) {
    struct statement *list = NULL;
    enum status status = engine_prepare(store->engine, "SELECT min(name) FROM record_change WHERE type = ?1 AND key BETWEEN ?2 "
                                        "AND ?3 GROUP BY key ORDER BY key", &list, error);
    if (status != STATUS_OK) return status;
    statement_bind_string(list, 1, slice_from(history_type_word(type)));
    statement_bind_integer(list, 2, first);
    statement_bind_integer(list, 3, last);
    status = take_names(list, limit, arena, names, error);
    statement_free(list);
    return status;
}

static enum status name_added(struct store *store, int64_t number, size_t limit, struct arena *arena, struct slice_list *names,
                              struct error *error) {
    struct statement *list = NULL;
    enum status status = history_prepare_ranked(store, "SELECT place, first, last FROM (SELECT first, last, ", " AS place "
        "FROM record_added WHERE revision = ?1) ORDER BY " IN_ORDER_OF_NOTICE("place"), &list, error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(list, 1, number);
    for (bool row = true; status == STATUS_OK && names->count < limit;) {
        size_t before = names->count;
        status = statement_step(list, &row, error);
        if (status != STATUS_OK || !row) break;
        int64_t place = statement_integer(list, 0), first = statement_integer(list, 1), last = statement_integer(list, 2);
        if (place < 1 || place > RECORD_TYPES || place == RECORD_PARTY + 1 || first < 1) continue;
        enum record_type type = (enum record_type)(place - 1);
        status = name_present(store, type, first, last, limit, arena, names, error);
        if (status == STATUS_OK && names->count == before)
            status = name_gone(store, type, first, last, limit, arena, names, error);
    }
    statement_free(list);
    return status;
}

enum status store_name_touched(struct store *store, int64_t number, size_t limit, struct arena *arena, struct slice_list *names,
                               struct error *error) {
    *names = (struct slice_list){NULL, 0};
    enum status status = name_changed(store, number, limit, arena, names, error);
    return status == STATUS_OK ? name_added(store, number, limit, arena, names, error) : status;
}

/* ---- finding one ------------------------------------------------------------------------------------------------- */

/* The number in the only row, or 0 when there is none. */
static enum status find_number(struct store *store, const char *sql, struct slice text, int64_t *number, struct error *error) {
    struct statement *find = NULL;
    bool row = false;
    *number = 0;
    enum status status = engine_prepare(store->engine, sql, &find, error);
    if (status != STATUS_OK) return status;
    statement_bind_string(find, 1, text);
    status = statement_step(find, &row, error);
    if (status == STATUS_OK && row) *number = statement_integer(find, 0);
    statement_free(find);
    return status;
}

enum status store_find_content(struct store *store, struct slice hash, int64_t *revision, bool *found, struct error *error) {
    enum status status = find_number(store, "SELECT max(revision) FROM revision WHERE content = ?1", hash, revision, error);
    *found = *revision > 0;
    return status;
}

/* From the latest on: a clock that was set back does not change which revision came after which. */
enum status store_find_moment(struct store *store, struct slice time, int64_t *revision, struct error *error) {
    return find_number(store, "SELECT revision FROM revision WHERE revision > 0 AND \"time\" <= ?1 AND \"time\" > '' AND revision < "
                       "coalesce((SELECT min(revision) FROM revision WHERE \"time\" > ?1), 9223372036854775807) "
                       "ORDER BY revision DESC LIMIT 1", time, revision, error);
}
