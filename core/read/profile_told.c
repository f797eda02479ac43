/* What a row cannot be: told to the visitor, with the place. */
#include <stdio.h>

#include "profile_reader.h"

static struct slice name_of_source(const struct profile_reader *reader, const struct profile_value *value) {
    size_t cell = reader->layout ? layout_find_source(reader->layout, value) : 0;
    return cell ? reader->layout->names[cell - 1] : SLICE_NONE;
}

static enum status tell(struct profile_reader *reader, struct unplaced *unplaced, bool kept, struct error *error) {
    unplaced->kept = kept;
    if (!reader->visitor->unplaced) return STATUS_OK;
    return reader->visitor->unplaced(reader->visitor->context, unplaced, error);
}

enum status reader_add_pending(struct profile_reader *reader, const char *what, const struct profile_value *value,
                               struct slice text, const char *reason, bool quiet, struct error *error) {
    struct unplaced unplaced = {.what = what,
                                .column = name_of_source(reader, value),
                                .value = text,
                                .reason = reason,
                                .file = reader->file,
                                .line = reader->line};
    if (reader->pending_count == PENDING_MAX) return quiet ? STATUS_OK : tell(reader, &unplaced, false, error);
    reader->pending[reader->pending_count++] = (struct pending){unplaced, quiet};
    return STATUS_OK;
}

enum status reader_tell_pending(struct profile_reader *reader, bool kept, bool all, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; i < reader->pending_count && status == STATUS_OK; i++)
        if (all || !reader->pending[i].quiet) status = tell(reader, &reader->pending[i].unplaced, kept, error);
    reader->pending_count = 0;
    return status;
}

/* "column 7" */
static bool number_name(struct arena *arena, size_t cell, struct slice *name) {
    char text[32];
    int size = snprintf(text, sizeof text, "column %zu", cell + 1);
    return arena_copy(arena, (struct slice){text, (size_t)size}, name);
}

/* The cells as they stand in the file, under the names of their columns. */
static bool fill_raw(struct profile_reader *reader, struct record *raw) {
    const struct layout *layout = reader->layout ? reader->layout : &reader->layouts[reader->layout_count - 1];
    const struct csv_row *row = reader->row;
    record_init(raw, reader->profile->records[0].type);
    for (size_t i = 0; i < row->cell_count; i++) {
        struct slice name = i < layout->cell_count ? layout->names[i] : SLICE_NONE;
        if (slice_is_empty(name) && !number_name(&reader->row_arena, i, &name)) return false;
        reader->extras[raw->extra_count++] = (struct extra){name, csv_row_cell(row, i)};
    }
    raw->extras = reader->extras;
    raw->file = reader->file;
    raw->line = reader->line;
    return true;
}

/* Several records of a row that need the same cell make one fault. */
enum status reader_reject_row(struct profile_reader *reader, struct error *error) {
    struct record raw;
    enum status status = STATUS_OK;
    if (!reader->rejected || reader->rejected_column != reader->fault.place.column) {
        if (!fill_raw(reader, &raw)) return reader_fail_memory(error);
        status = reader->visitor->reject(reader->visitor->context, &raw, &reader->fault, error);
    }
    reader->rejected = true;
    reader->rejected_column = reader->fault.place.column;
    error_clear(&reader->fault);
    return status;
}
