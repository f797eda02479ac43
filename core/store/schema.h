/* What a record consists of, by schema version: tables, indexes and views, as the engine keeps their texts. Made from the
 * migrations at build time (schema/generate_schema.c), so that a new migration needs no second list. */
#ifndef DETENTE_STORE_SCHEMA_H
#define DETENTE_STORE_SCHEMA_H

#include <stdint.h>
#include "../base/status.h"

struct schema_item {
    const char *type, *name, *table;
    const unsigned char *sql; /* as the engine keeps it; NULL: of an index that belongs to a table */
    size_t size;              /* of sql */
    bool shadow;              /* a table of full text, whose text is the engine's own and may differ by its version */
};
/* Sorted by name, byte by byte. */
struct schema_version {
    const struct schema_item *items;
    size_t count;
};
/* That of schema n is the n-1st. */
extern const struct schema_version schema_versions[];
extern const size_t schema_version_count;

struct engine;
/* CORRUPT unless the file holds exactly what a record of that schema does, and the engine's own statistics: what is foreign,
 * changed or missing, and what to do about it. Reads the list of tables once, and runs nothing that the file carries. */
enum status schema_check(struct engine *engine, int64_t version, struct error *error);

#endif
