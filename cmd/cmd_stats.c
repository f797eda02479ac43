/* detente stats: what the record holds: counts, coverage, what rests on one source. */
#include "question.h"

static enum detente_status run_stats(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_STATS, error);
}

static const struct option_rule rules[] = {
    {"--limit", "it counts all that the filters leave; `detente list events` takes it"},
    {"--after", "it counts all that the filters leave; `detente list events` takes it"},
    {"--reverse", "it counts all that the filters leave; `detente list events` takes it"},
    {"--distinct", "it tells what the record holds, report by report"},
    {0},
};

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--sources", 0, OPTION_FLAG, AT(sources), NULL, "what rests on each source, and on it alone", 0},
    {"--coverage", 0, OPTION_FLAG, AT(coverage), NULL, "what the record claims to hold, and not", 0},
};
#undef AT
static const struct option_table options = {"Stats", rows, sizeof rows / sizeof *rows};

static const struct example examples[] = {
    {"detente stats", "what the record holds"},
    {"detente stats --pair CAN,CHN --from 2018", "of what the two did since 2018"},
    {"detente stats --sources --kind tariff", "which tariffs rest on one source alone"},
    {"detente stats --coverage", "where silence means that nothing happened, and where it does not"},
    {0},
};

const struct command cmd_stats = {
    .name = "stats",
    .group = "Ask",
    .summary = "what the record holds: counts, coverage, what rests on one source",
    .words = "",
    .min_words = 0,
    .max_words = 0,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .options = &options,
    .rules = rules,
    .run = run_stats,
    .examples = examples,
};
