/* Opening files with SQLite.
 *
 * Files are opened defensively: what a database carries (triggers, functions in views) is not trusted, its structure cannot
 * be written behind the engine's back, cell sizes are checked, and nothing is mapped into memory.
 *
 * Records are written ahead: a commit goes into FILE-wal, whose index FILE-shm all programs share, and the last program that
 * closes the file takes both away again. A reader too opens the file for writing where it may, so that nothing stays behind
 * when it was the last, and forbids itself to write. Where it may not, and nothing waits beside the file, nobody else can
 * write either as far as it can tell, and the file is read as it lies there. */
#include "engine_sqlite.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "../base/buffer.h"

enum { SQL_LENGTH_MAX = 1 << 20, VALUE_MAX = 64 << 20 };

enum access { TO_WRITE, TO_READ, ALONE /* to write, with an index of the log in memory of its own */ };

/* The last statement reads the beginning of the file: only then is it known whether it can be read. */
#define SETTINGS "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32768; PRAGMA mmap_size=0; " \
                 "PRAGMA synchronous=FULL; "
#define FIRST_READ "PRAGMA schema_version"

static int protect(sqlite3 *handle, enum access access) {
    static const char *const settings[] = {
        [TO_WRITE] = SETTINGS FIRST_READ,
        [TO_READ] = SETTINGS "PRAGMA query_only=ON; " FIRST_READ,
        [ALONE] = "PRAGMA locking_mode=EXCLUSIVE; " SETTINGS FIRST_READ,
    };
    static const struct {
        int which, most;
    } limits[] = {
        {SQLITE_LIMIT_LENGTH, VALUE_MAX}, {SQLITE_LIMIT_SQL_LENGTH, SQL_LENGTH_MAX}, {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 1}, {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) sqlite3_limit(handle, limits[i].which, limits[i].most);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, ENGINE_BUSY_MILLISECONDS);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    return sqlite3_exec(handle, settings[access], NULL, NULL, NULL);
}

/* On failure the handle stays, since it has the message. */
static int attempt(struct engine *engine, const char *name, int flags, enum access access) {
    sqlite3_close_v2(engine->handle);
    engine->handle = NULL;
    int code = sqlite3_open_v2(name, &engine->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
    return code == SQLITE_OK ? protect(engine->handle, access) : code;
}

/* ---- what cannot be written ----------------------------------------------------------------------------------- */

/* Shared memory, which not every file system has. */
static bool is_for_want_of_memory(int code) {
    return code == SQLITE_IOERR_SHMOPEN || code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_SHMLOCK ||
           code == SQLITE_IOERR_SHMMAP;
}

/* The file may be good, but what must lie beside it cannot be made or used. */
static bool is_for_want_of_rights(int code) {
    switch (code) {
    case SQLITE_READONLY: case SQLITE_READONLY_CANTINIT: case SQLITE_READONLY_CANTLOCK: case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_DIRECTORY: case SQLITE_READONLY_ROLLBACK: case SQLITE_PERM:
        return true;
    default: return (code & 0xff) == SQLITE_CANTOPEN || is_for_want_of_memory(code);
    }
}

static bool has_content(const char *path) {
    struct stat there;
    return path && *path && stat(path, &there) == 0 && there.st_size > 0;
}

/* file:/…?immutable=1: every byte that a URI might take for something else is written as %XX. */
static bool build_immutable_name(const char *path, struct buffer *name) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    buffer_init(name);
    buffer_append_text(name, "file://");
    for (const char *at = path; *at; at++) {
        if (strchr(plain, *at)) buffer_append_byte(name, *at);
        else buffer_append_format(name, "%%%02X", (unsigned)(unsigned char)*at);
    }
    buffer_append_text(name, "?immutable=1");
    buffer_append_byte(name, '\0');
    return !buffer_failed(name);
}

/* Opened as a file that nobody changes; no log beside it is read then, so that there must be none. */
static int attempt_immutable(struct engine *engine, const char **blocker) {
    const char *path = sqlite3_db_filename(engine->handle, "main");
    struct buffer name;
    *blocker = NULL;
    if (!path || path[0] != '/') return SQLITE_CANTOPEN;
    if (has_content(sqlite3_filename_wal(path))) *blocker = "-wal";
    if (has_content(sqlite3_filename_journal(path))) *blocker = "-journal";
    if (*blocker) return SQLITE_CANTOPEN;
    int code = build_immutable_name(path, &name) ? attempt(engine, name.data, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, TO_READ)
                                                 : SQLITE_NOMEM;
    buffer_free(&name);
    return code;
}

static enum status refuse_waiting(const char *blocker, struct error *error) {
    error_set(error, STATUS_ENVIRONMENT, "the latest changes of the record lie beside it in a file that ends in %s, and its "
              "folder cannot be written, so that they cannot be read", blocker);
    error_advise(error, "copy both files into a folder that can be written, and ask there");
    return STATUS_ENVIRONMENT;
}

static enum status open_to_read(struct engine *engine, const char *path, struct error *error) {
    const char *blocker = NULL;
    int code = attempt(engine, path, SQLITE_OPEN_READWRITE, TO_READ);
    if (!is_for_want_of_rights(code)) return engine_report(engine->handle, code, error);
    struct error first = {0};
    enum status status = engine_report(engine->handle, code, &first);
    code = attempt_immutable(engine, &blocker);
    if (code == SQLITE_OK) return STATUS_OK;
    if (blocker) return refuse_waiting(blocker, error);
    if (error) *error = first;
    return status;
}

static enum status refuse_read_only(struct error *error) {
    error_set(error, STATUS_ENVIRONMENT, "the record cannot be written");
    error_advise(error, "check the permissions of the file and of its folder");
    return STATUS_ENVIRONMENT;
}

static enum status open_to_write(struct engine *engine, const char *path, bool create, struct error *error) {
    int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0), code = attempt(engine, path, flags, TO_WRITE);
    if (is_for_want_of_memory(code)) {
        code = attempt(engine, path, flags, ALONE);
        if (code == SQLITE_OK) return engine_write_in_place(engine, error);
    }
    if (engine->handle && sqlite3_db_readonly(engine->handle, "main") == 1 && (code == SQLITE_OK || is_for_want_of_rights(code)))
        return refuse_read_only(error);
    return engine_report(engine->handle, code, error);
}

/* ---- opening and closing ---------------------------------------------------------------------------------------- */

enum status engine_open(const char *path, enum engine_mode mode, struct engine **engine, struct error *error) {
    *engine = NULL;
    struct engine *made = calloc(1, sizeof *made);
    if (!made) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    made->reading = mode == ENGINE_READ;
    enum status status = made->reading ? open_to_read(made, path, error)
                                       : open_to_write(made, path, mode == ENGINE_CREATE, error);
    if (status != STATUS_OK) {
        engine_close(made);
        return status;
    }
    engine_bound(made);
    *engine = made;
    return STATUS_OK;
}

void engine_close(struct engine *engine) {
    if (!engine) return;
    sqlite3_close_v2(engine->handle);
    free(engine);
}

bool engine_is_read_only(struct engine *engine) {
    return engine->reading || sqlite3_db_readonly(engine->handle, "main") == 1;
}

void engine_allow_temporary(struct engine *engine, bool allowed) {
    if (!engine->reading) return;
    sqlite3_exec(engine->handle, allowed ? "PRAGMA query_only=OFF" : "PRAGMA query_only=ON", NULL, NULL, NULL);
}

static int64_t read_number(const unsigned char bytes[4]) {
    return (int32_t)((uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3]);
}

/* The head of a file, see "The Database Header" in the description of SQLite's file format. */
enum status engine_peek(const char *path, int64_t *application, int64_t *version, struct error *error) {
    enum { HEAD = 100, VERSION_AT = 60, APPLICATION_AT = 68 };
    static const char magic[16] = "SQLite format 3";
    unsigned char head[HEAD];
    *application = *version = 0;
    FILE *file = fopen(path, "rb");
    if (!file) return error_set(error, STATUS_ENVIRONMENT, "%s", strerror(errno));
    size_t size = fread(head, 1, sizeof head, file);
    fclose(file);
    if (size < sizeof head || memcmp(head, magic, sizeof magic) != 0) return STATUS_OK;
    *version = read_number(head + VERSION_AT);
    *application = read_number(head + APPLICATION_AT);
    return STATUS_OK;
}

/* ---- writing ahead ------------------------------------------------------------------------------------------------ */

bool engine_writes_ahead(struct engine *engine) {
    sqlite3_stmt *ask;
    bool ahead = false;
    if (sqlite3_prepare_v2(engine->handle, "PRAGMA main.journal_mode", -1, &ask, NULL) != SQLITE_OK) return false;
    if (sqlite3_step(ask) == SQLITE_ROW) {
        const char *mode = (const char *)sqlite3_column_text(ask, 0);
        ahead = mode && strcmp(mode, "wal") == 0;
    }
    sqlite3_finalize(ask);
    return ahead;
}

/* Without an index in shared memory, which the folder of a copy may not have. */
enum status engine_write_in_place(struct engine *engine, struct error *error) {
    return engine_run(engine, "PRAGMA main.locking_mode=EXCLUSIVE; PRAGMA main.journal_mode=DELETE; "
                      "PRAGMA main.locking_mode=NORMAL; " FIRST_READ, error);
}

/* SQLite marks the file as written ahead before it finds out that this does not work here, and cannot read it any more
 * then. So it is tried before, with the file locked, since nobody may have such memory open while it is taken away again. */
static bool has_shared_memory(sqlite3 *handle) {
    enum { PAGE = 32768, FIRST_LOCK = 0, ONE = 1 };
    sqlite3_file *file = NULL;
    void volatile *memory = NULL;
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods ||
        file->pMethods->iVersion < 2 || !file->pMethods->xShmMap) return false;
    bool good = file->pMethods->xShmMap(file, 0, PAGE, 1, &memory) == SQLITE_OK && memory;
    if (good) good = file->pMethods->xShmLock(file, FIRST_LOCK, ONE, SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE) == SQLITE_OK;
    if (good) file->pMethods->xShmLock(file, FIRST_LOCK, ONE, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE);
    file->pMethods->xShmUnmap(file, 1);
    return good;
}

/* Nobody waits for readers: the next writer tries again. */
void engine_write_ahead(struct engine *engine) {
    const char *path = sqlite3_db_filename(engine->handle, "main");
    if (!path || !*path || engine_writes_ahead(engine)) return;
    sqlite3_busy_timeout(engine->handle, 0);
    bool locked = sqlite3_exec(engine->handle, "BEGIN EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK;
    bool good = locked && has_shared_memory(engine->handle);
    if (locked) sqlite3_exec(engine->handle, "ROLLBACK", NULL, NULL, NULL);
    if (good) sqlite3_exec(engine->handle, "PRAGMA main.journal_mode=WAL", NULL, NULL, NULL);
    sqlite3_busy_timeout(engine->handle, ENGINE_BUSY_MILLISECONDS);
}
