/* Putting events and completing their parties; reading one event back. */
#include "inside.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- reading --------------------------------------------------------------------------------------- */

enum { FORM_MARKED = 1, FORM_UNCERTAIN = 2, FORM_APPROXIMATE = 4, FORM_LEVEL = 3, FORM_PRECISION = 5,
       FORM_END_MARKED = 512 };

int64_t event_pack_form(const struct event_times *times) {
    return (times->start_marked ? FORM_MARKED : 0) | (times->uncertain ? FORM_UNCERTAIN : 0) |
           (times->approximate ? FORM_APPROXIMATE : 0) | (times->end_marked ? FORM_END_MARKED : 0) |
           ((int64_t)times->level << FORM_LEVEL) |
           ((int64_t)times->precision << FORM_PRECISION);
}

/* Columns 2 … 11 of the select, see store.c. */
static void read_times(struct statement *row, struct stored_event *event) {
    struct event_times *times = &event->times;
    int64_t form = statement_integer(row, 7);
    const struct kind *kind = kind_find(record_get(&event->event, EVENT_KIND));
    *times = (struct event_times){
        .duration = kind ? kind->duration : KIND_POINT,
        .start_min = statement_integer(row, 2),
        .start_max = statement_integer(row, 3),
        .end_min = statement_integer(row, 4),
        .end_max = statement_integer(row, 5),
        .second_of_day = (int32_t)statement_integer(row, 6),
        .end_state = (enum end_state)((uint64_t)statement_integer(row, 8) % (END_DERIVED + 1)),
        .level = (int)(form >> FORM_LEVEL & 3),
        .precision = (enum edtf_precision)((form >> FORM_PRECISION & 15) % (EDTF_NO_PRECISION + 1)),
        .start_marked = form & FORM_MARKED,
        .end_marked = form & FORM_END_MARKED,
        .uncertain = form & FORM_UNCERTAIN,
        .approximate = form & FORM_APPROXIMATE,
    };
    /* A point that has an end is taken as bounded, see event_find_times. */
    if (times->duration == KIND_POINT && times->end_state != END_IMPLIED) times->duration = KIND_BOUNDED;
}

static enum status read_detail(struct store *store, struct stored_event *event, struct arena *arena,
                               struct error *error) {
    struct statement *get = store_statement(store, SQL_DETAIL_GET, error);
    if (!get) return STATUS_ENVIRONMENT;
    statement_bind_integer(get, 1, event->key);
    bool found;
    int next;
    enum status status = statement_step(get, &found, error);
    if (status == STATUS_OK && found)
        status = row_read(get, 0, RECORD_EVENT, true, arena, &event->event, &next, error);
    statement_reset(get);
    return status;
}

enum { EVENT_DERIVED_COLUMNS = 11, EVENT_FIRST_FIELD = 2 + EVENT_DERIVED_COLUMNS };

enum status event_read(struct store *store, struct statement *row, struct arena *arena,
                       struct stored_event *event, struct error *error) {
    struct slice json;
    int next;
    *event = (struct stored_event){.key = statement_integer(row, 0)};
    record_init(&event->event, RECORD_EVENT);
    enum status status = row_read(row, EVENT_FIRST_FIELD, RECORD_EVENT, false, arena, &event->event, &next, error);
    if (status != STATUS_OK) return status;
    if (!arena_copy(arena, statement_text(row, 1), &json) ||
        !arena_copy(arena, statement_text(row, 10), &event->through)) return no_memory(error);
    event->disputed = statement_integer(row, 11) != 0;
    event->sourcing = (enum sourcing)((uint64_t)statement_integer(row, 12) % (SOURCING_MORE + 1));
    read_times(row, event);
    status = row_json_to_extras(arena, json, &event->event, error);
    bool has_detail = statement_integer(row, 9) != 0;
    return status == STATUS_OK && has_detail ? read_detail(store, event, arena, error) : status;
}

static enum status get_bound(struct store *store, struct statement *get, struct arena *arena,
                             struct stored_event *event, bool *found, struct error *error) {
    enum status status = statement_step(get, found, error);
    if (status == STATUS_OK && *found) status = event_read(store, get, arena, event, error);
    statement_reset(get);
    return status;
}

enum status event_get(struct store *store, struct slice id, struct arena *arena, struct stored_event *event,
                      bool *found, struct error *error) {
    struct statement *get = store_statement(store, SQL_EVENT_BY_ID, error);
    *found = false;
    if (!get) return STATUS_ENVIRONMENT;
    statement_bind_string(get, 1, id);
    return get_bound(store, get, arena, event, found, error);
}

enum status event_get_key(struct store *store, int64_t key, struct arena *arena, struct stored_event *event,
                          bool *found, struct error *error) {
    struct statement *get = store_statement(store, SQL_EVENT_BY_KEY, error);
    *found = false;
    if (!get) return STATUS_ENVIRONMENT;
    statement_bind_integer(get, 1, key);
    return get_bound(store, get, arena, event, found, error);
}

enum status store_find_event(struct store *store, struct slice id, struct arena *arena,
                             struct stored_event *event, bool *found, struct error *error) {
    return merged_get_event(store, id, arena, event, found, error);
}

/* ---- writing --------------------------------------------------------------------------------------- */

static bool has_detail(const struct record *event) {
    const struct record_info *info = record_info(RECORD_EVENT);
    for (size_t i = 0; i < info->field_count; i++)
        if (row_has_column(&info->fields[i], RECORD_EVENT, (int)i, true) && record_has(event, (int)i)) return true;
    return false;
}

static int bind_event(struct statement *put, const struct stored_event *event, struct slice json) {
    const struct event_times *times = &event->times;
    statement_bind_text(put, 1, json);
    statement_bind_integer(put, 2, times->start_min);
    statement_bind_integer(put, 3, times->start_max);
    statement_bind_integer(put, 4, times->end_min);
    statement_bind_integer(put, 5, times->end_max);
    statement_bind_integer(put, 6, times->second_of_day);
    statement_bind_integer(put, 7, event_pack_form(times));
    statement_bind_integer(put, 8, times->end_state);
    statement_bind_integer(put, 9, has_detail(&event->event));
    statement_bind_text(put, 10, event->through);
    statement_bind_integer(put, 11, event->disputed);
    statement_bind_integer(put, 12, event->sourcing);
    return row_bind(put, 13, &event->event, false);
}

static enum status write_detail(struct store *store, const struct stored_event *event, bool had,
                                struct error *error) {
    bool has = has_detail(&event->event);
    if (!has && !had) return STATUS_OK;
    struct statement *put = store_statement(store, has ? SQL_DETAIL_PUT : SQL_DETAIL_DROP, error);
    if (!put) return STATUS_ENVIRONMENT;
    statement_bind_integer(put, 1, event->key);
    if (has) row_bind(put, 2, &event->event, true);
    return statement_run(put, error);
}

static enum status write_row(struct store *store, const struct stored_event *event, bool insert, struct error *error) {
    struct statement *put = store_statement(store, insert ? SQL_EVENT_INSERT : SQL_EVENT_UPDATE, error);
    struct slice json;
    if (!put) return STATUS_ENVIRONMENT;
    if (!row_extras_to_json(&store->scratch, &event->event, &json)) return no_memory(error);
    int next = bind_event(put, event, json);
    statement_bind_integer(put, next, event->key);
    return statement_run(put, error);
}

/* Claims on it, or links to it: of one that comes back they may be there already; those that come later touch it. */
static enum status find_hanging(struct store *store, struct slice id, bool *hanging, struct error *error) {
    struct statement *find = store_statement(store, SQL_HANGING_ON, error);
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, id);
    enum status status = statement_step(find, hanging, error);
    statement_reset(find);
    return status;
}

enum arrival { ARRIVES_NEW, ARRIVES_AGAIN, IS_THERE };

/* What of an event hangs on other records is settled later: who acts for whom, a derived end, disputes;
 * and events that this one ends. */
static enum status touch_around(struct store *store, const struct record *event, enum arrival arrival, struct error *error) {
    enum status status = STATUS_OK;
    bool is_new = arrival == ARRIVES_NEW;
    bool hangs = arrival == IS_THERE || record_has(event, EVENT_PEOPLE) || slice_is(record_get(event, EVENT_STATUS), "disputed");
    if (arrival == ARRIVES_AGAIN && !hangs) status = find_hanging(store, record_get(event, EVENT_ID), &hangs, error);
    if (status == STATUS_OK && hangs) status = settle_touch(store, record_get(event, EVENT_ID), error);
    if (is_new || status != STATUS_OK) return status;
    struct statement *ends = store_statement(store, SQL_ENDS_OF, error);
    if (!ends) return STATUS_ENVIRONMENT;
    statement_bind_string(ends, 1, record_get(event, EVENT_ID));
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(ends, &row, error);
        if (status != STATUS_OK || !row) break;
        status = settle_touch(store, statement_text(ends, 0), error);
    }
    statement_reset(ends);
    return status;
}

/* A party's for and as go when the party itself is no longer in the cells; imposer and target have been
 * taken into the parties (event_merge_shorthand) and are not kept twice. */
static enum status settle_parties(struct store *store, struct record *event, int *field, struct error *error) {
    struct party_list list;
    enum status status = event_merge_shorthand(&store->scratch, event, field, error);
    if (status == STATUS_OK) status = event_list_parties(&store->scratch, event, &list, error);
    if (status == STATUS_OK && !event_set_parties(&store->scratch, &list, event)) return no_memory(error);
    event->values[EVENT_IMPOSER] = event->values[EVENT_TARGET] = SLICE_NONE;
    return status;
}

/* All that follows from a row that has been written: its details, its postings. */
static enum status write_around(struct store *store, struct stored_event *event, const struct stored_event *old,
                                enum arrival arrival, struct error *error) {
    enum status status = old ? facet_post(store, old, -1, error) : STATUS_OK;
    if (status == STATUS_OK) status = write_detail(store, event, old && has_detail(&old->event), error);
    if (status == STATUS_OK) status = facet_post(store, event, 1, error);
    if (status == STATUS_OK && old) status = row_count_extras(store, &old->event, -1, error);
    if (status == STATUS_OK) status = row_count_extras(store, &event->event, 1, error);
    if (status == STATUS_OK) status = touch_around(store, &event->event, arrival, error);
    if (status == STATUS_OK)
        status = search_note_event(store, old ? &old->event : NULL, &event->event, event->key, error);
    if (status == STATUS_OK && old && !slice_equals(record_get(&old->event, EVENT_ID), record_get(&event->event, EVENT_ID)))
        status = remove_note_gone(store, RECORD_EVENT, record_get(&old->event, EVENT_ID), error);
    return status;
}

/* Its links and claims have gone before it, or go with it: the commit finds those that stay. */
static enum status drop_event(struct store *store, const struct stored_event *old, struct error *error) {
    static const enum statement_name drops[] = {SQL_DETAIL_DROP, SQL_EVENT_DROP};
    enum status status = facet_post(store, old, -1, error);
    if (status == STATUS_OK) status = search_note_event(store, NULL, &old->event, old->key, error);
    if (status == STATUS_OK) status = row_count_extras(store, &old->event, -1, error);
    for (size_t i = has_detail(&old->event) ? 0 : 1; status == STATUS_OK && i < 2; i++) {
        struct statement *drop = store_statement(store, drops[i], error);
        if (!drop) return STATUS_ENVIRONMENT;
        statement_bind_integer(drop, 1, old->key);
        status = statement_run(drop, error);
    }
    return status == STATUS_OK ? remove_note_gone(store, RECORD_EVENT, record_get(&old->event, EVENT_ID), error) : status;
}

/* The row of what is there from now on; when that fails, nothing has been written. */
static enum status begin_event(struct store *store, struct stored_event *event, const struct stored_event *old, int *field,
                               struct error *error) {
    enum status status = event_find_times(&event->event, &event->times, field, error);
    /* Nobody can have claimed anything of a new one. */
    if (status == STATUS_OK && !old)
        status = count_sources(store, &event->event, NULL, 0, &store->scratch, &event->sourcing, error);
    return status == STATUS_OK ? write_row(store, event, !old, error) : status;
}

enum status event_write(struct store *store, int64_t *key, const struct stored_event *old, struct record *now, int *field,
                        struct error *error) {
    struct stored_event event = {0};
    bool restored = !old && *key, takes = !*key;
    enum arrival arrival = old ? IS_THERE : restored ? ARRIVES_AGAIN : ARRIVES_NEW;
    enum status status = write_may_begin(store, now, error);
    if (status == STATUS_OK && takes) status = history_take_key(store, RECORD_EVENT, key, error);
    if (status == STATUS_OK && now) {
        if (old) event = *old; /* what is derived is settled with what it hangs on */
        event.key = *key;
        event.event = *now;
        status = begin_event(store, &event, old, field, error);
    }
    if (status != STATUS_OK) {
        if (takes) history_give_back_key(store, RECORD_EVENT, key);
        return status;
    }
    status = now ? write_around(store, &event, old, arrival, error) : drop_event(store, old, error);
    if (status == STATUS_OK) status = history_note(store, RECORD_EVENT, *key, old ? &old->event : NULL, now, restored, error);
    return status == STATUS_OK ? STATUS_OK : write_break(store, status, error);
}

/* ---- a row of parties.csv ---------------------------------------------------------------------------- */

static bool grow_parties(struct arena *arena, struct party_list *list) {
    struct party *more = arena_alloc_array(arena, list->count + 1, sizeof *more);
    if (!more) return false;
    if (list->count) memcpy(more, list->items, list->count * sizeof *more);
    list->items = more;
    return true;
}

static struct party *find_with_role(struct party_list *list, enum party_type type, struct slice id,
                                    struct slice role) {
    for (size_t i = 0; i < list->count; i++) {
        struct party *party = &list->items[i];
        bool same_role = slice_is_empty(role) || slice_equals(party->role, role);
        if (party->type == type && slice_equals(party->id, id) && same_role) return party;
    }
    return NULL;
}

/* The party that a row stands for, as event_list_parties has it: the one of its role, else one that has no
 * role yet; of a row without a role, any. */
static struct party *find_party(struct party_list *list, enum party_type type, const struct record *row) {
    struct slice plain = SLICE_OF("participant"), role = record_get(row, PARTY_ROLE), id = record_get(row, PARTY_ID);
    bool has_role = !slice_is_empty(role);
    struct party *party = find_with_role(list, type, id, has_role ? role : plain);
    return party ? party : find_with_role(list, type, id, has_role ? plain : SLICE_NONE);
}

static enum status apply_party(struct arena *arena, const struct record *row, struct party_list *list,
                               bool *is_new, struct error *error) {
    enum party_type type = party_find_type(record_get(row, PARTY_TYPE));
    struct party *party = find_party(list, type, row);
    *is_new = !party || (slice_is_empty(party->acts_for) && slice_is_empty(party->as));
    if (!party) {
        if (!grow_parties(arena, list)) return no_memory(error);
        party = &list->items[list->count++];
        *party = (struct party){.type = type, .id = record_get(row, PARTY_ID), .role = SLICE_OF("participant")};
    }
    if (record_has(row, PARTY_ROLE)) party->role = record_get(row, PARTY_ROLE);
    if (record_is_given(row, PARTY_FOR)) party->acts_for = record_get(row, PARTY_FOR);
    if (record_is_given(row, PARTY_AS)) party->as = record_get(row, PARTY_AS);
    return STATUS_OK;
}

/* What a row changes of an event as it is. A row that says no more of a party than its cell is no detail. */
static enum store_change compare_party(struct party_list *old, const struct record *row) {
    const struct party *party = find_party(old, party_find_type(record_get(row, PARTY_TYPE)), row);
    bool is_detailed = party && (!slice_is_empty(party->acts_for) || !slice_is_empty(party->as));
    bool details = record_has(row, PARTY_FOR) || record_has(row, PARTY_AS);
    if (!party || (!is_detailed && details)) return STORE_ADDED;
    bool same_role = !record_has(row, PARTY_ROLE) || slice_equals(party->role, record_get(row, PARTY_ROLE));
    bool same_for = !record_is_given(row, PARTY_FOR) || slice_equals(party->acts_for, record_get(row, PARTY_FOR));
    bool same_as = !record_is_given(row, PARTY_AS) || slice_equals(party->as, record_get(row, PARTY_AS));
    return same_role && same_for && same_as ? STORE_UNCHANGED : STORE_UPDATED;
}

static enum status apply_rows(struct store *store, const struct record *old, struct record *event,
                              const struct party_rows *rows, struct error *error) {
    struct party_list before = {NULL, 0}, list;
    bool is_new;
    if (!rows || rows->count == 0) return STATUS_OK;
    enum status status = old ? event_list_parties(&store->scratch, old, &before, error) : STATUS_OK;
    if (status == STATUS_OK) status = event_list_parties(&store->scratch, event, &list, error);
    for (size_t i = 0; status == STATUS_OK && i < rows->count; i++) {
        rows->changes[i] = compare_party(&before, &rows->items[i]);
        status = apply_party(&store->scratch, &rows->items[i], &list, &is_new, error);
    }
    if (status == STATUS_OK && !event_set_parties(&store->scratch, &list, event)) return no_memory(error);
    return status;
}

/* New cells beside the details that were there: details of parties that are gone go with them. */
static enum status merge_event(struct store *store, const struct record *old, struct record *record,
                               struct error *error) {
    static const int cells[] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_PEOPLE, EVENT_ACTORS};
    bool new_cells = false;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) new_cells = new_cells || record_is_given(record, cells[i]);
    bool keeps = new_cells && !record_is_given(record, EVENT_PARTY_DETAILS);
    enum status status = row_merge(&store->scratch, old, record, error);
    return status == STATUS_OK && keeps ? event_drop_details(&store->scratch, record, error) : status;
}

enum status event_lay_over(struct store *store, const struct record *old, struct record *record,
                           const struct party_rows *rows, int *field, struct error *error) {
    struct event_times times;
    enum status status = old ? merge_event(store, old, record, error) : STATUS_OK;
    if (status == STATUS_OK) status = record_check_complete(record, field, error);
    if (status == STATUS_OK) status = settle_parties(store, record, field, error);
    if (status == STATUS_OK) status = apply_rows(store, old, record, rows, error);
    if (status == STATUS_OK) status = event_find_times(record, &times, field, error);
    if (status == STATUS_OK) row_drop_empty_extras(record);
    return status;
}

/* Of an event that is left as it is, so are its parties. */
static void leave_rows(const struct party_rows *rows) {
    for (size_t i = 0; rows && i < rows->count; i++)
        if (rows->changes[i] != STORE_UNCHANGED) rows->changes[i] = STORE_LEFT;
}

static enum status ask_guard(struct store *store, const struct stored_event *old, const struct record *row,
                             const struct record *now, const struct party_rows *rows, enum store_change *change,
                             struct error *error) {
    enum status status;
    if (!old) status = guard_ask_addition(store, now, change, error);
    else {
        struct store_meeting meeting = {old->key, &old->event, now, row, rows};
        status = guard_ask_change(store, &meeting, change, error);
    }
    if (status == STATUS_OK && *change == STORE_LEFT) leave_rows(rows);
    return status;
}

enum status event_put(struct store *store, struct record *record, const struct party_rows *rows,
                      enum store_change *change, int *field, struct error *error) {
    struct stored_event old;
    struct record row;
    bool found = false;
    int64_t key = 0;
    enum status status = event_get(store, record_get(record, EVENT_ID), &store->scratch, &old, &found, error);
    /* A row of parties.csv alone names it, and does not list it. */
    bool lists = (record->given & ~(UINT64_C(1) << EVENT_ID)) != 0;
    if (status == STATUS_OK && found && lists) status = guard_see(store, RECORD_EVENT, old.key, error);
    if (status == STATUS_OK && found && store->guard) status = guard_copy_row(store, record, &row, error);
    if (status == STATUS_OK) status = event_lay_over(store, found ? &old.event : NULL, record, rows, field, error);
    if (status != STATUS_OK) return status;
    *change = !found ? STORE_ADDED : row_equals(&old.event, record) ? STORE_UNCHANGED : STORE_UPDATED;
    if (*change != STORE_UNCHANGED) status = ask_guard(store, found ? &old : NULL, &row, record, rows, change, error);
    bool writes = *change != STORE_UNCHANGED && *change != STORE_LEFT;
    if (found) key = old.key;
    if (status == STATUS_OK && writes) status = event_write(store, &key, found ? &old : NULL, record, field, error);
    if (status != STATUS_OK || (*change == STORE_LEFT && !found)) return status;
    return guard_tell_standing(store, *change == STORE_LEFT ? &old.event : record, error);
}

/* It is laid over its event as if the event were read with it and nothing else. */
enum status party_put(struct store *store, struct record *record, enum store_change *change, int *field,
                      struct error *error) {
    struct stored_event there;
    struct record event;
    enum store_change of_event;
    struct party_rows rows = {record, 1, change};
    bool found = false;
    struct slice id = record_get(record, PARTY_EVENT);
    enum status status = event_get(store, id, &store->scratch, &there, &found, error);
    if (status == STATUS_OK && !found) {
        *field = PARTY_EVENT;
        error_set(error, STATUS_BAD_INPUT, "there is no event \"%.*s\"", (int)(id.size < 80 ? id.size : 80), id.data);
        error_advise(error, "add the event first, or correct the id");
        return STATUS_BAD_INPUT;
    }
    if (status != STATUS_OK) return status;
    record_init(&event, RECORD_EVENT);
    record_set(&event, EVENT_ID, id);
    status = event_put(store, &event, &rows, &of_event, field, error);
    if (status != STATUS_OK || of_event == STORE_LEFT) return status;
    if (of_event == STORE_UNCHANGED) *change = STORE_UNCHANGED;
    return STATUS_OK;
}
