/* A file and what belongs beside it: all are written under other names first and get theirs at the end, one after the other;
 * what stood there is kept by a second link until then, so that a failure on the way leaves what was there. Where the file system
 * knows no links, what was replaced before the failure stays replaced. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* The file just opened, behind all links. */
static enum detente_status refuse_target(struct output_beside *beside, const char *path) {
    struct temporary *opened = &beside->files[beside->count];
    enum detente_status status = DETENTE_OK;
    for (size_t i = 0; status == DETENTE_OK && i < beside->count; i++)
        if (strcmp(beside->files[i].target, opened->target) == 0)
            status = fault_set(&beside->failure, DETENTE_USAGE, "%s would be written twice", path);
    if (status == DETENTE_OK) beside->count++;
    else temporary_close(opened);
    return status;
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
    if (status == DETENTE_OK) status = refuse_target(beside, path);
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

/* What stands under the name of a file, kept under another one until all have theirs. */
struct kept {
    char *target, *path; /* owned; path is NULL when nothing stood there, or it could not be kept */
    bool stood;
};

static void keep_old(struct kept *kept, const struct temporary *file) {
    struct stat there;
    size_t size = strlen(file->path) + sizeof ".old";
    *kept = (struct kept){.target = strdup(file->target), .path = malloc(size)};
    kept->stood = lstat(file->target, &there) == 0;
    if (kept->path) snprintf(kept->path, size, "%s.old", file->path);
    if (kept->path && kept->stood && link(file->target, kept->path) == 0) return;
    free(kept->path);
    kept->path = NULL;
}

static void bring_back(const struct kept *kept) {
    if (kept->path) (void)rename(kept->path, kept->target);
    else if (kept->target && !kept->stood) (void)unlink(kept->target);
}

static void free_kept(struct kept *kept) {
    if (kept->path) (void)unlink(kept->path);
    free(kept->path);
    free(kept->target);
}

/* The table last: who finds it finds what belongs to it. */
static enum detente_status place_all(struct output_beside *beside, struct detente_error *error) {
    struct kept kept[BESIDE_FILES];
    size_t placed = beside->count;
    enum detente_status status = DETENTE_OK;
    while (status == DETENTE_OK && placed > 0) {
        keep_old(&kept[placed - 1], &beside->files[placed - 1]);
        status = temporary_place(&beside->files[placed - 1], error);
        if (status == DETENTE_OK) placed--;
        else free_kept(&kept[placed - 1]);
    }
    for (size_t i = placed; i < beside->count; i++) {
        if (status != DETENTE_OK) bring_back(&kept[i]);
        free_kept(&kept[i]);
    }
    return status;
}

enum detente_status output_beside_close(struct output_beside *beside, bool keep, struct detente_error *error) {
    enum detente_status status = keep ? place_all(beside, error) : DETENTE_OK;
    for (size_t i = 0; i < beside->count; i++) temporary_close(&beside->files[i]);
    beside->count = 0;
    return status;
}
