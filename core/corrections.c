/* What readers are told was corrected in a record that is no event: notes of the kind correction, by date. */
#include "front.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* Those of one record join the list. */
static enum status add_corrections(struct detente *database, const struct record *record, struct arena *arena,
                                   struct record **notes, size_t *count, struct error *error) {
    struct record *some, *all;
    size_t some_count = 0;
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    enum status status = buffer_failed(&name) ? no_memory(error)
                       : store_list(database->store, RECORD_NOTE, buffer_slice(&name), arena, &some, &some_count, error);
    buffer_free(&name);
    if (status != STATUS_OK || some_count == 0) return status;
    if (!(all = arena_alloc_array(arena, *count + some_count, sizeof *all))) return no_memory(error);
    if (*count) memcpy(all, *notes, *count * sizeof *all);
    for (size_t i = 0; i < some_count; i++)
        if (slice_is(record_get(&some[i], NOTE_KIND), "correction")) all[(*count)++] = some[i];
    *notes = all;
    return STATUS_OK;
}

/* They are few. What has no date goes first. */
static void sort_by_date(struct record *notes, size_t count) {
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && slice_compare(record_get(&notes[j - 1], NOTE_DATE), record_get(&notes[j], NOTE_DATE)) > 0; j--) {
            struct record other = notes[j];
            notes[j] = notes[j - 1];
            notes[j - 1] = other;
        }
}

enum status front_list_corrections(struct detente *database, const struct record *record, struct arena *arena,
                                   struct record **notes, size_t *count, struct error *error) {
    struct record *terms;
    size_t term_count = 0;
    *notes = NULL;
    *count = 0;
    enum status status = add_corrections(database, record, arena, notes, count, error);
    if (status == STATUS_OK && record->type == RECORD_PERSON)
        status = store_list(database->store, RECORD_TERM, record_get(record, PERSON_ID), arena, &terms, &term_count, error);
    for (size_t i = 0; status == STATUS_OK && i < term_count; i++)
        status = add_corrections(database, &terms[i], arena, notes, count, error);
    sort_by_date(*notes, *count);
    return status;
}
