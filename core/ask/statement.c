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
    if (slice_is(office->standing, "acting")) buffer_append_text(out, "acting ");
    append_title(out, slice_is_empty(office->title) ? buffer_slice(&words) : office->title, country);
    if (slice_is(office->standing, "suspended")) buffer_append_text(out, " (suspended)");
    if (!office->certain) buffer_append_text(out, "?");
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

struct teller {
    struct asker *asker;
    statement_visit *visit;
    void *context;
    struct arena arena; /* of the event at hand */
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
        .status = record_get(record, EVENT_STATUS), .disputed = event->disputed, .first = true,
        .start_min = event->times.start_min, .start_max = event->times.start_max,
        .match = event->match == MATCH_SURE ? SLICE_OF("certain")
                 : event->match == MATCH_POSSIBLE ? SLICE_OF("possible") : SLICE_NONE,
        .sources = {event->sources, event->source_count},
    };
}

static enum status tell_rows(struct teller *teller, const struct answer_event *event, struct error *error) {
    struct answer_statement statement = describe(event);
    enum status status = statement_list_speakers(teller->asker, event, &teller->arena, &statement.speakers,
                                                 &statement.said_by, error);
    for (size_t i = 0; status == STATUS_OK && i < event->claim_count; i++) {
        struct slice words;
        if (!statement_has_words(&event->claims[i].record, &words)) continue;
        status = tell_words(teller, &statement, &event->claims[i], words, error);
        statement.first = false;
    }
    return status == STATUS_OK && statement.first ? teller->visit(teller->context, &statement, error) : status;
}

static enum status take_event(void *context, const struct answer_event *event, struct error *error) {
    struct teller *teller = context;
    if (!statement_is(&event->event)) return STATUS_OK;
    struct arena_mark mark = arena_mark(&teller->arena);
    enum status status = tell_rows(teller, event, error);
    arena_rewind(&teller->arena, mark);
    return status;
}

enum status ask_statements(struct asker *asker, const struct query *query, statement_visit *visit, void *context,
                           struct error *error) {
    struct teller teller = {.asker = asker, .visit = visit, .context = context};
    arena_init(&teller.arena);
    enum status status = ask_events(asker, query, false, take_event, &teller, error);
    arena_free(&teller.arena);
    return status;
}
