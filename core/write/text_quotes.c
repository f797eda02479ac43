/* The words that were said in a statement, each with the number of its source. */
#include "text_page.h"

#include "../ask/statement.h"

static void put_stance(struct buffer *run, struct slice stance) {
    if (slice_is_empty(stance) || slice_is(stance, "supports"))
        return;
    text_put_words(run, " (");
    text_put_toned(run, slice_is(stance, "denies") ? TONE_DENIED : TONE_DOUBT, stance);
    text_put_words(run, ")");
}

static bool add_quote(struct text_block *block, const struct answer_claim *claim,
                      struct slice words) {
    struct buffer *run = &text_page_of(block)->run;
    text_put_words(run, "\xE2\x80\x9C");
    text_put(run, words);
    text_put_words(run, "\xE2\x80\x9D");
    put_stance(run, record_get(&claim->record, CLAIM_STANCE));
    text_put_claim_note(block, claim);
    return text_end_paragraph(block, 2);
}

static bool add_rest(struct text_block *block, size_t count) {
    struct buffer *run = &text_page_of(block)->run;
    text_put_tone(run, TONE_DIM);
    text_put_words(run, "and ");
    buffer_append_integer(run, (int64_t)count);
    text_put_words(run, count == 1 ? " more quote" : " more quotes");
    return text_end_paragraph(block, 2);
}

bool text_add_quotes(struct text_block *block, size_t most) {
    const struct answer_event *event = block->event;
    size_t count = 0;
    for (int contested = 0; contested <= 1; contested++)
        for (size_t i = 0; i < event->claim_count; i++) {
            const struct record *claim = &event->claims[i].record;
            struct slice words;
            if (!statement_has_words(claim, &words) || statement_is_contested(claim) != contested)
                continue;
            if (count++ < most && !add_quote(block, &event->claims[i], words))
                return false;
        }
    return count <= most || add_rest(block, count - most);
}

bool text_quotes_are_disputed(const struct answer_event *event) {
    for (size_t i = 0; i < event->dispute_count; i++)
        if (slice_is(event->disputes[i].field, "quote"))
            return true;
    return false;
}
