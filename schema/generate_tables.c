/* The tables of countries, organizations and kinds. */
#include "generate.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/base/cell.h"
#include "../core/base/number.h"
#include "../core/base/utf8.h"
#include "../core/time/dated.h"

/* ---- Keys ------------------------------------------------------------------------------------ */

struct key {
    struct slice text; /* "system key" */
    size_t row;
    int64_t start, end; /* [start, end) */
};

struct keys {
    struct arena *arena;
    const struct csv *csv;
    struct key *items;
    size_t count, capacity;
};

static void add_key(struct keys *keys, const char *system, struct slice text, size_t row,
                    const struct dated_text *span) {
    struct slice folded;
    struct buffer buffer;
    int64_t number;
    long line = keys->csv->rows[row].line;
    if (!utf8_fold(keys->arena, text, &folded))
        generate_need(NULL);
    if (slice_is_empty(folded))
        generate_fail(keys->csv->file, line, "\"%.*s\" has no letter to look up", (int)text.size,
                      text.data);
    if (keys->count == keys->capacity) {
        keys->capacity = keys->capacity ? keys->capacity * 2 : 1024;
        keys->items = generate_need(realloc(keys->items, keys->capacity * sizeof *keys->items));
    }
    buffer_init(&buffer);
    buffer_append_text(&buffer, system);
    buffer_append_byte(&buffer, ' ');
    if (strcmp(system, "name") != 0 && number_parse_integer(folded, &number))
        buffer_append_integer(&buffer, number); /* 004 is 4 */
    else
        buffer_append_slice(&buffer, folded);
    struct key *key = &keys->items[keys->count++];
    *key = (struct key){SLICE_NONE, row, span->start_day, span->end_day};
    if (buffer_failed(&buffer) || !arena_copy(keys->arena, buffer_slice(&buffer), &key->text))
        generate_need(NULL);
    buffer_free(&buffer);
}

/* A cell of item[@start/end]; what has no time of its own has that of the row. */
static void add_cell(struct keys *keys, const char *system, struct slice cell, size_t row,
                     const struct dated_text *row_span) {
    struct slice_list list;
    long line = keys->csv->rows[row].line;
    if (!cell_parse_list(keys->arena, cell, &list))
        generate_need(NULL);
    for (size_t i = 0; i < list.count; i++) {
        struct dated_text span;
        struct error error = {.status = STATUS_OK};
        if (dated_parse(list.items[i], &span, &error) != STATUS_OK)
            generate_fail(keys->csv->file, line, "%s \"%.*s\": %s", system,
                          (int)list.items[i].size, list.items[i].data, error.message);
        add_key(keys, system, span.text, row, span.dated ? &span : row_span);
    }
}

static int compare_days(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int compare_keys(const void *a, const void *b) {
    const struct key *x = a, *y = b;
    int order = slice_compare(x->text, y->text);
    if (order == 0)
        order = compare_days(x->start, y->start);
    if (order == 0)
        order = compare_days(x->end, y->end);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

static bool are_same(const struct key *a, const struct key *b) {
    return compare_keys(a, b) == 0;
}

/* Names that two states have at one time: who says them without a date that decides is told of both. */
static bool is_shared(struct slice key) {
    static const char *const names[] = {"name korea", "name congo", "name vietnam", "name viet nam"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (slice_is(key, names[i]))
            return true;
    return false;
}

static void check_clash(const struct keys *keys, const struct key *a, const struct key *b) {
    const struct csv_row *x = &keys->csv->rows[a->row], *y = &keys->csv->rows[b->row];
    if (a->row == b->row || a->start >= b->end || b->start >= a->end || is_shared(a->text))
        return;
    generate_fail(keys->csv->file, y->line,
                  "\"%.*s\" of %.*s means %.*s (line %ld) at the same time", (int)a->text.size,
                  a->text.data, (int)y->fields[0].size, y->fields[0].data, (int)x->fields[0].size,
                  x->fields[0].data, x->line);
}

/* Sorted, each once, none with two meanings on one day but those that are known to be shared. */
static void settle_keys(struct keys *keys) {
    size_t kept = 0;
    qsort(keys->items, keys->count, sizeof *keys->items, compare_keys);
    for (size_t i = 0; i < keys->count; i++)
        if (kept == 0 || !are_same(&keys->items[kept - 1], &keys->items[i]))
            keys->items[kept++] = keys->items[i];
    keys->count = kept;
    for (size_t i = 0; i < kept; i++)
        for (size_t j = i + 1; j < kept; j++) {
            if (!slice_equals(keys->items[i].text, keys->items[j].text))
                break;
            check_clash(keys, &keys->items[i], &keys->items[j]);
        }
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static int compare_rows(const void *a, const void *b) {
    return slice_compare(((const struct csv_row *)a)->fields[0],
                         ((const struct csv_row *)b)->fields[0]);
}

/* By id, so that a row is found by halving. */
static struct csv read_sorted(struct arena *arena, const char *path, const char *columns) {
    struct csv csv = generate_read_csv(arena, path, columns);
    qsort(csv.rows, csv.count, sizeof *csv.rows, compare_rows);
    for (size_t i = 0; i < csv.count; i++) {
        const struct csv_row *row = &csv.rows[i];
        if (slice_is_empty(row->fields[0]) || slice_is_empty(row->fields[1]))
            generate_fail(path, row->line, "has no id or no name");
        if (i > 0 && compare_rows(row, row - 1) == 0)
            generate_fail(path, row->line, "has the id of line %ld", row[-1].line);
    }
    return csv;
}

static void print_rows(const struct csv *csv, const char *array, const char *count, size_t fields) {
    printf("#include \"model/reference.h\"\n\nconst struct reference_row %s[] = {\n", array);
    for (size_t i = 0; i < csv->count; i++) {
        printf("    {{");
        for (size_t j = 0; j < fields; j++) {
            generate_print_string(csv->rows[i].fields[j]);
            printf(j + 1 < fields ? ", " : "}},\n");
        }
    }
    printf("};\nconst size_t %s = %zu;\n\n", count, csv->count);
}

static void print_day(int64_t day) {
    if (day == DAY_MIN || day == DAY_MAX)
        printf(day == DAY_MIN ? "DAY_MIN" : "DAY_MAX");
    else
        printf("INT64_C(%" PRId64 ")", day);
}

static void print_keys(const struct keys *keys, const char *array, const char *count) {
    printf("const struct reference_key %s[] = {\n", array);
    for (size_t i = 0; i < keys->count; i++) {
        printf("    {");
        generate_print_string(keys->items[i].text);
        printf(", %zu, ", keys->items[i].row);
        print_day(keys->items[i].start);
        printf(", ");
        print_day(keys->items[i].end);
        printf("},\n");
    }
    printf("};\nconst size_t %s = %zu;\n", count, keys->count);
}

/* ---- Countries ------------------------------------------------------------------------------- */

enum { ID, NAME, ALIASES, START, END, ISO2, ISO_NUMERIC, COW, GW, FIPS, CAMEO, IOC, WIKIDATA, ALL };

static struct edtf parse_date(const struct csv *csv, const struct csv_row *row, struct slice text) {
    struct edtf date;
    struct error error = {.status = STATUS_OK};
    if (edtf_parse(text, &date, NULL, &error) != STATUS_OK)
        generate_fail(csv->file, row->line, "\"%.*s\": %s", (int)text.size, text.data,
                      error.message);
    return date;
}

/* The time in which its names and codes hold: of a state that is gone its own, else always. An end
 * that is known to the month or year only counts by its last day: the names still hold in it. */
static struct dated_text find_row_span(const struct csv *csv, const struct csv_row *row) {
    struct dated_text span = {SLICE_NONE, false, DAY_MIN, DAY_MAX};
    struct slice start = row->fields[START], end = row->fields[END];
    int64_t start_day = slice_is_empty(start) ? DAY_MIN : parse_date(csv, row, start).min;
    if (slice_is_empty(end))
        return span;
    span.start_day = start_day;
    span.end_day = parse_date(csv, row, end).max;
    if (span.start_day >= span.end_day)
        generate_fail(csv->file, row->line, "ends before it begins");
    return span;
}

static void add_country_keys(struct keys *keys, size_t index) {
    static const struct system {
        int column;
        const char *name;
    } systems[] = {{ALIASES, "name"}, {ISO2, "name"}, {ISO2, "iso2"},
                   {ISO_NUMERIC, "iso_numeric"}, {COW, "cow"}, {GW, "gw"},
                   {FIPS, "fips"}, {CAMEO, "cameo"}, {IOC, "ioc"}};
    const struct csv_row *row = &keys->csv->rows[index];
    struct dated_text span = find_row_span(keys->csv, row);
    add_key(keys, "name", row->fields[ID], index, &span);
    add_key(keys, "name", row->fields[NAME], index, &span);
    for (size_t i = 0; i < sizeof systems / sizeof systems[0]; i++)
        add_cell(keys, systems[i].name, row->fields[systems[i].column], index, &span);
}

void generate_countries(struct arena *arena, const char *path) {
    struct csv csv = read_sorted(
        arena, path,
        "id,name,aliases,start,end,iso2,iso_numeric,cow,gw,fips,cameo,ioc,wikidata");
    struct keys keys = {.arena = arena, .csv = &csv};
    for (size_t i = 0; i < csv.count; i++)
        add_country_keys(&keys, i);
    settle_keys(&keys);
    print_rows(&csv, "reference_countries", "reference_country_count", ALL);
    print_keys(&keys, "reference_country_keys", "reference_country_key_count");
    free(keys.items);
}

/* ---- Organizations --------------------------------------------------------------------------- */

void generate_organizations(struct arena *arena, const char *path) {
    enum { ORGANIZATION_ALIASES = 3, ORGANIZATION_FIELDS = 5 };
    static const struct dated_text always = {{NULL, 0}, false, DAY_MIN, DAY_MAX};
    struct csv csv = read_sorted(arena, path, "id,name,kind,aliases,wikidata");
    struct keys keys = {.arena = arena, .csv = &csv};
    for (size_t i = 0; i < csv.count; i++) {
        add_key(&keys, "name", csv.rows[i].fields[ID], i, &always);
        add_key(&keys, "name", csv.rows[i].fields[NAME], i, &always);
        add_cell(&keys, "name", csv.rows[i].fields[ORGANIZATION_ALIASES], i, &always);
    }
    settle_keys(&keys);
    print_rows(&csv, "reference_organizations", "reference_organization_count",
               ORGANIZATION_FIELDS);
    print_keys(&keys, "reference_organization_keys", "reference_organization_key_count");
    free(keys.items);
}

/* ---- Kinds ----------------------------------------------------------------------------------- */

enum { PATH, LABEL, CLASS, WEIGHT, KIND_CAMEO, PLOVER, NOTE };

static const char *find_class(const struct csv *csv, const struct csv_row *row) {
    static const char *const classes[][2] = {
        {"point", "KIND_POINT"}, {"bounded", "KIND_BOUNDED"}, {"standing", "KIND_STANDING"}};
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
        if (slice_is(row->fields[CLASS], classes[i][0]))
            return classes[i][1];
    generate_fail(csv->file, row->line, "class must be point, bounded or standing");
}

/* Every path once, below a family of the table. */
static void check_path(const struct csv *csv, size_t index) {
    const struct csv_row *row = &csv->rows[index];
    struct slice path = row->fields[PATH], family = slice_part(path, 0, slice_find(path, '.'));
    bool has_family = false;
    for (size_t i = 0; i < csv->count; i++) {
        has_family = has_family || slice_equals(csv->rows[i].fields[PATH], family);
        if (i < index && slice_equals(csv->rows[i].fields[PATH], path))
            generate_fail(csv->file, row->line, "is the path of line %ld again", csv->rows[i].line);
    }
    if (!has_family || slice_is_empty(path))
        generate_fail(csv->file, row->line, "\"%.*s\" has no family", (int)path.size, path.data);
}

static void print_kind(const struct csv *csv, const struct csv_row *row) {
    double weight;
    char digits[NUMBER_SIZE];
    if (!number_parse(row->fields[WEIGHT], &weight) || weight < -10 || weight > 10)
        generate_fail(csv->file, row->line, "weight must be a number from -10 to 10");
    number_format(weight, digits);
    printf("    {");
    generate_print_string(row->fields[PATH]);
    printf(", ");
    generate_print_string(row->fields[LABEL]);
    printf(", %s, %s", find_class(csv, row), digits);
    for (int i = KIND_CAMEO; i <= NOTE; i++) {
        printf(", ");
        generate_print_string(row->fields[i]);
    }
    printf("},\n");
}

void generate_kinds(struct arena *arena, const char *path) {
    struct csv csv = generate_read_csv(arena, path, "path,label,class,weight,cameo,plover,note");
    printf("#include \"model/kind.h\"\n\nconst struct kind kind_table[] = {\n");
    for (size_t i = 0; i < csv.count; i++) {
        check_path(&csv, i);
        print_kind(&csv, &csv.rows[i]);
    }
    printf("};\nconst size_t kind_count = %zu;\n", csv.count);
}
