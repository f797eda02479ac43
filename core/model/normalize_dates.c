/* Canonical form of what tells a time: dates become EDTF, kept as they were written. */
#include "normalize.h"

#include "../time/written.h"
#include "value.h"

/* The date room's own account, with field and value before it. */
static enum status refuse_date(const struct normalizer *normalizer, struct slice value,
                               const struct error *fault) {
    if (fault->status == STATUS_NO_MEMORY)
        return normalize_fail_memory(normalizer);
    struct slice shown = value_excerpt(value);
    error_set(normalizer->error, STATUS_BAD_INPUT, "%s \"%.*s%s\": %s",
              normalizer_field(normalizer)->name, (int)shown.size, shown.data,
              shown.size < value.size ? "…" : "", fault->message);
    if (fault->remedy[0])
        error_advise(normalizer->error, "%s", fault->remedy);
    else
        error_advise(normalizer->error, "write an EDTF date, such as 2018-12-01, 2018-12 or 2018~");
    return STATUS_BAD_INPUT;
}

static enum status convert_date(const struct normalizer *normalizer, struct slice *value) {
    const struct normalize_options *options = normalizer->options;
    struct error fault = {.status = STATUS_OK};
    struct slice written = *value;
    bool converted = false;
    enum status status = written_to_edtf(normalizer->arena, written,
                                         (enum date_order)options->date_order, value, &converted,
                                         &fault);
    if (status != STATUS_OK)
        return refuse_date(normalizer, written, &fault);
    if (converted && options->converted)
        options->converted(options->context, written, *value);
    return STATUS_OK;
}

/* Reads the value, as people write it unless EDTF alone is wanted. */
static enum status read_date(const struct normalizer *normalizer, struct slice *value,
                             struct edtf *date) {
    struct error fault = {.status = STATUS_OK};
    enum status status = normalizer->options->strict ? STATUS_OK : convert_date(normalizer, value);
    if (status != STATUS_OK)
        return status;
    status = edtf_parse(*value, date, NULL, &fault);
    return status == STATUS_OK ? STATUS_OK : refuse_date(normalizer, *value, &fault);
}

enum status normalize_date(const struct normalizer *normalizer, struct slice *value) {
    struct edtf date;
    if (normalizer_field(normalizer)->flags & FIELD_OPEN && slice_is(*value, ".."))
        return STATUS_OK;
    return read_date(normalizer, value, &date);
}

static bool is_single(const struct edtf *date) {
    bool simple = date->type == EDTF_DATE || date->type == EDTF_DATETIME || date->type == EDTF_YEAR;
    return simple && date->precision <= EDTF_YEAR_PRECISION &&
           date->precision != EDTF_SEASON_PRECISION;
}

enum status normalize_day(const struct normalizer *normalizer, struct slice *value) {
    struct edtf date;
    enum status status = read_date(normalizer, value, &date);
    if (status != STATUS_OK || is_single(&date))
        return status;
    status = normalize_refuse(normalizer, *value, "is not a single day, month or year");
    error_advise(normalizer->error, "write one date, such as 2018-12-01, 2018-12 or 2018");
    return status;
}

enum status normalize_release(const struct normalizer *normalizer, struct slice *value) {
    struct slice word;
    struct edtf date;
    if (!value_lower_word(normalizer->arena, *value, &word))
        return normalize_fail_memory(normalizer);
    if (slice_is(word, "public") || slice_is(word, "internal") || slice_is(word, "draft")) {
        *value = word;
        return STATUS_OK;
    }
    struct normalizer quiet = *normalizer;
    struct error fault = {.status = STATUS_OK};
    struct slice written = *value;
    quiet.error = &fault;
    enum status status = read_date(&quiet, value, &date);
    if (status == STATUS_OK && date.type == EDTF_DATE && date.min == date.max)
        return STATUS_OK;
    if (status == STATUS_NO_MEMORY)
        return normalize_fail_memory(normalizer);
    status = normalize_refuse(normalizer, written, "is no release");
    error_advise(normalizer->error,
                 "write public, internal, draft, or the day until which it is embargoed");
    return status;
}

/* An hour of one digit gets its zero, "z" becomes "Z". */
enum status normalize_time(const struct normalizer *normalizer, struct slice *value) {
    int32_t second_of_day;
    struct slice zone;
    if (!value_parse_time(*value, &second_of_day, &zone)) {
        normalize_refuse(normalizer, *value, "is no time of day");
        error_advise(normalizer->error,
                     "write hh:mm or hh:mm:ss, with Z or +hh:mm where it is known");
        return STATUS_BAD_INPUT;
    }
    bool short_hour = value->data[1] == ':', small_zone = zone.size == 1 && zone.data[0] == 'z';
    if (!short_hour && !small_zone)
        return STATUS_OK;
    char text[24];
    size_t size = 0;
    if (short_hour)
        text[size++] = '0';
    memcpy(text + size, value->data, value->size);
    size += value->size;
    if (small_zone)
        text[size - 1] = 'Z';
    return arena_copy(normalizer->arena, (struct slice){text, size}, value)
               ? STATUS_OK
               : normalize_fail_memory(normalizer);
}
