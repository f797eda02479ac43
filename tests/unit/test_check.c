/* What each check finds, and what it must leave alone: a small world per case. */
#include "store_fixture.h"

#include "../../core/ask/check.h"
#include "../../core/base/buffer.h"

enum { TODAY = 20553 }; /* 2026-04-10 */

/* ---- worlds as text ---------------------------------------------------------------------------- */

/* One record per line: "event id=E1|kind=meeting|date=2020-01-01". What is no field is an extra; an event without a title
 * is called by its id. */
static void put_line(struct world *world, const char *line, size_t size) {
    struct slice text = {line, size};
    size_t at = slice_find(text, ' ');
    struct record record;
    enum store_change change;
    struct error error = {0};
    int field;
    record_init(&record, record_find_type(slice_part(text, 0, at)));
    if (record.type >= RECORD_PARTY) fail_msg("no type: %.*s", (int)size, line);
    for (text = slice_part(text, at + 1, text.size); text.size;) {
        struct slice pair = slice_part(text, 0, slice_find(text, '|'));
        struct slice name = slice_part(pair, 0, slice_find(pair, '=')), value = slice_part(pair, name.size + 1, pair.size);
        char *copies[] = {arena_string(&world->arena, name), arena_string(&world->arena, value)};
        field = record_find_field(record.type, name);
        if (field >= 0) record_set(&record, field, slice_from(copies[1]));
        else add_extra(world, &record, copies[0], copies[1]);
        text = slice_part(text, pair.size + 1, text.size);
    }
    if (record.type == RECORD_EVENT && record_has(&record, EVENT_KIND) && !record_has(&record, EVENT_TITLE))
        record_set(&record, EVENT_TITLE, record_get(&record, EVENT_ID));
    if (try_put(world, &record, &change, &field, &error) != STATUS_OK) fail_msg("%.*s: %s", (int)size, line, error.message);
}

static void put_lines(struct world *world, const char *lines) {
    world_begin(world);
    for (const char *line = lines; *line;) {
        size_t size = strcspn(line, "\n");
        if (size) put_line(world, line, size);
        line += size + (line[size] != 0);
    }
    world_commit(world);
}

static void make_world(struct world *world, const char *lines) {
    world_make(world);
    world_open(world, STORE_CREATE);
    put_lines(world, "source id=s1|title=A source|url=https://test.example/1\n");
    put_lines(world, lines);
}

/* ---- findings ------------------------------------------------------------------------------------ */

struct findings {
    struct buffer ids;   /* one per line, "!" before what is accepted, "~" before what was before it changed */
    struct buffer words; /* what and repair of all */
    size_t count;
};

static enum status take_finding(void *context, const struct answer_finding *finding, struct error *error) {
    struct findings *findings = context;
    (void)error;
    findings->count++;
    if (finding->accepted) buffer_append_byte(&findings->ids, '!');
    else if (finding->reason.size) buffer_append_byte(&findings->ids, '~');
    buffer_append_slice(&findings->ids, finding->id);
    buffer_append_byte(&findings->ids, '\n');
    buffer_append_slice(&findings->words, finding->what);
    buffer_append_text(&findings->words, " / ");
    buffer_append_slice(&findings->words, finding->repair);
    buffer_append_byte(&findings->words, '\n');
    assert_true(finding->what.size > 0 && finding->repair.size > 0);
    return STATUS_OK;
}

static const struct ask_check *find_check(const char *name) {
    const struct ask_check *check = ask_checks;
    while (check->name && strcmp(check->name, name) != 0) check++;
    if (!check->name) fail_msg("no check %s", name);
    return check;
}

static struct findings run_check(struct world *world, const char *name, bool judged) {
    struct findings findings = {.count = 0};
    struct ask_acceptance acceptance;
    struct asker asker;
    struct error error = {0};
    buffer_init(&findings.ids);
    buffer_init(&findings.words);
    ask_begin(&asker, world->store, ASK_ALL);
    asker.today = TODAY;
    must(ask_read_acceptance(&asker, &world->arena, &acceptance, &error), &error);
    must(ask_run_check(&asker, find_check(name), judged ? &acceptance : NULL, take_finding, &findings, &error), &error);
    ask_end(&asker);
    buffer_append_byte(&findings.ids, '\0');
    buffer_append_byte(&findings.words, '\0');
    assert_false(buffer_failed(&findings.ids) || buffer_failed(&findings.words));
    return findings;
}

static void free_findings(struct findings *findings) {
    buffer_free(&findings->ids);
    buffer_free(&findings->words);
}

static void check_findings(struct world *world, const char *name, const char *what, const char *wanted) {
    struct findings findings = run_check(world, name, true);
    if (strcmp(findings.ids.data, wanted) != 0)
        fail_msg("%s, %s: found\n%s(%s)\ninstead of\n%s", name, what, findings.ids.data, findings.words.data, wanted);
    free_findings(&findings);
}

/* ---- cases ----------------------------------------------------------------------------------------- */

static const struct check_case {
    const char *check, *what, *world, *found, *words; /* words: some that must stand in what or repair; NULL: any */
} cases[] = {
    {"sources", "an event names one, or an address, or a claim supports it",
     "event id=E1|kind=meeting|date=2020-01-01|sources=s1\n"
     "event id=E2|kind=meeting|date=2020-01-01|source_url=https://test.example/2\n"
     "event id=E3|kind=meeting|date=2020-01-01\n"
     "event id=E4|kind=meeting|date=2020-01-01\nclaim event=E4|source=s1|field=date|value=2020-01-01\n"
     "event id=E5|kind=meeting|date=2020-01-02\nclaim event=E5|source=s1|field=date|value=2020-01-03|stance=denies\n"
     "event id=E6|kind=incident|date=2020-01-03|code=0141\n",
     "sources:E3\nsources:E5\nsources:E6\n", "detente edit E3 sources+=SOURCE"},
    {"sources", "terms, links and sources themselves",
     "person id=p1|name=Person One\n"
     "term person=p1|country=X-A|office=head_of_state|start=2000\n"
     "term person=p1|country=X-A|office=head_of_state|start=2010|sources=s1\n"
     "source id=s2|publisher=Nobody\nsource id=s3|archive_url=https://test.example/old\nsource id=s4|title=A book\n"
     "event id=E1|kind=meeting|date=2020-01-01\nevent id=E2|kind=meeting|date=2020-01-02\n"
     "event id=E3|kind=meeting|date=2020-01-03|sources=s1\n"
     "link from=E2|relation=follows|to=E1\nlink from=E3|relation=follows|to=E1\n"
     "link from=E2|relation=responds_to|to=E1|source=s1\n",
     "sources:E1\nsources:E2\nsources:term:p1/X-A/head_of_state/2000\nsources:link:E2/follows/E1\nsources:s2,title\n", NULL},

    {"terms", "in office, before, after, unknown to the terms, excused",
     "person id=p1|name=Person One\nperson id=p2|name=Person Two\n"
     "term person=p1|country=X-A|office=head_of_government|start=2010-01-01|end=2012-01-01|title=Premier\n"
     "event id=IN|kind=meeting|date=2011-05-05|people=p1\n"
     "event id=BEFORE|kind=meeting.bilateral|date=2009-12-31|people=p1:host\n"
     "event id=HANDED|kind=summit|date=2012-01-01|people=p1\n"
     "event id=MAYBE|kind=meeting|date=2009-12/2010-02|people=p1\n"
     "event id=LASTS|kind=visit|date=2009-12-30|end=2010-01-02|people=p1\n"
     "event id=TWICE|kind=visit|date=2013-01-01|people=p1:host;p1:speaker\n"
     "event id=OTHER|kind=meeting|date=2013-01-01|people=p2\n"
     "event id=TOPIC|kind=meeting|date=2013-01-01|people=p1:subject\n"
     "event id=SPEECH|kind=statement|date=2013-01-01|people=p1\n"
     "event id=DENIED|kind=meeting|date=2013-01-01|people=p1|status=denied\n"
     "event id=ENVOY|kind=meeting|date=2013-01-01|people=p1|party_details=person:p1:::special envoy\n",
     "terms:BEFORE+p1\nterms:HANDED+p1\nterms:TWICE+p1\n", "Person One took part, but held no office"},
    {"terms", "overlapping holders of one office",
     "person id=a|name=A\nperson id=b|name=B\nperson id=c|name=C\n"
     "term person=a|country=X-A|office=head_of_state|start=2000-01-01|end=2005-01-01\n"
     "term person=b|country=X-A|office=head_of_state|start=2005-01-01|end=2006-01-01\n" /* on the day it ends */
     "term person=c|country=X-A|office=head_of_state|start=2005-12-31|end=2007-01-01\n" /* one day of both */
     "term person=a|country=X-B|office=head_of_state|start=2000-01-01|end=2005-01-01\n"
     "term person=b|country=X-B|office=head_of_state|start=2004-12-30|end=2006-01-01\n"
     "term person=a|country=X-C|office=head_of_state|start=2000|end=2005\n" /* months are open */
     "term person=b|country=X-C|office=head_of_state|start=2005|end=2006\n"
     "term person=a|country=X-D|office=head_of_state|start=2000-01-01~|end=2005-01-01\n" /* two days may be none */
     "term person=b|country=X-D|office=head_of_state|start=2004-12-30~|end=2006-01-01\n"
     "term person=a|country=X-E|office=minister|start=2000-01-01|end=2005-01-01\n" /* several at a time */
     "term person=b|country=X-E|office=minister|start=2001-01-01|end=2006-01-01\n",
     "terms:term:a/X-B/head_of_state/2000-01-01+term:b/X-B/head_of_state/2004-12-30\n",
     "A and B are both head_of_state of X-B from 2004-12-30 to 2005-01-01"},
    {"terms", "standing, several offices, ambassadors",
     "person id=a|name=A\nperson id=b|name=B\n"
     "term person=a|country=X-A|office=head_of_state|start=2000-01-01|end=2005-01-01|standing=suspended\n"
     "term person=b|country=X-A|office=head_of_state|start=2000-01-01|end=2005-01-01\n"
     "term person=a|country=X-B|office=head_of_state|start=2000-01-01|end=2005-01-01\n"
     "term person=b|country=X-B|office=head_of_state|start=2002-01-01|end=2003-01-01|standing=acting\n"
     "term person=a|country=X-C|office=head_of_state;head_of_government|start=2000-01-01|end=2005-01-01\n"
     "term person=b|country=X-C|office=head_of_state;head_of_government|start=2002-01-01|end=2006-01-01\n"
     "term person=a|country=X-D|office=ambassador|start=2000-01-01|end=2005-01-01|title=Ambassador to X-A\n"
     "term person=b|country=X-D|office=ambassador|start=2002-01-01|end=2006-01-01|title=Ambassador to X-B\n"
     "term person=a|country=X-E|office=ambassador|start=2000-01-01|end=2005-01-01|title=Ambassador to X-A\n"
     "term person=b|country=X-E|office=ambassador|start=2002-01-01|end=2006-01-01|title=Ambassador to X-A\n",
     "terms:term:a/X-C/head_of_government;head_of_state/2000-01-01+term:b/X-C/head_of_government;head_of_state/2002-01-01\n"
     "terms:term:a/X-E/ambassador/2000-01-01+term:b/X-E/ambassador/2002-01-01\n", NULL},
    {"terms", "an end that is not known is told once",
     "person id=a|name=A\nperson id=b|name=B\nperson id=c|name=C\n"
     "term person=a|country=X-A|office=head_of_state|start=2000-01-01\n"
     "term person=b|country=X-A|office=head_of_state|start=2005-01-01|end=2010-01-01\n"
     "term person=c|country=X-A|office=head_of_state|start=2010-01-01\n"
     "term person=a|country=X-B|office=head_of_state|start=2000-01-01\n"
     "term person=a|country=X-B|office=head_of_state|start=2000-01|end=2001-01-01\n",
     "terms:term:a/X-A/head_of_state/2000-01-01+term:b/X-A/head_of_state/2005-01-01\n"
     "terms:term:a/X-B/head_of_state/2000-01-01+term:a/X-B/head_of_state/2000-01\n",
     "the end of A as head_of_state of X-A is not known"},

    {"dates", "of what stands",
     "event id=OK|kind=tariff|date=2020-05-01|announced=2020-04-01|last_confirmed=2021-01-01\n"
     "event id=LATE|kind=tariff|date=2020-05-01|announced=2020-05-02\n"
     "event id=MONTH|kind=tariff|date=2020-05-01|announced=2020-05\n"
     "event id=EARLY|kind=trade.ban|date=2020-05-01|last_confirmed=2020-04\n"
     "event id=OVER|kind=trade.ban|date=2020-05-01|end=2021-01-01|last_confirmed=2021-01-01\n"
     "event id=AHEAD|kind=trade.ban|date=2020-05-01|last_confirmed=2026-05\n",
     "dates:AHEAD,last_confirmed\ndates:EARLY,last_confirmed\ndates:LATE,announced\ndates:OVER,last_confirmed\n", NULL},
    {"dates", "today is 2026-04-10",
     "event id=DONE|kind=meeting|date=2026-04-10\n"
     "event id=AHEAD|kind=meeting|date=2026-04-11\n"
     "event id=MONTH|kind=meeting|date=2026-04\n"
     "event id=PLAN|kind=meeting|date=2026-05-01|status=planned\n"
     "event id=OFF|kind=meeting|date=2026-05-01|status=cancelled\n"
     "event id=PAST|kind=meeting|date=2026-04-09|status=planned\n"
     "event id=OPEN|kind=meeting|date=2026|status=planned\n",
     "dates:AHEAD,future\ndates:PAST,planned\n", "detente edit AHEAD status=planned"},
    {"dates", "states that did not exist",
     "country id=X-OLD|name=Oldland|start=1950-01-01|end=2000-01-01\n"
     "event id=BEFORE|kind=visit|date=1949-12-31|countries=X-OLD\n"
     "event id=FIRST|kind=visit|date=1950-01-01|countries=X-OLD\n"
     "event id=LAST|kind=visit|date=2000-01-01|countries=X-OLD\n"
     "event id=AFTER|kind=visit|date=2000-01-02|countries=X-OLD:venue;X-NEW\n"
     "event id=ABOUT|kind=statement|date=2010-01-02|countries=X-OLD:subject;X-NEW:speaker\n"
     "event id=YEAR|kind=visit|date=2000|countries=X-OLD\n"
     "event id=SOVIET|kind=visit|date=2005-01-01|countries=SUN;CAN\n"
     "person id=a|name=A\n"
     "term person=a|country=X-OLD|office=head_of_state|start=1999-01-01|end=2001-01-01\n"
     "term person=a|country=X-OLD|office=head_of_state|start=2003-01-01\n",
     "dates:SOVIET,SUN\ndates:BEFORE,X-OLD\ndates:AFTER,X-OLD\ndates:term:a/X-OLD/head_of_state/2003-01-01\n",
     "Oldland (X-OLD) ended on 2000-01-01: it did not exist on 2000-01-02"},
    {"dates", "sources, coverage, countries",
     "source id=s2|title=B|published=2020-05-02|accessed=2020-05-01\nsource id=s3|title=C|published=2020-05|accessed=2020-05-01\n"
     "source id=s4|title=D|published=2027\nsource id=s5|title=E|accessed=2026-04-11\n"
     "coverage dataset=d|start=2020-05-01|end=2020-04-01\ncountry id=X-A|name=A|start=2000|end=1999\n",
     "dates:s2,accessed\ndates:s4,published\ndates:s5,accessed\ndates:coverage:d///2020-05-01,end\ndates:X-A,end\n", NULL},

    {"links", "order",
     "event id=A|kind=statement|date=2020-01-01\nevent id=B|kind=statement|date=2020-02-01\n"
     "event id=M|kind=statement|date=2020-02\nevent id=N|kind=statement|date=2020-03-01~\n"
     "link from=B|relation=responds_to|to=A\nlink from=A|relation=responds_to|to=B\n" /* and a circle */
     "link from=A|relation=part_of|to=B\nlink from=A|relation=exchanged_for|to=B\nlink from=A|relation=replaces|to=M\n"
     "link from=M|relation=ends|to=B\nlink from=A|relation=follows|to=N\n",
     "links:link:A/replaces/M\nlinks:link:A/responds_to/B\nlinks:A,answers\n",
     "A (2020-01-01) responds to what had not happened yet: B (2020-02-01)"},
    {"links", "denied and cancelled ones are fine",
     "event id=A|kind=statement|date=2020-01-01\nevent id=B|kind=statement|date=2019-02-01|status=denied\n"
     "link from=A|relation=responds_to|to=B\n",
     "", NULL},
    {"links", "circles, once, by their smallest id",
     "event id=A|kind=statement|date=2020-01-01\nevent id=B|kind=statement|date=2020-01-01\n"
     "event id=C|kind=statement|date=2020-01-01\nevent id=D|kind=statement|date=2020-01-01\n"
     "link from=C|relation=retaliates_against|to=B\nlink from=B|relation=responds_to|to=C\n"
     "link from=C|relation=responds_to|to=B\nlink from=A|relation=responds_to|to=B\n"
     "link from=A|relation=part_of|to=D\nlink from=D|relation=responds_to|to=A\n" /* two classes are no circle */
     "link from=A|relation=follows|to=B\nlink from=B|relation=follows|to=C\nlink from=C|relation=follows|to=A\n"
     "link from=A|relation=follows|to=D\nlink from=D|relation=follows|to=A\n"
     "link from=C|relation=duplicates|to=D\nlink from=D|relation=duplicates|to=C\n",
     "links:B,answers\nlinks:A,follows\n", "A, D follow one another all around"},

    {"tariffs", "a year without a confirmation",
     "source id=late|title=Late|published=2025-04-10\nsource id=early|title=Early|published=2025-04-09\n"
     "event id=ENDED|kind=tariff|date=2019-01-01|end=2020-01-01|rate=5\n"
     "event id=FRESH|kind=tariff|date=2019-01-01|rate=5|sources=late\n"
     "event id=STALE|kind=tariff|date=2019-01-01|rate=5|sources=early\n"
     "event id=WORD|kind=tariff|date=2019-01-01|rate=5|last_confirmed=2026-01-01\n"
     "event id=ON|kind=tariff|date=2019-01-01|end=..|rate=5\n"
     "event id=SINCE|kind=tariff|date=[..2019]|rate=5\n"
     "event id=AHEAD|kind=tariff|date=2027-01-01|rate=5\n"
     "event id=DENIED|kind=tariff|date=2019-01-01|rate=5|status=denied\n"
     "event id=BAN|kind=trade.ban|date=2019-01-01\n"
     "event id=DEAD|kind=tariff|date=2019-01-01|rate=5\nevent id=END|kind=statement|date=2019-05-05\n"
     "link from=END|relation=ends|to=DEAD\n"
     "event id=RATE|kind=tariff|date=2019-01-01|end=2020-01-01\n",
     "tariffs:SINCE,confirmed\ntariffs:STALE,confirmed\ntariffs:RATE,rate\ntariffs:ON,confirmed\n",
     "detente confirm STALE --on DATE --source SOURCE"},
    {"tariffs", "two on one product",
     "event id=A|kind=tariff|date=2020-01-01|end=2022-01-01|rate=5|countries=X-A:imposer;X-B:target|product=Steel;Tin\n"
     "event id=B|kind=tariff|date=2021-01-01|end=2023-01-01|rate=6|countries=X-A:imposer;X-B:target|product=steel;tin\n"
     "event id=NEXT|kind=tariff|date=2023-01-01|end=2024-01-01|rate=6|countries=X-A:imposer;X-B:target|product=steel\n"
     "event id=BASIS|kind=tariff|date=2021-01-01|end=2023-01-01|rate=6|countries=X-A:imposer;X-B:target|product=steel"
     "|basis=anti-dumping\n"
     "event id=UNIT|kind=tariff|date=2021-01-01|end=2023-01-01|rate=6|rate_unit=EUR/t|countries=X-A:imposer;X-B:target|product=steel\n"
     "event id=SCOPE|kind=tariff|date=2021-01-01|end=2023-01-01|rate=6|countries=X-A:imposer;X-B:target|product=steel|excludes=rails\n"
     "event id=OTHER|kind=tariff|date=2021-01-01|end=2023-01-01|rate=6|countries=X-A:imposer;X-C:target|product=steel\n"
     "event id=GLASS|kind=tariff|date=2021-01-01|end=2023-01-01|rate=6|countries=X-A:imposer;X-B:target|product=glass\n",
     "tariffs:A+B\n", "it and B are both in force on Steel from 2021-01-01 to 2022-01-01"},
    {"tariffs", "codes, links, and what is not sure",
     "event id=A|kind=tariff|date=2020-01-01|end=2022-01-01|rate=5|countries=X-A:imposer;X-B:target|hs=7208\n"
     "event id=B|kind=tariff|date=2021-01-01|end=2023-01-01|rate=6|countries=X-A:imposer;X-B:target|hs=7208;7209\n"
     "event id=PART|kind=tariff|date=2022-01-01|end=2023-01-01|rate=6|countries=X-A:imposer;X-B:target|hs=7209\n"
     "link from=PART|relation=part_of|to=B\n"
     "event id=OLD|kind=tariff|date=2020-01-01|end=2022-01-01|rate=5|countries=X-A:imposer;X-B:target|hs=8708\n"
     "event id=NEW|kind=tariff|date=2021-12-01|end=2023-01-01|rate=6|countries=X-A:imposer;X-B:target|hs=8708\n"
     "link from=NEW|relation=replaces|to=OLD\n"
     "event id=YEAR|kind=tariff|date=2020|end=2021|rate=5|countries=X-A:imposer;X-B:target|hs=9000\n"
     "event id=DAY|kind=tariff|date=2020-12-01|end=2020-12-31|rate=5|countries=X-A:imposer;X-B:target|hs=9000\n"
     "event id=OPEN|kind=tariff|date=2020-01-01|last_confirmed=2026-01-01|rate=5|countries=X-A:imposer;X-B:target|hs=9100\n"
     "event id=SOON|kind=tariff|date=2026-01-02|end=2027-01-01|rate=5|countries=X-A:imposer;X-B:target|hs=9100\n",
     "tariffs:A+B\ntariffs:OLD+NEW\n", "though one replaces the other"},

    {"duplicates", "one act, told twice",
     "event id=A|kind=meeting|date=2020-01-01|countries=X-A;X-B|title=Premier and Chancellor meet in Ardonport\n"
     "event id=B|kind=meeting|date=2020-01-02|countries=X-A;X-B|title=Premier and Chancellor meet in Ardonport today\n"
     "event id=C|kind=meeting|date=2020-03-02|countries=X-A;X-B|title=Premier and Chancellor meet in Ardonport\n",
     "duplicates:A+B\n", "detente merge B A"},

    {"countries", "ids that nobody knows",
     "country id=X-A|name=A\norganization id=ORG|name=Org\n"
     "event id=E1|kind=visit|date=2020-01-01|countries=X-A;CAN;X-WHO|organizations=ORG;EU;WHAT\n"
     "event id=E2|kind=visit|date=2020-01-02|countries=X-WHO:host\n"
     "person id=a|name=A|country=X-WHERE\nperson id=b|name=B|country=CAN\n"
     "term person=a|country=ORG|office=head_of_state|start=2000\nterm person=a|country=X-WHY|office=head_of_state|start=2000\n"
     "source id=s2|title=T|side=X-WHEN\ncoverage dataset=d|countries=CAN;X-HOW\n",
     "countries:E1,X-WHO\ncountries:E2,X-WHO\ncountries:E1,WHAT\ncountries:a,X-WHERE\n"
     "countries:term:a/X-WHY/head_of_state/2000,X-WHY\ncountries:s2,X-WHEN\ncountries:coverage:d/CAN;X-HOW//,X-HOW\n",
     "detente add country id=X-WHO name=NAME"},
    {"countries", "rows against the reference table and one another",
     "country id=CAN|name=Kanada\n" /* a display name of one's own */
     "country id=CHN|name=China|cow=710|iso2=XX\n"
     "country id=X-A|name=A|cow=9904@1950/2011\ncountry id=X-B|name=B|cow=9904@2012/..\n"
     "country id=X-C|name=C|ioc=ZZY\ncountry id=X-D|name=D|ioc=ZZY\n"
     "country id=X-E|name=E|cow=20\n",
     "countries:CHN,iso2\ncountries:X-E,cow-20\ncountries:X-C+X-D,ioc\n", "cow 20 is that of Canada (CAN) in the reference table"},

    {"notes", "about what is not there",
     "event id=E1|kind=visit|date=2020-01-01|sources=s1\nevent id=E2|kind=visit|date=2020-01-01\n"
     "link from=E2|relation=follows|to=E1\n"
     "note record=E1|kind=correction|reason=The place.\nnote record=GONE|kind=correction|reason=The place.\n"
     "note record=link:E2/follows/E1|kind=correction|reason=The order.\nnote record=CAN|kind=correction|reason=The name.\n"
     "note record=OLD|kind=merged|reason=E1\nnote record=OLDER|kind=merged|reason=NOWHERE\n"
     "note record=OLD|kind=correction|reason=The day.\n",
     "notes:note:GONE/correction/The place./\nnotes:note:OLDER/merged/NOWHERE/\n", "a note about GONE, which is not there"},
};

static void test_cases(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const struct check_case *one = &cases[i];
        struct world world;
        make_world(&world, one->world);
        check_findings(&world, one->check, one->what, one->found);
        struct findings findings = run_check(&world, one->check, false);
        if (one->words && !strstr(findings.words.data, one->words))
            fail_msg("%s, %s: not \"%s\" but\n%s", one->check, one->what, one->words, findings.words.data);
        free_findings(&findings);
        world_drop(&world);
    }
}

/* An empty record has nothing wrong in it. */
static void test_nothing(void **state) {
    (void)state;
    struct world world;
    world_make(&world);
    world_open(&world, STORE_CREATE);
    for (const struct ask_check *check = ask_checks; check->name; check++) check_findings(&world, check->name, "nothing", "");
    world_drop(&world);
}

/* ---- accepted ----------------------------------------------------------------------------------------- */

struct kept {
    char id[200], state[HASH128_TEXT];
    struct arena *arena;
};

static enum status keep_state(void *context, const struct answer_finding *finding, struct error *error) {
    struct kept *kept = context;
    struct slice state;
    (void)error;
    if (!slice_is(finding->id, kept->id)) return STATUS_OK;
    assert_true(ask_finding_state(finding, kept->arena, &state));
    assert_int_equal(state.size, HASH128_TEXT - 1);
    memcpy(kept->state, state.data, state.size + 1);
    return STATUS_OK;
}

static struct kept state_of(struct world *world, const char *check, const char *id) {
    struct kept kept = {.arena = &world->arena};
    struct asker asker;
    struct error error = {0};
    snprintf(kept.id, sizeof kept.id, "%s", id);
    ask_begin(&asker, world->store, ASK_ALL);
    asker.today = TODAY;
    must(ask_run_check(&asker, find_check(check), NULL, keep_state, &kept, &error), &error);
    ask_end(&asker);
    assert_true(kept.state[0]);
    return kept;
}

static void put_note(struct world *world, const char *record, const char *check, const char *state) {
    char line[600];
    snprintf(line, sizeof line, "note record=%s|kind=accepted|reason=Known.|check=%s|state=%s\n", record, check, state);
    put_lines(world, line);
}

static void test_accepted(void **state) {
    (void)state;
    struct world world;
    make_world(&world, "event id=E1|kind=meeting|date=2020-01-01\nevent id=E2|kind=meeting|date=2020-01-02\n");
    struct kept kept = state_of(&world, "sources", "sources:E1");
    put_note(&world, "E1", "sources:E1", kept.state);
    check_findings(&world, "sources", "accepted", "!sources:E1\nsources:E2\n");
    put_lines(&world, "event id=E1|summary=More.\n");
    check_findings(&world, "sources", "changed since", "~sources:E1\nsources:E2\n");
    put_lines(&world, "event id=E1|summary=\n");
    check_findings(&world, "sources", "as it was then", "!sources:E1\nsources:E2\n");
    world_drop(&world);
}

/* The other record of a finding counts as well, and the links of a circle do. */
static void test_accepted_other(void **state) {
    (void)state;
    struct world world;
    make_world(&world, "person id=a|name=A\nperson id=b|name=B\n"
                       "term person=a|country=X-A|office=head_of_state|start=2000-01-01|end=2005-01-01\n"
                       "term person=b|country=X-A|office=head_of_state|start=2004-01-01|end=2006-01-01\n"
                       "event id=E1|kind=meeting|date=2020-01-01\nevent id=E2|kind=meeting|date=2020-01-01\n"
                       "link from=E1|relation=follows|to=E2\nlink from=E2|relation=follows|to=E1\n");
    const char *id = "terms:term:a/X-A/head_of_state/2000-01-01+term:b/X-A/head_of_state/2004-01-01";
    struct kept terms = state_of(&world, "terms", id), circle = state_of(&world, "links", "links:E1,follows");
    put_note(&world, "term:a/X-A/head_of_state/2000-01-01", id, terms.state);
    put_note(&world, "E1", "links:E1,follows", circle.state);
    struct findings found = run_check(&world, "terms", true);
    assert_int_equal(found.ids.data[0], '!');
    free_findings(&found);
    check_findings(&world, "links", "accepted", "!links:E1,follows\n");
    put_lines(&world, "term person=b|country=X-A|office=head_of_state|start=2004-01-01|note=Disputed.\n"
                      "link from=E2|relation=follows|to=E1|note=Disputed.\n");
    found = run_check(&world, "terms", true);
    assert_int_equal(found.ids.data[0], '~');
    free_findings(&found);
    check_findings(&world, "links", "changed since", "~links:E1,follows\n");
    world_drop(&world);
}

/* Notes made by hand: without a state, without a check; one that has several. */
static void test_accepted_by_hand(void **state) {
    (void)state;
    struct world world;
    make_world(&world, "event id=E1|kind=tariff|date=2020-01-01|end=2021-01-01\nevent id=E2|kind=meeting|date=2020-01-02\n"
                       "event id=E3|kind=tariff|date=2020-01-03|end=2021-01-01\n");
    put_lines(&world, "note record=E1|kind=accepted|reason=All of it.\n"
                      "note record=E2|kind=accepted|reason=Known.|check=sources:E2\n"
                      "note record=E3|kind=correction|reason=No acceptance.|check=sources:E3\n");
    check_findings(&world, "sources", "by hand", "!sources:E1\n!sources:E2\nsources:E3\n");
    check_findings(&world, "tariffs", "by hand", "!tariffs:E1,rate\ntariffs:E3,rate\n");
    put_lines(&world, "note record=E3|kind=accepted|reason=Two.|check=sources:E3;tariffs:E3,rate|state=;\n");
    check_findings(&world, "tariffs", "a list", "!tariffs:E1,rate\n!tariffs:E3,rate\n");
    check_findings(&world, "sources", "a list", "!sources:E1\n!sources:E2\n!sources:E3\n");
    world_drop(&world);
}

/* ---- against brute force ---------------------------------------------------------------------------------- */

enum { NODES = 8 };

/* Every set of events that reach one another is told once, by its smallest id. */
static void test_random_circles(void **state) {
    (void)state;
    uint64_t seed = 20260410;
    for (int round = 0; round < 40; round++) {
        bool reach[NODES][NODES] = {{false}};
        char lines[4000] = "", wanted[400] = "";
        struct world world;
        for (int i = 0; i < NODES; i++)
            snprintf(lines + strlen(lines), sizeof lines - strlen(lines), "event id=E%d|kind=meeting|date=2020-01-01\n", i);
        for (int i = 0; i < 4 + round % 9; i++) {
            int from = pick(&seed, NODES), to = pick(&seed, NODES);
            if (from == to) continue;
            reach[from][to] = true;
            snprintf(lines + strlen(lines), sizeof lines - strlen(lines), "link from=E%d|relation=implements|to=E%d\n", from, to);
        }
        for (int k = 0; k < NODES; k++)
            for (int i = 0; i < NODES; i++)
                for (int j = 0; j < NODES; j++) reach[i][j] = reach[i][j] || (reach[i][k] && reach[k][j]);
        for (int i = 0; i < NODES; i++) {
            bool smallest = reach[i][i];
            for (int j = 0; j < i; j++) smallest = smallest && !(reach[i][j] && reach[j][i]);
            if (smallest) snprintf(wanted + strlen(wanted), sizeof wanted - strlen(wanted), "links:E%d,implements\n", i);
        }
        make_world(&world, lines);
        check_findings(&world, "links", lines, wanted);
        world_drop(&world);
    }
}

/* Something is told of an office exactly where two are surely in it at once for more than a day. */
static void test_random_terms(void **state) {
    (void)state;
    uint64_t seed = 7;
    enum { TERMS = 5 };
    for (int round = 0; round < 40; round++) {
        int start[TERMS], end[TERMS];
        char lines[3000] = "";
        struct world world;
        bool overlap = false;
        for (int i = 0; i < TERMS; i++) {
            start[i] = 1 + pick(&seed, 300);
            end[i] = start[i] + 1 + pick(&seed, 60);
            char from[EDTF_DAY_SIZE], before[EDTF_DAY_SIZE];
            edtf_format_day(10000 + start[i], from);
            edtf_format_day(10000 + end[i], before);
            snprintf(lines + strlen(lines), sizeof lines - strlen(lines),
                     "person id=p%d|name=P\nterm person=p%d|country=X-A|office=head_of_state|start=%s|end=%s\n", i, i, from, before);
            for (int j = 0; j < i; j++) {
                int first = start[i] > start[j] ? start[i] : start[j], last = end[i] < end[j] ? end[i] : end[j];
                overlap = overlap || last - first > 1;
            }
        }
        make_world(&world, lines);
        struct findings found = run_check(&world, "terms", false);
        if ((found.count > 0) != overlap) fail_msg("%s: %s", lines, found.ids.data);
        free_findings(&found);
        world_drop(&world);
    }
}

/* A chain as long as the record is walked without recursion, and closed it is one circle. */
static void test_long_circle(void **state) {
    (void)state;
    enum { LENGTH_OF_CHAIN = 3000 };
    struct world world;
    char line[200];
    make_world(&world, "");
    world_begin(&world);
    for (int i = 0; i < LENGTH_OF_CHAIN; i++) {
        snprintf(line, sizeof line, "event id=E%05d|kind=meeting|date=2020-01-01", i);
        put_line(&world, line, strlen(line));
    }
    for (int i = 1; i < LENGTH_OF_CHAIN; i++) {
        snprintf(line, sizeof line, "link from=E%05d|relation=part_of|to=E%05d", i, i - 1);
        put_line(&world, line, strlen(line));
    }
    world_commit(&world);
    check_findings(&world, "links", "a chain", "");
    snprintf(line, sizeof line, "link from=E00000|relation=part_of|to=E%05d", LENGTH_OF_CHAIN - 1);
    put_lines(&world, line);
    check_findings(&world, "links", "a long circle", "links:E00000,part_of\n");
    world_drop(&world);
}

/* ---- words for a shell -------------------------------------------------------------------------------------- */

static void test_quoting(void **state) {
    (void)state;
    static const struct {
        const char *word, *quoted;
    } words[] = {
        {"CC-M22", "CC-M22"}, {"term:a/X/b;c/2000", "'term:a/X/b;c/2000'"}, {"it's", "'it'\\''s'"}, {"", "''"},
        {"$(rm)", "'$(rm)'"}, {"a b", "'a b'"}, {"\xC3\xA9", "'\xC3\xA9'"},
    };
    for (size_t i = 0; i < LENGTH(words); i++) {
        struct buffer text;
        buffer_init(&text);
        ask_quote_word(&text, slice_from(words[i].word));
        check_text(buffer_slice(&text), words[i].quoted);
        buffer_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),         cmocka_unit_test(test_nothing),         cmocka_unit_test(test_accepted),
        cmocka_unit_test(test_accepted_other), cmocka_unit_test(test_accepted_by_hand), cmocka_unit_test(test_random_circles),
        cmocka_unit_test(test_random_terms),  cmocka_unit_test(test_long_circle),     cmocka_unit_test(test_quoting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
