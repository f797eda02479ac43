/* The records of one row, in the order of the profile. What they are made of is in profile_value.c and profile_party.c. */
#include "column.h"
#include "profile_reader.h"

/* ---- plans --------------------------------------------------------------------------------------------------------- */

/* What dates a record: the days on which its names are read. The second is asked when the first says nothing. */
static void find_date_fields(const struct profile_record *record, int fields[2]) {
    fields[0] = fields[1] = -1;
    switch (record->type) {
    case RECORD_EVENT: fields[0] = EVENT_DATE; break;
    case RECORD_TERM: fields[0] = TERM_START, fields[1] = TERM_END; break;
    case RECORD_SOURCE: fields[0] = SOURCE_PUBLISHED; break;
    case RECORD_COVERAGE: fields[0] = COVERAGE_START; break;
    default: break;
    }
}

/* In what order fields are worked out: dates, the kind, all others. */
static int order_of(const struct profile_record *record, const struct profile_field *field) {
    int dates[2];
    find_date_fields(record, dates);
    if (field->field == dates[0]) return 0;
    if (field->field == dates[1]) return 1;
    return record->type == RECORD_EVENT && field->field == EVENT_KIND ? 2 : 3;
}

static bool make_plan(struct profile_reader *reader, const struct profile_record *record, struct record_plan *plan) {
    size_t count = 0;
    *plan = (struct record_plan){.record = record};
    plan->fields = arena_alloc_array(&reader->arena, record->field_count, sizeof *plan->fields);
    if (!plan->fields) return false;
    for (int order = 0; order <= 3; order++)
        for (size_t i = 0; i < record->field_count; i++)
            if (order_of(record, &record->fields[i]) == order) plan->fields[count++] = &record->fields[i];
    for (size_t i = 0; i < record->field_count && record->known; i++)
        if (record->fields[i].field == EVENT_ID) plan->id = &record->fields[i];
    return true;
}

/* Does a record name people or organizations in a list of its own, which an import makes when nobody knows them? */
static bool names_parties(const struct profile_record *record) {
    for (size_t i = 0; i < record->field_count; i++)
        if (record_field(record->type, record->fields[i].field)->type == FIELD_PARTIES) return true;
    return false;
}

enum status row_make_plans(struct profile_reader *reader, struct error *error) {
    const struct profile *profile = reader->profile;
    reader->plans = arena_alloc_array(&reader->arena, profile->record_count, sizeof *reader->plans);
    if (!reader->plans) return reader_fail_memory(error);
    for (size_t i = 0; i < profile->record_count; i++) {
        const struct profile_record *record = &profile->records[i];
        if (!make_plan(reader, record, &reader->plans[i])) return reader_fail_memory(error);
        reader->plans[i].names_parties = names_parties(record);
    }
    return STATUS_OK;
}

/* ---- the date ------------------------------------------------------------------------------------------------------- */

static const struct profile_field *find_field(const struct record_plan *plan, int field) {
    for (size_t i = 0; i < plan->record->field_count; i++)
        if (plan->fields[i]->field == field) return plan->fields[i];
    return NULL;
}

/* What a record would be dated by, without a word about what is wrong with it: that is told where it is made. */
static enum status peek_date(struct profile_reader *reader, const struct record_plan *plan, struct row_date *date,
                             struct error *error) {
    int fields[2];
    enum status status = STATUS_OK;
    find_date_fields(plan->record, fields);
    *date = (struct row_date){.known = false};
    for (size_t i = 0; i < 2 && status == STATUS_OK && !date->known && fields[i] >= 0; i++) {
        const struct profile_field *field = find_field(plan, fields[i]);
        struct slice text = SLICE_NONE;
        if (field) status = value_evaluate(reader, &field->values[0], &text, error);
        if (status == STATUS_OK && text.size && !reader_is_faulty(reader))
            status = date_read_days(reader, &field->values[0], text, date, error);
        if (reader_is_faulty(reader)) error_clear(&reader->fault);
    }
    return status;
}

static enum status peek_spell(struct profile_reader *reader, const struct profile_spell *spell, struct row_date *date,
                              struct error *error) {
    struct slice text;
    *date = (struct row_date){.known = false};
    enum status status = value_evaluate(reader, &spell->start, &text, error);
    if (status == STATUS_OK && !reader_is_faulty(reader)) status = date_read_days(reader, &spell->start, text, date, error);
    if (reader_is_faulty(reader)) error_clear(&reader->fault);
    return status;
}

enum status row_find_date(struct profile_reader *reader, struct error *error) {
    size_t pending = reader->pending_count;
    enum status status = STATUS_OK;
    if (reader->date_sought) return STATUS_OK;
    reader->date_sought = true;
    for (size_t i = 0; i < reader->profile->record_count && status == STATUS_OK && !reader->date.known; i++) {
        const struct record_plan *plan = &reader->plans[i];
        if (plan->record->once || !conditions_hold(reader, &plan->record->when)) continue;
        status = plan->record->is_spell ? peek_spell(reader, &plan->record->spell, &reader->date, error)
                                        : peek_date(reader, plan, &reader->date, error);
    }
    reader->pending_count = pending;
    return status;
}

/* ---- fields ---------------------------------------------------------------------------------------------------------- */

static enum status fill_list(struct profile_reader *reader, const struct profile_field *field, bool parts,
                             struct record *record, struct error *error) {
    enum status status = STATUS_OK;
    struct slice cell;
    buffer_clear(&reader->cell);
    for (size_t i = 0; i < field->value_count && status == STATUS_OK; i++)
        status = value_append_items(reader, &field->values[i], parts, error);
    if (status != STATUS_OK || (reader->cell.size == 0 && !buffer_failed(&reader->cell))) return status;
    if (buffer_failed(&reader->cell) || !arena_copy(&reader->row_arena, buffer_slice(&reader->cell), &cell))
        return reader_fail_memory(error);
    record_set(record, field->field, cell);
    return STATUS_OK;
}

static enum status fill_field(struct profile_reader *reader, const struct profile_field *field, struct record *record,
                              struct error *error) {
    const struct field *info = record_field(record->type, field->field);
    struct slice text = SLICE_NONE;
    reader->what = info->name;
    if (column_is_list(info->type)) return fill_list(reader, field, info->type == FIELD_PARTIES, record, error);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < field->value_count && status == STATUS_OK && slice_is_empty(text); i++)
        status = value_evaluate(reader, &field->values[i], &text, error);
    if (text.size) record_set(record, field->field, text);
    return status;
}

/* In the light of which days the names of the record are read, once its date and kind are there. */
static enum status find_days(struct profile_reader *reader, const struct record_plan *plan, const struct record *record,
                             struct error *error) {
    int fields[2];
    struct row_date date = {.known = false};
    find_date_fields(plan->record, fields);
    for (size_t i = 0; i < 2 && fields[i] >= 0 && !date.known; i++) {
        struct slice text = record_get(record, fields[i]);
        const struct profile_field *field = text.size ? find_field(plan, fields[i]) : NULL;
        if (!field || slice_is(text, "..")) continue;
        enum status status = date_read_days(reader, &field->values[0], text, &date, error);
        if (status != STATUS_OK || reader_is_faulty(reader)) return status;
    }
    if (date.interval && record->type == RECORD_EVENT) {
        const struct kind *kind = kind_find(record_get(record, EVENT_KIND));
        if (kind && kind->duration == KIND_POINT) date.start = date.whole;
    }
    if (!date.known) {
        enum status status = row_find_date(reader, error);
        if (status != STATUS_OK) return status;
        date = reader->date;
    } else if (!reader->date_sought && !plan->record->once) {
        reader->date = date;
        reader->date_sought = true;
    }
    reader->days = date.known ? date.start : (struct day_span){DAY_MIN, DAY_MAX};
    return STATUS_OK;
}

/* Is a field that the record must have empty since what it says cannot be placed? */
static bool lacks_needed(const struct profile_reader *reader, const struct record *record, const struct profile_field *field) {
    return reader->pending_count && !record_has(record, field->field) &&
           record_field(record->type, field->field)->flags & FIELD_REQUIRED;
}

/* *whole: false when what the record cannot do without is not placed, which is told. */
static enum status fill_fields(struct profile_reader *reader, const struct record_plan *plan, struct record *record,
                               bool *whole, struct error *error) {
    const struct profile_record *wanted = plan->record;
    enum status status = STATUS_OK;
    bool dated = false;
    *whole = true;
    for (size_t i = 0; i < wanted->field_count && status == STATUS_OK && !reader_is_faulty(reader); i++) {
        const struct profile_field *field = plan->fields[i];
        if (!dated && order_of(wanted, field) == 3) {
            status = find_days(reader, plan, record, error);
            dated = true;
            if (status != STATUS_OK || reader_is_faulty(reader)) break;
        }
        status = fill_field(reader, field, record, error);
        bool lacking = lacks_needed(reader, record, field);
        *whole = *whole && !lacking;
        if (status == STATUS_OK) status = reader_tell_pending(reader, false, lacking, error);
    }
    return status == STATUS_OK && !dated && !reader_is_faulty(reader) ? find_days(reader, plan, record, error) : status;
}

/* ---- a record ---------------------------------------------------------------------------------------------------------- */

static bool add_extras(struct profile_reader *reader, struct record *record) {
    const struct layout *layout = reader->layout;
    for (size_t i = 0; i < layout->kept_count; i++) {
        struct slice cell = csv_row_cell(reader->row, layout->kept[i].cell);
        if (!reader_clean_cell(reader, &cell)) return false;
        if (cell.size) reader->extras[record->extra_count++] = (struct extra){layout->kept[i].name, cell};
    }
    record->extras = reader->extras;
    return true;
}

/* Lists of a record that is only completed join what is there. */
static void join_lists(struct record *record) {
    const struct record_info *info = record_info(record->type);
    for (size_t i = 0; i < info->field_count; i++)
        if (record_is_given(record, (int)i) && column_is_list(info->fields[i].type)) record->joins |= UINT64_C(1) << i;
}

/* ---- what the placer then knows ------------------------------------------------------------------------------------------ */

/* Has the record taken it? Without a look-up, all that was handed on. */
static enum status is_taken(struct profile_reader *reader, const struct record *country, bool *taken, struct error *error) {
    const struct lookup *lookup = reader->lookup;
    struct slice ids[1], id = record_get(country, COUNTRY_ID);
    size_t count = 1;
    enum status status = STATUS_OK;
    if (lookup && lookup->find)
        status = lookup->find(lookup->context, RECORD_COUNTRY, &reader->row_arena, id, SLICE_NONE, DAY_MIN, DAY_MAX, ids, 1,
                              &count, error);
    *taken = count > 0;
    return status;
}

static enum status learn_country(struct profile_reader *reader, const struct record *record, struct error *error) {
    struct record country = *record;
    struct error fault = {.status = STATUS_OK};
    int field;
    bool taken;
    enum status status = record_normalize(&reader->row_arena, &country, NULL, &field, &fault);
    if (status == STATUS_BAD_INPUT) return STATUS_OK; /* it was rejected */
    if (status != STATUS_OK) return reader_fail_memory(error);
    status = is_taken(reader, &country, &taken, error);
    return status == STATUS_OK && taken ? placer_learn(reader->placer, &country, error) : status;
}

/* A person or an organization that a field names and nobody knows is made. */
static enum status find_made(struct profile_reader *reader, const struct record *record, bool *made, struct error *error) {
    const struct record_info *info = record_info(record->type);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < info->field_count && status == STATUS_OK && !*made; i++) {
        const struct field *field = &info->fields[i];
        struct slice id;
        if (field->type != FIELD_NAME || (field->refers != RECORD_PERSON && field->refers != RECORD_ORGANIZATION)) continue;
        if (!record_has(record, (int)i)) continue;
        status = place_known(reader->placer, field->refers, record_get(record, (int)i), &id, error);
        *made = slice_is_empty(id);
    }
    return status;
}

/* The record was taken: what it makes known. */
static enum status learn_record(struct profile_reader *reader, const struct record_plan *plan, const struct record *record,
                                struct error *error) {
    bool made = plan->names_parties || reader->makes_parties;
    enum status status = STATUS_OK;
    if (record->type == RECORD_COUNTRY) return learn_country(reader, record, error);
    if (record->type == RECORD_PERSON || record->type == RECORD_ORGANIZATION) placer_forget(reader->placer, record->type);
    else status = find_made(reader, record, &made, error);
    if (made) placer_forget_missing(reader->placer);
    return status;
}

static enum status hand_over(struct profile_reader *reader, struct record_plan *plan, struct record *record,
                             struct error *error) {
    if (!record->given) return STATUS_OK;
    record->file = reader->file;
    record->line = reader->line;
    record->columns = reader->layout->sources[plan - reader->plans];
    if (!reader->extras_given && !plan->record->once) {
        if (!add_extras(reader, record)) return reader_fail_memory(error);
        reader->extras_given = true;
    }
    if (plan->record->known) join_lists(record);
    reader->made++;
    plan->done = plan->record->once;
    /* The visitor may write into the record, with texts that live no longer than its call. */
    const struct record given = *record;
    enum status status = reader->visitor->record(reader->visitor->context, record, error);
    return status == STATUS_OK ? learn_record(reader, plan, &given, error) : status;
}

static enum status make_record(struct profile_reader *reader, struct record_plan *plan, struct error *error) {
    struct record record;
    bool whole;
    reader->makes_parties = false;
    record_init(&record, plan->record->type);
    enum status status = fill_fields(reader, plan, &record, &whole, error);
    if (status != STATUS_OK || reader_is_faulty(reader) || !whole) return status;
    if (plan->record->party_count) status = parties_build(reader, plan->record, &record, error);
    if (status != STATUS_OK || reader_is_faulty(reader)) return status;
    return hand_over(reader, plan, &record, error);
}

/* ---- the spell of a code -------------------------------------------------------------------------------------------------- */

static enum status read_day(struct profile_reader *reader, const struct profile_value *value, int64_t *day, struct error *error) {
    struct slice text;
    struct row_date date = {.known = false};
    enum status status = value_evaluate(reader, value, &text, error);
    if (status == STATUS_OK && !reader_is_faulty(reader)) status = date_read_days(reader, value, text, &date, error);
    if (date.known) *day = date.whole.first;
    return status;
}

static enum status read_spell(struct profile_reader *reader, const struct profile_spell *spell, struct slice *code,
                              struct slice *name, struct day_span *days, struct error *error) {
    *days = (struct day_span){DAY_MIN, DAY_MAX};
    reader->what = "code";
    enum status status = value_evaluate(reader, &spell->code, code, error);
    if (status == STATUS_OK) status = value_evaluate(reader, &spell->name, name, error);
    if (status == STATUS_OK) status = read_day(reader, &spell->start, &days->first, error);
    if (status == STATUS_OK && !reader_is_faulty(reader)) status = read_day(reader, &spell->end, &days->last, error);
    if (status != STATUS_OK || reader_is_faulty(reader)) return status;
    if (days->last != DAY_MAX && days->last != DAY_MIN) days->last--; /* `end` is the first day after it */
    if (days->last >= days->first) return STATUS_OK;
    error_set(&reader->fault, STATUS_BAD_INPUT, "the spell ends before it begins");
    error_advise(&reader->fault, "\"end\" is the first day after it; \"plus_days\": 1 makes it of a last day");
    error_locate(&reader->fault, reader->file, reader->line, layout_find_source(reader->layout, &spell->end));
    return STATUS_OK;
}

static enum status make_spell(struct profile_reader *reader, struct record_plan *plan, struct error *error) {
    const struct profile_spell *spell = &plan->record->spell;
    struct slice code, name;
    struct day_span days;
    struct record country;
    enum status status = read_spell(reader, spell, &code, &name, &days, error);
    if (status == STATUS_OK) status = reader_tell_pending(reader, false, false, error);
    if (status != STATUS_OK || reader_is_faulty(reader) || slice_is_empty(code)) return status;
    status = place_spell(reader->placer, spell->system, code, name, days.first, days.last, &reader->row_arena, &country,
                         &reader->fault);
    if (status == STATUS_OK) return hand_over(reader, plan, &country, error);
    if (status == STATUS_BAD_INPUT) {
        error_locate(&reader->fault, reader->file, reader->line, layout_find_source(reader->layout, &spell->code));
        return STATUS_OK;
    }
    if (error) *error = reader->fault;
    error_clear(&reader->fault);
    return status;
}

/* ---- the row ---------------------------------------------------------------------------------------------------------------- */

static enum status ask_event(struct profile_reader *reader, struct slice id, bool *there, struct error *error) {
    const struct lookup *lookup = reader->lookup;
    struct slice ids[1], last = {reader->last_known, reader->last_known_size};
    size_t count = 0;
    *there = last.size && slice_equals(last, id);
    if (*there || !lookup || slice_is_empty(id)) return STATUS_OK;
    enum status status = lookup->find(lookup->context, RECORD_EVENT, &reader->row_arena, id, SLICE_NONE, DAY_MIN, DAY_MAX, ids,
                                      1, &count, error);
    *there = status == STATUS_OK && count > 0;
    if (!*there || id.size > sizeof reader->last_known) return status;
    memcpy(reader->last_known, id.data, id.size);
    reader->last_known_size = id.size;
    return status;
}

/* A row about an event that is not in the record makes nothing. */
static enum status check_known(struct profile_reader *reader, const struct record_plan *plan, bool *there,
                               struct error *error) {
    struct slice id;
    *there = true;
    if (!plan->id || !conditions_hold(reader, &plan->record->when)) return STATUS_OK;
    const struct profile_value *value = &plan->id->values[0];
    reader->what = "event";
    enum status status = value_evaluate(reader, value, &id, error);
    if (status != STATUS_OK || reader_is_faulty(reader)) return status;
    status = ask_event(reader, id, there, error);
    if (status != STATUS_OK || *there) return status;
    reader->pending_count = 0;
    status = reader_add_pending(reader, "event", value, id, id.size ? "no such event in the record" : "the row names no event",
                                false, error);
    return status == STATUS_OK ? reader_tell_pending(reader, false, true, error) : status;
}

static enum status make_one(struct profile_reader *reader, struct record_plan *plan, struct error *error) {
    reader->pending_count = 0;
    reader->days = (struct day_span){DAY_MIN, DAY_MAX};
    enum status status = plan->record->is_spell ? make_spell(reader, plan, error) : make_record(reader, plan, error);
    return status == STATUS_OK && reader_is_faulty(reader) ? reader_reject_row(reader, error) : status;
}

enum status row_make_records(struct profile_reader *reader, struct error *error) {
    size_t count = reader->profile->record_count;
    enum status status = STATUS_OK;
    bool there = true;
    for (size_t i = 0; i < count && status == STATUS_OK && there; i++)
        if (reader->plans[i].record->known) status = check_known(reader, &reader->plans[i], &there, error);
    if (status == STATUS_OK && reader_is_faulty(reader)) return reader_reject_row(reader, error);
    for (size_t i = 0; i < count && status == STATUS_OK && there; i++) {
        struct record_plan *plan = &reader->plans[i];
        if (!plan->done && conditions_hold(reader, &plan->record->when)) status = make_one(reader, plan, error);
    }
    return status;
}
