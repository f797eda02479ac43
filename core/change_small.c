/* link, claim and confirm: small records, and what a source says of a measure that goes on. */
#include "change.h"

#include "base/cell.h"
#include "base/utf8.h"
#include "model/nearest.h"

static enum status no_memory(struct change *change) { return error_set(change->error, STATUS_NO_MEMORY, "out of memory"); }

static int shown_size(struct slice text) { return (int)(text.size < 80 ? text.size : 80); }

/* ---- whom the words mean --------------------------------------------------------------------------------------------- */

static enum status find_event(struct change *change, const char *word, struct stored_event *event) {
    struct record record;
    enum record_type type;
    int64_t key;
    bool found = false;
    enum status status = change_find(change, word, &type, &key, &record);
    if (status == STATUS_OK && type == RECORD_EVENT)
        status = store_find_event(change->database->store, record_get(&record, EVENT_ID), &change->arena, event, &found,
                                  change->error);
    if (status != STATUS_OK || found) return status;
    error_set(change->error, STATUS_BAD_INPUT, "%.80s is a %s, no event", word, record_info(type)->name);
    error_advise(change->error, "name an event by its id; `detente search` finds it");
    return STATUS_BAD_INPUT;
}

/* Sources by their title. */
struct titled {
    struct change *change;
    struct slice key;
    struct slice_list ids;
};

static enum status compare_title(void *context, struct record *source, struct error *error) {
    struct titled *titled = context;
    struct arena *arena = &titled->change->arena;
    struct arena_mark mark = arena_mark(arena);
    struct slice key, id;
    if (!utf8_fold(arena, record_get(source, SOURCE_TITLE), &key)) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    bool same = slice_equals(key, titled->key);
    arena_rewind(arena, mark);
    if (!same) return STATUS_OK;
    bool good = arena_copy(arena, record_get(source, SOURCE_ID), &id) && arena_append(arena, &titled->ids, id);
    return good ? STATUS_OK : error_set(error, STATUS_NO_MEMORY, "out of memory");
}

static enum status refuse_several(struct change *change, struct slice word, const struct slice_list *ids) {
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < ids->count && i < 4; i++) {
        buffer_append_text(&text, i ? ", " : "");
        buffer_append_slice(&text, ids->items[i]);
    }
    error_set(change->error, STATUS_BAD_INPUT, "%zu sources have the title \"%.*s\"", ids->count, shown_size(word), word.data);
    error_advise(change->error, "give the id of one: %.*s", (int)(text.size < 250 ? text.size : 250), text.data ? text.data : "");
    buffer_free(&text);
    return STATUS_BAD_INPUT;
}

static enum status refuse_source(struct change *change, struct slice word) {
    static const enum record_type types[] = {RECORD_SOURCE};
    struct buffer near;
    buffer_init(&near);
    resolve_suggest(&change->beneath, &change->arena, types, 1, word, &near);
    error_set(change->error, STATUS_NOT_FOUND, "no source is called \"%.*s\"", shown_size(word), word.data);
    if (near.size) error_advise(change->error, "did you mean %.*s?", (int)near.size, near.data);
    error_advise(change->error, "name it by id, title or URL; one of a URL that is not known is made");
    buffer_free(&near);
    return STATUS_NOT_FOUND;
}

static bool is_address(struct slice word) {
    for (size_t i = 0; i + 3 <= word.size; i++)
        if (memcmp(word.data + i, "://", 3) == 0) return true;
    return false;
}

/* A source by id or URL (*id; a URL that is not known stays one, and is made when the record is put), else by its title,
 * which no index leads to: one pass over the sources. */
static enum status find_source(struct change *change, const char *typed, struct slice *id) {
    struct slice word = slice_trim(slice_from(typed)), into;
    struct titled titled = {.change = change};
    size_t count = 0;
    enum status status = change->beneath.find(change->beneath.context, RECORD_SOURCE, &change->arena, word, SLICE_NONE, DAY_MIN,
                                              DAY_MAX, id, 1, &count, change->error);
    if (status != STATUS_OK || count) return status;
    *id = word;
    if (is_address(word)) return STATUS_OK;
    if (!slice_is_empty(word)) status = store_follow(change->database->store, word, &change->arena, &into, change->error);
    if (status != STATUS_OK) return status;
    if (!slice_is_empty(word) && !slice_is_empty(into)) {
        *id = into;
        return STATUS_OK;
    }
    if (!utf8_fold(&change->arena, word, &titled.key)) return no_memory(change);
    if (titled.key.size) status = store_each(change->database->store, RECORD_SOURCE, compare_title, &titled, change->error);
    if (status != STATUS_OK) return status;
    if (titled.ids.count == 0) return refuse_source(change, word);
    *id = titled.ids.items[0];
    return titled.ids.count == 1 ? STATUS_OK : refuse_several(change, word, &titled.ids);
}

/* ---- link and claim ----------------------------------------------------------------------------------------------------- */

/* The record with that key as it is, for settings that add to lists. */
static enum status find_same(struct change *change, const struct record *record, struct record *there, bool *found) {
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    enum status status = buffer_failed(&name) ? no_memory(change)
                       : front_find_record(change->database, &change->arena, buffer_slice(&name), there, found, NULL,
                                           change->error);
    buffer_free(&name);
    return status;
}

/* Settings may say more of it, not make it another one. */
static enum status check_key_settings(struct change *change, const struct record *record, uint64_t given) {
    const struct record_info *info = record_info(record->type);
    for (size_t i = 0; i < info->field_count; i++) {
        if (!(info->fields[i].flags & FIELD_KEY) || !(given >> i & 1)) continue;
        error_set(change->error, STATUS_USAGE, "%s is one of the words of `%s` and no setting", info->fields[i].name, info->name);
        error_advise(change->error, "`detente edit` changes it in a %s that is there", info->name);
        return STATUS_USAGE;
    }
    return STATUS_OK;
}

static enum status put_small(struct change *change, struct record *record) {
    struct record there, more;
    enum store_change was;
    bool found = false;
    enum status status = find_same(change, record, &there, &found);
    record_init(&more, record->type);
    if (status == STATUS_OK) status = change_read_settings(change, found ? &there : record, &more);
    if (status == STATUS_OK) status = check_key_settings(change, record, more.given);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; i < record_info(record->type)->field_count; i++)
        if (record_is_given(&more, (int)i)) record_set(record, (int)i, more.values[i]);
    record->extras = more.extras;
    record->extra_count = more.extra_count;
    status = change_put(change, record, &was);
    if (status == STATUS_OK && was == STORE_UNCHANGED) change_remark(change, "the %s is there already", record_info(record->type)->name);
    return status == STATUS_OK ? change_tell_name(change, record) : status;
}

/* "retaliates-against" and "Retaliates against" are as good as the word. */
static bool lower_relation(struct arena *arena, const char *word, struct slice *relation) {
    struct slice text = slice_trim(slice_from(word));
    char *out = arena_string(arena, text);
    for (size_t i = 0; out && i < text.size; i++) {
        if (out[i] >= 'A' && out[i] <= 'Z') out[i] = (char)(out[i] + ('a' - 'A'));
        if (out[i] == ' ' || out[i] == '-') out[i] = '_';
    }
    *relation = (struct slice){out, text.size};
    return out != NULL;
}

enum status change_link(struct change *change) {
    const struct detente_words *words = &change->request->words;
    struct stored_event from, to;
    struct slice relation;
    struct record link;
    if (words->count != 3) return error_set(change->error, STATUS_USAGE, "a link needs FROM RELATION TO");
    enum status status = find_event(change, words->items[0], &from);
    if (status == STATUS_OK) status = find_event(change, words->items[2], &to);
    if (status == STATUS_OK && !lower_relation(&change->arena, words->items[1], &relation)) return no_memory(change);
    if (status != STATUS_OK) return status;
    record_init(&link, RECORD_LINK);
    record_set(&link, LINK_FROM, record_get(&from.event, EVENT_ID));
    record_set(&link, LINK_RELATION, relation);
    record_set(&link, LINK_TO, record_get(&to.event, EVENT_ID));
    return put_small(change, &link);
}

/* What a claim is about is open; what is nearly a field is one misspelt. */
static enum status check_claimed(struct change *change, struct slice field) {
    const struct record_info *info = record_info(RECORD_EVENT);
    struct nearest nearest = {.word = field};
    enum { SURE = 1 };
    if (record_find_field(RECORD_EVENT, field) >= 0) return STATUS_OK;
    for (size_t i = 0; i < info->field_count; i++)
        if (!(info->fields[i].flags & FIELD_HIDDEN)) nearest_offer(&nearest, slice_from(info->fields[i].name));
    if (nearest.count == 0 || nearest.distance[0] > SURE) return STATUS_OK;
    error_set(change->error, STATUS_BAD_INPUT, "\"%.*s\" is no field of an event", shown_size(field), field.data);
    error_advise(change->error, "did you mean %.*s?", (int)nearest.best[0].size, nearest.best[0].data);
    return STATUS_BAD_INPUT;
}

/* Dates and numbers in the form in which the record has them, so that they can be held against it; what is none is kept as
 * it was written, since a source may be vague. */
static void write_as_field(struct change *change, struct slice field, struct slice *value) {
    struct record sketch;
    struct error fault = {0};
    int at, number = record_find_field(RECORD_EVENT, field);
    if (number < 0 || number == EVENT_ID || record_field(RECORD_EVENT, number)->flags & (FIELD_HIDDEN | FIELD_ROW_ONLY)) return;
    enum field_type type = record_field(RECORD_EVENT, number)->type;
    if (type != FIELD_DATE && type != FIELD_DAY && type != FIELD_NUMBER && type != FIELD_RANGE && type != FIELD_TIME) return;
    record_init(&sketch, RECORD_EVENT);
    record_set(&sketch, EVENT_ID, SLICE_OF("sketch"));
    record_set(&sketch, number, *value);
    if (record_normalize(&change->arena, &sketch, NULL, &at, &fault) != STATUS_OK) {
        change_remark(change, "\"%.*s\" is kept as it was written: it is no %s that can be compared", shown_size(*value),
                      value->data, record_field(RECORD_EVENT, number)->name);
        return;
    }
    struct slice now = record_get(&sketch, number);
    if (slice_is_empty(now) || slice_equals(now, *value)) return;
    change_remark(change, "\"%.*s\" was taken as %.*s", shown_size(*value), value->data, shown_size(now), now.data);
    *value = now;
}

enum status change_claim(struct change *change) {
    const struct detente_words *words = &change->request->words;
    struct stored_event event;
    struct record claim;
    struct slice source, field, value;
    if (words->count != 4) return error_set(change->error, STATUS_USAGE, "a claim needs EVENT SOURCE FIELD VALUE");
    field = slice_trim(slice_from(words->items[2]));
    value = slice_trim(slice_from(words->items[3]));
    enum status status = find_event(change, words->items[0], &event);
    if (status == STATUS_OK) status = check_claimed(change, field);
    if (status == STATUS_OK) status = find_source(change, words->items[1], &source);
    if (status != STATUS_OK) return status;
    write_as_field(change, field, &value);
    record_init(&claim, RECORD_CLAIM);
    record_set(&claim, CLAIM_EVENT, record_get(&event.event, EVENT_ID));
    record_set(&claim, CLAIM_SOURCE, source);
    record_set(&claim, CLAIM_FIELD, field);
    record_set(&claim, CLAIM_VALUE, value);
    return put_small(change, &claim);
}

/* ---- confirm --------------------------------------------------------------------------------------------------------------- */

struct confirmation {
    struct slice text; /* a day, month or year, as it is kept */
    int64_t first, last;
};

static bool format_day(struct arena *arena, int64_t day, struct slice *text) {
    char out[EDTF_DAY_SIZE];
    size_t size = edtf_format_day(day, out);
    return arena_copy(arena, (struct slice){out, size}, text);
}

static enum status parse_day(struct change *change, struct confirmation *day) {
    struct query_dates dates = front_dates(change->database, change->request->today);
    struct record sketch;
    int at;
    day->text = slice_trim(slice_from(change->request->on));
    if (slice_is_empty(day->text) || !change->request->source || !*change->request->source) {
        error_set(change->error, STATUS_USAGE, "a confirmation needs a day and a source");
        error_advise(change->error, "confirm ID --on DATE --source SOURCE: who says that it held, and on which day");
        return STATUS_USAGE;
    }
    enum status status = query_parse_range(&dates, &change->arena, day->text, &day->first, &day->last, change->error);
    if (status != STATUS_OK) return change->error->status = status == STATUS_NOT_FOUND ? STATUS_BAD_INPUT : status;
    if (day->first == day->last) return format_day(&change->arena, day->first, &day->text) ? STATUS_OK : no_memory(change);
    record_init(&sketch, RECORD_EVENT);
    record_set(&sketch, EVENT_ID, SLICE_OF("sketch"));
    record_set(&sketch, EVENT_LAST_CONFIRMED, day->text);
    status = record_normalize(&change->arena, &sketch, NULL, &at, change->error);
    day->text = record_get(&sketch, EVENT_LAST_CONFIRMED);
    return status;
}

static enum status check_kind(struct change *change, const struct stored_event *event) {
    struct slice id = record_get(&event->event, EVENT_ID), status = record_get(&event->event, EVENT_STATUS);
    struct slice kind = record_get(&event->event, EVENT_KIND);
    struct error *error = change->error;
    if (event->times.duration != KIND_STANDING) {
        error_set(error, STATUS_BAD_INPUT, "%.*s is a %.*s: it does not go on, so that nothing can be confirmed of a later day",
                  (int)id.size, id.data, (int)kind.size, kind.data);
        error_advise(error, "for another source of it: detente edit %.*s sources+=SOURCE", (int)id.size, id.data);
        return STATUS_BAD_INPUT;
    }
    if (event_status_is_real(status)) return STATUS_OK;
    error_set(error, STATUS_BAD_INPUT, "%.*s is %.*s, so that it does not hold", (int)id.size, id.data, (int)status.size,
              status.data);
    error_advise(error, "when it came about after all: detente edit %.*s status=reported", (int)id.size, id.data);
    return STATUS_BAD_INPUT;
}

static enum status check_bounds(struct change *change, const struct stored_event *event, const struct confirmation *day) {
    struct slice id = record_get(&event->event, EVENT_ID), text;
    const struct event_times *times = &event->times;
    struct error *error = change->error;
    if (day->first > change->request->today) {
        error_set(error, STATUS_BAD_INPUT, "%.*s is yet to come", (int)day->text.size, day->text.data);
        error_advise(error, "give a day up to today on which a source says that %.*s held", (int)id.size, id.data);
        return STATUS_BAD_INPUT;
    }
    if (day->last < times->start_min) {
        if (!format_day(&change->arena, times->start_min, &text)) return no_memory(change);
        error_set(error, STATUS_BAD_INPUT, "%.*s began on %.*s, after that day", (int)id.size, id.data, (int)text.size, text.data);
        error_advise(error, "give a later day, or correct its start: detente edit %.*s date=DATE", (int)id.size, id.data);
        return STATUS_BAD_INPUT;
    }
    if (times->end_max == DAY_MAX || times->end_max > day->first) return STATUS_OK;
    if (!format_day(&change->arena, times->end_max, &text)) return no_memory(change);
    error_set(error, STATUS_BAD_INPUT, "%.*s no longer held from %.*s on", (int)id.size, id.data, (int)text.size, text.data);
    error_advise(error, "give a day before that; `detente show %.*s` says where its end is from", (int)id.size, id.data);
    return STATUS_BAD_INPUT;
}

/* A month was confirmed by a day in it, and the other way round. */
static enum status is_later(struct change *change, const struct record *event, const struct confirmation *day, bool *later) {
    struct slice there = record_get(event, EVENT_LAST_CONFIRMED);
    struct edtf known;
    *later = true;
    if (slice_is_empty(there)) return STATUS_OK;
    enum status status = edtf_parse(there, &known, NULL, change->error);
    *later = status == STATUS_OK && day->first > known.min;
    return status;
}

static enum status put_confirmation(struct change *change, const struct record *event, const struct confirmation *day,
                                    struct slice source) {
    struct record now, claim;
    enum store_change was;
    struct slice_list sources;
    struct slice cell;
    record_init(&now, RECORD_EVENT);
    record_set(&now, EVENT_ID, record_get(event, EVENT_ID));
    record_set(&now, EVENT_KIND, record_get(event, EVENT_KIND));
    record_set(&now, EVENT_DATE, record_get(event, EVENT_DATE));
    record_set(&now, EVENT_LAST_CONFIRMED, day->text);
    struct buffer list;
    buffer_init(&list);
    bool good = cell_parse_list(&change->arena, record_get(event, EVENT_SOURCES), &sources) &&
                arena_append(&change->arena, &sources, source);
    if (good) cell_append_list(&list, &sources);
    good = good && !buffer_failed(&list) && arena_copy(&change->arena, buffer_slice(&list), &cell);
    buffer_free(&list);
    if (!good) return no_memory(change);
    record_set(&now, EVENT_SOURCES, cell);
    enum status status = change_put(change, &now, &was);
    record_init(&claim, RECORD_CLAIM);
    record_set(&claim, CLAIM_EVENT, record_get(event, EVENT_ID));
    record_set(&claim, CLAIM_SOURCE, source);
    record_set(&claim, CLAIM_FIELD, SLICE_OF("last_confirmed"));
    record_set(&claim, CLAIM_VALUE, day->text);
    return status == STATUS_OK ? change_put(change, &claim, &was) : status;
}

enum status change_confirm(struct change *change) {
    struct stored_event event;
    struct confirmation day;
    struct record kept;
    struct slice source, id;
    bool later = false, found = false;
    if (change->request->words.count != 1) return error_set(change->error, STATUS_USAGE, "confirm takes one id");
    enum status status = find_event(change, change->request->words.items[0], &event);
    if (status == STATUS_OK) status = parse_day(change, &day);
    if (status == STATUS_OK) status = check_kind(change, &event);
    if (status == STATUS_OK) status = check_bounds(change, &event, &day);
    if (status == STATUS_OK) status = find_source(change, change->request->source, &source);
    if (status == STATUS_OK) status = change_tell_name(change, &event.event);
    if (status == STATUS_OK) status = is_later(change, &event.event, &day, &later);
    if (status != STATUS_OK) return status;
    id = record_get(&event.event, EVENT_LAST_CONFIRMED);
    if (!later) {
        change->summary->unchanged++;
        change_remark(change, "already confirmed on %.*s", (int)id.size, id.data);
        return STATUS_OK;
    }
    status = put_confirmation(change, &event.event, &day, source);
    id = record_get(&event.event, EVENT_ID);
    if (status == STATUS_OK)
        status = store_get(change->database->store, RECORD_EVENT, id, &change->arena, &kept, &found, change->error);
    if (status == STATUS_OK && found) change->summary->fields = change_count_fields(&event.event, &kept);
    return status;
}
