/* The store keeps records and finds them again.
 *
 * It takes records whose names are resolved to ids (model/resolve.h) and gives back the same texts.
 * Inside a write (begin … settle, commit) every put is visible to every find. It knows the shape of
 * the tables and of the questions, not the formats and not who asks.
 *
 * Invariant: postings, spans, derived bounds, `through` and `disputed` of every event agree with the
 * records after store_settle; a record that is put as it was leaves every byte as it was. */
#ifndef DETENTE_STORE_STORE_H
#define DETENTE_STORE_STORE_H

#include "../model/resolve.h"
#include "../query/query.h"

struct store;

enum store_mode { STORE_READ, STORE_WRITE, STORE_CREATE };

/* Opens and checks the file: one that is not ours, is newer than this program or damaged is an error;
 * an older one is migrated when it may be written, else an error says how. */
enum status store_open(const char *path, enum store_mode mode, struct store **store, struct error *error);
void store_close(struct store *store); /* rolls back what is not committed; NULL is fine */

enum status store_begin(struct store *store, struct error *error);
enum status store_commit(struct store *store, struct error *error); /* settles first */
void store_rollback(struct store *store);

/* One view of the record for a whole answer, whatever others write meanwhile; and one lock, not one per look-up. */
enum status store_begin_reading(struct store *store, struct error *error);
void store_end_reading(struct store *store);

/* LEFT: a guard (guard.h) has it left as it is. */
enum store_change { STORE_ADDED, STORE_UPDATED, STORE_UNCHANGED, STORE_LEFT };

/* Puts a record in its place by its key: fields that are not given keep what is there. NOT_FOUND when
 * it refers to an event, person or source that is not there; *field then says which. A RECORD_PARTY
 * completes the party of its event. */
enum status store_put(struct store *store, struct record *record, enum store_change *change, int *field,
                      struct error *error);
/* Puts an event together with rows of parties.csv that are about it (normalized, resolved), as one
 * change: what they say is compared with what is there as a whole. `changes` gets one per row. */
struct party_rows {
    const struct record *items;
    size_t count;
    enum store_change *changes;
};
enum status store_put_event(struct store *store, struct record *event, const struct party_rows *rows,
                            enum store_change *change, int *field, struct error *error);
/* Brings what is derived up to date after puts. Called by store_commit. */
enum status store_settle(struct store *store, struct error *error);

/* The look-up that the model resolves names with; making puts. */
struct lookup store_lookup(struct store *store);

/* The record with that id: country, organization, person, source or event. *found says whether. */
enum status store_get(struct store *store, enum record_type type, struct slice id, struct arena *arena,
                      struct record *record, bool *found, struct error *error);

typedef enum status store_visit(void *context, struct record *record, struct error *error);
/* All records of a type in the order of their keys; events in the order of the contract. The record
 * lives until the visit returns. RECORD_PARTY: the details of all events, by event. */
enum status store_each(struct store *store, enum record_type type, store_visit *visit, void *context,
                       struct error *error);
/* Those that hang on one record, by key: terms of a person (RECORD_TERM), claims on an event, links
 * from or to an event, notes on a record, coverage of nothing. Records live in the arena. */
enum status store_list(struct store *store, enum record_type type, struct slice of, struct arena *arena,
                       struct record **records, size_t *count, struct error *error);

/* Terms of a country or organization (of all, one after the other by id, when `country` is empty) that can have been
 * held on a day of [first, last]: begun by then, and not surely ended before. By earliest start. The record lives until
 * the visit returns. DAY_MIN..DAY_MAX: all terms. Reads only terms that begin by `last`. */
enum status store_terms(struct store *store, struct slice country, int64_t first, int64_t last, store_visit *visit,
                        void *context, struct error *error);

/* On how many sources an event rests: those it names, its bare address unless it is that of the one it names,
 * and the sources of claims that support it. */
enum sourcing { SOURCING_NONE, SOURCING_ONE, SOURCING_MORE };

/* An event found. */
struct stored_event {
    int64_t key;
    struct record event;
    struct event_times times; /* effective: with a derived end */
    enum match match;         /* MATCH_NONE without a range */
    struct slice through;     /* countries that are parties through a person only */
    bool disputed;
    enum sourcing sourcing;
};
typedef enum status store_event_visit(void *context, struct stored_event *event, struct error *error);
/* The events that a query leaves, in order (or reversed), `limit` at most, after `after`; with
 * `distinct`, which is folded by who asks, after the days before its own.
 * `only`: with a range, only the certain or only the possible ones; MATCH_NONE: both. */
enum status store_ask(struct store *store, const struct query *query, enum match only,
                      store_event_visit *visit, void *context, struct error *error);
/* The same, of those events only on which a claim keeps words that were said (a claim on the field `quote`). The work follows
 * the number of such claims, whatever else the record holds. `distinct` says nothing here. */
enum status store_ask_quoted(struct store *store, const struct query *query, store_event_visit *visit, void *context,
                             struct error *error);
/* One event as it would be found; *found says whether. */
enum status store_find_event(struct store *store, struct slice id, struct arena *arena,
                             struct stored_event *event, bool *found, struct error *error);
/* Does an event pass the filters of a query, and lie in its range where there is one? Order, limit and `after` say
 * nothing here. */
enum status store_accepts(struct store *store, const struct query *query, const struct stored_event *event,
                          struct arena *arena, bool *accepted, struct error *error);
/* The id of the event whose `ends` link gives this one its end; empty when none. */
enum status store_ended_by(struct store *store, struct slice id, struct arena *arena, struct slice *by,
                           struct error *error);
/* For dates that may be an event's id. */
struct query_dates store_dates(struct store *store);

/* Does the record claim to cover the question? Claims are about countries, kinds and days; a question that asks for more
 * (people, roles, tags, places, texts, codes, sources …) is covered by none, one for a product only where an event has that
 * product. */
enum status store_covers(struct store *store, const struct query *query, struct arena *arena, bool *covered,
                         struct error *error);
/* The claims that bear on the countries of the question, in the arena: of several countries when those asked for are among
 * them, of one when it is one of these, of none always; all when the question names no country. */
enum status store_list_bearing(struct store *store, const struct query *query, struct arena *arena, struct record **rows,
                               size_t *count, struct error *error);

/* The days that coverage claims to be complete for a question, joined and in order: stretches of day numbers,
 * inclusive, DAY_MIN / DAY_MAX where there is no bound; none where store_covers says no for its filters. `kinds` (may be empty: all) stand in for those of the
 * query; its range is not looked at. A coverage of several countries speaks of what they do among one another. */
struct store_stretch {
    int64_t from, to;
};
/* The days of one claim (RECORD_COVERAGE); false when a date cannot be read, or it covers no day. */
bool store_claimed_days(const struct record *coverage, struct store_stretch *days);
/* Can claims about countries, kinds and days cover the question? Not when it asks for more. */
enum status store_can_cover(struct store *store, const struct query *query, struct arena *arena, bool *can,
                            struct error *error);
enum status store_list_covered(struct store *store, const struct query *query, const struct slice_list *kinds,
                               struct arena *arena, struct store_stretch **stretches, size_t *count,
                               struct error *error);

/* Numbers of the whole record, without a look at its events. Facets of a type with the number of events of
 * each, by name: kind, status (reported has none), disputed (yes), precision, sourcing (none, one, more),
 * undated (yes). */
typedef enum status store_use_visit(void *context, struct slice name, int64_t uses, struct error *error);
enum status store_each_use(struct store *store, const char *type, store_use_visit *visit, void *context,
                           struct error *error);
/* Names of a type of facet that is found by words (product, tag, place) and some event has. `known`: one has these
 * words in it, case and accents aside. Where none has, those most like them, best first, the `near` first of which are
 * probably meant; `all`: there are no others. Reads the names of the type once; names in the arena. */
enum { STORE_NAMES_MAX = 8 };
struct store_names {
    bool known, all;
    struct slice like[STORE_NAMES_MAX];
    size_t count, near;
};
enum status store_find_names(struct store *store, const char *type, struct slice words, struct arena *arena,
                             struct store_names *names, struct error *error);
enum status store_count(struct store *store, enum record_type type, int64_t *count, struct error *error);
/* The first and the last day on which events began or can have begun, DAY_MAX and DAY_MIN when there is none. Of a
 * start without an upper bound its earliest day counts, one without a lower bound does not. */
enum status store_find_span(struct store *store, int64_t *first, int64_t *last, struct error *error);
/* The same of one event. */
void store_span_of(const struct event_times *times, int64_t *first, int64_t *last);
/* No bound of the start is known. */
bool event_is_undated(const struct event_times *times);

/* The dossier's own words as canonical JSON text; empty when there are none. */
enum status store_get_dossier(struct store *store, struct arena *arena, struct slice *json, struct error *error);
enum status store_put_dossier(struct store *store, struct slice json, enum store_change *change,
                              struct error *error);
/* Names of the extras in use, sorted. */
enum status store_list_extras(struct store *store, enum record_type type, struct arena *arena,
                              struct slice_list *names, struct error *error);

/* A reading SQL query: begin with the names of the columns, then the rows. */
struct store_sql_visitor {
    void *context;
    enum status (*begin)(void *context, const char *const *columns, size_t count, struct error *error);
    enum status (*row)(void *context, const struct slice *values, const bool *is_number, size_t count,
                       struct error *error);
};
enum status store_sql(struct store *store, const char *sql, const struct store_sql_visitor *visitor,
                      struct error *error);

/* Tells what is not as it must be, one fault per visit, in words for people: the engine's own checks of the file (pages, indexes,
 * references), and the invariants of the record: the content has the hash that the log says, numbers that are kept are
 * those of the records, and nothing is found by that is not there. Reads all of the file. OK also when there are faults;
 * the store must be outside a transaction, or in one of reading. */
typedef enum status store_fault_visit(void *context, struct slice what, struct error *error);
enum status store_check_integrity(struct store *store, store_fault_visit *visit, void *context, struct error *error);

#endif
