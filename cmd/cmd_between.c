/* detente between FROM TO: what happened between two dates. */
#include "fault.h"
#include "question.h"

static enum detente_status check_between(const struct call *call, struct detente_error *error) {
    if (!call->filters.from && !call->filters.to) return DETENTE_OK;
    return fault_set(error, DETENTE_USAGE,
                     "`between` takes its dates as two words, not as --from and --to");
}

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
    .min_words = 2,
    .max_words = 2,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .check = check_between,
    .run = run_between,
    .examples = examples,
};
