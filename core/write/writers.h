/* What the writers share among themselves: their classes and the few words that all of them use. */
#ifndef DETENTE_WRITE_WRITERS_H
#define DETENTE_WRITE_WRITERS_H

#include "writer.h"

extern const struct writer_class text_writer;
extern const struct writer_class csv_writer;
extern const struct writer_class tsv_writer;
extern const struct writer_class json_writer;
extern const struct writer_class jsonl_writer;
extern const struct writer_class md_writer;
extern const struct writer_class dyad_year_writer;
extern const struct writer_class dyad_month_writer;

/* "certain", "possible"; "" when no range was asked for. */
const char *writer_match_name(enum match match);
/* An export holds what is in the record and nothing that is worked out. */
bool writer_is_export(const struct writer *writer);
/* A field that stands in tables and documents under its own name. */
static inline bool writer_shows_field(const struct field *field) {
    return !(field->flags & (FIELD_ROW_ONLY | FIELD_HIDDEN));
}

#endif
