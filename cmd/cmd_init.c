/* detente init: an empty record. */
#include "command.h"

static enum detente_status run_init(const struct call *call, struct detente_error *error) {
    (void)error;
    if (call->term.quiet) return DETENTE_OK;
    term_print_line("%s: %s", call->database_path,
                    call->made ? "an empty record" : "a record, ready to be used");
    return DETENTE_OK;
}

static const struct example examples[] = {
    {"detente init", "an empty record in detente.db (import makes one too)"},
    {"detente --db asia.db init", "the same in another file"},
    {0},
};

const struct command cmd_init = {
    .name = "init",
    .group = "Begin",
    .summary = "make an empty record",
    .words = "",
    .needs = NEEDS_CREATE,
    .run = run_init,
    .examples = examples,
};
