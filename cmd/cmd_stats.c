/* detente stats: what the record holds: counts, coverage, what rests on one source. */
#include "question.h"

static enum detente_status run_stats(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_STATS, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_stats = {
    .name = "stats",
    .group = "Ask",
    .summary = "what the record holds: counts, coverage, what rests on one source",
    .words = "",
    .min_words = 0,
    .max_words = 0,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_stats,
    .examples = examples,
};
