/* detente remove ID...: records, with what belongs to them. */
#include "author.h"
#include "preview.h"

#include "fault.h"

struct remove_options {
    const char *reason;
};

#define AT(member) offsetof(struct remove_options, member)
static const struct option rows[] = {
    {"--reason", 0, OPTION_TEXT, AT(reason), "TEXT", "why; kept in the log", 0},
};
#undef AT
static const struct option_table options = {"Remove", rows, sizeof rows / sizeof *rows};

static void tell(const struct call *call, const struct detente_change_summary *summary) {
    const char *gap = summary->remark[0] ? " " : "";
    if (call->change.dry_run)
        term_print_line("%s%s%s would be removed (dry run: nothing was kept)", summary->name, gap, summary->remark);
    else
        term_print_line("removed %s%s%s; `detente undo` takes it back", summary->name, gap, summary->remark);
}

static enum detente_status run_remove(const struct call *call, struct detente_error *error) {
    const struct remove_options *own = call->own;
    struct detente_change_summary summary;
    struct detente_change change = {
        .action = DETENTE_REMOVE, .words = call->words, .author = author_of(call, own->reason)};
    return preview_change_told(call, &change, &summary, tell, error);
}

static const struct example examples[] = {
    {"detente remove -n CC-M25B", "what would go, and what would go along"},
    {"detente remove CC-M22 --reason \"no source of its own\"", "an event, with its claims and links"},
    {"detente remove link:CC-120/part_of/CC-M25B", "a record without an id, by its name"},
    {0},
};

const struct command cmd_remove = {
    .name = "remove",
    .group = "Change",
    .summary = "remove records, with what belongs to them",
    .words = "ID...",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &options,
    .options_size = sizeof(struct remove_options),
    .more = "With an event go its claims and links, with a person its terms of office, with\n"
            "every record what is noted of it. A record that others name stays: a source on\n"
            "which an event rests, a person who takes part in one. All go, or none.",
    .check = preview_check_format,
    .run = run_remove,
    .examples = examples,
};
