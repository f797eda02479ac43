/* Who changes the record, as the log keeps it. */
#include "front.h"

#include <stdio.h>
#include "store/history.h"
#include "time/calendar.h"

enum { DAY_SECONDS = 86400, FIRST_YEAR = 0, LAST_YEAR = 9999 };

bool front_format_moment(int64_t second, char out[FRONT_MOMENT]) {
    int64_t day = second / DAY_SECONDS - (second % DAY_SECONDS < 0), rest = second - day * DAY_SECONDS;
    struct calendar_day date = calendar_from_number(day);
    out[0] = '\0';
    if (date.year < FIRST_YEAR || date.year > LAST_YEAR) return false;
    snprintf(out, FRONT_MOMENT, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)date.year, date.month, date.day, (int)(rest / 3600),
             (int)(rest / 60 % 60), (int)(rest % 60));
    return true;
}

enum status front_fill_author(const struct detente_author *from, const char *command, struct arena *arena,
                              struct store_author *author, struct error *error) {
    char moment[FRONT_MOMENT];
    *author = (struct store_author){.command = slice_from(command)};
    if (from->user) author->user = slice_trim(slice_from(from->user));
    if (from->reason) author->reason = slice_trim(slice_from(from->reason));
    if (front_format_moment(from->second, moment) && !arena_copy(arena, slice_from(moment), &author->time))
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    return STATUS_OK;
}
