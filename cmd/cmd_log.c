/* detente log [ID]: what was done to the record, or to one of its records. */
#include "question.h"

struct log_options {
    const char *from, *to, *limit, *after;
    bool reverse;
};

#define AT(member) offsetof(struct log_options, member)
static const struct option rows[] = {
    {"--from", 0, OPTION_TEXT, AT(from), "DATE", "done on this day (UTC) or later", 0},
    {"--to", 0, OPTION_TEXT, AT(to), "DATE", "done up to and with this day", 0},
    {"--limit", 0, OPTION_NUMBER, AT(limit), "N", "at most this many; 20 for reading, else all", 0},
    {"--after", 0, OPTION_NUMBER, AT(after), "REVISION", "those that come after this one in the list", 0},
    {"--reverse", 0, OPTION_FLAG, AT(reverse), NULL, "oldest first", 0},
};
#undef AT
static const struct option_table options = {"Log", rows, sizeof rows / sizeof *rows};

static enum detente_status run_log(const struct call *call, struct detente_error *error) {
    const struct log_options *own = call->own;
    struct detente_request request = question_make_request(call, DETENTE_LOG, &call->words);
    struct detente_answer answer;
    request.filters.from = own->from;
    request.filters.to = own->to;
    request.filters.limit = own->limit;
    request.filters.after = own->after;
    request.filters.reverse = own->reverse;
    return question_ask_request(call, &request, &answer, error);
}

static const struct example examples[] = {
    {"detente log", "the latest changes: when, by whom, why, and how much"},
    {"detente log CC-M22", "all that was done to one record, field by field; also to one that is gone"},
    {"detente log --from 2020-01-01 --reverse", "oldest first"},
    {"detente log --format csv", "a table for a spreadsheet"},
    {0},
};

const struct command cmd_log = {
    .name = "log",
    .group = "Keep",
    .summary = "what was done to the record, or to one of its records",
    .words = "[ID]",
    .min_words = 0,
    .max_words = 1,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER,
    .options = &options,
    .options_size = sizeof(struct log_options),
    .run = run_log,
    .examples = examples,
};
