/* The word somebody probably meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/model/nearest.h"

static void test_which_are_near(void **state) {
    (void)state;
    static const struct {
        const char *word, *candidates[6], *expected;
    } rows[] = {
        {"timelin", {"timeline", "list"}, "timeline"},
        {"Timeline", {"timeline"}, "timeline"},
        {"tiemline", {"timeline"}, "timeline"},           /* neighbours exchanged */
        {"meting", {"meeting", "setting"}, "meeting or setting"}, /* nearest first */
        {"aid", {"vote", "air"}, "air"},
        {"aid", {"bad"}, ""},                             /* 2 of 3 letters differ */
        {"ab", {"ac"}, ""},                               /* a third of 2 is 0 */
        {"dep", {"detention", "deportation"}, "deportation"}, /* begins with the word */
        {"d", {"deportation"}, ""},                       /* too little to begin with */
        {"abcdefghijkl", {"abcdefghi"}, "abcdefghi"},     /* 3 of 12 */
        {"abcdefghijklm", {"abcdefghi"}, ""},             /* 4 of 13 */
        {"xaaa", {"aaaa", "baaa", "caaa", "daaa"}, "aaaa, baaa or caaa"}, /* in the order offered */
        {"aaaa", {"aaab", "aaaa", "aaaa"}, "aaaa or aaab"}, /* each once */
        {"Québec", {"Quebec", "Québek"}, "Quebec or Québek"}, /* letters, not bytes */
        {"", {"a", "abc"}, ""},
        {"Chna", {"", "China"}, "China"},
        {"\xFF\xFF\xFF", {"\xFF\xFF\xFE"}, ""}, /* no text */
    };
    char out[100];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct nearest nearest = {.word = slice_from(rows[i].word)};
        for (size_t j = 0; j < 6 && rows[i].candidates[j]; j++)
            nearest_offer(&nearest, slice_from(rows[i].candidates[j]));
        nearest_format(&nearest, out, sizeof out);
        assert_string_equal(out, rows[i].expected);
    }
}

static void test_long_words_are_near_to_nothing(void **state) {
    (void)state;
    char word[66], other[66];
    memset(word, 'a', 64);
    memset(other, 'a', 64);
    other[63] = 'b';
    word[64] = other[64] = '\0';
    struct nearest nearest = {.word = slice_from(word)};
    nearest_offer(&nearest, slice_from(other));
    assert_int_equal(nearest.count, 1);
    word[64] = other[64] = 'a';
    word[65] = other[65] = '\0';
    nearest = (struct nearest){.word = slice_from(word)};
    nearest_offer(&nearest, slice_from(other));
    assert_int_equal(nearest.count, 0);
}

/* No candidate is cut in two. */
static void test_small_room(void **state) {
    (void)state;
    static const char *const expected[] = {
        [1] = "",     [4] = "",           [5] = "aaab",      [12] = "aaab",
        [13] = "aaab or aaac", [20] = "aaab or aaac",
    };
    static const size_t sizes[] = {1, 4, 5, 12, 13, 20};
    struct nearest nearest = {.word = SLICE_OF("aaaa")};
    nearest_offer(&nearest, SLICE_OF("aaab"));
    nearest_offer(&nearest, SLICE_OF("aaac"));
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char out[20];
        memset(out, 'z', sizeof out);
        nearest_format(&nearest, out, sizes[i]);
        assert_string_equal(out, expected[sizes[i]]);
    }
    nearest_format(&nearest, NULL, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_which_are_near),
        cmocka_unit_test(test_long_words_are_near_to_nothing),
        cmocka_unit_test(test_small_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
