/* Events that are probably one act, recorded twice: never merged silently, only told. */
#ifndef DETENTE_ASK_DUPLICATE_H
#define DETENTE_ASK_DUPLICATE_H

#include "ask.h"

/* Same parties (in any role) and kind family, starts within two days of one another or of overlapping precision, and
 * similar titles. Events without a title are machine-coded reports (see --distinct) and are no duplicates of anything;
 * a link `duplicates` or part_of between two, or one in whose chain the other stands, says that they are known. */
typedef enum status ask_duplicate_visit(void *context, const struct stored_event *one, const struct stored_event *other,
                                        struct error *error);
/* Those like one event that come before it in the order of the contract (`earlier_only`), or all. The work follows the
 * events of its parties near its day. */
enum status ask_duplicates_of(struct asker *asker, const struct stored_event *event, bool earlier_only,
                              ask_duplicate_visit *visit, void *context, struct error *error);
/* All pairs of the record, each once. */
enum status ask_each_duplicate(struct asker *asker, ask_duplicate_visit *visit, void *context, struct error *error);

#endif
