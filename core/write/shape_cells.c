/* Fields of an entry to cells. What is not known is an empty cell. */
#include "shape_cells.h"

#include "../base/cell.h"
#include "../base/number.h"
#include "../time/edtf.h"

static bool is_column(const struct shape_field *field) { return field->place != SHAPE_JSON_ONLY; }

size_t shape_count_columns(const struct shape *shape) {
    size_t count = 0;
    for (size_t i = 0; i < shape->count; i++)
        count += is_column(&shape->fields[i]);
    return count;
}

const char *const *shape_list_columns(const struct shape *shape, struct arena *arena) {
    const char **names = arena_alloc_array(arena, shape_count_columns(shape) + 1, sizeof *names);
    size_t count = 0;
    if (!names)
        return NULL;
    for (size_t i = 0; i < shape->count; i++)
        if (is_column(&shape->fields[i]))
            names[count++] = shape->fields[i].name;
    names[count] = NULL;
    return names;
}

const struct answer_part *shape_table_part(const struct answer_plan *plan) {
    for (size_t i = 0; i < plan->count; i++)
        if (plan->parts[i].is_table)
            return &plan->parts[i];
    return NULL;
}

/* ---- cells -------------------------------------------------------------------------------------- */

static bool keep(struct buffer *buffer, struct arena *arena, struct slice *cell) {
    bool done = !buffer_failed(buffer) && arena_copy(arena, buffer_slice(buffer), cell);
    buffer_free(buffer);
    return done;
}

static bool list_integer(int64_t value, struct arena *arena, struct slice *cell) {
    char text[NUMBER_SIZE];
    return arena_copy(arena, (struct slice){text, number_format_integer(value, text)}, cell);
}

static bool list_day(int64_t day, struct arena *arena, struct slice *cell) {
    char text[EDTF_DAY_SIZE];
    if (day == DAY_MIN || day == DAY_MAX)
        return true;
    return arena_copy(arena, (struct slice){text, edtf_format_day(day, text)}, cell);
}

static bool list_sources(const struct shape_sources *sources, struct arena *arena, struct slice *cell) {
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < sources->count; i++) {
        const struct record *source = &sources->items[i].record;
        if (buffer.size)
            buffer_append_byte(&buffer, ';');
        cell_append_item(&buffer, record_get(source, record_has(source, SOURCE_ID) ? SOURCE_ID : SOURCE_URL));
    }
    return keep(&buffer, arena, cell);
}

static bool list_events(const struct shape_events *events, struct arena *arena, struct slice *cell) {
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < events->count; i++) {
        if (buffer.size)
            buffer_append_byte(&buffer, ';');
        cell_append_item(&buffer, record_get(&events->items[i]->event, EVENT_ID));
    }
    return keep(&buffer, arena, cell);
}

static bool list_field(const struct shape_field *field, const void *entry, struct arena *arena, struct slice *cell);

static bool list_entries(const struct shape_field *field, const struct shape_entries *entries, struct arena *arena,
                         struct slice *cell) {
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < entries->count; i++) {
        struct slice first = SLICE_NONE;
        const char *entry = (const char *)entries->items + i * field->of->size;
        if (!list_field(&field->of->fields[0], entry, arena, &first)) {
            buffer_free(&buffer);
            return false;
        }
        if (buffer.size)
            buffer_append_byte(&buffer, ';');
        cell_append_item(&buffer, first);
    }
    return keep(&buffer, arena, cell);
}

static struct slice say(bool yes) { return yes ? SLICE_OF("true") : SLICE_OF("false"); }

static bool list_field(const struct shape_field *field, const void *entry, struct arena *arena, struct slice *cell) {
    const char *at = (const char *)entry + field->offset;
    const struct shape_count *count = (const void *)at;
    const struct answer_event *event;
    enum shape_answer answer;
    *cell = SLICE_NONE;
    switch (field->type) {
    case SHAPE_TEXT: case SHAPE_LIST: case SHAPE_NUMBER: *cell = *(const struct slice *)(const void *)at; return true;
    case SHAPE_COUNT: return !count->known || list_integer(count->value, arena, cell);
    case SHAPE_DAY: return list_day(*(const int64_t *)(const void *)at, arena, cell);
    case SHAPE_BOOL: *cell = say(*(const bool *)at); return true;
    case SHAPE_FLAG: *cell = *(const bool *)at ? say(true) : SLICE_NONE; return true;
    case SHAPE_MAYBE:
        answer = *(const enum shape_answer *)(const void *)at;
        *cell = answer == SHAPE_NOT_KNOWN ? SLICE_NONE : say(answer == SHAPE_YES);
        return true;
    case SHAPE_SOURCES: return list_sources((const void *)at, arena, cell);
    case SHAPE_EVENT:
        event = *(const struct answer_event *const *)(const void *)at;
        *cell = event ? record_get(&event->event, EVENT_ID) : SLICE_NONE;
        return true;
    case SHAPE_EVENTS: return list_events((const void *)at, arena, cell);
    case SHAPE_ENTRIES: return list_entries(field, (const void *)at, arena, cell);
    }
    return true;
}

static bool is_number(enum shape_type type) {
    return type == SHAPE_NUMBER || type == SHAPE_COUNT;
}

static bool is_list(enum shape_type type) {
    return type == SHAPE_LIST || type == SHAPE_SOURCES || type == SHAPE_EVENTS || type == SHAPE_ENTRIES;
}

bool shape_list_cells(const struct shape *shape, const void *entry, struct arena *arena, struct slice *cells,
                      bool *numbers, bool *lists) {
    size_t count = 0;
    for (size_t i = 0; i < shape->count; i++) {
        const struct shape_field *field = &shape->fields[i];
        if (!is_column(field))
            continue;
        if (!list_field(field, entry, arena, &cells[count]))
            return false;
        numbers[count] = is_number(field->type);
        lists[count] = is_list(field->type);
        count++;
    }
    return true;
}
