/* What the files of the engine that is SQLite share. Nobody else includes it. */
#ifndef DETENTE_STORE_ENGINE_SQLITE_H
#define DETENTE_STORE_ENGINE_SQLITE_H

#include "engine.h"

#include <sqlite3.h>

struct engine {
    sqlite3 *handle;
    bool reading; /* opened for reading: nothing of the file is written through it */
    /* Of the statement that runs: how long it may, in steps of the engine, and how long it has; see engine_sqlite_bound.c. */
    bool unbounded, endless;
    int64_t steps;
};

/* engine_sqlite_bound.c: from now on a statement that does not come to an end is interrupted. */
void engine_bound(struct engine *engine);

enum { ENGINE_BUSY_MILLISECONDS = 5000 };

/* The status and the message of a code of the library; `handle` NULL: of none in particular. */
enum status engine_report(sqlite3 *handle, int code, struct error *error);

#endif
