/* Where bytes go. Invariant: after the first failure nothing is handed on and nothing is kept. */
#include "sink.h"

static enum status collect_bytes(void *context, const char *data, size_t size) {
    struct buffer *buffer = context;
    buffer_append(buffer, data, size);
    return buffer_failed(buffer) ? STATUS_NO_MEMORY : STATUS_OK;
}

void sink_init(struct sink *sink, sink_write *write, void *context) {
    *sink = (struct sink){.write = write, .context = context, .status = STATUS_OK};
    buffer_init(&sink->pending);
}

void sink_init_buffer(struct sink *sink, struct buffer *buffer) {
    sink_init(sink, collect_bytes, buffer);
}

static void hand_on(struct sink *sink) {
    struct buffer *pending = &sink->pending;
    if (sink->status == STATUS_OK && buffer_failed(pending))
        sink->status = STATUS_NO_MEMORY;
    if (sink->status == STATUS_OK && pending->size) {
        sink->status = sink->write(sink->context, pending->data, pending->size);
        if (sink->status == STATUS_OK)
            sink->written += pending->size;
    }
    buffer_clear(pending);
}

enum status sink_relieve(struct sink *sink) {
    if (sink->pending.size >= SINK_BLOCK || buffer_failed(&sink->pending)
        || sink->status != STATUS_OK)
        hand_on(sink);
    return sink->status;
}

enum status sink_finish(struct sink *sink) {
    hand_on(sink);
    buffer_free(&sink->pending);
    return sink->status;
}
