/* How a list stands in one cell: items separated by ';', an item's parts by ':', a backslash before
 * either (or before itself) takes its meaning away. The same text is kept in the database, so that
 * a row can be read by eye and exported as it stands.
 *
 * Canonical form: no white space around items or parts, no empty items, no needless escapes. */
#ifndef DETENTE_BASE_CELL_H
#define DETENTE_BASE_CELL_H

#include "arena.h"
#include "buffer.h"

/* A place in a cell. Start with {cell, 0}. */
struct cell_reader {
    struct slice text;
    size_t position;
};
/* The next item that is not empty, trimmed, still escaped. False at the end. */
bool cell_next_item(struct cell_reader *reader, struct slice *item);
/* Splits an item at its unescaped ':' into at most `limit` parts, trimmed, still escaped; what is
 * beyond the last stays in it. Returns the number of parts. */
size_t cell_split_parts(struct slice item, struct slice *parts, size_t limit);
/* Takes the escapes away. Without any it is the text itself, nothing is copied. */
bool cell_unescape(struct arena *arena, struct slice text, struct slice *out);
/* Appends the text trimmed, with escapes for backslash, ';' and, in a part, ':'. */
void cell_append_item(struct buffer *buffer, struct slice text);
void cell_append_part(struct buffer *buffer, struct slice text);
/* A whole list: cell -> items without escapes, and back (empty items are left out). */
bool cell_parse_list(struct arena *arena, struct slice cell, struct slice_list *list);
void cell_append_list(struct buffer *buffer, const struct slice_list *list);

#endif
