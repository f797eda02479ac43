/* What the parts of the resolving share: names looked up on certain days. Internal to the model. */
#ifndef DETENTE_MODEL_RESOLVER_H
#define DETENTE_MODEL_RESOLVER_H

#include "resolve.h"

struct resolver {
    const struct lookup *lookup; /* may be NULL: the reference table alone */
    struct arena *arena;
    int64_t first_day, last_day; /* DAY_MIN..DAY_MAX: no date */
    enum status unknown;         /* what a name that nobody knows is: NOT_FOUND or BAD_INPUT */
    struct error *error;
};

enum status resolver_fail_memory(const struct resolver *resolver);
/* The one record that a name means; *id stays empty when there is none. BAD_INPUT with the
 * candidates when there are several. */
enum status resolver_find(const struct resolver *resolver, enum record_type type, struct slice name,
                          struct slice *id);
/* The same for a country or an organization: the reference table first for both. */
enum status resolver_find_actor(const struct resolver *resolver, struct slice name,
                                enum record_type *type, struct slice *id);
/* Does the look-up know a record of exactly this id (of a source also: this URL)? */
enum status resolver_find_id(const struct resolver *resolver, enum record_type type,
                             struct slice text, struct slice *id);
/* The unknown status, with the nearest names of one type, or of two. */
enum status resolver_refuse(const struct resolver *resolver, enum record_type type,
                            enum record_type or_type, struct slice name);

/* In resolve_near.c: "mark-carney (Mark Carney)", as it can be typed. */
void resolver_append_record(const struct resolver *resolver, enum record_type type, struct slice id,
                            struct buffer *out);
/* BAD_INPUT with the candidates. */
enum status resolver_refuse_several(const struct resolver *resolver, enum record_type type, struct slice name,
                                    const struct slice *ids, size_t count);
/* Appends the records whose names or ids are nearest: "a (A), b (B) or c (C)"; nothing when none is near. States
 * that exist on the resolver's days come first. */
void resolver_suggest(const struct resolver *resolver, const enum record_type *types, size_t type_count,
                      struct slice word, struct buffer *out);
/* The one person of whose name or alias the text is one or more whole words; *id stays empty when there is none.
 * BAD_INPUT with the candidates when there are several. */
enum status resolver_find_part(const struct resolver *resolver, struct slice name, struct slice *id);

/* In resolve_make.c: the id of a record that is found, or made where it may be. */
enum status resolver_need_person(const struct resolver *resolver, struct slice name,
                                 struct slice *id);
enum status resolver_need_organization(const struct resolver *resolver, struct slice name,
                                       struct slice *id);
/* By id, else by URL. */
enum status resolver_need_source(const struct resolver *resolver, struct slice text,
                                 struct slice *id);
/* The source that a record without an id describes: found by its URL or by the id that it would
 * get, else made. */
enum status resolver_need_described_source(const struct resolver *resolver, struct record *source,
                                           struct slice *id);

#endif
