/* detente undo: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_undo(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_undo = {
    .name = "undo",
    .group = "Keep",
    .summary = "take a revision back",
    .words = "[REV]",
    .min_words = 0,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .run = run_undo,
    .examples = examples,
};
