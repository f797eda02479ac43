/* detente held ID...: how long each lasted: events, or the detentions of a person. */
#include "question.h"

static enum detente_status run_held(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_HELD, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_held = {
    .name = "held",
    .group = "Ask",
    .summary = "how long each lasted: events, or the detentions of a person",
    .words = "ID...",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_held,
    .examples = examples,
};
