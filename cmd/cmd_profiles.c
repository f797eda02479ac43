/* detente profiles: what other people's files it reads, and how. */
#include "question.h"

static enum detente_status run_profiles(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_PROFILES, error);
}

static const struct example examples[] = {
    {"detente profiles", "the built-in profiles"},
    {"detente profiles show icews", "one of them as JSON, to start one's own from"},
    {0},
};

const struct command cmd_profiles = {
    .name = "profiles",
    .group = "Look up",
    .summary = "other people's tables that import reads, and how",
    .words = "[show NAME]",
    .max_words = 2,
    .takes = TAKES_ANSWER,
    .run = run_profiles,
    .examples = examples,
};
