/* sources: facts that name no source, and sources that nobody could find.
 *
 * The store keeps how many events rest on no source; the events are walked only where there are some, and only until all of
 * them were met. */
#include "check_inside.h"

struct walk {
    struct checking *checking;
    int64_t left; /* events without a source that were not met yet */
};

static enum status tell_event(struct walk *walk, const struct record *event, struct error *error) {
    struct checking *checking = walk->checking;
    struct arena_mark mark = arena_mark(&checking->arena);
    struct slice id = check_word(checking, event);
    struct fault fault = {
        .record = event, .field = "sources",
        .what = check_words(checking, "it names no source"),
        .repair = check_words(checking, "detente edit %.*s sources+=SOURCE, or source_url=ADDRESS", CHECK_TEXT(id))};
    return check_tell(checking, mark, &fault, error);
}

static enum status take_event(void *context, struct stored_event *event, struct error *error) {
    struct walk *walk = context;
    if (event->sourcing != SOURCING_NONE) return STATUS_OK;
    enum status status = tell_event(walk, &event->event, error);
    return status == STATUS_OK && --walk->left <= 0 ? STATUS_STOPPED : status;
}

static enum status take_use(void *context, struct slice name, int64_t uses, struct error *error) {
    struct walk *walk = context;
    (void)error;
    if (slice_is(name, "none")) walk->left = uses;
    return STATUS_OK;
}

static enum status check_events(struct walk *walk, struct error *error) {
    struct query all;
    query_init(&all);
    enum status status = walk->left > 0 ? store_ask(walk->checking->asker->store, &all, MATCH_NONE, take_event, walk, error)
                                        : STATUS_OK;
    return status == STATUS_STOPPED && walk->left <= 0 ? STATUS_OK : status;
}

static enum status take_term(void *context, struct record *term, struct error *error) {
    struct walk *walk = context;
    struct checking *checking = walk->checking;
    if (record_has(term, TERM_SOURCES)) return STATUS_OK;
    struct arena_mark mark = arena_mark(&checking->arena);
    struct slice word = check_word(checking, term);
    struct fault fault = {.record = term, .field = "sources",
                          .what = check_words(checking, "this term of office names no source"),
                          .repair = check_words(checking, "detente edit %.*s sources+=SOURCE", CHECK_TEXT(word))};
    return check_tell(checking, mark, &fault, error);
}

static enum status is_sourced(struct walk *walk, struct slice id, struct arena *arena, bool *sourced, struct error *error) {
    struct stored_event event;
    bool found = false;
    enum status status = store_find_event(walk->checking->asker->store, id, arena, &event, &found, error);
    *sourced = *sourced || !found || event.sourcing != SOURCING_NONE;
    return status;
}

static enum status take_link(void *context, struct record *link, struct error *error) {
    struct walk *walk = context;
    struct checking *checking = walk->checking;
    struct arena_mark mark = arena_mark(&checking->arena);
    bool sourced = record_has(link, LINK_SOURCE);
    enum status status = STATUS_OK;
    if (!sourced) status = is_sourced(walk, record_get(link, LINK_FROM), &checking->arena, &sourced, error);
    if (status == STATUS_OK && !sourced)
        status = is_sourced(walk, record_get(link, LINK_TO), &checking->arena, &sourced, error);
    if (status != STATUS_OK || sourced) {
        arena_rewind(&checking->arena, mark);
        return status;
    }
    struct slice word = check_word(checking, link);
    struct fault fault = {.record = link, .field = "source",
                          .what = check_words(checking, "neither the link nor one of its two events names a source"),
                          .repair = check_words(checking, "detente edit %.*s source=SOURCE", CHECK_TEXT(word))};
    return check_tell(checking, mark, &fault, error);
}

static enum status take_source(void *context, struct record *source, struct error *error) {
    struct walk *walk = context;
    struct checking *checking = walk->checking;
    if (record_has(source, SOURCE_TITLE) || record_has(source, SOURCE_URL) || record_has(source, SOURCE_ARCHIVE_URL))
        return STATUS_OK;
    struct arena_mark mark = arena_mark(&checking->arena);
    struct slice word = check_word(checking, source);
    struct fault fault = {.record = source, .aspect = "title", .field = "title",
                          .what = check_words(checking, "a source without a title and an address: nobody could find it"),
                          .repair = check_words(checking, "detente edit %.*s title=TITLE url=ADDRESS", CHECK_TEXT(word))};
    return check_tell(checking, mark, &fault, error);
}

enum status check_sources(struct checking *checking, struct error *error) {
    struct store *store = checking->asker->store;
    struct walk walk = {checking, 0};
    enum status status = store_each_use(store, "sourcing", take_use, &walk, error);
    bool some = walk.left > 0;
    if (status == STATUS_OK) status = check_events(&walk, error);
    if (status == STATUS_OK) status = store_each(store, RECORD_TERM, take_term, &walk, error);
    if (status == STATUS_OK && some) status = store_each(store, RECORD_LINK, take_link, &walk, error);
    return status == STATUS_OK ? store_each(store, RECORD_SOURCE, take_source, &walk, error) : status;
}
