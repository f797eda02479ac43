/* detente last KIND [A [B]]: the last event of a kind before a day. */
#include "question.h"

static enum detente_status run_last(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_LAST, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_last = {
    .name = "last",
    .group = "Ask",
    .summary = "the last event of a kind before a day",
    .words = "KIND [A [B]]",
    .min_words = 1,
    .max_words = 3,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_last,
    .examples = examples,
};
