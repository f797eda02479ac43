/* What an answer is made of: whole entries, ready for any writer. Borrowed until the visit returns. */
#ifndef DETENTE_ASK_ANSWER_H
#define DETENTE_ASK_ANSWER_H

#include "../model/event.h"

/* An office that a person held on the day of the event. */
struct answer_office {
    struct slice office; /* cell of offices: "head_of_state;head_of_government" */
    struct slice title, country, standing;
    bool certain; /* false: only on some of the days the event can have begun on */
};

struct answer_party {
    struct party party;
    struct slice name;     /* display name; the id when there is none */
    struct slice acts_for; /* given or worked out: a country or organization id; empty when none */
    struct slice acts_for_name; /* its display name; the id when there is none */
    const struct answer_office *offices; /* of a person */
    size_t office_count;
};

struct answer_source {
    struct record record; /* type RECORD_SOURCE; for a bare URL only its url */
};

struct answer_claim {
    struct record record; /* RECORD_CLAIM */
    struct slice source_title, source_publisher, source_side; /* of its source */
    const struct record *source; /* the source itself (RECORD_SOURCE); NULL when it is not known */
};

struct answer_link {
    struct record record; /* RECORD_LINK */
    bool outgoing;        /* the event is `from` */
    struct slice other_title;
    const struct record *source; /* who reports it (RECORD_SOURCE); NULL when none or not known */
};

/* A field on which sources differ: the values side by side. */
struct answer_dispute {
    struct slice field;
    const struct answer_claim *const *claims; /* one or more per value, in order of value then source */
    size_t claim_count;
};

/* A value of a field: as the record has it, or as sources give it. */
struct answer_value {
    struct slice value;
    bool followed; /* it is what the record has */
    bool agrees;   /* it denotes what the record has, less or more exactly, and contradicts nothing */
    const struct answer_claim *const *claims; /* none: only the record itself has it */
    size_t claim_count;
};

/* A field of which sources say something else, or less exactly, than the record or one another. */
struct answer_difference {
    struct slice field;
    struct slice follows; /* what the record has; empty: it has no such field, or nothing in it */
    bool contested;       /* a claim disputes, denies or corrects; it is one of the disputes too */
    bool differs;         /* values that do not agree; false: the same, less or more exactly */
    struct slice why;     /* in words: why the record follows what it follows; empty when nothing differs */
    const struct answer_value *values; /* first what is followed, then what agrees, then by value */
    size_t value_count;
};

struct answer_first_since; /* last.h */

struct answer_event {
    struct record event; /* parties and all, canonical; imposer and target filled in */
    struct event_times times;
    enum match match; /* MATCH_NONE when no range was asked for */
    const struct answer_party *parties;
    size_t party_count;
    const struct answer_source *sources;
    size_t source_count;
    const struct answer_claim *claims;
    size_t claim_count;
    const struct answer_link *links;
    size_t link_count;
    const struct answer_dispute *disputes;
    size_t dispute_count;
    const struct answer_difference *differences; /* by field; these hold the disputes too, with the record's own values */
    size_t difference_count;
    const struct answer_first_since *first_since; /* where it is asked for; else none */
    size_t first_since_count;
    const struct record *notes; /* RECORD_NOTE, of kind correction */
    size_t note_count;
    const struct record *merged; /* RECORD_NOTE: what was asked for was merged into this one; NULL: it was not */
    int64_t reports; /* with --distinct: how many were folded into this one; else 1 */
    bool disputed;   /* by status, a claim, or values that differ */
    struct slice derived_end; /* "ends" link: the id of the event that ended it; empty when none */
};

/* A line of a list, a table or a `sql` answer: named columns. */
struct answer_row {
    const struct slice *values; /* absent: null */
    const bool *is_number;      /* per column: to be written without quotes in JSON; NULL: none is.  */
    const bool *is_list;        /* per column: a list cell, an array in JSON; NULL: none is */
};

#endif
