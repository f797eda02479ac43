/* The history of duties in words: a lane after the other (one imposer, one target, one product), a line per step: from
 * when, how much, by which measures, how surely. Streams, one step behind: a step that goes on as last confirmed is one
 * line, since nothing happened on the day after. */
#include "text_measures.h"

enum { STEP_DATE = 14, STEP_RATE = 14, GUTTER = 2, WORDS_LEAST = 18, LEFT = 2 };

/* Text that is kept until the next step is known; its room is used again. */
struct kept_text {
    char *data;
    size_t size, capacity;
};
struct steps_page {
    struct measure_time time;
    bool with_base;
    /* The step that waits. */
    bool waits, in_force;
    int64_t since;
    struct kept_text rate, words, scope; /* scope: what must be the same for the next step to go on with it */
    /* The lane of the last step, and the day after it. */
    bool has_lane;
    struct slice imposer, target, product, unit;
    int64_t until;
};

static struct text_page *page_of(struct writer *writer) {
    return writer->state;
}

enum status text_steps_begin(struct writer *writer, const struct measure_time *time, struct steps_page **page) {
    *page = arena_alloc(&page_of(writer)->notes.memory, sizeof **page);
    if (!*page)
        return STATUS_NO_MEMORY;
    **page = (struct steps_page){.time = *time, .with_base = text_is_base_asked(writer->context)};
    return STATUS_OK;
}

static bool keep_text(struct arena *arena, struct kept_text *kept, struct slice text) {
    if (text.size > kept->capacity) {
        kept->capacity = 2 * text.size;
        kept->data = arena_alloc(arena, kept->capacity);
        if (!kept->data) {
            kept->capacity = 0;
            return false;
        }
    }
    kept->size = text.size;
    if (text.size)
        memcpy(kept->data, text.data, text.size);
    return true;
}

static struct slice text_of(const struct kept_text *kept) {
    return (struct slice){kept->data, kept->size};
}

/* The date set to the right, then the words, whose later lines stand below their first. */
static enum status print_step(struct writer *writer, int64_t day, const struct slice *rate) {
    struct text_page *page = page_of(writer);
    struct text_lines lines = {NULL, 0, 0}, date = {NULL, 0, 0};
    struct buffer *out = sink_buffer(writer->sink);
    size_t left = STEP_DATE + GUTTER + STEP_RATE + GUTTER, rate_width = text_run_width(*rate);
    size_t width = page->width > left + WORDS_LEAST ? page->width - left : WORDS_LEAST;
    bool done = !buffer_failed(&page->run) && text_wrap(writer->scratch, buffer_slice(&page->run), width, 0, &lines);
    buffer_clear(&page->run);
    if (day == DAY_MIN)
        text_put_words(&page->run, "not known");
    else
        text_put_day(&page->run, day);
    done = done && !buffer_failed(&page->run)
           && text_wrap(writer->scratch, buffer_slice(&page->run), STEP_DATE, 0, &date);
    done = done && text_wrap(writer->scratch, *rate, rate_width, 0, &date);
    buffer_clear(&page->run);
    if (!done || date.count < 2)
        return STATUS_NO_MEMORY;
    size_t at = STEP_DATE > date.items[0].width ? STEP_DATE - date.items[0].width : 0;
    text_print_blanks(out, at);
    text_print_line(out, &date.items[0], writer->style->color);
    text_print_blanks(out, GUTTER + (STEP_RATE > rate_width ? STEP_RATE - rate_width : 0));
    text_print_line(out, &date.items[date.count - 1], writer->style->color);
    for (size_t i = 0; i < lines.count; i++) {
        text_print_blanks(out, i ? left : GUTTER);
        text_print_line(out, &lines.items[i], writer->style->color);
        if (i + 1 < lines.count)
            buffer_append_byte(out, '\n');
    }
    buffer_append_byte(out, '\n');
    return STATUS_OK;
}

static enum status print_waiting(struct writer *writer, struct steps_page *page) {
    struct slice rate = text_of(&page->rate);
    if (!page->waits)
        return STATUS_OK;
    page->waits = false;
    buffer_append_slice(&page_of(writer)->run, text_of(&page->words));
    return print_step(writer, page->since, &rate);
}

/* Where the last step of a lane has an end, the day from which nothing was left is told too. */
static enum status close_lane(struct writer *writer, struct steps_page *page) {
    struct slice none = SLICE_OF("none");
    enum status status = print_waiting(writer, page);
    if (status != STATUS_OK || !page->has_lane || page->until == DAY_MAX)
        return status;
    return print_step(writer, page->until, &none);
}

static bool is_lane(const struct steps_page *page, const struct answer_step *step) {
    bool same_unit = step->rate_unit.size == 0 || slice_equals(page->unit, step->rate_unit);
    return page->has_lane && slice_equals(page->imposer, step->imposer) && slice_equals(page->target, step->target)
           && slice_equals(page->product, step->product) && same_unit && page->until == step->from;
}

static enum status begin_lane(struct writer *writer, struct steps_page *page, const struct answer_step *step) {
    struct text_page *text = page_of(writer);
    struct arena *memory = &text->notes.memory;
    enum status status = close_lane(writer, page);
    if (!page->has_lane)
        status = text_measures_title(writer, "Tariffs", NULL, &page->time);
    if (status != STATUS_OK)
        return status;
    page->has_lane = true;
    if (!arena_copy(memory, step->imposer, &page->imposer) || !arena_copy(memory, step->target, &page->target)
        || !arena_copy(memory, step->product, &page->product) || !arena_copy(memory, step->rate_unit, &page->unit))
        return STATUS_NO_MEMORY;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_put_tone(&text->run, TONE_BOLD);
    text_put_sides(&text->run, step->imposer_name, step->target_name);
    text_put_words(&text->run, ": ");
    text_put(&text->run, slice_is_empty(step->product) ? SLICE_OF("no product given") : step->product);
    return text_print_run(writer, 0, LEFT);
}

static bool put_step_notes(struct writer *writer, const struct answer_step *step) {
    struct text_page *page = page_of(writer);
    size_t *numbers = arena_alloc_array(writer->scratch, step->sources.count + 1, sizeof *numbers);
    size_t count = 0;
    if (!numbers)
        return false;
    for (size_t i = 0; i < step->sources.count; i++) {
        numbers[count] = text_notes_add(&page->notes, &step->sources.items[i].record);
        count += numbers[count] != 0;
    }
    text_put_words(&page->run, count ? TEXT_GAP : "");
    text_notes_mark(&page->notes, &page->run, numbers, count);
    return !page->notes.failed;
}

static bool put_rate_of(struct writer *writer, const struct answer_step *step, struct slice *kept) {
    struct buffer *run = &page_of(writer)->run;
    struct slice rate;
    if (slice_is_empty(step->measures))
        text_put_words(run, "none");
    else if (slice_is_empty(step->rate_min))
        text_put_words(run, "not known");
    else
        text_put_rates(run, step->rate_min, step->rate_max, step->rate_unit);
    bool done = !buffer_failed(run) && arena_copy(writer->scratch, buffer_slice(run), &rate);
    buffer_clear(run);
    *kept = done ? rate : SLICE_NONE;
    return done;
}

/* All but the days and the state. */
static bool put_scope(struct writer *writer, const struct answer_step *step) {
    struct buffer *run = &page_of(writer)->run;
    const struct slice parts[] = {step->rate_min, step->rate_max, step->rate_unit, step->measures, step->quota,
                                  step->excludes, step->partly, step->replaced};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buffer_append_slice(run, parts[i]);
        buffer_append_byte(run, '\n');
    }
    return !buffer_failed(run);
}

/* The words behind the rate, in the page's run. */
static bool put_words(struct writer *writer, const struct steps_page *page, const struct answer_step *step) {
    struct buffer *run = &page_of(writer)->run;
    if (!text_put_items(writer, step->measures, " and ") || !put_step_notes(writer, step)
        || !text_put_limits(writer, step->quota, step->excludes))
        return false;
    if (!text_tells_possibly(step->notes, step->note_count))
        text_put_doubt(run, step->state, step->confirmed);
    text_put_disputed(run, step->disputed);
    if (!slice_is_empty(step->without_rate)) {
        text_put_words(run, ", no rate is given for ");
        if (!text_put_items(writer, step->without_rate, " and "))
            return false;
    } else if (page->with_base && step->measures.size) {
        text_put_words(run, step->with_base ? ", with the base duty" : ", base duty not known");
    }
    return text_put_sum_notes(writer, step->notes, step->note_count);
}

/* It waits for the step that follows. */
static enum status keep_step(struct writer *writer, struct steps_page *page, const struct answer_step *step) {
    struct arena *memory = &page_of(writer)->notes.memory;
    struct buffer *run = &page_of(writer)->run;
    bool done = put_words(writer, page, step) && !buffer_failed(run) && keep_text(memory, &page->words, buffer_slice(run));
    buffer_clear(run);
    page->in_force = slice_is(step->state, measure_state_name(MEASURE_IN_FORCE));
    page->until = step->to;
    page->waits = true;
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

/* Does the step only say that what waits is no longer confirmed? */
static bool goes_on(const struct steps_page *page, const struct answer_step *step, struct slice scope) {
    return page->waits && page->in_force && is_lane(page, step) && slice_equals(text_of(&page->scope), scope)
           && slice_is(step->state, measure_state_name(MEASURE_AS_LAST_CONFIRMED));
}

enum status text_steps_add(struct writer *writer, struct steps_page *page, const struct answer_step *step) {
    struct buffer *run = &page_of(writer)->run;
    struct arena *memory = &page_of(writer)->notes.memory;
    struct slice rate, scope = SLICE_NONE;
    bool done = put_scope(writer, step) && arena_copy(writer->scratch, buffer_slice(run), &scope);
    buffer_clear(run);
    if (!done)
        return STATUS_NO_MEMORY;
    if (goes_on(page, step, scope))
        return keep_step(writer, page, step);
    enum status status = is_lane(page, step) ? print_waiting(writer, page) : begin_lane(writer, page, step);
    if (status != STATUS_OK)
        return status;
    page->since = step->from;
    done = put_rate_of(writer, step, &rate) && keep_text(memory, &page->rate, rate)
           && keep_text(memory, &page->scope, scope);
    return done ? keep_step(writer, page, step) : STATUS_NO_MEMORY;
}

enum status text_steps_end(struct writer *writer, struct steps_page *page) {
    return close_lane(writer, page);
}
