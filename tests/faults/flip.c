/* Records with random bytes turned over: every command gives an answer or an error, never a crash, a hang or unbounded
 * memory; and one that only reads leaves every byte as it was.
 *
 * usage: flip PROGRAM RECORDS */
#include "process.h"

enum { SECONDS_MAX = 30, FLIPS_MAX = 40 };

static const char *const commands[][6] = {
    {"timeline", "CAN", "CHN"}, {"between", "2018-12-01", "2018-12-31"}, {"show", "CC-M22"}, {"brief", "CAN", "CHN"},
    {"list", "people"}, {"tariffs", "--pair", "CAN,CHN"}, {"who", "CAN"}, {"last", "meeting", "CAN", "CHN"},
    {"chain", "CC-ANN24"}, {"series", "CAN", "CHN"}, {"stats"}, {"search", "canola"}, {"export", "--format", "json"},
    {"log"}, {"diff"}, {"check"}, {"show", "CC-M22", "--as-known-on", "2026-04-10"}, {"sql", "SELECT count(*) FROM v_event"},
    {"edit", "CC-M22", "title=T"}, {"undo"}, {"remove", "CC-M22"}, {"import", "-q", "fixtures/canada-china"}, {"backup", "@copy.db"},
};
enum { COMMANDS = sizeof commands / sizeof *commands, FIRST_WRITING = 18 };

static char *read_whole(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    struct stat status;
    if (!file || fstat(fileno(file), &status) != 0) die(path);
    *size = (size_t)status.st_size;
    char *bytes = malloc(*size + 1);
    if (!bytes || fread(bytes, 1, *size, file) != *size) die(path);
    fclose(file);
    return bytes;
}

static void write_whole(const char *path, const char *bytes, size_t size) {
    copy_record(NULL, path);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0) die(path);
}

/* Half of them in the first pages, where the structure of the file is. */
static void flip(char *bytes, size_t size) {
    int count = 1 + (int)(next_number() % FLIPS_MAX);
    for (int i = 0; i < count; i++) {
        size_t within = next_number() % 2 ? size : size < 65536 ? size : 65536;
        bytes[next_number() % within] ^= (char)(1 + next_number() % 255);
    }
}

static long bad, answers, errors;

static void try_command(const char *const *words, const char *bytes, size_t size, bool reads) {
    char *own[12] = {"detente", "--today", "2026-04-10", "--db", (char *)in_folder("run.db")};
    for (int i = 0; i < 6 && words[i]; i++)
        own[5 + i] = words[i][0] == '@' ? (char *)in_folder(words[i] + 1) : (char *)words[i];
    int64_t took;
    int status = run(own, NULL, NEVER, &took);
    bool good = WIFEXITED(status) && WEXITSTATUS(status) <= 4 && took < SECONDS_MAX * INT64_C(1000000);
    if (good && reads && strcmp(words[0], "search") != 0) {
        size_t now_size;
        char *now = read_whole(in_folder("run.db"), &now_size);
        good = now_size == size && memcmp(now, bytes, size) == 0;
        free(now);
        if (!good) printf("not ok %s wrote to the record\n", words[0]);
    } else if (!good) printf("not ok %s: status %d, %ld ms\n", words[0], status, (long)(took / 1000));
    bad += !good;
    answers += good && WEXITSTATUS(status) <= 1;
    errors += good && WEXITSTATUS(status) > 1;
}

int main(int argc, char **argv) {
    if (argc != 3) die("usage: flip PROGRAM RECORDS");
    program = argv[1];
    long records = atol(argv[2]);
    size_t size;
    strcpy(folder, access("/dev/shm", W_OK) == 0 ? "/dev/shm/detente-flip-XXXXXX" : "/tmp/detente-flip-XXXXXX");
    if (records < 1 || !mkdtemp(folder)) die("a folder");
    char *make[] = {"detente", "--today", "2026-04-10", "--db", (char *)in_folder("full.db"), "import", "-q", "fixtures/canada-china", NULL};
    if (!is_done(run(make, NULL, NEVER, NULL))) die("a record");
    char *good = read_whole(in_folder("full.db"), &size), *bytes = malloc(size);
    if (!bytes) die("memory");
    memory_limit = (rlim_t)2 << 30;
    for (long i = 0; i < records; i++) {
        memcpy(bytes, good, size);
        flip(bytes, size);
        for (int c = 0; c < COMMANDS; c++) {
            if (c == 0 || c >= FIRST_WRITING) write_whole(in_folder("run.db"), bytes, size);
            copy_record(NULL, in_folder("copy.db"));
            try_command(commands[c], bytes, size, c < FIRST_WRITING);
            if (strcmp(commands[c][0], "search") == 0) write_whole(in_folder("run.db"), bytes, size);
        }
    }
    free(good);
    free(bytes);
    static const char *const names[] = {"full.db", "run.db", "copy.db"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) copy_record(NULL, in_folder(names[i]));
    rmdir(folder);
    printf("%s %ld records with bytes turned over: %ld answers, %ld errors, %ld faults\n", bad ? "not ok" : "ok", records,
           answers, errors, bad);
    printf("%d passed, %d failed\n", !bad, !!bad);
    return bad ? 1 : 0;
}
