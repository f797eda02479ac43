/* detente merge: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_merge(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_merge = {
    .name = "merge",
    .group = "Change",
    .summary = "make two records one; the old id leads to the new",
    .words = "OLD INTO",
    .min_words = 2,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .run = run_merge,
    .examples = examples,
};
