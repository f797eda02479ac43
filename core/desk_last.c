/* last and next: the words KIND [A [B]], the day, the level; one entry is the answer. */
#include "desk.h"

#include "ask/last.h"

/* ---- what was asked ------------------------------------------------------------------------------------------ */

/* Order, number and match are what the question itself says. */
static enum status refuse_filters(struct desk *desk, bool next) {
    const struct detente_filters *filters = &desk->request->filters;
    const char *name = next ? "next" : "last";
    const char *refused = filters->limit ? "--limit" : filters->match ? "--match" : filters->after ? "--after"
                        : filters->reverse ? "--reverse" : filters->distinct ? "--distinct" : NULL;
    if (!refused) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "%s does not go with %s, which gives one event and those that may lie %s", refused,
              name, next ? "before it" : "after it");
    error_advise(desk->error, "for several: detente timeline A B --kind KIND%s --limit 5", next ? "" : " --reverse");
    return STATUS_USAGE;
}

/* The kind stands among those of --kind; any of them will do. */
static enum status place_kind(struct desk *desk, struct detente_filters *filters) {
    const struct detente_words *words = &desk->request->words;
    if (words->count < 1 || words->count > 3)
        return error_set(desk->error, STATUS_USAGE, "%s takes a kind of events and at most two countries or organizations",
                         desk->answer->context.command);
    const char **kinds = arena_alloc_array(&desk->answer->arena, filters->kinds.count + 1, sizeof *kinds);
    if (!kinds) return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    kinds[0] = words->items[0];
    for (size_t i = 0; i < filters->kinds.count; i++) kinds[i + 1] = filters->kinds.items[i];
    filters->kinds = (struct detente_words){kinds, filters->kinds.count + 1};
    return STATUS_OK;
}

/* Somebody may have named people where countries stand: they are told as the options that they are asked for with. */
static void advise_people(struct desk *desk, size_t first_word) {
    const struct detente_words *words = &desk->request->words;
    struct lookup lookup = store_lookup(desk->database->store);
    struct buffer options;
    size_t count = 0;
    buffer_init(&options);
    for (size_t i = first_word; i < words->count; i++) {
        struct error ignored = {0};
        struct slice id, word = slice_trim(slice_from(words->items[i]));
        struct query_actor actor;
        if (resolve_actor(&lookup, &desk->answer->arena, word, DAY_MIN, DAY_MAX, &actor.type, &actor.id, &ignored) == STATUS_OK)
            continue;
        error_clear(&ignored);
        if (resolve_person(&lookup, &desk->answer->arena, word, &id, &ignored) != STATUS_OK) continue;
        buffer_append_format(&options, " --person %.*s", (int)(id.size < 80 ? id.size : 80), id.data);
        count++;
    }
    if (count) desk->error->remedy[0] = '\0';
    if (count)
        error_advise(desk->error, "%s%.*s", count > 1 ? "these are people:" : "that is a person: ask with", (int)options.size,
                     options.data);
    buffer_free(&options);
}

/* One country or organization: everything of it. */
static enum status place_alone(struct desk *desk, int64_t first, int64_t last) {
    const struct detente_words one = {desk->request->words.items + 1, 1};
    const struct detente_filters *filters = &desk->request->filters;
    struct query_actor *actors;
    size_t count;
    if (filters->pair.count || filters->countries.count || filters->organizations.count) {
        error_set(desk->error, STATUS_USAGE, "\"%s\" is given beside another country or organization", one.items[0]);
        error_advise(desk->error, "name both as words: detente %s KIND A B", desk->answer->context.command);
        return STATUS_USAGE;
    }
    enum status status = desk_parse_actors(desk, &one, first, last, &actors, &count);
    if (status == STATUS_USAGE) advise_people(desk, 1);
    if (status != STATUS_OK) return status;
    struct slice_list *list = actors[0].type == RECORD_COUNTRY ? &desk->query.countries : &desk->query.organizations;
    if (!arena_append(&desk->answer->arena, list, actors[0].id))
        return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    struct slice name;
    status = ask_name(&desk->asker, actors[0].type, actors[0].id, &name, desk->error);
    if (status == STATUS_OK && !arena_copy(&desk->answer->arena, name, &desk->answer->context.title))
        status = error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    return status;
}

static enum status build_query(struct desk *desk, int64_t first, int64_t last) {
    /* desk_build_query reads the request, so it gets one with the kind in its filters. */
    struct detente_request *request = arena_alloc(&desk->answer->arena, sizeof *request);
    const struct detente_words *words = &desk->request->words;
    struct slice_list pair = {NULL, 0};
    if (!request) return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    *request = *desk->request;
    enum status status = place_kind(desk, &request->filters);
    if (status != STATUS_OK) return status;
    desk->request = request;
    for (size_t i = 1; words->count == 3 && i < 3; i++)
        if (!arena_append(&desk->answer->arena, &pair, slice_trim(slice_from(words->items[i]))))
            return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    status = desk_build_query(desk, &pair);
    if (status == STATUS_USAGE && words->count == 3) advise_people(desk, 1);
    return status == STATUS_OK && words->count == 2 ? place_alone(desk, first, last) : status;
}

static enum status choose_level(struct desk *desk, enum last_level *level) {
    const struct detente_details *details = &desk->request->details;
    const struct {
        bool given;
        enum last_level level;
        const char *option, *name;
    } levels[] = {
        {details->leaders, LAST_LEADERS, "--leaders", "leaders"},
        {details->heads_of_state, LAST_HEADS_OF_STATE, "--heads-of-state", "heads_of_state"},
        {details->heads_of_government, LAST_HEADS_OF_GOVERNMENT, "--heads-of-government", "heads_of_government"},
        {details->foreign_ministers, LAST_FOREIGN_MINISTERS, "--foreign-ministers", "foreign_ministers"},
    };
    const char *option = NULL;
    *level = LAST_ANY;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        if (!levels[i].given) continue;
        if (option) {
            error_set(desk->error, STATUS_USAGE, "%s and %s ask for two levels", option, levels[i].option);
            error_advise(desk->error, "ask for each by itself; --leaders takes heads of state or of government");
            return STATUS_USAGE;
        }
        option = levels[i].option;
        *level = levels[i].level;
        desk_tell(desk, "level", slice_from(levels[i].name), false);
    }
    if (!option || desk->query.has_pair) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "%s asks who took part on each side, so it needs both sides", option);
    error_advise(desk->error, "name them: detente %s KIND A B %s", desk->answer->context.command, option);
    return STATUS_USAGE;
}

/* ---- the answer ------------------------------------------------------------------------------------------------ */

static const struct answer_part last_parts[] = {{"", &last_shape, true, true}};
static const struct answer_part next_parts[] = {{"", &next_shape, true, true}};

/* Where what is claimed of the question ends before the day, later ones may be missing. */
static enum status find_covered(struct desk *desk, const struct last_request *request, struct answer_last *answer) {
    static const struct slice_list none = {NULL, 0};
    struct store_stretch *stretches;
    size_t count;
    enum status status = store_list_covered(desk->database->store, request->query, &none, &desk->answer->arena, &stretches,
                                            &count, desk->error);
    if (status != STATUS_OK || count == 0) return status;
    int64_t until = stretches[count - 1].to, wanted = request->next ? request->first : request->first - 1;
    if (until < wanted) answer->covered_until = until;
    return STATUS_OK;
}

static enum status write_answer(struct desk *desk, const struct last_request *request) {
    struct answer_last *answer = arena_alloc(&desk->answer->arena, sizeof *answer);
    const struct answer_part *parts = request->next ? next_parts : last_parts;
    if (!answer) return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    enum status status = ask_last(&desk->asker, request, &desk->answer->arena, answer, desk->error);
    if (status == STATUS_OK) status = find_covered(desk, request, answer);
    if (status == STATUS_OK) status = desk_begin(desk, parts, 1);
    if (status == STATUS_OK) status = desk_entry(desk, &parts[0], answer);
    if (status != STATUS_OK || answer->event || answer->possible.count) return status;
    /* The answer is there, but it is empty: the days that were looked through are what coverage is asked about. */
    desk->entries = 0;
    struct query asked = desk->query;
    desk->query.has_range = true;
    if (request->next && desk->query.from <= request->last) desk->query.from = request->last + 1;
    if (!request->next && desk->query.to >= request->first) desk->query.to = request->first - 1;
    status = desk_end(desk, request->next ? "nothing of the kind comes after that day"
                                          : "nothing of the kind came before that day");
    desk->query = asked;
    return status;
}

/* A month or a year that is given means before its first day or after its last, as --from and --to take them. An event
 * of which no more is known has one day of those, and it is not known which. */
static void narrow_to_edge(struct desk *desk, const char *text, struct last_request *request) {
    struct error ignored = {0};
    int64_t first, last;
    if (query_parse_range(NULL, &desk->answer->arena, slice_trim(slice_from(text)), &first, &last, &ignored) != STATUS_OK)
        return;
    if (request->next) request->first = request->last;
    else request->last = request->first;
}

/* Without a bound there is no day to count from. */
static enum status parse_day(struct desk *desk, const char *text, struct last_request *request) {
    const char *option = request->next ? "--after" : "--before";
    enum status status = desk_parse_days(desk, option, text, desk->request->today, &request->first, &request->last);
    if (status != STATUS_OK) return status;
    if (text) narrow_to_edge(desk, text, request);
    if (request->first != DAY_MIN && request->last != DAY_MAX) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "\"%.80s\" has no %s day, so nothing is surely %s it", text,
              request->next ? "last" : "first", request->next ? "after" : "before");
    error_advise(desk->error, "give a date such as 2018, 2018-12 or 2018-12-01");
    return STATUS_USAGE;
}

static enum status answer_question(struct desk *desk, bool next) {
    struct last_request request = {.query = &desk->query, .next = next};
    const struct detente_details *details = &desk->request->details;
    const char *text = next ? details->after : details->before;
    enum status status = refuse_filters(desk, next);
    if (status == STATUS_OK) status = parse_day(desk, text, &request);
    if (status == STATUS_OK) status = build_query(desk, request.first, request.last);
    if (status == STATUS_OK) status = choose_level(desk, &request.level);
    if (status != STATUS_OK) return status;
    struct slice day = text ? slice_trim(slice_from(text)) : desk_day_text(desk, desk->request->today);
    desk_tell(desk, next ? "after" : "before", day, false);
    desk->query.as_happened = true;
    if (text) request.except = day; /* an event whose day was asked for lies neither before nor after itself */
    return write_answer(desk, &request);
}

enum status desk_last(struct desk *desk) { return answer_question(desk, false); }
enum status desk_next(struct desk *desk) { return answer_question(desk, true); }
