/* jsonl: one event to a line, complete by itself: its sources are objects, its parties have names.
 * Rows of tables likewise, a row to a line. */
#include "record_json.h"
#include "row_json.h"
#include "shape_json.h"
#include "writers.h"

static enum status end_line(struct writer *writer) {
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    return sink_relieve(writer->sink);
}

static enum status write_event(struct writer *writer, const struct answer_event *event) {
    const struct event_json_options options = {.derived = !writer_is_export(writer),
                                               .whole_sources = true};
    struct buffer *out = sink_buffer(writer->sink);
    enum status status = event_json_append(out, writer->scratch, event, &options);
    return status == STATUS_OK ? end_line(writer) : status;
}

static enum status write_row(struct writer *writer, const struct answer_row *row) {
    struct buffer *out = sink_buffer(writer->sink);
    enum status status = row_json_append(out, writer->scratch, writer->context->columns, row);
    return status == STATUS_OK ? end_line(writer) : status;
}

/* The entries of the part that a table would hold, or of the list that it holds row by row. */
static bool is_lines(const struct writer *writer, const struct answer_part *part) {
    const struct answer_part *next = part + 1, *end = writer->context->plan.parts + writer->context->plan.count;
    return part->is_table ? part->name != NULL : next < end && next->is_table && !next->name;
}

static enum status write_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct json_text json = {sink_buffer(writer->sink), false};
    if (!is_lines(writer, part))
        return STATUS_OK;
    json_open(&json, NULL, '{');
    enum status status = shape_json_put(&json, writer->scratch, part->shape, entry);
    json_close(&json, '}');
    return status == STATUS_OK ? end_line(writer) : status;
}

static enum status begin_or_end(struct writer *writer) {
    return sink_relieve(writer->sink);
}

const struct writer_class jsonl_writer = {
    .name = "jsonl",
    .media_type = "application/jsonl",
    .summary = "one JSON object per line and event",
    .extension = "jsonl",
    .takes_events = true,
    .takes_rows = true,
    .takes_one_part = true,
    .state_size = 0,
    .begin = begin_or_end,
    .event = write_event,
    .row = write_row,
    .entry = write_entry,
    .end = begin_or_end,
};
