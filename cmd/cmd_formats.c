/* detente formats: the formats of answers and exports. */
#include "question.h"

static enum detente_status run_formats(const struct call *call, struct detente_error *error) {
    return question_ask(call, DETENTE_FORMATS, error);
}

static const struct example examples[] = {
    {"detente formats", "what --format takes, and where"},
    {0},
};

const struct command cmd_formats = {
    .name = "formats",
    .group = "Look up",
    .summary = "formats of answers and exports",
    .words = "",
    .takes = TAKES_ANSWER,
    .run = run_formats,
    .examples = examples,
};
