/* Rejected rows as they were read, with place and reason, in a file that can be mended and imported again. */
#include "import.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

void rejects_init(struct rejects *rejects, const char *path, bool table) {
    *rejects = (struct rejects){.path = path, .table = table};
    buffer_init(&rejects->heading);
}

bool rejects_want_table(const char *path) {
    enum file_format format = path ? import_format_by_name(import_base_name(path)) : FORMAT_NONE;
    return format == FORMAT_CSV || format == FORMAT_TSV;
}

enum status rejects_fail(const struct rejects *rejects, struct error *error) {
    error_set(error, STATUS_ENVIRONMENT, "rejected rows cannot be written: %s", strerror(errno));
    error_locate(error, rejects->path, 0, 0);
    return STATUS_ENVIRONMENT;
}

/* "events.csv:3:2", without what is not known. */
static void append_place(struct buffer *out, const struct place *place) {
    buffer_append_text(out, place->file);
    if (place->line) buffer_append_format(out, ":%ld", place->line);
    if (place->line && place->column) buffer_append_format(out, ":%ld", place->column);
}

static void append_reason(struct buffer *out, const struct error *fault) {
    buffer_append_text(out, fault->message);
    if (fault->remedy[0]) buffer_append_format(out, "; %s", fault->remedy);
}

/* ---- as a JSON object of flat texts --------------------------------------------------------------------------- */

static void append_member(struct buffer *out, struct slice name, struct slice value) {
    buffer_append_byte(out, out->size > 1 ? ',' : '{');
    buffer_append_json(out, name);
    buffer_append_byte(out, ':');
    buffer_append_json(out, value);
}

static void append_party(struct buffer *out, const struct party *party) {
    const struct slice names[] = {SLICE_OF("type"), SLICE_OF("id"), SLICE_OF("role"), SLICE_OF("for"), SLICE_OF("as")};
    const struct slice values[] = {slice_from(party_type_name(party->type)), party->id, party->role, party->acts_for,
                                   party->as};
    buffer_append_byte(out, '{');
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (slice_is_empty(values[i])) continue;
        if (i) buffer_append_byte(out, ',');
        buffer_append_json(out, names[i]);
        buffer_append_byte(out, ':');
        buffer_append_json(out, values[i]);
    }
    buffer_append_byte(out, '}');
}

/* What cells cannot say of the parties stands in an array, as it was read. False when there is no need. */
static bool append_parties(struct buffer *out, const struct record *raw) {
    struct party_list list;
    struct arena arena;
    if (raw->type != RECORD_EVENT || !record_has(raw, EVENT_PARTY_DETAILS)) return false;
    arena_init(&arena);
    bool good = event_list_parties(&arena, raw, &list, NULL) == STATUS_OK;
    if (good) {
        buffer_append_byte(out, out->size > 1 ? ',' : '{');
        buffer_append_text(out, "\"parties\":[");
        for (size_t i = 0; i < list.count; i++) {
            if (i) buffer_append_byte(out, ',');
            append_party(out, &list.items[i]);
        }
        buffer_append_byte(out, ']');
    }
    arena_free(&arena);
    return good;
}

static bool is_of_parties(const struct record *raw, size_t field) {
    return raw->type == RECORD_EVENT && (field == EVENT_COUNTRIES || field == EVENT_ORGANIZATIONS ||
                                         field == EVENT_PEOPLE || field == EVENT_ACTORS || field == EVENT_PARTY_DETAILS);
}

static void append_object(struct buffer *out, const struct record *raw, struct slice place, struct slice reason) {
    const struct record_info *info = record_info(raw->type);
    bool parties = append_parties(out, raw);
    for (size_t i = 0; i < info->field_count; i++)
        if (record_is_given(raw, (int)i) && !(parties && is_of_parties(raw, i)) &&
            !(info->fields[i].flags & FIELD_HIDDEN))
            append_member(out, slice_from(info->fields[i].name), raw->values[i]);
    for (size_t i = 0; i < raw->extra_count; i++) append_member(out, raw->extras[i].name, raw->extras[i].value);
    append_member(out, SLICE_OF("reject_place"), place);
    append_member(out, SLICE_OF("reject_reason"), reason);
    buffer_append_byte(out, '}');
}

/* ---- as a row of a table ---------------------------------------------------------------------------------------- */

static void append_cell(struct buffer *out, struct slice cell, bool first) {
    if (!first) buffer_append_byte(out, ',');
    rejects_append_cell(out, cell, ',', true);
}

static struct slice find_extra(const struct record *raw, struct slice name) {
    for (size_t i = 0; i < raw->extra_count; i++)
        if (slice_equals(raw->extras[i].name, name)) return raw->extras[i].value;
    return SLICE_NONE;
}

static void append_row(struct buffer *out, const struct rejects *rejects, const struct record *raw, struct slice place,
                       struct slice reason) {
    const struct record_info *info = record_info(raw->type);
    for (size_t i = 0; i < info->field_count; i++)
        if (rejects->given >> i & 1) append_cell(out, raw->values[i], out->size == 0);
    for (size_t i = 0; i < rejects->columns.count; i++)
        append_cell(out, find_extra(raw, rejects->columns.items[i]), out->size == 0);
    append_cell(out, place, out->size == 0);
    append_cell(out, reason, false);
}

static void append_heading(struct buffer *out, const struct rejects *rejects, enum record_type type) {
    const struct record_info *info = record_info(type);
    for (size_t i = 0; i < info->field_count; i++)
        if (rejects->given >> i & 1) append_cell(out, slice_from(info->fields[i].name), out->size == 0);
    for (size_t i = 0; i < rejects->columns.count; i++) append_cell(out, rejects->columns.items[i], out->size == 0);
    append_cell(out, SLICE_OF("reject_place"), out->size == 0);
    append_cell(out, SLICE_OF("reject_reason"), false);
    buffer_append_byte(out, '\n');
}

/* ---- collecting ---------------------------------------------------------------------------------------------------- */

static void append_entry(struct buffer *line, const struct rejects *rejects, const struct record *raw,
                         const struct error *fault) {
    struct buffer place, reason;
    buffer_init(&place);
    buffer_init(&reason);
    append_place(&place, &fault->place);
    append_reason(&reason, fault);
    if (rejects->table) append_row(line, rejects, raw, buffer_slice(&place), buffer_slice(&reason));
    else append_object(line, raw, buffer_slice(&place), buffer_slice(&reason));
    buffer_append_byte(line, '\n');
    line->failed = line->failed || buffer_failed(&place) || buffer_failed(&reason);
    buffer_free(&place);
    buffer_free(&reason);
}

enum status rejects_add(struct rejects *rejects, const struct record *raw, const struct error *fault, struct error *error) {
    struct buffer line;
    rejects->row_rejected = true;
    if (!rejects->path || rejects->profile || raw->type >= RECORD_TYPES) return STATUS_OK;
    FILE **file = &rejects->files[raw->type];
    if (!*file) {
        rejects->given = raw->given;
        *file = tmpfile();
    }
    if (!*file) return rejects_fail(rejects, error);
    buffer_init(&line);
    append_entry(&line, rejects, raw, fault);
    enum status status = STATUS_OK;
    if (buffer_failed(&line)) status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    else if (fwrite(line.data, 1, line.size, *file) != line.size) status = rejects_fail(rejects, error);
    rejects->counts[raw->type]++;
    buffer_free(&line);
    return status;
}

/* ---- the file ------------------------------------------------------------------------------------------------------ */

/* Copies what was collected; in a document a comma stands between two lines. */
static bool copy_lines(FILE *from, FILE *to, bool document) {
    int c, previous = 0;
    rewind(from);
    while ((c = getc(from)) != EOF) {
        if (document && previous == '\n' && fputs(",", to) == EOF) return false;
        if (document && c == '\n') {
            int next = getc(from);
            if (next != EOF) ungetc(next, from);
            if (next == EOF) break;
        }
        if (putc(c, to) == EOF) return false;
        previous = c;
    }
    return !ferror(from);
}

static bool write_text(FILE *file, const struct buffer *text) {
    return !buffer_failed(text) && fwrite(text->data ? text->data : "", 1, text->size, file) == text->size;
}

static bool write_table(const struct rejects *rejects, FILE *file) {
    for (int type = 0; type < RECORD_TYPES; type++) {
        if (!rejects->files[type]) continue;
        struct buffer heading;
        buffer_init(&heading);
        append_heading(&heading, rejects, (enum record_type)type);
        bool good = write_text(file, &heading) && copy_lines(rejects->files[type], file, false);
        buffer_free(&heading);
        return good;
    }
    return true;
}

static bool write_document(const struct rejects *rejects, FILE *file) {
    bool good = fputs("{\"detente\":1", file) != EOF;
    for (int type = 0; good && type < RECORD_TYPES; type++) {
        if (!rejects->files[type]) continue;
        good = fputs(",\n\"", file) != EOF && fputs(record_info((enum record_type)type)->plural, file) != EOF &&
               fputs("\":[\n", file) != EOF && copy_lines(rejects->files[type], file, true) && fputs("\n]", file) != EOF;
    }
    return good && fputs("}\n", file) != EOF;
}

static enum status write_file(const struct rejects *rejects, struct error *error) {
    FILE *file = fopen(rejects->path, "w");
    if (!file) return rejects_fail(rejects, error);
    bool good = rejects->profile ? copy_lines(rejects->files[0], file, false)
              : rejects->table ? write_table(rejects, file) : write_document(rejects, file);
    good = fclose(file) == 0 && good;
    return good ? STATUS_OK : rejects_fail(rejects, error);
}

enum status rejects_finish(struct rejects *rejects, bool keep, struct error *error) {
    bool some = false;
    for (int type = 0; type < RECORD_TYPES; type++) some = some || rejects->files[type];
    enum status status = some && keep ? write_file(rejects, error) : STATUS_OK;
    for (int type = 0; type < RECORD_TYPES; type++)
        if (rejects->files[type]) fclose(rejects->files[type]);
    buffer_free(&rejects->heading);
    return status;
}
