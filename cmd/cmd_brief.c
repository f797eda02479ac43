/* detente brief A B: one sourced page on a pair: who is in office, meetings, what is in force. */
#include "question.h"

static enum detente_status run_brief(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_BRIEF, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_brief = {
    .name = "brief",
    .group = "Ask",
    .summary = "one sourced page on a pair: who is in office, meetings, what is in force",
    .words = "A B",
    .min_words = 2,
    .max_words = 2,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_brief,
    .examples = examples,
};
