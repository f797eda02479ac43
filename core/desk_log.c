/* log: not built yet. */
#include "desk.h"

enum status desk_log(struct desk *desk) { return error_set(desk->error, STATUS_USAGE, "not yet"); }
