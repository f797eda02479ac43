/* Copies by the backup interface of SQLite. */
#include "engine_sqlite.h"

#include <stdlib.h>

struct engine_copy {
    sqlite3_backup *handle;
    sqlite3 *into;
    bool done;
};

/* Pages of a step: 4 MB of pages of the usual size. Between steps those who write to the source get their turn. */
enum { STEP_PAGES = 1024, PAUSE_MILLISECONDS = 2 };

enum status engine_copy_begin(struct engine *from, struct engine *into, struct engine_copy **copy, struct error *error) {
    *copy = NULL;
    struct engine_copy *made = calloc(1, sizeof *made);
    if (!made) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    made->into = into->handle;
    made->handle = sqlite3_backup_init(into->handle, "main", from->handle, "main");
    int code = made->handle ? sqlite3_backup_step(made->handle, 0) : sqlite3_errcode(into->handle);
    if (code == SQLITE_OK || code == SQLITE_DONE) {
        *copy = made;
        return STATUS_OK;
    }
    sqlite3_backup_finish(made->handle);
    free(made);
    /* So SQLite calls a file with pages of another size, which cannot change while it is written ahead. */
    if (code == SQLITE_READONLY) return error_set(error, STATUS_CORRUPT, "the pages of the two files have different sizes");
    return engine_report(NULL, code, error);
}

static bool is_busy(int code) { return (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED; }

enum status engine_copy_step(struct engine_copy *copy, bool *done, struct error *error) {
    int waited = 0, code = sqlite3_backup_step(copy->handle, STEP_PAGES);
    while (is_busy(code) && waited < ENGINE_BUSY_MILLISECONDS) {
        waited += sqlite3_sleep(PAUSE_MILLISECONDS);
        code = sqlite3_backup_step(copy->handle, STEP_PAGES);
    }
    *done = copy->done = code == SQLITE_DONE;
    if (code == SQLITE_DONE || code == SQLITE_OK) return STATUS_OK;
    return engine_report(NULL, code, error);
}

void engine_copy_tell(const struct engine_copy *copy, uint64_t *copied, uint64_t *total) {
    int all = sqlite3_backup_pagecount(copy->handle), left = sqlite3_backup_remaining(copy->handle);
    *total = all > 0 ? (uint64_t)all : 0;
    *copied = all > left && left >= 0 ? (uint64_t)(all - left) : 0;
}

void engine_copy_end(struct engine_copy *copy) {
    if (!copy) return;
    sqlite3_backup_finish(copy->handle);
    free(copy);
}
