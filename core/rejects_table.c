/* Rejected rows of other people's tables: as they stand in the file that they are from, so that the profile reads them again.
 * One heading, the cells in their columns, quoted as the profile says, in its encoding. Knows no records. */
#include "import.h"

#include <stdio.h>
#include "base/utf8.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

void rejects_begin_table(struct rejects *rejects, const struct profile *profile) {
    rejects->profile = profile;
    rejects->row_rejected = rejects->others = false;
}

/* ---- one line, in UTF-8 ---------------------------------------------------------------------------------------------------- */

static bool needs_quotes(struct slice cell, char delimiter) {
    for (size_t i = 0; i < cell.size; i++)
        if (cell.data[i] == delimiter || cell.data[i] == '"' || cell.data[i] == '\n' || cell.data[i] == '\r') return true;
    return false;
}

void rejects_append_cell(struct buffer *out, struct slice cell, char delimiter, bool quotes) {
    if (!quotes || !needs_quotes(cell, delimiter)) {
        buffer_append_slice(out, cell);
        return;
    }
    buffer_append_byte(out, '"');
    for (size_t i = 0; i < cell.size; i++) {
        if (cell.data[i] == '"') buffer_append_byte(out, '"');
        buffer_append_byte(out, cell.data[i]);
    }
    buffer_append_byte(out, '"');
}

/* The delimiter is that of the file which the rows go to: where the profile does not say it, its name does. */
static void append_line(struct buffer *out, const struct rejects *rejects, const struct csv_row *row) {
    char delimiter = profile_delimiter(rejects->profile, slice_from(rejects->path));
    for (size_t i = 0; i < row->cell_count; i++) {
        if (i) buffer_append_byte(out, delimiter);
        rejects_append_cell(out, csv_row_cell(row, i), delimiter, rejects->profile->table.quote != CSV_NO_QUOTE);
    }
    buffer_append_byte(out, '\n');
}

/* ---- in the encoding of the profile ------------------------------------------------------------------------------------------ */

/* What a byte means, found by reading it; 0: nothing. */
static uint32_t read_byte(enum text_encoding encoding, char byte) {
    char text[8];
    struct memory_input memory = {{&byte, 1}, 0};
    struct encoded_input encoded;
    struct input inner, input;
    struct error ignored = {0};
    size_t got = 0, at = 0;
    uint32_t meant = 0;
    input_from_memory(&memory, "", &inner);
    encoded_begin(&encoded, &inner, encoding, &input);
    if (input.read(input.context, text, sizeof text, &got, &ignored) != STATUS_OK) return 0;
    return utf8_next((struct slice){text, got}, &at, &meant) ? meant : 0;
}

static void list_characters(struct rejects *rejects) {
    if (rejects->characters[0x20]) return; /* of 0xA0, which means something everywhere */
    for (unsigned i = 0; i < 128; i++)
        rejects->characters[i] = read_byte(rejects->profile->table.encoding, (char)(unsigned char)(128 + i));
}

static void append_unit(struct buffer *out, uint32_t unit) {
    buffer_append_byte(out, (char)(unsigned char)(unit & 0xFF));
    buffer_append_byte(out, (char)(unsigned char)(unit >> 8));
}

/* Little-endian. */
static void append_utf16(struct buffer *out, uint32_t character) {
    if (character < 0x10000) {
        append_unit(out, character);
        return;
    }
    append_unit(out, 0xD800 + ((character - 0x10000) >> 10));
    append_unit(out, 0xDC00 + ((character - 0x10000) & 0x3FF));
}

/* All that was read from that encoding can be written in it. */
static void append_character(struct buffer *out, const struct rejects *rejects, uint32_t character) {
    unsigned byte = 0;
    if (rejects->profile->table.encoding == ENCODING_UTF16) {
        append_utf16(out, character);
        return;
    }
    while (character >= 128 && byte < 128 && rejects->characters[byte] != character) byte++;
    if (character < 128) buffer_append_byte(out, (char)character);
    else buffer_append_byte(out, byte < 128 ? (char)(unsigned char)(128 + byte) : '?');
}

static bool encode(struct rejects *rejects, struct slice text, struct buffer *out) {
    enum text_encoding encoding = rejects->profile->table.encoding;
    uint32_t character;
    if (encoding == ENCODING_UTF8 || encoding == ENCODING_UTF8_MOSTLY) {
        buffer_append_slice(out, text);
        return !buffer_failed(out);
    }
    if (encoding != ENCODING_UTF16) list_characters(rejects);
    for (size_t at = 0; at < text.size && utf8_next(text, &at, &character);) append_character(out, rejects, character);
    return !buffer_failed(out);
}

/* ---- rows -------------------------------------------------------------------------------------------------------------------- */

static enum status write_line(struct rejects *rejects, struct slice text, struct error *error) {
    struct buffer bytes;
    buffer_init(&bytes);
    enum status status = encode(rejects, text, &bytes) ? STATUS_OK : no_memory(error);
    if (status == STATUS_OK && bytes.size && fwrite(bytes.data, 1, bytes.size, rejects->files[0]) != bytes.size)
        status = rejects_fail(rejects, error);
    buffer_free(&bytes);
    return status;
}

/* The byte order mark, the lines that the profile passes over, and the heading. */
static enum status begin_file(struct rejects *rejects, struct error *error) {
    const struct profile_table *table = &rejects->profile->table;
    struct buffer text;
    rejects->files[0] = tmpfile();
    if (!rejects->files[0]) return rejects_fail(rejects, error);
    buffer_init(&text);
    if (table->encoding == ENCODING_UTF16) buffer_append_text(&text, "\xEF\xBB\xBF");
    for (size_t i = 0; i < table->skip; i++) buffer_append_byte(&text, '\n');
    buffer_append_slice(&text, buffer_slice(&rejects->heading));
    enum status status = buffer_failed(&text) ? no_memory(error) : write_line(rejects, buffer_slice(&text), error);
    buffer_free(&text);
    return status;
}

/* Rows are told apart by the heading of the first file of which some are kept. */
static void take_heading(struct rejects *rejects, struct slice line) {
    rejects->others = rejects->files[0] && !slice_equals(line, buffer_slice(&rejects->heading));
    if (rejects->files[0]) return;
    buffer_clear(&rejects->heading);
    buffer_append_slice(&rejects->heading, line);
}

enum status rejects_add_row(struct rejects *rejects, const struct csv_row *row, bool heading, bool *left, struct error *error) {
    struct buffer line;
    enum status status = STATUS_OK;
    bool rejected = rejects->row_rejected && !heading;
    rejects->row_rejected = false;
    *left = rejected && rejects->others;
    if (!rejects->path || !rejects->profile || (!heading && (!rejected || rejects->others))) return STATUS_OK;
    buffer_init(&line);
    append_line(&line, rejects, row);
    if (!buffer_failed(&line) && heading) take_heading(rejects, buffer_slice(&line));
    if (buffer_failed(&line) || buffer_failed(&rejects->heading)) status = no_memory(error);
    if (status == STATUS_OK && !heading && !rejects->files[0]) status = begin_file(rejects, error);
    if (status == STATUS_OK && !heading) status = write_line(rejects, buffer_slice(&line), error);
    buffer_free(&line);
    return status;
}
