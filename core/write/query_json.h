/* What was asked, as the member "query" of an answer. */
#ifndef DETENTE_WRITE_QUERY_JSON_H
#define DETENTE_WRITE_QUERY_JSON_H

#include "json_text.h"
#include "writer.h"

/* {"command":…} and, of a query about events, every filter that was given, under the name of its
 * option with underscores; filters that can be given several times are arrays. Compact. */
void query_json_append(struct buffer *out, const struct write_context *context);

#endif
