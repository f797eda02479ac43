/* Private to the writers of pages: a record in two states, and the revision that made the one of the other. */
#ifndef DETENTE_WRITE_TEXT_CHANGE_H
#define DETENTE_WRITE_TEXT_CHANGE_H

#include "../ask/history.h"
#include "text_page.h"

/* "event CC-M22, Title"; what has no id is spoken of by its name alone. */
void text_put_change_name(struct buffer *run, const struct answer_change *change);
/* "10 Apr 2026, 14:05" of yyyy-mm-ddThh:mm:ssZ. */
void text_put_moment(struct buffer *run, struct slice time);
/* "edit by desk", "undo of 11 by desk". */
void text_put_deed(struct buffer *run, const struct answer_revision *revision);
/* "2 added, 1 updated"; "nothing" when there is none of any. */
void text_put_balance(struct buffer *run, struct shape_count added, struct shape_count updated, struct shape_count removed);

/* The fields of a change, `left` columns in: of an updated record what was (-) and what is (+), of long texts the stretch that
 * differs, of lists the items that went and came. */
enum status text_print_change(struct writer *writer, const struct answer_change *change, size_t left);
/* The page's run as a paragraph `left` columns in, later lines by `hang` more; makes it empty. */
enum status text_print_paragraph(struct writer *writer, size_t left, size_t hang);

#endif
