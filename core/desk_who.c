/* Not built yet. */
#include "desk.h"

enum status desk_who(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "who is not built yet");
}
