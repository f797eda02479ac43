/* Not built yet. */
#include "desk.h"

enum status desk_brief(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "brief is not built yet");
}
