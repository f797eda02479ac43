/* JSON documents, JSON Lines and dossier.json (RFC 8259), strictly: UTF-8 well formed, no duplicate
 * keys, depth at most JSON_DEPTH_MAX, numbers within what number.h holds, no lone surrogates; every
 * fault has its line and column. The only room that knows cJSON: a scanner of our own checks and cuts
 * the stream into records, and cJSON gets one record at a time, so that a document of any size is
 * read in constant memory.
 *
 * Every record is handed on as flat cells, as a table would give it: arrays as list cells, parties[]
 * as the four cells and party_details, tariff{} flattened, extra{} as extras, null as an empty cell.
 * A key that is no field becomes an extra when it is a string, a number or a boolean, else the record
 * is rejected. Keys that answers carry (start_min start_max end_min end_max match, claims, links in an
 * event, party names and offices) are passed over. Flat keys (rate, countries, a list as one cell)
 * are taken as well, which is how rejected rows come back. */
#ifndef DETENTE_READ_JSON_H
#define DETENTE_READ_JSON_H

#include "input.h"

enum { JSON_DEPTH_MAX = 64, JSON_RECORD_MAX = 16 << 20 };

/* One document {"detente":1, …}; members in any order. The records are visited in the order
 * countries, organizations, people, sources, terms, events, claims, links, coverage, notes, whatever
 * the order in the file; so the input must be rewindable. The whole document is checked before the
 * first record is visited. */
enum status json_read_document(struct input *input, const struct record_visitor *visitor, struct error *error);
/* One event per line; blank lines are passed over. A source given as an object is visited as a source
 * record before its event. A line that is no JSON refuses the whole file. */
enum status json_read_lines(struct input *input, const struct record_visitor *visitor, struct error *error);
/* One object, a record of that type, and nothing behind it; laid out as it may be. A source that an event describes in it
 * is visited before the event. */
enum status json_read_record(struct input *input, enum record_type type, const struct record_visitor *visitor,
                             struct error *error);
/* dossier.json: one object of texts (and nested values, kept). Hands the checked text, without the
 * white space between its tokens, to visitor->dossier. */
enum status json_read_dossier(struct input *input, const struct record_visitor *visitor, struct error *error);
/* Does a text begin like a document (object with "detente") or like lines? For recognising a file
 * whose name does not tell: 'd', 'l' or 0. */
char json_guess(struct slice beginning);

#endif
