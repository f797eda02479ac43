/* The end of an import: what the log keeps of it, what is probably there twice, what a dry run shows; and the commit. */
#include "import.h"

#include <stdlib.h>
#include <string.h>
#include "ask/duplicate.h"
#include "change.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- files ----------------------------------------------------------------------------------------------------------- */

enum status import_add_file(struct importer *importer, struct slice name, struct hashed_input *hashed, struct error *error) {
    char digits[65];
    uint64_t size_bytes = hashed_end(hashed, digits);
    if (importer->file_count == importer->file_capacity) {
        size_t capacity = importer->file_capacity ? importer->file_capacity * 2 : 16;
        struct store_file *more = realloc(importer->files, capacity * sizeof *more);
        if (!more) return no_memory(error);
        importer->files = more;
        importer->file_capacity = capacity;
    }
    struct store_file *file = &importer->files[importer->file_count];
    *file = (struct store_file){.size_bytes = (int64_t)size_bytes, .rows = importer->file_rows};
    if (!arena_copy(&importer->words, name, &file->name) || !arena_copy(&importer->words, slice_from(digits), &file->sha256))
        return no_memory(error);
    importer->file_count++;
    return STATUS_OK;
}

static enum status tell_author(struct importer *importer, struct error *error) {
    enum status status = front_fill_author(&importer->request->author, "import", &importer->words, &importer->author, error);
    importer->author.files = importer->files;
    importer->author.file_count = importer->file_count;
    store_tell_author(importer->database->store, &importer->author);
    return status;
}

/* ---- duplicates -------------------------------------------------------------------------------------------------------- */

/* A few new events are compared each with those near it, more of them in one walk over the record, where that is not
 * much longer than the import itself. */
enum { ONE_BY_ONE_MAX = 500, COMPARED_MAX = 100000, NEW_MAX = 20000, WALKED_MAX = 100000 };

struct doubles {
    struct importer *importer;
    struct asker asker;
    int64_t key;  /* of the event at hand; 0: of any new one */
    int64_t last; /* that was told */
    uint64_t not_done;
};

/* One that is like it says enough. */
static enum status hear_double(void *context, const struct stored_event *one, const struct stored_event *other,
                               struct error *error) {
    struct doubles *doubles = context;
    struct importer *importer = doubles->importer;
    const struct stored_event *older = one->key < other->key ? one : other, *newer = one->key < other->key ? other : one;
    (void)error;
    /* Those who keep a table of their own tell its rows apart by their ids. */
    if (importer->profiled && store_is_new(importer->database->store, RECORD_EVENT, older->key)) return STATUS_OK;
    if (doubles->key ? newer->key != doubles->key : !store_is_new(importer->database->store, RECORD_EVENT, newer->key))
        return STATUS_OK;
    struct slice new_id = record_get(&newer->event, EVENT_ID), old_id = record_get(&older->event, EVENT_ID);
    if (newer->key != doubles->last && importer->summary->duplicates++ < TOLD_MAX)
        import_remark(importer, "%.*s may be %.*s recorded again", (int)new_id.size, new_id.data, (int)old_id.size, old_id.data);
    doubles->last = newer->key;
    return doubles->key ? STATUS_STOPPED : STATUS_OK;
}

static enum status look_for_double(void *context, struct stored_event *event, struct error *error) {
    struct doubles *doubles = context;
    if (!record_has(&event->event, EVENT_TITLE) || record_has(&event->event, EVENT_CODE)) return STATUS_OK;
    doubles->not_done += doubles->asker.compared >= COMPARED_MAX;
    if (doubles->not_done) return STATUS_OK;
    doubles->key = event->key;
    enum status status = ask_duplicates_of(&doubles->asker, event, false, hear_double, doubles, error);
    /* An interruption stops it too. */
    return status == STATUS_STOPPED && doubles->last == doubles->key ? STATUS_OK : status;
}

static enum status compare_new(struct doubles *doubles, struct error *error) {
    struct importer *importer = doubles->importer;
    struct store *store = importer->database->store;
    int64_t all = 0;
    enum status status = store_count(store, RECORD_EVENT, &all, error);
    bool walks = importer->titled > ONE_BY_ONE_MAX;
    if (walks && (importer->titled > NEW_MAX || all > WALKED_MAX)) {
        doubles->not_done = importer->titled;
        return status;
    }
    if (status != STATUS_OK) return status;
    ask_begin(&doubles->asker, store, ASK_NAMES);
    status = walks ? ask_each_duplicate(&doubles->asker, hear_double, doubles, error)
                   : store_each_new_event(store, look_for_double, doubles, error);
    ask_end(&doubles->asker);
    return status;
}

static enum status find_doubles(struct importer *importer, struct error *error) {
    struct doubles doubles = {.importer = importer};
    enum status status = importer->titled ? compare_new(&doubles, error) : STATUS_OK;
    if (status != STATUS_OK) return status;
    uint64_t found = importer->summary->duplicates;
    if (found > TOLD_MAX)
        import_remark(importer, "... and %llu more; `detente check duplicates` lists them", (unsigned long long)(found - TOLD_MAX));
    if (doubles.not_done)
        import_remark(importer, "%llu new event%s not compared with what is here already, since that takes long; "
                      "`detente check duplicates` does it", (unsigned long long)doubles.not_done,
                      doubles.not_done == 1 ? " was" : "s were");
    return STATUS_OK;
}

/* ---- remarks --------------------------------------------------------------------------------------------------------------- */

/* "2 people and 1 source were made, since they were only named, such as …" */
static void tell_made(struct importer *importer) {
    static const enum record_type types[] = {RECORD_PERSON, RECORD_ORGANIZATION, RECORD_SOURCE};
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        uint64_t count = importer->made_by_type[types[i]];
        if (count == 0) continue;
        if (text.size) buffer_append_text(&text, ", ");
        buffer_append_integer(&text, (int64_t)count);
        buffer_append_format(&text, " %s", count == 1 ? record_info(types[i])->name : record_info(types[i])->plural);
    }
    import_remark(importer, "made, since they were named and not listed: %.*s, such as %s", (int)text.size,
                  text.data ? text.data : "", importer->made_example);
    buffer_free(&text);
}

static void tell_remarks(struct importer *importer) {
    const struct detente_import_summary *summary = importer->summary;
    if (summary->converted)
        import_remark(importer, "%llu date%s that %s no EDTF %s converted, such as \"%s\" to %s",
                      (unsigned long long)summary->converted, summary->converted == 1 ? "" : "s",
                      summary->converted == 1 ? "is" : "are", summary->converted == 1 ? "was" : "were",
                      importer->converted_from, importer->converted_to);
    if (summary->made) tell_made(importer);
    import_tell_profiles(importer);
    import_tell_conflicts(importer);
}

/* ---- the commit -------------------------------------------------------------------------------------------------------------- */

static enum status refuse_part(struct importer *importer, struct error *error) {
    uint64_t rejected = importer->summary->rejected;
    if (!importer->request->strict || rejected == 0) return STATUS_OK;
    error_set(error, STATUS_BAD_INPUT, "%llu row%s rejected, so nothing was kept (--strict)", (unsigned long long)rejected,
              rejected == 1 ? " was" : "s were");
    error_advise(error, "mend the rows, or leave --strict out to take the others");
    return STATUS_BAD_INPUT;
}

static enum status preview(struct importer *importer, struct error *error) {
    struct detente *database = importer->database;
    int64_t revision = 0;
    enum status status = store_log_write(database->store, error);
    if (status == STATUS_OK) status = store_find_revision(database->store, &revision, error);
    if (status != STATUS_OK || !importer->request->preview) return status;
    struct error none = {0};
    status = front_write_difference(database, importer->request->preview, "import", revision - 1, revision, &none);
    if (status == STATUS_NOT_FOUND) return STATUS_OK; /* nothing would change */
    return status == STATUS_OK ? status : error_set(error, status, "%s", none.message);
}

static enum status commit(struct importer *importer, struct error *error) {
    struct store *store = importer->database->store;
    int64_t revision = 0;
    enum status status = store_commit(store, error);
    if (status == STATUS_OK) status = store_find_revision(store, &revision, error);
    if (revision > importer->latest) importer->summary->revision = revision;
    return status;
}

enum status import_finish(struct importer *importer, enum status status, struct error *error) {
    struct store *store = importer->database->store;
    store_set_guard(store, NULL);
    if (status == STATUS_OK) status = import_put_coverage(importer, error);
    if (status == STATUS_OK) status = refuse_part(importer, error);
    if (status == STATUS_OK) tell_remarks(importer);
    if (status == STATUS_OK) status = import_find_missing(importer, error);
    if (status == STATUS_OK) status = tell_author(importer, error);
    if (status == STATUS_OK) status = store_settle(store, error);
    if (status == STATUS_OK) status = find_doubles(importer, error);
    if (status == STATUS_OK && !importer->request->dry_run) return commit(importer, error);
    if (status == STATUS_OK) status = preview(importer, error);
    store_rollback(store);
    return status;
}
