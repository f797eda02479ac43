/* Full text: words of events and of what has a name, found again whatever their case and accents.
 *
 * Text becomes tokens: runs of letters and digits, folded (base/utf8.h); each Chinese, Japanese, Korean, Thai, Lao,
 * Khmer or Burmese character is a token of its own, so that a word of such a script is a phrase, found inside a
 * sentence. Index, questions and marked excerpts all walk over text by search_next_token, so that they agree.
 *
 * The index is written by a search only: store_refresh_index in the file itself, or store_make_index for the
 * time of one handle where the file cannot be written. Puts merely note what has become stale.
 *
 * Invariant: after either, every event is found by the words that it has now and by no others. */
#ifndef DETENTE_STORE_SEARCH_H
#define DETENTE_STORE_SEARCH_H

#include "store.h"

/* ---- text ------------------------------------------------------------------------------------------ */

struct search_token {
    size_t from, to; /* bytes of the text, accents and marks behind its letters with it */
    struct slice key; /* folded, in the arena; never empty */
};
/* The next token behind *position, which moves on. *found is false at the end. NO_MEMORY only. */
enum status search_next_token(struct slice text, size_t *position, struct arena *arena, struct search_token *token,
                              bool *found);

/* One thing to look for: a word, or a phrase of words that follow one another. */
struct search_unit {
    struct slice_list keys; /* folded */
    bool prefix;            /* of the last word only its beginning was given */
    bool excluded;          /* texts that have it are left out */
    struct slice text;      /* as typed, for messages */
};
struct search_words {
    struct search_unit *units;
    size_t count;
};
enum { SEARCH_UNITS_MAX = 64, SEARCH_KEYS_MAX = 512 };
/* What a person types: words, "phrases" (also in typographic quotes), beginnings*, and -words to be left out. All else
 * is punctuation; nothing is an operator. Repetitions are dropped. USAGE when there is nothing to look for, too
 * much, or what is no UTF-8. */
enum status search_parse(const struct slice_list *typed, struct arena *arena, struct search_words *words,
                         struct error *error);

/* ---- what is searched ------------------------------------------------------------------------------ */

enum search_column { SEARCH_TITLE, SEARCH_SUMMARY, SEARCH_QUOTES, SEARCH_NAMES, SEARCH_COLUMNS };
/* A text of a record that is searched. */
struct search_field {
    enum search_column column;
    const char *name;    /* title, summary, quote, name, place, venue, product, tag, publisher */
    struct slice text;
    struct slice of;     /* of an alias: the display name that it stands for; else empty */
    struct slice source; /* of a quote: id of its source */
};
struct search_fields {
    struct search_field *items;
    size_t count, capacity;
};
/* The fields of an event that these texts come from, but for the quotes, which are of its claims. */
extern const int search_event_fields[];
extern const size_t search_event_field_count;
/* The texts of an event, a person, an organization, a country or a source, in the order of the columns; in the arena. */
enum status search_list_fields(struct store *store, const struct record *record, struct arena *arena,
                               struct search_fields *fields, struct error *error);

/* ---- the index ------------------------------------------------------------------------------------- */

/* Told now and then; false asks to stop, and what was begun is not kept. */
struct search_watch {
    void *context;
    bool (*progress)(void *context, uint64_t done, uint64_t total); /* events; NULL: nobody is told */
};
/* Does the index that a search would use say all that the record does? */
enum status store_check_index(struct store *store, bool *current, struct error *error);
/* Brings the index up to date in a transaction of its own; nothing happens when it is already. The store must be
 * writable and outside a transaction. An index that is damaged is made anew. STOPPED when the watch asks for it. */
enum status store_refresh_index(struct store *store, const struct search_watch *watch, struct error *error);
/* Makes an index beside the file, kept while the store is open: for a file that cannot be written. */
enum status store_make_index(struct store *store, const struct search_watch *watch, struct error *error);
/* Makes the index anew from the record, whatever it holds: for one that is damaged. As store_refresh_index otherwise. */
enum status store_remake_index(struct store *store, const struct search_watch *watch, struct error *error);
bool store_has_made_index(const struct store *store);

/* ---- questions ------------------------------------------------------------------------------------- */

struct search_found {
    int64_t having; /* events that have the words, whatever the filters */
    int64_t events; /* of them those that the filters leave */
};
/* Events that have all the words and pass the filters of the query, the best first: by bm25 with titles weighing
 * most, then in the order of events. `limit` of the query is how many are visited (-1: all), not how many are counted.
 * Without filters only the visited ones are read. Its order and `after` are not looked at. */
enum status store_search_events(struct store *store, const struct search_words *words, const struct query *query,
                                bool has_filters, store_event_visit *visit, void *context, struct search_found *found,
                                struct error *error);
/* Countries, organizations, people and, behind them, sources that have all the words, the best first. `of_sources`
 * chooses: sources alone, or all others. The record lives until the visit returns. */
enum status store_search_records(struct store *store, const struct search_words *words, bool of_sources,
                                 store_visit *visit, void *context, int64_t *found, struct error *error);
/* Does any text have this one unit? And words that are like it, looked for among the first thousands that begin with the
 * same letter: for the message that nothing was found. */
enum status store_search_near(struct store *store, const struct search_unit *unit, struct arena *arena, bool *occurs,
                              struct slice *near, struct error *error);

#endif
