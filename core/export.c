/* Exports: all that the filters leave, as one document, one table, lines, or a folder of tables.
 *
 * Without filters everything goes out, table by table in constant space. With filters the events that
 * they leave go out with what they rest on: parties, terms, sources, claims, the links among them, notes;
 * a claim of coverage does not hold for a part, so it stays behind. */
#include "front.h"

#include <stdlib.h>
#include "base/cell.h"
#include "base/hash.h"
#include "export_dyads.h"
#include "past.h"
#include "store/history.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- sets of ids ------------------------------------------------------------------------------------------ */

struct keep {
    struct slice *slots;
    size_t count, capacity;
};

static size_t slot_of(const struct keep *keep, struct slice id) {
    size_t slot = hash_text(id) & (keep->capacity - 1);
    while (keep->slots[slot].data && !slice_equals(keep->slots[slot], id)) slot = (slot + 1) & (keep->capacity - 1);
    return slot;
}

static bool keep_grow(struct keep *keep) {
    struct keep larger = {.capacity = keep->capacity ? keep->capacity * 2 : 256, .count = keep->count};
    larger.slots = calloc(larger.capacity, sizeof *larger.slots);
    if (!larger.slots) return false;
    for (size_t i = 0; i < keep->capacity; i++)
        if (keep->slots[i].data) larger.slots[slot_of(&larger, keep->slots[i])] = keep->slots[i];
    free(keep->slots);
    *keep = larger;
    return true;
}

static bool keep_add(struct arena *arena, struct keep *keep, struct slice id) {
    if (slice_is_empty(id)) return true;
    if (keep->count * 2 >= keep->capacity && !keep_grow(keep)) return false;
    size_t slot = slot_of(keep, id);
    if (keep->slots[slot].data) return true;
    keep->count++;
    return arena_copy(arena, id, &keep->slots[slot]);
}

static bool keep_has(const struct keep *keep, struct slice id) {
    return keep->capacity && keep->slots[slot_of(keep, id)].data;
}

/* ---- what it was taken from ----------------------------------------------------------------------------------- */

/* The dossier's words and, last, the hash of the content: `revision` of the whole of it, `from_revision` of that which a
 * part was taken from. Without any content there is none. */
static enum status get_dossier(struct store *store, bool filtered, struct arena *arena, struct slice *json,
                               struct error *error) {
    struct hash128 hash;
    struct buffer text;
    char digits[HASH128_TEXT];
    enum status status = store_get_dossier(store, arena, json, error);
    if (status == STATUS_OK) status = store_hash_content(store, &hash, error);
    if (status != STATUS_OK || (hash.a == 0 && hash.b == 0)) return status;
    hash128_format(hash, digits);
    buffer_init(&text);
    buffer_append_slice(&text, json->size > 1 ? slice_part(*json, 0, json->size - 1) : SLICE_OF("{"));
    buffer_append_format(&text, "%s\"%s\":\"%s\"}", text.size > 1 ? "," : "", filtered ? "from_revision" : "revision", digits);
    bool good = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), json);
    buffer_free(&text);
    return good ? STATUS_OK : no_memory(error);
}

/* ---- what goes out -------------------------------------------------------------------------------------------- */

struct export {
    struct detente *database;
    const struct query *query;
    bool filtered;
    struct arena arena;
    struct keep keep[RECORD_TYPES]; /* ids that go out, when filtered */
    front_record_visit *visit;
    void *context;
};

static bool keep_cell(struct export *export, enum record_type type, struct slice cell) {
    struct slice_list list;
    bool good = cell_parse_list(&export->arena, cell, &list);
    for (size_t i = 0; good && i < list.count; i++) good = keep_add(&export->arena, &export->keep[type], list.items[i]);
    return good;
}

static bool keep_parties(struct export *export, const struct record *event, struct error *error) {
    static const enum record_type types[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_TYPES};
    struct party_list parties;
    bool good = event_list_parties(&export->arena, event, &parties, error) == STATUS_OK;
    for (size_t i = 0; good && i < parties.count; i++) {
        enum record_type type = types[parties.items[i].type];
        if (type != RECORD_TYPES) good = keep_add(&export->arena, &export->keep[type], parties.items[i].id);
        struct slice acts_for = parties.items[i].acts_for;
        good = good && keep_add(&export->arena, &export->keep[RECORD_COUNTRY], acts_for) &&
               keep_add(&export->arena, &export->keep[RECORD_ORGANIZATION], acts_for);
    }
    return good;
}

static enum status keep_claims(struct export *export, struct slice id, struct error *error) {
    struct record *claims;
    size_t count;
    enum status status = store_list(export->database->store, RECORD_CLAIM, id, &export->arena, &claims, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        if (!keep_add(&export->arena, &export->keep[RECORD_SOURCE], record_get(&claims[i], CLAIM_SOURCE)))
            status = no_memory(error);
    return status;
}

static enum status keep_event(void *context, struct stored_event *stored, struct error *error) {
    struct export *export = context;
    const struct record *event = &stored->event;
    struct slice id = record_get(event, EVENT_ID);
    bool good = keep_add(&export->arena, &export->keep[RECORD_EVENT], id) && keep_parties(export, event, error) &&
                keep_cell(export, RECORD_SOURCE, record_get(event, EVENT_SOURCES)) &&
                keep_cell(export, RECORD_COUNTRY, stored->through);
    return good ? keep_claims(export, id, error) : no_memory(error);
}

/* Sources of terms and links that go out go out too; a person's country as well. */
static enum status keep_behind(void *context, struct record *record, struct error *error) {
    struct export *export = context;
    struct keep *keep = export->keep;
    bool good = true;
    if (record->type == RECORD_TERM && keep_has(&keep[RECORD_PERSON], record_get(record, TERM_PERSON)))
        good = keep_cell(export, RECORD_SOURCE, record_get(record, TERM_SOURCES)) &&
               keep_add(&export->arena, &keep[RECORD_COUNTRY], record_get(record, TERM_COUNTRY)) &&
               keep_add(&export->arena, &keep[RECORD_ORGANIZATION], record_get(record, TERM_COUNTRY));
    if (record->type == RECORD_LINK && keep_has(&keep[RECORD_EVENT], record_get(record, LINK_FROM)) &&
        keep_has(&keep[RECORD_EVENT], record_get(record, LINK_TO)))
        good = keep_add(&export->arena, &keep[RECORD_SOURCE], record_get(record, LINK_SOURCE));
    if (record->type == RECORD_PERSON && keep_has(&keep[RECORD_PERSON], record_get(record, PERSON_ID)))
        good = keep_add(&export->arena, &keep[RECORD_COUNTRY], record_get(record, PERSON_COUNTRY));
    return good ? STATUS_OK : no_memory(error);
}

static enum status choose_kept(struct export *export, struct error *error) {
    static const enum record_type behind[] = {RECORD_TERM, RECORD_LINK, RECORD_PERSON};
    struct store *store = export->database->store;
    enum status status = store_ask(store, export->query, MATCH_NONE, keep_event, export, error);
    for (size_t i = 0; status == STATUS_OK && i < 3; i++) status = store_each(store, behind[i], keep_behind, export, error);
    return status;
}

static bool goes_out(const struct export *export, const struct record *record) {
    const struct keep *keep = export->keep;
    if (!export->filtered) return true;
    switch (record->type) {
    case RECORD_TERM: return keep_has(&keep[RECORD_PERSON], record_get(record, TERM_PERSON));
    case RECORD_CLAIM: return keep_has(&keep[RECORD_EVENT], record_get(record, CLAIM_EVENT));
    case RECORD_LINK:
        return keep_has(&keep[RECORD_EVENT], record_get(record, LINK_FROM)) &&
               keep_has(&keep[RECORD_EVENT], record_get(record, LINK_TO));
    case RECORD_COVERAGE: return false;
    case RECORD_NOTE:
        for (int type = 0; type < RECORD_TYPES; type++)
            if (keep_has(&keep[type], record_get(record, NOTE_RECORD))) return true;
        return false;
    case RECORD_PARTY: return keep_has(&keep[RECORD_EVENT], record_get(record, PARTY_EVENT));
    default: return keep_has(&keep[record->type], record_get(record, 0));
    }
}

static enum status pass_record(void *context, struct record *record, struct error *error) {
    struct export *export = context;
    if (!goes_out(export, record)) return STATUS_OK;
    if (record->type != RECORD_EVENT) return export->visit(export->context, record, error);
    struct arena arena;
    arena_init(&arena);
    enum status status = event_fill_shorthand(&arena, record) ? STATUS_OK : no_memory(error);
    if (status == STATUS_OK) status = export->visit(export->context, record, error);
    arena_free(&arena);
    return status;
}

static enum status pass_event(void *context, struct stored_event *stored, struct error *error) {
    return pass_record(context, &stored->event, error);
}

static enum status export_type(struct export *export, enum record_type type, struct error *error) {
    if (type == RECORD_EVENT && export->filtered)
        return store_ask(export->database->store, export->query, MATCH_NONE, pass_event, export, error);
    return store_each(export->database->store, type, pass_record, export, error);
}

static const enum record_type document_order[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_TERM,
                                                  RECORD_SOURCE, RECORD_EVENT, RECORD_CLAIM, RECORD_LINK,
                                                  RECORD_COVERAGE, RECORD_NOTE};
enum { DOCUMENT_TYPES = sizeof document_order / sizeof *document_order };

static void free_export(struct export *export) {
    for (int type = 0; type < RECORD_TYPES; type++) free(export->keep[type].slots);
    arena_free(&export->arena);
}

/* ---- one document ------------------------------------------------------------------------------------------------ */

static enum status put_record(void *context, struct record *record, struct error *error) {
    return front_answer_record(context, record, error);
}

static enum status export_document(struct export *export, struct front_answer *answer, struct error *error) {
    export->visit = put_record;
    export->context = answer;
    enum status status = export->filtered ? choose_kept(export, error) : STATUS_OK;
    if (status == STATUS_OK)
        status = get_dossier(export->database->store, export->filtered, &answer->arena, &answer->context.dossier, error);
    if (status == STATUS_OK) status = front_answer_begin(answer, error);
    for (size_t i = 0; status == STATUS_OK && i < DOCUMENT_TYPES; i++) status = export_type(export, document_order[i], error);
    if (status == STATUS_OK && answer->entries == 0)
        return error_set(error, STATUS_NOT_FOUND, "nothing found: the export is empty");
    return status;
}

/* ---- events only ---------------------------------------------------------------------------------------------------- */

static enum status put_event(void *context, const struct answer_event *event, struct error *error) {
    return front_answer_event(context, event, error);
}

static enum status export_events(struct export *export, struct front_answer *answer, struct error *error) {
    struct asker asker;
    bool plain = answer->writer.class->wants_names_only;
    ask_begin(&asker, export->database->store, plain ? ASK_NAMES : ASK_ALL);
    answer->context.query = export->query;
    enum status status = store_get_dossier(export->database->store, &answer->arena, &answer->context.dossier, error);
    if (status == STATUS_OK) status = front_list_extras(export->database, answer, error);
    if (status == STATUS_OK) status = front_answer_begin(answer, error);
    if (status == STATUS_OK) status = ask_events(&asker, export->query, false, put_event, answer, error);
    ask_end(&asker);
    if (status == STATUS_OK && answer->entries == 0)
        return error_set(error, STATUS_NOT_FOUND, "nothing found: the export is empty");
    return status;
}

static enum status build_export(struct detente *database, const struct detente_request *request, struct arena *arena,
                                struct query *query, struct error *error) {
    struct query_words words;
    if (request->words.count) return error_set(error, STATUS_USAGE, "export takes filters, not words");
    enum status status = front_list_words(arena, &request->filters, &words, error);
    return status == STATUS_OK ? front_build_query(database, request->today, arena, &words, query, error) : status;
}

static enum status export_one(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                              struct error *error) {
    struct query *query = arena_alloc(&answer->arena, sizeof *query); /* the writer looks at it until its end */
    struct export export = {.database = database, .query = query, .filtered = front_has_filters(&request->filters)};
    if (!query) return no_memory(error);
    arena_init(&export.arena);
    enum status status = build_export(database, request, &answer->arena, query, error);
    bool document = answer->writer.class->exports_document;
    if (document) query->distinct = false; /* records go out as they are, unfolded */
    if (status == STATUS_OK)
        status = document ? export_document(&export, answer, error) : export_events(&export, answer, error);
    free_export(&export);
    return status;
}

static enum status check_directed(const struct detente_request *request, struct error *error) {
    if (!request->details.directed || front_is_dyads(request->format)) return STATUS_OK;
    error_set(error, STATUS_USAGE, "--directed is for tables of pairs");
    error_advise(error, "detente export --format dyad-year --directed -o pairs.csv");
    return STATUS_USAGE;
}

enum status front_export(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                         struct detente_answer *told, struct error *error) {
    struct front_past past = {.revision = 0};
    enum status status = check_directed(request, error);
    if (status == STATUS_OK) status = front_open_past(database, request, &answer->arena, &past, told, error);
    struct detente *chosen = front_choose_past(database, &past);
    if (status == STATUS_OK)
        status = answer->writer.class->exports_dyads ? front_export_dyads(chosen, request, answer, told, error)
                                                     : export_one(chosen, request, answer, error);
    front_close_past(&past);
    return status;
}

/* ---- a folder ---------------------------------------------------------------------------------------------------------- */

struct folder_export {
    const struct detente_folder *folder;
    const struct detente_request *request; /* for the style; writes into the folder */
    struct detente *database;
    struct front_answer answer; /* of the file at hand */
    struct error *error;
    enum record_type type;
    bool open;
    uint64_t entries;
};

static enum status begin_file(struct folder_export *folder, const char *name) {
    return front_inner_status(folder->folder->begin(folder->folder->context, name));
}

static enum status begin_table(struct folder_export *folder) {
    struct buffer name;
    buffer_init(&name);
    buffer_append_format(&name, "%s.csv", record_info(folder->type)->plural);
    buffer_append_byte(&name, '\0');
    enum status status = buffer_failed(&name) ? no_memory(folder->error) : begin_file(folder, name.data);
    buffer_free(&name);
    if (status != STATUS_OK) return error_set(folder->error, status, "a file of the dossier cannot be made");
    status = front_answer_open(&folder->answer, folder->request, "csv", "export", folder->error);
    folder->open = status == STATUS_OK;
    if (status == STATUS_OK) status = front_list_extras(folder->database, &folder->answer, folder->error);
    return status == STATUS_OK ? front_answer_begin(&folder->answer, folder->error) : status;
}

static enum status end_table(struct folder_export *folder, enum status status) {
    if (!folder->open) return status;
    folder->open = false;
    folder->entries += folder->answer.entries;
    status = front_answer_close(&folder->answer, status, folder->error);
    if (status != STATUS_OK) return status;
    return front_inner_status(folder->folder->end(folder->folder->context));
}

/* A table is begun with its first record: one without records is no file. */
static enum status put_in_table(void *context, struct record *record, struct error *error) {
    struct folder_export *folder = context;
    (void)error;
    enum status status = folder->open ? STATUS_OK : begin_table(folder);
    return status == STATUS_OK ? front_answer_record(&folder->answer, record, folder->error) : status;
}

static enum status write_dossier(struct folder_export *folder, struct export *export, struct error *error) {
    struct slice json;
    enum status status = get_dossier(export->database->store, export->filtered, &export->arena, &json, error);
    if (status != STATUS_OK || slice_is_empty(json)) return status;
    status = begin_file(folder, "dossier.json");
    if (status == STATUS_OK)
        status = front_inner_status(folder->folder->write(folder->folder->context, json.data, json.size));
    if (status == STATUS_OK) status = front_inner_status(folder->folder->write(folder->folder->context, "\n", 1));
    if (status == STATUS_OK) status = front_inner_status(folder->folder->end(folder->folder->context));
    return status == STATUS_OK ? status : error_set(error, status, "dossier.json cannot be written");
}

static enum status export_tables(struct folder_export *folder, struct export *export, struct error *error) {
    static const enum record_type types[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_TERM,
                                             RECORD_SOURCE, RECORD_EVENT, RECORD_PARTY, RECORD_CLAIM, RECORD_LINK,
                                             RECORD_COVERAGE, RECORD_NOTE};
    enum status status = export->filtered ? choose_kept(export, error) : STATUS_OK;
    if (status == STATUS_OK) status = write_dossier(folder, export, error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof types / sizeof *types; i++) {
        folder->type = types[i];
        status = export_type(export, types[i], error);
        status = end_table(folder, status);
    }
    if (status != STATUS_OK || folder->entries) return status;
    /* An empty record is a dossier too: a table of events without rows. */
    folder->type = RECORD_EVENT;
    status = end_table(folder, begin_table(folder));
    return status == STATUS_OK ? error_set(error, STATUS_NOT_FOUND, "nothing found: the export is empty") : status;
}

static enum status export_dossier(struct folder_export *folder, struct export *export, const struct detente_request *request,
                                  struct query *query, struct error *error) {
    enum status status = check_directed(request, error);
    if (status == STATUS_OK) status = build_export(export->database, request, &export->arena, query, error);
    query->distinct = false;
    return status == STATUS_OK ? export_tables(folder, export, error) : status;
}

enum detente_status detente_export_folder(detente *database, const struct detente_request *request,
                                          const struct detente_folder *folder, struct detente_answer *told,
                                          struct detente_error *error) {
    struct error inner = {0};
    struct query query;
    struct front_past past = {.revision = 0};
    bool dyads = front_is_dyads(request->format);
    struct detente_request tables = *request;
    if (!dyads) tables.format = "csv";
    tables.write = folder->write;
    tables.write_context = folder->context;
    struct folder_export out = {.folder = folder, .request = &tables, .database = database, .error = &inner};
    struct export export = {.database = database, .query = &query, .filtered = front_has_filters(&request->filters),
                            .visit = put_in_table, .context = &out};
    *told = (struct detente_answer){0};
    arena_init(&export.arena);
    enum status status = front_place_days(&export.arena, &tables, &inner);
    if (status == STATUS_OK) status = store_begin_reading(database->store, &inner);
    if (status == STATUS_OK) {
        status = front_open_past(database, &tables, &export.arena, &past, told, &inner);
        out.database = export.database = front_choose_past(database, &past);
        if (status == STATUS_OK)
            status = dyads ? front_export_dyad_files(export.database, &tables, folder, told, &inner)
                           : export_dossier(&out, &export, &tables, &query, &inner);
        store_end_reading(database->store);
    }
    front_close_past(&past);
    if (!dyads) told->entries = out.entries;
    free_export(&export);
    return front_report(status, &inner, error);
}
