/* Reading a command line by tables of options. Knows no command; prints nothing. */
#include "args.h"

#include <stdlib.h>
#include <string.h>

#include "fault.h"

enum detente_status args_init(struct args *args, char *const *items, size_t item_count,
                              struct detente_error *error) {
    *args = (struct args){.items = items, .item_count = item_count};
    args->words = calloc(item_count + 1, sizeof *args->words); /* one more: a word may be made two */
    return args->words ? DETENTE_OK : fault_set_memory(error);
}

/* ---- values in the caller's structs ---- */

static bool *flag_at(const struct option *option, void *values) {
    return (bool *)((char *)values + option->offset);
}

static const char **text_at(const struct option *option, void *values) {
    return (const char **)((char *)values + option->offset);
}

static struct detente_words *list_at(const struct option *option, void *values) {
    return (struct detente_words *)((char *)values + option->offset);
}

bool option_is_set(const struct option *option, const void *values) {
    const char *place = (const char *)values + option->offset;
    if (option->type == OPTION_FLAG) return *(const bool *)place;
    if (option->type == OPTION_LIST) return ((const struct detente_words *)place)->count > 0;
    return *(const char *const *)place != NULL;
}

void args_clear_tables(struct args *args) {
    args->table_count = 0;
}

void args_add_table(struct args *args, const struct option_table *table, void *into) {
    if (args->table_count == ARGS_TABLES) abort();
    args->tables[args->table_count].table = table;
    args->tables[args->table_count++].into = into;
}

void args_free(struct args *args) {
    for (size_t t = 0; t < args->table_count; t++) {
        const struct option_table *table = args->tables[t].table;
        for (size_t i = 0; i < table->count; i++) {
            if (table->rows[i].type != OPTION_LIST) continue;
            struct detente_words *list = list_at(&table->rows[i], args->tables[t].into);
            free((void *)list->items);
            *list = (struct detente_words){0};
        }
    }
    free(args->words);
    args->words = NULL;
}

/* A list has at most as many values as the line still has items, and the one just taken. */
static enum detente_status add_to_list(const struct args *args, struct detente_words *list,
                                       const char *value, struct detente_error *error) {
    const char **items = (const char **)list->items;
    if (!items) {
        items = calloc(args->item_count + 1, sizeof *items);
        if (!items) return fault_set_memory(error);
        list->items = items;
    }
    items[list->count++] = value;
    return DETENTE_OK;
}

static const struct option *find_long(const struct args *args, const char *name, size_t size,
                                      const struct option_table **table, void **into) {
    for (size_t t = 0; t < args->table_count; t++) {
        *table = args->tables[t].table;
        for (size_t i = 0; i < (*table)->count; i++) {
            const char *known = (*table)->rows[i].name;
            if (strncmp(known, name, size) != 0 || known[size]) continue;
            *into = args->tables[t].into;
            return &(*table)->rows[i];
        }
    }
    return NULL;
}

bool args_takes(const struct option_rule *rules, bool is_ruled, const char *name, const char **why) {
    *why = NULL;
    for (; rules && rules->name; rules++) {
        if (!(is_ruled && strcmp(rules->name, "*") == 0) && strcmp(rules->name, name) != 0) continue;
        *why = rules->why;
        return !rules->why;
    }
    return true;
}

/* ---- what is wrong ---- */

/* Where to read on. `nearest` may be empty. */
static enum detente_status point_to_help(const struct args *args, const char *nearest,
                                         struct detente_error *error) {
    const char *command = args->command ? args->command : "";
    const char *space = args->command ? " " : "";
    if (nearest[0])
        fault_advise(error, "did you mean %s? See `detente help%s%s`", nearest, space, command);
    else if (args->command) fault_advise(error, "see `detente help %s`", command);
    else fault_advise(error, "an option of one command comes after it; see `detente help`");
    return error->status;
}

enum { CANDIDATES = 80, NEAREST_SIZE = 120 };

static void find_nearest_option(const struct args *args, const char *name, char out[NEAREST_SIZE]) {
    const char *candidates[CANDIDATES + 1], *why;
    size_t count = 0;
    for (size_t t = 0; t < args->table_count; t++)
        for (size_t i = 0; i < args->tables[t].table->count && count < CANDIDATES; i++)
            if (args_takes(args->rules, args->tables[t].table == args->ruled, args->tables[t].table->rows[i].name, &why))
                candidates[count++] = args->tables[t].table->rows[i].name;
    candidates[count] = NULL;
    detente_nearest(name, candidates, out, NEAREST_SIZE);
}

/* A known habit goes before the nearest name, when the command takes what it means. */
static void find_option_meant(const struct args *args, const char *name, char out[NEAREST_SIZE]) {
    for (const struct option_synonym *row = args->synonyms; row && row->typed; row++) {
        void *ignored;
        const char *why;
        const struct option_table *table;
        if (strcmp(row->typed, name) != 0) continue;
        if (!find_long(args, row->meant, strcspn(row->meant, " "), &table, &ignored)) continue;
        char meant[NEAREST_SIZE];
        snprintf(meant, sizeof meant, "%.*s", (int)strcspn(row->meant, " "), row->meant);
        if (!args_takes(args->rules, table == args->ruled, meant, &why)) continue;
        snprintf(out, NEAREST_SIZE, "%s", row->meant);
        return;
    }
    find_nearest_option(args, name, out);
}

static enum detente_status refuse_untaken(const struct args *args, const char *name, const char *why,
                                          struct detente_error *error) {
    fault_set(error, DETENTE_USAGE, "`%s` takes no %s", args->command, name);
    fault_advise(error, "%s", why);
    return error->status;
}

static enum detente_status refuse_unknown(const struct args *args, const char *name,
                                          struct detente_error *error) {
    char nearest[NEAREST_SIZE];
    const char *why;
    if (args->command && !args_takes(args->rules, false, name, &why)) return refuse_untaken(args, name, why, error);
    find_option_meant(args, name, nearest);
    if (args->command)
        fault_set(error, DETENTE_USAGE, "`%s` has no option %s", args->command, name);
    else fault_set(error, DETENTE_USAGE, "unknown option %s before the command", name);
    return point_to_help(args, nearest, error);
}

/* A letter in a cluster; -json was meant for --json. */
static enum detente_status refuse_letter(const struct args *args, const char *item, char letter,
                                         struct detente_error *error) {
    char name[NEAREST_SIZE], nearest[NEAREST_SIZE];
    char shown[3] = {'-', letter, '\0'};
    if (!item[2] || (letter & 0x80)) return refuse_unknown(args, item[2] ? item : shown, error);
    fault_set(error, DETENTE_USAGE, "no option %s in %s", shown, item);
    if (args->dash_hint) {
        fault_advise(error, "%s", args->dash_hint);
        return error->status;
    }
    snprintf(name, sizeof name, "-%s", item);
    find_nearest_option(args, name, nearest);
    return point_to_help(args, nearest, error);
}

/* "a, b or c" */
static void join_choices(const char *const *choices, char *out, size_t size) {
    size_t used = 0;
    for (size_t i = 0; choices[i] && used < size; i++) {
        const char *comma = i == 0 ? "" : choices[i + 1] ? ", " : " or ";
        used += (size_t)snprintf(out + used, size - used, "%s%s", comma, choices[i]);
    }
}

static enum detente_status refuse_choice(const struct args *args, const struct option *option,
                                         const char *value, struct detente_error *error) {
    char nearest[NEAREST_SIZE], choices[200];
    detente_nearest(value, option->choices, nearest, sizeof nearest);
    join_choices(option->choices, choices, sizeof choices);
    fault_set(error, DETENTE_USAGE, "%s takes %s, not \"%s\"", option->name, choices, value);
    return point_to_help(args, nearest, error);
}

/* ---- taking values ---- */

static bool is_choice(const struct option *option, const char *value) {
    for (size_t i = 0; option->choices && option->choices[i]; i++)
        if (strcmp(option->choices[i], value) == 0) return true;
    return !option->choices;
}

enum { DIGITS_MAX = 18 };

static bool is_whole_number(const char *value) {
    size_t size = strlen(value);
    return size > 0 && size <= DIGITS_MAX && strspn(value, "0123456789") == size;
}

static enum detente_status store_text(const struct args *args, const struct option *option,
                                      const char **place, const char *value,
                                      struct detente_error *error) {
    if (*place) {
        fault_set(error, DETENTE_USAGE, "%s is given twice", option->name);
        return point_to_help(args, "", error);
    }
    if (option->type == OPTION_NUMBER && !is_whole_number(value)) {
        fault_set(error, DETENTE_USAGE, "%s takes a whole number, not \"%s\"", option->name, value);
        return point_to_help(args, "", error);
    }
    if (!is_choice(option, value)) return refuse_choice(args, option, value, error);
    *place = value;
    return DETENTE_OK;
}

static enum detente_status store_value(const struct args *args, const struct option *option,
                                       void *into, const char *value, struct detente_error *error) {
    if (!value || !*value) {
        fault_set(error, DETENTE_USAGE, "%s needs a value: %s %s", option->name, option->name,
                  option->value);
        return point_to_help(args, "", error);
    }
    if (option->type == OPTION_LIST) return add_to_list(args, list_at(option, into), value, error);
    return store_text(args, option, text_at(option, into), value, error);
}

static const char *take_item(struct args *args) {
    args->item_count--;
    return *args->items++;
}

/* The next item, when it can be a value: a long option is none. */
static const char *take_value(struct args *args) {
    if (args->item_count == 0 || strncmp(*args->items, "--", 2) == 0) return NULL;
    return take_item(args);
}

/* ---- the forms ---- */

static const struct option *find_letter(const struct args *args, char letter, void **into) {
    for (size_t t = 0; t < args->table_count; t++) {
        const struct option_table *table = args->tables[t].table;
        for (size_t i = 0; i < table->count; i++) {
            if (table->rows[i].letter != letter) continue;
            *into = args->tables[t].into;
            return &table->rows[i];
        }
    }
    return NULL;
}

static enum detente_status read_long(struct args *args, const char *item,
                                     struct detente_error *error) {
    const char *equals = strchr(item, '=');
    size_t size = equals ? (size_t)(equals - item) : strlen(item);
    void *into;
    const struct option_table *table;
    const char *why;
    const struct option *option = find_long(args, item, size, &table, &into);
    if (option && args->command && !args_takes(args->rules, table == args->ruled, option->name, &why))
        return refuse_untaken(args, option->name, why, error);
    if (!option) {
        char name[NEAREST_SIZE];
        snprintf(name, sizeof name, "%.*s", size < sizeof name ? (int)size : NEAREST_SIZE - 1,
                 item);
        return refuse_unknown(args, name, error);
    }
    if (option->type != OPTION_FLAG)
        return store_value(args, option, into, equals ? equals + 1 : take_value(args), error);
    if (equals) {
        fault_set(error, DETENTE_USAGE, "%s takes no value", option->name);
        return point_to_help(args, "", error);
    }
    *flag_at(option, into) = true;
    return DETENTE_OK;
}

static enum detente_status read_cluster(struct args *args, const char *item,
                                        struct detente_error *error) {
    for (const char *letter = item + 1; *letter; letter++) {
        void *into;
        const struct option *option = find_letter(args, *letter, &into);
        if (!option) return refuse_letter(args, item, *letter, error);
        if (option->type == OPTION_FLAG) {
            *flag_at(option, into) = true;
            continue;
        }
        const char *rest = letter[1] == '=' ? letter + 2 : letter + 1;
        return store_value(args, option, into, letter[1] ? rest : take_value(args), error);
    }
    return DETENTE_OK;
}

static bool is_word(const struct args *args, const char *item) {
    return args->only_words || item[0] != '-' || !item[1] || (item[1] >= '0' && item[1] <= '9');
}

static enum detente_status read_item(struct args *args, struct detente_error *error) {
    const char *item = take_item(args);
    if (is_word(args, item)) args->words[args->word_count++] = item;
    else if (strcmp(item, "--") == 0) args->only_words = true;
    else return item[1] == '-' ? read_long(args, item, error) : read_cluster(args, item, error);
    return DETENTE_OK;
}

enum detente_status args_read_command(struct args *args, struct detente_error *error) {
    enum detente_status status = DETENTE_OK;
    while (status == DETENTE_OK && args->item_count > 0 && args->word_count == 0)
        status = read_item(args, error);
    return status;
}

enum detente_status args_read_rest(struct args *args, struct detente_error *error) {
    enum detente_status status = DETENTE_OK;
    while (status == DETENTE_OK && args->item_count > 0) status = read_item(args, error);
    return status;
}
