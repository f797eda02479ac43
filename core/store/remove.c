/* Removing records, and proving that nobody names what is gone.
 *
 * What belongs to a record goes with it, before it. What merely names it stands in the way; that is looked for once, when
 * a write is settled, for all that went: by the indexes where the naming column has one, else in one pass over the small
 * table that has it. An id that has come back by then, and a country or an organization that the program knows by itself,
 * is not gone. */
#include "inside.h"

#include "../model/reference.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- removing ------------------------------------------------------------------------------------------------ */

enum status remove_note_gone(struct store *store, enum record_type type, struct slice id, struct error *error) {
    struct statement *note = store_statement(store, SQL_GONE, error);
    if (!note) return STATUS_ENVIRONMENT;
    store->gone = true;
    statement_bind_string(note, 1, slice_from(record_info(type)->name));
    statement_bind_string(note, 2, id);
    return statement_run(note, error);
}

struct remover {
    struct store *store;
    struct store_removal *removal;
    struct arena arena; /* of one removal */
    struct error *error;
};

static enum status write_gone(struct remover *remover, int64_t key, const struct record *record) {
    struct arena_mark mark = arena_mark(&remover->store->scratch);
    int field;
    enum status status = small_write(remover->store, &key, record, NULL, &field, remover->error);
    arena_rewind(&remover->store->scratch, mark);
    remover->removal->records[record->type]++;
    return status;
}

/* Of a small table: the record itself, found by its key fields. */
static enum status remove_row(struct remover *remover, const struct record *row) {
    struct record record;
    int64_t key = 0;
    bool found = false;
    enum status status = small_get(remover->store, row, &remover->arena, &record, &key, &found, remover->error);
    return status == STATUS_OK && found ? write_gone(remover, key, &record) : status;
}

static enum status remove_notes(struct remover *remover, const struct record *record) {
    struct record *notes;
    size_t count = 0;
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    enum status status = buffer_failed(&name) ? no_memory(remover->error)
                       : store_list(remover->store, RECORD_NOTE, buffer_slice(&name), &remover->arena, &notes, &count,
                                    remover->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = remove_row(remover, &notes[i]);
    buffer_free(&name);
    return status;
}

/* Claims and links of an event, terms of a person, with what is noted of them. */
static enum status remove_hanging(struct remover *remover, enum record_type type, struct slice of) {
    struct record *rows;
    size_t count = 0;
    enum status status = store_list(remover->store, type, of, &remover->arena, &rows, &count, remover->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        status = remove_notes(remover, &rows[i]);
        if (status == STATUS_OK) status = remove_row(remover, &rows[i]);
    }
    return status;
}

static enum status remove_event(struct remover *remover, const struct stored_event *event) {
    struct slice id = record_get(&event->event, EVENT_ID);
    int64_t key = event->key;
    int field;
    enum status status = remove_hanging(remover, RECORD_CLAIM, id);
    if (status == STATUS_OK) status = remove_hanging(remover, RECORD_LINK, id);
    if (status == STATUS_OK) status = remove_notes(remover, &event->event);
    if (status != STATUS_OK) return status;
    struct arena_mark mark = arena_mark(&remover->store->scratch);
    status = event_write(remover->store, &key, event, NULL, &field, remover->error);
    arena_rewind(&remover->store->scratch, mark);
    remover->removal->records[RECORD_EVENT]++;
    return status;
}

static enum status remove_small(struct remover *remover, int64_t key, const struct record *record) {
    enum status status = record->type == RECORD_PERSON ? remove_hanging(remover, RECORD_TERM, record_get(record, PERSON_ID))
                                                       : STATUS_OK;
    if (status == STATUS_OK) status = remove_notes(remover, record);
    return status == STATUS_OK ? write_gone(remover, key, record) : status;
}

enum status store_remove(struct store *store, enum record_type type, int64_t key, struct store_removal *removal,
                         struct error *error) {
    struct remover remover = {.store = store, .removal = removal, .error = error};
    struct stored_event event;
    struct record record;
    bool found = false;
    if (type >= RECORD_PARTY) return error_set(error, STATUS_USAGE, "a %s cannot be removed by itself", "party");
    arena_init(&remover.arena);
    enum status status = type == RECORD_EVENT ? event_get_key(store, key, &remover.arena, &event, &found, error)
                                              : store_get_by_key(store, type, key, &remover.arena, &record, &found, error);
    if (status == STATUS_OK && !found)
        status = error_set(error, STATUS_NOT_FOUND, "the %s is no longer there", record_info(type)->name);
    if (status == STATUS_OK)
        status = type == RECORD_EVENT ? remove_event(&remover, &event) : remove_small(&remover, key, &record);
    arena_free(&remover.arena);
    return status;
}

/* ---- who can name what is gone -------------------------------------------------------------------------------- */

/* A way to name a record. `rows` joins temp.gone g with those who name it. */
struct naming {
    enum record_type by;
    enum { OF_EVENT = 1, OF_SOURCE = 2, OF_PERSON = 4, OF_ACTOR = 8 } gone; /* types of g */
    const char *name, *key; /* of those who name it: SQL */
    const char *rows;
    bool undo_only; /* a removal takes these along */
};

#define CLAIM_NAME "'claim:' || n.event || '/' || n.source || '/' || n.field || '/' || n.value"
#define LINK_NAME "'link:' || n.\"from\" || '/' || n.relation || '/' || n.\"to\""
#define TERM_NAME "'term:' || n.person || '/' || n.country || '/' || n.office || '/' || n.\"start\""
#define COVERAGE_NAME "'coverage:' || n.dataset || '/' || n.countries || '/' || n.kinds || '/' || n.\"start\""
#define NOTE_NAME "'note:' || n.record || '/' || n.kind || '/' || n.reason || '/' || n.\"date\""
/* The parts of a cell as a JSON array: ids need no escapes. */
#define PARTS(text, sign) "'[' || replace(json_quote(" text "), '" sign "', '\",\"') || ']'"
#define ACTOR "g.type IN ('country', 'organization')"

static const struct naming namings[] = {
    {RECORD_EVENT, OF_SOURCE | OF_PERSON | OF_ACTOR, "n.id", "n.event",
     "temp.gone g CROSS JOIN facet f ON f.type = g.type AND f.key = g.id AND f.name = g.id AND f.uses > 0 "
     "CROSS JOIN posting p ON p.facet = f.facet CROSS JOIN event n ON n.event = p.event WHERE g.type <> 'event'", false},
    /* A person acts for an organization: found as that of a country. */
    {RECORD_EVENT, OF_ACTOR, "n.id", "n.event",
     "temp.gone g CROSS JOIN facet f ON f.type = 'country' AND f.key = g.id AND f.name = g.id AND f.uses > 0 "
     "CROSS JOIN posting p ON p.facet = f.facet CROSS JOIN event n ON n.event = p.event WHERE g.type = 'organization'", false},
    {RECORD_EVENT, OF_ACTOR, "n.id", "n.event",
     "event_detail d CROSS JOIN json_each(" PARTS("d.party_details", ";") ") j CROSS JOIN temp.gone g ON " ACTOR " AND "
     "g.id = json_extract(" PARTS("j.value", ":") ", '$[3]') CROSS JOIN event n ON n.event = d.event "
     "WHERE d.party_details IS NOT NULL", false},
    {RECORD_CLAIM, OF_EVENT, CLAIM_NAME, "n.\"key\"",
     "temp.gone g CROSS JOIN claim n ON n.event = g.id WHERE g.type = 'event'", false},
    {RECORD_CLAIM, OF_SOURCE, CLAIM_NAME, "n.\"key\"",
     "temp.gone g CROSS JOIN claim n ON n.source = g.id WHERE g.type = 'source'", false},
    {RECORD_LINK, OF_EVENT, LINK_NAME, "n.\"key\"",
     "temp.gone g CROSS JOIN link n ON n.\"from\" = g.id WHERE g.type = 'event'", false},
    {RECORD_LINK, OF_EVENT, LINK_NAME, "n.\"key\"",
     "temp.gone g CROSS JOIN link n ON n.\"to\" = g.id WHERE g.type = 'event'", false},
    {RECORD_LINK, OF_SOURCE, LINK_NAME, "n.\"key\"",
     "link n CROSS JOIN temp.gone g ON g.type = 'source' AND g.id = n.source WHERE n.source IS NOT NULL", false},
    {RECORD_TERM, OF_PERSON, TERM_NAME, "n.\"key\"",
     "temp.gone g CROSS JOIN term n ON n.person = g.id WHERE g.type = 'person'", false},
    {RECORD_TERM, OF_ACTOR, TERM_NAME, "n.\"key\"",
     "temp.gone g CROSS JOIN term n ON n.country = g.id WHERE " ACTOR, false},
    {RECORD_TERM, OF_SOURCE, TERM_NAME, "n.\"key\"",
     "term n CROSS JOIN json_each(" PARTS("n.sources", ";") ") j CROSS JOIN temp.gone g ON g.type = 'source' AND g.id = j.value "
     "WHERE n.sources IS NOT NULL", false},
    {RECORD_PERSON, OF_ACTOR, "n.id", "n.\"key\"",
     "person n CROSS JOIN temp.gone g ON " ACTOR " AND g.id = n.country WHERE n.country IS NOT NULL", false},
    {RECORD_SOURCE, OF_ACTOR, "n.id", "n.\"key\"",
     "source n CROSS JOIN temp.gone g ON " ACTOR " AND g.id = n.side WHERE n.side IS NOT NULL", false},
    {RECORD_COVERAGE, OF_ACTOR, COVERAGE_NAME, "n.\"key\"",
     "coverage n CROSS JOIN json_each(" PARTS("n.countries", ";") ") j CROSS JOIN temp.gone g ON " ACTOR " AND g.id = j.value "
     "WHERE n.countries <> ''", false},
    {RECORD_NOTE, OF_EVENT | OF_SOURCE | OF_PERSON | OF_ACTOR, NOTE_NAME, "n.\"key\"",
     "temp.gone g CROSS JOIN note n ON n.record = g.id WHERE n.kind <> 'merged'", true},
};
enum { NAMINGS = sizeof namings / sizeof *namings };

enum { NAMED_SHOWN = 3, NAME_SHOWN = 64 };

/* What is gone and still named, and by whom. */
struct dangling {
    struct store *store;
    struct arena arena;
    struct slice type, id; /* the first of it */
    int64_t count[RECORD_TYPES];
    struct slice names[NAMED_SHOWN];
    size_t name_count;
    int64_t latest; /* revision that touched those who are shown last; 0: not known */
    struct error *error;
};

static bool is_undo(const struct store *store) { return store->history.author && store->history.author->undoes; }

static unsigned type_bit(const char *type) {
    return strcmp(type, "event") == 0 ? OF_EVENT : strcmp(type, "source") == 0 ? OF_SOURCE
         : strcmp(type, "person") == 0 ? OF_PERSON : OF_ACTOR;
}

/* Which types have gone ids: nothing is read for the others. */
static enum status find_gone_types(struct dangling *dangling, unsigned *types) {
    static const char *const words[] = {"event", "source", "person", "country", "organization"};
    struct statement *any;
    *types = 0;
    enum status status = engine_prepare(dangling->store->engine, "SELECT 1 FROM temp.gone WHERE type = ?1 LIMIT 1", &any,
                                        dangling->error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof words / sizeof *words; i++) {
        bool row = false;
        statement_bind_string(any, 1, slice_from(words[i]));
        status = statement_step(any, &row, dangling->error);
        statement_reset(any);
        if (row) *types |= type_bit(words[i]);
    }
    statement_free(any);
    return status;
}

/* `select` … of the rows of a naming … `rest`. */
static enum status prepare_naming(struct dangling *dangling, const struct naming *naming, const char *select, const char *rest,
                                  struct statement **statement) {
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_format(&sql, "SELECT %s FROM ", select);
    buffer_append_text(&sql, naming->rows);
    buffer_append_text(&sql, rest);
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(dangling->error)
                       : engine_prepare(dangling->store->engine, sql.data, statement, dangling->error);
    buffer_free(&sql);
    return status;
}

/* The first by type and id of what one naming still names. */
static enum status find_named(struct dangling *dangling, const struct naming *naming, bool *found) {
    struct statement *first;
    enum status status = prepare_naming(dangling, naming, "g.type, g.id", " ORDER BY g.type, g.id LIMIT 1", &first);
    if (status != STATUS_OK) return status;
    status = statement_step(first, found, dangling->error);
    if (status == STATUS_OK && *found && (!arena_copy(&dangling->arena, statement_text(first, 0), &dangling->type) ||
                                          !arena_copy(&dangling->arena, statement_text(first, 1), &dangling->id)))
        status = no_memory(dangling->error);
    statement_free(first);
    return status;
}

static enum status find_dangling(struct dangling *dangling, bool *found) {
    unsigned types;
    enum status status = find_gone_types(dangling, &types);
    *found = false;
    for (size_t i = 0; status == STATUS_OK && !*found && i < NAMINGS; i++)
        if ((namings[i].gone & types) && (!namings[i].undo_only || is_undo(dangling->store)))
            status = find_named(dangling, &namings[i], found);
    return status;
}

/* ---- what is not gone after all --------------------------------------------------------------------------------- */

static enum status forget_returned(struct store *store, struct error *error) {
    return engine_run(store->engine,
                      "DELETE FROM temp.gone WHERE CASE type WHEN 'event' THEN EXISTS (SELECT 1 FROM event n WHERE n.id = gone.id) "
                      "WHEN 'source' THEN EXISTS (SELECT 1 FROM source n WHERE n.id = gone.id) "
                      "WHEN 'person' THEN EXISTS (SELECT 1 FROM person n WHERE n.id = gone.id) "
                      "ELSE EXISTS (SELECT 1 FROM country n WHERE n.id = gone.id) OR "
                      "EXISTS (SELECT 1 FROM organization n WHERE n.id = gone.id) END", error);
}

/* A row of the record may merely have said more of what the program knows by itself. */
static enum status forget_known(struct dangling *dangling) {
    struct statement *actors, *drop = NULL;
    enum status status = engine_prepare(dangling->store->engine, "SELECT id FROM temp.gone WHERE type IN ('country', "
                                        "'organization') ORDER BY type, id", &actors, dangling->error);
    struct slice_list known = {NULL, 0};
    for (bool row = true; status == STATUS_OK;) {
        struct slice id;
        status = statement_step(actors, &row, dangling->error);
        if (status != STATUS_OK || !row) break;
        id = statement_text(actors, 0);
        if (!reference_find(RECORD_COUNTRY, id) && !reference_find(RECORD_ORGANIZATION, id)) continue;
        if (!arena_copy(&dangling->arena, id, &id) || !arena_append(&dangling->arena, &known, id))
            status = no_memory(dangling->error);
    }
    statement_free(actors);
    if (status == STATUS_OK)
        status = engine_prepare(dangling->store->engine, "DELETE FROM temp.gone WHERE type IN ('country', 'organization') "
                                "AND id = ?1", &drop, dangling->error);
    for (size_t i = 0; status == STATUS_OK && i < known.count; i++) {
        statement_bind_string(drop, 1, known.items[i]);
        status = statement_run(drop, dangling->error);
    }
    statement_free(drop);
    return status;
}

/* ---- telling ------------------------------------------------------------------------------------------------------- */

static enum status count_naming(struct dangling *dangling, const struct naming *naming) {
    struct statement *count;
    struct buffer select;
    bool row = false;
    buffer_init(&select);
    buffer_append_format(&select, "count(DISTINCT %s)", naming->key);
    buffer_append_byte(&select, '\0');
    enum status status = buffer_failed(&select) ? no_memory(dangling->error)
                       : prepare_naming(dangling, naming, select.data, " AND g.type = ?1 AND g.id = ?2", &count);
    buffer_free(&select);
    if (status != STATUS_OK) return status;
    statement_bind_string(count, 1, dangling->type);
    statement_bind_string(count, 2, dangling->id);
    status = statement_step(count, &row, dangling->error);
    if (status == STATUS_OK && row) dangling->count[naming->by] += statement_integer(count, 0);
    statement_free(count);
    return status;
}

static enum status take_name(struct dangling *dangling, const struct naming *naming, struct statement *row) {
    int64_t revision = 0;
    struct slice name = statement_text(row, 0);
    for (size_t i = 0; i < dangling->name_count; i++)
        if (slice_equals(dangling->names[i], name)) return STATUS_OK;
    if (!arena_copy(&dangling->arena, name, &dangling->names[dangling->name_count])) return no_memory(dangling->error);
    dangling->name_count++;
    enum status status = store_find_latest(dangling->store, naming->by, statement_integer(row, 1), &revision, dangling->error);
    if (revision > dangling->latest) dangling->latest = revision;
    return status;
}

static enum status list_naming(struct dangling *dangling, const struct naming *naming) {
    struct statement *list;
    struct buffer select;
    buffer_init(&select);
    buffer_append_format(&select, "DISTINCT %s, %s AS by_key", naming->name, naming->key);
    buffer_append_byte(&select, '\0');
    enum status status = buffer_failed(&select) ? no_memory(dangling->error)
                       : prepare_naming(dangling, naming, select.data, " AND g.type = ?1 AND g.id = ?2 ORDER BY by_key", &list);
    buffer_free(&select);
    if (status != STATUS_OK) return status;
    statement_bind_string(list, 1, dangling->type);
    statement_bind_string(list, 2, dangling->id);
    for (bool row = true; status == STATUS_OK && dangling->name_count < NAMED_SHOWN;) {
        status = statement_step(list, &row, dangling->error);
        if (status != STATUS_OK || !row) break;
        status = take_name(dangling, naming, list);
    }
    statement_free(list);
    return status;
}

void remove_append_shown(struct buffer *text, struct slice name) {
    size_t end = name.size < NAME_SHOWN ? name.size : NAME_SHOWN;
    while (end < name.size && end > 0 && ((unsigned char)name.data[end] & 0xC0) == 0x80) end--; /* whole characters */
    buffer_append_slice(text, slice_part(name, 0, end));
    if (end < name.size) buffer_append_text(text, "…");
}

static const char *separator(size_t i, size_t count) { return i == 0 ? "" : i + 1 == count ? " and " : ", "; }

/* "12 events and 1 claim, such as E1, E2 and E3"; all of them where they are few: "the event E1". */
static void append_naming(struct buffer *text, const struct dangling *dangling) {
    int64_t all = 0;
    size_t types = 0, at = 0;
    for (int type = 0; type < RECORD_TYPES; type++) {
        all += dangling->count[type];
        types += dangling->count[type] > 0;
    }
    for (int type = 0; type < RECORD_TYPES; type++) {
        if (dangling->count[type] == 0) continue;
        const struct record_info *info = record_info((enum record_type)type);
        buffer_append_text(text, separator(at++, types));
        buffer_append_integer(text, dangling->count[type]);
        buffer_append_format(text, " %s", dangling->count[type] == 1 ? info->name : info->plural);
    }
    buffer_append_text(text, all > (int64_t)dangling->name_count ? ", such as " : ": ");
    for (size_t i = 0; i < dangling->name_count; i++) {
        buffer_append_text(text, separator(i, dangling->name_count));
        remove_append_shown(text, dangling->names[i]);
    }
}

/* The revision that took it away: that of this write, or a later one than what is taken back. *renamed: by another id, since
 * the last change of what nobody is called any more is that one. */
static enum status find_taker(struct dangling *dangling, int64_t *revision, bool *renamed) {
    struct statement *find;
    bool row = false;
    *revision = dangling->store->history.revision;
    *renamed = false;
    enum status status = engine_prepare(dangling->store->engine, "SELECT revision, action = 'updated' FROM record_change "
                                        "WHERE name = ?1 AND type = ?2 AND action IN ('removed', 'updated') "
                                        "ORDER BY revision DESC, \"change\" DESC LIMIT 1", &find, dangling->error);
    if (status != STATUS_OK) return status;
    statement_bind_string(find, 1, dangling->id);
    statement_bind_string(find, 2, dangling->type);
    status = statement_step(find, &row, dangling->error);
    if (status == STATUS_OK && row) {
        *revision = statement_integer(find, 0);
        *renamed = statement_integer(find, 1) != 0;
    }
    statement_free(find);
    return status;
}

static void advise(const struct dangling *dangling, int64_t taker) {
    const struct store *store = dangling->store;
    bool mergeable = !slice_is(dangling->type, "country");
    if (is_undo(store) && taker < store->history.revision)
        error_advise(dangling->error, "`detente undo %lld` first: it brings it back", (long long)taker);
    else if (is_undo(store) && dangling->latest > store->history.author->undoes && dangling->latest < store->history.revision)
        error_advise(dangling->error, "`detente undo %lld` first", (long long)dangling->latest);
    else if (is_undo(store)) error_advise(dangling->error, "edit or remove what names it first");
    else error_advise(dangling->error, mergeable ? "merge it into another, or edit these first" : "edit these first");
}

static enum status tell_dangling(struct dangling *dangling) {
    int64_t taker;
    bool renamed;
    struct buffer text;
    enum status status = find_taker(dangling, &taker, &renamed);
    for (size_t i = 0; status == STATUS_OK && i < NAMINGS; i++) {
        if (!(namings[i].gone & type_bit(slice_is(dangling->type, "event") ? "event" : slice_is(dangling->type, "source") ? "source"
                                         : slice_is(dangling->type, "person") ? "person" : "country"))) continue;
        if (namings[i].undo_only && !is_undo(dangling->store)) continue;
        status = count_naming(dangling, &namings[i]);
        if (status == STATUS_OK && dangling->name_count < NAMED_SHOWN) status = list_naming(dangling, &namings[i]);
    }
    if (status != STATUS_OK) return status;
    buffer_init(&text);
    if (is_undo(dangling->store))
        buffer_append_format(&text, "revision %lld cannot be taken back: ", (long long)dangling->store->history.author->undoes);
    remove_append_shown(&text, dangling->id);
    if (taker < dangling->store->history.revision)
        buffer_append_format(&text, renamed ? ", to which revision %lld gave another id, would be named by "
                                            : ", which revision %lld removed, would be named by ", (long long)taker);
    else buffer_append_text(&text, " is still named by ");
    append_naming(&text, dangling);
    struct slice words = buffer_slice(&text);
    status = buffer_failed(&text) ? no_memory(dangling->error)
           : error_set(dangling->error, STATUS_BAD_INPUT, "%.*s", (int)(words.size < 560 ? words.size : 560), words.data);
    buffer_free(&text);
    advise(dangling, taker);
    return status;
}

enum status remove_check_gone(struct store *store, struct error *error) {
    struct dangling dangling = {.store = store, .error = error};
    bool found = false;
    arena_init(&dangling.arena);
    enum status status = find_dangling(&dangling, &found);
    /* Only now: mostly nothing is named, and nobody need look what has come back. */
    if (status == STATUS_OK && found) status = forget_returned(store, error);
    if (status == STATUS_OK && found) status = forget_known(&dangling);
    if (status == STATUS_OK && found) status = find_dangling(&dangling, &found);
    if (status == STATUS_OK && found) status = tell_dangling(&dangling);
    arena_free(&dangling.arena);
    return status;
}

/* ---- asking beforehand ----------------------------------------------------------------------------------------------- */

static enum status list_one_naming(struct dangling *dangling, const struct naming *naming, const char *type,
                                   remove_named_visit *visit, void *context) {
    struct statement *list;
    struct buffer select;
    buffer_init(&select);
    buffer_append_format(&select, "g.id, min(%s)", naming->name);
    buffer_append_byte(&select, '\0');
    enum status status = buffer_failed(&select) ? no_memory(dangling->error)
                       : prepare_naming(dangling, naming, select.data, " AND g.type = ?1 GROUP BY g.id", &list);
    buffer_free(&select);
    if (status != STATUS_OK) return status;
    statement_bind_string(list, 1, slice_from(type));
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(list, &row, dangling->error);
        if (status != STATUS_OK || !row) break;
        status = visit(context, statement_text(list, 0), statement_text(list, 1), dangling->error);
    }
    statement_free(list);
    return status;
}

enum status remove_list_named(struct store *store, enum record_type type, remove_named_visit *visit, void *context,
                              struct error *error) {
    struct dangling dangling = {.store = store, .error = error};
    const char *word = record_info(type)->name;
    enum status status = STATUS_OK;
    arena_init(&dangling.arena);
    for (size_t i = 0; status == STATUS_OK && i < NAMINGS; i++)
        if ((namings[i].gone & type_bit(word)) && !namings[i].undo_only)
            status = list_one_naming(&dangling, &namings[i], word, visit, context);
    arena_free(&dangling.arena);
    return status;
}
