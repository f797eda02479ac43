/* One name to one id: the reference table first, then the caller's look-up; and what to say when
 * nobody, or more than one, is called so. */
#include "resolver.h"

#include "../base/cell.h"
#include "../base/utf8.h"
#include "nearest.h"
#include "reference.h"
#include "value.h"

enum { CANDIDATES_MAX = 4, REFERENCE_NAME = 1, REFERENCE_ALIASES = 2 };

enum status resolver_fail_memory(const struct resolver *resolver) {
    return error_set(resolver->error, STATUS_NO_MEMORY, "memory is out");
}

/* ---- Finding --------------------------------------------------------------------------------- */

static enum status refuse_several(const struct resolver *resolver, struct slice name,
                                  const struct slice *ids, size_t count) {
    char list[200];
    struct nearest candidates = {.word = name, .count = count < NEAREST_MAX ? count : NEAREST_MAX};
    struct slice shown = value_excerpt(name);
    memcpy(candidates.best, ids, candidates.count * sizeof *ids);
    nearest_format(&candidates, list, sizeof list);
    error_set(resolver->error, STATUS_BAD_INPUT, "\"%.*s\" can mean %s%s", (int)shown.size,
              shown.data, list, count > NEAREST_MAX ? " or others" : "");
    error_advise(resolver->error, "write the id of the one that is meant");
    return STATUS_BAD_INPUT;
}

/* An id means its record whatever the date: what was exported comes back. */
static enum status find_in_reference(const struct resolver *resolver, enum record_type type,
                                     struct slice name, struct slice *id) {
    const struct reference_row *rows[CANDIDATES_MAX];
    struct slice key, ids[CANDIDATES_MAX];
    const struct reference_row *exact = reference_find(type, name);
    if (exact) {
        *id = slice_from(exact->values[0]);
        return STATUS_OK;
    }
    if (!reference_name_key(resolver->arena, name, &key))
        return resolver_fail_memory(resolver);
    size_t count = reference_search(type, key, resolver->first_day, resolver->last_day, rows,
                                    CANDIDATES_MAX);
    for (size_t i = 0; i < count; i++)
        ids[i] = slice_from(rows[i]->values[0]);
    if (count > 1)
        return refuse_several(resolver, name, ids, count);
    if (count == 1)
        *id = ids[0];
    return STATUS_OK;
}

static enum status ask_lookup(const struct resolver *resolver, enum record_type type,
                              struct slice name, struct slice key, struct slice *id) {
    const struct lookup *lookup = resolver->lookup;
    struct slice ids[CANDIDATES_MAX];
    size_t count = 0;
    if (!lookup || !lookup->find)
        return STATUS_OK;
    enum status status = lookup->find(lookup->context, type, resolver->arena, name, key, ids,
                                      CANDIDATES_MAX, &count, resolver->error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        if (count == 1 || slice_equals(ids[i], name)) {
            *id = ids[i];
            return STATUS_OK;
        }
    return count > 1 ? refuse_several(resolver, name, ids, count) : STATUS_OK;
}

static enum status find_in_lookup(const struct resolver *resolver, enum record_type type,
                                  struct slice name, struct slice *id) {
    struct slice key;
    if (!resolver->lookup)
        return STATUS_OK;
    if (!utf8_fold(resolver->arena, name, &key))
        return resolver_fail_memory(resolver);
    return ask_lookup(resolver, type, name, key, id);
}

/* A code of COW, Gleditsch-Ward, CAMEO, FIPS …, when no name is meant and the systems agree on it. */
static enum status find_by_code(const struct resolver *resolver, enum record_type type,
                                struct slice name, struct slice *id) {
    const struct reference_row *rows[CANDIDATES_MAX];
    struct slice ids[CANDIDATES_MAX];
    if (type != RECORD_COUNTRY)
        return STATUS_OK;
    size_t count = reference_resolve_any_code(resolver->arena, name, resolver->first_day,
                                              resolver->last_day, rows, CANDIDATES_MAX);
    for (size_t i = 0; i < count; i++)
        ids[i] = slice_from(rows[i]->values[0]);
    if (count > 1)
        return refuse_several(resolver, name, ids, count);
    if (count == 1)
        *id = ids[0];
    return STATUS_OK;
}

static bool is_referenced(enum record_type type) {
    return type == RECORD_COUNTRY || type == RECORD_ORGANIZATION;
}

enum status resolver_find(const struct resolver *resolver, enum record_type type, struct slice name,
                          struct slice *id) {
    enum status status = STATUS_OK;
    *id = SLICE_NONE;
    if (is_referenced(type))
        status = find_in_reference(resolver, type, name, id);
    if (status == STATUS_OK && slice_is_empty(*id))
        status = find_in_lookup(resolver, type, name, id);
    if (status == STATUS_OK && slice_is_empty(*id))
        status = find_by_code(resolver, type, name, id);
    return status;
}

enum status resolver_find_id(const struct resolver *resolver, enum record_type type,
                             struct slice text, struct slice *id) {
    *id = SLICE_NONE;
    return ask_lookup(resolver, type, text, SLICE_NONE, id);
}

enum status resolver_find_actor(const struct resolver *resolver, struct slice name,
                                enum record_type *type, struct slice *id) {
    typedef enum status find_step(const struct resolver *, enum record_type, struct slice,
                                  struct slice *);
    static find_step *const steps[] = {find_in_reference, find_in_lookup};
    static const enum record_type types[] = {RECORD_COUNTRY, RECORD_ORGANIZATION};
    *id = SLICE_NONE;
    for (size_t i = 0; i < 4; i++) {
        *type = types[i % 2];
        enum status status = steps[i / 2](resolver, *type, name, id);
        if (status != STATUS_OK || !slice_is_empty(*id))
            return status;
    }
    *type = RECORD_COUNTRY;
    return find_by_code(resolver, RECORD_COUNTRY, name, id);
}

/* ---- Refusing -------------------------------------------------------------------------------- */

/* The nearest names so far. What the look-up offers lives only for the moment: it is copied when it
 * is kept. */
struct offers {
    struct nearest nearest;
    struct arena *arena;
};

static void take_name(void *context, struct slice name) {
    struct offers *offers = context;
    struct nearest *nearest = &offers->nearest;
    nearest_offer(nearest, name);
    for (size_t i = 0; i < nearest->count; i++)
        if (nearest->best[i].data == name.data &&
            !arena_copy(offers->arena, name, &nearest->best[i]))
            nearest->count = 0; /* better no advice than a dangling one */
}

static void offer_reference(struct offers *offers, enum record_type type) {
    bool countries = type == RECORD_COUNTRY;
    const struct reference_row *rows = countries ? reference_countries : reference_organizations;
    size_t count = countries ? reference_country_count : reference_organization_count;
    size_t aliases = countries ? (size_t)COUNTRY_ALIASES : (size_t)ORGANIZATION_ALIASES;
    for (size_t i = 0; i < count; i++) {
        struct cell_reader reader = {slice_from(rows[i].values[aliases]), 0};
        struct slice item;
        nearest_offer(&offers->nearest, slice_from(rows[i].values[REFERENCE_NAME]));
        while (cell_next_item(&reader, &item))
            nearest_offer(&offers->nearest, slice_part(item, 0, slice_find(item, '@')));
        nearest_offer(&offers->nearest, slice_from(rows[i].values[0]));
    }
}

static void offer_names(const struct resolver *resolver, enum record_type type,
                        struct offers *offers) {
    const struct lookup *lookup = resolver->lookup;
    if (is_referenced(type))
        offer_reference(offers, type);
    if (lookup && lookup->offer)
        (void)lookup->offer(lookup->context, type, offers->nearest.word, take_name, offers);
}

/* A state of another time than the event's is told as that. */
static bool refuse_by_time(const struct resolver *resolver, struct slice name) {
    const struct reference_row *rows[1];
    struct slice shown = value_excerpt(name);
    if (reference_resolve(RECORD_COUNTRY, resolver->arena, name, DAY_MIN, DAY_MAX, rows, 1) == 0)
        return false;
    const char *const *values = rows[0]->values;
    error_set(resolver->error, resolver->unknown,
              "country \"%.*s\" is not known for that day: %s %s is dated %s to %s",
              (int)shown.size, shown.data, values[COUNTRY_ID], values[COUNTRY_NAME],
              values[COUNTRY_START][0] ? values[COUNTRY_START] : "..",
              values[COUNTRY_END][0] ? values[COUNTRY_END] : "today");
    error_advise(resolver->error, "check the date, or write the id %s if it is meant all the same",
                 values[COUNTRY_ID]);
    return true;
}

/* What somebody can do who asked for it, or who wrote it in a row. */
static const char *find_listing(const struct resolver *resolver, enum record_type type) {
    bool asked = resolver->unknown == STATUS_NOT_FOUND;
    switch (type) {
    case RECORD_COUNTRY: return "`detente countries` lists them";
    case RECORD_ORGANIZATION: return "`detente list organizations` lists those of the record";
    case RECORD_PERSON: return "`detente list people` lists them";
    case RECORD_SOURCE: return asked ? "`detente list sources` lists them" : "give it in sources first";
    default: return asked ? "check the id" : "give it as a record of its own first";
    }
}

static bool lies_in(struct slice part, const char *whole) {
    return part.data >= whole && part.data < whole + strlen(whole) + 1;
}

/* The row of the reference table that a suggestion was taken from. */
static const struct reference_row *find_row(enum record_type type, struct slice suggestion) {
    bool countries = type == RECORD_COUNTRY;
    const struct reference_row *rows = countries ? reference_countries : reference_organizations;
    size_t count = countries ? reference_country_count : reference_organization_count;
    size_t aliases = countries ? (size_t)COUNTRY_ALIASES : (size_t)ORGANIZATION_ALIASES;
    for (size_t i = 0; is_referenced(type) && i < count; i++)
        if (lies_in(suggestion, rows[i].values[0]) || lies_in(suggestion, rows[i].values[1]) ||
            lies_in(suggestion, rows[i].values[aliases]))
            return &rows[i];
    return NULL;
}

/* A suggestion as it can be typed: "Canada (CAN)", the id of a record, else the name itself. */
static void append_suggestion(const struct resolver *resolver, enum record_type type,
                              enum record_type or_type, struct slice name, struct buffer *out) {
    const struct lookup *lookup = resolver->lookup;
    const struct reference_row *row = find_row(type, name);
    struct slice id;
    size_t count = 0;
    if (!row && or_type != RECORD_TYPES)
        row = find_row(or_type, name);
    if (row) {
        buffer_append_format(out, "%s (%s)", row->values[REFERENCE_NAME], row->values[0]);
        return;
    }
    if (lookup && type != RECORD_SOURCE)
        (void)lookup->find(lookup->context, type, resolver->arena, SLICE_NONE, name, &id, 1, &count, NULL);
    buffer_append_slice(out, count ? id : name);
}

/* The suggestions, each record once: two aliases of one are one suggestion. */
static void append_suggestions(const struct resolver *resolver, enum record_type type,
                               enum record_type or_type, const struct nearest *nearest,
                               struct buffer *out) {
    size_t starts[NEAREST_MAX + 1] = {0}, count = 0;
    for (size_t i = 0; i < nearest->count; i++) {
        size_t before = out->size;
        buffer_append_text(out, count ? ", " : "");
        size_t start = out->size;
        append_suggestion(resolver, type, or_type, nearest->best[i], out);
        struct slice mine = slice_part(buffer_slice(out), start, out->size);
        bool again = false;
        for (size_t j = 0; j < count; j++)
            again = again || slice_equals(mine, slice_part(buffer_slice(out), starts[j],
                                                           starts[j] + mine.size));
        if (again)
            out->size = before;
        else
            starts[count++] = start;
    }
}

enum status resolver_refuse(const struct resolver *resolver, enum record_type type,
                            enum record_type or_type, struct slice name) {
    struct offers offers = {.nearest = {.word = name}, .arena = resolver->arena};
    struct slice shown = value_excerpt(name);
    struct buffer near;
    if (type == RECORD_COUNTRY && refuse_by_time(resolver, name))
        return resolver->unknown;
    offer_names(resolver, type, &offers);
    if (or_type != RECORD_TYPES)
        offer_names(resolver, or_type, &offers);
    buffer_init(&near);
    append_suggestions(resolver, type, or_type, &offers.nearest, &near);
    error_set(resolver->error, resolver->unknown, "%s%s%s \"%.*s\" is not known",
              record_info(type)->name, or_type == RECORD_TYPES ? "" : " or ",
              or_type == RECORD_TYPES ? "" : record_info(or_type)->name, (int)shown.size,
              shown.data);
    error_advise(resolver->error, "%s%.*s%s%s", near.size ? "did you mean " : "", (int)near.size,
                 near.size ? near.data : "", near.size ? "? " : "", find_listing(resolver, type));
    buffer_free(&near);
    return resolver->unknown;
}

/* ---- Public ---------------------------------------------------------------------------------- */

enum status resolve_name(const struct lookup *lookup, struct arena *arena, enum record_type type,
                         struct slice name, int64_t first_day, int64_t last_day, struct slice *id,
                         struct error *error) {
    struct resolver resolver = {lookup, arena, first_day, last_day, STATUS_NOT_FOUND, error};
    enum status status = type == RECORD_SOURCE ? resolver_find_id(&resolver, type, name, id)
                                               : resolver_find(&resolver, type, name, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    return resolver_refuse(&resolver, type, RECORD_TYPES, name);
}

enum status resolve_actor(const struct lookup *lookup, struct arena *arena, struct slice name,
                          int64_t first_day, int64_t last_day, enum record_type *type,
                          struct slice *id, struct error *error) {
    struct resolver resolver = {lookup, arena, first_day, last_day, STATUS_NOT_FOUND, error};
    enum status status = resolver_find_actor(&resolver, name, type, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    return resolver_refuse(&resolver, RECORD_COUNTRY, RECORD_ORGANIZATION, name);
}
