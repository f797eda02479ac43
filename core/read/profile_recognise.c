/* Of which profile the beginning of a file surely is. The beginning is cut as the profile says that its table is cut,
 * and only whole rows of it are looked at: the last line may go on behind it.
 *
 * Certain is a file of which all that exactly one profile says holds; who says only a name of a file has said nothing. */
#include "profile.h"

#include "csv_rows.h"

enum { ROWS_MAX = 1000 }; /* that are looked at: enough to see all numbers of columns */

/* ---- the name of the file ---- */

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

/* "*" stands for any text; case is ignored. In the time of one walk over each part. */
static bool fits_pattern(struct slice name, struct slice pattern) {
    size_t n = 0, p = 0, star = SIZE_MAX, behind = 0;
    while (n < name.size) {
        if (p < pattern.size && pattern.data[p] == '*') {
            star = p++;
            behind = n;
        } else if (p < pattern.size && lower(pattern.data[p]) == lower(name.data[n])) {
            p++, n++;
        } else if (star != SIZE_MAX) {
            p = star + 1;
            n = ++behind;
        } else {
            return false;
        }
    }
    while (p < pattern.size && pattern.data[p] == '*') p++;
    return p == pattern.size;
}

static struct slice without_folder(struct slice name) {
    size_t start = name.size;
    while (start > 0 && name.data[start - 1] != '/') start--;
    return slice_part(name, start, name.size);
}

static bool fits_file(const struct profile_detect *detect, struct slice name) {
    for (size_t i = 0; i < detect->files.count; i++)
        if (fits_pattern(without_folder(name), detect->files.items[i])) return true;
    return detect->files.count == 0;
}

/* ---- its rows ---- */

static bool has_cell(const struct csv_row *row, struct slice name) {
    for (size_t i = 0; i < row->cell_count; i++)
        if (slice_equals_ascii_nocase(slice_trim(csv_row_cell(row, i)), slice_trim(name))) return true;
    return false;
}

static bool fits_heading(const struct profile_detect *detect, const struct csv_row *row) {
    for (size_t i = 0; i < detect->heading.count; i++)
        if (!has_cell(row, detect->heading.items[i])) return false;
    return true;
}

static bool fits_columns(const struct profile_detect *detect, const struct csv_row *row) {
    for (size_t i = 0; i < detect->column_count; i++)
        if (detect->columns[i] == row->column_count) return true;
    return detect->column_count == 0;
}

static bool fits_cells(const struct profile_detect *detect, const struct csv_row *row) {
    for (size_t i = 0; i < detect->cell_count; i++) {
        const struct profile_cell_format *cell = &detect->cells[i];
        if (cell->cell >= row->cell_count) return false;
        if (!profile_fits_format(slice_trim(csv_row_cell(row, cell->cell)), cell->format)) return false;
    }
    return true;
}

static bool fits_row(const struct profile *profile, const struct csv_row *row, bool is_heading) {
    if (row->fault != CSV_ROW_WHOLE || !fits_columns(&profile->detect, row)) return false;
    return is_heading ? fits_heading(&profile->detect, row) : fits_cells(&profile->detect, row);
}

/* All rows, of which there must be one (beside the heading where formats of cells are said). */
static bool fits_rows(const struct profile *profile, struct csv_rows *rows, bool is_whole) {
    bool has_heading = profile->table.heading;
    size_t count, least = has_heading && profile->detect.cell_count ? 2 : 1;
    enum status status = STATUS_OK;
    struct csv_row row;
    for (count = 0; count < ROWS_MAX && csv_rows_next(rows, &row, &status, NULL); count++)
        if (!fits_row(profile, &row, has_heading && count == 0)) return false;
    /* A quote that is open at the cut is no fault of the file. */
    return count >= least && (status == STATUS_OK || !is_whole);
}

static bool is_newline(char c) { return c == '\n' || c == '\r'; }

static bool skip_line(struct slice *text) {
    size_t at = 0;
    while (at < text->size && !is_newline(text->data[at])) at++;
    at += at + 1 < text->size && text->data[at] == '\r' && text->data[at + 1] == '\n' ? 2 : 1;
    *text = slice_part(*text, at, text->size);
    return text->size > 0;
}

/* Whole lines of the beginning, as they stand in the file. */
static struct slice cut_lines(enum text_encoding encoding, struct slice text, bool *is_whole) {
    size_t end = text.size, unit = encoding == ENCODING_UTF16 ? 2 : 1;
    while (end > 0 && !is_newline(text.data[end - 1])) end--;
    *is_whole = end == text.size;
    return end > 0 ? slice_part(text, 0, end - end % unit) : text;
}

/* The same in UTF-8, all of which must be of the encoding. */
static bool decode(enum text_encoding encoding, struct slice beginning, struct buffer *text) {
    struct memory_input memory = {beginning, 0};
    struct encoded_input encoded;
    struct input inner, input;
    char block[4096];
    size_t got = 1;
    enum status status = STATUS_OK;
    input_from_memory(&memory, "", &inner);
    encoded_begin(&encoded, &inner, encoding, &input);
    while (got && status == STATUS_OK) {
        status = input.read(input.context, block, sizeof block, &got, NULL);
        if (status == STATUS_OK) buffer_append(text, block, got);
    }
    return status == STATUS_OK && !buffer_failed(text);
}

static bool fits_table(const struct profile *profile, struct slice name, struct slice text, bool is_whole) {
    struct csv_options options = {profile_delimiter(profile, name), profile->table.quote};
    struct memory_input memory;
    struct input input;
    for (size_t i = 0; i < profile->table.skip; i++)
        if (!skip_line(&text)) return false;
    if (slice_is_empty(text)) return false;
    memory = (struct memory_input){text, 0};
    input_from_memory(&memory, "", &input);
    struct csv_rows *rows = csv_rows_open(&input, &options, NULL);
    bool fits = rows && fits_rows(profile, rows, is_whole);
    csv_rows_close(rows);
    return fits;
}

static bool fits_text(const struct profile *profile, struct slice name, struct slice beginning) {
    struct buffer text;
    bool is_whole;
    struct slice lines = cut_lines(profile->table.encoding, beginning, &is_whole);
    buffer_init(&text);
    bool fits = decode(profile->table.encoding, lines, &text) && fits_table(profile, name, buffer_slice(&text), is_whole);
    buffer_free(&text);
    return fits;
}

static bool is_said(const struct profile_detect *detect) {
    return detect->heading.count || (detect->column_count && detect->cell_count);
}

const struct profile *profile_recognise(const struct profile *const *profiles, size_t count, struct slice name,
                                        struct slice beginning) {
    const struct profile *found = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct profile_detect *detect = &profiles[i]->detect;
        if (!is_said(detect) || !fits_file(detect, name) || !fits_text(profiles[i], name, beginning)) continue;
        if (found) return NULL;
        found = profiles[i];
    }
    return found;
}
