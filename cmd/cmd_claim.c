/* detente claim EVENT SOURCE FIELD VALUE: what one source says of an event. */
#include "author.h"
#include "preview.h"

struct claim_options {
    const char *reason;
};
static const struct option rows[] = {
    {"--reason", 0, OPTION_TEXT, offsetof(struct claim_options, reason), "TEXT", "why, for the log", 0},
};
static const struct option_table options = {"Changes of this command", rows, sizeof rows / sizeof *rows};

static enum detente_status run_claim(const struct call *call, struct detente_error *error) {
    const struct claim_options *own = call->own;
    struct detente_change_summary summary;
    struct detente_change change = {
        .action = DETENTE_CLAIM,
        .words = {call->words.items, 4},
        .settings = {call->words.items + 4, call->words.count - 4},
        .author = author_of(call, own->reason),
    };
    return preview_change(call, &change, &summary, error);
}

static const struct example examples[] = {
    {"detente claim CC-M22 https://example.org/a date 2022-11-16 stance=disputes",
     "a source of a URL that is not known is made"},
    {"detente claim CC-M22 https://example.org/a quote \"a good talk\"", "its words"},
    {0},
};

const struct command cmd_claim = {
    .name = "claim",
    .group = "Change",
    .summary = "say what a source says of an event",
    .words = "EVENT SOURCE FIELD VALUE [FIELD=VALUE...]",
    .min_words = 4,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &options,
    .options_size = sizeof(struct claim_options),
    .more = "SOURCE is an id, a title or a URL. FIELD is a field of the event, or quote for\n"
            "words that were said. Settings: quote (the words it rests on), locator, note,\n"
            "stance (supports, disputes, corrects, denies).",
    .check = preview_check_format,
    .run = run_claim,
    .examples = examples,
};
