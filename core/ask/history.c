/* What was done to the record: records in two states, told field by field, and the revisions that made the one of the other. */
#include "history.h"

#include "../model/list.h"
#include "../read/json_keys.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- a record in two states ------------------------------------------------------------------------------------ */

struct fields {
    struct arena *arena;
    struct answer_field_change *items;
    size_t count, capacity;
};

static bool is_list(const struct field *field) {
    switch (field->type) {
    case FIELD_LIST: case FIELD_NAMES: case FIELD_CODES: case FIELD_PARTIES: return true;
    default: return (field->flags & FIELD_HIDDEN) != 0;
    }
}

static bool add_field(struct fields *fields, struct slice name, struct slice before, struct slice after, bool list) {
    if (slice_equals(before, after)) return true;
    if (fields->count == fields->capacity) {
        size_t capacity = fields->capacity * 2 + 8;
        struct answer_field_change *items = arena_alloc_array(fields->arena, capacity, sizeof *items);
        if (!items) return false;
        if (fields->count) memcpy(items, fields->items, fields->count * sizeof *items);
        fields->items = items;
        fields->capacity = capacity;
    }
    struct answer_field_change *field = &fields->items[fields->count++];
    *field = (struct answer_field_change){.field = name, .is_list = list};
    *(list ? &field->before_items : &field->before) = before;
    *(list ? &field->after_items : &field->after) = after;
    return true;
}

static struct slice value_of(const struct record *record, size_t field) {
    return record ? record_get(record, (int)field) : SLICE_NONE;
}

/* Imposer and target are said by the parties. */
static bool is_told(enum record_type type, size_t field) {
    if (record_info(type)->fields[field].flags & FIELD_ROW_ONLY) return false;
    return type != RECORD_EVENT || (field != EVENT_IMPOSER && field != EVENT_TARGET);
}

/* Extras of both are sorted by name: one walk meets them all. An extra may be called as a field is. */
static bool add_extras(struct fields *fields, const struct record *before, const struct record *after) {
    size_t a = 0, b = 0, old = before ? before->extra_count : 0, now = after ? after->extra_count : 0;
    while (a < old || b < now) {
        int order = a == old ? 1 : b == now ? -1 : slice_compare(before->extras[a].name, after->extras[b].name);
        struct slice name = order <= 0 ? before->extras[a].name : after->extras[b].name;
        struct slice from = order <= 0 ? before->extras[a++].value : SLICE_NONE;
        struct slice to = order >= 0 ? after->extras[b++].value : SLICE_NONE;
        struct buffer full;
        buffer_init(&full);
        buffer_append_text(&full, "extra.");
        buffer_append_slice(&full, name);
        bool good = !buffer_failed(&full) && arena_copy(fields->arena, buffer_slice(&full), &name);
        buffer_free(&full);
        if (!good || !add_field(fields, name, from, to, false)) return false;
    }
    return true;
}

static bool add_record_fields(struct fields *fields, enum record_type type, const struct record *before,
                              const struct record *after) {
    const struct record_info *info = record_info(type);
    for (size_t i = 0; i < info->field_count; i++) {
        if (!is_told(type, i)) continue;
        if (!add_field(fields, slice_from(info->fields[i].name), value_of(before, i), value_of(after, i),
                       is_list(&info->fields[i])))
            return false;
    }
    return add_extras(fields, before, after);
}

static struct slice title_of(const struct record *record) {
    if (!record) return SLICE_NONE;
    switch (record->type) {
    case RECORD_COUNTRY: return record_get(record, COUNTRY_NAME);
    case RECORD_ORGANIZATION: return record_get(record, ORGANIZATION_NAME);
    case RECORD_PERSON: return record_get(record, PERSON_NAME);
    case RECORD_TERM: return record_get(record, TERM_TITLE);
    case RECORD_SOURCE: return record_get(record, SOURCE_TITLE);
    case RECORD_EVENT: return record_get(record, record_has(record, EVENT_TITLE) ? EVENT_TITLE : EVENT_KIND);
    default: return SLICE_NONE;
    }
}

/* ---- the dossier's words ------------------------------------------------------------------------------------------ */

struct members {
    struct slice_list names, values;
};

/* A text without its quotes and escapes; anything else as it is written. */
static bool copy_value(struct arena *arena, struct slice json, struct slice *value) {
    struct buffer text;
    if (json.size < 2 || json.data[0] != '"') return arena_copy(arena, json, value);
    buffer_init(&text);
    json_keys_decode(slice_part(json, 1, json.size - 1), &text);
    bool good = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), value);
    buffer_free(&text);
    return good;
}

static bool read_members(struct json_scan *scan, struct arena *arena, struct members *members) {
    struct json_value value;
    struct slice name, text;
    bool first = true, good = json_scan_take(scan, '{');
    while (good && json_scan_more(scan, '}', &first)) {
        good = json_scan_key(scan, &name) && arena_copy(arena, name, &name) && json_scan_value(scan, &value) &&
               copy_value(arena, value.text, &text) && arena_append(arena, &members->names, name) &&
               arena_append(arena, &members->values, text);
    }
    return good && scan->status == STATUS_OK && json_scan_take(scan, '}') && json_scan_finish(scan);
}

static enum status list_members(struct slice json, struct arena *arena, struct members *members, struct error *error) {
    struct memory_input memory = {json, 0};
    struct input input;
    struct json_scan scan;
    struct error fault = {0};
    *members = (struct members){{NULL, 0}, {NULL, 0}};
    if (slice_is_empty(json)) return STATUS_OK;
    input_from_memory(&memory, "dossier", &input);
    enum status status = json_scan_open(&scan, &input, &fault);
    if (status == STATUS_OK && !read_members(&scan, arena, members))
        status = scan.status == STATUS_OK ? STATUS_NO_MEMORY : scan.status;
    json_scan_free(&scan);
    if (status == STATUS_NO_MEMORY) return no_memory(error);
    return status == STATUS_OK ? STATUS_OK
         : error_set(error, STATUS_CORRUPT, "the log of the record is damaged: the dossier's words are no JSON object");
}

static struct slice find_member(const struct members *members, struct slice name) {
    for (size_t i = 0; i < members->names.count; i++)
        if (slice_equals(members->names.items[i], name)) return members->values.items[i];
    return SLICE_NONE;
}

static enum status add_dossier_fields(struct fields *fields, const struct store_difference *difference, struct error *error) {
    struct members before, after;
    enum status status = list_members(difference->before_text, fields->arena, &before, error);
    if (status == STATUS_OK) status = list_members(difference->after_text, fields->arena, &after, error);
    for (size_t i = 0; status == STATUS_OK && i < after.names.count; i++)
        if (!add_field(fields, after.names.items[i], find_member(&before, after.names.items[i]), after.values.items[i], false))
            status = no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < before.names.count; i++)
        if (!find_member(&after, before.names.items[i]).data &&
            !add_field(fields, before.names.items[i], before.values.items[i], SLICE_NONE, false))
            status = no_memory(error);
    return status;
}

/* ---- changes -------------------------------------------------------------------------------------------------------- */

enum status ask_change(const struct store_difference *difference, struct arena *arena, struct answer_change *change,
                       struct error *error) {
    const struct record *before = difference->before, *after = difference->after;
    struct fields fields = {.arena = arena};
    bool dossier = difference->type == RECORD_TYPES;
    bool was = dossier ? difference->before_text.size > 0 : before != NULL;
    bool is = dossier ? difference->after_text.size > 0 : after != NULL;
    *change = (struct answer_change){
        .type = dossier ? SLICE_OF("dossier") : slice_from(record_info(difference->type)->name),
        .id = dossier ? SLICE_OF("dossier") : difference->name,
        .title = dossier ? SLICE_NONE : title_of(after ? after : before),
        .action = !was ? SLICE_OF("added") : !is ? SLICE_OF("removed") : SLICE_OF("updated"),
    };
    enum status status = STATUS_OK;
    if (dossier) status = add_dossier_fields(&fields, difference, error);
    else if (!add_record_fields(&fields, difference->type, before, after)) status = no_memory(error);
    change->fields = (struct shape_entries){fields.items, fields.count};
    return status;
}

static void swap(struct slice *a, struct slice *b) {
    struct slice kept = *a;
    *a = *b;
    *b = kept;
}

void ask_turn_change(struct answer_change *change) {
    /* The fields were made for this change alone. */
    struct answer_field_change *fields = (struct answer_field_change *)(uintptr_t)change->fields.items;
    if (slice_is(change->action, "added")) change->action = SLICE_OF("removed");
    else if (slice_is(change->action, "removed")) change->action = SLICE_OF("added");
    for (size_t i = 0; i < change->fields.count; i++) {
        swap(&fields[i].before, &fields[i].after);
        swap(&fields[i].before_items, &fields[i].after_items);
    }
}

struct answer_change_row ask_change_row(const struct answer_revision *made, const struct answer_change *change,
                                        const struct answer_field_change *field) {
    struct answer_change_row row = {.type = change->type, .id = change->id, .action = change->action, .field = field->field,
                                    .before = field->is_list ? field->before_items : field->before,
                                    .after = field->is_list ? field->after_items : field->after};
    if (!made) return row;
    row.revision = made->revision;
    row.time = made->time;
    row.command = made->command;
    row.user = made->user;
    row.reason = made->reason;
    return row;
}

/* ---- revisions -------------------------------------------------------------------------------------------------------- */

static struct shape_count number_or_none(int64_t number) { return number ? shape_count(number) : SHAPE_UNKNOWN; }

enum status ask_revision(const struct store_revision *revision, struct arena *arena, struct answer_revision *answer,
                         struct error *error) {
    struct answer_file *files = arena_alloc_array(arena, revision->file_count + 1, sizeof *files);
    if (!files) return no_memory(error);
    for (size_t i = 0; i < revision->file_count; i++) {
        const struct store_file *file = &revision->files[i];
        files[i] = (struct answer_file){file->name, file->sha256, shape_count(file->size_bytes), shape_count(file->rows)};
    }
    *answer = (struct answer_revision){
        .revision = shape_count(revision->number), .time = revision->time, .command = revision->command,
        .user = revision->user, .reason = revision->reason, .content = revision->content,
        .undoes = number_or_none(revision->undoes), .undone_by = number_or_none(revision->undone_by),
        .added = shape_count(revision->added), .updated = shape_count(revision->updated),
        .removed = shape_count(revision->removed), .files = {files, revision->file_count},
    };
    return STATUS_OK;
}

enum status ask_revision_records(struct store *store, struct arena *arena, struct answer_revision *answer, struct error *error) {
    struct slice_list names;
    enum status status = store_name_touched(store, answer->revision.value, ASK_NAMES_SHOWN, arena, &names, error);
    if (status != STATUS_OK) return status;
    return list_to_cell(arena, &names, &answer->records) ? STATUS_OK : no_memory(error);
}

/* ---- one record's history --------------------------------------------------------------------------------------------- */

struct gathering {
    struct store *store;
    struct arena *arena;
    int64_t up_to;
    struct answer_history *items;
    size_t count, capacity;
    struct answer_subject *subject;
};

static bool keep_change(struct arena *arena, struct answer_change *change) {
    struct answer_field_change *fields = (struct answer_field_change *)(uintptr_t)change->fields.items;
    bool good = arena_copy(arena, change->id, &change->id) && arena_copy(arena, change->title, &change->title);
    for (size_t i = 0; good && i < change->fields.count; i++)
        good = arena_copy(arena, fields[i].field, &fields[i].field) && arena_copy(arena, fields[i].before, &fields[i].before) &&
               arena_copy(arena, fields[i].after, &fields[i].after) &&
               arena_copy(arena, fields[i].before_items, &fields[i].before_items) &&
               arena_copy(arena, fields[i].after_items, &fields[i].after_items);
    return good;
}

static struct answer_history *next_entry(struct gathering *gathering) {
    if (gathering->count == gathering->capacity) {
        size_t capacity = gathering->capacity * 2 + 16;
        struct answer_history *items = arena_alloc_array(gathering->arena, capacity, sizeof *items);
        if (!items) return NULL;
        if (gathering->count) memcpy(items, gathering->items, gathering->count * sizeof *items);
        gathering->items = items;
        gathering->capacity = capacity;
    }
    return &gathering->items[gathering->count++];
}

/* The latest state says what it is called. */
static void note_subject(struct gathering *gathering, const struct answer_change *change) {
    struct answer_subject *subject = gathering->subject;
    if (gathering->count == 1) subject->before_log = !slice_is(change->action, "added");
    subject->type = change->type;
    subject->id = change->id;
    subject->title = change->title;
    subject->removed = slice_is(change->action, "removed");
}

static enum status gather_change(void *context, const struct store_difference *difference, struct error *error) {
    struct gathering *gathering = context;
    struct store_revision revision;
    bool found = false;
    if (difference->revision > gathering->up_to) return STATUS_OK;
    struct answer_history *entry = next_entry(gathering);
    if (!entry) return no_memory(error);
    enum status status = ask_change(difference, gathering->arena, &entry->change, error);
    if (status == STATUS_OK && !keep_change(gathering->arena, &entry->change)) status = no_memory(error);
    if (status == STATUS_OK)
        status = store_get_revision(gathering->store, difference->revision, gathering->arena, &revision, &found, error);
    if (status == STATUS_OK && !found)
        status = error_set(error, STATUS_CORRUPT, "the log of the record is damaged: there is no revision %lld",
                           (long long)difference->revision);
    if (status == STATUS_OK) status = ask_revision(&revision, gathering->arena, &entry->made, error);
    if (status == STATUS_OK) note_subject(gathering, &entry->change);
    return status;
}

enum status ask_history(struct store *store, struct slice name, int64_t up_to, struct arena *arena,
                        struct answer_history **entries, size_t *count, struct answer_subject *subject, struct error *error) {
    struct gathering gathering = {.store = store, .arena = arena, .up_to = up_to, .subject = subject};
    *subject = (struct answer_subject){.id = name};
    enum status status = store_each_change_of(store, name, gather_change, &gathering, error);
    *entries = gathering.items;
    *count = gathering.count;
    return status;
}
