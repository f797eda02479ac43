/* The page of a chain: its words for every delay and relation, and that it keeps to every width of page. */
#include "write_fixture.h"

#include <stdio.h>
#include <string.h>

#include "../../core/ask/chain.h"
#include "../../core/base/utf8.h"

static const struct answer_part parts[] = {
    {.name = "", .shape = &chain_root_shape, .single = true},
    {.name = "events", .shape = &chain_shape, .is_table = true},
};

struct tree {
    struct page page;
    struct answer_event root;
};

static void open_tree(struct tree *tree, int width, bool color) {
    page_init(&tree->page, "text", "chain");
    tree->page.style.width = width;
    tree->page.style.color = color;
    tree->page.context.plan = (struct answer_plan){parts, LENGTH(parts)};
    tree->root = (struct answer_event){.times = {.start_min = 1, .start_max = 1}, .reports = 1};
    record_init(&tree->root.event, RECORD_EVENT);
    record_set(&tree->root.event, EVENT_ID, SLICE_OF("ROOT"));
    record_set(&tree->root.event, EVENT_KIND, SLICE_OF("statement"));
    record_set(&tree->root.event, EVENT_DATE, SLICE_OF("1970-01-02"));
    record_set(&tree->root.event, EVENT_TITLE, SLICE_OF("The beginning"));
    struct answer_chain_root root = {&tree->root};
    page_begin(&tree->page);
    assert_int_equal(tree->page.writer.class->entry(&tree->page.writer, &parts[0], &root), STATUS_OK);
}

static void add_step(struct tree *tree, const struct answer_step_in_chain *step) {
    assert_int_equal(tree->page.writer.class->entry(&tree->page.writer, &parts[1], step), STATUS_OK);
    page_rewind(&tree->page);
}

static struct answer_step_in_chain make_step(int64_t depth, const char *relation, bool upstream, bool last) {
    return (struct answer_step_in_chain){
        .event = SLICE_OF("E"), .title = SLICE_OF("T"), .date = SLICE_OF("1970-01-03"), .kind = SLICE_OF("statement"),
        .times = {.duration = KIND_POINT, .start_min = 2, .start_max = 2, .end_min = 2, .end_max = 2},
        .parent = SLICE_OF("ROOT"), .direction = upstream ? SLICE_OF("upstream") : SLICE_OF("downstream"),
        .depth = depth, .relation = slice_from(relation), .last = last};
}

/* ---- words ------------------------------------------------------------------------------------ */

struct words_case {
    const char *relation;
    bool upstream;
    struct shape_count days, min, max;
    const char *words;
};
#define SAY(value) {true, value}
#define NONE {false, 0}
static const struct words_case words_cases[] = {
    {"retaliates_against", false, SAY(170), NONE, NONE, "retaliates against it, after 170 days"},
    {"retaliates_against", true, SAY(1), NONE, NONE, "retaliated against by it, after 1 day"},
    {"responds_to", true, SAY(0), NONE, NONE, "responded to by it, on the same day"},
    {"follows", false, SAY(-1), NONE, NONE, "follows it, 1 day before"},
    {"part_of", true, SAY(-20), NONE, NONE, "the whole of which it is part, 20 days before"},
    {"part_of", false, NONE, NONE, NONE, "part of it"},
    {"implements", false, NONE, SAY(5), SAY(9), "implements it, after 5 to 9 days"},
    {"implements", true, NONE, SAY(0), SAY(9), "implemented by it, within 9 days"},
    {"amends", false, NONE, SAY(-3), SAY(9), "amends it, between 3 days before and 9 days after"},
    {"suspends", false, NONE, SAY(-9), SAY(-3), "suspends it, 3 to 9 days before"},
    {"extends", false, NONE, SAY(-9), SAY(0), "extends it, within 9 days before"},
    {"replaces", true, NONE, SAY(4), SAY(4), "replaced by it, about 4 days after"},
    {"ends", false, NONE, SAY(4), NONE, "ends it, at least 4 days after"},
    {"ends", true, NONE, NONE, SAY(1), "ended by it, at most 1 day after"},
    {"exchanged_for", false, SAY(2), NONE, NONE, "exchanged for it, after 2 days"},
    {"exchanged_for", true, SAY(2), NONE, NONE, "what it was exchanged for, after 2 days"},
    {"corrects", false, SAY(2), NONE, NONE, "corrects it, after 2 days"},
    {"duplicates", true, SAY(2), NONE, NONE, "duplicated by it, after 2 days"},
    {"foreign_word", false, SAY(2), NONE, NONE, "foreign word, after 2 days"},
};

static void test_words(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH(words_cases); i++) {
        const struct words_case *one = &words_cases[i];
        struct tree tree;
        char wanted[160];
        struct answer_step_in_chain step = make_step(1, one->relation, one->upstream, true);
        step.delay_days = one->days;
        step.delay_min = one->min;
        step.delay_max = one->max;
        open_tree(&tree, 80, false);
        add_step(&tree, &step);
        const char *text = page_end(&tree.page);
        snprintf(wanted, sizeof wanted, "\n   %s\n", one->words);
        if (!strstr(text, wanted)) fail_msg("no \"%s\" in\n%s", one->words, text);
        page_free(&tree.page);
    }
}

/* ---- drawing ---------------------------------------------------------------------------------- */

static void test_branches(void **state) {
    struct tree tree;
    struct answer_step_in_chain steps[] = {
        make_step(1, "ends", true, false), make_step(2, "ends", true, true), make_step(1, "ends", true, true),
        make_step(1, "ends", false, true), make_step(2, "ends", false, false), make_step(3, "ends", false, true),
        make_step(2, "ends", false, true)};
    (void)state;
    steps[0].note = SLICE_OF("A note");
    steps[1].note = SLICE_OF("A note");
    steps[2].note = SLICE_OF("Another");
    steps[3].status = SLICE_OF("cancelled");
    steps[4].disputed = true;
    steps[4].repeated = true;
    steps[5].more = true;
    steps[6].title = SLICE_NONE;
    steps[6].on_the_way = true;
    open_tree(&tree, 80, false);
    for (size_t i = 0; i < LENGTH(steps); i++) add_step(&tree, &steps[i]);
    const char *text = page_end(&tree.page);
    const char *from = strstr(text, "\n\n");
    assert_non_null(from);
    assert_string_equal(from + 2,
                        "What it answered (upstream)\n"
                        "├─ 3 Jan 1970 · E · T\n"
                        "│  ended by it\n"
                        "│  A note\n"
                        "│  └─ 3 Jan 1970 · E · T\n"
                        "│     ended by it\n"
                        "└─ 3 Jan 1970 · E · T\n"
                        "   ended by it\n"
                        "   Another\n"
                        "\n"
                        "What answered it (downstream)\n"
                        "└─ 3 Jan 1970 · E · cancelled: T\n"
                        "   ends it\n"
                        "   ├─ 3 Jan 1970 · E · disputed: T\n"
                        "   │  ends it (see below)\n"
                        "   │  └─ 3 Jan 1970 · E · T\n"
                        "   │     ends it (goes on beyond this depth)\n"
                        "   └─ 3 Jan 1970 · E · Statement\n"
                        "      ends it (on the way)\n");
    page_free(&tree.page);
}

/* No line is wider than the page, whatever its width and however deep the row; what comes from outside cannot
 * steer a terminal. */
static void test_widths(void **state) {
    (void)state;
    for (int width = 20; width <= 100; width++) {
        struct tree tree;
        open_tree(&tree, width, false);
        for (int64_t depth = 1; depth < 30; depth++) {
            struct answer_step_in_chain step = make_step(depth, "ends", false, depth % 3 == 0);
            step.title = SLICE_OF("A long row of short words to be set in it \x1b[2J and on");
            step.note = depth % 2 ? SLICE_OF("odd one of all the notes") : SLICE_OF("even one of all the notes");
            add_step(&tree, &step);
        }
        const char *text = page_end(&tree.page);
        assert_null(strchr(text, '\x1b'));
        for (struct slice rest = slice_from(text); rest.size;) {
            struct slice line = slice_part(rest, 0, slice_find(rest, '\n'));
            rest = slice_part(rest, line.size + 1, rest.size);
            if (utf8_text_width(line) > (size_t)width) fail_msg("width %d: %.*s", width, (int)line.size, line.data);
        }
        page_free(&tree.page);
    }
}

/* An answer without rows says nothing on its page. */
static void test_no_rows(void **state) {
    struct tree tree;
    (void)state;
    open_tree(&tree, 80, true);
    const char *text = page_end(&tree.page);
    assert_string_equal(text, "");
    page_free(&tree.page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_branches),
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_no_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
