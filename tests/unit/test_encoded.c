/* Other encodings read as UTF-8: every way in which the bytes can come in gives the same text, or the same fault. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "../../core/read/encoded.h"
#include "read_log.h"

/* The text, or "error OFFSET-MESSAGE" behind what was read before it. */
static const char *read_all(struct slice bytes, enum text_encoding encoding, size_t step, size_t room, struct buffer *out) {
    static struct encoded_input encoded;
    struct slow_input slow = {bytes, 0, step};
    struct input inner = slow_open(&slow, "x.csv"), input;
    char block[64];
    size_t got = 1;
    struct error error = {.status = STATUS_OK};
    encoded_begin(&encoded, &inner, encoding, &input);
    for (int walk = 0; walk < 2; walk++) { /* and again from the start */
        buffer_clear(out);
        error_clear(&error);
        for (got = 1; got && input.read(input.context, block, room, &got, &error) == STATUS_OK;) {
            assert_true(got <= room);
            buffer_append(out, block, got);
        }
        assert_int_equal(input.rewind(input.context, NULL), STATUS_OK);
    }
    if (error.status != STATUS_OK) buffer_append_format(out, "[%s]", error.message);
    return log_text(out);
}

static const struct {
    enum text_encoding encoding;
    struct slice bytes;
    const char *text;
} texts[] = {
    {ENCODING_UTF8, SLICE_INIT("Caf\xC3\xA9"), "Café"},
    {ENCODING_LATIN1, SLICE_INIT(""), ""},
    {ENCODING_LATIN1, SLICE_INIT("a"), "a"},
    {ENCODING_LATIN1, SLICE_INIT("Caf\xE9 \xDF\xFF"), "Café ßÿ"},
    {ENCODING_LATIN1, SLICE_INIT("\x85"), "\xC2\x85"},
    {ENCODING_LATIN1, SLICE_INIT("\xEF\xBB\xBFid"), "[the byte order mark of UTF-8 at offset 0: the text is not latin-1]"},
    {ENCODING_WINDOWS1252, SLICE_INIT("\x80\x93x\x94\x9F\xA0\xFF"), "€“x”Ÿ\xC2\xA0ÿ"},
    {ENCODING_WINDOWS1252, SLICE_INIT("abc\x81z"), "abc[byte 0x81 at offset 3: the text is not windows-1252]"},
    {ENCODING_WINDOWS1252, SLICE_INIT("\x9D"), "[byte 0x9D at offset 0: the text is not windows-1252]"},
    {ENCODING_UTF16, SLICE_INIT("\xFF\xFE" "a\0\xE9\0\xAC\x20\x3D\xD8\x00\xDE"), "aé€😀"},
    {ENCODING_UTF16, SLICE_INIT("\xFE\xFF" "\0a\0\xE9\x20\xAC\xD8\x3D\xDE\x00"), "aé€😀"},
    {ENCODING_UTF16, SLICE_INIT("a\0b\0"), "ab"},
    {ENCODING_UTF16, SLICE_INIT("\xFF\xFE"), ""},
    {ENCODING_UTF16, SLICE_INIT("a"), "[half a character at offset 0: the text is not utf-16]"},
    {ENCODING_UTF16, SLICE_INIT("a\0b"), "a[half a character at offset 2: the text is not utf-16]"},
    {ENCODING_UTF16, SLICE_INIT("a\0\x3D\xD8"), "a[half a character at offset 2: the text is not utf-16]"},
    {ENCODING_UTF16, SLICE_INIT("a\0\x3D\xD8z\0z\0"), "a[half a character at offset 2: the text is not utf-16]"},
    {ENCODING_UTF16, SLICE_INIT("a\0\x00\xDEz\0"), "a[half a character at offset 2: the text is not utf-16]"},
    {ENCODING_UTF8_MOSTLY, SLICE_INIT("Caf\xC3\xA9 Caf\xE9 \x85 \x81 \xF0\x9F\x98\x80"), "Café Café … \xC2\x81 😀"},
    {ENCODING_UTF8_MOSTLY, SLICE_INIT("x\xF0\x9F"), "xðŸ"},
    {ENCODING_UTF8_MOSTLY, SLICE_INIT("\xE2\x82\xE2\x82\xAC\xC3"), "â‚€Ã"},
};

static void test_texts(void **state) {
    (void)state;
    static const size_t rooms[] = {1, 2, 3, 64};
    struct buffer out;
    buffer_init(&out);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t step = 1; step <= texts[i].bytes.size + 1; step++)
            for (size_t j = 0; j < sizeof rooms / sizeof *rooms; j++)
                assert_string_equal(read_all(texts[i].bytes, texts[i].encoding, step, rooms[j], &out), texts[i].text);
    buffer_free(&out);
}

/* A character at every place around the end of a reading of the inner input. */
static void test_long(void **state) {
    (void)state;
    static char bytes[3 * 4096 + 64];
    static const char pair[] = "\x3D\xD8\x00\xDE";
    static struct encoded_input encoded;
    for (size_t before = 4096 - 8; before <= 4096 + 8; before += 2) {
        size_t size = 0, total = 0, got = 1;
        struct memory_input memory;
        struct input inner, input;
        char block[1000];
        while (size < before) bytes[size++] = 'a', bytes[size++] = '\0';
        for (int i = 0; i < 2000; i++, size += 4) memcpy(bytes + size, pair, 4);
        memory = (struct memory_input){{bytes, size}, 0};
        input_from_memory(&memory, "x", &inner);
        encoded_begin(&encoded, &inner, ENCODING_UTF16, &input);
        for (; got; total += got) assert_int_equal(input.read(input.context, block, sizeof block, &got, NULL), STATUS_OK);
        assert_int_equal(total, before / 2 + 2000 * 4);
    }
}

static void test_names(void **state) {
    (void)state;
    assert_int_equal(encoding_find(SLICE_OF("UTF8")), ENCODING_UTF8);
    assert_int_equal(encoding_find(SLICE_OF("ISO-8859-1")), ENCODING_LATIN1);
    assert_int_equal(encoding_find(SLICE_OF("Latin1")), ENCODING_LATIN1);
    assert_int_equal(encoding_find(SLICE_OF("CP1252")), ENCODING_WINDOWS1252);
    assert_int_equal(encoding_find(SLICE_OF("utf-32")), TEXT_ENCODINGS);
    assert_int_equal(encoding_find(SLICE_OF("")), TEXT_ENCODINGS);
    assert_int_equal(encoding_find(SLICE_OF("a name that is far longer than any of them")), TEXT_ENCODINGS);
    for (int i = 0; i < TEXT_ENCODINGS; i++)
        assert_int_equal(encoding_find(slice_from(encoding_name((enum text_encoding)i))), i);
}

/* An input that cannot go back gives one that cannot. */
static void test_no_rewind(void **state) {
    (void)state;
    static struct encoded_input encoded;
    struct slow_input slow = {SLICE_OF("a"), 0, 1};
    struct input inner = {"-", slow_read, NULL, &slow}, input;
    encoded_begin(&encoded, &inner, ENCODING_LATIN1, &input);
    assert_null(input.rewind);
    assert_string_equal(input.name, "-");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts), cmocka_unit_test(test_long), cmocka_unit_test(test_names),
                                       cmocka_unit_test(test_no_rewind)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
