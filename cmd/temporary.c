/* Temporary file, fsync, rename; and removal when a signal ends the program. */
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"

/* ---- removal by signal: the names are kept where a handler can read them ---- */

enum { LISTED_MAX = 64 };
static char *volatile listed[LISTED_MAX];

static void remove_listed(int number) {
    for (size_t i = 0; i < LISTED_MAX; i++)
        if (listed[i]) unlink(listed[i]);
    raise(number); /* the handler was reset: this ends the program as the signal would have */
}

static void watch_signals(void) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    static bool watching;
    if (watching) return;
    watching = true;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction action = {.sa_handler = remove_listed}, before;
        if (sigaction(numbers[i], NULL, &before) != 0 || before.sa_handler != SIG_DFL) continue;
        sigemptyset(&action.sa_mask);
        action.sa_flags = (int)SA_RESETHAND;
        sigaction(numbers[i], &action, NULL);
    }
}

static void list_path(char *path) {
    watch_signals();
    for (size_t i = 0; i < LISTED_MAX; i++) {
        if (listed[i]) continue;
        listed[i] = path;
        return;
    }
}

static void unlist_path(const char *path) {
    for (size_t i = 0; i < LISTED_MAX; i++)
        if (listed[i] == path) listed[i] = NULL;
}

/* ---- names ---- */

/* FOLDER/.detente-NUMBER.tmp */
static char *name_beside(const char *target, long number) {
    const char *slash = strrchr(target, '/');
    size_t folder = slash ? (size_t)(slash - target) + 1 : 0;
    size_t size = folder + 48;
    char *path = malloc(size);
    if (path) snprintf(path, size, "%.*s.detente-%ld.tmp", (int)folder, target, number);
    return path;
}

enum { LINK_MAX_BYTES = 4096, LINKS_MAX = 40 };

/* What the symbolic link at `path` points to, as seen from where we are. NULL: it is no link. */
static char *read_link(const char *path) {
    char there[LINK_MAX_BYTES];
    ssize_t size = readlink(path, there, sizeof there);
    if (size <= 0 || (size_t)size == sizeof there) return NULL;
    const char *slash = there[0] == '/' ? NULL : strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    char *next = malloc(folder + (size_t)size + 1);
    if (next)
        snprintf(next, folder + (size_t)size + 1, "%.*s%.*s", (int)folder, path, (int)size, there);
    return next;
}

/* A link is followed, so that what it points to is replaced and not the link. */
static char *follow_links(const char *target) {
    char *path = strdup(target);
    for (int i = 0; path && i < LINKS_MAX; i++) {
        char *next = read_link(path);
        if (!next) break;
        free(path);
        path = next;
    }
    return path;
}

enum { TRIES = 100 };

static enum detente_status open_beside(struct temporary *temporary, const char *target,
                                       struct detente_error *error) {
    for (long try = 0; try < TRIES; try++) {
        char *path = name_beside(temporary->target, (long)getpid() + try);
        if (!path) return fault_set_memory(error);
        temporary->file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (temporary->file >= 0) {
            temporary->path = path;
            list_path(path);
            return DETENTE_OK;
        }
        free(path);
        if (errno != EEXIST) break;
    }
    return fault_set_system(error, target, errno);
}

enum detente_status temporary_open(struct temporary *temporary, const char *target,
                                   struct detente_error *error) {
    *temporary = (struct temporary){.file = -1};
    temporary->target = follow_links(target);
    if (!temporary->target) return fault_set_memory(error);
    enum detente_status status = open_beside(temporary, target, error);
    struct stat there;
    if (status == DETENTE_OK && stat(temporary->target, &there) == 0 &&
        fchmod(temporary->file, there.st_mode & 07777) != 0)
        status = fault_set_system(error, target, errno);
    if (status != DETENTE_OK) temporary_close(temporary);
    return status;
}

enum detente_status temporary_write(int file, const char *name, const char *data, size_t size,
                                    struct detente_error *error) {
    while (size > 0) {
        ssize_t written = write(file, data, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EPIPE) return DETENTE_STOPPED;
        if (written < 0) return fault_set_system(error, name, errno);
        data += written;
        size -= (size_t)written;
    }
    return DETENTE_OK;
}

enum detente_status temporary_seal(struct temporary *temporary, struct detente_error *error) {
    int file = temporary->file, failed = 0;
    if (fsync(file) != 0 && errno != EINVAL && errno != ENOTSUP) failed = errno;
    if (close(file) != 0 && failed == 0) failed = errno;
    temporary->file = -1;
    return failed ? fault_set_system(error, temporary->target, failed) : DETENTE_OK;
}

/* So that the new name survives a crash too. Not every file system can; that is no failure. */
static void sync_folder(const char *target) {
    const char *slash = strrchr(target, '/');
    char *folder = slash ? strndup(target, (size_t)(slash - target) + 1) : strdup(".");
    int file = folder ? open(folder, O_RDONLY | O_CLOEXEC) : -1;
    free(folder);
    if (file < 0) return;
    (void)fsync(file);
    close(file);
}

enum detente_status temporary_place(struct temporary *temporary, struct detente_error *error) {
    if (rename(temporary->path, temporary->target) != 0)
        return fault_set_system(error, temporary->target, errno);
    unlist_path(temporary->path);
    free(temporary->path);
    temporary->path = NULL;
    sync_folder(temporary->target);
    return DETENTE_OK;
}

void temporary_close(struct temporary *temporary) {
    if (temporary->file >= 0) close(temporary->file);
    temporary->file = -1;
    if (temporary->path) {
        unlink(temporary->path);
        unlist_path(temporary->path);
    }
    free(temporary->path);
    free(temporary->target);
    temporary->path = temporary->target = NULL;
}
