/* diff: what a revision changed, or what is other between the states after two; and what a dry run would change. */
#include "change.h"
#include "desk.h"

#include "ask/history.h"
#include "base/number.h"

enum { PART_HEAD, PART_CHANGES, PART_ROWS, PART_BALANCE };
static const struct answer_part parts[] = {
    [PART_HEAD] = {.name = "", .shape = &comparison_shape, .single = true},
    [PART_CHANGES] = {.name = "changes", .shape = &change_shape},
    [PART_ROWS] = {.shape = &change_row_shape, .is_table = true},
    [PART_BALANCE] = {.name = "", .shape = &balance_shape, .single = true},
};

/* ---- telling ----------------------------------------------------------------------------------------------------- */

/* What is compared: forwards or backwards in time. */
struct comparing {
    struct desk *desk;
    int64_t from, to;
    bool dry_run;
    int64_t added, updated, removed;
};

static void count_change(struct comparing *comparing, const struct answer_change *change) {
    comparing->added += slice_is(change->action, "added");
    comparing->updated += slice_is(change->action, "updated");
    comparing->removed += slice_is(change->action, "removed");
}

static enum status tell_change(struct comparing *comparing, const struct answer_change *change) {
    struct desk *desk = comparing->desk;
    const struct answer_field_change *fields = change->fields.items;
    count_change(comparing, change);
    enum status status = desk_entry(desk, &parts[PART_CHANGES], change);
    for (size_t i = 0; status == STATUS_OK && i < change->fields.count; i++) {
        struct answer_change_row row = ask_change_row(NULL, change, &fields[i]);
        status = desk_entry(desk, &parts[PART_ROWS], &row);
    }
    return status;
}

static enum status take_difference(void *context, const struct store_difference *difference, struct error *error) {
    struct comparing *comparing = context;
    struct arena *arena = &comparing->desk->answer->scratch;
    struct arena_mark mark = arena_mark(arena);
    struct answer_change change;
    enum status status = ask_change(difference, arena, &change, error);
    if (status == STATUS_OK && comparing->from > comparing->to) ask_turn_change(&change);
    if (status == STATUS_OK) status = tell_change(comparing, &change);
    arena_rewind(arena, mark);
    return status;
}

/* What one revision did is told with who did it. */
static enum status tell_head(struct comparing *comparing) {
    struct desk *desk = comparing->desk;
    struct answer_comparison head = {.from = shape_count(comparing->from), .dry_run = comparing->dry_run};
    struct store_revision revision;
    bool found = false;
    enum status status = STATUS_OK;
    if (!comparing->dry_run) head.to = shape_count(comparing->to);
    if (comparing->to == comparing->from + 1)
        status = store_get_revision(desk->database->store, comparing->to, &desk->answer->arena, &revision, &found, desk->error);
    if (status == STATUS_OK && found) status = ask_revision(&revision, &desk->answer->arena, &head.made, desk->error);
    return status == STATUS_OK ? desk_entry(desk, &parts[PART_HEAD], &head) : status;
}

static enum status tell_difference(struct comparing *comparing) {
    struct desk *desk = comparing->desk;
    int64_t first = comparing->from < comparing->to ? comparing->from : comparing->to;
    int64_t last = comparing->from < comparing->to ? comparing->to : comparing->from;
    enum status status = desk_begin(desk, parts, sizeof parts / sizeof *parts);
    if (status == STATUS_OK) status = tell_head(comparing);
    if (status == STATUS_OK)
        status = store_each_difference(desk->database->store, first, last, take_difference, comparing, desk->error);
    struct answer_balance balance = {shape_count(comparing->added), shape_count(comparing->updated),
                                     shape_count(comparing->removed)};
    return status == STATUS_OK ? desk_entry(desk, &parts[PART_BALANCE], &balance) : status;
}

/* ---- which revisions ------------------------------------------------------------------------------------------------ */

static enum status parse_revision(struct desk *desk, const char *word, int64_t latest, int64_t *revision) {
    bool number = number_parse_integer(slice_trim(slice_from(word)), revision);
    if (!number || *revision < 0) {
        error_set(desk->error, STATUS_USAGE, "\"%.60s\" is no revision: these are numbers from 0 (before the log) on", word);
        if (number) error_advise(desk->error, "`detente log` lists them");
        else error_advise(desk->error, "`detente log` lists them; what was done to one record: detente log %.60s", word);
        return STATUS_USAGE;
    }
    if (*revision <= latest) return STATUS_OK;
    error_set(desk->error, STATUS_NOT_FOUND, "there is no revision %lld", (long long)*revision);
    if (latest) error_advise(desk->error, "the latest is %lld; `detente log` lists them", (long long)latest);
    else error_advise(desk->error, "the log is empty: nothing was done to the record since it began");
    return STATUS_NOT_FOUND;
}

static enum status refuse_zero(struct desk *desk, int64_t latest) {
    error_set(desk->error, STATUS_USAGE, "0 is the state before the log: nothing came before it");
    error_advise(desk->error, "all that was done since: detente diff 0 %lld", (long long)latest);
    return STATUS_USAGE;
}

static enum status choose_revisions(struct desk *desk, struct comparing *comparing) {
    const struct detente_words *words = &desk->request->words;
    int64_t latest = 0;
    enum status status = store_find_revision(desk->database->store, &latest, desk->error);
    if (status != STATUS_OK) return status;
    if (words->count > 2) return error_set(desk->error, STATUS_USAGE, "diff takes two revisions at most");
    if (words->count == 0 && latest == 0)
        return error_set(desk->error, STATUS_NOT_FOUND, "the log is empty: nothing was done to the record since it began");
    comparing->to = latest;
    if (words->count) status = parse_revision(desk, words->items[words->count - 1], latest, &comparing->to);
    if (status == STATUS_OK && words->count == 2) return parse_revision(desk, words->items[0], latest, &comparing->from);
    if (status == STATUS_OK && comparing->to == 0) return refuse_zero(desk, latest);
    comparing->from = comparing->to - 1;
    return status;
}

enum status desk_diff(struct desk *desk) {
    struct comparing comparing = {.desk = desk};
    enum status status = desk_tell_words(desk);
    if (status == STATUS_OK) status = choose_revisions(desk, &comparing);
    if (status == STATUS_OK) status = tell_difference(&comparing);
    if (status != STATUS_OK || comparing.added + comparing.updated + comparing.removed) return status;
    if (desk->request->words.count < 2)
        return error_set(desk->error, STATUS_NOT_FOUND, "no difference: all that revision %lld did is as it was before",
                         (long long)comparing.to);
    return error_set(desk->error, STATUS_NOT_FOUND, "no difference: after revision %lld the record is as after revision %lld",
                     (long long)comparing.to, (long long)comparing.from);
}

enum status front_write_difference(struct detente *database, const struct detente_request *preview, const char *command,
                                   int64_t from, int64_t to, struct error *error) {
    struct front_answer answer;
    struct detente_answer told = {0};
    struct desk desk = {.database = database, .request = preview, .answer = &answer, .told = &told, .error = error};
    struct comparing comparing = {.desk = &desk, .from = from, .to = to, .dry_run = true};
    if (!preview || !preview->write) return STATUS_OK;
    query_init(&desk.query);
    enum status status = front_answer_open(&answer, preview, "text", command, error);
    if (status == STATUS_OK) status = tell_difference(&comparing);
    return front_answer_close(&answer, status, error);
}
