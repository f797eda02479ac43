/* Checks of a record: what is probably wrong, where, and how it is repaired.
 *
 * A check walks the record, by an index where one leads to what it looks for, and hands over its findings in a fixed order;
 * nothing is kept of what it has told. An editor can accept a finding: a note of the kind accepted then keeps its id and the
 * state of the records that it is about, and it counts as accepted while these are as they were. */
#ifndef DETENTE_ASK_CHECK_H
#define DETENTE_ASK_CHECK_H

#include "../store/history.h"
#include "ask.h"
#include "shape.h"

struct answer_finding {
    struct slice id;      /* "sources:CC-M22": the check and the record, "+other" where two are meant, ",field" where a
                             check can find several things of one record; what --accept takes */
    struct slice check;   /* sources, terms, dates … */
    struct slice record;  /* id, or the name it is spoken of by; empty: the file */
    struct slice title;   /* of that record, or its name; may be empty */
    struct slice other;   /* the second record of it; may be empty */
    struct slice field;   /* where; may be empty */
    struct slice what;    /* in words */
    struct slice repair;  /* how to repair it, a command where one does it */
    bool accepted;        /* a note says that it is known, and the records are as they were then */
    struct slice reason;  /* of that note; not accepted: of a note from before the records changed */
    struct hash128 state; /* of the records that it is about */
};
extern const struct shape finding_shape;

/* An accepted finding that is no longer found. */
struct answer_outdated {
    struct slice id, record, reason;
};
extern const struct shape outdated_shape;

typedef enum status ask_finding_visit(void *context, const struct answer_finding *finding, struct error *error);

struct checking; /* check_inside.h */
struct ask_check {
    const char *name, *summary;
    enum status (*run)(struct checking *checking, struct error *error);
};
/* The table of checks in the order in which they are made, ended by a NULL name. */
extern const struct ask_check ask_checks[];

/* What editors have accepted: the notes that say so, sorted. */
struct ask_accepted {
    struct slice check;  /* id of a finding; empty: every finding about the record */
    struct slice record, state, reason; /* state empty: whatever becomes of the record */
    bool used;           /* a finding was met that it accepts */
};
struct ask_acceptance {
    struct ask_accepted *items;
    size_t count;
};
/* Reads them all into the arena. */
enum status ask_read_acceptance(struct asker *asker, struct arena *arena, struct ask_acceptance *acceptance,
                                struct error *error);

/* Makes one check; asker->today is the day on which what depends on it is judged. `acceptance` may be NULL: then nothing
 * counts as accepted. */
enum status ask_run_check(struct asker *asker, const struct ask_check *check, struct ask_acceptance *acceptance,
                          ask_finding_visit *visit, void *context, struct error *error);

/* A note that accepts findings has two extras, lists of as many items: the ids of findings, and for each the state of its
 * records. The state of a finding, in the arena; false when memory is out. */
#define ASK_NOTE_CHECK "check"
#define ASK_NOTE_STATE "state"
bool ask_finding_state(const struct answer_finding *finding, struct arena *arena, struct slice *state);

/* A word of a command line: in single quotes where a shell would take it apart. */
void ask_quote_word(struct buffer *out, struct slice word);

#endif
