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
    struct slice standing;
    bool certain; /* surely held on every day asked for */
    struct shape_sources sources;
    struct slice note;
};
extern const struct shape holder_shape;

struct holder_request {
    bool any_day;        /* all terms, whatever their days */
    int64_t first, last; /* the days asked for */
    const struct query_actor *countries; /* in the order of the answer; none: all, by id */
    size_t country_count;
    struct slice_list offices; /* any of these; none: all */
    struct slice person;       /* id; empty: all */
};
typedef enum status holder_visit(void *context, const struct answer_holder *holder, struct error *error);
/* By country, then office (head of state, head of government, foreign minister, others by name), then start. */
enum status ask_holders(struct asker *asker, const struct holder_request *request, holder_visit *visit, void *context,
                        struct error *error);

#endif
