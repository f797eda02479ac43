/* detente who [COUNTRY...|PERSON...]: who is in office on a day; which offices a person held. */
#include "question.h"

#define AT(member) offsetof(struct detente_details, member)
static const struct option rows[] = {
    {"--on", 0, OPTION_TEXT, AT(on), "DATE", "on this day; a date or an event's id; else today", NULL},
    {"--office", 0, OPTION_LIST, AT(offices), "OFFICE", "head_of_state, foreign_minister, ...", NULL},
};
#undef AT
static const struct option_table options = {"Offices", rows, sizeof rows / sizeof *rows};

static const struct option_rule rules[] = {
    {"--pair", "name the two as words: detente who A B"},
    {"--country", "name it as a word: detente who COUNTRY"},
    {"--person", "name them as words: detente who PERSON"},
    {"--before", "it is of a day: detente who --on DATE"},
    {0},
};

static enum detente_status run_who(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_WHO, error);
}

static const struct example examples[] = {
    {"detente who", "everybody who is in office today"},
    {"detente who CAN CHN --on 2025-10-31", "in two countries, on a day"},
    {"detente who --on CC-079 --office foreign_minister", "the foreign ministers when that happened"},
    {"detente who \"Wang Yi\"", "every office that he held, and when"},
    {0},
};

const struct command cmd_who = {
    .name = "who",
    .group = "Ask",
    .summary = "who is in office on a day; which offices a person held",
    .words = "[COUNTRY...|PERSON...]",
    .min_words = 0,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER,
    .options = &options,
    .rules = rules,
    .run = run_who,
    .examples = examples,
};
