/* The schema as the migrations leave it, one after the other: what SQLite keeps of each table, index and view. Records are
 * compared with it when they are opened, see core/store/schema.h. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generate.h"

enum { ITEMS_MAX = 400, TEXTS_MAX = 800 };

struct item {
    const char *type, *name, *table;
    int text; /* number of its SQL; -1: none */
    bool shadow;
};

struct texts {
    const char *items[TEXTS_MAX];
    int count;
};

static const char *copy_column(struct arena *arena, sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    return text ? generate_need(arena_string(arena, slice_from(text))) : NULL;
}

/* Most tables stay what they are from one version to the next. */
static int number_text(struct texts *texts, const char *sql) {
    if (!sql)
        return -1;
    for (int i = 0; i < texts->count; i++)
        if (strcmp(texts->items[i], sql) == 0)
            return i;
    if (texts->count == TEXTS_MAX)
        generate_fail("generate", 0, "more than %d different texts", TEXTS_MAX);
    texts->items[texts->count] = sql;
    return texts->count++;
}

/* A table that a virtual one keeps its data in is named after it. */
static bool is_shadow(const struct item *items, int count, const struct texts *texts, const char *name) {
    for (int i = 0; i < count; i++) {
        size_t size = strlen(items[i].name);
        if (items[i].text >= 0 && strncmp(texts->items[items[i].text], "CREATE VIRTUAL", 14) == 0 &&
            strncmp(name, items[i].name, size) == 0 && name[size] == '_')
            return true;
    }
    return false;
}

static int list_items(struct arena *arena, sqlite3 *database, struct texts *texts, struct item *items) {
    static const char sql[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name COLLATE BINARY";
    sqlite3_stmt *row;
    int count = 0;
    if (sqlite3_prepare_v2(database, sql, -1, &row, NULL) != SQLITE_OK)
        generate_fail("generate", 0, "%s", sqlite3_errmsg(database));
    while (sqlite3_step(row) == SQLITE_ROW) {
        if (count == ITEMS_MAX)
            generate_fail("generate", 0, "more than %d tables, indexes and views", ITEMS_MAX);
        items[count++] = (struct item){copy_column(arena, row, 0), copy_column(arena, row, 1), copy_column(arena, row, 2),
                                       number_text(texts, copy_column(arena, row, 3)), false};
    }
    sqlite3_finalize(row);
    for (int i = 0; i < count; i++)
        items[i].shadow = is_shadow(items, count, texts, items[i].name);
    return count;
}

static void print_texts(const struct texts *texts, int first) {
    for (int i = first; i < texts->count; i++) {
        printf("static const unsigned char text_%d[] = ", i);
        generate_print_bytes(slice_from(texts->items[i]));
    }
}

static void print_items(const struct item *items, int count, const struct texts *texts, size_t version) {
    printf("static const struct schema_item items_%zu[] = {\n", version);
    for (int i = 0; i < count; i++) {
        printf("    {\"%s\", \"%s\", \"%s\", ", items[i].type, items[i].name, items[i].table);
        if (items[i].text < 0)
            printf("0, 0, false},\n");
        else
            printf("text_%d, %zu, %s},\n", items[i].text, strlen(texts->items[items[i].text]),
                   items[i].shadow ? "true" : "false");
    }
    printf("};\n");
}

void generate_schema(struct arena *arena, char *const *paths, size_t count) {
    static struct item items[ITEMS_MAX];
    static struct texts texts;
    static int counts[ITEMS_MAX];
    sqlite3 *database;
    printf("#include \"store/schema.h\"\n\n");
    if (sqlite3_open(":memory:", &database) != SQLITE_OK || count > ITEMS_MAX)
        generate_fail("generate", 0, "SQLite cannot be used");
    for (size_t i = 0; i < count; i++) {
        int before = texts.count;
        if (sqlite3_exec(database, generate_read_file(arena, paths[i]).data, NULL, NULL, NULL) != SQLITE_OK)
            generate_fail(paths[i], 0, "%s", sqlite3_errmsg(database));
        counts[i] = list_items(arena, database, &texts, items);
        print_texts(&texts, before);
        print_items(items, counts[i], &texts, i + 1);
    }
    sqlite3_close(database);
    printf("const struct schema_version schema_versions[] = {\n");
    for (size_t i = 0; i < count; i++)
        printf("    {items_%zu, %d},\n", i + 1, counts[i]);
    printf("};\nconst size_t schema_version_count = %zu;\n", count);
}
