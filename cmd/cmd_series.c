/* detente series [A B]: counts, sums or rates by period, for charts. */
#include "question.h"

static enum detente_status run_series(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_SERIES, error);
}

static const struct option_rule rules[] = {
    {"--limit", "it counts all that the filters leave: narrow it with --from and --to"},
    {"--after", "it counts all that the filters leave: narrow it with --from and --to"},
    {"--reverse", "its points are in the order of time"},
    {0},
};

static const char *const by_choices[] = {"day", "month", "quarter", "year", NULL};
static const char *const split_choices[] = {"kind", "family", NULL};
static const char *const measure_choices[] = {"count", "sum", "mean", "tariff", NULL};

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--by", 0, OPTION_TEXT, AT(by), "PERIOD", "day, month, quarter or year", by_choices},
    {"--split", 0, OPTION_TEXT, AT(split), "HOW", "a line for each kind, or for each family", split_choices},
    {"--measure", 0, OPTION_TEXT, AT(measure), "WHAT", "count (default), sum, mean or tariff", measure_choices},
    {"--directed", 0, OPTION_FLAG, AT(directed), NULL, "apart by which side began it", 0},
    {"--spread", 0, OPTION_FLAG, AT(spread), NULL, "share out what spans several periods", 0},
};
#undef AT
static const struct option_table options = {"Series", rows, sizeof rows / sizeof *rows};

static const struct example examples[] = {
    {"detente series CAN CHN --by year", "how many events a year"},
    {"detente series CAN CHN --split family --from 2018 --format csv", "for a chart: a row per year and family"},
    {"detente series CAN CHN --measure sum --directed --from 2018",
     "conflict and cooperation, from each side to the other"},
    {"detente series CAN CHN --measure tariff --by month", "mean and highest tariff at each month's end"},
    {"detente series --kind meeting --by year", "meetings of all"},
    {0},
};

const struct command cmd_series = {
    .name = "series",
    .group = "Take out",
    .summary = "counts, sums or rates by period, for charts",
    .words = "[A B]",
    .min_words = 0,
    .max_words = 2,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .options = &options,
    .check = question_check_optional_pair,
    .rules = rules,
    .has_pair = true,
    .run = run_series,
    .examples = examples,
};
