/* detente last KIND [A [B]]: the last event of a kind before a day. */
#include "question.h"

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--before", 0, OPTION_TEXT, AT(before), "DATE", "before that date or event's id; else before today", NULL},
    {"--leaders", 0, OPTION_FLAG, AT(leaders), NULL, "on each side a head of state or of government", NULL},
    {"--heads-of-state", 0, OPTION_FLAG, AT(heads_of_state), NULL, "on each side the head of state", NULL},
    {"--heads-of-government", 0, OPTION_FLAG, AT(heads_of_government), NULL, "on each side the head of government", NULL},
    {"--foreign-ministers", 0, OPTION_FLAG, AT(foreign_ministers), NULL, "on each side the foreign minister", NULL},
};
#undef AT
static const struct option_table options = {"When, and who took part", rows, sizeof rows / sizeof *rows};

static const struct option_rule rules[] = {
    {"--limit", "it gives one event; for several: detente timeline A B --kind KIND --reverse --limit 5"},
    {"--match", "it gives one event; for several: detente timeline A B --kind KIND --reverse --limit 5"},
    {"--after", "it gives one event; for several: detente timeline A B --kind KIND --reverse --limit 5"},
    {"--reverse", "it gives one event; for several: detente timeline A B --kind KIND --reverse --limit 5"},
    {"--distinct", "it gives one event; for several: detente timeline A B --kind KIND --reverse --limit 5"},
    {0},
};

static enum detente_status run_last(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_LAST, error);
}

static const struct example examples[] = {
    {"detente last meeting CAN CHN", "when did the two last meet, and how long ago?"},
    {"detente last meeting.bilateral CAN CHN --before 2025-10-31 --person xi-jinping",
     "formal talks with Xi, before that day"},
    {"detente last meeting CAN CHN --heads-of-government --before CC-M25B",
     "both heads of government, before that event"},
    {"detente last tariff CHN --json", "the last tariff with China on one side, for a program"},
    {0},
};

const struct command cmd_last = {
    .name = "last",
    .group = "Ask",
    .summary = "the last event of a kind before a day",
    .words = "KIND [A [B]]",
    .min_words = 1,
    .max_words = 3,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .options = &options,
    .rules = rules,
    .run = run_last,
    .examples = examples,
};
