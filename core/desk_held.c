/* held: how long events lasted, named by their ids or by the people in them. days: from one date or event to another. */
#include "desk_moment.h"

#include <stdlib.h>
#include "ask/held.h"
#include "base/hash.h"
#include "model/list.h"
#include "model/value.h"

static const struct answer_part held_parts[] = {
    {"", &held_day_shape, true, false},
    {"events", &held_shape, false, true},
};
enum { PART_DAY, PART_EVENTS };

/* A word of the question: an event, or a person. */
struct held_word {
    bool is_event;
    struct slice id;
    struct slice kind;  /* of the query, where none was asked for */
    struct query query; /* of a person: the events to look among */
};

/* Ids, each once: an open hash table, at most half full. */
struct told_ids {
    struct slice *slots;
    size_t count, capacity;
};

struct holding {
    struct desk *desk;
    struct answer_held_day day;
    struct held_word *words, *word; /* `word`: the one at hand */
    size_t count;
    struct told_ids told; /* events, where several words may mean the same one */
    bool only_looking;    /* before the answer: is there any? */
    bool found;
    bool enough;          /* the look at the events was stopped here, and not by an interrupt */
    struct slice_list not_begun, without, without_names;
};

static enum status no_memory(const struct holding *held) {
    return error_set(held->desk->error, STATUS_NO_MEMORY, "out of memory");
}

static struct arena *arena_of(const struct holding *held) { return &held->desk->answer->arena; }

/* ---- the question ---------------------------------------------------------------------------------------------- */

static enum status read_day(struct holding *held) {
    struct desk *desk = held->desk;
    const char *on = desk->request->details.on;
    struct desk_moment moment = {.first = desk->request->today, .last = desk->request->today};
    enum status status = on ? desk_read_moment(desk, "--on", on, &moment) : STATUS_OK;
    if (status != STATUS_OK) return status;
    /* What goes on is counted up to the last day that is meant. */
    held->day.on = moment.last != DAY_MAX ? moment.last : moment.first;
    desk_tell(desk, "on", moment.text, false);
    if (held->day.on != DAY_MIN) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "--on: %.*s has no day", (int)moment.text.size, moment.text.data);
    error_advise(desk->error, "write a day, a month or a year, or the id of an event that has a date");
    return STATUS_USAGE;
}

/* An id or a name that nobody knows is nothing found; one that can mean several is to be written otherwise. */
static void refuse_word(struct holding *held, struct slice word, struct error *fault) {
    static const enum record_type types[] = {RECORD_EVENT, RECORD_PERSON};
    struct lookup lookup = store_lookup(held->desk->database->store);
    struct slice shown = value_excerpt(word);
    struct buffer near;
    buffer_init(&near);
    resolve_suggest(&lookup, arena_of(held), types, sizeof types / sizeof *types, word, &near);
    error_clear(fault);
    error_set(fault, STATUS_NOT_FOUND, "\"%.*s\" is neither the id of an event nor a person", (int)shown.size,
              shown.data);
    if (near.size) error_advise(fault, "did you mean %.*s?", (int)near.size, near.data);
    else error_advise(fault, "`detente list people` and `detente list events` list them");
    buffer_free(&near);
}

/* A word that is not known is told with the others that are not. */
static enum status read_person(struct holding *held, struct slice text, struct held_word *word, struct error *bad) {
    struct lookup lookup = store_lookup(held->desk->database->store);
    struct error fault = {0};
    enum status status = resolve_person(&lookup, arena_of(held), text, &word->id, &fault);
    if (status == STATUS_OK) return STATUS_OK;
    if (status == STATUS_NOT_FOUND) refuse_word(held, text, &fault);
    if (status == STATUS_BAD_INPUT) fault.status = STATUS_USAGE;
    if (status == STATUS_NOT_FOUND || status == STATUS_BAD_INPUT) desk_add_fault(bad, &fault);
    else *held->desk->error = fault;
    return status == STATUS_NOT_FOUND || status == STATUS_BAD_INPUT ? STATUS_OK : status;
}

static enum status read_word(struct holding *held, const char *text, struct error *bad) {
    struct desk *desk = held->desk;
    struct slice word = slice_trim(slice_from(text));
    struct held_word *read = &held->words[held->count];
    struct stored_event event;
    enum status status = store_find_event(desk->database->store, word, arena_of(held), &event, &read->is_event,
                                          desk->error);
    if (status == STATUS_OK && read->is_event) {
        read->id = record_get(&event.event, EVENT_ID);
        status = desk_refuse_filters(desk, "an event is named by its id; filters choose among the events of a person");
        if (status == STATUS_OK) status = desk_require_status(desk, read->id, record_get(&event.event, EVENT_STATUS));
    } else if (status == STATUS_OK) {
        status = read_person(held, word, read, bad);
    }
    held->count++;
    return status;
}

static enum status read_words(struct holding *held) {
    const struct detente_words *words = &held->desk->request->words;
    struct error bad = {0};
    enum status status = STATUS_OK;
    held->words = arena_alloc_array(arena_of(held), words->count + 1, sizeof *held->words);
    if (!held->words) return no_memory(held);
    for (size_t i = 0; status == STATUS_OK && i < words->count; i++) status = read_word(held, words->items[i], &bad);
    if (status == STATUS_OK && bad.status != STATUS_OK) {
        *held->desk->error = bad;
        return bad.status;
    }
    return status == STATUS_OK ? desk_tell_words(held->desk) : status;
}

/* ---- the events of a person -------------------------------------------------------------------------------------- */

static bool has_role(const struct query *query, struct slice role) {
    if (query->roles.count == 0) return slice_is(role, "target") || slice_is(role, "subject");
    for (size_t i = 0; i < query->roles.count; i++)
        if (slice_equals(query->roles.items[i], role)) return true;
    return false;
}

/* Does it last, and was it done to the person? */
static bool is_meant(const struct held_word *word, const struct answer_event *event) {
    if (event->times.duration == KIND_POINT) return false;
    for (size_t i = 0; i < event->party_count; i++) {
        const struct party *party = &event->parties[i].party;
        if (party->type == PARTY_PERSON && slice_equals(party->id, word->id) && has_role(&word->query, party->role))
            return true;
    }
    return false;
}

static struct slice *find_told(const struct told_ids *told, struct slice id) {
    size_t mask = told->capacity - 1, slot = (size_t)hash_text(id) & mask;
    while (told->slots[slot].data && !slice_equals(told->slots[slot], id)) slot = (slot + 1) & mask;
    return &told->slots[slot];
}

static bool grow_told(struct told_ids *told) {
    struct told_ids larger = {NULL, told->count, told->capacity ? told->capacity * 2 : 64};
    larger.slots = calloc(larger.capacity, sizeof *larger.slots);
    if (!larger.slots) return false;
    for (size_t i = 0; i < told->capacity; i++)
        if (told->slots[i].data) *find_told(&larger, told->slots[i]) = told->slots[i];
    free(told->slots);
    *told = larger;
    return true;
}

/* One word alone meets no event twice, so that nothing need be kept of it. */
static enum status meet_event(struct holding *held, struct slice id, bool *is_new) {
    struct told_ids *told = &held->told;
    *is_new = true;
    if (held->count < 2) return STATUS_OK;
    if (told->count * 2 >= told->capacity && !grow_told(told)) return no_memory(held);
    struct slice *slot = find_told(told, id);
    *is_new = !slot->data;
    if (!*is_new) return STATUS_OK;
    told->count++;
    return arena_copy(arena_of(held), id, slot) ? STATUS_OK : no_memory(held);
}

static enum status tell_event(struct holding *held, const struct answer_event *event) {
    struct answer_held answer;
    struct arena arena;
    bool begun, is_new;
    enum status status = meet_event(held, record_get(&event->event, EVENT_ID), &is_new);
    if (status != STATUS_OK || !is_new) return status;
    arena_init(&arena);
    status = ask_held(&held->desk->asker, event, held->day.on, &arena, &answer, &begun, held->desk->error);
    if (status == STATUS_OK && begun) status = desk_entry(held->desk, &held_parts[PART_EVENTS], &answer);
    arena_free(&arena);
    return status;
}

static enum status take_event(void *context, const struct answer_event *event, struct error *error) {
    struct holding *held = context;
    (void)error; /* the desk has it */
    if (!is_meant(held->word, event)) return STATUS_OK;
    int64_t limit = held->desk->query.limit;
    bool full = !held->only_looking && limit >= 0 && held->desk->entries >= (uint64_t)limit;
    if (!held->only_looking && !full) return tell_event(held, event);
    held->found = held->found || full || event->times.start_min <= held->day.on;
    held->enough = held->found;
    return held->enough ? STATUS_STOPPED : STATUS_OK;
}

static enum status ask_person(struct holding *held, struct held_word *word) {
    struct query query = word->query;
    held->word = word;
    held->found = held->enough = false;
    /* A limit is of what is told, not of what is looked at. */
    query.limit = -1;
    enum status status = ask_events(&held->desk->asker, &query, false, take_event, held, held->desk->error);
    return status == STATUS_STOPPED && held->enough ? STATUS_OK : status;
}

/* Detentions; where there are none, all that lasted. */
static enum status choose_events(struct holding *held, struct held_word *word) {
    word->kind = SLICE_OF("incident.detention");
    word->query = held->desk->query;
    word->query.people = (struct slice_list){&word->id, 1};
    bool chosen = word->query.kinds.count > 0;
    word->query.after = SLICE_NONE; /* what is asked about does not hang on where the answer goes on */
    if (!chosen) word->query.kinds = (struct slice_list){&word->kind, 1};
    enum status status = ask_person(held, word);
    if (status == STATUS_OK && !held->found && !chosen) {
        word->query.kinds = (struct slice_list){NULL, 0};
        status = ask_person(held, word);
    }
    word->query.after = held->desk->query.after;
    return status;
}

/* ---- before the answer: what there is ---------------------------------------------------------------------------- */

static enum status look_at_event(struct holding *held, const struct held_word *word) {
    struct stored_event event;
    bool found = false;
    enum status status = store_find_event(held->desk->database->store, word->id, arena_of(held), &event, &found,
                                          held->desk->error);
    if (status != STATUS_OK || !found || event.times.start_min <= held->day.on) return status;
    return arena_append(arena_of(held), &held->not_begun, word->id) ? STATUS_OK : no_memory(held);
}

static enum status look_at_person(struct holding *held, struct held_word *word) {
    struct slice name, copy;
    enum status status = choose_events(held, word);
    if (status != STATUS_OK || held->found) return status;
    status = ask_name(&held->desk->asker, RECORD_PERSON, word->id, &name, held->desk->error);
    if (status != STATUS_OK) return status;
    return arena_copy(arena_of(held), name, &copy) && arena_append(arena_of(held), &held->without, word->id) &&
                   arena_append(arena_of(held), &held->without_names, copy)
               ? STATUS_OK : no_memory(held);
}

static enum status look_ahead(struct holding *held) {
    enum status status = STATUS_OK;
    held->only_looking = true;
    for (size_t i = 0; status == STATUS_OK && i < held->count; i++)
        status = held->words[i].is_event ? look_at_event(held, &held->words[i]) : look_at_person(held, &held->words[i]);
    held->only_looking = false;
    if (status != STATUS_OK) return status;
    if (!list_drop_repeats(arena_of(held), &held->not_begun) || !list_drop_repeats(arena_of(held), &held->without) ||
        !list_drop_repeats(arena_of(held), &held->without_names) ||
        !list_to_cell(arena_of(held), &held->not_begun, &held->day.not_begun) ||
        !list_to_cell(arena_of(held), &held->without, &held->day.without) ||
        !list_to_cell(arena_of(held), &held->without_names, &held->day.without_names))
        return no_memory(held);
    return STATUS_OK;
}

/* ---- the answer ---------------------------------------------------------------------------------------------------- */

static enum status tell_named(struct holding *held, const struct held_word *word) {
    struct desk *desk = held->desk;
    struct stored_event stored;
    struct answer_event event;
    struct arena arena;
    bool found = false;
    arena_init(&arena);
    enum status status = store_find_event(desk->database->store, word->id, &arena, &stored, &found, desk->error);
    if (status == STATUS_OK && found) status = ask_complete(&desk->asker, &stored, &arena, &event, desk->error);
    if (status == STATUS_OK && found) status = tell_event(held, &event);
    arena_free(&arena);
    return status;
}

static enum status say_nothing(struct holding *held) {
    struct desk *desk = held->desk;
    struct slice day = desk_day_text(desk, held->day.on);
    char message[300];
    struct buffer words;
    buffer_init(&words);
    if (held->not_begun.count) {
        struct slice id = value_excerpt(held->not_begun.items[0]);
        buffer_append_format(&words, "%.*s%s had not begun by %.*s", (int)id.size, id.data,
                             held->not_begun.count > 1 ? " and the others" : "", (int)day.size, day.data);
    } else {
        struct slice name = value_excerpt(held->without_names.count ? held->without_names.items[0] : SLICE_NONE);
        const char *others = held->without_names.count > 1 ? " or the others" : "";
        if (desk->query.kinds.count == 0)
            buffer_append_format(&words, "the record holds no detention of %.*s%s, and nothing else that was done to them "
                                 "and lasted, by %.*s", (int)name.size, name.data, others, (int)day.size, day.data);
        else
            buffer_append_format(&words, "the record holds nothing of that kind that was done to %.*s%s and lasted, by "
                                 "%.*s", (int)name.size, name.data, others, (int)day.size, day.data);
    }
    struct slice text = slice_part(buffer_slice(&words), 0, sizeof message - 1);
    bool failed = buffer_failed(&words);
    if (text.size) memcpy(message, text.data, text.size);
    message[text.size] = '\0';
    buffer_free(&words);
    if (failed) return no_memory(held);
    if (held->not_begun.count) return error_set(desk->error, STATUS_NOT_FOUND, "%s", message);
    if (held->without_names.count == 0) return error_set(desk->error, STATUS_NOT_FOUND, "nothing more comes after that");
    desk->query = held->words[0].query; /* so that coverage is asked of that person's */
    return desk_end(desk, message);
}

static enum status tell_all(struct holding *held) {
    struct desk *desk = held->desk;
    enum status status = desk_begin(desk, held_parts, sizeof held_parts / sizeof *held_parts);
    if (status == STATUS_OK) status = desk_entry(desk, &held_parts[PART_DAY], &held->day);
    for (size_t i = 0; status == STATUS_OK && i < held->count; i++)
        status = held->words[i].is_event ? tell_named(held, &held->words[i]) : ask_person(held, &held->words[i]);
    free(held->told.slots);
    return status;
}

enum status desk_held(struct desk *desk) {
    struct holding held = {.desk = desk};
    enum status status = desk_build_query(desk, NULL);
    desk->query.as_happened = true;
    if (status == STATUS_OK) status = read_day(&held);
    if (status == STATUS_OK) status = read_words(&held);
    if (status == STATUS_OK) status = look_ahead(&held);
    if (status == STATUS_OK) status = tell_all(&held);
    if (status != STATUS_OK || desk->entries || desk->query.limit == 0) return status;
    return say_nothing(&held);
}

/* ---- days ------------------------------------------------------------------------------------------------------------ */

static const struct answer_part days_parts[] = {{"", &days_shape, true, true}};

static enum status read_side(struct desk *desk, size_t word, const char *side, struct desk_moment *moment) {
    enum status status = desk_read_moment(desk, "", desk->request->words.items[word], moment);
    if (status != STATUS_OK) return status;
    if (moment->first == DAY_MIN && moment->last == DAY_MAX) {
        error_set(desk->error, STATUS_USAGE, "%s, %.*s, has neither an earliest nor a latest day", side,
                  (int)value_excerpt(moment->text).size, value_excerpt(moment->text).data);
        error_advise(desk->error, "write a day, a month or a year, or the id of an event that has a date");
        return STATUS_USAGE;
    }
    return moment->is_event ? desk_require_status(desk, moment->id, moment->status) : STATUS_OK;
}

/* Two dates of which each lacks the bound that the other has are no number of days. */
static enum status refuse_boundless(struct desk *desk, const struct answer_days *days) {
    bool known = days->days_min.known || days->days_max.known || days->about_min.known || days->about_max.known;
    if (known) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "no number of days leads from %.*s to %.*s: they have no bounds to count between",
              (int)value_excerpt(days->from).size, value_excerpt(days->from).data, (int)value_excerpt(days->to).size,
              value_excerpt(days->to).data);
    error_advise(desk->error, "give dates that have an earliest and a latest day");
    return STATUS_USAGE;
}

enum status desk_days(struct desk *desk) {
    struct desk_moment from, to;
    if (desk->request->words.count != 2)
        return error_set(desk->error, STATUS_USAGE, "days takes two dates or ids of events");
    enum status status = desk_refuse_filters(desk, "the two words say all");
    if (status == STATUS_OK) status = desk_build_query(desk, NULL);
    desk->query.as_happened = true;
    if (status == STATUS_OK) status = read_side(desk, 0, "the first date", &from);
    if (status == STATUS_OK) status = read_side(desk, 1, "the second date", &to);
    if (status == STATUS_OK) status = desk_tell_words(desk);
    if (status != STATUS_OK) return status;
    struct answer_days days = {.from = from.text, .to = to.text, .from_min = from.first, .from_max = from.last,
                               .to_min = to.first, .to_max = to.last, .from_event = from.is_event,
                               .to_event = to.is_event, .from_marked = from.marked, .to_marked = to.marked,
                               .from_title = from.title, .to_title = to.title};
    ask_days(&days);
    status = refuse_boundless(desk, &days);
    if (status == STATUS_OK) status = desk_begin(desk, days_parts, 1);
    return status == STATUS_OK ? desk_entry(desk, &days_parts[0], &days) : status;
}
