/* Records and events of an answer as compact JSON objects, the one shape that json and jsonl share.
 *
 * An event is nested: parties[], tariff{}, sources[], extra{}. What is empty is left out, lists are
 * arrays always, numbers stand without quotes. */
#ifndef DETENTE_WRITE_RECORD_JSON_H
#define DETENTE_WRITE_RECORD_JSON_H

#include "../ask/answer.h"
#include "json_text.h"

struct event_json_options {
    bool derived;       /* bounds, match, party names' company: offices, claims, links, notes */
    bool whole_sources; /* sources with all their fields, and only those that are records */
};

/* An event with what hangs on it. NO_MEMORY only. */
enum status event_json_append(struct buffer *out, struct arena *scratch,
                              const struct answer_event *event,
                              const struct event_json_options *options);
/* A source in short: id, title, publisher, url, published. */
void source_json_put(struct json_text *json, const struct record *source);
/* A record of any type as it is kept, without loss; the sources of an event are ids. BAD_INPUT for
 * an event whose cells of parties are malformed. */
enum status record_json_append(struct buffer *out, struct arena *scratch,
                               const struct record *record);

#endif
