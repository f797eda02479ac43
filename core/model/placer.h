/* What the parts of the placing share: what a text means with the days in which it does, and the countries that the
 * lookup has besides the reference table. Internal to the model. */
#ifndef DETENTE_MODEL_PLACER_H
#define DETENTE_MODEL_PLACER_H

#include "place.h"

/* ---- countries of the record: place_index.c --------------------------------------------------- */

/* A country that the lookup has, or that place_spell made. */
struct own_country {
    struct slice id, name, aliases, start, end;
    struct slice cells[CODE_SYSTEMS]; /* its codes as they stand; of NAME and ISO3 empty */
    bool made; /* by place_spell: it begins and ends with its spells */
    size_t keys; /* its keys but that of the id, + 1, by of_country */
};
/* "system key", as in the reference table, of a country for some days. */
struct own_key {
    uint64_t hash;
    struct slice key;
    int64_t start, end;
    size_t country;
    size_t next;       /* of the same slot, or that is free, + 1 */
    size_t of_country; /* the next of the same country, + 1 */
};
struct own_index {
    struct arena arena;
    struct own_country *countries;
    size_t count, capacity;
    struct own_key *keys;
    size_t key_count, key_capacity;
    size_t live_count, free_keys; /* keys in use; the first free one + 1 */
    size_t replaced;              /* countries that came again: what was kept of them lies in the arena */
    size_t *slots; /* first key + 1 */
    size_t slot_count;
};
void own_index_free(struct own_index *index);
/* A country takes the place of what is known of its id; false when memory is out. */
bool own_index_add(struct own_index *index, const struct record *country, bool made);
/* The first key of that text, then the next one; NULL at the end. */
const struct own_key *own_index_find(const struct own_index *index, struct slice key);
const struct own_key *own_index_next(const struct own_index *index, const struct own_key *key);
/* NULL when there is none. */
const struct own_country *own_index_country(const struct own_index *index, struct slice id);

/* ---- answers: place.c ------------------------------------------------------------------------- */

/* [start, end) */
struct place_span {
    int64_t start, end;
    struct slice id;
    bool own; /* of the lookup, not of the reference table */
};
/* What a text means in a space of names: a system of codes, organizations, people. */
struct place_answer {
    uint64_t hash;
    struct slice text;
    const struct place_span *spans; /* of countries; the table's first, each by its start */
    size_t count;
    struct slice id;     /* of an organization or a person; of a country the last answer of the lookup */
    unsigned generation; /* of the lookup's records when it was asked */
    unsigned misses;     /* of those that were made since of names that nobody had */
    unsigned char space; /* a code_system, or one of the two below */
    bool has_asked, asked_several; /* with `asked`: what the lookup said of the days below */
    int64_t asked_first, asked_last;
    struct slice asked;
    bool asks;           /* the lookup knows a country of this name that its countries do not tell */
};
enum { SPACE_ORGANIZATION = CODE_SYSTEMS, SPACE_PERSON };

struct placer {
    const struct lookup *lookup; /* may be NULL */
    unsigned generations[2];     /* of countries; of organizations and people */
    unsigned misses;             /* of organizations and people made of names */
    struct slice spelled;        /* the country that the last spell makes or widens */
    struct own_index own;
    bool loaded;                 /* the lookup's countries are in `own` */
    struct arena scratch;        /* rewound by each call */
    struct arena kept;           /* texts and spans of the answers; emptied when there are too many */
    struct place_answer *answers;
    size_t filled;               /* answers made since then */
    struct place_answer once;    /* of a text too long to keep */
    struct arena ids;            /* of those that the lookup found */
    struct slice *id_slots;
    size_t id_count, id_slot_count;
};

/* What a text means in a system: valid until the next call. NULL without a status when it has no letter or digit. */
enum status placer_ask(struct placer *placer, unsigned char space, struct slice text, const struct place_answer **answer,
                       struct error *error);
/* The one copy of an id, which lives as long as the placer. False when memory is out. */
bool placer_keep_id(struct placer *placer, struct slice id, struct slice *kept);
/* The name of the column of a system, and its field of a country (-1: none of its own). */
const char *code_system_column(enum code_system system);
int code_system_field(enum code_system system);

#endif
