/* detente brief A B: one sourced page on a pair. */
#include "question.h"

static const struct option rows[] = {
    {"--on", 0, OPTION_TEXT, offsetof(struct detente_details, on), "DATE",
     "as of this day; a date or an event's id", 0},
    {0},
};
static const struct option_table options = {"Brief", rows, 1};

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
    .summary = "one sourced page on a pair: offices, meetings, what stands, what is disputed",
    .words = "A B",
    .min_words = 2,
    .max_words = 2,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER,
    .options = &options,
    .run = run_brief,
    .examples = examples,
};
