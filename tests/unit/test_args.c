/* Reading the command line by tables of options: forms, values, what is refused and with what hint.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../cmd/args.h"

struct own {
    bool strict, quiet;
    const char *from, *limit, *when, *output;
    struct detente_words kinds;
};

static const char *const whens[] = {"auto", "always", "never", NULL};
#define AT(member) offsetof(struct own, member)
static const struct option rows[] = {
    {"--strict", 0, OPTION_FLAG, AT(strict), NULL, "", NULL},
    {"--quiet", 'q', OPTION_FLAG, AT(quiet), NULL, "", NULL},
    {"--from", 0, OPTION_TEXT, AT(from), "DATE", "", NULL},
    {"--limit", 'l', OPTION_NUMBER, AT(limit), "N", "", NULL},
    {"--when", 0, OPTION_TEXT, AT(when), "WHEN", "", whens},
    {"--output", 'o', OPTION_TEXT, AT(output), "FILE", "", NULL},
    {"--kind", 'k', OPTION_LIST, AT(kinds), "KIND", "", NULL},
};
static const struct option_table table = {"Own", rows, sizeof rows / sizeof *rows};

enum { ITEMS = 12 };

/* Reads a whole line with the table. */
static enum detente_status read_items(struct args *args, struct own *own, const char *const *items,
                                      struct detente_error *error) {
    size_t count = 0;
    while (items[count]) count++;
    *own = (struct own){0};
    *error = (struct detente_error){0};
    assert_int_equal(args_init(args, (char *const *)items, count, error), DETENTE_OK);
    args_add_table(args, &table, own);
    args->command = "ask";
    return args_read_rest(args, error);
}

static void check_text(const char *got, const char *want) {
    if (want) assert_string_equal(got, want);
    else assert_null(got);
}

static void test_forms(void **state) {
    (void)state;
    static const struct {
        const char *items[ITEMS];
        bool strict, quiet;
        const char *from, *limit, *output, *kinds[4], *words[4];
    } cases[] = {
        {.items = {NULL}},
        {.items = {"a", "b"}, .words = {"a", "b"}},
        {.items = {"--from", "2018", "a"}, .from = "2018", .words = {"a"}},
        {.items = {"a", "--from=2018"}, .from = "2018", .words = {"a"}},
        {.items = {"--from=a=b"}, .from = "a=b"},
        {.items = {"--from", "-0500"}, .from = "-0500"},
        {.items = {"--strict", "--quiet"}, .strict = true, .quiet = true},
        {.items = {"-q", "-q"}, .quiet = true},
        {.items = {"-l", "5"}, .limit = "5"},
        {.items = {"-l5"}, .limit = "5"},
        {.items = {"-l=5"}, .limit = "5"},
        {.items = {"-ql5"}, .quiet = true, .limit = "5"},
        {.items = {"-qo", "f"}, .quiet = true, .output = "f"},
        {.items = {"-o-"}, .output = "-"},
        {.items = {"-o", "-"}, .output = "-"},
        {.items = {"-o", "-x"}, .output = "-x"},
        {.items = {"-"}, .words = {"-"}},
        {.items = {"-0500", "-5"}, .words = {"-0500", "-5"}},
        {.items = {"--", "--from", "-q", "--"}, .words = {"--from", "-q", "--"}},
        {.items = {"a", "--", "-x"}, .words = {"a", "-x"}},
        {.items = {"-k", "x", "a", "--kind=y", "-kz"}, .kinds = {"x", "y", "z"}, .words = {"a"}},
        {.items = {""}, .words = {""}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct args args;
        struct own own;
        struct detente_error error;
        assert_int_equal(read_items(&args, &own, cases[i].items, &error), DETENTE_OK);
        assert_int_equal(own.strict, cases[i].strict);
        assert_int_equal(own.quiet, cases[i].quiet);
        check_text(own.from, cases[i].from);
        check_text(own.limit, cases[i].limit);
        check_text(own.output, cases[i].output);
        for (size_t j = 0; j < own.kinds.count; j++)
            check_text(own.kinds.items[j], cases[i].kinds[j]);
        assert_null(cases[i].kinds[own.kinds.count]);
        for (size_t j = 0; j < args.word_count; j++) check_text(args.words[j], cases[i].words[j]);
        assert_null(cases[i].words[args.word_count]);
        args_free(&args);
    }
}

static void test_refused(void **state) {
    (void)state;
    static const struct {
        const char *items[ITEMS], *message, *remedy;
    } cases[] = {
        {{"--form"}, "`ask` has no option --form", "did you mean --from? See `detente help ask`"},
        {{"--form=2018"},
         "`ask` has no option --form",
         "did you mean --from? See `detente help ask`"},
        {{"--xyzzy"}, "`ask` has no option --xyzzy", "see `detente help ask`"},
        {{"--fro"}, "`ask` has no option --fro", NULL},
        {{"-x"}, "`ask` has no option -x", "see `detente help ask`"},
        {{"-qx"}, "no option -x in -qx", "see `detente help ask`"},
        {{"-strict"}, "no option -s in -strict", "did you mean --strict? See `detente help ask`"},
        {{"-\xc3\xa9t"}, "`ask` has no option -\xc3\xa9t", NULL},
        {{"--from"}, "--from needs a value: --from DATE", "see `detente help ask`"},
        {{"--from", "--strict"}, "--from needs a value: --from DATE", NULL},
        {{"--from="}, "--from needs a value: --from DATE", NULL},
        {{"--from", ""}, "--from needs a value: --from DATE", NULL},
        {{"-l"}, "--limit needs a value: --limit N", NULL},
        {{"-ql"}, "--limit needs a value: --limit N", NULL},
        {{"-k="}, "--kind needs a value: --kind KIND", NULL},
        {{"--from", "1", "--from", "1"}, "--from is given twice", "see `detente help ask`"},
        {{"-l1", "--limit=2"}, "--limit is given twice", NULL},
        {{"--strict=yes"}, "--strict takes no value", NULL},
        {{"--limit", "ten"}, "--limit takes a whole number, not \"ten\"", NULL},
        {{"--limit", "-1"}, "--limit takes a whole number, not \"-1\"", NULL},
        {{"--limit", "1.5"}, "--limit takes a whole number, not \"1.5\"", NULL},
        {{"--limit", "1234567890123456789"}, NULL, NULL},
        {{"--when", "alway"},
         "--when takes auto, always or never, not \"alway\"",
         "did you mean always? See `detente help ask`"},
        {{"a", "--when=x"},
         "--when takes auto, always or never, not \"x\"",
         "see `detente help ask`"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct args args;
        struct own own;
        struct detente_error error;
        assert_int_equal(read_items(&args, &own, cases[i].items, &error), DETENTE_USAGE);
        assert_int_equal(error.status, DETENTE_USAGE);
        if (cases[i].message) assert_string_equal(error.message, cases[i].message);
        if (cases[i].remedy) assert_string_equal(error.remedy, cases[i].remedy);
        args_free(&args);
    }
}

/* A command's rules leave options out, with a reason; "*" stands for the rest of one table. */
static void test_rules(void **state) {
    (void)state;
    static const struct option_rule some[] = {{"--from", "it is of a day"}, {"--pair", "name them as words"}, {0}};
    static const struct option_rule one_only[] = {{"--limit", NULL}, {"*", "the words say all"}, {0}};
    static const struct {
        const struct option_rule *rules;
        const char *item, *message, *remedy; /* no message: it is taken */
    } cases[] = {
        {some, "--from=2018", "`ask` takes no --from", "it is of a day"},
        {some, "--pair=A,B", "`ask` takes no --pair", "name them as words"}, /* that stands in no table */
        {some, "--limit=1", NULL, NULL},
        {some, "--fro=2018", "`ask` has no option --fro", "see `detente help ask`"}, /* what it does not take is not near */
        {one_only, "--limit=1", NULL, NULL},
        {one_only, "--from=2018", "`ask` takes no --from", "the words say all"},
        {one_only, "--strict", "`ask` takes no --strict", "the words say all"},
        {one_only, "--pair=A,B", "`ask` has no option --pair", "see `detente help ask`"},
        {NULL, "--from=2018", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const items[] = {cases[i].item};
        struct args args;
        struct own own = {0};
        struct detente_error error = {0};
        assert_int_equal(args_init(&args, (char *const *)items, 1, &error), DETENTE_OK);
        args_add_table(&args, &table, &own);
        args.command = "ask";
        args.ruled = &table;
        args.rules = cases[i].rules;
        assert_int_equal(args_read_rest(&args, &error), cases[i].message ? DETENTE_USAGE : DETENTE_OK);
        check_text(error.message, cases[i].message ? cases[i].message : "");
        check_text(error.remedy, cases[i].remedy ? cases[i].remedy : "");
        args_free(&args);
    }
}

/* "*" stands for one table only: a command's own options stay. */
static void test_rules_of_one_table(void **state) {
    (void)state;
    static const struct option_rule rules[] = {{"*", "the words say all"}, {0}};
    static const char *const items[] = {"--strict"};
    struct args args;
    struct own own = {0};
    struct detente_error error = {0};
    assert_int_equal(args_init(&args, (char *const *)items, 1, &error), DETENTE_OK);
    args_add_table(&args, &table, &own);
    args.command = "ask";
    args.rules = rules;
    assert_int_equal(args_read_rest(&args, &error), DETENTE_OK);
    assert_true(own.strict);
    args_free(&args);
}

/* What people type from habit is answered with what it is here, where the command takes that. */
static void test_synonyms(void **state) {
    (void)state;
    static const struct option_synonym synonyms[] = {
        {"--since", "--from"}, {"--csv", "--when never"}, {"--ending", "--until"}, {0}};
    static const struct option_rule no_from[] = {{"--from", "it is of a day"}, {0}};
    static const struct {
        const struct option_rule *rules;
        const char *item, *remedy;
    } cases[] = {
        {NULL, "--since=2018", "did you mean --from? See `detente help ask`"},
        {NULL, "--csv", "did you mean --when never? See `detente help ask`"},
        {NULL, "--ending", "see `detente help ask`"},
        {no_from, "--since", "see `detente help ask`"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const items[] = {cases[i].item};
        struct args args;
        struct own own = {0};
        struct detente_error error = {0};
        assert_int_equal(args_init(&args, (char *const *)items, 1, &error), DETENTE_OK);
        args_add_table(&args, &table, &own);
        args.command = "ask";
        args.synonyms = synonyms;
        args.rules = cases[i].rules;
        assert_int_equal(args_read_rest(&args, &error), DETENTE_USAGE);
        assert_string_equal(error.remedy, cases[i].remedy);
        args_free(&args);
    }
}

static void test_dash_hint(void **state) {
    (void)state;
    static const char *const items[] = {"-bail"};
    struct args args;
    struct own own = {0};
    struct detente_error error = {0};
    assert_int_equal(args_init(&args, (char *const *)items, 1, &error), DETENTE_OK);
    args_add_table(&args, &table, &own);
    args.command = "ask";
    args.dash_hint = "put it into quotes";
    assert_int_equal(args_read_rest(&args, &error), DETENTE_USAGE);
    assert_string_equal(error.message, "no option -b in -bail");
    assert_string_equal(error.remedy, "put it into quotes");
    args_free(&args);
}

/* The first word is the command; the table that stands first has the say; nothing is lost between.
 */
static void test_command_first(void **state) {
    (void)state;
    static const struct option own_rows[] = {
        {"--from", 0, OPTION_TEXT, AT(from), "FILE", "", NULL},
    };
    static const struct option_table own_table = {"First", own_rows, 1};
    static const char *const items[] = {"-k",       "x",  "--from", "1",   "ask",
                                        "--from=2", "-k", "y",      "word"};
    size_t count = sizeof items / sizeof *items;
    struct args args;
    struct own first = {0}, shared = {0};
    struct detente_error error = {0};
    assert_int_equal(args_init(&args, (char *const *)items, count, &error), DETENTE_OK);
    args_add_table(&args, &table, &shared);
    assert_int_equal(args_read_command(&args, &error), DETENTE_OK);
    assert_int_equal(args.word_count, 1);
    assert_int_equal(args.item_count, 4);
    args_clear_tables(&args);
    args_add_table(&args, &own_table, &first);
    args_add_table(&args, &table, &shared);
    assert_int_equal(args_read_rest(&args, &error), DETENTE_OK);
    assert_string_equal(shared.from, "1");
    assert_string_equal(first.from, "2");
    assert_int_equal(shared.kinds.count, 2);
    assert_string_equal(shared.kinds.items[1], "y");
    assert_string_equal(args.words[0], "ask");
    assert_string_equal(args.words[1], "word");
    args_free(&args);
    assert_null(shared.kinds.items);
}

static void test_before_command(void **state) {
    (void)state;
    static const char *const items[] = {"--frm", "ask"};
    struct args args;
    struct own own = {0};
    struct detente_error error = {0};
    assert_int_equal(args_init(&args, (char *const *)items, 2, &error), DETENTE_OK);
    args_add_table(&args, &table, &own);
    assert_int_equal(args_read_command(&args, &error), DETENTE_USAGE);
    assert_string_equal(error.message, "unknown option --frm before the command");
    assert_string_equal(error.remedy, "did you mean --from? See `detente help`");
    args_free(&args);
}

static void test_is_set(void **state) {
    (void)state;
    static const char *const items[] = {"-q", "-k", "x", "--limit", "0", NULL};
    static const bool set[] = {false, true, false, true, false, false, true};
    struct args args;
    struct own own;
    struct detente_error error;
    assert_int_equal(read_items(&args, &own, items, &error), DETENTE_OK);
    for (size_t i = 0; i < table.count; i++)
        assert_int_equal(option_is_set(&rows[i], &own), set[i]);
    args_free(&args);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),         cmocka_unit_test(test_refused),
        cmocka_unit_test(test_command_first), cmocka_unit_test(test_before_command),
        cmocka_unit_test(test_is_set),        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_rules_of_one_table), cmocka_unit_test(test_synonyms),
        cmocka_unit_test(test_dash_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
