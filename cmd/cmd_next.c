/* detente next KIND [A [B]]: the next event of a kind after a day. */
#include "question.h"

static enum detente_status run_next(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_NEXT, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_next = {
    .name = "next",
    .group = "Ask",
    .summary = "the next event of a kind after a day",
    .words = "KIND [A [B]]",
    .min_words = 1,
    .max_words = 3,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_next,
    .examples = examples,
};
