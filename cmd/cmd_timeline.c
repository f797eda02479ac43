/* detente timeline A B: everything of a pair. */
#include "question.h"

static const struct option_rule rules[] = {
    {"--pair", "name the two as words; for several pairs: detente between FROM TO --pair A,B --pair C,D"},
    {0},
};

static enum detente_status run_timeline(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_TIMELINE, error);
}

static const struct example examples[] = {
    {"detente timeline CAN CHN", "everything between Canada and China, by year"},
    {"detente timeline Canada China --from 2018 --to 2021",
     "the same from 2018 to the end of 2021"},
    {"detente timeline CAN CHN --kind tariff --match overlaps --from 2025-03-20",
     "the tariffs that were or may have been in force since that day"},
    {"detente timeline CAN CHN --format csv -o timeline.csv", "as a table, in a file"},
    {0},
};

const struct command cmd_timeline = {
    .name = "timeline",
    .group = "Ask",
    .summary = "everything of a pair, oldest first, by year",
    .words = "A B",
    .max_words = 2,
    .has_pair = true,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .rules = rules,
    .check = question_check_pair,
    .run = run_timeline,
    .examples = examples,
};
