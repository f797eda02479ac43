/* The manifest of a table of dyads: from what record, by what question and which program it was made. */
#include "dyad_pages.h"

#include "../base/cell.h"
#include "../time/edtf.h"
#include "query_json.h"

static void put_day(struct json_text *json, const char *key, int64_t day) {
    char text[EDTF_DAY_SIZE];
    if (day == DAY_MIN || day == DAY_MAX) return;
    json_put_text(json, key, (struct slice){text, edtf_format_day(day, text)});
}

static void put_filled(struct json_text *json, const char *key, struct slice text) {
    if (text.size) json_put_text(json, key, text);
}

static void put_counts(struct json_text *json, const struct dyad_counts *counts) {
    json_put_integer(json, "rows", counts->rows);
    json_put_integer(json, "pairs", counts->pairs);
    json_put_integer(json, "periods", counts->periods);
    put_day(json, "first_day", counts->first_day);
    put_day(json, "last_day", counts->last_day);
    json_put_integer(json, "events", counts->events);
    json_open(json, "left_out", '{');
    json_put_integer(json, "undatable", counts->undatable);
    json_put_integer(json, "multilateral", counts->many_sided);
    json_put_integer(json, "no_pair_of_states", counts->pairless);
    json_put_integer(json, "planned", counts->planned);
    json_put_integer(json, "denied", counts->denied);
    json_put_integer(json, "cancelled", counts->cancelled);
    json_close(json, '}');
}

static void put_claim(struct json_text *json, const struct record *claim, struct arena *scratch) {
    json_open(json, NULL, '{');
    json_put_text(json, "dataset", record_get(claim, COVERAGE_DATASET));
    json_put_list(json, "countries", record_get(claim, COVERAGE_COUNTRIES), scratch);
    json_put_list(json, "kinds", record_get(claim, COVERAGE_KINDS), scratch);
    put_filled(json, "start", record_get(claim, COVERAGE_START));
    put_filled(json, "end", record_get(claim, COVERAGE_END));
    put_filled(json, "note", record_get(claim, COVERAGE_NOTE));
    json_close(json, '}');
}

static void put_coverage(struct json_text *json, const struct dyad_pages *pages) {
    struct arena scratch;
    arena_init(&scratch);
    json_open(json, "coverage", '[');
    for (size_t i = 0; i < pages->claim_count; i++) put_claim(json, &pages->claims[i], &scratch);
    json_close(json, ']');
    arena_free(&scratch);
}

static void put_file(struct json_text *json, const struct dyad_pages *pages) {
    json_open(json, "table", '{');
    json_put_text(json, "sha256", slice_from(pages->sha256));
    json_put_integer(json, "bytes", (int64_t)pages->size_bytes);
    json_open(json, "columns", '[');
    for (size_t i = 0; i < pages->columns->count; i++) json_put_text(json, NULL, slice_from(pages->columns->items[i].name));
    json_close(json, ']');
    json_close(json, '}');
}

void dyad_manifest_append(struct buffer *out, const struct dyad_pages *pages) {
    struct buffer compact;
    buffer_init(&compact);
    struct json_text json = {&compact, false};
    json_open(&json, NULL, '{');
    json_put_text(&json, "program", SLICE_OF("detente"));
    json_put_text(&json, "version", slice_from(pages->version));
    json_put_text(&json, "format", slice_from(pages->format));
    json_put_key(&json, "query");
    query_json_append(&compact, pages->context);
    json.comma = true;
    put_day(&json, "today", pages->today);
    put_filled(&json, "revision", pages->content);
    if (pages->revision) json_put_integer(&json, "revision_number", pages->revision);
    put_counts(&json, pages->counts);
    put_file(&json, pages);
    put_coverage(&json, pages);
    json_put_text(&json, "command", pages->command);
    json_close(&json, '}');
    if (buffer_failed(&compact)) out->failed = true;
    json_lay_out(out, buffer_slice(&compact), 0, true);
    buffer_append_byte(out, '\n');
    buffer_free(&compact);
}
