/* Files of other people, read by a profile. What a row makes goes the way of every record of an import. */
#include "import.h"

#include <stdio.h>
#include <string.h>
#include "profiles.h"

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

/* ", 3 of them passed over by the profile's conditions (lines 9, 107, …)"; where some of these are told as not placed, without lines. */
static void append_passed(struct buffer *text, const struct importer *importer, const struct profile_counts *counts) {
    size_t lines = importer->nowhere ? 0 : counts->passed_line_count;
    buffer_append_format(text, ", %s of them passed over by the profile's conditions", group(counts->passed).text);
    for (size_t i = 0; i < lines; i++)
        buffer_append_format(text, "%s%ld", i ? ", " : counts->passed == 1 ? " (line " : " (lines ", counts->passed_lines[i]);
    if (lines) buffer_append_text(text, counts->passed > lines ? ", …)" : ")");
}

/* "gdelt.CSV: 2,414 rows by the profile gdelt2, 3 of them passed over by the profile's conditions (lines 9, 12, 107); 6 columns kept as extras, 41 not kept" */
static void tell_file(struct importer *importer, const struct profile *profile, const struct profile_counts *counts) {
    struct buffer text;
    buffer_init(&text);
    buffer_append_slice(&text, importer->file);
    buffer_append_format(&text, ": %s row%s by the profile %.*s", group(counts->rows).text, counts->rows == 1 ? "" : "s",
                         (int)profile->name.size, profile->name.data);
    if (counts->passed) append_passed(&text, importer, counts);
    if (counts->kept || counts->left) buffer_append_text(&text, "; ");
    if (counts->kept) buffer_append_format(&text, "%zu column%s kept as extras", counts->kept, counts->kept == 1 ? "" : "s");
    if (counts->left)
        buffer_append_format(&text, "%s%zu %snot kept", counts->kept ? ", " : "", counts->left,
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
    importer->nowhere = 0;
    if (importer->given || importer->request->path_count == 1) rejects_begin_table(&importer->rejects, profile);
    enum status status = profile_read(input, profile, &importer->beneath, &visitor, &counts, error);
    if (status == STATUS_OK) status = import_put_mentions(importer, error);
    importer->profile = NULL;
    /* What is told as not placed is not passed over too. */
    counts.passed -= counts.passed < importer->nowhere ? counts.passed : importer->nowhere;
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
