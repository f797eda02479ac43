/* What was done to one record, and what became of one that is gone. */
#include "desk_log.h"

#include <stdio.h>

enum status front_gather_history(struct detente *database, struct slice name, int64_t up_to, struct arena *arena,
                                 struct front_history *history, struct error *error) {
    struct slice into = SLICE_NONE;
    enum status status = ask_history(database->store, name, up_to, arena, &history->entries, &history->count,
                                     &history->subject, error);
    if (status == STATUS_OK) status = store_follow(database->store, name, arena, &into, error);
    if (status == STATUS_OK && !slice_equals(into, name)) history->subject.merged_into = into;
    return status;
}

/* "edit by desk on 2026-04-10" */
static void word_deed(const struct answer_revision *made, char *out, size_t size) {
    struct slice day = slice_part(made->time, 0, 10);
    snprintf(out, size, "%.*s%s%.*s%s%.*s", (int)(made->command.size < 40 ? made->command.size : 40), made->command.data,
             made->user.size ? " by " : "", (int)(made->user.size < 60 ? made->user.size : 60),
             made->user.size ? made->user.data : "", day.size ? " on " : "", (int)day.size, day.size ? day.data : "");
}

enum status front_refuse_removed(const struct front_history *history, struct error *error) {
    const struct answer_subject *subject = &history->subject;
    char deed[200];
    if (history->count == 0 || !subject->removed) return STATUS_OK;
    const struct answer_revision *made = &history->entries[history->count - 1].made;
    int shown = (int)(subject->id.size < 80 ? subject->id.size : 80);
    long long number = (long long)made->revision.value;
    word_deed(made, deed, sizeof deed);
    struct slice reason = slice_part(made->reason, 0, 200);
    error_set(error, STATUS_NOT_FOUND, "%.*s is no longer in the record: revision %lld (%s) removed it%s%.*s%s", shown,
              subject->id.data, number, deed, reason.size ? ": \"" : "", (int)reason.size, reason.size ? reason.data : "",
              reason.size ? "\"" : "");
    error_advise(error, "`detente undo %lld` takes that revision back; `detente show %.*s --history` tells what it was", number,
                 shown, subject->id.data);
    return STATUS_NOT_FOUND;
}
