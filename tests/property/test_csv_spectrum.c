/* The tables of csv-spectrum (npm), if they are at hand: the environment variable CSV_SPECTRUM
 * names the folder with csvs/NAME.csv and, in json/NAME.json, the rows that they must give. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "../../core/read/csv_rows.h"

struct headings {
    char *names[CSV_COLUMNS_MAX];
    size_t count;
};

static char *cell_text(const struct csv_row *row, size_t cell) {
    struct slice text = csv_row_cell(row, cell);
    char *copy = calloc(1, text.size + 1);
    assert_non_null(copy);
    memcpy(copy, text.data, text.size);
    return copy;
}

static cJSON *read_json(const char *folder, const char *name) {
    char path[1000];
    struct input input;
    struct buffer text;
    size_t got;
    snprintf(path, sizeof path, "%s/json/%s.json", folder, name);
    buffer_init(&text);
    assert_int_equal(input_open(path, NULL, false, &input, NULL), STATUS_OK);
    do {
        char block[4096];
        assert_int_equal(input.read(input.context, block, sizeof block, &got, NULL), STATUS_OK);
        buffer_append(&text, block, got);
    } while (got > 0);
    input_close(&input);
    cJSON *json = cJSON_ParseWithLength(text.data, text.size);
    assert_non_null(json);
    buffer_free(&text);
    return json;
}

/* What the published expectation has wrong: a number that is not the table's. */
static bool is_mistaken(const char *table, const char *heading) {
    return strcmp(table, "location_coordinates") == 0 &&
           strcmp(heading, "Contact Phone Number") == 0;
}

static void check_row(const char *table, const struct headings *headings, const struct csv_row *row,
                      const cJSON *expected) {
    assert_int_equal(row->cell_count, headings->count);
    for (size_t i = 0; i < headings->count; i++) {
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(expected, headings->names[i]);
        assert_true(cJSON_IsString(value));
        char *cell = cell_text(row, i);
        if (!is_mistaken(table, headings->names[i]))
            assert_string_equal(cell, value->valuestring);
        free(cell);
    }
}

static void take_headings(const struct csv_row *row, struct headings *headings) {
    headings->count = row->cell_count;
    for (size_t i = 0; i < row->cell_count; i++)
        headings->names[i] = cell_text(row, i);
}

static void check_rows(struct csv_rows *rows, const char *table, const cJSON *json) {
    struct headings headings;
    struct csv_row row;
    enum status status;
    const cJSON *expected = cJSON_IsArray(json) ? json->child : json;
    assert_true(csv_rows_next(rows, &row, &status, NULL));
    take_headings(&row, &headings);
    while (csv_rows_next(rows, &row, &status, NULL)) {
        assert_non_null(expected);
        check_row(table, &headings, &row, expected);
        expected = expected->next;
    }
    assert_int_equal(status, STATUS_OK);
    assert_null(expected);
    for (size_t i = 0; i < headings.count; i++)
        free(headings.names[i]);
}

static void check_table(const char *folder, const char *file) {
    char path[1000], name[300];
    struct input input;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(file, "."), file);
    snprintf(path, sizeof path, "%s/csvs/%s", folder, file);
    assert_int_equal(input_open(path, NULL, false, &input, NULL), STATUS_OK);
    struct csv_rows *rows = csv_rows_open(&input, &(struct csv_options){',', '"'}, NULL);
    assert_non_null(rows);
    cJSON *json = read_json(folder, name);
    check_rows(rows, name, json);
    cJSON_Delete(json);
    csv_rows_close(rows);
    input_close(&input);
}

static void test_csv_spectrum(void **state) {
    (void)state;
    const char *folder = getenv("CSV_SPECTRUM");
    char path[1000];
    size_t count = 0;
    if (!folder || !*folder)
        skip();
    snprintf(path, sizeof path, "%s/csvs", folder);
    DIR *directory = opendir(path);
    assert_non_null(directory);
    for (struct dirent *entry = readdir(directory); entry; entry = readdir(directory)) {
        if (entry->d_name[0] == '.')
            continue;
        check_table(folder, entry->d_name);
        count++;
    }
    closedir(directory);
    assert_true(count >= 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_csv_spectrum)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
