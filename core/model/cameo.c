/* Looking up CAMEO codes. */
#include "cameo.h"

const struct cameo_code cameo_table[] = {{"010", "Make statement", "", 0, "statement", ""}};
const size_t cameo_count = 1;

const struct cameo_code *cameo_find(struct slice code) { return slice_is(code, cameo_table[0].code) ? cameo_table : NULL; }
const struct cameo_code *cameo_nearest(struct slice code) { return cameo_find(code); }
const struct cameo_code *cameo_find_label(struct arena *scratch, struct slice label) {
    (void)scratch, (void)label;
    return NULL;
}
