/* who: holders of offices on a day, or the offices of people. */
#include "desk_moment.h"

#include <stdio.h>
#include "ask/office.h"
#include "base/cell.h"
#include "model/list.h"
#include "model/nearest.h"
#include "model/value.h"

static const struct answer_part parts[] = {
    {"", &office_day_shape, true, false},
    {"holders", &holder_shape, false, true},
};
enum { PART_DAY, PART_HOLDERS };

struct who {
    struct desk *desk;
    struct holder_request request;
    struct answer_office_day day;
    struct query_actor *countries;
    /* Of the pass before the answer: who has an entry, and which offices were met. */
    bool *has_entry, *has_office;
    size_t holders;
};

static enum status no_memory(const struct who *who) {
    return error_set(who->desk->error, STATUS_NO_MEMORY, "out of memory");
}

static struct arena *arena_of(const struct who *who) { return &who->desk->answer->arena; }

/* ---- the day ------------------------------------------------------------------------------------------------------ */

static enum status read_day(struct who *who) {
    struct desk *desk = who->desk;
    const char *on = desk->request->details.on;
    struct desk_moment moment = {.first = desk->request->today, .last = desk->request->today};
    enum status status = on ? desk_read_moment(desk, "--on", on, &moment) : STATUS_OK;
    if (status != STATUS_OK) return status;
    if (moment.first == DAY_MIN && moment.last == DAY_MAX) {
        error_set(desk->error, STATUS_USAGE, "--on: %.*s has no day", (int)moment.text.size, moment.text.data);
        error_advise(desk->error, "write a day, a month or a year, or the id of an event that has a date");
        return STATUS_USAGE;
    }
    /* As for events: what has no earliest day counts by its latest. */
    if (moment.first == DAY_MIN) moment.first = moment.last;
    who->request.first = moment.first;
    who->request.last = moment.last;
    who->day = (struct answer_office_day){.on = moment.text, .on_min = DAY_MIN, .on_max = DAY_MAX,
                                          .first = moment.first, .last = moment.last, .event = moment.id,
                                          .event_title = moment.title};
    if (moment.first == moment.last) {
        who->day.on = desk_day_text(desk, moment.first);
    } else {
        who->day.on_min = moment.first;
        who->day.on_max = moment.last;
    }
    desk_tell(desk, "on", moment.text, false);
    return STATUS_OK;
}

/* ---- the words ------------------------------------------------------------------------------------------------------ */

/* A state of another time is known, and told as that. */
static bool is_unknown(const struct error *fault) {
    return fault->status == STATUS_NOT_FOUND && strstr(fault->message, "country or organization") == fault->message;
}

/* Neither a country nor an organization nor a person: nothing found. */
static void refuse_word(struct who *who, struct slice word, struct error *fault) {
    static const enum record_type types[] = {RECORD_PERSON, RECORD_COUNTRY, RECORD_ORGANIZATION};
    struct lookup lookup = store_lookup(who->desk->database->store);
    struct slice shown = value_excerpt(word);
    struct buffer near;
    buffer_init(&near);
    resolve_suggest(&lookup, arena_of(who), types, sizeof types / sizeof *types, word, &near);
    error_clear(fault);
    error_set(fault, STATUS_NOT_FOUND, "country, organization or person \"%.*s\" is not known", (int)shown.size,
              shown.data);
    if (near.size) error_advise(fault, "did you mean %.*s?", (int)near.size, near.data);
    else error_advise(fault, "`detente countries` and `detente list people` list them");
    buffer_free(&near);
}

/* A word that cannot be taken is told with the others; what is no fault of the words ends it. */
static enum status note_fault(struct who *who, struct error *fault, struct error *bad) {
    enum status status = fault->status;
    if (status != STATUS_NOT_FOUND && status != STATUS_BAD_INPUT) {
        *who->desk->error = *fault;
        return status;
    }
    if (status == STATUS_BAD_INPUT) fault->status = STATUS_USAGE;
    desk_add_fault(bad, fault);
    return STATUS_OK;
}

static enum status add_country(struct who *who, struct query_actor actor) {
    for (size_t i = 0; i < who->request.country_count; i++)
        if (slice_equals(who->countries[i].id, actor.id)) return STATUS_OK;
    who->countries[who->request.country_count++] = actor;
    return STATUS_OK;
}

static enum status read_word(struct who *who, struct slice word, struct error *bad) {
    struct lookup lookup = store_lookup(who->desk->database->store);
    struct error actor_fault = {0}, person_fault = {0};
    struct query_actor actor;
    struct slice person;
    enum status status = resolve_actor(&lookup, arena_of(who), word, who->request.first, who->request.last, &actor.type,
                                       &actor.id, &actor_fault);
    if (status == STATUS_OK) return add_country(who, actor);
    if (status != STATUS_NOT_FOUND) return note_fault(who, &actor_fault, bad);
    status = resolve_person(&lookup, arena_of(who), word, &person, &person_fault);
    if (status == STATUS_OK)
        return arena_append(arena_of(who), &who->request.people, person) ? STATUS_OK : no_memory(who);
    if (status == STATUS_NOT_FOUND && !is_unknown(&actor_fault)) person_fault = actor_fault;
    else if (status == STATUS_NOT_FOUND) refuse_word(who, word, &person_fault);
    return note_fault(who, &person_fault, bad);
}

static enum status refuse_mixture(struct who *who) {
    struct slice country = who->countries[0].id, person = who->request.people.items[0];
    error_set(who->desk->error, STATUS_USAGE, "who takes countries or people, not both: %.*s is a%s, %.*s a person",
              (int)country.size, country.data,
              who->countries[0].type == RECORD_COUNTRY ? " country" : "n organization", (int)person.size, person.data);
    error_advise(who->desk->error, "ask once for the countries and once for the people");
    return STATUS_USAGE;
}

static enum status read_words(struct who *who) {
    const struct detente_words *words = &who->desk->request->words;
    struct error bad = {0};
    enum status status = STATUS_OK;
    who->countries = arena_alloc_array(arena_of(who), words->count + 1, sizeof *who->countries);
    if (!who->countries) return no_memory(who);
    for (size_t i = 0; status == STATUS_OK && i < words->count; i++)
        status = read_word(who, slice_trim(slice_from(words->items[i])), &bad);
    if (status != STATUS_OK) return status;
    if (bad.status != STATUS_OK) {
        *who->desk->error = bad;
        return bad.status;
    }
    who->request.countries = who->countries;
    if (who->request.people.count && who->request.country_count) return refuse_mixture(who);
    if (!list_drop_repeats(arena_of(who), &who->request.people)) return no_memory(who);
    who->day.of_people = who->request.people.count > 0;
    who->request.has_today = true;
    who->request.today = who->desk->request->today;
    who->request.any_day = who->day.of_people && !who->desk->request->details.on;
    if (who->request.any_day) who->day.on = SLICE_NONE;
    return desk_tell_words(who->desk);
}

static enum status read_offices(struct who *who) {
    const struct detente_words *words = &who->desk->request->details.offices;
    struct slice cell;
    for (size_t i = 0; i < words->count; i++) {
        struct slice word;
        if (!value_lower_word(arena_of(who), slice_trim(slice_from(words->items[i])), &word)) return no_memory(who);
        if (slice_is_empty(word)) return error_set(who->desk->error, STATUS_USAGE, "--office is empty");
        if (!arena_append(arena_of(who), &who->request.offices, word)) return no_memory(who);
    }
    if (!list_to_cell(arena_of(who), &who->request.offices, &cell)) return no_memory(who);
    desk_tell(who->desk, "office", cell, true);
    return STATUS_OK;
}

/* ---- what there is ------------------------------------------------------------------------------------------------------ */

static enum status note_holder(void *context, const struct answer_holder *holder, struct error *error) {
    struct who *who = context;
    const struct holder_request *request = &who->request;
    (void)error;
    who->holders++;
    for (size_t i = 0; i < request->people.count; i++)
        who->has_entry[i] = who->has_entry[i] || slice_equals(request->people.items[i], holder->person);
    for (size_t i = 0; i < request->country_count; i++)
        who->has_entry[i] = who->has_entry[i] || slice_equals(request->countries[i].id, holder->country);
    for (size_t i = 0; i < request->offices.count; i++) {
        struct cell_reader reader = {holder->office, 0};
        struct slice item;
        while (!who->has_office[i] && cell_next_item(&reader, &item))
            who->has_office[i] = ask_is_office(item, request->offices.items[i]);
    }
    return STATUS_OK;
}

static enum status list_missing(struct who *who) {
    struct slice_list ids = {NULL, 0}, names = {NULL, 0};
    bool people = who->request.people.count > 0;
    size_t count = people ? who->request.people.count : who->request.country_count;
    for (size_t i = 0; i < count; i++) {
        if (who->has_entry[i]) continue;
        struct slice id = people ? who->request.people.items[i] : who->countries[i].id, name, copy;
        enum status status =
            people ? ask_name(&who->desk->asker, RECORD_PERSON, id, &name, who->desk->error)
                   : ask_name(&who->desk->asker, who->countries[i].type, id, &name, who->desk->error);
        if (status != STATUS_OK) return status;
        if (!arena_copy(arena_of(who), name, &copy) || !arena_append(arena_of(who), &ids, id) ||
            !arena_append(arena_of(who), &names, copy))
            return no_memory(who);
    }
    return list_to_cell(arena_of(who), &ids, &who->day.without) &&
                   list_to_cell(arena_of(who), &names, &who->day.without_names)
               ? STATUS_OK : no_memory(who);
}

/* The office behind a word for its holder; which one it is differs by country, so it is only suggested. */
static const char *find_office(struct slice word) {
    static const struct {
        const char *word, *office;
    } offices[] = {
        {"pm", "head_of_government"}, {"premier", "head_of_government"}, {"prime_minister", "head_of_government"},
        {"chancellor", "head_of_government"}, {"president", "head_of_state"}, {"king", "head_of_state"},
        {"queen", "head_of_state"}, {"monarch", "head_of_state"}, {"fm", "foreign_minister"},
        {"foreign_secretary", "foreign_minister"}, {"secretary_of_state", "foreign_minister"},
    };
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (slice_is(word, offices[i].word)) return offices[i].office;
    return NULL;
}

static enum status refuse_office(struct who *who, struct slice office, const struct slice_list *known) {
    struct nearest nearest = {.word = office};
    struct slice shown = value_excerpt(office);
    char names[200];
    for (size_t i = 0; i < known->count; i++) nearest_offer(&nearest, known->items[i]);
    nearest_format(&nearest, names, sizeof names);
    if (find_office(office)) snprintf(names, sizeof names, "%s", find_office(office));
    error_set(who->desk->error, STATUS_USAGE, "no term of the record has the office \"%.*s\"", (int)shown.size,
              shown.data);
    if (names[0]) error_advise(who->desk->error, "did you mean %s?", names);
    else error_advise(who->desk->error, "`detente list terms` shows which offices there are");
    return STATUS_USAGE;
}

/* Only where an office was not met: then all terms are looked at, whether any has it. */
static enum status check_offices(struct who *who) {
    struct slice_list known;
    bool listed = false;
    for (size_t i = 0; i < who->request.offices.count; i++) {
        if (who->has_office[i]) continue;
        enum status status = listed ? STATUS_OK : ask_list_offices(&who->desk->asker, arena_of(who), &known, who->desk->error);
        if (status != STATUS_OK) return status;
        listed = true;
        bool found = false;
        for (size_t j = 0; !found && j < known.count; j++)
            found = ask_is_office(known.items[j], who->request.offices.items[i]);
        if (!found) return refuse_office(who, who->request.offices.items[i], &known);
    }
    return STATUS_OK;
}

static enum status look_ahead(struct who *who) {
    const struct holder_request *request = &who->request;
    size_t asked = request->people.count + request->country_count;
    who->has_entry = arena_alloc_array(arena_of(who), asked + 1, sizeof *who->has_entry);
    who->has_office = arena_alloc_array(arena_of(who), request->offices.count + 1, sizeof *who->has_office);
    if (!who->has_entry || !who->has_office) return no_memory(who);
    if (asked + request->offices.count == 0) return STATUS_OK; /* nothing that could be missing */
    enum status status = ask_holders(&who->desk->asker, request, note_holder, who, who->desk->error);
    if (status == STATUS_OK) status = check_offices(who);
    return status == STATUS_OK ? list_missing(who) : status;
}

/* ---- nothing found --------------------------------------------------------------------------------------------------------- */

static struct slice shown(struct slice text) { return slice_part(text, 0, text.size < 80 ? text.size : 80); }

static void advise_nearest(struct who *who, const struct answer_holder *holder) {
    struct slice name = shown(holder->name), title = shown(slice_is_empty(holder->title) ? holder->office : holder->title);
    struct slice country = shown(holder->country_name), start = shown(holder->start), end = shown(holder->end);
    bool ends = !slice_is_empty(end) && !slice_is(end, ".."), one = who->request.country_count == 1;
    if (slice_is_empty(start)) start = SLICE_OF("a day not known");
    error_advise(who->desk->error, "the nearest is %.*s, %.*s%s%.*s, from %.*s %s%.*s", (int)name.size, name.data,
                 (int)title.size, title.data, one ? "" : " of ", one ? 0 : (int)country.size, country.data,
                 (int)start.size, start.data, ends ? "until " : "on", ends ? (int)end.size : 0, ends ? end.data : "");
}

/* "Aland and Bland"; "any of these" for more. */
static bool put_asked(struct who *who, struct buffer *out) {
    struct slice_list names;
    if (!cell_parse_list(arena_of(who), who->day.without_names, &names)) return false;
    if (names.count == 0 || names.count > 3) {
        buffer_append_text(out, names.count ? " of any of these" : "");
        return true;
    }
    buffer_append_text(out, " of ");
    for (size_t i = 0; i < names.count; i++) {
        if (i) buffer_append_text(out, i + 1 < names.count ? ", " : " or ");
        buffer_append_slice(out, shown(names.items[i]));
    }
    return true;
}

/* Coverage is claimed of events, never of offices: so the answer says that it is none. */
static enum status say_nothing(struct who *who) {
    struct desk *desk = who->desk;
    struct answer_holder holder;
    bool found = false;
    struct buffer words;
    buffer_init(&words);
    buffer_append_text(&words, who->request.offices.count ? "the record holds no such office" : "the record holds no office");
    bool good = put_asked(who, &words);
    if (!slice_is_empty(who->day.on)) {
        buffer_append_text(&words, who->day.first == who->day.last ? " on " : " in ");
        buffer_append_slice(&words, shown(who->day.on));
    }
    buffer_append_byte(&words, '\0');
    if (!good || buffer_failed(&words)) {
        buffer_free(&words);
        return no_memory(who);
    }
    error_set(desk->error, STATUS_NOT_FOUND, "%s; it does not claim to have all offices", words.data);
    buffer_free(&words);
    struct error fault = {0};
    enum status status = who->request.any_day ? STATUS_OK
                         : ask_nearest_holder(&desk->asker, &who->request, arena_of(who), &holder, &found, &fault);
    if (status != STATUS_OK) {
        *desk->error = fault;
        return status;
    }
    if (found) advise_nearest(who, &holder);
    return STATUS_NOT_FOUND;
}

/* ---- the answer --------------------------------------------------------------------------------------------------------- */

static enum status tell_holder(void *context, const struct answer_holder *holder, struct error *error) {
    struct who *who = context;
    (void)error; /* the desk has it */
    return desk_entry(who->desk, &parts[PART_HOLDERS], holder);
}

enum status desk_who(struct desk *desk) {
    struct who who = {.desk = desk};
    enum status status = read_day(&who);
    if (status == STATUS_OK) status = read_words(&who);
    if (status == STATUS_OK) status = read_offices(&who);
    if (status == STATUS_OK) status = look_ahead(&who);
    if (status == STATUS_OK) status = desk_begin(desk, parts, sizeof parts / sizeof *parts);
    if (status == STATUS_OK) status = desk_entry(desk, &parts[PART_DAY], &who.day);
    if (status == STATUS_OK) status = ask_holders(&desk->asker, &who.request, tell_holder, &who, desk->error);
    if (status != STATUS_OK || desk->entries) return status;
    return say_nothing(&who);
}
