/* What backup and restore have in common: one option, progress, and what they tell in the end. */
#include "copied.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "fault.h"
#include "preview.h"

enum detente_status copied_check_format(const struct call *call, struct detente_error *error) {
    const char *format = options_format(&call->format);
    if (!format || preview_wants_json(call) || strcmp(format, "text") == 0) return DETENTE_OK;
    fault_set(error, DETENTE_USAGE, "what `%s` did is told as text or json, not as %.40s", call->command->name, format);
    fault_advise(error, "leave --format out, or give --json");
    return error->status;
}

static bool hear_progress(void *context, uint64_t done, uint64_t total) {
    struct copying *copying = context;
    progress_show_part(&copying->progress, copying->did, done / 1000000, total / 1000000, "MB");
    return !term_interrupted();
}

void copying_begin(struct copying *copying, const struct call *call, const char *did) {
    const struct copied_options *own = call->own;
    *copying = (struct copying){.how = {own->force, hear_progress, copying}, .did = did};
    term_catch_interrupt();
    progress_start(&copying->progress, &call->term);
}

enum detente_status copying_end(struct copying *copying, enum detente_status status, struct detente_error *error) {
    progress_erase(&copying->progress);
    if (status != DETENTE_STOPPED) return status;
    *error = (struct detente_error){.status = DETENTE_OK};
    return fault_set(error, DETENTE_STOPPED, "interrupted; all is as it was before");
}

/* ---- what is told in the end ---- */

static void print_member(const char *name, const char *value) {
    printf(",\"%s\":", name);
    preview_print_text(value);
}

static void print_json(const struct copied_words *words, const struct detente_copied *copied) {
    printf("{\"%s\":", words->verb);
    preview_print_text(words->file);
    if (words->other) print_member(words->other, words->other_value);
    printf(",\"events\":%" PRIu64 ",\"bytes\":%" PRIu64 ",\"revision\":%" PRId64, copied->events, copied->size_bytes,
           copied->revision);
    print_member("content", copied->content);
    if (copied->before[0]) print_member("before", copied->before);
    puts(",\"verified\":true}");
}

static void format_size(uint64_t bytes, char out[40]) {
    static const char *const units[] = {"kB", "MB", "GB", "TB"};
    double size = (double)bytes / 1000;
    size_t unit = 0;
    while (size >= 999.95 && unit + 1 < sizeof units / sizeof *units) {
        size /= 1000;
        unit++;
    }
    snprintf(out, 40, unit ? "%.1f %s" : "%.0f %s", size, units[unit]);
}

void copied_print(const struct call *call, const struct copied_words *words, const struct detente_copied *copied) {
    char size[40];
    if (preview_wants_json(call)) print_json(words, copied);
    if (preview_wants_json(call) || call->term.quiet) return;
    format_size(copied->size_bytes, size);
    term_print_line("%s %" PRIu64 " event%s, %s, revision %" PRId64 ", verified", words->line, copied->events,
                    copied->events == 1 ? "" : "s", size, copied->revision);
    if (copied->before[0]) term_print_line("what was there is kept as %s", copied->before);
}
