/* Not built yet. */
#include "desk.h"

enum status desk_search(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "search is not built yet");
}
