/* Help, made from the tables. */
#include "help.h"

#include <string.h>

enum { COMMAND_COLUMN = 12, OPTION_COLUMN = 26 };

void help_print_overview(FILE *stream, const struct command *const *commands) {
    fputs("A sourced, dated record of what states do to and with one another.\n\n"
          "Usage: detente [--db FILE] COMMAND ...\n",
          stream);
    const char *group = "";
    for (; *commands; commands++) {
        const struct command *command = *commands;
        if (strcmp(group, command->group) != 0) fprintf(stream, "\n%s\n", command->group);
        group = command->group;
        fprintf(stream, "  %-*s%s\n", COMMAND_COLUMN, command->name, command->summary);
    }
    fputs("\n`detente help COMMAND` shows examples and options of one.\n", stream);
}

static void print_examples(FILE *stream, const struct example *example) {
    if (!example || !example->line) return;
    fputs("\nExamples\n", stream);
    for (; example->line; example++)
        fprintf(stream, "  %s\n      %s\n", example->line, example->what);
}

static void print_option(FILE *stream, const struct option *option) {
    char left[80];
    int size = option->letter ? snprintf(left, sizeof left, "-%c, ", option->letter) : 0;
    snprintf(left + size, sizeof left - (size_t)size, "%s%s%s", option->name,
             option->value ? " " : "", option->value ? option->value : "");
    if (strlen(left) < OPTION_COLUMN - 1)
        fprintf(stream, "  %-*s%s\n", OPTION_COLUMN, left, option->help);
    else fprintf(stream, "  %s\n  %*s%s\n", left, OPTION_COLUMN, "", option->help);
}

static bool has_option(const struct option_table *table, const char *name) {
    for (size_t i = 0; table && i < table->count; i++)
        if (strcmp(table->rows[i].name, name) == 0) return true;
    return false;
}

/* Without the rows that `own`, the command's own table, has too. */
static void print_table(FILE *stream, const struct option_table *table,
                        const struct option_table *own) {
    bool titled = false;
    for (size_t i = 0; i < table->count; i++) {
        if (has_option(own, table->rows[i].name)) continue;
        if (!titled) fprintf(stream, "\n%s\n", table->title);
        titled = true;
        print_option(stream, &table->rows[i]);
    }
}

void help_print_command(FILE *stream, const struct command *command) {
    fprintf(stream, "detente %s: %s\n\nUsage: detente %s [OPTION...]%s%s\n", command->name,
            command->summary, command->name, command->words[0] ? " " : "", command->words);
    print_examples(stream, command->examples);
    const struct option_table *own = command->options;
    if (own) print_table(stream, own, NULL);
    if (command->takes & TAKES_FILTERS) print_table(stream, &filter_table, own);
    if (command->takes & TAKES_FORMAT) print_table(stream, &format_table, own);
    if (command->takes & TAKES_OUTPUT) print_table(stream, &output_table, own);
    if (command->takes & TAKES_CHANGE) print_table(stream, &change_table, own);
    print_table(stream, &everywhere_table, own);
}
