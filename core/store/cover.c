/* Coverage: whether silence about a question means that nothing happened. */
#include "inside.h"

#include "../base/cell.h"
#include "../model/event.h"

/* A cell that is empty covers all kinds; else every kind asked for must lie below one that is listed. */
static bool covers_kinds(struct arena *arena, struct slice cell, const struct slice_list *asked) {
    struct slice_list listed;
    if (slice_is_empty(cell)) return true;
    if (asked->count == 0 || !cell_parse_list(arena, cell, &listed)) return false;
    for (size_t i = 0; i < asked->count; i++) {
        bool found = false;
        for (size_t j = 0; j < listed.count; j++) found = found || kind_is_below(asked->items[i], listed.items[j]);
        if (!found) return false;
    }
    return true;
}

static bool is_listed(const struct slice_list *list, struct slice id) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i], id)) return true;
    return false;
}

/* One country listed: all that it does. Several: what they do among one another, so that a question about
 * one of them alone is not covered. */
static bool covers_countries(struct arena *arena, struct slice cell, const struct query *query) {
    struct slice_list listed;
    if (slice_is_empty(cell)) return true;
    if (!cell_parse_list(arena, cell, &listed)) return false;
    bool first = query->has_pair && is_listed(&listed, query->pair[0].id);
    bool second = query->has_pair && is_listed(&listed, query->pair[1].id);
    if (listed.count > 1) return first && second;
    bool one = query->countries.count == 1 && is_listed(&listed, query->countries.items[0]);
    return first || second || one;
}

static bool covers_days(const struct record *coverage, const struct query *query) {
    struct edtf date;
    int64_t from = query->has_range ? query->from : DAY_MIN, to = query->has_range ? query->to : DAY_MAX;
    if (record_has(coverage, COVERAGE_START)) {
        if (edtf_parse(record_get(coverage, COVERAGE_START), &date, NULL, NULL) != STATUS_OK || from < date.min)
            return false;
    }
    if (record_has(coverage, COVERAGE_END) && !slice_is(record_get(coverage, COVERAGE_END), "..")) {
        if (edtf_parse(record_get(coverage, COVERAGE_END), &date, NULL, NULL) != STATUS_OK || to > date.max)
            return false;
    }
    return true;
}

static void append_cell(struct buffer *text, struct slice cell) {
    for (size_t i = 0; i < cell.size; i++) {
        if (cell.data[i] == ';') buffer_append_text(text, ", ");
        else buffer_append_byte(text, cell.data[i]);
    }
}

/* "canada-china covers tariff of CAN, CHN from 2024-08-26 to 2026-04-07" */
static void append_claim(struct buffer *text, const struct record *coverage) {
    if (text->size) buffer_append_text(text, "; ");
    buffer_append_slice(text, record_get(coverage, COVERAGE_DATASET));
    buffer_append_text(text, " covers ");
    struct slice kinds = record_get(coverage, COVERAGE_KINDS), countries = record_get(coverage, COVERAGE_COUNTRIES);
    if (slice_is_empty(kinds)) buffer_append_text(text, "all kinds");
    else append_cell(text, kinds);
    if (!slice_is_empty(countries)) {
        buffer_append_text(text, " of ");
        append_cell(text, countries);
    }
    if (record_has(coverage, COVERAGE_START)) {
        buffer_append_text(text, " from ");
        buffer_append_slice(text, record_get(coverage, COVERAGE_START));
    }
    if (record_has(coverage, COVERAGE_END)) {
        buffer_append_text(text, " to ");
        buffer_append_slice(text, record_get(coverage, COVERAGE_END));
    }
}

enum status store_covers(struct store *store, const struct query *query, struct arena *arena, bool *covered,
                         struct slice *phrase, struct error *error) {
    struct record *rows;
    size_t count;
    struct buffer text;
    *covered = false;
    *phrase = SLICE_NONE;
    enum status status = store_list(store, RECORD_COVERAGE, SLICE_NONE, arena, &rows, &count, error);
    if (status != STATUS_OK) return status;
    buffer_init(&text);
    for (size_t i = 0; i < count; i++) {
        if (covers_countries(arena, record_get(&rows[i], COVERAGE_COUNTRIES), query) &&
            covers_kinds(arena, record_get(&rows[i], COVERAGE_KINDS), &query->kinds) &&
            covers_days(&rows[i], query)) *covered = true;
        append_claim(&text, &rows[i]);
    }
    if (buffer_failed(&text) || !arena_copy(arena, buffer_slice(&text), phrase))
        status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    buffer_free(&text);
    return status;
}
