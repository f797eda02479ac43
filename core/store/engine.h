/* The one door to the database engine. The store speaks SQL through it and knows no engine; a second
 * engine can come beside engine_sqlite.c without another file noticing.
 *
 * Values handed out by a statement are borrowed until its next step or reset. */
#ifndef DETENTE_STORE_ENGINE_H
#define DETENTE_STORE_ENGINE_H

#include <stdint.h>
#include "../base/slice.h"
#include "../base/status.h"

struct engine;
struct statement;

enum engine_mode { ENGINE_READ, ENGINE_WRITE, ENGINE_CREATE };

enum status engine_open(const char *path, enum engine_mode mode, struct engine **engine, struct error *error);
void engine_close(struct engine *engine);
/* Several statements without parameters or results: schema and transactions. */
enum status engine_run(struct engine *engine, const char *sql, struct error *error);
/* One whole number. */
enum status engine_number(struct engine *engine, const char *sql, int64_t *value, struct error *error);
/* Does the engine, as opened, forbid writing? */
bool engine_is_read_only(struct engine *engine);

enum status engine_prepare(struct engine *engine, const char *sql, struct statement **statement,
                           struct error *error);
/* For `sql`: one statement that only reads; USAGE when it is more, writes, or is malformed. */
enum status engine_prepare_reading(struct engine *engine, const char *sql, struct statement **statement,
                                   struct error *error);
void statement_free(struct statement *statement);

/* Parameters count from 1; texts must stay in place until the statement is reset. */
void statement_bind_integer(struct statement *statement, int index, int64_t value);
void statement_bind_real(struct statement *statement, int index, double value);
void statement_bind_text(struct statement *statement, int index, struct slice text); /* empty: null */
void statement_bind_string(struct statement *statement, int index, struct slice text); /* empty: '' */
void statement_bind_null(struct statement *statement, int index);

/* Moves to the next row; *row is false at the end. */
enum status statement_step(struct statement *statement, bool *row, struct error *error);
/* For statements without rows: steps to the end and resets. */
enum status statement_run(struct statement *statement, struct error *error);
void statement_reset(struct statement *statement);
/* How many rows the last statement that ran inserted, updated or deleted. */
int64_t statement_changes(struct statement *statement);

int statement_columns(struct statement *statement);
const char *statement_column_name(struct statement *statement, int column);
/* Columns count from 0. Text of a null is absent; of a number its decimal as the engine prints it. */
struct slice statement_text(struct statement *statement, int column);
int64_t statement_integer(struct statement *statement, int column);
double statement_real(struct statement *statement, int column);
bool statement_is_null(struct statement *statement, int column);
bool statement_is_number(struct statement *statement, int column);
bool statement_is_real(struct statement *statement, int column);
bool statement_is_blob(struct statement *statement, int column);

#endif
