/* The front door: errors, opening and closing, and the words that the program knows. It composes the
 * rooms below and owns nothing of what they do. */
#include "front.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "model/nearest.h"
#include "time/written.h"

/* ---- errors ------------------------------------------------------------------------------------- */

enum detente_status front_status(enum status status) {
    static const enum detente_status outer[] = {
        [STATUS_OK] = DETENTE_OK,
        [STATUS_NOT_FOUND] = DETENTE_NOT_FOUND,
        [STATUS_USAGE] = DETENTE_USAGE,
        [STATUS_BAD_INPUT] = DETENTE_BAD_INPUT,
        [STATUS_ENVIRONMENT] = DETENTE_ENVIRONMENT,
        [STATUS_CORRUPT] = DETENTE_CORRUPT,
        [STATUS_NO_MEMORY] = DETENTE_NO_MEMORY,
        [STATUS_STOPPED] = DETENTE_STOPPED,
    };
    return outer[status];
}

enum status front_inner_status(enum detente_status status) {
    for (int inner = STATUS_OK; inner <= STATUS_STOPPED; inner++)
        if (front_status((enum status)inner) == status) return (enum status)inner;
    return STATUS_ENVIRONMENT;
}

enum detente_status front_report(enum status status, const struct error *inner, struct detente_error *error) {
    if (status == STATUS_OK || !error) return front_status(status);
    _Static_assert(sizeof error->message == sizeof inner->message, "messages have one size");
    _Static_assert(sizeof error->remedy == sizeof inner->remedy, "remedies have one size");
    _Static_assert(sizeof error->file == sizeof inner->place.file, "file names have one size");
    error->status = front_status(status);
    memcpy(error->message, inner->message, sizeof error->message);
    memcpy(error->remedy, inner->remedy, sizeof error->remedy);
    memcpy(error->file, inner->place.file, sizeof error->file);
    error->line = inner->place.line;
    error->column = inner->place.column;
    if (!error->message[0] && status == STATUS_NO_MEMORY) memcpy(error->message, "out of memory", 14);
    return error->status;
}

/* ---- opening -------------------------------------------------------------------------------------- */

enum detente_status detente_open(const char *path, enum detente_mode mode, detente **database,
                                 struct detente_error *error) {
    struct error inner = {0};
    *database = NULL;
    struct detente *made = calloc(1, sizeof *made);
    if (!made || !(made->path = strdup(path))) {
        free(made);
        return front_report(STATUS_NO_MEMORY, &inner, error);
    }
    made->made = mode == DETENTE_CREATE && access(path, F_OK) != 0;
    enum status status;
    struct stat there;
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode)) {
        status = error_set(&inner, STATUS_ENVIRONMENT, "%s is a folder, not a record", path);
        error_advise(&inner, "--db names a file, such as %s/detente.db", path);
    } else if (mode != DETENTE_CREATE && access(path, F_OK) != 0) {
        status = error_set(&inner, STATUS_ENVIRONMENT, "there is no record %s", path);
        error_advise(&inner, "`detente import PATH` makes one; --db FILE or DETENTE_DB names another");
    } else {
        status = store_open(path, (enum store_mode)mode, &made->store, &inner);
    }
    if (status == STATUS_OK) *database = made;
    else detente_close(made);
    return front_report(status, &inner, error);
}

void detente_close(detente *database) {
    if (!database) return;
    store_close(database->store);
    if (database->made && database->discard) unlink(database->path);
    free(database->path);
    free(database);
}

/* ---- words ----------------------------------------------------------------------------------------- */

enum detente_status detente_parse_day(const char *text, int64_t *day, struct detente_error *error) {
    struct error inner = {0};
    struct edtf date;
    enum status status = edtf_parse(slice_from(text), &date, NULL, &inner);
    if (status == STATUS_OK && date.min != date.max) {
        status = error_set(&inner, STATUS_USAGE, "\"%.60s\" is not a single day", text);
        error_advise(&inner, "write it as 2025-10-31");
    }
    if (status == STATUS_OK) *day = date.min;
    return front_report(status, &inner, error);
}

/* Formats that make a folder are no writer of their own: the front door writes tables into it. */
static const struct detente_format folder_formats[] = {
    {"dossier", "inode/directory", "a folder of tables, one per record type: what import takes back", "", false, false,
     true, true, false, false},
};
enum { FOLDER_FORMATS = sizeof folder_formats / sizeof *folder_formats };

bool detente_format_at(size_t index, struct detente_format *format) {
    size_t count = 0;
    while (writer_classes[count]) count++;
    if (index < count) {
        const struct writer_class *class = writer_classes[index];
        *format = (struct detente_format){class->name, class->media_type, class->summary, class->extension,
                                          class->takes_events, class->takes_rows,
                                          class->takes_events || class->exports_dyads, false,
                                          !class->takes_events && !class->exports_dyads && class->entry,
                                          class->exports_dyads};
        return true;
    }
    if (index - count >= FOLDER_FORMATS) return false;
    *format = folder_formats[index - count];
    return true;
}

void detente_nearest(const char *word, const char *const *candidates, char *out, size_t size) {
    struct nearest nearest = {.word = slice_from(word)};
    for (size_t i = 0; candidates[i]; i++) nearest_offer(&nearest, slice_from(candidates[i]));
    nearest_format(&nearest, out, size);
}

void detente_each_kind(void (*take)(void *context, const char *path, const char *label), void *context) {
    for (size_t i = 0; i < kind_count; i++) take(context, kind_table[i].path, kind_table[i].label);
}
