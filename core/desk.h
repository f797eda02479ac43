/* What the files of the desk's questions share: brief, inforce, tariffs, who, last, next, held, days, chain,
 * series, search, stats. Each desk_<question>.c turns the words of a request into what core/ask takes, says the
 * plan of its answer, and hands entries on to the writer. */
#ifndef DETENTE_DESK_H
#define DETENTE_DESK_H

#include "front.h"

enum { DESK_DETAILS_MAX = 16 };

/* One question being answered; lives as long as its answer. */
struct desk {
    detente *database;
    const struct detente_request *request;
    struct front_answer *answer;
    struct detente_answer *told;
    struct asker asker;
    struct query query; /* what the filters say; the writer tells it in "query" */
    struct answer_detail details[DESK_DETAILS_MAX];
    uint64_t entries;   /* of the part that is a table */
    struct error *error;
};

/* The filters, with `words` of the command as the pair (none, or two). Sets context.query and, for a pair, the title. */
enum status desk_build_query(struct desk *desk, const struct slice_list *pair);
/* The days that an option means: a date's earliest and latest day, or an event's start; without it (NULL) `otherwise`. */
enum status desk_parse_days(struct desk *desk, const char *option, const char *text, int64_t otherwise, int64_t *first,
                            int64_t *last);
/* Countries and organizations, as of these days. USAGE with the nearest when one is not known. */
enum status desk_parse_actors(struct desk *desk, const struct detente_words *words, int64_t first, int64_t last,
                              struct query_actor **actors, size_t *count);
/* The two words of the command as a pair, or none. USAGE for one. */
enum status desk_list_pair(struct desk *desk, struct slice_list *pair);
/* What is wrong with several words, as one error: messages one after the other, a remedy once. NOT_FOUND unless one
 * of them is USAGE. */
void desk_add_fault(struct error *all, const struct error *fault);
/* A whole number of at least `least`; without text `otherwise`. */
enum status desk_parse_count(struct desk *desk, const char *option, const char *text, int64_t least, int64_t otherwise,
                             int64_t *value);
/* A member of "query" besides the filters; empty ones are left out. The value must live as long as the answer. */
void desk_tell(struct desk *desk, const char *name, struct slice value, bool is_list);
/* The same for a number, or the text "true" for a flag that was given. */
void desk_tell_raw(struct desk *desk, const char *name, struct slice value);
/* The text of a number or a day, in the answer's arena. */
struct slice desk_number_text(struct desk *desk, int64_t value);
struct slice desk_day_text(struct desk *desk, int64_t day);
/* The words of the command, for "query". */
enum status desk_tell_words(struct desk *desk);
/* Begins the answer with these parts, which are constant. USAGE when the format takes no such answer. */
enum status desk_begin(struct desk *desk, const struct answer_part *parts, size_t count);
enum status desk_entry(struct desk *desk, const struct answer_part *part, const void *entry);
/* NOT_FOUND with `message` when the table part has no entry; else OK. Says whether the record covers the query. */
enum status desk_end(struct desk *desk, const char *message);

/* One per question. Each is called with the asker begun and ends with what desk_end or an error says. */
typedef enum status desk_question(struct desk *desk);
desk_question desk_brief, desk_inforce, desk_tariffs, desk_who, desk_last, desk_next, desk_held, desk_days, desk_chain,
    desk_series, desk_search, desk_stats, desk_statements, desk_log, desk_diff, desk_check;

/* Is it a question of the desk? `list statements` is one too. */
bool desk_takes(const struct detente_request *request);
enum status desk_ask(detente *database, const struct detente_request *request, struct front_answer *answer,
                     struct detente_answer *told, struct error *error);

#endif
