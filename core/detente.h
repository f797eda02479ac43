/* detente: a sourced, dated record of what states do to and with one another, in one SQLite file.
 *
 * The public interface of the library and the only header of the core that the program includes.
 *
 *   Errors    every call that can fail returns a status and fills an error value owned by the caller
 *   Database  open, close
 *   Import    files and folders into a database, in one transaction
 *   Change    one record, or back
 *   Keep      backups
 *   Ask       a request as plain data, an answer as bytes in a format
 *   Dates     reading EDTF
 *   Words     what the program knows: formats, nearest names
 *
 * Conventions. Texts are UTF-8, NUL-terminated, borrowed for the call. The library prints nothing,
 * reads no environment variable and no clock (`today` is part of a request), keeps no global state,
 * and makes no network connection. One database handle serves one thread at a time. */
#ifndef DETENTE_H
#define DETENTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DETENTE_VERSION "0.1.0"

/* ---- Errors ---------------------------------------------------------------------------------- */

enum detente_status {
    DETENTE_OK = 0,
    DETENTE_NOT_FOUND,   /* nothing answers the question; exit code 1 */
    DETENTE_USAGE,       /* the question is not well formed; 2 */
    DETENTE_BAD_INPUT,   /* a file, record or date is not what it must be; 3 */
    DETENTE_ENVIRONMENT, /* disk, permission, lock; 4 */
    DETENTE_CORRUPT,     /* the database is damaged or is not ours; 4 */
    DETENTE_NO_MEMORY,   /* 4 */
    DETENTE_STOPPED      /* the reader of the output went away, or an interruption; not a fault */
};

struct detente_error {
    enum detente_status status;
    char file[256]; /* as the caller named it; "" when there is no place */
    long line;      /* from 1; 0 when none */
    long column;    /* from 1: the field's number in tables; 0 when none */
    char message[600];
    char remedy[300]; /* "" when there is nothing useful to say */
};

/* ---- Database -------------------------------------------------------------------------------- */

typedef struct detente detente;

enum detente_mode {
    DETENTE_READ,  /* the file must exist; not written, also on read-only media; but see DETENTE_SEARCH */
    DETENTE_WRITE, /* the file must exist; an older schema is migrated */
    DETENTE_CREATE /* made when it does not exist */
};

/* On success *database must be closed; on failure it is NULL. */
enum detente_status detente_open(const char *path, enum detente_mode mode, detente **database,
                                 struct detente_error *error);
void detente_close(detente *database); /* NULL is fine */

/* Who changes a record, and why: kept in its log. */
struct detente_author {
    const char *user, *reason; /* NULL: not known, none */
    int64_t second;            /* now, since 1970-01-01T00:00:00Z */
};

/* ---- Import ---------------------------------------------------------------------------------- */

struct detente_request;

struct detente_import {
    const char *const *paths; /* files, folders, "-" for `standard_input` */
    size_t path_count;
    FILE *standard_input;
    const char *format;     /* NULL: told from name and content; "csv", "tsv", "json", "jsonl", "dossier" */
    const char *table;      /* of a table: "events" by default, or told from the file's name */
    const char *date_order; /* NULL, "dmy", "mdy", "ymd" */
    bool strict;            /* EDTF dates only, and all rows or nothing */
    bool dry_run;           /* everything but the commit */
    const char *rejects;    /* a file for the rejected rows; NULL: none */
    const char *on_conflict; /* NULL or "update", "skip", "fail": see detente(1) */
    bool prune;              /* what a dossier no longer has goes */
    const char *profile;     /* name of a built-in profile; "none": no table is taken for one of them; NULL: recognised where that is certain */
    const char *map;         /* a file with a profile; not with `profile` */
    bool no_coverage;        /* what a profile says of the days that its files cover is not taken: they are samples */
    struct detente_author author;
    const struct detente_request *preview; /* of a dry run: format, style and where what would change is written; NULL: nowhere */
    int64_t today;
};

/* Types of records, in the order of a document. */
enum detente_type {
    DETENTE_TYPE_COUNTRY, DETENTE_TYPE_ORGANIZATION, DETENTE_TYPE_PERSON, DETENTE_TYPE_TERM, DETENTE_TYPE_SOURCE,
    DETENTE_TYPE_EVENT, DETENTE_TYPE_CLAIM, DETENTE_TYPE_LINK, DETENTE_TYPE_COVERAGE, DETENTE_TYPE_NOTE, DETENTE_TYPES
};

/* What could not be placed, summed up: one for each different what, column, value and reason, the most frequent first. */
struct detente_unplaced {
    const char *what, *column, *value, *reason;
    uint64_t count;
    const char *file; /* of the first one */
    long line;
    bool kept;        /* as the named actor */
};

/* What an import tells on its way; all members may be NULL. */
struct detente_import_watch {
    void *context;
    void (*rejected)(void *context, const struct detente_error *fault);
    void (*remark)(void *context, const char *text); /* unknown columns, converted dates, things made */
    bool (*progress)(void *context, uint64_t rows);  /* false asks to stop; nothing is kept then */
    /* A record was changed here after the file was exported, and is left alone. `refused`: the row says something else. */
    void (*conflict)(void *context, const struct detente_error *fault, bool refused);
    /* At the end, see struct detente_unplaced; what was told of it by `rejected` is not told again. */
    void (*unplaced)(void *context, const struct detente_unplaced *what);
};

struct detente_import_summary {
    uint64_t added, updated, unchanged, rejected; /* records */
    uint64_t made;      /* people, organizations and sources that were only named */
    uint64_t converted; /* dates that were no EDTF */
    uint64_t conflicts; /* records left alone, since they were changed here after the file was exported */
    uint64_t refused;   /* of these, those of which the file says something new */
    uint64_t skipped;   /* records left alone for on_conflict "skip" */
    uint64_t missing;   /* records of a dossier exported from here that the folder no longer has */
    uint64_t removed;   /* of these, those that went; and stretches of coverage that became part of another one */
    uint64_t duplicates; /* new events that probably are there already */
    uint64_t rows;       /* of tables read by a profile: rows, blank ones aside */
    uint64_t passed;     /* of these, passed over */
    uint64_t unplaced;   /* cells, or rows, that have no place here: told by `unplaced` */
    uint64_t unplaced_others; /* of these, those beyond the different ones that are told */
    uint64_t actors;     /* parties of these tables that are neither country nor organization nor person */
    uint64_t added_by_type[DETENTE_TYPES], updated_by_type[DETENTE_TYPES]; /* of records, made ones too */
    char profile[64];    /* by which the last table was read; "" for none */
    int64_t revision;   /* that it made; 0: nothing changed */
};

/* One transaction. OK: all that was good is in (also when some rows were rejected: see the summary); anything else: nothing is,
 * unless the summary has a revision: then only the file of rejected rows could not be written. */
enum detente_status detente_import_files(detente *database, const struct detente_import *request,
                                         const struct detente_import_watch *watch,
                                         struct detente_import_summary *summary,
                                         struct detente_error *error);

/* ---- Change ---------------------------------------------------------------------------------- */

struct detente_words {
    const char *const *items;
    size_t count;
};

enum detente_action {
    DETENTE_ADD,     /* words: TYPE */
    DETENTE_EDIT,    /* words: ID */
    DETENTE_REMOVE,  /* words: ID... */
    DETENTE_MERGE,   /* words: OLD INTO */
    DETENTE_LINK,    /* words: FROM RELATION TO */
    DETENTE_CLAIM,   /* words: EVENT SOURCE FIELD VALUE */
    DETENTE_CONFIRM, /* words: ID */
    DETENTE_UNDO,    /* words: [REVISION] */
    DETENTE_ACCEPT   /* words: the id of a finding of a check */
};

struct detente_change {
    enum detente_action action;
    struct detente_words words;
    struct detente_words settings; /* FIELD=VALUE, FIELD+=ITEM, FIELD-=ITEM, FIELD= (clears) */
    const char *record;            /* add, edit: a record as JSON, as in a document; NULL: none */
    size_t record_size;
    /* edit: of the record as detente_take_record gave it, which it must still have; what is then missing in `record` is
     * cleared, since it is the whole record that comes back. NULL: any state, and what is missing stays. */
    const char *state;
    const char *on, *source;       /* confirm */
    struct detente_author author;
    bool dry_run;                  /* everything but the commit */
    const struct detente_request *preview; /* of a dry run: as in an import */
    int64_t today;
};

struct detente_change_summary {
    uint64_t added, updated, unchanged, removed; /* records */
    int64_t revision;  /* that it made; 0: nothing changed */
    uint64_t fields;   /* add, edit, confirm: of the record that was meant, those that changed; extras too */
    char name[400];    /* of the record that was meant: its id, or "link:A/ends/B" … */
    char remark[600];  /* what else there is to say; "" when nothing */
};

/* One transaction: all of it or nothing. BAD_INPUT: the record is not what it must be, NOT_FOUND: there is none of that id. */
enum detente_status detente_change_record(detente *database, const struct detente_change *change,
                                          struct detente_change_summary *summary, struct detente_error *error);

/* One record as indented JSON text, as detente_change takes it, and what it must still be when it is put back. With a
 * type instead of an id ("event"): an empty one of that type with all its fields. To be freed with free(). */
enum { DETENTE_STATE = 33 };
enum detente_status detente_take_record(detente *database, const char *id, char **json, char state[DETENTE_STATE],
                                        struct detente_error *error);

/* ---- Keep ------------------------------------------------------------------------------------ */

struct detente_copying {
    bool force; /* a file that is there is replaced, whatever it is */
    /* How many bytes are copied; false asks to stop, the answer is DETENTE_STOPPED, and all is as before. NULL: nobody asks. */
    bool (*progress)(void *context, uint64_t done, uint64_t total);
    void *progress_context;
};

struct detente_copied { /* what the copy holds */
    uint64_t events, size_bytes;
    int64_t revision;  /* the latest */
    char content[33];  /* hash of all that it holds, as dossier.json has it */
    char before[1024]; /* of a restore: the file that keeps what was there; "" when nothing was */
};

/* A copy of the whole record in one file, made while others read and write, and verified. The file is whole or not there. */
enum detente_status detente_backup(detente *database, const char *path, const struct detente_copying *how,
                                   struct detente_copied *copied, struct detente_error *error);
/* Makes the record at `path` what the backup `from` is, which is verified before; one of an older program is brought up to
 * date on the way. What was there is kept beside it. Whoever reads the record sees the one or the other. With `force` also in
 * place of a file that is no record. */
enum detente_status detente_restore(const char *path, const char *from, const struct detente_copying *how,
                                    struct detente_copied *copied, struct detente_error *error);

/* ---- Ask ------------------------------------------------------------------------------------- */

/* Takes all bytes, or returns DETENTE_STOPPED (reader gone) or DETENTE_ENVIRONMENT. */
typedef enum detente_status detente_write(void *context, const char *data, size_t size);

/* The filters, as typed. */
struct detente_filters {
    const char *from, *to, *match, *min_mentions, *limit, *after;
    struct detente_words pair, countries, people, organizations, roles, kinds, statuses, tags, places,
        sources, texts, products, codes;
    bool multilateral, single_source, disputed, distinct, reverse;
    const char *intensity, *tone; /* "LOW/HIGH", either may be empty */
    const char *box;              /* "SOUTH,WEST,NORTH,EAST" in degrees; west may be greater than east */
};

struct detente_style {
    int width;       /* columns of text output */
    bool color;      /* ANSI */
    bool crlf, bom;  /* csv, tsv */
    bool safe_cells; /* csv, tsv */
};

enum detente_question {
    DETENTE_TIMELINE,  /* words: A B */
    DETENTE_BETWEEN,   /* words: FROM TO */
    DETENTE_SHOW,      /* words: ID */
    DETENTE_LIST,      /* words: TYPE */
    DETENTE_COUNTRIES, /* words: names or codes to look up; none: all. Needs no database */
    DETENTE_KINDS,     /* words: paths, or CAMEO codes; none: all. Needs no database */
    DETENTE_FORMATS,   /* needs no database */
    DETENTE_PROFILES,  /* words: none (all), or `show NAME`, which gives the JSON text as it is. Needs no database */
    DETENTE_DATES,     /* words: dates to read. Needs no database */
    DETENTE_SQL,       /* words: one query */
    DETENTE_EXPORT,    /* all that the filters leave */
    DETENTE_BRIEF,     /* words: A B */
    DETENTE_INFORCE,   /* standing measures on a day */
    DETENTE_TARIFFS,   /* tariffs on a day, or as steps over a time */
    DETENTE_WHO,       /* words: countries, or a person */
    DETENTE_LAST,      /* words: KIND [A [B]] */
    DETENTE_NEXT,      /* words: KIND [A [B]] */
    DETENTE_HELD,      /* words: ids of events, or people */
    DETENTE_DAYS,      /* words: FROM TO, dates or ids of events */
    DETENTE_CHAIN,     /* words: ID */
    DETENTE_SERIES,    /* words: none, or A B */
    DETENTE_SEARCH,    /* words: what to look for. The first after a change brings the index of words in the file up
                          to date, where the file can be written, whatever it was opened for */
    DETENTE_STATS,
    DETENTE_LOG,       /* words: none, or an id: what was done to the record, or to one of its records */
    DETENTE_DIFF,      /* words: none (the latest), one revision, or two */
    DETENTE_CHECK      /* words: none (all), or names of checks */
};

/* What single questions take besides the filters, as typed; NULL, false or none: not given. */
struct detente_details {
    const char *on;                  /* brief, inforce, tariffs, who, held: a date or an event's id */
    const char *before, *after;      /* last, next: likewise */
    struct detente_words imposers, targets, codes; /* inforce, tariffs; codes: beginnings of HS codes */
    bool with_base;                  /* tariffs */
    struct detente_words offices;    /* who */
    bool leaders, heads_of_state, heads_of_government, foreign_ministers; /* last, next */
    const char *depth;               /* chain: a number of links */
    struct detente_words relations;  /* chain */
    bool upstream, downstream;       /* chain: only these */
    const char *by, *split, *measure; /* series */
    bool directed, spread;           /* series; directed also of the formats dyad-year and dyad-month */
    bool sources, coverage;          /* stats */
    bool history;                    /* show */
    const char *as_known_on;         /* export, show: a day; the record as it was at its end, UTC */
    bool accepted;                   /* check: also what is accepted */
    bool cameo;                      /* kinds: the CAMEO codes of the kinds */
};

struct detente_request {
    enum detente_question question;
    struct detente_words words;
    struct detente_filters filters;
    struct detente_details details;
    const char *format; /* NULL: text; for export: json */
    struct detente_style style;
    int64_t today;      /* day number, see detente_parse_day */
    detente_write *write;
    void *write_context;
    /* How far a search is with indexing; false asks to stop, and the answer is DETENTE_STOPPED. NULL: nobody asks. */
    bool (*progress)(void *context, uint64_t done, uint64_t total);
    void *progress_context;
};

struct detente_answer {
    uint64_t entries;      /* events, rows or records written */
    uint64_t possible;     /* of the events, those that only may match */
    bool covered;          /* of an empty answer: the record claims to cover the question */
    bool all_valid;        /* of DETENTE_DATES: all could be read */
    bool before_log;       /* of as_known_on: that day lies before the log; told is what the record held when it began */
    /* Of dyads: events between the states asked for that are not in the table, since their date leaves the period open, since
     * they have more than eight parties, since they are planned, denied or cancelled. */
    uint64_t undatable, many_sided, not_happened;
    bool index_temporary;  /* of DETENTE_SEARCH: the file could not be written, and the words were indexed for this handle alone */
};

/* Writes the answer. An answer without entries is DETENTE_NOT_FOUND (a format that has a frame, such
 * as json, is still written whole); the error then says whether the record covers the question.
 * DETENTE_DATES with an unreadable date is DETENTE_BAD_INPUT after everything is written. `database`
 * may be NULL for questions that need none. */
enum detente_status detente_ask(detente *database, const struct detente_request *request,
                                struct detente_answer *answer, struct detente_error *error);

/* The export formats that make a folder (dossier): the caller makes each file. Those that have files beside them (dyad-year)
 * give the file itself, then those beside it: dyad-year.csv, dyad-year.codebook.md, dyad-year.manifest.json. */
struct detente_folder {
    void *context;
    /* Begins a file; everything written until `end` belongs to it. */
    enum detente_status (*begin)(void *context, const char *name);
    detente_write *write;
    enum detente_status (*end)(void *context);
};
enum detente_status detente_export_folder(detente *database, const struct detente_request *request,
                                          const struct detente_folder *folder,
                                          struct detente_answer *answer, struct detente_error *error);

/* ---- Dates ----------------------------------------------------------------------------------- */

/* The day number (days since 1970-01-01) of a single EDTF day such as 2025-10-31. */
enum detente_status detente_parse_day(const char *text, int64_t *day, struct detente_error *error);

/* ---- Words ----------------------------------------------------------------------------------- */

struct detente_format {
    const char *name, *media_type, *summary, *extension;
    bool for_events, for_tables, for_export, folder;
    bool for_pages; /* a brief only */
    bool beside;    /* one file; detente_export_folder makes it with others that belong beside it */
};
/* The i-th format, or false behind the last. */
bool detente_format_at(size_t index, struct detente_format *format);

/* The nearest of `candidates` (NULL-terminated) to a mistyped word: "a", "a or b"; "" when none. */
void detente_nearest(const char *word, const char *const *candidates, char *out, size_t size);

/* The names of countries, organizations and people are looked up in the record; this is for
 * completion: calls back with every known kind. */
void detente_each_kind(void (*take)(void *context, const char *path, const char *label), void *context);

#ifdef __cplusplus
}
#endif
#endif
