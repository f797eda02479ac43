/* The page of statements: as a timeline, but with who spoke and all the words that are kept before the title. */
#include "text_report.h"

#include "../ask/statement.h"

/* What one row in hand adds to its event; set for the time of a call. */
struct statements_page {
    const struct answer_statement *statement;
};

static bool add_speakers(struct text_block *block) {
    struct text_page *page = text_page_of(block);
    const struct statements_page *statements = page->report;
    struct slice said_by = statements->statement->said_by;
    if (slice_is_empty(said_by))
        return true;
    text_put_toned(&page->run, TONE_BOLD, said_by);
    text_put_words(&page->run, slice_is_empty(statements->statement->words) ? "" : ":");
    return text_end_paragraph(block, 2);
}

static bool add_statement(struct text_block *block) {
    return add_speakers(block) && text_add_quotes(block, SIZE_MAX) && text_add_title(block, true)
           && text_add_corrections(block);
}

/* The first row of an event has the whole of it; the others bring what stands there already. */
static enum status write_statement(struct writer *writer, const struct answer_part *part,
                                   const void *entry) {
    struct text_page *page = writer->state;
    const struct answer_statement *statement = entry;
    struct statements_page statements = {statement};
    (void)part;
    if (!statement->first)
        return STATUS_OK;
    page->report = &statements;
    enum status status = text_begin_page(writer);
    if (status == STATUS_OK)
        status = text_print_year(writer, statement->event->times.start_min);
    if (status == STATUS_OK)
        status = text_print_dated(writer, statement->event, add_statement);
    page->report = NULL;
    return status;
}

const struct text_report text_statements_report = {
    .command = "list", .entry = write_statement, .end = NULL};
