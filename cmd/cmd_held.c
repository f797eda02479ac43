/* detente held ID...|PERSON...: how long each lasted. */
#include "question.h"

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--on", 0, OPTION_TEXT, AT(on), "DATE", "what goes on is counted up to this day; else today", NULL},
};
#undef AT
static const struct option_table options = {"How long", rows, sizeof rows / sizeof *rows};

static enum detente_status run_held(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_HELD, error);
}

static const struct example examples[] = {
    {"detente held CC-KOV CC-SPA", "how long these two detentions lasted"},
    {"detente held \"Kevin Garratt\"", "how long a person was held"},
    {"detente held CC-035 --on 2026-04-10", "one that goes on, up to a day"},
    {0},
};

const struct command cmd_held = {
    .name = "held",
    .group = "Ask",
    .summary = "how long each lasted",
    .words = "ID...|PERSON...",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .options = &options,
    .run = run_held,
    .examples = examples,
};
