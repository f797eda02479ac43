/* Running the program from a test, with a clock and a knife; a folder of records that are copied and dropped. */
#ifndef DETENTE_TESTS_FAULTS_PROCESS_H
#define DETENTE_TESTS_FAULTS_PROCESS_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char *program;
static char folder[64];
static rlim_t memory_limit; /* of what is run, bytes; 0: none */
static uint64_t seed = 0x9e3779b97f4a7c15u;

static inline void die(const char *what) {
    fprintf(stderr, "cannot prepare: %s\n", what);
    exit(1);
}

static inline uint64_t next_number(void) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed >> 16;
}

/* ---- processes ---------------------------------------------------------------------------------------------- */

static inline int64_t now_in_microseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

enum { NEVER = -1, ALARM_SECONDS = 120 };

/* Runs it; kills it after so many microseconds. Returns the wait status; `took` its time. */
static inline int run(char *const *arguments, const char *output, int64_t kill_after, int64_t *took) {
    int64_t begun = now_in_microseconds();
    pid_t child = fork();
    if (child < 0) die("a process");
    if (child == 0) {
        int out = open(output ? output : "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0600), err = open("/dev/null", O_WRONLY);
        alarm(ALARM_SECONDS); /* stays through the exec: what hangs is killed */
        if (memory_limit) setrlimit(RLIMIT_AS, &(struct rlimit){memory_limit, memory_limit});
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        execv(program, arguments);
        _exit(127);
    }
    if (kill_after != NEVER) {
        struct timespec wait = {kill_after / 1000000, kill_after % 1000000 * 1000};
        nanosleep(&wait, NULL);
        kill(child, SIGKILL);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (took) *took = now_in_microseconds() - begun;
    return status;
}

static inline bool is_done(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }
static inline bool is_killed(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL; }

/* ---- records ---------------------------------------------------------------------------------------------------- */

static inline const char *in_folder(const char *name) {
    static char paths[8][128];
    static int next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline void copy_record(const char *from, const char *to) {
    static const char *const tails[] = {"-wal", "-shm", "-journal", ".before-restore"};
    char path[192];
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        snprintf(path, sizeof path, "%s%s", to, tails[i]);
        unlink(path);
    }
    unlink(to);
    if (!from) return;
    char block[1 << 16];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    if (!in || !out) die(from);
    for (size_t got; (got = fread(block, 1, sizeof block, in)) > 0;)
        if (fwrite(block, 1, got, out) != got) die(to);
    fclose(in);
    fclose(out);
}

#endif
