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

/* Was it given? */
bool option_is_set(const struct option *option, const void *values);

#endif
