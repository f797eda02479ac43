/* The page of a chain: the event it begins with, then what it answered and what answered it, each as a tree.
 *
 * A row is a link: date, title and id of the event at its far end; below it how it bears on the event above it in the
 * tree ("it"), after how long, who asserts and who denies that. The tree is drawn to a bounded depth; deeper rows
 * stand there with the number of their level, so that a chain of any length is readable and its page linear. */
#include "text_report.h"
#include "text_words.h"

#include "../ask/chain.h"
#include "../base/hash.h"
#include "../base/utf8.h"
#include "text_date.h"

#define MIDDLE_DOT " \xC2\xB7 "
enum {
    LEVEL_WIDTH = 3,
    LEVELS_MAX = 8,
    WIDTH_PER_LEVEL = 9, /* of the page: so that two thirds of it are left for words */
    ID_WIDTH = 14 /* up to which an id stands before the title, else behind it */
};

struct chain_page {
    const struct answer_event *root;
    bool begun;            /* the head is printed */
    struct slice direction; /* of the last row */
    size_t levels;         /* that are drawn */
    bool ended[LEVELS_MAX]; /* by level: its last row has been printed */
    uint64_t note; /* hash of the note of the last row; 0: it had none */
};

/* ---- words ---------------------------------------------------------------------------------- */

struct relation_words {
    const char *relation;
    const char *downstream; /* of the answer, about what it answers */
    const char *upstream;   /* of what is answered, about the answer */
};

static const struct relation_words relation_table[] = {
    {"retaliates_against", "retaliates against it", "retaliated against by it"},
    {"responds_to", "responds to it", "responded to by it"},
    {"follows", "follows it", "followed by it"},
    {"part_of", "part of it", "the whole of which it is part"},
    {"implements", "implements it", "implemented by it"},
    {"amends", "amends it", "amended by it"},
    {"suspends", "suspends it", "suspended by it"},
    {"extends", "extends it", "extended by it"},
    {"replaces", "replaces it", "replaced by it"},
    {"ends", "ends it", "ended by it"},
    {"exchanged_for", "exchanged for it", "what it was exchanged for"},
    {"corrects", "corrects it", "corrected by it"},
    {"duplicates", "duplicates it", "duplicated by it"},
};

static bool is_upstream(const struct answer_step_in_chain *step) {
    return slice_is(step->direction, "upstream");
}

static void put_relation(struct buffer *run, const struct answer_step_in_chain *step) {
    for (size_t i = 0; i < sizeof relation_table / sizeof *relation_table; i++) {
        const struct relation_words *words = &relation_table[i];
        if (!slice_is(step->relation, words->relation))
            continue;
        text_put_words(run, is_upstream(step) ? words->upstream : words->downstream);
        return;
    }
    text_put_word(run, step->relation);
}

static void put_days(struct buffer *run, int64_t days) { text_put_amount(run, days, "day", "days"); }

static void put_days_after(struct buffer *run, int64_t days) {
    if (days < 0) {
        put_days(run, -days);
        text_put_words(run, " before");
    } else {
        put_days(run, days);
        text_put_words(run, " after");
    }
}

/* Both ends of the range are known. */
static void put_delay_range(struct buffer *run, int64_t min, int64_t max) {
    bool before = max <= 0;
    int64_t least = before ? -max : min, most = before ? -min : max;
    if (min == max) {
        text_put_words(run, "about ");
        put_days_after(run, min);
    } else if (min < 0 && max > 0) {
        text_put_words(run, "between ");
        put_days_after(run, min);
        text_put_words(run, " and ");
        put_days_after(run, max);
    } else {
        text_put_words(run, least == 0 ? "within " : before ? "" : "after ");
        if (least > 0) {
            buffer_append_integer(run, least);
            text_put_words(run, " to ");
        }
        put_days(run, most);
        text_put_words(run, before ? " before" : "");
    }
}

static void put_delay_bound(struct buffer *run, const struct answer_step_in_chain *step) {
    text_put_words(run, step->delay_min.known ? "at least " : "at most ");
    put_days_after(run, step->delay_min.known ? step->delay_min.value : step->delay_max.value);
}

static void put_delay(struct buffer *run, const struct answer_step_in_chain *step) {
    bool range = step->delay_min.known && step->delay_max.known;
    if (!step->delay_days.known && !step->delay_min.known && !step->delay_max.known)
        return;
    text_put_words(run, ", ");
    if (step->delay_days.known && step->delay_days.value == 0) {
        text_put_words(run, "on the same day");
    } else if (step->delay_days.known && step->delay_days.value > 0) {
        text_put_words(run, "after ");
        put_days(run, step->delay_days.value);
    } else if (step->delay_days.known) {
        put_days_after(run, step->delay_days.value);
    } else if (range) {
        put_delay_range(run, step->delay_min.value, step->delay_max.value);
    } else {
        put_delay_bound(run, step);
    }
}

/* When it began; of what lasts, its dates stand in its own page. */
static void put_date(struct buffer *run, const struct answer_step_in_chain *step) {
    struct record event;
    struct buffer words;
    if (step->times.duration != KIND_POINT) {
        text_put_date(run, step->date);
        return;
    }
    record_init(&event, RECORD_EVENT);
    record_set(&event, EVENT_KIND, step->kind);
    record_set(&event, EVENT_DATE, step->date);
    buffer_init(&words);
    text_date_append_event(&words, &event, &step->times, TEXT_NO_BREAK_SPACE, TEXT_DATE_PHRASE);
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

static void put_status(struct buffer *run, const struct answer_step_in_chain *step) {
    struct slice status = step->status;
    bool gone = slice_is(status, "denied") || slice_is(status, "cancelled");
    if (slice_is_empty(status) && step->disputed)
        status = SLICE_OF("disputed");
    if (slice_is_empty(status))
        return;
    text_put_toned(run, gone ? TONE_DENIED : slice_is(status, "disputed") ? TONE_DOUBT : TONE_BOLD,
                   status);
    text_put_words(run, ": ");
}

static void put_title(struct buffer *run, const struct answer_step_in_chain *step) {
    const struct kind *kind = kind_find(step->kind);
    if (!slice_is_empty(step->title))
        text_put(run, step->title);
    else
        text_put(run, kind ? slice_from(kind->label) : step->kind);
}

static bool put_sources(struct text_block *block, const struct answer_step_in_chain *step,
                        const char *of) {
    struct text_page *page = text_page_of(block);
    size_t count = step->sources.count;
    if (!slice_is(step->sources_of, of) || count == 0)
        return true;
    size_t *numbers = arena_alloc_array(block->writer->scratch, count, sizeof *numbers);
    if (!numbers)
        return false;
    for (size_t i = 0; i < count; i++)
        numbers[i] = text_notes_add(&page->notes, &step->sources.items[i].record);
    text_put_words(&page->run, TEXT_GAP);
    text_notes_mark(&page->notes, &page->run, numbers, count);
    return true;
}

/* ---- a row ---------------------------------------------------------------------------------- */

static bool add_event(struct text_block *block, const struct answer_step_in_chain *step,
                      size_t levels) {
    struct buffer *run = &text_page_of(block)->run;
    bool short_id = utf8_text_width(step->event) <= ID_WIDTH;
    if (step->depth > (int64_t)levels) {
        text_put_tone(run, TONE_DIM);
        text_put_words(run, "level" TEXT_GAP);
        buffer_append_integer(run, step->depth);
        text_put_words(run, ": ");
        text_put_tone(run, TONE_PLAIN);
    }
    put_date(run, step);
    text_put_words(run, TEXT_GAP "\xC2\xB7 ");
    if (short_id) {
        text_put_toned(run, TONE_DIM, step->event);
        text_put_words(run, TEXT_GAP "\xC2\xB7 ");
    }
    put_status(run, step);
    put_title(run, step);
    if (!put_sources(block, step, "event"))
        return false;
    if (!short_id) {
        text_put_words(run, TEXT_GAP "\xC2\xB7 ");
        text_put_toned(run, TONE_DIM, step->event);
    }
    return text_end_paragraph(block, 0);
}

static bool put_voices(struct text_block *block, const struct answer_step_in_chain *step) {
    struct buffer *run = &text_page_of(block)->run;
    if (!slice_is_empty(step->asserted_by)) {
        text_put_words(run, "; asserted by ");
        if (!text_put_list(block, step->asserted_by, " and "))
            return false;
    }
    if (!slice_is_empty(step->denied_by)) {
        text_put_words(run, "; ");
        text_put_tone(run, TONE_DENIED);
        text_put_words(run, "denied by ");
        if (!text_put_list(block, step->denied_by, " and "))
            return false;
        text_put_tone(run, TONE_PLAIN);
    }
    return true;
}

static void put_place_in_tree(struct buffer *run, const struct answer_step_in_chain *step) {
    text_put_tone(run, TONE_DIM);
    if (step->repeated)
        text_put_words(run, step->opened_above ? " (see above)" : " (see below)");
    if (step->more)
        text_put_words(run, " (goes on beyond this depth)");
    if (step->on_the_way)
        text_put_words(run, " (on the way)");
    text_put_tone(run, TONE_PLAIN);
}

static bool add_link(struct text_block *block, const struct answer_step_in_chain *step) {
    struct buffer *run = &text_page_of(block)->run;
    put_relation(run, step);
    put_delay(run, step);
    if (!put_voices(block, step) || !put_sources(block, step, "link"))
        return false;
    put_place_in_tree(run, step);
    return text_end_paragraph(block, 0);
}

/* Links that one source tells together have one note; under a row with the same it is not said again. */
static bool add_note(struct text_block *block, struct chain_page *chain,
                     const struct answer_step_in_chain *step) {
    uint64_t note = slice_is_empty(step->note) ? 0 : hash_text(step->note);
    bool told = note == 0 || note == chain->note;
    chain->note = note;
    if (told)
        return true;
    text_put_toned(&text_page_of(block)->run, TONE_DIM, step->note);
    return text_end_paragraph(block, 0);
}

/* What stands before a line of the row: the ways to rows that follow further out, then the row's own turn. */
static void print_branches(struct writer *writer, const struct chain_page *chain, size_t level,
                           bool first, bool last) {
    struct buffer *out = sink_buffer(writer->sink);
    if (writer->style->color)
        buffer_append_text(out, "\x1b[2m");
    for (size_t i = 0; i + 1 < level; i++)
        buffer_append_text(out, chain->ended[i] ? "   " : "\xE2\x94\x82  ");
    if (first)
        buffer_append_text(out, last ? "\xE2\x94\x94\xE2\x94\x80 " : "\xE2\x94\x9C\xE2\x94\x80 ");
    else
        buffer_append_text(out, last ? "   " : "\xE2\x94\x82  ");
    if (writer->style->color)
        buffer_append_text(out, "\x1b[0m");
}

static enum status print_row(struct writer *writer, struct chain_page *chain,
                             const struct answer_step_in_chain *step) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    bool deep = step->depth > (int64_t)chain->levels;
    size_t level = deep ? chain->levels : (size_t)step->depth;
    struct text_block block = {writer, chain->root, &lines, page->width - level * LEVEL_WIDTH};
    if (!add_event(&block, step, chain->levels) || !add_link(&block, step)
        || !add_note(&block, chain, step) || page->notes.failed)
        return STATUS_NO_MEMORY;
    /* Rows that are too deep hang on the last level that is drawn, one below the other: none ends it. */
    bool last = level < chain->levels && step->last;
    for (size_t i = 0; i < lines.count; i++) {
        print_branches(writer, chain, level, i == 0, last);
        text_print_line(sink_buffer(writer->sink), &lines.items[i], writer->style->color);
        buffer_append_byte(sink_buffer(writer->sink), '\n');
    }
    chain->ended[level - 1] = last;
    return STATUS_OK;
}

/* ---- the page ------------------------------------------------------------------------------- */

static bool add_root(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    if (!text_add_title(block, false))
        return false;
    text_put_tone(run, TONE_DIM);
    text_put_when(block, false);
    text_put_words(run, MIDDLE_DOT);
    text_put(run, record_get(event, EVENT_ID));
    return text_end_paragraph(block, 0);
}

static enum status print_head(struct writer *writer, struct chain_page *chain) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct text_block block = {writer, chain->root, &lines, page->width};
    if (chain->begun)
        return STATUS_OK;
    if (!add_root(&block))
        return STATUS_NO_MEMORY;
    text_print_lines(writer, &lines, 0);
    text_print_rule(writer, page->width);
    chain->begun = page->begun = true;
    return STATUS_OK;
}

static enum status print_direction(struct writer *writer, struct chain_page *chain,
                                   const struct answer_step_in_chain *step) {
    static const char *const words[] = {"What answered it (downstream)",
                                        "What it answered (upstream)"};
    if (slice_equals(chain->direction, step->direction))
        return STATUS_OK;
    chain->direction = is_upstream(step) ? SLICE_OF("upstream") : SLICE_OF("downstream");
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    return text_print_heading(writer, TONE_BOLD, words[is_upstream(step)]);
}

static struct chain_page *begin_chain(struct text_page *page) {
    struct chain_page *chain = arena_alloc(&page->notes.memory, sizeof *chain);
    if (!chain)
        return NULL;
    chain->levels = page->width / WIDTH_PER_LEVEL;
    if (chain->levels > LEVELS_MAX)
        chain->levels = LEVELS_MAX;
    page->report = chain;
    return chain;
}

static enum status print_cut(struct writer *writer, const struct answer_chain_cut *cut) {
    struct text_page *page = writer->state;
    if (!cut->cut.known)
        return STATUS_OK;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_put_tone(&page->run, TONE_DIM);
    buffer_append_integer(&page->run, cut->cut.value);
    text_put_words(&page->run, cut->cut.value == 1 ? " link leads" : " links lead");
    text_put_words(&page->run, " to what is planned, denied or cancelled; --status takes it in");
    return text_print_heading(writer, TONE_DIM, "");
}

static enum status write_chain(struct writer *writer, const struct answer_part *part,
                               const void *entry) {
    struct text_page *page = writer->state;
    struct chain_page *chain = page->report ? page->report : begin_chain(page);
    if (!chain)
        return STATUS_NO_MEMORY;
    if (part->shape == &chain_cut_shape)
        return chain->begun ? print_cut(writer, entry) : STATUS_OK;
    if (part->single) { /* the event at the root; it lives as long as the answer */
        chain->root = ((const struct answer_chain_root *)entry)->event;
        return STATUS_OK;
    }
    enum status status = print_head(writer, chain);
    if (status == STATUS_OK)
        status = print_direction(writer, chain, entry);
    return status == STATUS_OK ? print_row(writer, chain, entry) : status;
}

const struct text_report text_chain_report = {.command = "chain", .entry = write_chain, .end = NULL};
