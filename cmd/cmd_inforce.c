/* detente inforce: standing measures on a day: tariffs, bans, sanctions, detentions, policies. */
#include "question.h"

static enum detente_status run_inforce(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_INFORCE, error);
}

static const struct example examples[] = {
    {0},
};

const struct command cmd_inforce = {
    .name = "inforce",
    .group = "Ask",
    .summary = "standing measures on a day: tariffs, bans, sanctions, detentions, policies",
    .words = "",
    .min_words = 0,
    .max_words = 0,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .run = run_inforce,
    .examples = examples,
};
