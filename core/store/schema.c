/* Is the file made of our tables, indexes and views, as we made them, and of nothing else?
 *
 * A record carries no triggers, no generated columns and no virtual tables but those of full text. What others put into a
 * file is not judged by what it does: whatever differs from what the migrations make is refused, by its text. The engine
 * has read these texts by then, but it runs none of them before a statement asks for it. */
#include "schema.h"

#include <string.h>
#include "../base/buffer.h"
#include "engine.h"

enum { ITEMS_MAX = 256, SHADOW_MAX = 200, SHOWN_BYTES = 60 };

static bool is_text(struct slice text, const char *wanted) { return slice_is(text, wanted); }

/* ---- what the engine makes by itself ----------------------------------------------------------------------- */

/* Statistics for its planner, which ANALYZE and PRAGMA optimize write. They hold numbers only. */
static bool is_statistics(struct slice type, struct slice name, struct slice sql) {
    static const struct {
        const char *name, *sql;
    } tables[] = {
        {"sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"},
        {"sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (is_text(name, tables[i].name)) return is_text(type, "table") && is_text(sql, tables[i].sql);
    return false;
}

/* The words that tables of full text are made with; none of them computes anything. */
static bool is_shadow_word(struct slice word) {
    static const char *const words[] = {"CREATE", "TABLE", "id", "INTEGER", "PRIMARY", "KEY", "block", "BLOB", "segid",
                                        "term", "pgno", "WITHOUT", "ROWID", "sz", "origin", "k", "v"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_text(word, words[i])) return true;
    return false;
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/* As some version of the engine may make it: those words, the table's own name, commas and parentheses. */
static bool is_plain_shadow(struct slice sql, const char *name) {
    if (sql.size > SHADOW_MAX) return false;
    for (size_t i = 0; i < sql.size;) {
        size_t from = i;
        while (i < sql.size && is_letter(sql.data[i])) i++;
        struct slice word = slice_part(sql, from, i);
        if (i > from && !is_shadow_word(word) && !is_text(word, name)) return false;
        if (i == from && !strchr(" ,()'", sql.data[i])) return false;
        i += i == from;
    }
    return true;
}

/* ---- one by one ---------------------------------------------------------------------------------------------- */

static const struct schema_item *find_item(const struct schema_version *version, struct slice name) {
    size_t low = 0, high = version->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(name, slice_from(version->items[middle].name));
        if (order == 0) return &version->items[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return NULL;
}

static bool is_as_made(const struct schema_item *item, struct slice type, struct slice table, struct slice sql) {
    if (!is_text(type, item->type) || !is_text(table, item->table)) return false;
    if (sql.size == item->size && (!item->size || memcmp(sql.data, item->sql, item->size) == 0)) return true;
    return item->shadow && is_plain_shadow(sql, item->name);
}

static int shown(struct slice text) { return text.size < SHOWN_BYTES ? (int)text.size : SHOWN_BYTES; }

/* "table", "index", "view", "trigger", or whatever a damaged file says. */
static const char *type_word(struct slice type, struct slice sql) {
    static const char *const words[] = {"table", "index", "view", "trigger"};
    struct slice begin = SLICE_OF("CREATE VIRTUAL TABLE");
    if (sql.size > begin.size && memcmp(sql.data, begin.data, begin.size) == 0) return "virtual table";
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_text(type, words[i])) return words[i];
    return "thing";
}

static bool is_plain_name(struct slice name) {
    for (size_t i = 0; i < name.size; i++)
        if (!is_letter(name.data[i]) && !(name.data[i] >= '0' && name.data[i] <= '9')) return false;
    return name.size > 0 && name.size <= SHOWN_BYTES;
}

static enum status refuse_foreign(struct slice type, struct slice name, struct slice sql, struct error *error) {
    const char *word = type_word(type, sql);
    error_set(error, STATUS_CORRUPT, "the file holds the %s \"%.*s\", which is not part of a record; nothing of it was run",
              word, shown(name), name.data ? name.data : "");
    if (is_plain_name(name) && strcmp(word, "thing") != 0)
        error_advise(error, "if you made it, `sqlite3 FILE 'DROP %s %.*s'` takes it away; else take the record back from a "
                     "backup", strcmp(word, "virtual table") == 0 ? "TABLE" : word, shown(name), name.data);
    else error_advise(error, "drop it with the shell of SQLite if you made it; else take the record back from a backup");
    return STATUS_CORRUPT;
}

static enum status refuse_changed(const struct schema_item *item, const char *what, struct error *error) {
    error_set(error, STATUS_CORRUPT, "the %s \"%s\" of the file %s; nothing of it was run", item->type, item->name, what);
    error_advise(error, "another program changed the file: take it back from a backup");
    return STATUS_CORRUPT;
}

static enum status judge_row(const struct schema_version *version, struct statement *row, bool seen[ITEMS_MAX],
                             struct error *error) {
    struct slice type = statement_text(row, 0), name = statement_text(row, 1), table = statement_text(row, 2),
                 sql = statement_text(row, 3);
    const struct schema_item *item = find_item(version, name);
    if (!item) return is_statistics(type, name, sql) ? STATUS_OK : refuse_foreign(type, name, sql, error);
    if (seen[item - version->items]) return refuse_changed(item, "is there twice", error);
    if (!is_as_made(item, type, table, sql)) return refuse_changed(item, "is not as this program makes it", error);
    seen[item - version->items] = true;
    return STATUS_OK;
}

static enum status judge_all(const struct schema_version *version, struct statement *rows, struct error *error) {
    bool seen[ITEMS_MAX] = {false};
    enum status status = STATUS_OK;
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(rows, &row, error);
        if (status != STATUS_OK || !row) break;
        status = judge_row(version, rows, seen, error);
    }
    for (size_t i = 0; status == STATUS_OK && i < version->count; i++)
        if (!seen[i]) status = refuse_changed(&version->items[i], "is missing", error);
    return status;
}

enum status schema_check(struct engine *engine, int64_t version, struct error *error) {
    struct statement *rows;
    if (version < 1 || (uint64_t)version > schema_version_count || schema_versions[version - 1].count > ITEMS_MAX)
        return error_set(error, STATUS_CORRUPT, "nothing is known of schema %lld", (long long)version);
    enum status status = engine_prepare(engine, "SELECT type, name, tbl_name, sql FROM main.sqlite_schema", &rows, error);
    if (status == STATUS_OK) status = judge_all(&schema_versions[version - 1], rows, error);
    statement_free(rows);
    return status;
}
