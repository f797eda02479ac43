/* What the files of the front door share. Nothing below includes it. */
#ifndef DETENTE_FRONT_H
#define DETENTE_FRONT_H

#include "ask/ask.h"
#include "detente.h"
#include "store/store.h"
#include "write/writer.h"

struct detente {
    struct store *store;
    char *path;
    bool made;    /* by this opening, and nothing is kept in it yet */
    bool discard; /* made for an import that failed: the file goes again */
};

/* Inner status and error <-> outer. */
enum detente_status front_status(enum status status);
enum status front_inner_status(enum detente_status status);
enum detente_status front_report(enum status status, const struct error *inner, struct detente_error *error);

/* The filters of a request as a query; `words` may be changed by the caller in between. */
enum status front_list_words(struct arena *arena, const struct detente_filters *filters, struct query_words *words,
                             struct error *error);
bool front_has_filters(const struct detente_filters *filters);
/* `today` is that of the request. */
enum status front_build_query(struct detente *database, int64_t today, struct arena *arena,
                              const struct query_words *words, struct query *query, struct error *error);
/* What dates may be in a question of that day: events' ids, and today, yesterday and tomorrow. */
struct query_dates front_dates(struct detente *database, int64_t today);
/* Writes the days that `today`, `yesterday` and `tomorrow` are into the request, wherever it holds a date, so that an
 * answer tells days that stay true. The texts live in the arena. */
enum status front_place_days(struct arena *arena, struct detente_request *request, struct error *error);

struct front_answer;
/* "Canada – China", as the title of the answer. */
enum status front_make_title(struct asker *asker, const struct query *query, struct front_answer *answer,
                             struct error *error);

/* One answer being written: sink, writer and their memory. */
struct front_answer {
    struct sink sink;
    struct writer writer;
    struct write_style style;
    struct write_context context;
    struct arena arena;   /* for the whole answer */
    struct arena scratch; /* rewound after each entry */
    detente_write *write;
    void *write_context;
    uint64_t entries, possible;
    bool begun;
};
enum status front_answer_open(struct front_answer *answer, const struct detente_request *request,
                              const char *default_format, const char *command, struct error *error);
/* USAGE unless the writer takes what the answer is made of. */
enum status front_require(struct front_answer *answer, bool takes, struct error *error);
enum status front_answer_begin(struct front_answer *answer, struct error *error);
enum status front_answer_event(struct front_answer *answer, const struct answer_event *event, struct error *error);
enum status front_answer_row(struct front_answer *answer, const struct answer_row *row, struct error *error);
enum status front_answer_entry(struct front_answer *answer, const struct answer_part *part, const void *entry,
                               struct error *error);
enum status front_answer_record(struct front_answer *answer, const struct record *record, struct error *error);
/* Ends what has begun and frees; the status given goes before those of the end. */
enum status front_answer_close(struct front_answer *answer, enum status status, struct error *error);
enum status front_list_extras(struct detente *database, struct front_answer *answer, struct error *error);

/* desk_search.c: brings the index of words up to date before the answer begins; beside the file when that cannot be
 * written, which `told` then says. USAGE when there is nothing to look for. */
enum status front_refresh_index(struct detente *database, const struct detente_request *request,
                                struct detente_answer *told, struct error *error);

/* claimed.c: "it claims to hold only tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection", of the
 * coverage that bears on the countries asked for; empty when none does. In the arena. */
enum status front_word_claims(struct asker *asker, const struct query *query, struct arena *arena, struct slice *words,
                              struct error *error);

/* author.c: yyyy-mm-ddThh:mm:ssZ; false and empty outside the years 0000 to 9999. */
enum { FRONT_MOMENT = 64 };
bool front_format_moment(int64_t second, char out[FRONT_MOMENT]);
/* Texts are borrowed, or live in the arena. */
struct store_author;
enum status front_fill_author(const struct detente_author *from, const char *command, struct arena *arena,
                              struct store_author *author, struct error *error);

/* find_record.c: a record that is no event by its id, by the name of one without an id (link:A/ends/B), by name or alias; a
 * country or organization also from the reference table. `several` (may be NULL) says whom a name can mean when nothing is
 * found since it can mean several. */
enum status front_find_record(struct detente *database, struct arena *arena, struct slice word, struct record *record,
                              bool *found, struct error *several, struct error *error);
/* NOT_FOUND, with the nearest. */
enum status front_refuse_unknown(struct detente *database, struct arena *arena, struct slice word, struct error *error);

/* corrections.c: the notes that say what was corrected in a record, of a person also in the terms of office; by date, in the
 * arena. */
enum status front_list_corrections(struct detente *database, const struct record *record, struct arena *arena,
                                   struct record **notes, size_t *count, struct error *error);

/* rows_codes.c: are CAMEO codes asked for, rather than kinds? They then. */
bool front_asks_codes(const struct detente_request *request);
enum status front_list_codes(const struct detente_request *request, struct front_answer *answer, struct error *error);
/* rows.c: answers that are tables. */
enum status front_ask_rows(struct detente *database, const struct detente_request *request,
                           struct front_answer *answer, struct detente_answer *told, struct error *error);
/* show.c */
enum status front_show(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                       struct detente_answer *told, struct error *error);
/* export.c */
typedef enum status front_record_visit(void *context, struct record *record, struct error *error);
enum status front_export(struct detente *database, const struct detente_request *request,
                         struct front_answer *answer, struct detente_answer *told, struct error *error);

#endif
