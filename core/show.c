/* show: one record with all that hangs on it. */
#include "desk_log.h"
#include "past.h"

#include "ask/last.h"
#include "ask/title.h"
#include "base/utf8.h"
#include "model/reference.h"

/* A record that is no event is shown as lines of part, field and value. */
struct lines {
    struct front_answer *answer;
    struct error *error;
};

static enum status put_line(struct lines *lines, const char *part, const char *field, struct slice value) {
    struct slice values[] = {slice_from(part), slice_from(field), value};
    struct answer_row row = {values, NULL, NULL};
    return slice_is_empty(value) ? STATUS_OK : front_answer_row(lines->answer, &row, lines->error);
}

static enum status put_fields(struct lines *lines, const struct record *record) {
    const struct record_info *info = record_info(record->type);
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < info->field_count; i++)
        status = put_line(lines, info->name, info->fields[i].name, record_get(record, (int)i));
    for (size_t i = 0; status == STATUS_OK && i < record->extra_count; i++) {
        char *name = arena_string(&lines->answer->arena, record->extras[i].name);
        if (!name) return error_set(lines->error, STATUS_NO_MEMORY, "out of memory");
        status = put_line(lines, info->name, name, record->extras[i].value);
    }
    return status;
}

/* ---- what is asked besides --------------------------------------------------------------------------------- */

/* One record being looked for and shown. */
struct shown {
    struct detente *now, *database; /* the record, and the one that is asked: it, or its past */
    const struct detente_request *request;
    const struct front_past *past;
    struct front_answer *answer;
    struct detente_answer *told;
    struct error *error;
};

/* On a page of lines a past record says so. */
static enum status put_day(struct lines *lines, const struct record *record, const struct shown *shown) {
    if (!shown->past->asked || !lines->answer->writer.class->for_people) return STATUS_OK;
    return put_line(lines, record_info(record->type)->name, "as known on",
                    shown->told->before_log ? SLICE_OF("the day the log began") : shown->past->day);
}

/* The note that leads from the id asked for to the record that is shown, through as many merges as there were; NULL when
 * that one was asked for itself. */
static enum status find_merged(struct shown *shown, struct slice id, const struct record **note) {
    struct arena *arena = &shown->answer->arena;
    struct slice word = shown->answer->context.words.items[0], into = SLICE_NONE;
    struct record *notes;
    size_t count = 0;
    *note = NULL;
    if (slice_equals(word, id)) return STATUS_OK;
    enum status status = store_follow(shown->database->store, word, arena, &into, shown->error);
    if (status != STATUS_OK || !slice_equals(into, id)) return status;
    status = store_list(shown->database->store, RECORD_NOTE, word, arena, &notes, &count, shown->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        if (slice_is(record_get(&notes[i], NOTE_KIND), "merged")) {
            notes[i].values[NOTE_REASON] = id;
            *note = &notes[i];
        }
    return status;
}

/* "A was merged into B" */
static enum status put_merged(struct lines *lines, const struct record *note) {
    struct buffer text;
    if (!note) return STATUS_OK;
    buffer_init(&text);
    buffer_append_slice(&text, record_get(note, NOTE_RECORD));
    buffer_append_text(&text, " was merged into ");
    buffer_append_slice(&text, record_get(note, NOTE_REASON));
    enum status status = buffer_failed(&text) ? error_set(lines->error, STATUS_NO_MEMORY, "out of memory")
                                              : put_line(lines, "note", "merged", buffer_slice(&text));
    buffer_free(&text);
    return status;
}

static const struct answer_part history_part[] = {{.name = "history", .shape = &history_shape}};

/* Before the answer begins: what the question was, and that a history follows. */
static enum status prepare(struct shown *shown, struct slice word) {
    struct write_context *context = &shown->answer->context;
    struct answer_detail *details = arena_alloc_array(&shown->answer->arena, 3, sizeof *details);
    if (!details || !arena_append(&shown->answer->arena, &context->words, word))
        return error_set(shown->error, STATUS_NO_MEMORY, "out of memory");
    context->details = details;
    if (shown->past->day.size)
        details[context->detail_count++] = (struct answer_detail){"as_known_on", shown->past->day, false, false};
    if (shown->told->before_log)
        details[context->detail_count++] = (struct answer_detail){"before_log", SLICE_OF("true"), false, true};
    if (!shown->request->details.history) return STATUS_OK;
    details[context->detail_count++] = (struct answer_detail){"history", SLICE_OF("true"), false, true};
    const struct writer_class *class = shown->answer->writer.class;
    if (class->entry && !class->takes_one_part && !class->only_command) {
        context->plan = (struct answer_plan){history_part, 1};
        return STATUS_OK;
    }
    error_set(shown->error, STATUS_USAGE, "show --history cannot be written as %s", class->name);
    error_advise(shown->error, "the history by itself can: detente log %.*s --format %s",
                 (int)(word.size < 80 ? word.size : 80), word.data, class->name);
    return STATUS_USAGE;
}

/* Newest first, as everywhere in the log. */
static enum status tell_history(struct shown *shown, const struct record *record) {
    struct front_history history;
    struct buffer name;
    if (!shown->request->details.history) return STATUS_OK;
    buffer_init(&name);
    record_append_name(&name, record);
    int64_t up_to = shown->past->asked ? shown->past->revision : INT64_MAX;
    enum status status = buffer_failed(&name) ? error_set(shown->error, STATUS_NO_MEMORY, "out of memory")
                       : front_gather_history(shown->now, buffer_slice(&name), up_to, &shown->answer->arena, &history,
                                              shown->error);
    for (size_t i = status == STATUS_OK ? history.count : 0; status == STATUS_OK && i-- > 0;)
        status = front_answer_entry(shown->answer, history_part, &history.entries[i], shown->error);
    buffer_free(&name);
    return status;
}

static enum status begin_lines(struct front_answer *answer, struct error *error) {
    static const char *const columns[] = {"part", "field", "value", NULL};
    answer->context.columns = columns;
    answer->context.rows_name = "show";
    if (!answer->writer.class->row)
        return error_set(error, STATUS_USAGE, "show cannot be written as %s", answer->writer.class->name);
    return front_answer_begin(answer, error);
}

/* "President of CHN, 2013-03-14 to now" */
static enum status put_term(struct lines *lines, const struct record *term) {
    struct buffer text;
    buffer_init(&text);
    bool titled = record_has(term, TERM_TITLE);
    buffer_append_slice(&text, record_get(term, titled ? TERM_TITLE : TERM_OFFICE));
    buffer_append_format(&text, ", %.*s, ", (int)record_get(term, TERM_COUNTRY).size, record_get(term, TERM_COUNTRY).data);
    buffer_append_slice(&text, record_has(term, TERM_START) ? record_get(term, TERM_START) : SLICE_OF("?"));
    buffer_append_text(&text, record_has(term, TERM_END) ? " to " : " on");
    buffer_append_slice(&text, record_get(term, TERM_END));
    if (record_has(term, TERM_STANDING)) {
        buffer_append_text(&text, ", ");
        buffer_append_slice(&text, record_get(term, TERM_STANDING));
    }
    enum status status = buffer_failed(&text) ? error_set(lines->error, STATUS_NO_MEMORY, "out of memory")
                                              : put_line(lines, "term", "office", buffer_slice(&text));
    buffer_free(&text);
    return status;
}

static enum status put_terms(struct detente *database, struct lines *lines, const struct record *record) {
    struct record *terms;
    size_t count;
    if (record->type != RECORD_PERSON) return STATUS_OK;
    enum status status = store_list(database->store, RECORD_TERM, record_get(record, PERSON_ID), &lines->answer->arena,
                                    &terms, &count, lines->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = put_term(lines, &terms[i]);
    return status;
}

struct event_lines {
    struct lines *lines;
    struct asker asker;
};

static enum status put_event_line(void *context, struct stored_event *event, struct error *error) {
    struct event_lines *events = context;
    struct lines *lines = events->lines;
    struct buffer text;
    struct slice title;
    struct arena_mark mark = arena_mark(&lines->answer->scratch);
    enum status status = title_find(&events->asker, &event->event, &lines->answer->scratch, &title, error);
    char *id = arena_string(&lines->answer->scratch, record_get(&event->event, EVENT_ID));
    buffer_init(&text);
    buffer_append_slice(&text, record_get(&event->event, EVENT_DATE));
    buffer_append_text(&text, "  ");
    if (status == STATUS_OK) buffer_append_slice(&text, title);
    if (status == STATUS_OK)
        status = buffer_failed(&text) || !id ? error_set(error, STATUS_NO_MEMORY, "out of memory")
                                             : put_line(lines, "event", id, buffer_slice(&text));
    arena_rewind(&lines->answer->scratch, mark);
    buffer_free(&text);
    return status;
}

/* ---- the events that a record stands in ---------------------------------------------------------------- */

/* False when a record of that type stands in no events. */
static bool query_events_of(const struct record *record, struct slice *id, struct query *query) {
    struct slice_list one = {id, 1};
    *id = record_get(record, 0);
    query_init(query);
    switch (record->type) {
    case RECORD_COUNTRY: query->countries = one; return true;
    case RECORD_ORGANIZATION: query->organizations = one; return true;
    case RECORD_PERSON: query->people = one; return true;
    case RECORD_SOURCE: query->sources = one; return true;
    default: return false;
    }
}

static const char *filter_of(enum record_type type) {
    return type == RECORD_COUNTRY ? "--country" : type == RECORD_ORGANIZATION ? "--organization"
         : type == RECORD_PERSON ? "--person" : "--source";
}

enum { EVENTS_SHOWN = 20 };

/* People get the latest few and the question that gives all; the last line of the part says so. */
static enum status put_events(struct detente *database, struct lines *lines, const struct record *record) {
    struct query query;
    struct slice id;
    if (!query_events_of(record, &id, &query)) return STATUS_OK;
    query.reverse = true;
    query.limit = EVENTS_SHOWN;
    uint64_t before = lines->answer->entries;
    struct event_lines events = {.lines = lines};
    ask_begin(&events.asker, database->store, ASK_NAMES);
    enum status status = store_ask(database->store, &query, MATCH_NONE, put_event_line, &events, lines->error);
    ask_end(&events.asker);
    if (status != STATUS_OK || lines->answer->entries - before < EVENTS_SHOWN) return status;
    struct buffer text;
    buffer_init(&text);
    buffer_append_format(&text, "the latest %d; all: detente list events %s %.*s", EVENTS_SHOWN, filter_of(record->type),
                         (int)id.size, id.data);
    status = buffer_failed(&text) ? error_set(lines->error, STATUS_NO_MEMORY, "out of memory")
                                  : put_line(lines, "event", "…", buffer_slice(&text));
    buffer_free(&text);
    return status;
}

/* ---- a record that is no event ----------------------------------------------------------------------------- */

/* "corrected  2026-04-10  The day was wrong"; of a term it says of which. */
static enum status put_corrections(struct detente *database, struct lines *lines, const struct record *record) {
    struct arena *arena = &lines->answer->arena;
    struct record *notes;
    size_t count;
    enum status status = front_list_corrections(database, record, arena, &notes, &count, lines->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        bool of_term = record->type == RECORD_PERSON && !slice_equals(record_get(&notes[i], NOTE_RECORD), record_get(record, 0));
        char *date = arena_string(arena, record_get(&notes[i], NOTE_DATE));
        struct buffer text;
        buffer_init(&text);
        if (of_term) buffer_append_slice(&text, record_get(&notes[i], NOTE_RECORD));
        if (of_term) buffer_append_text(&text, ": ");
        buffer_append_slice(&text, record_get(&notes[i], NOTE_REASON));
        status = buffer_failed(&text) || !date ? error_set(lines->error, STATUS_NO_MEMORY, "out of memory")
                                               : put_line(lines, "corrected", date, buffer_slice(&text));
        buffer_free(&text);
    }
    return status;
}

static enum status show_as_lines(struct shown *shown, const struct record *record, const struct record *merged) {
    struct lines lines = {shown->answer, shown->error};
    enum status status = begin_lines(shown->answer, shown->error);
    if (status == STATUS_OK) status = put_merged(&lines, merged);
    if (status == STATUS_OK) status = put_day(&lines, record, shown);
    if (status == STATUS_OK) status = put_fields(&lines, record);
    if (status == STATUS_OK) status = put_corrections(shown->database, &lines, record);
    if (status == STATUS_OK) status = put_terms(shown->database, &lines, record);
    return status == STATUS_OK ? put_events(shown->database, &lines, record) : status;
}

static enum status put_stored(void *context, struct stored_event *event, struct error *error) {
    return front_answer_record(context, &event->event, error);
}

/* Programs get a part of the document: the record, a person's terms, the events it stands in, what was corrected. */
static enum status show_as_document(struct detente *database, const struct record *record,
                                    struct front_answer *answer, struct error *error) {
    struct query query;
    struct slice id;
    struct record *terms = NULL, *notes;
    size_t count = 0, note_count = 0;
    enum status status = front_answer_begin(answer, error);
    if (status == STATUS_OK) status = front_answer_record(answer, record, error);
    if (status == STATUS_OK && record->type == RECORD_PERSON)
        status = store_list(database->store, RECORD_TERM, record_get(record, PERSON_ID), &answer->arena, &terms, &count,
                            error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = front_answer_record(answer, &terms[i], error);
    if (status == STATUS_OK && query_events_of(record, &id, &query))
        status = store_ask(database->store, &query, MATCH_NONE, put_stored, answer, error);
    if (status == STATUS_OK) status = front_list_corrections(database, record, &answer->arena, &notes, &note_count, error);
    for (size_t i = 0; status == STATUS_OK && i < note_count; i++) status = front_answer_record(answer, &notes[i], error);
    return status;
}

static enum status show_record(struct shown *shown, const struct record *record) {
    const struct record *merged = NULL;
    bool as_document = shown->answer->writer.class->exports_document, has_id = record_info(record->type)->fields[0].type == FIELD_ID;
    enum status status = has_id ? find_merged(shown, record_get(record, 0), &merged) : STATUS_OK;
    if (status == STATUS_OK)
        status = as_document ? show_as_document(shown->database, record, shown->answer, shown->error)
                             : show_as_lines(shown, record, merged);
    if (status == STATUS_OK && as_document && merged) status = front_answer_record(shown->answer, merged, shown->error);
    return status == STATUS_OK ? tell_history(shown, record) : status;
}

static enum status show_event(struct shown *shown, const struct stored_event *event) {
    struct front_answer *answer = shown->answer;
    struct asker asker;
    const struct answer_event *whole = NULL;
    struct answer_event named;
    ask_begin(&asker, shown->database->store, ASK_ALL);
    enum status status = front_list_extras(shown->database, answer, shown->error);
    answer->context.single = true;
    if (status == STATUS_OK)
        status = ask_event(&asker, record_get(&event->event, EVENT_ID), MATCH_NONE, &answer->arena, &whole, shown->error);
    if (status == STATUS_OK && whole) {
        named = *whole;
        status = find_merged(shown, record_get(&event->event, EVENT_ID), &named.merged);
    }
    if (status == STATUS_OK) status = front_answer_begin(answer, shown->error);
    if (status == STATUS_OK && whole) status = front_answer_event(answer, &named, shown->error);
    ask_end(&asker);
    return status == STATUS_OK ? tell_history(shown, &event->event) : status;
}

/* A person by a part of the name, when nothing else is called so. */
static enum status find_person(struct detente *database, struct arena *arena, struct slice word, struct record *record,
                               bool *found, struct error *error) {
    struct lookup lookup = store_lookup(database->store);
    struct error fault = {0};
    struct slice id;
    enum status status = resolve_person(&lookup, arena, word, &id, &fault);
    if (status == STATUS_OK) return store_get(database->store, RECORD_PERSON, id, arena, record, found, error);
    if (status == STATUS_NOT_FOUND) return STATUS_OK;
    if (status == STATUS_BAD_INPUT) fault.status = status = STATUS_USAGE;
    *error = fault;
    return status;
}

/* ---- what is not there ----------------------------------------------------------------------------------------- */

/* The whole history of a record that is gone, as `log` gives it. */
static enum status show_gone(struct shown *shown, struct front_history *history) {
    struct desk *desk = arena_alloc(&shown->answer->arena, sizeof *desk);
    if (!desk) return error_set(shown->error, STATUS_NO_MEMORY, "out of memory");
    *desk = (struct desk){.database = shown->now, .request = shown->request, .answer = shown->answer, .told = shown->told,
                          .error = shown->error};
    return desk_tell_history(desk, history);
}

/* Of a record that came later. */
static enum status say_not_yet(const struct shown *shown, const struct front_history *history) {
    const struct answer_subject *subject = &history->subject;
    if (history->count == 0 || subject->before_log) return STATUS_OK;
    error_set(shown->error, STATUS_NOT_FOUND, "%.*s was not in the record at the end of %.*s",
              (int)(subject->id.size < 80 ? subject->id.size : 80), subject->id.data, (int)shown->past->day.size,
              shown->past->day.data ? shown->past->day.data : "");
    error_advise(shown->error, "revision %lld added it; `detente log %.*s` tells the rest",
                 (long long)history->entries[0].made.revision.value, (int)(subject->id.size < 80 ? subject->id.size : 80),
                 subject->id.data);
    return STATUS_NOT_FOUND;
}

/* What the log knows of a word that no record is called by; OK when nothing. */
static enum status look_in_log(struct shown *shown, struct slice word, bool *told) {
    struct front_history history;
    bool past = shown->past->asked;
    enum status status = front_gather_history(shown->now, word, past ? shown->past->revision : INT64_MAX,
                                              &shown->answer->arena, &history, shown->error);
    *told = status == STATUS_OK && shown->request->details.history && history.count && history.subject.removed;
    if (status != STATUS_OK || *told) return status == STATUS_OK ? show_gone(shown, &history) : status;
    status = front_refuse_removed(&history, shown->error);
    if (status != STATUS_OK || !past || history.count) return status;
    status = front_gather_history(shown->now, word, INT64_MAX, &shown->answer->arena, &history, shown->error);
    return status == STATUS_OK ? say_not_yet(shown, &history) : status;
}

/* ---- the question ---------------------------------------------------------------------------------------------- */

static enum status show_word(struct shown *shown, struct slice word) {
    struct detente *database = shown->database;
    struct arena *arena = &shown->answer->arena;
    struct stored_event event;
    struct record record;
    bool found = false, told = false;
    enum status status = prepare(shown, word);
    if (status == STATUS_OK) status = store_find_event(database->store, word, arena, &event, &found, shown->error);
    if (status != STATUS_OK) return status;
    if (found) return show_event(shown, &event);
    status = front_find_record(database, arena, word, &record, &found, NULL, shown->error);
    if (status == STATUS_OK && !found) status = look_in_log(shown, word, &told);
    if (status == STATUS_OK && !found && !told)
        status = find_person(database, arena, word, &record, &found, shown->error);
    if (status != STATUS_OK || told) return status;
    return found ? show_record(shown, &record) : front_refuse_unknown(database, arena, word, shown->error);
}

enum status front_show(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                       struct detente_answer *told, struct error *error) {
    struct front_past past;
    if (request->words.count != 1) return error_set(error, STATUS_USAGE, "show takes one id");
    enum status status = front_open_past(database, request, &answer->arena, &past, told, error);
    struct shown shown = {database, front_choose_past(database, &past), request, &past, answer, told, error};
    if (status == STATUS_OK) status = show_word(&shown, slice_trim(slice_from(request->words.items[0])));
    front_close_past(&past);
    return status;
}
