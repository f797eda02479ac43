/* The parties of an event in words, each side with the people who acted for it and the offices that
 * they held that day. */
#include "text_page.h"

#include "../ask/title.h"
#include "../base/cell.h"

#define SEPARATOR " \xC2\xB7 "
enum { SEPARATOR_WIDTH = 3 };

/* Beyond so many parties they are listed one by one: pairing people with their sides would take
 * steps in the square of their number. */
enum { GROUPED_MAX = 100 };

static bool is_side(const struct answer_party *party) {
    return party->party.type == PARTY_COUNTRY || party->party.type == PARTY_ORGANIZATION;
}

static bool has_role(const struct party *party) {
    return !slice_is_empty(party->role) && !slice_is(party->role, "participant");
}

static struct slice show_name(const struct answer_party *party) {
    return slice_is_empty(party->name) ? party->party.id : party->name;
}

struct slice text_find_name(const struct answer_event *event, struct slice id) {
    size_t limit = event->party_count > GROUPED_MAX ? 0 : event->party_count;
    for (size_t i = 0; i < limit; i++)
        if (is_side(&event->parties[i]) && slice_equals(event->parties[i].party.id, id))
            return show_name(&event->parties[i]);
    return id;
}

static void put_role(struct buffer *run, const struct party *party) {
    if (!has_role(party))
        return;
    text_put_words(run, " (");
    text_put_word(run, party->role);
    text_put_words(run, ")");
}

/* "acting Prime Minister", "President (suspended)", "perhaps Foreign Minister": on some of the days it can have been. */
static bool put_office(struct text_block *block, const struct answer_office *office) {
    struct buffer *run = &text_page_of(block)->run;
    if (!office->certain)
        text_put_words(run, "perhaps ");
    if (slice_is(office->standing, "acting"))
        text_put_words(run, "acting ");
    if (!slice_is_empty(office->title)) {
        text_put(run, office->title);
    } else {
        size_t start = run->size;
        if (!text_put_list(block, office->office, " and "))
            return false;
        for (size_t i = start; i < run->size; i++)
            if (run->data[i] == '_')
                run->data[i] = ' ';
    }
    if (!slice_is_empty(office->standing) && !slice_is(office->standing, "acting")) {
        text_put_words(run, " (");
        text_put_word(run, office->standing);
        text_put_words(run, ")");
    }
    return true;
}

/* Does the text begin with the word, case aside and a space for each underscore? */
static bool begins_with_word(struct slice text, struct slice word) {
    if (word.size == 0 || word.size > text.size)
        return false;
    for (size_t i = 0; i < word.size; i++) {
        char c = word.data[i] == '_' ? ' ' : word.data[i];
        if (!slice_equals_ascii_nocase(slice_part(text, i, i + 1), (struct slice){&c, 1}))
            return false;
    }
    return true;
}

/* "special envoy" is worth telling beside an office; "prime minister" beside "Prime Minister" is
 * not, nor is "ambassador to China" beside an ambassador. */
static bool is_office_of(const struct answer_party *party, struct slice as) {
    for (size_t i = 0; i < party->office_count; i++) {
        struct cell_reader reader = {party->offices[i].office, 0};
        struct slice word;
        if (slice_equals_ascii_nocase(party->offices[i].title, as))
            return true;
        while (cell_next_item(&reader, &word))
            if (begins_with_word(as, word))
                return true;
    }
    return false;
}

static bool put_capacity(struct text_block *block, const struct answer_party *party) {
    struct buffer *run = &text_page_of(block)->run;
    for (size_t i = 0; i < party->office_count; i++) {
        text_put_words(run, i ? " and " : ", ");
        if (!put_office(block, &party->offices[i]))
            return false;
    }
    if (slice_is_empty(party->party.as) || is_office_of(party, party->party.as))
        return true;
    text_put_words(run, party->office_count ? ", as " : ", ");
    text_put(run, party->party.as);
    return true;
}

/* A person, and a role that the side before does not have. */
static bool put_person(struct text_block *block, const struct answer_party *person,
                       const struct answer_party *side) {
    struct buffer *run = &text_page_of(block)->run;
    text_put(run, show_name(person));
    if (!put_capacity(block, person))
        return false;
    if (!side || !slice_equals(side->party.role, person->party.role))
        put_role(run, &person->party);
    return true;
}

static bool acts_for(const struct answer_party *person, const struct answer_party *side) {
    return person->party.type == PARTY_PERSON && slice_equals(person->acts_for, side->party.id);
}

/* Does an earlier side have the same id? Then its people stand there. */
static bool is_repeated(const struct answer_event *event, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (is_side(&event->parties[i])
            && slice_equals(event->parties[i].party.id, event->parties[index].party.id))
            return true;
    return false;
}

static bool put_side(struct text_block *block, size_t index) {
    struct buffer *run = &text_page_of(block)->run;
    const struct answer_event *event = block->event;
    const struct answer_party *side = &event->parties[index];
    bool some = false;
    text_put(run, show_name(side));
    put_role(run, &side->party);
    if (is_repeated(event, index))
        return true;
    for (size_t i = 0; i < event->party_count; i++) {
        if (!acts_for(&event->parties[i], side))
            continue;
        text_put_words(run, some ? "; " : ": ");
        some = true;
        if (!put_person(block, &event->parties[i], side))
            return false;
    }
    return true;
}

static bool stands_at_a_side(const struct answer_event *event, const struct answer_party *person) {
    for (size_t i = 0; i < event->party_count; i++)
        if (is_side(&event->parties[i]) && acts_for(person, &event->parties[i]))
            return true;
    return false;
}

/* A person whose side is no party, or an actor. */
static bool put_loner(struct text_block *block, const struct answer_party *party) {
    struct buffer *run = &text_page_of(block)->run;
    if (!put_person(block, party, NULL))
        return false;
    if (!slice_is_empty(party->acts_for)) {
        text_put_words(run, ", for ");
        text_put(run, slice_is_empty(party->acts_for_name) ? party->acts_for : party->acts_for_name);
    }
    return true;
}

/* The party itself, or nothing where it stands at a side. */
static bool put_party(struct text_block *block, size_t index, bool grouped) {
    struct buffer *run = &text_page_of(block)->run;
    const struct answer_event *event = block->event;
    const struct answer_party *party = &event->parties[index];
    if (grouped && stands_at_a_side(event, party))
        return true;
    if (grouped)
        return is_side(party) ? put_side(block, index) : put_loner(block, party);
    text_put(run, show_name(party));
    put_role(run, &party->party);
    return true;
}

/* Each party as it would be put, so that whole ones can be packed into lines; no empty ones. */
static bool list_parties(struct text_block *block, struct slice_list *parts) {
    struct buffer *run = &text_page_of(block)->run;
    const struct answer_event *event = block->event;
    *parts = (struct slice_list){NULL, 0};
    for (size_t i = 0; i < event->party_count; i++) {
        struct slice part;
        buffer_clear(run);
        if (!put_party(block, i, event->party_count <= GROUPED_MAX))
            return false;
        if (run->size == 0)
            continue;
        if (buffer_failed(run) || !arena_copy(block->writer->scratch, buffer_slice(run), &part)
            || !arena_append(block->writer->scratch, parts, part))
            return false;
    }
    buffer_clear(run);
    return true;
}

bool text_add_parties(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    struct slice_list parts;
    size_t used = 0;
    if (!list_parties(block, &parts))
        return false;
    if (parts.count == 0)
        return true;
    text_put_tone(run, TONE_DIM);
    for (size_t i = 0; i < parts.count; i++) {
        size_t width = text_run_width(parts.items[i]);
        bool fits = i == 0 || used + SEPARATOR_WIDTH + width <= block->width;
        if (i > 0)
            text_put_words(run, fits ? SEPARATOR : "\n");
        used = i == 0 || !fits ? width : used + SEPARATOR_WIDTH + width;
        buffer_append_slice(run, parts.items[i]);
    }
    return text_end_paragraph(block, 2);
}

static bool is_pair_member(const struct query *query, const struct answer_party *party) {
    return query && query->has_pair
           && (slice_equals(query->pair[0].id, party->party.id)
               || slice_equals(query->pair[1].id, party->party.id));
}

static bool is_measure_role(struct slice role) {
    return slice_is(role, "imposer") || slice_is(role, "target");
}

bool text_parties_are_told(const struct text_block *block) {
    const struct answer_event *event = block->event;
    const struct query *query = block->writer->context->query;
    bool tariff =
        record_has(&event->event, EVENT_IMPOSER) || record_has(&event->event, EVENT_TARGET);
    if (title_names_all(event))
        return true;
    for (size_t i = 0; i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        bool in_tariff = tariff && is_measure_role(party->party.role);
        bool in_query = !has_role(&party->party) && is_pair_member(query, party);
        if (!is_side(party) || !(in_tariff || in_query))
            return false;
    }
    return true;
}
