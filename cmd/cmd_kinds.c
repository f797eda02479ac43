/* detente kinds: the built-in kinds of events. */
#include "question.h"

static enum detente_status run_kinds(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_KINDS, error);
}

static const struct option rows[] = {
    {"--codes", 0, OPTION_FLAG, offsetof(struct detente_details, cameo), NULL, "the CAMEO codes of these kinds", 0},
};
static const struct option_table options = {"Kinds", rows, sizeof rows / sizeof *rows};

static const struct example examples[] = {
    {"detente kinds", "all built-in kinds with class and weight"},
    {"detente kinds tariff meeting", "these two families"},
    {"detente kinds 043", "what a CAMEO code is called, and which kind it is here"},
    {"detente kinds 04 --format csv", "the same of a root and all below it, as a table"},
    {"detente kinds visit --codes", "the CAMEO codes of a kind"},
    {0},
};

const struct command cmd_kinds = {
    .name = "kinds",
    .group = "Look up",
    .summary = "kinds of events: what they are called and how long they last",
    .words = "[KIND|CODE...]",
    .options = &options,
    .max_words = SIZE_MAX,
    .takes = TAKES_ANSWER,
    .run = run_kinds,
    .examples = examples,
};
