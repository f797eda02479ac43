/* The question in an answer, so that the answer can be asked again. Only what was given is told. */
#include "query_json.h"

static void put_list(struct json_text *json, const char *key, const struct slice_list *list) {
    if (list->count == 0)
        return;
    json_open(json, key, '[');
    for (size_t i = 0; i < list->count; i++)
        json_put_text(json, NULL, list->items[i]);
    json_close(json, ']');
}

static void put_flag(struct json_text *json, const char *key, bool given) {
    if (given)
        json_put_bool(json, key, true);
}

static void put_filled(struct json_text *json, const char *key, struct slice text) {
    if (!slice_is_empty(text))
        json_put_text(json, key, text);
}

static const char *name_mode(enum match_mode mode) {
    switch (mode) {
    case MATCH_OVERLAPS: return "overlaps";
    case MATCH_CERTAIN: return "certain";
    case MATCH_STARTS: break;
    }
    return "starts";
}

static void put_range(struct json_text *json, const struct query *query) {
    if (!query->has_range)
        return;
    put_filled(json, "from", query->from_text);
    put_filled(json, "to", query->to_text);
    json_put_text(json, "match", slice_from(name_mode(query->match)));
}

static void put_pair(struct json_text *json, const struct query *query) {
    if (!query->has_pair)
        return;
    json_open(json, "pair", '[');
    json_put_text(json, NULL, query->pair[0].id);
    json_put_text(json, NULL, query->pair[1].id);
    json_close(json, ']');
}

static void put_filters(struct json_text *json, const struct query *query) {
    put_range(json, query);
    put_pair(json, query);
    put_flag(json, "multilateral", query->multilateral);
    put_list(json, "country", &query->countries);
    put_list(json, "person", &query->people);
    put_list(json, "organization", &query->organizations);
    put_list(json, "role", &query->roles);
    put_list(json, "kind", &query->kinds);
    put_list(json, "status", &query->statuses);
    put_list(json, "tag", &query->tags);
    put_list(json, "place", &query->places);
    put_list(json, "source", &query->sources);
    put_flag(json, "single_source", query->single_source);
    put_flag(json, "disputed", query->disputed);
    put_list(json, "text", &query->texts);
    put_list(json, "product", &query->products);
    put_list(json, "code", &query->codes);
    if (query->min_mentions > 0)
        json_put_integer(json, "min_mentions", query->min_mentions);
    put_filled(json, "intensity", query->intensity.text);
    put_filled(json, "tone", query->tone.text);
    put_filled(json, "box", query->box.text);
    put_flag(json, "distinct", query->distinct);
    if (query->limit >= 0)
        json_put_integer(json, "limit", query->limit);
    put_filled(json, "after", query->after);
    put_flag(json, "reverse", query->reverse);
}

/* What the question has besides filters: "on", "by" … Lists that a scratch arena is too small for are told as text. */
static void put_details(struct json_text *json, const struct write_context *context) {
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; i < context->detail_count; i++) {
        const struct answer_detail *detail = &context->details[i];
        if (slice_is_empty(detail->value))
            continue;
        if (detail->is_raw && slice_is(detail->value, "true"))
            json_put_bool(json, detail->name, true);
        else if (detail->is_raw)
            json_put_number(json, detail->name, detail->value);
        else if (!detail->is_list || !json_put_list(json, detail->name, detail->value, &scratch))
            json_put_text(json, detail->name, detail->value);
    }
    arena_free(&scratch);
}

void query_json_append(struct buffer *out, const struct write_context *context) {
    struct json_text json = {out, false};
    json_open(&json, NULL, '{');
    if (context->command)
        json_put_text(&json, "command", slice_from(context->command));
    put_list(&json, "words", &context->words);
    put_details(&json, context);
    if (context->query)
        put_filters(&json, context->query);
    json_close(&json, '}');
}
