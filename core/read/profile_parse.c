/* JSON -> struct profile: the whole file. Each object of the language is a table of keys (profile_parse.h); what is
 * wrong is told with its place. Knows no file that is to be read by the profile.
 *
 * The scanner has checked the text, so cJSON cannot fail but for memory; its numbers are not used. */
#include "profile_parse.h"

#include "column.h"

enum { PROFILE_VERSION = 1, PROFILE_NAME_MAX = 64 };

static bool take_version(struct profile_parser *parser, const cJSON *node, void *target) {
    int64_t version = 0;
    (void)target;
    if (!profile_take_number(parser, node, 1, 1000000, &version)) return false;
    return version == PROFILE_VERSION || profile_fail(parser, node, "take a newer program, or the profile of this version",
                                                      "a profile of version %lld: this program reads version %d",
                                                      (long long)version, PROFILE_VERSION);
}

static bool is_name(struct slice name) {
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c == '-' && i > 0))) return false;
    }
    return name.size > 0 && name.size <= PROFILE_NAME_MAX;
}

static bool take_name(struct profile_parser *parser, const cJSON *node, void *target) {
    struct slice *name = target;
    if (!profile_take_filled_text(parser, node, name)) return false;
    if (slice_is(*name, "none")) return profile_fail(parser, node, "choose another", "\"none\" means that no profile is used");
    return is_name(*name) || profile_fail(parser, node, "such as my-sheet", "\"%s\" is no name: letters, digits and hyphens, up to %d",
                                          column_show(*name).text, PROFILE_NAME_MAX);
}

static bool take_maps(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile *profile = target;
    if (!cJSON_IsObject(node)) return profile_fail(parser, node, "{\"name\": {\"word\": \"word\"}}", "maps are an object");
    size_t count = 0;
    for (const cJSON *child = node->child; child; child = child->next) count++;
    profile->maps = arena_alloc_array(parser->arena, count, sizeof *profile->maps);
    if (!profile->maps) return profile_fail_memory(parser);
    parser->maps = node;
    for (const cJSON *child = node->child; child; child = child->next) {
        struct profile_map *map = &profile->maps[profile->map_count++];
        if (strcmp(child->string, "cameo") == 0 || strcmp(child->string, "cameo-label") == 0 || !child->string[0])
            return profile_fail(parser, child, "name it otherwise", "\"%s\" cannot be the name of a map", child->string);
        if (!arena_copy(parser->arena, profile_key_of(child), &map->name)) return profile_fail_memory(parser);
        if (!profile_take_map(parser, child, map)) return false;
    }
    return true;
}

static void lower_codes(struct slice_list *codes) {
    for (size_t i = 0; i < codes->count; i++) {
        char *text = (char *)codes->items[i].data; /* our own copy */
        for (size_t j = 0; j < codes->items[i].size; j++)
            if (text[j] >= 'A' && text[j] <= 'Z') text[j] = (char)(text[j] - 'A' + 'a');
    }
}

/* The groups of one system each: an object of which the keys are the systems. */
#define GROUP(system) {NULL, profile_take_words, sizeof(struct slice_list) * (system), 0, NULL}

static bool take_groups(struct profile_parser *parser, const cJSON *node, void *target) {
    struct slice_list *groups = target;
    struct profile_key keys[CODE_SYSTEMS];
    for (size_t i = 0; i < CODE_SYSTEMS; i++) {
        keys[i] = (struct profile_key)GROUP(i);
        keys[i].name = code_system_name((enum code_system)i);
    }
    struct profile_object object = {"groups", keys, CODE_SYSTEMS};
    if (!profile_take_object(parser, node, &object, groups)) return false;
    for (size_t i = 0; i < CODE_SYSTEMS; i++) lower_codes(&groups[i]);
    return true;
}

static bool take_records(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile *profile = target;
    return profile_take_items(parser, node, sizeof *profile->records, profile_take_record, &profile->records,
                              &profile->record_count);
}

static bool take_coverage(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile *profile = target;
    return profile_take_items(parser, node, sizeof *profile->coverage, profile_take_coverage, &profile->coverage,
                              &profile->coverage_count);
}

#define PROFILE(member) offsetof(struct profile, member)
static const struct profile_key profile_keys[] = {
    {"detente_profile", take_version, 0, KEY_NEEDED, NULL},
    {"name", take_name, PROFILE(name), KEY_NEEDED, NULL},
    {"title", profile_take_filled_text, PROFILE(title), 0, NULL},
    {"about", profile_take_text, PROFILE(about), 0, NULL},
    {"table", profile_take_table, PROFILE(table), 0, NULL},
    {"maps", take_maps, 0, 0, NULL},
    {"groups", take_groups, PROFILE(groups), 0, NULL},
    {"keep", profile_take_keep, 0, 0, NULL},
    {"rows", profile_take_conditions, PROFILE(rows), 0, NULL},
    {"records", take_records, 0, KEY_NEEDED, NULL},
    {"coverage", take_coverage, 0, 0, NULL},
    {"detect", profile_take_detect, PROFILE(detect), 0, NULL},
};
static const struct profile_object profile_object = PROFILE_OBJECT("a profile", profile_keys);

static bool take_profile(struct profile_parser *parser, const cJSON *root) {
    *parser->profile = (struct profile){.table = {.quote = '"', .heading = true}, .keep = KEEP_REST};
    if (cJSON_IsObject(root) && !profile_member(root, "detente_profile"))
        return profile_fail(parser, root, "it begins {\"detente_profile\": 1, \"name\": …}", "this is no profile");
    return profile_take_object(parser, root, &profile_object, parser->profile) && profile_finish_columns(parser, root);
}

static enum status parse_value(struct profile_parser *parser) {
    struct slice text = parser->json->text;
    cJSON *root = cJSON_ParseWithLength(text.data, text.size);
    int next = 0;
    if (!root) return error_set(parser->error, STATUS_NO_MEMORY, "out of memory");
    profile_index_nodes(root, &next);
    bool done = take_profile(parser, root);
    cJSON_Delete(root);
    return done ? STATUS_OK : parser->error->status;
}

/* One value, and nothing behind it. */
static bool scan_value(struct json_scan *scan, struct json_value *value) {
    struct json_place place = json_scan_place(scan);
    if (!json_scan_value(scan, value)) return false;
    if (value->text.size > PROFILE_SIZE_MAX) return json_scan_limit(scan, place, PROFILE_SIZE_MAX, "bytes in a profile");
    return json_scan_finish(scan);
}

enum status profile_parse(struct arena *arena, struct input *input, const struct profile **out, struct error *error) {
    struct error fault = {.status = STATUS_OK};
    struct json_scan scan;
    struct json_value value;
    struct profile_parser parser = {.arena = arena, .json = &value, .file = input->name, .error = &fault};
    *out = NULL;
    parser.profile = arena_alloc(arena, sizeof *parser.profile);
    enum status status = parser.profile ? json_scan_open(&scan, input, &fault) : STATUS_NO_MEMORY;
    if (!parser.profile) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (status == STATUS_OK) status = scan_value(&scan, &value) ? parse_value(&parser) : scan.status;
    json_scan_free(&scan);
    if (status == STATUS_OK) *out = parser.profile;
    else if (error && error->status == STATUS_OK) *error = fault;
    return status;
}
