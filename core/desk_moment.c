/* Dates and events' ids in the words of a question, and what status the events must have. */
#include "desk_moment.h"

#include "time/written.h"

/* Is it a date, as EDTF or as people write one? Its marks then. */
static bool read_date(struct arena *arena, struct slice text, struct edtf *date) {
    struct slice edtf;
    bool converted;
    if (edtf_parse(text, date, NULL, NULL) == STATUS_OK) return true;
    return written_to_edtf(arena, text, DATE_ORDER_NONE, &edtf, &converted, NULL) == STATUS_OK &&
           edtf_parse(edtf, date, NULL, NULL) == STATUS_OK;
}

static enum status describe_event(struct desk *desk, struct desk_moment *moment) {
    struct arena *arena = &desk->answer->arena;
    struct stored_event event;
    enum status status = store_find_event(desk->database->store, moment->text, arena, &event, &moment->is_event,
                                          desk->error);
    if (status != STATUS_OK || !moment->is_event) return status;
    moment->marked = event.times.start_marked;
    moment->id = record_get(&event.event, EVENT_ID);
    moment->title = record_get(&event.event, EVENT_TITLE);
    moment->status = record_get(&event.event, EVENT_STATUS);
    return STATUS_OK;
}

enum status desk_read_moment(struct desk *desk, const char *option, const char *text, struct desk_moment *moment) {
    struct arena *arena = &desk->answer->arena;
    struct edtf date;
    *moment = (struct desk_moment){.first = DAY_MIN, .last = DAY_MAX};
    if (!arena_copy(arena, slice_trim(slice_from(text)), &moment->text))
        return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
    enum status status = desk_parse_days(desk, option, text, 0, &moment->first, &moment->last);
    if (status != STATUS_OK) return status;
    if (!read_date(arena, moment->text, &date)) return describe_event(desk, moment);
    moment->marked = date.uncertain || date.approximate;
    return STATUS_OK;
}

static bool has_status(const struct slice_list *statuses, struct slice status) {
    struct slice wanted = slice_is_empty(status) ? SLICE_OF("reported") : status;
    for (size_t i = 0; i < statuses->count; i++)
        if (slice_equals(statuses->items[i], wanted)) return true;
    return false;
}

enum status desk_require_status(struct desk *desk, struct slice id, struct slice status) {
    const struct slice_list *asked = &desk->query.statuses;
    struct slice word = slice_is_empty(status) ? SLICE_OF("reported") : status;
    if (asked->count ? has_status(asked, status) : event_status_is_real(status)) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "%.*s is %.*s, and such events are left out%s", (int)id.size, id.data,
              (int)word.size, word.data, asked->count ? " by --status" : "");
    error_advise(desk->error, "to count it all the same: --status %.*s", (int)word.size, word.data);
    return STATUS_USAGE;
}

enum status desk_refuse_filters(struct desk *desk, const char *why) {
    struct detente_filters others = desk->request->filters;
    others.statuses = (struct detente_words){NULL, 0};
    if (!front_has_filters(&others) && !others.match && !others.multilateral && !others.reverse) return STATUS_OK;
    error_set(desk->error, STATUS_USAGE, "%s takes no filter but --status here", desk->answer->context.command);
    error_advise(desk->error, "%s", why);
    return STATUS_USAGE;
}
