/* The fields of measures, totals and steps, as answers have them (contract, section 4). */
#include "measure.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define AT(member) offsetof(struct measure_seam, member)
static const struct shape_field seam_fields[] = {
    {"id", SHAPE_TEXT, AT(id), NULL, SHAPE_EVERYWHERE},
    {"title", SHAPE_TEXT, AT(title), NULL, SHAPE_EVERYWHERE},
    {"gap_min", SHAPE_COUNT, AT(gap_min), NULL, SHAPE_EVERYWHERE},
    {"gap_max", SHAPE_COUNT, AT(gap_max), NULL, SHAPE_EVERYWHERE},
    {"fault", SHAPE_TEXT, AT(fault), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape measure_seam_shape = {"seam", sizeof(struct measure_seam), seam_fields, COUNT(seam_fields)};

#define AT(member) offsetof(struct answer_measure, member)
static const struct shape_field measure_fields[] = {
    {"id", SHAPE_TEXT, AT(id), NULL, SHAPE_EVERYWHERE},
    {"kind", SHAPE_TEXT, AT(kind), NULL, SHAPE_EVERYWHERE},
    {"title", SHAPE_TEXT, AT(title), NULL, SHAPE_EVERYWHERE},
    {"imposer", SHAPE_TEXT, AT(imposer), NULL, SHAPE_EVERYWHERE},
    {"target", SHAPE_TEXT, AT(target), NULL, SHAPE_EVERYWHERE},
    {"product", SHAPE_LIST, AT(product), NULL, SHAPE_EVERYWHERE},
    {"hs", SHAPE_LIST, AT(hs), NULL, SHAPE_EVERYWHERE},
    {"rate_min", SHAPE_NUMBER, AT(rate_min), NULL, SHAPE_EVERYWHERE},
    {"rate_max", SHAPE_NUMBER, AT(rate_max), NULL, SHAPE_EVERYWHERE},
    {"rate_unit", SHAPE_TEXT, AT(rate_unit), NULL, SHAPE_EVERYWHERE},
    {"base_rate_min", SHAPE_NUMBER, AT(base_rate_min), NULL, SHAPE_EVERYWHERE},
    {"base_rate_max", SHAPE_NUMBER, AT(base_rate_max), NULL, SHAPE_EVERYWHERE},
    {"quota", SHAPE_TEXT, AT(quota), NULL, SHAPE_EVERYWHERE},
    {"excludes", SHAPE_LIST, AT(excludes), NULL, SHAPE_EVERYWHERE},
    {"start", SHAPE_TEXT, AT(start), NULL, SHAPE_EVERYWHERE},
    {"end", SHAPE_TEXT, AT(end), NULL, SHAPE_EVERYWHERE},
    {"ended_by", SHAPE_TEXT, AT(ended_by), NULL, SHAPE_EVERYWHERE},
    {"state", SHAPE_TEXT, AT(state), NULL, SHAPE_EVERYWHERE},
    {"last_confirmed", SHAPE_DAY, AT(last_confirmed), NULL, SHAPE_EVERYWHERE},
    {"days_min", SHAPE_COUNT, AT(days_min), NULL, SHAPE_EVERYWHERE},
    {"days_max", SHAPE_COUNT, AT(days_max), NULL, SHAPE_EVERYWHERE},
    {"basis", SHAPE_TEXT, AT(basis), NULL, SHAPE_EVERYWHERE},
    {"status", SHAPE_TEXT, AT(status), NULL, SHAPE_EVERYWHERE},
    {"release", SHAPE_TEXT, AT(release), NULL, SHAPE_EVERYWHERE},
    {"disputed", SHAPE_FLAG, AT(disputed), NULL, SHAPE_EVERYWHERE},
    {"answers", SHAPE_LIST, AT(answers), NULL, SHAPE_EVERYWHERE},
    {"replaces", SHAPE_ENTRIES, AT(replaces), &measure_seam_shape, SHAPE_EVERYWHERE},
    {"replaced_by", SHAPE_ENTRIES, AT(replaced_by), &measure_seam_shape, SHAPE_EVERYWHERE},
    {"faults", SHAPE_LIST, AT(faults), NULL, SHAPE_TABLE_ONLY},
    {"sources", SHAPE_SOURCES, AT(sources), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape measure_shape = {"measure", sizeof(struct answer_measure), measure_fields, COUNT(measure_fields)};

/* What a total and a step say of the measures that lie on a product together. */
#define SUM_FIELDS \
    {"rate_min", SHAPE_NUMBER, AT(rate_min), NULL, SHAPE_EVERYWHERE}, \
    {"rate_max", SHAPE_NUMBER, AT(rate_max), NULL, SHAPE_EVERYWHERE}, \
    {"rate_unit", SHAPE_TEXT, AT(rate_unit), NULL, SHAPE_EVERYWHERE}, \
    {"quota", SHAPE_TEXT, AT(quota), NULL, SHAPE_EVERYWHERE}, \
    {"excludes", SHAPE_LIST, AT(excludes), NULL, SHAPE_EVERYWHERE}, \
    {"with_base", SHAPE_BOOL, AT(with_base), NULL, SHAPE_EVERYWHERE}, \
    {"state", SHAPE_TEXT, AT(state), NULL, SHAPE_EVERYWHERE}, \
    {"measures", SHAPE_LIST, AT(measures), NULL, SHAPE_EVERYWHERE}, \
    {"without_rate", SHAPE_LIST, AT(without_rate), NULL, SHAPE_EVERYWHERE}, \
    {"disputed", SHAPE_FLAG, AT(disputed), NULL, SHAPE_EVERYWHERE}, \
    {"partly", SHAPE_LIST, AT(partly), NULL, SHAPE_EVERYWHERE}, \
    {"replaced", SHAPE_LIST, AT(replaced), NULL, SHAPE_EVERYWHERE}

#define AT(member) offsetof(struct answer_total, member)
static const struct shape_field total_fields[] = {
    {"imposer", SHAPE_TEXT, AT(imposer), NULL, SHAPE_EVERYWHERE},
    {"target", SHAPE_TEXT, AT(target), NULL, SHAPE_EVERYWHERE},
    {"product", SHAPE_TEXT, AT(product), NULL, SHAPE_EVERYWHERE},
    SUM_FIELDS,
};
#undef AT
const struct shape total_shape = {"total", sizeof(struct answer_total), total_fields, COUNT(total_fields)};

#define AT(member) offsetof(struct answer_step, member)
static const struct shape_field step_fields[] = {
    {"imposer", SHAPE_TEXT, AT(imposer), NULL, SHAPE_EVERYWHERE},
    {"target", SHAPE_TEXT, AT(target), NULL, SHAPE_EVERYWHERE},
    {"product", SHAPE_TEXT, AT(product), NULL, SHAPE_EVERYWHERE},
    {"from", SHAPE_DAY, AT(from), NULL, SHAPE_EVERYWHERE},
    {"to", SHAPE_DAY, AT(to), NULL, SHAPE_EVERYWHERE},
    SUM_FIELDS,
    {"sources", SHAPE_SOURCES, AT(sources), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape step_shape = {"step", sizeof(struct answer_step), step_fields, COUNT(step_fields)};

static const struct shape_field day_fields[] = {
    {"on", SHAPE_TEXT, offsetof(struct measure_day, on), NULL, SHAPE_EVERYWHERE},
};
const struct shape measure_day_shape = {"day", sizeof(struct measure_day), day_fields, COUNT(day_fields)};

static const struct shape_field time_fields[] = {
    {"from", SHAPE_DAY, offsetof(struct measure_time, from), NULL, SHAPE_EVERYWHERE},
    {"to", SHAPE_DAY, offsetof(struct measure_time, to), NULL, SHAPE_EVERYWHERE},
};
const struct shape measure_time_shape = {"time", sizeof(struct measure_time), time_fields, COUNT(time_fields)};
