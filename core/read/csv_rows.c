/* Rows of a table. libcsv is the splitter: it takes quotes away and cells apart, and its callbacks
 * only append. What it cannot say is kept by a small scanner that runs ahead of it over the same
 * bytes: the line, the cell's number, whether a quote is open, where a row ends, and what stands
 * behind a closing quote. So libcsv is fed row by row, and never a byte that the scanner refuses.
 *
 * Traps of libcsv that this file keeps to itself: its quote of 0 would open at a NUL (so block.c refuses
 * one first); it drops blank lines silently and takes CRLF for
 * a blank line (so the scanner counts); its CSV_STRICT also forbids quotes inside a bare cell (so
 * it is off); it would hold a cell of any size (so it is not fed beyond CELL_RAW_MAX).
 *
 * Invariant: block.data[0, fed) was given to libcsv or left out, [fed, position) was looked at by
 * the scanner only. White space around a cell, outside its quotes, is no part of it. */
#include "csv_rows.h"

#include <csv.h>
#include <stdlib.h>

#include "block.h"

enum { CELL_RAW_MAX = 2 * CSV_CELL_MAX + 2, LIBCSV_GROWTH = 1 << 14 };

enum cell_state {
    CELL_START,  /* nothing but white space yet */
    CELL_BARE,   /* without quotes */
    CELL_QUOTED, /* inside the quotes */
    CELL_QUOTE,  /* right behind a quote: the closing one, or the first of two */
    CELL_CLOSED  /* in white space behind the closing one */
};

struct csv_rows {
    struct csv_parser parser;
    struct block block;
    size_t position, fed;
    char delimiter, quote; /* CSV_NO_QUOTE: no cell is ever in a quoted state */
    bool ends_bare[256]; /* bytes that end a bare cell */

    enum cell_state state;
    bool begun;           /* the row has something other than white space */
    bool overfull;        /* the rest of the row is not given to libcsv */
    bool complete;        /* libcsv has seen the row's end */
    long line;            /* at `position` */
    uint64_t after_cr;    /* offset in the input behind the last CR: a LF there opens no new line */
    uint64_t cell_offset; /* where the cell begins in the input */
    size_t column;        /* its number */
    long quote_line;      /* where its quote was opened */

    struct buffer text;
    size_t ends[CSV_COLUMNS_MAX];
    struct csv_row row;
};

/* ---- What libcsv calls --------------------------------------------------------------------- */

static void set_fault(struct csv_rows *rows, enum csv_row_fault fault, size_t column) {
    if (rows->row.fault != CSV_ROW_WHOLE)
        return;
    rows->row.fault = fault;
    rows->row.fault_column = column;
}

static bool is_blank(const char *text, size_t size) {
    return slice_is_empty(slice_trim((struct slice){text, size}));
}

static void take_cell(void *text, size_t size, void *context) {
    struct csv_rows *rows = context;
    struct csv_row *row = &rows->row;
    size_t column = ++row->column_count;
    if (column > CSV_COLUMNS_MAX) {
        if (!row->surplus && !is_blank(text, size))
            row->surplus = column;
        return;
    }
    if (size > CSV_CELL_MAX)
        set_fault(rows, CSV_ROW_CELL_TOO_LARGE, column);
    else if (size > CSV_ROW_MAX - rows->text.size)
        set_fault(rows, CSV_ROW_TOO_LARGE, column);
    if (row->fault != CSV_ROW_WHOLE)
        return;
    buffer_append(&rows->text, text, size);
    rows->ends[row->cell_count++] = rows->text.size;
}

static void take_row(int end, void *context) {
    struct csv_rows *rows = context;
    (void)end;
    rows->complete = true;
}

/* ---- Feeding it ---------------------------------------------------------------------------- */

static enum status feed_bytes(struct csv_rows *rows, const char *data, size_t size,
                              struct error *error) {
    if (size && csv_parse(&rows->parser, data, size, take_cell, take_row, rows) != size)
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (buffer_failed(&rows->text))
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    return STATUS_OK;
}

static enum status feed_to(struct csv_rows *rows, size_t end, struct error *error) {
    size_t start = rows->fed;
    rows->fed = end;
    if (rows->overfull)
        return STATUS_OK;
    return feed_bytes(rows, rows->block.data + start, end - start, error);
}

static uint64_t offset_here(const struct csv_rows *rows) {
    return rows->block.offset + rows->position;
}

/* Gives up on a row of which one cell does not end: libcsv lets go of what it holds of it. */
static void limit_cell(struct csv_rows *rows) {
    if (rows->overfull || offset_here(rows) - rows->cell_offset <= CELL_RAW_MAX)
        return;
    set_fault(rows, CSV_ROW_CELL_TOO_LARGE, rows->column);
    csv_fini(&rows->parser, NULL, NULL, NULL);
    rows->overfull = true;
}

static enum status refuse_table(const struct csv_rows *rows, long line, struct error *error,
                                const char *message, const char *remedy) {
    error_set(error, STATUS_BAD_INPUT, "%s", message);
    error_advise(error, "%s", remedy);
    error_locate(error, rows->block.input->name, line, (long)rows->column);
    return STATUS_BAD_INPUT;
}

/* The next block, when the scanner has been over all of this one. */
static enum status load_block(struct csv_rows *rows, struct error *error) {
    enum status status = feed_to(rows, rows->block.size, error);
    if (status != STATUS_OK)
        return status;
    limit_cell(rows);
    status = block_next(&rows->block, error);
    if (status == STATUS_BAD_INPUT)
        error_locate(error, rows->block.input->name, rows->line, (long)rows->column);
    rows->position = rows->fed = 0;
    return status;
}

/* ---- The scanner --------------------------------------------------------------------------- */

static bool is_newline(char c) {
    return c == '\n' || c == '\r';
}

static bool is_space(const struct csv_rows *rows, char c) {
    return (c == ' ' || c == '\t') && c != rows->delimiter;
}

/* Counts the CR or LF at `position`. */
static void count_line(struct csv_rows *rows, char c) {
    if (c == '\r')
        rows->after_cr = offset_here(rows) + 1;
    if (c == '\r' || offset_here(rows) != rows->after_cr)
        rows->line++;
}

static void begin_cell(struct csv_rows *rows, size_t column) {
    rows->state = CELL_START;
    rows->column = column;
    rows->cell_offset = offset_here(rows);
}

static void begin_row(struct csv_rows *rows) {
    if (!rows->begun)
        rows->row.line = rows->line;
    rows->begun = true;
}

/* At the byte that ends a cell: a delimiter or the row's end. True for the end of a row that is not
 * blank. */
static bool end_cell(struct csv_rows *rows, char c) {
    bool newline = is_newline(c);
    if (newline)
        count_line(rows, c);
    else
        begin_row(rows);
    rows->position++;
    begin_cell(rows, newline ? 1 : rows->column + 1);
    return newline && rows->begun;
}

/* At the first byte of a cell, or in white space before it. */
static void start_cell(struct csv_rows *rows, char c) {
    if (is_space(rows, c)) {
        rows->position++;
        return;
    }
    begin_row(rows);
    rows->state = CELL_BARE;
    if (c != rows->quote) /* a NUL never comes this far */
        return;
    rows->state = CELL_QUOTED;
    rows->quote_line = rows->line;
    rows->position++;
}

static void skip_bare(struct csv_rows *rows) {
    const char *data = rows->block.data;
    size_t i = rows->position, end = rows->block.size;
    while (i < end && !rows->ends_bare[(unsigned char)data[i]])
        i++;
    rows->position = i;
}

/* To the next quote, counting the lines between. */
static void skip_quoted(struct csv_rows *rows) {
    const char *data = rows->block.data, *end = data + rows->block.size;
    const char *start = data + rows->position;
    const char *quote = memchr(start, rows->quote, (size_t)(end - start));
    const char *stop = quote ? quote : end;
    for (const char *c = start; c < stop; c++) {
        if (!is_newline(*c))
            continue;
        rows->position = (size_t)(c - data);
        count_line(rows, *c);
    }
    rows->position = (size_t)(stop - data) + (quote != NULL);
    if (quote)
        rows->state = CELL_QUOTE;
}

/* Behind a quote inside a quoted cell. False when something stands there that may not. */
static bool pass_quote(struct csv_rows *rows, char c) {
    if (c == rows->quote && rows->state == CELL_QUOTE)
        rows->state = CELL_QUOTED;
    else if (is_space(rows, c))
        rows->state = CELL_CLOSED;
    else
        return false;
    rows->position++;
    return true;
}

static enum status refuse_behind_quote(const struct csv_rows *rows, struct error *error) {
    char message[120] = "something stands behind the closing quote of this cell";
    if (rows->quote_line != rows->line)
        snprintf(message, sizeof message,
                 "something stands behind the closing quote of the cell that opens on line %ld",
                 rows->quote_line);
    return refuse_table(rows, rows->line, error, message,
                        "write a quote that belongs to the text twice: \"\"");
}

/* Over the text of a cell. False at the end of the block, else there is a byte to decide on. */
static bool skip_text(struct csv_rows *rows) {
    if (rows->state == CELL_BARE)
        skip_bare(rows);
    else if (rows->state == CELL_QUOTED)
        skip_quoted(rows);
    return rows->position < rows->block.size;
}

/* Goes over the block to the end of a row (true), or to the block's end or a fault (false). */
static bool find_row_end(struct csv_rows *rows, enum status *status, struct error *error) {
    while (skip_text(rows)) {
        char c = rows->block.data[rows->position];
        if (c == rows->delimiter || is_newline(c)) {
            if (end_cell(rows, c))
                return true;
        } else if (rows->state == CELL_START) {
            start_cell(rows, c);
        } else if (!pass_quote(rows, c)) {
            *status = refuse_behind_quote(rows, error);
            return false;
        }
    }
    return false;
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static void clear_row(struct csv_rows *rows) {
    buffer_clear(&rows->text);
    rows->row = (struct csv_row){.ends = rows->ends};
    rows->begun = rows->overfull = rows->complete = false;
}

/* The last row may have no line end. */
static bool finish_table(struct csv_rows *rows, enum status *status, struct error *error) {
    if (rows->state == CELL_QUOTED) {
        *status =
            refuse_table(rows, rows->quote_line, error, "the quote that opens here is never closed",
                         "close it, or write a quote that belongs to the text twice: \"\"");
        return false;
    }
    if (!rows->begun)
        return false;
    rows->state = CELL_START;
    if (!rows->overfull)
        *status = feed_bytes(rows, "\n", 1, error);
    return *status == STATUS_OK;
}

static bool complete_row(struct csv_rows *rows, enum status *status, struct error *error) {
    while (!find_row_end(rows, status, error)) {
        if (*status == STATUS_OK)
            *status = load_block(rows, error);
        if (*status != STATUS_OK)
            return false;
        if (rows->block.size == 0)
            return finish_table(rows, status, error);
    }
    *status = feed_to(rows, rows->position, error);
    return *status == STATUS_OK;
}

bool csv_rows_next(struct csv_rows *rows, struct csv_row *row, enum status *status,
                   struct error *error) {
    clear_row(rows);
    *status = STATUS_OK;
    if (!complete_row(rows, status, error))
        return false;
    if (!rows->complete && !rows->overfull) {
        *status =
            refuse_table(rows, rows->row.line, error, "the row cannot be split into cells", "");
        return false;
    }
    *row = rows->row;
    row->text = buffer_slice(&rows->text).data;
    return true;
}

struct csv_rows *csv_rows_open(struct input *input, const struct csv_options *options, struct error *error) {
    struct csv_rows *rows = calloc(1, sizeof *rows);
    if (!rows || block_open(&rows->block, input, error) != STATUS_OK ||
        csv_init(&rows->parser, 0) != 0) {
        error_set(error, STATUS_NO_MEMORY, "out of memory");
        csv_rows_close(rows);
        return NULL;
    }
    csv_set_quote(&rows->parser, (unsigned char)options->quote);
    csv_set_blk_size(&rows->parser, LIBCSV_GROWTH);
    rows->quote = options->quote;
    rows->ends_bare['\r'] = rows->ends_bare['\n'] = true;
    rows->line = 1;
    rows->after_cr = UINT64_MAX;
    rows->column = 1;
    buffer_init(&rows->text);
    csv_rows_delimit(rows, options->delimiter);
    return rows;
}

void csv_rows_delimit(struct csv_rows *rows, char delimiter) {
    csv_set_delim(&rows->parser, (unsigned char)delimiter);
    rows->ends_bare[(unsigned char)rows->delimiter] = false;
    rows->ends_bare[(unsigned char)delimiter] = true;
    rows->delimiter = delimiter;
}

bool csv_rows_peek(struct csv_rows *rows, struct slice *line, enum status *status, struct error *error) {
    *status = rows->block.started ? STATUS_OK : load_block(rows, error);
    if (*status != STATUS_OK)
        return false;
    size_t start = rows->position, end;
    while (start < rows->block.size && is_newline(rows->block.data[start]))
        start++;
    for (end = start; end < rows->block.size && !is_newline(rows->block.data[end]);)
        end++;
    *line = (struct slice){rows->block.data + start, end - start};
    return true;
}

void csv_rows_close(struct csv_rows *rows) {
    if (!rows)
        return;
    csv_free(&rows->parser);
    block_free(&rows->block);
    buffer_free(&rows->text);
    free(rows);
}
