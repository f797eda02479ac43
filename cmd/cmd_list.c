/* detente list TYPE: the records of a type. */
#include "question.h"

static enum detente_status run_list(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_LIST, error);
}

static const struct example examples[] = {
    {"detente list people", "all people of the record"},
    {"detente list events --kind meeting --person mark-carney", "his meetings"},
    {"detente list statements --person mark-carney --from 2025", "what he said, with the words and their source"},
    {"detente list sources --format csv", "what the record rests on, as a table"},
    {0},
};

const struct command cmd_list = {
    .name = "list",
    .group = "Ask",
    .summary = "records of a type: events, statements, people, terms, ...",
    .words = "TYPE",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_list,
    .examples = examples,
};
