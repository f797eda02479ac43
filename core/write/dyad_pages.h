/* What stands beside a table of dyads: the codebook for people, the manifest for making it again. */
#ifndef DETENTE_WRITE_DYAD_PAGES_H
#define DETENTE_WRITE_DYAD_PAGES_H

#include "dyad_table.h"
#include "writer.h"

struct dyad_pages {
    const char *version;   /* of the program */
    const char *format;    /* "dyad-year" */
    enum series_by by;
    bool directed;
    const struct write_context *context; /* the question, and the dossier's words */
    int64_t today;
    struct slice content;  /* hash of all that the record holds; empty: it holds nothing */
    int64_t revision;      /* 0: none */
    const struct dyad_counts *counts;
    const struct dyad_columns *columns;
    const struct record *claims; /* RECORD_COVERAGE that bear on the question */
    size_t claim_count;
    const char *sha256;    /* of the table */
    uint64_t size_bytes;
    struct slice command;  /* that makes it again */
};
void dyad_codebook_append(struct buffer *out, const struct dyad_pages *pages);
void dyad_manifest_append(struct buffer *out, const struct dyad_pages *pages);

#endif
