/* detente countries: what the program knows of countries and their codes. */
#include "question.h"

static enum detente_status run_countries(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_COUNTRIES, error);
}

static const struct example examples[] = {
    {"detente countries", "all, those of the past among them"},
    {"detente countries 'South Korea' DDR", "which ones these names and codes mean"},
    {"detente countries --format csv", "every code system as a column"},
    {0},
};

const struct command cmd_countries = {
    .name = "countries",
    .group = "Look up",
    .summary = "countries with their names and codes",
    .words = "[NAME...]",
    .max_words = SIZE_MAX,
    .takes = TAKES_ANSWER,
    .run = run_countries,
    .examples = examples,
};
