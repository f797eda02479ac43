/* Private to the text writer: pages for a desk's answers, one per command.
 *
 * A page gets the entries of the answer's parts as they come and prints them, or keeps what it needs in
 * text_page.report, which the page's notes' arena may hold, and prints at the end. A command without a page of its own is
 * shown as the table of its part. */
#ifndef DETENTE_WRITE_TEXT_REPORT_H
#define DETENTE_WRITE_TEXT_REPORT_H

#include "text_page.h"

struct text_report {
    const char *command;
    enum status (*entry)(struct writer *writer, const struct answer_part *part, const void *entry);
    enum status (*end)(struct writer *writer); /* before the sources; may be NULL */
};

extern const struct text_report text_chain_report, text_statements_report;
extern const struct text_report text_brief_report;
extern const struct text_report text_last_report, text_next_report;
extern const struct text_report text_who_report, text_held_report, text_days_report;
extern const struct text_report text_series_report, text_stats_report;
extern const struct text_report text_search_report;
extern const struct text_report text_inforce_report, text_tariffs_report;
extern const struct text_report text_check_report;

extern const struct text_report text_log_report, text_show_report, text_diff_report;

/* By command; of a comparison that of a difference, whatever the command that would make it. NULL: none. */
const struct text_report *text_report_find(const struct write_context *context);

#endif
