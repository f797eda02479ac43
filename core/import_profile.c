/* Files of other people, read by a profile. What a row makes goes the way of every record of an import. */
#include "import.h"

#include <stdio.h>
#include <string.h>
#include "base/cell.h"
#include "model/list.h"
#include "profiles.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- which profile --------------------------------------------------------------------------------------------------- */

static bool asks_profile(const struct detente_import *request) {
    return request->map || (request->profile && strcmp(request->profile, "none") != 0);
}

static enum status check_request(const struct detente_import *request, struct error *error) {
    const char *option = request->map ? "--map" : "--profile";
    if (request->map && request->profile) {
        error_set(error, STATUS_USAGE, "--profile and --map both say how the files are read");
        error_advise(error, "give one of them");
        return STATUS_USAGE;
    }
    if (!asks_profile(request) || (!request->format && !request->table)) return STATUS_OK;
    error_set(error, STATUS_USAGE, "%s says what the files are, and so does %s", option, request->format ? "--format" : "--table");
    error_advise(error, "leave %s out", request->format ? "--format" : "--table");
    return STATUS_USAGE;
}

static enum status read_map(struct importer *importer, struct error *error) {
    struct input input;
    enum status status = input_open(importer->request->map, importer->request->standard_input, true, &input, error);
    if (status != STATUS_OK) return status;
    status = profile_parse(&importer->words, &input, &importer->given, error);
    input_close(&input);
    return status;
}

enum status import_begin_profiles(struct importer *importer, struct error *error) {
    const struct detente_import *request = importer->request;
    enum status status = check_request(request, error);
    if (status != STATUS_OK || !asks_profile(request)) return status;
    if (request->map) return read_map(importer, error);
    return profiles_find_builtin(&importer->words, slice_from(request->profile), &importer->given, error);
}

/* ---- one file ---------------------------------------------------------------------------------------------------------- */

struct digits {
    char text[32];
};

/* "2,414" */
static struct digits group(uint64_t number) {
    struct digits out;
    char plain[24];
    int size = snprintf(plain, sizeof plain, "%llu", (unsigned long long)number), at = 0;
    for (int i = 0; i < size; i++) {
        if (i && (size - i) % 3 == 0) out.text[at++] = ',';
        out.text[at++] = plain[i];
    }
    out.text[at] = '\0';
    return out;
}

/* "gdelt.CSV: 2,414 rows by the profile gdelt2, 3 of them passed over; 6 columns kept as extras, 41 left" */
static void tell_file(struct importer *importer, const struct profile *profile, const struct profile_counts *counts) {
    struct buffer text;
    buffer_init(&text);
    buffer_append_slice(&text, importer->file);
    buffer_append_format(&text, ": %s row%s by the profile %.*s", group(counts->rows).text, counts->rows == 1 ? "" : "s",
                         (int)profile->name.size, profile->name.data);
    if (counts->passed) buffer_append_format(&text, ", %s of them passed over", group(counts->passed).text);
    if (counts->kept || counts->left) buffer_append_text(&text, "; ");
    if (counts->kept) buffer_append_format(&text, "%zu column%s kept as extras", counts->kept, counts->kept == 1 ? "" : "s");
    if (counts->left)
        buffer_append_format(&text, "%s%zu %sleft", counts->kept ? ", " : "", counts->left,
                             counts->kept ? "" : counts->left == 1 ? "column " : "columns ");
    if (!buffer_failed(&text)) import_remark(importer, "%.*s", (int)text.size, text.data);
    buffer_free(&text);
}

static void sum_up(struct importer *importer, const struct profile *profile, const struct profile_counts *counts) {
    struct detente_import_summary *summary = importer->summary;
    summary->rows += counts->rows;
    summary->passed += counts->passed;
    summary->actors += counts->actors;
    importer->outside += counts->outside;
    importer->file_rows = (int64_t)counts->rows;
    snprintf(summary->profile, sizeof summary->profile, "%.*s", (int)profile->name.size, profile->name.data);
    if (importer->profiled++ < TOLD_MAX) tell_file(importer, profile, counts);
    else importer->profiled_rows += counts->rows;
}

enum status import_read_profiled(struct importer *importer, struct input *input, const struct profile *profile, struct error *error) {
    struct record_visitor visitor = import_visitor(importer);
    struct profile_counts counts = {0};
    importer->profile = profile;
    enum status status = profile_read(input, profile, &importer->beneath, &visitor, &counts, error);
    importer->profile = NULL;
    if (status == STATUS_OK) sum_up(importer, profile, &counts);
    return status;
}

void import_tell_profiles(struct importer *importer) {
    const struct tally *restated = &importer->restated;
    if (importer->profiled > TOLD_MAX)
        import_remark(importer, "... and %s more file%s by profiles, with %s rows", group(importer->profiled - TOLD_MAX).text,
                      importer->profiled - TOLD_MAX == 1 ? "" : "s", group(importer->profiled_rows).text);
    if (importer->outside)
        import_remark(importer, "%s code%s stood outside the time in which %s state, and %s taken for the only one that %s ever meant",
                      group(importer->outside).text, importer->outside == 1 ? "" : "s",
                      importer->outside == 1 ? "it means a" : "they mean a", importer->outside == 1 ? "was" : "were",
                      importer->outside == 1 ? "it" : "each");
    if (restated->count)
        import_remark(importer, "%s row%s something else of a record than a row before; the last one counts, such as %s",
                      group(restated->count).text, restated->count == 1 ? " says" : "s say", restated->example);
}

/* ---- reports of an event that is here ------------------------------------------------------------------------------------ */

static void take_away(struct record *record, int field) {
    record->values[field] = SLICE_NONE;
    record->given &= ~(UINT64_C(1) << field);
}

static bool is_described(const struct record *record) {
    return record_has(record, EVENT_SOURCE_TITLE) || record_has(record, EVENT_SOURCE_PUBLISHER) ||
           record_has(record, EVENT_SOURCE_DATE) || record_has(record, EVENT_QUOTE);
}

/* Sources join those that are there, but for the address that the event has itself. */
static bool join_sources(struct importer *importer, struct record *record, struct slice more, struct slice bare) {
    struct slice_list list, kept = {NULL, 0};
    struct slice cell = SLICE_NONE;
    bool good = cell_parse_list(&importer->arena, record_get(record, EVENT_SOURCES), &list);
    if (good && !slice_is_empty(more)) good = arena_append(&importer->arena, &list, more);
    for (size_t i = 0; good && i < list.count; i++)
        if (!slice_equals(list.items[i], bare)) good = arena_append(&importer->arena, &kept, list.items[i]);
    if (good && kept.count) good = list_to_cell(&importer->arena, &kept, &cell);
    if (!good) return false;
    take_away(record, EVENT_SOURCES);
    if (kept.count == 0) return true;
    record_set(record, EVENT_SOURCES, cell);
    record->joins |= UINT64_C(1) << EVENT_SOURCES;
    return true;
}

enum status import_add_mention(struct importer *importer, struct record *record, struct error *error) {
    static const int fields[] = {EVENT_SOURCE_URL, EVENT_SOURCE_TITLE, EVENT_SOURCE_PUBLISHER, EVENT_SOURCE_DATE};
    struct record event;
    bool found = false;
    struct slice url = record_get(record, EVENT_SOURCE_URL);
    if (slice_is_empty(url) && !record_has(record, EVENT_SOURCES)) return STATUS_OK;
    enum status status = store_get(importer->database->store, RECORD_EVENT, record_get(record, EVENT_ID), &importer->arena, &event,
                                   &found, error);
    if (status != STATUS_OK || !found) return status;
    struct slice bare = record_get(&event, EVENT_SOURCE_URL);
    bool there = !slice_is_empty(url) && slice_equals(url, bare), described = is_described(record);
    for (size_t i = 0; there && i < sizeof fields / sizeof *fields; i++) take_away(record, fields[i]);
    if (!there && !described && !slice_is_empty(url)) take_away(record, EVENT_SOURCE_URL);
    /* What is described becomes a source when names are resolved; the event's own address stays as it is. */
    if (!there && described && !slice_is_empty(url)) record->given &= ~(UINT64_C(1) << EVENT_SOURCE_URL);
    if (record_has(record, EVENT_SOURCES) || (!there && !described))
        return join_sources(importer, record, there || described ? SLICE_NONE : url, bare) ? STATUS_OK : no_memory(error);
    return STATUS_OK;
}
