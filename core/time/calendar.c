/* The proleptic Gregorian calendar by arithmetic: years are counted from March, so that the leap
 * day is the last of its year, in eras of 400 years that all have the same number of days. */
#include "calendar.h"

enum { ERA_YEARS = 400, ERA_DAYS = 146097 };
/* Days from 0000-03-01 to 1970-01-01: so many eras and so many days. */
enum { EPOCH_ERAS = 4, EPOCH_REST = 135080 };

static int64_t divide_down(int64_t value, int64_t by) {
    return value / by - (value % by < 0);
}

bool calendar_is_leap(int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int calendar_month_days(int64_t year, int month) {
    static const signed char days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && calendar_is_leap(year));
}

bool calendar_is_valid(int64_t year, int month, int day) {
    return year >= -CALENDAR_YEAR_MAX && year <= CALENDAR_YEAR_MAX && day >= 1
           && day <= calendar_month_days(year, month);
}

int64_t calendar_to_number(int64_t year, int month, int day) {
    year -= month <= 2;
    int64_t era = divide_down(year, ERA_YEARS);
    int64_t year_of_era = year - era * ERA_YEARS;
    int64_t day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (era - EPOCH_ERAS) * ERA_DAYS + day_of_era - EPOCH_REST;
}

struct calendar_day calendar_from_number(int64_t day_number) {
    /* The epoch is added after the division: no day number is too large. */
    int64_t era = divide_down(day_number, ERA_DAYS) + EPOCH_ERAS;
    int64_t day_of_era = day_number % ERA_DAYS + EPOCH_REST;
    if (day_number % ERA_DAYS < 0)
        day_of_era += ERA_DAYS;
    if (day_of_era >= ERA_DAYS) {
        day_of_era -= ERA_DAYS;
        era++;
    }
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (int)((5 * day_of_year + 2) / 153);
    int month = from_march < 10 ? from_march + 3 : from_march - 9;
    int day = (int)(day_of_year - (153 * from_march + 2) / 5 + 1);
    return (struct calendar_day){era * ERA_YEARS + year_of_era + (month <= 2), month, day};
}

int calendar_weekday(int64_t day_number) {
    return (int)((day_number % 7 + 7 + 3) % 7);
}
