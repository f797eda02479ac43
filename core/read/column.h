/* What a heading of a table or a key of an object stands for, and how a message shows it. */
#ifndef DETENTE_READ_COLUMN_H
#define DETENTE_READ_COLUMN_H

#include "../model/record.h"

enum { COLUMN_EXTRA = -1, COLUMN_DROPPED = -2, COLUMN_NAME_MAX = 256 /* bytes */ };

/* The field of that name, COLUMN_EXTRA when it is none, COLUMN_DROPPED for what our own files of
 * rejected rows add (reject_place, reject_reason) and, of events, what answers add (start_min … match,
 * reports). Case is ignored; white space and hyphens between
 * words are as good as "_": "Source URL" is source_url. Hidden fields have no column. */
int column_find(enum record_type type, struct slice name);

/* Is a cell of this type a list? */
bool column_is_list(enum field_type type);

/* A name, or any text of a file, as a message can show it: on one line and not too long. */
struct shown {
    char text[64];
};
struct shown column_show(struct slice text);

#endif
