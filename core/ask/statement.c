/* Statements: who spoke on that day, and the words that sources keep. */
#include "statement.h"

#include "../base/cell.h"
#include "inside.h"

#define AT(member) offsetof(struct answer_speaker, member)
static const struct shape_field speaker_fields[] = {
    {.name = "id", .type = SHAPE_TEXT, .offset = AT(id)},
    {.name = "type", .type = SHAPE_TEXT, .offset = AT(type)},
    {.name = "name", .type = SHAPE_TEXT, .offset = AT(name)},
    {.name = "office", .type = SHAPE_LIST, .offset = AT(office)},
    {.name = "title", .type = SHAPE_TEXT, .offset = AT(title)},
    {.name = "for", .type = SHAPE_TEXT, .offset = AT(country)},
};
#undef AT
const struct shape statement_speaker_shape = {.name = "speaker", .size = sizeof(struct answer_speaker),
                                              .fields = speaker_fields,
                                              .count = sizeof speaker_fields / sizeof *speaker_fields};

#define AT(member) offsetof(struct answer_statement, member)
static const struct shape_field statement_fields[] = {
    {.name = "event", .type = SHAPE_TEXT, .offset = AT(id)},
    {.name = "kind", .type = SHAPE_TEXT, .offset = AT(kind)},
    {.name = "date", .type = SHAPE_TEXT, .offset = AT(date)},
    {.name = "start_min", .type = SHAPE_DAY, .offset = AT(start_min)},
    {.name = "start_max", .type = SHAPE_DAY, .offset = AT(start_max)},
    {.name = "match", .type = SHAPE_TEXT, .offset = AT(match)},
    {.name = "speakers", .type = SHAPE_ENTRIES, .offset = AT(speakers), .of = &statement_speaker_shape},
    {.name = "said_by", .type = SHAPE_TEXT, .offset = AT(said_by)},
    {.name = "words", .type = SHAPE_TEXT, .offset = AT(words)},
    {.name = "title", .type = SHAPE_TEXT, .offset = AT(title)},
    {.name = "status", .type = SHAPE_TEXT, .offset = AT(status)},
    {.name = "release", .type = SHAPE_TEXT, .offset = AT(release)},
    {.name = "disputed", .type = SHAPE_FLAG, .offset = AT(disputed)},
    {.name = "sources", .type = SHAPE_SOURCES, .offset = AT(sources)},
    {.name = "locator", .type = SHAPE_TEXT, .offset = AT(locator)},
    {.name = "stance", .type = SHAPE_TEXT, .offset = AT(stance)},
    {.name = "note", .type = SHAPE_TEXT, .offset = AT(note)},
};
#undef AT
const struct shape statement_shape = {.name = "statement", .size = sizeof(struct answer_statement),
                                      .fields = statement_fields,
                                      .count = sizeof statement_fields / sizeof *statement_fields};

bool statement_is(const struct record *event) {
    return kind_is_below(record_get(event, EVENT_KIND), SLICE_OF("statement"));
}

bool statement_has_words(const struct record *claim, struct slice *words) {
    *words = SLICE_NONE;
    if (!slice_is(record_get(claim, CLAIM_FIELD), "quote")) return false;
    *words = record_get(claim, record_has(claim, CLAIM_VALUE) ? CLAIM_VALUE : CLAIM_QUOTE);
    return !slice_is_empty(*words);
}

bool statement_is_contested(const struct record *claim) {
    struct slice stance = record_get(claim, CLAIM_STANCE);
    return slice_is(stance, "disputes") || slice_is(stance, "denies");
}

/* ---- who spoke ----------------------------------------------------------------------------------------- */

static bool ends_with(struct slice text, const char *ending) {
    size_t size = strlen(ending);
    return text.size >= size && memcmp(text.data + text.size - size, ending, size) == 0;
}

/* "the United States": names of countries that English puts an article before. */
static bool takes_article(struct slice name) {
    static const char *const endings[] = {" Islands", " Republic", " Union", " Federation", "Netherlands",
                                          "Philippines", "Bahamas", "Maldives", "Gambia"};
    if (slice_starts_with(name, SLICE_OF("United "))) return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(name, endings[i])) return true;
    return false;
}

static size_t find_text(struct slice text, struct slice part) {
    for (size_t i = 0; part.size && i + part.size <= text.size; i++)
        if (memcmp(text.data + i, part.data, part.size) == 0) return i;
    return text.size;
}

/* "Prime Minister of Canada", "Ambassador of China to Canada"; a title that names the country stays. */
static void append_title(struct buffer *out, struct slice title, struct slice country) {
    bool told = slice_is_empty(country) || find_text(title, country) < title.size;
    size_t at = told ? title.size : find_text(title, SLICE_OF(" to "));
    buffer_append_slice(out, slice_part(title, 0, at));
    if (!told) buffer_append_text(out, takes_article(country) ? " of the " : " of ");
    if (!told) buffer_append_slice(out, country);
    buffer_append_slice(out, slice_part(title, at, title.size));
}

static enum status name_of_country(struct asker *asker, struct slice id, struct slice *name, struct error *error) {
    enum status status = ask_name(asker, RECORD_COUNTRY, id, name, error);
    if (status != STATUS_OK || !slice_equals(*name, id)) return status;
    return ask_name(asker, RECORD_ORGANIZATION, id, name, error);
}

/* The words of an office without a title: "foreign_minister;ambassador" as "foreign minister and ambassador". */
static void append_words(struct buffer *out, struct slice cell) {
    for (size_t i = 0; i < cell.size; i++) {
        if (cell.data[i] == ';') buffer_append_text(out, " and ");
        else buffer_append_byte(out, cell.data[i] == '_' ? ' ' : cell.data[i]);
    }
}

static enum status append_office(struct asker *asker, const struct answer_office *office, struct buffer *out,
                                 struct error *error) {
    struct slice country = SLICE_NONE;
    struct buffer words;
    enum status status = slice_is_empty(office->country) ? STATUS_OK
                                                         : name_of_country(asker, office->country, &country, error);
    if (status != STATUS_OK) return status;
    buffer_init(&words);
    append_words(&words, office->office);
    if (!office->certain) buffer_append_text(out, "perhaps ");
    if (slice_is(office->standing, "acting")) buffer_append_text(out, "acting ");
    append_title(out, slice_is_empty(office->title) ? buffer_slice(&words) : office->title, country);
    if (slice_is(office->standing, "suspended")) buffer_append_text(out, " (suspended)");
    out->failed = out->failed || buffer_failed(&words);
    buffer_free(&words);
    return STATUS_OK;
}

/* "Mark Carney, Prime Minister of Canada", behind those before. */
static enum status append_speaker(struct asker *asker, const struct answer_party *party, struct buffer *out,
                                  struct error *error) {
    enum status status = STATUS_OK;
    if (out->size) buffer_append_text(out, "; ");
    buffer_append_slice(out, slice_is_empty(party->name) ? party->party.id : party->name);
    for (size_t i = 0; status == STATUS_OK && i < party->office_count; i++) {
        buffer_append_text(out, i ? " and " : ", ");
        status = append_office(asker, &party->offices[i], out, error);
    }
    if (party->office_count || slice_is_empty(party->party.as)) return status;
    buffer_append_text(out, ", ");
    buffer_append_slice(out, party->party.as);
    return status;
}

static bool keep(struct arena *arena, struct buffer *text, struct slice *out) {
    bool done = !buffer_failed(text) && arena_copy(arena, buffer_slice(text), out);
    buffer_free(text);
    return done;
}

/* The offices of a person as one list, each once, and their titles. */
static bool fill_offices(struct arena *arena, const struct answer_party *party, struct answer_speaker *speaker) {
    struct buffer offices, titles;
    buffer_init(&offices);
    buffer_init(&titles);
    for (size_t i = 0; i < party->office_count; i++) {
        if (offices.size) buffer_append_byte(&offices, ';');
        buffer_append_slice(&offices, party->offices[i].office);
        if (titles.size && !slice_is_empty(party->offices[i].title)) buffer_append_text(&titles, " and ");
        buffer_append_slice(&titles, party->offices[i].title);
    }
    bool done = keep(arena, &offices, &speaker->office);
    return keep(arena, &titles, &speaker->title) && done;
}

static bool has_role(const struct answer_party *party, const char *role) { return slice_is(party->party.role, role); }

static bool is_spoken_for(const struct answer_event *event, const struct answer_party *side) {
    for (size_t i = 0; i < event->party_count; i++) {
        const struct answer_party *person = &event->parties[i];
        if (person->party.type == PARTY_PERSON && has_role(person, "speaker") &&
            slice_equals(person->acts_for, side->party.id)) return true;
    }
    return false;
}

/* Beyond so many parties nobody is left out, which would take steps in the square of their number. */
enum { PARTIES_COMPARED_MAX = 100 };

static bool speaks(const struct answer_event *event, const struct answer_party *party, const char *role) {
    if (!has_role(party, role)) return false;
    bool side = party->party.type == PARTY_COUNTRY || party->party.type == PARTY_ORGANIZATION;
    return !side || event->party_count > PARTIES_COMPARED_MAX || !is_spoken_for(event, party);
}

static const char *role_of_speakers(const struct answer_event *event) {
    for (size_t i = 0; i < event->party_count; i++)
        if (has_role(&event->parties[i], "speaker")) return "speaker";
    return "actor";
}

enum status statement_list_speakers(struct asker *asker, const struct answer_event *event, struct arena *arena,
                                    struct shape_entries *speakers, struct slice *said_by, struct error *error) {
    struct answer_speaker *items = arena_alloc_array(arena, event->party_count + 1, sizeof *items);
    const char *role = role_of_speakers(event);
    struct buffer words;
    enum status status = STATUS_OK;
    size_t count = 0;
    if (!items) return ask_no_memory(error);
    buffer_init(&words);
    for (size_t i = 0; status == STATUS_OK && i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        if (!speaks(event, party, role)) continue;
        items[count] = (struct answer_speaker){.id = party->party.id, .name = party->name, .country = party->acts_for,
                                               .type = slice_from(party_type_name(party->party.type))};
        if (!fill_offices(arena, party, &items[count++])) status = ask_no_memory(error);
        if (status == STATUS_OK) status = append_speaker(asker, party, &words, error);
    }
    *speakers = (struct shape_entries){items, count};
    if (!keep(arena, &words, said_by) && status == STATUS_OK) status = ask_no_memory(error);
    return status;
}

/* ---- the rows of an event ------------------------------------------------------------------------------ */

/* An event of another kind with words, to be told when its turn comes. */
struct other {
    struct slice id;
    struct event_times times;
    enum match match;
    int64_t reports;
};

struct teller {
    struct asker *asker;
    const struct query *query;
    statement_visit *visit;
    void *context;
    struct arena arena;  /* of the event at hand */
    struct arena memory; /* of `others` */
    struct other *others;
    size_t other_count, told; /* of them */
    int64_t left;             /* events that may still be told; -1: all */
    bool full;
};

static enum status tell_words(struct teller *teller, const struct answer_statement *of, const struct answer_claim *claim,
                              struct slice words, struct error *error) {
    struct answer_statement statement = *of;
    struct answer_source *source = arena_alloc(&teller->arena, sizeof *source);
    if (!source) return ask_no_memory(error);
    if (claim->source) {
        source->record = *claim->source;
    } else {
        record_init(&source->record, RECORD_SOURCE);
        record_set(&source->record, SOURCE_ID, record_get(&claim->record, CLAIM_SOURCE));
    }
    statement.words = words;
    statement.sources = (struct shape_sources){source, 1};
    statement.locator = record_get(&claim->record, CLAIM_LOCATOR);
    statement.note = record_get(&claim->record, CLAIM_NOTE);
    statement.stance = record_get(&claim->record, CLAIM_STANCE);
    return teller->visit(teller->context, &statement, error);
}

static struct answer_statement describe(const struct answer_event *event) {
    const struct record *record = &event->event;
    return (struct answer_statement){
        .event = event, .id = record_get(record, EVENT_ID), .kind = record_get(record, EVENT_KIND),
        .date = record_get(record, EVENT_DATE), .title = record_get(record, EVENT_TITLE),
        .status = record_get(record, EVENT_STATUS), .release = ask_release(record), .disputed = event->disputed, .first = true,
        .start_min = event->times.start_min, .start_max = event->times.start_max,
        .match = event->match == MATCH_SURE ? SLICE_OF("certain")
                 : event->match == MATCH_POSSIBLE ? SLICE_OF("possible") : SLICE_NONE,
        .sources = {event->sources, event->source_count},
    };
}

/* The words that stand before those that are contested. */
static enum status tell_rows(struct teller *teller, const struct answer_event *event, struct error *error) {
    struct answer_statement statement = describe(event);
    enum status status = statement_list_speakers(teller->asker, event, &teller->arena, &statement.speakers,
                                                 &statement.said_by, error);
    for (int contested = 0; contested <= 1; contested++)
        for (size_t i = 0; status == STATUS_OK && i < event->claim_count; i++) {
            const struct answer_claim *claim = &event->claims[i];
            struct slice words;
            if (!statement_has_words(&claim->record, &words) || statement_is_contested(&claim->record) != contested) continue;
            status = tell_words(teller, &statement, claim, words, error);
            statement.first = false;
        }
    return status == STATUS_OK && statement.first ? teller->visit(teller->context, &statement, error) : status;
}

/* ---- whom the filters mean --------------------------------------------------------------------------------- */

static bool has_spoken(const struct answer_event *event, const char *role, enum party_type type, struct slice id) {
    bool side = type == PARTY_COUNTRY || type == PARTY_ORGANIZATION;
    for (size_t i = 0; i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        if (!has_role(party, role)) continue;
        if (party->party.type == type && slice_equals(party->party.id, id)) return true;
        if (side && party->party.type == PARTY_PERSON && slice_equals(party->acts_for, id)) return true;
    }
    return false;
}

/* One of them; of people all. */
static bool have_spoken(const struct answer_event *event, const char *role, enum party_type type, const struct slice_list *ids) {
    size_t found = 0;
    for (size_t i = 0; i < ids->count; i++) found += has_spoken(event, role, type, ids->items[i]);
    return type == PARTY_PERSON ? found == ids->count : found > 0 || ids->count == 0;
}

/* Filters without a role let in whoever took part. */
static bool is_by_those_asked(const struct teller *teller, const struct answer_event *event) {
    const struct query *query = teller->query;
    const char *role = role_of_speakers(event);
    if (query->roles.count) return true;
    return have_spoken(event, role, PARTY_PERSON, &query->people) && have_spoken(event, role, PARTY_COUNTRY, &query->countries) &&
           have_spoken(event, role, PARTY_ORGANIZATION, &query->organizations);
}

/* STOPPED, and `full`, when no more may be told. */
static enum status tell_event(struct teller *teller, const struct answer_event *event, struct error *error) {
    if (!is_by_those_asked(teller, event)) return STATUS_OK;
    teller->full = teller->left == 0;
    if (teller->full) return STATUS_STOPPED;
    if (teller->left > 0) teller->left--;
    struct arena_mark mark = arena_mark(&teller->arena);
    enum status status = tell_rows(teller, event, error);
    arena_rewind(&teller->arena, mark);
    return status;
}

/* ---- events of other kinds ----------------------------------------------------------------------------------- */

static bool add_other(struct teller *teller, const struct stored_event *event) {
    size_t count = teller->other_count;
    if ((count & (count - 1)) == 0) { /* full at each power of two */
        struct other *more = arena_alloc_array(&teller->memory, count ? count * 2 : 1, sizeof *more);
        if (!more) return false;
        if (count) memcpy(more, teller->others, count * sizeof *more);
        teller->others = more;
    }
    struct other *other = &teller->others[teller->other_count++];
    *other = (struct other){.times = event->times, .match = event->match, .reports = 1};
    return arena_copy(&teller->memory, record_get(&event->event, EVENT_ID), &other->id);
}

static enum status take_other(void *context, struct stored_event *event, struct error *error) {
    struct teller *teller = context;
    struct party_list parties;
    bool spoken = false;
    if (statement_is(&event->event)) return STATUS_OK;
    struct arena_mark mark = arena_mark(&teller->arena);
    enum status status = event_list_parties(&teller->arena, &event->event, &parties, error);
    for (size_t i = 0; status == STATUS_OK && i < parties.count; i++)
        spoken = spoken || slice_is(parties.items[i].role, "speaker");
    arena_rewind(&teller->arena, mark);
    return status != STATUS_OK || !spoken || add_other(teller, event) ? status : ask_no_memory(error);
}

static enum status tell_other(struct teller *teller, const struct other *other, struct error *error) {
    struct arena arena;
    struct stored_event stored;
    struct answer_event event;
    bool found;
    arena_init(&arena);
    enum status status = store_find_event(teller->asker->store, other->id, &arena, &stored, &found, error);
    if (status == STATUS_OK && found) {
        stored.match = other->match;
        status = ask_complete(teller->asker, &stored, &arena, &event, error);
        event.reports = other->reports;
        if (status == STATUS_OK) status = tell_event(teller, &event, error);
    }
    arena_free(&arena);
    return status;
}

/* Those whose turn is before an event; without one, all that are left. */
static enum status tell_others(struct teller *teller, const struct answer_event *before, struct error *error) {
    enum status status = STATUS_OK;
    while (status == STATUS_OK && teller->told < teller->other_count) {
        const struct other *other = &teller->others[teller->told];
        int order = before ? event_compare(&other->times, other->id, &before->times, record_get(&before->event, EVENT_ID)) : 0;
        if (before && (teller->query->reverse ? order < 0 : order > 0)) break;
        teller->told++;
        status = tell_other(teller, other, error);
    }
    return status;
}

/* ---- all ------------------------------------------------------------------------------------------------------- */

static enum status take_event(void *context, const struct answer_event *event, struct error *error) {
    struct teller *teller = context;
    struct other own = {record_get(&event->event, EVENT_ID), event->times, event->match, event->reports};
    size_t told = teller->told;
    enum status status = tell_others(teller, event, error);
    if (status != STATUS_OK) return status;
    /* With the others completed, this one's offices are no longer sure to be there. */
    return teller->told == told ? tell_event(teller, event, error) : tell_other(teller, &own, error);
}

/* Parts the kinds asked for; false where none of a part is asked for. */
static bool choose_kinds(struct query *query, bool statements, struct arena *arena, bool *good) {
    struct slice_list asked = query->kinds;
    query->kinds = (struct slice_list){NULL, 0};
    *good = true;
    for (size_t i = 0; i < asked.count; i++)
        if (kind_is_below(asked.items[i], SLICE_OF("statement")) == statements)
            *good = *good && arena_append(arena, &query->kinds, asked.items[i]);
    if (asked.count == 0 && statements) *good = arena_append(arena, &query->kinds, SLICE_OF("statement"));
    return query->kinds.count || asked.count == 0;
}

static enum status tell_all(struct teller *teller, struct error *error) {
    struct query statements = *teller->query, others = *teller->query;
    bool good, more;
    statements.limit = others.limit = -1;
    others.distinct = false;
    bool any = choose_kinds(&others, false, &teller->memory, &good);
    enum status status = !good ? ask_no_memory(error) : !any ? STATUS_OK
                       : store_ask_quoted(teller->asker->store, &others, take_other, teller, error);
    more = choose_kinds(&statements, true, &teller->memory, &good);
    if (status == STATUS_OK && !good) status = ask_no_memory(error);
    if (status == STATUS_OK && more) status = ask_events(teller->asker, &statements, false, take_event, teller, error);
    return status == STATUS_OK ? tell_others(teller, NULL, error) : status;
}

enum status ask_statements(struct asker *asker, const struct query *query, statement_visit *visit, void *context,
                           struct error *error) {
    struct teller teller = {.asker = asker, .query = query, .visit = visit, .context = context, .left = query->limit};
    arena_init(&teller.arena);
    arena_init(&teller.memory);
    enum status status = query->limit == 0 ? STATUS_OK : tell_all(&teller, error);
    arena_free(&teller.arena);
    arena_free(&teller.memory);
    return status == STATUS_STOPPED && teller.full ? STATUS_OK : status;
}
