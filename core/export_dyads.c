/* Tables of dyads: the question checked, its rows handed to the writer, and the codebook and the manifest beside them. */
#include "export_dyads.h"

#include <string.h>
#include "ask/dyad.h"
#include "past.h"
#include "store/history.h"
#include "write/dyad_pages.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

bool front_is_dyads(const char *format) {
    const struct writer_class *class = format ? writer_find(slice_from(format)) : NULL;
    return class && class->exports_dyads;
}

/* One table being made; lives as long as the answer that it is written by. */
struct dyads {
    struct detente *database;
    const struct detente_request *request;
    struct front_answer *answer;
    struct query query;
    struct dyad_request asked;
    struct dyad_columns columns;
    struct answer_part part;
    struct dyad_cells_row cells;
    struct dyad_counts counts;
    struct answer_detail details[3];
    struct asker asker;
};

/* ---- the question ------------------------------------------------------------------------------------------------ */

static enum status refuse(const char *message, const char *remedy, struct error *error) {
    error_set(error, STATUS_USAGE, "%s", message);
    error_advise(error, "%s", remedy);
    return STATUS_USAGE;
}

static enum status check(const struct dyads *dyads, struct error *error) {
    const struct query *query = &dyads->query;
    if (query->has_range && query->match == MATCH_OVERLAPS)
        return refuse("dyads count events by their start, so --match overlaps says nothing here",
                      "leave --match out, or take --match certain", error);
    if (query->limit >= 0 || query->after.size || query->reverse)
        return refuse("dyads count all that the filters leave: --limit, --after and --reverse say nothing here",
                      "narrow it with --from and --to", error);
    return STATUS_OK;
}

static void add_detail(struct dyads *dyads, const char *name, struct slice value, bool is_raw) {
    struct write_context *context = &dyads->answer->context;
    if (slice_is_empty(value)) return;
    dyads->details[context->detail_count++] = (struct answer_detail){name, value, false, is_raw};
    context->details = dyads->details;
}

static enum status build_question(struct dyads *dyads, struct error *error) {
    const struct detente_request *request = dyads->request;
    struct arena *arena = &dyads->answer->arena;
    struct query_words words;
    if (request->words.count) return error_set(error, STATUS_USAGE, "export takes filters, not words");
    enum status status = front_list_words(arena, &request->filters, &words, error);
    if (status == STATUS_OK)
        status = front_build_query(dyads->database, request->today, arena, &words, &dyads->query, error);
    if (status == STATUS_OK) status = check(dyads, error);
    if (status != STATUS_OK) return status;
    bool by_month = strcmp(dyads->answer->writer.class->name, "dyad-month") == 0;
    dyads->asked = (struct dyad_request){&dyads->query, by_month ? SERIES_MONTH : SERIES_YEAR, request->details.directed,
                                         request->today};
    dyads->answer->context.query = &dyads->query;
    add_detail(dyads, "as_known_on", slice_from(request->details.as_known_on), false);
    add_detail(dyads, "directed", request->details.directed ? SLICE_OF("true") : SLICE_NONE, true);
    return STATUS_OK;
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

static enum status put_row(void *context, const struct answer_dyad *row, struct error *error) {
    struct dyads *dyads = context;
    dyad_columns_fill(&dyads->columns, row, &dyads->cells);
    return front_answer_entry(dyads->answer, &dyads->part, &dyads->cells, error);
}

static void tell_counts(const struct dyad_counts *counts, struct detente_answer *told) {
    told->undatable = (uint64_t)counts->undatable;
    told->many_sided = (uint64_t)counts->many_sided;
    told->not_happened = (uint64_t)(counts->planned + counts->denied + counts->cancelled);
}

/* Without rows there is neither an event nor a claim of coverage. */
static enum status say_nothing_found(struct dyads *dyads, struct error *error) {
    struct slice claims;
    if (dyads->counts.undatable) {
        error_set(error, STATUS_NOT_FOUND, "no event falls into one %s alone, %lld may fall into one or another",
                  dyads->asked.by == SERIES_MONTH ? "month" : "year", (long long)dyads->counts.undatable);
        error_advise(error, "%s", dyads->asked.by == SERIES_MONTH ? "take dyad-year" : "`detente series --spread` shares them out by days");
        return STATUS_NOT_FOUND;
    }
    enum status status = front_word_claims(&dyads->asker, &dyads->query, &dyads->answer->arena, &claims, error);
    if (status != STATUS_OK) return status;
    error_set(error, STATUS_NOT_FOUND, "nothing found: no event between two states, and the record does not claim to cover "
              "this, so that need not mean that nothing happened");
    if (claims.size) error_advise(error, "%.*s", (int)claims.size, claims.data);
    return STATUS_NOT_FOUND;
}

static enum status write_table(struct dyads *dyads, struct error *error) {
    struct front_answer *answer = dyads->answer;
    if (!dyad_columns_list(&dyads->columns, dyads->asked.by, dyads->asked.directed, &answer->arena)) return no_memory(error);
    dyads->part = (struct answer_part){"dyads", &dyads->columns.shape, false, true};
    answer->context.plan = (struct answer_plan){&dyads->part, 1};
    enum status status = front_answer_begin(answer, error);
    if (status == STATUS_OK)
        status = ask_dyads(&dyads->asker, &dyads->asked, put_row, dyads, &dyads->counts, error);
    return status == STATUS_OK && dyads->counts.rows == 0 ? say_nothing_found(dyads, error) : status;
}

static enum status begin(struct dyads **made, struct detente *database, const struct detente_request *request,
                         struct front_answer *answer, struct error *error) {
    struct dyads *dyads = arena_alloc(&answer->arena, sizeof *dyads);
    if (!dyads) return no_memory(error);
    *dyads = (struct dyads){.database = database, .request = request, .answer = answer};
    query_init(&dyads->query);
    ask_begin(&dyads->asker, database->store, ASK_NAMES);
    *made = dyads;
    return build_question(dyads, error);
}

enum status front_export_dyads(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                               struct detente_answer *told, struct error *error) {
    struct dyads *dyads = NULL;
    enum status status = begin(&dyads, database, request, answer, error);
    if (status == STATUS_OK) status = write_table(dyads, error);
    if (dyads) tell_counts(&dyads->counts, told);
    if (dyads) ask_end(&dyads->asker);
    return status;
}

/* ---- what stands beside it --------------------------------------------------------------------------------------- */

struct files {
    const struct detente_folder *folder;
    struct sha256 sha;
    uint64_t size_bytes;
};

static enum detente_status write_hashed(void *context, const char *data, size_t size) {
    struct files *files = context;
    sha256_add(&files->sha, data, size);
    files->size_bytes += size;
    return files->folder->write(files->folder->context, data, size);
}

static enum status begin_file(const struct files *files, const char *format, const char *ending, struct error *error) {
    char name[80];
    snprintf(name, sizeof name, "%.20s%.40s", format, ending);
    enum status status = front_inner_status(files->folder->begin(files->folder->context, name));
    return status == STATUS_OK ? status : error_set(error, status, "%s cannot be made", name);
}

static enum status write_file(const struct files *files, const char *format, const char *ending, const struct buffer *text,
                              struct error *error) {
    if (buffer_failed(text)) return no_memory(error);
    enum status status = begin_file(files, format, ending, error);
    if (status != STATUS_OK) return status;
    struct slice bytes = buffer_slice(text);
    status = front_inner_status(files->folder->write(files->folder->context, bytes.data, bytes.size));
    if (status == STATUS_OK) status = front_inner_status(files->folder->end(files->folder->context));
    return status == STATUS_OK ? status : error_set(error, status, "%s%s cannot be written", format, ending);
}

static enum status fill_pages(struct dyads *dyads, struct dyad_pages *pages, char content[HASH128_TEXT], struct error *error) {
    struct store *store = dyads->database->store;
    struct record *claims;
    struct hash128 hash;
    enum status status = store_hash_content(store, &hash, error);
    if (status == STATUS_OK) status = store_find_revision(store, &pages->revision, error);
    if (status == STATUS_OK)
        status = store_list_bearing(store, &dyads->query, &dyads->answer->arena, &claims, &pages->claim_count, error);
    if (status != STATUS_OK) return status;
    pages->claims = claims;
    if (hash.a || hash.b) {
        hash128_format(hash, content);
        pages->content = slice_from(content);
    }
    return STATUS_OK;
}

static enum status write_pages(struct dyads *dyads, struct files *files, struct error *error) {
    char sha[65], content[HASH128_TEXT];
    struct buffer command, codebook, manifest;
    const char *format = dyads->request->format;
    sha256_end(&files->sha, sha);
    buffer_init(&command);
    buffer_init(&codebook);
    buffer_init(&manifest);
    front_append_command(&command, dyads->request);
    struct dyad_pages pages = {.version = DETENTE_VERSION, .format = format, .by = dyads->asked.by,
                               .directed = dyads->asked.directed, .context = &dyads->answer->context,
                               .today = dyads->request->today, .counts = &dyads->counts, .columns = &dyads->columns,
                               .sha256 = sha, .size_bytes = files->size_bytes, .command = buffer_slice(&command)};
    enum status status = buffer_failed(&command) ? no_memory(error) : fill_pages(dyads, &pages, content, error);
    if (status == STATUS_OK) {
        dyad_codebook_append(&codebook, &pages);
        dyad_manifest_append(&manifest, &pages);
        status = write_file(files, format, ".codebook.md", &codebook, error);
    }
    if (status == STATUS_OK) status = write_file(files, format, ".manifest.json", &manifest, error);
    buffer_free(&command);
    buffer_free(&codebook);
    buffer_free(&manifest);
    return status;
}

/* Ends the table; a table without rows is kept as well, and what stands beside it too. */
static enum status end_table(struct dyads *dyads, struct files *files, enum status status, struct error *error) {
    struct error fault = {0};
    struct front_answer *answer = dyads->answer;
    bool whole = status == STATUS_OK || status == STATUS_NOT_FOUND;
    if (!whole) return status;
    enum status end = answer->writer.class->end(&answer->writer);
    answer->begun = false;
    if (end == STATUS_OK) end = sink_finish(&answer->sink);
    if (end == STATUS_OK) end = front_inner_status(files->folder->end(files->folder->context));
    if (end == STATUS_OK) end = write_pages(dyads, files, &fault);
    if (end == STATUS_OK) return status;
    error_clear(error);
    *error = fault;
    return error_set(error, end, "the table cannot be written");
}

static enum status make_files(struct dyads *dyads, struct files *files, struct error *error) {
    enum status status = begin_file(files, dyads->request->format, ".csv", error);
    if (status == STATUS_OK) status = end_table(dyads, files, write_table(dyads, error), error);
    return status;
}

enum status front_export_dyad_files(struct detente *database, const struct detente_request *request,
                                    const struct detente_folder *folder, struct detente_answer *told, struct error *error) {
    struct files files = {.folder = folder};
    struct front_answer answer;
    struct dyads *dyads = NULL;
    struct detente_request table = *request;
    table.write = write_hashed;
    table.write_context = &files;
    sha256_begin(&files.sha);
    enum status status = front_answer_open(&answer, &table, table.format, "export", error);
    if (status == STATUS_OK) status = begin(&dyads, database, &table, &answer, error);
    if (status == STATUS_OK) status = make_files(dyads, &files, error);
    if (dyads) tell_counts(&dyads->counts, told);
    if (dyads) ask_end(&dyads->asker);
    told->entries = answer.entries;
    enum status closed = front_answer_close(&answer, status == STATUS_NOT_FOUND ? STATUS_OK : status, error);
    return status == STATUS_OK ? closed : status;
}
