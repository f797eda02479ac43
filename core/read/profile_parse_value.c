/* Values of a profile: where a text comes from and what is done to it; and conditions. */
#include "profile_parse.h"

#include "../model/nearest.h"
#include "../time/edtf.h"
#include "column.h"
#include "profile_reader.h"

enum { DAYS_MAX = 1000000 };

/* ---- where it comes from ---- */

static bool take_column(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    value->shape = VALUE_COLUMN;
    return profile_take_column(parser, node, &value->column);
}

static bool take_constant(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    value->shape = VALUE_CONSTANT;
    return profile_take_text(parser, node, &value->text);
}

static struct profile_piece *add_piece(struct profile_value *value, struct slice text) {
    struct profile_piece *piece = &value->pieces[value->piece_count++];
    *piece = (struct profile_piece){PROFILE_LITERAL, text};
    return piece;
}

/* The brace at *at: a column, or itself when it is written twice. Moves on behind it. */
static bool take_brace(struct profile_parser *parser, const cJSON *node, struct profile_value *value, size_t *at) {
    struct slice text = value->text;
    if (*at + 1 < text.size && text.data[*at + 1] == '{') {
        add_piece(value, slice_part(text, *at, *at + 1));
        *at += 2;
        return true;
    }
    struct slice rest = slice_part(text, *at + 1, text.size);
    size_t end = slice_find(rest, '}');
    if (end == rest.size) return profile_fail(parser, node, "close it: {Column}; {{ is a brace", "a brace that is never closed");
    struct profile_piece *piece = add_piece(value, SLICE_NONE);
    if (!profile_find_column(parser, node, slice_part(rest, 0, end), &piece->column)) return false;
    parser->profile->columns[piece->column].used = true;
    *at += end + 2;
    return true;
}

static bool take_text(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    value->shape = VALUE_TEXT;
    if (!profile_take_filled_text(parser, node, &value->text)) return false;
    value->pieces = arena_alloc_array(parser->arena, PROFILE_PIECES_MAX + 2, sizeof *value->pieces);
    if (!value->pieces) return profile_fail_memory(parser);
    for (size_t at = 0; at < value->text.size;) {
        size_t brace = at + slice_find(slice_part(value->text, at, value->text.size), '{');
        if (brace > at) add_piece(value, slice_part(value->text, at, brace));
        at = brace;
        if (at < value->text.size && !take_brace(parser, node, value, &at)) return false;
        if (value->piece_count > PROFILE_PIECES_MAX)
            return profile_fail(parser, node, "make it shorter", "a text of more than %d pieces", PROFILE_PIECES_MAX);
    }
    return true;
}

static bool take_parts(struct profile_parser *parser, const cJSON *node, struct profile_value *value, enum profile_shape shape) {
    value->shape = shape;
    return profile_take_items(parser, node, sizeof *value->parts, profile_take_value, &value->parts, &value->part_count);
}

static bool take_join(struct profile_parser *parser, const cJSON *node, void *target) {
    return take_parts(parser, node, target, VALUE_JOIN);
}

static bool take_first(struct profile_parser *parser, const cJSON *node, void *target) {
    return take_parts(parser, node, target, VALUE_FIRST);
}

static bool make_parts(struct profile_parser *parser, struct profile_value *value, enum profile_shape shape, size_t count) {
    value->shape = shape;
    value->part_count = count;
    value->parts = arena_alloc_array(parser->arena, count, sizeof *value->parts);
    return value->parts || profile_fail_memory(parser);
}

static bool take_year(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    return make_parts(parser, value, VALUE_SPLIT_DATE, 3) && profile_take_value(parser, node, &value->parts[0]);
}

static bool take_month(struct profile_parser *parser, const cJSON *node, void *target) {
    return profile_take_value(parser, node, &((struct profile_value *)target)->parts[1]);
}

static bool take_day(struct profile_parser *parser, const cJSON *node, void *target) {
    return profile_take_value(parser, node, &((struct profile_value *)target)->parts[2]);
}

static bool take_country(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    return make_parts(parser, value, VALUE_COUNTRY, 1) && profile_take_value(parser, node, &value->parts[0]);
}

/* ---- what is done to it ---- */

static bool index_words(struct profile_parser *parser, const struct slice_list *words, const struct word_index **index) {
    return word_index_long(parser->arena, words, index) || profile_fail_memory(parser);
}

static bool take_missing(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    return profile_take_words(parser, node, &value->missing) && index_words(parser, &value->missing, &value->missing_index);
}

static bool take_formats(struct profile_parser *parser, const cJSON *node, void *target) {
    struct slice_list *formats = target;
    const cJSON *item = cJSON_IsArray(node) ? node->child : node;
    if (!profile_take_words(parser, node, formats)) return false;
    for (size_t i = 0; i < formats->count; i++, item = item->next) {
        struct error fault = {.status = STATUS_OK};
        if (!profile_check_format(formats->items[i], &fault)) return profile_fail_as(parser, item, &fault);
    }
    return true;
}

static bool take_plus_days(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    value->has_plus_days = true;
    return profile_take_number(parser, node, -DAYS_MAX, DAYS_MAX, &value->plus_days);
}

static bool take_open_from(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    struct slice text;
    struct edtf date;
    if (!profile_take_filled_text(parser, node, &text)) return false;
    if (edtf_parse(text, &date, NULL, NULL) != STATUS_OK || date.type != EDTF_DATE || date.min_kind != EDTF_KNOWN)
        return profile_fail(parser, node, "such as \"9999-12-31\"", "\"%s\" is no day", column_show(text).text);
    value->has_open_from = true;
    value->open_from = date.min;
    return true;
}

static bool fail_map(struct profile_parser *parser, const cJSON *node, struct slice name) {
    struct nearest nearest = {.word = name};
    for (size_t i = 0; i < parser->profile->map_count; i++) nearest_offer(&nearest, parser->profile->maps[i].name);
    nearest_offer(&nearest, SLICE_OF("cameo"));
    nearest_offer(&nearest, SLICE_OF("cameo-label"));
    return profile_fail_word(parser, node, &nearest, "write the map under \"maps\"", "map");
}

static bool take_named_map(struct profile_parser *parser, const cJSON *node, struct profile_value *value) {
    struct slice name = slice_from(node->valuestring);
    value->known_map = slice_is(name, "cameo") ? MAP_CAMEO : slice_is(name, "cameo-label") ? MAP_CAMEO_LABEL : MAP_OWN;
    if (value->known_map != MAP_OWN) return true;
    for (size_t i = 0; i < parser->profile->map_count; i++)
        if (slice_equals(parser->profile->maps[i].name, name)) value->map = &parser->profile->maps[i];
    return value->map || fail_map(parser, node, name);
}

bool profile_take_map(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_map *map = target;
    struct slice_list from = {NULL, 0}, to = {NULL, 0};
    if (!profile_take_pairs(parser, node, &from, &to)) return false;
    map->from = from.items;
    map->to = to.items;
    map->count = from.count;
    return map->count || profile_fail(parser, node, "fill it, or leave it out", "a map without words");
}

static bool take_map(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    if (cJSON_IsString(node)) return take_named_map(parser, node, value);
    struct profile_map *map = arena_alloc(parser->arena, sizeof *map);
    if (!map) return profile_fail_memory(parser);
    value->known_map = MAP_OWN;
    value->map = map;
    return profile_take_map(parser, node, map);
}

static bool take_match(struct profile_parser *parser, const cJSON *node, void *target) {
    static const char *const names[] = {"whole", "begins", "has"};
    struct profile_value *value = target;
    size_t index;
    if (!profile_take_choice(parser, node, names, 3, "way to match", &index)) return false;
    if (value->known_map != MAP_OWN)
        return profile_fail(parser, node, "leave it out", "\"match\" is for maps of one's own; CAMEO has its own way");
    value->match = (enum profile_match[]){MATCH_WHOLE, MATCH_BEGINS, MATCH_HAS}[index];
    return true;
}

static bool take_else(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    if (!profile_take_text(parser, node, &value->otherwise_text)) return false;
    value->otherwise = slice_is(value->otherwise_text, "=") ? OTHERWISE_ITSELF : OTHERWISE_TEXT;
    return true;
}

static bool take_form(struct profile_parser *parser, const cJSON *node, void *target) {
    static const char *const names[] = {"slug", "lower", "words"};
    size_t index;
    if (!profile_take_choice(parser, node, names, 3, "form of a text", &index)) return false;
    *(enum profile_form *)target = (enum profile_form[]){FORM_SLUG, FORM_LOWER, FORM_WORDS}[index];
    return true;
}

#define VALUE(member) offsetof(struct profile_value, member)
static const struct profile_key value_keys[] = {
    {"column", take_column, 0, KEY_SHAPE, NULL},
    {"value", take_constant, 0, KEY_SHAPE, NULL},
    {"text", take_text, 0, KEY_SHAPE, NULL},
    {"join", take_join, 0, KEY_SHAPE, NULL},
    {"with", profile_take_text, VALUE(text), 0, "join"},
    {"first", take_first, 0, KEY_SHAPE, NULL},
    {"year", take_year, 0, KEY_SHAPE, NULL},
    {"month", take_month, 0, 0, "year"},
    {"day", take_day, 0, 0, "month"},
    {"country", take_country, 0, KEY_SHAPE, NULL},
    {"system", profile_take_system, VALUE(system), 0, "country"},
    {"quiet", profile_take_flag, VALUE(quiet), 0, "country"},
    {"missing", take_missing, 0, 0, NULL},
    {"format", take_formats, VALUE(formats), 0, NULL},
    {"plus_days", take_plus_days, 0, 0, NULL},
    {"open_from", take_open_from, 0, 0, NULL},
    {"map", take_map, 0, 0, NULL},
    {"match", take_match, 0, 0, "map"},
    {"else", take_else, 0, 0, "map"},
    {"as", take_form, VALUE(form), 0, NULL},
    {"split", profile_take_words, VALUE(split), 0, NULL},
    {"when", profile_take_conditions, VALUE(when), 0, NULL},
};
static const struct profile_object value_object = PROFILE_OBJECT("a value", value_keys);

static bool take_any_value(struct profile_parser *parser, const cJSON *node, struct profile_value *value) {
    if (++parser->value_count > PROFILE_VALUES_MAX)
        return profile_fail(parser, node, "leave some out", "more than %d values in a profile", PROFILE_VALUES_MAX);
    if (cJSON_IsString(node)) return take_column(parser, node, value);
    if (!cJSON_IsObject(node))
        return profile_fail(parser, node, "a column's name, or an object such as {\"value\": \"text\"}", "this is no value");
    return profile_take_object(parser, node, &value_object, value);
}

bool profile_take_list_value(struct profile_parser *parser, const cJSON *node, void *value) {
    if (parser->depth == PROFILE_DEPTH_MAX)
        return profile_fail(parser, node, "make it simpler", "values stand more than %d deep in one another", PROFILE_DEPTH_MAX);
    parser->depth++;
    bool done = take_any_value(parser, node, value);
    parser->depth--;
    return done;
}

bool profile_take_value(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_value *value = target;
    if (!profile_take_list_value(parser, node, value)) return false;
    if (value->split.count == 0) return true;
    return profile_fail(parser, profile_member(node, "split"), "leave it out", "only the value of a list can be split");
}

/* ---- conditions ---- */

static bool take_is(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_condition *condition = target;
    condition->what = CONDITION_IS;
    return profile_take_words(parser, node, &condition->words) && index_words(parser, &condition->words, &condition->index);
}

static bool take_not(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_condition *condition = target;
    condition->what = CONDITION_NOT;
    return profile_take_words(parser, node, &condition->words) && index_words(parser, &condition->words, &condition->index);
}

static bool take_begins(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_condition *condition = target;
    condition->what = CONDITION_BEGINS;
    return profile_take_words(parser, node, &condition->words);
}

static bool take_filled(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_condition *condition = target;
    condition->what = CONDITION_FILLED;
    return profile_take_flag(parser, node, &condition->filled);
}

static bool take_number_of_columns(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_condition *condition = target;
    condition->what = CONDITION_COLUMNS;
    return profile_take_count(parser, node, &condition->columns);
}

static const struct profile_key condition_keys[] = {
    {"column", profile_take_column, offsetof(struct profile_condition, column), 0, NULL},
    {"is", take_is, 0, KEY_SHAPE, "column"},
    {"not", take_not, 0, KEY_SHAPE, "column"},
    {"begins", take_begins, 0, KEY_SHAPE, "column"},
    {"filled", take_filled, 0, KEY_SHAPE, "column"},
    {"columns", take_number_of_columns, 0, KEY_SHAPE, NULL},
};
static const struct profile_object condition_object = PROFILE_OBJECT("a condition", condition_keys);

static bool take_condition(struct profile_parser *parser, const cJSON *node, void *target) {
    if (!profile_take_object(parser, node, &condition_object, target)) return false;
    const cJSON *columns = profile_member(node, "columns");
    if (!columns || !profile_member(node, "column")) return true;
    return profile_fail(parser, columns, "keep one of them", "\"column\" and \"columns\" cannot both stand in a condition");
}

bool profile_take_conditions(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_conditions *conditions = target;
    return profile_take_items(parser, node, sizeof *conditions->items, take_condition, &conditions->items, &conditions->count);
}
