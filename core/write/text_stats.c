/* stats: a page of numbers; what rests on one source; what the record claims to hold. */
#include "text_report.h"

#include "../ask/series.h"
#include "../ask/stats.h"
#include "../base/cell.h"
#include "../base/utf8.h"
#include "text_date.h"
#include "text_stretches.h"

enum { LABEL_WIDTH = 12, DATE_COLUMN = 14, GUTTER = 2, WIDTH_OF_COLUMNS = 48, STRETCHES_TOLD = 12 };

/* Claims one after the other that differ in their days alone are told as one. */
struct claim_group {
    struct answer_coverage first; /* in the notes' memory */
    struct answer_stretch *days;
    size_t count, capacity;       /* count 0: there is none */
    bool datable;                 /* the days of the first could be read */
    bool whole;                   /* told with all that it leaves out */
};

struct stats_page {
    struct slice lists[4]; /* runs of records, kinds, statuses, precisions */
    struct answer_span span;
    int64_t disputed, unsourced, single_sourced;
    bool has_numbers, told; /* the numbers were gathered, are printed */
    size_t coverages;
    struct claim_group claims;
    bool some_alone;
};

static const struct shape *const list_shapes[] = {&record_tally_shape, &kind_tally_shape, &status_tally_shape,
                                                  &precision_tally_shape};
static const char *const list_labels[] = {"Records", "Events", "Status", "Dates"};
enum { LIST_PRECISIONS = 3 };

static struct stats_page *page_of(struct writer *writer) {
    struct text_page *page = writer->state;
    if (!page->report) page->report = arena_alloc(&page->notes.memory, sizeof(struct stats_page));
    return page->report;
}

/* ---- setting ------------------------------------------------------------------------------------------------- */

static void put_blanks(struct buffer *run, size_t count) {
    while (count-- > 0) text_put_words(run, TEXT_GAP);
}

/* The page's run beside a label: a column of labels and one of text. The label is a run too. */
static enum status print_beside(struct writer *writer, struct slice label, size_t column) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct buffer *out = sink_buffer(writer->sink);
    struct arena_mark mark = arena_mark(writer->scratch);
    size_t room = page->width > column + LABEL_WIDTH ? page->width - column : LABEL_WIDTH;
    bool done = !buffer_failed(&page->run) && text_wrap(writer->scratch, buffer_slice(&page->run), room, 0, &lines);
    buffer_clear(&page->run);
    for (size_t i = 0; done && i < lines.count; i++) {
        size_t used = i ? 0 : text_run_width(label);
        struct text_line first = {label, 0, used, TONE_PLAIN};
        if (used) text_print_line(out, &first, writer->style->color);
        text_print_blanks(out, (column > used ? column - used : column > 0) + lines.items[i].indent);
        text_print_line(out, &lines.items[i], writer->style->color);
        buffer_append_byte(out, '\n');
    }
    arena_rewind(writer->scratch, mark);
    return done ? sink_relieve(writer->sink) : STATUS_NO_MEMORY;
}

static enum status print_labelled(struct writer *writer, const char *label) {
    struct buffer run;
    buffer_init(&run);
    text_put_tone(&run, TONE_BOLD);
    text_put_words(&run, label);
    enum status status = buffer_failed(&run) ? STATUS_NO_MEMORY : print_beside(writer, buffer_slice(&run), LABEL_WIDTH);
    buffer_free(&run);
    return status;
}

static enum status print_title(struct writer *writer, const char *words) {
    struct text_page *page = writer->state;
    struct slice title = writer->context->title;
    struct buffer line;
    buffer_init(&line);
    text_put_tone(&line, TONE_BOLD);
    if (!slice_is_empty(title)) text_put(&line, title);
    text_put_words(&line, slice_is_empty(title) ? "What " : ": what ");
    text_put_words(&line, words);
    struct text_lines lines = {NULL, 0, 0};
    bool done = !buffer_failed(&line) && text_wrap(writer->scratch, buffer_slice(&line), page->width, 0, &lines);
    if (done) text_print_lines(writer, &lines, 0);
    text_print_rule(writer, page->width);
    page->begun = true;
    buffer_free(&line);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static void print_blank_line(struct writer *writer) { buffer_append_byte(sink_buffer(writer->sink), '\n'); }

static void put_dot(struct buffer *run) { text_put_words(run, " \xC2\xB7 "); }

/* ---- numbers ---------------------------------------------------------------------------------------------------- */

/* One is told in the singular. */
static void put_tally_name(struct buffer *run, const struct answer_tally *tally) {
    enum record_type type = slice_is(tally->group, "records") ? record_find_type(tally->name) : RECORD_TYPES;
    if (type != RECORD_TYPES && tally->count.value == 1) text_put_words(run, record_info(type)->name);
    else text_put(run, tally->name);
    if (type == RECORD_COVERAGE) text_put_words(run, tally->count.value == 1 ? TEXT_GAP "claim" : TEXT_GAP "claims");
}

static void put_precision(struct buffer *run, struct slice name) {
    if (slice_is(name, "none")) text_put_words(run, "without" TEXT_GAP "a" TEXT_GAP "known" TEXT_GAP "beginning");
    else if (slice_is(name, "coarser")) text_put_words(run, "more" TEXT_GAP "coarsely");
    else {
        text_put_words(run, "to" TEXT_GAP "the" TEXT_GAP);
        text_put(run, name);
    }
}

/* "12 statement", "120 to the day": adds to the run of its list. */
static enum status add_tally(struct writer *writer, size_t list, const struct answer_tally *tally) {
    struct text_page *page = writer->state;
    struct stats_page *stats = page->report;
    struct slice *run = &stats->lists[list];
    if (tally->count.value == 0 && !slice_is(tally->name, "events")) return STATUS_OK;
    buffer_clear(&page->run);
    buffer_append_slice(&page->run, *run);
    if (run->size) put_dot(&page->run);
    buffer_append_integer(&page->run, tally->count.value);
    text_put_words(&page->run, TEXT_GAP);
    if (list == LIST_PRECISIONS) put_precision(&page->run, tally->name);
    else put_tally_name(&page->run, tally);
    bool done = !buffer_failed(&page->run) && arena_copy(&page->notes.memory, buffer_slice(&page->run), run);
    buffer_clear(&page->run);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static bool take_single(struct stats_page *stats, const struct shape *shape, const struct answer_tally *tally) {
    int64_t *to = shape == &disputed_tally_shape ? &stats->disputed
                : shape == &unsourced_tally_shape ? &stats->unsourced
                : shape == &single_tally_shape ? &stats->single_sourced : NULL;
    if (!to) return false;
    *to = tally->count.value;
    return true;
}

static void put_count(struct buffer *run, int64_t count, const char *one, const char *more) {
    if (count == 0) text_put_words(run, "none");
    else buffer_append_integer(run, count);
    text_put_words(run, count == 1 ? one : more);
}

static enum status print_span(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct stats_page *stats = page->report;
    if (stats->span.first != DAY_MIN) {
        text_put_words(&page->run, "first ");
        text_date_append_day(&page->run, stats->span.first, TEXT_GAP);
        text_put_words(&page->run, ", last ");
        text_date_append_day(&page->run, stats->span.last, TEXT_GAP);
    }
    return page->run.size ? print_labelled(writer, "") : STATUS_OK;
}

static enum status print_sourcing(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct stats_page *stats = page->report;
    put_count(&page->run, stats->single_sourced, " rests on one source alone", " rest on one source alone");
    put_dot(&page->run);
    put_count(&page->run, stats->unsourced, " has no source", stats->unsourced ? " have no source" : " without a source");
    put_dot(&page->run);
    put_count(&page->run, stats->disputed, " disputed", " disputed");
    return print_labelled(writer, "Sources");
}

static enum status print_numbers(struct writer *writer) {
    struct text_page *page = writer->state;
    struct stats_page *stats = page->report;
    if (stats->told || !stats->has_numbers) return STATUS_OK;
    stats->told = true;
    enum status status = print_title(writer, "the record holds");
    for (size_t i = 0; status == STATUS_OK && i < sizeof list_labels / sizeof *list_labels; i++) {
        if (slice_is_empty(stats->lists[i])) continue;
        buffer_append_slice(&page->run, stats->lists[i]);
        status = print_labelled(writer, list_labels[i]);
    }
    if (status == STATUS_OK && stats->lists[1].size) status = print_span(writer);
    return status == STATUS_OK && stats->lists[1].size ? print_sourcing(writer) : status;
}

/* ---- coverage ----------------------------------------------------------------------------------------------------- */

static bool put_list(struct writer *writer, struct slice cell) {
    struct text_page *page = writer->state;
    struct slice_list items;
    if (!cell_parse_list(writer->scratch, cell, &items)) return false;
    for (size_t i = 0; i < items.count; i++) {
        text_put_words(&page->run, i == 0 ? "" : i + 1 == items.count ? " and " : ", ");
        text_put(&page->run, items.items[i]);
    }
    return true;
}

static bool is_open(struct slice end) { return slice_is_empty(end) || slice_is(end, ".."); }

/* ", on 1 Jan 1979, 31 Dec 1979 and 8–17 Sep 2005", ", from 26 Aug 2024 to 7 Apr 2026" */
static void put_claimed_days(struct buffer *run, const struct claim_group *claims) {
    const struct answer_coverage *row = &claims->first;
    if (claims->count > 1 || (claims->datable && claims->days[0].start == claims->days[0].end)) {
        text_put_words(run, ", on ");
        text_append_stretches(run, claims->days, claims->count, STRETCHES_TOLD, TEXT_GAP);
        return;
    }
    if (!slice_is_empty(row->start)) {
        text_put_words(run, ", from ");
        text_date_append(run, row->start, TEXT_GAP);
    }
    if (is_open(row->end)) return;
    text_put_words(run, slice_is_empty(row->start) ? ", up to " : " to ");
    text_date_append(run, row->end, TEXT_GAP);
}

/* "tariff of Canada and China, from 26 Aug 2024 to 7 Apr 2026". */
static bool put_claim(struct writer *writer, const struct claim_group *claims) {
    struct buffer *run = &((struct text_page *)writer->state)->run;
    const struct answer_coverage *row = &claims->first;
    bool good = true;
    if (slice_is_empty(row->kinds)) text_put_words(run, "all kinds");
    else good = put_list(writer, row->kinds);
    if (!slice_is_empty(row->names)) {
        text_put_words(run, " of ");
        text_put(run, row->names);
    }
    put_claimed_days(run, claims);
    return good;
}

static enum status print_claim(struct writer *writer, const struct claim_group *claims) {
    struct text_page *page = writer->state;
    struct stats_page *stats = page->report;
    enum status status = print_numbers(writer);
    if (status != STATUS_OK) return status;
    text_put(&page->run, claims->first.dataset);
    text_put_words(&page->run, ": ");
    if (!put_claim(writer, claims)) return STATUS_NO_MEMORY;
    return print_labelled(writer, stats->coverages++ ? "" : "Covers");
}

static enum status print_part(struct writer *writer, const char *label, struct slice text) {
    struct text_page *page = writer->state;
    if (slice_is_empty(text)) return STATUS_OK;
    text_put(&page->run, text);
    return print_labelled(writer, label);
}

/* What it leaves out; of days told one by one, that it is all others. */
static enum status print_not(struct writer *writer, const struct claim_group *claims) {
    const struct answer_coverage *row = &claims->first;
    struct buffer *run = &((struct text_page *)writer->state)->run;
    if (claims->count == 1 && !(claims->datable && claims->days[0].start == claims->days[0].end))
        return print_part(writer, "not", row->not_covered);
    text_put(run, row->not_but_days);
    text_put_words(run, slice_is_empty(row->not_but_days) ? "all other days" : "; all other days");
    return print_labelled(writer, "not");
}

/* A claim with all that it leaves out. */
static enum status print_coverage(struct writer *writer, const struct claim_group *claims) {
    const struct answer_coverage *row = &claims->first;
    struct text_page *page = writer->state;
    struct stats_page *stats = page->report;
    enum status status = page->begun ? STATUS_OK : print_title(writer, "the record claims to hold");
    if (stats->coverages++) print_blank_line(writer);
    if (status == STATUS_OK) status = print_part(writer, "Data set", row->dataset);
    if (status == STATUS_OK && !put_claim(writer, claims)) status = STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = print_labelled(writer, "covers");
    if (status == STATUS_OK) status = print_not(writer, claims);
    return status == STATUS_OK ? print_part(writer, "note", row->note) : status;
}

static enum status flush_claims(struct writer *writer) {
    struct claim_group *claims = &((struct stats_page *)((struct text_page *)writer->state)->report)->claims;
    if (claims->count == 0) return STATUS_OK;
    if (claims->datable) claims->count = text_join_stretches(claims->days, claims->count);
    enum status status = claims->whole ? print_coverage(writer, claims) : print_claim(writer, claims);
    claims->count = 0;
    return status;
}

/* False when a day is none that can be read. */
static bool find_claimed_days(const struct answer_coverage *row, struct answer_stretch *days) {
    struct edtf date;
    *days = (struct answer_stretch){DAY_MIN, DAY_MAX};
    if (!slice_is_empty(row->start)) {
        if (edtf_parse(row->start, &date, NULL, NULL) != STATUS_OK) return false;
        days->start = date.min;
    }
    if (!is_open(row->end)) {
        if (edtf_parse(row->end, &date, NULL, NULL) != STATUS_OK) return false;
        days->end = date.max;
    }
    return days->start <= days->end;
}

static bool keep_claim(struct text_page *page, struct claim_group *claims, const struct answer_coverage *row) {
    struct arena *arena = &page->notes.memory;
    struct answer_coverage *kept = &claims->first;
    return arena_copy(arena, row->dataset, &kept->dataset) && arena_copy(arena, row->countries, &kept->countries) &&
           arena_copy(arena, row->kinds, &kept->kinds) && arena_copy(arena, row->start, &kept->start) &&
           arena_copy(arena, row->end, &kept->end) && arena_copy(arena, row->note, &kept->note) &&
           arena_copy(arena, row->not_covered, &kept->not_covered) &&
           arena_copy(arena, row->not_but_days, &kept->not_but_days) && arena_copy(arena, row->names, &kept->names);
}

static bool add_claimed_days(struct text_page *page, struct claim_group *claims, struct answer_stretch days) {
    if (claims->count == claims->capacity) {
        size_t capacity = claims->capacity ? claims->capacity * 2 : 16;
        struct answer_stretch *more = arena_alloc_array(&page->notes.memory, capacity, sizeof *more);
        if (!more) return false;
        if (claims->count) memcpy(more, claims->days, claims->count * sizeof *more);
        claims->days = more;
        claims->capacity = capacity;
    }
    claims->days[claims->count++] = days;
    return true;
}

static enum status take_claim(struct writer *writer, const struct answer_coverage *row, bool whole) {
    struct text_page *page = writer->state;
    struct claim_group *claims = &((struct stats_page *)page->report)->claims;
    const struct answer_coverage *first = &claims->first;
    struct answer_stretch days;
    bool datable = find_claimed_days(row, &days);
    bool same = claims->count && claims->datable && datable && slice_equals(first->dataset, row->dataset) &&
                slice_equals(first->countries, row->countries) && slice_equals(first->kinds, row->kinds) &&
                slice_equals(first->note, row->note);
    enum status status = same ? STATUS_OK : flush_claims(writer);
    if (status != STATUS_OK) return status;
    claims->datable = datable;
    claims->whole = whole;
    if (!same && !keep_claim(page, claims, row)) return STATUS_NO_MEMORY;
    return add_claimed_days(page, claims, days) ? STATUS_OK : STATUS_NO_MEMORY;
}

/* "from 26 Aug 2024 to 7 Apr 2026", "on 1 Jan 1979, 31 Dec 1979 and 8–17 Sep 2005" */
static void put_covered(struct buffer *run, const struct answer_stretch *days, size_t count) {
    bool one = count == 1 && days[0].start != days[0].end;
    if (count == 0) return;
    if (!one || (days[0].start == DAY_MIN && days[0].end == DAY_MAX)) {
        text_put_words(run, "on ");
        text_append_stretches(run, days, count, STRETCHES_TOLD, TEXT_GAP);
        return;
    }
    if (days[0].start != DAY_MIN) text_put_words(run, "from ");
    if (days[0].start != DAY_MIN) text_date_append_day(run, days[0].start, TEXT_GAP);
    if (days[0].end != DAY_MAX) text_put_words(run, days[0].start == DAY_MIN ? "up to " : " to ");
    if (days[0].end != DAY_MAX) text_date_append_day(run, days[0].end, TEXT_GAP);
}

/* The days on which the question itself is covered. */
static enum status print_covered(struct writer *writer, const struct shape_entries *covered) {
    struct text_page *page = writer->state;
    const struct answer_stretch *days = covered->items;
    enum status status = print_title(writer, "the record claims to hold");
    if (covered->count == 0) text_put_words(&page->run, "What the filters ask for is not wholly covered on any day.");
    else text_put_words(&page->run, "What the filters ask for is covered ");
    put_covered(&page->run, days, covered->count);
    if (covered->count) text_put_words(&page->run, ".");
    if (status == STATUS_OK) status = print_beside(writer, SLICE_NONE, 0);
    print_blank_line(writer);
    return status;
}

/* ---- sources ------------------------------------------------------------------------------------------------------- */

static enum status print_resting(struct writer *writer, const struct answer_resting *resting) {
    struct text_page *page = writer->state;
    int64_t more = resting->events.value - resting->single_sourced.value - resting->unsourced.value;
    if (resting->events.value == resting->unsourced.value) return STATUS_OK;
    enum status status = print_title(writer, "rests on which source");
    buffer_append_integer(&page->run, resting->events.value);
    text_put_words(&page->run, resting->events.value == 1 ? " event: " : " events: ");
    put_count(&page->run, resting->single_sourced.value, " on one source alone, ", " on one source alone, ");
    put_count(&page->run, more, " on several, ", " on several, ");
    put_count(&page->run, resting->unsourced.value, " without a source", " without a source");
    if (status == STATUS_OK) status = print_beside(writer, SLICE_NONE, 0);
    print_blank_line(writer);
    text_put_toned(&page->run, TONE_DIM, SLICE_OF("source"));
    return status == STATUS_OK ? print_beside(writer, SLICE_OF("alone     of"), DATE_COLUMN) : status;
}

static void put_source(struct writer *writer, struct slice id, struct slice title, struct slice publisher,
                       struct slice published, struct slice url, bool name) {
    struct text_page *page = writer->state;
    struct record source;
    record_init(&source, RECORD_SOURCE);
    record_set(&source, SOURCE_ID, id);
    record_set(&source, SOURCE_TITLE, title);
    record_set(&source, SOURCE_PUBLISHER, publisher);
    record_set(&source, SOURCE_PUBLISHED, published);
    record_set(&source, SOURCE_URL, url);
    size_t number = text_notes_add(&page->notes, &source);
    if (name) text_put(&page->run, slice_is_empty(title) ? slice_is_empty(id) ? url : id : title);
    if (number) text_put_words(&page->run, TEXT_GAP);
    text_notes_mark(&page->notes, &page->run, &number, 1);
}

static enum status print_rest(struct writer *writer, const struct answer_rest *rest) {
    struct buffer columns;
    char digits[NUMBER_SIZE];
    buffer_init(&columns);
    for (int i = 0; i < 2; i++) {
        size_t size = number_format_integer(i ? rest->events.value : rest->alone.value, digits);
        put_blanks(&columns, (i ? 7 : 5) > size ? (i ? 7 : 5) - size : 1);
        text_put(&columns, (struct slice){digits, size});
    }
    put_source(writer, rest->source, rest->title, rest->publisher, rest->published, rest->url, true);
    enum status status = buffer_failed(&columns) ? STATUS_NO_MEMORY : print_beside(writer, buffer_slice(&columns), DATE_COLUMN);
    buffer_free(&columns);
    return status;
}

static enum status begin_alone(struct writer *writer) {
    struct text_page *page = writer->state;
    struct stats_page *stats = page->report;
    if (stats->some_alone) return STATUS_OK;
    stats->some_alone = true;
    print_blank_line(writer);
    text_put_toned(&page->run, TONE_BOLD, SLICE_OF("On one source alone"));
    return print_beside(writer, SLICE_NONE, 0);
}

/* One line of the two columns, the date set to the right; a '?' hangs into the gutter. */
static void print_row(struct writer *writer, const struct text_line *date, const struct text_line *body) {
    struct buffer *out = sink_buffer(writer->sink);
    size_t column = 0;
    if (date && date->width) {
        size_t width = date->width - (date->text.data[date->text.size - 1] == '?');
        size_t lead = width < DATE_COLUMN ? DATE_COLUMN - width : 0;
        text_print_blanks(out, lead);
        text_print_line(out, date, writer->style->color);
        column = lead + date->width;
    }
    if (body && body->width) {
        size_t start = DATE_COLUMN + GUTTER + body->indent;
        text_print_blanks(out, start > column ? start - column : 1);
        text_print_line(out, body, writer->style->color);
    }
    buffer_append_byte(out, '\n');
}

/* *beside: the date stands in its column; else above. */
static bool set_date(struct writer *writer, const struct answer_event *event, struct text_lines *dates, bool *beside) {
    const struct text_page *page = writer->state;
    struct text_block block = {writer, event, dates, DATE_COLUMN};
    text_put_when(&block, true);
    if (!text_end_paragraph(&block, 0)) return false;
    *beside = page->width >= WIDTH_OF_COLUMNS && text_dates_fit(dates, dates->count);
    if (*beside) return true;
    *dates = (struct text_lines){NULL, 0, 0};
    block.width = page->width;
    text_put_when(&block, false);
    return text_end_paragraph(&block, 0);
}

static bool set_alone(struct writer *writer, const struct answer_single *single, const struct answer_event *event,
                      struct text_lines *body, size_t left) {
    struct text_page *page = writer->state;
    struct text_block block = {writer, event, body, page->width - left};
    text_put(&page->run, slice_is_empty(single->title) ? single->kind : single->title);
    text_put_release(&page->run, single->event);
    put_source(writer, single->source, SLICE_NONE, SLICE_NONE, SLICE_NONE, single->url, false);
    text_put_words(&page->run, " ");
    text_put_toned(&page->run, TONE_DIM, single->id);
    return text_end_paragraph(&block, 0);
}

static enum status print_alone(struct writer *writer, const struct answer_single *single) {
    struct answer_event event = {.event = *single->event, .times = *single->times};
    struct text_lines dates = {NULL, 0, 0}, body = {NULL, 0, 0};
    struct arena_mark mark = arena_mark(writer->scratch);
    bool beside;
    enum status status = begin_alone(writer);
    if (status != STATUS_OK) return status;
    if (!set_date(writer, &event, &dates, &beside) ||
        !set_alone(writer, single, &event, &body, beside ? DATE_COLUMN + GUTTER : GUTTER)) return STATUS_NO_MEMORY;
    for (size_t i = 0; beside && (i < dates.count || i < body.count); i++)
        print_row(writer, i < dates.count ? &dates.items[i] : NULL, i < body.count ? &body.items[i] : NULL);
    if (!beside) text_print_lines(writer, &dates, 0);
    if (!beside) text_print_lines(writer, &body, GUTTER);
    arena_rewind(writer->scratch, mark);
    return sink_relieve(writer->sink);
}

/* ---- entries --------------------------------------------------------------------------------------------------------- */

static enum status take_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct stats_page *stats = page_of(writer);
    const struct shape *shape = part->shape;
    if (!stats) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < sizeof list_shapes / sizeof *list_shapes; i++)
        if (shape == list_shapes[i]) return add_tally(writer, i, entry);
    if (shape == &span_shape) {
        stats->span = *(const struct answer_span *)entry;
        stats->has_numbers = true;
        return STATUS_OK;
    }
    if (take_single(stats, shape, entry) || shape == &undated_tally_shape) return STATUS_OK; /* among the dates */
    if (shape == &coverage_shape) return take_claim(writer, entry, part->is_table);
    if (shape == &resting_shape) return print_resting(writer, entry);
    if (shape == &rest_shape) return print_rest(writer, entry);
    if (shape == &single_shape) return print_alone(writer, entry);
    return shape->count ? print_covered(writer, entry) : STATUS_OK;
}

static enum status end_stats(struct writer *writer) {
    struct text_page *page = writer->state;
    const struct stats_page *stats = page->report;
    enum status status = stats ? flush_claims(writer) : STATUS_OK;
    if (status == STATUS_OK && stats) status = print_numbers(writer);
    if (status != STATUS_OK || !stats || !stats->has_numbers || stats->coverages) return status;
    text_put_words(&page->run, "nothing is claimed to be complete: where there is no event, that says nothing");
    return print_labelled(writer, "Covers");
}

const struct text_report text_stats_report = {.command = "stats", .entry = take_entry, .end = end_stats};
