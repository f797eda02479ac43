/* What a profile lets be done to a value: words that mean nothing, dates, maps, forms. In the order of the documentation. */
#include <stdint.h>

#include "../base/hash.h"
#include "../base/utf8.h"
#include "../model/cameo.h"
#include "column.h"
#include "profile_reader.h"

/* ---- dates ----------------------------------------------------------------------------------------------------------- */

static bool read_two(const char *digits, int *number) {
    if (digits[0] < '0' || digits[0] > '9' || digits[1] < '0' || digits[1] > '9') return false;
    *number = (digits[0] - '0') * 10 + (digits[1] - '0');
    return true;
}

/* 2018-12-01, by far the most frequent form. */
static bool read_plain_day(struct slice text, int64_t *day_number) {
    int century, year, month, day;
    if (text.size != 10 || text.data[4] != '-' || text.data[7] != '-') return false;
    if (!read_two(text.data, &century) || !read_two(text.data + 2, &year) || !read_two(text.data + 5, &month) ||
        !read_two(text.data + 8, &day))
        return false;
    year += century * 100;
    if (!calendar_is_valid(year, month, day)) return false;
    *day_number = calendar_to_number(year, month, day);
    return true;
}

bool date_find_days(struct slice text, struct row_date *date) {
    struct edtf edtf;
    int64_t day;
    if (read_plain_day(text, &day)) {
        *date = (struct row_date){true, false, {day, day}, {day, day}};
        return true;
    }
    *date = (struct row_date){false, false, {DAY_MIN, DAY_MAX}, {DAY_MIN, DAY_MAX}};
    if (edtf_parse(text, &edtf, NULL, NULL) != STATUS_OK) return false;
    struct edtf_range start = edtf.type == EDTF_INTERVAL ? edtf.first : (struct edtf_range){edtf.min, edtf.max};
    *date = (struct row_date){true, edtf.type == EDTF_INTERVAL, {start.min, start.max}, {edtf.min, edtf.max}};
    return true;
}

enum status date_read_days(struct profile_reader *reader, const struct profile_value *value, struct slice text,
                           struct row_date *date, struct error *error) {
    struct slice edtf;
    *date = (struct row_date){false, false, {DAY_MIN, DAY_MAX}, {DAY_MIN, DAY_MAX}};
    if (slice_is_empty(text) || date_find_days(text, date)) return STATUS_OK;
    if (!profile_read_date(&reader->row_arena, text, NULL, &edtf)) return reader_fail_memory(error);
    if (slice_is_empty(edtf)) date_refuse(reader, value, text);
    else date_find_days(edtf, date);
    return STATUS_OK;
}

/* Does something stand between the digits that people write between two dates? */
static bool may_be_range(struct slice text) {
    static const char *const signs[] = {"\xE2\x80\x93", "\xE2\x80\x94", " to ", " - "};
    for (size_t at = 1; at + 1 < text.size; at++)
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (word_begins(slice_part(text, at, text.size), slice_from(signs[i]))) return true;
    return false;
}

void date_refuse(struct profile_reader *reader, const struct profile_value *value, struct slice text) {
    struct error *fault = &reader->fault;
    struct shown shown = column_show(text);
    if (reader_is_faulty(reader)) return;
    if (value->formats.count) {
        struct shown format = column_show(value->formats.items[0]);
        error_set(fault, STATUS_BAD_INPUT, "\"%s\" is no date of the real calendar written as %s%s", shown.text, format.text,
                  value->formats.count > 1 ? " or in another format of the profile" : "");
        if (may_be_range(text))
            error_advise(fault, "write both ends whole, as in %s - %s, or in EDTF, as in 2018-12-08/2018-12-09", format.text, format.text);
        else error_advise(fault, "mend it, or add its format to the profile");
    } else if (value->shape == VALUE_SPLIT_DATE) {
        error_set(fault, STATUS_BAD_INPUT, "\"%s\" is no date of the real calendar: year, month and day", shown.text);
        error_advise(fault, "mend it; a word that stands for what is not known belongs into \"missing\" of the profile");
    } else {
        error_set(fault, STATUS_BAD_INPUT, "\"%s\" is no date that has one meaning", shown.text);
        error_advise(fault, "say in the profile how it is written, as in \"format\": \"%%d/%%m/%%Y\"");
    }
    error_locate(fault, reader->file, reader->line, layout_find_source(reader->layout, value));
}

/* The memory of a value; of more values than there is room for, they share. */
static struct date_memo *memo_of(struct profile_reader *reader, const struct profile_value *value) {
    struct date_memo *memos = reader->memos;
    for (size_t i = 0; i < MEMO_COUNT; i++)
        if (memos[i].value == value || !memos[i].value) return &memos[i];
    return &memos[MEMO_COUNT - 1];
}

static bool is_remembered(const struct date_memo *memo, const struct profile_value *value, struct slice text) {
    return memo->value == value && slice_equals((struct slice){memo->text, memo->text_size}, text);
}

static void remember(struct date_memo *memo, const struct profile_value *value, struct slice text, struct slice edtf) {
    if (text.size > MEMO_SIZE || edtf.size > MEMO_SIZE) return;
    memo->value = value;
    memcpy(memo->text, text.data, text.size);
    memcpy(memo->edtf, edtf.data, edtf.size);
    memo->text_size = text.size;
    memo->edtf_size = edtf.size;
}

static enum status read_date(struct profile_reader *reader, const struct profile_value *value, struct slice *text,
                             struct error *error) {
    struct date_memo *memo = memo_of(reader, value);
    struct slice edtf = {memo->edtf, memo->edtf_size};
    if (is_remembered(memo, value, *text))
        return arena_copy(&reader->row_arena, edtf, text) ? STATUS_OK : reader_fail_memory(error);
    if (!profile_read_date(&reader->row_arena, *text, &value->formats, &edtf)) return reader_fail_memory(error);
    if (slice_is_empty(edtf)) date_refuse(reader, value, *text);
    else remember(memo, value, *text, edtf);
    *text = edtf;
    return STATUS_OK;
}

/* Days later; what is not a whole day, or would leave the years 0000 to 9999, stays as it is. A mark behind it stays. */
static enum status add_days(struct profile_reader *reader, int64_t days, struct slice *text, struct error *error) {
    char later[EDTF_DAY_SIZE + 1];
    struct edtf edtf;
    const int64_t low = calendar_to_number(0, 1, 1), high = calendar_to_number(9999, 12, 31);
    char mark = text->data[text->size - 1];
    bool marked = mark == '?' || mark == '~' || mark == '%';
    if (edtf_parse(*text, &edtf, NULL, NULL) != STATUS_OK || edtf.type != EDTF_DATE || edtf.precision != EDTF_DAY ||
        edtf.min != edtf.max || (!marked && (edtf.uncertain || edtf.approximate)))
        return STATUS_OK;
    if (edtf.min < low || edtf.min > high || days > high - edtf.min || days < low - edtf.min) return STATUS_OK;
    size_t size = edtf_format_day(edtf.min + days, later);
    if (marked) later[size++] = mark;
    return arena_copy(&reader->row_arena, (struct slice){later, size}, text) ? STATUS_OK : reader_fail_memory(error);
}

static bool goes_on(const struct profile_value *value, struct slice text) {
    struct row_date date;
    return value->has_open_from && date_find_days(text, &date) && date.whole.first >= value->open_from;
}

static enum status apply_dates(struct profile_reader *reader, const struct profile_value *value, struct slice *text,
                               struct error *error) {
    enum status status = read_date(reader, value, text, error);
    if (status != STATUS_OK || slice_is_empty(*text)) return status;
    if (goes_on(value, *text)) *text = SLICE_NONE;
    else if (value->has_plus_days) status = add_days(reader, value->plus_days, text, error);
    if (status == STATUS_OK && text->size && goes_on(value, *text)) *text = SLICE_NONE;
    return status;
}

/* ---- maps ------------------------------------------------------------------------------------------------------------ */

static const struct word_index *find_index(const struct profile_reader *reader, const struct profile_map *map) {
    size_t slot = (size_t)((uintptr_t)map / sizeof(void *)) & (reader->map_slots - 1);
    while (reader->maps[slot].map != map) slot = (slot + 1) & (reader->map_slots - 1);
    return &reader->maps[slot].index;
}

static bool look_up(const struct profile_reader *reader, const struct profile_value *value, struct slice text,
                    struct slice *out) {
    const struct word_index *index = find_index(reader, value->map);
    long found = value->match == MATCH_WHOLE    ? word_index_find(index, text)
                 : value->match == MATCH_BEGINS ? word_index_find_beginning(index, text)
                                                : word_index_find_within(index, text);
    if (found == WORD_NONE) return false;
    *out = value->map->to[found];
    return true;
}

/* Labels repeat, and finding one folds it; so the first of each slot is kept. */
static const struct cameo_code *find_label(struct profile_reader *reader, struct slice label) {
    struct known_label *known = &reader->labels[hash_text(label) & (LABEL_SLOTS - 1)];
    if (known->label.data && slice_equals(known->label, label)) return known->code;
    const struct cameo_code *code = cameo_find_label(&reader->row_arena, label);
    if (!known->label.data && label.size <= LABEL_MAX && arena_copy(&reader->arena, label, &known->label)) known->code = code;
    return code;
}

static bool map_text(struct profile_reader *reader, const struct profile_value *value, struct slice text, struct slice *out) {
    const struct cameo_code *code;
    switch (value->known_map) {
    case MAP_CAMEO:
        code = cameo_nearest(text);
        if (code) *out = slice_from(code->kind);
        return code != NULL;
    case MAP_CAMEO_LABEL:
        code = find_label(reader, text);
        if (code) *out = slice_from(code->code);
        return code != NULL;
    case MAP_OWN: return look_up(reader, value, text, out);
    case MAP_NONE: break;
    }
    *out = text;
    return true;
}

static const char *missing_word(const struct profile_value *value) {
    switch (value->known_map) {
    case MAP_CAMEO: return "it is no CAMEO code";
    case MAP_CAMEO_LABEL: return "it is the label of no CAMEO code";
    default: return "the profile's map has no such word";
    }
}

static enum status apply_map(struct profile_reader *reader, const struct profile_value *value, struct slice *text,
                             struct error *error) {
    struct slice word = *text;
    if (map_text(reader, value, word, text)) return STATUS_OK;
    if (value->otherwise == OTHERWISE_ITSELF) return STATUS_OK;
    *text = value->otherwise == OTHERWISE_TEXT ? value->otherwise_text : SLICE_NONE;
    if (value->otherwise == OTHERWISE_TEXT) return STATUS_OK;
    return reader_add_pending(reader, reader->what, value, word, missing_word(value), value->quiet, error);
}

/* ---- forms ----------------------------------------------------------------------------------------------------------- */

/* Of ASCII letters; others stay as they are. */
static enum status change_letters(struct profile_reader *reader, enum profile_form form, struct slice *text,
                                  struct error *error) {
    char *copy = arena_string(&reader->row_arena, *text);
    bool begins = true;
    if (!copy) return reader_fail_memory(error);
    for (size_t i = 0; i < text->size; i++) {
        char c = copy[i];
        if (form == FORM_LOWER && c >= 'A' && c <= 'Z') copy[i] = (char)(c - 'A' + 'a');
        if (form == FORM_WORDS && c == '-') copy[i] = ' ';
        if (form == FORM_WORDS && begins && c >= 'a' && c <= 'z') copy[i] = (char)(c - 'a' + 'A');
        begins = copy[i] == ' ';
    }
    *text = slice_trim((struct slice){copy, text->size});
    return STATUS_OK;
}

static enum status apply_form(struct profile_reader *reader, enum profile_form form, struct slice *text, struct error *error) {
    if (form != FORM_SLUG) return change_letters(reader, form, text, error);
    /* Never cut: two ids may differ in their last letter only. */
    return utf8_slug(&reader->row_arena, *text, SIZE_MAX, text) ? STATUS_OK : reader_fail_memory(error);
}

/* ---- all of them ----------------------------------------------------------------------------------------------------- */

enum status options_apply(struct profile_reader *reader, const struct profile_value *value, struct slice *text,
                          struct error *error) {
    enum status status = STATUS_OK;
    if (value->missing.count && word_is_among(&value->missing, value->missing_index, *text)) *text = SLICE_NONE;
    if (text->size && (value->formats.count || value->has_plus_days || value->has_open_from))
        status = apply_dates(reader, value, text, error);
    if (status == STATUS_OK && text->size && (value->known_map != MAP_NONE))
        status = apply_map(reader, value, text, error);
    if (status == STATUS_OK && text->size && value->form != FORM_AS_IT_IS)
        status = apply_form(reader, value->form, text, error);
    return status;
}
