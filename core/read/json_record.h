/* One record as JSON -> flat cells. Here cJSON is called, with one checked value at a time. */
#ifndef DETENTE_READ_JSON_RECORD_H
#define DETENTE_READ_JSON_RECORD_H

#include "json_scan.h"

/* What the records of one input share. */
struct json_reader {
    const char *file;
    const struct record_visitor *visitor;
    bool names_people;    /* JSON Lines: the name of a party becomes a record of its own */
    struct arena scratch; /* of the record at hand */
    struct arena names;
    struct slice_list unknown[RECORD_TYPES]; /* names that were announced */
};

void json_reader_init(struct json_reader *reader, const char *file,
                      const struct record_visitor *visitor);
void json_reader_free(struct json_reader *reader);
/* Visits what is in an object: the sources (and in JSON Lines the people and organizations) that it
 * describes, then the record itself, or its rejection. */
enum status json_record_visit(struct json_reader *reader, enum record_type type,
                              struct json_value *value, struct error *error);

#endif
