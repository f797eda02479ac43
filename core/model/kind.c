/* Kinds: looked up in the built-in table by walking it, which is short and keeps the families'
 * order. Knows the table only by its declaration; the rows are generated from schema/kinds.csv. */
#include "kind.h"

#include "nearest.h"
#include "value.h"

const char *kind_class_name(enum kind_class duration) {
    switch (duration) {
    case KIND_POINT:
        return "point";
    case KIND_BOUNDED:
        return "bounded";
    case KIND_STANDING:
        return "standing";
    }
    return "";
}

bool kind_is_below(struct slice path, struct slice filter) {
    return slice_starts_with(path, filter) &&
           (path.size == filter.size || path.data[filter.size] == '.');
}

const struct kind *kind_find(struct slice path) {
    const struct kind *best = NULL;
    size_t best_size = 0;
    for (size_t i = 0; i < kind_count; i++) {
        if (slice_is_empty(path) || kind_table[i].path[0] != path.data[0])
            continue;
        struct slice known = slice_from(kind_table[i].path);
        if (known.size > best_size && kind_is_below(path, known)) {
            best = &kind_table[i];
            best_size = known.size;
        }
    }
    return best;
}

static bool is_kind_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/* Segments of at least one byte with single dots between them. */
static bool is_path(struct slice path) {
    bool at_start = true;
    for (size_t i = 0; i < path.size; i++) {
        if (path.data[i] == '.' ? at_start : !is_kind_byte(path.data[i]))
            return false;
        at_start = path.data[i] == '.';
    }
    return !at_start;
}

/* The known path that the writer may have in mind: a family spelled like the first segment, else a
 * path that ends in it, as trade.ban does for "ban". */
static void find_nearest(struct slice segment, char *out, size_t size) {
    struct nearest families = {.word = segment}, endings = {.word = segment};
    for (size_t i = 0; i < kind_count; i++) {
        struct slice known = slice_from(kind_table[i].path);
        size_t dot = slice_find(known, '.');
        if (dot == known.size)
            nearest_offer(&families, known);
        else if (slice_equals(slice_part(known, dot + 1, known.size), segment) &&
                 endings.count < NEAREST_MAX)
            endings.best[endings.count++] = known;
    }
    nearest_format(endings.count ? &endings : &families, out, size);
}

enum status kind_check(struct slice path, struct error *error) {
    struct slice shown = value_excerpt(path);
    if (!is_path(path)) {
        error_set(error, STATUS_BAD_INPUT, "kind \"%.*s\" is not a dotted path",
                  (int)shown.size, shown.data);
        error_advise(error, "write segments of a-z, 0-9, _ and - with a dot between them, such as "
                            "meeting.bilateral");
        return STATUS_BAD_INPUT;
    }
    if (kind_find(path))
        return STATUS_OK;
    struct slice segment = slice_part(path, 0, slice_find(path, '.'));
    char near[200];
    find_nearest(segment, near, sizeof near);
    error_set(error, STATUS_BAD_INPUT, "kind \"%.*s\" begins with no known family",
              (int)shown.size, shown.data);
    error_advise(error, "%s%s%s`detente kinds` lists them; what has no family goes under other",
                 near[0] ? "did you mean " : "", near, near[0] ? "? " : "");
    return STATUS_BAD_INPUT;
}
