/* From the words of a question to the question itself. */
#include "query.h"

#include "../base/cell.h"
#include "../base/number.h"
#include "../base/utf8.h"
#include "../model/nearest.h"
#include "../model/value.h"
#include "../time/written.h"

void query_init(struct query *query) {
    *query = (struct query){.from = DAY_MIN, .to = DAY_MAX, .match = MATCH_STARTS, .limit = -1};
}

bool query_is_code(struct slice product) {
    return product.size && product.data[0] >= '0' && product.data[0] <= '9';
}

static int shown(struct slice text) { return (int)(text.size < 80 ? text.size : 80); }

/* A wrong word in a question is wrong usage, whatever a look-up calls it. */
static enum status as_usage(enum status status, struct error *error) {
    if (status != STATUS_NOT_FOUND && status != STATUS_BAD_INPUT) return status;
    if (error) error->status = STATUS_USAGE;
    return STATUS_USAGE;
}

/* ---- dates --------------------------------------------------------------------------------------- */

bool query_read_day_word(struct slice text, int64_t today, int64_t *day) {
    static const char *const words[] = {"yesterday", "today", "tomorrow"};
    for (int i = 0; i < 3; i++) {
        int64_t away = i - 1;
        if (!slice_equals_ascii_nocase(text, slice_from(words[i]))) continue;
        if (away < 0 ? today <= DAY_MIN + 1 : today >= DAY_MAX - 1) away = 0;
        *day = today + away;
        return true;
    }
    return false;
}

/* "last week", "3 days ago": which days these are depends on who says it. */
static bool is_relative(struct arena *arena, struct slice text) {
    static const char *const words[] = {"ago", "last", "next", "this", "now", "since", "day", "days", "week", "weeks",
                                        "month", "months", "year", "years", "recently", "today", "yesterday",
                                        "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday",
                                        "saturday", "sunday"};
    struct slice rest;
    if (slice_find(text, '-') < text.size || !utf8_fold(arena, text, &rest)) return false; /* rather an id */
    while (rest.size) {
        size_t end = slice_find(rest, ' ');
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (slice_is(slice_part(rest, 0, end), words[i])) return true;
        rest = slice_part(rest, end + 1, rest.size);
    }
    return false;
}

static enum status refuse_date(const struct query_dates *dates, struct arena *arena, struct slice text,
                               const struct error *fault, struct error *error) {
    char day[EDTF_DAY_SIZE];
    error_set(error, STATUS_USAGE, "\"%.*s\" is neither a date nor the id of an event: %s", shown(text), text.data,
              fault->message);
    if (dates && dates->has_today && is_relative(arena, text)) {
        size_t size = edtf_format_day(dates->today, day);
        error_advise(error, "write the date itself; today is %.*s", (int)size, day);
    } else {
        error_advise(error, "%s", fault->remedy[0] ? fault->remedy : "write a date as 2018, 2018-12 or 2018-12-01");
    }
    return STATUS_USAGE;
}

enum status query_parse_range(const struct query_dates *dates, struct arena *arena, struct slice text,
                              int64_t *first, int64_t *last, struct error *error) {
    if (dates && dates->has_today && query_read_day_word(text, dates->today, first)) {
        *last = *first;
        return STATUS_OK;
    }
    struct slice edtf;
    struct edtf date;
    bool converted;
    struct error fault = {0};
    enum status status = edtf_parse(text, &date, NULL, &fault);
    if (status == STATUS_BAD_INPUT) {
        struct error written = {0};
        status = written_to_edtf(arena, text, DATE_ORDER_NONE, &edtf, &converted, &written);
        if (status == STATUS_OK) status = edtf_parse(edtf, &date, NULL, &written);
        if (status != STATUS_OK && !written_means_edtf(text)) written_explain(&written, &fault);
    }
    if (status == STATUS_OK) {
        *first = date.min;
        *last = date.max;
        return STATUS_OK;
    }
    if (status == STATUS_NO_MEMORY) return error_set(error, status, "out of memory");
    if (dates && dates->event_days) {
        status = dates->event_days(dates->context, text, first, last, error);
        if (status != STATUS_NOT_FOUND) return status;
    }
    return refuse_date(dates, arena, text, &fault, error);
}

static enum status build_range(const struct query_dates *dates, struct arena *arena, const struct query_words *words,
                               struct query *query, struct error *error) {
    int64_t other;
    enum status status = STATUS_OK;
    query->from_text = words->from;
    query->to_text = words->to;
    query->has_range = !slice_is_empty(words->from) || !slice_is_empty(words->to);
    if (!slice_is_empty(words->from))
        status = query_parse_range(dates, arena, words->from, &query->from, &other, error);
    if (status == STATUS_OK && !slice_is_empty(words->to))
        status = query_parse_range(dates, arena, words->to, &other, &query->to, error);
    if (status != STATUS_OK || query->from <= query->to) return status;
    error_set(error, STATUS_USAGE, "%.*s lies after %.*s", shown(words->from), words->from.data, shown(words->to),
              words->to.data);
    error_advise(error, "give the earlier date first");
    return STATUS_USAGE;
}

/* ---- words ---------------------------------------------------------------------------------------- */

/* `all`: the known words in a sentence. */
static enum status choose_word(struct slice word, const char *const *known, const char *what, const char *all,
                               int *chosen, struct error *error) {
    struct nearest nearest = {.word = word};
    char names[200];
    for (int i = 0; known[i]; i++) {
        *chosen = i;
        if (slice_equals_ascii_nocase(word, slice_from(known[i]))) return STATUS_OK;
        nearest_offer(&nearest, slice_from(known[i]));
    }
    nearest_format(&nearest, names, sizeof names);
    error_set(error, STATUS_USAGE, "\"%.*s\" is no %s", shown(word), word.data, what);
    if (names[0]) error_advise(error, "did you mean %s?", names);
    else error_advise(error, "a %s is one of %s", what, all);
    return STATUS_USAGE;
}

static const char *const match_words[] = {"starts", "overlaps", "certain", NULL};
static const char *const status_words[] = {"planned", "reported", "confirmed", "disputed", "denied", "cancelled", NULL};
static const char all_statuses[] = "planned, reported, confirmed, disputed, denied and cancelled";

static enum status build_statuses(struct arena *arena, const struct slice_list *words, struct slice_list *statuses,
                                  struct error *error) {
    for (size_t i = 0; i < words->count; i++) {
        int chosen = 0;
        enum status status = choose_word(words->items[i], status_words, "status", all_statuses, &chosen, error);
        if (status != STATUS_OK) return status;
        if (!arena_append(arena, statuses, slice_from(status_words[chosen])))
            return error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

static enum status build_kinds(struct arena *arena, const struct slice_list *words, struct slice_list *kinds,
                               struct error *error) {
    for (size_t i = 0; i < words->count; i++) {
        struct slice kind;
        if (!value_lower_word(arena, slice_trim(words->items[i]), &kind))
            return error_set(error, STATUS_NO_MEMORY, "out of memory");
        enum status status = as_usage(kind_check(kind, error), error);
        if (status != STATUS_OK) return status;
        if (!arena_append(arena, kinds, kind)) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

/* Roles are an open list, in the one spelling that records keep them in. */
static enum status build_roles(struct arena *arena, const struct slice_list *words, struct slice_list *roles,
                               struct error *error) {
    for (size_t i = 0; i < words->count; i++) {
        struct slice role;
        if (!value_lower_word(arena, slice_trim(words->items[i]), &role) || !arena_append(arena, roles, role))
            return error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

static enum status build_number(struct slice word, const char *option, int64_t *number, struct error *error) {
    if (slice_is_empty(word)) return STATUS_OK;
    if (number_parse_integer(word, number) && *number >= 0) return STATUS_OK;
    error_set(error, STATUS_USAGE, "%s takes a whole number from 0 on, not \"%.*s\"", option, shown(word), word.data);
    return STATUS_USAGE;
}

/* ---- names ---------------------------------------------------------------------------------------- */

struct builder {
    const struct lookup *lookup;
    struct arena *arena;
    struct query *query;
    struct error *error;
};

static enum status resolve_of_type(struct builder *builder, enum record_type type, struct slice word, struct slice *id,
                                   struct error *error) {
    if (type == RECORD_PERSON) return resolve_person(builder->lookup, builder->arena, word, id, error);
    return resolve_name(builder->lookup, builder->arena, type, word, builder->query->from, builder->query->to, id, error);
}

/* An organization under --country, a person in a pair: what is known under another filter. */
static void advise_other_filter(struct builder *builder, enum record_type type, struct slice word) {
    static const enum record_type others[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON};
    static const char *const articles[] = {"a country", "an organization", "a person"};
    for (size_t i = 0; builder->error && i < sizeof others / sizeof *others; i++) {
        struct slice id;
        struct error ignored = {0};
        if (others[i] == type || resolve_of_type(builder, others[i], word, &id, &ignored) != STATUS_OK) continue;
        builder->error->remedy[0] = '\0';
        error_advise(builder->error, "%.*s is %s: ask with --%s %.*s", shown(id), id.data, articles[i],
                     record_info(others[i])->name, shown(id), id.data);
        return;
    }
}

static enum status build_names(struct builder *builder, enum record_type type, const struct slice_list *words,
                               struct slice_list *ids) {
    for (size_t i = 0; i < words->count; i++) {
        struct slice id;
        enum status status = resolve_of_type(builder, type, slice_trim(words->items[i]), &id, builder->error);
        if (status == STATUS_NOT_FOUND) advise_other_filter(builder, type, words->items[i]);
        if (status != STATUS_OK) return as_usage(status, builder->error);
        if (!arena_append(builder->arena, ids, id))
            return error_set(builder->error, STATUS_NO_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

/* Sources are named by id or by address; an address that no source has may still be that of an event. */
static enum status build_sources(struct builder *builder, const struct slice_list *words) {
    for (size_t i = 0; i < words->count; i++) {
        struct slice id, text = slice_trim(words->items[i]);
        struct error fault = {0};
        enum status status = resolve_name(builder->lookup, builder->arena, RECORD_SOURCE, text, DAY_MIN, DAY_MAX, &id,
                                          &fault);
        bool is_address = status == STATUS_NOT_FOUND && slice_find(text, '/') < text.size;
        if (status != STATUS_OK && !is_address) {
            if (builder->error) *builder->error = fault;
            return as_usage(status, builder->error);
        }
        if (is_address) id = text;
        if (!arena_append(builder->arena, &builder->query->sources, id))
            return error_set(builder->error, STATUS_NO_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

static enum status split_pair(const struct slice_list *words, struct slice sides[2], struct error *error) {
    size_t comma = words->count == 1 ? slice_find(words->items[0], ',') : 0;
    if (words->count == 2) {
        sides[0] = words->items[0];
        sides[1] = words->items[1];
        return STATUS_OK;
    }
    if (words->count == 1 && comma < words->items[0].size) {
        sides[0] = slice_trim(slice_part(words->items[0], 0, comma));
        sides[1] = slice_trim(slice_part(words->items[0], comma + 1, words->items[0].size));
        if (slice_find(sides[1], ',') == sides[1].size && sides[0].size && sides[1].size) return STATUS_OK;
    }
    error_set(error, STATUS_USAGE, "a pair is two names with one comma between them");
    error_advise(error, "write --pair CAN,CHN; for a name that has a comma itself give its code");
    return STATUS_USAGE;
}

static enum status build_pair(struct builder *builder, const struct slice_list *words) {
    struct query *query = builder->query;
    struct slice sides[2];
    if (words->count == 0) return STATUS_OK;
    enum status status = split_pair(words, sides, builder->error);
    for (size_t i = 0; status == STATUS_OK && i < 2; i++) {
        status = resolve_actor(builder->lookup, builder->arena, sides[i], query->from, query->to, &query->pair[i].type,
                               &query->pair[i].id, builder->error);
        if (status == STATUS_NOT_FOUND) advise_other_filter(builder, RECORD_COUNTRY, sides[i]);
    }
    if (status != STATUS_OK) return as_usage(status, builder->error);
    query->has_pair = true;
    if (!slice_equals(query->pair[0].id, query->pair[1].id)) return STATUS_OK;
    error_set(builder->error, STATUS_USAGE, "both sides of the pair are %.*s", shown(query->pair[0].id),
              query->pair[0].id.data);
    error_advise(builder->error, "for everything of one country use --country");
    return STATUS_USAGE;
}

static void copy_plainly(const struct query_words *words, struct query *query) {
    query->tags = words->tags;
    query->places = words->places;
    query->texts = words->texts;
    query->products = words->products;
    query->codes = words->codes;
    query->multilateral = words->multilateral;
    query->single_source = words->single_source;
    query->disputed = words->disputed;
    query->distinct = words->distinct;
    query->reverse = words->reverse;
    query->after = words->after;
}

static enum status build_match(const struct query_words *words, struct query *query, struct error *error) {
    int chosen = MATCH_STARTS;
    if (slice_is_empty(words->match)) return STATUS_OK;
    enum status status = choose_word(words->match, match_words, "match mode", "starts, overlaps and certain", &chosen,
                                     error);
    query->match = (enum match_mode)chosen;
    return status;
}

enum status query_build(const struct lookup *lookup, const struct query_dates *dates, struct arena *arena,
                        const struct query_words *words, struct query *query, struct error *error) {
    struct builder builder = {lookup, arena, query, error};
    query_init(query);
    copy_plainly(words, query);
    enum status status = build_range(dates, arena, words, query, error);
    if (status == STATUS_OK) status = build_match(words, query, error);
    if (status == STATUS_OK) status = build_statuses(arena, &words->statuses, &query->statuses, error);
    if (status == STATUS_OK) status = build_kinds(arena, &words->kinds, &query->kinds, error);
    if (status == STATUS_OK) status = build_roles(arena, &words->roles, &query->roles, error);
    if (status == STATUS_OK) status = build_number(words->limit, "--limit", &query->limit, error);
    if (status == STATUS_OK) status = build_number(words->min_mentions, "--min-mentions", &query->min_mentions, error);
    if (status == STATUS_OK) status = query_parse_span(words->intensity, "--intensity", &query->intensity, error);
    if (status == STATUS_OK) status = query_parse_span(words->tone, "--tone", &query->tone, error);
    if (status == STATUS_OK) status = query_parse_box(words->box, &query->box, error);
    if (status == STATUS_OK) status = build_pair(&builder, &words->pair);
    if (status == STATUS_OK) status = build_names(&builder, RECORD_COUNTRY, &words->countries, &query->countries);
    if (status == STATUS_OK) status = build_names(&builder, RECORD_PERSON, &words->people, &query->people);
    if (status == STATUS_OK)
        status = build_names(&builder, RECORD_ORGANIZATION, &words->organizations, &query->organizations);
    if (status == STATUS_OK) status = build_sources(&builder, &words->sources);
    return status;
}
