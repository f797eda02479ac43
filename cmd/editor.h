/* A text in the hands of a person: in a file of a private folder, in the editor that the person has. */
#ifndef CMD_EDITOR_H
#define CMD_EDITOR_H

#include "term.h"

struct editor {
    char *folder, *path;  /* owned; of the file while it is there */
    const char *command;  /* NULL: $VISUAL, $EDITOR, else what the system has */
    char *text;           /* as it was left, owned; a line "error: …" that was put before it is cut off */
    size_t size;
};

/* Makes the folder (mode 0700, under $TMPDIR or /tmp) and in it NAME.json (mode 0600) with the text. To be closed. */
enum detente_status editor_open(struct editor *editor, const char *command, const char *name, const char *text,
                                struct detente_error *error);
/* Writes the error as a first line before what the file holds. */
enum detente_status editor_show_error(struct editor *editor, const struct detente_error *fault, struct detente_error *error);
/* Has the file edited, waits, and reads it. ENVIRONMENT when the editor cannot be started or fails. */
enum detente_status editor_run(struct editor *editor, struct detente_error *error);
/* `keep`: the file stays, and a line says where; else file and folder go. */
void editor_close(struct editor *editor, bool keep);

/* All that a stream has, with a NUL behind it, to be freed; BAD_INPUT beyond the size that a record can have. */
enum detente_status editor_read_all(FILE *stream, const char *name, char **text, size_t *size, struct detente_error *error);

/* Cuts off lines "error: …" before a text with its NUL, which are ours; returns how many. */
long editor_cut_errors(char *text, size_t *size);

#endif
