/* Taking a revision back. */
#include "inside.h"

enum status store_undo(struct store *store, int64_t revision, struct error *error) {
    (void)store;
    (void)revision;
    (void)error;
    return STATUS_OK;
}
