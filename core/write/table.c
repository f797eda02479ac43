/* Tables of events, rows and records.
 *
 * A row is first collected as cells, which borrow their text, and then written in one go. Events of
 * an answer carry all that is needed to import them by themselves: names of people, URLs of
 * sources, one source without a URL in the row. Records are written as they are kept.
 *
 * Invariant: every row has as many cells as the heading; an extra that the heading has not is an
 * error of the caller (STATUS_USAGE) and never dropped in silence. */
#include "table.h"

#include "../base/cell.h"
#include "../base/number.h"
#include "shape_cells.h"
#include "writers.h"

struct table_state {
    struct arena memory;             /* holds `cells` until the end */
    struct buffer joined;            /* a cell that is being put together */
    struct slice *cells;             /* of the row that is being made */
    size_t width, filled;            /* columns of the table, cells that the row has so far */
    const struct slice_list *extras; /* columns behind the fields; NULL when the table has none */
    enum record_type type;           /* of the records */
    bool of_records;
    char days[4][EDTF_DAY_SIZE];
};

/* Behind `source_url` of events: a source that has no URL. */
static const char *const row_source_columns[] = {"source_title", "source_publisher", "source_date"};
static const int row_source_fields[] = {SOURCE_TITLE, SOURCE_PUBLISHER, SOURCE_PUBLISHED};
/* Behind all fields: what is worked out. The readers pass over these names. */
static const char *const derived_columns[] = {"start_min", "start_max", "end_min", "end_max",
                                              "match"};
enum { ROW_SOURCE_COLUMNS = 3, DERIVED_COLUMNS = 5, DERIVED_DAYS = 4 };

/* ---- one row to bytes ----------------------------------------------------------------------- */

static char find_delimiter(const struct writer *writer) {
    return writer->class == &tsv_writer ? '\t' : ',';
}

static bool is_edge_space(char c) {
    return c == ' ' || c == '\t';
}

/* A blank at an edge is quoted too: many readers would trim it. */
static bool needs_quotes(struct slice cell, char delimiter) {
    if (cell.size == 0)
        return false;
    bool found = is_edge_space(cell.data[0]) || is_edge_space(cell.data[cell.size - 1]);
    for (size_t i = 0; i < cell.size; i++) {
        char c = cell.data[i];
        found |= c == delimiter || c == '"' || c == '\n' || c == '\r';
    }
    return found;
}

/* The signs = + - @ in full width begin a formula too. */
static bool begins_formula(struct slice cell) {
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                       "\xEF\xBC\xA0"};
    if (cell.size && cell.data[0] && strchr("=+-@\t\r\n", cell.data[0]))
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (slice_starts_with(cell, slice_from(wide[i])))
            return true;
    return false;
}

/* Would a spreadsheet run the cell? Numbers are what they are. */
static bool is_risky(struct slice cell) {
    double value;
    struct slice rest = cell;
    while (rest.size && rest.data[0] == ' ')
        rest = slice_part(rest, 1, rest.size);
    return begins_formula(rest) && !number_parse(cell, &value);
}

/* `out` has room for twice the size of the cell and three bytes. */
static char *write_cell(char *out, struct slice cell, char delimiter, bool guarded) {
    bool quoted = needs_quotes(cell, delimiter);
    if (quoted)
        *out++ = '"';
    if (guarded)
        *out++ = '\'';
    if (!quoted) {
        if (cell.size)
            memcpy(out, cell.data, cell.size);
        return out + cell.size;
    }
    for (size_t i = 0; i < cell.size; i++) {
        if (cell.data[i] == '"')
            *out++ = '"';
        *out++ = cell.data[i];
    }
    *out++ = '"';
    return out;
}

static size_t bound_row(const struct table_state *state) {
    size_t bound = 4;
    for (size_t i = 0; i < state->filled; i++)
        bound += 2 * state->cells[i].size + 4;
    return bound;
}

static char *write_cells(const struct writer *writer, char *out) {
    const struct table_state *state = writer->state;
    char delimiter = find_delimiter(writer);
    for (size_t i = 0; i < state->filled; i++) {
        struct slice cell = state->cells[i];
        if (i > 0)
            *out++ = delimiter;
        if (cell.size)
            out = write_cell(out, cell, delimiter, writer->style->safe_cells && is_risky(cell));
    }
    /* A line with nothing on it would be passed over by readers. */
    if (state->filled == 1 && state->cells[0].size == 0) {
        *out++ = '"';
        *out++ = '"';
    }
    return out;
}

static enum status put_row(struct writer *writer) {
    struct table_state *state = writer->state;
    struct buffer *buffer = sink_buffer(writer->sink);
    char *start = buffer_reserve(buffer, bound_row(state));
    if (!start)
        return STATUS_NO_MEMORY;
    char *out = write_cells(writer, start);
    if (writer->style->crlf)
        *out++ = '\r';
    *out++ = '\n';
    buffer->size += (size_t)(out - start);
    state->filled = 0;
    return sink_relieve(writer->sink);
}

/* ---- the heading ---------------------------------------------------------------------------- */

static void add_cell(struct table_state *state, struct slice cell) {
    state->cells[state->filled++] = cell;
}

static void add_text(struct table_state *state, const char *text) {
    add_cell(state, slice_from(text));
}

static enum status size_row(struct writer *writer, size_t width) {
    struct table_state *state = writer->state;
    state->cells = arena_alloc_array(&state->memory, width, sizeof *state->cells);
    state->width = state->cells ? width : 0;
    return state->cells ? STATUS_OK : STATUS_NO_MEMORY;
}

static bool has_header(const struct table_state *state) {
    return state->cells != NULL;
}

static void add_extra_names(struct table_state *state) {
    for (size_t i = 0; i < state->extras->count; i++)
        add_cell(state, state->extras->items[i]);
}

enum status table_write_header(struct writer *writer, enum record_type type) {
    struct table_state *state = writer->state;
    const struct record_info *info = record_info(type);
    if (has_header(state))
        return state->of_records && state->type == type ? STATUS_OK : STATUS_USAGE;
    state->of_records = true;
    state->type = type;
    state->extras = &writer->context->extras[type];
    if (size_row(writer, info->field_count + state->extras->count) != STATUS_OK)
        return STATUS_NO_MEMORY;
    for (size_t i = 0; i < info->field_count; i++)
        if (writer_shows_field(&info->fields[i]))
            add_text(state, info->fields[i].name);
    add_extra_names(state);
    return put_row(writer);
}

static bool tells_reports(const struct writer *writer) {
    return writer->context->query && writer->context->query->distinct;
}

static enum status write_event_header(struct writer *writer) {
    struct table_state *state = writer->state;
    const struct record_info *info = record_info(RECORD_EVENT);
    state->extras = &writer->context->extras[RECORD_EVENT];
    size_t added = ROW_SOURCE_COLUMNS + 1 + DERIVED_COLUMNS + state->extras->count;
    if (size_row(writer, info->field_count + added) != STATUS_OK)
        return STATUS_NO_MEMORY;
    for (size_t i = 0; i < info->field_count; i++) {
        if (writer_shows_field(&info->fields[i]))
            add_text(state, info->fields[i].name);
        for (size_t j = 0; i == EVENT_SOURCE_URL && j < ROW_SOURCE_COLUMNS; j++)
            add_text(state, row_source_columns[j]);
    }
    if (tells_reports(writer))
        add_text(state, "reports");
    for (size_t i = 0; !writer_is_export(writer) && i < DERIVED_COLUMNS; i++)
        add_text(state, derived_columns[i]);
    add_extra_names(state);
    return put_row(writer);
}

static enum status write_row_header(struct writer *writer) {
    size_t width = 0;
    while (writer->context->columns[width])
        width++;
    if (size_row(writer, width) != STATUS_OK)
        return STATUS_NO_MEMORY;
    for (size_t i = 0; i < width; i++)
        add_text(writer->state, writer->context->columns[i]);
    return put_row(writer);
}

/* ---- entries -------------------------------------------------------------------------------- */

/* Both lists are sorted, so one walk over the columns meets every extra. */
static enum status add_extras(struct table_state *state, const struct record *record) {
    size_t next = 0;
    for (size_t i = 0; i < state->extras->count; i++) {
        bool given = next < record->extra_count
                     && slice_equals(record->extras[next].name, state->extras->items[i]);
        add_cell(state, given ? record->extras[next++].value : SLICE_NONE);
    }
    return next == record->extra_count ? STATUS_OK : STATUS_USAGE;
}

static enum status write_record(struct writer *writer, const struct record *record) {
    struct table_state *state = writer->state;
    const struct record_info *info = record_info(record->type);
    enum status status = table_write_header(writer, record->type);
    if (status != STATUS_OK)
        return status;
    state->filled = 0;
    for (size_t i = 0; i < info->field_count; i++)
        if (writer_shows_field(&info->fields[i]))
            add_cell(state, record_get(record, (int)i));
    status = add_extras(state, record);
    return status == STATUS_OK ? put_row(writer) : status;
}

/* Takes what was joined as a cell that lives until the caller rewinds the scratch arena. */
static enum status add_joined(struct writer *writer) {
    struct table_state *state = writer->state;
    struct slice cell;
    bool done = !buffer_failed(&state->joined)
                && arena_copy(writer->scratch, buffer_slice(&state->joined), &cell);
    buffer_clear(&state->joined);
    if (done)
        add_cell(state, cell);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static void begin_item(struct buffer *joined) {
    if (joined->size)
        buffer_append_byte(joined, ';');
}

static const int party_fields[PARTY_TYPES] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_PEOPLE,
                                              EVENT_ACTORS};

static void append_party(struct buffer *joined, const struct answer_party *party) {
    bool named = party->party.type == PARTY_PERSON && !slice_is_empty(party->name);
    begin_item(joined);
    cell_append_part(joined, named ? party->name : party->party.id);
    if (slice_is(party->party.role, "participant"))
        return;
    buffer_append_byte(joined, ':');
    cell_append_part(joined, party->party.role);
}

/* The parties of one type; people by their names, since a table of events stands for itself. */
static enum status add_parties(struct writer *writer, const struct answer_event *event, int field) {
    struct table_state *state = writer->state;
    for (size_t i = 0; i < event->party_count; i++)
        if (party_fields[event->parties[i].party.type] == field)
            append_party(&state->joined, &event->parties[i]);
    return add_joined(writer);
}

/* Only people, and parties that no cell names, differ from the cell that is kept. */
static bool differs_from_cell(const struct answer_event *event, int field) {
    if (record_info(RECORD_EVENT)->fields[field].type != FIELD_PARTIES || event->party_count == 0)
        return false;
    return record_has(&event->event, EVENT_PARTY_DETAILS)
           || (field == EVENT_PEOPLE && record_has(&event->event, EVENT_PEOPLE));
}

/* The source that stands in the row itself: the first that has a title and no URL. A bare URL in
 * the row would be taken for its own, so then there is none. */
static const struct record *find_row_source(const struct answer_event *event) {
    if (record_has(&event->event, EVENT_SOURCE_URL))
        return NULL;
    for (size_t i = 0; i < event->source_count; i++) {
        const struct record *source = &event->sources[i].record;
        if (!record_has(source, SOURCE_URL) && record_has(source, SOURCE_TITLE))
            return source;
    }
    return NULL;
}

/* Sources by URL, those without one by id; a bare URL (it has no id) stands in its own column. */
static enum status add_sources(struct writer *writer, const struct answer_event *event) {
    struct table_state *state = writer->state;
    const struct record *in_row = find_row_source(event);
    for (size_t i = 0; i < event->source_count; i++) {
        const struct record *source = &event->sources[i].record;
        if (source == in_row || !record_has(source, SOURCE_ID))
            continue;
        begin_item(&state->joined);
        int field = record_has(source, SOURCE_URL) ? SOURCE_URL : SOURCE_ID;
        cell_append_item(&state->joined, record_get(source, field));
    }
    return add_joined(writer);
}

static enum status add_event_field(struct writer *writer, const struct answer_event *event,
                                   int field) {
    struct table_state *state = writer->state;
    if (differs_from_cell(event, field))
        return add_parties(writer, event, field);
    if (field == EVENT_SOURCES && event->source_count)
        return add_sources(writer, event);
    add_cell(state, record_get(&event->event, field));
    if (field != EVENT_SOURCE_URL)
        return STATUS_OK;
    const struct record *source = find_row_source(event);
    for (size_t i = 0; i < ROW_SOURCE_COLUMNS; i++)
        add_cell(state, source ? record_get(source, row_source_fields[i]) : SLICE_NONE);
    return STATUS_OK;
}

static void add_derived(struct writer *writer, const struct answer_event *event) {
    struct table_state *state = writer->state;
    const struct event_times *times = &event->times;
    const int64_t days[DERIVED_DAYS] = {times->start_min, times->start_max, times->end_min,
                                        times->end_max};
    for (size_t i = 0; i < DERIVED_DAYS; i++) {
        bool exists = days[i] != DAY_MIN && days[i] != DAY_MAX;
        size_t size = exists ? edtf_format_day(days[i], state->days[i]) : 0;
        add_cell(state, (struct slice){state->days[i], size});
    }
    add_text(state, writer_match_name(event->match));
}

static enum status add_reports(struct writer *writer, const struct answer_event *event) {
    struct table_state *state = writer->state;
    buffer_append_integer(&state->joined, event->reports);
    return add_joined(writer);
}

static enum status add_event(struct writer *writer, const struct answer_event *event) {
    const struct record_info *info = record_info(RECORD_EVENT);
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < info->field_count; i++)
        if (writer_shows_field(&info->fields[i]))
            status = add_event_field(writer, event, (int)i);
    if (status == STATUS_OK && tells_reports(writer))
        status = add_reports(writer, event);
    if (status != STATUS_OK)
        return status;
    if (!writer_is_export(writer))
        add_derived(writer, event);
    return add_extras(writer->state, &event->event);
}

static enum status write_event(struct writer *writer, const struct answer_event *event) {
    struct table_state *state = writer->state;
    enum status status = has_header(state) ? STATUS_OK : write_event_header(writer);
    state->filled = 0;
    if (status == STATUS_OK)
        status = add_event(writer, event);
    return status == STATUS_OK ? put_row(writer) : status;
}

static enum status write_row(struct writer *writer, const struct answer_row *row) {
    struct table_state *state = writer->state;
    enum status status = has_header(state) ? STATUS_OK : write_row_header(writer);
    if (status != STATUS_OK)
        return status;
    state->filled = 0;
    for (size_t i = 0; i < state->width; i++)
        add_cell(state, row->values[i]);
    return put_row(writer);
}

/* Of a desk's answer the one part that is a table. */
static enum status write_shape_header(struct writer *writer) {
    struct table_state *state = writer->state;
    const struct answer_part *part = shape_table_part(&writer->context->plan);
    const char *const *columns = part ? shape_list_columns(part->shape, &state->memory) : NULL;
    if (!columns)
        return part ? STATUS_NO_MEMORY : STATUS_USAGE;
    if (size_row(writer, shape_count_columns(part->shape)) != STATUS_OK)
        return STATUS_NO_MEMORY;
    for (size_t i = 0; columns[i]; i++)
        add_text(state, columns[i]);
    return put_row(writer);
}

static enum status write_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct table_state *state = writer->state;
    if (!part->is_table)
        return STATUS_OK;
    enum status status = has_header(state) ? STATUS_OK : write_shape_header(writer);
    if (status != STATUS_OK)
        return status;
    bool *numbers = arena_alloc_array(writer->scratch, 2 * state->width + 1, sizeof *numbers);
    if (!numbers || !shape_list_cells(part->shape, entry, writer->scratch, state->cells, numbers,
                                      numbers + state->width))
        return STATUS_NO_MEMORY;
    state->filled = state->width;
    return put_row(writer);
}

/* ---- begin and end -------------------------------------------------------------------------- */

static enum status begin_table(struct writer *writer) {
    struct table_state *state = writer->state;
    arena_init(&state->memory);
    buffer_init(&state->joined);
    if (writer->style->bom)
        buffer_append_text(sink_buffer(writer->sink), "\xEF\xBB\xBF");
    return STATUS_OK;
}

/* An answer with no entries still says what its columns are. */
static enum status end_table(struct writer *writer) {
    struct table_state *state = writer->state;
    enum status status = STATUS_OK;
    if (!has_header(state) && writer->context->plan.count)
        status = write_shape_header(writer);
    else if (!has_header(state))
        status = writer->context->columns ? write_row_header(writer) : write_event_header(writer);
    buffer_free(&state->joined);
    arena_free(&state->memory);
    state->cells = NULL;
    return status;
}

const struct writer_class csv_writer = {
    .name = "csv",
    .media_type = "text/csv; charset=utf-8",
    .summary = "a table with commas, one row per event",
    .extension = "csv",
    .takes_events = true,
    .takes_rows = true,
    .takes_one_part = true,
    .wants_names_only = true,
    .state_size = sizeof(struct table_state),
    .begin = begin_table,
    .event = write_event,
    .row = write_row,
    .entry = write_entry,
    .record = write_record,
    .end = end_table,
};

const struct writer_class tsv_writer = {
    .name = "tsv",
    .media_type = "text/tab-separated-values; charset=utf-8",
    .summary = "a table with tabs, one row per event",
    .extension = "tsv",
    .takes_events = true,
    .takes_rows = true,
    .takes_one_part = true,
    .wants_names_only = true,
    .state_size = sizeof(struct table_state),
    .begin = begin_table,
    .event = write_event,
    .row = write_row,
    .entry = write_entry,
    .record = write_record,
    .end = end_table,
};

const struct writer_class dyad_year_writer = {
    .name = "dyad-year",
    .media_type = "text/csv; charset=utf-8",
    .summary = "a table with a row per pair of states and year, for R and Stata; with -o its codebook and manifest beside it",
    .extension = "csv",
    .takes_one_part = true,
    .only_command = "export",
    .exports_dyads = true,
    .state_size = sizeof(struct table_state),
    .begin = begin_table,
    .entry = write_entry,
    .end = end_table,
};

const struct writer_class dyad_month_writer = {
    .name = "dyad-month",
    .media_type = "text/csv; charset=utf-8",
    .summary = "a table with a row per pair of states and month, for R and Stata; with -o its codebook and manifest beside it",
    .extension = "csv",
    .takes_one_part = true,
    .only_command = "export",
    .exports_dyads = true,
    .state_size = sizeof(struct table_state),
    .begin = begin_table,
    .entry = write_entry,
    .end = end_table,
};
