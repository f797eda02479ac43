/* Fields of an entry to members of a JSON object. What is empty or not known is left out, never 0. */
#include "shape_json.h"

#include "../time/edtf.h"
#include "record_json.h"

static void put_day(struct json_text *json, const char *key, int64_t day) {
    char text[EDTF_DAY_SIZE];
    if (day == DAY_MIN || day == DAY_MAX)
        return;
    size_t size = edtf_format_day(day, text);
    json_put_text(json, key, (struct slice){text, size});
}

static enum status put_event(struct json_text *json, const char *key, struct arena *scratch,
                             const struct answer_event *event) {
    static const struct event_json_options options = {.derived = true, .whole_sources = false};
    if (!event)
        return STATUS_OK;
    json_put_key(json, key);
    return event_json_append(json->buffer, scratch, event, &options);
}

static enum status put_events(struct json_text *json, const char *key, struct arena *scratch,
                              const struct shape_events *events) {
    enum status status = STATUS_OK;
    json_open(json, key, '[');
    for (size_t i = 0; status == STATUS_OK && i < events->count; i++)
        status = put_event(json, NULL, scratch, events->items[i]);
    json_close(json, ']');
    return status;
}

static void put_sources(struct json_text *json, const char *key, const struct shape_sources *sources) {
    json_open(json, key, '[');
    for (size_t i = 0; i < sources->count; i++)
        source_json_put(json, &sources->items[i].record);
    json_close(json, ']');
}

static enum status put_entries(struct json_text *json, const char *key, struct arena *scratch,
                               const struct shape *of, const struct shape_entries *entries) {
    enum status status = STATUS_OK;
    json_open(json, key, '[');
    for (size_t i = 0; status == STATUS_OK && i < entries->count; i++) {
        json_open(json, NULL, '{');
        status = shape_json_put(json, scratch, of, (const char *)entries->items + i * of->size);
        json_close(json, '}');
    }
    json_close(json, ']');
    return status;
}

/* Arrays of what is worked out always stand, also when empty; lists of the record are left out as everywhere. */
static enum status put_field(struct json_text *json, struct arena *scratch,
                             const struct shape_field *field, const void *entry) {
    const char *at = (const char *)entry + field->offset;
    const char *key = field->name;
    const struct slice *text = (const void *)at;
    const struct shape_count *count = (const void *)at;
    switch (field->type) {
    case SHAPE_TEXT:
        if (!slice_is_empty(*text))
            json_put_text(json, key, *text);
        return STATUS_OK;
    case SHAPE_LIST:
        if (!slice_is_empty(*text) && !json_put_list(json, key, *text, scratch))
            return STATUS_NO_MEMORY;
        return STATUS_OK;
    case SHAPE_NUMBER:
        if (!slice_is_empty(*text))
            json_put_number(json, key, *text);
        return STATUS_OK;
    case SHAPE_COUNT:
        if (count->known)
            json_put_integer(json, key, count->value);
        return STATUS_OK;
    case SHAPE_DAY:
        put_day(json, key, *(const int64_t *)(const void *)at);
        return STATUS_OK;
    case SHAPE_BOOL:
        json_put_bool(json, key, *(const bool *)at);
        return STATUS_OK;
    case SHAPE_FLAG:
        if (*(const bool *)at)
            json_put_bool(json, key, true);
        return STATUS_OK;
    case SHAPE_MAYBE:
        if (*(const enum shape_answer *)(const void *)at != SHAPE_NOT_KNOWN)
            json_put_bool(json, key, *(const enum shape_answer *)(const void *)at == SHAPE_YES);
        return STATUS_OK;
    case SHAPE_SOURCES:
        put_sources(json, key, (const void *)at);
        return STATUS_OK;
    case SHAPE_EVENT:
        return put_event(json, key, scratch, *(const struct answer_event *const *)(const void *)at);
    case SHAPE_EVENTS:
        return put_events(json, key, scratch, (const void *)at);
    case SHAPE_ENTRIES:
        return put_entries(json, key, scratch, field->of, (const void *)at);
    }
    return STATUS_OK;
}

enum status shape_json_put(struct json_text *json, struct arena *scratch, const struct shape *shape,
                           const void *entry) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < shape->count; i++)
        if (shape->fields[i].place != SHAPE_TABLE_ONLY)
            status = put_field(json, scratch, &shape->fields[i], entry);
    return buffer_failed(json->buffer) ? STATUS_NO_MEMORY : status;
}
