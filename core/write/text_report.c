/* The table of pages. */
#include "text_report.h"

static const struct text_report *const reports[] = {
    NULL,
};

const struct text_report *text_report_find(const char *command) {
    for (const struct text_report *const *report = reports; *report; report++)
        if (command && strcmp((*report)->command, command) == 0)
            return *report;
    return NULL;
}
