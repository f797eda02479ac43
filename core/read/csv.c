/* Rows of a table -> records, by the names in its first row. Knows columns, no quotes and no bytes.
 *
 * What makes the table as a whole doubtful refuses it (a heading twice or missing); what concerns a
 * row rejects that row. Rows of empty cells only, as spreadsheets leave them behind, count as
 * blank. */
#include "csv.h"

#include "column.h"
#include "csv_rows.h"

struct table {
    enum record_type type;
    char quote;
    const char *file;
    const struct record_visitor *visitor;
    struct csv_rows *rows;
    struct arena arena; /* the headings' names */

    struct slice names[CSV_COLUMNS_MAX]; /* empty: a column without a heading */
    int fields[CSV_COLUMNS_MAX];         /* what column_find says */
    size_t heading_count;
    size_t width; /* cells that a row must have: up to the last heading that is not empty */

    unsigned short columns[RECORD_FIELDS_MAX];
    struct extra extras[CSV_COLUMNS_MAX]; /* of the row at hand */
};

static enum status refuse_heading(const struct table *table, long line, size_t column,
                                  struct error *error) {
    error_locate(error, table->file, line, (long)column);
    return STATUS_BAD_INPUT;
}

/* ---- The delimiter ------------------------------------------------------------------------- */

static struct slice strip_quotes(const struct table *table, struct slice cell) {
    cell = slice_trim(cell);
    bool is_quoted = cell.size > 1 && cell.data[0] == table->quote && cell.data[cell.size - 1] == table->quote;
    return is_quoted ? slice_trim(slice_part(cell, 1, cell.size - 1)) : cell;
}

/* How many names of fields a line has when it is cut at this sign. */
static size_t count_known(const struct table *table, struct slice line, char sign) {
    size_t known = 0;
    for (size_t start = 0; start <= line.size;) {
        size_t end = start + slice_find(slice_part(line, start, line.size), sign);
        known += column_find(table->type, strip_quotes(table, slice_part(line, start, end))) >= 0;
        start = end + 1;
    }
    return known;
}

/* Spreadsheets save with the sign of their country. The one that is expected counts when it gives a name that is
 * known; else the one that gives the most. */
static enum status choose_delimiter(struct table *table, char expected, struct error *error) {
    static const char signs[] = ";,\t|";
    enum status status;
    struct slice line;
    size_t best;
    if (!csv_rows_peek(table->rows, &line, &status, error))
        return status;
    best = count_known(table, line, expected);
    for (size_t i = 0; best == 0 && signs[i]; i++) {
        size_t known = count_known(table, line, signs[i]);
        if (known <= best)
            continue;
        best = known;
        csv_rows_delimit(table->rows, signs[i]);
    }
    return STATUS_OK;
}

/* ---- The heading --------------------------------------------------------------------------- */

static enum status refuse_duplicate(const struct table *table, long line, size_t first,
                                    size_t second, struct error *error) {
    error_set(error, STATUS_BAD_INPUT, "columns %zu and %zu have the same heading \"%s\"",
              first + 1, second + 1, column_show(table->names[second]).text);
    error_advise(error, "rename or remove one of them");
    return refuse_heading(table, line, second + 1, error);
}

/* Two columns are the same when their names are equal but for case, or stand for the same field. */
static bool is_same_column(const struct table *table, size_t a, size_t b) {
    if (slice_is_empty(table->names[a]) || slice_is_empty(table->names[b]))
        return false;
    return slice_equals_ascii_nocase(table->names[a], table->names[b]) ||
           (table->fields[a] >= 0 && table->fields[a] == table->fields[b]);
}

static enum status check_duplicate(const struct table *table, long line, size_t column,
                                   struct error *error) {
    for (size_t i = 0; i < column; i++)
        if (is_same_column(table, i, column))
            return refuse_duplicate(table, line, i, column, error);
    return STATUS_OK;
}

static void announce_extra(struct table *table, struct slice name) {
    if (table->visitor->unknown)
        table->visitor->unknown(table->visitor->context, table->type, name,
                                record_nearest_field(table->type, name));
}

static enum status refuse_long(const struct table *table, long line, size_t column,
                               struct error *error) {
    error_set(error, STATUS_BAD_INPUT, "a heading of more than %d bytes", COLUMN_NAME_MAX);
    error_advise(error, "the first row must name the columns");
    return refuse_heading(table, line, column + 1, error);
}

static enum status take_heading(struct table *table, const struct csv_row *row, size_t column,
                                struct error *error) {
    struct slice name = slice_trim(csv_row_cell(row, column));
    if (name.size > COLUMN_NAME_MAX)
        return refuse_long(table, row->line, column, error);
    if (!arena_copy(&table->arena, name, &table->names[column]))
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    int field = slice_is_empty(name) ? COLUMN_DROPPED : column_find(table->type, name);
    table->fields[column] = field;
    if (!slice_is_empty(name))
        table->width = column + 1;
    if (field >= 0)
        table->columns[field] = (unsigned short)(column + 1);
    return check_duplicate(table, row->line, column, error);
}

static bool has_known_column(const struct table *table) {
    for (size_t i = 0; i < table->heading_count; i++)
        if (table->fields[i] >= 0)
            return true;
    return false;
}

static enum status refuse_headless(const struct table *table, long line, struct error *error) {
    const struct record_info *info = record_info(table->type);
    bool empty = table->heading_count == 0;
    error_set(error, STATUS_BAD_INPUT, empty ? "the table is empty" : "no heading: the first row names no field of %s",
              info->name);
    error_advise(error, "name the columns in the first row, such as %s, %s, %s", info->fields[0].name,
                 info->fields[1].name, info->fields[2].name);
    return refuse_heading(table, line, 1, error);
}

static enum status refuse_wide(const struct table *table, const struct csv_row *row,
                               struct error *error) {
    error_set(error, STATUS_BAD_INPUT,
              "the first row has %zu cells, more than the %d columns and "
              "%d bytes a cell that a table can have",
              row->column_count, CSV_COLUMNS_MAX, CSV_CELL_MAX);
    return refuse_heading(table, row->line, row->fault ? row->fault_column : CSV_COLUMNS_MAX + 1,
                          error);
}

static enum status take_headings(struct table *table, const struct csv_row *row,
                                 struct error *error) {
    enum status status = STATUS_OK;
    if (row->fault != CSV_ROW_WHOLE || row->surplus)
        return refuse_wide(table, row, error);
    table->heading_count = row->cell_count;
    for (size_t i = 0; i < row->cell_count && status == STATUS_OK; i++)
        status = take_heading(table, row, i, error);
    if (status != STATUS_OK)
        return status;
    if (!has_known_column(table))
        return refuse_headless(table, row->line, error);
    for (size_t i = 0; i < table->heading_count; i++)
        if (table->fields[i] == COLUMN_EXTRA)
            announce_extra(table, table->names[i]);
    return STATUS_OK;
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static bool is_filled(const struct csv_row *row, size_t cell) {
    return !slice_is_empty(slice_trim(csv_row_cell(row, cell)));
}

static bool is_blank_row(const struct csv_row *row) {
    for (size_t i = 0; i < row->cell_count; i++)
        if (is_filled(row, i))
            return false;
    return row->fault == CSV_ROW_WHOLE && !row->surplus;
}

/* The next row with something in it. */
static bool read_row(struct table *table, struct csv_row *row, enum status *status,
                     struct error *error) {
    do
        if (!csv_rows_next(table->rows, row, status, error))
            return false;
    while (is_blank_row(row));
    return true;
}

static void fill_record(struct table *table, const struct csv_row *row, struct record *record) {
    size_t count = row->cell_count < table->heading_count ? row->cell_count : table->heading_count;
    record_init(record, table->type);
    for (size_t i = 0; i < count; i++) {
        struct slice cell = csv_row_cell(row, i);
        if (table->fields[i] >= 0)
            record_set(record, table->fields[i], cell);
        else if (table->fields[i] == COLUMN_EXTRA)
            table->extras[record->extra_count++] = (struct extra){table->names[i], cell};
    }
    record->extras = table->extras;
    record->file = table->file;
    record->line = row->line;
    record->columns = table->columns;
}

/* The number of the first filled cell that has no column, or 0. */
static size_t find_surplus(const struct table *table, const struct csv_row *row) {
    for (size_t i = table->heading_count; i < row->cell_count; i++)
        if (is_filled(row, i))
            return i + 1;
    return row->surplus;
}

static size_t set_size_fault(const struct csv_row *row, struct error *fault) {
    if (row->fault == CSV_ROW_CELL_TOO_LARGE)
        error_set(fault, STATUS_BAD_INPUT, "a cell has more than %d bytes", CSV_CELL_MAX);
    else
        error_set(fault, STATUS_BAD_INPUT, "the row has more than %d bytes", CSV_ROW_MAX);
    error_advise(fault,
                 "shorten it; an opening quote that is not closed may have taken in what follows");
    return row->fault_column;
}

static size_t set_count_fault(const struct table *table, const struct csv_row *row, size_t surplus,
                              struct error *fault) {
    error_set(fault, STATUS_BAD_INPUT, "the row has %zu cell%s, the heading %zu", row->column_count,
              row->column_count == 1 ? "" : "s", table->width);
    error_advise(fault, surplus ? "put a cell that holds the separator or a line end into quotes"
                                : "add the cells that are missing; they may be empty");
    return surplus ? surplus : row->column_count + 1;
}

/* What is wrong with the row by itself: the column at fault, or 0. */
static size_t find_row_fault(const struct table *table, const struct csv_row *row,
                             struct error *fault) {
    size_t surplus = find_surplus(table, row);
    if (row->fault != CSV_ROW_WHOLE)
        return set_size_fault(row, fault);
    if (surplus || row->column_count < table->width)
        return set_count_fault(table, row, surplus, fault);
    return 0;
}

/* A filled cell in a column without a heading would be lost, so the table is refused. */
static enum status check_headless_cells(const struct table *table, const struct csv_row *row,
                                        struct error *error) {
    for (size_t i = 0; i < row->cell_count && i < table->heading_count; i++) {
        if (!slice_is_empty(table->names[i]) || !is_filled(row, i))
            continue;
        error_set(error, STATUS_BAD_INPUT, "column %zu has no heading, but this cell is filled",
                  i + 1);
        error_advise(error, "name the column in the first row, or empty its cells");
        return refuse_heading(table, row->line, i + 1, error);
    }
    return STATUS_OK;
}

static enum status visit_row(struct table *table, const struct csv_row *row, struct error *error) {
    struct error fault = {.status = STATUS_OK};
    struct record record;
    enum status status = check_headless_cells(table, row, error);
    if (status != STATUS_OK)
        return status;
    size_t column = find_row_fault(table, row, &fault);
    fill_record(table, row, &record);
    if (!column)
        return table->visitor->record(table->visitor->context, &record, error);
    error_locate(&fault, table->file, row->line, (long)column);
    return table->visitor->reject(table->visitor->context, &record, &fault, error);
}

static enum status read_table(struct table *table, struct error *error) {
    struct csv_row row;
    enum status status;
    if (!read_row(table, &row, &status, error))
        return status != STATUS_OK ? status : refuse_headless(table, 1, error);
    status = take_headings(table, &row, error);
    while (status == STATUS_OK && read_row(table, &row, &status, error))
        status = visit_row(table, &row, error);
    return status;
}

enum status csv_read_records(struct input *input, enum record_type type,
                             const struct csv_options *options,
                             const struct record_visitor *visitor, struct error *error) {
    struct table table = {.type = type, .file = input->name, .visitor = visitor};
    table.quote = options->quote;
    table.rows = csv_rows_open(input, options, error);
    if (!table.rows)
        return STATUS_NO_MEMORY;
    arena_init(&table.arena);
    enum status status = choose_delimiter(&table, options->delimiter, error);
    if (status == STATUS_OK)
        status = read_table(&table, error);
    arena_free(&table.arena);
    csv_rows_close(table.rows);
    return status;
}
