/* detente claim: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_claim(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_claim = {
    .name = "claim",
    .group = "Change",
    .summary = "say what a source says of an event",
    .words = "EVENT SOURCE FIELD VALUE [FIELD=VALUE...]",
    .min_words = 4,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .run = run_claim,
    .examples = examples,
};
