/* Checks of a record: what is probably wrong, where, and how it is repaired. */
#ifndef DETENTE_ASK_CHECK_H
#define DETENTE_ASK_CHECK_H

#include "../store/history.h"
#include "ask.h"
#include "shape.h"

struct answer_finding {
    struct slice id;      /* "sources:CC-M22": the check and the record, and "+other" where two are meant; what --accept takes */
    struct slice check;   /* sources, terms, dates, links, tariffs, duplicates, countries, integrity */
    struct slice record;  /* id, or the name it is spoken of by; empty: the file */
    struct slice other;   /* the second record of it; may be empty */
    struct slice field;   /* where; may be empty */
    struct slice what;    /* in words */
    struct slice repair;  /* how to repair it, a command where one does it */
    bool accepted;        /* a note says that it is known, and the records are as they were then */
    struct slice reason;  /* of that note */
};
extern const struct shape finding_shape;

typedef enum status ask_finding_visit(void *context, const struct answer_finding *finding, struct error *error);

struct ask_check {
    const char *name, *summary;
    /* Hands over its findings in a fixed order; `today` for what depends on it. */
    enum status (*run)(struct asker *asker, int64_t today, ask_finding_visit *visit, void *context, struct error *error);
};
/* The table of checks, ended by a NULL name. */
extern const struct ask_check ask_checks[];

/* The state of the record or records that a finding is about, as a note keeps it: a finding stays accepted while it is
 * the same. In the arena. */
enum status ask_finding_state(struct asker *asker, const struct answer_finding *finding, struct arena *arena,
                              struct slice *state, struct error *error);

#endif
