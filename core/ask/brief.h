/* One page on a pair on a day, made of the other answers: what a minister is handed before a meeting. */
#ifndef DETENTE_ASK_BRIEF_H
#define DETENTE_ASK_BRIEF_H

#include "chain.h"
#include "held.h"
#include "last.h"
#include "measure.h"
#include "office.h"
#include "series.h"

/* The parts of the page, in their order; the entries of each are of the struct named. */
enum brief_part {
    BRIEF_HEAD,     /* struct brief_head, one */
    BRIEF_OFFICES,  /* struct answer_holder: heads of state and government, foreign ministers, ambassadors to the other */
    BRIEF_LAST,     /* struct brief_meeting */
    BRIEF_NEXT,     /* struct brief_meeting */
    BRIEF_IN_FORCE, /* struct answer_measure, but detentions */
    BRIEF_HELD,     /* struct answer_held: detentions */
    BRIEF_DISPUTED, /* struct brief_event: the latest five on which sources disagree, oldest first */
    BRIEF_LATEST,   /* struct brief_event: the latest ten, oldest first */
    BRIEF_CHAINS,   /* struct brief_chain */
    BRIEF_NOTES,    /* struct brief_note */
    BRIEF_PARTS
};

struct brief_head {
    struct slice a, b, a_name, b_name; /* ids and display names */
    int64_t on_first, on_last;         /* the day, or the days it can be */
    int64_t covered_until;             /* the last day of which coverage claims anything; DAY_MIN: none */
    bool past;                         /* the day lies before today: what the record knows now is told of it */
    struct shape_count left_out;       /* events that are not public that day; known when they are left out */
};
struct brief_meeting {
    struct slice what; /* "Formal talks of the leaders" */
    const struct answer_event *event;
    struct shape_count days_min, days_max; /* from it to the day, or from the day to it */
    struct shape_events possible;          /* those that may be later, or earlier */
    struct shape_count more;       /* how many more there are than those; unknown: none; for pages */
    bool overdue; /* planned for a day before the one asked for; the record does not say whether it took place */
};
struct brief_event {
    const struct answer_event *event;
};
/* A measure that stands, and who denies that it is an answer. */
struct brief_answer {
    struct slice id, title, denied_by; /* denied_by: list cell */
};
/* What still stands in answer to one act of the other side. */
struct brief_chain {
    const struct answer_event *root; /* the act, or what it carried out */
    struct slice id, title, date;
    struct shape_entries standing;   /* struct brief_answer */
};
/* What an editor says of an event on the page, and what the record claims to cover. */
struct brief_note {
    struct slice record, kind, reason, date; /* kind: correction, coverage, disputed (how many more) */
    /* For pages. Claims one after the other that differ in their days alone: the first has the days of all of them, and what it
     * says besides; the others are told with it. */
    const struct record *coverage; /* the row; NULL: none */
    const struct answer_stretch *days;
    size_t day_count; /* 0: alone */
    bool told;
};
extern const struct shape brief_head_shape, brief_last_shape, brief_event_shape, brief_chain_shape, brief_note_shape;

struct brief_request {
    const struct query *query; /* with a pair; the filters hold for every part of the page */
    int64_t first, last;       /* the day asked for, or the days it can be */
    int64_t today;
};
typedef enum status brief_visit(void *context, enum brief_part part, const void *entry, struct error *error);
/* Entries are borrowed until the visit returns. */
enum status ask_brief(struct asker *asker, const struct brief_request *request, brief_visit *visit, void *context,
                      struct error *error);

#endif
