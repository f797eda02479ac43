/* JSON: the grammar of RFC 8259 case by case, places, documents, lines, records as flat cells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/read/json_scan.h"
#include "read_log.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

typedef enum status read_function(struct input *input, const struct record_visitor *visitor,
                                  struct error *error);

static void read_text(struct buffer *log, read_function *read, struct slice text, size_t step) {
    struct slow_input slow = {text, 0, step};
    struct input input = slow_open(&slow, "t");
    struct record_visitor visitor = log_visitor(log);
    struct error error = {.status = STATUS_OK};
    enum status status = read(&input, &visitor, &error);
    assert_int_equal(status, error.status);
    if (status != STATUS_OK)
        log_fault(log, "error", &error);
}

/* Whatever the size of the blocks, the outcome is the same. */
static void check_text(read_function *read, struct slice text, const char *expected) {
    static const size_t steps[] = {1 << 20, 1, 3, 5, 7};
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct buffer log;
        buffer_init(&log);
        read_text(&log, read, text, steps[i]);
        assert_string_equal(log_text(&log), expected);
        buffer_free(&log);
    }
}

struct text_case {
    const char *text, *expected;
};

static void check_cases(read_function *read, const struct text_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        check_text(read, slice_from(cases[i].text), cases[i].expected);
}

/* ---- The grammar --------------------------------------------------------------------------- */

/* A value where one may stand; it is read as {"v":VALUE}. `fault` is empty when it is JSON. */
static const struct {
    const char *value;
    int column; /* of the fault, in the value */
    const char *fault;
} grammar[] = {
    /* Literals. */
    {"true", 0, ""},
    {"false", 0, ""},
    {"null", 0, ""},
    {"True", 1, "a value expected, not 'T'"},
    {"TRUE", 1, "a value expected, not 'T'"},
    {"tru", 1, "a word that JSON does not have: true expected"},
    {"truth", 1, "a word that JSON does not have: true expected"},
    {"truex", 5, "',' or '}' expected, not 'x'"},
    {"nul", 1, "a word that JSON does not have: null expected"},
    {"nil", 1, "a word that JSON does not have: null expected"},
    {"falsy", 1, "a word that JSON does not have: false expected"},
    {"None", 1, "NaN and Infinity are no numbers in JSON"},
    {"undefined", 1, "a value expected, not 'u'"},
    {"", 1, "a value expected, not '}'"},
    {"a", 1, "a value expected, not 'a'"},
    {"*", 1, "a value expected, not '*'"},
    {"\xC3\xA5", 1, "a value expected, not byte 0xC3"},
    {"\xEF\xBB\xBF{}", 1, "a value expected, not byte 0xEF"},
    {"\x7F", 1, "a value expected, not byte 0x7F"},
    {"\x01", 1, "a value expected, not byte 0x01"},
    {"\f1", 1, "a value expected, not byte 0x0C"},
    {"\xC2\xA0"
     "1",
     1, "a value expected, not byte 0xC2"},
    {"'a'", 1, "a string in single quotes"},
    {"/* a */1", 1, "a value expected, not '/'"},
    {"1 // a", 3, "',' or '}' expected, not '/'"},
    {"1 # a", 3, "',' or '}' expected, not '#'"},
    {"1 2", 3, "',' or '}' expected, not '2'"},
    {"true false", 6, "',' or '}' expected, not 'f'"},
    {"1;", 2, "',' or '}' expected, not ';'"},
    {"1:2", 2, "',' or '}' expected, not ':'"},
    /* Numbers. */
    {"0", 0, ""},
    {"-0", 0, ""},
    {"-0.0", 0, ""},
    {"7", 0, ""},
    {"-12", 0, ""},
    {"123456789", 0, ""},
    {"0.5", 0, ""},
    {"-0.25", 0, ""},
    {"1e2", 0, ""},
    {"1E2", 0, ""},
    {"1e+2", 0, ""},
    {"1e-2", 0, ""},
    {"0e0", 0, ""},
    {"0e+1", 0, ""},
    {"1.5e3", 0, ""},
    {"1e014", 0, ""},
    {"0.000000000000001", 0, ""},
    {"999999999999999", 0, ""},
    {"45.123456789012345678", 0, ""},
    {"1 ", 0, ""},
    {"01", 1, "a number that is not written as JSON has it"},
    {"-01", 1, "a number that is not written as JSON has it"},
    {"00", 1, "a number that is not written as JSON has it"},
    {"012.5", 1, "a number that is not written as JSON has it"},
    {"-", 1, "a number that is not written as JSON has it"},
    {"--1", 1, "a number that is not written as JSON has it"},
    {"- 1", 1, "a number that is not written as JSON has it"},
    {"-a", 1, "a number that is not written as JSON has it"},
    {"1.", 1, "a number that is not written as JSON has it"},
    {"1.e1", 1, "a number that is not written as JSON has it"},
    {"-.5", 1, "a number that is not written as JSON has it"},
    {"1e", 1, "a number that is not written as JSON has it"},
    {"1e+", 1, "a number that is not written as JSON has it"},
    {"1e-", 1, "a number that is not written as JSON has it"},
    {"1ee2", 1, "a number that is not written as JSON has it"},
    {"1e+-2", 1, "a number that is not written as JSON has it"},
    {"0.e1", 1, "a number that is not written as JSON has it"},
    {".5", 1, "a value expected, not '.'"},
    {"+1", 1, "a value expected, not '+'"},
    {"1.2.3", 4, "',' or '}' expected, not '.'"},
    {"1e2.5", 4, "',' or '}' expected, not '.'"},
    {"0x1F", 2, "',' or '}' expected, not 'x'"},
    {"1_000", 2, "',' or '}' expected, not '_'"},
    {"1,000", 3, "a key in quotes expected, not '0'"},
    {"12a", 3, "',' or '}' expected, not 'a'"},
    {"NaN", 1, "NaN and Infinity are no numbers in JSON"},
    {"Infinity", 1, "NaN and Infinity are no numbers in JSON"},
    {"-Infinity", 1, "a number that is not written as JSON has it"},
    {"-NaN", 1, "a number that is not written as JSON has it"},
    {"1e15", 1, "the number 1e15 cannot be kept"},
    {"1e400", 1, "the number 1e400 cannot be kept"},
    {"-1e400", 1, "the number -1e400 cannot be kept"},
    {"1e-400", 1, "the number 1e-400 cannot be kept"},
    {"1e99999999999999999999", 1, "the number 1e99999999999999999999 cannot be kept"},
    {"1000000000000000", 1, "the number 1000000000000000 cannot be kept"},
    {"0.00000000000000000000000000000000000000000000000000000000000", 1,
     "the number 0.0000000000000000000000000000000000000000000000000000000000… cannot be kept"},
    /* Strings. */
    {"\"\"", 0, ""},
    {"\"a\"", 0, ""},
    {"\" \"", 0, ""},
    {"\"caf\xC3\xA9 \xE4\xB8\xAD \xF0\x9F\x8D\x81\"", 0, ""},
    {"\"\xEF\xBF\xBF\"", 0, ""},
    {"\"\xE2\x80\xA8\xE2\x80\xA9\"", 0, ""},
    {"\"\x7F\"", 0, ""},
    {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", 0, ""},
    {"\"\\u0041\\u00e9\\u4E2d\"", 0, ""},
    {"\"\\uD83C\\uDF41\"", 0, ""},
    {"\"\\ud83c\\udf41\"", 0, ""},
    {"\"\\uDBFF\\uDFFF\"", 0, ""},
    {"\"\\uFFFF\\uFFFE\\uFDD0\"", 0, ""},
    {"\"\\u0001\\u001f\"", 0, ""},
    {"\"\\\\u0000\"", 0, ""},
    {"\"/* no comment */\"", 0, ""},
    {"\"{}[],:\"", 0, ""},
    {"\"", 0, "the text ends in the middle of a value"},
    {"\"abc", 0, "the text ends in the middle of a value"},
    {"\"abc\\\"", 0, "the text ends in the middle of a value"},
    {"\"\\", 2, "an escape that JSON does not have"},
    {"\"\\a\"", 2, "an escape that JSON does not have"},
    {"\"\\x41\"", 2, "an escape that JSON does not have"},
    {"\"\\0\"", 2, "an escape that JSON does not have"},
    {"\"\\'\"", 2, "an escape that JSON does not have"},
    {"\"\\U0041\"", 2, "an escape that JSON does not have"},
    {"\"\\\n\"", 2, "an escape that JSON does not have"},
    {"\"a\\\xC3\xA9\"", 3, "an escape that JSON does not have"},
    {"\"\\u\"", 2, "\\u needs four hexadecimal digits"},
    {"\"\\u12\"", 2, "\\u needs four hexadecimal digits"},
    {"\"\\u123g\"", 2, "\\u needs four hexadecimal digits"},
    {"\"\\u 123\"", 2, "\\u needs four hexadecimal digits"},
    {"\"\\u{41}\"", 2, "\\u needs four hexadecimal digits"},
    {"\"a\\u0000\"", 3, "\\u0000 is a character that no text here can hold"},
    {"\"\\ud800\"", 2, "half of a surrogate pair without the other half"},
    {"\"\\ud800x\"", 2, "half of a surrogate pair without the other half"},
    {"\"\\ud800\\n\"", 2, "half of a surrogate pair without the other half"},
    {"\"\\ud800\\ud800\"", 2, "half of a surrogate pair without the other half"},
    {"\"\\ud800\\u0041\"", 2, "half of a surrogate pair without the other half"},
    {"\"\\ud800\\u\"", 2, "half of a surrogate pair without the other half"},
    {"\"\\udc00\"", 2, "half of a surrogate pair without the other half"},
    {"\"\\udc00\\ud800\"", 2, "half of a surrogate pair without the other half"},
    {"\"\\uDFFF\"", 2, "half of a surrogate pair without the other half"},
    {"\"a\tb\"", 3, "control character 0x09 inside a string"},
    {"\"a\nb\"", 3, "control character 0x0A inside a string"},
    {"\"\x1F\"", 2, "control character 0x1F inside a string"},
    {"\"\x01\"", 2, "control character 0x01 inside a string"},
    {"\"a\" \"b\"", 5, "',' or '}' expected, not '\"'"},
    {"\"a\"b", 4, "',' or '}' expected, not 'b'"},
    /* Arrays. */
    {"[]", 0, ""},
    {"[ ]", 0, ""},
    {"[[]]", 0, ""},
    {"[1]", 0, ""},
    {"[1,2]", 0, ""},
    {"[ 1 ,\t2\r\n, 3 ]", 0, ""},
    {"[null,true,\"a\",{},[]]", 0, ""},
    {"[", 2, "a value expected, not '}'"},
    {"]", 1, "a value expected, not ']'"},
    {"[1", 3, "',' or ']' expected, not '}'"},
    {"[1,", 4, "a value expected, not '}'"},
    {"[1,]", 3, "a comma with nothing behind it"},
    {"[,]", 2, "a value expected, not ','"},
    {"[,1]", 2, "a value expected, not ','"},
    {"[1,,2]", 4, "a value expected, not ','"},
    {"[1 2]", 4, "',' or ']' expected, not '2'"},
    {"[1:2]", 3, "',' or ']' expected, not ':'"},
    {"[1}", 3, "',' or ']' expected, not '}'"},
    {"[1]]", 4, "',' or '}' expected, not ']'"},
    {"[\"a\"", 5, "',' or ']' expected, not '}'"},
    {"[NaN]", 2, "NaN and Infinity are no numbers in JSON"},
    {"(1)", 1, "a value expected, not '('"},
    {"<null>", 1, "a value expected, not '<'"},
    /* Objects. */
    {"{}", 0, ""},
    {"{ }", 0, ""},
    {"{\"a\":1}", 0, ""},
    {"{ \"a\" : 1 , \"b\" : 2 }", 0, ""},
    {"{\"\":1}", 0, ""},
    {"{\"a\":{\"a\":{\"a\":1}}}", 0, ""},
    {"[{\"a\":1},{\"a\":1}]", 0, ""},
    {"{\"a\":1,\"A\":2}", 0, ""},
    {"{\"\\u00e9\":1,\"e\":2}", 0, ""},
    {"{\"a\":1,}", 7, "a comma with nothing behind it"},
    {"{,}", 2, "a key in quotes expected, not ','"},
    {"{\"a\":1,,\"b\":2}", 8, "a key in quotes expected, not ','"},
    {"{a:1}", 2, "a key in quotes expected, not 'a'"},
    {"{'a':1}", 2, "a string in single quotes"},
    {"{1:1}", 2, "a key in quotes expected, not '1'"},
    {"{null:1}", 2, "a key in quotes expected, not 'n'"},
    {"{[]:1}", 2, "a key in quotes expected, not '['"},
    {"{\"a\"}", 5, "':' expected, not '}'"},
    {"{\"a\" 1}", 6, "':' expected, not '1'"},
    {"{\"a\"=1}", 5, "':' expected, not '='"},
    {"{\"a\"::1}", 6, "a value expected, not ':'"},
    {"{\"a\":}", 6, "a value expected, not '}'"},
    {"{\"a\":1 \"b\":2}", 8, "',' or '}' expected, not '\"'"},
    {"{\"a\":1]", 7, "',' or '}' expected, not ']'"},
    {"{\"a\":1}}", 9, "something stands behind the end of the document"},
    {"{\"a\":\"b\"", 0, "the text ends in the middle of a value"},
    {"{\"a\":1,\"a\":1}", 8, "the key \"a\" stands twice in one object"},
    {"{\"a\":1,\"b\":{},\"\\u0061\":2}", 15, "the key \"a\" stands twice in one object"},
    {"{\"\\ud83c\\udf41\":1,\"\xF0\x9F\x8D\x81\":2}", 19,
     "the key \"\xF0\x9F\x8D\x81\" stands twice in one object"},
    {"{\"\\n\":1,\"\\u000a\":2}", 9, "the key \" \" stands twice in one object"},
    {"{\"\":1,\"\":2}", 7, "the key \"\" stands twice in one object"},
    {"[{\"a\":{\"b\":1,\"c\":[{\"d\":1}],\"b\":2}}]", 28,
     "the key \"b\" stands twice in one object"},
};

static enum status keep_dossier(void *context, struct slice json, struct error *error) {
    (void)json;
    (void)error;
    ++*(int *)context;
    return STATUS_OK;
}

static void check_grammar(const char *value, int column, const char *fault) {
    char text[200];
    int seen = 0;
    struct error error = {.status = STATUS_OK};
    struct input input;
    snprintf(text, sizeof text, "{\"v\":%s}", value);
    struct memory_input memory = {slice_from(text), 0};
    struct record_visitor visitor = {.context = &seen, .dossier = keep_dossier};
    input_from_memory(&memory, "t", &input);
    enum status status = json_read_dossier(&input, &visitor, &error);
    assert_string_equal(error.message, fault);
    assert_int_equal(status, *fault ? STATUS_BAD_INPUT : STATUS_OK);
    assert_int_equal(seen, !*fault);
    if (*fault && column)
        assert_int_equal(error.place.column, column + 5);
}

static void test_grammar(void **state) {
    (void)state;
    assert_true(COUNT(grammar) >= 120);
    for (size_t i = 0; i < COUNT(grammar); i++)
        check_grammar(grammar[i].value, grammar[i].column, grammar[i].fault);
}

/* Cut short anywhere, a text is never taken; and the end is where it is said to end. */
static void test_truncated(void **state) {
    (void)state;
    static const char whole[] =
        "{\"a\":[1,-2.5e3,\"x\\u00e9\\ud83c\\udf41\",true,null,{\"b\":false}]}";
    for (size_t size = 0; size < sizeof whole - 1; size++) {
        int seen = 0;
        struct error error = {.status = STATUS_OK};
        struct memory_input memory = {{whole, size}, 0};
        struct input input;
        struct record_visitor visitor = {.context = &seen, .dossier = keep_dossier};
        input_from_memory(&memory, "t", &input);
        assert_int_equal(json_read_dossier(&input, &visitor, &error), STATUS_BAD_INPUT);
        assert_int_equal(error.place.line, 1);
        assert_in_range(error.place.column, 1, size + 1);
        assert_int_equal(seen, 0);
    }
}

static void test_bytes(void **state) {
    (void)state;
#define TEXT(literal, expected)                                                                    \
    { {literal, sizeof(literal) - 1}, expected }
    static const struct {
        struct slice text;
        const char *expected;
    } cases[] = {
        TEXT("\xEF\xBB\xBF{\"a\":1}", "dossier {\"a\":1}\n"),
        TEXT("\xEF\xBB\xBF{x", "error t:1:2: a key in quotes expected, not 'x'\n"),
        TEXT("\xEF\xBB\xBF\n{x", "error t:2:2: a key in quotes expected, not 'x'\n"),
        TEXT("{\"a\":\"\xE9\"}", "error t:1:7: byte 0xE9 at offset 6 is not UTF-8\n"),
        TEXT("{\"a\":\n\"\xC3\"}", "error t:2:2: byte 0xC3 at offset 7 is not UTF-8\n"),
        TEXT("{\"a\":\"\xED\xA0\xBC\xED\xBD\x81\"}",
             "error t:1:7: byte 0xED at offset 6 is not UTF-8\n"),
        TEXT("{\"a\":\"\xC0\x80\"}", "error t:1:7: byte 0xC0 at offset 6 is not UTF-8\n"),
        TEXT("{\"a\":\"\xF4\x90\x80\x80\"}", "error t:1:7: byte 0xF4 at offset 6 is not UTF-8\n"),
        TEXT("{\"a\":\"\xE4\xB8", "error t:1:7: byte 0xE4 at offset 6 is not UTF-8\n"),
        TEXT("{\"a\":\"\0\"}", "error t:1:7: a NUL byte at offset 6: this is no text\n"),
        TEXT("{}\0", "error t:1:3: a NUL byte at offset 2: this is no text\n"),
        TEXT("{\0\"\0", "error t:1:1: the text is UTF-16, not UTF-8\n"),
        TEXT("\xFF\xFE{\0", "error t:1:1: the text is UTF-16, not UTF-8\n"),
        TEXT("{\"a\":1}\r\n\r\n x",
             "error t:3:2: something stands behind the end of the document\n"),
        TEXT("{\r\"a\":1,\r\r\n\"b\"}", "error t:4:4: ':' expected, not '}'\n"),
        TEXT("\n{\"a\":1}", "dossier {\"a\":1}\n"),
        TEXT("{\"revision\":\"ab\"}", "revision ab\ndossier {}\n"),
        TEXT("{\"a\":1, \"revision\" : \"ab\" }", "revision ab\ndossier {\"a\":1}\n"),
        TEXT("{\"revision\":\"ab\",\"a\":1}", "revision ab\ndossier {\"a\":1}\n"),
        TEXT("{\"a\":1,\"from_revision\":\"cd\",\"b\":[2]}", "from_revision cd\ndossier {\"a\":1,\"b\":[2]}\n"),
        TEXT("{\"from_revision\":\"cd\",\"revision\":\"ab\"}", "revision ab\ndossier {}\n"),
        TEXT("{\"revision\":[\"x\"],\"from_revision\":null}", "dossier {}\n"),
        TEXT("{\"revision\":\"\",\"a\":{\"revision\":\"in\"}}", "dossier {\"a\":{\"revision\":\"in\"}}\n"),
        TEXT("{\"a\":\"revision\",\"revisions\":\"x\",\"rev\\\"ision\":1}",
             "dossier {\"a\":\"revision\",\"revisions\":\"x\",\"rev\\\"ision\":1}\n"),
        TEXT("\n\n!", "error t:3:1: the dossier must be an object\n"),
        TEXT("", "error t:1:1: the text ends in the middle of a value\n"),
        TEXT("\n", "error t:2:1: the text ends in the middle of a value\n"),
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_text(json_read_dossier, cases[i].text, cases[i].expected);
}

/* ---- Sizes --------------------------------------------------------------------------------- */

static void append_many(struct buffer *text, const char *unit, size_t count) {
    for (size_t i = 0; i < count; i++)
        buffer_append_text(text, unit);
}

static enum status read_buffer(read_function *read, const struct buffer *text, struct buffer *log,
                               struct error *error) {
    struct memory_input memory = {buffer_slice(text), 0};
    struct input input;
    struct record_visitor visitor = log_visitor(log);
    input_from_memory(&memory, "t", &input);
    *error = (struct error){.status = STATUS_OK};
    buffer_clear(log);
    return read(&input, &visitor, error);
}

static void test_depth(void **state) {
    (void)state;
    struct buffer text, log;
    struct error error;
    buffer_init(&text);
    buffer_init(&log);
    for (size_t depth = JSON_DEPTH_MAX - 2; depth <= JSON_DEPTH_MAX + 1; depth++) {
        buffer_clear(&text);
        buffer_append_text(&text, "{\"v\":");
        append_many(&text, "[", depth - 1);
        append_many(&text, "]", depth - 1);
        buffer_append_text(&text, "}");
        enum status status = read_buffer(json_read_dossier, &text, &log, &error);
        assert_int_equal(status, depth <= JSON_DEPTH_MAX ? STATUS_OK : STATUS_BAD_INPUT);
    }
    assert_string_equal(error.message, "more than 64 brackets in one another");
    assert_int_equal(error.place.column, 5 + JSON_DEPTH_MAX);
    /* A record of a document stands two levels deep. */
    for (size_t depth = JSON_DEPTH_MAX - 3; depth <= JSON_DEPTH_MAX - 2; depth++) {
        buffer_clear(&text);
        buffer_append_text(&text, "{\"detente\":1,\"events\":[{\"claims\":");
        append_many(&text, "[", depth);
        append_many(&text, "]", depth);
        buffer_append_text(&text, "}]}");
        enum status status = read_buffer(json_read_document, &text, &log, &error);
        assert_int_equal(status, depth <= JSON_DEPTH_MAX - 3 ? STATUS_OK : STATUS_BAD_INPUT);
    }
    buffer_clear(&text);
    append_many(&text, "[", 100000);
    assert_int_equal(read_buffer(json_read_document, &text, &log, &error), STATUS_BAD_INPUT);
    buffer_free(&text);
    buffer_free(&log);
}

static void check_limit(const char *before, const char *unit, size_t fits, const char *behind,
                        const char *message) {
    struct buffer text, log;
    struct error error;
    buffer_init(&text);
    buffer_init(&log);
    for (size_t more = 0; more < 2; more++) {
        buffer_clear(&text);
        buffer_append_text(&text, before);
        append_many(&text, unit, fits + more);
        buffer_append_text(&text, behind);
        enum status status = read_buffer(json_read_lines, &text, &log, &error);
        assert_int_equal(status, more ? STATUS_BAD_INPUT : STATUS_OK);
        assert_string_equal(error.message, more ? message : "");
    }
    buffer_free(&text);
    buffer_free(&log);
}

static void test_limits(void **state) {
    (void)state;
    check_limit("{\"title\":\"", "x", JSON_RECORD_MAX - 12, "\"}",
                "more than 16777216 bytes in one value");
    check_limit("{\"x\":1,\"tags\":[0", ",1", JSON_VALUES_MAX - 4, "]}",
                "more than 262144 values in one record");
}

static void test_many_keys(void **state) {
    (void)state;
    struct buffer text, log;
    struct error error;
    buffer_init(&text);
    buffer_init(&log);
    for (int more = 0; more < 2; more++) {
        buffer_clear(&text);
        buffer_append_text(&text, "{\"id\":1");
        for (int i = 1; i < JSON_KEYS_MAX + more; i++)
            buffer_append_format(&text, ",\"x%d\":%d", i, i);
        buffer_append_text(&text, "}");
        enum status status = read_buffer(json_read_lines, &text, &log, &error);
        assert_int_equal(status, more ? STATUS_BAD_INPUT : STATUS_OK);
    }
    assert_string_equal(error.message, "more than 1024 keys in one object");
    buffer_free(&text);
    buffer_free(&log);
}

/* ---- Documents ----------------------------------------------------------------------------- */

static void test_documents(void **state) {
    (void)state;
    static const struct text_case cases[] = {
        {"{\"detente\":1}", ""},
        {" { \"detente\" : 1.0 , \"events\" : [ ] } \n", ""},
        {"{\"detente\":1,\"events\":[{\"id\":\"a\"}, {\"id\":\"b\"}\n,{\"id\":\"c\"}]}",
         "event 1: id=a\nevent 1: id=b\nevent 2: id=c\n"},
        {"{\"events\":[{}],\"detente\":1}", "event 1:\n"},
        {"{\"detente\":1,\"dossier\":{\"title\" : \"a \\\" b\", \"n\":\n[1, {\"x\" : null}]}}",
         "dossier {\"title\":\"a \\\" b\",\"n\":[1,{\"x\":null}]}\n"},
        /* Whatever stands first, the order of visiting is one. */
        {"{\"notes\":[{\"kind\":\"n\"}],\n\"coverage\":[{\"dataset\":\"d\"}],\n\"links\":[{"
         "\"from\":\"f\"}],\n"
         "\"claims\":[{\"event\":\"e\"}],\n\"events\":[{\"id\":\"e\"}],\n\"terms\":[{\"person\":"
         "\"p\"}],\n"
         "\"sources\":[{\"id\":\"s\"}],\n\"people\":[{\"id\":\"p\"}],\n\"organizations\":[{\"id\":"
         "\"o\"}],\n"
         "\"countries\":[{\"id\":\"c\"}],\n\"dossier\":{},\n\"detente\":1}",
         "dossier {}\ncountry 10: id=c\norganization 9: id=o\nperson 8: id=p\nsource 7: id=s\n"
         "term 6: person=p\nevent 5: id=e\nclaim 4: event=e\nlink 3: from=f\ncoverage 2: "
         "dataset=d\n"
         "note 1: kind=n\n"},
        {"", "error t:1:1: the document is empty\n"},
        {"\n\n ", "error t:3:2: the document is empty\n"},
        {"[]", "error t:1:1: a document is one object\n"},
        {"\"detente\"", "error t:1:1: a document is one object\n"},
        {" {}", "error t:1:2: no detente document: it has no member \"detente\"\n"},
        {"{\"events\":[]}", "error t:1:1: no detente document: it has no member \"detente\"\n"},
        {"{\"detente\":2}", "error t:1:12: a document of version 2; the version known here is 1\n"},
        {"{\"detente\":\"1\"}",
         "error t:1:12: a document of version \"1\"; the version known here is 1\n"},
        {"{\"detente\":[1,2]}",
         "error t:1:12: a document of version [1,2]; the version known here is 1\n"},
        {"{\"detente\":1,\"event\":[]}", "error t:1:14: a document has no member \"event\"\n"},
        {"{\"detente\":1,\"query\":{}}", "error t:1:14: a document has no member \"query\"\n"},
        {"{\"detente\":1,\"Events\":[]}", "error t:1:14: a document has no member \"Events\"\n"},
        {"{\"detente\":1,\n \"events\":[],\"\\u0065vents\":[]}",
         "error t:2:14: the member \"events\" stands twice\n"},
        {"{\"detente\":1,\"detente\":1}", "error t:1:14: the member \"detente\" stands twice\n"},
        {"{\"detente\":1,\"events\":{}}", "error t:1:23: an array of records is due here\n"},
        {"{\"detente\":1,\"events\":null}", "error t:1:23: an array of records is due here\n"},
        {"{\"detente\":1,\"events\":[[]]}",
         "error t:1:24: not a record: each item of the array must be an object\n"},
        {"{\"detente\":1,\"events\":[{},null]}",
         "error t:1:27: not a record: each item of the array must be an object\n"},
        {"{\"detente\":1,\"dossier\":[]}", "error t:1:24: the dossier must be an object\n"},
        {"{\"detente\":1,\"events\":[{}", "error t:1:26: the text ends in the middle of a value\n"},
        {"{\"detente\":1,\"events\":[{}]",
         "error t:1:27: the text ends in the middle of a value\n"},
        {"{\"detente\":1,\"events\":[{}],}", "error t:1:27: a comma with nothing behind it\n"},
        {"{\"detente\":1,\"events\":[{},]}", "error t:1:26: a comma with nothing behind it\n"},
        {"{\"detente\":1,\"events\":[{} {}]}", "error t:1:27: ',' or ']' expected, not '{'\n"},
        {"{\"detente\":1}}", "error t:1:14: something stands behind the end of the document\n"},
        {"{\"detente\":1}\n{\"detente\":1}",
         "error t:2:1: something stands behind the end of the document\n"},
        /* A fault at the end: nothing has been visited. */
        {"{\"detente\":1,\"events\":[{\"id\":\"a\"},\n{\"id\":\"b\",\"id\":1}]}",
         "error t:2:11: the key \"id\" stands twice in one object\n"},
        {"{\"events\":[{\"id\":\"a\"}],\"detente\":1,\"links\":[}",
         "error t:1:45: not a record: each item of the array must be an object\n"},
    };
    check_cases(json_read_document, cases, COUNT(cases));
}

/* Members that lie behind many blocks are found again, forward and backward. */
static void test_long_document(void **state) {
    (void)state;
    struct buffer text, log;
    struct error error;
    buffer_init(&text);
    buffer_init(&log);
    buffer_append_text(&text, "{\"links\":[{\"from\":\"a\"}],");
    append_many(&text, " \n", 100000);
    buffer_append_text(&text, "\"events\":[{\"id\":\"b\"}],");
    append_many(&text, "\r\n", 100000);
    buffer_append_text(&text, "\"people\":[{\"id\":\"c\"}],\"detente\":1}");
    assert_int_equal(read_buffer(json_read_document, &text, &log, &error), STATUS_OK);
    assert_string_equal(log_text(&log),
                        "person 200001: id=c\nevent 100001: id=b\nlink 1: from=a\n");
    buffer_free(&text);
    buffer_free(&log);
}

static void test_no_rewind(void **state) {
    (void)state;
    struct slow_input slow = {SLICE_OF("{\"links\":[{}],\"events\":[{}],\"detente\":1}"), 0, 100};
    struct input input = slow_open(&slow, "t");
    struct error error = {.status = STATUS_OK};
    struct buffer log;
    buffer_init(&log);
    struct record_visitor visitor = log_visitor(&log);
    input.rewind = NULL;
    assert_int_equal(json_read_document(&input, &visitor, &error), STATUS_ENVIRONMENT);
    assert_int_equal(log.size, 0);
    buffer_free(&log);
}

/* ---- Lines --------------------------------------------------------------------------------- */

static void test_lines(void **state) {
    (void)state;
    static const struct text_case cases[] = {
        {"", ""},
        {"\n \n", ""},
        {"{\"id\":\"a\"}\n{\"id\":\"b\"}\n", "event 1: id=a\nevent 2: id=b\n"},
        {"{\"id\":\"a\"}\r\n\r\n \t\r\n{\"id\":\"b\"}", "event 1: id=a\nevent 4: id=b\n"},
        {"\xEF\xBB\xBF{\"id\":\"a\"}\r{\"id\":\"b\"}", "event 1: id=a\nevent 2: id=b\n"},
        {" {\"id\" : \"a\"} \n", "event 1: id=a\n"},
        {"{\"id\":\"a\"}\n[]\n",
         "event 1: id=a\nerror t:2:1: not an event: each line must be an object\n"},
        {"{\"id\":\"a\"}\nnull\n",
         "event 1: id=a\nerror t:2:1: not an event: each line must be an object\n"},
        {"{\"id\":\"a\"} {\"id\":\"b\"}\n",
         "event 1: id=a\nerror t:1:12: something stands behind the object of this line\n"},
        {"{\"id\":\"a\"},\n",
         "event 1: id=a\nerror t:1:11: something stands behind the object of this line\n"},
        {"{\"id\":\n\"a\"}\n", "error t:1:7: the line ends inside an object\n"},
        {"{\n", "error t:1:2: the line ends inside an object\n"},
        {"{\"id\":\"a\"", "error t:1:10: the text ends in the middle of a value\n"},
        {"{\"id\":\"a\n\"}", "error t:1:9: control character 0x0A inside a string\n"},
        /* Sources and names come before the event that tells them. */
        {"{\"id\":\"e\",\"sources\":[{\"id\":\"s1\",\"title\":\"T\",\"url\":\"u\"},{\"url\":\"http:"
         "//x;y\"},\"s3\"]}",
         "source 1: id=s1 title=T url=u\nsource 1: url=http://x;y\nevent 1: id=e "
         "sources=s1;http://x\\;y;s3\n"},
        {"{\"id\":\"e\",\"sources\":[{\"title\":\"T\"}]}",
         "reject t:1:22: a source without id and url\nevent 1: id=e sources=\n"},
        {"{\"id\":\"e\",\"sources\":[{\"id\":\"s\",\"title\":[]}]}",
         "reject t:1:40: title is an array, where a text or a number is due\nsource 1: id=s\n"
         "event 1: id=e sources=s\n"},
        {"{\"id\":\"e\",\"sources\":[{\"id\":\"s\",\"foo\":1,\"extra\":{\"bar\":2}}],\"foo\":3}",
         "unknown source.foo\nsource 1: id=s +foo=1 +bar=2\nunknown event.foo\n"
         "event 1: id=e sources=s +foo=3\n"},
        {"{\"id\":\"e\",\"parties\":[{\"type\":\"person\",\"id\":\"xi\",\"name\":\"Xi Jinping\"},"
         "{\"type\":\"organization\",\"id\":\"EU\",\"name\":\"European Union\"},"
         "{\"type\":\"country\",\"id\":\"CAN\",\"name\":\"Canada\"},"
         "{\"type\":\"person\",\"id\":\"li\",\"name\":\"li\"}]}",
         "person 1: id=xi name=Xi Jinping\norganization 1: id=EU name=European Union\n"
         "event 1: id=e countries=CAN organizations=EU people=xi;li actors= party_details=\n"},
    };
    check_cases(json_read_lines, cases, COUNT(cases));
}

/* ---- Records ------------------------------------------------------------------------------- */

/* Each is the only event of a document, on a line of its own. */
static void test_events(void **state) {
    (void)state;
    static const struct text_case cases[] = {
        {"{\"id\":\"e\",\"title\":\"caf\\u00e9 \\ud83c\\udf41\"}",
         "event 2: id=e title=caf\xC3\xA9 \xF0\x9F\x8D\x81\n"},
        /* Numbers are the text that was written. */
        {"{\"date\":2018,\"latitude\":45.10,\"quantity\":1e3,\"mentions\":9007199254740993}",
         "error t:2:57: the number 9007199254740993 cannot be kept\n"},
        {"{\"date\":2018,\"latitude\":45.10,\"quantity\":1e3,\"mentions\":0.1e1}",
         "event 2: date=2018 latitude=45.10 quantity=1e3 mentions=0.1e1\n"},
        {"{\"title\":null,\"tags\":null,\"end\":\"\"}", "event 2: end= title= tags=\n"},
        {"{\"tags\":[\"a\",\"b;c\",\"d:e\",5,\" \",\"\"],\"place\":\"Ottawa;Canada\"}",
         "event 2: place=Ottawa;Canada tags=a;b\\;c;d:e;5\n"},
        {"{\"tags\":[]}", "event 2: tags=\n"},
        {"{\"ID\":\"e\",\"Source URL\":\"u\"}", "event 2: id=e source_url=u\n"},
        {"{\"id\":\"e\",\"Id\":\"f\"}", "reject t:2:16: id is given twice\nevent 2: id=e\n"},
        {"{\"id\":\"e\",\"title\":[\"a\"]}",
         "reject t:2:19: title is an array, where a text or a number is due\nevent 2: id=e\n"},
        {"{\"id\":\"e\",\"title\":true}",
         "reject t:2:19: title is true or false, where a text or a number is due\nevent 2: id=e\n"},
        {"{\"tags\":{}}",
         "reject t:2:9: tags is an object, where an array of texts is due\nevent 2:\n"},
        {"{\"tags\":[\"a\",null,[]]}",
         "reject t:2:14: null in tags, where text is due\nevent 2: tags=a\n"},
        /* Extras. */
        {"{\"id\":\"e\",\"titel\":\"x\",\"n\":1.50,\"b\":true,\"no\":null,\"empty\":\"\"}",
         "unknown event.titel, near title\nunknown event.n\nunknown event.b\nunknown event.no\n"
         "unknown event.empty\nevent 2: id=e +titel=x +n=1.50 +b=true +no= +empty=\n"},
        {"{\"id\":\"e\",\"extra\":{\"x\":1,\"y\":null,\"z\":false}}",
         "event 2: id=e +x=1 +y= +z=false\n"},
        {"{\"id\":\"e\",\"extra\":{}}", "event 2: id=e\n"},
        {"{\"id\":\"e\",\"extra\":null}", "event 2: id=e\n"},
        {"{\"extra\":[]}",
         "reject t:2:10: extra is an array, where an object is due\nevent 2:\n"},
        {"{\"extra\":{\"x\":[]}}", "reject t:2:15: x is no field of event, and an array cannot be "
                                   "kept beside them\nevent 2:\n"},
        {"{\"x\":{\"y\":1}}", "reject t:2:6: x is no field of event, and an object cannot be kept "
                              "beside them\nevent 2:\n"},
        {"{\"extra\":{\"Title\":1}}",
         "reject t:2:19: title is a field of event, and cannot stand in extra\nevent 2:\n"},
        {"{\"x\":1,\"extra\":{\"X\":2}}",
         "unknown event.x\nreject t:2:21: X is given twice\nevent 2: +x=1\n"},
        {"{\"extra\":{\" \":1}}",
         "reject t:2:15: a key has from 1 to 256 bytes\nevent 2:\n"},
        {"{\"id\":\"e\",\"reject_place\":\"t:1\",\"extra\":{\"reject_reason\":\"x\"}}",
         "reject t:2:57: reject_reason is a name that answers and rejected rows use for themselves\n"
         "event 2: id=e\n"},
        {"{\"id\":\"e\",\"reject_reason\":{}}", "event 2: id=e\n"},
        {"{\"party_details\":\"x\"}",
         "unknown event.party_details\nevent 2: +party_details=x\n"},
        /* Parties. */
        {"{\"parties\":[{\"type\":\"country\",\"id\":\"CAN\",\"role\":\"host\"},{\"type\":"
         "\"country\",\"id\":\"CHN\"},"
         "{\"type\":\"actor\",\"id\":\"Citizen: (India); "
         "b\"},{\"role\":\"guest\",\"id\":\"EU\",\"type\":\"organization\"}]}",
         "event 2: countries=CAN:host;CHN organizations=EU:guest people= actors=Citizen\\: "
         "(India)\\; b "
         "party_details=\n"},
        {"{\"parties\":[{\"type\":\"person\",\"id\":\"xi\",\"role\":\"host\",\"as\":\"special "
         "envoy\"},"
         "{\"type\":\"person\",\"id\":\"li\",\"for\":\"CHN\"},{\"type\":\"person\",\"id\":\"mo\","
         "\"for\":null,\"as\":\"\"}]}",
         "event 2: countries= organizations= people=xi:host;li;mo actors= "
         "party_details=person:xi:host::special envoy;person:li::CHN:\n"},
        {"{\"parties\":[]}", "event 2: countries= organizations= people= actors= party_details=\n"},
        {"{\"parties\":null}",
         "event 2: countries= organizations= people= actors= party_details=\n"},
        /* What answers add is passed over. */
        {"{\"parties\":[{\"type\":\"person\",\"id\":\"xi\",\"name\":\"Xi\",\"offices\":[{}]}]}",
         "event 2: countries= organizations= people=xi actors= party_details=\n"},
        {"{\"parties\":{}}", "reject t:2:12: parties is an object, where an array is due\n"
                             "event 2: countries= organizations= people= actors= party_details=\n"},
        {"{\"parties\":[\"CAN\"]}",
         "reject t:2:13: no object in parties\n"
         "event 2: countries= organizations= people= actors= party_details=\n"},
        {"{\"parties\":[{\"type\":\"country\"},{\"type\":\"country\",\"id\":\"CHN\"}]}",
         "reject t:2:13: a party without id\n"
         "event 2: countries=CHN organizations= people= actors= party_details=\n"},
        {"{\"parties\":[{\"id\":\"CAN\"}]}",
         "reject t:2:13: a party without type\n"
         "event 2: countries= organizations= people= actors= party_details=\n"},
        {"{\"parties\":[{\"type\":\"state\",\"id\":\"CAN\"}]}",
         "reject t:2:13: no party has the type state\n"
         "event 2: countries= organizations= people= actors= party_details=\n"},
        {"{\"parties\":[{\"type\":\"country\",\"id\":\"CAN\",\"rolle\":\"x\"}]}",
         "reject t:2:50: a party has no key rolle\n"
         "event 2: countries=CAN organizations= people= actors= party_details=\n"},
        {"{\"parties\":[{\"type\":\"country\",\"id\":[]}]}",
         "reject t:2:36: id of a party is an array, where a text is due\n"
         "event 2: countries= organizations= people= actors= party_details=\n"},
        /* A flat cell is taken as it stands, but not beside parties. */
        {"{\"countries\":\"CAN:host;CHN\"}", "event 2: countries=CAN:host;CHN\n"},
        {"{\"countries\":[\"CAN:host\",\"CHN\"]}", "event 2: countries=CAN:host;CHN\n"},
        {"{\"countries\":\"CAN\",\"parties\":[]}",
         "reject t:2:30: countries is given twice\n"
         "event 2: countries=CAN organizations= people= actors= party_details=\n"},
        /* Tariff. */
        {"{\"tariff\":{\"imposer\":[\"CAN\"],\"rate\":25.0,\"hs\":[\"1205\",\"1206\"],\"quota\":"
         "null}}",
         "event 2: imposer=CAN hs=1205;1206 rate=25.0 quota=\n"},
        {"{\"rate\":\"107.1/212.1\"}", "event 2: rate=107.1/212.1\n"},
        {"{\"tariff\":{}}", "event 2:\n"},
        {"{\"tariff\":null}",
         "event 2: imposer= target= product= hs= rate= rate_unit= base_rate= basis= "
         "quota= excludes= announced=\n"},
        {"{\"tariff\":{\"currency\":\"CAD\"}}",
         "unknown event.currency\nevent 2: +currency=CAD\n"},
        {"{\"tariff\":{\"title\":\"x\"}}",
         "reject t:2:20: title does not belong into tariff\nevent 2:\n"},
        {"{\"tariff\":{\"rate\":1},\"rate\":2}",
         "reject t:2:29: rate is given twice\nevent 2: rate=1\n"},
        {"{\"tariff\":5}",
         "reject t:2:11: tariff is a number or text, where an object is due\nevent 2:\n"},
        {"{\"start_min\":\"2018-01-01\",\"end_max\":null,\"match\":\"certain\",\"claims\":[{}],"
         "\"links\":[]}",
         "event 2:\n"},
        {"{\"links\":\"http://x\"}", "unknown event.links\nevent 2: +links=http://x\n"},
        /* Ids of sources. */
        {"{\"sources\":[\"s1\",\"s2\"]}", "event 2: sources=s1;s2\n"},
        {"{\"sources\":\"s1;s2\"}", "event 2: sources=s1;s2\n"},
        {"{\"sources\":[null]}",
         "reject t:2:13: null in sources, where an id or a source is due\nevent 2: sources=\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer text;
        buffer_init(&text);
        buffer_append_format(&text, "{\"detente\":1,\"events\":[\n%s\n]}", cases[i].text);
        check_text(json_read_document, buffer_slice(&text), cases[i].expected);
        buffer_free(&text);
    }
}

static void test_other_records(void **state) {
    (void)state;
    static const struct text_case cases[] = {
        {"{\"detente\":1,\"terms\":[{\"person\":\"p\",\"country\":\"CAN\",\"office\":[\"head_of_"
         "state\",\"x;y\"],"
         "\"start\":2015,\"sources\":[\"s1\"],\"note\":null}]}",
         "term 1: person=p country=CAN office=head_of_state;x\\;y start=2015 sources=s1 note=\n"},
        {"{\"detente\":1,\"terms\":[{\"sources\":[{\"id\":\"s\"}]}]}",
         "reject t:1:35: an object in sources, where text is due\nterm 1: sources=\n"},
        {"{\"detente\":1,\"countries\":[{\"id\":\"X-A\",\"cow\":[\"255@1955/1990\",\"260@1990/"
         "..\"],\"iso2\":\"XA\"}]}",
         "country 1: id=X-A iso2=XA cow=255@1955/1990;260@1990/..\n"},
        {"{\"detente\":1,\"people\":[{\"id\":\"p\",\"parties\":1,\"tariff\":2,\"match\":3}]}",
         "unknown person.parties\nunknown person.tariff\nunknown person.match\n"
         "person 1: id=p +parties=1 +tariff=2 +match=3\n"},
        /* A name is announced once, and for each kind of record. */
        {"{\"detente\":1,\"people\":[{\"q\":1},{\"q\":2}],\"events\":[{\"q\":3},{\"q\":4}]}",
         "unknown person.q\nperson 1: +q=1\nperson 1: +q=2\nunknown event.q\n"
         "event 1: +q=3\nevent 1: +q=4\n"},
        /* The places of what is wrong in a record on many lines. */
        {"{\"detente\":1,\"people\":[\n {\"id\":\"a\",\n  \"name\": [\n1]},\n {\"id\":\"b\",\r\n\r "
         " \"name\": {}}]}",
         "reject t:3:11: name is an array, where a text or a number is due\nperson 2: id=a\n"
         "reject t:7:11: name is an object, where a text or a number is due\nperson 5: id=b\n"},
    };
    check_cases(json_read_document, cases, COUNT(cases));
}

static enum status check_columns(void *context, struct record *record, struct error *error) {
    int *count = context;
    (void)error;
    assert_string_equal(record->file, "t");
    if (++*count == 1) {
        assert_int_equal(record->columns[EVENT_ID], 8);
        assert_int_equal(record->columns[EVENT_RATE], 29);
        assert_int_equal(record->columns[EVENT_TITLE], 0);
        return STATUS_OK;
    }
    return error_set(error, STATUS_STOPPED, "enough");
}

static void test_columns(void **state) {
    (void)state;
    int count = 0;
    struct error error = {.status = STATUS_OK};
    struct memory_input memory = {
        SLICE_OF(" {\"id\":\"a\",\"tariff\":{\"rate\":1}}\n{\"id\":\"b\"}\n{\"id\":\"c\"}"), 0};
    struct input input;
    struct record_visitor visitor = {.context = &count, .record = check_columns};
    input_from_memory(&memory, "t", &input);
    assert_int_equal(json_read_lines(&input, &visitor, &error), STATUS_STOPPED);
    assert_int_equal(count, 2);
    assert_string_equal(error.message, "enough");
    assert_int_equal(error.place.line, 0);
}

static void test_remedies(void **state) {
    (void)state;
    static const struct {
        read_function *read;
        const char *text, *remedy;
    } cases[] = {
        {json_read_document, "{\"event\":[]}", "did you mean events?"},
        {json_read_document, "{\"zzz\":[]}", "its members are detente, dossier, countries"},
        {json_read_document, "{}", "{\"detente\": 1,"},
        {json_read_document, "{\"detente\":2}", "newer detente"},
        {json_read_document, "{\"detente\":1,\"events\":[{\"a\":1e99}]}", "in quotes"},
        {json_read_document, "{\"detente\":1,\"events\":[{\"a\":'x'}]}", "double quotes"},
        {json_read_document, "{\"detente\":1,\"events\":[", "cut short"},
        {json_read_lines, "{\n}", "one whole object on each line"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct error error = {.status = STATUS_OK};
        struct memory_input memory = {slice_from(cases[i].text), 0};
        struct input input;
        struct buffer log;
        buffer_init(&log);
        struct record_visitor visitor = log_visitor(&log);
        input_from_memory(&memory, "t", &input);
        assert_int_equal(cases[i].read(&input, &visitor, &error), STATUS_BAD_INPUT);
        assert_non_null(strstr(error.remedy, cases[i].remedy));
        buffer_free(&log);
    }
}

/* ---- Guessing ------------------------------------------------------------------------------ */

static void test_guess(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char guess;
    } cases[] = {
        {"", 0},
        {"  \n", 0},
        {"id,kind\n", 0},
        {"[{}]", 0},
        {"{\"detente\":1", 'd'},
        {"{\"detente\":1,\"events\":[]}", 'd'},
        {"\xEF\xBB\xBF \n{\n \"detente\": 1,", 'd'},
        {"{\n  \"events\": [\n    {", 'd'},
        {"{\n  \"dossier\": {", 'd'},
        {"{\"events\":[],\"detente\":1}", 'd'},
        {"{\"id\":\"a\"}\n{\"id\":\"b\"}", 'l'},
        {"{\"id\":\"detente\"}\n", 'l'},
        {"{\"id\":\"a\",\"x\":{\"detente\":1}}\n", 'l'},
        {"{\"id\":\"a\",\"sources\":[{\"id\":1}]", 'l'},
        {"{\"id\":\"a \\\"detente\\\": \\", 'l'},
        {"{\"id\":\"a", 'l'},
        {"{}", 'l'},
        {"{\n \"title\": \"x\"\n}", 0},
        {"{\"title\":1}\n{\n\"detente\":1}", 'l'},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(json_guess(slice_from(cases[i].text)), cases[i].guess);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grammar),   cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_bytes),     cmocka_unit_test(test_depth),
        cmocka_unit_test(test_limits),    cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_documents), cmocka_unit_test(test_long_document),
        cmocka_unit_test(test_no_rewind), cmocka_unit_test(test_lines),
        cmocka_unit_test(test_events),    cmocka_unit_test(test_other_records),
        cmocka_unit_test(test_columns),   cmocka_unit_test(test_remedies),
        cmocka_unit_test(test_guess),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
