/* Not built yet. */
#include "desk.h"

enum status desk_last(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "last is not built yet");
}

enum status desk_next(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "next is not built yet");
}
