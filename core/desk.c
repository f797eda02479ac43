/* The desk's questions: what they share, and the table of them. */
#include "desk.h"

#include <stdio.h>
#include <string.h>
#include "base/number.h"
#include "time/edtf.h"

static enum status no_memory(struct desk *desk) { return error_set(desk->error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- what was asked --------------------------------------------------------------------------------------- */

enum status desk_build_query(struct desk *desk, const struct slice_list *pair) {
    struct query_words words;
    enum status status = front_list_words(&desk->answer->arena, &desk->request->filters, &words, desk->error);
    if (status == STATUS_OK && pair && pair->count && words.pair.count) {
        error_set(desk->error, STATUS_USAGE, "the pair is given twice: as words and with --pair");
        return STATUS_USAGE;
    }
    if (status == STATUS_OK && pair && pair->count) words.pair = *pair;
    if (status == STATUS_OK)
        status = front_build_query(desk->database, desk->request->today, &desk->answer->arena, &words, &desk->query,
                                   desk->error);
    if (status != STATUS_OK) return status;
    desk->answer->context.query = &desk->query;
    return desk->query.has_pair ? front_make_title(&desk->asker, &desk->query, desk->answer, desk->error) : STATUS_OK;
}

enum status desk_parse_days(struct desk *desk, const char *option, const char *text, int64_t otherwise, int64_t *first,
                            int64_t *last) {
    struct query_dates dates = front_dates(desk->database, desk->request->today);
    struct error fault = {0};
    *first = *last = otherwise;
    if (!text) return STATUS_OK;
    enum status status = query_parse_range(&dates, &desk->answer->arena, slice_trim(slice_from(text)), first, last, &fault);
    if (status == STATUS_OK) return STATUS_OK;
    if (status != STATUS_BAD_INPUT && status != STATUS_USAGE && status != STATUS_NOT_FOUND) {
        *desk->error = fault;
        return status;
    }
    error_set(desk->error, STATUS_USAGE, "%s%s%s", option, option[0] ? ": " : "", fault.message);
    if (fault.remedy[0]) error_advise(desk->error, "%s", fault.remedy);
    return STATUS_USAGE;
}

enum status desk_parse_actors(struct desk *desk, const struct detente_words *words, int64_t first, int64_t last,
                              struct query_actor **actors, size_t *count) {
    struct lookup lookup = store_lookup(desk->database->store);
    struct arena *arena = &desk->answer->arena;
    enum status status = STATUS_OK;
    *actors = arena_alloc_array(arena, words->count + 1, sizeof **actors);
    *count = 0;
    if (!*actors) return no_memory(desk);
    for (size_t i = 0; status == STATUS_OK && i < words->count; i++, ++*count)
        status = resolve_actor(&lookup, arena, slice_trim(slice_from(words->items[i])), first, last,
                               &(*actors)[i].type, &(*actors)[i].id, desk->error);
    if (status == STATUS_BAD_INPUT || status == STATUS_NOT_FOUND) desk->error->status = status = STATUS_USAGE;
    return status;
}

enum status desk_parse_count(struct desk *desk, const char *option, const char *text, int64_t least, int64_t otherwise,
                             int64_t *value) {
    *value = otherwise;
    if (!text) return STATUS_OK;
    if (number_parse_integer(slice_trim(slice_from(text)), value) && *value >= least) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "%s takes a whole number from %lld on, not \"%.40s\"", option, (long long)least, text);
    return STATUS_USAGE;
}

enum status desk_list_pair(struct desk *desk, struct slice_list *pair) {
    const struct detente_words *words = &desk->request->words;
    *pair = (struct slice_list){NULL, 0};
    if (words->count != 0 && words->count != 2) {
        error_set(desk->error, STATUS_USAGE, "%s takes two countries or organizations, or none",
                  desk->answer->context.command);
        return STATUS_USAGE;
    }
    for (size_t i = 0; i < words->count; i++)
        if (!arena_append(&desk->answer->arena, pair, slice_trim(slice_from(words->items[i])))) return no_memory(desk);
    return STATUS_OK;
}

void desk_add_fault(struct error *all, const struct error *fault) {
    size_t size = strlen(all->message), advised = strlen(all->remedy);
    if (!size) {
        *all = *fault;
        return;
    }
    snprintf(all->message + size, sizeof all->message - size, "; %s", fault->message);
    if (!strstr(all->remedy, fault->remedy))
        snprintf(all->remedy + advised, sizeof all->remedy - advised, "%s%s", advised ? "; " : "", fault->remedy);
    if (fault->status == STATUS_USAGE) all->status = STATUS_USAGE;
}

void desk_tell(struct desk *desk, const char *name, struct slice value, bool is_list) {
    struct write_context *context = &desk->answer->context;
    if (slice_is_empty(value) || context->detail_count == DESK_DETAILS_MAX) return;
    desk->details[context->detail_count++] = (struct answer_detail){name, value, is_list, false};
    context->details = desk->details;
}

void desk_tell_raw(struct desk *desk, const char *name, struct slice value) {
    size_t before = desk->answer->context.detail_count;
    desk_tell(desk, name, value, false);
    if (desk->answer->context.detail_count > before) desk->details[before].is_raw = true;
}

struct slice desk_number_text(struct desk *desk, int64_t value) {
    char text[NUMBER_SIZE];
    struct slice copy;
    size_t size = number_format_integer(value, text);
    return arena_copy(&desk->answer->arena, (struct slice){text, size}, &copy) ? copy : SLICE_NONE;
}

struct slice desk_day_text(struct desk *desk, int64_t day) {
    char text[EDTF_DAY_SIZE];
    struct slice copy;
    if (day == DAY_MIN || day == DAY_MAX) return SLICE_NONE;
    size_t size = edtf_format_day(day, text);
    return arena_copy(&desk->answer->arena, (struct slice){text, size}, &copy) ? copy : SLICE_NONE;
}

enum status desk_tell_words(struct desk *desk) {
    const struct detente_words *words = &desk->request->words;
    for (size_t i = 0; i < words->count; i++)
        if (!arena_append(&desk->answer->arena, &desk->answer->context.words, slice_from(words->items[i])))
            return no_memory(desk);
    return STATUS_OK;
}

/* ---- the answer -------------------------------------------------------------------------------------------- */

enum status desk_begin(struct desk *desk, const struct answer_part *parts, size_t count) {
    struct front_answer *answer = desk->answer;
    answer->context.plan = (struct answer_plan){parts, count};
    bool has_table = false;
    for (size_t i = 0; i < count; i++) has_table = has_table || parts[i].is_table;
    const struct writer_class *class = answer->writer.class;
    bool takes = class->entry && (has_table || !class->takes_one_part) &&
                 (!class->only_command || strcmp(class->only_command, answer->context.command) == 0);
    enum status status = front_require(answer, takes, desk->error);
    if (status == STATUS_OK)
        status = store_get_dossier(desk->database->store, &answer->arena, &answer->context.dossier, desk->error);
    return status == STATUS_OK ? front_answer_begin(answer, desk->error) : status;
}

enum status desk_entry(struct desk *desk, const struct answer_part *part, const void *entry) {
    desk->entries += part->is_table;
    return front_answer_entry(desk->answer, part, entry, desk->error);
}

enum status desk_end(struct desk *desk, const char *message) {
    struct slice claims = SLICE_NONE;
    if (desk->entries) return STATUS_OK;
    enum status status = store_covers(desk->database->store, &desk->query, &desk->answer->arena, &desk->told->covered,
                                      desk->error);
    if (status == STATUS_OK && !desk->told->covered)
        status = front_word_claims(&desk->asker, &desk->query, &desk->answer->arena, &claims, desk->error);
    if (status != STATUS_OK) return status;
    desk->answer->context.covered = desk->told->covered ? COVER_YES : COVER_NO;
    if (desk->told->covered) return error_set(desk->error, STATUS_NOT_FOUND, "%s, and the record claims to cover this", message);
    error_set(desk->error, STATUS_NOT_FOUND, "%s; the record does not claim to cover this", message);
    if (claims.size) error_advise(desk->error, "%.*s", (int)claims.size, claims.data);
    return STATUS_NOT_FOUND;
}

/* ---- the table ----------------------------------------------------------------------------------------------- */

static desk_question *const questions[] = {
    [DETENTE_BRIEF] = desk_brief, [DETENTE_INFORCE] = desk_inforce, [DETENTE_TARIFFS] = desk_tariffs,
    [DETENTE_WHO] = desk_who, [DETENTE_LAST] = desk_last, [DETENTE_NEXT] = desk_next, [DETENTE_HELD] = desk_held,
    [DETENTE_DAYS] = desk_days, [DETENTE_CHAIN] = desk_chain, [DETENTE_SERIES] = desk_series,
    [DETENTE_SEARCH] = desk_search, [DETENTE_STATS] = desk_stats, [DETENTE_LIST] = desk_statements,
    [DETENTE_LOG] = desk_log, [DETENTE_DIFF] = desk_diff, [DETENTE_CHECK] = desk_check,
};

static bool is_statements(struct slice word) {
    return slice_equals_ascii_nocase(word, SLICE_OF("statements")) ||
           slice_equals_ascii_nocase(word, SLICE_OF("statement"));
}

bool desk_takes(const struct detente_request *request) {
    if (request->question == DETENTE_LIST)
        return request->words.count == 1 && is_statements(slice_trim(slice_from(request->words.items[0])));
    return (size_t)request->question < sizeof questions / sizeof *questions && questions[request->question];
}

enum status desk_ask(detente *database, const struct detente_request *request, struct front_answer *answer,
                     struct detente_answer *told, struct error *error) {
    /* The writer looks at the question until its end, so it lives as long as the answer. */
    struct desk *desk = arena_alloc(&answer->arena, sizeof *desk);
    if (!desk) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    *desk = (struct desk){.database = database, .request = request, .answer = answer, .told = told, .error = error};
    query_init(&desk->query);
    ask_begin(&desk->asker, database->store, ASK_ALL);
    desk->asker.today = request->today;
    enum status status = questions[request->question](desk);
    ask_end(&desk->asker);
    return status;
}
