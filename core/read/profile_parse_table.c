/* How a profile says that a table is cut, which columns it has, and by what it is recognised. */
#include "profile_parse.h"

#include "../base/number.h"
#include "../model/nearest.h"

enum { SKIP_MAX = 1000000, DETECT_TEXTS_MAX = 64 };

/* ---- columns ---- */

static bool find_in_list(const struct slice_list *list, struct slice name) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals_ascii_nocase(list->items[i], name)) return true;
    return false;
}

/* Without a heading a name must stand in one of the lists. */
static bool check_listed(struct profile_parser *parser, const cJSON *node, struct slice name) {
    struct nearest nearest = {.word = name};
    for (size_t i = 0; i < parser->list_count; i++) {
        if (find_in_list(&parser->lists[i], name)) return true;
        for (size_t j = 0; j < parser->lists[i].count; j++) nearest_offer(&nearest, parser->lists[i].items[j]);
    }
    return profile_fail_word(parser, node, &nearest, "name it in \"columns\" of \"table\"", "column of this table");
}

static int column_index(const struct profile *profile, struct slice name) {
    for (size_t i = 0; i < profile->column_count; i++)
        if (slice_equals_ascii_nocase(profile->columns[i].name, name)) return (int)i;
    return -1;
}

static bool add_column(struct profile_parser *parser, const cJSON *node, struct slice name, int *column) {
    struct profile *profile = parser->profile;
    if (profile->column_count == PROFILE_COLUMNS_MAX)
        return profile_fail(parser, node, "leave some out", "more than %d columns", PROFILE_COLUMNS_MAX);
    if (!profile->columns)
        profile->columns = arena_alloc_array(parser->arena, PROFILE_COLUMNS_MAX, sizeof *profile->columns);
    if (!profile->columns) return profile_fail_memory(parser);
    struct profile_column *added = &profile->columns[profile->column_count];
    if (!arena_copy(parser->arena, name, &added->name)) return profile_fail_memory(parser);
    *column = (int)profile->column_count++;
    return true;
}

bool profile_find_column(struct profile_parser *parser, const cJSON *node, struct slice name, int *column) {
    name = slice_trim(name);
    if (slice_is_empty(name)) return profile_fail(parser, node, "name a column", "a column without a name");
    *column = column_index(parser->profile, name);
    if (*column >= 0) return true;
    if (!parser->profile->table.heading && !check_listed(parser, node, name)) return false;
    return add_column(parser, node, name, column);
}

bool profile_take_column(struct profile_parser *parser, const cJSON *node, void *column) {
    struct slice name;
    if (!profile_take_filled_text(parser, node, &name)) return false;
    if (!profile_find_column(parser, node, name, column)) return false;
    parser->profile->columns[*(int *)column].used = true;
    return true;
}

/* ---- table ---- */

static bool take_delimiter(struct profile_parser *parser, const cJSON *node, void *target) {
    struct slice text;
    if (!profile_take_text(parser, node, &text)) return false;
    if (text.size == 1 && !strchr("\"\r\n", text.data[0]) && (unsigned char)text.data[0] < 0x80) {
        *(char *)target = text.data[0];
        return true;
    }
    return profile_fail(parser, node, "such as \",\", \";\", \"\\t\", \"|\" or \"\\u0001\"",
                        "a delimiter is one ASCII character, and neither a quote nor a line end");
}

static bool take_quote(struct profile_parser *parser, const cJSON *node, void *target) {
    static const char *const names[] = {"\"", "none"};
    size_t index;
    if (!profile_take_choice(parser, node, names, 2, "way of quoting", &index)) return false;
    *(char *)target = index == 0 ? '"' : CSV_NO_QUOTE;
    return true;
}

static bool take_encoding(struct profile_parser *parser, const cJSON *node, void *target) {
    struct slice text;
    if (!profile_take_text(parser, node, &text)) return false;
    enum text_encoding *encoding = target;
    struct nearest nearest = {.word = text};
    *encoding = encoding_find(text);
    if (*encoding < TEXT_ENCODINGS) return true;
    for (int i = 0; i < TEXT_ENCODINGS; i++)
        nearest_offer(&nearest, slice_from(encoding_name((enum text_encoding)i)));
    return profile_fail_word(parser, node, &nearest, "there are utf-8, utf-8-mostly, latin-1, windows-1252 and utf-16", "encoding");
}

static bool take_skip(struct profile_parser *parser, const cJSON *node, void *target) {
    int64_t number = 0;
    if (!profile_take_number(parser, node, 0, SKIP_MAX, &number)) return false;
    *(size_t *)target = (size_t)number;
    return true;
}

static bool take_replace(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_table *table = target;
    return profile_take_pairs(parser, node, &table->replace_from, &table->replace_to);
}

static bool check_twice(struct profile_parser *parser, const cJSON *node, const struct slice_list *list) {
    const cJSON *child = node->child;
    for (size_t i = 0; i < list->count; i++, child = child->next) {
        if (slice_is_empty(list->items[i])) return profile_fail(parser, child, "name it", "a column without a name");
        if (find_in_list(&(struct slice_list){list->items, i}, list->items[i]))
            return profile_fail(parser, child, "rename one of them", "the column \"%.*s\" is named twice",
                                (int)(list->items[i].size < 60 ? list->items[i].size : 60), list->items[i].data);
    }
    return true;
}

/* One list: what the cells of a row of that length are. */
static bool take_list(struct profile_parser *parser, const cJSON *node, void *target) {
    struct slice_list *list = target;
    if (!profile_expect_items(parser, node, PROFILE_COLUMNS_MAX, "columns")) return false;
    if (!profile_take_words(parser, node, list)) return false;
    for (size_t i = 0; i < list->count; i++) list->items[i] = slice_trim(list->items[i]);
    if (!check_twice(parser, node, list)) return false;
    for (size_t i = 0; i < parser->list_count; i++)
        if (parser->lists[i].count == list->count)
            return profile_fail(parser, node, "a row tells by its number of cells which list is its own",
                                "two lists of the same number of columns, %zu", list->count);
    parser->list_count++;
    return true;
}

static bool take_columns(struct profile_parser *parser, const cJSON *node, void *target) {
    (void)target;
    if (!cJSON_IsArray(node) || !cJSON_IsArray(node->child)) return take_list(parser, node, &parser->lists[0]);
    if (!profile_expect_items(parser, node, PROFILE_VARIANTS_MAX, "lists of columns")) return false;
    for (const cJSON *child = node->child; child; child = child->next)
        if (!take_list(parser, child, &parser->lists[parser->list_count])) return false;
    return true;
}

static bool take_optional(struct profile_parser *parser, const cJSON *node, void *target) {
    struct slice_list names = {NULL, 0};
    int column;
    (void)target;
    if (!profile_take_words(parser, node, &names)) return false;
    if (!parser->profile->table.heading)
        return profile_fail(parser, node, "give \"columns\" several lists",
                            "\"optional\" is about columns of a heading, and this table has none");
    for (size_t i = 0; i < names.count; i++) {
        if (!profile_find_column(parser, node, names.items[i], &column)) return false;
        parser->profile->columns[column].optional = true;
    }
    return true;
}

#define TABLE(member) offsetof(struct profile_table, member)
static const struct profile_key table_keys[] = {
    {"delimiter", take_delimiter, TABLE(delimiter), 0, NULL},
    {"quote", take_quote, TABLE(quote), 0, NULL},
    {"encoding", take_encoding, TABLE(encoding), 0, NULL},
    {"heading", profile_take_flag, TABLE(heading), 0, NULL},
    {"skip", take_skip, TABLE(skip), 0, NULL},
    {"columns", take_columns, 0, 0, NULL},
    {"optional", take_optional, 0, 0, NULL},
    {"missing", profile_take_words, TABLE(missing), 0, NULL},
    {"replace", take_replace, 0, 0, NULL},
};
static const struct profile_object table_object = PROFILE_OBJECT("table", table_keys);

bool profile_take_table(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_table *table = target;
    if (!profile_take_object(parser, node, &table_object, target)) return false;
    const cJSON *columns = profile_member(node, "columns");
    if (table->heading && columns)
        return profile_fail(parser, columns, "say \"heading\": false, or leave \"columns\" out",
                            "the heading names the columns of this table");
    if (!table->heading && !columns)
        return profile_fail(parser, node, "add \"columns\": [\"date\", …]", "a table without a heading needs \"columns\"");
    return true;
}

/* ---- keep ---- */

static bool keep_columns(struct profile_parser *parser, const cJSON *node) {
    int column = 0;
    struct slice name;
    if (!profile_expect_items(parser, node, PROFILE_COLUMNS_MAX, "columns")) return false;
    for (const cJSON *child = node->child; child; child = child->next) {
        if (!profile_take_filled_text(parser, child, &name)) return false;
        if (!profile_find_column(parser, child, name, &column)) return false;
        parser->profile->columns[column].kept = true;
    }
    return true;
}

bool profile_take_keep(struct profile_parser *parser, const cJSON *node, void *target) {
    static const char *const names[] = {"rest", "none"};
    struct profile *profile = target;
    size_t index;
    profile->keep = KEEP_NAMED;
    if (cJSON_IsArray(node)) return keep_columns(parser, node);
    if (!profile_take_choice(parser, node, names, 2, "way of keeping columns", &index)) return false;
    profile->keep = index == 0 ? KEEP_REST : KEEP_NOTHING;
    return true;
}

/* With "rest", what only the lists name is kept as well. */
static bool add_rest(struct profile_parser *parser, const cJSON *root) {
    struct profile *profile = parser->profile;
    int column;
    if (profile->keep != KEEP_REST) return true;
    for (size_t i = 0; i < parser->list_count; i++)
        for (size_t j = 0; j < parser->lists[i].count; j++)
            if (!profile_find_column(parser, root, parser->lists[i].items[j], &column)) return false;
    for (size_t i = 0; i < profile->column_count; i++) profile->columns[i].kept = !profile->columns[i].used;
    return true;
}

bool profile_finish_columns(struct profile_parser *parser, const cJSON *root) {
    struct profile *profile = parser->profile;
    if (!add_rest(parser, root)) return false;
    profile->variants = arena_alloc_array(parser->arena, parser->list_count, sizeof *profile->variants);
    if (!profile->variants) return profile_fail_memory(parser);
    for (size_t i = 0; i < parser->list_count; i++) {
        const struct slice_list *list = &parser->lists[i];
        struct profile_variant *variant = &profile->variants[profile->variant_count++];
        variant->count = list->count;
        variant->columns = arena_alloc_array(parser->arena, list->count, sizeof *variant->columns);
        if (!variant->columns) return profile_fail_memory(parser);
        for (size_t j = 0; j < list->count; j++) variant->columns[j] = column_index(profile, list->items[j]);
    }
    return true;
}

/* ---- detect ---- */

static bool take_detect_columns(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_detect *detect = target;
    if (cJSON_IsArray(node))
        return profile_take_items(parser, node, sizeof *detect->columns, profile_take_count, &detect->columns,
                                  &detect->column_count);
    detect->columns = arena_alloc(parser->arena, sizeof *detect->columns);
    if (!detect->columns) return profile_fail_memory(parser);
    detect->column_count = 1;
    return profile_take_count(parser, node, detect->columns);
}

static bool take_cell(struct profile_parser *parser, const cJSON *node, struct profile_cell_format *cell) {
    int64_t number = 0;
    struct error fault = {.status = STATUS_OK};
    struct slice key = profile_key_of(node);
    if (!number_parse_integer(key, &number) || number < 1 || number > PROFILE_COLUMNS_MAX)
        return profile_fail(parser, node, "{\"2\": \"%Y%m%d\"} is the second one",
                            "a cell is given by its number, from 1 to %d", PROFILE_COLUMNS_MAX);
    cell->cell = (size_t)number - 1;
    if (!profile_take_filled_text(parser, node, &cell->format)) return false;
    return profile_check_format(cell->format, &fault) || profile_fail_as(parser, node, &fault);
}

static bool take_cells(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_detect *detect = target;
    if (!cJSON_IsObject(node) || !node->child)
        return profile_fail(parser, node, "such as {\"2\": \"%Y%m%d\"}", "cells are an object of formats by number");
    for (const cJSON *child = node->child; child; child = child->next) detect->cell_count++;
    detect->cells = arena_alloc_array(parser->arena, detect->cell_count, sizeof *detect->cells);
    if (!detect->cells) return profile_fail_memory(parser);
    struct profile_cell_format *cell = detect->cells;
    for (const cJSON *child = node->child; child; child = child->next)
        if (!take_cell(parser, child, cell++)) return false;
    return true;
}

#define DETECT(member) offsetof(struct profile_detect, member)
static const struct profile_key detect_keys[] = {
    {"file", profile_take_words, DETECT(files), 0, NULL},
    {"heading", profile_take_words, DETECT(heading), 0, NULL},
    {"columns", take_detect_columns, 0, 0, NULL},
    {"cells", take_cells, 0, 0, NULL},
};
static const struct profile_object detect_object = PROFILE_OBJECT("detect", detect_keys);

bool profile_take_detect(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_detect *detect = target;
    if (!profile_take_object(parser, node, &detect_object, target)) return false;
    const cJSON *heading = profile_member(node, "heading");
    if (heading && !parser->profile->table.heading)
        return profile_fail(parser, heading, "say \"columns\" and \"cells\"", "this table has no heading");
    if (detect->files.count > DETECT_TEXTS_MAX || detect->heading.count > DETECT_TEXTS_MAX ||
        detect->column_count > DETECT_TEXTS_MAX || detect->cell_count > DETECT_TEXTS_MAX)
        return profile_fail(parser, node, "a few suffice", "more than %d of a kind in detect", DETECT_TEXTS_MAX);
    if (!detect->heading.count && !(detect->column_count && detect->cell_count))
        return profile_fail(parser, node, "say \"heading\", or both \"columns\" and \"cells\"",
                            "nothing here tells surely what a file is");
    return true;
}
