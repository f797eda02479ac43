/* detente between FROM TO: what happened between two dates. */
#include "fault.h"
#include "question.h"

static enum detente_status check_between(const struct call *call, struct detente_error *error) {
    if (call->words.count == 2) return DETENTE_OK;
    fault_set(error, DETENTE_USAGE, "`between` needs two dates, FROM and TO");
    if (call->words.count == 1)
        fault_advise(error, "for all of it: detente between %.60s %.60s", call->words.items[0], call->words.items[0]);
    else fault_advise(error, "as in `detente between 2018-12-01 2019-06-30`");
    return error->status;
}

static const struct option_rule rules[] = {
    {"--from", "the dates are its two words: detente between FROM TO"},
    {"--to", "the dates are its two words: detente between FROM TO"},
    {0},
};

static enum detente_status run_between(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_BETWEEN, error);
}

static const struct example examples[] = {
    {"detente between 2018-12-01 2019-06-30",
     "what happened in these months: surely, then possibly"},
    {"detente between CC-MENG CC-KOV --pair CAN,CHN", "from one event to another, of one pair"},
    {"detente between 2021-01 2021-12 --kind incident.detention --match overlaps",
     "detentions that were under way in 2021"},
    {0},
};

const struct command cmd_between = {
    .name = "between",
    .group = "Ask",
    .summary = "what happened between two dates: surely, then possibly",
    .words = "FROM TO",
    .max_words = 2,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .rules = rules,
    .check = check_between,
    .run = run_between,
    .examples = examples,
};
