/* UTF-8: strictness, folding of names, slugs, widths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../core/base/utf8.h"

static void test_validate(void **state) {
    (void)state;
    static const struct {
        struct slice text;
        size_t bad; /* SIZE_MAX: none */
    } rows[] = {
        {SLICE_INIT(""), SIZE_MAX},
        {SLICE_INIT("plain ascii, longer than eight bytes"), SIZE_MAX},
        {SLICE_INIT("a\0b"), SIZE_MAX},
        {SLICE_INIT("\xC3\xA9"), SIZE_MAX},
        {SLICE_INIT("\xE5\x8D\x8E\xE4\xB8\xBA"), SIZE_MAX},
        {SLICE_INIT("\xF0\x9F\x98\x80"), SIZE_MAX},
        {SLICE_INIT("\xF4\x8F\xBF\xBF"), SIZE_MAX},
        {SLICE_INIT("\xEF\xBF\xBF"), SIZE_MAX},
        {SLICE_INIT("abcdefghijk\x80"), 11},
        {SLICE_INIT("\xC0\x80"), 0},         /* overlong */
        {SLICE_INIT("\xC1\xBF"), 0},         /* overlong */
        {SLICE_INIT("\xE0\x9F\xBF"), 0},     /* overlong */
        {SLICE_INIT("\xF0\x8F\xBF\xBF"), 0}, /* overlong */
        {SLICE_INIT("a\xED\xA0\x80"), 1},    /* surrogate */
        {SLICE_INIT("\xED\xBF\xBF"), 0},     /* surrogate */
        {SLICE_INIT("\xF4\x90\x80\x80"), 0}, /* beyond the last */
        {SLICE_INIT("\xF5\x80\x80\x80"), 0},
        {SLICE_INIT("\xFF"), 0},
        {SLICE_INIT("ab\xC3"), 2},
        {SLICE_INIT("ab\xE5\x8D"), 2},
        {SLICE_INIT("\xC3\x28"), 0},
        {SLICE_INIT("\xE5\x28\x8E"), 0},
        {SLICE_INIT("\xF0\x9F\x98"), 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t expected = rows[i].bad == SIZE_MAX ? rows[i].text.size : rows[i].bad;
        assert_int_equal(utf8_validate(rows[i].text), expected);
    }
}

static void test_every_code_point(void **state) {
    (void)state;
    char bytes[UTF8_SIZE];
    for (uint32_t c = 0; c <= 0x110000; c++) {
        size_t position = 0, size = utf8_encode(c, bytes);
        uint32_t back = 0;
        assert_true(utf8_next((struct slice){bytes, size}, &position, &back));
        assert_int_equal(position, size);
        bool scalar = c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
        assert_int_equal(back, scalar ? c : 0xFFFD);
        for (size_t cut = 1; cut < size; cut++) {
            position = 0;
            assert_false(utf8_next((struct slice){bytes, cut}, &position, &back));
            assert_int_equal(position, 0);
        }
    }
}

static void test_fold(void **state) {
    (void)state;
    static const struct {
        const char *text, *key;
    } rows[] = {
        {"", ""},
        {"   ", ""},
        {"Chrétien", "chretien"},
        {"CHRÉTIEN", "chretien"},
        {"Chre\xCC\x81tien", "chretien"},
        {"U.S.", "u s"},
        {"US", "us"},
        {"  Xi   Jinping ", "xi jinping"},
        {"Jean-Luc, Mélenchon", "jean luc melenchon"},
        {"Jean–Luc — Mélenchon", "jean luc melenchon"},
        {"O’Brien", "o'brien"},
        {"O'Brien", "o'brien"},
        {"Straße", "strasse"},
        {"STRASSE", "strasse"},
        {"Ærø", "aero"},
        {"Œuvre", "oeuvre"},
        {"Łódź", "lodz"},
        {"Đorđe", "dorde"},
        {"Nguyễn Văn Thiệu", "nguyen van thieu"},
        {"İstanbul ıssız", "istanbul issiz"},
        {"Þór Eðvarð", "thor edvard"},
        {"Əliyev", "aliyev"},
        {"Ħal Għaxaq", "hal ghaxaq"},
        {"Ševčík", "sevcik"},
        {"Αθήνα", "αθηνα"},
        {"ΑΘΗΝΑ", "αθηνα"},
        {"Ὀδυσσεύς", "οδυσσευσ"},
        {"Москва", "москва"},
        {"МОСКВА́", "москва"},
        {"Горбачёв", "горбачев"},
        {"Україна", "украіна"},
        {"Ґ Ћ Ѳ Қ", "ґ ћ ѳ қ"},
        {"华为", "华为"},
        {"贾斯汀·特鲁多", "贾斯汀 特鲁多"},
        {"Ｈｕａｗｅｉ", "huawei"},
        {"ﬁn de siècle…", "fin de siecle"},
        {"a\xC2\xA0"
         "b\xE3\x80\x80"
         "c",
         "a b c"},
        {"soft\xC2\xADhyphen zero\xE2\x80\x8Bwidth", "softhyphen zerowidth"},
        {"北京 - 東京", "北京 東京"},
        {"50 × 3 ÷ 2", "50 × 3 ÷ 2"},
        {"\xFFx", "?x"},
        {"(A) & B/C", "(a) & b/c"},
        {"한국", "한국"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice key;
        assert_true(utf8_fold(&arena, slice_from(rows[i].text), &key));
        assert_string_equal(key.data, rows[i].key);
        assert_int_equal(key.size, strlen(key.data));
    }
    arena_free(&arena);
}

/* The key of a key is itself, it is well formed and not longer, for every character. */
static void test_fold_every_code_point(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct arena_mark mark = arena_mark(&arena);
    for (uint32_t c = 0; c < 0x20000; c++) {
        char bytes[2 + UTF8_SIZE] = {'a'};
        struct slice text = {bytes, 1 + utf8_encode(c, bytes + 1)}, once, twice;
        assert_true(utf8_fold(&arena, text, &once));
        assert_true(utf8_fold(&arena, once, &twice));
        assert_true(slice_equals(once, twice));
        assert_true(once.size <= text.size);
        assert_int_equal(utf8_validate(once), once.size);
        arena_rewind(&arena, mark);
    }
    arena_free(&arena);
}

static void test_slug(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t limit;
        const char *slug;
    } rows[] = {
        {"Xi meets Trudeau!", 40, "xi-meets-trudeau"},
        {"Xi meets Trudeau!", 8, "xi-meets"},
        {"Xi meets Trudeau!", 10, "xi-meets"},
        {"Xi meets Trudeau!", 7, "xi"},
        {"Xi meets Trudeau!", 2, "xi"},
        {"extraordinary", 5, "extra"},
        {"a", 0, ""},
        {"--- !!", 10, ""},
        {"华为", 10, ""},
        {"华为 Huawei (2018)", 30, "huawei-2018"},
        {"L’accord de Québec", 30, "l-accord-de-quebec"},
        {"", 5, ""},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice slug;
        assert_true(utf8_slug(&arena, slice_from(rows[i].text), rows[i].limit, &slug));
        assert_string_equal(slug.data, rows[i].slug);
    }
    arena_free(&arena);
}

static void test_width(void **state) {
    (void)state;
    static const struct {
        uint32_t code_point;
        int width;
    } rows[] = {{0, 0},       {'\n', 0},    {' ', 1},     {'a', 1},     {0x7F, 0},   {0x85, 0},
                {0xE9, 1},    {0x301, 0},   {0x300, 0},   {0x36F, 0},   {0x370, 1},  {0x200B, 0},
                {0x4E2D, 2},  {0xAC00, 2},  {0x3042, 2},  {0xFF21, 2},  {0xFF71, 1}, {0x1F600, 2},
                {0x20000, 2}, {0x1100, 2},  {0x1160, 0},  {0xFE0F, 0},  {0x2014, 1}, {0x3000, 2},
                {0x303F, 1},  {0xE0100, 0}, {0x10FFFF, 1}, {0x0E31, 0}, {0x1F1E6, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(utf8_width(rows[i].code_point), rows[i].width);
    assert_int_equal(utf8_text_width(SLICE_OF("a\xE4\xB8\xAD\xCC\x81\xFF")), 4);
    assert_int_equal(utf8_text_width(SLICE_NONE), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_validate), cmocka_unit_test(test_every_code_point),
        cmocka_unit_test(test_fold),     cmocka_unit_test(test_fold_every_code_point),
        cmocka_unit_test(test_slug),     cmocka_unit_test(test_width),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
