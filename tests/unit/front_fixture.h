/* The front door in tests: a record and files in a folder of their own, imports and exports as
 * texts. */
#ifndef FRONT_FIXTURE_H
#define FRONT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <dirent.h>

#include "../../core/base/buffer.h"
#include "../../core/detente.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])
enum { TEST_TODAY = 20000 };

/* ---- folders and files ----------------------------------------------------------------------- */

struct place_of {
    char path[96];
};

static inline void make_folder(struct place_of *folder) {
    strcpy(folder->path, "/tmp/detente-test-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
}

static inline struct place_of in_folder(const struct place_of *folder, const char *name) {
    struct place_of file;
    int size = snprintf(file.path, sizeof file.path, "%s/%s", folder->path, name);
    assert_true(size > 0 && (size_t)size < sizeof file.path);
    return file;
}

static inline void drop_folder(const struct place_of *folder) {
    DIR *entries = opendir(folder->path);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        struct place_of inner = in_folder(folder, entry->d_name);
        if (unlink(inner.path) != 0) drop_folder(&inner);
    }
    if (entries) closedir(entries);
    rmdir(folder->path);
}

static inline void write_text(const struct place_of *folder, const char *name, const char *text) {
    FILE *file = fopen(in_folder(folder, name).path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* The whole file; NULL when there is none. To be freed. */
static inline char *read_text(const char *path) {
    FILE *file = fopen(path, "r");
    struct buffer text;
    char block[4096];
    if (!file) return NULL;
    buffer_init(&text);
    for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;)
        buffer_append(&text, block, got);
    fclose(file);
    buffer_append_byte(&text, '\0');
    return text.data;
}

/* ---- records --------------------------------------------------------------------------------- */

static inline void must_be(enum detente_status wanted, enum detente_status status,
                           const struct detente_error *error) {
    if (status != wanted)
        fail_msg("status %d: %s:%ld:%ld: %s; %s", (int)status, error->file, error->line,
                 error->column, error->message, error->remedy);
}

static inline detente *open_record(const char *path, enum detente_mode mode) {
    detente *database = NULL;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_open(path, mode, &database, &error), &error);
    return database;
}

/* What an import said. */
struct import_log {
    struct detente_import_summary summary;
    struct detente_error error;
    struct detente_error faults[20]; /* the first ones */
    size_t fault_count;
    struct detente_error conflicts[8];
    bool refused[8];
    size_t conflict_count;
    char remarks[6000];
};

static inline void hear_rejected(void *context, const struct detente_error *fault) {
    struct import_log *log = context;
    if (log->fault_count < LENGTH(log->faults)) log->faults[log->fault_count] = *fault;
    log->fault_count++;
}

static inline void hear_conflict(void *context, const struct detente_error *fault, bool refused) {
    struct import_log *log = context;
    if (log->conflict_count < LENGTH(log->conflicts)) {
        log->conflicts[log->conflict_count] = *fault;
        log->refused[log->conflict_count] = refused;
    }
    log->conflict_count++;
}

static inline void hear_remark(void *context, const char *text) {
    struct import_log *log = context;
    size_t at = strlen(log->remarks);
    snprintf(log->remarks + at, sizeof log->remarks - at, "%s\n", text);
}

static inline enum detente_status
import_into(detente *database, const struct detente_import *request, struct import_log *log) {
    struct detente_import_watch watch = {
        .context = log, .rejected = hear_rejected, .remark = hear_remark, .conflict = hear_conflict};
    memset(log, 0, sizeof *log);
    return detente_import_files(database, request, &watch, &log->summary, &log->error);
}

static inline void import_path(detente *database, const char *path, struct import_log *log) {
    struct detente_import request = {.paths = &path, .path_count = 1, .today = TEST_TODAY};
    enum detente_status status = import_into(database, &request, log);
    must_be(DETENTE_OK, status, &log->error);
    if (log->summary.rejected)
        fail_msg("%s:%ld:%ld: %s; %s", log->faults[0].file, log->faults[0].line,
                 log->faults[0].column, log->faults[0].message, log->faults[0].remedy);
}

/* ---- exports --------------------------------------------------------------------------------- */

static inline enum detente_status take_bytes(void *context, const char *data, size_t size) {
    buffer_append(context, data, size);
    return DETENTE_OK;
}

/* An answer as text; to be freed. */
static inline char *ask_text(detente *database, struct detente_request *request,
                             struct detente_answer *answer) {
    struct buffer text;
    struct detente_error error = {0};
    buffer_init(&text);
    request->write = take_bytes;
    request->write_context = &text;
    request->today = TEST_TODAY;
    request->style.width = 100;
    must_be(DETENTE_OK, detente_ask(database, request, answer, &error), &error);
    buffer_append_byte(&text, '\0');
    assert_false(buffer_failed(&text));
    return text.data;
}

static inline char *export_text(detente *database, const char *format) {
    struct detente_request request = {.question = DETENTE_EXPORT, .format = format};
    struct detente_answer answer;
    return ask_text(database, &request, &answer);
}

struct folder_out {
    const struct place_of *folder;
    FILE *file;
};

static inline enum detente_status begin_out(void *context, const char *name) {
    struct folder_out *out = context;
    out->file = fopen(in_folder(out->folder, name).path, "w");
    return out->file ? DETENTE_OK : DETENTE_ENVIRONMENT;
}
static inline enum detente_status write_out(void *context, const char *data, size_t size) {
    struct folder_out *out = context;
    return fwrite(data, 1, size, out->file) == size ? DETENTE_OK : DETENTE_ENVIRONMENT;
}
static inline enum detente_status end_out(void *context) {
    struct folder_out *out = context;
    return fclose(out->file) == 0 ? DETENTE_OK : DETENTE_ENVIRONMENT;
}

/* As a dossier, in a new folder below. */
static inline struct place_of export_folder(detente *database, const struct place_of *folder,
                                            const char *name) {
    struct place_of made = in_folder(folder, name);
    struct folder_out out = {&made, NULL};
    struct detente_folder files = {&out, begin_out, write_out, end_out};
    struct detente_request request = {
        .question = DETENTE_EXPORT, .format = "dossier", .today = TEST_TODAY};
    struct detente_answer answer;
    struct detente_error error = {0};
    assert_int_equal(mkdir(made.path, 0700), 0);
    must_be(DETENTE_OK, detente_export_folder(database, &request, &files, &answer, &error), &error);
    return made;
}

/* Says where two texts part. */
static inline void check_same(const char *what, const char *a, const char *b) {
    size_t at = 0;
    if (!a || !b) fail_msg("%s: there is nothing", what);
    while (a[at] && a[at] == b[at]) at++;
    if (a[at] == b[at]) return;
    size_t from = at > 100 ? at - 100 : 0;
    fail_msg("%s differ at byte %zu:\n%.200s\n----\n%.200s", what, at, a + from, b + from);
}

#endif
