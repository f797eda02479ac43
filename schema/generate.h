/* What the parts of the generator share. A build-time program: it prints to standard output, tells
 * its errors on standard error as FILE:LINE: message, and leaves with 1. */
#ifndef DETENTE_SCHEMA_GENERATE_H
#define DETENTE_SCHEMA_GENERATE_H

#include "../core/base/arena.h"

enum { CSV_FIELDS = 16 };

struct csv_row {
    long line; /* on which it begins */
    struct slice fields[CSV_FIELDS];
};

struct csv {
    const char *file;
    struct csv_row *rows; /* without the heading */
    size_t count;
};

/* Leaves with FILE:LINE: message; without a line when it is 0. */
_Noreturn void generate_fail(const char *file, long line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Leaves when memory is out. */
void *generate_need(void *memory);

/* The bytes of a file. */
struct slice generate_read_file(struct arena *arena, const char *path);
/* A table whose heading is exactly `columns` (separated by commas). */
struct csv generate_read_csv(struct arena *arena, const char *path, const char *columns);
/* An initializer with one byte more than there are, so that a reader of C strings may take the text as it is. */
void generate_print_bytes(struct slice text);
/* A C string literal. */
void generate_print_string(struct slice text);

void generate_countries(struct arena *arena, const char *path);
void generate_organizations(struct arena *arena, const char *path);
void generate_kinds(struct arena *arena, const char *path);
void generate_cameo(struct arena *arena, const char *path);
void generate_schema(struct arena *arena, char *const *paths, size_t count);

#endif
