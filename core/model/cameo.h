/* CAMEO: the codes of events in machine-coded data sets, from the table schema/cameo.csv: what each is called,
 * its weight on the Goldstein scale, and the kind of event that it is here.
 *
 * Source of codes and labels: Conflict and Mediation Event Observations codebook 1.1b3 (Schrodt 2012); weights: Goldstein
 * (1992) as GDELT and ICEWS have them. */
#ifndef DETENTE_MODEL_CAMEO_H
#define DETENTE_MODEL_CAMEO_H

#include "../base/arena.h"

struct cameo_code {
    const char *code;    /* with its zeros: "0211" */
    const char *label;   /* "Appeal for economic cooperation" */
    const char *aliases; /* list cell of other labels, as ICEWS has them */
    double weight;       /* Goldstein scale, -10 to 10 */
    const char *kind;    /* dotted path of a kind, never of a standing one: a report is of an act, not of what holds */
    const char *plover;
};
extern const struct cameo_code cameo_table[]; /* by code */
extern const size_t cameo_count;

/* What the look-up by label goes by. */
struct cameo_label {
    const char *label; /* of a label or an alias, folded as names are */
    size_t row;        /* of cameo_table */
};
extern const struct cameo_label cameo_labels[]; /* by label, each once */
extern const size_t cameo_label_count;

/* The row of exactly this code, or NULL. */
const struct cameo_code *cameo_find(struct slice code);
/* The row of the longest code that it begins with, or NULL: 0431 is a 043. */
const struct cameo_code *cameo_nearest(struct slice code);
/* The code from the first to before the last row is `code` itself and all below it: 04 is 04, 040 … 046. None when the
 * table has no such code. */
size_t cameo_find_below(struct slice code, const struct cameo_code **first);
/* The row of a label or alias, compared as names are (case, white space and commas aside); "Consult, not specified below"
 * is also "Consult", which is 040, not 04. NULL when there is none, or when memory is out. */
const struct cameo_code *cameo_find_label(struct arena *scratch, struct slice label);

#endif
