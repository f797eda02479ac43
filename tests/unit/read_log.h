/* For the tests of the readers: an input that hands out a few bytes at a time, and a visitor that
 * writes down, line by line, what it is given. */
#ifndef DETENTE_TESTS_READ_LOG_H
#define DETENTE_TESTS_READ_LOG_H

#include "../../core/read/csv.h"
#include "../../core/read/json.h"

struct slow_input {
    struct slice text;
    size_t position, step;
};

static inline enum status slow_read(void *context, char *data, size_t size, size_t *got,
                                    struct error *error) {
    struct slow_input *slow = context;
    (void)error;
    *got = slow->text.size - slow->position;
    if (*got > size)
        *got = size;
    if (*got > slow->step)
        *got = slow->step;
    if (*got)
        memcpy(data, slow->text.data + slow->position, *got);
    slow->position += *got;
    return STATUS_OK;
}

static inline enum status slow_rewind(void *context, struct error *error) {
    (void)error;
    ((struct slow_input *)context)->position = 0;
    return STATUS_OK;
}

static inline struct input slow_open(struct slow_input *slow, const char *name) {
    slow->position = 0;
    return (struct input){name, slow_read, slow_rewind, slow};
}

static inline void log_record(struct buffer *log, const struct record *record) {
    const struct record_info *info = record_info(record->type);
    buffer_append_format(log, "%s %ld:", info->name, record->line);
    for (size_t i = 0; i < info->field_count; i++) {
        if (!(record->given >> i & 1))
            continue;
        buffer_append_format(log, " %s=", info->fields[i].name);
        buffer_append_slice(log, record->values[i]);
    }
    for (size_t i = 0; i < record->extra_count; i++) {
        buffer_append_text(log, " +");
        buffer_append_slice(log, record->extras[i].name);
        buffer_append_text(log, "=");
        buffer_append_slice(log, record->extras[i].value);
    }
    buffer_append_byte(log, '\n');
}

static inline void log_fault(struct buffer *log, const char *word, const struct error *fault) {
    buffer_append_format(log, "%s %s:%ld:%ld: %s\n", word, fault->place.file, fault->place.line,
                         fault->place.column, fault->message);
}

static inline enum status log_visit(void *context, struct record *record, struct error *error) {
    (void)error;
    log_record(context, record);
    return STATUS_OK;
}

static inline enum status log_reject(void *context, const struct record *record,
                                     const struct error *fault, struct error *error) {
    (void)error;
    log_fault(context, "reject", fault);
    log_record(context, record);
    return STATUS_OK;
}

static inline void log_unknown(void *context, enum record_type type, struct slice name,
                               const char *nearest) {
    struct buffer *log = context;
    buffer_append_format(log, "unknown %s.", record_info(type)->name);
    buffer_append_slice(log, name);
    buffer_append_format(log, "%s%s\n", nearest ? ", near " : "", nearest ? nearest : "");
}

static inline enum status log_dossier(void *context, struct slice json, struct error *error) {
    struct buffer *log = context;
    (void)error;
    buffer_append_text(log, "dossier ");
    buffer_append_slice(log, json);
    buffer_append_text(log, "\n");
    return STATUS_OK;
}

static inline enum status log_origin(void *context, struct slice hash, bool whole, struct error *error) {
    struct buffer *log = context;
    (void)error;
    buffer_append_text(log, whole ? "revision " : "from_revision ");
    buffer_append_slice(log, hash);
    buffer_append_text(log, "\n");
    return STATUS_OK;
}

static inline struct record_visitor log_visitor(struct buffer *log) {
    return (struct record_visitor){log, log_visit, log_reject, log_unknown, log_dossier, log_origin, NULL, NULL, NULL};
}

/* The log as a C string. */
static inline const char *log_text(struct buffer *log) {
    char *end = buffer_reserve(log, 1);
    if (!end)
        return "out of memory";
    *end = '\0';
    return log->data;
}

#endif
