/* detente link FROM RELATION TO: how one event bears on another. */
#include "author.h"
#include "preview.h"

struct link_options {
    const char *reason;
};
static const struct option rows[] = {
    {"--reason", 0, OPTION_TEXT, offsetof(struct link_options, reason), "TEXT", "why, for the log", 0},
};
static const struct option_table options = {"Changes of this command", rows, sizeof rows / sizeof *rows};

static enum detente_status run_link(const struct call *call, struct detente_error *error) {
    const struct link_options *own = call->own;
    struct detente_change_summary summary;
    struct detente_change change = {
        .action = DETENTE_LINK,
        .words = {call->words.items, 3},
        .settings = {call->words.items + 3, call->words.count - 3},
        .author = author_of(call, own->reason),
    };
    return preview_change(call, &change, &summary, error);
}

static const struct example examples[] = {
    {"detente link CC-M25B follows CC-M25A", "the one came after the other"},
    {"detente link CC-T-MP follows CC-T-EV asserted_by=Reuters --dry-run",
     "who says that it does; what would change"},
    {0},
};

const struct command cmd_link = {
    .name = "link",
    .group = "Change",
    .summary = "say how one event bears on another",
    .words = "FROM RELATION TO [FIELD=VALUE...]",
    .min_words = 3,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &options,
    .options_size = sizeof(struct link_options),
    .more = "Relations: retaliates_against responds_to follows part_of implements amends\n"
            "suspends extends replaces ends exchanged_for corrects duplicates. Settings:\n"
            "asserted_by and denied_by (lists), note, source. A link that is there already\n"
            "takes the settings. `detente remove link:FROM/RELATION/TO` takes one away.",
    .check = preview_check_format,
    .run = run_link,
    .examples = examples,
};
