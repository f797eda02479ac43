/* A row of a table as a compact JSON object. */
#ifndef DETENTE_WRITE_ROW_JSON_H
#define DETENTE_WRITE_ROW_JSON_H

#include "json_text.h"
#include "writer.h"

/* {"column":value,…}: numbers bare, lists as arrays, absent values left out. NO_MEMORY only. */
enum status row_json_append(struct buffer *out, struct arena *scratch, const char *const *columns,
                            const struct answer_row *row);

#endif
