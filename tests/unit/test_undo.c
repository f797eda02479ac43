/* Taking revisions back, and removing: after an undo the record, its keys, all that is derived of it and what a search finds
 * are byte for byte what they were before the revision; what cannot be taken back is refused, and nothing changes. */
#include "store_fixture.h"

#include "../../core/store/inside.h"
#include "../../core/store/search.h"

/* ---- states -------------------------------------------------------------------------------------------------------- */

struct state {
    struct slice content; /* the dossier's words, and every record with its key, as text */
    struct slice derived; /* what follows from the records */
    struct slice found;   /* by words */
    struct hash128 hash;  /* that the store keeps */
};

static struct slice copy_text(struct world *world, struct buffer *text) {
    struct slice copy = SLICE_NONE;
    assert_false(buffer_failed(text));
    assert_true(arena_copy(&world->arena, buffer_slice(text), &copy));
    buffer_free(text);
    return copy;
}

/* `keys`: with those that the records have in the file. *sum: over the hashes of all. */
static void append_records(struct world *world, struct buffer *text, bool keys, struct hash128 *sum) {
    struct error error = {0};
    for (int type = 0; type < RECORD_TYPES; type++) {
        bool found = type != RECORD_PARTY;
        for (int64_t key = 0; found; key++) {
            struct record record;
            struct slice image;
            struct hash128 hash;
            struct arena_mark mark = arena_mark(&world->arena);
            must(history_get_next(world->store, (enum record_type)type, key, INT64_MAX, &world->arena, &record, &key, &found,
                                  &error), &error);
            if (!found) break;
            assert_true(history_write_image(&world->arena, &record, &image) && store_hash_record(&record, &hash));
            hash128_add(sum, hash);
            buffer_append_format(text, "%s %lld ", record_info((enum record_type)type)->name, keys ? (long long)key : 0LL);
            buffer_append_slice(text, image);
            buffer_append_byte(text, '\n');
            arena_rewind(&world->arena, mark);
        }
    }
}

static enum status no_columns(void *context, const char *const *columns, size_t count, struct error *error) {
    (void)context;
    (void)columns;
    (void)count;
    (void)error;
    return STATUS_OK;
}

static enum status append_row(void *context, const struct slice *values, const bool *is_number, size_t count,
                              struct error *error) {
    (void)is_number;
    (void)error;
    for (size_t i = 0; i < count; i++) {
        buffer_append_slice(context, values[i]);
        buffer_append_byte(context, i + 1 == count ? '\n' : '|');
    }
    return STATUS_OK;
}

/* By ids and names, since keys of facets are those of a file. */
static struct slice read_derived(struct world *world) {
    static const char *const questions[] = {
        "SELECT id, start_min, start_max, end_min, end_max, end_state, form, through, disputed, sourcing, has_detail FROM event "
        "ORDER BY id",
        "SELECT type, name, uses FROM facet WHERE uses <> 0 ORDER BY type, name",
        "SELECT f.type, f.name, p.class, p.day, e.id FROM posting p LEFT JOIN facet f ON f.facet = p.facet LEFT JOIN event e "
        "ON e.event = p.event ORDER BY 1, 2, 3, 4, 5",
        "SELECT f.type, f.name, p.class, p.day, e.id FROM span p LEFT JOIN facet f ON f.facet = p.facet LEFT JOIN event e "
        "ON e.event = p.event ORDER BY 1, 2, 3, 4, 5",
        "SELECT record, name, uses FROM extra_name WHERE uses <> 0 ORDER BY 1, 2",
        "SELECT e.id, d.\"release\", d.venue, d.product, d.rate, d.party_details FROM event_detail d LEFT JOIN event e "
        "ON e.event = d.event ORDER BY 1",
        "SELECT person, country, office, \"start\", start_min, start_max, end_min, end_max FROM term ORDER BY 1, 2, 3, 4",
        "SELECT * FROM pragma_foreign_key_check",
    };
    struct buffer text;
    struct error error = {0};
    buffer_init(&text);
    for (size_t i = 0; i < LENGTH(questions); i++) {
        struct store_sql_visitor visitor = {&text, no_columns, append_row};
        must(store_sql(world->store, questions[i], &visitor, &error), &error);
    }
    return copy_text(world, &text);
}

static enum status append_event(void *context, struct stored_event *event, struct error *error) {
    (void)error;
    buffer_append_slice(context, record_get(&event->event, EVENT_ID));
    buffer_append_byte(context, ' ');
    return STATUS_OK;
}

static enum status append_record(void *context, struct record *record, struct error *error) {
    (void)error;
    buffer_append_slice(context, record_get(record, 0));
    buffer_append_byte(context, ' ');
    return STATUS_OK;
}

/* The ids that a few words find, in the order of their ranks. */
static struct slice read_found(struct world *world) {
    static const char *const typed[] = {"alpha", "beta", "quoted", "leader", "testville", "paper", "union"};
    struct error error = {0};
    struct query query;
    struct buffer text;
    buffer_init(&text);
    query_init(&query);
    must(store_refresh_index(world->store, NULL, &error), &error);
    for (size_t i = 0; i < LENGTH(typed); i++) {
        struct search_words words;
        struct search_found found;
        int64_t records;
        struct slice word = slice_from(typed[i]);
        must(search_parse(&(struct slice_list){&word, 1}, &world->arena, &words, &error), &error);
        must(store_search_events(world->store, &words, &query, false, append_event, &text, &found, &error), &error);
        for (int of_sources = 0; of_sources < 2; of_sources++)
            must(store_search_records(world->store, &words, of_sources, append_record, &text, &records, &error), &error);
        buffer_append_format(&text, "%lld of %s\n", (long long)found.having, typed[i]);
    }
    return copy_text(world, &text);
}

static struct state read_state(struct world *world, bool search) {
    struct state state = {0};
    struct error error = {0};
    struct buffer text;
    struct slice dossier;
    struct hash128 sum = {0, 0};
    buffer_init(&text);
    must(store_get_dossier(world->store, &world->arena, &dossier, &error), &error);
    buffer_append_slice(&text, dossier);
    buffer_append_byte(&text, '\n');
    append_records(world, &text, true, &sum);
    state.content = copy_text(world, &text);
    state.derived = read_derived(world);
    if (search) state.found = read_found(world);
    must(store_hash_content(world->store, &state.hash, &error), &error);
    if (slice_is_empty(dossier)) assert_memory_equal(&sum, &state.hash, sizeof sum);
    return state;
}

static void check_same_text(const char *what, struct slice got, struct slice wanted) {
    if (slice_equals(got, wanted)) return;
    size_t at = 0;
    while (at < got.size && at < wanted.size && got.data[at] == wanted.data[at]) at++;
    size_t from = at < 200 ? 0 : at - 200;
    fail_msg("%s differs: \"%.*s\" instead of \"%.*s\"", what, (int)slice_part(got, from, at + 200).size, got.data + from,
             (int)slice_part(wanted, from, at + 200).size, wanted.data + from);
}

static void check_same(const struct state *got, const struct state *wanted) {
    check_same_text("content", got->content, wanted->content);
    check_same_text("what is derived", got->derived, wanted->derived);
    check_same_text("what is found", got->found, wanted->found);
    assert_memory_equal(&got->hash, &wanted->hash, sizeof got->hash);
}

static bool is_same(const struct state *a, const struct state *b) { return slice_equals(a->content, b->content); }

/* ---- undo ----------------------------------------------------------------------------------------------------------- */

static int64_t latest_revision(struct world *world) {
    struct error error = {0};
    int64_t revision = 0;
    must(store_find_revision(world->store, &revision, &error), &error);
    return revision;
}

static enum status try_undo(struct world *world, int64_t revision, struct error *error) {
    struct store_author author = {.command = SLICE_OF("undo"), .undoes = revision};
    world_begin(world);
    store_tell_author(world->store, &author);
    enum status status = store_undo(world->store, revision, error);
    if (status == STATUS_OK) return store_commit(world->store, error);
    store_rollback(world->store);
    return status;
}

static void undo(struct world *world, int64_t revision) {
    struct error error = {0};
    must(try_undo(world, revision, &error), &error);
}

static void check_refused(struct world *world, int64_t revision, enum status wanted, const char *message, const char *remedy) {
    struct error error = {0};
    struct state before = read_state(world, false);
    assert_int_equal(try_undo(world, revision, &error), wanted);
    assert_string_equal(error.message, message);
    assert_string_equal(error.remedy, remedy);
    struct state after = read_state(world, false);
    check_same(&after, &before);
}

/* ---- removing --------------------------------------------------------------------------------------------------------- */

static enum status try_remove(struct world *world, const char *name, struct store_removal *removal, struct error *error) {
    enum record_type type;
    int64_t key;
    bool found = false;
    *removal = (struct store_removal){{0}};
    must(store_find_key(world->store, slice_from(name), &type, &key, &found, error), error);
    return found ? store_remove(world->store, type, key, removal, error) : STATUS_NOT_FOUND;
}

/* In a write of its own. */
static enum status try_remove_alone(struct world *world, const char *name, struct error *error) {
    struct store_removal removal;
    world_begin(world);
    enum status status = try_remove(world, name, &removal, error);
    if (status == STATUS_OK) return store_commit(world->store, error);
    store_rollback(world->store);
    return status;
}

static void remove_alone(struct world *world, const char *name) {
    struct error error = {0};
    must(try_remove_alone(world, name, &error), &error);
}

/* ---- random worlds -------------------------------------------------------------------------------------------------------- */

static const char *one_of(uint64_t *seed, const char *const *words, size_t count) { return words[pick(seed, (int)count)]; }
#define ONE_OF(seed, words) one_of(seed, words, LENGTH(words))

enum { EVENTS = 10, PEOPLE = 3, SOURCES = 3 };

static bool is_there(struct world *world, enum record_type type, const char *id) {
    struct record record;
    struct error error = {0};
    bool found = false;
    must(store_get(world->store, type, slice_from(id), &world->arena, &record, &found, &error), &error);
    return found;
}

/* Whom the others name must be there. */
static void put_names(struct world *world) {
    char id[32];
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(id, sizeof id, "p%d", i);
        if (!is_there(world, RECORD_PERSON, id))
            put(world, RECORD_PERSON, "id", id, "name", i ? "Leader Alpha" : "Leader Beta", NULL);
    }
    for (int i = 0; i < SOURCES; i++) {
        snprintf(id, sizeof id, "s%d", i);
        if (!is_there(world, RECORD_SOURCE, id))
            put(world, RECORD_SOURCE, "id", id, "title", i ? "Paper" : "Beta paper", "url", i ? "" : "https://test.example/s0",
                NULL);
    }
    if (!is_there(world, RECORD_ORGANIZATION, "T-U")) put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", NULL);
    if (!is_there(world, RECORD_COUNTRY, "X-TEST")) put(world, RECORD_COUNTRY, "id", "X-TEST", "name", "Testland", NULL);
}

static void put_event(struct world *world, uint64_t *seed) {
    static const char *const kinds[] = {"meeting", "visit.state", "tariff", "sanction.arms"};
    static const char *const dates[] = {"2018", "2018-02-03", "201X", "2018/2019-05", "[..2018]", "2018/..", "2018-02?"};
    static const char *const ends[] = {"", "", "2030"};
    static const char *const countries[] = {"", "CAN;CHN", "CAN:host;CAN:visitor;USA", "CHN:venue;CAN", "X-TEST;USA"};
    static const char *const people[] = {"", "p0", "p0;p1:speaker", "p2:venue"};
    static const char *const titles[] = {"Alpha", "Beta", "Alpha beta"};
    static const char *const statuses[] = {"", "disputed", "cancelled"};
    static const char *const sources[] = {"", "s0", "s0;s1"};
    char id[32];
    snprintf(id, sizeof id, "E%d", pick(seed, EVENTS));
    put(world, RECORD_EVENT, "id", id, "kind", ONE_OF(seed, kinds), "date", ONE_OF(seed, dates), "end", ONE_OF(seed, ends),
        "title", ONE_OF(seed, titles), "countries", ONE_OF(seed, countries), "people", ONE_OF(seed, people), "status",
        ONE_OF(seed, statuses), "sources", ONE_OF(seed, sources), "organizations", pick(seed, 3) ? "" : "T-U", "place",
        pick(seed, 2) ? "Testville" : "", "product", pick(seed, 4) ? "" : "canola", "source_url",
        pick(seed, 4) ? "" : "https://test.example/s0", "shade", pick(seed, 3) ? "" : "grey", NULL);
}

static void put_hanging(struct world *world, uint64_t *seed) {
    static const char *const stances[] = {"", "disputes", "denies"};
    static const char *const relations[] = {"ends", "responds_to"};
    char id[32], other[32], source[32];
    struct error error = {0};
    struct stored_event event;
    bool found = false, other_found = false;
    snprintf(id, sizeof id, "E%d", pick(seed, EVENTS));
    snprintf(other, sizeof other, "E%d", pick(seed, EVENTS));
    snprintf(source, sizeof source, "s%d", pick(seed, SOURCES));
    must(store_find_event(world->store, slice_from(id), &world->arena, &event, &found, &error), &error);
    must(store_find_event(world->store, slice_from(other), &world->arena, &event, &other_found, &error), &error);
    int what = pick(seed, 4);
    if (!found) return;
    if (what == 0)
        put(world, RECORD_CLAIM, "event", id, "source", source, "field", "quote", "value", "quoted words", "stance",
            ONE_OF(seed, stances), NULL);
    else if (what == 1) put(world, RECORD_NOTE, "record", id, "kind", "correction", "reason", pick(seed, 2) ? "a" : "b", NULL);
    else if (what == 2 && other_found && strcmp(id, other) != 0)
        put(world, RECORD_LINK, "from", id, "relation", ONE_OF(seed, relations), "to", other, "source", pick(seed, 2) ? source : "",
            NULL);
    else if (what == 3)
        put(world, RECORD_PARTY, "event", id, "type", "person", "id", "p1", "for", pick(seed, 2) ? "USA" : "", NULL);
}

static void put_other(struct world *world, uint64_t *seed) {
    static const char *const names[] = {"Leader Alpha", "Leader Beta", "Leader"};
    static const char *const starts[] = {"2010", "2017-05"};
    char person[32], words[64];
    enum store_change change;
    struct error error = {0};
    snprintf(person, sizeof person, "p%d", pick(seed, PEOPLE));
    switch (pick(seed, 5)) {
    case 0: put(world, RECORD_PERSON, "id", person, "name", ONE_OF(seed, names), "country", pick(seed, 2) ? "CAN" : "", NULL); break;
    case 1:
        put(world, RECORD_TERM, "person", person, "country", pick(seed, 2) ? "FRA" : "T-U", "office", "ambassador", "start",
            ONE_OF(seed, starts), "end", pick(seed, 2) ? "2019" : "", "sources", pick(seed, 3) ? "" : "s1;s2", NULL);
        break;
    case 2:
        snprintf(words, sizeof words, "{\"title\":\"Test %d\"}", pick(seed, 3));
        must(store_put_dossier(world->store, slice_from(words), &change, &error), &error);
        break;
    case 3: put(world, RECORD_COVERAGE, "dataset", "d", "countries", pick(seed, 2) ? "T-U;USA" : "", "start", "2010", NULL); break;
    default: put(world, RECORD_COUNTRY, "id", "X-TEST", "name", pick(seed, 2) ? "Testland" : "Alpha Testland", NULL); break;
    }
}

/* What stands in the way is found out by the settling: then the write as a whole is given up. */
static bool write_randomly(struct world *world, uint64_t *seed) {
    static const char *const named[] = {"X-TEST", "T-U", "p0", "p1", "s0", "s1", "s2"};
    struct error error = {0};
    struct store_removal removal;
    char id[32];
    world_begin(world);
    int steps = 1 + pick(seed, 8);
    for (int i = 0; i < steps; i++) {
        int what = pick(seed, 10);
        if (what < 8) put_names(world);
        snprintf(id, sizeof id, "E%d", pick(seed, EVENTS));
        if (what < 4) put_event(world, seed);
        else if (what < 6) put_hanging(world, seed);
        else if (what < 8) put_other(world, seed);
        else {
            enum status status = try_remove(world, pick(seed, 4) ? id : ONE_OF(seed, named), &removal, &error);
            if (status != STATUS_NOT_FOUND) must(status, &error);
        }
    }
    enum status status = store_commit(world->store, &error);
    if (status != STATUS_OK) assert_int_equal(status, STATUS_BAD_INPUT);
    return status == STATUS_OK;
}

enum { ROUNDS = 24 };

/* Writes until there are so many revisions; states[n] is that after revision n. */
static void fill_history(struct world *world, uint64_t *seed, struct state *states, int64_t count, bool search) {
    world_begin(world);
    put_names(world);
    world_commit(world);
    for (int64_t at = latest_revision(world); at < count; at = latest_revision(world)) {
        states[at] = read_state(world, search);
        write_randomly(world, seed);
        /* A write may have changed nothing, or put back what it changed. */
        assert_true(latest_revision(world) <= at + 1);
    }
    states[count] = read_state(world, search);
}

static void make_world(struct world *world) {
    world_make(world);
    world_open(world, STORE_CREATE);
}

/* From the last revision to the first and back again, and once more by redoing what was redone. */
static void test_all_the_way(void **state) {
    (void)state;
    for (uint64_t world_seed = 1; world_seed <= 6; world_seed++) {
        struct world world;
        struct state states[ROUNDS + 1] = {{.hash = {0, 0}}}, now;
        uint64_t seed = world_seed * 0x9E3779B97F4A7C15u;
        bool search = world_seed % 2;
        make_world(&world);
        states[0] = read_state(&world, search);
        fill_history(&world, &seed, states, ROUNDS, search);
        for (int64_t revision = ROUNDS; revision > 0; revision--) {
            undo(&world, revision);
            now = read_state(&world, search);
            check_same(&now, &states[revision - 1]);
        }
        /* Each undo left a revision: revision n was taken back by ROUNDS + (ROUNDS - n) + 1. */
        for (int64_t revision = 1; revision <= ROUNDS; revision++) {
            undo(&world, 2 * ROUNDS - revision + 1);
            now = read_state(&world, search);
            check_same(&now, &states[revision]);
        }
        undo(&world, 3 * ROUNDS);
        now = read_state(&world, search);
        check_same(&now, &states[ROUNDS - 1]);
        world_drop(&world);
    }
}

/* ---- any revision ------------------------------------------------------------------------------------------------------------- */

/* A record of the same content, made anew. */
static struct slice rebuild_derived(struct world *world) {
    struct world copy;
    struct error error = {0};
    static const enum record_type order[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_SOURCE, RECORD_EVENT,
                                             RECORD_TERM, RECORD_CLAIM, RECORD_LINK, RECORD_COVERAGE, RECORD_NOTE};
    make_world(&copy);
    world_begin(&copy);
    for (size_t i = 0; i < LENGTH(order); i++) {
        bool found = true;
        for (int64_t key = 0; found; key++) {
            struct record record;
            enum store_change change;
            int field;
            must(history_get_next(world->store, order[i], key, INT64_MAX, &world->arena, &record, &key, &found, &error), &error);
            if (found) must(store_put(copy.store, &record, &change, &field, &error), &error);
        }
    }
    world_commit(&copy);
    struct slice derived = read_derived(&copy), kept = SLICE_NONE;
    assert_true(arena_copy(&world->arena, derived, &kept));
    world_drop(&copy);
    return kept;
}

/* The lines of a text that the other has not; both sorted by lines. */
static struct slice_list lines_of(struct world *world, struct slice text) {
    struct slice_list lines = {NULL, 0};
    for (size_t at = 0; at < text.size;) {
        size_t end = at + slice_find(slice_part(text, at, text.size), '\n');
        assert_true(arena_append(&world->arena, &lines, slice_part(text, at, end)));
        at = end + 1;
    }
    return lines;
}

static bool has_line(const struct slice_list *lines, struct slice line) {
    for (size_t i = 0; i < lines->count; i++)
        if (slice_equals(lines->items[i], line)) return true;
    return false;
}

/* What the revision did is undone line by line, and nothing else changes. */
static void check_taken_back(struct world *world, const struct state *before, const struct state *after, const struct state *then,
                             const struct state *now) {
    struct slice_list old = lines_of(world, before->content), left = lines_of(world, after->content),
                      present = lines_of(world, then->content), result = lines_of(world, now->content);
    for (size_t i = 0; i < old.count; i++)
        if (!has_line(&left, old.items[i])) assert_true(has_line(&result, old.items[i]));
    for (size_t i = 0; i < left.count; i++)
        if (!has_line(&old, left.items[i])) assert_false(has_line(&result, left.items[i]));
    for (size_t i = 0; i < present.count; i++)
        if (!has_line(&left, present.items[i]) || has_line(&old, present.items[i]))
            assert_true(has_line(&result, present.items[i]));
    for (size_t i = 0; i < result.count; i++) assert_true(has_line(&present, result.items[i]) || has_line(&old, result.items[i]));
}

/* Was every record that the revision touched left as it was? Then only names can stand in the way. */
static bool is_untouched(struct world *world, const struct state *before, const struct state *after, const struct state *then) {
    struct slice_list old = lines_of(world, before->content), left = lines_of(world, after->content),
                      present = lines_of(world, then->content);
    for (size_t i = 0; i < left.count; i++)
        if (!has_line(&old, left.items[i]) && !has_line(&present, left.items[i])) return false;
    return true;
}

static void test_any_revision(void **state) {
    (void)state;
    int done = 0, refused = 0; /* of 40 */
    for (uint64_t world_seed = 1; world_seed <= 40; world_seed++) {
        struct world world;
        struct state states[ROUNDS + 1] = {{.hash = {0, 0}}};
        uint64_t seed = world_seed * 0xD1B54A32D192ED03u;
        make_world(&world);
        fill_history(&world, &seed, states, ROUNDS, false);
        int64_t revision = 2 + pick(&seed, ROUNDS - 1);
        struct error error = {0};
        enum status status = try_undo(&world, revision, &error);
        struct state now = read_state(&world, false);
        if (status == STATUS_OK) {
            done++;
            check_taken_back(&world, &states[revision - 1], &states[revision], &states[ROUNDS], &now);
            check_same_text("a record made anew", now.derived, rebuild_derived(&world));
        } else {
            refused++;
            assert_true(status == STATUS_BAD_INPUT || status == STATUS_NOT_FOUND);
            assert_true(is_same(&now, &states[ROUNDS]));
            /* The later change is the reason, or what it names; either way it says which revision. */
            if (is_untouched(&world, &states[revision - 1], &states[revision], &states[ROUNDS]))
                assert_true(strstr(error.message, "named by") || strstr(error.message, "taken") || strstr(error.message, "left"));
        }
        world_drop(&world);
    }
    if (done < 5 || refused < 5) fail_msg("%d done, %d refused", done, refused);
}

/* ---- what is told ------------------------------------------------------------------------------------------------------------ */

static void put_one(struct world *world, const char *id, const char *title, const char *sources) {
    world_begin(world);
    put(world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018", "title", title, "sources", sources, NULL);
    world_commit(world);
}

static void check_event(struct world *world, const char *id, const char *field, const char *wanted) {
    struct stored_event event = get_event(world, id);
    check_field(&event.event, field, wanted);
}

static void test_revisions(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    check_refused(&world, 1, STATUS_NOT_FOUND, "nothing has been changed here since the log began", "");
    put_one(&world, "A", "One", "");
    check_refused(&world, 2, STATUS_NOT_FOUND, "there is no revision 2", "there is revision 1 alone; `detente log` shows it");
    put_one(&world, "A", "Two", "");
    check_refused(&world, 3, STATUS_NOT_FOUND, "there is no revision 3", "there are the revisions 1 to 2; `detente log` shows them");
    check_refused(&world, 0, STATUS_NOT_FOUND, "there is no revision 0", "there are the revisions 1 to 2; `detente log` shows them");
    check_refused(&world, INT64_MIN, STATUS_NOT_FOUND, "there is no revision -9223372036854775808",
                  "there are the revisions 1 to 2; `detente log` shows them");
    undo(&world, 2);
    check_refused(&world, 2, STATUS_BAD_INPUT, "revision 2 was taken back by revision 3 already", "`detente undo 3` brings it back");
    undo(&world, 3); /* 4: as after 2 */
    check_event(&world, "A", "title", "Two");
    undo(&world, 2); /* 5: it holds again, and is taken back again */
    check_event(&world, "A", "title", "One");
    check_refused(&world, 2, STATUS_BAD_INPUT, "revision 2 was taken back by revision 5 already", "`detente undo 5` brings it back");
    check_refused(&world, 4, STATUS_NOT_FOUND, "nothing of revision 4 is left to take back: all is as it was before it", "");
    world_drop(&world);
}

static void test_changed_later(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    put_one(&world, "A", "One", ""); /* 1 */
    put_one(&world, "A", "Two", ""); /* 2 */
    put_one(&world, "A", "Three", ""); /* 3 */
    check_refused(&world, 2, STATUS_BAD_INPUT,
                  "revision 2 cannot be taken back: what it did to a record has changed since: A (changed by revision 3)",
                  "`detente undo 3` first");
    remove_alone(&world, "A"); /* 4 */
    check_refused(&world, 2, STATUS_BAD_INPUT,
                  "revision 2 cannot be taken back: what it did to a record has changed since: A (removed by revision 4)",
                  "`detente undo 4` first, then `detente undo 3`");
    undo(&world, 4); /* 5 */
    check_refused(&world, 1, STATUS_BAD_INPUT,
                  "revision 1 cannot be taken back: what it did to a record has changed since: A (changed by revision 3)",
                  "`detente undo 3` first, then `detente undo 2`");
    undo(&world, 3); /* 6 */
    undo(&world, 2); /* 7: what came between was taken back too */
    check_event(&world, "A", "title", "One");
    undo(&world, 1);
    world_drop(&world);
}

static void test_many_obstacles(void **state) {
    struct world world;
    char id[32];
    (void)state;
    make_world(&world);
    for (int round = 0; round < 2; round++) {
        world_begin(&world);
        for (int i = 0; i < 8; i++) {
            snprintf(id, sizeof id, "E%d", i);
            put(&world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018", "title", round ? "B" : "A", NULL);
        }
        world_commit(&world);
    }
    check_refused(&world, 1, STATUS_BAD_INPUT,
                  "revision 1 cannot be taken back: what it did to some records has changed since: E0 (changed by revision 2), E1 "
                  "(changed by revision 2), E2 (changed by revision 2), E3 (changed by revision 2), E4 (changed by revision 2) and 3 "
                  "more", "`detente undo 2` first");
    world_drop(&world);
}

static void test_place_taken(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    put_one(&world, "A", "One", ""); /* 1 */
    int64_t key = get_event(&world, "A").key;
    remove_alone(&world, "A");       /* 2 */
    put_one(&world, "A", "Other", ""); /* 3 */
    assert_true(get_event(&world, "A").key != key);
    check_refused(&world, 2, STATUS_BAD_INPUT,
                  "revision 2 cannot be taken back: what it did to a record has changed since: A (its place is taken since revision 3)",
                  "`detente undo 3` first");
    undo(&world, 3);
    undo(&world, 2);
    assert_int_equal(get_event(&world, "A").key, key);
    check_event(&world, "A", "title", "One");
    world_drop(&world);
}

/* What a later revision names cannot go. */
static void test_named_later(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    world_begin(&world); /* 1 */
    put(&world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    put(&world, RECORD_PERSON, "id", "p1", "name", "Leader", NULL);
    world_commit(&world);
    put_one(&world, "A", "One", "s1"); /* 2 */
    put_one(&world, "B", "Two", "s1"); /* 3 */
    check_refused(&world, 1, STATUS_BAD_INPUT, "s1 is still named by 2 events: A and B", "`detente undo 3` first");
    world_begin(&world); /* 4 */
    put(&world, RECORD_CLAIM, "event", "A", "source", "s1", "field", "place", "value", "x", NULL);
    world_commit(&world);
    check_refused(&world, 2, STATUS_BAD_INPUT, "A is still named by 1 claim: claim:A/s1/place/x", "`detente undo 4` first");
    world_begin(&world); /* 5 */
    put(&world, RECORD_NOTE, "record", "B", "kind", "correction", "reason", "r", NULL);
    world_commit(&world);
    check_refused(&world, 3, STATUS_BAD_INPUT, "B is still named by 1 note: note:B/correction/r/", "`detente undo 5` first");
    for (int64_t revision = 5; revision > 0; revision--) undo(&world, revision);
    world_drop(&world);
}

/* What comes back must not name what a later revision removed. */
static void test_would_be_named(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    world_begin(&world); /* 1 */
    put(&world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    put(&world, RECORD_SOURCE, "id", "s2", "title", "Paper", NULL);
    world_commit(&world);
    put_one(&world, "A", "One", "s1"); /* 2 */
    put_one(&world, "A", "One", "s2"); /* 3 */
    remove_alone(&world, "s1");        /* 4 */
    check_refused(&world, 3, STATUS_BAD_INPUT, "s1, which revision 4 removed, would be named by 1 event: A",
                  "`detente undo 4` first: it brings it back");
    undo(&world, 4);
    undo(&world, 3);
    check_event(&world, "A", "sources", "s1");
    world_drop(&world);
}

static void test_dossier(void **state) {
    struct world world;
    struct error error = {0};
    struct slice json;
    enum store_change change;
    (void)state;
    make_world(&world);
    for (int i = 1; i <= 2; i++) {
        world_begin(&world);
        must(store_put_dossier(world.store, i == 1 ? SLICE_OF("{\"a\":1}") : SLICE_OF("{\"a\":2}"), &change, &error), &error);
        world_commit(&world);
    }
    check_refused(&world, 1, STATUS_BAD_INPUT,
                  "revision 1 cannot be taken back: what it did to a record has changed since: the dossier's words (changed by "
                  "revision 2)", "`detente undo 2` first");
    undo(&world, 2);
    must(store_get_dossier(world.store, &world.arena, &json, &error), &error);
    check_text(json, "{\"a\":1}");
    undo(&world, 1);
    must(store_get_dossier(world.store, &world.arena, &json, &error), &error);
    assert_true(slice_is_empty(json));
    undo(&world, 4);
    must(store_get_dossier(world.store, &world.arena, &json, &error), &error);
    check_text(json, "{\"a\":1}");
    world_drop(&world);
}

/* A record may change what it is found by: a claim of one event becomes one of another. */
static void test_other_key(void **state) {
    struct world world;
    struct error error = {0};
    (void)state;
    make_world(&world);
    world_begin(&world); /* 1 */
    put(&world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    put(&world, RECORD_EVENT, "id", "A", "kind", "meeting", "date", "2018", "title", "Alpha", NULL);
    put(&world, RECORD_EVENT, "id", "B", "kind", "meeting", "date", "2018", "title", "Beta", NULL);
    put(&world, RECORD_CLAIM, "event", "A", "source", "s1", "field", "place", "value", "x", "stance", "disputes", NULL);
    put(&world, RECORD_CLAIM, "event", "B", "source", "s1", "field", "quote", "value", "quoted", NULL);
    world_commit(&world);
    struct state before = read_state(&world, true);
    world_begin(&world); /* 2: the claims change places, and the person gets another id */
    static const char *const from[] = {"B", "A"}, *const to[] = {"A", "B"}, *const values[] = {"quoted", "x"};
    for (int i = 0; i < 2; i++) {
        struct record fields, claim;
        int64_t key;
        int field;
        bool found = false;
        record_init(&fields, RECORD_CLAIM);
        record_set(&fields, CLAIM_EVENT, slice_from(from[i]));
        record_set(&fields, CLAIM_SOURCE, SLICE_OF("s1"));
        record_set(&fields, CLAIM_FIELD, i ? SLICE_OF("place") : SLICE_OF("quote"));
        record_set(&fields, CLAIM_VALUE, slice_from(values[i]));
        must(small_get(world.store, &fields, &world.arena, &claim, &key, &found, &error), &error);
        assert_true(found);
        struct record moved = claim;
        record_set(&moved, CLAIM_EVENT, slice_from(to[i]));
        must(small_write(world.store, &key, &claim, &moved, &field, &error), &error);
    }
    world_commit(&world);
    assert_false(get_event(&world, "A").disputed);
    assert_true(get_event(&world, "B").disputed);
    check_same_text("a record made anew", read_derived(&world), rebuild_derived(&world));
    struct state after = read_state(&world, true);
    undo(&world, 2);
    struct state now = read_state(&world, true);
    check_same(&now, &before);
    undo(&world, 3);
    now = read_state(&world, true);
    check_same(&now, &after);
    world_drop(&world);
}

/* ---- removing ----------------------------------------------------------------------------------------------------------------- */

static void make_removals(struct world *world) {
    make_world(world);
    world_begin(world);
    put(world, RECORD_COUNTRY, "id", "CAN", "name", "Test Canada", NULL);
    put(world, RECORD_COUNTRY, "id", "X-TEST", "name", "Testland", NULL);
    put(world, RECORD_ORGANIZATION, "id", "APEC", "name", "Test APEC", NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-V", "name", "Test Venture", NULL);
    put(world, RECORD_PERSON, "id", "p1", "name", "Leader One", "country", "X-TEST", NULL);
    put(world, RECORD_PERSON, "id", "p2", "name", "Leader Two", NULL);
    put(world, RECORD_PERSON, "id", "p3", "name", "Leader Three", NULL);
    put(world, RECORD_TERM, "person", "p2", "country", "FRA", "office", "envoy", "start", "2010", "sources", "s2;s3", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "Paper", "side", "T-U", NULL);
    put(world, RECORD_SOURCE, "id", "s2", "title", "Paper", NULL);
    put(world, RECORD_SOURCE, "id", "s3", "title", "Paper", NULL);
    put(world, RECORD_SOURCE, "id", "s4", "title", "Paper", NULL);
    put(world, RECORD_SOURCE, "id", "s5", "title", "Paper", NULL);
    put(world, RECORD_EVENT, "id", "A", "kind", "tariff", "date", "2018", "title", "T", "countries", "CAN:imposer;CHN:target",
        "organizations", "APEC", "sources", "s1", "people", "p1", NULL);
    put(world, RECORD_EVENT, "id", "B", "kind", "tariff", "date", "2019", "title", "T", "people", "p3:venue", NULL);
    put(world, RECORD_PARTY, "event", "B", "type", "person", "id", "p3", "role", "venue", "for", "T-V", NULL);
    put(world, RECORD_CLAIM, "event", "A", "source", "s4", "field", "place", "value", "x", NULL);
    put(world, RECORD_CLAIM, "event", "A", "source", "s4", "field", "place", "value", "y", NULL);
    put(world, RECORD_LINK, "from", "B", "relation", "ends", "to", "A", "source", "s5", NULL);
    put(world, RECORD_NOTE, "record", "A", "kind", "correction", "reason", "r", NULL);
    put(world, RECORD_NOTE, "record", "link:B/ends/A", "kind", "accepted", "reason", "r", NULL);
    put(world, RECORD_NOTE, "record", "p2", "kind", "correction", "reason", "r", NULL);
    put(world, RECORD_COVERAGE, "dataset", "d", "countries", "T-U;USA", "kinds", "", "start", "2010", NULL);
    world_commit(world);
}

static void check_removal(struct world *world, const char *name, const char *wanted) {
    struct store_removal removal;
    struct error error = {0};
    char text[200];
    size_t size = 0;
    world_begin(world);
    must(try_remove(world, name, &removal, &error), &error);
    world_commit(world);
    for (int type = 0; type < RECORD_TYPES; type++)
        if (removal.records[type])
            size += (size_t)snprintf(text + size, sizeof text - size, "%s%s %lld", size ? ", " : "",
                                     record_info((enum record_type)type)->name, (long long)removal.records[type]);
    assert_string_equal(text, wanted);
    check_same_text("a record made anew", read_derived(world), rebuild_derived(world));
}

static void test_taken_along(void **state) {
    struct world world;
    (void)state;
    make_removals(&world);
    struct state before = read_state(&world, true);
    assert_int_equal(get_event(&world, "A").times.end_state, END_DERIVED);
    check_removal(&world, "A", "event 1, claim 2, link 1, note 2");
    check_removal(&world, "p2", "person 1, term 1, note 1");
    check_removal(&world, "B", "event 1");
    check_removal(&world, "coverage:d/T-U;USA//2010", "coverage 1");
    check_removal(&world, "CAN", "country 1");
    check_removal(&world, "APEC", "organization 1");
    for (int64_t revision = latest_revision(&world); revision > 1; revision--) undo(&world, revision);
    struct state after = read_state(&world, true);
    check_same(&after, &before);
    world_drop(&world);
}

static void test_in_the_way(void **state) {
    static const struct {
        const char *name, *message, *remedy;
    } cases[] = {
        {"p1", "p1 is still named by 1 event: A", "merge it into another, or edit these first"},
        {"s1", "s1 is still named by 1 event: A", "merge it into another, or edit these first"},
        {"s2", "s2 is still named by 1 term: term:p2/FRA/envoy/2010", "merge it into another, or edit these first"},
        {"s3", "s3 is still named by 1 term: term:p2/FRA/envoy/2010", "merge it into another, or edit these first"},
        {"s4", "s4 is still named by 2 claims: claim:A/s4/place/x and claim:A/s4/place/y",
         "merge it into another, or edit these first"},
        {"s5", "s5 is still named by 1 link: link:B/ends/A", "merge it into another, or edit these first"},
        {"X-TEST", "X-TEST is still named by 1 person: p1", "edit these first"},
        {"T-U", "T-U is still named by 1 source and 1 coverage: s1 and coverage:d/T-U;USA//2010",
         "merge it into another, or edit these first"},
        {"T-V", "T-V is still named by 1 event: B", "merge it into another, or edit these first"},
    };
    struct world world;
    (void)state;
    make_removals(&world);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct error error = {0};
        struct state before = read_state(&world, false);
        assert_int_equal(try_remove_alone(&world, cases[i].name, &error), STATUS_BAD_INPUT);
        assert_string_equal(error.message, cases[i].message);
        assert_string_equal(error.remedy, cases[i].remedy);
        struct state after = read_state(&world, false);
        check_same(&after, &before);
    }
    world_drop(&world);
}

static void test_many_in_the_way(void **state) {
    struct world world;
    struct error error = {0};
    char id[32];
    (void)state;
    make_world(&world);
    world_begin(&world);
    put(&world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    for (int i = 0; i < 12; i++) {
        snprintf(id, sizeof id, "E%02d", i);
        put(&world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018", "title", "T", "sources", "s1", NULL);
    }
    put(&world, RECORD_CLAIM, "event", "E00", "source", "s1", "field", "place", "value", "x", NULL);
    world_commit(&world);
    assert_int_equal(try_remove_alone(&world, "s1", &error), STATUS_BAD_INPUT);
    assert_string_equal(error.message, "s1 is still named by 12 events and 1 claim, such as E00, E01 and E02");
    world_drop(&world);
}

/* In one write what names it may be removed too, in any order, and what went may come back. */
static void test_settled_at_the_end(void **state) {
    struct world world;
    struct error error = {0};
    struct store_removal removal;
    (void)state;
    make_removals(&world);
    world_begin(&world);
    must(try_remove(&world, "s1", &removal, &error), &error);
    must(try_remove(&world, "A", &removal, &error), &error);
    must(try_remove(&world, "p1", &removal, &error), &error);
    must(try_remove(&world, "X-TEST", &removal, &error), &error);
    must(try_remove(&world, "s5", &removal, &error), &error);
    must(try_remove(&world, "T-V", &removal, &error), &error);
    put(&world, RECORD_ORGANIZATION, "id", "T-V", "name", "Another", NULL);
    world_commit(&world);
    check_same_text("a record made anew", read_derived(&world), rebuild_derived(&world));
    undo(&world, 2);
    check_same_text("a record made anew", read_derived(&world), rebuild_derived(&world));
    assert_int_equal(store_remove(world.store, RECORD_PERSON, 99, &removal, &error), STATUS_NOT_FOUND);
    world_drop(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_the_way),     cmocka_unit_test(test_any_revision),   cmocka_unit_test(test_revisions),
        cmocka_unit_test(test_changed_later),   cmocka_unit_test(test_many_obstacles), cmocka_unit_test(test_place_taken),
        cmocka_unit_test(test_named_later),     cmocka_unit_test(test_would_be_named), cmocka_unit_test(test_dossier),
        cmocka_unit_test(test_other_key),       cmocka_unit_test(test_taken_along),    cmocka_unit_test(test_in_the_way),
        cmocka_unit_test(test_many_in_the_way), cmocka_unit_test(test_settled_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
