/* The events of an answer, in order, with folding of reports of one act. */
#include "inside.h"

#include <stdlib.h>
#include "../base/hash.h"

/* ---- folding ------------------------------------------------------------------------------------------ */

/* Reports of one act have the same day bounds, so they follow one another; what is seen of a day is kept
 * until the day changes. */
struct fold {
    struct arena arena;      /* the events of the current days */
    struct stored_event *events;
    struct slice *acts;
    int64_t *reports;
    size_t count, capacity;
    size_t *slots;           /* open table of indices + 1, twice the capacity */
};

struct events_walk {
    struct asker *asker;
    ask_visit *visit;
    void *context;
    struct arena arena;
    bool distinct;
    struct fold fold;
    int64_t left; /* of the limit, counted after folding; -1: none */
    bool reverse, has_after;
    struct stored_event after; /* results lie behind it; in the arena of the whole answer */
};

/* Reports of one act are folded from the beginning of their days on, so that going on after one of them
 * gives the same entries; those up to it are left out here. */
static bool is_behind(const struct events_walk *walk, const struct stored_event *stored) {
    int order = event_compare(&stored->times, record_get(&stored->event, EVENT_ID), &walk->after.times,
                              record_get(&walk->after.event, EVENT_ID));
    return walk->reverse ? order < 0 : order > 0;
}

static enum status emit(struct events_walk *walk, const struct stored_event *stored, int64_t reports,
                        struct error *error) {
    struct answer_event answer;
    if (walk->distinct && walk->has_after && !is_behind(walk, stored)) return STATUS_OK;
    if (walk->left == 0) return STATUS_STOPPED;
    if (walk->left > 0) walk->left--;
    struct arena_mark mark = arena_mark(&walk->arena);
    enum status status = ask_complete(walk->asker, stored, &walk->arena, &answer, error);
    answer.reports = reports;
    if (status == STATUS_OK) status = walk->visit(walk->context, &answer, error);
    arena_rewind(&walk->arena, mark);
    return status;
}

static void append_part(struct buffer *text, struct slice part) {
    buffer_append_slice(text, part);
    buffer_append_byte(text, '\0');
}

/* What makes two reports one act: end, kind, code, and who did it to whom. Where it was reported from, or is said to have
 * been, makes no other act of it, so the venue is left out. */
static enum status describe_act(struct arena *arena, const struct stored_event *stored, struct slice *act,
                                struct error *error) {
    const struct record *event = &stored->event;
    struct party_list parties;
    struct buffer text;
    enum status status = event_list_parties(arena, event, &parties, error);
    if (status != STATUS_OK) return status;
    buffer_init(&text);
    buffer_append_integer(&text, stored->times.end_min);
    append_part(&text, SLICE_NONE);
    buffer_append_integer(&text, stored->times.end_max);
    append_part(&text, SLICE_NONE);
    append_part(&text, record_get(event, EVENT_KIND));
    append_part(&text, record_get(event, EVENT_CODE));
    for (size_t i = 0; i < parties.count; i++) {
        const struct party *party = &parties.items[i];
        if (slice_is(party->role, "venue")) continue;
        append_part(&text, slice_from(party_type_name(party->type)));
        append_part(&text, party->id);
        append_part(&text, party->role);
    }
    if (buffer_failed(&text) || !arena_copy(arena, buffer_slice(&text), act)) status = ask_no_memory(error);
    buffer_free(&text);
    return status;
}

static bool copy_event(struct arena *arena, const struct stored_event *from, struct stored_event *to) {
    size_t count = record_info(RECORD_EVENT)->field_count;
    *to = *from;
    for (size_t i = 0; i < count; i++)
        if (!arena_copy(arena, from->event.values[i], &to->event.values[i])) return false;
    to->event.extras = arena_alloc_array(arena, from->event.extra_count + 1, sizeof *to->event.extras);
    if (!to->event.extras || !arena_copy(arena, from->through, &to->through)) return false;
    for (size_t i = 0; i < from->event.extra_count; i++)
        if (!arena_copy(arena, from->event.extras[i].name, &to->event.extras[i].name) ||
            !arena_copy(arena, from->event.extras[i].value, &to->event.extras[i].value)) return false;
    return true;
}

static void place_slot(struct fold *fold, size_t index) {
    size_t mask = fold->capacity * 2 - 1, slot = hash_text(fold->acts[index]) & mask;
    while (fold->slots[slot]) slot = (slot + 1) & mask;
    fold->slots[slot] = index + 1;
}

static bool grow_fold(struct fold *fold) {
    size_t capacity = fold->capacity ? fold->capacity * 2 : 64;
    struct stored_event *events = realloc(fold->events, capacity * sizeof *events);
    if (events) fold->events = events;
    struct slice *acts = realloc(fold->acts, capacity * sizeof *acts);
    if (acts) fold->acts = acts;
    int64_t *reports = realloc(fold->reports, capacity * sizeof *reports);
    if (reports) fold->reports = reports;
    size_t *slots = calloc(capacity * 2, sizeof *slots);
    if (!events || !acts || !reports || !slots) {
        free(slots);
        return false;
    }
    free(fold->slots);
    fold->slots = slots;
    fold->capacity = capacity;
    for (size_t i = 0; i < fold->count; i++)
        if (fold->acts[i].size) place_slot(fold, i);
    return true;
}

static enum status flush_fold(struct events_walk *walk, struct error *error) {
    struct fold *fold = &walk->fold;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < fold->count; i++)
        status = emit(walk, &fold->events[i], fold->reports[i], error);
    fold->count = 0;
    if (fold->slots) memset(fold->slots, 0, fold->capacity * 2 * sizeof *fold->slots);
    arena_free(&fold->arena);
    arena_init(&fold->arena);
    return status;
}

static bool find_same(const struct fold *fold, struct slice act, size_t *index) {
    if (fold->capacity == 0) return false;
    size_t mask = fold->capacity * 2 - 1;
    for (size_t slot = hash_text(act) & mask; fold->slots[slot]; slot = (slot + 1) & mask) {
        *index = fold->slots[slot] - 1;
        if (slice_equals(fold->acts[*index], act)) return true;
    }
    return false;
}

static enum status fold_event(struct events_walk *walk, const struct stored_event *stored, struct error *error) {
    struct fold *fold = &walk->fold;
    size_t index;
    bool new_days = fold->count && (fold->events[0].times.start_min != stored->times.start_min ||
                                    fold->events[0].times.start_max != stored->times.start_max);
    /* Only machine-coded events are reports; two events that people wrote stay two, and are no act that one is compared with. */
    bool coded = record_has(&stored->event, EVENT_CODE);
    struct slice act = SLICE_NONE;
    enum status status = new_days ? flush_fold(walk, error) : STATUS_OK;
    struct arena_mark mark = arena_mark(&fold->arena);
    if (status == STATUS_OK && coded) status = describe_act(&fold->arena, stored, &act, error);
    if (status != STATUS_OK) return status;
    if (coded && find_same(fold, act, &index)) {
        arena_rewind(&fold->arena, mark);
        fold->reports[index]++;
        return STATUS_OK;
    }
    if (fold->count == fold->capacity && !grow_fold(fold)) return ask_no_memory(error);
    if (!copy_event(&fold->arena, stored, &fold->events[fold->count])) return ask_no_memory(error);
    fold->acts[fold->count] = act;
    fold->reports[fold->count] = 1;
    if (coded) place_slot(fold, fold->count);
    fold->count++;
    return STATUS_OK;
}

/* ---- walking ------------------------------------------------------------------------------------------- */

static enum status take(void *context, struct stored_event *stored, struct error *error) {
    struct events_walk *walk = context;
    return walk->distinct ? fold_event(walk, stored, error) : emit(walk, stored, 1, error);
}

static enum status walk_pass(struct events_walk *walk, const struct query *query, enum match only,
                             struct error *error) {
    struct query pass = *query;
    pass.limit = walk->distinct ? -1 : walk->left;
    enum status status = store_ask(walk->asker->store, &pass, only, take, walk, error);
    if (status == STATUS_OK && walk->distinct) status = flush_fold(walk, error);
    return status == STATUS_STOPPED && walk->left == 0 ? STATUS_OK : status;
}

/* Where to go on after an event depends on the part of the answer that it stands in. */
static enum status walk_both(struct events_walk *walk, const struct query *query, struct error *error) {
    struct query rest = *query;
    enum match after = MATCH_NONE;
    enum status status = STATUS_OK;
    if (walk->has_after) after = event_match(&walk->after.times, query->from, query->to, query->match);
    if (after != MATCH_POSSIBLE) status = walk_pass(walk, query, MATCH_SURE, error);
    if (after == MATCH_SURE) {
        rest.after = SLICE_NONE;
        walk->has_after = false;
    }
    if (status == STATUS_OK && walk->left != 0) status = walk_pass(walk, &rest, MATCH_POSSIBLE, error);
    return status;
}

enum status ask_events(struct asker *asker, const struct query *query, bool certain_first, ask_visit *visit,
                       void *context, struct error *error) {
    struct events_walk walk = {.asker = asker, .visit = visit, .context = context, .distinct = query->distinct,
                               .left = query->limit, .reverse = query->reverse};
    struct arena arena;
    enum status status = STATUS_OK;
    arena_init(&arena);
    arena_init(&walk.arena);
    arena_init(&walk.fold.arena);
    bool both = certain_first && query->has_range && query->match != MATCH_CERTAIN;
    if (!slice_is_empty(query->after))
        status = store_find_event(asker->store, query->after, &arena, &walk.after, &walk.has_after, error);
    if (status == STATUS_OK && walk.left != 0)
        status = both ? walk_both(&walk, query, error) : walk_pass(&walk, query, MATCH_NONE, error);
    arena_free(&arena);
    arena_free(&walk.arena);
    arena_free(&walk.fold.arena);
    free(walk.fold.events);
    free(walk.fold.acts);
    free(walk.fold.reports);
    free(walk.fold.slots);
    return status;
}
