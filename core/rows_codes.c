/* The table of CAMEO codes as an answer: what each code is called, its weight, and the kind that it is here. */
#include "front.h"

#include "base/number.h"
#include "model/cameo.h"

static const char *const columns[] = {"code", "label", "kind", "weight", "plover", "aliases", NULL};
static const bool is_number[] = {false, false, false, true, false, false};
static const bool is_list[] = {false, false, false, false, true, true};
enum { COLUMNS = sizeof is_number };
/* On a line people get those that fit. */
static const char *const people_columns[] = {"code", "label", "kind", "weight", NULL};

static bool is_code(struct slice word) {
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < '0' || word.data[i] > '9') return false;
    return word.size > 0;
}

bool front_asks_codes(const struct detente_request *request) {
    for (size_t i = 0; i < request->words.count; i++)
        if (is_code(slice_from(request->words.items[i]))) return true;
    return request->details.cameo;
}

/* "43" is likely 043; "0431" stands below 043. */
static enum status refuse_code(struct slice word, struct error *error) {
    char longer[8] = "0";
    const struct cameo_code *above = cameo_nearest(word), *near = NULL;
    if (!above && word.size < sizeof longer - 1) {
        memcpy(longer + 1, word.data, word.size);
        near = cameo_find(slice_from(longer));
    }
    error_set(error, STATUS_USAGE, "CAMEO has no code %.*s", (int)(word.size < 40 ? word.size : 40), word.data);
    if (above) error_advise(error, "the nearest above it is %s, %s", above->code, above->label);
    else if (near) error_advise(error, "did you mean %s, %s? zeros in front count", near->code, near->label);
    else error_advise(error, "`detente kinds --codes` lists them; the roots are 01 to 20");
    return STATUS_USAGE;
}

static enum status check_words(const struct detente_request *request, struct error *error) {
    for (size_t i = 0; i < request->words.count; i++) {
        struct slice word = slice_from(request->words.items[i]);
        enum status status = STATUS_OK;
        if (is_code(word)) status = cameo_find(word) ? STATUS_OK : refuse_code(word, error);
        else status = kind_check(word, error);
        if (status != STATUS_OK && error) error->status = STATUS_USAGE;
        if (status != STATUS_OK) return STATUS_USAGE;
    }
    return STATUS_OK;
}

/* A code with all below it, or the codes of a kind with those of the kinds below it. */
static bool is_asked(const struct detente_request *request, const struct cameo_code *row) {
    for (size_t i = 0; i < request->words.count; i++) {
        struct slice word = slice_from(request->words.items[i]);
        if (is_code(word) ? slice_starts_with(slice_from(row->code), word) : kind_is_below(slice_from(row->kind), word))
            return true;
    }
    return request->words.count == 0;
}

static enum status put_code(struct front_answer *answer, const struct cameo_code *row, struct error *error) {
    char weight[NUMBER_SIZE];
    struct slice digits = {weight, number_format(row->weight, weight)};
    struct slice values[COLUMNS] = {slice_from(row->code), slice_from(row->label), slice_from(row->kind), digits,
                                    row->plover[0] ? slice_from(row->plover) : SLICE_NONE,
                                    row->aliases[0] ? slice_from(row->aliases) : SLICE_NONE};
    struct answer_row out = {values, is_number, is_list};
    return front_answer_row(answer, &out, error);
}

enum status front_list_codes(const struct detente_request *request, struct front_answer *answer, struct error *error) {
    enum status status = check_words(request, error);
    bool people = answer->writer.class->for_people;
    answer->context.columns = people ? people_columns : columns;
    answer->context.rows_name = "codes";
    if (status == STATUS_OK) status = front_require(answer, answer->writer.class->row != NULL, error);
    if (status == STATUS_OK) status = front_answer_begin(answer, error);
    for (size_t i = 0; status == STATUS_OK && i < cameo_count; i++)
        if (is_asked(request, &cameo_table[i])) status = put_code(answer, &cameo_table[i], error);
    if (status != STATUS_OK || answer->entries) return status;
    error_set(error, STATUS_NOT_FOUND, "no CAMEO code is of this kind");
    error_advise(error, "`detente kinds --codes` lists all codes with their kinds");
    return STATUS_NOT_FOUND;
}
