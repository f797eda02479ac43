/* Inputs: files, folders, what is not there, streams that cannot seek, memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "../../core/read/hashed.h"
#include "../../core/read/input.h"

static void read_all(struct input *input, struct buffer *out) {
    char data[7];
    size_t got;
    do {
        assert_int_equal(input->read(input->context, data, sizeof data, &got, NULL), STATUS_OK);
        buffer_append(out, data, got);
    } while (got);
}

static void assert_reads(struct input *input, const char *expected) {
    struct buffer out;
    buffer_init(&out);
    read_all(input, &out);
    assert_true(slice_is(buffer_slice(&out), expected));
    buffer_free(&out);
}

static void write_file(char *path, const char *text) {
    strcpy(path, "/tmp/detente-input-XXXXXX");
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void test_file(void **state) {
    (void)state;
    char path[64];
    struct input input;
    struct error error = {.status = STATUS_OK};
    write_file(path, "some text\nof two lines\n");
    assert_int_equal(input_open(path, NULL, false, &input, &error), STATUS_OK);
    assert_string_equal(input.name, path);
    assert_reads(&input, "some text\nof two lines\n");
    assert_non_null(input.rewind);
    assert_int_equal(input.rewind(input.context, &error), STATUS_OK);
    assert_reads(&input, "some text\nof two lines\n");
    input_close(&input);
    input_close(&input);
    input_close(NULL);
    unlink(path);
}

static void test_failures(void **state) {
    (void)state;
    static const char *const paths[] = {"/tmp/detente-no-such-file", "/tmp", "", "-"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct input input;
        struct error error = {.status = STATUS_OK};
        assert_int_equal(input_open(paths[i], NULL, i % 2, &input, &error), STATUS_ENVIRONMENT);
        assert_int_equal(error.status, STATUS_ENVIRONMENT);
        assert_string_equal(error.place.file, paths[i]);
        assert_non_null(strstr(error.message, "cannot"));
        input_close(&input);
    }
}

/* A standard input that has been read from already keeps its place and stays open. */
static void test_standard(void **state) {
    (void)state;
    char path[64];
    struct input input;
    write_file(path, "xyz rest");
    FILE *standard = fopen(path, "r");
    assert_non_null(standard);
    assert_int_equal(fseek(standard, 4, SEEK_SET), 0);
    for (int again = 0; again < 2; again++) {
        assert_int_equal(input_open("-", standard, true, &input, NULL), STATUS_OK);
        assert_reads(&input, "rest");
        assert_int_equal(input.rewind(input.context, NULL), STATUS_OK);
        assert_reads(&input, "rest");
        assert_int_equal(input.rewind(input.context, NULL), STATUS_OK);
        input_close(&input);
    }
    assert_int_equal(fgetc(standard), 'r');
    fclose(standard);
    unlink(path);
}

static FILE *open_pipe(const char *text) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, strlen(text)), (ssize_t)strlen(text));
    close(ends[1]);
    FILE *stream = fdopen(ends[0], "r");
    assert_non_null(stream);
    return stream;
}

static void test_pipe(void **state) {
    (void)state;
    struct input input;
    FILE *stream = open_pipe("through a pipe");
    assert_int_equal(input_open("-", stream, false, &input, NULL), STATUS_OK);
    assert_null(input.rewind);
    assert_reads(&input, "through a pipe");
    input_close(&input);
    fclose(stream);

    stream = open_pipe("through a pipe, twice");
    assert_int_equal(input_open("-", stream, true, &input, NULL), STATUS_OK);
    assert_non_null(input.rewind);
    for (int i = 0; i < 3; i++) {
        assert_reads(&input, "through a pipe, twice");
        assert_int_equal(input.rewind(input.context, NULL), STATUS_OK);
    }
    input_close(&input);
    fclose(stream);
}

static void test_memory(void **state) {
    (void)state;
    struct memory_input memory = {SLICE_OF("bytes in memory"), 3};
    struct input input;
    input_from_memory(&memory, "name", &input);
    assert_string_equal(input.name, "name");
    assert_reads(&input, "bytes in memory");
    assert_int_equal(input.rewind(input.context, NULL), STATUS_OK);
    assert_reads(&input, "bytes in memory");
    memory.text = SLICE_NONE;
    input_from_memory(&memory, "none", &input);
    assert_reads(&input, "");
    input_close(&input); /* nothing to close */
}

/* Every byte once, also of what is read twice, or in part and then again. */
static void test_hashed(void **state) {
    (void)state;
    static const char text[] = "some text\nthat is hashed";
    struct memory_input memory = {SLICE_OF(text), 0};
    struct input inner, input;
    struct hashed_input hashed;
    struct sha256 sha;
    char digits[65], wanted[65], data[8];
    size_t got;
    sha256_begin(&sha);
    sha256_add(&sha, text, sizeof text - 1);
    sha256_end(&sha, wanted);
    input_from_memory(&memory, "m", &inner);
    hashed_begin(&hashed, &inner, &input);
    assert_int_equal(input.read(input.context, data, 5, &got, NULL), STATUS_OK);
    assert_int_equal(input.rewind(input.context, NULL), STATUS_OK);
    assert_reads(&input, text);
    assert_int_equal(input.rewind(input.context, NULL), STATUS_OK);
    assert_int_equal(input.read(input.context, data, 3, &got, NULL), STATUS_OK);
    assert_int_equal(hashed_end(&hashed, digits), sizeof text - 1);
    assert_string_equal(digits, wanted);
    inner.rewind = NULL;
    hashed_begin(&hashed, &inner, &input);
    assert_null(input.rewind);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file),     cmocka_unit_test(test_failures),
        cmocka_unit_test(test_standard), cmocka_unit_test(test_pipe),
        cmocka_unit_test(test_memory),   cmocka_unit_test(test_hashed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
