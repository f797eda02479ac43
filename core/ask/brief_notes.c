/* The notes of a brief: what more is disputed, how what is on the page was corrected, and what is claimed of the pair. */
#include "brief_inside.h"

#include "../base/buffer.h"
#include "../base/cell.h"
#include "../model/list.h"

static enum status put_text_note(struct brief_work *work, struct brief_note *note, struct buffer *text, struct error *error) {
    note->reason = buffer_slice(text);
    enum status status = buffer_failed(text) ? ask_no_memory(error) : work->visit(work->context, BRIEF_NOTES, note, error);
    buffer_free(text);
    return status;
}

/* How many more are disputed than the page has room for, and where they are. */
static enum status put_remainder(struct brief_work *work, struct error *error) {
    const struct query_actor *pair = work->request->query->pair;
    struct brief_note note = {.record = pair[0].id, .kind = SLICE_OF("disputed")};
    char day[EDTF_DAY_SIZE];
    struct buffer text;
    if (work->more_disputed == 0) return STATUS_OK;
    buffer_init(&text);
    buffer_append_format(&text, "%zu more up to this day (detente timeline %.*s %.*s --to %.*s --disputed)",
                         work->more_disputed, (int)pair[0].id.size, pair[0].id.data, (int)pair[1].id.size,
                         pair[1].id.data, (int)edtf_format_day(work->request->last, day), day);
    return put_text_note(work, &note, &text, error);
}

static enum status put_corrections(struct brief_work *work, struct slice id, struct error *error) {
    struct record *notes;
    size_t count;
    struct arena_mark mark = arena_mark(&work->arena);
    enum status status = store_list(work->asker->store, RECORD_NOTE, id, &work->arena, &notes, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct brief_note note = {.record = record_get(&notes[i], NOTE_RECORD), .kind = record_get(&notes[i], NOTE_KIND),
                                  .reason = record_get(&notes[i], NOTE_REASON), .date = record_get(&notes[i], NOTE_DATE)};
        if (slice_is(note.kind, "correction")) status = work->visit(work->context, BRIEF_NOTES, &note, error);
    }
    arena_rewind(&work->arena, mark);
    return status;
}

static void append_kinds(struct buffer *out, struct slice cell) {
    for (size_t i = 0; i < cell.size; i++)
        if (cell.data[i] == ';') buffer_append_text(out, ", ");
        else buffer_append_byte(out, cell.data[i]);
}

/* What the record claims to hold of the pair, so that a reader knows what silence means. */
static enum status put_claim(struct brief_work *work, struct brief_note *note, struct error *error) {
    const struct record *coverage = note->coverage;
    struct buffer text;
    note->record = record_get(coverage, COVERAGE_DATASET);
    note->kind = SLICE_OF("coverage");
    buffer_init(&text);
    if (record_has(coverage, COVERAGE_KINDS)) append_kinds(&text, record_get(coverage, COVERAGE_KINDS));
    else buffer_append_text(&text, "all kinds");
    if (record_has(coverage, COVERAGE_START)) {
        buffer_append_text(&text, " from ");
        buffer_append_slice(&text, record_get(coverage, COVERAGE_START));
    }
    if (record_has(coverage, COVERAGE_END) && !slice_is(record_get(coverage, COVERAGE_END), "..")) {
        buffer_append_text(&text, " to ");
        buffer_append_slice(&text, record_get(coverage, COVERAGE_END));
    }
    if (record_has(coverage, COVERAGE_NOTE)) {
        buffer_append_text(&text, ": ");
        buffer_append_slice(&text, record_get(coverage, COVERAGE_NOTE));
    }
    return put_text_note(work, note, &text, error);
}

/* How many of the claims from the first on differ from it in their days alone, and these days. */
static size_t measure_claims(const struct record *rows, size_t count, struct answer_stretch *days) {
    static const int same[] = {COVERAGE_DATASET, COVERAGE_COUNTRIES, COVERAGE_KINDS, COVERAGE_NOTE};
    size_t length = 0;
    for (; length < count; length++) {
        struct store_stretch claimed;
        bool alike = store_claimed_days(&rows[length], &claimed);
        for (size_t i = 0; i < sizeof same / sizeof *same; i++)
            alike = alike && slice_equals(record_get(&rows[0], same[i]), record_get(&rows[length], same[i]));
        if (!alike) break;
        days[length] = (struct answer_stretch){claimed.from, claimed.to};
    }
    return length ? length : 1;
}

static enum status put_claims(struct brief_work *work, const struct record *rows, size_t count, struct error *error) {
    struct answer_stretch *days = arena_alloc_array(&work->arena, count + 1, sizeof *days);
    enum status status = days ? STATUS_OK : ask_no_memory(error);
    for (size_t i = 0, length; status == STATUS_OK && i < count; i += length) {
        bool covering = false;
        length = measure_claims(&rows[i], count - i, days);
        status = brief_covers(work, &rows[i], &covering, error);
        for (size_t j = 0; status == STATUS_OK && covering && j < length; j++) {
            struct brief_note note = {.coverage = &rows[i + j], .days = days, .day_count = length > 1 ? length : 0,
                                      .told = j > 0};
            status = put_claim(work, &note, error);
        }
    }
    return status;
}

enum status brief_put_notes(struct brief_work *work, struct error *error) {
    struct record *rows;
    size_t count;
    enum status status = put_remainder(work, error);
    if (status == STATUS_OK && !list_drop_repeats(&work->arena, &work->shown)) status = ask_no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < work->shown.count; i++)
        status = put_corrections(work, work->shown.items[i], error);
    if (status == STATUS_OK)
        status = store_list(work->asker->store, RECORD_COVERAGE, SLICE_NONE, &work->arena, &rows, &count, error);
    return status == STATUS_OK ? put_claims(work, rows, count, error) : status;
}
