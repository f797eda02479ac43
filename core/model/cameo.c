/* Looking up CAMEO codes: by halving, in tables that the generator sorts. Knows the rows only by their declaration; they
 * are generated from schema/cameo.csv. */
#include "cameo.h"

#include "../base/utf8.h"

enum { ROOT_DIGITS = 2, CODE_DIGITS = 4 };

/* The first row whose code is not before this one. */
static size_t find_first(struct slice code) {
    size_t low = 0, high = cameo_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(slice_from(cameo_table[middle].code), code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct cameo_code *cameo_find(struct slice code) {
    size_t row = find_first(code);
    return row < cameo_count && slice_is(code, cameo_table[row].code) ? &cameo_table[row] : NULL;
}

const struct cameo_code *cameo_nearest(struct slice code) {
    for (size_t size = code.size < CODE_DIGITS ? code.size : CODE_DIGITS; size >= ROOT_DIGITS; size--) {
        const struct cameo_code *row = cameo_find(slice_part(code, 0, size));
        if (row) return row;
    }
    return NULL;
}

/* What is below a code begins with it, so it follows it in the table. */
size_t cameo_find_below(struct slice code, const struct cameo_code **first) {
    size_t count = 0;
    *first = cameo_find(code);
    if (!*first) return 0;
    while (*first + count < cameo_table + cameo_count && slice_starts_with(slice_from((*first)[count].code), code)) count++;
    return count;
}

/* Folded, without what a code book adds to the label of a code that has others below it. */
static bool fold_label(struct arena *scratch, struct slice label, struct slice *folded) {
    static const struct slice tail = SLICE_INIT(" not specified below");
    if (!utf8_fold(scratch, label, folded)) return false;
    if (folded->size > tail.size &&
        slice_equals(slice_part(*folded, folded->size - tail.size, folded->size), tail))
        folded->size -= tail.size;
    return true;
}

const struct cameo_code *cameo_find_label(struct arena *scratch, struct slice label) {
    struct slice folded;
    size_t low = 0, high = cameo_label_count;
    if (!fold_label(scratch, label, &folded)) return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(slice_from(cameo_labels[middle].label), folded);
        if (order == 0) return &cameo_table[cameo_labels[middle].row];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
