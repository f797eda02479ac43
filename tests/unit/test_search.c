/* Full text in the store: tokens, what a person types, what is found, and an index that follows the record. */
#include "store_fixture.h"

#include <sqlite3.h>

#include "../../core/base/embedded.h"
#include "../../core/store/search.h"

/* ---- tokens -------------------------------------------------------------------------------------- */

/* The tokens of a text, each with its bytes when `places`. */
static void check_tokens(const char *text, const char *wanted, bool places) {
    struct arena arena;
    struct search_token token;
    char all[4000] = "";
    size_t position = 0, at = 0;
    bool found = true;
    arena_init(&arena);
    while (search_next_token(slice_from(text), &position, &arena, &token, &found) == STATUS_OK && found) {
        assert_true(token.to > token.from && token.to <= strlen(text));
        at += (size_t)snprintf(all + at, sizeof all - at, "%s%.*s", at ? " " : "", (int)token.key.size, token.key.data);
        if (places) at += (size_t)snprintf(all + at, sizeof all - at, ":%zu-%zu", token.from, token.to);
    }
    if (strcmp(all, wanted) != 0) fail_msg("\"%s\" gives \"%s\" instead of \"%s\"", text, all, wanted);
    arena_free(&arena);
}

static void test_tokens(void **state) {
    (void)state;
    check_tokens("", "", false);
    check_tokens(" .,;:!?\"'()[]{}<>/\\|@#$%^&*_-+=~` ", "", false);
    check_tokens("Jean Chrétien", "jean:0-4 chretien:5-14", true);
    check_tokens("Chre\xCC\x81tien", "chretien:0-10", true); /* the accent by itself */
    check_tokens("CHRÉTIEN", "chretien", false);
    check_tokens("Søren Straße Łódź Şahin Ελλάς Горбачёв", "soren strasse lodz sahin ελλασ горбачев", false);
    check_tokens("China's O’Brien anti-dumping U.S. G20 5.9", "china s o brien anti dumping u s g20 5 9", false);
    check_tokens("在习近平会见", "在 习 近 平 会 见", false);
    check_tokens("习近平Xi与G20", "习 近 平 xi 与 g20", false);
    check_tokens("조현 외교부", "조 현 외 교 부", false);
    check_tokens("「東京」、ソニー。", "東 京 ソ ニ ー", false);
    check_tokens("ＧＤＰ　２０", "gdp 20", false); /* full width */
    check_tokens("習\xEF\xB8\x80近", "習:0-6 近:6-9", true); /* a variation selector */
    check_tokens("a\xC2\xAD" "b z\xE2\x80\x8Bz", "ab zz", false); /* a soft hyphen, a zero width space */
    check_tokens("مُحَمَّد محمد", "محمد محمد", false);
    check_tokens("\xF0\x9F\x87\xA8\xF0\x9F\x87\xA6 \xE2\x82\xAC 5 \xE2\x86\x92 x", "5 x", false); /* a flag, signs */
    check_tokens("a\xFF" "b\xC3", "a b", false); /* what is no UTF-8 parts words */
    check_tokens("\xEE\x80\x80", "", false); /* of private use */
    check_tokens("\xCC\x81 e", "e", false); /* an accent on nothing */
}

/* ---- what a person types -------------------------------------------------------------------------- */

/* Units as "a b* -c": a phrase in quotation marks, a beginning with a star. */
static void check_parsed(const char *typed, const char *wanted) {
    struct arena arena;
    struct search_words words;
    struct error error = {0};
    struct slice text = slice_from(typed);
    char all[2000] = "";
    size_t at = 0;
    arena_init(&arena);
    enum status status = search_parse(&(struct slice_list){&text, 1}, &arena, &words, &error);
    if (!wanted) {
        if (status != STATUS_USAGE || !error.message[0] || !error.remedy[0]) fail_msg("\"%s\" is taken", typed);
        arena_free(&arena);
        return;
    }
    must(status, &error);
    for (size_t i = 0; i < words.count; i++) {
        const struct search_unit *unit = &words.units[i];
        bool phrase = unit->keys.count > 1;
        at += (size_t)snprintf(all + at, sizeof all - at, "%s%s%s", i ? " " : "", unit->excluded ? "-" : "", phrase ? "\"" : "");
        for (size_t k = 0; k < unit->keys.count; k++)
            at += (size_t)snprintf(all + at, sizeof all - at, "%s%.*s", k ? " " : "", (int)unit->keys.items[k].size,
                                   unit->keys.items[k].data);
        at += (size_t)snprintf(all + at, sizeof all - at, "%s%s", phrase ? "\"" : "", unit->prefix ? "*" : "");
    }
    if (strcmp(all, wanted) != 0) fail_msg("\"%s\" is read as %s instead of %s", typed, all, wanted);
    arena_free(&arena);
}

static void test_parse(void **state) {
    (void)state;
    check_parsed("Canola  SEED", "canola seed");
    check_parsed("canola canola CANOLA Canóla", "canola");
    check_parsed("\"canola seed\" oil", "\"canola seed\" oil");
    check_parsed("“canola seed” «market economy» 「習近平」", "\"canola seed\" \"market economy\" \"習 近 平\"");
    check_parsed("\"canola seed", "\"canola seed\"");
    check_parsed("\"canola se\"* tari*", "\"canola se\"* tari*");
    check_parsed("习近平", "\"习 近 平\"");
    check_parsed("anti-dumping anti-dump*", "\"anti dumping\" \"anti dump\"*");
    check_parsed("canola -meal -\"canola oil\"", "canola -meal -\"canola oil\"");
    check_parsed("canola - meal --oil", "canola meal -oil");
    check_parsed("a AND b OR c NOT d NEAR(e f, 3) ^g title:h {i j}:k + l", "a and b or c not d \"near e\" f 3 g \"title h\" i \"j k\" l");
    check_parsed("\"\"\" x", "x");
    check_parsed("a\"b c\"d", "a \"b c\" d");
    check_parsed("*", NULL);
    check_parsed("", NULL);
    check_parsed("  \t\n", NULL);
    check_parsed("\" \" ' -- ?", NULL);
    check_parsed("-meal -oil", NULL);
    check_parsed("canola \xFF", NULL);
}

static void test_parse_much(void **state) {
    struct arena arena;
    struct search_words words;
    struct error error = {0};
    static char typed[80000];
    size_t at = 0;
    (void)state;
    arena_init(&arena);
    for (int i = 0; i < 10000; i++) at += (size_t)snprintf(typed + at, sizeof typed - at, "w%d ", i);
    struct slice text = {typed, at};
    assert_int_equal(search_parse(&(struct slice_list){&text, 1}, &arena, &words, &error), STATUS_USAGE);
    assert_non_null(strstr(error.message, "more than 64"));
    memset(typed, 'x', sizeof typed); /* one word */
    error_clear(&error);
    text = (struct slice){typed, sizeof typed};
    must(search_parse(&(struct slice_list){&text, 1}, &arena, &words, &error), &error);
    assert_int_equal(words.count, 1);
    typed[0] = '"';
    for (size_t i = 1; i < sizeof typed; i++) typed[i] = i % 2 ? 'x' : ' '; /* one phrase */
    error_clear(&error);
    assert_int_equal(search_parse(&(struct slice_list){&text, 1}, &arena, &words, &error), STATUS_USAGE);
    arena_free(&arena);
}

/* ---- searching -------------------------------------------------------------------------------------- */

struct ids {
    char text[4000];
    size_t size;
};

static void add_id(struct ids *ids, struct slice id) {
    ids->size += (size_t)snprintf(ids->text + ids->size, sizeof ids->text - ids->size, "%s%.*s", ids->size ? " " : "",
                                  (int)id.size, id.data);
    assert_true(ids->size < sizeof ids->text);
}
static enum status take_event(void *context, struct stored_event *event, struct error *error) {
    (void)error;
    add_id(context, record_get(&event->event, EVENT_ID));
    return STATUS_OK;
}
static enum status take_record(void *context, struct record *record, struct error *error) {
    (void)error;
    add_id(context, record_get(record, 0));
    return STATUS_OK;
}

static struct search_words parse(struct world *world, const char *typed) {
    struct search_words words;
    struct error error = {0};
    struct slice text;
    assert_true(arena_copy(&world->arena, slice_from(typed), &text));
    must(search_parse(&(struct slice_list){&text, 1}, &world->arena, &words, &error), &error);
    return words;
}

static struct search_found ask_events(struct world *world, const char *typed, const struct query *query, bool filtered,
                                      struct ids *ids) {
    struct search_words words = parse(world, typed);
    struct search_found found;
    struct error error = {0};
    *ids = (struct ids){0};
    must(store_search_events(world->store, &words, query, filtered, take_event, ids, &found, &error), &error);
    return found;
}

static void refresh(struct world *world) {
    struct error error = {0};
    bool current = false;
    must(store_refresh_index(world->store, NULL, &error), &error);
    must(store_check_index(world->store, &current, &error), &error);
    assert_true(current);
}

/* In the order found. */
static void check_events(struct world *world, const char *typed, const char *wanted) {
    struct ids ids;
    struct query query;
    query_init(&query);
    struct search_found found = ask_events(world, typed, &query, false, &ids);
    if (strcmp(ids.text, wanted) != 0) fail_msg("%s finds \"%s\" instead of \"%s\"", typed, ids.text, wanted);
    assert_true(found.events == found.having);
    size_t count = *wanted ? 1 : 0;
    for (const char *c = wanted; *c; c++) count += *c == ' ';
    assert_int_equal(found.events, count);
}

static void check_records(struct world *world, const char *typed, const char *others, const char *sources) {
    struct search_words words = parse(world, typed);
    struct error error = {0};
    int64_t found;
    for (int i = 0; i < 2; i++) {
        struct ids ids = {0};
        must(store_search_records(world->store, &words, i == 1, take_record, &ids, &found, &error), &error);
        if (strcmp(ids.text, i ? sources : others) != 0)
            fail_msg("%s finds \"%s\" instead of \"%s\"", typed, ids.text, i ? sources : others);
    }
}

static int64_t count(const struct world *world, const char *sql) {
    sqlite3 *file;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open_v2(world->path, &file, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    if (sqlite3_prepare_v2(file, sql, -1, &statement, NULL) != SQLITE_OK) fail_msg("%s", sqlite3_errmsg(file));
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(file);
    return value;
}

static void fill_world(struct world *world) {
    world_begin(world);
    put(world, RECORD_PERSON, "id", "lead-chretien", "name", "Jean Chrétien-Test", "aliases", "La Première", NULL);
    put(world, RECORD_PERSON, "id", "han-leader", "name", "Test Hanleader", "aliases", "测试平;The Helmsman", NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Testland Union", "aliases", "Union of Tests", NULL);
    put(world, RECORD_COUNTRY, "id", "X-ARDON", "name", "Ardon", "aliases", "Ardonia@1990/..;Kingdom of Ardon", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "The Helmsman speaks", "publisher", "Testland Herald", "url",
        "https://test.example/1", NULL);
    put(world, RECORD_EVENT, "id", "E1", "kind", "meeting.bilateral", "date", "2001-01-01", "title",
        "Talks about rapeseed", "summary", "Nothing is said of fish", "countries", "CAN;X-ARDON", "people",
        "lead-chretien;han-leader", NULL);
    put(world, RECORD_EVENT, "id", "E2", "kind", "tariff", "date", "2002", "title", "A duty on fish", "summary",
        "After talks about rapeseed oil", "countries", "CAN:imposer;CHN:target", "product", "salted herring", "tags",
        "customs", NULL);
    put(world, RECORD_EVENT, "id", "E3", "kind", "statement", "date", "2003-03-03", "title", "外交部宣布测试平访问", "summary",
        "Ünïcödé über alles", "organizations", "T-U", "actors", "Fishermen of Testville", "place", "Old Harbour;Testville",
        "venue", "Customs House", "status", "planned", NULL);
    put(world, RECORD_EVENT, "id", "E0", "kind", "other", "date", "2003-03-03", "title", "herring herring", NULL);
    put(world, RECORD_EVENT, "id", "E9", "kind", "other", "date", "2003-03-03", "title", "herring herring", NULL);
    put(world, RECORD_EVENT, "id", "E8", "kind", "other", "date", "1999", "title", "herring herring", NULL);
    put(world, RECORD_CLAIM, "event", "E1", "source", "s1", "field", "quote", "value", "We shall overcome the impasse", NULL);
    put(world, RECORD_CLAIM, "event", "E2", "source", "s1", "field", "rate", "value", "25", "quote", "a quarter on smelts", NULL);
    world_commit(world);
}

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    fill_world(world);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

static void check_finds(struct world *world) {
    /* case and accents, both ways */
    check_events(world, "chretien", "E1");
    check_events(world, "CHRÉTIEN", "E1");
    check_events(world, "unicode", "E3");
    check_events(world, "ÜBER", "E3");
    check_events(world, "premiere", "E1");
    /* Chinese: as an alias, and inside a sentence */
    check_events(world, "测试平", "E3 E1");
    check_events(world, "宣布", "E3");
    check_events(world, "试平", "E3 E1");
    check_events(world, "平试", "");
    /* all words, in any of the texts */
    check_events(world, "rapeseed fish", "E2 E1");
    check_events(world, "rapeseed whale", "");
    check_events(world, "rapeseed -oil", "E1");
    check_events(world, "rapeseed -oil -fish", "");
    check_events(world, "fish -\"about rapeseed\"", "");
    /* phrases lie within one text */
    check_events(world, "\"rapeseed oil\"", "E2");
    check_events(world, "\"oil rapeseed\"", "");
    check_events(world, "\"harbour testville\"", "");
    check_events(world, "\"rapeseed nothing\"", "");
    check_events(world, "rape*", "E1 E2");
    check_events(world, "\"rapeseed o\"*", "E2");
    check_events(world, "seed*", "");
    /* claims, names, places, products, tags */
    check_events(world, "impasse", "E1");
    check_events(world, "smelts", "E2");
    check_events(world, "\"quarter on\"", "E2");
    check_events(world, "ardon", "E1");
    check_events(world, "ardonia", ""); /* of countries the display name only */
    check_events(world, "\"union of tests\"", "E3");
    check_events(world, "fishermen", "E3");
    check_events(world, "harbour", "E3");
    check_events(world, "customs", "E2 E3");
    check_events(world, "salted", "E2");
    check_events(world, "canada china", "E2");
    /* the title weighs most; then the order of events */
    check_events(world, "herring", "E8 E0 E9 E2");
    check_events(world, "25", ""); /* a value that is no quote */
}

static void test_finds(void **state) {
    struct world *world = *state;
    refresh(world);
    check_finds(world);
}

static void test_records(void **state) {
    struct world *world = *state;
    refresh(world);
    check_records(world, "helmsman", "han-leader", "s1");
    check_records(world, "测试平", "han-leader", "");
    check_records(world, "chretien jean", "lead-chretien", "");
    check_records(world, "ardonia", "X-ARDON", "");
    check_records(world, "herald", "", "s1");
    check_records(world, "canada", "CAN", "");  /* some event has it */
    check_records(world, "france", "", "");     /* none has */
    check_records(world, "testland", "T-U", "s1");
    check_records(world, "1990", "", "");
}

/* Nothing that is typed is an operator, and none gives a fault. */
static void test_hostile(void **state) {
    static const char *const typed[] = {"AND", "OR", "NOT x", "a NEAR b", "NEAR(a b, 3)", "^talks", "title : talks",
        "title:talks", "{title summary} : x", "x + y", "(a", "a)", "\"a", "a\"b\"\"c", "'a'", "a;DROP TABLE event", "%a_",
        "a -\"", "a -\"b", "\\a", "a\\*", "**a**", "a*b*", "rank:x", "rowid", "\x01\x02" "a", "a\xC2\x80z",
        "\xEF\xBF\xBF" "a", "\xF4\x8F\xBF\xBF" "a", "z\xCC\x81\xCC\x81\xCC\x81", "ท่าน", "हिन्दी", "مُحَمَّد", "\xF0\xA0\x80\x80"};
    struct world *world = *state;
    struct query query;
    query_init(&query);
    refresh(world);
    for (size_t i = 0; i < LENGTH(typed); i++) {
        struct ids ids;
        struct error error = {0};
        struct search_words words = parse(world, typed[i]);
        struct slice near;
        bool occurs;
        ask_events(world, typed[i], &query, false, &ids);
        for (size_t k = 0; k < words.count; k++)
            must(store_search_near(world->store, &words.units[k], &world->arena, &occurs, &near, &error), &error);
    }
}

/* 64 units, and phrases of 512 words, are carried out. */
static void test_many_words(void **state) {
    struct world *world = *state;
    struct query query;
    struct ids ids;
    char typed[4000] = "", phrase[4000] = "\"";
    query_init(&query);
    refresh(world);
    for (int i = 0; i < SEARCH_UNITS_MAX; i++) sprintf(typed + strlen(typed), i % 2 ? "x%d* " : "y%d ", i);
    assert_int_equal(ask_events(world, typed, &query, false, &ids).events, 0);
    for (int i = 0; i < SEARCH_KEYS_MAX; i++) strcat(phrase, "a ");
    assert_int_equal(ask_events(world, phrase, &query, false, &ids).events, 0);
    strcpy(typed, "herring ");
    for (int i = 0; i < SEARCH_UNITS_MAX - 1; i++) sprintf(typed + strlen(typed), "-x%d ", i);
    assert_int_equal(ask_events(world, typed, &query, false, &ids).events, 4);
}

static void test_filters(void **state) {
    struct world *world = *state;
    struct query query;
    struct ids ids;
    struct slice kind = SLICE_OF("other"), statement = SLICE_OF("statement");
    refresh(world);
    query_init(&query);
    query.kinds = (struct slice_list){&kind, 1};
    struct search_found found = ask_events(world, "herring", &query, true, &ids);
    assert_string_equal(ids.text, "E8 E0 E9");
    assert_true(found.having == 4 && found.events == 3);
    query.limit = 1;
    found = ask_events(world, "herring", &query, true, &ids);
    assert_string_equal(ids.text, "E8");
    assert_true(found.having == 4 && found.events == 3);
    query.limit = 0;
    found = ask_events(world, "herring", &query, true, &ids);
    assert_true(ids.size == 0 && found.events == 3);
    query.kinds = (struct slice_list){&statement, 1};
    found = ask_events(world, "herring", &query, true, &ids);
    assert_true(found.having == 4 && found.events == 0);
    query_init(&query);
    query.has_range = true; /* 2002 to 2003 */
    query.from = 11688;
    query.to = 12417;
    query.match = MATCH_STARTS;
    ask_events(world, "herring", &query, true, &ids);
    assert_string_equal(ids.text, "E0 E9 E2");
    query_init(&query);
    query.has_pair = true;
    query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CHN")};
    query.pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CAN")};
    ask_events(world, "rapeseed", &query, true, &ids);
    assert_string_equal(ids.text, "E2");
    query_init(&query);
    query.as_happened = true;
    ask_events(world, "testville", &query, true, &ids);
    assert_int_equal(ids.size, 0);
}

static void test_near(void **state) {
    static const struct {
        const char *word, *near;
        bool occurs;
    } cases[] = {
        {"herring", "", true}, {"helmsman", "", true}, {"herrign", "herring", false}, {"rapseed", "rapeseed", false},
        {"helmsmen", "helmsman", false}, {"qqqq", "", false}, {"平平", "", false}, {"\"fish fish\"", "", false},
        {"-herring", "", true}, {"herr*", "", true}, {"custom", "customs", false},
    };
    struct world *world = *state;
    refresh(world);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char typed[100];
        struct error error = {0};
        struct slice near;
        bool occurs;
        snprintf(typed, sizeof typed, "x %s", cases[i].word);
        struct search_words words = parse(world, typed);
        must(store_search_near(world->store, &words.units[1], &world->arena, &occurs, &near, &error), &error);
        assert_true(occurs == cases[i].occurs);
        check_text(near, cases[i].near);
    }
}

/* ---- an index that follows the record ------------------------------------------------------------------ */

static void put_bulk(struct world *world, int from, int to) {
    char id[32];
    world_begin(world);
    for (int i = from; i < to; i++) {
        snprintf(id, sizeof id, "B%05d", i);
        put(world, RECORD_EVENT, "id", id, "kind", "other", "date", "1950", "title", "Bulk", NULL);
    }
    world_commit(world);
}

/* Whether the record is small or large, so that the index is made anew or mended: changes are found, and what was there
 * before is not. */
static void check_follows(struct world *world) {
    check_events(world, "smelts", "E2");
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "title", "Talks about colza", NULL);
    put(world, RECORD_CLAIM, "event", "E2", "source", "s1", "field", "rate", "value", "25", "quote", "a quarter on gudgeon", NULL);
    put(world, RECORD_PERSON, "id", "han-leader", "aliases", "新名字", NULL);
    put(world, RECORD_COUNTRY, "id", "CHN", "name", "Middletown", NULL);
    put(world, RECORD_EVENT, "id", "N1", "kind", "other", "date", "2010", "title", "Newly come", NULL);
    put(world, RECORD_CLAIM, "event", "N1", "source", "s1", "field", "quote", "value", "newly said", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "Renamed paper", NULL);
    put(world, RECORD_SOURCE, "id", "s2", "title", "Second paper", NULL);
    put(world, RECORD_EVENT, "id", "E3", "countries", "FRA", NULL);
    world_commit(world);
    refresh(world);
    check_events(world, "colza", "E1");
    check_events(world, "talks rapeseed", "E2");
    check_events(world, "gudgeon", "E2");
    check_events(world, "smelts", "");
    check_events(world, "测试平", "E3"); /* the alias is gone, the title has it still */
    check_events(world, "新名字", "E1");
    check_events(world, "middletown", "E2");
    check_events(world, "china", "");
    check_events(world, "newly", "N1");
    check_events(world, "\"newly said\"", "N1");
    check_records(world, "paper", "", "s2 s1");
    check_records(world, "helmsman", "", "");
    check_records(world, "新名字", "han-leader", "");
    check_records(world, "france", "FRA", "");
    /* and once more, what has moved already */
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "title", "Talks about mustard", NULL);
    put(world, RECORD_CLAIM, "event", "E2", "source", "s1", "field", "rate", "value", "25", "quote", "", NULL);
    world_commit(world);
    refresh(world);
    check_events(world, "colza", "");
    check_events(world, "mustard", "E1");
    check_events(world, "gudgeon", "");
    check_events(world, "salted", "E2");
    check_events(world, "harbour", "E3");
}

static void test_follows_small(void **state) {
    struct world *world = *state;
    refresh(world);
    check_follows(world);
    assert_int_equal(count(world, "SELECT count(*) FROM search_moved"), 0);
}

static void test_follows_large(void **state) {
    struct world *world = *state;
    put_bulk(world, 0, 2100);
    refresh(world);
    check_follows(world);
    assert_int_equal(count(world, "SELECT count(*) FROM search_moved"), 3);
    assert_int_equal(count(world, "SELECT value FROM search_state WHERE key = 'outdated'"), 5);
    assert_int_equal(count(world, "SELECT count(*) FROM search_stale"), 0);
}

/* Events that nobody has indexed yet leave no trace, nor does what says nothing new. */
static void test_notes_little(void **state) {
    static const char notes[] = "SELECT (SELECT count(*) FROM search_stale) + (SELECT count(*) FROM search_stale_record)";
    struct world *world = *state;
    assert_int_equal(count(world, notes), 0);
    assert_int_equal(count(world, "SELECT count(*) FROM search_state"), 0);
    refresh(world);
    put_bulk(world, 0, 50);
    world_begin(world);
    put(world, RECORD_CLAIM, "event", "B00001", "source", "s1", "field", "quote", "value", "x", NULL);
    put(world, RECORD_EVENT, "id", "B00002", "title", "Other", NULL);
    put(world, RECORD_EVENT, "id", "E1", "status", "confirmed", NULL);
    put(world, RECORD_PERSON, "id", "han-leader", "country", "CHN", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "language", "en", NULL);
    world_commit(world);
    assert_int_equal(count(world, notes), 0);
    assert_int_equal(count(world, "SELECT value FROM search_state WHERE key = 'records'"), 1);
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "title", "Other", NULL);
    put(world, RECORD_PERSON, "id", "han-leader", "name", "Other", NULL);
    world_commit(world);
    assert_int_equal(count(world, notes), 2);
    assert_int_equal(count(world, "SELECT value FROM search_state WHERE key = 'records'"), 0);
}

/* When a quarter of the documents counts no more, all is made anew. */
static void test_made_anew(void **state) {
    struct world *world = *state;
    char id[32];
    put_bulk(world, 0, 2100);
    refresh(world);
    for (int round = 0; round < 2; round++) {
        world_begin(world);
        for (int i = 0; i < 400; i++) {
            snprintf(id, sizeof id, "B%05d", i);
            put(world, RECORD_EVENT, "id", id, "title", round ? "Later" : "Changed", NULL);
        }
        world_commit(world);
        refresh(world);
        assert_int_equal(count(world, "SELECT count(*) FROM search_moved"), round ? 0 : 400);
    }
    check_events(world, "changed", "");
    struct query query;
    struct ids ids;
    query_init(&query);
    query.limit = 0;
    assert_int_equal(ask_events(world, "later", &query, false, &ids).events, 400);
    assert_int_equal(ask_events(world, "bulk", &query, false, &ids).events, 1700);
}

/* What a write that was taken back has noted is gone with it. */
static void test_rolled_back(void **state) {
    struct world *world = *state;
    refresh(world);
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "title", "Talks about colza", NULL);
    store_rollback(world->store);
    refresh(world);
    check_finds(world);
}

/* The key of an event that is gone is given anew: its words are not those of the other. */
static void test_key_again(void **state) {
    struct world *world = *state;
    sqlite3 *file;
    refresh(world);
    assert_int_equal(sqlite3_open(world->path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, "DELETE FROM event WHERE id = 'E8'", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(file);
    check_events(world, "herring", "E0 E9 E2");
    world_begin(world);
    put(world, RECORD_EVENT, "id", "F1", "kind", "other", "date", "2011", "title", "Cormorants", NULL);
    world_commit(world);
    refresh(world);
    check_events(world, "herring", "E0 E9 E2");
    check_events(world, "cormorants", "F1");
}

/* Each field that is searched is noted when it changes, read for the index and told for excerpts. */
static void test_fields(void **state) {
    struct world *world = *state;
    refresh(world);
    for (size_t i = 0; i < search_event_field_count; i++) {
        int field = search_event_fields[i];
        bool country = field == EVENT_COUNTRIES;
        char word[20], sentence[40];
        snprintf(word, sizeof word, "wordof%d", (int)i);
        snprintf(sentence, sizeof sentence, "\"%s\"", country ? "france" : word);
        world_begin(world);
        put(world, RECORD_EVENT, "id", "E8", record_info(RECORD_EVENT)->fields[field].name, country ? "FRA" : word, NULL);
        world_commit(world);
        refresh(world);
        check_events(world, sentence, "E8");
    }
}

/* Countries and organizations of the reference table are found while some event has them, however that changes. */
static void test_actors(void **state) {
    struct world *world = *state;
    struct error error = {0};
    bool current = true;
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "countries", "CAN;FRA", NULL);
    world_commit(world);
    refresh(world);
    check_records(world, "france", "FRA", "");
    check_records(world, "china", "CHN", "");
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "countries", "CAN;CHN", NULL);
    world_commit(world);
    refresh(world);
    check_records(world, "france", "", "");
    world_begin(world);
    put(world, RECORD_PERSON, "id", "new-one", "name", "Newly Come", NULL);
    world_commit(world);
    refresh(world);
    check_records(world, "france", "", "");
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "countries", "CAN;FRA", NULL);
    world_commit(world);
    refresh(world);
    check_records(world, "france", "FRA", "");
    /* one for the other, as many as before */
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "countries", "CAN;DEU", NULL);
    put(world, RECORD_EVENT, "id", "E9", "organizations", "unheard-of", NULL);
    world_commit(world);
    refresh(world);
    check_records(world, "france", "", "");
    check_records(world, "germany", "DEU", "");
    /* through the office of a person: no text of an event changes */
    world_begin(world);
    put(world, RECORD_TERM, "person", "han-leader", "country", "JPN", "office", "head-of-government", "start", "1990", NULL);
    world_commit(world);
    must(store_check_index(world->store, &current, &error), &error);
    assert_false(current);
    refresh(world);
    check_records(world, "japan", "JPN", "");
    /* nothing of it has changed: the small records are not made anew */
    int64_t entries = count(world, "SELECT value FROM search_state WHERE key = 'actors'");
    assert_true(entries == count(world, "SELECT count(*) FROM search_entry WHERE type IN ('country', 'organization')"));
    put_bulk(world, 0, 5);
    must(store_check_index(world->store, &current, &error), &error);
    assert_false(current);
    refresh(world);
    assert_int_equal(count(world, "SELECT value FROM search_state WHERE key = 'actors'"), entries);
    check_records(world, "japan", "JPN", "");
    /* a country that the record itself describes needs no event */
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "countries", "CAN", NULL);
    world_commit(world);
    refresh(world);
    check_records(world, "ardon", "X-ARDON", "");
}

/* ---- files that cannot be written ------------------------------------------------------------------------ */

static void test_beside(void **state) {
    struct world *world = *state, writer = *world;
    struct error error = {0};
    bool current = true;
    world_close(world);
    world_open(world, STORE_READ);
    must(store_check_index(world->store, &current, &error), &error);
    assert_false(current);
    assert_int_equal(store_refresh_index(world->store, NULL, &error), STATUS_ENVIRONMENT);
    error_clear(&error);
    must(store_make_index(world->store, NULL, &error), &error);
    check_finds(world);
    check_records(world, "helmsman", "han-leader", "s1");
    assert_int_equal(count(world, "SELECT count(*) FROM search_state"), 0); /* the file is as it was */
    must(store_check_index(world->store, &current, &error), &error);
    assert_true(current && store_has_made_index(world->store));
    must(store_make_index(world->store, NULL, &error), &error);
    check_finds(world);
    /* and follows the file, too */
    world_open(&writer, STORE_WRITE);
    world_begin(&writer);
    put(&writer, RECORD_EVENT, "id", "E1", "title", "Talks about colza", NULL);
    world_commit(&writer);
    world->arena = writer.arena;
    world_close(&writer);
    must(store_check_index(world->store, &current, &error), &error);
    assert_false(current);
    must(store_make_index(world->store, NULL, &error), &error);
    check_events(world, "colza", "E1");
    check_events(world, "\"talks about rapeseed\"", "E2");
}

static void check_near(struct world *world, const char *typed, const char *wanted) {
    struct search_words words = parse(world, typed);
    struct error error = {0};
    struct slice near;
    bool occurs;
    must(store_search_near(world->store, &words.units[0], &world->arena, &occurs, &near, &error), &error);
    assert_false(occurs);
    check_text(near, wanted);
}

static void put_beside(struct world *world, const char *id, const char *title) {
    struct world writer = *world;
    world_open(&writer, STORE_WRITE);
    world_begin(&writer);
    put(&writer, RECORD_EVENT, "id", id, "kind", "other", "date", "2012", "title", title, NULL);
    world_commit(&writer);
    world->arena = writer.arena;
    world_close(&writer);
}

/* Words that are like it come from the index that the handle has now. */
static void test_near_beside(void **state) {
    struct world *world = *state;
    struct error error = {0};
    refresh(world);
    world_close(world);
    world_open(world, STORE_READ);
    check_near(world, "herrign", "herring");
    put_beside(world, "N1", "Cormorants");
    check_near(world, "cormorantz", "");
    must(store_make_index(world->store, NULL, &error), &error);
    check_near(world, "cormorantz", "cormorants");
    put_beside(world, "N2", "Guillemots");
    must(store_make_index(world->store, NULL, &error), &error);
    check_near(world, "guilemots", "guillemots");
}

/* The index cannot be dropped while it is read. */
static enum status make_while_read(void *context, struct stored_event *event, struct error *error) {
    struct world *world = context;
    struct error fault = {0};
    (void)event, (void)error;
    assert_int_equal(store_make_index(world->store, NULL, &fault), STATUS_ENVIRONMENT);
    return STATUS_OK;
}

static void test_drop_fails(void **state) {
    struct world *world = *state;
    struct error error = {0};
    struct search_found found;
    struct query query;
    query_init(&query);
    query.limit = 1;
    world_close(world);
    world_open(world, STORE_READ);
    must(store_make_index(world->store, NULL, &error), &error);
    put_beside(world, "N1", "Cormorants");
    struct search_words words = parse(world, "herring");
    must(store_search_events(world->store, &words, &query, false, make_while_read, world, &found, &error), &error);
    assert_true(store_has_made_index(world->store));
    must(store_make_index(world->store, NULL, &error), &error);
    check_events(world, "cormorants", "N1");
}

static bool stop(void *context, uint64_t done, uint64_t total) {
    int *told = context;
    assert_true(done <= total);
    return ++*told < 3;
}

static void test_stopped(void **state) {
    struct world *world = *state;
    struct error error = {0};
    bool current = true;
    int told = 0;
    struct search_watch watch = {&told, stop};
    put_bulk(world, 0, 3000);
    assert_int_equal(store_refresh_index(world->store, &watch, &error), STATUS_STOPPED);
    assert_int_equal(told, 3);
    error_clear(&error);
    must(store_check_index(world->store, &current, &error), &error);
    assert_false(current);
    told = 0;
    assert_int_equal(store_make_index(world->store, &watch, &error), STATUS_STOPPED);
    refresh(world); /* nothing is left of either */
    check_finds(world);
}

/* Two that search at once bring it up to date once. */
static void test_two_at_once(void **state) {
    struct world *world = *state, other = *world;
    struct error error = {0};
    arena_init(&other.arena);
    world_open(&other, STORE_WRITE);
    refresh(world);
    int64_t size = count(world, "PRAGMA page_count");
    must(store_refresh_index(other.store, NULL, &error), &error);
    assert_int_equal(count(world, "PRAGMA page_count"), size);
    check_finds(&other);
    world_begin(&other);
    put(&other, RECORD_EVENT, "id", "E1", "title", "Talks about colza", NULL);
    world_commit(&other);
    refresh(world);
    check_events(world, "colza", "E1");
    arena_free(&other.arena);
    world_close(&other);
}

/* ---- records of before -------------------------------------------------------------------------------------- */

extern const struct embedded_file store_migration_files[];
extern const size_t store_migration_file_count;

/* A record of the schema before full text is not read by guess; brought up to date, it is searched. */
static void test_older_schema(void **state) {
    struct world *world = *state;
    struct error error = {0};
    char pragmas[120];
    sqlite3 *file;
    int before = 0;
    while (!strstr((const char *)store_migration_files[before].data, "CREATE VIRTUAL TABLE search_event")) before++;
    assert_true(before >= 1 && (size_t)before < store_migration_file_count);
    world_close(world);
    unlink(world->path);
    assert_int_equal(sqlite3_open(world->path, &file), SQLITE_OK);
    for (int i = 0; i < before; i++)
        assert_int_equal(sqlite3_exec(file, (const char *)store_migration_files[i].data, NULL, NULL, NULL), SQLITE_OK);
    snprintf(pragmas, sizeof pragmas, "PRAGMA application_id = %d; PRAGMA user_version = %d", 0x64746e74, before);
    assert_int_equal(sqlite3_exec(file, pragmas, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(file);
    assert_int_equal(store_open(world->path, STORE_READ, &world->store, &error), STATUS_ENVIRONMENT);
    assert_non_null(strstr(error.remedy, "detente init"));
    world_open(world, STORE_WRITE);
    fill_world(world);
    refresh(world);
    check_finds(world);
}

/* The tables of the index, cut at random, give an answer or a fault. */
static void test_damaged(void **state) {
    static const char *const damages[] = {
        "DELETE FROM search_event_data WHERE id > 10", "UPDATE search_event_data SET block = zeroblob(3)",
        "UPDATE search_event_data SET block = randomblob(length(block)) WHERE id > 10",
        "DELETE FROM search_event_docsize", "DELETE FROM search_event_idx", "DELETE FROM search_moved",
        "DELETE FROM search_entry", "UPDATE search_entry SET type = 'x', id = ''",
        "UPDATE search_state SET value = 9223372036854775807", "UPDATE search_state SET value = -9223372036854775808",
        "DELETE FROM search_state", "INSERT INTO search_stale VALUES (-9223372036854775808), (9223372036854775807)",
    };
    struct world *world = *state;
    refresh(world);
    world_close(world);
    for (size_t i = 0; i < LENGTH(damages); i++) {
        struct world copy = *world;
        char command[300];
        sqlite3 *file;
        struct error error = {0};
        struct search_words words = parse(world, "herring talks*");
        struct search_found found;
        struct query query;
        struct ids ids = {0};
        query_init(&query);
        snprintf(copy.path, sizeof copy.path, "%s/copy.db", world->folder);
        snprintf(command, sizeof command, "cp %s %s", world->path, copy.path);
        assert_int_equal(system(command), 0);
        assert_int_equal(sqlite3_open(copy.path, &file), SQLITE_OK);
        assert_int_equal(sqlite3_exec(file, damages[i], NULL, NULL, NULL), SQLITE_OK);
        sqlite3_close(file);
        world_open(&copy, STORE_WRITE);
        enum status status = store_refresh_index(copy.store, NULL, &error);
        if (status == STATUS_OK)
            status = store_search_events(copy.store, &words, &query, false, take_event, &ids, &found, &error);
        assert_true(status == STATUS_OK || status == STATUS_CORRUPT || status == STATUS_ENVIRONMENT);
        error_clear(&error);
        must(store_remake_index(copy.store, NULL, &error), &error);
        check_finds(&copy);
        check_records(&copy, "helmsman", "han-leader", "s1");
        world->arena = copy.arena;
        world_close(&copy);
        unlink(copy.path);
    }
    world_open(world, STORE_READ);
}

/* Where mending meets the damage, all is made anew. */
static void test_mends_damaged(void **state) {
    struct world *world = *state;
    sqlite3 *file;
    put_bulk(world, 0, 2100);
    refresh(world);
    assert_int_equal(sqlite3_open(world->path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, "UPDATE search_event_data SET block = zeroblob(3)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(file);
    put_bulk(world, 2100, 2101);
    refresh(world);
    check_finds(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_parse_much),
        cmocka_unit_test_setup_teardown(test_finds, setup, teardown),
        cmocka_unit_test_setup_teardown(test_records, setup, teardown),
        cmocka_unit_test_setup_teardown(test_hostile, setup, teardown),
        cmocka_unit_test_setup_teardown(test_many_words, setup, teardown),
        cmocka_unit_test_setup_teardown(test_filters, setup, teardown),
        cmocka_unit_test_setup_teardown(test_near, setup, teardown),
        cmocka_unit_test_setup_teardown(test_follows_small, setup, teardown),
        cmocka_unit_test_setup_teardown(test_follows_large, setup, teardown),
        cmocka_unit_test_setup_teardown(test_notes_little, setup, teardown),
        cmocka_unit_test_setup_teardown(test_made_anew, setup, teardown),
        cmocka_unit_test_setup_teardown(test_rolled_back, setup, teardown),
        cmocka_unit_test_setup_teardown(test_key_again, setup, teardown),
        cmocka_unit_test_setup_teardown(test_fields, setup, teardown),
        cmocka_unit_test_setup_teardown(test_actors, setup, teardown),
        cmocka_unit_test_setup_teardown(test_beside, setup, teardown),
        cmocka_unit_test_setup_teardown(test_near_beside, setup, teardown),
        cmocka_unit_test_setup_teardown(test_drop_fails, setup, teardown),
        cmocka_unit_test_setup_teardown(test_stopped, setup, teardown),
        cmocka_unit_test_setup_teardown(test_two_at_once, setup, teardown),
        cmocka_unit_test_setup_teardown(test_older_schema, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mends_damaged, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
