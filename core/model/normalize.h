/* One value of one field brought into canonical form: what record_normalize.c does per field.
 * Internal to the model. */
#ifndef DETENTE_MODEL_NORMALIZE_H
#define DETENTE_MODEL_NORMALIZE_H

#include "record.h"

struct normalizer {
    struct arena *arena;
    const struct normalize_options *options;
    const struct record *record;
    int field;
    struct error *error;
};

/* A text that may stand in a record: trimmed, CR LF as LF, valid UTF-8, no control characters, not
 * too long. `name` is the field or the extra, for the message. */
enum status normalize_text(const struct normalizer *normalizer, const char *name,
                           struct slice *value);
/* A value that is not empty. */
enum status normalize_value(const struct normalizer *normalizer, struct slice *value);
/* Dates and the time of day, in normalize_dates.c. */
enum status normalize_date(const struct normalizer *normalizer, struct slice *value);
enum status normalize_day(const struct normalizer *normalizer, struct slice *value);
enum status normalize_release(const struct normalizer *normalizer, struct slice *value);
enum status normalize_time(const struct normalizer *normalizer, struct slice *value);

/* BAD_INPUT: field "value" what. */
enum status normalize_refuse(const struct normalizer *normalizer, struct slice value,
                             const char *what);
enum status normalize_fail_memory(const struct normalizer *normalizer);
static inline const struct field *normalizer_field(const struct normalizer *normalizer) {
    return record_field(normalizer->record->type, normalizer->field);
}

#endif
