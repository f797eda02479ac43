/* From terms to holders of offices: those of a country or a person are gathered, sorted, completed and handed on.
 *
 * Knows no words of a command line. Constant space over countries: what is kept is of one country at a time. */
#include "office.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "inside.h"

#define FIELD(name, type, member) {name, type, offsetof(struct answer_holder, member), NULL, SHAPE_EVERYWHERE}
static const struct shape_field holder_fields[] = {
    FIELD("country", SHAPE_TEXT, country), FIELD("country_name", SHAPE_TEXT, country_name),
    FIELD("office", SHAPE_LIST, office), FIELD("title", SHAPE_TEXT, title),
    FIELD("person", SHAPE_TEXT, person), FIELD("name", SHAPE_TEXT, name),
    FIELD("start", SHAPE_TEXT, start), FIELD("end", SHAPE_TEXT, end),
    FIELD("standing", SHAPE_TEXT, standing), FIELD("certain", SHAPE_BOOL, certain),
    FIELD("why", SHAPE_TEXT, why), FIELD("sources", SHAPE_SOURCES, sources),
    FIELD("note", SHAPE_TEXT, note),
};
#undef FIELD
#define FIELD(name, type, member) {name, type, offsetof(struct answer_office_day, member), NULL, SHAPE_EVERYWHERE}
static const struct shape_field day_fields[] = {
    FIELD("on", SHAPE_TEXT, on), FIELD("on_min", SHAPE_DAY, on_min), FIELD("on_max", SHAPE_DAY, on_max),
    FIELD("event", SHAPE_TEXT, event), FIELD("event_title", SHAPE_TEXT, event_title),
    FIELD("without", SHAPE_LIST, without),
};
#undef FIELD
const struct shape office_day_shape = {"office_day", sizeof(struct answer_office_day), day_fields,
                                       sizeof day_fields / sizeof *day_fields};
const struct shape holder_shape = {"holder", sizeof(struct answer_holder), holder_fields,
                                   sizeof holder_fields / sizeof *holder_fields};

/* ---- offices ------------------------------------------------------------------------------------------------- */

static char office_letter(char c) {
    if (c >= 'A' && c <= 'Z') return (char)(c + ('a' - 'A'));
    return c == '-' || c == ' ' ? '_' : c;
}

bool ask_is_office(struct slice a, struct slice b) {
    if (a.size != b.size) return false;
    for (size_t i = 0; i < a.size; i++)
        if (office_letter(a.data[i]) != office_letter(b.data[i])) return false;
    return true;
}

enum { OFFICES_FIRST = 4 };

/* The place of the highest office of a list. */
static int rank_office(struct slice cell) {
    static const char *const first[OFFICES_FIRST] = {"head_of_state", "head_of_government", "leader",
                                                     "foreign_minister"};
    struct cell_reader reader = {cell, 0};
    struct slice item;
    int rank = OFFICES_FIRST;
    while (cell_next_item(&reader, &item))
        for (int i = 0; i < rank; i++)
            if (ask_is_office(item, slice_from(first[i]))) rank = i;
    return rank;
}

static bool has_office(struct slice cell, const struct slice_list *offices) {
    struct cell_reader reader = {cell, 0};
    struct slice item;
    if (offices->count == 0) return true;
    while (cell_next_item(&reader, &item))
        for (size_t i = 0; i < offices->count; i++)
            if (ask_is_office(item, offices->items[i])) return true;
    return false;
}

/* ---- terms of one country or person ---------------------------------------------------------------------------- */

struct holding {
    struct record *term;
    struct term_span span;
    int rank;
};

struct gathering {
    struct asker *asker;
    const struct holder_request *request;
    struct arena arena; /* of the terms gathered */
    struct holding *items;
    size_t count, capacity;
    holder_visit *visit; /* NULL: they are only gathered */
    void *context;
};

static bool grow_gathering(struct gathering *gathering) {
    size_t capacity = gathering->capacity ? gathering->capacity * 2 : 16;
    struct holding *more = realloc(gathering->items, capacity * sizeof *more);
    if (!more) return false;
    gathering->items = more;
    gathering->capacity = capacity;
    return true;
}

static struct record *copy_term(struct arena *arena, const struct record *term) {
    struct record *copy = arena_alloc(arena, sizeof *copy);
    if (!copy) return NULL;
    record_init(copy, RECORD_TERM);
    for (size_t i = 0; i < record_info(RECORD_TERM)->field_count; i++)
        if (!arena_copy(arena, record_get(term, (int)i), &copy->values[i])) return NULL;
    return copy;
}

/* A term that was held, or may have been, on the days asked for. */
static enum status gather_term(void *context, struct record *term, struct error *error) {
    struct gathering *gathering = context;
    const struct holder_request *request = gathering->request;
    struct holding holding = {.rank = rank_office(record_get(term, TERM_OFFICE))};
    int field;
    if (!has_office(record_get(term, TERM_OFFICE), &request->offices)) return STATUS_OK;
    enum status status = term_find_span(term, &holding.span, &field, error);
    if (status != STATUS_OK) return status;
    if (!request->any_day && term_held(&holding.span, request->first, request->last) == MATCH_NONE) return STATUS_OK;
    if (gathering->count == gathering->capacity && !grow_gathering(gathering)) return ask_no_memory(error);
    holding.term = copy_term(&gathering->arena, term);
    if (!holding.term) return ask_no_memory(error);
    gathering->items[gathering->count++] = holding;
    return STATUS_OK;
}

static int compare_days(const struct holding *a, const struct holding *b) {
    if (a->span.start_min != b->span.start_min) return a->span.start_min < b->span.start_min ? -1 : 1;
    return (a->span.start_max > b->span.start_max) - (a->span.start_max < b->span.start_max);
}

static int compare_fields(const struct holding *a, const struct holding *b, const int *fields, size_t count) {
    int order = 0;
    for (size_t i = 0; order == 0 && i < count; i++)
        order = slice_compare(record_get(a->term, fields[i]), record_get(b->term, fields[i]));
    return order;
}

static int compare_in_country(const void *left, const void *right) {
    static const int office[] = {TERM_OFFICE}, rest[] = {TERM_PERSON, TERM_OFFICE, TERM_START};
    const struct holding *a = left, *b = right;
    int order = a->rank - b->rank;
    if (order == 0 && a->rank == OFFICES_FIRST) order = compare_fields(a, b, office, 1);
    if (order == 0) order = compare_days(a, b);
    return order ? order : compare_fields(a, b, rest, 3);
}

static int compare_of_person(const void *left, const void *right) {
    static const int rest[] = {TERM_COUNTRY, TERM_OFFICE, TERM_START};
    const struct holding *a = left, *b = right;
    int order = compare_days(a, b);
    if (order == 0) order = a->rank - b->rank;
    return order ? order : compare_fields(a, b, rest, 3);
}

/* ---- why it is not certain --------------------------------------------------------------------------------------- */

static const char *know_words(const struct edtf *date) {
    static const char *const precisions[] = {
        [EDTF_MONTH] = "known to the month", [EDTF_SEASON_PRECISION] = "known to the season",
        [EDTF_YEAR_PRECISION] = "known to the year", [EDTF_DECADE] = "known to the decade",
        [EDTF_CENTURY] = "known to the century", [EDTF_MILLENNIUM] = "known to the millennium",
    };
    bool simple = date->type != EDTF_INTERVAL && date->type != EDTF_SET && date->type != EDTF_LIST;
    size_t precision = (size_t)date->precision;
    if (simple && precision < sizeof precisions / sizeof *precisions && precisions[precision])
        return precisions[precision];
    return "known only within bounds";
}

static const char *mark_words(const struct edtf *date) {
    if (date->uncertain) return date->approximate ? "uncertain and approximate" : "uncertain";
    return date->approximate ? "approximate" : NULL;
}

/* What of one side leaves open whether the office was held: NULL when nothing does. `fits`: the whole side lies where it
 * must, so that only its marks count. `within`: what an exact day says that does not fit. */
static const char *fault_words(struct slice text, bool fits, const char *within) {
    struct edtf date;
    if (slice_is_empty(text) || slice_is(text, "..")) return fits ? NULL : "not known";
    if (edtf_parse(text, &date, NULL, NULL) != STATUS_OK) return "not known";
    if (fits) return NULL;
    const char *marks = mark_words(&date);
    if (marks) return marks;
    return date.min == date.max ? within : know_words(&date);
}

static bool judge_term(const struct holder_request *request, const struct holding *holding, struct arena *arena,
                       struct answer_holder *holder) {
    const struct term_span *span = &holding->span;
    bool started = request->any_day ? span->start_min == span->start_max && span->sure_from == span->start_max
                                    : span->sure_from <= request->first;
    bool lasts = request->any_day ? span->end_min == span->end_max && span->sure_before == span->end_min
                                  : span->sure_before > request->last;
    bool ahead = request->has_today && !request->any_day && request->last > request->today;
    if (ahead && slice_is_empty(holder->end)) lasts = false;
    const char *start = fault_words(holder->start, started, "within the days asked for");
    const char *end = fault_words(holder->end, lasts, "within the days asked for");
    struct buffer words;
    holder->certain = !start && !end;
    if (holder->certain) return true;
    buffer_init(&words);
    if (start) buffer_append_format(&words, "start %s", start);
    if (end) buffer_append_format(&words, "%send %s", start ? ", " : "", end);
    bool done = !buffer_failed(&words) && arena_copy(arena, buffer_slice(&words), &holder->why);
    buffer_free(&words);
    return done;
}

/* ---- the whole entry ----------------------------------------------------------------------------------------------- */

enum status ask_actor_name(struct asker *asker, struct slice id, struct slice *name, struct error *error) {
    enum status status = ask_name(asker, RECORD_COUNTRY, id, name, error);
    if (status != STATUS_OK || !slice_equals(*name, id)) return status;
    return ask_name(asker, RECORD_ORGANIZATION, id, name, error);
}

static enum status find_sources(struct asker *asker, struct slice cell, struct arena *arena,
                                struct shape_sources *sources, struct error *error) {
    struct slice_list ids;
    enum status status = STATUS_OK;
    if (!cell_parse_list(arena, cell, &ids)) return ask_no_memory(error);
    struct answer_source *items = arena_alloc_array(arena, ids.count + 1, sizeof *items);
    if (!items) return ask_no_memory(error);
    *sources = (struct shape_sources){items, 0};
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++) {
        bool found = false;
        struct record *record = &items[sources->count].record;
        status = store_get(asker->store, RECORD_SOURCE, ids.items[i], arena, record, &found, error);
        sources->count += found;
    }
    return status;
}

static enum status complete_holder(struct gathering *gathering, const struct holding *holding, struct arena *arena,
                                   struct answer_holder *holder, struct error *error) {
    const struct record *term = holding->term;
    *holder = (struct answer_holder){
        .country = record_get(term, TERM_COUNTRY), .office = record_get(term, TERM_OFFICE),
        .title = record_get(term, TERM_TITLE), .person = record_get(term, TERM_PERSON),
        .start = record_get(term, TERM_START), .end = record_get(term, TERM_END),
        .standing = record_get(term, TERM_STANDING), .note = record_get(term, TERM_NOTE)};
    if (!judge_term(gathering->request, holding, arena, holder)) return ask_no_memory(error);
    enum status status = ask_name(gathering->asker, RECORD_PERSON, holder->person, &holder->name, error);
    if (status == STATUS_OK) status = ask_actor_name(gathering->asker, holder->country, &holder->country_name, error);
    if (status != STATUS_OK) return status;
    return find_sources(gathering->asker, record_get(term, TERM_SOURCES), arena, &holder->sources, error);
}

/* Hands on what was gathered and forgets it. */
static enum status flush_gathering(struct gathering *gathering, struct error *error) {
    enum status status = STATUS_OK;
    bool people = gathering->request->people.count > 0;
    if (gathering->count)
        qsort(gathering->items, gathering->count, sizeof *gathering->items,
              people ? compare_of_person : compare_in_country);
    for (size_t i = 0; status == STATUS_OK && i < gathering->count; i++) {
        struct answer_holder holder;
        struct arena_mark mark = arena_mark(&gathering->arena);
        ask_forget_names(gathering->asker);
        status = complete_holder(gathering, &gathering->items[i], &gathering->arena, &holder, error);
        if (status == STATUS_OK) status = gathering->visit(gathering->context, &holder, error);
        arena_rewind(&gathering->arena, mark);
    }
    gathering->count = 0;
    arena_rewind(&gathering->arena, (struct arena_mark){NULL, 0});
    return status;
}

/* ---- whose terms ---------------------------------------------------------------------------------------------------- */

static enum status gather_person(struct gathering *gathering, struct slice person, struct error *error) {
    struct record *terms;
    size_t count;
    enum status status = store_list(gathering->asker->store, RECORD_TERM, person, &gathering->arena, &terms, &count,
                                    error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = gather_term(gathering, &terms[i], error);
    return status;
}

static enum status gather_country(struct gathering *gathering, struct slice country, struct error *error) {
    const struct holder_request *request = gathering->request;
    return store_terms(gathering->asker->store, country, request->any_day ? DAY_MIN : request->first,
                       request->any_day ? DAY_MAX : request->last, gather_term, gathering, error);
}

/* Of all countries: what was gathered goes on when the next one begins. */
static enum status gather_in_turn(void *context, struct record *term, struct error *error) {
    struct gathering *gathering = context;
    bool other = gathering->count && !slice_equals(record_get(gathering->items[0].term, TERM_COUNTRY),
                                                   record_get(term, TERM_COUNTRY));
    enum status status = other ? flush_gathering(gathering, error) : STATUS_OK;
    return status == STATUS_OK ? gather_term(gathering, term, error) : status;
}

static enum status gather_all(struct gathering *gathering, struct error *error) {
    const struct holder_request *request = gathering->request;
    enum status status = store_terms(gathering->asker->store, SLICE_NONE, request->any_day ? DAY_MIN : request->first,
                                     request->any_day ? DAY_MAX : request->last, gather_in_turn, gathering, error);
    return status == STATUS_OK ? flush_gathering(gathering, error) : status;
}

/* `one`: after each country or person what was gathered is handed on. */
static enum status gather_asked(struct gathering *gathering, bool flush, struct error *error) {
    const struct holder_request *request = gathering->request;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < request->people.count; i++) {
        status = gather_person(gathering, request->people.items[i], error);
        if (status == STATUS_OK && flush) status = flush_gathering(gathering, error);
    }
    for (size_t i = 0; status == STATUS_OK && request->people.count == 0 && i < request->country_count; i++) {
        status = gather_country(gathering, request->countries[i].id, error);
        if (status == STATUS_OK && flush) status = flush_gathering(gathering, error);
    }
    return status;
}

enum status ask_holders(struct asker *asker, const struct holder_request *request, holder_visit *visit, void *context,
                        struct error *error) {
    struct gathering gathering = {.asker = asker, .request = request, .visit = visit, .context = context};
    arena_init(&gathering.arena);
    bool all = request->people.count == 0 && request->country_count == 0;
    enum status status = all ? gather_all(&gathering, error) : gather_asked(&gathering, true, error);
    arena_free(&gathering.arena);
    free(gathering.items);
    return status;
}

/* ---- the nearest, and what offices there are -------------------------------------------------------------------------- */

/* Days between a term and the days asked for; UINT64_MAX when it holds no day that is known. */
static uint64_t measure_distance(const struct term_span *span, int64_t first, int64_t last) {
    if (span->start_min > last) return (uint64_t)span->start_min - (uint64_t)last;
    if (span->end_max <= first) return (uint64_t)first - (uint64_t)span->end_max + 1;
    return UINT64_MAX;
}

static enum status copy_holder(struct arena *arena, const struct answer_holder *from, struct answer_holder *to,
                               struct error *error) {
    *to = *from;
    if (arena_copy(arena, from->country, &to->country) && arena_copy(arena, from->country_name, &to->country_name) &&
        arena_copy(arena, from->office, &to->office) && arena_copy(arena, from->title, &to->title) &&
        arena_copy(arena, from->person, &to->person) && arena_copy(arena, from->name, &to->name) &&
        arena_copy(arena, from->start, &to->start) && arena_copy(arena, from->end, &to->end) &&
        arena_copy(arena, from->standing, &to->standing) && arena_copy(arena, from->note, &to->note) &&
        arena_copy(arena, from->why, &to->why))
        return STATUS_OK;
    return ask_no_memory(error);
}

enum status ask_nearest_holder(struct asker *asker, const struct holder_request *request, struct arena *arena,
                               struct answer_holder *holder, bool *found, struct error *error) {
    struct holder_request any = *request;
    struct gathering gathering = {.asker = asker, .request = &any};
    const struct holding *best = NULL;
    uint64_t least = UINT64_MAX;
    any.any_day = true;
    arena_init(&gathering.arena);
    enum status status = gather_asked(&gathering, false, error);
    for (size_t i = 0; status == STATUS_OK && i < gathering.count; i++) {
        uint64_t distance = measure_distance(&gathering.items[i].span, request->first, request->last);
        bool nearer = distance < least;
        if (best && distance == least && distance != UINT64_MAX) nearer = compare_in_country(&gathering.items[i], best) < 0;
        if (!nearer) continue;
        best = &gathering.items[i];
        least = distance;
    }
    *found = best != NULL;
    if (best) status = complete_holder(&gathering, best, &gathering.arena, holder, error);
    if (best && status == STATUS_OK) status = copy_holder(arena, holder, holder, error);
    holder->sources = (struct shape_sources){NULL, 0};
    arena_free(&gathering.arena);
    free(gathering.items);
    return status;
}

struct office_list {
    struct arena *arena;
    struct slice_list *offices;
};
enum { OFFICES_MAX = 1000 }; /* distinct ones; more are not told */

static enum status list_offices(void *context, struct record *term, struct error *error) {
    struct office_list *list = context;
    struct cell_reader reader = {record_get(term, TERM_OFFICE), 0};
    struct slice item, copy;
    while (cell_next_item(&reader, &item)) {
        bool known = list->offices->count >= OFFICES_MAX;
        for (size_t i = 0; !known && i < list->offices->count; i++) known = ask_is_office(item, list->offices->items[i]);
        if (known) continue;
        if (!arena_copy(list->arena, item, &copy) || !arena_append(list->arena, list->offices, copy))
            return ask_no_memory(error);
    }
    return STATUS_OK;
}

enum status ask_list_offices(struct asker *asker, struct arena *arena, struct slice_list *offices, struct error *error) {
    struct office_list list = {arena, offices};
    *offices = (struct slice_list){NULL, 0};
    return store_terms(asker->store, SLICE_NONE, DAY_MIN, DAY_MAX, list_offices, &list, error);
}
