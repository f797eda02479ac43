/* The built-in profiles: found, listed, shown. */
#include "profiles.h"

#include "base/embedded.h"
#include "front.h"

extern const struct embedded_file profile_builtin_files[];
extern const size_t profile_builtin_file_count;

enum status profiles_parse_builtin(struct arena *arena, const struct profile *const **profiles, size_t *count, struct error *error) {
    (void)arena, (void)error;
    *profiles = NULL;
    *count = profile_builtin_file_count * 0;
    return STATUS_OK;
}

enum status profiles_find_builtin(struct arena *arena, struct slice name, const struct profile **profile, struct error *error) {
    (void)arena, (void)name;
    *profile = NULL;
    return error_set(error, STATUS_USAGE, "there are no profiles yet");
}
