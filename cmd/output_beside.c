/* A file and what belongs beside it: all are written under other names first and get theirs together at the end, so that a
 * failure on the way leaves what was there. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fault.h"
#include "output.h"

bool output_is_special(const char *path) {
    struct stat there;
    return stat(path, &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode);
}

void output_beside_open(struct output_beside *beside, const char *path, const char *database) {
    *beside = (struct output_beside){.path = path, .database = database};
}

/* pairs.csv, x.codebook.md -> pairs.codebook.md */
static char *name_beside(const char *path, const char *name) {
    const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
    const char *dot = strrchr(base, '.'), *ending = strchr(name, '.');
    size_t stem = dot && dot > base ? (size_t)(dot - path) : strlen(path);
    size_t size = stem + (ending ? strlen(ending) : 0) + 1;
    char *made = malloc(size);
    if (made) snprintf(made, size, "%.*s%s", (int)stem, path, ending ? ending : "");
    return made;
}

/* -o x.codebook.md would be both. */
static enum detente_status refuse_double(struct output_beside *beside, const char *path) {
    for (size_t i = 0; i < beside->count; i++) {
        if (strcmp(beside->files[i].target, path) != 0 && !output_is_same_file(beside->files[i].target, path)) continue;
        fault_set(&beside->failure, DETENTE_USAGE, "%s would be written twice", path);
        fault_advise(&beside->failure, "give the table a name that ends with .csv");
        return beside->failure.status;
    }
    return DETENTE_OK;
}

static enum detente_status begin_file(void *context, const char *name) {
    struct output_beside *beside = context;
    if (beside->count == BESIDE_FILES)
        return fault_set(&beside->failure, DETENTE_ENVIRONMENT, "no room for a file \"%s\"", name);
    char *path = beside->count ? name_beside(beside->path, name) : strdup(beside->path);
    if (!path) return fault_set_memory(&beside->failure);
    enum detente_status status = refuse_double(beside, path);
    if (status == DETENTE_OK) status = output_check_target(path, beside->database, &beside->failure);
    if (status != DETENTE_OK && beside->count)
        fault_advise(&beside->failure, "it stands beside %.200s; give that another name", beside->path);
    if (status == DETENTE_OK) status = temporary_open(&beside->files[beside->count], path, &beside->failure);
    if (status == DETENTE_OK) beside->count++;
    free(path);
    return status;
}

static enum detente_status write_file(void *context, const char *data, size_t size) {
    struct output_beside *beside = context;
    if (beside->count == 0) return DETENTE_USAGE;
    return temporary_write(beside->files[beside->count - 1].file, beside->path, data, size, &beside->failure);
}

static enum detente_status end_file(void *context) {
    struct output_beside *beside = context;
    if (beside->count == 0) return DETENTE_USAGE;
    return temporary_seal(&beside->files[beside->count - 1], &beside->failure);
}

struct detente_folder output_beside_door(struct output_beside *beside) {
    return (struct detente_folder){.context = beside, .begin = begin_file, .write = write_file, .end = end_file};
}

enum detente_status output_beside_close(struct output_beside *beside, bool keep, struct detente_error *error) {
    enum detente_status status = DETENTE_OK;
    for (size_t i = 0; keep && status == DETENTE_OK && i < beside->count; i++)
        status = temporary_place(&beside->files[i], error);
    for (size_t i = 0; i < beside->count; i++) temporary_close(&beside->files[i]);
    beside->count = 0;
    return status;
}
