/* Random worlds whose days, parties and words the test knows from how they were made: events, the
 * people in them and their terms; what follows for each event by the contract; and the same put
 * into a record. */
#ifndef ORACLE_WORLD_H
#define ORACLE_WORLD_H

#include "../unit/store_fixture.h"

#include "../../core/time/calendar.h"

enum { EVENTS = 260, PEOPLE = 6, COUNTRIES = 12, TERMS_MAX = 3, PARTIES_MAX = 12, LIMIT_NONE = -1 };

static const char *const country_ids[COUNTRIES] = {
    "CAN", "CHN", "USA", "FRA", "JPN", "DEU", "BRA", "IND", "KEN", "NOR", "X-ALAND", "X-BOREA"};
static const char *const organization_ids[] = {"TEST-UNION", "TEST-FORUM"};
static const char *const roles[] = {"participant", "host", "visitor", "venue", "imposer", "target"};
static const struct {
    const char *path;
    enum kind_class duration;
} kinds[] = {
    {"meeting.bilateral", KIND_POINT},  {"meeting", KIND_POINT},
    {"meetingless", KIND_POINT},        {"statement.protest", KIND_POINT},
    {"visit.state", KIND_BOUNDED},      {"aid", KIND_BOUNDED},
    {"tariff", KIND_STANDING},          {"sanction.arms", KIND_STANDING},
    {"policy.standing", KIND_STANDING},
};
static const char *const statuses[] = {"",          "",         "",       "planned",
                                       "confirmed", "disputed", "denied", "cancelled"};
static const char *const tags[] = {"Trade", "Caf\xC3\xA9 talks", "border"};
static const char *const places[] = {"Testville", "Testville Harbour", "Port-Test"};
static const char *const products[] = {"canola seed", "pea flour", "steel"};
static const char *const codes[] = {"", "", "010", "0101", "19", "190", "193"};
static const char *const titles[] = {"A quiet handshake", "The Long Table", "Second HANDSHAKE",
                                     "Rain"};

/* ---- days and dates whose bounds are known --------------------------------------------------- */

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
    while (date->last.max < date->first.min || date->last.min < date->first.min ||
           date->last.max < date->first.max);
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
        snprintf(date->text, sizeof date->text, "[%04d-%02d-%02d..%04d-%02d-%02d]", y, m, d, y, m,
                 d + 7);
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

/* ---- a world --------------------------------------------------------------------------------- */

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
    bool is_weighed, is_placed; /* has an intensity, coordinates */
    int intensity, latitude, longitude;
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

static bool has_party(const struct made_event *event, enum party_type type, int id,
                      const char *role) {
    for (int i = 0; i < event->party_count; i++)
        if (event->parties[i].type == type && event->parties[i].id == id &&
            (!role || strcmp(event->parties[i].role, role) == 0))
            return true;
    return false;
}

static void make_parties(uint64_t *seed, struct made_event *event) {
    int count = pick(seed, 10) == 0 ? PARTIES_MAX : pick(seed, 5);
    for (int i = 0; i < count; i++) {
        struct party_of party = {
            .type = (enum party_type)(count == PARTIES_MAX ? 0 : pick(seed, 8) % 3),
            .role = roles[pick(seed, 12) % 6],
            .acts_for = -1};
        if (pick(seed, 2)) party.role = roles[0];
        party.id = pick(seed, party.type == PARTY_COUNTRY  ? (count == PARTIES_MAX ? COUNTRIES : 4)
                              : party.type == PARTY_PERSON ? PEOPLE
                                                           : 2);
        if (party.type == PARTY_PERSON && pick(seed, 5) == 0) party.acts_for = pick(seed, 4);
        bool twice = party.type == PARTY_COUNTRY
                         ? has_party(event, party.type, party.id, party.role)
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
    event->is_weighed = pick(seed, 2);
    event->intensity = pick(seed, 21) - 10;
    event->is_placed = pick(seed, 2);
    event->latitude = pick(seed, 181) - 90;
    event->longitude = pick(seed, 361) - 180;
    make_parties(seed, event);
}

/* ---- the contract on one event --------------------------------------------------------------- */

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
    if (event->open_end || (from_to && date->open_end))
        event->finish = (struct days){DAY_MAX, DAY_MAX};
    else if (event->has_end) {
        event->finish = event->end;
        event->finish_marked = event->end_marked;
    } else if (from_to && !date->unknown_end) {
        event->finish = date->last;
        event->finish_marked = date->last_marked;
    } else if (from_to || event->duration == KIND_STANDING)
        event->finish = (struct days){DAY_MIN, DAY_MAX};
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
    bool counts = strcmp(by->status, "planned") && strcmp(by->status, "denied") &&
                  strcmp(by->status, "cancelled");
    if (!counts || by->start.max < event->start.min) return;
    event->finish = by->start;
    if (event->finish.min < event->start.min) event->finish.min = event->start.min;
    event->finish_marked = by->date.marked;
}

/* The one country of the terms held; -1 none, -2 several. */
static int only_country(const struct made_world *made, const struct made_event *event, int person,
                        bool sure, bool parties_only) {
    int found = -1;
    int64_t first = event->start.min == DAY_MIN ? event->start.max : event->start.min,
            last = event->start.max;
    for (int t = 0; t < made->term_count[person]; t++) {
        const struct held *term = &made->terms[person][t];
        bool all = term->from <= first && term->until > last,
             some = term->from <= last && term->until > first;
        if (sure ? !all : !some) continue;
        if (parties_only && !has_party(event, PARTY_COUNTRY, term->country, NULL)) continue;
        if (found >= 0 && found != term->country) return -2;
        found = term->country;
    }
    return found;
}

static int country_of(const struct made_world *made, const struct made_event *event,
                      const struct party_of *party) {
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

/* ---- into the store -------------------------------------------------------------------------- */

static void append_to(char *cell, size_t size, const char *id, const char *role) {
    size_t at = strlen(cell);
    bool plain = strcmp(role, "participant") == 0;
    snprintf(cell + at, size - at, "%s%s%s%s", at ? ";" : "", id, plain ? "" : ":",
             plain ? "" : role);
}

static void put_event(struct world *world, const struct made_event *event) {
    char cells[3][256] = {"", "", ""}, time[16] = "", mentions[16] = "", person[32], sources[64];
    char intensity[16] = "", latitude[16] = "", longitude[16] = "";
    for (int i = 0; i < event->party_count; i++) {
        const struct party_of *party = &event->parties[i];
        snprintf(person, sizeof person, "leader-%d", party->id);
        const char *id = party->type == PARTY_COUNTRY        ? country_ids[party->id]
                         : party->type == PARTY_ORGANIZATION ? organization_ids[party->id]
                                                             : person;
        append_to(cells[party->type], sizeof cells[0], id, party->role);
    }
    if (event->second >= 0)
        snprintf(time, sizeof time, "%02d:%02d", event->second / 3600, event->second / 60 % 60);
    if (event->mentions) snprintf(mentions, sizeof mentions, "%d", event->mentions);
    if (event->is_weighed) snprintf(intensity, sizeof intensity, "%d", event->intensity);
    if (event->is_placed) snprintf(latitude, sizeof latitude, "%d", event->latitude);
    if (event->is_placed) snprintf(longitude, sizeof longitude, "%d", event->longitude);
    snprintf(sources, sizeof sources, "%s%s", event->source,
             event->extra_sources ? ";source-three" : "");
    put(world, RECORD_EVENT, "id", event->id, "kind", kinds[event->kind].path, "date",
        event->date.text, "end", event->end_text, "time", time, "status", event->status, "title",
        event->title, "tags", event->tag, "place", event->place, "product", event->product, "code",
        event->code, "mentions", mentions, "intensity", intensity, "latitude", latitude, "longitude", longitude, "sources", sources, "countries", cells[0],
        "organizations", cells[1], "people", cells[2], NULL);
    for (int i = 0; i < event->party_count; i++) {
        const struct party_of *party = &event->parties[i];
        if (party->acts_for < 0) continue;
        snprintf(person, sizeof person, "leader-%d", party->id);
        put(world, RECORD_PARTY, "event", event->id, "type", "person", "id", person, "role",
            party->role, "for", country_ids[party->acts_for], NULL);
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
        put(world, RECORD_TERM, "person", id, "country", country_ids[term->country], "office",
            "head_of_state", "start", start, "end", end, NULL);
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
            put(world, RECORD_LINK, "from", made->events[event->ended_by].id, "relation", "ends",
                "to", event->id, NULL);
        }
        if (pick(&seed, 12) == 0) {
            event->claimed_against = true;
            put(world, RECORD_CLAIM, "event", event->id, "source", "source-two", "field", "place",
                "value", "elsewhere", "stance", pick(&seed, 2) ? "denies" : "disputes", NULL);
        }
    }
    world_commit(world);
    for (int i = 0; i < EVENTS; i++) work_out_end(made, &made->events[i]);
    for (int i = 0; i < EVENTS; i++) work_out_through(made, &made->events[i]);
}

#endif
