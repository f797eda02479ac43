/* detente brief A B: one sourced page on a pair. */
#include "fault.h"
#include "question.h"

static const struct option rows[] = {
    {"--on", 0, OPTION_TEXT, offsetof(struct detente_details, on), "DATE",
     "as of this day; a date or an event's id", 0},
    {0},
};
static const struct option_table options = {"Brief", rows, 1};

static const struct option_rule rules[] = {
    {"--pair", "name the two as words: detente brief A B"},
    {"--from", "it is of a day: detente brief A B --on DATE"},
    {"--to", "it is of a day: detente brief A B --on DATE"},
    {"--before", "it is of a day: detente brief A B --on DATE"},
    {0},
};

static enum detente_status check_brief(const struct call *call, struct detente_error *error) {
    if (call->words.count <= 2) return question_check_pair(call, error);
    const char *third = call->words.items[2];
    fault_set(error, DETENTE_USAGE, "`brief` takes no word \"%s\"", third);
    if (third[0] >= '0' && third[0] <= '9')
        fault_advise(error, "for a day: detente brief %.60s %.60s --on %.60s", call->words.items[0], call->words.items[1],
                     third);
    else fault_advise(error, "words that belong together go into quotes; see `detente help brief`");
    return error->status;
}

static enum detente_status run_brief(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_BRIEF, error);
}

static const struct example examples[] = {
    {"detente brief Canada China --on 2026-04-07", "what to know before a meeting on that day"},
    {"detente brief CAN CHN --on CC-M25B --format md -o brief.md",
     "as of an event, as a page with footnotes, without what is not public"},
    {0},
};

const struct command cmd_brief = {
    .name = "brief",
    .group = "Ask",
    .summary = "one sourced page on a pair: offices, meetings, what stands",
    .words = "A B",
    .max_words = 3, /* the third is refused with the option that it is for */
    .has_pair = true,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER,
    .options = &options,
    .rules = rules,
    .more = "A brief is a page: it is written as text, json or md.",
    .check = check_brief,
    .run = run_brief,
    .examples = examples,
};
