/* Marked excerpts, and the hits that carry them. */
#include "store_fixture.h"

#include "../../core/ask/search.h"
#include "../../core/base/utf8.h"

/* ---- excerpts ----------------------------------------------------------------------------------------- */

static struct search_words parse(struct arena *arena, const char *typed) {
    struct search_words words;
    struct error error = {0};
    struct slice text;
    assert_true(arena_copy(arena, slice_from(typed), &text));
    must(search_parse(&(struct slice_list){&text, 1}, arena, &words, &error), &error);
    return words;
}

/* What holds of every excerpt: valid UTF-8 on one line, marks in order and in characters what they are in bytes. */
static void check_marks(const struct excerpt *excerpt) {
    const struct excerpt_mark *marks = excerpt->marks.items;
    size_t at = 0;
    int64_t characters = 0;
    assert_int_equal(utf8_validate(excerpt->text), excerpt->text.size);
    assert_true(slice_find(excerpt->text, '\n') == excerpt->text.size);
    for (size_t i = 0; i < excerpt->marks.count; i++) {
        assert_true(marks[i].first >= at && marks[i].past > marks[i].first && marks[i].past <= excerpt->text.size);
        for (; at < marks[i].first; at++) characters += ((unsigned char)excerpt->text.data[at] & 0xC0) != 0x80;
        assert_int_equal(marks[i].from.value, characters);
        for (; at < marks[i].past; at++) characters += ((unsigned char)excerpt->text.data[at] & 0xC0) != 0x80;
        assert_int_equal(marks[i].to.value, characters);
    }
}

static void check_excerpt(const char *text, const char *typed, size_t width, const char *tail, const char *wanted) {
    struct arena arena;
    struct excerpt_matches matches;
    struct excerpt excerpt;
    struct slice marked;
    struct error error = {0};
    arena_init(&arena);
    struct search_words words = parse(&arena, typed);
    must(excerpt_match(&words, slice_from(text), &arena, &matches, &error), &error);
    must(excerpt_make(slice_from(text), &matches, width, slice_from(tail), &arena, &excerpt, &error), &error);
    check_marks(&excerpt);
    assert_true(excerpt_set_in_quotes(&excerpt, &arena, &marked));
    if (!slice_is(marked, wanted)) fail_msg("\"%.*s\" instead of \"%s\"", (int)marked.size, marked.data, wanted);
    arena_free(&arena);
}

static void test_whole(void **state) {
    (void)state;
    check_excerpt("Jean Chrétien leads", "chretien", SIZE_MAX, "", "Jean «Chrétien» leads");
    check_excerpt("Jean Chre\xCC\x81tien", "chrétien", SIZE_MAX, "", "Jean «Chre\xCC\x81tien»");
    check_excerpt("  two\n\tlines of  it ", "lines it", SIZE_MAX, "", "two «lines» of «it»");
    check_excerpt("canola oil and oil of canola", "\"canola oil\"", SIZE_MAX, "", "«canola oil» and oil of canola");
    check_excerpt("canola\n oil", "\"canola oil\"", SIZE_MAX, "", "«canola oil»");
    check_excerpt("tariffs, tariff; untariffed", "tari*", SIZE_MAX, "", "«tariffs», «tariff»; untariffed");
    check_excerpt("a b a", "a -b", SIZE_MAX, "", "«a» b «a»");
    check_excerpt("b c d", "\"b c\" \"c d\"", SIZE_MAX, "", "«b c d»"); /* one over the other */
    check_excerpt("外交部长在习近平会见后说", "习近平", SIZE_MAX, "", "外交部长在«习近平»会见后说");
    check_excerpt("习近平", "习近平", SIZE_MAX, " (Xi Jinping)", "«习近平» (Xi Jinping)");
    check_excerpt("x", "y", SIZE_MAX, "", "x");
    check_excerpt("", "y", SIZE_MAX, "", "");
    check_excerpt("a\xFFz", "z", SIZE_MAX, "", "a\xEF\xBF\xBD«z»");
}

/* Marks are whole tokens; a phrase is one mark only where its words are close. */
static void test_phrases(void **state) {
    (void)state;
    check_excerpt("an alert(1) rang", "alert(1)", SIZE_MAX, "", "an «alert»(«1») rang");
    check_excerpt("the \"alert\", 1", "\"alert 1\"", SIZE_MAX, "", "the \"«alert»\", «1»");
    check_excerpt("canola (oil) here", "\"canola oil here\"", SIZE_MAX, "", "«canola» («oil») «here»");
    check_excerpt("anti-dumping", "\"anti dumping\"", SIZE_MAX, "", "«anti-dumping»");
    check_excerpt("anti\xE2\x80\x91" "dumping - duty", "\"anti dumping duty\"", SIZE_MAX, "",
                  "«anti\xE2\x80\x91" "dumping - duty»");
    check_excerpt("the U.S. said", "U.S.", SIZE_MAX, "", "the «U.S». said");
    check_excerpt("5.9 per cent of O’Brien", "5.9 O'Brien", SIZE_MAX, "", "«5.9» per cent of «O’Brien»");
    check_excerpt("oil. Canola", "\"oil canola\"", SIZE_MAX, "", "«oil». «Canola»"); /* two sentences */
    check_excerpt("b c (d) e", "\"b c d\" \"c d e\"", SIZE_MAX, "", "«b c» («d») «e»"); /* one over the other */
    check_excerpt("b (c d", "\"b c\" \"c d\"", SIZE_MAX, "", "«b» («c d»");
    check_excerpt("b b b", "\"b b\" b", SIZE_MAX, "", "«b b b»");
}

static void test_window(void **state) {
    static const char text[] = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
    (void)state;
    check_excerpt(text, "seven", 25, "", "…five six «seven» eight nine…");
    check_excerpt(text, "one", 20, "", "«one» two three four…");
    check_excerpt(text, "fourteen", 24, "", "…twelve thirteen «fourteen»");
    check_excerpt(text, "two eleven twelve", 30, "", "…ten «eleven» «twelve» thirteen…"); /* where most of them stand */
    check_excerpt(text, "three", 1, "", "…«three»…"); /* never less than a match */
    check_excerpt(text, "none", 14, "", "one two three…");
    check_excerpt("aaaa bbbb aaaa cccc aaaa bbbb", "aaaa", 200, "", "«aaaa» bbbb «aaaa» cccc «aaaa» bbbb");
}

static void test_characters(void **state) {
    (void)state;
    /* between Chinese characters, which are two columns wide */
    check_excerpt("一二三四五六七八九十百千万", "七", 10, "", "…五六«七»八九…");
    /* not before an accent, nor within what a joiner joins (a family, a rainbow flag) */
    check_excerpt("界e\xCC\x81界e\xCC\x81界七界e\xCC\x81界e\xCC\x81", "七", 8, "", "…e\xCC\x81界«七»界e\xCC\x81…");
    static const char family[] = "xx \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 七 yy zz";
    check_excerpt(family, "七", 12, "",
                  "…\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 «七» yy zz");
    /* a word without end is cut off whole */
    check_excerpt("go xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "go", 10, "", "«go»…");
    check_excerpt("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx go", "go", 10, "", "…«go»");
}

/* Random texts of all sorts of characters: what must hold, holds. */
static void test_random(void **state) {
    static const char *const pieces[] = {"a", "b", " ", "  ", "\n", "习", "近", "é", "e\xCC\x81", "\xE2\x80\x8D", "👨", ",",
                                         "\xFF", "\xC3", "\xE4\xB9", "한", "-", "\"", "\xCC\x81", "«", "…", "ab"};
    static const char *const typed[] = {"a", "习近", "a b", "e*", "\"a b\"", "习 近 한", "ab a*"};
    uint64_t seed = 41;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char text[300] = "";
        struct arena arena;
        struct excerpt_matches matches;
        struct excerpt excerpt;
        struct error error = {0};
        int size = pick(&seed, 40);
        for (int k = 0; k < size; k++) strcat(text, pieces[pick(&seed, (int)LENGTH(pieces))]);
        arena_init(&arena);
        struct search_words words = parse(&arena, typed[pick(&seed, (int)LENGTH(typed))]);
        must(excerpt_match(&words, slice_from(text), &arena, &matches, &error), &error);
        size_t width = (size_t)pick(&seed, 30);
        must(excerpt_make(slice_from(text), &matches, width, SLICE_NONE, &arena, &excerpt, &error), &error);
        check_marks(&excerpt);
        assert_true(matches.count == 0 || excerpt.marks.count > 0);
        assert_true((matches.count == 0) == (matches.units == 0));
        arena_free(&arena);
    }
}

/* Long texts in time: a megabyte of nothing but matches. */
static void test_long(void **state) {
    static char text[1 << 20];
    struct arena arena;
    struct excerpt_matches matches;
    struct excerpt excerpt;
    struct error error = {0};
    (void)state;
    for (size_t i = 0; i < sizeof text; i++) text[i] = i % 2 ? ' ' : 'a';
    arena_init(&arena);
    struct search_words words = parse(&arena, "a");
    struct slice all = {text, sizeof text};
    must(excerpt_match(&words, all, &arena, &matches, &error), &error);
    assert_int_equal(matches.count, sizeof text / 2);
    must(excerpt_make(all, &matches, 160, SLICE_NONE, &arena, &excerpt, &error), &error);
    check_marks(&excerpt);
    assert_int_equal(excerpt.marks.count, 80);
    arena_free(&arena);
}

static size_t run_length(void) { return getenv("DETENTE_TEST_SMALL") ? 10000 : 500000; }

/* Half a million characters without width, before a hit or each of them a hit: for a walk that starts anew at each of
 * them that would be days. */
static void check_run(const char *before, const char *run, const char *after, const char *typed, size_t marks) {
    struct buffer text;
    struct arena arena;
    struct excerpt_matches matches;
    struct excerpt excerpt;
    struct error error = {0};
    arena_init(&arena);
    buffer_init(&text);
    buffer_append_text(&text, before);
    for (size_t i = 0; i < run_length(); i++) buffer_append_text(&text, run);
    buffer_append_text(&text, after);
    for (int i = 0; i < 60; i++) buffer_append_text(&text, " and");
    assert_false(buffer_failed(&text));
    struct search_words words = parse(&arena, typed);
    must(excerpt_match(&words, buffer_slice(&text), &arena, &matches, &error), &error);
    must(excerpt_make(buffer_slice(&text), &matches, 160, SLICE_NONE, &arena, &excerpt, &error), &error);
    check_marks(&excerpt);
    assert_int_equal(excerpt.marks.count, marks);
    buffer_free(&text);
    arena_free(&arena);
}

static void test_without_width(void **state) {
    (void)state;
    alarm(60); /* a defect ends the test instead of the day */
    check_run("x", "\xCC\x81", " canola", "canola", 1);
    check_run("x", "\xE2\x80\x8D", " canola", "canola", 1);
    check_run("x", "\xF0\x9F\x91\xA8\xE2\x80\x8D", " canola", "canola", 1);
    check_run("", "\xE1\x85\xA1", "", "\xE1\x85\xA1", run_length());
    check_run("", "\xE1\x85\xA1", "", "\xE1\x85\xA1\xE1\x85\xA1", 1);
    alarm(0);
}

/* ---- hits ---------------------------------------------------------------------------------------------- */

struct heard {
    struct arena arena;
    char text[4000]; /* "rank type id field: marked [words] by source", a line each */
};

static enum status take_hit(void *context, const struct answer_hit *hit, struct error *error) {
    struct heard *heard = context;
    size_t at = strlen(heard->text);
    (void)error;
    assert_true(hit->rank.known && (hit->event != NULL) == slice_is(hit->type, "event"));
    snprintf(heard->text + at, sizeof heard->text - at, "%d %.*s %.*s %.*s: %.*s [%.*s]%s%.*s\n", (int)hit->rank.value,
             (int)hit->type.size, hit->type.data, (int)hit->id.size, hit->id.data, (int)hit->field.size, hit->field.data,
             (int)hit->marked.size, hit->marked.data, (int)hit->words.size, hit->words.data, hit->quoted.size ? " by " : "",
             (int)hit->quoted.size, hit->quoted.data);
    return STATUS_OK;
}

static void check_hits(struct world *world, const char *typed, int64_t limit, bool filtered, int64_t total,
                       const char *wanted) {
    struct heard heard = {.text = ""};
    struct error error = {0};
    struct answer_hits hits;
    struct asker asker;
    struct query query;
    int64_t having;
    struct search_words words = parse(&world->arena, typed);
    query_init(&query);
    query.limit = limit;
    const struct search_request request = {&words, &query, filtered};
    ask_begin(&asker, world->store, ASK_NAMES);
    must(ask_search(&asker, &request, take_hit, &heard, &hits, &having, &error), &error);
    ask_end(&asker);
    if (strcmp(heard.text, wanted) != 0) fail_msg("%s gives\n%sinstead of\n%s", typed, heard.text, wanted);
    assert_true(hits.total.known);
    assert_int_equal(hits.total.value, total);
}

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    struct error error = {0};
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    put(world, RECORD_PERSON, "id", "han-leader", "name", "Test Hanleader", "aliases", "测试平;The Helmsman", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "Helmsman of fish", "publisher", "Testland Herald", NULL);
    put(world, RECORD_EVENT, "id", "E1", "kind", "meeting.bilateral", "date", "2001-01-01", "title", "Talks about fish",
        "summary", "A long summary in which fish and the price of fish are spoken of at length, so that the word of the day, "
        "which is dogfish, comes late, then after all the talk the two sides go home without so much as a herring to show",
        "people", "han-leader", NULL);
    put(world, RECORD_EVENT, "id", "E2", "kind", "tariff", "date", "2002", "title", "A duty on fish", "product",
        "salted herring", NULL);
    put(world, RECORD_CLAIM, "event", "E1", "source", "s1", "field", "quote", "value", "We shall overcome the impasse", NULL);
    world_commit(world);
    must(store_refresh_index(world->store, NULL, &error), &error);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

static void test_hits(void **state) {
    struct world *world = *state;
    check_hits(world, "duty", -1, false, 1, "1 event E2 title: A «duty» on fish [duty]\n");
    /* what the title has not is shown */
    check_hits(world, "fish salted", -1, false, 1, "1 event E2 product: «salted» herring [fish;salted]\n");
    check_hits(world, "impasse", -1, false, 1, "1 event E1 quote: We shall overcome the «impasse» [impasse] by s1\n");
    check_hits(world, "测试平", -1, false, 2,
               "1 person han-leader name: «测试平» [测试平]\n2 event E1 name: «测试平» (Test Hanleader) [测试平]\n");
    check_hits(world, "hanleader", -1, true, 1, "1 event E1 name: Test «Hanleader» [Hanleader]\n");
    check_hits(world, "dogfish herring", -1, false, 1,
               "1 event E1 summary: …of at length, so that the word of the day, which is «dogfish», comes late, then after all the "
               "talk the two sides go home without so much as a «herring» to show [dogfish;herring]\n");
    check_hits(world, "nobody", -1, false, 0, "");
}

/* People first, then events, then sources; a limit leaves room for events, and does not change the total. */
static void test_limit(void **state) {
    struct world *world = *state;
    check_hits(world, "helmsman", -1, false, 3,
               "1 person han-leader name: The «Helmsman» [Helmsman]\n"
               "2 event E1 name: The «Helmsman» (Test Hanleader) [Helmsman]\n"
               "3 source s1 title: «Helmsman» of fish [Helmsman]\n");
    check_hits(world, "helmsman", 1, false, 3, "1 person han-leader name: The «Helmsman» [Helmsman]\n");
    check_hits(world, "helmsman", 0, false, 3, "");
    check_hits(world, "helmsman", 2, false, 3,
               "1 person han-leader name: The «Helmsman» [Helmsman]\n"
               "2 event E1 name: The «Helmsman» (Test Hanleader) [Helmsman]\n");
    check_hits(world, "helmsman", -1, true, 1, "1 event E1 name: The «Helmsman» (Test Hanleader) [Helmsman]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_window),
        cmocka_unit_test(test_characters),
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_without_width),
        cmocka_unit_test_setup_teardown(test_hits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_limit, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
