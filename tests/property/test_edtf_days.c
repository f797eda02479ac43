/* EDTF bounds against an enumerator that knows nothing of the implementation: it walks the years
 * and days of a calendar of its own, writes each out in digits and compares digit by digit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "../../core/time/edtf.h"

enum { YEAR_FIRST = -9999, YEAR_LAST = 9999, YEARS = YEAR_LAST - YEAR_FIRST + 1, DAYS_MAX = 366 };

/* Day number of 1 January of each year, counted from YEAR_FIRST; the digits of each year without
 * its sign; and each day's "MM-DD". */
static int64_t year_starts[YEARS + 1];
static char year_texts[YEAR_LAST + 1][16];
static char day_texts[2][DAYS_MAX][16]; /* of common and of leap years */
static int day_counts[2];

static bool is_leap(int year) {
    return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
}

static void fill_days(bool leap) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int count = 0;
    for (int month = 1; month <= 12; month++)
        for (int day = 1; day <= lengths[month - 1] + (leap && month == 2); day++)
            snprintf(day_texts[leap][count++], sizeof day_texts[0][0], "%02u-%02u",
                     (unsigned)month % 100, (unsigned)day % 100);
    day_counts[leap] = count;
}

static int fill_calendar(void **state) {
    (void)state;
    int64_t number = 0;
    for (int year = 1970; year <= YEAR_LAST + 1; year++) {
        year_starts[year - YEAR_FIRST] = number;
        number += is_leap(year) ? 366 : 365;
    }
    number = 0;
    for (int year = 1969; year >= YEAR_FIRST; year--) {
        number -= is_leap(year) ? 366 : 365;
        year_starts[year - YEAR_FIRST] = number;
    }
    for (unsigned year = 0; year <= YEAR_LAST; year++)
        snprintf(year_texts[year], sizeof year_texts[0], "%04u", year);
    fill_days(false);
    fill_days(true);
    return 0;
}

static bool fits(const char *pattern, const char *digits, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (pattern[i] != 'X' && pattern[i] != digits[i])
            return false;
    return true;
}

struct found {
    bool any;
    int64_t min, max;
};

/* First and last fitting day of a common and of a leap year, -1 when none fits. */
static void find_days(const char *pattern, size_t size, int first[2], int last[2]) {
    for (int leap = 0; leap < 2; leap++) {
        first[leap] = last[leap] = -1;
        for (int day = 0; day < day_counts[leap]; day++) {
            if (size && !fits(pattern, day_texts[leap][day], size))
                continue;
            if (first[leap] < 0)
                first[leap] = day;
            last[leap] = day;
        }
    }
}

/* The days that fit "YYYY", "-YYYY", "YYYY-MM", "YYYY-MM-DD" with X for any digit. */
static struct found enumerate(const char *text) {
    struct found found = {false, 0, 0};
    int first[2], last[2];
    bool negative = text[0] == '-';
    const char *digits = text + negative;
    size_t size = strlen(digits);
    find_days(digits + 5, size > 4 ? size - 5 : 0, first, last);
    for (int year = negative ? YEAR_FIRST : 0; year <= (negative ? -1 : YEAR_LAST); year++) {
        int leap = is_leap(year);
        if (first[leap] < 0 || !fits(digits, year_texts[negative ? -year : year], 4))
            continue;
        int64_t start = year_starts[year - YEAR_FIRST];
        if (!found.any)
            found.min = start + first[leap];
        found.max = start + last[leap];
        found.any = true;
    }
    return found;
}

static void check(const char *text) {
    struct found expected = enumerate(text);
    struct edtf date;
    bool valid = edtf_parse(slice_from(text), &date, NULL, NULL) == STATUS_OK;
    if (valid != expected.any)
        fail_msg("%s: valid %d, but %d days fit", text, valid, expected.any);
    if (valid && (date.min != expected.min || date.max != expected.max))
        fail_msg("%s: %lld to %lld, not %lld to %lld", text, (long long)date.min,
                 (long long)date.max, (long long)expected.min, (long long)expected.max);
}

/* Replaces by X the digits whose bits are set in the mask. */
static void mask_digits(char *digits, unsigned mask) {
    for (; *digits; digits++, mask >>= 1)
        if (mask & 1)
            *digits = 'X';
}

static void check_days(const char *sign, const char *year, const char *month) {
    static const char *const days[] = {"29", "31", "10"};
    char text[32];
    snprintf(text, sizeof text, "%s%s-%s", sign, year, month);
    check(text);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        for (unsigned mask = 0; mask < 4; mask++) {
            char day[3];
            memcpy(day, days[i], 3);
            mask_digits(day, mask);
            snprintf(text, sizeof text, "%s%s-%s-%s", sign, year, month, day);
            check(text);
        }
}

static void check_months(const char *sign, const char *year) {
    static const char *const months[] = {"02", "12", "01", "04"};
    char text[32];
    snprintf(text, sizeof text, "%s%s", sign, year);
    check(text);
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        for (unsigned mask = 0; mask < 4; mask++) {
            char month[3];
            memcpy(month, months[i], 3);
            mask_digits(month, mask);
            check_days(sign, year, month);
        }
}

/* X at every combination of places, over years that are leap and that are not. */
static void test_unspecified_digits(void **state) {
    (void)state;
    static const char *const years[] = {"2024", "1900", "0004", "0000", "2019", "1600"};
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        for (unsigned mask = 0; mask < 16; mask++) {
            char year[5];
            memcpy(year, years[i], 5);
            mask_digits(year, mask);
            check_months("", year);
            check_months("-", year);
        }
}

/* xorshift: the same numbers in every run. */
static uint64_t random_state;

static unsigned pick(unsigned count) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (unsigned)((random_state >> 20) % count);
}

/* Decades in every form: the years 1990 to 2029 and their negatives. */
static void test_random_patterns(void **state) {
    (void)state;
    random_state = 2463534242;
    for (int i = 0; i < 6000; i++) {
        char text[32], year[12], month[8] = "", day[8] = "";
        snprintf(year, sizeof year, "%04u", 1990 + pick(40));
        mask_digits(year, 1U << pick(5) & 15U);
        mask_digits(year, 1U << pick(5) & 15U);
        if (pick(4))
            snprintf(month, sizeof month, "-%02u", pick(14));
        if (month[0] && pick(4))
            snprintf(day, sizeof day, "-%02u", pick(33));
        if (month[0])
            mask_digits(month + 1, pick(4));
        if (day[0])
            mask_digits(day + 1, pick(4));
        snprintf(text, sizeof text, "%s%s%s%s", pick(4) ? "" : "-", year, month, day);
        check(text);
    }
}

/* A date without a qualifier that exists, mostly of a few years so that members touch. */
static void generate_plain(char out[32]) {
    unsigned year = 2018 + pick(6), month = 1 + pick(12), day = 1 + pick(28);
    unsigned form = pick(3);
    if (form == 0)
        snprintf(out, 32, "%04u", year);
    else if (form == 1)
        snprintf(out, 32, "%04u-%02u", year, month);
    else
        snprintf(out, 32, "%04u-%02u-%02u", year, month, day);
}

static void swap_texts(char a[32], char b[32]) {
    char spare[32];
    memcpy(spare, a, 32);
    memcpy(a, b, 32);
    memcpy(b, spare, 32);
}

/* One member of a set, with what it can mean. */
static void generate_member(struct buffer *text, bool first, bool last, struct found *found) {
    char from[32], to[32];
    unsigned form = pick(6);
    generate_plain(from);
    generate_plain(to);
    struct found a = enumerate(from), b = enumerate(to);
    if (form < 2) {
        if (a.min > b.max) {
            swap_texts(from, to);
            struct found spare = a;
            a = b;
            b = spare;
        }
        buffer_append_format(text, "%s..%s", from, to);
        *found = (struct found){true, a.min < b.min ? a.min : b.min, a.max > b.max ? a.max : b.max};
    } else if (form == 2 && first) {
        buffer_append_format(text, "..%s", from);
        *found = (struct found){true, DAY_MIN, a.max};
    } else if (form == 3 && last) {
        buffer_append_format(text, "%s..", from);
        *found = (struct found){true, a.min, DAY_MAX};
    } else {
        buffer_append_text(text, from);
        *found = a;
    }
}

static struct found generate_set(struct buffer *text) {
    struct found whole = {false, DAY_MAX, DAY_MIN};
    bool list = pick(2);
    unsigned count = 1 + pick(7);
    buffer_clear(text);
    buffer_append_byte(text, list ? '{' : '[');
    for (unsigned i = 0; i < count; i++) {
        struct found member;
        if (i)
            buffer_append_byte(text, ',');
        generate_member(text, i == 0, i + 1 == count, &member);
        whole.min = member.min < whole.min ? member.min : whole.min;
        whole.max = member.max > whole.max ? member.max : whole.max;
    }
    buffer_append_byte(text, list ? '}' : ']');
    return whole;
}

static void test_set_bounds(void **state) {
    (void)state;
    struct buffer text;
    buffer_init(&text);
    random_state = 88172645463325252;
    for (int i = 0; i < 3000; i++) {
        struct edtf date;
        struct found whole = generate_set(&text);
        assert_int_equal(edtf_parse(buffer_slice(&text), &date, NULL, NULL), STATUS_OK);
        assert_true(date.min == whole.min);
        assert_true(date.max == whole.max);
        assert_int_equal(date.min_kind, whole.min == DAY_MIN ? EDTF_OPEN : EDTF_KNOWN);
        assert_int_equal(date.max_kind, whole.max == DAY_MAX ? EDTF_OPEN : EDTF_KNOWN);
    }
    buffer_free(&text);
}

/* Which years, months and days a set names, each in the unit it is written in. */
enum { UNIT_YEARS = 20, UNIT_MONTHS = UNIT_YEARS * 12, UNIT_DAYS = UNIT_YEARS * 372 };
struct named {
    bool years[UNIT_YEARS], months[UNIT_MONTHS], days[UNIT_DAYS];
    size_t odd; /* ranges between different units, which cannot be counted */
};

static int read_two(const char *digits) {
    return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* Position of a date among the units of its kind from 2010 on; days count 31 to a month. */
static int unit_index(struct slice date) {
    int year = (read_two(date.data) - 20) * 100 + read_two(date.data + 2) - 10;
    int month = date.size > 4 ? read_two(date.data + 5) - 1 : 0;
    int day = date.size > 7 ? read_two(date.data + 8) - 1 : 0;
    if (date.size == 4)
        return year;
    return date.size == 7 ? year * 12 + month : (year * 12 + month) * 31 + day;
}

static void name_member(struct named *named, struct slice member) {
    size_t dots = slice_find(member, '.');
    struct slice from = slice_part(member, 0, dots), to = from;
    if (dots < member.size)
        to = slice_part(member, dots + 2, member.size);
    size_t size = from.size ? from.size : to.size;
    int units = size == 4 ? UNIT_YEARS : size == 7 ? UNIT_MONTHS : UNIT_DAYS;
    bool *table = size == 4 ? named->years : size == 7 ? named->months : named->days;
    if (from.size && to.size && from.size != to.size) {
        named->odd += 1;
        return;
    }
    int first = from.size ? unit_index(from) : 0, last = to.size ? unit_index(to) : units - 1;
    for (int i = first; i <= last; i++)
        table[i] = true;
}

static void name_all(struct named *named, struct slice set) {
    memset(named, 0, sizeof *named);
    set = slice_part(set, 1, set.size - 1);
    while (set.size) {
        size_t comma = slice_find(set, ',');
        name_member(named, slice_part(set, 0, comma));
        set = slice_part(set, comma + 1, set.size);
    }
}

/* The canonical form of a set names the same years, months and days as the set itself. A range to
 * the 30th that goes on at the 1st joins over the 31st that a month may not have: such units, which
 * are no days, are left out. */
static void drop_missing_days(struct named *named) {
    for (int i = 0; i < UNIT_DAYS; i++) {
        int month = i / 31 % 12 + 1, year = 2010 + i / 372;
        if (i % 31 + 1 > calendar_month_days(year, month))
            named->days[i] = false;
    }
}

static void test_canonical_sets(void **state) {
    (void)state;
    static struct named before, after;
    struct arena arena;
    struct buffer text;
    arena_init(&arena);
    buffer_init(&text);
    random_state = 1181783497276652981;
    for (int i = 0; i < 3000; i++) {
        struct arena_mark mark = arena_mark(&arena);
        struct slice canonical;
        generate_set(&text);
        assert_int_equal(edtf_canonical(&arena, buffer_slice(&text), &canonical, NULL), STATUS_OK);
        name_all(&before, buffer_slice(&text));
        name_all(&after, canonical);
        drop_missing_days(&before);
        drop_missing_days(&after);
        if (before.odd < after.odd || memcmp(before.years, after.years, sizeof before.years) != 0
            || memcmp(before.months, after.months, sizeof before.months) != 0
            || memcmp(before.days, after.days, sizeof before.days) != 0)
            fail_msg("%.*s became %s", (int)text.size, text.data, canonical.data);
        arena_rewind(&arena, mark);
    }
    buffer_free(&text);
    arena_free(&arena);
}

/* Any text that is built of the pieces of EDTF; about half of them are valid. */
static void generate_text(struct buffer *text) {
    static const char *const pieces[] = {
        "2024", "-0044", "1999", "201X", "XXXX", "-0XX1", "Y12345", "Y-17E7", "Y1E3", "1950S2",
        "Y3388E2S3", "2024-21", "2024-33", "2024-05", "2024-XX", "2024-1X", "2024-02-29",
        "-0004-02", "2024-05-XX", "2024-XX-3X", "0000-01-01", "9999-12-31", "2024-05-09T10:11:12",
        "2024-05-09T10:11:12-04", "2024?-05", "2024-~05-?09", "~2024-~05-09", "?2024-05%-09~", ".."};
    static const char *const joints[] = {"", "", "", "?", "~", "%", "/", "/", "..", ","};
    static const char *const heads[] = {"", "", "", "[", "{", "?", "~", "..", "/"};
    static const char *const tails[] = {"", "", "", "]", "}", "?", "%", "..", "/"};
    unsigned head = pick(9), count = 1 + pick(3);
    buffer_clear(text);
    bool set = head == 3 || head == 4;
    buffer_append_text(text, heads[head]);
    for (unsigned i = 0; i < count; i++) {
        buffer_append_text(text, pieces[pick(29)]);
        if (i + 1 < count)
            buffer_append_text(text, joints[set ? 8 + pick(2) : pick(8)]);
    }
    buffer_append_text(text, tails[set ? head : pick(9)]);
}

static bool is_same_date(const struct edtf *a, const struct edtf *b) {
    bool type = a->type == b->type || (a->type == EDTF_YEAR && b->type == EDTF_DATE);
    return type && a->min == b->min && a->max == b->max && a->min_kind == b->min_kind
           && a->max_kind == b->max_kind && a->uncertain == b->uncertain
           && a->approximate == b->approximate && a->unspecified == b->unspecified
           && a->second_of_day == b->second_of_day && a->has_zone == b->has_zone
           && a->zone_minutes == b->zone_minutes && a->precision == b->precision
           && a->level >= b->level;
}

static void test_canonical_texts(void **state) {
    (void)state;
    struct arena arena;
    struct buffer text;
    int valid = 0;
    arena_init(&arena);
    buffer_init(&text);
    random_state = 362436069;
    for (int i = 0; i < 60000; i++) {
        struct arena_mark mark = arena_mark(&arena);
        struct edtf date, again;
        struct slice once, twice;
        generate_text(&text);
        if (edtf_parse(buffer_slice(&text), &date, NULL, NULL) != STATUS_OK)
            continue;
        valid++;
        assert_true(date.min <= date.max);
        assert_int_equal(edtf_canonical(&arena, buffer_slice(&text), &once, NULL), STATUS_OK);
        assert_int_equal(edtf_parse(once, &again, NULL, NULL), STATUS_OK);
        assert_int_equal(edtf_canonical(&arena, once, &twice, NULL), STATUS_OK);
        if (!is_same_date(&date, &again) || !slice_equals(once, twice))
            fail_msg("%.*s became %s and %s", (int)text.size, text.data, once.data, twice.data);
        arena_rewind(&arena, mark);
    }
    assert_true(valid > 10000);
    buffer_free(&text);
    arena_free(&arena);
}

/* What edtf_format_day prints of a day in the range of years is read as that day. */
static void test_printed_days(void **state) {
    (void)state;
    random_state = 521288629;
    for (int i = 0; i < 100000; i++) {
        char text[EDTF_DAY_SIZE];
        struct edtf date;
        int64_t number = year_starts[0] + (int64_t)(pick(1U << 31) % (365U * (unsigned)YEARS));
        size_t size = edtf_format_day(number, text);
        assert_int_equal(edtf_parse((struct slice){text, size}, &date, NULL, NULL), STATUS_OK);
        assert_true(date.min == number && date.max == number);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unspecified_digits), cmocka_unit_test(test_random_patterns),
        cmocka_unit_test(test_set_bounds),         cmocka_unit_test(test_canonical_sets),
        cmocka_unit_test(test_canonical_texts),    cmocka_unit_test(test_printed_days),
    };
    return cmocka_run_group_tests_name("edtf_days", tests, fill_calendar, NULL);
}
