/* show: one record with all that hangs on it. */
#include "front.h"

#include "ask/last.h"
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

static enum status put_event_line(void *context, struct stored_event *event, struct error *error) {
    struct lines *lines = context;
    struct buffer text;
    buffer_init(&text);
    buffer_append_slice(&text, record_get(&event->event, EVENT_DATE));
    buffer_append_text(&text, "  ");
    buffer_append_slice(&text, record_get(&event->event, record_has(&event->event, EVENT_TITLE) ? EVENT_TITLE : EVENT_KIND));
    struct arena_mark mark = arena_mark(&lines->answer->scratch);
    char *id = arena_string(&lines->answer->scratch, record_get(&event->event, EVENT_ID));
    enum status status = buffer_failed(&text) || !id ? error_set(error, STATUS_NO_MEMORY, "out of memory")
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
    enum status status = store_ask(database->store, &query, MATCH_NONE, put_event_line, lines, lines->error);
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

static enum status show_as_lines(struct detente *database, const struct record *record, struct front_answer *answer,
                                 struct error *error) {
    struct lines lines = {answer, error};
    enum status status = begin_lines(answer, error);
    if (status == STATUS_OK) status = put_fields(&lines, record);
    if (status == STATUS_OK) status = put_terms(database, &lines, record);
    return status == STATUS_OK ? put_events(database, &lines, record) : status;
}

static enum status put_stored(void *context, struct stored_event *event, struct error *error) {
    return front_answer_record(context, &event->event, error);
}

/* Programs get a part of the document: the record, a person's terms, the events it stands in. */
static enum status show_as_document(struct detente *database, const struct record *record,
                                    struct front_answer *answer, struct error *error) {
    struct query query;
    struct slice id;
    struct record *terms = NULL;
    size_t count = 0;
    enum status status = front_answer_begin(answer, error);
    if (status == STATUS_OK) status = front_answer_record(answer, record, error);
    if (status == STATUS_OK && record->type == RECORD_PERSON)
        status = store_list(database->store, RECORD_TERM, record_get(record, PERSON_ID), &answer->arena, &terms, &count,
                            error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = front_answer_record(answer, &terms[i], error);
    if (status != STATUS_OK || !query_events_of(record, &id, &query)) return status;
    return store_ask(database->store, &query, MATCH_NONE, put_stored, answer, error);
}

static enum status show_record(struct detente *database, const struct record *record, struct front_answer *answer,
                               struct error *error) {
    return answer->writer.class->exports_document ? show_as_document(database, record, answer, error)
                                                  : show_as_lines(database, record, answer, error);
}

/* ---- records without an id: link:from/relation/to, term:…, claim:…, coverage:…, note:… --------------------------- */

struct named {
    struct slice name;
    struct arena *arena;
    struct record *record;
    bool *found;
};

static enum status compare_name(void *context, struct record *record, struct error *error) {
    struct named *named = context;
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    bool same = slice_equals(buffer_slice(&name), named->name);
    bool failed = buffer_failed(&name);
    buffer_free(&name);
    if (failed) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (!same || *named->found) return STATUS_OK;
    *named->record = *record;
    *named->found = true;
    return STATUS_OK;
}

/* The first part of the name leads to the few records it can be. */
static enum status find_named(struct detente *database, struct arena *arena, struct slice word, struct record *record,
                              bool *found, struct error *error) {
    static const enum record_type types[] = {RECORD_TERM, RECORD_CLAIM, RECORD_LINK, RECORD_COVERAGE, RECORD_NOTE};
    struct slice prefix = slice_part(word, 0, slice_find(word, ':'));
    struct slice rest = slice_part(word, prefix.size + 1, word.size);
    struct named named = {word, arena, record, found};
    for (size_t i = 0; prefix.size < word.size && i < sizeof types / sizeof *types; i++) {
        struct record *records;
        size_t count;
        if (!slice_is(prefix, record_info(types[i])->name)) continue;
        struct slice first = slice_part(rest, 0, slice_find(rest, '/'));
        enum status status = store_list(database->store, types[i], first, arena, &records, &count, error);
        for (size_t j = 0; status == STATUS_OK && j < count; j++) status = compare_name(&named, &records[j], error);
        return status;
    }
    return STATUS_OK;
}

static enum status show_event(struct detente *database, const struct stored_event *event, struct front_answer *answer,
                              struct error *error) {
    struct asker asker;
    const struct answer_event *whole = NULL;
    ask_begin(&asker, database->store, ASK_ALL);
    enum status status = front_list_extras(database, answer, error);
    answer->context.single = true;
    if (status == STATUS_OK)
        status = ask_event(&asker, record_get(&event->event, EVENT_ID), MATCH_NONE, &answer->arena, &whole, error);
    if (status == STATUS_OK) status = front_answer_begin(answer, error);
    if (status == STATUS_OK && whole) status = front_answer_event(answer, whole, error);
    ask_end(&asker);
    return status;
}

/* A record by id or name, the types tried in an order of likelihood. */
static enum status find_record(struct detente *database, struct arena *arena, struct slice word, struct record *record,
                               bool *found, struct error *error) {
    static const enum record_type types[] = {RECORD_PERSON, RECORD_SOURCE, RECORD_ORGANIZATION, RECORD_COUNTRY};
    struct lookup lookup = store_lookup(database->store);
    *found = false;
    enum status named = find_named(database, arena, word, record, found, error);
    if (named != STATUS_OK || *found) return named;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        struct slice id;
        struct error fault = {0};
        enum status status = resolve_name(&lookup, arena, types[i], word, DAY_MIN, DAY_MAX, &id, &fault);
        if (status == STATUS_NOT_FOUND || status == STATUS_BAD_INPUT) continue;
        if (status == STATUS_OK) status = store_get(database->store, types[i], id, arena, record, found, error);
        if (status != STATUS_OK || *found) return status;
        const struct reference_row *row =
            types[i] == RECORD_COUNTRY || types[i] == RECORD_ORGANIZATION ? reference_find(types[i], id) : NULL;
        if (!row) continue;
        reference_to_record(types[i], row, record);
        *found = true;
        return STATUS_OK;
    }
    return STATUS_OK;
}

static enum status no_such_record(struct detente *database, struct arena *arena, struct slice word, struct error *error) {
    static const enum record_type types[] = {RECORD_EVENT, RECORD_PERSON, RECORD_SOURCE, RECORD_COUNTRY,
                                             RECORD_ORGANIZATION};
    struct lookup lookup = store_lookup(database->store);
    struct buffer near;
    buffer_init(&near);
    resolve_suggest(&lookup, arena, types, sizeof types / sizeof *types, word, &near);
    error_set(error, STATUS_NOT_FOUND, "nothing here is called \"%.*s\"", (int)(word.size < 80 ? word.size : 80), word.data);
    if (near.size) error_advise(error, "did you mean %.*s?", (int)near.size, near.data);
    buffer_free(&near);
    return STATUS_NOT_FOUND;
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

enum status front_show(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                       struct error *error) {
    struct stored_event event;
    struct record record;
    bool found = false;
    if (request->words.count != 1) return error_set(error, STATUS_USAGE, "show takes one id");
    struct slice word = slice_trim(slice_from(request->words.items[0]));
    enum status status = store_find_event(database->store, word, &answer->arena, &event, &found, error);
    if (status == STATUS_OK && !arena_append(&answer->arena, &answer->context.words, word))
        status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (status != STATUS_OK) return status;
    if (found) return show_event(database, &event, answer, error);
    status = find_record(database, &answer->arena, word, &record, &found, error);
    if (status == STATUS_OK && !found) status = find_person(database, &answer->arena, word, &record, &found, error);
    if (status != STATUS_OK) return status;
    return found ? show_record(database, &record, answer, error) : no_such_record(database, &answer->arena, word, error);
}
