/* The brief on a terminal. */
#include "brief_page.h"
#include "text_report.h"

enum { INDENT = 2, HANG = 2 };

static enum status print_lines(struct writer *writer, struct slice run, size_t indent, size_t hang) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct arena_mark mark = arena_mark(writer->scratch);
    bool done = text_wrap(writer->scratch, run, page->width - indent, hang, &lines);
    if (done) text_print_lines(writer, &lines, indent);
    arena_rewind(writer->scratch, mark);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static enum status print_title(struct writer *writer, struct slice run) {
    struct text_page *page = writer->state;
    enum status status = print_lines(writer, run, 0, 0);
    text_print_rule(writer, page->width);
    page->begun = true;
    return status;
}

/* The run may hold what is to be printed next, so the heading goes out by itself. */
static enum status print_heading(struct writer *writer, const char *words) {
    struct buffer *out = sink_buffer(writer->sink);
    buffer_append_text(out, writer->style->color ? "\n\x1b[1m" : "\n");
    buffer_append_text(out, words);
    buffer_append_text(out, writer->style->color ? "\x1b[0m\n" : "\n");
    return STATUS_OK;
}

static enum status print_item(struct writer *writer, struct slice run) { return print_lines(writer, run, INDENT, HANG); }

static const struct brief_printer printer = {print_title, print_heading, print_item, print_item};

static enum status write_entry(struct writer *writer, const struct answer_part *part, const void *entry) {
    return brief_page_entry(writer, &printer, part, entry);
}

static enum status write_end(struct writer *writer) { return brief_page_end(writer, &printer); }

const struct text_report text_brief_report = {.command = "brief", .entry = write_entry, .end = write_end};
