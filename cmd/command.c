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

/* The command that does it, where a word stands for a thing and not for a deed. */
static const char *find_meant(const char *name) {
    static const struct {
        const char *word, *command;
    } meant[] = {
        {"statements", "list statements"}, {"quotes", "list statements"}, {"events", "list events"},
        {"people", "list people"}, {"persons", "list people"}, {"sources", "list sources"},
        {"terms", "list terms"}, {"claims", "list claims"}, {"links", "list links"}, {"notes", "list notes"},
        {"coverage", "stats --coverage"}, {"organizations", "list organizations"},
        {"meetings", "list events --kind meeting"}, {"meeting", "last meeting A B"}, {"find", "search"},
    };
    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
        if (strcmp(meant[i].word, name) == 0) return meant[i].command;
    return NULL;
}

enum detente_status command_refuse(const struct command *const *commands, const char *name,
                                   struct detente_error *error) {
    const char *names[COMMANDS_MAX + 1];
    char nearest[120];
    size_t count = 0;
    for (; commands[count] && count < COMMANDS_MAX; count++) names[count] = commands[count]->name;
    names[count] = NULL;
    detente_nearest(name, names, nearest, sizeof nearest);
    fault_set(error, DETENTE_USAGE, "no command \"%s\"", name);
    if (find_meant(name)) {
        fault_advise(error, "did you mean `detente %s`?", find_meant(name));
        return error->status;
    }
    fault_advise(error, "%s%s%s`detente help` lists the commands",
                 nearest[0] ? "did you mean " : "", nearest, nearest[0] ? "? " : "");
    return error->status;
}
