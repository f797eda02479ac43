/* merge: two records of one thing become one; and a record under a new id. The old id keeps leading to the new. */
#include "change.h"

#include "model/join.h"
#include "model/reference.h"
#include "model/value.h"

enum { SHOWN = 80 };

static int shown(struct slice text) { return (int)(text.size < SHOWN ? text.size : SHOWN); }

static enum status no_memory(struct change *change) { return error_set(change->error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- which two ----------------------------------------------------------------------------------------------- */

struct merge {
    struct change *change;
    enum record_type type;
    struct record old, into;
    struct slice old_id, into_id;
    bool into_is_kept; /* false: only the reference table has it */
    struct slice made_source; /* of the bare address of the event that goes; empty: none was made */
};

static const enum record_type merged_types[] = {RECORD_EVENT, RECORD_PERSON, RECORD_ORGANIZATION, RECORD_SOURCE};

/* Types in which a record has exactly that id, a bit for each. */
static enum status find_types(struct change *change, struct slice id, unsigned *types) {
    *types = 0;
    for (size_t i = 0; i < sizeof merged_types / sizeof *merged_types; i++) {
        struct record record;
        struct arena_mark mark = arena_mark(&change->arena);
        bool found = false;
        enum status status = store_get(change->database->store, merged_types[i], id, &change->arena, &record, &found,
                                       change->error);
        arena_rewind(&change->arena, mark);
        if (status != STATUS_OK) return status;
        bool known = merged_types[i] == RECORD_ORGANIZATION && reference_find(RECORD_ORGANIZATION, id);
        if (found || known) *types |= 1u << merged_types[i];
    }
    return STATUS_OK;
}

static enum status get_record(struct merge *merge, struct slice id, struct record *record, bool *found) {
    struct change *change = merge->change;
    return store_get(change->database->store, merge->type, id, &change->arena, record, found, change->error);
}

/* Both by their ids, in the first type that has both. */
static enum status find_by_ids(struct merge *merge, const char *const *words, bool *found) {
    unsigned types[2];
    struct slice ids[2] = {slice_trim(slice_from(words[0])), slice_trim(slice_from(words[1]))};
    enum status status = find_types(merge->change, ids[0], &types[0]);
    if (status == STATUS_OK) status = find_types(merge->change, ids[1], &types[1]);
    *found = false;
    for (size_t i = 0; status == STATUS_OK && !*found && i < sizeof merged_types / sizeof *merged_types; i++) {
        if (!(types[0] & types[1] & 1u << merged_types[i])) continue;
        merge->type = merged_types[i];
        merge->old_id = ids[0];
        merge->into_id = ids[1];
        *found = true;
    }
    return status;
}

static enum status refuse_merged(struct change *change, struct slice old, struct slice now, struct slice into) {
    bool done = slice_equals(now, into);
    error_set(change->error, STATUS_BAD_INPUT, "%.*s was merged into %.*s%s", shown(old), old.data, shown(now), now.data,
              done ? " already" : "");
    if (!done) error_advise(change->error, "`detente merge %.*s %.*s` merges that one", shown(now), now.data, shown(into), into.data);
    return STATUS_BAD_INPUT;
}

static const char *article_of(enum record_type type) {
    return type == RECORD_EVENT || type == RECORD_ORGANIZATION ? "an" : "a";
}

/* One of them by a name, or by an id that was merged. */
static enum status find_by_words(struct merge *merge, const char *const *words) {
    struct change *change = merge->change;
    struct record records[2];
    enum record_type types[2];
    int64_t key;
    struct slice old = slice_trim(slice_from(words[0])), now = SLICE_NONE;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < 2; i++) status = change_find(change, words[i], &types[i], &key, &records[i]);
    if (status == STATUS_OK) status = store_follow(change->database->store, old, &change->arena, &now, change->error);
    if (status != STATUS_OK) return status;
    merge->type = types[0];
    merge->old_id = record_get(&records[0], 0);
    merge->into_id = record_get(&records[1], 0);
    if (slice_equals(now, merge->old_id)) return refuse_merged(change, old, now, merge->into_id);
    if (types[0] == types[1]) return STATUS_OK;
    error_set(change->error, STATUS_BAD_INPUT, "%.*s is %s %s and %.*s %s %s: only records of one type can be merged",
              shown(merge->old_id), merge->old_id.data, article_of(types[0]), record_info(types[0])->name,
              shown(merge->into_id), merge->into_id.data, article_of(types[1]), record_info(types[1])->name);
    error_advise(change->error, "name two events, people, organizations or sources");
    return STATUS_BAD_INPUT;
}

static enum status check_types(struct merge *merge) {
    const char *name = record_info(merge->type)->name;
    bool can = false;
    for (size_t i = 0; i < sizeof merged_types / sizeof *merged_types; i++) can = can || merged_types[i] == merge->type;
    if (can) return STATUS_OK;
    error_set(merge->change->error, STATUS_BAD_INPUT, "a %s cannot be merged: events, people, organizations and sources can",
              name);
    if (merge->type == RECORD_COUNTRY)
        error_advise(merge->change->error, "a country is what its code says; another name for it is an alias: `detente edit ID "
                     "aliases+=NAME`");
    else error_advise(merge->change->error, "remove one of the two: `detente remove`");
    return STATUS_BAD_INPUT;
}

/* Reads both. What only the reference table has cannot go, but others can become it. */
static enum status read_both(struct merge *merge) {
    bool found = false;
    enum status status = get_record(merge, merge->old_id, &merge->old, &found);
    if (status != STATUS_OK) return status;
    const struct reference_row *row = merge->type == RECORD_ORGANIZATION ? reference_find(merge->type, merge->old_id) : NULL;
    if (!found || row) {
        error_set(merge->change->error, STATUS_BAD_INPUT, "%.*s stands in the reference table, which is part of the program and "
                  "the same in every record: it cannot be merged away", shown(merge->old_id), merge->old_id.data);
        error_advise(merge->change->error, "merge the other way round, or give it another name as an alias");
        return STATUS_BAD_INPUT;
    }
    status = get_record(merge, merge->into_id, &merge->into, &merge->into_is_kept);
    if (status != STATUS_OK || merge->into_is_kept) return status;
    row = merge->type == RECORD_ORGANIZATION ? reference_find(merge->type, merge->into_id) : NULL;
    if (!row) return front_refuse_unknown(merge->change->database, &merge->change->arena, merge->into_id, merge->change->error);
    reference_to_record(merge->type, row, &merge->into);
    return STATUS_OK;
}

static enum status find_both(struct merge *merge) {
    struct change *change = merge->change;
    const struct detente_words *words = &change->request->words;
    bool found = false;
    if (words->count != 2) {
        error_set(change->error, STATUS_USAGE, "merge takes two ids: the record that goes, and the one that stays");
        return STATUS_USAGE;
    }
    enum status status = find_by_ids(merge, words->items, &found);
    if (status == STATUS_OK && !found) status = find_by_words(merge, words->items);
    if (status == STATUS_OK) status = check_types(merge);
    if (status == STATUS_OK && slice_equals(merge->old_id, merge->into_id)) {
        error_set(change->error, STATUS_BAD_INPUT, "both are %.*s: a record cannot be merged into itself", shown(merge->old_id),
                  merge->old_id.data);
        error_advise(change->error, "name the record that goes, and the one that stays");
        return STATUS_BAD_INPUT;
    }
    return status == STATUS_OK ? read_both(merge) : status;
}

/* ---- what they say together ---------------------------------------------------------------------------------------- */

/* The source of that id, or the one that it was merged into: *id. */
static enum status find_source(struct change *change, struct slice *id, bool *found) {
    struct record there;
    struct slice into;
    enum status status = store_get(change->database->store, RECORD_SOURCE, *id, &change->arena, &there, found, change->error);
    if (status == STATUS_OK && !*found) status = store_follow(change->database->store, *id, &change->arena, &into, change->error);
    if (status != STATUS_OK || *found || slice_is_empty(into)) return status;
    status = store_get(change->database->store, RECORD_SOURCE, into, &change->arena, &there, found, change->error);
    if (*found) *id = into;
    return status;
}

/* A bare address that the event which stays has no room for: a source of it, made when no record has that address. */
static enum status keep_address(struct merge *merge) {
    struct change *change = merge->change;
    struct slice url = record_get(&merge->old, EVENT_SOURCE_URL), id, cell = record_get(&merge->old, EVENT_SOURCES);
    struct record source, claim;
    struct buffer text;
    int field;
    bool clear = slice_is_empty(url) || !record_has(&merge->into, EVENT_SOURCE_URL) ||
                 slice_equals(url, record_get(&merge->into, EVENT_SOURCE_URL));
    if (merge->type != RECORD_EVENT || clear) return STATUS_OK;
    record_init(&source, RECORD_SOURCE);
    record_set(&source, SOURCE_URL, url);
    enum status status = resolve_record(&change->lookup, &change->arena, &source, &claim, &field, change->error);
    id = record_get(&source, SOURCE_ID);
    bool found = false;
    if (status == STATUS_OK) status = find_source(change, &id, &found);
    if (status == STATUS_OK && !found) status = change->beneath.make(change->beneath.context, &source, change->error);
    if (status != STATUS_OK) return status;
    if (!found) merge->made_source = id;
    buffer_init(&text);
    buffer_append_slice(&text, cell);
    if (text.size) buffer_append_byte(&text, ';');
    buffer_append_slice(&text, id);
    if (!value_keep_buffer(&change->arena, &text, &cell)) return no_memory(change);
    merge->old.values[EVENT_SOURCES] = cell;
    merge->old.values[EVENT_SOURCE_URL] = SLICE_NONE;
    return STATUS_OK;
}

/* An end that does not go with the rest is left out again. */
static enum status check_times(struct merge *merge, struct record *joined) {
    struct event_times times;
    struct error ignored = {0};
    int field;
    if (merge->type != RECORD_EVENT || event_find_times(joined, &times, &field, &ignored) == STATUS_OK) return STATUS_OK;
    joined->values[EVENT_END] = record_get(&merge->into, EVENT_END);
    joined->values[EVENT_TIME] = record_get(&merge->into, EVENT_TIME);
    return STATUS_OK;
}

/* Does it say no more than the reference table? Then it is no record of its own. */
static bool is_reference(const struct merge *merge, const struct record *joined) {
    const struct reference_row *row = merge->type == RECORD_ORGANIZATION ? reference_find(merge->type, merge->into_id) : NULL;
    struct record known;
    if (!row || merge->into_is_kept || joined->extra_count) return false;
    reference_to_record(merge->type, row, &known);
    for (size_t i = 0; i < record_info(merge->type)->field_count; i++)
        if (!slice_equals(known.values[i], joined->values[i])) return false;
    return true;
}

/* ---- what is told -------------------------------------------------------------------------------------------------- */

struct counted {
    enum record_type type;
    const char *one, *many;
};

/* "3 events, 2 claims and 1 link" */
static void append_counts(struct buffer *text, const int64_t *numbers) {
    static const struct counted counted[] = {
        {RECORD_EVENT, "event", "events"}, {RECORD_CLAIM, "claim", "claims"},   {RECORD_LINK, "link", "links"},
        {RECORD_TERM, "term", "terms"},    {RECORD_SOURCE, "source", "sources"}, {RECORD_PERSON, "person", "people"},
        {RECORD_COVERAGE, "coverage", "coverages"}, {RECORD_NOTE, "note", "notes"}};
    size_t parts = 0, part = 0, count = sizeof counted / sizeof *counted;
    for (size_t i = 0; i < count; i++) parts += numbers[counted[i].type] > 0;
    for (size_t i = 0; i < count; i++) {
        int64_t number = numbers[counted[i].type];
        if (number == 0) continue;
        if (part) buffer_append_text(text, part + 1 == parts ? " and " : ", ");
        buffer_append_integer(text, number);
        buffer_append_format(text, " %s", number == 1 ? counted[i].one : counted[i].many);
        part++;
    }
}

static int64_t sum(const int64_t *numbers) {
    int64_t all = 0;
    for (int type = 0; type < RECORD_TYPES; type++) all += numbers[type];
    return all;
}

/* One line of the remark; a line that has no room is left out. */
static enum status tell_line(struct change *change, struct buffer *text) {
    char *remark = change->summary->remark;
    size_t at = strlen(remark), size = sizeof change->summary->remark;
    bool failed = buffer_failed(text), fits = !failed && at + 1 + text->size < size;
    if (fits && at) remark[at++] = '\n';
    if (fits && text->size) memcpy(remark + at, text->data, text->size);
    if (fits) remark[at + text->size] = '\0';
    buffer_free(text);
    return failed ? no_memory(change) : STATUS_OK;
}

static enum status tell_counts(struct change *change, const struct store_renaming *told, struct slice now) {
    struct buffer text;
    int64_t moved = sum(told->moved), joined = sum(told->joined);
    buffer_init(&text);
    append_counts(&text, told->moved);
    if (!moved) buffer_append_text(&text, "nothing else named it");
    else buffer_append_format(&text, " now %s %.*s", moved == 1 ? "names" : "name", shown(now), now.data);
    if (joined) {
        buffer_append_text(&text, "; ");
        append_counts(&text, told->joined);
        buffer_append_text(&text, joined == 1 ? " said the same and became one with the other"
                                              : " said the same and became one with others");
    }
    if (told->looped)
        buffer_append_format(&text, "; %lld %s between the two went", (long long)told->looped, told->looped == 1 ? "link" : "links");
    return tell_line(change, &text);
}

enum { REMARKS_SHOWN = 4 };

static enum status tell_difference(struct merge *merge, const struct join_remark *remark) {
    struct slice old = merge->old_id, into = merge->into_id, other = value_excerpt(remark->other);
    const char *more = other.size < remark->other.size ? "…" : "";
    struct buffer text;
    buffer_init(&text);
    if (remark->lacking)
        buffer_append_format(&text, "left out the %.*s \"%.*s%s\" of %.*s, which goes with what differs", shown(remark->field),
                             remark->field.data, (int)other.size, other.data, more, shown(old), old.data);
    else
        buffer_append_format(&text, "kept the %.*s of %.*s, where %.*s has \"%.*s%s\"", shown(remark->field), remark->field.data,
                             shown(into), into.data, shown(old), old.data, (int)other.size, other.data, more);
    return tell_line(merge->change, &text);
}

/* What the record that goes says otherwise, which is nowhere but in the log afterwards. */
static enum status tell_differences(struct merge *merge, const struct join_remarks *remarks) {
    struct slice old = merge->old_id, into = merge->into_id, made = merge->made_source;
    struct buffer text;
    enum status status = STATUS_OK;
    size_t more = remarks->count > REMARKS_SHOWN ? remarks->count - REMARKS_SHOWN : 0;
    buffer_init(&text);
    if (made.size) {
        buffer_append_format(&text, "%.*s names the address of %.*s as source %.*s", shown(into), into.data, shown(old), old.data,
                             shown(made), made.data);
        status = tell_line(merge->change, &text);
    }
    for (size_t i = 0; status == STATUS_OK && i < remarks->count && i < REMARKS_SHOWN; i++)
        status = tell_difference(merge, &remarks->items[i]);
    if (status != STATUS_OK || !more) return status;
    buffer_init(&text);
    buffer_append_format(&text, "%zu more %s (`detente log %.*s` has them)", more, more == 1 ? "field differs" : "fields differ",
                         shown(old), old.data);
    return tell_line(merge->change, &text);
}

/* Who names the old address alone gets the id that is made of it: that one leads on too, or the source would come back with
 * the next file. Not the address itself: a row of a source that has it would then be put as the one that stays. */
static enum status keep_old_address(struct merge *merge, const struct record *joined) {
    struct change *change = merge->change;
    struct record bare;
    struct slice url = record_get(&merge->old, SOURCE_URL), made, at;
    bool found = false;
    if (merge->type != RECORD_SOURCE || slice_is_empty(url) || slice_equals(url, record_get(joined, SOURCE_URL)))
        return STATUS_OK;
    record_init(&bare, RECORD_SOURCE);
    record_set(&bare, SOURCE_URL, url);
    if (!resolve_source_id(&change->arena, &bare, &made)) return no_memory(change);
    at = made;
    enum status status = slice_equals(made, merge->old_id) ? STATUS_OK : find_source(change, &at, &found);
    bool done = found || slice_equals(made, merge->old_id); /* another's id now, or it leads on already */
    return status == STATUS_OK && !done ? change_put_note(change, made, "merged", merge->into_id) : status;
}

/* ---- the merge ------------------------------------------------------------------------------------------------------- */

enum status change_merge(struct change *change) {
    struct merge merge = {.change = change};
    struct join_remarks remarks = {NULL, 0, 0};
    struct record joined;
    struct store_renaming told;
    enum status status = find_both(&merge);
    if (status == STATUS_OK) status = keep_address(&merge);
    if (status == STATUS_OK)
        status = record_join(&change->arena, &merge.into, &merge.old, &joined, &remarks, change->error);
    if (status == STATUS_OK) status = check_times(&merge, &joined);
    if (status != STATUS_OK) return status;
    status = store_rename(change->database->store, merge.type, merge.old_id, is_reference(&merge, &joined) ? NULL : &joined,
                          merge.into_id, &told, change->error);
    if (status == STATUS_OK) status = change_put_note(change, merge.old_id, "merged", merge.into_id);
    if (status == STATUS_OK) status = keep_old_address(&merge, &joined);
    if (status == STATUS_OK) status = tell_counts(change, &told, merge.into_id);
    if (status == STATUS_OK) status = tell_differences(&merge, &remarks);
    return status == STATUS_OK ? change_tell_name(change, &merge.into) : status;
}

/* ---- another id --------------------------------------------------------------------------------------------------------- */

static enum status check_free(struct change *change, enum record_type type, struct slice id) {
    struct record record;
    bool found = false;
    if (type == RECORD_ORGANIZATION && reference_find(type, id)) found = true;
    enum status status = found ? STATUS_OK
                       : store_get(change->database->store, type, id, &change->arena, &record, &found, change->error);
    if (status != STATUS_OK || !found) return status;
    error_set(change->error, STATUS_BAD_INPUT, "the %s %.*s is there already", record_info(type)->name, shown(id), id.data);
    error_advise(change->error, "take another id, or make the two one: `detente merge`");
    return STATUS_BAD_INPUT;
}

enum status change_rename(struct change *change, enum record_type type, const struct record *old, struct slice new_id) {
    struct merge merge = {.change = change, .type = type};
    struct slice old_id = record_get(old, 0);
    struct store_renaming told;
    struct record now = *old;
    int field = -1;
    enum status status = check_types(&merge);
    if (status == STATUS_OK && type == RECORD_ORGANIZATION && reference_find(type, old_id))
        status = error_set(change->error, STATUS_BAD_INPUT, "%.*s stands in the reference table: its id is the same in every "
                           "record", shown(old_id), old_id.data);
    record_set(&now, 0, new_id);
    if (status == STATUS_OK) status = record_normalize(&change->arena, &now, NULL, &field, change->error);
    if (status == STATUS_OK) status = check_free(change, type, record_get(&now, 0));
    if (status != STATUS_OK) return status;
    struct slice to = record_get(&now, 0);
    status = store_rename(change->database->store, type, old_id, &now, to, &told, change->error);
    if (status == STATUS_OK) status = change_put_note(change, old_id, "merged", to);
    if (status == STATUS_OK) status = tell_counts(change, &told, to);
    return status;
}
