/* The table of pages. */
#include "text_report.h"

#include "../ask/history.h"

static const struct text_report *const reports[] = {
    &text_brief_report,
    &text_chain_report,
    &text_statements_report,
    &text_last_report,
    &text_next_report,
    &text_who_report,
    &text_held_report,
    &text_days_report,
    &text_series_report,
    &text_stats_report,
    &text_search_report,
    &text_inforce_report,
    &text_tariffs_report,
    &text_check_report,
    &text_log_report,
    &text_show_report,
    &text_diff_report,
    NULL,
};

const struct text_report *text_report_find(const struct write_context *context) {
    if (context->plan.count && context->plan.parts[0].shape == &comparison_shape)
        return &text_diff_report;
    for (const struct text_report *const *report = reports; *report; report++)
        if (context->command && strcmp((*report)->command, context->command) == 0)
            return *report;
    return NULL;
}
