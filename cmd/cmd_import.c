/* detente import PATH...: files and folders into the record, in one transaction. */
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "author.h"
#include "fault.h"
#include "preview.h"
#include "unplaced.h"

struct import_options {
    const char *format, *table, *date_order, *rejects, *on_conflict, *reason, *profile, *map, *unplaced;
    bool strict, prune, no_coverage, json;
};

static const char *const conflict_choices[] = {"update", "skip", "fail", NULL};

static const char *const date_orders[] = {"dmy", "mdy", "ymd", NULL};

#define AT(member) offsetof(struct import_options, member)
static const struct option rows[] = {
    {"--format", 0, OPTION_TEXT, AT(format), "FORMAT",
     "what the files are: csv, tsv, json, jsonl, dossier", 0},
    {"--table", 0, OPTION_TEXT, AT(table), "TABLE",
     "what a table holds: events, people, terms, ...", 0},
    {"--profile", 0, OPTION_TEXT, AT(profile), "NAME",
     "of other people's tables: see `detente profiles`", 0},
    {"--map", 0, OPTION_TEXT, AT(map), "FILE", "a profile of your own, as JSON", 0},
    {"--unplaced", 0, OPTION_TEXT, AT(unplaced), "FILE",
     "all that could not be placed, as CSV", 0},
    {"--no-coverage", 0, OPTION_FLAG, AT(no_coverage), NULL, "the files are samples: they cover no days", 0},
    {"--date-order", 0, OPTION_TEXT, AT(date_order), "ORDER", "of 03/04/2018: dmy, mdy or ymd",
     date_orders},
    {"--strict", 0, OPTION_FLAG, AT(strict), NULL, "EDTF dates only, and all rows or nothing", 0},
    {"--rejects", 0, OPTION_TEXT, AT(rejects), "FILE", "where rejected rows go, to be mended", 0},
    {"--on-conflict", 0, OPTION_TEXT, AT(on_conflict), "HOW",
     "a record that is here: update, skip or fail", conflict_choices},
    {"--prune", 0, OPTION_FLAG, AT(prune), NULL, "remove what a dossier no longer has", 0},
    {"--reason", 0, OPTION_TEXT, AT(reason), "TEXT", "why, for the log", 0},
    {"--json", 0, OPTION_FLAG, AT(json), NULL, "the summary on standard output, as JSON", 0},
};
#undef AT
static const struct option_table options = {"Import", rows, sizeof rows / sizeof *rows};

/* ---- what the import tells on its way ---- */

enum { SHOWN = 20 /* of each sort */ };

struct watcher {
    const struct term *term;
    struct progress progress;
    struct unplaced unplaced;
    uint64_t rejected, refused, kept;
    char advised[sizeof((struct detente_error *)0)->remedy]; /* the latest remedy shown */
};

/* What helps with one row mostly helps with the next: a remedy is not said twice in a row. */
static void show_fault(struct watcher *watcher, const struct detente_error *fault) {
    struct detente_error shown = *fault;
    if (strcmp(shown.remedy, watcher->advised) == 0) shown.remedy[0] = '\0';
    else memcpy(watcher->advised, shown.remedy, sizeof watcher->advised);
    progress_erase(&watcher->progress);
    term_print_error(watcher->term, &shown);
}

static void hear_rejected(void *context, const struct detente_error *fault) {
    struct watcher *watcher = context;
    if (watcher->rejected++ < SHOWN) show_fault(watcher, fault);
}

/* What the file has nothing new to say of is no more than a remark. */
static void hear_conflict(void *context, const struct detente_error *fault, bool refused) {
    struct watcher *watcher = context;
    char text[sizeof fault->file + sizeof fault->message + 40];
    if (refused) {
        if (watcher->refused++ < SHOWN) show_fault(watcher, fault);
        return;
    }
    if (watcher->kept++ >= SHOWN) return;
    if (fault->line)
        snprintf(text, sizeof text, "%s:%ld: %s", fault->file, fault->line, fault->message);
    else snprintf(text, sizeof text, "%s: %s", fault->file, fault->message);
    progress_erase(&watcher->progress);
    term_print_remark(watcher->term, text);
}

static void hear_remark(void *context, const char *text) {
    struct watcher *watcher = context;
    progress_erase(&watcher->progress);
    term_print_remark(watcher->term, text);
}

static void hear_unplaced(void *context, const struct detente_unplaced *what) {
    struct watcher *watcher = context;
    progress_erase(&watcher->progress);
    unplaced_hear(&watcher->unplaced, what);
}

static bool hear_progress(void *context, uint64_t count) {
    struct watcher *watcher = context;
    progress_show(&watcher->progress, count);
    return !term_interrupted();
}

static void tell_more_of(uint64_t count, const char *what, const char *rejects) {
    if (count <= SHOWN) return;
    term_print_line("... and %" PRIu64 " more %s; %s%s", count - SHOWN, what,
                    rejects ? "all are in " : "--rejects FILE keeps all of them",
                    rejects ? rejects : "");
}

static void tell_more(const struct watcher *watcher, const char *rejects) {
    tell_more_of(watcher->rejected, "rejected rows", rejects);
    tell_more_of(watcher->refused, "rows on records that were changed here", rejects);
    if (watcher->kept > SHOWN && !watcher->term->quiet)
        term_print_line("... and %" PRIu64 " more records that were changed here",
                        watcher->kept - SHOWN);
}

/* ---- the summary ---- */

struct count {
    const char *name;
    uint64_t value;
};

/* One, several, and the member of a document. */
static const char *const type_names[DETENTE_TYPES][3] = {
    {"country", "countries", "countries"}, {"organization", "organizations", "organizations"},
    {"person", "people", "people"},        {"term", "terms", "terms"},
    {"source", "sources", "sources"},      {"event", "events", "events"},
    {"claim", "claims", "claims"},         {"link", "links", "links"},
    {"stretch of coverage", "stretches of coverage", "coverage"},
    {"note", "notes", "notes"}};

/* "events":{"added":2414,"updated":3}; of the types only those of which there is something to say. */
static void print_types_json(const struct detente_import_summary *summary) {
    const char *comma = "";
    for (int i = 0; i < DETENTE_TYPES; i++) {
        uint64_t added = summary->added_by_type[i], updated = summary->updated_by_type[i];
        if (added + updated == 0) continue;
        printf("%s\"%s\":{", comma, type_names[i][2]);
        if (added) printf("\"added\":%" PRIu64, added);
        if (updated) printf("%s\"updated\":%" PRIu64, added ? "," : "", updated);
        putchar('}');
        comma = ",";
    }
}

/* What there is to say of tables that were read by a profile. */
static void print_profile_json(const struct detente_import_summary *summary, const struct unplaced *unplaced) {
    if (!summary->profile[0]) return;
    printf(",\"profile\":");
    preview_print_text(summary->profile);
    printf(",\"rows\":%" PRIu64 ",\"passed\":%" PRIu64 ",\"actors\":%" PRIu64 ",\"types\":{", summary->rows, summary->passed,
           summary->actors);
    print_types_json(summary);
    printf("},\"unplaced\":%" PRIu64, summary->unplaced);
    if (summary->unplaced_others) printf(",\"unplaced_others\":%" PRIu64, summary->unplaced_others);
    printf(",\"unplaced_examples\":[%s]",
           unplaced->json_text ? unplaced->json_text : "");
}

static void print_summary_json(const struct detente_import_summary *summary, const struct unplaced *unplaced, bool dry_run) {
    const struct count counts[] = {
        {"added", summary->added},         {"updated", summary->updated},
        {"unchanged", summary->unchanged}, {"rejected", summary->rejected},
        {"conflicts", summary->conflicts}, {"refused", summary->refused},
        {"skipped", summary->skipped},     {"missing", summary->missing},
        {"removed", summary->removed},     {"duplicates", summary->duplicates},
        {"made", summary->made},           {"converted", summary->converted},
    };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        printf("%s\"%s\":%" PRIu64, i ? "," : "{", counts[i].name, counts[i].value);
    print_profile_json(summary, unplaced);
    if (summary->revision) printf(",\"revision\":%" PRId64, summary->revision);
    printf(",\"dry_run\":%s}\n", dry_run ? "true" : "false");
}

/* "added: 2414 events, 12 people", where there are several types, made ones among them. */
static void print_types(const char *verb, const uint64_t counts[DETENTE_TYPES]) {
    char line[400];
    size_t at = (size_t)snprintf(line, sizeof line, "%s:", verb), types = 0;
    for (int i = 0; i < DETENTE_TYPES; i++) {
        if (counts[i] == 0) continue;
        at += (size_t)snprintf(line + at, sizeof line - at, "%s %" PRIu64 " %s", types++ ? "," : "", counts[i],
                               type_names[i][counts[i] != 1]);
    }
    if (types > 1) term_print_line("%s", line);
}

static void print_profiled(const struct detente_import_summary *summary) {
    if (!summary->profile[0]) return;
    if (summary->actors)
        term_print_line("%" PRIu64 " part%s kept as %s named: neither a country nor an organization nor a person that is known",
                        summary->actors, summary->actors == 1 ? "y is" : "ies are", summary->actors == 1 ? "it is" : "they are");
    print_types("added", summary->added_by_type);
    print_types("updated", summary->updated_by_type);
}

/* What does not happen on most days is told only when it did. */
static void print_summary(const struct detente_import_summary *summary, bool dry_run) {
    const struct count counts[] = {
        {summary->conflicts == 1 ? "conflict" : "conflicts", summary->conflicts},
        {"skipped", summary->skipped},
        {"removed", summary->removed},
        {"not placed", summary->unplaced},
    };
    char rest[200] = "";
    print_profiled(summary);
    for (size_t i = 0, at = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i].value)
            at += (size_t)snprintf(rest + at, sizeof rest - at, ", %" PRIu64 " %s", counts[i].value,
                                   counts[i].name);
    term_print_line("%" PRIu64 " added, %" PRIu64 " updated, %" PRIu64 " unchanged, %" PRIu64
                    " rejected%s%s",
                    summary->added, summary->updated, summary->unchanged, summary->rejected, rest,
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

/* What is written must not be what is read, nor one another. */
static enum detente_status check_unplaced(const struct call *call, struct detente_error *error) {
    const struct import_options *own = call->own;
    if (!own->unplaced) return DETENTE_OK;
    if (is_standard_input(own->unplaced)) {
        fault_set(error, DETENTE_USAGE, "--unplaced writes a file, not standard output");
        fault_advise(error, "--json has all of it on standard output");
        return error->status;
    }
    for (size_t i = 0; i < call->words.count; i++)
        if (output_is_same_file(own->unplaced, call->words.items[i]))
            return fault_set(error, DETENTE_USAGE, "--unplaced %s would overwrite what is imported", own->unplaced);
    if (own->map && output_is_same_file(own->unplaced, own->map))
        return fault_set(error, DETENTE_USAGE, "--unplaced %s would overwrite the profile", own->unplaced);
    if (own->rejects && strcmp(own->rejects, own->unplaced) == 0)
        return fault_set(error, DETENTE_USAGE, "--unplaced and --rejects are the same file");
    return DETENTE_OK;
}

static enum detente_status check_map(const struct call *call, struct detente_error *error) {
    const struct import_options *own = call->own;
    if (!own->map || is_standard_input(own->map)) return DETENTE_OK;
    if (access(own->map, R_OK) != 0) return fault_set_system(error, own->map, errno);
    if (own->rejects && output_is_same_file(own->map, own->rejects))
        return fault_set(error, DETENTE_USAGE, "--rejects %s would overwrite the profile", own->rejects);
    return DETENTE_OK;
}

static enum detente_status check_import(const struct call *call, struct detente_error *error) {
    const struct import_options *own = call->own;
    size_t standard = own->map && is_standard_input(own->map);
    if (check_map(call, error) != DETENTE_OK || check_unplaced(call, error) != DETENTE_OK) return error->status;
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
        .on_conflict = own->on_conflict,
        .prune = own->prune,
        .profile = own->profile,
        .map = own->map,
        .no_coverage = own->no_coverage,
        .author = author_of(call, own->reason),
        .today = call->today,
    };
}

static bool wants_json(const struct call *call) {
    const struct import_options *own = call->own;
    return own->json || call->format.json;
}

/* On a dry run standard output is for what would change. */
static enum detente_status report(const struct call *call, const struct watcher *watcher,
                                  const struct detente_import_summary *summary) {
    const struct import_options *own = call->own;
    bool dry_run = call->change.dry_run;
    unplaced_tell_more(&watcher->unplaced, own->unplaced, summary->unplaced_others);
    tell_more(watcher, own->rejects);
    if (wants_json(call) && !dry_run) print_summary_json(summary, &watcher->unplaced, dry_run);
    else if (!call->term.quiet) print_summary(summary, dry_run);
    return summary->rejected + summary->refused > 0 ? DETENTE_BAD_INPUT : DETENTE_OK;
}

/* Its format is that of what would change, while --format says what the files are. */
static enum detente_status import_shown(const struct call *call, struct detente_import *request,
                                        const struct detente_import_watch *watch,
                                        struct detente_import_summary *summary,
                                        struct detente_error *error) {
    struct preview preview;
    if (!request->dry_run)
        return detente_import_files(call->database, request, watch, summary, error);
    enum detente_status status = preview_open(&preview, call, error);
    if (status != DETENTE_OK) return status;
    preview.request.format = wants_json(call) ? "json" : NULL;
    request->preview = &preview.request;
    status = detente_import_files(call->database, request, watch, summary, error);
    return preview_close(&preview, status, error);
}

static enum detente_status take_files(const struct call *call, struct watcher *watcher, struct detente_import_summary *summary,
                                      struct detente_error *error) {
    const struct import_options *own = call->own;
    const struct detente_import_watch watch = {
        .context = watcher,
        .rejected = hear_rejected,
        .remark = hear_remark,
        .progress = hear_progress,
        .conflict = hear_conflict,
        .unplaced = hear_unplaced,
    };
    struct detente_import request = make_request(call);
    bool json = wants_json(call) && !call->change.dry_run;
    enum detente_status status = unplaced_open(&watcher->unplaced, &call->term, own->unplaced, call->database_path, json, error);
    if (status != DETENTE_OK) return status;
    progress_start(&watcher->progress, &call->term);
    status = import_shown(call, &request, &watch, summary, error);
    progress_erase(&watcher->progress);
    enum detente_status closed = unplaced_close(&watcher->unplaced, status, error);
    if (status == DETENTE_OK && closed != DETENTE_OK && !request.dry_run)
        fault_advise(error, "the import itself was kept; the same again tells what was not placed");
    return closed;
}

static enum detente_status run_import(const struct call *call, struct detente_error *error) {
    const struct import_options *own = call->own;
    struct watcher watcher = {.term = &call->term};
    struct detente_import_summary summary = {0};
    term_catch_interrupt();
    enum detente_status status = take_files(call, &watcher, &summary, error);
    if (status == DETENTE_OK) status = report(call, &watcher, &summary);
    else tell_more(&watcher, own->rejects);
    unplaced_free(&watcher.unplaced);
    if (status == DETENTE_OK || status == DETENTE_BAD_INPUT || summary.revision || !term_interrupted()) return status;
    *error = (struct detente_error){.status = DETENTE_OK};
    return fault_set(error, DETENTE_STOPPED, "interrupted; nothing was kept");
}

static const struct example examples[] = {
    {"detente import fixtures/canada-china", "a dossier: a folder of tables"},
    {"detente import events.csv", "one table; --table says what it holds when its name does not"},
    {"detente import --date-order dmy --rejects mend.csv events.csv",
     "03/04/2018 is the 3rd of April; rows that cannot be taken go to mend.csv"},
    {"detente import --profile icews fixtures/profiles/icews.tab",
     "other people's data, by a profile that is built in"},
    {"detente profiles show icews >mine.json", "one of them, to start your own from"},
    {"detente import --map mine.json fixtures/profiles/icews.tab", "by a profile of your own"},
    {"detente import --dry-run record.json", "what would change"},
    {"detente import --prune fixtures/canada-china",
     "what the dossier no longer has goes from the record too"},
    {"curl -s https://example.org/record.json | detente import --format json -", "from a pipe"},
    {0},
};

const struct command cmd_import = {
    .name = "import",
    .group = "Begin",
    .summary = "take in a dossier, CSV, JSON or other people's data",
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
