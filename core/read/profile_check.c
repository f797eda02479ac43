/* Texts that stand in a profile and become fields: checked by the record's own check, before any row is read. */
#include "profile_parse.h"

static int id_field(enum record_type type) {
    return record_find_field(type, SLICE_OF("id"));
}

/* A record of this field only: with an id a record may lack what it needs; what else is lacking is another field's
 * fault, and none here. */
bool profile_check_text(struct profile_parser *parser, const cJSON *node, enum record_type type, int field, struct slice text) {
    struct error fault = {.status = STATUS_OK};
    struct record record;
    int at = -1, id = id_field(type);
    if (slice_is_empty(slice_trim(text))) return true;
    record_init(&record, type);
    if (id >= 0 && type != RECORD_PARTY) record_set(&record, id, SLICE_OF("x"));
    record_set(&record, field, text);
    struct arena_mark mark = arena_mark(parser->arena);
    enum status status = record_normalize(parser->arena, &record, NULL, &at, &fault);
    arena_rewind(parser->arena, mark);
    if (status == STATUS_OK || (status == STATUS_BAD_INPUT && at != field)) return true;
    return profile_fail_as(parser, node, &fault);
}

/* The node at which the map is written: in the value, or under "maps". */
static const cJSON *map_node(const struct profile_parser *parser, const cJSON *node, const struct profile_value *value) {
    const cJSON *map = profile_member(node, "map");
    return cJSON_IsObject(map) || !parser->maps ? map : profile_member(parser->maps, value->map->name.data);
}

static bool check_map(struct profile_parser *parser, const cJSON *node, const struct profile_value *value,
                      enum record_type type, int field) {
    if (value->otherwise == OTHERWISE_TEXT &&
        !profile_check_text(parser, profile_member(node, "else"), type, field, value->otherwise_text))
        return false;
    if (value->known_map != MAP_OWN) return true;
    const cJSON *item = map_node(parser, node, value)->child;
    for (size_t i = 0; i < value->map->count; i++, item = item->next)
        if (!profile_check_text(parser, item, type, field, value->map->to[i])) return false;
    return true;
}

static bool check_parts(struct profile_parser *parser, const cJSON *node, const struct profile_value *value,
                        enum record_type type, int field) {
    const cJSON *part = profile_member(node, "first")->child;
    for (size_t i = 0; i < value->part_count; i++, part = part->next)
        if (!profile_check_value(parser, part, &value->parts[i], type, field)) return false;
    return true;
}

bool profile_check_value(struct profile_parser *parser, const cJSON *node, const struct profile_value *value,
                         enum record_type type, int field) {
    bool is_changed = value->form != FORM_AS_IT_IS || value->split.count;
    bool is_date = value->formats.count || value->has_plus_days || value->has_open_from;
    if (is_changed) return true;
    if (value->known_map != MAP_NONE) return check_map(parser, node, value, type, field);
    if (is_date) return true;
    if (value->shape == VALUE_CONSTANT)
        return profile_check_text(parser, profile_member(node, "value"), type, field, value->text);
    return value->shape != VALUE_FIRST || check_parts(parser, node, value, type, field);
}
