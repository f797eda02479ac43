/* What a question finds, against an oracle that reads the contract anew: events are made from parts
 * whose days, parties and words the test knows, without a parser, a store or a match of the
 * program. */
#include "oracle_world.h"

/* ---- the contract on a question -------------------------------------------------------------- */

struct question {
    struct query query;
    struct slice one[16];                       /* room for the values of the lists */
    int country, person, organization, pair[2]; /* indices; -1: no such filter */
    const char *role, *kind, *status, *tag, *place, *source, *product, *code, *text;
};

static bool starts_word(const char *text, const char *word) {
    size_t size = strlen(word);
    return strncmp(text, word, size) == 0 && (text[size] == '\0' || text[size] == ' ');
}

static void lower(const char *text, char *out) {
    size_t i = 0;
    for (; text[i] && i < 63; i++)
        out[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
    out[i] = '\0';
}

static bool find_lower(const char *text, const char *part) {
    char a[64], b[64];
    lower(text, a);
    lower(part, b);
    return strstr(a, b) != NULL;
}

static bool is_actor(const struct made_event *event, int country) {
    if (event->through[country]) return true;
    for (int i = 0; i < event->party_count; i++)
        if (event->parties[i].type == PARTY_COUNTRY && event->parties[i].id == country &&
            strcmp(event->parties[i].role, "venue") != 0)
            return true;
    return false;
}

static bool holds_pair(const struct question *question, const struct made_event *event) {
    int actors = 0;
    if (question->pair[0] < 0) return true;
    for (int c = 0; c < COUNTRIES; c++) actors += is_actor(event, c);
    for (int o = 0; o < 2; o++)
        for (int r = 0; r < 6; r++)
            if (r != 3 && has_party(event, PARTY_ORGANIZATION, o, roles[r])) {
                actors++;
                break;
            }
    return is_actor(event, question->pair[0]) && is_actor(event, question->pair[1]) &&
           (actors <= 8 || question->query.multilateral);
}

static bool holds_parties(const struct question *question, const struct made_event *event) {
    const char *role = question->role;
    bool country = question->country < 0 ||
                   has_party(event, PARTY_COUNTRY, question->country, role) ||
                   (!role && event->through[question->country]);
    bool person = question->person < 0 || has_party(event, PARTY_PERSON, question->person, role);
    bool organization = question->organization < 0 ||
                        has_party(event, PARTY_ORGANIZATION, question->organization, role);
    bool alone = question->country < 0 && question->person < 0 && question->organization < 0;
    bool any = !role || !alone;
    for (int i = 0; !any && i < event->party_count; i++)
        any = strcmp(event->parties[i].role, role) == 0;
    return country && person && organization && any;
}

static bool holds_kind(const char *kind, const char *wanted) {
    size_t size = strlen(wanted);
    return strncmp(kind, wanted, size) == 0 && (kind[size] == '\0' || kind[size] == '.');
}

/* Below one of these codes of CAMEO; 0101 is none, so it is found as a word only. */
static bool holds_code(const char *code, const char *wanted) {
    static const char *const cameo[] = {"01", "010", "19", "190", "193"};
    bool known = false, below = false;
    for (size_t i = 0; i < LENGTH(cameo); i++) {
        known = known || strcmp(code, cameo[i]) == 0;
        below = below || strcmp(wanted, cameo[i]) == 0;
    }
    return strcmp(code, wanted) == 0 || (known && below && strncmp(code, wanted, strlen(wanted)) == 0);
}

static bool holds_numbers(const struct query *query, const struct made_event *event) {
    const struct query_box *box = &query->box;
    double east = event->longitude, turned = event->longitude == 180 ? -180 : event->longitude == -180 ? 180 : east;
    bool weighed = query->intensity.text.size == 0 || (event->is_weighed && event->intensity >= query->intensity.low &&
                                                       event->intensity <= query->intensity.high);
    if (!weighed || box->text.size == 0) return weighed;
    if (!event->is_placed || event->latitude < box->south || event->latitude > box->north) return false;
    if (box->west > box->east) return east >= box->west || east <= box->east;
    return (east >= box->west && east <= box->east) || (turned >= box->west && turned <= box->east);
}

static bool holds_words(const struct question *question, const struct made_event *event) {
    char place[64], wanted[64];
    const char *status = event->status[0] ? event->status : "reported";
    lower(event->place, place);
    for (char *p = place; *p; p++) *p = *p == '-' ? ' ' : *p;
    lower(question->place ? question->place : "", wanted);
    int sources = (event->source[0] != '\0') + event->extra_sources;
    return (!question->kind || holds_kind(kinds[event->kind].path, question->kind)) &&
           (!question->status || strcmp(status, question->status) == 0) &&
           (!question->tag || strcmp(event->tag, question->tag) == 0) &&
           (!question->place || starts_word(place, wanted)) &&
           (!question->source || strcmp(event->source, question->source) == 0) &&
           (!question->product || find_lower(event->product, question->product)) &&
           (!question->code || holds_code(event->code, question->code)) &&
           (!question->text || find_lower(event->title, question->text)) &&
           (!question->query.single_source || sources == 1) &&
           (!question->query.disputed || event->disputed) &&
           event->mentions >= question->query.min_mentions && holds_numbers(&question->query, event);
}

/* The last day on which it may be under way; `end` of a standing kind is the first day without it.
 */
static int64_t last_day(const struct made_event *event, int64_t start, int64_t end) {
    if (event->duration == KIND_STANDING && end != DAY_MAX && end != DAY_MIN) end--;
    return end > start ? end : start;
}

static enum match holds_range(const struct query *query, const struct made_event *event) {
    int64_t from = query->from, to = query->to;
    if (!query->has_range) return MATCH_NONE;
    bool sure = event->start.min >= from && event->start.max <= to && !event->date.marked;
    int64_t counts = event->start.min == DAY_MIN ? event->start.max : event->start.min;
    if (query->match == MATCH_CERTAIN) return sure ? MATCH_SURE : MATCH_NONE;
    if (query->match == MATCH_STARTS)
        return counts <= to && event->start.max >= from ? (sure ? MATCH_SURE : MATCH_POSSIBLE)
                                                        : MATCH_NONE;
    if (event->start.min > to || last_day(event, event->start.max, event->finish.max) < from)
        return MATCH_NONE;
    bool under_way = event->start.max <= to && !event->date.marked && !event->finish_marked &&
                     last_day(event, event->start.min, event->finish.min) >= from;
    return sure || under_way ? MATCH_SURE : MATCH_POSSIBLE;
}

static int compare_days(int64_t a, int64_t b) {
    return a < b ? -1 : a > b;
}

static int compare_made(const void *a, const void *b) {
    const struct made_event *p = *(const struct made_event *const *)a,
                            *q = *(const struct made_event *const *)b;
    int order = compare_days(p->start.min, q->start.min);
    if (!order) order = compare_days(p->start.max, q->start.max);
    if (!order) order = compare_days(p->finish.min, q->finish.min);
    if (!order) order = compare_days(p->second, q->second);
    return order ? order : strcmp(p->id, q->id);
}

static int answer_by_oracle(const struct made_world *made, const struct question *question,
                            enum match only, const struct made_event **out) {
    int count = 0;
    for (int i = 0; i < EVENTS; i++) {
        const struct made_event *event = &made->events[i];
        enum match match = holds_range(&question->query, event);
        if (question->query.has_range && (match == MATCH_NONE || (only && only != match))) continue;
        if (holds_pair(question, event) && holds_parties(question, event) &&
            holds_words(question, event))
            out[count++] = event;
    }
    qsort(out, (size_t)count, sizeof *out, compare_made);
    for (int i = 0; question->query.reverse && i < count / 2; i++) {
        const struct made_event *swap = out[i];
        out[i] = out[count - 1 - i];
        out[count - 1 - i] = swap;
    }
    return count;
}

/* ---- questions ------------------------------------------------------------------------------- */

static struct slice_list one_value(struct question *question, int slot, const char *value) {
    question->one[slot] = slice_from(value);
    return (struct slice_list){&question->one[slot], 1};
}

static const char *choose(uint64_t *seed, const char *const *words, int count, int odds) {
    return pick(seed, odds) ? NULL : words[pick(seed, count)];
}

static void make_range(uint64_t *seed, struct query *query) {
    if (pick(seed, 4) == 0) return;
    query->has_range = true;
    query->from = day_of(pick(seed, 15) ? 1994 + pick(seed, 13) : -45, 1 + pick(seed, 12), 1);
    query->to = query->from + pick(seed, pick(seed, 2) ? 40 : 1500);
    if (pick(seed, 8) == 0) query->from = DAY_MIN;
    if (pick(seed, 8) == 0) query->to = DAY_MAX;
    query->match = (enum match_mode)pick(seed, 3);
}

static void make_words(uint64_t *seed, struct question *question) {
    static const char *const kind_words[] = {"meeting", "tariff", "visit", "policy.standing",
                                             "statement.protest"};
    static const char *const status_words[] = {"reported", "planned", "confirmed", "disputed"};
    static const char *const place_words[] = {"Testville", "Testville Harbour", "Port Test",
                                              "Test"};
    static const char *const product_words[] = {"canola", "flour", "EE"};
    static const char *const source_words[] = {"source-one", "source-two"};
    static const char *const code_words[] = {"01", "19", "0101"};
    static const char *const text_words[] = {"handshake", "long table", "ai"};
    struct query *query = &question->query;
    if ((question->kind = choose(seed, kind_words, 5, 6)))
        query->kinds = one_value(question, 0, question->kind);
    if ((question->status = choose(seed, status_words, 4, 8)))
        query->statuses = one_value(question, 1, question->status);
    if ((question->tag = choose(seed, tags, 3, 10)))
        query->tags = one_value(question, 2, question->tag);
    if ((question->place = choose(seed, place_words, 4, 10)))
        query->places = one_value(question, 3, question->place);
    if ((question->source = choose(seed, source_words, 2, 10)))
        query->sources = one_value(question, 4, question->source);
    if ((question->product = choose(seed, product_words, 3, 10)))
        query->products = one_value(question, 5, question->product);
    if ((question->code = choose(seed, code_words, 3, 10)))
        query->codes = one_value(question, 6, question->code);
    if ((question->text = choose(seed, text_words, 3, 12)))
        query->texts = one_value(question, 7, question->text);
    query->single_source = pick(seed, 15) == 0;
    query->disputed = pick(seed, 10) == 0;
    query->min_mentions = pick(seed, 12) ? 0 : 4;
    if (pick(seed, 10) == 0) query->intensity = (struct query_span){SLICE_OF("-5/5"), -5, 5};
    if (pick(seed, 10) == 0) query->box = (struct query_box){SLICE_OF("-60,100,60,-100"), -60, 100, 60, -100};
    else if (pick(seed, 10) == 0) query->box = (struct query_box){SLICE_OF("0,-180,90,20"), 0, -180, 90, 20};
}

static void make_actors(uint64_t *seed, struct question *question) {
    static const char *const person_words[] = {"leader-0", "leader-1", "leader-2",
                                               "leader-3", "leader-4", "leader-5"};
    struct query *query = &question->query;
    question->country = question->person = question->organization = question->pair[0] = -1;
    if (pick(seed, 4) == 0) {
        question->country = pick(seed, COUNTRIES / 2);
        query->countries = one_value(question, 8, country_ids[question->country]);
    }
    if (pick(seed, 8) == 0) {
        question->person = pick(seed, PEOPLE);
        query->people = one_value(question, 9, person_words[question->person]);
    }
    if (pick(seed, 10) == 0) {
        question->organization = pick(seed, 2);
        query->organizations = one_value(question, 10, organization_ids[question->organization]);
    }
    if ((question->role = choose(seed, roles, 6, 8)))
        query->roles = one_value(question, 11, question->role);
    if (pick(seed, 3)) return;
    question->pair[0] = pick(seed, 4);
    question->pair[1] = (question->pair[0] + 1 + pick(seed, 3)) % 4;
    query->has_pair = true;
    query->multilateral = pick(seed, 3) == 0;
    for (int side = 0; side < 2; side++)
        query->pair[side] =
            (struct query_actor){RECORD_COUNTRY, slice_from(country_ids[question->pair[side]])};
}

static void make_question(uint64_t *seed, struct question *question) {
    *question = (struct question){.role = NULL};
    query_init(&question->query);
    make_range(seed, &question->query);
    make_actors(seed, question);
    if (pick(seed, 3)) make_words(seed, question);
    question->query.reverse = pick(seed, 3) == 0;
}

/* ---- comparing ------------------------------------------------------------------------------- */

struct found {
    char ids[EVENTS + 1][16];
    enum match matches[EVENTS + 1];
    int count;
};

static enum status take(void *context, struct stored_event *event, struct error *error) {
    struct found *found = context;
    (void)error;
    assert_true(found->count < EVENTS);
    struct slice id = record_get(&event->event, EVENT_ID);
    snprintf(found->ids[found->count], sizeof found->ids[0], "%.*s", (int)id.size, id.data);
    found->matches[found->count++] = event->match;
    return STATUS_OK;
}

static void ask(struct world *world, const struct query *query, enum match only,
                struct found *found) {
    struct error error = {0};
    found->count = 0;
    must(store_ask(world->store, query, only, take, found, &error), &error);
}

static const char *tell_question(const struct question *question) {
    static char text[500];
    const struct query *q = &question->query;
    snprintf(text, sizeof text,
             "range %d %lld..%lld match %d, country %d person %d organization %d pair %d,%d%s, "
             "role %s kind %s status %s "
             "tag %s place %s source %s product %s code %s text %s single %d disputed %d mentions "
             "%d reverse %d",
             q->has_range, (long long)q->from, (long long)q->to, (int)q->match, question->country,
             question->person, question->organization, question->pair[0], question->pair[1],
             q->multilateral ? " multilateral" : "", question->role ? question->role : "-",
             question->kind ? question->kind : "-", question->status ? question->status : "-",
             question->tag ? question->tag : "-", question->place ? question->place : "-",
             question->source ? question->source : "-", question->product ? question->product : "-",
             question->code ? question->code : "-", question->text ? question->text : "-",
             q->single_source, q->disputed, (int)q->min_mentions, q->reverse);
    return text;
}

static void compare(const struct question *question, const struct made_event *const *wanted,
                    int count, const struct found *found) {
    for (int i = 0; i < count && i < found->count; i++) {
        if (strcmp(wanted[i]->id, found->ids[i]) == 0 &&
            found->matches[i] == holds_range(&question->query, wanted[i]))
            continue;
        fail_msg("%s\nat %d: %s (%s, %d) is wanted, %s (%d) was found", tell_question(question), i,
                 wanted[i]->id, wanted[i]->date.text, (int)holds_range(&question->query, wanted[i]),
                 found->ids[i], (int)found->matches[i]);
    }
    if (count > found->count)
        fail_msg("%s\n%s (%s/%s) is missing", tell_question(question), wanted[found->count]->id,
                 wanted[found->count]->date.text, wanted[found->count]->end_text);
    if (count < found->count)
        fail_msg("%s\n%s is too many", tell_question(question), found->ids[count]);
}

/* Asked for page by page, each after the last of the one before. */
static void compare_pages(struct world *world, const struct question *question,
                          const struct found *whole, int size) {
    struct query page = question->query;
    struct found part;
    char after[16];
    int seen = 0;
    page.limit = size;
    for (;;) {
        ask(world, &page, MATCH_NONE, &part);
        assert_true(part.count <= size);
        for (int i = 0; i < part.count; i++, seen++) {
            if (seen < whole->count && strcmp(part.ids[i], whole->ids[seen]) == 0) continue;
            fail_msg("%s\non a page of %d after %s", tell_question(question), size, after);
        }
        if (part.count == 0) break;
        strcpy(after, part.ids[part.count - 1]);
        page.after = slice_from(after);
    }
    assert_int_equal(seen, whole->count);
}

static bool has_found(const struct found *found, const char *id) {
    for (int i = 0; i < found->count; i++)
        if (strcmp(found->ids[i], id) == 0) return true;
    return false;
}

static void compare_modes(struct world *world, const struct question *question) {
    struct found modes[3];
    struct query query = question->query;
    for (int mode = 0; mode < 3; mode++) {
        query.match = (enum match_mode)mode;
        ask(world, &query, MATCH_NONE, &modes[mode]);
    }
    for (int i = 0; i < modes[MATCH_CERTAIN].count; i++)
        assert_true(has_found(&modes[MATCH_STARTS], modes[MATCH_CERTAIN].ids[i]));
    for (int i = 0; i < modes[MATCH_STARTS].count; i++)
        assert_true(has_found(&modes[MATCH_OVERLAPS], modes[MATCH_STARTS].ids[i]));
}

static void check_question(struct world *world, const struct made_world *made,
                           const struct question *question) {
    const struct made_event *wanted[EVENTS];
    struct found found;
    int count = answer_by_oracle(made, question, MATCH_NONE, wanted);
    ask(world, &question->query, MATCH_NONE, &found);
    compare(question, wanted, count, &found);
    compare_pages(world, question, &found, 1 + count / 3);
    if (!question->query.has_range) return;
    compare_modes(world, question);
    for (int only = MATCH_POSSIBLE; only <= MATCH_SURE; only++) {
        count = answer_by_oracle(made, question, (enum match)only, wanted);
        ask(world, &question->query, (enum match)only, &found);
        compare(question, wanted, count, &found);
    }
}

/* ---- the tests ------------------------------------------------------------------------------- */

static void check_world(uint64_t seed, int questions) {
    struct made_world *made = calloc(1, sizeof *made);
    struct world world;
    assert_non_null(made);
    world_make(&world);
    world_open(&world, STORE_CREATE);
    make_world(seed, made, &world);
    for (int i = 0; i < questions; i++) {
        struct question question;
        make_question(&seed, &question);
        check_question(&world, made, &question);
    }
    world_drop(&world);
    free(made);
}

static void test_times_are_kept(void **state) {
    (void)state;
    struct made_world *made = calloc(1, sizeof *made);
    struct world world;
    assert_non_null(made);
    world_make(&world);
    world_open(&world, STORE_CREATE);
    make_world(UINT64_C(0xA11CE), made, &world);
    for (int i = 0; i < EVENTS; i++) {
        const struct made_event *event = &made->events[i];
        struct event_times times = get_event(&world, event->id).times;
        if (times.start_min == event->start.min && times.start_max == event->start.max &&
            times.end_min == event->finish.min && times.end_max == event->finish.max &&
            times.duration == event->duration && times.start_marked == event->date.marked &&
            times.end_marked == event->finish_marked && times.second_of_day == event->second)
            continue;
        fail_msg("%s %s, end %s: %lld..%lld to %lld..%lld, class %d, marks %d %d, second %d",
                 kinds[event->kind].path, event->date.text, event->end_text,
                 (long long)times.start_min, (long long)times.start_max, (long long)times.end_min,
                 (long long)times.end_max, (int)times.duration, times.start_marked,
                 times.end_marked, (int)times.second_of_day);
    }
    world_drop(&world);
    free(made);
}

static void test_random_worlds(void **state) {
    (void)state;
    static const uint64_t seeds[] = {0xBEEF, 0x5EED, 0xC0FFEE, 0x7E57};
    for (size_t i = 0; i < LENGTH(seeds); i++) check_world(seeds[i], 250);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_times_are_kept),
        cmocka_unit_test(test_random_worlds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
