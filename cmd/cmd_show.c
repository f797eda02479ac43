/* detente show ID: one record with all that hangs on it. */
#include "question.h"

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--history", 0, OPTION_FLAG, AT(history), NULL, "and what was done to it; also of one that is gone", 0},
    {"--as-known-on", 0, OPTION_TEXT, AT(as_known_on), "DATE", "as the record had it at the end of that day (UTC)", 0},
};
#undef AT
static const struct option_table options = {"Show", rows, sizeof rows / sizeof *rows};

static enum detente_status run_show(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_SHOW, error);
}

static const struct example examples[] = {
    {"detente show CC-M22", "an event: who took part, who says so, what differs, what it answered"},
    {"detente show CC-MENG --json", "the same for a program"},
    {"detente show CHN", "a country: its names and codes"},
    {"detente show CC-M22 --history", "with what was done to it, when, by whom and why"},
    {"detente show CC-M22 --as-known-on today", "as it stood at the end of a day"},
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
    .options = &options,
    .run = run_show,
    .examples = examples,
};
