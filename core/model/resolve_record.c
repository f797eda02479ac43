/* Every reference of a record turned into ids, by its type; and what an event's row says on the
 * side: its source and its quote. */
#include "resolver.h"

#include "../base/cell.h"
#include "list.h"
#include "reference.h"
#include "value.h"

/* A record being resolved. */
struct task {
    struct resolver resolver;
    struct record *record, *claim;
    int field; /* at fault, when something is */
};

typedef enum status need_step(const struct resolver *resolver, struct slice name, struct slice *id);

static enum status need_country(const struct resolver *resolver, struct slice name,
                                struct slice *id) {
    struct slice organization, shown = value_excerpt(name);
    enum status status = resolver_find(resolver, RECORD_COUNTRY, name, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    status = resolver_find(resolver, RECORD_ORGANIZATION, name, &organization);
    if (status != STATUS_OK)
        return status;
    if (slice_is_empty(organization))
        return resolver_refuse(resolver, RECORD_COUNTRY, RECORD_TYPES, name);
    error_set(resolver->error, STATUS_BAD_INPUT, "country \"%.*s\" is an organization",
              (int)shown.size, shown.data);
    error_advise(resolver->error, "put it into organizations");
    return STATUS_BAD_INPUT;
}

static enum status need_actor(const struct resolver *resolver, struct slice name,
                              struct slice *id) {
    enum record_type type;
    enum status status = resolver_find_actor(resolver, name, &type, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    return resolver_refuse(resolver, RECORD_COUNTRY, RECORD_ORGANIZATION, name);
}

static enum status need_any(const struct resolver *resolver, struct slice name, struct slice *id) {
    (void)resolver;
    *id = name;
    return STATUS_OK;
}

/* An event is named by its id, or by one that was merged into it. One that nobody knows stays: who puts the record says
 * what is missing. */
static enum status need_event(const struct resolver *resolver, struct slice name, struct slice *id) {
    struct slice found;
    enum status status = resolver_find_id(resolver, RECORD_EVENT, name, &found);
    *id = slice_is_empty(found) ? name : found;
    return status;
}

/* ---- Cells ----------------------------------------------------------------------------------- */

/* A field with one reference. */
static enum status resolve_field(struct task *task, int field, need_step *need) {
    struct slice *value = &task->record->values[field];
    task->field = field;
    return slice_is_empty(*value) ? STATUS_OK : need(&task->resolver, *value, value);
}

/* A cell of references; sorted when it is part of the key, each once. */
static enum status resolve_list(struct task *task, int field, need_step *need) {
    struct arena *arena = task->resolver.arena;
    struct slice *cell = &task->record->values[field];
    struct slice_list list;
    task->field = field;
    if (slice_is_empty(*cell))
        return STATUS_OK;
    if (!cell_parse_list(arena, *cell, &list))
        return resolver_fail_memory(&task->resolver);
    for (size_t i = 0; i < list.count; i++) {
        enum status status = need(&task->resolver, list.items[i], &list.items[i]);
        if (status != STATUS_OK)
            return status;
    }
    bool is_key = record_field(task->record->type, field)->flags & FIELD_KEY;
    bool done = is_key ? list_sort(arena, &list) : list_drop_repeats(arena, &list);
    return done && list_to_cell(arena, &list, cell) ? STATUS_OK
                                                    : resolver_fail_memory(&task->resolver);
}

/* "name:role…" with the id in the name's place; what follows stays as it is, escapes and all. */
static bool replace_name(struct arena *arena, struct slice id, struct slice rest,
                         struct slice *item) {
    struct buffer buffer;
    buffer_init(&buffer);
    cell_append_part(&buffer, id);
    if (!slice_is_empty(rest)) {
        buffer_append_byte(&buffer, ':');
        buffer_append_slice(&buffer, rest);
    }
    return value_keep_buffer(arena, &buffer, item);
}

static enum status resolve_party(struct task *task, need_step *need, struct slice *item) {
    struct arena *arena = task->resolver.arena;
    struct slice parts[2] = {SLICE_NONE, SLICE_NONE}, id;
    (void)cell_split_parts(*item, parts, 2);
    if (!cell_unescape(arena, parts[0], &parts[0]))
        return resolver_fail_memory(&task->resolver);
    enum status status = need(&task->resolver, parts[0], &id);
    if (status != STATUS_OK)
        return status;
    return replace_name(arena, id, parts[1], item) ? STATUS_OK
                                                   : resolver_fail_memory(&task->resolver);
}

static need_step *find_need(enum party_type type) {
    static need_step *const needs[PARTY_TYPES] = {need_country, resolver_need_organization,
                                                  resolver_need_person, need_any};
    return needs[type];
}

static bool join_items(struct arena *arena, struct slice_list *items, struct slice *cell) {
    return list_drop_repeats(arena, items) && list_join(arena, items, cell);
}

static enum status resolve_parties(struct task *task, int field, enum party_type type) {
    struct slice_list items = {NULL, 0};
    struct cell_reader reader = {record_get(task->record, field), 0};
    struct slice item;
    task->field = field;
    if (!record_has(task->record, field))
        return STATUS_OK;
    while (cell_next_item(&reader, &item)) {
        enum status status = resolve_party(task, find_need(type), &item);
        if (status != STATUS_OK)
            return status;
        if (!arena_append(task->resolver.arena, &items, item))
            return resolver_fail_memory(&task->resolver);
    }
    bool done = join_items(task->resolver.arena, &items, &task->record->values[field]);
    return done ? STATUS_OK : resolver_fail_memory(&task->resolver);
}

/* ---- Party details --------------------------------------------------------------------------- */

enum { DETAIL_PARTS = 5, DETAIL_TYPE = 0, DETAIL_ID = 1, DETAIL_FOR = 3 };

static bool build_detail(struct arena *arena, const struct slice *parts, struct slice *item) {
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < DETAIL_PARTS; i++) {
        if (i > 0)
            buffer_append_byte(&buffer, ':');
        cell_append_part(&buffer, parts[i]);
    }
    return value_keep_buffer(arena, &buffer, item);
}

static enum status resolve_detail(struct task *task, struct slice *item) {
    struct arena *arena = task->resolver.arena;
    struct slice parts[DETAIL_PARTS] = {SLICE_NONE};
    size_t count = cell_split_parts(*item, parts, DETAIL_PARTS);
    for (size_t i = 0; i < count; i++)
        if (!cell_unescape(arena, parts[i], &parts[i]))
            return resolver_fail_memory(&task->resolver);
    enum party_type type = party_find_type(parts[DETAIL_TYPE]);
    if (type == PARTY_TYPES)
        return error_set(task->resolver.error, STATUS_BAD_INPUT, "a party has no type");
    enum status status = find_need(type)(&task->resolver, parts[DETAIL_ID], &parts[DETAIL_ID]);
    if (status == STATUS_OK && !slice_is_empty(parts[DETAIL_FOR]))
        status = need_actor(&task->resolver, parts[DETAIL_FOR], &parts[DETAIL_FOR]);
    if (status != STATUS_OK)
        return status;
    return build_detail(arena, parts, item) ? STATUS_OK : resolver_fail_memory(&task->resolver);
}

/* Lays the details over the cells. What they add to a cell that the row has not is given then. */
static enum status settle_parties(struct task *task) {
    static const enum event_field cells[] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_PEOPLE,
                                             EVENT_ACTORS};
    struct party_list parties;
    struct record *event = task->record;
    uint64_t given = event->given;
    enum status status =
        event_list_parties(task->resolver.arena, event, &parties, task->resolver.error);
    if (status != STATUS_OK)
        return status;
    if (!event_set_parties(task->resolver.arena, &parties, event))
        return resolver_fail_memory(&task->resolver);
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        if (record_has(event, (int)cells[i]))
            given |= UINT64_C(1) << cells[i];
    event->given = given;
    return STATUS_OK;
}

static enum status resolve_details(struct task *task) {
    struct slice_list items = {NULL, 0};
    struct cell_reader reader = {record_get(task->record, EVENT_PARTY_DETAILS), 0};
    struct slice item;
    task->field = EVENT_PARTY_DETAILS;
    if (!record_has(task->record, EVENT_PARTY_DETAILS))
        return STATUS_OK;
    while (cell_next_item(&reader, &item)) {
        enum status status = resolve_detail(task, &item);
        if (status != STATUS_OK)
            return status;
        if (!arena_append(task->resolver.arena, &items, item))
            return resolver_fail_memory(&task->resolver);
    }
    bool done = join_items(task->resolver.arena, &items,
                           &task->record->values[EVENT_PARTY_DETAILS]);
    return done ? settle_parties(task) : resolver_fail_memory(&task->resolver);
}

/* ---- Imposer and target ---------------------------------------------------------------------- */

/* The id; "organization:ID" when the table cannot tell later that it is one. */
static enum status resolve_shorthand_item(struct task *task, struct slice *item) {
    struct arena *arena = task->resolver.arena;
    enum record_type type;
    struct slice id;
    if (!cell_unescape(arena, *item, item))
        return resolver_fail_memory(&task->resolver);
    enum status status = resolver_find_actor(&task->resolver, *item, &type, &id);
    if (status != STATUS_OK)
        return status;
    if (slice_is_empty(id))
        return resolver_refuse(&task->resolver, RECORD_COUNTRY, RECORD_ORGANIZATION, *item);
    bool marked = type == RECORD_ORGANIZATION && !reference_find(type, id);
    bool done = marked ? replace_name(arena, SLICE_OF("organization"), id, item)
                       : replace_name(arena, id, SLICE_NONE, item);
    return done ? STATUS_OK : resolver_fail_memory(&task->resolver);
}

static enum status resolve_shorthand(struct task *task, int field) {
    struct slice_list items = {NULL, 0};
    struct cell_reader reader = {record_get(task->record, field), 0};
    struct slice item;
    task->field = field;
    if (!record_has(task->record, field))
        return STATUS_OK;
    while (cell_next_item(&reader, &item)) {
        enum status status = resolve_shorthand_item(task, &item);
        if (status != STATUS_OK)
            return status;
        if (!arena_append(task->resolver.arena, &items, item))
            return resolver_fail_memory(&task->resolver);
    }
    bool done = join_items(task->resolver.arena, &items, &task->record->values[field]);
    return done ? STATUS_OK : resolver_fail_memory(&task->resolver);
}

/* ---- The row's own source, and its quote ----------------------------------------------------- */

static struct slice take_value(struct record *record, int field) {
    struct slice value = record->values[field];
    record->values[field] = SLICE_NONE;
    return value;
}

/* Puts an id behind the sources, where it is not among them. */
static enum status add_source(struct task *task, struct slice id) {
    struct record *event = task->record;
    struct slice_list list;
    struct slice cell = record_get(event, EVENT_SOURCES);
    struct arena *arena = task->resolver.arena;
    bool done = cell_parse_list(arena, cell, &list) && arena_append(arena, &list, id) &&
                list_drop_repeats(arena, &list) && list_to_cell(arena, &list, &cell);
    if (!done)
        return resolver_fail_memory(&task->resolver);
    if (!record_is_given(event, EVENT_SOURCES))
        event->joins |= UINT64_C(1) << EVENT_SOURCES;
    record_set(event, EVENT_SOURCES, cell);
    return STATUS_OK;
}

static bool is_source_told(const struct record *event) {
    return record_has(event, EVENT_SOURCE_TITLE) || record_has(event, EVENT_SOURCE_PUBLISHER) ||
           record_has(event, EVENT_SOURCE_DATE);
}

/* A source of which the row says more than the URL, or on which a quote rests, is made a record.
 * Its id is left in *id; empty when there is none. */
static enum status take_row_source(struct task *task, bool quoted, struct slice *id) {
    struct record source, *event = task->record;
    *id = SLICE_NONE;
    if (!is_source_told(event) && !(quoted && record_has(event, EVENT_SOURCE_URL)))
        return STATUS_OK;
    task->field = record_has(event, EVENT_SOURCE_PUBLISHER) ? EVENT_SOURCE_PUBLISHER
                                                            : EVENT_SOURCE_DATE;
    if (!record_has(event, EVENT_SOURCE_URL) && !record_has(event, EVENT_SOURCE_TITLE)) {
        error_set(task->resolver.error, STATUS_BAD_INPUT, "the row's source has no title, no URL");
        error_advise(task->resolver.error, "write source_title or source_url too");
        return STATUS_BAD_INPUT;
    }
    task->field = record_has(event, EVENT_SOURCE_URL) ? EVENT_SOURCE_URL : EVENT_SOURCE_TITLE;
    record_init(&source, RECORD_SOURCE);
    record_set(&source, SOURCE_URL, take_value(event, EVENT_SOURCE_URL));
    record_set(&source, SOURCE_TITLE, take_value(event, EVENT_SOURCE_TITLE));
    record_set(&source, SOURCE_PUBLISHER, take_value(event, EVENT_SOURCE_PUBLISHER));
    record_set(&source, SOURCE_PUBLISHED, take_value(event, EVENT_SOURCE_DATE));
    enum status status = resolver_need_described_source(&task->resolver, &source, id);
    return status == STATUS_OK ? add_source(task, *id) : status;
}

/* The first of the event's sources. */
static bool find_first_source(struct task *task, struct slice *id) {
    struct cell_reader reader = {record_get(task->record, EVENT_SOURCES), 0};
    *id = SLICE_NONE;
    return !cell_next_item(&reader, id) || cell_unescape(task->resolver.arena, *id, id);
}

static enum status make_claim(struct task *task, struct slice quote, struct slice source) {
    struct record *claim = task->claim;
    task->field = EVENT_QUOTE;
    if (slice_is_empty(source) && !find_first_source(task, &source))
        return resolver_fail_memory(&task->resolver);
    if (slice_is_empty(source)) {
        error_set(task->resolver.error, STATUS_BAD_INPUT, "the quote has no source");
        error_advise(task->resolver.error, "write where the words stand: source_url, source_title "
                                           "or sources in the same row");
        return STATUS_BAD_INPUT;
    }
    record_init(claim, RECORD_CLAIM);
    record_set(claim, CLAIM_EVENT, record_get(task->record, EVENT_ID));
    record_set(claim, CLAIM_SOURCE, source);
    record_set(claim, CLAIM_FIELD, SLICE_OF("quote"));
    record_set(claim, CLAIM_VALUE, quote);
    claim->file = task->record->file;
    claim->line = task->record->line;
    return STATUS_OK;
}

static enum status take_row_only(struct task *task) {
    struct slice quote = take_value(task->record, EVENT_QUOTE), source;
    enum status status = take_row_source(task, !slice_is_empty(quote), &source);
    if (status != STATUS_OK || slice_is_empty(quote))
        return status;
    return make_claim(task, quote, source);
}

/* ---- By type --------------------------------------------------------------------------------- */

/* The days of a date in a field, when there is one. */
static enum status read_days(struct task *task, int field) {
    struct edtf date;
    struct slice text = record_get(task->record, field);
    task->field = field;
    if (slice_is_empty(text) || slice_is(text, ".."))
        return STATUS_OK;
    enum status status = edtf_parse(text, &date, NULL, task->resolver.error);
    if (status == STATUS_OK) {
        task->resolver.first_day = date.min;
        task->resolver.last_day = date.max;
    }
    return status;
}

/* The days on which an event can begin. A row that completes an event may lack its kind. */
static enum status find_event_days(struct task *task) {
    struct event_times times;
    if (!record_has(task->record, EVENT_DATE) || !record_has(task->record, EVENT_KIND))
        return read_days(task, EVENT_DATE);
    enum status status =
        event_find_times(task->record, &times, &task->field, task->resolver.error);
    if (status == STATUS_OK) {
        task->resolver.first_day = times.start_min;
        task->resolver.last_day = times.start_max;
    }
    return status;
}

static enum status resolve_event_parties(struct task *task) {
    static const enum event_field cells[PARTY_TYPES] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS,
                                                        EVENT_PEOPLE, EVENT_ACTORS};
    enum status status = STATUS_OK;
    for (int type = 0; status == STATUS_OK && type < PARTY_TYPES; type++)
        status = resolve_parties(task, (int)cells[type], (enum party_type)type);
    if (status == STATUS_OK)
        status = resolve_details(task);
    if (status == STATUS_OK)
        status = resolve_shorthand(task, EVENT_IMPOSER);
    return status == STATUS_OK ? resolve_shorthand(task, EVENT_TARGET) : status;
}

static enum status resolve_event(struct task *task) {
    enum status status = find_event_days(task);
    if (status == STATUS_OK)
        status = resolve_event_parties(task);
    if (status == STATUS_OK)
        status = resolve_list(task, EVENT_SOURCES, resolver_need_source);
    if (status != STATUS_OK)
        return status;
    struct slice *id = &task->record->values[EVENT_ID];
    if (slice_is_empty(*id) && !event_make_id(task->resolver.arena, task->record, id))
        return resolver_fail_memory(&task->resolver);
    record_set(task->record, EVENT_ID, *id);
    return take_row_only(task);
}

static enum status resolve_term(struct task *task) {
    enum status status =
        read_days(task, record_has(task->record, TERM_START) ? TERM_START : TERM_END);
    if (status == STATUS_OK)
        status = resolve_field(task, TERM_PERSON, resolver_need_person);
    if (status == STATUS_OK)
        status = resolve_field(task, TERM_COUNTRY, need_actor);
    return status == STATUS_OK ? resolve_list(task, TERM_SOURCES, resolver_need_source) : status;
}

static enum status resolve_source(struct task *task) {
    struct slice id = record_get(task->record, SOURCE_ID);
    enum status status = read_days(task, SOURCE_PUBLISHED);
    if (status == STATUS_OK)
        status = resolve_field(task, SOURCE_SIDE, need_actor);
    task->field = SOURCE_ID;
    if (status != STATUS_OK || !slice_is_empty(id))
        return status;
    status = resolver_find_id(&task->resolver, RECORD_SOURCE, record_get(task->record, SOURCE_URL),
                              &id);
    if (status == STATUS_OK && slice_is_empty(id) &&
        !resolve_source_id(task->resolver.arena, task->record, &id))
        return resolver_fail_memory(&task->resolver);
    record_set(task->record, SOURCE_ID, id);
    return status;
}

static enum status resolve_claim(struct task *task) {
    enum status status = resolve_field(task, CLAIM_EVENT, need_event);
    return status == STATUS_OK ? resolve_field(task, CLAIM_SOURCE, resolver_need_source) : status;
}

static enum status resolve_link(struct task *task) {
    enum status status = resolve_field(task, LINK_FROM, need_event);
    if (status == STATUS_OK)
        status = resolve_field(task, LINK_TO, need_event);
    return status == STATUS_OK ? resolve_field(task, LINK_SOURCE, resolver_need_source) : status;
}

/* What is said of an id that was merged is said of what it was merged into; that it was merged is said of itself. A
 * record that is there under the name is meant before any. */
static enum status resolve_note(struct task *task) {
    static const enum record_type types[] = {RECORD_EVENT, RECORD_PERSON, RECORD_ORGANIZATION,
                                             RECORD_SOURCE};
    struct slice *name = &task->record->values[NOTE_RECORD], into = SLICE_NONE;
    task->field = NOTE_RECORD;
    if (slice_is(record_get(task->record, NOTE_KIND), "merged"))
        return STATUS_OK;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        struct slice id;
        enum status status = resolver_find_id(&task->resolver, types[i], *name, &id);
        if (status != STATUS_OK || slice_equals(id, *name))
            return status;
        if (slice_is_empty(into))
            into = id;
    }
    if (!slice_is_empty(into))
        *name = into;
    return STATUS_OK;
}

static enum status resolve_coverage(struct task *task) {
    enum status status = read_days(task, COVERAGE_START);
    return status == STATUS_OK ? resolve_list(task, COVERAGE_COUNTRIES, need_actor) : status;
}

static enum status resolve_party_row(struct task *task) {
    enum party_type type = party_find_type(record_get(task->record, PARTY_TYPE));
    enum status status = resolve_field(task, PARTY_EVENT, need_event);
    if (type == PARTY_TYPES || status != STATUS_OK)
        return status;
    status = resolve_field(task, PARTY_ID, find_need(type));
    return status == STATUS_OK ? resolve_field(task, PARTY_FOR, need_actor) : status;
}

static enum status resolve_by_type(struct task *task) {
    switch (task->record->type) {
    case RECORD_EVENT:
        return resolve_event(task);
    case RECORD_TERM:
        return resolve_term(task);
    case RECORD_SOURCE:
        return resolve_source(task);
    case RECORD_PERSON:
        return resolve_field(task, PERSON_COUNTRY, need_country);
    case RECORD_CLAIM:
        return resolve_claim(task);
    case RECORD_LINK:
        return resolve_link(task);
    case RECORD_COVERAGE:
        return resolve_coverage(task);
    case RECORD_PARTY:
        return resolve_party_row(task);
    case RECORD_NOTE:
        return resolve_note(task);
    default: /* countries and organizations refer to nothing */
        return STATUS_OK;
    }
}

enum status resolve_record(const struct lookup *lookup, struct arena *arena, struct record *record,
                           struct record *claim, int *field, struct error *error) {
    struct resolver resolver = {lookup, arena, DAY_MIN, DAY_MAX, STATUS_BAD_INPUT, error};
    struct task task = {resolver, record, claim, -1};
    claim->type = RECORD_TYPES;
    enum status status = resolve_by_type(&task);
    *field = task.field;
    if (status != STATUS_OK && (record->file || record->line))
        error_locate(error, record->file, record->line,
                     record->columns && *field >= 0 ? record->columns[*field] : 0);
    return status;
}
