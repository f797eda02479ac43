/* Days as numbers: the proleptic Gregorian calendar with astronomical years (ISO 8601-1: year 0
 * exists and is a leap year), years within +-10^15. Day 0 is 1970-01-01. No clock, no time zone. */
#ifndef DETENTE_TIME_CALENDAR_H
#define DETENTE_TIME_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#define CALENDAR_YEAR_MAX INT64_C(1000000000000000)
/* No bound on that side. They sort before and after every day. */
#define DAY_MIN INT64_MIN
#define DAY_MAX INT64_MAX

struct calendar_day {
    int64_t year;
    int month; /* 1-12 */
    int day;   /* 1-31 */
};

bool calendar_is_leap(int64_t year);
int calendar_month_days(int64_t year, int month);
bool calendar_is_valid(int64_t year, int month, int day);
/* Day number of a valid day; exact over the whole range. */
int64_t calendar_to_number(int64_t year, int month, int day);
struct calendar_day calendar_from_number(int64_t day_number);
/* 0 = Monday … 6 = Sunday. */
int calendar_weekday(int64_t day_number);

#endif
