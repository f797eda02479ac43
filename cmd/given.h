/* What add and edit are given: settings as words, a record as JSON on standard input, or one from an editor. */
#ifndef CMD_GIVEN_H
#define CMD_GIVEN_H

#include "command.h"

/* The options that add and edit share. */
struct given_options {
    const char *reason, *editor;
};
extern const struct option_table given_table;

/* USAGE when nothing is given and nobody can be asked. */
enum detente_status given_check(const struct call *call, struct detente_error *error);
/* Makes the change and tells it; with an editor, again until it is good or given up. Nothing that was typed is lost. */
enum detente_status given_change(const struct call *call, enum detente_action action, struct detente_error *error);

#endif
