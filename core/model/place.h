/* Countries, organizations and people as other people's data name them: by a code of a system or a name, on
 * certain days. Nothing is guessed: what has no one meaning on these days is not placed.
 *
 * Answers are kept, since a table of millions of rows has few different codes: of a text, the placer keeps all that it
 * means with the days in which it does, so that the same text on another day is one look-up. What is kept is bounded, but
 * for the ids that were found. Not for threads to share. */
#ifndef DETENTE_MODEL_PLACE_H
#define DETENTE_MODEL_PLACE_H

#include "resolve.h"

enum code_system {
    CODE_NAME, CODE_ISO2, CODE_ISO3, CODE_ISO_NUMERIC, CODE_COW, CODE_GW, CODE_FIPS, CODE_CAMEO, CODE_IOC, CODE_SYSTEMS
};
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
/* A record of this type (country, organization, person) is new or has changed since the placer was asked: it then asks
 * the lookup again. After a country that is all of them: placer_learn costs less. */
void placer_forget(struct placer *placer, enum record_type type);
/* People or organizations were made of names that nobody had: only what was not found is asked again. */
void placer_forget_missing(struct placer *placer);
/* This country (normalized; what it does not give stays) has gone into the record: the placer knows it without asking. To be called
 * after place_spell too, whose countries it otherwise does not know. NO_MEMORY, or what the lookup fails with. */
enum status placer_learn(struct placer *placer, const struct record *country, struct error *error);

/* The country that a text means in a system on some day of [first_day, last_day] (DAY_MIN..DAY_MAX: no date, and then what
 * it means today, if it does). *id lives as long as the placer; empty unless PLACED or PLACED_OUTSIDE. Where the days span
 * a change of states, the text means several.
 *
 * CODE_NAME knows ids, names, aliases and ISO codes, of the reference table first, then of the lookup; codes of the other
 * systems only where their system is said, since "EU" is an island in FIPS and 20 is Canada in COW. An id means its
 * country on every day; a name outside its time means nothing (Texas in 2018 is not the republic). The other systems
 * know only their own codes, of both. A status other than OK only when memory is out or the lookup fails. */
enum status place_country(struct placer *placer, enum code_system system, struct slice text, int64_t first_day, int64_t last_day,
                          enum placing *placing, struct slice *id, struct error *error);
/* An organization or a person (RECORD_ORGANIZATION, RECORD_PERSON) that is known by exactly this name, alias or id, letter
 * case aside; empty *id when there is none or there are several. An organization of the table comes before one of the lookup. */
enum status place_known(struct placer *placer, enum record_type type, struct slice name, struct slice *id, struct error *error);
/* Why it is not placed, or how, in words for people: "nobody knows it"; "" for PLACED. */
const char *placing_words(enum placing placing);

/* Cuts a cell at any of the separators. One with a letter ("and") is taken without the space around it and must stand
 * between white space, its case aside; any other as it stands (" - " needs its spaces). Not in parentheses, unless
 * `parentheses` is set, in which case "(" and ")" cut as well. Parts are trimmed, empty ones left out; a separator of letters
 * before a part goes ("a, b, and c"). A "(" that is never closed is a sign like any other. Parts point into the cell, the
 * list is in the arena; false when memory is out. */
bool place_split(struct arena *arena, struct slice cell, const struct slice_list *separators, bool parentheses,
                 struct slice_list *parts);

/* The spell of a code as a record of the country that has it: its id, and the code with the days when neither the reference
 * table nor the lookup knows it so (joined to those it has). `last_day`: the last day of the spell, DAY_MAX when it goes on.
 * Days beyond the years 0000 to 9999 are no bound.
 *
 * - A spell is known, and the record has nothing but the id, when at most PLACE_SPELL_SLACK_DAYS at either of its ends are days
 *   on which the code means nobody, and none between: two lists seldom agree on the day.
 * - A spell that several states share (365: Russia, the Soviet Union, Russia) adds nothing: the table knows better.
 * - A code of nobody on these days is of the country that has this name on them, else of the only one that ever had the code
 *   if it ever has the name too.
 * - Else it makes a country: X- and a slug of its name, with name, start and end (the first day after the last), which further
 *   spells widen (a start or end that is given and empty: there is none any more).
 * - A code that ended never comes back by this: days on which it means another state are left to that one.
 *
 * BAD_INPUT when the code is no code (1 to 16 letters, digits, hyphens), the spell ends before it begins, the system has
 * no column of its own (name, iso3), or a country cannot be made without a name. */
enum { PLACE_SPELL_SLACK_DAYS = 366 };
enum status place_spell(struct placer *placer, enum code_system system, struct slice code, struct slice name, int64_t first_day,
                        int64_t last_day, struct arena *arena, struct record *country, struct error *error);

#endif
