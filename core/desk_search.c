/* search: full text, the best first. Brings the index of words up to date before, and says what to do when nothing is
 * found. */
#include "desk.h"

#include "ask/search.h"

enum { LIMIT_FOR_PEOPLE = 20 };

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

static enum status parse_words(const struct detente_request *request, struct arena *arena, struct search_words *words,
                               struct error *error) {
    struct slice_list typed = {NULL, 0};
    for (size_t i = 0; i < request->words.count; i++)
        if (!arena_append(arena, &typed, slice_from(request->words.items[i]))) return no_memory(error);
    return search_parse(&typed, arena, words, error);
}

/* ---- before the answer ------------------------------------------------------------------------------------ */

typedef enum status write_index(struct store *store, const struct search_watch *watch, struct error *error);

static enum status write_in_file(struct detente *database, write_index *write, const struct search_watch *watch,
                                 struct error *error) {
    struct store *writer;
    enum status status = store_open(database->path, STORE_WRITE, &writer, error);
    if (status != STATUS_OK) return status;
    status = write(writer, watch, error);
    store_close(writer);
    return status;
}

/* By `write` in the file; where that is read-only, locked or full, or the index in it too damaged to be emptied, beside
 * it: an answer is possible all the same. */
static enum status write_somewhere(struct detente *database, write_index *write, const struct search_watch *watch,
                                   struct detente_answer *told, struct error *error) {
    struct error fault = {0};
    enum status status = STATUS_OK;
    told->index_temporary = store_has_made_index(database->store);
    /* A handle that once made its own index goes on with that. */
    if (!told->index_temporary) status = write_in_file(database, write, watch, &fault);
    if (told->index_temporary || status == STATUS_ENVIRONMENT || status == STATUS_CORRUPT) {
        told->index_temporary = true;
        return store_make_index(database->store, watch, error);
    }
    if (status != STATUS_OK) *error = fault;
    return status;
}

enum status front_refresh_index(struct detente *database, const struct detente_request *request,
                                struct detente_answer *told, struct error *error) {
    struct search_watch watch = {request->progress_context, request->progress};
    struct search_words words;
    struct arena arena;
    bool current = false;
    if (!database) return STATUS_OK; /* refused by who asks */
    arena_init(&arena);
    enum status status = parse_words(request, &arena, &words, error);
    arena_free(&arena);
    if (status == STATUS_OK) status = store_check_index(database->store, &current, error);
    told->index_temporary = store_has_made_index(database->store);
    if (status != STATUS_OK || current) return status;
    return write_somewhere(database, store_refresh_index, &watch, told, error);
}

/* ---- the question ------------------------------------------------------------------------------------------- */

static const struct answer_part parts[] = {
    {"hits", &hit_shape, false, true},
    {"", &hits_shape, true, false},
};
enum { PART_HITS, PART_TOTAL };

static enum status refuse(struct desk *desk, const char *option, const char *why) {
    error_set(desk->error, STATUS_USAGE, "%s does not go with search", option);
    error_advise(desk->error, "%s", why);
    return STATUS_USAGE;
}

static enum status check_filters(struct desk *desk) {
    const struct detente_filters *filters = &desk->request->filters;
    if (filters->after) return refuse(desk, "--after", "hits come by rank, not by date; --limit N shows more of them");
    if (filters->reverse) return refuse(desk, "--reverse", "hits come by rank, the best first");
    if (filters->distinct)
        return refuse(desk, "--distinct", "`detente list events --distinct --text WORDS` folds reports of one act");
    return STATUS_OK;
}

static bool has_filters(const struct detente_request *request) {
    struct detente_filters filters = request->filters;
    filters.limit = NULL; /* says how many, not which */
    return front_has_filters(&filters);
}

static enum status tell_words(struct desk *desk) {
    const struct detente_words *typed = &desk->request->words;
    for (size_t i = 0; i < typed->count; i++) {
        struct slice word = slice_from(typed->items[i]);
        if (!slice_is_empty(word) && !arena_append(&desk->answer->arena, &desk->answer->context.words, word))
            return no_memory(desk->error);
    }
    return STATUS_OK;
}

static enum status take_hit(void *context, const struct answer_hit *hit, struct error *error) {
    struct desk *desk = context;
    (void)error; /* the desk has it */
    return desk_entry(desk, &parts[PART_HITS], hit);
}

/* ---- nothing found -------------------------------------------------------------------------------------------- */

enum { SHOWN_BYTES = 60, MESSAGE_BYTES = 240 };

/* As typed, in quotation marks; cut where it is long, but not inside a character. */
static void append_unit(struct buffer *text, const struct search_unit *unit) {
    size_t size = unit->text.size < SHOWN_BYTES ? unit->text.size : SHOWN_BYTES;
    while (size > 0 && size < unit->text.size && ((unsigned char)unit->text.data[size] & 0xC0) == 0x80) size--;
    buffer_append_text(text, unit->excluded ? "-\"" : "\"");
    buffer_append_slice(text, slice_part(unit->text, 0, size));
    buffer_append_text(text, size < unit->text.size ? "\xE2\x80\xA6\"" : "\"");
}

static bool list_units(struct desk *desk, const struct search_words *words, struct slice *list) {
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < words->count && text.size < MESSAGE_BYTES; i++) {
        if (i) buffer_append_byte(&text, ' ');
        append_unit(&text, &words->units[i]);
    }
    bool done = !buffer_failed(&text) && arena_copy(&desk->answer->arena, buffer_slice(&text), list);
    buffer_free(&text);
    return done;
}

/* What of the words no text has at all, and what it may have been. */
struct lack {
    const struct search_unit *unit; /* NULL: each of them is somewhere */
    struct slice near;
    bool begins; /* longer words begin so */
};

static enum status find_lack(struct desk *desk, const struct search_words *words, struct lack *lack) {
    *lack = (struct lack){NULL, SLICE_NONE, false};
    for (size_t i = 0; i < words->count; i++) {
        struct search_unit longer = words->units[i];
        struct slice ignored;
        bool occurs = true;
        if (longer.excluded) continue;
        enum status status = store_search_near(desk->database->store, &words->units[i], &desk->answer->arena, &occurs,
                                               &lack->near, desk->error);
        if (status != STATUS_OK) return status;
        if (occurs) continue;
        lack->unit = &words->units[i];
        longer.prefix = true;
        return store_search_near(desk->database->store, &longer, &desk->answer->arena, &lack->begins, &ignored,
                                 desk->error);
    }
    return STATUS_OK;
}

static void advise_about(struct desk *desk, const struct search_words *words, const struct lack *lack) {
    struct buffer unit;
    buffer_init(&unit);
    if (lack->unit) append_unit(&unit, lack->unit);
    int size = (int)unit.size;
    const char *text = unit.data ? unit.data : "";
    if (!lack->unit)
        error_advise(desk->error, words->count > 1 ? "each is found somewhere, but not all together: leave one out"
                                                   : "what is left out leaves nothing");
    else if (lack->begins && lack->unit->keys.count == 1 && lack->unit->keys.items[0].size <= SHOWN_BYTES)
        error_advise(desk->error, "longer words begin so: search for '%.*s*'", (int)lack->unit->keys.items[0].size,
                     lack->unit->keys.items[0].data);
    else if (lack->near.size)
        error_advise(desk->error, "no text has %.*s; did you mean %.*s?", size, text, (int)lack->near.size,
                     lack->near.data);
    else if (lack->unit->keys.count > 1)
        error_advise(desk->error, "no text has %.*s word behind word: without quotation marks and hyphens its words may "
                     "stand apart", size, text);
    else if (words->count > 1)
        error_advise(desk->error, "no text has %.*s: leave it out, or give the beginning of the word and a *", size, text);
    else
        error_advise(desk->error, "titles, summaries, quotes and names were searched; give the beginning of a word "
                     "and a *");
    buffer_free(&unit);
}

static enum status say_nothing_found(struct desk *desk, const struct search_words *words, int64_t having) {
    struct slice list;
    struct lack lack;
    enum status status = find_lack(desk, words, &lack);
    bool filtered = has_filters(desk->request);
    if (status == STATUS_OK && !list_units(desk, words, &list)) status = no_memory(desk->error);
    if (status == STATUS_OK)
        status = store_covers(desk->database->store, &desk->query, &desk->answer->arena, &desk->told->covered,
                              desk->error);
    if (status != STATUS_OK) return status;
    const char *claims = desk->told->covered ? "and the record claims to cover this"
                                             : "the record does not claim to cover this";
    int size = (int)list.size;
    if (filtered && having > 0) {
        error_set(desk->error, STATUS_NOT_FOUND, "nothing found for %.*s with these filters; %s", size, list.data,
                  claims);
        error_advise(desk->error, having == 1 ? "without them one event has the words: leave a filter out"
                                              : "without them %lld events have the words: leave a filter out",
                     (long long)having);
        return STATUS_NOT_FOUND;
    }
    error_set(desk->error, STATUS_NOT_FOUND, "nothing found for %.*s%s%s", size, list.data, filtered ? "; " : "",
              filtered ? claims : "");
    advise_about(desk, words, &lack);
    return STATUS_NOT_FOUND;
}

/* ---- all of it --------------------------------------------------------------------------------------------------- */

struct tally {
    struct answer_hits hits;
    int64_t having;
};

static enum status ask_hits(struct desk *desk, const struct search_request *request, struct tally *tally) {
    return ask_search(&desk->asker, request, take_hit, desk, &tally->hits, &tally->having, desk->error);
}

/* An index that the engine calls malformed is made anew, outside the view of the record that the answer has: that
 * view ends, and another begins. */
static enum status remake_index(struct desk *desk) {
    struct search_watch watch = {desk->request->progress_context, desk->request->progress};
    struct store *store = desk->database->store;
    error_clear(desk->error);
    store_end_reading(store);
    enum status status = write_somewhere(desk->database, store_remake_index, &watch, desk->told, desk->error);
    return status == STATUS_OK ? store_begin_reading(store, desk->error) : status;
}

/* Once hits were handed on they cannot be taken back: then the next search finds all. */
static enum status ask_again(struct desk *desk, const struct search_request *request, struct tally *tally) {
    bool begun = desk->entries > 0;
    enum status status = remake_index(desk);
    if (status != STATUS_OK) return status;
    if (!begun) return ask_hits(desk, request, tally);
    error_set(desk->error, STATUS_CORRUPT, "the index of words was damaged, and has been made anew");
    error_advise(desk->error, "search again");
    return STATUS_CORRUPT;
}

static enum status find_hits(struct desk *desk, const struct search_request *request, struct tally *tally) {
    enum status status = ask_hits(desk, request, tally);
    return status == STATUS_CORRUPT ? ask_again(desk, request, tally) : status;
}

enum status desk_search(struct desk *desk) {
    struct search_words *words = arena_alloc(&desk->answer->arena, sizeof *words);
    struct tally tally = {0};
    if (!words) return no_memory(desk->error);
    enum status status = check_filters(desk);
    if (status == STATUS_OK) status = parse_words(desk->request, &desk->answer->arena, words, desk->error);
    if (status == STATUS_OK) status = tell_words(desk);
    if (status == STATUS_OK) status = desk_build_query(desk, NULL);
    if (status != STATUS_OK) return status;
    desk->asker.depth = ASK_NAMES;
    if (desk->query.limit < 0 && desk->answer->writer.class->for_people) desk->query.limit = LIMIT_FOR_PEOPLE;
    status = desk_begin(desk, parts, sizeof parts / sizeof *parts);
    const struct search_request request = {words, &desk->query, has_filters(desk->request)};
    if (status == STATUS_OK) status = find_hits(desk, &request, &tally);
    if (status == STATUS_OK) status = desk_entry(desk, &parts[PART_TOTAL], &tally.hits);
    if (status != STATUS_OK || tally.hits.total.value > 0) return status;
    return say_nothing_found(desk, words, tally.having);
}
