/* The texts of help, made from the tables: of commands, and of their options. */
#ifndef CMD_HELP_H
#define CMD_HELP_H

#include "command.h"

/* All commands by group, a line each. */
void help_print_overview(FILE *stream, const struct command *const *commands);
/* Examples first, then options. */
void help_print_command(FILE *stream, const struct command *command);

#endif
