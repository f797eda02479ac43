/* Questions: which events a query leaves.
 *
 * One filter drives: the one whose facets have the fewest events. Its postings are read in windows of
 * days, one per class of uncertainty, so that the work follows the number of events that can match; the
 * other filters judge each of them (accept.c), and event_match has the last word on the days. */
#include "inside.h"

#include "../base/utf8.h"
#include "../model/cameo.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- choosing what drives --------------------------------------------------------------------------- */

struct driver {
    int64_t *facets;
    size_t count, capacity;
    int64_t uses;
    bool set;
};

struct chooser {
    struct store *store;
    struct arena *arena;
    struct driver best;
    struct error *error;
    enum status status;
};

static bool add_facet(struct arena *arena, struct driver *driver, int64_t facet, int64_t uses) {
    if (driver->count == driver->capacity) {
        size_t capacity = driver->capacity ? driver->capacity * 2 : 8;
        int64_t *more = arena_alloc_array(arena, capacity, sizeof *more);
        if (!more) return false;
        if (driver->count) memcpy(more, driver->facets, driver->count * sizeof *more);
        driver->facets = more;
        driver->capacity = capacity;
    }
    driver->facets[driver->count++] = facet;
    driver->uses += count_bound(uses);
    return true;
}

static void keep_better(struct chooser *chooser, const struct driver *driver) {
    if (chooser->status != STATUS_OK) return;
    if (!chooser->best.set || driver->uses < chooser->best.uses) {
        chooser->best = *driver;
        chooser->best.set = true;
    }
}

enum facet_match { FACET_EQUAL, FACET_BELOW /* kinds */, FACET_WORDS, FACET_CONTAINS };

static const char *const facet_queries[] = {
    [FACET_EQUAL] = "SELECT facet, uses FROM facet WHERE type = ?1 AND key = ?2",
    [FACET_BELOW] = "SELECT facet, uses FROM facet WHERE type = ?1 AND (key = ?2 OR (key > ?2 || '.' AND key < ?2 || '/'))",
    [FACET_WORDS] = "SELECT facet, uses FROM facet WHERE type = ?1 AND (key = ?2 OR (key > ?2 || ' ' AND key < ?2 || '!'))",
    [FACET_CONTAINS] = "SELECT facet, uses FROM facet WHERE type = ?1 AND instr(key, ?2) > 0",
};

/* Adds the facets of one type that a value means. */
static enum status add_matching(struct chooser *chooser, struct driver *driver, const char *type, struct slice value,
                                enum facet_match how) {
    struct statement *find;
    enum status status = engine_prepare(chooser->store->engine, facet_queries[how], &find, chooser->error);
    if (status != STATUS_OK) return status;
    statement_bind_string(find, 1, slice_from(type));
    statement_bind_string(find, 2, value);
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(find, &row, chooser->error);
        if (status != STATUS_OK || !row) break;
        if (!add_facet(chooser->arena, driver, statement_integer(find, 0), statement_integer(find, 1)))
            status = no_memory(chooser->error);
    }
    statement_free(find);
    return status;
}

static void consider(struct chooser *chooser, const char *type, const struct slice_list *values, enum facet_match how,
                     bool fold) {
    struct driver driver = {0};
    if (values->count == 0) return;
    for (size_t i = 0; chooser->status == STATUS_OK && i < values->count; i++) {
        struct slice value = values->items[i];
        if (fold && !utf8_fold(chooser->arena, value, &value)) chooser->status = no_memory(chooser->error);
        else chooser->status = add_matching(chooser, &driver, type, value, how);
    }
    keep_better(chooser, &driver);
}

static void consider_pair(struct chooser *chooser, const struct query *query) {
    if (!query->has_pair) return;
    for (size_t side = 0; query->multilateral && side < 2; side++) {
        const char *type = record_info(query->pair[side].type)->name;
        struct driver driver = {0};
        if (chooser->status == STATUS_OK)
            chooser->status = add_matching(chooser, &driver, type, query->pair[side].id, FACET_EQUAL);
        /* An organization may be a party through a person only as a country is. */
        if (chooser->status == STATUS_OK && query->pair[side].type == RECORD_ORGANIZATION)
            chooser->status = add_matching(chooser, &driver, "country", query->pair[side].id, FACET_EQUAL);
        keep_better(chooser, &driver);
    }
    if (query->multilateral) return;
    const char *name = facet_pair_name(chooser->arena, query->pair[0].id, query->pair[1].id);
    struct slice pair = slice_from(name);
    struct slice_list one = {&pair, 1};
    if (!name) chooser->status = no_memory(chooser->error);
    else consider(chooser, "pair", &one, FACET_EQUAL, false);
}

/* An organization is a party itself, or through a person who acts for it as one acts for a country. */
static void consider_organizations(struct chooser *chooser, const struct slice_list *ids) {
    struct driver driver = {0};
    if (ids->count == 0) return;
    for (size_t i = 0; chooser->status == STATUS_OK && i < ids->count; i++) {
        chooser->status = add_matching(chooser, &driver, "organization", ids->items[i], FACET_EQUAL);
        if (chooser->status == STATUS_OK)
            chooser->status = add_matching(chooser, &driver, "country", ids->items[i], FACET_EQUAL);
    }
    keep_better(chooser, &driver);
}

/* A code of CAMEO is itself and all below it in the table; any other is itself. */
static void consider_codes(struct chooser *chooser, const struct slice_list *codes) {
    struct slice_list all = {NULL, 0};
    bool good = true;
    for (size_t i = 0; i < codes->count; i++) {
        const struct cameo_code *row;
        size_t count = cameo_find_below(codes->items[i], &row);
        if (count == 0) good = good && arena_append(chooser->arena, &all, codes->items[i]);
        for (size_t j = 0; j < count; j++) good = good && arena_append(chooser->arena, &all, slice_from(row[j].code));
    }
    if (!good) chooser->status = no_memory(chooser->error);
    else consider(chooser, "code", &all, FACET_EQUAL, false);
}

static bool has_default_status(const struct slice_list *statuses) {
    for (size_t i = 0; i < statuses->count; i++)
        if (slice_is(statuses->items[i], "reported")) return true;
    return false;
}

static enum status choose_driver(struct store *store, const struct query *query, struct arena *arena,
                                 struct driver *driver, struct error *error) {
    struct chooser chooser = {.store = store, .arena = arena, .error = error, .status = STATUS_OK};
    struct slice yes = SLICE_OF("yes");
    struct slice_list disputed = {&yes, query->disputed ? 1 : 0};
    consider_pair(&chooser, query);
    consider(&chooser, "country", &query->countries, FACET_EQUAL, false);
    consider_organizations(&chooser, &query->organizations);
    for (size_t i = 0; i < query->people.count; i++) {
        struct slice_list one = {&query->people.items[i], 1};
        consider(&chooser, "person", &one, FACET_EQUAL, false); /* all of them must have taken part */
    }
    consider(&chooser, "kind", &query->kinds, FACET_BELOW, false);
    consider_codes(&chooser, &query->codes);
    consider(&chooser, "tag", &query->tags, FACET_EQUAL, true);
    consider(&chooser, "place", &query->places, FACET_WORDS, true);
    consider(&chooser, "disputed", &disputed, FACET_EQUAL, false);
    if (!has_default_status(&query->statuses)) consider(&chooser, "status", &query->statuses, FACET_EQUAL, false);
    /* A product may also be asked for by its HS code, which is no facet; then another filter drives. */
    bool by_name = query->products.count > 0;
    for (size_t i = 0; i < query->products.count; i++)
        by_name = by_name && !query_is_code(query->products.items[i]);
    if (by_name) consider(&chooser, "product", &query->products, FACET_CONTAINS, true);
    /* A bare address is no facet either. */
    bool by_id = query->sources.count > 0;
    for (size_t i = 0; i < query->sources.count; i++)
        by_id = by_id && slice_find(query->sources.items[i], '/') == query->sources.items[i].size;
    if (by_id) consider(&chooser, "source", &query->sources, FACET_EQUAL, false);
    *driver = chooser.best;
    if (chooser.status == STATUS_OK && !driver->set && !add_facet(arena, driver, 0, 0)) return no_memory(error);
    return chooser.status;
}

/* ---- the question as SQL ------------------------------------------------------------------------------ */

static int64_t days_before(int64_t day, int64_t days) {
    if (day == DAY_MIN || days == DAY_MAX || day < DAY_MIN + days) return DAY_MIN;
    return day - days;
}

struct scan {
    int64_t from, to;          /* days asked for */
    bool overlaps, reverse;
    bool has_after;
    struct stored_event after; /* results lie behind it in the order asked for */
    bool whole_days;           /* or behind the last event before its days */
};

/* One window per class: starts of class c that can touch [from, to] begin after from less its width. */
static void append_windows(struct buffer *sql, const struct scan *scan) {
    int64_t least = DAY_MIN, most = scan->to;
    if (scan->has_after && !scan->reverse) least = scan->after.times.start_min;
    if (scan->has_after && scan->reverse && scan->after.times.start_min < most) most = scan->after.times.start_min;
    buffer_append_text(sql, "WITH w(class, first, last) AS (VALUES ");
    for (int class = 0; class < FACET_CLASSES; class++) {
        int64_t first = days_before(scan->from, facet_class_days(class));
        buffer_append_format(sql, "%s(%d, ", class ? ", " : "", class);
        if (first < least) first = least;
        if (first == DAY_MIN) buffer_append_text(sql, "-9223372036854775807 - 1");
        else buffer_append_integer(sql, first);
        buffer_append_text(sql, ", ");
        if (most == DAY_MIN) buffer_append_text(sql, "-9223372036854775807 - 1");
        else buffer_append_integer(sql, most);
        buffer_append_byte(sql, ')');
    }
    buffer_append_text(sql, ") ");
}

static void append_scan(struct buffer *sql, const char *table) {
    buffer_append_format(sql,
                         "SELECT p.event FROM json_each(?1) f CROSS JOIN w CROSS JOIN %s p "
                         "ON p.facet = f.value AND p.class = w.class AND p.day BETWEEN w.first AND w.last",
                         table);
}

/* Behind the events that are looked at: those after the one asked for, in order. */
static void append_order(struct buffer *sql, const struct scan *scan) {
    const char *way = scan->reverse ? " DESC" : "";
    if (scan->has_after)
        buffer_append_format(sql, " WHERE (e.start_min, e.start_max, e.end_min, e.second_of_day, e.id) %s "
                             "(?2, ?3, ?4, ?5, ?6)", scan->reverse ? "<" : ">");
    buffer_append_format(sql, " ORDER BY e.start_min%s, e.start_max%s, e.end_min%s, e.second_of_day%s, e.id%s", way,
                         way, way, way, way);
    buffer_append_byte(sql, '\0');
}

static void build_question(struct buffer *sql, const struct scan *scan) {
    append_windows(sql, scan);
    buffer_append_text(sql, "SELECT e.event FROM (");
    append_scan(sql, "posting");
    if (scan->overlaps) {
        buffer_append_text(sql, " UNION ");
        append_scan(sql, "span");
    }
    buffer_append_text(sql, ") x CROSS JOIN event e ON e.event = x.event");
    append_order(sql, scan);
}

/* Words are found by their own index; days that can begin at `to` at the latest are looked at, others are not read. */
static void build_quoted(struct buffer *sql, const struct scan *scan) {
    buffer_append_text(sql, "SELECT e.event FROM (SELECT DISTINCT event FROM claim WHERE field = 'quote') x "
                            "CROSS JOIN event e ON e.id = x.event AND e.start_min <= ?1");
    append_order(sql, scan);
}

static bool facets_to_json(struct arena *arena, const struct driver *driver, struct slice *json) {
    struct buffer text;
    buffer_init(&text);
    buffer_append_byte(&text, '[');
    for (size_t i = 0; i < driver->count; i++) {
        if (i) buffer_append_byte(&text, ',');
        buffer_append_integer(&text, driver->facets[i]);
    }
    buffer_append_byte(&text, ']');
    bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), json);
    buffer_free(&text);
    return done;
}

static void bind_after(struct statement *statement, const struct scan *scan) {
    const struct event_times *times = &scan->after.times;
    int64_t outside = scan->reverse ? DAY_MAX : DAY_MIN;
    statement_bind_integer(statement, 2, times->start_min);
    statement_bind_integer(statement, 3, times->start_max);
    statement_bind_integer(statement, 4, scan->whole_days ? outside : times->end_min);
    statement_bind_integer(statement, 5, scan->whole_days ? outside : times->second_of_day);
    statement_bind_string(statement, 6, scan->whole_days ? SLICE_NONE : record_get(&scan->after.event, EVENT_ID));
}

/* `facets` NULL: of the events with words. */
static enum status prepare_question(struct store *store, const struct scan *scan, const struct slice *facets,
                                    struct statement **statement, struct error *error) {
    struct buffer sql;
    buffer_init(&sql);
    if (facets) build_question(&sql, scan);
    else build_quoted(&sql, scan);
    enum status status = buffer_failed(&sql) ? no_memory(error)
                                             : engine_prepare(store->engine, sql.data, statement, error);
    buffer_free(&sql);
    if (status != STATUS_OK) return status;
    if (facets) statement_bind_string(*statement, 1, *facets);
    else statement_bind_integer(*statement, 1, scan->to);
    if (scan->has_after) bind_after(*statement, scan);
    return STATUS_OK;
}

/* ---- walking the answer --------------------------------------------------------------------------------- */

struct walk {
    struct store *store;
    const struct query *query;
    enum match only;
    store_event_visit *visit;
    void *context;
    int64_t last_key;
    int64_t left; /* how many more may be visited; -1: all */
};

static enum status judge_event(struct walk *walk, struct stored_event *event, struct arena *arena, bool *accepted,
                               struct error *error) {
    const struct query *query = walk->query;
    event->match = MATCH_NONE;
    *accepted = true;
    if (query->has_range) {
        event->match = event_match(&event->times, query->from, query->to, query->match);
        *accepted = event->match != MATCH_NONE && (walk->only == MATCH_NONE || walk->only == event->match);
    }
    if (!*accepted) return STATUS_OK;
    return accept_event(walk->store, query, arena, event, accepted, error);
}

enum status store_accepts(struct store *store, const struct query *query, const struct stored_event *event,
                          struct arena *arena, bool *accepted, struct error *error) {
    *accepted = !query->has_range || event_match(&event->times, query->from, query->to, query->match) != MATCH_NONE;
    return *accepted ? accept_event(store, query, arena, event, accepted, error) : STATUS_OK;
}

static enum status walk_key(struct walk *walk, int64_t key, struct arena *arena, struct error *error) {
    struct stored_event event;
    bool found = false, accepted = false;
    if (key == walk->last_key) return STATUS_OK; /* by a second facet of the driver */
    walk->last_key = key;
    enum status status = event_get_key(walk->store, key, arena, &event, &found, error);
    if (status != STATUS_OK || !found) return status;
    status = judge_event(walk, &event, arena, &accepted, error);
    if (status != STATUS_OK || !accepted) return status;
    if (walk->left > 0) walk->left--;
    return walk->visit(walk->context, &event, error);
}

static enum status walk_all(struct walk *walk, struct statement *question, struct error *error) {
    struct arena arena;
    arena_init(&arena);
    enum status status = STATUS_OK;
    for (bool row = true; status == STATUS_OK && walk->left != 0;) {
        struct arena_mark mark = arena_mark(&arena);
        status = statement_step(question, &row, error);
        if (status != STATUS_OK || !row) break;
        status = walk_key(walk, statement_integer(question, 0), &arena, error);
        arena_rewind(&arena, mark);
    }
    arena_free(&arena);
    return status;
}

static enum status find_after(struct store *store, const struct query *query, struct arena *arena, struct scan *scan,
                              struct error *error) {
    if (slice_is_empty(query->after)) return STATUS_OK;
    enum status status = merged_get_event(store, query->after, arena, &scan->after, &scan->has_after, error);
    if (status != STATUS_OK || scan->has_after) return status;
    error_set(error, STATUS_NOT_FOUND, "there is no event \"%.*s\" to go on after", (int)query->after.size,
              query->after.data);
    return STATUS_NOT_FOUND;
}

static struct scan make_scan(const struct query *query) {
    return (struct scan){.from = query->has_range ? query->from : DAY_MIN,
                         .to = query->has_range ? query->to : DAY_MAX,
                         .overlaps = query->has_range && query->match == MATCH_OVERLAPS,
                         .reverse = query->reverse,
                         .whole_days = query->distinct};
}

enum status store_ask_quoted(struct store *store, const struct query *query, store_event_visit *visit, void *context,
                             struct error *error) {
    struct arena arena;
    struct statement *question = NULL;
    struct scan scan = make_scan(query);
    struct walk walk = {store, query, MATCH_NONE, visit, context, -1, query->limit};
    scan.whole_days = false;
    arena_init(&arena);
    enum status status = find_after(store, query, &arena, &scan, error);
    if (status == STATUS_OK) status = prepare_question(store, &scan, NULL, &question, error);
    if (status == STATUS_OK) status = walk_all(&walk, question, error);
    statement_free(question);
    arena_free(&arena);
    return status;
}

enum status store_ask(struct store *store, const struct query *query, enum match only, store_event_visit *visit,
                      void *context, struct error *error) {
    struct arena arena;
    struct driver driver = {0};
    struct slice facets;
    struct statement *question = NULL;
    struct scan scan = make_scan(query);
    struct walk walk = {store, query, only, visit, context, -1, query->limit};
    arena_init(&arena);
    enum status status = facet_flush(store, error); /* what was put in this write is found */
    if (status == STATUS_OK) status = find_after(store, query, &arena, &scan, error);
    if (status == STATUS_OK) status = choose_driver(store, query, &arena, &driver, error);
    if (status == STATUS_OK && !facets_to_json(&arena, &driver, &facets)) status = no_memory(error);
    if (status == STATUS_OK) status = prepare_question(store, &scan, &facets, &question, error);
    if (status == STATUS_OK) status = walk_all(&walk, question, error);
    statement_free(question);
    arena_free(&arena);
    return status;
}

/* ---- dates that are events' ids -------------------------------------------------------------------------- */

static enum status event_days(void *context, struct slice id, int64_t *first, int64_t *last, struct error *error) {
    struct stored_event event;
    struct arena arena;
    bool found = false;
    arena_init(&arena);
    enum status status = merged_get_event(context, id, &arena, &event, &found, error);
    if (status == STATUS_OK && !found) status = STATUS_NOT_FOUND;
    if (status == STATUS_OK) {
        *first = event.times.start_min;
        *last = event.times.start_max;
    }
    arena_free(&arena);
    return status;
}

struct query_dates store_dates(struct store *store) { return (struct query_dates){.context = store, .event_days = event_days}; }
