/* The parties of an event, by a profile: who of those that a row names is a country, an organization or a person that is known,
 * and who is only named. Nobody is guessed: what no `try` places is told. */
#include "../base/cell.h"
#include "profile_reader.h"

static const int type_fields[PARTY_TYPES] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_PEOPLE, EVENT_ACTORS};

/* A party of the profile, for the row at hand. */
struct party_row {
    struct profile_reader *reader;
    const struct profile_party *party;
    struct slice *texts; /* by try */
    struct slice divided; /* the text that is split; a try with another has its say on the whole only */
    struct slice role, acts_for, as;
};

static struct slice role_of(const struct profile_party *party) {
    return slice_is_empty(party->role) ? SLICE_OF("participant") : party->role;
}

/* ---- those that are found -------------------------------------------------------------------------------------------- */

static bool is_listed(const struct profile_reader *reader, const struct found_party *party) {
    for (size_t i = 0; i < reader->party_count; i++) {
        const struct found_party *listed = &reader->parties[i];
        if (listed->type == party->type && slice_equals(listed->id, party->id) && slice_equals(listed->role, party->role))
            return true;
    }
    return false;
}

static bool make_room(struct profile_reader *reader) {
    if (reader->party_count < reader->party_room) return true;
    size_t room = reader->party_room ? reader->party_room * 2 : 8;
    struct found_party *parties = arena_alloc_array(&reader->row_arena, room, sizeof *parties);
    if (!parties) return false;
    if (reader->party_count) memcpy(parties, reader->parties, reader->party_count * sizeof *parties);
    reader->parties = parties;
    reader->party_room = room;
    return true;
}

static enum status add_party(struct party_row *row, enum party_type type, struct slice id, struct error *error) {
    struct profile_reader *reader = row->reader;
    struct found_party found = {type, id, row->role, row->acts_for, row->as, false};
    if (reader_is_faulty(reader) || is_listed(reader, &found)) return STATUS_OK;
    if (reader->party_count == EVENT_PARTIES_MAX) {
        error_set(&reader->fault, STATUS_BAD_INPUT, "the row names more than %d parties", EVENT_PARTIES_MAX);
        error_locate(&reader->fault, reader->file, reader->line,
                     layout_find_source(reader->layout, &row->party->tries[0].value));
        return STATUS_OK;
    }
    if (!make_room(reader)) return reader_fail_memory(error);
    reader->parties[reader->party_count++] = found;
    return STATUS_OK;
}

/* ---- tries ------------------------------------------------------------------------------------------------------------ */

/* Only the first that is not placed is told, and it once. */
static enum status note_failure(struct party_row *row, const struct profile_try *attempt, const char *what, struct slice text,
                                const char *reason, struct error *error) {
    if (attempt->quiet || row->reader->pending_count) return STATUS_OK;
    return reader_add_pending(row->reader, what, &attempt->value, text, reason, false, error);
}

/* What is told as not placed: a party, where the same cell might have been several things. */
static const char *what_of(const struct party_row *row, const struct profile_try *attempt) {
    struct slice own = row->texts[attempt - row->party->tries];
    for (size_t i = 0; i < row->party->try_count; i++) {
        const struct profile_try *other = &row->party->tries[i];
        bool asks = !other->quiet && other->type != attempt->type && other->type != PARTY_ACTOR;
        if (asks && slice_equals(row->texts[i], own)) return "party";
    }
    return party_type_name(attempt->type);
}

static enum status try_country(struct party_row *row, const struct profile_try *attempt, struct slice text, bool *placed,
                               struct error *error) {
    struct profile_reader *reader = row->reader;
    enum placing placing;
    struct slice id;
    if (value_is_group(reader, attempt->system, text)) return STATUS_OK;
    enum status status = place_country(reader->placer, attempt->system, text, reader->days.first, reader->days.last, &placing,
                                       &id, error);
    if (status != STATUS_OK) return status;
    *placed = placing == PLACED || placing == PLACED_OUTSIDE;
    reader->counts->outside += placing == PLACED_OUTSIDE;
    if (!*placed) return note_failure(row, attempt, what_of(row, attempt), text, placing_words(placing), error);
    return add_party(row, PARTY_COUNTRY, id, error);
}

static enum status try_known(struct party_row *row, const struct profile_try *attempt, struct slice text, bool make, bool *placed,
                             struct error *error) {
    bool person = attempt->type == PARTY_PERSON;
    struct slice id;
    enum status status = place_known(row->reader->placer, person ? RECORD_PERSON : RECORD_ORGANIZATION, text, &id, error);
    if (status != STATUS_OK) return status;
    *placed = make || !slice_is_empty(id);
    if (*placed && slice_is_empty(id)) {
        row->reader->makes_parties = true;
        id = text;
    }
    if (*placed) return add_party(row, attempt->type, id, error);
    return note_failure(row, attempt, what_of(row, attempt), text,
                        person ? "no person, or not one alone, is known by this name"
                               : "no organization, or not one alone, is known by this name", error);
}

static enum status try_one(struct party_row *row, const struct profile_try *attempt, struct slice text, bool known, bool *placed,
                           struct error *error) {
    if (attempt->type == PARTY_COUNTRY) return try_country(row, attempt, text, placed, error);
    if (attempt->type != PARTY_ACTOR) return try_known(row, attempt, text, attempt->make && !known, placed, error);
    *placed = !known;
    if (known) return STATUS_OK;
    return add_party(row, attempt->type, text, error);
}

/* Who a text is: by the first try that places it. `text` empty: each try's own. `known`: only who is known, and nothing is told. */
static enum status place_text(struct party_row *row, struct slice text, bool known, bool *placed, struct error *error) {
    struct profile_reader *reader = row->reader;
    const struct profile_try *attempt = NULL;
    size_t pending = reader->pending_count;
    enum status status = STATUS_OK;
    *placed = false;
    for (size_t i = 0; i < row->party->try_count && status == STATUS_OK && !*placed; i++) {
        attempt = &row->party->tries[i];
        struct slice own = row->texts[i];
        if (slice_is_empty(own)) continue;
        if (text.size && !slice_equals(own, row->divided)) continue;
        status = try_one(row, attempt, text.size ? text : own, known, placed, error);
    }
    if (status != STATUS_OK) return status;
    bool actor = *placed && attempt->type == PARTY_ACTOR;
    if (*placed && !actor) reader->pending_count = 0;
    else if (known) reader->pending_count = pending;
    return known ? STATUS_OK : reader_tell_pending(reader, actor, false, error);
}

/* ---- several in a cell -------------------------------------------------------------------------------------------------- */

enum { LEVELS_MAX = 16 /* separators that are taken one after the other; what follows is taken together with the last */ };

enum { NESTED_MAX = 8 /* parentheses in parentheses */ };

struct depth {
    size_t level, nested;
};

static size_t count_levels(const struct profile_party *party) {
    return party->split.count < LEVELS_MAX ? party->split.count : LEVELS_MAX;
}

/* The separators of a level; none at the one for parentheses. */
static struct slice_list separators_of(const struct profile_party *party, size_t level) {
    size_t levels = count_levels(party);
    if (level >= levels) return (struct slice_list){NULL, 0};
    return (struct slice_list){&party->split.items[level], level + 1 == levels ? party->split.count - level : 1};
}

/* "and" alone, between two commas, is nobody; as a code it would be Andorra. */
static bool is_separator(const struct profile_party *party, struct slice text) {
    for (size_t i = 0; i < party->split.count; i++)
        if (slice_equals_ascii_nocase(slice_trim(party->split.items[i]), text)) return true;
    return false;
}

/* What is not known as a whole is cut at the separators, one after the other, then at its parentheses, and what stood in them
 * again from the first separator on. `tried`: as a whole. */
static enum status divide(struct party_row *row, struct slice text, struct depth depth, bool tried, struct error *error) {
    size_t levels = count_levels(row->party);
    struct slice_list separators = separators_of(row->party, depth.level), parts;
    bool placed = false, at_end = depth.level == levels;
    if (is_separator(row->party, text)) return STATUS_OK;
    enum status status = tried ? STATUS_OK : place_text(row, text, true, &placed, error);
    if (status != STATUS_OK || placed) return status;
    if (at_end && (!row->party->parentheses || depth.nested == NESTED_MAX)) return place_text(row, text, false, &placed, error);
    if (!place_split(&row->reader->row_arena, text, &separators, at_end, &parts)) return reader_fail_memory(error);
    if (at_end && parts.count == 1 && slice_equals(parts.items[0], text)) return place_text(row, text, false, &placed, error);
    struct depth next = at_end ? (struct depth){0, depth.nested + 1} : (struct depth){depth.level + 1, depth.nested};
    for (size_t i = 0; i < parts.count && status == STATUS_OK && !reader_is_faulty(row->reader); i++)
        status = divide(row, parts.items[i], next, slice_equals(parts.items[i], text), error);
    return status;
}

/* ---- a party ------------------------------------------------------------------------------------------------------------ */

static enum status evaluate_texts(struct party_row *row, struct error *error) {
    struct profile_reader *reader = row->reader;
    enum status status = STATUS_OK;
    row->texts = arena_alloc_array(&reader->row_arena, row->party->try_count, sizeof *row->texts);
    if (!row->texts) return reader_fail_memory(error);
    for (size_t i = 0; i < row->party->try_count && status == STATUS_OK; i++) {
        reader->what = party_type_name(row->party->tries[i].type);
        status = value_evaluate(reader, &row->party->tries[i].value, &row->texts[i], error);
        if (slice_is_empty(row->divided)) row->divided = row->texts[i];
    }
    return status;
}

static enum status evaluate_details(struct party_row *row, struct error *error) {
    if (row->party->acts_for.shape == VALUE_NONE && row->party->as.shape == VALUE_NONE) return STATUS_OK;
    row->reader->what = "party";
    enum status status = value_evaluate(row->reader, &row->party->acts_for, &row->acts_for, error);
    if (status == STATUS_OK) status = value_evaluate(row->reader, &row->party->as, &row->as, error);
    return status == STATUS_OK ? reader_tell_pending(row->reader, false, false, error) : status;
}

static enum status build_party(struct profile_reader *reader, const struct profile_party *party, struct error *error) {
    struct party_row row = {.reader = reader, .party = party, .role = role_of(party)};
    bool placed;
    enum status status = evaluate_details(&row, error);
    if (status == STATUS_OK) status = evaluate_texts(&row, error);
    if (status != STATUS_OK || reader_is_faulty(reader)) return status;
    if (slice_is_empty(row.divided)) return reader_tell_pending(reader, false, false, error);
    if (!party->split.count && !party->parentheses) return place_text(&row, SLICE_NONE, false, &placed, error);
    status = place_text(&row, SLICE_NONE, true, &placed, error);
    return status == STATUS_OK && !placed ? divide(&row, row.divided, (struct depth){0, 0}, true, error) : status;
}

/* ---- to the cells of the event ------------------------------------------------------------------------------------------ */

/* A country that lends its ground to others is its venue; one that is a party is there anyway. */
static void cover_venues(struct profile_reader *reader) {
    for (size_t i = 0; i < reader->party_count; i++) {
        struct found_party *venue = &reader->parties[i];
        if (venue->type != PARTY_COUNTRY || !slice_is(venue->role, "venue")) continue;
        for (size_t k = 0; k < reader->party_count && !venue->covered; k++) {
            const struct found_party *other = &reader->parties[k];
            venue->covered = other->type == PARTY_COUNTRY && !slice_is(other->role, "venue") &&
                             slice_equals(other->id, venue->id);
        }
    }
}

static enum status set_cell(struct profile_reader *reader, struct record *event, int field, struct error *error) {
    struct slice cell;
    if (reader->cell.size == 0 && !buffer_failed(&reader->cell)) return STATUS_OK;
    if (buffer_failed(&reader->cell) || !arena_copy(&reader->row_arena, buffer_slice(&reader->cell), &cell))
        return reader_fail_memory(error);
    record_set(event, field, cell);
    return STATUS_OK;
}

static enum status write_cell(struct profile_reader *reader, enum party_type type, struct record *event, struct error *error) {
    struct buffer *cell = &reader->cell;
    buffer_clear(cell);
    buffer_append_slice(cell, record_get(event, type_fields[type]));
    for (size_t i = 0; i < reader->party_count; i++) {
        const struct found_party *party = &reader->parties[i];
        if (party->type != type || party->covered) continue;
        if (cell->size) buffer_append_byte(cell, ';');
        cell_append_part(cell, party->id);
        if (slice_is(party->role, "participant")) continue;
        buffer_append_byte(cell, ':');
        cell_append_part(cell, party->role);
    }
    return set_cell(reader, event, type_fields[type], error);
}

static void append_detail(struct buffer *cell, const struct found_party *party) {
    const struct slice parts[] = {slice_from(party_type_name(party->type)), party->id,
                                  slice_is(party->role, "participant") ? SLICE_NONE : party->role, party->acts_for, party->as};
    if (cell->size) buffer_append_byte(cell, ';');
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (i) buffer_append_byte(cell, ':');
        cell_append_part(cell, parts[i]);
    }
}

static enum status write_details(struct profile_reader *reader, struct record *event, struct error *error) {
    buffer_clear(&reader->cell);
    for (size_t i = 0; i < reader->party_count; i++) {
        const struct found_party *party = &reader->parties[i];
        if (!party->covered && (party->acts_for.size || party->as.size)) append_detail(&reader->cell, party);
    }
    return set_cell(reader, event, EVENT_PARTY_DETAILS, error);
}

enum status parties_build(struct profile_reader *reader, const struct profile_record *plan, struct record *event,
                          struct error *error) {
    enum status status = STATUS_OK;
    bool types[PARTY_TYPES] = {false}, details = false;
    reader->parties = NULL;
    reader->party_count = reader->party_room = 0;
    for (size_t i = 0; i < plan->party_count && status == STATUS_OK && !reader_is_faulty(reader); i++)
        status = build_party(reader, &plan->parties[i], error);
    if (status != STATUS_OK || reader_is_faulty(reader)) return status;
    cover_venues(reader);
    for (size_t i = 0; i < reader->party_count; i++) {
        const struct found_party *party = &reader->parties[i];
        if (party->covered) continue;
        types[party->type] = true;
        details = details || party->acts_for.size || party->as.size;
        reader->counts->actors += party->type == PARTY_ACTOR;
    }
    for (int type = 0; type < PARTY_TYPES && status == STATUS_OK; type++)
        if (types[type]) status = write_cell(reader, (enum party_type)type, event, error);
    return status == STATUS_OK && details ? write_details(reader, event, error) : status;
}
