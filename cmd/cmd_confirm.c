/* detente confirm ID --on DATE --source SOURCE: a measure still held on a day. */
#include "author.h"
#include "fault.h"
#include "preview.h"

struct confirm_options {
    const char *on, *source, *reason;
};

#define AT(member) offsetof(struct confirm_options, member)
static const struct option rows[] = {
    {"--on", 0, OPTION_TEXT, AT(on), "DATE", "the day (or month, year) on which it held", 0},
    {"--source", 0, OPTION_TEXT, AT(source), "SOURCE", "who says so: an id, a title or a URL", 0},
    {"--reason", 0, OPTION_TEXT, AT(reason), "TEXT", "why, for the log", 0},
};
#undef AT
static const struct option_table options = {"Changes of this command", rows, sizeof rows / sizeof *rows};

static enum detente_status check_confirm(const struct call *call, struct detente_error *error) {
    const struct confirm_options *own = call->own;
    if (own->on && own->source) return preview_check_format(call, error);
    fault_set(error, DETENTE_USAGE, "`confirm` needs %s", own->on ? "--source" : own->source ? "--on" : "--on and --source");
    fault_advise(error, "who says that it held, and on which day: detente confirm %.60s --on DATE --source SOURCE",
                 call->words.items[0]);
    return error->status;
}

static enum detente_status run_confirm(const struct call *call, struct detente_error *error) {
    const struct confirm_options *own = call->own;
    struct detente_change_summary summary;
    struct detente_change change = {
        .action = DETENTE_CONFIRM,
        .words = call->words,
        .on = own->on,
        .source = own->source,
        .author = author_of(call, own->reason),
    };
    return preview_change(call, &change, &summary, error);
}

static const struct example examples[] = {
    {"detente confirm CC-133 --on 2026-04-09 --source https://example.org/a",
     "it was in force that day; a source of a URL that is not known is made"},
    {0},
};

const struct command cmd_confirm = {
    .name = "confirm",
    .group = "Change",
    .summary = "say that a measure still held on a day",
    .words = "ID",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_WRITE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &options,
    .options_size = sizeof(struct confirm_options),
    .check = check_confirm,
    .run = run_confirm,
    .examples = examples,
};
