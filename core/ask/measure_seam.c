/* Where one measure replaces another: does it follow without a day between them or on both? */
#include "measure_inside.h"

#include "../base/cell.h"
#include "../model/list.h"
#include "inside.h"

struct bounds {
    int64_t min, max;
    bool marked;
};

static bool is_day(int64_t day) { return day != DAY_MIN && day != DAY_MAX; }

static bool has_end(const struct event_times *times) {
    return times->end_state == END_GIVEN || times->end_state == END_DERIVED;
}

/* The first day without it. What ended on the day it began was there that day. */
static struct bounds find_end(const struct event_times *times) {
    struct bounds end = {times->end_min, times->end_max, times->end_marked};
    bool one_day = times->start_min == times->start_max && end.min == end.max && end.min == times->start_min;
    if (one_day && is_day(end.min)) end.min = ++end.max;
    return end;
}

static const char *name_fault(const struct measure_seam *seam, bool marked) {
    if (!seam->gap_min.known || !seam->gap_max.known) return "uncertain";
    if (seam->gap_min.value == 0 && seam->gap_max.value == 0) return "";
    if (marked) return "uncertain";
    return seam->gap_min.value > 0 ? "gap" : seam->gap_max.value < 0 ? "overlap" : "uncertain";
}

static void judge_seam(const struct event_times *earlier, const struct event_times *later, struct measure_seam *seam) {
    if (!has_end(earlier)) {
        seam->fault = SLICE_OF("no end");
        return;
    }
    struct bounds end = find_end(earlier);
    if (is_day(later->start_min) && is_day(end.max)) seam->gap_min = shape_count(later->start_min - end.max);
    if (is_day(later->start_max) && is_day(end.min)) seam->gap_max = shape_count(later->start_max - end.min);
    seam->fault = slice_from(name_fault(seam, end.marked || later->start_marked));
}

/* *found is false where the other is no standing measure, or never was one. */
static enum status find_seam(struct asker *asker, const struct answer_event *event, const struct answer_link *link,
                             struct arena *arena, struct measure_seam *seam, bool *found, struct error *error) {
    struct stored_event other;
    struct slice id = record_get(&link->record, link->outgoing ? LINK_TO : LINK_FROM);
    enum status status = store_find_event(asker->store, id, arena, &other, found, error);
    if (status != STATUS_OK || !*found) return status;
    *found = other.times.duration == KIND_STANDING && event_status_is_real(record_get(&other.event, EVENT_STATUS));
    if (!*found) return STATUS_OK;
    *seam = (struct measure_seam){.id = id, .title = record_get(&other.event, EVENT_TITLE),
                                  .start = other.times.start_min};
    if (link->outgoing) judge_seam(&other.times, &event->times, seam);
    else judge_seam(&event->times, &other.times, seam);
    return STATUS_OK;
}

static bool is_replacement(const struct answer_link *link) {
    return slice_is(record_get(&link->record, LINK_RELATION), "replaces");
}

static enum status list_seams(struct asker *asker, const struct answer_event *event, bool outgoing, struct arena *arena,
                              struct shape_entries *seams, struct error *error) {
    size_t most = 0;
    for (size_t i = 0; i < event->link_count; i++)
        most += is_replacement(&event->links[i]) && event->links[i].outgoing == outgoing;
    struct measure_seam *items = arena_alloc_array(arena, most + 1, sizeof *items);
    enum status status = STATUS_OK;
    if (!items) return ask_no_memory(error);
    seams->items = items;
    for (size_t i = 0; status == STATUS_OK && i < event->link_count; i++) {
        bool found = false;
        if (!is_replacement(&event->links[i]) || event->links[i].outgoing != outgoing) continue;
        status = find_seam(asker, event, &event->links[i], arena, &items[seams->count], &found, error);
        seams->count += found;
    }
    return status;
}

static bool add_faults(const struct shape_entries *seams, struct arena *arena, struct slice_list *faults) {
    const struct measure_seam *items = seams->items;
    for (size_t i = 0; i < seams->count; i++) {
        struct buffer text;
        struct slice kept;
        if (slice_is_empty(items[i].fault)) continue;
        buffer_init(&text);
        buffer_append_slice(&text, items[i].fault);
        buffer_append_byte(&text, ' ');
        buffer_append_slice(&text, items[i].id);
        bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), &kept) &&
                    arena_append(arena, faults, kept);
        buffer_free(&text);
        if (!done) return false;
    }
    return true;
}

enum status measure_find_seams(struct asker *asker, const struct answer_event *event, struct arena *arena,
                               struct answer_measure *measure, struct error *error) {
    struct slice_list faults = {NULL, 0};
    enum status status = list_seams(asker, event, true, arena, &measure->replaces, error);
    if (status == STATUS_OK) status = list_seams(asker, event, false, arena, &measure->replaced_by, error);
    if (status != STATUS_OK) return status;
    bool good = add_faults(&measure->replaces, arena, &faults) && add_faults(&measure->replaced_by, arena, &faults);
    return good && list_to_cell(arena, &faults, &measure->faults) ? STATUS_OK : ask_no_memory(error);
}
