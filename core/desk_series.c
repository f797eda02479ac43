/* series: the words of the question, checked, and its answer handed on. */
#include "desk.h"

#include "ask/series.h"
#include "model/nearest.h"

static const struct answer_part parts[] = {{"", &series_shape, true, false}, {"points", &point_shape, false, true}};
static const struct answer_part directed_parts[] = {{"", &series_shape, true, false},
                                                    {"points", &directed_point_shape, false, true}};
enum { PART_HEAD, PART_POINTS, PARTS };

/* ---- words -------------------------------------------------------------------------------------------------- */

/* The number of a word in a table that NULL ends; without a word `otherwise`. */
static enum status parse_word(struct desk *desk, const char *option, const char *text, const char *const *words,
                              int otherwise, int *number) {
    struct nearest nearest = {.word = slice_from(text)};
    char names[80];
    *number = otherwise;
    if (!text) return STATUS_OK;
    for (int i = 0; words[i]; i++) {
        if (strcmp(words[i], text) == 0) *number = i;
        nearest_offer(&nearest, slice_from(words[i]));
    }
    if (*number != otherwise || (otherwise >= 0 && strcmp(words[otherwise], text) == 0)) return STATUS_OK;
    nearest_format(&nearest, names, sizeof names);
    error_set(desk->error, STATUS_USAGE, "%s does not take \"%.40s\"", option, text);
    if (names[0]) error_advise(desk->error, "did you mean %s?", names);
    return STATUS_USAGE;
}

static enum status parse_details(struct desk *desk, struct series_request *request) {
    static const char *const by[] = {"day", "month", "quarter", "year", NULL};
    static const char *const split[] = {"none", "kind", "family", NULL};
    static const char *const measure[] = {"count", "sum", "mean", "tariff", NULL};
    const struct detente_details *details = &desk->request->details;
    int number = 0;
    enum status status = parse_word(desk, "--by", details->by, by, -1, &number);
    request->by_given = details->by != NULL;
    request->by = request->by_given ? (enum series_by)number : SERIES_YEAR;
    if (status == STATUS_OK) status = parse_word(desk, "--split", details->split, split, SERIES_WHOLE, &number);
    request->split = (enum series_split)number;
    if (status == STATUS_OK) status = parse_word(desk, "--measure", details->measure, measure, SERIES_COUNT, &number);
    request->measure = (enum series_measure)number;
    request->directed = details->directed;
    request->spread = details->spread;
    return status;
}

/* ---- what does not go together --------------------------------------------------------------------------------- */

static enum status refuse(struct desk *desk, const char *message, const char *remedy) {
    error_set(desk->error, STATUS_USAGE, "%s", message);
    error_advise(desk->error, "%s", remedy);
    return STATUS_USAGE;
}

static enum status check_kinds(struct desk *desk) {
    const struct slice_list *kinds = &desk->query.kinds;
    for (size_t i = 0; i < kinds->count; i++)
        if (!kind_is_below(kinds->items[i], SLICE_OF("tariff")))
            return refuse(desk, "--measure tariff is about tariffs only", "leave --kind out, or name a kind below tariff");
    return STATUS_OK;
}

static enum status check(struct desk *desk, const struct series_request *request) {
    const struct query *query = &desk->query;
    bool tariffs = request->measure == SERIES_TARIFF;
    if (request->directed && !query->has_pair)
        return refuse(desk, "--directed needs a pair: who began it, the one or the other", "detente series A B --directed");
    if (request->spread && tariffs)
        return refuse(desk, "--spread shares out events, and --measure tariff counts none", "leave --spread out");
    if (query->has_range && query->match == MATCH_OVERLAPS && !tariffs)
        return refuse(desk, "a series counts events by their start, so --match overlaps says nothing here",
                      "leave --match out, or take --match certain");
    if (query->has_range && query->match == MATCH_CERTAIN && tariffs)
        return refuse(desk, "a rate is that of the tariffs in force on a day, so --match certain says nothing here",
                      "leave --match out");
    if (query->limit >= 0 || query->after.size || query->reverse)
        return refuse(desk, "a series counts all that the filters leave: --limit, --after and --reverse say nothing here",
                      "narrow it with --from and --to");
    return tariffs ? check_kinds(desk) : STATUS_OK;
}

/* ---- the answer ----------------------------------------------------------------------------------------------- */

static const struct answer_part *plan_of(const struct desk *desk) {
    return desk->request->details.directed ? directed_parts : parts;
}

/* What is told when nothing could be counted. */
struct taking {
    struct desk *desk;
    int64_t undatable;
    struct slice by;
};

static enum status take_head(void *context, const struct answer_series *head, struct error *error) {
    struct taking *taking = context;
    struct desk *desk = taking->desk;
    (void)error;
    taking->undatable = head->undatable.value;
    taking->by = head->by;
    return desk_entry(desk, &plan_of(desk)[PART_HEAD], head);
}

static enum status take_point(void *context, const struct answer_point *point, struct error *error) {
    struct desk *desk = ((struct taking *)context)->desk;
    (void)error;
    return desk_entry(desk, &plan_of(desk)[PART_POINTS], point);
}

static void tell_details(struct desk *desk) {
    const struct detente_details *details = &desk->request->details;
    desk_tell(desk, "by", slice_from(details->by), false);
    desk_tell(desk, "split", slice_from(details->split), false);
    desk_tell(desk, "measure", slice_from(details->measure), false);
    desk_tell_raw(desk, "directed", details->directed ? SLICE_OF("true") : SLICE_NONE);
    desk_tell_raw(desk, "spread", details->spread ? SLICE_OF("true") : SLICE_NONE);
}

/* Events that are all dated too coarsely are not the same as none. */
static enum status end_series(struct desk *desk, const struct taking *taking) {
    if (desk->entries || taking->undatable == 0) return desk_end(desk, "there is nothing to count");
    error_set(desk->error, STATUS_NOT_FOUND, "no event falls into one %.*s alone, %lld may fall into one or another",
              (int)taking->by.size, taking->by.data, (long long)taking->undatable);
    error_advise(desk->error, "take longer periods with --by, or --spread to share them out by days");
    return STATUS_NOT_FOUND;
}

enum status desk_series(struct desk *desk) {
    struct series_request request = {.query = &desk->query, .today = desk->request->today};
    struct taking taking = {desk, 0, SLICE_NONE};
    struct series_visitor visitor = {&taking, take_head, take_point};
    const struct detente_words *words = &desk->request->words;
    struct slice_list pair = {NULL, 0};
    for (size_t i = 0; i < words->count; i++)
        if (!arena_append(&desk->answer->arena, &pair, slice_trim(slice_from(words->items[i]))))
            return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    if (pair.count == 1) return refuse(desk, "series takes a pair, or none", "detente series A B");
    enum status status = parse_details(desk, &request);
    if (status == STATUS_OK) status = desk_build_query(desk, &pair);
    if (status != STATUS_OK) return status;
    desk->query.as_happened = true;
    tell_details(desk);
    status = check(desk, &request);
    if (status == STATUS_OK) status = desk_begin(desk, plan_of(desk), PARTS);
    if (status == STATUS_OK) status = ask_series(&desk->asker, &request, &visitor, desk->error);
    return status == STATUS_OK ? end_series(desk, &taking) : status;
}
