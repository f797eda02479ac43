/* Nodes of a profile's JSON: their places, and what is read from one of them. Knows no profile but its texts.
 *
 * Invariant: `valueint` of every node, which cJSON only fills for numbers, holds the node's number in
 * json_value.starts once profile_index_nodes has run: that is how a node knows its place. */
#include "profile_parse.h"

#include <stdarg.h>

#include "../base/number.h"
#include "../model/nearest.h"
#include "column.h"

void profile_index_nodes(cJSON *node, int *next) {
    node->valueint = (*next)++;
    for (cJSON *child = node->child; child; child = child->next) profile_index_nodes(child, next);
}

/* ---- faults ---- */

static void locate(struct profile_parser *parser, const cJSON *node) {
    long line, column;
    json_value_locate(parser->json, parser->json->starts[node->valueint], &line, &column);
    error_locate(parser->error, parser->file, line, column);
}

bool profile_fail(struct profile_parser *parser, const cJSON *node, const char *remedy, const char *format, ...) {
    char message[sizeof parser->error->message];
    va_list arguments;
    if (parser->error->status != STATUS_OK) return false;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_set(parser->error, STATUS_BAD_INPUT, "%s", message);
    locate(parser, node);
    error_advise(parser->error, "%s", remedy);
    return false;
}

bool profile_fail_as(struct profile_parser *parser, const cJSON *node, const struct error *fault) {
    if (fault->status == STATUS_NO_MEMORY) return profile_fail_memory(parser);
    return profile_fail(parser, node, fault->remedy, "%s", fault->message);
}

bool profile_fail_memory(struct profile_parser *parser) {
    error_set(parser->error, STATUS_NO_MEMORY, "out of memory");
    return false;
}

bool profile_fail_word(struct profile_parser *parser, const cJSON *node, const struct nearest *nearest, const char *all,
                       const char *what) {
    char names[160], remedy[sizeof parser->error->remedy];
    nearest_format(nearest, names, sizeof names);
    if (names[0]) snprintf(remedy, sizeof remedy, "did you mean %s?", names);
    else snprintf(remedy, sizeof remedy, "%s", all);
    return profile_fail(parser, node, remedy, "\"%s\" is no %s", column_show(nearest->word).text, what);
}

static const char *node_kind(const cJSON *node) {
    if (cJSON_IsArray(node)) return "an array";
    if (cJSON_IsObject(node)) return "an object";
    if (cJSON_IsString(node)) return "a text";
    if (cJSON_IsNumber(node)) return "a number";
    return cJSON_IsBool(node) ? "true or false" : "null";
}

/* "records is an array, where …": by its key, where it has one. */
static bool fail_kind(struct profile_parser *parser, const cJSON *node, const char *due) {
    const char *remedy = "see docs/PROFILES.md";
    char shown[80] = "here stands ";
    if (node->string) snprintf(shown, sizeof shown, "\"%s\" is ", column_show(profile_key_of(node)).text);
    return profile_fail(parser, node, remedy, "%s%s, where %s is due", shown, node_kind(node), due);
}

/* ---- objects ---- */

const cJSON *profile_member(const cJSON *object, const char *name) {
    for (const cJSON *child = object->child; child; child = child->next)
        if (child->string && strcmp(child->string, name) == 0) return child;
    return NULL;
}

static const struct profile_key *find_key(const struct profile_object *object, const char *name) {
    for (size_t i = 0; i < object->count; i++)
        if (strcmp(object->keys[i].name, name) == 0) return &object->keys[i];
    return NULL;
}

/* "column, value or text": the keys that have all of `flags`. */
static void list_keys(const struct profile_object *object, unsigned flags, char *out, size_t size) {
    size_t at = 0;
    out[0] = '\0';
    for (size_t i = 0; i < object->count; i++) {
        if ((object->keys[i].flags & flags) != flags) continue;
        int more = snprintf(out + at, size - at, "%s%s", at ? ", " : "", object->keys[i].name);
        if (more < 0 || (size_t)more >= size - at) return;
        at += (size_t)more;
    }
}

static bool fail_key(struct profile_parser *parser, const cJSON *node, const struct profile_object *object) {
    struct nearest nearest = {.word = profile_key_of(node)};
    char all[200], what[60], remedy[240];
    for (size_t i = 0; i < object->count; i++) nearest_offer(&nearest, slice_from(object->keys[i].name));
    list_keys(object, 0, all, sizeof all);
    snprintf(remedy, sizeof remedy, "there are %s", all);
    snprintf(what, sizeof what, "key of %s", object->what);
    return profile_fail_word(parser, node, &nearest, remedy, what);
}

/* Is what a key needs there, and is it there when it is needed? */
static bool check_key(struct profile_parser *parser, const cJSON *node, const struct profile_object *object,
                      const struct profile_key *key) {
    const cJSON *member = profile_member(node, key->name);
    if (!member && key->flags & KEY_NEEDED)
        return profile_fail(parser, node, "add it", "%s needs \"%s\"", object->what, key->name);
    if (member && key->needs && !profile_member(node, key->needs))
        return profile_fail(parser, member, "remove it, or add the other", "\"%s\" means nothing without \"%s\"", key->name,
                            key->needs);
    return true;
}

static bool check_shape(struct profile_parser *parser, const cJSON *node, const struct profile_object *object) {
    const struct profile_key *first = NULL;
    char all[200];
    bool has_shapes = false;
    for (size_t i = 0; i < object->count; i++) {
        const struct profile_key *key = &object->keys[i];
        if (!(key->flags & KEY_SHAPE)) continue;
        const cJSON *member = profile_member(node, key->name);
        has_shapes = true;
        if (member && first)
            return profile_fail(parser, member, "keep one of them", "\"%s\" and \"%s\" cannot both stand in %s", first->name,
                                key->name, object->what);
        if (member) first = key;
    }
    if (first || !has_shapes) return true;
    list_keys(object, KEY_SHAPE, all, sizeof all);
    return profile_fail(parser, node, "say one of them", "%s needs one of %s", object->what, all);
}

static bool check_members(struct profile_parser *parser, const cJSON *node, const struct profile_object *object) {
    if (!cJSON_IsObject(node)) return fail_kind(parser, node, "an object");
    for (const cJSON *child = node->child; child; child = child->next)
        if (!find_key(object, child->string)) return fail_key(parser, child, object);
    for (size_t i = 0; i < object->count; i++)
        if (!check_key(parser, node, object, &object->keys[i])) return false;
    return check_shape(parser, node, object);
}

bool profile_take_object(struct profile_parser *parser, const cJSON *node, const struct profile_object *object, void *target) {
    if (!check_members(parser, node, object)) return false;
    for (size_t i = 0; i < object->count; i++) {
        const struct profile_key *key = &object->keys[i];
        const cJSON *member = profile_member(node, key->name);
        if (member && !key->take(parser, member, (char *)target + key->offset)) return false;
    }
    return true;
}

/* ---- arrays ---- */

static size_t count_items(const cJSON *node) {
    size_t count = 0;
    for (const cJSON *child = node->child; child; child = child->next) count++;
    return count;
}

bool profile_expect_items(struct profile_parser *parser, const cJSON *node, size_t limit, const char *what) {
    char due[80];
    snprintf(due, sizeof due, "an array of %s", what);
    if (!cJSON_IsArray(node)) return fail_kind(parser, node, due);
    size_t count = count_items(node);
    if (count == 0) return profile_fail(parser, node, "fill it, or leave it out", "there are no %s in this array", what);
    if (count > limit) return profile_fail(parser, node, "leave some out", "%zu %s: there may be %zu", count, what, limit);
    return true;
}

bool profile_take_items(struct profile_parser *parser, const cJSON *node, size_t size,
                        bool (*take)(struct profile_parser *parser, const cJSON *node, void *item), void *items_out,
                        size_t *count) {
    if (!profile_expect_items(parser, node, PROFILE_VALUES_MAX, "items")) return false;
    *count = count_items(node);
    char *items = arena_alloc_array(parser->arena, *count, size);
    if (!items) return profile_fail_memory(parser);
    memcpy(items_out, &items, sizeof items);
    for (const cJSON *child = node->child; child; child = child->next, items += size)
        if (!take(parser, child, items)) return false;
    return true;
}

/* ---- texts and numbers ---- */

static bool keep_text(struct profile_parser *parser, struct slice text, struct slice *out) {
    return arena_copy(parser->arena, text, out) || profile_fail_memory(parser);
}

bool profile_take_text(struct profile_parser *parser, const cJSON *node, void *slice) {
    if (!cJSON_IsString(node)) return fail_kind(parser, node, "a text");
    return keep_text(parser, slice_from(node->valuestring), slice);
}

bool profile_take_filled_text(struct profile_parser *parser, const cJSON *node, void *slice) {
    if (!profile_take_text(parser, node, slice)) return false;
    struct slice text = *(struct slice *)slice;
    if (slice_is_empty(slice_trim(text))) return profile_fail(parser, node, "fill it, or leave it out", "an empty text");
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.data[i] < 0x20)
            return profile_fail(parser, node, "write it on one line", "a control character in a text of one line");
    return true;
}

/* A number as it stands in the file. */
static struct slice number_text(const struct profile_parser *parser, const cJSON *node) {
    struct slice text = parser->json->text;
    size_t start = parser->json->starts[node->valueint], end = start;
    while (end < text.size && strchr("+-.0123456789eE", text.data[end])) end++;
    return slice_part(text, start, end);
}

static bool append_word(struct profile_parser *parser, const cJSON *node, struct slice_list *list) {
    struct slice text = SLICE_NONE;
    if (cJSON_IsNumber(node)) text = number_text(parser, node);
    else if (cJSON_IsString(node)) text = slice_from(node->valuestring);
    else return fail_kind(parser, node, "a text");
    if (!keep_text(parser, text, &text)) return false;
    return arena_append(parser->arena, list, text) || profile_fail_memory(parser);
}

bool profile_take_words(struct profile_parser *parser, const cJSON *node, void *list) {
    if (!cJSON_IsArray(node)) return append_word(parser, node, list);
    if (!profile_expect_items(parser, node, SIZE_MAX, "texts")) return false;
    for (const cJSON *child = node->child; child; child = child->next)
        if (!append_word(parser, child, list)) return false;
    return true;
}

bool profile_take_flag(struct profile_parser *parser, const cJSON *node, void *flag) {
    if (!cJSON_IsBool(node)) return fail_kind(parser, node, "true or false");
    *(bool *)flag = cJSON_IsTrue(node);
    return true;
}

bool profile_take_number(struct profile_parser *parser, const cJSON *node, int64_t low, int64_t high, int64_t *number) {
    if (!cJSON_IsNumber(node)) return fail_kind(parser, node, "a whole number");
    if (number_parse_integer(number_text(parser, node), number) && *number >= low && *number <= high) return true;
    return profile_fail(parser, node, "write a whole number between them", "a whole number from %lld to %lld is due",
                        (long long)low, (long long)high);
}

bool profile_take_count(struct profile_parser *parser, const cJSON *node, void *count) {
    int64_t number = 0;
    if (!profile_take_number(parser, node, 1, PROFILE_COLUMNS_MAX, &number)) return false;
    *(size_t *)count = (size_t)number;
    return true;
}

bool profile_take_choice(struct profile_parser *parser, const cJSON *node, const char *const *names, size_t count,
                         const char *what, size_t *index) {
    char all[200] = "there are";
    if (!cJSON_IsString(node)) return fail_kind(parser, node, "a text");
    struct nearest nearest = {.word = slice_from(node->valuestring)};
    size_t at = strlen(all);
    for (*index = 0; *index < count; (*index)++) {
        if (strcmp(node->valuestring, names[*index]) == 0) return true;
        nearest_offer(&nearest, slice_from(names[*index]));
        int more = snprintf(all + at, sizeof all - at, "%s %s", *index ? "," : "", names[*index]);
        if (more > 0 && (size_t)more < sizeof all - at) at += (size_t)more;
    }
    return profile_fail_word(parser, node, &nearest, all, what);
}

bool profile_take_system(struct profile_parser *parser, const cJSON *node, void *system) {
    const char *names[CODE_SYSTEMS];
    size_t index;
    for (size_t i = 0; i < CODE_SYSTEMS; i++) names[i] = code_system_name((enum code_system)i);
    if (!profile_take_choice(parser, node, names, CODE_SYSTEMS, "system of codes", &index)) return false;
    *(enum code_system *)system = (enum code_system)index;
    return true;
}

bool profile_take_pairs(struct profile_parser *parser, const cJSON *node, struct slice_list *from, struct slice_list *to) {
    if (!cJSON_IsObject(node)) return fail_kind(parser, node, "an object of texts");
    for (const cJSON *child = node->child; child; child = child->next) {
        struct slice key;
        if (!profile_key_of(child).size)
            return profile_fail(parser, child, "remove it", "an empty text on the left side");
        if (!keep_text(parser, profile_key_of(child), &key)) return false;
        if (!arena_append(parser->arena, from, key)) return profile_fail_memory(parser);
        if (!append_word(parser, child, to)) return false;
    }
    return true;
}
