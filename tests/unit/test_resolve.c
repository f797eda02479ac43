/* From names to ids, with a small record in memory for the look-up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/base/utf8.h"
#include "../../core/model/resolve.h"

/* ---- A record in memory ---------------------------------------------------------------------- */

enum { KEPT_MAX = 300 };

struct kept {
    enum record_type type;
    struct slice id, name; /* of a source: its URL */
    struct record record;
};

struct memory {
    struct arena arena;
    struct kept items[KEPT_MAX];
    size_t count, made;
};

static void keep(struct memory *memory, enum record_type type, struct slice id, struct slice name) {
    assert_true(memory->count < KEPT_MAX);
    struct kept *kept = &memory->items[memory->count++];
    kept->type = type;
    assert_true(arena_copy(&memory->arena, id, &kept->id));
    assert_true(arena_copy(&memory->arena, name, &kept->name));
}

static bool is_meant(struct arena *arena, const struct kept *kept, struct slice id,
                     struct slice key) {
    struct slice folded;
    if (slice_equals(kept->id, id))
        return true;
    if (kept->type == RECORD_SOURCE)
        return kept->name.size > 0 && slice_equals(kept->name, id);
    assert_true(utf8_fold(arena, kept->name, &folded));
    return key.size > 0 && slice_equals(folded, key);
}

static enum status find_kept(void *context, enum record_type type, struct arena *arena,
                             struct slice id, struct slice key, int64_t first_day, int64_t last_day,
                             struct slice *ids, size_t limit, size_t *count, struct error *error) {
    struct memory *memory = context;
    (void)error;
    (void)first_day;
    (void)last_day;
    *count = 0;
    for (size_t i = 0; i < memory->count; i++) {
        const struct kept *kept = &memory->items[i];
        if (kept->type == type && *count < limit && is_meant(arena, kept, id, key))
            ids[(*count)++] = kept->id;
    }
    return STATUS_OK;
}

static enum status make_kept(void *context, const struct record *record, struct error *error) {
    struct memory *memory = context;
    bool source = record->type == RECORD_SOURCE;
    (void)error;
    keep(memory, record->type, record_get(record, 0),
         record_get(record, source ? (int)SOURCE_URL : (int)PERSON_NAME));
    memory->items[memory->count - 1].record = *record;
    memory->made++;
    return STATUS_OK;
}

static enum status offer_kept(void *context, enum record_type type, struct slice word,
                              void (*take)(void *, struct slice), void *take_context) {
    struct memory *memory = context;
    (void)word;
    for (size_t i = 0; i < memory->count; i++)
        if (memory->items[i].type == type) {
            char name[64]; /* gone after the call */
            struct slice key = memory->items[i].name;
            if (type != RECORD_SOURCE && type != RECORD_EVENT)
                assert_true(utf8_fold(&memory->arena, memory->items[i].name, &key));
            memcpy(name, key.data, key.size);
            take(take_context, (struct slice){name, key.size});
            memset(name, 'z', key.size);
        }
    return STATUS_OK;
}

static enum status name_kept(void *context, enum record_type type, struct slice id, struct arena *arena,
                             struct slice *name) {
    struct memory *memory = context;
    (void)arena;
    *name = SLICE_NONE;
    for (size_t i = 0; i < memory->count; i++)
        if (memory->items[i].type == type && slice_equals(memory->items[i].id, id))
            *name = memory->items[i].name;
    return STATUS_OK;
}

struct world {
    struct memory memory;
    struct lookup lookup;
    struct arena arena;
    struct error error;
    int field;
};

static void make_world(struct world *world) {
    static const struct {
        enum record_type type;
        const char *id, *name;
    } known[] = {
        {RECORD_PERSON, "justin-trudeau", "Justin Trudeau"},
        {RECORD_PERSON, "mark-carney", "Mark Carney"},
        {RECORD_PERSON, "john-smith", "John Smith"},
        {RECORD_PERSON, "john-smith-2", "John Smith"},
        {RECORD_ORGANIZATION, "EUCU", "EU customs union"},
        {RECORD_COUNTRY, "X-UTOPIA", "Utopia"},
        {RECORD_SOURCE, "s1", "https://a.example/1"},
    };
    memset(world, 0, sizeof *world);
    arena_init(&world->arena);
    arena_init(&world->memory.arena);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        keep(&world->memory, known[i].type, slice_from(known[i].id), slice_from(known[i].name));
    world->lookup = (struct lookup){&world->memory, find_kept, make_kept, offer_kept, name_kept, NULL};
}

static void free_world(struct world *world) {
    arena_free(&world->arena);
    arena_free(&world->memory.arena);
}

static void assert_slice(struct slice value, const char *expected) {
    if (!slice_is(value, expected))
        fail_msg("\"%.*s\" is not \"%s\"", (int)value.size, value.data ? value.data : "", expected);
}

static void assert_said(const struct world *world, const char *part) {
    if (!strstr(world->error.message, part) && !strstr(world->error.remedy, part))
        fail_msg("\"%s; %s\" does not hold \"%s\"", world->error.message, world->error.remedy,
                 part);
}

/* ---- One name -------------------------------------------------------------------------------- */

static int64_t parse_day(const char *text, int64_t open) {
    struct edtf date;
    if (!text)
        return open;
    assert_int_equal(edtf_parse(slice_from(text), &date, NULL, NULL), STATUS_OK);
    return date.min;
}

static void test_names(void **state) {
    (void)state;
    static const struct {
        enum record_type type;
        const char *name, *day;
        enum status status;
        const char *id_or_said;
    } rows[] = {
        {RECORD_COUNTRY, "Canada", NULL, STATUS_OK, "CAN"},
        {RECORD_COUNTRY, "utopia", NULL, STATUS_OK, "X-UTOPIA"},
        {RECORD_COUNTRY, "USSR", "1975-01-01", STATUS_OK, "SUN"},
        {RECORD_COUNTRY, "USSR", "2005-01-01", STATUS_NOT_FOUND, "1922-12-30 to 1991-12-26"},
        {RECORD_COUNTRY, "SUN", "2005-01-01", STATUS_OK, "SUN"}, /* an id holds always */
        {RECORD_COUNTRY, "Cnada", NULL, STATUS_NOT_FOUND, "did you mean CAN (Canada)"},
        {RECORD_COUNTRY, "Utopa", NULL, STATUS_NOT_FOUND, "did you mean X-UTOPIA (Utopia)"},
        {RECORD_COUNTRY, "Xyzzyx", NULL, STATUS_NOT_FOUND, "detente countries"},
        {RECORD_ORGANIZATION, "eu customs union", NULL, STATUS_OK, "EUCU"},
        {RECORD_ORGANIZATION, "WTO", NULL, STATUS_OK, "WTO"},
        {RECORD_PERSON, "Mark Carney", NULL, STATUS_OK, "mark-carney"},
        {RECORD_PERSON, "mark-carney", NULL, STATUS_OK, "mark-carney"},
        {RECORD_PERSON, "John Smith", NULL, STATUS_BAD_INPUT, "john-smith (John Smith) or john-smith-2 (John Smith)"},
        {RECORD_PERSON, "john-smith", NULL, STATUS_OK, "john-smith"}, /* by id it is clear */
        {RECORD_PERSON, "Marc Carney", NULL, STATUS_NOT_FOUND, "did you mean mark-carney (Mark Carney)"},
        {RECORD_SOURCE, "s1", NULL, STATUS_OK, "s1"},
        {RECORD_SOURCE, "https://a.example/1", NULL, STATUS_OK, "s1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        struct slice id;
        make_world(&world);
        enum status status = resolve_name(
            &world.lookup, &world.arena, rows[i].type, slice_from(rows[i].name),
            parse_day(rows[i].day, DAY_MIN), parse_day(rows[i].day, DAY_MAX), &id, &world.error);
        if (status != rows[i].status)
            fail_msg("%s: %d %s", rows[i].name, (int)status, world.error.message);
        if (status == STATUS_OK)
            assert_slice(id, rows[i].id_or_said);
        else
            assert_said(&world, rows[i].id_or_said);
        assert_int_equal(world.memory.made, 0);
        free_world(&world);
    }
}

/* A part of a name is enough for a question, when only one person has it as a whole word. */
static void test_parts_of_names(void **state) {
    (void)state;
    static const struct {
        const char *name;
        enum status status;
        const char *id_or_said;
    } rows[] = {
        {"Carney", STATUS_OK, "mark-carney"},
        {"CARNEY", STATUS_OK, "mark-carney"},
        {"justin", STATUS_OK, "justin-trudeau"},
        {"anna-lena", STATUS_OK, "anna-lena-test"}, /* two words side by side */
        {"lena test", STATUS_OK, "anna-lena-test"},
        {"anna test", STATUS_NOT_FOUND, "person \"anna test\" is not known"},
        {"Carne", STATUS_NOT_FOUND, "did you mean mark-carney (Mark Carney)?"},
        {"arney", STATUS_NOT_FOUND, "did you mean mark-carney (Mark Carney)?"},
        {"Carnie", STATUS_NOT_FOUND, "did you mean mark-carney (Mark Carney)?"},
        {"Mark Carney", STATUS_OK, "mark-carney"},
        {"mark-carney", STATUS_OK, "mark-carney"},
        {"Smith", STATUS_BAD_INPUT, "can mean john-smith (John Smith) or john-smith-2 (John Smith)"},
        {"Crowd", STATUS_BAD_INPUT, "crowd-2 (B Crowd), crowd-3 (C Crowd) or others"},
        {"Utopia", STATUS_NOT_FOUND, "person \"Utopia\" is not known"}, /* a country is no person */
        {"", STATUS_NOT_FOUND, "is not known"},
        {" - ", STATUS_NOT_FOUND, "is not known"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        struct slice id;
        make_world(&world);
        keep(&world.memory, RECORD_PERSON, SLICE_OF("anna-lena-test"), SLICE_OF("Anna-Lena Test"));
        keep(&world.memory, RECORD_PERSON, SLICE_OF("crowd-1"), SLICE_OF("A Crowd"));
        keep(&world.memory, RECORD_PERSON, SLICE_OF("crowd-2"), SLICE_OF("B Crowd"));
        keep(&world.memory, RECORD_PERSON, SLICE_OF("crowd-3"), SLICE_OF("C Crowd"));
        keep(&world.memory, RECORD_PERSON, SLICE_OF("crowd-4"), SLICE_OF("D Crowd"));
        enum status status =
            resolve_person(&world.lookup, &world.arena, slice_from(rows[i].name), &id, &world.error);
        if (status != rows[i].status)
            fail_msg("%s: %d %s", rows[i].name, (int)status, world.error.message);
        if (status == STATUS_OK)
            assert_slice(id, rows[i].id_or_said);
        else
            assert_said(&world, rows[i].id_or_said);
        assert_int_equal(world.memory.made, 0);
        free_world(&world);
    }
}

/* An import must say whom it means: there, a part of a name is another name. */
static void test_no_parts_in_records(void **state) {
    (void)state;
    struct world world;
    struct slice id;
    make_world(&world);
    assert_int_equal(resolve_name(&world.lookup, &world.arena, RECORD_PERSON, SLICE_OF("Carney"), DAY_MIN, DAY_MAX, &id,
                                  &world.error),
                     STATUS_NOT_FOUND);
    free_world(&world);
}

/* A name of which not all could be looked at is not taken for sure. */
static enum status offer_too_many(void *context, enum record_type type, struct slice word,
                                  void (*take)(void *, struct slice), void *take_context) {
    (void)context;
    (void)type;
    (void)word;
    take(take_context, SLICE_OF("mark carney"));
    for (int i = 1; i < LOOKUP_OFFERS_MAX; i++)
        take(take_context, SLICE_OF("q"));
    return STATUS_OK;
}

static void test_parts_of_too_many(void **state) {
    (void)state;
    struct world world;
    struct slice id;
    make_world(&world);
    world.lookup.offer = offer_too_many;
    assert_int_equal(resolve_person(&world.lookup, &world.arena, SLICE_OF("Carney"), &id, &world.error),
                     STATUS_NOT_FOUND);
    assert_said(&world, "did you mean mark-carney (Mark Carney)?");
    free_world(&world);
}

/* Two states have the name: both are told, unless the days decide. */
static void test_shared_names(void **state) {
    (void)state;
    struct world world;
    struct slice id;
    enum record_type type;
    make_world(&world);
    assert_int_equal(resolve_actor(&world.lookup, &world.arena, SLICE_OF("Korea"), DAY_MIN, DAY_MAX, &type, &id, &world.error),
                     STATUS_BAD_INPUT);
    assert_said(&world, "KOR (South Korea)");
    assert_said(&world, "PRK (North Korea)");
    error_clear(&world.error);
    assert_int_equal(resolve_actor(&world.lookup, &world.arena, SLICE_OF("Korea"), parse_day("1890-01-01", 0),
                                   parse_day("1900-12-31", 0), &type, &id, &world.error), STATUS_OK);
    assert_true(slice_is(id, "X-KOREA"));
    free_world(&world);
}

/* Suggestions can be typed; states that exist on the days asked for come first. */
static void test_suggestions(void **state) {
    (void)state;
    static const struct {
        const char *word, *first, *last, *told;
    } rows[] = {
        {"Koreas", NULL, NULL, "KOR (South Korea), PRK (North Korea) or X-KOREA (Joseon Korea)"},
        {"Congos", NULL, NULL, "COD (Democratic Republic of the Congo) or COG (Republic of the Congo)"},
        {"Koreas", "1890-01-01", "1900-12-31", "X-KOREA (Joseon Korea), KOR (South Korea) or PRK (North Korea)"},
        {"Cnada", NULL, NULL, "CAN (Canada)"},
        {"Xyzzyx", NULL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        struct slice id;
        enum record_type type;
        make_world(&world);
        assert_int_equal(resolve_actor(&world.lookup, &world.arena, slice_from(rows[i].word),
                                       parse_day(rows[i].first, DAY_MIN), parse_day(rows[i].last, DAY_MAX), &type, &id,
                                       &world.error),
                         STATUS_NOT_FOUND);
        if (rows[i].told)
            assert_said(&world, rows[i].told);
        else
            assert_null(strstr(world.error.remedy, "did you mean"));
        free_world(&world);
    }
    static const enum record_type types[] = {RECORD_PERSON, RECORD_SOURCE, RECORD_COUNTRY};
    struct world world;
    struct buffer near;
    make_world(&world);
    buffer_init(&near);
    resolve_suggest(&world.lookup, &world.arena, types, 3, SLICE_OF("Marc Carney"), &near);
    assert_slice(buffer_slice(&near), "mark-carney (Mark Carney)");
    buffer_clear(&near);
    resolve_suggest(&world.lookup, &world.arena, types, 3, SLICE_OF("https://a.example/2"), &near);
    assert_slice(buffer_slice(&near), "https://a.example/1"); /* a source by what is offered, as it stands */
    buffer_free(&near);
    free_world(&world);
}

static void test_actors(void **state) {
    (void)state;
    static const struct {
        const char *name;
        enum record_type type;
        const char *id;
    } rows[] = {
        {"Canada", RECORD_COUNTRY, "CAN"},
        {"APEC", RECORD_ORGANIZATION, "APEC"},
        {"EUCU", RECORD_ORGANIZATION, "EUCU"},
        {"Utopia", RECORD_COUNTRY, "X-UTOPIA"},
    };
    struct world world;
    struct slice id;
    enum record_type type;
    make_world(&world);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(resolve_actor(&world.lookup, &world.arena, slice_from(rows[i].name),
                                       DAY_MIN, DAY_MAX, &type, &id, &world.error),
                         STATUS_OK);
        assert_int_equal(type, rows[i].type);
        assert_slice(id, rows[i].id);
    }
    assert_int_equal(resolve_actor(&world.lookup, &world.arena, SLICE_OF("APEK"), DAY_MIN, DAY_MAX,
                                   &type, &id, &world.error),
                     STATUS_NOT_FOUND);
    assert_said(&world, "country or organization \"APEK\"");
    assert_said(&world, "APEC");
    free_world(&world);
}

static void test_without_a_lookup(void **state) {
    (void)state;
    struct world world;
    struct slice id;
    make_world(&world);
    assert_int_equal(resolve_name(NULL, &world.arena, RECORD_COUNTRY, SLICE_OF("France"), DAY_MIN,
                                  DAY_MAX, &id, &world.error),
                     STATUS_OK);
    assert_slice(id, "FRA");
    assert_int_equal(resolve_name(NULL, &world.arena, RECORD_PERSON, SLICE_OF("Mark Carney"),
                                  DAY_MIN, DAY_MAX, &id, &world.error),
                     STATUS_NOT_FOUND);
    free_world(&world);
}

/* ---- Events ---------------------------------------------------------------------------------- */

static void begin_event(struct record *event, const char *date) {
    record_init(event, RECORD_EVENT);
    record_set(event, EVENT_ID, SLICE_OF("E"));
    record_set(event, EVENT_KIND, SLICE_OF("meeting"));
    record_set(event, EVENT_DATE, slice_from(date));
    record_set(event, EVENT_TITLE, SLICE_OF("T"));
}

static enum status resolve(struct world *world, struct record *record, struct record *claim) {
    error_clear(&world->error);
    return resolve_record(&world->lookup, &world->arena, record, claim, &world->field,
                          &world->error);
}

/* One field of an event: what becomes of it, or what is said. */
static const struct {
    int field;
    const char *date, *written, *resolved, *said;
    size_t made;
} event_rows[] = {
    {EVENT_COUNTRIES, "2018", "Canada:host;China;ca:host", "CAN:host;CHN", NULL, 0},
    {EVENT_COUNTRIES, "1975", "USSR", "SUN", NULL, 0},
    {EVENT_COUNTRIES, "2005", "USSR", NULL, "SUN", 0},
    {EVENT_COUNTRIES, "2018", "Cnada", NULL, "did you mean CAN (Canada)", 0},
    {EVENT_COUNTRIES, "2018", "APEC", NULL, "put it into organizations", 0},
    {EVENT_COUNTRIES, "2018", "EU customs union", NULL, "put it into organizations", 0},
    {EVENT_ORGANIZATIONS, "2018", "apec;Huawei:target;Acme Rockets",
     "APEC;HUAWEI:target;ACME-ROCKETS", NULL, 1},
    {EVENT_ORGANIZATIONS, "2018", "Canada", NULL, "put it into countries", 0},
    {EVENT_ORGANIZATIONS, "2018", "GM", "GM", NULL, 1}, /* a code is no country's name */
    {EVENT_PEOPLE, "2018", "Justin Trudeau:visitor", "justin-trudeau:visitor", NULL, 0},
    {EVENT_PEOPLE, "2018", "Jane Doe;jane doe;Jane Döe", "jane-doe", NULL, 1},
    {EVENT_PEOPLE, "2018", "Mark-Carney!", "mark-carney-2", NULL, 1}, /* that id is another's */
    {EVENT_PEOPLE, "2018", "John Smith", NULL, "john-smith-2", 0},
    {EVENT_PEOPLE, "2018", "习近平", "person-xxxxxxxxxxxx" /* a hash */, NULL, 1},
    {EVENT_ACTORS, "2018", "Citizen (India)", "Citizen (India)", NULL, 0},
    {EVENT_IMPOSER, "2018", "China", "CHN", NULL, 0},
    {EVENT_IMPOSER, "2018", "EU;United States", "EU;USA", NULL, 0},
    {EVENT_IMPOSER, "2018", "EU customs union", "organization:EUCU", NULL, 0},
    {EVENT_TARGET, "2018", "Chna", NULL, "China", 0},
    {EVENT_SOURCES, "2018", "s1;https://a.example/1", "s1", NULL, 0},
    {EVENT_SOURCES, "2018", "s2", NULL, "source \"s2\" is not known", 0},
    {EVENT_PARTY_DETAILS, "2018", "person:Mark Carney:host:Canada:special envoy",
     "person:mark-carney:host:CAN:special envoy", NULL, 0},
    {EVENT_PARTY_DETAILS, "2018", "person:Mark Carney::Cnada:", NULL, "Canada", 0},
};

static void test_event_fields(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof event_rows / sizeof *event_rows; i++) {
        struct world world;
        struct record event, claim;
        make_world(&world);
        begin_event(&event, event_rows[i].date);
        record_set(&event, event_rows[i].field, slice_from(event_rows[i].written));
        enum status status = resolve(&world, &event, &claim);
        if (event_rows[i].resolved) {
            if (status != STATUS_OK)
                fail_msg("%s: %s", event_rows[i].written, world.error.message);
            struct slice resolved = record_get(&event, event_rows[i].field);
            if (!slice_starts_with(slice_from(event_rows[i].resolved), SLICE_OF("person-")))
                assert_slice(resolved, event_rows[i].resolved);
            else
                assert_int_equal(resolved.size, strlen(event_rows[i].resolved));
        } else {
            assert_int_equal(status, STATUS_BAD_INPUT);
            assert_int_equal(world.field, event_rows[i].field);
            assert_said(&world, event_rows[i].said);
        }
        assert_int_equal(world.memory.made, event_rows[i].made);
        assert_int_equal(claim.type, RECORD_TYPES);
        free_world(&world);
    }
}

/* Details and cells meet only when both are ids. */
static void test_details_complete_the_cell(void **state) {
    (void)state;
    struct world world;
    struct record event, claim;
    make_world(&world);
    begin_event(&event, "2018");
    record_set(&event, EVENT_PEOPLE, SLICE_OF("Mark Carney:host"));
    record_set(&event, EVENT_PARTY_DETAILS,
               SLICE_OF("person:mark-carney::Canada:;country:China:host::"));
    assert_int_equal(resolve(&world, &event, &claim), STATUS_OK);
    assert_slice(record_get(&event, EVENT_PEOPLE), "mark-carney:host");
    assert_slice(record_get(&event, EVENT_COUNTRIES), "CHN:host");
    assert_slice(record_get(&event, EVENT_PARTY_DETAILS), "person:mark-carney:host:CAN:");
    assert_true(record_is_given(&event, EVENT_COUNTRIES));
    assert_false(record_is_given(&event, EVENT_ORGANIZATIONS));
    assert_false(record_is_given(&event, EVENT_ACTORS));
    free_world(&world);
}

static void test_event_gets_an_id(void **state) {
    (void)state;
    struct world world;
    struct record event, claim;
    make_world(&world);
    begin_event(&event, "2018-12-01");
    event.values[EVENT_ID] = SLICE_NONE;
    assert_int_equal(resolve(&world, &event, &claim), STATUS_OK);
    assert_slice(record_get(&event, EVENT_ID), "2018-12-01-t");
    assert_true(record_is_given(&event, EVENT_ID));
    free_world(&world);
}

static void test_dates_are_checked(void **state) {
    (void)state;
    struct world world;
    struct record event, claim;
    make_world(&world);
    begin_event(&event, "2018-12-01");
    event.file = "events.csv";
    event.line = 3;
    record_set(&event, EVENT_END, SLICE_OF("2018-11-01"));
    assert_int_equal(resolve(&world, &event, &claim), STATUS_BAD_INPUT);
    assert_int_equal(world.field, EVENT_END);
    assert_string_equal(world.error.place.file, "events.csv");
    assert_int_equal(world.error.place.line, 3);
    free_world(&world);
}

/* ---- The row's own source and quote ---------------------------------------------------------- */

struct row_source {
    const char *sources, *url, *title, *publisher, *date, *quote;
};

static void set_row_source(struct record *event, const struct row_source *row) {
    static const int fields[] = {EVENT_SOURCES, EVENT_SOURCE_URL, EVENT_SOURCE_TITLE,
                                 EVENT_SOURCE_PUBLISHER, EVENT_SOURCE_DATE, EVENT_QUOTE};
    const char *const texts[] = {row->sources, row->url, row->title, row->publisher, row->date,
                                 row->quote};
    for (size_t i = 0; i < 6; i++)
        if (texts[i])
            record_set(event, fields[i], slice_from(texts[i]));
}

static void test_row_sources(void **state) {
    (void)state;
    static const char url_id[] = "b-example-x-";
    static const struct {
        struct row_source row;
        const char *sources, *source_url, *claim_source; /* sources NULL: refused */
        size_t made;
    } rows[] = {
        /* a bare URL stays */
        {{.url = "https://b.example/x"}, "", "https://b.example/x", NULL, 0},
        /* with a title or a quote it becomes a record */
        {{.url = "https://b.example/x", .title = "X"}, url_id, "", NULL, 1},
        {{.url = "https://b.example/x", .quote = "Words"}, url_id, "", url_id, 1},
        {{.url = "https://a.example/1", .publisher = "P"}, "s1", "", NULL, 0},
        {{.sources = "s1", .url = "https://b.example/x", .quote = "W"}, "s1;b-example-x-", "",
         url_id, 1},
        /* without a URL by title, day and publisher */
        {{.title = "A readout", .date = "2018-12-02", .publisher = "PMO"},
         "a-readout-2018-12-02-pmo", "", NULL, 1},
        {{.title = "A readout", .quote = "W"}, "a-readout", "", "a-readout", 1},
        {{.sources = "s1", .quote = "W"}, "s1", "", "s1", 0},
        {{.quote = "W"}, NULL, NULL, NULL, 0},
        {{.publisher = "PMO"}, NULL, NULL, NULL, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        struct record event, claim;
        make_world(&world);
        begin_event(&event, "2018-12-01");
        set_row_source(&event, &rows[i].row);
        enum status status = resolve(&world, &event, &claim);
        assert_int_equal(status, rows[i].sources ? STATUS_OK : STATUS_BAD_INPUT);
        assert_int_equal(world.memory.made, rows[i].made);
        if (rows[i].sources) {
            struct slice sources = record_get(&event, EVENT_SOURCES);
            assert_true(slice_starts_with(sources, slice_from(rows[i].sources)));
            assert_slice(record_get(&event, EVENT_SOURCE_URL), rows[i].source_url);
            assert_false(record_has(&event, EVENT_SOURCE_TITLE) || record_has(&event, EVENT_QUOTE));
            bool joins = event.joins >> EVENT_SOURCES & 1;
            assert_int_equal(joins, sources.size > 0 && !rows[i].row.sources);
        }
        assert_int_equal(claim.type, rows[i].claim_source ? RECORD_CLAIM : RECORD_TYPES);
        if (rows[i].claim_source) {
            assert_slice(record_get(&claim, CLAIM_EVENT), "E");
            assert_slice(record_get(&claim, CLAIM_FIELD), "quote");
            assert_slice(record_get(&claim, CLAIM_VALUE), rows[i].row.quote);
            assert_true(slice_starts_with(record_get(&claim, CLAIM_SOURCE),
                                          slice_from(rows[i].claim_source)));
        }
        free_world(&world);
    }
}

static void test_made_source_has_what_the_row_says(void **state) {
    (void)state;
    struct world world;
    struct record event, claim;
    make_world(&world);
    begin_event(&event, "2018-12-01");
    set_row_source(&event, &(struct row_source){.url = "https://b.example/x",
                                                .title = "X",
                                                .publisher = "P",
                                                .date = "2018-12-02"});
    assert_int_equal(resolve(&world, &event, &claim), STATUS_OK);
    const struct record *made = &world.memory.items[world.memory.count - 1].record;
    assert_int_equal(made->type, RECORD_SOURCE);
    assert_slice(record_get(made, SOURCE_URL), "https://b.example/x");
    assert_slice(record_get(made, SOURCE_TITLE), "X");
    assert_slice(record_get(made, SOURCE_PUBLISHER), "P");
    assert_slice(record_get(made, SOURCE_PUBLISHED), "2018-12-02");
    free_world(&world);
}

static void test_source_ids(void **state) {
    (void)state;
    struct arena arena;
    struct record source;
    struct slice first, again, other;
    arena_init(&arena);
    record_init(&source, RECORD_SOURCE);
    record_set(&source, SOURCE_URL, SLICE_OF("https://b.example/x"));
    assert_true(resolve_source_id(&arena, &source, &first));
    assert_true(resolve_source_id(&arena, &source, &again));
    record_set(&source, SOURCE_URL, SLICE_OF("https://b.example/X"));
    assert_true(resolve_source_id(&arena, &source, &other));
    assert_true(slice_equals(first, again));
    assert_false(slice_equals(first, other));
    arena_free(&arena);
}

/* ---- Other records --------------------------------------------------------------------------- */

static void test_other_records(void **state) {
    (void)state;
    static const struct {
        enum record_type type;
        int field;
        const char *written, *resolved, *said;
    } rows[] = {
        {RECORD_TERM, TERM_PERSON, "Jane Doe", "jane-doe", NULL},
        {RECORD_TERM, TERM_COUNTRY, "Canada", "CAN", NULL},
        {RECORD_TERM, TERM_COUNTRY, "European Union", "EU", NULL},
        {RECORD_TERM, TERM_COUNTRY, "Cnada", NULL, "Canada"},
        {RECORD_TERM, TERM_SOURCES, "https://a.example/1;s1", "s1", NULL},
        {RECORD_PERSON, PERSON_COUNTRY, "ca", "CAN", NULL},
        {RECORD_SOURCE, SOURCE_SIDE, "China", "CHN", NULL},
        {RECORD_SOURCE, SOURCE_URL, "https://a.example/1", "https://a.example/1", NULL},
        {RECORD_CLAIM, CLAIM_SOURCE, "https://a.example/1", "s1", NULL},
        {RECORD_CLAIM, CLAIM_SOURCE, "s2", NULL, "s2"},
        {RECORD_LINK, LINK_SOURCE, "s1", "s1", NULL},
        {RECORD_LINK, LINK_ASSERTED_BY, "Canada;Xyz", "Canada;Xyz", NULL},
        {RECORD_COVERAGE, COVERAGE_COUNTRIES, "USA;Canada;EU;United States", "CAN;EU;USA", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        struct record record, claim;
        make_world(&world);
        record_init(&record, rows[i].type);
        record_set(&record, rows[i].field, slice_from(rows[i].written));
        enum status status = resolve(&world, &record, &claim);
        if (rows[i].resolved) {
            if (status != STATUS_OK)
                fail_msg("%s: %s", rows[i].written, world.error.message);
            assert_slice(record_get(&record, rows[i].field), rows[i].resolved);
        } else {
            assert_int_equal(status, STATUS_BAD_INPUT);
            assert_int_equal(world.field, rows[i].field);
            assert_said(&world, rows[i].said);
        }
        free_world(&world);
    }
}

static void test_term_is_read_on_its_day(void **state) {
    (void)state;
    struct world world;
    struct record term, claim;
    make_world(&world);
    record_init(&term, RECORD_TERM);
    record_set(&term, TERM_PERSON, SLICE_OF("Mikhail Gorbachev"));
    record_set(&term, TERM_COUNTRY, SLICE_OF("USSR"));
    record_set(&term, TERM_START, SLICE_OF("1985-03-11"));
    record_set(&term, TERM_END, SLICE_OF("1991-12-25"));
    assert_int_equal(resolve(&world, &term, &claim), STATUS_OK);
    assert_slice(record_get(&term, TERM_COUNTRY), "SUN");
    record_set(&term, TERM_COUNTRY, SLICE_OF("USSR"));
    record_set(&term, TERM_START, SLICE_OF("2005-03-11"));
    assert_int_equal(resolve(&world, &term, &claim), STATUS_BAD_INPUT);
    free_world(&world);
}

static void test_source_gets_the_id_of_its_url(void **state) {
    (void)state;
    struct world world;
    struct record source, claim;
    struct slice made;
    make_world(&world);
    record_init(&source, RECORD_SOURCE);
    record_set(&source, SOURCE_URL, SLICE_OF("https://a.example/1"));
    assert_int_equal(resolve(&world, &source, &claim), STATUS_OK);
    assert_slice(record_get(&source, SOURCE_ID), "s1");
    record_init(&source, RECORD_SOURCE);
    record_set(&source, SOURCE_URL, SLICE_OF("https://a.example/2"));
    assert_int_equal(resolve(&world, &source, &claim), STATUS_OK);
    assert_true(resolve_source_id(&world.arena, &source, &made));
    assert_true(slice_equals(record_get(&source, SOURCE_ID), made));
    assert_int_equal(world.memory.made, 0);
    free_world(&world);
}

static void test_party_rows(void **state) {
    (void)state;
    static const struct {
        const char *type, *id, *acts_for, *resolved; /* NULL: refused */
    } rows[] = {
        {"country", "Canada", "", "CAN"},     {"organization", "apec", "", "APEC"},
        {"person", "Jane Doe", "", "jane-doe"}, {"person", "Mark Carney", "Canada", "mark-carney"},
        {"actor", "Citizen", "", "Citizen"},  {"country", "Cnada", "", NULL},
        {"person", "Jane Doe", "Cnada", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        struct record row, claim;
        make_world(&world);
        record_init(&row, RECORD_PARTY);
        record_set(&row, PARTY_EVENT, SLICE_OF("E"));
        record_set(&row, PARTY_TYPE, slice_from(rows[i].type));
        record_set(&row, PARTY_ID, slice_from(rows[i].id));
        record_set(&row, PARTY_FOR, slice_from(rows[i].acts_for));
        enum status status = resolve(&world, &row, &claim);
        assert_int_equal(status, rows[i].resolved ? STATUS_OK : STATUS_BAD_INPUT);
        if (rows[i].resolved)
            assert_slice(record_get(&row, PARTY_ID), rows[i].resolved);
        free_world(&world);
    }
}

/* Names of one slug get numbers, and when these run out a hash. */
static void test_many_names_of_one_slug(void **state) {
    (void)state;
    struct world world;
    struct record event, claim;
    struct buffer name;
    make_world(&world);
    buffer_init(&name);
    for (int i = 0; i < 110; i++) {
        begin_event(&event, "2018");
        buffer_append_text(&name, i ? "!" : "Ann");
        record_set(&event, EVENT_PEOPLE, buffer_slice(&name));
        assert_int_equal(resolve(&world, &event, &claim), STATUS_OK);
        if (i == 0)
            assert_slice(record_get(&event, EVENT_PEOPLE), "ann");
        if (i == 98)
            assert_slice(record_get(&event, EVENT_PEOPLE), "ann-99");
        if (i > 98)
            assert_int_equal(record_get(&event, EVENT_PEOPLE).size, strlen("ann-") + 12);
    }
    assert_int_equal(world.memory.made, 110);
    buffer_free(&name);
    free_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_parts_of_names),
        cmocka_unit_test(test_no_parts_in_records),
        cmocka_unit_test(test_parts_of_too_many),
        cmocka_unit_test(test_shared_names), cmocka_unit_test(test_suggestions),
        cmocka_unit_test(test_actors),
        cmocka_unit_test(test_without_a_lookup),
        cmocka_unit_test(test_event_fields),
        cmocka_unit_test(test_details_complete_the_cell),
        cmocka_unit_test(test_event_gets_an_id),
        cmocka_unit_test(test_dates_are_checked),
        cmocka_unit_test(test_row_sources),
        cmocka_unit_test(test_made_source_has_what_the_row_says),
        cmocka_unit_test(test_source_ids),
        cmocka_unit_test(test_other_records),
        cmocka_unit_test(test_term_is_read_on_its_day),
        cmocka_unit_test(test_source_gets_the_id_of_its_url),
        cmocka_unit_test(test_party_rows),
        cmocka_unit_test(test_many_names_of_one_slug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
