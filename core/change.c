/* Changes of one record, each in one transaction. */
#include "change.h"

enum detente_status detente_change_record(detente *database, const struct detente_change *change,
                                          struct detente_change_summary *summary, struct detente_error *error) {
    struct error inner = {0};
    (void)database;
    (void)change;
    *summary = (struct detente_change_summary){0};
    return front_report(error_set(&inner, STATUS_USAGE, "not yet"), &inner, error);
}

enum detente_status detente_take_record(detente *database, const char *id, char **json, char state[DETENTE_STATE],
                                        struct detente_error *error) {
    struct error inner = {0};
    (void)database;
    (void)id;
    *json = NULL;
    state[0] = '\0';
    return front_report(error_set(&inner, STATUS_USAGE, "not yet"), &inner, error);
}
