/* An input in blocks of which every byte is known to be part of well-formed UTF-8 and no NUL: what
 * the CSV splitter and the JSON scanner read from. A byte order mark at the start is passed over.
 * Knows neither format, and no lines: who reads the block adds the place to its errors. */
#ifndef DETENTE_READ_BLOCK_H
#define DETENTE_READ_BLOCK_H

#include "input.h"

enum { BLOCK_SIZE = 1 << 16 };

struct block {
    struct input *input;
    char *data;  /* BLOCK_SIZE bytes, owned */
    size_t size; /* checked bytes, to be used until the next call */
    size_t held; /* read bytes behind them, not checked yet: a sequence cut short, or the fault */
    uint64_t offset; /* of data[0] in the input */
    bool started, ended;
};

/* Reads nothing yet. NO_MEMORY. The block must be freed in any case. */
enum status block_open(struct block *block, struct input *input, struct error *error);
void block_free(struct block *block);
/* Moves on to the next bytes; `size` is 0 at the end and only there. BAD_INPUT, without a line,
 * when the very next byte is no text; all bytes before it have then been handed out. */
enum status block_next(struct block *block, struct error *error);
/* Back to the first byte of an input that can. */
enum status block_rewind(struct block *block, struct error *error);

#endif
