/* A series as bars: a line per period, its number, a bar by its size. Below zero the bar goes to the left.
 *
 * Bars need the largest number first, so the points that have a number are kept until the end, and one point of each
 * period that has none. A period whose number is not known has
 * no bar and a dash; a run of such periods is one line. */
#include "text_report.h"

#include "../ask/series.h"
#include "../base/utf8.h"
#include "text_date.h"
#include "text_stretches.h"

enum { GUTTER = 2, BAR_SMALLEST = 10, RUN_SHOWN = 3, EIGHTHS = 8 };

struct series_point {
    struct slice period, kind, direction, value, most;
    double number, highest;
};

struct series_page {
    struct answer_series head;
    bool has_head;
    struct series_point *points;
    size_t count, capacity;
    size_t period_width, kind_width, direction_width, value_width, most_width;
    double least, most; /* least is 0 or below, most 0 or above */
    size_t left, right; /* columns of the bars on both sides */
};

/* ---- keeping ---------------------------------------------------------------------------------------------- */

static struct series_page *page_of(struct writer *writer) {
    struct text_page *page = writer->state;
    if (!page->report) page->report = arena_alloc(&page->notes.memory, sizeof(struct series_page));
    return page->report;
}

static bool keep_head(struct writer *writer, const struct answer_series *head) {
    struct text_page *page = writer->state;
    struct series_page *series = page->report;
    struct arena *memory = &page->notes.memory;
    struct answer_stretch *covered = arena_alloc_array(memory, head->covered.count + 1, sizeof *covered);
    series->head = *head;
    series->has_head = true;
    if (!covered || !arena_copy(memory, head->by, &series->head.by) ||
        !arena_copy(memory, head->measure, &series->head.measure)) return false;
    if (head->covered.count) memcpy(covered, head->covered.items, head->covered.count * sizeof *covered);
    series->head.covered.items = covered;
    series->head.pair = SLICE_NONE; /* lives no longer than this call, and is not shown */
    return true;
}

static bool grow_points(struct arena *memory, struct series_page *series) {
    size_t capacity = series->capacity ? series->capacity * 2 : 64;
    struct series_point *more = arena_alloc_array(memory, capacity, sizeof *more);
    if (!more) return false;
    if (series->count) memcpy(more, series->points, series->count * sizeof *more);
    series->points = more;
    series->capacity = capacity;
    return true;
}

static void widen(size_t *width, struct slice text) {
    size_t own = utf8_text_width(text);
    if (own > *width) *width = own;
}

/* Columns are as wide as every name needs, also of points that are not kept. */
static void measure_names(struct series_page *series, const struct answer_point *point) {
    widen(&series->period_width, point->period);
    widen(&series->kind_width, point->kind);
    widen(&series->direction_width, point->direction);
}

static void measure_point(struct series_page *series, struct series_point *point) {
    double highest;
    widen(&series->value_width, point->value);
    widen(&series->most_width, point->most);
    if (slice_is_empty(point->value)) return;
    point->highest = point->number;
    if (number_parse(point->most, &highest)) point->highest = highest;
    if (point->number < series->least) series->least = point->number;
    if (point->highest > series->most) series->most = point->highest;
}

/* Two digits behind the point are enough to read. */
static bool shorten(struct arena *memory, struct slice text, struct slice *out) {
    char digits[NUMBER_SIZE];
    double number;
    *out = text;
    if (!number_parse(text, &number) || number > 1e12 || number < -1e12) return true;
    int64_t hundredths = (int64_t)(number * 100 + (number < 0 ? -0.5 : 0.5));
    size_t size = number_format((double)hundredths / 100, digits);
    return arena_copy(memory, (struct slice){digits, size}, out);
}

static bool keep_value(struct series_page *series, struct arena *memory, const struct answer_point *from,
                       struct series_point *point) {
    point->number = from->number;
    if (!arena_copy(memory, from->kind, &point->kind) || !arena_copy(memory, from->direction, &point->direction) ||
        !arena_copy(memory, from->value, &point->value) || !arena_copy(memory, from->value_max, &point->most) ||
        !shorten(memory, point->value, &point->value) || !shorten(memory, point->most, &point->most)) return false;
    measure_point(series, point);
    return true;
}

/* Of a period without a value one point stands for all; the first that has a value takes its place. */
static bool keep_point(struct writer *writer, const struct answer_point *from) {
    struct text_page *page = writer->state;
    struct series_page *series = page->report;
    struct arena *memory = &page->notes.memory;
    const struct series_point *last = series->count ? &series->points[series->count - 1] : NULL;
    bool known = !slice_is_empty(from->value), same = last && slice_equals(last->period, from->period);
    struct slice period = same ? last->period : SLICE_NONE;
    measure_names(series, from);
    if (same && !known) return true;
    if (!same && !arena_copy(memory, from->period, &period)) return false;
    if (same && slice_is_empty(last->value)) series->count--;
    if (series->count == series->capacity && !grow_points(memory, series)) return false;
    struct series_point *point = &series->points[series->count++];
    *point = (struct series_point){.period = period};
    return !known || keep_value(series, memory, from, point);
}

static enum status take_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    if (!page_of(writer)) return STATUS_NO_MEMORY;
    bool kept = part->single ? keep_head(writer, entry) : keep_point(writer, entry);
    return kept ? STATUS_OK : STATUS_NO_MEMORY;
}

/* ---- a line ------------------------------------------------------------------------------------------------- */

static void put_blanks(struct buffer *run, size_t count) {
    while (count-- > 0) text_put_words(run, TEXT_GAP);
}

static void put_left(struct buffer *run, struct slice text, size_t width) {
    if (width == 0) return;
    text_put(run, text);
    put_blanks(run, width - utf8_text_width(text) + GUTTER);
}

static void put_right(struct buffer *run, struct slice text, size_t width) {
    put_blanks(run, width - utf8_text_width(text));
    text_put(run, text);
}

static enum status print_line(struct writer *writer, size_t width) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct arena_mark mark = arena_mark(writer->scratch);
    bool done = !buffer_failed(&page->run) && text_wrap(writer->scratch, buffer_slice(&page->run), width, 0, &lines);
    buffer_clear(&page->run);
    if (done) text_print_lines(writer, &lines, 0);
    arena_rewind(writer->scratch, mark);
    return done ? sink_relieve(writer->sink) : STATUS_NO_MEMORY;
}

/* ---- bars ------------------------------------------------------------------------------------------------------ */

static void put_blocks(struct buffer *run, const char *block, size_t count) {
    while (count-- > 0) text_put_words(run, block);
}

/* In eighths of a column; what is not nothing shows. */
static size_t find_eighths(double number, double scale, size_t columns) {
    if (!(number > 0) || !(scale > 0)) return 0;
    double share = number < scale ? number / scale : 1;
    size_t eighths = (size_t)(share * (double)(columns * EIGHTHS) + 0.5);
    return eighths ? eighths : 1;
}

/* To the right, and in light shade on to the highest. */
static void put_right_bar(struct buffer *run, const struct series_page *series, const struct series_point *point) {
    static const char *const parts[] = {"", "\xE2\x96\x8F", "\xE2\x96\x8E", "\xE2\x96\x8D", "\xE2\x96\x8C",
                                        "\xE2\x96\x8B", "\xE2\x96\x8A", "\xE2\x96\x89"};
    size_t eighths = find_eighths(point->number, series->most, series->right);
    size_t all = (find_eighths(point->highest, series->most, series->right) + EIGHTHS - 1) / EIGHTHS;
    put_blocks(run, "\xE2\x96\x88", eighths / EIGHTHS);
    text_put_words(run, parts[eighths % EIGHTHS]);
    size_t used = (eighths + EIGHTHS - 1) / EIGHTHS;
    if (slice_is_empty(point->most) || all <= used) return;
    text_put_tone(run, TONE_DIM);
    put_blocks(run, "\xE2\x96\x91", all - used);
    text_put_tone(run, TONE_PLAIN);
}

/* To the left, from the axis on. */
static void put_left_bar(struct buffer *run, const struct series_page *series, double number) {
    size_t eighths = find_eighths(-number, -series->least, series->left);
    size_t halves = (eighths + EIGHTHS / 4) / (EIGHTHS / 2);
    if (eighths && halves == 0) halves = 1;
    put_blanks(run, series->left - (halves + 1) / 2);
    if (halves % 2) text_put_words(run, "\xE2\x96\x90");
    put_blocks(run, "\xE2\x96\x88", halves / 2);
}

static void put_bar(struct buffer *run, const struct series_page *series, const struct series_point *point) {
    if (series->left) {
        put_left_bar(run, series, point->number < 0 ? point->number : 0);
        text_put_words(run, "\xE2\x94\x82");
    }
    if (point->number > 0) put_right_bar(run, series, point);
}

static void share_columns(struct series_page *series, size_t width) {
    size_t used = series->period_width + GUTTER + series->value_width + GUTTER;
    if (series->most_width) used += series->most_width + GUTTER;
    if (series->kind_width) used += series->kind_width + GUTTER;
    if (series->direction_width) used += series->direction_width + GUTTER;
    size_t room = width > used + BAR_SMALLEST ? width - used : BAR_SMALLEST;
    series->left = 0;
    series->right = room;
    if (series->least >= 0) return;
    double part = -series->least / (series->most - series->least);
    series->left = (size_t)((double)(room - 1) * part + 0.5);
    if (series->left == 0) series->left = 1;
    if (series->most > 0 && series->left > room - 2) series->left = room - 2;
    series->right = room - 1 - series->left;
}

/* ---- periods --------------------------------------------------------------------------------------------------- */

struct group {
    size_t from, to; /* points of one period */
    bool known;      /* one of them has a value */
};

static struct group find_group(const struct series_page *series, size_t from) {
    struct group group = {from, from, false};
    struct slice period = series->points[from].period;
    for (; group.to < series->count && slice_equals(series->points[group.to].period, period); group.to++)
        group.known = group.known || !slice_is_empty(series->points[group.to].value);
    return group;
}

static enum status print_point(struct writer *writer, const struct series_point *point, bool first) {
    struct text_page *page = writer->state;
    const struct series_page *series = page->report;
    put_left(&page->run, first ? point->period : SLICE_NONE, series->period_width);
    put_left(&page->run, point->kind, series->kind_width);
    put_left(&page->run, point->direction, series->direction_width);
    put_right(&page->run, point->value, series->value_width);
    put_blanks(&page->run, GUTTER);
    if (series->most_width) {
        put_right(&page->run, point->most, series->most_width);
        put_blanks(&page->run, GUTTER);
    }
    put_bar(&page->run, series, point);
    return print_line(writer, SIZE_MAX / 2);
}

static enum status print_group(struct writer *writer, const struct group *group) {
    const struct series_page *series = ((struct text_page *)writer->state)->report;
    enum status status = STATUS_OK;
    bool first = true;
    for (size_t i = group->from; status == STATUS_OK && i < group->to; i++) {
        if (slice_is_empty(series->points[i].value)) continue;
        status = print_point(writer, &series->points[i], first);
        first = false;
    }
    return status;
}

/* "1974 – 1983  –". */
static enum status print_unknown(struct writer *writer, struct slice first, struct slice last) {
    struct text_page *page = writer->state;
    text_put(&page->run, first);
    if (!slice_equals(first, last)) {
        text_put_words(&page->run, TEXT_GAP "\xE2\x80\x93" TEXT_GAP);
        text_put(&page->run, last);
    } else {
        put_blanks(&page->run, ((const struct series_page *)page->report)->period_width - utf8_text_width(first));
    }
    put_blanks(&page->run, GUTTER);
    text_put_tone(&page->run, TONE_DIM);
    text_put_words(&page->run, "nothing" TEXT_GAP "known");
    return print_line(writer, SIZE_MAX / 2);
}

static enum status print_points(struct writer *writer) {
    const struct series_page *series = ((struct text_page *)writer->state)->report;
    enum status status = STATUS_OK;
    for (size_t at = 0; status == STATUS_OK && at < series->count;) {
        struct group group = find_group(series, at), next = group;
        size_t periods = 1;
        while (!group.known && next.to < series->count && !find_group(series, next.to).known) {
            next = find_group(series, next.to);
            periods++;
        }
        if (group.known) status = print_group(writer, &group);
        else if (periods >= RUN_SHOWN)
            status = print_unknown(writer, series->points[at].period, series->points[next.from].period);
        else status = print_unknown(writer, series->points[at].period, series->points[at].period);
        at = !group.known && periods >= RUN_SHOWN ? next.to : group.to;
    }
    return status;
}

/* ---- what the numbers are, and are not -------------------------------------------------------------------------- */

static void put_subject(struct buffer *run, const struct series_page *series) {
    if (slice_is(series->head.measure, "sum"))
        text_put_words(run, "Sum of the events' weights, conflict below 0, cooperation above, by ");
    else if (slice_is(series->head.measure, "mean"))
        text_put_words(run, "Mean weight of the events, conflict below 0, cooperation above, by ");
    else if (slice_is(series->head.measure, "tariff"))
        text_put_words(run, "Tariffs in force on the last day of each ");
    else text_put_words(run, "Events by ");
    text_put(run, series->head.by);
    if (slice_is(series->head.measure, "tariff")) text_put_words(run, ": mean rate and highest, in percent");
    if (series->head.by_given) return;
    bool by_year = slice_is(series->head.by, "year");
    text_put_words(run, by_year ? " (more than ten years; --by month for more)" : " (--by year for less)");
}

static enum status print_head(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct series_page *series = page->report;
    struct slice title = writer->context->title;
    text_put_toned(&page->run, TONE_BOLD, slice_is_empty(title) ? SLICE_OF("All events that the filters leave") : title);
    enum status status = print_line(writer, page->width);
    text_print_rule(writer, page->width);
    page->begun = true;
    text_put_tone(&page->run, TONE_DIM);
    put_subject(&page->run, series);
    if (status == STATUS_OK) status = print_line(writer, page->width);
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    return status;
}

static void put_number(struct buffer *run, int64_t count, const char *one, const char *more) {
    buffer_append_integer(run, count);
    text_put_words(run, count == 1 ? one : more);
}

static enum status print_remark(struct writer *writer) {
    struct text_page *page = writer->state;
    return print_line(writer, page->width);
}

static enum status print_counts(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct answer_series *head = &((const struct series_page *)page->report)->head;
    bool tariffs = slice_is(head->measure, "tariff");
    put_number(&page->run, head->events.value, tariffs ? " tariff" : " event", tariffs ? " tariffs" : " events");
    if (head->uncertain.known && head->uncertain.value) {
        text_put_words(&page->run, ", ");
        put_number(&page->run, head->uncertain.value, " of an uncertain date", " of an uncertain date");
    }
    return print_remark(writer);
}

static enum status print_undatable(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct answer_series *head = &((const struct series_page *)page->report)->head;
    if (!head->undatable.known || head->undatable.value == 0) return STATUS_OK;
    if (slice_is(head->measure, "tariff")) {
        put_number(&page->run, head->undatable.value, " tariff may have been in force on some of these days; ",
                   " tariffs may have been in force on some of these days; ");
        text_put_words(&page->run, "those days are without it");
    } else {
        bool one = head->undatable.value == 1;
        put_number(&page->run, head->undatable.value, " event is dated too coarsely for one ",
                   " events are dated too coarsely for one ");
        text_put(&page->run, head->by);
        text_put_words(&page->run, one ? " and counts in none" : " and count in none");
        if (!head->spread)
            text_put_words(&page->run, one ? "; --spread shares it out by days" : "; --spread shares them out by days");
    }
    return print_remark(writer);
}

static enum status print_unrated(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct answer_series *head = &((const struct series_page *)page->report)->head;
    if (head->unconfirmed.known && head->unconfirmed.value) {
        put_number(&page->run, head->unconfirmed.value, " of these counts in some periods only as last confirmed",
                   " of these count in some periods only as last confirmed");
        enum status status = print_remark(writer);
        if (status != STATUS_OK) return status;
    }
    if (!head->unrated.known || head->unrated.value == 0) return STATUS_OK;
    put_number(&page->run, head->unrated.value, " tariff without a rate in percent is left out",
               " tariffs without a rate in percent are left out");
    return print_remark(writer);
}

enum { STRETCHES_TOLD = 12 };

static void put_stretch(struct buffer *run, const struct answer_stretch *days) {
    if (days->start == DAY_MIN && days->end == DAY_MAX) text_put_words(run, "all days");
    else if (days->start == DAY_MIN) text_put_words(run, "days up to ");
    else if (days->end == DAY_MAX) text_put_words(run, "days from ");
    if (days->start != DAY_MIN) text_date_append_day(run, days->start, TEXT_GAP);
    if (days->start != DAY_MIN && days->end != DAY_MAX) text_put_words(run, " to ");
    if (days->end != DAY_MAX) text_date_append_day(run, days->end, TEXT_GAP);
}

static enum status print_coverage(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct answer_series *head = &((const struct series_page *)page->report)->head;
    const struct answer_stretch *covered = head->covered.items;
    if (head->covered.count == 0) {
        text_put_words(&page->run, "The record does not claim to hold all of these, so a period without a number does "
                                   "not mean that nothing happened.");
        return print_remark(writer);
    }
    if (head->covered.count == 1 && covered[0].start != covered[0].end) {
        text_put_words(&page->run, "The record claims to hold all from ");
        put_stretch(&page->run, &covered[0]);
    } else {
        text_put_words(&page->run, "The record claims to hold all of ");
        text_append_stretches(&page->run, covered, head->covered.count, STRETCHES_TOLD, TEXT_GAP);
    }
    text_put_words(&page->run, "; elsewhere a period without a number does not mean that nothing happened.");
    return print_remark(writer);
}

/* Rates hold on as they were last known, beyond what the record claims to hold too. */
static enum status print_beyond(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct answer_series *head = &((const struct series_page *)page->report)->head;
    const struct answer_stretch *covered = head->covered.items;
    if (!slice_is(head->measure, "tariff") || head->covered.count == 0) return STATUS_OK;
    int64_t end = covered[head->covered.count - 1].end;
    if (end == DAY_MAX || head->end <= end) return STATUS_OK;
    text_put_words(&page->run, "Beyond ");
    text_date_append_day(&page->run, end, TEXT_GAP);
    text_put_words(&page->run, " rates are as last confirmed: what changed later need not be in this record.");
    return print_remark(writer);
}

static enum status end_series(struct writer *writer) {
    struct text_page *page = writer->state;
    struct series_page *series = page->report;
    if (!series || !series->has_head || series->count == 0) return STATUS_OK;
    share_columns(series, page->width);
    enum status status = print_head(writer);
    if (status == STATUS_OK) status = print_points(writer);
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    if (status == STATUS_OK) status = print_counts(writer);
    if (status == STATUS_OK) status = print_undatable(writer);
    if (status == STATUS_OK) status = print_unrated(writer);
    if (status == STATUS_OK) status = print_beyond(writer);
    return status == STATUS_OK ? print_coverage(writer) : status;
}

const struct text_report text_series_report = {.command = "series", .entry = take_entry, .end = end_series};
