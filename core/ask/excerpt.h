/* Where a text has what was looked for, and the stretch of it that shows so best. Pure on texts. */
#ifndef DETENTE_ASK_EXCERPT_H
#define DETENTE_ASK_EXCERPT_H

#include "../store/search.h"
#include "shape.h"

/* A stretch that is marked: whole tokens. Those of a phrase are one stretch where nothing but white space, hyphens, or a
 * single dot, comma or apostrophe is between them ("anti-dumping", "U.S", "5.9"), else a mark each. */
struct excerpt_mark {
    struct shape_count from, to; /* characters (code points) of the excerpt, `to` is the first behind it */
    size_t first, past;          /* the same in bytes */
};
extern const struct shape excerpt_mark_shape;

struct excerpt {
    struct slice text;          /* on one line, white space as single spaces, "…" where something is left out */
    struct shape_entries marks; /* struct excerpt_mark, in order, none over another */
};

/* Found in a text: which units, a bit for each of words->units, and where. */
struct excerpt_span {
    size_t from, to;                  /* bytes, from the first token of the unit to its last */
    size_t first_column, past_column; /* of the text; what is inside a character stands behind it */
    size_t unit;
};
struct excerpt_matches {
    uint64_t units;
    struct excerpt_span *spans; /* by `from` */
    size_t count;
};
/* In the arena. Units that are excluded are not looked for. NO_MEMORY only. */
enum status excerpt_match(const struct search_words *words, struct slice text, struct arena *arena,
                          struct excerpt_matches *matches, struct error *error);

/* The stretch of at most about `width` columns around the densest matches, cut between words (in scripts without spaces
 * between characters), never inside a character and what is joined to it; `tail` is set behind it. SIZE_MAX: the
 * whole text. In the arena. NO_MEMORY only. */
enum status excerpt_make(struct slice text, const struct excerpt_matches *matches, size_t width, struct slice tail,
                         struct arena *arena, struct excerpt *excerpt, struct error *error);

/* The excerpt with « and » around what is marked; in the arena. False when memory is out. */
bool excerpt_set_in_quotes(const struct excerpt *excerpt, struct arena *arena, struct slice *text);

#endif
