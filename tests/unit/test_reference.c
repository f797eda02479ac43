/* The embedded table: sorted as look-ups need it, and what names and codes mean on which day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/model/reference.h"
#include "../../core/time/edtf.h"

static int64_t parse_day(const char *text) {
    struct edtf date;
    assert_int_equal(edtf_parse(slice_from(text), &date, NULL, NULL), STATUS_OK);
    return date.min;
}

static void check_sorted(const struct reference_row *rows, size_t row_count,
                         const struct reference_key *keys, size_t key_count) {
    assert_true(row_count > 0 && key_count > row_count);
    for (size_t i = 1; i < row_count; i++)
        assert_true(strcmp(rows[i - 1].values[0], rows[i].values[0]) < 0);
    for (size_t i = 0; i < key_count; i++) {
        assert_true(keys[i].row < row_count);
        assert_true(keys[i].start < keys[i].end);
        assert_true(i == 0 || strcmp(keys[i - 1].key, keys[i].key) <= 0);
    }
}

static void test_tables_are_sorted(void **state) {
    (void)state;
    check_sorted(reference_countries, reference_country_count, reference_country_keys,
                 reference_country_key_count);
    check_sorted(reference_organizations, reference_organization_count,
                 reference_organization_keys, reference_organization_key_count);
}

/* Every row is a record in canonical form. */
static void check_records(enum record_type type, const struct reference_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct arena arena;
        struct record record, as_it_stands;
        struct error error = {.status = STATUS_OK};
        int field;
        arena_init(&arena);
        reference_to_record(type, &rows[i], &record);
        as_it_stands = record;
        if (record_normalize(&arena, &record, NULL, &field, &error) != STATUS_OK)
            fail_msg("%s: %s", rows[i].values[0], error.message);
        for (size_t j = 0; j < record_info(type)->field_count; j++)
            if (!slice_equals(record.values[j], as_it_stands.values[j]))
                fail_msg("%s: %s is not canonical: %s", rows[i].values[0],
                         record_field(type, (int)j)->name, rows[i].values[j]);
        assert_ptr_equal(reference_find(type, slice_from(rows[i].values[0])), &rows[i]);
        arena_free(&arena);
    }
}

static void test_rows_are_canonical_records(void **state) {
    (void)state;
    check_records(RECORD_COUNTRY, reference_countries, reference_country_count);
    check_records(RECORD_ORGANIZATION, reference_organizations, reference_organization_count);
}

/* No name means a country and an organization. */
static void test_no_name_means_both(void **state) {
    (void)state;
    for (size_t i = 0; i < reference_organization_key_count; i++) {
        const char *key = reference_organization_keys[i].key;
        size_t low = 0, high = reference_country_key_count;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (strcmp(reference_country_keys[middle].key, key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < reference_country_key_count &&
            strcmp(reference_country_keys[low].key, key) == 0)
            fail_msg("\"%s\" is a country and an organization", key);
    }
}

static void test_names(void **state) {
    (void)state;
    static const struct {
        enum record_type type;
        const char *name, *from, *to, *id; /* NULL: none; without days: today rather */
    } rows[] = {
        {RECORD_COUNTRY, "CAN", NULL, NULL, "CAN"},
        {RECORD_COUNTRY, "ca", NULL, NULL, "CAN"},
        {RECORD_COUNTRY, "Canada", NULL, NULL, "CAN"},
        {RECORD_COUNTRY, "  CANADA ", "1950-01-01", "1950-12-31", "CAN"},
        {RECORD_COUNTRY, "South Korea", NULL, NULL, "KOR"},
        {RECORD_COUNTRY, "Korea, Republic of", NULL, NULL, "KOR"},
        {RECORD_COUNTRY, "PRC", NULL, NULL, "CHN"},
        {RECORD_COUNTRY, "U.S.", NULL, NULL, "USA"},
        {RECORD_COUNTRY, "Côte d’Ivoire", NULL, NULL, "CIV"},
        {RECORD_COUNTRY, "cote d'ivoire", NULL, NULL, "CIV"},
        {RECORD_COUNTRY, "Kosovo", NULL, NULL, "XKX"},
        {RECORD_COUNTRY, "Soviet Union", NULL, NULL, "SUN"},
        {RECORD_COUNTRY, "Soviet Union", "1975-01-01", "1975-01-01", "SUN"},
        {RECORD_COUNTRY, "Soviet Union", "1991-12-31", "1991-12-31", NULL},
        {RECORD_COUNTRY, "Russia", "1975-01-01", "1975-01-01", "RUS"},
        {RECORD_COUNTRY, "Hawaii", "1880-01-01", "1880-01-01", "X-HAWAII"},
        {RECORD_COUNTRY, "Cnada", NULL, NULL, NULL},
        {RECORD_COUNTRY, "", NULL, NULL, NULL},
        {RECORD_COUNTRY, "APEC", NULL, NULL, NULL},
        {RECORD_ORGANIZATION, "apec", NULL, NULL, "APEC"},
        {RECORD_ORGANIZATION, "European Union", NULL, NULL, "EU"},
        {RECORD_PERSON, "CAN", NULL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        const struct reference_row *found[4];
        int64_t from = rows[i].from ? parse_day(rows[i].from) : DAY_MIN;
        int64_t to = rows[i].to ? parse_day(rows[i].to) : DAY_MAX;
        arena_init(&arena);
        size_t count = reference_resolve(rows[i].type, &arena, slice_from(rows[i].name), from, to,
                                         found, 4);
        if (count != (rows[i].id ? 1u : 0u))
            fail_msg("%s means %zu rows", rows[i].name, count);
        if (rows[i].id)
            assert_string_equal(found[0]->values[0], rows[i].id);
        arena_free(&arena);
    }
}

static void test_codes(void **state) {
    (void)state;
    static const struct {
        const char *system, *code, *day, *id;
    } rows[] = {
        {"iso2", "GM", NULL, "GMB"},       {"fips", "GM", NULL, "DEU"},
        {"fips", "gm", NULL, "DEU"},       {"iso_numeric", "004", NULL, "AFG"},
        {"iso_numeric", "4", NULL, "AFG"}, {"cow", "20", NULL, "CAN"},
        {"cow", "020", NULL, "CAN"},       {"cow", "260", "1975-01-01", "DEU"},
        {"cow", "255", "1935-01-01", "DEU"}, {"cow", "255", "1975-01-01", NULL},
        {"cow", "255", NULL, "DEU"},       {"cow", "265", "1975-01-01", "DDR"},
        {"cow", "265", NULL, "DDR"},       {"gw", "365", "1975-01-01", "SUN"},
        {"gw", "365", "1995-01-01", "RUS"}, {"gw", "365", NULL, "RUS"},
        {"ioc", "GER", NULL, "DEU"},       {"cameo", "CHN", NULL, "CHN"},
        {"none", "CHN", NULL, NULL},       {"cow", "", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        const struct reference_row *found[4];
        int64_t from = rows[i].day ? parse_day(rows[i].day) : DAY_MIN;
        int64_t to = rows[i].day ? from : DAY_MAX;
        arena_init(&arena);
        size_t count = reference_resolve_code(&arena, rows[i].system, slice_from(rows[i].code),
                                              from, to, found, 4);
        if (count != (rows[i].id ? 1u : 0u))
            fail_msg("%s %s means %zu rows", rows[i].system, rows[i].code, count);
        if (rows[i].id && strcmp(found[0]->values[0], rows[i].id) != 0)
            fail_msg("%s %s is %s", rows[i].system, rows[i].code, found[0]->values[0]);
        arena_free(&arena);
    }
}

/* Over a change of hands a code means both, as many as there is room for. */
static void test_ambiguous_codes(void **state) {
    (void)state;
    struct arena arena;
    const struct reference_row *found[4];
    int64_t from = parse_day("1990-01-01"), to = parse_day("1993-12-31");
    arena_init(&arena);
    assert_int_equal(reference_resolve_code(&arena, "gw", SLICE_OF("365"), from, to, found, 4), 2);
    assert_int_equal(reference_resolve_code(&arena, "gw", SLICE_OF("365"), from, to, found, 1), 1);
    arena_free(&arena);
}

static void test_find_is_exact(void **state) {
    (void)state;
    assert_null(reference_find(RECORD_COUNTRY, SLICE_OF("can")));
    assert_null(reference_find(RECORD_COUNTRY, SLICE_OF("CA")));
    assert_null(reference_find(RECORD_PERSON, SLICE_OF("CAN")));
    assert_non_null(reference_find(RECORD_ORGANIZATION, SLICE_OF("APEC")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_are_sorted),
        cmocka_unit_test(test_rows_are_canonical_records),
        cmocka_unit_test(test_no_name_means_both),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_ambiguous_codes),
        cmocka_unit_test(test_find_is_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
