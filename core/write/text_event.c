/* The parts of an event in words: title, parties with their offices, tariff, what is disputed. */
#include "text_page.h"

#include "../base/cell.h"
#include "text_date.h"

#define SEPARATOR " \xC2\xB7 "
enum { SEPARATOR_WIDTH = 3 };

/* ---- small words --------------------------------------------------------------------------------- */

void text_put_word(struct buffer *run, struct slice word) {
    size_t start = run->size;
    text_put(run, word);
    for (size_t i = start; i < run->size; i++)
        if (run->data[i] == '_')
            run->data[i] = ' ';
}

void text_put_date(struct buffer *run, struct slice edtf) {
    struct buffer words;
    buffer_init(&words);
    text_date_append(&words, edtf, TEXT_NO_BREAK_SPACE);
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

void text_put_when(struct text_block *block, bool column) {
    struct buffer *run = &text_page_of(block)->run, words;
    buffer_init(&words);
    text_date_append_event(&words, &block->event->event, &block->event->times, TEXT_NO_BREAK_SPACE,
                           column ? TEXT_DATE_COLUMN : TEXT_DATE_PHRASE);
    text_put(run, buffer_slice(&words));
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

bool text_put_list(struct text_block *block, struct slice cell, const char *last_joiner) {
    struct buffer *run = &text_page_of(block)->run;
    struct cell_reader reader = {cell, 0};
    struct slice item, next;
    bool more = cell_next_item(&reader, &item), first = true;
    while (more) {
        more = cell_next_item(&reader, &next);
        if (!first)
            text_put_words(run, more ? ", " : last_joiner);
        if (!cell_unescape(block->writer->scratch, item, &item))
            return false;
        text_put(run, item);
        item = next;
        first = false;
    }
    return true;
}

bool text_end_paragraph(struct text_block *block, size_t hang) {
    struct buffer *run = &text_page_of(block)->run;
    bool done = !buffer_failed(run)
                && text_wrap(block->writer->scratch, buffer_slice(run), block->width, hang, block->lines);
    buffer_clear(run);
    return done;
}

/* ---- title --------------------------------------------------------------------------------------- */

static struct slice find_status(const struct answer_event *event) {
    struct slice status = record_get(&event->event, EVENT_STATUS);
    return slice_is(status, "reported") ? SLICE_NONE : status;
}

static enum text_tone find_status_tone(struct slice status) {
    if (slice_is(status, "denied") || slice_is(status, "cancelled"))
        return TONE_DENIED;
    return slice_is(status, "disputed") ? TONE_DOUBT : TONE_BOLD;
}

static void put_mark(struct buffer *run, enum text_tone tone, struct slice word) {
    text_put_tone(run, tone);
    text_put(run, word);
    text_put_words(run, ":");
    text_put_tone(run, TONE_PLAIN);
    text_put_words(run, " ");
}

/* What a reader must know before the title. That values differ is told by a line of its own. */
static void put_marks(struct buffer *run, const struct answer_event *event, bool mark_possible) {
    struct slice status = find_status(event);
    if (mark_possible && event->match == MATCH_POSSIBLE)
        put_mark(run, TONE_DOUBT, SLICE_OF("possible"));
    if (!slice_is_empty(status))
        put_mark(run, find_status_tone(status), status);
    else if (event->disputed && event->dispute_count == 0)
        put_mark(run, TONE_DOUBT, SLICE_OF("disputed"));
}

/* The title; of a machine-coded event without one, the label of its kind and its code. */
static void put_title(struct buffer *run, const struct record *event) {
    const struct kind *kind = kind_find(record_get(event, EVENT_KIND));
    if (record_has(event, EVENT_TITLE)) {
        text_put(run, record_get(event, EVENT_TITLE));
        return;
    }
    text_put(run, kind ? slice_from(kind->label) : record_get(event, EVENT_KIND));
    if (record_has(event, EVENT_CODE)) {
        text_put_words(run, " (code" TEXT_GAP);
        text_put(run, record_get(event, EVENT_CODE));
        text_put_words(run, ")");
    }
}

static void put_aside(struct buffer *run, struct slice words) {
    text_put_tone(run, TONE_DIM);
    text_put_words(run, " (");
    text_put(run, words);
    text_put_words(run, ")");
    text_put_tone(run, TONE_PLAIN);
}

static void put_release(struct buffer *run, const struct record *event) {
    struct slice release = record_get(event, EVENT_RELEASE);
    if (slice_is_empty(release) || slice_is(release, "public"))
        return;
    if (slice_is(release, "internal") || slice_is(release, "draft")) {
        put_aside(run, release);
        return;
    }
    text_put_tone(run, TONE_DIM);
    text_put_words(run, " (not before" TEXT_GAP);
    text_put_date(run, release);
    text_put_words(run, ")");
    text_put_tone(run, TONE_PLAIN);
}

static void put_reports(struct buffer *run, const struct answer_event *event) {
    if (event->reports <= 1)
        return;
    text_put_tone(run, TONE_DIM);
    text_put_words(run, " (");
    buffer_append_integer(run, event->reports);
    text_put_words(run, TEXT_GAP "reports)");
    text_put_tone(run, TONE_PLAIN);
}

static bool put_source_notes(struct text_block *block) {
    struct text_page *page = text_page_of(block);
    const struct answer_event *event = block->event;
    size_t *numbers = arena_alloc_array(block->writer->scratch, event->source_count, sizeof *numbers);
    if (!numbers)
        return false;
    size_t known = 0;
    for (size_t i = 0; i < event->source_count; i++) {
        numbers[known] = text_notes_add(&page->notes, &event->sources[i].record);
        known += numbers[known] != 0;
    }
    if (known) {
        text_put_words(&page->run, TEXT_GAP);
        text_notes_mark(&page->notes, &page->run, numbers, known);
    }
    return true;
}

bool text_add_title(struct text_block *block, bool mark_possible) {
    struct buffer *run = &text_page_of(block)->run;
    bool single = block->writer->context->single;
    put_marks(run, block->event, mark_possible);
    if (single)
        text_put_tone(run, TONE_BOLD);
    put_title(run, &block->event->event);
    if (single)
        text_put_tone(run, TONE_PLAIN);
    put_release(run, &block->event->event);
    put_reports(run, block->event);
    return put_source_notes(block) && text_end_paragraph(block, 0);
}

/* ---- parties ------------------------------------------------------------------------------------- */

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

/* "acting Prime Minister", "President (suspended)", "Foreign Minister?". */
static bool put_office(struct text_block *block, const struct answer_office *office) {
    struct buffer *run = &text_page_of(block)->run;
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
    if (!office->certain)
        text_put_words(run, "?");
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

/* "special envoy" is worth telling beside an office; "prime minister" beside "Prime Minister" is not,
 * nor is "ambassador to China" beside an ambassador. */
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
        text_put(run, party->acts_for);
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

/* Each party as it would be put, so that whole ones can be packed into lines; empties are absent. */
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
    bool tariff = record_has(&event->event, EVENT_IMPOSER) || record_has(&event->event, EVENT_TARGET);
    for (size_t i = 0; i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        bool in_tariff = tariff && is_measure_role(party->party.role);
        bool in_query = !has_role(&party->party) && is_pair_member(query, party);
        if (!is_side(party) || !(in_tariff || in_query))
            return false;
    }
    return true;
}

/* ---- tariff -------------------------------------------------------------------------------------- */

static bool put_names(struct text_block *block, struct slice cell) {
    struct buffer *run = &text_page_of(block)->run;
    struct cell_reader reader = {cell, 0};
    struct slice item;
    bool some = false;
    while (cell_next_item(&reader, &item)) {
        if (!cell_unescape(block->writer->scratch, item, &item))
            return false;
        if (some)
            text_put_words(run, ", ");
        text_put(run, text_find_name(block->event, item));
        some = true;
    }
    return true;
}

/* "25 %", "107.1–212.1 %", "5 CAD/kg". */
static void put_rate(struct buffer *run, struct slice rate, struct slice unit) {
    size_t slash = slice_find(rate, '/');
    text_put(run, slice_part(rate, 0, slash));
    if (slash < rate.size) {
        text_put_words(run, "\xE2\x80\x93");
        text_put(run, slice_part(rate, slash + 1, rate.size));
    }
    text_put_words(run, TEXT_GAP);
    text_put(run, slice_is_empty(unit) ? SLICE_OF("%") : unit);
}

static bool put_sides(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    if (!put_names(block, record_get(event, EVENT_IMPOSER)))
        return false;
    if (record_has(event, EVENT_TARGET)) {
        text_put_words(run, record_has(event, EVENT_IMPOSER) ? " on " : "on ");
        if (!put_names(block, record_get(event, EVENT_TARGET)))
            return false;
    }
    return true;
}

static bool put_goods(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    bool rate = record_has(event, EVENT_RATE);
    if (rate)
        put_rate(run, record_get(event, EVENT_RATE), record_get(event, EVENT_RATE_UNIT));
    if (record_has(event, EVENT_PRODUCT)) {
        text_put_words(run, rate ? " on " : "");
        if (!text_put_list(block, record_get(event, EVENT_PRODUCT), " and "))
            return false;
    }
    if (record_has(event, EVENT_EXCLUDES)) {
        text_put_words(run, " except ");
        if (!text_put_list(block, record_get(event, EVENT_EXCLUDES), " and "))
            return false;
    }
    return true;
}

static void put_conditions(struct buffer *run, const struct record *event) {
    struct slice basis = record_get(event, EVENT_BASIS);
    if (record_has(event, EVENT_BASE_RATE)) {
        text_put_words(run, ", base duty ");
        put_rate(run, record_get(event, EVENT_BASE_RATE), record_get(event, EVENT_RATE_UNIT));
    }
    if (record_has(event, EVENT_QUOTA)) {
        text_put_words(run, ", quota ");
        text_put(run, record_get(event, EVENT_QUOTA));
    }
    if (!slice_is_empty(basis) && !slice_is(basis, "additional")) {
        text_put_words(run, ", ");
        text_put(run, basis);
    }
}

static bool says_goods(const struct record *event) {
    return record_has(event, EVENT_RATE) || record_has(event, EVENT_PRODUCT)
           || record_has(event, EVENT_EXCLUDES);
}

bool text_add_tariff(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    const struct record *event = &block->event->event;
    bool sides = record_has(event, EVENT_IMPOSER) || record_has(event, EVENT_TARGET);
    if (!sides && !says_goods(event) && !record_has(event, EVENT_BASE_RATE)
        && !record_has(event, EVENT_QUOTA))
        return true;
    if (!put_sides(block))
        return false;
    if (says_goods(event) && (sides || !record_has(event, EVENT_RATE)))
        text_put_words(run, sides ? ": " : "goods: ");
    if (!put_goods(block))
        return false;
    put_conditions(run, event);
    return text_end_paragraph(block, 2);
}

/* ---- disputes and corrections -------------------------------------------------------------------- */

void text_put_claim_note(struct text_block *block, const struct answer_claim *claim) {
    struct text_page *page = text_page_of(block);
    size_t number = text_notes_add_claim(&page->notes, claim);
    if (number)
        text_put_words(&page->run, TEXT_GAP);
    text_notes_mark(&page->notes, &page->run, &number, 1);
}

static bool is_date_field(struct slice name) {
    int field = record_find_field(RECORD_EVENT, name);
    if (field < 0)
        return false;
    enum field_type type = record_info(RECORD_EVENT)->fields[field].type;
    return type == FIELD_DATE || type == FIELD_DAY;
}

void text_put_value(struct buffer *run, struct slice field, struct slice value) {
    if (is_date_field(field))
        text_put_date(run, value);
    else
        text_put(run, value);
}

/* One value and, behind it, everyone who has it; returns how many claims that are. */
static size_t put_disputed_value(struct text_block *block, const struct answer_dispute *dispute, size_t first,
                                 size_t *numbers) {
    struct text_page *page = text_page_of(block);
    struct slice value = record_get(&dispute->claims[first]->record, CLAIM_VALUE);
    size_t count = 0;
    text_put_value(&page->run, dispute->field, value);
    for (size_t i = first; i < dispute->claim_count; i++) {
        if (!slice_equals(record_get(&dispute->claims[i]->record, CLAIM_VALUE), value))
            break;
        numbers[count++] = text_notes_add_claim(&page->notes, dispute->claims[i]);
    }
    text_put_words(&page->run, TEXT_GAP);
    text_notes_mark(&page->notes, &page->run, numbers, count);
    return count;
}

static bool put_dispute(struct text_block *block, const struct answer_dispute *dispute) {
    struct buffer *run = &text_page_of(block)->run;
    size_t *numbers = arena_alloc_array(block->writer->scratch, dispute->claim_count, sizeof *numbers);
    if (!numbers)
        return false;
    text_put_tone(run, TONE_DOUBT);
    text_put_words(run, block->writer->context->single ? "" : "disputed ");
    text_put_word(run, dispute->field);
    text_put_words(run, ":");
    text_put_tone(run, TONE_PLAIN);
    text_put_words(run, " ");
    for (size_t i = 0; i < dispute->claim_count;) {
        text_put_words(run, i ? " / " : "");
        i += put_disputed_value(block, dispute, i, numbers);
    }
    return text_end_paragraph(block, 2);
}

bool text_add_disputes(struct text_block *block) {
    for (size_t i = 0; i < block->event->dispute_count; i++)
        if (!put_dispute(block, &block->event->disputes[i]))
            return false;
    return true;
}

bool text_add_corrections(struct text_block *block) {
    struct buffer *run = &text_page_of(block)->run;
    bool single = block->writer->context->single;
    for (size_t i = 0; i < block->event->note_count; i++) {
        const struct record *note = &block->event->notes[i];
        bool dated = record_has(note, NOTE_DATE);
        text_put_words(run, single ? "" : dated ? "corrected " : "corrected");
        text_put_date(run, record_get(note, NOTE_DATE));
        text_put_words(run, !single || dated ? ": " : "");
        text_put(run, record_get(note, NOTE_REASON));
        if (!text_end_paragraph(block, 2))
            return false;
    }
    return true;
}
