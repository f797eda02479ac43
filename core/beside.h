/* A file that gets its name only when it is whole: made beside that name under another one, brought to the disk, then placed.
 * What was there under the name stays until then. Knows files, not what is in them. */
#ifndef DETENTE_BESIDE_H
#define DETENTE_BESIDE_H

#include "base/arena.h"
#include "base/status.h"

struct beside {
    const char *target, *path; /* in the arena; `path` NULL: nothing is there to be removed */
};

/* Makes an empty file in the folder of `target`, or of what a symbolic link of that name leads to, with the permissions of
 * the file `like`. On success beside_close must follow. */
enum status beside_make(const char *target, const char *like, struct arena *arena, struct beside *beside, struct error *error);
/* Brings it to the disk. */
enum status beside_sync(const struct beside *beside, struct error *error);
/* Gives it its name. A file of that name is replaced, or in the way (then NOT_FOUND, with no error set) unless `replace`. */
enum status beside_place(struct beside *beside, bool replace, struct error *error);
/* As beside_place without `replace`, under the first of target.WORD, target.WORD-2 … that is free; `target` is that then. */
enum status beside_place_free(struct beside *beside, const char *word, struct arena *arena, struct error *error);
/* The name of a file that is free now: as beside_place_free would choose it. NULL: memory is out, or there are very many. */
const char *beside_find_free(const char *target, const char *word, struct arena *arena);
/* Removes what was not placed, and what the engine may have left with it. */
void beside_close(struct beside *beside);
/* So that names survive a power cut. Not every file system can; that is no failure. */
void beside_sync_folder(const char *path);
/* path + suffix, in the arena. */
const char *beside_join(struct arena *arena, const char *path, const char *suffix);

#endif
