/* What the files of the store share, and nobody else includes. */
#ifndef DETENTE_STORE_INSIDE_H
#define DETENTE_STORE_INSIDE_H

#include "engine.h"
#include "guard.h"
#include "history.h"
#include "store.h"

/* A posting that waits to be written in sorted order. */
struct posting {
    int64_t facet, day, event;
    uint32_t turn; /* its place in the queue: of what comes and goes in one write the last counts */
    unsigned char class;
    bool is_span, goes;
};

struct posting_queue {
    struct posting *items;
    size_t count, capacity;
};

/* Changes of the numbers of events that wait to be written (count.c). */
struct event_counts {
    int64_t precisions[EDTF_NO_PRECISION + 1], sourcings[SOURCING_MORE + 1], undated;
};

/* Statements that are prepared once, on first use. */
enum { STORE_APPLICATION_ID = 0x64746e74 }; /* "dtnt", in the head of the file */

enum statement_name {
    SQL_EVENT_BY_ID, SQL_EVENT_BY_KEY, SQL_EVENT_INSERT, SQL_EVENT_UPDATE, SQL_EVENT_DERIVE,
    SQL_DETAIL_GET, SQL_DETAIL_PUT, SQL_DETAIL_DROP,
    SQL_FACET_FIND, SQL_FACET_ADD, SQL_FACET_USE,
    SQL_POSTING_ADD, SQL_POSTING_DROP, SQL_SPAN_ADD, SQL_SPAN_DROP,
    SQL_NAME_FIND, SQL_NAME_ADD, SQL_NAME_ALL, SQL_SOURCE_BY_URL, SQL_SOURCE_NEAR,
    SQL_EVENT_NEAR,
    SQL_TOUCH, SQL_TOUCH_PERSON, SQL_TOUCH_SOURCE, SQL_ENDS_OF, SQL_ENDED_BY,
    SQL_EXTRA_USE, SQL_META_GET, SQL_META_PUT, SQL_EVENT_DROP, SQL_NAME_DROP,
    SQL_CHANGE_UPDATED, SQL_CHANGE_REMOVED, SQL_CHANGE_RESTORED, SQL_CHANGE_DROP, SQL_CHANGE_BACK,
    SQL_EVENT_NEXT, SQL_CHANGE_AFTER, SQL_CHANGE_LATEST, SQL_CHANGE_KEY, SQL_STRETCH_OF, SQL_UNDOS_OF, SQL_FILES_OF,
    SQL_MERGED_INTO,
    SQL_STALE_EVENT, SQL_STALE_EVENT_ID, SQL_STALE_RECORD, SQL_STALE_RECORDS, SQL_GONE, SQL_HANGING_ON,
    SQL_CHANGE_OF, SQL_SEE,
    SQL_STATEMENTS
};

struct table_statements {
    struct statement *get, *insert, *update, *drop, *list, *next;
};

/* What the write at hand has done (history_note.c). Keys of new records follow one another, so that those of a write
 * are one stretch for each type. */
struct write_history {
    int64_t revision;                                /* the number that it gets */
    int64_t first[RECORD_TYPES], next[RECORD_TYPES]; /* new keys: the first, and the next to give; 0: not looked up */
    int64_t highest_removed[RECORD_TYPES];           /* keys are never used twice */
    int64_t added, updated, removed;
    bool dossier;   /* its words have changed */
    bool restored;  /* a record came back */
    bool logged;    /* the row of the revision is written */
    bool silent;    /* a copy that goes back: only its content is followed, nothing is noted */
    bool has_content;
    struct hash128 content;
    const struct store_author *author; /* NULL: nobody */
};

struct store {
    struct engine *engine;
    bool writing;   /* inside begin … commit */
    bool broken;    /* a record of this write was written in part: nothing more is, and it is not committed */
    char broken_by[sizeof ((struct error *)0)->message]; /* what failed first */
    bool fresh;     /* made by this opening; not yet written ahead */
    bool touched;   /* the temporary table of events to settle has rows */
    struct statement *statements[SQL_STATEMENTS];
    struct table_statements tables[RECORD_TYPES];
    struct posting_queue queue;
    struct event_counts counts;
    struct write_history history;
    bool gone;      /* the temporary table of removed ids has rows */
    const struct store_guard *guard; /* asked by puts; NULL: nobody */
    bool seeing;    /* the temporary table of what an import has seen is kept */
    struct facet_cache *facets; /* name -> key, for the time of a write */
    struct arena scratch;       /* rewound by each put */
    int64_t search_reach;       /* highest event whose words are in the index; 0: none. For the time of a write */
    bool search_records_noted;  /* in this write: the words of other records are no longer up to date */
    bool temporary_index;       /* made by store_make_index */
    int64_t temporary_version;  /* of the file when it was made */
};

/* The prepared statement of that name; NULL and an error when it cannot be prepared. */
struct statement *store_statement(struct store *store, enum statement_name name, struct error *error);

/* row.c: records in and out of statements, driven by the field tables. */
/* Is the field a column of the record's own table (`detail`: of event_detail)? */
bool row_has_column(const struct field *field, enum record_type type, int index, bool detail);
/* Appends "a", "b", … of those columns. */
void row_append_columns(struct buffer *sql, enum record_type type, bool detail);
/* Binds them from `first` on; returns the next index. */
int row_bind(struct statement *statement, int first, const struct record *record, bool detail);
/* Reads them from column `first` on into a record, values copied to the arena; returns the next
 * column through *next. */
enum status row_read(struct statement *statement, int first, enum record_type type, bool detail,
                     struct arena *arena, struct record *record, int *next, struct error *error);
/* Extras as a JSON object, and back. */
bool row_extras_to_json(struct arena *arena, const struct record *record, struct slice *json);
enum status row_json_to_extras(struct arena *arena, struct slice json, struct record *record, struct error *error);
/* Takes from `old` what `record` does not give. */
enum status row_merge(struct arena *arena, const struct record *old, struct record *record, struct error *error);
/* What was given empty has cleared by now. */
void row_drop_empty_extras(struct record *record);
bool row_equals(const struct record *a, const struct record *b);
/* Counts the names of the extras of a record that came (+1) or went (-1). */
enum status row_count_extras(struct store *store, const struct record *record, int by, struct error *error);

/* broken.c: before a record is written as `now` (NULL: it goes). ENVIRONMENT when the write is broken, BAD_INPUT when the record
 * would be too large. */
enum status write_may_begin(struct store *store, const struct record *now, struct error *error);
enum status write_refuse_broken(const struct store *store, struct error *error);
/* A record failed when a part of it was written: from now on the write is broken. The status and the error to go on with. */
enum status write_break(struct store *store, enum status status, struct error *error);

/* put.c: a record that is not an event, by its key fields; *key is its key. */
enum status small_get(struct store *store, const struct record *key_fields, struct arena *arena, struct record *record,
                      int64_t *key, bool *found, struct error *error);
/* The one of the lowest key in [first, last]. */
enum status small_get_next(struct store *store, enum record_type type, int64_t first, int64_t last, struct arena *arena,
                           struct record *record, int64_t *key, bool *found, struct error *error);
/* Brings one record from one state into another, with all that follows from it: `old` NULL adds it (*key 0: gets a new
 * key), `now` NULL removes it. No checks. */
enum status small_write(struct store *store, int64_t *key, const struct record *old, const struct record *now, int *field,
                        struct error *error);
/* put_event.c: the same of an event; derived values of `now` are worked out, also those that hang on other records, once
 * the write is settled. */
enum status event_write(struct store *store, int64_t *key, const struct stored_event *old, struct record *now, int *field,
                        struct error *error);

/* history_note.c: what a write does is noted here, by whoever does it. */
enum status history_begin(struct store *store, struct error *error);
/* The sum over all records as they are, whatever the log says. Reads all of them. */
enum status history_hash_everything(struct store *store, struct hash128 *sum, struct error *error);
/* The key of a new record; and the last one back, when the record did not come: *key is 0 then. */
enum status history_take_key(struct store *store, enum record_type type, int64_t *key, struct error *error);
void history_give_back_key(struct store *store, enum record_type type, int64_t *key);
/* A record came (`old` NULL), changed, or went (`now` NULL). `restored`: it came under a key that it had before. */
enum status history_note(struct store *store, enum record_type type, int64_t key, const struct record *old,
                         const struct record *now, bool restored, struct error *error);
enum status history_note_dossier(struct store *store, struct slice old, struct slice now, struct error *error);
/* Writes the revision, when there is anything to tell. After store_settle. */
enum status history_flush(struct store *store, struct error *error);
/* A record as the JSON object that record_change.before has, in the arena, and back. */
bool history_write_image(struct arena *arena, const struct record *record, struct slice *json);
enum status history_read_image(struct arena *arena, enum record_type type, struct slice json, struct record *record,
                               struct error *error);

/* history_key.c: of any type, as small_get_next. */
enum status history_get_next(struct store *store, enum record_type type, int64_t first, int64_t last, struct arena *arena,
                             struct record *record, int64_t *key, bool *found, struct error *error);
/* The revision that added a record; 0: before the log. */
enum status history_find_added(struct store *store, enum record_type type, int64_t key, int64_t *revision, struct error *error);
/* `begin`, the place of the column `type` in the order of the log (0 the dossier, else 1 + its number; -1 of what is
 * none), `rest`. */
enum status history_prepare_ranked(struct store *store, const char *begin, const char *rest, struct statement **statement,
                                   struct error *error);
/* Rows of place, key and revision: what touched the records that have the name or had it, oldest first. The name is
 * borrowed. */
enum status history_prepare_touches(struct store *store, struct slice name, struct statement **touches, struct error *error);
/* "event"; "dossier" of RECORD_TYPES. */
const char *history_type_word(enum record_type type);

/* remove.c: ids that went; none of them may be named any more when the write is settled. */
enum status remove_note_gone(struct store *store, enum record_type type, struct slice id, struct error *error);
enum status remove_check_gone(struct store *store, struct error *error);
/* A name in a message, cut where it is long. */
void remove_append_shown(struct buffer *text, struct slice name);
/* Which ids of a type in temp.gone are named, each with one by whom; an id can come several times. */
typedef enum status remove_named_visit(void *context, struct slice id, struct slice by, struct error *error);
enum status remove_list_named(struct store *store, enum record_type type, remove_named_visit *visit, void *context,
                              struct error *error);

/* merged.c: the record of that type that an id which is not there was merged into; empty when there is none. */
enum status merged_find(struct store *store, enum record_type type, struct slice id, struct arena *arena,
                        struct slice *into, struct error *error);
/* As event_get, also by an id that was merged. Not for what is put under its own id. */
enum status merged_get_event(struct store *store, struct slice id, struct arena *arena, struct stored_event *event,
                             bool *found, struct error *error);

/* guard.c */
/* A copy that the laying over of what is there leaves alone. */
enum status guard_copy_row(struct store *store, const struct record *record, struct record *row, struct error *error);
/* *change becomes STORE_LEFT where the guard says so. */
enum status guard_ask_change(struct store *store, const struct store_meeting *meeting, enum store_change *change,
                             struct error *error);
enum status guard_ask_addition(struct store *store, const struct record *record, enum store_change *change,
                               struct error *error);
enum status guard_tell_standing(struct store *store, const struct record *record, struct error *error);
/* A put found it. */
enum status guard_see(struct store *store, enum record_type type, int64_t key, struct error *error);

/* put_event.c */
/* Lays a row, with rows of parties.csv, over an event (`old` may be NULL): what it then is, or BAD_INPUT. */
enum status event_lay_over(struct store *store, const struct record *old, struct record *record,
                           const struct party_rows *rows, int *field, struct error *error);
/* `rows` may be NULL. */
enum status event_put(struct store *store, struct record *record, const struct party_rows *rows,
                      enum store_change *change, int *field, struct error *error);
enum status party_put(struct store *store, struct record *record, enum store_change *change, int *field,
                      struct error *error);
/* The column `form`: marks, level and precision of the date in one number. */
int64_t event_pack_form(const struct event_times *times);
/* Reads the event at the statement's row (SQL_EVENT_BY_ID and its sisters). */
enum status event_read(struct store *store, struct statement *statement, struct arena *arena,
                       struct stored_event *event, struct error *error);
enum status event_get(struct store *store, struct slice id, struct arena *arena, struct stored_event *event,
                      bool *found, struct error *error);
enum status event_get_key(struct store *store, int64_t key, struct arena *arena, struct stored_event *event,
                          bool *found, struct error *error);

/* facet.c: what an event is found by. */
/* Queues (+1) or takes away (-1) all postings of an event. */
enum status facet_post(struct store *store, const struct stored_event *event, int by, struct error *error);
enum status facet_flush(struct store *store, struct error *error);
void facet_forget(struct store *store);
/* Adds to the uses of a facet that has no postings. */
enum status facet_count(struct store *store, const char *type, struct slice name, int64_t by, struct error *error);
/* Class of a stretch of days, 0 … FACET_CLASSES - 1, and the widest stretch of a class. */
enum { FACET_CLASSES = 14 };
int facet_class(int64_t first, int64_t last);
int64_t facet_class_days(int class);
/* The actors by which pairs are made: countries and organizations in any role but venue, directly or
 * through a person; sorted by id, no doubles. */
struct pair_actor {
    enum record_type type;
    struct slice id;
};
enum { PAIR_ACTORS_MAX = 8 };
enum status facet_list_actors(struct arena *arena, const struct record *event, struct slice through,
                              struct pair_actor **actors, size_t *count, struct error *error);
const char *facet_pair_name(struct arena *arena, struct slice a, struct slice b);

/* count.c: numbers of events that are kept. */
/* On how many sources an event rests, with the claims on it. */
enum status count_sources(struct store *store, const struct record *event, const struct record *claims,
                          size_t claim_count, struct arena *arena, enum sourcing *sourcing, struct error *error);
/* An event came (+1) or went (-1); one that stayed has other sources. */
void count_event(struct store *store, const struct stored_event *event, int by);
void count_resourced(struct store *store, enum sourcing old, enum sourcing now);
enum status count_flush(struct store *store, struct error *error);
/* A number of events as the file has it, kept so small that any may be added: in a file that was tampered with it may be
 * anything. */
int64_t count_bound(int64_t uses);

/* settle.c */
enum status settle_touch(struct store *store, struct slice event_id, struct error *error);
enum status settle_touch_person(struct store *store, struct slice person, struct error *error);
/* Its address changed: that may be the bare address of events that name it. */
enum status settle_touch_source(struct store *store, struct slice source, struct error *error);
enum status settle_all(struct store *store, struct error *error);
/* names.c */
enum status names_refresh(struct store *store, const struct record *record, struct error *error);
/* Of a record that goes. */
enum status names_forget(struct store *store, const struct record *record, struct error *error);

/* search_index.c: the table search_state, or that of the index beside the file. */
#define SEARCH_DOC_MOVED (INT64_C(1) << 40)
struct search_state {
    int64_t form, reach, outdated, records, actors;
};
enum status search_read_state(struct store *store, struct search_state *state, struct error *error);
/* search_stale.c: notes what of the index no longer agrees with a record that is written. Cheap, and nothing at all
 * while nobody has searched. `old` is NULL for a new record. */
enum status search_begin_notes(struct store *store, struct error *error);
enum status search_note_event(struct store *store, const struct record *old, const struct record *event, int64_t key,
                              struct error *error);
enum status search_note_claim(struct store *store, struct slice event_id, struct error *error);
enum status search_note_record(struct store *store, const struct record *old, const struct record *record,
                               struct error *error);
/* search_fields.c: a country, organization, person or source; of the first two also from the reference table. */
enum status search_get_named(struct store *store, enum record_type type, struct slice id, struct arena *arena,
                             struct record *record, bool *found, struct error *error);

/* accept.c: does an event pass all filters but the range? */
enum status accept_event(struct store *store, const struct query *query, struct arena *arena,
                         const struct stored_event *event, bool *accepted, struct error *error);

#endif
