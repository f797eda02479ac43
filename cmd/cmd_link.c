/* detente link: not built yet. */
#include "command.h"
#include "fault.h"

static enum detente_status run_link(const struct call *call, struct detente_error *error) {
    (void)call;
    return fault_set(error, DETENTE_USAGE, "not yet");
}

static const struct example examples[] = {{0}};

const struct command cmd_link = {
    .name = "link",
    .group = "Change",
    .summary = "say how one event bears on another",
    .words = "FROM RELATION TO [FIELD=VALUE...]",
    .min_words = 3,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .run = run_link,
    .examples = examples,
};
