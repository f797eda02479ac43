/* Where the columns of a profile stand in a table: by the names in its heading, or by the number of its cells. Worked out once
 * per file, so that a row is only pointed at.
 *
 * Names are compared without case and with runs of white space as one space. */
#include <stdio.h>

#include "../model/nearest.h"
#include "column.h"
#include "profile_reader.h"

/* ---- names --------------------------------------------------------------------------------------------------------- */

static bool fold_name(struct arena *arena, struct slice name, struct slice *folded) {
    char *copy = arena_string(arena, slice_trim(name));
    size_t size = 0;
    bool gap = false;
    if (!copy) return false;
    for (size_t i = 0, end = slice_trim(name).size; i < end; i++) {
        gap = copy[i] == ' ' || copy[i] == '\t' || copy[i] == '\r' || copy[i] == '\n';
        if (!gap) copy[size++] = copy[i];
        else if (copy[size - 1] != ' ') copy[size++] = ' ';
    }
    *folded = (struct slice){copy, size};
    return true;
}

static bool is_needed(const struct profile *profile, size_t column) {
    return profile->columns[column].used || (profile->keep == KEEP_NAMED && profile->columns[column].kept);
}

/* Is a cell kept as an extra? `column` is -1 for none of the profile. */
static bool is_kept(const struct profile *profile, int column, bool used) {
    switch (profile->keep) {
    case KEEP_REST: return !used;
    case KEEP_NAMED: return column >= 0 && profile->columns[column].kept;
    case KEEP_NOTHING: break;
    }
    return false;
}

/* An extra with the name of a field would be read back as that, and two of one name as one. */
static bool is_taken(const struct layout *layout, enum record_type type, struct slice name) {
    if (column_find(type, name) != COLUMN_EXTRA) return true;
    for (size_t i = 0; i < layout->kept_count; i++)
        if (slice_equals(layout->kept[i].name, name)) return true;
    return false;
}

static bool name_extra(struct arena *arena, const struct layout *layout, size_t cell, enum record_type type,
                       struct slice *name) {
    struct buffer longer;
    if (!fold_name(arena, layout->names[cell], name)) return false;
    if (!is_taken(layout, type, *name)) return true;
    buffer_init(&longer);
    buffer_append_slice(&longer, *name);
    buffer_append_text(&longer, " (column ");
    buffer_append_integer(&longer, (int64_t)cell + 1);
    buffer_append_byte(&longer, ')');
    bool good = !buffer_failed(&longer) && arena_copy(arena, buffer_slice(&longer), name);
    buffer_free(&longer);
    return good;
}

/* ---- where a value stands ------------------------------------------------------------------------------------------- */

unsigned short layout_find_source(const struct layout *layout, const struct profile_value *value) {
    unsigned short cell = value->shape == VALUE_COLUMN ? layout->cells[value->column] : 0;
    for (size_t i = 0; i < value->piece_count && !cell; i++)
        if (value->pieces[i].column != PROFILE_LITERAL) cell = layout->cells[value->pieces[i].column];
    for (size_t i = 0; i < value->part_count && !cell; i++) cell = layout_find_source(layout, &value->parts[i]);
    return cell;
}

static void find_party_sources(struct layout *layout, const struct profile_party *party, unsigned short *sources) {
    static const int fields[PARTY_TYPES] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_PEOPLE, EVENT_ACTORS};
    for (size_t i = 0; i < party->try_count; i++) {
        unsigned short *source = &sources[fields[party->tries[i].type]];
        if (!*source) *source = layout_find_source(layout, &party->tries[i].value);
    }
}

static void find_sources(struct layout *layout, const struct profile_record *record, unsigned short *sources) {
    for (size_t i = 0; i < record->field_count; i++) {
        const struct profile_field *field = &record->fields[i];
        for (size_t v = 0; v < field->value_count && !sources[field->field]; v++)
            sources[field->field] = layout_find_source(layout, &field->values[v]);
    }
    for (size_t i = 0; i < record->party_count; i++) find_party_sources(layout, &record->parties[i], sources);
    if (!record->is_spell) return;
    unsigned short code = layout_find_source(layout, &record->spell.code);
    for (int i = COUNTRY_ID; i <= COUNTRY_WIKIDATA; i++) sources[i] = code;
    sources[COUNTRY_NAME] = layout_find_source(layout, &record->spell.name);
    sources[COUNTRY_START] = layout_find_source(layout, &record->spell.start);
    sources[COUNTRY_END] = layout_find_source(layout, &record->spell.end);
}

/* ---- a layout ------------------------------------------------------------------------------------------------------- */

static bool make_room(struct profile_reader *reader, struct layout *layout, size_t cells) {
    const struct profile *profile = reader->profile;
    layout->cell_count = layout->width = cells;
    layout->names = arena_alloc_array(&reader->arena, cells, sizeof *layout->names);
    layout->cells = arena_alloc_array(&reader->arena, profile->column_count, sizeof *layout->cells);
    layout->used = arena_alloc_array(&reader->arena, profile->column_count, sizeof *layout->used);
    layout->kept = arena_alloc_array(&reader->arena, cells, sizeof *layout->kept);
    layout->sources = arena_alloc_array(&reader->arena, profile->record_count, sizeof *layout->sources);
    return layout->names && layout->cells && layout->used && layout->kept && layout->sources;
}

/* The record whose extras the kept columns are: the first that is not made once. */
static enum record_type find_extras_type(const struct profile *profile) {
    for (size_t i = 0; i < profile->record_count; i++)
        if (!profile->records[i].once) return profile->records[i].type;
    return profile->records[0].type;
}

/* `columns`: by cell, of the profile, or -1. */
static bool complete_layout(struct profile_reader *reader, struct layout *layout, const int *columns) {
    const struct profile *profile = reader->profile;
    enum record_type type = find_extras_type(profile);
    for (size_t i = 0; i < layout->cell_count; i++) {
        int column = columns[i];
        bool used = column >= 0 && profile->columns[column].used && layout->cells[column] == i + 1;
        bool kept = layout->names[i].size && is_kept(profile, column, used);
        if (used) layout->used[layout->used_count++] = (struct used_cell){i, column};
        if (kept) {
            struct slice name;
            if (!name_extra(&reader->arena, layout, i, type, &name)) return false;
            layout->kept[layout->kept_count++] = (struct kept_cell){i, name};
        }
        layout->left_count += !used && !kept;
    }
    for (size_t i = 0; i < profile->record_count; i++) find_sources(layout, &profile->records[i], layout->sources[i]);
    if (layout->kept_count > reader->counts->kept) reader->counts->kept = layout->kept_count;
    if (layout->left_count > reader->counts->left) reader->counts->left = layout->left_count;
    return true;
}

/* ---- by a heading ---------------------------------------------------------------------------------------------------- */

static enum status refuse_heading(const struct profile_reader *reader, size_t cell, struct error *error) {
    error_locate(error, reader->file, reader->line, (long)cell);
    return STATUS_BAD_INPUT;
}

/* What most often stands in a heading that is one cell; 0: nothing that separates. */
static char guess_delimiter(struct slice heading) {
    static const char signs[] = ",;\t|";
    size_t most = 0;
    char found = 0;
    for (const char *sign = signs; *sign; sign++) {
        size_t count = 0;
        for (size_t i = 0; i < heading.size; i++) count += heading.data[i] == *sign;
        if (count > most) most = count, found = *sign;
    }
    return found;
}

static void show_delimiter(char delimiter, char out[8]) {
    if (delimiter == '\t') memcpy(out, "\\t", 3);
    else if ((unsigned char)delimiter < 0x20 || (unsigned char)delimiter >= 0x7F)
        snprintf(out, 8, "\\u%04x", (unsigned)(unsigned char)delimiter);
    else out[0] = delimiter, out[1] = '\0';
}

/* The table was not cut: by what it is, and by what it seems that it should be. */
static void advise_cut(const struct profile_reader *reader, struct slice heading, struct error *error) {
    char has[8], seems[8], guess = guess_delimiter(heading);
    bool json = heading.size && (heading.data[0] == '{' || heading.data[0] == '[');
    show_delimiter(profile_delimiter(reader->profile, slice_from(reader->file)), has);
    if (json) error_advise(error, "the file seems to be JSON; a profile reads tables, of which the first row names the columns");
    else if (guess && reader->profile->table.delimiter) {
        show_delimiter(guess, seems);
        error_advise(error, "the profile says \"delimiter\": \"%s\", and the heading seems to be cut by \"%s\": say that in its \"table\"",
                     has, seems);
    } else if (guess) {
        show_delimiter(guess, seems);
        error_advise(error, "the heading is one cell: say in \"table\" of the profile what stands between cells, as in "
                            "\"delimiter\": \"%s\"", seems);
    } else
        error_advise(error, "the heading is one cell, and nothing in it looks like what stands between cells (the profile: \"%s\"); is "
                            "this the file that the profile is for?", has);
}

static enum status refuse_missing(const struct profile_reader *reader, const struct layout *layout, size_t column,
                                  struct error *error) {
    struct nearest nearest = {.word = reader->profile->columns[column].name};
    char words[400];
    for (size_t i = 0; i < layout->cell_count; i++)
        if (layout->names[i].size) nearest_offer(&nearest, layout->names[i]);
    error_set(error, STATUS_BAD_INPUT, "the heading has no column \"%s\", which profile %.*s reads",
              column_show(nearest.word).text, (int)reader->profile->name.size, reader->profile->name.data);
    nearest_format(&nearest, words, sizeof words);
    if (layout->cell_count == 1)
        advise_cut(reader, layout->names[0], error);
    else if (words[0]) error_advise(error, "did you mean %.200s? Name it so in the profile, or in the file", words);
    else error_advise(error, "is this the file that the profile is for? A column that may be missing stands in \"optional\"");
    return refuse_heading(reader, 0, error);
}

static enum status refuse_twice(const struct profile_reader *reader, const struct layout *layout, size_t first, size_t second,
                                struct error *error) {
    error_set(error, STATUS_BAD_INPUT, "columns %zu and %zu have the same heading \"%s\", and the profile reads it", first,
              second, column_show(layout->names[second - 1]).text);
    error_advise(error, "rename or remove one of them");
    return refuse_heading(reader, second, error);
}

static enum status check_columns(const struct profile_reader *reader, const struct layout *layout, struct error *error) {
    const struct profile *profile = reader->profile;
    for (size_t i = 0; i < profile->column_count; i++)
        if (!layout->cells[i] && is_needed(profile, i) && !profile->columns[i].optional)
            return refuse_missing(reader, layout, i, error);
    return STATUS_OK;
}

static enum status read_names(struct profile_reader *reader, struct layout *layout, const struct csv_row *row,
                              struct error *error) {
    layout->width = 0;
    for (size_t i = 0; i < row->cell_count; i++) {
        struct slice name = slice_trim(csv_row_cell(row, i));
        if (name.size > COLUMN_NAME_MAX) {
            error_set(error, STATUS_BAD_INPUT, "a heading of more than %d bytes", COLUMN_NAME_MAX);
            error_advise(error, "the first row must name the columns; \"heading\": false says that there is none");
            return refuse_heading(reader, i + 1, error);
        }
        if (!arena_copy(&reader->arena, name, &layout->names[i])) return reader_fail_memory(error);
        if (name.size) layout->width = i + 1;
    }
    return STATUS_OK;
}

/* Which column of the profile each cell of the heading is. */
static enum status match_names(struct profile_reader *reader, struct layout *layout, int *columns, struct error *error) {
    const struct profile *profile = reader->profile;
    struct slice *names = arena_alloc_array(&reader->arena, profile->column_count, sizeof *names);
    struct word_index index;
    if (!names) return reader_fail_memory(error);
    for (size_t i = 0; i < profile->column_count; i++)
        if (!fold_name(&reader->arena, profile->columns[i].name, &names[i])) return reader_fail_memory(error);
    if (!word_index_make(&index, &reader->arena, names, profile->column_count)) return reader_fail_memory(error);
    for (size_t i = 0; i < layout->cell_count; i++) {
        struct slice name;
        if (!fold_name(&reader->arena, layout->names[i], &name)) return reader_fail_memory(error);
        columns[i] = (int)word_index_find(&index, name);
        if (columns[i] < 0) continue;
        unsigned short *cell = &layout->cells[columns[i]];
        if (*cell && is_needed(profile, (size_t)columns[i])) return refuse_twice(reader, layout, *cell, i + 1, error);
        if (!*cell) *cell = (unsigned short)(i + 1);
    }
    return STATUS_OK;
}

enum status layout_from_heading(struct profile_reader *reader, const struct csv_row *row, struct error *error) {
    struct layout *layout = arena_alloc(&reader->arena, sizeof *layout);
    int *columns = arena_alloc_array(&reader->arena, row->cell_count, sizeof *columns);
    if (!layout || !columns || !make_room(reader, layout, row->cell_count)) return reader_fail_memory(error);
    if (row->fault != CSV_ROW_WHOLE || row->surplus) {
        error_set(error, STATUS_BAD_INPUT, "the heading has %zu cells, more than the %d columns and %d bytes a cell that a "
                  "table can have", row->column_count, CSV_COLUMNS_MAX, CSV_CELL_MAX);
        return refuse_heading(reader, row->fault ? row->fault_column : CSV_COLUMNS_MAX + 1, error);
    }
    enum status status = read_names(reader, layout, row, error);
    if (status == STATUS_OK) status = match_names(reader, layout, columns, error);
    if (status == STATUS_OK) status = check_columns(reader, layout, error);
    if (status == STATUS_OK && !complete_layout(reader, layout, columns)) status = reader_fail_memory(error);
    reader->layouts = layout;
    reader->layout_count = 1;
    return status;
}

/* ---- by number ------------------------------------------------------------------------------------------------------- */

enum status layout_from_variants(struct profile_reader *reader, struct error *error) {
    const struct profile *profile = reader->profile;
    if (!profile->variant_count) return error_set(error, STATUS_BAD_INPUT, "the profile has neither a heading nor columns");
    reader->layouts = arena_alloc_array(&reader->arena, profile->variant_count, sizeof *reader->layouts);
    if (!reader->layouts) return reader_fail_memory(error);
    for (size_t v = 0; v < profile->variant_count; v++) {
        const struct profile_variant *variant = &profile->variants[v];
        struct layout *layout = &reader->layouts[v];
        if (!make_room(reader, layout, variant->count)) return reader_fail_memory(error);
        for (size_t i = 0; i < variant->count; i++) {
            if (variant->columns[i] < 0) continue;
            layout->names[i] = profile->columns[variant->columns[i]].name;
            layout->cells[variant->columns[i]] = (unsigned short)(i + 1);
        }
        if (!complete_layout(reader, layout, variant->columns)) return reader_fail_memory(error);
    }
    reader->layout_count = profile->variant_count;
    return STATUS_OK;
}

/* ---- of a row --------------------------------------------------------------------------------------------------------- */

/* The number of its last filled cell. */
static size_t find_last_filled(const struct csv_row *row) {
    size_t count = row->surplus ? row->surplus : row->cell_count;
    while (count > 0 && count <= row->cell_count && slice_is_empty(slice_trim(csv_row_cell(row, count - 1)))) count--;
    return count;
}

static void refuse_count(struct profile_reader *reader, const struct csv_row *row) {
    char widths[120] = "";
    size_t size = 0, widest = 0;
    for (size_t i = 0; i < reader->layout_count && size + 30 < sizeof widths; i++) {
        const char *sign = i == 0 ? "" : i + 1 == reader->layout_count ? " or " : ", ";
        size += (size_t)snprintf(widths + size, sizeof widths - size, "%s%zu", sign, reader->layouts[i].width);
        if (reader->layouts[i].width > widest) widest = reader->layouts[i].width;
    }
    bool longer = row->column_count > widest;
    error_set(&reader->fault, STATUS_BAD_INPUT, "the row has %zu cell%s, the %s %s", row->column_count,
              row->column_count == 1 ? "" : "s", reader->profile->table.heading ? "heading" : "profile knows rows of", widths);
    if (!reader->profile->table.heading)
        error_advise(&reader->fault, "is the file of another profile? \"detente profiles\" lists them");
    else if (longer)
        error_advise(&reader->fault, "put a cell that holds the separator or a line end into quotes");
    else
        error_advise(&reader->fault, "add the cells that are missing; they may be empty");
    error_locate(&reader->fault, reader->file, reader->line, (long)(longer ? widest : row->column_count) + 1);
}

static void refuse_size(struct profile_reader *reader, const struct csv_row *row) {
    if (row->fault == CSV_ROW_CELL_TOO_LARGE)
        error_set(&reader->fault, STATUS_BAD_INPUT, "a cell has more than %d bytes", CSV_CELL_MAX);
    else
        error_set(&reader->fault, STATUS_BAD_INPUT, "the row has more than %d bytes", CSV_ROW_MAX);
    error_advise(&reader->fault, "shorten it; an opening quote that is not closed may have taken in what follows");
    error_locate(&reader->fault, reader->file, reader->line, (long)row->fault_column);
}

/* Empty cells at the end of a row are no cells. */
const struct layout *layout_of_row(struct profile_reader *reader, const struct csv_row *row) {
    const struct layout *best = NULL;
    for (size_t i = 0; i < reader->layout_count && row->fault == CSV_ROW_WHOLE; i++) {
        const struct layout *layout = &reader->layouts[i];
        if (layout->width == row->column_count) return layout;
        if (layout->width < row->column_count && (!best || layout->width > best->width)) best = layout;
    }
    if (best && find_last_filled(row) <= best->cell_count) return best;
    if (row->fault != CSV_ROW_WHOLE) refuse_size(reader, row);
    else refuse_count(reader, row);
    return NULL;
}
