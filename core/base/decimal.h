/* Exact decimals for sums of numbers that people wrote: 75.8 + 9 is 84.8, never 84.80000000000001.
 *
 * A value is a run of decimal digits with a fixed point, in tens' complement, so that any sum of fewer
 * than 10^15 numbers as number.h reads them (at most 15 digits before the point and 29 behind it) is
 * exact. */
#ifndef DETENTE_BASE_DECIMAL_H
#define DETENTE_BASE_DECIMAL_H

#include "slice.h"

enum { DECIMAL_WHOLE = 32, DECIMAL_FRACTION = 32, DECIMAL_DIGITS = DECIMAL_WHOLE + DECIMAL_FRACTION };
enum { DECIMAL_SIZE = DECIMAL_DIGITS + 4 };

struct decimal {
    signed char digits[DECIMAL_DIGITS]; /* 0-9, the lowest first; all zero is 0 */
};

/* Reads [+-]digits[.digits], digits on one side at least. False when it is none or has too many of them. */
bool decimal_parse(struct slice text, struct decimal *value);
struct decimal decimal_add(struct decimal a, struct decimal b);
bool decimal_is_negative(const struct decimal *value);
/* <0, 0, >0. */
int decimal_compare(const struct decimal *a, const struct decimal *b);
/* The shortest text with its NUL; returns its length. */
size_t decimal_format(const struct decimal *value, char out[DECIMAL_SIZE]);

#endif
