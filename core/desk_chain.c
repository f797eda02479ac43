/* Not built yet. */
#include "desk.h"

enum status desk_chain(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "chain is not built yet");
}
