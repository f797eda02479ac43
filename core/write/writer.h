/* Writers: whole records or whole answers to bytes, one file per format.
 *
 * A writer is {name, media type, what it can take}; the front door calls begin, then an entry per
 * record, event or row, then end, and knows nothing of the format. Every writer is deterministic,
 * streams (constant space) and never invents a value: what is absent is left out. */
#ifndef DETENTE_WRITE_WRITER_H
#define DETENTE_WRITE_WRITER_H

#include "../ask/shape.h"
#include "../base/sink.h"
#include "../query/query.h"

/* How the page looks, decided by cmd: the core knows no terminal. */
struct write_style {
    int width;        /* columns for text; 80 without a terminal */
    bool color;       /* ANSI colours in text */
    bool crlf;        /* csv: CRLF as RFC 4180 has it, else LF */
    bool bom;         /* csv, tsv: a byte order mark in front */
    bool safe_cells;  /* csv, tsv: an apostrophe before cells that a spreadsheet would run (= + - @ tab CR) */
    bool multilateral;/* unused by writers of records */
    int64_t today;    /* day number, for what depends on the day */
};

/* What an answer is about, for headings and for "query" in JSON. */
struct write_context {
    const char *command;        /* "timeline", "between", "show", "list", … */
    struct slice title;         /* e.g. "Canada – China"; may be empty */
    const struct query *query;  /* NULL when the answer is not about events */
    struct slice_list words;    /* of the command, where they are no filters: an id, a type, names, SQL */
    const char *const *columns; /* of rows: NULL-terminated; NULL for events */
    const char *rows_name;      /* JSON member for rows: "countries", "kinds", … */
    struct answer_plan plan;    /* of a desk's answer: its parts; count 0 for the others */
    const struct answer_detail *details; /* of the question, besides filters */
    size_t detail_count;
    /* Of an answer without entries: does the record claim to cover the question? Told once the front door knows. */
    enum { COVER_NOT_TOLD, COVER_NO, COVER_YES } covered;
    bool single;                /* exactly one event is expected: show */
    bool bare;                  /* rows in JSON are one array by themselves, without a query: date */
    struct slice dossier;       /* the record's dossier as JSON text; may be empty */
    /* Names of extras of each record type, sorted, so that a table can have its columns. */
    struct slice_list extras[RECORD_TYPES];
};

struct writer; /* one answer being written */

struct writer_class {
    const char *name;       /* "csv" */
    const char *media_type; /* "text/csv; charset=utf-8" */
    const char *summary;    /* one line for `detente formats` */
    const char *extension;
    bool takes_events, takes_rows;
    bool for_people;       /* is read from top to bottom: without a limit given, a search shows the best only */
    bool exports_document; /* an export is the whole record (json), not its events alone */
    bool exports_dyads;    /* an export is a table of pairs and periods, with a codebook and a manifest beside it */
    bool publishes;        /* leaves out, and counts, what is not public that day */
    const char *only_command; /* of a desk's answers takes only that of this command; NULL: all */
    bool takes_one_part;   /* of a desk's answer only the part that is a table */
    bool wants_names_only; /* an event needs no offices, claims, links, notes (tables) */
    size_t state_size; /* bytes of the writer's own state, zeroed before begin */
    /* All return STATUS_OK, STATUS_NO_MEMORY or what the sink says. NULL when not taken. */
    enum status (*begin)(struct writer *writer);
    enum status (*event)(struct writer *writer, const struct answer_event *event);
    enum status (*row)(struct writer *writer, const struct answer_row *row);
    /* An entry of a desk's answer (context->plan), a struct of the part's shape. Parts come in order. */
    enum status (*entry)(struct writer *writer, const struct answer_part *part, const void *entry);
    /* Records of a whole export, all of one type after the other, in the order of the document. */
    enum status (*record)(struct writer *writer, const struct record *record);
    enum status (*end)(struct writer *writer);
};

struct writer {
    const struct writer_class *class;
    struct sink *sink;
    const struct write_style *style;
    const struct write_context *context;
    struct arena *scratch; /* rewound by the caller after each entry */
    void *state;
};

extern const struct writer_class *const writer_classes[]; /* NULL-terminated, in the order of the contract */
const struct writer_class *writer_find(struct slice name);

#endif
