/* detente diff: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_diff(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_diff = {
    .name = "diff",
    .group = "Keep",
    .summary = "what a revision changed, or what is other between two",
    .words = "[REV1 [REV2]]",
    .min_words = 0,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .run = run_diff,
    .examples = examples,
};
