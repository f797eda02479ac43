/* What somebody may have meant: the names nearest to a word that nobody knows, and the people of whose name it is a
 * part. Finds nothing by itself: the resolver comes here when nothing is called so. */
#include "resolver.h"

#include "../base/utf8.h"
#include "nearest.h"
#include "reference.h"
#include "value.h"

enum { NEAR_MAX = 12, TOLD_MAX = 3, REFERENCE_NAME = 1 };
enum { NAME_PREFIX = sizeof "name " - 1 }; /* of the keys under which names stand in the reference table */

/* ---- Telling --------------------------------------------------------------------------------- */

static bool is_referenced(enum record_type type) {
    return type == RECORD_COUNTRY || type == RECORD_ORGANIZATION;
}

/* Empty when it is not known. */
static struct slice name_of(const struct resolver *resolver, enum record_type type, struct slice id) {
    const struct lookup *lookup = resolver->lookup;
    const struct reference_row *row = is_referenced(type) ? reference_find(type, id) : NULL;
    struct slice name = SLICE_NONE;
    if (row)
        return slice_from(row->values[REFERENCE_NAME]);
    if (lookup && lookup->name && lookup->name(lookup->context, type, id, resolver->arena, &name) != STATUS_OK)
        return SLICE_NONE;
    return name;
}

void resolver_append_record(const struct resolver *resolver, enum record_type type, struct slice id,
                            struct buffer *out) {
    struct slice name = value_excerpt(name_of(resolver, type, id));
    buffer_append_slice(out, id);
    if (name.size > 0)
        buffer_append_format(out, " (%.*s)", (int)name.size, name.data);
}

enum status resolver_refuse_several(const struct resolver *resolver, enum record_type type, struct slice name,
                                    const struct slice *ids, size_t count) {
    struct slice shown = value_excerpt(name);
    struct buffer list;
    size_t told = count < TOLD_MAX ? count : TOLD_MAX;
    buffer_init(&list);
    for (size_t i = 0; i < told; i++) {
        buffer_append_text(&list, i == 0 ? "" : i + 1 == count ? " or " : ", ");
        resolver_append_record(resolver, type, ids[i], &list);
    }
    error_set(resolver->error, STATUS_BAD_INPUT, "\"%.*s\" can mean %.*s%s", (int)shown.size, shown.data,
              (int)list.size, list.data ? list.data : "", count > told ? " or others" : "");
    error_advise(resolver->error, "write the id of the one that is meant");
    buffer_free(&list);
    return STATUS_BAD_INPUT;
}

/* ---- The nearest names ----------------------------------------------------------------------- */

struct candidate {
    enum record_type type;
    const struct reference_row *row; /* NULL: of the record, by its key or id */
    struct slice key;
    size_t distance;
    bool gone; /* does not exist on the days asked for */
};

struct near {
    const struct resolver *resolver;
    struct slice word, folded;
    enum record_type type; /* that is being offered */
    struct candidate best[NEAR_MAX];
    size_t count;
};

static bool is_better(const struct candidate *one, const struct candidate *other) {
    return one->gone != other->gone ? !one->gone : one->distance < other->distance;
}

static bool is_same(const struct candidate *one, const struct candidate *other) {
    return one->row ? one->row == other->row
                    : !other->row && one->type == other->type && slice_equals(one->key, other->key);
}

static void drop_candidate(struct near *near, size_t at) {
    near->count--;
    memmove(near->best + at, near->best + at + 1, (near->count - at) * sizeof *near->best);
}

static void keep_candidate(struct near *near, struct candidate candidate) {
    for (size_t i = 0; i < near->count; i++) {
        if (!is_same(&candidate, &near->best[i]))
            continue;
        if (!is_better(&candidate, &near->best[i]))
            return;
        drop_candidate(near, i);
        break;
    }
    size_t at = near->count;
    while (at > 0 && is_better(&candidate, &near->best[at - 1]))
        at--;
    /* What the look-up offers lives only for the moment. */
    if (at == NEAR_MAX || (!candidate.row && !arena_copy(near->resolver->arena, candidate.key, &candidate.key)))
        return;
    if (near->count == NEAR_MAX)
        near->count--;
    memmove(near->best + at + 1, near->best + at, (near->count - at) * sizeof *near->best);
    near->best[at] = candidate;
    near->count++;
}

static bool judge_name(struct slice word, struct slice name, size_t *distance) {
    struct nearest one = {.word = word};
    nearest_offer(&one, name);
    *distance = one.distance[0];
    return one.count > 0;
}

/* "Kovrg" is near a word of "michael kovrig", if not as near as to a whole name. */
static bool judge_words(struct slice word, struct slice name, size_t *distance) {
    enum { LETTERS_MIN = 4 };
    bool is_near = false;
    if (word.size < LETTERS_MIN || slice_find(word, ' ') < word.size)
        return false;
    while (name.size > 0) {
        size_t end = slice_find(name, ' '), here;
        struct slice part = slice_part(name, 0, end);
        if (part.size >= LETTERS_MIN && judge_name(word, part, &here) && (!is_near || here + 1 < *distance)) {
            *distance = here + 1;
            is_near = true;
        }
        name = slice_part(name, end + 1, name.size);
    }
    return is_near;
}

static bool is_by_id(enum record_type type) {
    return type == RECORD_SOURCE || type == RECORD_EVENT;
}

static void take_name(void *context, struct slice name) {
    struct near *near = context;
    struct candidate candidate = {.type = near->type, .key = name};
    if (judge_name(is_by_id(near->type) ? near->word : near->folded, name, &candidate.distance) ||
        (near->type == RECORD_PERSON && judge_words(near->folded, name, &candidate.distance)))
        keep_candidate(near, candidate);
}

/* Without days, what still is goes before what was. */
static bool is_gone(const struct resolver *resolver, const struct reference_key *key) {
    if (resolver->first_day == DAY_MIN && resolver->last_day == DAY_MAX)
        return key->end != DAY_MAX;
    return key->start > resolver->last_day || key->end <= resolver->first_day;
}

static void offer_reference(struct near *near, enum record_type type) {
    bool countries = type == RECORD_COUNTRY;
    const struct reference_row *rows = countries ? reference_countries : reference_organizations;
    const struct reference_key *keys = countries ? reference_country_keys : reference_organization_keys;
    size_t count = countries ? reference_country_key_count : reference_organization_key_count;
    for (size_t i = 0; i < count; i++) {
        struct slice key = slice_from(keys[i].key);
        struct candidate candidate = {.type = type, .row = &rows[keys[i].row]};
        if (!slice_starts_with(key, SLICE_OF("name ")))
            continue;
        if (!judge_name(near->folded, slice_part(key, NAME_PREFIX, key.size), &candidate.distance))
            continue;
        candidate.gone = is_gone(near->resolver, &keys[i]);
        keep_candidate(near, candidate);
    }
}

static void offer_names(struct near *near, enum record_type type) {
    const struct lookup *lookup = near->resolver->lookup;
    near->type = type;
    if (is_referenced(type))
        offer_reference(near, type);
    if (lookup && lookup->offer)
        (void)lookup->offer(lookup->context, type, near->word, take_name, near);
}

/* As it can be typed. Nothing for a name that no record has any more. */
static void append_candidate(const struct resolver *resolver, const struct candidate *candidate, struct buffer *out) {
    const struct lookup *lookup = resolver->lookup;
    struct slice id = candidate->key;
    size_t count = 1;
    if (candidate->row)
        id = slice_from(candidate->row->values[0]);
    else if (!is_by_id(candidate->type) &&
             lookup->find(lookup->context, candidate->type, resolver->arena, SLICE_NONE, candidate->key, DAY_MIN,
                          DAY_MAX, &id, 1, &count, NULL) != STATUS_OK)
        count = 0;
    if (count > 0 && is_by_id(candidate->type))
        buffer_append_slice(out, id);
    else if (count > 0)
        resolver_append_record(resolver, candidate->type, id, out);
}

/* Each record once: two aliases of one are one suggestion. */
static size_t list_candidates(const struct near *near, struct slice told[TOLD_MAX]) {
    size_t count = 0;
    for (size_t i = 0; i < near->count && count < TOLD_MAX; i++) {
        struct buffer text;
        bool again = false;
        buffer_init(&text);
        append_candidate(near->resolver, &near->best[i], &text);
        if (!value_keep_buffer(near->resolver->arena, &text, &told[count]) || told[count].size == 0)
            continue;
        for (size_t j = 0; j < count; j++)
            again = again || slice_equals(told[j], told[count]);
        count += !again;
    }
    return count;
}

void resolver_suggest(const struct resolver *resolver, const enum record_type *types, size_t type_count,
                      struct slice word, struct buffer *out) {
    struct near near = {.resolver = resolver, .word = word};
    struct slice told[TOLD_MAX];
    if (!utf8_fold(resolver->arena, word, &near.folded))
        return;
    for (size_t i = 0; i < type_count; i++)
        offer_names(&near, types[i]);
    size_t count = list_candidates(&near, told);
    for (size_t i = 0; i < count; i++) {
        buffer_append_text(out, i == 0 ? "" : i + 1 == count ? " or " : ", ");
        buffer_append_slice(out, told[i]);
    }
}

void resolve_suggest(const struct lookup *lookup, struct arena *arena, const enum record_type *types,
                     size_t type_count, struct slice word, struct buffer *out) {
    struct resolver resolver = {lookup, arena, DAY_MIN, DAY_MAX, STATUS_NOT_FOUND, NULL};
    resolver_suggest(&resolver, types, type_count, word, out);
}

/* ---- A part of a person's name --------------------------------------------------------------- */

enum { PARTS_MAX = 64, PEOPLE_MAX = TOLD_MAX + 1 };

struct parts {
    struct arena *arena;
    struct slice part;
    struct slice keys[PARTS_MAX];
    size_t count, offered;
    bool failed;
};

/* Whole words of a folded name, where one space parts two words. */
static bool has_words(struct slice key, struct slice words) {
    for (size_t i = 0; words.size > 0 && i + words.size <= key.size; i++) {
        size_t end = i + words.size;
        if ((i == 0 || key.data[i - 1] == ' ') && (end == key.size || key.data[end] == ' ') &&
            memcmp(key.data + i, words.data, words.size) == 0)
            return true;
    }
    return false;
}

static void take_part(void *context, struct slice key) {
    struct parts *parts = context;
    parts->offered++;
    if (parts->count == PARTS_MAX || !has_words(key, parts->part))
        return;
    if (arena_copy(parts->arena, key, &parts->keys[parts->count]))
        parts->count++;
    else
        parts->failed = true;
}

/* The people who are called by these keys still, each once. */
static enum status find_people(const struct resolver *resolver, const struct parts *parts,
                               struct slice people[PEOPLE_MAX], size_t *count) {
    const struct lookup *lookup = resolver->lookup;
    for (size_t i = 0; i < parts->count && *count < PEOPLE_MAX; i++) {
        struct slice ids[PEOPLE_MAX];
        size_t found = 0;
        enum status status = lookup->find(lookup->context, RECORD_PERSON, resolver->arena, SLICE_NONE,
                                          parts->keys[i], DAY_MIN, DAY_MAX, ids, PEOPLE_MAX, &found, resolver->error);
        if (status != STATUS_OK)
            return status;
        for (size_t j = 0; j < found && *count < PEOPLE_MAX; j++) {
            bool again = false;
            for (size_t k = 0; k < *count; k++)
                again = again || slice_equals(people[k], ids[j]);
            if (!again)
                people[(*count)++] = ids[j];
        }
    }
    return STATUS_OK;
}

enum status resolver_find_part(const struct resolver *resolver, struct slice name, struct slice *id) {
    const struct lookup *lookup = resolver->lookup;
    struct parts parts = {.arena = resolver->arena};
    struct slice people[PEOPLE_MAX];
    size_t count = 0;
    *id = SLICE_NONE;
    if (!lookup || !lookup->offer || !lookup->find)
        return STATUS_OK;
    if (!utf8_fold(resolver->arena, name, &parts.part))
        return resolver_fail_memory(resolver);
    enum status status = lookup->offer(lookup->context, RECORD_PERSON, name, take_part, &parts);
    /* Not all names were looked at, or too many have the word: that there is one person only is not sure. */
    if (status != STATUS_OK || parts.offered >= LOOKUP_OFFERS_MAX)
        return STATUS_OK;
    if (parts.failed)
        return resolver_fail_memory(resolver);
    status = find_people(resolver, &parts, people, &count);
    if (status != STATUS_OK || count == 0)
        return status;
    if (count > 1)
        return resolver_refuse_several(resolver, RECORD_PERSON, name, people, count);
    if (parts.count < PARTS_MAX)
        *id = people[0];
    return STATUS_OK;
}
