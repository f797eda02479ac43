/* Names and codes of other people's data, placed on certain days.
 *
 * Of each text that is asked for, an answer is kept: the spans of days in which it means a country (from the reference
 * table and the lookup's countries), or the one organization or person, or that there is none. It holds until
 * placer_forget. The answers are emptied when there are too many, ids never. */
#include "placer.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/utf8.h"
#include "reference.h"

enum {
    SLOT_COUNT = 1 << 17, /* of answers; a power of two */
    FILLED_MAX = SLOT_COUNT / 2,
    TEXT_KEPT_MAX = 256,  /* a longer text is looked up each time */
    IDS_FIRST = 256,
    REPLACED_MAX = 4096
};

static enum status fail_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "memory is out"); }

/* ---- systems ---------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    int field;
} systems[CODE_SYSTEMS] = {
    [CODE_NAME] = {"name", -1},          [CODE_ISO2] = {"iso2", COUNTRY_ISO2},
    [CODE_ISO3] = {"iso3", -1},          [CODE_ISO_NUMERIC] = {"iso_numeric", COUNTRY_ISO_NUMERIC},
    [CODE_COW] = {"cow", COUNTRY_COW},   [CODE_GW] = {"gw", COUNTRY_GW},
    [CODE_FIPS] = {"fips", COUNTRY_FIPS}, [CODE_CAMEO] = {"cameo", COUNTRY_CAMEO},
    [CODE_IOC] = {"ioc", COUNTRY_IOC},
};

enum code_system code_system_find(struct slice name) {
    int system = CODE_NAME;
    while (system < CODE_SYSTEMS && !slice_is(name, systems[system].name)) system++;
    return (enum code_system)system;
}

const char *code_system_name(enum code_system system) { return system < CODE_SYSTEMS ? systems[system].name : ""; }
const char *code_system_column(enum code_system system) { return systems[system].name; }
int code_system_field(enum code_system system) { return systems[system].field; }

const char *placing_words(enum placing placing) {
    switch (placing) {
    case PLACED: return "";
    case PLACED_OUTSIDE: return "a code outside its time, which has only ever meant one state";
    case PLACED_NOWHERE: return "nobody knows it";
    case PLACED_TWICE: return "it means several on that date";
    case PLACED_AT_OTHER_TIMES: return "it means none on that date, though it does at other times";
    }
    return "";
}

/* ---- opening ---------------------------------------------------------------------------------- */

struct placer *placer_open(const struct lookup *lookup) {
    struct placer *placer = calloc(1, sizeof *placer);
    if (!placer) return NULL;
    placer->lookup = lookup;
    arena_init(&placer->own.arena);
    arena_init(&placer->scratch);
    arena_init(&placer->kept);
    arena_init(&placer->ids);
    placer->answers = calloc(SLOT_COUNT, sizeof *placer->answers);
    if (placer->answers) return placer;
    free(placer);
    return NULL;
}

void placer_close(struct placer *placer) {
    if (!placer) return;
    own_index_free(&placer->own);
    arena_free(&placer->scratch);
    arena_free(&placer->kept);
    arena_free(&placer->ids);
    free(placer->id_slots);
    free(placer->answers);
    free(placer);
}

/* Of what in the lookup an answer speaks. */
static unsigned *find_generation(struct placer *placer, unsigned char space) {
    return &placer->generations[space < CODE_SYSTEMS ? 0 : 1];
}

void placer_forget(struct placer *placer, enum record_type type) {
    if (type == RECORD_COUNTRY) {
        placer->loaded = false;
        placer->generations[0]++;
    } else if (type == RECORD_ORGANIZATION || type == RECORD_PERSON)
        placer->generations[1]++;
}

void placer_forget_missing(struct placer *placer) { placer->misses++; }

/* ---- ids -------------------------------------------------------------------------------------- */

static void put_id(struct placer *placer, struct slice id) {
    size_t at = hash_text(id) & (placer->id_slot_count - 1);
    while (placer->id_slots[at].data) at = (at + 1) & (placer->id_slot_count - 1);
    placer->id_slots[at] = id;
}

static bool grow_ids(struct placer *placer) {
    if (placer->id_count * 2 < placer->id_slot_count) return true;
    struct slice *old = placer->id_slots;
    size_t count = placer->id_slot_count, grown = count ? count * 2 : IDS_FIRST;
    struct slice *slots = calloc(grown, sizeof *slots);
    if (!slots) return false;
    placer->id_slots = slots;
    placer->id_slot_count = grown;
    for (size_t i = 0; i < count; i++)
        if (old[i].data) put_id(placer, old[i]);
    free(old);
    return true;
}

/* The one copy of an id, which lives as long as the placer. */
bool placer_keep_id(struct placer *placer, struct slice id, struct slice *kept) {
    *kept = SLICE_NONE;
    if (slice_is_empty(id)) return true;
    if (!grow_ids(placer)) return false;
    size_t at = hash_text(id) & (placer->id_slot_count - 1);
    for (; placer->id_slots[at].data; at = (at + 1) & (placer->id_slot_count - 1))
        if (slice_equals(placer->id_slots[at], id)) {
            *kept = placer->id_slots[at];
            return true;
        }
    if (!arena_copy(&placer->ids, id, kept)) return false;
    placer->id_slots[at] = *kept;
    placer->id_count++;
    return true;
}

/* ---- what a text means ------------------------------------------------------------------------ */

struct spans {
    struct place_span *items;
    size_t count;
};

/* The arena's room is doubled by hand: spans are few. */
static bool add_span(struct arena *arena, struct spans *spans, struct place_span span) {
    if ((spans->count & (spans->count - 1)) == 0) {
        struct place_span *items = arena_alloc_array(arena, spans->count ? spans->count * 2 : 1, sizeof *items);
        if (!items) return false;
        if (spans->count) memcpy(items, spans->items, spans->count * sizeof *items);
        spans->items = items;
    }
    spans->items[spans->count++] = span;
    return true;
}

static bool is_upper_of(const char *id, struct slice text) {
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if (id[i] == '\0' || (byte >= 'a' && byte <= 'z' ? byte - ('a' - 'A') : byte) != id[i]) return false;
    }
    return id[text.size] == '\0';
}

/* Alpha-3 codes that were withdrawn from a state that lives on under another; those of states that are gone are ids.
 * The table has them among the aliases, with their days. */
static bool is_withdrawn(struct slice code) {
    static const char codes[][4] = {"AFI", "ATB", "ATN", "BUR", "BYS", "DHY", "FXX", "HVO", "JTN", "MID",
                                    "NHB", "PUS", "RHO", "ROM", "TMP", "VDR", "WAK", "ZAR"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (is_upper_of(codes[i], code)) return true;
    return false;
}

/* Alpha-3 codes are ids or stand among the names. */
static bool is_of_system(unsigned char space, struct slice text, const char *id) {
    return space != CODE_ISO3 || (text.size == 3 && (is_upper_of(id, text) || is_withdrawn(text)));
}

static bool find_key(struct placer *placer, unsigned char space, struct slice text, struct slice *key) {
    if (space == CODE_NAME || space == CODE_ISO3) return reference_name_key(&placer->scratch, text, key);
    return reference_code_key(&placer->scratch, code_system_column(space), text, key);
}

static bool add_reference_spans(struct placer *placer, unsigned char space, struct slice text, struct slice key,
                                struct spans *spans) {
    size_t count;
    const struct reference_row *exact = space == CODE_NAME ? reference_find(RECORD_COUNTRY, text) : NULL;
    if (exact) /* an id means its record whatever the date */
        return add_span(&placer->kept, spans, (struct place_span){DAY_MIN, DAY_MAX, slice_from(exact->values[0]), false});
    const struct reference_key *keys = reference_find_keys(RECORD_COUNTRY, key, &count);
    for (size_t i = 0; i < count; i++) {
        const char *id = reference_countries[keys[i].row].values[0];
        if (is_of_system(space, text, id) &&
            !add_span(&placer->kept, spans, (struct place_span){keys[i].start, keys[i].end, slice_from(id), false}))
            return false;
    }
    return true;
}

static bool add_own_spans(struct placer *placer, unsigned char space, struct slice text, struct slice key, struct spans *spans) {
    struct slice kept;
    const struct own_country *exact = space == CODE_NAME ? own_index_country(&placer->own, text) : NULL;
    if (exact)
        return placer_keep_id(placer, exact->id, &kept) &&
               add_span(&placer->kept, spans, (struct place_span){DAY_MIN, DAY_MAX, kept, true});
    if (space == CODE_ISO3 && !reference_code_key(&placer->scratch, "iso3", text, &key)) return false;
    for (const struct own_key *own = own_index_find(&placer->own, key); own; own = own_index_next(&placer->own, own)) {
        if (own->start >= own->end) continue;
        if (!placer_keep_id(placer, placer->own.countries[own->country].id, &kept) ||
            !add_span(&placer->kept, spans, (struct place_span){own->start, own->end, kept, true}))
            return false;
    }
    return true;
}

/* ---- the lookup ------------------------------------------------------------------------------- */

static enum status take_country(void *context, struct record *country, struct error *error) {
    struct placer *placer = context;
    return own_index_add(&placer->own, country, false) ? STATUS_OK : fail_memory(error);
}

static enum status load_countries(struct placer *placer, struct error *error) {
    if (placer->loaded) return STATUS_OK;
    if (placer->lookup && placer->lookup->countries) {
        own_index_free(&placer->own); /* ids in answers are copies */
        enum status status = placer->lookup->countries(placer->lookup->context, take_country, placer, error);
        if (status != STATUS_OK) return status;
    }
    placer->loaded = true;
    return STATUS_OK;
}

/* The one record of the lookup that a text means on some of the days, the one whose id it is before others; *several:
 * there are more. */
static enum status ask_lookup(struct placer *placer, enum record_type type, struct slice text, int64_t first_day,
                              int64_t last_day, struct slice *id, bool *several, struct error *error) {
    const struct lookup *lookup = placer->lookup;
    struct slice ids[2], key;
    size_t count = 0;
    *id = SLICE_NONE, *several = false;
    if (!lookup || !lookup->find) return STATUS_OK;
    if (!utf8_fold(&placer->scratch, text, &key)) return fail_memory(error);
    enum status status = lookup->find(lookup->context, type, &placer->scratch, text, key, first_day, last_day, ids, 2, &count,
                                      error);
    if (status != STATUS_OK) return status;
    *several = count > 1;
    for (size_t i = 0; i < count; i++)
        if (count == 1 || slice_equals(ids[i], text)) {
            *several = false;
            return placer_keep_id(placer, ids[i], id) ? STATUS_OK : fail_memory(error);
        }
    return STATUS_OK;
}

/* What a country that is known does not give stays as it is. */
static struct record complete_country(const struct own_country *own, const struct record *country) {
    struct record whole = *country;
    const struct slice known[] = {own->name, own->aliases, own->start, own->end};
    const int fields[] = {COUNTRY_NAME, COUNTRY_ALIASES, COUNTRY_START, COUNTRY_END};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!record_is_given(country, fields[i])) whole.values[fields[i]] = known[i];
    for (int system = CODE_NAME; system < CODE_SYSTEMS; system++) {
        int field = code_system_field((enum code_system)system);
        if (field >= 0 && !record_is_given(country, field)) whole.values[field] = own->cells[system];
    }
    return whole;
}

static bool is_same_country(const struct own_country *own, const struct record *whole, bool made) {
    for (int system = CODE_NAME; system < CODE_SYSTEMS; system++) {
        int field = code_system_field((enum code_system)system);
        if (field >= 0 && !slice_equals(whole->values[field], own->cells[system])) return false;
    }
    return own->made == made && slice_equals(own->name, whole->values[COUNTRY_NAME]) &&
           slice_equals(own->aliases, whole->values[COUNTRY_ALIASES]) && slice_equals(own->start, whole->values[COUNTRY_START]) &&
           slice_equals(own->end, whole->values[COUNTRY_END]);
}

/* What is kept of countries that come again and again, each time as another, does not grow without bound. */
static void limit_replaced(struct placer *placer) {
    if (placer->own.replaced < REPLACED_MAX + 4 * placer->own.count || !placer->lookup || !placer->lookup->countries) return;
    placer_forget(placer, RECORD_COUNTRY);
}

enum status placer_learn(struct placer *placer, const struct record *country, struct error *error) {
    struct slice id = record_get(country, COUNTRY_ID);
    enum status status = load_countries(placer, error);
    if (status != STATUS_OK) return status;
    const struct own_country *own = own_index_country(&placer->own, id);
    bool made = placer->spelled.size && slice_equals(placer->spelled, id);
    struct record whole = own ? complete_country(own, country) : *country;
    if (country->given == UINT64_C(1) << COUNTRY_ID || (own && is_same_country(own, &whole, made))) return STATUS_OK;
    if (!own_index_add(&placer->own, &whole, made)) return fail_memory(error);
    placer->generations[0]++;
    limit_replaced(placer);
    return STATUS_OK;
}

/* ---- answers ---------------------------------------------------------------------------------- */

static enum status fill_country(struct placer *placer, struct place_answer *answer, struct slice key, struct error *error) {
    struct spans spans = {NULL, 0};
    bool several = false;
    enum status status = load_countries(placer, error);
    if (status != STATUS_OK) return status;
    if (!add_reference_spans(placer, answer->space, answer->text, key, &spans)) return fail_memory(error);
    size_t of_table = spans.count;
    if (!add_own_spans(placer, answer->space, answer->text, key, &spans)) return fail_memory(error);
    answer->spans = spans.items;
    answer->count = spans.count;
    /* What was merged into another, and what a lookup that hands over no countries knows. */
    if (answer->space == CODE_NAME && spans.count == of_table)
        status = ask_lookup(placer, RECORD_COUNTRY, answer->text, DAY_MIN, DAY_MAX, &answer->id, &several, error);
    answer->asks = several || !slice_is_empty(answer->id);
    return status;
}

static enum status fill_known(struct placer *placer, struct place_answer *answer, struct slice key, struct error *error) {
    const struct reference_row *rows[2];
    bool several;
    if (answer->space == SPACE_ORGANIZATION) {
        const struct reference_row *exact = reference_find(RECORD_ORGANIZATION, answer->text);
        size_t count = exact ? 1 : reference_search(RECORD_ORGANIZATION, key, DAY_MIN, DAY_MAX, rows, 2);
        if (count == 1) answer->id = slice_from(exact ? exact->values[0] : rows[0]->values[0]);
        if (count) return STATUS_OK;
    }
    return ask_lookup(placer, answer->space == SPACE_PERSON ? RECORD_PERSON : RECORD_ORGANIZATION, answer->text, DAY_MIN, DAY_MAX,
                      &answer->id, &several, error);
}

/* What the text of the answer means. */
static enum status fill_answer(struct placer *placer, struct place_answer *answer, struct error *error) {
    struct arena_mark mark = arena_mark(&placer->scratch);
    struct slice key;
    answer->spans = NULL, answer->count = 0, answer->id = SLICE_NONE, answer->asks = answer->has_asked = false;
    answer->generation = *find_generation(placer, answer->space);
    answer->misses = placer->misses;
    enum status status = STATUS_OK;
    bool known = answer->space >= CODE_SYSTEMS;
    if (!(known ? reference_name_key(&placer->scratch, answer->text, &key) : find_key(placer, answer->space, answer->text, &key)))
        status = fail_memory(error);
    else if (!slice_is_empty(key))
        status = known ? fill_known(placer, answer, key, error) : fill_country(placer, answer, key, error);
    arena_rewind(&placer->scratch, mark);
    return status;
}

static void empty_answers(struct placer *placer) {
    arena_free(&placer->kept);
    arena_init(&placer->kept);
    memset(placer->answers, 0, SLOT_COUNT * sizeof *placer->answers);
    placer->filled = 0;
}

static struct place_answer *find_slot(struct placer *placer, uint64_t hash, unsigned char space, struct slice text) {
    size_t at = hash & (SLOT_COUNT - 1);
    for (struct place_answer *answer; (answer = &placer->answers[at])->text.data; at = (at + 1) & (SLOT_COUNT - 1))
        if (answer->hash == hash && answer->space == space && slice_equals(answer->text, text)) return answer;
    return &placer->answers[at];
}

/* An answer that is made anew leaves its old spans in the arena, so it counts as well. */
static struct place_answer *make_room(struct placer *placer, struct place_answer *slot, const struct place_answer *made) {
    if (placer->filled++ < FILLED_MAX) return slot;
    empty_answers(placer);
    return find_slot(placer, made->hash, made->space, made->text);
}

/* A text that is too long to keep: the answer lives until the next one. */
static enum status answer_once(struct placer *placer, struct place_answer *made, const struct place_answer **answer,
                               struct error *error) {
    make_room(placer, NULL, made);
    enum status status = fill_answer(placer, made, error);
    placer->once = *made;
    *answer = status == STATUS_OK ? &placer->once : NULL;
    return status;
}

static enum status make_answer(struct placer *placer, struct place_answer *slot, struct place_answer *made,
                               const struct place_answer **answer, struct error *error) {
    slot = make_room(placer, slot, made);
    if (slot->text.data) made->text = slot->text;
    else if (!arena_copy(&placer->kept, made->text, &made->text)) return fail_memory(error);
    enum status status = fill_answer(placer, made, error);
    if (status != STATUS_OK) return status;
    *slot = *made;
    *answer = slot;
    return STATUS_OK;
}

static bool is_stale(struct placer *placer, const struct place_answer *answer) {
    if (answer->generation != *find_generation(placer, answer->space)) return true;
    return answer->space >= CODE_SYSTEMS && slice_is_empty(answer->id) && answer->misses != placer->misses;
}

enum status placer_ask(struct placer *placer, unsigned char space, struct slice text, const struct place_answer **answer,
                       struct error *error) {
    struct place_answer made = {.text = text, .space = space};
    *answer = NULL;
    if (slice_is_empty(text)) return STATUS_OK;
    if (text.size > TEXT_KEPT_MAX) return answer_once(placer, &made, answer, error);
    made.hash = hash_text(text) + space * UINT64_C(0x9E3779B97F4A7C15);
    struct place_answer *slot = find_slot(placer, made.hash, space, text);
    if (!slot->text.data || is_stale(placer, slot))
        return make_answer(placer, slot, &made, answer, error);
    *answer = slot;
    return STATUS_OK;
}

/* ---- placing ---------------------------------------------------------------------------------- */

/* The distinct ids of some spans, up to two. */
struct meant {
    struct slice id;
    size_t count;
};

static void mean(struct meant *meant, struct slice id) {
    if (meant->count == 0) *meant = (struct meant){id, 1};
    else if (meant->id.data != id.data && !slice_equals(meant->id, id)) meant->count = 2;
}

static struct meant find_meant(const struct place_answer *answer, bool own, int64_t first_day, int64_t last_day, bool today) {
    struct meant meant = {SLICE_NONE, 0};
    for (size_t i = 0; i < answer->count; i++) {
        const struct place_span *span = &answer->spans[i];
        if (span->own == own && (today ? span->end == DAY_MAX : span->start <= last_day && span->end > first_day))
            mean(&meant, span->id);
    }
    return meant;
}

/* The table first; without a date, what holds today before what held once. */
static struct meant find_on_days(const struct place_answer *answer, int64_t first_day, int64_t last_day) {
    struct meant meant = {SLICE_NONE, 0};
    bool dated = first_day != DAY_MIN || last_day != DAY_MAX;
    for (int own = 0; own < 2 && meant.count == 0; own++) {
        if (!dated) meant = find_meant(answer, own, first_day, last_day, true);
        if (meant.count == 0) meant = find_meant(answer, own, first_day, last_day, false);
    }
    return meant;
}

static struct meant find_ever(const struct place_answer *answer) {
    struct meant meant = {SLICE_NONE, 0};
    for (size_t i = 0; i < answer->count; i++) mean(&meant, answer->spans[i].id);
    return meant;
}

/* Of the same days as before, the lookup says the same. */
static enum status ask_on_days(struct placer *placer, struct place_answer *answer, struct slice text, int64_t first_day,
                               int64_t last_day, struct slice *id, bool *several, struct error *error) {
    bool same = answer->has_asked && answer->asked_first == first_day && answer->asked_last == last_day;
    *id = answer->asked, *several = answer->asked_several;
    if (same) return STATUS_OK;
    struct arena_mark mark = arena_mark(&placer->scratch);
    enum status status = ask_lookup(placer, RECORD_COUNTRY, text, first_day, last_day, id, several, error);
    arena_rewind(&placer->scratch, mark);
    answer->has_asked = status == STATUS_OK;
    answer->asked_first = first_day, answer->asked_last = last_day;
    answer->asked = *id, answer->asked_several = *several;
    return status;
}

enum status place_country(struct placer *placer, enum code_system system, struct slice text, int64_t first_day, int64_t last_day,
                          enum placing *placing, struct slice *id, struct error *error) {
    const struct place_answer *answer;
    *placing = PLACED_NOWHERE;
    *id = SLICE_NONE;
    enum status status = placer_ask(placer, (unsigned char)system, text, &answer, error);
    if (status != STATUS_OK || !answer) return status;
    struct meant meant = find_on_days(answer, first_day, last_day);
    if (meant.count == 0 && answer->asks) {
        bool several;
        status = ask_on_days(placer, (struct place_answer *)answer, text, first_day, last_day, id, &several, error);
        meant = (struct meant){*id, several ? 2 : !slice_is_empty(*id)};
        if (status != STATUS_OK) return status;
        if (meant.count == 0) *placing = PLACED_AT_OTHER_TIMES;
    }
    if (meant.count) *placing = meant.count == 1 ? PLACED : PLACED_TWICE;
    else if (answer->count) {
        meant = find_ever(answer);
        *placing = meant.count == 1 && system != CODE_NAME ? PLACED_OUTSIDE : PLACED_AT_OTHER_TIMES;
    }
    *id = *placing == PLACED || *placing == PLACED_OUTSIDE ? meant.id : SLICE_NONE;
    return STATUS_OK;
}

enum status place_known(struct placer *placer, enum record_type type, struct slice name, struct slice *id, struct error *error) {
    const struct place_answer *answer;
    unsigned char space = type == RECORD_PERSON ? SPACE_PERSON : SPACE_ORGANIZATION;
    *id = SLICE_NONE;
    enum status status = placer_ask(placer, space, name, &answer, error);
    if (status == STATUS_OK && answer) *id = answer->id;
    return status;
}
