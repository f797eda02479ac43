/* Any number of changes at random: going back gives every state that there was, with its hash and with all that follows
 * from it, and any two of them differ as the log says. */
#include "history_fixture.h"

enum { REVISIONS = 80, TURNS = 2, GONE_MAX = 300 };

struct life {
    struct world world;
    uint64_t seed;
    struct state states[REVISIONS + 1];
    char times[REVISIONS + 1][24];
    int64_t latest;
    struct {
        int64_t key;
        struct record record;
    } gone[GONE_MAX]; /* may be brought back */
    size_t gone_count;
};

/* ---- putting ----------------------------------------------------------------------------------------------------- */

static char *make(struct life *life, const char *pattern, int below) {
    return format_text(&life->world, pattern, pick(&life->seed, below));
}

static void put_some_actor(struct life *life) {
    struct world *world = &life->world;
    switch (pick(&life->seed, 4)) {
    case 0:
        put(world, RECORD_PERSON, "id", make(life, "person-%d", 6), "name", make(life, "Person %d", 40), "aliases",
            make(life, "Alias %d", 5), "mark", pick(&life->seed, 2) ? make(life, "%d", 3) : "", NULL);
        break;
    case 1: put(world, RECORD_ORGANIZATION, "id", make(life, "ORG-%d", 4), "name", make(life, "Union %d", 40), NULL); break;
    case 2: put(world, RECORD_COUNTRY, "id", make(life, "X-LAND%d", 3), "name", make(life, "Land %d", 40), NULL); break;
    default:
        put(world, RECORD_SOURCE, "id", make(life, "source-%d", 5), "title", make(life, "Paper %d", 40), "url",
            make(life, "https://test.example/%d", 9), NULL);
    }
}

/* The people and the sources that events name are the first two, which stay. */
static void put_some_event(struct life *life) {
    static const char *const kinds[] = {"meeting.bilateral", "tariff", "statement", "sanction"};
    static const char *const countries[] = {"CAN;CHN", "USA:host;CHN:visitor", "CAN", "JPN;FRA"};
    static const char *const people[] = {"", "person-0", "person-0;person-1"};
    static const char *const sources[] = {"", "source-0", "source-0;source-1"};
    static const char *const statuses[] = {"", "confirmed", "disputed"};
    uint64_t *seed = &life->seed;
    put(&life->world, RECORD_EVENT, "id", make(life, pick(seed, 2) ? "E%d" : "deep/er/E%d", 9), "kind", kinds[pick(seed, 4)],
        "date", make(life, "201%d-03", 9), "title", make(life, "Title, \"%d\"", 30), "countries", countries[pick(seed, 4)],
        "people", people[pick(seed, 3)], "sources", sources[pick(seed, 3)], "status", statuses[pick(seed, 3)], "tags",
        make(life, "tag%d", 3), "latitude", pick(seed, 2) ? make(life, "4%d.50", 9) : "", "product",
        pick(seed, 3) ? "" : "canola", "rate", pick(seed, 3) ? "" : "12.50", "memo", pick(seed, 3) ? "" : make(life, "line\n%d", 4), NULL);
}

/* A record of that type, one of many; false when there is none. */
static bool pick_record(struct life *life, enum record_type type, int64_t *key, struct record *record) {
    struct error error = {0};
    bool found;
    int64_t first = 1 + pick(&life->seed, 60);
    must(history_get_next(life->world.store, type, first, INT64_MAX, &life->world.arena, record, key, &found, &error), &error);
    if (!found)
        must(history_get_next(life->world.store, type, 0, INT64_MAX, &life->world.arena, record, key, &found, &error), &error);
    return found;
}

static const char *pick_id(struct life *life, enum record_type type) {
    struct record record;
    int64_t key;
    if (!pick_record(life, type, &key, &record)) return NULL;
    char *id = arena_string(&life->world.arena, record_get(&record, 0));
    assert_non_null(id);
    return id;
}

static void put_some_bond(struct life *life) {
    static const char *const relations[] = {"ends", "follows", "responds_to"};
    struct world *world = &life->world;
    const char *event = pick_id(life, RECORD_EVENT), *other = pick_id(life, RECORD_EVENT);
    const char *person = pick_id(life, RECORD_PERSON);
    switch (pick(&life->seed, 5)) {
    case 0:
        if (event)
            put(world, RECORD_CLAIM, "event", event, "source", make(life, "source-%d", 2), "field", "place", "value",
                make(life, "Place/%d", 4), "stance", pick(&life->seed, 2) ? "denies" : "", NULL);
        break;
    case 1:
        if (event && other && strcmp(event, other) != 0)
            put(world, RECORD_LINK, "from", event, "relation", relations[pick(&life->seed, 3)], "to", other, "note",
                make(life, "note %d", 9), NULL);
        break;
    case 2:
        if (person)
            put(world, RECORD_TERM, "person", person, "country", "CAN", "office", "head_of_state", "start",
                make(life, "201%d", 8), "title", make(life, "Holder %d", 9), NULL);
        break;
    case 3: put(world, RECORD_COVERAGE, "dataset", make(life, "set/%d", 6), "note", make(life, "note %d", 9), NULL); break;
    default:
        if (event) put(world, RECORD_NOTE, "record", event, "kind", "correction", "reason", make(life, "Reason %d", 9), NULL);
    }
}

static void put_some_words(struct life *life) {
    struct error error = {0};
    enum store_change change;
    char text[64] = "";
    if (pick(&life->seed, 4)) snprintf(text, sizeof text, "{\"title\":\"Dossier %d\"}", pick(&life->seed, 5));
    must(store_put_dossier(life->world.store, copy_text(&life->world, slice_from(text)), &change, &error), &error);
}

/* ---- removing, bringing back, renaming --------------------------------------------------------------------------- */

static bool stays(const struct record *record) {
    struct slice id = record_get(record, 0);
    return slice_is(id, "person-0") || slice_is(id, "person-1") || slice_is(id, "source-0") || slice_is(id, "source-1");
}

static void remove_some(struct life *life) {
    static const enum record_type types[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_TERM, RECORD_SOURCE,
                                             RECORD_EVENT, RECORD_EVENT, RECORD_CLAIM, RECORD_LINK, RECORD_COVERAGE, RECORD_NOTE};
    enum record_type type = types[pick(&life->seed, LENGTH(types))];
    struct record record;
    int64_t key;
    if (!pick_record(life, type, &key, &record) || stays(&record)) return;
    remove_record(&life->world, key, &record);
    bool returns = type == RECORD_EVENT || type == RECORD_ORGANIZATION || type == RECORD_COVERAGE || type == RECORD_COUNTRY;
    if (!returns || life->gone_count == GONE_MAX) return;
    life->gone[life->gone_count].key = key;
    life->gone[life->gone_count++].record = record;
}

static bool is_free(struct life *life, const struct record *record) {
    struct error error = {0};
    enum record_type type;
    int64_t key;
    bool found;
    must(store_find_key(life->world.store, name_of(&life->world, record), &type, &key, &found, &error), &error);
    return !found;
}

static void restore_some(struct life *life) {
    if (life->gone_count == 0) return;
    size_t which = (size_t)pick(&life->seed, (int)life->gone_count);
    int64_t key = life->gone[which].key;
    struct record record = life->gone[which].record, there;
    struct error error = {0};
    bool found;
    must(store_get_by_key(life->world.store, record.type, key, &life->world.arena, &there, &found, &error), &error);
    if (!found && is_free(life, &record)) write_record(&life->world, &key, NULL, &record);
}

static void rename_record(struct life *life, int64_t key, const char *name) {
    struct record old, now;
    struct error error = {0};
    bool found;
    must(store_get_by_key(life->world.store, RECORD_COVERAGE, key, &life->world.arena, &old, &found, &error), &error);
    assert_true(found);
    now = old;
    record_set(&now, COVERAGE_DATASET, copy_text(&life->world, slice_from(name)));
    write_record(&life->world, &key, &old, &now);
}

/* Two records change places: by order of keys alone, neither could get its old name back. */
static void swap_some(struct life *life) {
    struct record a, b;
    int64_t one, two;
    if (!pick_record(life, RECORD_COVERAGE, &one, &a) || !pick_record(life, RECORD_COVERAGE, &two, &b) || one == two) return;
    const char *first = arena_string(&life->world.arena, record_get(&a, COVERAGE_DATASET));
    const char *second = arena_string(&life->world.arena, record_get(&b, COVERAGE_DATASET));
    rename_record(life, one, "nowhere else");
    rename_record(life, two, first);
    rename_record(life, one, second);
}

/* ---- a life ------------------------------------------------------------------------------------------------------ */

static void change_some(struct life *life) {
    int way = pick(&life->seed, 20);
    if (way < 3) put_some_actor(life);
    else if (way < 8) put_some_event(life);
    else if (way < 13) put_some_bond(life);
    else if (way < 14) put_some_words(life);
    else if (way < 17) remove_some(life);
    else if (way < 19) restore_some(life);
    else swap_some(life);
}

static void begin_life(struct life *life) {
    struct world *world = &life->world;
    world_make(world);
    world_open(world, STORE_CREATE);
    life->states[0] = read_state(world, world->store);
    world_begin(world);
    for (int i = 0; i < 2; i++) {
        put(world, RECORD_PERSON, "id", format_text(world, "person-%d", i), "name", format_text(world, "Leader %d", i), NULL);
        put(world, RECORD_SOURCE, "id", format_text(world, "source-%d", i), "title", format_text(world, "Paper %d", i), NULL);
    }
    world_commit(world);
    life->states[life->latest = 1] = read_state(world, world->store);
}

/* A clock that is set back now and then, and times that nobody knows. */
static void choose_time(struct life *life, char time[24]) {
    int day = (int)life->latest / 4 + pick(&life->seed, 3);
    time[0] = '\0';
    if (pick(&life->seed, 6)) snprintf(time, 24, "2026-01-%02dT%02d:00:00Z", 1 + day % 28, pick(&life->seed, 24));
}

static void live_once(struct life *life) {
    struct world *world = &life->world;
    struct error error = {0};
    char time[24];
    int64_t number;
    choose_time(life, time);
    struct store_author author = {.time = slice_from(time), .command = SLICE_OF("test")};
    size_t gone = life->gone_count;
    world_begin(world);
    store_tell_author(world->store, &author);
    for (int i = 1 + pick(&life->seed, 8); i > 0; i--) change_some(life);
    if (pick(&life->seed, 12) == 0) {
        store_rollback(world->store);
        life->gone_count = gone;
        return;
    }
    world_commit(world);
    must(store_find_revision(world->store, &number, &error), &error);
    struct state state = read_state(world, world->store);
    if (number == life->latest) {
        check_same_state(&state, &life->states[number]);
        return;
    }
    assert_int_equal(number, life->latest + 1);
    life->states[life->latest = number] = state;
    strcpy(life->times[number], time);
}

static int setup(void **state) {
    struct life *life = calloc(1, sizeof *life);
    assert_non_null(life);
    *state = life;
    return 0;
}
static int teardown(void **state) {
    free(*state);
    return 0;
}

static void live(struct life *life, int turn) {
    *life = (struct life){.seed = UINT64_C(0x9e3779b97f4a7c15) * (uint64_t)(turn + 1)};
    begin_life(life);
    while (life->latest < REVISIONS) live_once(life);
}

/* ---- what must hold ---------------------------------------------------------------------------------------------- */

static void check_pasts(struct life *life, struct store *store) {
    struct error error = {0};
    for (int64_t revision = 0; revision <= life->latest; revision++) {
        struct store *past;
        struct hash128 hash;
        int64_t number;
        struct arena_mark mark = arena_mark(&life->world.arena);
        must(store_open_past(store, revision, &past, &error), &error);
        struct state state = read_state(&life->world, past);
        check_same_state(&state, &life->states[revision]);
        must(store_hash_content(past, &hash, &error), &error);
        must(store_find_revision(past, &number, &error), &error);
        assert_int_equal(number, revision);
        store_close(past);
        arena_rewind(&life->world.arena, mark);
    }
}

/* The hash of every revision is that of its records; the dossier's words have one of their own. */
static void check_hashes(struct life *life) {
    struct error error = {0};
    struct hash128 hash;
    for (int64_t revision = 1; revision <= life->latest; revision++) {
        struct store_revision row;
        char content[HASH128_TEXT];
        const struct state *state = &life->states[revision];
        bool found;
        must(store_get_revision(life->world.store, revision, &life->world.arena, &row, &found, &error), &error);
        assert_true(found && hash128_parse(row.content, &hash));
        hash128_format(state->hash, content);
        if (state->count == 0 || state->entries[0].type != RECORD_TYPES) check_text(row.content, content);
    }
}

static void check_differences(struct life *life, int64_t from, int64_t to) {
    struct changes changes, wanted;
    struct error error = {0};
    struct arena_mark mark = arena_mark(&life->world.arena);
    changes_init(&changes, &life->world);
    changes_init(&wanted, &life->world);
    must(store_each_difference(life->world.store, from, to, keep_change, &changes, &error), &error);
    compare_states(&wanted, &life->states[from], &life->states[to], 0);
    check_changes(&changes, &wanted, false);
    for (size_t i = 0; i < changes.count; i++) {
        int64_t latest = changes.items[i].revision; /* that made it what it is */
        const struct entry *now = find_entry(&life->states[latest], changes.items[i].type, changes.items[i].key);
        assert_in_range(latest, from + 1, to);
        struct slice text = now ? now->text : SLICE_NONE;
        assert_true(slice_equals(text, changes.items[i].after));
    }
    free(changes.items);
    free(wanted.items);
    arena_rewind(&life->world.arena, mark);
}

static void check_some_differences(struct life *life) {
    for (int64_t revision = 1; revision <= life->latest; revision++) check_differences(life, revision - 1, revision);
    check_differences(life, 0, life->latest);
    for (int i = 0; i < 150; i++) {
        int from = pick(&life->seed, (int)life->latest + 1);
        check_differences(life, from, from + pick(&life->seed, (int)life->latest + 1 - from));
    }
}

static void check_record(struct life *life, const struct entry *entry, int64_t revision) {
    struct error error = {0};
    struct record record;
    struct slice words;
    bool found;
    const struct entry *wanted = find_entry(&life->states[revision], entry->type, entry->key);
    if (entry->type == RECORD_TYPES) {
        must(store_get_past_dossier(life->world.store, revision, &life->world.arena, &words, &error), &error);
        assert_true(slice_equals(words, wanted ? wanted->text : SLICE_NONE));
        return;
    }
    must(store_get_past(life->world.store, entry->type, entry->key, revision, &life->world.arena, &record, &found, &error),
         &error);
    assert_int_equal(found, wanted != NULL);
    if (found) assert_true(slice_equals(text_of(&life->world, &record), wanted->text));
}

static void check_some_records(struct life *life) {
    for (int i = 0; i < 2000; i++) {
        const struct state *state = &life->states[pick(&life->seed, (int)life->latest + 1)];
        struct arena_mark mark = arena_mark(&life->world.arena);
        if (state->count == 0) continue;
        check_record(life, &state->entries[pick(&life->seed, (int)state->count)], pick(&life->seed, (int)life->latest + 1));
        arena_rewind(&life->world.arena, mark);
    }
}

static void check_moments(struct life *life) {
    struct error error = {0};
    for (int i = 0; i < 300; i++) {
        char time[24];
        int64_t revision, wanted = 0;
        snprintf(time, sizeof time, "2026-01-%02dT%02d:30:00Z", 1 + pick(&life->seed, 28), pick(&life->seed, 24));
        if (i % 2) strcpy(time, life->times[pick(&life->seed, (int)life->latest + 1)]);
        /* One that came after a later moment was not known then, whatever its clock said. */
        for (int64_t r = 1; r <= life->latest && strcmp(life->times[r], time) <= 0; r++)
            if (life->times[r][0]) wanted = r;
        must(store_find_moment(life->world.store, slice_from(time), &revision, &error), &error);
        assert_int_equal(revision, wanted);
    }
}

static void check_contents(struct life *life) {
    struct error error = {0};
    struct store_revision row, other;
    for (int64_t number = 1; number <= life->latest; number++) {
        int64_t revision;
        bool found;
        must(store_get_revision(life->world.store, number, &life->world.arena, &row, &found, &error), &error);
        must(store_find_content(life->world.store, row.content, &revision, &found, &error), &error);
        assert_true(found && revision >= number);
        must(store_get_revision(life->world.store, revision, &life->world.arena, &other, &found, &error), &error);
        check_text(other.content, arena_string(&life->world.arena, row.content));
        assert_int_equal(life->states[number].count, life->states[revision].count);
    }
}

/* ---- what was done to one name ----------------------------------------------------------------------------------- */

/* The keys that had the name after any revision. */
static size_t list_keys(struct life *life, struct slice name, struct entry *keys, size_t most) {
    size_t count = 0;
    for (int64_t r = 0; r <= life->latest; r++)
        for (size_t i = 0; i < life->states[r].count; i++) {
            const struct entry *entry = &life->states[r].entries[i];
            size_t at = 0;
            if (!slice_equals(entry->name, name)) continue;
            while (at < count && compare_entries(&keys[at], entry) < 0) at++;
            if (at < count && compare_entries(&keys[at], entry) == 0) continue;
            assert_true(count < most);
            memmove(&keys[at + 1], &keys[at], (count - at) * sizeof *keys);
            keys[at] = *entry;
            count++;
        }
    return count;
}

struct numbers {
    int64_t items[REVISIONS + 1];
    size_t count;
};

static enum status keep_number(void *context, const struct store_revision *revision, struct error *error) {
    struct numbers *numbers = context;
    (void)error;
    assert_true(numbers->count <= REVISIONS);
    numbers->items[numbers->count++] = revision->number;
    return STATUS_OK;
}

/* A revision that took a record away and brought it back touched it, and made nothing of it. */
static void check_numbers(struct life *life, struct slice name, const struct changes *wanted) {
    struct numbers numbers = {0};
    struct error error = {0};
    size_t j = 0;
    must(store_each_revision_of(life->world.store, name, keep_number, &numbers, &error), &error);
    for (size_t i = 0; i < wanted->count; i++) {
        while (j < numbers.count && numbers.items[j] < wanted->items[i].revision) j++;
        assert_true(j < numbers.count && numbers.items[j] == wanted->items[i].revision);
    }
    for (size_t i = 1; i < numbers.count; i++) assert_true(numbers.items[i - 1] < numbers.items[i]);
}

static void check_name(struct life *life, struct slice name) {
    struct entry keys[64];
    struct changes changes, wanted;
    struct error error = {0};
    struct arena_mark mark = arena_mark(&life->world.arena);
    size_t count = list_keys(life, name, keys, LENGTH(keys));
    changes_init(&changes, &life->world);
    changes_init(&wanted, &life->world);
    must(store_each_change_of(life->world.store, name, keep_change, &changes, &error), &error);
    for (int64_t r = 1; r <= life->latest; r++)
        for (size_t i = 0; i < count; i++) {
            const struct entry *before = find_entry(&life->states[r - 1], keys[i].type, keys[i].key);
            const struct entry *after = find_entry(&life->states[r], keys[i].type, keys[i].key);
            if (before || after) add_wanted(&wanted, before, after, r);
        }
    check_changes(&changes, &wanted, true);
    check_numbers(life, name, &wanted);
    if (wanted.count == 0) fail_msg("nothing was ever done to %.*s", (int)name.size, name.data);
    free(changes.items);
    free(wanted.items);
    arena_rewind(&life->world.arena, mark);
}

static void check_some_names(struct life *life) {
    for (int i = 0; i < 200; i++) {
        const struct state *state = &life->states[1 + pick(&life->seed, (int)life->latest)];
        check_name(life, state->entries[pick(&life->seed, (int)state->count)].name);
    }
}

/* What has a name now is found by it. */
static void check_keys(struct life *life) {
    const struct state *state = &life->states[life->latest];
    struct error error = {0};
    for (size_t i = 0; i < state->count; i++) {
        const struct entry *entry = &state->entries[i];
        enum record_type type;
        int64_t key, latest, wanted = 0;
        bool found;
        if (entry->type == RECORD_TYPES) continue;
        must(store_find_key(life->world.store, entry->name, &type, &key, &found, &error), &error);
        assert_true(found);
        assert_int_equal(type, entry->type);
        assert_int_equal(key, entry->key);
        for (int64_t r = 1; r <= life->latest; r++) {
            const struct entry *before = find_entry(&life->states[r - 1], type, key);
            const struct entry *after = find_entry(&life->states[r], type, key);
            if (!before || !after ? before != after : !slice_equals(before->text, after->text)) wanted = r;
        }
        must(store_find_latest(life->world.store, type, key, &latest, &error), &error);
        assert_in_range(latest, wanted, life->latest);
    }
}

static void test_life(void **state) {
    struct life *life = *state;
    for (int turn = 0; turn < TURNS; turn++) {
        live(life, turn);
        check_hashes(life);
        check_contents(life);
        check_some_differences(life);
        check_some_records(life);
        check_moments(life);
        check_some_names(life);
        check_keys(life);
        world_close(&life->world);
        world_open(&life->world, STORE_READ);
        check_pasts(life, life->world.store);
        world_drop(&life->world);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_life, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
