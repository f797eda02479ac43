/* The page of `tariffs` on a day: the duties as a table, one imposer on one target after the other, then what they come
 * to where that says more.
 *
 * The table is kept until the end, since widths follow from all of its rows. */
#include "text_measures.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "text_date.h"

enum { COLUMNS = 5, LEFT = 2, GUTTER = 2, PRODUCT_LEAST = 18, DETAIL_LEFT = 4 };
enum column { COLUMN_PRODUCT, COLUMN_RATE, COLUMN_SINCE, COLUMN_STATE, COLUMN_ID };
static const char *const captions[COLUMNS] = {"", "Rate", "Since", "State", "Id"};
/* The widest that a column gets; the product has what is left. An id is never broken: one that leaves the product too
 * little stands below it. */
static const size_t widest[COLUMNS] = {0, 14, 14, 14, 30};

/* A source as far as a note tells it. */
struct kept_source {
    struct slice values[SOURCE_LANGUAGE + 1];
};

struct tariff_row {
    size_t number;              /* in the order of the answer */
    struct slice sides;         /* "China on Canada" */
    bool has_end;               /* its days have a second date */
    struct slice cells[COLUMNS];/* runs */
    struct slice details;       /* a run: what is excepted, the quota, the base duty */
    struct kept_source *sources;
    size_t source_count;
};
struct tariffs_page {
    struct slice on;
    struct tariff_row *rows;
    size_t row_count, row_capacity;
    struct slice_list totals; /* runs */
    bool with_base, some_without; /* some total has no base duty that is known */
    bool has_end;                 /* some row has a second date */
    struct steps_page *steps;     /* of an answer over a time */
};

static struct text_page *page_of(struct writer *writer) {
    return writer->state;
}

static struct tariffs_page *tariffs_of(struct writer *writer) {
    struct text_page *page = page_of(writer);
    struct tariffs_page *tariffs = page->report;
    if (tariffs)
        return tariffs;
    tariffs = page->report = arena_alloc(&page->notes.memory, sizeof *tariffs);
    if (tariffs)
        tariffs->with_base = text_is_base_asked(writer->context);
    return tariffs;
}

/* Keeps what is in the page's run, and makes it empty. */
static bool keep_run(struct writer *writer, struct slice *kept) {
    struct text_page *page = page_of(writer);
    bool done = !buffer_failed(&page->run) && arena_copy(&page->notes.memory, buffer_slice(&page->run), kept);
    buffer_clear(&page->run);
    return done;
}

/* ---- a row ------------------------------------------------------------------------------------------------------- */

static bool put_names(struct writer *writer, const struct answer_event *event, struct slice cell) {
    struct buffer *run = &page_of(writer)->run;
    struct slice_list ids;
    if (!cell_parse_list(writer->scratch, cell, &ids))
        return false;
    for (size_t i = 0; i < ids.count; i++) {
        text_put_words(run, i ? ", " : "");
        text_put(run, text_find_name(event, ids.items[i]));
    }
    return true;
}

/* "China on Canada" */
static bool keep_sides(struct writer *writer, const struct answer_measure *measure, struct slice *kept) {
    struct buffer *run = &page_of(writer)->run;
    if (!put_names(writer, measure->event, measure->imposer))
        return false;
    if (slice_is_empty(measure->imposer))
        text_put_words(run, "Imposer not given");
    if (!slice_is_empty(measure->target))
        text_put_words(run, " on ");
    return put_names(writer, measure->event, measure->target) && keep_run(writer, kept);
}

static bool keep_product(struct writer *writer, const struct answer_measure *measure, struct slice *kept) {
    struct buffer *run = &page_of(writer)->run;
    if (!slice_is_empty(measure->product)) {
        if (!text_put_items(writer, measure->product, " and "))
            return false;
    } else if (!slice_is_empty(measure->hs)) {
        text_put_words(run, "HS ");
        if (!text_put_items(writer, measure->hs, " and "))
            return false;
    } else {
        text_put(run, measure->title);
    }
    if (!slice_is_empty(measure->release) && !slice_is(measure->release, "public"))
        text_put_words(run, " (not public)");
    return keep_run(writer, kept);
}

static void put_start(struct buffer *run, const struct answer_measure *measure) {
    text_put_date(run, measure->start);
    if (!text_has_end(measure))
        return;
    text_put_words(run, " \xE2\x80\x93 ");
    text_put_date(run, measure->end);
}

static void put_state(struct buffer *run, const struct answer_measure *measure) {
    if (measure->how != MEASURE_IN_FORCE)
        text_put_tone(run, TONE_DOUBT);
    text_put_words(run, measure->how == MEASURE_IN_FORCE            ? "in force"
                        : measure->how == MEASURE_AS_LAST_CONFIRMED ? "last confirmed "
                                                                    : "possibly");
    if (measure->how == MEASURE_AS_LAST_CONFIRMED)
        text_put_day(run, measure->last_confirmed);
    struct slice status = measure->status;
    text_put_tone(run, TONE_DOUBT);
    if (slice_is(status, "planned") || slice_is(status, "denied") || slice_is(status, "cancelled")) {
        text_put_words(run, ", ");
        text_put(run, status);
    } else if (measure->disputed) {
        text_put_words(run, ", disputed");
    }
}

static bool keep_cells(struct writer *writer, const struct answer_measure *measure, struct tariff_row *row) {
    struct buffer *run = &page_of(writer)->run;
    if (!keep_sides(writer, measure, &row->sides) || !keep_product(writer, measure, &row->cells[COLUMN_PRODUCT]))
        return false;
    if (slice_is_empty(measure->rate_min))
        text_put_words(run, "not given");
    else
        text_put_rates(run, measure->rate_min, measure->rate_max, measure->rate_unit);
    if (!keep_run(writer, &row->cells[COLUMN_RATE]))
        return false;
    put_start(run, measure);
    if (!keep_run(writer, &row->cells[COLUMN_SINCE]))
        return false;
    put_state(run, measure);
    if (!keep_run(writer, &row->cells[COLUMN_STATE]))
        return false;
    text_put_toned(run, TONE_DIM, measure->id);
    return keep_run(writer, &row->cells[COLUMN_ID]);
}

/* ---- its details -------------------------------------------------------------------------------------------------- */

static void begin_detail(struct buffer *run, const char *words) {
    text_put_words(run, run->size ? "; " : "");
    text_put_words(run, words);
}

static bool put_scope(struct writer *writer, const struct answer_measure *measure) {
    struct buffer *run = &page_of(writer)->run;
    if (!slice_is_empty(measure->excludes)) {
        begin_detail(run, "except ");
        if (!text_put_items(writer, measure->excludes, " and "))
            return false;
    }
    if (!slice_is_empty(measure->quota)) {
        begin_detail(run, "quota ");
        text_put(run, measure->quota);
    }
    if (slice_starts_with(measure->basis, SLICE_OF("ordinary"))) {
        begin_detail(run, "");
        text_put(run, measure->basis);
    }
    if (!slice_is_empty(measure->base_rate_min)) {
        begin_detail(run, "base duty ");
        text_put_rates(run, measure->base_rate_min, measure->base_rate_max, measure->rate_unit);
    }
    return true;
}

static void put_seams(struct buffer *run, const struct shape_entries *seams, bool replaces) {
    const struct measure_seam *items = seams->items;
    for (size_t i = 0; i < seams->count; i++) {
        if (slice_is_empty(items[i].fault))
            continue;
        begin_detail(run, "");
        text_put_seam(run, &items[i], replaces);
    }
}

static bool keep_details(struct writer *writer, const struct answer_measure *measure, struct tariff_row *row) {
    struct buffer *run = &page_of(writer)->run;
    if (!put_scope(writer, measure))
        return false;
    put_seams(run, &measure->replaces, true);
    put_seams(run, &measure->replaced_by, false);
    if (!slice_is_empty(measure->ended_by)) {
        begin_detail(run, "ended by ");
        text_put(run, measure->ended_by);
    }
    return keep_run(writer, &row->details);
}

static bool keep_sources(struct writer *writer, const struct shape_sources *sources, struct tariff_row *row) {
    struct arena *memory = &page_of(writer)->notes.memory;
    row->sources = arena_alloc_array(memory, sources->count + 1, sizeof *row->sources);
    row->source_count = sources->count;
    if (!row->sources)
        return false;
    for (size_t i = 0; i < sources->count; i++)
        for (size_t field = 0; field <= SOURCE_LANGUAGE; field++)
            if (!arena_copy(memory, sources->items[i].record.values[field], &row->sources[i].values[field]))
                return false;
    return true;
}

static bool make_room(struct writer *writer, struct tariffs_page *page) {
    if (page->row_count < page->row_capacity)
        return true;
    size_t capacity = page->row_capacity ? page->row_capacity * 2 : 32;
    struct tariff_row *rows = arena_alloc_array(&page_of(writer)->notes.memory, capacity, sizeof *rows);
    if (!rows)
        return false;
    if (page->row_count)
        memcpy(rows, page->rows, page->row_count * sizeof *rows);
    page->rows = rows;
    page->row_capacity = capacity;
    return true;
}

static enum status add_row(struct writer *writer, struct tariffs_page *page, const struct answer_measure *measure) {
    if (!make_room(writer, page))
        return STATUS_NO_MEMORY;
    struct tariff_row *row = &page->rows[page->row_count];
    *row = (struct tariff_row){.number = page->row_count};
    bool done = keep_cells(writer, measure, row) && keep_details(writer, measure, row)
                && keep_sources(writer, &measure->sources, row);
    row->has_end = text_has_end(measure);
    page->has_end = page->has_end || row->has_end;
    page->row_count += done;
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

/* ---- totals ------------------------------------------------------------------------------------------------------- */

static bool put_missing(struct writer *writer, struct slice without_rate) {
    struct buffer *run = &page_of(writer)->run;
    text_put_words(run, "not known, no rate is given for ");
    return text_put_items(writer, without_rate, " and ");
}

/* Only what the rows do not say: several duties on one product, or the base duty in it. */
static enum status add_total(struct writer *writer, struct tariffs_page *page, const struct answer_total *total) {
    struct buffer *run = &page_of(writer)->run;
    struct slice kept;
    page->some_without = page->some_without || !total->with_base;
    if (total->count.value < 2 && !(page->with_base && total->with_base))
        return STATUS_OK;
    text_put_sides(run, total->imposer_name, total->target_name);
    text_put_words(run, ", ");
    text_put(run, total->product);
    text_put_words(run, ": ");
    if (!slice_is_empty(total->without_rate)) {
        if (!put_missing(writer, total->without_rate))
            return STATUS_NO_MEMORY;
    } else {
        text_put_tone(run, TONE_BOLD);
        text_put_rates(run, total->rate_min, total->rate_max, total->rate_unit);
        text_put_tone(run, TONE_PLAIN);
        if (page->with_base)
            text_put_words(run, total->with_base ? " with the base duty" : ", base duty not known");
    }
    if (!text_put_limits(writer, total->quota, total->excludes))
        return STATUS_NO_MEMORY;
    if (!text_tells_possibly(total->notes, total->note_count))
        text_put_doubt(run, total->state, total->confirmed);
    text_put_disputed(run, total->disputed);
    text_put_tone(run, TONE_DIM);
    text_put_words(run, " (");
    if (!text_put_items(writer, total->measures, " and "))
        return STATUS_NO_MEMORY;
    text_put_words(run, ")");
    text_put_tone(run, TONE_PLAIN);
    if (!text_put_sum_notes(writer, total->notes, total->note_count))
        return STATUS_NO_MEMORY;
    return keep_run(writer, &kept) && arena_append(&page_of(writer)->notes.memory, &page->totals, kept)
               ? STATUS_OK : STATUS_NO_MEMORY;
}

/* ---- printing the table ------------------------------------------------------------------------------------------- */

static int compare_rows(const void *a, const void *b) {
    const struct tariff_row *p = a, *q = b;
    int order = slice_compare(p->sides, q->sides);
    return order ? order : (p->number > q->number) - (p->number < q->number);
}

static bool put_notes(struct writer *writer, const struct tariff_row *row) {
    struct text_page *page = page_of(writer);
    size_t *numbers = arena_alloc_array(writer->scratch, row->source_count + 1, sizeof *numbers);
    size_t count = 0;
    if (!numbers)
        return false;
    for (size_t i = 0; i < row->source_count; i++) {
        struct record source;
        record_init(&source, RECORD_SOURCE);
        memcpy(source.values, row->sources[i].values, sizeof row->sources[i].values);
        numbers[count] = text_notes_add(&page->notes, &source);
        count += numbers[count] != 0;
    }
    text_put_words(&page->run, count ? TEXT_GAP : "");
    text_notes_mark(&page->notes, &page->run, numbers, count);
    return true;
}

static size_t find_line_width(struct slice run, struct arena *scratch, size_t limit) {
    struct text_lines lines = {NULL, 0, 0};
    size_t width = 0;
    if (!text_wrap(scratch, run, limit, 0, &lines))
        return limit;
    for (size_t i = 0; i < lines.count; i++)
        width = lines.items[i].width > width ? lines.items[i].width : width;
    return width;
}

static const char *find_caption(const struct tariffs_page *page, size_t column) {
    return column == COLUMN_SINCE && page->has_end ? "From \xE2\x80\x93 until" : captions[column];
}

static size_t find_cell_width(struct writer *writer, const struct tariffs_page *page, size_t column, size_t limit) {
    struct slice caption = slice_from(find_caption(page, column));
    size_t width = text_run_width(caption);
    for (size_t i = 0; i < page->row_count; i++) {
        struct arena_mark mark = arena_mark(writer->scratch);
        size_t cell = find_line_width(page->rows[i].cells[column], writer->scratch, widest[column]);
        if (cell > width && cell <= limit)
            width = cell;
        arena_rewind(writer->scratch, mark);
    }
    return width;
}

/* Returns whether the columns fit beside one another. */
static bool find_widths(struct writer *writer, const struct tariffs_page *page, size_t widths[COLUMNS]) {
    size_t sum = LEFT + (COLUMNS - 1) * GUTTER, width = page_of(writer)->width;
    for (size_t c = COLUMN_RATE; c < COLUMN_ID; c++)
        sum += widths[c] = find_cell_width(writer, page, c, SIZE_MAX);
    size_t room = width > sum + PRODUCT_LEAST ? width - sum - PRODUCT_LEAST : 0;
    sum += widths[COLUMN_ID] = find_cell_width(writer, page, COLUMN_ID, room);
    widths[COLUMN_PRODUCT] = width > sum ? width - sum : 0;
    return widths[COLUMN_PRODUCT] >= PRODUCT_LEAST;
}

/* One line of a row; blanks only where something follows. */
static void print_line(struct writer *writer, const struct text_lines cells[COLUMNS], const size_t widths[COLUMNS],
                       size_t left, size_t index) {
    struct buffer *out = sink_buffer(writer->sink);
    size_t column = 0, start = left;
    for (size_t c = 0; c < COLUMNS; c++) {
        if (index < cells[c].count && cells[c].items[index].width) {
            const struct text_line *line = &cells[c].items[index];
            bool right = c == COLUMN_RATE && line->width < widths[c];
            size_t at = start + (right ? widths[c] - line->width : 0) + line->indent;
            text_print_blanks(out, at > column ? at - column : column > 0);
            text_print_line(out, line, writer->style->color);
            column = at + line->width;
        }
        start += widths[c] + GUTTER;
    }
    buffer_append_byte(out, '\n');
}

static enum status print_cells(struct writer *writer, const struct slice runs[COLUMNS], const size_t widths[COLUMNS],
                               size_t left) {
    struct text_lines cells[COLUMNS] = {{NULL, 0, 0}};
    size_t height = 0;
    for (size_t c = 0; c < COLUMNS; c++) {
        size_t hang = c == COLUMN_PRODUCT ? LEFT : 0;
        if (!text_wrap(writer->scratch, runs[c], widths[c] + (c == 0 ? LEFT - left : 0), hang, &cells[c]))
            return STATUS_NO_MEMORY;
        height = cells[c].count > height ? cells[c].count : height;
    }
    size_t shifted[COLUMNS];
    memcpy(shifted, widths, sizeof shifted);
    shifted[COLUMN_PRODUCT] += LEFT - left;
    for (size_t i = 0; i < height; i++)
        print_line(writer, cells, shifted, left, i);
    return STATUS_OK;
}

/* "China on Canada        Rate  Since …" */
static enum status print_group(struct writer *writer, const struct tariffs_page *tariffs, const struct tariff_row *row,
                               const size_t widths[COLUMNS], bool table) {
    struct text_page *page = page_of(writer);
    struct slice runs[COLUMNS] = {SLICE_NONE};
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    bool fits = table && text_run_width(row->sides) <= widths[COLUMN_PRODUCT] + LEFT;
    for (size_t c = 0; c < COLUMNS; c++) {
        text_put_tone(&page->run, c ? TONE_DIM : TONE_BOLD);
        if (c)
            text_put_words(&page->run, find_caption(tariffs, c));
        else
            buffer_append_slice(&page->run, row->sides);
        if (c == 0 && !fits)
            return text_print_run(writer, 0, LEFT);
        if (!keep_run(writer, &runs[c]))
            return STATUS_NO_MEMORY;
    }
    return print_cells(writer, runs, widths, 0);
}

/* On a narrow page: the cells one after the other. */
static enum status print_stacked(struct writer *writer, const struct tariff_row *row) {
    static const char *const joiners[COLUMNS] = {"", ": ", ", since ", ", ", ", "};
    struct text_page *page = page_of(writer);
    for (size_t c = 0; c < COLUMNS; c++) {
        text_put_words(&page->run, c == COLUMN_SINCE && row->has_end ? ", " : joiners[c]);
        buffer_append_slice(&page->run, row->cells[c]);
        text_put_tone(&page->run, TONE_PLAIN);
    }
    if (!put_notes(writer, row))
        return STATUS_NO_MEMORY;
    return text_print_run(writer, LEFT, LEFT);
}

/* The cells with the notes behind the product; an id that its column does not hold is left out, and *below says so. */
static bool list_cells(struct writer *writer, const struct tariff_row *row, const size_t widths[COLUMNS],
                       struct slice runs[COLUMNS], bool *below) {
    memcpy(runs, row->cells, sizeof row->cells);
    *below = text_run_width(row->cells[COLUMN_ID]) > widths[COLUMN_ID];
    if (*below)
        runs[COLUMN_ID] = SLICE_NONE;
    buffer_append_slice(&page_of(writer)->run, row->cells[COLUMN_PRODUCT]);
    return put_notes(writer, row) && keep_run(writer, &runs[COLUMN_PRODUCT]);
}

static enum status print_row(struct writer *writer, const struct tariff_row *row, const size_t widths[COLUMNS], bool table) {
    struct buffer *run = &page_of(writer)->run;
    struct slice runs[COLUMNS];
    bool below = false;
    if (table && !list_cells(writer, row, widths, runs, &below))
        return STATUS_NO_MEMORY;
    enum status status = table ? print_cells(writer, runs, widths, LEFT) : print_stacked(writer, row);
    if (status != STATUS_OK || (slice_is_empty(row->details) && !below))
        return status;
    text_put_tone(run, TONE_DIM);
    if (below) {
        buffer_append_slice(run, row->cells[COLUMN_ID]);
        text_put_tone(run, TONE_DIM);
        text_put_words(run, slice_is_empty(row->details) ? "" : "; ");
    }
    buffer_append_slice(run, row->details);
    return text_print_run(writer, DETAIL_LEFT, LEFT);
}

static enum status print_totals(struct writer *writer, const struct tariffs_page *page) {
    enum status status = STATUS_OK;
    bool missing = page->with_base && page->some_without;
    if (page->totals.count == 0 && !missing)
        return STATUS_OK;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    status = text_print_heading(writer, TONE_BOLD, "Together");
    for (size_t i = 0; status == STATUS_OK && i < page->totals.count; i++) {
        buffer_append_slice(&page_of(writer)->run, page->totals.items[i]);
        status = text_print_run(writer, LEFT, LEFT);
    }
    if (status != STATUS_OK || !missing)
        return status;
    text_put_tone(&page_of(writer)->run, TONE_DIM);
    text_put_words(&page_of(writer)->run, page->totals.count ? "Of the others no base duty is given."
                                                             : "No base duty is given.");
    return text_print_run(writer, LEFT, LEFT);
}

static enum status print_table(struct writer *writer, struct tariffs_page *page) {
    size_t widths[COLUMNS];
    enum status status = text_measures_title(writer, "Tariffs", &page->on, NULL);
    bool table = find_widths(writer, page, widths);
    qsort(page->rows, page->row_count, sizeof *page->rows, compare_rows);
    for (size_t i = 0; status == STATUS_OK && i < page->row_count; i++) {
        struct arena_mark mark = arena_mark(writer->scratch);
        const struct tariff_row *row = &page->rows[i];
        if (i == 0 || !slice_equals(row->sides, page->rows[i - 1].sides))
            status = print_group(writer, page, row, widths, table);
        if (status == STATUS_OK)
            status = print_row(writer, row, widths, table);
        if (status == STATUS_OK)
            status = sink_relieve(writer->sink);
        arena_rewind(writer->scratch, mark);
    }
    if (status == STATUS_OK)
        status = print_totals(writer, page);
    return status == STATUS_OK && page->has_end ? text_print_end_note(writer) : status;
}

/* ---- the page ----------------------------------------------------------------------------------------------------- */

static enum status write_entry(struct writer *writer, const struct answer_part *part_of, const void *entry) {
    struct tariffs_page *page = tariffs_of(writer);
    const struct measure_day *day = entry;
    if (!page)
        return STATUS_NO_MEMORY;
    if (part_of->shape == &measure_time_shape)
        return text_steps_begin(writer, entry, &page->steps);
    if (part_of->shape == &step_shape)
        return text_steps_add(writer, page->steps, entry);
    if (part_of->shape == &measure_shape)
        return add_row(writer, page, entry);
    if (part_of->shape == &total_shape)
        return add_total(writer, page, entry);
    return arena_copy(&page_of(writer)->notes.memory, day->on, &page->on) ? STATUS_OK : STATUS_NO_MEMORY;
}

static enum status end_page(struct writer *writer) {
    struct tariffs_page *page = page_of(writer)->report;
    if (page && page->steps)
        return text_steps_end(writer, page->steps);
    return page && page->row_count ? print_table(writer, page) : STATUS_OK;
}

const struct text_report text_tariffs_report = {"tariffs", write_entry, end_page};
