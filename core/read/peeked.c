/* Looking at the beginning of an input. Invariant: bytes come in their order and none comes twice, but after a rewind. */
#include "peeked.h"

static enum status read_peeked(void *context, char *data, size_t size, size_t *got, struct error *error) {
    struct peeked_input *peeked = context;
    size_t left = peeked->size - peeked->at;
    if (left == 0) return peeked->inner->read(peeked->inner->context, data, size, got, error);
    *got = size < left ? size : left;
    if (*got) memcpy(data, peeked->data + peeked->at, *got);
    peeked->at += *got;
    return STATUS_OK;
}

/* What was looked at is read from the inner input again then. */
static enum status rewind_peeked(void *context, struct error *error) {
    struct peeked_input *peeked = context;
    peeked->at = peeked->size;
    return peeked->inner->rewind(peeked->inner->context, error);
}

enum status peeked_begin(struct peeked_input *peeked, const struct input *inner, struct input *input, struct error *error) {
    enum status status = STATUS_OK;
    size_t got = 1;
    peeked->inner = inner;
    peeked->size = peeked->at = 0;
    while (status == STATUS_OK && got && peeked->size < PEEKED_MAX) {
        status = inner->read(inner->context, peeked->data + peeked->size, PEEKED_MAX - peeked->size, &got, error);
        if (status == STATUS_OK) peeked->size += got;
    }
    *input = (struct input){inner->name, read_peeked, inner->rewind ? rewind_peeked : NULL, peeked};
    return status;
}
