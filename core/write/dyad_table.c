/* Rows of dyads as cells. What is not known is NA; 0 only where nothing happened as far as the record claims to know. */
#include "dyad_table.h"

#include "../base/number.h"

enum what {
    YEAR, MONTH, COW, GW, ISO, NAME, COVERED, EVENTS, JOINT, FAMILY, WEIGHT_SUM, WEIGHT_MEAN, INTENSITY_MEAN,
    COOPERATION, CONFLICT, DISPUTED, MENTIONS
};

static const char never[] = "never";
static const char uncovered[] = "none is known, and `covered` is not `all`";
static const char family_uncovered[] = "none is known, and not all of this family is covered or asked for";

static const struct dyad_column fixed[] = {
    {"year", "integer", "year", never, "Astronomical year of the proleptic Gregorian calendar: 1 BC is 0.", YEAR, 0},
    {"month", "integer", "month", never, "1 to 12.", MONTH, 0},
    {"cow1", "integer", "",
     "not a member of the state system in the period", "Correlates of War code of state 1.", COW, 0},
    {"cow2", "integer", "", "likewise", "The same of state 2.", COW, 1},
    {"gw1", "integer", "", "not a member of the state system in the period", "Gleditsch-Ward code of state 1.", GW, 0},
    {"gw2", "integer", "", "likewise", "The same of state 2.", GW, 1},
    {"iso1", "text", "", never,
     "State 1: ISO 3166-1 alpha-3; of a state that is gone its former code; of one that never had a code, "
     "X- and a name.", ISO, 0},
    {"iso2", "text", "", never, "State 2, likewise. Not the two-letter code of ISO 3166-1.", ISO, 1},
    {"name1", "text", "", never, "Name of state 1, as the record has it.", NAME, 0},
    {"name2", "text", "", never, "Name of state 2.", NAME, 1},
    {"covered", "text", "", never,
     "How much of the days and kinds asked for the record claims to cover for this pair: all, part, none.", COVERED, 0},
    {"events", "integer", "events", uncovered,
     "Events of the pair that began in the period. With `covered` other than `all`: those that the record "
     "happens to hold.", EVENTS, 0},
    {"events_joint", "integer", "events", uncovered,
     "Events that neither state began alone. They stand in both directions and count in no other column.", JOINT, 0},
    {NULL, "integer", "events", family_uncovered, NULL, FAMILY, 0},
    {"weight_sum", "decimal", "Goldstein scale", uncovered,
     "Sum of the weights: the intensity of the event where it has one, else the weight of its kind "
     "(below).", WEIGHT_SUM, 0},
    {"weight_mean", "decimal", "Goldstein scale", "there are no events",
     "weight_sum divided by events.", WEIGHT_MEAN, 0},
    {"intensity_mean", "decimal", "Goldstein scale", "no event of the row has an intensity",
     "Mean of the intensities that events carry themselves.", INTENSITY_MEAN, 0},
    {"cooperation_sum", "decimal", "Goldstein scale", uncovered, "Sum of the positive weights.", COOPERATION, 0},
    {"conflict_sum", "decimal", "Goldstein scale", uncovered, "Sum of the negative weights; 0 or below.", CONFLICT, 0},
    {"disputed", "integer", "events", uncovered,
     "Of the events, those on which sources or claims differ.", DISPUTED, 0},
    {"mentions_sum", "integer", "mentions",
     "no event of the row says it, unless there is none and `covered` is `all`", "Sum of the mentions that events carry.", MENTIONS, 0},
};

/* ---- columns ----------------------------------------------------------------------------------------------------- */

static bool name_family(struct arena *arena, size_t family, struct dyad_column *column) {
    struct buffer text;
    const struct kind *kind = dyad_family_at(family);
    column->family = family;
    buffer_init(&text);
    buffer_append_format(&text, "events_%s", kind->path);
    bool good = !buffer_failed(&text) && (column->name = arena_string(arena, buffer_slice(&text))) != NULL;
    buffer_clear(&text);
    buffer_append_format(&text, "Of the events, those of kind `%s` and below it (%s).", kind->path, kind->label);
    good = good && !buffer_failed(&text) && (column->note = arena_string(arena, buffer_slice(&text))) != NULL;
    buffer_free(&text);
    return good;
}

static bool list_families(struct dyad_columns *columns, const struct dyad_column *like, struct arena *arena) {
    bool good = true;
    for (size_t i = 0; good && i < dyad_family_count(); i++) {
        struct dyad_column *column = &columns->items[columns->count++];
        *column = *like;
        good = name_family(arena, i, column);
    }
    return good;
}

bool dyad_columns_list(struct dyad_columns *columns, enum series_by by, bool directed, struct arena *arena) {
    bool good = true;
    columns->count = 0;
    for (size_t i = 0; good && i < sizeof fixed / sizeof *fixed; i++) {
        if ((fixed[i].what == MONTH && by != SERIES_MONTH) || (fixed[i].what == JOINT && !directed)) continue;
        if (fixed[i].what == FAMILY) good = list_families(columns, &fixed[i], arena);
        else columns->items[columns->count++] = fixed[i];
    }
    for (size_t i = 0; i < columns->count; i++)
        columns->fields[i] = (struct shape_field){columns->items[i].name, SHAPE_TEXT, i * sizeof(struct slice), NULL,
                                                  SHAPE_EVERYWHERE};
    columns->shape = (struct shape){"dyad", sizeof(struct dyad_cells_row), columns->fields, columns->count};
    return good;
}

/* ---- cells ------------------------------------------------------------------------------------------------------- */

static struct slice put_integer(bool known, int64_t value, char *number) {
    if (!known) return SLICE_OF("NA");
    return (struct slice){number, number_format_integer(value, number)};
}

static struct slice put_decimal(bool known, double value, char *number) {
    if (!known) return SLICE_OF("NA");
    return (struct slice){number, series_format_number(value, number)};
}

static struct slice put_code(struct slice code) { return slice_is_empty(code) ? SLICE_OF("NA") : code; }

static int64_t year_of(const struct answer_dyad *row) {
    return calendar_from_number(series_first_day(row->by, row->period)).year;
}

static struct slice put_covered(enum dyad_covered covered) {
    return covered == DYAD_ALL ? SLICE_OF("all") : covered == DYAD_PART ? SLICE_OF("part") : SLICE_OF("none");
}

static struct slice fill_cell(const struct dyad_column *column, const struct answer_dyad *row, char *number) {
    const struct dyad_side *side = row->sides[column->family == 1];
    bool some = row->events > 0, known = some || row->complete;
    switch ((enum what)column->what) {
    case YEAR: return put_integer(true, year_of(row), number);
    case MONTH: return put_integer(true, calendar_from_number(series_first_day(row->by, row->period)).month, number);
    case COW: return put_code(side->cow);
    case GW: return put_code(side->gw);
    case ISO: return side->id;
    case NAME: return side->name;
    case COVERED: return put_covered(row->covered);
    case EVENTS: return put_integer(known, row->events, number);
    case JOINT: return put_integer(row->joint > 0 || row->complete, row->joint, number);
    case FAMILY: {
        int64_t events = row->families[column->family].events;
        return put_integer(events > 0 || row->families[column->family].complete, events, number);
    }
    case WEIGHT_SUM: return put_decimal(known, row->weight_sum, number);
    case WEIGHT_MEAN: return put_decimal(some, some ? row->weight_sum / (double)row->events : 0, number);
    case INTENSITY_MEAN: return put_decimal(row->rated > 0, row->rated ? row->intensity_sum / (double)row->rated : 0, number);
    case COOPERATION: return put_decimal(known, row->cooperation_sum, number);
    case CONFLICT: return put_decimal(known, row->conflict_sum, number);
    case DISPUTED: return put_integer(known, row->disputed, number);
    case MENTIONS: return put_integer(row->mentioned > 0 || (row->complete && !some), row->mentions, number);
    }
    return SLICE_NONE;
}

void dyad_columns_fill(const struct dyad_columns *columns, const struct answer_dyad *row, struct dyad_cells_row *cells) {
    for (size_t i = 0; i < columns->count; i++)
        cells->cells[i] = fill_cell(&columns->items[i], row, cells->numbers + i * NUMBER_SIZE);
}
