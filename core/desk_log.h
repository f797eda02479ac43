/* What the log of one record and the page of a record share. */
#ifndef DETENTE_DESK_LOG_H
#define DETENTE_DESK_LOG_H

#include "ask/history.h"
#include "desk.h"

struct front_history {
    struct answer_history *entries; /* oldest first */
    size_t count;
    struct answer_subject subject;
};
/* history_of.c: all that was done to what has or had that id or name up to a revision, and where the id leads if it was
 * merged. No entries: the log knows nothing of it. In the arena. */
enum status front_gather_history(struct detente *database, struct slice name, int64_t up_to, struct arena *arena,
                                 struct front_history *history, struct error *error);
/* NOT_FOUND when something of that name was there and is no more: says what took it away, and how to bring it back; else
 * OK. */
enum status front_refuse_removed(const struct front_history *history, struct error *error);

/* The whole answer of `log ID`, by the options of the request. */
enum status desk_tell_history(struct desk *desk, struct front_history *history);

#endif
