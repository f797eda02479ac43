/* detente search WORDS...: full text over titles, summaries, quotes and names, the best first. */
#include "question.h"

#include "fault.h"

struct watcher {
    struct progress progress;
};

static bool hear_progress(void *context, uint64_t done, uint64_t total) {
    struct watcher *watcher = context;
    progress_show_part(&watcher->progress, "indexed", done, total, "events");
    return !term_interrupted();
}

static const struct option_rule rules[] = {
    {"--after", "hits come by rank, not by date; --limit N shows more of them"},
    {"--reverse", "hits come by rank, the best first"},
    {"--distinct", "`detente list events --distinct --text WORDS` folds reports of one act"},
    {0},
};

static enum detente_status run_search(const struct call *call, struct detente_error *error) {
    struct watcher watcher;
    struct detente_answer answer;
    struct detente_request request = question_make_request(call, DETENTE_SEARCH, &call->words);
    request.progress = hear_progress;
    request.progress_context = &watcher;
    term_catch_interrupt();
    progress_start(&watcher.progress, &call->term);
    enum detente_status status = question_ask_request(call, &request, &answer, error);
    progress_erase(&watcher.progress);
    if (answer.index_temporary)
        term_print_remark(&call->term, "the record cannot be written now, so its words were indexed "
                                       "for this search alone");
    return status;
}

static const struct example examples[] = {
    {"detente search Chretien", "finds Chr\xC3\xA9tien: accents and case do not matter"},
    {"detente search \xE4\xB9\xA0\xE8\xBF\x91\xE5\xB9\xB3", "Chinese, also within a sentence"},
    {"detente search canola 'tariff*' --from 2025",
     "all of the words, one of them by its beginning; any filter"},
    {"detente search '\"turning point\"' --pair CAN,CHN", "a phrase stands in quotation marks"},
    {"detente search 'meng -bail' --limit 5", "a hyphen before a word leaves it out"},
    {0},
};

const struct command cmd_search = {
    .name = "search",
    .group = "Ask",
    .summary = "full text over titles, summaries, quotes and names, best first",
    .words = "WORDS...",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER | TAKES_FILTERS,
    .rules = rules,
    .dash_hint = "a word to leave out goes into quotes with the others: 'meng -bail'",
    .run = run_search,
    .examples = examples,
};
