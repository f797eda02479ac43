/* Answers: from what the store hands over to whole entries for a writer.
 *
 * Adds what follows from other records: display names, for whom a person acted, the offices held on the
 * day, sources, claims, links, disputes, corrections. Pure on what the store hands over. */
#ifndef DETENTE_ASK_ASK_H
#define DETENTE_ASK_ASK_H

#include "../store/store.h"
#include "answer.h"

enum ask_depth {
    ASK_NAMES, /* names and sources: what a table or a line needs */
    ASK_ALL    /* and offices, claims, links, disputes, notes */
};

/* Names and terms that have been looked up, kept for the time of one answer. */
struct asker {
    struct store *store;
    enum ask_depth depth;
    int64_t today; /* what is known to go on (`..`) is known to up to this day; DAY_MAX by default: always */
    struct arena cache;
    struct ask_names *names;
    uint64_t compared; /* events that ask_duplicates_of has looked at: what it has cost so far */
};
void ask_begin(struct asker *asker, struct store *store, enum ask_depth depth);
void ask_end(struct asker *asker);

/* Completes one event; everything lives in the arena (and as long as the stored event), but what comes from
 * terms, offices and whom a person acts for, until the asker completes the next event or ends. */
enum status ask_complete(struct asker *asker, const struct stored_event *stored, struct arena *arena,
                         struct answer_event *answer, struct error *error);
/* Display name of a country, organization or person; the id itself when it has none. Kept until ask_end. */
enum status ask_name(struct asker *asker, enum record_type type, struct slice id, struct slice *name,
                     struct error *error);

/* When an event may be published, where that is not told as "public"; else empty. */
struct slice ask_release(const struct record *event);

typedef enum status ask_visit(void *context, const struct answer_event *event, struct error *error);
/* The events that a query leaves, completed, in order; `certain_first`: those that surely match before
 * those that only may. With query->distinct, reports of one act (same day bounds, code, kind and parties)
 * are folded into the first, with their number. */
enum status ask_events(struct asker *asker, const struct query *query, bool certain_first, ask_visit *visit,
                       void *context, struct error *error);

#endif
