/* detente diff [REV1 [REV2]]: what a revision changed, or what is other between two. */
#include "question.h"

static enum detente_status run_diff(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_DIFF, error);
}

static const struct example examples[] = {
    {"detente diff", "what the latest change did"},
    {"detente diff 1", "what revision 1 did"},
    {"detente diff 0 1", "what is other after revision 1 than before the log began"},
    {"detente diff --json", "the same for a program"},
    {"detente diff --format csv", "a row for each field"},
    {0},
};

const struct command cmd_diff = {
    .name = "diff",
    .group = "Keep",
    .summary = "what a revision changed, or what is other between two",
    .words = "[REV1 [REV2]]",
    .min_words = 0,
    .max_words = 2,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER,
    .run = run_diff,
    .examples = examples,
};
