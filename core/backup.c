/* Backups: the record in one file, of one moment, verified before it gets its name. */
#include "keep.h"

#include <string.h>
#include <sys/stat.h>
#include "beside.h"
#include "store/history.h"

/* ---- verifying ------------------------------------------------------------------------------------------------- */

static enum status refuse_fault(void *context, struct slice what, struct error *error) {
    (void)context;
    return error_set(error, STATUS_CORRUPT, "%.*s", (int)(what.size < 500 ? what.size : 500), what.data);
}

enum status keep_verify(struct store *store, struct detente_copied *copied, struct error *error) {
    struct hash128 content = {0, 0};
    int64_t events = 0;
    _Static_assert(sizeof copied->content == HASH128_TEXT, "a hash as text has one size");
    enum status status = store_check_integrity(store, refuse_fault, NULL, error);
    if (status == STATUS_OK) status = store_count(store, RECORD_EVENT, &events, error);
    if (status == STATUS_OK) status = store_find_revision(store, &copied->revision, error);
    if (status == STATUS_OK) status = store_hash_content(store, &content, error);
    copied->events = (uint64_t)events;
    hash128_format(content, copied->content);
    return status;
}

enum status keep_verify_file(const char *path, struct detente_copied *copied, struct error *error) {
    struct store *store;
    struct stat there;
    enum status status = store_open(path, STORE_READ, &store, error);
    if (status != STATUS_OK) return status;
    status = keep_verify(store, copied, error);
    store_close(store);
    if (stat(path, &there) == 0) copied->size_bytes = (uint64_t)there.st_size;
    return status;
}

/* ---- what stands in the way -------------------------------------------------------------------------------------- */

bool keep_is_same_file(const char *one, const char *other) {
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

enum status keep_refuse_log(const char *path, struct arena *arena, struct error *error) {
    static const char *const suffixes[] = {"-wal", "-journal"};
    struct stat there;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        const char *name = beside_join(arena, path, suffixes[i]);
        if (!name) return error_set(error, STATUS_NO_MEMORY, "out of memory");
        if (lstat(name, &there) != 0) continue;
        error_set(error, STATUS_ENVIRONMENT,
                  "%s is there: a program has a file of that name open, or was cut off while it wrote", name);
        error_advise(error, "give another name, or take that file away with what belongs to it");
        error_locate(error, path, 0, 0);
        return STATUS_ENVIRONMENT;
    }
    return STATUS_OK;
}

static enum status refuse_path(const char *path, const char *message, const char *remedy, struct error *error) {
    error_set(error, STATUS_USAGE, "%s", message);
    error_advise(error, "%s", remedy);
    error_locate(error, path, 0, 0);
    return STATUS_USAGE;
}

static enum status refuse_existing(const char *path, struct error *error) {
    bool ours = false, older;
    enum status status = copy_judge(path, &ours, &older, NULL);
    const char *message = status == STATUS_OK && ours ? "the file is there already"
                                                      : "the file is there already, and is no detente record";
    return refuse_path(path, message, "give another name, or replace it with --force", error);
}

static enum status check_target(const struct detente *database, const char *path, bool force, struct arena *arena,
                                struct error *error) {
    struct stat there;
    if (strcmp(path, "-") == 0 || !*path)
        return refuse_path(NULL, "a backup is a file, and cannot go to standard output",
                           "name a file; `detente export` writes the content to standard output", error);
    if (stat(path, &there) != 0) return keep_refuse_log(path, arena, error);
    if (S_ISDIR(there.st_mode)) return refuse_path(path, "this is a folder", "name a file in it", error);
    if (!S_ISREG(there.st_mode)) return refuse_path(path, "this is no ordinary file", "name a file", error);
    if (keep_is_same_file(path, database->path))
        return refuse_path(path, "this is the record itself", "give another name", error);
    return force ? keep_refuse_log(path, arena, error) : refuse_existing(path, error);
}

/* ---- the whole backup ----------------------------------------------------------------------------------------------- */

struct copy_watch keep_watch(const struct detente_copying *how) {
    return (struct copy_watch){how->progress_context, how->progress};
}

/* What is found in the copy was copied: the record itself is damaged. */
static enum status verify_copy(const char *path, struct detente_copied *copied, struct error *error) {
    struct error fault = {0};
    enum status status = keep_verify_file(path, copied, &fault);
    if (status != STATUS_CORRUPT) {
        if (status != STATUS_OK && error) *error = fault;
        return status;
    }
    error_set(error, status, "the copy does not pass its checks, and was not kept: %s", fault.message);
    error_advise(error, "`detente check integrity` shows what is wrong with the record; export it and import it into a new "
                 "one to keep what can be read");
    return status;
}

static enum status make_backup(struct detente *database, const char *path, const struct detente_copying *how,
                               struct arena *arena, struct detente_copied *copied, struct error *error) {
    struct beside beside;
    struct copy_watch watch = keep_watch(how);
    enum status status = check_target(database, path, how->force, arena, error);
    if (status == STATUS_OK) status = beside_make(path, database->path, arena, &beside, error);
    if (status != STATUS_OK) return status;
    status = copy_record(database->store, beside.path, &watch, error);
    if (status == STATUS_OK) status = beside_sync(&beside, error);
    if (status == STATUS_OK) status = verify_copy(beside.path, copied, error);
    /* Of the file that a link leads to, and at the last moment. */
    if (status == STATUS_OK) status = keep_refuse_log(beside.target, arena, error);
    if (status == STATUS_OK) status = beside_place(&beside, how->force, error);
    if (status == STATUS_NOT_FOUND) status = refuse_existing(path, error);
    beside_close(&beside);
    error_locate(error, path, 0, 0);
    return status;
}

enum detente_status detente_backup(detente *database, const char *path, const struct detente_copying *how,
                                   struct detente_copied *copied, struct detente_error *error) {
    struct error inner = {0};
    struct arena arena;
    arena_init(&arena);
    *copied = (struct detente_copied){0};
    enum status status = make_backup(database, path, how, &arena, copied, &inner);
    arena_free(&arena);
    return front_report(status, &inner, error);
}
