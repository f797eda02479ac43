/* The built-in profiles: schema/profiles/, embedded at build. */
#ifndef DETENTE_PROFILES_H
#define DETENTE_PROFILES_H

#include "base/embedded.h"
#include "read/profile.h"

/* All of them, parsed, in the order of their names; in the arena. One that is not well formed is a fault of the program: BAD_INPUT. */
enum status profiles_parse_builtin(struct arena *arena, const struct profile *const **profiles, size_t *count, struct error *error);
/* The JSON text of one of them; USAGE with the nearest name. Case is ignored. */
enum status profiles_find_file(struct slice name, const struct embedded_file **file, struct error *error);
/* One of them; USAGE with the nearest name. */
enum status profiles_find_builtin(struct arena *arena, struct slice name, const struct profile **profile, struct error *error);

#endif
