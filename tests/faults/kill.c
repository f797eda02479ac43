/* Kills the program at random moments of a change, and looks at what is left: the record as it was before the command or as
 * it is after it, whole, and a backup that is whole or not there.
 *
 * usage: kill PROGRAM KILLS */
#include "process.h"

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    size_t size = 0, capacity = 1 << 20;
    char *text = malloc(capacity);
    if (!file || !text) die(path);
    for (size_t got; (got = fread(text + size, 1, capacity - size - 1, file)) > 0;) {
        size += got;
        if (capacity - size < 2 && !(text = realloc(text, capacity *= 2))) die("memory");
    }
    fclose(file);
    text[size] = '\0';
    return text;
}

static bool is_whole(const char *record) {
    char *arguments[] = {"detente", "--db", (char *)record, "check", "integrity", NULL};
    return is_done(run(arguments, NULL, NEVER, NULL));
}

/* What it holds; NULL when it cannot be read. An empty one gives an empty document and says 1. */
static char *hold(const char *record) {
    char *arguments[] = {"detente", "--db", (char *)record, "export", "--format", "json", NULL};
    const char *out = in_folder("out.json");
    int status = run(arguments, out, NEVER, NULL);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) return NULL;
    return read_file(out);
}

/* ---- deeds ------------------------------------------------------------------------------------------------------- */

struct deed {
    const char *name, *start;
    char *arguments[8]; /* behind --db run.db; "@x" is x in the folder */
    bool backs_up;
};
static const struct deed deeds[] = {
    {"import", "other.db", {"import", "fixtures/canada-china"}, false},
    {"edit", "full.db", {"edit", "CC-M22", "title=Another title", "--reason", "a reason"}, false},
    {"remove", "full.db", {"remove", "CC-M22"}, false},
    {"merge", "full.db", {"merge", "justin-trudeau", "mark-carney"}, false},
    {"undo of an import", "full.db", {"undo"}, false},
    {"backup", "full.db", {"backup", "@copy.db"}, true},
    {"restore", "other.db", {"restore", "@full.db"}, false},
};

static int run_deed(const struct deed *deed, int64_t kill_after, int64_t *took) {
    char *arguments[14] = {"detente", "--today", "2026-04-10", "--db", (char *)in_folder("run.db")};
    for (int i = 0; i < 8 && deed->arguments[i]; i++)
        arguments[5 + i] = deed->arguments[i][0] == '@' ? (char *)in_folder(deed->arguments[i] + 1) : deed->arguments[i];
    return run(arguments, NULL, kill_after, took);
}

struct tally {
    long kills, before, after, bad;
};

static void judge(const struct deed *deed, const char *before, const char *after, int status, struct tally *tally) {
    char *now = hold(in_folder("run.db"));
    bool is_before = now && strcmp(now, before) == 0, is_after = now && strcmp(now, after) == 0;
    bool good = is_whole(in_folder("run.db")) && (is_before || is_after) && (!is_done(status) || is_after);
    if (good && deed->backs_up && access(in_folder("copy.db"), F_OK) == 0) {
        char *copy = hold(in_folder("copy.db"));
        good = copy && strcmp(copy, before) == 0 && is_whole(in_folder("copy.db"));
        free(copy);
    }
    tally->kills += is_killed(status);
    tally->before += good && is_killed(status) && is_before && !is_after;
    tally->after += good && is_killed(status) && is_after;
    tally->bad += !good;
    free(now);
}

static bool test_deed(const struct deed *deed, long kills) {
    struct tally tally = {0};
    int64_t took = 0, longest = 0;
    copy_record(in_folder(deed->start), in_folder("run.db"));
    copy_record(NULL, in_folder("copy.db"));
    char *before = hold(in_folder("run.db"));
    if (!is_done(run_deed(deed, NEVER, &took))) die(deed->name);
    char *after = hold(in_folder("run.db"));
    if (!before || !after) die(deed->name);
    longest = took;
    for (long tries = 0; tally.kills < kills && tries < kills * 20; tries++) {
        copy_record(in_folder(deed->start), in_folder("run.db"));
        copy_record(NULL, in_folder("copy.db"));
        int status = run_deed(deed, (int64_t)(next_number() % (uint64_t)(longest + 1)), NULL);
        judge(deed, before, after, status, &tally);
    }
    free(before);
    free(after);
    bool good = tally.bad == 0 && tally.kills == kills;
    printf("%s %s: %ld kills, %ld left it as before, %ld as after, %ld neither\n", good ? "ok" : "not ok", deed->name,
           tally.kills, tally.before, tally.after, tally.bad);
    fflush(stdout);
    return good;
}

static void make_record(const char *name, char *fixture) {
    char *arguments[] = {"detente", "--today", "2026-04-10", "--db", (char *)in_folder(name), "import", "-q", fixture, NULL};
    if (!is_done(run(arguments, NULL, NEVER, NULL))) die(name);
}

int main(int argc, char **argv) {
    enum { DEEDS = sizeof deeds / sizeof *deeds };
    if (argc != 3) die("usage: kill PROGRAM KILLS");
    program = argv[1];
    long kills = atol(argv[2]), passed = 0;
    strcpy(folder, access("/dev/shm", W_OK) == 0 ? "/dev/shm/detente-kill-XXXXXX" : "/tmp/detente-kill-XXXXXX");
    if (kills < DEEDS || !mkdtemp(folder)) die("a folder");
    setenv("DETENTE_USER", "desk", 1);
    make_record("other.db", "fixtures/adverse");
    make_record("full.db", "fixtures/canada-china");
    for (size_t i = 0; i < DEEDS; i++) passed += test_deed(&deeds[i], (kills + DEEDS - 1) / DEEDS);
    static const char *const names[] = {"other.db", "full.db", "run.db", "copy.db", "out.json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) copy_record(NULL, in_folder(names[i]));
    rmdir(folder);
    printf("%ld passed, %ld failed\n", passed, (long)DEEDS - passed);
    return passed == DEEDS ? 0 : 1;
}
