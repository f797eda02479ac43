/* What the files of the room share. */
#ifndef DETENTE_ASK_INSIDE_H
#define DETENTE_ASK_INSIDE_H

#include "ask.h"
#include "../model/term.h"

/* The terms of a person with their day bounds, kept in the asker's cache. */
struct ask_terms {
    struct record *terms;
    struct term_span *spans;
    size_t count;
};
enum status ask_terms_of(struct asker *asker, struct slice person, const struct ask_terms **terms,
                         struct error *error);
/* Lets names and terms go when many have gathered; between two events only. */
void ask_forget_names(struct asker *asker);
enum status ask_no_memory(struct error *error);
/* differ.c: the differences of an event whose parties and notes are known, from its claims sorted by field and value,
 * which must live as long as the answer. */
enum status ask_compare_claims(struct answer_event *answer, const struct answer_claim *const *sorted, size_t count,
                               struct arena *arena, struct error *error);

#endif
