/* One name to one id: the reference table first, then the caller's look-up; and what to say when
 * nobody, or more than one, is called so. */
#include "resolver.h"

#include "../base/utf8.h"
#include "reference.h"
#include "value.h"

enum { CANDIDATES_MAX = 4 };

enum status resolver_fail_memory(const struct resolver *resolver) {
    return error_set(resolver->error, STATUS_NO_MEMORY, "memory is out");
}

/* ---- Finding --------------------------------------------------------------------------------- */

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
        return resolver_refuse_several(resolver, type, name, ids, count);
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
    enum status status = lookup->find(lookup->context, type, resolver->arena, name, key,
                                      resolver->first_day, resolver->last_day, ids, CANDIDATES_MAX,
                                      &count, resolver->error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        if (count == 1 || slice_equals(ids[i], name)) {
            *id = ids[i];
            return STATUS_OK;
        }
    return count > 1 ? resolver_refuse_several(resolver, type, name, ids, count) : STATUS_OK;
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
        return resolver_refuse_several(resolver, type, name, ids, count);
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

enum status resolver_refuse(const struct resolver *resolver, enum record_type type,
                            enum record_type or_type, struct slice name) {
    const enum record_type types[] = {type, or_type};
    struct slice shown = value_excerpt(name);
    struct buffer near;
    if (type == RECORD_COUNTRY && refuse_by_time(resolver, name))
        return resolver->unknown;
    buffer_init(&near);
    resolver_suggest(resolver, types, or_type == RECORD_TYPES ? 1 : 2, name, &near);
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

enum status resolve_person(const struct lookup *lookup, struct arena *arena, struct slice name,
                           struct slice *id, struct error *error) {
    struct resolver resolver = {lookup, arena, DAY_MIN, DAY_MAX, STATUS_NOT_FOUND, error};
    enum status status = resolver_find(&resolver, RECORD_PERSON, name, id);
    if (status == STATUS_OK && slice_is_empty(*id))
        status = resolver_find_part(&resolver, name, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    return resolver_refuse(&resolver, RECORD_PERSON, RECORD_TYPES, name);
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
