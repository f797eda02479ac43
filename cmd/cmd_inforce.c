/* detente inforce: standing measures on a day: tariffs, bans, sanctions, detentions, policies. */
#include "question.h"

#include <stddef.h>

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--on", 0, OPTION_TEXT, AT(on), "DATE", "the day, a month, or an event's id; else today", 0},
    {"--imposer", 0, OPTION_LIST, AT(imposers), "WHO", "imposed by this country or organization", 0},
    {"--target", 0, OPTION_LIST, AT(targets), "WHO", "against this country or organization", 0},
    {"--hs", 0, OPTION_LIST, AT(codes), "CODE", "on goods of this HS code, or its beginning", 0},
};
#undef AT
static const struct option_table options = {"Measures", rows, sizeof rows / sizeof *rows};

static const struct option_rule rules[] = {
    {"--from", "it asks for a day: --on DATE; the history of rates: detente tariffs --from --to"},
    {"--to", "it asks for a day: --on DATE; the history of rates: detente tariffs --from --to"},
    {"--match", "leave it out: what can be under way is found, with how surely it is"},
    {0},
};

static enum detente_status run_inforce(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_INFORCE, error);
}

static const struct example examples[] = {
    {"detente inforce Canada China --on 2025-10-31", "what stood between the two on that day, and how surely"},
    {"detente inforce --on CC-M25B --imposer China --kind trade.ban --kind tariff",
     "China's bans and tariffs on the day of an event"},
    {"detente inforce --on 2019 --kind incident.detention --target CAN",
     "detentions that were or may have been under way in 2019"},
    {"detente inforce --on 2025-10-31 --format csv -o measures.csv", "as a table, in a file"},
    {0},
};

const struct command cmd_inforce = {
    .name = "inforce",
    .group = "Ask",
    .summary = "standing measures on a day: tariffs, bans, sanctions, detention",
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
    .run = run_inforce,
    .examples = examples,
};
