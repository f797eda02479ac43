/* Where sources differ, in words: what the record follows and why, and each value with who gives it; whether a
 * sentence that something was the first since holds. */
#include "text_page.h"

#include "../ask/last.h"
#include "text_date.h"

enum { VALUE_INDENT = 2, NEAR_SHOWN = 5 };

/* ---- who gives a value ----------------------------------------------------------------------------------------- */

static void put_stance(struct buffer *run, const struct answer_claim *claim) {
    struct slice stance = record_get(&claim->record, CLAIM_STANCE);
    if (slice_is_empty(stance))
        return;
    text_put_words(run, ", ");
    text_put_toned(run, slice_is(stance, "denies") ? TONE_DENIED : TONE_DOUBT, stance);
}

/* The numbers of those who support it in one mark, then each of the others with its stance. */
static bool put_notes(struct text_block *block, const struct answer_claim *const *claims, size_t count) {
    struct text_page *page = text_page_of(block);
    size_t *numbers = arena_alloc_array(block->writer->scratch, count + 1, sizeof *numbers), known = 0;
    if (!numbers)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!record_has(&claims[i]->record, CLAIM_STANCE))
            numbers[known++] = text_notes_add_claim(&page->notes, claims[i]);
    if (known) {
        text_put_words(&page->run, TEXT_GAP);
        text_notes_mark(&page->notes, &page->run, numbers, known);
    }
    for (size_t i = 0; i < count; i++) {
        if (!record_has(&claims[i]->record, CLAIM_STANCE))
            continue;
        text_put_claim_note(block, claims[i]);
        put_stance(&page->run, claims[i]);
    }
    return true;
}

static void put_claimants(struct text_block *block, const struct answer_claim *const *claims, size_t count) {
    struct text_page *page = text_page_of(block);
    struct buffer *run = &page->run;
    for (size_t i = 0; i < count; i++) {
        text_put_words(run, i ? "; " : "");
        text_put(run, claims[i]->source_publisher);
        if (!slice_is_empty(claims[i]->source_publisher))
            text_put_words(run, TEXT_GAP);
        size_t number = text_notes_add_claim(&page->notes, claims[i]);
        text_notes_mark(&page->notes, run, &number, 1);
        put_stance(run, claims[i]);
    }
}

/* ---- a difference in a line ---------------------------------------------------------------------------------------- */

static bool is_quote(struct slice field) {
    return slice_is(field, "quote");
}

static void put_value(struct buffer *run, struct slice field, struct slice value) {
    if (!is_quote(field)) {
        text_put_value(run, field, value);
        return;
    }
    text_put_words(run, "\xE2\x80\x9C");
    text_put(run, value);
    text_put_words(run, "\xE2\x80\x9D");
}

static bool stands(const struct answer_value *value) {
    for (size_t i = 0; i < value->claim_count; i++)
        if (!record_has(&value->claims[i]->record, CLAIM_STANCE))
            return true;
    return value->followed;
}

static size_t note_claims(struct text_page *page, const struct answer_value *value, bool contradicting, size_t *numbers) {
    size_t known = 0;
    for (size_t i = 0; i < value->claim_count; i++) {
        if (record_has(&value->claims[i]->record, CLAIM_STANCE) != contradicting)
            continue;
        numbers[known] = text_notes_add_claim(&page->notes, value->claims[i]);
        known += numbers[known] != 0;
    }
    return known;
}

/* "1 Mar 2019 [4]"; of a value that stands, who contradicts it: "1 Mar 2019 [4], disputed by [5]". */
static bool put_side(struct writer *writer, struct slice field, const struct answer_value *value) {
    struct text_page *page = writer->state;
    size_t *numbers = arena_alloc_array(writer->scratch, value->claim_count + 1, sizeof *numbers);
    if (!numbers)
        return false;
    put_value(&page->run, field, value->value);
    size_t known = note_claims(page, value, !stands(value), numbers);
    if (known) {
        text_put_words(&page->run, TEXT_GAP);
        text_notes_mark(&page->notes, &page->run, numbers, known);
    }
    known = stands(value) ? note_claims(page, value, true, numbers) : 0;
    if (known) {
        text_put_words(&page->run, ", disputed by" TEXT_GAP);
        text_notes_mark(&page->notes, &page->run, numbers, known);
    }
    return true;
}

bool text_put_difference(struct writer *writer, const struct answer_difference *difference) {
    struct buffer *run = &((struct text_page *)writer->state)->run;
    bool some = false;
    text_put_tone(run, TONE_DOUBT);
    text_put_word(run, is_quote(difference->field) ? SLICE_OF("words") : difference->field);
    text_put_words(run, ":");
    text_put_tone(run, TONE_PLAIN);
    text_put_words(run, " ");
    for (int standing = 1; standing >= 0; standing--)
        for (size_t i = 0; i < difference->value_count; i++) {
            const struct answer_value *value = &difference->values[i];
            if (value->agrees || stands(value) != (standing == 1))
                continue;
            text_put_words(run, some ? " / " : "");
            some = true;
            if (!put_side(writer, difference->field, value))
                return false;
        }
    return true;
}

/* ---- differences ------------------------------------------------------------------------------------------------- */

static bool add_indented(struct text_block *block) {
    size_t first = block->lines->count;
    block->width -= VALUE_INDENT;
    bool done = text_end_paragraph(block, 2);
    block->width += VALUE_INDENT;
    for (size_t i = first; i < block->lines->count; i++)
        block->lines->items[i].indent += VALUE_INDENT;
    return done;
}

static bool add_value(struct text_block *block, const struct answer_difference *difference,
                      const struct answer_value *value) {
    struct buffer *run = &text_page_of(block)->run;
    if (value->claim_count == 0)
        return true; /* the record's own, which stands above */
    text_put_value(run, difference->field, value->value);
    text_put_words(run, value->agrees ? " (agrees): " : ": ");
    put_claimants(block, value->claims, value->claim_count);
    return add_indented(block);
}

/* A correction has a line of its own on the page. */
static bool is_correction(const struct answer_event *event, struct slice why) {
    for (size_t i = 0; i < event->note_count; i++)
        if (slice_equals(record_get(&event->notes[i], NOTE_REASON), why))
            return true;
    return false;
}

static void put_verdict(struct buffer *run, const struct answer_event *event, const struct answer_difference *difference) {
    if (slice_is_empty(difference->follows)) {
        text_put_words(run, "the record follows none: ");
    } else {
        text_put_words(run, "the record follows ");
        text_put_tone(run, TONE_BOLD);
        text_put_value(run, difference->field, difference->follows);
        text_put_tone(run, TONE_PLAIN);
        text_put_words(run, "; why: ");
    }
    text_put(run, is_correction(event, difference->why) ? SLICE_OF("an editor\xE2\x80\x99s correction, below")
                                                         : difference->why);
}

static bool add_difference(struct text_block *block, const struct answer_difference *difference) {
    struct buffer *run = &text_page_of(block)->run;
    text_put_tone(run, difference->contested ? TONE_DOUBT : TONE_PLAIN);
    text_put_word(run, difference->field);
    text_put_words(run, ":");
    text_put_tone(run, TONE_PLAIN);
    text_put_words(run, " ");
    put_verdict(run, block->event, difference);
    if (!text_end_paragraph(block, 4))
        return false;
    for (size_t i = 0; i < difference->value_count; i++)
        if (!add_value(block, difference, &difference->values[i]))
            return false;
    return true;
}

/* Sentences of the kind "first since" have lines of their own. */
static bool add_differences(struct text_block *block, bool contested) {
    const struct answer_event *event = block->event;
    for (size_t i = 0; i < event->difference_count; i++) {
        const struct answer_difference *difference = &event->differences[i];
        bool apart = event->first_since_count && slice_is(difference->field, "first_since");
        if (apart || !difference->differs || difference->contested != contested)
            continue;
        if (!add_difference(block, difference))
            return false;
    }
    return true;
}

bool text_add_contested(struct text_block *block) { return add_differences(block, true); }
bool text_add_differing(struct text_block *block) { return add_differences(block, false); }

/* "date: 2018 [2] agrees with 1 Dec 2018" */
static bool add_agreement(struct text_block *block, const struct answer_difference *difference) {
    struct buffer *run = &text_page_of(block)->run;
    for (size_t i = 0; i < difference->value_count; i++) {
        const struct answer_value *value = &difference->values[i];
        if (!value->agrees)
            continue;
        text_put_word(run, difference->field);
        text_put_words(run, ": ");
        text_put_value(run, difference->field, value->value);
        if (!put_notes(block, value->claims, value->claim_count))
            return false;
        text_put_words(run, " agrees with ");
        text_put_value(run, difference->field, difference->follows);
        if (!text_end_paragraph(block, 2))
            return false;
    }
    return true;
}

bool text_add_agreeing(struct text_block *block) {
    const struct answer_event *event = block->event;
    for (size_t i = 0; i < event->difference_count; i++)
        if (!event->differences[i].differs && !add_agreement(block, &event->differences[i]))
            return false;
    return true;
}

/* ---- first since --------------------------------------------------------------------------------------------------- */

static void put_days(struct buffer *run, int64_t first, int64_t last) {
    struct buffer words;
    buffer_init(&words);
    text_date_append_range(&words, first, last, TEXT_NO_BREAK_SPACE);
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

/* "15 Nov 2022, Title (ID)" */
static void put_mention(struct buffer *run, const struct answer_mention *mention) {
    text_put_date(run, mention->date);
    text_put_words(run, ", ");
    text_put(run, mention->title);
    text_put_words(run, slice_is_empty(mention->title) ? "" : " ");
    text_put_words(run, "(");
    text_put(run, mention->id);
    text_put_words(run, ")");
}

/* The latest of them, in order. */
static void put_mentions(struct buffer *run, const char *words, const struct answer_mentions *list) {
    size_t left_out = list->count > NEAR_SHOWN ? list->count - NEAR_SHOWN : 0;
    if (list->count == 0)
        return;
    text_put_words(run, words);
    for (size_t i = left_out; i < list->count; i++) {
        text_put_words(run, i > left_out ? "; " : "");
        put_mention(run, &list->items[i]);
    }
    if (left_out == 0)
        return;
    text_put_words(run, "; and ");
    buffer_append_integer(run, (int64_t)left_out);
    text_put_words(run, " before");
}

static bool begins_with_vowel(struct slice text) {
    return text.size && strchr("aeiou", text.data[0]);
}

/* One plain sentence: what it is true of, and what not. */
static void put_sentence(struct buffer *run, const struct answer_first_since *statement) {
    static const char *const verdicts[] = {"true of ", "not true of ", "perhaps not true of ", ""};
    static const enum text_tone tones[] = {TONE_BOLD, TONE_DENIED, TONE_DOUBT, TONE_DOUBT};
    text_put_tone(run, tones[statement->verdict]);
    text_put_words(run, verdicts[statement->verdict]);
    if (statement->verdict == FIRST_NOT_DECIDABLE) {
        text_put(run, slice_from(first_verdict_name(statement->verdict)));
        text_put_tone(run, TONE_PLAIN);
        text_put_words(run, ": ");
        text_put(run, statement->why);
        return;
    }
    text_put_words(run, begins_with_vowel(statement->compared) ? "an " : "a ");
    text_put(run, statement->compared);
    text_put_tone(run, TONE_PLAIN);
    put_mentions(run, ", because of ", &statement->contradicted_by);
    put_mentions(run, statement->contradicted_by.count ? "; perhaps also of " : ", because of ", &statement->possible);
    if (statement->verdict == FIRST_HOLDS)
        put_mentions(run, "; not of others or of other forms: ", &statement->near);
}

/* What it is compared with, and how far silence tells. */
static bool add_ground(struct text_block *block, const struct answer_first_since *statement) {
    struct buffer *run = &text_page_of(block)->run;
    if (statement->verdict == FIRST_NOT_DECIDABLE)
        return true;
    put_mentions(run, "the one meant: ", &statement->since);
    text_put_words(run, statement->since.count ? "; " : "");
    text_put_words(run, statement->verdict == FIRST_HOLDS ? "no other from " : "compared with all from ");
    put_days(run, statement->from, statement->from);
    text_put_words(run, " to ");
    put_days(run, statement->to, statement->to);
    if (statement->verdict == FIRST_HOLDS)
        text_put_words(run, statement->covered ? " is in this record, which claims to hold all"
                                               : " is in this record, which does not claim to hold all");
    return add_indented(block);
}

static bool add_near(struct text_block *block, const struct answer_first_since *statement) {
    struct buffer *run = &text_page_of(block)->run;
    if (statement->near.count == 0 || statement->verdict == FIRST_HOLDS)
        return true;
    put_mentions(run, "near it, but not the same: ", &statement->near);
    return add_indented(block);
}

/* What is claimed only against another value says that this one is meant, not that it holds. */
static bool is_other_view(const struct answer_first_since *statement) {
    for (size_t i = 0; i < statement->claim_count; i++)
        if (!record_has(&statement->claims[i]->record, CLAIM_STANCE))
            return false;
    return true;
}

/* "the other view, since 15 Nov 2022 [4]: why" */
static bool add_other_view(struct text_block *block, const struct answer_first_since *statement) {
    struct text_page *page = text_page_of(block);
    bool told = false;
    text_put_words(&page->run, "the other view, since ");
    text_put_date(&page->run, statement->value);
    for (size_t i = 0; i < statement->claim_count; i++)
        text_put_claim_note(block, statement->claims[i]);
    for (size_t i = 0; i < statement->claim_count; i++) {
        struct slice note = record_get(&statement->claims[i]->record, CLAIM_NOTE);
        text_put_words(&page->run, slice_is_empty(note) ? "" : told ? "; " : ": ");
        text_put(&page->run, note);
        told = told || !slice_is_empty(note);
    }
    put_mentions(&page->run, "; against it ", &statement->contradicted_by);
    put_mentions(&page->run, "; perhaps against it ", &statement->possible);
    return text_end_paragraph(block, 2);
}

static bool add_statement(struct text_block *block, const struct answer_first_since *statement) {
    struct buffer *run = &text_page_of(block)->run;
    if (is_other_view(statement))
        return add_other_view(block, statement);
    text_put_words(run, block->writer->context->single ? "" : "first since ");
    text_put_date(run, statement->value);
    if (!put_notes(block, statement->claims, statement->claim_count))
        return false;
    text_put_words(run, ": ");
    put_sentence(run, statement);
    return text_end_paragraph(block, 2) && add_ground(block, statement) && add_near(block, statement);
}

bool text_add_first_since(struct text_block *block) {
    const struct answer_event *event = block->event;
    for (int other = 0; other <= 1; other++)
        for (size_t i = 0; i < event->first_since_count; i++)
            if (is_other_view(&event->first_since[i]) == other && !add_statement(block, &event->first_since[i]))
                return false;
    return true;
}
