/* What an import could not place, as it is told: lines on standard error, all of it as a table in a file, all of it as JSON. */
#ifndef CMD_UNPLACED_H
#define CMD_UNPLACED_H

#include "output.h"
#include "term.h"

enum { UNPLACED_SHOWN = 20 /* lines */ };

struct unplaced {
    const struct term *term;
    uint64_t told;
    bool writes;          /* to a file too */
    struct output output;
    FILE *json;           /* the members of an array; NULL: nobody asks for them */
    char *json_text;      /* owned; whole once unplaced_close was called */
    size_t json_size;
};

/* `path` NULL: no file. To be closed. */
enum detente_status unplaced_open(struct unplaced *unplaced, const struct term *term, const char *path, const char *database,
                                  bool json, struct detente_error *error);
/* A member of struct detente_import_watch; its context is not this one, so the caller hands it on. */
void unplaced_hear(struct unplaced *unplaced, const struct detente_unplaced *what);
/* How many more there are than were shown, `others` of them unlisted. `path` as above. */
void unplaced_tell_more(const struct unplaced *unplaced, const char *path, uint64_t others);
/* `keep`: the file appears. Returns the status given, or why the file could not be written. The text of the JSON lives on until
 * unplaced_free. */
enum detente_status unplaced_close(struct unplaced *unplaced, enum detente_status status, struct detente_error *error);
void unplaced_free(struct unplaced *unplaced);

#endif
