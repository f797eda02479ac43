/* detente restore FILE: the record as a backup has it; what was there is kept. */
#include <stdio.h>

#include "copied.h"

static const struct option rows[] = {
    {"--force", 0, OPTION_FLAG, offsetof(struct copied_options, force), NULL, "also in place of a file that is no record", 0},
};
static const struct option_table options = {"Restore", rows, sizeof rows / sizeof *rows};

static enum detente_status run_restore(const struct call *call, struct detente_error *error) {
    struct copying copying;
    struct detente_copied copied;
    const char *from = call->words.items[0];
    char line[600];
    copying_begin(&copying, call, "restored");
    enum detente_status status = detente_restore(call->database_path, from, &copying.how, &copied, error);
    status = copying_end(&copying, status, error);
    snprintf(line, sizeof line, "restored %.500s:", call->database_path);
    const struct copied_words words = {"restored", call->database_path, "from", from, line};
    if (status == DETENTE_OK) copied_print(call, &words, &copied);
    return status;
}

static const struct example examples[] = {
    {"detente restore monday.db", "what was there is kept as detente.db.before-restore"},
    {"detente --db copy.db restore monday.db", "into another file, new or not"},
    {0},
};

const struct command cmd_restore = {
    .name = "restore",
    .group = "Keep",
    .summary = "take the record back from a backup",
    .words = "FILE",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_NOTHING,
    .takes = TAKES_FORMAT,
    .options = &options,
    .options_size = sizeof(struct copied_options),
    .check = copied_check_format,
    .run = run_restore,
    .examples = examples,
};
