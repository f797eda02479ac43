/* The page of one event: every field in words, each side's account beside the other's, what it is
 * linked with, what is disputed or was corrected. The sources follow as on every page. */
#include "text_page.h"

#include "../model/cameo.h"
#include "text_date.h"

enum {
    LABEL_WIDTH = 14,
    LABELS_BESIDE = 40, /* page width from which labels stand beside their lines */
    NARROW_INDENT = 2,
    LINK_HANG = 4
};

/* ---- labelled lines ------------------------------------------------------------------------- */

/* The column of the lines: behind the labels, or on a narrow page below them. */
static size_t find_left(const struct writer *writer) {
    const struct text_page *page = writer->state;
    return page->width >= LABELS_BESIDE ? LABEL_WIDTH : NARROW_INDENT;
}

static void print_label(struct writer *writer, const char *label, size_t left) {
    struct buffer *out = sink_buffer(writer->sink);
    struct text_line line = {slice_from(label), 0, strlen(label), TONE_DIM};
    text_print_line(out, &line, writer->style->color);
    if (line.width < left)
        text_print_blanks(out, left - line.width);
    else
        buffer_append_byte(out, '\n');
}

/* A label and the block's lines beside or below it. */
static void print_labelled(struct writer *writer, const char *label,
                           const struct text_lines *lines) {
    struct buffer *out = sink_buffer(writer->sink);
    size_t left = find_left(writer);
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->items[i];
        bool beside = i == 0 && strlen(label) < left;
        if (i == 0)
            print_label(writer, label, left);
        text_print_blanks(out, line->width ? line->indent + (beside ? 0 : left) : 0);
        text_print_line(out, line, writer->style->color);
        buffer_append_byte(out, '\n');
    }
}

static struct text_block begin_block(struct writer *writer, const struct answer_event *event,
                                     struct text_lines *lines, size_t left) {
    const struct text_page *page = writer->state;
    *lines = (struct text_lines){NULL, 0, 0};
    return (struct text_block){writer, event, lines, page->width - left};
}

/* What is put together in the run, behind a label; nothing where the run is empty. */
static enum status print_run_labelled(struct text_block *block, const char *label) {
    if (text_page_of(block)->run.size == 0)
        return STATUS_OK;
    if (!text_end_paragraph(block, 0))
        return STATUS_NO_MEMORY;
    print_labelled(block->writer, label, block->lines);
    *block->lines = (struct text_lines){NULL, 0, 0};
    return STATUS_OK;
}

/* A part of text_event.c behind a label. */
static enum status print_part(struct text_block *block, const char *label,
                              bool (*add)(struct text_block *block)) {
    if (!add(block))
        return STATUS_NO_MEMORY;
    print_labelled(block->writer, label, block->lines);
    *block->lines = (struct text_lines){NULL, 0, 0};
    return STATUS_OK;
}

/* ---- fields --------------------------------------------------------------------------------- */

static bool is_plain_day(const struct answer_event *event) {
    struct slice date = record_get(&event->event, EVENT_DATE);
    return event->times.level == 0 && event->times.precision <= EDTF_DAY
           && slice_find(date, '/') == date.size;
}

/* The dates as they are written. */
static void put_written(struct buffer *run, const struct record *event) {
    text_put_tone(run, TONE_DIM);
    text_put_words(run, "  (");
    text_put(run, record_get(event, EVENT_DATE));
    if (record_has(event, EVENT_END)) {
        text_put_words(run, " to ");
        text_put(run, record_get(event, EVENT_END));
    }
    text_put_words(run, ")");
    text_put_tone(run, TONE_PLAIN);
}

static bool put_when(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct answer_event *event = block->event;
    text_put_when(block, false);
    if (record_has(&event->event, EVENT_TIME)) {
        text_put_words(run, ", ");
        text_put(run, record_get(&event->event, EVENT_TIME));
    }
    if (!is_plain_day(event))
        put_written(run, &event->event);
    if (!slice_is_empty(event->derived_end)) {
        text_put_words(run, ", ended by ");
        text_put(run, event->derived_end);
    }
    return true;
}

static bool put_where(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    if (!text_put_list(block, record_get(event, EVENT_PLACE), ", "))
        return false;
    if (record_has(event, EVENT_VENUE)) {
        text_put_words(run, run->size ? ", " : "");
        text_put(run, record_get(event, EVENT_VENUE));
    }
    if (record_has(event, EVENT_LATITUDE) && record_has(event, EVENT_LONGITUDE)) {
        text_put_words(run, run->size ? " (" : "(");
        text_put(run, record_get(event, EVENT_LATITUDE));
        text_put_words(run, "," TEXT_GAP);
        text_put(run, record_get(event, EVENT_LONGITUDE));
        text_put_words(run, ")");
    }
    return true;
}

static bool put_amount(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    text_put(run, record_get(event, EVENT_QUANTITY));
    if (record_has(event, EVENT_UNIT)) {
        text_put_words(run, run->size ? " " : "");
        text_put(run, record_get(event, EVENT_UNIT));
    }
    return true;
}

/* "042, Make a visit" */
static bool put_code(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    struct slice code = record_get(&block->event->event, EVENT_CODE);
    const struct cameo_code *row = cameo_find(code);
    text_put(run, code);
    if (row) {
        text_put_words(run, ", ");
        text_put(run, slice_from(row->label));
    }
    return true;
}

static bool put_field(struct text_block *block, int field) {
    struct buffer *run = &text_page_of(block)->run;
    const struct field *info = &record_info(RECORD_EVENT)->fields[field];
    struct slice value = record_get(&block->event->event, field);
    if (info->type == FIELD_LIST)
        return text_put_list(block, value, ", ");
    if (info->type == FIELD_DATE || info->type == FIELD_DAY)
        text_put_date(run, value);
    else
        text_put(run, value);
    return true;
}

static bool put_merged(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *note = block->event->merged;
    if (!note)
        return true;
    text_put(run, record_get(note, NOTE_RECORD));
    text_put_words(run, " was merged into ");
    text_put(run, record_get(note, NOTE_REASON));
    if (record_has(note, NOTE_DATE)) {
        text_put_words(run, ", ");
        text_put_date(run, record_get(note, NOTE_DATE));
    }
    return true;
}

/* In the order of the page: a function that words it, a part that sets lines, or a plain field. */
struct page_row {
    const char *label;
    bool (*put)(struct text_block *block);
    bool (*add)(struct text_block *block);
    int field;
};

static const struct page_row page_rows[] = {
    {"When", put_when, NULL, 0},
    {"Where", put_where, NULL, 0},
    {"Who", NULL, text_add_parties, 0},
    {"Measure", NULL, text_add_tariff, 0},
    {"HS codes", NULL, NULL, EVENT_HS},
    {"Announced", NULL, NULL, EVENT_ANNOUNCED},
    {"Confirmed", NULL, NULL, EVENT_LAST_CONFIRMED},
    {"Amount", put_amount, NULL, 0},
    {"Tags", NULL, NULL, EVENT_TAGS},
    {"Code", put_code, NULL, 0},
    {"Intensity", NULL, NULL, EVENT_INTENSITY},
    {"Mentions", NULL, NULL, EVENT_MENTIONS},
    {"Tone", NULL, NULL, EVENT_TONE},
    {"Disputed", NULL, text_add_contested, 0},
    {"Differing", NULL, text_add_differing, 0},
    {"Agreeing", NULL, text_add_agreeing, 0},
    {"First since", NULL, text_add_first_since, 0},
    {"Merged", put_merged, NULL, 0},
    {"Corrected", NULL, text_add_corrections, 0},
};

static enum status print_fields(struct writer *writer, const struct answer_event *event) {
    struct text_lines lines;
    struct text_block block = begin_block(writer, event, &lines, find_left(writer));
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof page_rows / sizeof *page_rows; i++) {
        const struct page_row *row = &page_rows[i];
        if (row->add) {
            status = print_part(&block, row->label, row->add);
            continue;
        }
        if (row->put ? !row->put(&block) : !put_field(&block, row->field))
            return STATUS_NO_MEMORY;
        status = print_run_labelled(&block, row->label);
    }
    return status;
}

/* Columns that no field knows, under their own names. */
static enum status print_extras(struct writer *writer, const struct answer_event *event) {
    struct text_page *page = writer->state;
    struct text_lines lines;
    struct text_block block = begin_block(writer, event, &lines, find_left(writer));
    for (size_t i = 0; i < event->event.extra_count; i++) {
        if (page->run.size)
            text_put_words(&page->run, "\n");
        text_put(&page->run, event->event.extras[i].name);
        text_put_words(&page->run, ": ");
        text_put(&page->run, event->event.extras[i].value);
    }
    return print_run_labelled(&block, "Also kept");
}

/* ---- the head ------------------------------------------------------------------------------- */

static enum status print_block(struct text_block *block, size_t left) {
    text_print_lines(block->writer, block->lines, left);
    *block->lines = (struct text_lines){NULL, 0, 0};
    return STATUS_OK;
}

/* A page from the past of the record says so. */
static void put_known(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct write_context *context = block->writer->context;
    struct slice day = SLICE_NONE;
    bool before_log = false;
    for (size_t i = 0; i < context->detail_count; i++) {
        if (strcmp(context->details[i].name, "as_known_on") == 0)
            day = context->details[i].value;
        before_log = before_log || strcmp(context->details[i].name, "before_log") == 0;
    }
    if (slice_is_empty(day))
        return;
    text_put_tone(run, TONE_DOUBT);
    text_put_words(run, before_log ? " \xC2\xB7 as it was when the log began" : " \xC2\xB7 as known on ");
    if (!before_log)
        text_put_date(run, day);
}

static bool add_subtitle(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    struct slice path = record_get(event, EVENT_KIND);
    const struct kind *kind = kind_find(path);
    text_put_tone(run, TONE_DIM);
    text_put(run, record_get(event, EVENT_ID));
    text_put_words(run, " \xC2\xB7 ");
    bool labelled = kind && !slice_equals_ascii_nocase(slice_from(kind->label), path);
    if (labelled) {
        text_put(run, slice_from(kind->label));
        text_put_words(run, " (");
    }
    text_put(run, kind && !labelled ? slice_from(kind->label) : path);
    text_put_words(run, labelled ? ")" : "");
    put_known(block);
    return text_end_paragraph(block, 2);
}

static enum status print_head(struct writer *writer, const struct answer_event *event) {
    struct text_page *page = writer->state;
    struct text_lines lines;
    struct text_block block = begin_block(writer, event, &lines, 0);
    if (!text_add_title(&block, true) || !add_subtitle(&block))
        return STATUS_NO_MEMORY;
    print_block(&block, 0);
    text_print_rule(writer, page->width);
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    return STATUS_OK;
}

static enum status print_summary(struct writer *writer, const struct answer_event *event) {
    struct text_page *page = writer->state;
    struct text_lines lines;
    struct text_block block = begin_block(writer, event, &lines, 0);
    if (!record_has(&event->event, EVENT_SUMMARY))
        return STATUS_OK;
    text_put_lines(&page->run, record_get(&event->event, EVENT_SUMMARY));
    if (!text_end_paragraph(&block, 0))
        return STATUS_NO_MEMORY;
    print_block(&block, 0);
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    return STATUS_OK;
}

/* ---- links ---------------------------------------------------------------------------------- */

static bool put_names(struct text_block *block, const char *words, struct slice cell) {
    struct buffer *run = &text_page_of(block)->run;
    if (slice_is_empty(cell))
        return true;
    text_put_words(run, run->size > 1 ? "; " : "");
    text_put_words(run, words);
    return text_put_list(block, cell, " and ");
}

/* "responds to E-1, Title" or, from the other end, "E-2, Title, responds to this". */
static bool add_link_line(struct text_block *block, const struct answer_link *link) {
    struct text_page *page = text_page_of(block);
    const struct record *record = &link->record;
    if (link->outgoing) {
        text_put_word(&page->run, record_get(record, LINK_RELATION));
        text_put_words(&page->run, " ");
    }
    text_put(&page->run, record_get(record, link->outgoing ? LINK_TO : LINK_FROM));
    if (!slice_is_empty(link->other_title)) {
        text_put_words(&page->run, ", ");
        text_put(&page->run, link->other_title);
    }
    if (!link->outgoing) {
        text_put_words(&page->run, ", ");
        text_put_word(&page->run, record_get(record, LINK_RELATION));
        text_put_words(&page->run, " this");
    }
    size_t number = text_notes_add_link(&page->notes, link);
    text_put_words(&page->run, number ? TEXT_GAP : "");
    text_notes_mark(&page->notes, &page->run, &number, 1);
    return text_end_paragraph(block, LINK_HANG);
}

/* Below it, indented, who asserts and who denies it. */
static bool add_link_voices(struct text_block *block, const struct record *record) {
    struct buffer *run = &text_page_of(block)->run;
    size_t first = block->lines->count;
    text_put_tone(run, TONE_DIM);
    if (!put_names(block, "asserted by ", record_get(record, LINK_ASSERTED_BY))
        || !put_names(block, "denied by ", record_get(record, LINK_DENIED_BY)))
        return false;
    text_put_words(run, run->size > 1 && record_has(record, LINK_NOTE) ? "; " : "");
    text_put(run, record_get(record, LINK_NOTE));
    if (run->size == 1) {
        buffer_clear(run);
        return true;
    }
    block->width -= LINK_HANG;
    bool done = text_end_paragraph(block, 0);
    block->width += LINK_HANG;
    for (size_t i = first; i < block->lines->count; i++)
        block->lines->items[i].indent += LINK_HANG;
    return done;
}

static bool add_link(struct text_block *block, const struct answer_link *link) {
    return add_link_line(block, link) && add_link_voices(block, &link->record);
}

static enum status print_links(struct writer *writer, const struct answer_event *event) {
    struct text_lines lines;
    struct text_block block = begin_block(writer, event, &lines, 2);
    if (event->link_count == 0)
        return STATUS_OK;
    buffer_append_byte(sink_buffer(writer->sink), '\n');
    enum status status = text_print_heading(writer, TONE_BOLD, "Links");
    for (size_t i = 0; status == STATUS_OK && i < event->link_count; i++)
        status = add_link(&block, &event->links[i]) ? print_block(&block, 2) : STATUS_NO_MEMORY;
    return status;
}

enum status text_show_event(struct writer *writer, const struct answer_event *event) {
    struct text_page *page = writer->state;
    static enum status (*const parts[])(struct writer *, const struct answer_event *) = {
        print_head, print_summary, print_fields, print_extras, text_print_accounts, print_links};
    enum status status = STATUS_OK;
    if (page->begun)
        buffer_append_byte(sink_buffer(writer->sink), '\n');
    for (size_t i = 0; status == STATUS_OK && i < sizeof parts / sizeof *parts; i++)
        status = parts[i](writer, event);
    return status == STATUS_OK && page->notes.failed ? STATUS_NO_MEMORY : status;
}
