/* Hashes against published values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/hash.h"

static void test_fnv(void **state) {
    (void)state;
    assert_true(hash_text(SLICE_OF("")) == UINT64_C(0xcbf29ce484222325));
    assert_true(hash_text(SLICE_OF("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(hash_text(SLICE_OF("foobar")) == UINT64_C(0x85944171f73967e8));
    assert_true(hash_text(SLICE_NONE) == hash_text(SLICE_OF("")));
}

static void digest(struct slice text, size_t step, char out[65]) {
    struct sha256 sha;
    sha256_begin(&sha);
    for (size_t i = 0; i < text.size; i += step) {
        struct slice part = slice_part(text, i, i + step);
        sha256_add(&sha, part.data, part.size);
    }
    sha256_end(&sha, out);
}

static void test_sha256(void **state) {
    (void)state;
    static const struct {
        struct slice text;
        const char *digest;
    } rows[] = {
        {SLICE_INIT(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {SLICE_INIT("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {SLICE_INIT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    char out[65];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t step = 1; step < 60; step += 7) {
            digest(rows[i].text, step, out);
            assert_string_equal(out, rows[i].digest);
        }
}

static void test_sha256_million(void **state) {
    (void)state;
    static const char letters[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    struct sha256 sha;
    char out[65];
    sha256_begin(&sha);
    for (int i = 0; i < 10000; i++)
        sha256_add(&sha, letters, 100);
    sha256_end(&sha, out);
    assert_string_equal(out, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* ---- the wide one ---------------------------------------------------------------------------- */

/* Files carry these values: they never change. */
static void test_wide_values(void **state) {
    (void)state;
    static const struct { const char *text, *hash; } rows[] = {
        {"", "cfe39ed9f63c19b8fdf289469bc4305a"},
        {"a", "93529358c60cd35e24c5c514e24bba70"},
        {"abcdefgh", "174790a366d08ccfb94b9032eeb9e2ec"},
        {"abcdefghi", "f9f1fc87db2c0d61d2ba21e2ee28967f"},
        {"abcdefghijklmnop", "52ee5138643e412dc0fced029fb477ad"},
        {"abcdefghijklmnopq", "e528bfa8e6164a599d895634ef923a7f"},
    };
    char out[HASH128_TEXT];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct hash128 value = hash_wide(slice_from(rows[i].text)), back;
        hash128_format(value, out);
        assert_string_equal(out, rows[i].hash);
        assert_true(hash128_parse(slice_from(out), &back));
        assert_true(back.a == value.a && back.b == value.b);
    }
    struct hash128 ignored;
    assert_false(hash128_parse(slice_from("cfe39ed9f63c19b8fdf289469bc4305"), &ignored));
    assert_false(hash128_parse(slice_from("CFE39ED9F63C19B8FDF289469BC4305A"), &ignored));
    assert_false(hash128_parse(SLICE_NONE, &ignored));
}

static int count_ones(uint64_t word) {
    int count = 0;
    for (; word; word &= word - 1) count++;
    return count;
}

/* A bit turned over anywhere turns over about half of the bits of each lane. */
static void test_wide_spreads(void **state) {
    (void)state;
    char text[77] = "a sourced, dated record of what states do to and with one another";
    for (size_t size = 1; size < sizeof text; size++) {
        struct hash128 whole = hash_wide((struct slice){text, size});
        long ones_a = 0, ones_b = 0, bits = (long)size * 8;
        for (size_t bit = 0; bit < size * 8; bit++) {
            text[bit / 8] ^= (char)(1 << bit % 8);
            struct hash128 other = hash_wide((struct slice){text, size});
            text[bit / 8] ^= (char)(1 << bit % 8);
            int a = count_ones(whole.a ^ other.a), b = count_ones(whole.b ^ other.b);
            assert_true(a >= 8 && b >= 8);
            ones_a += a;
            ones_b += b;
        }
        assert_true(ones_a > bits * 26 && ones_a < bits * 38 && ones_b > bits * 26 && ones_b < bits * 38);
    }
}

/* Zeros of another number are another text. */
static void test_wide_lengths(void **state) {
    (void)state;
    static const char zeros[70];
    for (size_t i = 0; i < sizeof zeros; i++)
        for (size_t j = 0; j < i; j++) {
            struct hash128 a = hash_wide((struct slice){zeros, i}), b = hash_wide((struct slice){zeros, j});
            assert_true(a.a != b.a && a.b != b.b);
        }
}

static void test_wide_sums(void **state) {
    (void)state;
    struct hash128 one = hash_wide(slice_from("one")), two = hash_wide(slice_from("two")), sum = one, other = two;
    hash128_add(&sum, two);
    hash128_add(&other, one);
    assert_true(sum.a == other.a && sum.b == other.b);
    hash128_subtract(&sum, one);
    assert_true(sum.a == two.a && sum.b == two.b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fnv),
        cmocka_unit_test(test_sha256),
        cmocka_unit_test(test_sha256_million),
        cmocka_unit_test(test_wide_values),
        cmocka_unit_test(test_wide_spreads),
        cmocka_unit_test(test_wide_lengths),
        cmocka_unit_test(test_wide_sums),
    };
    return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
