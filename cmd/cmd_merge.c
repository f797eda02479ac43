/* detente merge OLD INTO: two records of one thing become one. */
#include <inttypes.h>
#include <string.h>

#include "author.h"
#include "command.h"
#include "preview.h"

struct merge_options {
    const char *reason;
};

static const struct option rows[] = {
    {"--reason", 0, OPTION_TEXT, offsetof(struct merge_options, reason), "TEXT", "why, for the log", 0},
};
static const struct option_table options = {"Merge", rows, sizeof rows / sizeof *rows};

/* The first line of the remark says what names the record now, the others what the two said differently. */
static void tell(const struct call *call, const struct detente_change_summary *summary) {
    char text[sizeof summary->remark], revision[64] = " (dry run: nothing was kept)";
    if (call->term.quiet) return;
    memcpy(text, summary->remark, sizeof text);
    char *rest = strchr(text, '\n');
    if (rest) *rest++ = '\0';
    if (summary->revision) snprintf(revision, sizeof revision, "; revision %" PRId64, summary->revision);
    term_print_line("merged %s into %s: %s%s", call->words.items[0], summary->name, text, revision);
    while (rest) {
        char *line = rest;
        rest = strchr(rest, '\n');
        if (rest) *rest++ = '\0';
        term_print_remark(&call->term, line);
    }
    if (summary->revision) term_print_line("`detente undo` takes it back");
}

static enum detente_status run_merge(const struct call *call, struct detente_error *error) {
    const struct merge_options *own = call->own;
    const char *format = options_format(&call->format);
    struct detente_change change = {
        .action = DETENTE_MERGE, .words = call->words, .author = author_of(call, own->reason)};
    struct detente_change_summary summary;
    struct call silent = *call;
    bool is_text = !format || strcmp(format, "text") == 0;
    if (is_text) silent.term.quiet = true; /* told here */
    enum detente_status status = preview_change(&silent, &change, &summary, error);
    if (status == DETENTE_OK && is_text) tell(call, &summary);
    return status;
}

static const struct example examples[] = {
    {"detente merge --dry-run CC-027 CC-026", "what would change if the two were one event"},
    {0},
};

static const char more[] =
    "INTO keeps what it has; what it lacks it gets from OLD: fields, parties,\n"
    "sources, tags, aliases. What the two say differently is told, and is nowhere\n"
    "but in the log afterwards. Claims, links, terms and notes of OLD, and all that\n"
    "names it, belong to INTO then. OLD can still be asked for: it leads to INTO,\n"
    "also in files that are imported.\n\n"
    "Two events, people, organizations or sources can be merged. Countries cannot,\n"
    "nor can an organization that the program itself knows become another; others\n"
    "can become it. `detente check duplicates` lists likely pairs.";

const struct command cmd_merge = {
    .name = "merge",
    .group = "Change",
    .summary = "make two records one; the old id leads to the new",
    .words = "OLD INTO",
    .min_words = 2,
    .max_words = 2,
    .needs = NEEDS_WRITE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &options,
    .options_size = sizeof(struct merge_options),
    .check = preview_check_format,
    .run = run_merge,
    .examples = examples,
    .more = more,
};
