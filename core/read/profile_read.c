/* The rows of a foreign table -> records: the file is opened, cut into rows, and each row is laid out, cleaned and handed on.
 * Knows no value and no record: profile_row.c and those below it do.
 *
 * All that can be worked out once is worked out before the first row: indexes of maps and groups, where each column stands, in
 * which order fields are filled. A row is then only pointed at, and what it makes lives in an arena that is rewound for the next. */
#include <stdint.h>
#include <stdlib.h>

#include "profile_reader.h"

/* ---- lines before the table --------------------------------------------------------------------------------------------- */

struct skipping_input {
    struct input *inner;
    size_t lines; /* still to be passed over */
    bool after_cr; /* a LF here ends no other line */
};

/* How much of a block belongs to lines that are passed over. */
static size_t count_skipped(struct skipping_input *skipping, const char *data, size_t size) {
    size_t at = 0;
    for (; at < size && (skipping->lines || skipping->after_cr); at++) {
        bool second = skipping->after_cr && data[at] == '\n';
        skipping->after_cr = data[at] == '\r';
        if (second) continue;
        if (!skipping->lines) break;
        skipping->lines -= data[at] == '\r' || data[at] == '\n';
    }
    return at;
}

static enum status read_skipping(void *context, char *data, size_t size, size_t *got, struct error *error) {
    struct skipping_input *skipping = context;
    size_t skipped;
    do {
        enum status status = skipping->inner->read(skipping->inner->context, data, size, got, error);
        if (status != STATUS_OK || *got == 0) return status;
        skipped = count_skipped(skipping, data, *got);
    } while (skipped == *got);
    if (skipped) memmove(data, data + skipped, *got - skipped);
    *got -= skipped;
    return STATUS_OK;
}

/* ---- what is worked out once --------------------------------------------------------------------------------------------- */

/* The table is large enough for every map, see count_maps. */
static bool add_map(struct profile_reader *reader, const struct profile_map *map) {
    size_t slot = (size_t)((uintptr_t)map / sizeof(void *)) & (reader->map_slots - 1);
    while (reader->maps[slot].map && reader->maps[slot].map != map) slot = (slot + 1) & (reader->map_slots - 1);
    if (reader->maps[slot].map) return true;
    reader->maps[slot].map = map;
    return word_index_make(&reader->maps[slot].index, &reader->arena, map->from, map->count);
}

/* Counts the maps of a value and of those in it; with `add`, indexes them. */
static bool walk_value(struct profile_reader *reader, const struct profile_value *value, bool add, size_t *count) {
    bool good = true;
    if (value->known_map == MAP_OWN && value->map) {
        (*count)++;
        if (add) good = add_map(reader, value->map);
    }
    for (size_t i = 0; i < value->part_count && good; i++) good = walk_value(reader, &value->parts[i], add, count);
    return good;
}

static bool walk_party(struct profile_reader *reader, const struct profile_party *party, bool add, size_t *count) {
    bool good = walk_value(reader, &party->acts_for, add, count) && walk_value(reader, &party->as, add, count);
    for (size_t i = 0; i < party->try_count && good; i++) good = walk_value(reader, &party->tries[i].value, add, count);
    return good;
}

static bool walk_record(struct profile_reader *reader, const struct profile_record *record, bool add, size_t *count) {
    const struct profile_spell *spell = &record->spell;
    bool good = walk_value(reader, &spell->code, add, count) && walk_value(reader, &spell->name, add, count) &&
                walk_value(reader, &spell->start, add, count) && walk_value(reader, &spell->end, add, count);
    for (size_t i = 0; i < record->field_count && good; i++)
        for (size_t v = 0; v < record->fields[i].value_count && good; v++)
            good = walk_value(reader, &record->fields[i].values[v], add, count);
    for (size_t i = 0; i < record->party_count && good; i++) good = walk_party(reader, &record->parties[i], add, count);
    return good;
}

static bool walk_profile(struct profile_reader *reader, bool add, size_t *count) {
    bool good = true;
    for (size_t i = 0; i < reader->profile->record_count && good; i++)
        good = walk_record(reader, &reader->profile->records[i], add, count);
    for (size_t i = 0; i < reader->profile->coverage_count && good; i++)
        good = walk_value(reader, &reader->profile->coverage[i].days, add, count) &&
               walk_value(reader, &reader->profile->coverage[i].part, add, count);
    return good;
}

static bool index_words(struct profile_reader *reader) {
    const struct profile *profile = reader->profile;
    size_t count = 0;
    walk_profile(reader, false, &count);
    for (reader->map_slots = 8; reader->map_slots < count * 2;) reader->map_slots *= 2;
    reader->maps = arena_alloc_array(&reader->arena, reader->map_slots, sizeof *reader->maps);
    if (!reader->maps || !walk_profile(reader, true, &count)) return false;
    for (int i = 0; i < CODE_SYSTEMS; i++)
        if (!word_index_make(&reader->groups[i], &reader->arena, profile->groups[i].items, profile->groups[i].count)) return false;
    for (size_t i = 0; i < profile->table.replace_from.count; i++) {
        struct slice from = profile->table.replace_from.items[i];
        if (from.size) reader->replaced[(unsigned char)from.data[0]] = 1;
    }
    return true;
}

static enum status prepare(struct profile_reader *reader, struct error *error) {
    const struct profile *profile = reader->profile;
    reader->cells = arena_alloc_array(&reader->arena, profile->column_count, sizeof *reader->cells);
    reader->covered = arena_alloc_array(&reader->arena, profile->coverage_count, sizeof *reader->covered);
    reader->placer = placer_open(reader->lookup);
    if (!reader->cells || !reader->covered || !reader->placer || !index_words(reader)) return reader_fail_memory(error);
    enum status status = row_make_plans(reader, error);
    return status == STATUS_OK && !profile->table.heading ? layout_from_variants(reader, error) : status;
}

/* ---- cells ----------------------------------------------------------------------------------------------------------------- */

static bool has_replaced(const struct profile_reader *reader, struct slice cell) {
    for (size_t i = 0; i < cell.size; i++)
        if (reader->replaced[(unsigned char)cell.data[i]]) return true;
    return false;
}

/* The first text that stands at `at`, or NULL. */
static const struct slice *find_replaced(const struct profile_table *table, struct slice cell, size_t at, struct slice *to) {
    for (size_t i = 0; i < table->replace_from.count; i++) {
        const struct slice *from = &table->replace_from.items[i];
        if (!from->size || !slice_starts_with(slice_part(cell, at, cell.size), *from)) continue;
        *to = table->replace_to.items[i];
        return from;
    }
    return NULL;
}

static bool replace_texts(struct profile_reader *reader, struct slice *cell) {
    struct buffer *out = &reader->cell;
    buffer_clear(out);
    for (size_t at = 0; at < cell->size;) {
        struct slice to;
        bool may = reader->replaced[(unsigned char)cell->data[at]];
        const struct slice *from = may ? find_replaced(&reader->profile->table, *cell, at, &to) : NULL;
        if (from) buffer_append_slice(out, to);
        else buffer_append_byte(out, cell->data[at]);
        at += from ? from->size : 1;
    }
    return !buffer_failed(out) && arena_copy(&reader->row_arena, buffer_slice(out), cell);
}

bool reader_clean_cell(struct profile_reader *reader, struct slice *cell) {
    const struct profile_table *table = &reader->profile->table;
    if (table->replace_from.count && has_replaced(reader, *cell) && !replace_texts(reader, cell)) return false;
    *cell = slice_trim(*cell);
    for (size_t i = 0; i < table->missing.count; i++)
        if (slice_equals(*cell, table->missing.items[i])) *cell = SLICE_NONE;
    return true;
}

static bool take_cells(struct profile_reader *reader, const struct csv_row *row) {
    const struct layout *layout = reader->layout;
    if (reader->layout_count > 1 && reader->profile->column_count)
        memset(reader->cells, 0, reader->profile->column_count * sizeof *reader->cells);
    for (size_t i = 0; i < layout->used_count; i++) {
        struct slice *cell = &reader->cells[layout->used[i].column];
        *cell = csv_row_cell(row, layout->used[i].cell);
        if (!reader_clean_cell(reader, cell)) return false;
    }
    return true;
}

/* ---- rows ------------------------------------------------------------------------------------------------------------------ */

static bool is_blank(const struct csv_row *row) {
    for (size_t i = 0; i < row->cell_count; i++)
        if (!slice_is_empty(slice_trim(csv_row_cell(row, i)))) return false;
    return row->fault == CSV_ROW_WHOLE && !row->surplus;
}

static void begin_row(struct profile_reader *reader, const struct csv_row *row) {
    reader->row = row;
    reader->line = row->line + (long)reader->profile->table.skip;
    reader->date = (struct row_date){.known = false};
    reader->date_sought = reader->extras_given = reader->rejected = false;
    reader->made = 0;
    reader->pending_count = 0;
}

static enum status tell_row(struct profile_reader *reader, bool heading, struct error *error) {
    if (!reader->visitor->row_done) return STATUS_OK;
    return reader->visitor->row_done(reader->visitor->context, reader->row, heading, error);
}

static void count_passed(struct profile_reader *reader) {
    struct profile_counts *counts = reader->counts;
    counts->passed++;
    if (counts->passed_line_count < PROFILE_PASSED_LINES) counts->passed_lines[counts->passed_line_count++] = reader->line;
}

static enum status read_row(struct profile_reader *reader, const struct csv_row *row, struct error *error) {
    struct arena_mark mark = arena_mark(&reader->row_arena);
    enum status status = STATUS_OK;
    begin_row(reader, row);
    reader->counts->rows++;
    reader->layout = layout_of_row(reader, row);
    if (!reader->layout) {
        status = reader_reject_row(reader, error);
    } else if (!take_cells(reader, row)) {
        status = reader_fail_memory(error);
    } else if (conditions_hold(reader, &reader->profile->rows)) {
        status = row_make_records(reader, error);
        if (status == STATUS_OK) status = coverage_add_row(reader, error);
    }
    if (!reader->made && !reader->rejected) count_passed(reader);
    arena_rewind(&reader->row_arena, mark);
    return status == STATUS_OK ? tell_row(reader, false, error) : status;
}

/* The line is counted from the first of the file. */
static void move_place(const struct profile_reader *reader, struct error *error) {
    if (error && error->status == STATUS_BAD_INPUT && error->place.line > 0) error->place.line += (long)reader->profile->table.skip;
}

static bool next_row(struct profile_reader *reader, struct csv_rows *rows, struct csv_row *row, enum status *status,
                     struct error *error) {
    do
        if (!csv_rows_next(rows, row, status, error)) {
            if (*status != STATUS_OK) move_place(reader, error);
            return false;
        }
    while (is_blank(row));
    return true;
}

static enum status read_heading(struct profile_reader *reader, struct csv_rows *rows, struct error *error) {
    struct csv_row row;
    enum status status;
    if (!next_row(reader, rows, &row, &status, error)) {
        if (status != STATUS_OK) return status;
        error_set(error, STATUS_BAD_INPUT, "the table is empty");
        error_advise(error, "its first row must name the columns");
        error_locate(error, reader->file, (long)reader->profile->table.skip + 1, 1);
        return STATUS_BAD_INPUT;
    }
    begin_row(reader, &row);
    enum status laid = layout_from_heading(reader, &row, error);
    return laid == STATUS_OK ? tell_row(reader, true, error) : laid;
}

static enum status read_rows(struct profile_reader *reader, struct csv_rows *rows, struct error *error) {
    struct csv_row row;
    enum status status = prepare(reader, error);
    if (status == STATUS_OK && reader->profile->table.heading) status = read_heading(reader, rows, error);
    while (status == STATUS_OK && next_row(reader, rows, &row, &status, error)) status = read_row(reader, &row, error);
    return status == STATUS_OK ? coverage_tell(reader, error) : status;
}

/* ---- the file --------------------------------------------------------------------------------------------------------------- */

char profile_delimiter(const struct profile *profile, struct slice name) {
    static const char *const endings[] = {".tsv", ".tab", ".txt"};
    if (profile->table.delimiter) return profile->table.delimiter;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (name.size >= 4 && slice_equals_ascii_nocase(slice_part(name, name.size - 4, name.size), slice_from(endings[i])))
            return '\t';
    return ',';
}

static enum status read_table(struct profile_reader *reader, struct input *input, struct error *error) {
    const struct profile_table *table = &reader->profile->table;
    struct csv_options options = {profile_delimiter(reader->profile, slice_from(input->name)), table->quote};
    struct skipping_input skipping = {input, table->skip, false};
    struct input skipped = {input->name, read_skipping, NULL, &skipping};
    struct csv_rows *rows = csv_rows_open(table->skip ? &skipped : input, &options, error);
    if (!rows) return STATUS_NO_MEMORY;
    enum status status = read_rows(reader, rows, error);
    csv_rows_close(rows);
    return status;
}

enum status profile_read(struct input *input, const struct profile *profile, const struct lookup *lookup,
                         const struct record_visitor *visitor, struct profile_counts *counts, struct error *error) {
    struct profile_reader *reader = calloc(1, sizeof *reader);
    struct encoded_input *encoded = calloc(1, sizeof *encoded);
    struct input text;
    enum status status = STATUS_NO_MEMORY;
    *counts = (struct profile_counts){0};
    if (reader && encoded) {
        *reader = (struct profile_reader){
            .profile = profile, .lookup = lookup, .visitor = visitor, .counts = counts, .file = input->name};
        arena_init(&reader->arena);
        arena_init(&reader->row_arena);
        buffer_init(&reader->cell);
        encoded_begin(encoded, input, profile->table.encoding, &text);
        status = read_table(reader, &text, error);
        coverage_free(reader);
        placer_close(reader->placer);
        buffer_free(&reader->cell);
        arena_free(&reader->row_arena);
        arena_free(&reader->arena);
    }
    free(encoded);
    free(reader);
    return status == STATUS_NO_MEMORY ? reader_fail_memory(error) : status;
}
