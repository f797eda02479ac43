/* What a change tells: where the difference of a dry run goes, and the summary of what was done. */
#ifndef CMD_PREVIEW_H
#define CMD_PREVIEW_H

#include "output.h"
#include "question.h"

/* Where what would change is written, and how it looks. */
struct preview {
    struct detente_request request; /* hand on &preview.request, for a dry run */
    struct output output;
};

/* Standard output, in the format asked for. On success to be closed. */
enum detente_status preview_open(struct preview *preview, const struct call *call, struct detente_error *error);
/* Returns the status of the change, or why writing failed. */
enum detente_status preview_close(struct preview *preview, enum detente_status status, struct detente_error *error);

/* USAGE unless the format is one in which a change can be told. Without the database; for a command's `check`. */
enum detente_status preview_check_format(const struct call *call, struct detente_error *error);
/* Does a change and tells what came of it: of a dry run the difference on standard output; else the summary, a line on
 * standard error or with --json an object on standard output. Sets dry_run, preview and today of `change`. */
enum detente_status preview_change(const struct call *call, struct detente_change *change,
                                   struct detente_change_summary *summary, struct detente_error *error);
/* The same with a line in a command's own words. */
typedef void preview_line(const struct call *call, const struct detente_change_summary *summary);
enum detente_status preview_change_told(const struct call *call, struct detente_change *change,
                                        struct detente_change_summary *summary, preview_line *line, struct detente_error *error);
/* Is what was done told as JSON? */
bool preview_wants_json(const struct call *call);
/* A JSON string on standard output. */
void preview_print_text(const char *text);

#endif
