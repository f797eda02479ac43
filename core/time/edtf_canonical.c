/* The canonical form: one spelling for what means the same. Bounds, marks and type stay.
 *
 * 1. Qualifiers. The components from the year on that carry the same qualifier have it once, to the
 *    right of the last of them; each further component has its own to its left. So ?2004-?06-11
 *    becomes 2004-06?-11, and a qualifier on all components stands at the very end.
 * 2. Years. Y with an exponent is multiplied out: Y17E8 is Y1700000000. Years of up to four digits
 *    have no Y: Y1E3 is 1000 (which makes it a date), Y195E1S2 is 1950S2. Significant digits stay.
 * 3. A shift from UTC has minutes: +04 is +04:00.
 * 4. Sets and lists. Plain members (no X, no qualifier, the same precision) are joined where they
 *    touch or overlap: [1667,1668,1670] is [1667..1668,1670]. A range of one is that one. An open
 *    beginning and an open end are never joined to one another. Then members are sorted: the open
 *    beginning, then by first and by last day, then by their text; the open end comes last. What
 *    occurs twice is kept once. Brackets stay around a single member.
 * 5. All else, such as X, seasons, the ends of an interval, stays as it is written.
 *
 * Takes time n log n in the number of members. */
#include <stdlib.h>

#include "edtf_date.h"

static bool write_simple(struct edtf_scan *scan, struct buffer *out) {
    struct edtf_date date;
    if (!edtf_read_date(scan, &date))
        return false;
    edtf_append_date(out, &date);
    return true;
}

static void append_end(struct buffer *out, enum edtf_bound kind, const struct edtf_date *date) {
    if (kind == EDTF_OPEN)
        buffer_append_text(out, "..");
    else if (kind == EDTF_KNOWN)
        edtf_append_date(out, date);
}

static bool write_interval(struct edtf_scan *scan, size_t slash, struct buffer *out) {
    struct edtf_span span;
    if (!edtf_read_interval(scan, slash, &span))
        return false;
    append_end(out, span.first_kind, &span.first);
    buffer_append_byte(out, '/');
    append_end(out, span.last_kind, &span.last);
    return true;
}

/* A member. A plain one is a range of years, of months (year * 12 + month - 1) or of days. */
struct member {
    int components; /* 1 years, 2 months, 3 days; 0 when it is not plain */
    bool open_first, open_last;
    int64_t from, to;  /* units of a plain one, inclusive; what is open is INT64_MIN, INT64_MAX */
    int64_t min, max;  /* days */
    struct slice text; /* of one that is not plain */
};

struct member_list {
    struct member *items;
    size_t count;
};

static bool is_plain(const struct edtf_date *date) {
    bool year = date->form == EDTF_FORM_YEAR && !date->significant_digits;
    return !date->marked && !date->unspecified && (year || date->form == EDTF_FORM_CALENDAR);
}

static int64_t unit_of(const struct edtf_date *date) {
    if (date->components == 1)
        return date->year_value;
    if (date->components == 3)
        return date->min;
    return date->year_value * 12 + date->month[0] * 10 + date->month[1] - 1;
}

/* The components of a plain member, 0 when it is none. */
static int plain_components(const struct edtf_span *span) {
    bool first = span->first_kind == EDTF_KNOWN, last = span->last_kind == EDTF_KNOWN;
    if ((first && !is_plain(&span->first)) || (last && !is_plain(&span->last)))
        return 0;
    int components = first ? span->first.components : span->last.components;
    return last && span->last.components != components ? 0 : components;
}

static struct member make_member(const struct edtf_span *span) {
    bool open_first = span->first_kind == EDTF_OPEN, open_last = span->last_kind == EDTF_OPEN;
    struct member member = {.components = plain_components(span),
                            .open_first = open_first,
                            .open_last = open_last,
                            .min = open_first ? DAY_MIN : span->first.min,
                            .max = open_last ? DAY_MAX : span->last.max};
    if (member.components) {
        member.from = open_first ? INT64_MIN : unit_of(&span->first);
        member.to = open_last ? INT64_MAX : unit_of(&span->last);
    }
    return member;
}

/* The text of a member that is not plain; `scratch` is empty again afterwards. */
static bool write_odd_member(struct arena *arena, const struct edtf_span *span,
                             struct buffer *scratch, struct slice *text) {
    if (span->first_kind == EDTF_KNOWN)
        edtf_append_date(scratch, &span->first);
    size_t first_size = scratch->size;
    buffer_append_text(scratch, "..");
    if (span->last_kind == EDTF_KNOWN)
        edtf_append_date(scratch, &span->last);
    struct slice all = buffer_slice(scratch), first = slice_part(all, 0, first_size);
    bool copied = !buffer_failed(scratch);
    if (copied && slice_equals(first, slice_part(all, first_size + 2, all.size)))
        copied = arena_copy(arena, first, text);
    else if (copied)
        copied = arena_copy(arena, all, text);
    buffer_clear(scratch);
    return copied;
}

static void append_unit(struct buffer *out, int components, int64_t unit) {
    char text[EDTF_DAY_SIZE];
    if (components == 1) {
        edtf_append_year(out, unit);
        return;
    }
    if (components == 2) { /* the month is what its first day begins with */
        int64_t year = unit / 12 - (unit % 12 < 0);
        unit = calendar_to_number(year, (int)(unit - year * 12) + 1, 1);
    }
    size_t size = edtf_format_day(unit, text);
    buffer_append(out, text, components == 2 ? size - 3 : size);
}

static void append_member(struct buffer *out, const struct member *member) {
    if (!member->components) {
        buffer_append_slice(out, member->text);
        return;
    }
    if (!member->open_first)
        append_unit(out, member->components, member->from);
    if (member->from != member->to)
        buffer_append_text(out, "..");
    if (member->from != member->to && !member->open_last)
        append_unit(out, member->components, member->to);
}

static int compare_numbers(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

/* Plain members that can be joined stand side by side, by their beginning. */
static int compare_for_joining(const void *left, const void *right) {
    const struct member *a = left, *b = right;
    int order = compare_numbers(a->components, b->components);
    if (!order)
        order = compare_numbers(a->from, b->from);
    return order ? order : compare_numbers(a->to, b->to);
}

static int compare_for_printing(const void *left, const void *right) {
    const struct member *a = left, *b = right;
    int order = b->open_first - a->open_first;
    if (!order)
        order = a->open_last - b->open_last;
    if (!order)
        order = compare_numbers(a->min, b->min);
    if (!order)
        order = compare_numbers(a->max, b->max);
    if (!order)
        order = compare_numbers(a->components, b->components);
    return order ? order : slice_compare(a->text, b->text);
}

/* Whether b, which begins no earlier, touches or overlaps a. */
static bool can_join(const struct member *a, const struct member *b) {
    if (!a->components || a->components != b->components || (a->open_first && b->open_last))
        return false;
    return a->open_last || b->from <= a->to || b->from == a->to + 1;
}

static void join_members(struct member_list *list) {
    size_t kept = 0;
    qsort(list->items, list->count, sizeof *list->items, compare_for_joining);
    for (size_t i = 1; i < list->count; i++) {
        struct member *last = &list->items[kept], *next = &list->items[i];
        if (!can_join(last, next)) {
            list->items[++kept] = *next;
            continue;
        }
        last->open_last = last->open_last || next->open_last;
        if (next->to > last->to) {
            last->to = next->to;
            last->max = next->max;
        }
    }
    list->count = kept + 1;
}

static void append_members(struct buffer *out, struct member_list *list) {
    qsort(list->items, list->count, sizeof *list->items, compare_for_printing);
    for (size_t i = 0; i < list->count; i++) {
        if (i && compare_for_printing(&list->items[i - 1], &list->items[i]) == 0)
            continue;
        if (i)
            buffer_append_byte(out, ',');
        append_member(out, &list->items[i]);
    }
}

static size_t count_members(const struct edtf_scan *scan) {
    size_t count = 1;
    for (size_t i = scan->position; i < scan->end; i++)
        count += scan->data[i] == ',';
    return count;
}

static bool read_members(struct arena *arena, struct edtf_scan *scan, struct buffer *scratch,
                         struct member_list *list) {
    struct edtf_span span;
    bool more = true;
    list->items = arena_alloc_array(arena, count_members(scan), sizeof *list->items);
    for (list->count = 0; list->items && more; list->count++) {
        if (!edtf_read_member(scan, list->count == 0, &span, &more))
            return false;
        struct member *member = &list->items[list->count];
        *member = make_member(&span);
        if (!member->components && !write_odd_member(arena, &span, scratch, &member->text))
            return false;
    }
    return list->items != NULL;
}

static bool write_set(struct arena *arena, struct edtf_scan *scan, struct buffer *out) {
    struct member_list list;
    char opening = scan->data[0], closing = scan->data[scan->end - 1];
    if (!edtf_read_brackets(scan) || !read_members(arena, scan, out, &list))
        return false;
    join_members(&list);
    buffer_append_byte(out, opening);
    append_members(out, &list);
    buffer_append_byte(out, closing);
    return true;
}

static bool write_any(struct arena *arena, struct slice text, struct buffer *out) {
    struct edtf_scan scan = {text.data, 0, text.size, 0, NULL};
    if (text.data[0] == '[' || text.data[0] == '{')
        return write_set(arena, &scan, out);
    size_t slash = slice_find(text, '/');
    return slash < text.size ? write_interval(&scan, slash, out) : write_simple(&scan, out);
}

enum status edtf_canonical(struct arena *arena, struct slice text, struct slice *out,
                           struct error *error) {
    struct edtf parsed;
    struct buffer buffer;
    *out = SLICE_NONE;
    if (edtf_parse(text, &parsed, NULL, error) != STATUS_OK)
        return STATUS_BAD_INPUT;
    if (parsed.type == EDTF_DATE && parsed.level == 0)
        return arena_copy(arena, text, out) ? STATUS_OK
                                            : error_set(error, STATUS_NO_MEMORY, "memory is out");
    buffer_init(&buffer);
    bool written = write_any(arena, text, &buffer) && !buffer_failed(&buffer)
                   && arena_copy(arena, buffer_slice(&buffer), out);
    buffer_free(&buffer);
    return written ? STATUS_OK : error_set(error, STATUS_NO_MEMORY, "memory is out");
}
