/* Tables: RFC 4180 with commas (csv) or tabs (tsv), quoted only where needed.
 *
 * One writer writes one table: the events of an answer, its rows, or all records of one type. */
#ifndef DETENTE_WRITE_TABLE_H
#define DETENTE_WRITE_TABLE_H

#include "writer.h"

/* The heading of the table of one record type: its fields, then its extras (context->extras). The
 * record callback calls it at the first record; call it first for a table that may stay empty.
 * USAGE when the writer has begun another table. */
enum status table_write_header(struct writer *writer, enum record_type type);

#endif
