/* An input whose bytes are hashed on the way: of a file that is read twice, once. */
#ifndef DETENTE_READ_HASHED_H
#define DETENTE_READ_HASHED_H

#include "../base/hash.h"
#include "input.h"

struct hashed_input {
    struct input inner; /* borrowed */
    struct sha256 sha;
    uint64_t position, hashed; /* bytes handed out since the begin or the last rewind; bytes hashed */
};

/* `input` reads from `inner` then; both must outlive it. */
void hashed_begin(struct hashed_input *hashed, const struct input *inner, struct input *input);
/* 64 digits and a NUL, of what was read from the first byte on; returns how many bytes that were. */
uint64_t hashed_end(struct hashed_input *hashed, char out[65]);

#endif
