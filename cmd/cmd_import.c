/* detente import PATH...: files and folders into the record, in one transaction. */
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "fault.h"
#include "output.h"

struct import_options {
    const char *format, *table, *date_order, *rejects;
    bool strict, json;
};

static const char *const date_orders[] = {"dmy", "mdy", "ymd", NULL};

#define AT(member) offsetof(struct import_options, member)
static const struct option rows[] = {
    {"--format", 0, OPTION_TEXT, AT(format), "FORMAT",
     "what the files are: csv, tsv, json, jsonl, dossier", 0},
    {"--table", 0, OPTION_TEXT, AT(table), "TABLE",
     "what a table holds: events, people, terms, ...", 0},
    {"--date-order", 0, OPTION_TEXT, AT(date_order), "ORDER", "of 03/04/2018: dmy, mdy or ymd",
     date_orders},
    {"--strict", 0, OPTION_FLAG, AT(strict), NULL, "EDTF dates only, and all rows or nothing", 0},
    {"--rejects", 0, OPTION_TEXT, AT(rejects), "FILE", "where rejected rows go, to be mended", 0},
    {"--json", 0, OPTION_FLAG, AT(json), NULL, "the summary on standard output, as JSON", 0},
};
#undef AT
static const struct option_table options = {"Import", rows, sizeof rows / sizeof *rows};

/* ---- what the import tells on its way ---- */

enum { REJECTED_SHOWN = 20 };

struct watcher {
    const struct term *term;
    struct progress progress;
    uint64_t rejected;
    char advised[sizeof((struct detente_error *)0)->remedy]; /* the latest remedy shown */
};

/* What helps with one row mostly helps with the next: a remedy is not said twice in a row. */
static void hear_rejected(void *context, const struct detente_error *fault) {
    struct watcher *watcher = context;
    if (watcher->rejected++ >= REJECTED_SHOWN) return;
    struct detente_error shown = *fault;
    if (strcmp(shown.remedy, watcher->advised) == 0) shown.remedy[0] = '\0';
    else memcpy(watcher->advised, shown.remedy, sizeof watcher->advised);
    progress_erase(&watcher->progress);
    term_print_error(watcher->term, &shown);
}

static void hear_remark(void *context, const char *text) {
    struct watcher *watcher = context;
    progress_erase(&watcher->progress);
    term_print_remark(watcher->term, text);
}

static bool hear_progress(void *context, uint64_t count) {
    struct watcher *watcher = context;
    progress_show(&watcher->progress, count);
    return !term_interrupted();
}

static void tell_more_rejected(const struct watcher *watcher, const char *rejects) {
    if (watcher->rejected <= REJECTED_SHOWN) return;
    term_print_line(
        "... and %" PRIu64 " more rejected rows; %s%s", watcher->rejected - REJECTED_SHOWN,
        rejects ? "all are in " : "--rejects FILE keeps all of them", rejects ? rejects : "");
}

/* ---- the summary ---- */

static void print_summary_json(const struct detente_import_summary *summary, bool dry_run) {
    printf("{\"added\":%" PRIu64 ",\"updated\":%" PRIu64 ",\"unchanged\":%" PRIu64
           ",\"rejected\":%" PRIu64 ",\"made\":%" PRIu64 ",\"converted\":%" PRIu64
           ",\"dry_run\":%s}\n",
           summary->added, summary->updated, summary->unchanged, summary->rejected, summary->made,
           summary->converted, dry_run ? "true" : "false");
}

static void print_summary(const struct detente_import_summary *summary, bool dry_run) {
    term_print_line("%" PRIu64 " added, %" PRIu64 " updated, %" PRIu64 " unchanged, %" PRIu64
                    " rejected%s",
                    summary->added, summary->updated, summary->unchanged, summary->rejected,
                    dry_run ? " (dry run: nothing was kept)" : "");
}

/* ---- the command ---- */

static bool is_standard_input(const char *path) {
    return strcmp(path, "-") == 0;
}

static enum detente_status check_path(const struct call *call, const char *path,
                                      struct detente_error *error) {
    const struct import_options *own = call->own;
    if (access(path, R_OK) != 0) return fault_set_system(error, path, errno);
    if (!own->rejects || !output_is_same_file(path, own->rejects)) return DETENTE_OK;
    return fault_set(error, DETENTE_USAGE, "--rejects %s would overwrite what is imported", path);
}

static enum detente_status check_import(const struct call *call, struct detente_error *error) {
    const struct import_options *own = call->own;
    size_t standard = 0;
    for (size_t i = 0; i < call->words.count; i++) {
        const char *path = call->words.items[i];
        if (is_standard_input(path)) standard++;
        else if (check_path(call, path, error) != DETENTE_OK) return error->status;
    }
    if (standard > 1)
        return fault_set(error, DETENTE_USAGE, "standard input (-) can be read only once");
    if (own->rejects && output_is_same_file(own->rejects, call->database_path))
        return fault_set(error, DETENTE_USAGE, "--rejects %s would overwrite the record itself",
                         own->rejects);
    return standard ? term_await_input(&call->term, error) : DETENTE_OK;
}

static struct detente_import make_request(const struct call *call) {
    const struct import_options *own = call->own;
    return (struct detente_import){
        .paths = call->words.items,
        .path_count = call->words.count,
        .standard_input = stdin,
        .format = own->format ? own->format : call->format.name,
        .table = own->table,
        .date_order = own->date_order,
        .strict = own->strict,
        .dry_run = call->change.dry_run,
        .rejects = own->rejects,
        .today = call->today,
    };
}

static enum detente_status report(const struct call *call, const struct watcher *watcher,
                                  const struct detente_import_summary *summary) {
    const struct import_options *own = call->own;
    tell_more_rejected(watcher, own->rejects);
    if (own->json || call->format.json) print_summary_json(summary, call->change.dry_run);
    else if (!call->term.quiet) print_summary(summary, call->change.dry_run);
    return summary->rejected > 0 ? DETENTE_BAD_INPUT : DETENTE_OK;
}

static enum detente_status run_import(const struct call *call, struct detente_error *error) {
    struct watcher watcher = {.term = &call->term};
    const struct detente_import_watch watch = {
        .context = &watcher,
        .rejected = hear_rejected,
        .remark = hear_remark,
        .progress = hear_progress,
    };
    const struct detente_import request = make_request(call);
    struct detente_import_summary summary = {0};
    term_catch_interrupt();
    progress_start(&watcher.progress, &call->term);
    enum detente_status status =
        detente_import_files(call->database, &request, &watch, &summary, error);
    progress_erase(&watcher.progress);
    if (status == DETENTE_OK) return report(call, &watcher, &summary);
    tell_more_rejected(&watcher, request.rejects);
    if (!term_interrupted()) return status;
    *error = (struct detente_error){.status = DETENTE_OK};
    return fault_set(error, DETENTE_STOPPED, "interrupted; nothing was kept");
}

static const struct example examples[] = {
    {"detente import fixtures/canada-china", "a dossier: a folder of tables"},
    {"detente import events.csv", "one table; --table says what it holds when its name does not"},
    {"detente import --date-order dmy --rejects mend.csv events.csv",
     "03/04/2018 is the 3rd of April; rows that cannot be taken go to mend.csv"},
    {"detente import --dry-run record.json", "what would change"},
    {"curl -s https://example.org/record.json | detente import --format json -", "from a pipe"},
    {0},
};

const struct command cmd_import = {
    .name = "import",
    .group = "Begin",
    .summary = "take in a dossier, CSV, JSON or JSON Lines; makes the record too",
    .words = "PATH...",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_CREATE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &options,
    .options_size = sizeof(struct import_options),
    .check = check_import,
    .run = run_import,
    .examples = examples,
};
