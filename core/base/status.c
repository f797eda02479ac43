/* The error value: filled once, where the fault is detected. Renders nothing, prints nothing. */
#include "status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Takes away the beginning of a UTF-8 sequence that truncation left at the end. */
static void drop_cut_sequence(char *text, size_t size) {
    size_t lead = size;
    while (lead > 0 && size - lead < 4 && ((unsigned char)text[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead == 0)
        return;
    unsigned char byte = (unsigned char)text[lead - 1];
    size_t need = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    if (size - (lead - 1) < need)
        text[lead - 1] = '\0';
}

static void format_into(char *out, size_t capacity, const char *format, va_list arguments)
    __attribute__((format(printf, 3, 0)));

static void format_into(char *out, size_t capacity, const char *format, va_list arguments) {
    int size = vsnprintf(out, capacity, format, arguments);
    if (size < 0)
        out[0] = '\0';
    else if ((size_t)size >= capacity)
        drop_cut_sequence(out, capacity - 1);
}

enum status error_set(struct error *error, enum status status, const char *format, ...) {
    if (!error)
        return status;
    if (error->status != STATUS_OK)
        return error->status;
    error->status = status;
    va_list arguments;
    va_start(arguments, format);
    format_into(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}

void error_advise(struct error *error, const char *format, ...) {
    if (!error || error->status == STATUS_OK || error->remedy[0])
        return;
    va_list arguments;
    va_start(arguments, format);
    format_into(error->remedy, sizeof error->remedy, format, arguments);
    va_end(arguments);
}

void error_locate(struct error *error, const char *file, long line, long column) {
    if (!error || error->status == STATUS_OK)
        return;
    struct place *place = &error->place;
    if (place->file[0] || place->line || place->column)
        return;
    if (file) {
        size_t size = strlen(file);
        size_t kept = size < sizeof place->file ? size : sizeof place->file - 1;
        memcpy(place->file, file, kept);
        place->file[kept] = '\0';
        if (kept < size)
            drop_cut_sequence(place->file, kept);
    }
    place->line = line;
    place->column = column;
}

void error_clear(struct error *error) {
    if (error)
        *error = (struct error){.status = STATUS_OK};
}
