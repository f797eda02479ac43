/* Any bytes as an EDTF date: bounds in order, a stable canonical form that means the same. */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/time/edtf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds)
        abort();
}

static void check_failure(struct slice text, size_t position, const struct error *error) {
    require(position <= text.size);
    require(error->status == STATUS_BAD_INPUT && error->message[0] && error->remedy[0]);
}

static void check_bounds(const struct edtf *date) {
    require(date->min <= date->max);
    require(date->first.min <= date->first.max && date->last.min <= date->last.max);
    require((date->min == DAY_MIN) == (date->min_kind != EDTF_KNOWN));
    require((date->max == DAY_MAX) == (date->max_kind != EDTF_KNOWN));
    require(date->first.min == date->min && date->last.max == date->max);
    require(date->level >= 0 && date->level <= 2);
}

static void check_canonical(struct slice text, const struct edtf *date) {
    struct arena arena;
    struct slice once, twice;
    struct edtf again;
    arena_init(&arena);
    require(edtf_canonical(&arena, text, &once, NULL) == STATUS_OK);
    require(edtf_parse(once, &again, NULL, NULL) == STATUS_OK);
    require(date->min == again.min && date->max == again.max);
    require(date->uncertain == again.uncertain && date->approximate == again.approximate);
    require(edtf_canonical(&arena, once, &twice, NULL) == STATUS_OK);
    require(slice_equals(once, twice));
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct slice text = {(const char *)data, size};
    struct edtf date;
    struct error error = {.status = STATUS_OK};
    size_t position = 0;
    if (edtf_parse(text, &date, &position, &error) != STATUS_OK) {
        check_failure(text, position, &error);
        return 0;
    }
    check_bounds(&date);
    check_canonical(text, &date);
    return 0;
}
