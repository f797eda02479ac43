-- detente schema 5: history, so that every change can be told, explained and taken back.
--
-- How it is laid out. A revision is one change of the record by one command: an import, an edit, an undo. What it
-- added is kept as stretches of keys, since new records stand in the record itself and need no second copy; of what it
-- changed or removed `record_change` keeps the record as it was before. A state of the past follows from the present
-- by going back from revision to revision. For that every record has a key that is never used twice.
-- What was there before this schema belongs to no revision.

CREATE TABLE revision ( -- a change of the record, or of many of its records at once
    revision INTEGER PRIMARY KEY, -- number, from 1
    "time"   TEXT NOT NULL, -- UTC, yyyy-mm-ddThh:mm:ssZ; '' when not known
    command  TEXT NOT NULL, -- import, edit, undo …
    user     TEXT, -- who did it
    reason   TEXT, -- why
    undoes   INTEGER, -- of an undo: the revision that it takes back
    added    INTEGER NOT NULL, -- number of records
    updated  INTEGER NOT NULL, -- number of records
    removed  INTEGER NOT NULL, -- number of records
    content  TEXT NOT NULL -- hash of all that the record holds after it, as dossier.json has it
) STRICT;
CREATE INDEX revision_by_content ON revision (content);
CREATE INDEX revision_by_undo ON revision (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE revision_file ( -- what an import read
    revision INTEGER NOT NULL REFERENCES revision (revision), -- number
    number   INTEGER NOT NULL, -- from 1
    name     TEXT NOT NULL, -- of the file, as it was given; '-' is standard input
    sha256   TEXT NOT NULL, -- SHA-256 of its bytes
    bytes    INTEGER NOT NULL, -- its size
    rows     INTEGER NOT NULL, -- records read from it
    PRIMARY KEY (revision, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_added ( -- keys of new records: one stretch per revision and type
    revision INTEGER NOT NULL REFERENCES revision (revision), -- number
    type     TEXT NOT NULL, -- event, person …
    first    INTEGER NOT NULL, -- first key
    last     INTEGER NOT NULL, -- last key; those of them that are not there were taken back at once
    PRIMARY KEY (revision, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_added_by_key ON record_added (type, first);

CREATE TABLE record_change ( -- records as they were before a revision
    change   INTEGER PRIMARY KEY, -- key
    revision INTEGER NOT NULL REFERENCES revision (revision), -- number
    type     TEXT NOT NULL, -- event, person …; dossier
    key      INTEGER NOT NULL, -- of the record; 0 of the dossier
    action   TEXT NOT NULL, -- updated, removed, or restored (an undo brought it back)
    name     TEXT NOT NULL, -- id of the record, or the name it is spoken of by
    before   TEXT, -- JSON object of its fields, texts as in CSV; nothing when it was not there
    UNIQUE (type, key, revision)
) STRICT;
CREATE INDEX record_change_by_revision ON record_change (revision);
CREATE INDEX record_change_by_name ON record_change (name);

-- ---- a key for every record ---------------------------------------------------------------------------------

CREATE TEMP TABLE old_country AS SELECT rowid AS old_key, * FROM country;
CREATE TEMP TABLE old_organization AS SELECT rowid AS old_key, * FROM organization;
CREATE TEMP TABLE old_person AS SELECT rowid AS old_key, * FROM person;
CREATE TEMP TABLE old_source AS SELECT rowid AS old_key, * FROM source;
CREATE TEMP TABLE old_term AS SELECT rowid AS old_key, * FROM term;
CREATE TEMP TABLE old_claim AS SELECT rowid AS old_key, * FROM claim;
CREATE TEMP TABLE old_link AS SELECT rowid AS old_key, * FROM link;
CREATE TEMP TABLE old_coverage AS SELECT rowid AS old_key, * FROM coverage;
CREATE TEMP TABLE old_note AS SELECT rowid AS old_key, * FROM note;
DROP TABLE note;
DROP TABLE coverage;
DROP TABLE link;
DROP TABLE claim;
DROP TABLE term;
DROP TABLE source;
DROP TABLE person;
DROP TABLE organization;
DROP TABLE country;

CREATE TABLE country ( -- countries that the reference table of the program has not, or names differently
    "key"       INTEGER PRIMARY KEY, -- key inside this file, never used twice
    id          TEXT NOT NULL UNIQUE, -- ISO 3166-1 alpha-3, a former alpha-3, XKX, or X-NAME
    name        TEXT NOT NULL, -- display name
    aliases     TEXT, -- list of other names; name@start/end where it held for a time
    "start"     TEXT, -- EDTF: first day of the state's existence
    "end"       TEXT, -- EDTF: first day on which it no longer exists
    iso2        TEXT, -- list of ISO 3166-1 alpha-2 codes, code@start/end where one held for a time
    iso_numeric TEXT, -- list of ISO 3166-1 numeric codes, three digits
    cow         TEXT, -- list of Correlates of War state numbers
    gw          TEXT, -- list of Gleditsch-Ward state numbers
    fips        TEXT, -- list of FIPS 10-4 codes
    cameo       TEXT, -- list of CAMEO country codes
    ioc         TEXT, -- list of International Olympic Committee codes
    wikidata    TEXT, -- Wikidata item, Q…
    extra       TEXT  -- JSON object of further columns
) STRICT;

CREATE TABLE organization (
    "key"    INTEGER PRIMARY KEY, -- key inside this file, never used twice
    id       TEXT NOT NULL UNIQUE, -- usual acronym or a slug
    name     TEXT NOT NULL, -- display name
    kind     TEXT, -- intergovernmental, court, bank, company, armed_group, ngo, forum, or the user's own
    aliases  TEXT, -- list of other names
    wikidata TEXT, -- Wikidata item
    extra    TEXT  -- JSON object of further columns
) STRICT;

CREATE TABLE person (
    "key"    INTEGER PRIMARY KEY, -- key inside this file, never used twice
    id       TEXT NOT NULL UNIQUE, -- slug of the name
    name     TEXT NOT NULL, -- display name
    aliases  TEXT, -- list of other names, other scripts among them
    country  TEXT, -- id of the country the person belongs to
    wikidata TEXT, -- Wikidata item
    extra    TEXT  -- JSON object of further columns
) STRICT;

CREATE TABLE source ( -- something citable
    "key"       INTEGER PRIMARY KEY, -- key inside this file, never used twice
    id          TEXT NOT NULL UNIQUE, -- slug
    title       TEXT, -- of the page, article or document
    publisher   TEXT, -- who published it
    url         TEXT, -- where it stands
    archive_url TEXT, -- where a copy is kept
    published   TEXT, -- EDTF: when it was published
    accessed    TEXT, -- EDTF: when it was read
    type        TEXT, -- article, readout, treaty text … open
    side        TEXT, -- country or organization whose own account it is
    language    TEXT, -- BCP 47 tag
    extra       TEXT  -- JSON object of further columns
) STRICT;

CREATE TABLE term ( -- a person in an office
    "key"     INTEGER PRIMARY KEY, -- key inside this file, never used twice
    person    TEXT NOT NULL REFERENCES person (id), -- id
    country   TEXT NOT NULL, -- id of a country or organization
    office    TEXT NOT NULL, -- list: head_of_state, head_of_government, foreign_minister, ambassador …
    title     TEXT, -- what the holder is called
    "start"   TEXT NOT NULL DEFAULT '', -- EDTF: first day in office; '' when not known
    "end"     TEXT, -- EDTF: first day no longer in office
    standing  TEXT, -- acting, suspended, or nothing
    sources   TEXT, -- list of ids of sources
    note      TEXT, -- remark
    extra     TEXT, -- JSON object of further columns
    start_min INTEGER NOT NULL, -- earliest first day, day number
    start_max INTEGER NOT NULL, -- latest first day
    end_min   INTEGER NOT NULL, -- earliest first day no longer in office
    end_max   INTEGER NOT NULL, -- latest; no bound when the end is not known
    UNIQUE (person, country, office, "start")
) STRICT;

CREATE TABLE claim ( -- what one source says of one event
    "key"   INTEGER PRIMARY KEY, -- key inside this file, never used twice
    event   TEXT NOT NULL REFERENCES event (id), -- id
    source  TEXT NOT NULL REFERENCES source (id), -- id
    field   TEXT NOT NULL, -- the field it speaks of, or a word such as first_since
    value   TEXT NOT NULL, -- what it says
    quote   TEXT, -- its words
    locator TEXT, -- where in the source
    stance  TEXT, -- disputes, corrects, denies; nothing means supports
    note    TEXT, -- remark
    extra   TEXT, -- JSON object of further columns
    UNIQUE (event, source, field, value)
) STRICT;

CREATE TABLE link ( -- how one event bears on another
    "key"       INTEGER PRIMARY KEY, -- key inside this file, never used twice
    "from"      TEXT NOT NULL REFERENCES event (id), -- id
    relation    TEXT NOT NULL, -- retaliates_against, responds_to, follows, part_of, implements, amends, suspends, extends, replaces, ends, exchanged_for, corrects, duplicates
    "to"        TEXT NOT NULL REFERENCES event (id), -- id
    asserted_by TEXT, -- list of those who say so
    denied_by   TEXT, -- list of those who deny it
    note        TEXT, -- remark
    source      TEXT, -- id; without one the link rests on the sources of its two events
    extra       TEXT, -- JSON object of further columns
    UNIQUE ("from", relation, "to")
) STRICT;

CREATE TABLE coverage ( -- what a data set claims to hold; outside it silence means nothing
    "key"     INTEGER PRIMARY KEY, -- key inside this file, never used twice
    dataset   TEXT NOT NULL, -- name of the data set
    countries TEXT NOT NULL DEFAULT '', -- list of ids; '' means all
    kinds     TEXT NOT NULL DEFAULT '', -- list of kinds; '' means all
    "start"   TEXT NOT NULL DEFAULT '', -- EDTF: first day covered
    "end"     TEXT, -- EDTF: last day covered
    note      TEXT, -- remark
    extra     TEXT, -- JSON object of further columns
    UNIQUE (dataset, countries, kinds, "start")
) STRICT;

CREATE TABLE note ( -- what an editor says of a record
    "key"  INTEGER PRIMARY KEY, -- key inside this file, never used twice
    record TEXT NOT NULL, -- id or name of the record
    kind   TEXT NOT NULL, -- correction, accepted, merged
    reason TEXT NOT NULL DEFAULT '', -- why
    "date" TEXT NOT NULL DEFAULT '', -- EDTF: when; '' when not known
    extra  TEXT, -- JSON object of further columns
    UNIQUE (record, kind, reason, "date")
) STRICT;

CREATE INDEX term_by_country ON term (country, start_min);
CREATE INDEX source_by_url ON source (url) WHERE url IS NOT NULL;
CREATE INDEX claim_by_source ON claim (source);
CREATE INDEX claim_with_words ON claim (event) WHERE field = 'quote';
CREATE INDEX link_by_target ON link ("to", relation);

INSERT INTO country ("key", id, name, aliases, "start", "end", iso2, iso_numeric, cow, gw, fips, cameo, ioc, wikidata, extra)
SELECT old_key, id, name, aliases, "start", "end", iso2, iso_numeric, cow, gw, fips, cameo, ioc, wikidata, extra FROM old_country ORDER BY old_key;
INSERT INTO organization ("key", id, name, kind, aliases, wikidata, extra)
SELECT old_key, id, name, kind, aliases, wikidata, extra FROM old_organization ORDER BY old_key;
INSERT INTO person ("key", id, name, aliases, country, wikidata, extra)
SELECT old_key, id, name, aliases, country, wikidata, extra FROM old_person ORDER BY old_key;
INSERT INTO source ("key", id, title, publisher, url, archive_url, published, accessed, type, side, language, extra)
SELECT old_key, id, title, publisher, url, archive_url, published, accessed, type, side, language, extra FROM old_source ORDER BY old_key;
INSERT INTO term ("key", person, country, office, title, "start", "end", standing, sources, note, extra, start_min, start_max, end_min, end_max)
SELECT old_key, person, country, office, title, "start", "end", standing, sources, note, extra, start_min, start_max, end_min, end_max FROM old_term ORDER BY old_key;
INSERT INTO claim ("key", event, source, field, value, quote, locator, stance, note, extra)
SELECT old_key, event, source, field, value, quote, locator, stance, note, extra FROM old_claim ORDER BY old_key;
INSERT INTO link ("key", "from", relation, "to", asserted_by, denied_by, note, source, extra)
SELECT old_key, "from", relation, "to", asserted_by, denied_by, note, source, extra FROM old_link ORDER BY old_key;
INSERT INTO coverage ("key", dataset, countries, kinds, "start", "end", note, extra)
SELECT old_key, dataset, countries, kinds, "start", "end", note, extra FROM old_coverage ORDER BY old_key;
INSERT INTO note ("key", record, kind, reason, "date", extra)
SELECT old_key, record, kind, reason, "date", extra FROM old_note ORDER BY old_key;
DROP TABLE old_country;
DROP TABLE old_organization;
DROP TABLE old_person;
DROP TABLE old_source;
DROP TABLE old_term;
DROP TABLE old_claim;
DROP TABLE old_link;
DROP TABLE old_coverage;
DROP TABLE old_note;

-- ---- views ----------------------------------------------------------------------------------------------------

CREATE VIEW v_revision AS -- what was done to the record
SELECT revision, "time", command, user, reason, undoes, added, updated, removed, content FROM revision;
CREATE VIEW v_revision_file AS SELECT revision, number, name, sha256, bytes, rows FROM revision_file; -- what imports read

CREATE VIEW v_change AS -- one row per record that a revision changed or removed; those it added are in no row
SELECT c.revision, r."time", r.command, r.user, r.reason, c.type, c.name, c.action, c.before
FROM record_change c JOIN revision r ON r.revision = c.revision;
