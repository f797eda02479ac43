/* Titles of machine-coded events, from the label of the code (else of the kind) and the parties by their sides.
 *
 * A side is told by who is named on it; its country stands behind a name that does not say it: "Foreign Affairs
 * (Bangladesh)" has it already, "Jo Sample (Bangladesh)" gets it. Who only lends the ground is left out. */
#include "title.h"

#include "../model/cameo.h"
#include "inside.h"

enum side { SIDE_ACTOR, SIDE_TARGET, SIDE_OTHER, SIDES };
enum { NAMES_TOLD = 3 /* of a side; of the others the number */ };

bool title_is_made(const struct record *event) { return !record_has(event, EVENT_TITLE); }

static struct slice find_label(const struct record *event) {
    const struct cameo_code *code = cameo_nearest(record_get(event, EVENT_CODE));
    const struct kind *kind = kind_find(record_get(event, EVENT_KIND));
    if (code) return slice_from(code->label);
    return kind ? slice_from(kind->label) : record_get(event, EVENT_KIND);
}

/* False of who only lends the ground. */
static bool find_side(const struct party *party, enum side *side) {
    static const char *const actors[] = {"actor", "imposer", "requester", "speaker"};
    *side = slice_is(party->role, "target") ? SIDE_TARGET : SIDE_OTHER;
    for (size_t i = 0; i < sizeof actors / sizeof *actors; i++)
        if (slice_is(party->role, actors[i])) *side = SIDE_ACTOR;
    return !slice_is(party->role, "venue");
}

static struct slice show_name(const struct answer_party *party) {
    return slice_is_empty(party->name) ? party->party.id : party->name;
}

/* The parties of one side: those that are named, and the countries that no name of theirs says. */
struct side_parties {
    const struct answer_party *named[NAMES_TOLD], *countries[NAMES_TOLD];
    size_t named_count, country_count;
};

static bool says(struct slice text, struct slice word) {
    for (size_t i = 0; word.size && i + word.size <= text.size; i++)
        if (slice_equals_ascii_nocase(slice_part(text, i, i + word.size), word)) return true;
    return false;
}

static bool is_said(const struct side_parties *side, const struct answer_party *country) {
    size_t kept = side->named_count < NAMES_TOLD ? side->named_count : NAMES_TOLD;
    for (size_t i = 0; i < kept; i++)
        if (says(show_name(side->named[i]), show_name(country))) return true;
    return false;
}

static void keep(const struct answer_party **items, size_t *count, const struct answer_party *party) {
    if (*count < NAMES_TOLD) items[*count] = party;
    ++*count;
}

static void collect_side(const struct answer_event *event, enum side wanted, struct side_parties *side) {
    enum side own;
    *side = (struct side_parties){.named_count = 0};
    for (size_t i = 0; i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        if (party->party.type != PARTY_COUNTRY && find_side(&party->party, &own) && own == wanted)
            keep(side->named, &side->named_count, party);
    }
    for (size_t i = 0; i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        if (party->party.type == PARTY_COUNTRY && find_side(&party->party, &own) && own == wanted && !is_said(side, party))
            keep(side->countries, &side->country_count, party);
    }
}

/* "A, B, C and 2 more" */
static void append_names(struct buffer *out, const struct answer_party *const *items, size_t count) {
    for (size_t i = 0; i < count && i < NAMES_TOLD; i++) {
        buffer_append_text(out, i ? ", " : "");
        buffer_append_slice(out, show_name(items[i]));
    }
    if (count > NAMES_TOLD) buffer_append_format(out, " and %zu more", count - NAMES_TOLD);
}

/* "Jo Sample, Media (China)". False when the side has nobody. */
static bool append_side(struct buffer *out, const struct side_parties *side) {
    bool both = side->named_count && side->country_count;
    append_names(out, side->named, side->named_count);
    buffer_append_text(out, both ? " (" : "");
    append_names(out, side->countries, side->country_count);
    buffer_append_text(out, both ? ")" : "");
    return side->named_count + side->country_count > 0;
}

/* "Consult: A → B, with C" */
static void append_title(struct buffer *out, const struct answer_event *event) {
    struct side_parties sides[SIDES];
    buffer_append_slice(out, find_label(&event->event));
    size_t label_size = out->size;
    for (int i = 0; i < SIDES; i++) collect_side(event, (enum side)i, &sides[i]);
    buffer_append_text(out, ": ");
    bool some = append_side(out, &sides[SIDE_ACTOR]);
    bool target = sides[SIDE_TARGET].named_count + sides[SIDE_TARGET].country_count > 0;
    if (target) buffer_append_text(out, some ? " \xE2\x86\x92 " : "\xE2\x86\x92 ");
    some = append_side(out, &sides[SIDE_TARGET]) || some;
    if (some && sides[SIDE_OTHER].named_count + sides[SIDE_OTHER].country_count > 0) buffer_append_text(out, ", with ");
    some = append_side(out, &sides[SIDE_OTHER]) || some;
    if (!some && !out->failed) out->size = label_size;
}

bool title_make(const struct answer_event *event, struct arena *arena, struct slice *title) {
    struct buffer text;
    *title = record_get(&event->event, EVENT_TITLE);
    if (!title_is_made(&event->event)) return true;
    buffer_init(&text);
    append_title(&text, event);
    bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), title);
    buffer_free(&text);
    return done;
}

bool title_names_all(const struct answer_event *event) {
    struct side_parties side;
    if (!title_is_made(&event->event)) return false;
    for (int i = 0; i < SIDES; i++) {
        collect_side(event, (enum side)i, &side);
        if (side.named_count > NAMES_TOLD || side.country_count > NAMES_TOLD) return false;
    }
    return true;
}

/* ---- of a record alone ------------------------------------------------------------------------------- */

static enum status name_party(struct asker *asker, struct answer_party *party, struct error *error) {
    static const enum record_type types[] = {
        [PARTY_COUNTRY] = RECORD_COUNTRY, [PARTY_ORGANIZATION] = RECORD_ORGANIZATION, [PARTY_PERSON] = RECORD_PERSON};
    if (party->party.type == PARTY_ACTOR) return STATUS_OK;
    return ask_name(asker, types[party->party.type], party->party.id, &party->name, error);
}

enum status title_find(struct asker *asker, const struct record *event, struct arena *arena, struct slice *title,
                       struct error *error) {
    struct answer_event answer = {.event = *event};
    struct party_list parties;
    *title = record_get(event, EVENT_TITLE);
    if (!title_is_made(event)) return STATUS_OK;
    enum status status = event_list_parties(arena, event, &parties, error);
    if (status != STATUS_OK) return status;
    struct answer_party *named = arena_alloc_array(arena, parties.count + 1, sizeof *named);
    if (!named) return ask_no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < parties.count; i++) {
        named[i] = (struct answer_party){.party = parties.items[i]};
        status = name_party(asker, &named[i], error);
    }
    answer.parties = named;
    answer.party_count = parties.count;
    if (status == STATUS_OK && !title_make(&answer, arena, title)) status = ask_no_memory(error);
    return status;
}
