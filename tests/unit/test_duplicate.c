/* Likely duplicates: pairs that are one act are found, pairs that only look so are not; and both ways of asking, near one
 * event and over the whole record, agree. */
#include "store_fixture.h"

#include "../../core/ask/duplicate.h"

/* ---- pairs --------------------------------------------------------------------------------------------------- */

struct fields {
    const char *kind, *date, *title, *countries, *people, *rest[8]; /* rest: field, value, … */
};

struct pair {
    const char *what;
    bool one_act;
    struct fields a, b;
};

static const struct pair pairs[] = {
    {"the same title", true,
     {"meeting.bilateral", "2010-05-04", "Ruler and Premier meet in Harbour", "AUT;BEL", "", {0}},
     {"meeting.bilateral", "2010-05-04", "Ruler and Premier meet in Harbour", "BEL;AUT", "", {0}}},
    {"other words, other order", true,
     {"meeting.bilateral", "2011-05-04", "Ruler meets Premier in Harbour over fishing quotas", "AUT;BEL", "", {0}},
     {"meeting.bilateral", "2011-05-04", "In Harbour, fishing quotas are talked over by Premier and Ruler", "AUT;BEL", "", {0}}},
    {"a day off", true,
     {"incident.arrest", "2012-03-01", "Customs officers arrest the shipowner Quill at Westport", "AUT;BEL", "", {0}},
     {"incident.arrest", "2012-03-02", "Shipowner Quill arrested in Westport", "AUT;BEL", "", {0}}},
    {"two days off", true,
     {"trade.ban", "2012-06-01", "Ban on imports of glass beads", "AUT:imposer;BEL:target", "", {0}},
     {"trade.ban", "2012-06-03", "Imports of glass beads are banned", "AUT:imposer;BEL:target", "", {0}}},
    {"three days off", false,
     {"trade.ban", "2012-07-01", "Ban on imports of glass beads", "AUT:imposer;BEL:target", "", {0}},
     {"trade.ban", "2012-07-04", "Imports of glass beads are banned", "AUT:imposer;BEL:target", "", {0}}},
    {"a month instead of a day", true,
     {"agreement", "2013-04-17", "Agreement on the lighthouse at Northpoint", "AUT;BEL", "", {0}},
     {"agreement", "2013-04", "Northpoint lighthouse agreement signed", "AUT;BEL", "", {0}}},
    {"another month", false,
     {"agreement", "2013-07-17", "Agreement on the lighthouse at Northpoint", "AUT;BEL", "", {0}},
     {"agreement", "2013-08", "Northpoint lighthouse agreement signed", "AUT;BEL", "", {0}}},
    {"a year instead of a day", false,
     {"agreement", "2014-04-17", "Agreement on the lighthouse at Southpoint", "AUT;BEL", "", {0}},
     {"agreement", "2014", "Southpoint lighthouse agreement signed", "AUT;BEL", "", {0}}},
    {"the same year, nothing else is known", true,
     {"agreement", "2015", "Agreement on the lighthouse at Eastpoint", "AUT;BEL", "", {0}},
     {"agreement", "2015", "Lighthouse agreement at Eastpoint", "AUT;BEL", "", {0}}},
    {"the kind said more exactly", true,
     {"visit", "2016-01-02", "State visit of the Ruler to the mountain provinces", "AUT:visitor;BEL:host", "", {0}},
     {"visit.state", "2016-01-02", "Ruler visits mountain provinces", "AUT:visitor;BEL:host", "", {0}}},
    {"two kinds of meeting", true,
     {"meeting.informal", "2016-02-02", "Ruler and Premier exchange words beside the regatta", "AUT;BEL", "", {0}},
     {"meeting.bilateral", "2016-02-02", "Premier and Ruler speak beside the regatta", "AUT;BEL", "", {0}}},
    {"arrest and release", false,
     {"incident.arrest", "2016-03-02", "Fisherman Tarn at Westport", "AUT;BEL", "", {0}},
     {"incident.release", "2016-03-02", "Fisherman Tarn at Westport", "AUT;BEL", "", {0}}},
    {"another family of kinds", false,
     {"statement", "2016-04-02", "Protest over the dredging of the strait", "AUT;BEL", "", {0}},
     {"agreement", "2016-04-02", "Protest over the dredging of the strait", "AUT;BEL", "", {0}}},
    {"other countries", false,
     {"agreement", "2016-05-02", "Agreement on the dredging of the strait", "AUT;BEL", "", {0}},
     {"agreement", "2016-05-02", "Agreement on the dredging of the strait", "AUT;DNK", "", {0}}},
    {"one who takes part is left out", true,
     {"meeting.bilateral", "2016-06-02", "Talks about dredging the strait", "AUT;BEL", "ann;bob", {0}},
     {"meeting.bilateral", "2016-06-02", "Dredging of the strait: talks", "AUT;BEL", "ann", {0}}},
    {"other people", false,
     {"incident.detention", "2016-07-02", "A trader is detained at the border", "AUT;BEL", "ann:subject", {0}},
     {"incident.detention", "2016-07-02", "A trader is detained at the border", "AUT;BEL", "bob:subject", {0}}},
    {"each speaks for itself", false,
     {"statement", "2016-08-02", "Statement on the floods in the delta", "AUT:speaker;BEL", "", {0}},
     {"statement", "2016-08-02", "Statement on the floods in the delta", "AUT;BEL:speaker", "", {0}}},
    {"imposed by the one and by the other", false,
     {"tariff", "2016-09-02", "Tariff on glass beads", "AUT:imposer;BEL:target", "", {"product", "glass beads"}},
     {"tariff", "2016-09-02", "Tariff on glass beads", "BEL:imposer;AUT:target", "", {"product", "glass beads"}}},
    {"another product", false,
     {"tariff", "2016-10-02", "Additional tariff of 25% on glass beads", "AUT:imposer;BEL:target", "", {"product", "glass beads"}},
     {"tariff", "2016-10-02", "Additional tariff of 25% on glass bowls", "AUT:imposer;BEL:target", "", {"product", "glass bowls"}}},
    {"products that nobody lists", false,
     {"tariff", "2016-10-12", "Additional tariff of 25% on glass beads", "AUT:imposer;BEL:target", "", {0}},
     {"tariff", "2016-10-12", "Additional tariff of 25% on glass bowls", "AUT:imposer;BEL:target", "", {0}}},
    {"another rate", false,
     {"tariff", "2016-11-02", "Tariff on glass beads", "AUT:imposer;BEL:target", "", {"product", "glass beads", "rate", "10"}},
     {"tariff", "2016-11-02", "Tariff on glass beads", "AUT:imposer;BEL:target", "", {"product", "glass beads", "rate", "25"}}},
    {"another ground", false,
     {"tariff", "2016-11-12", "Tariff on glass beads", "AUT:imposer;BEL:target", "",
      {"product", "glass beads", "rate", "10", "basis", "anti-dumping"}},
     {"tariff", "2016-11-12", "Tariff on glass beads", "AUT:imposer;BEL:target", "",
      {"product", "glass beads", "rate", "10", "basis", "surtax"}}},
    {"the same measure", true,
     {"tariff", "2016-12-02", "Tariff of 10% on glass beads", "AUT:imposer;BEL:target", "", {"product", "Glass beads", "rate", "10"}},
     {"tariff", "2016-12-03", "10% tariff put on beads of glass", "AUT:imposer;BEL:target", "", {"product", "glass beads"}}},
    {"other numbers", false,
     {"meeting.bilateral", "2017-01-02", "Round 3 of the talks about mooring rights", "AUT;BEL", "", {0}},
     {"meeting.bilateral", "2017-01-03", "Round 4 of the talks about mooring rights", "AUT;BEL", "", {0}}},
    {"other numbers in words", false,
     {"meeting.bilateral", "2017-02-02", "First round of the talks about mooring rights", "AUT;BEL", "", {0}},
     {"meeting.bilateral", "2017-02-02", "Second round of the talks about mooring rights", "AUT;BEL", "", {0}}},
    {"only what all titles say is shared", false,
     {"statement.announcement", "2017-03-02", "Minister announces new measures on whaling", "AUT;BEL", "", {0}},
     {"statement.announcement", "2017-03-02", "Minister announces new measures on passports", "AUT;BEL", "", {0}}},
    {"only names of the parties are shared", false,
     {"statement", "2017-04-02", "Austria and Belgium praise beekeepers", "AUT;BEL", "", {0}},
     {"statement", "2017-04-02", "Austrian remark on Belgian railways", "AUT;BEL", "", {0}}},
    {"other places on other days", false,
     {"visit.official", "2017-05-02", "Delegation tours the shipyards", "AUT:visitor;BEL:host", "", {"place", "Westport"}},
     {"visit.official", "2017-05-03", "Delegation tours the shipyards", "AUT:visitor;BEL:host", "", {"place", "Eastpoint"}}},
    {"one is cancelled", false,
     {"summit", "2017-06-02", "Summit of the lighthouse league", "AUT;BEL", "", {"status", "cancelled"}},
     {"summit", "2017-06-02", "Summit of the lighthouse league", "AUT;BEL", "", {0}}},
    {"no title", false,
     {"statement", "2017-07-02", "", "AUT;BEL", "", {"code", "010"}},
     {"statement", "2017-07-02", "", "AUT;BEL", "", {"code", "010"}}},
    {"nobody is named, and the title is the same", true,
     {"other", "2017-08-02", "Storm over the northern harbours", "", "", {0}},
     {"other", "2017-08-02", "Storm over northern harbours", "", "", {0}}},
    {"a script without spaces", true,
     {"meeting.bilateral", "2017-09-02", "两国总理在北京会谈", "AUT;BEL", "", {0}},
     {"meeting.bilateral", "2017-09-02", "两国总理会谈于北京", "AUT;BEL", "", {0}}},
};

static void put_fields(struct world *world, const char *id, const struct fields *fields) {
    struct record record;
    struct error error = {0};
    enum store_change change;
    int field;
    record_init(&record, RECORD_EVENT);
    record_set(&record, EVENT_ID, slice_from(id));
    record_set(&record, EVENT_KIND, slice_from(fields->kind));
    record_set(&record, EVENT_DATE, slice_from(fields->date));
    record_set(&record, EVENT_TITLE, slice_from(fields->title));
    record_set(&record, EVENT_COUNTRIES, slice_from(fields->countries));
    record_set(&record, EVENT_PEOPLE, slice_from(fields->people));
    for (size_t i = 0; i + 1 < LENGTH(fields->rest) && fields->rest[i]; i += 2) {
        int which = record_find_field(RECORD_EVENT, slice_from(fields->rest[i]));
        assert_true(which >= 0);
        record_set(&record, which, slice_from(fields->rest[i + 1]));
    }
    must(try_put(world, &record, &change, &field, &error), &error);
}

/* ---- asking ---------------------------------------------------------------------------------------------------- */

struct found {
    char text[4000]; /* "A+B " for each pair */
    size_t count;
};

static enum status hear_pair(void *context, const struct stored_event *one, const struct stored_event *other,
                             struct error *error) {
    struct found *found = context;
    struct slice a = record_get(&one->event, EVENT_ID), b = record_get(&other->event, EVENT_ID);
    size_t at = strlen(found->text);
    (void)error;
    assert_true(event_compare(&one->times, a, &other->times, b) < 0);
    snprintf(found->text + at, sizeof found->text - at, "%.*s+%.*s ", (int)a.size, a.data, (int)b.size, b.data);
    found->count++;
    return STATUS_OK;
}

static void find_all(struct world *world, struct found *found) {
    struct asker asker;
    struct error error = {0};
    *found = (struct found){.count = 0};
    ask_begin(&asker, world->store, ASK_NAMES);
    must(ask_each_duplicate(&asker, hear_pair, found, &error), &error);
    ask_end(&asker);
}

static void find_near(struct world *world, const char *id, bool earlier_only, struct found *found) {
    struct asker asker;
    struct error error = {0};
    struct stored_event event = get_event(world, id);
    *found = (struct found){.count = 0};
    ask_begin(&asker, world->store, ASK_NAMES);
    must(ask_duplicates_of(&asker, &event, earlier_only, hear_pair, found, &error), &error);
    ask_end(&asker);
}

static struct world made;

static int make(void **state) {
    (void)state;
    world_make(&made);
    world_open(&made, STORE_CREATE);
    world_begin(&made);
    put(&made, RECORD_PERSON, "id", "ann", "name", "Ann Example", NULL);
    put(&made, RECORD_PERSON, "id", "bob", "name", "Bob Example", NULL);
    world_commit(&made);
    return 0;
}

static int drop(void **state) {
    (void)state;
    world_drop(&made);
    return 0;
}

/* ---- tests -------------------------------------------------------------------------------------------------------- */

static void pairs_are_judged(void **state) {
    (void)state;
    struct found found;
    world_begin(&made);
    for (size_t i = 0; i < LENGTH(pairs); i++) {
        char a[32], b[32];
        snprintf(a, sizeof a, "P%zu-a", i);
        snprintf(b, sizeof b, "P%zu-b", i);
        put_fields(&made, a, &pairs[i].a);
        put_fields(&made, b, &pairs[i].b);
    }
    world_commit(&made);
    struct found all;
    find_all(&made, &all);
    for (size_t i = 0; i < LENGTH(pairs); i++) {
        char id[32], sum[64], reverse[64];
        snprintf(sum, sizeof sum, "P%zu-a+P%zu-b ", i, i);
        snprintf(reverse, sizeof reverse, "P%zu-b+P%zu-a ", i, i);
        bool told = strstr(all.text, sum) || strstr(all.text, reverse);
        if (told != pairs[i].one_act) fail_msg("%s: %s", pairs[i].what, told ? "told" : "not told");
        for (int side = 0; side < 2; side++) { /* near either of the two the other is found, and nothing else */
            snprintf(id, sizeof id, "P%zu-%c", i, "ab"[side]);
            find_near(&made, id, false, &found);
            if (found.count != pairs[i].one_act) fail_msg("%s, near %s: \"%s\"", pairs[i].what, id, found.text);
        }
        size_t earlier = 0;
        for (int side = 0; side < 2; side++) {
            snprintf(id, sizeof id, "P%zu-%c", i, "ab"[side]);
            find_near(&made, id, true, &found);
            earlier += found.count;
        }
        if (earlier != pairs[i].one_act) fail_msg("%s: %zu times among earlier ones", pairs[i].what, earlier);
    }
    size_t acts = 0;
    for (size_t i = 0; i < LENGTH(pairs); i++) acts += pairs[i].one_act;
    assert_int_equal(all.count, acts); /* no pair of two different ones */
}

static const struct fields talks = {"meeting.bilateral", "2018-01-02", "Talks about mooring rights at Westport",
                                    "AUT;BEL", "", {0}};

static void put_link(const char *from, const char *relation, const char *to) {
    put(&made, RECORD_LINK, "from", from, "relation", relation, "to", to, NULL);
}

/* What is linked was seen to be two. */
static void links_say_that_they_are_known(void **state) {
    (void)state;
    struct found found;
    static const char *const relations[] = {"duplicates", "part_of", "follows"};
    for (size_t i = 0; i < LENGTH(relations); i++) {
        world_begin(&made);
        put_fields(&made, "one", &talks);
        put_fields(&made, "two", &talks);
        find_all(&made, &found);
        assert_string_equal(found.text, "one+two ");
        put_link("two", relations[i], "one");
        find_all(&made, &found);
        if (found.count) fail_msg("linked by %s, and told", relations[i]);
        store_rollback(made.store);
    }
}

static void links_by_way_of_others(void **state) {
    (void)state;
    struct found found;
    static const struct fields other = {"agreement", "2018-01-02", "Something else", "AUT;BEL", "", {0}};
    static const struct {
        const char *what, *links[4];
        bool told;
    } cases[] = {
        {"in the chain of the other", {"one", "middle", "middle", "two"}, false},
        {"the other way round", {"two", "middle", "middle", "one"}, false},
        {"both in answer to a third", {"one", "middle", "two", "middle"}, true},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        world_begin(&made);
        put_fields(&made, "one", &talks);
        put_fields(&made, "two", &talks);
        put_fields(&made, "middle", &other);
        put_link(cases[i].links[0], "responds_to", cases[i].links[1]);
        put_link(cases[i].links[2], "responds_to", cases[i].links[3]);
        find_all(&made, &found);
        if ((found.count == 1) != cases[i].told) fail_msg("%s: \"%s\"", cases[i].what, found.text);
        store_rollback(made.store);
    }
    world_begin(&made);
    put_fields(&made, "one", &talks);
    put_fields(&made, "two", &talks);
    put_fields(&made, "whole", &other);
    put_link("one", "part_of", "whole");
    put_link("two", "part_of", "whole");
    find_all(&made, &found);
    assert_int_equal(found.count, 0);
    store_rollback(made.store);
}

/* Thousands on one day, and titles without end. */
static void dense_days_end(void **state) {
    (void)state;
    enum { EVENTS = 5000, LONG = 20000 };
    struct found found;
    char *title = malloc(LONG + 1);
    assert_non_null(title);
    for (size_t i = 0; i < LONG; i++) title[i] = i % 7 == 6 ? ' ' : (char)('a' + (i / 7 * 31 + i) % 26);
    title[LONG] = '\0';
    world_begin(&made);
    for (int i = 0; i < EVENTS; i++) {
        char id[32], words[64];
        struct fields fields = talks;
        snprintf(id, sizeof id, "dense-%d", i);
        snprintf(words, sizeof words, "Matter %d of the docket", i);
        fields.title = words;
        put_fields(&made, id, &fields);
    }
    struct fields fields = talks;
    fields.title = title;
    fields.date = "2018-01-03";
    put_fields(&made, "long-a", &fields);
    put_fields(&made, "long-b", &fields);
    world_commit(&made);
    find_all(&made, &found);
    assert_string_equal(found.text, "long-a+long-b ");
    find_near(&made, "long-b", true, &found);
    assert_string_equal(found.text, "long-a+long-b ");
    free(title);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pairs_are_judged, make, drop),
        cmocka_unit_test_setup_teardown(links_say_that_they_are_known, make, drop),
        cmocka_unit_test_setup_teardown(links_by_way_of_others, make, drop),
        cmocka_unit_test_setup_teardown(dense_days_end, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
