/* detente backup: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_backup(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_backup = {
    .name = "backup",
    .group = "Keep",
    .summary = "a verified copy of the record",
    .words = "FILE",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .run = run_backup,
    .examples = examples,
};
