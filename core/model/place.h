/* Countries, organizations and people as other people's data name them: by a code of a system or a name, on
 * certain days. Nothing is guessed: what has no one meaning on these days is not placed.
 *
 * Answers are kept, since a table of millions of rows has few different codes. */
#ifndef DETENTE_MODEL_PLACE_H
#define DETENTE_MODEL_PLACE_H

#include "resolve.h"

enum code_system { CODE_NAME, CODE_ISO2, CODE_ISO3, CODE_ISO_NUMERIC, CODE_COW, CODE_GW, CODE_FIPS, CODE_CAMEO, CODE_IOC, CODE_SYSTEMS };
/* "name", "iso2", …; CODE_SYSTEMS when there is none of that name. */
enum code_system code_system_find(struct slice name);
const char *code_system_name(enum code_system system);

enum placing {
    PLACED,
    PLACED_OUTSIDE, /* a code outside its time that has only ever meant this state */
    PLACED_NOWHERE, /* nobody knows it */
    PLACED_TWICE,   /* it means several on these days */
    PLACED_AT_OTHER_TIMES /* it means states, but none on these days */
};

struct placer;
/* `lookup` is borrowed and may be NULL. NULL when memory is out. */
struct placer *placer_open(const struct lookup *lookup);
void placer_close(struct placer *placer);

/* The country that a text means in a system on some day of [first_day, last_day] (DAY_MIN..DAY_MAX: no date). *id lives as long as the
 * placer; empty unless PLACED or PLACED_OUTSIDE. Where the days span a change of states only what holds on all of them is placed, unless it is the same state.
 * CODE_NAME knows names and codes as resolver_find does, of the reference table first, then of the lookup; the others only their
 * own codes, of both. A status other than OK only when memory is out or the lookup fails. */
enum status place_country(struct placer *placer, enum code_system system, struct slice text, int64_t first_day, int64_t last_day,
                          enum placing *placing, struct slice *id, struct error *error);
/* An organization or a person (RECORD_ORGANIZATION, RECORD_PERSON) that is known by exactly this name, alias or id; empty *id when there is none or
 * there are several. */
enum status place_known(struct placer *placer, enum record_type type, struct slice name, struct slice *id, struct error *error);
/* Why it is not placed, in words for people: "nobody knows it", "it means several: …". */
const char *placing_words(enum placing placing);

/* Cuts a cell at any of the separators (a separator of letters must stand between white space), outside parentheses unless
 * `parentheses` is set, in which case what stands in them is a part of its own. Parts are trimmed, empty ones left out;
 * a leading "and " of the last one goes when " and " is a separator. In the arena; false when memory is out. */
bool place_split(struct arena *arena, struct slice cell, const struct slice_list *separators, bool parentheses,
                 struct slice_list *parts);

/* The spell of a code as a record of the country that has it: its id, and the code with the days when neither the reference
 * table nor the lookup knows it so (joined to those it has). A code of nobody makes a country: X- and a slug of its name, with name, start
 * and end. `last_day`: the last day of the spell, DAY_MAX when it goes on. CODE_COW or CODE_GW … any system but NAME and ISO3. */
enum status place_spell(struct placer *placer, enum code_system system, struct slice code, struct slice name, int64_t first_day,
                        int64_t last_day, struct arena *arena, struct record *country, struct error *error);

#endif
