/* A record that is being filled from a JSON object: what the fields of all records (json_record.c)
 * and the members that only events have (json_event.c) share. */
#ifndef DETENTE_READ_JSON_FILLING_H
#define DETENTE_READ_JSON_FILLING_H

#include <cjson/cJSON.h>

#include "column.h"
#include "json_record.h"

struct filling {
    struct json_reader *reader;
    struct json_value *value;
    struct record record;
    struct extra *extras;
    size_t extra_capacity;
    unsigned short columns[RECORD_FIELDS_MAX];
    struct error fault; /* the first thing that is wrong with it */
    enum status status; /* of a visitor, or NO_MEMORY: stops everything */
    struct error *error;
};

static inline bool node_is_container(const cJSON *node) {
    return cJSON_IsArray(node) || cJSON_IsObject(node);
}
static inline struct slice node_key(const cJSON *node) {
    return slice_from(node->string);
}
/* "an array", "null", … */
const char *json_node_kind(const cJSON *node);

/* Begins a record with the place of `node`; takes in all members of an object; hands it to the
 * visitor, whole or rejected. */
void filling_begin(struct filling *f, struct json_reader *reader, enum record_type type,
                   struct json_value *value, const cJSON *node, struct error *error);
void filling_take_members(struct filling *f, const cJSON *object);
enum status filling_visit(struct filling *f);

/* Notes a fault at a node, with its remedy; only the first of a record is told. */
void filling_fail(struct filling *f, const cJSON *node, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The text of what is no container, a number as it was written; null has none. */
struct slice filling_text(const struct filling *f, const cJSON *node);
/* A buffer's text in the record's memory; the buffer is freed. */
struct slice filling_keep(struct filling *f, struct buffer *buffer);
/* Appends an item to a list cell. */
void filling_append_item(struct buffer *cell, struct slice text);
void filling_set_value(struct filling *f, int field, const cJSON *node, struct slice value);
/* Sets a field from a node of any kind. */
void filling_set_field(struct filling *f, int field, const cJSON *node);
/* Keeps a member that is no field as an extra, and announces its name. */
void filling_add_unknown(struct filling *f, const cJSON *node);

/* Takes what only events have: parties, tariff, sources; and what answers add to them, which is
 * passed over. False when it is none of these. */
bool json_event_take(struct filling *f, const cJSON *node);

#endif
