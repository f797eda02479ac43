/* detente series [A B]: counts or sums by period, for charts. */
#include "question.h"

static enum detente_status run_series(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_SERIES, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_series = {
    .name = "series",
    .group = "Take out",
    .summary = "counts or sums by period, for charts",
    .words = "[A B]",
    .min_words = 0,
    .max_words = 2,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_series,
    .examples = examples,
};
