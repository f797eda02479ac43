/* Any bytes as a profile, a line "====", and a table that is read by it: an error with its place or records, never a
 * crash, and the same outcome however the bytes come in. */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/base/hash.h"
#include "../../core/base/utf8.h"
#include "../../core/read/profile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct source {
    struct slice text;
    size_t position, step;
};

static void check(bool true_statement) {
    if (!true_statement) abort();
}

static enum status read_bytes(void *context, char *data, size_t size, size_t *got, struct error *error) {
    struct source *source = context;
    size_t step = size < source->step ? size : source->step;
    struct slice part = slice_part(source->text, source->position, source->position + step);
    (void)error;
    if (part.size) memcpy(data, part.data, part.size);
    source->position += part.size;
    *got = part.size;
    return STATUS_OK;
}

static enum status rewind_bytes(void *context, struct error *error) {
    (void)error;
    ((struct source *)context)->position = 0;
    return STATUS_OK;
}

static void add_text(uint64_t *trace, struct slice text) {
    check(utf8_validate(text) == text.size && slice_find(text, '\0') == text.size);
    *trace = *trace * 1099511628211U + hash_text(text);
}

static void add_record(uint64_t *trace, const struct record *record) {
    for (size_t i = 0; i < record_info(record->type)->field_count; i++) add_text(trace, record->values[i]);
    for (size_t i = 0; i < record->extra_count; i++) {
        add_text(trace, record->extras[i].name);
        add_text(trace, record->extras[i].value);
    }
    *trace = *trace * 31 + (uint64_t)record->type * 1000 + (uint64_t)record->line;
}

static enum status take_record(void *context, struct record *record, struct error *error) {
    (void)error;
    add_record(context, record);
    return STATUS_OK;
}

static enum status take_reject(void *context, const struct record *record, const struct error *fault, struct error *error) {
    (void)record, (void)error;
    check(fault->status == STATUS_BAD_INPUT && fault->message[0] && fault->place.line > 0);
    add_text(context, slice_from(fault->message));
    return STATUS_OK;
}

static enum status take_unplaced(void *context, const struct unplaced *what, struct error *error) {
    (void)error;
    check(what->what && what->reason);
    add_text(context, what->column);
    add_text(context, what->value);
    return STATUS_OK;
}

static enum status take_coverage(void *context, struct record *coverage, struct error *error) {
    (void)error;
    add_record(context, coverage);
    return STATUS_OK;
}

static uint64_t read_all(struct slice text, struct slice table, size_t step) {
    struct source profile_source = {text, 0, step}, table_source = {table, 0, step};
    struct input profile_input = {"profile", read_bytes, rewind_bytes, &profile_source};
    struct input table_input = {"table", read_bytes, rewind_bytes, &table_source};
    uint64_t trace = 0;
    struct record_visitor visitor = {.context = &trace, .record = take_record, .reject = take_reject, .unplaced = take_unplaced,
                                     .covers = take_coverage};
    struct profile_counts counts = {0};
    struct error error = {.status = STATUS_OK};
    const struct profile *profile;
    struct arena arena;
    arena_init(&arena);
    enum status status = profile_parse(&arena, &profile_input, &profile, &error);
    check((status == STATUS_OK) == (profile != NULL));
    if (profile) {
        const struct profile *found = profile_recognise(&profile, 1, SLICE_OF("table"), table);
        check(!found || found == profile);
        status = profile_read(&table_input, profile, NULL, &visitor, &counts, &error);
    }
    check(status == error.status && (status == STATUS_OK || status == STATUS_BAD_INPUT));
    if (status == STATUS_BAD_INPUT) {
        check(error.message[0] && error.place.file[0]);
        add_text(&trace, slice_from(error.message));
        trace = trace * 31 + (uint64_t)error.place.line * 1000 + (uint64_t)error.place.column;
    }
    arena_free(&arena);
    return trace * 31 + counts.rows * 7 + counts.passed;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char line[] = "\n====\n";
    struct slice text = {(const char *)data, size}, table = SLICE_OF("");
    for (size_t i = 0; i + sizeof line - 1 <= size; i++) {
        if (memcmp(text.data + i, line, sizeof line - 1) != 0) continue;
        table = slice_part(text, i + sizeof line - 1, size);
        text = slice_part(text, 0, i);
        break;
    }
    check(read_all(text, table, size % 16 + 1) == read_all(text, table, SIZE_MAX));
    return 0;
}
