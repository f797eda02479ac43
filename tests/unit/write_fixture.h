/* What the tests of the writers share: one answer being written into a buffer, and records made of
 * texts. All names are made up. */
#ifndef DETENTE_TESTS_WRITE_FIXTURE_H
#define DETENTE_TESTS_WRITE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/write/writer.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

struct page {
    struct buffer out;
    struct sink sink;
    struct arena scratch, memory;
    struct query query;
    struct write_style style;
    struct write_context context;
    struct writer writer;
};

static inline void page_init(struct page *page, const char *format, const char *command) {
    *page = (struct page){.style = {.width = 80}, .context = {.command = command}};
    buffer_init(&page->out);
    sink_init_buffer(&page->sink, &page->out);
    arena_init(&page->scratch);
    arena_init(&page->memory);
    page->query.limit = -1;
    page->context.query = &page->query;
    const struct writer_class *class = writer_find(slice_from(format));
    assert_non_null(class);
    page->writer =
        (struct writer){class, &page->sink, &page->style, &page->context, &page->scratch, NULL};
    page->writer.state = calloc(1, class->state_size + 1);
    assert_non_null(page->writer.state);
}

static inline void page_begin(struct page *page) {
    assert_int_equal(page->writer.class->begin(&page->writer), STATUS_OK);
}

static inline void page_rewind(struct page *page) {
    arena_rewind(&page->scratch, (struct arena_mark){NULL, 0});
}

static inline void page_event(struct page *page, const struct answer_event *event) {
    assert_int_equal(page->writer.class->event(&page->writer, event), STATUS_OK);
    page_rewind(page);
}

static inline void page_record(struct page *page, const struct record *record) {
    assert_int_equal(page->writer.class->record(&page->writer, record), STATUS_OK);
    page_rewind(page);
}

static inline void page_row(struct page *page, const struct answer_row *row) {
    assert_int_equal(page->writer.class->row(&page->writer, row), STATUS_OK);
    page_rewind(page);
}

/* The text that came out; it lives until page_free. */
static inline const char *page_end(struct page *page) {
    assert_int_equal(page->writer.class->end(&page->writer), STATUS_OK);
    assert_int_equal(sink_finish(&page->sink), STATUS_OK);
    buffer_append_byte(&page->out, '\0');
    assert_false(buffer_failed(&page->out));
    return page->out.data;
}

static inline void page_free(struct page *page) {
    free(page->writer.state);
    buffer_free(&page->out);
    arena_free(&page->scratch);
    arena_free(&page->memory);
}

struct cell_text {
    int field;
    const char *text;
};

static inline void fill_record(struct record *record, enum record_type type,
                               const struct cell_text *cells, size_t count) {
    record_init(record, type);
    for (size_t i = 0; i < count; i++)
        record_set(record, cells[i].field, slice_from(cells[i].text));
}
#define FILL(record, type, ...)                                                                    \
    fill_record((record), (type), (const struct cell_text[]){__VA_ARGS__},                         \
                LENGTH(((const struct cell_text[]){__VA_ARGS__})))

/* An event with its times and parties; names are looked up in `names`: id, name, id, name, …, NULL. */
static inline void complete_event(struct page *page, struct answer_event *event,
                                  const char *const *names) {
    struct party_list list;
    struct answer_party *parties;
    int field;
    event->reports = event->reports ? event->reports : 1;
    assert_int_equal(event_find_times(&event->event, &event->times, &field, NULL), STATUS_OK);
    assert_int_equal(event_list_parties(&page->memory, &event->event, &list, NULL), STATUS_OK);
    parties = arena_alloc_array(&page->memory, list.count, sizeof *parties);
    for (size_t i = 0; i < list.count; i++) {
        parties[i].party = list.items[i];
        parties[i].acts_for = list.items[i].acts_for;
        parties[i].name = list.items[i].id;
        for (const char *const *name = names; name && *name; name += 2)
            if (slice_is(list.items[i].id, name[0]))
                parties[i].name = slice_from(name[1]);
    }
    event->parties = parties;
    event->party_count = list.count;
}

#endif
