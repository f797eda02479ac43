/* Removing records with what belongs to them, and taking revisions back. */
#include "change.h"

#include <stdio.h>
#include "base/number.h"

static enum status no_memory(struct change *change) { return error_set(change->error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- remove ----------------------------------------------------------------------------------------------------- */

struct removing {
    enum record_type type;
    int64_t key;
    struct record record;
};

/* An old id leads to the record that it was merged into, which is not what is meant to go. */
static enum status refuse_merged(struct change *change, const char *word, const struct record *record) {
    struct slice text = slice_trim(slice_from(word)), into = SLICE_NONE;
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    bool own = slice_equals(buffer_slice(&name), text), failed = buffer_failed(&name);
    buffer_free(&name);
    if (failed) return no_memory(change);
    enum status status = own ? STATUS_OK : store_follow(change->database->store, text, &change->arena, &into, change->error);
    if (status != STATUS_OK || slice_is_empty(into)) return status;
    error_set(change->error, STATUS_BAD_INPUT, "%.*s was merged into %.*s", (int)(text.size < 200 ? text.size : 200), text.data,
              (int)(into.size < 200 ? into.size : 200), into.data);
    error_advise(change->error, "`detente remove %.*s` removes the record that both mean",
                 (int)(into.size < 200 ? into.size : 200), into.data);
    return STATUS_BAD_INPUT;
}

static enum status find_one(struct change *change, const char *word, struct removing *removing) {
    enum status status = change_find(change, word, &removing->type, &removing->key, &removing->record);
    if (status == STATUS_OK) status = refuse_merged(change, word, &removing->record);
    if (status != STATUS_OK || removing->key) return status;
    struct slice id = record_get(&removing->record, 0);
    error_set(change->error, STATUS_BAD_INPUT, "%.*s is known to the program itself: this record has no row of it to remove",
              (int)(id.size < 200 ? id.size : 200), id.data);
    return STATUS_BAD_INPUT;
}

/* One that was named twice, or went with another, is gone by now. */
static enum status remove_one(struct change *change, const struct removing *removing, struct store_removal *removal,
                              bool *removed) {
    struct arena_mark mark = arena_mark(&change->arena);
    struct record record;
    struct store *store = change->database->store;
    enum status status = store_get_by_key(store, removing->type, removing->key, &change->arena, &record, removed, change->error);
    arena_rewind(&change->arena, mark);
    return status == STATUS_OK && *removed ? store_remove(store, removing->type, removing->key, removal, change->error) : status;
}

static const char *separator(size_t i, size_t count) { return i == 0 ? "" : i + 1 == count ? " and " : ", "; }

/* "with 3 claims and 2 links" */
static enum status tell_taken_along(struct change *change, const struct store_removal *along) {
    size_t types = 0, at = 0;
    struct buffer text;
    for (int type = 0; type < RECORD_TYPES; type++) types += along->records[type] > 0;
    if (types == 0) return STATUS_OK;
    buffer_init(&text);
    buffer_append_text(&text, "with ");
    for (int type = 0; type < RECORD_TYPES; type++) {
        if (along->records[type] == 0) continue;
        const struct record_info *info = record_info((enum record_type)type);
        buffer_append_format(&text, "%s%lld %s", separator(at++, types), (long long)along->records[type],
                             along->records[type] == 1 ? info->name : info->plural);
    }
    struct slice words = buffer_slice(&text);
    bool failed = buffer_failed(&text);
    if (!failed) change_remark(change, "%.*s", (int)words.size, words.data);
    buffer_free(&text);
    return failed ? no_memory(change) : STATUS_OK;
}

enum { NAMES_TOLD = 5 };

/* All of them, or the first and how many more. */
static enum status tell_names(struct change *change, const struct removing *items, size_t count) {
    struct buffer text;
    char *out = change->summary->name;
    size_t shown = count > NAMES_TOLD ? 1 : count;
    buffer_init(&text);
    for (size_t i = 0; i < shown; i++) {
        buffer_append_text(&text, separator(i, count > shown ? 0 : count));
        record_append_name(&text, &items[i].record);
    }
    struct slice names = buffer_slice(&text);
    bool failed = buffer_failed(&text), fits = names.size < sizeof change->summary->name;
    if (!failed && fits && count == shown) {
        memcpy(out, names.data, names.size);
        out[names.size] = '\0';
    }
    buffer_free(&text);
    if (failed) return no_memory(change);
    if (fits && count == shown) return STATUS_OK;
    enum status status = change_tell_name(change, &items[0].record);
    size_t size = strlen(out), room = sizeof change->summary->name;
    if (status == STATUS_OK && count > 1 && size + 40 < room) snprintf(out + size, room - size, " and %zu more", count - 1);
    return status;
}

enum status change_remove(struct change *change) {
    const struct detente_words *words = &change->request->words;
    struct store_removal along = {{0}};
    struct removing *items = arena_alloc_array(&change->arena, words->count + 1, sizeof *items);
    enum status status = items ? STATUS_OK : no_memory(change);
    size_t count = 0;
    if (words->count == 0) return error_set(change->error, STATUS_USAGE, "say which records to remove, by id or name");
    /* All are found first: what one removal takes along may be named too. */
    for (size_t i = 0; status == STATUS_OK && i < words->count; i++) status = find_one(change, words->items[i], &items[i]);
    for (size_t i = 0; status == STATUS_OK && i < words->count; i++) {
        bool removed = false;
        status = remove_one(change, &items[i], &along, &removed);
        if (status != STATUS_OK || !removed) continue;
        along.records[items[i].type]--;
        items[count++] = items[i];
    }
    if (status == STATUS_OK) status = tell_names(change, items, count);
    return status == STATUS_OK ? tell_taken_along(change, &along) : status;
}

/* ---- undo ------------------------------------------------------------------------------------------------------- */

static enum status parse_revision(struct change *change, const char *word, int64_t *revision) {
    struct slice text = slice_trim(slice_from(word));
    if (number_parse_integer(text, revision) && *revision > 0) return STATUS_OK;
    error_set(change->error, STATUS_USAGE, "\"%.*s\" is no number of a revision", (int)(text.size < 80 ? text.size : 80),
              text.data);
    error_advise(change->error, "`detente log` shows the revisions with their numbers");
    return STATUS_USAGE;
}

static enum status choose_revision(struct change *change, int64_t *revision) {
    const struct detente_words *words = &change->request->words;
    if (words->count > 1) return error_set(change->error, STATUS_USAGE, "one revision can be taken back at a time");
    if (words->count == 1) return parse_revision(change, words->items[0], revision);
    int64_t next = 0; /* what this write would be */
    enum status status = store_find_undoable(change->database->store, revision, change->error);
    if (status != STATUS_OK || *revision) return status;
    status = store_find_revision(change->database->store, &next, change->error);
    if (status != STATUS_OK) return status;
    error_set(change->error, STATUS_NOT_FOUND, "there is nothing to take back");
    if (next > 1) error_advise(change->error, "an undo is taken back by its number: `detente log` shows it");
    return STATUS_NOT_FOUND;
}

/* ", 17 Nov 2026" */
static void append_day(struct buffer *text, struct slice time) {
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int64_t month = 0, day = 0;
    if (time.size < 10 || !number_parse_integer(slice_part(time, 5, 7), &month) || month < 1 || month > 12 ||
        !number_parse_integer(slice_part(time, 8, 10), &day)) return;
    buffer_append_format(text, ", %lld %s %.4s", (long long)day, months[month - 1], time.data);
}

/* "edit of CC-046 by desk, 17 Nov 2026", "import of 819 records by desk, 9 Apr 2026" */
static void append_deed(struct buffer *text, const struct store_revision *revision, const struct slice_list *names) {
    enum { MANY = 20 };
    int64_t records = revision->added + revision->updated + revision->removed;
    struct slice command = slice_part(revision->command, 0, 60), user = slice_part(revision->user, 0, 60);
    bool told = names->count && command.size && names->items[0].size > command.size &&
                slice_starts_with(names->items[0], command) && names->items[0].data[command.size] == ':'; /* claim:… by claim */
    if (!told) buffer_append_slice(text, command);
    if (revision->undoes) buffer_append_format(text, " of revision %lld", (long long)revision->undoes);
    buffer_append_text(text, revision->undoes ? names->count ? ": " : "" : told ? "" : " of ");
    bool named = names->count > 0 && names->items[0].size <= 120 && !(revision->file_count && records > 1) &&
                 !(revision->undoes && records > MANY);
    if (told) named = true;
    for (size_t i = 1; i < names->count; i++) /* what is noted of a record goes with it */
        if (names->items[i].size > 5 && memcmp(names->items[i].data, "note:", 5) == 0) records--;
    if (named) buffer_append_slice(text, slice_part(names->items[0], 0, 200));
    if (named && records > 1) buffer_append_format(text, " and %lld more", (long long)(records - 1));
    if (!named && (names->count || !revision->undoes))
        buffer_append_format(text, "%lld record%s", (long long)records, records == 1 ? "" : "s");
    if (user.size) buffer_append_text(text, " by ");
    buffer_append_slice(text, user);
    append_day(text, revision->time);
}

static enum status tell_undone(struct change *change, const struct store_revision *revision, const struct slice_list *names) {
    struct buffer text;
    snprintf(change->summary->name, sizeof change->summary->name, "revision %lld", (long long)revision->number);
    buffer_init(&text);
    append_deed(&text, revision, names);
    struct slice deed = buffer_slice(&text);
    bool failed = buffer_failed(&text);
    if (!failed) change_remark(change, "%.*s", (int)deed.size, deed.data);
    buffer_free(&text);
    return failed ? no_memory(change) : STATUS_OK;
}

enum status change_undo(struct change *change) {
    struct store *store = change->database->store;
    struct store_revision revision;
    struct slice_list names = {NULL, 0};
    enum { NAMES_LOOKED_AT = 3 };
    int64_t number = 0;
    bool found = false;
    enum status status = choose_revision(change, &number);
    if (status != STATUS_OK) return status;
    change->author.undoes = number; /* the store knows the author by its place */
    /* What it added is named while it is there. */
    status = store_get_revision(store, number, &change->arena, &revision, &found, change->error);
    if (status == STATUS_OK && found)
        status = store_name_touched(store, number, NAMES_LOOKED_AT, &change->arena, &names, change->error);
    if (status == STATUS_OK) status = store_undo(store, number, change->error);
    return status == STATUS_OK && found ? tell_undone(change, &revision, &names) : status;
}
