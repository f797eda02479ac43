/* Dry runs shown, and changes told in a line or as JSON. */
#include "preview.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "fault.h"

enum detente_status preview_open(struct preview *preview, const struct call *call, struct detente_error *error) {
    static const struct detente_words none = {NULL, 0};
    enum detente_status status = output_open(&preview->output, NULL, call->database_path, error);
    if (status != DETENTE_OK) return status;
    preview->request = question_make_request(call, DETENTE_DIFF, &none);
    preview->request.write = output_write;
    preview->request.write_context = &preview->output;
    return DETENTE_OK;
}

enum detente_status preview_close(struct preview *preview, enum detente_status status, struct detente_error *error) {
    struct detente_error closing = {.status = DETENTE_OK};
    if (status != DETENTE_OK && preview->output.failure.status == status) *error = preview->output.failure;
    if (output_close(&preview->output, true, &closing) == DETENTE_OK || status != DETENTE_OK) return status;
    *error = closing;
    return closing.status;
}

bool preview_wants_json(const struct call *call) {
    const char *format = options_format(&call->format);
    return format && strcmp(format, "json") == 0;
}

enum detente_status preview_check_format(const struct call *call, struct detente_error *error) {
    const char *format = options_format(&call->format);
    if (!format || preview_wants_json(call) || strcmp(format, "text") == 0 || call->change.dry_run) return DETENTE_OK;
    fault_set(error, DETENTE_USAGE, "what `%s` did is told as text or json, not as %.40s", call->command->name, format);
    fault_advise(error, "`detente diff --format %.40s` shows it afterwards", format);
    return error->status;
}

/* ---- the summary ---- */

void preview_print_text(const char *text) {
    putchar('"');
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        if (*c == '"' || *c == '\\') printf("\\%c", *c);
        else if (*c < 0x20 || *c == 0x7F) printf("\\u%04x", *c);
        else putchar(*c);
    }
    putchar('"');
}

static void print_json(const struct detente_change_summary *summary) {
    putchar('{');
    if (summary->name[0]) {
        fputs("\"id\":", stdout);
        preview_print_text(summary->name);
        putchar(',');
    }
    if (summary->revision) printf("\"revision\":%" PRId64 ",", summary->revision);
    printf("\"added\":%" PRIu64 ",\"updated\":%" PRIu64 ",\"removed\":%" PRIu64 ",\"unchanged\":%" PRIu64, summary->added,
           summary->updated, summary->removed, summary->unchanged);
    if (summary->fields) printf(",\"fields\":%" PRIu64, summary->fields);
    if (summary->remark[0]) {
        fputs(",\"remark\":", stdout);
        preview_print_text(summary->remark);
    }
    puts("}");
}

struct line {
    char text[900];
    size_t size;
};

static void add_count(struct line *line, uint64_t count, const char *one, const char *many) {
    if (count == 0 || line->size >= sizeof line->text) return;
    line->size += (size_t)snprintf(line->text + line->size, sizeof line->text - line->size, "%s%" PRIu64 " %s",
                                   line->size ? ", " : "", count, count == 1 ? one : many);
}

/* "2 fields changed, 1 record added": the record that was meant counts by its fields. */
static void describe(const struct detente_change_summary *summary, struct line *line) {
    uint64_t updated = summary->updated;
    if (summary->fields && updated) {
        add_count(line, summary->fields, "field changed", "fields changed");
        updated--;
    }
    add_count(line, summary->added, "record added", "records added");
    add_count(line, updated, "record updated", "records updated");
    add_count(line, summary->removed, "record removed", "records removed");
}

static void print_line(const struct detente_change_summary *summary, bool dry_run) {
    struct line line = {.size = 0};
    const char *colon = summary->name[0] ? ": " : "";
    describe(summary, &line);
    if (line.size == 0) term_print_line("%s%snothing changed", summary->name, colon);
    else if (dry_run) term_print_line("%s%s%s (dry run: nothing was kept)", summary->name, colon, line.text);
    else term_print_line("%s%s%s, revision %" PRId64 "; `detente undo` takes it back", summary->name, colon, line.text,
                         summary->revision);
}

static void tell(const struct call *call, const struct detente_change_summary *summary) {
    bool json = preview_wants_json(call);
    if (!json && summary->remark[0]) term_print_remark(&call->term, summary->remark);
    if (json && !call->change.dry_run) print_json(summary);
    else if (!call->term.quiet) print_line(summary, call->change.dry_run);
}

static void tell_in(const struct call *call, const struct detente_change_summary *summary, preview_line *line) {
    if (!line || (preview_wants_json(call) && !call->change.dry_run)) tell(call, summary);
    else if (!call->term.quiet) line(call, summary);
}

enum detente_status preview_change(const struct call *call, struct detente_change *change,
                                   struct detente_change_summary *summary, struct detente_error *error) {
    return preview_change_told(call, change, summary, NULL, error);
}

enum detente_status preview_change_told(const struct call *call, struct detente_change *change,
                                        struct detente_change_summary *summary, preview_line *line, struct detente_error *error) {
    struct preview preview;
    change->dry_run = call->change.dry_run;
    change->today = call->today;
    change->preview = NULL;
    if (change->dry_run) {
        if (preview_open(&preview, call, error) != DETENTE_OK) return error->status;
        change->preview = &preview.request;
    }
    enum detente_status status = detente_change_record(call->database, change, summary, error);
    if (change->dry_run) status = preview_close(&preview, status, error);
    change->preview = NULL;
    if (status == DETENTE_OK) tell_in(call, summary, line);
    return status;
}
