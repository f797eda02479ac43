/* Inside the import: one row at a time from a reader to the store, and the rows that cannot go there. */
#ifndef DETENTE_IMPORT_H
#define DETENTE_IMPORT_H

#include "front.h"
#include "read/csv_rows.h"
#include "read/hashed.h"
#include "read/profile.h"
#include "store/guard.h"
#include "store/history.h"

/* Rejected rows, kept in re-importable form with their reason: one table as CSV when what is imported is
 * one table, else a JSON document. Flat texts as they were read. */
struct rejects {
    const char *path;              /* NULL: they are only reported */
    bool table;
    FILE *files[RECORD_TYPES];     /* unnamed, one per member of the document; of a table only its own */
    uint64_t counts[RECORD_TYPES];
    struct slice_list columns;     /* of the table: names of its extras, in order */
    uint64_t given;                /* fields that the table has */
    const struct profile *profile; /* of other people's tables: rows go to files[0] as they stand in theirs */
    struct buffer heading;         /* of these, as a line in UTF-8; empty: none */
    bool row_rejected, others;     /* the row at hand; the file at hand has other columns */
    uint32_t characters[128];      /* what the bytes from 128 on mean in its encoding; 0: nothing, or not known yet */
};
void rejects_init(struct rejects *rejects, const char *path, bool table);
/* Is the file's name that of a table? */
bool rejects_want_table(const char *path);
enum status rejects_add(struct rejects *rejects, const struct record *raw, const struct error *fault, struct error *error);
/* In rejects_table.c: a cell, in quotes where it must be and `quotes` are any. */
void rejects_append_cell(struct buffer *out, struct slice cell, char delimiter, bool quotes);
/* rejects_table.c: from now on rows of other people's tables, in the layout of that profile. */
void rejects_begin_table(struct rejects *rejects, const struct profile *profile);
/* The heading, and each row when all of it is read: one that was rejected is kept. *left: it was, and its columns are others. */
enum status rejects_add_row(struct rejects *rejects, const struct csv_row *row, bool heading, bool *left, struct error *error);
/* The file cannot be written. */
enum status rejects_fail(const struct rejects *rejects, struct error *error);
/* Writes the file when there is something to write, and frees. */
enum status rejects_finish(struct rejects *rejects, bool keep, struct error *error);

/* Ids made in one file, so that a second one gets "-2". */
struct made_id {
    uint64_t hash;
    uint32_t next; /* what to try for the next repeat */
};
struct id_set {
    struct made_id *slots;
    size_t count, capacity;
};
/* Its entry, until the next call; *is_new says whether it was not there before. NULL when memory is out. */
struct made_id *id_set_add(struct id_set *set, struct slice id, bool *is_new);
void id_set_free(struct id_set *set);

/* Rows of parties.csv, held until their event is read, so that both are one change. */
struct held_row {
    struct record record; /* normalized; texts in the arena */
    unsigned short columns[PARTY_AS + 1]; /* of its fields in the table */
    size_t next;          /* the next row of the same event, + 1 */
    bool taken;
};
struct held_rows {
    struct arena arena;
    struct held_row *rows;
    size_t count, capacity;
    size_t *slots; /* open table over event ids: first row + 1 */
    size_t slot_count;
};
enum { HELD_ROWS_MAX = 500000, HELD_OF_EVENT_MAX = 256 };
/* False when it cannot be held (too many, no memory): then it is put after the events. */
bool held_add(struct held_rows *held, const struct record *record);
/* The rows of an event, in their order; marks them as taken. At most HELD_OF_EVENT_MAX; the others stay. */
size_t held_take(struct held_rows *held, struct slice event, struct held_row **rows);
void held_free(struct held_rows *held);

/* What happens to records that are here already and that a row would change. */
enum conflict_mode { CONFLICT_UPDATE, CONFLICT_SKIP, CONFLICT_FAIL };
/* What came of the row at hand, where it was not taken. */
enum verdict {
    VERDICT_NONE,
    VERDICT_SKIPPED, /* the record stays, as was asked for */
    VERDICT_KEPT,    /* it was changed here since; the file says nothing new of it */
    VERDICT_REFUSED, /* it was changed here since, and the file says something else */
    VERDICT_FAILED   /* the import ends */
};

/* The content that the file at hand was exported from. */
struct origin {
    int64_t revision; /* that left it here; -1: not known */
    bool whole;       /* all of that content was exported */
    bool removals;    /* something was removed here since */
};

/* A dossier of this import, whose missing records are told at the end. */
struct dossier_scope {
    struct slice_list files; /* all names that its files can have */
    struct origin origin;
};

/* What other people's tables have that has no place here, summed up: the same value of the same column for the same reason is one
 * entry. Of UNPLACED_MAX different ones the numbers are exact, all others are one number. */
enum { UNPLACED_MAX = 10000, UNPLACED_SHOWN = 200 /* bytes of a value that are kept */, UNPLACED_OF_ROW = 64 };
struct unplaced_entry {
    uint64_t hash, count;
    const char *what, *column, *value, *reason, *file; /* the file and line of the first one */
    long line;
    bool kept;
};
struct unplaced_list {
    struct arena arena;
    struct unplaced_entry *entries; /* owned */
    uint32_t *slots;                /* owned; open table: entry + 1 */
    size_t count;
    uint32_t of_row[UNPLACED_OF_ROW]; /* entries that the row at hand has added to, as kept */
    size_t of_row_count;
    const char *file; /* the name that was kept last */
};
void import_free_unplaced(struct unplaced_list *list);

/* Coverage that the files at hand claim, until the end; then also what the record has of the same. */
struct coverage_claim {
    struct slice values[COVERAGE_NOTE + 1]; /* texts in the importer's words */
    struct store_stretch days;
    const char *file;
    bool is_row; /* of the record */
    bool apart;  /* a row that is left as it is */
    bool broken; /* its days cannot be read */
};
struct coverage_list {
    struct coverage_claim *items; /* owned */
    size_t count, capacity;
};

/* Sources that rows add to an event that is here, until a row of something else comes. */
struct gathered_mentions {
    struct arena arena;
    struct slice event, bare;  /* its id, empty: none; the address that it has itself */
    struct slice_list sources; /* that it has not yet */
    struct id_set seen;        /* all that it has or will have */
    uint64_t rows;             /* that add something */
    long line;                 /* of the first of these */
};

/* How often a record that was here already was changed in this import, where that was more than once. */
struct change_count {
    uint64_t key; /* 0: an empty slot */
    uint64_t count;
};
struct change_counts {
    struct change_count *slots; /* owned */
    size_t count, capacity;
};

/* A number and the first of what it counts. */
struct tally {
    uint64_t count, named; /* named: in a list of their names, where there is one */
    char example[120];
};

enum { TOLD_MAX = 20 /* of each sort of finding */, NAMED_SLOTS = 4096, NAMES_SIZE = 1600 };

struct importer {
    struct detente *database;
    const struct detente_import *request;
    const struct detente_import_watch *watch;
    struct detente_import_summary *summary;
    struct lookup lookup;        /* of the store, through the records made for the row at hand */
    struct lookup beneath;       /* of the store itself */
    struct arena arena;          /* for the row at hand */
    struct arena words;          /* for the whole import */
    struct record made[64];      /* named by the row at hand, and not known before */
    size_t made_count;
    struct rejects rejects;
    struct id_set ids;
    struct held_rows held;
    bool holding; /* parties.csv is being read ahead of events.csv */
    char converted_from[80], converted_to[80]; /* an example */
    uint64_t rows;
    bool left_others;   /* rejected rows with other columns than those in the file of them were told */
    bool guessed_table; /* nothing said that the table holds events */
    char made_example[120];
    uint64_t made_by_type[RECORD_TYPES];

    /* files: what the log keeps of them */
    struct store_file *files; /* owned */
    size_t file_count, file_capacity;
    struct slice file;        /* name of the one at hand */
    int64_t file_rows;
    struct store_author author;

    /* conflicts: import_conflict.c */
    enum conflict_mode mode;
    struct store_guard guard;
    int64_t latest;           /* revision before this import */
    bool has_notes;           /* some may say that an id was merged */
    struct origin origin;     /* of the file at hand */
    enum record_type row_type; /* of the row at hand */
    bool row_has_id;
    const struct record *row; /* as it was read: its place */
    enum verdict verdict;     /* on the row at hand */
    struct error verdict_text;
    struct party_rows left_rows; /* of parties.csv, left with the event at hand */
    struct tally repeats, collisions, overruled, skipped;
    char overruled_names[NAMES_SIZE], skipped_names[NAMES_SIZE];
    bool says_other;          /* a row was refused since its record was changed here */
    int64_t known_revision;   /* the revision looked up last: was it an import, and of this file? */
    bool known_import, known_file;

    /* what is no longer in a dossier: import_missing.c */
    bool seeing;
    struct dossier_scope *scopes; /* owned */
    size_t scope_count;
    uint64_t named[NAMED_SLOTS];  /* hashes of ids that were seen lately */

    uint64_t titled;          /* new events with a title that are not machine-coded */

    /* other people's tables: import_profile.c */
    const struct profile *given;          /* --profile or --map */
    const struct profile *const *builtin; /* parsed when first needed */
    size_t builtin_count;
    const struct profile *profile;        /* of the file at hand; NULL: it is ours */
    uint64_t profiled, profiled_rows;     /* files so far, and rows of those that were not told one by one */
    uint64_t outside;                     /* codes taken outside their time */
    struct tally restated;                /* rows that say something else than one before them in this import */
    struct gathered_mentions mentions;
    struct id_set words_seen;             /* kinds and offices that are not built in: import_near.c */
    size_t words_told;
    struct change_counts changed;
    enum record_type back;                /* the row at hand brings a record of that type back to what it was; RECORD_TYPES: none */
    struct unplaced_list unplaced;
    uint64_t row_records;                 /* that the row at hand has made */
    bool row_unplaced;                    /* something of it has no place, not even a name */
    uint64_t nowhere;                     /* rows of the file at hand that made nothing for that */
    struct coverage_list coverage;
};

/* import_row.c: what a reader hands on. */
struct record_visitor import_visitor(struct importer *importer);
/* Puts the rows of parties.csv whose event was not read. */
enum status import_held_rows(struct importer *importer, struct error *error);
/* Tells and keeps a row that is rejected. */
enum status import_reject(struct importer *importer, const struct record *raw, const struct error *fault, struct error *error);
void import_remark(struct importer *importer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* import_recognise.c: what a file is. */
enum file_format { FORMAT_NONE, FORMAT_CSV, FORMAT_TSV, FORMAT_DOCUMENT, FORMAT_LINES, FORMAT_DOSSIER_JSON, FORMAT_FOLDER };
struct slice import_base_name(const char *path);
/* NONE when the name does not tell. */
enum file_format import_format_by_name(struct slice name);
/* USAGE when it is none that can be imported. */
enum status import_format_by_word(const char *word, enum file_format *format, struct error *error);
/* Of the first bytes; never NONE. */
enum file_format import_format_of(struct slice beginning);
/* BAD_INPUT for what is compressed, with what to do. */
enum status import_refuse_packed(struct importer *importer, struct slice beginning, struct error *error);
/* Of a table, from --table or its name; USAGE when there is no such table. */
enum status import_table_type(struct importer *importer, struct slice name, enum record_type *type, struct error *error);
/* The built-in profile of which a table surely is, when its heading is none of ours and nothing was said of it; else NULL. */
enum status import_recognise(struct importer *importer, struct slice name, enum file_format format, struct slice beginning,
                             const struct profile **profile, struct error *error);

/* import_profile.c: other people's tables. */
/* What --profile and --map say; USAGE where that is not one thing, BAD_INPUT for a profile that is not well formed. */
enum status import_begin_profiles(struct importer *importer, struct error *error);
enum status import_read_profiled(struct importer *importer, struct input *input, const struct profile *profile, struct error *error);
/* What many rows and files have in common. */
void import_tell_profiles(struct importer *importer);

/* import_mention.c: rows that only complete an event. */
bool import_is_mention(const struct importer *importer, const struct record *record);
/* Of a normalized one: its address joins the sources of the event, unless it is there. */
enum status import_add_mention(struct importer *importer, struct record *record, struct error *error);
/* Of a resolved one: keeps and counts it when it says nothing but sources. What it made is to be put at once. */
enum status import_gather_mention(struct importer *importer, const struct record *record, bool *gathered, struct error *error);
/* Must what was gathered be put before that row? */
bool import_ends_mentions(const struct importer *importer, const struct record *record);
enum status import_put_mentions(struct importer *importer, struct error *error);
void import_free_mentions(struct gathered_mentions *mentions);

/* import_unplaced.c */
enum status import_add_unplaced(struct importer *importer, const struct unplaced *what, struct error *error);
/* The row is done: of one that was rejected nothing is kept. */
void import_end_unplaced(struct importer *importer, bool rejected);
/* All of them to the watch, the most frequent first. */
void import_tell_unplaced(struct importer *importer);

/* import_near.c: words that may be misspelt. */
struct near_word {
    const char *what; /* NULL: there is none */
    struct slice word;
    char meant[120];
};
/* Of a record that is about to be put: a kind or an office that is near a built-in one, new to the record, and not told yet. */
enum status import_find_near(struct importer *importer, const struct record *record, struct near_word *near, struct error *error);
void import_tell_near(struct importer *importer, const struct near_word *near);

/* import_coverage.c */
/* Keeps a copy. */
enum status import_add_coverage(struct importer *importer, const struct record *coverage, struct error *error);
/* Joins them with what the record has of the same data set, countries and kinds. */
enum status import_put_coverage(struct importer *importer, struct error *error);

/* import_count.c: what came of the rows. */
void import_count(struct importer *importer, enum record_type type, enum store_change change);
/* A record that this import has changed before changes once more. Where it is again as it was before the import, all that is
 * counted as unchanged. */
enum status import_count_again(struct importer *importer, const struct store_meeting *meeting, struct error *error);

/* import_conflict.c: what is here already. */
enum status import_begin_conflicts(struct importer *importer, struct error *error);
/* The file at hand says what it was exported from. */
enum status import_find_origin(struct importer *importer, struct slice hash, bool whole, struct error *error);
/* A row that was refused for a fault: it may name what was removed here since. Then a verdict is on it. */
enum status import_judge_orphan(struct importer *importer, const struct record *record, struct error *error);
/* Tells and counts what the verdict on the row at hand is. */
enum status import_tell_verdict(struct importer *importer, const struct record *raw, struct error *error);
/* Puts the dossier's own words, unless they were changed here since. */
enum status import_put_words(struct importer *importer, struct slice json, struct error *error);
/* Have they the same words in all fields and extras? */
bool import_is_same(const struct record *a, const struct record *b);
void import_tell_conflicts(struct importer *importer);
/* A record that is here stays as it is, as was asked for. */
void import_note_skipped(struct importer *importer, const struct record *record);
void tally_add(struct tally *tally, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* import_missing.c: what a dossier no longer has. */
/* After import_begin_conflicts. */
enum status import_begin_seeing(struct importer *importer, struct error *error);
/* A dossier begins, with all names that its files can have; ends with what its files said of their origin. */
enum status import_add_scope(struct importer *importer, const struct slice_list *files, struct error *error);
void import_end_scope(struct importer *importer);
enum status import_find_missing(struct importer *importer, struct error *error);

/* import_end.c: the files that the log keeps, and all that is done before the commit. */
enum status import_add_file(struct importer *importer, struct slice name, struct hashed_input *hashed, struct error *error);
enum status import_finish(struct importer *importer, enum status status, struct error *error);

/* import_differ.c: the name of a record, cut where it is very long. */
struct shown_name {
    char text[108];
};
struct shown_name import_show_name(const struct record *record);
/* Appends "title, end" and says in how many fields and extras two states of a record differ; `names` may be NULL. */
size_t import_list_differing(const struct record *a, const struct record *b, struct buffer *names);
/* Appends "title (file "…", here "…")": where what the file makes of a record is not what is here. */
void import_list_both(const struct record *here, const struct record *file, struct buffer *out);
/* Does a later row say something else where an earlier one said something? What it only adds is no contradiction. */
bool import_replaces(const struct record *earlier, const struct record *later);

#endif
