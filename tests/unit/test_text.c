/* text: what a person sees. Pages are compared whole; random and hostile text must never break out. */
#include "write_fixture.h"

#include <stdio.h>

#include "../../core/base/utf8.h"
#include "../../core/write/text_layout.h"

static const char *const names[] = {"ada-arrow", "Ada Arrow",        "bo-bark", "Bo Bark",
                                    "AAA",       "Arcadia",          "BBB",     "Borduria",
                                    "LEAGUE",    "League of Rivers", NULL};

/* ---- a small world -------------------------------------------------------------------------- */

enum { EVENTS = 9 };
struct world {
    struct answer_event events[EVENTS];
    struct answer_source sources[4];
    struct answer_claim claims[3];
    const struct answer_claim *disputed[3];
    struct answer_dispute dispute;
    struct answer_value values[2];
    struct answer_difference difference;
    struct answer_office offices[2];
    struct record note;
};

static void fill_sources(struct world *world) {
    FILL(
        &world->sources[0].record, RECORD_SOURCE, {SOURCE_ID, "s1"},
        {SOURCE_TITLE, "Readout of the talks"}, {SOURCE_PUBLISHER, "Government of Arcadia"},
        {SOURCE_PUBLISHED, "2018-05-02"},
        {SOURCE_URL,
         "https://arcadia.example/readouts/2018/05/02/a-long-address-that-does-not-fit-on-the-line"});
    FILL(&world->sources[1].record, RECORD_SOURCE, {SOURCE_ID, "s2"},
         {SOURCE_TITLE, "River Gazette of May"});
    FILL(&world->sources[2].record, RECORD_SOURCE, {SOURCE_URL, "https://bare.example/"});
    FILL(&world->sources[3].record, RECORD_SOURCE, {SOURCE_ID, "s3"},
         {SOURCE_URL, "https://bare.example/"}, {SOURCE_PUBLISHER, "Bare News"});
}

static void fill_claims(struct world *world) {
    FILL(&world->claims[0].record, RECORD_CLAIM, {CLAIM_SOURCE, "s1"}, {CLAIM_FIELD, "date"},
         {CLAIM_VALUE, "2018-05-01"});
    FILL(&world->claims[1].record, RECORD_CLAIM, {CLAIM_SOURCE, "s2"}, {CLAIM_FIELD, "date"},
         {CLAIM_VALUE, "2018-05-03"}, {CLAIM_STANCE, "disputes"}, {CLAIM_LOCATOR, "p. 4"});
    FILL(&world->claims[2].record, RECORD_CLAIM, {CLAIM_SOURCE, "s2"}, {CLAIM_FIELD, "quote"},
         {CLAIM_VALUE, "We agreed on nothing at all, and that is that."},
         {CLAIM_NOTE, "Heard at the door."});
    world->claims[0].source_side = SLICE_OF("AAA");
    world->claims[1].source_side = world->claims[2].source_side = SLICE_OF("BBB");
    world->claims[1].source_title = SLICE_OF("River Gazette of May");
    for (size_t i = 0; i < 2; i++)
        world->disputed[i] = &world->claims[i];
    world->dispute = (struct answer_dispute){SLICE_OF("date"), world->disputed, 2};
    for (size_t i = 0; i < 2; i++)
        world->values[i] =
            (struct answer_value){.value = record_get(&world->claims[i].record, CLAIM_VALUE), .claims = &world->disputed[i],
                                  .claim_count = 1, .followed = i == 0};
    world->claims[0].source_publisher = SLICE_OF("Government of Arcadia");
    world->difference = (struct answer_difference){
        .field = SLICE_OF("date"), .follows = SLICE_OF("2018-05-01"), .contested = true, .differs = true,
        .why = SLICE_OF("Seen on\nthe \x1b[1mspot."), .values = world->values, .value_count = 2};
}

static void add_sources(struct answer_event *event, const struct answer_source *sources,
                        size_t count) {
    event->sources = sources;
    event->source_count = count;
}

static void fill_talks(struct page *page, struct world *world) {
    struct answer_event *event = &world->events[1];
    FILL(&event->event, RECORD_EVENT, {EVENT_ID, "E-TALKS"}, {EVENT_KIND, "visit.official"},
         {EVENT_DATE, "2018-05-01"}, {EVENT_END, "2018-05-04"},
         {EVENT_TITLE,
          "Ada Arrow visits Borduria and talks with Bo Bark about the bridge over the river"},
         {EVENT_COUNTRIES, "AAA:visitor;BBB:host"},
         {EVENT_PEOPLE, "ada-arrow:visitor;bo-bark:host"}, {EVENT_PLACE, "Port A;Port B"},
         {EVENT_VENUE, "Town Hall"}, {EVENT_TAGS, "bridge;river"},
         {EVENT_SUMMARY, "They walked along the river.\nThen they sat down.\x1b[2J"},
         {EVENT_LAST_CONFIRMED, "2018-06"}, {EVENT_QUANTITY, "12"}, {EVENT_UNIT, "delegates"});
    complete_event(page, event, names);
    struct answer_party *parties = (struct answer_party *)event->parties;
    world->offices[0] =
        (struct answer_office){SLICE_OF("head_of_government"), SLICE_OF("Prime Minister"),
                               SLICE_OF("AAA"), SLICE_NONE, true};
    world->offices[1] =
        (struct answer_office){SLICE_OF("head_of_state;foreign_minister"), SLICE_NONE,
                               SLICE_OF("BBB"), SLICE_OF("acting"), false};
    parties[2].acts_for = SLICE_OF("AAA");
    parties[2].offices = &world->offices[0];
    parties[2].party.as = SLICE_OF("prime minister");
    parties[3].acts_for = SLICE_OF("BBB");
    parties[3].offices = &world->offices[1];
    parties[3].party.as = SLICE_OF("special envoy");
    parties[2].office_count = parties[3].office_count = 1;
    add_sources(event, world->sources, 2);
    event->claims = world->claims;
    event->claim_count = 3;
    event->disputes = &world->dispute;
    event->dispute_count = 1;
    event->differences = &world->difference;
    event->difference_count = 1;
    event->disputed = true;
    FILL(&world->note, RECORD_NOTE, {NOTE_RECORD, "E-TALKS"}, {NOTE_KIND, "correction"},
         {NOTE_REASON, "the day was given as 2 May"}, {NOTE_DATE, "2018-06-01"});
    event->notes = &world->note;
    event->note_count = 1;
}

static void fill_tariff(struct page *page, struct world *world) {
    struct answer_event *event = &world->events[4];
    FILL(&event->event, RECORD_EVENT, {EVENT_ID, "E-DUTY"}, {EVENT_KIND, "tariff"},
         {EVENT_DATE, "2019-03-20"}, {EVENT_TITLE, "Duty on kites"},
         {EVENT_COUNTRIES, "BBB:imposer;AAA:target"}, {EVENT_IMPOSER, "BBB"}, {EVENT_TARGET, "AAA"},
         {EVENT_PRODUCT, "kites;string;tails"}, {EVENT_RATE, "107.1/212.1"},
         {EVENT_BASE_RATE, "6.1"}, {EVENT_EXCLUDES, "toys"}, {EVENT_QUOTA, "4,900 a year"},
         {EVENT_BASIS, "anti-dumping"}, {EVENT_RELEASE, "internal"});
    complete_event(page, event, names);
    event->times.end_state = END_DERIVED;
    event->times.end_min = event->times.end_max = calendar_to_number(2020, 1, 5);
    event->derived_end = SLICE_OF("E-9");
    add_sources(event, world->sources + 1, 3);
}

static void fill_world(struct page *page, struct world *world) {
    struct answer_event *events = world->events;
    fill_sources(world);
    fill_claims(world);
    FILL(&events[0].event, RECORD_EVENT, {EVENT_ID, "E-TREATY"}, {EVENT_KIND, "treaty.signed"},
         {EVENT_DATE, "[1971,1972]"}, {EVENT_TITLE, "River Treaty"}, {EVENT_COUNTRIES, "AAA;BBB"});
    fill_talks(page, world);
    FILL(&events[2].event, RECORD_EVENT, {EVENT_ID, "2018-05-borduria-says-that-it-will-build"},
         {EVENT_KIND, "statement"}, {EVENT_DATE, "2018-05~"}, {EVENT_STATUS, "denied"},
         {EVENT_TITLE, "Borduria says that it will build"}, {EVENT_COUNTRIES, "BBB:speaker"},
         {EVENT_ACTORS, "Citizen (Borduria):subject"});
    FILL(&events[3].event, RECORD_EVENT, {EVENT_ID, "E-4"}, {EVENT_KIND, "incident.detention"},
         {EVENT_DATE, "2018-12-10?"},
         {EVENT_TITLE, "波尔多王国拘留了一名来自阿卡迪亚的公民，河边的人都看见了。"},
         {EVENT_COUNTRIES, "BBB:actor;AAA:target"}, {EVENT_ORGANIZATIONS, "LEAGUE:mediator"});
    fill_tariff(page, world);
    FILL(&events[5].event, RECORD_EVENT, {EVENT_ID, "E-6"}, {EVENT_KIND, "sanction"},
         {EVENT_DATE, "2019-04-02"}, {EVENT_END, ".."}, {EVENT_STATUS, "disputed"},
         {EVENT_TITLE, "Borduria freezes the kite fund"},
         {EVENT_COUNTRIES, "BBB:actor;AAA:target"});
    FILL(&events[6].event, RECORD_EVENT, {EVENT_ID, "E-7"}, {EVENT_KIND, "meeting.call"},
         {EVENT_DATE, "2019-05-06"}, {EVENT_CODE, "042"}, {EVENT_COUNTRIES, "AAA;BBB"});
    FILL(&events[7].event, RECORD_EVENT, {EVENT_ID, "E-8"}, {EVENT_KIND, "visit"},
         {EVENT_DATE, "2019-06-28/2019-07-02"}, {EVENT_STATUS, "planned"},
         {EVENT_TITLE, "Bo Bark to visit Arcadia"}, {EVENT_COUNTRIES, "BBB:visitor;AAA:host"});
    FILL(&events[8].event, RECORD_EVENT, {EVENT_ID, "E-10"}, {EVENT_KIND, "other"},
         {EVENT_DATE, "2019"},
         {EVENT_TITLE, "\xE2\x80\xAE"
                       "drows\xE2\x80\xAC \x1b]0;owned\x07 \xC2\x9b"
                       "31m \x7f tab\there שלום"},
         {EVENT_COUNTRIES, "AAA;BBB"});
    for (size_t i = 0; i < EVENTS; i++)
        if (events[i].reports == 0)
            complete_event(page, &events[i], names);
    events[6].reports = 12;
    events[8].disputed = true;
}

static void begin_world(struct page *page, struct world *world, const char *command) {
    *world = (struct world){.note = {.type = RECORD_NOTE}};
    page_init(page, "text", command);
    page->context.title = SLICE_OF("Arcadia – Borduria");
    page->query.has_pair = true;
    page->query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("AAA")};
    page->query.pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("BBB")};
    fill_world(page, world);
}

static const char *write_world(struct page *page, struct world *world) {
    page_begin(page);
    for (size_t i = 0; i < EVENTS; i++)
        page_event(page, &world->events[i]);
    return page_end(page);
}

/* ---- pages ---------------------------------------------------------------------------------- */

static void test_timeline(void **state) {
    (void)state;
    struct page page;
    struct world world;
    begin_world(&page, &world, "timeline");
    page.query.has_range = true;
    page.query.from = calendar_to_number(1970, 1, 1);
    page.query.to = calendar_to_number(2019, 12, 31);
    world.events[8].match = MATCH_POSSIBLE;
    assert_string_equal(write_world(&page, &world),
                        "Arcadia – Borduria                                                     1970–2019\n"
                        "────────────────────────────────────────────────────────────────────────────────\n"
                        "\n"
                        "1971\n"
                        "\n"
                        "  1971 or 1972  River Treaty\n"
                        "      E-TREATY\n"
                        "\n"
                        "2018\n"
                        "\n"
                        "  1–4 May 2018  Ada Arrow visits Borduria and talks with Bo Bark about the\n"
                        "       E-TALKS  bridge over the river [1, 2]\n"
                        "                Arcadia (visitor): Ada Arrow, Prime Minister\n"
                        "                Borduria (host): Bo Bark, perhaps acting head of state and\n"
                        "                  foreign minister, as special envoy\n"
                        "                disputed date: 1 May 2018 [1] / 3 May 2018 [2]\n"
                        "                corrected 1 Jun 2018: the day was given as 2 May\n"
                        "\n"
                        "about May 2018  denied: Borduria says that it will build\n"
                        "                Borduria (speaker) · Citizen (Borduria) (subject)\n"
                        "                2018-05-borduria-says-that-it-will-build\n"
                        "\n"
                        "   10 Dec 2018? 波尔多王国拘留了一名来自阿卡迪亚的公民，河边的人都看见了。\n"
                        "– no end known  Borduria (actor) · Arcadia (target)\n"
                        "           E-4  League of Rivers (mediator)\n"
                        "\n"
                        "2019\n"
                        "\n"
                        "   20 Mar 2019  Duty on kites (internal) [2, 3]\n"
                        "  – 5 Jan 2020  Borduria on Arcadia: 107.1–212.1 % on kites, string and tails\n"
                        "        E-DUTY    except toys, base duty 6.1 %, quota 4,900 a year, anti-dumping\n"
                        "                ended by E-9\n"
                        "\n"
                        "    2 Apr 2019  disputed: Borduria freezes the kite fund\n"
                        "     – ongoing  Borduria (actor) · Arcadia (target)\n"
                        "           E-6\n"
                        "\n"
                        "    6 May 2019  Make a visit: Arcadia, Borduria (12 reports)\n"
                        "           E-7  code 042\n"
                        "\n"
                        "   28 Jun 2019  planned: Bo Bark to visit Arcadia\n"
                        "  – 2 Jul 2019  Borduria (visitor) · Arcadia (host)\n"
                        "           E-8\n"
                        "\n"
                        "          2019  possible: disputed: \\u202edrows\\u202c \\x1b]0;owned\\x07 \\x9b31m\n"
                        "          E-10  \\x7f tab here שלום\n"
                        "\n"
                        "Sources\n"
                        "[1] Government of Arcadia, “Readout of the talks”, 2 May 2018,\n"
                        "    https://arcadia.example/readouts/2018/05/02/a-long-address-that-does-not-fit-on-the-line\n"
                        "[2] “River Gazette of May”\n"
                        "[3] Bare News, https://bare.example/\n");
    page_free(&page);
}

static void test_between(void **state) {
    (void)state;
    struct page page;
    struct world world;
    begin_world(&page, &world, "between");
    page.context.title = SLICE_NONE;
    page.query.has_range = true;
    page.query.from = calendar_to_number(2019, 5, 1);
    page.query.to = calendar_to_number(2019, 5, 31);
    world.events[6].match = MATCH_SURE;
    world.events[8].match = MATCH_POSSIBLE;
    page_begin(&page);
    page_event(&page, &world.events[6]);
    page_event(&page, &world.events[8]);
    assert_string_equal(page_end(&page),
                        "May 2019\n"
                        "────────────────────────────────────────────────────────────────────────────────\n"
                        "\n"
                        "2019\n"
                        "\n"
                        "    6 May 2019  Make a visit: Arcadia, Borduria (12 reports)\n"
                        "           E-7  code 042\n"
                        "\n"
                        "Possible – as far as their dates tell\n"
                        "\n"
                        "2019\n"
                        "\n"
                        "          2019  disputed: \\u202edrows\\u202c \\x1b]0;owned\\x07 \\x9b31m \\x7f tab\n"
                        "          E-10  here שלום\n");
    page_free(&page);
}

static void test_narrow(void **state) {
    (void)state;
    struct page page;
    struct world world;
    begin_world(&page, &world, "timeline");
    page.style.width = 40;
    page_begin(&page);
    page_event(&page, &world.events[1]);
    page_event(&page, &world.events[4]);
    assert_string_equal(page_end(&page),
                        "Arcadia – Borduria\n"
                        "────────────────────────────────────────\n"
                        "\n"
                        "2018\n"
                        "\n"
                        "1–4 May 2018\n"
                        "  Ada Arrow visits Borduria and talks\n"
                        "  with Bo Bark about the bridge over the\n"
                        "  river [1, 2]\n"
                        "  Arcadia (visitor): Ada Arrow, Prime\n"
                        "    Minister\n"
                        "  Borduria (host): Bo Bark, perhaps\n"
                        "    acting head of state and foreign\n"
                        "    minister, as special envoy\n"
                        "  disputed date: 1 May 2018 [1] /\n"
                        "    3 May 2018 [2]\n"
                        "  corrected 1 Jun 2018: the day was\n"
                        "    given as 2 May\n"
                        "  E-TALKS\n"
                        "\n"
                        "2019\n"
                        "\n"
                        "20 Mar 2019 – 5 Jan 2020\n"
                        "  Duty on kites (internal) [2, 3]\n"
                        "  Borduria on Arcadia: 107.1–212.1 % on\n"
                        "    kites, string and tails except toys,\n"
                        "    base duty 6.1 %, quota 4,900 a year,\n"
                        "    anti-dumping\n"
                        "  ended by E-9\n"
                        "  E-DUTY\n"
                        "\n"
                        "Sources\n"
                        "[1] Government of Arcadia, “Readout of\n"
                        "    the talks”, 2 May 2018,\n"
                        "    https://arcadia.example/readouts/2018/05/02/a-long-address-that-does-not-fit-on-the-line\n"
                        "[2] “River Gazette of May”\n"
                        "[3] Bare News, https://bare.example/\n");
    page_free(&page);
}

static void show(struct page *page, struct world *world, struct answer_link *links) {
    begin_world(page, world, "show");
    page->context.single = true;
    FILL(&links[0].record, RECORD_LINK, {LINK_FROM, "E-TALKS"}, {LINK_RELATION, "responds_to"},
         {LINK_TO, "E-TREATY"}, {LINK_ASSERTED_BY, "Arcadia;Gazette"}, {LINK_DENIED_BY, "Borduria"},
         {LINK_SOURCE, "s2"}, {LINK_NOTE, "Only in part."});
    links[0].outgoing = true;
    links[0].other_title = SLICE_OF("River Treaty");
    FILL(&links[1].record, RECORD_LINK, {LINK_FROM, "E-DUTY"},
         {LINK_RELATION, "retaliates_against"}, {LINK_TO, "E-TALKS"});
    links[1].other_title = SLICE_OF("Duty on kites");
    world->events[1].links = links;
    world->events[1].link_count = 2;
    static struct extra extra = {{"confidence", 10}, {"high", 4}};
    world->events[1].event.extras = &extra;
    world->events[1].event.extra_count = 1;
}

static void test_show(void **state) {
    (void)state;
    struct page page;
    struct world world;
    struct answer_link links[2] = {{.outgoing = false}};
    show(&page, &world, links);
    page_begin(&page);
    page_event(&page, &world.events[1]);
    assert_string_equal(page_end(&page),
                        "Ada Arrow visits Borduria and talks with Bo Bark about the bridge over the\n"
                        "river [1, 2]\n"
                        "E-TALKS · Official visit (visit.official)\n"
                        "────────────────────────────────────────────────────────────────────────────────\n"
                        "\n"
                        "They walked along the river.\n"
                        "Then they sat down.\\x1b[2J\n"
                        "\n"
                        "When          1–4 May 2018\n"
                        "Where         Port A, Port B, Town Hall\n"
                        "Who           Arcadia (visitor): Ada Arrow, Prime Minister\n"
                        "              Borduria (host): Bo Bark, perhaps acting head of state and foreign\n"
                        "                minister, as special envoy\n"
                        "Confirmed     Jun 2018\n"
                        "Amount        12 delegates\n"
                        "Tags          bridge, river\n"
                        "Disputed      date: the record follows 1 May 2018; why: Seen on the \\x1b[1mspot.\n"
                        "                1 May 2018: Government of Arcadia [1]\n"
                        "                3 May 2018: [2], disputes\n"
                        "Corrected     1 Jun 2018: the day was given as 2 May\n"
                        "Also kept     confidence: high\n"
                        "\n"
                        "Arcadia                                   Borduria\n"
                        "date: 1 May 2018 [1]                      date: 3 May 2018 (disputes), p. 4 [2]\n"
                        "                                          “We agreed on nothing at all, and that\n"
                        "                                            is that.” [2] Heard at the door.\n"
                        "\n"
                        "Links\n"
                        "  responds to E-TREATY, River Treaty [2]\n"
                        "      asserted by Arcadia and Gazette; denied by Borduria; Only in part.\n"
                        "  E-DUTY, Duty on kites, retaliates against this\n"
                        "\n"
                        "Sources\n"
                        "[1] Government of Arcadia, “Readout of the talks”, 2 May 2018,\n"
                        "    https://arcadia.example/readouts/2018/05/02/a-long-address-that-does-not-fit-on-the-line\n"
                        "[2] “River Gazette of May”\n");
    page_free(&page);
}

static void test_show_narrow(void **state) {
    (void)state;
    struct page page;
    struct world world;
    struct answer_link links[2] = {{.outgoing = false}};
    show(&page, &world, links);
    page.style.width = 44;
    page_begin(&page);
    page_event(&page, &world.events[1]);
    page_event(&page, &world.events[4]);
    assert_string_equal(page_end(&page),
                        "Ada Arrow visits Borduria and talks with Bo\n"
                        "Bark about the bridge over the river [1, 2]\n"
                        "E-TALKS · Official visit (visit.official)\n"
                        "────────────────────────────────────────────\n"
                        "\n"
                        "They walked along the river.\n"
                        "Then they sat down.\\x1b[2J\n"
                        "\n"
                        "When          1–4 May 2018\n"
                        "Where         Port A, Port B, Town Hall\n"
                        "Who           Arcadia (visitor): Ada Arrow,\n"
                        "                Prime Minister\n"
                        "              Borduria (host): Bo Bark,\n"
                        "                perhaps acting head of state\n"
                        "                and foreign minister, as\n"
                        "                special envoy\n"
                        "Confirmed     Jun 2018\n"
                        "Amount        12 delegates\n"
                        "Tags          bridge, river\n"
                        "Disputed      date: the record follows\n"
                        "                  1 May 2018; why: Seen on\n"
                        "                  the \\x1b[1mspot.\n"
                        "                1 May 2018: Government of\n"
                        "                  Arcadia [1]\n"
                        "                3 May 2018: [2], disputes\n"
                        "Corrected     1 Jun 2018: the day was given\n"
                        "                as 2 May\n"
                        "Also kept     confidence: high\n"
                        "\n"
                        "Arcadia\n"
                        "date: 1 May 2018 [1]\n"
                        "\n"
                        "Borduria\n"
                        "date: 3 May 2018 (disputes), p. 4 [2]\n"
                        "“We agreed on nothing at all, and that is\n"
                        "  that.” [2] Heard at the door.\n"
                        "\n"
                        "Links\n"
                        "  responds to E-TREATY, River Treaty [2]\n"
                        "      asserted by Arcadia and Gazette;\n"
                        "      denied by Borduria; Only in part.\n"
                        "  E-DUTY, Duty on kites, retaliates against\n"
                        "      this\n"
                        "\n"
                        "Duty on kites (internal) [2, 3]\n"
                        "E-DUTY · Tariff\n"
                        "────────────────────────────────────────────\n"
                        "\n"
                        "When          20 Mar 2019 – 5 Jan 2020,\n"
                        "              ended by E-9\n"
                        "Who           Borduria (imposer)\n"
                        "              Arcadia (target)\n"
                        "Measure       Borduria on Arcadia:\n"
                        "                107.1–212.1 % on kites,\n"
                        "                string and tails except\n"
                        "                toys, base duty 6.1 %, quota\n"
                        "                4,900 a year, anti-dumping\n"
                        "\n"
                        "Sources\n"
                        "[1] Government of Arcadia, “Readout of the\n"
                        "    talks”, 2 May 2018,\n"
                        "    https://arcadia.example/readouts/2018/05/02/a-long-address-that-does-not-fit-on-the-line\n"
                        "[2] “River Gazette of May”\n"
                        "[3] Bare News, https://bare.example/\n");
    page_free(&page);
}

static void test_color(void **state) {
    (void)state;
    struct page page;
    struct world world;
    begin_world(&page, &world, "timeline");
    page.style.color = true;
    page_begin(&page);
    page_event(&page, &world.events[1]);
    page_event(&page, &world.events[2]);
    assert_string_equal(page_end(&page),
                        "\033[1mArcadia – Borduria\033[0m\n"
                        "\033[2m────────────────────────────────────────────────────────────────────────────────\033[0m\n"
                        "\n"
                        "\033[1m2018\033[0m\n"
                        "\n"
                        "  1–4 May 2018  Ada Arrow visits Borduria and talks with Bo Bark about the\n"
                        "       \033[2mE-TALKS\033[0m  bridge over the river \033[2m[1, 2]\033[0m\n"
                        "                \033[2mArcadia (visitor): Ada Arrow, Prime Minister\033[0m\n"
                        "                \033[2mBorduria (host): Bo Bark, perhaps acting head of state and\033[0m\n"
                        "                  \033[2mforeign minister, as special envoy\033[0m\n"
                        "                \033[33mdisputed\033[0m \033[33mdate:\033[0m 1 May 2018 \033[2m[1]\033[0m / 3 May 2018 \033[2m[2]\033[0m\n"
                        "                corrected 1 Jun 2018: the day was given as 2 May\n"
                        "\n"
                        "about May 2018  \033[31mdenied:\033[0m Borduria says that it will build\n"
                        "                \033[2mBorduria (speaker) · Citizen (Borduria) (subject)\033[0m\n"
                        "                \033[2m2018-05-borduria-says-that-it-will-build\033[0m\n"
                        "\n"
                        "\033[1mSources\033[0m\n"
                        "[1] Government of Arcadia, “Readout of the talks”, 2 May 2018,\n"
                        "    \033[2mhttps://arcadia.example/readouts/2018/05/02/a-long-address-that-does-not-fit-on-the-line\033[0m\n"
                        "[2] “River Gazette of May”\n");
    page_free(&page);
}

static void test_rows(void **state) {
    (void)state;
    static const char *const columns[] = {"country", "days_min", "office", NULL};
    static const bool is_number[] = {false, true, false}, is_list[] = {false, false, true};
    struct page page;
    struct slice first[] = {SLICE_OF("Arcadia"), SLICE_OF("1081"), SLICE_OF("head_of_state;envoy")};
    struct slice second[] = {SLICE_OF("\xE6\xB2\xB3"), SLICE_OF("7"), SLICE_NONE};
    struct slice third[] = {SLICE_NONE, SLICE_NONE, SLICE_OF("two\nlines\x1b")};
    page_init(&page, "text", "held");
    page.context.columns = columns;
    page_begin(&page);
    page_row(&page, &(struct answer_row){first, is_number, is_list});
    page_row(&page, &(struct answer_row){second, is_number, is_list});
    page_row(&page, &(struct answer_row){third, NULL, NULL});
    assert_string_equal(page_end(&page),
                        "country  days_min  office\n"
                        "───────  ────────  ────────────────────\n"
                        "Arcadia      1081  head_of_state, envoy\n"
                        "河              7\n"
                        "                   two lines\\x1b\n");
    page_free(&page);
}

static void test_wide_rows(void **state) {
    (void)state;
    static const char *const columns[] = {"id", "title", "note", NULL};
    struct page page;
    struct slice first[] = {
        SLICE_OF("E-1"), SLICE_OF("a title that is longer than one would like it to be"),
        SLICE_OF("and a note that has to be broken into lines since it is long")};
    struct slice second[] = {SLICE_OF("E-2"), SLICE_OF("short"), SLICE_OF("short")};
    page_init(&page, "text", "list");
    page.style.width = 50;
    page.style.color = true;
    page.context.columns = columns;
    page_begin(&page);
    page_row(&page, &(struct answer_row){first, NULL, NULL});
    page_row(&page, &(struct answer_row){second, NULL, NULL});
    assert_string_equal(page_end(&page),
                        "\033[1mid\033[0m   \033[1mtitle\033[0m                  \033[1mnote\033[0m\n"
                        "\033[2m───\033[0m  \033[2m─────────────────────\033[0m  \033[2m──────────────────────\033[0m\n"
                        "E-1  a title that is        and a note that has to\n"
                        "     longer than one would  be broken into lines\n"
                        "     like it to be          since it is long\n"
                        "E-2  short                  short\n");
    page_free(&page);
}

static void test_nothing(void **state) {
    (void)state;
    struct page page;
    page_init(&page, "text", "timeline");
    page.context.title = SLICE_OF("Arcadia");
    page_begin(&page);
    assert_string_equal(page_end(&page), "");
    page_free(&page);
}

/* ---- text that would break out -------------------------------------------------------------- */

/* No line juts out but for a word that no column could hold, none that ends with a blank, nothing raw that a
 * terminal obeys, and well-formed UTF-8. */
enum { NARROWEST = 10 };
static void check_page(const char *out, size_t width, bool color) {
    size_t position = 0, line = 0, column = 0, word = 0;
    struct slice text = slice_from(out);
    uint32_t c, before = '\n';
    while (position < text.size) {
        assert_true(utf8_next(text, &position, &c));
        if (c == 0x1b && color) {
            position += slice_find(slice_part(text, position, text.size), 'm') + 1;
            continue;
        }
        if (c == '\n') {
            line++;
            assert_false(before == ' ');
            if (column > width && word < NARROWEST)
                fail_msg("line %zu has %zu columns", line, column);
            column = word = 0;
        } else {
            assert_true(c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !(c >= 0x202A && c <= 0x202E));
            column += (size_t)utf8_width(c);
            word = c == ' ' ? 0 : word + (size_t)utf8_width(c);
        }
        before = c;
    }
    assert_int_equal(before, text.size ? '\n' : before);
}

static unsigned next_random(unsigned *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void append_random(struct buffer *text, unsigned *seed) {
    static const char *const parts[] = {" ",
                                        " ",
                                        "a",
                                        "word",
                                        "Wort",
                                        "\n",
                                        "\t",
                                        "\x1b[2J",
                                        "\x01",
                                        "\x02",
                                        "\x1f",
                                        "\x7f",
                                        "\xC2\x85",
                                        "\xC2\xA0",
                                        "\xE6\xB2\xB3",
                                        "\xE3\x80\x82",
                                        "\xEF\xBC\x88",
                                        "e\xCC\x81",
                                        "\xD7\xA9",
                                        "\xE2\x80\xAE",
                                        "\xE2\x80\x93",
                                        " \xE2\x80\x93 ",
                                        "\xF0\x9F\x8E\x88",
                                        "\xE2\x80\x8B",
                                        "(",
                                        ")",
                                        "?",
                                        "https://long.example/word/without/any/space",
                                        "\xFF",
                                        "\xC3"};
    size_t count = next_random(seed) % 60;
    for (size_t i = 0; i < count; i++)
        buffer_append_text(text, parts[next_random(seed) % LENGTH(parts)]);
}

static void test_hostile_text(void **state) {
    (void)state;
    static const int widths[] = {0, 1, 20, 30, 47, 48, 80, 300};
    static const int fields[] = {EVENT_TITLE, EVENT_SUMMARY, EVENT_ACTORS, EVENT_PLACE,
                                 EVENT_ID,    EVENT_PRODUCT, EVENT_QUOTA,  EVENT_KIND,
                                 EVENT_DATE,  EVENT_STATUS};
    unsigned seed = 7;
    for (int round = 0; round < 400; round++) {
        struct page page;
        struct world world;
        struct buffer texts[LENGTH(fields)];
        begin_world(&page, &world, round % 3 ? "timeline" : "between");
        page.style.width = widths[(size_t)round % LENGTH(widths)];
        page.style.color = round % 2;
        page.context.single = round % 5 == 0;
        struct answer_event *event = &world.events[1];
        for (size_t i = 0; i < LENGTH(fields); i++) {
            buffer_init(&texts[i]);
            append_random(&texts[i], &seed);
            event->event.values[fields[i]] = buffer_slice(&texts[i]);
        }
        for (size_t i = 0; i < event->party_count; i++)
            ((struct answer_party *)event->parties)[i].name = buffer_slice(&texts[i]);
        world.claims[1].record.values[CLAIM_VALUE] = buffer_slice(&texts[1]);
        world.note.values[NOTE_REASON] = buffer_slice(&texts[0]);
        page.context.title = buffer_slice(&texts[0]);
        page_begin(&page);
        page_event(&page, event);
        page_event(&page, &world.events[4]);
        int width = page.style.width;
        check_page(page_end(&page),
                   width == 0    ? 80
                   : width < 20  ? 20
                   : width > 100 ? 100
                                 : (size_t)width,
                   page.style.color);
        for (size_t i = 0; i < LENGTH(fields); i++)
            buffer_free(&texts[i]);
        page_free(&page);
    }
}

static void test_same_again(void **state) {
    (void)state;
    struct page first, second;
    struct world world, again;
    begin_world(&first, &world, "timeline");
    begin_world(&second, &again, "timeline");
    assert_string_equal(write_world(&first, &world), write_world(&second, &again));
    page_free(&first);
    page_free(&second);
}

/* Many parties and sources at one event: linear, not square. */
static void test_much_at_one_event(void **state) {
    (void)state;
    enum { MANY = 4000 };
    struct page page;
    struct answer_event event = {.match = MATCH_NONE};
    struct buffer actors;
    struct answer_source *sources = calloc(MANY, sizeof *sources);
    char ids[MANY][16];
    assert_non_null(sources);
    buffer_init(&actors);
    page_init(&page, "text", "timeline");
    for (int i = 0; i < MANY; i++) {
        snprintf(ids[i], sizeof ids[i], "s%d", i);
        buffer_append_format(&actors, "%sactor %d", i ? ";" : "", i);
        record_init(&sources[i].record, RECORD_SOURCE);
        record_set(&sources[i].record, SOURCE_ID, slice_from(ids[i]));
    }
    FILL(&event.event, RECORD_EVENT, {EVENT_ID, "E-1"}, {EVENT_KIND, "other"}, {EVENT_DATE, "2018"},
         {EVENT_TITLE, "All"});
    record_set(&event.event, EVENT_ACTORS, buffer_slice(&actors));
    complete_event(&page, &event, names);
    add_sources(&event, sources, MANY);
    page_begin(&page);
    page_event(&page, &event);
    page_event(&page, &event);
    check_page(page_end(&page), 80, false);
    assert_non_null(strstr(page.out.data, "[4000] s3999\n"));
    assert_null(strstr(page.out.data, "[4001]"));
    buffer_free(&actors);
    free(sources);
    page_free(&page);
}

/* ---- wrapping ------------------------------------------------------------------------------- */

static void test_wrapping(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t width, hang;
        const char *wanted;
    } rows[] = {
        {"", 10, 0, ""},
        {"one two three", 7, 0, "one two|three"},
        {"one two three", 5, 2, "one|  two|  three"},
        {"unbreakable word", 4, 0, "unbreakable|word"},
        {"10 Dec \xE2\x80\x93 24 Sep", 8, 0, "10 Dec|\xE2\x80\x93 24 Sep"},
        {"a" TEXT_GAP "b c", 3, 0, "a b|c"},
        {"a" TEXT_GAP "b c", 2, 0, "a|b|c"},
        {"\xE2\x80\x93 x \xE2\x80\x93 y", 3, 0, "\xE2\x80\x93 x|\xE2\x80\x93 y"},
        {"\xE6\xB2\xB3\xE6\xB2\xB3\xE6\xB2\xB3\xE3\x80\x82", 4, 0,
         "\xE6\xB2\xB3\xE6\xB2\xB3|\xE6\xB2\xB3\xE3\x80\x82"},
        {"\xE6\xB2\xB3\xE6\xB2\xB3\xE3\x80\x82\xE6\xB2\xB3", 4, 0,
         "\xE6\xB2\xB3|\xE6\xB2\xB3\xE3\x80\x82|\xE6\xB2\xB3"},
        {"e\xCC\x81"
         "e\xCC\x81 x",
         2, 0,
         "e\xCC\x81"
         "e\xCC\x81|x"},
    };
    struct arena arena;
    struct buffer buffer;
    arena_init(&arena);
    buffer_init(&buffer);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct text_lines lines = {NULL, 0, 0};
        assert_true(
            text_wrap(&arena, slice_from(rows[i].text), rows[i].width, rows[i].hang, &lines));
        buffer_clear(&buffer);
        for (size_t j = 0; j < lines.count; j++) {
            buffer_append_text(&buffer, j ? "|" : "");
            text_print_blanks(&buffer, lines.items[j].indent);
            text_print_line(&buffer, &lines.items[j], false);
        }
        if (!slice_is(buffer_slice(&buffer), rows[i].wanted))
            fail_msg("%.*s instead of %s", (int)buffer.size, buffer.data, rows[i].wanted);
    }
    buffer_free(&buffer);
    arena_free(&arena);
}

static void test_outside_text(void **state) {
    (void)state;
    struct buffer run;
    buffer_init(&run);
    text_put(&run, SLICE_OF("  a \t\r\n b\x1b[0m\x01\xC2\x9b\xE2\x80\xAE\xFF\xC2\xA0"
                            "c "));
    buffer_append_byte(&run, '\0');
    assert_string_equal(run.data, "a b\\x1b[0m\\x01\\x9b\\u202e\xEF\xBF\xBD" TEXT_GAP "c");
    buffer_clear(&run);
    text_put_lines(&run, SLICE_OF("a \n\n b\n"));
    buffer_append_byte(&run, '\0');
    assert_string_equal(run.data, "a\n\nb");
    buffer_free(&run);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_timeline),    cmocka_unit_test(test_between),
        cmocka_unit_test(test_narrow),      cmocka_unit_test(test_show),
        cmocka_unit_test(test_show_narrow), cmocka_unit_test(test_color),
        cmocka_unit_test(test_rows),        cmocka_unit_test(test_wide_rows),
        cmocka_unit_test(test_nothing),     cmocka_unit_test(test_hostile_text),
        cmocka_unit_test(test_same_again),  cmocka_unit_test(test_much_at_one_event),
        cmocka_unit_test(test_wrapping),    cmocka_unit_test(test_outside_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
