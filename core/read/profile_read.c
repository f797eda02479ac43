/* The rows of a foreign table -> records. */
#include "profile.h"

enum status profile_read(struct input *input, const struct profile *profile, const struct lookup *lookup,
                         const struct record_visitor *visitor, struct profile_counts *counts, struct error *error) {
    (void)input;
    (void)profile;
    (void)lookup;
    (void)visitor;
    *counts = (struct profile_counts){0};
    return error_set(error, STATUS_BAD_INPUT, "profiles are not read yet");
}
