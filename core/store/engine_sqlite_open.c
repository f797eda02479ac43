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

#include <stdlib.h>
#include <sys/stat.h>
#include "../base/buffer.h"

enum { SQL_LENGTH_MAX = 1 << 20, VALUE_MAX = 64 << 20 };

/* The last statement reads the beginning of the file: only then is it known whether it can be read. */
#define SETTINGS "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32768; PRAGMA mmap_size=0; " \
                 "PRAGMA synchronous=FULL; "
#define FIRST_READ "PRAGMA schema_version"

static int protect(sqlite3 *handle, bool reading) {
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
    return sqlite3_exec(handle, reading ? SETTINGS "PRAGMA query_only=ON; " FIRST_READ : SETTINGS FIRST_READ, NULL, NULL, NULL);
}

/* On failure the handle stays, since it has the message. */
static int attempt(struct engine *engine, const char *name, int flags) {
    sqlite3_close_v2(engine->handle);
    engine->handle = NULL;
    int code = sqlite3_open_v2(name, &engine->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
    return code == SQLITE_OK ? protect(engine->handle, engine->reading) : code;
}

/* ---- what cannot be written ----------------------------------------------------------------------------------- */

/* The file may be good, but what must lie beside it cannot be made or used. */
static bool is_for_want_of_rights(int code) {
    switch (code) {
    case SQLITE_READONLY: case SQLITE_READONLY_CANTINIT: case SQLITE_READONLY_CANTLOCK: case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_DIRECTORY: case SQLITE_READONLY_ROLLBACK: case SQLITE_PERM:
    case SQLITE_IOERR_SHMOPEN: case SQLITE_IOERR_SHMSIZE: case SQLITE_IOERR_SHMLOCK: case SQLITE_IOERR_SHMMAP:
        return true;
    default: return (code & 0xff) == SQLITE_CANTOPEN;
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
    int code = build_immutable_name(path, &name) ? attempt(engine, name.data, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
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
    int code = attempt(engine, path, SQLITE_OPEN_READWRITE);
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
    int code = attempt(engine, path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0));
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
    if (status == STATUS_OK) *engine = made;
    else engine_close(made);
    return status;
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

/* The file says from now on how it is written, and only the next look at it shows whether that works here. If not, it goes
 * back, with an index of the log in memory of its own. Nobody waits for readers: the next writer tries again. */
void engine_write_ahead(struct engine *engine) {
    if (engine_writes_ahead(engine)) return;
    sqlite3_busy_timeout(engine->handle, 0);
    sqlite3_exec(engine->handle, "PRAGMA main.journal_mode=WAL", NULL, NULL, NULL);
    int code = sqlite3_exec(engine->handle, FIRST_READ, NULL, NULL, NULL);
    if (is_for_want_of_rights(code) || (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_PROTOCOL)
        engine_write_in_place(engine, NULL);
    sqlite3_busy_timeout(engine->handle, ENGINE_BUSY_MILLISECONDS);
}
