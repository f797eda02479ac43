/* Imports: files and folders, recognised and read in the order in which records refer to one another. */
#include "import.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "model/nearest.h"
#include "read/csv.h"
#include "read/json.h"
#include "read/peeked.h"

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* ---- one file ------------------------------------------------------------------------------------------------- */

static enum status read_table(struct importer *importer, struct input *input, struct slice name, char delimiter,
                              struct error *error) {
    struct csv_options options = {delimiter, '"'};
    struct record_visitor visitor = import_visitor(importer);
    enum record_type type;
    enum status status = import_table_type(importer, name, &type, error);
    return status == STATUS_OK ? csv_read_records(input, type, &options, &visitor, error) : status;
}

/* One document is a dossier by itself. What standard input had before is another. */
static enum status read_document(struct importer *importer, struct input *input, struct error *error) {
    struct record_visitor visitor = import_visitor(importer);
    struct slice_list files = {NULL, 0};
    bool named = !slice_is(importer->file, "-");
    if (named && !arena_append(&importer->words, &files, importer->file)) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    enum status status = import_add_scope(importer, &files, error);
    if (status == STATUS_OK) status = json_read_document(input, &visitor, error);
    import_end_scope(importer);
    return status;
}

/* Nothing that was recognised gets here, so that what is not ours may be somebody else's. */
static void advise_profiles(const struct importer *importer, struct error *error) {
    char remedy[sizeof error->remedy];
    if (importer->request->format || importer->request->table || !error || strncmp(error->message, "no heading", 10) != 0) return;
    snprintf(remedy, sizeof remedy, "%s", error->remedy);
    error->remedy[0] = '\0';
    error_advise(error, "%.200s; tables of other people are read by a profile: `detente profiles`", remedy);
}

static enum status read_recognised(struct importer *importer, struct input *input, const struct profile *profile, struct error *error) {
    import_remark(importer, "%.*s: read by the profile %.*s (%.*s); --profile none reads it as a table of our own",
                  (int)importer->file.size, importer->file.data, (int)profile->name.size, profile->name.data,
                  (int)profile->title.size, profile->title.data);
    return import_read_profiled(importer, input, profile, error);
}

static enum status read_as(struct importer *importer, struct input *input, enum file_format format, struct slice name,
                           struct error *error) {
    struct record_visitor visitor = import_visitor(importer);
    enum status status;
    switch (format) {
    case FORMAT_DOCUMENT: return read_document(importer, input, error);
    case FORMAT_LINES: return json_read_lines(input, &visitor, error);
    case FORMAT_DOSSIER_JSON: return json_read_dossier(input, &visitor, error);
    default:
        status = read_table(importer, input, name, format == FORMAT_TSV ? '\t' : ',', error);
        if (status == STATUS_BAD_INPUT) advise_profiles(importer, error);
        return status;
    }
}

static enum status read_input(struct importer *importer, struct input *inner, enum file_format format, struct slice name,
                              bool recognises, struct error *error) {
    struct peeked_input peeked;
    struct input input;
    const struct profile *profile = NULL;
    enum status status = peeked_begin(&peeked, inner, &input, error);
    struct slice beginning = peeked_beginning(&peeked);
    if (status == STATUS_OK) status = import_refuse_packed(importer, beginning, error);
    if (status != STATUS_OK) return status;
    id_set_free(&importer->ids);
    if (importer->given) return import_read_profiled(importer, &input, importer->given, error);
    if (format == FORMAT_NONE) format = import_format_of(beginning);
    if (recognises) status = import_recognise(importer, name, format, beginning, &profile, error);
    if (status != STATUS_OK) return status;
    return profile ? read_recognised(importer, &input, profile, error) : read_as(importer, &input, format, name, error);
}

static enum status import_file(struct importer *importer, const char *path, enum file_format format, bool recognises,
                               struct error *error) {
    struct input input, opened;
    struct hashed_input hashed;
    struct slice name = strcmp(path, "-") == 0 ? SLICE_NONE : import_base_name(path);
    if (format == FORMAT_NONE) format = import_format_by_name(name);
    bool rewindable = !importer->given && (format == FORMAT_NONE || format == FORMAT_DOCUMENT);
    enum status status = input_open(path, importer->request->standard_input, rewindable, &opened, error);
    if (status != STATUS_OK) return status;
    hashed_begin(&hashed, &opened, &input);
    importer->file = slice_from(path);
    importer->file_rows = 0;
    importer->known_revision = -1;
    status = read_input(importer, &input, format, name, recognises, error);
    input_close(&opened);
    return status == STATUS_OK ? import_add_file(importer, importer->file, &hashed, error) : status;
}

/* ---- a folder ---------------------------------------------------------------------------------------------------- */

/* In the order in which records refer to one another; parties.csv is held for the events. */
static const char *const dossier_files[] = {"dossier.json", "countries.csv", "organizations.csv", "people.csv",
                                            "sources.csv", "terms.csv", "parties.csv", "events.csv", "claims.csv",
                                            "links.csv", "coverage.csv", "notes.csv"};
enum { DOSSIER_FILES = sizeof dossier_files / sizeof *dossier_files };

static bool is_dossier_file(struct slice name) {
    for (size_t i = 0; i < DOSSIER_FILES; i++)
        if (slice_is(name, dossier_files[i])) return true;
    return false;
}

static int compare_names(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* A table that a dossier does not have is told, since it is probably misspelt. */
static void remark_others(struct importer *importer, char **names, size_t count) {
    qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++) {
        struct nearest nearest = {.word = slice_from(names[i])};
        char near[120];
        for (size_t j = 0; j < DOSSIER_FILES; j++) nearest_offer(&nearest, slice_from(dossier_files[j]));
        nearest_format(&nearest, near, sizeof near);
        if (near[0]) import_remark(importer, "%s is no table of a dossier and was passed over; did you mean %s?", names[i], near);
        else import_remark(importer, "%s is no table of a dossier and was passed over", names[i]);
    }
}

enum { OTHERS_MAX = 50 };

static void look_at_others(struct importer *importer, const char *path) {
    char *names[OTHERS_MAX];
    size_t count = 0;
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && count < OTHERS_MAX && (entry = readdir(folder));) {
        struct slice name = slice_from(entry->d_name);
        enum file_format format = import_format_by_name(name);
        bool table = format == FORMAT_CSV || format == FORMAT_TSV || format == FORMAT_DOCUMENT;
        if (table && !is_dossier_file(name) && (names[count] = arena_string(&importer->words, name))) count++;
    }
    if (folder) closedir(folder);
    remark_others(importer, names, count);
}

static char *join_path(struct arena *arena, const char *folder, const char *name) {
    size_t size = strlen(folder);
    while (size > 1 && folder[size - 1] == '/') size--;
    char *path = arena_alloc(arena, size + strlen(name) + 2);
    if (!path) return NULL;
    memcpy(path, folder, size);
    path[size] = '/';
    strcpy(path + size + 1, name);
    return path;
}

/* Its files under all names that they can have: one that is gone by now may have been imported before. */
static enum status list_files(struct importer *importer, const char *path, struct slice_list *files, struct error *error) {
    *files = (struct slice_list){NULL, 0};
    for (size_t i = 0; i < DOSSIER_FILES; i++) {
        char *file = join_path(&importer->words, path, dossier_files[i]);
        if (!file || !arena_append(&importer->words, files, slice_from(file)))
            return error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

static enum status read_folder(struct importer *importer, const struct slice_list *files, size_t *found, struct error *error) {
    struct stat ignored;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < DOSSIER_FILES; i++) {
        if (stat(files->items[i].data, &ignored) != 0) continue;
        (*found)++;
        importer->holding = strcmp(dossier_files[i], "parties.csv") == 0;
        status = import_file(importer, files->items[i].data, FORMAT_NONE, false, error);
        importer->holding = false;
        bool events_read = strcmp(dossier_files[i], "events.csv") == 0;
        if (status == STATUS_OK && events_read) status = import_held_rows(importer, error);
    }
    return status == STATUS_OK ? import_held_rows(importer, error) : status;
}

static enum status import_folder(struct importer *importer, const char *path, struct error *error) {
    size_t found = 0;
    struct slice_list files;
    look_at_others(importer, path);
    enum status status = list_files(importer, path, &files, error);
    if (status == STATUS_OK) status = import_add_scope(importer, &files, error);
    if (status == STATUS_OK) status = read_folder(importer, &files, &found, error);
    import_end_scope(importer);
    if (status != STATUS_OK || found) return status;
    error_set(error, STATUS_BAD_INPUT, "the folder has none of the files of a dossier");
    error_advise(error, "a dossier has events.csv, people.csv, terms.csv, sources.csv and others: see detente(5); of other tables the "
                 "files themselves are named: `detente import %.80s/*`", path);
    error_locate(error, path, 0, 0);
    return STATUS_BAD_INPUT;
}

/* ---- the whole import ------------------------------------------------------------------------------------------------ */

static enum status refuse_folder(const struct importer *importer, const char *path, struct error *error) {
    error_set(error, STATUS_USAGE, "%s is a folder, and a profile reads tables", path);
    error_advise(error, "name its files, as in %.80s/*, or leave %s out to import a dossier", path,
                 importer->request->map ? "--map" : "--profile");
    return STATUS_USAGE;
}

static enum status import_path(struct importer *importer, const char *path, struct error *error) {
    enum file_format format = FORMAT_NONE;
    const char *word = importer->request->format;
    enum status status = word ? import_format_by_word(word, &format, error) : STATUS_OK;
    if (status != STATUS_OK) return status;
    if (is_folder(path) && importer->given) return refuse_folder(importer, path, error);
    if (is_folder(path) && (!word || format == FORMAT_FOLDER)) return import_folder(importer, path, error);
    if (format != FORMAT_FOLDER) return import_file(importer, path, format, true, error);
    error_set(error, STATUS_USAGE, "%s is no folder, and a dossier is one", path);
    return STATUS_USAGE;
}

static bool is_one_table(const struct importer *importer) {
    const struct detente_import *request = importer->request;
    if (importer->given || request->path_count != 1 || is_folder(request->paths[0])) return false;
    struct slice name = import_base_name(request->paths[0]);
    enum file_format format = import_format_by_name(name);
    if (request->format) return strcmp(request->format, "csv") == 0 || strcmp(request->format, "tsv") == 0;
    return format == FORMAT_CSV || format == FORMAT_TSV;
}

/* A name that promises a table must get one. */
static enum status check_rejects(const struct importer *importer, struct error *error) {
    const struct detente_import *request = importer->request;
    if (!request->rejects || importer->given || is_one_table(importer) || !rejects_want_table(request->rejects)) return STATUS_OK;
    bool one = request->path_count == 1 && !is_folder(request->paths[0]);
    error_set(error, STATUS_USAGE, "rejected rows of %s make a JSON document, not %s",
              one ? "what is not surely a table" : "more than one table", request->rejects);
    error_advise(error, one ? "give --rejects a name that ends in .json, or say what the file is by --format, --profile or --map"
                            : "give --rejects a name that ends in .json, or import one table at a time");
    return STATUS_USAGE;
}

/* May something have been imported or exported before that is a dossier? What it no longer has is told then. */
static bool may_be_dossier(const struct importer *importer) {
    const struct detente_import *request = importer->request;
    const char *word = request->format;
    if (importer->given) return false;
    if (word) return strcmp(word, "json") == 0 || strcmp(word, "dossier") == 0;
    for (size_t i = 0; i < request->path_count; i++) {
        enum file_format format = import_format_by_name(import_base_name(request->paths[i]));
        if (format == FORMAT_NONE || format == FORMAT_DOCUMENT || is_folder(request->paths[i])) return true;
    }
    return false;
}

static enum status begin(struct importer *importer, struct error *error) {
    struct store *store = importer->database->store;
    enum status status = import_begin_profiles(importer, error);
    if (status == STATUS_OK) status = check_rejects(importer, error);
    rejects_init(&importer->rejects, importer->request->rejects, is_one_table(importer));
    if (status == STATUS_OK) status = store_begin(store, error);
    /* Only now can nobody else add another one. */
    if (status == STATUS_OK) status = store_find_revision(store, &importer->latest, error);
    if (status == STATUS_OK) importer->latest--;
    return status;
}

/* One file that cannot be read ends the import: what stands behind it may be no better. */
static void advise_others(const struct importer *importer, size_t next, struct error *error) {
    const struct detente_import *request = importer->request;
    struct buffer names;
    char remedy[sizeof error->remedy];
    size_t left = request->path_count - next, shown = left < 3 ? left : 3;
    if (left == 0 || !error) return;
    snprintf(remedy, sizeof remedy, "%s", error->remedy);
    buffer_init(&names);
    for (size_t i = 0; i < shown; i++)
        buffer_append_format(&names, "%s%.60s", i ? ", " : "", request->paths[next + i]);
    if (left > shown) buffer_append_format(&names, " and %zu more", left - shown);
    error->remedy[0] = '\0';
    error_advise(error, "%.300s%snothing was kept; not read yet: %.*s", remedy, remedy[0] ? "; " : "", (int)names.size,
                 names.data ? names.data : "");
    buffer_free(&names);
}

static enum status read_all(struct importer *importer, struct error *error) {
    const struct detente_import *request = importer->request;
    enum status status = import_begin_conflicts(importer, error);
    if (status == STATUS_OK && importer->latest > 0 && may_be_dossier(importer)) status = import_begin_seeing(importer, error);
    for (size_t i = 0; status == STATUS_OK && i < request->path_count; i++) {
        status = import_path(importer, request->paths[i], error);
        if (status == STATUS_BAD_INPUT) advise_others(importer, i + 1, error);
    }
    return status;
}

static void free_importer(struct importer *importer) {
    id_set_free(&importer->ids);
    held_free(&importer->held);
    arena_free(&importer->arena);
    arena_free(&importer->words);
    free(importer->files);
    free(importer->scopes);
    free(importer->changed.slots);
    free(importer->coverage.items);
    import_free_unplaced(&importer->unplaced);
    import_free_mentions(&importer->mentions);
    id_set_free(&importer->words_seen);
    free(importer);
}

enum detente_status detente_import_files(detente *database, const struct detente_import *request,
                                         const struct detente_import_watch *watch,
                                         struct detente_import_summary *summary, struct detente_error *error) {
    struct importer *importer = calloc(1, sizeof *importer);
    struct error inner = {0};
    *summary = (struct detente_import_summary){0};
    if (!importer) return front_report(STATUS_NO_MEMORY, &inner, error);
    importer->database = database;
    importer->request = request;
    importer->watch = watch;
    importer->summary = summary;
    arena_init(&importer->arena);
    arena_init(&importer->words);
    arena_init(&importer->held.arena);
    arena_init(&importer->unplaced.arena);
    arena_init(&importer->mentions.arena);
    enum status status = begin(importer, &inner);
    if (status == STATUS_OK) status = import_finish(importer, read_all(importer, &inner), &inner);
    bool done = status == STATUS_OK;
    enum status written = rejects_finish(&importer->rejects, true, done ? &inner : NULL);
    if (done) import_tell_unplaced(importer);
    if (done && !request->dry_run) database->made = false; /* something is kept in it now */
    database->discard = !done || request->dry_run;
    if (done) status = written;
    if (done && status != STATUS_OK && !request->dry_run) error_advise(&inner, "the import itself was kept; the same again tells them");
    free_importer(importer);
    return front_report(status, &inner, error);
}
