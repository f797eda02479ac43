/* Who held which office on a day (contract, section 1: terms; half-open, the end is the first day without it). */
#ifndef DETENTE_ASK_OFFICE_H
#define DETENTE_ASK_OFFICE_H

#include "ask.h"
#include "shape.h"

struct answer_holder {
    struct slice country, country_name;
    struct slice office; /* list cell */
    struct slice title;
    struct slice person, name; /* id and display name */
    struct slice start, end;   /* EDTF as written */
    struct slice standing;     /* "acting", "suspended" or empty */
    bool certain; /* surely held on every day asked for; of a term asked for without a day: its dates are exact */
    struct slice why; /* in words, where it is not certain: "start known to the month" */
    struct shape_sources sources;
    struct slice note;
};
extern const struct shape holder_shape;

/* The day of the question, for what stands above the holders. */
struct answer_office_day {
    struct slice on;           /* the day, or what was asked when that is several days; empty: no day was asked for */
    int64_t on_min, on_max;    /* where it is several days, their bounds; else DAY_MIN, DAY_MAX */
    int64_t first, last;       /* the days themselves, one or several */
    struct slice event, event_title; /* id and title, where an event's id was given for the day */
    struct slice without;      /* list cell of ids: asked for, but the record holds no office of theirs on the day */
    struct slice without_names;
    bool of_people;            /* people were asked for, not countries */
};
extern const struct shape office_day_shape;

struct holder_request {
    bool any_day;        /* all terms, whatever their days */
    int64_t first, last; /* the days asked for; DAY_MIN and DAY_MAX for an open side */
    bool has_today;      /* nobody knows who will be in office: after `today` a term without an end is not certain */
    int64_t today;
    const struct query_actor *countries; /* in the order of the answer; none: all, by id */
    size_t country_count;
    struct slice_list offices; /* any of these, in any spelling ask_is_office takes; none: all */
    struct slice_list people;  /* ids, in the order of the answer: instead of countries */
};
typedef enum status holder_visit(void *context, const struct answer_holder *holder, struct error *error);
/* By country, then office (head of state, head of government, foreign minister, others by name), then start, then
 * person; of people by person, then start. A term whose start or end is doubtful ('?', '%') is
 * never certain, one of which it is approximate ('~') only well away from it (term.h). */
enum status ask_holders(struct asker *asker, const struct holder_request *request, holder_visit *visit, void *context,
                        struct error *error);

/* Of the terms that are not held on the days asked for, the one that is nearest to them; all in the arena. */
enum status ask_nearest_holder(struct asker *asker, const struct holder_request *request, struct arena *arena,
                               struct answer_holder *holder, bool *found, struct error *error);

/* Do two words mean one office? "head of state", "Head-of-State" and "head_of_state" do. */
bool ask_is_office(struct slice a, struct slice b);
/* Every office that a term of the record has, each once, in the order of the terms; in the arena. */
enum status ask_list_offices(struct asker *asker, struct arena *arena, struct slice_list *offices, struct error *error);
/* Display name of a country or organization, of which only the id is known; the id itself when it has none. */
enum status ask_actor_name(struct asker *asker, struct slice id, struct slice *name, struct error *error);

#endif
