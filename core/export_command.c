/* The words of an export as a command for a shell, so that it can be made again. */
#include "export_dyads.h"

#include <string.h>
#include "time/edtf.h"

/* As it stands where no shell would read more into it, else in single quotes. */
static void append_word(struct buffer *out, const char *word) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=:,./@%";
    if (word[0] && strspn(word, plain) == strlen(word)) {
        buffer_append_text(out, word);
        return;
    }
    buffer_append_byte(out, '\'');
    for (; *word; word++) {
        if (*word == '\'') buffer_append_text(out, "'\\''");
        else buffer_append_byte(out, *word);
    }
    buffer_append_byte(out, '\'');
}

static void append_option(struct buffer *out, const char *option, const char *value) {
    if (!value) return;
    buffer_append_byte(out, ' ');
    buffer_append_text(out, option);
    buffer_append_byte(out, ' ');
    append_word(out, value);
}

static void append_options(struct buffer *out, const char *option, const struct detente_words *values) {
    for (size_t i = 0; i < values->count; i++) append_option(out, option, values->items[i]);
}

static void append_flag(struct buffer *out, const char *option, bool given) {
    if (!given) return;
    buffer_append_byte(out, ' ');
    buffer_append_text(out, option);
}

/* Both sides as one value, however they were given. */
static void append_pair(struct buffer *out, const struct detente_words *pair) {
    if (pair->count != 2) {
        append_options(out, "--pair", pair);
        return;
    }
    struct buffer both;
    buffer_init(&both);
    buffer_append_format(&both, "%s,%s", pair->items[0], pair->items[1]);
    buffer_append_byte(&both, '\0');
    if (!buffer_failed(&both)) append_option(out, "--pair", both.data);
    else out->failed = true;
    buffer_free(&both);
}

static void append_filters(struct buffer *out, const struct detente_filters *filters) {
    append_option(out, "--from", filters->from);
    append_option(out, "--to", filters->to);
    append_option(out, "--match", filters->match);
    append_pair(out, &filters->pair);
    append_flag(out, "--multilateral", filters->multilateral);
    append_options(out, "--country", &filters->countries);
    append_options(out, "--person", &filters->people);
    append_options(out, "--organization", &filters->organizations);
    append_options(out, "--role", &filters->roles);
    append_options(out, "--kind", &filters->kinds);
    append_options(out, "--status", &filters->statuses);
    append_options(out, "--tag", &filters->tags);
    append_options(out, "--place", &filters->places);
    append_options(out, "--source", &filters->sources);
    append_flag(out, "--single-source", filters->single_source);
    append_flag(out, "--disputed", filters->disputed);
    append_options(out, "--text", &filters->texts);
    append_options(out, "--product", &filters->products);
    append_options(out, "--code", &filters->codes);
    append_option(out, "--intensity", filters->intensity);
    append_option(out, "--tone", filters->tone);
    append_option(out, "--box", filters->box);
    append_option(out, "--min-mentions", filters->min_mentions);
    append_flag(out, "--distinct", filters->distinct);
}

void front_append_command(struct buffer *out, const struct detente_request *request) {
    char today[EDTF_DAY_SIZE];
    edtf_format_day(request->today, today);
    buffer_append_format(out, "detente --today %s export --format %s", today, request->format);
    append_option(out, "--as-known-on", request->details.as_known_on);
    append_filters(out, &request->filters);
    append_flag(out, "--directed", request->details.directed);
    append_flag(out, "--crlf", request->style.crlf);
    append_flag(out, "--bom", request->style.bom);
    append_flag(out, "--safe-csv", request->style.safe_cells);
    buffer_append_format(out, " -o %s.csv", request->format);
}
