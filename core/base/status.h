/* What a call can come back with, and the one error value that says why.
 *
 * Every function of the core that can fail returns a status; one that can say more takes an error
 * value as its last argument, owned by the caller. It is filled once, where the fault is detected,
 * and never rewritten on the way up. The core never prints it: cmd/term.c does. */
#ifndef DETENTE_BASE_STATUS_H
#define DETENTE_BASE_STATUS_H

#include <stdbool.h>
#include <stddef.h>

enum status {
    STATUS_OK = 0,
    STATUS_NOT_FOUND,   /* nothing answers the question, or the name asked for is unknown */
    STATUS_USAGE,       /* the question itself is not well formed */
    STATUS_BAD_INPUT,   /* a file, a record or a date is not what it must be */
    STATUS_ENVIRONMENT, /* disk, permission, a lock, a closed pipe */
    STATUS_CORRUPT,     /* the database file is damaged or is not ours */
    STATUS_NO_MEMORY,   /* an allocation failed */
    STATUS_STOPPED      /* a visitor asked to stop, or an interruption; not a fault in itself */
};

/* A place in an input: all parts optional. */
struct place {
    char file[256]; /* as the caller named it, "-" for standard input; "" when there is none */
    long line;      /* 1-based; 0 when there is none */
    long column;    /* 1-based: the field's number in tables, the byte in a line elsewhere; or 0 */
};

struct error {
    enum status status;
    struct place place;
    char message[600]; /* what is wrong, one sentence without a full stop */
    char remedy[300];  /* what to do about it; "" when nothing useful can be said */
};

/* Fills an error that is still empty (status OK) and returns the status given; a filled one is left
 * as it is, and its own status is returned. `error` may be NULL: then only the status travels. */
enum status error_set(struct error *error, enum status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds the remedy to an error that has none yet. */
void error_advise(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Adds the place to an error that has none yet. `file` may be NULL. Neither this nor error_advise
 * touches an error that is still empty. */
void error_locate(struct error *error, const char *file, long line, long column);

/* Makes an error empty again, for the next use. */
void error_clear(struct error *error);

#endif
