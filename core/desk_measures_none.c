/* inforce and tariffs where nothing is found: whether that means that nothing was in force.
 *
 * A word that no measure has, or codes where measures give none, make the answer empty whatever was in force, so that
 * coverage is not spoken of. Looks again with less asked for, only here. */
#include "desk_measures.h"

#include <stdio.h>
#include "time/edtf.h"

static enum status no_memory(struct desk *desk) { return error_set(desk->error, STATUS_NO_MEMORY, "out of memory"); }

bool measures_is_code(struct slice text) {
    size_t digits = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '.' && (text.data[i] < '0' || text.data[i] > '9')) return false;
        digits += text.data[i] != '.';
    }
    return digits > 0;
}

/* Those of the items that are codes, or those that are words. */
static void append_quoted(struct buffer *text, const char *before, const struct slice_list *items, bool codes) {
    for (size_t i = 0; i < items->count && text->size < 300; i++) {
        struct slice item = items->items[i];
        if (measures_is_code(item) != codes) continue;
        buffer_append_text(text, before);
        buffer_append_byte(text, '"');
        buffer_append_slice(text, slice_part(item, 0, item.size < 60 ? item.size : 60));
        buffer_append_byte(text, '"');
        before = " or ";
    }
}

/* "no tariff on "pork" of HS "1001" is in force on 2020-02-05" */
static void append_nothing(struct buffer *text, const struct measures *measures, const char *when) {
    buffer_append_text(text, measures->tariffs_only ? "no tariff" : "no measure");
    append_quoted(text, " on ", &measures->told.products, false);
    append_quoted(text, " of HS ", &measures->told.products, true);
    append_quoted(text, " of HS ", &measures->request.hs, true);
    buffer_append_byte(text, ' ');
    buffer_append_text(text, when);
}

/* Those from first up to end; whole names only, as long as they fit. */
static size_t append_names(char *text, size_t size, size_t used, const struct store_names *names, size_t first,
                           size_t end) {
    const char *sign = "";
    for (size_t i = first; i < end; i++) {
        struct slice name = names->like[i];
        if (used + strlen(sign) + name.size >= size) continue;
        used += (size_t)snprintf(text + used, size - used, "%s%.*s", sign, (int)name.size, name.data);
        sign = ", ";
    }
    return used;
}

static enum status refuse_product(struct measures *measures, struct slice word, const struct store_names *names) {
    struct error *error = measures->desk->error;
    char remedy[sizeof error->remedy];
    size_t used = 0, told = 0, room = sizeof remedy - 40; /* for the words behind names */
    error_set(error, STATUS_NOT_FOUND, "no measure in the record names the product \"%.*s\"",
              (int)(word.size < 60 ? word.size : 60), word.data);
    if (names->count == 0) {
        error_advise(error, "no measure here names a product; ask without --product");
        return STATUS_NOT_FOUND;
    }
    if (names->near) {
        size_t before = (size_t)snprintf(remedy, sizeof remedy, "did you mean ");
        told = names->near < 3 ? names->near : 3;
        used = append_names(remedy, room, before, names, 0, told);
        used = used == before ? 0 : used + (size_t)snprintf(remedy + used, sizeof remedy - used, "?");
    }
    if (told < names->count) {
        used += (size_t)snprintf(remedy + used, sizeof remedy - used, "%sproducts here: ", used ? " other " : "");
        used = append_names(remedy, room, used, names, told, names->count);
        snprintf(remedy + used, sizeof remedy - used, "%s", names->all ? "" : " …");
    }
    error_advise(error, "%s", remedy);
    return STATUS_NOT_FOUND;
}

/* NOT_FOUND when a product is asked for that nothing in the record names. */
static enum status check_products(struct measures *measures) {
    struct desk *desk = measures->desk;
    const struct slice_list *products = &measures->told.products;
    struct store_names names;
    for (size_t i = 0; i < products->count; i++) {
        if (measures_is_code(products->items[i])) continue;
        enum status status = store_find_names(desk->asker.store, "product", products->items[i], &desk->answer->arena,
                                              &names, desk->error);
        if (status != STATUS_OK) return status;
        if (!names.known) return refuse_product(measures, products->items[i], &names);
    }
    return STATUS_OK;
}

/* What the same question finds with less asked for. */
struct look {
    struct buffer *text;
    int64_t first, last; /* the days asked for */
    int64_t count, without_codes;
    int64_t gaps;
};

static enum status look_at_codes(void *context, const struct answer_measure *measure, struct error *error) {
    struct look *look = context;
    (void)error;
    look->count++;
    look->without_codes += slice_is_empty(measure->hs);
    return STATUS_OK;
}

static bool asks_for_codes(const struct measures *measures) {
    const struct slice_list *products = &measures->told.products;
    for (size_t i = 0; i < products->count; i++)
        if (!measures_is_code(products->items[i])) return false;
    return measures->request.hs.count > 0 || products->count > 0;
}

static enum status look_again(struct measures *measures, struct measure_request *request, bool codes,
                              measure_visit *visit, struct look *look) {
    struct query query = measures->told;
    query.limit = -1;
    query.after = SLICE_NONE;
    if (!codes) query.products = request->hs = (struct slice_list){NULL, 0};
    request->query = &query;
    request->book = NULL;
    return ask_measures(&measures->desk->asker, request, visit, look, measures->desk->error);
}

/* A code finds nothing among measures that give none: NOT_FOUND, and no claim is made. */
static enum status check_codes(struct measures *measures, const char *when) {
    struct measure_request request = measures->request;
    struct look look = {.count = 0};
    struct buffer text;
    if (!asks_for_codes(measures)) return STATUS_OK;
    enum status status = look_again(measures, &request, false, look_at_codes, &look);
    if (status != STATUS_OK || look.without_codes == 0) return status;
    buffer_init(&text);
    append_nothing(&text, measures, when);
    if (look.without_codes == look.count)
        buffer_append_format(&text, ", but none of the %lld then gives HS codes", (long long)look.count);
    else
        buffer_append_format(&text, ", but %lld of the %lld then give%s no HS codes", (long long)look.without_codes,
                             (long long)look.count, look.without_codes == 1 ? "s" : "");
    status = error_set(measures->desk->error, STATUS_NOT_FOUND, "%.*s", (int)text.size, text.data);
    error_advise(measures->desk->error, "ask by words: --product WORDS");
    buffer_free(&text);
    return status;
}

enum { LOOK_AROUND = 400 };

static int64_t move_day(int64_t day, int64_t by) {
    return day < DAY_MIN + LOOK_AROUND || day > DAY_MAX - LOOK_AROUND ? day : day + by;
}

static void append_days(struct buffer *text, int64_t first, int64_t last) {
    char digits[EDTF_DAY_SIZE];
    buffer_append_slice(text, (struct slice){digits, edtf_format_day(first, digits)});
    if (first == last) return;
    buffer_append_text(text, "/");
    buffer_append_slice(text, (struct slice){digits, edtf_format_day(last, digits)});
}

/* ": W-4 ended on 2020-02-01 and W-5 began on 2020-02-11", for the first such pair. */
static enum status look_at_gap(void *context, const struct answer_measure *measure, struct error *error) {
    struct look *look = context;
    const struct event_times *times = &measure->event->times;
    const struct measure_seam *seams = measure->replaced_by.items;
    (void)error;
    for (size_t i = 0; i < measure->replaced_by.count; i++) {
        const struct measure_seam *seam = &seams[i];
        bool around = slice_is(seam->fault, "gap") && times->end_max <= look->first && seam->start > look->last;
        if (!around || look->gaps++) continue;
        buffer_append_text(look->text, ": ");
        buffer_append_slice(look->text, measure->id);
        buffer_append_text(look->text, " ended on ");
        append_days(look->text, times->end_min, times->end_max);
        buffer_append_text(look->text, " and ");
        buffer_append_slice(look->text, seam->id);
        buffer_append_text(look->text, ", which replaces it, began on ");
        append_days(look->text, seam->start, seam->start + (seam->gap_max.value - seam->gap_min.value) -
                                                 (times->end_max - times->end_min));
    }
    return STATUS_OK;
}

static enum status append_gap(struct measures *measures, struct buffer *text) {
    struct measure_request request = measures->request;
    struct look look = {.text = text, .first = request.first, .last = request.last};
    const struct query *query = &measures->told;
    bool narrow = query->products.count || request.hs.count || query->has_pair ||
                  (request.imposer_count == 1 && request.target_count == 1);
    if (!narrow) return STATUS_OK;
    request.first = move_day(request.first, -LOOK_AROUND);
    request.last = move_day(request.last, LOOK_AROUND);
    enum status status = look_again(measures, &request, true, look_at_gap, &look);
    if (look.gaps > 1) buffer_append_format(text, " (as %lld others do)", (long long)(look.gaps - 1));
    return status;
}

/* Nothing was found: what that means. */
enum status measures_end_empty(struct measures *measures, const char *when) {
    struct buffer text;
    enum status status = check_products(measures);
    if (status == STATUS_OK) status = check_codes(measures, when);
    if (status != STATUS_OK) return status;
    buffer_init(&text);
    append_nothing(&text, measures, when);
    status = append_gap(measures, &text);
    buffer_append_byte(&text, '\0');
    if (status == STATUS_OK) status = buffer_failed(&text) ? no_memory(measures->desk) : desk_end(measures->desk, text.data);
    buffer_free(&text);
    return status;
}
