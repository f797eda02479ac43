/* Every file under fixtures/bad is refused, or has one row rejected, with the very line that stands
 * in NAME.expect beside it: FILE:LINE:COLUMN: message. Other faults than those of the readers have
 * folders of their own below it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/read/csv.h"
#include "../../core/read/json.h"

static const char *fixtures_folder(void) {
    const char *folder = getenv("DETENTE_FIXTURES");
    return folder && *folder ? folder : "fixtures";
}

/* Of a file's name, from its last dot on. */
static const char *file_extension(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot ? dot : "";
}

/* The first fault, and how many there were. */
struct faults {
    struct error first;
    int count;
};

static void note_fault(struct faults *faults, const struct error *fault) {
    if (faults->count++ == 0)
        faults->first = *fault;
}

static enum status pass_record(void *context, struct record *record, struct error *error) {
    (void)context;
    (void)record;
    (void)error;
    return STATUS_OK;
}

static enum status note_reject(void *context, const struct record *record,
                               const struct error *fault, struct error *error) {
    (void)record;
    (void)error;
    note_fault(context, fault);
    return STATUS_OK;
}

static enum status read_file(struct input *input, const struct record_visitor *visitor,
                             struct error *error) {
    const char *extension = file_extension(input->name);
    struct csv_options options = {strcmp(extension, ".tsv") == 0 ? '\t' : ',', '"'};
    if (strcmp(extension, ".json") == 0)
        return json_read_document(input, visitor, error);
    if (strcmp(extension, ".jsonl") == 0)
        return json_read_lines(input, visitor, error);
    return csv_read_records(input, RECORD_EVENT, &options, visitor, error);
}

static void find_fault(const char *path, struct faults *faults) {
    struct input input;
    struct error error = {.status = STATUS_OK};
    struct record_visitor visitor = {.context = faults, .record = pass_record, .reject = note_reject};
    assert_int_equal(input_open(path, NULL, true, &input, NULL), STATUS_OK);
    if (read_file(&input, &visitor, &error) != STATUS_OK)
        note_fault(faults, &error);
    input_close(&input);
}

static void read_expectation(const char *path, char *out, size_t size) {
    struct input input;
    size_t got, length = 0;
    assert_int_equal(input_open(path, NULL, false, &input, NULL), STATUS_OK);
    do {
        assert_int_equal(input.read(input.context, out + length, size - 1 - length, &got, NULL),
                         STATUS_OK);
        length += got;
    } while (got > 0 && length < size - 1);
    out[length] = '\0';
    input_close(&input);
}

static void check_file(const char *name) {
    char path[1000], found[1500], expected[1500];
    struct faults faults = {.count = 0};
    snprintf(path, sizeof path, "%s/bad/%s", fixtures_folder(), name);
    find_fault(path, &faults);
    snprintf(found, sizeof found, "%s:%ld:%ld: %s\n", name, faults.first.place.line,
             faults.first.place.column, faults.first.message);
    snprintf(path, sizeof path, "%s/bad/%.*s.expect", fixtures_folder(),
             (int)(file_extension(name) - name), name);
    read_expectation(path, expected, sizeof expected);
    assert_string_equal(found, expected);
    assert_int_equal(faults.count, 1);
}

static bool is_fixture(const char *name) {
    static const char *const extensions[] = {".csv", ".tsv", ".json", ".jsonl"};
    for (size_t i = 0; i < sizeof extensions / sizeof extensions[0]; i++)
        if (strcmp(file_extension(name), extensions[i]) == 0)
            return true;
    return false;
}

static void test_bad_fixtures(void **state) {
    (void)state;
    char path[1000];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/bad", fixtures_folder());
    DIR *directory = opendir(path);
    assert_non_null(directory);
    for (struct dirent *entry = readdir(directory); entry; entry = readdir(directory)) {
        if (!is_fixture(entry->d_name))
            continue;
        check_file(entry->d_name);
        count++;
    }
    closedir(directory);
    assert_true(count >= 25);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_bad_fixtures)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
