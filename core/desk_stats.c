/* Not built yet. */
#include "desk.h"

enum status desk_stats(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "stats is not built yet");
}
