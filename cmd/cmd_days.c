/* detente days FROM TO: days between two dates or events. */
#include "question.h"

static const struct option_rule rules[] = {
    {"--status", NULL},
    {"*", "the two words say all"},
    {0},
};

static enum detente_status run_days(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_DAYS, error);
}

static const struct example examples[] = {
    {"detente days CC-MENG CC-KOV", "from one event to another"},
    {"detente days 2018-12-01 2021-09-24", "from one date to another"},
    {"detente days CC-T-EV 2025-03-20", "from an event to a date"},
    {"detente days 2018-12-01 today", "up to today, or to yesterday or tomorrow"},
    {0},
};

const struct command cmd_days = {
    .name = "days",
    .group = "Ask",
    .summary = "days between two dates or events",
    .words = "FROM TO",
    .min_words = 2,
    .max_words = 2,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .rules = rules,
    .run = run_days,
    .examples = examples,
};
