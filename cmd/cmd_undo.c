/* detente undo [REV]: a revision is taken back, all of it. */
#include "author.h"
#include "preview.h"

#include <inttypes.h>

struct undo_options {
    const char *reason;
};

#define AT(member) offsetof(struct undo_options, member)
static const struct option rows[] = {
    {"--reason", 0, OPTION_TEXT, AT(reason), "TEXT", "why; kept in the log", 0},
};
#undef AT
static const struct option_table options = {"Undo", rows, sizeof rows / sizeof *rows};

static void tell(const struct call *call, const struct detente_change_summary *summary) {
    static const char *const words[] = {"added", "updated", "removed"};
    const uint64_t counts[] = {summary->added, summary->updated, summary->removed};
    char text[120] = "";
    size_t size = 0;
    for (size_t i = 0; i < 3; i++)
        if (counts[i])
            size += (size_t)snprintf(text + size, sizeof text - size, "%s%" PRIu64 " %s", size ? ", " : "", counts[i], words[i]);
    if (call->change.dry_run)
        term_print_line("%s (%s) would be taken back: %s (dry run: nothing was kept)", summary->name, summary->remark, text);
    else
        term_print_line("took back %s (%s): %s; revision %" PRId64, summary->name, summary->remark, text, summary->revision);
}

static enum detente_status run_undo(const struct call *call, struct detente_error *error) {
    const struct undo_options *own = call->own;
    struct detente_change_summary summary;
    struct detente_change change = {
        .action = DETENTE_UNDO, .words = call->words, .author = author_of(call, own->reason)};
    return preview_change_told(call, &change, &summary, tell, error);
}

static const struct example examples[] = {
    {"detente undo -n", "what would change"},
    {"detente undo", "the latest change that has not been taken back"},
    {"detente undo 1 --reason \"imported twice\"", "a revision of the log, a whole import too"},
    {0},
};

const struct command cmd_undo = {
    .name = "undo",
    .group = "Keep",
    .summary = "take a revision back, a whole import too",
    .words = "[REV]",
    .min_words = 0,
    .max_words = 1,
    .needs = NEEDS_WRITE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &options,
    .options_size = sizeof(struct undo_options),
    .more = "What the revision added goes, what it changed is as it was, and what it\n"
            "removed comes back, whole. Nothing is lost: an undo is a revision of its own,\n"
            "and undo of its number brings back what it took. Where later revisions changed\n"
            "the same records, or name what would go, nothing is done, and the revisions\n"
            "are named that must be taken back first.",
    .check = preview_check_format,
    .run = run_undo,
    .examples = examples,
};
