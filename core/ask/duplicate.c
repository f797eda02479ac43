/* Events that are probably one act. */
#include "duplicate.h"

enum status ask_duplicates_of(struct asker *asker, const struct stored_event *event, bool earlier_only,
                              ask_duplicate_visit *visit, void *context, struct error *error) {
    (void)asker;
    (void)event;
    (void)earlier_only;
    (void)visit;
    (void)context;
    (void)error;
    return STATUS_OK;
}

enum status ask_each_duplicate(struct asker *asker, ask_duplicate_visit *visit, void *context, struct error *error) {
    (void)asker;
    (void)visit;
    (void)context;
    (void)error;
    return STATUS_OK;
}
