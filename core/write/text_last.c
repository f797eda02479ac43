/* The page of `last` and `next`: how long ago or when, the event as in a timeline, and those that may lie nearer. */
#include "text_report.h"

#include "../ask/last.h"
#include "text_date.h"
#include "text_words.h"

/* ---- the head ------------------------------------------------------------------------------------------------- */

/* "meeting" for one kind of the table, else its path. */
static void append_kind(struct buffer *words, struct slice path) {
    const struct kind *kind = kind_find(path);
    if (!kind || !slice_is(path, kind->path)) {
        buffer_append_slice(words, path);
        return;
    }
    size_t start = words->size;
    buffer_append_text(words, kind->label);
    if (words->size > start && words->data[start] >= 'A' && words->data[start] <= 'Z')
        words->data[start] = (char)(words->data[start] - 'A' + 'a');
}

static void append_day(struct buffer *words, const struct answer_last *answer) {
    text_date_append_range(words, answer->first, answer->last, TEXT_NO_BREAK_SPACE);
}

static struct slice find_level(const struct write_context *context) {
    for (size_t i = 0; i < context->detail_count; i++)
        if (strcmp(context->details[i].name, "level") == 0)
            return context->details[i].value;
    return SLICE_NONE;
}

/* "last meeting of heads of government before 31 Oct 2025" */
static void append_question(struct buffer *words, const struct write_context *context, const struct answer_last *answer) {
    const struct query *query = context->query;
    struct slice level = find_level(context);
    buffer_append_text(words, answer->is_next ? "next " : "last ");
    for (size_t i = 0; query && i < query->kinds.count; i++) {
        buffer_append_text(words, i ? " or " : "");
        append_kind(words, query->kinds.items[i]);
    }
    buffer_append_text(words, slice_is_empty(level) ? "" : " of ");
    for (size_t i = 0; i < level.size; i++)
        buffer_append_byte(words, level.data[i] == '_' ? ' ' : level.data[i]);
    buffer_append_text(words, answer->is_next ? " after " : " before ");
    append_day(words, answer);
}

static enum status print_head(struct writer *writer, const struct answer_last *answer) {
    struct text_page *page = writer->state;
    struct buffer question;
    buffer_init(&question);
    append_question(&question, writer->context, answer);
    if (slice_is_empty(writer->context->title)) {
        text_put_toned(&page->run, TONE_BOLD, buffer_slice(&question));
    } else {
        text_put_toned(&page->run, TONE_BOLD, writer->context->title);
        text_put_to_the_right(page, buffer_slice(&question));
    }
    page->run.failed = page->run.failed || buffer_failed(&question);
    buffer_free(&question);
    enum status status = text_print_heading(writer, TONE_PLAIN, "");
    text_print_rule(writer, page->width);
    page->begun = true;
    return status;
}

/* ---- how long --------------------------------------------------------------------------------------------------- */

static void put_span(struct buffer *run, const struct answer_last *answer) {
    if (!answer->days_min.known && !answer->days_max.known)
        text_put_words(run, "some day");
    text_put_days(run, answer->days_min, answer->days_max);
}

static void put_day(struct buffer *run, const struct answer_last *answer) {
    struct buffer words;
    buffer_init(&words);
    append_day(&words, answer);
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

/* "5 Dec 2017, 2,887 days before 31 Oct 2025" */
static enum status print_answer(struct writer *writer, const struct answer_last *answer) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct text_block block = {writer, answer->event, &lines, page->width};
    struct buffer *run = &page->run;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_put_tone(run, TONE_BOLD);
    if (answer->event) {
        text_put_when(&block, false);
        text_put_words(run, slice_is(answer->status, "disputed") ? " (disputed), "
                            : slice_is(answer->status, "planned") ? " (planned), " : ", ");
        put_span(run, answer);
    } else {
        text_put_words(run, "None that is certain");
    }
    text_put_words(run, answer->is_next ? " after " : " before ");
    put_day(run, answer);
    if (!text_end_paragraph(&block, 2))
        return STATUS_NO_MEMORY;
    text_print_lines(writer, &lines, 0);
    return STATUS_OK;
}

/* ---- the page --------------------------------------------------------------------------------------------------- */

static bool add_entry(struct text_block *block) {
    return text_add_body(block) && text_add_first_since(block);
}

enum { POSSIBLE_TOLD = 3 }; /* beside one that is certain */

/* "and 19,900 more that may be later", "and 19,900 more that day" */
static enum status print_more(struct writer *writer, const struct answer_last *answer, int64_t more) {
    struct text_page *page = writer->state;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_put_words(&page->run, "and" TEXT_GAP);
    text_put_number(&page->run, more);
    text_put_words(&page->run, TEXT_GAP "more");
    if (answer->event) text_put_words(&page->run, answer->is_next ? " that may be earlier" : " that may be later");
    else if (answer->more_that_day) text_put_words(&page->run, " that day");
    return text_print_heading(writer, TONE_DOUBT, "");
}

static enum status print_possible(struct writer *writer, const struct answer_last *answer) {
    enum status status = STATUS_OK;
    if (answer->possible.count == 0)
        return STATUS_OK;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    if (answer->event)
        status = text_print_heading(writer, TONE_DOUBT, answer->is_next
                                    ? "May be earlier, as far as dates and offices tell"
                                    : "May be later, as far as dates and offices tell");
    else
        status = text_print_heading(writer, TONE_DOUBT, "Possible, as far as dates and offices tell");
    size_t count = answer->possible.count, told = answer->event && count > POSSIBLE_TOLD ? POSSIBLE_TOLD : count;
    size_t from = answer->is_next ? 0 : count - told; /* those nearest to the day asked for */
    for (size_t i = from; status == STATUS_OK && i < from + told; i++)
        status = text_print_dated(writer, answer->possible.items[i], add_entry);
    int64_t more = (int64_t)(count - told) + (answer->more.known ? answer->more.value : 0);
    return status == STATUS_OK && more ? print_more(writer, answer, more) : status;
}

static enum status print_covered(struct writer *writer, const struct answer_last *answer) {
    struct text_page *page = writer->state;
    const struct query *query = writer->context->query;
    if (answer->covered_until == DAY_MIN) return STATUS_OK;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_put_words(&page->run, "What the record claims to hold of ");
    text_put_words(&page->run, query && query->kinds.count > 1 ? "these kinds ends on " : "this kind ends on ");
    text_put_day(&page->run, answer->covered_until);
    text_put_words(&page->run, ".");
    return text_print_heading(writer, TONE_DIM, "");
}

static enum status write_last(struct writer *writer, const struct answer_part *part, const void *entry) {
    const struct answer_last *answer = entry;
    (void)part;
    if (!answer->event && answer->possible.count == 0)
        return STATUS_OK;
    enum status status = print_head(writer, answer);
    if (status == STATUS_OK)
        status = print_answer(writer, answer);
    if (status == STATUS_OK && answer->event)
        status = text_print_dated(writer, answer->event, add_entry);
    if (status == STATUS_OK) status = print_possible(writer, answer);
    return status == STATUS_OK ? print_covered(writer, answer) : status;
}

const struct text_report text_last_report = {.command = "last", .entry = write_last, .end = NULL};
const struct text_report text_next_report = {.command = "next", .entry = write_last, .end = NULL};
