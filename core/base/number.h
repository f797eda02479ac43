/* Decimal numbers without a locale.
 *
 * A number is a double that holds at most 15 significant decimal digits, so that every number read
 * prints again as the same shortest decimal: what is read as 25.0 prints as 25, 75.80 as 75.8.
 * Digits beyond the 15th are rounded half to even on the way in. */
#ifndef DETENTE_BASE_NUMBER_H
#define DETENTE_BASE_NUMBER_H

#include <stdint.h>
#include "slice.h"

enum { NUMBER_SIZE = 40 };

/* Reads -?digits(.digits)?([eE][+-]?digits)?, a leading + and digits on one side of the point only
 * too. The whole text must be the number; magnitude below 1e15 or zero, not smaller than 1e-15.
 * False when it is none. */
bool number_parse(struct slice text, double *value);
/* Whole numbers, -?digits, in 64 bits; false on overflow and on anything else. */
bool number_parse_integer(struct slice text, int64_t *value);
/* Writes the shortest decimal (no exponent) with its NUL and returns its length. A magnitude below
 * 1e-15 is written as 0; one of 1e30 and more, and what is no number, as null. */
size_t number_format(double value, char out[NUMBER_SIZE]);
size_t number_format_integer(int64_t value, char out[NUMBER_SIZE]);

#endif
