/* From the names in a record to ids: reference table first, then what the caller's look-up knows.
 *
 * The model knows no store; it is handed a look-up. */
#ifndef DETENTE_MODEL_RESOLVE_H
#define DETENTE_MODEL_RESOLVE_H

#include "../base/buffer.h"
#include "event.h"

struct lookup {
    void *context;
    /* Records of a type (country, organization, person, source; event by id only) that the folded name `key` (see
     * utf8_fold) means on some of the days [first_day, last_day], or that have exactly the id `id`;
     * sources also by URL given as `id`. Fills at most `limit` ids, valid while the arena lives, and
     * their number. */
    enum status (*find)(void *context, enum record_type type, struct arena *arena, struct slice id,
                        struct slice key, int64_t first_day, int64_t last_day, struct slice *ids,
                        size_t limit, size_t *count, struct error *error);
    /* Makes a record that is only named (a person, an organization, a source by URL). */
    enum status (*make)(void *context, const struct record *record, struct error *error);
    /* Offers all names of a type as folded keys, at most LOOKUP_OFFERS_MAX, of events and sources the
     * ids next to the word; may be NULL. */
    enum status (*offer)(void *context, enum record_type type, struct slice word,
                         void (*take)(void *take_context, struct slice name), void *take_context);
    /* The name of a record, in the arena; empty when there is no such record. May be NULL. */
    enum status (*name)(void *context, enum record_type type, struct slice id, struct arena *arena,
                        struct slice *name);
    /* Hands over each country that is a record of its own (those of the reference table aside), so that its codes
     * can be read; a record lives until `take` returns, whose status travels up. May be NULL. */
    enum status (*countries)(void *context,
                             enum status (*take)(void *take_context, struct record *country, struct error *error),
                             void *take_context, struct error *error);
};
enum { LOOKUP_OFFERS_MAX = 50000 };

/* Resolves one name on the days given (DAY_MIN..DAY_MAX: no date). NOT_FOUND with the nearest names,
 * or BAD_INPUT with the candidates when it is ambiguous. Makes nothing. */
enum status resolve_name(const struct lookup *lookup, struct arena *arena, enum record_type type,
                         struct slice name, int64_t first_day, int64_t last_day, struct slice *id,
                         struct error *error);
/* A person by id, name or alias, else by one or more whole words of a name that only one person has: "Carney". For
 * questions only: what is imported must say whom it means. BAD_INPUT with the candidates when there are several. */
enum status resolve_person(const struct lookup *lookup, struct arena *arena, struct slice name,
                           struct slice *id, struct error *error);
/* Appends the records of these types that are nearest to a word, as they can be typed: "a (A), b (B) or c (C)";
 * nothing when none is near. */
void resolve_suggest(const struct lookup *lookup, struct arena *arena, const enum record_type *types,
                     size_t type_count, struct slice word, struct buffer *out);
/* A country or an organization ("may stand wherever a country may"); *type says which it is. */
enum status resolve_actor(const struct lookup *lookup, struct arena *arena, struct slice name,
                          int64_t first_day, int64_t last_day, enum record_type *type,
                          struct slice *id, struct error *error);
/* Resolves every reference of a normalized record in the light of its own date, makes what is only
 * named and may be made, turns source_title… into a source and leaves the quote's claim in *claim
 * (type RECORD_TYPES when there is none). Gives an event without an id its id (not yet made unique:
 * who changes it changes the claim's `event` too), and a source the id of the one that has its URL.
 *
 * An id means its record on every day; a name or code only while it holds. `imposer` and `target`
 * become ids but stay where they are, see event_merge_shorthand; an organization that the reference
 * table has not is left there as "organization:ID". A row that brings a source along without having
 * the column `sources` says in record->joins that it is to be added to those that are there.
 * What nobody knows is BAD_INPUT here. `lookup` may be NULL: then nothing can be made. */
enum status resolve_record(const struct lookup *lookup, struct arena *arena, struct record *record,
                           struct record *claim, int *field, struct error *error);
/* What a source without an address is found by: its title, date and publisher as one text, to be folded.
 * Empty for a source with an address or without a title. */
bool resolve_source_name(struct arena *arena, const struct record *source, struct slice *name);
/* The id of a source that is known by its URL only (or by title and date): the same text gives the
 * same id always. */
bool resolve_source_id(struct arena *arena, const struct record *source, struct slice *id);

#endif
