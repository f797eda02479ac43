/* The log: revisions, and who touched a record. */
#include "inside.h"

enum status store_each_revision(struct store *store, int64_t from, int64_t to, bool newest_first, store_revision_visit *visit,
                                void *context, struct error *error) {
    (void)store;
    (void)from;
    (void)to;
    (void)newest_first;
    (void)visit;
    (void)context;
    (void)error;
    return STATUS_OK;
}

enum status store_each_revision_of(struct store *store, struct slice name, store_revision_visit *visit, void *context,
                                   struct error *error) {
    (void)store;
    (void)name;
    (void)visit;
    (void)context;
    (void)error;
    return STATUS_OK;
}

enum status store_get_revision(struct store *store, int64_t number, struct arena *arena, struct store_revision *revision,
                               bool *found, struct error *error) {
    (void)store;
    (void)number;
    (void)arena;
    (void)revision;
    (void)found;
    (void)error;
    *found = false;
    return STATUS_OK;
}

enum status store_find_content(struct store *store, struct slice hash, int64_t *revision, bool *found, struct error *error) {
    (void)store;
    (void)hash;
    (void)revision;
    (void)found;
    (void)error;
    *found = false;
    *revision = 0;
    return STATUS_OK;
}

enum status store_find_moment(struct store *store, struct slice time, int64_t *revision, struct error *error) {
    (void)store;
    (void)time;
    (void)revision;
    (void)error;
    *revision = 0;
    return STATUS_OK;
}

enum status store_find_key(struct store *store, struct slice name, enum record_type *type, int64_t *key, bool *found,
                           struct error *error) {
    (void)store;
    (void)name;
    (void)type;
    (void)key;
    (void)found;
    (void)error;
    *found = false;
    return STATUS_OK;
}

enum status store_find_latest(struct store *store, enum record_type type, int64_t key, int64_t *revision, struct error *error) {
    (void)store;
    (void)type;
    (void)key;
    (void)revision;
    (void)error;
    *revision = 0;
    return STATUS_OK;
}

enum status store_find_undoable(struct store *store, int64_t *revision, struct error *error) {
    (void)store;
    (void)revision;
    (void)error;
    *revision = 0;
    return STATUS_OK;
}
