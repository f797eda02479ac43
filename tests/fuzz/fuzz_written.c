/* Any bytes as a written date, in every order: what comes out is EDTF and stays as it is. */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/time/written.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds)
        abort();
}

static void check_order(struct arena *arena, struct slice text, enum date_order order) {
    struct slice out, again;
    struct edtf date;
    struct error error = {.status = STATUS_OK};
    bool converted;
    if (written_to_edtf(arena, text, order, &out, &converted, &error) != STATUS_OK) {
        require(error.status == STATUS_BAD_INPUT && error.message[0]);
        return;
    }
    require(edtf_parse(out, &date, NULL, NULL) == STATUS_OK);
    require(converted == !slice_equals(out, text));
    require(written_to_edtf(arena, out, order, &again, &converted, &error) == STATUS_OK);
    require(!converted && slice_equals(again, out));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    arena_init(&arena);
    for (int order = DATE_ORDER_NONE; order <= DATE_ORDER_YMD; order++)
        check_order(&arena, (struct slice){(const char *)data, size}, (enum date_order)order);
    arena_free(&arena);
    return 0;
}
