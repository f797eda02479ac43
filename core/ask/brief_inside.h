/* What the files of the brief share. */
#ifndef DETENTE_ASK_BRIEF_INSIDE_H
#define DETENTE_ASK_BRIEF_INSIDE_H

#include "brief.h"
#include "inside.h"

/* A measure that stands on the day. */
struct brief_standing {
    struct slice id, title;
    struct slice sides; /* list cell: who imposes it */
};

/* The page being made. */
struct brief_work {
    struct asker *asker;
    const struct brief_request *request;
    brief_visit *visit;
    void *context;
    struct arena arena;     /* for the whole page */
    struct slice names[2];
    struct slice_list shown; /* ids of events on the page, whose corrections are told; some twice */
    struct slice_list leaders; /* ids of people who lead either side on the day */
    struct slice led; /* id of the side of which a head of state or of government is known on the day; the last such */
    struct brief_standing *standing;
    size_t standing_count, standing_capacity;
    struct slice overdue;   /* id of an event planned for a day before; empty: none */
    size_t more_disputed;   /* than are shown */
};

bool brief_has(const struct slice_list *list, struct slice id);
/* Keeps a copy of an id once; an empty one not at all. */
enum status brief_keep(struct brief_work *work, struct slice_list *list, struct slice id, struct error *error);
/* Notes that an event stands on the page. */
enum status brief_show(struct brief_work *work, struct slice id, struct error *error);
/* The event of that id, completed; everything in the arena. */
enum status brief_complete(struct brief_work *work, struct slice id, struct answer_event *event, bool *found,
                           struct error *error);
/* brief_post.c: does the title of an ambassador name this side of the pair? By what the reference table makes of the post, so
 * that Nigeria is not Niger; where it does not know it, by the words. */
enum status brief_names_post(struct brief_work *work, struct slice title, size_t side, bool *named, struct error *error);
/* Does a row of coverage speak of the pair? Several countries: of what they do among one another. */
enum status brief_covers(struct brief_work *work, const struct record *coverage, bool *covering, struct error *error);
/* brief_notes.c: the last part of the page; needs what the others have shown. */
enum status brief_put_notes(struct brief_work *work, struct error *error);
/* brief_chain.c: what still stands in answer to which act. */
enum status brief_put_chains(struct brief_work *work, struct error *error);

#endif
