/* detente help [COMMAND]. */
#include "help.h"

static enum detente_status run_help(const struct call *call, struct detente_error *error) {
    if (call->words.count == 0) {
        help_print_overview(stdout, call->commands);
        return DETENTE_OK;
    }
    const char *name = call->words.items[0];
    const struct command *command = command_find(call->commands, name);
    if (!command) return command_refuse(call->commands, name, error);
    help_print_command(stdout, command);
    return DETENTE_OK;
}

static const struct example examples[] = {
    {"detente help", "all commands"},
    {"detente help timeline", "examples and options of one; the same as detente timeline --help"},
    {0},
};

const struct command cmd_help = {
    .name = "help",
    .group = "About",
    .summary = "this overview, or examples and options of a command",
    .words = "[COMMAND]",
    .max_words = 1,
    .run = run_help,
    .examples = examples,
};
