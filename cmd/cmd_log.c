/* detente log: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_log(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_log = {
    .name = "log",
    .group = "Keep",
    .summary = "what was done to the record, or to one of its records",
    .words = "[ID]",
    .min_words = 0,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .run = run_log,
    .examples = examples,
};
