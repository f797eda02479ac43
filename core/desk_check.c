/* check: not built yet. */
#include "desk.h"

enum status desk_check(struct desk *desk) { return error_set(desk->error, STATUS_USAGE, "not yet"); }
