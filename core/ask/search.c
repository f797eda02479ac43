/* From what the store finds to hits: which text of a record shows best that it has the words. */
#include "search.h"

#include "../base/cell.h"

enum { EXCERPT_COLUMNS = 160, NAMES_PART = 4 };

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

#define AT(member) offsetof(struct answer_hit, member)
static const struct shape_field hit_fields[] = {
    {.name = "rank", .type = SHAPE_COUNT, .offset = AT(rank)},
    {.name = "type", .type = SHAPE_TEXT, .offset = AT(type)},
    {.name = "id", .type = SHAPE_TEXT, .offset = AT(id)},
    {.name = "date", .type = SHAPE_TEXT, .offset = AT(date)},
    {.name = "kind", .type = SHAPE_TEXT, .offset = AT(kind)},
    {.name = "status", .type = SHAPE_TEXT, .offset = AT(status)},
    {.name = "release", .type = SHAPE_TEXT, .offset = AT(release)},
    {.name = "title", .type = SHAPE_TEXT, .offset = AT(title)},
    {.name = "match", .type = SHAPE_TEXT, .offset = AT(match)},
    {.name = "field", .type = SHAPE_TEXT, .offset = AT(field)},
    {.name = "excerpt", .type = SHAPE_TEXT, .offset = AT(excerpt), .place = SHAPE_JSON_ONLY},
    {.name = "excerpt", .type = SHAPE_TEXT, .offset = AT(marked), .place = SHAPE_TABLE_ONLY},
    {.name = "marks", .type = SHAPE_ENTRIES, .offset = AT(marks), .of = &excerpt_mark_shape, .place = SHAPE_JSON_ONLY},
    {.name = "words", .type = SHAPE_LIST, .offset = AT(words)},
    {.name = "quoted", .type = SHAPE_TEXT, .offset = AT(quoted)},
    {.name = "disputed", .type = SHAPE_FLAG, .offset = AT(disputed)},
    {.name = "sources", .type = SHAPE_SOURCES, .offset = AT(sources)},
};
#undef AT
const struct shape hit_shape = {"hit", sizeof(struct answer_hit), hit_fields, sizeof hit_fields / sizeof *hit_fields};

static const struct shape_field hits_fields[] = {
    {.name = "total", .type = SHAPE_COUNT, .offset = offsetof(struct answer_hits, total)},
};
const struct shape hits_shape = {"hits", sizeof(struct answer_hits), hits_fields, 1};

/* ---- which text shows best ----------------------------------------------------------------------------------- */

struct finder {
    struct asker *asker;
    const struct search_request *request;
    hit_visit *visit;
    void *context;
    int64_t shown, left; /* `left` may still be shown; -1: all */
    struct arena arena;  /* rewound per hit */
};

static int count_bits(uint64_t bits) {
    int count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
}

struct choice {
    const struct search_field *field;
    struct excerpt_matches matches;
};

/* The field that has most of what the title has not, then most altogether; the title itself when it has all that any
 * of them has. */
static enum status choose_field(struct finder *finder, const struct search_fields *fields,
                                const struct excerpt_matches *title, struct choice *choice, struct error *error) {
    *choice = (struct choice){NULL, {0}};
    for (size_t i = 0; i < fields->count; i++) {
        const struct search_field *field = &fields->items[i];
        struct excerpt_matches matches;
        if (field->column == SEARCH_TITLE) {
            if (!choice->field && title->units) *choice = (struct choice){field, *title};
            continue;
        }
        enum status status = excerpt_match(finder->request->words, field->text, &finder->arena, &matches, error);
        if (status != STATUS_OK) return status;
        int missing = count_bits(matches.units & ~title->units);
        int best = choice->field ? count_bits(choice->matches.units & ~title->units) : 0;
        bool fuller = missing == best && count_bits(matches.units) > count_bits(choice->matches.units) &&
                      choice->field && choice->field->column != SEARCH_TITLE;
        if (missing > best || fuller) *choice = (struct choice){field, matches};
    }
    /* The engine parts the words of some scripts more finely than search_next_token: found, but not to be marked. */
    if (!choice->field && fields->count) choice->field = &fields->items[0];
    return STATUS_OK;
}

/* " (Xi Jinping)", behind an alias. */
static enum status make_tail(const struct search_field *field, struct arena *arena, struct slice *tail,
                             struct error *error) {
    struct buffer text;
    *tail = SLICE_NONE;
    if (slice_is_empty(field->of)) return STATUS_OK;
    buffer_init(&text);
    buffer_append_text(&text, " (");
    buffer_append_slice(&text, field->of);
    buffer_append_byte(&text, ')');
    bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), tail);
    buffer_free(&text);
    return done ? STATUS_OK : no_memory(error);
}

/* Each marked word once. */
static bool gather_words(struct slice_list *words, const struct excerpt *excerpt, struct arena *arena) {
    const struct excerpt_mark *marks = excerpt->marks.items;
    for (size_t i = 0; i < excerpt->marks.count; i++) {
        struct slice word = slice_part(excerpt->text, marks[i].first, marks[i].past);
        bool known = false;
        for (size_t j = 0; j < words->count; j++) known = known || slice_equals(words->items[j], word);
        if (!known && !arena_append(arena, words, word)) return false;
    }
    return true;
}

static enum status list_words(struct answer_hit *hit, const struct excerpt *excerpt, struct arena *arena,
                              struct error *error) {
    struct slice_list words = {NULL, 0};
    struct buffer cell;
    buffer_init(&cell);
    bool done = gather_words(&words, &hit->whole_title, arena) && gather_words(&words, excerpt, arena);
    if (done) cell_append_list(&cell, &words);
    done = done && !buffer_failed(&cell) && arena_copy(arena, buffer_slice(&cell), &hit->words);
    buffer_free(&cell);
    return done ? STATUS_OK : no_memory(error);
}

static struct slice find_title(const struct search_fields *fields) {
    return fields->count && fields->items[0].column == SEARCH_TITLE ? fields->items[0].text : SLICE_NONE;
}

static enum status show_quote_source(struct finder *finder, struct answer_hit *hit, struct error *error) {
    bool found = false;
    struct record *source = arena_alloc(&finder->arena, sizeof *source);
    if (slice_is_empty(hit->quoted)) return STATUS_OK;
    if (!source) return no_memory(error);
    enum status status = store_get(finder->asker->store, RECORD_SOURCE, hit->quoted, &finder->arena, source, &found,
                                   error);
    hit->quote_source = found ? source : NULL;
    return status;
}

static enum status set_texts(struct finder *finder, const struct record *record, struct answer_hit *hit,
                             struct error *error) {
    struct arena *arena = &finder->arena;
    struct search_fields fields;
    struct excerpt_matches title;
    struct choice choice;
    struct excerpt excerpt = {SLICE_NONE, {NULL, 0}};
    struct slice tail = SLICE_NONE;
    enum status status = search_list_fields(finder->asker->store, record, arena, &fields, error);
    if (status != STATUS_OK) return status;
    hit->title = find_title(&fields);
    status = excerpt_match(finder->request->words, hit->title, arena, &title, error);
    if (status == STATUS_OK)
        status = excerpt_make(hit->title, &title, SIZE_MAX, SLICE_NONE, arena, &hit->whole_title, error);
    if (status == STATUS_OK) status = choose_field(finder, &fields, &title, &choice, error);
    if (status == STATUS_OK && choice.field) {
        hit->field = slice_from(choice.field->name);
        hit->quoted = choice.field->source;
        if (record->type == RECORD_EVENT) status = make_tail(choice.field, arena, &tail, error);
        if (status == STATUS_OK)
            status = excerpt_make(choice.field->text, &choice.matches, EXCERPT_COLUMNS, tail, arena, &excerpt, error);
    }
    hit->excerpt = excerpt.text;
    hit->marks = excerpt.marks;
    if (status == STATUS_OK && !excerpt_set_in_quotes(&excerpt, arena, &hit->marked)) status = no_memory(error);
    if (status == STATUS_OK) status = list_words(hit, &excerpt, arena, error);
    return status == STATUS_OK ? show_quote_source(finder, hit, error) : status;
}

/* ---- hits -------------------------------------------------------------------------------------------------------- */

static enum status show(struct finder *finder, const struct record *record, struct answer_hit *hit,
                        struct error *error) {
    enum status status = set_texts(finder, record, hit, error);
    if (status != STATUS_OK) return status;
    hit->rank = shape_count(++finder->shown);
    hit->type = slice_from(record_info(record->type)->name);
    hit->id = record_get(record, 0);
    return finder->visit(finder->context, hit, error);
}

static enum status take_event(void *context, struct stored_event *stored, struct error *error) {
    struct finder *finder = context;
    struct answer_event event;
    struct answer_hit hit = {0};
    struct arena_mark mark = arena_mark(&finder->arena);
    enum status status = ask_complete(finder->asker, stored, &finder->arena, &event, error);
    if (status == STATUS_OK) {
        hit.date = record_get(&stored->event, EVENT_DATE);
        hit.kind = record_get(&stored->event, EVENT_KIND);
        hit.status = record_get(&stored->event, EVENT_STATUS);
        hit.release = ask_release(&stored->event);
        hit.match = stored->match == MATCH_NONE ? SLICE_NONE
                  : stored->match == MATCH_SURE ? SLICE_OF("certain") : SLICE_OF("possible");
        hit.disputed = event.disputed;
        hit.sources = (struct shape_sources){event.sources, event.source_count};
        hit.event = &event;
        status = show(finder, &stored->event, &hit, error);
    }
    arena_rewind(&finder->arena, mark);
    return status;
}

static enum status take_record(void *context, struct record *record, struct error *error) {
    struct finder *finder = context;
    struct answer_hit hit = {0};
    struct arena_mark mark = arena_mark(&finder->arena);
    if (finder->left == 0) return STATUS_OK; /* is counted all the same */
    if (finder->left > 0) finder->left--;
    if (record->type == RECORD_SOURCE) hit.date = record_get(record, SOURCE_PUBLISHED);
    enum status status = show(finder, record, &hit, error);
    arena_rewind(&finder->arena, mark);
    return status;
}

static enum status find_records(struct finder *finder, bool of_sources, int64_t left, int64_t *found,
                                struct error *error) {
    *found = 0;
    finder->left = left;
    if (finder->request->has_filters) return STATUS_OK;
    return store_search_records(finder->asker->store, finder->request->words, of_sources, take_record, finder, found,
                                error);
}

/* What is still to be shown; of names at most a quarter, so that they leave room for events. */
static int64_t count_left(const struct finder *finder, bool names) {
    int64_t limit = finder->request->query->limit;
    if (limit < 0) return -1;
    if (!names) return limit > finder->shown ? limit - finder->shown : 0;
    return limit / NAMES_PART + (limit % NAMES_PART != 0);
}

enum status ask_search(struct asker *asker, const struct search_request *request, hit_visit *visit, void *context,
                       struct answer_hits *hits, int64_t *having, struct error *error) {
    struct finder finder = {.asker = asker, .request = request, .visit = visit, .context = context};
    struct search_found events = {0, 0};
    struct query query = *request->query;
    int64_t names = 0, sources = 0;
    arena_init(&finder.arena);
    enum status status = find_records(&finder, false, count_left(&finder, true), &names, error);
    query.limit = count_left(&finder, false);
    if (status == STATUS_OK)
        status = store_search_events(asker->store, request->words, &query, request->has_filters, take_event, &finder,
                                     &events, error);
    if (status == STATUS_OK) status = find_records(&finder, true, count_left(&finder, false), &sources, error);
    arena_free(&finder.arena);
    hits->total = shape_count(names + events.events + sources);
    *having = events.having;
    return status;
}
