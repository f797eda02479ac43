/* detente add: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_add(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_add = {
    .name = "add",
    .group = "Change",
    .summary = "add a record",
    .words = "TYPE [FIELD=VALUE...|-]",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_CREATE,
    .run = run_add,
    .examples = examples,
};
