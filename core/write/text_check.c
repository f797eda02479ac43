/* text: what the checks found, under the name of each check. Nothing at all when all is well.
 *
 * Of one check a page shows so many findings and then says how many more there are; JSON and CSV have all. */
#include "text_report.h"

#include <stdio.h>
#include "../ask/check.h"
#include "text_words.h"

enum { FINDINGS_SHOWN = 100, LABEL_WIDTH = 11, INDENT = 2 };

struct check_page {
    char name[24];         /* of the check at hand */
    struct slice summary;
    int64_t shown, hidden; /* of that check */
    bool outdated;         /* the heading of what is no longer found stands */
};

static struct check_page *page_of(struct writer *writer) {
    struct text_page *page = writer->state;
    if (!page->report) page->report = arena_alloc(&page->notes.memory, sizeof(struct check_page));
    return page->report;
}

/* The page's run with `left` blank columns before each line, and `hang` more before all but the first. */
static enum status print_run(struct writer *writer, size_t left, size_t hang) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct arena_mark mark = arena_mark(writer->scratch);
    size_t room = page->width > left + hang + LABEL_WIDTH ? page->width - left : hang + LABEL_WIDTH;
    bool done = !buffer_failed(&page->run) && text_wrap(writer->scratch, buffer_slice(&page->run), room, hang, &lines);
    buffer_clear(&page->run);
    if (done) text_print_lines(writer, &lines, left);
    arena_rewind(writer->scratch, mark);
    return done ? sink_relieve(writer->sink) : STATUS_NO_MEMORY;
}

static void print_blank_line(struct writer *writer) { buffer_append_byte(sink_buffer(writer->sink), '\n'); }

static enum status print_heading(struct writer *writer, const char *name, const char *summary) {
    struct text_page *page = writer->state;
    if (page->begun) print_blank_line(writer);
    page->begun = true;
    text_put_tone(&page->run, TONE_BOLD);
    text_put_words(&page->run, name);
    text_put_tone(&page->run, TONE_PLAIN);
    text_put_words(&page->run, ": ");
    text_put_words(&page->run, summary);
    enum status status = print_run(writer, 0, INDENT);
    if (status == STATUS_OK) text_print_rule(writer, page->width);
    return status;
}

/* How many more the check at hand has found than the page shows. */
static enum status print_hidden(struct writer *writer, struct check_page *check) {
    struct text_page *page = writer->state;
    if (check->hidden == 0) return STATUS_OK;
    print_blank_line(writer);
    text_put_words(&page->run, "and ");
    text_put_number(&page->run, check->hidden);
    text_put_words(&page->run, " more; --json and --format csv have them all");
    check->hidden = 0;
    return print_run(writer, 0, 0);
}

static enum status begin_check(struct writer *writer, struct check_page *check, struct slice name) {
    if (slice_is(name, check->name)) return STATUS_OK;
    enum status status = print_hidden(writer, check);
    const struct ask_check *known = ask_checks;
    while (known->name && !slice_is(name, known->name)) known++;
    if (status != STATUS_OK || !known->name) return status;
    snprintf(check->name, sizeof check->name, "%s", known->name);
    check->shown = 0;
    return print_heading(writer, known->name, known->summary);
}

/* ---- one finding ------------------------------------------------------------------------------------------------ */

static enum status print_labelled(struct writer *writer, const char *label, struct slice text, enum text_tone tone) {
    struct text_page *page = writer->state;
    struct buffer *run = &page->run;
    if (slice_is_empty(text)) return STATUS_OK;
    text_put_tone(run, TONE_DIM);
    text_put_words(run, label);
    text_put_tone(run, TONE_PLAIN);
    for (size_t i = strlen(label); i < LABEL_WIDTH; i++) text_put_words(run, TEXT_GAP);
    text_put_toned(run, tone, text);
    return print_run(writer, INDENT, LABEL_WIDTH);
}

static enum status print_title(struct writer *writer, const struct answer_finding *finding) {
    struct text_page *page = writer->state;
    if (page->begun) print_blank_line(writer);
    if (slice_is_empty(finding->record)) return STATUS_OK;
    text_put_toned(&page->run, TONE_BOLD, finding->record);
    if (finding->title.size) {
        text_put_words(&page->run, TEXT_GAP " ");
        text_put(&page->run, finding->title);
    }
    return print_run(writer, 0, INDENT);
}

static enum status print_standing(struct writer *writer, const struct answer_finding *finding) {
    struct text_page *page = writer->state;
    struct slice reason = finding->reason.size ? finding->reason : SLICE_OF("(no reason given)");
    if (finding->accepted) return print_labelled(writer, "accepted", reason, TONE_PLAIN);
    if (slice_is_empty(finding->record)) return STATUS_OK;
    struct buffer id;
    buffer_init(&id);
    ask_quote_word(&id, finding->id);
    enum status status = buffer_failed(&id) ? STATUS_NO_MEMORY : print_labelled(writer, "accept", buffer_slice(&id), TONE_DIM);
    buffer_free(&id);
    if (status != STATUS_OK || slice_is_empty(finding->reason)) return status;
    text_put_words(&page->run, "It was accepted once (");
    text_put(&page->run, finding->reason);
    text_put_words(&page->run, "), but the record has changed since.");
    return print_run(writer, INDENT, LABEL_WIDTH);
}

static enum status print_finding(struct writer *writer, const struct answer_finding *finding) {
    struct text_page *page = writer->state;
    struct check_page *check = page->report;
    enum status status = begin_check(writer, check, finding->check);
    if (status != STATUS_OK) return status;
    if (check->shown == FINDINGS_SHOWN) {
        check->hidden++;
        return STATUS_OK;
    }
    if (check->shown++ == 0) page->begun = false; /* no blank line below the heading */
    status = print_title(writer, finding);
    page->begun = true;
    if (status == STATUS_OK) status = print_labelled(writer, "what", finding->what, TONE_PLAIN);
    if (status == STATUS_OK) status = print_labelled(writer, "repair", finding->repair, TONE_PLAIN);
    return status == STATUS_OK ? print_standing(writer, finding) : status;
}

static enum status print_outdated(struct writer *writer, const struct answer_outdated *outdated) {
    struct text_page *page = writer->state;
    struct check_page *check = page->report;
    enum status status = print_hidden(writer, check);
    if (status == STATUS_OK && !check->outdated)
        status = print_heading(writer, "not found", "accepted, but not met today");
    check->outdated = true;
    if (status != STATUS_OK) return status;
    text_put(&page->run, outdated->id);
    status = print_run(writer, 0, INDENT);
    return status == STATUS_OK ? print_labelled(writer, "accepted", outdated->reason, TONE_PLAIN) : status;
}

static enum status take_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    if (!page_of(writer)) return STATUS_NO_MEMORY;
    if (part->shape == &finding_shape) return print_finding(writer, entry);
    return part->shape == &outdated_shape ? print_outdated(writer, entry) : STATUS_OK;
}

static enum status end_check(struct writer *writer) {
    struct text_page *page = writer->state;
    return page->report ? print_hidden(writer, page->report) : STATUS_OK;
}

const struct text_report text_check_report = {.command = "check", .entry = take_entry, .end = end_check};
