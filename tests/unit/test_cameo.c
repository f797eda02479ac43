/* CAMEO codes: the table, what it says of kinds, look-ups by code, by longest beginning and by label. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/base/cell.h"
#include "../../core/model/cameo.h"
#include "../../core/model/kind.h"

/* ---- The table ------------------------------------------------------------------------------------------ */

static void test_all_roots_and_their_unspecified_codes(void **state) {
    (void)state;
    for (int root = 1; root <= 20; root++) {
        char code[16];
        snprintf(code, sizeof code, "%02d", root);
        if (!cameo_find(slice_from(code))) fail_msg("no root %s", code);
        snprintf(code, sizeof code, "%02d0", root);
        if (!cameo_find(slice_from(code))) fail_msg("no code %s", code);
    }
    assert_int_equal(cameo_count, 318);
}

static bool has_item(const char *cell, struct slice word, struct arena *arena) {
    struct slice_list list;
    assert_true(cell_parse_list(arena, slice_from(cell), &list));
    for (size_t i = 0; i < list.count; i++)
        if (slice_equals(list.items[i], word)) return true;
    return false;
}

/* The kind whose CAMEO cell has the longest beginning of the code. */
static const struct kind *find_kind(struct slice code, struct arena *arena) {
    for (size_t size = code.size; size > 0; size--)
        for (size_t i = 0; i < kind_count; i++)
            if (has_item(kind_table[i].cameo, slice_part(code, 0, size), arena)) return &kind_table[i];
    return NULL;
}

/* Each code is of the kind that schema/kinds.csv names for it, whose PLOVER classes have its own. */
static void test_table_agrees_with_that_of_kinds(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < cameo_count; i++) {
        const struct cameo_code *row = &cameo_table[i];
        const struct kind *kind = find_kind(slice_from(row->code), &arena);
        if (!kind || strcmp(kind->path, row->kind) != 0)
            fail_msg("%s is a %s, but a %s by schema/kinds.csv", row->code, row->kind, kind ? kind->path : "nothing");
        if (row->plover[0] && !has_item(kind->plover, slice_from(row->plover), &arena))
            fail_msg("%s is %s, which %s has not in schema/kinds.csv", row->code, row->plover, kind->path);
        if (kind->duration == KIND_STANDING) fail_msg("%s reports an act, but %s holds until ended", row->code, row->kind);
    }
    arena_free(&arena);
}

static void test_kinds_name_codes_of_the_table_once(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < kind_count; i++) {
        struct slice_list codes;
        assert_true(cell_parse_list(&arena, slice_from(kind_table[i].cameo), &codes));
        for (size_t j = 0; j < codes.count; j++) {
            if (!cameo_find(codes.items[j])) fail_msg("%s names an unknown code", kind_table[i].path);
            if (find_kind(codes.items[j], &arena) != &kind_table[i])
                fail_msg("%.*s stands at two kinds", (int)codes.items[j].size, codes.items[j].data);
        }
    }
    arena_free(&arena);
}

static void test_weights(void **state) {
    (void)state;
    static const struct {
        const char *code;
        double weight;
    } rows[] = {{"01", 0}, {"011", -0.1}, {"016", -2}, {"0251", -0.3}, {"043", 2.8}, {"057", 8}, {"0874", 10},
                {"112", -2}, {"163", -8}, {"172", -5}, {"1712", -9.2}, {"201", -9.5}, {"2042", -10}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_float_equal(cameo_find(slice_from(rows[i].code))->weight, rows[i].weight, 1e-9);
    for (size_t i = 0; i < cameo_count; i++) {
        double weight = cameo_table[i].weight;
        if (weight < -10 || weight > 10) fail_msg("%s weighs %f", cameo_table[i].code, weight);
    }
}

/* ---- By code --------------------------------------------------------------------------------------------- */

static void test_codes(void **state) {
    (void)state;
    static const struct {
        const char *code, *exact, *nearest; /* NULL: none */
    } rows[] = {
        {"04", "04", "04"},     {"043", "043", "043"},   {"0431", NULL, "043"}, {"04312345", NULL, "043"},
        {"0211", "0211", "0211"}, {"02119", NULL, "0211"}, {"049", NULL, "04"},   {"4", NULL, NULL},
        {"0", NULL, NULL},      {"", NULL, NULL},        {"21", NULL, NULL},    {"43", NULL, NULL},
        {"00", NULL, NULL},     {"999", NULL, NULL},     {"04x", NULL, "04"},   {"2042", "2042", "2042"},
        {"01", "01", "01"},     {"1053 ", NULL, "1053"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct cameo_code *exact = cameo_find(slice_from(rows[i].code));
        const struct cameo_code *nearest = cameo_nearest(slice_from(rows[i].code));
        assert_string_equal(exact ? exact->code : "none", rows[i].exact ? rows[i].exact : "none");
        assert_string_equal(nearest ? nearest->code : "none", rows[i].nearest ? rows[i].nearest : "none");
    }
    assert_null(cameo_find(SLICE_NONE));
    assert_null(cameo_nearest(SLICE_NONE));
}

static void test_below(void **state) {
    (void)state;
    static const struct {
        const char *code, *first, *last;
        size_t count;
    } rows[] = {{"04", "04", "046", 8}, {"040", "040", "040", 1}, {"021", "021", "0214", 5}, {"20", "20", "2042", 8}};
    const struct cameo_code *first;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(cameo_find_below(slice_from(rows[i].code), &first), rows[i].count);
        assert_string_equal(first[0].code, rows[i].first);
        assert_string_equal(first[rows[i].count - 1].code, rows[i].last);
    }
    assert_int_equal(cameo_find_below(SLICE_OF("4"), &first), 0);
    assert_int_equal(cameo_find_below(SLICE_OF("0"), &first), 0);
    assert_int_equal(cameo_find_below(SLICE_NONE, &first), 0);
}

/* ---- By label -------------------------------------------------------------------------------------------- */

static void check_label(const char *label, const char *code) {
    struct arena arena;
    arena_init(&arena);
    const struct cameo_code *row = cameo_find_label(&arena, slice_from(label));
    if (strcmp(row ? row->code : "none", code ? code : "none") != 0)
        fail_msg("\"%s\" is %s, not %s", label, row ? row->code : "none", code ? code : "none");
    arena_free(&arena);
}

static void test_labels(void **state) {
    (void)state;
    static const struct {
        const char *label, *code;
    } rows[] = {
        {"Consult", "040"},
        {"CONSULT", "040"},
        {"Consult, not specified below", "040"},
        {"  express  intent to meet or negotiate ", "036"},
        {"fight with small arms and light weapons", "193"},
        {"Meet at a 'third' location", "044"},
        {"Appeal", "020"},
        {"Appeal, not specified below", "020"},
        {"Make an appeal or request", "020"},
        {"Make public statement", "01"},
        {"Demand mediation", "108"},
        {"Demand meeting, negotiation", "106"},
        {"Threaten to use military force, not specified below", "138"},
        {"Return, release person(s)", "0841"},
        {"Consultation", NULL},
        {"not specified below", NULL},
        {", not specified below", NULL},
        {"", NULL},
        {"\xff\xff", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) check_label(rows[i].label, rows[i].code);
}

/* Every label and alias leads to its own code, or from a root to its code "not specified below". */
static void test_every_label_leads_back(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < cameo_count; i++) {
        const struct cameo_code *row = &cameo_table[i];
        struct slice_list labels;
        char zero[64];
        snprintf(zero, sizeof zero, "%s0", row->code);
        assert_true(cell_parse_list(&arena, slice_from(row->aliases), &labels));
        const struct cameo_code *found = cameo_find_label(&arena, slice_from(row->label));
        if (!found || (found != row && strcmp(found->code, zero) != 0)) fail_msg("%s is not found by its label", row->code);
        for (size_t j = 0; j < labels.count; j++)
            if (cameo_find_label(&arena, labels.items[j]) != row) fail_msg("%s is not found by an alias", row->code);
    }
    arena_free(&arena);
}

/* ---- Real words, where the data are there ------------------------------------------------------------------- */

enum { LINE_SIZE = 1 << 14 };

static FILE *open_data(const char *name) {
    char path[4096];
    const char *folder = getenv("DETENTE_TEST_DATA");
    if (!folder || !*folder) return NULL;
    snprintf(path, sizeof path, "%s/icews/%s", folder, name);
    return fopen(path, "r");
}

/* The cell of a line cut at tabs, ended in place. */
static char *find_cell(char *line, int index) {
    for (; index > 0 && line; index--) {
        line = strchr(line, '\t');
        if (line) line++;
    }
    return line;
}

static void test_words_of_icews(void **state) {
    (void)state;
    char line[LINE_SIZE];
    size_t rows = 0;
    FILE *file = open_data("events.2018.sample.tab");
    if (!file) skip();
    assert_non_null(fgets(line, sizeof line, file)); /* the heading */
    for (; fgets(line, sizeof line, file); rows++) {
        char *text = find_cell(line, 5), *code = find_cell(line, 6);
        assert_non_null(code);
        code[strcspn(code, "\t\r\n")] = code[-1] = '\0';
        check_label(text, code);
    }
    fclose(file);
    assert_int_equal(rows, 3705);
}

static void test_words_of_quads(void **state) {
    (void)state;
    char line[LINE_SIZE];
    size_t rows = 0;
    struct arena arena;
    FILE *file = open_data("icews_2014_valid.txt");
    if (!file) skip();
    arena_init(&arena);
    for (; fgets(line, sizeof line, file); rows++) {
        char *text = find_cell(line, 1);
        assert_non_null(text);
        text[strcspn(text, "\t")] = '\0';
        if (!cameo_find_label(&arena, slice_from(text))) fail_msg("nothing is called \"%s\"", text);
    }
    arena_free(&arena);
    fclose(file);
    assert_int_equal(rows, 8941);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_roots_and_their_unspecified_codes),
        cmocka_unit_test(test_table_agrees_with_that_of_kinds),
        cmocka_unit_test(test_kinds_name_codes_of_the_table_once),
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_below),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_every_label_leads_back),
        cmocka_unit_test(test_words_of_icews),
        cmocka_unit_test(test_words_of_quads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
