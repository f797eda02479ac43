/* brief A B: one page on a pair. */
#include "desk.h"

#include "ask/brief.h"

static const struct answer_part parts[BRIEF_PARTS] = {
    [BRIEF_HEAD] = {"", &brief_head_shape, true, false},
    [BRIEF_OFFICES] = {"offices", &holder_shape, false, false},
    [BRIEF_LAST] = {"last", &brief_last_shape, false, false},
    [BRIEF_NEXT] = {"next", &brief_last_shape, false, false},
    [BRIEF_IN_FORCE] = {"in_force", &measure_shape, false, false},
    [BRIEF_HELD] = {"held", &held_shape, false, false},
    [BRIEF_DISPUTED] = {"disputed", &brief_event_shape, false, false},
    [BRIEF_LATEST] = {"latest", &brief_event_shape, false, false},
    [BRIEF_CHAINS] = {"open_chains", &brief_chain_shape, false, false},
    [BRIEF_NOTES] = {"notes", &brief_note_shape, false, false},
};

static enum status take(void *context, enum brief_part part, const void *entry, struct error *error) {
    struct desk *desk = context;
    (void)error;
    desk->entries += part != BRIEF_HEAD && part != BRIEF_NOTES;
    return desk_entry(desk, &parts[part], entry);
}

enum status desk_brief(struct desk *desk) {
    struct slice sides[2];
    struct slice_list pair = {sides, 2};
    struct brief_request request = {.query = &desk->query, .today = desk->request->today};
    if (desk->request->words.count != 2)
        return error_set(desk->error, STATUS_USAGE, "brief takes two countries or organizations");
    for (size_t i = 0; i < 2; i++) sides[i] = slice_trim(slice_from(desk->request->words.items[i]));
    enum status status = desk_build_query(desk, &pair);
    if (status == STATUS_OK)
        status = desk_parse_days(desk, "--on", desk->request->details.on, desk->request->today, &request.first, &request.last);
    if (status != STATUS_OK) return status;
    desk->query.as_happened = true;
    desk->query.public_only = desk->answer->writer.class->publishes;
    desk->query.public_on = desk->request->today;
    if (request.first == DAY_MIN || request.last == DAY_MAX) {
        error_set(desk->error, STATUS_USAGE, "--on needs a day, or a date with a beginning and an end");
        return STATUS_USAGE;
    }
    desk_tell(desk, "on", desk->request->details.on ? slice_trim(slice_from(desk->request->details.on))
                                                    : desk_day_text(desk, request.first), false);
    status = desk_begin(desk, parts, BRIEF_PARTS);
    if (status == STATUS_OK) status = ask_brief(&desk->asker, &request, take, desk, desk->error);
    return status == STATUS_OK ? desk_end(desk, "the record holds nothing of this pair up to that day") : status;
}
