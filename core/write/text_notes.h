/* The numbered notes of a page: every source of an answer once, in order of its first mention. */
#ifndef DETENTE_WRITE_TEXT_NOTES_H
#define DETENTE_WRITE_TEXT_NOTES_H

#include "../ask/answer.h"
#include "text_layout.h"

struct text_note {
    struct slice id, title, publisher, published, url;
    size_t marked; /* the mark that it was last part of */
};

/* All zero to begin with. Everything it holds lives in `memory` until text_notes_free. */
struct text_notes {
    struct arena memory;
    struct text_note *items; /* number 1 is items[0] */
    size_t count, capacity;
    size_t *slots; /* hash table of ids and URLs: number, 0 for a free slot */
    struct slice *keys;
    size_t slot_count, used;
    size_t marks; /* made so far */
    bool failed;  /* memory ran out: something is missing */
};

void text_notes_free(struct text_notes *notes);
/* The number of a source (by id, else by URL), new or known; 0 when it has neither. */
size_t text_notes_add(struct text_notes *notes, const struct record *source);
/* The same for the source of a claim and of a link, of which less may be known. */
size_t text_notes_add_claim(struct text_notes *notes, const struct answer_claim *claim);
size_t text_notes_add_link(struct text_notes *notes, const struct answer_link *link);

/* Appends "[3]", "[1, 4]", dim, each number once and sorted; 0 is none. */
void text_notes_mark(struct text_notes *notes, struct buffer *run, size_t *numbers, size_t count);
/* The list itself as lines `width` wide, the texts aligned behind the numbers. */
bool text_notes_list(const struct text_notes *notes, struct arena *scratch, struct buffer *run,
                     size_t number, size_t width, struct text_lines *lines);

#endif
