/* Values of a profile: cells, constants, what is put together of them, countries. What is done to them is in
 * profile_options.c; who asks for them knows the fields.
 *
 * A value that cannot be placed is empty, and leaves in reader->pending what it was. */
#include "../base/cell.h"
#include "profile_reader.h"

/* ---- conditions ---------------------------------------------------------------------------------------------------- */

static bool begins_with_any(const struct slice_list *words, struct slice text) {
    for (size_t i = 0; i < words->count; i++)
        if (word_begins(text, words->items[i])) return true;
    return false;
}

static bool holds(const struct profile_reader *reader, const struct profile_condition *condition) {
    if (condition->what == CONDITION_COLUMNS) return reader->layout->width == condition->columns;
    struct slice cell = reader->cells[condition->column];
    switch (condition->what) {
    case CONDITION_IS: return word_is_among(&condition->words, condition->index, cell);
    case CONDITION_NOT: return !word_is_among(&condition->words, condition->index, cell);
    case CONDITION_BEGINS: return begins_with_any(&condition->words, cell);
    case CONDITION_FILLED: return !slice_is_empty(cell) == condition->filled;
    case CONDITION_COLUMNS: break;
    }
    return false;
}

bool conditions_hold(const struct profile_reader *reader, const struct profile_conditions *conditions) {
    for (size_t i = 0; i < conditions->count; i++)
        if (!holds(reader, &conditions->items[i])) return false;
    return true;
}

/* ---- put together -------------------------------------------------------------------------------------------------- */

static enum status join_pieces(struct profile_reader *reader, const struct profile_value *value, struct slice *out,
                               struct error *error) {
    size_t size = 0, at = 0;
    for (size_t i = 0; i < value->piece_count; i++) {
        const struct profile_piece *piece = &value->pieces[i];
        struct slice part = piece->column == PROFILE_LITERAL ? piece->text : reader->cells[piece->column];
        if (piece->column != PROFILE_LITERAL && slice_is_empty(part)) return STATUS_OK;
        size += part.size;
    }
    char *text = arena_alloc(&reader->row_arena, size);
    if (!text) return reader_fail_memory(error);
    for (size_t i = 0; i < value->piece_count; i++) {
        const struct profile_piece *piece = &value->pieces[i];
        struct slice part = piece->column == PROFILE_LITERAL ? piece->text : reader->cells[piece->column];
        if (part.size) memcpy(text + at, part.data, part.size);
        at += part.size;
    }
    *out = (struct slice){text, size};
    return STATUS_OK;
}

static enum status join_two(struct profile_reader *reader, struct slice between, struct slice part, struct slice *out,
                            struct error *error) {
    size_t size = out->size + between.size + part.size;
    char *text = arena_alloc(&reader->row_arena, size);
    if (!text) return reader_fail_memory(error);
    memcpy(text, out->data, out->size);
    if (between.size) memcpy(text + out->size, between.data, between.size);
    memcpy(text + out->size + between.size, part.data, part.size);
    *out = (struct slice){text, size};
    return STATUS_OK;
}

static enum status join_parts(struct profile_reader *reader, const struct profile_value *value, struct slice *out,
                              struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; i < value->part_count && status == STATUS_OK; i++) {
        struct slice part;
        status = value_evaluate(reader, &value->parts[i], &part, error);
        if (status != STATUS_OK || slice_is_empty(part)) continue;
        if (slice_is_empty(*out)) *out = part;
        else status = join_two(reader, value->text, part, out, error);
    }
    return status;
}

/* What could not be placed before the one that could is not told. */
static enum status take_first(struct profile_reader *reader, const struct profile_value *value, struct slice *out,
                              struct error *error) {
    size_t pending = reader->pending_count;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < value->part_count && status == STATUS_OK && slice_is_empty(*out); i++) {
        status = value_evaluate(reader, &value->parts[i], out, error);
        if (reader_is_faulty(reader)) return status;
    }
    if (!slice_is_empty(*out)) reader->pending_count = pending;
    return status;
}

/* ---- a date in three columns ----------------------------------------------------------------------------------------- */

static bool read_number(struct slice text, size_t least, size_t most, int *number) {
    *number = 0;
    if (text.size < least || text.size > most) return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') return false;
        *number = *number * 10 + (text.data[i] - '0');
    }
    return true;
}

/* Of the precision that is there: a month without a year is nothing, a day without a month is left. */
static bool write_split(const struct slice *parts, char out[16], size_t *size) {
    int year, month = 1, day = 1;
    if (!read_number(parts[0], 4, 4, &year)) return false;
    if (parts[1].size && (!read_number(parts[1], 1, 2, &month) || month < 1 || month > 12)) return false;
    if (parts[2].size && !read_number(parts[2], 1, 2, &day)) return false;
    if (parts[1].size && parts[2].size && !calendar_is_valid(year, month, day)) return false;
    int pieces[] = {year / 100, year % 100, month, day};
    for (size_t i = 0; i < 4; i++) {
        char *two = out + (i < 2 ? 2 * i : 3 * i - 1);
        two[0] = (char)('0' + pieces[i] / 10);
        two[1] = (char)('0' + pieces[i] % 10);
    }
    out[4] = out[7] = '-';
    *size = !parts[1].size ? 4 : !parts[2].size ? 7 : 10;
    return true;
}

static enum status split_date(struct profile_reader *reader, const struct profile_value *value, struct slice *out,
                              struct error *error) {
    struct slice parts[3] = {SLICE_NONE, SLICE_NONE, SLICE_NONE}, all = SLICE_NONE;
    char text[16] = "";
    enum status status = STATUS_OK;
    for (size_t i = 0; i < 3 && i < value->part_count && status == STATUS_OK; i++)
        status = value_evaluate(reader, &value->parts[i], &parts[i], error);
    if (status != STATUS_OK || reader_is_faulty(reader) || slice_is_empty(parts[0])) return status;
    if (write_split(parts, text, &all.size)) {
        all.data = text;
        return arena_copy(&reader->row_arena, all, out) ? STATUS_OK : reader_fail_memory(error);
    }
    all = parts[0];
    for (size_t i = 1; i < 3 && status == STATUS_OK; i++)
        if (parts[i].size) status = join_two(reader, SLICE_OF("-"), parts[i], &all, error);
    if (status == STATUS_OK) date_refuse(reader, value, all);
    return status;
}

/* ---- a country ----------------------------------------------------------------------------------------------------- */

bool value_is_group(const struct profile_reader *reader, enum code_system system, struct slice code) {
    return word_index_find(&reader->groups[system], code) != WORD_NONE;
}

static enum status find_country(struct profile_reader *reader, const struct profile_value *value, struct slice text,
                                struct slice *out, struct error *error) {
    enum placing placing;
    *out = SLICE_NONE;
    if (slice_is_empty(text)) return STATUS_OK;
    if (value_is_group(reader, value->system, text))
        return reader_add_pending(reader, "country", value, text, "it is known to be no country", true, error);
    enum status status = place_country(reader->placer, value->system, text, reader->days.first, reader->days.last, &placing,
                                       out, error);
    if (status != STATUS_OK) return status;
    reader->counts->outside += placing == PLACED_OUTSIDE;
    if (placing == PLACED || placing == PLACED_OUTSIDE) return STATUS_OK;
    return reader_add_pending(reader, "country", value, text, placing_words(placing), value->quiet, error);
}

/* ---- all of them ----------------------------------------------------------------------------------------------------- */

/* Without the options, and of a country only what it is looked up by. */
static enum status evaluate_shape(struct profile_reader *reader, const struct profile_value *value, struct slice *out,
                                  struct error *error) {
    *out = SLICE_NONE;
    if (value->when.count && !conditions_hold(reader, &value->when)) return STATUS_OK;
    switch (value->shape) {
    case VALUE_NONE: return STATUS_OK;
    case VALUE_COLUMN: *out = reader->cells[value->column]; return STATUS_OK;
    case VALUE_CONSTANT: *out = value->text; return STATUS_OK;
    case VALUE_TEXT: return join_pieces(reader, value, out, error);
    case VALUE_JOIN: return join_parts(reader, value, out, error);
    case VALUE_FIRST: return take_first(reader, value, out, error);
    case VALUE_SPLIT_DATE: return split_date(reader, value, out, error);
    case VALUE_COUNTRY: return value->part_count ? value_evaluate(reader, &value->parts[0], out, error) : STATUS_OK;
    }
    return STATUS_OK;
}

/* From the text of a shape, or a part of it, to what the value gives. */
static enum status finish_text(struct profile_reader *reader, const struct profile_value *value, struct slice *text,
                               struct error *error) {
    enum status status = STATUS_OK;
    if (value->shape == VALUE_COUNTRY) status = find_country(reader, value, *text, text, error);
    if (status != STATUS_OK || slice_is_empty(*text) || reader_is_faulty(reader)) return status;
    return options_apply(reader, value, text, error);
}

enum status value_evaluate(struct profile_reader *reader, const struct profile_value *value, struct slice *out,
                           struct error *error) {
    enum status status = evaluate_shape(reader, value, out, error);
    return status == STATUS_OK ? finish_text(reader, value, out, error) : status;
}

static enum status append_item(struct profile_reader *reader, struct slice item, bool part) {
    if (slice_is_empty(slice_trim(item))) return STATUS_OK;
    if (reader->cell.size) buffer_append_byte(&reader->cell, ';');
    if (part) cell_append_part(&reader->cell, item);
    else cell_append_item(&reader->cell, item);
    return STATUS_OK;
}

enum status value_append_items(struct profile_reader *reader, const struct profile_value *value, bool parts,
                               struct error *error) {
    struct slice text;
    struct slice_list items = {&text, 1};
    enum status status = evaluate_shape(reader, value, &text, error);
    if (status != STATUS_OK || slice_is_empty(text)) return status;
    if (value->split.count && !place_split(&reader->row_arena, text, &value->split, false, &items))
        return reader_fail_memory(error);
    for (size_t i = 0; i < items.count && status == STATUS_OK && !reader_is_faulty(reader); i++) {
        struct slice item = items.items[i];
        status = finish_text(reader, value, &item, error);
        if (status == STATUS_OK) status = append_item(reader, item, parts);
    }
    return status;
}
