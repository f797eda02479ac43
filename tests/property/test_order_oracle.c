/* What a question finds, against an oracle that reads the contract anew: events are made from parts whose
 * days, parties and words the test knows, without a parser, a store or a match of the program. */
#include "../unit/store_fixture.h"

#include "../../core/time/calendar.h"

enum { EVENTS = 260, PEOPLE = 6, COUNTRIES = 12, TERMS_MAX = 3, PARTIES_MAX = 12, LIMIT_NONE = -1 };

static const char *const country_ids[COUNTRIES] = {"CAN", "CHN", "USA", "FRA", "JPN", "DEU",
                                                   "BRA", "IND", "KEN", "NOR", "X-ALAND", "X-BOREA"};
static const char *const organization_ids[] = {"TEST-UNION", "TEST-FORUM"};
static const char *const roles[] = {"participant", "host", "visitor", "venue", "imposer", "target"};
static const struct {
    const char *path;
    enum kind_class duration;
} kinds[] = {
    {"meeting.bilateral", KIND_POINT}, {"meeting", KIND_POINT},      {"meetingless", KIND_POINT},
    {"statement.protest", KIND_POINT}, {"visit.state", KIND_BOUNDED}, {"aid", KIND_BOUNDED},
    {"tariff", KIND_STANDING},         {"sanction.arms", KIND_STANDING}, {"policy.standing", KIND_STANDING},
};
static const char *const statuses[] = {"", "", "", "planned", "confirmed", "disputed", "denied", "cancelled"};
static const char *const tags[] = {"Trade", "Caf\xC3\xA9 talks", "border"};
static const char *const places[] = {"Testville", "Testville Harbour", "Port-Test"};
static const char *const products[] = {"canola seed", "pea flour", "steel"};
static const char *const codes[] = {"", "", "010", "0101", "19", "190", "193"};
static const char *const titles[] = {"A quiet handshake", "The Long Table", "Second HANDSHAKE", "Rain"};

/* ---- days and dates whose bounds are known ------------------------------------------------------------ */

/* Days from 1970-01-01 of a proleptic Gregorian day, by counting years of 365.2425 days in eras. */
static int64_t day_of(int64_t y, int m, int d) {
    y -= m <= 2;
    int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
    int64_t of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int month_days(int y, int m) {
    return (int)((m == 12 ? day_of(y + 1, 1, 1) : day_of(y, m + 1, 1)) - day_of(y, m, 1));
}

struct days {
    int64_t min, max;
};
struct date {
    char text[96];
    struct days whole, first, last;
    bool marked, first_marked, last_marked, interval, open_end, unknown_end;
};

/* A simple date around 2000, or long before. */
static struct days make_simple(uint64_t *seed, char *text, bool *marked) {
    int y = pick(seed, 12) ? 1995 + pick(seed, 12) : -50 + pick(seed, 60), m = 1 + pick(seed, 12);
    int d = 1 + pick(seed, month_days(y, m)), precision = pick(seed, 6);
    char year[16];
    snprintf(year, sizeof year, y < 0 ? "-%04d" : "%04d", y < 0 ? -y : y);
    static const char *const marks[] = {"?", "~", "%"};
    *marked = pick(seed, 6) == 0;
    const char *mark = *marked ? marks[pick(seed, 3)] : "";
    if (precision == 0) {
        snprintf(text, 40, "%s%s", year, mark);
        return (struct days){day_of(y, 1, 1), day_of(y, 12, 31)};
    }
    if (precision == 1) {
        snprintf(text, 40, "%s-%02d%s", year, m, mark);
        return (struct days){day_of(y, m, 1), day_of(y, m, month_days(y, m))};
    }
    if (precision == 2 && y > 1000) {
        snprintf(text, 40, "%dX%s", y / 10, mark);
        return (struct days){day_of(y / 10 * 10, 1, 1), day_of(y / 10 * 10 + 9, 12, 31)};
    }
    snprintf(text, 40, "%s-%02d-%02d%s", year, m, d, mark);
    return (struct days){day_of(y, m, d), day_of(y, m, d)};
}

static void make_interval(uint64_t *seed, struct date *date) {
    char a[40], b[40];
    date->first = make_simple(seed, a, &date->first_marked);
    do date->last = make_simple(seed, b, &date->last_marked);
    while (date->last.max < date->first.min || date->last.min < date->first.min || date->last.max < date->first.max);
    int open = pick(seed, 5);
    date->interval = true;
    date->marked = date->first_marked || date->last_marked;
    date->whole = (struct days){date->first.min, date->last.max};
    if (open < 2) {
        date->whole.max = DAY_MAX;
        date->open_end = open == 0;
        date->unknown_end = open == 1;
        date->marked = date->first_marked;
    }
    snprintf(date->text, sizeof date->text, "%s/%s", a, open == 0 ? ".." : open == 1 ? "" : b);
}

/* One of some days, or any day up to one. */
static void make_set(uint64_t *seed, struct date *date) {
    int y = 1996 + pick(seed, 8), m = 1 + pick(seed, 12), d = 1 + pick(seed, 20);
    int64_t a = day_of(y, m, d);
    date->whole = (struct days){a, a + 7};
    if (pick(seed, 3) == 0) {
        date->whole.min = DAY_MIN;
        date->whole.max = a;
        snprintf(date->text, sizeof date->text, "[..%04d-%02d-%02d]", y, m, d);
    } else {
        snprintf(date->text, sizeof date->text, "[%04d-%02d-%02d..%04d-%02d-%02d]", y, m, d, y, m, d + 7);
    }
    date->first = date->last = date->whole;
}

static void make_date(uint64_t *seed, struct date *date) {
    *date = (struct date){0};
    int form = pick(seed, 8);
    if (form == 0) make_set(seed, date);
    else if (form < 3) make_interval(seed, date);
    else {
        date->whole = make_simple(seed, date->text, &date->marked);
        date->first = date->last = date->whole;
    }
}

/* ---- a world --------------------------------------------------------------------------------------------- */

struct party_of {
    enum party_type type; /* country, organization, person */
    int id;
    const char *role;
    int acts_for; /* of a person: index of a country; -1: not given */
};

struct made_event {
    char id[16];
    int kind;
    struct date date;
    char end_text[40];
    struct days end;
    bool has_end, end_marked, open_end;
    int second; /* -1: none */
    const char *status, *tag, *place, *product, *code, *title, *source;
    struct party_of parties[PARTIES_MAX];
    int party_count;
    int mentions;
    int ended_by; /* index of an event; -1: none */
    bool claimed_against;
    int extra_sources;
    /* What follows. */
    struct days start, finish;
    enum kind_class duration;
    bool finish_marked, disputed, through[COUNTRIES];
};

struct held {
    int country;
    int64_t from, until; /* first day; first day no longer; DAY_MAX: goes on */
};

struct made_world {
    struct made_event events[EVENTS];
    struct held terms[PEOPLE][TERMS_MAX];
    int term_count[PEOPLE];
};

static void make_people(uint64_t *seed, struct made_world *made) {
    for (int p = 0; p < PEOPLE; p++) {
        made->term_count[p] = pick(seed, TERMS_MAX + 1);
        for (int t = 0; t < made->term_count[p]; t++) {
            int from = 1990 + pick(seed, 14), years = 1 + pick(seed, 8);
            made->terms[p][t] = (struct held){pick(seed, COUNTRIES), day_of(from, 1 + t, 1),
                                              pick(seed, 4) ? day_of(from + years, 3, 1) : DAY_MAX};
        }
    }
}

static bool has_party(const struct made_event *event, enum party_type type, int id, const char *role) {
    for (int i = 0; i < event->party_count; i++)
        if (event->parties[i].type == type && event->parties[i].id == id &&
            (!role || strcmp(event->parties[i].role, role) == 0)) return true;
    return false;
}

static void make_parties(uint64_t *seed, struct made_event *event) {
    int count = pick(seed, 10) == 0 ? PARTIES_MAX : pick(seed, 5);
    for (int i = 0; i < count; i++) {
        struct party_of party = {.type = (enum party_type)(count == PARTIES_MAX ? 0 : pick(seed, 8) % 3),
                                 .role = roles[pick(seed, 12) % 6], .acts_for = -1};
        if (pick(seed, 2)) party.role = roles[0];
        party.id = pick(seed, party.type == PARTY_COUNTRY ? (count == PARTIES_MAX ? COUNTRIES : 4)
                                                          : party.type == PARTY_PERSON ? PEOPLE : 2);
        if (party.type == PARTY_PERSON && pick(seed, 5) == 0) party.acts_for = pick(seed, 4);
        bool twice = party.type == PARTY_COUNTRY ? has_party(event, party.type, party.id, party.role)
                                                 : has_party(event, party.type, party.id, NULL);
        if (!twice) event->parties[event->party_count++] = party;
    }
}

static void make_event(uint64_t *seed, struct made_event *event, int number) {
    *event = (struct made_event){.ended_by = -1, .second = -1};
    snprintf(event->id, sizeof event->id, "E%03d", (number * 83) % EVENTS);
    event->kind = pick(seed, (int)LENGTH(kinds));
    if (strcmp(kinds[event->kind].path, "meetingless") == 0) event->kind = 0;
    make_date(seed, &event->date);
    if (pick(seed, 4) == 0) {
        do event->end = make_simple(seed, event->end_text, &event->end_marked);
        while (event->end.max < event->date.whole.min || event->end.min < day_of(1900, 1, 1));
        event->has_end = true;
    } else if (pick(seed, 8) == 0) {
        strcpy(event->end_text, "..");
        event->open_end = true;
    }
    if (pick(seed, 3) == 0) event->second = 60 * pick(seed, 24 * 60);
    event->status = statuses[pick(seed, (int)LENGTH(statuses))];
    event->tag = pick(seed, 2) ? tags[pick(seed, 3)] : "";
    event->place = pick(seed, 2) ? places[pick(seed, 3)] : "";
    event->product = pick(seed, 3) ? "" : products[pick(seed, 3)];
    event->code = codes[pick(seed, (int)LENGTH(codes))];
    event->title = titles[pick(seed, 4)];
    event->source = pick(seed, 3) ? "source-one" : pick(seed, 2) ? "source-two" : "";
    event->mentions = pick(seed, 3) ? 0 : pick(seed, 9);
    make_parties(seed, event);
}

/* ---- the contract on one event ------------------------------------------------------------------------- */

/* Section 2: date, end and the class of the kind give four bounds. */
static void work_out_times(struct made_event *event) {
    const struct date *date = &event->date;
    bool dated = event->has_end || event->open_end;
    event->duration = kinds[event->kind].duration;
    if (event->duration == KIND_POINT && dated) event->duration = KIND_BOUNDED;
    bool from_to = date->interval && !dated && event->duration != KIND_POINT;
    event->start = from_to ? date->first : date->whole;
    event->date.marked = from_to ? date->first_marked : date->marked;
    event->finish_marked = false;
    if (event->open_end || (from_to && date->open_end)) event->finish = (struct days){DAY_MAX, DAY_MAX};
    else if (event->has_end) {
        event->finish = event->end;
        event->finish_marked = event->end_marked;
    } else if (from_to && !date->unknown_end) {
        event->finish = date->last;
        event->finish_marked = date->last_marked;
    } else if (from_to || event->duration == KIND_STANDING) event->finish = (struct days){DAY_MIN, DAY_MAX};
    else {
        event->finish = date->whole;
        event->finish_marked = date->marked;
    }
    if (event->finish.min < event->start.min) event->finish.min = event->start.min;
    if (event->start.max > event->finish.max) event->start.max = event->finish.max;
}

static bool is_unended(const struct made_event *event) {
    bool from_to = event->date.interval && event->duration != KIND_POINT;
    if (event->has_end || event->open_end) return false;
    return from_to ? event->date.unknown_end : event->duration == KIND_STANDING;
}

/* An `ends` link ends what has no end, on the day its source begins. */
static void work_out_end(struct made_world *made, struct made_event *event) {
    if (event->ended_by < 0 || !is_unended(event)) return;
    const struct made_event *by = &made->events[event->ended_by];
    bool counts = strcmp(by->status, "planned") && strcmp(by->status, "denied") && strcmp(by->status, "cancelled");
    if (!counts || by->start.max < event->start.min) return;
    event->finish = by->start;
    if (event->finish.min < event->start.min) event->finish.min = event->start.min;
    event->finish_marked = by->date.marked;
}

/* The one country of the terms held; -1 none, -2 several. */
static int only_country(const struct made_world *made, const struct made_event *event, int person, bool sure,
                        bool parties_only) {
    int found = -1;
    int64_t first = event->start.min == DAY_MIN ? event->start.max : event->start.min, last = event->start.max;
    for (int t = 0; t < made->term_count[person]; t++) {
        const struct held *term = &made->terms[person][t];
        bool all = term->from <= first && term->until > last, some = term->from <= last && term->until > first;
        if (sure ? !all : !some) continue;
        if (parties_only && !has_party(event, PARTY_COUNTRY, term->country, NULL)) continue;
        if (found >= 0 && found != term->country) return -2;
        found = term->country;
    }
    return found;
}

static int country_of(const struct made_world *made, const struct made_event *event, const struct party_of *party) {
    if (party->acts_for >= 0) return party->acts_for;
    for (int sure = 1; sure >= 0; sure--)
        for (int among = 1; among >= 0; among--) {
            int country = only_country(made, event, party->id, sure, among);
            if (country == -2) return -1;
            if (country >= 0) return country;
        }
    return -1;
}

static void work_out_through(const struct made_world *made, struct made_event *event) {
    for (int i = 0; i < event->party_count; i++) {
        const struct party_of *party = &event->parties[i];
        if (party->type != PARTY_PERSON || strcmp(party->role, "venue") == 0) continue;
        int country = country_of(made, event, party);
        if (country >= 0) event->through[country] = true;
    }
    event->disputed = strcmp(event->status, "disputed") == 0 || event->claimed_against;
}

/* ---- into the store ---------------------------------------------------------------------------------------- */

static void append_to(char *cell, size_t size, const char *id, const char *role) {
    size_t at = strlen(cell);
    bool plain = strcmp(role, "participant") == 0;
    snprintf(cell + at, size - at, "%s%s%s%s", at ? ";" : "", id, plain ? "" : ":", plain ? "" : role);
}

static void put_event(struct world *world, const struct made_event *event) {
    char cells[3][256] = {"", "", ""}, time[16] = "", mentions[16] = "", person[32], sources[64];
    for (int i = 0; i < event->party_count; i++) {
        const struct party_of *party = &event->parties[i];
        snprintf(person, sizeof person, "leader-%d", party->id);
        const char *id = party->type == PARTY_COUNTRY        ? country_ids[party->id]
                         : party->type == PARTY_ORGANIZATION ? organization_ids[party->id] : person;
        append_to(cells[party->type], sizeof cells[0], id, party->role);
    }
    if (event->second >= 0) snprintf(time, sizeof time, "%02d:%02d", event->second / 3600, event->second / 60 % 60);
    if (event->mentions) snprintf(mentions, sizeof mentions, "%d", event->mentions);
    snprintf(sources, sizeof sources, "%s%s", event->source, event->extra_sources ? ";source-three" : "");
    put(world, RECORD_EVENT, "id", event->id, "kind", kinds[event->kind].path, "date", event->date.text, "end",
        event->end_text, "time", time, "status", event->status, "title", event->title, "tags", event->tag, "place",
        event->place, "product", event->product, "code", event->code, "mentions", mentions, "sources", sources,
        "countries", cells[0], "organizations", cells[1], "people", cells[2], NULL);
    for (int i = 0; i < event->party_count; i++) {
        const struct party_of *party = &event->parties[i];
        if (party->acts_for < 0) continue;
        snprintf(person, sizeof person, "leader-%d", party->id);
        put(world, RECORD_PARTY, "event", event->id, "type", "person", "id", person, "role", party->role, "for",
            country_ids[party->acts_for], NULL);
    }
}

static void put_terms(struct world *world, const struct made_world *made, int person) {
    char id[32], start[32], end[32];
    snprintf(id, sizeof id, "leader-%d", person);
    for (int t = 0; t < made->term_count[person]; t++) {
        const struct held *term = &made->terms[person][t];
        struct calendar_day from = calendar_from_number(term->from);
        snprintf(start, sizeof start, "%04d-%02d-%02d", (int)from.year, from.month, from.day);
        strcpy(end, "");
        if (term->until != DAY_MAX) {
            struct calendar_day until = calendar_from_number(term->until);
            snprintf(end, sizeof end, "%04d-%02d-%02d", (int)until.year, until.month, until.day);
        }
        put(world, RECORD_TERM, "person", id, "country", country_ids[term->country], "office", "head_of_state", "start",
            start, "end", end, NULL);
    }
}

static void put_names(struct world *world) {
    char id[32], name[32];
    for (int p = 0; p < PEOPLE; p++) {
        snprintf(id, sizeof id, "leader-%d", p);
        snprintf(name, sizeof name, "Leader %d", p);
        put(world, RECORD_PERSON, "id", id, "name", name, NULL);
    }
    put(world, RECORD_SOURCE, "id", "source-one", "title", "First Test Paper", NULL);
    put(world, RECORD_SOURCE, "id", "source-two", "title", "Second Test Paper", NULL);
    put(world, RECORD_SOURCE, "id", "source-three", "title", "Third Test Paper", NULL);
}

static void make_world(uint64_t seed, struct made_world *made, struct world *world) {
    make_people(&seed, made);
    for (int i = 0; i < EVENTS; i++) make_event(&seed, &made->events[i], i);
    for (int i = 0; i < EVENTS; i++) work_out_times(&made->events[i]);
    world_begin(world);
    put_names(world);
    /* Half of the terms come before the events, half after. */
    for (int p = 0; p < PEOPLE; p += 2) put_terms(world, made, p);
    for (int i = 0; i < EVENTS; i++) put_event(world, &made->events[i]);
    world_commit(world);
    world_begin(world);
    for (int p = 1; p < PEOPLE; p += 2) put_terms(world, made, p);
    for (int i = 0; i < EVENTS; i++) {
        struct made_event *event = &made->events[i];
        if (pick(&seed, 3) == 0 && is_unended(event)) {
            event->ended_by = pick(&seed, EVENTS);
            put(world, RECORD_LINK, "from", made->events[event->ended_by].id, "relation", "ends", "to", event->id, NULL);
        }
        if (pick(&seed, 12) == 0) {
            event->claimed_against = true;
            put(world, RECORD_CLAIM, "event", event->id, "source", "source-two", "field", "place", "value", "elsewhere",
                "stance", pick(&seed, 2) ? "denies" : "disputes", NULL);
        }
    }
    world_commit(world);
    for (int i = 0; i < EVENTS; i++) work_out_end(made, &made->events[i]);
    for (int i = 0; i < EVENTS; i++) work_out_through(made, &made->events[i]);
}

/* ---- the contract on a question -------------------------------------------------------------------------------- */

struct question {
    struct query query;
    struct slice one[16];    /* room for the values of the lists */
    int country, person, organization, pair[2]; /* indices; -1: no such filter */
    const char *role, *kind, *status, *tag, *place, *source, *product, *code, *text;
};

static bool starts_word(const char *text, const char *word) {
    size_t size = strlen(word);
    return strncmp(text, word, size) == 0 && (text[size] == '\0' || text[size] == ' ');
}

static void lower(const char *text, char *out) {
    size_t i = 0;
    for (; text[i] && i < 63; i++) out[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
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
            strcmp(event->parties[i].role, "venue") != 0) return true;
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
    bool country = question->country < 0 || has_party(event, PARTY_COUNTRY, question->country, role) ||
                   (!role && event->through[question->country]);
    bool person = question->person < 0 || has_party(event, PARTY_PERSON, question->person, role);
    bool organization = question->organization < 0 || has_party(event, PARTY_ORGANIZATION, question->organization, role);
    bool alone = question->country < 0 && question->person < 0 && question->organization < 0;
    bool any = !role || !alone;
    for (int i = 0; !any && i < event->party_count; i++) any = strcmp(event->parties[i].role, role) == 0;
    return country && person && organization && any;
}

static bool holds_kind(const char *kind, const char *wanted) {
    size_t size = strlen(wanted);
    return strncmp(kind, wanted, size) == 0 && (kind[size] == '\0' || kind[size] == '.');
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
           (!question->code || (event->code[0] && strncmp(event->code, question->code, strlen(question->code)) == 0)) &&
           (!question->text || find_lower(event->title, question->text)) &&
           (!question->query.single_source || sources == 1) && (!question->query.disputed || event->disputed) &&
           event->mentions >= question->query.min_mentions;
}

/* The last day on which it may be under way; `end` of a standing kind is the first day without it. */
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
        return counts <= to && event->start.max >= from ? (sure ? MATCH_SURE : MATCH_POSSIBLE) : MATCH_NONE;
    if (event->start.min > to || last_day(event, event->start.max, event->finish.max) < from) return MATCH_NONE;
    bool under_way = event->start.max <= to && !event->date.marked && !event->finish_marked &&
                     last_day(event, event->start.min, event->finish.min) >= from;
    return sure || under_way ? MATCH_SURE : MATCH_POSSIBLE;
}

static int compare_days(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

static int compare_made(const void *a, const void *b) {
    const struct made_event *p = *(const struct made_event *const *)a, *q = *(const struct made_event *const *)b;
    int order = compare_days(p->start.min, q->start.min);
    if (!order) order = compare_days(p->start.max, q->start.max);
    if (!order) order = compare_days(p->finish.min, q->finish.min);
    if (!order) order = compare_days(p->second, q->second);
    return order ? order : strcmp(p->id, q->id);
}

static int answer_by_oracle(const struct made_world *made, const struct question *question, enum match only,
                            const struct made_event **out) {
    int count = 0;
    for (int i = 0; i < EVENTS; i++) {
        const struct made_event *event = &made->events[i];
        enum match match = holds_range(&question->query, event);
        if (question->query.has_range && (match == MATCH_NONE || (only && only != match))) continue;
        if (holds_pair(question, event) && holds_parties(question, event) && holds_words(question, event))
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

/* ---- questions ------------------------------------------------------------------------------------------------- */

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
    static const char *const kind_words[] = {"meeting", "tariff", "visit", "policy.standing", "statement.protest"};
    static const char *const status_words[] = {"reported", "planned", "confirmed", "disputed"};
    static const char *const place_words[] = {"Testville", "Testville Harbour", "Port Test", "Test"};
    static const char *const product_words[] = {"canola", "flour", "EE"};
    static const char *const source_words[] = {"source-one", "source-two"};
    static const char *const code_words[] = {"01", "19", "0101"};
    static const char *const text_words[] = {"handshake", "long table", "ai"};
    struct query *query = &question->query;
    if ((question->kind = choose(seed, kind_words, 5, 6))) query->kinds = one_value(question, 0, question->kind);
    if ((question->status = choose(seed, status_words, 4, 8))) query->statuses = one_value(question, 1, question->status);
    if ((question->tag = choose(seed, tags, 3, 10))) query->tags = one_value(question, 2, question->tag);
    if ((question->place = choose(seed, place_words, 4, 10))) query->places = one_value(question, 3, question->place);
    if ((question->source = choose(seed, source_words, 2, 10))) query->sources = one_value(question, 4, question->source);
    if ((question->product = choose(seed, product_words, 3, 10)))
        query->products = one_value(question, 5, question->product);
    if ((question->code = choose(seed, code_words, 3, 10))) query->codes = one_value(question, 6, question->code);
    if ((question->text = choose(seed, text_words, 3, 12))) query->texts = one_value(question, 7, question->text);
    query->single_source = pick(seed, 15) == 0;
    query->disputed = pick(seed, 10) == 0;
    query->min_mentions = pick(seed, 12) ? 0 : 4;
}

static void make_actors(uint64_t *seed, struct question *question) {
    static const char *const person_words[] = {"leader-0", "leader-1", "leader-2", "leader-3", "leader-4", "leader-5"};
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
    if ((question->role = choose(seed, roles, 6, 8))) query->roles = one_value(question, 11, question->role);
    if (pick(seed, 3)) return;
    question->pair[0] = pick(seed, 4);
    question->pair[1] = (question->pair[0] + 1 + pick(seed, 3)) % 4;
    query->has_pair = true;
    query->multilateral = pick(seed, 3) == 0;
    for (int side = 0; side < 2; side++)
        query->pair[side] = (struct query_actor){RECORD_COUNTRY, slice_from(country_ids[question->pair[side]])};
}

static void make_question(uint64_t *seed, struct question *question) {
    *question = (struct question){.role = NULL};
    query_init(&question->query);
    make_range(seed, &question->query);
    make_actors(seed, question);
    if (pick(seed, 3)) make_words(seed, question);
    question->query.reverse = pick(seed, 3) == 0;
}

/* ---- comparing --------------------------------------------------------------------------------------------------- */

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

static void ask(struct world *world, const struct query *query, enum match only, struct found *found) {
    struct error error = {0};
    found->count = 0;
    must(store_ask(world->store, query, only, take, found, &error), &error);
}

static const char *tell_question(const struct question *question) {
    static char text[500];
    const struct query *q = &question->query;
    snprintf(text, sizeof text,
             "range %d %lld..%lld match %d, country %d person %d organization %d pair %d,%d%s, role %s kind %s status %s "
             "tag %s place %s source %s product %s code %s text %s single %d disputed %d mentions %d reverse %d",
             q->has_range, (long long)q->from, (long long)q->to, (int)q->match, question->country, question->person,
             question->organization, question->pair[0], question->pair[1], q->multilateral ? " multilateral" : "",
             question->role ? question->role : "-", question->kind ? question->kind : "-",
             question->status ? question->status : "-", question->tag ? question->tag : "-",
             question->place ? question->place : "-", question->source ? question->source : "-",
             question->product ? question->product : "-", question->code ? question->code : "-",
             question->text ? question->text : "-", q->single_source, q->disputed, (int)q->min_mentions, q->reverse);
    return text;
}

static void compare(const struct question *question, const struct made_event *const *wanted, int count,
                    const struct found *found) {
    for (int i = 0; i < count && i < found->count; i++) {
        if (strcmp(wanted[i]->id, found->ids[i]) == 0 &&
            found->matches[i] == holds_range(&question->query, wanted[i])) continue;
        fail_msg("%s\nat %d: %s (%s, %d) is wanted, %s (%d) was found", tell_question(question), i, wanted[i]->id,
                 wanted[i]->date.text, (int)holds_range(&question->query, wanted[i]), found->ids[i],
                 (int)found->matches[i]);
    }
    if (count > found->count)
        fail_msg("%s\n%s (%s/%s) is missing", tell_question(question), wanted[found->count]->id,
                 wanted[found->count]->date.text, wanted[found->count]->end_text);
    if (count < found->count) fail_msg("%s\n%s is too many", tell_question(question), found->ids[count]);
}

/* Asked for page by page, each after the last of the one before. */
static void compare_pages(struct world *world, const struct question *question, const struct found *whole, int size) {
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

static void check_question(struct world *world, const struct made_world *made, const struct question *question) {
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

/* ---- the tests ------------------------------------------------------------------------------------------------------ */

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
            times.end_marked == event->finish_marked && times.second_of_day == event->second) continue;
        fail_msg("%s %s, end %s: %lld..%lld to %lld..%lld, class %d, marks %d %d, second %d", kinds[event->kind].path,
                 event->date.text, event->end_text, (long long)times.start_min, (long long)times.start_max,
                 (long long)times.end_min, (long long)times.end_max, (int)times.duration, times.start_marked,
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
