/* What follows from an event's fields alone: its four day bounds, its order, its parties. */
#ifndef DETENTE_MODEL_EVENT_H
#define DETENTE_MODEL_EVENT_H

#include "../time/edtf.h"
#include "kind.h"
#include "record.h"

/* How the end of an event is known. */
enum end_state {
    END_GIVEN,    /* by `end` or by the date */
    END_IMPLIED,  /* empty, and of a class that then ends on its date */
    END_UNKNOWN,  /* a standing kind without an end, or an empty end of an interval */
    END_OPEN,     /* "..": known to go on */
    END_DERIVED   /* from an `ends` link; filled in by the store */
};

/* Day numbers, inclusive. Of a standing kind, the end is the first day on which it no longer holds;
 * of the others, its last day. DAY_MIN / DAY_MAX where there is no bound. */
struct event_times {
    enum kind_class duration;
    int64_t start_min, start_max, end_min, end_max;
    enum end_state end_state;
    int level;                     /* EDTF level of the date */
    enum edtf_precision precision; /* of the start */
    bool start_marked;             /* '?', '~' or '%': never certain */
    bool end_marked;
    bool uncertain, approximate;   /* anywhere in the date */
    int32_t second_of_day;         /* from the date or `time`; -1 when not written */
};

/* Works the bounds out after section 2 of the contract:
 *
 *   date           end    start         end
 *   simple, [set]  empty  the date      point, bounded: the date (IMPLIED)
 *                                       standing: from the earliest start on (UNKNOWN)
 *   a/b, a point   empty  in a to b     likewise (IMPLIED)
 *   a/b, others    empty  a             b (GIVEN); "a/..": none (OPEN); "a/": not known (UNKNOWN)
 *   {a,b}          empty  a, earliest   b, latest; of a standing kind the day after (GIVEN)
 *   any            given  the date      `end` (GIVEN); "..": none (OPEN)
 *
 * A point that has an end is taken as bounded. The bounds are those of all pairs of days of which
 * the start is not after the end: so start_min <= end_min and start_max <= end_max always.
 * BAD_INPUT, with *field, when kind or date is missing, a date does not parse or the end is surely
 * before the start. */
enum status event_find_times(const struct record *event, struct event_times *times, int *field,
                             struct error *error);
/* The last day on which it can be under way: end_max, less a day for standing kinds, but not before
 * the latest start (what is ended on the day it began was there that day). */
int64_t event_last_day(const struct event_times *times);

/* May it be published on that day? `release` is empty or "public", or the day until which it is embargoed has
 * come (of an uncertain one the latest day). */
bool event_is_public(const struct record *event, int64_t day);

/* Does a status say that it came about, or may have? Not when planned, denied or cancelled. Empty: reported. */
bool event_status_is_real(struct slice status);

/* The order of events: earliest start, latest start, earliest end, time of day (not written goes
 * first), id. Total, so that all output is reproducible. <0, 0, >0. */
int event_compare(const struct event_times *a, struct slice a_id, const struct event_times *b,
                  struct slice b_id);

/* Match modes of a range [from, to], days inclusive; an empty range (from > to) matches nothing.
 *
 *   starts    the start can fall in the range. A start without a lower bound counts by its latest
 *             day alone; one without any bound therefore matches only a range without an upper end.
 *   overlaps  it can be under way on a day of the range
 *   certain   the start surely falls in the range
 *
 * SURE: in starts and certain, that the start surely falls in the range; in overlaps, that it is
 * surely under way on a day of it. Never with a marked start, and not by way of a marked end. What
 * `certain` matches, `starts` matches; what `starts` matches, `overlaps` matches. */
enum match_mode { MATCH_STARTS, MATCH_OVERLAPS, MATCH_CERTAIN };
/* The oracle that the store's SQL must agree with. */
enum match { MATCH_NONE, MATCH_POSSIBLE, MATCH_SURE };
enum match event_match(const struct event_times *times, int64_t from, int64_t to,
                       enum match_mode mode);

/* One party. */
enum party_type { PARTY_COUNTRY, PARTY_ORGANIZATION, PARTY_PERSON, PARTY_ACTOR, PARTY_TYPES };
struct party {
    enum party_type type;
    struct slice id;       /* of an actor: its name */
    struct slice role;     /* never empty: "participant" by default */
    struct slice acts_for; /* given, not worked out; empty when not */
    struct slice as;       /* "special envoy"; empty when not given */
};
/* "country", "organization", "person", "actor" */
const char *party_type_name(enum party_type type);
enum party_type party_find_type(struct slice name); /* PARTY_TYPES when none */

struct party_list {
    struct party *items;
    size_t count;
};
/* All parties in the order of the contract. An item of party_details stands for the same party in
 * the cell: the one of its type, id and role, else the one of its type and id that has no role,
 * which then gets it; without a role, the first of its id. Where there is none it is a party of its own.
 * BAD_INPUT only for a malformed cell. */
enum status event_list_parties(struct arena *arena, const struct record *event,
                               struct party_list *out, struct error *error);
/* Writes a list of parties back into the four cells and party_details, all of them given then.
 * False when memory is out. */
bool event_set_parties(struct arena *arena, const struct party_list *parties, struct record *event);
/* Drops from party_details what is about parties that are not in the cells (of that type, id and
 * role). For a row whose cells are new and whose details are those that were there. */
enum status event_drop_details(struct arena *arena, struct record *event, struct error *error);
/* Takes imposer and target, as ids, into the parties and clears them. To be called on the whole
 * event, after a row has been laid over what is there already, with the `given` of the row. An id
 * is that of a country, unless a party or the reference table says organization, or the item does
 * ("organization:ID", as resolve.h leaves it).
 *
 * A party without a role gets the one that the shorthand says; who is no party yet becomes one.
 * Where the cells and the shorthand are both given and differ (a role given to others, or another
 * role given to the same) it is an error; where one of them alone is given, it wins over what was
 * there. */
enum status event_merge_shorthand(struct arena *arena, struct record *event, int *field,
                                  struct error *error);
/* The reverse, for export: fills imposer and target from the roles of countries and organizations,
 * where there is an imposer (a target alone may be anybody's: of a machine-coded act, say). */
bool event_fill_shorthand(struct arena *arena, struct record *event);

/* "<date>-<words of its title>" for an event without an id, in letters that an id may have; without
 * words (no title, or none in Latin letters) those of its kind. False when memory is out. */
bool event_make_id(struct arena *arena, const struct record *event, struct slice *id);

#endif
