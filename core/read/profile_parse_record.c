/* What a profile says that a row makes: records with their fields, parties, spells of codes; and the coverage of a file. */
#include "profile_parse.h"

#include "../base/cell.h"
#include "../model/nearest.h"
#include "../model/resolve.h"
#include "../model/value.h"
#include "column.h"

/* ---- parties ---- */

static bool take_try_as(struct profile_parser *parser, const cJSON *node, void *target, enum party_type type) {
    struct profile_try *one = target;
    one->type = type;
    return profile_take_value(parser, node, &one->value);
}

static bool take_country(struct profile_parser *parser, const cJSON *node, void *target) {
    return take_try_as(parser, node, target, PARTY_COUNTRY);
}

static bool take_organization(struct profile_parser *parser, const cJSON *node, void *target) {
    return take_try_as(parser, node, target, PARTY_ORGANIZATION);
}

static bool take_person(struct profile_parser *parser, const cJSON *node, void *target) {
    return take_try_as(parser, node, target, PARTY_PERSON);
}

static bool take_actor(struct profile_parser *parser, const cJSON *node, void *target) {
    return take_try_as(parser, node, target, PARTY_ACTOR);
}

/* A try as an object of its own, and (`offset`) as part of its party. */
#define TRY_KEYS(offset, shape, needs_country)                                                    \
    {"country", take_country, offset, shape, NULL}, {"organization", take_organization, offset, shape, NULL},   \
    {"person", take_person, offset, shape, NULL}, {"actor", take_actor, offset, shape, NULL},                   \
    {"system", profile_take_system, (offset) + offsetof(struct profile_try, system), 0, needs_country},         \
    {"make", profile_take_flag, (offset) + offsetof(struct profile_try, make), 0, NULL},                        \
    {"quiet", profile_take_flag, (offset) + offsetof(struct profile_try, quiet), 0, NULL}

static const struct profile_key try_keys[] = {TRY_KEYS(0, KEY_SHAPE, "country")};
static const struct profile_object try_object = PROFILE_OBJECT("one of \"try\"", try_keys);

/* Countries are made by records, and an actor is nobody's record. */
static bool check_make(struct profile_parser *parser, const cJSON *node) {
    const cJSON *make = profile_member(node, "make");
    if (!make || profile_member(node, "person") || profile_member(node, "organization")) return true;
    return profile_fail(parser, make, "remove it", "\"make\" means something of a person or an organization only");
}

static bool take_try(struct profile_parser *parser, const cJSON *node, void *target) {
    return profile_take_object(parser, node, &try_object, target) && check_make(parser, node);
}

struct party_target {
    struct profile_party party;
    struct profile_try single; /* where there is no array of tries */
};

static bool take_tries(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_party *party = target;
    return profile_take_items(parser, node, sizeof *party->tries, take_try, &party->tries, &party->try_count);
}

static bool take_role(struct profile_parser *parser, const cJSON *node, void *role) {
    if (!profile_take_filled_text(parser, node, role)) return false;
    struct slice given = *(struct slice *)role;
    if (!profile_check_text(parser, node, RECORD_PARTY, PARTY_ROLE, given)) return false;
    return value_lower_word(parser->arena, given, role) || profile_fail_memory(parser);
}

static bool take_separators(struct profile_parser *parser, const cJSON *node, void *target) {
    struct slice_list *split = target;
    if (!profile_take_words(parser, node, split)) return false;
    for (size_t i = 0; i < split->count; i++)
        if (slice_is_empty(split->items[i]))
            return profile_fail(parser, node, "such as [\";\"]", "nothing to cut at: an empty text in \"split\"");
    return true;
}

static const struct profile_key party_keys[] = {
    TRY_KEYS(offsetof(struct party_target, single), KEY_SHAPE, "country"),
    {"try", take_tries, 0, KEY_SHAPE, NULL},
    {"role", take_role, offsetof(struct profile_party, role), 0, NULL},
    {"split", take_separators, offsetof(struct profile_party, split), 0, NULL},
    {"parentheses", profile_take_flag, offsetof(struct profile_party, parentheses), 0, "split"},
    {"for", profile_take_value, offsetof(struct profile_party, acts_for), 0, NULL},
    {"as", profile_take_value, offsetof(struct profile_party, as), 0, NULL},
};
static const struct profile_object party_object = PROFILE_OBJECT("a party", party_keys);

static bool take_party(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_party *party = target;
    struct party_target whole = {.party = {.role = SLICE_OF("participant")}};
    if (!profile_take_object(parser, node, &party_object, &whole) || !check_make(parser, node)) return false;
    *party = whole.party;
    const cJSON *quiet = profile_member(node, "quiet");
    if (party->try_count && quiet)
        return profile_fail(parser, quiet, "write it into each of them", "\"quiet\" belongs into the items of \"try\"");
    if (party->try_count) return true;
    party->try_count = 1;
    party->tries = arena_alloc(parser->arena, sizeof *party->tries);
    if (!party->tries) return profile_fail_memory(parser);
    *party->tries = whole.single;
    return true;
}

/* ---- spells of codes ---- */

static bool take_spell_system(struct profile_parser *parser, const cJSON *node, void *target) {
    enum code_system *system = target;
    if (!profile_take_system(parser, node, target)) return false;
    if (*system != CODE_NAME && *system != CODE_ISO3) return true;
    return profile_fail(parser, node, "such as cow or gw", "the table of countries has no codes of this system with a time");
}

static bool ignore(struct profile_parser *parser, const cJSON *node, void *target) {
    (void)parser, (void)node, (void)target;
    return true;
}

#define SPELL(member) offsetof(struct profile_record, spell) + offsetof(struct profile_spell, member)
static const struct profile_key spell_keys[] = {
    {"type", ignore, 0, 0, NULL},
    {"when", profile_take_conditions, offsetof(struct profile_record, when), 0, NULL},
    {"system", take_spell_system, SPELL(system), KEY_NEEDED, NULL},
    {"code", profile_take_value, SPELL(code), KEY_NEEDED, NULL},
    {"name", profile_take_value, SPELL(name), KEY_NEEDED, NULL},
    {"start", profile_take_value, SPELL(start), 0, NULL},
    {"end", profile_take_value, SPELL(end), 0, NULL},
};
static const struct profile_object spell_object = PROFILE_OBJECT("country-code", spell_keys);

/* ---- fields ---- */

static bool take_field_value(struct profile_parser *parser, const cJSON *node, enum record_type type,
                             struct profile_field *field, size_t index) {
    struct profile_value *value = &field->values[index];
    bool done = column_is_list(record_field(type, field->field)->type) ? profile_take_list_value(parser, node, value)
                                            : profile_take_value(parser, node, value);
    return done && profile_check_value(parser, node, value, type, field->field);
}

static bool take_field(struct profile_parser *parser, const cJSON *node, enum record_type type, struct profile_field *field) {
    const cJSON *first = cJSON_IsArray(node) ? node->child : node;
    if (cJSON_IsArray(node) && !column_is_list(record_field(type, field->field)->type))
        return profile_fail(parser, node, "choose with {\"first\": […]} or put together with {\"join\": […]}",
                            "%s of %s holds one value", record_field(type, field->field)->name, record_info(type)->name);
    if (cJSON_IsArray(node) && !profile_expect_items(parser, node, PROFILE_VALUES_MAX, "values")) return false;
    for (const cJSON *item = first; item; item = first == node ? NULL : item->next) field->value_count++;
    field->values = arena_alloc_array(parser->arena, field->value_count, sizeof *field->values);
    if (!field->values) return profile_fail_memory(parser);
    for (size_t i = 0; i < field->value_count; i++, first = first->next)
        if (!take_field_value(parser, first, type, field, i)) return false;
    return true;
}

static const char *const record_keys[] = {"type", "when", "once", "known", "parties"};

static bool is_record_key(struct slice name) {
    for (size_t i = 0; i < sizeof record_keys / sizeof *record_keys; i++)
        if (slice_is(name, record_keys[i])) return true;
    return false;
}

/* A source has a field `type` of its own. */
static int find_field(enum record_type type, struct slice name) {
    int field = record_find_field(type, type == RECORD_SOURCE && slice_is(name, "source_type") ? SLICE_OF("type") : name);
    return field >= 0 && record_field(type, field)->flags & FIELD_HIDDEN ? -1 : field;
}

static bool fail_field(struct profile_parser *parser, const cJSON *node, enum record_type type) {
    const struct record_info *info = record_info(type);
    struct nearest nearest = {.word = profile_key_of(node)};
    char what[60];
    for (size_t i = 0; i < info->field_count; i++)
        if (!(info->fields[i].flags & FIELD_HIDDEN)) nearest_offer(&nearest, slice_from(info->fields[i].name));
    for (size_t i = 0; i < sizeof record_keys / sizeof *record_keys; i++) nearest_offer(&nearest, slice_from(record_keys[i]));
    snprintf(what, sizeof what, "field of %s", info->name);
    return profile_fail_word(parser, node, &nearest, "detente(5) names the fields; other columns are kept by \"keep\"", what);
}

static bool is_party_cell(enum record_type type, int field) {
    return type == RECORD_EVENT && record_field(type, field)->type == FIELD_PARTIES;
}

static bool take_fields(struct profile_parser *parser, const cJSON *node, struct profile_record *record) {
    size_t count = 0;
    for (const cJSON *child = node->child; child; child = child->next) count++;
    record->fields = arena_alloc_array(parser->arena, count, sizeof *record->fields);
    if (!record->fields) return profile_fail_memory(parser);
    for (const cJSON *child = node->child; child; child = child->next) {
        if (is_record_key(profile_key_of(child))) continue;
        int number = find_field(record->type, profile_key_of(child));
        if (number < 0) return fail_field(parser, child, record->type);
        if (is_party_cell(record->type, number) && record->party_count)
            return profile_fail(parser, child, "name all of them in \"parties\"",
                                "\"%s\" and \"parties\" cannot both say who takes part", record_field(record->type, number)->name);
        struct profile_field *field = &record->fields[record->field_count++];
        field->field = number;
        if (!take_field(parser, child, record->type, field)) return false;
    }
    return true;
}

static bool has_field(const struct profile_record *record, int field) {
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].field == field) return true;
    return false;
}

static bool fail_lacking(struct profile_parser *parser, const cJSON *node, const struct profile_record *record, const char *what) {
    return profile_fail(parser, node, "say which column, or which value, it is", "nothing fills %s, which every %s needs", what,
                        record->known ? "event that is to be found" : record_info(record->type)->name);
}

static bool check_needed(struct profile_parser *parser, const cJSON *node, const struct profile_record *record) {
    const struct record_info *info = record_info(record->type);
    if (record->known) return has_field(record, EVENT_ID) || fail_lacking(parser, node, record, "id");
    if (record->type == RECORD_SOURCE && !has_field(record, SOURCE_ID) && !has_field(record, SOURCE_URL))
        return fail_lacking(parser, node, record, "id or url");
    for (size_t i = 0; i < info->field_count; i++)
        if (info->fields[i].flags & FIELD_REQUIRED && !has_field(record, (int)i))
            return fail_lacking(parser, node, record, info->fields[i].name);
    return true;
}

/* ---- records ---- */

static bool take_type(struct profile_parser *parser, const cJSON *node, struct profile_record *record) {
    static const char *const names[] = {"event", "person", "organization", "country",  "term",
                                        "source", "link",  "claim",        "coverage", "country-code"};
    size_t index;
    const cJSON *type = cJSON_IsObject(node) ? profile_member(node, "type") : NULL;
    if (!type) return profile_fail(parser, node, "such as {\"type\": \"event\", …}", "a record needs a type");
    if (!profile_take_choice(parser, type, names, sizeof names / sizeof *names, "type of records", &index)) return false;
    record->is_spell = strcmp(names[index], "country-code") == 0;
    record->type = record->is_spell ? RECORD_COUNTRY : record_find_type(slice_from(names[index]));
    return true;
}

static bool take_parties(struct profile_parser *parser, const cJSON *node, struct profile_record *record) {
    return profile_take_items(parser, node, sizeof *record->parties, take_party, &record->parties, &record->party_count);
}

/* What is not a field. */
static bool take_head(struct profile_parser *parser, const cJSON *node, struct profile_record *record) {
    const cJSON *when = profile_member(node, "when"), *known = profile_member(node, "known");
    const cJSON *parties = profile_member(node, "parties");
    const cJSON *once = profile_member(node, "once");
    const cJSON *of_events = known ? known : parties;
    if (of_events && record->type != RECORD_EVENT)
        return profile_fail(parser, of_events, "remove it", "\"%s\" belongs to events, not to a %s", of_events->string,
                            record_info(record->type)->name);
    if (when && !profile_take_conditions(parser, when, &record->when)) return false;
    if (once && !profile_take_flag(parser, once, &record->once)) return false;
    if (known && !profile_take_flag(parser, known, &record->known)) return false;
    return !parties || take_parties(parser, parties, record);
}

bool profile_take_record(struct profile_parser *parser, const cJSON *node, void *target) {
    struct profile_record *record = target;
    if (!take_type(parser, node, record)) return false;
    if (record->is_spell) return profile_take_object(parser, node, &spell_object, record);
    return take_head(parser, node, record) && take_fields(parser, node, record) && check_needed(parser, node, record);
}

/* ---- coverage ---- */

static bool keep_cell(struct profile_parser *parser, const struct slice_list *list, struct slice *cell) {
    struct buffer buffer;
    buffer_init(&buffer);
    cell_append_list(&buffer, list);
    return value_keep_buffer(parser->arena, &buffer, cell) || profile_fail_memory(parser);
}

static bool check_kind(struct profile_parser *parser, const cJSON *node, struct slice kind) {
    struct error fault = {.status = STATUS_OK};
    return kind_check(kind, &fault) == STATUS_OK || profile_fail_as(parser, node, &fault);
}

/* One's own countries (X-…) only the record knows. */
static bool check_country(struct profile_parser *parser, const cJSON *node, struct slice name) {
    struct error fault = {.status = STATUS_OK};
    enum record_type type;
    struct slice id;
    if (slice_starts_with(name, SLICE_OF("X-"))) return true;
    return resolve_actor(NULL, parser->arena, name, DAY_MIN, DAY_MAX, &type, &id, &fault) == STATUS_OK ||
           profile_fail_as(parser, node, &fault);
}

static bool take_cell(struct profile_parser *parser, const cJSON *node, void *cell,
                      bool (*check)(struct profile_parser *parser, const cJSON *node, struct slice text)) {
    struct slice_list list = {NULL, 0};
    const cJSON *item = cJSON_IsArray(node) ? node->child : node;
    if (!profile_take_words(parser, node, &list)) return false;
    for (size_t i = 0; i < list.count; i++, item = item->next)
        if (!check(parser, item, list.items[i])) return false;
    return keep_cell(parser, &list, cell);
}

static bool take_countries(struct profile_parser *parser, const cJSON *node, void *cell) {
    return take_cell(parser, node, cell, check_country);
}

static bool take_kinds(struct profile_parser *parser, const cJSON *node, void *cell) {
    return take_cell(parser, node, cell, check_kind);
}

static bool take_start(struct profile_parser *parser, const cJSON *node, void *date) {
    return profile_take_filled_text(parser, node, date) &&
           profile_check_text(parser, node, RECORD_COVERAGE, COVERAGE_START, *(struct slice *)date);
}

static bool take_end(struct profile_parser *parser, const cJSON *node, void *date) {
    return profile_take_filled_text(parser, node, date) &&
           profile_check_text(parser, node, RECORD_COVERAGE, COVERAGE_END, *(struct slice *)date);
}

#define COVERAGE(member) offsetof(struct profile_coverage, member)
static const struct profile_key coverage_keys[] = {
    {"dataset", profile_take_filled_text, COVERAGE(dataset), KEY_NEEDED, NULL},
    {"note", profile_take_text, COVERAGE(note), 0, NULL},
    {"countries", take_countries, COVERAGE(countries), 0, NULL},
    {"kinds", take_kinds, COVERAGE(kinds), 0, NULL},
    {"start", take_start, COVERAGE(start), 0, NULL},
    {"end", take_end, COVERAGE(end), 0, NULL},
    {"days", profile_take_value, COVERAGE(days), 0, NULL},
    {"gap", profile_take_count, COVERAGE(gap), 0, NULL},
    {"part", profile_take_value, COVERAGE(part), 0, "parts"},
    {"parts", profile_take_count, COVERAGE(parts), 0, "part"},
    {"when", profile_take_conditions, COVERAGE(when), 0, NULL},
};
static const struct profile_object coverage_object = PROFILE_OBJECT("coverage", coverage_keys);

/* What is covered cannot end before it begins. */
static bool check_order(struct profile_parser *parser, const cJSON *node, const struct profile_coverage *coverage) {
    struct edtf start, end;
    if (edtf_parse(coverage->start, &start, NULL, NULL) != STATUS_OK || edtf_parse(coverage->end, &end, NULL, NULL) != STATUS_OK ||
        start.min <= end.max)
        return true;
    return profile_fail(parser, profile_member(node, "end"), "check its two dates", "the coverage ends (%s) before it begins (%s)",
                        column_show(coverage->end).text, column_show(coverage->start).text);
}

bool profile_take_coverage(struct profile_parser *parser, const cJSON *node, void *target) {
    return profile_take_object(parser, node, &coverage_object, target) && check_order(parser, node, target);
}
