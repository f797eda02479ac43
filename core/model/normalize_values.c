/* Canonical form by type: one function per field type. Dates are in normalize_dates.c. */
#include "normalize.h"

#include "../base/cell.h"
#include "../base/number.h"
#include "../base/utf8.h"
#include "../time/dated.h"
#include "kind.h"
#include "list.h"
#include "nearest.h"
#include "value.h"

typedef enum status normalize_step(const struct normalizer *normalizer, struct slice *value);

/* ---- Texts ----------------------------------------------------------------------------------- */

static enum status lower_word(const struct normalizer *normalizer, struct slice *value) {
    return value_lower_word(normalizer->arena, *value, value) ? STATUS_OK
                                                              : normalize_fail_memory(normalizer);
}

static enum status normalize_kind(const struct normalizer *normalizer, struct slice *value) {
    enum status status = lower_word(normalizer, value);
    return status == STATUS_OK ? kind_check(*value, normalizer->error) : status;
}

/* Any scheme, but nothing that would break a line, a cell or an attribute. */
static enum status check_url(const struct normalizer *normalizer, struct slice value) {
    for (size_t i = 0; i < value.size; i++) {
        unsigned char c = (unsigned char)value.data[i];
        if (c > 0x20 && c != 0x7F)
            continue;
        normalize_refuse(normalizer, value, "holds white space or a control character");
        error_advise(normalizer->error, "write one URL only; a space in it is written %%20");
        return STATUS_BAD_INPUT;
    }
    return STATUS_OK;
}

/* Roles and offices: letters, digits, "_" and "-"; what else follows a ':' is rarely a role. */
static bool is_word(struct slice text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
        if (!letter && c != '_' && c != '-' && c != '.')
            return false;
    }
    return text.size > 0;
}

static enum status normalize_word(const struct normalizer *normalizer, struct slice *value) {
    enum status status = lower_word(normalizer, value);
    if (status != STATUS_OK || is_word(*value))
        return status;
    normalize_refuse(normalizer, *value, "is not one word");
    error_advise(normalizer->error, "write letters, digits, _ and - only, such as head_of_state");
    return STATUS_BAD_INPUT;
}

/* A claim is about a field in its own spelling, so that it can be held against it. */
static void name_claimed_field(const struct record *record, int field, struct slice *value) {
    if (record->type != RECORD_CLAIM || field != CLAIM_FIELD)
        return;
    int known = record_find_field(RECORD_EVENT, *value);
    if (known >= 0)
        *value = slice_from(record_field(RECORD_EVENT, known)->name);
}

static enum status normalize_details(const struct normalizer *normalizer, struct slice *value);

static enum status normalize_plain(const struct normalizer *normalizer, struct slice *value) {
    unsigned flags = normalizer_field(normalizer)->flags;
    if (flags & FIELD_KIND)
        return normalize_kind(normalizer, value);
    if (flags & FIELD_LOWER)
        return normalize_word(normalizer, value);
    if (flags & FIELD_URL)
        return check_url(normalizer, *value);
    if (flags & FIELD_HIDDEN)
        return normalize_details(normalizer, value);
    name_claimed_field(normalizer->record, normalizer->field, value);
    return STATUS_OK;
}

static bool is_id_byte(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '/';
}

/* Letters beyond ASCII may stand in an id; spaces, marks without width and controls may not, since
 * nobody sees them. */
static bool is_hidden(uint32_t c) {
    return (c >= 0x80 && c <= 0xA0) || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 ||
           c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFF) || c >= 0xE0000;
}

static bool is_id(struct slice text) {
    size_t position = 0;
    uint32_t c;
    while (utf8_next(text, &position, &c))
        if (c < 0x80 ? !is_id_byte((unsigned char)c) : is_hidden(c))
            return false;
    return position == text.size;
}

static enum status check_id(const struct normalizer *normalizer, struct slice *value) {
    if (value->size > RECORD_ID_MAX) {
        normalize_refuse(normalizer, *value, "is too long for an id");
        error_advise(normalizer->error, "an id has at most %d bytes", RECORD_ID_MAX);
        return STATUS_BAD_INPUT;
    }
    if (is_id(*value))
        return STATUS_OK;
    normalize_refuse(normalizer, *value, "is no id");
    error_advise(normalizer->error, "an id has letters, digits and - _ . / only");
    return STATUS_BAD_INPUT;
}

static enum status normalize_choice(const struct normalizer *normalizer, struct slice *value) {
    const char *const *words = normalizer_field(normalizer)->words;
    struct slice given = *value;
    enum status status = lower_word(normalizer, value);
    if (status != STATUS_OK)
        return status;
    struct nearest nearest = {.word = *value};
    struct buffer all;
    buffer_init(&all);
    for (size_t i = 0; words[i]; i++) {
        if (slice_is(*value, words[i]))
            return buffer_free(&all), STATUS_OK;
        nearest_offer(&nearest, slice_from(words[i]));
        buffer_append_text(&all, i ? ", " : "");
        buffer_append_text(&all, words[i]);
    }
    char near[100];
    nearest_format(&nearest, near, sizeof near);
    status = normalize_refuse(normalizer, given, "is not a word known here");
    error_advise(normalizer->error, "%s%s%swrite one of %.*s", near[0] ? "did you mean " : "", near,
                 near[0] ? "? " : "", (int)all.size, all.data);
    buffer_free(&all);
    return status;
}

/* ---- Numbers --------------------------------------------------------------------------------- */

/* What a number may be, where the number alone does not say. */
static const struct limit {
    enum event_field field;
    double low, high;
    const char *advice;
} limits[] = {
    {EVENT_LATITUDE, -90, 90, "a latitude lies between -90 and 90 degrees"},
    {EVENT_LONGITUDE, -180, 180, "a longitude lies between -180 and 180 degrees"},
    {EVENT_MENTIONS, 0, 1e15, "a number of reports is 0 or more"},
};

static enum status check_limits(const struct normalizer *normalizer, struct slice value,
                                double number) {
    if (normalizer->record->type != RECORD_EVENT)
        return STATUS_OK;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        const struct limit *limit = &limits[i];
        if ((int)limit->field != normalizer->field ||
            (number >= limit->low && number <= limit->high))
            continue;
        normalize_refuse(normalizer, value, "is out of range");
        error_advise(normalizer->error, "%s", limit->advice);
        return STATUS_BAD_INPUT;
    }
    return STATUS_OK;
}

static enum status refuse_number(const struct normalizer *normalizer, struct slice value,
                                 const char *advice) {
    normalize_refuse(normalizer, value, "is no number");
    error_advise(normalizer->error, "%s", advice);
    return STATUS_BAD_INPUT;
}

static enum status keep_text(const struct normalizer *normalizer, const char *text, size_t size,
                             struct slice *value) {
    if (slice_equals(*value, (struct slice){text, size}))
        return STATUS_OK;
    return arena_copy(normalizer->arena, (struct slice){text, size}, value)
               ? STATUS_OK
               : normalize_fail_memory(normalizer);
}

static enum status normalize_number(const struct normalizer *normalizer, struct slice *value) {
    double number;
    char text[NUMBER_SIZE];
    if (!number_parse(*value, &number))
        return refuse_number(normalizer, *value,
                             "write a decimal such as 12.5, without signs for thousands or a unit");
    enum status status = check_limits(normalizer, *value, number);
    return status == STATUS_OK ? keep_text(normalizer, text, number_format(number, text), value)
                               : status;
}

static enum status normalize_integer(const struct normalizer *normalizer, struct slice *value) {
    int64_t number;
    char text[NUMBER_SIZE];
    if (!number_parse_integer(*value, &number))
        return refuse_number(normalizer, *value, "write a whole number such as 12");
    enum status status = check_limits(normalizer, *value, (double)number);
    return status == STATUS_OK
               ? keep_text(normalizer, text, number_format_integer(number, text), value)
               : status;
}

static enum status normalize_range(const struct normalizer *normalizer, struct slice *value) {
    struct number_range range;
    char text[2 * NUMBER_SIZE];
    if (!value_parse_range(*value, &range))
        return refuse_number(normalizer, *value,
                             "write 25, or low/high as in 107.1/212.1, without a percent sign");
    size_t size = number_format(range.low, text);
    if (range.low < range.high) {
        text[size++] = '/';
        size += number_format(range.high, text + size);
    }
    return keep_text(normalizer, text, size, value);
}

/* ---- Lists ----------------------------------------------------------------------------------- */

/* One item without signs is what it is: most cells need no work. */
static bool is_simple(struct slice cell) {
    return slice_find(cell, ';') == cell.size && slice_find(cell, '\\') == cell.size;
}

static enum status check_dated(const struct normalizer *normalizer, struct slice item) {
    struct dated_text dated;
    struct slice shown = value_excerpt(item);
    struct error fault = {.status = STATUS_OK};
    if (dated_parse(item, &dated, &fault) == STATUS_OK)
        return STATUS_OK;
    error_set(normalizer->error, STATUS_BAD_INPUT, "%s \"%.*s\": %s",
              normalizer_field(normalizer)->name, (int)shown.size, shown.data, fault.message);
    error_advise(normalizer->error, "write it alone, or with the time in which it holds: "
                                    "code@start/end, such as 255@1955-05-05/1990-10-03");
    return STATUS_BAD_INPUT;
}

static enum status normalize_item(const struct normalizer *normalizer, struct slice *item) {
    const struct field *field = normalizer_field(normalizer);
    if (field->flags & FIELD_KIND)
        return normalize_kind(normalizer, item);
    if (field->flags & FIELD_LOWER)
        return normalize_word(normalizer, item);
    if (field->flags & FIELD_DATED || field->type == FIELD_CODES)
        return check_dated(normalizer, *item);
    return STATUS_OK;
}

/* What is part of a key is a set: its order must not make another record of it. */
static bool arrange_list(const struct normalizer *normalizer, struct slice_list *list) {
    bool is_key = normalizer_field(normalizer)->flags & FIELD_KEY;
    return is_key ? list_sort(normalizer->arena, list)
                  : list_drop_repeats(normalizer->arena, list);
}

static enum status normalize_list(const struct normalizer *normalizer, struct slice *value) {
    struct slice_list list;
    if (is_simple(*value))
        return normalize_item(normalizer, value);
    if (!cell_parse_list(normalizer->arena, *value, &list))
        return normalize_fail_memory(normalizer);
    for (size_t i = 0; i < list.count; i++) {
        enum status status = normalize_item(normalizer, &list.items[i]);
        if (status != STATUS_OK)
            return status;
    }
    bool done = arrange_list(normalizer, &list) && list_to_cell(normalizer->arena, &list, value);
    return done ? STATUS_OK : normalize_fail_memory(normalizer);
}

/* ---- Parties --------------------------------------------------------------------------------- */

/* The default role is not written. */
static enum status normalize_role(const struct normalizer *normalizer, struct slice *role) {
    if (slice_is_empty(*role))
        return STATUS_OK;
    struct slice given = *role;
    enum status status = lower_word(normalizer, role);
    if (status != STATUS_OK)
        return status;
    if (slice_is(*role, "participant"))
        *role = SLICE_NONE;
    else if (!is_word(*role)) {
        status = normalize_refuse(normalizer, given, "is no role");
        error_advise(normalizer->error, "a role follows ':' and is one word, such as host; "
                                        "a ':' in the name itself is written \\:");
    }
    return status;
}

static bool unescape_parts(struct arena *arena, struct slice *parts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!cell_unescape(arena, parts[i], &parts[i]))
            return false;
    return true;
}

/* The item of these parts in canonical form, with a ':' before each but the first. */
static bool build_item(struct arena *arena, const struct slice *parts, size_t count,
                       struct slice *item) {
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_append_byte(&buffer, ':');
        cell_append_part(&buffer, parts[i]);
    }
    return value_keep_buffer(arena, &buffer, item);
}

static enum status normalize_party(const struct normalizer *normalizer, struct slice *item) {
    struct slice parts[3] = {SLICE_NONE, SLICE_NONE, SLICE_NONE};
    size_t count = cell_split_parts(*item, parts, 3);
    if (count > 2 || slice_is_empty(parts[0])) {
        normalize_refuse(normalizer, *item, "is not name:role");
        error_advise(normalizer->error, "write a name, and after one ':' its role; "
                                        "a ':' in the name itself is written \\:");
        return STATUS_BAD_INPUT;
    }
    if (!unescape_parts(normalizer->arena, parts, count))
        return normalize_fail_memory(normalizer);
    enum status status = normalize_role(normalizer, &parts[1]);
    if (status != STATUS_OK)
        return status;
    return build_item(normalizer->arena, parts, slice_is_empty(parts[1]) ? 1 : 2, item)
               ? STATUS_OK
               : normalize_fail_memory(normalizer);
}

/* type:id:role:for:as */
static enum status normalize_detail(const struct normalizer *normalizer, struct slice *item) {
    enum { PARTS = 5 };
    const struct field *type_field = record_field(RECORD_PARTY, PARTY_TYPE);
    struct slice parts[PARTS] = {SLICE_NONE};
    size_t count = cell_split_parts(*item, parts, PARTS);
    if (!unescape_parts(normalizer->arena, parts, count))
        return normalize_fail_memory(normalizer);
    enum status status = lower_word(normalizer, &parts[0]);
    if (status == STATUS_OK)
        status = normalize_role(normalizer, &parts[2]);
    if (status != STATUS_OK)
        return status;
    size_t known = 0;
    while (type_field->words[known] && !slice_is(parts[0], type_field->words[known]))
        known++;
    if (!type_field->words[known] || slice_is_empty(parts[1])) {
        normalize_refuse(normalizer, *item, "is no party");
        error_advise(normalizer->error, "a party has an id and a type: country, organization, "
                                        "person or actor");
        return STATUS_BAD_INPUT;
    }
    return build_item(normalizer->arena, parts, PARTS, item) ? STATUS_OK
                                                             : normalize_fail_memory(normalizer);
}

/* A cell of items that have parts. */
static enum status normalize_parts(const struct normalizer *normalizer, normalize_step *step,
                                   struct slice *value) {
    struct slice_list list = {NULL, 0};
    struct cell_reader reader = {*value, 0};
    struct slice item;
    while (cell_next_item(&reader, &item)) {
        enum status status = step(normalizer, &item);
        if (status != STATUS_OK)
            return status;
        if (!arena_append(normalizer->arena, &list, item))
            return normalize_fail_memory(normalizer);
    }
    bool done = list_drop_repeats(normalizer->arena, &list) &&
                list_join(normalizer->arena, &list, value);
    return done ? STATUS_OK : normalize_fail_memory(normalizer);
}

static enum status normalize_parties(const struct normalizer *normalizer, struct slice *value) {
    bool simple = is_simple(*value) && slice_find(*value, ':') == value->size;
    return simple ? STATUS_OK : normalize_parts(normalizer, normalize_party, value);
}

static enum status normalize_details(const struct normalizer *normalizer, struct slice *value) {
    return normalize_parts(normalizer, normalize_detail, value);
}

/* ---- By type --------------------------------------------------------------------------------- */

static enum status keep_name(const struct normalizer *normalizer, struct slice *value) {
    (void)normalizer, (void)value;
    return STATUS_OK;
}

static normalize_step *const steps[] = {
    [FIELD_TEXT] = normalize_plain,
    [FIELD_ID] = check_id,
    [FIELD_NAME] = keep_name,
    [FIELD_WORD] = normalize_choice,
    [FIELD_LIST] = normalize_list,
    [FIELD_NAMES] = normalize_list,
    [FIELD_CODES] = normalize_list,
    [FIELD_PARTIES] = normalize_parties,
    [FIELD_DATE] = normalize_date,
    [FIELD_DAY] = normalize_day,
    [FIELD_RELEASE] = normalize_release,
    [FIELD_TIME] = normalize_time,
    [FIELD_NUMBER] = normalize_number,
    [FIELD_INTEGER] = normalize_integer,
    [FIELD_RANGE] = normalize_range,
};

/* A default typed out and an empty cell are the same record. */
static const struct default_word {
    enum record_type type;
    int field;
    const char *word;
} default_words[] = {
    {RECORD_EVENT, EVENT_STATUS, "reported"},
    {RECORD_EVENT, EVENT_RELEASE, "public"},
    {RECORD_CLAIM, CLAIM_STANCE, "supports"},
    {RECORD_PARTY, PARTY_ROLE, "participant"},
};

static bool is_default(const struct normalizer *normalizer, struct slice value) {
    for (size_t i = 0; i < sizeof default_words / sizeof default_words[0]; i++) {
        const struct default_word *word = &default_words[i];
        if (word->type == normalizer->record->type && word->field == normalizer->field &&
            slice_is(value, word->word))
            return true;
    }
    return false;
}

enum status normalize_value(const struct normalizer *normalizer, struct slice *value) {
    enum status status = steps[normalizer_field(normalizer)->type](normalizer, value);
    if (status == STATUS_OK && is_default(normalizer, *value))
        *value = SLICE_NONE;
    return status;
}
