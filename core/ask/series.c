/* A series: what is asked, counted in one pass over the events, then told period by period. */
#include "series_inside.h"

#include "inside.h"

/* ---- shapes ---------------------------------------------------------------------------------------------------- */

#define AT(member) offsetof(struct answer_stretch, member)
static const struct shape_field stretch_fields[] = {
    {"start", SHAPE_DAY, AT(start), NULL, SHAPE_EVERYWHERE},
    {"end", SHAPE_DAY, AT(end), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape stretch_shape = {"stretch", sizeof(struct answer_stretch), stretch_fields,
                                    sizeof stretch_fields / sizeof *stretch_fields};

#define AT(member) offsetof(struct answer_series, member)
static const struct shape_field series_fields[] = {
    {"pair", SHAPE_LIST, AT(pair), NULL, SHAPE_EVERYWHERE},
    {"by", SHAPE_TEXT, AT(by), NULL, SHAPE_EVERYWHERE},
    {"measure", SHAPE_TEXT, AT(measure), NULL, SHAPE_EVERYWHERE},
    {"start", SHAPE_DAY, AT(start), NULL, SHAPE_EVERYWHERE},
    {"end", SHAPE_DAY, AT(end), NULL, SHAPE_EVERYWHERE},
    {"events", SHAPE_COUNT, AT(events), NULL, SHAPE_EVERYWHERE},
    {"undatable", SHAPE_COUNT, AT(undatable), NULL, SHAPE_EVERYWHERE},
    {"uncertain", SHAPE_COUNT, AT(uncertain), NULL, SHAPE_EVERYWHERE},
    {"unconfirmed", SHAPE_COUNT, AT(unconfirmed), NULL, SHAPE_EVERYWHERE},
    {"unrated", SHAPE_COUNT, AT(unrated), NULL, SHAPE_EVERYWHERE},
    {"covered", SHAPE_ENTRIES, AT(covered), &stretch_shape, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape series_shape = {"series", sizeof(struct answer_series), series_fields,
                                   sizeof series_fields / sizeof *series_fields};

#define AT(member) offsetof(struct answer_point, member)
static const struct shape_field point_fields[] = {
    {"period", SHAPE_TEXT, AT(period), NULL, SHAPE_EVERYWHERE},
    {"kind", SHAPE_TEXT, AT(kind), NULL, SHAPE_EVERYWHERE},
    {"value", SHAPE_NUMBER, AT(value), NULL, SHAPE_EVERYWHERE},
    {"value_max", SHAPE_NUMBER, AT(value_max), NULL, SHAPE_EVERYWHERE},
};
static const struct shape_field directed_fields[] = {
    {"period", SHAPE_TEXT, AT(period), NULL, SHAPE_EVERYWHERE},
    {"kind", SHAPE_TEXT, AT(kind), NULL, SHAPE_EVERYWHERE},
    {"direction", SHAPE_TEXT, AT(direction), NULL, SHAPE_EVERYWHERE},
    {"value", SHAPE_NUMBER, AT(value), NULL, SHAPE_EVERYWHERE},
    {"value_max", SHAPE_NUMBER, AT(value_max), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape point_shape = {"point", sizeof(struct answer_point), point_fields,
                                  sizeof point_fields / sizeof *point_fields};
const struct shape directed_point_shape = {"point", sizeof(struct answer_point), directed_fields,
                                           sizeof directed_fields / sizeof *directed_fields};

/* ---- the question ----------------------------------------------------------------------------------------------- */

/* Tariffs are looked for by the days on which they can be in force, and never on days to come. */
static void ask_for_tariffs(struct series *series) {
    series->tariff = SLICE_OF("tariff");
    struct query *query = &series->query;
    if (query->kinds.count == 0) query->kinds = (struct slice_list){&series->tariff, 1};
    if (series->to > series->request->today) series->to = series->request->today;
    query->has_range = true;
    query->from = series->from;
    query->to = series->to;
    query->match = MATCH_OVERLAPS;
}

static void prepare(struct series *series) {
    const struct series_request *request = series->request;
    struct query *query = &series->query;
    *query = *request->query;
    query->reverse = false;
    query->limit = -1;
    query->after = SLICE_NONE;
    series->from = query->has_range ? query->from : DAY_MIN;
    series->to = query->has_range ? query->to : DAY_MAX;
    if (request->measure == SERIES_TARIFF) ask_for_tariffs(series);
    series->grain_count = request->by_given ? 1 : 2;
    series->grains[0].by = request->by_given ? request->by : SERIES_YEAR;
    series->grains[1].by = SERIES_MONTH;
}

enum status ask_series(struct asker *asker, const struct series_request *request, const struct series_visitor *visitor,
                       struct error *error) {
    struct series series = {.asker = asker, .request = request};
    arena_init(&series.arena);
    arena_init(&series.kinds.memory);
    prepare(&series);
    enum status status = STATUS_OK;
    if (series.from <= series.to)
        status = request->measure == SERIES_TARIFF ? series_count_tariffs(&series, error)
                                                   : series_count_events(&series, error);
    if (status == STATUS_OK) status = series_tell(&series, visitor, error);
    for (size_t i = 0; i < series.grain_count; i++) series_table_free(&series.grains[i].table);
    series_kinds_free(&series.kinds);
    arena_free(&series.arena);
    return status;
}
