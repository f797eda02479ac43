/* What coverage claims to hold, and what it leaves out, in words. */
#include "stats.h"

#include "../base/cell.h"
#include "inside.h"

#define AT(member) offsetof(struct answer_coverage, member)
static const struct shape_field coverage_fields[] = {
    {"dataset", SHAPE_TEXT, AT(dataset), NULL, SHAPE_EVERYWHERE},
    {"countries", SHAPE_LIST, AT(countries), NULL, SHAPE_EVERYWHERE},
    {"kinds", SHAPE_LIST, AT(kinds), NULL, SHAPE_EVERYWHERE},
    {"start", SHAPE_TEXT, AT(start), NULL, SHAPE_EVERYWHERE},
    {"end", SHAPE_TEXT, AT(end), NULL, SHAPE_EVERYWHERE},
    {"note", SHAPE_TEXT, AT(note), NULL, SHAPE_EVERYWHERE},
    {"not_covered", SHAPE_TEXT, AT(not_covered), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape coverage_shape = {"coverage", sizeof(struct answer_coverage), coverage_fields,
                                     sizeof coverage_fields / sizeof *coverage_fields};

static void begin_clause(struct buffer *words) {
    if (words->size) buffer_append_text(words, "; ");
}

/* A country, else an organization. */
static enum status append_name(struct asker *asker, struct buffer *words, struct slice id, struct error *error) {
    struct slice name;
    enum status status = ask_name(asker, RECORD_COUNTRY, id, &name, error);
    if (status == STATUS_OK && slice_equals(name, id)) status = ask_name(asker, RECORD_ORGANIZATION, id, &name, error);
    if (status == STATUS_OK) buffer_append_slice(words, name);
    return status;
}

static const char *joiner(size_t i, size_t count, const char *last) { return i == 0 ? "" : i + 1 == count ? last : ", "; }

/* "Canada and China" */
static enum status word_countries(struct asker *asker, struct arena *arena, const struct slice_list *ids, struct slice *names,
                                  struct error *error) {
    struct buffer words;
    enum status status = STATUS_OK;
    buffer_init(&words);
    for (size_t i = 0; status == STATUS_OK && i < ids->count; i++) {
        buffer_append_text(&words, joiner(i, ids->count, " and "));
        status = append_name(asker, &words, ids->items[i], error);
    }
    if (status == STATUS_OK && (buffer_failed(&words) || !arena_copy(arena, buffer_slice(&words), names)))
        status = ask_no_memory(error);
    buffer_free(&words);
    return status;
}

/* "what Canada and China do with others", "what Canada has no part in". */
static enum status append_countries(struct asker *asker, struct arena *arena, struct answer_coverage *row,
                                    struct buffer *words, struct error *error) {
    struct slice_list ids;
    if (!cell_parse_list(arena, row->countries, &ids)) return ask_no_memory(error);
    if (ids.count == 0) return STATUS_OK;
    enum status status = word_countries(asker, arena, &ids, &row->names, error);
    begin_clause(words);
    buffer_append_text(words, "what ");
    buffer_append_slice(words, row->names);
    buffer_append_text(words, ids.count == 1 ? " has no part in" : " do with others");
    return status;
}

static bool append_kinds(struct arena *arena, struct slice cell, struct buffer *words) {
    struct slice_list kinds;
    if (!cell_parse_list(arena, cell, &kinds)) return false;
    if (kinds.count == 0) return true;
    begin_clause(words);
    buffer_append_text(words, "kinds other than ");
    for (size_t i = 0; i < kinds.count; i++) {
        buffer_append_text(words, joiner(i, kinds.count, " and "));
        buffer_append_slice(words, kinds.items[i]);
    }
    return true;
}

static void append_days(const struct answer_coverage *row, struct buffer *words) {
    bool begins = !slice_is_empty(row->start), ends = !slice_is_empty(row->end) && !slice_is(row->end, "..");
    if (begins) {
        begin_clause(words);
        buffer_append_text(words, "what was before ");
        buffer_append_slice(words, row->start);
    }
    if (!ends) return;
    buffer_append_text(words, begins ? " or after " : words->size ? "; what was after " : "what was after ");
    buffer_append_slice(words, row->end);
}

static enum status fill_row(struct asker *asker, const struct record *record, struct arena *arena,
                            struct answer_coverage *row, struct error *error) {
    struct buffer words;
    *row = (struct answer_coverage){
        record_get(record, COVERAGE_DATASET), record_get(record, COVERAGE_COUNTRIES), record_get(record, COVERAGE_KINDS),
        record_get(record, COVERAGE_START), record_get(record, COVERAGE_END), record_get(record, COVERAGE_NOTE), SLICE_NONE, SLICE_NONE,
        SLICE_NONE};
    buffer_init(&words);
    enum status status = append_countries(asker, arena, row, &words, error);
    bool good = append_kinds(arena, row->kinds, &words);
    good = good && !buffer_failed(&words) && arena_copy(arena, buffer_slice(&words), &row->not_but_days);
    append_days(row, &words);
    if (status == STATUS_OK && (!good || buffer_failed(&words) || !arena_copy(arena, buffer_slice(&words), &row->not_covered)))
        status = ask_no_memory(error);
    buffer_free(&words);
    return status;
}

enum status ask_coverage(struct asker *asker, const struct query *query, struct arena *arena, struct answer_coverage **rows, size_t *count,
                         struct error *error) {
    struct record *records;
    *count = 0;
    enum status status = store_list_bearing(asker->store, query, arena, &records, count, error);
    if (status != STATUS_OK) return status;
    *rows = arena_alloc_array(arena, *count + 1, sizeof **rows);
    if (!*rows) return ask_no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < *count; i++)
        status = fill_row(asker, &records[i], arena, &(*rows)[i], error);
    return status;
}
