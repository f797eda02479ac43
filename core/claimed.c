/* What the record claims to hold, in words, for an answer that is empty. */
#include "front.h"

#include "ask/series.h"
#include "base/cell.h"
#include "write/text_date.h"
#include "write/text_stretches.h"

/* A remedy is read at a glance. */
enum { WORDS_MAX = 220, SETS_TOLD = 3, KINDS_TOLD = 2, COUNTRIES_TOLD = 3, STRETCHES_TOLD = 2 };

struct wording {
    struct asker *asker;
    struct arena *arena;
    struct buffer text;
    struct error *error;
};

/* "tariffs", "agreements"; of a kind below another its label as it is. */
static void append_kind(struct buffer *text, struct slice path) {
    const struct kind *kind = kind_find(path);
    if (!kind || !slice_is(path, kind->path)) {
        buffer_append_slice(text, path);
        return;
    }
    struct slice label = slice_from(kind->label);
    for (size_t i = 0; i < label.size; i++) {
        bool capital = i == 0 && label.data[0] >= 'A' && label.data[0] <= 'Z';
        buffer_append_byte(text, capital ? (char)(label.data[0] - 'A' + 'a') : label.data[i]);
    }
    char last = label.size ? label.data[label.size - 1] : 's';
    if (slice_find(path, '.') < path.size || last == 's' || last == 'd') return;
    if (last == 'y') {
        if (!buffer_failed(text)) text->size--;
        buffer_append_text(text, "ie");
    }
    buffer_append_byte(text, 's');
}

static const char *joiner(size_t i, size_t count) { return i == 0 ? "" : i + 1 == count ? " and " : ", "; }

static enum status append_countries(struct wording *wording, struct slice cell) {
    struct slice_list ids;
    enum status status = STATUS_OK;
    if (!cell_parse_list(wording->arena, cell, &ids)) return error_set(wording->error, STATUS_NO_MEMORY, "out of memory");
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++) {
        struct slice name;
        status = ask_name(wording->asker, RECORD_COUNTRY, ids.items[i], &name, wording->error);
        if (status == STATUS_OK && slice_equals(name, ids.items[i]))
            status = ask_name(wording->asker, RECORD_ORGANIZATION, ids.items[i], &name, wording->error);
        if (status != STATUS_OK) break;
        buffer_append_text(&wording->text, i == 0 ? " of " : joiner(i, ids.count));
        buffer_append_slice(&wording->text, name);
    }
    return status;
}

/* " (13 Oct 1970 to 7 Apr 2026)" */
static void append_days(struct buffer *text, const struct record *row) {
    struct slice start = record_get(row, COVERAGE_START), end = record_get(row, COVERAGE_END);
    bool ends = !slice_is_empty(end) && !slice_is(end, "..");
    if (slice_is_empty(start) && !ends) return;
    buffer_append_text(text, slice_is_empty(start) ? " (until " : ends ? " (" : " (from ");
    if (!slice_is_empty(start)) text_date_append(text, start, " ");
    if (!slice_is_empty(start) && ends) buffer_append_text(text, " to ");
    if (ends) text_date_append(text, end, " ");
    buffer_append_byte(text, ')');
}

static enum status append_what(struct wording *wording, const struct record *row) {
    struct slice_list kinds;
    if (!cell_parse_list(wording->arena, record_get(row, COVERAGE_KINDS), &kinds))
        return error_set(wording->error, STATUS_NO_MEMORY, "out of memory");
    if (kinds.count == 0) buffer_append_text(&wording->text, "everything");
    for (size_t i = 0; i < kinds.count; i++) {
        buffer_append_text(&wording->text, joiner(i, kinds.count));
        append_kind(&wording->text, kinds.items[i]);
    }
    append_days(&wording->text, row);
    return STATUS_OK;
}

static bool same_countries(const struct record *a, const struct record *b) {
    return slice_equals(record_get(a, COVERAGE_COUNTRIES), record_get(b, COVERAGE_COUNTRIES));
}

/* The rows from the first on that speak of the same countries, with these named once. */
static enum status append_group(struct wording *wording, const struct record *rows, size_t count) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        buffer_append_text(&wording->text, joiner(i, count));
        status = append_what(wording, &rows[i]);
    }
    return status == STATUS_OK ? append_countries(wording, record_get(&rows[0], COVERAGE_COUNTRIES)) : status;
}

static enum status append_rows(struct wording *wording, const struct record *rows, size_t count) {
    enum status status = STATUS_OK;
    bool only = true; /* "only everything" would say nothing */
    for (size_t i = 0; i < count; i++) only = only && record_has(&rows[i], COVERAGE_KINDS);
    buffer_append_text(&wording->text, only ? "it claims to hold only " : "it claims to hold ");
    for (size_t i = 0, same; status == STATUS_OK && i < count; i += same) {
        for (same = 1; i + same < count && same_countries(&rows[i], &rows[i + same]);) same++;
        buffer_append_text(&wording->text, i ? ", and " : "");
        status = append_group(wording, &rows[i], same);
    }
    buffer_append_text(&wording->text, "; all else is a selection");
    return status;
}

/* ---- by data sets ----------------------------------------------------------------------------------------------- */

/* The claims of one data set, that come one after the other. */
struct data_set {
    const struct record *rows;
    size_t count;
};

static bool same_field(const struct data_set *set, int field) {
    for (size_t i = 1; i < set->count; i++)
        if (!slice_equals(record_get(&set->rows[i], field), record_get(&set->rows[0], field))) return false;
    return true;
}

/* "visits", "13 kinds", "all kinds" */
static enum status append_kinds_of(struct wording *wording, const struct data_set *set) {
    struct slice_list kinds;
    if (!same_field(set, COVERAGE_KINDS)) {
        buffer_append_text(&wording->text, "some kinds");
        return STATUS_OK;
    }
    if (!cell_parse_list(wording->arena, record_get(&set->rows[0], COVERAGE_KINDS), &kinds))
        return error_set(wording->error, STATUS_NO_MEMORY, "out of memory");
    if (kinds.count == 0) buffer_append_text(&wording->text, "all kinds");
    if (kinds.count > KINDS_TOLD) buffer_append_format(&wording->text, "%zu kinds", kinds.count);
    for (size_t i = 0; kinds.count <= KINDS_TOLD && i < kinds.count; i++) {
        buffer_append_text(&wording->text, joiner(i, kinds.count));
        append_kind(&wording->text, kinds.items[i]);
    }
    return STATUS_OK;
}

/* " of Canada and China", " of 5 countries" */
static enum status append_countries_of(struct wording *wording, const struct data_set *set) {
    struct slice cell = record_get(&set->rows[0], COVERAGE_COUNTRIES);
    struct slice_list ids;
    if (!same_field(set, COVERAGE_COUNTRIES)) {
        buffer_append_text(&wording->text, " of some countries");
        return STATUS_OK;
    }
    if (!cell_parse_list(wording->arena, cell, &ids)) return error_set(wording->error, STATUS_NO_MEMORY, "out of memory");
    if (ids.count <= COUNTRIES_TOLD) return append_countries(wording, cell);
    buffer_append_format(&wording->text, " of %zu countries", ids.count);
    return STATUS_OK;
}

static struct answer_stretch find_days(const struct record *row) {
    struct store_stretch days;
    if (!store_claimed_days(row, &days)) return (struct answer_stretch){DAY_MIN, DAY_MAX};
    return (struct answer_stretch){days.from, days.to};
}

/* ", 1–2 Jun 2018", ", 90 stretches of days from 1 Jan 1979 to 28 Dec 2022" */
static enum status append_days_of(struct wording *wording, const struct data_set *set) {
    struct answer_stretch *days = arena_alloc_array(wording->arena, set->count, sizeof *days);
    if (!days) return error_set(wording->error, STATUS_NO_MEMORY, "out of memory");
    for (size_t i = 0; i < set->count; i++) days[i] = find_days(&set->rows[i]);
    size_t count = text_join_stretches(days, set->count);
    bool whole = days[0].start == DAY_MIN && days[0].end == DAY_MAX;
    buffer_append_text(&wording->text, whole ? "" : ", ");
    if (count <= STRETCHES_TOLD && !whole) text_append_stretches(&wording->text, days, count, STRETCHES_TOLD, " ");
    if (count <= STRETCHES_TOLD) return STATUS_OK;
    buffer_append_format(&wording->text, "%zu stretches of days between ", count);
    text_date_append_day(&wording->text, days[0].start == DAY_MIN ? days[0].end : days[0].start, " ");
    buffer_append_text(&wording->text, " and ");
    text_date_append_day(&wording->text, days[count - 1].end == DAY_MAX ? days[count - 1].start : days[count - 1].end, " ");
    return STATUS_OK;
}

static enum status append_set(struct wording *wording, const struct data_set *set) {
    buffer_append_slice(&wording->text, record_get(&set->rows[0], COVERAGE_DATASET));
    buffer_append_text(&wording->text, " (");
    enum status status = append_kinds_of(wording, set);
    if (status == STATUS_OK) status = append_countries_of(wording, set);
    if (status == STATUS_OK) status = append_days_of(wording, set);
    buffer_append_byte(&wording->text, ')');
    return status;
}

/* How many of the rows are of the first one's data set: they come one after the other. */
static size_t measure_set(const struct record *rows, size_t count) {
    size_t same = 1;
    while (same < count && slice_equals(record_get(&rows[same], COVERAGE_DATASET), record_get(&rows[0], COVERAGE_DATASET)))
        same++;
    return same;
}

static size_t count_sets(const struct record *rows, size_t count) {
    size_t sets = 0;
    for (size_t i = 0; i < count; i += measure_set(&rows[i], count - i)) sets++;
    return sets;
}

/* Does the data set claim anything of the kinds asked for? */
static bool has_kinds(struct wording *wording, const struct data_set *set, const struct query *query) {
    for (size_t i = 0; i < set->count; i++) {
        struct slice_list listed;
        if (query->kinds.count == 0 || !record_has(&set->rows[i], COVERAGE_KINDS)) return true;
        if (!cell_parse_list(wording->arena, record_get(&set->rows[i], COVERAGE_KINDS), &listed)) return true;
        for (size_t j = 0; j < listed.count; j++)
            for (size_t k = 0; k < query->kinds.count; k++)
                if (kind_is_below(query->kinds.items[k], listed.items[j]) ||
                    kind_is_below(listed.items[j], query->kinds.items[k])) return true;
    }
    return false;
}

/* Those of the data sets that do, or do not, claim anything of the kinds asked for; as many as there is room for. */
static enum status append_some_sets(struct wording *wording, const struct query *query, const struct record *rows, size_t count,
                                    bool wanted, size_t sets, size_t *told) {
    enum status status = STATUS_OK;
    struct data_set set;
    for (size_t at = 0; status == STATUS_OK && at < count && *told < SETS_TOLD; at += set.count) {
        set = (struct data_set){&rows[at], measure_set(&rows[at], count - at)};
        size_t before = wording->text.size;
        if (has_kinds(wording, &set, query) != wanted) continue;
        buffer_append_text(&wording->text, *told == 0 ? "" : *told + 1 == sets ? " and " : ", ");
        status = append_set(wording, &set);
        if (*told && !buffer_failed(&wording->text) && wording->text.size > WORDS_MAX) {
            wording->text.size = before;
            return status;
        }
        ++*told;
    }
    return status;
}

/* "it claims to hold what these data sets hold: ICEWS (13 kinds, 1–2 Jun 2018) and COW MIDs (incidents, 1816 – 2014); all else
 * is a selection"; first those that bear on the kinds asked for. */
static enum status append_sets(struct wording *wording, const struct query *query, const struct record *rows, size_t count) {
    size_t sets = count_sets(rows, count), told = 0;
    buffer_append_text(&wording->text, "it claims to hold what ");
    buffer_append_text(&wording->text, sets == 1 ? "this data set holds: " : "these data sets hold: ");
    enum status status = append_some_sets(wording, query, rows, count, true, sets, &told);
    if (status == STATUS_OK) status = append_some_sets(wording, query, rows, count, false, sets, &told);
    if (told < sets) buffer_append_format(&wording->text, " and %zu more (`detente stats --coverage`)", sets - told);
    buffer_append_text(&wording->text, "; all else is a selection");
    return status;
}

/* ---- the words ------------------------------------------------------------------------------------------------------ */

/* What is claimed in several stretches or by several data sets in the same words can only be told by their names. */
static bool is_repeated(const struct record *rows, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if (same_countries(&rows[i], &rows[j]) &&
                slice_equals(record_get(&rows[i], COVERAGE_KINDS), record_get(&rows[j], COVERAGE_KINDS))) return true;
    return false;
}

enum { ROWS_WORDED = 8, REMEDY_MAX = 299 };

enum status front_word_claims(struct asker *asker, const struct query *query, struct arena *arena, struct slice *words,
                              struct error *error) {
    struct wording wording = {.asker = asker, .arena = arena, .error = error};
    struct record *rows;
    size_t count;
    *words = SLICE_NONE;
    enum status status = store_list_bearing(asker->store, query, arena, &rows, &count, error);
    if (status != STATUS_OK || count == 0) return status;
    buffer_init(&wording.text);
    bool by_kinds = count <= ROWS_WORDED && !is_repeated(rows, count);
    status = by_kinds ? append_rows(&wording, rows, count) : append_sets(&wording, query, rows, count);
    if (status == STATUS_OK && by_kinds && !buffer_failed(&wording.text) && wording.text.size > WORDS_MAX) {
        buffer_clear(&wording.text);
        status = append_sets(&wording, query, rows, count);
    }
    if (status == STATUS_OK && buffer_failed(&wording.text)) status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (status == STATUS_OK && wording.text.size > REMEDY_MAX) {
        buffer_clear(&wording.text);
        buffer_append_text(&wording.text, "`detente stats --coverage` tells what it claims to hold; all else is a selection");
    }
    if (status == STATUS_OK && !arena_copy(arena, buffer_slice(&wording.text), words))
        status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    buffer_free(&wording.text);
    return status;
}
