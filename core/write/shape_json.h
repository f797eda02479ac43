/* Entries of a desk's answers as compact JSON, from their shape alone. */
#ifndef DETENTE_WRITE_SHAPE_JSON_H
#define DETENTE_WRITE_SHAPE_JSON_H

#include "../ask/shape.h"
#include "json_text.h"

/* Puts the fields of an entry as members into the object that is open. NO_MEMORY only. */
enum status shape_json_put(struct json_text *json, struct arena *scratch, const struct shape *shape,
                           const void *entry);

#endif
