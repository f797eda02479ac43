/* Tables. Columns are as wide as their widest cell; where the line is too short the last column is
 * broken into lines, and when that is not enough the widest of the others too. Where even that leaves a
 * word standing out of its column, each row becomes a card: a block of its filled fields. */
#include "text_rows.h"

#include "../base/cell.h"

enum { GUTTER = 2, LAST_MIN = 24, COLUMN_MIN = 10 };

void text_rows_free(struct text_rows *rows) {
    arena_free(&rows->memory);
    *rows = (struct text_rows){.columns = 0};
}

/* ---- collecting ----------------------------------------------------------------------------- */

static bool make_room(struct text_rows *rows) {
    if (rows->capacity - rows->count >= rows->columns)
        return true;
    size_t capacity = rows->capacity * 2 + 16 * rows->columns;
    struct slice *cells = arena_alloc_array(&rows->memory, capacity, sizeof *cells);
    if (!cells)
        return false;
    if (rows->count)
        memcpy(cells, rows->cells, rows->count * sizeof *cells);
    rows->cells = cells;
    rows->capacity = capacity;
    return true;
}

/* Keeps the run as the next cell. */
static bool keep_cell(struct text_rows *rows, struct buffer *run) {
    return !buffer_failed(run)
           && arena_copy(&rows->memory, buffer_slice(run), &rows->cells[rows->count++]);
}

bool text_rows_begin(struct text_rows *rows, const char *const *columns, struct buffer *run) {
    while (columns[rows->columns])
        rows->columns++;
    rows->is_number = arena_alloc_array(&rows->memory, rows->columns, sizeof *rows->is_number);
    if (!rows->is_number || !make_room(rows))
        return false;
    for (size_t i = 0; i < rows->columns; i++) {
        buffer_clear(run);
        text_put(run, slice_from(columns[i]));
        if (!keep_cell(rows, run))
            return false;
    }
    return true;
}

static bool put_items(struct buffer *run, struct slice cell, struct arena *scratch) {
    struct cell_reader reader = {cell, 0};
    struct slice item;
    while (cell_next_item(&reader, &item)) {
        if (!cell_unescape(scratch, item, &item))
            return false;
        if (run->size)
            text_put_words(run, ", ");
        text_put(run, item);
    }
    return true;
}

bool text_rows_add(struct text_rows *rows, const struct answer_row *row, struct buffer *run,
                   struct arena *scratch) {
    if (!make_room(rows))
        return false;
    for (size_t i = 0; i < rows->columns; i++) {
        bool is_list = row->is_list && row->is_list[i];
        buffer_clear(run);
        if (is_list && !put_items(run, row->values[i], scratch))
            return false;
        if (!is_list)
            text_put(run, row->values[i]);
        rows->is_number[i] = rows->is_number[i] || (row->is_number && row->is_number[i]);
        if (!keep_cell(rows, run))
            return false;
    }
    return true;
}

/* ---- widths --------------------------------------------------------------------------------- */

static size_t sum_widths(const size_t *widths, size_t count) {
    size_t sum = count ? (count - 1) * GUTTER : 0;
    for (size_t i = 0; i < count; i++)
        sum += widths[i];
    return sum;
}

static void measure_columns(const struct text_rows *rows, size_t *widths, size_t limit) {
    for (size_t i = 0; i < rows->count; i++) {
        size_t width = text_run_width(rows->cells[i]), column = i % rows->columns;
        if (width > limit)
            width = limit;
        if (width > widths[column])
            widths[column] = width;
    }
}

static size_t find_widest(const size_t *widths, size_t count) {
    size_t widest = 0;
    for (size_t i = 1; i < count; i++)
        if (widths[i] > widths[widest])
            widest = i;
    return widest;
}

static void take_from_last(size_t *widths, size_t count, size_t limit) {
    size_t *last = &widths[count - 1];
    while (*last > LAST_MIN && sum_widths(widths, count) > limit)
        --*last;
}

static void fit_columns(size_t *widths, size_t count, size_t limit) {
    take_from_last(widths, count, limit);
    while (sum_widths(widths, count) > limit) {
        size_t widest = find_widest(widths, count);
        if (widths[widest] <= COLUMN_MIN)
            return;
        widths[widest]--;
    }
}

/* ---- printing ------------------------------------------------------------------------------- */

struct table_print {
    const struct text_rows *rows;
    const size_t *widths;
    struct text_lines *cells; /* lines of each cell of the row */
    struct arena scratch;
    struct buffer *out;
    bool color;
};

/* One line of a row; blanks are written only where something follows. */
static void print_row_line(struct table_print *print, size_t index) {
    size_t column = 0, pending = 0;
    for (size_t i = 0; i < print->rows->columns; i++) {
        bool filled = index < print->cells[i].count;
        struct text_line line =
            filled ? print->cells[i].items[index] : (struct text_line){.width = 0};
        if (filled && line.width) {
            size_t lead = print->rows->is_number[i] && line.width < print->widths[i]
                              ? print->widths[i] - line.width
                              : 0;
            text_print_blanks(print->out, pending - column + lead);
            text_print_line(print->out, &line, print->color);
            column = pending + lead + line.width;
        }
        pending += print->widths[i] + GUTTER;
        if (pending < column + 1)
            pending = column + 1;
    }
    buffer_append_byte(print->out, '\n');
}

static bool wrap_row(struct table_print *print, const struct slice *cells, enum text_tone tone,
                     size_t *height) {
    *height = 0;
    for (size_t i = 0; i < print->rows->columns; i++) {
        struct text_lines *lines = &print->cells[i];
        *lines = (struct text_lines){NULL, 0, 0};
        if (!text_wrap(&print->scratch, cells[i], print->widths[i], 0, lines))
            return false;
        if (lines->count > *height)
            *height = lines->count;
        for (size_t j = 0; j < lines->count; j++)
            lines->items[j].tone = tone;
    }
    return true;
}

static bool print_row(struct table_print *print, const struct slice *cells, enum text_tone tone) {
    struct arena_mark mark = arena_mark(&print->scratch);
    size_t height;
    bool done = wrap_row(print, cells, tone, &height);
    for (size_t i = 0; done && i < height; i++)
        print_row_line(print, i);
    arena_rewind(&print->scratch, mark);
    return done;
}

/* A stroke under each heading. */
static void print_strokes(struct table_print *print) {
    for (size_t i = 0; i < print->rows->columns; i++) {
        text_print_blanks(print->out, i ? GUTTER : 0);
        if (print->color)
            buffer_append_text(print->out, "\x1b[2m");
        for (size_t j = 0; j < print->widths[i]; j++)
            buffer_append_text(print->out, "\xE2\x94\x80");
        if (print->color)
            buffer_append_text(print->out, "\x1b[0m");
    }
    buffer_append_byte(print->out, '\n');
}

static bool print_all(struct table_print *print) {
    const struct text_rows *rows = print->rows;
    if (!print_row(print, rows->cells, TONE_BOLD))
        return false;
    print_strokes(print);
    for (size_t i = rows->columns; i < rows->count; i += rows->columns)
        if (!print_row(print, rows->cells + i, TONE_PLAIN))
            return false;
    return !buffer_failed(print->out);
}

/* ---- cards ---------------------------------------------------------------------------------- */

/* Would a word stand out of its column? Then lines lose their columns, and cards read better. */
static bool fits(struct table_print *print, bool *failed) {
    bool good = true;
    for (size_t i = 0; good && !*failed && i < print->rows->count; i += print->rows->columns) {
        struct arena_mark mark = arena_mark(&print->scratch);
        size_t height;
        *failed = !wrap_row(print, print->rows->cells + i, TONE_PLAIN, &height);
        for (size_t c = 0; !*failed && c + 1 < print->rows->columns; c++)
            for (size_t l = 0; l < print->cells[c].count; l++)
                good = good && print->cells[c].items[l].width <= print->widths[c];
        arena_rewind(&print->scratch, mark);
    }
    return good;
}

/* One field of a card: its name, then its text in lines beside it. */
static bool print_field(struct table_print *print, size_t column, struct slice cell, size_t indent, size_t width) {
    struct text_lines lines = {NULL, 0, 0};
    struct arena_mark mark = arena_mark(&print->scratch);
    struct slice name = print->rows->cells[column];
    size_t room = width > indent + LAST_MIN ? width - indent : LAST_MIN;
    bool done = text_wrap(&print->scratch, cell, room, 0, &lines);
    for (size_t i = 0; done && i < lines.count; i++) {
        struct text_line label = {.width = 0};
        struct text_lines labels = {NULL, 0, 0};
        if (i == 0 && text_wrap(&print->scratch, name, indent, 0, &labels) && labels.count) label = labels.items[0];
        label.tone = TONE_BOLD;
        if (label.width)
            text_print_line(print->out, &label, print->color);
        text_print_blanks(print->out, indent - label.width);
        text_print_line(print->out, &lines.items[i], print->color);
        buffer_append_byte(print->out, '\n');
    }
    arena_rewind(&print->scratch, mark);
    return done;
}

/* Each row as a block of its filled fields. */
static bool print_cards(struct table_print *print, size_t width) {
    const struct text_rows *rows = print->rows;
    size_t indent = 0;
    for (size_t i = 0; i < rows->columns; i++) {
        size_t name = text_run_width(rows->cells[i]);
        indent = name + GUTTER > indent ? name + GUTTER : indent;
    }
    for (size_t i = rows->columns; i < rows->count; i++) {
        size_t column = i % rows->columns;
        if (column == 0 && i > rows->columns)
            buffer_append_byte(print->out, '\n');
        if (rows->cells[i].size && !print_field(print, column, rows->cells[i], indent, width))
            return false;
    }
    return !buffer_failed(print->out);
}

bool text_rows_print(struct text_rows *rows, struct buffer *out, size_t width, bool color) {
    size_t *widths = arena_alloc_array(&rows->memory, rows->columns, sizeof *widths);
    struct text_lines *cells = arena_alloc_array(&rows->memory, rows->columns, sizeof *cells);
    if (!widths || !cells)
        return false;
    if (rows->count <= rows->columns)
        return true;
    measure_columns(rows, widths, width);
    fit_columns(widths, rows->columns, width);
    struct table_print print = {rows, widths, cells, {NULL, NULL}, out, color};
    arena_init(&print.scratch);
    bool failed = false;
    bool table = fits(&print, &failed);
    bool done = !failed && (table ? print_all(&print) : print_cards(&print, width));
    arena_free(&print.scratch);
    return done;
}
