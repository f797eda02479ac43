/* Not built yet. */
#include "desk.h"

enum status desk_series(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "series is not built yet");
}
