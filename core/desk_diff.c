/* diff: not built yet. */
#include "desk.h"

enum status desk_diff(struct desk *desk) { return error_set(desk->error, STATUS_USAGE, "not yet"); }

#include "change.h"

enum status front_write_difference(struct detente *database, const struct detente_request *preview, const char *command,
                                   int64_t from, int64_t to, struct error *error) {
    (void)database;
    (void)preview;
    (void)command;
    (void)from;
    (void)to;
    (void)error;
    return STATUS_OK;
}
