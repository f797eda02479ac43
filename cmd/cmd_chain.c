/* detente chain ID: what an event answered, and what answered it. */
#include "question.h"

#define AT(member) offsetof(struct detente_details, member)
static const struct option chain_rows[] = {
    {"--depth", 0, OPTION_NUMBER, AT(depth), "N", "at most so many links from the event", 0},
    {"--relation", 0, OPTION_LIST, AT(relations), "RELATION",
     "by these links only: responds_to, ends, ...", 0},
    {"--upstream", 0, OPTION_FLAG, AT(upstream), NULL, "only what it answered", 0},
    {"--downstream", 0, OPTION_FLAG, AT(downstream), NULL, "only what answered it", 0},
};
#undef AT
static const struct option_table chain_table = {"Chain", chain_rows,
                                                sizeof chain_rows / sizeof *chain_rows};

static const struct option_rule rules[] = {
    {"--after", "its rows are links in a tree: choose events with --from, and how far to go with --depth"},
    {"--distinct", "its rows are links in a tree: choose events with --kind, and how far to go with --depth"},
    {0},
};

static enum detente_status run_chain(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_CHAIN, error);
}

static const struct example examples[] = {
    {"detente chain CC-ANN24", "what the announcement of 26 August 2024 set off"},
    {"detente chain CC-KOV --upstream", "what the detention answered, who says so and who denies it"},
    {"detente chain CC-T-EV --depth 1", "only what hangs on the surtax directly"},
    {"detente chain CC-ANN24 --relation retaliates_against --format csv",
     "retaliation alone, as a table"},
    {"detente chain CC-ANN24 --kind tariff", "the tariffs in it, and what leads to them"},
    {0},
};

const struct command cmd_chain = {
    .name = "chain",
    .group = "Ask",
    .summary = "what an event answered, and what answered it",
    .words = "ID",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .options = &chain_table,
    .options_size = 0,
    .rules = rules,
    .run = run_chain,
    .examples = examples,
};
