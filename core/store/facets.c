/* Names that events can be found by, for words that find nothing: is there such a name, and which are like it?
 *
 * Reads the names of one type in their index, never an event. */
#include "inside.h"

#include "../base/utf8.h"
#include "../model/nearest.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

static enum status find_containing(struct store *store, const char *type, struct slice key, bool *known,
                                   struct error *error) {
    struct statement *find;
    enum status status = engine_prepare(store->engine, "SELECT 1 FROM facet WHERE type = ?1 AND uses > 0 "
                                        "AND instr(key, ?2) > 0 LIMIT 1", &find, error);
    *known = false;
    if (status != STATUS_OK) return status;
    statement_bind_string(find, 1, slice_from(type));
    statement_bind_string(find, 2, key);
    status = statement_step(find, known, error);
    statement_free(find);
    return status;
}

/* ---- likeness --------------------------------------------------------------------------------------------------- */

enum { COMPARED_MAX = 120, NOT_NEAR = 1000 };

/* A name and how like it is: by how many letters it differs, where that is few; the longest run of bytes that it
 * shares; how many events have it. */
struct like {
    struct slice key, name;
    size_t distance, run;
    int64_t uses;
};
struct likes {
    struct like items[STORE_NAMES_MAX];
    size_t count, seen;
};

static size_t find_longest_run(struct slice a, struct slice b) {
    size_t above[COMPARED_MAX + 1] = {0}, longest = 0;
    size_t rows = a.size < COMPARED_MAX ? a.size : COMPARED_MAX, columns = b.size < COMPARED_MAX ? b.size : COMPARED_MAX;
    for (size_t i = 0; i < rows; i++)
        for (size_t j = columns; j > 0; j--) {
            above[j] = a.data[i] == b.data[j - 1] ? above[j - 1] + 1 : 0;
            if (above[j] > longest) longest = above[j];
        }
    return longest;
}

static size_t find_distance(struct slice word, struct slice key) {
    struct nearest nearest = {.word = word};
    nearest_offer(&nearest, key);
    return nearest.count ? nearest.distance[0] : NOT_NEAR;
}

static bool is_liker(const struct like *a, const struct like *b) {
    if (a->distance != b->distance) return a->distance < b->distance;
    if (a->run != b->run) return a->run > b->run;
    return a->uses > b->uses; /* then in the order of names */
}

/* Keeps the best; names are copied only when they are kept. */
static bool offer(struct likes *likes, struct arena *arena, struct like like) {
    size_t at = likes->count;
    likes->seen++;
    while (at > 0 && is_liker(&like, &likes->items[at - 1])) at--;
    if (at == STORE_NAMES_MAX) return true;
    if (!arena_copy(arena, like.key, &like.key) || !arena_copy(arena, like.name, &like.name)) return false;
    if (likes->count < STORE_NAMES_MAX) likes->count++;
    for (size_t i = likes->count - 1; i > at; i--) likes->items[i] = likes->items[i - 1];
    likes->items[at] = like;
    return true;
}

static enum status list_likes(struct store *store, const char *type, struct slice key, struct arena *arena,
                              struct likes *likes, struct error *error) {
    struct statement *find;
    enum status status = engine_prepare(store->engine, "SELECT key, min(name), sum(uses) FROM facet WHERE type = ?1 "
                                        "AND uses > 0 GROUP BY key ORDER BY key", &find, error);
    if (status != STATUS_OK) return status;
    statement_bind_string(find, 1, slice_from(type));
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(find, &row, error);
        if (status != STATUS_OK || !row) break;
        struct like like = {.key = statement_text(find, 0), .name = statement_text(find, 1),
                            .uses = count_bound(statement_integer(find, 2))};
        like.distance = find_distance(key, like.key);
        like.run = find_longest_run(key, like.key);
        if (!offer(likes, arena, like)) status = no_memory(error);
    }
    statement_free(find);
    return status;
}

enum status store_find_names(struct store *store, const char *type, struct slice words, struct arena *arena,
                             struct store_names *names, struct error *error) {
    struct slice key;
    struct likes likes = {.count = 0};
    *names = (struct store_names){.known = false};
    enum status status = facet_flush(store, error);
    if (status == STATUS_OK && !utf8_fold(arena, words, &key)) status = no_memory(error);
    if (status == STATUS_OK) status = find_containing(store, type, key, &names->known, error);
    if (status != STATUS_OK || names->known) return status;
    status = list_likes(store, type, key, arena, &likes, error);
    for (size_t i = 0; i < likes.count; i++) {
        names->near += likes.items[i].distance != NOT_NEAR;
        names->like[i] = likes.items[i].name;
    }
    names->count = likes.count;
    names->all = likes.seen == likes.count;
    return status;
}
