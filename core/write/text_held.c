/* text: how long events lasted, and the days between two dates, in words.
 *
 * Numbers come from the answer; here they only become words, and an exact number of days also years and days of the
 * calendar. */
#include "../ask/held.h"
#include "text_date.h"
#include "text_words.h"
#include "text_report.h"

enum { INDENT = 2 };

struct held_page {
    struct answer_held_day day;
    bool some; /* an event stands on the page */
};

/* ---- small words ---------------------------------------------------------------------------------------------------- */

static void put_count(struct buffer *run, int64_t days) { text_put_amount(run, days, "day", "days"); }

/* The same day so many years later; of the 29th of February the 28th, where the year has no other. */
static int64_t find_anniversary(struct calendar_day day, int64_t years) {
    int last = calendar_month_days(day.year + years, day.month);
    return calendar_to_number(day.year + years, day.month, day.day < last ? day.day : last);
}

/* " (2 years and 298 days)"; nothing for less than a year. `from` is not after `to`. */
static void put_years(struct buffer *run, int64_t from, int64_t to) {
    struct calendar_day first = calendar_from_number(from);
    int64_t years = calendar_from_number(to).year - first.year;
    if (find_anniversary(first, years) > to) years--;
    if (years < 1) return;
    int64_t rest = to - find_anniversary(first, years);
    text_put_words(run, " (");
    text_put_amount(run, years, "year", "years");
    if (rest) {
        text_put_words(run, " and ");
        put_count(run, rest);
    }
    text_put_words(run, ")");
}

static enum status print_run(struct writer *writer, size_t left, size_t hang) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct arena_mark mark = arena_mark(writer->scratch);
    bool done = !buffer_failed(&page->run) &&
                text_wrap(writer->scratch, buffer_slice(&page->run), page->width - left, hang, &lines);
    buffer_clear(&page->run);
    if (done) text_print_lines(writer, &lines, left);
    arena_rewind(writer->scratch, mark);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static void print_blank_line(struct writer *writer) { buffer_append_byte(sink_buffer(writer->sink), '\n'); }

/* ---- how long -------------------------------------------------------------------------------------------------------- */

/* What the record is sure of, or what it says as written. */
struct amount {
    struct shape_count min, max;
    bool about;
};

static struct amount amount_of(struct shape_count min, struct shape_count max, struct shape_count about_min,
                               struct shape_count about_max) {
    bool about = about_min.known || about_max.known;
    return (struct amount){about ? about_min : min, about ? about_max : max, about};
}

/* "773 days", "between 365 and 395 days", "at least 12 days", "at most 40 days", each with "about". */
static void put_span(struct buffer *run, const struct amount *amount) {
    const char *about = amount->about ? "about" TEXT_GAP : "";
    bool exact = amount->min.known && amount->max.known && amount->min.value == amount->max.value;
    if (!amount->min.known && !amount->max.known) {
        text_put_words(run, "a number of days that is not known");
    } else if (exact) {
        text_put_words(run, about);
        put_count(run, amount->min.value);
    } else if (amount->min.known && amount->max.known) {
        text_put_words(run, "between ");
        text_put_words(run, about);
        text_put_number(run, amount->min.value);
        text_put_words(run, " and ");
        put_count(run, amount->max.value);
    } else {
        text_put_words(run, amount->min.known ? "at least " : "at most ");
        text_put_words(run, about);
        put_count(run, amount->min.known ? amount->min.value : amount->max.value);
    }
}

static bool is_dated(struct slice end) { return !slice_is_empty(end) && !slice_is(end, ".."); }

/* ", from 4 Aug 2014 to 15 Sep 2016". */
static void put_dates(struct buffer *run, const struct answer_held *held) {
    bool alone = held->event->times.end_state == END_IMPLIED;
    text_put_words(run, alone ? ", " : ", from ");
    if (is_dated(held->start)) text_put_date(run, held->start);
    else text_put_words(run, "a day not known");
    if (alone) return;
    if (!is_dated(held->end)) {
        text_put_words(run, " on");
        return;
    }
    text_put_words(run, " to ");
    text_put_date(run, held->end);
    if (held->event->times.duration == KIND_BOUNDED) text_put_words(run, ", both counted");
}

static void put_on(struct buffer *run, const char *words, int64_t day) {
    text_put_words(run, words);
    text_put_day(run, day);
}

/* No end is known: what is sure, and what it can be. */
static void put_confirmed(struct buffer *run, const struct answer_held *held, const struct amount *amount) {
    struct amount least = {amount->min, SHAPE_UNKNOWN, amount->about}, most = {SHAPE_UNKNOWN, amount->max, amount->about};
    text_put_tone(run, TONE_BOLD);
    if (amount->min.known) {
        put_span(run, &least);
        text_put_tone(run, TONE_PLAIN);
        put_on(run, ", as last confirmed on ", held->last_confirmed);
        text_put_words(run, "; ");
    }
    put_span(run, &most);
    text_put_tone(run, TONE_PLAIN);
    put_on(run, " by ", held->on);
    put_dates(run, held);
    text_put_words(run, amount->min.known ? "; its end is not known"
                                          : "; its end is not known, and nothing confirms it after its beginning");
}

static void put_counted(struct buffer *run, const struct answer_held *held, const struct amount *amount) {
    text_put_tone(run, TONE_BOLD);
    put_span(run, amount);
    text_put_tone(run, TONE_PLAIN);
    if (held->from != DAY_MIN && !amount->about) put_years(run, held->from, held->to);
    if (held->how == HELD_SO_FAR || held->how == HELD_OPEN)
        put_on(run, held->how == HELD_SO_FAR ? " so far, on " : " by ", held->on);
    put_dates(run, held);
    if (held->event->times.end_state == END_OPEN) text_put_words(run, "; known to go on");
    /* Its start is no confirmation. */
    if (held->last_confirmed != DAY_MIN && held->last_confirmed > held->event->times.start_max)
        put_on(run, ", last confirmed on ", held->last_confirmed);
    if (held->how == HELD_OPEN) text_put_words(run, "; whether it was under way that day is not sure");
}

/* What stands before the words for a day that is not known: "some time in" a month, "some time" between two days. */
static const char *find_some_time(const struct event_times *times, struct slice words) {
    bool bounded = times->start_min != DAY_MIN && times->start_max != DAY_MAX;
    bool decade = words.size > 4 && slice_is(slice_part(words, words.size - 2, words.size), "0s");
    if (times->start_min == times->start_max || !bounded || slice_starts_with(words, SLICE_OF("some time"))) return "";
    if (slice_starts_with(words, SLICE_OF("between ")) || slice_starts_with(words, SLICE_OF("about "))) return "some time ";
    return decade ? "some time in the " : "some time in ";
}

/* "5 Dec 2017; it happened …", "some time in Dec 2017; …", "some time between May and about Oct 2025; …" */
static void put_moment(struct buffer *run, const struct answer_held *held) {
    const struct event_times *times = &held->event->times;
    struct buffer words;
    buffer_init(&words);
    text_date_append_event(&words, &held->event->event, times, TEXT_NO_BREAK_SPACE, TEXT_DATE_PHRASE);
    text_put_words(run, find_some_time(times, buffer_slice(&words)));
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
    text_put_words(run, "; it happened on one day and did not last");
}

static void put_how_long(struct buffer *run, const struct answer_held *held) {
    struct amount amount = amount_of(held->days_min, held->days_max, held->about_min, held->about_max);
    if (held->how == HELD_MOMENT) {
        put_moment(run, held);
    } else if (held->how == HELD_CONFIRMED) {
        put_confirmed(run, held, &amount);
    } else {
        put_counted(run, held, &amount);
    }
    if (amount.about) {
        text_put_tone(run, TONE_DOUBT);
        text_put_words(run, " (a date is marked as uncertain or approximate)");
        text_put_tone(run, TONE_PLAIN);
    }
}

static void put_id(struct buffer *run, const struct answer_held *held) {
    text_put_tone(run, TONE_DIM);
    text_put(run, held->id);
    if (!slice_is_empty(held->ended_by)) {
        text_put_words(run, ", ended by" TEXT_GAP);
        text_put(run, held->ended_by);
    }
}

static enum status print_title_of(struct writer *writer, const struct answer_held *held) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct text_block block = {writer, held->event, &lines, page->width};
    if (!text_add_title(&block, false) || page->notes.failed) return STATUS_NO_MEMORY;
    text_print_lines(writer, &lines, 0);
    return STATUS_OK;
}

static bool is_of_days(struct slice field) {
    return slice_is(field, "date") || slice_is(field, "end") || slice_is(field, "last_confirmed");
}

/* A disputed day makes the number disputed; other disputes are not asked about. */
static enum status print_disputes(struct writer *writer, const struct answer_held *held) {
    struct text_page *page = writer->state;
    struct answer_event event = *held->event;
    struct text_lines lines = {NULL, 0, 0};
    struct text_block block = {writer, &event, &lines, page->width - INDENT};
    struct answer_dispute *disputes = arena_alloc_array(writer->scratch, event.dispute_count + 1, sizeof *disputes);
    if (!disputes) return STATUS_NO_MEMORY;
    event.dispute_count = 0;
    event.disputes = disputes;
    for (size_t i = 0; i < held->event->dispute_count; i++)
        if (is_of_days(held->event->disputes[i].field)) disputes[event.dispute_count++] = held->event->disputes[i];
    if (!text_add_disputes(&block) || page->notes.failed) return STATUS_NO_MEMORY;
    text_print_lines(writer, &lines, INDENT);
    return STATUS_OK;
}

static enum status print_held(struct writer *writer, struct held_page *page_held, const struct answer_held *held) {
    struct text_page *page = writer->state;
    if (page_held->some) print_blank_line(writer);
    page_held->some = page->begun = true;
    enum status status = print_title_of(writer, held);
    put_how_long(&page->run, held);
    if (status == STATUS_OK) status = print_run(writer, INDENT, INDENT);
    if (status == STATUS_OK) status = print_disputes(writer, held);
    put_id(&page->run, held);
    return status == STATUS_OK ? print_run(writer, INDENT, INDENT) : status;
}

static struct held_page *page_of(struct writer *writer) {
    struct text_page *page = writer->state;
    if (!page->report) page->report = arena_alloc(&page->notes.memory, sizeof(struct held_page));
    return page->report;
}

static enum status take_held(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct text_page *page = writer->state;
    struct held_page *held = page_of(writer);
    if (!held) return STATUS_NO_MEMORY;
    if (!part->single) return print_held(writer, held, entry);
    held->day = *(const struct answer_held_day *)entry;
    bool done = arena_copy(&page->notes.memory, held->day.not_begun, &held->day.not_begun) &&
                arena_copy(&page->notes.memory, held->day.without_names, &held->day.without_names);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static enum status print_missing(struct writer *writer, struct slice cell, const char *before, const char *joiner,
                                 const char *behind, int64_t day) {
    struct text_page *page = writer->state;
    struct text_block block = {.writer = writer, .width = page->width};
    if (slice_is_empty(cell)) return STATUS_OK;
    print_blank_line(writer);
    text_put_words(&page->run, before);
    if (!text_put_list(&block, cell, joiner)) return STATUS_NO_MEMORY;
    put_on(&page->run, behind, day);
    text_put_words(&page->run, ".");
    return print_run(writer, 0, INDENT);
}

static enum status end_held(struct writer *writer) {
    struct text_page *page = writer->state;
    struct held_page *held = page->report;
    if (!held || !held->some) return STATUS_OK;
    enum status status = print_missing(writer, held->day.not_begun, "", " and ", " had not begun by ", held->day.on);
    if (status == STATUS_OK)
        status = print_missing(writer, held->day.without_names, "The record holds nothing that was done to ", " or ",
                               " and lasted, by ", held->day.on);
    if (status != STATUS_OK) return status;
    print_blank_line(writer);
    text_put_tone(&page->run, TONE_DIM);
    text_put_words(&page->run, "The first day counts, the last does not.");
    return print_run(writer, 0, 0);
}

const struct text_report text_held_report = {.command = "held", .entry = take_held, .end = end_held};

/* ---- days -------------------------------------------------------------------------------------------------------------- */

static int64_t absolute(int64_t value) { return value < 0 ? -value : value; }

/* One number, or the only bound that is known. */
static void put_signed(struct buffer *run, int64_t days) {
    put_count(run, absolute(days));
    if (days < 0) text_put_words(run, " back");
}

/* Both bounds: a range to one side, or across. */
static void put_between(struct buffer *run, int64_t min, int64_t max, bool about) {
    text_put_words(run, about ? "between about" TEXT_GAP : "between ");
    if (min < 0 && max > 0) {
        put_signed(run, min);
        text_put_words(run, " and ");
        put_count(run, max);
        text_put_words(run, " on");
        return;
    }
    bool back = min < 0;
    text_put_number(run, absolute(back ? max : min));
    text_put_words(run, " and ");
    put_count(run, absolute(back ? min : max));
    if (back) text_put_words(run, " back");
}

/* "at least 12 days back" when the most is -12, "at least 12 days" when the least is 12. */
static void put_bound(struct buffer *run, const struct amount *amount) {
    int64_t days = amount->min.known ? amount->min.value : amount->max.value;
    bool least = amount->min.known == (days >= 0);
    text_put_words(run, least ? "at least " : "at most ");
    put_signed(run, days);
    if (!least && days >= 0) text_put_words(run, " on");
}

static void put_difference(struct buffer *run, const struct answer_days *days) {
    struct amount amount = amount_of(days->days_min, days->days_max, days->about_min, days->about_max);
    bool both = amount.min.known && amount.max.known, exact = both && amount.min.value == amount.max.value;
    text_put_tone(run, TONE_BOLD);
    if (amount.about && !(both && !exact)) text_put_words(run, "about" TEXT_GAP);
    if (exact) put_signed(run, amount.min.value);
    else if (both) put_between(run, amount.min.value, amount.max.value, amount.about);
    else put_bound(run, &amount);
    text_put_tone(run, TONE_PLAIN);
    if (exact && days->from_min == days->from_max && days->to_min == days->to_max && !amount.about)
        put_years(run, days->from_min < days->to_min ? days->from_min : days->to_min,
                  days->from_min < days->to_min ? days->to_min : days->from_min);
    if (exact && amount.min.value == 0) text_put_words(run, ": the same day");
    if (amount.max.known && amount.max.value < 0) text_put_words(run, ": the second date lies before the first");
    if (amount.about) {
        text_put_tone(run, TONE_DOUBT);
        text_put_words(run, " (a date is marked as uncertain or approximate)");
    }
}

/* One of the two dates. */
struct side {
    const char *word;
    struct slice asked, title;
    bool is_event, marked;
    int64_t first, last;
};

/* The words of the date that was given; of an event the days it can have begun on. */
static void put_side_days(struct buffer *run, const struct side *side) {
    struct buffer words;
    bool unbounded = side->first == DAY_MIN || side->last == DAY_MAX;
    if (!side->is_event && unbounded) text_put(run, side->asked);
    else if (!side->is_event && side->marked) text_put_date(run, side->asked);
    if (!side->is_event && (unbounded || side->marked)) return;
    buffer_init(&words);
    if (side->marked) buffer_append_text(&words, "about ");
    if (unbounded && side->first == DAY_MIN) buffer_append_text(&words, "no later than ");
    if (unbounded && side->first != DAY_MIN) buffer_append_text(&words, "no sooner than ");
    if (unbounded) text_date_append_day(&words, side->first == DAY_MIN ? side->last : side->first, TEXT_NO_BREAK_SPACE);
    else text_date_append_range(&words, side->first, side->last, TEXT_NO_BREAK_SPACE);
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

/* "from 1 Dec 2018 (CC-MENG, Canada arrests Meng Wanzhou)". */
static enum status print_side(struct writer *writer, const struct side *side) {
    struct text_page *page = writer->state;
    struct buffer *run = &page->run;
    text_put_words(run, side->word);
    put_side_days(run, side);
    if (side->is_event) {
        text_put_words(run, " (");
        text_put(run, side->asked);
        text_put_words(run, slice_is_empty(side->title) ? "" : ", ");
        text_put(run, side->title);
        text_put_words(run, ")");
    }
    return print_run(writer, INDENT, 5);
}

static enum status print_days(struct writer *writer, const struct answer_part *part, const void *entry) {
    const struct answer_days *days = entry;
    struct text_page *page = writer->state;
    struct side from = {"from" TEXT_GAP, days->from, days->from_title, days->from_event, days->from_marked,
                        days->from_min, days->from_max};
    struct side to = {"to" TEXT_GAP TEXT_GAP TEXT_GAP, days->to, days->to_title, days->to_event, days->to_marked,
                      days->to_min, days->to_max};
    (void)part;
    page->begun = true;
    put_difference(&page->run, days);
    enum status status = print_run(writer, 0, INDENT);
    if (status == STATUS_OK) status = print_side(writer, &from);
    return status == STATUS_OK ? print_side(writer, &to) : status;
}

const struct text_report text_days_report = {.command = "days", .entry = print_days};
