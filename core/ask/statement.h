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

/* Is the event a statement, and is the claim words said in it? Words are kept as claims on the field `quote`; a
 * quote that merely supports a claim on another field is not taken for what was said. */
bool statement_is(const struct record *event);
bool statement_has_words(const struct record *claim, struct slice *words);

/* Who spoke: people, countries and organizations in the role speaker, but not a country for which one of these
 * people spoke; where there are none, the actors. In the order of the parties; in the arena. */
enum status statement_list_speakers(struct asker *asker, const struct answer_event *event, struct arena *arena,
                                    struct shape_entries *speakers, struct slice *said_by, struct error *error);

typedef enum status statement_visit(void *context, const struct answer_statement *statement, struct error *error);
/* The statements among what a query leaves; its limit counts events. */
enum status ask_statements(struct asker *asker, const struct query *query, statement_visit *visit, void *context,
                           struct error *error);

#endif
