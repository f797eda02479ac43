/* What was said: the statements of a record, a row per quote, in the order of events. */
#ifndef DETENTE_ASK_STATEMENT_H
#define DETENTE_ASK_STATEMENT_H

#include "ask.h"
#include "shape.h"

struct answer_speaker {
    struct slice id;
    struct slice type;    /* "person", "country", "organization", "actor" */
    struct slice name;
    struct slice office;  /* of a person: list cell of the offices held on that day */
    struct slice title;   /* of these, as the terms have it */
    struct slice country; /* whom a person spoke for */
};
extern const struct shape statement_speaker_shape;

struct answer_statement {
    const struct answer_event *event;
    struct slice id, kind, date, title, status;
    struct slice release;          /* where it is not "public" */
    int64_t start_min, start_max;  /* between these days it was said */
    struct slice match;            /* "certain" or "possible"; empty without a range */
    struct shape_entries speakers; /* struct answer_speaker */
    struct slice said_by;          /* the same in words: "Mark Carney, Prime Minister of Canada" */
    struct slice words;            /* quoted; empty where none are kept */
    struct shape_sources sources;  /* of the words; without words, of the event */
    struct slice locator, stance, note; /* of the claim that has the words */
    bool disputed;
    bool first; /* of the rows of its event */
};
extern const struct shape statement_shape;

/* Is the event of kind statement or below, and is the claim words said in it? Words are kept as claims on the field `quote`; a
 * quote that merely supports a claim on another field is not taken for what was said. */
bool statement_is(const struct record *event);
bool statement_has_words(const struct record *claim, struct slice *words);
/* Words that a source disputes or denies were said so. */
bool statement_is_contested(const struct record *claim);

/* Who spoke: people, countries and organizations in the role speaker, but not a country for which one of these
 * people spoke; where there are none, the actors. In the order of the parties; in the arena. */
enum status statement_list_speakers(struct asker *asker, const struct answer_event *event, struct arena *arena,
                                    struct shape_entries *speakers, struct slice *said_by, struct error *error);

typedef enum status statement_visit(void *context, const struct answer_statement *statement, struct error *error);
/* What was said, of what a query leaves: events that are statements, and those of any other kind on which a claim keeps words
 * and somebody has the role of speaker. Kinds narrow both. Without roles asked for, people, countries and organizations are
 * who spoke: in the role speaker or, where nobody has that, actor; a country or organization also by who spoke for it. In the
 * order of events; of one event the words that stand first, then those that a source disputes or denies. The limit counts
 * events. Keeps the ids of those of another kind, no more than claims have words. */
enum status ask_statements(struct asker *asker, const struct query *query, statement_visit *visit, void *context,
                           struct error *error);

#endif
