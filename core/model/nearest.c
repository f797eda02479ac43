/* The word somebody probably meant: optimal string alignment over code points.
 *
 * Words beyond LENGTH_MAX code points are near to nothing: the work per candidate is bounded. */
#include "nearest.h"

#include "../base/utf8.h"

enum { LENGTH_MAX = 64, DISTANCE_MAX = 3, PREFIX_MIN = 2, FAR = LENGTH_MAX };

struct letters {
    uint32_t items[LENGTH_MAX];
    size_t count;
};

/* A word's code points, ASCII letters in lower case. False when it is too long or ill-formed. */
static bool read_letters(struct slice word, struct letters *letters) {
    size_t position = 0;
    uint32_t letter;
    letters->count = 0;
    while (utf8_next(word, &position, &letter)) {
        if (letters->count == LENGTH_MAX)
            return false;
        letters->items[letters->count++] = letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
    return position == word.size;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Optimal string alignment: insertions, deletions, substitutions and neighbours exchanged. */
static size_t find_distance(const struct letters *a, const struct letters *b) {
    size_t rows[3][LENGTH_MAX + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b->count; j++)
        above[j] = before[j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            bool same = a->items[i - 1] == b->items[j - 1];
            row[j] = smaller(smaller(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            if (i > 1 && j > 1 && a->items[i - 1] == b->items[j - 2] &&
                a->items[i - 2] == b->items[j - 1])
                row[j] = smaller(row[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b->count];
}

/* Does the text, or a word in it, begin so? A surname is near the whole name, if not as near. */
static size_t judge_beginning(const struct letters *text, const struct letters *word) {
    for (size_t i = 0; word->count >= PREFIX_MIN && i + word->count <= text->count; i++) {
        bool start = i == 0 || text->items[i - 1] == ' ' || text->items[i - 1] == '-';
        if (start && memcmp(text->items + i, word->items, word->count * sizeof word->items[0]) == 0)
            return i == 0 ? DISTANCE_MAX : DISTANCE_MAX + 1;
    }
    return FAR;
}

/* FAR when the candidate is not near enough to be meant. */
static size_t judge_candidate(struct slice word, struct slice candidate) {
    struct letters a, b;
    if (!read_letters(word, &a) || !read_letters(candidate, &b) || a.count == 0 || b.count == 0)
        return FAR;
    size_t longer = a.count > b.count ? a.count : b.count;
    size_t shorter = a.count > b.count ? b.count : a.count;
    size_t limit = smaller(longer / 3, DISTANCE_MAX);
    size_t distance = longer - shorter > limit ? FAR : find_distance(&a, &b);
    if (distance <= limit)
        return distance;
    return judge_beginning(&b, &a);
}

static bool is_kept(const struct nearest *nearest, struct slice candidate) {
    for (size_t i = 0; i < nearest->count; i++)
        if (slice_equals(nearest->best[i], candidate))
            return true;
    return false;
}

void nearest_offer(struct nearest *nearest, struct slice candidate) {
    size_t distance = judge_candidate(nearest->word, candidate);
    if (distance == FAR || is_kept(nearest, candidate))
        return;
    size_t at = nearest->count;
    while (at > 0 && nearest->distance[at - 1] > distance)
        at--;
    if (at == NEAREST_MAX)
        return;
    if (nearest->count < NEAREST_MAX)
        nearest->count++;
    for (size_t i = nearest->count - 1; i > at; i--) {
        nearest->best[i] = nearest->best[i - 1];
        nearest->distance[i] = nearest->distance[i - 1];
    }
    nearest->best[at] = candidate;
    nearest->distance[at] = distance;
}

/* Appends what fits whole, so that a name is never cut. */
static size_t append_text(char *out, size_t size, size_t used, const char *sign,
                          struct slice text) {
    size_t sign_size = strlen(sign);
    if (size - used <= sign_size + text.size)
        return used;
    memcpy(out + used, sign, sign_size);
    memcpy(out + used + sign_size, text.data, text.size);
    used += sign_size + text.size;
    out[used] = '\0';
    return used;
}

void nearest_format(const struct nearest *nearest, char *out, size_t size) {
    if (size == 0)
        return;
    out[0] = '\0';
    size_t used = 0;
    for (size_t i = 0; i < nearest->count; i++) {
        const char *sign = used == 0 ? "" : i + 1 == nearest->count ? " or " : ", ";
        used = append_text(out, size, used, sign, nearest->best[i]);
    }
}
