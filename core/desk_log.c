/* log: what was done to the record, revision after revision; log ID: what each of them made of one record. */
#include "desk.h"

#include "ask/history.h"
#include "desk_log.h"

/* ---- which revisions ----------------------------------------------------------------------------------------- */

enum { PEOPLE_LIMIT = 20, DAY_SECONDS = 86400 };

/* Of the options. Times are compared as texts: all have the same form. */
struct choice {
    char from[FRONT_MOMENT], to[FRONT_MOMENT]; /* "": no bound */
    int64_t after;                             /* 0: from the begin */
    int64_t limit;                             /* -1: none */
    bool reverse;                              /* oldest first */
};

static enum status parse_bound(struct desk *desk, const char *option, const char *text, bool upper, char out[FRONT_MOMENT]) {
    int64_t first, last;
    out[0] = '\0';
    if (!text) return STATUS_OK;
    enum status status = desk_parse_days(desk, option, text, 0, &first, &last);
    int64_t day = upper ? last : first;
    if (status != STATUS_OK || day < INT64_MIN / DAY_SECONDS || day > INT64_MAX / DAY_SECONDS - 1) return status;
    front_format_moment(day * DAY_SECONDS + (upper ? DAY_SECONDS - 1 : 0), out);
    desk_tell(desk, option + 2, slice_from(text), false);
    return STATUS_OK;
}

static enum status read_choice(struct desk *desk, struct choice *choice) {
    const struct detente_filters *filters = &desk->request->filters;
    int64_t usual = desk->answer->writer.class->for_people ? PEOPLE_LIMIT : -1;
    *choice = (struct choice){.reverse = filters->reverse};
    enum status status = parse_bound(desk, "--from", filters->from, false, choice->from);
    if (status == STATUS_OK) status = parse_bound(desk, "--to", filters->to, true, choice->to);
    if (status == STATUS_OK && filters->from && filters->to && choice->from[0] && choice->to[0] &&
        slice_compare(slice_from(choice->from), slice_from(choice->to)) > 0) {
        error_set(desk->error, STATUS_USAGE, "--from %.40s lies after --to %.40s", filters->from, filters->to);
        error_advise(desk->error, "give the earlier date first");
        return STATUS_USAGE;
    }
    if (status == STATUS_OK) status = desk_parse_count(desk, "--limit", filters->limit, 0, usual, &choice->limit);
    if (status == STATUS_OK) status = desk_parse_count(desk, "--after", filters->after, 0, 0, &choice->after);
    if (filters->limit) desk_tell_raw(desk, "limit", desk_number_text(desk, choice->limit));
    if (filters->after) desk_tell(desk, "after", desk_number_text(desk, choice->after), false);
    if (filters->reverse) desk_tell_raw(desk, "reverse", SLICE_OF("true"));
    return status;
}

static bool is_in_time(const struct choice *choice, struct slice time) {
    if (!choice->from[0] && !choice->to[0]) return true;
    if (slice_is_empty(time)) return false;
    return (!choice->from[0] || slice_compare(time, slice_from(choice->from)) >= 0) &&
           (!choice->to[0] || slice_compare(time, slice_from(choice->to)) <= 0);
}

static bool is_behind(const struct choice *choice, int64_t revision) {
    if (choice->after == 0) return true;
    return choice->reverse ? revision > choice->after : revision < choice->after;
}

/* ---- the log ---------------------------------------------------------------------------------------------------- */

enum { PART_REVISIONS, PART_LEFT };
static const struct answer_part log_parts[] = {
    [PART_REVISIONS] = {.name = "revisions", .shape = &revision_shape, .is_table = true},
    [PART_LEFT] = {.name = "", .shape = &left_shape, .single = true},
};

struct telling {
    struct desk *desk;
    struct choice choice;
    int64_t told, left, last;
};

/* Those beyond the limit are only counted. */
static enum status tell_revision(void *context, const struct store_revision *revision, struct error *error) {
    struct telling *telling = context;
    struct desk *desk = telling->desk;
    struct answer_revision answer;
    if (!is_in_time(&telling->choice, revision->time)) return STATUS_OK;
    if (telling->choice.limit >= 0 && telling->told == telling->choice.limit) {
        telling->left++;
        return STATUS_OK;
    }
    struct arena_mark mark = arena_mark(&desk->answer->scratch);
    enum status status = ask_revision(revision, &desk->answer->scratch, &answer, error);
    if (status == STATUS_OK)
        status = ask_revision_records(desk->database->store, &desk->answer->scratch, &answer, error);
    if (status == STATUS_OK) status = desk_entry(desk, &log_parts[PART_REVISIONS], &answer);
    arena_rewind(&desk->answer->scratch, mark);
    telling->told++;
    telling->last = revision->number;
    return status;
}

/* Without bounds of time numbers say what lies behind the limit, and nothing there is read. */
static void cut_range(struct telling *telling, int64_t *first, int64_t *last) {
    const struct choice *choice = &telling->choice;
    int64_t count = *last >= *first ? *last - *first + 1 : 0;
    if (choice->from[0] || choice->to[0] || choice->limit < 0 || count <= choice->limit) return;
    telling->left = count - choice->limit;
    if (choice->reverse) *last = *first + choice->limit - 1;
    else *first = *last - choice->limit + 1;
}

static enum status tell_left(struct desk *desk, const struct answer_part *part, int64_t left, int64_t last) {
    struct answer_left entry = {SHAPE_UNKNOWN, SLICE_NONE};
    if (left) entry = (struct answer_left){shape_count(left), desk_number_text(desk, last)};
    return desk_entry(desk, part, &entry);
}

static enum status say_empty(struct desk *desk, const struct choice *choice, int64_t latest) {
    if (latest == 0)
        return error_set(desk->error, STATUS_NOT_FOUND, "the log is empty: nothing was done to the record since it began");
    if (choice->from[0] || choice->to[0])
        return error_set(desk->error, STATUS_NOT_FOUND, "nothing was done to the record in that time");
    return error_set(desk->error, STATUS_NOT_FOUND, "no revision is %s than %lld", choice->reverse ? "newer" : "older",
                     (long long)choice->after);
}

static enum status tell_log(struct desk *desk) {
    struct telling telling = {.desk = desk};
    int64_t latest = 0;
    enum status status = read_choice(desk, &telling.choice);
    if (status == STATUS_OK) status = store_find_revision(desk->database->store, &latest, desk->error);
    if (status == STATUS_OK) status = desk_begin(desk, log_parts, sizeof log_parts / sizeof *log_parts);
    if (status != STATUS_OK) return status;
    const struct choice *choice = &telling.choice;
    int64_t first = choice->after && choice->reverse ? choice->after + 1 : 1;
    int64_t last = choice->after && !choice->reverse && choice->after <= latest ? choice->after - 1 : latest;
    cut_range(&telling, &first, &last);
    if (first <= last)
        status = store_each_revision(desk->database->store, first, last, !choice->reverse, tell_revision, &telling,
                                     desk->error);
    if (status == STATUS_OK) status = tell_left(desk, &log_parts[PART_LEFT], telling.left, telling.last);
    return status == STATUS_OK && telling.told + telling.left == 0 ? say_empty(desk, choice, latest) : status;
}

/* ---- one record -------------------------------------------------------------------------------------------------- */

enum { PART_SUBJECT, PART_HISTORY, PART_ROWS, PART_HISTORY_LEFT };
static const struct answer_part history_parts[] = {
    [PART_SUBJECT] = {.name = "", .shape = &subject_shape, .single = true},
    [PART_HISTORY] = {.name = "history", .shape = &history_shape},
    [PART_ROWS] = {.shape = &history_row_shape, .is_table = true},
    [PART_HISTORY_LEFT] = {.name = "", .shape = &left_shape, .single = true},
};

static enum status name_record(struct desk *desk, const struct record *record, struct slice *name) {
    struct buffer text;
    buffer_init(&text);
    record_append_name(&text, record);
    bool good = !buffer_failed(&text) && arena_copy(&desk->answer->arena, buffer_slice(&text), name);
    buffer_free(&text);
    return good ? STATUS_OK : error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
}

/* What a word that no entry of the log has is the name of now; NOT_FOUND when of nothing. */
static enum status find_name(struct desk *desk, struct slice word, struct slice *name) {
    struct arena *arena = &desk->answer->arena;
    struct stored_event event;
    struct record record;
    struct error several = {0};
    bool found = false;
    enum status status = store_find_event(desk->database->store, word, arena, &event, &found, desk->error);
    if (status != STATUS_OK) return status;
    if (found) return name_record(desk, &event.event, name);
    status = front_find_record(desk->database, arena, word, &record, &found, &several, desk->error);
    if (status != STATUS_OK) return status;
    if (found) return name_record(desk, &record, name);
    if (several.status != STATUS_OK) {
        *desk->error = several;
        return desk->error->status = STATUS_USAGE;
    }
    return front_refuse_unknown(desk->database, arena, word, desk->error);
}

static enum status gather(struct desk *desk, struct slice word, struct front_history *history) {
    struct slice name;
    enum status status = front_gather_history(desk->database, word, INT64_MAX, &desk->answer->arena, history, desk->error);
    if (status != STATUS_OK || history->count) return status;
    status = find_name(desk, word, &name);
    if (status != STATUS_OK || slice_equals(name, word)) return status;
    return front_gather_history(desk->database, name, INT64_MAX, &desk->answer->arena, history, desk->error);
}

static enum status tell_history_entry(struct desk *desk, const struct answer_history *entry) {
    const struct answer_field_change *fields = entry->change.fields.items;
    enum status status = desk_entry(desk, &history_parts[PART_HISTORY], entry);
    for (size_t i = 0; status == STATUS_OK && i < entry->change.fields.count; i++) {
        struct answer_change_row row = ask_change_row(&entry->made, &entry->change, &fields[i]);
        status = desk_entry(desk, &history_parts[PART_ROWS], &row);
    }
    return status;
}

static enum status tell_history_entries(struct telling *telling, const struct front_history *history) {
    const struct choice *choice = &telling->choice;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < history->count; i++) {
        const struct answer_history *entry = &history->entries[choice->reverse ? i : history->count - 1 - i];
        if (!is_in_time(choice, entry->made.time) || !is_behind(choice, entry->made.revision.value)) continue;
        if (choice->limit >= 0 && telling->told == choice->limit) {
            telling->left++;
            continue;
        }
        status = tell_history_entry(telling->desk, entry);
        telling->told++;
        telling->last = entry->made.revision.value;
    }
    return status;
}

enum status desk_tell_history(struct desk *desk, struct front_history *history) {
    struct telling telling = {.desk = desk};
    enum status status = read_choice(desk, &telling.choice);
    if (status == STATUS_OK)
        status = desk_begin(desk, history_parts, sizeof history_parts / sizeof *history_parts);
    /* What came before the log is said behind the oldest entry. */
    if (telling.choice.reverse) history->subject.before_log = false;
    if (status == STATUS_OK) status = desk_entry(desk, &history_parts[PART_SUBJECT], &history->subject);
    if (status == STATUS_OK) status = tell_history_entries(&telling, history);
    if (status == STATUS_OK)
        status = tell_left(desk, &history_parts[PART_HISTORY_LEFT], telling.left, telling.last);
    if (status != STATUS_OK || telling.told + telling.left) return status;
    bool in_time = telling.choice.from[0] || telling.choice.to[0];
    return error_set(desk->error, STATUS_NOT_FOUND, "nothing was done to %.*s %s", (int)history->subject.id.size,
                     history->subject.id.data, history->count == 0 ? "since the log began" : in_time ? "in that time"
                     : telling.choice.reverse ? "after that revision" : "before that revision");
}

static enum status tell_record(struct desk *desk, struct slice word) {
    struct front_history history;
    enum status status = desk_tell_words(desk);
    if (status == STATUS_OK) status = gather(desk, word, &history);
    return status == STATUS_OK ? desk_tell_history(desk, &history) : status;
}

enum status desk_log(struct desk *desk) {
    const struct detente_words *words = &desk->request->words;
    if (words->count > 1) return error_set(desk->error, STATUS_USAGE, "log takes one id, or none");
    return words->count ? tell_record(desk, slice_trim(slice_from(words->items[0]))) : tell_log(desk);
}
