/* md: a page in Markdown (CommonMark), sources as footnotes, for what is laid out as a page: the brief.
 *
 * The words come as runs of text_layout.h. A bold tone becomes strong text, a note mark "[1, 4]" its
 * footnotes, an address a link; everything else is escaped, so that nothing of the record is read as
 * Markdown or HTML. Sources met so far are kept until the end. */
#include "brief_page.h"
#include "writers.h"

static bool is_tone(char c) { return c >= TONE_PLAIN && c <= TONE_NEW; }

static bool is_special(char c) { return strchr("\\`*_{}[]<>#|&~!", c) != NULL; }

static void put_escaped(struct buffer *out, struct slice text) {
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == TEXT_GAP[0]) c = ' ';
        if (c && is_special(c)) buffer_append_byte(out, '\\');
        buffer_append_byte(out, c == '\n' ? ' ' : c);
    }
}

/* "[1, 4]" as text_notes_mark sets it. */
static bool is_mark(struct slice text) {
    if (text.size < 3 || text.data[0] != '[' || text.data[text.size - 1] != ']') return false;
    for (size_t i = 1; i + 1 < text.size; i++)
        if (!strchr("0123456789, " TEXT_GAP, text.data[i])) return false;
    return true;
}

static void put_mark(struct buffer *out, struct slice text) {
    bool open = false;
    for (size_t i = 1; i < text.size; i++) {
        bool digit = text.data[i] >= '0' && text.data[i] <= '9';
        if (digit && !open) buffer_append_text(out, "[^");
        if (digit) buffer_append_byte(out, text.data[i]);
        if (!digit && open) buffer_append_byte(out, ']');
        open = digit;
    }
}

static bool is_address(struct slice text) {
    if (!slice_starts_with(text, SLICE_OF("https://")) && !slice_starts_with(text, SLICE_OF("http://"))) return false;
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.data[i] <= ' ' || strchr("<>\\", text.data[i])) return false;
    return true;
}

static void put_dim(struct buffer *out, struct slice text) {
    if (is_mark(text)) {
        if (out->size && out->data[out->size - 1] == ' ') out->size--;
        put_mark(out, text);
    } else if (is_address(text)) {
        buffer_append_byte(out, '<');
        buffer_append_slice(out, text);
        buffer_append_byte(out, '>');
    } else {
        put_escaped(out, text);
    }
}

static void put_stretch(struct buffer *out, enum text_tone tone, struct slice text) {
    if (slice_is_empty(text)) return;
    if (tone == TONE_DIM) {
        put_dim(out, text);
        return;
    }
    buffer_append_text(out, tone == TONE_PLAIN ? "" : "**");
    put_escaped(out, text);
    buffer_append_text(out, tone == TONE_PLAIN ? "" : "**");
}

/* What would begin a list, a heading or a rule at the start of a line gets a backslash: "1.", "+", "- - -". */
static void guard_start(struct buffer *out, size_t start) {
    size_t i = start;
    while (i < out->size && out->data[i] >= '0' && out->data[i] <= '9') i++;
    bool digits = i > start && i < out->size && (out->data[i] == '.' || out->data[i] == ')');
    bool sign = i == start && i < out->size && strchr("+-=", out->data[i]);
    if (!digits && !sign) return;
    buffer_append_byte(out, '\\');
    if (out->failed) return;
    memmove(out->data + i + 1, out->data + i, out->size - i - 1);
    out->data[i] = '\\';
}

static void put_run(struct buffer *out, struct slice run) {
    size_t first = out->size;
    enum text_tone tone = TONE_PLAIN;
    size_t start = 0;
    for (size_t i = 0; i < run.size; i++) {
        if (!is_tone(run.data[i])) continue;
        put_stretch(out, tone, slice_part(run, start, i));
        tone = (enum text_tone)run.data[i];
        start = i + 1;
    }
    put_stretch(out, tone, slice_part(run, start, run.size));
    guard_start(out, first);
}

/* ---- the page ---------------------------------------------------------------------------------- */

static enum status print_with(struct writer *writer, const char *before, struct slice run, const char *after) {
    struct buffer *out = sink_buffer(writer->sink);
    buffer_append_text(out, before);
    put_run(out, run);
    buffer_append_text(out, after);
    return STATUS_OK;
}

static enum status print_title(struct writer *writer, struct slice run) { return print_with(writer, "# ", run, "\n"); }

static enum status print_heading(struct writer *writer, const char *words) {
    return print_with(writer, "\n## ", slice_from(words), "\n\n");
}

static enum status print_item(struct writer *writer, struct slice run) { return print_with(writer, "- ", run, "\n"); }

static enum status print_aside(struct writer *writer, struct slice run) {
    struct buffer *out = sink_buffer(writer->sink);
    bool after_blank = out->size > 1 && out->data[out->size - 1] == '\n' && out->data[out->size - 2] == '\n';
    return print_with(writer, after_blank ? "" : "\n", run, "\n");
}

static const struct brief_printer printer = {print_title, print_heading, print_item, print_aside};

static enum status write_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    enum status status = brief_page_entry(writer, &printer, part, entry);
    return status == STATUS_OK ? sink_relieve(writer->sink) : status;
}

/* "[^3]: Publisher, “title”, date, <address>" */
static enum status print_source(struct writer *writer, size_t number) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct buffer *out = sink_buffer(writer->sink);
    struct arena_mark mark = arena_mark(writer->scratch);
    if (!text_notes_list(&page->notes, writer->scratch, &page->run, number, SIZE_MAX / 2, &lines)) return STATUS_NO_MEMORY;
    struct slice run = lines.count ? lines.items[0].text : SLICE_NONE;
    size_t label = slice_find(run, ']') + 1;
    buffer_append_format(out, "%s[^%zu]: ", number == 1 ? "\n" : "", number);
    put_run(out, slice_trim(slice_part(run, label + 1, run.size)));
    buffer_append_byte(out, '\n');
    arena_rewind(writer->scratch, mark);
    return sink_relieve(writer->sink);
}

static enum status begin_md(struct writer *writer) {
    struct text_page *page = writer->state;
    buffer_init(&page->run);
    arena_init(&page->notes.memory);
    arena_init(&page->rows.memory);
    page->width = SIZE_MAX / 2;
    return STATUS_OK;
}

static enum status end_md(struct writer *writer) {
    struct text_page *page = writer->state;
    enum status status = writer->sink->status;
    if (status == STATUS_OK) status = brief_page_end(writer, &printer);
    for (size_t number = 1; status == STATUS_OK && number <= page->notes.count; number++)
        status = print_source(writer, number);
    text_notes_free(&page->notes);
    text_rows_free(&page->rows);
    buffer_free(&page->run);
    return status;
}

const struct writer_class md_writer = {
    .name = "md",
    .media_type = "text/markdown; charset=utf-8",
    .summary = "a page in Markdown with footnotes, of what is public: a brief",
    .extension = "md",
    .publishes = true,
    .only_command = "brief",
    .state_size = sizeof(struct text_page),
    .begin = begin_md,
    .entry = write_entry,
    .end = end_md,
};
