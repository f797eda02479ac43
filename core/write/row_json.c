/* Rows as JSON. */
#include "row_json.h"

static bool put_value(struct json_text *json, const char *column, const struct answer_row *row,
                      size_t i, struct arena *scratch) {
    struct slice value = row->values[i];
    if (!value.data)
        return true;
    if (row->is_list && row->is_list[i])
        return slice_is_empty(value) || json_put_list(json, column, value, scratch);
    if (row->is_number && row->is_number[i]
        && (slice_is(value, "true") || slice_is(value, "false")))
        json_put_bool(json, column, slice_is(value, "true"));
    else if (row->is_number && row->is_number[i])
        json_put_number(json, column, value);
    else
        json_put_text(json, column, value);
    return true;
}

enum status row_json_append(struct buffer *out, struct arena *scratch, const char *const *columns,
                            const struct answer_row *row) {
    struct json_text json = {out, false};
    json_open(&json, NULL, '{');
    for (size_t i = 0; columns[i]; i++)
        if (!put_value(&json, columns[i], row, i, scratch))
            return STATUS_NO_MEMORY;
    json_close(&json, '}');
    return buffer_failed(out) ? STATUS_NO_MEMORY : STATUS_OK;
}
