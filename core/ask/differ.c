/* Where sources differ: for each field the values that are given, side by side, which of them the record has, and
 * why. Knows the fields of a record and what a date denotes; judges no source. */
#include "inside.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "../base/number.h"
#include "../time/edtf.h"

struct differ {
    struct arena *arena;
    struct answer_event *answer;
};

/* Of what is said more than once, another value is another remark and no difference. */
static bool is_many_valued(struct slice field) {
    return slice_is(field, "quote") || slice_is(field, "last_confirmed") || slice_is(field, "detail");
}

static bool contradicts(const struct answer_claim *claim) { return record_has(&claim->record, CLAIM_STANCE); }

/* ---- what the record has ------------------------------------------------------------------------------------ */

enum relation { RELATION_OTHER, RELATION_AGREES, RELATION_SAME };

static enum relation relate_days(struct edtf_range a, struct edtf_range b, bool same_marks) {
    if (a.min == b.min && a.max == b.max) return same_marks ? RELATION_SAME : RELATION_AGREES;
    bool within = (a.min <= b.min && b.max <= a.max) || (b.min <= a.min && a.max <= b.max);
    return within ? RELATION_AGREES : RELATION_OTHER;
}

static enum relation weaker(enum relation a, enum relation b) { return a < b ? a : b; }

/* The date of an event: an interval says from and to, unless the event is a point. */
static enum relation relate_start(const struct answer_event *event, const struct edtf *date) {
    const struct event_times *times = &event->times;
    bool lasts = date->type == EDTF_INTERVAL && times->duration != KIND_POINT;
    struct edtf_range start = lasts ? date->first : (struct edtf_range){date->min, date->max};
    bool marked = lasts ? date->first_marked : date->uncertain || date->approximate;
    enum relation relation = relate_days(start, (struct edtf_range){times->start_min, times->start_max},
                                         marked == times->start_marked);
    if (!lasts || times->end_state != END_GIVEN) return relation;
    return weaker(relation, relate_days(date->last, (struct edtf_range){times->end_min, times->end_max},
                                        date->last_marked == times->end_marked));
}

static enum relation relate_date(const struct answer_event *event, int field, struct slice value, struct slice own) {
    struct edtf date, kept;
    if (slice_equals(value, own)) return RELATION_SAME;
    if (edtf_parse(value, &date, NULL, NULL) != STATUS_OK) return RELATION_OTHER;
    if (field == EVENT_DATE) return relate_start(event, &date);
    if (edtf_parse(own, &kept, NULL, NULL) != STATUS_OK) return RELATION_OTHER;
    return relate_days((struct edtf_range){date.min, date.max}, (struct edtf_range){kept.min, kept.max},
                       date.uncertain == kept.uncertain && date.approximate == kept.approximate);
}

static enum relation relate_number(struct slice value, struct slice own) {
    double a, b;
    bool same = number_parse(value, &a) && number_parse(own, &b) && a >= b && a <= b;
    return same || slice_equals(value, own) ? RELATION_SAME : RELATION_OTHER;
}

/* A party is named by its id or its name. */
static enum relation relate_party(const struct answer_event *event, struct slice value) {
    for (size_t i = 0; i < event->party_count; i++)
        if (slice_equals_ascii_nocase(event->parties[i].party.id, value) ||
            slice_equals_ascii_nocase(event->parties[i].name, value)) return RELATION_SAME;
    return RELATION_OTHER;
}

static enum relation relate_item(struct slice value, struct slice cell) {
    struct cell_reader reader = {cell, 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        if (slice_equals_ascii_nocase(item, value)) return RELATION_SAME;
    return slice_equals(value, cell) ? RELATION_SAME : RELATION_OTHER;
}

static bool is_list(enum field_type type) {
    return type == FIELD_PARTIES || type == FIELD_LIST || type == FIELD_NAMES || type == FIELD_CODES;
}

/* What the record has in a field of that name, also among its extras; *field is -1 there. */
static struct slice find_own(const struct record *event, struct slice name, int *field) {
    *field = record_find_field(RECORD_EVENT, name);
    if (*field >= 0) return record_get(event, *field);
    for (size_t i = 0; i < event->extra_count; i++)
        if (slice_equals(event->extras[i].name, name)) return event->extras[i].value;
    return SLICE_NONE;
}

static enum relation relate(const struct answer_event *event, int field, struct slice value, struct slice own) {
    enum field_type type = field < 0 ? FIELD_TEXT : record_info(RECORD_EVENT)->fields[field].type;
    if (slice_is_empty(own)) return RELATION_OTHER;
    switch (type) {
    case FIELD_PARTIES: return relate_party(event, value);
    case FIELD_LIST: case FIELD_NAMES: case FIELD_CODES: return relate_item(value, own);
    case FIELD_DATE: case FIELD_DAY: return relate_date(event, field, value, own);
    case FIELD_NUMBER: case FIELD_INTEGER: case FIELD_RANGE: return relate_number(value, own);
    default: return slice_equals(value, own) ? RELATION_SAME : RELATION_OTHER;
    }
}

/* ---- the values ------------------------------------------------------------------------------------------------ */

static struct slice value_of(const struct answer_claim *claim) { return record_get(&claim->record, CLAIM_VALUE); }

static bool any_contradicts(const struct answer_claim *const *claims, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (contradicts(claims[i])) return true;
    return false;
}

static int rank_of(const struct answer_value *value) { return value->followed ? 0 : value->agrees ? 1 : 2; }

static int compare_values(const void *a, const void *b) {
    const struct answer_value *p = a, *q = b;
    int order = rank_of(p) - rank_of(q);
    return order ? order : slice_compare(p->value, q->value);
}

/* The claims on one field are sorted by value. */
static bool list_values(struct differ *differ, const struct answer_claim *const *claims, size_t count, int field,
                        struct slice own, struct answer_difference *difference) {
    struct answer_value *values = arena_alloc_array(differ->arena, count + 1, sizeof *values);
    bool followed = false;
    size_t made = 0;
    if (!values) return false;
    for (size_t i = 0, same; i < count; i += same) {
        struct answer_value *value = &values[made++];
        for (same = 1; i + same < count && slice_equals(value_of(claims[i]), value_of(claims[i + same]));) same++;
        *value = (struct answer_value){.value = value_of(claims[i]), .claims = claims + i, .claim_count = same};
        enum relation relation = relate(differ->answer, field, value->value, own);
        bool rejected = any_contradicts(value->claims, same);
        value->followed = relation == RELATION_SAME;
        value->agrees = relation == RELATION_AGREES && !rejected;
        followed = followed || value->followed;
    }
    bool listed = field >= 0 && is_list(record_info(RECORD_EVENT)->fields[field].type);
    if (!followed && !listed && !slice_is_empty(own)) values[made++] = (struct answer_value){.value = own, .followed = true};
    qsort(values, made, sizeof *values, compare_values);
    difference->values = values;
    difference->value_count = made;
    return true;
}

/* ---- why --------------------------------------------------------------------------------------------------------- */

static bool mentions(struct slice text, struct slice words) {
    for (size_t i = 0; words.size && i + words.size <= text.size; i++)
        if (memcmp(text.data + i, words.data, words.size) == 0) return true;
    return false;
}

enum { NAMED_MIN = 4 }; /* a shorter value is found in any text */

/* An editor's correction that names one of the values, or the field. */
static struct slice find_correction(const struct answer_event *event, const struct answer_difference *difference) {
    for (size_t i = 0; i < event->note_count; i++) {
        struct slice reason = record_get(&event->notes[i], NOTE_REASON);
        if (difference->field.size >= NAMED_MIN && mentions(reason, difference->field)) return reason;
        for (size_t j = 0; j < difference->value_count; j++)
            if (difference->values[j].value.size >= NAMED_MIN && mentions(reason, difference->values[j].value))
                return reason;
    }
    return SLICE_NONE;
}

/* Does a remark on the claim say why the record follows what it follows? That of one who gives the followed value does; of a
 * value that is not followed, only that of a claim marked as mistaken. Who denies or merely gives something else says why in
 * his own cause. */
static bool gives_reason(const struct answer_claim *claim, bool followed) {
    struct slice stance = record_get(&claim->record, CLAIM_STANCE);
    if (followed) return slice_is_empty(stance);
    return slice_is(stance, "disputes") || slice_is(stance, "corrects");
}

/* The first value that somebody remarks on: of those that the record follows, or of those that it does not. */
static const struct answer_value *find_noted(const struct answer_difference *difference, bool followed, struct slice *note) {
    for (size_t i = 0; i < difference->value_count; i++) {
        const struct answer_value *value = &difference->values[i];
        for (size_t j = 0; value->followed == followed && !value->agrees && j < value->claim_count; j++) {
            *note = record_get(&value->claims[j]->record, CLAIM_NOTE);
            if (gives_reason(value->claims[j], followed) && !slice_is_empty(*note)) return value;
        }
    }
    return NULL;
}

/* An editor's remark on a claim: on one that gives what the record has; else on one that the record does not follow,
 * "against 2019: It was published in 2022". */
static bool word_note(struct differ *differ, struct answer_difference *difference) {
    struct slice note = SLICE_NONE;
    struct buffer text;
    if (find_noted(difference, true, &note)) {
        difference->why = note;
        return true;
    }
    const struct answer_value *against = find_noted(difference, false, &note);
    if (!against) return true;
    buffer_init(&text);
    buffer_append_text(&text, "against ");
    buffer_append_slice(&text, against->value);
    buffer_append_text(&text, ": ");
    buffer_append_slice(&text, note);
    bool done = !buffer_failed(&text) && arena_copy(differ->arena, buffer_slice(&text), &difference->why);
    buffer_free(&text);
    return done;
}

static int compare_sources(const void *a, const void *b) {
    const struct slice *p = a, *q = b;
    return slice_compare(*p, *q);
}

/* How many different sources give the values; `supporting`: what the record has, or what agrees with it. */
static bool count_sources(struct differ *differ, const struct answer_difference *difference, bool supporting,
                          size_t *count) {
    size_t most = 0, found = 0;
    for (size_t i = 0; i < difference->value_count; i++) most += difference->values[i].claim_count;
    struct slice *sources = arena_alloc_array(differ->arena, most + 1, sizeof *sources);
    if (!sources) return false;
    for (size_t i = 0; i < difference->value_count; i++) {
        const struct answer_value *value = &difference->values[i];
        for (size_t j = 0; (!supporting || value->followed || value->agrees) && j < value->claim_count; j++)
            sources[found++] = record_get(&value->claims[j]->record, CLAIM_SOURCE);
    }
    qsort(sources, found, sizeof *sources, compare_sources);
    *count = 0;
    for (size_t i = 0; i < found; i++) *count += i == 0 || !slice_equals(sources[i - 1], sources[i]);
    return true;
}

/* What can be counted, where no editor says more. */
static bool word_count(struct differ *differ, struct answer_difference *difference) {
    struct buffer text;
    size_t giving, all;
    if (!count_sources(differ, difference, true, &giving) || !count_sources(differ, difference, false, &all)) return false;
    buffer_init(&text);
    if (slice_is_empty(difference->follows)) buffer_append_text(&text, "it has no value of its own for this");
    else if (giving == 0) buffer_append_text(&text, "the record's own field; no source here gives it");
    else if (giving == 1) buffer_append_format(&text, "the only source that supports it, 1 of %zu", all);
    else buffer_append_format(&text, "supported by %zu of %zu sources", giving, all);
    bool done = !buffer_failed(&text) && arena_copy(differ->arena, buffer_slice(&text), &difference->why);
    buffer_free(&text);
    return done;
}

static bool explain(struct differ *differ, struct answer_difference *difference) {
    difference->why = find_correction(differ->answer, difference);
    if (!slice_is_empty(difference->why)) return true;
    if (!slice_is_empty(difference->follows) && !word_note(differ, difference)) return false;
    return !slice_is_empty(difference->why) || word_count(differ, difference);
}

/* ---- the fields --------------------------------------------------------------------------------------------------- */

/* Of parties and other lists what is followed are the items that sources name; the cell itself is nobody's value. */
static struct slice find_followed(const struct answer_difference *difference) {
    bool first = difference->value_count && difference->values[0].followed;
    return first ? difference->values[0].value : SLICE_NONE;
}

static bool differs(const struct answer_difference *difference, bool has_own) {
    size_t others = 0;
    for (size_t i = 0; i < difference->value_count; i++)
        others += !difference->values[i].followed && !difference->values[i].agrees;
    return others > 1 || (others == 1 && has_own);
}

static bool compare_field(struct differ *differ, const struct answer_claim *const *claims, size_t count,
                          struct answer_difference *difference) {
    int field;
    struct slice name = record_get(&claims[0]->record, CLAIM_FIELD);
    struct slice own = find_own(&differ->answer->event, name, &field);
    bool listed = field >= 0 && is_list(record_info(RECORD_EVENT)->fields[field].type);
    *difference = (struct answer_difference){.field = name, .contested = any_contradicts(claims, count)};
    if (!list_values(differ, claims, count, field, own, difference)) return false;
    difference->follows = find_followed(difference);
    difference->differs = difference->contested ||
                          (!is_many_valued(name) && !listed && differs(difference, !slice_is_empty(own)));
    return !difference->differs || explain(differ, difference);
}

/* A difference, or the same less exactly. What claims add to a list is neither. */
static bool is_told(const struct answer_difference *difference) {
    bool agreeing = false;
    for (size_t i = 0; i < difference->value_count; i++) agreeing = agreeing || difference->values[i].agrees;
    return difference->differs || (agreeing && !is_many_valued(difference->field));
}

enum status ask_compare_claims(struct answer_event *answer, const struct answer_claim *const *sorted, size_t count,
                               struct arena *arena, struct error *error) {
    struct differ differ = {arena, answer};
    struct answer_difference *made = arena_alloc_array(arena, count + 1, sizeof *made);
    if (!made) return ask_no_memory(error);
    answer->differences = made;
    for (size_t i = 0, same; i < count; i += same) {
        struct slice field = record_get(&sorted[i]->record, CLAIM_FIELD);
        for (same = 1; i + same < count && slice_equals(record_get(&sorted[i + same]->record, CLAIM_FIELD), field);) same++;
        struct answer_difference *difference = &made[answer->difference_count];
        if (!compare_field(&differ, sorted + i, same, difference)) return ask_no_memory(error);
        answer->difference_count += is_told(difference);
    }
    return STATUS_OK;
}
