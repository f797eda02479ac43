/* Profiles: how a foreign table becomes records, as data. docs/PROFILES.md is the language; this is what
 * it is parsed into.
 *
 *   profile_parse      JSON -> struct profile            (profile_parse*.c)
 *   profile_recognise  is a file surely of one of these?  (profile_recognise.c)
 *   profile_read       rows -> records, by a profile      (profile_read.c, profile_row.c, profile_value.c, profile_party.c)
 *
 * A profile is read-only once parsed and lives as long as its arena. */
#ifndef DETENTE_READ_PROFILE_H
#define DETENTE_READ_PROFILE_H

#include "../model/event.h"
#include "../model/place.h"
#include "csv.h"
#include "encoded.h"

enum { PROFILE_COLUMNS_MAX = CSV_COLUMNS_MAX, PROFILE_VARIANTS_MAX = 8, PROFILE_DEPTH_MAX = 8 /* values in values */ };

/* ---- conditions ---- */

struct word_index; /* of long lists; NULL for others */
struct profile_condition {
    enum { CONDITION_IS, CONDITION_NOT, CONDITION_BEGINS, CONDITION_FILLED, CONDITION_COLUMNS } what;
    int column;
    struct slice_list words; /* of IS, NOT, BEGINS (case aside) */
    const struct word_index *index; /* of IS and NOT */
    bool filled;             /* of FILLED: true or false is asked for */
    size_t columns;          /* of COLUMNS */
};
struct profile_conditions {
    struct profile_condition *items;
    size_t count;
};

/* ---- values ---- */

struct profile_map {
    struct slice name; /* "" for one that stands in the value itself */
    struct slice *from, *to;
    size_t count;
};
enum profile_match { MATCH_WHOLE, MATCH_BEGINS, MATCH_HAS };
enum profile_known_map { MAP_NONE, MAP_OWN, MAP_CAMEO, MAP_CAMEO_LABEL };
enum profile_otherwise { OTHERWISE_UNPLACED, OTHERWISE_TEXT, OTHERWISE_ITSELF };
enum profile_form { FORM_AS_IT_IS, FORM_SLUG, FORM_LOWER, FORM_WORDS };

enum profile_shape {
    VALUE_NONE, /* not said */
    VALUE_COLUMN,
    VALUE_CONSTANT,
    VALUE_TEXT,  /* pieces */
    VALUE_JOIN,  /* parts, with `text` between */
    VALUE_FIRST, /* parts */
    VALUE_SPLIT_DATE, /* exactly three parts: year, month, day */
    VALUE_COUNTRY     /* one part, in `system` */
};

/* Of VALUE_TEXT: a literal when `column` is PROFILE_LITERAL. */
enum { PROFILE_LITERAL = -1 };
struct profile_piece {
    int column;
    struct slice text;
};

struct profile_value {
    enum profile_shape shape;
    int column;        /* index into profile.columns */
    struct slice text; /* of CONSTANT, JOIN */
    struct profile_piece *pieces;
    size_t piece_count;
    struct profile_value *parts;
    size_t part_count;
    enum code_system system;
    bool quiet;
    struct profile_conditions when; /* else the value is empty */
    /* done to what comes out, in this order */
    struct slice_list missing, formats;
    const struct word_index *missing_index;
    bool has_plus_days, has_open_from;
    int64_t plus_days, open_from; /* open_from: a day number */
    enum profile_known_map known_map;
    const struct profile_map *map; /* of MAP_OWN */
    enum profile_match match;
    enum profile_otherwise otherwise;
    struct slice otherwise_text;
    enum profile_form form;
    struct slice_list split; /* of a field that is a list */
};

/* ---- records ---- */

struct profile_try {
    enum party_type type;
    struct profile_value value;
    enum code_system system; /* of a country */
    bool make;               /* of a person or an organization */
    bool quiet;
};
struct profile_party {
    struct slice role;
    struct profile_try *tries;
    size_t try_count;
    struct slice_list split;
    bool parentheses;
    struct profile_value acts_for, as; /* VALUE_NONE when not said */
};

struct profile_field {
    int field; /* of the record's type */
    struct profile_value *values;
    size_t value_count;
};
/* What a record type that is only a spell of a code has instead of fields. */
struct profile_spell {
    enum code_system system;
    struct profile_value code, name, start, end;
};
struct profile_record {
    enum record_type type;
    bool is_spell; /* type is RECORD_COUNTRY then */
    struct profile_spell spell;
    bool known;
    bool once; /* made from the first row only: the source of a whole table */
    struct profile_conditions when;
    struct profile_field *fields;
    size_t field_count;
    struct profile_party *parties;
    size_t party_count;
};

struct profile_coverage {
    struct slice dataset, note;
    struct slice countries, kinds; /* list cells */
    struct slice start, end;       /* EDTF; empty: from the file */
    struct profile_value days;     /* VALUE_NONE: the first record's date */
    size_t gap;                    /* days further apart than this many are stretches of their own; 0: all is one */
    struct profile_value part;     /* VALUE_NONE: a row is enough for its day */
    size_t parts;                  /* so many different ones make a day whole */
    struct profile_conditions when;
};

/* ---- the whole ---- */

struct profile_column {
    struct slice name;
    bool optional;
    bool used; /* by a value or a condition */
    bool kept; /* as an extra */
};
/* For one number of columns: which of profile.columns each cell is; -1 for a name that nothing uses or keeps. */
struct profile_variant {
    size_t count;
    int *columns;
};
enum profile_keep { KEEP_REST, KEEP_NAMED, KEEP_NOTHING };

struct profile_cell_format {
    size_t cell; /* from 0 */
    struct slice format;
};
struct profile_detect {
    struct slice_list files;   /* "*" stands for any text */
    struct slice_list heading; /* all of these must be there */
    size_t *columns;           /* each row must have one of these numbers of cells */
    size_t column_count;
    struct profile_cell_format *cells;
    size_t cell_count;
};

struct profile_table {
    char delimiter; /* 0: by the file's name */
    char quote;     /* '"' or CSV_NO_QUOTE */
    enum text_encoding encoding;
    bool heading;
    size_t skip;
    struct slice_list missing;
    struct slice_list replace_from, replace_to; /* of one length */
};

struct profile {
    struct slice name, title, about;
    struct profile_detect detect;
    struct profile_table table;
    struct profile_column *columns; /* every name that the profile says anywhere, in the order in which it does */
    size_t column_count;
    struct profile_variant *variants; /* without a heading; as many as `columns` has lists */
    size_t variant_count;
    struct profile_map *maps;
    size_t map_count;
    struct slice_list groups[CODE_SYSTEMS]; /* codes in lower case */
    struct profile_conditions rows;
    struct profile_record *records;
    size_t record_count;
    enum profile_keep keep;
    struct profile_coverage *coverage;
    size_t coverage_count;
};

/* All of it is in the arena. BAD_INPUT with the line and column of what is wrong, and the nearest key, field, column, map or
 * system where a word is not known. Checks all that can be checked without a file: fields of the record type, required ones
 * that nothing fills, formats, maps and columns that do not exist, dates, kinds, role words, countries of coverage. */
enum status profile_parse(struct arena *arena, struct input *input, const struct profile **profile, struct error *error);

/* The one profile of which the beginning of a file (raw bytes, up to what fits; at least one whole line) surely is; NULL when none
 * or several are. `name` may be empty. Never fails: what cannot be read is not recognised. */
const struct profile *profile_recognise(const struct profile *const *profiles, size_t count, struct slice name,
                                        struct slice beginning);

/* ---- reading ---- */

enum { PROFILE_PASSED_LINES = 8 };
struct profile_counts {
    uint64_t rows;     /* that were read, blank ones aside */
    uint64_t passed;   /* of these, passed over by the profile's conditions, or without anything to make a record of */
    long passed_lines[PROFILE_PASSED_LINES]; /* where the first of these begin */
    size_t passed_line_count;
    uint64_t actors;   /* parties that are only named */
    uint64_t outside;  /* codes that were taken outside their time, since they only ever meant one state */
    size_t kept, left; /* columns kept as extras, and neither used nor kept */
};

/* Rows of a table -> records, handed to the visitor in the order of the profile, all of a row one after the other; the coverage last,
 * to visitor->covers. What a row cannot be is told by visitor->reject (a date that cannot be read, a number of cells that
 * nobody expects) and visitor->unplaced; the rest of the row is taken where it can be. Constant space. The lookup (may be NULL)
 * says what the record knows: countries, organizations, people, events. */
enum status profile_read(struct input *input, const struct profile *profile, const struct lookup *lookup,
                         const struct record_visitor *visitor, struct profile_counts *counts, struct error *error);

/* Of a table, by the profile or else by the name of the file. */
char profile_delimiter(const struct profile *profile, struct slice name);
/* A date by formats; empty *edtf when none fits and the text is none by itself. In the arena. False when memory is out. */
bool profile_read_date(struct arena *arena, struct slice text, const struct slice_list *formats, struct slice *edtf);
/* Is it a format? The message says why not. */
bool profile_check_format(struct slice format, struct error *error);
/* Does a text fit a format? */
bool profile_fits_format(struct slice text, struct slice format);

#endif
