/* Copies of whole records, file to file, as the engine makes them: page by page, whatever the pages hold. */
#ifndef DETENTE_STORE_COPY_H
#define DETENTE_STORE_COPY_H

#include "store.h"

/* Told now and then, in bytes; false asks to stop, and what was begun is not kept. */
struct copy_watch {
    void *context;
    bool (*progress)(void *context, uint64_t done, uint64_t total); /* NULL: nobody is told */
};

/* All that the record holds into a file that is there and empty, while others read and write it. What comes is one file,
 * with nothing beside it, and of one moment; it is not yet brought to the disk. STOPPED when the watch asks for it. */
enum status copy_record(struct store *from, const char *path, const struct copy_watch *watch, struct error *error);
/* The same of a file that may be damaged, older than this program, or none of ours. */
enum status copy_file(const char *from, const char *path, const struct copy_watch *watch, struct error *error);

/* Makes the file at `path` what the record holds, in one transaction: whoever reads it, or is cut off, has the one or the
 * other. `keep` is called when nobody else can write it any more and it is still as it was; what it returns goes before
 * all else. Where others cannot read while one writes (engine_write_ahead), it is called before the file is locked.
 * CORRUPT when that file cannot be used as it is. */
typedef enum status copy_keep(void *context, struct error *error);
enum status copy_over(struct store *from, const char *path, copy_keep *keep, void *context, const struct copy_watch *watch,
                      struct error *error);

/* Is the file a record, damaged or not, and one that an older program made? By its first bytes; this process must not have
 * it open. ENVIRONMENT when it cannot be read. */
enum status copy_judge(const char *path, bool *ours, bool *older, struct error *error);

#endif
