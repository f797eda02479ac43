/* detente search WORDS...: full text over titles, summaries, quotes and names, the best first. */
#include "question.h"

static enum detente_status run_search(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_SEARCH, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_search = {
    .name = "search",
    .group = "Ask",
    .summary = "full text over titles, summaries, quotes and names, the best first",
    .words = "WORDS...",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_search,
    .examples = examples,
};
