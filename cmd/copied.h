/* What backup and restore tell of the copy that they made. */
#ifndef CMD_COPIED_H
#define CMD_COPIED_H

#include "command.h"

/* The own options of both. */
struct copied_options {
    bool force;
};

/* USAGE for formats other than text and json. For a command's `check`. */
enum detente_status copied_check_format(const struct call *call, struct detente_error *error);

/* One copy being made: progress on the terminal, and ^C. */
struct copying {
    struct detente_copying how; /* hand on &copying.how */
    struct progress progress;
    const char *did; /* "backed up" */
};
void copying_begin(struct copying *copying, const struct call *call, const char *did);
/* Returns the status; STOPPED says that all is as before. */
enum detente_status copying_end(struct copying *copying, enum detente_status status, struct detente_error *error);

/* A line on standard error, or with --json an object on standard output: `verb` ("backup") with the file as its value, then
 * `other` (NULL: none) with `other_value`. `line` begins the line for people: "backed up" or "restored FILE:". */
struct copied_words {
    const char *verb, *file, *other, *other_value, *line;
};
void copied_print(const struct call *call, const struct copied_words *words, const struct detente_copied *copied);

#endif
