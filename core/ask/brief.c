/* The work, part by part. Composes the other answers and judges nothing itself, but for what belongs on it. */
#include "brief_inside.h"

#include "../base/buffer.h"
#include "../base/cell.h"

enum { LATEST = 10, DISPUTED = 5 };

#define FIELD(type, name, shape_type) {#name, shape_type, offsetof(struct type, name), NULL, SHAPE_EVERYWHERE}
#define SHAPE(type, title, rows) {title, sizeof(struct type), rows, sizeof rows / sizeof *rows}

static const struct shape_field head_fields[] = {
    FIELD(brief_head, a, SHAPE_TEXT),
    FIELD(brief_head, b, SHAPE_TEXT),
    FIELD(brief_head, a_name, SHAPE_TEXT),
    FIELD(brief_head, b_name, SHAPE_TEXT),
    {"on", SHAPE_DAY, offsetof(struct brief_head, on_first), NULL, SHAPE_EVERYWHERE},
    FIELD(brief_head, covered_until, SHAPE_DAY),
    FIELD(brief_head, left_out, SHAPE_COUNT),
};
const struct shape brief_head_shape = SHAPE(brief_head, "head", head_fields);

static const struct shape_field meeting_fields[] = {
    FIELD(brief_meeting, what, SHAPE_TEXT),
    FIELD(brief_meeting, event, SHAPE_EVENT),
    FIELD(brief_meeting, days_min, SHAPE_COUNT),
    FIELD(brief_meeting, days_max, SHAPE_COUNT),
    FIELD(brief_meeting, possible, SHAPE_EVENTS),
    FIELD(brief_meeting, overdue, SHAPE_FLAG),
};
const struct shape brief_last_shape = SHAPE(brief_meeting, "meeting", meeting_fields);

static const struct shape_field event_fields[] = {FIELD(brief_event, event, SHAPE_EVENT)};
const struct shape brief_event_shape = SHAPE(brief_event, "event", event_fields);

static const struct shape_field answer_fields[] = {
    FIELD(brief_answer, id, SHAPE_TEXT),
    FIELD(brief_answer, title, SHAPE_TEXT),
    FIELD(brief_answer, denied_by, SHAPE_LIST),
};
static const struct shape brief_answer_shape = SHAPE(brief_answer, "answer", answer_fields);
static const struct shape_field chain_fields[] = {
    {"root", SHAPE_TEXT, offsetof(struct brief_chain, id), NULL, SHAPE_EVERYWHERE},
    FIELD(brief_chain, title, SHAPE_TEXT),
    FIELD(brief_chain, date, SHAPE_TEXT),
    {"standing", SHAPE_ENTRIES, offsetof(struct brief_chain, standing), &brief_answer_shape, SHAPE_EVERYWHERE},
};
const struct shape brief_chain_shape = SHAPE(brief_chain, "chain", chain_fields);

static const struct shape_field note_fields[] = {
    FIELD(brief_note, record, SHAPE_TEXT),
    FIELD(brief_note, kind, SHAPE_TEXT),
    FIELD(brief_note, reason, SHAPE_TEXT),
    FIELD(brief_note, date, SHAPE_TEXT),
};
const struct shape brief_note_shape = SHAPE(brief_note, "note", note_fields);

/* ---- what is kept ------------------------------------------------------------------------------------------------ */

bool brief_has(const struct slice_list *list, struct slice id) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i], id)) return true;
    return false;
}

enum status brief_keep(struct brief_work *work, struct slice_list *list, struct slice id, struct error *error) {
    struct slice copy;
    if (slice_is_empty(id) || brief_has(list, id)) return STATUS_OK;
    return arena_copy(&work->arena, id, &copy) && arena_append(&work->arena, list, copy) ? STATUS_OK : ask_no_memory(error);
}

enum status brief_show(struct brief_work *work, struct slice id, struct error *error) {
    struct slice copy;
    return arena_copy(&work->arena, id, &copy) && arena_append(&work->arena, &work->shown, copy) ? STATUS_OK
                                                                                                 : ask_no_memory(error);
}

static enum status keep_shown(struct brief_work *work, const struct answer_event *event, struct error *error) {
    return event ? brief_show(work, record_get(&event->event, EVENT_ID), error) : STATUS_OK;
}

enum status brief_complete(struct brief_work *work, struct slice id, struct answer_event *event, bool *found,
                           struct error *error) {
    struct stored_event *stored = arena_alloc(&work->arena, sizeof *stored);
    if (!stored) return ask_no_memory(error);
    enum status status = store_find_event(work->asker->store, id, &work->arena, stored, found, error);
    if (status != STATUS_OK || !*found) return status;
    status = ask_complete(work->asker, stored, &work->arena, event, error);
    event->reports = 1;
    return status;
}

enum status brief_covers(struct brief_work *work, const struct record *coverage, bool *covering, struct error *error) {
    struct slice_list countries;
    const struct query_actor *pair = work->request->query->pair;
    if (!cell_parse_list(&work->arena, record_get(coverage, COVERAGE_COUNTRIES), &countries)) return ask_no_memory(error);
    bool first = brief_has(&countries, pair[0].id), second = brief_has(&countries, pair[1].id);
    *covering = countries.count > 1 ? first && second : countries.count == 0 || first || second;
    return STATUS_OK;
}

/* ---- head and offices ----------------------------------------------------------------------------------------- */

struct counting {
    const struct brief_work *work;
    struct brief_head *head;
};

static enum status count_hidden(void *context, struct stored_event *event, struct error *error) {
    struct counting *counting = context;
    (void)error;
    counting->head->left_out.value += !event_is_public(&event->event, counting->work->request->query->public_on);
    return STATUS_OK;
}

/* The last day up to which coverage claims anything of the pair; DAY_MIN: it claims nothing, or without an end. */
static enum status find_covered(struct brief_work *work, int64_t *until, struct error *error) {
    struct record *rows;
    size_t count;
    enum status status = store_list(work->asker->store, RECORD_COVERAGE, SLICE_NONE, &work->arena, &rows, &count, error);
    *until = DAY_MIN;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct edtf end;
        bool covering = false;
        status = brief_covers(work, &rows[i], &covering, error);
        if (status != STATUS_OK || !covering) continue;
        if (edtf_parse(record_get(&rows[i], COVERAGE_END), &end, NULL, NULL) != STATUS_OK) *until = DAY_MAX;
        else if (end.max > *until) *until = end.max;
    }
    if (*until == DAY_MAX) *until = DAY_MIN;
    return status;
}

/* A name as long as the page: the asker forgets its own between events. */
static enum status keep_name(struct brief_work *work, enum record_type type, struct slice id, struct slice *kept,
                             struct error *error) {
    struct slice name;
    enum status status = ask_name(work->asker, type, id, &name, error);
    if (status != STATUS_OK) return status;
    return arena_copy(&work->arena, name, kept) ? STATUS_OK : ask_no_memory(error);
}

static enum status put_head(struct brief_work *work, struct error *error) {
    const struct brief_request *request = work->request;
    const struct query_actor *pair = request->query->pair;
    struct brief_head head = {.a = pair[0].id, .b = pair[1].id, .on_first = request->first, .on_last = request->last,
                              .past = request->last < request->today};
    struct query query = *request->query;
    struct counting counting = {work, &head};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < 2; i++)
        status = keep_name(work, pair[i].type, pair[i].id, &work->names[i], error);
    head.a_name = work->names[0];
    head.b_name = work->names[1];
    head.left_out = (struct shape_count){query.public_only, 0};
    if (status == STATUS_OK) status = find_covered(work, &head.covered_until, error);
    if (status == STATUS_OK && query.public_only) {
        query.public_only = false;
        status = store_ask(work->asker->store, &query, MATCH_NONE, count_hidden, &counting, error);
    }
    return status == STATUS_OK ? work->visit(work->context, BRIEF_HEAD, &head, error) : status;
}

static bool holds_any(const struct answer_holder *holder, const char *const *offices) {
    struct cell_reader reader = {holder->office, 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        for (size_t i = 0; offices[i]; i++)
            if (slice_is(item, offices[i])) return true;
    return false;
}

/* An ambassador belongs on the page of the country that the title names. A leader of whom it is not told as what counts where
 * no head of state or of government is known; these come first. */
static enum status put_holder(void *context, const struct answer_holder *holder, struct error *error) {
    static const char *const leading[] = {"head_of_state", "head_of_government", NULL};
    static const char *const ruling[] = {"leader", NULL};
    static const char *const foreign[] = {"foreign_minister", NULL};
    static const char *const envoy[] = {"ambassador", NULL};
    struct brief_work *work = context;
    bool first = slice_equals(holder->country, work->request->query->pair[0].id);
    bool leads = holds_any(holder, leading);
    if (leads) work->led = work->request->query->pair[first ? 0 : 1].id;
    else leads = holds_any(holder, ruling) && !slice_equals(work->led, holder->country);
    if (leads && !slice_is(holder->standing, "suspended")) {
        enum status status = brief_keep(work, &work->leaders, holder->person, error);
        if (status != STATUS_OK) return status;
    }
    bool shown = leads || holds_any(holder, foreign);
    if (!shown && holds_any(holder, envoy)) {
        enum status status = brief_names_post(work, holder->title, first ? 1 : 0, &shown, error);
        if (status != STATUS_OK) return status;
    }
    return shown ? work->visit(work->context, BRIEF_OFFICES, holder, error) : STATUS_OK;
}

static enum status put_offices(struct brief_work *work, struct error *error) {
    const struct brief_request *request = work->request;
    struct holder_request holders = {.first = request->first, .last = request->last, .has_today = true,
                                     .today = request->today, .countries = request->query->pair, .country_count = 2};
    return ask_holders(work->asker, &holders, put_holder, work, error);
}

/* ---- meetings ------------------------------------------------------------------------------------------------- */

struct sought {
    const char *what;
    const char *kinds[3];
    enum last_level level;
};

static struct query query_kinds(const struct brief_work *work, const char *const *names, struct slice kinds[3]) {
    struct query query = *work->request->query;
    size_t count = 0;
    for (; count < 3 && names[count]; count++) kinds[count] = slice_from(names[count]);
    query.kinds = (struct slice_list){kinds, count};
    return query;
}

/* An answer goes on the page unless its event stands there already. */
static enum status put_meeting(struct brief_work *work, enum brief_part part, struct slice what, const struct query *query,
                               enum last_level level, struct slice_list *told, struct error *error) {
    struct answer_last last;
    struct last_request request = {.query = query, .next = part == BRIEF_NEXT, .first = work->request->first,
                                   .last = work->request->last, .level = level};
    struct arena_mark mark = arena_mark(&work->arena);
    enum status status = ask_last(work->asker, &request, &work->arena, &last, error);
    struct slice id = status == STATUS_OK && last.event ? record_get(&last.event->event, EVENT_ID) : SLICE_NONE;
    if (status != STATUS_OK || (!last.event && last.possible.count == 0) || brief_has(told, id)) {
        arena_rewind(&work->arena, mark);
        return status;
    }
    struct brief_meeting meeting = {.what = what, .event = last.event, .days_min = last.days_min,
                                    .days_max = last.days_max, .possible = last.possible, .more = last.more};
    status = work->visit(work->context, part, &meeting, error);
    if (status == STATUS_OK) status = brief_keep(work, told, id, error);
    return status == STATUS_OK ? keep_shown(work, last.event, error) : status;
}

static const struct sought before[] = {
    {"Formal talks of the leaders", {"meeting.bilateral"}, LAST_LEADERS},
    {"Any contact of the leaders, calls and informal talks too", {"meeting", "visit"}, LAST_LEADERS},
    {"Foreign ministers", {"meeting", "visit"}, LAST_FOREIGN_MINISTERS},
    {"Any meeting or visit", {"meeting", "visit", "summit"}, LAST_ANY},
};
static const struct sought ahead[] = {
    {"Leaders", {"meeting", "visit"}, LAST_LEADERS},
    {"Any meeting, visit or summit", {"meeting", "visit", "summit"}, LAST_ANY},
};

static enum status put_sought(struct brief_work *work, enum brief_part part, const struct sought *sought,
                              struct slice_list *told, struct error *error) {
    struct slice kinds[3];
    struct query query = query_kinds(work, sought->kinds, kinds);
    return put_meeting(work, part, slice_from(sought->what), &query, sought->level, told, error);
}

/* With each who leads a side today: the last talk of two governments need not have been with both leaders. */
static enum status put_leaders(struct brief_work *work, struct slice_list *told, struct error *error) {
    static const char *const names[] = {"meeting", "visit", NULL};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < work->leaders.count; i++) {
        struct slice kinds[3], name, what;
        struct buffer words;
        struct query query = query_kinds(work, names, kinds);
        query.people = (struct slice_list){&work->leaders.items[i], 1};
        status = ask_name(work->asker, RECORD_PERSON, work->leaders.items[i], &name, error);
        if (status != STATUS_OK) return status;
        buffer_init(&words);
        buffer_append_text(&words, "With ");
        buffer_append_slice(&words, name);
        bool good = !buffer_failed(&words) && arena_copy(&work->arena, buffer_slice(&words), &what);
        buffer_free(&words);
        status = good ? put_meeting(work, BRIEF_LAST, what, &query, LAST_ANY, told, error) : ask_no_memory(error);
    }
    return status;
}

static enum status take_id(void *context, struct stored_event *event, struct error *error) {
    return arena_copy(&((struct brief_work *)context)->arena, record_get(&event->event, EVENT_ID),
                      &((struct brief_work *)context)->overdue)
               ? STATUS_OK : ask_no_memory(error);
}

/* What was planned for a day that has gone by, and of which the record says no more. */
static enum status put_overdue(struct brief_work *work, struct error *error) {
    static const char *const names[] = {"meeting", "visit", "summit"};
    struct slice kinds[3], planned = SLICE_OF("planned");
    struct query query = query_kinds(work, names, kinds);
    struct answer_event event;
    struct brief_meeting meeting = {.what = SLICE_OF("Planned"), .event = &event, .overdue = true};
    bool found = false;
    query.statuses = (struct slice_list){&planned, 1};
    query.has_range = query.reverse = true;
    query.from = DAY_MIN;
    query.to = work->request->first == DAY_MIN ? DAY_MIN : work->request->first - 1;
    query.limit = 1;
    enum status status = store_ask(work->asker->store, &query, MATCH_NONE, take_id, work, error);
    if (status != STATUS_OK || slice_is_empty(work->overdue)) return status;
    status = brief_complete(work, work->overdue, &event, &found, error);
    if (status != STATUS_OK || !found) return status;
    status = work->visit(work->context, BRIEF_NEXT, &meeting, error);
    return status == STATUS_OK ? keep_shown(work, &event, error) : status;
}

static enum status put_meetings(struct brief_work *work, struct error *error) {
    struct slice_list told = {NULL, 0};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < 2; i++) status = put_sought(work, BRIEF_LAST, &before[i], &told, error);
    if (status == STATUS_OK) status = put_leaders(work, &told, error);
    for (size_t i = 2; status == STATUS_OK && i < sizeof before / sizeof *before; i++)
        status = put_sought(work, BRIEF_LAST, &before[i], &told, error);
    if (status == STATUS_OK) status = put_overdue(work, error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof ahead / sizeof *ahead; i++)
        status = put_sought(work, BRIEF_NEXT, &ahead[i], &told, error);
    return status;
}

/* ---- what stands ------------------------------------------------------------------------------------------------ */

static bool is_detention(struct slice kind) { return kind_is_below(kind, SLICE_OF("incident.detention")); }

static enum status keep_standing(struct brief_work *work, const struct answer_measure *measure, struct error *error) {
    if (work->standing_count == work->standing_capacity) {
        size_t capacity = work->standing_capacity ? work->standing_capacity * 2 : 16;
        struct brief_standing *more = arena_alloc_array(&work->arena, capacity, sizeof *more);
        if (!more) return ask_no_memory(error);
        if (work->standing_count) memcpy(more, work->standing, work->standing_count * sizeof *more);
        work->standing = more;
        work->standing_capacity = capacity;
    }
    struct brief_standing *kept = &work->standing[work->standing_count++];
    return arena_copy(&work->arena, measure->id, &kept->id) && arena_copy(&work->arena, measure->title, &kept->title) &&
                   arena_copy(&work->arena, measure->imposer, &kept->sides)
               ? STATUS_OK : ask_no_memory(error);
}

static bool is_in_cell(struct slice cell, struct slice id) {
    struct cell_reader reader = {cell, 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        if (slice_equals(item, id)) return true;
    return false;
}

/* What both sides impose on a third, or a third on both, is nothing between them. */
static bool is_between(const struct brief_work *work, const struct answer_measure *measure) {
    const struct query_actor *pair = work->request->query->pair;
    if (slice_is_empty(measure->imposer) || slice_is_empty(measure->target)) return true;
    bool across = is_in_cell(measure->imposer, pair[0].id) && is_in_cell(measure->target, pair[1].id);
    bool back = is_in_cell(measure->imposer, pair[1].id) && is_in_cell(measure->target, pair[0].id);
    bool aside = !is_in_cell(measure->imposer, pair[0].id) && !is_in_cell(measure->imposer, pair[1].id) &&
                 !(is_in_cell(measure->target, pair[0].id) && is_in_cell(measure->target, pair[1].id));
    return across || back || aside;
}

static enum status put_measure(void *context, const struct answer_measure *measure, struct error *error) {
    struct brief_work *work = context;
    if (!is_between(work, measure)) return STATUS_OK;
    enum status status = keep_standing(work, measure, error);
    if (status != STATUS_OK || is_detention(measure->kind)) return status;
    status = keep_shown(work, measure->event, error);
    return status == STATUS_OK ? work->visit(work->context, BRIEF_IN_FORCE, measure, error) : status;
}

static enum status put_detention(void *context, const struct answer_measure *measure, struct error *error) {
    struct brief_work *work = context;
    struct answer_held held;
    bool begun = false;
    struct arena_mark mark = arena_mark(&work->arena);
    enum status status = ask_held(work->asker, measure->event, work->request->last, &work->arena, &held, &begun, error);
    if (status == STATUS_OK && begun) status = work->visit(work->context, BRIEF_HELD, &held, error);
    arena_rewind(&work->arena, mark);
    return status == STATUS_OK ? keep_shown(work, measure->event, error) : status;
}

/* The newest first, since a page is read from the top. */
static enum status put_standing(struct brief_work *work, struct error *error) {
    struct slice detention = SLICE_OF("incident.detention");
    struct query query = *work->request->query;
    query.reverse = true;
    struct measure_request request = {.query = &query, .first = work->request->first, .last = work->request->last};
    enum status status = ask_measures(work->asker, &request, put_measure, work, error);
    if (status != STATUS_OK) return status;
    query.kinds = (struct slice_list){&detention, 1};
    return ask_measures(work->asker, &request, put_detention, work, error);
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

struct ids {
    struct brief_work *work;
    struct slice_list list;
    size_t most, count; /* how many are kept, and how many there are */
};

static enum status collect_id(void *context, struct stored_event *event, struct error *error) {
    struct ids *ids = context;
    struct slice copy;
    if (ids->count++ >= ids->most) return STATUS_OK;
    return arena_copy(&ids->work->arena, record_get(&event->event, EVENT_ID), &copy) &&
                   arena_append(&ids->work->arena, &ids->list, copy)
               ? STATUS_OK : ask_no_memory(error);
}

static enum status put_event(struct brief_work *work, enum brief_part part, struct slice id, struct error *error) {
    struct answer_event event;
    struct brief_event entry = {&event};
    bool found = false;
    struct arena_mark mark = arena_mark(&work->arena);
    enum status status = brief_complete(work, id, &event, &found, error);
    if (status == STATUS_OK && found) status = work->visit(work->context, part, &entry, error);
    arena_rewind(&work->arena, mark);
    return status == STATUS_OK ? brief_show(work, id, error) : status;
}

/* The latest `limit` up to the day, oldest first. */
static enum status put_events(struct brief_work *work, enum brief_part part, int64_t limit, struct error *error) {
    struct query query = *work->request->query;
    struct ids ids = {work, {NULL, 0}, (size_t)limit, 0};
    query.has_range = query.reverse = true;
    query.from = DAY_MIN;
    query.to = work->request->last;
    query.limit = part == BRIEF_DISPUTED ? -1 : limit;
    query.disputed = part == BRIEF_DISPUTED;
    enum status status = store_ask(work->asker->store, &query, MATCH_NONE, collect_id, &ids, error);
    if (part == BRIEF_DISPUTED) work->more_disputed = ids.count - ids.list.count;
    for (size_t i = ids.list.count; status == STATUS_OK && i > 0; i--)
        status = put_event(work, part, ids.list.items[i - 1], error);
    return status;
}

enum status ask_brief(struct asker *asker, const struct brief_request *request, brief_visit *visit, void *context,
                      struct error *error) {
    struct brief_work work = {.asker = asker, .request = request, .visit = visit, .context = context};
    arena_init(&work.arena);
    enum status status = put_head(&work, error);
    if (status == STATUS_OK) status = put_offices(&work, error);
    if (status == STATUS_OK) status = put_meetings(&work, error);
    if (status == STATUS_OK) status = put_standing(&work, error);
    if (status == STATUS_OK) status = put_events(&work, BRIEF_DISPUTED, DISPUTED, error);
    if (status == STATUS_OK) status = put_events(&work, BRIEF_LATEST, LATEST, error);
    if (status == STATUS_OK) status = brief_put_chains(&work, error);
    if (status == STATUS_OK) status = brief_put_notes(&work, error);
    arena_free(&work.arena);
    return status;
}
