/* The records of the contract, each declared once.
 *
 * A record is a flat row of texts in canonical form, one per field of its table; a list is kept as
 * the cell that it is written as (base/cell.h), a number as its shortest decimal, a date as the EDTF
 * string that was written. So what is read, stored and exported is the same text, and everything
 * that walks over fields (CSV headings, JSON keys, SQL columns, checks, docs) is driven by the table.
 * What must be computed (day bounds, parties) is computed from it in event.h.
 *
 * Ownership: values are borrowed; they live as long as the arena or the buffer they were made in. */
#ifndef DETENTE_MODEL_RECORD_H
#define DETENTE_MODEL_RECORD_H

#include <stdint.h>
#include "../base/arena.h"
#include "../base/buffer.h"
#include "../base/status.h"

enum record_type {
    RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_TERM, RECORD_SOURCE, RECORD_EVENT,
    RECORD_CLAIM, RECORD_LINK, RECORD_COVERAGE, RECORD_NOTE,
    RECORD_PARTY, /* a row of parties.csv: not kept as such, it completes its event */
    RECORD_TYPES
};

enum country_field {
    COUNTRY_ID, COUNTRY_NAME, COUNTRY_ALIASES, COUNTRY_START, COUNTRY_END, COUNTRY_ISO2,
    COUNTRY_ISO_NUMERIC, COUNTRY_COW, COUNTRY_GW, COUNTRY_FIPS, COUNTRY_CAMEO, COUNTRY_IOC,
    COUNTRY_WIKIDATA
};
enum organization_field {
    ORGANIZATION_ID, ORGANIZATION_NAME, ORGANIZATION_KIND, ORGANIZATION_ALIASES, ORGANIZATION_WIKIDATA
};
enum person_field { PERSON_ID, PERSON_NAME, PERSON_ALIASES, PERSON_COUNTRY, PERSON_WIKIDATA };
enum term_field {
    TERM_PERSON, TERM_COUNTRY, TERM_OFFICE, TERM_TITLE, TERM_START, TERM_END, TERM_STANDING,
    TERM_SOURCES, TERM_NOTE
};
enum source_field {
    SOURCE_ID, SOURCE_TITLE, SOURCE_PUBLISHER, SOURCE_URL, SOURCE_ARCHIVE_URL, SOURCE_PUBLISHED,
    SOURCE_ACCESSED, SOURCE_TYPE, SOURCE_SIDE, SOURCE_LANGUAGE
};
enum event_field {
    EVENT_ID, EVENT_KIND, EVENT_DATE, EVENT_END, EVENT_TIME, EVENT_STATUS, EVENT_RELEASE, EVENT_TITLE,
    EVENT_SUMMARY, EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_PEOPLE, EVENT_ACTORS, EVENT_PLACE,
    EVENT_LATITUDE, EVENT_LONGITUDE, EVENT_VENUE, EVENT_TAGS, EVENT_QUANTITY, EVENT_UNIT,
    EVENT_SOURCES, EVENT_SOURCE_URL, EVENT_LAST_CONFIRMED, EVENT_IMPOSER, EVENT_TARGET, EVENT_PRODUCT,
    EVENT_HS, EVENT_RATE, EVENT_RATE_UNIT, EVENT_BASE_RATE, EVENT_BASIS, EVENT_QUOTA, EVENT_EXCLUDES,
    EVENT_ANNOUNCED, EVENT_CODE, EVENT_INTENSITY, EVENT_MENTIONS, EVENT_TONE,
    /* What a cell cannot say of the parties: items type:id:role:for:as. Rows of parties.csv, members
     * of parties[] in JSON; never a column of events.csv. */
    EVENT_PARTY_DETAILS,
    /* Only in rows that are read; they become a source record and a claim. */
    EVENT_SOURCE_TITLE, EVENT_SOURCE_PUBLISHER, EVENT_SOURCE_DATE, EVENT_QUOTE
};
enum claim_field {
    CLAIM_EVENT, CLAIM_SOURCE, CLAIM_FIELD, CLAIM_VALUE, CLAIM_QUOTE, CLAIM_LOCATOR, CLAIM_STANCE,
    CLAIM_NOTE
};
enum link_field { LINK_FROM, LINK_RELATION, LINK_TO, LINK_ASSERTED_BY, LINK_DENIED_BY, LINK_NOTE, LINK_SOURCE };
enum coverage_field {
    COVERAGE_DATASET, COVERAGE_COUNTRIES, COVERAGE_KINDS, COVERAGE_START, COVERAGE_END, COVERAGE_NOTE
};
enum note_field { NOTE_RECORD, NOTE_KIND, NOTE_REASON, NOTE_DATE };
enum party_field { PARTY_EVENT, PARTY_TYPE, PARTY_ID, PARTY_ROLE, PARTY_FOR, PARTY_AS };

enum { RECORD_FIELDS_MAX = 44 };

enum field_type {
    FIELD_TEXT,    /* any text, trimmed */
    FIELD_ID,      /* letters, digits and - _ . /; no white space, no ';' ':' ',' */
    FIELD_NAME,    /* refers to a record by id, name or alias; resolved on import */
    FIELD_WORD,    /* one of `words` */
    FIELD_LIST,    /* cell of texts */
    FIELD_NAMES,   /* cell of references */
    FIELD_CODES,   /* cell of code[@start/end] */
    FIELD_PARTIES, /* cell of name[:role] */
    FIELD_DATE,    /* EDTF */
    FIELD_DAY,     /* EDTF, a single day, month or year */
    FIELD_RELEASE, /* public, internal, draft or a day */
    FIELD_TIME,    /* hh:mm[:ss][Z|+hh:mm] */
    FIELD_NUMBER,  /* decimal */
    FIELD_INTEGER, /* whole number */
    FIELD_RANGE    /* decimal, or decimal/decimal */
};

enum field_flag {
    FIELD_REQUIRED = 1,
    FIELD_KEY = 2,       /* part of what makes it the same record again */
    FIELD_TARIFF = 4,    /* stands in tariff{} in JSON */
    FIELD_DETAIL = 8,    /* kept in table event_detail, not in event: rare in large data sets */
    FIELD_ROW_ONLY = 16, /* read, never kept or written as such */
    FIELD_HIDDEN = 32,   /* kept, but no column of a table: written in its own way */
    FIELD_URL = 64,      /* of FIELD_TEXT: printable, no white space */
    FIELD_LOWER = 128,   /* items are words in lower case, "_" for white space */
    FIELD_KIND = 256,    /* a kind of event, or a list of them, see kind.h */
    FIELD_OPEN = 512,    /* of FIELD_DATE: may be "..", known to go on */
    FIELD_DATED = 1024   /* of FIELD_LIST: an item may be item@start/end, as codes may */
};

struct field {
    const char *name; /* column, key and SQL name */
    enum field_type type;
    unsigned flags; /* of enum field_flag */
    enum record_type refers; /* of FIELD_NAME, FIELD_NAMES: to what; RECORD_TYPES when to none or to several */
    const char *const *words; /* of FIELD_WORD: NULL-terminated */
    const char *note; /* meaning and unit, one line; the documentation shows it */
};

struct record_info {
    const char *name;   /* "event" */
    const char *plural; /* "events": the JSON member, and with .csv the file */
    const struct field *fields;
    size_t field_count;
};

/* Never NULL for a type below RECORD_TYPES. */
const struct record_info *record_info(enum record_type type);
static inline const struct field *record_field(enum record_type type, int field) {
    return &record_info(type)->fields[field];
}
/* The field of that name (ASCII case ignored), or -1. */
int record_find_field(enum record_type type, struct slice name);
/* The known field name nearest to one that is not known, or NULL when none is near. */
const char *record_nearest_field(enum record_type type, struct slice name);
/* RECORD_TYPES when none has that name or plural. */
enum record_type record_find_type(struct slice name);

struct extra {
    struct slice name, value; /* empty only in an input: it clears what is there */
};

struct record {
    enum record_type type;
    /* Bit per field that the input has, be it empty: what is not given keeps what is there. */
    uint64_t given;
    /* Of the given list fields those whose items join what is there instead of replacing it: the source
     * that a row without `sources` brings along. */
    uint64_t joins;
    struct slice values[RECORD_FIELDS_MAX]; /* by field; empty is absent */
    struct extra *extras; /* sorted by name once normalized */
    size_t extra_count;
    /* Where it was read. `columns` gives the column of each field (0: none); may be NULL. */
    const char *file;
    long line;
    const unsigned short *columns;
};

void record_init(struct record *record, enum record_type type);
static inline struct slice record_get(const struct record *record, int field) {
    return record->values[field];
}
static inline bool record_has(const struct record *record, int field) {
    return record->values[field].size > 0;
}
static inline bool record_is_given(const struct record *record, int field) {
    return record->given >> field & 1;
}
/* Sets the value and marks the field as given. */
void record_set(struct record *record, int field, struct slice value);

/* How dates that are no EDTF are taken, and what was done with them. */
struct normalize_options {
    bool strict;         /* EDTF only */
    int date_order;      /* enum date_order of time/written.h */
    /* Called for each date that was converted; may be NULL. */
    void (*converted)(void *context, struct slice written, struct slice edtf);
    void *context;
};

/* Brings every value into canonical form by its type (trimmed, lists and numbers canonical, dates
 * converted to EDTF, kind and words in lower case; what is the default anyway, such as status
 * "reported", becomes empty) and checks it by itself: required fields, words, dates, numbers, ranges
 * (latitude -90..90, longitude -180..180), valid UTF-8 without NUL and control characters other than
 * tab and newline, lengths (RECORD_TEXT_MAX). Lists that are part of a key are sorted, others keep
 * their order. On failure *field is the field at fault (or -1) and the error has message and remedy,
 * and the place when the record has one. `options` may be NULL.
 *
 * A record with an id may complete one that is known: a required field may then be missing (but not
 * given and empty). What comes out of such a completion is checked with record_check_complete. */
enum { RECORD_TEXT_MAX = 1 << 20, RECORD_ID_MAX = 200 /* bytes */ };
enum status record_normalize(struct arena *arena, struct record *record,
                             const struct normalize_options *options, int *field, struct error *error);
/* Has a record that is about to be kept all that it must have? */
enum status record_check_complete(const struct record *record, int *field, struct error *error);

/* The name by which a record is spoken of: its id (of a source without one its URL), else its key:
 * "term:person/country/office/start",
 * "claim:event/source/field/value", "link:from/relation/to", "coverage:…", "note:…". */
void record_append_name(struct buffer *buffer, const struct record *record);

#endif
