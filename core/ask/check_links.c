/* links: what came before what it bears on. (check_cycles.c: circles.)
 *
 * Only what the dates of both make sure is told; a marked start is not sure. Links to what is denied or cancelled are fine. */
#include "check_inside.h"

/* What cannot come before its object; the others have no order. */
static const struct order {
    const char *relation, *words;
} orders[] = {
    {"retaliates_against", "retaliates against what had not happened yet"},
    {"responds_to", "responds to what had not happened yet"},
    {"follows", "follows what came later"},
    {"implements", "implements what came later"},
    {"amends", "amends what had not begun yet"},
    {"suspends", "suspends what had not begun yet"},
    {"extends", "extends what had not begun yet"},
    {"replaces", "replaces what had not begun yet"},
    {"ends", "ends what had not begun yet"},
    {"corrects", "corrects what had not happened yet"},
};

static const char *find_words(struct slice relation) {
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (slice_is(relation, orders[i].relation)) return orders[i].words;
    return NULL;
}

static enum status tell_order(struct checking *checking, const struct record *link, const struct record *events,
                              const char *words, struct arena_mark mark, struct error *error) {
    struct slice word = check_word(checking, link), from = record_get(link, LINK_FROM), to = record_get(link, LINK_TO);
    struct fault fault = {
        .record = link, .field = "from", .about = events, .about_count = 2,
        .what = check_words(checking, "%.*s (%.*s) %s: %.*s (%.*s)", CHECK_TEXT(from),
                            CHECK_TEXT(record_get(&events[0], EVENT_DATE)), words, CHECK_TEXT(to),
                            CHECK_TEXT(record_get(&events[1], EVENT_DATE))),
        .repair = check_words(checking, "detente remove %.*s, or detente edit %.*s date=DATE (or %.*s)", CHECK_TEXT(word),
                              CHECK_TEXT(from), CHECK_TEXT(to))};
    return check_tell(checking, mark, &fault, error);
}

static enum status take_link(void *context, struct record *link, struct error *error) {
    struct checking *checking = context;
    struct arena_mark mark = arena_mark(&checking->arena);
    struct stored_event from, to;
    bool found = false, other_found = false;
    const char *words = find_words(record_get(link, LINK_RELATION));
    if (!words) return STATUS_OK;
    struct store *store = checking->asker->store;
    enum status status = store_find_event(store, record_get(link, LINK_FROM), &checking->arena, &from, &found, error);
    if (status == STATUS_OK)
        status = store_find_event(store, record_get(link, LINK_TO), &checking->arena, &to, &other_found, error);
    bool sure = found && other_found && !from.times.start_marked && !to.times.start_marked;
    if (status != STATUS_OK || !sure || from.times.start_max >= to.times.start_min) {
        arena_rewind(&checking->arena, mark);
        return status;
    }
    const struct record events[] = {from.event, to.event};
    return tell_order(checking, link, events, words, mark, error);
}

enum status check_links(struct checking *checking, struct error *error) {
    enum status status = store_each(checking->asker->store, RECORD_LINK, take_link, checking, error);
    return status == STATUS_OK ? check_cycles(checking, error) : status;
}
