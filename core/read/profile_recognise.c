/* Of which profile the beginning of a file surely is. */
#include "profile.h"

const struct profile *profile_recognise(const struct profile *const *profiles, size_t count, struct slice name,
                                        struct slice beginning) {
    (void)profiles;
    (void)count;
    (void)name;
    (void)beginning;
    return NULL;
}
