/* What each side says of an event: the claims of its own sources under its name, beside those of the other. */
#include "text_page.h"

enum {
    SIDES_MIN = 64, /* page width from which two accounts stand beside one another */
    SIDES_GAP = 4,
    OTHERS_MORE = 4 /* lines that nobody's account may be longer than twice the other, to stand beside it */
};

/* ---- a claim ---------------------------------------------------------------------------------------------------- */

static void put_stance(struct buffer *run, struct slice stance) {
    if (slice_is_empty(stance) || slice_is(stance, "supports"))
        return;
    text_put_words(run, " (");
    text_put_toned(run, slice_is(stance, "denies") ? TONE_DENIED : TONE_DOUBT, stance);
    text_put_words(run, ")");
}

static void put_quoted(struct buffer *run, struct slice words) {
    text_put_words(run, "\xE2\x80\x9C");
    text_put(run, words);
    text_put_words(run, "\xE2\x80\x9D");
}

/* `date: 1 Mar 2019 (disputes)`, or the words in quotes. */
static void put_statement(struct buffer *run, const struct record *claim) {
    struct slice field = record_get(claim, CLAIM_FIELD);
    if (slice_is(field, "quote")) {
        put_quoted(run, record_get(claim, CLAIM_VALUE));
    } else {
        text_put_word(run, field);
        text_put_words(run, ": ");
        text_put_value(run, field, record_get(claim, CLAIM_VALUE));
    }
    put_stance(run, record_get(claim, CLAIM_STANCE));
}

/* What it says, the words it rests on, where they stand, its source, a remark. */
static bool add_claim(struct text_block *block, const struct answer_claim *claim) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *record = &claim->record;
    put_statement(run, record);
    if (record_has(record, CLAIM_QUOTE)) {
        text_put_words(run, ": ");
        put_quoted(run, record_get(record, CLAIM_QUOTE));
    }
    if (record_has(record, CLAIM_LOCATOR)) {
        text_put_words(run, ", ");
        text_put(run, record_get(record, CLAIM_LOCATOR));
    }
    text_put_claim_note(block, claim);
    if (record_has(record, CLAIM_NOTE)) {
        text_put_words(run, " ");
        text_put_toned(run, TONE_DIM, record_get(record, CLAIM_NOTE));
    }
    return text_end_paragraph(block, 2);
}

/* The claims of one side under its name; all of them where nobody's side is known. */
static bool add_account(struct text_block *block, struct slice side, bool alone) {
    const struct answer_event *event = block->event;
    struct slice name = text_find_name(event, side);
    if (slice_is_empty(side))
        name = alone ? SLICE_OF("Accounts") : SLICE_OF("Others");
    text_put_toned(&text_page_of(block)->run, TONE_BOLD, name);
    if (!text_end_paragraph(block, 0))
        return false;
    for (size_t i = 0; i < event->claim_count; i++)
        if (slice_equals(event->claims[i].source_side, side)
            && !add_claim(block, &event->claims[i]))
            return false;
    return true;
}

/* The sides in order of their first claim, those without a side last. */
static bool list_sides(struct arena *arena, const struct answer_event *event,
                       struct slice_list *sides) {
    bool others = false;
    *sides = (struct slice_list){NULL, 0};
    for (size_t i = 0; i < event->claim_count; i++) {
        struct slice side = event->claims[i].source_side;
        size_t j = 0;
        others = others || slice_is_empty(side);
        while (j < sides->count && !slice_equals(sides->items[j], side))
            j++;
        if (j == sides->count && !slice_is_empty(side) && !arena_append(arena, sides, side))
            return false;
    }
    return !others || arena_append(arena, sides, SLICE_OF(""));
}

static void print_account_line(struct writer *writer, const struct text_line *left,
                               const struct text_line *right, size_t column) {
    struct buffer *out = sink_buffer(writer->sink);
    size_t used = 0;
    if (left && left->width) {
        text_print_blanks(out, left->indent);
        text_print_line(out, left, writer->style->color);
        used = left->indent + left->width;
    }
    if (right && right->width) {
        size_t start = column + SIDES_GAP + right->indent;
        text_print_blanks(out, start > used ? start - used : 1);
        text_print_line(out, right, writer->style->color);
    }
    buffer_append_byte(out, '\n');
}

/* A word wider than its column would push the other column aside. */
static bool stays_within(const struct text_lines *lines, size_t column) {
    for (size_t i = 0; i < lines->count; i++)
        if (lines->items[i].indent + lines->items[i].width > column)
            return false;
    return true;
}

static void print_beside(struct writer *writer, const struct text_lines *left,
                         const struct text_lines *right, size_t column) {
    size_t count = left->count > right->count ? left->count : right->count;
    for (size_t i = 0; i < count; i++)
        print_account_line(writer, i < left->count ? &left->items[i] : NULL,
                           i < right->count ? &right->items[i] : NULL, column);
}

/* ---- beside one another ------------------------------------------------------------------------------------------ */

static struct text_block begin_block(struct writer *writer, const struct answer_event *event, struct text_lines *lines) {
    const struct text_page *page = writer->state;
    *lines = (struct text_lines){NULL, 0, 0};
    return (struct text_block){writer, event, lines, page->width};
}

/* Those of nobody's side stand below rather than beside where they would fill a long narrow column of their own. */
static bool suits_columns(const struct text_lines *left, const struct text_lines *right, struct slice right_side) {
    return !slice_is_empty(right_side) || right->count <= 2 * left->count + OTHERS_MORE;
}

static enum status print_account(struct writer *writer, const struct answer_event *event, struct slice side, bool alone) {
    struct text_lines lines;
    struct text_block block = begin_block(writer, event, &lines);
    if (!add_account(&block, side, alone))
        return STATUS_NO_MEMORY;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_print_lines(writer, &lines, 0);
    return STATUS_OK;
}

/* Two accounts beside one another where that reads well; else one below the other over the whole width. */
static enum status print_accounts(struct writer *writer, const struct answer_event *event, struct slice left,
                                  const struct slice *right, bool alone) {
    struct text_lines a, b = {NULL, 0, 0};
    struct text_block block = begin_block(writer, event, &a);
    size_t column = (block.width - SIDES_GAP) / 2;
    if (!right)
        return print_account(writer, event, left, alone);
    block.width = column;
    if (!add_account(&block, left, alone))
        return STATUS_NO_MEMORY;
    block.lines = &b;
    if (!add_account(&block, *right, false))
        return STATUS_NO_MEMORY;
    if (stays_within(&a, column) && suits_columns(&a, &b, *right)) {
        buffer_append_byte(sink_buffer(writer->sink), '\n');
        print_beside(writer, &a, &b, column);
        return STATUS_OK;
    }
    enum status status = print_account(writer, event, left, alone);
    return status == STATUS_OK ? print_account(writer, event, *right, false) : status;
}

enum status text_print_accounts(struct writer *writer, const struct answer_event *event) {
    const struct text_page *page = writer->state;
    struct slice_list sides;
    enum status status = STATUS_OK;
    if (!list_sides(writer->scratch, event, &sides))
        return STATUS_NO_MEMORY;
    size_t step = page->width >= SIDES_MIN ? 2 : 1;
    for (size_t i = 0; status == STATUS_OK && i < sides.count; i += step) {
        bool pair = step == 2 && i + 1 < sides.count;
        status = print_accounts(writer, event, sides.items[i], pair ? &sides.items[i + 1] : NULL,
                                sides.count == 1);
    }
    return status;
}
