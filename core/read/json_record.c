/* The members of one object -> the fields of one record. The scanner has checked the text, so cJSON
 * cannot fail but for memory; its doubles are not used: numbers are taken as they are written.
 *
 * Invariant: `valueint` of every node, which cJSON only fills for numbers, holds the node's index
 * in json_value.starts once index_nodes has run: that is how a node knows its place. */
#include "json_filling.h"

#include <stdarg.h>

#include "../base/cell.h"

enum { UNKNOWN_MAX = 1000 };

/* ---- Nodes and their places ---------------------------------------------------------------- */

static void index_nodes(cJSON *node, int *next) {
    node->valueint = (*next)++;
    for (cJSON *child = node->child; child; child = child->next)
        index_nodes(child, next);
}

static size_t node_offset(const struct filling *f, const cJSON *node) {
    return f->value->starts[node->valueint];
}

/* A number as it stands in the text. */
static struct slice number_text(const struct filling *f, const cJSON *node) {
    struct slice text = f->value->text;
    size_t start = node_offset(f, node), end = start;
    while (end < text.size && strchr("+-.0123456789eE", text.data[end]))
        end++;
    return slice_part(text, start, end);
}

struct slice filling_text(const struct filling *f, const cJSON *node) {
    if (cJSON_IsString(node))
        return slice_from(node->valuestring);
    if (cJSON_IsNumber(node))
        return number_text(f, node);
    if (cJSON_IsBool(node))
        return cJSON_IsTrue(node) ? SLICE_OF("true") : SLICE_OF("false");
    return SLICE_OF("");
}

void filling_fail(struct filling *f, const cJSON *node, const char *remedy, const char *format,
                  ...) {
    char message[sizeof f->fault.message];
    long line, column;
    va_list arguments;
    if (f->fault.status != STATUS_OK)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_set(&f->fault, STATUS_BAD_INPUT, "%s", message);
    json_value_locate(f->value, node_offset(f, node), &line, &column);
    error_locate(&f->fault, f->reader->file, line, column);
    error_advise(&f->fault, "%s", remedy);
}

static void fail_memory(struct filling *f) {
    if (f->status == STATUS_OK)
        f->status = error_set(f->error, STATUS_NO_MEMORY, "out of memory");
}

const char *json_node_kind(const cJSON *node) {
    if (cJSON_IsArray(node))
        return "an array";
    if (cJSON_IsObject(node))
        return "an object";
    return cJSON_IsBool(node) ? "true or false" : cJSON_IsNull(node) ? "null" : "a number or text";
}

/* ---- Fields -------------------------------------------------------------------------------- */

static void note_column(struct filling *f, int field, const cJSON *node) {
    size_t column = (size_t)f->value->column + node_offset(f, node);
    f->columns[field] = (unsigned short)(column <= 0xFFFF ? column : 0);
}

static bool is_given(const struct filling *f, int field) {
    return f->record.given >> field & 1;
}

static const struct field *field_info(const struct filling *f, int field) {
    return &record_info(f->record.type)->fields[field];
}

void filling_set_value(struct filling *f, int field, const cJSON *node, struct slice value) {
    if (is_given(f, field)) {
        filling_fail(f, node, "keep one of them", "%s is given twice", field_info(f, field)->name);
        return;
    }
    record_set(&f->record, field, value);
    note_column(f, field, node);
}

struct slice filling_keep(struct filling *f, struct buffer *buffer) {
    struct slice kept = SLICE_OF("");
    if (buffer_failed(buffer) || !arena_copy(&f->reader->scratch, buffer_slice(buffer), &kept))
        fail_memory(f);
    buffer_free(buffer);
    return kept;
}

void filling_append_item(struct buffer *cell, struct slice text) {
    if (slice_is_empty(slice_trim(text)))
        return;
    if (cell->size)
        buffer_append_byte(cell, ';');
    cell_append_item(cell, text);
}

/* An array of texts -> a cell. */
static void set_list(struct filling *f, int field, const cJSON *array) {
    struct buffer cell;
    buffer_init(&cell);
    for (const cJSON *item = array->child; item; item = item->next) {
        if (cJSON_IsString(item) || cJSON_IsNumber(item))
            filling_append_item(&cell, filling_text(f, item));
        else
            filling_fail(f, item, "a list holds texts: [\"a\", \"b\"]",
                         "%s in %s, where text is due", json_node_kind(item),
                         field_info(f, field)->name);
    }
    filling_set_value(f, field, array, filling_keep(f, &cell));
}

void filling_set_field(struct filling *f, int field, const cJSON *node) {
    enum field_type type = field_info(f, field)->type;
    if (cJSON_IsArray(node) && column_is_list(type))
        set_list(f, field, node);
    else if (node_is_container(node) || cJSON_IsBool(node))
        filling_fail(f, node, "write the value itself", "%s is %s, where %s is due",
                     field_info(f, field)->name, json_node_kind(node),
                     column_is_list(type) ? "an array of texts" : "a text or a number");
    else
        filling_set_value(f, field, node, filling_text(f, node));
}

/* ---- Extras -------------------------------------------------------------------------------- */

static bool has_extra(const struct filling *f, struct slice name) {
    for (size_t i = 0; i < f->record.extra_count; i++)
        if (slice_equals_ascii_nocase(f->extras[i].name, name))
            return true;
    return false;
}

static bool reserve_extra(struct filling *f) {
    if (f->record.extra_count < f->extra_capacity)
        return true;
    size_t capacity = f->extra_capacity ? f->extra_capacity * 2 : 16;
    struct extra *extras = arena_alloc_array(&f->reader->scratch, capacity, sizeof *extras);
    if (!extras) {
        fail_memory(f);
        return false;
    }
    if (f->extras)
        memcpy(extras, f->extras, f->record.extra_count * sizeof *extras);
    f->extras = f->record.extras = extras;
    f->extra_capacity = capacity;
    return true;
}

static bool keep_extra(struct filling *f, struct slice name, const cJSON *node) {
    f->extras[f->record.extra_count++] = (struct extra){name, filling_text(f, node)};
    return true;
}

/* A member that is no field. False when it cannot be kept. */
static bool add_extra(struct filling *f, const cJSON *node) {
    struct slice name = slice_trim(node_key(node));
    const char *near = node_is_container(node) ? record_nearest_field(f->record.type, name) : NULL;
    char meant[80];
    snprintf(meant, sizeof meant, "did you mean %s?", near ? near : "");
    if (node_is_container(node))
        filling_fail(f, node, near ? meant : "only texts, numbers, true and false can be kept",
                     "%s is no field of %s, and %s cannot be kept beside them",
                     column_show(name).text, record_info(f->record.type)->name,
                     json_node_kind(node));
    else if (slice_is_empty(name) || name.size > COLUMN_NAME_MAX)
        filling_fail(f, node, "rename it", "a key has from 1 to %d bytes", COLUMN_NAME_MAX);
    else if (has_extra(f, name))
        filling_fail(f, node, "keep one of them", "%s is given twice", column_show(name).text);
    else if (reserve_extra(f)) /* an empty one clears what is there */
        return keep_extra(f, name, node);
    return false;
}

/* The members of extra{}. One with the name of a field would change places on the way through a
 * table. */
static void add_extras(struct filling *f, const cJSON *node) {
    if (!cJSON_IsObject(node) && !cJSON_IsNull(node))
        filling_fail(f, node, "{\"name\": \"value\"}", "extra is %s, where an object is due",
                     json_node_kind(node));
    for (const cJSON *child = cJSON_IsObject(node) ? node->child : NULL; child;
         child = child->next) {
        int field = column_find(f->record.type, node_key(child));
        if (field >= 0)
            filling_fail(f, child, "write it beside extra",
                         "%s is a field of %s, and cannot stand in extra",
                         field_info(f, field)->name, record_info(f->record.type)->name);
        else if (field == COLUMN_EXTRA)
            add_extra(f, child);
        else
            filling_fail(f, child, "rename it", "%s is a name that answers and rejected rows use for themselves",
                         column_show(node_key(child)).text);
    }
}

static bool was_announced(const struct slice_list *names, struct slice name) {
    for (size_t i = 0; i < names->count; i++)
        if (slice_equals(names->items[i], name))
            return true;
    return names->count >= UNKNOWN_MAX;
}

static void announce_unknown(struct filling *f, struct slice name) {
    struct json_reader *reader = f->reader;
    enum record_type type = f->record.type;
    struct slice kept;
    if (!reader->visitor->unknown || was_announced(&reader->unknown[type], name))
        return;
    if (!arena_copy(&reader->names, name, &kept) ||
        !arena_append(&reader->names, &reader->unknown[type], kept)) {
        fail_memory(f);
        return;
    }
    reader->visitor->unknown(reader->visitor->context, type, kept,
                             record_nearest_field(type, kept));
}

void filling_add_unknown(struct filling *f, const cJSON *node) {
    if (add_extra(f, node))
        announce_unknown(f, slice_trim(node_key(node)));
}

/* ---- Members ------------------------------------------------------------------------------- */

static void set_member(struct filling *f, const cJSON *node) {
    if (f->record.type == RECORD_EVENT && json_event_take(f, node))
        return;
    int field = column_find(f->record.type, node_key(node));
    if (strcmp(node->string, "extra") == 0)
        add_extras(f, node);
    else if (field >= 0)
        filling_set_field(f, field, node);
    else if (field == COLUMN_EXTRA)
        filling_add_unknown(f, node);
}

void filling_take_members(struct filling *f, const cJSON *object) {
    for (const cJSON *child = object->child; child; child = child->next)
        set_member(f, child);
}

void filling_begin(struct filling *f, struct json_reader *reader, enum record_type type,
                   struct json_value *value, const cJSON *node, struct error *error) {
    *f = (struct filling){.reader = reader, .value = value, .error = error};
    long line, column;
    json_value_locate(value, value->starts[node->valueint], &line, &column);
    record_init(&f->record, type);
    f->record.file = reader->file;
    f->record.line = line;
    /* A record has one line to tell, so that columns make sense only when there is one. */
    f->record.columns = value->last_line == value->line ? f->columns : NULL;
}

enum status filling_visit(struct filling *f) {
    const struct record_visitor *visitor = f->reader->visitor;
    if (f->status != STATUS_OK)
        return f->status;
    if (f->fault.status != STATUS_OK)
        return visitor->reject(visitor->context, &f->record, &f->fault, f->error);
    return visitor->record(visitor->context, &f->record, f->error);
}

/* ---- The reader ---------------------------------------------------------------------------- */

void json_reader_init(struct json_reader *reader, const char *file,
                      const struct record_visitor *visitor) {
    *reader = (struct json_reader){.file = file, .visitor = visitor};
    arena_init(&reader->scratch);
    arena_init(&reader->names);
}

void json_reader_free(struct json_reader *reader) {
    arena_free(&reader->scratch);
    arena_free(&reader->names);
}

enum status json_record_visit(struct json_reader *reader, enum record_type type,
                              struct json_value *value, struct error *error) {
    cJSON *root = cJSON_ParseWithLength(value->text.data, value->text.size);
    struct arena_mark mark = arena_mark(&reader->scratch);
    struct filling filling;
    int next = 0;
    if (!root)
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    index_nodes(root, &next);
    enum status status = STATUS_BAD_INPUT;
    if ((size_t)next == value->count) {
        filling_begin(&filling, reader, type, value, root, error);
        filling_take_members(&filling, root);
        status = filling_visit(&filling);
    } else {
        error_set(error, status, "a record that cannot be taken apart");
        error_locate(error, reader->file, value->line, value->column);
    }
    arena_rewind(&reader->scratch, mark);
    cJSON_Delete(root);
    return status;
}
