/* Backups, and records taken back from them. */
#include "front.h"

enum detente_status detente_backup(detente *database, const char *path, bool force, struct detente_error *error) {
    struct error inner = {0};
    (void)database;
    (void)path;
    (void)force;
    return front_report(error_set(&inner, STATUS_USAGE, "not yet"), &inner, error);
}

enum detente_status detente_restore(const char *path, const char *from, char *kept, size_t kept_size,
                                    struct detente_error *error) {
    struct error inner = {0};
    (void)path;
    (void)from;
    (void)kept;
    (void)kept_size;
    return front_report(error_set(&inner, STATUS_USAGE, "not yet"), &inner, error);
}
