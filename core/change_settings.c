/* Settings laid over a record: FIELD=VALUE, FIELD= (clears), FIELD+=ITEM and FIELD-=ITEM of lists, extra.NAME=VALUE.
 *
 * Items that come or go are brought into canonical form first (normalized, resolved), so that they are told apart as the
 * record has them: "Canada:host" meets CAN. */
#include "change.h"

#include "base/cell.h"
#include "model/list.h"

static enum status no_memory(struct change *change) { return error_set(change->error, STATUS_NO_MEMORY, "out of memory"); }

enum operation { SETS, JOINS, LEAVES };

struct setting {
    struct slice name, value;
    enum operation operation;
};

struct draft {
    struct change *change;
    const struct record *old; /* NULL: a new record */
    struct record *now;
    uint64_t set; /* bit per field that a setting has set */
};

static int shown_size(struct slice text) { return (int)(text.size < 80 ? text.size : 80); }

/* ---- reading one ------------------------------------------------------------------------------------------------- */

static enum status parse_setting(struct change *change, const char *word, struct setting *setting) {
    struct slice text = slice_from(word);
    size_t sign = slice_find(text, '=');
    if (sign == text.size || sign == 0) {
        error_set(change->error, STATUS_USAGE, "\"%.*s\" is no setting", shown_size(text), word);
        error_advise(change->error, "a setting is FIELD=VALUE, as in title=\"Talks in Paris\"");
        return STATUS_USAGE;
    }
    char before = word[sign - 1];
    setting->operation = before == '+' ? JOINS : before == '-' ? LEAVES : SETS;
    setting->name = slice_trim(slice_part(text, 0, sign - (setting->operation != SETS)));
    setting->value = slice_trim(slice_part(text, sign + 1, text.size));
    return STATUS_OK;
}

/* Nearest by its letters, else the only one that begins so: person of people, nam of name. */
static const char *nearest_field(enum record_type type, struct slice name) {
    const struct record_info *info = record_info(type);
    const char *near = record_nearest_field(type, name), *begun = NULL;
    size_t count = 0;
    if (near) return near;
    if (slice_equals_ascii_nocase(name, SLICE_OF("person")) && record_find_field(type, SLICE_OF("people")) >= 0) return "people";
    for (size_t i = 0; i < info->field_count && name.size >= 3; i++) {
        struct slice field = slice_from(info->fields[i].name);
        if (info->fields[i].flags & FIELD_HIDDEN || field.size < name.size ||
            !slice_equals_ascii_nocase(slice_part(field, 0, name.size), name)) continue;
        begun = info->fields[i].name;
        count++;
    }
    return count == 1 ? begun : NULL;
}

enum status change_refuse_field(struct change *change, enum record_type type, struct slice name) {
    const char *near = nearest_field(type, name);
    const char *what = record_info(type)->name;
    error_set(change->error, STATUS_USAGE, "\"%.*s\" is no field of %s %s", shown_size(name), name.data,
              slice_find(SLICE_OF("aeiou"), what[0]) < 5 ? "an" : "a", what);
    if (near) error_advise(change->error, "did you mean %s? nothing was changed; to keep what is no field, write extra.%.*s=…", near,
                           shown_size(name), name.data);
    else error_advise(change->error, "nothing was changed; to keep what is no field, write extra.%.*s=…; `detente help %s` shows "
                      "how fields are set", shown_size(name), name.data, change->request->action == DETENTE_ADD ? "add" : "edit");
    return STATUS_USAGE;
}

/* ---- extras -------------------------------------------------------------------------------------------------------- */

static enum status set_extra(struct draft *draft, struct slice name, struct slice value) {
    struct record *now = draft->now;
    for (size_t i = 0; i < now->extra_count; i++)
        if (slice_equals(now->extras[i].name, name)) {
            now->extras[i].value = value;
            return STATUS_OK;
        }
    struct extra *more = arena_alloc_array(&draft->change->arena, now->extra_count + 1, sizeof *more);
    if (!more) return no_memory(draft->change);
    if (now->extra_count) memcpy(more, now->extras, now->extra_count * sizeof *more);
    more[now->extra_count++] = (struct extra){name, value};
    now->extras = more;
    return STATUS_OK;
}

static const struct slice extra_prefix = SLICE_INIT("extra.");

/* The name behind "extra.", in whatever case that is written. */
static bool is_extra(struct slice name, struct slice *extra) {
    *extra = slice_trim(slice_part(name, extra_prefix.size, name.size));
    return name.size > extra_prefix.size &&
           slice_equals_ascii_nocase(slice_part(name, 0, extra_prefix.size), extra_prefix);
}

/* ---- lists ----------------------------------------------------------------------------------------------------------- */

static bool is_list(enum field_type type) {
    return type == FIELD_LIST || type == FIELD_NAMES || type == FIELD_CODES || type == FIELD_PARTIES;
}

static enum status refuse_unlisted(struct change *change, const struct field *field) {
    error_set(change->error, STATUS_USAGE, "%s is no list: it has one value", field->name);
    error_advise(change->error, "set it with %s=VALUE", field->name);
    return STATUS_USAGE;
}

/* imposer and target are kept as roles of the parties. */
static enum status list_before(struct draft *draft, int field, struct slice *cell) {
    struct record filled;
    *cell = SLICE_NONE;
    if (record_is_given(draft->now, field)) *cell = record_get(draft->now, field);
    else if (draft->old) *cell = record_get(draft->old, field);
    if (record_is_given(draft->now, field) || !draft->old || (field != EVENT_IMPOSER && field != EVENT_TARGET) ||
        draft->old->type != RECORD_EVENT) return STATUS_OK;
    filled = *draft->old;
    if (!event_fill_shorthand(&draft->change->arena, &filled)) return no_memory(draft->change);
    *cell = record_get(&filled, field);
    return STATUS_OK;
}

/* A record with that one cell, to be normalized and resolved: an event in the light of its day. */
static void sketch_record(const struct draft *draft, int field, struct slice cell, struct record *sketch) {
    static const int lights[] = {EVENT_ID, EVENT_KIND, EVENT_DATE};
    const struct record *old = draft->old, *now = draft->now;
    if (now->type != RECORD_EVENT) {
        *sketch = old ? *old : *now;
        sketch->extra_count = 0;
    } else {
        record_init(sketch, RECORD_EVENT);
        for (size_t i = 0; i < sizeof lights / sizeof *lights; i++) {
            const struct record *from = record_is_given(now, lights[i]) || !old ? now : old;
            if (record_has(from, lights[i])) record_set(sketch, lights[i], record_get(from, lights[i]));
        }
        if (!record_has(sketch, EVENT_ID)) record_set(sketch, EVENT_ID, SLICE_OF("new"));
    }
    record_set(sketch, field, cell);
}

/* What leaves makes nobody. */
static enum status make_canonical(struct draft *draft, int field, bool makes, struct slice cell, struct slice *canonical) {
    struct change *change = draft->change;
    struct record sketch, claim;
    struct lookup lookup = change->lookup;
    int at = -1;
    if (!makes) lookup.make = NULL;
    sketch_record(draft, field, cell, &sketch);
    enum status status = record_normalize(&change->arena, &sketch, NULL, &at, change->error);
    if (status == STATUS_OK) status = resolve_record(&lookup, &change->arena, &sketch, &claim, &at, change->error);
    if (status == STATUS_OK) *canonical = record_get(&sketch, field);
    return status;
}

/* Both escaped. A party is told by its name, and by its role too where the item has one; a dated name by its name. */
static bool is_meant(const struct field *field, struct slice there, struct slice item) {
    if (slice_equals(there, item)) return true;
    if (field->type == FIELD_CODES || field->flags & FIELD_DATED)
        return slice_find(item, '@') == item.size && slice_equals(slice_part(there, 0, slice_find(there, '@')), item);
    if (field->type != FIELD_PARTIES) return false;
    struct slice parts[2] = {SLICE_NONE, SLICE_NONE}, wanted[2] = {SLICE_NONE, SLICE_NONE};
    cell_split_parts(there, parts, 2);
    return cell_split_parts(item, wanted, 2) < 2 && slice_equals(parts[0], wanted[0]);
}

/* "CAN" gives way to "CAN:host", and is there already with "CAN:host". */
static bool gives_way(const struct field *field, struct slice there, struct slice item) {
    struct slice parts[2], wanted[2];
    if (field->type != FIELD_PARTIES) return false;
    return cell_split_parts(there, parts, 2) < 2 && cell_split_parts(item, wanted, 2) == 2 && slice_equals(parts[0], wanted[0]);
}

static enum status refuse_absent(struct draft *draft, const struct field *field, struct slice item, struct slice cell) {
    struct error *error = draft->change->error;
    error_set(error, STATUS_BAD_INPUT, "%s has no \"%.*s\"", field->name, shown_size(item), item.data);
    if (slice_is_empty(cell)) error_advise(error, "it is empty");
    else error_advise(error, "it has %.*s", (int)(cell.size < 200 ? cell.size : 200), cell.data);
    return STATUS_BAD_INPUT;
}

static enum status join_item(struct draft *draft, const struct field *field, struct slice_list *items, struct slice item) {
    for (size_t i = 0; i < items->count; i++) {
        if (is_meant(field, items->items[i], item)) return STATUS_OK;
        if (!gives_way(field, items->items[i], item)) continue;
        items->items[i] = item;
        return STATUS_OK;
    }
    return arena_append(&draft->change->arena, items, item) ? STATUS_OK : no_memory(draft->change);
}

static enum status leave_item(struct draft *draft, const struct field *field, struct slice_list *items, struct slice item,
                              struct slice cell) {
    size_t kept = 0, count = items->count;
    for (size_t i = 0; i < count; i++)
        if (!is_meant(field, items->items[i], item)) items->items[kept++] = items->items[i];
    items->count = kept;
    return kept < count ? STATUS_OK : refuse_absent(draft, field, item, cell);
}

static enum status change_list(struct draft *draft, int number, const struct setting *setting) {
    struct change *change = draft->change;
    const struct field *field = record_field(draft->now->type, number);
    struct slice cell, changes, item, joined;
    struct slice_list items = {NULL, 0};
    enum status status = list_before(draft, number, &cell);
    /* What a setting before has put there is not yet in canonical form. */
    if (status == STATUS_OK && record_is_given(draft->now, number) && !slice_is_empty(cell))
        status = make_canonical(draft, number, true, cell, &cell);
    if (status == STATUS_OK) status = make_canonical(draft, number, setting->operation == JOINS, setting->value, &changes);
    for (struct cell_reader reader = {cell, 0}; status == STATUS_OK && cell_next_item(&reader, &item);)
        if (!arena_append(&change->arena, &items, item)) status = no_memory(change);
    for (struct cell_reader reader = {changes, 0}; status == STATUS_OK && cell_next_item(&reader, &item);)
        status = setting->operation == JOINS ? join_item(draft, field, &items, item)
                                             : leave_item(draft, field, &items, item, cell);
    if (status != STATUS_OK) return status;
    if (!list_join(&change->arena, &items, &joined)) return no_memory(change);
    record_set(draft->now, number, joined);
    return STATUS_OK;
}

/* ---- all of them ------------------------------------------------------------------------------------------------------ */

/* "Source URL" is as good as source_url. */
static int find_field(enum record_type type, struct slice name) {
    char text[64];
    if (name.size >= sizeof text) return -1;
    for (size_t i = 0; i < name.size; i++) text[i] = name.data[i] == ' ' || name.data[i] == '-' ? '_' : name.data[i];
    int field = record_find_field(type, (struct slice){text, name.size});
    return field >= 0 && record_field(type, field)->flags & FIELD_HIDDEN ? -1 : field;
}

static enum status set_field(struct draft *draft, int field, struct slice value) {
    const char *name = record_field(draft->now->type, field)->name;
    if (draft->set >> field & 1) {
        error_set(draft->change->error, STATUS_USAGE, "%s is set twice", name);
        if (is_list(record_field(draft->now->type, field)->type))
            error_advise(draft->change->error, "the items of a list go into one setting, parted by ';', or each into %s+=ITEM",
                         name);
        error_advise(draft->change->error, "leave one of the two");
        return STATUS_USAGE;
    }
    draft->set |= UINT64_C(1) << field;
    record_set(draft->now, field, value);
    return STATUS_OK;
}

static enum status take_setting(struct draft *draft, const struct setting *setting) {
    struct change *change = draft->change;
    enum record_type type = draft->now->type;
    struct slice extra;
    int field = find_field(type, setting->name);
    if (field < 0 && is_extra(setting->name, &extra)) {
        if (setting->operation == SETS) return set_extra(draft, extra, setting->value);
        error_set(change->error, STATUS_USAGE, "extra.%.*s is no list: it has one value", shown_size(extra), extra.data);
        error_advise(change->error, "set it with extra.%.*s=VALUE", shown_size(extra), extra.data);
        return STATUS_USAGE;
    }
    if (field < 0) return change_refuse_field(change, type, setting->name);
    if (setting->operation == SETS) return set_field(draft, field, setting->value);
    if (!is_list(record_field(type, field)->type)) return refuse_unlisted(change, record_field(type, field));
    if (slice_is_empty(setting->value)) {
        error_set(change->error, STATUS_USAGE, "%s: no item was given", record_field(type, field)->name);
        error_advise(change->error, "%s= alone clears it", record_field(type, field)->name);
        return STATUS_USAGE;
    }
    return change_list(draft, field, setting);
}

enum status change_read_settings(struct change *change, const struct record *old, struct record *now) {
    const struct detente_words *settings = &change->request->settings;
    struct draft draft = {change, old, now, 0};
    struct setting setting;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < settings->count; i++) {
        status = parse_setting(change, settings->items[i], &setting);
        if (status == STATUS_OK) status = take_setting(&draft, &setting);
    }
    return status;
}
