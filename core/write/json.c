/* json: an answer as one object laid out for people, or a whole record as one document.
 *
 * Answer:    {"query":{…},"events":[…]}, or the rows under their own name.
 * Document:  {"detente":1,"dossier":{…},"countries":[],…,"notes":[]}, all members always and in
 *            this order, each record on a line of its own, so that exports can be compared by line.
 * A desk's answer: {"query":{…}, the fields of its single parts, "measures":[…], "totals":[…]}, all parts
 * always and in the order of the plan. The same parts can stand behind the events of an answer, or behind a
 * document: the history of what is shown.
 * Which of these it is, the first entry says; without any, the command. */
#include "record_json.h"
#include "query_json.h"
#include "row_json.h"
#include "shape_json.h"
#include "writers.h"

enum json_form { FORM_NONE, FORM_EVENTS, FORM_ROWS, FORM_DOCUMENT, FORM_PARTS };
enum { DOCUMENT_TYPES = RECORD_NOTE + 1 };

struct json_state {
    struct buffer compact; /* the entry before it is laid out */
    enum json_form form;
    bool some; /* an entry stands in the open array */
    int type;  /* of the document: the member that is open */
    size_t part; /* of a desk's answer: parts begun so far */
    bool open;   /* the last of them is a list that goes on */
    bool behind; /* the parts come behind events or a document, which have ended */
};

/* Column names may be any text in an answer to `sql`; the same text as JSON. */
static void append_key(struct buffer *out, const char *key) {
    buffer_append_json(out, slice_from(key));
    buffer_append_byte(out, ':');
}

/* ---- answers -------------------------------------------------------------------------------- */

static const char *find_rows_name(const struct writer *writer) {
    return writer->context->rows_name ? writer->context->rows_name : "rows";
}

static void open_answer(struct writer *writer, enum json_form form) {
    struct json_state *state = writer->state;
    struct buffer *out = sink_buffer(writer->sink);
    state->form = form;
    if (writer->context->bare) {
        buffer_append_byte(out, '[');
        return;
    }
    buffer_append_text(out, "{\n  \"query\": ");
    query_json_append(&state->compact, writer->context);
    json_lay_out(out, buffer_slice(&state->compact), 1, false);
    buffer_append_text(out, ",\n  ");
    append_key(out, form == FORM_ROWS ? find_rows_name(writer) : "events");
    buffer_append_text(out, " [");
}

static enum status put_entry(struct writer *writer, bool open) {
    struct json_state *state = writer->state;
    struct buffer *out = sink_buffer(writer->sink);
    if (buffer_failed(&state->compact))
        return STATUS_NO_MEMORY;
    bool bare = writer->context->bare;
    buffer_append_text(out, state->some ? ",\n" : "\n");
    buffer_append_text(out, bare ? "  " : "    ");
    state->some = true;
    json_lay_out(out, buffer_slice(&state->compact), bare ? 1 : 2, open);
    return sink_relieve(writer->sink);
}

static enum status write_event(struct writer *writer, const struct answer_event *event) {
    struct json_state *state = writer->state;
    const struct event_json_options options = {.derived = true, .whole_sources = false};
    if (state->form == FORM_NONE)
        open_answer(writer, FORM_EVENTS);
    buffer_clear(&state->compact);
    enum status status = event_json_append(&state->compact, writer->scratch, event, &options);
    return status == STATUS_OK ? put_entry(writer, true) : status;
}

static enum status write_row(struct writer *writer, const struct answer_row *row) {
    struct json_state *state = writer->state;
    if (state->form == FORM_NONE)
        open_answer(writer, FORM_ROWS);
    buffer_clear(&state->compact);
    enum status status =
        row_json_append(&state->compact, writer->scratch, writer->context->columns, row);
    return status == STATUS_OK ? put_entry(writer, false) : status;
}

/* ---- documents ------------------------------------------------------------------------------ */

static void open_document(struct writer *writer) {
    struct json_state *state = writer->state;
    struct buffer *out = sink_buffer(writer->sink);
    struct slice dossier = writer->context->dossier;
    state->form = FORM_DOCUMENT;
    state->type = -1;
    buffer_append_text(out, "{\"detente\":1,\n\"dossier\":");
    buffer_append_slice(out, slice_is_empty(dossier) ? SLICE_OF("{}") : dossier);
}

static void close_member(struct writer *writer) {
    struct json_state *state = writer->state;
    if (state->type >= 0)
        buffer_append_text(sink_buffer(writer->sink), state->some ? "\n]" : "]");
}

/* Opens the members up to that of `type`. */
static void open_members(struct writer *writer, int type) {
    struct json_state *state = writer->state;
    struct buffer *out = sink_buffer(writer->sink);
    while (state->type < type) {
        close_member(writer);
        state->type++;
        state->some = false;
        buffer_append_text(out, ",\n");
        append_key(out, record_info((enum record_type)state->type)->plural);
        buffer_append_byte(out, '[');
    }
}

static void close_members(struct writer *writer) {
    open_members(writer, DOCUMENT_TYPES - 1);
    close_member(writer);
}

/* Parties stand in their events; their own records have no place here. */
static enum status write_record(struct writer *writer, const struct record *record) {
    struct json_state *state = writer->state;
    struct buffer *out = sink_buffer(writer->sink);
    if (state->form == FORM_NONE)
        open_document(writer);
    if (record->type == RECORD_PARTY)
        return STATUS_OK;
    if ((int)record->type < state->type)
        return STATUS_USAGE;
    open_members(writer, (int)record->type);
    buffer_append_text(out, state->some ? ",\n" : "\n");
    state->some = true;
    enum status status = record_json_append(out, writer->scratch, record);
    return status == STATUS_OK ? sink_relieve(writer->sink) : status;
}

/* ---- a desk's answer ------------------------------------------------------------------------ */

static void close_list(struct writer *writer) {
    struct json_state *state = writer->state;
    if (state->open)
        buffer_append_text(sink_buffer(writer->sink), state->some ? "\n  ]" : "]");
    state->open = false;
}

/* Of an answer that goes on with parts: ends the events or the members of the document that came first. */
static void end_before_parts(struct writer *writer) {
    struct json_state *state = writer->state;
    if (state->behind || state->form == FORM_NONE || state->form == FORM_PARTS)
        return;
    state->behind = true;
    if (state->form == FORM_DOCUMENT)
        close_members(writer);
    else
        buffer_append_text(sink_buffer(writer->sink), state->some ? "\n  ]" : "]");
    state->some = false;
}

/* Begins the answer and its parts up to and with `upto` (a count). */
static void open_parts(struct writer *writer, size_t upto) {
    struct json_state *state = writer->state;
    const struct answer_plan *plan = &writer->context->plan;
    struct buffer *out = sink_buffer(writer->sink);
    if (state->form == FORM_NONE) {
        state->form = FORM_PARTS;
        buffer_append_text(out, "{\n  \"query\": ");
        query_json_append(&state->compact, writer->context);
        json_lay_out(out, buffer_slice(&state->compact), 1, false);
    }
    while (state->part < upto) {
        const struct answer_part *part = &plan->parts[state->part++];
        if (!part->name)
            continue;
        close_list(writer);
        state->some = false;
        if (part->single)
            continue;
        buffer_append_text(out, ",\n  ");
        append_key(out, part->name);
        buffer_append_text(out, " [");
        state->open = true;
    }
}

/* The members of a single part, laid out as an object and stripped of its brackets. */
static enum status put_single(struct writer *writer) {
    struct json_state *state = writer->state;
    struct buffer laid, *out = sink_buffer(writer->sink);
    buffer_init(&laid);
    json_lay_out(&laid, buffer_slice(&state->compact), 0, true);
    struct slice text = buffer_slice(&laid);
    if (text.size > 4) {
        buffer_append_text(out, ",\n");
        buffer_append_slice(out, slice_part(text, 2, text.size - 2));
    }
    bool failed = buffer_failed(&laid);
    buffer_free(&laid);
    return failed ? STATUS_NO_MEMORY : sink_relieve(writer->sink);
}

static enum status write_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct json_state *state = writer->state;
    struct json_text json = {&state->compact, false};
    size_t number = (size_t)(part - writer->context->plan.parts) + 1;
    if (!part->name)
        return STATUS_OK;
    if (number < state->part)
        return STATUS_USAGE;
    end_before_parts(writer);
    open_parts(writer, number);
    buffer_clear(&state->compact);
    json_open(&json, NULL, '{');
    enum status status = shape_json_put(&json, writer->scratch, part->shape, entry);
    json_close(&json, '}');
    if (status != STATUS_OK)
        return status;
    return part->single ? put_single(writer) : put_entry(writer, false);
}

/* What an empty answer says of coverage, for programs. */
static void put_covered(struct writer *writer) {
    if (writer->context->covered == COVER_NOT_TOLD || writer->context->bare)
        return;
    buffer_append_text(sink_buffer(writer->sink), ",\n  \"covered\": ");
    buffer_append_text(sink_buffer(writer->sink), writer->context->covered == COVER_YES ? "true" : "false");
}

static void close_parts(struct writer *writer) {
    const struct answer_plan *plan = &writer->context->plan;
    struct buffer *out = sink_buffer(writer->sink);
    open_parts(writer, plan->count);
    close_list(writer);
    put_covered(writer);
    buffer_append_text(out, "\n}\n");
}

/* ---- begin and end -------------------------------------------------------------------------- */

static enum status begin_json(struct writer *writer) {
    struct json_state *state = writer->state;
    buffer_init(&state->compact);
    return STATUS_OK;
}

static void open_empty(struct writer *writer) {
    if (writer_is_export(writer))
        open_document(writer);
    else if (writer->context->plan.count)
        open_parts(writer, writer->context->plan.count);
    else
        open_answer(writer, writer->context->columns ? FORM_ROWS : FORM_EVENTS);
}

static enum status end_json(struct writer *writer) {
    struct json_state *state = writer->state;
    struct buffer *out = sink_buffer(writer->sink);
    if (state->form == FORM_NONE)
        open_empty(writer);
    if (writer->context->plan.count) {
        end_before_parts(writer);
        close_parts(writer);
    } else if (state->form == FORM_DOCUMENT) {
        close_members(writer);
        buffer_append_text(out, "\n}\n");
    } else if (writer->context->bare) {
        buffer_append_text(out, state->some ? "\n]\n" : "]\n");
    } else {
        buffer_append_text(out, state->some ? "\n  ]" : "]");
        put_covered(writer);
        buffer_append_text(out, "\n}\n");
    }
    buffer_free(&state->compact);
    return sink_relieve(writer->sink);
}

const struct writer_class json_writer = {
    .name = "json",
    .media_type = "application/json",
    .summary = "one object: the question and its answer, or the whole record",
    .extension = "json",
    .takes_events = true,
    .takes_rows = true,
    .exports_document = true,
    .state_size = sizeof(struct json_state),
    .begin = begin_json,
    .event = write_event,
    .row = write_row,
    .entry = write_entry,
    .record = write_record,
    .end = end_json,
};
