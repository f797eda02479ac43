/* inforce and tariffs: standing measures on a day, and what tariffs come to, on a day or over a time. */
#include "desk_measures.h"
#include "base/utf8.h"

#include <stdio.h>
#include "model/list.h"

static enum status refuse(struct desk *desk, const char *message, const char *remedy) {
    error_set(desk->error, STATUS_USAGE, "%s", message);
    error_advise(desk->error, "%s", remedy);
    return STATUS_USAGE;
}

static enum status no_memory(struct desk *desk) { return error_set(desk->error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- what was asked ------------------------------------------------------------------------------------------- */

static bool has_standing(struct slice path) {
    const struct kind *kind = kind_find(path);
    if (kind && kind->duration == KIND_STANDING) return true;
    for (size_t i = 0; i < kind_count; i++)
        if (kind_table[i].duration == KIND_STANDING && kind_is_below(slice_from(kind_table[i].path), path)) return true;
    return false;
}

static enum status check_kinds(struct measures *measures) {
    const struct slice_list *kinds = &measures->desk->query.kinds;
    for (size_t i = 0; i < kinds->count; i++) {
        struct slice path = kinds->items[i];
        int shown = (int)(path.size < 60 ? path.size : 60);
        if (measures->tariffs_only && !kind_is_below(path, SLICE_OF("tariff"))) {
            error_set(measures->desk->error, STATUS_USAGE, "`tariffs` is about tariffs, not about %.*s", shown, path.data);
            error_advise(measures->desk->error, "detente inforce --kind %.*s", shown, path.data);
            return STATUS_USAGE;
        }
        if (!has_standing(path)) {
            error_set(measures->desk->error, STATUS_USAGE, "%.*s is no kind that holds until it is ended", shown, path.data);
            error_advise(measures->desk->error, "the standing kinds are tariff, sanction, trade.ban, trade.investigation, "
                         "incident.detention, policy.standing and treaty.in_force; for others use `between`");
            return STATUS_USAGE;
        }
    }
    return STATUS_OK;
}

static enum status parse_codes(struct measures *measures) {
    struct desk *desk = measures->desk;
    const struct detente_words *words = &desk->request->details.codes;
    for (size_t i = 0; i < words->count; i++) {
        struct slice code = slice_trim(slice_from(words->items[i]));
        if (!arena_append(&desk->answer->arena, &measures->request.hs, code)) return no_memory(desk);
        if (measures_is_code(code)) continue;
        error_set(desk->error, STATUS_USAGE, "\"%.*s\" is not the beginning of an HS code",
                  (int)(code.size < 60 ? code.size : 60), code.data);
        error_advise(desk->error, "a code is digits, with or without dots: --hs 1514 or --hs 8703.80; for words use "
                     "--product");
        return STATUS_USAGE;
    }
    return STATUS_OK;
}

static bool tell_actors(struct desk *desk, const char *name, const struct query_actor *actors, size_t count) {
    struct slice_list ids = {NULL, 0};
    struct slice cell;
    for (size_t i = 0; i < count; i++)
        if (!arena_append(&desk->answer->arena, &ids, actors[i].id)) return false;
    if (!list_to_cell(&desk->answer->arena, &ids, &cell)) return false;
    desk_tell(desk, name, cell, true);
    return true;
}

/* Who and what, as of the days asked for. */
static enum status parse_sides(struct measures *measures) {
    struct desk *desk = measures->desk;
    struct measure_request *request = &measures->request;
    const struct detente_details *details = &desk->request->details;
    struct query_actor *imposers, *targets;
    struct slice codes;
    enum status status = desk_parse_actors(desk, &details->imposers, request->first, request->last, &imposers,
                                           &request->imposer_count);
    if (status == STATUS_OK)
        status = desk_parse_actors(desk, &details->targets, request->first, request->last, &targets, &request->target_count);
    if (status == STATUS_OK) status = parse_codes(measures);
    if (status != STATUS_OK) return status;
    request->imposers = imposers;
    request->targets = targets;
    if (!tell_actors(desk, "imposer", imposers, request->imposer_count) ||
        !tell_actors(desk, "target", targets, request->target_count) ||
        !list_to_cell(&desk->answer->arena, &request->hs, &codes)) return no_memory(desk);
    desk_tell(desk, "hs", codes, true);
    if (details->with_base) desk_tell_raw(desk, "with_base", SLICE_OF("true"));
    return STATUS_OK;
}

static bool list_kinds(struct measures *measures, struct slice_list *kinds) {
    struct arena *arena = &measures->desk->answer->arena;
    if (measures->tariffs_only) return arena_append(arena, kinds, SLICE_OF("tariff"));
    for (size_t i = 0; i < kind_count; i++)
        if (kind_table[i].duration == KIND_STANDING && !arena_append(arena, kinds, slice_from(kind_table[i].path)))
            return false;
    return true;
}

/* What the record would have to cover for an empty answer to mean something. */
static enum status ask_coverage(struct measures *measures) {
    struct query *query = &measures->desk->query;
    const struct measure_request *request = &measures->request;
    query->has_range = true;
    query->from = request->first;
    query->to = request->last;
    if (query->kinds.count == 0 && !list_kinds(measures, &query->kinds)) return no_memory(measures->desk);
    if (!query->has_pair && request->imposer_count == 1 && request->target_count == 1) {
        query->has_pair = true;
        query->pair[0] = request->imposers[0];
        query->pair[1] = request->targets[0];
    }
    return STATUS_OK;
}

static enum status check_filters(struct desk *desk) {
    const struct detente_request *request = desk->request;
    if (request->filters.match)
        return refuse(desk, "there is no --match here: what can be under way is found, with how surely it is",
                      "leave --match out");
    return STATUS_OK;
}

/* With --product, sums are told of the products asked for; a code may be that of any product. */
static enum status narrow_sums(struct measures *measures) {
    struct arena *arena = &measures->desk->answer->arena;
    const struct slice_list *products = &measures->desk->query.products;
    struct slice_list only = {NULL, 0};
    for (size_t i = 0; i < products->count; i++) {
        struct slice word;
        if (measures_is_code(products->items[i])) return STATUS_OK;
        if (!utf8_fold(arena, products->items[i], &word) || !arena_append(arena, &only, word))
            return error_set(measures->desk->error, STATUS_NO_MEMORY, "out of memory");
    }
    measures->book.only = only;
    return STATUS_OK;
}

static enum status begin_measures(struct measures *measures, struct desk *desk, bool tariffs_only) {
    *measures = (struct measures){.desk = desk, .tariffs_only = tariffs_only};
    measures->request.tariffs_only = tariffs_only;
    measures->request.query = &measures->told;
    measures->request.book = &measures->book;
    measures->book.arena = &desk->answer->arena;
    struct slice_list pair;
    enum status status = check_filters(desk);
    if (status == STATUS_OK) status = desk_list_pair(desk, &pair);
    if (status == STATUS_OK) status = desk_build_query(desk, &pair);
    if (status == STATUS_OK) status = check_kinds(measures);
    if (status == STATUS_OK) status = narrow_sums(measures);
    measures->told = desk->query;
    desk->answer->context.query = &measures->told;
    return status;
}

/* ---- on a day ---------------------------------------------------------------------------------------------------- */

static const struct answer_part day_parts[] = {
    {"", &measure_day_shape, true, false},
    {"measures", &measure_shape, false, true},
    {"totals", &total_shape, false, false},
};
enum { PART_HEAD, PART_MEASURES, PART_TOTALS };

static enum status take_measure(void *context, const struct answer_measure *measure, struct error *error) {
    struct measures *measures = context;
    (void)error;
    return desk_entry(measures->desk, &day_parts[PART_MEASURES], measure);
}

static enum status take_total(void *context, const struct answer_total *total, struct error *error) {
    struct measures *measures = context;
    (void)error;
    return desk_entry(measures->desk, &day_parts[PART_TOTALS], total);
}

/* "2025-10-31", "2025-10-01/2025-10-31", "../2025-10-31". */
static struct slice write_days(struct desk *desk, int64_t first, int64_t last) {
    struct slice from = desk_day_text(desk, first), to = desk_day_text(desk, last), text = SLICE_NONE;
    struct buffer both;
    if (first == last) return from;
    buffer_init(&both);
    buffer_append_slice(&both, slice_is_empty(from) ? SLICE_OF("..") : from);
    buffer_append_byte(&both, '/');
    buffer_append_slice(&both, slice_is_empty(to) ? SLICE_OF("..") : to);
    if (buffer_failed(&both) || !arena_copy(&desk->answer->arena, buffer_slice(&both), &text)) text = SLICE_NONE;
    buffer_free(&both);
    return text;
}

static enum status end_on_day(struct measures *measures) {
    struct desk *desk = measures->desk;
    char when[120];
    struct slice after = measures->told.after;
    if (desk->entries || measures->told.limit == 0) return STATUS_OK;
    if (!slice_is_empty(after))
        return error_set(desk->error, STATUS_NOT_FOUND, "nothing comes after %.*s",
                         (int)(after.size < 80 ? after.size : 80), after.data);
    struct slice day = write_days(desk, measures->request.first, measures->request.last);
    snprintf(when, sizeof when, "is in force on %.*s", (int)(day.size < 80 ? day.size : 80), day.data);
    return measures_end_empty(measures, when);
}

static enum status answer_day(struct measures *measures) {
    struct desk *desk = measures->desk;
    struct measure_day head = {write_days(desk, measures->request.first, measures->request.last)};
    enum status status = desk_begin(desk, day_parts, sizeof day_parts / sizeof *day_parts);
    if (status == STATUS_OK) status = desk_entry(desk, &day_parts[PART_HEAD], &head);
    if (status == STATUS_OK) status = ask_measures(&desk->asker, &measures->request, take_measure, measures, desk->error);
    if (status == STATUS_OK)
        status = ask_totals(&measures->book, measures->request.first, measures->request.last,
                            desk->request->details.with_base, take_total, measures, desk->error);
    return status == STATUS_OK ? end_on_day(measures) : status;
}

static enum status ask_day(struct measures *measures) {
    struct desk *desk = measures->desk;
    const char *on = desk->request->details.on;
    enum status status = desk_parse_days(desk, "--on", on, desk->request->today, &measures->request.first,
                                         &measures->request.last);
    if (status != STATUS_OK) return status;
    desk_tell(desk, "on", on ? slice_trim(slice_from(on)) : desk_day_text(desk, desk->request->today), false);
    status = parse_sides(measures);
    if (status == STATUS_OK) status = ask_coverage(measures);
    return status == STATUS_OK ? answer_day(measures) : status;
}

/* The measures must live as long as the answer, whose writer looks at the question until its end. */
static enum status make_measures(struct desk *desk, bool tariffs_only, struct measures **measures) {
    *measures = arena_alloc(&desk->answer->arena, sizeof **measures);
    return *measures ? begin_measures(*measures, desk, tariffs_only) : no_memory(desk);
}

enum status desk_inforce(struct desk *desk) {
    struct measures *measures;
    const struct detente_filters *filters = &desk->request->filters;
    if (filters->from || filters->to)
        return refuse(desk, "`inforce` asks for a day, not for a time",
                      "give --on DATE, which may be a month or FROM/TO; the history of rates: detente tariffs --from --to");
    enum status status = make_measures(desk, false, &measures);
    return status == STATUS_OK ? ask_day(measures) : status;
}

/* ---- over a time -------------------------------------------------------------------------------------------------- */

static const struct answer_part time_parts[] = {
    {"", &measure_time_shape, true, false},
    {"steps", &step_shape, false, true},
};

static enum status pass_over(void *context, const struct answer_measure *measure, struct error *error) {
    (void)context;
    (void)measure;
    (void)error;
    return STATUS_OK;
}

static enum status take_step(void *context, const struct answer_step *step, struct error *error) {
    struct measures *measures = context;
    struct desk *desk = measures->desk;
    (void)error;
    if (measures->told.limit >= 0 && desk->entries >= (uint64_t)measures->told.limit) return STATUS_STOPPED;
    return desk_entry(desk, &time_parts[1], step);
}

static enum status answer_time(struct measures *measures) {
    struct desk *desk = measures->desk;
    struct measure_request *request = &measures->request;
    struct measure_time head = {request->first, request->last};
    struct query every = measures->told;
    every.limit = -1; /* of steps, not of measures */
    request->query = &every;
    enum status status = desk_begin(desk, time_parts, sizeof time_parts / sizeof *time_parts);
    if (status == STATUS_OK) status = desk_entry(desk, &time_parts[0], &head);
    if (status == STATUS_OK) status = ask_measures(&desk->asker, request, pass_over, NULL, desk->error);
    if (status == STATUS_OK)
        status = ask_steps(&measures->book, request->first, request->last, desk->request->details.with_base, take_step,
                           measures, desk->error);
    request->query = &measures->told;
    bool full = status == STATUS_STOPPED && measures->told.limit >= 0 &&
                desk->entries == (uint64_t)measures->told.limit;
    if (full) return STATUS_OK;
    if (status != STATUS_OK || measures->told.limit == 0 || desk->entries) return status;
    return measures_end_empty(measures, "is in force in this time");
}

static enum status ask_time(struct measures *measures) {
    struct desk *desk = measures->desk;
    const struct query *query = &measures->told;
    if (query->reverse || query->after.size)
        return refuse(desk, "steps are in the order of imposer, target, product and day",
                      "leave --reverse and --after out, or ask for one day with --on");
    measures->told.match = MATCH_OVERLAPS; /* as it is asked */
    measures->request.first = query->from;
    measures->request.last = desk->request->filters.to ? query->to : desk->request->today;
    if (measures->request.first > measures->request.last)
        return refuse(desk, "--from lies after today", "give --to as well");
    enum status status = parse_sides(measures);
    if (status == STATUS_OK) status = ask_coverage(measures);
    return status == STATUS_OK ? answer_time(measures) : status;
}

enum status desk_tariffs(struct desk *desk) {
    struct measures *measures;
    const struct detente_filters *filters = &desk->request->filters;
    bool time = filters->from || filters->to;
    if (time && desk->request->details.on)
        return refuse(desk, "--on asks for a day, --from and --to for the steps over a time", "give one or the other");
    enum status status = make_measures(desk, true, &measures);
    if (status != STATUS_OK) return status;
    return time ? ask_time(measures) : ask_day(measures);
}
