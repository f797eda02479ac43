/* A file that appears under its name only when it is whole: written beside it under another name,
 * brought to the disk, renamed. A failure or a signal leaves what was there before. */
#ifndef CMD_TEMPORARY_H
#define CMD_TEMPORARY_H

#include "../core/detente.h"

struct temporary {
    char *target, *path; /* owned; path is NULL when there is nothing to remove */
    int file;            /* descriptor; -1 when closed */
};

/* The file that stands at `target`, also behind a symbolic link, keeps its permissions. */
enum detente_status temporary_open(struct temporary *temporary, const char *target,
                                   struct detente_error *error);
/* All of `data`, or ENVIRONMENT; STOPPED when the reader of a pipe has gone away. */
enum detente_status temporary_write(int file, const char *name, const char *data, size_t size,
                                    struct detente_error *error);
/* Brings it to the disk and closes it. */
enum detente_status temporary_seal(struct temporary *temporary, struct detente_error *error);
/* Gives a sealed one its name. */
enum detente_status temporary_place(struct temporary *temporary, struct detente_error *error);
/* Removes what was not placed and frees. Fine after a failed open, and twice. */
void temporary_close(struct temporary *temporary);

#endif
