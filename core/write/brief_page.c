/* The words of a brief. Knows what each part says, not how a page looks. */
#include "brief_page.h"

#include "../ask/title.h"
#include "../base/cell.h"
#include "text_date.h"
#include "text_stretches.h"
#include "text_words.h"

static const struct {
    const char *heading, *none;
} parts[BRIEF_PARTS] = {
    [BRIEF_OFFICES] = {"In office", "The record holds no office of either side on this day."},
    [BRIEF_LAST] = {"Last met", "The record holds no meeting before this day."},
    [BRIEF_NEXT] = {"Next", "The record holds no meeting planned after this day."},
    [BRIEF_IN_FORCE] = {"In force", "The record holds no standing measure on this day."},
    [BRIEF_HELD] = {"Held", "The record holds nobody in detention on this day."},
    [BRIEF_DISPUTED] = {"Disputed", "The record holds no event on which its sources disagree."},
    [BRIEF_LATEST] = {"Latest", "The record holds no event up to this day."},
    [BRIEF_CHAINS] = {"Still standing in answer to", "Nothing that stands on this day answers an act of the other side."},
    [BRIEF_NOTES] = {"Notes", NULL},
};

/* Kept between entries. */
struct brief_state {
    int part; /* the last one begun */
};

static struct text_page *page_of(struct writer *writer) { return writer->state; }

static struct brief_state *state_of(struct writer *writer) {
    struct text_page *page = page_of(writer);
    if (!page->report) page->report = arena_alloc(&page->notes.memory, sizeof(struct brief_state));
    return page->report;
}

/* ---- words ------------------------------------------------------------------------------------------------- */

static bool put_sources(struct writer *writer, const struct answer_source *sources, size_t count) {
    struct text_page *page = page_of(writer);
    size_t *numbers = arena_alloc_array(writer->scratch, count + 1, sizeof *numbers);
    size_t known = 0;
    if (!numbers) return false;
    for (size_t i = 0; i < count; i++) {
        numbers[known] = text_notes_add(&page->notes, &sources[i].record);
        known += numbers[known] != 0;
    }
    if (known == 0) return true;
    text_put_words(&page->run, TEXT_GAP);
    text_notes_mark(&page->notes, &page->run, numbers, known);
    return true;
}

static void put_id(struct buffer *run, struct slice id) {
    text_put_words(run, " (");
    text_put_toned(run, TONE_DIM, id);
    text_put_words(run, ")");
}

/* What is not public is marked where it is shown at all. */
static void put_release(struct buffer *run, const struct record *event) {
    struct slice release = record_get(event, EVENT_RELEASE);
    if (slice_is_empty(release) || slice_is(release, "public")) return;
    text_put_words(run, " (");
    text_put_tone(run, TONE_DOUBT);
    if (slice_is(release, "internal") || slice_is(release, "draft")) {
        text_put(run, release);
    } else {
        text_put_words(run, "not before ");
        text_put_date(run, release);
    }
    text_put_tone(run, TONE_PLAIN);
    text_put_words(run, ")");
}

static void put_title(struct writer *writer, const struct answer_event *event) {
    struct buffer *run = &page_of(writer)->run;
    struct slice title;
    if (title_make(event, writer->scratch, &title)) text_put(run, title);
    else run->failed = true;
    put_release(run, &event->event);
}

static void put_when(struct buffer *run, const struct answer_event *event) {
    struct buffer words;
    buffer_init(&words);
    text_date_append_event(&words, &event->event, &event->times, TEXT_NO_BREAK_SPACE, TEXT_DATE_COLUMN);
    text_put_tone(run, TONE_BOLD);
    text_put(run, buffer_slice(&words));
    text_put_tone(run, TONE_PLAIN);
    run->failed = run->failed || buffer_failed(&words);
    buffer_free(&words);
}

/* "planned: ", "disputed: " */
static void put_status(struct buffer *run, const struct answer_event *event, bool mark_disputed) {
    struct slice status = record_get(&event->event, EVENT_STATUS);
    bool marked = !event_status_is_real(status);
    if (!marked && !(event->disputed && mark_disputed)) return;
    text_put_toned(run, TONE_DOUBT, marked ? status : SLICE_OF("disputed"));
    text_put_words(run, ": ");
}

/* "12 Mar 2019: disputed: Title [3] (ID)" */
static bool put_event(struct writer *writer, const struct answer_event *event, bool mark_disputed) {
    struct buffer *run = &page_of(writer)->run;
    put_when(run, event);
    text_put_words(run, ": ");
    put_status(run, event, mark_disputed);
    put_title(writer, event);
    if (!put_sources(writer, event->sources, event->source_count)) return false;
    put_id(run, record_get(&event->event, EVENT_ID));
    return true;
}

/* ---- entries ------------------------------------------------------------------------------------------------ */

static bool put_holder(struct writer *writer, const struct answer_holder *holder) {
    struct buffer *run = &page_of(writer)->run;
    text_put(run, holder->country_name);
    text_put_words(run, ": ");
    if (slice_is_empty(holder->title)) text_put_word(run, holder->office);
    else text_put(run, holder->title);
    text_put_words(run, " ");
    text_put_toned(run, TONE_BOLD, holder->name);
    if (!slice_is_empty(holder->standing)) {
        text_put_words(run, ", ");
        text_put_toned(run, TONE_DOUBT, holder->standing);
    }
    if (!slice_is_empty(holder->start)) {
        text_put_words(run, ", since ");
        text_put_date(run, holder->start);
    }
    if (!holder->certain) {
        text_put_words(run, ", ");
        text_put_toned(run, TONE_DOUBT, SLICE_OF("not certain for this day"));
    }
    return put_sources(writer, holder->sources.items, holder->sources.count);
}

enum { POSSIBLE_TOLD = 3, STRETCHES_TOLD = 12 };

/* A few of them, those nearest to the day asked for, and how many more there are. */
static bool put_possible(struct writer *writer, const struct brief_meeting *meeting, bool next) {
    const struct shape_events *events = &meeting->possible;
    struct buffer *run = &page_of(writer)->run;
    size_t told = events->count > POSSIBLE_TOLD ? POSSIBLE_TOLD : events->count, from = next ? 0 : events->count - told;
    uint64_t more = events->count - told + (meeting->more.known ? (uint64_t)meeting->more.value : 0);
    for (size_t i = from; i < from + told; i++) {
        text_put_words(run, i > from ? "; " : next ? ". May be earlier: " : ". May be later: ");
        if (!put_event(writer, events->items[i], true)) return false;
    }
    if (more == 0) return true;
    text_put_words(run, "; and" TEXT_GAP);
    text_put_number(run, (int64_t)more);
    text_put_words(run, TEXT_GAP "more that may be ");
    text_put_words(run, next ? "earlier" : "later");
    return true;
}

/* What was planned for a day that has gone by. */
static bool put_overdue(struct writer *writer, const struct answer_event *event) {
    struct buffer *run = &page_of(writer)->run;
    text_put_words(run, "Was planned for ");
    put_when(run, event);
    text_put_words(run, ", and the record does not say whether it took place: ");
    put_title(writer, event);
    if (!put_sources(writer, event->sources, event->source_count)) return false;
    put_id(run, record_get(&event->event, EVENT_ID));
    return true;
}

/* "Formal talks of the leaders: 5 Dec 2017 (370 days before), Title [3] (ID)" */
static bool put_meeting(struct writer *writer, const struct brief_meeting *meeting, bool next) {
    struct buffer *run = &page_of(writer)->run;
    if (meeting->overdue) return put_overdue(writer, meeting->event);
    text_put(run, meeting->what);
    text_put_words(run, ": ");
    if (meeting->event) {
        put_when(run, meeting->event);
        text_put_words(run, " (");
        text_put_days(run, meeting->days_min, meeting->days_max);
        text_put_words(run, next ? " later), " : " before), ");
        put_status(run, meeting->event, true);
        put_title(writer, meeting->event);
        if (!put_sources(writer, meeting->event->sources, meeting->event->source_count)) return false;
        put_id(run, record_get(&meeting->event->event, EVENT_ID));
    } else {
        text_put_words(run, "none that is certain");
    }
    return put_possible(writer, meeting, next);
}

static bool put_list(struct writer *writer, struct slice cell) {
    struct buffer *run = &page_of(writer)->run;
    struct cell_reader reader = {cell, 0};
    struct slice item;
    struct slice next;
    bool more = cell_next_item(&reader, &item), some = false;
    while (more) {
        more = cell_next_item(&reader, &next);
        text_put_words(run, !some ? "" : more ? ", " : " and ");
        if (!cell_unescape(writer->scratch, item, &item)) return false;
        text_put(run, item);
        item = next;
        some = true;
    }
    return true;
}

static bool put_measure(struct writer *writer, const struct answer_measure *measure) {
    struct buffer *run = &page_of(writer)->run;
    if (measure->how == MEASURE_POSSIBLY) {
        text_put_toned(run, TONE_DOUBT, SLICE_OF("possibly"));
        text_put_words(run, ": ");
    }
    put_title(writer, measure->event);
    if (!slice_is_empty(measure->excludes)) {
        text_put_words(run, ", except ");
        if (!put_list(writer, measure->excludes)) return false;
    }
    if (!slice_is_empty(measure->quota)) {
        text_put_words(run, ", quota ");
        text_put(run, measure->quota);
    }
    text_put_words(run, "; since ");
    text_put_date(run, measure->start);
    if (measure->how == MEASURE_AS_LAST_CONFIRMED) {
        text_put_words(run, ", ");
        text_put_tone(run, TONE_DOUBT);
        text_put_words(run, "as last confirmed on ");
        text_put_day(run, measure->last_confirmed);
        text_put_tone(run, TONE_PLAIN);
    }
    if (!slice_is_empty(measure->end) && !slice_is(measure->end, "..")) {
        text_put_words(run, ", until ");
        text_put_date(run, measure->end);
    }
    if (measure->disputed) {
        text_put_words(run, ", ");
        text_put_toned(run, TONE_DOUBT, SLICE_OF("disputed"));
    }
    if (!put_sources(writer, measure->sources.items, measure->sources.count)) return false;
    put_id(run, measure->id);
    return true;
}

static void put_confirmed(struct buffer *run, const char *words, int64_t day) {
    text_put_tone(run, TONE_DOUBT);
    text_put_words(run, words);
    text_put_day(run, day);
    text_put_tone(run, TONE_PLAIN);
}

/* "1,019 days", "at least 216 days, as last confirmed on …; at most 1,096 by …", "4,374 days if it still goes on …" */
static void put_lasting(struct buffer *run, const struct answer_held *held) {
    bool confirmed = held->last_confirmed != DAY_MIN && held->last_confirmed < held->on;
    if (held->about_min.known || held->about_max.known) {
        text_put_words(run, "about ");
        text_put_days(run, held->about_min, held->about_max);
    } else if (held->how == HELD_CONFIRMED) {
        struct shape_count none = SHAPE_UNKNOWN;
        text_put_days(run, held->days_min, none);
        text_put_words(run, held->days_min.known ? ", " : "");
        if (held->days_min.known) put_confirmed(run, "as last confirmed on ", held->last_confirmed);
        else text_put_words(run, "nothing confirms it after its beginning");
        text_put_words(run, held->days_max.known ? "; " : "");
        if (held->days_max.known) text_put_days(run, none, held->days_max);
        return;
    } else {
        text_put_days(run, held->days_min, held->days_max);
    }
    if (!confirmed) return;
    text_put_words(run, ", ");
    put_confirmed(run, "last confirmed on ", held->last_confirmed);
}

static bool put_held(struct writer *writer, const struct answer_held *held) {
    struct buffer *run = &page_of(writer)->run;
    put_title(writer, held->event);
    text_put_words(run, "; since ");
    text_put_date(run, held->start);
    text_put_words(run, "; ");
    put_lasting(run, held);
    if (!put_sources(writer, held->sources.items, held->sources.count)) return false;
    put_id(run, held->id);
    return true;
}

/* Is there more than one value to set beside one another? */
static bool has_values(const struct answer_difference *difference) {
    size_t count = 0;
    for (size_t i = 0; i < difference->value_count; i++) count += !difference->values[i].agrees;
    return count > 1 && !slice_is(difference->field, "quote");
}

/* "; date 9 Sep 2012 [1] / 8 Sep 2012 [2]": first what the record has. Sentences beside one another are no values. */
static void put_values(struct writer *writer, const struct answer_difference *difference) {
    struct text_page *page = page_of(writer);
    bool some = false;
    text_put_words(&page->run, "; ");
    text_put_word(&page->run, slice_is(difference->field, "quote") ? SLICE_OF("the words") : difference->field);
    for (size_t i = 0; has_values(difference) && i < difference->value_count; i++) {
        const struct answer_value *value = &difference->values[i];
        if (value->agrees) continue;
        text_put_words(&page->run, some ? " / " : " ");
        text_put_value(&page->run, difference->field, value->value);
        for (size_t j = 0; j < value->claim_count; j++) {
            size_t number = text_notes_add_claim(&page->notes, value->claims[j]);
            text_put_words(&page->run, number ? TEXT_GAP : "");
            text_notes_mark(&page->notes, &page->run, &number, 1);
        }
        some = true;
    }
}

static bool put_brief_event(struct writer *writer, const struct brief_event *entry, bool values) {
    const struct answer_event *event = entry->event;
    if (!put_event(writer, event, !values)) return false;
    for (size_t i = 0; values && i < event->difference_count; i++)
        if (event->differences[i].contested) put_values(writer, &event->differences[i]);
    return true;
}

static bool put_chain(struct writer *writer, const struct brief_chain *chain) {
    struct buffer *run = &page_of(writer)->run;
    const struct brief_answer *answers = chain->standing.items;
    if (!put_event(writer, chain->root, true)) return false;
    for (size_t i = 0; i < chain->standing.count; i++) {
        text_put_words(run, i ? "; " : ": ");
        text_put(run, answers[i].title);
        put_id(run, answers[i].id);
        if (slice_is_empty(answers[i].denied_by)) continue;
        text_put_words(run, ", which ");
        if (!put_list(writer, answers[i].denied_by)) return false;
        text_put_words(run, " denies");
    }
    return true;
}

/* "ICEWS claims to hold all of meeting and visit on 1 Jan 1979, 31 Dec 1979 and 8–17 Sep 2005: …" */
static bool put_claims(struct writer *writer, const struct brief_note *note) {
    struct buffer *run = &page_of(writer)->run;
    struct answer_stretch *days = arena_alloc_array(writer->scratch, note->day_count, sizeof *days);
    if (!days) return false;
    memcpy(days, note->days, note->day_count * sizeof *days);
    text_put(run, note->record);
    text_put_words(run, " claims to hold all ");
    if (!record_has(note->coverage, COVERAGE_KINDS)) text_put_words(run, "kinds");
    else text_put_words(run, "of ");
    if (!put_list(writer, record_get(note->coverage, COVERAGE_KINDS))) return false;
    text_put_words(run, " on ");
    text_append_stretches(run, days, text_join_stretches(days, note->day_count), STRETCHES_TOLD, TEXT_GAP);
    if (!record_has(note->coverage, COVERAGE_NOTE)) return true;
    text_put_words(run, ": ");
    text_put(run, record_get(note->coverage, COVERAGE_NOTE));
    return true;
}

static bool put_note(struct writer *writer, const struct brief_note *note) {
    struct buffer *run = &page_of(writer)->run;
    bool coverage = slice_is(note->kind, "coverage");
    if (note->day_count) return put_claims(writer, note);
    if (slice_is(note->kind, "disputed")) {
        text_put_words(run, "Disputed: ");
        text_put(run, note->reason);
        return true;
    }
    text_put(run, note->record);
    text_put_words(run, coverage ? " claims to hold all of " : " corrected");
    if (!coverage && !slice_is_empty(note->date)) {
        text_put_words(run, " ");
        text_put_date(run, note->date);
    }
    text_put_words(run, coverage ? "" : ": ");
    text_put(run, note->reason);
    return true;
}

static bool put_entry(struct writer *writer, enum brief_part part, const void *entry) {
    switch (part) {
    case BRIEF_OFFICES: return put_holder(writer, entry);
    case BRIEF_LAST: return put_meeting(writer, entry, false);
    case BRIEF_NEXT: return put_meeting(writer, entry, true);
    case BRIEF_IN_FORCE: return put_measure(writer, entry);
    case BRIEF_HELD: return put_held(writer, entry);
    case BRIEF_DISPUTED: return put_brief_event(writer, entry, true);
    case BRIEF_LATEST: return put_brief_event(writer, entry, false);
    case BRIEF_CHAINS: return put_chain(writer, entry);
    case BRIEF_NOTES: return put_note(writer, entry);
    case BRIEF_HEAD: case BRIEF_PARTS: break;
    }
    return true;
}

/* ---- the page -------------------------------------------------------------------------------------------------- */

static enum status print(struct writer *writer, enum status (*how)(struct writer *, struct slice)) {
    struct text_page *page = page_of(writer);
    enum status status = buffer_failed(&page->run) || page->notes.failed ? STATUS_NO_MEMORY
                                                                         : how(writer, buffer_slice(&page->run));
    buffer_clear(&page->run);
    return status;
}

/* What the reader must know of the page as a whole. */
static void put_caveats(struct buffer *run, const struct brief_head *head) {
    if (head->past) text_put_words(run, "As of this day, told with what the record knows today. ");
    if (head->covered_until != DAY_MIN && head->covered_until < head->on_first) {
        text_put_words(run, "What the record claims to hold of the two ends on ");
        text_put_day(run, head->covered_until);
        text_put_words(run, ", ");
        text_put_days(run, shape_count(head->on_first - head->covered_until), shape_count(head->on_first - head->covered_until));
        text_put_words(run, " before. ");
    }
    if (!head->left_out.known || head->left_out.value == 0) return;
    text_put_number(run, head->left_out.value);
    text_put_words(run, head->left_out.value == 1 ? " event that is not public is left out."
                                                  : " events that are not public are left out.");
}

static enum status print_head(struct writer *writer, const struct brief_printer *printer, const struct brief_head *head) {
    struct buffer *run = &page_of(writer)->run;
    if (!state_of(writer)) return STATUS_NO_MEMORY;
    text_put(run, head->a_name);
    text_put_words(run, " \xE2\x80\x93 ");
    text_put(run, head->b_name);
    text_put_words(run, ", ");
    text_put_range(run, head->on_first, head->on_last);
    enum status status = print(writer, printer->title);
    if (status != STATUS_OK) return status;
    put_caveats(run, head);
    return run->size ? print(writer, printer->aside) : STATUS_OK;
}

/* Headings up to a part; those without entries say so. */
static enum status begin_parts(struct writer *writer, const struct brief_printer *printer, int upto, bool with_entries) {
    struct brief_state *state = state_of(writer);
    enum status status = state ? STATUS_OK : STATUS_NO_MEMORY;
    while (status == STATUS_OK && state->part < upto) {
        int part = ++state->part;
        bool empty = part < upto || !with_entries;
        if (empty && !parts[part].none) continue;
        status = printer->heading(writer, parts[part].heading);
        if (status != STATUS_OK || !empty) continue;
        text_put_words(&page_of(writer)->run, parts[part].none);
        status = print(writer, printer->aside);
    }
    return status;
}

enum status brief_page_entry(struct writer *writer, const struct brief_printer *printer, const struct answer_part *part,
                             const void *entry) {
    enum brief_part number = (enum brief_part)(part - writer->context->plan.parts);
    if (number == BRIEF_HEAD) return print_head(writer, printer, entry);
    if (number == BRIEF_NOTES && ((const struct brief_note *)entry)->told) return STATUS_OK;
    enum status status = begin_parts(writer, printer, (int)number, true);
    if (status != STATUS_OK) return status;
    return put_entry(writer, number, entry) ? print(writer, printer->item) : STATUS_NO_MEMORY;
}

enum status brief_page_end(struct writer *writer, const struct brief_printer *printer) {
    return begin_parts(writer, printer, BRIEF_PARTS - 1, false);
}
