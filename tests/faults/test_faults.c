/* Whatever write, sync or read fails, and whether it fails once or from then on: afterwards the record holds what it held
 * before the command, or what it holds after it, and is whole. What the command said is true: done means after, failed
 * means before. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../core/base/buffer.h"
#include "../../core/detente.h"
#include "shim.h"

enum { TODAY = 20000, PLACES_MAX = 16 };

static char folder[64];
static struct {
    long runs, failed, before, after;
} counts;

static const char *in_folder(const char *name) {
    static char paths[4][128];
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void die(const char *what) {
    fprintf(stderr, "cannot prepare: %s\n", what);
    exit(1);
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

static void copy_file(const char *from, const char *to) {
    char block[1 << 16];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    if (!in || !out) die(from);
    for (size_t got; (got = fread(block, 1, sizeof block, in)) > 0;)
        if (fwrite(block, 1, got, out) != got) die(to);
    fclose(in);
    if (fclose(out) != 0) die(to);
}

static void drop_record(const char *name) {
    static const char *const tails[] = {"", "-wal", "-shm", "-journal", ".before-restore"};
    char path[192];
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        snprintf(path, sizeof path, "%s/%s%s", folder, name, tails[i]);
        unlink(path);
    }
}

/* ---- what a record holds ------------------------------------------------------------------------------------------ */

static enum detente_status take_bytes(void *context, const char *data, size_t size) {
    buffer_append(context, data, size);
    return DETENTE_OK;
}

/* All that it holds, as a document; NULL when it cannot be read or is not whole. */
static char *read_record(const char *name) {
    static const char *const integrity[] = {"integrity"};
    struct detente_error error = {.status = DETENTE_OK};
    struct detente_answer answer;
    struct buffer text, findings;
    detente *database = NULL;
    buffer_init(&text);
    buffer_init(&findings);
    enum detente_status status = detente_open(in_folder(name), DETENTE_READ, &database, &error);
    struct detente_request request = {.question = DETENTE_EXPORT, .write = take_bytes, .write_context = &text, .today = TODAY};
    if (status == DETENTE_OK) status = detente_ask(database, &request, &answer, &error);
    if (status == DETENTE_NOT_FOUND) status = DETENTE_OK; /* an empty one */
    request.question = DETENTE_CHECK;
    request.words = (struct detente_words){integrity, 1};
    request.format = "json";
    request.write_context = &findings;
    if (status == DETENTE_OK) status = detente_ask(database, &request, &answer, &error);
    detente_close(database);
    buffer_free(&findings);
    buffer_append_byte(&text, '\0');
    if (status == DETENTE_OK && !buffer_failed(&text)) return text.data;
    fprintf(stderr, "  %s: %s\n", name, error.message);
    buffer_free(&text);
    return NULL;
}

/* ---- what is done ---------------------------------------------------------------------------------------------------- */

static struct detente_author author(void) { return (struct detente_author){"desk", "a reason", INT64_C(1700000000)}; }

static enum detente_status import_dossier(detente *database, struct detente_error *error) {
    static const char *const paths[] = {"fixtures/canada-china"};
    struct detente_import_summary summary;
    struct detente_import request = {.paths = paths, .path_count = 1, .author = author(), .today = TODAY};
    return detente_import_files(database, &request, NULL, &summary, error);
}

static enum detente_status change(detente *database, enum detente_action action, const char *const *words, size_t count,
                                  const char *const *settings, size_t setting_count, struct detente_error *error) {
    struct detente_change_summary summary;
    struct detente_change request = {.action = action, .words = {words, count}, .settings = {settings, setting_count},
                                     .author = author(), .today = TODAY};
    return detente_change_record(database, &request, &summary, error);
}

static enum detente_status edit(detente *database, struct detente_error *error) {
    static const char *const words[] = {"CC-M22"}, *const settings[] = {"title=Another title", "tags+=seen"};
    return change(database, DETENTE_EDIT, words, 1, settings, 2, error);
}
static enum detente_status remove_event(detente *database, struct detente_error *error) {
    static const char *const words[] = {"CC-M22"};
    return change(database, DETENTE_REMOVE, words, 1, NULL, 0, error);
}
static enum detente_status merge_people(detente *database, struct detente_error *error) {
    static const char *const words[] = {"justin-trudeau", "mark-carney"};
    return change(database, DETENTE_MERGE, words, 2, NULL, 0, error);
}
static enum detente_status undo(detente *database, struct detente_error *error) {
    return change(database, DETENTE_UNDO, NULL, 0, NULL, 0, error);
}
static enum detente_status search(detente *database, struct detente_error *error) {
    static const char *const words[] = {"canola"};
    struct detente_answer answer;
    struct buffer text;
    buffer_init(&text);
    struct detente_request request = {.question = DETENTE_SEARCH, .words = {words, 1}, .write = take_bytes,
                                      .write_context = &text, .today = TODAY, .format = "json"};
    enum detente_status status = detente_ask(database, &request, &answer, error);
    buffer_free(&text);
    return status;
}
static enum detente_status back_up(detente *database, struct detente_error *error) {
    const struct detente_copying how = {.force = false};
    struct detente_copied copied;
    return detente_backup(database, in_folder("copy.db"), &how, &copied, error);
}
/* In place of the record that is open. */
static enum detente_status restore(detente *database, struct detente_error *error) {
    const struct detente_copying how = {.force = false};
    struct detente_copied copied;
    (void)database;
    return detente_restore(in_folder("run.db"), in_folder("full.db"), &how, &copied, error);
}

struct deed {
    const char *name;
    enum detente_status (*run)(detente *database, struct detente_error *error);
    const char *start; /* the record that it begins with */
    enum detente_mode mode;
    bool closed; /* it opens the record itself */
};
static const struct deed deeds[] = {
    {"import into a new record", import_dossier, NULL, DETENTE_CREATE, false},
    {"import", import_dossier, "other.db", DETENTE_WRITE, false},
    {"edit", edit, "full.db", DETENTE_WRITE, false},
    {"remove", remove_event, "full.db", DETENTE_WRITE, false},
    {"merge", merge_people, "full.db", DETENTE_WRITE, false},
    {"undo of an import", undo, "full.db", DETENTE_WRITE, false},
    {"first search", search, "full.db", DETENTE_READ, false},
    {"backup", back_up, "full.db", DETENTE_READ, false},
    {"restore", restore, "other.db", DETENTE_READ, true},
};

static enum detente_status do_deed(const struct deed *deed, struct detente_error *error) {
    detente *database = NULL;
    *error = (struct detente_error){.status = DETENTE_OK};
    enum detente_status status = deed->closed ? DETENTE_OK : detente_open(in_folder("run.db"), deed->mode, &database, error);
    if (status == DETENTE_OK) status = deed->run(database, error);
    detente_close(database);
    return status;
}

static void begin_deed(const struct deed *deed) {
    drop_record("run.db");
    drop_record("copy.db");
    if (deed->start) copy_file(in_folder(deed->start), in_folder("run.db"));
}

/* ---- one fault ---------------------------------------------------------------------------------------------------------- */

struct expected {
    char *before, *after;
};

static bool is_same(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }

/* A backup is whole or not there. */
static bool check_copy(const struct expected *expected, bool done) {
    if (access(in_folder("copy.db"), F_OK) != 0) return !done;
    char *copy = read_record("copy.db");
    bool good = is_same(copy, expected->before);
    free(copy);
    return good;
}

/* Of a record that was being made there may be nothing, or a file in which there is nothing yet: then the same command makes
 * it, once nothing fails any more. */
static char *make_again(const struct deed *deed, const struct expected *expected) {
    struct detente_error error;
    if (do_deed(deed, &error) != DETENTE_OK) return NULL;
    char *now = read_record("run.db");
    if (is_same(now, expected->after)) return free(now), strdup(expected->before);
    free(now);
    return NULL;
}

static bool check_record(const struct deed *deed, const struct expected *expected, bool done) {
    char *now = !deed->start && !done ? make_again(deed, expected) : read_record("run.db");
    bool before = is_same(now, expected->before), after = is_same(now, expected->after);
    bool good = done ? after : before || after;
    counts.before += before && !after;
    counts.after += after;
    if (good && deed->run == back_up) good = check_copy(expected, done);
    free(now);
    return good;
}

static bool run_fault(const struct deed *deed, const struct expected *expected, enum shim_fault fault, long nth, bool stays) {
    struct detente_error error;
    begin_deed(deed);
    shim_arm(fault, nth, stays);
    enum detente_status status = do_deed(deed, &error);
    bool failed = shim_has_failed();
    shim_arm(fault, 0, false);
    bool done = status == DETENTE_OK || status == DETENTE_NOT_FOUND;
    bool good = check_record(deed, expected, done);
    if (good && !done && !error.message[0]) good = false;
    counts.runs++;
    counts.failed += failed && !done;
    if (!good)
        printf("not ok %s, %s %ld fails %s: %s (%s)\n", deed->name, shim_fault_names[fault], nth,
               stays ? "for good" : "once", done ? "said to be done" : "said to have failed", error.message);
    return good;
}

/* ---- all faults of a deed --------------------------------------------------------------------------------------------------- */

static long count_calls(const struct deed *deed, enum shim_fault fault) {
    struct detente_error error;
    begin_deed(deed);
    shim_arm(fault, -1, false);
    if (do_deed(deed, &error) != DETENTE_OK) printf("  %s: %s\n", deed->name, error.message);
    long calls = shim_calls();
    shim_arm(fault, 0, false);
    return calls;
}

static struct expected expect(const struct deed *deed) {
    struct expected expected;
    struct detente_error error;
    begin_deed(deed);
    expected.before = deed->start ? read_record("run.db") : read_record("empty.db");
    if (do_deed(deed, &error) != DETENTE_OK) die(error.message);
    expected.after = read_record("run.db");
    if (!expected.before || !expected.after) die(deed->name);
    return expected;
}

static long test_deed(const struct deed *deed) {
    struct expected expected = expect(deed);
    long bad = 0;
    for (int fault = 0; fault < SHIM_FAULTS; fault++) {
        long calls = count_calls(deed, (enum shim_fault)fault);
        long step = calls / PLACES_MAX + 1;
        for (long nth = 1; nth <= calls; nth += nth < 6 || nth > calls - 6 ? 1 : step) {
            bad += !run_fault(deed, &expected, (enum shim_fault)fault, nth, false);
            if (fault != SHIM_READ && fault != SHIM_OPEN)
                bad += !run_fault(deed, &expected, (enum shim_fault)fault, nth, true);
        }
    }
    free(expected.before);
    free(expected.after);
    return bad;
}

static void prepare(void) {
    struct detente_error error = {.status = DETENTE_OK};
    struct detente_import_summary summary;
    static const char *const adverse[] = {"fixtures/adverse"};
    static const char *const shipped[] = {"fixtures/canada-china"};
    static const struct { const char *name; const char *const *paths; } records[] = {
        {"empty.db", NULL}, {"other.db", adverse}, {"full.db", shipped}};
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        detente *database;
        struct detente_import request = {.paths = records[i].paths, .path_count = 1, .author = author(), .today = TODAY};
        if (detente_open(in_folder(records[i].name), DETENTE_CREATE, &database, &error) != DETENTE_OK) die(error.message);
        if (records[i].paths && detente_import_files(database, &request, NULL, &summary, &error) != DETENTE_OK)
            die(error.message);
        detente_close(database);
    }
}

int main(void) {
    long passed = 0, failed = 0;
    /* In memory where there is such a place: thousands of syncs take minutes on a disk. */
    strcpy(folder, access("/dev/shm", W_OK) == 0 ? "/dev/shm/detente-faults-XXXXXX" : "/tmp/detente-faults-XXXXXX");
    if (!mkdtemp(folder)) die("a folder");
    shim_install();
    prepare();
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        memset(&counts, 0, sizeof counts);
        long bad = test_deed(&deeds[i]);
        printf("%s %s: %ld faults, %ld made it fail; afterwards %ld as before, %ld as after\n", bad ? "not ok" : "ok",
               deeds[i].name, counts.runs, counts.failed, counts.before, counts.after);
        fflush(stdout);
        passed += bad == 0 && counts.failed > 0;
        failed += bad > 0 || counts.failed == 0;
    }
    static const char *const names[] = {"empty.db", "other.db", "full.db", "run.db", "copy.db"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) drop_record(names[i]);
    rmdir(folder);
    printf("%ld passed, %ld failed\n", passed, failed);
    return failed ? 1 : 0;
}
