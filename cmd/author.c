/* Who changes the record, and when. */
#include "author.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

/* $DETENTE_USER, else the name of the user who runs the program; NULL when nobody knows. */
static const char *find_user(void) {
    static const char *const names[] = {"DETENTE_USER", "LOGNAME", "USER"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = getenv(names[i]);
        if (name && *name) return name;
    }
    const struct passwd *entry = getpwuid(getuid());
    return entry ? entry->pw_name : NULL;
}

struct detente_author author_of(const struct call *call, const char *reason) {
    return (struct detente_author){find_user(), reason, call->second};
}

int64_t author_begin_of_day(int64_t day) {
    enum { FIRST_DAY = -719528, LAST_DAY = 2932896, DAY_SECONDS = 86400 };
    int64_t within = day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day;
    return within * DAY_SECONDS;
}
