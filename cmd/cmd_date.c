/* detente date STRING...: how dates are read. */
#include "question.h"

static enum detente_status run_date(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_DATES, error);
}

static const struct example examples[] = {
    {"detente date 2018-12 '2018-12-01?' 2023-24", "a month, an uncertain day, a winter"},
    {"detente date 2023-02-29", "why it is no date; the exit code is 3"},
    {"detente date --json '[2014..2016]'", "one of three years, for a program"},
    {0},
};

const struct command cmd_date = {
    .name = "date",
    .group = "Look up",
    .summary = "how a date is read: its earliest and latest day",
    .words = "STRING...",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .takes = TAKES_ANSWER,
    .run = run_date,
    .examples = examples,
};
