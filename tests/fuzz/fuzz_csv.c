/* Any bytes as a table: an error or rows, never a crash, and the same outcome however the bytes
 * come in. The first byte chooses the table's type and delimiter, the second the size of a reading.
 */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/base/hash.h"
#include "../../core/base/utf8.h"
#include "../../core/read/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct source {
    struct slice text;
    size_t position, step;
};

/* What was seen, as one number. */
struct trace {
    uint64_t hash;
    long line; /* lines never go back */
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

static void add_text(struct trace *trace, struct slice text) {
    check(utf8_validate(text) == text.size && slice_find(text, '\0') == text.size);
    trace->hash = trace->hash * 1099511628211U + hash_text(text);
}

static void add_place(struct trace *trace, long line, long column) {
    check(line >= trace->line && column > 0);
    trace->line = line;
    trace->hash = trace->hash * 31 + (uint64_t)line * 1000 + (uint64_t)column;
}

static void add_record(struct trace *trace, const struct record *record) {
    for (size_t i = 0; i < RECORD_FIELDS_MAX; i++) {
        check(record->values[i].size <= CSV_CELL_MAX);
        add_text(trace, record->values[i]);
    }
    for (size_t i = 0; i < record->extra_count; i++) {
        add_text(trace, record->extras[i].name);
        add_text(trace, record->extras[i].value);
    }
    add_place(trace, record->line, 1);
}

static enum status take_record(void *context, struct record *record, struct error *error) {
    (void)error;
    add_record(context, record);
    return STATUS_OK;
}

static enum status take_reject(void *context, const struct record *record,
                               const struct error *fault, struct error *error) {
    (void)error;
    check(fault->status == STATUS_BAD_INPUT && fault->message[0] && fault->remedy[0]);
    add_place(context, fault->place.line, fault->place.column);
    add_record(context, record);
    return STATUS_OK;
}

static void take_unknown(void *context, enum record_type type, struct slice name,
                         const char *nearest) {
    (void)type;
    (void)nearest;
    add_text(context, name);
}

static uint64_t read_table(struct slice text, size_t step, char delimiter, char quote) {
    struct source source = {text, 0, step};
    struct trace trace = {0, 0};
    struct input input = {"fuzz", read_bytes, NULL, &source};
    struct record_visitor visitor = {.context = &trace, .record = take_record, .reject = take_reject, .unknown = take_unknown};
    struct error error = {.status = STATUS_OK};
    enum status status =
        csv_read_records(&input, RECORD_EVENT, &(struct csv_options){delimiter, quote}, &visitor, &error);
    check(status == error.status && (status == STATUS_OK || status == STATUS_BAD_INPUT));
    if (status == STATUS_BAD_INPUT) {
        check(error.message[0] && error.remedy[0] && error.place.line > 0);
        trace.hash =
            trace.hash * 31 + (uint64_t)error.place.line * 1000 + (uint64_t)error.place.column;
        add_text(&trace, slice_from(error.message));
    }
    return trace.hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct slice text = {(const char *)data, size};
    size_t step = size % 16 + 1;
    check(read_table(text, step, ',', '"') == read_table(text, SIZE_MAX, ',', '"'));
    check(read_table(text, step, '\t', '"') == read_table(text, SIZE_MAX, '\t', '"'));
    check(read_table(text, step, '\x01', CSV_NO_QUOTE) == read_table(text, SIZE_MAX, '\x01', CSV_NO_QUOTE));
    return 0;
}
