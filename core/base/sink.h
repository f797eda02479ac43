/* Where bytes go: a function handed down by the caller, behind a buffer of fixed size.
 *
 * Writers append; the sink hands full blocks on. A failed hand-over is sticky and is asked for
 * once, at the end. The core itself opens no file and writes to no stream. */
#ifndef DETENTE_BASE_SINK_H
#define DETENTE_BASE_SINK_H

#include "buffer.h"
#include "status.h"

/* Takes all `size` bytes or returns a status that is not OK: STATUS_STOPPED when the reader has
 * gone away (a closed pipe), STATUS_ENVIRONMENT otherwise. */
typedef enum status sink_write(void *context, const char *data, size_t size);

struct sink {
    sink_write *write;
    void *context;
    struct buffer pending; /* at most SINK_BLOCK bytes before it is handed on */
    enum status status;    /* of the first write that failed */
    uint64_t written;      /* bytes handed on */
};
enum { SINK_BLOCK = 1 << 16 };

void sink_init(struct sink *sink, sink_write *write, void *context);
/* A sink that collects into a buffer, for tests and for callers who want the text. */
void sink_init_buffer(struct sink *sink, struct buffer *buffer);
/* Hands on what is pending when it has grown past a block. Call after each entry. */
enum status sink_relieve(struct sink *sink);
/* Hands on everything, frees the block, and returns the first failure. */
enum status sink_finish(struct sink *sink);
/* The buffer to append to. */
static inline struct buffer *sink_buffer(struct sink *sink) { return &sink->pending; }

#endif
