/* Buffers and sinks: growth, sticky failure, JSON strings, blocks handed on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "../../core/base/sink.h"

static void test_append(void **state) {
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer);
    assert_non_null(buffer_slice(&buffer).data);
    buffer_append(&buffer, NULL, 0);
    buffer_append_slice(&buffer, SLICE_NONE);
    buffer_append_text(&buffer, "n=");
    buffer_append_integer(&buffer, INT64_MIN);
    buffer_append_byte(&buffer, ' ');
    buffer_append_number(&buffer, 75.80);
    buffer_append_format(&buffer, " %s:%d", "row", 12);
    assert_true(slice_is(buffer_slice(&buffer), "n=-9223372036854775808 75.8 row:12"));
    buffer_clear(&buffer);
    for (int i = 0; i < 10000; i++)
        buffer_append_text(&buffer, "abc");
    assert_int_equal(buffer.size, 30000);
    assert_false(buffer_failed(&buffer));
    buffer_free(&buffer);
    buffer_free(&buffer);
}

static void test_sticky_failure(void **state) {
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer);
    buffer_append_text(&buffer, "kept");
    assert_null(buffer_reserve(&buffer, SIZE_MAX));
    assert_true(buffer_failed(&buffer));
    buffer_append_text(&buffer, "lost");
    buffer_append_byte(&buffer, 'x');
    buffer_append_format(&buffer, "%d", 1);
    assert_null(buffer_reserve(&buffer, 1));
    assert_true(slice_is(buffer_slice(&buffer), "kept"));
    buffer_free(&buffer);
    assert_false(buffer_failed(&buffer));
}

static void test_json(void **state) {
    (void)state;
    static const struct {
        struct slice text;
        const char *json;
    } rows[] = {
        {{NULL, 0}, "\"\""},
        {SLICE_INIT("plain"), "\"plain\""},
        {SLICE_INIT("a\"b\\c"), "\"a\\\"b\\\\c\""},
        {SLICE_INIT("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\""},
        {SLICE_INIT("\x01\x1f\x7f"), "\"\\u0001\\u001f\x7f\""},
        {SLICE_INIT("a\0b"), "\"a\\u0000b\""},
        {SLICE_INIT("\xE5\x8D\x8E/\xC3\xA9"), "\"\xE5\x8D\x8E/\xC3\xA9\""},
    };
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        buffer_clear(&buffer);
        buffer_append_json(&buffer, rows[i].text);
        assert_true(slice_is(buffer_slice(&buffer), rows[i].json));
    }
    buffer_free(&buffer);
}

struct receiver {
    size_t calls, bytes;
    enum status answer;
};

static enum status receive_bytes(void *context, const char *data, size_t size) {
    struct receiver *receiver = context;
    assert_non_null(data);
    receiver->calls++;
    receiver->bytes += size;
    return receiver->answer;
}

static void test_sink_blocks(void **state) {
    (void)state;
    struct receiver receiver = {0, 0, STATUS_OK};
    struct sink sink;
    sink_init(&sink, receive_bytes, &receiver);
    for (int i = 0; i < 3 * SINK_BLOCK / 4; i++) {
        buffer_append(sink_buffer(&sink), "1234", 4);
        assert_int_equal(sink_relieve(&sink), STATUS_OK);
    }
    buffer_append_byte(sink_buffer(&sink), '!');
    assert_int_equal(receiver.calls, 3);
    assert_int_equal(sink_finish(&sink), STATUS_OK);
    assert_int_equal(receiver.calls, 4);
    assert_int_equal(receiver.bytes, 3 * SINK_BLOCK + 1);
    assert_int_equal(sink.written, receiver.bytes);
}

static void test_sink_failure(void **state) {
    (void)state;
    struct receiver receiver = {0, 0, STATUS_STOPPED};
    struct sink sink;
    sink_init(&sink, receive_bytes, &receiver);
    for (int i = 0; i < 5; i++) {
        assert_non_null(buffer_reserve(sink_buffer(&sink), SINK_BLOCK));
        sink_buffer(&sink)->size += SINK_BLOCK;
        memset(sink_buffer(&sink)->data, 'x', SINK_BLOCK);
        assert_int_equal(sink_relieve(&sink), STATUS_STOPPED);
        assert_int_equal(sink_buffer(&sink)->size, 0);
    }
    assert_int_equal(sink_finish(&sink), STATUS_STOPPED);
    assert_int_equal(receiver.calls, 1);
    assert_int_equal(sink.written, 0);
}

static void test_sink_to_buffer(void **state) {
    (void)state;
    struct buffer buffer;
    struct sink sink;
    buffer_init(&buffer);
    sink_init_buffer(&sink, &buffer);
    buffer_append_text(sink_buffer(&sink), "hello");
    assert_int_equal(sink_finish(&sink), STATUS_OK);
    assert_true(slice_is(buffer_slice(&buffer), "hello"));
    sink_init_buffer(&sink, &buffer);
    assert_null(buffer_reserve(sink_buffer(&sink), SIZE_MAX));
    assert_int_equal(sink_relieve(&sink), STATUS_NO_MEMORY);
    assert_int_equal(sink_finish(&sink), STATUS_NO_MEMORY);
    buffer_free(&buffer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_append),      cmocka_unit_test(test_sticky_failure),
        cmocka_unit_test(test_json),        cmocka_unit_test(test_sink_blocks),
        cmocka_unit_test(test_sink_failure), cmocka_unit_test(test_sink_to_buffer),
    };
    return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
