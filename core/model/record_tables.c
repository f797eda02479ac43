/* The fields of every record, in the order of its table. This is the one place where they are
 * declared: headings, JSON keys, SQL columns, checks and documentation follow from it. */
#include "record_tables.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define INFO(word, many, table) {word, many, table, COUNT(table)}

static const char *const statuses[] = {
    "planned", "reported", "confirmed", "disputed", "denied", "cancelled", NULL};
static const char *const stances[] = {"supports", "disputes", "corrects", "denies", NULL};
static const char *const relations[] = {
    "retaliates_against", "responds_to", "follows", "part_of", "implements", "amends", "suspends",
    "extends", "replaces", "ends", "exchanged_for", "corrects", "duplicates", NULL};
static const char *const note_kinds[] = {"correction", "accepted", "merged", NULL};
static const char *const standings[] = {"acting", "suspended", NULL};
static const char *const party_types[] = {"country", "organization", "person", "actor", NULL};

enum {
    NEEDED = FIELD_REQUIRED,
    KEY = FIELD_KEY,
    NEEDED_KEY = FIELD_REQUIRED | FIELD_KEY,
    DETAIL = FIELD_DETAIL,
    TARIFF = FIELD_TARIFF,
    TARIFF_DETAIL = FIELD_TARIFF | FIELD_DETAIL
};

/* A field without a reference and without words. */
#define PLAIN(name, type, flags, note) {name, type, flags, RECORD_TYPES, NULL, note}
#define REFERS(name, type, flags, to, note) {name, type, flags, to, NULL, note}
#define WORDS(name, flags, words, note) {name, FIELD_WORD, flags, RECORD_TYPES, words, note}

static const struct field country_fields[] = {
    [COUNTRY_ID] = PLAIN("id", FIELD_ID, NEEDED_KEY,
        "ISO 3166-1 alpha-3; of a state that is gone its former one; X- and a slug where none was"),
    [COUNTRY_NAME] = PLAIN("name", FIELD_TEXT, NEEDED, "name shown"),
    [COUNTRY_ALIASES] = PLAIN("aliases", FIELD_LIST, FIELD_DATED,
        "other names, each as name or name@start/end where it holds for a time only"),
    [COUNTRY_START] = PLAIN("start", FIELD_DATE, 0, "first day on which it exists; EDTF"),
    [COUNTRY_END] = PLAIN("end", FIELD_DATE, FIELD_OPEN,
        "first day on which it no longer exists; EDTF"),
    [COUNTRY_ISO2] = PLAIN("iso2", FIELD_CODES, 0, "ISO 3166-1 alpha-2, code or code@start/end"),
    [COUNTRY_ISO_NUMERIC] = PLAIN("iso_numeric", FIELD_CODES, 0, "ISO 3166-1 numeric (M49)"),
    [COUNTRY_COW] = PLAIN("cow", FIELD_CODES, 0, "number in the Correlates of War state list"),
    [COUNTRY_GW] = PLAIN("gw", FIELD_CODES, 0, "number in the list of Gleditsch and Ward"),
    [COUNTRY_FIPS] = PLAIN("fips", FIELD_CODES, 0, "FIPS 10-4 code, two letters"),
    [COUNTRY_CAMEO] = PLAIN("cameo", FIELD_CODES, 0, "CAMEO country code, three letters"),
    [COUNTRY_IOC] = PLAIN("ioc", FIELD_CODES, 0, "code of the International Olympic Committee"),
    [COUNTRY_WIKIDATA] = PLAIN("wikidata", FIELD_TEXT, 0, "Wikidata item, such as Q16"),
};

static const struct field organization_fields[] = {
    [ORGANIZATION_ID] = PLAIN("id", FIELD_ID, NEEDED_KEY, "short name in capitals, such as APEC"),
    [ORGANIZATION_NAME] = PLAIN("name", FIELD_TEXT, NEEDED, "name shown"),
    [ORGANIZATION_KIND] = PLAIN("kind", FIELD_TEXT, 0,
        "what it is: intergovernmental, company, …; open"),
    [ORGANIZATION_ALIASES] = PLAIN("aliases", FIELD_LIST, 0, "other names"),
    [ORGANIZATION_WIKIDATA] = PLAIN("wikidata", FIELD_TEXT, 0, "Wikidata item"),
};

static const struct field person_fields[] = {
    [PERSON_ID] = PLAIN("id", FIELD_ID, NEEDED_KEY, "slug of the name, such as mark-carney"),
    [PERSON_NAME] = PLAIN("name", FIELD_TEXT, NEEDED, "name shown"),
    [PERSON_ALIASES] = PLAIN("aliases", FIELD_LIST, 0, "other names and spellings"),
    [PERSON_COUNTRY] = REFERS("country", FIELD_NAME, 0, RECORD_COUNTRY, "country the person is of"),
    [PERSON_WIKIDATA] = PLAIN("wikidata", FIELD_TEXT, 0, "Wikidata item"),
};

static const struct field term_fields[] = {
    [TERM_PERSON] = REFERS("person", FIELD_NAME, NEEDED_KEY, RECORD_PERSON, "who holds the office"),
    [TERM_COUNTRY] = REFERS("country", FIELD_NAME, NEEDED_KEY, RECORD_TYPES,
        "the country, or the organization, whose office it is"),
    [TERM_OFFICE] = PLAIN("office", FIELD_LIST, NEEDED_KEY | FIELD_LOWER,
        "head_of_state, head_of_government, foreign_minister, ambassador, …; open, one or more"),
    [TERM_TITLE] = PLAIN("title", FIELD_TEXT, 0, "the office's own title, such as Prime Minister"),
    [TERM_START] = PLAIN("start", FIELD_DATE, KEY, "first day in office; EDTF"),
    [TERM_END] = PLAIN("end", FIELD_DATE, FIELD_OPEN,
        "first day on which it is no longer held; EDTF; empty: not known, .. known to go on"),
    [TERM_STANDING] = WORDS("standing", 0, standings, "acting or suspended; empty: in full"),
    [TERM_SOURCES] = REFERS("sources", FIELD_NAMES, 0, RECORD_SOURCE, "who says so"),
    [TERM_NOTE] = PLAIN("note", FIELD_TEXT, 0, "remark"),
};

static const struct field source_fields[] = {
    [SOURCE_ID] = PLAIN("id", FIELD_ID, KEY, "id; made from the URL when it is not given"),
    [SOURCE_TITLE] = PLAIN("title", FIELD_TEXT, 0, "title"),
    [SOURCE_PUBLISHER] = PLAIN("publisher", FIELD_TEXT, 0, "who published it"),
    [SOURCE_URL] = PLAIN("url", FIELD_TEXT, FIELD_URL,
        "where it is found; needed when there is no id"),
    [SOURCE_ARCHIVE_URL] = PLAIN("archive_url", FIELD_TEXT, FIELD_URL, "an archived copy"),
    [SOURCE_PUBLISHED] = PLAIN("published", FIELD_DAY, 0,
        "when it was published; a day, month or year"),
    [SOURCE_ACCESSED] = PLAIN("accessed", FIELD_DAY, 0, "when it was read; a day, month or year"),
    [SOURCE_TYPE] = PLAIN("type", FIELD_TEXT, 0, "readout, news, law, treaty, data set, …; open"),
    [SOURCE_SIDE] = REFERS("side", FIELD_NAME, 0, RECORD_TYPES,
        "the country or organization whose own account it is"),
    [SOURCE_LANGUAGE] = PLAIN("language", FIELD_TEXT, 0, "language tag (BCP 47), such as fr"),
};

static const struct field event_fields[] = {
    [EVENT_ID] = PLAIN("id", FIELD_ID, KEY, "id; made from date and title when it is not given"),
    [EVENT_KIND] = PLAIN("kind", FIELD_TEXT, NEEDED | FIELD_KIND,
        "dotted path, such as meeting.bilateral"),
    [EVENT_DATE] = PLAIN("date", FIELD_DATE, NEEDED, "when it happened or began; EDTF"),
    [EVENT_END] = PLAIN("end", FIELD_DATE, FIELD_OPEN,
        "last day; of a standing kind the first day on which it no longer holds; EDTF; .. goes on"),
    [EVENT_TIME] = PLAIN("time", FIELD_TIME, 0, "time of day at the place, hh:mm[:ss][Z|+hh:mm]"),
    [EVENT_STATUS] = WORDS("status", 0, statuses, "empty: reported"),
    [EVENT_RELEASE] = PLAIN("release", FIELD_RELEASE, DETAIL,
        "internal, draft, or the day until which it is embargoed; empty: public"),
    [EVENT_TITLE] = PLAIN("title", FIELD_TEXT, 0, "one line; may be missing where there is a code"),
    [EVENT_SUMMARY] = PLAIN("summary", FIELD_TEXT, 0, "what happened, in a paragraph or more"),
    [EVENT_COUNTRIES] = REFERS("countries", FIELD_PARTIES, 0, RECORD_COUNTRY,
        "countries, each name[:role]"),
    [EVENT_ORGANIZATIONS] = REFERS("organizations", FIELD_PARTIES, 0, RECORD_ORGANIZATION,
        "organizations, each name[:role]"),
    [EVENT_PEOPLE] = REFERS("people", FIELD_PARTIES, 0, RECORD_PERSON, "people, each name[:role]"),
    [EVENT_ACTORS] = PLAIN("actors", FIELD_PARTIES, 0,
        "others that are only named, each name[:role]"),
    [EVENT_PLACE] = PLAIN("place", FIELD_LIST, 0, "where it happened, one or more names"),
    [EVENT_LATITUDE] = PLAIN("latitude", FIELD_NUMBER, 0, "degrees north, -90 to 90"),
    [EVENT_LONGITUDE] = PLAIN("longitude", FIELD_NUMBER, 0, "degrees east, -180 to 180"),
    [EVENT_VENUE] = PLAIN("venue", FIELD_TEXT, DETAIL, "building or occasion"),
    [EVENT_TAGS] = PLAIN("tags", FIELD_LIST, 0, "free words"),
    [EVENT_QUANTITY] = PLAIN("quantity", FIELD_NUMBER, DETAIL, "an amount, in `unit`"),
    [EVENT_UNIT] = PLAIN("unit", FIELD_TEXT, DETAIL, "unit of the quantity, such as USD or t"),
    [EVENT_SOURCES] = REFERS("sources", FIELD_NAMES, 0, RECORD_SOURCE, "who says so, by id or URL"),
    [EVENT_SOURCE_URL] = PLAIN("source_url", FIELD_TEXT, FIELD_URL,
        "a source of which only the URL is known"),
    [EVENT_LAST_CONFIRMED] = PLAIN("last_confirmed", FIELD_DAY, DETAIL,
        "latest day, month or year of which it is known still to hold"),
    [EVENT_IMPOSER] = REFERS("imposer", FIELD_NAMES, TARIFF, RECORD_TYPES,
        "who imposes the measure; short for the role imposer"),
    [EVENT_TARGET] = REFERS("target", FIELD_NAMES, TARIFF, RECORD_TYPES,
        "whom the measure is against; short for the role target"),
    [EVENT_PRODUCT] = PLAIN("product", FIELD_LIST, TARIFF_DETAIL, "goods under the measure"),
    [EVENT_HS] = PLAIN("hs", FIELD_LIST, TARIFF_DETAIL, "their Harmonized System codes"),
    [EVENT_RATE] = PLAIN("rate", FIELD_RANGE, TARIFF_DETAIL,
        "rate in percent or rate_unit; low/high where it differs by company"),
    [EVENT_RATE_UNIT] = PLAIN("rate_unit", FIELD_TEXT, TARIFF_DETAIL,
        "unit of the rate; empty: percent"),
    [EVENT_BASE_RATE] = PLAIN("base_rate", FIELD_RANGE, TARIFF_DETAIL,
        "ordinary duty beneath it, in percent or rate_unit"),
    [EVENT_BASIS] = PLAIN("basis", FIELD_TEXT, TARIFF_DETAIL,
        "additional (where nothing is said) or ordinary, and the ground: surtax, …"),
    [EVENT_QUOTA] = PLAIN("quota", FIELD_TEXT, TARIFF_DETAIL,
        "amount to which, or beyond which, it applies"),
    [EVENT_EXCLUDES] = PLAIN("excludes", FIELD_LIST, TARIFF_DETAIL, "goods that are excepted"),
    [EVENT_ANNOUNCED] = PLAIN("announced", FIELD_DATE, TARIFF_DETAIL,
        "when it was announced; EDTF"),
    [EVENT_CODE] = PLAIN("code", FIELD_TEXT, 0,
        "event code of a machine-coded data set, with its zeros"),
    [EVENT_INTENSITY] = PLAIN("intensity", FIELD_NUMBER, 0,
        "Goldstein scale, -10 conflict to 10 cooperation"),
    [EVENT_MENTIONS] = PLAIN("mentions", FIELD_INTEGER, 0, "number of reports"),
    [EVENT_TONE] = PLAIN("tone", FIELD_NUMBER, 0, "mean tone of the reports, -100 to 100"),
    [EVENT_PARTY_DETAILS] = PLAIN("party_details", FIELD_TEXT, DETAIL | FIELD_HIDDEN,
        "what a cell cannot say of a party: items type:id:role:for:as"),
    [EVENT_SOURCE_TITLE] = PLAIN("source_title", FIELD_TEXT, FIELD_ROW_ONLY,
        "title of the row's source"),
    [EVENT_SOURCE_PUBLISHER] = PLAIN("source_publisher", FIELD_TEXT, FIELD_ROW_ONLY,
        "publisher of the row's source"),
    [EVENT_SOURCE_DATE] = PLAIN("source_date", FIELD_DAY, FIELD_ROW_ONLY,
        "when the row's source was published"),
    [EVENT_QUOTE] = PLAIN("quote", FIELD_TEXT, FIELD_ROW_ONLY,
        "words of the row's source; become a claim"),
};

static const struct field claim_fields[] = {
    [CLAIM_EVENT] = REFERS("event", FIELD_ID, NEEDED_KEY, RECORD_EVENT, "event it is about"),
    [CLAIM_SOURCE] = REFERS("source", FIELD_NAME, NEEDED_KEY, RECORD_SOURCE,
        "who says so, by id or URL"),
    [CLAIM_FIELD] = PLAIN("field", FIELD_TEXT, NEEDED_KEY,
        "field of the event that it is about, or quote"),
    [CLAIM_VALUE] = PLAIN("value", FIELD_TEXT, NEEDED_KEY,
        "what the source has for it, or its words"),
    [CLAIM_QUOTE] = PLAIN("quote", FIELD_TEXT, 0, "the words it rests on"),
    [CLAIM_LOCATOR] = PLAIN("locator", FIELD_TEXT, 0, "page, paragraph or time code"),
    [CLAIM_STANCE] = WORDS("stance", 0, stances, "empty: supports"),
    [CLAIM_NOTE] = PLAIN("note", FIELD_TEXT, 0, "remark"),
};

static const struct field link_fields[] = {
    [LINK_FROM] = REFERS("from", FIELD_ID, NEEDED_KEY, RECORD_EVENT,
        "event that bears on the other"),
    [LINK_RELATION] = WORDS("relation", NEEDED_KEY, relations, "how it bears on it"),
    [LINK_TO] = REFERS("to", FIELD_ID, NEEDED_KEY, RECORD_EVENT, "event it bears on"),
    [LINK_ASSERTED_BY] = PLAIN("asserted_by", FIELD_LIST, 0, "who says that it does; free names"),
    [LINK_DENIED_BY] = PLAIN("denied_by", FIELD_LIST, 0, "who denies it; free names"),
    [LINK_NOTE] = PLAIN("note", FIELD_TEXT, 0, "remark"),
    [LINK_SOURCE] = REFERS("source", FIELD_NAME, 0, RECORD_SOURCE,
        "who reports it; empty: the sources of the two events"),
};

static const struct field coverage_fields[] = {
    [COVERAGE_DATASET] = PLAIN("dataset", FIELD_TEXT, NEEDED_KEY,
        "data set that claims to hold it"),
    [COVERAGE_COUNTRIES] = REFERS("countries", FIELD_NAMES, KEY, RECORD_TYPES,
        "countries and organizations covered; empty: all"),
    [COVERAGE_KINDS] = PLAIN("kinds", FIELD_LIST, KEY | FIELD_KIND,
        "kinds covered, with all below them; empty: all"),
    [COVERAGE_START] = PLAIN("start", FIELD_DATE, KEY, "first day covered; EDTF"),
    [COVERAGE_END] = PLAIN("end", FIELD_DATE, FIELD_OPEN, "last day covered; EDTF"),
    [COVERAGE_NOTE] = PLAIN("note", FIELD_TEXT, 0, "remark"),
};

static const struct field note_fields[] = {
    [NOTE_RECORD] = PLAIN("record", FIELD_TEXT, NEEDED_KEY, "id or name of the record it is about"),
    [NOTE_KIND] = WORDS("kind", NEEDED_KEY, note_kinds,
        "correction (shown in public), accepted (a known finding of a check), merged (an old id)"),
    [NOTE_REASON] = PLAIN("reason", FIELD_TEXT, KEY,
        "what was corrected, why it is accepted, what it leads to"),
    [NOTE_DATE] = PLAIN("date", FIELD_DAY, KEY, "when the editor said so"),
};

static const struct field party_fields[] = {
    [PARTY_EVENT] = REFERS("event", FIELD_ID, NEEDED_KEY, RECORD_EVENT, "event it takes part in"),
    [PARTY_TYPE] = WORDS("type", NEEDED_KEY, party_types, "country, organization, person or actor"),
    [PARTY_ID] = PLAIN("id", FIELD_TEXT, NEEDED_KEY, "id or name of the party"),
    [PARTY_ROLE] = PLAIN("role", FIELD_TEXT, KEY | FIELD_LOWER, "its role; empty: participant"),
    [PARTY_FOR] = REFERS("for", FIELD_NAME, 0, RECORD_TYPES,
        "country or organization a person acts for"),
    [PARTY_AS] = PLAIN("as", FIELD_TEXT, 0, "capacity, such as special envoy"),
};

_Static_assert(COUNT(event_fields) == EVENT_QUOTE + 1, "one row per field");
_Static_assert(COUNT(event_fields) <= RECORD_FIELDS_MAX, "values of a record hold every field");
_Static_assert(RECORD_FIELDS_MAX <= 64, "a bit per field");

const struct record_info record_tables[RECORD_TYPES] = {
    [RECORD_COUNTRY] = INFO("country", "countries", country_fields),
    [RECORD_ORGANIZATION] = INFO("organization", "organizations", organization_fields),
    [RECORD_PERSON] = INFO("person", "people", person_fields),
    [RECORD_TERM] = INFO("term", "terms", term_fields),
    [RECORD_SOURCE] = INFO("source", "sources", source_fields),
    [RECORD_EVENT] = INFO("event", "events", event_fields),
    [RECORD_CLAIM] = INFO("claim", "claims", claim_fields),
    [RECORD_LINK] = INFO("link", "links", link_fields),
    [RECORD_COVERAGE] = INFO("coverage", "coverage", coverage_fields),
    [RECORD_NOTE] = INFO("note", "notes", note_fields),
    [RECORD_PARTY] = INFO("party", "parties", party_fields),
};
