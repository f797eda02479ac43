/* add, edit, link, claim and confirm: what settings and JSON make of a record, what is refused and leaves everything as it
 * was, and that each change is taken back by one undo. */
#include "front_fixture.h"

static const char document[] =
    "{\"detente\":1,"
    "\"organizations\":[{\"id\":\"LEAGUE\",\"name\":\"Lighthouse League\"}],"
    "\"people\":[{\"id\":\"ann\",\"name\":\"Ann Example\",\"aliases\":[\"A. Example\"],\"country\":\"AUT\",\"extra\":{\"shoe\":\"41\"}},"
    "{\"id\":\"bob\",\"name\":\"Bob Example\"}],"
    "\"terms\":[{\"person\":\"ann\",\"country\":\"AUT\",\"office\":[\"head_of_government\"],\"start\":\"2001-01-01\","
    "\"title\":\"Premier\"}],"
    "\"sources\":[{\"id\":\"gazette\",\"title\":\"Gazette of the Coast\",\"url\":\"https://gazette.example/1\"},"
    "{\"id\":\"paper\",\"title\":\"Paper\"},{\"id\":\"paper-2\",\"title\":\"paper\"}],"
    "\"events\":[{\"id\":\"A\",\"kind\":\"meeting\",\"date\":\"2004-05-06\",\"title\":\"Ann meets Bob\",\"tags\":[\"fish\",\"a;b\"],"
    "\"parties\":[{\"type\":\"country\",\"id\":\"AUT\"},{\"type\":\"country\",\"id\":\"BEL\",\"role\":\"host\"},"
    "{\"type\":\"person\",\"id\":\"ann\",\"for\":\"BEL\",\"as\":\"envoy\"}],\"sources\":[\"gazette\"],\"extra\":{\"mood\":\"calm\"}},"
    "{\"id\":\"x/y\",\"kind\":\"statement\",\"date\":\"2004-06-01\",\"title\":\"A statement\"},"
    "{\"id\":\"D\",\"kind\":\"tariff\",\"date\":\"2004-01-01\",\"title\":\"A duty\",\"parties\":[{\"type\":\"country\",\"id\":\"AUT\","
    "\"role\":\"imposer\"},{\"type\":\"country\",\"id\":\"BEL\",\"role\":\"target\"}],\"tariff\":{\"product\":[\"salt\"],\"rate\":5}},"
    "{\"id\":\"E\",\"kind\":\"tariff\",\"date\":\"2004-01-01\",\"end\":\"2005-01-01\",\"title\":\"An old duty\"},"
    "{\"id\":\"P\",\"kind\":\"tariff\",\"date\":\"2004-01-01\",\"status\":\"planned\",\"title\":\"A plan\"}],"
    "\"claims\":[{\"event\":\"x/y\",\"source\":\"paper\",\"field\":\"date\",\"value\":\"2004-06-02\"}],"
    "\"links\":[{\"from\":\"x/y\",\"relation\":\"follows\",\"to\":\"A\",\"note\":\"Soon.\"}],"
    "\"notes\":[{\"record\":\"link:x/y/follows/A\",\"kind\":\"correction\",\"reason\":\"The link.\"}]}";

static struct place_of folder;
static detente *database;

static int make(void **state) {
    struct import_log log;
    (void)state;
    make_folder(&folder);
    write_text(&folder, "record.json", document);
    database = open_record(in_folder(&folder, "record.db").path, DETENTE_CREATE);
    import_path(database, in_folder(&folder, "record.json").path, &log);
    return 0;
}

static int drop(void **state) {
    (void)state;
    detente_close(database);
    drop_folder(&folder);
    return 0;
}

/* ---- what is asked ------------------------------------------------------------------------------------------------------ */

enum { ITEMS = 5 };
struct asked {
    enum detente_action action;
    const char *words[ITEMS], *settings[ITEMS]; /* ended by NULL */
    const char *record;                         /* JSON */
    const char *on, *source;
};

static struct detente_words words_of(const char *const *items) {
    struct detente_words words = {items, 0};
    while (words.count < ITEMS && items[words.count]) words.count++;
    return words;
}

static struct detente_change change_of(const struct asked *asked) {
    return (struct detente_change){
        .action = asked->action,
        .words = words_of(asked->words),
        .settings = words_of(asked->settings),
        .record = asked->record,
        .record_size = asked->record ? strlen(asked->record) : 0,
        .on = asked->on,
        .source = asked->source,
        .today = TEST_TODAY,
    };
}

static struct detente_change_summary must_change(const struct asked *asked) {
    struct detente_change change = change_of(asked);
    struct detente_change_summary summary;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
    return summary;
}

static void undo(void) {
    struct detente_change change = {.action = DETENTE_UNDO, .today = TEST_TODAY};
    struct detente_change_summary summary;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
}

/* ---- what changes ----------------------------------------------------------------------------------------------------------- */

struct changes {
    struct asked asked;
    const char *then; /* stands in the export afterwards, and not before */
};

#define EDIT(id, ...) {DETENTE_EDIT, {id}, {__VA_ARGS__}, NULL, NULL, NULL}
#define EDIT_JSON(id, json) {DETENTE_EDIT, {id}, {NULL}, json, NULL, NULL}
#define ADD(type, ...) {DETENTE_ADD, {type}, {__VA_ARGS__}, NULL, NULL, NULL}
#define ADD_JSON(type, json) {DETENTE_ADD, {type}, {NULL}, json, NULL, NULL}

static const struct changes good[] = {
    {EDIT("A", "title=Ann meets Bob again"), "\"title\":\"Ann meets Bob again\""},
    {EDIT("A", "TITLE = spaced = out "), "\"title\":\"spaced = out\""},
    {EDIT("A", "tags+=ships;Boats"), "\"tags\":[\"fish\",\"a;b\",\"ships\",\"Boats\"]"},
    {EDIT("A", "tags-=a\\;b"), "\"tags\":[\"fish\"],"},
    {EDIT("A", "tags=one", "tags+=two"), "\"tags\":[\"one\",\"two\"]"},
    {EDIT("A", "countries+=Austria:visitor"), "{\"type\":\"country\",\"id\":\"AUT\",\"role\":\"visitor\"}"},
    {EDIT("A", "countries-=Belgium", "countries+=France"), "{\"type\":\"country\",\"id\":\"FRA\",\"role\":\"participant\"}"},
    {EDIT("A", "people-=Ann Example"), "\"id\":\"BEL\",\"role\":\"host\"}],\"tags\""},
    {EDIT("A", "sources+=https://new.example/1"), "\"url\":\"https://new.example/1\""},
    {EDIT("A", "quote=We agree."), "{\"event\":\"A\",\"source\":\"gazette\",\"field\":\"quote\",\"value\":\"We agree.\"}"},
    {EDIT("A", "extra.mood="), "\"sources\":[\"gazette\"]},"},
    {EDIT("A", "Extra.Colour=red"), "\"extra\":{\"Colour\":\"red\",\"mood\":\"calm\"}"},
    {EDIT("D", "target+=France"), "\"target\":\"BEL;FRA\""},
    {EDIT("D", "rate=5/7"), "\"rate\":\"5/7\""},
    {EDIT("Ann Example", "aliases+=Annie"), "\"aliases\":[\"A. Example\",\"Annie\"]"},
    {EDIT("term:ann/AUT/head_of_government/2001-01-01", "start=2001-02"), "\"start\":\"2001-02\""},
    {EDIT("term:ann/AUT/head_of_government/2001-01-01", "end=2003"), "\"start\":\"2001-01-01\",\"end\":\"2003\""},
    {EDIT("link:x/y/follows/A", "to=D"), "{\"record\":\"link:x/y/follows/D\",\"kind\":\"correction\",\"reason\":\"The link.\"}"},
    {EDIT("claim:x/y/paper/date/2004-06-02", "value=2004-06-03"), "\"field\":\"date\",\"value\":\"2004-06-03\""},
    {EDIT("Austria", "aliases+=Land of Lights"), "\"Land of Lights\""},
    {EDIT("A", "id=A2"), "\"id\":\"A2\""},
    {EDIT_JSON("A", "{\"venue\":\"Pier\",\"tags\":null}"), "\"venue\":\"Pier\""},
    {EDIT_JSON("A", "{\"sources\":[{\"url\":\"https://other.example\",\"title\":\"Other\"}]}"), "\"title\":\"Other\""},
    {ADD("event", "kind=meeting", "date=May 2006", "title=Talks"), "\"id\":\"2006-05-talks\""},
    {ADD("events", "kind=visit", "date=2006", "title=A trip", "people=Cleo Example"), "\"id\":\"cleo-example\""},
    {ADD("person", "name=Dora Example"), "\"id\":\"dora-example\""},
    {ADD("organization", "name=Order of Piers"), "\"id\":\"ORDER-OF-PIERS\""},
    {ADD("party", "event=A", "type=person", "id=bob", "as=pilot"), "\"id\":\"bob\",\"role\":\"participant\",\"as\":\"pilot\""},
    {ADD_JSON("source", "{\"url\":\"https://third.example/a\"}"), "\"url\":\"https://third.example/a\""},
    {{DETENTE_LINK, {"A", "Ends", "D"}, {"asserted_by=Ann;Bob"}, NULL, NULL, NULL},
     "{\"from\":\"A\",\"relation\":\"ends\",\"to\":\"D\",\"asserted_by\":[\"Ann\",\"Bob\"]}"},
    {{DETENTE_CLAIM, {"A", "gazette of the coast", "date", "7 May 2004"}, {"stance=disputes"}, NULL, NULL, NULL},
     "{\"event\":\"A\",\"source\":\"gazette\",\"field\":\"date\",\"value\":\"2004-05-07\",\"stance\":\"disputes\"}"},
    {{DETENTE_CONFIRM, {"D"}, {NULL}, NULL, "2010-01-01", "gazette"}, "\"last_confirmed\":\"2010-01-01\""},
    {{DETENTE_CONFIRM, {"D"}, {NULL}, NULL, "2010", "https://new.example/2"}, "\"last_confirmed\":\"2010\""},
};

static void test_changes(void **state) {
    (void)state;
    char *before = export_text(database, "json");
    for (size_t i = 0; i < LENGTH(good); i++) {
        struct detente_change_summary summary = must_change(&good[i].asked);
        char *after = export_text(database, "json");
        if (strstr(before, good[i].then)) fail_msg("%zu: %s was there before", i, good[i].then);
        if (!strstr(after, good[i].then)) fail_msg("%zu: no %s in\n%s", i, good[i].then, after);
        assert_true(summary.revision > 0);
        assert_true(summary.name[0]);
        undo();
        char *back = export_text(database, "json");
        check_same("the record before a change and after its undo", before, back);
        free(after);
        free(back);
    }
    free(before);
}

/* A dry run tells the same and keeps nothing. */
static void test_dry_runs(void **state) {
    (void)state;
    char *before = export_text(database, "json");
    for (size_t i = 0; i < LENGTH(good); i++) {
        struct detente_change change = change_of(&good[i].asked);
        struct detente_change_summary dry, wet;
        struct detente_error error = {0};
        change.dry_run = true;
        must_be(DETENTE_OK, detente_change_record(database, &change, &dry, &error), &error);
        char *after = export_text(database, "json");
        check_same("the record before and after a dry run", before, after);
        free(after);
        wet = must_change(&good[i].asked);
        assert_int_equal(dry.revision, 0);
        assert_int_equal(dry.added, wet.added);
        assert_int_equal(dry.updated, wet.updated);
        assert_int_equal(dry.removed, wet.removed);
        assert_int_equal(dry.fields, wet.fields);
        assert_string_equal(dry.name, wet.name);
        undo();
    }
    free(before);
}

/* ---- what changes nothing ---------------------------------------------------------------------------------------------------- */

static const struct asked idle[] = {
    EDIT("A", "title=Ann meets Bob"),
    EDIT("A", "tags+=fish"),
    EDIT("A", "countries+=Belgium"),
    EDIT("A", "status=reported"),
    EDIT("A", "extra.colour="),
    EDIT("D", "rate=5.0"),
    EDIT("France", "name=France"),
    EDIT("term:ann/AUT/head_of_government/2001-01-01", "start=2001-01-01"),
    EDIT_JSON("A", "{}"),
    EDIT_JSON("A", "{\"id\":\"A\",\"start_min\":\"1900\"}"),
    {DETENTE_LINK, {"x/y", "follows", "A"}, {NULL}, NULL, NULL, NULL},
    {DETENTE_CLAIM, {"x/y", "paper", "date", "2004-06-02"}, {NULL}, NULL, NULL, NULL},
};

static void test_idle(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH(idle); i++) {
        struct detente_change_summary summary = must_change(&idle[i]);
        if (summary.revision || summary.added || summary.updated || summary.removed || summary.fields)
            fail_msg("%zu made revision %d", i, (int)summary.revision);
    }
    struct asked confirm = {DETENTE_CONFIRM, {"D"}, {NULL}, NULL, "2010-01-15", "gazette"};
    assert_int_equal(must_change(&confirm).fields, 2); /* the day, and the source that joins */
    confirm.on = "2010-01";
    assert_int_equal(must_change(&confirm).revision, 0);
    undo();
}

/* ---- what is refused ----------------------------------------------------------------------------------------------------------- */

struct refused {
    struct asked asked;
    enum detente_status status;
    const char *message, *remedy; /* parts; NULL: any */
};

static const struct refused bad[] = {
    {EDIT("A", NULL), DETENTE_USAGE, "nothing says", "settings"},
    {EDIT("A", "title"), DETENTE_USAGE, "\"title\" is no setting", "FIELD=VALUE"},
    {EDIT("A", "=x"), DETENTE_USAGE, "no setting", NULL},
    {EDIT("A", "+=x"), DETENTE_USAGE, "\"\" is no field", NULL},
    {EDIT("A", "titel=x"), DETENTE_USAGE, "\"titel\" is no field of an event", "did you mean title?"},
    {EDIT("A", "colour=x"), DETENTE_USAGE, "\"colour\"", "extra.colour"},
    {EDIT("A", "party_details=x"), DETENTE_USAGE, "no field", NULL},
    {EDIT("A", "extra.=x"), DETENTE_USAGE, "no field", NULL},
    {EDIT("A", "extra.x+=x"), DETENTE_USAGE, "no list", NULL},
    {EDIT("A", "extra.title=x"), DETENTE_BAD_INPUT, "has the name of a field", NULL},
    {EDIT("A", "title=a", "title=b"), DETENTE_USAGE, "set twice", NULL},
    {EDIT("A", "title+=b"), DETENTE_USAGE, "title is no list", "title=VALUE"},
    {EDIT("A", "tags+="), DETENTE_USAGE, "no item", NULL},
    {EDIT("A", "tags-=ships"), DETENTE_BAD_INPUT, "tags has no \"ships\"", "it has fish"},
    {EDIT("A", "countries-=France"), DETENTE_BAD_INPUT, "countries has no \"FRA\"", NULL},
    {EDIT("A", "countries-=AUT:host"), DETENTE_BAD_INPUT, "countries has no", NULL},
    {EDIT("A", "people-=Nobody Known"), DETENTE_BAD_INPUT, "Nobody Known", NULL},
    {EDIT("A", "sources-=https://nowhere.example"), DETENTE_BAD_INPUT, NULL, NULL},
    {EDIT("A", "people+=Nobody Known", "title="), DETENTE_BAD_INPUT, "title is missing", NULL},
    {EDIT("A", "kind=meting"), DETENTE_BAD_INPUT, "meting", "meeting"},
    {EDIT("A", "date=2004-02-30"), DETENTE_BAD_INPUT, "2004-02-30", NULL},
    {EDIT("A", "end=2003"), DETENTE_BAD_INPUT, NULL, NULL},
    {EDIT("A", "id="), DETENTE_BAD_INPUT, "needs an id", NULL},
    {EDIT("A", "id=a b"), DETENTE_BAD_INPUT, "is no id", NULL},
    {EDIT("A", "id=D"), DETENTE_BAD_INPUT, "event D is there already", "merge A D"},
    {EDIT("AUT", "id=AUX"), DETENTE_BAD_INPUT, "cannot change", NULL},
    {EDIT("nothing", "title=x"), DETENTE_NOT_FOUND, "nothing here is called \"nothing\"", NULL},
    {EDIT("", "title=x"), DETENTE_NOT_FOUND, NULL, NULL},
    {EDIT("term:ann/AUT/head_of_government/1999", "start=2000"), DETENTE_NOT_FOUND, NULL, NULL},
    {EDIT("link:x/y/follows/A", "to=NONE"), DETENTE_BAD_INPUT, "NONE", NULL},
    {EDIT("link:x/y/follows/A", "relation=folows"), DETENTE_BAD_INPUT, NULL, "follows"},
    {EDIT("link:x/y/follows/A", "to=x/y"), DETENTE_BAD_INPUT, "to itself", NULL},
    {EDIT("link:x/y/follows/A", "to="), DETENTE_BAD_INPUT, "to is missing", NULL},
    {EDIT_JSON("A", ""), DETENTE_BAD_INPUT, "there is no record", NULL},
    {EDIT_JSON("A", "[]"), DETENTE_BAD_INPUT, "one object", NULL},
    {EDIT_JSON("A", "{\"title\":\"x\"} {}"), DETENTE_BAD_INPUT, NULL, NULL},
    {EDIT_JSON("A", "{\"title\":\"x\",}"), DETENTE_BAD_INPUT, NULL, NULL},
    {EDIT_JSON("A", "{\"title\":\"x\",\"title\":\"y\"}"), DETENTE_BAD_INPUT, NULL, NULL},
    {EDIT_JSON("A", "{\"title\":\"\xff\"}"), DETENTE_BAD_INPUT, NULL, NULL},
    {EDIT_JSON("A", "{\"titel\":\"x\"}"), DETENTE_BAD_INPUT, "titel", "did you mean title?"},
    {EDIT_JSON("A", "{\"sourcs\":[\"x\"]}"), DETENTE_BAD_INPUT, "sourcs", "did you mean sources?"},
    {EDIT_JSON("A", "{\"title\":null}"), DETENTE_BAD_INPUT, "title is missing", NULL},
    {EDIT_JSON("A", "{\"parties\":[{\"type\":\"country\"}]}"), DETENTE_BAD_INPUT, "without id", NULL},
    {EDIT_JSON("A", "{\"sources\":[{\"url\":\"https://made.example\"}],\"kind\":\"meting\"}"), DETENTE_BAD_INPUT, "meting", NULL},
    {ADD("evnt", "kind=meeting"), DETENTE_USAGE, "evnt", "event"},
    {ADD("event", NULL), DETENTE_USAGE, "nothing says", NULL},
    {ADD("event", "kind=meeting", "title=x"), DETENTE_BAD_INPUT, "date is missing", NULL},
    {ADD("event", "id=A", "kind=meeting", "date=2004", "title=x"), DETENTE_BAD_INPUT, "event A is there already", "edit A"},
    {ADD("event", "kind=meeting", "date=2004", "title=x", "quote=Words"), DETENTE_BAD_INPUT, "the quote has no source", NULL},
    {ADD("person", "name=Ann Example"), DETENTE_BAD_INPUT, "there already: ann", "id"},
    {ADD("person", "country=AUT"), DETENTE_BAD_INPUT, "name is missing", NULL},
    {ADD("country", "id=AUT", "name=Austria"), DETENTE_BAD_INPUT, "AUT is there already", NULL},
    {ADD("source", "url=https://gazette.example/1"), DETENTE_BAD_INPUT, "gazette is there already", NULL},
    {ADD("term", "person=Ann Example", "country=Austria", "office=Head of government", "start=2001-01-01"), DETENTE_BAD_INPUT,
     "is there already", NULL},
    {ADD("claim", "event=A", "source=nobody", "field=date", "value=2004"), DETENTE_BAD_INPUT, "nobody", NULL},
    {ADD("party", "event=NONE", "type=person", "id=bob", "as=pilot"), DETENTE_BAD_INPUT, "NONE", NULL},
    {{DETENTE_LINK, {"A", "follows"}, {NULL}, NULL, NULL, NULL}, DETENTE_USAGE, "FROM RELATION TO", NULL},
    {{DETENTE_LINK, {"A", "folows", "D"}, {NULL}, NULL, NULL, NULL}, DETENTE_BAD_INPUT, "folows", "follows"},
    {{DETENTE_LINK, {"A", "follows", "NONE"}, {NULL}, NULL, NULL, NULL}, DETENTE_NOT_FOUND, "NONE", NULL},
    {{DETENTE_LINK, {"A", "follows", "AUT"}, {NULL}, NULL, NULL, NULL}, DETENTE_BAD_INPUT, "a country, no event", NULL},
    {{DETENTE_LINK, {"A", "follows", "D"}, {"to=E"}, NULL, NULL, NULL}, DETENTE_USAGE, "one of the words", NULL},
    {{DETENTE_CLAIM, {"A", "paper", "date", "2004"}, {NULL}, NULL, NULL, NULL}, DETENTE_OK, NULL, NULL},
    {{DETENTE_CLAIM, {"A", "Paper", "date", "2004"}, {NULL}, NULL, NULL, NULL}, DETENTE_BAD_INPUT, "2 sources", "paper"},
    {{DETENTE_CLAIM, {"A", "gazete", "date", "2004"}, {NULL}, NULL, NULL, NULL}, DETENTE_NOT_FOUND, "gazete", "gazette"},
    {{DETENTE_CLAIM, {"A", "", "date", "2004"}, {NULL}, NULL, NULL, NULL}, DETENTE_NOT_FOUND, NULL, NULL},
    {{DETENTE_CLAIM, {"A", "gazette", "dat", "2004"}, {NULL}, NULL, NULL, NULL}, DETENTE_BAD_INPUT, "\"dat\"", "date"},
    {{DETENTE_CLAIM, {"A", "gazette", "date", ""}, {NULL}, NULL, NULL, NULL}, DETENTE_BAD_INPUT, "value is missing", NULL},
    {{DETENTE_CONFIRM, {"A"}, {NULL}, NULL, "2010", "gazette"}, DETENTE_BAD_INPUT, "does not go on", "sources+="},
    {{DETENTE_CONFIRM, {"P"}, {NULL}, NULL, "2010", "gazette"}, DETENTE_BAD_INPUT, "is planned", "status=reported"},
    {{DETENTE_CONFIRM, {"E"}, {NULL}, NULL, "2010", "gazette"}, DETENTE_BAD_INPUT, "no longer held from 2005-01-01", NULL},
    {{DETENTE_CONFIRM, {"D"}, {NULL}, NULL, "2003-12-31", "gazette"}, DETENTE_BAD_INPUT, "began on 2004-01-01", NULL},
    {{DETENTE_CONFIRM, {"D"}, {NULL}, NULL, "2024-10-05", "gazette"}, DETENTE_BAD_INPUT, "yet to come", NULL},
    {{DETENTE_CONFIRM, {"D"}, {NULL}, NULL, "soon", "gazette"}, DETENTE_USAGE, "soon", NULL},
    {{DETENTE_CONFIRM, {"D"}, {NULL}, NULL, "2010/2011", "gazette"}, DETENTE_BAD_INPUT, NULL, NULL},
    {{DETENTE_CONFIRM, {"D"}, {NULL}, NULL, "2010", "nobody"}, DETENTE_NOT_FOUND, "nobody", NULL},
    {{DETENTE_CONFIRM, {"D"}, {NULL}, NULL, NULL, "gazette"}, DETENTE_USAGE, "a day and a source", NULL},
    {{DETENTE_CONFIRM, {"Ann Example"}, {NULL}, NULL, "2010", "gazette"}, DETENTE_BAD_INPUT, "a person, no event", NULL},
};

static void test_refusals(void **state) {
    (void)state;
    char *before = export_text(database, "json");
    for (size_t i = 0; i < LENGTH(bad); i++) {
        struct detente_change change = change_of(&bad[i].asked);
        struct detente_change_summary summary;
        struct detente_error error = {0};
        enum detente_status status = detente_change_record(database, &change, &summary, &error);
        if (status != bad[i].status) fail_msg("%zu: status %d: %s; %s", i, (int)status, error.message, error.remedy);
        if (status == DETENTE_OK) undo();
        if (bad[i].message && !strstr(error.message, bad[i].message)) fail_msg("%zu: %s", i, error.message);
        if (bad[i].remedy && !strstr(error.remedy, bad[i].remedy)) fail_msg("%zu: %s; %s", i, error.message, error.remedy);
        if (status != DETENTE_OK && !error.message[0]) fail_msg("%zu says nothing", i);
        char *after = export_text(database, "json");
        check_same("the record before and after a refusal", before, after);
        free(after);
    }
    free(before);
}

/* ---- a record taken and given back ------------------------------------------------------------------------------------------------ */

static void take(const char *id, char **json, char state[DETENTE_STATE]) {
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_take_record(database, id, json, state, &error), &error);
}

static enum detente_status give_back(const char *id, const char *json, const char *state, struct detente_change_summary *summary,
                                     struct detente_error *error) {
    struct asked asked = EDIT_JSON(id, json);
    struct detente_change change = change_of(&asked);
    change.state = state;
    memset(error, 0, sizeof *error);
    return detente_change_record(database, &change, summary, error);
}

static const char *const records[] = {"A", "x/y", "D", "ann", "LEAGUE", "FRA", "gazette", "term:ann/AUT/head_of_government/2001-01-01",
                                      "claim:x/y/paper/date/2004-06-02", "link:x/y/follows/A", "note:link:x/y/follows/A/correction/The link./"};

static void test_round_trip(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH(records); i++) {
        struct detente_change_summary summary;
        struct detente_error error;
        char *json, text[DETENTE_STATE];
        take(records[i], &json, text);
        must_be(DETENTE_OK, give_back(records[i], json, text, &summary, &error), &error);
        if (summary.revision) fail_msg("%s given back as it was makes a revision", records[i]);
        free(json);
    }
}

/* What is taken out of the whole record is cleared; without a state it stays. */
static void test_taken_out(void **state) {
    (void)state;
    static const char little[] = "{\"id\":\"A\",\"kind\":\"meeting\",\"date\":\"2004-05-06\",\"title\":\"Ann meets Bob\"}";
    struct detente_change_summary summary;
    struct detente_error error;
    char *json, text[DETENTE_STATE];
    take("A", &json, text);
    must_be(DETENTE_OK, give_back("A", little, NULL, &summary, &error), &error);
    assert_int_equal(summary.revision, 0);
    must_be(DETENTE_OK, give_back("A", little, text, &summary, &error), &error);
    assert_int_equal(summary.fields, 5); /* countries people tags sources, and the extra */
    char *after = export_text(database, "json");
    assert_non_null(strstr(after, little));
    free(after);
    /* It is another one now. */
    assert_int_equal(give_back("A", json, text, &summary, &error), DETENTE_BAD_INPUT);
    assert_non_null(strstr(error.message, "was changed meanwhile by revision"));
    undo();
    must_be(DETENTE_OK, give_back("A", json, text, &summary, &error), &error);
    assert_int_equal(summary.revision, 0);
    free(json);
}

/* An empty record of each type is JSON that lacks only what must be there. */
static void test_empty(void **state) {
    (void)state;
    static const char *const types[] = {"country", "organization", "person", "term", "source", "event", "claim", "link", "coverage",
                                        "note"};
    for (size_t i = 0; i < LENGTH(types); i++) {
        char *json, text[DETENTE_STATE];
        take(types[i], &json, text);
        assert_string_equal(text, "");
        struct asked asked = ADD_JSON(types[i], json);
        struct detente_change change = change_of(&asked);
        struct detente_change_summary summary;
        struct detente_error error = {0};
        assert_int_equal(detente_change_record(database, &change, &summary, &error), DETENTE_BAD_INPUT);
        if (!strstr(error.message, " is missing")) fail_msg("%s: %s", types[i], error.message);
        free(json);
    }
}

/* ---- reasons, large and hostile values ------------------------------------------------------------------------------------------ */

static void test_reason(void **state) {
    (void)state;
    struct asked asked = EDIT("bob", "country=BEL");
    struct detente_change change = change_of(&asked);
    struct detente_change_summary summary;
    struct detente_error error = {0};
    change.author.reason = "  He moved.  ";
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
    assert_int_equal(summary.added, 1);
    assert_int_equal(summary.fields, 1);
    char *after = export_text(database, "json");
    assert_non_null(strstr(after, "{\"record\":\"bob\",\"kind\":\"correction\",\"reason\":\"He moved.\",\"date\":\"2024-10-04\"}"));
    free(after);
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
    assert_int_equal(summary.revision, 0); /* nothing changed, nothing is noted */
    undo();
}

static void test_large(void **state) {
    (void)state;
    enum { TOO_LARGE = (1 << 20) + 1 };
    char *setting = malloc(TOO_LARGE + 16), id[400];
    struct detente_change_summary summary;
    struct detente_error error = {0};
    assert_non_null(setting);
    strcpy(setting, "summary=");
    memset(setting + 8, 'x', TOO_LARGE);
    setting[8 + TOO_LARGE] = '\0';
    struct asked asked = EDIT("A", setting);
    struct detente_change change = change_of(&asked);
    assert_int_equal(detente_change_record(database, &change, &summary, &error), DETENTE_BAD_INPUT);
    setting[8 + TOO_LARGE - 1] = '\0';
    memset(&error, 0, sizeof error);
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
    undo();
    free(setting);
    memset(id, 'i', sizeof id);
    memcpy(id, "id=", 3);
    id[sizeof id - 1] = '\0';
    struct asked long_id = EDIT("A", id);
    change = change_of(&long_id);
    memset(&error, 0, sizeof error);
    assert_int_equal(detente_change_record(database, &change, &summary, &error), DETENTE_BAD_INPUT);
    assert_non_null(strstr(error.message, "too long"));
}

/* A NUL within the text, and every cut of it, is refused or taken; nothing crashes and nothing is half done. */
static void test_cut_json(void **state) {
    (void)state;
    static const char whole[] = "{\"title\":\"T\",\"tags\":[\"a\"],\"parties\":[{\"type\":\"country\",\"id\":\"AUT\"}],\"extra\":{\"k\":\"v\"}}";
    char *before = export_text(database, "json"), text[sizeof whole];
    for (size_t size = 0; size + 1 < sizeof whole; size++) {
        struct asked asked = EDIT_JSON("A", whole);
        struct detente_change change = change_of(&asked);
        struct detente_change_summary summary;
        struct detente_error error = {0};
        change.record_size = size;
        assert_int_equal(detente_change_record(database, &change, &summary, &error), DETENTE_BAD_INPUT);
        memcpy(text, whole, sizeof whole);
        text[size] = '\0';
        change.record = text;
        change.record_size = sizeof whole - 1;
        memset(&error, 0, sizeof error);
        assert_int_equal(detente_change_record(database, &change, &summary, &error), DETENTE_BAD_INPUT);
    }
    char *after = export_text(database, "json");
    check_same("the record before and after broken JSON", before, after);
    free(before);
    free(after);
}

/* ---- a record that is made ---------------------------------------------------------------------------------------------------------- */

static void test_new_file(void **state) {
    (void)state;
    struct place_of path = in_folder(&folder, "new.db");
    struct asked failing = ADD("person", "country=AUT"), adding = ADD("person", "name=Ann Example");
    struct detente_change change = change_of(&failing);
    struct detente_change_summary summary;
    struct detente_error error = {0};
    detente *made = open_record(path.path, DETENTE_CREATE);
    assert_int_equal(detente_change_record(made, &change, &summary, &error), DETENTE_BAD_INPUT);
    detente_close(made);
    assert_int_not_equal(access(path.path, F_OK), 0);
    made = open_record(path.path, DETENTE_CREATE);
    change = change_of(&adding);
    memset(&error, 0, sizeof error);
    must_be(DETENTE_OK, detente_change_record(made, &change, &summary, &error), &error);
    assert_int_equal(summary.revision, 1);
    change = change_of(&failing);
    memset(&error, 0, sizeof error);
    assert_int_equal(detente_change_record(made, &change, &summary, &error), DETENTE_BAD_INPUT);
    detente_close(made);
    assert_int_equal(access(path.path, F_OK), 0); /* something is kept in it */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_changes),   cmocka_unit_test(test_dry_runs), cmocka_unit_test(test_idle),
        cmocka_unit_test(test_refusals),  cmocka_unit_test(test_round_trip), cmocka_unit_test(test_taken_out),
        cmocka_unit_test(test_empty),     cmocka_unit_test(test_reason),   cmocka_unit_test(test_large),
        cmocka_unit_test(test_cut_json),  cmocka_unit_test(test_new_file),
    };
    return cmocka_run_group_tests(tests, make, drop);
}
