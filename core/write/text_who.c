/* text: who is in office, by country; which offices people held, by person.
 *
 * Three columns: what the office is called, who holds it (of people: where), since when. Widths follow from all rows, so
 * that they are kept until the end, which prints them. */
#include "../ask/office.h"
#include "text_date.h"
#include "text_report.h"

enum {
    INDENT = 2,
    GUTTER = 2,
    COLUMNS = 3,
    WIDTH_COLUMNS = 60, /* below it a row is set as a paragraph */
    DATES_MOST = 32,
    DATES_NARROW = 26, /* two days */
    NAME_MOST = 22,
    NAME_NARROW = 14,
    TITLE_LEAST = 14,
    ROWS_TRIED = 200 /* as many rows say how wide the columns are best */
};

struct who_row {
    struct slice group, group_name; /* id and name of the country or person */
    struct slice cells[COLUMNS];    /* runs */
    struct slice remark;            /* run; what is not certain, and the note */
};
struct who_page {
    struct answer_office_day day;
    struct who_row *rows; /* in the notes' memory */
    size_t count, capacity;
    size_t widths[COLUMNS];
    bool has_end;
};

static struct who_page *page_of(struct writer *writer) {
    struct text_page *page = writer->state;
    if (!page->report) page->report = arena_alloc(&page->notes.memory, sizeof(struct who_page));
    return page->report;
}

/* ---- taking in -------------------------------------------------------------------------------------------------- */

/* Keeps the page's run and begins a new one. */
static bool keep_run(struct text_page *page, struct slice *out) {
    bool done = !buffer_failed(&page->run) && arena_copy(&page->notes.memory, buffer_slice(&page->run), out);
    buffer_clear(&page->run);
    return done;
}

static bool keep_text(struct text_page *page, struct slice text, struct slice *out) {
    return arena_copy(&page->notes.memory, text, out);
}

static bool has_word(struct slice text, const char *word) {
    struct slice wanted = slice_from(word);
    for (size_t i = 0; i + wanted.size <= text.size; i++)
        if (slice_equals_ascii_nocase(slice_part(text, i, i + wanted.size), wanted)) return true;
    return false;
}

/* "Prime Minister", "President (suspended)". */
static void put_title(struct text_page *page, const struct answer_holder *holder, struct writer *writer) {
    struct text_block block = {.writer = writer, .width = page->width};
    size_t start = page->run.size;
    if (!slice_is_empty(holder->title)) text_put(&page->run, holder->title);
    else if (!text_put_list(&block, holder->office, " and ")) page->run.failed = true;
    for (size_t i = start; slice_is_empty(holder->title) && i < page->run.size; i++)
        if (page->run.data[i] == '_') page->run.data[i] = ' ';
    if (slice_is_empty(holder->title) && page->run.size > start && page->run.data[start] >= 'a' &&
        page->run.data[start] <= 'z')
        page->run.data[start] = (char)(page->run.data[start] - ('a' - 'A'));
    if (slice_is_empty(holder->standing)) return;
    if (slice_is(holder->standing, "acting") && has_word(holder->title, "acting")) return;
    text_put_tone(&page->run, TONE_DOUBT);
    text_put_words(&page->run, " (");
    text_put(&page->run, holder->standing);
    text_put_words(&page->run, ")");
    text_put_tone(&page->run, TONE_PLAIN);
}

static bool is_open(struct slice date) { return slice_is_empty(date) || slice_is(date, ".."); }

static void put_days(struct text_page *page, const struct answer_holder *holder) {
    if (is_open(holder->end)) {
        text_put_words(&page->run, "since" TEXT_GAP);
        if (is_open(holder->start)) text_put_words(&page->run, "a day not known");
        else text_put_date(&page->run, holder->start);
        return;
    }
    if (is_open(holder->start)) {
        text_put_words(&page->run, "until" TEXT_GAP);
    } else {
        text_put_date(&page->run, holder->start);
        text_put_words(&page->run, TEXT_GAP "\xE2\x80\x93 ");
    }
    text_put_date(&page->run, holder->end);
}

static bool put_sources(struct text_page *page, const struct answer_holder *holder) {
    size_t *numbers = arena_alloc_array(&page->notes.memory, holder->sources.count + 1, sizeof *numbers), known = 0;
    if (!numbers) return false;
    for (size_t i = 0; i < holder->sources.count; i++) {
        numbers[known] = text_notes_add(&page->notes, &holder->sources.items[i].record);
        known += numbers[known] != 0;
    }
    if (known) text_put_words(&page->run, TEXT_GAP);
    text_notes_mark(&page->notes, &page->run, numbers, known);
    return !page->notes.failed;
}

/* Of several days: do exact dates only say that it was not held on all of them? */
static bool is_partial(struct slice why) {
    return has_word(why, "the days asked for") && !has_word(why, "known") && !has_word(why, "approximate") &&
           !has_word(why, "uncertain");
}

static void put_remark(struct text_page *page, const struct answer_holder *holder, bool of_people) {
    if (!holder->certain) {
        text_put_tone(&page->run, TONE_DOUBT);
        text_put_words(&page->run, is_partial(holder->why) ? "in part: " : "uncertain: ");
        text_put(&page->run, holder->why);
        text_put_tone(&page->run, TONE_PLAIN);
    }
    bool wanted = of_people || !holder->certain || !slice_is_empty(holder->standing);
    if (!wanted || slice_is_empty(holder->note)) return;
    text_put_words(&page->run, holder->certain ? "" : ". ");
    text_put_toned(&page->run, TONE_DIM, holder->note);
}

static bool grow_rows(struct text_page *page, struct who_page *who) {
    size_t capacity = who->capacity ? who->capacity * 2 : 32;
    struct who_row *rows = arena_alloc_array(&page->notes.memory, capacity, sizeof *rows);
    if (!rows) return false;
    if (who->count) memcpy(rows, who->rows, who->count * sizeof *rows);
    who->rows = rows;
    who->capacity = capacity;
    return true;
}

static bool fill_row(struct writer *writer, struct who_page *who, const struct answer_holder *holder,
                     struct who_row *row) {
    struct text_page *page = writer->state;
    bool people = who->day.of_people;
    buffer_clear(&page->run);
    bool done = keep_text(page, people ? holder->person : holder->country, &row->group) &&
                keep_text(page, people ? holder->name : holder->country_name, &row->group_name);
    put_title(page, holder, writer);
    done = done && keep_run(page, &row->cells[0]);
    text_put(&page->run, people ? holder->country_name : holder->name);
    done = done && keep_run(page, &row->cells[1]);
    put_days(page, holder);
    done = done && put_sources(page, holder) && keep_run(page, &row->cells[2]);
    put_remark(page, holder, people);
    return done && keep_run(page, &row->remark);
}

static enum status add_holder(struct writer *writer, struct who_page *who, const struct answer_holder *holder) {
    if (who->count == who->capacity && !grow_rows(writer->state, who)) return STATUS_NO_MEMORY;
    struct who_row *row = &who->rows[who->count++];
    if (!fill_row(writer, who, holder, row)) return STATUS_NO_MEMORY;
    who->has_end = who->has_end || !is_open(holder->end);
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t width = text_run_width(row->cells[i]);
        if (width > who->widths[i]) who->widths[i] = width;
    }
    return STATUS_OK;
}

static enum status take_day(struct writer *writer, struct who_page *who, const struct answer_office_day *day) {
    struct text_page *page = writer->state;
    who->day = *day;
    bool done = keep_text(page, day->on, &who->day.on) && keep_text(page, day->event, &who->day.event) &&
                keep_text(page, day->event_title, &who->day.event_title) &&
                keep_text(page, day->without_names, &who->day.without_names);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static enum status take_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct who_page *who = page_of(writer);
    if (!who) return STATUS_NO_MEMORY;
    return part->single ? take_day(writer, who, entry) : add_holder(writer, who, entry);
}

/* ---- the page ----------------------------------------------------------------------------------------------------- */

/* The run as a paragraph `left` columns in. */
static enum status print_paragraph(struct writer *writer, struct slice run, size_t left, size_t hang) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct arena_mark mark = arena_mark(writer->scratch);
    if (!text_wrap(writer->scratch, run, page->width - left, hang, &lines)) return STATUS_NO_MEMORY;
    text_print_lines(writer, &lines, left);
    arena_rewind(writer->scratch, mark);
    return STATUS_OK;
}

static enum status print_run(struct writer *writer, size_t left) {
    struct text_page *page = writer->state;
    enum status status = buffer_failed(&page->run) ? STATUS_NO_MEMORY
                                                   : print_paragraph(writer, buffer_slice(&page->run), left, 2);
    buffer_clear(&page->run);
    return status;
}

static void print_blank_line(struct writer *writer) { buffer_append_byte(sink_buffer(writer->sink), '\n'); }

/* "In office on 31 Oct 2025"; nothing where no day was asked for. */
static enum status print_title(struct writer *writer, const struct who_page *who) {
    struct text_page *page = writer->state;
    struct buffer words;
    if (slice_is_empty(who->day.on)) return STATUS_OK;
    buffer_init(&words);
    text_put_tone(&page->run, TONE_BOLD);
    text_put_words(&page->run, who->day.first == who->day.last ? "In office on " : "In office at some time in ");
    if (who->day.last != DAY_MAX) text_date_append_range(&words, who->day.first, who->day.last, TEXT_NO_BREAK_SPACE);
    else buffer_append_slice(&words, who->day.on);
    text_put(&page->run, buffer_slice(&words));
    page->run.failed = page->run.failed || buffer_failed(&words);
    buffer_free(&words);
    enum status status = print_run(writer, 0);
    if (status == STATUS_OK && !slice_is_empty(who->day.event)) {
        text_put_tone(&page->run, TONE_DIM);
        text_put(&page->run, who->day.event);
        if (!slice_is_empty(who->day.event_title)) text_put_words(&page->run, ": ");
        text_put(&page->run, who->day.event_title);
        status = print_run(writer, 0);
    }
    text_print_rule(writer, page->width);
    return status;
}

/* The dates keep their width up to `dates`, then the name up to `name`; the office takes what is left. */
static void share_room(size_t room, size_t dates, size_t name, size_t widths[COLUMNS]) {
    if (widths[2] > dates) widths[2] = dates;
    size_t left = room - widths[2];
    if (widths[1] > name && widths[0] + widths[1] > left) widths[1] = name;
    if (widths[0] + widths[1] > left) widths[0] = left - widths[1];
}

/* Lines that the first rows take at these widths; SIZE_MAX when memory is out. */
static size_t count_lines(struct writer *writer, const struct who_page *who, const size_t widths[COLUMNS]) {
    size_t sum = 0;
    for (size_t i = 0; i < who->count && i < ROWS_TRIED; i++) {
        struct arena_mark mark = arena_mark(writer->scratch);
        size_t most = 0;
        for (size_t j = 0; j < COLUMNS; j++) {
            struct text_lines lines = {NULL, 0, 0};
            if (!text_wrap(writer->scratch, who->rows[i].cells[j], widths[j], j == 0 ? 2 : 0, &lines)) return SIZE_MAX;
            if (lines.count > most) most = lines.count;
        }
        arena_rewind(writer->scratch, mark);
        sum += most;
    }
    return sum;
}

/* Long titles get more room, up to half the page, where that saves lines. */
static bool fit_columns(struct writer *writer, struct who_page *who) {
    static const size_t tried[][2] = {{DATES_MOST, NAME_MOST}, {DATES_MOST, NAME_NARROW}, {DATES_NARROW, NAME_MOST},
                                      {DATES_NARROW, NAME_NARROW}};
    const struct text_page *page = writer->state;
    size_t room = page->width - INDENT - (COLUMNS - 1) * GUTTER, least = SIZE_MAX, best[COLUMNS];
    if (page->width < WIDTH_COLUMNS) return false;
    if (who->widths[0] + who->widths[1] + who->widths[2] <= room) return true;
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
        size_t widths[COLUMNS] = {who->widths[0], who->widths[1], who->widths[2]};
        share_room(room, tried[i][0], tried[i][1], widths);
        size_t lines = i && widths[0] > page->width / 2 ? SIZE_MAX : count_lines(writer, who, widths);
        if (i && lines >= least) continue;
        least = lines;
        memcpy(best, widths, sizeof best);
    }
    memcpy(who->widths, best, sizeof best);
    return who->widths[0] >= TITLE_LEAST;
}

static void print_line_of(struct writer *writer, const struct who_page *who, const struct text_lines *cells, size_t line) {
    struct buffer *out = sink_buffer(writer->sink);
    size_t at = 0, start = INDENT;
    for (size_t i = 0; i < COLUMNS; i++) {
        const struct text_line *cell = line < cells[i].count ? &cells[i].items[line] : NULL;
        if (cell && cell->width) {
            size_t column = start + cell->indent;
            text_print_blanks(out, column > at ? column - at : 1);
            text_print_line(out, cell, writer->style->color);
            at = column + cell->width;
        }
        start += who->widths[i] + GUTTER;
    }
    buffer_append_byte(out, '\n');
}

static enum status print_columns(struct writer *writer, const struct who_page *who, const struct who_row *row) {
    struct text_lines cells[COLUMNS] = {{NULL, 0, 0}};
    struct arena_mark mark = arena_mark(writer->scratch);
    size_t count = 0;
    for (size_t i = 0; i < COLUMNS; i++) {
        if (!text_wrap(writer->scratch, row->cells[i], who->widths[i], i == 0 ? 2 : 0, &cells[i]))
            return STATUS_NO_MEMORY;
        if (cells[i].count > count) count = cells[i].count;
    }
    for (size_t line = 0; line < count; line++) print_line_of(writer, who, cells, line);
    arena_rewind(writer->scratch, mark);
    return STATUS_OK;
}

static enum status print_stacked(struct writer *writer, const struct who_row *row) {
    struct text_page *page = writer->state;
    for (size_t i = 0; i < COLUMNS; i++) {
        if (i) text_put_words(&page->run, i == 1 ? ": " : ", ");
        buffer_append_slice(&page->run, row->cells[i]);
    }
    return print_run(writer, INDENT);
}

static enum status print_row(struct writer *writer, const struct who_page *who, size_t index, bool columns) {
    struct text_page *page = writer->state;
    const struct who_row *row = &who->rows[index];
    enum status status = STATUS_OK;
    if (index == 0 || !slice_equals(row->group, who->rows[index - 1].group)) {
        if (index || !slice_is_empty(who->day.on)) print_blank_line(writer);
        text_put_toned(&page->run, TONE_BOLD, row->group_name);
        status = print_run(writer, 0);
    }
    if (status == STATUS_OK) status = columns ? print_columns(writer, who, row) : print_stacked(writer, row);
    if (status == STATUS_OK && row->remark.size)
        status = print_paragraph(writer, row->remark, 2 * INDENT, 0);
    return status == STATUS_OK ? sink_relieve(writer->sink) : status;
}

static enum status print_missing(struct writer *writer, const struct who_page *who) {
    struct text_page *page = writer->state;
    struct text_block block = {.writer = writer, .width = page->width};
    if (slice_is_empty(who->day.without_names)) return STATUS_OK;
    print_blank_line(writer);
    text_put_words(&page->run, "The record holds no such office of ");
    if (!text_put_list(&block, who->day.without_names, " or ")) return STATUS_NO_MEMORY;
    text_put_words(&page->run, slice_is_empty(who->day.on)          ? "."
                               : who->day.first == who->day.last ? " on that day."
                                                                 : " in that time.");
    return print_run(writer, 0);
}

static enum status print_footer(struct writer *writer, const struct who_page *who) {
    struct text_page *page = writer->state;
    if (!who->has_end) return STATUS_OK;
    print_blank_line(writer);
    text_put_tone(&page->run, TONE_DIM);
    text_put_words(&page->run, "Where a term has ended, its second date is the first day no longer in office.");
    return print_run(writer, 0);
}

static enum status print_page(struct writer *writer) {
    struct text_page *page = writer->state;
    struct who_page *who = page->report;
    if (!who || who->count == 0) return STATUS_OK;
    page->begun = true;
    bool columns = fit_columns(writer, who);
    enum status status = print_title(writer, who);
    for (size_t i = 0; status == STATUS_OK && i < who->count; i++) status = print_row(writer, who, i, columns);
    if (status == STATUS_OK) status = print_missing(writer, who);
    return status == STATUS_OK ? print_footer(writer, who) : status;
}

const struct text_report text_who_report = {.command = "who", .entry = take_entry, .end = print_page};
