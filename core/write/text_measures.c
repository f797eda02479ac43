/* The page of `inforce`: the measures by how surely they stood that day, each as in a timeline, with how long it had
 * stood by then, what it answers and whether it follows what it replaces without a gap. */
#include "text_measures.h"

#include "../base/cell.h"
#include "text_date.h"

/* ---- small words ------------------------------------------------------------------------------------------------ */

void text_put_rates(struct buffer *run, struct slice min, struct slice max, struct slice unit) {
    text_put(run, min);
    if (!slice_equals(min, max)) {
        text_put_words(run, "\xE2\x80\x93");
        text_put(run, max);
    }
    text_put_words(run, TEXT_GAP);
    text_put(run, slice_is_empty(unit) ? SLICE_OF("%") : unit);
}

bool text_put_items(struct writer *writer, struct slice cell, const char *last) {
    struct text_block block = {writer, NULL, NULL, 0};
    return text_put_list(&block, cell, last);
}

void text_put_sides(struct buffer *run, struct slice imposer, struct slice target) {
    text_put(run, slice_is_empty(imposer) ? SLICE_OF("Imposer not given") : imposer);
    if (slice_is_empty(target))
        return;
    text_put_words(run, " on ");
    text_put(run, target);
}

void text_put_disputed(struct buffer *run, bool disputed) {
    if (!disputed)
        return;
    text_put_words(run, ", ");
    text_put_toned(run, TONE_DOUBT, SLICE_OF("disputed"));
}

void text_put_doubt(struct buffer *run, struct slice state, int64_t confirmed) {
    bool dated = slice_is(state, "as_last_confirmed") && confirmed != DAY_MIN;
    if (!slice_is(state, "as_last_confirmed") && !slice_is(state, "possibly"))
        return;
    text_put_words(run, ", ");
    text_put_tone(run, TONE_DOUBT);
    if (dated) {
        text_put_words(run, "last confirmed ");
        text_put_day(run, confirmed);
    } else {
        text_put_word(run, state);
    }
    text_put_tone(run, TONE_PLAIN);
}

bool text_put_limits(struct writer *writer, struct slice quota, struct slice excludes) {
    struct buffer *run = &((struct text_page *)writer->state)->run;
    if (!slice_is_empty(quota)) {
        text_put_words(run, ", quota ");
        text_put(run, quota);
    }
    if (slice_is_empty(excludes))
        return true;
    text_put_words(run, ", except ");
    return text_put_items(writer, excludes, " and ");
}

bool text_is_base_asked(const struct write_context *context) {
    for (size_t i = 0; i < context->detail_count; i++)
        if (strcmp(context->details[i].name, "with_base") == 0)
            return true;
    return false;
}

enum status text_print_run(struct writer *writer, size_t left, size_t hang) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    bool done = !buffer_failed(&page->run)
                && text_wrap(writer->scratch, buffer_slice(&page->run), page->width - left, hang, &lines);
    buffer_clear(&page->run);
    if (done)
        text_print_lines(writer, &lines, left);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

/* ---- the end of a measure ---------------------------------------------------------------------------------------- */

enum status text_print_end_note(struct writer *writer) {
    struct text_page *page = writer->state;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_put_tone(&page->run, TONE_DIM);
    text_put_words(&page->run, "Where a measure has an end, its second date is the first day without it.");
    return text_print_run(writer, 0, 0);
}

bool text_has_end(const struct answer_measure *measure) {
    return !slice_is_empty(measure->end) && !slice_is(measure->end, "..");
}

/* ---- the head ---------------------------------------------------------------------------------------------------- */

static void append_time(struct buffer *words, const struct measure_time *time) {
    if (time->from != DAY_MIN && time->to != DAY_MAX) {
        text_date_append_range(words, time->from, time->to, TEXT_NO_BREAK_SPACE);
        return;
    }
    buffer_append_text(words, time->from != DAY_MIN ? "from " : time->to != DAY_MAX ? "to " : "all time");
    if (time->from != DAY_MIN || time->to != DAY_MAX)
        text_date_append_day(words, time->from != DAY_MIN ? time->from : time->to, TEXT_NO_BREAK_SPACE);
}

enum status text_measures_title(struct writer *writer, const char *title, const struct slice *on,
                                const struct measure_time *time) {
    struct text_page *page = writer->state;
    struct slice pair = writer->context->title;
    struct buffer when;
    buffer_init(&when);
    if (on) {
        buffer_append_text(&when, "on ");
        text_date_append(&when, *on, TEXT_NO_BREAK_SPACE);
    } else {
        append_time(&when, time);
    }
    text_put_toned(&page->run, TONE_BOLD, slice_is_empty(pair) ? slice_from(title) : pair);
    text_put_to_the_right(page, buffer_slice(&when));
    bool failed = buffer_failed(&when);
    buffer_free(&when);
    if (failed)
        return STATUS_NO_MEMORY;
    enum status status = text_print_run(writer, 0, 0);
    if (status == STATUS_OK)
        text_print_rule(writer, page->width);
    page->begun = true;
    return status;
}

/* ---- seams ------------------------------------------------------------------------------------------------------- */

static struct shape_count negate(struct shape_count count) {
    return count.known ? shape_count(-count.value) : count;
}

/* "leaves a gap of 3 days after X", "overlaps X by 1 to 3 days" */
static void put_replacing(struct buffer *run, const struct measure_seam *seam) {
    bool gap = slice_is(seam->fault, "gap");
    text_put_words(run, gap ? "leaves a gap of " : "overlaps ");
    if (gap)
        text_put_days(run, seam->gap_min, seam->gap_max);
    text_put_words(run, gap ? " after " : "");
    text_put(run, seam->id);
    if (gap)
        return;
    text_put_words(run, " by ");
    text_put_days(run, negate(seam->gap_max), negate(seam->gap_min));
}

/* "X replaces it after a gap of 3 days", "X replaces it and overlaps it by 3 days" */
static void put_replaced(struct buffer *run, const struct measure_seam *seam) {
    bool gap = slice_is(seam->fault, "gap");
    text_put(run, seam->id);
    text_put_words(run, gap ? " replaces it after a gap of " : " replaces it and overlaps it by ");
    if (gap)
        text_put_days(run, seam->gap_min, seam->gap_max);
    else
        text_put_days(run, negate(seam->gap_max), negate(seam->gap_min));
}

/* Between an overlap and a gap: how far either can go. */
static void put_uncertain(struct buffer *run, const struct measure_seam *seam, bool replaces) {
    bool gap = seam->gap_max.known && seam->gap_max.value > 0;
    bool overlap = seam->gap_min.known && seam->gap_min.value < 0;
    text_put_words(run, replaces ? "replaces " : "replaced by ");
    text_put(run, seam->id);
    text_put_words(run, gap || overlap ? ", perhaps with" : "; dates leave open whether without a gap");
    if (gap) {
        text_put_words(run, " a gap of ");
        text_put_days(run, SHAPE_UNKNOWN, seam->gap_max);
    }
    text_put_words(run, gap && overlap ? " or" : "");
    if (overlap) {
        text_put_words(run, " an overlap of ");
        text_put_days(run, SHAPE_UNKNOWN, negate(seam->gap_min));
    }
}

bool text_put_seam(struct buffer *run, const struct measure_seam *seam, bool replaces) {
    if (slice_is_empty(seam->fault))
        return false;
    text_put_tone(run, TONE_DOUBT);
    if (slice_is(seam->fault, "uncertain")) {
        put_uncertain(run, seam, replaces);
    } else if (slice_is(seam->fault, "no end")) {
        text_put_words(run, replaces ? "" : "has no end of its own though ");
        text_put(run, seam->id);
        text_put_words(run, replaces ? " has no end of its own though this replaces it" : " replaces it");
    } else if (replaces) {
        put_replacing(run, seam);
    } else {
        put_replaced(run, seam);
    }
    text_put_tone(run, TONE_PLAIN);
    return true;
}

/* ---- a measure -------------------------------------------------------------------------------------------------- */

/* What is kept of the page: the day, the measure that is being set, and the state of the heading above it. */
struct inforce_page {
    struct slice on;
    const struct answer_measure *measure;
    bool has_state;
    enum measure_state state;
    bool has_end; /* some measure shows one */
};

static struct inforce_page *inforce_of(struct writer *writer) {
    struct text_page *page = writer->state;
    if (!page->report)
        page->report = arena_alloc(&page->notes.memory, sizeof(struct inforce_page));
    return page->report;
}

/* Its start is no confirmation, but where nothing else is known. */
static bool tells_confirmed(const struct answer_measure *measure) {
    if (measure->last_confirmed == DAY_MIN)
        return false;
    return measure->how == MEASURE_AS_LAST_CONFIRMED || measure->last_confirmed > measure->event->times.start_max;
}

/* "for 773 days", "for 4,374 days; known to go on, last confirmed on 9 Feb 2026" */
static bool add_days(struct text_block *block, const struct answer_measure *measure) {
    struct buffer *run = &text_page_of(block)->run;
    bool none = !measure->days_min.known && !measure->days_max.known;
    bool goes_on = measure->event->times.end_state == END_OPEN && measure->how == MEASURE_IN_FORCE;
    bool confirmed = tells_confirmed(measure);
    if (none && !confirmed && !goes_on)
        return true;
    if (!none) {
        text_put_words(run, "for ");
        text_put_days(run, measure->days_min, measure->days_max);
    }
    if (goes_on)
        text_put_words(run, none ? "known to go on" : "; known to go on");
    if (confirmed) {
        text_put_words(run, none && !goes_on ? "" : ", ");
        text_put_tone(run, measure->how == MEASURE_IN_FORCE ? TONE_PLAIN : TONE_DOUBT);
        text_put_words(run, "last confirmed on ");
        text_put_day(run, measure->last_confirmed);
        text_put_tone(run, TONE_PLAIN);
    }
    return text_end_paragraph(block, 2);
}

/* Of a measure that is no duty: what it is on. */
static bool add_goods(struct text_block *block, const struct answer_measure *measure) {
    struct buffer *run = &text_page_of(block)->run;
    if (slice_is_empty(measure->product) && slice_is_empty(measure->excludes) && slice_is_empty(measure->quota))
        return true;
    text_put_words(run, slice_is_empty(measure->product) ? "on goods" : "on ");
    return text_put_items(block->writer, measure->product, " and ")
           && text_put_limits(block->writer, measure->quota, measure->excludes) && text_end_paragraph(block, 2);
}

/* Who does it to whom stands once: in the line of a duty, which may need the people too; else with the parties, where
 * these say more than that line. */
static bool add_sides(struct text_block *block, const struct answer_measure *measure) {
    bool told = text_parties_are_told(block);
    if (told || !slice_is_empty(measure->rate_min) || kind_is_below(measure->kind, SLICE_OF("tariff")))
        return text_add_tariff(block) && (told || text_add_parties(block));
    return text_add_parties(block) && add_goods(block, measure);
}

static bool is_answer(const struct answer_link *link) {
    struct slice relation = record_get(&link->record, LINK_RELATION);
    return link->outgoing && (slice_is(relation, "retaliates_against") || slice_is(relation, "responds_to"));
}

/* "in answer to X (title), which China denies" */
static bool put_answer(struct text_block *block, const struct answer_link *link) {
    struct buffer *run = &text_page_of(block)->run;
    text_put(run, record_get(&link->record, LINK_TO));
    if (!slice_is_empty(link->other_title)) {
        text_put_words(run, " (");
        text_put(run, link->other_title);
        text_put_words(run, ")");
    }
    if (!record_has(&link->record, LINK_DENIED_BY))
        return true;
    text_put_words(run, ", denied by ");
    return text_put_list(block, record_get(&link->record, LINK_DENIED_BY), " and ");
}

static bool add_answers(struct text_block *block, const struct answer_measure *measure) {
    struct buffer *run = &text_page_of(block)->run;
    const struct answer_event *event = measure->event;
    bool some = false;
    for (size_t i = 0; i < event->link_count; i++) {
        if (!is_answer(&event->links[i]))
            continue;
        if (!some)
            text_put_tone(run, TONE_DIM);
        text_put_words(run, some ? "; " : "in answer to ");
        if (!put_answer(block, &event->links[i]))
            return false;
        some = true;
    }
    return !some || text_end_paragraph(block, 2);
}

static bool add_ended_by(struct text_block *block, const struct answer_measure *measure) {
    struct buffer *run = &text_page_of(block)->run;
    if (slice_is_empty(measure->ended_by))
        return true;
    text_put_tone(run, TONE_DIM);
    text_put_words(run, "ended by ");
    text_put(run, measure->ended_by);
    return text_end_paragraph(block, 2);
}

static bool add_seams(struct text_block *block, const struct shape_entries *seams, bool replaces) {
    struct buffer *run = &text_page_of(block)->run;
    const struct measure_seam *items = seams->items;
    for (size_t i = 0; i < seams->count; i++) {
        if (!text_put_seam(run, &items[i], replaces)) {
            text_put_tone(run, TONE_DIM);
            text_put_words(run, replaces ? "replaces " : "replaced by ");
            text_put(run, items[i].id);
        }
        if (!text_end_paragraph(block, 2))
            return false;
    }
    return true;
}

static bool add_body(struct text_block *block) {
    const struct answer_measure *measure = inforce_of(block->writer)->measure;
    return text_add_title(block, false) && add_days(block, measure) && add_sides(block, measure)
           && add_answers(block, measure)
           && add_ended_by(block, measure) && add_seams(block, &measure->replaces, true)
           && add_seams(block, &measure->replaced_by, false) && text_add_disputes(block)
           && text_add_corrections(block);
}

/* ---- the page ---------------------------------------------------------------------------------------------------- */

static enum status print_state(struct writer *writer, struct inforce_page *page, enum measure_state state) {
    struct buffer *run = &((struct text_page *)writer->state)->run;
    if (page->has_state && page->state == state)
        return STATUS_OK;
    page->has_state = true;
    page->state = state;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_put_tone(run, state == MEASURE_IN_FORCE ? TONE_BOLD : TONE_DOUBT);
    text_put_words(run, state == MEASURE_IN_FORCE            ? "In force"
                        : state == MEASURE_AS_LAST_CONFIRMED ? "As last confirmed"
                                                             : "Possibly");
    text_put_tone(run, TONE_DIM);
    if (state == MEASURE_AS_LAST_CONFIRMED)
        text_put_words(run, " \xE2\x80\x93 no end is known, nor whether they still held");
    if (state == MEASURE_POSSIBLY)
        text_put_words(run, " \xE2\x80\x93 as far as their dates tell");
    return text_print_run(writer, 0, 0);
}

static enum status print_measure(struct writer *writer, struct inforce_page *page, const struct answer_measure *measure) {
    enum status status = STATUS_OK;
    if (!page->has_state)
        status = text_measures_title(writer, "In force", &page->on, NULL);
    if (status == STATUS_OK)
        status = print_state(writer, page, measure->how);
    page->measure = measure;
    page->has_end = page->has_end || text_has_end(measure);
    return status == STATUS_OK ? text_print_dated(writer, measure->event, add_body) : status;
}

/* Totals are for `tariffs`. */
static enum status write_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct inforce_page *page = inforce_of(writer);
    struct text_page *text = writer->state;
    const struct measure_day *day = entry;
    if (!page)
        return STATUS_NO_MEMORY;
    if (part->shape == &measure_day_shape)
        return arena_copy(&text->notes.memory, day->on, &page->on) ? STATUS_OK : STATUS_NO_MEMORY;
    return part->shape == &measure_shape ? print_measure(writer, page, entry) : STATUS_OK;
}

static enum status end_page(struct writer *writer) {
    const struct inforce_page *page = ((struct text_page *)writer->state)->report;
    return page && page->has_end ? text_print_end_note(writer) : STATUS_OK;
}

const struct text_report text_inforce_report = {"inforce", write_entry, end_page};
