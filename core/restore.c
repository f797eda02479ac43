/* Records taken back from backups.
 *
 * The backup is verified first. Then it is copied into the file of the record itself, in one transaction, so that whoever has
 * the record open goes on with it and sees the one or the other; what was there is copied beside it before, when nobody else
 * can write it any more. Only a file that is too damaged to be written is moved aside instead. */
#include "keep.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "beside.h"

struct restore {
    const char *path, *from; /* as given */
    const char *source;      /* what is copied: the backup, or a copy of it that was brought up to date */
    const struct detente_copying *how;
    struct detente_copied *copied;
    struct copy_watch watch;
    struct arena arena;
    struct beside staged;
    struct store *backup;
    struct error *error;
};

static const char kept_word[] = "before-restore";

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- the backup ------------------------------------------------------------------------------------------------------ */

static enum status refuse_backup(struct restore *restore, enum status status, const char *message, const char *remedy) {
    status = error_set(restore->error, status, "%s", message);
    error_advise(restore->error, "%s", remedy);
    error_locate(restore->error, strcmp(restore->from, "-") == 0 ? NULL : restore->from, 0, 0);
    return status;
}

static enum status check_backup(struct restore *restore) {
    struct stat there;
    if (strcmp(restore->from, "-") == 0)
        return refuse_backup(restore, STATUS_USAGE, "a backup is a file, and cannot be read from standard input",
                             "name the file");
    if (stat(restore->from, &there) != 0)
        return refuse_backup(restore, STATUS_ENVIRONMENT, strerror(errno), "name a file that `detente backup` made");
    if (!S_ISREG(there.st_mode)) return refuse_backup(restore, STATUS_USAGE, "this is no ordinary file", "name a backup");
    if (there.st_size == 0)
        return refuse_backup(restore, STATUS_CORRUPT, "the file is empty", "name a file that `detente backup` made");
    if (keep_is_same_file(restore->from, restore->path))
        return refuse_backup(restore, STATUS_USAGE, "this is the record itself", "name a file that `detente backup` made");
    return STATUS_OK;
}

/* One of an older program is brought up to date in a copy, which is removed in the end. */
static enum status stage_older(struct restore *restore) {
    struct store *older;
    enum status status = beside_make(restore->path, restore->from, &restore->arena, &restore->staged, restore->error);
    if (status == STATUS_OK) status = copy_file(restore->from, restore->staged.path, &restore->watch, restore->error);
    if (status == STATUS_OK) status = store_open(restore->staged.path, STORE_WRITE, &older, restore->error);
    if (status != STATUS_OK) return status;
    store_close(older);
    restore->source = restore->staged.path;
    return STATUS_OK;
}

static enum status verify_backup(struct restore *restore) {
    struct error fault = {0};
    enum status status = store_open(restore->source, STORE_READ, &restore->backup, &fault);
    if (status == STATUS_OK) status = keep_verify(restore->backup, restore->copied, &fault);
    if (status == STATUS_CORRUPT)
        return refuse_backup(restore, status, fault.message, "nothing was restored: name another backup");
    if (status != STATUS_OK) *restore->error = fault;
    return status;
}

static enum status open_backup(struct restore *restore) {
    bool ours = false, older = false;
    enum status status = check_backup(restore);
    if (status == STATUS_OK) status = copy_judge(restore->from, &ours, &older, restore->error);
    if (status == STATUS_OK && !ours)
        status = refuse_backup(restore, STATUS_CORRUPT, "this is not a detente record", "name a file that `detente backup` made");
    if (status == STATUS_OK && older) status = stage_older(restore);
    if (status == STATUS_OK) status = verify_backup(restore);
    error_locate(restore->error, restore->from, 0, 0);
    return status;
}

/* ---- where nothing is, or nothing that can be written --------------------------------------------------------------------- */

static enum status tell_kept(struct restore *restore, const char *name) {
    size_t size = strlen(name);
    if (size >= sizeof restore->copied->before)
        return error_set(restore->error, STATUS_ENVIRONMENT, "the name of the file is too long");
    memcpy(restore->copied->before, name, size + 1);
    return STATUS_OK;
}

static enum status make_copy(struct restore *restore, struct beside *beside) {
    enum status status = beside_make(restore->path, restore->from, &restore->arena, beside, restore->error);
    if (status != STATUS_OK) return status;
    status = copy_record(restore->backup, beside->path, &restore->watch, restore->error);
    if (status == STATUS_OK) status = beside_sync(beside, restore->error);
    if (status != STATUS_OK) beside_close(beside);
    return status;
}

static enum status restore_new(struct restore *restore, bool replace) {
    struct beside beside;
    enum status status = keep_refuse_log(restore->path, &restore->arena, restore->error);
    if (status == STATUS_OK) status = make_copy(restore, &beside);
    if (status != STATUS_OK) return status;
    status = beside_place(&beside, replace, restore->error);
    if (status == STATUS_NOT_FOUND)
        status = error_set(restore->error, STATUS_ENVIRONMENT, "another program made the file meanwhile");
    beside_close(&beside);
    return status;
}

/* A log that belongs to the damaged file goes with it, and must not meet the new one: it goes first. */
static enum status move_logs(struct restore *restore, const char *target, const char *kept) {
    static const char *const suffixes[] = {"-journal", "-wal"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        const char *from = beside_join(&restore->arena, target, suffixes[i]);
        const char *to = beside_join(&restore->arena, kept, suffixes[i]);
        if (!from || !to) return no_memory(restore->error);
        if (rename(from, to) == 0 || errno == ENOENT) continue;
        error_set(restore->error, STATUS_ENVIRONMENT, "%s cannot be moved: %s", from, strerror(errno));
        return STATUS_ENVIRONMENT;
    }
    const char *index = beside_join(&restore->arena, target, "-shm");
    if (index) unlink(index);
    return STATUS_OK;
}

/* The damaged file has both names until the new one takes its place. */
static enum status restore_aside(struct restore *restore) {
    struct beside beside;
    enum status status = make_copy(restore, &beside);
    if (status != STATUS_OK) return status;
    const char *kept = beside_find_free(beside.target, kept_word, &restore->arena);
    bool linked = kept && link(beside.target, kept) == 0;
    if (!kept) status = no_memory(restore->error);
    if (status == STATUS_OK) status = tell_kept(restore, kept);
    if (status == STATUS_OK) status = move_logs(restore, beside.target, kept);
    if (status == STATUS_OK && !linked && rename(beside.target, kept) != 0) {
        error_set(restore->error, STATUS_ENVIRONMENT, "the file cannot be moved aside: %s", strerror(errno));
        status = STATUS_ENVIRONMENT;
    }
    if (status == STATUS_OK) status = beside_place(&beside, true, restore->error);
    beside_close(&beside);
    return status;
}

/* ---- into the record --------------------------------------------------------------------------------------------------------- */

static enum status keep_before(void *context, struct error *error) {
    struct restore *restore = context;
    struct beside beside;
    enum status status = beside_make(restore->path, restore->path, &restore->arena, &beside, error);
    if (status != STATUS_OK) return status;
    status = copy_file(restore->path, beside.path, NULL, error);
    if (status == STATUS_OK) status = beside_sync(&beside, error);
    if (status == STATUS_OK) status = beside_place_free(&beside, kept_word, &restore->arena, error);
    if (status == STATUS_OK) status = tell_kept(restore, beside.target);
    beside_close(&beside);
    return status;
}

static enum status restore_over(struct restore *restore) {
    struct error fault = {0};
    restore->copied->before[0] = '\0';
    enum status status = copy_over(restore->backup, restore->path, keep_before, restore, &restore->watch, &fault);
    bool kept = restore->copied->before[0] != '\0';
    if (status == STATUS_CORRUPT && !kept) return restore_aside(restore);
    if (status == STATUS_OK) return status;
    if (kept) unlink(restore->copied->before); /* nothing was taken from the record */
    if (restore->error) *restore->error = fault;
    return status;
}

/* What is no record is not taken for one that is damaged. */
static enum status check_place(struct restore *restore) {
    bool ours = false, older;
    enum status status = copy_judge(restore->path, &ours, &older, restore->error);
    if (status != STATUS_OK || ours || restore->how->force) return status;
    error_set(restore->error, STATUS_CORRUPT, "the file is no detente record, or is so damaged that this cannot be told");
    error_advise(restore->error, "with --force it is kept as %s.%s, and the backup takes its place", restore->path, kept_word);
    return STATUS_CORRUPT;
}

static enum status restore_somehow(struct restore *restore) {
    struct stat there;
    if (stat(restore->path, &there) != 0) return restore_new(restore, false);
    if (!S_ISREG(there.st_mode)) {
        error_set(restore->error, STATUS_USAGE, S_ISDIR(there.st_mode) ? "this is a folder" : "this is no ordinary file");
        error_advise(restore->error, "--db names the file of the record");
        return STATUS_USAGE;
    }
    if (there.st_size == 0) return restore_new(restore, true);
    enum status status = check_place(restore);
    return status == STATUS_OK ? restore_over(restore) : status;
}

static enum status run_restore(struct restore *restore) {
    enum status status = open_backup(restore);
    if (status == STATUS_OK) status = restore_somehow(restore);
    store_close(restore->backup);
    beside_close(&restore->staged);
    struct stat there;
    if (status == STATUS_OK && stat(restore->path, &there) == 0) restore->copied->size_bytes = (uint64_t)there.st_size;
    if (strcmp(restore->from, "-") != 0) error_locate(restore->error, restore->path, 0, 0);
    return status;
}

enum detente_status detente_restore(const char *path, const char *from, const struct detente_copying *how,
                                    struct detente_copied *copied, struct detente_error *error) {
    struct error inner = {0};
    struct restore restore = {.path = path, .from = from, .source = from, .how = how, .copied = copied,
                              .watch = keep_watch(how), .error = &inner};
    *copied = (struct detente_copied){0};
    arena_init(&restore.arena);
    enum status status = run_restore(&restore);
    arena_free(&restore.arena);
    return front_report(status, &inner, error);
}
