/* What the record claims to cover of a pair in a period, kind by kind.
 *
 * Claims are read once. A pair rests on those that list no country, that list one of its sides alone, or that list both
 * among others; pairs with the same claims have the same answer, which is kept from one to the next. */
#include "dyad_inside.h"

#include <stdlib.h>
#include "../base/cell.h"

enum { KINDS_MAX = 64, WORD = 64 };

/* ---- kinds ------------------------------------------------------------------------------------------------------- */

size_t dyad_family_count(void) {
    size_t count = 0;
    for (size_t i = 0; i < kind_count && count < DYAD_FAMILIES_MAX; i++) count += strchr(kind_table[i].path, '.') == NULL;
    return count;
}

const struct kind *dyad_family_at(size_t index) {
    for (size_t i = 0; i < kind_count; i++)
        if (!strchr(kind_table[i].path, '.') && index-- == 0) return &kind_table[i];
    return NULL;
}

/* The kinds that coverage is looked up for: those asked for, else every family. */
struct asked {
    struct slice kinds[KINDS_MAX];
    size_t count;
};

static enum status list_asked(struct dyad_cover *cover, const struct query *query, struct asked *asked, struct error *error) {
    size_t families = dyad_family_count();
    asked->count = query->kinds.count ? query->kinds.count : families;
    if (asked->count > KINDS_MAX)
        return error_set(error, STATUS_USAGE, "dyads take at most %d kinds", (int)KINDS_MAX);
    for (size_t i = 0; i < asked->count; i++) {
        asked->kinds[i] = query->kinds.count ? query->kinds.items[i] : slice_from(dyad_family_at(i)->path);
        cover->whole |= UINT64_C(1) << i;
        for (size_t family = 0; family < families; family++)
            if (kind_is_below(asked->kinds[i], slice_from(dyad_family_at(family)->path)))
                cover->families[family] |= UINT64_C(1) << i;
    }
    return STATUS_OK;
}

/* ---- claims ------------------------------------------------------------------------------------------------------ */

static bool find_kinds(struct arena *arena, struct slice cell, const struct asked *asked, uint64_t *kinds) {
    struct slice_list listed;
    *kinds = 0;
    if (!cell_parse_list(arena, cell, &listed)) return false;
    for (size_t i = 0; i < asked->count; i++) {
        bool found = listed.count == 0;
        for (size_t j = 0; j < listed.count; j++) found = found || kind_is_below(asked->kinds[i], listed.items[j]);
        if (found) *kinds |= UINT64_C(1) << i;
    }
    return true;
}

static bool mark_listed(struct dyad_states *states, struct slice id, size_t claim, size_t words) {
    uint32_t number;
    if (!dyad_states_number(states, id, &number)) return false;
    struct dyad_state *state = states->items[number];
    if (!state->listed) state->listed = arena_alloc_array(&states->memory, words, sizeof *state->listed);
    if (!state->listed) return false;
    state->listed[claim / WORD] |= UINT64_C(1) << claim % WORD;
    state->named = true;
    return true;
}

static bool read_countries(struct arena *arena, struct slice cell, struct dyad_states *states, size_t claim, size_t words,
                           struct dyad_claim *into) {
    struct slice_list ids;
    if (!cell_parse_list(arena, cell, &ids)) return false;
    into->of = ids.count == 0 ? DYAD_OF_ALL : ids.count == 1 ? DYAD_OF_ONE : DYAD_OF_SEVERAL;
    for (size_t i = 0; i < ids.count; i++)
        if (!mark_listed(states, ids.items[i], claim, words)) return false;
    return true;
}

struct dated_claim {
    const struct record *record;
    int64_t from, to;
};

static int compare_claims(const void *a, const void *b) {
    const struct dated_claim *p = a, *q = b;
    if (p->from != q->from) return p->from < q->from ? -1 : 1;
    return p->to < q->to ? -1 : p->to > q->to;
}

/* Claims whose days are known, by their first day. */
static size_t date_claims(const struct record *rows, size_t count, int64_t today, struct dated_claim *dated) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct store_stretch days;
        if (!store_claimed_days(&rows[i], &days)) continue;
        if (days.to > today) days.to = today;
        if (days.from <= days.to) dated[kept++] = (struct dated_claim){&rows[i], days.from, days.to};
    }
    if (kept) qsort(dated, kept, sizeof *dated, compare_claims);
    return kept;
}

static bool read_claims(struct dyad_cover *cover, struct dyad_states *states, const struct record *rows, size_t count,
                        const struct asked *asked, int64_t today, struct arena *arena) {
    struct dated_claim *dated = arena_alloc_array(arena, count + 1, sizeof *dated);
    if (!dated) return false;
    cover->count = date_claims(rows, count, today, dated);
    cover->words = cover->count / WORD + 1;
    cover->claims = arena_alloc_array(arena, cover->count + 1, sizeof *cover->claims);
    cover->open = arena_alloc_array(arena, cover->count + 1, sizeof *cover->open);
    cover->latest = arena_alloc_array(arena, cover->words, sizeof *cover->latest);
    bool good = cover->claims && cover->open && cover->latest;
    for (size_t i = 0; good && i < cover->count; i++) {
        struct dyad_claim *claim = &cover->claims[i];
        claim->from = dated[i].from;
        claim->to = dated[i].to;
        good = find_kinds(arena, record_get(dated[i].record, COVERAGE_KINDS), asked, &claim->kinds) &&
               read_countries(arena, record_get(dated[i].record, COVERAGE_COUNTRIES), states, i, cover->words, claim);
    }
    return good;
}

enum status dyad_cover_load(struct dyad_cover *cover, struct dyad_states *states, struct store *store,
                            const struct query *query, int64_t today, struct arena *arena, struct error *error) {
    struct asked asked;
    struct record *rows = NULL;
    size_t count = 0;
    bool can = false;
    *cover = (struct dyad_cover){.count = 0};
    enum status status = list_asked(cover, query, &asked, error);
    if (status == STATUS_OK) status = store_can_cover(store, query, arena, &can, error);
    if (status == STATUS_OK && can) status = store_list(store, RECORD_COVERAGE, SLICE_NONE, arena, &rows, &count, error);
    if (status != STATUS_OK) return status;
    return read_claims(cover, states, rows, can ? count : 0, &asked, today, arena) ? STATUS_OK : ask_no_memory(error);
}

/* ---- a period ---------------------------------------------------------------------------------------------------- */

void dyad_cover_enter(struct dyad_cover *cover, int64_t first, int64_t last) {
    cover->first = first;
    cover->last = last;
    cover->open_count = 0;
    cover->everybody = cover->has_latest = false;
    for (size_t i = 0; i < cover->count && cover->claims[i].from <= last; i++) {
        const struct dyad_claim *claim = &cover->claims[i];
        if (claim->to < first || claim->kinds == 0) continue;
        cover->open[cover->open_count++] = i;
        cover->everybody = cover->everybody || claim->of != DYAD_OF_SEVERAL;
    }
}

static bool lists(const struct dyad_state *state, size_t claim) {
    return state->listed && (state->listed[claim / WORD] >> claim % WORD & 1);
}

static bool is_about(const struct dyad_claim *claim, size_t number, const struct dyad_state *a, const struct dyad_state *b) {
    switch (claim->of) {
    case DYAD_OF_ONE: return lists(a, number) || lists(b, number);
    case DYAD_OF_SEVERAL: return lists(a, number) && lists(b, number);
    case DYAD_OF_ALL: break;
    }
    return true;
}

/* Claims come by their first day: a kind is covered on all days as long as each begins where those before it reach. */
static void add_up(struct dyad_cover *cover) {
    int64_t reach[KINDS_MAX];
    cover->full = cover->some = 0;
    for (size_t kind = 0; kind < KINDS_MAX; kind++) reach[kind] = cover->first - 1;
    for (size_t i = 0; i < cover->open_count; i++) {
        size_t number = cover->open[i];
        const struct dyad_claim *claim = &cover->claims[number];
        if (!(cover->latest[number / WORD] >> number % WORD & 1)) continue;
        cover->some |= claim->kinds;
        for (size_t kind = 0; kind < KINDS_MAX; kind++) {
            bool reaches = (claim->kinds >> kind & 1) && claim->from <= reach[kind] + 1 && claim->to > reach[kind];
            if (reaches) reach[kind] = claim->to;
            if (reaches && reach[kind] >= cover->last) cover->full |= UINT64_C(1) << kind;
        }
    }
}

void dyad_cover_find(struct dyad_cover *cover, const struct dyad_state *a, const struct dyad_state *b) {
    bool same = cover->has_latest;
    for (size_t i = 0; i < cover->open_count; i++) {
        size_t number = cover->open[i];
        uint64_t bit = UINT64_C(1) << number % WORD;
        bool about = is_about(&cover->claims[number], number, a, b);
        if (same && about == ((cover->latest[number / WORD] & bit) != 0)) continue;
        same = false;
        if (about) cover->latest[number / WORD] |= bit;
        else cover->latest[number / WORD] &= ~bit;
    }
    if (!same) add_up(cover);
    cover->has_latest = true;
}
