/* Dates as people write them, turned into EDTF where they have one meaning only.
 *
 * "May 2018", "1 December 2018", "December 1, 2018", "1 Dec. 2018", "1er décembre 2018", "c. 2018",
 * "circa May 2018", "1980s", "spring 2019", "2018/12/01", "20181201", "May 1-3, 2018", "between
 * 2018 and 2020", "since 2018"; written.c has the list. Not "early 2025", "winter 2019", "1900s",
 * which have no one meaning; "03/04/2018" only with an order. EDTF is given back as it is. */
#ifndef DETENTE_TIME_WRITTEN_H
#define DETENTE_TIME_WRITTEN_H

#include "edtf.h"

enum date_order { DATE_ORDER_NONE, DATE_ORDER_DMY, DATE_ORDER_MDY, DATE_ORDER_YMD };

/* OK: *out is an EDTF string (borrowed from `text` or in the arena) that edtf_parse accepts, and
 * *converted says whether it differs from the text. BAD_INPUT: the error says what is wrong and
 * what to write instead (for 03/04/2018: that --date-order decides). An order that is given is
 * followed strictly: under dmy, 12/25/2018 is refused. */
enum status written_to_edtf(struct arena *arena, struct slice text, enum date_order order,
                            struct slice *out, bool *converted, struct error *error);

/* Does a text that is no date look as if EDTF was meant (a year of four digits, a sign or a bracket at
 * the beginning), so that EDTF's own message helps more? */
bool written_means_edtf(struct slice text);
/* The fault of written_to_edtf for where no order of day and month can be given: the remedy then is to
 * write the date itself. Overwrites `out`. */
void written_explain(const struct error *fault, struct error *out);

#endif
