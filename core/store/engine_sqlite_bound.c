/* Statements that would not come to an end.
 *
 * In a file that was made so, pages can name one another over and over, and a walk over a table of a few pages meets more rows
 * than anybody can wait for; the engine does not notice. Our own statements read what they read once, so that their steps
 * follow the size of the file. One that takes very many more is interrupted. What a person asks in SQL may take any time. */
#include "engine_sqlite.h"

#include <sys/stat.h>

/* STEPS_FREE take about a second. Reading a table takes less than one step for each byte of it. */
enum { PERIOD = 1 << 16, STEPS_FREE = 1 << 27, STEPS_PER_BYTE = 200, ENDLESS_PART = 16 };

static int64_t size_of(const char *path) {
    struct stat there;
    return path && *path && stat(path, &there) == 0 ? (int64_t)there.st_size : 0;
}

/* With the log, in which most of it may stand yet; of a file without a name, what its pages take. */
static int64_t file_size(sqlite3 *handle) {
    enum { UNNAMED = 1 << 30 };
    const char *path = sqlite3_db_filename(handle, "main");
    if (!path || !*path) return UNNAMED;
    return size_of(path) + size_of(sqlite3_filename_wal(path));
}

static int is_endless(void *context) {
    struct engine *engine = context;
    engine->steps += PERIOD;
    if (engine->unbounded) return 0;
    /* After the first, others are likely. */
    int64_t part = engine->endless ? ENDLESS_PART : 1;
    if (engine->steps <= STEPS_FREE / part) return 0;
    if (engine->steps <= (STEPS_FREE + STEPS_PER_BYTE * file_size(engine->handle)) / part) return 0;
    engine->endless = true;
    return 1;
}

void engine_bound(struct engine *engine) { sqlite3_progress_handler(engine->handle, PERIOD, is_endless, engine); }
