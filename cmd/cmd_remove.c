/* detente remove: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_remove(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_remove = {
    .name = "remove",
    .group = "Change",
    .summary = "remove records",
    .words = "ID...",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .run = run_remove,
    .examples = examples,
};
