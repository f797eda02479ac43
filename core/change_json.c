/* One record as JSON text, in and out: what an editor shows and gives back. */
#include "change.h"

#include <stdlib.h>
#include "read/json.h"
#include "write/record_json.h"

/* ---- in ------------------------------------------------------------------------------------------------------------- */

struct reading {
    struct change *change;
    struct record *record;
    bool found;
    struct slice unknown; /* a key that is probably a field misspelt */
};

static enum status no_memory(struct change *change) { return error_set(change->error, STATUS_NO_MEMORY, "out of memory"); }

/* A record lives only until the reader goes on. */
static bool copy_record(struct arena *arena, const struct record *from, struct record *to) {
    *to = *from;
    to->file = NULL; /* a record laid out over lines has no line of its own */
    to->line = 0;
    to->columns = NULL;
    for (size_t i = 0; i < record_info(from->type)->field_count; i++)
        if (from->values[i].size && !arena_copy(arena, from->values[i], &to->values[i])) return false;
    if (from->extra_count == 0) return true;
    to->extras = arena_alloc_array(arena, from->extra_count, sizeof *to->extras);
    if (!to->extras) return false;
    for (size_t i = 0; i < from->extra_count; i++)
        if (!arena_copy(arena, from->extras[i].name, &to->extras[i].name) ||
            !arena_copy(arena, from->extras[i].value, &to->extras[i].value)) return false;
    return true;
}

static enum status hear_record(void *context, struct record *record, struct error *error) {
    struct reading *reading = context;
    struct change *change = reading->change;
    struct record copy;
    enum store_change was;
    (void)error;
    if (!copy_record(&change->arena, record, &copy)) return no_memory(change);
    if (record->type != reading->record->type) return change_put(change, &copy, &was); /* a source described in an event */
    *reading->record = copy;
    reading->found = true;
    return STATUS_OK;
}

static enum status hear_fault(void *context, const struct record *record, const struct error *fault, struct error *error) {
    struct reading *reading = context;
    (void)record;
    (void)error;
    if (reading->change->error->status == STATUS_OK) *reading->change->error = *fault;
    return fault->status;
}

static void hear_unknown(void *context, enum record_type type, struct slice name, const char *nearest) {
    struct reading *reading = context;
    int size = (int)(name.size < 80 ? name.size : 80);
    if (nearest && slice_is_empty(reading->unknown)) {
        if (!arena_copy(&reading->change->arena, name, &reading->unknown)) reading->unknown = SLICE_OF("?");
    } else if (!nearest) {
        change_remark(reading->change, "\"%.*s\" is no field of %s and is kept as an extra", size, name.data,
                      record_info(type)->name);
    }
}

enum status change_read_json(struct change *change, struct record *now) {
    struct reading reading = {.change = change, .record = now};
    struct record_visitor visitor = {
        .context = &reading, .record = hear_record, .reject = hear_fault, .unknown = hear_unknown};
    struct memory_input memory = {.text = {change->request->record, change->request->record_size}};
    enum record_type type = now->type;
    struct input input;
    input_from_memory(&memory, "", &input);
    enum status status = json_read_record(&input, type, &visitor, change->error);
    if (status == STATUS_OK && reading.unknown.size) {
        status = change_refuse_field(change, type, reading.unknown);
        change->error->status = status = STATUS_BAD_INPUT;
    }
    if (status == STATUS_OK && !reading.found) status = error_set(change->error, STATUS_BAD_INPUT, "there is no record");
    return status;
}

/* ---- out ------------------------------------------------------------------------------------------------------------ */

static bool is_shown(const struct field *field) { return !(field->flags & (FIELD_HIDDEN | FIELD_TARIFF)); }

static void put_empty(struct json_text *json, const struct field *field) {
    bool list = field->type == FIELD_LIST || field->type == FIELD_CODES || field->type == FIELD_PARTIES ||
                (field->type == FIELD_NAMES && !(field->flags & FIELD_TARIFF));
    json_put_key(json, field->name);
    buffer_append_text(json->buffer, list ? "[]" : "null");
    json->comma = true;
}

/* All fields of a new record, those first that it must have. */
static void put_all_empty(struct json_text *json, enum record_type type) {
    const struct record_info *info = record_info(type);
    json_open(json, NULL, '{');
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < info->field_count; i++)
            if (is_shown(&info->fields[i]) && ((info->fields[i].flags & FIELD_REQUIRED) != 0) == (pass == 0))
                put_empty(json, &info->fields[i]);
    if (type == RECORD_EVENT) {
        json_open(json, "tariff", '{');
        for (size_t i = 0; i < info->field_count; i++)
            if (info->fields[i].flags & FIELD_TARIFF) put_empty(json, &info->fields[i]);
        json_close(json, '}');
    }
    json_open(json, "extra", '{');
    json_close(json, '}');
    json_close(json, '}');
}

static enum status write_known(struct change *change, const char *id, struct buffer *compact, char state[DETENTE_STATE]) {
    struct record record;
    enum record_type type;
    int64_t key;
    struct hash128 hash;
    enum status status = change_find(change, id, &type, &key, &record);
    if (status != STATUS_OK) return status;
    if (!store_hash_record(&record, &hash)) return no_memory(change);
    hash128_format(hash, state);
    return record_json_append(compact, &change->arena, &record);
}

enum detente_status detente_take_record(detente *database, const char *id, char **json, char state[DETENTE_STATE],
                                        struct detente_error *error) {
    _Static_assert((int)DETENTE_STATE == (int)HASH128_TEXT, "a state is the text of a hash");
    struct error inner = {0};
    struct detente_change_summary summary = {0};
    struct change change = {.database = database, .summary = &summary, .error = &inner};
    struct buffer compact, text;
    struct json_text out = {&compact, false};
    enum record_type type = record_find_type(slice_trim(slice_from(id)));
    enum status status = STATUS_OK;
    *json = NULL;
    state[0] = '\0';
    arena_init(&change.arena);
    buffer_init(&compact);
    buffer_init(&text);
    if (type != RECORD_TYPES) put_all_empty(&out, type);
    else status = write_known(&change, id, &compact, state);
    if (database->made) database->discard = true; /* looking keeps nothing */
    if (status == STATUS_OK) {
        json_lay_out(&text, buffer_slice(&compact), 0, true);
        buffer_append_text(&text, "\n");
        buffer_append_byte(&text, '\0');
        if (buffer_failed(&compact) || buffer_failed(&text) || !(*json = strdup(text.data))) status = no_memory(&change);
    }
    buffer_free(&compact);
    buffer_free(&text);
    arena_free(&change.arena);
    return front_report(status, &inner, error);
}
