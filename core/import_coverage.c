/* What data sets claim to hold: stretches of days that files bring, joined with one another and with those that the record has.
 *
 * Of one data set, countries and kinds all claims, those of the record among them, are sorted by day, and one walk joins what
 * overlaps or touches. What stands apart (with another note, with extras, or with days that cannot be read) was written by
 * somebody and is never touched.
 *
 * Invariant: no day is claimed that no claim had, and none is lost; what begins as one that stands apart begins behind it. */
#include "import.h"

#include <stdlib.h>
#include "model/event.h"
#include "store/history.h"
#include "write/text_date.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- the list of claims ------------------------------------------------------------------------------------------------ */

static struct coverage_claim *add_claim(struct coverage_list *list) {
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 16;
        struct coverage_claim *more = realloc(list->items, capacity * sizeof *more);
        if (!more) return NULL;
        list->items = more;
        list->capacity = capacity;
    }
    struct coverage_claim *claim = &list->items[list->count++];
    *claim = (struct coverage_claim){.file = NULL};
    return claim;
}

/* Copies the texts; one that is the same as that of the claim before is kept once. */
static bool fill_claim(struct arena *arena, struct coverage_claim *claim, const struct coverage_claim *before,
                       const struct record *record) {
    for (int i = 0; i <= COVERAGE_NOTE; i++) {
        struct slice value = record_get(record, i);
        if (before && slice_equals(before->values[i], value)) claim->values[i] = before->values[i];
        else if (!arena_copy(arena, value, &claim->values[i])) return false;
    }
    if (!record->file) return true;
    bool same = before && before->file && slice_is(slice_from(record->file), before->file);
    claim->file = same ? before->file : arena_string(arena, slice_from(record->file));
    return claim->file != NULL;
}

static void make_record(const struct coverage_claim *claim, struct record *record) {
    record_init(record, RECORD_COVERAGE);
    for (int i = 0; i <= COVERAGE_NOTE; i++)
        if (claim->values[i].size) record_set(record, i, claim->values[i]);
    record->file = claim->file;
}

enum status import_add_coverage(struct importer *importer, const struct record *coverage, struct error *error) {
    struct coverage_list *list = &importer->coverage;
    if (importer->request->no_coverage) return STATUS_OK;
    struct coverage_claim *claim = add_claim(list);
    if (!claim) return no_memory(error);
    return fill_claim(&importer->words, claim, list->count > 1 ? claim - 1 : NULL, coverage) ? STATUS_OK : no_memory(error);
}

/* ---- what the files claim ------------------------------------------------------------------------------------------------ */

/* In canonical form, its countries by id; one that is no coverage is rejected as any row. */
static enum status read_claim(struct importer *importer, const struct coverage_claim *raw, struct record *record,
                              struct store_stretch *days, bool *good, struct error *error) {
    struct record claim, read;
    struct error fault = {0};
    int field = -1;
    make_record(raw, &read);
    *record = read;
    enum status status = record_normalize(&importer->arena, record, NULL, &field, &fault);
    if (status == STATUS_OK) status = resolve_record(&importer->beneath, &importer->arena, record, &claim, &field, &fault);
    *good = status == STATUS_OK && store_claimed_days(record, days);
    if (*good) return STATUS_OK;
    if (status == STATUS_OK) status = error_set(&fault, STATUS_BAD_INPUT, "the coverage ends before it begins");
    if (status == STATUS_NO_MEMORY || status == STATUS_ENVIRONMENT) return error_set(error, status, "%s", fault.message);
    fault.status = STATUS_BAD_INPUT;
    error_locate(&fault, read.file, read.line, 0);
    return import_reject(importer, &read, &fault, error);
}

enum { LOOK_UP_EVERY = 1000 };

/* Nothing is counted here: the rows are read. */
static enum status look_up(struct importer *importer, size_t done, struct error *error) {
    const struct detente_import_watch *watch = importer->watch;
    if (done % LOOK_UP_EVERY || !watch || !watch->progress) return STATUS_OK;
    if (watch->progress(watch->context, importer->rows)) return STATUS_OK;
    return error_set(error, STATUS_STOPPED, "interrupted; nothing was kept");
}

static enum status read_claims(struct importer *importer, struct error *error) {
    struct coverage_list *list = &importer->coverage;
    enum status status = STATUS_OK;
    size_t kept = 0;
    for (size_t i = 0; status == STATUS_OK && i < list->count; i++) {
        struct arena_mark mark = arena_mark(&importer->arena);
        struct coverage_claim claim = {.file = NULL};
        struct record record;
        bool good = false;
        status = read_claim(importer, &list->items[i], &record, &claim.days, &good, error);
        if (good && !fill_claim(&importer->words, &claim, kept ? &list->items[kept - 1] : NULL, &record)) status = no_memory(error);
        if (good) list->items[kept++] = claim;
        arena_rewind(&importer->arena, mark);
        if (status == STATUS_OK) status = look_up(importer, i, error);
    }
    list->count = kept;
    return status;
}

/* ---- what the record has -------------------------------------------------------------------------------------------------- */

static int compare_keys(const struct coverage_claim *a, const struct coverage_claim *b) {
    int order = 0;
    for (int i = COVERAGE_DATASET; order == 0 && i <= COVERAGE_KINDS; i++) order = slice_compare(a->values[i], b->values[i]);
    return order;
}

static int compare(const void *a, const void *b) {
    const struct coverage_claim *one = a, *other = b;
    int order = compare_keys(one, other);
    if (order == 0) order = (one->days.from > other->days.from) - (one->days.from < other->days.from);
    if (order == 0) order = (one->days.to > other->days.to) - (one->days.to < other->days.to);
    for (int i = COVERAGE_START; order == 0 && i <= COVERAGE_NOTE; i++) order = slice_compare(one->values[i], other->values[i]);
    return order ? order : one->is_row - other->is_row;
}

struct rows {
    struct importer *importer;
    size_t claims; /* of the files: they stand first, and are sorted */
};

static bool is_claimed(const struct rows *rows, const struct coverage_claim *row) {
    const struct coverage_claim *items = rows->importer->coverage.items;
    size_t low = 0, high = rows->claims;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_keys(&items[middle], row);
        if (order == 0) return true;
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return false;
}

static enum status take_row(void *context, struct record *record, struct error *error) {
    struct rows *rows = context;
    struct coverage_list *list = &rows->importer->coverage;
    struct coverage_claim seen = {.file = NULL};
    for (int i = COVERAGE_DATASET; i <= COVERAGE_KINDS; i++) seen.values[i] = record_get(record, i);
    if (!is_claimed(rows, &seen)) return STATUS_OK;
    struct coverage_claim *row = add_claim(list);
    if (!row || !fill_claim(&rows->importer->words, row, row - 1, record)) return no_memory(error);
    row->is_row = true;
    row->broken = !store_claimed_days(record, &row->days);
    if (row->broken) row->days = (struct store_stretch){DAY_MIN, DAY_MIN};
    row->apart = row->broken || record->extra_count > 0;
    return STATUS_OK;
}

static enum status list_claims(struct importer *importer, struct error *error) {
    struct coverage_list *list = &importer->coverage;
    enum status status = read_claims(importer, error);
    if (status != STATUS_OK || list->count == 0) return status;
    struct rows rows = {importer, list->count};
    qsort(list->items, list->count, sizeof *list->items, compare);
    status = store_each(importer->database->store, RECORD_COVERAGE, take_row, &rows, error);
    if (status == STATUS_OK) qsort(list->items, list->count, sizeof *list->items, compare);
    return status;
}

/* ---- one data set, its countries and kinds -------------------------------------------------------------------------------- */

struct group {
    struct coverage_claim *items; /* sorted by day */
    size_t count;
    struct slice note; /* of the claims of the files; the first by words where there are several */
    size_t apart;      /* items before it are looked at for `reach` */
    int64_t reach;     /* the last day of what stands apart and begins by the first day of the run at hand */
    bool reaches;
};

/* What overlaps or touches, in order. */
struct run {
    size_t begin, end, rows, claims;
    struct coverage_claim all; /* what comes of it */
};

static void find_note(struct group *group) {
    for (size_t i = 0; i < group->count; i++) {
        struct slice note = group->items[i].values[COVERAGE_NOTE];
        if (group->items[i].is_row || note.size == 0) continue;
        if (group->note.size == 0 || slice_compare(note, group->note) < 0) group->note = note;
    }
    for (size_t i = 0; i < group->count; i++) {
        struct coverage_claim *item = &group->items[i];
        struct slice note = item->values[COVERAGE_NOTE];
        item->apart = item->apart || (item->is_row && note.size && !slice_equals(note, group->note));
    }
}

/* A bound keeps the words of whoever has it. */
static void join(struct coverage_claim *all, const struct coverage_claim *more) {
    if (more->days.from < all->days.from) {
        all->days.from = more->days.from;
        all->values[COVERAGE_START] = more->values[COVERAGE_START];
    }
    if (more->days.to > all->days.to) {
        all->days.to = more->days.to;
        all->values[COVERAGE_END] = more->values[COVERAGE_END];
    }
}

/* The run that begins at run->begin. Words of the record that say the same bounds stay. */
static void gather(const struct group *group, struct run *run) {
    int64_t to = group->items[run->begin].days.to;
    bool based = false;
    for (run->end = run->begin; run->end < group->count; run->end++) {
        const struct coverage_claim *item = &group->items[run->end];
        if (item->apart) continue;
        if (to != DAY_MAX && item->days.from > to + 1) break;
        if (item->days.to > to) to = item->days.to;
        run->rows += item->is_row;
        run->claims += !item->is_row;
    }
    for (int rows = 1; rows >= 0; rows--)
        for (size_t i = run->begin; i < run->end; i++) {
            const struct coverage_claim *item = &group->items[i];
            if (item->apart || item->is_row != (bool)rows) continue;
            if (based) join(&run->all, item);
            else run->all = *item;
            based = true;
        }
    if (group->note.size) run->all.values[COVERAGE_NOTE] = group->note;
}

/* Has what stands apart all days of it? */
static bool is_within(struct group *group, const struct coverage_claim *all) {
    for (; group->apart < group->count && group->items[group->apart].days.from <= all->days.from; group->apart++) {
        const struct coverage_claim *item = &group->items[group->apart];
        if (!item->apart || item->broken || (group->reaches && item->days.to <= group->reach)) continue;
        group->reaches = true;
        group->reach = item->days.to;
    }
    return group->reaches && group->reach >= all->days.to;
}

/* The start is part of what makes it the same record: what stands apart and begins with the same words; NULL when none does. */
static const struct coverage_claim *find_apart(const struct group *group, const struct coverage_claim *all) {
    size_t low = 0, high = group->count;
    for (size_t i = 0; i < group->count && group->items[i].broken; i++)
        if (slice_equals(group->items[i].values[COVERAGE_START], all->values[COVERAGE_START])) return &group->items[i];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (group->items[middle].days.from < all->days.from) low = middle + 1;
        else high = middle;
    }
    for (; low < group->count && group->items[low].days.from == all->days.from; low++)
        if (group->items[low].apart && slice_equals(group->items[low].values[COVERAGE_START], all->values[COVERAGE_START]))
            return &group->items[low];
    return NULL;
}

/* *some: are there days that what stands apart has not? Texts in the arena. */
static enum status begin_behind(struct importer *importer, const struct group *group, struct coverage_claim *all, bool *some,
                                struct error *error) {
    const struct coverage_claim *apart;
    *some = true;
    while ((apart = find_apart(group, all))) {
        char text[EDTF_DAY_SIZE];
        *some = !apart->broken && apart->days.to < all->days.to;
        if (!*some) return STATUS_OK;
        all->days.from = apart->days.to + 1;
        const struct slice day = {text, edtf_format_day(all->days.from, text)};
        if (!arena_copy(&importer->arena, day, &all->values[COVERAGE_START])) return no_memory(error);
    }
    return STATUS_OK;
}

/* ---- putting ------------------------------------------------------------------------------------------------------------------ */

/* What changed of a data set, to be told in one line. */
struct told {
    struct slice dataset;
    struct store_stretch days;
    uint64_t stretches, datasets;
};

static void append_days(struct buffer *text, const struct store_stretch *days) {
    if (days->from == DAY_MIN || days->to == DAY_MAX) {
        text_date_append_range(text, days->from, days->to, " ");
        return;
    }
    text_date_append_day(text, days->from, " ");
    if (days->from == days->to) return;
    buffer_append_text(text, " to ");
    text_date_append_day(text, days->to, " ");
}

static void tell(struct importer *importer, struct told *told) {
    struct buffer text;
    if (told->stretches == 0 || ++told->datasets > TOLD_MAX) return;
    buffer_init(&text);
    buffer_append_format(&text, "coverage of %.*s: ", (int)(told->dataset.size < 100 ? told->dataset.size : 100), told->dataset.data);
    if (told->stretches > 1) buffer_append_format(&text, "%llu stretches, ", (unsigned long long)told->stretches);
    if (told->days.from == DAY_MIN && told->days.to == DAY_MAX) buffer_append_text(&text, "all days");
    else append_days(&text, &told->days);
    if (!buffer_failed(&text)) import_remark(importer, "%.*s", (int)text.size, text.data);
    buffer_free(&text);
    told->stretches = 0;
}

static void note_told(struct told *told, const struct coverage_claim *all) {
    if (told->stretches++ == 0) told->days = all->days;
    if (all->days.from < told->days.from) told->days.from = all->days.from;
    if (all->days.to > told->days.to) told->days.to = all->days.to;
}

static enum status remove_row(struct importer *importer, const struct coverage_claim *row, struct error *error) {
    struct store *store = importer->database->store;
    struct store_removal removal = {{0}};
    struct record record;
    int64_t key = 0;
    bool found = false;
    make_record(row, &record);
    enum status status = store_find_key_of(store, &record, &key, &found, error);
    return status == STATUS_OK && found ? store_remove(store, RECORD_COVERAGE, key, &removal, error) : status;
}

/* Rows that begin otherwise go: what replaces them is another record. */
static enum status remove_rows(struct importer *importer, const struct group *group, const struct run *run, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = run->begin; status == STATUS_OK && run->rows && i < run->end; i++) {
        const struct coverage_claim *item = &group->items[i];
        if (!item->is_row || item->apart || slice_equals(item->values[COVERAGE_START], run->all.values[COVERAGE_START])) continue;
        status = remove_row(importer, item, error);
        if (status == STATUS_OK) status = look_up(importer, i - run->begin, error);
    }
    return status;
}

static enum status put_all(struct importer *importer, const struct group *group, const struct run *run, struct error *error) {
    struct record record;
    enum store_change change;
    int field = -1;
    make_record(&run->all, &record);
    record_set(&record, COVERAGE_END, run->all.values[COVERAGE_END]); /* also one that goes */
    enum status status = remove_rows(importer, group, run, error);
    if (status == STATUS_OK) status = store_put(importer->database->store, &record, &change, &field, error);
    if (status != STATUS_OK) return status;
    import_count(importer, RECORD_COVERAGE, run->rows && change == STORE_ADDED ? STORE_UPDATED : change);
    importer->summary->removed += run->rows > 1 ? run->rows - 1 : 0;
    return STATUS_OK;
}

/* The one row of a run stays as it is? */
static bool is_row_again(const struct group *group, const struct run *run) {
    for (size_t i = run->begin; run->rows == 1 && i < run->end; i++) {
        const struct coverage_claim *item = &group->items[i];
        bool same = item->is_row && !item->apart;
        for (int field = COVERAGE_START; same && field <= COVERAGE_NOTE; field++)
            same = slice_equals(item->values[field], run->all.values[field]);
        if (same) return true;
    }
    return false;
}

/* Of the first row that would change. */
static enum status meet_rows(struct importer *importer, const struct group *group, const struct run *run, struct error *error) {
    const struct coverage_claim *row = &group->items[run->begin];
    struct record record;
    while (!row->is_row || row->apart) row++;
    make_record(row, &record);
    if (importer->mode == CONFLICT_SKIP) {
        import_note_skipped(importer, &record);
        return STATUS_OK;
    }
    error_set(error, STATUS_BAD_INPUT, "%s is here already, and what the files cover would change it", import_show_name(&record).text);
    error_advise(error, "--on-conflict update joins them, --on-conflict skip leaves what is here as it is, --no-coverage claims nothing");
    return STATUS_BAD_INPUT;
}

static enum status put_run(struct importer *importer, struct group *group, struct run *run, struct told *told, struct error *error) {
    bool some = true, within = run->rows == 0 && is_within(group, &run->all);
    enum status status = within ? STATUS_OK : begin_behind(importer, group, &run->all, &some, error);
    if (status != STATUS_OK) return status;
    if (within || (!some && run->rows == 0) || is_row_again(group, run)) {
        import_count(importer, RECORD_COVERAGE, STORE_UNCHANGED);
        return STATUS_OK;
    }
    if (!some) return STATUS_OK; /* what stands apart has it all, and the rows within it stay */
    if (run->rows && importer->mode != CONFLICT_UPDATE) return meet_rows(importer, group, run, error);
    note_told(told, &run->all);
    return put_all(importer, group, run, error);
}

static enum status put_group(struct importer *importer, struct group *group, struct told *told, struct error *error) {
    enum status status = STATUS_OK;
    size_t runs = 0;
    find_note(group);
    for (size_t at = 0; status == STATUS_OK && at < group->count;) {
        struct arena_mark mark = arena_mark(&importer->arena);
        struct run run = {.begin = at};
        if (group->items[at].apart) {
            at++;
            continue;
        }
        gather(group, &run);
        if (run.claims) status = put_run(importer, group, &run, told, error);
        at = run.end;
        arena_rewind(&importer->arena, mark);
        if (status == STATUS_OK) status = look_up(importer, ++runs, error);
    }
    return status;
}

enum status import_put_coverage(struct importer *importer, struct error *error) {
    struct coverage_list *list = &importer->coverage;
    struct told told = {.stretches = 0};
    if (list->count == 0) return STATUS_OK;
    importer->made_count = 0;
    importer->back = RECORD_TYPES;
    enum status status = list_claims(importer, error);
    for (size_t at = 0, end; status == STATUS_OK && at < list->count; at = end) {
        struct group group = {.items = list->items + at};
        for (end = at; end < list->count && compare_keys(group.items, &list->items[end]) == 0;) end++;
        group.count = end - at;
        if (!slice_equals(told.dataset, group.items->values[COVERAGE_DATASET])) tell(importer, &told);
        told.dataset = group.items->values[COVERAGE_DATASET];
        status = put_group(importer, &group, &told, error);
    }
    if (status == STATUS_OK) tell(importer, &told);
    if (status == STATUS_OK && told.datasets > TOLD_MAX)
        import_remark(importer, "... and coverage of %llu more data sets", (unsigned long long)(told.datasets - TOLD_MAX));
    return status;
}
