/* Events: their day bounds, their order, how they lie to a range, their parties. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/model/event.h"

static void make_event(struct record *event, const char *kind, const char *date, const char *end) {
    record_init(event, RECORD_EVENT);
    record_set(event, EVENT_KIND, slice_from(kind));
    record_set(event, EVENT_DATE, slice_from(date));
    record_set(event, EVENT_END, slice_from(end));
}

/* ---- Bounds ---------------------------------------------------------------------------------- */

/* "start_min start_max end_min end_max state", with a "?" where a side is marked. */
static void describe_times(const struct event_times *times, char *out, size_t size) {
    static const char *const states[] = {"given", "implied", "unknown", "open", "derived"};
    char days[4][EDTF_DAY_SIZE];
    edtf_format_day(times->start_min, days[0]);
    edtf_format_day(times->start_max, days[1]);
    edtf_format_day(times->end_min, days[2]);
    edtf_format_day(times->end_max, days[3]);
    snprintf(out, size, "%s %s%s %s %s%s %s", days[0], days[1], times->start_marked ? "?" : "",
             days[2], days[3], times->end_marked ? "?" : "", states[times->end_state]);
}

/* m meeting (a point), v visit (bounded), t tariff (standing). */
static const char *const kinds[] = {['m'] = "meeting", ['v'] = "visit.state", ['t'] = "tariff.x"};

static const struct {
    char kind;
    const char *date, *end, *times;
} time_rows[] = {
    /* a simple date */
    {'m', "2018-12-01", "", "2018-12-01 2018-12-01 2018-12-01 2018-12-01 implied"},
    {'v', "2018-12-01", "", "2018-12-01 2018-12-01 2018-12-01 2018-12-01 implied"},
    {'t', "2018-12-01", "", "2018-12-01 2018-12-01 2018-12-01 inf unknown"},
    {'m', "2018-12", "", "2018-12-01 2018-12-31 2018-12-01 2018-12-31 implied"},
    {'v', "2018-12", "", "2018-12-01 2018-12-31 2018-12-01 2018-12-31 implied"},
    {'t', "2018", "", "2018-01-01 2018-12-31 2018-01-01 inf unknown"},
    {'m', "2018~", "", "2018-01-01 2018-12-31? 2018-01-01 2018-12-31? implied"},
    {'t', "2018?", "", "2018-01-01 2018-12-31? 2018-01-01 inf unknown"},
    {'m', "2018-12-01T10:30:00", "", "2018-12-01 2018-12-01 2018-12-01 2018-12-01 implied"},
    /* with an end */
    {'m', "2018-12-01", "2018-12-03", "2018-12-01 2018-12-01 2018-12-03 2018-12-03 given"},
    {'v', "2018-12-01", "2018-12", "2018-12-01 2018-12-01 2018-12-01 2018-12-31 given"},
    {'t', "2018-12-01", "2019-05", "2018-12-01 2018-12-01 2019-05-01 2019-05-31 given"},
    {'t', "2018-12-01", "2018-12-01", "2018-12-01 2018-12-01 2018-12-01 2018-12-01 given"},
    {'t', "2018-12-01", "..", "2018-12-01 2018-12-01 inf inf open"},
    {'v', "2018-12-01", "2018-12-03~", "2018-12-01 2018-12-01 2018-12-03 2018-12-03? given"},
    {'v', "2018", "2018-03-05", "2018-01-01 2018-03-05 2018-03-05 2018-03-05 given"},
    {'v', "2018-03-05", "2018", "2018-03-05 2018-03-05 2018-03-05 2018-12-31 given"},
    {'v', "2018-03-05", "../2018-04-01", "2018-03-05 2018-03-05 2018-03-05 2018-04-01 given"},
    {'t', "2018-03-05", "2019/..", "2018-03-05 2018-03-05 2019-01-01 inf given"},
    {'v', "2018-03-05", "{2018-04,2018-06}", "2018-03-05 2018-03-05 2018-06-01 2018-06-30 given"},
    /* an interval says from, to; of a point some time between */
    {'v', "2018-12-01/2018-12-03", "", "2018-12-01 2018-12-01 2018-12-03 2018-12-03 given"},
    {'t', "2018-12/2019", "", "2018-12-01 2018-12-31 2019-01-01 2019-12-31 given"},
    {'t', "2018-12-01?/2019-01-05", "", "2018-12-01 2018-12-01? 2019-01-05 2019-01-05 given"},
    {'t', "2018-12-01/2019-01-05~", "", "2018-12-01 2018-12-01 2019-01-05 2019-01-05? given"},
    {'t', "2018-12-01/..", "", "2018-12-01 2018-12-01 inf inf open"},
    {'t', "2018-12-01/", "", "2018-12-01 2018-12-01 2018-12-01 inf unknown"},
    {'v', "2018-12-01/", "", "2018-12-01 2018-12-01 2018-12-01 inf unknown"},
    {'v', "../2018-12-03", "", "-inf 2018-12-03 2018-12-03 2018-12-03 given"},
    {'t', "/2018-12-03", "", "-inf 2018-12-03 2018-12-03 2018-12-03 given"},
    {'t', "2024-05/2024", "", "2024-05-01 2024-05-31 2024-05-01 2024-12-31 given"},
    {'m', "2018-12-01/2018-12-03", "", "2018-12-01 2018-12-03 2018-12-01 2018-12-03 implied"},
    {'m', "2018-12-01/..", "", "2018-12-01 inf 2018-12-01 inf implied"},
    {'m', "../2018-12-03", "", "-inf 2018-12-03 -inf 2018-12-03 implied"},
    {'m', "2018-12-01?/2018-12-03", "", "2018-12-01 2018-12-03? 2018-12-01 2018-12-03? implied"},
    /* an interval beside an end is an uncertain start */
    {'t', "2018-12-01/2018-12-05", "2019", "2018-12-01 2018-12-05 2019-01-01 2019-12-31 given"},
    {'v', "2018-12-01/2018-12-05", "..", "2018-12-01 2018-12-05 inf inf open"},
    {'m', "2018-12-01/2018-12-05", "2018-12-04",
     "2018-12-01 2018-12-04 2018-12-04 2018-12-04 given"},
    /* a set is one of its members, a list lasts from the first to the last */
    {'m', "[2018-12-01,2018-12-05]", "", "2018-12-01 2018-12-05 2018-12-01 2018-12-05 implied"},
    {'v', "[2018-12-01..2018-12-05]", "", "2018-12-01 2018-12-05 2018-12-01 2018-12-05 implied"},
    {'t', "[2018-12-01,2018-12-05]", "", "2018-12-01 2018-12-05 2018-12-01 inf unknown"},
    {'t', "[..2018-12-05]", "", "-inf 2018-12-05 -inf inf unknown"},
    {'m', "{2018-12-01,2018-12-05}", "", "2018-12-01 2018-12-01 2018-12-05 2018-12-05 given"},
    {'v', "{2018-12,2019-01}", "", "2018-12-01 2018-12-31 2019-01-01 2019-01-31 given"},
    {'t', "{2018-12-01,2018-12-05}", "", "2018-12-01 2018-12-01 2018-12-06 2018-12-06 given"},
    {'t', "{2018-12-01,2018-12-05}", "2019-01-01",
     "2018-12-01 2018-12-01 2019-01-01 2019-01-01 given"},
};

static void test_bounds(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof time_rows / sizeof *time_rows; i++) {
        struct record event;
        struct event_times times;
        struct error error = {.status = STATUS_OK};
        char text[200];
        int field;
        make_event(&event, kinds[(int)time_rows[i].kind], time_rows[i].date, time_rows[i].end);
        if (event_find_times(&event, &times, &field, &error) != STATUS_OK)
            fail_msg("%s: %s", time_rows[i].date, error.message);
        describe_times(&times, text, sizeof text);
        if (strcmp(text, time_rows[i].times) != 0)
            fail_msg("%c %s end %s: %s, not %s", time_rows[i].kind, time_rows[i].date,
                     time_rows[i].end, text, time_rows[i].times);
    }
}

static void test_bounds_refused(void **state) {
    (void)state;
    static const struct {
        const char *kind, *date, *end;
        int field;
    } rows[] = {
        {"visit", "2018-12-05", "2018-12-01", EVENT_END},
        {"tariff", "2018-12", "2018-11", EVENT_END},
        {"visit", "", "", EVENT_DATE},
        {"", "2018", "", EVENT_KIND},
        {"visit", "2018-13", "", EVENT_DATE},
        {"visit", "2018", "soon", EVENT_END},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct record event;
        struct event_times times;
        struct error error = {.status = STATUS_OK};
        int field = -1;
        make_event(&event, rows[i].kind, rows[i].date, rows[i].end);
        assert_int_equal(event_find_times(&event, &times, &field, &error), STATUS_BAD_INPUT);
        assert_int_equal(field, rows[i].field);
        assert_true(error.message[0]);
    }
}

static void test_time_of_day(void **state) {
    (void)state;
    static const struct {
        const char *date, *time;
        int32_t second;
    } rows[] = {
        {"2018-12-01", "", -1},
        {"2018-12-01", "10:30", 37800},
        {"2018-12-01", "10:30:15+08:00", 37815},
        {"2018-12-01T09:00:00", "", 32400},
        {"2018-12-01T09:00:00", "10:30", 32400}, /* the date's own goes first */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct record event;
        struct event_times times;
        int field;
        make_event(&event, "meeting", rows[i].date, "");
        record_set(&event, EVENT_TIME, slice_from(rows[i].time));
        assert_int_equal(event_find_times(&event, &times, &field, NULL), STATUS_OK);
        assert_int_equal(times.second_of_day, rows[i].second);
    }
}

static void find_times(const char *kind, const char *date, const char *end,
                       struct event_times *times) {
    struct record event;
    int field;
    make_event(&event, kind, date, end);
    assert_int_equal(event_find_times(&event, times, &field, NULL), STATUS_OK);
}

static void test_order(void **state) {
    (void)state;
    /* Each row goes before the next. */
    static const struct {
        const char *date, *end, *id;
    } rows[] = {
        {"../2018", "", "a"},           {"2018-01-01", "", "b"},
        {"2018-01-01", "", "c"},        {"2018-01-01T10:00:00", "", "a"},
        {"2018-01-01", "2018-02", "a"}, {"2018-01", "", "b"},
        {"2018", "", "a"},              {"2018-01-02", "", "a"},
    };
    for (size_t i = 0; i + 1 < sizeof rows / sizeof *rows; i++) {
        struct event_times a, b;
        struct slice a_id = slice_from(rows[i].id), b_id = slice_from(rows[i + 1].id);
        find_times("meeting", rows[i].date, rows[i].end, &a);
        find_times("meeting", rows[i + 1].date, rows[i + 1].end, &b);
        assert_true(event_compare(&a, a_id, &b, b_id) < 0);
        assert_true(event_compare(&b, b_id, &a, a_id) > 0);
        assert_int_equal(event_compare(&a, a_id, &a, a_id), 0);
    }
}

static void test_last_day(void **state) {
    (void)state;
    static const struct {
        const char *kind, *date, *end, *day;
    } rows[] = {
        {"visit", "2018-12-01", "2018-12-03", "2018-12-03"},
        {"tariff", "2018-12-01", "2018-12-03", "2018-12-02"},
        {"tariff", "2018-12-01", "2018-12-01", "2018-12-01"},
        {"tariff", "2018-12-01", "", "inf"},
        {"meeting", "2018-12", "", "2018-12-31"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct event_times times;
        char day[EDTF_DAY_SIZE];
        find_times(rows[i].kind, rows[i].date, rows[i].end, &times);
        edtf_format_day(event_last_day(&times), day);
        assert_string_equal(day, rows[i].day);
    }
}

/* ---- Match ----------------------------------------------------------------------------------- */

static int64_t parse_day(const char *text, int64_t open) {
    struct edtf date;
    if (!*text)
        return open;
    assert_int_equal(edtf_parse(slice_from(text), &date, NULL, NULL), STATUS_OK);
    return date.min;
}

static void test_matches(void **state) {
    (void)state;
    /* starts, overlaps, certain: "-" not, "p" possible, "s" sure */
    static const struct {
        const char *kind, *date, *end, *from, *to, *matches;
    } rows[] = {
        {"meeting", "2018-12-01", "", "2018-12-01", "2018-12-01", "sss"},
        {"meeting", "2018-12-01", "", "2018-12-02", "2018-12-31", "---"},
        {"meeting", "2018-12", "", "2018-12-31", "2019-12-31", "pp-"},
        {"meeting", "2018-12", "", "2018-12-01", "2018-12-31", "sss"},
        {"meeting", "2018-12~", "", "2018-01-01", "2018-12-31", "pp-"},
        {"meeting", "2018-12~", "", "", "", "pp-"},
        {"visit", "2018-11-30", "2018-12-03", "2018-12-01", "2018-12-31", "-s-"},
        {"visit", "2018-11-30", "2018-12", "2018-12-05", "2018-12-31", "-p-"},
        {"visit", "2018-11-30", "2018-12-03~", "2018-12-01", "2018-12-31", "-p-"},
        {"tariff", "2018-11-30", "2018-12-01", "2018-12-01", "2018-12-31", "---"},
        {"tariff", "2018-11-30", "2018-12-02", "2018-12-01", "2018-12-31", "-s-"},
        {"tariff", "2018-12-01", "2018-12-01", "2018-12-01", "2018-12-31", "sss"},
        {"tariff", "2018-11-30", "", "2020-01-01", "2020-12-31", "-p-"},
        {"tariff", "2018-11-30", "..", "2020-01-01", "2020-12-31", "-s-"},
        {"tariff", "2018-11-30?", "..", "2020-01-01", "2020-12-31", "-p-"},
        /* without a lower bound: by the latest day */
        {"visit", "../2018-12-03", "", "2017-01-01", "2017-12-31", "-p-"},
        {"visit", "../2018-12-03", "", "2018-01-01", "2018-12-31", "ps-"},
        {"visit", "../2018-12-03", "", "", "2018-12-31", "sss"},
        {"meeting", "../2018-12-03", "", "2018-01-01", "2018-12-31", "pp-"},
        {"meeting", "../2018-12-03", "", "2018-01-01", "", "pp-"},
        /* without any bound: by none */
        {"meeting", "[..2018-12-03,2019..]", "", "2018-01-01", "2018-12-31", "-p-"},
        {"meeting", "[..2018-12-03,2019..]", "", "2018-01-01", "", "pp-"},
        {"meeting", "[..2018-12-03,2019..]", "", "", "", "sss"},
        {"meeting", "2018-12-01/..", "", "2020-01-01", "2020-12-31", "pp-"},
        /* an empty range */
        {"meeting", "2018", "", "2018-06-02", "2018-06-01", "---"},
    };
    static const enum match_mode modes[] = {MATCH_STARTS, MATCH_OVERLAPS, MATCH_CERTAIN};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct event_times times;
        char matches[4] = "";
        find_times(rows[i].kind, rows[i].date, rows[i].end, &times);
        int64_t from = parse_day(rows[i].from, DAY_MIN), to = parse_day(rows[i].to, DAY_MAX);
        for (size_t j = 0; j < 3; j++)
            matches[j] = "-ps"[event_match(&times, from, to, modes[j])];
        if (strcmp(matches, rows[i].matches) != 0)
            fail_msg("%s %s end %s in %s to %s: %s, not %s", rows[i].kind, rows[i].date,
                     rows[i].end, rows[i].from, rows[i].to, matches, rows[i].matches);
    }
}

/* ---- Parties --------------------------------------------------------------------------------- */

struct party_cells {
    const char *countries, *organizations, *people, *actors, *details;
};

static void set_cells(struct record *event, const struct party_cells *cells) {
    static const int fields[] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_PEOPLE, EVENT_ACTORS,
                                 EVENT_PARTY_DETAILS};
    const char *const texts[] = {cells->countries, cells->organizations, cells->people,
                                 cells->actors, cells->details};
    for (size_t i = 0; i < 5; i++)
        if (texts[i])
            record_set(event, fields[i], slice_from(texts[i]));
}

/* "type id role for as" of each, separated by " | ". */
static void describe_parties(const struct party_list *list, struct buffer *buffer) {
    buffer_clear(buffer);
    for (size_t i = 0; i < list->count; i++) {
        const struct party *party = &list->items[i];
        const struct slice parts[] = {party->id, party->role, party->acts_for, party->as};
        buffer_append_text(buffer, i ? " | " : "");
        buffer_append_text(buffer, party_type_name(party->type));
        for (size_t j = 0; j < 4 && (j < 2 || parts[2].size || parts[3].size); j++) {
            buffer_append_byte(buffer, ' ');
            buffer_append_slice(buffer, parts[j].size ? parts[j] : SLICE_OF("-"));
        }
    }
}

static void assert_text(const struct buffer *buffer, const char *expected) {
    struct slice text = buffer_slice(buffer);
    if (!slice_is(text, expected))
        fail_msg("%.*s, not %s", (int)text.size, text.data, expected);
}

static const struct {
    struct party_cells cells;
    const char *listed;
    struct party_cells written;
} party_rows[] = {
    {{"", "", "", "", ""}, "", {"", "", "", "", ""}},
    {{"CHN:host;CAN", "APEC", "p", "Citizen (India)", ""},
     "country CHN host | country CAN participant | organization APEC participant | "
     "person p participant | actor Citizen (India) participant",
     {"CHN:host;CAN", "APEC", "p", "Citizen (India)", ""}},
    {{"", "", "p:speaker", "", "person:p:speaker:CAN:special envoy"},
     "person p speaker CAN special envoy",
     {"", "", "p:speaker", "", "person:p:speaker:CAN:special envoy"}},
    /* a detail without a role stands for the party of that id */
    {{"", "", "p:speaker", "", "person:p::CAN:"},
     "person p speaker CAN -",
     {"", "", "p:speaker", "", "person:p:speaker:CAN:"}},
    /* rather for the one without a role */
    {{"", "", "p:speaker;p", "", "person:p::CAN:"},
     "person p speaker | person p participant CAN -",
     {"", "", "p:speaker;p", "", "person:p::CAN:"}},
    /* a detail gives a role to a party that has none, and nothing else to say */
    {{"", "", "p", "", "person:p:host::"}, "person p host", {"", "", "p:host", "", ""}},
    /* and is a party of its own beside one with another role */
    {{"", "", "p:host", "", "person:p:speaker::envoy"},
     "person p host | person p speaker - envoy",
     {"", "", "p:host;p:speaker", "", "person:p:speaker::envoy"}},
    /* new parties follow those of their type */
    {{"CAN", "", "p", "", "country:CHN:host::;person:q:::"},
     "country CAN participant | country CHN host | person p participant | person q participant",
     {"CAN;CHN:host", "", "p;q", "", ""}},
    {{"", "", "", "a\\:b\\;c", "actor:a\\:b\\;c:::x\\:y"},
     "actor a:b;c participant - x:y",
     {"", "", "", "a\\:b\\;c", "actor:a\\:b\\;c:::x\\:y"}},
};

static void test_parties(void **state) {
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < sizeof party_rows / sizeof *party_rows; i++) {
        struct arena arena;
        struct record event;
        struct party_list list;
        arena_init(&arena);
        record_init(&event, RECORD_EVENT);
        set_cells(&event, &party_rows[i].cells);
        assert_int_equal(event_list_parties(&arena, &event, &list, NULL), STATUS_OK);
        describe_parties(&list, &buffer);
        assert_text(&buffer, party_rows[i].listed);
        assert_true(event_set_parties(&arena, &list, &event));
        const struct party_cells *written = &party_rows[i].written;
        assert_true(slice_is(record_get(&event, EVENT_COUNTRIES), written->countries));
        assert_true(slice_is(record_get(&event, EVENT_ORGANIZATIONS), written->organizations));
        assert_true(slice_is(record_get(&event, EVENT_PEOPLE), written->people));
        assert_true(slice_is(record_get(&event, EVENT_ACTORS), written->actors));
        assert_true(slice_is(record_get(&event, EVENT_PARTY_DETAILS), written->details));
        assert_int_equal(event_list_parties(&arena, &event, &list, NULL), STATUS_OK);
        describe_parties(&list, &buffer);
        assert_text(&buffer, party_rows[i].listed);
        arena_free(&arena);
    }
    buffer_free(&buffer);
}

static void test_malformed_parties(void **state) {
    (void)state;
    static const struct party_cells rows[] = {
        {":host", NULL, NULL, NULL, NULL},
        {NULL, NULL, NULL, NULL, "person"},
        {NULL, NULL, NULL, NULL, "ship:p:::"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        struct record event;
        struct party_list list;
        struct error error = {.status = STATUS_OK};
        arena_init(&arena);
        record_init(&event, RECORD_EVENT);
        set_cells(&event, &rows[i]);
        assert_int_equal(event_list_parties(&arena, &event, &list, &error), STATUS_BAD_INPUT);
        assert_true(error.message[0]);
        arena_free(&arena);
    }
}

static void test_too_many_parties(void **state) {
    (void)state;
    struct arena arena;
    struct record event;
    struct party_list list;
    struct buffer cell;
    arena_init(&arena);
    buffer_init(&cell);
    for (int i = 0; i < 5000; i++)
        buffer_append_format(&cell, "p%d;", i);
    record_init(&event, RECORD_EVENT);
    record_set(&event, EVENT_PEOPLE, buffer_slice(&cell));
    assert_int_equal(event_list_parties(&arena, &event, &list, NULL), STATUS_BAD_INPUT);
    buffer_free(&cell);
    arena_free(&arena);
}

static void test_dropped_details(void **state) {
    (void)state;
    static const struct {
        struct party_cells cells;
        const char *kept;
    } rows[] = {
        {{"CAN", "", "p:host;q", "", "person:p:host:CAN:;person:q::CHN:;country:CAN:::x"},
         "person:p:host:CAN:;person:q::CHN:;country:CAN:::x"},
        {{"CAN", "", "p:speaker", "", "person:p:host:CAN:;person:q::CHN:;country:CAN:::x"},
         "country:CAN:::x"},
        {{"", "", "", "", "person:p:host:CAN:"}, ""},
        {{"", "p", "", "", "person:p:::x"}, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        struct record event;
        arena_init(&arena);
        record_init(&event, RECORD_EVENT);
        set_cells(&event, &rows[i].cells);
        assert_int_equal(event_drop_details(&arena, &event, NULL), STATUS_OK);
        assert_true(slice_is(record_get(&event, EVENT_PARTY_DETAILS), rows[i].kept));
        arena_free(&arena);
    }
}

static void test_party_types(void **state) {
    (void)state;
    for (int type = 0; type < PARTY_TYPES; type++) {
        struct slice name = slice_from(party_type_name((enum party_type)type));
        assert_int_equal(party_find_type(name), type);
    }
    assert_int_equal(party_find_type(SLICE_OF("people")), PARTY_TYPES);
}

/* ---- Imposer and target ---------------------------------------------------------------------- */

static const struct {
    const char *countries, *organizations, *imposer, *target; /* NULL: not given */
    const char *merged_countries, *merged_organizations;      /* NULL: refused */
    const char *said;
} shorthand_rows[] = {
    {NULL, NULL, "USA", "CHN", "USA:imposer;CHN:target", "", NULL},
    {NULL, NULL, "EU", "CHN;RUS", "CHN:target;RUS:target", "EU:imposer", NULL},
    {NULL, NULL, "organization:XYZ", "CHN", "CHN:target", "XYZ:imposer", NULL},
    {NULL, "XYZ", "XYZ", "", "", "XYZ:imposer", NULL},
    {"USA;CHN;MEX:host", NULL, "USA", "CHN", "USA:imposer;CHN:target;MEX:host", "", NULL},
    {"USA:imposer", "", "USA", "CHN", "USA:imposer;CHN:target", "", NULL},
    {"USA:imposer;CHN:target", "", "", "", "USA:imposer;CHN:target", "", NULL},
    {"USA:imposer;CHN:target", "", NULL, NULL, "USA:imposer;CHN:target", "", NULL},
    {"CHN:target", "", "", "CHN", "CHN:target", "", NULL},
    {"USA:imposer", "", "CHN", "", NULL, NULL, "imposer \"USA\" is left out"},
    {"USA:imposer", "", "USA;CAN", "", NULL, NULL, "imposer \"CAN\" is no party"},
    {"USA:target", "", "USA", "", NULL, NULL, "given there as target"},
    {"USA:host", "", "USA", "", NULL, NULL, "given there as host"},
    {"USA", "", "USA", "USA", NULL, NULL, "imposer too"},
};

static void test_shorthand(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof shorthand_rows / sizeof *shorthand_rows; i++) {
        const char *const texts[] = {shorthand_rows[i].countries, shorthand_rows[i].organizations,
                                     shorthand_rows[i].imposer, shorthand_rows[i].target};
        static const int fields[] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_IMPOSER,
                                     EVENT_TARGET};
        struct arena arena;
        struct record event;
        struct error error = {.status = STATUS_OK};
        int field;
        arena_init(&arena);
        record_init(&event, RECORD_EVENT);
        for (size_t j = 0; j < 4; j++)
            if (texts[j])
                record_set(&event, fields[j], slice_from(texts[j]));
        enum status status = event_merge_shorthand(&arena, &event, &field, &error);
        if (shorthand_rows[i].merged_countries) {
            if (status != STATUS_OK)
                fail_msg("row %zu: %s", i, error.message);
            assert_true(slice_is(record_get(&event, EVENT_COUNTRIES),
                                 shorthand_rows[i].merged_countries));
            assert_true(slice_is(record_get(&event, EVENT_ORGANIZATIONS),
                                 shorthand_rows[i].merged_organizations));
            assert_false(record_has(&event, EVENT_IMPOSER) || record_has(&event, EVENT_TARGET));
        } else {
            assert_int_equal(status, STATUS_BAD_INPUT);
            if (!strstr(error.message, shorthand_rows[i].said))
                fail_msg("row %zu: %s", i, error.message);
        }
        arena_free(&arena);
    }
}

/* A row laid over what is there: what is given wins over what was kept. */
static void test_shorthand_of_an_update(void **state) {
    (void)state;
    static const struct {
        const char *kept, *imposer, *target, *merged;
        bool imposer_given, target_given;
    } rows[] = {
        {"USA:imposer;CHN:target", "CAN", "", "USA;CHN:target;CAN:imposer", true, false},
        {"USA:imposer;CHN:target", "", "", "USA;CHN:target", true, false},
        {"USA:imposer;CHN:target", "CHN", "USA", "USA:target;CHN:imposer", true, true},
        {"USA:imposer;CHN:target", "", "", "USA:imposer;CHN:target", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        struct record event;
        int field;
        arena_init(&arena);
        record_init(&event, RECORD_EVENT);
        event.values[EVENT_COUNTRIES] = slice_from(rows[i].kept);
        if (rows[i].imposer_given)
            record_set(&event, EVENT_IMPOSER, slice_from(rows[i].imposer));
        if (rows[i].target_given)
            record_set(&event, EVENT_TARGET, slice_from(rows[i].target));
        assert_int_equal(event_merge_shorthand(&arena, &event, &field, NULL), STATUS_OK);
        struct slice countries = record_get(&event, EVENT_COUNTRIES);
        if (!slice_is(countries, rows[i].merged))
            fail_msg("row %zu: %.*s", i, (int)countries.size, countries.data);
        arena_free(&arena);
    }
}

static void test_shorthand_is_filled(void **state) {
    (void)state;
    static const struct {
        struct party_cells cells;
        const char *imposer, *target;
    } rows[] = {
        {{"USA:imposer;CHN:target;MEX", "EU:target", "x:target", "", ""}, "USA", "CHN;EU"},
        {{"USA:actor;CHN:target", "", "", "", ""}, "", ""},
        {{"USA:imposer", "", "", "", ""}, "USA", ""},
        {{"", "", "", "", ""}, "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        struct record event;
        arena_init(&arena);
        record_init(&event, RECORD_EVENT);
        set_cells(&event, &rows[i].cells);
        assert_true(event_fill_shorthand(&arena, &event));
        assert_true(slice_is(record_get(&event, EVENT_IMPOSER), rows[i].imposer));
        assert_true(slice_is(record_get(&event, EVENT_TARGET), rows[i].target));
        arena_free(&arena);
    }
}

/* ---- Ids ------------------------------------------------------------------------------------- */

static void test_made_ids(void **state) {
    (void)state;
    static const struct {
        const char *date, *kind, *title, *id;
    } rows[] = {
        {"2018-12-01", "meeting", "Xi meets Trudeau!", "2018-12-01-xi-meets-trudeau"},
        {"2018-05/2018-06", "visit", "Visit", "2018-05_2018-06-visit"},
        {"2018?", "visit", "Visit", "2018-visit"},
        {"[2018-05-01,2018-05-03]", "visit", "Visit", "2018-05-01_2018-05-03-visit"},
        {"2018-05-01T10:00:00Z", "visit", "Visit", "2018-05-01T100000Z-visit"},
        {"2018", "meeting.bilateral", "习近平", "2018-meeting-bilateral"},
        {"2018", "meeting", "", "2018-meeting"},
        {"2018", "meeting",
         "A very long title that goes on and on about very many things that were said there",
         "2018-a-very-long-title-that-goes-on-and-on-about-very-many-things"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        struct record event;
        struct slice id;
        arena_init(&arena);
        make_event(&event, rows[i].kind, rows[i].date, "");
        record_set(&event, EVENT_TITLE, slice_from(rows[i].title));
        assert_true(event_make_id(&arena, &event, &id));
        if (!slice_is(id, rows[i].id))
            fail_msg("%.*s, not %s", (int)id.size, id.data, rows[i].id);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_bounds_refused),
        cmocka_unit_test(test_time_of_day),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_last_day),
        cmocka_unit_test(test_matches),
        cmocka_unit_test(test_parties),
        cmocka_unit_test(test_malformed_parties),
        cmocka_unit_test(test_too_many_parties),
        cmocka_unit_test(test_dropped_details),
        cmocka_unit_test(test_party_types),
        cmocka_unit_test(test_shorthand),
        cmocka_unit_test(test_shorthand_of_an_update),
        cmocka_unit_test(test_shorthand_is_filled),
        cmocka_unit_test(test_made_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
