/* What the record claims to hold, in words, for an answer that is empty. */
#include "front.h"

#include "base/cell.h"
#include "write/text_date.h"

enum { WORDS_MAX = 220 }; /* a remedy is read at a glance */

struct wording {
    struct asker *asker;
    struct arena *arena;
    struct buffer text;
    struct error *error;
};

/* "tariffs", "agreements"; of a kind below another its label as it is. */
static void append_kind(struct buffer *text, struct slice path) {
    const struct kind *kind = kind_find(path);
    if (!kind || !slice_is(path, kind->path)) {
        buffer_append_slice(text, path);
        return;
    }
    struct slice label = slice_from(kind->label);
    for (size_t i = 0; i < label.size; i++) {
        bool capital = i == 0 && label.data[0] >= 'A' && label.data[0] <= 'Z';
        buffer_append_byte(text, capital ? (char)(label.data[0] - 'A' + 'a') : label.data[i]);
    }
    char last = label.size ? label.data[label.size - 1] : 's';
    if (slice_find(path, '.') < path.size || last == 's' || last == 'd') return;
    if (last == 'y') {
        if (!buffer_failed(text)) text->size--;
        buffer_append_text(text, "ie");
    }
    buffer_append_byte(text, 's');
}

static const char *joiner(size_t i, size_t count) { return i == 0 ? "" : i + 1 == count ? " and " : ", "; }

static enum status append_countries(struct wording *wording, struct slice cell) {
    struct slice_list ids;
    enum status status = STATUS_OK;
    if (!cell_parse_list(wording->arena, cell, &ids)) return error_set(wording->error, STATUS_NO_MEMORY, "out of memory");
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++) {
        struct slice name;
        status = ask_name(wording->asker, RECORD_COUNTRY, ids.items[i], &name, wording->error);
        if (status == STATUS_OK && slice_equals(name, ids.items[i]))
            status = ask_name(wording->asker, RECORD_ORGANIZATION, ids.items[i], &name, wording->error);
        if (status != STATUS_OK) break;
        buffer_append_text(&wording->text, i == 0 ? " of " : joiner(i, ids.count));
        buffer_append_slice(&wording->text, name);
    }
    return status;
}

/* " (13 Oct 1970 to 7 Apr 2026)" */
static void append_days(struct buffer *text, const struct record *row) {
    struct slice start = record_get(row, COVERAGE_START), end = record_get(row, COVERAGE_END);
    bool ends = !slice_is_empty(end) && !slice_is(end, "..");
    if (slice_is_empty(start) && !ends) return;
    buffer_append_text(text, slice_is_empty(start) ? " (until " : ends ? " (" : " (from ");
    if (!slice_is_empty(start)) text_date_append(text, start, " ");
    if (!slice_is_empty(start) && ends) buffer_append_text(text, " to ");
    if (ends) text_date_append(text, end, " ");
    buffer_append_byte(text, ')');
}

static enum status append_what(struct wording *wording, const struct record *row) {
    struct slice_list kinds;
    if (!cell_parse_list(wording->arena, record_get(row, COVERAGE_KINDS), &kinds))
        return error_set(wording->error, STATUS_NO_MEMORY, "out of memory");
    if (kinds.count == 0) buffer_append_text(&wording->text, "everything");
    for (size_t i = 0; i < kinds.count; i++) {
        buffer_append_text(&wording->text, joiner(i, kinds.count));
        append_kind(&wording->text, kinds.items[i]);
    }
    append_days(&wording->text, row);
    return STATUS_OK;
}

static bool same_countries(const struct record *a, const struct record *b) {
    return slice_equals(record_get(a, COVERAGE_COUNTRIES), record_get(b, COVERAGE_COUNTRIES));
}

/* The rows from the first on that speak of the same countries, with these named once. */
static enum status append_group(struct wording *wording, const struct record *rows, size_t count) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        buffer_append_text(&wording->text, joiner(i, count));
        status = append_what(wording, &rows[i]);
    }
    return status == STATUS_OK ? append_countries(wording, record_get(&rows[0], COVERAGE_COUNTRIES)) : status;
}

static enum status append_rows(struct wording *wording, const struct record *rows, size_t count) {
    enum status status = STATUS_OK;
    bool only = true; /* "only everything" would say nothing */
    for (size_t i = 0; i < count; i++) only = only && record_has(&rows[i], COVERAGE_KINDS);
    buffer_append_text(&wording->text, only ? "it claims to hold only " : "it claims to hold ");
    for (size_t i = 0, same; status == STATUS_OK && i < count; i += same) {
        for (same = 1; i + same < count && same_countries(&rows[i], &rows[i + same]);) same++;
        buffer_append_text(&wording->text, i ? ", and " : "");
        status = append_group(wording, &rows[i], same);
    }
    buffer_append_text(&wording->text, "; all else is a selection");
    return status;
}

enum status front_word_claims(struct asker *asker, const struct query *query, struct arena *arena, struct slice *words,
                              struct error *error) {
    struct wording wording = {.asker = asker, .arena = arena, .error = error};
    struct record *rows;
    size_t count;
    *words = SLICE_NONE;
    enum status status = store_list_bearing(asker->store, query, arena, &rows, &count, error);
    if (status != STATUS_OK || count == 0) return status;
    buffer_init(&wording.text);
    status = append_rows(&wording, rows, count);
    if (status == STATUS_OK && buffer_failed(&wording.text)) status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (status == STATUS_OK && wording.text.size > WORDS_MAX) {
        buffer_clear(&wording.text);
        buffer_append_text(&wording.text, "`detente stats --coverage` tells what it claims to hold; all else is a selection");
    }
    if (status == STATUS_OK && !arena_copy(arena, buffer_slice(&wording.text), words))
        status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    buffer_free(&wording.text);
    return status;
}
