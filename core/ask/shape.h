/* What the entries of a desk's answers are made of, declared once as data.
 *
 * An answer has parts: single ones, whose fields stand in the answer itself (`on`), and lists
 * (`measures`). The entries of a part are structs of one shape: a table of fields that says name, type
 * and offset. JSON keys, columns of tables and the plain text table follow from it; a text for people
 * that is laid out by hand reads the struct.
 *
 * Entries and all they point to are borrowed until the visit returns. */
#ifndef DETENTE_ASK_SHAPE_H
#define DETENTE_ASK_SHAPE_H

#include "answer.h"

/* A number of days or of things that need not be known. */
struct shape_count {
    bool known;
    int64_t value;
};
#define SHAPE_UNKNOWN ((struct shape_count){false, 0})
static inline struct shape_count shape_count(int64_t value) { return (struct shape_count){true, value}; }

enum shape_answer { SHAPE_NO, SHAPE_YES, SHAPE_NOT_KNOWN };

struct shape_sources {
    const struct answer_source *items;
    size_t count;
};
struct shape_events {
    const struct answer_event *const *items;
    size_t count;
};
/* `count` structs of the field's shape, one after the other. */
struct shape_entries {
    const void *items;
    size_t count;
};

enum shape_type {    /* member of the struct      in JSON                      in a table */
    SHAPE_TEXT,      /* struct slice              a text; empty: left out      the text */
    SHAPE_LIST,      /* struct slice, list cell   array; empty: left out       the cell */
    SHAPE_NUMBER,    /* struct slice, decimal     a number; empty: left out    the number */
    SHAPE_COUNT,     /* struct shape_count        a number; else left out      the number or nothing */
    SHAPE_DAY,       /* int64_t day number        "yyyy-mm-dd"; DAY_MIN and DAY_MAX are left out */
    SHAPE_BOOL,      /* bool                      true or false                "true", "false" */
    SHAPE_FLAG,      /* bool                      true; false is left out      "true" or nothing */
    SHAPE_MAYBE,     /* enum shape_answer         true, false; not known is left out */
    SHAPE_SOURCES,   /* struct shape_sources      array of sources in short    cell of ids, else addresses */
    SHAPE_EVENT,     /* const struct answer_event *   the event; NULL is left out   its id */
    SHAPE_EVENTS,    /* struct shape_events       array of events              cell of ids */
    SHAPE_ENTRIES    /* struct shape_entries      array of objects             cell of their first fields */
};

enum shape_place { SHAPE_EVERYWHERE, SHAPE_JSON_ONLY, SHAPE_TABLE_ONLY };

struct shape;
struct shape_field {
    const char *name;
    enum shape_type type;
    size_t offset;
    const struct shape *of; /* of SHAPE_ENTRIES */
    enum shape_place place;
};
struct shape {
    const char *name; /* "measure" */
    size_t size;      /* of the struct */
    const struct shape_field *fields;
    size_t count;
};

/* A part of an answer. */
struct answer_part {
    /* JSON member of a list: "measures"; of a single one: "". NULL: no member, a table alone, which tells row by row what the
     * list before it tells entry by entry; JSON Lines take that one then. */
    const char *name;
    const struct shape *shape;
    bool single;   /* exactly one entry, whose fields are members of the answer itself */
    bool is_table; /* csv and tsv hold this part; exactly one of an answer */
};

/* What the question was, besides filters: members of "query". */
struct answer_detail {
    const char *name; /* "on", "before", "by" */
    struct slice value;
    bool is_list; /* value is a list cell */
    bool is_raw;  /* value is a number, or true */
};

/* What an answer is made of, ended by the caller's array. Parts come in their order, also when a part has no
 * entry; single ones always have theirs. */
struct answer_plan {
    const struct answer_part *parts;
    size_t count;
};

#endif
