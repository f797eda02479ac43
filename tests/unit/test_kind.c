/* Kinds: the built-in table and what lies below it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/model/kind.h"

/* The families and their parts, with the classes, as the contract names them. */
static void test_table_is_that_of_the_contract(void **state) {
    (void)state;
    static const char *const standing[] = {
        "tariff", "sanction", "trade.ban", "trade.investigation", "incident.detention",
        "policy.standing", "treaty.in_force", NULL};
    static const char *const bounded[] = {"visit", "summit", "inquiry", "aid", "legal.trial", NULL};
    static const char *const point[] = {
        "meeting", "meeting.bilateral", "meeting.informal", "meeting.multilateral", "meeting.call",
        "statement", "statement.announcement", "statement.protest", "invitation", "agreement",
        "treaty", "treaty.signed", "treaty.ratified", "treaty.suspended", "treaty.withdrawn",
        "policy", "policy.sanction", "trade", "trade.lifted", "trade.dispute", "incident", "incident.arrest",
        "incident.release", "incident.expulsion", "incident.execution", "incident.military",
        "legal", "legal.charge", "legal.sentence", "legal.ruling", "legal.extradition",
        "relations", "relations.established", "relations.severed", "relations.resumed",
        "relations.recognition", "appointment", "appointment.dismissal", "vote", "other", NULL};
    static const char *const below_bounded[] = {"visit.state", "visit.official", "visit.working",
                                                "inquiry.consultation", NULL};
    static const struct {
        const char *const *paths;
        enum kind_class duration;
    } rows[] = {{standing, KIND_STANDING},
                {bounded, KIND_BOUNDED},
                {below_bounded, KIND_BOUNDED},
                {point, KIND_POINT}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t j = 0; rows[i].paths[j]; j++, count++) {
            const struct kind *kind = kind_find(slice_from(rows[i].paths[j]));
            if (!kind || strcmp(kind->path, rows[i].paths[j]) != 0)
                fail_msg("%s is not in the table", rows[i].paths[j]);
            if (kind->duration != rows[i].duration)
                fail_msg("%s has another class", kind->path);
        }
    assert_int_equal(count, kind_count);
    for (size_t i = 0; i < kind_count; i++) {
        assert_true(kind_table[i].label[0] && kind_table[i].note);
        assert_true(kind_table[i].weight >= -10 && kind_table[i].weight <= 10);
    }
}

static void test_which_kind_governs(void **state) {
    (void)state;
    static const struct {
        const char *path, *governs;
    } rows[] = {
        {"meeting", "meeting"},
        {"meeting.bilateral.g20", "meeting.bilateral"},
        {"meeting.other", "meeting"},
        {"trade.ban.meat", "trade.ban"},
        {"trade.banana", "trade"},
        {"tariff.steel", "tariff"},
        {"meetings", NULL},
        {"meet", NULL},
        {"", NULL},
        {".", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct kind *kind = kind_find(slice_from(rows[i].path));
        if (rows[i].governs)
            assert_string_equal(kind ? kind->path : "none", rows[i].governs);
        else
            assert_null(kind);
    }
}

static void test_below(void **state) {
    (void)state;
    assert_true(kind_is_below(SLICE_OF("meeting"), SLICE_OF("meeting")));
    assert_true(kind_is_below(SLICE_OF("meeting.call"), SLICE_OF("meeting")));
    assert_false(kind_is_below(SLICE_OF("meetings"), SLICE_OF("meeting")));
    assert_false(kind_is_below(SLICE_OF("meeting"), SLICE_OF("meeting.call")));
}

static void test_check(void **state) {
    (void)state;
    static const struct {
        const char *path, *said; /* NULL: fine */
    } rows[] = {
        {"meeting", NULL},
        {"tariff.steel_1-b", NULL},
        {"", "dotted path"},
        {".meeting", "dotted path"},
        {"meeting.", "dotted path"},
        {"meeting..call", "dotted path"},
        {"Meeting", "dotted path"},
        {"meeting.été", "dotted path"},
        {"tarif.steel", "did you mean tariff?"},
        {"ban", "did you mean trade.ban?"},
        {"detention", "did you mean incident.detention?"},
        {"xyzzy", "detente kinds"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error error = {.status = STATUS_OK};
        enum status status = kind_check(slice_from(rows[i].path), &error);
        assert_int_equal(status, rows[i].said ? STATUS_BAD_INPUT : STATUS_OK);
        if (rows[i].said && !strstr(error.message, rows[i].said) &&
            !strstr(error.remedy, rows[i].said))
            fail_msg("%s: %s; %s", rows[i].path, error.message, error.remedy);
    }
    assert_int_equal(kind_check(SLICE_OF("x"), NULL), STATUS_BAD_INPUT);
}

static void test_class_names(void **state) {
    (void)state;
    assert_string_equal(kind_class_name(KIND_POINT), "point");
    assert_string_equal(kind_class_name(KIND_BOUNDED), "bounded");
    assert_string_equal(kind_class_name(KIND_STANDING), "standing");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table_is_that_of_the_contract),
        cmocka_unit_test(test_which_kind_governs),
        cmocka_unit_test(test_below),
        cmocka_unit_test(test_check),
        cmocka_unit_test(test_class_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
