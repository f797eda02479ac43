/* Files that appear under their name when they are whole. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "beside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/buffer.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

static enum status fail(const char *path, struct error *error) {
    int number = errno;
    error_set(error, STATUS_ENVIRONMENT, "%s", strerror(number));
    if (number == ENOENT) error_advise(error, "make the folder first, or name another");
    if (number == EACCES || number == EROFS) error_advise(error, "check the permissions of the folder, or name another");
    if (number == ENOSPC || number == EDQUOT) error_advise(error, "free some space on the disk; nothing of this command was kept");
    error_locate(error, path, 0, 0);
    return STATUS_ENVIRONMENT;
}

const char *beside_join(struct arena *arena, const char *path, const char *suffix) {
    size_t size = strlen(path), more = strlen(suffix);
    char *whole = arena_alloc(arena, size + more + 1);
    if (!whole) return NULL;
    memcpy(whole, path, size);
    memcpy(whole + size, suffix, more + 1);
    return whole;
}

static size_t folder_size(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* What a link leads to is replaced, and not the link. */
static const char *follow_links(const char *path, struct arena *arena) {
    struct stat there;
    char *real = lstat(path, &there) == 0 && S_ISLNK(there.st_mode) ? realpath(path, NULL) : NULL;
    if (!real) return beside_join(arena, path, "");
    const char *copy = beside_join(arena, real, "");
    free(real);
    return copy;
}

enum status beside_make(const char *target, const char *like, struct arena *arena, struct beside *beside, struct error *error) {
    static const char pattern[] = ".detente-XXXXXX";
    struct stat there;
    *beside = (struct beside){follow_links(target, arena), NULL};
    if (!beside->target) return no_memory(error);
    size_t folder = folder_size(beside->target);
    char *path = arena_alloc(arena, folder + sizeof pattern);
    if (!path) return no_memory(error);
    memcpy(path, beside->target, folder);
    memcpy(path + folder, pattern, sizeof pattern);
    int file = mkstemp(path);
    if (file < 0) return fail(target, error);
    beside->path = path;
    bool good = stat(like, &there) != 0 || fchmod(file, there.st_mode & 0777) == 0;
    enum status status = good ? STATUS_OK : fail(target, error);
    if (close(file) != 0 && status == STATUS_OK) status = fail(target, error);
    if (status != STATUS_OK) beside_close(beside);
    return status;
}

enum status beside_sync(const struct beside *beside, struct error *error) {
    int file = open(beside->path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail(beside->path, error);
    enum status status = fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP ? STATUS_OK : fail(beside->target, error);
    close(file);
    return status;
}

void beside_sync_folder(const char *path) {
    size_t size = folder_size(path);
    struct buffer folder;
    buffer_init(&folder);
    buffer_append(&folder, size ? path : ".", size ? size : 1);
    buffer_append_byte(&folder, '\0');
    int file = buffer_failed(&folder) ? -1 : open(folder.data, O_RDONLY | O_CLOEXEC);
    buffer_free(&folder);
    if (file < 0) return;
    (void)fsync(file);
    close(file);
}

/* A link fails where a file is in the way, and where the file system has none; a rename replaces it. */
static enum status give_name(const struct beside *beside, bool replace, struct error *error) {
    struct stat there;
    if (!replace && link(beside->path, beside->target) == 0) {
        unlink(beside->path);
        return STATUS_OK;
    }
    if (!replace && (errno == EEXIST || lstat(beside->target, &there) == 0)) return STATUS_NOT_FOUND;
    return rename(beside->path, beside->target) == 0 ? STATUS_OK : fail(beside->target, error);
}

enum status beside_place(struct beside *beside, bool replace, struct error *error) {
    enum status status = give_name(beside, replace, error);
    if (status != STATUS_OK) return status;
    beside->path = NULL;
    beside_sync_folder(beside->target);
    return STATUS_OK;
}

enum { NAMES_MAX = 10000 };

/* target.WORD, target.WORD-2, … */
static const char *build_name(const char *target, const char *word, int number, struct arena *arena) {
    struct buffer name;
    buffer_init(&name);
    buffer_append_format(&name, "%s.%s", target, word);
    if (number > 1) buffer_append_format(&name, "-%d", number);
    buffer_append_byte(&name, '\0');
    const char *copy = buffer_failed(&name) ? NULL : beside_join(arena, name.data, "");
    buffer_free(&name);
    return copy;
}

const char *beside_find_free(const char *target, const char *word, struct arena *arena) {
    struct stat there;
    for (int i = 1; i < NAMES_MAX; i++) {
        const char *name = build_name(target, word, i, arena);
        if (!name || (lstat(name, &there) != 0 && errno == ENOENT)) return name;
    }
    return NULL;
}

enum status beside_place_free(struct beside *beside, const char *word, struct arena *arena, struct error *error) {
    const char *target = beside->target;
    enum status status = STATUS_NOT_FOUND;
    for (int i = 1; status == STATUS_NOT_FOUND && i < NAMES_MAX; i++) {
        beside->target = build_name(target, word, i, arena);
        if (!beside->target) return no_memory(error);
        status = beside_place(beside, false, error);
    }
    return status == STATUS_NOT_FOUND ? error_set(error, STATUS_ENVIRONMENT, "no name is free for %s.%s", target, word) : status;
}

void beside_close(struct beside *beside) {
    static const char *const suffixes[] = {"", "-journal", "-wal", "-shm"};
    struct buffer name;
    if (!beside->path) return;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        buffer_init(&name);
        buffer_append_format(&name, "%s%s", beside->path, suffixes[i]);
        buffer_append_byte(&name, '\0');
        if (!buffer_failed(&name)) unlink(name.data);
        buffer_free(&name);
    }
    beside->path = NULL;
}
