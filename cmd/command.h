/* What a command is and what it is given. Each cmd_<verb>.c defines one const struct command;
 * main.c holds the table of them, reads the command line into a struct call, opens the database as
 * the command needs it, and runs it. */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include "args.h"
#include "options.h"
#include "term.h"

/* What a command needs of the database; main opens it so. */
enum command_needs { NEEDS_NOTHING, NEEDS_READ, NEEDS_WRITE, NEEDS_CREATE };

/* The shared options that a command takes, besides those that all take. */
enum command_takes {
    TAKES_FORMAT = 1,  /* --format --json */
    TAKES_OUTPUT = 2,  /* -o and how its bytes look */
    TAKES_FILTERS = 4, /* which events */
    TAKES_CHANGE = 8,  /* --dry-run */
    TAKES_ANSWER = TAKES_FORMAT | TAKES_OUTPUT
};

struct example {
    const char *line, *what;
};

struct call;

struct command {
    const char *name;
    const char *group; /* heading in the overview */
    const char *summary;
    const char *words;           /* the words it takes, as usage and messages show them: "A B" */
    size_t min_words, max_words; /* SIZE_MAX: any number */
    enum command_needs needs;
    enum command_needs (*needs_of)(const struct call *call); /* where that hangs on the options; NULL: always `needs` */
    unsigned takes;                     /* enum command_takes */
    const struct option_table *options; /* its own; NULL: none. These go before shared ones */
    size_t options_size;                /* of the struct that they fill; 0: they fill call->details */
    const struct option_rule *rules;    /* shared options that it does not take, and what to do instead; NULL: none */
    bool has_pair;                      /* its words are a pair: "Canada,China" are two */
    const char *dash_hint;              /* what to do about "-word"; NULL: it is an option that is not known */
    const char *more;                   /* paragraphs behind the examples in help; NULL: none */
    /* What can be found wrong without the database; NULL: nothing. */
    enum detente_status (*check)(const struct call *call, struct detente_error *error);
    enum detente_status (*run)(const struct call *call, struct detente_error *error);
    const struct example *examples; /* ended by an empty one */
};

/* One run of the program. */
struct call {
    const struct command *const *commands; /* all, NULL-terminated */
    const struct command *command;
    struct detente_words words; /* without the command's own */
    struct everywhere_options everywhere;
    struct format_options format;
    struct output_options output;
    struct change_options change;
    struct detente_filters filters;
    struct detente_details details; /* what the question takes besides filters */
    void *own; /* the command's own options, of options_size bytes; NULL: none */
    struct term term;
    const char *database_path;
    detente *database; /* NULL when the command needs none */
    char *pair_text;   /* that the two words of a pair lie in; owned; NULL: they were two */
    bool made;         /* the database was made by this run */
    int64_t today;     /* day number */
    int64_t second;    /* now, since 1970-01-01T00:00:00Z; with --today the begin of that day */
};

const struct command *command_find(const struct command *const *commands, const char *name);
/* USAGE with the nearest name. */
enum detente_status command_refuse(const struct command *const *commands, const char *name,
                                   struct detente_error *error);

#endif
