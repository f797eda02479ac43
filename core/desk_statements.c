/* Not built yet. */
#include "desk.h"

enum status desk_statements(struct desk *desk) {
    return error_set(desk->error, STATUS_USAGE, "statements is not built yet");
}
