/* Spans of numbers and parts of the earth: from words to bounds, and what lies in them. */
#include "query.h"

#include <float.h>

#include "../base/number.h"

static int shown(struct slice text) { return (int)(text.size < 80 ? text.size : 80); }

/* ---- spans ---------------------------------------------------------------------------------------- */

static enum status refuse_span(struct slice text, const char *option, struct error *error) {
    error_set(error, STATUS_USAGE, "%s takes two numbers with a slash between them, not \"%.*s\"", option, shown(text),
              text.data);
    error_advise(error, "write %s -10/-5, or leave one out: 5/ is 5 and above, /0 is 0 and below", option);
    return STATUS_USAGE;
}

static bool parse_side(struct slice text, double *value) {
    text = slice_trim(text);
    return slice_is_empty(text) || number_parse(text, value);
}

enum status query_parse_span(struct slice text, const char *option, struct query_span *span, struct error *error) {
    size_t slash = slice_find(text, '/');
    struct slice low = slice_trim(slice_part(text, 0, slash)), high = slice_trim(slice_part(text, slash + 1, text.size));
    *span = (struct query_span){text, -DBL_MAX, DBL_MAX};
    if (slice_is_empty(text)) return STATUS_OK;
    if (slash == text.size || (slice_is_empty(low) && slice_is_empty(high)) || !parse_side(low, &span->low) ||
        !parse_side(high, &span->high))
        return refuse_span(text, option, error);
    if (span->low <= span->high) return STATUS_OK;
    error_set(error, STATUS_USAGE, "%s \"%.*s\" has its higher end first", option, shown(text), text.data);
    error_advise(error, "write %s %.*s/%.*s", option, shown(high), high.data, shown(low), low.data);
    return STATUS_USAGE;
}

bool query_is_in_span(const struct query_span *span, double value) { return value >= span->low && value <= span->high; }

/* ---- boxes ---------------------------------------------------------------------------------------- */

enum { SOUTH, WEST, NORTH, EAST, SIDES };

static bool parse_sides(struct slice text, double sides[SIDES]) {
    for (int i = 0; i < SIDES; i++) {
        size_t comma = slice_find(text, ',');
        if ((comma == text.size) != (i == SIDES - 1)) return false;
        if (!number_parse(slice_trim(slice_part(text, 0, comma)), &sides[i])) return false;
        text = slice_part(text, comma + 1, text.size);
    }
    return true;
}

static bool is_within(double value, double most) { return value >= -most && value <= most; }

enum status query_parse_box(struct slice text, struct query_box *box, struct error *error) {
    double sides[SIDES] = {0};
    *box = (struct query_box){.text = text};
    if (slice_is_empty(text)) return STATUS_OK;
    if (!parse_sides(text, sides)) {
        error_set(error, STATUS_USAGE, "--box takes four numbers with commas between them, not \"%.*s\"", shown(text),
                  text.data);
        error_advise(error, "write south, west, north and east in degrees: --box 18,73,54,135");
        return STATUS_USAGE;
    }
    *box = (struct query_box){text, sides[SOUTH], sides[WEST], sides[NORTH], sides[EAST]};
    bool latitudes = is_within(box->south, 90) && is_within(box->north, 90);
    if (latitudes && box->south <= box->north && is_within(box->west, 180) && is_within(box->east, 180)) return STATUS_OK;
    if (latitudes && box->south > box->north)
        error_set(error, STATUS_USAGE, "the south of the box %.*s lies north of its north", shown(text), text.data);
    else if (!latitudes)
        error_set(error, STATUS_USAGE, "latitudes go from -90 to 90, those of the box %.*s do not", shown(text), text.data);
    else
        error_set(error, STATUS_USAGE, "longitudes go from -180 to 180, those of the box %.*s do not", shown(text),
                  text.data);
    error_advise(error, "the order is south,west,north,east; across the antimeridian west is greater than east");
    return STATUS_USAGE;
}

static bool is_between_sides(const struct query_box *box, double longitude) {
    if (box->west <= box->east) return longitude >= box->west && longitude <= box->east;
    return longitude >= box->west || longitude <= box->east;
}

/* 180 degrees east are 180 degrees west. */
bool query_is_in_box(const struct query_box *box, double latitude, double longitude) {
    bool opposite = longitude <= -180 || longitude >= 180;
    return latitude >= box->south && latitude <= box->north &&
           (is_between_sides(box, longitude) || (opposite && is_between_sides(box, -longitude)));
}
