/* A text that holds for a time only: text@start/end, as names and codes of countries do. */
#ifndef DETENTE_TIME_DATED_H
#define DETENTE_TIME_DATED_H

#include "edtf.h"

/* The days [start_day, end_day) in which the text holds; DAY_MIN and DAY_MAX for a side that is
 * left empty or "..". Both sides count at their earliest day, so that 255@1955/1990 and 260@1990/..
 * meet and do not overlap. */
struct dated_text {
    struct slice text;
    bool dated; /* an "@" with a time was written */
    int64_t start_day, end_day;
};
/* `item` is without the escapes of a cell. An "@" that no slash follows is part of the text.
 * BAD_INPUT when a side is no EDTF date, the end is not after the start, or there is no text. */
enum status dated_parse(struct slice item, struct dated_text *out, struct error *error);

#endif
