/* The record as it was at the end of a day: for `--as-known-on`. */
#ifndef DETENTE_PAST_H
#define DETENTE_PAST_H

#include "front.h"

/* All zero: not asked for. */
struct front_past {
    bool asked;
    struct detente database; /* a record of its own; its store is NULL when the record itself is what is asked for */
    int64_t revision;        /* the latest by then */
    struct slice day;        /* as yyyy-mm-dd, in the arena */
};

/* Opens it when the request asks for one. USAGE for what is no date; NOT_FOUND when the record held nothing then. Where the
 * day lies before the log, and the record held something when that began, this is what is opened, and `told` says so. To be
 * closed. */
enum status front_open_past(struct detente *database, const struct detente_request *request, struct arena *arena,
                            struct front_past *past, struct detente_answer *told, struct error *error);
void front_close_past(struct front_past *past);
/* Which record to ask. */
static inline struct detente *front_choose_past(struct detente *database, struct front_past *past) {
    return past->database.store ? &past->database : database;
}

#endif
