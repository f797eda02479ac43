/* Kinds of events: dotted paths with built-in families, from the table schema/kinds.csv.
 *
 * A kind has the class, and by default the weight, of the longest built-in path it begins with. */
#ifndef DETENTE_MODEL_KIND_H
#define DETENTE_MODEL_KIND_H

#include "../base/slice.h"
#include "../base/status.h"

enum kind_class {
    KIND_POINT,   /* happens; an empty end is its date */
    KIND_BOUNDED, /* takes time; an empty end is its date; `end` is its last day */
    KIND_STANDING /* holds until ended; an empty end is not known; `end` is the first day without it */
};

struct kind {
    const char *path, *label;
    enum kind_class duration;
    double weight; /* Goldstein scale, -10 conflict to 10 cooperation */
    const char *cameo, *plover, *note;
};

/* The built-in kinds in the order of the table. */
extern const struct kind kind_table[];
extern const size_t kind_count;

const char *kind_class_name(enum kind_class duration);
/* The built-in kind that governs a path, or NULL when its first segment is no known family. */
const struct kind *kind_find(struct slice path);
/* Is `path` the kind `filter` or below it? */
bool kind_is_below(struct slice path, struct slice filter);
/* Checks a path: lower-case segments of a-z 0-9 _ -, known family (else an error with the nearest). */
enum status kind_check(struct slice path, struct error *error);

#endif
