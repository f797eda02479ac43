/* A whole record brought into canonical form and checked by itself: every field by its type, the
 * extras, what must be there. Knows no other record. */
#include "normalize.h"

#include <stdlib.h>

#include "../base/utf8.h"
#include "value.h"

enum { NO_FIELD = -1 };

enum status normalize_refuse(const struct normalizer *normalizer, struct slice value,
                             const char *what) {
    struct slice shown = value_excerpt(value);
    return error_set(normalizer->error, STATUS_BAD_INPUT, "%s \"%.*s%s\" %s",
                     normalizer_field(normalizer)->name, (int)shown.size, shown.data,
                     shown.size < value.size ? "…" : "", what);
}

enum status normalize_fail_memory(const struct normalizer *normalizer) {
    return error_set(normalizer->error, STATUS_NO_MEMORY, "memory is out");
}

/* ---- Text ------------------------------------------------------------------------------------ */

/* Position of the first byte below 0x20 that is no tab, no line feed and no CR before one. */
static size_t find_control(struct slice text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 || c == '\t' || c == '\n')
            continue;
        if (c != '\r' || i + 1 == text.size || text.data[i + 1] != '\n')
            return i;
    }
    return text.size;
}

/* Takes the CR out of every CR LF; there is no other. */
static bool drop_returns(struct arena *arena, struct slice *text) {
    if (slice_find(*text, '\r') == text->size)
        return true;
    char *out = arena_alloc(arena, text->size);
    if (!out)
        return false;
    size_t size = 0;
    for (size_t i = 0; i < text->size; i++)
        if (text->data[i] != '\r')
            out[size++] = text->data[i];
    *text = (struct slice){out, size};
    return true;
}

enum status normalize_text(const struct normalizer *normalizer, const char *name,
                           struct slice *value) {
    struct error *error = normalizer->error;
    *value = slice_trim(*value);
    if (value->size > RECORD_TEXT_MAX)
        return error_set(error, STATUS_BAD_INPUT, "%s is longer than %d bytes", name,
                         RECORD_TEXT_MAX);
    size_t control = find_control(*value);
    if (control < value->size) {
        error_set(error, STATUS_BAD_INPUT, "%s holds the control character 0x%02x as byte %zu",
                  name, (unsigned)(unsigned char)value->data[control], control + 1);
        error_advise(error, "take it out; tabs and line ends may stay");
        return STATUS_BAD_INPUT;
    }
    size_t bad = utf8_validate(*value);
    if (bad < value->size) {
        error_set(error, STATUS_BAD_INPUT, "%s is not UTF-8 at byte %zu", name, bad + 1);
        error_advise(error, "save the file as UTF-8");
        return STATUS_BAD_INPUT;
    }
    return drop_returns(normalizer->arena, value) ? STATUS_OK : normalize_fail_memory(normalizer);
}

/* ---- Fields ---------------------------------------------------------------------------------- */

static enum status normalize_fields(struct normalizer *normalizer, struct record *record) {
    const struct record_info *info = record_info(record->type);
    for (size_t i = 0; i < info->field_count; i++) {
        struct slice *value = &record->values[i];
        if (slice_is_empty(*value))
            continue;
        normalizer->field = (int)i;
        enum status status = normalize_text(normalizer, info->fields[i].name, value);
        if (status == STATUS_OK && !slice_is_empty(*value))
            status = normalize_value(normalizer, value);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

/* ---- Extras ---------------------------------------------------------------------------------- */

static int compare_extras(const void *a, const void *b) {
    return slice_compare(((const struct extra *)a)->name, ((const struct extra *)b)->name);
}

static bool is_gap(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '-' || c == '_';
}

/* Would a column of that name be read as the field? Tables take "Source URL" for source_url. */
static bool reads_as(struct slice name, const char *field) {
    size_t i = 0;
    for (; *field; field++) {
        if (i == name.size || (*field == '_' && !is_gap(name.data[i])))
            return false;
        if (*field == '_')
            while (i < name.size && is_gap(name.data[i]))
                i++;
        else if (!slice_equals_ascii_nocase(slice_part(name, i, i + 1), (struct slice){field, 1}))
            return false;
        else
            i++;
    }
    return i == name.size;
}

static bool reads_as_field(enum record_type type, struct slice name) {
    const struct record_info *info = record_info(type);
    for (size_t i = 0; i < info->field_count; i++)
        if (!(info->fields[i].flags & FIELD_HIDDEN) && reads_as(name, info->fields[i].name))
            return true;
    return false;
}

/* Such an extra would come back as the field when an export is read. */
static enum status check_extra_name(const struct normalizer *normalizer, struct slice name) {
    struct slice shown = value_excerpt(name);
    if (slice_is_empty(name))
        return error_set(normalizer->error, STATUS_BAD_INPUT, "an extra has no name");
    if (!reads_as_field(normalizer->record->type, name))
        return STATUS_OK;
    error_set(normalizer->error, STATUS_BAD_INPUT, "extra \"%.*s\" has the name of a field",
              (int)shown.size, shown.data);
    error_advise(normalizer->error, "give it another name, or write it outside of extra");
    return STATUS_BAD_INPUT;
}

static enum status normalize_extra(const struct normalizer *normalizer, struct extra *extra) {
    enum status status = normalize_text(normalizer, "the name of an extra", &extra->name);
    if (status == STATUS_OK)
        status = check_extra_name(normalizer, extra->name);
    if (status != STATUS_OK)
        return status;
    char name[80];
    struct slice shown = value_excerpt(extra->name);
    memcpy(name, shown.data, shown.size);
    name[shown.size] = '\0';
    return normalize_text(normalizer, name, &extra->value);
}

static enum status refuse_repeated_extra(const struct normalizer *normalizer, struct slice name) {
    struct slice shown = value_excerpt(name);
    return error_set(normalizer->error, STATUS_BAD_INPUT, "extra \"%.*s\" is given twice",
                     (int)shown.size, shown.data);
}

/* Canonical, without the empty ones, sorted by name. */
/* An empty value stays for now: it clears what is there, see the store. */
static enum status normalize_extras(struct normalizer *normalizer, struct record *record) {
    size_t kept = record->extra_count;
    normalizer->field = NO_FIELD;
    for (size_t i = 0; i < record->extra_count; i++) {
        enum status status = normalize_extra(normalizer, &record->extras[i]);
        if (status != STATUS_OK)
            return status;
    }
    if (kept > 1)
        qsort(record->extras, kept, sizeof record->extras[0], compare_extras);
    for (size_t i = 1; i < kept; i++)
        if (slice_equals(record->extras[i - 1].name, record->extras[i].name))
            return refuse_repeated_extra(normalizer, record->extras[i].name);
    return STATUS_OK;
}

/* ---- What must be there ---------------------------------------------------------------------- */

static enum status refuse_missing(int missing, const struct record *record, int *field,
                                  struct error *error) {
    const struct field *wanted = record_field(record->type, missing);
    *field = missing;
    error_set(error, STATUS_BAD_INPUT, "%s is missing", wanted->name);
    error_advise(error, "every %s needs its %s: %s", record_info(record->type)->name, wanted->name,
                 wanted->note);
    return STATUS_BAD_INPUT;
}

/* A field that is needed and is not there, or NO_FIELD. With `partial` one that is not given counts
 * as there. */
static int find_missing(const struct record *record, bool partial) {
    const struct record_info *info = record_info(record->type);
    for (int i = 0; i < (int)info->field_count; i++)
        if (info->fields[i].flags & FIELD_REQUIRED && !record_has(record, i) &&
            !(partial && !record_is_given(record, i)))
            return i;
    if (partial)
        return NO_FIELD;
    if (record->type == RECORD_EVENT && !record_has(record, EVENT_TITLE) &&
        !record_has(record, EVENT_CODE))
        return EVENT_TITLE;
    if (record->type == RECORD_SOURCE && !record_has(record, SOURCE_ID) &&
        !record_has(record, SOURCE_URL))
        return SOURCE_URL;
    return NO_FIELD;
}

enum status record_check_complete(const struct record *record, int *field, struct error *error) {
    int missing = find_missing(record, false);
    return missing == NO_FIELD ? STATUS_OK : refuse_missing(missing, record, field, error);
}

/* Only a record with an id of its own can complete another one; all others need their key. */
static enum status check_required(const struct record *record, int *field, struct error *error) {
    bool has_id = slice_is(slice_from(record_field(record->type, 0)->name), "id") &&
                  record_has(record, 0);
    int missing = find_missing(record, has_id);
    return missing == NO_FIELD ? STATUS_OK : refuse_missing(missing, record, field, error);
}

static void locate_error(const struct record *record, int field, struct error *error) {
    long column = record->columns && field != NO_FIELD ? record->columns[field] : 0;
    if (record->file || record->line)
        error_locate(error, record->file, record->line, column);
}

/* ISO 3166-1 alpha-3 (a former one, or XKX), or X- and capital letters, digits and hyphens. */
static bool is_country_id(struct slice id) {
    bool own = slice_starts_with(id, SLICE_OF("X-")) && id.size > 2;
    for (size_t i = 0; i < id.size; i++) {
        char c = id.data[i];
        bool capital = c >= 'A' && c <= 'Z';
        if (!capital && !(own && ((c >= '0' && c <= '9') || c == '-')))
            return false;
    }
    return own || id.size == 3;
}

static enum status check_country(struct normalizer *normalizer, const struct record *record,
                                 int *field) {
    struct slice id = record_get(record, COUNTRY_ID);
    if (record->type != RECORD_COUNTRY || is_country_id(id))
        return STATUS_OK;
    *field = normalizer->field = COUNTRY_ID;
    enum status status = normalize_refuse(normalizer, id, "is no id of a country");
    error_advise(normalizer->error, "write its ISO alpha-3 code, or X- and a name in capitals for one "
                                    "that never had a code");
    return status;
}

enum status record_normalize(struct arena *arena, struct record *record,
                             const struct normalize_options *options, int *field,
                             struct error *error) {
    static const struct normalize_options plain = {.strict = false};
    struct normalizer normalizer = {arena, options ? options : &plain, record, NO_FIELD, error};
    enum status status = normalize_fields(&normalizer, record);
    if (status == STATUS_OK)
        status = normalize_extras(&normalizer, record);
    *field = normalizer.field;
    if (status == STATUS_OK)
        status = check_required(record, field, error);
    if (status == STATUS_OK)
        status = check_country(&normalizer, record, field);
    if (status != STATUS_OK)
        locate_error(record, *field, error);
    return status;
}
