/* The table of CAMEO codes and the one of their labels, both sorted.
 *
 * Every code stands below another of the table, except the roots of two digits. A label or alias belongs to one code;
 * one that a root shares with its own code "not specified below" (04 and 040) belongs to the latter, which is how the
 * data sets code it. */
#include "generate.h"

#include <stdio.h>
#include <stdlib.h>

#include "../core/base/cell.h"
#include "../core/base/number.h"
#include "../core/base/utf8.h"

enum { CODE, LABEL, ALIASES, WEIGHT, KIND, PLOVER };
enum { ROOT_DIGITS = 2, CODE_DIGITS = 4 };

struct label {
    struct slice text; /* folded */
    size_t row;
};

struct labels {
    struct arena *arena;
    const struct csv *csv;
    struct label *items;
    size_t count, capacity;
};

static bool has_code(const struct csv *csv, struct slice code) {
    for (size_t i = 0; i < csv->count; i++)
        if (slice_equals(csv->rows[i].fields[CODE], code)) return true;
    return false;
}

static void check_row(const struct csv *csv, size_t index) {
    const struct csv_row *row = &csv->rows[index];
    struct slice code = row->fields[CODE];
    if (code.size < ROOT_DIGITS || code.size > CODE_DIGITS)
        generate_fail(csv->file, row->line, "a code has two to four digits");
    for (size_t i = 0; i < code.size; i++)
        if (code.data[i] < '0' || code.data[i] > '9') generate_fail(csv->file, row->line, "a code has digits only");
    if (index > 0 && slice_compare(row[-1].fields[CODE], code) >= 0)
        generate_fail(csv->file, row->line, "codes must stand in order, each once");
    if (code.size > ROOT_DIGITS && !has_code(csv, slice_part(code, 0, code.size - 1)))
        generate_fail(csv->file, row->line, "%.*s has no code above it", (int)code.size, code.data);
    if (slice_is_empty(row->fields[LABEL]) || slice_is_empty(row->fields[KIND]))
        generate_fail(csv->file, row->line, "has no label or no kind");
}

static void add_label(struct labels *labels, struct slice text, size_t row) {
    struct slice folded;
    if (!utf8_fold(labels->arena, text, &folded)) generate_need(NULL);
    if (slice_is_empty(folded)) generate_fail(labels->csv->file, labels->csv->rows[row].line, "an empty label");
    if (labels->count == labels->capacity) {
        labels->capacity = labels->capacity ? labels->capacity * 2 : 512;
        labels->items = generate_need(realloc(labels->items, labels->capacity * sizeof *labels->items));
    }
    labels->items[labels->count++] = (struct label){folded, row};
}

static int compare_labels(const void *a, const void *b) {
    const struct label *x = a, *y = b;
    int order = slice_compare(x->text, y->text);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* Is `code` what a root leaves unspecified: 04, 040? */
static bool is_unspecified(struct slice root, struct slice code) {
    return root.size == ROOT_DIGITS && code.size == ROOT_DIGITS + 1 && slice_starts_with(code, root) &&
           code.data[ROOT_DIGITS] == '0';
}

static void settle_labels(struct labels *labels) {
    const struct csv *csv = labels->csv;
    size_t kept = 0;
    qsort(labels->items, labels->count, sizeof *labels->items, compare_labels);
    for (size_t i = 0; i < labels->count; i++) {
        struct label *last = kept ? &labels->items[kept - 1] : NULL, *here = &labels->items[i];
        if (!last || !slice_equals(last->text, here->text)) {
            labels->items[kept++] = *here;
        } else if (is_unspecified(csv->rows[last->row].fields[CODE], csv->rows[here->row].fields[CODE])) {
            *last = *here;
        } else {
            generate_fail(csv->file, csv->rows[here->row].line, "\"%.*s\" is a label of line %ld already",
                          (int)here->text.size, here->text.data, csv->rows[last->row].line);
        }
    }
    labels->count = kept;
}

static void collect_labels(struct labels *labels) {
    for (size_t i = 0; i < labels->csv->count; i++) {
        struct slice_list aliases;
        add_label(labels, labels->csv->rows[i].fields[LABEL], i);
        if (!cell_parse_list(labels->arena, labels->csv->rows[i].fields[ALIASES], &aliases)) generate_need(NULL);
        for (size_t j = 0; j < aliases.count; j++) add_label(labels, aliases.items[j], i);
    }
    settle_labels(labels);
}

static void print_row(const struct csv *csv, const struct csv_row *row) {
    double weight;
    char digits[NUMBER_SIZE];
    if (!number_parse(row->fields[WEIGHT], &weight) || weight < -10 || weight > 10)
        generate_fail(csv->file, row->line, "weight must be a number from -10 to 10");
    number_format(weight, digits);
    printf("    {");
    for (int i = CODE; i <= ALIASES; i++) {
        generate_print_string(row->fields[i]);
        printf(", ");
    }
    printf("%s, ", digits);
    generate_print_string(row->fields[KIND]);
    printf(", ");
    generate_print_string(row->fields[PLOVER]);
    printf("},\n");
}

void generate_cameo(struct arena *arena, const char *path) {
    struct csv csv = generate_read_csv(arena, path, "code,label,aliases,weight,kind,plover");
    struct labels labels = {.arena = arena, .csv = &csv};
    printf("#include \"model/cameo.h\"\n\nconst struct cameo_code cameo_table[] = {\n");
    for (size_t i = 0; i < csv.count; i++) {
        check_row(&csv, i);
        print_row(&csv, &csv.rows[i]);
    }
    printf("};\nconst size_t cameo_count = %zu;\n\n", csv.count);
    collect_labels(&labels);
    printf("const struct cameo_label cameo_labels[] = {\n");
    for (size_t i = 0; i < labels.count; i++) {
        printf("    {");
        generate_print_string(labels.items[i].text);
        printf(", %zu},\n", labels.items[i].row);
    }
    printf("};\nconst size_t cameo_label_count = %zu;\n", labels.count);
    free(labels.items);
}
