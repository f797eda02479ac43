/* Records as they were, and what is other between two revisions. */
#include "inside.h"

enum status store_each_difference(struct store *store, int64_t from, int64_t to, store_difference_visit *visit, void *context,
                                  struct error *error) {
    (void)store;
    (void)from;
    (void)to;
    (void)visit;
    (void)context;
    (void)error;
    return STATUS_OK;
}

enum status store_each_change_of(struct store *store, struct slice name, store_difference_visit *visit, void *context,
                                 struct error *error) {
    (void)store;
    (void)name;
    (void)visit;
    (void)context;
    (void)error;
    return STATUS_OK;
}

enum status store_get_past(struct store *store, enum record_type type, int64_t key, int64_t revision, struct arena *arena,
                           struct record *record, bool *found, struct error *error) {
    (void)store;
    (void)type;
    (void)key;
    (void)revision;
    (void)arena;
    (void)record;
    (void)found;
    (void)error;
    *found = false;
    return STATUS_OK;
}

enum status store_open_past(struct store *store, int64_t revision, struct store **past, struct error *error) {
    (void)store;
    (void)revision;
    (void)past;
    (void)error;
    *past = NULL;
    return STATUS_OK;
}
