/* Hashing while reading: every byte once, also where an input goes back to its begin. Knows no format. */
#include "hashed.h"

static enum status read_hashed(void *context, char *data, size_t size, size_t *got, struct error *error) {
    struct hashed_input *hashed = context;
    enum status status = hashed->inner.read(hashed->inner.context, data, size, got, error);
    if (status != STATUS_OK) return status;
    uint64_t end = hashed->position + *got;
    if (end > hashed->hashed) {
        size_t known = hashed->hashed > hashed->position ? (size_t)(hashed->hashed - hashed->position) : 0;
        sha256_add(&hashed->sha, data + known, *got - known);
        hashed->hashed = end;
    }
    hashed->position = end;
    return STATUS_OK;
}

static enum status rewind_hashed(void *context, struct error *error) {
    struct hashed_input *hashed = context;
    enum status status = hashed->inner.rewind(hashed->inner.context, error);
    if (status == STATUS_OK) hashed->position = 0;
    return status;
}

void hashed_begin(struct hashed_input *hashed, const struct input *inner, struct input *input) {
    *hashed = (struct hashed_input){.inner = *inner};
    sha256_begin(&hashed->sha);
    *input = (struct input){inner->name, read_hashed, inner->rewind ? rewind_hashed : NULL, hashed};
}

uint64_t hashed_end(struct hashed_input *hashed, char out[65]) {
    sha256_end(&hashed->sha, out);
    return hashed->hashed;
}
