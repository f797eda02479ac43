/* Removing records, and proving that nobody names what is gone. */
#include "inside.h"

enum status remove_note_gone(struct store *store, enum record_type type, struct slice id, struct error *error) {
    (void)store;
    (void)type;
    (void)id;
    (void)error;
    return STATUS_OK;
}

enum status remove_check_gone(struct store *store, struct error *error) {
    (void)store;
    (void)error;
    return STATUS_OK;
}

enum status store_remove(struct store *store, enum record_type type, int64_t key, struct store_removal *removal,
                         struct error *error) {
    (void)store;
    (void)type;
    (void)key;
    (void)removal;
    (void)error;
    return STATUS_OK;
}
