/* Finding a command in the table. */
#include "command.h"

#include <string.h>

#include "fault.h"

const struct command *command_find(const struct command *const *commands, const char *name) {
    for (; *commands; commands++)
        if (strcmp((*commands)->name, name) == 0) return *commands;
    return NULL;
}

enum { COMMANDS_MAX = 60 };

enum detente_status command_refuse(const struct command *const *commands, const char *name,
                                   struct detente_error *error) {
    const char *names[COMMANDS_MAX + 1];
    char nearest[120];
    size_t count = 0;
    for (; commands[count] && count < COMMANDS_MAX; count++) names[count] = commands[count]->name;
    names[count] = NULL;
    detente_nearest(name, names, nearest, sizeof nearest);
    fault_set(error, DETENTE_USAGE, "no command \"%s\"", name);
    fault_advise(error, "%s%s%s`detente help` lists the commands",
                 nearest[0] ? "did you mean " : "", nearest, nearest[0] ? "? " : "");
    return error->status;
}
