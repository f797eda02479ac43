/* The reference table of countries and organizations that is part of the program, from
 * schema/countries.csv and schema/organizations.csv: names and codes with the time in which they hold.
 *
 * Read-only data, generated at build time; look-ups are binary searches over folded names. */
#ifndef DETENTE_MODEL_REFERENCE_H
#define DETENTE_MODEL_REFERENCE_H

#include <stdint.h>
#include "../base/arena.h"
#include "../time/calendar.h"
#include "record.h"

/* A row as it stands in the table, in the order of its columns. */
struct reference_row {
    const char *values[13];
};
extern const struct reference_row reference_countries[];
extern const size_t reference_country_count;
extern const struct reference_row reference_organizations[];
extern const size_t reference_organization_count;

/* A name or a code: `key` is "system key", e.g. "name canada", "cow 255", "fips gm". Sorted by key. */
struct reference_key {
    const char *key;
    unsigned row;
    int64_t start, end; /* day numbers [start, end) in which it holds; DAY_MIN / DAY_MAX without bound */
};
extern const struct reference_key reference_country_keys[];
extern const size_t reference_country_key_count;
extern const struct reference_key reference_organization_keys[];
extern const size_t reference_organization_key_count;

/* The row with exactly this id, or NULL. */
const struct reference_row *reference_find(enum record_type type, struct slice id);

/* Rows that a name (any id, name, alias or two- or three-letter code) can mean on some day of
 * [first_day, last_day]; DAY_MIN..DAY_MAX asks without a date and then prefers what exists today.
 * Fills at most `limit` rows and returns their number (more than one: ambiguous). */
size_t reference_resolve(enum record_type type, struct arena *scratch, struct slice name,
                         int64_t first_day, int64_t last_day, const struct reference_row **rows,
                         size_t limit);
/* The same for a code of one system: "iso2", "iso_numeric", "cow", "gw", "fips", "cameo", "ioc". */
size_t reference_resolve_code(struct arena *scratch, const char *system, struct slice code,
                              int64_t first_day, int64_t last_day, const struct reference_row **rows,
                              size_t limit);
/* The two steps of both, for who must know whether memory was out: the key under which a name is
 * searched for (empty when it has no letter), and the search. */
bool reference_name_key(struct arena *arena, struct slice name, struct slice *key);
size_t reference_search(enum record_type type, struct slice key, int64_t first_day,
                        int64_t last_day, const struct reference_row **rows, size_t limit);
/* The key of a code of one system; empty when it has no letter or digit. False when memory is out. */
bool reference_code_key(struct arena *arena, const char *system, struct slice code, struct slice *key);
/* The entries of exactly this key, of all times, one behind the other by their start; NULL and 0 when there is none. */
const struct reference_key *reference_find_keys(enum record_type type, struct slice key, size_t *count);
/* Rows that a code of any system can mean, each once; more than one: the systems do not agree on it. */
size_t reference_resolve_any_code(struct arena *scratch, struct slice code, int64_t first_day,
                                  int64_t last_day, const struct reference_row **rows, size_t limit);
/* A row as a record (country or organization); values point into the table. */
void reference_to_record(enum record_type type, const struct reference_row *row, struct record *record);

#endif
