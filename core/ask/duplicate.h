/* Events that are probably one act, recorded twice: never merged silently, only told. */
#ifndef DETENTE_ASK_DUPLICATE_H
#define DETENTE_ASK_DUPLICATE_H

#include "ask.h"

/* Two events are probably one act when they have the same parties (countries and organizations that act, in any role; of
 * people and others one may name fewer), kinds of which one is the other or below it (any of meeting, any of visit), starts
 * within two days of one another or that can be the same day (both known to a month at least; what is vaguer only when
 * both say the same), and similar titles. Not when they contradict one another: rates, basis, products, roles (who acted on
 * whom), places on different days, one of them cancelled or denied.
 *
 * Events without a title are machine-coded reports (see --distinct) and like nothing. A link between two, one in whose
 * chain the other stands, or that they are parts of one event, says that they are known. */
typedef enum status ask_duplicate_visit(void *context, const struct stored_event *one, const struct stored_event *other,
                                        struct error *error);
/* Those like one event that come before it in the order of the contract (`earlier_only`), or all. The work follows the
 * events of its parties near its day, at most the 500 nearest before it and as many behind it. Lets go of names that the asker gave before. */
enum status ask_duplicates_of(struct asker *asker, const struct stored_event *event, bool earlier_only,
                              ask_duplicate_visit *visit, void *context, struct error *error);
/* All pairs of the record, each once, by the later of the two; `one` comes before `other`. Reads every event once; its memory
 * follows the busiest month. */
enum status ask_each_duplicate(struct asker *asker, ask_duplicate_visit *visit, void *context, struct error *error);

#endif
