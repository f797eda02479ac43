/* detente tariffs: tariffs on a day with rates and totals, or their history as steps. */
#include "question.h"

static enum detente_status run_tariffs(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_TARIFFS, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_tariffs = {
    .name = "tariffs",
    .group = "Ask",
    .summary = "tariffs on a day with rates and totals, or their history as steps",
    .words = "",
    .min_words = 0,
    .max_words = 0,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_tariffs,
    .examples = examples,
};
