/* The record as it was at the end of a day, in UTC. The log knows moments, not days elsewhere. */
#include "past.h"

#include "store/history.h"
#include "time/edtf.h"

enum { DAY_SECONDS = 86400, LAST_DAY = 2932896 /* 9999-12-31, the last that a moment of the log can have */ };

/* ---- the day --------------------------------------------------------------------------------------------------- */

static enum status refuse_date(struct detente *database, struct arena *arena, struct slice text, const struct error *fault,
                               struct error *error) {
    struct stored_event event;
    bool found = false;
    enum status status = store_find_event(database->store, text, arena, &event, &found, error);
    if (status != STATUS_OK) return status;
    error_set(error, STATUS_USAGE, "--as-known-on: \"%.*s\" is no date", (int)(text.size < 60 ? text.size : 60), text.data);
    if (found) error_advise(error, "it asks what the record held on a day, not what happened then: give that day, as 2026-04-10");
    else error_advise(error, "%s", fault->remedy[0] ? fault->remedy : "a day, month or year, as 2026-04-10");
    return STATUS_USAGE;
}

/* The last day of what is written. */
static enum status read_day(struct detente *database, const struct detente_request *request, struct arena *arena, int64_t *day,
                            struct error *error) {
    const struct query_dates dates = {.has_today = true, .today = request->today};
    struct slice text = slice_trim(slice_from(request->details.as_known_on));
    struct error fault = {0};
    int64_t first;
    enum status status = query_parse_range(&dates, arena, text, &first, day, &fault);
    if (status == STATUS_OK && (*day == DAY_MIN || *day == DAY_MAX)) {
        error_set(error, STATUS_USAGE, "--as-known-on: %.*s has no last day", (int)(text.size < 60 ? text.size : 60), text.data);
        error_advise(error, "a day, month or year, as 2026-04-10");
        return STATUS_USAGE;
    }
    if (status == STATUS_OK) return STATUS_OK;
    if (status == STATUS_USAGE) return refuse_date(database, arena, text, &fault, error);
    *error = fault;
    return status;
}

static enum status tell_day(int64_t day, struct arena *arena, struct slice *text, struct error *error) {
    char written[EDTF_DAY_SIZE];
    size_t size = edtf_format_day(day, written);
    return arena_copy(arena, (struct slice){written, size}, text) ? STATUS_OK
         : error_set(error, STATUS_NO_MEMORY, "out of memory");
}

static enum status find_revision(struct detente *database, int64_t day, int64_t *revision, struct error *error) {
    char moment[FRONT_MOMENT];
    if (day > LAST_DAY) return store_find_revision(database->store, revision, error);
    *revision = 0;
    if (day < -LAST_DAY || !front_format_moment(day * DAY_SECONDS + DAY_SECONDS - 1, moment)) return STATUS_OK;
    return store_find_moment(database->store, slice_from(moment), revision, error);
}

/* ---- before the log ---------------------------------------------------------------------------------------------- */

static enum status is_empty(struct store *store, bool *empty, struct error *error) {
    enum status status = STATUS_OK;
    struct arena arena;
    struct slice dossier = SLICE_NONE;
    *empty = true;
    for (int type = 0; status == STATUS_OK && *empty && type < RECORD_PARTY; type++) {
        int64_t count = 0;
        status = store_count(store, (enum record_type)type, &count, error);
        *empty = count == 0;
    }
    arena_init(&arena);
    if (status == STATUS_OK && *empty) status = store_get_dossier(store, &arena, &dossier, error);
    *empty = *empty && slice_is_empty(dossier);
    arena_free(&arena);
    return status;
}

static enum status say_nothing_then(struct detente *database, const struct front_past *past, struct arena *arena,
                                    struct error *error) {
    struct store_revision first;
    bool found = false;
    enum status status = store_get_revision(database->store, 1, arena, &first, &found, error);
    if (status != STATUS_OK) return status;
    error_set(error, STATUS_NOT_FOUND, "nothing found: the record held nothing at the end of %.*s", (int)past->day.size,
              past->day.data ? past->day.data : "");
    if (!found) error_advise(error, "its log is empty");
    else if (first.time.size >= 10) error_advise(error, "its log begins on %.10s", first.time.data);
    return STATUS_NOT_FOUND;
}

enum status front_open_past(struct detente *database, const struct detente_request *request, struct arena *arena,
                            struct front_past *past, struct detente_answer *told, struct error *error) {
    int64_t day = DAY_MAX;
    bool empty = false;
    int64_t latest = 0;
    *past = (struct front_past){.asked = request->details.as_known_on != NULL};
    if (!past->asked) return STATUS_OK;
    enum status status = read_day(database, request, arena, &day, error);
    if (status == STATUS_OK) status = tell_day(day, arena, &past->day, error);
    if (status == STATUS_OK) status = find_revision(database, day, &past->revision, error);
    if (status == STATUS_OK) status = store_find_revision(database->store, &latest, error);
    /* What nothing has changed since is the record itself. */
    if (status == STATUS_OK && past->revision == latest && latest > 0) return STATUS_OK;
    if (status == STATUS_OK) status = store_open_past(database->store, past->revision, &past->database.store, error);
    if (status == STATUS_OK && past->revision == 0) status = is_empty(past->database.store, &empty, error);
    if (status != STATUS_OK || past->revision) return status;
    told->before_log = !empty;
    return empty ? say_nothing_then(database, past, arena, error) : STATUS_OK;
}

void front_close_past(struct front_past *past) {
    store_close(past->database.store);
    past->database.store = NULL;
}
