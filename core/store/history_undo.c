/* Taking a revision back: every record that it changed becomes what it was before, under the key that it had.
 *
 * First it is found out what stands in the way: a record that is now neither what the revision left nor what it was
 * before. Then what it added goes, what it changed changes back, and what it removed returns, in this order and each
 * backwards, so that ids are free before they are taken. Records are read and written one at a time: the space is
 * constant, the work follows what the revision changed and what later ones changed of the same.
 *
 * Invariant: when nothing stands in the way, all that the revision touched is afterwards exactly what the revision before
 * it left, and no record names one that is not there (remove_check_gone). */
#include "inside.h"

#include <stdio.h>
#include <stdlib.h>

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }
static enum status damaged(struct error *error) {
    return error_set(error, STATUS_CORRUPT, "the log of the record is damaged: a change in it cannot be read");
}

enum { OBSTACLES_SHOWN = 5, OBSTACLE_REVISIONS = 64, REVISIONS_ADVISED = 4 };

/* What stands in the way. */
struct obstacles {
    int64_t count;
    struct buffer shown;                  /* the first of them, in words */
    int64_t revisions[OBSTACLE_REVISIONS]; /* later ones that must be taken back first */
    size_t revision_count;
    bool more_revisions;
};

struct undoing {
    struct store *store;
    int64_t revision;
    int64_t written; /* records that changed back */
    struct obstacles obstacles;
    struct arena arena; /* rewound per record */
    struct error *error;
};

/* A record in the log or as it is now; `there` false: it is not there. Of the dossier's words the text alone. */
struct state {
    bool there;
    struct slice text;
    struct stored_event event; /* of events; `record` is its event */
    struct record record;
};

/* A row of record_change. */
struct change_row {
    enum record_type type;
    int64_t key;
    struct state before;
};

/* ---- states --------------------------------------------------------------------------------------------------- */

static bool is_dossier(enum record_type type) { return type == RECORD_TYPES; }

static enum status read_image(struct undoing *undoing, enum record_type type, struct slice image, struct state *state) {
    *state = (struct state){.there = !slice_is_empty(image)};
    if (!state->there) return STATUS_OK;
    if (is_dossier(type)) return arena_copy(&undoing->arena, image, &state->text) ? STATUS_OK : no_memory(undoing->error);
    return history_read_image(&undoing->arena, type, image, &state->record, undoing->error);
}

static enum status read_present(struct undoing *undoing, enum record_type type, int64_t key, struct state *state) {
    struct store *store = undoing->store;
    enum status status;
    *state = (struct state){.there = false};
    if (is_dossier(type)) {
        status = store_get_dossier(store, &undoing->arena, &state->text, undoing->error);
        state->there = !slice_is_empty(state->text);
    } else if (type == RECORD_EVENT) {
        status = event_get_key(store, key, &undoing->arena, &state->event, &state->there, undoing->error);
        if (state->there) state->record = state->event.event;
    } else status = store_get_by_key(store, type, key, &undoing->arena, &state->record, &state->there, undoing->error);
    return status;
}

static bool is_same_state(enum record_type type, const struct state *a, const struct state *b) {
    if (!a->there || !b->there) return a->there == b->there;
    return is_dossier(type) ? slice_equals(a->text, b->text) : row_equals(&a->record, &b->record);
}

/* The row of a select of type, key and before. */
static enum status read_row(struct undoing *undoing, struct statement *row, struct change_row *change) {
    struct slice type = statement_text(row, 0);
    change->type = slice_is(type, "dossier") ? RECORD_TYPES : record_find_type(type);
    change->key = statement_integer(row, 1);
    if (change->type == RECORD_PARTY || (change->type == RECORD_TYPES && !slice_is(type, "dossier")))
        return damaged(undoing->error);
    return read_image(undoing, change->type, statement_text(row, 2), &change->before);
}

/* ---- which undo holds --------------------------------------------------------------------------------------------- */

static enum status read_revision(struct undoing *undoing, int64_t number, struct store_revision *revision) {
    struct arena_mark mark = arena_mark(&undoing->arena);
    bool found = false;
    *revision = (struct store_revision){.undone_by = 0};
    enum status status = store_get_revision(undoing->store, number, &undoing->arena, revision, &found, undoing->error);
    arena_rewind(&undoing->arena, mark); /* of the numbers alone */
    return status;
}

/* Must a later revision be taken back first? Not one that was taken back, nor the undo of one that is later too: both
 * together did nothing. */
static enum status find_in_way(struct undoing *undoing, int64_t number, bool *in_way) {
    struct store_revision revision;
    enum status status = read_revision(undoing, number, &revision);
    *in_way = !revision.undone_by && revision.undoes <= undoing->revision;
    return status;
}

static enum status check_revision(struct undoing *undoing) {
    int64_t latest = undoing->store->history.revision - 1;
    struct store_revision revision;
    struct error *error = undoing->error;
    if (latest == 0) return error_set(error, STATUS_NOT_FOUND, "nothing has been changed here since the log began");
    if (undoing->revision < 1 || undoing->revision > latest) {
        error_set(error, STATUS_NOT_FOUND, "there is no revision %lld", (long long)undoing->revision);
        if (latest == 1) error_advise(error, "there is revision 1 alone; `detente log` shows it");
        else error_advise(error, "there are the revisions 1 to %lld; `detente log` shows them", (long long)latest);
        return STATUS_NOT_FOUND;
    }
    enum status status = read_revision(undoing, undoing->revision, &revision);
    if (status != STATUS_OK || revision.undone_by == 0) return status;
    error_set(error, STATUS_BAD_INPUT, "revision %lld was taken back by revision %lld already", (long long)undoing->revision,
              (long long)revision.undone_by);
    error_advise(error, "`detente undo %lld` brings it back", (long long)revision.undone_by);
    return STATUS_BAD_INPUT;
}

/* ---- obstacles ------------------------------------------------------------------------------------------------------- */

static void append_name(struct buffer *text, enum record_type type, const struct record *record) {
    struct buffer name;
    if (is_dossier(type)) {
        buffer_append_text(text, "the dossier's words");
        return;
    }
    buffer_init(&name);
    record_append_name(&name, record);
    remove_append_shown(text, buffer_slice(&name));
    if (buffer_failed(&name)) text->failed = true;
    buffer_free(&name);
}

static void note_revision(struct obstacles *obstacles, int64_t revision) {
    for (size_t i = 0; i < obstacles->revision_count; i++)
        if (obstacles->revisions[i] == revision) return;
    if (obstacles->revision_count == OBSTACLE_REVISIONS) obstacles->more_revisions = true;
    else obstacles->revisions[obstacles->revision_count++] = revision;
}

static bool is_noted(const struct obstacles *obstacles, int64_t revision) {
    for (size_t i = 0; i < obstacles->revision_count; i++)
        if (obstacles->revisions[i] == revision) return true;
    return false;
}

/* The later revisions that touched a record; *latest is the last that is in the way, and whether it removed the record. */
static enum status note_later(struct undoing *undoing, enum record_type type, int64_t key, int64_t *latest, bool *removed) {
    struct statement *find;
    *latest = 0;
    enum status status = engine_prepare(undoing->store->engine, "SELECT revision, action = 'removed' FROM record_change WHERE "
                                        "type = ?1 AND key = ?2 AND revision > ?3 ORDER BY revision DESC", &find, undoing->error);
    if (status != STATUS_OK) return status;
    statement_bind_string(find, 1, slice_from(history_type_word(type)));
    statement_bind_integer(find, 2, key);
    statement_bind_integer(find, 3, undoing->revision);
    for (bool row = true; status == STATUS_OK;) {
        bool in_way = true;
        status = statement_step(find, &row, undoing->error);
        if (status != STATUS_OK || !row) break;
        int64_t revision = statement_integer(find, 0);
        if (!is_noted(&undoing->obstacles, revision)) status = find_in_way(undoing, revision, &in_way);
        if (status != STATUS_OK || !in_way) continue;
        if (*latest == 0) *removed = statement_integer(find, 1) != 0;
        if (*latest == 0) *latest = revision;
        note_revision(&undoing->obstacles, revision);
    }
    statement_free(find);
    return status;
}

/* `record` names it; it was changed later. */
static enum status add_changed(struct undoing *undoing, enum record_type type, int64_t key, const struct record *record) {
    struct buffer *shown = &undoing->obstacles.shown;
    int64_t latest;
    bool removed = false;
    enum status status = note_later(undoing, type, key, &latest, &removed);
    if (status != STATUS_OK || undoing->obstacles.count++ >= OBSTACLES_SHOWN) return status;
    if (shown->size) buffer_append_text(shown, ", ");
    append_name(shown, type, record);
    if (latest) buffer_append_format(shown, " (%s by revision %lld)", removed ? "removed" : "changed", (long long)latest);
    return STATUS_OK;
}

/* It cannot return, since another record has its id. */
static enum status add_taken(struct undoing *undoing, const struct record *record, int64_t by) {
    struct buffer *shown = &undoing->obstacles.shown;
    int64_t revision = 0;
    enum status status = store_find_latest(undoing->store, record->type, by, &revision, undoing->error);
    if (status != STATUS_OK) return status;
    bool later = revision > undoing->revision && revision < undoing->store->history.revision;
    if (later) note_revision(&undoing->obstacles, revision);
    if (undoing->obstacles.count++ >= OBSTACLES_SHOWN) return STATUS_OK;
    if (shown->size) buffer_append_text(shown, ", ");
    append_name(shown, record->type, record);
    if (later) buffer_append_format(shown, " (in use again since revision %lld)", (long long)revision);
    else buffer_append_text(shown, " (in use again)");
    return STATUS_OK;
}

static int compare_downwards(const void *a, const void *b) {
    int64_t p = *(const int64_t *)a, q = *(const int64_t *)b;
    return p < q ? 1 : p > q ? -1 : 0;
}

static void advise_revisions(struct undoing *undoing) {
    struct obstacles *obstacles = &undoing->obstacles;
    char text[200];
    size_t size = 0;
    if (obstacles->revision_count == 0) return;
    qsort(obstacles->revisions, obstacles->revision_count, sizeof *obstacles->revisions, compare_downwards);
    for (size_t i = 0; i < obstacles->revision_count && i < REVISIONS_ADVISED && size < sizeof text; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "%s`detente undo %lld`%s", i ? ", then " : "",
                                 (long long)obstacles->revisions[i], i ? "" : " first");
    bool more = obstacles->more_revisions || obstacles->revision_count > REVISIONS_ADVISED;
    error_advise(undoing->error, "%s%s", text, more ? ", and so on; `detente log` shows them" : "");
}

static enum status tell_obstacles(struct undoing *undoing) {
    struct obstacles *obstacles = &undoing->obstacles;
    if (obstacles->count == 0) return STATUS_OK;
    if (buffer_failed(&obstacles->shown)) return no_memory(undoing->error);
    struct slice shown = buffer_slice(&obstacles->shown);
    long long more = (long long)(obstacles->count - OBSTACLES_SHOWN);
    char rest[40] = "";
    if (more > 0) snprintf(rest, sizeof rest, " and %lld more", more);
    error_set(undoing->error, STATUS_BAD_INPUT, "revision %lld cannot be taken back: later changes touch %lld of its records: "
              "%.*s%s", (long long)undoing->revision, (long long)obstacles->count, (int)(shown.size < 480 ? shown.size : 480),
              shown.data, rest);
    advise_revisions(undoing);
    return STATUS_BAD_INPUT;
}

/* What a record was after the revision: what the next change of it found. */
static enum status read_left(struct undoing *undoing, enum record_type type, int64_t key, struct state *state) {
    struct statement *find = store_statement(undoing->store, SQL_CHANGE_AFTER, undoing->error);
    bool row = false;
    *state = (struct state){.there = false};
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, slice_from(history_type_word(type)));
    statement_bind_integer(find, 2, key);
    statement_bind_integer(find, 3, undoing->revision);
    enum status status = statement_step(find, &row, undoing->error);
    if (status == STATUS_OK && row) status = read_image(undoing, type, statement_text(find, 0), state);
    statement_reset(find);
    return status;
}

/* Of a record that was touched later too. */
static enum status check_later(struct undoing *undoing, const struct change_row *change) {
    struct state present, left;
    enum status status = read_present(undoing, change->type, change->key, &present);
    if (status != STATUS_OK || is_same_state(change->type, &present, &change->before)) return status;
    status = read_left(undoing, change->type, change->key, &left);
    if (status != STATUS_OK || is_same_state(change->type, &present, &left)) return status;
    const struct state *named = present.there ? &present : left.there ? &left : &change->before;
    return add_changed(undoing, change->type, change->key, &named->record);
}

/* The rows of a bound statement (type, key, before), one at a time. */
static enum status each_row(struct undoing *undoing, struct statement *rows,
                            enum status (*visit)(struct undoing *undoing, const struct change_row *change)) {
    enum status status = STATUS_OK;
    for (bool row = true; status == STATUS_OK;) {
        struct arena_mark mark = arena_mark(&undoing->arena), scratch = arena_mark(&undoing->store->scratch);
        struct change_row change;
        status = statement_step(rows, &row, undoing->error);
        if (status != STATUS_OK || !row) break;
        status = read_row(undoing, rows, &change);
        if (status == STATUS_OK) status = visit(undoing, &change);
        arena_rewind(&undoing->store->scratch, scratch);
        arena_rewind(&undoing->arena, mark);
    }
    return status;
}

static enum status each_row_of(struct undoing *undoing, const char *sql,
                               enum status (*visit)(struct undoing *undoing, const struct change_row *change)) {
    struct statement *rows;
    enum status status = engine_prepare(undoing->store->engine, sql, &rows, undoing->error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(rows, 1, undoing->revision);
    status = each_row(undoing, rows, visit);
    statement_free(rows);
    return status;
}

/* What it added, and a later one touched, was not there before; likewise what it changed. */
static enum status find_obstacles(struct undoing *undoing) {
    enum status status =
        each_row_of(undoing, "SELECT DISTINCT c.type, c.key, NULL FROM record_added a CROSS JOIN record_change c ON c.type = a.type "
                    "AND c.key BETWEEN a.first AND a.last AND c.revision > ?1 WHERE a.revision = ?1 ORDER BY c.type, c.key",
                    check_later);
    if (status == STATUS_OK)
        status = each_row_of(undoing, "SELECT c.type, c.key, c.before FROM record_change c WHERE c.revision = ?1 AND EXISTS "
                             "(SELECT 1 FROM record_change l WHERE l.type = c.type AND l.key = c.key AND l.revision > ?1) "
                             "ORDER BY c.change", check_later);
    return status == STATUS_OK ? tell_obstacles(undoing) : status;
}

/* ---- going back ------------------------------------------------------------------------------------------------------- */

static enum status write_dossier(struct undoing *undoing, const struct state *present, const struct state *before) {
    struct store *store = undoing->store;
    enum store_change change;
    if (before->there) return store_put_dossier(store, before->text, &change, undoing->error);
    enum status status = history_note_dossier(store, present->text, SLICE_NONE, undoing->error);
    return status == STATUS_OK ? engine_run(store->engine, "DELETE FROM meta WHERE key = 'dossier'", undoing->error) : status;
}

static enum status write_state(struct undoing *undoing, enum record_type type, int64_t key, struct state *present,
                               const struct state *before) {
    struct store *store = undoing->store;
    struct record now = before->record;
    int field = -1;
    undoing->written++;
    if (is_dossier(type)) return write_dossier(undoing, present, before);
    if (type == RECORD_EVENT)
        return event_write(store, &key, present->there ? &present->event : NULL, before->there ? &now : NULL, &field,
                           undoing->error);
    return small_write(store, &key, present->there ? &present->record : NULL, before->there ? &now : NULL, &field,
                       undoing->error);
}

/* The record that has the place of another one now; 0 when it is free. */
static enum status find_taker(struct undoing *undoing, const struct record *record, int64_t *by) {
    struct store *store = undoing->store;
    struct stored_event event;
    struct record other;
    bool found = false;
    enum status status;
    *by = 0;
    if (record->type == RECORD_EVENT) {
        status = event_get(store, record_get(record, EVENT_ID), &undoing->arena, &event, &found, undoing->error);
        if (found) *by = event.key;
    } else status = small_get(store, record, &undoing->arena, &other, by, &found, undoing->error);
    return status;
}

/* What comes back is no input that anybody looked at: the file may have been tampered with. */
static enum status check_image(struct undoing *undoing, const struct record *record) {
    int field;
    return record_check_complete(record, &field, NULL) == STATUS_OK ? STATUS_OK : damaged(undoing->error);
}

/* Makes a record what it was before. */
static enum status go_back(struct undoing *undoing, const struct change_row *change) {
    struct state present;
    int64_t taker = 0;
    enum status status = read_present(undoing, change->type, change->key, &present);
    if (status != STATUS_OK || is_same_state(change->type, &present, &change->before)) return status;
    if (change->before.there && !is_dossier(change->type)) status = check_image(undoing, &change->before.record);
    if (status == STATUS_OK && change->before.there && !is_dossier(change->type))
        status = find_taker(undoing, &change->before.record, &taker);
    if (status == STATUS_OK && taker && taker != change->key) return add_taken(undoing, &change->before.record, taker);
    return status == STATUS_OK ? write_state(undoing, change->type, change->key, &present, &change->before) : status;
}

static enum status get_next_event(struct undoing *undoing, int64_t first, int64_t last, struct stored_event *event, bool *found) {
    struct statement *get = store_statement(undoing->store, SQL_EVENT_NEXT, undoing->error);
    *found = false;
    if (!get) return STATUS_ENVIRONMENT;
    statement_bind_integer(get, 1, first);
    statement_bind_integer(get, 2, last);
    enum status status = statement_step(get, found, undoing->error);
    if (status == STATUS_OK && *found) status = event_read(undoing->store, get, &undoing->arena, event, undoing->error);
    statement_reset(get);
    return status;
}

/* What it added of a type and is still there. */
static enum status remove_stretch(struct undoing *undoing, enum record_type type, int64_t first, int64_t last) {
    static const struct state nothing = {.there = false};
    struct store *store = undoing->store;
    enum status status = STATUS_OK;
    for (bool found = true; status == STATUS_OK && first <= last;) {
        struct arena_mark mark = arena_mark(&undoing->arena), scratch = arena_mark(&store->scratch);
        struct state present = {.there = true};
        int64_t key = 0;
        status = type == RECORD_EVENT ? get_next_event(undoing, first, last, &present.event, &found)
               : small_get_next(store, type, first, last, &undoing->arena, &present.record, &key, &found, undoing->error);
        if (status != STATUS_OK || !found) break;
        if (type == RECORD_EVENT) key = present.event.key;
        status = write_state(undoing, type, key, &present, &nothing);
        first = key < INT64_MAX ? key + 1 : key;
        arena_rewind(&store->scratch, scratch);
        arena_rewind(&undoing->arena, mark);
        if (key == INT64_MAX) break;
    }
    return status;
}

static enum status remove_added(struct undoing *undoing) {
    static const enum record_type children_first[] = {
        RECORD_NOTE, RECORD_COVERAGE, RECORD_LINK, RECORD_CLAIM, RECORD_TERM, RECORD_EVENT, RECORD_SOURCE, RECORD_PERSON,
        RECORD_ORGANIZATION, RECORD_COUNTRY};
    struct statement *find;
    enum status status = engine_prepare(undoing->store->engine, "SELECT first, last FROM record_added WHERE revision = ?1 AND "
                                        "type = ?2", &find, undoing->error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof children_first / sizeof *children_first; i++) {
        bool row = false;
        statement_bind_integer(find, 1, undoing->revision);
        statement_bind_string(find, 2, slice_from(record_info(children_first[i])->name));
        status = statement_step(find, &row, undoing->error);
        int64_t first = row ? statement_integer(find, 0) : 1, last = row ? statement_integer(find, 1) : 0;
        statement_reset(find);
        if (status == STATUS_OK) status = remove_stretch(undoing, children_first[i], first, last);
    }
    statement_free(find);
    return status;
}

#define CHANGES_OF(action) \
    "SELECT type, key, before FROM record_change WHERE revision = ?1 AND action = '" action "' ORDER BY change DESC"

static enum status write_back(struct undoing *undoing) {
    enum status status = remove_added(undoing);
    if (status == STATUS_OK) status = each_row_of(undoing, CHANGES_OF("restored"), go_back);
    if (status == STATUS_OK) status = each_row_of(undoing, CHANGES_OF("updated"), go_back);
    if (status == STATUS_OK) status = each_row_of(undoing, CHANGES_OF("removed"), go_back);
    return status == STATUS_OK ? tell_obstacles(undoing) : status;
}

/* What comes back may name what a later revision removed, or gave another id: that is looked at as if it had gone just now.
 * Only ids that nobody has now: most later changes leave the id as it is. */
static enum status note_gone_later(struct undoing *undoing) {
    struct statement *note;
    enum status status = engine_prepare(undoing->store->engine, "INSERT OR IGNORE INTO temp.gone (type, id) SELECT type, name FROM "
                                        "record_change c WHERE revision > ?1 AND (action = 'removed' AND type IN ('event', 'source', "
                                        "'person', 'country', 'organization') OR action = 'updated' AND CASE type "
                                        "WHEN 'event' THEN NOT EXISTS (SELECT 1 FROM event n WHERE n.id = c.name) "
                                        "WHEN 'source' THEN NOT EXISTS (SELECT 1 FROM source n WHERE n.id = c.name) "
                                        "WHEN 'person' THEN NOT EXISTS (SELECT 1 FROM person n WHERE n.id = c.name) "
                                        "WHEN 'organization' THEN NOT EXISTS (SELECT 1 FROM organization n WHERE n.id = c.name) "
                                        "ELSE 0 END)", &note, undoing->error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(note, 1, undoing->revision);
    status = statement_run(note, undoing->error);
    statement_free(note);
    undoing->store->gone = true;
    return status;
}

enum status store_undo(struct store *store, int64_t revision, struct error *error) {
    struct undoing undoing = {.store = store, .revision = revision, .error = error};
    arena_init(&undoing.arena);
    buffer_init(&undoing.obstacles.shown);
    enum status status = check_revision(&undoing);
    if (status == STATUS_OK) status = find_obstacles(&undoing);
    if (status == STATUS_OK) status = write_back(&undoing);
    if (status == STATUS_OK && undoing.written == 0)
        status = error_set(error, STATUS_NOT_FOUND, "nothing of revision %lld is left to take back: all is as it was before it",
                           (long long)revision);
    if (status == STATUS_OK) status = note_gone_later(&undoing);
    buffer_free(&undoing.obstacles.shown);
    arena_free(&undoing.arena);
    return status;
}
