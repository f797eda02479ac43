/* The person in front of it: width, colour, messages, progress, interruptions, exit codes. Nothing
 * that a file says can steer the terminal: what is not printable is made visible. */
#ifndef CMD_TERM_H
#define CMD_TERM_H

#include <time.h>

#include "../core/detente.h"

struct term {
    int width;        /* columns of standard output; 80 when it is no terminal */
    bool color;       /* colour on standard output */
    bool error_color; /* colour on standard error */
    bool live;        /* standard error is a terminal that can rewrite its line */
    bool quiet;       /* no remarks */
    bool no_input;    /* nobody is to be waited for */
};

/* `color` is "auto", "always", "never" or NULL (auto): then NO_COLOR, TERM and the terminals
 * decide. */
void term_init(struct term *term, const char *color);

enum {
    EXIT_DONE = 0,
    EXIT_NOTHING = 1,
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,
    EXIT_ENVIRONMENT = 4,
    EXIT_INTERRUPTED = 130
};
int term_exit_code(enum detente_status status);

/* "detente: FILE:LINE:COLUMN: message", and what to do about it, indented. */
void term_print_error(const struct term *term, const struct detente_error *error);
/* "note: text", unless quiet. */
void term_print_remark(const struct term *term, const char *text);
/* A line on standard error, cut at TERM_LINE_SIZE. */
enum { TERM_LINE_SIZE = 1200 };
void term_print_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A text with its control characters, line breaks among them, made visible. */
void term_print_visible(FILE *stream, const char *text);

/* Standard input is about to be read: says so to the person at the terminal, or is USAGE when
 * nobody is to be waited for. */
enum detente_status term_await_input(const struct term *term, struct detente_error *error);

/* Rows and rows per second on a line of standard error that is rewritten and erased at the end.
 * Only on a terminal, and only after a second. */
struct progress {
    const struct term *term;
    struct timespec started, shown;
    bool visible;
};
void progress_start(struct progress *progress, const struct term *term);
void progress_show(struct progress *progress, uint64_t rows);
/* The same of a known number: "indexed 1200 of 90000 events". */
void progress_show_part(struct progress *progress, const char *did, uint64_t done, uint64_t total,
                        const char *things);
void progress_erase(struct progress *progress);

/* From now on an interruption (^C) is only remembered; a second one ends the program. */
void term_catch_interrupt(void);
bool term_interrupted(void);

#endif
