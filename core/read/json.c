/* What stands around the records: the document's members, lines, dossier.json.
 *
 * A document is walked once to check all of it and to note where its members begin; then each
 * member is visited in the order in which records refer to one another, so that what an event names
 * is there before it. Going from member to member skips bytes, it does not scan them again. */
#include "json.h"

#include "../base/number.h"
#include "../model/nearest.h"
#include "column.h"
#include "json_record.h"

/* The only version there is. */
enum { DOCUMENT_VERSION = 1 };

/* Members in the order of visiting. "parties" is what rejected rows of parties.csv come back as; a
 * document that is written has the parties in its events. */
enum member { MEMBER_VERSION, MEMBER_DOSSIER, MEMBER_RECORDS, MEMBER_COUNT = MEMBER_RECORDS + 11 };
static const enum record_type visit_order[MEMBER_COUNT - MEMBER_RECORDS] = {
    RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_SOURCE,   RECORD_TERM,
    RECORD_EVENT,   RECORD_PARTY,        RECORD_CLAIM,  RECORD_LINK,     RECORD_COVERAGE,
    RECORD_NOTE};

static const char *member_name(size_t member) {
    if (member == MEMBER_VERSION)
        return "detente";
    return member == MEMBER_DOSSIER ? "dossier"
                                    : record_info(visit_order[member - MEMBER_RECORDS])->plural;
}

/* One reading, of any of the four kinds of input; members are of documents only. */
struct document {
    struct json_scan scan;
    struct json_reader reader;
    struct error *error;
    enum record_type type; /* of one record */
    bool seen[MEMBER_COUNT];
    struct json_place places[MEMBER_COUNT]; /* of their values */
};

static bool fail_here(struct json_scan *scan, const char *message, const char *remedy) {
    struct json_place place = json_scan_place(scan);
    if (scan->status != STATUS_OK)
        return false;
    json_scan_fail(scan, place, "%s", message);
    error_advise(scan->error, "%s", remedy);
    return false;
}

/* ---- Checking a document ------------------------------------------------------------------- */

static size_t find_member(struct slice key) {
    size_t i = 0;
    while (i < MEMBER_COUNT && !slice_is(key, member_name(i)))
        i++;
    return i;
}

static bool refuse_member(struct document *document, struct slice key, struct json_place place) {
    struct nearest nearest = {.word = key};
    char names[200];
    for (size_t i = 0; i < MEMBER_COUNT; i++)
        nearest_offer(&nearest, slice_from(member_name(i)));
    nearest_format(&nearest, names, sizeof names);
    json_scan_fail(&document->scan, place, "a document has no member \"%s\"",
                   column_show(key).text);
    if (slice_is(key, "query"))
        error_advise(document->error,
                     "this is an answer; a document is what `detente export` gives");
    if (names[0])
        error_advise(document->error, "did you mean %s?", names);
    else
        error_advise(document->error,
                     "its members are detente, dossier, countries, organizations, people, "
                     "terms, sources, events, claims, links, coverage and notes");
    return false;
}

static bool check_version(struct json_scan *scan) {
    struct json_place place = json_scan_place(scan);
    struct json_value value;
    double version;
    if (!json_scan_value(scan, &value))
        return false;
    if (number_parse(value.text, &version) && version == (double)DOCUMENT_VERSION)
        return true;
    json_scan_fail(scan, place, "a document of version %s; the version known here is %d",
                   column_show(value.text).text, DOCUMENT_VERSION);
    error_advise(scan->error, "a newer detente may read it");
    return false;
}

/* One record of an array, as text. */
static bool scan_record(struct json_scan *scan, struct json_value *value) {
    int c = json_scan_peek(scan);
    if (c != '{' && c != JSON_END)
        return fail_here(scan, "not a record: each item of the array must be an object",
                         "a record is {\"id\": …}");
    return json_scan_value(scan, value);
}

static bool check_records(struct json_scan *scan) {
    struct json_value value;
    bool first = true;
    int c = json_scan_peek(scan);
    if (c != '[' && c != JSON_END)
        return fail_here(scan, "an array of records is due here", "write [] when there are none");
    if (!json_scan_take(scan, '['))
        return false;
    scan->depth = 2;
    while (json_scan_more(scan, ']', &first))
        if (!scan_record(scan, &value))
            return false;
    scan->depth = 1;
    return json_scan_take(scan, ']');
}

/* The value of the member "dossier", or all of dossier.json. */
static bool scan_dossier(struct json_scan *scan, struct json_value *value) {
    int c = json_scan_peek(scan);
    if (c != '{' && c != JSON_END)
        return fail_here(scan, "the dossier must be an object", "it looks like {\"title\": \"…\"}");
    return json_scan_value(scan, value);
}

static bool check_member(struct document *document, size_t member) {
    struct json_scan *scan = &document->scan;
    struct json_value value;
    document->places[member] = json_scan_place(scan);
    document->seen[member] = true;
    if (member == MEMBER_VERSION)
        return check_version(scan);
    return member == MEMBER_DOSSIER ? scan_dossier(scan, &value) : check_records(scan);
}

static bool check_key(struct document *document) {
    struct json_scan *scan = &document->scan;
    struct json_place place = json_scan_place(scan);
    struct slice key;
    if (!json_scan_key(scan, &key))
        return false;
    size_t member = find_member(key);
    struct json_value passed_over;
    if (member == MEMBER_COUNT && slice_is(key, "history")) /* what `show --history` adds */
        return json_scan_value(scan, &passed_over);
    if (member == MEMBER_COUNT)
        return refuse_member(document, key, place);
    if (!document->seen[member])
        return check_member(document, member);
    json_scan_fail(scan, place, "the member \"%s\" stands twice", member_name(member));
    error_advise(document->error, "remove one of them");
    return false;
}

/* All of it, before anything is visited. */
static bool check_document(struct document *document) {
    struct json_scan *scan = &document->scan;
    struct json_place start = json_scan_place(scan);
    bool first = true;
    int c = json_scan_peek(scan);
    if (c != '{')
        return fail_here(scan, c == JSON_END ? "the document is empty" : "a document is one object",
                         "it begins like {\"detente\": 1, \"events\": [");
    if (!json_scan_take(scan, '{'))
        return false;
    scan->depth = 1;
    while (json_scan_more(scan, '}', &first))
        if (!check_key(document))
            return false;
    if (!json_scan_take(scan, '}') || !json_scan_finish(scan))
        return false;
    if (document->seen[MEMBER_VERSION])
        return true;
    json_scan_fail(scan, start, "no detente document: it has no member \"detente\"");
    error_advise(document->error, "begin it with {\"detente\": 1,");
    return false;
}

/* ---- Visiting ------------------------------------------------------------------------------ */

static char *skip_string(char *c) {
    for (c++; *c != '"'; c++)
        c += *c == '\\';
    return c;
}

/* Without white space between tokens, so that the same content is the same text however it was laid
 * out. `text` has been checked. */
static struct slice remove_space(char *text, size_t size) {
    char *out = text;
    for (char *c = text; c < text + size; c++) {
        char *start = c;
        if (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\r')
            continue;
        if (*c == '"')
            c = skip_string(c);
        memmove(out, start, (size_t)(c - start) + 1);
        out += c - start + 1;
    }
    return (struct slice){text, (size_t)(out - text)};
}

/* Behind the value that begins at `c`, in a text without white space. */
static char *skip_value(char *c) {
    int depth = 0;
    do {
        if (*c == '"')
            c = skip_string(c);
        depth += (*c == '{' || *c == '[') - (*c == '}' || *c == ']');
        c++;
    } while (depth > 0 || (*c != ',' && *c != '}' && *c != ']'));
    return c;
}

/* Takes a member out of an object without white space. *value becomes a copy of its text, empty when it is not there or
 * no text. */
static bool take_member(struct arena *arena, struct slice name, struct slice *text, struct slice *value) {
    char *start = (char *)text->data, *end = start + text->size;
    *value = SLICE_NONE;
    for (char *c = start + 1; c < end && *c == '"';) {
        char *colon = skip_string(c) + 1, *next = skip_value(colon + 1);
        bool last = *next == '}';
        struct slice key = {c + 1, (size_t)(colon - c) - 2};
        if (!slice_equals(key, name)) {
            c = next + 1;
            continue;
        }
        if (colon[1] == '"' && !arena_copy(arena, (struct slice){colon + 2, (size_t)(next - colon) - 3}, value))
            return false;
        char *from = last && c[-1] == ',' ? c - 1 : c, *to = last ? next : next + 1;
        memmove(from, to, (size_t)(end - to));
        text->size -= (size_t)(to - from);
        return true;
    }
    return true;
}

/* The hash of a content is no part of it, nor is that of the content it was taken from. */
static enum status visit_dossier(struct json_reader *reader, struct slice text,
                                 struct error *error) {
    const struct record_visitor *visitor = reader->visitor;
    struct arena_mark mark = arena_mark(&reader->scratch);
    struct slice whole = SLICE_NONE, part = SLICE_NONE;
    if (!visitor->dossier)
        return STATUS_OK;
    char *copy = arena_string(&reader->scratch, text);
    struct slice plain = copy ? remove_space(copy, text.size) : SLICE_NONE;
    if (!copy || !take_member(&reader->scratch, SLICE_OF("revision"), &plain, &whole) ||
        !take_member(&reader->scratch, SLICE_OF("from_revision"), &plain, &part))
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    enum status status = STATUS_OK;
    if (visitor->origin && (whole.size || part.size))
        status = visitor->origin(visitor->context, whole.size ? whole : part, whole.size > 0, error);
    if (status == STATUS_OK)
        status = visitor->dossier(visitor->context, plain, error);
    arena_rewind(&reader->scratch, mark);
    return status;
}

static enum status visit_records(struct document *document, enum record_type type) {
    struct json_scan *scan = &document->scan;
    struct json_value value;
    bool first = true;
    enum status status = STATUS_OK;
    scan->depth = 2;
    json_scan_take(scan, '[');
    while (status == STATUS_OK && json_scan_more(scan, ']', &first)) {
        if (!scan_record(scan, &value))
            break;
        status = json_record_visit(&document->reader, type, &value, document->error);
    }
    return status != STATUS_OK ? status : scan->status;
}

static enum status visit_member(struct document *document, size_t member) {
    struct json_scan *scan = &document->scan;
    struct json_value value;
    if (!json_scan_go(scan, document->places[member]))
        return scan->status;
    if (member != MEMBER_DOSSIER)
        return visit_records(document, visit_order[member - MEMBER_RECORDS]);
    scan->depth = 1;
    if (!scan_dossier(scan, &value))
        return scan->status;
    return visit_dossier(&document->reader, value.text, document->error);
}

static enum status read_members(struct document *document) {
    enum status status = check_document(document) ? STATUS_OK : document->scan.status;
    for (size_t member = MEMBER_DOSSIER; member < MEMBER_COUNT && status == STATUS_OK; member++)
        if (document->seen[member])
            status = visit_member(document, member);
    return status;
}

/* ---- Lines --------------------------------------------------------------------------------- */

static bool scan_line(struct json_scan *scan, struct json_value *value, long last_line) {
    if (scan->line == last_line)
        return fail_here(scan, "something stands behind the object of this line",
                         "JSON Lines has one object on each line");
    if (json_scan_peek(scan) != '{')
        return fail_here(scan, "not an event: each line must be an object",
                         "an event is {\"id\": …}");
    return json_scan_value(scan, value);
}

static enum status read_lines(struct document *document) {
    struct json_scan *scan = &document->scan;
    struct json_value value = {.last_line = 0};
    enum status status = STATUS_OK;
    scan->one_line = document->reader.names_people = true;
    while (status == STATUS_OK && json_scan_peek(scan) != JSON_END) {
        if (!scan_line(scan, &value, value.last_line))
            break;
        status = json_record_visit(&document->reader, RECORD_EVENT, &value, document->error);
    }
    return status != STATUS_OK ? status : scan->status;
}

/* ---- dossier.json -------------------------------------------------------------------------- */

static enum status read_dossier(struct document *document) {
    struct json_value value;
    if (!scan_dossier(&document->scan, &value) || !json_scan_finish(&document->scan))
        return document->scan.status;
    return visit_dossier(&document->reader, value.text, document->error);
}

/* ---- One record ---------------------------------------------------------------------------- */

static enum status read_record(struct document *document) {
    struct json_scan *scan = &document->scan;
    struct json_value value;
    int c = json_scan_peek(scan);
    if (c != '{') {
        fail_here(scan, c == JSON_END ? "there is no record" : "a record is one object",
                  "it begins like {\"id\": \"…\"");
        return scan->status;
    }
    if (!json_scan_value(scan, &value))
        return scan->status;
    /* Looked at first: a record is taken whole or not at all. */
    return json_scan_finish(scan) ? json_record_visit(&document->reader, document->type, &value, document->error)
                                  : scan->status;
}

/* ---- The four of them --------------------------------------------------------------------- */

static enum status read_input(struct input *input, const struct record_visitor *visitor, enum record_type type,
                              enum status (*read)(struct document *document), struct error *error) {
    struct error own = {.status = STATUS_OK};
    struct document document = {.error = error ? error : &own, .type = type};
    json_reader_init(&document.reader, input->name, visitor);
    enum status status = json_scan_open(&document.scan, input, document.error);
    if (status == STATUS_OK)
        status = read(&document);
    json_scan_free(&document.scan);
    json_reader_free(&document.reader);
    return status;
}

enum status json_read_document(struct input *input, const struct record_visitor *visitor,
                               struct error *error) {
    return read_input(input, visitor, RECORD_TYPES, read_members, error);
}

enum status json_read_lines(struct input *input, const struct record_visitor *visitor,
                            struct error *error) {
    return read_input(input, visitor, RECORD_TYPES, read_lines, error);
}

enum status json_read_dossier(struct input *input, const struct record_visitor *visitor,
                              struct error *error) {
    return read_input(input, visitor, RECORD_TYPES, read_dossier, error);
}

enum status json_read_record(struct input *input, enum record_type type, const struct record_visitor *visitor,
                             struct error *error) {
    return read_input(input, visitor, type, read_record, error);
}
