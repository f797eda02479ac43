/* The engine that is SQLite: statements and what they say. Only the files engine_sqlite*.c know its library. */
#include "engine_sqlite.h"

#include <stdlib.h>

struct statement {
    sqlite3_stmt *handle;
    struct engine *owner;
    bool unbounded; /* of a person: may take any time */
    int64_t steps;  /* so far, while others ran in between */
    int bind_fault; /* of the first value that could not be bound since the last reset */
};

static enum status status_of(int code) {
    switch (code & 0xff) {
    case SQLITE_OK: case SQLITE_ROW: case SQLITE_DONE: return STATUS_OK;
    case SQLITE_NOMEM: return STATUS_NO_MEMORY;
    case SQLITE_CORRUPT: case SQLITE_NOTADB: case SQLITE_SCHEMA: case SQLITE_INTERRUPT: return STATUS_CORRUPT;
    case SQLITE_TOOBIG: case SQLITE_CONSTRAINT: case SQLITE_MISMATCH: return STATUS_BAD_INPUT;
    default: return STATUS_ENVIRONMENT;
    }
}

static const char *remedy_of(int code) {
    switch (code & 0xff) {
    case SQLITE_BUSY: case SQLITE_LOCKED: return "nothing of this command was kept: try again when it is done";
    case SQLITE_FULL: return "free some space on the disk; nothing of this command was kept";
    case SQLITE_READONLY: case SQLITE_PERM: return "check the permissions of the file and of its folder";
    case SQLITE_CANTOPEN: return "check that the file exists and that its folder can be read and written";
    case SQLITE_NOTADB: return "name a file that detente made, or another name to make a new one";
    case SQLITE_CORRUPT: case SQLITE_INTERRUPT: return "take it back from a backup";
    default: return NULL;
    }
}

enum status engine_report(sqlite3 *handle, int code, struct error *error) {
    enum status status = status_of(code);
    int kind = code & 0xff;
    if (status == STATUS_OK) return STATUS_OK;
    if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED)
        status = error_set(error, status, "another program is writing to the record, and was not done after %d seconds",
                           ENGINE_BUSY_MILLISECONDS / 1000);
    else if (kind == SQLITE_INTERRUPT) /* by nobody else than engine_bound */
        status = error_set(error, status, "the file is damaged: reading it does not come to an end");
    else
        status = error_set(error, status, "the database says: %s",
                           handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    if (remedy_of(code)) error_advise(error, "%s", remedy_of(code));
    return status;
}

enum status engine_run(struct engine *engine, const char *sql, struct error *error) {
    engine->steps = 0;
    return engine_report(engine->handle, sqlite3_exec(engine->handle, sql, NULL, NULL, NULL), error);
}

static enum status prepare(struct engine *engine, const char *sql, const char **tail,
                           struct statement **statement, struct error *error) {
    *statement = NULL;
    struct statement *made = calloc(1, sizeof *made);
    if (!made) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    made->owner = engine;
    int code = sqlite3_prepare_v3(engine->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &made->handle, tail);
    if (code != SQLITE_OK) {
        free(made);
        return engine_report(engine->handle, code, error);
    }
    *statement = made;
    return STATUS_OK;
}

enum status engine_prepare(struct engine *engine, const char *sql, struct statement **statement,
                           struct error *error) {
    return prepare(engine, sql, NULL, statement, error);
}

static bool is_blank(const char *text) {
    return text[strspn(text, " \t\r\n;")] == '\0';
}

/* A question of the user may read, and nothing else: no other file, no setting. */
static int allow_reading(void *context, int action, const char *one, const char *two, const char *three,
                         const char *four) {
    static const char *const pragmas[] = {"table_info", "table_xinfo", "table_list", "index_list", "index_info",
                                          "foreign_key_list", "application_id", "user_version",
                                          "data_version" /* full text looks for changes by it */};
    (void)context;
    (void)three;
    (void)four;
    if (action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE) return SQLITE_OK;
    /* How a function with rows, such as json_each, declares its columns; a statement that updates is refused below. */
    if (action == SQLITE_UPDATE && one && sqlite3_stricmp(one, "sqlite_master") == 0) return SQLITE_OK;
    if (action == SQLITE_FUNCTION) return two && strcmp(two, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    for (size_t i = 0; action == SQLITE_PRAGMA && one && i < sizeof pragmas / sizeof *pragmas; i++)
        if (sqlite3_stricmp(one, pragmas[i]) == 0) return SQLITE_OK;
    return SQLITE_DENY;
}

enum status engine_prepare_reading(struct engine *engine, const char *sql, struct statement **statement,
                                   struct error *error) {
    const char *tail = "";
    struct error fault = {0};
    sqlite3_set_authorizer(engine->handle, allow_reading, NULL);
    enum status status = prepare(engine, sql, &tail, statement, &fault);
    bool denied = (sqlite3_errcode(engine->handle) & 0xff) == SQLITE_AUTH;
    sqlite3_set_authorizer(engine->handle, NULL, NULL);
    if (denied) {
        error_set(error, STATUS_USAGE, "the statement would do more than read this record");
        error_advise(error, "sql takes one statement that only reads, such as \"SELECT * FROM v_event\"");
        return STATUS_USAGE;
    }
    if (status != STATUS_OK) {
        if (status == STATUS_NO_MEMORY || status == STATUS_CORRUPT)
            return error_set(error, status, "%s", fault.message);
        error_set(error, STATUS_USAGE, "%s", fault.message);
        error_advise(error, "`detente help sql` names the views; \"SELECT name, sql FROM sqlite_schema\" shows them");
        return STATUS_USAGE;
    }
    const char *problem = !(*statement)->handle ? "the query is empty"
                        : !is_blank(tail) ? "there is more than one statement"
                        : !sqlite3_stmt_readonly((*statement)->handle) ? "the statement would write" : NULL;
    (*statement)->unbounded = true;
    if (!problem) return STATUS_OK;
    statement_free(*statement);
    *statement = NULL;
    error_set(error, STATUS_USAGE, "%s", problem);
    error_advise(error, "sql takes one statement that only reads, such as \"SELECT * FROM v_event\"");
    return STATUS_USAGE;
}

void statement_free(struct statement *statement) {
    if (!statement) return;
    sqlite3_finalize(statement->handle);
    free(statement);
}

static void note_bind(struct statement *statement, int code) {
    if (statement->bind_fault == SQLITE_OK) statement->bind_fault = code;
}

void statement_bind_integer(struct statement *statement, int index, int64_t value) {
    note_bind(statement, sqlite3_bind_int64(statement->handle, index, value));
}
void statement_bind_real(struct statement *statement, int index, double value) {
    note_bind(statement, sqlite3_bind_double(statement->handle, index, value));
}
void statement_bind_string(struct statement *statement, int index, struct slice text) {
    const char *data = text.data ? text.data : "";
    note_bind(statement, sqlite3_bind_text64(statement->handle, index, data, text.size, SQLITE_STATIC, SQLITE_UTF8));
}
void statement_bind_null(struct statement *statement, int index) {
    note_bind(statement, sqlite3_bind_null(statement->handle, index));
}
void statement_bind_text(struct statement *statement, int index, struct slice text) {
    if (text.size == 0) statement_bind_null(statement, index);
    else statement_bind_string(statement, index, text);
}

enum status statement_step(struct statement *statement, bool *row, struct error *error) {
    struct engine *engine = statement->owner;
    *row = false;
    if (statement->bind_fault != SQLITE_OK) return engine_report(NULL, statement->bind_fault, error);
    engine->steps = statement->steps;
    engine->unbounded = statement->unbounded;
    int code = sqlite3_step(statement->handle);
    statement->steps = engine->steps;
    engine->unbounded = false;
    *row = code == SQLITE_ROW;
    if (code == SQLITE_ROW || code == SQLITE_DONE) return STATUS_OK;
    return engine_report(engine->handle, code, error);
}

enum status statement_run(struct statement *statement, struct error *error) {
    bool row = false;
    enum status status = statement_step(statement, &row, error);
    statement_reset(statement);
    return status;
}

void statement_reset(struct statement *statement) {
    sqlite3_reset(statement->handle);
    statement->steps = 0;
    statement->bind_fault = SQLITE_OK;
}

int64_t statement_changes(struct statement *statement) { return sqlite3_changes(statement->owner->handle); }

enum status engine_number(struct engine *engine, const char *sql, int64_t *value, struct error *error) {
    struct statement *statement;
    enum status status = engine_prepare(engine, sql, &statement, error);
    bool row = false;
    *value = 0;
    if (status == STATUS_OK) status = statement_step(statement, &row, error);
    if (status == STATUS_OK && row) *value = statement_integer(statement, 0);
    statement_free(statement);
    return status;
}

int statement_columns(struct statement *statement) { return sqlite3_column_count(statement->handle); }
const char *statement_column_name(struct statement *statement, int column) {
    return sqlite3_column_name(statement->handle, column);
}
struct slice statement_text(struct statement *statement, int column) {
    const char *text = (const char *)sqlite3_column_text(statement->handle, column);
    if (!text) return SLICE_NONE;
    return (struct slice){text, (size_t)sqlite3_column_bytes(statement->handle, column)};
}
int64_t statement_integer(struct statement *statement, int column) {
    return sqlite3_column_int64(statement->handle, column);
}
double statement_real(struct statement *statement, int column) {
    return sqlite3_column_double(statement->handle, column);
}
bool statement_is_null(struct statement *statement, int column) {
    return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}
bool statement_is_real(struct statement *statement, int column) {
    return sqlite3_column_type(statement->handle, column) == SQLITE_FLOAT;
}
bool statement_is_number(struct statement *statement, int column) {
    return statement_is_real(statement, column) ||
           sqlite3_column_type(statement->handle, column) == SQLITE_INTEGER;
}
bool statement_is_blob(struct statement *statement, int column) {
    return sqlite3_column_type(statement->handle, column) == SQLITE_BLOB;
}
