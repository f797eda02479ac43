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

enum { CHECKED_MAX = 20000 /* new events */ };

struct doubles {
    struct importer *importer;
    struct asker asker;
};

/* Of two new ones the later is told. */
static enum status hear_double(void *context, const struct stored_event *one, const struct stored_event *other,
                               struct error *error) {
    struct doubles *doubles = context;
    struct importer *importer = doubles->importer;
    const struct stored_event *older = one->key < other->key ? one : other, *newer = one->key < other->key ? other : one;
    (void)error;
    struct slice new_id = record_get(&newer->event, EVENT_ID), old_id = record_get(&older->event, EVENT_ID);
    if (importer->summary->duplicates++ < TOLD_MAX)
        import_remark(importer, "%.*s may be %.*s recorded again", (int)new_id.size, new_id.data, (int)old_id.size, old_id.data);
    return STATUS_OK;
}

struct one_event {
    struct doubles *doubles;
    int64_t key;
};

static enum status take_older(void *context, const struct stored_event *one, const struct stored_event *other,
                              struct error *error) {
    struct one_event *event = context;
    bool is_newest = one->key <= event->key && other->key <= event->key;
    return is_newest ? hear_double(event->doubles, one, other, error) : STATUS_OK;
}

static enum status look_for_doubles(void *context, struct stored_event *event, struct error *error) {
    struct doubles *doubles = context;
    struct one_event one = {doubles, event->key};
    if (!record_has(&event->event, EVENT_TITLE)) return STATUS_OK;
    return ask_duplicates_of(&doubles->asker, event, false, take_older, &one, error);
}

static enum status find_doubles(struct importer *importer, struct error *error) {
    struct doubles doubles = {.importer = importer};
    if (importer->titled == 0) return STATUS_OK;
    if (importer->titled > CHECKED_MAX) {
        import_remark(importer, "so many new events are not compared with what is here; `detente check duplicates` does it");
        return STATUS_OK;
    }
    ask_begin(&doubles.asker, importer->database->store, ASK_NAMES);
    enum status status = store_each_new_event(importer->database->store, look_for_doubles, &doubles, error);
    ask_end(&doubles.asker);
    if (status == STATUS_OK && importer->summary->duplicates > TOLD_MAX)
        import_remark(importer, "... and %llu more; `detente check duplicates` lists them",
                      (unsigned long long)(importer->summary->duplicates - TOLD_MAX));
    return status;
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
    if (status == STATUS_OK) status = refuse_part(importer, error);
    store_set_guard(store, NULL);
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
