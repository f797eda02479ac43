/* Lists in one cell: escapes, trimming, round trips. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/cell.h"

static void test_lists(void **state) {
    (void)state;
    static const struct {
        const char *cell, *items[4], *canonical;
    } rows[] = {
        {"", {NULL}, ""},
        {" ; ;; ", {NULL}, ""},
        {"CA", {"CA"}, "CA"},
        {" CA ; CN;", {"CA", "CN"}, "CA;CN"},
        {"a\\;b;c", {"a;b", "c"}, "a\\;b;c"},
        {"a\\:b", {"a:b"}, "a:b"},
        {"a\\\\;b", {"a\\", "b"}, "a\\\\;b"},
        {"a\\", {"a\\"}, "a\\\\"},
        {"a\\n", {"a\\n"}, "a\\\\n"},
        {"\\\\\\;", {"\\;"}, "\\\\\\;"},
        {"x;\\;", {"x", ";"}, "x;\\;"},
    };
    struct arena arena;
    struct buffer buffer;
    arena_init(&arena);
    buffer_init(&buffer);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice_list list;
        assert_true(cell_parse_list(&arena, slice_from(rows[i].cell), &list));
        for (size_t j = 0; j < list.count; j++)
            assert_true(slice_is(list.items[j], rows[i].items[j]));
        assert_null(rows[i].items[list.count]);
        buffer_clear(&buffer);
        cell_append_list(&buffer, &list);
        assert_true(slice_is(buffer_slice(&buffer), rows[i].canonical));
    }
    buffer_free(&buffer);
    arena_free(&arena);
}

static void test_parts(void **state) {
    (void)state;
    static const struct {
        const char *item;
        size_t limit, count;
        const char *parts[3];
    } rows[] = {
        {"a:b:c", 3, 3, {"a", "b", "c"}}, {"a:b:c", 2, 2, {"a", "b:c"}},
        {"a:b:c", 1, 1, {"a:b:c"}},       {"a", 3, 1, {"a"}},
        {" a : b ", 2, 2, {"a", "b"}},    {"a\\:b:c", 3, 2, {"a\\:b", "c"}},
        {":b", 2, 2, {"", "b"}},          {"a:", 2, 2, {"a", ""}},
        {"", 2, 1, {""}},                 {"a:b", 0, 0, {NULL}},
        {"a:b:\\;", 3, 3, {"a", "b", "\\;"}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice parts[3];
        size_t count = cell_split_parts(slice_from(rows[i].item), parts, rows[i].limit);
        assert_int_equal(count, rows[i].count);
        for (size_t j = 0; j < count; j++)
            assert_true(slice_is(parts[j], rows[i].parts[j]));
    }
}

/* Any items, written and read, come back. */
static void test_round_trip(void **state) {
    (void)state;
    static const char alphabet[] = "a;:\\b";
    struct arena arena;
    struct buffer buffer;
    uint32_t random = 1;
    arena_init(&arena);
    buffer_init(&buffer);
    for (int round = 0; round < 20000; round++) {
        struct arena_mark mark = arena_mark(&arena);
        char text[8];
        struct slice parts[2], plain;
        size_t size = 1 + (size_t)round % 7;
        for (size_t i = 0; i < size; i++) {
            random = random * 1664525 + 1013904223;
            text[i] = alphabet[(random >> 16) % 5];
        }
        buffer_clear(&buffer);
        cell_append_part(&buffer, (struct slice){text, size});
        buffer_append_text(&buffer, ":end;next");
        struct cell_reader reader = {buffer_slice(&buffer), 0};
        struct slice item;
        assert_true(cell_next_item(&reader, &item));
        assert_int_equal(cell_split_parts(item, parts, 2), 2);
        assert_true(cell_unescape(&arena, parts[0], &plain));
        assert_true(slice_equals(plain, (struct slice){text, size}));
        assert_true(slice_is(parts[1], "end"));
        assert_true(cell_next_item(&reader, &item));
        assert_true(slice_is(item, "next"));
        assert_false(cell_next_item(&reader, &item));
        arena_rewind(&arena, mark);
    }
    buffer_free(&buffer);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_round_trip),
    };
    return cmocka_run_group_tests_name("cell", tests, NULL, NULL);
}
