/* detente chain ID: what an event answered, and what answered it. */
#include "question.h"

static enum detente_status run_chain(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_CHAIN, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_chain = {
    .name = "chain",
    .group = "Ask",
    .summary = "what an event answered, and what answered it",
    .words = "ID",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_chain,
    .examples = examples,
};
