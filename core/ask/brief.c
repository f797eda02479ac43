/* The page, part by part. Composes the other answers and judges nothing itself, but for what belongs on it. */
#include "brief.h"

#include "../base/cell.h"
#include "../base/buffer.h"

enum { LATEST = 10, DISPUTED = 5 };

#define FIELD(type, name, shape_type) {#name, shape_type, offsetof(struct type, name), NULL, SHAPE_EVERYWHERE}
#define SHAPE(type, title, rows) {title, sizeof(struct type), rows, sizeof rows / sizeof *rows}

static const struct shape_field head_fields[] = {
    FIELD(brief_head, a, SHAPE_TEXT),
    FIELD(brief_head, b, SHAPE_TEXT),
    FIELD(brief_head, a_name, SHAPE_TEXT),
    FIELD(brief_head, b_name, SHAPE_TEXT),
    {"on", SHAPE_DAY, offsetof(struct brief_head, on_first), NULL, SHAPE_EVERYWHERE},
    FIELD(brief_head, left_out, SHAPE_COUNT),
};
const struct shape brief_head_shape = SHAPE(brief_head, "head", head_fields);

static const struct shape_field meeting_fields[] = {
    FIELD(brief_meeting, what, SHAPE_TEXT),
    FIELD(brief_meeting, event, SHAPE_EVENT),
    FIELD(brief_meeting, days_min, SHAPE_COUNT),
    FIELD(brief_meeting, days_max, SHAPE_COUNT),
    FIELD(brief_meeting, possible, SHAPE_EVENTS),
};
const struct shape brief_last_shape = SHAPE(brief_meeting, "meeting", meeting_fields);

static const struct shape_field event_fields[] = {FIELD(brief_event, event, SHAPE_EVENT)};
const struct shape brief_event_shape = SHAPE(brief_event, "event", event_fields);

static const struct shape_field chain_fields[] = {
    {"root", SHAPE_TEXT, offsetof(struct brief_chain, id), NULL, SHAPE_EVERYWHERE},
    FIELD(brief_chain, title, SHAPE_TEXT),
    FIELD(brief_chain, date, SHAPE_TEXT),
    FIELD(brief_chain, standing, SHAPE_LIST),
};
const struct shape brief_chain_shape = SHAPE(brief_chain, "chain", chain_fields);

static const struct shape_field note_fields[] = {
    FIELD(brief_note, record, SHAPE_TEXT),
    FIELD(brief_note, kind, SHAPE_TEXT),
    FIELD(brief_note, reason, SHAPE_TEXT),
    FIELD(brief_note, date, SHAPE_TEXT),
};
const struct shape brief_note_shape = SHAPE(brief_note, "note", note_fields);

/* ---- the page being made --------------------------------------------------------------------------------- */

struct chain_root {
    struct slice id;
    struct slice_list standing;
};

struct page {
    struct asker *asker;
    const struct brief_request *request;
    brief_visit *visit;
    void *context;
    struct arena arena; /* for the whole page */
    struct slice names[2];
    struct slice_list standing; /* ids of measures and detentions on the day */
    struct slice_list shown;    /* ids of events on the page, whose corrections are told */
    struct chain_root *roots;
    size_t root_count, root_capacity;
    size_t more_disputed; /* than are shown */
    struct slice current;   /* the measure whose roots are looked for */
    struct slice_list seen; /* what it leads back to, and per item: by way of an answer? */
    bool *answers;
    size_t answers_capacity;
};

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

static bool has(const struct slice_list *list, struct slice id) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i], id)) return true;
    return false;
}

/* Keeps an id once. */
static enum status keep(struct page *page, struct slice_list *list, struct slice id, struct error *error) {
    struct slice copy;
    if (slice_is_empty(id) || has(list, id)) return STATUS_OK;
    return arena_copy(&page->arena, id, &copy) && arena_append(&page->arena, list, copy) ? STATUS_OK : no_memory(error);
}

static enum status keep_shown(struct page *page, const struct answer_event *event, struct error *error) {
    return event ? keep(page, &page->shown, record_get(&event->event, EVENT_ID), error) : STATUS_OK;
}

/* ---- head and offices ---------------------------------------------------------------------------------------- */

static enum status count_hidden(void *context, struct stored_event *event, struct error *error) {
    const struct page *page = ((void **)context)[0];
    struct brief_head *head = ((void **)context)[1];
    (void)error;
    head->left_out.value += !event_is_public(&event->event, page->request->query->public_on);
    return STATUS_OK;
}

static enum status put_head(struct page *page, struct error *error) {
    const struct brief_request *request = page->request;
    const struct query_actor *pair = request->query->pair;
    struct brief_head head = {.a = pair[0].id, .b = pair[1].id, .on_first = request->first, .on_last = request->last};
    struct query query = *request->query;
    void *counting[] = {page, &head};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < 2; i++)
        status = ask_name(page->asker, pair[i].type, pair[i].id, &page->names[i], error);
    head.a_name = page->names[0];
    head.b_name = page->names[1];
    head.left_out = (struct shape_count){query.public_only, 0};
    if (status == STATUS_OK && query.public_only) {
        query.public_only = false;
        status = store_ask(page->asker->store, &query, MATCH_NONE, count_hidden, counting, error);
    }
    return status == STATUS_OK ? page->visit(page->context, BRIEF_HEAD, &head, error) : status;
}

static bool contains(struct slice text, struct slice part) {
    for (size_t i = 0; part.size && i + part.size <= text.size; i++)
        if (slice_equals(slice_part(text, i, i + part.size), part)) return true;
    return false;
}

static bool holds_any(const struct answer_holder *holder, const char *const *offices) {
    struct cell_reader reader = {holder->office, 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        for (size_t i = 0; offices[i]; i++)
            if (slice_is(item, offices[i])) return true;
    return false;
}

/* An ambassador belongs on the page of the country that the title names. */
static enum status put_holder(void *context, const struct answer_holder *holder, struct error *error) {
    static const char *const leading[] = {"head_of_state", "head_of_government", "foreign_minister", NULL};
    static const char *const envoy[] = {"ambassador", NULL};
    struct page *page = context;
    bool first = slice_equals(holder->country, page->request->query->pair[0].id);
    bool shown = holds_any(holder, leading) ||
                 (holds_any(holder, envoy) && contains(holder->title, page->names[first ? 1 : 0]));
    return shown ? page->visit(page->context, BRIEF_OFFICES, holder, error) : STATUS_OK;
}

static enum status put_offices(struct page *page, struct error *error) {
    const struct brief_request *request = page->request;
    struct holder_request holders = {.first = request->first, .last = request->last, .has_today = true,
                                     .today = request->today, .countries = request->query->pair,
                                     .country_count = 2};
    return ask_holders(page->asker, &holders, put_holder, page, error);
}

/* ---- meetings ------------------------------------------------------------------------------------------------- */

struct sought {
    const char *what;
    const char *kinds[3];
    enum last_level level;
};

static enum status put_meeting(struct page *page, enum brief_part part, const struct sought *sought,
                               struct slice_list *told, struct error *error) {
    struct slice kinds[3];
    struct query query = *page->request->query;
    struct answer_last last;
    size_t count = 0;
    for (; count < 3 && sought->kinds[count]; count++) kinds[count] = slice_from(sought->kinds[count]);
    query.kinds = (struct slice_list){kinds, count};
    struct last_request request = {.query = &query, .next = part == BRIEF_NEXT, .first = page->request->first,
                                   .last = page->request->last, .level = sought->level};
    struct arena_mark mark = arena_mark(&page->arena);
    enum status status = ask_last(page->asker, &request, &page->arena, &last, error);
    struct slice id = status == STATUS_OK && last.event ? record_get(&last.event->event, EVENT_ID) : SLICE_NONE;
    bool silent = status != STATUS_OK || (!last.event && last.possible.count == 0) || has(told, id);
    if (silent) {
        arena_rewind(&page->arena, mark);
        return status;
    }
    struct brief_meeting meeting = {slice_from(sought->what), last.event, last.days_min, last.days_max, last.possible,
                                    last.date, last.title};
    status = page->visit(page->context, part, &meeting, error);
    if (status == STATUS_OK) status = keep(page, told, id, error);
    return status == STATUS_OK ? keep_shown(page, last.event, error) : status;
}

static const struct sought before[] = {
    {"Formal talks of the leaders", {"meeting.bilateral"}, LAST_LEADERS},
    {"Any meeting of the leaders", {"meeting"}, LAST_LEADERS},
    {"Foreign ministers", {"meeting", "visit"}, LAST_FOREIGN_MINISTERS},
    {"Any meeting or visit", {"meeting", "visit", "summit"}, LAST_ANY},
};
static const struct sought ahead[] = {
    {"Leaders", {"meeting", "visit"}, LAST_LEADERS},
    {"Any meeting, visit or summit", {"meeting", "visit", "summit"}, LAST_ANY},
};

static enum status put_meetings(struct page *page, struct error *error) {
    struct slice_list told = {NULL, 0};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof before / sizeof *before; i++)
        status = put_meeting(page, BRIEF_LAST, &before[i], &told, error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof ahead / sizeof *ahead; i++)
        status = put_meeting(page, BRIEF_NEXT, &ahead[i], &told, error);
    return status;
}

/* ---- what stands ------------------------------------------------------------------------------------------------ */

static bool is_detention(struct slice kind) { return kind_is_below(kind, SLICE_OF("incident.detention")); }

static enum status put_measure(void *context, const struct answer_measure *measure, struct error *error) {
    struct page *page = context;
    enum status status = keep(page, &page->standing, measure->id, error);
    if (status != STATUS_OK || is_detention(measure->kind)) return status;
    status = keep_shown(page, measure->event, error);
    return status == STATUS_OK ? page->visit(page->context, BRIEF_IN_FORCE, measure, error) : status;
}

static enum status put_detention(void *context, const struct answer_measure *measure, struct error *error) {
    struct page *page = context;
    struct answer_held held;
    bool begun = false;
    struct arena_mark mark = arena_mark(&page->arena);
    enum status status = ask_held(page->asker, measure->event, page->request->last, &page->arena, &held, &begun, error);
    if (status == STATUS_OK && begun) status = page->visit(page->context, BRIEF_HELD, &held, error);
    arena_rewind(&page->arena, mark);
    return status == STATUS_OK ? keep_shown(page, measure->event, error) : status;
}

static enum status put_standing(struct page *page, struct error *error) {
    struct slice detention = SLICE_OF("incident.detention");
    struct query query = *page->request->query;
    struct measure_request request = {.query = &query, .first = page->request->first, .last = page->request->last};
    enum status status = ask_measures(page->asker, &request, put_measure, page, error);
    if (status != STATUS_OK) return status;
    if (query.kinds.count == 0) query.kinds = (struct slice_list){&detention, 1};
    return ask_measures(page->asker, &request, put_detention, page, error);
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

struct ids {
    struct page *page;
    struct slice_list list;
};

static enum status collect_id(void *context, struct stored_event *event, struct error *error) {
    struct ids *ids = context;
    return keep(ids->page, &ids->list, record_get(&event->event, EVENT_ID), error);
}

/* The event of that id, completed; everything in the arena. */
static enum status complete_event(struct page *page, struct slice id, struct answer_event *event, bool *found,
                                  struct error *error) {
    struct stored_event *stored = arena_alloc(&page->arena, sizeof *stored);
    if (!stored) return no_memory(error);
    enum status status = store_find_event(page->asker->store, id, &page->arena, stored, found, error);
    if (status != STATUS_OK || !*found) return status;
    status = ask_complete(page->asker, stored, &page->arena, event, error);
    event->reports = 1;
    return status;
}

static enum status put_event(struct page *page, enum brief_part part, struct slice id, struct error *error) {
    struct answer_event event;
    struct brief_event entry = {&event};
    bool found = false;
    struct arena_mark mark = arena_mark(&page->arena);
    enum status status = complete_event(page, id, &event, &found, error);
    if (status == STATUS_OK && found) status = page->visit(page->context, part, &entry, error);
    arena_rewind(&page->arena, mark);
    return status == STATUS_OK ? keep(page, &page->shown, id, error) : status;
}

/* How many more are disputed than the page has room for. */
static enum status put_remainder(struct page *page, size_t count, struct error *error) {
    struct buffer text;
    struct brief_note note = {.record = page->request->query->pair[0].id, .kind = SLICE_OF("disputed")};
    buffer_init(&text);
    buffer_append_format(&text, "%zu more up to this day: detente timeline %.*s %.*s --disputed", count,
                         (int)page->request->query->pair[0].id.size, page->request->query->pair[0].id.data,
                         (int)page->request->query->pair[1].id.size, page->request->query->pair[1].id.data);
    note.reason = buffer_slice(&text);
    enum status status = buffer_failed(&text) ? no_memory(error) : page->visit(page->context, BRIEF_NOTES, &note, error);
    buffer_free(&text);
    return status;
}

/* The latest `limit` up to the day, oldest first. */
static enum status put_events(struct page *page, enum brief_part part, int64_t limit, struct error *error) {
    struct query query = *page->request->query;
    struct ids ids = {page, {NULL, 0}};
    query.has_range = true;
    query.from = DAY_MIN;
    query.to = page->request->last;
    query.reverse = true;
    query.limit = part == BRIEF_DISPUTED ? -1 : limit;
    query.disputed = query.disputed || part == BRIEF_DISPUTED;
    enum status status = store_ask(page->asker->store, &query, MATCH_NONE, collect_id, &ids, error);
    size_t count = ids.list.count > (size_t)limit ? (size_t)limit : ids.list.count;
    if (part == BRIEF_DISPUTED) page->more_disputed = ids.list.count - count;
    for (size_t i = count; status == STATUS_OK && i > 0; i--)
        status = put_event(page, part, ids.list.items[i - 1], error);
    return status;
}

/* ---- open chains --------------------------------------------------------------------------------------------------- */

static enum status add_root(struct page *page, struct slice id, struct error *error) {
    size_t i = 0;
    while (i < page->root_count && !slice_equals(page->roots[i].id, id)) i++;
    if (i == page->root_capacity) {
        size_t capacity = page->root_capacity ? page->root_capacity * 2 : 8;
        struct chain_root *roots = arena_alloc_array(&page->arena, capacity, sizeof *roots);
        if (!roots) return no_memory(error);
        if (page->root_count) memcpy(roots, page->roots, page->root_count * sizeof *roots);
        page->roots = roots;
        page->root_capacity = capacity;
    }
    if (i == page->root_count) {
        page->roots[page->root_count++] = (struct chain_root){SLICE_NONE, {NULL, 0}};
        if (!arena_copy(&page->arena, id, &page->roots[i].id)) return no_memory(error);
    }
    return keep(page, &page->roots[i].standing, page->current, error);
}

static size_t find_seen(const struct page *page, struct slice id) {
    size_t i = 0;
    while (i < page->seen.count && !slice_equals(page->seen.items[i], id)) i++;
    return i;
}

/* Parents come before what hangs on them, so that whether a way leads over an answer is known by then. */
static enum status see_step(void *context, const struct answer_step_in_chain *step, struct error *error) {
    struct page *page = context;
    size_t at = find_seen(page, step->event), parent = find_seen(page, step->parent);
    bool answers = slice_is(step->relation, "retaliates_against") || slice_is(step->relation, "responds_to") ||
                   (parent < page->seen.count && page->answers[parent]);
    if (at == page->answers_capacity) {
        size_t capacity = at ? at * 2 : 16;
        bool *more = arena_alloc_array(&page->arena, capacity, sizeof *more);
        if (!more) return no_memory(error);
        if (at) memcpy(more, page->answers, at * sizeof *more);
        page->answers = more;
        page->answers_capacity = capacity;
    }
    if (at == page->seen.count) page->answers[at] = false;
    page->answers[at] = page->answers[at] || answers;
    return keep(page, &page->seen, step->event, error);
}

/* Does anything lead behind it, by the relations that make a chain? */
static enum status leads_on(struct page *page, struct slice id, const struct slice_list *relations, bool *leads,
                            struct error *error) {
    struct record *links;
    size_t count;
    enum status status = store_list(page->asker->store, RECORD_LINK, id, &page->arena, &links, &count, error);
    *leads = false;
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        if (slice_equals(record_get(&links[i], LINK_FROM), id) && !slice_equals(record_get(&links[i], LINK_TO), id) &&
            has(relations, record_get(&links[i], LINK_RELATION))) *leads = true;
    return status;
}

/* Walks upstream from one measure and takes the ends of the walk as roots, where an answer lies on the way. */
static enum status find_roots(struct page *page, struct slice id, struct error *error) {
    struct slice names[] = {SLICE_OF("retaliates_against"), SLICE_OF("responds_to"), SLICE_OF("implements"),
                            SLICE_OF("replaces")};
    struct slice_list relations = {names, sizeof names / sizeof *names};
    struct stored_event stored;
    bool found = false;
    page->current = id;
    page->seen = (struct slice_list){NULL, 0};
    enum status status = store_find_event(page->asker->store, id, &page->arena, &stored, &found, error);
    if (status != STATUS_OK || !found) return status;
    struct chain_request request = {.root = &stored, .depth = INT64_MAX, .relations = relations,
                                    .query = page->request->query, .upstream = true};
    status = ask_chain(page->asker, &request, see_step, page, error);
    for (size_t i = 0; status == STATUS_OK && i < page->seen.count; i++) {
        bool leads = false;
        if (!page->answers[i]) continue;
        status = leads_on(page, page->seen.items[i], &relations, &leads, error);
        if (status == STATUS_OK && !leads) status = add_root(page, page->seen.items[i], error);
    }
    return status;
}

static enum status put_chain(struct page *page, const struct chain_root *root, struct error *error) {
    struct answer_event event;
    struct buffer cell;
    struct brief_chain chain = {.root = &event, .count = shape_count((int64_t)root->standing.count)};
    bool found = false;
    enum status status = complete_event(page, root->id, &event, &found, error);
    if (status != STATUS_OK || !found) return status;
    buffer_init(&cell);
    cell_append_list(&cell, &root->standing);
    chain.id = record_get(&event.event, EVENT_ID);
    chain.title = record_get(&event.event, EVENT_TITLE);
    chain.date = record_get(&event.event, EVENT_DATE);
    chain.standing = buffer_slice(&cell);
    status = buffer_failed(&cell) ? no_memory(error) : page->visit(page->context, BRIEF_CHAINS, &chain, error);
    buffer_free(&cell);
    return status == STATUS_OK ? keep(page, &page->shown, root->id, error) : status;
}

static enum status put_chains(struct page *page, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < page->standing.count; i++)
        status = find_roots(page, page->standing.items[i], error);
    for (size_t i = 0; status == STATUS_OK && i < page->root_count; i++)
        status = put_chain(page, &page->roots[i], error);
    return status;
}

/* ---- notes --------------------------------------------------------------------------------------------------------- */

static enum status put_corrections(struct page *page, struct slice id, struct error *error) {
    struct record *notes;
    size_t count;
    struct arena_mark mark = arena_mark(&page->arena);
    enum status status = store_list(page->asker->store, RECORD_NOTE, id, &page->arena, &notes, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct brief_note note = {record_get(&notes[i], NOTE_RECORD), record_get(&notes[i], NOTE_KIND),
                                  record_get(&notes[i], NOTE_REASON), record_get(&notes[i], NOTE_DATE)};
        if (slice_is(note.kind, "correction")) status = page->visit(page->context, BRIEF_NOTES, &note, error);
    }
    arena_rewind(&page->arena, mark);
    return status;
}

/* What the record claims to hold of either side, so that a reader knows what silence means. */
static enum status put_coverage(struct page *page, const struct record *coverage, struct error *error) {
    struct slice_list countries;
    const struct query_actor *pair = page->request->query->pair;
    if (!cell_parse_list(&page->arena, record_get(coverage, COVERAGE_COUNTRIES), &countries)) return no_memory(error);
    if (countries.count && !has(&countries, pair[0].id) && !has(&countries, pair[1].id)) return STATUS_OK;
    struct brief_note note = {record_get(coverage, COVERAGE_DATASET), SLICE_OF("coverage"), SLICE_NONE, SLICE_NONE};
    struct buffer text;
    buffer_init(&text);
    if (record_has(coverage, COVERAGE_KINDS)) buffer_append_slice(&text, record_get(coverage, COVERAGE_KINDS));
    else buffer_append_text(&text, "all kinds");
    if (record_has(coverage, COVERAGE_START) || record_has(coverage, COVERAGE_END)) {
        buffer_append_text(&text, ", ");
        buffer_append_slice(&text, record_get(coverage, COVERAGE_START));
        buffer_append_byte(&text, '/');
        buffer_append_slice(&text, record_get(coverage, COVERAGE_END));
    }
    if (record_has(coverage, COVERAGE_NOTE)) {
        buffer_append_text(&text, ": ");
        buffer_append_slice(&text, record_get(coverage, COVERAGE_NOTE));
    }
    note.reason = buffer_slice(&text);
    enum status status = buffer_failed(&text) ? no_memory(error) : page->visit(page->context, BRIEF_NOTES, &note, error);
    buffer_free(&text);
    return status;
}

static enum status put_notes(struct page *page, struct error *error) {
    struct record *rows;
    size_t count;
    enum status status = page->more_disputed ? put_remainder(page, page->more_disputed, error) : STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < page->shown.count; i++)
        status = put_corrections(page, page->shown.items[i], error);
    if (status == STATUS_OK)
        status = store_list(page->asker->store, RECORD_COVERAGE, SLICE_NONE, &page->arena, &rows, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = put_coverage(page, &rows[i], error);
    return status;
}

enum status ask_brief(struct asker *asker, const struct brief_request *request, brief_visit *visit, void *context,
                      struct error *error) {
    struct page page = {.asker = asker, .request = request, .visit = visit, .context = context};
    arena_init(&page.arena);
    enum status status = put_head(&page, error);
    if (status == STATUS_OK) status = put_offices(&page, error);
    if (status == STATUS_OK) status = put_meetings(&page, error);
    if (status == STATUS_OK) status = put_standing(&page, error);
    if (status == STATUS_OK) status = put_events(&page, BRIEF_DISPUTED, DISPUTED, error);
    if (status == STATUS_OK) status = put_events(&page, BRIEF_LATEST, LATEST, error);
    if (status == STATUS_OK) status = put_chains(&page, error);
    if (status == STATUS_OK) status = put_notes(&page, error);
    arena_free(&page.arena);
    return status;
}
