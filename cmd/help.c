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

static void print_own(FILE *stream, const struct option_table *table) {
    fprintf(stream, "\n%s\n", table->title);
    for (size_t i = 0; i < table->count; i++) print_option(stream, &table->rows[i]);
}

static bool has_option(const struct option_table *table, const char *name) {
    for (size_t i = 0; table && i < table->count; i++)
        if (strcmp(table->rows[i].name, name) == 0) return true;
    return false;
}

/* Without the rows that the command's own table has too, and those that it does not take. */
static void print_shared(FILE *stream, const struct option_table *table, const struct command *command) {
    bool titled = false;
    for (size_t i = 0; i < table->count; i++) {
        const char *why;
        if (has_option(command->options, table->rows[i].name)) continue;
        if (!args_takes(command->rules, table == &filter_table, table->rows[i].name, &why)) continue;
        if (!titled) fprintf(stream, "\n%s\n", table->title);
        titled = true;
        print_option(stream, &table->rows[i]);
    }
}

void help_print_command(FILE *stream, const struct command *command) {
    fprintf(stream, "detente %s: %s\n\nUsage: detente %s [OPTION...]%s%s\n", command->name,
            command->summary, command->name, command->words[0] ? " " : "", command->words);
    print_examples(stream, command->examples);
    if (command->more) fprintf(stream, "\n%s\n", command->more);
    if (command->options) print_own(stream, command->options);
    if (command->takes & TAKES_FILTERS) print_shared(stream, &filter_table, command);
    if (command->takes & TAKES_FORMAT) print_shared(stream, &format_table, command);
    if (command->takes & TAKES_OUTPUT) print_shared(stream, &output_table, command);
    if (command->takes & TAKES_CHANGE) print_shared(stream, &change_table, command);
    print_shared(stream, &everywhere_table, command);
}
