/* What a dossier held when it was imported or exported before, and holds no longer.
 *
 * Only a dossier (a folder, or one document) says what it is all of. Where it was exported from here as a whole, all that
 * was there after that revision is expected; else what imports of files of these names added, as long as nobody else has
 * touched it since and those imports read nothing besides. What the rows list is held, and, where it was never exported, what
 * they name. The rest is told, and with --prune removed, but for what was changed here since and what others still name. */
#include "import.h"

#include <stdlib.h>
#include <string.h>
#include "base/cell.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- what the rows name -------------------------------------------------------------------------------------------- */

static bool is_seen_lately(struct importer *importer, enum record_type type, struct slice id) {
    uint64_t hash = hash_text(id) * 31 + (uint64_t)type + 1;
    uint64_t *slot = &importer->named[hash % NAMED_SLOTS];
    if (*slot == hash) return true;
    *slot = hash;
    return false;
}

static enum status see(struct importer *importer, enum record_type type, struct slice id, struct error *error) {
    if (slice_is_empty(id) || is_seen_lately(importer, type, id)) return STATUS_OK;
    return store_see(importer->database->store, type, id, error);
}

/* A country or an organization may stand there. */
static enum status see_actor(struct importer *importer, struct slice id, struct error *error) {
    enum status status = see(importer, RECORD_COUNTRY, id, error);
    return status == STATUS_OK ? see(importer, RECORD_ORGANIZATION, id, error) : status;
}

static enum status see_field(struct importer *importer, const struct field *field, struct slice cell, struct error *error) {
    struct slice_list list;
    enum status status = STATUS_OK;
    if (!cell_parse_list(&importer->arena, cell, &list)) return no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++)
        status = field->refers == RECORD_TYPES ? see_actor(importer, list.items[i], error)
                                               : see(importer, field->refers, list.items[i], error);
    return status;
}

static enum status see_parties(struct importer *importer, const struct record *event, struct error *error) {
    static const enum record_type types[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON};
    struct party_list list;
    enum status status = event_list_parties(&importer->arena, event, &list, error);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++) {
        const struct party *party = &list.items[i];
        if (party->type == PARTY_PERSON) status = see(importer, types[party->type], party->id, error);
        else if (party->type != PARTY_ACTOR) status = see_actor(importer, party->id, error);
        if (status == STATUS_OK) status = see_actor(importer, party->acts_for, error);
    }
    return status;
}

static enum status see_named(void *context, const struct record *record, struct error *error) {
    struct importer *importer = context;
    const struct record_info *info = record_info(record->type);
    enum status status = STATUS_OK;
    /* A whole export has a row for everything: what is only named has lost its own. */
    if (importer->origin.revision >= 0 && importer->origin.whole) return STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < info->field_count; i++) {
        const struct field *field = &info->fields[i];
        bool names = field->type == FIELD_NAME || field->type == FIELD_NAMES;
        if (names && record_has(record, (int)i)) status = see_field(importer, field, record->values[i], error);
    }
    if (status != STATUS_OK) return status;
    return record->type == RECORD_EVENT ? see_parties(importer, record, error) : STATUS_OK;
}

/* ---- scopes ------------------------------------------------------------------------------------------------------------ */

enum status import_begin_seeing(struct importer *importer, struct error *error) {
    importer->seeing = true;
    importer->guard.standing = see_named;
    return store_begin_seeing(importer->database->store, error);
}

enum status import_add_scope(struct importer *importer, const struct slice_list *files, struct error *error) {
    struct dossier_scope *more = realloc(importer->scopes, (importer->scope_count + 1) * sizeof *more);
    if (!more) return no_memory(error);
    importer->scopes = more;
    more[importer->scope_count++] = (struct dossier_scope){*files, {.revision = -1}};
    importer->origin = (struct origin){.revision = -1};
    return STATUS_OK;
}

void import_end_scope(struct importer *importer) {
    if (importer->scope_count) importer->scopes[importer->scope_count - 1].origin = importer->origin;
    importer->origin = (struct origin){.revision = -1};
}

/* ---- what is missing ----------------------------------------------------------------------------------------------------- */

struct search {
    struct importer *importer;
    const struct dossier_scope *scope;
    enum record_type type;
    uint64_t told, kept; /* lines so far */
};

static bool is_by_revision(const struct dossier_scope *scope) { return scope->origin.revision >= 0; }

/* Up to TOLD_MAX lines of each sort. */
static void tell(struct importer *importer, uint64_t *told, const struct record *record, const char *before, const char *behind) {
    struct buffer name;
    if ((*told)++ >= TOLD_MAX) return;
    buffer_init(&name);
    record_append_name(&name, record);
    import_remark(importer, "%s%.*s%s", before, (int)(name.size < 200 ? name.size : 200), name.data ? name.data : "", behind);
    buffer_free(&name);
}

/* Has somebody touched it since, who is not the dossier? Not where it is again as it was. */
static enum status is_changed_here(struct search *search, int64_t key, bool same, int64_t *latest, bool *changed,
                                   struct error *error) {
    struct store *store = search->importer->database->store;
    bool ours = false;
    enum status status = store_find_latest(store, search->type, key, latest, error);
    if (status != STATUS_OK) return status;
    if (is_by_revision(search->scope)) {
        *changed = *latest > search->scope->origin.revision && !same;
        return STATUS_OK;
    }
    status = store_is_of_files(store, *latest, &ours, error);
    *changed = !ours;
    return status;
}

/* Leaves on the list what is surely missing. */
static enum status weigh(void *context, int64_t key, struct record *record, struct error *error) {
    struct search *search = context;
    struct importer *importer = search->importer;
    struct store *store = importer->database->store;
    struct arena_mark mark = arena_mark(&importer->arena);
    struct record past;
    bool there = true, same = false, changed = false;
    int64_t latest = 0;
    enum status status = STATUS_OK;
    if (is_by_revision(search->scope))
        status = store_get_past(store, search->type, key, search->scope->origin.revision, &importer->arena, &past, &there, error);
    if (status == STATUS_OK && is_by_revision(search->scope)) same = there && import_is_same(&past, record);
    arena_rewind(&importer->arena, mark);
    if (status == STATUS_OK && there) status = is_changed_here(search, key, same, &latest, &changed, error);
    if (status != STATUS_OK) return status;
    if (there && !changed) {
        importer->summary->missing++;
        tell(importer, &search->told, record, "no longer in the dossier: ", "");
        return STATUS_OK;
    }
    if (there) {
        char behind[120];
        snprintf(behind, sizeof behind, " is no longer in the dossier, but was changed here in revision %lld, and stays",
                 (long long)latest);
        importer->summary->conflicts++;
        tell(importer, &search->kept, record, "", behind);
    }
    return store_drop_unseen(store, search->type, key, error);
}

/* ---- removing ---------------------------------------------------------------------------------------------------------------- */

static enum status tell_named(void *context, const struct record *record, struct slice by, struct error *error) {
    struct search *search = context;
    char behind[300];
    (void)error;
    snprintf(behind, sizeof behind, " stays, since %.*s names it", (int)(by.size < 200 ? by.size : 200), by.data);
    tell(search->importer, &search->kept, record, "", behind);
    return STATUS_OK;
}

static enum status remove_missing(void *context, int64_t key, struct record *record, struct error *error) {
    struct search *search = context;
    struct store_removal removal = {{0}};
    (void)record;
    enum status status = store_remove(search->importer->database->store, search->type, key, &removal, error);
    search->importer->summary->removed += status == STATUS_OK;
    return status;
}

/* What names others goes first, so that those are no longer named. */
static enum status prune(struct search *search, struct error *error) {
    static const enum record_type order[] = {RECORD_NOTE, RECORD_COVERAGE, RECORD_LINK, RECORD_CLAIM, RECORD_TERM, RECORD_EVENT,
                                             RECORD_PERSON, RECORD_SOURCE, RECORD_ORGANIZATION, RECORD_COUNTRY};
    struct store *store = search->importer->database->store;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof order / sizeof *order; i++) {
        search->type = order[i];
        status = store_settle(store, error);
        if (status == STATUS_OK) status = store_keep_named(store, order[i], tell_named, search, error);
        if (status == STATUS_OK) status = store_each_unseen(store, order[i], remove_missing, search, error);
    }
    return status;
}

/* In the order in which people look for them. */
static enum status weigh_all(struct search *search, struct error *error) {
    static const enum record_type order[] = {RECORD_EVENT, RECORD_CLAIM, RECORD_LINK, RECORD_TERM, RECORD_PERSON,
                                             RECORD_ORGANIZATION, RECORD_COUNTRY, RECORD_SOURCE, RECORD_COVERAGE, RECORD_NOTE};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof order / sizeof *order; i++) {
        search->type = order[i];
        status = store_each_unseen(search->importer->database->store, order[i], weigh, search, error);
    }
    return status;
}

static enum status find_missing_of(struct importer *importer, const struct dossier_scope *scope, struct error *error) {
    struct search search = {.importer = importer, .scope = scope};
    struct store *store = importer->database->store;
    struct store_before before = {scope->origin.revision, scope->files};
    uint64_t missing = importer->summary->missing;
    bool prunes = importer->request->prune;
    if (is_by_revision(scope) && !scope->origin.whole) return STATUS_OK;
    enum status status = store_list_unseen(store, &before, error);
    if (status == STATUS_OK) status = weigh_all(&search, error);
    missing = importer->summary->missing - missing;
    if (status != STATUS_OK || missing == 0) return status;
    if (search.told > TOLD_MAX)
        import_remark(importer, "... and %llu more that are no longer in the dossier", (unsigned long long)(search.told - TOLD_MAX));
    if (!prunes)
        import_remark(importer, "what the dossier no longer has stays here; --prune removes what nothing else names");
    return prunes ? prune(&search, error) : STATUS_OK;
}

enum status import_find_missing(struct importer *importer, struct error *error) {
    enum status status = STATUS_OK;
    bool prunes = importer->request->prune;
    if (prunes && importer->scope_count == 0)
        import_remark(importer, "--prune does nothing here: only a dossier, a folder or one document, says what it is all of");
    if (!importer->seeing || importer->scope_count == 0) return STATUS_OK;
    if (importer->summary->rejected) {
        if (prunes) import_remark(importer, "--prune did nothing: what is missing cannot be told while rows are rejected");
        return STATUS_OK;
    }
    for (size_t i = 0; status == STATUS_OK && i < importer->scope_count; i++)
        status = find_missing_of(importer, &importer->scopes[i], error);
    return status;
}
