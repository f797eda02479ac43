/* Options as data.
 *
 * A table is rows that say what an option is called, what it takes and where its value goes: an
 * offset into a struct that the caller owns. The reader walks the command line once and fills these
 * structs; it knows no command and no option, and prints nothing.
 *
 *   --name value, --name=value     long
 *   -n value, -nvalue, -n=value    short; flags can be clustered: -qn
 *   --                             what follows are words, whatever they look like
 *   -, -5, -0500                   words too: standard input, and years before the year 0 */
#ifndef CMD_ARGS_H
#define CMD_ARGS_H

#include "../core/detente.h"

enum option_type {
    OPTION_FLAG,   /* bool */
    OPTION_TEXT,   /* const char *, given at most once */
    OPTION_NUMBER, /* const char * that is a whole number; as typed, given at most once */
    OPTION_LIST    /* struct detente_words, a value per time it is given */
};

struct option {
    const char *name; /* with its dashes: "--from" */
    char letter;      /* of the short form; 0: none */
    enum option_type type;
    size_t offset;     /* of the value in the struct that the table fills */
    const char *value; /* what help calls the value; NULL for flags */
    const char *help;
    const char *const *choices; /* the only values, NULL-terminated; NULL: any */
};

/* Whether a command takes an option that commands share, or that is known elsewhere: by name, or "*" for every option
 * of args->ruled that stands in no row before. Without a reason it is taken. */
struct option_rule {
    const char *name; /* NULL ends the rows */
    const char *why;  /* what to do instead, as the hint says it; NULL: it is taken */
};

/* What people type from habit, and what it is here. */
struct option_synonym {
    const char *typed, *meant;
};

struct option_table {
    const char *title; /* heading in help */
    const struct option *rows;
    size_t count;
};

enum { ARGS_TABLES = 8 };

/* A command line being read. All texts are borrowed from it. */
struct args {
    char *const *items; /* not yet read */
    size_t item_count;
    const char *command; /* for hints and messages; NULL before it is known */
    struct {
        const struct option_table *table;
        void *into;
    } tables[ARGS_TABLES]; /* an option is looked up in this order */
    size_t table_count;
    const struct option_table *ruled;      /* that "*" of the rules stands for; NULL: none */
    const struct option_rule *rules;       /* of the command; NULL: it takes all of its tables */
    const struct option_synonym *synonyms; /* ended by an empty one; NULL: none */
    const char *dash_hint;                 /* when a short option is not known; NULL: none */
    const char **words; /* what is no option; owned */
    size_t word_count;
    bool only_words; /* "--" was read */
};

/* `items` does not hold the program's name. Free with args_free, also after a failure. */
enum detente_status args_init(struct args *args, char *const *items, size_t item_count,
                              struct detente_error *error);
/* Frees the words and the lists in the structs that the tables of the moment fill. */
void args_free(struct args *args);

/* Forgets the tables; the values that were read stay in their structs. */
void args_clear_tables(struct args *args);
/* Adds a table and the struct that it fills, which must be zeroed. */
void args_add_table(struct args *args, const struct option_table *table, void *into);

/* Reads up to and with the first word: the command, where there is one. */
enum detente_status args_read_command(struct args *args, struct detente_error *error);
/* Reads the rest. USAGE: an unknown option, a missing, surplus or unfit value, an option given
 * twice. */
enum detente_status args_read_rest(struct args *args, struct detente_error *error);

/* Does the command take that option? *why says what to do instead when it does not. `is_ruled`: "*" stands for it. */
bool args_takes(const struct option_rule *rules, bool is_ruled, const char *name, const char **why);

/* Was it given? */
bool option_is_set(const struct option *option, const void *values);

#endif
