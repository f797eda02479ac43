/* detente version. */
#include "command.h"

static enum detente_status run_version(const struct call *call, struct detente_error *error) {
    (void)call;
    (void)error;
    puts("detente " DETENTE_VERSION);
    return DETENTE_OK;
}

static const struct example examples[] = {
    {"detente version", "the same as detente --version"},
    {0},
};

const struct command cmd_version = {
    .name = "version",
    .group = "About",
    .summary = "the version of the program",
    .words = "",
    .run = run_version,
    .examples = examples,
};
