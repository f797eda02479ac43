/* integrity: whether the file is whole and agrees with itself. What is found cannot be accepted. */
#include "check_inside.h"

#include <stdio.h>

struct faults {
    struct checking *checking;
    unsigned long count;
};

static enum status take_fault(void *context, struct slice what, struct error *error) {
    struct faults *faults = context;
    struct checking *checking = faults->checking;
    struct arena_mark mark = arena_mark(&checking->arena);
    char number[24];
    snprintf(number, sizeof number, "%lu", ++faults->count);
    struct fault fault = {
        .aspect = number, .what = check_words(checking, "%.*s", CHECK_TEXT(what)),
        .repair = check_words(checking, "detente restore BACKUP; or export what can still be read, and import it into a "
                              "new file")};
    return check_tell(checking, mark, &fault, error);
}

enum status check_integrity(struct checking *checking, struct error *error) {
    struct faults faults = {checking, 0};
    return store_check_integrity(checking->asker->store, take_fault, &faults, error);
}
