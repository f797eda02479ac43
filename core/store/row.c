/* Records in and out of statements, driven by the field tables. */
#include "inside.h"

#include "../base/cell.h"
#include "../base/number.h"
#include "../model/list.h"

bool row_has_column(const struct field *field, enum record_type type, int index, bool detail) {
    if (field->flags & FIELD_ROW_ONLY) return false;
    if (type == RECORD_EVENT && (index == EVENT_IMPOSER || index == EVENT_TARGET)) return false;
    return ((field->flags & FIELD_DETAIL) != 0) == detail;
}

void row_append_columns(struct buffer *sql, enum record_type type, bool detail) {
    const struct record_info *info = record_info(type);
    bool first = true;
    for (size_t i = 0; i < info->field_count; i++) {
        if (!row_has_column(&info->fields[i], type, (int)i, detail)) continue;
        buffer_append_format(sql, "%s\"%s\"", first ? "" : ", ", info->fields[i].name);
        first = false;
    }
}

/* Keys of the small tables are never null, so that they can be unique: an empty one is ''. */
static void bind_value(struct statement *statement, int index, const struct field *field, struct slice value) {
    double number;
    int64_t integer;
    if (value.size == 0 && (field->flags & FIELD_KEY)) statement_bind_string(statement, index, value);
    else if (field->type == FIELD_NUMBER && number_parse(value, &number))
        statement_bind_real(statement, index, number);
    else if (field->type == FIELD_INTEGER && number_parse_integer(value, &integer))
        statement_bind_integer(statement, index, integer);
    else statement_bind_text(statement, index, value);
}

int row_bind(struct statement *statement, int first, const struct record *record, bool detail) {
    const struct record_info *info = record_info(record->type);
    for (size_t i = 0; i < info->field_count; i++)
        if (row_has_column(&info->fields[i], record->type, (int)i, detail))
            bind_value(statement, first++, &info->fields[i], record->values[i]);
    return first;
}

static bool read_value(struct statement *statement, int column, const struct field *field, struct arena *arena,
                       struct slice *value) {
    char digits[NUMBER_SIZE];
    if (statement_is_null(statement, column)) {
        *value = SLICE_NONE;
        return true;
    }
    if (field->type != FIELD_NUMBER) return arena_copy(arena, statement_text(statement, column), value);
    size_t size = number_format(statement_real(statement, column), digits);
    return arena_copy(arena, (struct slice){digits, size}, value);
}

enum status row_read(struct statement *statement, int first, enum record_type type, bool detail,
                     struct arena *arena, struct record *record, int *next, struct error *error) {
    const struct record_info *info = record_info(type);
    for (size_t i = 0; i < info->field_count; i++) {
        if (!row_has_column(&info->fields[i], type, (int)i, detail)) continue;
        record->given |= UINT64_C(1) << i;
        if (!read_value(statement, first++, &info->fields[i], arena, &record->values[i]))
            return error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    *next = first;
    return STATUS_OK;
}

/* ---- extras ------------------------------------------------------------------------------------- */

bool row_extras_to_json(struct arena *arena, const struct record *record, struct slice *json) {
    *json = SLICE_NONE;
    if (record->extra_count == 0) return true;
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < record->extra_count; i++) {
        buffer_append_byte(&text, i ? ',' : '{');
        buffer_append_json(&text, record->extras[i].name);
        buffer_append_byte(&text, ':');
        buffer_append_json(&text, record->extras[i].value);
    }
    buffer_append_byte(&text, '}');
    bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), json);
    buffer_free(&text);
    return done;
}

/* Four hexadecimal digits; only \u00XX is ever written by buffer_append_json. */
static bool read_hex(struct slice json, size_t at, unsigned *value) {
    *value = 0;
    for (size_t i = at; i < at + 4; i++) {
        if (i >= json.size) return false;
        char c = json.data[i];
        unsigned digit = c >= '0' && c <= '9' ? (unsigned)(c - '0')
                       : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a' + 10) : 16;
        if (digit > 15) return false;
        *value = *value * 16 + digit;
    }
    return *value < 0x80;
}

static bool read_escape(struct slice json, size_t *at, char *out) {
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    if (*at >= json.size) return false;
    char c = json.data[(*at)++];
    const char *found = c ? strchr(from, c) : NULL;
    unsigned value;
    if (found) *out = to[found - from];
    else if (c == 'u' && read_hex(json, *at, &value)) {
        *out = (char)value;
        *at += 4;
    } else return false;
    return true;
}

/* A string at json[*at], copied without its escapes. */
static bool read_string(struct arena *arena, struct slice json, size_t *at, struct slice *out) {
    if (*at >= json.size || json.data[*at] != '"') return false;
    size_t end = *at + 1;
    char *data = arena_alloc(arena, json.size - *at);
    size_t size = 0;
    if (!data) return false;
    while (end < json.size && json.data[end] != '"') {
        char c = json.data[end++];
        if (c == '\\' && !read_escape(json, &end, &c)) return false;
        data[size++] = c;
    }
    if (end >= json.size) return false;
    *out = (struct slice){data, size};
    *at = end + 1;
    return true;
}

static bool take(struct slice json, size_t *at, char byte) {
    if (*at >= json.size || json.data[*at] != byte) return false;
    (*at)++;
    return true;
}

static size_t count_members(struct slice json) {
    size_t count = 1;
    for (size_t i = 0; i < json.size; i++) count += json.data[i] == ',';
    return count;
}

enum status row_json_to_extras(struct arena *arena, struct slice json, struct record *record,
                               struct error *error) {
    record->extra_count = 0;
    record->extras = NULL;
    if (slice_is_empty(json)) return STATUS_OK;
    record->extras = arena_alloc_array(arena, count_members(json), sizeof *record->extras);
    if (!record->extras) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    size_t at = 0;
    bool good = take(json, &at, '{');
    while (good) {
        struct extra *extra = &record->extras[record->extra_count];
        good = read_string(arena, json, &at, &extra->name) && take(json, &at, ':') &&
               read_string(arena, json, &at, &extra->value);
        record->extra_count += good;
        if (!good || !take(json, &at, ',')) break;
    }
    if (good && take(json, &at, '}') && at == json.size) return STATUS_OK;
    return error_set(error, STATUS_CORRUPT, "an extra column in the database is not the JSON object it must be");
}

enum status row_count_extras(struct store *store, const struct record *record, int by, struct error *error) {
    if (record->extra_count == 0) return STATUS_OK;
    struct statement *use = store_statement(store, SQL_EXTRA_USE, error);
    enum status status = use ? STATUS_OK : STATUS_ENVIRONMENT;
    for (size_t i = 0; status == STATUS_OK && i < record->extra_count; i++) {
        statement_bind_string(use, 1, slice_from(record_info(record->type)->name));
        statement_bind_string(use, 2, record->extras[i].name);
        statement_bind_integer(use, 3, by);
        status = statement_run(use, error);
    }
    return status;
}

/* ---- merging ------------------------------------------------------------------------------------ */

/* Extras that the new row does not name stay; an empty one clears. Both are sorted. */
static enum status merge_extras(struct arena *arena, const struct record *old, struct record *record,
                                struct error *error) {
    if (old->extra_count == 0) return STATUS_OK;
    struct extra *all = arena_alloc_array(arena, old->extra_count + record->extra_count, sizeof *all);
    if (!all) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    size_t i = 0, j = 0, count = 0;
    while (i < old->extra_count || j < record->extra_count) {
        int order = i == old->extra_count ? 1 : j == record->extra_count ? -1
                  : slice_compare(old->extras[i].name, record->extras[j].name);
        all[count++] = order < 0 ? old->extras[i] : record->extras[j];
        i += order <= 0;
        j += order >= 0;
    }
    record->extras = all;
    record->extra_count = count;
    return STATUS_OK;
}

/* What was there, then what the row adds. */
static bool join_lists(struct arena *arena, struct slice old, struct slice *cell) {
    struct slice_list list, more;
    if (!cell_parse_list(arena, old, &list) || !cell_parse_list(arena, *cell, &more)) return false;
    for (size_t i = 0; i < more.count; i++)
        if (!arena_append(arena, &list, more.items[i])) return false;
    return list_drop_repeats(arena, &list) && list_to_cell(arena, &list, cell);
}

void row_drop_empty_extras(struct record *record) {
    size_t kept = 0;
    for (size_t i = 0; i < record->extra_count; i++)
        if (record->extras[i].value.size) record->extras[kept++] = record->extras[i];
    record->extra_count = kept;
}

enum status row_merge(struct arena *arena, const struct record *old, struct record *record, struct error *error) {
    size_t count = record_info(record->type)->field_count;
    for (size_t i = 0; i < count; i++) {
        if (!record_is_given(record, (int)i)) record->values[i] = old->values[i];
        else if (record->joins >> i & 1 && !join_lists(arena, old->values[i], &record->values[i]))
            return error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    return merge_extras(arena, old, record, error);
}

bool row_equals(const struct record *a, const struct record *b) {
    size_t count = record_info(a->type)->field_count;
    for (size_t i = 0; i < count; i++) {
        bool kept = !(record_info(a->type)->fields[i].flags & FIELD_ROW_ONLY);
        if (kept && !slice_equals(a->values[i], b->values[i])) return false;
    }
    if (a->extra_count != b->extra_count) return false;
    for (size_t i = 0; i < a->extra_count; i++)
        if (!slice_equals(a->extras[i].name, b->extras[i].name) ||
            !slice_equals(a->extras[i].value, b->extras[i].value)) return false;
    return true;
}
