/* Look-ups in the generated tables: binary searches over sorted ids and sorted keys. */
#include "reference.h"

#include "../base/number.h"
#include "../base/utf8.h"

/* The rows and keys of one record type. */
struct table {
    const struct reference_row *rows;
    size_t row_count;
    const struct reference_key *keys;
    size_t key_count;
};

static struct table find_table(enum record_type type) {
    if (type == RECORD_COUNTRY)
        return (struct table){reference_countries, reference_country_count, reference_country_keys,
                              reference_country_key_count};
    if (type == RECORD_ORGANIZATION)
        return (struct table){reference_organizations, reference_organization_count,
                              reference_organization_keys, reference_organization_key_count};
    return (struct table){NULL, 0, NULL, 0};
}

/* The rows are sorted by id, their first value. */
const struct reference_row *reference_find(enum record_type type, struct slice id) {
    struct table table = find_table(type);
    size_t low = 0, high = table.row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(slice_from(table.rows[middle].values[0]), id);
        if (order == 0)
            return &table.rows[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* ---- Keys ------------------------------------------------------------------------------------ */

/* What is asked of the keys. */
struct search {
    struct table table;
    struct slice key;
    int64_t first_day, last_day;
};

static bool is_dated(const struct search *search) {
    return search->first_day != DAY_MIN || search->last_day != DAY_MAX;
}

static bool holds_on_days(const struct search *search, const struct reference_key *key) {
    return key->start <= search->last_day && key->end > search->first_day;
}

/* The first key that is not before the one searched for. */
static size_t find_first(const struct search *search) {
    size_t low = 0, high = search->table.key_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(slice_from(search->table.keys[middle].key), search->key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t add_row(const struct reference_row **rows, size_t count, size_t limit,
                      const struct reference_row *row) {
    for (size_t i = 0; i < count; i++)
        if (rows[i] == row)
            return count;
    if (count < limit)
        rows[count++] = row;
    return count;
}

/* The rows whose keys hold on the days, or, with `today`, that hold now: without an end. */
static size_t collect_rows(const struct search *search, bool today,
                           const struct reference_row **rows, size_t limit) {
    size_t count = 0;
    for (size_t i = find_first(search); i < search->table.key_count; i++) {
        const struct reference_key *key = &search->table.keys[i];
        if (!slice_is(search->key, key->key))
            break;
        if (today ? key->end == DAY_MAX : holds_on_days(search, key))
            count = add_row(rows, count, limit, &search->table.rows[key->row]);
    }
    return count;
}

size_t reference_search(enum record_type type, struct slice key, int64_t first_day,
                        int64_t last_day, const struct reference_row **rows, size_t limit) {
    struct search search = {find_table(type), key, first_day, last_day};
    if (slice_is_empty(key))
        return 0;
    size_t count = is_dated(&search) ? 0 : collect_rows(&search, true, rows, limit);
    return count ? count : collect_rows(&search, false, rows, limit);
}

/* "system key" of a text that is folded, with at least one byte. */
static bool build_key(struct arena *scratch, const char *system, struct slice text,
                      struct slice *key) {
    size_t system_size = strlen(system);
    char *out = arena_alloc(scratch, system_size + 1 + text.size);
    if (!out)
        return false;
    memcpy(out, system, system_size);
    out[system_size] = ' ';
    memcpy(out + system_size + 1, text.data, text.size);
    *key = (struct slice){out, system_size + 1 + text.size};
    return true;
}

/* Codes of digits are compared as numbers: 004 is 4. The generator writes its keys so. */
static struct slice shorten_code(struct slice code, char out[NUMBER_SIZE]) {
    int64_t number;
    if (!number_parse_integer(code, &number))
        return code;
    return (struct slice){out, number_format_integer(number, out)};
}

bool reference_name_key(struct arena *arena, struct slice name, struct slice *key) {
    struct slice folded;
    *key = SLICE_NONE;
    if (!utf8_fold(arena, name, &folded))
        return false;
    return slice_is_empty(folded) || build_key(arena, "name", folded, key);
}

size_t reference_resolve(enum record_type type, struct arena *scratch, struct slice name,
                         int64_t first_day, int64_t last_day, const struct reference_row **rows,
                         size_t limit) {
    struct slice key;
    if (!reference_name_key(scratch, name, &key))
        return 0;
    return reference_search(type, key, first_day, last_day, rows, limit);
}

bool reference_code_key(struct arena *arena, const char *system, struct slice code, struct slice *key) {
    struct slice folded;
    char digits[NUMBER_SIZE];
    *key = SLICE_NONE;
    if (!utf8_fold(arena, code, &folded))
        return false;
    return slice_is_empty(folded) || build_key(arena, system, shorten_code(folded, digits), key);
}

const struct reference_key *reference_find_keys(enum record_type type, struct slice key, size_t *count) {
    struct search search = {find_table(type), key, DAY_MIN, DAY_MAX};
    size_t first = find_first(&search), last = first;
    while (last < search.table.key_count && slice_is(key, search.table.keys[last].key))
        last++;
    *count = last - first;
    return *count ? &search.table.keys[first] : NULL;
}

size_t reference_resolve_code(struct arena *scratch, const char *system, struct slice code,
                              int64_t first_day, int64_t last_day,
                              const struct reference_row **rows, size_t limit) {
    struct slice key;
    if (!reference_code_key(scratch, system, code, &key))
        return 0;
    return reference_search(RECORD_COUNTRY, key, first_day, last_day, rows, limit);
}

static bool has_row(const struct reference_row *const *rows, size_t count, const struct reference_row *row) {
    for (size_t i = 0; i < count; i++)
        if (rows[i] == row)
            return true;
    return false;
}

size_t reference_resolve_any_code(struct arena *scratch, struct slice code, int64_t first_day,
                                  int64_t last_day, const struct reference_row **rows, size_t limit) {
    static const char *const systems[] = {"iso_numeric", "cow", "gw", "cameo", "ioc", "fips"};
    enum { FOUND_MAX = 8 };
    const struct reference_row *found[FOUND_MAX];
    size_t count = 0;
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        size_t here = reference_resolve_code(scratch, systems[i], code, first_day, last_day, found, FOUND_MAX);
        for (size_t j = 0; j < here && count < limit; j++)
            if (!has_row(rows, count, found[j]))
                rows[count++] = found[j];
    }
    return count;
}

void reference_to_record(enum record_type type, const struct reference_row *row,
                         struct record *record) {
    record_init(record, type);
    for (size_t i = 0; i < record_info(type)->field_count; i++)
        record_set(record, (int)i, slice_from(row->values[i]));
}
