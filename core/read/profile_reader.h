/* Inside the reading by a profile: what its files share. One struct profile_reader lives for one file.
 *
 * What is wrong with a row is no status: it is laid into reader->fault and the record is rejected; a status other than
 * OK ends the reading (memory, the look-up, the visitor). Texts of a row live in its cells or in reader->row_arena. */
#ifndef DETENTE_READ_PROFILE_READER_H
#define DETENTE_READ_PROFILE_READER_H

#include "../model/cameo.h"
#include "csv_rows.h"
#include "profile.h"

/* ---- profile_words.c: words found by hash ---- */

/* Finds among `keys` (borrowed) with ASCII case aside. */
struct word_index {
    const struct slice *keys;
    size_t count;
    size_t *slots; /* open table: number of the key + 1 */
    size_t slot_count;
    size_t *lengths; /* of the keys, longest first, each once */
    size_t length_count;
};
enum { WORD_NONE = -1 };
/* False when memory is out. Empty keys are left out. */
bool word_index_make(struct word_index *index, struct arena *arena, const struct slice *keys, size_t count);
/* The number of the key: the one of exactly these letters, else the first that differs in case only. */
long word_index_find(const struct word_index *index, struct slice word);
/* The longest key that the text begins with. */
long word_index_find_beginning(const struct word_index *index, struct slice text);
/* The first key, in the order of the keys, that stands anywhere in the text. */
long word_index_find_within(const struct word_index *index, struct slice text);
enum { WORDS_FEW = 8 };
/* An index of more than a few words, else NULL. False when memory is out. */
bool word_index_long(struct arena *arena, const struct slice_list *words, const struct word_index **index);
/* Is it exactly one of them? The index may be NULL. */
bool word_is_among(const struct slice_list *words, const struct word_index *index, struct slice text);
/* Does the text begin so, ASCII case aside? */
bool word_begins(struct slice text, struct slice beginning);

/* ---- profile_layout.c: where the columns are ---- */

struct used_cell {
    size_t cell;
    int column; /* of the profile */
};
struct kept_cell {
    size_t cell;
    struct slice name; /* as an extra: it is the name of no field and of no other extra */
};
struct layout {
    size_t width;          /* cells that a row has, at least */
    size_t cell_count;     /* of the heading, empty ones at its end too */
    struct slice *names;   /* by cell, as in the heading; empty without a name */
    unsigned short *cells; /* by profile column: number of its cell, from 1; 0: not there */
    struct used_cell *used;
    size_t used_count;
    struct kept_cell *kept;
    size_t kept_count, left_count;
    unsigned short (*sources)[RECORD_FIELDS_MAX]; /* by record of the profile, by field: number of its cell; 0: none */
};

/* ---- the reader ---- */

enum { PENDING_MAX = 16, EVENT_PARTIES_MAX = 4096 /* as event.h has it */, MEMO_SIZE = 40, MEMO_COUNT = 4 };

/* Something not placed that is told once it is clear what became of it. */
struct pending {
    struct unplaced unplaced;
    bool quiet;
};
struct day_span {
    int64_t first, last;
};
/* A date: the days of its start, in the light of which names are read, and those of the whole of it. */
struct row_date {
    bool known, interval;
    struct day_span start, whole;
};
struct found_party {
    enum party_type type;
    struct slice id, role, acts_for, as;
    bool covered; /* a venue of a country that is a party otherwise */
};
/* Of days that are made of parts: which parts of which day were seen. profile_parts.c */
struct counted_day {
    int64_t day;
    size_t count; /* 0: the slot is empty */
};
struct day_parts {
    uint64_t *seen; /* open table of hashes of day and part; 0: empty */
    size_t seen_count, seen_slots;
    struct counted_day *days; /* open table */
    size_t day_count, day_slots;
    uint64_t last; /* the hash of the last row */
};
struct covered {
    bool borne;             /* a row bears on it */
    struct day_span *spans; /* in order, apart; owned */
    size_t count, capacity;
    struct day_parts parts;
};
/* A map and its index, found by the map's address. */
struct indexed_map {
    const struct profile_map *map;
    struct word_index index;
};
/* The last date that a value was, since neighbouring rows mostly have the same. */
struct date_memo {
    const struct profile_value *value;
    char text[MEMO_SIZE], edtf[MEMO_SIZE];
    size_t text_size, edtf_size;
};
/* A label of CAMEO that was looked up; `code` NULL: it is none. */
struct known_label {
    struct slice label;
    const struct cameo_code *code;
};
enum { LABEL_SLOTS = 1024, LABEL_MAX = 200 };
/* A record of the profile, as it is made. */
struct record_plan {
    const struct profile_record *record;
    const struct profile_field **fields; /* dates first, then the kind, since names are read in their light */
    const struct profile_field *id;      /* of a known event */
    bool names_parties;                  /* in a list, some of whom an import may make */
    bool done;                           /* once, and that was */
};

struct profile_reader {
    const struct profile *profile;
    const struct lookup *lookup;
    const struct record_visitor *visitor;
    struct profile_counts *counts;
    const char *file;
    struct placer *placer;
    struct arena arena, row_arena;
    struct record_plan *plans; /* by record of the profile */
    struct indexed_map *maps;  /* open table by address */
    size_t map_slots;
    struct word_index groups[CODE_SYSTEMS];
    struct known_label labels[LABEL_SLOTS];
    char replaced[256];      /* does a text that is replaced begin with this byte? */
    struct layout *layouts;  /* one for a heading, else one per variant */
    size_t layout_count;
    struct covered *covered; /* by coverage of the profile */
    struct buffer cell;      /* being written */
    struct extra extras[CSV_COLUMNS_MAX];
    struct date_memo memos[MEMO_COUNT];
    char last_known[RECORD_ID_MAX]; /* id of the event that was there last */
    size_t last_known_size;

    /* the row */
    const struct csv_row *row;
    long line; /* in the file */
    const struct layout *layout;
    struct slice *cells;  /* by profile column; trimmed, replaced, empty when missing */
    struct row_date date; /* of the first record that has one */
    bool date_sought, extras_given, rejected;
    size_t made;
    long rejected_column;

    /* the record, and the field at hand */
    struct day_span days; /* in the light of which names are read */
    const char *what;     /* of the field, for what is not placed */
    struct pending pending[PENDING_MAX];
    size_t pending_count;
    struct found_party *parties;
    size_t party_count, party_room;
    bool makes_parties; /* one of them nobody knows yet, and it is made */
    struct error fault; /* status OK: none */
};

static inline bool reader_is_faulty(const struct profile_reader *reader) { return reader->fault.status != STATUS_OK; }
static inline enum status reader_fail_memory(struct error *error) {
    return error_set(error, STATUS_NO_MEMORY, "out of memory");
}

/* ---- profile_layout.c ---- */
/* From the first row, by name. */
enum status layout_from_heading(struct profile_reader *reader, const struct csv_row *row, struct error *error);
enum status layout_from_variants(struct profile_reader *reader, struct error *error);
/* The layout of the row; NULL, with reader->fault, when the row has another number of cells than any, or a fault. */
const struct layout *layout_of_row(struct profile_reader *reader, const struct csv_row *row);
/* The first column of a value that the layout has: its cell's number, or 0. */
unsigned short layout_find_source(const struct layout *layout, const struct profile_value *value);

/* ---- profile_value.c ---- */
enum status value_evaluate(struct profile_reader *reader, const struct profile_value *value, struct slice *out,
                           struct error *error);
/* Appends the items of a list to reader->cell, escaped as items or, `parts`, as parts. */
enum status value_append_items(struct profile_reader *reader, const struct profile_value *value, bool parts,
                               struct error *error);
/* Is it a code that is known to be no country? */
bool value_is_group(const struct profile_reader *reader, enum code_system system, struct slice code);
bool conditions_hold(const struct profile_reader *reader, const struct profile_conditions *conditions);

/* ---- profile_options.c ---- */
/* Does the options of a value to *text. */
enum status options_apply(struct profile_reader *reader, const struct profile_value *value, struct slice *text,
                          struct error *error);
/* The days that an EDTF text covers. False when it is none. */
bool date_find_days(struct slice edtf, struct row_date *date);
/* The same of a text that may also be a date as people write it. A fault when it is none; empty: not known, no fault. */
enum status date_read_days(struct profile_reader *reader, const struct profile_value *value, struct slice text,
                           struct row_date *date, struct error *error);
/* Lays into reader->fault that a text is no date. */
void date_refuse(struct profile_reader *reader, const struct profile_value *value, struct slice text);

/* ---- profile_told.c ---- */
enum status reader_add_pending(struct profile_reader *reader, const char *what, const struct profile_value *value,
                               struct slice text, const char *reason, bool quiet, struct error *error);
/* Tells what is pending, also what was to be quiet where `all`, and forgets it. */
enum status reader_tell_pending(struct profile_reader *reader, bool kept, bool all, struct error *error);
/* Tells visitor->reject of reader->fault, with the cells of the row by name, and clears it. */
enum status reader_reject_row(struct profile_reader *reader, struct error *error);

/* ---- profile_read.c ---- */
/* Trimmed, texts replaced, empty when it is a word for that. False when memory is out. */
bool reader_clean_cell(struct profile_reader *reader, struct slice *cell);

/* ---- profile_party.c ---- */
enum status parties_build(struct profile_reader *reader, const struct profile_record *plan, struct record *event,
                          struct error *error);

/* ---- profile_row.c ---- */
enum status row_make_plans(struct profile_reader *reader, struct error *error);
/* All records of the row. */
enum status row_make_records(struct profile_reader *reader, struct error *error);
/* Sets reader->date: of the first record of the row that has one. */
enum status row_find_date(struct profile_reader *reader, struct error *error);

/* ---- profile_parts.c ---- */
/* A row of this day has this part. *whole: the day has just come to have as many different ones as `parts`. False when
 * memory is out. Bounded: days that begin when there is no room are never whole. */
bool day_parts_add(struct day_parts *parts, int64_t day, struct slice part, size_t needed, bool *whole);
void day_parts_free(struct day_parts *parts);

/* ---- profile_coverage.c ---- */
enum status coverage_add_row(struct profile_reader *reader, struct error *error);
enum status coverage_tell(struct profile_reader *reader, struct error *error);
void coverage_free(struct profile_reader *reader);

#endif
