/* What an event is called: its title, or, of a machine-coded one without, words made of its code and its parties:
 * "Make a visit: United States → China". For people only: such words are never stored, nor told to programs. */
#ifndef DETENTE_ASK_TITLE_H
#define DETENTE_ASK_TITLE_H

#include "ask.h"

/* Is its title made? Then it has none of its own. */
bool title_is_made(const struct record *event);
/* Title of an event with its parties named, in the arena (or borrowed from the event). False when memory is out. */
bool title_make(const struct answer_event *event, struct arena *arena, struct slice *title);
/* Does a made title name all parties, those aside that only lend their ground? */
bool title_names_all(const struct answer_event *event);
/* Title of an event as the store hands it over: its parties are named here. */
enum status title_find(struct asker *asker, const struct record *event, struct arena *arena, struct slice *title,
                       struct error *error);

#endif
