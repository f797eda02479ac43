/* A question about events as plain data: what the filters of the command line say.
 *
 * Two steps: words (struct query_words, as typed) and the question itself (struct query, checked,
 * names resolved to ids, days as numbers). Several values of one filter mean any of them, but several people that all
 * of them took part; different filters must all hold. */
#ifndef DETENTE_QUERY_QUERY_H
#define DETENTE_QUERY_QUERY_H

#include "../model/resolve.h"

/* As typed: borrowed texts. */
struct query_words {
    struct slice from, to, match;
    struct slice_list pair; /* "A,B" as typed, or two items */
    struct slice_list countries, people, organizations, roles, kinds, statuses, tags, places, sources,
        texts, products, codes;
    struct slice min_mentions, limit, after;
    struct slice intensity, tone, box;
    bool multilateral, single_source, disputed, distinct, reverse;
};

struct query_actor {
    enum record_type type; /* country or organization */
    struct slice id;
};

/* From `low` to `high`, both in it. */
struct query_span {
    struct slice text; /* as typed; empty: no such filter */
    double low, high;
};

/* A part of the earth in degrees, its borders in it. */
struct query_box {
    struct slice text;                /* as typed; empty: no such filter */
    double south, west, north, east; /* west > east: across the antimeridian */
};

struct query {
    bool has_range; /* from or to was given */
    int64_t from, to; /* day numbers, inclusive; DAY_MIN / DAY_MAX for an open side */
    struct slice from_text, to_text; /* as typed */
    enum match_mode match;
    bool has_pair, multilateral;
    struct query_actor pair[2]; /* as given: first and second */
    struct slice_list countries, people, organizations; /* ids */
    struct slice_list roles, kinds, statuses, tags, places, sources, texts, products, codes;
    bool single_source, disputed, distinct, reverse;
    bool as_happened;     /* without statuses asked for: leaves out what is planned, denied or cancelled */
    bool public_only;     /* leaves out what is not public on the day `public_on` */
    int64_t public_on;
    int64_t min_mentions; /* 0: no such filter */
    struct query_span intensity, tone; /* events without a value match no span, nor a box */
    struct query_box box;
    int64_t limit;        /* -1: none */
    struct slice after;   /* id of an event; empty: from the start */
};

void query_init(struct query *query);
/* Is a product asked for by the beginning of its Harmonized System code, rather than by words? */
bool query_is_code(struct slice product);
/* "LOW/HIGH": decimal numbers, either may be left out. USAGE, naming the option, when it is no span. */
enum status query_parse_span(struct slice text, const char *option, struct query_span *span, struct error *error);
/* "SOUTH,WEST,NORTH,EAST". USAGE when it is no part of the earth. */
enum status query_parse_box(struct slice text, struct query_box *box, struct error *error);
bool query_is_in_span(const struct query_span *span, double value);
bool query_is_in_box(const struct query_box *box, double latitude, double longitude);
/* The day range that a date option means: its earliest day as `from`, its latest as `to`. `event_days`
 * looks up an event's bounds when the text is no date (may be NULL). */
struct query_dates {
    void *context;
    enum status (*event_days)(void *context, struct slice id, int64_t *first, int64_t *last,
                              struct error *error);
    bool has_today; /* a question of today: then the words today, yesterday and tomorrow are dates too */
    int64_t today;  /* day number */
};
/* Is it one of the words today, yesterday and tomorrow? The day then. */
bool query_read_day_word(struct slice text, int64_t today, int64_t *day);
enum status query_parse_range(const struct query_dates *dates, struct arena *arena, struct slice text,
                              int64_t *first, int64_t *last, struct error *error);
/* USAGE with the nearest name when a filter's value is not known or not well formed. */
enum status query_build(const struct lookup *lookup, const struct query_dates *dates,
                        struct arena *arena, const struct query_words *words, struct query *query,
                        struct error *error);

#endif
