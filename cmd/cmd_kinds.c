/* detente kinds: the built-in kinds of events. */
#include "question.h"

static enum detente_status run_kinds(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_KINDS, error);
}

static const struct example examples[] = {
    {"detente kinds", "all built-in kinds with class and weight"},
    {"detente kinds tariff meeting", "these two families"},
    {0},
};

const struct command cmd_kinds = {
    .name = "kinds",
    .group = "Look up",
    .summary = "kinds of events: what they are called and how long they last",
    .words = "[KIND...]",
    .max_words = SIZE_MAX,
    .takes = TAKES_ANSWER,
    .run = run_kinds,
    .examples = examples,
};
