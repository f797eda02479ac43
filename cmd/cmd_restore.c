/* detente restore: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_restore(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_restore = {
    .name = "restore",
    .group = "Keep",
    .summary = "take the record back from a backup",
    .words = "FILE",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_NOTHING,
    .run = run_restore,
    .examples = examples,
};
