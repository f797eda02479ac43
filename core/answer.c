/* One answer being written, and the questions about events. */
#include "desk.h"

#include <stdlib.h>
#include <string.h>
#include "base/cell.h"
#include "model/nearest.h"

/* ---- the writer of an answer ------------------------------------------------------------------------ */

static enum status pass_on(void *context, const char *data, size_t size) {
    struct front_answer *answer = context;
    return front_inner_status(answer->write(answer->write_context, data, size));
}

static enum status unknown_format(const char *name, struct error *error) {
    struct nearest nearest = {.word = slice_from(name)};
    struct detente_format format;
    char names[120];
    for (size_t i = 0; detente_format_at(i, &format); i++) nearest_offer(&nearest, slice_from(format.name));
    nearest_format(&nearest, names, sizeof names);
    error_set(error, STATUS_USAGE, "\"%.40s\" is no format", name);
    if (slice_equals_ascii_nocase(slice_from(name), SLICE_OF("markdown"))) memcpy(names, "md", sizeof "md");
    if (names[0]) error_advise(error, "did you mean %s? `detente formats` lists them all", names);
    else error_advise(error, "`detente formats` lists them all");
    return STATUS_USAGE;
}

static bool is_folder(const char *name) {
    struct detente_format format;
    for (size_t i = 0; detente_format_at(i, &format); i++)
        if (format.folder && slice_is(slice_from(name), format.name)) return true;
    return false;
}

enum status front_answer_open(struct front_answer *answer, const struct detente_request *request,
                              const char *default_format, const char *command, struct error *error) {
    const char *format = request->format ? request->format : default_format;
    const struct detente_style *style = &request->style;
    *answer = (struct front_answer){.write = request->write, .write_context = request->write_context};
    arena_init(&answer->arena);
    arena_init(&answer->scratch);
    answer->style = (struct write_style){style->width > 0 ? style->width : 80, style->color, style->crlf, style->bom,
                                         style->safe_cells, request->filters.multilateral, request->today};
    answer->context.command = command;
    sink_init(&answer->sink, pass_on, answer);
    const struct writer_class *class = writer_find(slice_from(format));
    if (!class && is_folder(format)) {
        error_set(error, STATUS_USAGE, "%s is a folder of files", format);
        error_advise(error, "use `detente export --format %s -o FOLDER`", format);
        return STATUS_USAGE;
    }
    if (!class) return unknown_format(format, error);
    void *state = calloc(1, class->state_size ? class->state_size : 1);
    if (!state) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    answer->writer = (struct writer){class, &answer->sink, &answer->style, &answer->context, &answer->scratch, state};
    return STATUS_OK;
}

static enum status explain(enum status status, struct error *error) {
    if (status == STATUS_NO_MEMORY) return error_set(error, status, "out of memory");
    if (status == STATUS_ENVIRONMENT) return error_set(error, status, "the output cannot be written");
    if (status != STATUS_USAGE) return status;
    /* A table has the columns that the file lists: only a file that was tampered with holds others. */
    status = error_set(error, STATUS_CORRUPT, "a record has a column that the list of columns in the file does not name");
    error_advise(error, "take the record back from a backup; as json it can be exported all the same");
    return status;
}

enum status front_require(struct front_answer *answer, bool takes, struct error *error) {
    if (takes) return STATUS_OK;
    error_set(error, STATUS_USAGE, "%s cannot be written as %s", answer->context.command, answer->writer.class->name);
    if (answer->writer.class->exports_dyads)
        error_advise(error, "it is for export: detente export --format %s -o pairs.csv", answer->writer.class->name);
    else error_advise(error, "`detente formats` says what each format is for");
    return STATUS_USAGE;
}

enum status front_answer_begin(struct front_answer *answer, struct error *error) {
    answer->begun = true;
    return explain(answer->writer.class->begin(&answer->writer), error);
}

enum status front_answer_event(struct front_answer *answer, const struct answer_event *event, struct error *error) {
    if (!answer->writer.class->event) return front_require(answer, false, error);
    struct arena_mark mark = arena_mark(&answer->scratch);
    enum status status = answer->writer.class->event(&answer->writer, event);
    arena_rewind(&answer->scratch, mark);
    answer->entries++;
    answer->possible += event->match == MATCH_POSSIBLE;
    return explain(status, error);
}

enum status front_answer_row(struct front_answer *answer, const struct answer_row *row, struct error *error) {
    if (!answer->writer.class->row) return front_require(answer, false, error);
    struct arena_mark mark = arena_mark(&answer->scratch);
    enum status status = answer->writer.class->row(&answer->writer, row);
    arena_rewind(&answer->scratch, mark);
    answer->entries++;
    return explain(status, error);
}

enum status front_answer_entry(struct front_answer *answer, const struct answer_part *part, const void *entry,
                               struct error *error) {
    struct arena_mark mark = arena_mark(&answer->scratch);
    enum status status = answer->writer.class->entry(&answer->writer, part, entry);
    arena_rewind(&answer->scratch, mark);
    answer->entries += part->is_table;
    return explain(status, error);
}

enum status front_answer_record(struct front_answer *answer, const struct record *record, struct error *error) {
    if (!answer->writer.class->record) return front_require(answer, false, error);
    struct arena_mark mark = arena_mark(&answer->scratch);
    enum status status = answer->writer.class->record(&answer->writer, record);
    arena_rewind(&answer->scratch, mark);
    answer->entries++;
    return explain(status, error);
}

enum status front_answer_close(struct front_answer *answer, enum status status, struct error *error) {
    /* A writer that has begun is ended in any case, since it may hold memory; after a failure what it
     * still says goes nowhere. */
    if (answer->begun) {
        if (status != STATUS_OK) answer->sink.status = answer->sink.status ? answer->sink.status : STATUS_STOPPED;
        enum status end = explain(answer->writer.class->end(&answer->writer), error);
        if (status == STATUS_OK) status = end;
    }
    enum status written = sink_finish(&answer->sink);
    if (status == STATUS_OK) status = explain(written, error);
    free(answer->writer.state);
    arena_free(&answer->arena);
    arena_free(&answer->scratch);
    return status;
}

enum status front_list_extras(struct detente *database, struct front_answer *answer, struct error *error) {
    enum status status = STATUS_OK;
    for (int type = 0; status == STATUS_OK && type < RECORD_PARTY; type++)
        status = store_list_extras(database->store, (enum record_type)type, &answer->arena,
                                   &answer->context.extras[type], error);
    return status;
}

/* ---- filters ------------------------------------------------------------------------------------------ */

static enum status copy_words(struct arena *arena, const struct detente_words *words, struct slice_list *list,
                              struct error *error) {
    for (size_t i = 0; i < words->count; i++) {
        struct slice word = slice_trim(slice_from(words->items[i]));
        if (slice_is_empty(word)) {
            error_set(error, STATUS_USAGE, "a filter has an empty value");
            error_advise(error, "leave the option out to have no such filter");
            return STATUS_USAGE;
        }
        if (!arena_append(arena, list, word)) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

enum status front_list_words(struct arena *arena, const struct detente_filters *filters, struct query_words *words,
                             struct error *error) {
    *words = (struct query_words){
        .from = slice_trim(slice_from(filters->from)), .to = slice_trim(slice_from(filters->to)),
        .match = slice_trim(slice_from(filters->match)), .limit = slice_trim(slice_from(filters->limit)),
        .min_mentions = slice_trim(slice_from(filters->min_mentions)), .after = slice_trim(slice_from(filters->after)),
        .intensity = slice_trim(slice_from(filters->intensity)), .tone = slice_trim(slice_from(filters->tone)),
        .box = slice_trim(slice_from(filters->box)),
        .multilateral = filters->multilateral, .single_source = filters->single_source,
        .disputed = filters->disputed, .distinct = filters->distinct, .reverse = filters->reverse,
    };
    struct {
        const struct detente_words *from;
        struct slice_list *to;
    } lists[] = {
        {&filters->pair, &words->pair}, {&filters->countries, &words->countries}, {&filters->people, &words->people},
        {&filters->organizations, &words->organizations}, {&filters->roles, &words->roles},
        {&filters->kinds, &words->kinds}, {&filters->statuses, &words->statuses}, {&filters->tags, &words->tags},
        {&filters->places, &words->places}, {&filters->sources, &words->sources}, {&filters->texts, &words->texts},
        {&filters->products, &words->products}, {&filters->codes, &words->codes},
    };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof lists / sizeof *lists; i++)
        status = copy_words(arena, lists[i].from, lists[i].to, error);
    return status;
}

bool front_has_filters(const struct detente_filters *f) {
    size_t lists = f->pair.count + f->countries.count + f->people.count + f->organizations.count + f->roles.count +
                   f->kinds.count + f->statuses.count + f->tags.count + f->places.count + f->sources.count +
                   f->texts.count + f->products.count + f->codes.count;
    return lists || f->from || f->to || f->min_mentions || f->limit || f->after || f->intensity || f->tone || f->box ||
           f->single_source || f->disputed || f->distinct;
}

struct query_dates front_dates(struct detente *database, int64_t today) {
    struct query_dates dates = store_dates(database->store);
    dates.has_today = true;
    dates.today = today;
    return dates;
}

static enum status place_day(struct arena *arena, int64_t today, const char **text, struct error *error) {
    char written[EDTF_DAY_SIZE];
    int64_t day;
    if (!*text || !query_read_day_word(slice_trim(slice_from(*text)), today, &day)) return STATUS_OK;
    size_t size = edtf_format_day(day, written);
    *text = arena_string(arena, (struct slice){written, size});
    return *text ? STATUS_OK : error_set(error, STATUS_NO_MEMORY, "out of memory");
}

enum status front_place_days(struct arena *arena, struct detente_request *request, struct error *error) {
    const char **const places[] = {&request->filters.from, &request->filters.to, &request->details.on,
                                   &request->details.before, &request->details.after};
    struct detente_words *words = &request->words;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof places / sizeof *places; i++)
        status = place_day(arena, request->today, places[i], error);
    if (status != STATUS_OK || (request->question != DETENTE_BETWEEN && request->question != DETENTE_DAYS)) return status;
    const char **items = arena_alloc_array(arena, words->count + 1, sizeof *items);
    if (!items) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    for (size_t i = 0; status == STATUS_OK && i < words->count; i++) {
        items[i] = words->items[i];
        status = place_day(arena, request->today, &items[i], error);
    }
    words->items = items;
    return status;
}

enum status front_build_query(struct detente *database, int64_t today, struct arena *arena,
                              const struct query_words *words, struct query *query, struct error *error) {
    struct lookup lookup = store_lookup(database->store);
    struct query_dates dates = front_dates(database, today);
    return query_build(&lookup, &dates, arena, words, query, error);
}

/* ---- questions about events ------------------------------------------------------------------------------ */

static enum status take_event(void *context, const struct answer_event *event, struct error *error) {
    return front_answer_event(context, event, error);
}

enum status front_make_title(struct asker *asker, const struct query *query, struct front_answer *answer,
                             struct error *error) {
    struct slice names[2];
    struct buffer text;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < 2; i++)
        status = ask_name(asker, query->pair[i].type, query->pair[i].id, &names[i], error);
    if (status != STATUS_OK) return status;
    buffer_init(&text);
    buffer_append_slice(&text, names[0]);
    buffer_append_text(&text, " – ");
    buffer_append_slice(&text, names[1]);
    if (buffer_failed(&text) || !arena_copy(&answer->arena, buffer_slice(&text), &answer->context.title))
        status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    buffer_free(&text);
    return status;
}

static enum status word_claims(struct detente *database, const struct query *query, struct front_answer *answer,
                               struct slice *claims, struct error *error) {
    struct asker asker;
    ask_begin(&asker, database->store, ASK_NAMES);
    enum status status = front_word_claims(&asker, query, &answer->arena, claims, error);
    ask_end(&asker);
    return status;
}

enum { MANY_SIDED_MAX = 1000 };

static enum status count_event(void *context, struct stored_event *event, struct error *error) {
    (void)event, (void)error;
    ++*(uint64_t *)context;
    return STATUS_OK;
}

/* Of a pair: what of more than eight parties would be found, at most MANY_SIDED_MAX. */
static enum status count_many_sided(struct detente *database, const struct query *query, uint64_t *count, struct error *error) {
    struct query wide = *query;
    *count = 0;
    if (!query->has_pair || query->multilateral) return STATUS_OK;
    wide.multilateral = true;
    wide.distinct = false;
    wide.limit = MANY_SIDED_MAX;
    wide.after = SLICE_NONE;
    return store_ask(database->store, &wide, MATCH_NONE, count_event, count, error);
}

static enum status say_nothing_found(struct detente *database, const struct query *query, struct front_answer *answer,
                                     struct detente_answer *told, struct error *error) {
    struct slice claims = SLICE_NONE;
    enum status status = store_covers(database->store, query, &answer->arena, &told->covered, error);
    if (status == STATUS_OK && !told->covered) status = word_claims(database, query, answer, &claims, error);
    if (status != STATUS_OK) return status;
    uint64_t many = 0;
    status = count_many_sided(database, query, &many, error);
    if (status != STATUS_OK) return status;
    answer->context.covered = told->covered ? COVER_YES : COVER_NO;
    if (many) {
        error_set(error, STATUS_NOT_FOUND, "nothing found between the two alone%s",
                  told->covered ? ", and the record claims to cover this" : "; the record does not claim to cover this");
        error_advise(error, "%s%d event%s of more than eight parties: --multilateral shows %s",
                     many == MANY_SIDED_MAX ? "at least " : "", (int)many, many == 1 ? "" : "s", many == 1 ? "it" : "them");
        return STATUS_NOT_FOUND;
    }
    if (told->covered)
        return error_set(error, STATUS_NOT_FOUND, "nothing found, and the record claims to cover this");
    error_set(error, STATUS_NOT_FOUND, "nothing found; the record does not claim to cover this, so that need not "
              "mean that nothing happened");
    if (claims.size) error_advise(error, "%.*s", (int)claims.size, claims.data);
    return STATUS_NOT_FOUND;
}

static enum status write_events(struct detente *database, const struct query *query, bool certain_first,
                                struct front_answer *answer, struct error *error) {
    struct asker asker;
    ask_begin(&asker, database->store, answer->writer.class->wants_names_only ? ASK_NAMES : ASK_ALL);
    answer->context.query = query;
    enum status status = STATUS_OK;
    if (query->has_pair) status = front_make_title(&asker, query, answer, error);
    if (status == STATUS_OK) status = store_get_dossier(database->store, &answer->arena, &answer->context.dossier, error);
    if (status == STATUS_OK) status = front_list_extras(database, answer, error);
    if (status == STATUS_OK) status = front_require(answer, answer->writer.class->event != NULL, error);
    if (status == STATUS_OK) status = front_answer_begin(answer, error);
    if (status == STATUS_OK) status = ask_events(&asker, query, certain_first, take_event, answer, error);
    ask_end(&asker);
    return status;
}

static enum status require_words(const struct detente_request *request, size_t count, const char *what,
                                 struct error *error) {
    if (request->words.count == count) return STATUS_OK;
    return error_set(error, STATUS_USAGE, "%s", what);
}

/* Puts the words of the command into the filters. */
static enum status place_words(const struct detente_request *request, struct arena *arena, struct query_words *words,
                               struct error *error) {
    enum status status = front_list_words(arena, &request->filters, words, error);
    if (status != STATUS_OK) return status;
    if (request->question == DETENTE_TIMELINE) {
        status = require_words(request, 2, "timeline takes two countries or organizations", error);
        words->pair = (struct slice_list){NULL, 0};
        return status == STATUS_OK ? copy_words(arena, &request->words, &words->pair, error) : status;
    }
    if (request->question == DETENTE_BETWEEN) {
        status = require_words(request, 2, "between takes two dates", error);
        if (status != STATUS_OK) return status;
        words->from = slice_trim(slice_from(request->words.items[0]));
        words->to = slice_trim(slice_from(request->words.items[1]));
    }
    return STATUS_OK;
}

static enum status ask_events_of(struct detente *database, const struct detente_request *request,
                                 struct front_answer *answer, struct detente_answer *told, struct error *error) {
    struct query_words words;
    /* The writer looks at the question until its end, so it lives as long as the answer. */
    struct query *query = arena_alloc(&answer->arena, sizeof *query);
    if (!query) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    enum status status = place_words(request, &answer->arena, &words, error);
    if (status == STATUS_OK) status = front_build_query(database, request->today, &answer->arena, &words, query, error);
    if (status == STATUS_OK)
        status = write_events(database, query, request->question == DETENTE_BETWEEN, answer, error);
    if (status != STATUS_OK || answer->entries || query->limit == 0) return status;
    if (query->after.size)
        return error_set(error, STATUS_NOT_FOUND, "nothing comes after %.*s",
                         (int)(query->after.size < 80 ? query->after.size : 80), query->after.data);
    return say_nothing_found(database, query, answer, told, error);
}

/* ---- all questions ---------------------------------------------------------------------------------------- */

static bool is_about_events(const struct detente_request *request) {
    switch (request->question) {
    case DETENTE_TIMELINE: case DETENTE_BETWEEN: return true;
    case DETENTE_LIST:
        return request->words.count == 1 && record_find_type(slice_from(request->words.items[0])) == RECORD_EVENT;
    default: return false;
    }
}

static enum status ask_one(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                           struct detente_answer *told, struct error *error) {
    if (desk_takes(request)) return desk_ask(database, request, answer, told, error);
    if (is_about_events(request)) return ask_events_of(database, request, answer, told, error);
    if (request->question == DETENTE_EXPORT) return front_export(database, request, answer, told, error);
    if (request->question == DETENTE_SHOW) return front_show(database, request, answer, told, error);
    return front_ask_rows(database, request, answer, told, error);
}

static enum status ask(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                       struct detente_answer *told, struct error *error) {
    enum status status = STATUS_OK;
    if (request->question == DETENTE_SEARCH) status = front_refresh_index(database, request, told, error);
    if (status == STATUS_OK && database) status = store_begin_reading(database->store, error);
    if (status != STATUS_OK) return status;
    status = ask_one(database, request, answer, told, error);
    if (database) store_end_reading(database->store);
    return status;
}

static const char *const command_names[] = {
    [DETENTE_TIMELINE] = "timeline", [DETENTE_BETWEEN] = "between", [DETENTE_SHOW] = "show", [DETENTE_LIST] = "list",
    [DETENTE_COUNTRIES] = "countries", [DETENTE_KINDS] = "kinds", [DETENTE_FORMATS] = "formats", [DETENTE_PROFILES] = "profiles",
    [DETENTE_DATES] = "date", [DETENTE_SQL] = "sql", [DETENTE_EXPORT] = "export",
    [DETENTE_BRIEF] = "brief", [DETENTE_INFORCE] = "inforce", [DETENTE_TARIFFS] = "tariffs", [DETENTE_WHO] = "who",
    [DETENTE_LAST] = "last", [DETENTE_NEXT] = "next", [DETENTE_HELD] = "held", [DETENTE_DAYS] = "days",
    [DETENTE_CHAIN] = "chain", [DETENTE_SERIES] = "series", [DETENTE_SEARCH] = "search", [DETENTE_STATS] = "stats",
    [DETENTE_LOG] = "log", [DETENTE_DIFF] = "diff", [DETENTE_CHECK] = "check",
};

static bool needs_database(enum detente_question question) {
    return !(question == DETENTE_COUNTRIES || question == DETENTE_KINDS || question == DETENTE_FORMATS ||
             question == DETENTE_PROFILES || question == DETENTE_DATES);
}

/* NOT_FOUND after an answer that was written whole is no failure of the writing. */
static enum status close_answer(struct front_answer *answer, enum status status, struct error *error) {
    bool whole = status == STATUS_NOT_FOUND || (status == STATUS_BAD_INPUT && answer->begun);
    if (!whole) return front_answer_close(answer, status, error);
    struct error fault = {0};
    enum status end = front_answer_close(answer, STATUS_OK, &fault);
    if (end == STATUS_OK) return status;
    *error = fault;
    return end;
}

enum detente_status detente_ask(detente *database, const struct detente_request *request,
                                struct detente_answer *told, struct detente_error *error) {
    struct front_answer answer;
    struct detente_request dated = *request;
    struct error inner = {0};
    *told = (struct detente_answer){0};
    enum status status = front_answer_open(&answer, request, request->question == DETENTE_EXPORT ? "json" : "text",
                                           command_names[request->question], &inner);
    if (status == STATUS_OK && !database && needs_database(request->question))
        status = error_set(&inner, STATUS_USAGE, "%s needs a record", command_names[request->question]);
    if (status == STATUS_OK) status = front_place_days(&answer.arena, &dated, &inner);
    if (status == STATUS_OK) status = ask(database, &dated, &answer, told, &inner);
    told->entries = answer.entries;
    told->possible = answer.possible;
    status = close_answer(&answer, status, &inner);
    return front_report(status, &inner, error);
}
