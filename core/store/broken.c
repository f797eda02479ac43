/* Writes that cannot be completed, and what is refused so that none comes to that.
 *
 * A record is several rows, queued postings and numbers: when one of them fails after another was written, nothing takes the
 * others back but the end of the whole write. Such a write is broken: nothing more is put, and it is not committed. */
#include "inside.h"

/* Neither a row nor its image in the log, where a byte may take six, can then be more than the engine holds (VALUE_MAX). */
enum { RECORD_SIZE_MAX = 16 << 20, IMAGE_SIZE_MAX = 48 << 20, IMAGE_GROWTH = 6, MEMBER_SIZE = 16 /* name and marks */ };

static size_t measure_record(const struct record *record) {
    size_t size = 0;
    for (size_t i = 0; i < record_info(record->type)->field_count; i++) size += record->values[i].size;
    for (size_t i = 0; i < record->extra_count; i++)
        size += record->extras[i].name.size + record->extras[i].value.size + MEMBER_SIZE;
    return size;
}

static enum status check_size(struct store *store, const struct record *record, struct error *error) {
    struct arena_mark mark = arena_mark(&store->scratch);
    struct slice image = SLICE_NONE;
    size_t size = measure_record(record);
    if (size <= IMAGE_SIZE_MAX / IMAGE_GROWTH) return STATUS_OK;
    if (size <= RECORD_SIZE_MAX && !history_write_image(&store->scratch, record, &image))
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    arena_rewind(&store->scratch, mark);
    if (size <= RECORD_SIZE_MAX && image.size <= IMAGE_SIZE_MAX) return STATUS_OK;
    if (size > RECORD_SIZE_MAX)
        error_set(error, STATUS_BAD_INPUT, "the record would be larger than %d MB", RECORD_SIZE_MAX >> 20);
    else error_set(error, STATUS_BAD_INPUT, "the record would take more than %d MB in the log", IMAGE_SIZE_MAX >> 20);
    error_advise(error, "shorten its texts, or keep them in a file elsewhere and say where it is");
    return STATUS_BAD_INPUT;
}

enum status write_refuse_broken(const struct store *store, struct error *error) {
    if (!store->broken) return STATUS_OK;
    error_set(error, STATUS_ENVIRONMENT, "the write cannot be completed: %s",
              store->broken_by[0] ? store->broken_by : "a record was written in part");
    error_advise(error, "nothing of this command was kept");
    return STATUS_ENVIRONMENT;
}

enum status write_may_begin(struct store *store, const struct record *now, struct error *error) {
    enum status status = write_refuse_broken(store, error);
    /* A copy that goes back has what was there before there was a limit. */
    return status == STATUS_OK && now && !store->history.silent ? check_size(store, now, error) : status;
}

enum status write_break(struct store *store, enum status status, struct error *error) {
    if (!store->broken && error) memcpy(store->broken_by, error->message, sizeof store->broken_by);
    store->broken = true;
    if (status != STATUS_BAD_INPUT && status != STATUS_NOT_FOUND && status != STATUS_USAGE) return status;
    /* Else an import would take it for a fault of the row, and go on with half of it. */
    if (error) error_clear(error);
    return write_refuse_broken(store, error);
}
