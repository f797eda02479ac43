/* What a file is: from its name, what was said of it, and its first bytes. Reads nothing but these. */
#include "import.h"

#include <string.h>
#include "model/nearest.h"
#include "profiles.h"
#include "read/column.h"
#include "read/csv_rows.h"
#include "read/json.h"

struct slice import_base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slice_from(slash ? slash + 1 : path);
}

static struct slice extension_of(struct slice name) {
    for (size_t i = name.size; i > 1; i--)
        if (name.data[i - 1] == '.') return slice_part(name, i, name.size);
    return SLICE_NONE;
}

enum file_format import_format_by_name(struct slice name) {
    struct slice extension = extension_of(name);
    if (slice_is(name, "dossier.json")) return FORMAT_DOSSIER_JSON;
    if (slice_equals_ascii_nocase(extension, SLICE_OF("csv"))) return FORMAT_CSV;
    if (slice_equals_ascii_nocase(extension, SLICE_OF("tsv")) || slice_equals_ascii_nocase(extension, SLICE_OF("tab")))
        return FORMAT_TSV;
    if (slice_equals_ascii_nocase(extension, SLICE_OF("jsonl")) ||
        slice_equals_ascii_nocase(extension, SLICE_OF("ndjson"))) return FORMAT_LINES;
    return slice_equals_ascii_nocase(extension, SLICE_OF("json")) ? FORMAT_DOCUMENT : FORMAT_NONE;
}

enum status import_format_by_word(const char *word, enum file_format *format, struct error *error) {
    static const char *const words[] = {"csv", "tsv", "json", "jsonl", "dossier", NULL};
    static const enum file_format formats[] = {FORMAT_CSV, FORMAT_TSV, FORMAT_DOCUMENT, FORMAT_LINES, FORMAT_FOLDER};
    struct nearest nearest = {.word = slice_from(word)};
    char names[80];
    for (size_t i = 0; words[i]; i++) {
        *format = formats[i];
        if (strcmp(word, words[i]) == 0) return STATUS_OK;
        nearest_offer(&nearest, slice_from(words[i]));
    }
    nearest_format(&nearest, names, sizeof names);
    error_set(error, STATUS_USAGE, "\"%.40s\" is no format that can be imported", word);
    error_advise(error, names[0] ? "did you mean %s?" : "formats are csv, tsv, json, jsonl and dossier%s", names);
    return STATUS_USAGE;
}

enum file_format import_format_of(struct slice beginning) {
    char guess = json_guess(slice_part(beginning, 0, 4096));
    struct slice first_line = slice_part(beginning, 0, slice_find(beginning, '\n'));
    bool tab = slice_find(first_line, '\t') < first_line.size;
    return guess == 'd' ? FORMAT_DOCUMENT : guess == 'l' ? FORMAT_LINES : tab ? FORMAT_TSV : FORMAT_CSV;
}

enum status import_refuse_packed(struct importer *importer, struct slice beginning, struct error *error) {
    const struct detente_import *request = importer->request;
    bool gzip = slice_starts_with(beginning, SLICE_OF("\x1F\x8B")), zip = slice_starts_with(beginning, SLICE_OF("PK\x03\x04"));
    struct slice file = slice_part(importer->file, 0, 100);
    const char *option = request->map ? " --map " : request->profile ? " --profile " : "";
    const char *name = request->map ? request->map : request->profile ? request->profile : "";
    if (!gzip && !zip) return STATUS_OK;
    error_set(error, STATUS_BAD_INPUT, "the file is compressed (%s)", gzip ? "gzip" : "zip, as workbooks of spreadsheets are too");
    if (zip) error_advise(error, "unpack it first; save the sheet of a workbook as CSV");
    else error_advise(error, "gunzip -c %.*s | detente import%s%.60s -", (int)file.size, file.data, option, name);
    error_locate(error, arena_string(&importer->words, importer->file), 0, 0);
    return STATUS_BAD_INPUT;
}

enum status import_table_type(struct importer *importer, struct slice name, enum record_type *type, struct error *error) {
    struct slice extension = extension_of(name);
    struct slice stem = extension.size ? slice_part(name, 0, name.size - extension.size - 1) : name;
    struct slice word = importer->request->table ? slice_from(importer->request->table) : stem;
    *type = record_find_type(word);
    importer->guessed_table = *type == RECORD_TYPES && !importer->request->table;
    if (*type != RECORD_TYPES) return STATUS_OK;
    if (importer->guessed_table) {
        *type = RECORD_EVENT;
        return STATUS_OK;
    }
    struct nearest nearest = {.word = word};
    char names[120];
    for (int i = 0; i < RECORD_TYPES; i++) nearest_offer(&nearest, slice_from(record_info((enum record_type)i)->plural));
    nearest_format(&nearest, names, sizeof names);
    error_set(error, STATUS_USAGE, "\"%.*s\" is no table", (int)word.size, word.data);
    if (names[0]) error_advise(error, "did you mean %s?", names);
    return STATUS_USAGE;
}

/* ---- other people's tables ------------------------------------------------------------------------------------------ */

/* Does the first row name all that records of the type must have, or nothing but their fields? */
static bool is_heading_of(enum record_type type, const struct csv_row *row) {
    const struct record_info *info = record_info(type);
    uint64_t given = 0, needed = 0;
    bool others = row->fault != CSV_ROW_WHOLE;
    for (size_t i = 0; i < row->cell_count; i++) {
        struct slice name = slice_trim(csv_row_cell(row, i));
        int field = slice_is_empty(name) ? COLUMN_DROPPED : column_find(type, name);
        if (field >= 0) given |= UINT64_C(1) << field;
        others = others || field == COLUMN_EXTRA;
    }
    for (size_t i = 0; i < info->field_count; i++)
        if (info->fields[i].flags & FIELD_REQUIRED) needed |= UINT64_C(1) << i;
    if (type == RECORD_EVENT) needed = UINT64_C(1) << EVENT_KIND | UINT64_C(1) << EVENT_DATE;
    return given && ((given & needed) == needed || !others);
}

static bool is_ours(enum record_type type, enum file_format format, struct slice beginning) {
    const struct csv_options options = {format == FORMAT_TSV ? '\t' : ',', '"'};
    struct memory_input memory = {beginning, 0};
    struct input input;
    struct csv_row row;
    struct error ignored = {0};
    enum status status = STATUS_OK;
    input_from_memory(&memory, "", &input);
    struct csv_rows *rows = csv_rows_open(&input, &options, &ignored);
    bool ours = rows && csv_rows_next(rows, &row, &status, &ignored) && is_heading_of(type, &row);
    csv_rows_close(rows);
    return ours;
}

enum status import_recognise(struct importer *importer, struct slice name, enum file_format format, struct slice beginning,
                             const struct profile **profile, struct error *error) {
    const struct detente_import *request = importer->request;
    enum record_type type;
    *profile = NULL;
    if (request->format || request->table || request->profile || (format != FORMAT_CSV && format != FORMAT_TSV)) return STATUS_OK;
    enum status status = import_table_type(importer, name, &type, error);
    if (status != STATUS_OK || is_ours(type, format, beginning)) return status;
    if (!importer->builtin) status = profiles_parse_builtin(&importer->words, &importer->builtin, &importer->builtin_count, error);
    if (status == STATUS_OK) *profile = profile_recognise(importer->builtin, importer->builtin_count, name, beginning);
    return status;
}
