/* Any bytes as a document, as lines and as dossier.json: an error or records, never a crash, and
 * the same outcome however the bytes come in. */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/base/hash.h"
#include "../../core/base/utf8.h"
#include "../../core/read/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef enum status read_function(struct input *input, const struct record_visitor *visitor,
                                  struct error *error);

struct source {
    struct slice text;
    size_t position, step;
};

/* What was seen, as one number. */
struct trace {
    uint64_t hash;
    bool visited;
};

static void check(bool true_statement) {
    if (!true_statement)
        abort();
}

static enum status read_bytes(void *context, char *data, size_t size, size_t *got,
                              struct error *error) {
    struct source *source = context;
    size_t step = size < source->step ? size : source->step;
    struct slice part = slice_part(source->text, source->position, source->position + step);
    (void)error;
    if (part.size)
        memcpy(data, part.data, part.size);
    source->position += part.size;
    *got = part.size;
    return STATUS_OK;
}

static enum status rewind_bytes(void *context, struct error *error) {
    struct source *source = context;
    (void)error;
    source->position = 0;
    return STATUS_OK;
}

static void add_text(struct trace *trace, struct slice text) {
    check(utf8_validate(text) == text.size && slice_find(text, '\0') == text.size);
    trace->hash = trace->hash * 1099511628211U + hash_text(text);
    trace->visited = true;
}

static void add_error(struct trace *trace, const struct error *error) {
    check(error->status == STATUS_BAD_INPUT && error->message[0]);
    check(error->place.line > 0 && error->place.column > 0);
    trace->hash = trace->hash * 31 + (uint64_t)error->place.line * 1000;
    trace->hash += (uint64_t)error->place.column;
    trace->hash = trace->hash * 31 + hash_text(slice_from(error->message));
}

static void add_record(struct trace *trace, const struct record *record) {
    for (size_t i = 0; i < RECORD_FIELDS_MAX; i++)
        add_text(trace, record->values[i]);
    for (size_t i = 0; i < record->extra_count; i++) {
        check(record->extras[i].name.size > 0);
        add_text(trace, record->extras[i].name);
        add_text(trace, record->extras[i].value);
    }
    check(record->line > 0);
    trace->hash = trace->hash * 31 + (uint64_t)record->line + record->given;
}

static enum status take_record(void *context, struct record *record, struct error *error) {
    (void)error;
    add_record(context, record);
    return STATUS_OK;
}

static enum status take_reject(void *context, const struct record *record,
                               const struct error *fault, struct error *error) {
    (void)error;
    check(fault->remedy[0]);
    add_error(context, fault);
    add_record(context, record);
    return STATUS_OK;
}

static void take_unknown(void *context, enum record_type type, struct slice name,
                         const char *nearest) {
    (void)type;
    (void)nearest;
    add_text(context, name);
}

static enum status take_dossier(void *context, struct slice json, struct error *error) {
    (void)error;
    check(json.size >= 2 && json.data[0] == '{' && json.data[json.size - 1] == '}');
    add_text(context, json);
    return STATUS_OK;
}

static enum status take_origin(void *context, struct slice hash, bool whole, struct error *error) {
    (void)error;
    check(hash.size > 0);
    add_text(context, whole ? SLICE_OF("whole") : SLICE_OF("part"));
    add_text(context, hash);
    return STATUS_OK;
}

static uint64_t read_text(read_function *read, struct slice text, size_t step) {
    struct source source = {text, 0, step};
    struct trace trace = {0, false};
    struct input input = {"fuzz", read_bytes, rewind_bytes, &source};
    struct record_visitor visitor = {&trace, take_record, take_reject, take_unknown, take_dossier,
                                     take_origin, NULL, NULL, NULL};
    struct error error = {.status = STATUS_OK};
    enum status status = read(&input, &visitor, &error);
    check(status == error.status);
    if (status == STATUS_OK)
        return trace.hash;
    /* A document is checked before anything is visited. */
    check(read != json_read_document || !trace.visited);
    add_error(&trace, &error);
    return trace.hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static read_function *const readers[] = {json_read_document, json_read_lines,
                                             json_read_dossier};
    struct slice text = {(const char *)data, size};
    size_t step = size % 16 + 1;
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++)
        check(read_text(readers[i], text, step) == read_text(readers[i], text, SIZE_MAX));
    (void)json_guess(text);
    return 0;
}
