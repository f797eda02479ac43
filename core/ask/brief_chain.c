/* What still stands in answer to which act: from each measure on the day upstream, over what it carries out or
 * replaces, to an act of the other side that it retaliates against or responds to, and on to what that carried out.
 * A joint act answers nobody. */
#include "brief_inside.h"

#include "../base/cell.h"

/* As far back as a reader follows; a record of many links stays quick. */
enum { DEPTH = 8 };

/* An event that a walk has come to. */
struct node {
    struct slice id, denied_by;
    bool answered; /* an answer lies on the way */
    bool blocked;  /* the way leads over an answer that is none of this side's */
    bool leads_on; /* to what it carried out or replaced */
};
struct root {
    struct slice id;
    struct brief_answer *answers;
    size_t count, capacity;
};
struct chain_work {
    struct brief_work *work;
    const struct brief_standing *measure;
    struct arena scratch; /* of the walk from one measure */
    struct node *nodes;
    size_t node_count, node_capacity;
    struct root *roots;
    size_t root_count, root_capacity;
};

/* An array with room for one more: the same, or a wider one with what was in it; NULL when memory is out. */
static void *grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return items;
    size_t more = *capacity ? *capacity * 2 : 8;
    void *wider = arena_alloc_array(arena, more, size);
    if (!wider) return NULL;
    if (count) memcpy(wider, items, count * size);
    *capacity = more;
    return wider;
}

static bool is_initiating(struct slice role) {
    static const char *const roles[] = {"imposer", "actor", "speaker", "requester"};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (slice_is(role, roles[i])) return true;
    return false;
}

static bool is_in_cell(struct slice cell, struct slice id) {
    struct cell_reader reader = {cell, 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        if (slice_equals(item, id)) return true;
    return false;
}

/* Is the event an act of the measure's side (own), of somebody else (foreign), or of both? */
static enum status find_actors(struct chain_work *chain, struct slice id, bool *own, bool *foreign, struct error *error) {
    struct arena *arena = &chain->scratch;
    struct arena_mark mark = arena_mark(arena);
    struct stored_event stored;
    struct party_list parties;
    bool found = false;
    *own = *foreign = false;
    enum status status = store_find_event(chain->work->asker->store, id, arena, &stored, &found, error);
    if (status == STATUS_OK && found) status = event_list_parties(arena, &stored.event, &parties, error);
    for (size_t i = 0; status == STATUS_OK && found && i < parties.count; i++) {
        const struct party *party = &parties.items[i];
        bool acts = (party->type == PARTY_COUNTRY || party->type == PARTY_ORGANIZATION) && is_initiating(party->role);
        bool ours = is_in_cell(chain->measure->sides, party->id);
        *own = *own || (acts && ours);
        *foreign = *foreign || (acts && !ours);
    }
    arena_rewind(arena, mark);
    return status;
}

static struct node *find_node(struct chain_work *chain, struct slice id) {
    for (size_t i = 0; i < chain->node_count; i++)
        if (slice_equals(chain->nodes[i].id, id)) return &chain->nodes[i];
    return NULL;
}

static bool is_answer(struct slice relation) {
    return slice_is(relation, "retaliates_against") || slice_is(relation, "responds_to");
}

/* Where the step leads, given where it comes from. An answer counts once on a way. */
static enum status judge_step(struct chain_work *chain, const struct answer_step_in_chain *step, struct node *node,
                              struct error *error) {
    const struct node *parent = find_node(chain, step->parent);
    bool own = false, joint = false, ours = false, theirs = false;
    node->answered = parent && parent->answered;
    node->denied_by = parent ? parent->denied_by : SLICE_NONE;
    node->blocked = parent && parent->blocked;
    bool answer = is_answer(step->relation);
    if (node->blocked || (!answer && !node->answered)) return STATUS_OK;
    enum status status = find_actors(chain, step->event, &ours, &theirs, error);
    if (!answer) { /* what the act carried out is an act of the same side, or the way ends before it */
        node->blocked = ours || !theirs;
        return status;
    }
    if (status == STATUS_OK) status = find_actors(chain, step->parent, &own, &joint, error);
    node->blocked = node->answered || !own || joint || ours || !theirs;
    node->answered = true;
    if (status == STATUS_OK && !arena_copy(&chain->scratch, step->denied_by, &node->denied_by))
        status = ask_no_memory(error);
    return status;
}

static enum status see_step(void *context, const struct answer_step_in_chain *step, struct error *error) {
    struct chain_work *chain = context;
    struct node node = {.id = SLICE_NONE};
    enum status status = judge_step(chain, step, &node, error);
    struct node *parent = find_node(chain, step->parent), *known = find_node(chain, step->event);
    if (status != STATUS_OK || node.blocked) return status;
    if (parent && parent->answered) parent->leads_on = true;
    if (known) {
        known->answered = known->answered || node.answered;
        return STATUS_OK;
    }
    struct node *nodes = grow(&chain->scratch, chain->nodes, chain->node_count, &chain->node_capacity, sizeof *nodes);
    if (!nodes || !arena_copy(&chain->scratch, step->event, &node.id)) return ask_no_memory(error);
    chain->nodes = nodes;
    chain->nodes[chain->node_count++] = node;
    return STATUS_OK;
}

/* The root of that id, new or known; NULL when memory is out. */
static struct root *find_root(struct chain_work *chain, struct slice id) {
    struct arena *arena = &chain->work->arena;
    size_t i = 0;
    while (i < chain->root_count && !slice_equals(chain->roots[i].id, id)) i++;
    if (i < chain->root_count) return &chain->roots[i];
    struct root *roots = grow(arena, chain->roots, i, &chain->root_capacity, sizeof *roots);
    if (!roots) return NULL;
    chain->roots = roots;
    roots[i] = (struct root){.id = SLICE_NONE};
    if (!arena_copy(arena, id, &roots[i].id)) return NULL;
    chain->root_count++;
    return &roots[i];
}

static enum status add_answer(struct chain_work *chain, const struct node *node, struct error *error) {
    struct arena *arena = &chain->work->arena;
    struct root *root = find_root(chain, node->id);
    if (!root) return ask_no_memory(error);
    struct brief_answer *answers = grow(arena, root->answers, root->count, &root->capacity, sizeof *answers);
    if (!answers) return ask_no_memory(error);
    root->answers = answers;
    struct brief_answer *answer = &answers[root->count++];
    *answer = (struct brief_answer){chain->measure->id, chain->measure->title, SLICE_NONE};
    return arena_copy(arena, node->denied_by, &answer->denied_by) ? STATUS_OK : ask_no_memory(error);
}

static enum status follow_measure(struct chain_work *chain, struct error *error) {
    struct slice names[] = {SLICE_OF("retaliates_against"), SLICE_OF("responds_to"), SLICE_OF("implements"),
                            SLICE_OF("replaces")};
    struct stored_event stored;
    bool found = false;
    chain->nodes = NULL;
    chain->node_count = chain->node_capacity = 0;
    enum status status = store_find_event(chain->work->asker->store, chain->measure->id, &chain->scratch, &stored,
                                          &found, error);
    if (status != STATUS_OK || !found) return status;
    struct chain_request request = {.root = &stored, .depth = DEPTH,
                                    .relations = {names, sizeof names / sizeof *names},
                                    .query = chain->work->request->query, .upstream = true};
    status = ask_chain(chain->work->asker, &request, see_step, chain, error);
    for (size_t i = 0; status == STATUS_OK && i < chain->node_count; i++)
        if (chain->nodes[i].answered && !chain->nodes[i].leads_on) status = add_answer(chain, &chain->nodes[i], error);
    return status;
}

static enum status put_root(struct brief_work *work, const struct root *root, struct error *error) {
    struct arena_mark mark = arena_mark(&work->arena);
    struct answer_event event;
    struct brief_chain entry = {.root = &event, .standing = {root->answers, root->count}};
    bool found = false;
    enum status status = brief_complete(work, root->id, &event, &found, error);
    if (status != STATUS_OK || !found) return status;
    entry.id = record_get(&event.event, EVENT_ID);
    entry.title = record_get(&event.event, EVENT_TITLE);
    entry.date = record_get(&event.event, EVENT_DATE);
    status = work->visit(work->context, BRIEF_CHAINS, &entry, error);
    arena_rewind(&work->arena, mark);
    return status == STATUS_OK ? brief_show(work, root->id, error) : status;
}

enum status brief_put_chains(struct brief_work *work, struct error *error) {
    struct chain_work chain = {.work = work};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < work->standing_count; i++) {
        arena_init(&chain.scratch);
        chain.measure = &work->standing[i];
        status = follow_measure(&chain, error);
        arena_free(&chain.scratch);
    }
    for (size_t i = 0; status == STATUS_OK && i < chain.root_count; i++) status = put_root(work, &chain.roots[i], error);
    return status;
}
