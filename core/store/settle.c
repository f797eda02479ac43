/* What of an event follows from other records: for whom its people act (terms), its derived end (an
 * `ends` link), whether it is disputed (claims). Events that may be touched by a put are remembered and
 * brought up to date once, before the commit. */
#include "inside.h"

#include "../base/cell.h"
#include "../model/term.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

enum status settle_touch(struct store *store, struct slice event_id, struct error *error) {
    struct statement *touch = store_statement(store, SQL_TOUCH, error);
    if (!touch) return STATUS_ENVIRONMENT;
    store->touched = true;
    statement_bind_string(touch, 1, event_id);
    return statement_run(touch, error);
}

enum status settle_touch_person(struct store *store, struct slice person, struct error *error) {
    struct statement *touch = store_statement(store, SQL_TOUCH_PERSON, error);
    if (!touch) return STATUS_ENVIRONMENT;
    store->touched = true;
    statement_bind_string(touch, 1, person);
    return statement_run(touch, error);
}

enum status settle_touch_source(struct store *store, struct slice source, struct error *error) {
    struct statement *touch = store_statement(store, SQL_TOUCH_SOURCE, error);
    if (!touch) return STATUS_ENVIRONMENT;
    store->touched = true;
    statement_bind_string(touch, 1, source);
    return statement_run(touch, error);
}

/* ---- who acts for whom ---------------------------------------------------------------------------- */

static enum status acts_for(struct store *store, const struct party_list *parties, const struct party *person,
                            const struct event_times *times, struct arena *arena, struct slice *country,
                            struct error *error) {
    struct record *terms;
    size_t count;
    int field;
    enum status status = store_list(store, RECORD_TERM, person->id, arena, &terms, &count, error);
    struct term_span *spans = arena_alloc_array(arena, count + 1, sizeof *spans);
    if (status == STATUS_OK && !spans) return no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        status = term_find_span(&terms[i], &spans[i], &field, error);
    if (status == STATUS_OK)
        *country = term_acts_for(parties, person, terms, spans, count, term_first_day(times), times->start_max);
    return status;
}

/* Is it an acting party already? Who only lends its ground may still act through a person. */
static bool is_listed(const struct party_list *parties, const struct slice_list *through, struct slice id) {
    for (size_t i = 0; i < parties->count; i++) {
        const struct party *party = &parties->items[i];
        bool acts = party->type == PARTY_COUNTRY || party->type == PARTY_ORGANIZATION;
        if (acts && !slice_is(party->role, "venue") && slice_equals(party->id, id)) return true;
    }
    for (size_t i = 0; i < through->count; i++)
        if (slice_equals(through->items[i], id)) return true;
    return false;
}

static enum status find_through(struct store *store, const struct stored_event *event, struct arena *arena,
                                struct slice *cell, struct error *error) {
    struct party_list parties;
    struct slice_list through = {NULL, 0};
    struct buffer text;
    *cell = SLICE_NONE;
    enum status status = event_list_parties(arena, &event->event, &parties, error);
    for (size_t i = 0; status == STATUS_OK && i < parties.count; i++) {
        struct slice country = SLICE_NONE;
        if (parties.items[i].type != PARTY_PERSON || slice_is(parties.items[i].role, "venue")) continue;
        status = acts_for(store, &parties, &parties.items[i], &event->times, arena, &country, error);
        if (slice_is_empty(country) || is_listed(&parties, &through, country)) continue;
        if (!arena_append(arena, &through, country)) return no_memory(error);
    }
    buffer_init(&text);
    cell_append_list(&text, &through);
    if (buffer_failed(&text) || !arena_copy(arena, buffer_slice(&text), cell)) status = no_memory(error);
    buffer_free(&text);
    return status;
}

/* ---- derived ends --------------------------------------------------------------------------------- */

enum status store_ended_by(struct store *store, struct slice id, struct arena *arena, struct slice *by,
                           struct error *error) {
    struct statement *find = store_statement(store, SQL_ENDED_BY, error);
    *by = SLICE_NONE;
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, id);
    bool row;
    enum status status = statement_step(find, &row, error);
    if (status == STATUS_OK && row && !arena_copy(arena, statement_text(find, 0), by)) status = no_memory(error);
    statement_reset(find);
    return status;
}

/* An `ends` link gives an end to an event that has none: the start of the event that ends it. */
static enum status find_end(struct store *store, struct stored_event *event, struct arena *arena,
                            struct error *error) {
    int field;
    struct slice by;
    struct stored_event ender;
    bool found = false;
    enum status status = event_find_times(&event->event, &event->times, &field, error);
    if (status != STATUS_OK || event->times.end_state != END_UNKNOWN) return status;
    status = store_ended_by(store, record_get(&event->event, EVENT_ID), arena, &by, error);
    if (status != STATUS_OK || slice_is_empty(by)) return status;
    status = event_get(store, by, arena, &ender, &found, error);
    if (status != STATUS_OK || !found || ender.times.start_max < event->times.start_min) return status;
    event->times.end_min = ender.times.start_min;
    if (event->times.end_min < event->times.start_min) event->times.end_min = event->times.start_min;
    event->times.end_max = ender.times.start_max;
    event->times.end_marked = ender.times.start_marked;
    event->times.end_state = END_DERIVED;
    return STATUS_OK;
}

/* ---- claims --------------------------------------------------------------------------------------- */

/* Whether a claim disputes it, and on how many sources it rests with those of the claims. */
static enum status weigh_claims(struct store *store, struct stored_event *event, struct arena *arena,
                                 struct error *error) {
    struct record *claims;
    size_t count;
    event->disputed = slice_is(record_get(&event->event, EVENT_STATUS), "disputed");
    enum status status = store_list(store, RECORD_CLAIM, record_get(&event->event, EVENT_ID), arena, &claims,
                                    &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct slice stance = record_get(&claims[i], CLAIM_STANCE);
        if (slice_is(stance, "disputes") || slice_is(stance, "denies")) event->disputed = true;
    }
    return status != STATUS_OK ? status
                               : count_sources(store, &event->event, claims, count, arena, &event->sourcing, error);
}

/* ---- all of it ----------------------------------------------------------------------------------------- */

static enum status write_derived(struct store *store, const struct stored_event *event, struct error *error) {
    struct statement *derive = store_statement(store, SQL_EVENT_DERIVE, error);
    if (!derive) return STATUS_ENVIRONMENT;
    statement_bind_integer(derive, 1, event->key);
    statement_bind_integer(derive, 2, event->times.end_min);
    statement_bind_integer(derive, 3, event->times.end_max);
    statement_bind_integer(derive, 4, event->times.end_state);
    statement_bind_text(derive, 5, event->through);
    statement_bind_integer(derive, 6, event->disputed);
    statement_bind_integer(derive, 7, event_pack_form(&event->times));
    statement_bind_integer(derive, 8, event->sourcing);
    return statement_run(derive, error);
}

static bool is_same(const struct stored_event *a, const struct stored_event *b) {
    return a->times.end_min == b->times.end_min && a->times.end_max == b->times.end_max &&
           a->times.end_state == b->times.end_state && a->times.end_marked == b->times.end_marked && a->disputed == b->disputed &&
           slice_equals(a->through, b->through);
}

static enum status settle_event(struct store *store, int64_t key, struct arena *arena, struct error *error) {
    struct stored_event old, event;
    bool found = false;
    enum status status = event_get_key(store, key, arena, &old, &found, error);
    if (status != STATUS_OK || !found) return status;
    event = old;
    status = find_end(store, &event, arena, error);
    if (status == STATUS_OK) status = find_through(store, &event, arena, &event.through, error);
    if (status == STATUS_OK) status = weigh_claims(store, &event, arena, error);
    if (status != STATUS_OK) return status;
    if (is_same(&old, &event) && old.sourcing == event.sourcing) return STATUS_OK;
    if (is_same(&old, &event)) { /* found by the same as before */
        count_resourced(store, old.sourcing, event.sourcing);
        return write_derived(store, &event, error);
    }
    status = facet_post(store, &old, -1, error);
    if (status == STATUS_OK) status = write_derived(store, &event, error);
    return status == STATUS_OK ? facet_post(store, &event, 1, error) : status;
}

/* All events of the people whose terms changed: found once, however many terms each has. */
static enum status touch_events_of_people(struct store *store, struct error *error) {
    return engine_run(store->engine,
                      "INSERT OR IGNORE INTO temp.touched SELECT p.event FROM temp.touched_person t CROSS JOIN facet f "
                      "ON f.type = 'person' AND f.key = t.person AND f.name = t.person CROSS JOIN posting p "
                      "ON p.facet = f.facet; DELETE FROM temp.touched_person", error);
}

/* Events with a bare address that rest on a source whose own address changed. */
static enum status touch_events_of_sources(struct store *store, struct error *error) {
    return engine_run(store->engine,
                      "INSERT OR IGNORE INTO temp.touched SELECT e.event FROM temp.touched_source t CROSS JOIN facet f "
                      "ON f.type = 'source' AND f.key = t.source AND f.name = t.source CROSS JOIN posting p "
                      "ON p.facet = f.facet CROSS JOIN event e ON e.event = p.event WHERE e.source_url IS NOT NULL; "
                      "INSERT OR IGNORE INTO temp.touched SELECT e.event FROM temp.touched_source t CROSS JOIN claim c "
                      "ON c.source = t.source CROSS JOIN event e ON e.id = c.event WHERE e.source_url IS NOT NULL; "
                      "DELETE FROM temp.touched_source", error);
}

enum status settle_all(struct store *store, struct error *error) {
    struct statement *touched = NULL;
    struct arena arena;
    arena_init(&arena);
    enum status status = touch_events_of_people(store, error);
    if (status == STATUS_OK) status = touch_events_of_sources(store, error);
    if (status == STATUS_OK)
        status = engine_prepare(store->engine, "SELECT event FROM temp.touched ORDER BY event", &touched, error);
    for (bool row = true; status == STATUS_OK;) {
        struct arena_mark mark = arena_mark(&arena);
        status = statement_step(touched, &row, error);
        if (status != STATUS_OK || !row) break;
        status = settle_event(store, statement_integer(touched, 0), &arena, error);
        arena_rewind(&arena, mark);
    }
    statement_free(touched);
    if (status == STATUS_OK) status = engine_run(store->engine, "DELETE FROM temp.touched", error);
    store->touched = false;
    arena_free(&arena);
    return status;
}
