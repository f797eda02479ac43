/* chain ID: what an event answered, and what answered it.
 *
 * The root stands in the answer whole; each link is a row of `events`. */
#include "desk.h"

#include "ask/chain.h"
#include "model/nearest.h"

enum { PART_ROOT, PART_EVENTS, PART_CUT, PARTS };
static const struct answer_part parts[PARTS] = {
    [PART_ROOT] = {.name = "", .shape = &chain_root_shape, .single = true},
    [PART_EVENTS] = {.name = "events", .shape = &chain_shape, .is_table = true},
    [PART_CUT] = {.name = "", .shape = &chain_cut_shape, .single = true},
};

static enum status no_memory(struct desk *desk) { return error_set(desk->error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- the root ------------------------------------------------------------------------------------------ */

struct near_ids {
    struct nearest nearest;
    struct arena *arena;
};

static void offer_id(void *context, struct slice id) {
    struct near_ids *ids = context;
    struct slice copy;
    if (arena_copy(ids->arena, id, &copy)) nearest_offer(&ids->nearest, copy);
}

static enum status refuse_root(struct desk *desk, struct slice word) {
    struct near_ids ids = {.nearest = {.word = word}, .arena = &desk->answer->arena};
    struct lookup lookup = store_lookup(desk->database->store);
    char names[200] = "";
    if (lookup.offer) lookup.offer(lookup.context, RECORD_EVENT, word, offer_id, &ids);
    nearest_format(&ids.nearest, names, sizeof names);
    error_set(desk->error, STATUS_NOT_FOUND, "there is no event \"%.*s\"", (int)(word.size < 80 ? word.size : 80),
              word.data);
    if (names[0]) error_advise(desk->error, "did you mean %s?", names);
    else error_advise(desk->error, "chain takes the id of an event; `detente list events` shows them");
    return STATUS_NOT_FOUND;
}

/* The event that the command names, kept as long as the answer. */
static enum status find_root(struct desk *desk, const struct stored_event **root) {
    struct arena *arena = &desk->answer->arena;
    struct stored_event *stored = arena_alloc(arena, sizeof *stored);
    bool found = false;
    if (!stored) return no_memory(desk);
    if (desk->request->words.count != 1) return error_set(desk->error, STATUS_USAGE, "chain takes one id of an event");
    struct slice word = slice_trim(slice_from(desk->request->words.items[0]));
    enum status status = store_find_event(desk->database->store, word, arena, stored, &found, desk->error);
    *root = stored;
    if (status == STATUS_OK && !found) return refuse_root(desk, word);
    return status;
}

/* ---- the question -------------------------------------------------------------------------------------- */

static enum status refuse_relation(struct desk *desk, struct slice word) {
    const char *const *known = record_field(RECORD_LINK, LINK_RELATION)->words;
    struct nearest nearest = {.word = word};
    char names[120];
    for (size_t i = 0; known[i]; i++) nearest_offer(&nearest, slice_from(known[i]));
    nearest_format(&nearest, names, sizeof names);
    error_set(desk->error, STATUS_USAGE, "--relation: \"%.*s\" is no relation", (int)(word.size < 40 ? word.size : 40),
              word.data);
    if (names[0]) error_advise(desk->error, "did you mean %s?", names);
    else error_advise(desk->error, "retaliates_against, responds_to, follows, part_of, implements, amends, suspends, "
                      "extends, replaces, ends, exchanged_for, corrects or duplicates");
    return STATUS_USAGE;
}

static enum status take_relation(struct desk *desk, struct slice word, struct slice_list *relations) {
    const char *const *known = record_field(RECORD_LINK, LINK_RELATION)->words;
    for (size_t i = 0; known[i]; i++)
        if (slice_equals_ascii_nocase(slice_from(known[i]), word))
            return arena_append(&desk->answer->arena, relations, slice_from(known[i])) ? STATUS_OK : no_memory(desk);
    return refuse_relation(desk, word);
}

/* Names a relation as a cell; what was given stands in "query". */
static enum status parse_relations(struct desk *desk, struct slice_list *relations) {
    const struct detente_words *words = &desk->request->details.relations;
    struct buffer cell;
    struct slice copy = SLICE_NONE;
    enum status status = STATUS_OK;
    buffer_init(&cell);
    for (size_t i = 0; status == STATUS_OK && i < words->count; i++) {
        status = take_relation(desk, slice_trim(slice_from(words->items[i])), relations);
        if (status != STATUS_OK) break;
        if (cell.size) buffer_append_byte(&cell, ';');
        buffer_append_slice(&cell, relations->items[i]);
    }
    if (status == STATUS_OK && (buffer_failed(&cell) || !arena_copy(&desk->answer->arena, buffer_slice(&cell), &copy)))
        status = no_memory(desk);
    buffer_free(&cell);
    desk_tell(desk, "relation", copy, true);
    return status;
}

static enum status refuse_filters(struct desk *desk) {
    const struct detente_filters *filters = &desk->request->filters;
    const char *name = filters->after ? "--after" : filters->distinct ? "--distinct" : NULL;
    if (!name) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "chain takes no %s: its rows are links in a tree", name);
    error_advise(desk->error, "choose events with --kind, --from, --to, and how far to go with --depth");
    return STATUS_USAGE;
}

static enum status parse_question(struct desk *desk, struct chain_request *chain) {
    const struct detente_details *details = &desk->request->details;
    enum status status = refuse_filters(desk);
    if (status == STATUS_OK) status = desk_build_query(desk, NULL);
    if (status == STATUS_OK) status = desk_parse_count(desk, "--depth", details->depth, 1, INT64_MAX, &chain->depth);
    if (status == STATUS_OK) status = parse_relations(desk, &chain->relations);
    if (status != STATUS_OK) return status;
    desk->query.as_happened = true;
    chain->query = &desk->query;
    chain->upstream = details->upstream || !details->downstream;
    chain->downstream = details->downstream || !details->upstream;
    if (details->depth) desk_tell_raw(desk, "depth", desk_number_text(desk, chain->depth));
    if (!chain->downstream) desk_tell(desk, "direction", SLICE_OF("upstream"), false);
    if (!chain->upstream) desk_tell(desk, "direction", SLICE_OF("downstream"), false);
    return STATUS_OK;
}

/* ---- the answer ---------------------------------------------------------------------------------------- */

struct telling {
    struct desk *desk;
    bool enough; /* stopped at the limit, and not by an interrupt */
};

static enum status take_step(void *context, const struct answer_step_in_chain *step, struct error *error) {
    struct telling *telling = context;
    struct desk *desk = telling->desk;
    (void)error; /* the same as the desk's */
    telling->enough = desk->query.limit >= 0 && desk->entries >= (uint64_t)desk->query.limit;
    return telling->enough ? STATUS_STOPPED : desk_entry(desk, &parts[PART_EVENTS], step);
}

static enum status tell_chain(struct desk *desk, const struct chain_request *chain) {
    struct answer_event *event = arena_alloc(&desk->answer->arena, sizeof *event);
    struct answer_chain_root root = {event};
    struct telling telling = {desk, false};
    if (!event) return no_memory(desk);
    enum status status = ask_complete(&desk->asker, chain->root, &desk->answer->arena, event, desk->error);
    if (status == STATUS_OK) status = desk_begin(desk, parts, PARTS);
    if (status == STATUS_OK) status = desk_entry(desk, &parts[PART_ROOT], &root);
    if (status != STATUS_OK) return status;
    status = ask_chain(&desk->asker, chain, take_step, &telling, desk->error);
    if (status == STATUS_STOPPED && telling.enough) status = STATUS_OK;
    struct answer_chain_cut cut = {{*chain->cut > 0, *chain->cut}};
    return status == STATUS_OK ? desk_entry(desk, &parts[PART_CUT], &cut) : status;
}

/* Coverage is claimed of events, so that it says nothing of links. */
static enum status end_chain(struct desk *desk, const struct chain_request *chain) {
    struct slice id = record_get(&chain->root->event, EVENT_ID);
    bool narrowed = front_has_filters(&desk->request->filters) || chain->relations.count;
    const char *what = !chain->downstream ? "what it answered"
                       : !chain->upstream ? "what answered it" : "what it answered or what answered it";
    if (desk->entries || desk->query.limit == 0) return STATUS_OK;
    error_set(desk->error, STATUS_NOT_FOUND, "no link of %.*s says %s%s", (int)(id.size < 80 ? id.size : 80), id.data,
              what, narrowed ? ", within what was asked for" : "");
    if (*chain->cut) {
        error_advise(desk->error, "%lld of its links lead%s to what is planned, denied or cancelled: --status takes it in",
                     (long long)*chain->cut, *chain->cut == 1 ? "s" : "");
        return STATUS_NOT_FOUND;
    }
    error_advise(desk->error, "coverage is claimed of events, not of links: that need not mean that there was no answer");
    return STATUS_NOT_FOUND;
}

enum status desk_chain(struct desk *desk) {
    int64_t cut = 0;
    struct chain_request chain = {.cut = &cut};
    enum status status = parse_question(desk, &chain);
    if (status == STATUS_OK) status = desk_tell_words(desk);
    if (status == STATUS_OK) status = find_root(desk, &chain.root);
    if (status == STATUS_OK) status = tell_chain(desk, &chain);
    return status == STATUS_OK ? end_chain(desk, &chain) : status;
}
