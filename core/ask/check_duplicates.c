/* duplicates: events that are probably one, as duplicate.h finds them. */
#include "check_inside.h"
#include "duplicate.h"

static enum status take_pair(void *context, const struct stored_event *one, const struct stored_event *other,
                             struct error *error) {
    struct checking *checking = context;
    struct arena_mark mark = arena_mark(&checking->arena);
    struct slice first = check_word(checking, &one->event), second = check_word(checking, &other->event);
    struct slice id = record_get(&other->event, EVENT_ID);
    struct slice title = record_get(&other->event, EVENT_TITLE), date = record_get(&other->event, EVENT_DATE);
    struct fault fault = {
        .record = &one->event, .other = &other->event,
        .what = check_words(checking, "probably the same as %.*s (%.*s, %.*s)", CHECK_TEXT(id), CHECK_TEXT(date),
                            CHECK_TEXT(title)),
        .repair = check_words(checking, "detente merge %.*s %.*s", CHECK_TEXT(second), CHECK_TEXT(first))};
    return check_tell(checking, mark, &fault, error);
}

enum status check_duplicates(struct checking *checking, struct error *error) {
    return ask_each_duplicate(checking->asker, take_pair, checking, error);
}
