/* detente check: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_check(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_check = {
    .name = "check",
    .group = "Keep",
    .summary = "what is probably wrong",
    .words = "[NAME...]",
    .min_words = 0,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .run = run_check,
    .examples = examples,
};
