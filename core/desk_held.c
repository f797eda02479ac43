/* Not built yet. */
#include "desk.h"

enum status desk_held(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "held is not built yet");
}

enum status desk_days(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "days is not built yet");
}
