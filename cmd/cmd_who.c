/* detente who [COUNTRY...|PERSON]: who is in office on a day; which offices a person held. */
#include "question.h"

static enum detente_status run_who(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_WHO, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_who = {
    .name = "who",
    .group = "Ask",
    .summary = "who is in office on a day; which offices a person held",
    .words = "[COUNTRY...|PERSON]",
    .min_words = 0,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER,
    .run = run_who,
    .examples = examples,
};
