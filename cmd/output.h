/* Where an answer goes: standard output, a file that appears when it is whole, or a folder of such
 * files. No failed write goes unnoticed. */
#ifndef CMD_OUTPUT_H
#define CMD_OUTPUT_H

#include "temporary.h"

struct output {
    const char *name; /* for messages */
    int file;
    bool direct; /* standard output, a device or a pipe: nothing to rename */
    bool opened; /* a device or pipe, to be closed */
    bool written;
    struct temporary temporary;
    struct detente_error failure; /* the first; the library only sees its status */
};

/* `path` NULL or "-": standard output. A file that is the same as `database` is refused. */
enum detente_status output_open(struct output *output, const char *path, const char *database,
                                struct detente_error *error);
/* A detente_write for a struct output. */
enum detente_status output_write(void *output, const char *data, size_t size);
/* The end. `keep`: the file gets its name; else what was there stays. Closes in any case. */
enum detente_status output_close(struct output *output, bool keep, struct detente_error *error);

enum { FOLDER_FILES = 32 };

struct output_folder {
    const char *path;
    bool made, replaces;
    struct temporary files[FOLDER_FILES];
    char *names[FOLDER_FILES];
    size_t count;
    struct detente_error failure;
};

/* A folder that is new or empty or, with `force`, any. Nothing appears in it before the end. */
enum detente_status output_folder_open(struct output_folder *folder, const char *path, bool force,
                                       struct detente_error *error);
/* What the library calls; the context is the struct output_folder. */
struct detente_folder output_folder_door(struct output_folder *folder);
/* `keep`: all files get their names, and files of an older dossier that this one lacks are removed;
 * else the folder is as it was before. */
enum detente_status output_folder_close(struct output_folder *folder, bool keep,
                                        struct detente_error *error);

/* USAGE when a file cannot be made there: it is the database, or a folder. */
enum detente_status output_check_target(const char *path, const char *database, struct detente_error *error);

/* output_beside.c: a file, and others beside it that bear its name with endings of their own. */
enum { BESIDE_FILES = 4 };
struct output_beside {
    const char *path, *database;
    struct temporary files[BESIDE_FILES];
    size_t count;
    struct detente_error failure;
};
void output_beside_open(struct output_beside *beside, const char *path, const char *database);
/* The first file begun is the one at `path`; the name of each further one gives its ending: of pairs.csv and
 * x.codebook.md, pairs.codebook.md. Nothing appears before the end. */
struct detente_folder output_beside_door(struct output_beside *beside);
/* `keep`: all files get their names; else none. */
enum detente_status output_beside_close(struct output_beside *beside, bool keep, struct detente_error *error);
/* Is there something at `path` that is no plain file (a device, a pipe), so that nothing can stand beside it? */
bool output_is_special(const char *path);

/* Are both the same file? */
bool output_is_same_file(const char *one, const char *other);

#endif
