/* What the files of dyads share: the states and their codes, and what is covered. */
#ifndef DETENTE_ASK_DYAD_INSIDE_H
#define DETENTE_ASK_DYAD_INSIDE_H

#include "dyad.h"
#include "inside.h"
#include "series_inside.h"

/* ---- states ---------------------------------------------------------------------------------------------------- */

struct dyad_span { /* a code, and the days [start, end) in which it holds */
    struct slice code;
    int64_t start, end;
};
struct dyad_spans {
    struct dyad_span *items;
    size_t count;
};

struct dyad_state {
    struct dyad_side side; /* its codes are those of the period at hand */
    bool is_state;         /* false: an organization, or unknown */
    bool own;              /* the reference table does not have it */
    bool named;            /* in a claim of coverage or in the question: it exists by its start and end alone */
    bool asked;            /* by --pair or --country */
    int64_t start, end;    /* [start, end) */
    struct dyad_spans cow, gw;
    uint64_t *listed;      /* bit per claim that lists it; NULL: none does */
    bool exists;           /* on some day of the period at hand */
    int64_t first, last;   /* the first and the last of these days */
};

struct dyad_states {
    struct arena memory;
    struct dyad_state **items; /* as they came */
    size_t count, capacity;
    uint32_t *slots; /* open hash table of numbers + 1 */
    size_t size;
};
void dyad_states_free(struct dyad_states *states);
/* All countries that the reference table or the record has. */
enum status dyad_states_load(struct dyad_states *states, struct store *store, struct error *error);
/* The number of an id; one that no table has is made, as no state. False when memory is out. */
bool dyad_states_number(struct dyad_states *states, struct slice id, uint32_t *number);
/* Sets what holds in the period [first, last]. */
void dyad_states_enter(struct dyad_states *states, int64_t first, int64_t last);

/* ---- coverage --------------------------------------------------------------------------------------------------- */

struct dyad_claim {
    int64_t from, to;
    uint64_t kinds;    /* bit per kind of dyad_cover.kinds that it covers */
    enum { DYAD_OF_ALL, DYAD_OF_ONE, DYAD_OF_SEVERAL } of; /* countries that it lists */
};

struct dyad_cover {
    struct dyad_claim *claims; /* by their first day */
    size_t count, words;       /* words of 64 bits that hold a bit per claim */
    uint64_t whole;            /* bits of the kinds that are all that was asked for */
    uint64_t families[DYAD_FAMILIES_MAX]; /* bits that are all that was asked for of a family; 0: nothing was */
    /* Of the period at hand: */
    int64_t first, last;
    size_t *open;              /* claims that cover a day of it */
    size_t open_count;
    bool everybody;            /* one of them is not of several countries alone */
    uint64_t *latest;          /* claims of the pair that was asked for last, and what follows */
    bool has_latest;
    uint64_t full, some;       /* kinds that they cover on all days, on a day */
};
/* Marks the states that claims list. Nothing is covered when the question asks for more than countries, kinds and days. */
enum status dyad_cover_load(struct dyad_cover *cover, struct dyad_states *states, struct store *store,
                            const struct query *query, int64_t today, struct arena *arena, struct error *error);
void dyad_cover_enter(struct dyad_cover *cover, int64_t first, int64_t last);
/* Sets `full` and `some` for a pair in the period at hand. */
void dyad_cover_find(struct dyad_cover *cover, const struct dyad_state *a, const struct dyad_state *b);

/* ---- the walk --------------------------------------------------------------------------------------------------- */

struct dyad_cell { /* of one pair in the period at hand */
    uint64_t pair;  /* numbers of both states, see dyad_pair; 0 is no pair */
    uint32_t events, joint, disputed, rated, mentioned;
    uint32_t families[DYAD_FAMILIES_MAX];
    double weight, conflict, cooperation, intensity;
    int64_t mentions;
};

struct dyad_cells { /* an open hash table */
    struct dyad_cell *items;
    size_t count, size;
};
struct dyad_pairs { /* an open hash set */
    uint64_t *items;
    size_t count, size;
};

struct dyad_walk {
    struct asker *asker;
    const struct dyad_request *request;
    struct query query;
    dyad_visit *visit;
    void *context;
    struct dyad_counts *counts;
    struct arena arena;    /* of the whole walk */
    struct arena scratch;  /* of an event, or a period */
    struct dyad_states states;
    struct dyad_cover cover;
    const struct kind *families[DYAD_FAMILIES_MAX];
    size_t family_count;
    int64_t from, to;      /* days asked for */
    int64_t floor;         /* no row without events before this day; DAY_MAX: not known yet */
    bool open;             /* a period is being counted: */
    int64_t period;
    struct dyad_cells cells;
    struct dyad_pairs pairs; /* that have a row */
    int64_t next;          /* the first period that is not told yet */
    bool some_told;
    int64_t covered_periods;
};

/* Two states in order; never 0. */
static inline uint64_t dyad_pair(uint32_t a, uint32_t b) { return ((uint64_t)a + 1) << 32 | b; }
static inline uint32_t dyad_first_of(uint64_t pair) { return (uint32_t)(pair >> 32) - 1; }
static inline uint32_t dyad_second_of(uint64_t pair) { return (uint32_t)pair; }

/* dyad_events.c: the cell of a pair, NULL when there is none. */
struct dyad_cell *dyad_cells_find(const struct dyad_cells *cells, uint64_t pair);
/* All events that the query leaves, and what was left out for its status. Calls dyad_open before the first of a period. */
enum status dyad_count_events(struct dyad_walk *walk, struct error *error);
/* dyad.c: the period at hand is told when another one is opened. */
enum status dyad_open(struct dyad_walk *walk, int64_t period, struct error *error);
/* Is the pair one of those asked for? */
bool dyad_is_wanted(const struct dyad_walk *walk, uint32_t a, uint32_t b);

#endif
