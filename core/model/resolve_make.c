/* What is only named and may be made: people, organizations, sources; and the ids that they get. */
#include "resolver.h"

#include "../base/hash.h"
#include "../base/utf8.h"
#include "reference.h"
#include "value.h"

enum { NAME_SLUG_MAX = 60, URL_SLUG_MAX = 60, PUBLISHER_SLUG_MAX = 30 };
enum { TRIES_MAX = 99, HASH_DIGITS = 12 };

static void append_hash(struct buffer *buffer, struct slice text) {
    static const char digits[] = "0123456789abcdef";
    uint64_t hash = hash_text(text);
    for (int i = 0; i < HASH_DIGITS; i++)
        buffer_append_byte(buffer, digits[hash >> (60 - 4 * i) & 15]);
}

/* The words of a text; without any, "prefix-" and a hash of it. */
static bool make_slug(struct arena *arena, struct slice text, const char *prefix,
                      struct slice *slug) {
    struct buffer buffer;
    if (!utf8_slug(arena, text, NAME_SLUG_MAX, slug))
        return false;
    if (!slice_is_empty(*slug))
        return true;
    buffer_init(&buffer);
    buffer_append_text(&buffer, prefix);
    buffer_append_byte(&buffer, '-');
    append_hash(&buffer, text);
    return value_keep_buffer(arena, &buffer, slug);
}

static bool make_upper(struct arena *arena, struct slice *text) {
    char *out = arena_string(arena, *text);
    for (size_t i = 0; out && i < text->size; i++)
        if (out[i] >= 'a' && out[i] <= 'z')
            out[i] = (char)(out[i] - ('a' - 'A'));
    *text = (struct slice){out, text->size};
    return out != NULL;
}

/* The id with "-n" behind it; the hash of the name when n has run out. */
static bool vary_id(const struct resolver *resolver, struct slice base, struct slice name, int n,
                    struct slice *id) {
    struct buffer buffer;
    buffer_init(&buffer);
    buffer_append_slice(&buffer, base);
    if (n > 1)
        buffer_append_byte(&buffer, '-');
    if (n > TRIES_MAX)
        append_hash(&buffer, name);
    else if (n > 1)
        buffer_append_integer(&buffer, n);
    return value_keep_buffer(resolver->arena, &buffer, id);
}

/* An id that nobody has: the base, else base-2, base-3 … */
static enum status find_free_id(const struct resolver *resolver, enum record_type type,
                                struct slice base, struct slice name, struct slice *id) {
    for (int n = 1; n <= TRIES_MAX + 1; n++) {
        struct slice taken;
        if (!vary_id(resolver, base, name, n, id))
            return resolver_fail_memory(resolver);
        enum status status = resolver_find_id(resolver, type, *id, &taken);
        if (status != STATUS_OK)
            return status;
        if (slice_is_empty(taken) && !reference_find(type, *id))
            break;
    }
    return STATUS_OK;
}

static bool can_make(const struct resolver *resolver) {
    return resolver->lookup && resolver->lookup->make;
}

static enum status make_record(const struct resolver *resolver, const struct record *record) {
    return resolver->lookup->make(resolver->lookup->context, record, resolver->error);
}

/* A record of a type whose first fields are id and name. */
static enum status make_named(const struct resolver *resolver, enum record_type type,
                              struct slice base, struct slice name, struct slice *id) {
    struct record record;
    enum status status = find_free_id(resolver, type, base, name, id);
    if (status != STATUS_OK)
        return status;
    record_init(&record, type);
    record_set(&record, record_find_field(type, SLICE_OF("id")), *id);
    record_set(&record, record_find_field(type, SLICE_OF("name")), name);
    return make_record(resolver, &record);
}

/* A name must be found again under its letters, or every import would make it anew. */
static enum status check_letters(const struct resolver *resolver, struct slice name) {
    struct slice key, shown = value_excerpt(name);
    if (!utf8_fold(resolver->arena, name, &key))
        return resolver_fail_memory(resolver);
    if (!slice_is_empty(key))
        return STATUS_OK;
    error_set(resolver->error, STATUS_BAD_INPUT, "\"%.*s\" is no name: it has no letter or digit",
              (int)shown.size, shown.data);
    error_advise(resolver->error, "write the name, or leave the cell empty");
    return STATUS_BAD_INPUT;
}

enum status resolver_need_person(const struct resolver *resolver, struct slice name,
                                 struct slice *id) {
    struct slice base;
    enum status status = resolver_find(resolver, RECORD_PERSON, name, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    if (!can_make(resolver))
        return resolver_refuse(resolver, RECORD_PERSON, RECORD_TYPES, name);
    status = check_letters(resolver, name);
    if (status != STATUS_OK)
        return status;
    if (!make_slug(resolver->arena, name, "person", &base))
        return resolver_fail_memory(resolver);
    return make_named(resolver, RECORD_PERSON, base, name, id);
}

/* A country that stands among the organizations is a slip; a code of a few letters may be both. */
static enum status check_no_country(const struct resolver *resolver, struct slice name) {
    enum { CODE_SIZE = 3 };
    struct slice country, shown = value_excerpt(name);
    enum status status = STATUS_OK;
    if (name.size <= CODE_SIZE)
        return STATUS_OK;
    status = resolver_find(resolver, RECORD_COUNTRY, name, &country);
    if (status != STATUS_OK || slice_is_empty(country))
        return status;
    error_set(resolver->error, STATUS_BAD_INPUT, "organization \"%.*s\" is a country",
              (int)shown.size, shown.data);
    error_advise(resolver->error, "put it into countries");
    return STATUS_BAD_INPUT;
}

enum status resolver_need_organization(const struct resolver *resolver, struct slice name,
                                       struct slice *id) {
    struct slice base;
    enum status status = resolver_find(resolver, RECORD_ORGANIZATION, name, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    status = check_no_country(resolver, name);
    if (status != STATUS_OK)
        return status;
    if (!can_make(resolver))
        return resolver_refuse(resolver, RECORD_ORGANIZATION, RECORD_TYPES, name);
    status = check_letters(resolver, name);
    if (status != STATUS_OK)
        return status;
    if (!make_slug(resolver->arena, name, "organization", &base) ||
        !make_upper(resolver->arena, &base))
        return resolver_fail_memory(resolver);
    return make_named(resolver, RECORD_ORGANIZATION, base, name, id);
}

/* ---- Sources --------------------------------------------------------------------------------- */

/* Position of "://", or the size. */
static size_t find_scheme_end(struct slice url) {
    for (size_t i = 0; i + 2 < url.size; i++)
        if (memcmp(url.data + i, "://", 3) == 0)
            return i;
    return url.size;
}

static bool is_url(struct slice text) {
    return find_scheme_end(text) < text.size;
}

/* Words of host and path for the eye, a hash of the whole for the difference. */
static bool append_url_id(struct arena *arena, struct slice url, struct buffer *buffer) {
    struct slice slug, rest = slice_part(url, find_scheme_end(url), url.size);
    if (!utf8_slug(arena, rest, URL_SLUG_MAX, &slug))
        return false;
    buffer_append_slice(buffer, slug);
    if (slug.size > 0)
        buffer_append_byte(buffer, '-');
    append_hash(buffer, url);
    return true;
}

/* Title, day and publisher: two sides often publish under one title on one day. */
static bool append_title_id(struct arena *arena, const struct record *source,
                            struct buffer *buffer) {
    struct slice title, date, publisher;
    if (!make_slug(arena, record_get(source, SOURCE_TITLE), "source", &title) ||
        !utf8_slug(arena, record_get(source, SOURCE_PUBLISHED), NAME_SLUG_MAX, &date) ||
        !utf8_slug(arena, record_get(source, SOURCE_PUBLISHER), PUBLISHER_SLUG_MAX, &publisher))
        return false;
    const struct slice parts[] = {title, date, publisher};
    for (size_t i = 0; i < 3; i++) {
        if (i > 0 && parts[i].size > 0)
            buffer_append_byte(buffer, '-');
        buffer_append_slice(buffer, parts[i]);
    }
    return true;
}

bool resolve_source_id(struct arena *arena, const struct record *source, struct slice *id) {
    struct buffer buffer;
    buffer_init(&buffer);
    struct slice url = record_get(source, SOURCE_URL);
    bool done = slice_is_empty(url) ? append_title_id(arena, source, &buffer)
                                    : append_url_id(arena, url, &buffer);
    buffer.failed = buffer.failed || !done;
    return value_keep_buffer(arena, &buffer, id);
}

bool resolve_source_name(struct arena *arena, const struct record *source, struct slice *name) {
    static const int parts[] = {SOURCE_TITLE, SOURCE_PUBLISHED, SOURCE_PUBLISHER};
    struct buffer buffer;
    *name = SLICE_NONE;
    if (record_has(source, SOURCE_URL) || !record_has(source, SOURCE_TITLE))
        return true;
    buffer_init(&buffer);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buffer_append_slice(&buffer, record_get(source, parts[i]));
        buffer_append_byte(&buffer, ' ');
    }
    return value_keep_buffer(arena, &buffer, name);
}

/* A source that is listed without an address, by what the row tells of it. */
static enum status find_by_title(const struct resolver *resolver, const struct record *source,
                                 struct slice *id) {
    const struct lookup *lookup = resolver->lookup;
    struct slice name, key;
    size_t count = 0;
    if (!resolve_source_name(resolver->arena, source, &name) ||
        !utf8_fold(resolver->arena, name, &key))
        return resolver_fail_memory(resolver);
    if (slice_is_empty(key) || !lookup || !lookup->find)
        return STATUS_OK;
    enum status status = lookup->find(lookup->context, RECORD_SOURCE, resolver->arena, SLICE_NONE,
                                      key, DAY_MIN, DAY_MAX, id, 1, &count, resolver->error);
    if (count == 0)
        *id = SLICE_NONE;
    return status;
}

enum status resolver_need_described_source(const struct resolver *resolver, struct record *source,
                                           struct slice *id) {
    struct slice url = record_get(source, SOURCE_URL), made;
    enum status status = STATUS_OK;
    *id = SLICE_NONE;
    if (!resolve_source_id(resolver->arena, source, &made))
        return resolver_fail_memory(resolver);
    if (!slice_is_empty(url))
        status = resolver_find_id(resolver, RECORD_SOURCE, url, id);
    if (status == STATUS_OK && slice_is_empty(*id))
        status = resolver_find_id(resolver, RECORD_SOURCE, made, id);
    if (status == STATUS_OK && slice_is_empty(*id))
        status = find_by_title(resolver, source, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    if (!can_make(resolver))
        return resolver_refuse(resolver, RECORD_SOURCE, RECORD_TYPES,
                               slice_is_empty(url) ? record_get(source, SOURCE_TITLE) : url);
    *id = made;
    record_set(source, SOURCE_ID, made);
    return make_record(resolver, source);
}

enum status resolver_need_source(const struct resolver *resolver, struct slice text,
                                 struct slice *id) {
    struct record source;
    enum status status = resolver_find_id(resolver, RECORD_SOURCE, text, id);
    if (status != STATUS_OK || !slice_is_empty(*id))
        return status;
    if (!is_url(text))
        return resolver_refuse(resolver, RECORD_SOURCE, RECORD_TYPES, text);
    record_init(&source, RECORD_SOURCE);
    record_set(&source, SOURCE_URL, text);
    return resolver_need_described_source(resolver, &source, id);
}
