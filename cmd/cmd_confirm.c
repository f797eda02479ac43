/* detente confirm: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_confirm(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_confirm = {
    .name = "confirm",
    .group = "Change",
    .summary = "say that a measure still held on a day",
    .words = "ID",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .run = run_confirm,
    .examples = examples,
};
