/* The generator's reading of tables: RFC 4180, strictly, since the files are our own. */
#include "generate.h"

#include "../core/base/utf8.h"

/* A place in the text of a table. */
struct reader {
    struct arena *arena;
    const char *file;
    struct slice text;
    size_t position;
    long line;
};

static bool at_end(const struct reader *reader) {
    return reader->position == reader->text.size;
}

static char peek(const struct reader *reader) {
    return at_end(reader) ? '\0' : reader->text.data[reader->position];
}

static void check_text(const char *file, struct slice text) {
    size_t bad = utf8_validate(text), nul = slice_find(text, '\0');
    size_t first = bad < nul ? bad : nul;
    long line = 1;
    if (first == text.size)
        return;
    for (size_t i = 0; i < first; i++)
        line += text.data[i] == '\n';
    generate_fail(file, line, "holds a NUL or is not UTF-8");
}

/* Bytes up to the closing quote. */
static size_t find_closing_quote(const struct reader *reader) {
    for (size_t i = reader->position; i < reader->text.size; i++) {
        if (reader->text.data[i] != '"')
            continue;
        if (i + 1 == reader->text.size || reader->text.data[i + 1] != '"')
            return i - reader->position;
        i++;
    }
    generate_fail(reader->file, reader->line, "a quote is not closed");
}

/* Behind the opening quote. Two quotes are one; a line end is kept. */
static struct slice read_quoted(struct reader *reader) {
    size_t length = find_closing_quote(reader), size = 0;
    char *out = generate_need(arena_alloc(reader->arena, length));
    size_t end = reader->position + length;
    while (reader->position < end) {
        char c = reader->text.data[reader->position++];
        if (c == '"')
            reader->position++;
        reader->line += c == '\n';
        out[size++] = c;
    }
    reader->position++;
    return (struct slice){out, size};
}

static struct slice read_plain(struct reader *reader) {
    size_t start = reader->position;
    while (!at_end(reader) && peek(reader) != ',' && peek(reader) != '\n' && peek(reader) != '\r') {
        if (peek(reader) == '"')
            generate_fail(reader->file, reader->line, "a quote stands inside a field");
        reader->position++;
    }
    return slice_part(reader->text, start, reader->position);
}

static struct slice read_field(struct reader *reader) {
    if (peek(reader) != '"')
        return read_plain(reader);
    reader->position++;
    return read_quoted(reader);
}

static void read_line_end(struct reader *reader) {
    if (peek(reader) == '\r')
        reader->position++;
    if (at_end(reader))
        return;
    if (peek(reader) != '\n')
        generate_fail(reader->file, reader->line, "something stands behind a closing quote");
    reader->position++;
    reader->line++;
}

static size_t read_row(struct reader *reader, struct csv_row *row) {
    size_t count = 0;
    row->line = reader->line;
    for (;;) {
        if (count == CSV_FIELDS)
            generate_fail(reader->file, row->line, "has more than %d fields", CSV_FIELDS);
        row->fields[count++] = slice_trim(read_field(reader));
        if (peek(reader) != ',')
            break;
        reader->position++;
    }
    read_line_end(reader);
    return count;
}

static size_t count_columns(const char *columns) {
    size_t count = 1;
    for (const char *c = columns; *c; c++)
        count += *c == ',';
    return count;
}

static void check_heading(const struct reader *reader, const struct csv_row *row, size_t count,
                          const char *columns) {
    struct slice rest = slice_from(columns);
    for (size_t i = 0; i < count; i++) {
        size_t comma = slice_find(rest, ',');
        if (!slice_equals(slice_part(rest, 0, comma), row->fields[i]))
            break;
        rest = slice_part(rest, comma + 1, rest.size);
        if (i + 1 == count && rest.size == 0)
            return;
    }
    generate_fail(reader->file, row->line, "the heading must be %s", columns);
}

struct csv generate_read_csv(struct arena *arena, const char *path, const char *columns) {
    struct reader reader = {arena, path, generate_read_file(arena, path), 0, 1};
    struct csv csv = {path, NULL, 0};
    size_t lines = 1, wanted = count_columns(columns);
    check_text(path, reader.text);
    for (size_t i = 0; i < reader.text.size; i++)
        lines += reader.text.data[i] == '\n';
    csv.rows = generate_need(arena_alloc_array(arena, lines, sizeof *csv.rows));
    check_heading(&reader, csv.rows, read_row(&reader, csv.rows), columns);
    while (!at_end(&reader)) {
        struct csv_row *row = &csv.rows[csv.count++];
        size_t count = read_row(&reader, row);
        if (count != wanted)
            generate_fail(path, row->line, "has %zu fields, not %zu", count, wanted);
    }
    if (csv.count == 0)
        generate_fail(path, 0, "has no rows");
    return csv;
}
