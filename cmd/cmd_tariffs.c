/* detente tariffs: tariffs on a day with rates and totals, or their history as steps. */
#include "question.h"

#include <stddef.h>

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--on", 0, OPTION_TEXT, AT(on), "DATE", "the day, a month, or an event's id; else today", 0},
    {"--imposer", 0, OPTION_LIST, AT(imposers), "WHO", "imposed by this country or organization", 0},
    {"--target", 0, OPTION_LIST, AT(targets), "WHO", "against this country or organization", 0},
    {"--hs", 0, OPTION_LIST, AT(codes), "CODE", "on goods of this HS code, or its beginning", 0},
    {"--with-base", 0, OPTION_FLAG, AT(with_base), NULL, "totals with the ordinary duty in them", 0},
};
#undef AT
static const struct option_table options = {"Tariffs", rows, sizeof rows / sizeof *rows};

static const struct option_rule rules[] = {
    {"--match", "leave it out: what can be under way is found, with how surely it is"},
    {0},
};

static enum detente_status run_tariffs(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_TARIFFS, error);
}

static const struct example examples[] = {
    {"detente tariffs Canada China --on 2025-10-31", "the tariffs between the two on that day"},
    {"detente tariffs --on 2026-03-15 --with-base --product canola",
     "on canola, with totals that have the ordinary duty in them"},
    {"detente tariffs --from 2024-01-01 --to 2026-04-07 --imposer CAN --target CHN",
     "how Canada's rates on China changed, as steps"},
    {"detente tariffs --from 2024 --to 2026 --pair CAN,CHN --format csv -o steps.csv", "the same of both, for a chart"},
    {0},
};

const struct command cmd_tariffs = {
    .name = "tariffs",
    .group = "Ask",
    .summary = "tariffs on a day with rates and totals, or over a time as steps",
    .words = "[A B]",
    .min_words = 0,
    .max_words = 2,
    .has_pair = true,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .options = &options,
    .options_size = 0,
    .rules = rules,
    .check = question_check_optional_pair,
    .run = run_tariffs,
    .examples = examples,
};
