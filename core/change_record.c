/* add and edit: a record from settings or JSON, put as an import puts a row.
 *
 * An edit keeps what it does not name. Of a record without an id the key is made of fields, so that changing one of them is
 * a new record in the place of the old one; of a record with an id another id is a renaming. */
#include "change.h"

#include "ask/duplicate.h"
#include "base/utf8.h"
#include "model/nearest.h"
#include "model/reference.h"

static enum status no_memory(struct change *change) { return error_set(change->error, STATUS_NO_MEMORY, "out of memory"); }

static int shown_size(struct slice text) { return (int)(text.size < 80 ? text.size : 80); }

static bool has_id(enum record_type type) { return slice_is(slice_from(record_field(type, 0)->name), "id"); }

static bool name_record(struct change *change, const struct record *record, struct slice *name) {
    struct buffer text;
    buffer_init(&text);
    record_append_name(&text, record);
    bool good = !buffer_failed(&text) && arena_copy(&change->arena, buffer_slice(&text), name);
    buffer_free(&text);
    return good;
}

/* ---- what is there already ------------------------------------------------------------------------------------------ */

static enum status make_nothing(void *context, const struct record *record, struct error *error) {
    (void)context;
    (void)record;
    (void)error;
    return STATUS_OK;
}

/* The record in canonical form, names resolved, nothing made and nothing told. */
static enum status find_canonical(struct change *change, const struct record *record, struct record *canonical) {
    struct lookup lookup = change->beneath;
    struct record claim;
    int field = -1;
    lookup.make = make_nothing;
    *canonical = *record;
    enum status status = record_normalize(&change->arena, canonical, NULL, &field, change->error);
    if (status != STATUS_OK) return status;
    return resolve_record(&lookup, &change->arena, canonical, &claim, &field, change->error);
}

static bool same_key(const struct record *a, const struct record *b) {
    const struct record_info *info = record_info(a->type);
    for (size_t i = 0; i < info->field_count; i++)
        if (info->fields[i].flags & FIELD_KEY && !slice_equals(a->values[i], b->values[i])) return false;
    return true;
}

/* The record that has the key of a canonical one. */
static enum status find_same(struct change *change, const struct record *canonical, struct record *there, bool *found) {
    struct slice name;
    if (has_id(canonical->type))
        return store_get(change->database->store, canonical->type, record_get(canonical, 0), &change->arena, there, found,
                         change->error);
    if (!name_record(change, canonical, &name)) return no_memory(change);
    enum status status = front_find_record(change->database, &change->arena, name, there, found, NULL, change->error);
    *found = *found && there->type == canonical->type && same_key(there, canonical);
    return status;
}

static enum status refuse_same(struct change *change, const struct record *record) {
    struct slice name;
    if (!name_record(change, record, &name)) return no_memory(change);
    error_set(change->error, STATUS_BAD_INPUT, "%s %.*s is there already", record_info(record->type)->name, (int)name.size,
              name.data);
    error_advise(change->error, "`detente edit %.*s` changes it", (int)name.size, name.data);
    return STATUS_BAD_INPUT;
}

static enum status check_merged(struct change *change, const struct record *record) {
    struct slice id = record_get(record, 0), into;
    if (!has_id(record->type)) return STATUS_OK;
    enum status status = store_follow(change->database->store, id, &change->arena, &into, change->error);
    if (status != STATUS_OK || slice_is_empty(into)) return status;
    error_set(change->error, STATUS_BAD_INPUT, "%.*s was merged into %.*s, and leads there", (int)id.size, id.data,
              (int)into.size, into.data);
    error_advise(change->error, "take another id, or edit %.*s", (int)into.size, into.data);
    return STATUS_BAD_INPUT;
}

static enum status check_new(struct change *change, const struct record *record) {
    struct record canonical, there;
    bool found = false;
    if (record->type == RECORD_PARTY || (record->type == RECORD_EVENT && !record_has(record, EVENT_ID))) return STATUS_OK;
    enum status status = find_canonical(change, record, &canonical);
    if (status == STATUS_OK) status = find_same(change, &canonical, &there, &found);
    if (status != STATUS_OK) return status;
    bool known = canonical.type == RECORD_COUNTRY || canonical.type == RECORD_ORGANIZATION
                     ? reference_find(canonical.type, record_get(&canonical, 0)) != NULL : false;
    return found || known ? refuse_same(change, &canonical) : check_merged(change, &canonical);
}

/* ---- add ------------------------------------------------------------------------------------------------------------- */

static enum status find_type(struct change *change, enum record_type *type) {
    struct slice word = slice_trim(slice_from(change->request->words.count ? change->request->words.items[0] : ""));
    struct nearest nearest = {.word = word};
    char names[120];
    *type = record_find_type(word);
    if (*type != RECORD_TYPES) return STATUS_OK;
    for (int i = 0; i < RECORD_TYPES; i++) nearest_offer(&nearest, slice_from(record_info((enum record_type)i)->name));
    nearest_format(&nearest, names, sizeof names);
    error_set(change->error, STATUS_USAGE, "\"%.*s\" is no type of record", shown_size(word), word.data);
    if (names[0]) error_advise(change->error, "did you mean %s?", names);
    else error_advise(change->error, "types are event, person, term, source, claim, link, country, organization, coverage, note "
                      "and party");
    return STATUS_USAGE;
}

static bool raise_letters(struct arena *arena, struct slice *text) {
    char *out = arena_string(arena, *text);
    for (size_t i = 0; out && i < text->size; i++)
        if (out[i] >= 'a' && out[i] <= 'z') out[i] = (char)(out[i] - ('a' - 'A'));
    *text = (struct slice){out, text->size};
    return out != NULL;
}

/* A person or an organization gets its id from its name, as one that is only named does. */
static enum status make_id(struct change *change, struct record *record) {
    enum { SLUG_MAX = 60 };
    struct slice name = slice_trim(record_get(record, 1)), id;
    struct error ignored = {0};
    bool named = record->type == RECORD_PERSON || record->type == RECORD_ORGANIZATION;
    if (!named || !slice_is_empty(slice_trim(record_get(record, 0)))) return STATUS_OK;
    if (slice_is_empty(name)) {
        error_set(change->error, STATUS_BAD_INPUT, "name is missing");
        error_advise(change->error, "every %s needs its name; an id is made of it", record_info(record->type)->name);
        return STATUS_BAD_INPUT;
    }
    if (resolve_name(&change->beneath, &change->arena, record->type, name, DAY_MIN, DAY_MAX, &id, &ignored) == STATUS_OK) {
        error_set(change->error, STATUS_BAD_INPUT, "%.*s is there already: %.*s", shown_size(name), name.data, (int)id.size,
                  id.data);
        error_advise(change->error, "another one of that name needs an id of its own: id=…");
        return STATUS_BAD_INPUT;
    }
    if (!utf8_slug(&change->arena, name, SLUG_MAX, &id)) return no_memory(change);
    if (record->type == RECORD_ORGANIZATION && !raise_letters(&change->arena, &id)) return no_memory(change);
    if (!slice_is_empty(id)) record_set(record, 0, id);
    return STATUS_OK;
}

/* The lines of a party stand in its event. */
static enum status tell_added(struct change *change, const struct record *record) {
    struct record event;
    if (record->type != RECORD_PARTY) return change_tell_name(change, record);
    record_init(&event, RECORD_EVENT);
    record_set(&event, EVENT_ID, record_get(record, PARTY_EVENT));
    return change_tell_name(change, &event);
}

struct doubles {
    struct change *change;
    bool told;
};

/* One that was there before says enough. */
static enum status hear_double(void *context, const struct stored_event *one, const struct stored_event *other,
                               struct error *error) {
    struct doubles *doubles = context;
    struct change *change = doubles->change;
    bool first = one->key > other->key;
    struct slice added = record_get(first ? &one->event : &other->event, EVENT_ID);
    struct slice there = record_get(first ? &other->event : &one->event, EVENT_ID);
    (void)error;
    change_remark(change, "%.*s may be %.*s recorded again; if so: detente merge %.*s %.*s", (int)added.size, added.data,
                  (int)there.size, there.data, (int)added.size, added.data, (int)there.size, there.data);
    doubles->told = true;
    return STATUS_STOPPED;
}

/* Told, never merged silently. */
static enum status look_for_double(struct change *change, const struct record *record) {
    struct stored_event event;
    struct asker asker;
    bool found = false;
    struct store *store = change->database->store;
    if (record->type != RECORD_EVENT) return STATUS_OK;
    enum status status = store_settle(store, change->error);
    if (status == STATUS_OK)
        status = store_find_event(store, record_get(record, EVENT_ID), &change->arena, &event, &found, change->error);
    if (status == STATUS_OK && found && event.times.start_min > change->request->today &&
        !slice_is(record_get(&event.event, EVENT_STATUS), "planned"))
        change_remark(change, "the day is still to come: status=planned says so");
    if (status != STATUS_OK || !found || !record_has(&event.event, EVENT_TITLE)) return status;
    ask_begin(&asker, store, ASK_NAMES);
    struct doubles doubles = {change, false};
    status = ask_duplicates_of(&asker, &event, false, hear_double, &doubles, change->error);
    ask_end(&asker);
    return status == STATUS_STOPPED && doubles.told ? STATUS_OK : status; /* an interruption stops it too */
}

enum status change_add(struct change *change) {
    const struct detente_change *request = change->request;
    enum record_type type;
    enum store_change was;
    struct record record;
    enum status status = find_type(change, &type);
    if (status != STATUS_OK) return status;
    record_init(&record, type);
    if (!request->record && request->settings.count == 0) {
        error_set(change->error, STATUS_USAGE, "nothing says what the new %s is", record_info(type)->name);
        error_advise(change->error, "give settings, as in title=\"Talks in Paris\", or - for JSON from standard input");
        return STATUS_USAGE;
    }
    if (request->record) status = change_read_json(change, &record);
    if (status == STATUS_OK) status = change_read_settings(change, NULL, &record);
    if (status == STATUS_OK) status = make_id(change, &record);
    if (status == STATUS_OK) status = check_new(change, &record);
    if (status == STATUS_OK) status = change_put(change, &record, &was);
    if (status == STATUS_OK) status = tell_added(change, &record);
    return status == STATUS_OK ? look_for_double(change, &record) : status;
}

/* ---- edit: what is given ---------------------------------------------------------------------------------------------- */

static enum status check_state(struct change *change, const struct record *old, int64_t key) {
    struct hash128 hash;
    char state[HASH128_TEXT];
    struct slice name;
    int64_t revision = 0;
    if (!change->request->state || !change->request->state[0]) return STATUS_OK;
    if (!store_hash_record(old, &hash) || !name_record(change, old, &name)) return no_memory(change);
    hash128_format(hash, state);
    if (strcmp(state, change->request->state) == 0) return STATUS_OK;
    enum status status = store_find_latest(change->database->store, old->type, key, &revision, change->error);
    if (status != STATUS_OK) return status;
    error_set(change->error, STATUS_BAD_INPUT, "%.*s was changed meanwhile by revision %lld", shown_size(name), name.data,
              (long long)revision);
    error_advise(change->error, "`detente diff %lld` shows how; take the record anew and make your change again",
                 (long long)revision);
    return STATUS_BAD_INPUT;
}

static struct extra *find_extra(const struct record *record, struct slice name) {
    for (size_t i = 0; i < record->extra_count; i++)
        if (slice_equals(record->extras[i].name, name)) return &record->extras[i];
    return NULL;
}

/* Extras of `old` that `now` does not name join it, with their value or, to clear them, without. */
static enum status join_extras(struct change *change, const struct record *old, struct record *now, bool clear) {
    struct extra *all = arena_alloc_array(&change->arena, old->extra_count + now->extra_count, sizeof *all);
    size_t count = now->extra_count;
    if (!all) return no_memory(change);
    if (count) memcpy(all, now->extras, count * sizeof *all);
    for (size_t i = 0; i < old->extra_count; i++)
        if (!find_extra(now, old->extras[i].name))
            all[count++] = (struct extra){old->extras[i].name, clear ? SLICE_NONE : old->extras[i].value};
    now->extras = all;
    now->extra_count = count;
    return STATUS_OK;
}

/* Who was handed the whole record and gives it back has taken away what is missing. */
static enum status clear_missing(struct change *change, const struct record *old, struct record *now) {
    const struct record_info *info = record_info(now->type);
    for (size_t i = 0; i < info->field_count; i++) {
        bool shorthand = now->type == RECORD_EVENT && (i == EVENT_IMPOSER || i == EVENT_TARGET);
        if (!shorthand && !record_is_given(now, (int)i) && record_has(old, (int)i) && !(has_id(now->type) && i == 0))
            record_set(now, (int)i, SLICE_NONE);
    }
    return join_extras(change, old, now, true);
}

/* Names are read in the light of the event's day, and a quote rests on its sources. */
static void give_context(const struct record *old, struct record *now) {
    static const int lights[] = {EVENT_KIND, EVENT_DATE};
    if (old->type == RECORD_EVENT) {
        for (size_t i = 0; i < sizeof lights / sizeof *lights; i++)
            if (!record_is_given(now, lights[i])) record_set(now, lights[i], record_get(old, lights[i]));
        bool described = record_has(now, EVENT_SOURCE_URL) || record_has(now, EVENT_SOURCE_TITLE);
        if (record_has(now, EVENT_QUOTE) && !described && !record_is_given(now, EVENT_SOURCES))
            record_set(now, EVENT_SOURCES, record_get(old, EVENT_SOURCES));
    }
    /* Of one that only the reference table has. */
    if ((old->type == RECORD_COUNTRY || old->type == RECORD_ORGANIZATION) && !record_is_given(now, 1))
        record_set(now, 1, record_get(old, 1));
}

static enum status read_change(struct change *change, const struct record *old, struct record *now) {
    const struct detente_change *request = change->request;
    enum status status = STATUS_OK;
    record_init(now, old->type);
    if (!request->record && request->settings.count == 0) {
        error_set(change->error, STATUS_USAGE, "nothing says what is to change");
        error_advise(change->error, "give settings, as in title=\"Talks in Paris\", or - for JSON from standard input");
        return STATUS_USAGE;
    }
    if (request->record) status = change_read_json(change, now);
    if (status == STATUS_OK && request->record && request->state && request->state[0])
        status = clear_missing(change, old, now);
    return status == STATUS_OK ? change_read_settings(change, old, now) : status;
}

/* ---- edit: doing it ----------------------------------------------------------------------------------------------------- */

/* Another id: checked as an id, free, and of the same kind of record. */
static enum status check_free_id(struct change *change, enum record_type type, struct slice *id) {
    struct record named, there;
    bool found = false;
    int field;
    record_init(&named, type);
    record_set(&named, 0, *id);
    if (slice_is_empty(slice_trim(*id))) {
        error_set(change->error, STATUS_BAD_INPUT, "every %s needs an id", record_info(type)->name);
        return STATUS_BAD_INPUT;
    }
    enum status status = record_normalize(&change->arena, &named, NULL, &field, change->error);
    if (status == STATUS_OK) status = find_same(change, &named, &there, &found);
    if (status == STATUS_OK && !found) status = check_merged(change, &named);
    *id = record_get(&named, 0);
    if (status != STATUS_OK || !found) return status;
    error_set(change->error, STATUS_BAD_INPUT, "%s %.*s is there already", record_info(type)->name, (int)id->size, id->data);
    error_advise(change->error, "when both are one: detente merge %s %.*s", change->request->words.items[0], (int)id->size,
                 id->data);
    return STATUS_BAD_INPUT;
}

/* A code is what a country is; and the table of the program is not ours to change. */
static enum status check_may_change(struct change *change, const struct record *old, int64_t key) {
    struct slice id = record_get(old, 0);
    if (old->type != RECORD_COUNTRY && key != 0) return STATUS_OK;
    error_set(change->error, STATUS_BAD_INPUT, "the id of %s %.*s cannot change: it is %s", record_info(old->type)->name,
              (int)id.size, id.data, old->type == RECORD_COUNTRY ? "the country's code" : "in the table that is part of the "
              "program");
    error_advise(change->error, "another name for it is an alias: detente edit %.*s aliases+=NAME", (int)id.size, id.data);
    return STATUS_BAD_INPUT;
}

static enum status edit_with_id(struct change *change, struct record *old, int64_t key, struct record *now,
                                enum store_change *was) {
    struct slice id = record_is_given(now, 0) ? slice_trim(record_get(now, 0)) : record_get(old, 0);
    enum status status = STATUS_OK;
    bool found = true;
    if (!slice_equals(id, record_get(old, 0))) {
        status = check_may_change(change, old, key);
        if (status == STATUS_OK) status = check_free_id(change, old->type, &id);
        if (status == STATUS_OK) status = change_rename(change, old->type, old, id);
        if (status == STATUS_OK)
            status = store_get(change->database->store, old->type, id, &change->arena, old, &found, change->error);
        if (status == STATUS_OK && !found)
            status = error_set(change->error, STATUS_CORRUPT, "%.*s is not there after it was renamed", (int)id.size, id.data);
    }
    record_set(now, 0, id);
    give_context(old, now);
    return status == STATUS_OK ? change_put(change, now, was) : status;
}

/* Notes speak of it by its name, which is now another one. */
static enum status move_notes(struct change *change, struct slice from, struct slice to) {
    struct record *notes;
    size_t count;
    enum store_change was;
    enum status status = store_list(change->database->store, RECORD_NOTE, from, &change->arena, &notes, &count, change->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct record note = notes[i];
        record_set(&note, NOTE_RECORD, to);
        note.given = ~UINT64_C(0);
        status = change_put(change, &note, &was);
    }
    return status;
}

static enum status replace_record(struct change *change, const struct record *old, int64_t key, struct record *now,
                                  const struct record *canonical, enum store_change *was) {
    struct record there;
    struct store_removal removal = {{0}};
    struct slice before, after;
    bool found = false;
    enum status status = find_same(change, canonical, &there, &found);
    if (status == STATUS_OK && found) return refuse_same(change, canonical);
    if (!name_record(change, old, &before) || !name_record(change, canonical, &after)) return no_memory(change);
    if (status == STATUS_OK) status = change_put(change, now, was);
    if (status == STATUS_OK) status = move_notes(change, before, after);
    if (status == STATUS_OK) status = store_remove(change->database->store, old->type, key, &removal, change->error);
    change_remark(change, "it was %.*s", shown_size(before), before.data);
    return status;
}

/* The whole record is put: what is not named keeps its value. */
static enum status edit_with_key(struct change *change, const struct record *old, int64_t key, struct record *now,
                                 enum store_change *was) {
    struct record canonical;
    for (size_t i = 0; i < record_info(old->type)->field_count; i++)
        if (!record_is_given(now, (int)i)) record_set(now, (int)i, record_get(old, (int)i));
    enum status status = join_extras(change, old, now, false);
    if (status == STATUS_OK) status = find_canonical(change, now, &canonical);
    if (status != STATUS_OK) return status;
    return same_key(old, &canonical) ? change_put(change, now, was)
                                     : replace_record(change, old, key, now, &canonical, was);
}

uint64_t change_count_fields(const struct record *old, const struct record *now) {
    const struct record_info *info = record_info(old->type);
    uint64_t count = 0;
    bool hidden = false; /* what cells cannot say of parties: it mostly changes with the cells */
    for (size_t i = 0; i < info->field_count; i++) {
        if (slice_equals(old->values[i], now->values[i])) continue;
        if (info->fields[i].flags & FIELD_HIDDEN) hidden = true;
        else count++;
    }
    if (count == 0 && hidden) count = 1;
    for (size_t i = 0; i < old->extra_count; i++) {
        const struct extra *extra = find_extra(now, old->extras[i].name);
        count += !extra || !slice_equals(extra->value, old->extras[i].value);
    }
    for (size_t i = 0; i < now->extra_count; i++) count += !find_extra(old, now->extras[i].name);
    return count;
}

/* What came of it is read back: the record that was put shares its memory with the store. */
static enum status finish_edit(struct change *change, const struct record *old, const struct record *put) {
    struct record kept;
    struct record name_only = *put;
    struct slice name, reason = slice_trim(slice_from(change->request->author.reason));
    bool found = false;
    enum status status = find_same(change, &name_only, &kept, &found);
    if (status != STATUS_OK) return status;
    if (!name_record(change, put, &name)) return no_memory(change);
    status = change_tell_name(change, put);
    change->summary->fields = found ? change_count_fields(old, &kept) : 0;
    bool noted = change->summary->fields && !slice_is_empty(reason) && old->type != RECORD_NOTE;
    if (status != STATUS_OK || !noted) return status;
    change_remark(change, "the reason is shown on %.*s as a correction", shown_size(name), name.data);
    return change_put_note(change, name, "correction", reason);
}

enum status change_edit(struct change *change) {
    struct record old, before, now;
    enum record_type type;
    enum store_change was = STORE_UNCHANGED;
    int64_t key;
    if (change->request->words.count != 1) return error_set(change->error, STATUS_USAGE, "edit takes one id");
    enum status status = change_find(change, change->request->words.items[0], &type, &key, &old);
    before = old;
    if (status == STATUS_OK) status = check_state(change, &old, key);
    if (status == STATUS_OK) status = read_change(change, &old, &now);
    if (status == STATUS_OK)
        status = has_id(type) ? edit_with_id(change, &old, key, &now, &was) : edit_with_key(change, &old, key, &now, &was);
    return status == STATUS_OK ? finish_edit(change, &before, &now) : status;
}
