/* Questions: call -> struct detente_request -> bytes in an output. */
#include "question.h"

#include <string.h>

#include "fault.h"
#include "output.h"

enum { FILE_WIDTH = 80 };

static bool goes_to_file(const struct call *call) {
    return call->output.path && strcmp(call->output.path, "-") != 0;
}

static struct detente_style choose_style(const struct call *call) {
    bool file = goes_to_file(call);
    const char *color = call->everywhere.color;
    return (struct detente_style){
        .width = file ? FILE_WIDTH : call->term.width,
        .color = file ? color && strcmp(color, "always") == 0 : call->term.color,
        .crlf = call->output.crlf,
        .bom = call->output.bom,
        .safe_cells = call->output.safe_csv,
    };
}

/* -o chart.csv means csv: the ending speaks where no --format does. */
static const char *choose_format(const struct call *call) {
    const char *named = options_format(&call->format);
    const char *dot = goes_to_file(call) ? strrchr(call->output.path, '.') : NULL;
    struct detente_format known;
    if (named || !dot || strchr(dot, '/')) return named;
    for (size_t i = 0; detente_format_at(i, &known); i++)
        if (known.extension && strcmp(known.extension, dot + 1) == 0) return known.name;
    return NULL;
}

struct detente_request question_make_request(const struct call *call,
                                             enum detente_question question,
                                             const struct detente_words *words) {
    return (struct detente_request){
        .question = question,
        .words = *words,
        .filters = call->filters,
        .details = call->details,
        .format = choose_format(call),
        .style = choose_style(call),
        .today = call->today,
    };
}

/* The library sees only the status of a failed write; the output knows why. */
static enum detente_status explain_failure(enum detente_status status,
                                           const struct detente_error *failure,
                                           struct detente_error *error) {
    if (status != DETENTE_OK && failure->status == status) *error = *failure;
    return status;
}

/* An answer that was written whole is kept, also when it says that nothing was found or that a date
 * cannot be read; one that never began leaves an older file alone. */
static bool is_whole(enum detente_status status, const struct output *output) {
    if (status == DETENTE_NOT_FOUND || status == DETENTE_BAD_INPUT) return output->written;
    return status == DETENTE_OK;
}

static enum detente_status close_output(struct output *output, enum detente_status status,
                                        struct detente_error *error) {
    struct detente_error closing = {.status = DETENTE_OK};
    if (output_close(output, is_whole(status, output), &closing) == DETENTE_OK) return status;
    *error = closing;
    return closing.status;
}

static void tell_before_log(const struct call *call, const struct detente_answer *answer) {
    if (answer->before_log)
        term_print_remark(&call->term, "that day lies before the log; this is what the record held when the log began");
}

enum detente_status question_ask_request(const struct call *call, struct detente_request *request,
                                         struct detente_answer *answer,
                                         struct detente_error *error) {
    struct output output;
    *answer = (struct detente_answer){0};
    enum detente_status status =
        output_open(&output, call->output.path, call->database_path, error);
    if (status != DETENTE_OK) return status;
    request->write = output_write;
    request->write_context = &output;
    status = detente_ask(call->database, request, answer, error);
    tell_before_log(call, answer);
    status = explain_failure(status, &output.failure, error);
    return close_output(&output, status, error);
}

enum detente_status question_ask_words(const struct call *call, enum detente_question question,
                                       const struct detente_words *words,
                                       struct detente_error *error) {
    struct detente_request request = question_make_request(call, question, words);
    struct detente_answer answer;
    return question_ask_request(call, &request, &answer, error);
}

enum detente_status question_ask(const struct call *call, enum detente_question question,
                                 struct detente_error *error) {
    return question_ask_words(call, question, &call->words, error);
}

enum detente_status question_check_pair(const struct call *call, struct detente_error *error) {
    const char *name = call->command->name;
    if (call->words.count >= 2) return DETENTE_OK;
    fault_set(error, DETENTE_USAGE, "`%s` needs two countries, as in `detente %s Canada China`", name, name);
    if (call->words.count == 1 && !strpbrk(call->words.items[0], " ,"))
        fault_advise(error, "for all that one did: detente list events --country %.60s", call->words.items[0]);
    else fault_advise(error, "each is a word of its own; see `detente help %s`", name);
    return error->status;
}

enum detente_status question_check_optional_pair(const struct call *call, struct detente_error *error) {
    const struct detente_words *pair = &call->filters.pair;
    const char *word = call->words.count ? call->words.items[0] : "";
    if (call->words.count != 1) return DETENTE_OK;
    fault_set(error, DETENTE_USAGE, "`%s` takes two countries as words, or none", call->command->name);
    if (pair->count && !strchr(pair->items[pair->count - 1], ','))
        fault_advise(error, "--pair takes both with a comma: --pair %.60s,%.60s", pair->items[pair->count - 1], word);
    else fault_advise(error, "for one alone: detente %s --country %.60s", call->command->name, word);
    return error->status;
}

bool question_is_folder(const char *format) {
    struct detente_format known;
    for (size_t i = 0; format && detente_format_at(i, &known); i++)
        if (strcmp(known.name, format) == 0) return known.folder;
    return false;
}

enum detente_status question_export_folder(const struct call *call, struct detente_error *error) {
    if (!goes_to_file(call)) {
        fault_set(error, DETENTE_USAGE, "%s is a folder of files", options_format(&call->format));
        fault_advise(error, "say which one: -o FOLDER");
        return error->status;
    }
    struct output_folder folder;
    enum detente_status status =
        output_folder_open(&folder, call->output.path, call->output.force, error);
    if (status != DETENTE_OK) return status;
    struct detente_request request = question_make_request(call, DETENTE_EXPORT, &call->words);
    struct detente_folder door = output_folder_door(&folder);
    struct detente_answer answer = {0};
    status = detente_export_folder(call->database, &request, &door, &answer, error);
    tell_before_log(call, &answer);
    status = explain_failure(status, &folder.failure, error);
    bool keep = status == DETENTE_OK || (status == DETENTE_NOT_FOUND && folder.count > 0);
    struct detente_error closing = {.status = DETENTE_OK};
    if (output_folder_close(&folder, keep, &closing) == DETENTE_OK) return status;
    *error = closing;
    return closing.status;
}

/* ---- a file and others beside it ------------------------------------------------------------------------------- */

bool question_is_beside(const char *format) {
    struct detente_format known;
    for (size_t i = 0; format && detente_format_at(i, &known); i++)
        if (strcmp(known.name, format) == 0) return known.beside;
    return false;
}

static void tell_left_out(const struct call *call, const struct detente_answer *answer) {
    const struct {
        uint64_t count;
        const char *why;
    } left[] = {{answer->undatable, "with a date that leaves the period open"},
                {answer->many_sided, "of more than eight parties (--multilateral counts them)"},
                {answer->not_happened, "planned, denied or cancelled (--status asks for them)"}};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        char text[160];
        if (left[i].count == 0) continue;
        snprintf(text, sizeof text, "%llu event%s left out: %s", (unsigned long long)left[i].count,
                 left[i].count == 1 ? "" : "s", left[i].why);
        term_print_remark(&call->term, text);
    }
}

static enum detente_status export_alone(const struct call *call, struct detente_error *error) {
    struct detente_request request = question_make_request(call, DETENTE_EXPORT, &call->words);
    struct detente_answer answer;
    enum detente_status status = question_ask_request(call, &request, &answer, error);
    tell_left_out(call, &answer);
    if (status == DETENTE_OK)
        term_print_remark(&call->term, "this is the table alone; with -o FILE its codebook and manifest are written beside it");
    return status;
}

enum detente_status question_export_beside(const struct call *call, struct detente_error *error) {
    if (!goes_to_file(call) || output_is_special(call->output.path)) return export_alone(call, error);
    struct output_beside beside;
    struct detente_request request = question_make_request(call, DETENTE_EXPORT, &call->words);
    output_beside_open(&beside, call->output.path, call->database_path);
    struct detente_folder door = output_beside_door(&beside);
    struct detente_answer answer = {0};
    enum detente_status status = detente_export_folder(call->database, &request, &door, &answer, error);
    tell_before_log(call, &answer);
    tell_left_out(call, &answer);
    status = explain_failure(status, &beside.failure, error);
    bool keep = status == DETENTE_OK || (status == DETENTE_NOT_FOUND && beside.count > 0);
    struct detente_error closing = {.status = DETENTE_OK};
    if (output_beside_close(&beside, keep, &closing) == DETENTE_OK) return status;
    *error = closing;
    return closing.status;
}
