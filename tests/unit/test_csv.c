/* Tables: what RFC 4180 says and what people have, row by row with places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "read_log.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void read_table(struct buffer *log, struct slice text, size_t step, char delimiter) {
    struct slow_input slow = {text, 0, step};
    struct input input = slow_open(&slow, "t");
    struct record_visitor visitor = log_visitor(log);
    struct error error = {.status = STATUS_OK};
    enum status status =
        csv_read_records(&input, RECORD_EVENT, &(struct csv_options){delimiter, '"'}, &visitor, &error);
    assert_int_equal(status, error.status);
    if (status != STATUS_OK)
        log_fault(log, "error", &error);
}

/* Whatever the size of the blocks, the outcome is the same. */
static void check_table(struct slice text, char delimiter, const char *expected) {
    static const size_t steps[] = {1 << 20, 1, 3, 5, 7};
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct buffer log;
        buffer_init(&log);
        read_table(&log, text, steps[i], delimiter);
        assert_string_equal(log_text(&log), expected);
        buffer_free(&log);
    }
}

struct table_case {
    const char *text, *expected;
};

static void check_cases(const struct table_case *cases, size_t count, char delimiter) {
    for (size_t i = 0; i < count; i++)
        check_table(slice_from(cases[i].text), delimiter, cases[i].expected);
}

static void test_line_ends(void **state) {
    (void)state;
    static const struct table_case cases[] = {
        {"id,kind\n1,a\n2,b\n", "event 2: id=1 kind=a\nevent 3: id=2 kind=b\n"},
        {"id,kind\r\n1,a\r\n2,b\r\n", "event 2: id=1 kind=a\nevent 3: id=2 kind=b\n"},
        {"id,kind\r1,a\r2,b\r", "event 2: id=1 kind=a\nevent 3: id=2 kind=b\n"},
        {"id,kind\r1,a\n2,b\r\n3,c",
         "event 2: id=1 kind=a\nevent 3: id=2 kind=b\nevent 4: id=3 kind=c\n"},
        {"id,kind\n1,a", "event 2: id=1 kind=a\n"},
        {"id,kind\n1,\"a\"", "event 2: id=1 kind=a\n"},
        {"id,kind\n1,", "event 2: id=1 kind=\n"},
        /* Blank lines are passed over and counted. */
        {"\n\r\n\rid,kind\n\n1,a\n\n\n2,b\n\n", "event 6: id=1 kind=a\nevent 9: id=2 kind=b\n"},
        {"id,kind\n \t \n1,a\n", "event 3: id=1 kind=a\n"},
        /* CR CR LF is two line ends, as an editor shows it. */
        {"id,kind\r\r\n1,a", "event 3: id=1 kind=a\n"},
        {"id,kind\n\r1,a", "event 3: id=1 kind=a\n"},
        /* Rows of empty cells only are blank. */
        {"id,kind\n,\n1,a\n\"\",\" \"\n,,,,\n", "event 3: id=1 kind=a\n"},
        {",,\nid,kind\n1,a\n", "event 3: id=1 kind=a\n"},
        {"id\n1\n\n2\n", "event 2: id=1\nevent 4: id=2\n"},
        {"id,kind\n", ""},
        {"id,kind", ""},
    };
    check_cases(cases, COUNT(cases), ',');
}

static void test_quotes(void **state) {
    (void)state;
    static const struct table_case cases[] = {
        {"id,title\n1,\"a, b\"\n", "event 2: id=1 title=a, b\n"},
        {"id,title\n1,\"say \"\"hi\"\"\"\n", "event 2: id=1 title=say \"hi\"\n"},
        {"id,title\n1,\"\"\"\"\n", "event 2: id=1 title=\"\n"},
        {"id,title\n1,\"\"\n", "event 2: id=1 title=\n"},
        {"id,title\n1,\"\"\"\"\"\"\n2,x", "event 2: id=1 title=\"\"\nevent 3: id=2 title=x\n"},
        {"\"id\",\"title\"\n\"1\",\"a\"\n", "event 2: id=1 title=a\n"},
        /* Line ends in cells stay what they are, and count. */
        {"id,title\n1,\"a\nb\"\n2,c\n", "event 2: id=1 title=a\nb\nevent 4: id=2 title=c\n"},
        {"id,title\r\n1,\"a\r\nb\"\r\n2,c\r\n",
         "event 2: id=1 title=a\r\nb\nevent 4: id=2 title=c\n"},
        {"id,title\n1,\"a\rb\r\n\nc\"\n2,d",
         "event 2: id=1 title=a\rb\r\n\nc\nevent 6: id=2 title=d\n"},
        {"\"id\n\",\" title\"\n1,a\n", "event 3: id=1 title=a\n"},
        /* White space around quotes is none of the cell's; inside them it is. */
        {"id,title\n1 , \"a\" \n2,\t\" b \"\n", "event 2: id=1 title=a\nevent 3: id=2 title= b \n"},
        {"id,title\n 1 2 ,  a  b  \n", "event 2: id=1 2 title=a  b\n"},
        /* A quote inside a bare cell is a character like any other. */
        {"id,title\n1,5\" pipe\n2,a \"b\" c\n",
         "event 2: id=1 title=5\" pipe\nevent 3: id=2 title=a \"b\" c\n"},
        {"id,title\n1,\"a\"b\n",
         "error t:2:2: something stands behind the closing quote of this cell\n"},
        {"id,title\n\"a\" \"b\",\n",
         "error t:2:1: something stands behind the closing quote of this cell\n"},
        {"id,title\n1,x\n2,\"a\nb\" c\n", "event 2: id=1 title=x\nerror t:4:2: something stands "
                                          "behind the closing quote of the cell that opens on "
                                          "line 3\n"},
        {"id,title\n1,\"a\n2,b\n", "error t:2:2: the quote that opens here is never closed\n"},
        {"id,title\n1,x\n\n\"2\n",
         "event 2: id=1 title=x\nerror t:4:1: the quote that opens here is never closed\n"},
        {"id,title\n1,\"a\"\"", "error t:2:2: the quote that opens here is never closed\n"},
        {"id,title\n1,\"", "error t:2:2: the quote that opens here is never closed\n"},
    };
    check_cases(cases, COUNT(cases), ',');
}

static void test_tabs(void **state) {
    (void)state;
    static const struct table_case cases[] = {
        {"id\ttitle\tkind\n1\ta, b\tc\n", "event 2: id=1 kind=c title=a, b\n"},
        {"id\ttitle\tkind\n1\t\t\n\t\t\n", "event 2: id=1 kind= title=\n"},
        {"id\ttitle\n1\t\"a\tb\"\n", "event 2: id=1 title=a\tb\n"},
        {"id\ttitle\n1\t \"a\"\"\nb\" \n2\tc",
         "event 2: id=1 title=a\"\nb\nevent 4: id=2 title=c\n"},
    };
    check_cases(cases, COUNT(cases), '\t');
}

/* Another sign than the one that is expected, where only that gives a name that is known. */
static void test_other_signs(void **state) {
    (void)state;
    static const struct table_case cases[] = {
        {"id;kind\n1;a, b\n", "event 2: id=1 kind=a, b\n"},
        {"\xEF\xBB\xBF\nid|kind\n1|a\n", "event 3: id=1 kind=a\n"},
        {"\"id\"\t\"kind\"\r\n1\ta\r\n", "event 2: id=1 kind=a\n"},
        {"id;Who, and where;kind\n1;x;a\n", "unknown event.Who, and where\nevent 2: id=1 kind=a +Who, and where=x\n"},
        {"id;kind;date\n1;a;\"x;y\"\n", "event 2: id=1 kind=a date=x;y\n"},
        {"id;kind\n1;a;b\n", "reject t:2:3: the row has 3 cells, the heading 2\nevent 2: id=1 kind=a\n"},
        /* The sign that is expected goes first, be the other one in the heading more often. */
        {"id,kind;date;title\n1,a\n", "unknown event.kind;date;title\nevent 2: id=1 +kind;date;title=a\n"},
    };
    check_cases(cases, COUNT(cases), ',');
    static const struct table_case commas[] = {{"id,kind\n1,a\tb\n", "event 2: id=1 kind=a\tb\n"}};
    check_cases(commas, COUNT(commas), '\t');
}

/* Without quotes a quote is a byte like any other, wherever it stands; and any sign may part the cells. */
static void test_no_quotes(void **state) {
    (void)state;
    static const struct {
        char delimiter;
        const char *text, *log;
    } cases[] = {
        {'\t', "id\ttitle\n1\t\"a\n2\tb\"\n", "event 2: id=1 title=\"a\nevent 3: id=2 title=b\"\n"},
        {'\t', "id\ttitle\n\"\"\t\"a\"\"b\" c\n", "event 2: id=\"\" title=\"a\"\"b\" c\n"},
        {'\x01', "id\x01title\n1\x01\"\n", "event 2: id=1 title=\"\n"},
        {'|', "id|title\n 1 | a;b,c \n\"", "event 2: id=1 title=a;b,c\nreject t:3:2: the row has 1 cell, the heading 2\nevent 3: id=\"\n"},
        {';', "id;title\r\n1;\"\r\n\"2;\r\n", "event 2: id=1 title=\"\nevent 3: id=\"2 title=\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t step = 1; step < 12; step += 3) {
            struct buffer log;
            buffer_init(&log);
            struct record_visitor visitor = log_visitor(&log);
            struct slow_input slow = {slice_from(cases[i].text), 0, step};
            struct input input = slow_open(&slow, "t");
            struct csv_options options = {cases[i].delimiter, CSV_NO_QUOTE};
            struct error error = {.status = STATUS_OK};
            assert_int_equal(csv_read_records(&input, RECORD_EVENT, &options, &visitor, &error), STATUS_OK);
            assert_string_equal(log_text(&log), cases[i].log);
            buffer_free(&log);
        }
    /* A NUL, which libcsv would take for its quote, is refused before. */
    struct memory_input memory = {SLICE_OF("id;title\n1;\0b\n"), 0};
    struct input input;
    struct error error = {.status = STATUS_OK};
    struct record_visitor visitor = {.context = NULL};
    input_from_memory(&memory, "t", &input);
    assert_int_equal(csv_read_records(&input, RECORD_EVENT, &(struct csv_options){';', CSV_NO_QUOTE}, &visitor, &error),
                     STATUS_BAD_INPUT);
    assert_int_equal(error.place.line, 2);
}

static void test_headings(void **state) {
    (void)state;
    static const struct table_case cases[] = {
        {"ID,Kind\n1,a\n", "event 2: id=1 kind=a\n"},
        {" id , \" kind \" \n1,a\n", "event 2: id=1 kind=a\n"},
        {"\xEF\xBB\xBFid,kind\n1,a\n", "event 2: id=1 kind=a\n"},
        {"\xEF\xBB\xBF\"id\",kind\n1,a\n", "event 2: id=1 kind=a\n"},
        {"kind,id\na,1\n", "event 2: id=1 kind=a\n"},
        {"id,Source URL,SOURCE-TITLE,base  rate,last\nconfirmed\n",
         "unknown event.last, near last_confirmed\n"
         "reject t:2:2: the row has 1 cell, the heading 5\nevent 2: id=confirmed\n"},
        {"id,Source URL,SOURCE-TITLE,Base  rate,\"last\nconfirmed\"\n1,u,t,2,2018\n",
         "event 3: id=1 source_url=u last_confirmed=2018 base_rate=2 source_title=t\n"},
        {"id,titel,Zustand\n1,a,b\n2,,c\n3,,\n",
         "unknown event.titel, near title\nunknown event.Zustand\nevent 2: id=1 +titel=a "
         "+Zustand=b\n"
         "event 3: id=2 +titel= +Zustand=c\nevent 4: id=3 +titel= +Zustand=\n"},
        /* What our own files of rejected rows carry. */
        {"id,reject_reason,Reject_Place\n1,too short,t:1\n", "event 2: id=1\n"},
        /* Hidden fields have no column. */
        {"id,party_details\n1,x\n",
         "unknown event.party_details\nevent 2: id=1 +party_details=x\n"},
        {"id,kind,ID\n", "error t:1:3: columns 1 and 3 have the same heading \"ID\"\n"},
        {"id,x, X\n", "error t:1:3: columns 2 and 3 have the same heading \"X\"\n"},
        {"id,source_url,Source URL\n",
         "error t:1:3: columns 2 and 3 have the same heading \"Source URL\"\n"},
        {"\n\nid,id\n", "error t:3:2: columns 1 and 2 have the same heading \"id\"\n"},
        {"", "error t:1:1: the table is empty\n"},
        {"\n\n,,\n", "error t:1:1: the table is empty\n"},
        {"a,b\n1,2\n", "error t:1:1: no heading: the first row names no field of event\n"},
        {"\nnumber;what\n1;a\n", "error t:2:1: no heading: the first row names no field of event\n"},
    };
    check_cases(cases, COUNT(cases), ',');
}

static void test_row_lengths(void **state) {
    (void)state;
    static const struct table_case cases[] = {
        {"id,kind,title\n1,a\n2,b,c\n", "reject t:2:3: the row has 2 cells, the heading 3\nevent "
                                        "2: id=1 kind=a\nevent 3: id=2 kind=b title=c\n"},
        {"id,kind,title\n1\n", "reject t:2:2: the row has 1 cell, the heading 3\nevent 2: id=1\n"},
        {"id,kind\n1,a,b\n",
         "reject t:2:3: the row has 3 cells, the heading 2\nevent 2: id=1 kind=a\n"},
        {"id,kind\n1,a,,\"x\"\n2,b,,, \n", "reject t:2:4: the row has 4 cells, the heading "
                                           "2\nevent 2: id=1 kind=a\nevent 3: id=2 kind=b\n"},
        /* Columns without a heading are fine while they are empty. */
        {"id,kind,,\n1,a\n2,b,,\n3,c,,,,\n",
         "event 2: id=1 kind=a\nevent 3: id=2 kind=b\nevent 4: id=3 kind=c\n"},
        {"id,,kind\n1,,a\n2\n",
         "event 2: id=1 kind=a\nreject t:3:2: the row has 1 cell, the heading 3\nevent 3: id=2\n"},
        {"id,,kind\n1,x,a\n", "error t:2:2: column 2 has no heading, but this cell is filled\n"},
        {"id,kind,\n1,a,\n2,b,x\n",
         "event 2: id=1 kind=a\nerror t:3:3: column 3 has no heading, but this cell is filled\n"},
        {"id,kind\n1,\"a\nb\",c\n2,d\n", "reject t:2:3: the row has 3 cells, the heading 2\nevent "
                                         "2: id=1 kind=a\nb\nevent 4: id=2 kind=d\n"},
    };
    check_cases(cases, COUNT(cases), ',');
}

static void test_bytes(void **state) {
    (void)state;
#define TABLE(literal, expected)                                                                   \
    { {literal, sizeof(literal) - 1}, expected }
    static const struct {
        struct slice text;
        const char *expected;
    } cases[] = {
        TABLE("id,title\n1,\xC3\xA9t\xC3\xA9 \xE4\xB8\xAD\xF0\x9F\x8D\x81\n",
              "event 2: id=1 title=\xC3\xA9t\xC3\xA9 \xE4\xB8\xAD\xF0\x9F\x8D\x81\n"),
        TABLE("id,title\n1,caf\xE9\n", "error t:2:2: byte 0xE9 at offset 14 is not UTF-8\n"),
        TABLE("id,title\n1,a\n2,\xC0\xAF\n",
              "event 2: id=1 title=a\nerror t:3:2: byte 0xC0 at offset 15 is not UTF-8\n"),
        TABLE("id,title\n\xED\xA0\x80,\n", "error t:2:1: byte 0xED at offset 9 is not UTF-8\n"),
        TABLE("id,title\n1,\xE4\xB8", "error t:2:2: byte 0xE4 at offset 11 is not UTF-8\n"),
        TABLE("id,title\n1,\"a\n\xFF\"", "error t:3:2: byte 0xFF at offset 14 is not UTF-8\n"),
        TABLE("\xEF\xBB\xBFid\n\xF5", "error t:2:1: byte 0xF5 at offset 6 is not UTF-8\n"),
        TABLE("id,title\n1,a\0b\n", "error t:2:2: a NUL byte at offset 12: this is no text\n"),
        TABLE("id,title\n1,\"\0\"\n", "error t:2:2: a NUL byte at offset 12: this is no text\n"),
        TABLE("\xFF\xFEi\0d\0", "error t:1:1: the text is UTF-16, not UTF-8\n"),
        TABLE("\xFE\xFF\0i\0d", "error t:1:1: the text is UTF-16, not UTF-8\n"),
        TABLE("i\0d\0", "error t:1:1: the text is UTF-16, not UTF-8\n"),
        /* A second mark is a character like any other. */
        TABLE("\xEF\xBB\xBF\xEF\xBB\xBFid,kind\n1,a\n",
              "unknown event.\xEF\xBB\xBFid, near id\nevent 2: kind=a +\xEF\xBB\xBFid=1\n"),
        TABLE("\xEF\xBB\xBF", "error t:1:1: the table is empty\n"),
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_table(cases[i].text, ',', cases[i].expected);
}

/* ---- Sizes --------------------------------------------------------------------------------- */

static void append_many(struct buffer *text, char byte, size_t count) {
    char *room = buffer_reserve(text, count);
    assert_non_null(room);
    memset(room, byte, count);
    text->size += count;
}

struct seen {
    size_t records, rejects, largest, column;
    char message[sizeof((struct error *)0)->message];
};

static enum status see_record(void *context, struct record *record, struct error *error) {
    struct seen *seen = context;
    (void)error;
    seen->records++;
    for (size_t i = 0; i < RECORD_FIELDS_MAX; i++)
        if (record->values[i].size > seen->largest)
            seen->largest = record->values[i].size;
    return STATUS_OK;
}

static enum status see_reject(void *context, const struct record *record, const struct error *fault,
                              struct error *error) {
    struct seen *seen = context;
    (void)record;
    (void)error;
    seen->rejects++;
    seen->column = (size_t)fault->place.column;
    memcpy(seen->message, fault->message, sizeof seen->message);
    return STATUS_OK;
}

static enum status see_table(const struct buffer *text, struct seen *seen, struct error *error) {
    struct memory_input memory = {buffer_slice(text), 0};
    struct input input;
    *seen = (struct seen){0};
    input_from_memory(&memory, "t", &input);
    struct record_visitor visitor = {.context = seen, .record = see_record, .reject = see_reject};
    return csv_read_records(&input, RECORD_EVENT, &(struct csv_options){',', '"'}, &visitor, error);
}

/* A row, a cell of `size` bytes (in quotes, each doubled, or bare), another row. */
static void make_table(struct buffer *text, size_t size, const char *before, char byte,
                       const char *behind) {
    buffer_clear(text);
    buffer_append_text(text, "id,title,summary\n1,a,b\n2,");
    buffer_append_text(text, before);
    append_many(text, byte, size);
    buffer_append_text(text, behind);
    buffer_append_text(text, ",c\n3,d,e\n");
}

static void test_large_cells(void **state) {
    (void)state;
    struct buffer text;
    struct seen seen;
    buffer_init(&text);
    static const struct {
        size_t size;
        const char *before;
        char byte;
        const char *behind;
        bool fits;
    } cases[] = {
        {CSV_CELL_MAX, "", 'x', "", true},           {CSV_CELL_MAX, "\"", 'x', "\"", true},
        {2 * CSV_CELL_MAX, "\"", '"', "\"", true},   {2 * CSV_CELL_MAX + 2, "\"", '"', "\"", false},
        {CSV_CELL_MAX, "\"", 'x', "\"\"\"", false},  {CSV_CELL_MAX + 1, "", 'x', "", false},
        {CSV_CELL_MAX + 1, "\"", '\n', "\"", false}, {30 * CSV_CELL_MAX, "", 'x', "", false},
        {30 * CSV_CELL_MAX, "\"", '"', "\"", false}, {30 * CSV_CELL_MAX, "\"", '\n', "\"", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        make_table(&text, cases[i].size, cases[i].before, cases[i].byte, cases[i].behind);
        assert_int_equal(see_table(&text, &seen, NULL), STATUS_OK);
        assert_int_equal(seen.records, cases[i].fits ? 3 : 2);
        assert_int_equal(seen.rejects, cases[i].fits ? 0 : 1);
        assert_int_equal(seen.largest, cases[i].fits ? CSV_CELL_MAX : 1);
        assert_int_equal(seen.column, cases[i].fits ? 0 : 2);
        assert_string_equal(seen.message,
                            cases[i].fits ? "" : "a cell has more than 1048576 bytes");
    }
    buffer_free(&text);
}

/* Each cell fits, all of them together do not. */
static void test_large_row(void **state) {
    (void)state;
    struct buffer text;
    struct seen seen;
    buffer_init(&text);
    buffer_append_text(&text, "id");
    for (int i = 0; i < 20; i++)
        buffer_append_format(&text, ",x%d", i);
    buffer_append_text(&text, "\n1");
    for (int i = 0; i < 20; i++) {
        buffer_append_text(&text, ",");
        append_many(&text, 'y', CSV_CELL_MAX);
    }
    buffer_append_text(&text, "\n2");
    append_many(&text, ',', 20);
    assert_int_equal(see_table(&text, &seen, NULL), STATUS_OK);
    assert_int_equal(seen.records, 1);
    assert_int_equal(seen.rejects, 1);
    assert_int_equal(seen.column, 17);
    assert_string_equal(seen.message, "the row has more than 16777216 bytes");
    buffer_free(&text);
}

static void test_many_columns(void **state) {
    (void)state;
    struct buffer text;
    struct seen seen;
    struct error error = {.status = STATUS_OK};
    buffer_init(&text);
    buffer_append_text(&text, "id");
    for (int i = 1; i < CSV_COLUMNS_MAX; i++)
        buffer_append_format(&text, ",x%d", i);
    size_t heading = text.size;
    buffer_append_text(&text, "\n1");
    append_many(&text, ',', CSV_COLUMNS_MAX - 1);
    buffer_append_text(&text, "\n2");
    append_many(&text, ',', 100000);
    buffer_append_text(&text, "\n3");
    append_many(&text, ',', 100000);
    buffer_append_text(&text, "x");
    assert_int_equal(see_table(&text, &seen, NULL), STATUS_OK);
    assert_int_equal(seen.records, 2);
    assert_int_equal(seen.rejects, 1);
    assert_int_equal(seen.column, 100001);
    assert_string_equal(seen.message, "the row has 100001 cells, the heading 512");
    text.size = heading;
    buffer_append_text(&text, ",one-more\n");
    assert_int_equal(see_table(&text, &seen, &error), STATUS_BAD_INPUT);
    assert_int_equal(error.place.column, CSV_COLUMNS_MAX + 1);
    buffer_free(&text);
}

/* ---- The visitor decides ------------------------------------------------------------------- */

static enum status stop_second(void *context, struct record *record, struct error *error) {
    (void)record;
    return ++*(int *)context == 2 ? error_set(error, STATUS_STOPPED, "enough") : STATUS_OK;
}

static void test_stop(void **state) {
    (void)state;
    int count = 0;
    struct error error = {.status = STATUS_OK};
    struct memory_input memory = {SLICE_OF("id\n1\n2\n3\n"), 0};
    struct input input;
    input_from_memory(&memory, "t", &input);
    struct record_visitor visitor = {.context = &count, .record = stop_second};
    assert_int_equal(
        csv_read_records(&input, RECORD_EVENT, &(struct csv_options){',', '"'}, &visitor, &error),
        STATUS_STOPPED);
    assert_string_equal(error.message, "enough");
    assert_int_equal(count, 2);
}

static enum status check_columns(void *context, struct record *record, struct error *error) {
    (void)error;
    assert_string_equal(record->file, "t");
    assert_int_equal(record->columns[EVENT_ID], 3);
    assert_int_equal(record->columns[EVENT_KIND], 1);
    assert_int_equal(record->columns[EVENT_TITLE], 0);
    ++*(int *)context;
    return STATUS_OK;
}

static void test_columns(void **state) {
    (void)state;
    int count = 0;
    struct memory_input memory = {SLICE_OF("kind,x,id\na,b,c\n"), 0};
    struct input input;
    input_from_memory(&memory, "t", &input);
    struct record_visitor visitor = {.context = &count, .record = check_columns};
    assert_int_equal(
        csv_read_records(&input, RECORD_EVENT, &(struct csv_options){',', '"'}, &visitor, NULL),
        STATUS_OK);
    assert_int_equal(count, 1);
}

static enum status fail_reading(void *context, char *data, size_t size, size_t *got,
                                struct error *error) {
    (void)context;
    (void)data;
    (void)size;
    *got = 0;
    return error_set(error, STATUS_ENVIRONMENT, "the disk is gone");
}

static void test_read_failure(void **state) {
    (void)state;
    struct error error = {.status = STATUS_OK};
    struct input input = {"t", fail_reading, NULL, NULL};
    struct buffer log;
    buffer_init(&log);
    struct record_visitor visitor = log_visitor(&log);
    assert_int_equal(
        csv_read_records(&input, RECORD_EVENT, &(struct csv_options){',', '"'}, &visitor, &error),
        STATUS_ENVIRONMENT);
    assert_string_equal(error.message, "the disk is gone");
    assert_int_equal(error.place.line, 0);
    assert_int_equal(log.size, 0);
    buffer_free(&log);
}

/* The remedy names what helps. */
static void test_remedies(void **state) {
    (void)state;
    static const struct {
        const char *text, *remedy;
    } cases[] = {
        {"a;b\n", "such as id, kind, date"},
        {"a,b\n", "such as id, kind, date"},
        {"id\n\xE9", "iconv -f WINDOWS-1252"},
        {"\xFF\xFEi", "iconv -f UTF-16"},
        {"\xFF\xFEi", "a profile with \"encoding\": \"utf-16\""},
        {"id\n\"a\"b\n", "twice: \"\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer log;
        struct error error = {.status = STATUS_OK};
        struct memory_input memory = {slice_from(cases[i].text), 0};
        struct input input;
        buffer_init(&log);
        struct record_visitor visitor = log_visitor(&log);
        input_from_memory(&memory, "t", &input);
        csv_read_records(&input, RECORD_EVENT, &(struct csv_options){',', '"'}, &visitor, &error);
        assert_non_null(strstr(error.remedy, cases[i].remedy));
        buffer_free(&log);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_ends),    cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_tabs),         cmocka_unit_test(test_other_signs),
        cmocka_unit_test(test_no_quotes),         cmocka_unit_test(test_headings),
        cmocka_unit_test(test_row_lengths),  cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_large_cells),  cmocka_unit_test(test_large_row),
        cmocka_unit_test(test_many_columns), cmocka_unit_test(test_stop),
        cmocka_unit_test(test_columns),      cmocka_unit_test(test_read_failure),
        cmocka_unit_test(test_remedies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
