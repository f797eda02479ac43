/* Arenas: alignment, zeroing, rewinding, constant space over many rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/arena.h"

static void assert_zeroed(const unsigned char *memory, size_t size) {
    for (size_t i = 0; i < size; i++)
        assert_int_equal(memory[i], 0);
}

static void test_alloc(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t size = 0; size < 20000; size = size * 2 + 1) {
        unsigned char *memory = arena_alloc(&arena, size);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        assert_zeroed(memory, size);
        memset(memory, 0xAA, size);
    }
    assert_ptr_not_equal(arena_alloc(&arena, 0), arena_alloc(&arena, 0));
    arena_free(&arena);
    arena_free(&arena);
}

static void test_sizes_too_large(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_null(arena_alloc(&arena, SIZE_MAX));
    assert_null(arena_alloc(&arena, SIZE_MAX - 8));
    assert_null(arena_alloc(&arena, PTRDIFF_MAX));
    assert_null(arena_alloc_array(&arena, SIZE_MAX / 2, 3));
    assert_null(arena_alloc_array(&arena, 2, SIZE_MAX));
    assert_non_null(arena_alloc_array(&arena, 0, 3));
    assert_non_null(arena_alloc_array(&arena, 3, 0));
    assert_non_null(arena_alloc(&arena, 8));
    arena_free(&arena);
}

static size_t count_blocks(const struct arena *arena) {
    size_t count = 0;
    struct arena copy = *arena;
    /* Blocks are told apart by rewinding to nothing and taking memory a block at a time. */
    struct arena_mark none = {NULL, 0};
    arena_rewind(&copy, none);
    struct arena_block *last = NULL;
    for (int i = 0; i < 100; i++) {
        assert_non_null(arena_alloc(&copy, 1));
        count += copy.current != last;
        last = copy.current;
    }
    return count;
}

static void test_rewind_reuses(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct arena_mark start = arena_mark(&arena);
    void *first = arena_alloc(&arena, 100);
    for (int row = 0; row < 2000; row++) {
        arena_rewind(&arena, start);
        assert_ptr_equal(arena_alloc(&arena, 100), first);
        unsigned char *memory = arena_alloc(&arena, (size_t)(row % 7) * 30000);
        assert_zeroed(memory, (size_t)(row % 7) * 30000);
        memset(memory, 0xFF, (size_t)(row % 7) * 30000);
        arena_alloc(&arena, 5000);
    }
    arena_rewind(&arena, start);
    assert_true(count_blocks(&arena) < 12);
    arena_free(&arena);
}

static void test_nested_marks(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    char *outer = arena_string(&arena, SLICE_OF("outer"));
    struct arena_mark mark = arena_mark(&arena);
    for (int i = 0; i < 100; i++) {
        struct arena_mark inner = arena_mark(&arena);
        assert_non_null(arena_alloc(&arena, 3000));
        arena_rewind(&arena, inner);
        assert_non_null(arena_alloc(&arena, 1000));
    }
    arena_rewind(&arena, mark);
    assert_string_equal(outer, "outer");
    arena_free(&arena);
}

static void test_copies(void **state) {
    (void)state;
    struct arena arena;
    struct slice copy = SLICE_OF("before");
    arena_init(&arena);
    assert_true(arena_copy(&arena, SLICE_NONE, &copy));
    assert_null(copy.data);
    assert_true(arena_copy(&arena, SLICE_OF(""), &copy));
    assert_non_null(copy.data);
    assert_true(arena_copy(&arena, (struct slice){"a\0b", 3}, &copy));
    assert_int_equal(copy.size, 3);
    assert_memory_equal(copy.data, "a\0b", 4);
    assert_string_equal(arena_string(&arena, SLICE_NONE), "");
    assert_false(arena_copy(&arena, (struct slice){"a", SIZE_MAX}, &copy));
    assert_null(copy.data);
    arena_free(&arena);
}

static void test_lists(void **state) {
    (void)state;
    struct arena arena;
    struct slice_list list = {NULL, 0};
    arena_init(&arena);
    for (size_t i = 0; i < 1000; i++)
        assert_true(arena_append(&arena, &list, (struct slice){"x", i}));
    assert_int_equal(list.count, 1000);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(list.items[i].size, i);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alloc),         cmocka_unit_test(test_sizes_too_large),
        cmocka_unit_test(test_rewind_reuses), cmocka_unit_test(test_nested_marks),
        cmocka_unit_test(test_copies),        cmocka_unit_test(test_lists),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
