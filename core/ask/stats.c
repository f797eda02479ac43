/* Numbers of the record: kept ones of the whole, counted ones of a part. */
#include "stats.h"

#include <stdlib.h>
#include "inside.h"

/* ---- shapes ------------------------------------------------------------------------------------------------------ */

#define AT(member) offsetof(struct answer_tally, member)
#define TALLY(words, json_name)                                                                                        \
    static const struct shape_field words##_tally_fields[] = {                                                         \
        {"group", SHAPE_TEXT, AT(group), NULL, SHAPE_TABLE_ONLY},                                                      \
        {json_name, SHAPE_TEXT, AT(name), NULL, SHAPE_JSON_ONLY},                                                      \
        {"name", SHAPE_TEXT, AT(name), NULL, SHAPE_TABLE_ONLY},                                                        \
        {"count", SHAPE_COUNT, AT(count), NULL, SHAPE_EVERYWHERE},                                                     \
    };                                                                                                                 \
    const struct shape words##_tally_shape = {#words "_tally", sizeof(struct answer_tally), words##_tally_fields, 4}
TALLY(record, "type");
TALLY(kind, "kind");
TALLY(status, "status");
TALLY(precision, "precision");

#define SINGLE(words, json_name)                                                                                       \
    static const struct shape_field words##_tally_fields[] = {                                                         \
        {"group", SHAPE_TEXT, AT(group), NULL, SHAPE_TABLE_ONLY},                                                      \
        {"name", SHAPE_TEXT, AT(name), NULL, SHAPE_TABLE_ONLY},                                                        \
        {"count", SHAPE_COUNT, AT(count), NULL, SHAPE_TABLE_ONLY},                                                     \
        {json_name, SHAPE_COUNT, AT(count), NULL, SHAPE_JSON_ONLY},                                                    \
    };                                                                                                                 \
    const struct shape words##_tally_shape = {#words "_tally", sizeof(struct answer_tally), words##_tally_fields, 4}
SINGLE(disputed, "disputed");
SINGLE(unsourced, "unsourced");
SINGLE(undated, "undated");
SINGLE(single, "single_sourced");
#undef AT

#define AT(member) offsetof(struct answer_span, member)
static const struct shape_field span_fields[] = {
    {"first", SHAPE_DAY, AT(first), NULL, SHAPE_EVERYWHERE},
    {"last", SHAPE_DAY, AT(last), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape span_shape = {"span", sizeof(struct answer_span), span_fields, sizeof span_fields / sizeof *span_fields};

/* ---- lists of numbers --------------------------------------------------------------------------------------------- */

static bool add_tally(struct arena *arena, struct tally_list *list, const char *group, struct slice name, int64_t count) {
    struct answer_tally tally = {slice_from(group), SLICE_NONE, shape_count(count)};
    if (!arena_copy(arena, name, &tally.name)) return false;
    if ((list->count & (list->count - 1)) == 0) { /* full at each power of two */
        struct answer_tally *more = arena_alloc_array(arena, list->count ? list->count * 2 : 1, sizeof *more);
        if (!more) return false;
        if (list->count) memcpy(more, list->items, list->count * sizeof *more);
        list->items = more;
    }
    list->items[list->count++] = tally;
    return true;
}

static int64_t find_tally(const struct tally_list *list, const char *name) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_is(list->items[i].name, name)) return list->items[i].count.value;
    return 0;
}

/* Adds to the number of that name, made when there is none; families and statuses are few. */
static bool raise_tally(struct arena *arena, struct tally_list *list, const char *group, struct slice name, int64_t by) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i].name, name)) {
            list->items[i].count.value += by;
            return true;
        }
    return add_tally(arena, list, group, name, by);
}

static struct slice family_of(struct slice kind) { return slice_part(kind, 0, slice_find(kind, '.')); }

static int compare_tallies(const void *a, const void *b) {
    const struct answer_tally *p = a, *q = b;
    if (p->count.value != q->count.value) return p->count.value > q->count.value ? -1 : 1;
    return slice_compare(p->name, q->name);
}

/* ---- the whole ------------------------------------------------------------------------------------------------------ */

struct gathering {
    struct arena *arena;
    struct tally_list *list;
    const char *group;
};

static enum status take_use(void *context, struct slice name, int64_t uses, struct error *error) {
    struct gathering *to = context;
    bool kinds = strcmp(to->group, "kinds") == 0;
    return raise_tally(to->arena, to->list, to->group, kinds ? family_of(name) : name, uses) ? STATUS_OK
                                                                                            : ask_no_memory(error);
}

static enum status gather(struct asker *asker, const char *type, const char *group, struct arena *arena,
                          struct tally_list *list, struct error *error) {
    struct gathering to = {arena, list, group};
    *list = (struct tally_list){NULL, 0};
    return store_each_use(asker->store, type, take_use, &to, error);
}

/* In the order of the contract; "reported" is what no status was given to. */
static bool order_statuses(struct arena *arena, const struct tally_list *found, int64_t events, struct tally_list *out) {
    static const char *const order[] = {"planned", "reported", "confirmed", "disputed", "denied", "cancelled"};
    int64_t others = 0;
    for (size_t i = 0; i < found->count; i++)
        if (!slice_is(found->items[i].name, "reported")) others += found->items[i].count.value;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        int64_t count = strcmp(order[i], "reported") == 0 ? events - others : find_tally(found, order[i]);
        if (count > 0 && !add_tally(arena, out, "statuses", slice_from(order[i]), count)) return false;
    }
    return true;
}

/* From the finest to the coarsest. */
static bool order_precisions(struct arena *arena, const struct tally_list *found, struct tally_list *out) {
    for (int i = 0; i <= EDTF_NO_PRECISION; i++) {
        const char *name = edtf_precision_name((enum edtf_precision)i);
        int64_t count = find_tally(found, name);
        if (count > 0 && !add_tally(arena, out, "precisions", slice_from(name), count)) return false;
    }
    return true;
}

static enum status count_records(struct asker *asker, struct arena *arena, struct answer_stats *stats, struct error *error) {
    enum status status = STATUS_OK;
    for (int type = 0; status == STATUS_OK && type <= RECORD_NOTE; type++) {
        int64_t count;
        if (type == RECORD_PARTY) continue;
        status = store_count(asker->store, (enum record_type)type, &count, error);
        if (status == STATUS_OK && !add_tally(arena, &stats->records, "records",
                                              slice_from(record_info((enum record_type)type)->plural), count))
            status = ask_no_memory(error);
    }
    return status;
}

static void set_single(struct answer_tally *tally, const char *name, int64_t count) {
    *tally = (struct answer_tally){SLICE_OF("events"), slice_from(name), shape_count(count)};
}

static void set_span(struct answer_stats *stats, int64_t first, int64_t last) {
    stats->span = (struct answer_span){first == DAY_MAX ? DAY_MIN : first, last};
}

static enum status count_whole(struct asker *asker, struct arena *arena, struct answer_stats *stats, struct error *error) {
    struct tally_list statuses, precisions, sourcing, disputed, undated;
    int64_t first, last;
    enum status status = count_records(asker, arena, stats, error);
    if (status == STATUS_OK) status = gather(asker, "kind", "kinds", arena, &stats->kinds, error);
    if (status == STATUS_OK) status = gather(asker, "status", "statuses", arena, &statuses, error);
    if (status == STATUS_OK) status = gather(asker, "precision", "precisions", arena, &precisions, error);
    if (status == STATUS_OK) status = gather(asker, "sourcing", "sourcing", arena, &sourcing, error);
    if (status == STATUS_OK) status = gather(asker, "disputed", "disputed", arena, &disputed, error);
    if (status == STATUS_OK) status = gather(asker, "undated", "undated", arena, &undated, error);
    if (status == STATUS_OK) status = store_find_span(asker->store, &first, &last, error);
    if (status != STATUS_OK) return status;
    set_single(&stats->disputed, "disputed", find_tally(&disputed, "yes"));
    set_single(&stats->undated, "undated", find_tally(&undated, "yes"));
    set_single(&stats->unsourced, "unsourced", find_tally(&sourcing, "none"));
    set_single(&stats->single_sourced, "single_sourced", find_tally(&sourcing, "one"));
    set_span(stats, first, last);
    int64_t events = find_tally(&stats->records, "events");
    return order_statuses(arena, &statuses, events, &stats->statuses) &&
           order_precisions(arena, &precisions, &stats->precisions) ? STATUS_OK : ask_no_memory(error);
}

/* ---- a part ----------------------------------------------------------------------------------------------------------- */

struct counting {
    struct arena *arena;
    struct tally_list kinds, statuses;
    int64_t events, precisions[EDTF_NO_PRECISION + 1], disputed, undated, unsourced, single_sourced, first, last;
};

static enum status count_event_of(struct counting *counting, const struct record *event, const struct event_times *times,
                                  struct error *error) {
    struct slice status = record_get(event, EVENT_STATUS);
    int64_t first, last;
    if (slice_is_empty(status)) status = SLICE_OF("reported");
    if (!raise_tally(counting->arena, &counting->kinds, "kinds", family_of(record_get(event, EVENT_KIND)), 1) ||
        !raise_tally(counting->arena, &counting->statuses, "statuses", status, 1)) return ask_no_memory(error);
    counting->events++;
    counting->precisions[times->precision]++;
    counting->undated += event_is_undated(times);
    store_span_of(times, &first, &last);
    if (first != DAY_MAX && first < counting->first) counting->first = first;
    if (first != DAY_MAX && last > counting->last) counting->last = last;
    return STATUS_OK;
}

static enum status take_stored(void *context, struct stored_event *event, struct error *error) {
    struct counting *counting = context;
    counting->disputed += event->disputed;
    counting->unsourced += event->sourcing == SOURCING_NONE;
    counting->single_sourced += event->sourcing == SOURCING_ONE;
    return count_event_of(counting, &event->event, &event->times, error);
}

static enum status count_part(struct asker *asker, const struct query *query, struct arena *arena,
                              struct answer_stats *stats, struct error *error) {
    struct counting counting = {.arena = arena, .first = DAY_MAX, .last = DAY_MIN};
    enum status status = store_ask(asker->store, query, MATCH_NONE, take_stored, &counting, error);
    if (status != STATUS_OK) return status;
    stats->kinds = counting.kinds;
    set_single(&stats->disputed, "disputed", counting.disputed);
    set_single(&stats->undated, "undated", counting.undated);
    set_single(&stats->unsourced, "unsourced", counting.unsourced);
    set_single(&stats->single_sourced, "single_sourced", counting.single_sourced);
    set_span(stats, counting.first, counting.last);
    bool good = add_tally(arena, &stats->records, "records", SLICE_OF("events"), counting.events) &&
                order_statuses(arena, &counting.statuses, counting.events, &stats->statuses);
    for (int i = 0; good && i <= EDTF_NO_PRECISION; i++)
        if (counting.precisions[i])
            good = add_tally(arena, &stats->precisions, "precisions",
                             slice_from(edtf_precision_name((enum edtf_precision)i)), counting.precisions[i]);
    return good ? STATUS_OK : ask_no_memory(error);
}

enum status ask_stats(struct asker *asker, const struct query *query, bool whole, struct arena *arena,
                      struct answer_stats *stats, struct error *error) {
    *stats = (struct answer_stats){0};
    enum status status = whole ? count_whole(asker, arena, stats, error) : count_part(asker, query, arena, stats, error);
    if (status == STATUS_OK && stats->kinds.count)
        qsort(stats->kinds.items, stats->kinds.count, sizeof *stats->kinds.items, compare_tallies);
    return status;
}
