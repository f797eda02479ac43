/* Records of an import in words: what they are called, and in what two states of one differ. */
#include "import.h"

#include <stdio.h>
#include <string.h>

enum { NAME_SHOWN = sizeof((struct shown_name *)0)->text - 8, FIELDS_SHOWN = 6 };

struct shown_name import_show_name(const struct record *record) {
    struct shown_name shown;
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    int size = (int)(name.size < NAME_SHOWN ? name.size : NAME_SHOWN);
    while (size > 0 && name.size > NAME_SHOWN && (name.data[size] & 0xC0) == 0x80) size--;
    snprintf(shown.text, sizeof shown.text, "%.*s%s", size, name.data ? name.data : "", name.size > NAME_SHOWN ? "…" : "");
    buffer_free(&name);
    return shown;
}

static const char *field_name(enum record_type type, size_t field) {
    bool details = type == RECORD_EVENT && field == EVENT_PARTY_DETAILS;
    return details ? "parties" : record_info(type)->fields[field].name;
}

static void append_name(struct buffer *names, size_t *count, struct slice name) {
    if ((*count)++ >= FIELDS_SHOWN) return;
    if (names->size) buffer_append_text(names, ", ");
    buffer_append_slice(names, name);
}

static struct slice find_extra(const struct record *record, struct slice name) {
    for (size_t i = 0; i < record->extra_count; i++)
        if (slice_equals(record->extras[i].name, name)) return record->extras[i].value;
    return SLICE_NONE;
}

static bool is_kept(enum record_type type, size_t field) { return !(record_info(type)->fields[field].flags & FIELD_ROW_ONLY); }

/* Appends "title, end" and says in how many fields and extras two states of a record differ; `names` may be NULL. */
size_t import_list_differing(const struct record *a, const struct record *b, struct buffer *names) {
    struct buffer none;
    size_t count = 0;
    buffer_init(&none);
    struct buffer *out = names ? names : &none;
    for (size_t i = 0; i < record_info(a->type)->field_count; i++)
        if (is_kept(a->type, i) && !slice_equals(a->values[i], b->values[i]))
            append_name(out, &count, slice_from(field_name(a->type, i)));
    for (size_t i = 0; i < a->extra_count; i++)
        if (!slice_equals(a->extras[i].value, find_extra(b, a->extras[i].name))) append_name(out, &count, a->extras[i].name);
    for (size_t i = 0; i < b->extra_count; i++)
        if (slice_is_empty(find_extra(a, b->extras[i].name))) append_name(out, &count, b->extras[i].name);
    if (count > FIELDS_SHOWN) buffer_append_format(out, " and %zu more", count - FIELDS_SHOWN);
    buffer_free(&none);
    return count;
}

enum { VALUE_SHOWN = 40, VALUES_SHOWN = 3 };

static bool is_within_character(struct slice text, size_t at) {
    return at < text.size && ((unsigned char)text.data[at] & 0xC0) == 0x80;
}

/* From where two long values begin to differ, so that what is shown of them differs. */
static size_t find_shown(struct slice a, struct slice b) {
    size_t same = 0;
    while (same < a.size && same < b.size && a.data[same] == b.data[same]) same++;
    if (same < VALUE_SHOWN / 2) return 0;
    for (same -= 10; same > 0 && is_within_character(a, same);) same--;
    return same;
}

/* At most VALUE_SHOWN bytes of a value, no character cut in two. */
static void append_value(struct buffer *out, const char *before, struct slice value, size_t from) {
    size_t end = value.size - from > VALUE_SHOWN ? from + VALUE_SHOWN : value.size;
    while (end > from && is_within_character(value, end)) end--;
    buffer_append_format(out, "%s\"%s%.*s%s\"", before, from ? "…" : "", (int)(end - from), end > from ? value.data + from : "",
                         end < value.size ? "…" : "");
}

static void append_both(struct buffer *out, size_t *count, const char *name, size_t name_size, struct slice here, struct slice file) {
    size_t from = find_shown(here, file);
    if ((*count)++ >= VALUES_SHOWN) return;
    if (out->size) buffer_append_text(out, ", ");
    buffer_append_format(out, "%.*s ", (int)(name_size < 60 ? name_size : 60), name);
    append_value(out, "(file ", file, from);
    append_value(out, ", here ", here, from);
    buffer_append_text(out, ")");
}

/* Appends "title (file "…", here "…")": where what the file makes of a record is not what is here. */
void import_list_both(const struct record *here, const struct record *file, struct buffer *out) {
    size_t count = 0;
    for (size_t i = 0; i < record_info(here->type)->field_count; i++) {
        const char *name = field_name(here->type, i);
        if (is_kept(here->type, i) && !slice_equals(here->values[i], file->values[i]))
            append_both(out, &count, name, strlen(name), here->values[i], file->values[i]);
    }
    for (size_t i = 0; i < here->extra_count; i++) {
        const struct extra *extra = &here->extras[i];
        struct slice said = find_extra(file, extra->name);
        if (!slice_equals(extra->value, said)) append_both(out, &count, extra->name.data, extra->name.size, extra->value, said);
    }
    for (size_t i = 0; i < file->extra_count; i++) {
        const struct extra *extra = &file->extras[i];
        if (slice_is_empty(find_extra(here, extra->name)))
            append_both(out, &count, extra->name.data, extra->name.size, SLICE_NONE, extra->value);
    }
    if (count > VALUES_SHOWN) buffer_append_format(out, " and %zu more", count - VALUES_SHOWN);
}

/* Does a later row say something else where an earlier one said something? What it only adds is no contradiction. */
bool import_replaces(const struct record *earlier, const struct record *later) {
    for (size_t i = 0; i < record_info(earlier->type)->field_count; i++)
        if (is_kept(earlier->type, i) && record_has(earlier, (int)i) && !slice_equals(earlier->values[i], later->values[i]))
            return true;
    for (size_t i = 0; i < earlier->extra_count; i++)
        if (!slice_equals(earlier->extras[i].value, find_extra(later, earlier->extras[i].name))) return true;
    return false;
}
