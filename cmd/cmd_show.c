/* detente show ID: one record with all that hangs on it. */
#include "question.h"

static enum detente_status run_show(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_SHOW, error);
}

static const struct example examples[] = {
    {"detente show CC-M22", "an event: who took part, who says so, what differs, what it answered"},
    {"detente show CC-MENG --json", "the same for a program"},
    {"detente show CHN", "a country: its names and codes"},
    {0},
};

const struct command cmd_show = {
    .name = "show",
    .group = "Ask",
    .summary = "one record with all that hangs on it",
    .words = "ID",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER,
    .run = run_show,
    .examples = examples,
};
