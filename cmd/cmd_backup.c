/* detente backup FILE: the record in one verified file, while others read and write it. */
#include "copied.h"

static const struct option rows[] = {
    {"--force", 0, OPTION_FLAG, offsetof(struct copied_options, force), NULL, "in place of a file that is there", 0},
};
static const struct option_table options = {"Backup", rows, sizeof rows / sizeof *rows};

static enum detente_status run_backup(const struct call *call, struct detente_error *error) {
    struct copying copying;
    struct detente_copied copied;
    const char *path = call->words.items[0];
    copying_begin(&copying, call, "backed up");
    enum detente_status status = detente_backup(call->database, path, &copying.how, &copied, error);
    status = copying_end(&copying, status, error);
    const struct copied_words words = {"backup", path, NULL, NULL, "backed up"};
    if (status == DETENTE_OK) copied_print(call, &words, &copied);
    return status;
}

static const struct example examples[] = {
    {"detente backup monday.db", "a copy of the record, its log included, that has passed all checks"},
    {"detente backup --force latest.db", "in place of the one that is there"},
    {"detente --db monday.db stats", "a backup is a record like any other"},
    {0},
};

const struct command cmd_backup = {
    .name = "backup",
    .group = "Keep",
    .summary = "a verified copy of the record",
    .words = "FILE",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_READ,
    .takes = TAKES_FORMAT,
    .options = &options,
    .options_size = sizeof(struct copied_options),
    .check = copied_check_format,
    .run = run_backup,
    .examples = examples,
};
