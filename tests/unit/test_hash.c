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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fnv),
        cmocka_unit_test(test_sha256),
        cmocka_unit_test(test_sha256_million),
    };
    return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
