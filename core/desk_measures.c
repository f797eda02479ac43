/* Not built yet. */
#include "desk.h"

enum status desk_inforce(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "inforce is not built yet");
}

enum status desk_tariffs(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "tariffs is not built yet");
}
