/* What tariffs come to together on one product.
 *
 * A sum is exact (base/decimal.h) and a range wherever something is open: a measure that only possibly holds adds
 * nothing to its lower end, nor does one with a narrower scope than others, since it does not lie on all of the
 * product. Without the rate of one of them there is no sum. */
#include "measure_inside.h"

#include "../model/list.h"
#include "inside.h"

/* ---- scope ---------------------------------------------------------------------------------------------------- */

static bool lists_equal(const struct slice_list *a, const struct slice_list *b) {
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++)
        if (!slice_equals(a->items[i], b->items[i])) return false;
    return true;
}

/* Both sorted. */
static bool is_part_of(const struct slice_list *part, const struct slice_list *whole) {
    size_t j = 0;
    for (size_t i = 0; i < part->count; i++, j++) {
        while (j < whole->count && slice_compare(whole->items[j], part->items[i]) < 0) j++;
        if (j == whole->count || !slice_equals(whole->items[j], part->items[i])) return false;
    }
    return true;
}

/* The scope that holds those of all the others; a measure with another one is narrower. */
struct scope {
    const struct slice_list *excludes; /* NULL: none of them is the widest */
    bool same_quota, same; /* same: all have one scope */
};

static struct scope find_widest(const struct tariff *const *tariffs, size_t count) {
    struct scope scope = {&tariffs[0]->excludes, true, true};
    for (size_t i = 1; i < count; i++) {
        if (tariffs[i]->excludes.count < scope.excludes->count) scope.excludes = &tariffs[i]->excludes;
        scope.same_quota = scope.same_quota && slice_equals(tariffs[i]->quota, tariffs[0]->quota);
        scope.same = scope.same && lists_equal(&tariffs[i]->excludes, &tariffs[0]->excludes);
    }
    scope.same = scope.same && scope.same_quota;
    const struct slice_list *fewest = scope.excludes;
    for (size_t i = 0; i < count && scope.excludes; i++)
        if (!is_part_of(fewest, &tariffs[i]->excludes)) scope.excludes = NULL;
    return scope;
}

static bool is_narrower(const struct tariff *tariff, const struct scope *widest) {
    if (!widest->excludes || !lists_equal(&tariff->excludes, widest->excludes)) return true;
    return !widest->same_quota && !slice_is_empty(tariff->quota);
}

/* ---- sums ----------------------------------------------------------------------------------------------------- */

static const struct decimal zero;

static void add_rate(struct tariff_rate *sum, struct tariff_rate rate, bool partly) {
    if (partly && decimal_compare(&rate.low, &zero) > 0) rate.low = zero;
    if (partly && decimal_compare(&rate.high, &zero) < 0) rate.high = zero;
    sum->low = decimal_add(sum->low, rate.low);
    sum->high = decimal_add(sum->high, rate.high);
}

/* Once for all of them, from the lowest to the highest that they give. */
static void find_base(const struct tariff_sum *sum, struct tariff_rate *base, bool *ordinary) {
    *base = (struct tariff_rate){.known = false};
    *ordinary = false;
    for (size_t i = 0; i < sum->count; i++) {
        const struct tariff *tariff = sum->tariffs[i];
        *ordinary = *ordinary || tariff->ordinary;
        if (!tariff->base.known) continue;
        if (!base->known || decimal_compare(&tariff->base.low, &base->low) < 0) base->low = tariff->base.low;
        if (!base->known || decimal_compare(&tariff->base.high, &base->high) > 0) base->high = tariff->base.high;
        base->known = true;
    }
}

static bool keep_rate(const struct decimal *rate, struct arena *arena, struct slice *text) {
    char digits[DECIMAL_SIZE];
    return arena_copy(arena, (struct slice){digits, decimal_format(rate, digits)}, text);
}

/* Those that another had replaced by the first of the days and that are still under way. */
static bool list_replaced(struct tariff_sum *sum, int64_t first, struct arena *arena) {
    struct slice_list replaced = {NULL, 0};
    for (size_t i = 0; i < sum->count; i++)
        if (sum->tariffs[i]->replaced <= first && !arena_append(arena, &replaced, sum->tariffs[i]->id)) return false;
    return list_to_cell(arena, &replaced, &sum->replaced);
}

/* Does it add from 0 to its rate? *doubt then says why. */
static bool is_partial(const struct tariff *tariff, enum measure_state how, const struct scope *widest, int64_t last,
                       enum sum_doubt *doubt) {
    bool open = tariff->succeeded <= last, possibly = how == MEASURE_POSSIBLY;
    *doubt = open ? SUM_REPLACED_OPEN : possibly ? SUM_POSSIBLY : SUM_NARROWER;
    return open || possibly || is_narrower(tariff, widest);
}

static void note_doubts(struct tariff_sum *sum, const enum measure_state *states, const struct scope *widest,
                        int64_t first, int64_t last, enum sum_doubt wanted) {
    for (size_t i = 0; i < sum->count; i++) {
        const struct tariff *tariff = sum->tariffs[i];
        enum sum_doubt doubt;
        bool partial = is_partial(tariff, states[i], widest, last, &doubt);
        bool noted = wanted == SUM_OVERLAPS ? tariff->replaced <= first && tariff->succeeded > last
                                            : partial && doubt == wanted;
        if (noted) sum->notes[sum->note_count++] = (struct sum_note){wanted, tariff->id, tariff->excepted, tariff->quota};
    }
}

/* Of one that stands alone its state says that it is only possibly there, and its scope is that of the total. */
static bool list_notes(struct tariff_sum *sum, const enum measure_state *states, const struct scope *widest,
                       int64_t first, int64_t last, struct arena *arena) {
    sum->notes = arena_alloc_array(arena, 2 * sum->count + 1, sizeof *sum->notes);
    if (!sum->notes) return false;
    for (int doubt = SUM_REPLACED_OPEN; doubt <= (sum->count > 1 ? SUM_OVERLAPS : SUM_REPLACED_OPEN); doubt++)
        note_doubts(sum, states, widest, first, last, (enum sum_doubt)doubt);
    return true;
}

static int64_t find_confirmed(const struct tariff_sum *sum, const enum measure_state *states) {
    int64_t day = DAY_MAX;
    for (size_t i = 0; i < sum->count; i++)
        if (states[i] == MEASURE_AS_LAST_CONFIRMED && sum->tariffs[i]->last_confirmed < day)
            day = sum->tariffs[i]->last_confirmed;
    return sum->how == MEASURE_AS_LAST_CONFIRMED && day != DAY_MAX ? day : DAY_MIN;
}

static bool add_up(struct tariff_sum *sum, const enum measure_state *states, int64_t first, int64_t last, bool with_base,
                   struct arena *arena) {
    struct scope widest = find_widest(sum->tariffs, sum->count);
    struct tariff_rate total = {.known = true}, base;
    struct slice_list partial = {NULL, 0};
    bool ordinary;
    for (size_t i = 0; i < sum->count; i++) {
        const struct tariff *tariff = sum->tariffs[i];
        enum sum_doubt doubt;
        bool partly = is_partial(tariff, states[i], &widest, last, &doubt);
        total.known = total.known && tariff->rate.known;
        if (partly && sum->count > 1 && !arena_append(arena, &partial, tariff->id)) return false;
        if (tariff->rate.known) add_rate(&total, tariff->rate, partly);
    }
    if (!list_to_cell(arena, &partial, &sum->partly) || !list_notes(sum, states, &widest, first, last, arena)) return false;
    if (widest.same) {
        sum->quota = sum->tariffs[0]->quota;
        sum->excludes = sum->tariffs[0]->excepted;
    }
    sum->confirmed = find_confirmed(sum, states);
    find_base(sum, &base, &ordinary);
    sum->with_base = with_base && total.known && (ordinary || base.known);
    if (!total.known) return true;
    if (with_base && base.known && !ordinary) add_rate(&total, base, false);
    return keep_rate(&total.low, arena, &sum->rate_min) && keep_rate(&total.high, arena, &sum->rate_max);
}

static bool list_ids(struct tariff_sum *sum, struct arena *arena) {
    struct slice_list all = {NULL, 0}, without = {NULL, 0};
    for (size_t i = 0; i < sum->count; i++) {
        const struct tariff *tariff = sum->tariffs[i];
        if (!arena_append(arena, &all, tariff->id)) return false;
        if (!tariff->rate.known && !arena_append(arena, &without, tariff->id)) return false;
    }
    return list_to_cell(arena, &all, &sum->measures) && list_to_cell(arena, &without, &sum->without_rate);
}

enum status tariff_sum_up(const struct tariff *const *tariffs, size_t count, int64_t first, int64_t last, bool with_base,
                          struct arena *arena, struct tariff_sum *sum, struct error *error) {
    enum measure_state *states = arena_alloc_array(arena, count + 1, sizeof *states);
    *sum = (struct tariff_sum){.tariffs = arena_alloc_array(arena, count + 1, sizeof *sum->tariffs), .how = MEASURE_NOT,
                               .confirmed = DAY_MIN};
    if (!states || !sum->tariffs) return ask_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        enum measure_state how = measure_find_state(&tariffs[i]->times, tariffs[i]->confirmed, first, last);
        if (how == MEASURE_NOT) continue;
        if (sum->how == MEASURE_NOT || how > sum->how) sum->how = how;
        states[sum->count] = how;
        sum->disputed = sum->disputed || tariffs[i]->disputed;
        sum->tariffs[sum->count++] = tariffs[i];
    }
    if (sum->count == 0) return STATUS_OK;
    bool good = add_up(sum, states, first, last, with_base, arena) && list_ids(sum, arena) &&
                list_replaced(sum, first, arena);
    return good ? STATUS_OK : ask_no_memory(error);
}

/* ---- totals ---------------------------------------------------------------------------------------------------- */

static struct answer_total make_total(const struct tariff_lane *lane, const struct tariff_sum *sum) {
    return (struct answer_total){
        .imposer = lane->imposer.id, .target = lane->target.id, .product = lane->product,
        .imposer_name = lane->imposer.name, .target_name = lane->target.name,
        .rate_min = sum->rate_min, .rate_max = sum->rate_max, .rate_unit = lane->unit,
        .measures = sum->measures, .without_rate = sum->without_rate, .partly = sum->partly,
        .replaced = sum->replaced,
        .state = slice_from(measure_state_name(sum->how)), .with_base = sum->with_base, .disputed = sum->disputed,
        .quota = sum->quota, .excludes = sum->excludes,
        .count = shape_count((int64_t)sum->count), .notes = sum->notes, .note_count = sum->note_count,
        .confirmed = sum->confirmed,
    };
}

enum status ask_totals(const struct tariff_book *book, int64_t first, int64_t last, bool with_base, total_visit *visit,
                       void *context, struct error *error) {
    struct tariff_lane *lanes;
    size_t count;
    struct arena arena;
    arena_init(&arena);
    enum status status = tariff_book_sort(book, false, &arena, &lanes, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct arena_mark mark = arena_mark(&arena);
        struct tariff_sum sum;
        status = tariff_sum_up(lanes[i].tariffs, lanes[i].count, first, last, with_base, &arena, &sum, error);
        struct answer_total total = make_total(&lanes[i], &sum);
        if (status == STATUS_OK && sum.count) status = visit(context, &total, error);
        arena_rewind(&arena, mark);
    }
    arena_free(&arena);
    return status;
}
