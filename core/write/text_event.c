/* The parts of an event in words: its title, its tariff, what is disputed, what was corrected. */
#include "text_page.h"

#include "../ask/title.h"
#include "../base/cell.h"
#include "../base/number.h"
#include "text_date.h"

/* ---- small words ---------------------------------------------------------------------------- */

void text_put_word(struct buffer *run, struct slice word) {
    size_t start = run->size;
    text_put(run, word);
    for (size_t i = start; i < run->size; i++)
        if (run->data[i] == '_')
            run->data[i] = ' ';
}

void text_put_date(struct buffer *run, struct slice edtf) {
    struct buffer words;
    buffer_init(&words);
    text_date_append(&words, edtf, TEXT_NO_BREAK_SPACE);
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

void text_put_when(struct text_block *block, bool column) {
    struct buffer *run = &text_page_of(block)->run, words;
    buffer_init(&words);
    text_date_append_event(&words, &block->event->event, &block->event->times, TEXT_NO_BREAK_SPACE,
                           column ? TEXT_DATE_COLUMN : TEXT_DATE_PHRASE);
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

bool text_put_list(struct text_block *block, struct slice cell, const char *last_joiner) {
    struct buffer *run = &text_page_of(block)->run;
    struct cell_reader reader = {cell, 0};
    struct slice item, next;
    bool more = cell_next_item(&reader, &item), first = true;
    while (more) {
        more = cell_next_item(&reader, &next);
        if (!first)
            text_put_words(run, more ? ", " : last_joiner);
        if (!cell_unescape(block->writer->scratch, item, &item))
            return false;
        text_put(run, item);
        item = next;
        first = false;
    }
    return true;
}

bool text_end_paragraph(struct text_block *block, size_t hang) {
    struct buffer *run = &text_page_of(block)->run;
    bool done =
        !buffer_failed(run)
        && text_wrap(block->writer->scratch, buffer_slice(run), block->width, hang, block->lines);
    buffer_clear(run);
    return done;
}

/* ---- title ---------------------------------------------------------------------------------- */

static struct slice find_status(const struct answer_event *event) {
    struct slice status = record_get(&event->event, EVENT_STATUS);
    return slice_is(status, "reported") ? SLICE_NONE : status;
}

static enum text_tone find_status_tone(struct slice status) {
    if (slice_is(status, "denied") || slice_is(status, "cancelled"))
        return TONE_DENIED;
    return slice_is(status, "disputed") ? TONE_DOUBT : TONE_BOLD;
}

static void put_mark(struct buffer *run, enum text_tone tone, struct slice word) {
    text_put_tone(run, tone);
    text_put(run, word);
    text_put_words(run, ":");
    text_put_tone(run, TONE_PLAIN);
    text_put_words(run, " ");
}

/* What a reader must know before the title. That values differ is told by a line of its own. */
static void put_marks(struct buffer *run, const struct answer_event *event, bool mark_possible) {
    struct slice status = find_status(event);
    if (mark_possible && event->match == MATCH_POSSIBLE)
        put_mark(run, TONE_DOUBT, SLICE_OF("possible"));
    if (!slice_is_empty(status))
        put_mark(run, find_status_tone(status), status);
    else if (event->disputed && event->dispute_count == 0)
        put_mark(run, TONE_DOUBT, SLICE_OF("disputed"));
}

static bool put_title(struct text_block *block) {
    struct slice title;
    if (!title_make(block->event, block->writer->scratch, &title))
        return false;
    text_put(&text_page_of(block)->run, title);
    return true;
}

static void put_aside(struct buffer *run, struct slice words) {
    text_put_tone(run, TONE_DIM);
    text_put_words(run, " (");
    text_put(run, words);
    text_put_words(run, ")");
    text_put_tone(run, TONE_PLAIN);
}

void text_put_release(struct buffer *run, const struct record *event) {
    struct slice release = record_get(event, EVENT_RELEASE);
    if (slice_is_empty(release) || slice_is(release, "public"))
        return;
    if (slice_is(release, "internal") || slice_is(release, "draft")) {
        put_aside(run, release);
        return;
    }
    text_put_tone(run, TONE_DIM);
    text_put_words(run, " (not before" TEXT_GAP);
    text_put_date(run, release);
    text_put_words(run, ")");
    text_put_tone(run, TONE_PLAIN);
}

static void put_reports(struct buffer *run, const struct answer_event *event) {
    if (event->reports <= 1)
        return;
    text_put_tone(run, TONE_DIM);
    text_put_words(run, " (");
    buffer_append_integer(run, event->reports);
    text_put_words(run, TEXT_GAP "reports)");
    text_put_tone(run, TONE_PLAIN);
}

static bool put_source_notes(struct text_block *block) {
    struct text_page *page = text_page_of(block);
    const struct answer_event *event = block->event;
    size_t *numbers =
        arena_alloc_array(block->writer->scratch, event->source_count, sizeof *numbers);
    if (!numbers)
        return false;
    size_t known = 0;
    for (size_t i = 0; i < event->source_count; i++) {
        numbers[known] = text_notes_add(&page->notes, &event->sources[i].record);
        known += numbers[known] != 0;
    }
    if (known) {
        text_put_words(&page->run, TEXT_GAP);
        text_notes_mark(&page->notes, &page->run, numbers, known);
    }
    return true;
}

bool text_add_title(struct text_block *block, bool mark_possible) {
    struct buffer *run = &text_page_of(block)->run;
    bool single = block->writer->context->single;
    put_marks(run, block->event, mark_possible);
    if (single)
        text_put_tone(run, TONE_BOLD);
    if (!put_title(block))
        return false;
    if (single)
        text_put_tone(run, TONE_PLAIN);
    text_put_release(run, &block->event->event);
    put_reports(run, block->event);
    return put_source_notes(block) && text_end_paragraph(block, 0);
}

/* ---- how a machine coded it ------------------------------------------------------------------ */

/* One decimal tells what a tone of fourteen does. */
static void put_rounded(struct buffer *run, struct slice number) {
    char digits[NUMBER_SIZE];
    double value;
    if (!number_parse(number, &value) || value < -1e6 || value > 1e6) {
        text_put(run, number);
        return;
    }
    int64_t tenths = (int64_t)(value * 10 + (value < 0 ? -0.5 : 0.5));
    text_put(run, (struct slice){digits, number_format((double)tenths / 10, digits)});
}

/* "code 042, intensity 1.9, 12 mentions, tone -2.6" */
static void put_coding(struct buffer *run, const struct record *event) {
    struct slice mentions = record_get(event, EVENT_MENTIONS);
    text_put_words(run, "code" TEXT_GAP);
    text_put(run, record_get(event, EVENT_CODE));
    if (record_has(event, EVENT_INTENSITY)) {
        text_put_words(run, ", intensity" TEXT_GAP);
        text_put(run, record_get(event, EVENT_INTENSITY));
    }
    if (!slice_is_empty(mentions)) {
        text_put_words(run, ", ");
        text_put(run, mentions);
        text_put_words(run, slice_is(mentions, "1") ? TEXT_GAP "mention" : TEXT_GAP "mentions");
    }
    if (record_has(event, EVENT_TONE)) {
        text_put_words(run, ", tone" TEXT_GAP);
        put_rounded(run, record_get(event, EVENT_TONE));
    }
}

bool text_add_coding(struct text_block *block, struct slice id) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    bool coded = record_has(event, EVENT_CODE);
    if (!coded && slice_is_empty(id))
        return true;
    text_put_tone(run, TONE_DIM);
    if (coded)
        put_coding(run, event);
    if (coded && !slice_is_empty(id))
        text_put_words(run, " \xC2\xB7 ");
    text_put(run, id);
    return text_end_paragraph(block, 2);
}

/* ---- tariff --------------------------------------------------------------------------------- */

static bool put_names(struct text_block *block, struct slice cell) {
    struct buffer *run = &text_page_of(block)->run;
    struct cell_reader reader = {cell, 0};
    struct slice item;
    bool some = false;
    while (cell_next_item(&reader, &item)) {
        if (!cell_unescape(block->writer->scratch, item, &item))
            return false;
        if (some)
            text_put_words(run, ", ");
        text_put(run, text_find_name(block->event, item));
        some = true;
    }
    return true;
}

/* "25 %", "107.1–212.1 %", "5 CAD/kg". */
static void put_rate(struct buffer *run, struct slice rate, struct slice unit) {
    size_t slash = slice_find(rate, '/');
    text_put(run, slice_part(rate, 0, slash));
    if (slash < rate.size) {
        text_put_words(run, "\xE2\x80\x93");
        text_put(run, slice_part(rate, slash + 1, rate.size));
    }
    text_put_words(run, TEXT_GAP);
    text_put(run, slice_is_empty(unit) ? SLICE_OF("%") : unit);
}

static bool put_sides(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    if (!put_names(block, record_get(event, EVENT_IMPOSER)))
        return false;
    if (record_has(event, EVENT_TARGET)) {
        text_put_words(run, record_has(event, EVENT_IMPOSER) ? " on " : "on ");
        if (!put_names(block, record_get(event, EVENT_TARGET)))
            return false;
    }
    return true;
}

static bool put_goods(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    bool rate = record_has(event, EVENT_RATE);
    if (rate)
        put_rate(run, record_get(event, EVENT_RATE), record_get(event, EVENT_RATE_UNIT));
    if (record_has(event, EVENT_PRODUCT)) {
        text_put_words(run, rate ? " on " : "");
        if (!text_put_list(block, record_get(event, EVENT_PRODUCT), " and "))
            return false;
    }
    if (record_has(event, EVENT_EXCLUDES)) {
        text_put_words(run, " except ");
        if (!text_put_list(block, record_get(event, EVENT_EXCLUDES), " and "))
            return false;
    }
    return true;
}

static void put_conditions(struct buffer *run, const struct record *event) {
    struct slice basis = record_get(event, EVENT_BASIS);
    if (record_has(event, EVENT_BASE_RATE)) {
        text_put_words(run, ", base duty ");
        put_rate(run, record_get(event, EVENT_BASE_RATE), record_get(event, EVENT_RATE_UNIT));
    }
    if (record_has(event, EVENT_QUOTA)) {
        text_put_words(run, ", quota ");
        text_put(run, record_get(event, EVENT_QUOTA));
    }
    if (!slice_is_empty(basis) && !slice_is(basis, "additional")) {
        text_put_words(run, ", ");
        text_put(run, basis);
    }
}

static bool says_goods(const struct record *event) {
    return record_has(event, EVENT_RATE) || record_has(event, EVENT_PRODUCT)
           || record_has(event, EVENT_EXCLUDES);
}

bool text_add_tariff(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    bool sides = record_has(event, EVENT_IMPOSER) || record_has(event, EVENT_TARGET);
    if (!sides && !says_goods(event) && !record_has(event, EVENT_BASE_RATE)
        && !record_has(event, EVENT_QUOTA))
        return true;
    if (!put_sides(block))
        return false;
    if (says_goods(event) && (sides || !record_has(event, EVENT_RATE)))
        text_put_words(run, sides ? ": " : "goods: ");
    if (!put_goods(block))
        return false;
    put_conditions(run, event);
    return text_end_paragraph(block, 2);
}

/* ---- disputes and corrections --------------------------------------------------------------- */

void text_put_claim_note(struct text_block *block, const struct answer_claim *claim) {
    struct text_page *page = text_page_of(block);
    size_t number = text_notes_add_claim(&page->notes, claim);
    if (number)
        text_put_words(&page->run, TEXT_GAP);
    text_notes_mark(&page->notes, &page->run, &number, 1);
}

static bool is_date_field(struct slice name) {
    int field = record_find_field(RECORD_EVENT, name);
    if (field < 0)
        return slice_is(name, "first_since");
    enum field_type type = record_info(RECORD_EVENT)->fields[field].type;
    return type == FIELD_DATE || type == FIELD_DAY;
}

void text_put_value(struct buffer *run, struct slice field, struct slice value) {
    if (is_date_field(field))
        text_put_date(run, value);
    else
        text_put(run, value);
}

static const struct answer_difference *find_difference(const struct answer_event *event, struct slice field) {
    for (size_t i = 0; i < event->difference_count; i++)
        if (slice_equals(event->differences[i].field, field))
            return &event->differences[i];
    return NULL;
}

bool text_add_disputes(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct answer_event *event = block->event;
    for (size_t i = 0; i < event->dispute_count; i++) {
        const struct answer_difference *difference = find_difference(event, event->disputes[i].field);
        if (!difference)
            continue;
        text_put_toned(run, TONE_DOUBT, SLICE_OF("disputed"));
        text_put_words(run, " ");
        if (!text_put_difference(block->writer, difference) || !text_end_paragraph(block, 2))
            return false;
    }
    return true;
}

bool text_add_corrections(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    bool single = block->writer->context->single;
    for (size_t i = 0; i < block->event->note_count; i++) {
        const struct record *note = &block->event->notes[i];
        bool dated = record_has(note, NOTE_DATE);
        text_put_words(run, single ? "" : dated ? "corrected " : "corrected");
        text_put_date(run, record_get(note, NOTE_DATE));
        text_put_words(run, !single || dated ? ": " : "");
        text_put(run, record_get(note, NOTE_REASON));
        if (!text_end_paragraph(block, 2))
            return false;
    }
    return true;
}
