/* Two records of one thing made one. Knows records and nothing of where they are kept. */
#ifndef DETENTE_MODEL_JOIN_H
#define DETENTE_MODEL_JOIN_H

#include "record.h"

/* What the other record says and the joined one does not. */
struct join_remark {
    struct slice field; /* name of the field, of the extra, or "role of ID" */
    struct slice other; /* what the other says */
    bool lacking;       /* the joined record says nothing of it: what it depends on (the date of an end) is another */
};
struct join_remarks {
    struct join_remark *items; /* in the arena */
    size_t count, capacity;
};

/* *joined: `into` with what it lacks taken from `from`, a record of the same type; its key stays. Lists join (aliases,
 * sources, tags, places …), but not those that say what a measure is on. The other name of a person or an organization
 * becomes an alias. A word that is empty says its default (a status: reported) and is kept. Parties join; who is a party
 * of both keeps the role that `into` gives, unless that is none. Everything of the joined record is given. `remarks` may
 * be NULL. BAD_INPUT for a malformed cell. */
enum status record_join(struct arena *arena, const struct record *into, const struct record *from, struct record *joined,
                        struct join_remarks *remarks, struct error *error);

#endif
