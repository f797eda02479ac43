/* detente export: all that the filters leave. */
#include "question.h"

static const struct option rows[] = {
    {"--as-known-on", 0, OPTION_TEXT, offsetof(struct detente_details, as_known_on), "DATE",
     "the record as it was at the end of that day (UTC)", 0},
    {"--directed", 0, OPTION_FLAG, offsetof(struct detente_details, directed), NULL,
     "dyads: a row per ordered pair, who acts on whom", 0},
};
static const struct option_table options = {"Export", rows, sizeof rows / sizeof *rows};

static enum detente_status run_export(const struct call *call, struct detente_error *error) {
    if (question_is_folder(options_format(&call->format)))
        return question_export_folder(call, error);
    if (question_is_beside(options_format(&call->format))) return question_export_beside(call, error);
    return question_ask(call, DETENTE_EXPORT, error);
}

static const struct example examples[] = {
    {"detente export -o record.json", "the whole record as one JSON document"},
    {"detente export --format dossier -o canada-china",
     "as a folder of tables, for an editor or git"},
    {"detente export --format csv --pair CAN,CHN --from 2018 -o events.csv", "a table of events"},
    {"detente export --format jsonl | grep tariff", "an event per line"},
    {"detente export --as-known-on today -o then.json", "what the record held at the end of a day: ask it as any other"},
    {"detente export --format dyad-year --pair CAN,CHN -o pairs.csv",
     "a row per pair and year for R or Stata, with codebook and manifest"},
    {0},
};

const struct command cmd_export = {
    .name = "export",
    .group = "Take out",
    .summary = "all that the filters leave, as JSON (default) or another format",
    .words = "",
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .options = &options,
    .run = run_export,
    .examples = examples,
};
