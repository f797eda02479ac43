/* Records as such: their tables looked up, a value set, a name appended. */
#include "record.h"

#include "nearest.h"
#include "record_tables.h"

const struct record_info *record_info(enum record_type type) {
    return &record_tables[type];
}

int record_find_field(enum record_type type, struct slice name) {
    const struct record_info *info = record_info(type);
    for (size_t i = 0; i < info->field_count; i++)
        if (slice_equals_ascii_nocase(slice_from(info->fields[i].name), name))
            return (int)i;
    return -1;
}

const char *record_nearest_field(enum record_type type, struct slice name) {
    const struct record_info *info = record_info(type);
    struct nearest nearest = {.word = name};
    for (size_t i = 0; i < info->field_count; i++)
        if (!(info->fields[i].flags & FIELD_HIDDEN))
            nearest_offer(&nearest, slice_from(info->fields[i].name));
    /* The candidates are whole C strings. */
    return nearest.count ? nearest.best[0].data : NULL;
}

enum record_type record_find_type(struct slice name) {
    for (int type = 0; type < RECORD_TYPES; type++)
        if (slice_equals_ascii_nocase(slice_from(record_tables[type].name), name) ||
            slice_equals_ascii_nocase(slice_from(record_tables[type].plural), name))
            return (enum record_type)type;
    return RECORD_TYPES;
}

void record_init(struct record *record, enum record_type type) {
    memset(record, 0, sizeof *record);
    record->type = type;
}

void record_set(struct record *record, int field, struct slice value) {
    record->values[field] = value;
    record->given |= UINT64_C(1) << field;
}

/* "word:" and the key's values, a slash between them. */
static void append_key(struct buffer *buffer, const struct record *record) {
    const struct record_info *info = record_info(record->type);
    buffer_append_text(buffer, info->name);
    char sign = ':';
    for (size_t i = 0; i < info->field_count; i++) {
        if (!(info->fields[i].flags & FIELD_KEY))
            continue;
        buffer_append_byte(buffer, sign);
        buffer_append_slice(buffer, record->values[i]);
        sign = '/';
    }
}

/* Every record type that has an id has it as its first field. */
void record_append_name(struct buffer *buffer, const struct record *record) {
    struct slice first = record->values[0];
    bool has_id = slice_is(slice_from(record_field(record->type, 0)->name), "id");
    if (!has_id)
        append_key(buffer, record);
    else if (slice_is_empty(first) && record->type == RECORD_SOURCE)
        buffer_append_slice(buffer, record->values[SOURCE_URL]);
    else
        buffer_append_slice(buffer, first);
}
