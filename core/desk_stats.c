/* stats: numbers of the record; --sources: what rests on one source; --coverage: what it claims to hold. */
#include "desk.h"

#include "ask/series.h"
#include "ask/stats.h"

static enum status refuse(struct desk *desk, const char *message, const char *remedy) {
    error_set(desk->error, STATUS_USAGE, "%s", message);
    error_advise(desk->error, "%s", remedy);
    return STATUS_USAGE;
}

/* ---- numbers --------------------------------------------------------------------------------------------------- */

enum { PART_RECORDS, PART_KINDS, PART_STATUSES, PART_PRECISIONS, PART_SPAN, PART_DISPUTED, PART_UNSOURCED, PART_UNDATED,
       PART_SINGLE, PART_COVERAGE };
static const struct answer_part number_parts[] = {
    [PART_RECORDS] = {"records", &record_tally_shape, false, true},
    [PART_KINDS] = {"kinds", &kind_tally_shape, false, true},
    [PART_STATUSES] = {"statuses", &status_tally_shape, false, true},
    [PART_PRECISIONS] = {"precisions", &precision_tally_shape, false, true},
    [PART_SPAN] = {"", &span_shape, true, false},
    [PART_DISPUTED] = {"", &disputed_tally_shape, true, true},
    [PART_UNSOURCED] = {"", &unsourced_tally_shape, true, true},
    [PART_UNDATED] = {"", &undated_tally_shape, true, true},
    [PART_SINGLE] = {"", &single_tally_shape, true, true},
    [PART_COVERAGE] = {"coverage", &coverage_shape, false, false},
};

static enum status tell_tallies(struct desk *desk, int part, const struct tally_list *list) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < list->count; i++)
        status = desk_entry(desk, &number_parts[part], &list->items[i]);
    return status;
}

static enum status tell_coverage(struct desk *desk, const struct answer_part *part) {
    struct answer_coverage *rows;
    size_t count;
    enum status status = ask_coverage(&desk->asker, &desk->query, &desk->answer->arena, &rows, &count, desk->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = desk_entry(desk, part, &rows[i]);
    return status;
}

static enum status tell_numbers(struct desk *desk, const struct answer_stats *stats) {
    enum status status = tell_tallies(desk, PART_RECORDS, &stats->records);
    if (status == STATUS_OK) status = tell_tallies(desk, PART_KINDS, &stats->kinds);
    if (status == STATUS_OK) status = tell_tallies(desk, PART_STATUSES, &stats->statuses);
    if (status == STATUS_OK) status = tell_tallies(desk, PART_PRECISIONS, &stats->precisions);
    if (status == STATUS_OK) status = desk_entry(desk, &number_parts[PART_SPAN], &stats->span);
    if (status == STATUS_OK) status = desk_entry(desk, &number_parts[PART_DISPUTED], &stats->disputed);
    if (status == STATUS_OK) status = desk_entry(desk, &number_parts[PART_UNSOURCED], &stats->unsourced);
    if (status == STATUS_OK) status = desk_entry(desk, &number_parts[PART_UNDATED], &stats->undated);
    if (status == STATUS_OK) status = desk_entry(desk, &number_parts[PART_SINGLE], &stats->single_sourced);
    return status == STATUS_OK ? tell_coverage(desk, &number_parts[PART_COVERAGE]) : status;
}

static enum status tell_stats(struct desk *desk, bool whole) {
    struct answer_stats stats;
    enum status status = desk_begin(desk, number_parts, sizeof number_parts / sizeof *number_parts);
    if (status == STATUS_OK)
        status = ask_stats(&desk->asker, &desk->query, whole, &desk->answer->arena, &stats, desk->error);
    if (status == STATUS_OK) status = tell_numbers(desk, &stats);
    if (status != STATUS_OK || whole || stats.kinds.count) return status;
    desk->entries = 0;
    return desk_end(desk, "the filters leave no event");
}

/* ---- sources ----------------------------------------------------------------------------------------------------- */

enum { PART_RESTING, PART_SOURCES, PART_ALONE };
static const struct answer_part source_parts[] = {
    [PART_RESTING] = {"", &resting_shape, true, false},
    [PART_SOURCES] = {"sources", &rest_shape, false, true},
    [PART_ALONE] = {"alone", &single_shape, false, false},
};

static enum status take_resting(void *context, const struct answer_resting *resting, struct error *error) {
    (void)error;
    return desk_entry(context, &source_parts[PART_RESTING], resting);
}
static enum status take_source(void *context, const struct answer_rest *rest, struct error *error) {
    (void)error;
    return desk_entry(context, &source_parts[PART_SOURCES], rest);
}
static enum status take_alone(void *context, const struct answer_single *single, struct error *error) {
    (void)error;
    return desk_entry(context, &source_parts[PART_ALONE], single);
}

static enum status tell_sources(struct desk *desk) {
    const struct rest_visitor visitor = {desk, take_resting, take_source, take_alone};
    desk_tell(desk, "about", SLICE_OF("sources"), false);
    enum status status = desk_begin(desk, source_parts, sizeof source_parts / sizeof *source_parts);
    if (status == STATUS_OK) status = ask_resting(&desk->asker, &desk->query, &visitor, desk->error);
    return status == STATUS_OK ? desk_end(desk, "the filters leave no event that rests on a source") : status;
}

/* ---- coverage ---------------------------------------------------------------------------------------------------- */

/* The days on which what the filters ask for is covered. */
struct covered_days {
    struct shape_entries covered; /* struct answer_stretch */
};
static const struct shape_field covered_fields[] = {
    {"covered", SHAPE_ENTRIES, offsetof(struct covered_days, covered), &stretch_shape, SHAPE_EVERYWHERE},
};
static const struct shape covered_shape = {"covered", sizeof(struct covered_days), covered_fields, 1};
static const struct shape no_shape = {"whole", sizeof(struct covered_days), covered_fields, 0};

enum { PART_COVERED, PART_ROWS };
static const struct answer_part coverage_parts[] = {{"", &covered_shape, true, false},
                                                    {"coverage", &coverage_shape, false, true}};
static const struct answer_part whole_coverage_parts[] = {{"", &no_shape, true, false},
                                                          {"coverage", &coverage_shape, false, true}};

static enum status find_covered(struct desk *desk, struct covered_days *days) {
    const struct slice_list none = {NULL, 0};
    struct store_stretch *stretches;
    size_t count;
    enum status status = store_list_covered(desk->database->store, &desk->query, &none, &desk->answer->arena, &stretches,
                                            &count, desk->error);
    struct answer_stretch *items = arena_alloc_array(&desk->answer->arena, count + 1, sizeof *items);
    if (status != STATUS_OK) return status;
    if (!items) return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++) items[i] = (struct answer_stretch){stretches[i].from, stretches[i].to};
    days->covered = (struct shape_entries){items, count};
    return STATUS_OK;
}

static enum status check_coverage(struct desk *desk) {
    const struct query *query = &desk->query;
    if (!query->has_range) return STATUS_OK;
    return refuse(desk, "--coverage tells the days that are covered, so --from and --to say nothing here", "leave them out");
}

static enum status tell_covered(struct desk *desk, bool whole) {
    struct covered_days days = {{NULL, 0}};
    const struct answer_part *plan = whole ? whole_coverage_parts : coverage_parts;
    desk_tell(desk, "about", SLICE_OF("coverage"), false);
    enum status status = check_coverage(desk);
    if (status == STATUS_OK) status = desk_begin(desk, plan, 2);
    if (status == STATUS_OK) status = find_covered(desk, &days);
    if (status == STATUS_OK) status = desk_entry(desk, &plan[PART_COVERED], &days);
    if (status == STATUS_OK) status = tell_coverage(desk, &plan[PART_ROWS]);
    if (status != STATUS_OK || desk->entries) return status;
    error_set(desk->error, STATUS_NOT_FOUND, whole ? "the record does not claim to cover anything"
                                                   : "the record does not claim to cover anything of these");
    error_advise(desk->error, "where it has no event, that says nothing; coverage.csv says what is complete");
    return STATUS_NOT_FOUND;
}

/* ---- the question -------------------------------------------------------------------------------------------------- */

static enum status check(struct desk *desk) {
    const struct detente_details *details = &desk->request->details;
    const struct query *query = &desk->query;
    if (details->sources && details->coverage)
        return refuse(desk, "--sources and --coverage are two questions", "ask one after the other");
    if (query->distinct)
        return refuse(desk, "stats tells what the record holds, report by report, so --distinct says nothing here",
                      "leave it out");
    if (query->limit >= 0 || query->after.size || query->reverse)
        return refuse(desk, "stats counts all that the filters leave: --limit, --after and --reverse say nothing here",
                      "`list events` takes them");
    return STATUS_OK;
}

enum status desk_stats(struct desk *desk) {
    const struct detente_details *details = &desk->request->details;
    bool whole = !front_has_filters(&desk->request->filters);
    enum status status = desk_build_query(desk, NULL);
    if (status == STATUS_OK) status = check(desk);
    if (status != STATUS_OK) return status;
    if (details->sources) return tell_sources(desk);
    if (details->coverage) return tell_covered(desk, whole);
    return tell_stats(desk, whole);
}
