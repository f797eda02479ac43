/* detente next KIND [A [B]]: the next event of a kind after a day. */
#include "question.h"

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--after", 0, OPTION_TEXT, AT(after), "DATE", "after that date or event's id; else after today", NULL},
    {"--leaders", 0, OPTION_FLAG, AT(leaders), NULL, "on each side a head of state or of government", NULL},
    {"--heads-of-state", 0, OPTION_FLAG, AT(heads_of_state), NULL, "on each side the head of state", NULL},
    {"--heads-of-government", 0, OPTION_FLAG, AT(heads_of_government), NULL, "on each side the head of government", NULL},
    {"--foreign-ministers", 0, OPTION_FLAG, AT(foreign_ministers), NULL, "on each side the foreign minister", NULL},
};
#undef AT
static const struct option_table options = {"When, and who took part", rows, sizeof rows / sizeof *rows};

static const struct option_rule rules[] = {
    {"--limit", "it gives one event; for several: detente timeline A B --kind KIND --from DATE --limit 5"},
    {"--match", "it gives one event; for several: detente timeline A B --kind KIND --from DATE --limit 5"},
    {"--reverse", "it gives one event; for several: detente timeline A B --kind KIND --from DATE --limit 5"},
    {"--distinct", "it gives one event; for several: detente timeline A B --kind KIND --from DATE --limit 5"},
    {0},
};

static enum detente_status run_next(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_NEXT, error);
}

static const struct example examples[] = {
    {"detente next meeting CAN CHN --after 2022-11-15", "when did the two meet again, and after how long?"},
    {"detente next meeting CAN CHN --after CC-M22 --leaders", "leaders on both sides, after that event"},
    {"detente next summit --after 2026-04-10", "planned ones too"},
    {0},
};

const struct command cmd_next = {
    .name = "next",
    .group = "Ask",
    .summary = "the next event of a kind after a day, planned ones too",
    .words = "KIND [A [B]]",
    .min_words = 1,
    .max_words = 3,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .options = &options,
    .rules = rules,
    .run = run_next,
    .examples = examples,
};
