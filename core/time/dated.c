/* A text with the time in which it holds. */
#include "dated.h"

/* The earliest day of one side; `open` when there is none. */
static enum status parse_side(struct slice side, int64_t open, int64_t *day, struct error *error) {
    struct edtf date;
    side = slice_trim(side);
    *day = open;
    if (slice_is_empty(side) || slice_is(side, ".."))
        return STATUS_OK;
    enum status status = edtf_parse(side, &date, NULL, error);
    if (status != STATUS_OK)
        return status;
    if (date.type == EDTF_INTERVAL)
        return error_set(error, STATUS_BAD_INPUT, "a time has one '/' only");
    *day = date.min;
    return STATUS_OK;
}

static enum status parse_time(struct slice start, struct slice end, struct dated_text *out,
                              struct error *error) {
    enum status status = parse_side(start, DAY_MIN, &out->start_day, error);
    if (status == STATUS_OK)
        status = parse_side(end, DAY_MAX, &out->end_day, error);
    if (status == STATUS_OK && out->start_day >= out->end_day)
        status = error_set(error, STATUS_BAD_INPUT, "it would end before it begins");
    return status;
}

enum status dated_parse(struct slice item, struct dated_text *out, struct error *error) {
    enum status status = STATUS_OK;
    size_t at = slice_find(item, '@');
    struct slice time = slice_part(item, at + 1, item.size);
    size_t slash = slice_find(time, '/');
    *out = (struct dated_text){slice_trim(item), false, DAY_MIN, DAY_MAX};
    if (slash < time.size) {
        out->text = slice_trim(slice_part(item, 0, at));
        out->dated = true;
        status = parse_time(slice_part(time, 0, slash), slice_part(time, slash + 1, time.size), out,
                            error);
    }
    if (status == STATUS_OK && slice_is_empty(out->text))
        status = error_set(error, STATUS_BAD_INPUT, "there is nothing before the '@'");
    return status;
}
