/* Messages, colour, width, progress. The only file that writes to standard error. */
#include "term.h"

#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "fault.h"

/* ---- what the terminal is ---- */

enum { WIDTH_DEFAULT = 80, WIDTH_MIN = 20, WIDTH_MAX = 1000 };

static int limit_width(long width) {
    return width < WIDTH_MIN ? WIDTH_MIN : width > WIDTH_MAX ? WIDTH_MAX : (int)width;
}

static int find_width(void) {
    if (!isatty(STDOUT_FILENO)) return WIDTH_DEFAULT;
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    if (width > 0) return limit_width(width);
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return limit_width(size.ws_col);
    return WIDTH_DEFAULT;
}

static bool is_dumb(void) {
    const char *name = getenv("TERM");
    return !name || !*name || strcmp(name, "dumb") == 0;
}

static bool wants_color(const char *color, int file) {
    if (color && strcmp(color, "always") == 0) return true;
    if (color && strcmp(color, "never") == 0) return false;
    const char *none = getenv("NO_COLOR");
    return !(none && *none) && !is_dumb() && isatty(file);
}

void term_init(struct term *term, const char *color) {
    term->width = find_width();
    term->color = wants_color(color, STDOUT_FILENO);
    term->error_color = wants_color(color, STDERR_FILENO);
    term->live = isatty(STDERR_FILENO) && !is_dumb();
}

/* ---- messages ---- */

/* The code point at `text` and its size in bytes; -1 and 1 when it is no UTF-8. */
static long read_point(const unsigned char *text, size_t *size) {
    static const long smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = text[0];
    size_t need = lead < 0x80   ? 1
                  : lead < 0xC2 ? 0
                  : lead < 0xE0 ? 2
                  : lead < 0xF0 ? 3
                  : lead < 0xF5 ? 4
                                : 0;
    *size = 1;
    if (need == 0) return -1;
    long point = need == 1 ? lead : lead & (0x7F >> need);
    for (size_t i = 1; i < need; i++) {
        if ((text[i] & 0xC0) != 0x80) return -1;
        point = point << 6 | (text[i] & 0x3F);
    }
    if (point < smallest[need] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return -1;
    *size = need;
    return point;
}

/* Controls, and what turns the direction of writing or breaks the line. */
static bool is_hidden(long point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x61C || point == 0x200B ||
           point == 0x200E || point == 0x200F || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF;
}

void term_print_visible(FILE *stream, const char *text) {
    const unsigned char *next = (const unsigned char *)text;
    while (*next) {
        size_t size;
        long point = read_point(next, &size);
        if (point < 0) fprintf(stream, "\\x%02X", *next);
        else if (point == '\n' || point == '\t') fputs(point == '\n' ? "\\n" : "\\t", stream);
        else if (is_hidden(point))
            fprintf(stream, point < 0x80 ? "\\x%02lX" : "\\u{%04lX}", (unsigned long)point);
        else fwrite(next, 1, size, stream);
        next += size;
    }
}

static void print_place(const struct detente_error *error) {
    if (!error->file[0] && !error->line) return;
    term_print_visible(stderr, error->file);
    if (error->line > 0) fprintf(stderr, "%s%ld", error->file[0] ? ":" : "line ", error->line);
    if (error->line > 0 && error->column > 0) fprintf(stderr, ":%ld", error->column);
    fputs(": ", stderr);
}

void term_print_error(const struct term *term, const struct detente_error *error) {
    fputs(term->error_color ? "\033[1;31mdetente:\033[0m " : "detente: ", stderr);
    print_place(error);
    term_print_visible(stderr, error->message);
    fputc('\n', stderr);
    if (error->remedy[0]) {
        fputs("  ", stderr);
        term_print_visible(stderr, error->remedy);
        fputc('\n', stderr);
    }
    fflush(stderr);
}

void term_print_remark(const struct term *term, const char *text) {
    if (term->quiet) return;
    term_print_line("note: %s", text);
}

void term_print_line(const char *format, ...) {
    char text[TERM_LINE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    term_print_visible(stderr, text);
    fputc('\n', stderr);
    fflush(stderr);
}

int term_exit_code(enum detente_status status) {
    switch (status) {
    case DETENTE_OK: return EXIT_DONE;
    case DETENTE_NOT_FOUND: return EXIT_NOTHING;
    case DETENTE_USAGE: return EXIT_USAGE;
    case DETENTE_BAD_INPUT: return EXIT_INPUT;
    case DETENTE_STOPPED: return term_interrupted() ? EXIT_INTERRUPTED : EXIT_DONE;
    case DETENTE_ENVIRONMENT:
    case DETENTE_CORRUPT:
    case DETENTE_NO_MEMORY: break;
    }
    return EXIT_ENVIRONMENT;
}

enum detente_status term_await_input(const struct term *term, struct detente_error *error) {
    if (!isatty(STDIN_FILENO)) return DETENTE_OK;
    if (term->no_input)
        return fault_set(error, DETENTE_USAGE,
                         "standard input is a terminal, and --no-input was given");
    term_print_remark(term, "reading from the terminal; end with ^D");
    return DETENTE_OK;
}

/* ---- progress ---- */

static double seconds_between(const struct timespec *from, const struct timespec *to) {
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

void progress_start(struct progress *progress, const struct term *term) {
    *progress = (struct progress){.term = term};
    clock_gettime(CLOCK_MONOTONIC, &progress->started);
    progress->shown = progress->started;
}

static const double PROGRESS_DELAY_SECONDS = 1.0, PROGRESS_STEP_SECONDS = 0.1;

/* Is it time for another line? How long it has run, in seconds. */
static bool progress_is_due(struct progress *progress, double *running) {
    if (!progress->term->live || progress->term->quiet) return false;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    *running = seconds_between(&progress->started, &now);
    if (*running < PROGRESS_DELAY_SECONDS) return false;
    if (seconds_between(&progress->shown, &now) < PROGRESS_STEP_SECONDS) return false;
    progress->shown = now;
    progress->visible = true;
    return true;
}

void progress_show_part(struct progress *progress, const char *did, uint64_t done, uint64_t total,
                        const char *things) {
    double running;
    if (!progress_is_due(progress, &running)) return;
    fprintf(stderr, "\r\033[K%s %llu of %llu %s", did, (unsigned long long)done,
            (unsigned long long)total, things);
    fflush(stderr);
}

void progress_show(struct progress *progress, uint64_t rows) {
    double running;
    if (!progress_is_due(progress, &running)) return;
    fprintf(stderr, "\r\033[K%llu rows, %.0f rows/s", (unsigned long long)rows,
            (double)rows / running);
    fflush(stderr);
}

void progress_erase(struct progress *progress) {
    if (!progress->visible) return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    progress->visible = false;
}

/* ---- interruptions ---- */

static volatile sig_atomic_t interrupted;

static void note_interrupt(int number) {
    (void)number;
    interrupted = 1;
}

void term_catch_interrupt(void) {
    struct sigaction action = {.sa_handler = note_interrupt}, before;
    if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
    sigemptyset(&action.sa_mask);
    action.sa_flags = (int)SA_RESETHAND; /* no restart: a read that waits shall end */
    sigaction(SIGINT, &action, NULL);
}

bool term_interrupted(void) {
    return interrupted != 0;
}
