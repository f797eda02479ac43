/* The one door to the database engine. The store speaks SQL through it and knows no engine; a second
 * engine can come beside engine_sqlite*.c without another file noticing.
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

/* Opens the file and reads its beginning. For reading it may lie on media or in a folder that cannot be written; what
 * writers left beside it is tidied up where that is possible. ENVIRONMENT when another program holds it for longer than
 * some seconds, or when it is to be written and cannot be. */
enum status engine_open(const char *path, enum engine_mode mode, struct engine **engine, struct error *error);
void engine_close(struct engine *engine); /* NULL is fine */
/* What the first bytes of a file say of it, damaged or not: the two numbers that programs mark their files with. 0 and 0 when
 * it is no database. Only of files that this process has not opened: those would lose their locks. */
enum status engine_peek(const char *path, int64_t *application, int64_t *version, struct error *error);
/* From now on a write is first put into a log beside the file, so that readers and one writer do not wait for one another.
 * Where that cannot be (a file system without shared memory, others who read in the old way) all stays as it is. Outside
 * transactions only. */
void engine_write_ahead(struct engine *engine);
bool engine_writes_ahead(struct engine *engine);
/* The other way: all that was written stands in the file itself, and nobody else has it open. */
enum status engine_write_in_place(struct engine *engine, struct error *error);
/* Several statements without parameters or results: schema and transactions. */
enum status engine_run(struct engine *engine, const char *sql, struct error *error);
/* One whole number. */
enum status engine_number(struct engine *engine, const char *sql, int64_t *value, struct error *error);
/* Does the engine, as opened, forbid writing? */
bool engine_is_read_only(struct engine *engine);
/* One that forbids writing forbids it to temporary tables too, but while this is allowed. */
void engine_allow_temporary(struct engine *engine, bool allowed);

/* ---- copies ------------------------------------------------------------------------------------------------- */

/* All of one file into another, as one transaction of that: it is locked against other writers from begin to end, and until
 * then it is as it was. `from` may be written by others meanwhile. CORRUPT when `into` is laid out so that it cannot take it. */
struct engine_copy;
enum status engine_copy_begin(struct engine *from, struct engine *into, struct engine_copy **copy, struct error *error);
/* Some pages more; *done after the last, which is committed by then. */
enum status engine_copy_step(struct engine_copy *copy, bool *done, struct error *error);
/* Pages copied, and all pages. */
void engine_copy_tell(const struct engine_copy *copy, uint64_t *copied, uint64_t *total);
void engine_copy_end(struct engine_copy *copy); /* before the last step: nothing was copied; NULL is fine */

/* ---- statements --------------------------------------------------------------------------------------------- */

enum status engine_prepare(struct engine *engine, const char *sql, struct statement **statement,
                           struct error *error);
/* For `sql`: one statement that only reads; USAGE when it is more, writes, or is malformed. */
enum status engine_prepare_reading(struct engine *engine, const char *sql, struct statement **statement,
                                   struct error *error);
void statement_free(struct statement *statement);

/* Parameters count from 1; texts must stay in place until the statement is reset. What could not be bound fails the next
 * step, until a reset. */
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
