/* A folder of files. All are written under other names first and get theirs together at the end, so
 * that a failure on the way leaves the folder as it was. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"
#include "output.h"

/* The files of a dossier: the only ones that --force may take away. */
static const char *const dossier_files[] = {
    "dossier.json", "countries.csv", "organizations.csv", "people.csv",
    "terms.csv",    "sources.csv",   "events.csv",        "parties.csv",
    "claims.csv",   "links.csv",     "coverage.csv",      "notes.csv",
};

/* The only failure that matters here is one that says the folder is not empty. */
static bool is_empty(const char *path) {
    DIR *stream = opendir(path);
    if (!stream) return true;
    bool empty = true;
    for (struct dirent *entry; empty && (entry = readdir(stream));)
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    closedir(stream);
    return empty;
}

enum detente_status output_folder_open(struct output_folder *folder, const char *path, bool force,
                                       struct detente_error *error) {
    *folder = (struct output_folder){.path = path};
    if (mkdir(path, 0777) == 0) {
        folder->made = true;
        return DETENTE_OK;
    }
    struct stat there;
    if (errno != EEXIST || stat(path, &there) != 0) return fault_set_system(error, path, errno);
    if (!S_ISDIR(there.st_mode)) {
        fault_set(error, DETENTE_USAGE, "-o %s is a file", path);
        fault_advise(error, "this format is a folder: give a new or an empty one");
    } else if (!is_empty(path) && !force) {
        fault_set(error, DETENTE_USAGE, "the folder %s is not empty", path);
        fault_advise(error,
                     "give a new or an empty one, or replace the dossier in it with --force");
    }
    folder->replaces = true;
    return error->status;
}

static char *join_path(const char *folder, const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path) snprintf(path, size, "%s/%s", folder, name);
    return path;
}

static enum detente_status begin_file(void *context, const char *name) {
    struct output_folder *folder = context;
    if (folder->count == FOLDER_FILES || strchr(name, '/'))
        return fault_set(&folder->failure, DETENTE_ENVIRONMENT, "no room for a file \"%s\"", name);
    char *path = join_path(folder->path, name);
    char *copy = strdup(name);
    enum detente_status status = DETENTE_NO_MEMORY;
    if (path && copy)
        status = temporary_open(&folder->files[folder->count], path, &folder->failure);
    free(path);
    if (status == DETENTE_OK) folder->names[folder->count++] = copy;
    else free(copy);
    return status;
}

static enum detente_status write_file(void *context, const char *data, size_t size) {
    struct output_folder *folder = context;
    if (folder->count == 0) return DETENTE_USAGE;
    const struct temporary *file = &folder->files[folder->count - 1];
    return temporary_write(file->file, file->target, data, size, &folder->failure);
}

static enum detente_status end_file(void *context) {
    struct output_folder *folder = context;
    if (folder->count == 0) return DETENTE_USAGE;
    return temporary_seal(&folder->files[folder->count - 1], &folder->failure);
}

struct detente_folder output_folder_door(struct output_folder *folder) {
    return (struct detente_folder){
        .context = folder, .begin = begin_file, .write = write_file, .end = end_file};
}

static bool was_written(const struct output_folder *folder, const char *name) {
    for (size_t i = 0; i < folder->count; i++)
        if (strcmp(folder->names[i], name) == 0) return true;
    return false;
}

/* What is left of an older dossier would be read together with the new one. */
static enum detente_status remove_leftovers(const struct output_folder *folder,
                                            struct detente_error *error) {
    enum detente_status status = DETENTE_OK;
    for (size_t i = 0; i < sizeof dossier_files / sizeof *dossier_files; i++) {
        if (was_written(folder, dossier_files[i])) continue;
        char *path = join_path(folder->path, dossier_files[i]);
        if (!path) return fault_set_memory(error);
        if (unlink(path) != 0 && errno != ENOENT) status = fault_set_system(error, path, errno);
        free(path);
    }
    return status;
}

static enum detente_status place_files(struct output_folder *folder, struct detente_error *error) {
    enum detente_status status = DETENTE_OK;
    for (size_t i = 0; status == DETENTE_OK && i < folder->count; i++)
        status = temporary_place(&folder->files[i], error);
    if (status == DETENTE_OK && folder->replaces) status = remove_leftovers(folder, error);
    return status;
}

enum detente_status output_folder_close(struct output_folder *folder, bool keep,
                                        struct detente_error *error) {
    enum detente_status status = keep ? place_files(folder, error) : DETENTE_OK;
    for (size_t i = 0; i < folder->count; i++) {
        temporary_close(&folder->files[i]);
        free(folder->names[i]);
    }
    folder->count = 0;
    if (folder->made && (!keep || status != DETENTE_OK)) (void)rmdir(folder->path);
    return status;
}
