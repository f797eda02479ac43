/* detente: the program. It is the thin side of the house: the library in core/ keeps the record,
 * answers and writes; cmd/ reads what was typed and shows what came of it.
 *
 *   argv -> main -> struct call -> cmd_<verb> -> request -> library -> bytes -> output
 *
 *   main.c       the table of commands; from argv to an exit code
 *   command.h    what a command is (struct command) and what it is given (struct call)
 *   args.h       options as data: reading argv by tables
 *   options.h    the tables that commands share: everywhere, format, output, change, filters
 *   cmd_*.c      a command each: name, summary, words, needs, options, check, run, examples
 *   question.h   what asking commands share: call -> request -> answer in an output
 *   author.h     who changes the record, and when
 *   given.h      what add and edit are given: settings, JSON, or a record from an editor (editor.h)
 *   preview.h    what a change tells: the difference of a dry run, the summary
 *   help.h       help, made from the tables
 *   output.h     standard output, a file through a rename (temporary.h), a folder of such files
 *   term.h       width, colour, messages, progress, interruptions, exit codes
 *   fault.h      filling the error value
 *
 * Of the core it includes detente.h and nothing else. Exit codes: 0 done, 1 nothing found, 2 wrong
 * usage, 3 bad input, 4 the environment failed, 130 an import was interrupted. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "author.h"
#include "command.h"
#include "fault.h"
#include "help.h"

extern const struct command cmd_init, cmd_import, cmd_timeline, cmd_between, cmd_brief, cmd_show,
    cmd_list, cmd_search, cmd_inforce, cmd_tariffs, cmd_who, cmd_last, cmd_next, cmd_held, cmd_days,
    cmd_chain, cmd_stats, cmd_export, cmd_series, cmd_sql, cmd_date, cmd_countries, cmd_kinds, cmd_formats, cmd_help, cmd_version,
    cmd_add, cmd_edit, cmd_remove, cmd_merge, cmd_link, cmd_claim, cmd_confirm, cmd_log, cmd_diff, cmd_undo, cmd_check,
    cmd_backup, cmd_restore, cmd_profiles;

/* In the order of the overview; commands of a group stand together. */
static const struct command *const commands[] = {
    &cmd_init,     &cmd_import,                              /* Begin */
    &cmd_timeline, &cmd_between,   &cmd_brief, &cmd_show,    /* Ask */
    &cmd_list,     &cmd_search,    &cmd_inforce, &cmd_tariffs,
    &cmd_who,      &cmd_last,      &cmd_next,  &cmd_held,
    &cmd_days,     &cmd_chain,     &cmd_stats,
    &cmd_add,      &cmd_edit,      &cmd_remove, &cmd_merge,  /* Change */
    &cmd_link,     &cmd_claim,     &cmd_confirm,
    &cmd_log,      &cmd_diff,      &cmd_undo,   &cmd_check,  /* Keep */
    &cmd_backup,   &cmd_restore,
    &cmd_export,   &cmd_series,    &cmd_sql,                 /* Take out */
    &cmd_date,     &cmd_countries, &cmd_kinds, &cmd_formats, /* Look up */
    &cmd_profiles,
    &cmd_help,     &cmd_version,                             /* About */
    NULL,
};

/* ---- what was typed ---- */

/* A shared option that stood before the command and that the command does not take. */
static enum detente_status refuse_untaken(const struct call *call, const struct option_table *table,
                                          const void *values, struct detente_error *error) {
    for (size_t i = 0; i < table->count; i++) {
        const struct option *option = &table->rows[i];
        if (!option_is_set(option, values)) continue;
        fault_set(error, DETENTE_USAGE, "`%s` has no option %s", call->command->name, option->name);
        fault_advise(error, "see `detente help %s`", call->command->name);
    }
    return error->status;
}

/* The same of one that the command's rules leave out. */
static enum detente_status refuse_by_rule(const struct call *call, struct detente_error *error) {
    for (size_t i = 0; i < filter_table.count; i++) {
        const struct option *option = &filter_table.rows[i];
        const char *why;
        if (!option_is_set(option, &call->filters)) continue;
        if (args_takes(call->command->rules, true, option->name, &why)) continue;
        fault_set(error, DETENTE_USAGE, "`%s` takes no %s", call->command->name, option->name);
        fault_advise(error, "%s", why);
    }
    return error->status;
}

static enum detente_status check_taken(const struct call *call, struct detente_error *error) {
    unsigned takes = call->command->takes;
    if (!(takes & TAKES_FORMAT)) refuse_untaken(call, &format_table, &call->format, error);
    if (!(takes & TAKES_OUTPUT)) refuse_untaken(call, &output_table, &call->output, error);
    if (!(takes & TAKES_CHANGE)) refuse_untaken(call, &change_table, &call->change, error);
    refuse_by_rule(call, error);
    if (!(takes & TAKES_FILTERS)) refuse_untaken(call, &filter_table, &call->filters, error);
    return error->status;
}

static void add_shared_tables(struct args *args, struct call *call, unsigned takes) {
    args_add_table(args, &everywhere_table, &call->everywhere);
    if (takes & TAKES_FORMAT) args_add_table(args, &format_table, &call->format);
    if (takes & TAKES_OUTPUT) args_add_table(args, &output_table, &call->output);
    if (takes & TAKES_CHANGE) args_add_table(args, &change_table, &call->change);
    if (takes & TAKES_FILTERS) args_add_table(args, &filter_table, &call->filters);
}

static enum detente_status read_options(struct args *args, struct call *call,
                                        struct detente_error *error) {
    const struct command *command = call->command;
    void *own = &call->details;
    if (command->options && command->options_size && !(own = call->own = calloc(1, command->options_size)))
        return fault_set_memory(error);
    if (check_taken(call, error) != DETENTE_OK) return error->status;
    args->command = command->name;
    args->ruled = &filter_table;
    args->rules = command->rules;
    args->dash_hint = command->dash_hint;
    args_clear_tables(args);
    if (command->options) args_add_table(args, command->options, own);
    add_shared_tables(args, call, command->takes);
    return args_read_rest(args, error);
}

/* "Canada,China" are two words. The list has room for one more than there are items. */
static enum detente_status split_pair(struct args *args, struct call *call, struct detente_error *error) {
    const char *comma = strchr(args->words[1], ',');
    if (!comma || strchr(comma + 1, ',') || comma == args->words[1] || !comma[1 + strspn(comma + 1, " ")])
        return DETENTE_OK;
    call->pair_text = strdup(args->words[1]);
    if (!call->pair_text) return fault_set_memory(error);
    char *second = call->pair_text + (comma - args->words[1]);
    *second++ = '\0';
    args->words[1] = call->pair_text;
    args->words[args->word_count++] = second;
    return DETENTE_OK;
}

/* Leaves call->command NULL when there was no word. */
static enum detente_status read_line(struct args *args, struct call *call,
                                     struct detente_error *error) {
    args->synonyms = option_synonyms;
    add_shared_tables(args, call, TAKES_ANSWER | TAKES_CHANGE | TAKES_FILTERS);
    if (args_read_command(args, error) != DETENTE_OK) return error->status;
    if (args->word_count == 0) return DETENTE_OK;
    call->command = command_find(commands, args->words[0]);
    if (!call->command) return command_refuse(commands, args->words[0], error);
    enum detente_status status = read_options(args, call, error);
    if (status == DETENTE_OK && call->command->has_pair && args->word_count == 2)
        status = split_pair(args, call, error);
    call->words = (struct detente_words){args->words + 1, args->word_count - 1};
    return status;
}

/* --pair CAN CHN: the second is taken for a word. */
static bool is_half_pair(const struct call *call) {
    const struct detente_words *pair = &call->filters.pair;
    return pair->count > 0 && !strchr(pair->items[pair->count - 1], ',');
}

static enum detente_status check_words(const struct call *call, struct detente_error *error) {
    const struct command *command = call->command;
    size_t count = call->words.count;
    if (count >= command->min_words && count <= command->max_words) return DETENTE_OK;
    if (count < command->min_words)
        fault_set(error, DETENTE_USAGE, "`%s` needs %s", command->name, command->words);
    else
        fault_set(error, DETENTE_USAGE, "`%s` takes no word \"%s\"", command->name,
                  call->words.items[command->max_words]);
    if (count > command->max_words && is_half_pair(call)) {
        fault_advise(error, "--pair takes both with a comma: --pair %s,%s",
                     call->filters.pair.items[call->filters.pair.count - 1], call->words.items[command->max_words]);
        return error->status;
    }
    bool quotes = command->max_words > 0 && count > command->max_words;
    fault_advise(error, "%ssee `detente help %s`",
                 quotes ? "words that belong together go into quotes; " : "", command->name);
    return error->status;
}

/* ---- what the run needs ---- */

/* The day it is here, where the person is. */
static enum detente_status find_today(const char *option, int64_t *day, int64_t *second,
                                      struct detente_error *error) {
    char text[64];
    time_t now = time(NULL);
    struct tm local;
    tzset();
    if (!option && (!localtime_r(&now, &local) || !strftime(text, sizeof text, "%Y-%m-%d", &local)))
        return fault_set(error, DETENTE_ENVIRONMENT, "the clock cannot be read; give --today");
    struct detente_error fault = {.status = DETENTE_OK};
    if (detente_parse_day(option ? option : text, day, &fault) == DETENTE_OK) {
        *second = option ? author_begin_of_day(*day) : (int64_t)now;
        return DETENTE_OK;
    }
    fault_set(error, DETENTE_USAGE, "--today: %s", fault.message);
    fault_advise(error, "%s", fault.remedy[0] ? fault.remedy : "write a day as 2025-10-31");
    return error->status;
}

static const char *find_database(const char *option) {
    const char *named = option ? option : getenv("DETENTE_DB");
    return named && *named ? named : "detente.db";
}

static bool is_missing(const char *path) {
    return access(path, F_OK) != 0 && errno == ENOENT;
}

static enum detente_status open_database(struct call *call, struct detente_error *error) {
    static const enum detente_mode modes[] = {[NEEDS_READ] = DETENTE_READ,
                                              [NEEDS_WRITE] = DETENTE_WRITE,
                                              [NEEDS_CREATE] = DETENTE_CREATE};
    const struct command *command = call->command;
    enum command_needs needs = command->needs_of ? command->needs_of(call) : command->needs;
    if (needs == NEEDS_NOTHING) return DETENTE_OK;
    call->made = needs == NEEDS_CREATE && is_missing(call->database_path);
    return detente_open(call->database_path, modes[needs], &call->database, error);
}

static enum detente_status run_command(struct call *call, struct detente_error *error) {
    const struct command *command = call->command;
    if (command->takes & TAKES_OUTPUT) options_check(&call->format, &call->output, error);
    if (error->status == DETENTE_OK && (command->needs || command->takes))
        find_today(call->everywhere.today, &call->today, &call->second, error);
    if (error->status == DETENTE_OK && command->check) command->check(call, error);
    if (error->status != DETENTE_OK || open_database(call, error) != DETENTE_OK)
        return error->status;
    enum detente_status status = command->run(call, error);
    detente_close(call->database);
    call->database = NULL;
    return status;
}

/* ---- from argv to a status ---- */

static enum detente_status show_help(const struct call *call) {
    if (call->command) help_print_command(stdout, call->command);
    else help_print_overview(stdout, commands);
    return DETENTE_OK;
}

/* Nothing was asked: the overview says it all. */
static enum detente_status refuse_silence(struct detente_error *error) {
    help_print_overview(stderr, commands);
    error->status = DETENTE_USAGE;
    return DETENTE_USAGE;
}

static enum detente_status obey(struct args *args, struct call *call, struct detente_error *error) {
    enum detente_status status = read_line(args, call, error);
    term_init(&call->term, call->everywhere.color);
    call->term.quiet = call->everywhere.quiet;
    call->term.no_input = call->everywhere.no_input;
    call->database_path = find_database(call->everywhere.database);
    if (status != DETENTE_OK) return status;
    if (call->everywhere.help) return show_help(call);
    if (call->everywhere.version) return cmd_version.run(call, error);
    if (!call->command) return refuse_silence(error);
    if (check_words(call, error) != DETENTE_OK) return error->status;
    return run_command(call, error);
}

/* A descriptor 0, 1 or 2 that came closed must not become the database's. Writing still fails. */
static void fill_standard_files(void) {
    for (int file = open("/dev/null", O_RDONLY); file >= 0; file = dup(file)) {
        if (file <= STDERR_FILENO) continue;
        close(file);
        return;
    }
}

/* What help, version and summaries left in the buffer. */
static enum detente_status flush_standard_output(struct detente_error *error) {
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout)) return DETENTE_OK;
    if (errno == EPIPE) return DETENTE_OK;
    return fault_set_system(error, "standard output", errno ? errno : EIO);
}

static bool is_to_be_told(const struct call *call, enum detente_status status,
                          const struct detente_error *error) {
    if (status == DETENTE_OK || !error->message[0]) return false;
    if (status == DETENTE_NOT_FOUND) return !call->term.quiet;
    return status != DETENTE_STOPPED || term_interrupted();
}

int main(int argc, char **argv) {
    fill_standard_files();
    signal(SIGPIPE, SIG_IGN);
    struct call call = {.commands = commands};
    struct args args;
    struct detente_error error = {.status = DETENTE_OK};
    size_t count = argc > 0 ? (size_t)argc - 1 : 0;
    enum detente_status status = args_init(&args, argv + (argc > 0), count, &error);
    if (status == DETENTE_OK) status = obey(&args, &call, &error);
    if (!error.message[0] && flush_standard_output(&error) != DETENTE_OK) status = error.status;
    if (is_to_be_told(&call, status, &error)) term_print_error(&call.term, &error);
    args_free(&args);
    free(call.own);
    free(call.pair_text);
    return term_exit_code(status);
}
