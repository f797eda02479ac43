/* Hits of a full text search: what was found, where it has the words, and the stretch of text that shows it. */
#ifndef DETENTE_ASK_SEARCH_H
#define DETENTE_ASK_SEARCH_H

#include "ask.h"
#include "excerpt.h"

struct answer_hit {
    struct shape_count rank; /* from 1 */
    struct slice type, id;   /* event, person, organization, country, source */
    struct slice date;       /* EDTF as written; of a source when it was published */
    struct slice kind, status;
    struct slice release;    /* of an event: where it is not "public"; empty where it is */
    struct slice title;      /* of an event its title, of others their name or title; an event may have none */
    struct slice match;      /* with a range: "certain" or "possible" */
    struct slice field;      /* what the excerpt is from, see search_field */
    struct slice excerpt;    /* one line of about 160 columns; behind an alias the name in brackets */
    struct shape_entries marks; /* of the excerpt: struct excerpt_mark */
    struct slice marked;     /* the excerpt with « and » around the marks */
    struct slice words;      /* list cell: the words that are marked, in title and excerpt, as they stand there */
    struct slice quoted;     /* of a quote: id of the source that has it */
    bool disputed;
    struct shape_sources sources; /* of an event */
    /* For pages. */
    const struct answer_event *event; /* NULL when it is no event */
    struct excerpt whole_title;       /* all of it, with its marks */
    const struct record *quote_source; /* NULL when there is none */
};
extern const struct shape hit_shape;

struct answer_hits {
    struct shape_count total; /* all that were found, be they shown or not */
};
extern const struct shape hits_shape;

struct search_request {
    const struct search_words *words;
    const struct query *query; /* filters, and the limit: -1 shows all */
    bool has_filters;          /* then only events are looked for */
};
typedef enum status hit_visit(void *context, const struct answer_hit *hit, struct error *error);
/* First countries, organizations and people, the best first (with a limit at most a quarter of it), then events by rank,
 * then sources. `having`: events that have the words, whatever the filters. The index must have been brought up to date. */
enum status ask_search(struct asker *asker, const struct search_request *request, hit_visit *visit, void *context,
                       struct answer_hits *hits, int64_t *having, struct error *error);

#endif
