/* Which country the title of an ambassador names. */
#include "brief_inside.h"

#include "../model/reference.h"

static bool contains(struct slice text, struct slice part) {
    for (size_t i = 0; part.size && i + part.size <= text.size; i++)
        if (slice_equals(slice_part(text, i, i + part.size), part)) return true;
    return false;
}

/* What stands behind the last " to " of a title, without an article: "Poland"; the whole title where there is none. */
static struct slice name_of_post(struct slice title) {
    size_t at = 0;
    for (size_t i = 0; i + 4 <= title.size; i++)
        if (slice_equals(slice_part(title, i, i + 4), SLICE_OF(" to "))) at = i + 4;
    struct slice post = slice_part(title, at, title.size);
    return slice_starts_with(post, SLICE_OF("the ")) ? slice_part(post, 4, post.size) : post;
}

enum status brief_names_post(struct brief_work *work, struct slice title, size_t side, bool *named, struct error *error) {
    enum { POSTS = 4 };
    const struct brief_request *request = work->request;
    const struct reference_row *rows[POSTS];
    struct arena_mark mark = arena_mark(&work->arena);
    struct slice key;
    if (!reference_name_key(&work->arena, name_of_post(title), &key)) return ask_no_memory(error);
    size_t count = slice_is_empty(key) ? 0 : reference_search(RECORD_COUNTRY, key, request->first, request->last, rows, POSTS);
    arena_rewind(&work->arena, mark);
    *named = count == 0 && contains(title, work->names[side]);
    for (size_t i = 0; i < count && i < POSTS; i++)
        *named = *named || slice_is(request->query->pair[side].id, rows[i]->values[0]);
    return STATUS_OK;
}
