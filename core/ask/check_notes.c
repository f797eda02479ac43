/* notes: remarks on records that are not there, and merges that lead nowhere. */
#include "check_inside.h"

#include "../model/reference.h"

static enum status is_there(struct checking *checking, struct slice name, bool *there, struct error *error) {
    enum record_type type;
    int64_t key;
    *there = reference_find(RECORD_COUNTRY, name) || reference_find(RECORD_ORGANIZATION, name);
    return *there ? STATUS_OK : store_find_key(checking->asker->store, name, &type, &key, there, error);
}

static enum status take_note(void *context, struct record *note, struct error *error) {
    struct checking *checking = context;
    struct arena_mark mark = arena_mark(&checking->arena);
    bool merged = slice_is(record_get(note, NOTE_KIND), "merged"), there = false;
    struct slice name = record_get(note, merged ? NOTE_REASON : NOTE_RECORD), into = SLICE_NONE;
    enum status status = is_there(checking, name, &there, error);
    if (status == STATUS_OK && !there) status = store_follow(checking->asker->store, name, &checking->arena, &into, error);
    if (status == STATUS_OK && !there && into.size) status = is_there(checking, into, &there, error);
    if (status != STATUS_OK || there) {
        arena_rewind(&checking->arena, mark);
        return status;
    }
    struct slice word = check_word(checking, note);
    struct fault fault = {
        .record = note, .field = merged ? "reason" : "record",
        .what = merged ? check_words(checking, "%.*s is said to be merged into %.*s, which is not there",
                                     CHECK_TEXT(record_get(note, NOTE_RECORD)), CHECK_TEXT(name))
                       : check_words(checking, "a note about %.*s, which is not there", CHECK_TEXT(name)),
        .repair = check_words(checking, "detente remove %.*s", CHECK_TEXT(word))};
    return check_tell(checking, mark, &fault, error);
}

enum status check_notes(struct checking *checking, struct error *error) {
    return store_each(checking->asker->store, RECORD_NOTE, take_note, checking, error);
}
