/* Who changes the record, and when: what a log keeps of a change. */
#ifndef CMD_AUTHOR_H
#define CMD_AUTHOR_H

#include "command.h"

struct detente_author author_of(const struct call *call, const char *reason);
/* Seconds since 1970-01-01T00:00:00Z, kept within the years 0000 to 9999. */
int64_t author_begin_of_day(int64_t day);

#endif
