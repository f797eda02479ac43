-- detente schema 1: the record.
--
-- How it is laid out. A row of `event` holds a whole event in the same texts as events.csv (lists are
-- cells: items separated by ';', a role after ':', a backslash escapes), beside the day numbers that
-- follow from its dates. `facet` and `posting` find it: a facet is anything one can ask by (a country,
-- a pair, a kind, a tag …), a posting says on which day an event of that facet begins. Everything else
-- is small tables, one per record of the contract. Read the v_* views; write through the program.
--
-- Day numbers count days from 1970-01-01 (proleptic Gregorian, year 0 exists):
-- -9223372036854775808 and 9223372036854775807 mean that there is no bound on that side.
-- date(day * 86400, 'unixepoch') shows one between the years 0000 and 9999.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY NOT NULL, -- what: 'dossier'
    value TEXT NOT NULL              -- its value; of 'dossier' a JSON object (title, intro, author, licence, scope)
) STRICT, WITHOUT ROWID;

-- ---- who -------------------------------------------------------------------------------------------

CREATE TABLE country ( -- countries that the reference table of the program has not, or names differently
    id          TEXT PRIMARY KEY NOT NULL, -- ISO 3166-1 alpha-3, a former alpha-3, XKX, or X-NAME
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
    id       TEXT PRIMARY KEY NOT NULL, -- usual acronym or a slug
    name     TEXT NOT NULL, -- display name
    kind     TEXT, -- intergovernmental, court, bank, company, armed_group, ngo, forum, or the user's own
    aliases  TEXT, -- list of other names
    wikidata TEXT, -- Wikidata item
    extra    TEXT  -- JSON object of further columns
) STRICT;

CREATE TABLE person (
    id       TEXT PRIMARY KEY NOT NULL, -- slug of the name
    name     TEXT NOT NULL, -- display name
    aliases  TEXT, -- list of other names, other scripts among them
    country  TEXT, -- id of the country the person belongs to
    wikidata TEXT, -- Wikidata item
    extra    TEXT  -- JSON object of further columns
) STRICT;

CREATE TABLE name ( -- every name and alias of the three tables above, folded, to find them by
    type  TEXT NOT NULL, -- country, organization, person; source for those without an address
    key   TEXT NOT NULL, -- the name in lower case without accents and punctuation; of a source title, date and publisher
    id    TEXT NOT NULL, -- id of the record
    PRIMARY KEY (type, key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE term ( -- a person in an office
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
    PRIMARY KEY (person, country, office, "start")
) STRICT;
CREATE INDEX term_by_country ON term (country, start_min);

-- ---- where it is from ---------------------------------------------------------------------------------

CREATE TABLE source ( -- something citable
    id          TEXT PRIMARY KEY NOT NULL, -- slug
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
CREATE INDEX source_by_url ON source (url) WHERE url IS NOT NULL;

-- ---- what ----------------------------------------------------------------------------------------------

CREATE TABLE event (
    event          INTEGER PRIMARY KEY, -- key inside this file; not stable between files
    id             TEXT NOT NULL UNIQUE, -- the event's own id
    kind           TEXT NOT NULL, -- dotted path, see v_kind
    "date"         TEXT NOT NULL, -- EDTF as written
    "end"          TEXT, -- EDTF; standing kinds: first day on which it no longer holds; others: last day
    "time"         TEXT, -- time of day at the place, hh:mm
    status         TEXT, -- planned, confirmed, disputed, denied, cancelled; nothing means reported
    title          TEXT, -- one line; nothing for machine-coded events, whose title is made when shown
    summary        TEXT, -- a few sentences
    countries      TEXT, -- list of country ids, each with :role unless it is a participant
    organizations  TEXT, -- list of organization ids, with roles
    people         TEXT, -- list of person ids, with roles
    actors         TEXT, -- list of named actors that are neither, with roles
    place          TEXT, -- list of places
    latitude       REAL, -- degrees north, WGS 84
    longitude      REAL, -- degrees east
    tags           TEXT, -- list of words
    sources        TEXT, -- list of ids of sources
    source_url     TEXT, -- a bare address that counts as a source
    code           TEXT, -- code of the coding scheme (CAMEO), leading zeros kept
    intensity      REAL, -- Goldstein scale, -10 to 10
    mentions       INTEGER, -- number of reports
    tone           REAL, -- average tone of the reports, -100 to 100
    extra          TEXT, -- JSON object of further columns
    start_min      INTEGER NOT NULL, -- earliest first day, day number
    start_max      INTEGER NOT NULL, -- latest first day
    end_min        INTEGER NOT NULL, -- earliest end (as the contract counts it for the kind)
    end_max        INTEGER NOT NULL, -- latest end; no bound when not known
    second_of_day  INTEGER NOT NULL, -- of the time written, seconds after midnight; -1 without one
    form           INTEGER NOT NULL, -- how the date is: 1 start marked ?~%, 2 uncertain, 4 approximate,
                                     -- 8 * EDTF level, 32 * precision (0 second … 9 none), 512 end
                                     -- marked ?~%, see v_event
    end_state      INTEGER NOT NULL, -- 0 given, 1 implied by the kind, 2 unknown, 3 open (known to go on), 4 by an `ends` link
    has_detail     INTEGER NOT NULL, -- 1 when event_detail has a row
    through        TEXT, -- list of countries that are parties through a person's office that day only
    disputed       INTEGER NOT NULL -- 1 when its status, a claim or values that differ say so
) STRICT;

CREATE TABLE event_detail ( -- what few events have
    event          INTEGER PRIMARY KEY REFERENCES event (event), -- key
    "release"      TEXT, -- internal, draft, or the day until which it is embargoed; nothing means public
    venue          TEXT, -- the building or occasion
    quantity       REAL, -- a number that goes with the event
    unit           TEXT, -- its unit
    last_confirmed TEXT, -- EDTF: the day on which a standing measure was last seen to hold
    product        TEXT, -- list of products a measure is on
    hs             TEXT, -- list of Harmonized System codes
    rate           TEXT, -- percent (or rate_unit): number, or low/high
    rate_unit      TEXT, -- when it is not percent
    base_rate      TEXT, -- the ordinary duty under it, as rate
    basis          TEXT, -- additional or ordinary, and the ground
    quota          TEXT, -- quantity within which the measure holds
    excludes       TEXT, -- list of products left out
    announced      TEXT, -- EDTF: when the measure was announced
    party_details  TEXT  -- list of type:id:role:for:as, what the party lists cannot say
) STRICT;

CREATE TABLE facet ( -- anything events can be asked by
    facet INTEGER PRIMARY KEY, -- key; 0 is all events
    type  TEXT NOT NULL, -- all, pair, country, organization, person, actor, kind, status, tag, place, source, product, code, disputed
    name  TEXT NOT NULL, -- the value: 'CAN', 'CAN,CHN', 'meeting.bilateral' …
    key   TEXT NOT NULL, -- the name folded, for tags, places and products; else the name
    uses  INTEGER NOT NULL DEFAULT 0, -- number of events
    UNIQUE (type, key, name)
) STRICT;
INSERT INTO facet (facet, type, name, key) VALUES (0, 'all', '', '');

CREATE TABLE posting ( -- when an event of a facet begins
    facet INTEGER NOT NULL, -- key
    class INTEGER NOT NULL, -- how uncertain the start is: 0 one day, n at most 4^n days, 13 more or no bound
    day   INTEGER NOT NULL, -- earliest start, day number
    event INTEGER NOT NULL, -- key
    PRIMARY KEY (facet, class, day, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE span ( -- the same for events that last longer than their start: when they are under way
    facet INTEGER NOT NULL, -- key
    class INTEGER NOT NULL, -- from earliest start to latest day under way: n at most 4^n days, 13 more or no bound
    day   INTEGER NOT NULL, -- earliest start
    event INTEGER NOT NULL, -- key
    PRIMARY KEY (facet, class, day, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim ( -- what one source says of one event
    event   TEXT NOT NULL REFERENCES event (id), -- id
    source  TEXT NOT NULL REFERENCES source (id), -- id
    field   TEXT NOT NULL, -- the field it speaks of, or a word such as first_since
    value   TEXT NOT NULL, -- what it says
    quote   TEXT, -- its words
    locator TEXT, -- where in the source
    stance  TEXT, -- disputes, corrects, denies; nothing means supports
    note    TEXT, -- remark
    extra   TEXT, -- JSON object of further columns
    PRIMARY KEY (event, source, field, value)
) STRICT;
CREATE INDEX claim_by_source ON claim (source);

CREATE TABLE link ( -- how one event bears on another
    "from"      TEXT NOT NULL REFERENCES event (id), -- id
    relation    TEXT NOT NULL, -- retaliates_against, responds_to, follows, part_of, implements, amends, suspends, extends, replaces, ends, exchanged_for, corrects, duplicates
    "to"        TEXT NOT NULL REFERENCES event (id), -- id
    asserted_by TEXT, -- list of those who say so
    denied_by   TEXT, -- list of those who deny it
    note        TEXT, -- remark
    source      TEXT, -- id; without one the link rests on the sources of its two events
    extra       TEXT, -- JSON object of further columns
    PRIMARY KEY ("from", relation, "to")
) STRICT;
CREATE INDEX link_by_target ON link ("to", relation);

CREATE TABLE coverage ( -- what a data set claims to hold; outside it silence means nothing
    dataset   TEXT NOT NULL, -- name of the data set
    countries TEXT NOT NULL DEFAULT '', -- list of ids; '' means all
    kinds     TEXT NOT NULL DEFAULT '', -- list of kinds; '' means all
    "start"   TEXT NOT NULL DEFAULT '', -- EDTF: first day covered
    "end"     TEXT, -- EDTF: last day covered
    note      TEXT, -- remark
    extra     TEXT, -- JSON object of further columns
    PRIMARY KEY (dataset, countries, kinds, "start")
) STRICT;

CREATE TABLE note ( -- what an editor says of a record
    record TEXT NOT NULL, -- id or name of the record
    kind   TEXT NOT NULL, -- correction, accepted, merged
    reason TEXT NOT NULL DEFAULT '', -- why
    "date" TEXT NOT NULL DEFAULT '', -- EDTF: when; '' when not known
    extra  TEXT, -- JSON object of further columns
    PRIMARY KEY (record, kind, reason, "date")
) STRICT;

CREATE TABLE extra_name ( -- names of the columns kept in extra
    record TEXT NOT NULL, -- event, source …
    name   TEXT NOT NULL, -- of the column
    uses   INTEGER NOT NULL, -- records that have it
    PRIMARY KEY (record, name)
) STRICT, WITHOUT ROWID;

-- ---- views for people who open the file: documented, stable ---------------------------------------------

CREATE VIEW v_event AS -- one row per event, dates as ISO days where they lie in the years 0000 to 9999
SELECT e.id, e.kind, e."date", e."end", e."time", coalesce(e.status, 'reported') AS status, e.title, e.summary,
       CASE WHEN e.start_min BETWEEN -719528 AND 2932896 THEN date(e.start_min * 86400, 'unixepoch') END AS start_min,
       CASE WHEN e.start_max BETWEEN -719528 AND 2932896 THEN date(e.start_max * 86400, 'unixepoch') END AS start_max,
       CASE WHEN e.end_min BETWEEN -719528 AND 2932896 THEN date(e.end_min * 86400, 'unixepoch') END AS end_min,
       CASE WHEN e.end_max BETWEEN -719528 AND 2932896 THEN date(e.end_max * 86400, 'unixepoch') END AS end_max,
       CASE e.end_state WHEN 0 THEN 'given' WHEN 1 THEN 'implied' WHEN 2 THEN 'unknown' WHEN 3 THEN 'open' ELSE 'derived' END AS end_state,
       (e.form >> 3) & 3 AS edtf_level,
       CASE (e.form >> 5) & 15 WHEN 0 THEN 'second' WHEN 1 THEN 'day' WHEN 2 THEN 'month' WHEN 3 THEN 'season' WHEN 4 THEN 'year'
            WHEN 5 THEN 'decade' WHEN 6 THEN 'century' WHEN 7 THEN 'millennium' WHEN 8 THEN 'coarser' ELSE 'none' END AS precision,
       (e.form >> 1) & 1 AS uncertain, (e.form >> 2) & 1 AS approximate, e.disputed,
       e.countries, e.organizations, e.people, e.actors, e.place, e.latitude, e.longitude, e.tags, e.sources, e.source_url,
       e.code, e.intensity, e.mentions, e.tone, coalesce(d."release", 'public') AS "release", d.venue, d.quantity, d.unit,
       d.last_confirmed, d.product, d.hs, d.rate, d.rate_unit, d.base_rate, d.basis, d.quota, d.excludes, d.announced, e.extra
FROM event e LEFT JOIN event_detail d ON d.event = e.event;

CREATE VIEW v_party AS -- one row per event and party that is a country, organization or person
SELECT e.id AS event, t.type,
       CASE WHEN instr(j.value, ':') > 0 THEN substr(j.value, 1, instr(j.value, ':') - 1) ELSE j.value END AS id,
       CASE WHEN instr(j.value, ':') > 0 THEN substr(j.value, instr(j.value, ':') + 1) ELSE 'participant' END AS role
FROM event e
JOIN (SELECT 'country' AS type UNION ALL SELECT 'organization' UNION ALL SELECT 'person') t
JOIN json_each('["' || replace(CASE t.type WHEN 'country' THEN e.countries WHEN 'organization' THEN e.organizations ELSE e.people END, ';', '","') || '"]') j
WHERE CASE t.type WHEN 'country' THEN e.countries WHEN 'organization' THEN e.organizations ELSE e.people END IS NOT NULL;

CREATE VIEW v_pair AS -- one row per event and pair, a before b in the alphabet; without multilateral events
SELECT substr(f.name, 1, instr(f.name, ',') - 1) AS a, substr(f.name, instr(f.name, ',') + 1) AS b, e.id AS event, e.kind, e."date", e.title
FROM facet f JOIN posting p ON p.facet = f.facet JOIN event e ON e.event = p.event WHERE f.type = 'pair';

CREATE VIEW v_person AS SELECT id, name, aliases, country, wikidata, extra FROM person; -- people
CREATE VIEW v_organization AS SELECT id, name, kind, aliases, wikidata, extra FROM organization; -- organizations of the record
CREATE VIEW v_term AS -- who held which office when
SELECT t.person, p.name, t.country, t.office, t.title, t."start", t."end", t.standing, t.sources, t.note
FROM term t JOIN person p ON p.id = t.person;
CREATE VIEW v_source AS SELECT id, title, publisher, url, archive_url, published, accessed, type, side, language, extra FROM source; -- sources
CREATE VIEW v_claim AS -- what sources say
SELECT c.event, c.source, c.field, c.value, c.quote, c.locator, coalesce(c.stance, 'supports') AS stance, c.note, s.publisher, s.title AS source_title, s.url
FROM claim c JOIN source s ON s.id = c.source;
CREATE VIEW v_link AS SELECT "from", relation, "to", asserted_by, denied_by, note, source FROM link; -- how events bear on one another
CREATE VIEW v_coverage AS SELECT dataset, countries, kinds, "start", "end", note FROM coverage; -- what is claimed to be complete
CREATE VIEW v_note AS SELECT record, kind, reason, "date" FROM note; -- corrections and known findings
