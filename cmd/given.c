/* From words, standard input or an editor to a change. */
#include "given.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "author.h"
#include "editor.h"
#include "fault.h"
#include "preview.h"

#define AT(member) offsetof(struct given_options, member)
static const struct option rows[] = {
    {"--reason", 0, OPTION_TEXT, AT(reason), "TEXT", "why; of an edit also a note readers see", 0},
    {"--editor", 0, OPTION_TEXT, AT(editor), "COMMAND", "edit with this instead of $VISUAL or $EDITOR", 0},
};
#undef AT
const struct option_table given_table = {"Changes of this command", rows, sizeof rows / sizeof *rows};

static bool is_dash(const char *word) { return strcmp(word, "-") == 0; }

/* ---- what there is ---- */

static size_t count_dashes(const struct call *call) {
    size_t count = 0;
    for (size_t i = 1; i < call->words.count; i++) count += is_dash(call->words.items[i]);
    return count;
}

/* Somebody who can type, or an editor that was named and needs nobody. */
static enum detente_status check_editor(const struct call *call, struct detente_error *error) {
    const struct given_options *own = call->own;
    bool alone = !own->editor && (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO));
    if (!alone && !call->term.no_input) return DETENTE_OK;
    fault_set(error, DETENTE_USAGE, "`%s` is given nothing to %s", call->command->name, call->command->name);
    fault_advise(error, "give settings, as in title=\"Talks in Paris\", or - for JSON from standard input; on a terminal an editor "
                        "opens");
    return error->status;
}

enum detente_status given_check(const struct call *call, struct detente_error *error) {
    const struct given_options *own = call->own;
    size_t dashes = count_dashes(call);
    if (preview_check_format(call, error) != DETENTE_OK) return error->status;
    if (dashes > 1) return fault_set(error, DETENTE_USAGE, "standard input (-) can be read only once");
    if (own->editor && call->words.count > 1) {
        fault_set(error, DETENTE_USAGE, "--editor is for a record that is written in an editor, and settings were given");
        fault_advise(error, "leave the one or the other");
        return error->status;
    }
    if (call->words.count < 2) return check_editor(call, error);
    return dashes ? term_await_input(&call->term, error) : DETENTE_OK;
}

/* ---- settings and standard input ---- */

/* A place in a text that has no name yet. */
static void name_place(struct detente_error *error, const char *name) {
    if (error->line && !error->file[0]) snprintf(error->file, sizeof error->file, "%s", name);
}

static enum detente_status change_by_words(const struct call *call, struct detente_change *change, struct detente_error *error) {
    struct detente_change_summary summary;
    const char **settings = calloc(call->words.count, sizeof *settings);
    char *text = NULL;
    size_t size = 0, count = 0;
    long cut = 0;
    if (!settings) return fault_set_memory(error);
    for (size_t i = 1; i < call->words.count; i++)
        if (!is_dash(call->words.items[i])) settings[count++] = call->words.items[i];
    enum detente_status status = DETENTE_OK;
    if (count_dashes(call)) status = editor_read_all(stdin, "standard input", &text, &size, error);
    if (status == DETENTE_OK && text) cut = editor_cut_errors(text, &size); /* one that an editor left */
    change->settings = (struct detente_words){settings, count};
    change->record = text;
    change->record_size = size;
    if (status == DETENTE_OK) status = preview_change(call, change, &summary, error);
    if (error->line) error->line += cut;
    name_place(error, "-");
    free(settings);
    free(text);
    return status;
}

/* ---- an editor ---- */

static bool is_blank(const char *text) { return text[strspn(text, " \t\r\n")] == '\0'; }

/* Can it be mended by typing? */
static bool is_fault_of_text(enum detente_status status) {
    return status == DETENTE_BAD_INPUT || status == DETENTE_USAGE || status == DETENTE_NOT_FOUND;
}

static bool wants_again(void) {
    char answer[16] = "";
    fputs("Edit again? [Y/n] ", stderr);
    fflush(stderr);
    if (!fgets(answer, sizeof answer, stdin)) return false;
    return answer[0] != 'n' && answer[0] != 'N';
}

/* Shown above the text too, one line further down; false when it is not to be edited again. */
static bool prepare_again(const struct call *call, struct editor *editor, struct detente_error *error) {
    struct detente_error ignored = {.status = DETENTE_OK};
    if (editor_show_error(editor, error, &ignored) == DETENTE_OK) error->line += error->line > 0;
    name_place(error, editor->path);
    if (call->term.no_input || !isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) return false;
    term_print_error(&call->term, error);
    if (wants_again()) return true;
    error->message[0] = '\0'; /* it was told */
    return false;
}

/* Does the file still hold what the editor was given? What cannot be read counts as typed. */
static bool is_untouched(const struct editor *editor, const char *taken) {
    struct detente_error ignored = {.status = DETENTE_OK};
    char *text = NULL;
    size_t size = 0;
    FILE *file = fopen(editor->path, "r");
    if (!file) return false;
    bool same = editor_read_all(file, editor->path, &text, &size, &ignored) == DETENTE_OK && strcmp(text, taken) == 0;
    fclose(file);
    free(text);
    return same;
}

static enum detente_status change_by_editor(const struct call *call, struct detente_change *change, const char *taken,
                                            struct editor *editor, bool *keep, struct detente_error *error) {
    struct detente_change_summary summary;
    for (;;) {
        *error = (struct detente_error){.status = DETENTE_OK};
        enum detente_status status = editor_run(editor, error);
        bool same = status == DETENTE_OK && (is_blank(editor->text) || strcmp(editor->text, taken) == 0);
        *keep = status == DETENTE_OK ? !same : !is_untouched(editor, taken);
        if (status != DETENTE_OK) return status;
        if (same) {
            if (!call->term.quiet) term_print_line("%s: nothing changed", call->words.items[0]);
            return DETENTE_OK;
        }
        change->record = editor->text;
        change->record_size = editor->size;
        status = preview_change(call, change, &summary, error);
        *keep = status != DETENTE_OK || change->dry_run;
        if (!is_fault_of_text(status) || !prepare_again(call, editor, error)) return status;
    }
}

static enum detente_status edit_text(const struct call *call, struct detente_change *change, struct detente_error *error) {
    const struct given_options *own = call->own;
    const char *word = call->words.items[0];
    struct editor editor;
    char state[DETENTE_STATE], *taken = NULL;
    bool keep = false;
    if (detente_take_record(call->database, word, &taken, state, error) != DETENTE_OK) return error->status;
    if (change->action == DETENTE_EDIT && !state[0]) {
        free(taken); /* the empty record of a type */
        return fault_set(error, DETENTE_NOT_FOUND, "nothing here is called \"%.80s\"", word);
    }
    if (change->action == DETENTE_EDIT) change->state = state;
    enum detente_status status = editor_open(&editor, own->editor, word, taken, error);
    if (status == DETENTE_OK) {
        status = change_by_editor(call, change, taken, &editor, &keep, error);
        if (keep && status != DETENTE_OK && error->message[0]) {
            term_print_error(&call->term, error); /* before the line that says where the text is */
            error->message[0] = '\0';
        }
        editor_close(&editor, keep);
    }
    free(taken);
    return status;
}

enum detente_status given_change(const struct call *call, enum detente_action action, struct detente_error *error) {
    const struct given_options *own = call->own;
    struct detente_change change = {
        .action = action,
        .words = {call->words.items, 1},
        .author = author_of(call, own->reason),
    };
    return call->words.count < 2 ? edit_text(call, &change, error) : change_by_words(call, &change, error);
}
