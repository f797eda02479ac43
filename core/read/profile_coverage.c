/* What a file covers: the days of its rows, gathered as they pass, and told at its end. A data set that has something on every
 * day says with `gap` that days without a row are none of the file's, one whose days come in parts with `parts` that a day
 * of which some are lacking is not.
 *
 * Invariant: spans are in order, and further apart than the gap. */
#include "profile_reader.h"

#include <stdlib.h>

/* Wider than any two days are apart, and small enough to be added to a day (both by the years that EDTF has here). */
#define DAYS_ANY (INT64_C(1) << 62)

enum { SPANS_MAX = 1 << 16 }; /* what is beyond claims nothing */

static bool make_room(struct covered *covered) {
    if (covered->count < covered->capacity) return true;
    size_t capacity = covered->capacity ? covered->capacity * 2 : 16;
    struct day_span *spans = realloc(covered->spans, capacity * sizeof *spans);
    if (!spans) return false;
    covered->spans = spans;
    covered->capacity = capacity;
    return true;
}

/* The first span that does not end too far before a day. */
static size_t find_span(const struct covered *covered, int64_t day, int64_t gap) {
    size_t low = 0, high = covered->count;
    if (high && covered->spans[high - 1].first <= day) low = high - 1; /* rows mostly come by day */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (covered->spans[middle].last < day - gap) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* Joins the span at `at` with those behind it that it now reaches. */
static void join_behind(struct covered *covered, size_t at, int64_t gap) {
    size_t end = at + 1;
    struct day_span *span = &covered->spans[at];
    for (; end < covered->count && covered->spans[end].first <= span->last + gap; end++)
        if (covered->spans[end].last > span->last) span->last = covered->spans[end].last;
    size_t gone = end - at - 1;
    memmove(span + 1, span + 1 + gone, (covered->count - end) * sizeof *span);
    covered->count -= gone;
}

/* Can both ends be written as a day? */
static bool is_writable(const struct day_span *days) {
    return days->first >= calendar_to_number(0, 1, 1) && days->last <= calendar_to_number(9999, 12, 31);
}

/* Days without a bound, or of no year of four digits, say nothing of where the file ends. False when memory is out. */
static bool add_days(struct covered *covered, const struct row_date *date, size_t gap_days) {
    struct day_span days = date->whole;
    int64_t gap = gap_days ? (int64_t)gap_days : DAYS_ANY;
    if (!date->known || !is_writable(&days)) return true;
    size_t at = find_span(covered, days.first, gap);
    if (at < covered->count && covered->spans[at].first <= days.last + gap) {
        struct day_span *span = &covered->spans[at];
        if (days.first < span->first) span->first = days.first;
        if (days.last > span->last) span->last = days.last;
        join_behind(covered, at, gap);
        return true;
    }
    if (covered->count == SPANS_MAX) return true;
    if (!make_room(covered)) return false;
    memmove(&covered->spans[at + 1], &covered->spans[at], (covered->count - at) * sizeof *covered->spans);
    covered->spans[at] = days;
    covered->count++;
    return true;
}

static enum status find_days(struct profile_reader *reader, const struct profile_coverage *coverage, struct row_date *date,
                             struct error *error) {
    struct slice text;
    *date = (struct row_date){.known = false};
    if (coverage->days.shape == VALUE_NONE) {
        enum status status = row_find_date(reader, error);
        *date = reader->date;
        return status;
    }
    enum status status = value_evaluate(reader, &coverage->days, &text, error);
    if (status == STATUS_OK && !reader_is_faulty(reader)) status = date_read_days(reader, &coverage->days, text, date, error);
    reader->pending_count = 0;
    if (reader_is_faulty(reader)) error_clear(&reader->fault);
    return status;
}

/* Is it the row that makes its day whole? Only a row of one day has a part of it. */
static enum status add_part(struct profile_reader *reader, const struct profile_coverage *coverage, struct covered *covered,
                            const struct row_date *date, bool *whole, struct error *error) {
    struct slice part;
    *whole = false;
    if (!date->known || date->whole.first != date->whole.last) return STATUS_OK;
    enum status status = value_evaluate(reader, &coverage->part, &part, error);
    bool faulty = reader_is_faulty(reader);
    reader->pending_count = 0;
    if (faulty) error_clear(&reader->fault);
    if (status != STATUS_OK || faulty || slice_is_empty(part)) return status;
    return day_parts_add(&covered->parts, date->whole.first, part, coverage->parts, whole) ? STATUS_OK : reader_fail_memory(error);
}

static enum status add_row(struct profile_reader *reader, const struct profile_coverage *coverage, struct covered *covered,
                           struct error *error) {
    struct row_date date;
    bool whole = true;
    enum status status = find_days(reader, coverage, &date, error);
    if (status == STATUS_OK && coverage->parts) status = add_part(reader, coverage, covered, &date, &whole, error);
    if (status != STATUS_OK || !whole) return status;
    return add_days(covered, &date, coverage->gap) ? STATUS_OK : reader_fail_memory(error);
}

enum status coverage_add_row(struct profile_reader *reader, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; i < reader->profile->coverage_count && status == STATUS_OK; i++) {
        const struct profile_coverage *coverage = &reader->profile->coverage[i];
        struct covered *covered = &reader->covered[i];
        if (!conditions_hold(reader, &coverage->when)) continue;
        covered->borne = true;
        if (coverage->start.size && coverage->end.size) continue;
        status = add_row(reader, coverage, covered, error);
    }
    return status;
}

/* The day that is said, else the one from the file. False when there is none. */
static bool choose_day(struct profile_reader *reader, struct slice said, int64_t found, bool known, struct slice *edtf) {
    char text[EDTF_DAY_SIZE];
    *edtf = said;
    if (said.size) return true;
    if (!known) return false;
    size_t size = edtf_format_day(found, text);
    return arena_copy(&reader->arena, (struct slice){text, size}, edtf);
}

/* The file may have nothing but days on the wrong side of what the profile says. */
static bool is_in_order(struct slice start, struct slice end) {
    struct row_date first, last;
    return !date_find_days(start, &first) || !date_find_days(end, &last) || first.whole.first <= last.whole.last;
}

static enum status tell_span(struct profile_reader *reader, const struct profile_coverage *coverage,
                             const struct day_span *days, struct error *error) {
    struct slice start, end;
    struct record record;
    if (!choose_day(reader, coverage->start, days ? days->first : 0, days != NULL, &start) ||
        !choose_day(reader, coverage->end, days ? days->last : 0, days != NULL, &end) || !is_in_order(start, end))
        return STATUS_OK;
    const struct slice values[] = {[COVERAGE_DATASET] = coverage->dataset, [COVERAGE_COUNTRIES] = coverage->countries,
                                   [COVERAGE_KINDS] = coverage->kinds, [COVERAGE_START] = start, [COVERAGE_END] = end,
                                   [COVERAGE_NOTE] = coverage->note};
    record_init(&record, RECORD_COVERAGE);
    for (int i = 0; i <= COVERAGE_NOTE; i++)
        if (values[i].size) record_set(&record, i, values[i]);
    record.file = reader->file;
    return reader->visitor->covers(reader->visitor->context, &record, error);
}

static enum status tell_one(struct profile_reader *reader, const struct profile_coverage *coverage,
                            const struct covered *covered, struct error *error) {
    enum status status = STATUS_OK;
    if (!covered->borne) return STATUS_OK;
    if (covered->count == 0) return tell_span(reader, coverage, NULL, error);
    for (size_t i = 0; status == STATUS_OK && i < covered->count; i++)
        status = tell_span(reader, coverage, &covered->spans[i], error);
    return status;
}

enum status coverage_tell(struct profile_reader *reader, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; i < reader->profile->coverage_count && status == STATUS_OK && reader->visitor->covers; i++)
        status = tell_one(reader, &reader->profile->coverage[i], &reader->covered[i], error);
    return status;
}

void coverage_free(struct profile_reader *reader) {
    for (size_t i = 0; reader->covered && i < reader->profile->coverage_count; i++) {
        free(reader->covered[i].spans);
        day_parts_free(&reader->covered[i].parts);
    }
}
