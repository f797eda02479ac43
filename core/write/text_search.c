/* The page of a search: the date beside the title, and below it where the words stand, marked. On paper and in pipes,
 * where nothing can be bold, what is marked stands in « ». */
#include "text_report.h"

#include "../ask/search.h"
#include "../base/utf8.h"

enum { LEFT_WIDTH = 14, LEFT_GUTTER = 2, WIDTH_OF_COLUMNS = 48 };

/* ---- runs ----------------------------------------------------------------------------------------------- */

/* A stretch of a text as it stands, with the space at its ends that text_put would trim. */
static void put_stretch(struct buffer *run, struct slice text) {
    bool begins = text.size && text.data[0] == ' ', ends = text.size > 1 && text.data[text.size - 1] == ' ';
    if (begins) text_put_words(run, " ");
    text_put(run, text);
    if (ends) text_put_words(run, " ");
}

static void put_marked(struct writer *writer, const struct excerpt *excerpt) {
    struct buffer *run = &((struct text_page *)writer->state)->run;
    const struct excerpt_mark *marks = excerpt->marks.items;
    bool color = writer->style->color;
    size_t position = 0;
    for (size_t i = 0; i < excerpt->marks.count; i++) {
        put_stretch(run, slice_part(excerpt->text, position, marks[i].first));
        if (color) text_put_tone(run, TONE_BOLD);
        else text_put_words(run, "\xC2\xAB");
        text_put(run, slice_part(excerpt->text, marks[i].first, marks[i].past));
        if (color) text_put_tone(run, TONE_PLAIN);
        else text_put_words(run, "\xC2\xBB");
        position = marks[i].past;
    }
    put_stretch(run, slice_part(excerpt->text, position, excerpt->text.size));
}

static void put_status(struct buffer *run, const struct answer_hit *hit) {
    struct slice status = hit->status;
    bool gone = slice_is(status, "denied") || slice_is(status, "cancelled");
    if (slice_is(hit->match, "possible")) {
        text_put_toned(run, TONE_DOUBT, SLICE_OF("possible:"));
        text_put_words(run, " ");
    }
    if (slice_is_empty(status) && hit->disputed) status = SLICE_OF("disputed");
    if (slice_is_empty(status)) return;
    text_put_tone(run, gone ? TONE_DENIED : slice_is(status, "disputed") ? TONE_DOUBT : TONE_BOLD);
    text_put(run, status);
    text_put_words(run, ":");
    text_put_tone(run, TONE_PLAIN);
    text_put_words(run, " ");
}

static bool put_notes(struct writer *writer, const struct answer_hit *hit) {
    struct text_page *page = writer->state;
    size_t *numbers = arena_alloc_array(writer->scratch, hit->sources.count + 1, sizeof *numbers), known = 0;
    if (!numbers) return false;
    for (size_t i = 0; i < hit->sources.count; i++) {
        numbers[known] = text_notes_add(&page->notes, &hit->sources.items[i].record);
        known += numbers[known] != 0;
    }
    if (known) text_put_words(&page->run, TEXT_GAP);
    text_notes_mark(&page->notes, &page->run, numbers, known);
    return true;
}

/* ---- the two columns --------------------------------------------------------------------------------------- */

static bool id_fits(const struct answer_hit *hit) { return utf8_text_width(hit->id) <= LEFT_WIDTH; }

/* The date and the id of an event, the type of another record; *fits: it stands in its column. */
static bool add_left(struct text_block *block, const struct answer_hit *hit, bool beside, bool *fits) {
    struct buffer *run = &text_page_of(block)->run;
    if (hit->event) text_put_when(block, beside);
    else text_put_toned(run, TONE_DIM, hit->type);
    if (!text_end_paragraph(block, 0)) return false;
    *fits = text_dates_fit(block->lines, block->lines->count);
    if (!beside || !hit->event || !id_fits(hit)) return true;
    text_put_toned(run, TONE_DIM, hit->id);
    return text_end_paragraph(block, 0);
}

/* A date that its column does not hold stands above the hit. */
static bool set_left(struct writer *writer, const struct answer_hit *hit, struct text_lines *left, bool *beside) {
    const struct text_page *page = writer->state;
    struct text_block block = {writer, hit->event, left, LEFT_WIDTH};
    bool fits = false;
    *beside = page->width >= WIDTH_OF_COLUMNS;
    if (*beside && !add_left(&block, hit, true, &fits)) return false;
    if (*beside && fits) return true;
    *beside = false;
    *left = (struct text_lines){NULL, 0, 0};
    block.width = page->width;
    return add_left(&block, hit, false, &fits);
}

static bool add_title(struct text_block *block, const struct answer_hit *hit) {
    struct text_page *page = text_page_of(block);
    if (hit->event && slice_is_empty(hit->title)) return text_add_title(block, true);
    put_status(&page->run, hit);
    put_marked(block->writer, &hit->whole_title);
    if (hit->event) text_put_release(&page->run, &hit->event->event);
    if (hit->event && !put_notes(block->writer, hit)) return false;
    if (!text_end_paragraph(block, 0)) return false;
    if (hit->event) return true;
    text_put_toned(&page->run, TONE_DIM, hit->id);
    if (!slice_is_empty(hit->date)) {
        text_put_words(&page->run, ", ");
        text_put_date(&page->run, hit->date);
    }
    return text_end_paragraph(block, 2);
}

static bool add_excerpt(struct text_block *block, const struct answer_hit *hit) {
    struct text_page *page = text_page_of(block);
    bool is_title = slice_equals(hit->excerpt, hit->whole_title.text) || slice_is(hit->field, "title");
    if (slice_is_empty(hit->excerpt) || is_title) return true;
    text_put_tone(&page->run, TONE_DIM);
    text_put(&page->run, hit->field);
    text_put_words(&page->run, ":");
    text_put_tone(&page->run, TONE_PLAIN);
    text_put_words(&page->run, " ");
    put_marked(block->writer, &(struct excerpt){hit->excerpt, hit->marks});
    if (hit->quote_source) {
        size_t number = text_notes_add(&page->notes, hit->quote_source);
        text_put_words(&page->run, TEXT_GAP);
        text_notes_mark(&page->notes, &page->run, &number, 1);
    }
    return text_end_paragraph(block, 2);
}

static bool add_long_id(struct text_block *block, const struct answer_hit *hit, bool beside) {
    if (!hit->event || (beside && id_fits(hit))) return true;
    text_put_toned(&text_page_of(block)->run, TONE_DIM, hit->id);
    return text_end_paragraph(block, 2);
}

/* Set to the right in its column; a '?' hangs out of it. */
static void print_row(struct writer *writer, const struct text_line *left, const struct text_line *body) {
    struct buffer *out = sink_buffer(writer->sink);
    size_t column = 0;
    if (left && left->width) {
        size_t width = left->width - (left->text.data[left->text.size - 1] == '?');
        size_t lead = width < LEFT_WIDTH ? LEFT_WIDTH - width : 0;
        text_print_blanks(out, lead);
        text_print_line(out, left, writer->style->color);
        column = lead + left->width;
    }
    if (body && body->width) {
        size_t start = LEFT_WIDTH + LEFT_GUTTER + body->indent;
        text_print_blanks(out, start > column ? start - column : 1);
        text_print_line(out, body, writer->style->color);
    }
    buffer_append_byte(out, '\n');
}

static void print_columns(struct writer *writer, const struct text_lines *left, const struct text_lines *body) {
    size_t count = left->count > body->count ? left->count : body->count;
    for (size_t i = 0; i < count; i++)
        print_row(writer, i < left->count ? &left->items[i] : NULL, i < body->count ? &body->items[i] : NULL);
}

static enum status print_hit(struct writer *writer, const struct answer_hit *hit) {
    struct text_page *page = writer->state;
    struct text_lines left = {NULL, 0, 0}, body = {NULL, 0, 0};
    bool beside;
    if (!set_left(writer, hit, &left, &beside)) return STATUS_NO_MEMORY;
    size_t indent = beside ? LEFT_WIDTH + LEFT_GUTTER : LEFT_GUTTER;
    struct text_block block = {writer, hit->event, &body, page->width - indent};
    if (!add_title(&block, hit) || !add_excerpt(&block, hit) || !add_long_id(&block, hit, beside) || page->notes.failed)
        return STATUS_NO_MEMORY;
    if (page->begun) buffer_append_byte(sink_buffer(writer->sink), '\n');
    page->begun = true;
    if (beside) {
        print_columns(writer, &left, &body);
    } else {
        text_print_lines(writer, &left, 0);
        text_print_lines(writer, &body, indent);
    }
    return STATUS_OK;
}

/* ---- the page ------------------------------------------------------------------------------------------------ */

struct search_page {
    int64_t shown;
};

static enum status print_tally(struct writer *writer, const struct answer_hits *hits, int64_t shown) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    if (hits->total.value <= shown || shown == 0) return STATUS_OK;
    text_put_tone(&page->run, TONE_DIM);
    buffer_append_integer(&page->run, shown);
    text_put_words(&page->run, " of ");
    buffer_append_integer(&page->run, hits->total.value);
    text_put_words(&page->run, " hits; --limit" TEXT_GAP "N shows more");
    bool done = !buffer_failed(&page->run) &&
                text_wrap(writer->scratch, buffer_slice(&page->run), page->width, 0, &lines);
    buffer_clear(&page->run);
    if (!done) return STATUS_NO_MEMORY;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    text_print_lines(writer, &lines, 0);
    return STATUS_OK;
}

static enum status write_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct text_page *page = writer->state;
    if (!page->report) page->report = arena_alloc(&page->notes.memory, sizeof(struct search_page));
    struct search_page *own = page->report;
    if (!own) return STATUS_NO_MEMORY;
    if (part->single) return print_tally(writer, entry, own->shown);
    own->shown++;
    return print_hit(writer, entry);
}

const struct text_report text_search_report = {"search", write_entry, NULL};
