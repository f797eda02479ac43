-- detente schema 3: full text.
--
-- How it is laid out. `search_event` holds the words of events, one document per event, `search_record` those of people,
-- organizations, countries and sources. Both keep words and their places only, not the texts: these are read from the
-- records. Words stand in them folded (lower case, without accents), every Chinese, Japanese or Korean character as a
-- word of its own, so that a run of such characters is a phrase: MATCH '"习 近 平"'.
--
-- Nothing but a search writes the words. An import only notes what has changed (search_stale, search_stale_record), and
-- that too only of events that a search has already indexed; the first search after it brings the words up to date.

CREATE VIRTUAL TABLE search_event USING fts5 ( -- words of events; rowid is that of the document
    title,   -- of the event
    summary, -- of the event
    quotes,  -- of its claims: their quotes, and values of the field `quote`
    names,   -- of its people and organizations with their aliases, of actors, countries, places, venue, products, tags
    content = '', tokenize = "unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE search_record USING fts5 ( -- words of other records; rowid is that of search_entry
    title, -- name; of a source its title
    names, -- aliases; of a source its publisher
    content = '', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE search_state ( -- how far the words reach
    key   TEXT PRIMARY KEY NOT NULL, -- form: how the words were made, a number that the program knows; reach: highest key
                                     -- of an event that was indexed; outdated: documents that count no more; records: 1
                                     -- while search_record is up to date with the texts of its records; actors: highest
                                     -- document of a country or an organization, which come first
    value INTEGER NOT NULL -- see key
) STRICT, WITHOUT ROWID;

CREATE TABLE search_moved ( -- events whose words have changed: the document under their own key counts no more
    event INTEGER PRIMARY KEY, -- key
    doc   INTEGER NOT NULL UNIQUE -- the document that counts, above 2^40
) STRICT;

CREATE TABLE search_entry ( -- what the documents of search_record are; an actor without any name has none
    doc  INTEGER PRIMARY KEY, -- the document
    type TEXT NOT NULL, -- country, organization, person, source
    id   TEXT NOT NULL -- id of the record
) STRICT;

CREATE TABLE search_stale ( -- indexed events whose texts have changed since
    event INTEGER PRIMARY KEY -- key
) STRICT;

CREATE TABLE search_stale_record ( -- people, organizations and countries whose names have: their events are stale too
    type TEXT NOT NULL, -- country, organization, person
    id   TEXT NOT NULL, -- id of the record
    PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;
