/* merge: what the record that stays says afterwards, that all which named the other names it, that the old id keeps leading
 * to it, and that an undo gives the same bytes as before. */
#include "front_fixture.h"

#include "../../core/ask/duplicate.h"
#include "../../core/front.h"
#include "../../core/store/history.h"

/* A small record in which everything names everything: one document, so that a test sees it whole. */
static const char document[] =
    "{\"detente\":1,"
    "\"organizations\":[{\"id\":\"LEAGUE\",\"name\":\"Lighthouse League\",\"aliases\":[\"The League\"]},"
    "{\"id\":\"LL\",\"name\":\"League of Lighthouses\",\"kind\":\"forum\",\"aliases\":[\"the league\",\"Old Lights\"]},"
    "{\"id\":\"ECONOMIC-COOPERATION\",\"name\":\"Economic Cooperation of the Ocean\"}],"
    "\"people\":[{\"id\":\"ann\",\"name\":\"Ann Example\",\"country\":\"AUT\"},"
    "{\"id\":\"anne\",\"name\":\"Anne Exemple\",\"aliases\":[\"A. Exemple\"],\"wikidata\":\"Q1\"},"
    "{\"id\":\"bob\",\"name\":\"Bob Example\"}],"
    "\"terms\":[{\"person\":\"ann\",\"country\":\"AUT\",\"office\":[\"head_of_government\"],\"start\":\"2001-01-01\"},"
    "{\"person\":\"anne\",\"country\":\"AUT\",\"office\":[\"head_of_government\"],\"start\":\"2001-01-01\",\"title\":\"Premier\"},"
    "{\"person\":\"anne\",\"country\":\"LL\",\"office\":[\"president\"],\"start\":\"2003-01-01\",\"sources\":[\"paper\"]}],"
    "\"sources\":[{\"id\":\"gazette\",\"title\":\"Gazette\",\"url\":\"https://gazette.example/1\",\"side\":\"LL\"},"
    "{\"id\":\"paper\",\"title\":\"Paper\",\"publisher\":\"The Paper\",\"url\":\"https://paper.example/1\"}],"
    "\"events\":["
    "{\"id\":\"A\",\"kind\":\"meeting\",\"date\":\"2004-05-06\",\"title\":\"Ann meets Bob\",\"tags\":[\"fish\"],"
    "\"parties\":[{\"type\":\"country\",\"id\":\"AUT\"},{\"type\":\"country\",\"id\":\"BEL\",\"role\":\"host\"},"
    "{\"type\":\"person\",\"id\":\"ann\"}],\"sources\":[\"gazette\"],\"source_url\":\"https://one.example/\","
    "\"extra\":{\"mood\":\"calm\",\"page\":\"1\"}},"
    "{\"id\":\"B\",\"kind\":\"meeting.bilateral\",\"date\":\"2004-05-07\",\"time\":\"10:00\",\"title\":\"Talks in Westport\","
    "\"summary\":\"About fish.\",\"place\":[\"Westport\"],\"tags\":[\"Fish\",\"ships\"],"
    "\"parties\":[{\"type\":\"country\",\"id\":\"AUT\",\"role\":\"visitor\"},{\"type\":\"country\",\"id\":\"BEL\",\"role\":\"venue\"},"
    "{\"type\":\"organization\",\"id\":\"LL\"},{\"type\":\"person\",\"id\":\"anne\",\"for\":\"LL\",\"as\":\"envoy\"}],"
    "\"sources\":[\"paper\"],\"source_url\":\"https://two.example/\",\"extra\":{\"page\":\"2\",\"room\":\"blue\"}},"
    "{\"id\":\"C\",\"kind\":\"statement\",\"date\":\"2004-06-01\",\"title\":\"Anne speaks\","
    "\"parties\":[{\"type\":\"country\",\"id\":\"AUT\"},{\"type\":\"person\",\"id\":\"anne\",\"role\":\"speaker\"},"
    "{\"type\":\"person\",\"id\":\"ann\"}],\"sources\":[\"paper\",\"gazette\"]},"
    "{\"id\":\"D\",\"kind\":\"policy.standing\",\"date\":\"2004-01-01\",\"title\":\"A policy\","
    "\"parties\":[{\"type\":\"country\",\"id\":\"AUT\"}]}],"
    "\"claims\":[{\"event\":\"B\",\"source\":\"paper\",\"field\":\"date\",\"value\":\"2004-05-07\",\"stance\":\"disputes\"},"
    "{\"event\":\"A\",\"source\":\"gazette\",\"field\":\"quote\",\"value\":\"We agree.\"},"
    "{\"event\":\"B\",\"source\":\"gazette\",\"field\":\"quote\",\"value\":\"We agree.\",\"locator\":\"page 3\"},"
    "{\"event\":\"C\",\"source\":\"paper\",\"field\":\"quote\",\"value\":\"I speak.\"}],"
    "\"links\":[{\"from\":\"B\",\"relation\":\"duplicates\",\"to\":\"A\"},{\"from\":\"C\",\"relation\":\"follows\",\"to\":\"B\",\"source\":\"paper\","
    "\"asserted_by\":[\"LL\"]},{\"from\":\"B\",\"relation\":\"ends\",\"to\":\"D\"},{\"from\":\"A\",\"relation\":\"ends\",\"to\":\"D\"}],"
    "\"coverage\":[{\"dataset\":\"fish\",\"countries\":[\"AUT\",\"LL\"],\"kinds\":[],\"start\":\"2000\"}],"
    "\"notes\":[{\"record\":\"B\",\"kind\":\"correction\",\"reason\":\"A slip.\"},"
    "{\"record\":\"link:C/follows/B\",\"kind\":\"correction\",\"reason\":\"The link.\"}]}";

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

/* ---- what is done and seen ----------------------------------------------------------------------------------------- */

static enum detente_status try_merge(const char *old, const char *into, struct detente_change_summary *summary,
                                     struct detente_error *error) {
    const char *words[] = {old, into};
    struct detente_change change = {.action = DETENTE_MERGE, .words = {words, 2}, .today = TEST_TODAY};
    memset(error, 0, sizeof *error);
    return detente_change_record(database, &change, summary, error);
}

/* What is kept beside the records (postings, numbers, names, hashes) agrees with them. */
static void check_integrity(void) {
    const char *word = "integrity";
    struct detente_request request = {.question = DETENTE_CHECK, .words = {&word, 1}};
    struct detente_answer answer = {0};
    char *text = ask_text(database, &request, &answer);
    if (answer.entries) fail_msg("%s", text);
    free(text);
}

static struct detente_change_summary merge(const char *old, const char *into) {
    struct detente_change_summary summary;
    struct detente_error error;
    must_be(DETENTE_OK, try_merge(old, into, &summary, &error), &error);
    check_integrity();
    return summary;
}

static void undo(void) {
    struct detente_change change = {.action = DETENTE_UNDO, .today = TEST_TODAY};
    struct detente_change_summary summary;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
    check_integrity();
}

static void must_have(const char *text, const char *part) {
    if (!strstr(text, part)) fail_msg("\"%s\" is not in\n%s", part, text);
}
static void must_lack(const char *text, const char *part) {
    if (strstr(text, part)) fail_msg("\"%s\" is in\n%s", part, text);
}

/* One table of the record, as the dossier has it. */
static char *table(const char *name) {
    static int number;
    char path[32];
    snprintf(path, sizeof path, "out-%d", number++);
    struct place_of made = export_folder(database, &folder, path);
    char *text = read_text(in_folder(&made, name).path);
    return text;
}

static void check_table(const char *name, const char *const *has, const char *const *lacks) {
    char *text = table(name);
    assert_non_null(text);
    for (; has && *has; has++) must_have(text, *has);
    for (; lacks && *lacks; lacks++) must_lack(text, *lacks);
    free(text);
}
#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/* ---- events --------------------------------------------------------------------------------------------------------- */

static void events_become_one(void **state) {
    (void)state;
    char *before = export_text(database, "json");
    struct detente_change_summary summary = merge("B", "A");
    assert_string_equal(summary.name, "A");
    assert_int_equal(summary.revision, 2);
    must_have(summary.remark, "1 claim, 1 link and 2 notes now name A");
    must_have(summary.remark, "; 1 claim and 1 link said the same and became one with others; 1 link between the two went\n");
    must_have(summary.remark, "kept the kind of A, where B has \"meeting.bilateral\"");
    must_have(summary.remark, "kept the date of A, where B has \"2004-05-07\"");
    must_have(summary.remark, "left out the time \"10:00\" of B");
    char *after = export_text(database, "json");
    static const char *const said[] = {
        "\"title\":\"Ann meets Bob\"", "\"summary\":\"About fish.\"", "\"place\":[\"Westport\"]",
        "\"tags\":[\"fish\",\"ships\"]", "\"mood\":\"calm\",\"page\":\"1\",\"room\":\"blue\"", "\"source_url\":\"https://one.example/\"",
        "{\"type\":\"country\",\"id\":\"AUT\",\"role\":\"visitor\"}", "{\"type\":\"country\",\"id\":\"BEL\",\"role\":\"host\"}",
        "\"id\":\"anne\",\"role\":\"participant\",\"for\":\"LL\",\"as\":\"envoy\"", "\"url\":\"https://two.example/\"", "\"locator\":\"page 3\"",
        "{\"from\":\"C\",\"relation\":\"follows\",\"to\":\"A\"", "\"record\":\"link:C/follows/A\"",
        "{\"record\":\"B\",\"kind\":\"merged\",\"reason\":\"A\",\"date\":\"2024-10-04\"}"};
    char *plain = malloc(strlen(after) + 1);
    size_t size = 0;
    assert_non_null(plain);
    bool inside = false;
    for (const char *c = after; *c; c++) { /* without the layout */
        if (*c == '"') inside = !inside;
        if (inside || (*c != ' ' && *c != '\n')) plain[size++] = *c;
    }
    plain[size] = '\0';
    for (size_t i = 0; i < LENGTH(said); i++) must_have(plain, said[i]);
    must_lack(plain, "\"id\":\"B\"");
    must_lack(plain, "\"event\":\"B\"");
    must_lack(plain, "\"from\":\"B\"");
    undo();
    char *again = export_text(database, "json");
    check_same("undone", before, again);
    free(plain);
    free(before);
    free(after);
    free(again);
}

/* What is derived follows both ways: a claim disputes the event that has it. */
static void derived_values_follow(void **state) {
    (void)state;
    static const struct {
        bool merged;
        const char *id;
        bool disputed;
    } cases[] = {{false, "A", false}, {false, "B", true}, {true, "A", true}, {false, "A", false}, {false, "B", true}};
    bool merged = false;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct stored_event event;
        struct error error = {0};
        struct arena arena;
        bool found = false;
        if (cases[i].merged && !merged) merge("B", "A");
        if (!cases[i].merged && merged) undo();
        merged = cases[i].merged;
        arena_init(&arena);
        assert_int_equal(store_find_event(database->store, slice_from(cases[i].id), &arena, &event, &found, &error), STATUS_OK);
        assert_true(found);
        if (event.disputed != cases[i].disputed) fail_msg("case %zu: disputed is %d", i, event.disputed);
        arena_free(&arena);
    }
}

/* ---- others ---------------------------------------------------------------------------------------------------------- */

static void people_become_one(void **state) {
    (void)state;
    char *before = export_text(database, "json");
    struct detente_change_summary summary = merge("anne", "ann");
    must_have(summary.remark, "2 events and 1 term now name ann");
    check_table("people.csv", LIST("ann,Ann Example,Anne Exemple;A. Exemple,AUT,Q1"), LIST("\nanne,"));
    check_table("terms.csv", LIST("ann,AUT,head_of_government,Premier,2001-01-01", "ann,LL,president"), LIST("anne,"));
    check_table("events.csv", LIST("ann:speaker"), LIST("anne", "ann;ann", "ann;"));
    check_table("parties.csv", LIST("B,person,ann,,LL,envoy"), NULL);
    undo();
    char *again = export_text(database, "json");
    check_same("undone", before, again);
    free(before);
    free(again);
}

static void organizations_become_one(void **state) {
    (void)state;
    char *before = export_text(database, "json");
    merge("LL", "LEAGUE");
    check_table("organizations.csv", LIST("LEAGUE,Lighthouse League,forum,The League;League of Lighthouses;Old Lights"), LIST("\nLL,"));
    check_table("terms.csv", LIST("anne,LEAGUE,president"), LIST("LL,"));
    check_table("parties.csv", LIST("B,person,anne,,LEAGUE,envoy"), LIST("LL"));
    check_table("events.csv", LIST("LEAGUE"), LIST("LL"));
    check_table("sources.csv", LIST("gazette", ",LEAGUE"), LIST("LL"));
    check_table("links.csv", LIST("C,follows,B,LEAGUE"), LIST("LL"));
    check_table("coverage.csv", LIST("AUT;LEAGUE"), LIST("LL"));
    undo();
    char *again = export_text(database, "json");
    check_same("undone", before, again);
    free(before);
    free(again);
}

static void an_organization_becomes_one_that_the_program_knows(void **state) {
    (void)state;
    struct detente_change_summary summary;
    struct detente_error error;
    char *before = export_text(database, "json");
    merge("ECONOMIC-COOPERATION", "APEC");
    check_table("organizations.csv", LIST("\nAPEC,", "Economic Cooperation of the Ocean"), LIST("\nECONOMIC"));
    undo();
    char *again = export_text(database, "json");
    check_same("undone", before, again);
    must_be(DETENTE_BAD_INPUT, try_merge("APEC", "LEAGUE", &summary, &error), &error);
    must_have(error.message, "reference table");
    must_be(DETENTE_BAD_INPUT, try_merge("AUT", "BEL", &summary, &error), &error);
    must_have(error.message, "a country cannot be merged");
    free(before);
    free(again);
}

static void sources_become_one(void **state) {
    (void)state;
    char *before = export_text(database, "json");
    struct detente_change_summary summary = merge("paper", "gazette");
    must_have(summary.remark, "kept the url of gazette, where paper has \"https://paper.example/1\"");
    must_have(summary.remark, "left out the publisher \"The Paper\" of paper, which goes with what differs");
    check_table("sources.csv", LIST("gazette,Gazette,,https://gazette.example/1"), LIST("\npaper,", "The Paper"));
    check_table("events.csv", NULL, LIST("paper;", "gazette;gazette"));
    check_table("claims.csv", LIST("B,gazette,date", "C,gazette,quote"), LIST(",paper,"));
    check_table("links.csv", LIST(",gazette"), LIST("paper"));
    check_table("terms.csv", LIST("gazette"), LIST("paper"));
    undo();
    char *again = export_text(database, "json");
    check_same("undone", before, again);
    free(before);
    free(again);
}

static void make_source(const char *const *settings, size_t count) {
    static const char *const words[] = {"source"};
    struct detente_change change = {
        .action = DETENTE_ADD, .words = {words, 1}, .settings = {settings, count}, .today = TEST_TODAY};
    struct detente_change_summary summary;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
}

/* The copy and the days of one page are none of another; of one that has no address, or the same one, they are. */
static void pages_stay_apart(void **state) {
    static const struct {
        const char *url; /* of the one that stays */
        bool taken;
    } cases[] = {{"url=https://other.example/1", false}, {"url=https://old.example/1", true}, {"url=", true}};
    static const char *const said[] = {"https://archive.example/old", "2003-02-01", "2003-03-04", "The Publisher", "The Old Title"};
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        make_source(LIST("id=old-page", "url=https://old.example/1", "archive_url=https://archive.example/old",
                         "published=2003-02-01", "accessed=2003-03-04", "publisher=The Publisher", "title=The Old Title",
                         "language=de"), 8);
        make_source(LIST("id=new-page", cases[i].url, "language=fr"), 3);
        struct detente_change_summary summary = merge("old-page", "new-page");
        for (size_t k = 0; k < LENGTH(said); k++)
            check_table("sources.csv", cases[i].taken ? LIST(said[k]) : NULL, cases[i].taken ? NULL : LIST(said[k]));
        if (!cases[i].taken) must_have(summary.remark, "left out the archive_url \"https://archive.example/old\" of old-page");
        for (int k = 0; k < 3; k++) undo();
    }
}

/* Whoever names the page that went by its address alone means the one that stays; a file does not bring it back. */
static void an_old_address_leads_on(void **state) {
    struct import_log log;
    (void)state;
    merge("paper", "gazette");
    char *before = table("sources.csv");
    write_text(&folder, "claims.csv", "event,source,field,value\nC,https://paper.example/1,venue,hall\n");
    write_text(&folder, "events.csv", "id,kind,date,title,sources\nE,statement,2005,Five,https://paper.example/1\n");
    write_text(&folder, "sources.csv", "title,url\nPaper of old,https://paper.example/1\n");
    static const char *const files[] = {"events.csv", "claims.csv", "sources.csv"};
    for (size_t i = 0; i < LENGTH(files); i++) import_path(database, in_folder(&folder, files[i]).path, &log);
    static const char *const words[] = {"C", "https://paper.example/1", "mood", "calm"};
    struct detente_change change = {.action = DETENTE_CLAIM, .words = {words, 4}, .today = TEST_TODAY};
    struct detente_change_summary summary;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
    check_table("claims.csv", LIST("\nC,gazette,venue,hall", "\nC,gazette,mood,calm"), NULL);
    check_table("events.csv", LIST(",gazette"), LIST("paper"));
    char *after = table("sources.csv");
    check_same("sources", before, after);
    free(before);
    free(after);
    const char *word = "notes";
    struct detente_request request = {.question = DETENTE_CHECK, .words = {&word, 1}};
    struct detente_answer answer = {0};
    char *text = ask_text(database, &request, &answer);
    if (answer.entries) fail_msg("%s", text);
    free(text);
    /* One that has the address again is meant itself. */
    make_source(LIST("id=paper-again", "url=https://paper.example/1"), 2);
    import_path(database, in_folder(&folder, "claims.csv").path, &log);
    check_table("claims.csv", LIST("\nC,paper-again,venue,hall"), NULL);
}

/* What was said of a link that a merge took away says nothing any more. */
static void notes_of_a_looped_link_go(void **state) {
    struct import_log log;
    (void)state;
    write_text(&folder, "notes.csv", "record,kind,reason\nlink:B/duplicates/A,correction,The double.\n");
    import_path(database, in_folder(&folder, "notes.csv").path, &log);
    char *before = export_text(database, "json");
    merge("B", "A");
    check_table("notes.csv", LIST("link:C/follows/A,correction,The link."), LIST("duplicates", "The double."));
    undo();
    char *again = export_text(database, "json");
    check_same("undone", before, again);
    free(before);
    free(again);
}

/* ---- the old id --------------------------------------------------------------------------------------------------------- */

static char *ask(enum detente_question question, const char *const *words, size_t count, const char *format) {
    struct detente_request request = {.question = question, .words = {words, count}, .format = format};
    struct detente_answer answer;
    return ask_text(database, &request, &answer);
}

static void the_old_id_leads_to_the_new(void **state) {
    (void)state;
    struct import_log log;
    merge("B", "A");
    merge("A", "C"); /* through a chain */
    merge("anne", "ann");
    merge("LL", "LEAGUE");
    merge("paper", "gazette");
    char *text = ask(DETENTE_SHOW, LIST("B"), 1, "json");
    must_have(text, "\"id\": \"C\"");
    must_have(text, "\"merged\"");
    free(text);
    text = ask(DETENTE_SHOW, LIST("B"), 1, "text");
    must_have(text, "B was merged into C");
    free(text);
    text = ask(DETENTE_SHOW, LIST("anne"), 1, "csv");
    must_have(text, "note,merged,anne was merged into ann");
    free(text);
    text = ask(DETENTE_BETWEEN, LIST("B", "2004-12-31"), 2, "csv");
    must_have(text, "\nC,");
    free(text);
    write_text(&folder, "claims.csv", "event,source,field,value\nB,paper,venue,hall\n");
    write_text(&folder, "links.csv", "from,relation,to\nD,responds_to,B\n");
    write_text(&folder, "parties.csv", "event,type,id,role,as\nB,person,anne,speaker,guide\n");
    write_text(&folder, "events.csv", "id,kind,date,title,people,organizations,sources\nE,statement,2005,Five,anne,LL,paper\n");
    static const char *const files[] = {"events.csv", "claims.csv", "links.csv", "parties.csv"};
    for (size_t i = 0; i < LENGTH(files); i++) import_path(database, in_folder(&folder, files[i]).path, &log);
    check_table("claims.csv", LIST("\nC,gazette,venue,hall"), LIST("\nB,"));
    check_table("links.csv", LIST("\nD,responds_to,C"), NULL);
    check_table("parties.csv", LIST("\nC,person,ann,speaker,LEAGUE,guide"), LIST("\nB,"));
    check_table("events.csv", LIST("ann", "LEAGUE", "gazette"), LIST("anne", "LL", "paper"));
}

/* The file that the record was made from knows nothing of the merge: nothing of it is refused, nothing comes back, and the
 * second time nothing changes. */
static void an_old_file_is_taken_again(void **state) {
    (void)state;
    struct import_log log;
    struct place_of file = in_folder(&folder, "record.json");
    merge("B", "A"); /* and a link between the two */
    merge("anne", "ann");
    import_path(database, file.path, &log);
    assert_true(log.summary.conflicts >= 2); /* the two that are gone */
    check_table("events.csv", NULL, LIST("\nB,", "anne"));
    check_table("links.csv", NULL, LIST("duplicates", "B,"));
    check_table("notes.csv", LIST("A,correction,A slip."), LIST("\nB,correction"));
    import_path(database, file.path, &log);
    assert_int_equal(log.summary.added + log.summary.updated, 0);
    check_integrity();
}

static void put_note(const char *record, const char *into) {
    struct record note;
    struct error error = {0};
    enum store_change change;
    int field;
    record_init(&note, RECORD_NOTE);
    record_set(&note, NOTE_RECORD, slice_from(record));
    record_set(&note, NOTE_KIND, SLICE_OF("merged"));
    record_set(&note, NOTE_REASON, slice_from(into));
    assert_int_equal(store_put(database->store, &note, &change, &field, &error), STATUS_OK);
}

static void check_way(const char *from, const char *wanted) {
    struct arena arena;
    struct slice into;
    struct error error = {0};
    arena_init(&arena);
    assert_int_equal(store_follow(database->store, slice_from(from), &arena, &into, &error), STATUS_OK);
    if (!slice_is(into, wanted)) fail_msg("%s leads to \"%.*s\", not to \"%s\"", from, (int)into.size, into.data, wanted);
    arena_free(&arena);
}

/* Notes come from files too: circles and ways without end. */
static void ways_end(void **state) {
    (void)state;
    struct error error = {0};
    char from[16], to[16];
    assert_int_equal(store_begin(database->store, &error), STATUS_OK);
    for (int i = 0; i < 200; i++) {
        snprintf(from, sizeof from, "way%d", i);
        snprintf(to, sizeof to, "way%d", i + 1);
        put_note(from, to);
    }
    put_note("round", "and-round");
    put_note("and-round", "round");
    put_note("self", "self");
    put_note("blank", "");
    check_way("way199", "way200");
    check_way("way150", "way200");
    check_way("way0", "way64");
    check_way("round", "and-round");
    check_way("self", "");
    check_way("blank", "");
    check_way("nobody", "");
    check_way("", "");
    store_rollback(database->store);
}

/* ---- what is refused --------------------------------------------------------------------------------------------------- */

static void refusals(void **state) {
    (void)state;
    static const struct {
        const char *old, *into;
        enum detente_status status;
        const char *message;
    } cases[] = {
        {"A", "A", DETENTE_BAD_INPUT, "both are A"},
        {"A", "ann", DETENTE_BAD_INPUT, "A is an event and ann a person"},
        {"A", "nothing-of-that-name", DETENTE_NOT_FOUND, "nothing-of-that-name"},
        {"nothing-of-that-name", "A", DETENTE_NOT_FOUND, "nothing-of-that-name"},
        {"", "A", DETENTE_NOT_FOUND, ""},
        {"link:C/follows/B", "link:B/ends/D", DETENTE_BAD_INPUT, "a link cannot be merged"},
    };
    struct detente_change_summary summary;
    struct detente_error error;
    char *before = export_text(database, "json");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        must_be(cases[i].status, try_merge(cases[i].old, cases[i].into, &summary, &error), &error);
        must_have(error.message, cases[i].message);
    }
    char *after = export_text(database, "json");
    check_same("refused", before, after);
    merge("B", "A");
    must_be(DETENTE_BAD_INPUT, try_merge("B", "A", &summary, &error), &error);
    must_have(error.message, "B was merged into A already");
    must_be(DETENTE_BAD_INPUT, try_merge("B", "C", &summary, &error), &error);
    must_have(error.remedy, "detente merge A C");
    free(before);
    free(after);
}

/* An edit of the id: the record moves with its history, and the old id leads to it. */
static void an_id_can_change(void **state) {
    (void)state;
    static const struct {
        const char *old, *now, *setting, *remark;
    } cases[] = {
        {"B", "B2", "id=B2", "2 claims, 3 links and 2 notes now name B2"},
        {"anne", "annie", "id=annie", "2 events and 2 terms now name annie"},
        {"LL", "LOL", "id=LOL", "1 event, 1 link, 1 term, 1 source and 1 coverage now name LOL"},
        {"paper", "paper-2", "id=paper-2", "now name paper-2"},
    };
    char *before = export_text(database, "json");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const char *settings[] = {cases[i].setting}, *words[] = {cases[i].old};
        struct detente_change change = {
            .action = DETENTE_EDIT, .words = {words, 1}, .settings = {settings, 1}, .today = TEST_TODAY};
        struct detente_change_summary summary;
        struct detente_error error = {0};
        must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
        must_have(summary.remark, cases[i].remark);
        check_integrity();
        check_way(cases[i].old, cases[i].now);
    }
    check_table("claims.csv", LIST("B2,paper-2,date"), LIST("\nB,", ",paper,"));
    check_table("events.csv", LIST("\nB2,", "annie:speaker", "LOL"), LIST("anne", "LL"));
    for (size_t i = 0; i < LENGTH(cases); i++) undo();
    char *again = export_text(database, "json");
    check_same("undone", before, again);
    free(before);
    free(again);
}

static void names_will_do(void **state) {
    (void)state;
    struct detente_change_summary summary = merge("Anne Exemple", "Ann Example");
    assert_string_equal(summary.name, "ann");
}

static void a_dry_run_keeps_nothing(void **state) {
    (void)state;
    const char *words[] = {"B", "A"};
    struct detente_change change = {.action = DETENTE_MERGE, .words = {words, 2}, .today = TEST_TODAY, .dry_run = true};
    struct detente_change_summary summary;
    struct detente_error error = {0};
    char *before = export_text(database, "json");
    must_be(DETENTE_OK, detente_change_record(database, &change, &summary, &error), &error);
    char *after = export_text(database, "json");
    check_same("dry", before, after);
    free(before);
    free(after);
}

/* ---- the shipped dossier: nothing in it is told as double, and what is planted in it is ------------------------------------ */

struct told {
    char text[2000];
};

static enum status hear_pair(void *context, const struct stored_event *one, const struct stored_event *other,
                             struct error *error) {
    struct told *told = context;
    size_t at = strlen(told->text);
    struct slice a = record_get(&one->event, EVENT_ID), b = record_get(&other->event, EVENT_ID);
    (void)error;
    snprintf(told->text + at, sizeof told->text - at, "%.*s+%.*s\n", (int)a.size, a.data, (int)b.size, b.data);
    return STATUS_OK;
}

static void find_doubles(detente *record, struct told *told) {
    struct asker asker;
    struct error error = {0};
    *told = (struct told){""};
    ask_begin(&asker, record->store, ASK_NAMES);
    assert_int_equal(ask_each_duplicate(&asker, hear_pair, told, &error), STATUS_OK);
    ask_end(&asker);
}

static void planted_doubles_are_told(void **state) {
    (void)state;
    struct import_log log;
    struct told told;
    detente *shipped = open_record(in_folder(&folder, "shipped.db").path, DETENTE_CREATE);
    import_path(shipped, "fixtures/canada-china", &log);
    find_doubles(shipped, &told);
    assert_string_equal(told.text, "");
    write_text(&folder, "events.csv",
               "id,kind,date,title,countries,people\n"
               "X-1,meeting.bilateral,2025-11-01,\"At APEC in Gyeongju, Xi Jinping and Carney meet\",CAN;CHN,\n"
               "X-2,incident.expulsion,2023-05,Chinese diplomat Zhao Wei expelled by Canada,CAN;CHN,\n"
               "X-3,policy.strategy,2022-11-27,Indo-Pacific strategy of Canada published,CAN;CHN,\n"
               "X-4,incident.detention,2018-12-11,Michael Kovrig is detained in China,CAN;CHN,michael-kovrig\n"
               "X-5,meeting.bilateral,2025-12-01,Carney meets Xi Jinping in a place of which nobody knows,CAN;CHN,\n");
    import_path(shipped, in_folder(&folder, "events.csv").path, &log);
    find_doubles(shipped, &told);
    must_have(told.text, "CC-M25B+X-1");
    must_have(told.text, "CC-ZHAO");
    must_have(told.text, "CC-080+X-3");
    must_have(told.text, "CC-KOV+X-4");
    must_lack(told.text, "X-5");
    detente_close(shipped);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)
    const struct CMUnitTest tests[] = {
        TEST(events_become_one), TEST(derived_values_follow), TEST(people_become_one), TEST(organizations_become_one),
        TEST(an_organization_becomes_one_that_the_program_knows), TEST(sources_become_one), TEST(pages_stay_apart),
        TEST(an_old_address_leads_on), TEST(notes_of_a_looped_link_go), TEST(the_old_id_leads_to_the_new),
        TEST(an_old_file_is_taken_again), TEST(ways_end), TEST(refusals), TEST(an_id_can_change), TEST(names_will_do), TEST(a_dry_run_keeps_nothing), TEST(planted_doubles_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
