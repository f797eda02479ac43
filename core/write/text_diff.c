/* The page of a difference: what is compared, then record by record what is other, and at the end how much that was. */
#include "text_change.h"
#include "text_report.h"
#include "text_words.h"

enum { ACTION_WIDTH = 9, FIELDS_LEFT = 2 };

struct diff_page {
    struct answer_comparison head; /* its texts live as long as the answer */
    bool some;
};

static struct diff_page *page_of(struct writer *writer) {
    struct text_page *page = writer->state;
    if (!page->report)
        page->report = arena_alloc(&page->notes.memory, sizeof(struct diff_page));
    return page->report;
}

static void print_blank_line(struct writer *writer) { buffer_append_byte(sink_buffer(writer->sink), '\n'); }

/* ---- the head ------------------------------------------------------------------------------------ */

static void put_state(struct buffer *run, struct shape_count revision) {
    if (revision.value == 0) {
        text_put_words(run, "before the log");
        return;
    }
    text_put_words(run, "revision" TEXT_GAP);
    text_put_number(run, revision.value);
}

static void put_title(struct buffer *run, const struct answer_comparison *comparison) {
    text_put_tone(run, TONE_BOLD);
    if (comparison->dry_run) {
        text_put_words(run, "Would change");
    } else if (comparison->made.revision.known) {
        text_put_words(run, "Revision" TEXT_GAP);
        text_put_number(run, comparison->made.revision.value);
    } else {
        text_put_words(run, "From ");
        put_state(run, comparison->from);
        text_put_words(run, " to ");
        put_state(run, comparison->to);
    }
    text_put_tone(run, TONE_PLAIN);
}

static enum status print_maker(struct writer *writer, const struct answer_revision *made, bool dry_run) {
    struct text_page *page = writer->state;
    if (!made->revision.known)
        return STATUS_OK;
    text_put_deed(&page->run, made);
    if (!dry_run) {
        text_put_words(&page->run, ", ");
        text_put_moment(&page->run, made->time);
        text_put_words(&page->run, slice_is_empty(made->time) ? "" : TEXT_GAP "UTC");
    }
    if (!slice_is_empty(made->reason)) {
        text_put_words(&page->run, ": \xE2\x80\x9C");
        text_put(&page->run, made->reason);
        text_put_words(&page->run, "\xE2\x80\x9D");
    }
    if (made->undone_by.known) {
        text_put_words(&page->run, "; taken back by revision" TEXT_GAP);
        text_put_number(&page->run, made->undone_by.value);
    }
    return text_print_paragraph(writer, 0, 0);
}

static enum status print_head(struct writer *writer, const struct answer_comparison *head) {
    struct text_page *page = writer->state;
    put_title(&page->run, head);
    enum status status = text_print_paragraph(writer, 0, 0);
    if (status == STATUS_OK)
        status = print_maker(writer, &head->made, head->dry_run);
    text_print_rule(writer, page->width);
    page->begun = true;
    return status;
}

/* ---- records -------------------------------------------------------------------------------------- */

/* What would be done is told as an order, what was done as done. */
static struct slice word_action(const struct diff_page *diff, struct slice action) {
    if (!diff->head.dry_run)
        return action;
    return slice_is(action, "added") ? SLICE_OF("add") : slice_is(action, "removed") ? SLICE_OF("remove") : SLICE_OF("update");
}

static enum text_tone tone_of(struct slice action) {
    return slice_is(action, "added") ? TONE_NEW : slice_is(action, "removed") ? TONE_DENIED : TONE_BOLD;
}

static enum status print_change(struct writer *writer, struct diff_page *diff, const struct answer_change *change) {
    struct text_page *page = writer->state;
    struct slice action = word_action(diff, change->action);
    enum status status = STATUS_OK;
    if (diff->some)
        print_blank_line(writer);
    else
        status = print_head(writer, &diff->head);
    if (status != STATUS_OK)
        return status;
    diff->some = true;
    text_put_toned(&page->run, tone_of(change->action), action);
    for (size_t width = action.size; width < ACTION_WIDTH; width++)
        text_put_words(&page->run, TEXT_GAP);
    text_put_change_name(&page->run, change);
    status = text_print_paragraph(writer, 0, ACTION_WIDTH);
    return status == STATUS_OK ? text_print_change(writer, change, FIELDS_LEFT) : status;
}

/* Without any difference a page is empty, as every page without entries; a dry run, which has not failed, says so. */
static enum status print_balance(struct writer *writer, const struct diff_page *diff, const struct answer_balance *balance) {
    struct text_page *page = writer->state;
    if (!diff->some && !diff->head.dry_run)
        return STATUS_OK;
    if (!diff->some) {
        text_put_words(&page->run, "Nothing would change.");
        return text_print_paragraph(writer, 0, 0);
    }
    print_blank_line(writer);
    text_put_balance(&page->run, balance->added, balance->updated, balance->removed);
    return text_print_paragraph(writer, 0, 0);
}

static enum status write_diff(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct diff_page *diff = page_of(writer);
    if (!diff)
        return STATUS_NO_MEMORY;
    if (part->shape == &comparison_shape) {
        diff->head = *(const struct answer_comparison *)entry;
        return STATUS_OK;
    }
    if (part->shape == &change_shape)
        return print_change(writer, diff, entry);
    return part->shape == &balance_shape ? print_balance(writer, diff, entry) : STATUS_OK;
}

const struct text_report text_diff_report = {.command = "diff", .entry = write_diff, .end = NULL};
