/* Answers that are tables: records of a type, countries, kinds, formats, dates, SQL. */
#include "front.h"

#include <stdio.h>
#include <string.h>
#include "base/cell.h"
#include "base/number.h"
#include "base/utf8.h"
#include "model/nearest.h"
#include "model/reference.h"
#include "profiles.h"
#include "time/written.h"

enum { ROW_COLUMNS_MAX = 64 };

struct rows {
    struct front_answer *answer;
    const char *columns[ROW_COLUMNS_MAX + 1];
    bool is_list[ROW_COLUMNS_MAX];
    size_t count;
    struct error *error;
};

static void add_column(struct rows *rows, const char *name, bool is_list) {
    if (rows->count == ROW_COLUMNS_MAX) return;
    rows->is_list[rows->count] = is_list;
    rows->columns[rows->count++] = name;
}

/* People get the columns that fit on a line, programs get all of them. */
static bool is_for_people(const struct rows *rows) {
    return slice_is(slice_from(rows->answer->writer.class->media_type), "text/plain; charset=utf-8");
}

static enum status begin_rows(struct rows *rows, const char *name) {
    rows->columns[rows->count] = NULL;
    rows->answer->context.columns = rows->columns;
    rows->answer->context.rows_name = name;
    enum status status = front_require(rows->answer, rows->answer->writer.class->row != NULL, rows->error);
    return status != STATUS_OK ? status : front_answer_begin(rows->answer, rows->error);
}

static enum status put_row(struct rows *rows, const struct slice *values, const bool *is_number) {
    struct answer_row row = {values, is_number, rows->is_list};
    return front_answer_row(rows->answer, &row, rows->error);
}

static struct slice text_or_none(const char *text) { return text && text[0] ? slice_from(text) : SLICE_NONE; }

static bool is_number_field(const struct field *field) {
    return field->type == FIELD_NUMBER || field->type == FIELD_INTEGER;
}

static bool is_list_field(const struct field *field) {
    return field->type == FIELD_LIST || field->type == FIELD_NAMES || field->type == FIELD_CODES ||
           field->type == FIELD_PARTIES;
}

/* ---- records of a type ------------------------------------------------------------------------------- */

/* The fields of the type, then the extras that records of it have. */
static enum status add_record_columns(struct detente *database, struct rows *rows, enum record_type type) {
    const struct record_info *info = record_info(type);
    struct arena *arena = &rows->answer->arena;
    struct slice_list extras;
    for (size_t i = 0; i < info->field_count; i++) add_column(rows, info->fields[i].name, is_list_field(&info->fields[i]));
    enum status status = store_list_extras(database->store, type, arena, &extras, rows->error);
    for (size_t i = 0; status == STATUS_OK && i < extras.count; i++) {
        char *name = arena_string(arena, extras.items[i]);
        if (!name) return error_set(rows->error, STATUS_NO_MEMORY, "out of memory");
        add_column(rows, name, false);
    }
    return status;
}

static struct slice find_extra(const struct record *record, const char *name) {
    for (size_t i = 0; i < record->extra_count; i++)
        if (slice_is(record->extras[i].name, name)) return record->extras[i].value;
    return SLICE_NONE;
}

static enum status put_record(void *context, struct record *record, struct error *error) {
    struct rows *rows = context;
    struct slice values[ROW_COLUMNS_MAX] = {{NULL, 0}};
    bool is_number[ROW_COLUMNS_MAX] = {false};
    const struct record_info *info = record_info(record->type);
    (void)error;
    for (size_t i = 0; i < info->field_count; i++) {
        is_number[i] = is_number_field(&info->fields[i]);
        if (record_has(record, (int)i)) values[i] = record_get(record, (int)i);
    }
    for (size_t i = info->field_count; i < rows->count; i++) values[i] = find_extra(record, rows->columns[i]);
    return put_row(rows, values, is_number);
}

/* "meetings" are no type of record, but a kind of events. */
static bool find_family(struct slice word, struct slice *kind) {
    struct slice singular = slice_part(word, 0, word.size - 1);
    for (size_t i = 0; word.size && i < kind_count; i++) {
        *kind = slice_from(kind_table[i].path);
        if (slice_equals_ascii_nocase(word, *kind)) return true;
        if (word.data[word.size - 1] == 's' && slice_equals_ascii_nocase(singular, *kind)) return true;
    }
    return false;
}

static const char *find_type_meant(struct slice word) {
    static const struct {
        const char *word, *type;
    } meant[] = {{"quote", "statements"}, {"quotes", "statements"}, {"quotation", "statements"},
                 {"quotations", "statements"}, {"persons", "people"}, {"leaders", "people"}, {"offices", "terms"}};
    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
        if (slice_equals_ascii_nocase(word, slice_from(meant[i].word))) return meant[i].type;
    return NULL;
}

static enum status unknown_type(struct slice word, struct error *error) {
    struct nearest nearest = {.word = word};
    struct slice kind;
    char names[120];
    const char *meant = find_type_meant(word);
    for (int type = 0; type < RECORD_PARTY; type++) nearest_offer(&nearest, slice_from(record_info((enum record_type)type)->plural));
    nearest_offer(&nearest, SLICE_OF("statements"));
    nearest_format(&nearest, names, sizeof names);
    error_set(error, STATUS_USAGE, "\"%.*s\" is no type of record", (int)(word.size < 60 ? word.size : 60), word.data);
    if (meant) error_advise(error, "did you mean `detente list %s`?", meant);
    else if (find_family(word, &kind))
        error_advise(error, "did you mean `detente list events --kind %.*s`?", (int)kind.size, kind.data);
    else if (names[0]) error_advise(error, "did you mean %s?", names);
    else error_advise(error, "types are countries, organizations, people, terms, sources, events, statements, claims, "
                             "links, coverage and notes");
    return STATUS_USAGE;
}

static enum status list_records(struct detente *database, const struct detente_request *request, struct rows *rows) {
    if (request->words.count != 1) return error_set(rows->error, STATUS_USAGE, "list takes one type of record");
    if (front_has_filters(&request->filters)) {
        error_set(rows->error, STATUS_USAGE, "filters ask for events");
        error_advise(rows->error, "use them with `detente list events`");
        return STATUS_USAGE;
    }
    enum record_type type = record_find_type(slice_from(request->words.items[0]));
    if (type == RECORD_TYPES) return unknown_type(slice_from(request->words.items[0]), rows->error);
    enum status status = add_record_columns(database, rows, type);
    if (status == STATUS_OK) status = begin_rows(rows, record_info(type)->plural);
    if (status == STATUS_OK) status = store_each(database->store, type, put_record, rows, rows->error);
    if (status != STATUS_OK || rows->answer->entries) return status;
    error_set(rows->error, STATUS_NOT_FOUND, "the record has no %s of its own", record_info(type)->plural);
    if (type == RECORD_COUNTRY) error_advise(rows->error, "`detente countries` lists those that the program knows");
    return STATUS_NOT_FOUND;
}

/* ---- countries ------------------------------------------------------------------------------------------ */

static const char *const country_columns[] = {"id", "name", "aliases", "start", "end", "iso2", "iso_numeric", "cow",
                                              "gw", "fips", "cameo", "ioc", "wikidata"};
enum { COUNTRY_COLUMNS = sizeof country_columns / sizeof *country_columns };
enum { NAME_PREFIX = sizeof "name " - 1 }; /* of the keys under which names stand in the reference table */

/* The first code, without the time in which it holds: what fits on a line. */
static struct slice main_code(const char *codes) {
    struct slice first = slice_part(slice_from(codes), 0, slice_find(slice_from(codes), ';'));
    return slice_part(first, 0, slice_find(first, '@'));
}

static bool is_for_programs(size_t column) {
    return column == COUNTRY_ALIASES || column == COUNTRY_CAMEO || column == COUNTRY_IOC ||
           column == COUNTRY_WIKIDATA;
}

static enum status put_country(struct rows *rows, const struct reference_row *row) {
    struct slice values[COUNTRY_COLUMNS];
    size_t count = 0;
    for (size_t i = 0; i < COUNTRY_COLUMNS; i++) {
        bool code = i >= COUNTRY_ISO2 && i <= COUNTRY_IOC;
        if (is_for_people(rows) && is_for_programs(i)) continue;
        values[count++] = is_for_people(rows) && code ? main_code(row->values[i]) : text_or_none(row->values[i]);
    }
    return put_row(rows, values, NULL);
}

static enum status no_such_country(struct slice word, struct arena *arena, struct error *error) {
    static const enum record_type countries[] = {RECORD_COUNTRY};
    struct buffer near;
    buffer_init(&near);
    resolve_suggest(NULL, arena, countries, 1, word, &near);
    error_set(error, STATUS_NOT_FOUND, "no country is called \"%.*s\"", (int)(word.size < 60 ? word.size : 60), word.data);
    if (near.size) error_advise(error, "did you mean %.*s?", (int)near.size, near.data);
    buffer_free(&near);
    return STATUS_NOT_FOUND;
}

enum { CANDIDATES_MAX = 16 };

static const char *const code_systems[] = {"iso2", "iso_numeric", "cow", "gw", "fips", "cameo", "ioc"};

/* "cow:255", "fips:GM": a code of a named system. */
static size_t find_by_system(struct arena *arena, struct slice word, const struct reference_row **rows) {
    size_t colon = slice_find(word, ':');
    for (size_t i = 0; i < sizeof code_systems / sizeof *code_systems; i++)
        if (slice_equals_ascii_nocase(slice_part(word, 0, colon), slice_from(code_systems[i])))
            return reference_resolve_code(arena, code_systems[i], slice_part(word, colon + 1, word.size), DAY_MIN,
                                          DAY_MAX, rows, CANDIDATES_MAX);
    return 0;
}

static enum status put_countries_called(struct rows *rows, struct slice word) {
    const struct reference_row *found[CANDIDATES_MAX];
    struct arena *arena = &rows->answer->arena;
    size_t count = slice_find(word, ':') < word.size
                       ? find_by_system(arena, word, found)
                       : reference_resolve(RECORD_COUNTRY, arena, word, DAY_MIN, DAY_MAX, found, CANDIDATES_MAX);
    if (count == 0) count = reference_resolve_any_code(arena, word, DAY_MIN, DAY_MAX, found, CANDIDATES_MAX);
    enum status status = count ? STATUS_OK : no_such_country(word, arena, rows->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = put_country(rows, found[i]);
    return status;
}

static enum status list_countries(const struct detente_request *request, struct rows *rows) {
    bool text = is_for_people(rows);
    for (size_t i = 0; i < COUNTRY_COLUMNS; i++)
        if (!text || !is_for_programs(i))
            add_column(rows, country_columns[i], i == COUNTRY_ALIASES || (i >= COUNTRY_ISO2 && i <= COUNTRY_IOC));
    enum status status = begin_rows(rows, "countries");
    for (size_t i = 0; status == STATUS_OK && i < request->words.count; i++)
        status = put_countries_called(rows, slice_from(request->words.items[i]));
    for (size_t i = 0; status == STATUS_OK && request->words.count == 0 && i < reference_country_count; i++)
        status = put_country(rows, &reference_countries[i]);
    return status;
}

/* ---- kinds and formats -------------------------------------------------------------------------------------- */

static enum status put_kind(struct rows *rows, const struct kind *kind) {
    char weight[NUMBER_SIZE];
    static const bool is_number[] = {false, false, false, true, false, false, false};
    struct slice values[] = {slice_from(kind->path), slice_from(kind->label),
                             slice_from(kind_class_name(kind->duration)),
                             {weight, number_format(kind->weight, weight)},
                             text_or_none(kind->cameo), text_or_none(kind->plover), text_or_none(kind->note)};
    return put_row(rows, values, is_number);
}

static bool is_kind_asked(const struct detente_request *request, const struct kind *kind) {
    for (size_t i = 0; i < request->words.count; i++)
        if (kind_is_below(slice_from(kind->path), slice_from(request->words.items[i]))) return true;
    return request->words.count == 0;
}

static enum status list_kinds(const struct detente_request *request, struct rows *rows) {
    static const char *const columns[] = {"path", "label", "class", "weight", "cameo", "plover", "note"};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < request->words.count; i++) {
        status = kind_check(slice_from(request->words.items[i]), rows->error);
        if (status == STATUS_BAD_INPUT) rows->error->status = status = STATUS_USAGE;
    }
    size_t count = is_for_people(rows) ? 4 : sizeof columns / sizeof *columns;
    for (size_t i = 0; i < count; i++) add_column(rows, columns[i], i == 4 || i == 5);
    if (status == STATUS_OK) status = begin_rows(rows, "kinds");
    for (size_t i = 0; status == STATUS_OK && i < kind_count; i++)
        if (is_kind_asked(request, &kind_table[i])) status = put_kind(rows, &kind_table[i]);
    return status;
}

static enum status put_format(struct rows *rows, const struct detente_format *format) {
    struct buffer uses;
    buffer_init(&uses);
    if (format->for_events) buffer_append_text(&uses, "events");
    if (format->for_tables) buffer_append_text(&uses, uses.size ? ";tables" : "tables");
    if (format->for_pages) buffer_append_text(&uses, uses.size ? ";brief" : "brief");
    if (format->for_export) buffer_append_text(&uses, uses.size ? ";export" : "export");
    struct slice values[] = {slice_from(format->name), buffer_slice(&uses), slice_from(format->summary),
                             slice_from(format->media_type)};
    enum status status = put_row(rows, values, NULL);
    buffer_free(&uses);
    return status;
}

static enum status list_formats(struct rows *rows) {
    struct detente_format format;
    add_column(rows, "name", false);
    add_column(rows, "for", true);
    add_column(rows, "summary", false);
    if (!is_for_people(rows)) add_column(rows, "media_type", false);
    enum status status = begin_rows(rows, "formats");
    for (size_t i = 0; status == STATUS_OK && detente_format_at(i, &format); i++) status = put_format(rows, &format);
    return status;
}

/* ---- profiles ----------------------------------------------------------------------------------------------- */

static enum status list_profiles(struct rows *rows) {
    const struct profile *const *profiles;
    size_t count = 0;
    enum status status = profiles_parse_builtin(&rows->answer->arena, &profiles, &count, rows->error);
    if (status != STATUS_OK) return status;
    add_column(rows, "name", false);
    add_column(rows, "title", false);
    if (!is_for_people(rows)) add_column(rows, "about", false);
    status = begin_rows(rows, "profiles");
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct slice values[] = {profiles[i]->name, profiles[i]->title, profiles[i]->about};
        status = put_row(rows, values, NULL);
    }
    return status;
}

/* The file as it is, whatever the format: something to start from. */
static enum status show_profile(struct rows *rows, struct slice name) {
    const struct embedded_file *file;
    enum status status = profiles_find_file(name, &file, rows->error);
    if (status != STATUS_OK) return status;
    buffer_append(sink_buffer(&rows->answer->sink), (const char *)file->data, file->size);
    rows->answer->entries = 1;
    return STATUS_OK;
}

static enum status tell_profiles(const struct detente_request *request, struct rows *rows) {
    bool shows = request->words.count == 2 && strcmp(request->words.items[0], "show") == 0;
    if (request->words.count == 0) return list_profiles(rows);
    if (shows) return show_profile(rows, slice_from(request->words.items[1]));
    error_set(rows->error, STATUS_USAGE, "profiles takes nothing, or show and the name of one");
    error_advise(rows->error, "such as: detente profiles show icews");
    return STATUS_USAGE;
}

/* ---- dates ---------------------------------------------------------------------------------------------------- */

enum { DATE_INPUT, DATE_VALID, DATE_EDTF, DATE_LEVEL, DATE_TYPE, DATE_PRECISION, DATE_UNCERTAIN, DATE_APPROXIMATE,
       DATE_MIN, DATE_MAX, DATE_ERROR, DATE_POSITION, DATE_COLUMNS };

static const char *const date_columns[DATE_COLUMNS] = {"input", "valid", "edtf", "level", "type", "precision",
                                                       "uncertain", "approximate", "min", "max", "error", "position"};

static struct slice yes_or_no(bool yes) { return yes ? SLICE_OF("true") : SLICE_OF("false"); }

static struct slice bound_text(int64_t day, enum edtf_bound kind, char out[EDTF_DAY_SIZE]) {
    if (kind == EDTF_UNKNOWN) return SLICE_OF("unknown");
    return (struct slice){out, edtf_format_day(day, out)};
}

struct date_texts {
    char level[NUMBER_SIZE], position[NUMBER_SIZE];
    char min[EDTF_DAY_SIZE], max[EDTF_DAY_SIZE];
    char error[sizeof((struct error *)0)->message + sizeof((struct error *)0)->remedy];
};

static enum status fill_valid(struct arena *arena, const struct edtf *date, struct slice input, struct slice *values,
                              struct date_texts *texts, struct error *error) {
    struct slice canonical;
    enum status status = edtf_canonical(arena, input, &canonical, error);
    if (status != STATUS_OK) return status;
    values[DATE_EDTF] = canonical;
    values[DATE_LEVEL] = (struct slice){texts->level, number_format_integer(date->level, texts->level)};
    values[DATE_TYPE] = slice_from(edtf_type_name(date->type));
    values[DATE_PRECISION] = slice_from(edtf_precision_name(date->precision));
    values[DATE_UNCERTAIN] = yes_or_no(date->uncertain);
    values[DATE_APPROXIMATE] = yes_or_no(date->approximate);
    values[DATE_MIN] = bound_text(date->min, date->min_kind, texts->min);
    values[DATE_MAX] = bound_text(date->max, date->max_kind, texts->max);
    return STATUS_OK;
}

static void fill_invalid(const struct error *fault, size_t position, struct slice *values, struct date_texts *texts) {
    struct buffer text;
    buffer_init(&text);
    buffer_append_text(&text, fault->message);
    if (fault->remedy[0]) buffer_append_format(&text, "; %s", fault->remedy);
    size_t size = text.size < sizeof texts->error ? text.size : sizeof texts->error;
    if (text.data) memcpy(texts->error, text.data, size);
    buffer_free(&text);
    values[DATE_ERROR] = (struct slice){texts->error, size};
    values[DATE_POSITION] = (struct slice){texts->position, number_format_integer((int64_t)position + 1, texts->position)};
}

/* What people write: the remedy is the EDTF that an import takes it for, or what is wrong with it as that. */
static void advise_written(struct arena *arena, struct slice input, struct error *fault) {
    struct slice edtf;
    struct error written = {0};
    bool converted = false;
    enum status status = written_to_edtf(arena, input, DATE_ORDER_NONE, &edtf, &converted, &written);
    if (status == STATUS_BAD_INPUT && !written_means_edtf(input)) written_explain(&written, fault);
    if (status != STATUS_OK || !converted) return;
    error_clear(fault);
    error_set(fault, STATUS_BAD_INPUT, "this is no EDTF, though an import takes it");
    error_advise(fault, "write %.*s", (int)edtf.size, edtf.data);
}

static enum status put_date_row(struct rows *rows, const struct slice *values) {
    static const bool is_raw[DATE_COLUMNS] = {[DATE_VALID] = true, [DATE_LEVEL] = true, [DATE_UNCERTAIN] = true,
                                              [DATE_APPROXIMATE] = true, [DATE_POSITION] = true};
    if (!is_for_people(rows)) return put_row(rows, values, is_raw);
    struct buffer reading;
    buffer_init(&reading);
    if (values[DATE_ERROR].size) {
        buffer_append_text(&reading, "no date: ");
        buffer_append_slice(&reading, values[DATE_ERROR]);
    } else {
        buffer_append_format(&reading, "%.*s, level %.*s", (int)values[DATE_TYPE].size, values[DATE_TYPE].data,
                             (int)values[DATE_LEVEL].size, values[DATE_LEVEL].data);
        buffer_append_format(&reading, ", to the %.*s", (int)values[DATE_PRECISION].size, values[DATE_PRECISION].data);
        if (slice_is(values[DATE_UNCERTAIN], "true")) buffer_append_text(&reading, ", uncertain");
        if (slice_is(values[DATE_APPROXIMATE], "true")) buffer_append_text(&reading, ", approximate");
    }
    struct slice shown[] = {values[DATE_INPUT], values[DATE_MIN], values[DATE_MAX], buffer_slice(&reading)};
    enum status status = put_row(rows, shown, NULL);
    buffer_free(&reading);
    return status;
}

static enum status put_date(struct rows *rows, struct slice input, bool *valid) {
    struct slice values[DATE_COLUMNS] = {{NULL, 0}};
    struct date_texts texts;
    struct edtf date;
    size_t position = 0;
    struct error fault = {0};
    enum status status = edtf_parse(input, &date, &position, &fault);
    *valid = status == STATUS_OK;
    values[DATE_INPUT] = input;
    values[DATE_VALID] = yes_or_no(*valid);
    if (*valid) {
        status = fill_valid(&rows->answer->arena, &date, input, values, &texts, rows->error);
    } else {
        advise_written(&rows->answer->arena, input, &fault);
        fill_invalid(&fault, position, values, &texts);
    }
    return *valid && status != STATUS_OK ? status : put_date_row(rows, values);
}

static void add_date_columns(struct rows *rows) {
    static const char *const for_people[] = {"input", "earliest", "latest", "reading"};
    bool people = is_for_people(rows);
    for (size_t i = 0; i < (people ? 4 : DATE_COLUMNS); i++) add_column(rows, people ? for_people[i] : date_columns[i], false);
}

static enum status list_dates(const struct detente_request *request, struct rows *rows, struct detente_answer *told) {
    enum status status = request->words.count ? STATUS_OK : error_set(rows->error, STATUS_USAGE, "date takes dates to read");
    add_date_columns(rows);
    rows->answer->context.bare = true;
    told->all_valid = true;
    if (status == STATUS_OK) status = begin_rows(rows, "dates");
    for (size_t i = 0; status == STATUS_OK && i < request->words.count; i++) {
        bool valid = false;
        status = put_date(rows, slice_from(request->words.items[i]), &valid);
        told->all_valid = told->all_valid && valid;
    }
    if (status != STATUS_OK || told->all_valid) return status;
    error_set(rows->error, STATUS_BAD_INPUT, "not every date could be read");
    return STATUS_BAD_INPUT;
}

/* ---- sql ------------------------------------------------------------------------------------------------------- */

static enum status begin_sql(void *context, const char *const *columns, size_t count, struct error *error) {
    struct rows *rows = context;
    if (count > ROW_COLUMNS_MAX) return error_set(error, STATUS_USAGE, "the query has more than %d columns", ROW_COLUMNS_MAX);
    for (size_t i = 0; i < count; i++) {
        char *name = arena_string(&rows->answer->arena, slice_from(columns[i]));
        if (!name) return error_set(error, STATUS_NO_MEMORY, "out of memory");
        add_column(rows, name, false);
    }
    return begin_rows(rows, "rows");
}

static enum status put_sql(void *context, const struct slice *values, const bool *is_number, size_t count,
                           struct error *error) {
    (void)count;
    (void)error;
    return put_row(context, values, is_number);
}

/* The view that was meant, where the message says that a table is not there. */
static void advise_view(struct error *error) {
    static const char *const views[] = {"v_event", "v_party", "v_pair", "v_person", "v_organization", "v_term",
                                        "v_source", "v_claim", "v_link", "v_coverage", "v_note"};
    static const char lead[] = "no such table: ";
    const char *at = strstr(error->message, lead);
    char names[80], plain[40];
    if (!at) return;
    struct nearest nearest = {.word = slice_from(at + sizeof lead - 1)};
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) nearest_offer(&nearest, slice_from(views[i]));
    /* "events", "person": without v_ and in the plural. */
    struct slice word = nearest.word;
    if (word.size && word.data[word.size - 1] == 's') word.size--;
    snprintf(plain, sizeof plain, "v_%.*s", (int)(word.size < 30 ? word.size : 30), word.data);
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        if (strcmp(plain, views[i]) == 0) nearest = (struct nearest){.best = {slice_from(views[i])}, .count = 1};
    nearest_format(&nearest, names, sizeof names);
    if (!names[0]) return;
    error->remedy[0] = '\0';
    error_advise(error, "did you mean %s? `detente help sql` names the views", names);
}

static enum status run_sql(struct detente *database, const struct detente_request *request, struct rows *rows) {
    struct store_sql_visitor visitor = {rows, begin_sql, put_sql};
    if (request->words.count != 1) return error_set(rows->error, STATUS_USAGE, "sql takes one query");
    enum status status = store_sql(database->store, request->words.items[0], &visitor, rows->error);
    if (status == STATUS_USAGE) advise_view(rows->error);
    if (status == STATUS_OK && rows->answer->entries == 0)
        return error_set(rows->error, STATUS_NOT_FOUND, "the query gave no rows");
    return status;
}

static enum status ask_rows(struct detente *database, const struct detente_request *request, struct rows *rows,
                            struct detente_answer *told) {
    switch (request->question) {
    case DETENTE_LIST: return list_records(database, request, rows);
    case DETENTE_COUNTRIES: return list_countries(request, rows);
    case DETENTE_KINDS:
        return front_asks_codes(request) ? front_list_codes(request, rows->answer, rows->error) : list_kinds(request, rows);
    case DETENTE_FORMATS: return list_formats(rows);
    case DETENTE_PROFILES: return tell_profiles(request, rows);
    case DETENTE_DATES: return list_dates(request, rows, told);
    case DETENTE_SQL: return run_sql(database, request, rows);
    default: return error_set(rows->error, STATUS_USAGE, "this question is not known");
    }
}

enum status front_ask_rows(struct detente *database, const struct detente_request *request,
                           struct front_answer *answer, struct detente_answer *told, struct error *error) {
    /* The writer looks at the columns until its end, so they live as long as the answer. */
    struct rows *rows = arena_alloc(&answer->arena, sizeof *rows);
    if (!rows) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    rows->answer = answer;
    rows->error = error;
    for (size_t i = 0; i < request->words.count; i++)
        if (!arena_append(&answer->arena, &answer->context.words, slice_from(request->words.items[i])))
            return error_set(error, STATUS_NO_MEMORY, "out of memory");
    return ask_rows(database, request, rows, told);
}
