/* One id in the place of another, in all that names it.
 *
 * Events are found by the facets of the id and never looked through; the other records by their indexes, and by one pass
 * over those of their tables that have none (sources by side, links by source, the cells of terms and coverage). Every
 * record is changed by the one way records change, so that history, names and what is derived follow.
 *
 * Invariant: when the write is settled nothing names the old id but the notes that lead from it. */
#include "inside.h"

#include "../base/cell.h"
#include "../model/join.h"
#include "../model/list.h"

struct renaming {
    struct store *store;
    enum record_type type;
    struct slice from, to;
    struct store_renaming *told;
    struct arena arena; /* of the keys */
    struct arena each;  /* of the record at hand */
    struct error *error;
};

static enum status no_memory(struct renaming *renaming) {
    return error_set(renaming->error, STATUS_NO_MEMORY, "out of memory");
}

/* ---- keys -------------------------------------------------------------------------------------------------- */

struct keys {
    int64_t *items;
    size_t count, capacity;
};

static bool add_key(struct arena *arena, struct keys *keys, int64_t key) {
    if (keys->count == keys->capacity) {
        size_t capacity = keys->capacity ? keys->capacity * 2 : 64;
        int64_t *more = arena_alloc_array(arena, capacity, sizeof *more);
        if (!more) return false;
        if (keys->count) memcpy(more, keys->items, keys->count * sizeof *more);
        keys->items = more;
        keys->capacity = capacity;
    }
    keys->items[keys->count++] = key;
    return true;
}

/* Read whole before anything is written: the statement walks over what the writes change. ?1 the old id, ?2 the new. */
static enum status list_keys(struct renaming *renaming, const char *sql, struct keys *keys) {
    struct statement *list;
    enum status status = engine_prepare(renaming->store->engine, sql, &list, renaming->error);
    if (status != STATUS_OK) return status;
    statement_bind_string(list, 1, renaming->from);
    if (strstr(sql, "?2")) statement_bind_string(list, 2, renaming->to);
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(list, &row, renaming->error);
        if (status != STATUS_OK || !row) break;
        if (!add_key(&renaming->arena, keys, statement_integer(list, 0))) status = no_memory(renaming);
    }
    statement_free(list);
    return status;
}

/* ---- the old id in a field ------------------------------------------------------------------------------------- */

/* Free names, which may be ids all the same. */
static bool is_free_name(enum record_type in, int field, enum record_type type) {
    bool acts = type == RECORD_ORGANIZATION || type == RECORD_PERSON;
    return in == RECORD_LINK && (field == LINK_ASSERTED_BY || field == LINK_DENIED_BY) && acts;
}

static bool refers_to(enum record_type in, int field, enum record_type type) {
    const struct field *meaning = record_field(in, field);
    if (in == RECORD_NOTE && field == NOTE_RECORD) return true;
    if (is_free_name(in, field, type)) return true;
    if (meaning->refers == type) return true;
    bool is_reference = meaning->type == FIELD_NAME || meaning->type == FIELD_NAMES;
    return is_reference && meaning->refers == RECORD_TYPES && type == RECORD_ORGANIZATION;
}

static bool is_list(enum record_type in, int field) {
    const struct field *meaning = record_field(in, field);
    return meaning->type == FIELD_NAMES || meaning->type == FIELD_LIST;
}

static bool replace_item(struct renaming *renaming, bool sorted, struct slice *cell) {
    struct slice_list list;
    bool found = false;
    if (!cell_parse_list(&renaming->each, *cell, &list)) return false;
    for (size_t i = 0; i < list.count; i++) {
        bool same = slice_equals(list.items[i], renaming->from);
        if (same) list.items[i] = renaming->to;
        found = found || same;
    }
    if (!found) return true;
    return (sorted ? list_sort(&renaming->each, &list) : list_drop_repeats(&renaming->each, &list)) &&
           list_to_cell(&renaming->each, &list, cell);
}

static bool replace_fields(struct renaming *renaming, struct record *record) {
    bool done = true;
    for (size_t i = 0; done && i < record_info(record->type)->field_count; i++) {
        if (!refers_to(record->type, (int)i, renaming->type)) continue;
        if (is_list(record->type, (int)i))
            done = replace_item(renaming, record_field(record->type, (int)i)->flags & FIELD_KEY, &record->values[i]);
        else if (slice_equals(record->values[i], renaming->from)) record->values[i] = renaming->to;
    }
    return done;
}

/* ---- one record that is no event ---------------------------------------------------------------------------------- */

static enum status write_small(struct renaming *renaming, int64_t key, const struct record *old, const struct record *now) {
    struct store *store = renaming->store;
    struct arena_mark mark = arena_mark(&store->scratch);
    int field = -1;
    enum status status = small_write(store, &key, old, now, &field, renaming->error);
    arena_rewind(&store->scratch, mark);
    return status;
}

static bool name_of(struct renaming *renaming, const struct record *record, struct slice *name) {
    struct buffer text;
    buffer_init(&text);
    record_append_name(&text, record);
    bool done = !buffer_failed(&text) && arena_copy(&renaming->each, buffer_slice(&text), name);
    buffer_free(&text);
    return done;
}

static enum status move_small(struct renaming *renaming, int64_t key, const struct record *old, const struct record *now);

/* What is said of a record without an id is said of its new name. */
static enum status move_notes(struct renaming *renaming, const struct record *old, const struct record *now) {
    struct slice before, after;
    struct record *notes;
    size_t count;
    if (old->type == RECORD_NOTE || old->type == RECORD_SOURCE || old->type == RECORD_PERSON) return STATUS_OK;
    if (!name_of(renaming, old, &before) || !name_of(renaming, now, &after)) return no_memory(renaming);
    if (slice_equals(before, after)) return STATUS_OK;
    enum status status = store_list(renaming->store, RECORD_NOTE, before, &renaming->each, &notes, &count, renaming->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct record moved = notes[i], there;
        int64_t key = 0;
        bool found = false;
        status = small_get(renaming->store, &notes[i], &renaming->each, &there, &key, &found, renaming->error);
        moved.values[NOTE_RECORD] = after;
        if (status == STATUS_OK && found) status = move_small(renaming, key, &notes[i], &moved);
    }
    return status;
}

/* What leads to itself goes, and with it what is said of it. */
static enum status drop_notes(struct renaming *renaming, const struct record *of) {
    struct slice name;
    struct record *notes;
    size_t count;
    if (!name_of(renaming, of, &name)) return no_memory(renaming);
    enum status status = store_list(renaming->store, RECORD_NOTE, name, &renaming->each, &notes, &count, renaming->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct record there;
        int64_t key = 0;
        bool found = false;
        status = small_get(renaming->store, &notes[i], &renaming->each, &there, &key, &found, renaming->error);
        if (status == STATUS_OK && found) status = write_small(renaming, key, &there, NULL);
    }
    return status;
}

static bool has_same_key(const struct record *a, const struct record *b) {
    for (size_t i = 0; i < record_info(a->type)->field_count; i++)
        if (record_field(a->type, (int)i)->flags & FIELD_KEY && !slice_equals(a->values[i], b->values[i])) return false;
    return true;
}

/* It goes: its place is taken (what the other lacks is taken from it), or it would lead to itself. */
static enum status give_way(struct renaming *renaming, int64_t key, const struct record *old, const struct record *now,
                            int64_t other_key, const struct record *other) {
    struct record joined;
    enum status status = other ? STATUS_OK : drop_notes(renaming, old);
    if (status == STATUS_OK) status = write_small(renaming, key, old, NULL);
    if (other) renaming->told->joined[old->type]++;
    else renaming->told->looped++;
    if (status != STATUS_OK || !other) return status;
    status = record_join(&renaming->each, other, now, &joined, NULL, renaming->error);
    if (status != STATUS_OK || row_equals(other, &joined)) return status;
    return write_small(renaming, other_key, other, &joined);
}

static bool leads_to_itself(const struct record *record) {
    return record->type == RECORD_LINK && slice_equals(record_get(record, LINK_FROM), record_get(record, LINK_TO));
}

static enum status move_small(struct renaming *renaming, int64_t key, const struct record *old, const struct record *now) {
    struct record other;
    int64_t other_key = 0;
    bool found = false;
    if (row_equals(old, now)) return STATUS_OK;
    enum status status = leads_to_itself(now) ? give_way(renaming, key, old, now, 0, NULL) : STATUS_OK;
    if (status != STATUS_OK || leads_to_itself(now)) return status;
    if (!has_same_key(old, now))
        status = small_get(renaming->store, now, &renaming->each, &other, &other_key, &found, renaming->error);
    if (status == STATUS_OK && found) status = give_way(renaming, key, old, now, other_key, &other);
    else if (status == STATUS_OK) {
        status = write_small(renaming, key, old, now);
        renaming->told->moved[old->type]++;
    }
    return status == STATUS_OK ? move_notes(renaming, old, now) : status;
}

/* Notes that lead from the old id, or lead back to it, no longer hold. */
static bool is_outdated(const struct record *record) {
    return record->type == RECORD_NOTE && slice_is(record_get(record, NOTE_KIND), "merged");
}

static enum status rename_in_small(struct renaming *renaming, enum record_type in, int64_t key) {
    struct record old, now;
    bool found = false;
    enum status status = small_get_next(renaming->store, in, key, key, &renaming->each, &old, &key, &found, renaming->error);
    if (status != STATUS_OK || !found) return status;
    if (is_outdated(&old)) return write_small(renaming, key, &old, NULL);
    now = old;
    if (!replace_fields(renaming, &now)) return no_memory(renaming);
    return move_small(renaming, key, &old, &now);
}

static void append_condition(struct buffer *sql, enum record_type in, int field) {
    const char *table = record_info(in)->name, *name = record_field(in, field)->name;
    if (sql->size) buffer_append_text(sql, " UNION ");
    buffer_append_format(sql, "SELECT \"key\" FROM \"%s\" WHERE ", table);
    if (is_list(in, field)) buffer_append_format(sql, "instr(';' || \"%s\" || ';', ';' || ?1 || ';') > 0", name);
    else buffer_append_format(sql, "\"%s\" = ?1", name);
}

static enum status rename_in_table(struct renaming *renaming, enum record_type in) {
    struct keys keys = {NULL, 0, 0};
    struct buffer sql;
    buffer_init(&sql);
    for (size_t i = 0; i < record_info(in)->field_count; i++)
        if (refers_to(in, (int)i, renaming->type)) append_condition(&sql, in, (int)i);
    bool any = sql.size > 0;
    if (in == RECORD_NOTE)
        buffer_append_text(&sql, " UNION SELECT \"key\" FROM note WHERE record = ?2 AND kind = 'merged' AND reason = ?1");
    buffer_append_text(&sql, " ORDER BY 1");
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(renaming) : any ? list_keys(renaming, sql.data, &keys) : STATUS_OK;
    buffer_free(&sql);
    for (size_t i = 0; status == STATUS_OK && i < keys.count; i++) {
        struct arena_mark mark = arena_mark(&renaming->each);
        status = rename_in_small(renaming, in, keys.items[i]);
        arena_rewind(&renaming->each, mark);
    }
    return status;
}

/* ---- events --------------------------------------------------------------------------------------------------------- */

static bool is_plain(const struct party *party) { return slice_is(party->role, "participant"); }

/* The party that makes another one needless: of the same id, and of its role, or of any when it has none. */
static struct party *find_same(struct party_list *list, const struct party *party) {
    for (size_t i = 0; i < list->count; i++) {
        struct party *other = &list->items[i];
        bool same = other != party && other->type == party->type && slice_equals(other->id, party->id);
        if (!same) continue;
        if (is_plain(party) ? !is_plain(other) || other < party : slice_equals(other->role, party->role) && other < party)
            return other;
    }
    return NULL;
}

static void drop_doubles(struct party_list *list, struct slice id) {
    for (size_t i = list->count; i-- > 0;) {
        struct party *party = &list->items[i], *other = slice_equals(party->id, id) ? find_same(list, party) : NULL;
        if (!other) continue;
        if (slice_is_empty(other->acts_for)) other->acts_for = party->acts_for;
        if (slice_is_empty(other->as)) other->as = party->as;
        memmove(party, party + 1, (list->count - i - 1) * sizeof *party);
        list->count--;
    }
}

static enum party_type party_of(enum record_type type) {
    return type == RECORD_PERSON ? PARTY_PERSON : type == RECORD_ORGANIZATION ? PARTY_ORGANIZATION : PARTY_TYPES;
}

static enum status replace_parties(struct renaming *renaming, struct record *event) {
    struct party_list list;
    bool found = false;
    enum status status = event_list_parties(&renaming->each, event, &list, renaming->error);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++) {
        struct party *party = &list.items[i];
        bool is_it = party->type == party_of(renaming->type) && slice_equals(party->id, renaming->from);
        bool for_it = renaming->type == RECORD_ORGANIZATION && slice_equals(party->acts_for, renaming->from);
        if (is_it) party->id = renaming->to;
        if (for_it) party->acts_for = renaming->to;
        found = found || is_it || for_it;
    }
    if (status != STATUS_OK || !found) return status;
    drop_doubles(&list, renaming->to);
    return event_set_parties(&renaming->each, &list, event) ? STATUS_OK : no_memory(renaming);
}

static enum status rename_in_event(struct renaming *renaming, int64_t key) {
    struct store *store = renaming->store;
    struct stored_event old;
    bool found = false;
    int field = -1;
    enum status status = event_get_key(store, key, &renaming->each, &old, &found, renaming->error);
    if (status != STATUS_OK || !found) return status;
    struct record now = old.event;
    if (renaming->type == RECORD_SOURCE) {
        if (!replace_item(renaming, false, &now.values[EVENT_SOURCES])) return no_memory(renaming);
    } else status = replace_parties(renaming, &now);
    if (status != STATUS_OK || row_equals(&old.event, &now)) return status;
    struct arena_mark mark = arena_mark(&store->scratch);
    status = event_write(store, &key, &old, &now, &field, renaming->error);
    arena_rewind(&store->scratch, mark);
    renaming->told->moved[RECORD_EVENT]++;
    return status;
}

/* For whom a person acts is a country's facet; of what is no person only the cell itself says for whom. */
static const char *events_of(enum record_type type) {
#define OF_FACET(word) \
    "SELECT p.event FROM facet f JOIN posting p ON p.facet = f.facet WHERE f.type = '" word "' AND f.key = ?1 AND f.name = ?1"
    switch (type) {
    case RECORD_PERSON: return OF_FACET("person") " ORDER BY 1";
    case RECORD_SOURCE: return OF_FACET("source") " ORDER BY 1";
    case RECORD_ORGANIZATION:
        return OF_FACET("organization") " UNION " OF_FACET("country")
            " UNION SELECT event FROM event_detail WHERE instr(party_details, ?1) > 0 ORDER BY 1";
    default: return NULL;
    }
#undef OF_FACET
}

static enum status rename_in_events(struct renaming *renaming) {
    struct keys keys = {NULL, 0, 0};
    const char *sql = events_of(renaming->type);
    enum status status = facet_flush(renaming->store, renaming->error); /* what was put in this write is found */
    if (status == STATUS_OK && sql) status = list_keys(renaming, sql, &keys);
    for (size_t i = 0; status == STATUS_OK && i < keys.count; i++) {
        struct arena_mark mark = arena_mark(&renaming->each);
        status = rename_in_event(renaming, keys.items[i]);
        arena_rewind(&renaming->each, mark);
    }
    return status;
}

static enum status rename_everywhere(struct renaming *renaming) {
    static const enum record_type types[] = {RECORD_PERSON, RECORD_TERM, RECORD_SOURCE, RECORD_CLAIM,
                                             RECORD_LINK, RECORD_COVERAGE, RECORD_NOTE};
    enum status status = rename_in_events(renaming);
    for (size_t i = 0; status == STATUS_OK && i < sizeof types / sizeof *types; i++)
        status = rename_in_table(renaming, types[i]);
    return status;
}

/* ---- the record itself -------------------------------------------------------------------------------------------------- */

/* `now` NULL: it goes. */
static enum status write_itself(struct renaming *renaming, struct record *now) {
    struct store *store = renaming->store;
    struct stored_event event;
    struct record key_fields, old;
    bool found = false;
    int64_t key = 0;
    int field = -1;
    enum status status;
    if (renaming->type == RECORD_EVENT) {
        status = event_get(store, renaming->from, &renaming->each, &event, &found, renaming->error);
        if (status != STATUS_OK || !found) return status;
        struct arena_mark mark = arena_mark(&store->scratch);
        status = event_write(store, &event.key, &event, now, &field, renaming->error);
        arena_rewind(&store->scratch, mark);
        return status;
    }
    record_init(&key_fields, renaming->type);
    record_set(&key_fields, 0, renaming->from);
    status = small_get(store, &key_fields, &renaming->each, &old, &key, &found, renaming->error);
    return status == STATUS_OK && found ? write_small(renaming, key, &old, now) : status;
}

enum status store_rename(struct store *store, enum record_type type, struct slice from, struct record *now, struct slice to,
                         struct store_renaming *told, struct error *error) {
    struct renaming renaming = {.store = store, .type = type, .from = from, .to = to, .told = told, .error = error};
    struct record there;
    enum store_change change;
    bool found = false;
    int field;
    *told = (struct store_renaming){.looped = 0};
    arena_init(&renaming.arena);
    arena_init(&renaming.each);
    enum status status = store_get(store, type, to, &renaming.arena, &there, &found, error);
    bool moves = now && !found; /* under its own key, with all its history */
    if (status == STATUS_OK && now && found) status = store_put(store, now, &change, &field, error);
    if (status == STATUS_OK && moves) status = write_itself(&renaming, now);
    if (status == STATUS_OK) status = rename_everywhere(&renaming);
    if (status == STATUS_OK && !moves) status = write_itself(&renaming, NULL);
    arena_free(&renaming.arena);
    arena_free(&renaming.each);
    return status;
}
