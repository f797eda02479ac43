/* text: for people. A title and a rule, the years as headings, dates in a column of their own, what
 * belongs to an event beside its date, sources as numbered notes at the end.
 *
 * Streams but for the notes: the sources met so far are kept until the end, which prints them. Rows
 * of tables are kept altogether. An answer without entries prints nothing. `end` must be called
 * also after a failure, since it gives the memory back. */
#include "text_page.h"
#include "text_report.h"

#include "../ask/statement.h"
#include "../ask/title.h"
#include "../base/utf8.h"
#include "shape_cells.h"
#include "text_date.h"

enum {
    DATE_WIDTH = 14, /* "– 24 Sep 2021" and "14–17 Sep 2005" fit */
    DATE_LINES = 2,  /* a longer date stands above its event */
    GUTTER = 2,
    WIDTH_USUAL = 80,
    WIDTH_READABLE = 100, /* beyond it lines of prose tire the eye */
    WIDTH_SMALLEST = 20,
    WIDTH_COLUMNS = 48 /* below it the date stands above the text */
};

/* ---- lines ---------------------------------------------------------------------------------- */

void text_print_lines(struct writer *writer, const struct text_lines *lines, size_t left) {
    struct buffer *out = sink_buffer(writer->sink);
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->items[i];
        if (line->width) {
            text_print_blanks(out, left + line->indent);
            text_print_line(out, line, writer->style->color);
        }
        buffer_append_byte(out, '\n');
    }
}

void text_print_rule(struct writer *writer, size_t width) {
    struct buffer *out = sink_buffer(writer->sink);
    if (writer->style->color)
        buffer_append_text(out, "\x1b[2m");
    for (size_t i = 0; i < width; i++)
        buffer_append_text(out, "\xE2\x94\x80");
    buffer_append_text(out, writer->style->color ? "\x1b[0m\n" : "\n");
}

/* Wraps the page's run to its width and prints it. */
static enum status print_run(struct writer *writer, size_t hang) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    bool done = !buffer_failed(&page->run)
                && text_wrap(writer->scratch, buffer_slice(&page->run), page->width, hang, &lines);
    buffer_clear(&page->run);
    if (done)
        text_print_lines(writer, &lines, 0);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

enum status text_print_heading(struct writer *writer, enum text_tone tone, const char *words) {
    struct text_page *page = writer->state;
    text_put_tone(&page->run, tone);
    text_put_words(&page->run, words);
    return print_run(writer, 0);
}

static void print_blank_line(struct writer *writer) {
    buffer_append_byte(sink_buffer(writer->sink), '\n');
}

/* ---- the head of the page ------------------------------------------------------------------- */

/* "Dec 2018", "from 1 Dec 2018", "until 31 Dec 2018". */
static void put_range(struct buffer *words, const struct query *query) {
    if (query && query->has_range)
        text_date_append_range(words, query->from, query->to, TEXT_NO_BREAK_SPACE);
}

void text_put_to_the_right(struct text_page *page, struct slice words) {
    struct buffer *run = &page->run;
    size_t left = text_run_width(buffer_slice(run)), right = utf8_text_width(words);
    if (left + right + GUTTER > page->width) {
        text_put_words(run, ", ");
    } else {
        for (size_t i = left + right; i < page->width; i++)
            text_put_words(run, TEXT_GAP);
    }
    text_put_tone(run, TONE_DIM);
    text_put(run, words);
}

static enum status print_title(struct writer *writer) {
    struct text_page *page = writer->state;
    struct slice title = writer->context->title;
    struct buffer range;
    buffer_init(&range);
    put_range(&range, writer->context->query);
    if (slice_is_empty(title) && range.size)
        text_put_toned(&page->run, TONE_BOLD, buffer_slice(&range));
    else if (!slice_is_empty(title))
        text_put_toned(&page->run, TONE_BOLD, title);
    if (!slice_is_empty(title) && range.size)
        text_put_to_the_right(page, buffer_slice(&range));
    bool failed = buffer_failed(&range), empty = page->run.size == 0;
    buffer_free(&range);
    if (failed)
        return STATUS_NO_MEMORY;
    if (empty)
        return STATUS_OK;
    enum status status = print_run(writer, 0);
    text_print_rule(writer, page->width);
    return status;
}

enum status text_begin_page(struct writer *writer) {
    struct text_page *page = writer->state;
    if (page->begun)
        return STATUS_OK;
    enum status status = print_title(writer);
    page->begun = sink_buffer(writer->sink)->size > 0 || writer->sink->written > 0;
    return status;
}

/* ---- headings ------------------------------------------------------------------------------- */

enum status text_print_year(struct writer *writer, int64_t start) {
    struct text_page *page = writer->state;
    struct calendar_day day = calendar_from_number(start == DAY_MIN ? 0 : start);
    int64_t year = start == DAY_MIN ? INT64_MIN : day.year;
    if (page->has_year && page->year == year)
        return STATUS_OK;
    page->has_year = true;
    page->is_dense = false;
    page->year = year;
    if (page->begun)
        print_blank_line(writer);
    page->begun = true;
    text_put_tone(&page->run, TONE_BOLD);
    if (start == DAY_MIN)
        text_put_words(&page->run, "Beginning not known");
    else
        buffer_append_integer(&page->run, day.year > 0 ? day.year : 1 - day.year);
    if (start != DAY_MIN && day.year <= 0)
        text_put_words(&page->run, TEXT_GAP "BC");
    return print_run(writer, 0);
}

static bool is_between(const struct writer *writer) {
    return writer->context->command && strcmp(writer->context->command, "between") == 0;
}

/* Does a heading say already what is only possible? */
static bool parts_possible(const struct writer *writer) {
    const char *command = writer->context->command;
    return is_between(writer) || (command && (strcmp(command, "last") == 0 || strcmp(command, "next") == 0));
}

/* In `between` what is certain comes first; a heading parts it from what may have happened. */
static enum status print_possible(struct writer *writer, const struct answer_event *event) {
    struct text_page *page = writer->state;
    if (!is_between(writer) || page->possible_told || event->match != MATCH_POSSIBLE)
        return STATUS_OK;
    if (page->begun)
        print_blank_line(writer);
    page->begun = page->possible_told = true;
    page->is_dense = false;
    page->has_year = false;
    text_put_toned(&page->run, TONE_DOUBT, SLICE_OF("Possible"));
    text_put_tone(&page->run, TONE_DIM);
    text_put_words(&page->run, " \xE2\x80\x93 as far as their dates tell");
    return print_run(writer, 0);
}

/* ---- an event ------------------------------------------------------------------------------- */

static bool id_fits(struct slice id) {
    return utf8_text_width(id) <= DATE_WIDTH;
}

bool text_dates_fit(const struct text_lines *dates, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (dates->items[i].width > DATE_WIDTH + 1)
            return false;
    return count <= DATE_LINES;
}

/* *fits: the date stands in the column. */
static bool add_dates(struct text_block *block, bool beside, bool *fits) {
    struct text_page *page = text_page_of(block);
    struct slice id = record_get(&block->event->event, EVENT_ID);
    text_put_when(block, beside);
    if (!text_end_paragraph(block, 0))
        return false;
    *fits = text_dates_fit(block->lines, block->lines->count);
    if (beside && !slice_is_empty(id) && id_fits(id)) {
        text_put_toned(&page->run, TONE_DIM, id);
        return text_end_paragraph(block, 0);
    }
    return true;
}

static bool add_derived_end(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    if (slice_is_empty(block->event->derived_end))
        return true;
    text_put_tone(run, TONE_DIM);
    text_put_words(run, "ended by ");
    text_put(run, block->event->derived_end);
    return text_end_paragraph(block, 2);
}

/* How it is coded, and an id that the column of dates does not hold. */
static bool add_last_line(struct text_block *block, bool beside) {
    struct slice id = record_get(&block->event->event, EVENT_ID);
    return text_add_coding(block, beside && id_fits(id) ? SLICE_NONE : id);
}

/* Of a statement two of its quotes, unless the sources differ on them: then all stand as disputed values. */
static bool add_quotes(struct text_block *block) {
    bool left_out = !statement_is(&block->event->event) || text_quotes_are_disputed(block->event);
    return left_out || text_add_quotes(block, 2);
}

bool text_add_body(struct text_block *block) {
    return text_add_title(block, !parts_possible(block->writer)) && text_add_tariff(block)
           && (text_parties_are_told(block) || text_add_parties(block)) && add_quotes(block)
           && add_derived_end(block) && text_add_disputes(block) && text_add_corrections(block);
}

/* One line of the two columns, the date set to the right; a '?' hangs into the gutter. */
static void print_beside(struct writer *writer, const struct text_line *date,
                         const struct text_line *body) {
    struct buffer *out = sink_buffer(writer->sink);
    size_t column = 0;
    if (date && date->width) {
        bool hangs = date->text.data[date->text.size - 1] == '?';
        size_t width = date->width - hangs;
        size_t lead = width < DATE_WIDTH ? DATE_WIDTH - width : 0;
        text_print_blanks(out, lead);
        text_print_line(out, date, writer->style->color);
        column = lead + date->width;
    }
    if (body && body->width) {
        size_t start = DATE_WIDTH + GUTTER + body->indent;
        text_print_blanks(out, start > column ? start - column : 1);
        text_print_line(out, body, writer->style->color);
    }
    buffer_append_byte(out, '\n');
}

static void print_columns(struct writer *writer, const struct text_lines *dates,
                          const struct text_lines *body) {
    size_t count = dates->count > body->count ? dates->count : body->count;
    for (size_t i = 0; i < count; i++)
        print_beside(writer, i < dates->count ? &dates->items[i] : NULL,
                     i < body->count ? &body->items[i] : NULL);
}

static bool set_dates(struct writer *writer, const struct answer_event *event,
                      struct text_lines *dates, bool *beside) {
    const struct text_page *page = writer->state;
    struct text_block block = {writer, event, dates, DATE_WIDTH};
    bool fits = false;
    *beside = page->width >= WIDTH_COLUMNS;
    if (*beside && !add_dates(&block, true, &fits))
        return false;
    if (*beside && fits)
        return true;
    *beside = false;
    *dates = (struct text_lines){NULL, 0, 0};
    block.width = page->width;
    return add_dates(&block, false, &fits);
}

enum status text_print_dated(struct writer *writer, const struct answer_event *event,
                             bool (*add)(struct text_block *block)) {
    struct text_page *page = writer->state;
    struct text_lines dates = {NULL, 0, 0}, body = {NULL, 0, 0};
    bool beside;
    if (!set_dates(writer, event, &dates, &beside))
        return STATUS_NO_MEMORY;
    size_t left = beside ? DATE_WIDTH + GUTTER : GUTTER;
    struct text_block block = {writer, event, &body, page->width - left};
    if (!add(&block) || !add_last_line(&block, beside) || page->notes.failed)
        return STATUS_NO_MEMORY;
    bool dense = title_is_made(&event->event);
    if (page->begun && !(page->is_dense && dense))
        print_blank_line(writer);
    page->begun = true;
    page->is_dense = dense;
    if (beside) {
        print_columns(writer, &dates, &body);
    } else {
        text_print_lines(writer, &dates, 0);
        text_print_lines(writer, &body, left);
    }
    return STATUS_OK;
}

static enum status write_event(struct writer *writer, const struct answer_event *event) {
    struct text_page *page = writer->state;
    enum status status;
    if (writer->context->single) {
        status = text_show_event(writer, event);
        page->begun = true;
        return status == STATUS_OK ? sink_relieve(writer->sink) : status;
    }
    status = text_begin_page(writer);
    if (status == STATUS_OK)
        status = print_possible(writer, event);
    if (status == STATUS_OK)
        status = text_print_year(writer, event->times.start_min);
    if (status == STATUS_OK)
        status = text_print_dated(writer, event, text_add_body);
    return status == STATUS_OK ? sink_relieve(writer->sink) : status;
}

/* ---- sources, rows -------------------------------------------------------------------------- */

static enum status print_sources(struct writer *writer) {
    struct text_page *page = writer->state;
    if (page->notes.count == 0)
        return STATUS_OK;
    print_blank_line(writer);
    enum status status = text_print_heading(writer, TONE_BOLD, "Sources");
    for (size_t number = 1; status == STATUS_OK && number <= page->notes.count; number++) {
        struct arena_mark mark = arena_mark(writer->scratch);
        struct text_lines lines = {NULL, 0, 0};
        if (!text_notes_list(&page->notes, writer->scratch, &page->run, number, page->width,
                             &lines))
            return STATUS_NO_MEMORY;
        text_print_lines(writer, &lines, 0);
        arena_rewind(writer->scratch, mark);
        status = sink_relieve(writer->sink);
    }
    buffer_clear(&page->run);
    return status;
}

static enum status write_row(struct writer *writer, const struct answer_row *row) {
    struct text_page *page = writer->state;
    bool done = true;
    if (page->rows.columns == 0)
        done = text_rows_begin(&page->rows, writer->context->columns, &page->run);
    if (done)
        done = text_rows_add(&page->rows, row, &page->run, writer->scratch);
    buffer_clear(&page->run);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

/* A desk's answer without a page of its own: the part that is a table, as one. */
static enum status write_part_row(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct text_page *page = writer->state;
    const struct shape *shape = part->shape;
    size_t count = shape_count_columns(shape);
    struct slice *cells = arena_alloc_array(writer->scratch, count + 1, sizeof *cells);
    bool *flags = arena_alloc_array(writer->scratch, 2 * count + 1, sizeof *flags);
    if (!cells || !flags || !shape_list_cells(shape, entry, writer->scratch, cells, flags, flags + count))
        return STATUS_NO_MEMORY;
    const char *const *columns = page->rows.columns ? NULL : shape_list_columns(shape, &page->notes.memory);
    bool done = page->rows.columns || (columns && text_rows_begin(&page->rows, columns, &page->run));
    struct answer_row row = {cells, flags, flags + count};
    done = done && text_rows_add(&page->rows, &row, &page->run, writer->scratch);
    buffer_clear(&page->run);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static enum status write_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    const struct text_report *report = text_report_find(writer->context);
    enum status status = STATUS_OK;
    if (report)
        status = report->entry(writer, part, entry);
    else if (part->is_table)
        status = write_part_row(writer, part, entry);
    return status == STATUS_OK ? sink_relieve(writer->sink) : status;
}

static enum status end_report(struct writer *writer) {
    const struct text_report *report =
        writer->context->plan.count ? text_report_find(writer->context) : NULL;
    return report && report->end && writer->sink->status == STATUS_OK ? report->end(writer) : STATUS_OK;
}

enum status text_print_rows(struct writer *writer) {
    struct text_page *page = writer->state;
    size_t width = writer->style->width > 0 ? (size_t)writer->style->width : WIDTH_USUAL;
    if (page->rows.columns == 0)
        return STATUS_OK;
    if (!text_rows_print(&page->rows, sink_buffer(writer->sink), width, writer->style->color))
        return STATUS_NO_MEMORY;
    text_rows_free(&page->rows);
    arena_init(&page->rows.memory);
    return sink_relieve(writer->sink);
}

/* ---- begin and end -------------------------------------------------------------------------- */

static enum status begin_text(struct writer *writer) {
    struct text_page *page = writer->state;
    buffer_init(&page->run);
    arena_init(&page->notes.memory);
    arena_init(&page->rows.memory);
    page->width = writer->style->width > 0 ? (size_t)writer->style->width : WIDTH_USUAL;
    if (page->width > WIDTH_READABLE)
        page->width = WIDTH_READABLE;
    if (page->width < WIDTH_SMALLEST)
        page->width = WIDTH_SMALLEST;
    return STATUS_OK;
}

static enum status end_text(struct writer *writer) {
    struct text_page *page = writer->state;
    enum status status = end_report(writer);
    if (status == STATUS_OK)
        status = print_sources(writer);
    if (status == STATUS_OK)
        status = text_print_rows(writer);
    text_notes_free(&page->notes);
    text_rows_free(&page->rows);
    buffer_free(&page->run);
    return status;
}

const struct writer_class text_writer = {
    .name = "text",
    .media_type = "text/plain; charset=utf-8",
    .summary = "for reading on a terminal, sources as numbered notes",
    .extension = "txt",
    .for_people = true,
    .takes_events = true,
    .takes_rows = true,
    .state_size = sizeof(struct text_page),
    .begin = begin_text,
    .event = write_event,
    .row = write_row,
    .entry = write_entry,
    .end = end_text,
};
