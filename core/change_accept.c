/* check --accept ID: a finding is known, and stays silent until the records that it is about change.
 *
 * The finding must be there now: its check is made, and stops when it is met. What is kept is a note of the kind accepted on
 * the record of the finding, with the finding's id and the state of its records as extras; it is exported and imported as
 * every note is. */
#include "change.h"

#include <string.h>
#include "ask/check.h"
#include "base/cell.h"
#include "model/list.h"
#include "model/nearest.h"
#include "time/edtf.h"

static enum status no_memory(struct change *change) { return error_set(change->error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- the finding -------------------------------------------------------------------------------------------------- */

struct search {
    struct change *change;
    struct slice id;
    struct nearest nearest;
    struct slice record, state, reason; /* of the finding; reason: of the note that accepts it */
    bool found, accepted;
};

/* Candidates must stay, so only what is near is copied. */
static bool offer(struct search *search, struct slice id) {
    struct nearest trial = search->nearest;
    size_t i = 0;
    nearest_offer(&trial, id);
    while (i < trial.count && trial.best[i].data != id.data) i++;
    if (i == trial.count) return true;
    if (!arena_copy(&search->change->arena, id, &trial.best[i])) return false;
    search->nearest = trial;
    return true;
}

static enum status take_finding(void *context, const struct answer_finding *finding, struct error *error) {
    struct search *search = context;
    struct arena *arena = &search->change->arena;
    bool good;
    if (!slice_equals(finding->id, search->id)) {
        good = offer(search, finding->id);
        return good ? STATUS_OK : error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    search->found = true;
    search->accepted = finding->accepted;
    good = arena_copy(arena, finding->record, &search->record) && arena_copy(arena, finding->reason, &search->reason) &&
           ask_finding_state(finding, arena, &search->state);
    return good ? STATUS_STOPPED : error_set(error, STATUS_NO_MEMORY, "out of memory");
}

static const struct ask_check *find_check(struct slice id) {
    struct slice name = slice_part(id, 0, slice_find(id, ':'));
    for (const struct ask_check *check = ask_checks; check->name && name.size < id.size; check++)
        if (slice_is(name, check->name)) return check;
    return NULL;
}

static enum status refuse_word(struct change *change, struct slice id) {
    error_set(change->error, STATUS_NOT_FOUND, "\"%.*s\" is no finding of a check", (int)(id.size < 120 ? id.size : 120), id.data);
    error_advise(change->error, "the id stands beside \"accept\" in what `detente check` prints, as in sources:CC-M22");
    return STATUS_NOT_FOUND;
}

static enum status refuse_integrity(struct change *change) {
    error_set(change->error, STATUS_USAGE, "what is wrong with the file itself cannot be accepted");
    error_advise(change->error, "restore a backup: detente restore BACKUP");
    return STATUS_USAGE;
}

static enum status refuse_unknown(struct search *search) {
    struct error *error = search->change->error;
    char names[700];
    nearest_format(&search->nearest, names, sizeof names);
    error_set(error, STATUS_NOT_FOUND, "there is no finding %.*s", (int)(search->id.size < 300 ? search->id.size : 300),
              search->id.data);
    if (names[0] && strlen(names) < sizeof error->remedy - 20) error_advise(error, "did you mean %s?", names);
    else error_advise(error, "`detente check` shows those that there are, with their ids");
    return STATUS_NOT_FOUND;
}

static enum status find_finding(struct search *search, const struct ask_check *check) {
    struct change *change = search->change;
    struct ask_acceptance acceptance;
    struct asker asker;
    ask_begin(&asker, change->database->store, ASK_ALL);
    asker.today = change->request->today;
    enum status status = ask_read_acceptance(&asker, &change->arena, &acceptance, change->error);
    if (status == STATUS_OK) status = ask_run_check(&asker, check, &acceptance, take_finding, search, change->error);
    ask_end(&asker);
    if (status == STATUS_STOPPED && search->found) status = STATUS_OK;
    return status == STATUS_OK && !search->found ? refuse_unknown(search) : status;
}

/* ---- the note ------------------------------------------------------------------------------------------------------- */

static const struct record *find_same_note(const struct record *notes, size_t count, const struct record *note) {
    static const int key[] = {NOTE_RECORD, NOTE_KIND, NOTE_REASON, NOTE_DATE};
    for (size_t i = 0; i < count; i++) {
        bool same = true;
        for (size_t k = 0; k < sizeof key / sizeof *key; k++)
            same = same && slice_equals(record_get(&notes[i], key[k]), record_get(note, key[k]));
        if (same) return &notes[i];
    }
    return NULL;
}

/* Lists of what the same note accepts already, then the new item. */
static bool make_extra(struct arena *arena, const struct record *old, const char *name, struct slice item, struct extra *extra) {
    struct slice_list items = {NULL, 0};
    extra->name = slice_from(name);
    for (size_t i = 0; old && i < old->extra_count; i++)
        if (slice_is(old->extras[i].name, name) && !cell_parse_list(arena, old->extras[i].value, &items)) return false;
    struct slice_list all = {NULL, 0};
    for (size_t i = 0; i < items.count; i++)
        if (!arena_append(arena, &all, items.items[i])) return false;
    return arena_append(arena, &all, item) && list_to_cell(arena, &all, &extra->value);
}

static enum status put_note(struct search *search) {
    struct change *change = search->change;
    struct record note, *notes;
    size_t count;
    char day[EDTF_DAY_SIZE];
    struct extra extras[2];
    enum store_change was;
    record_init(&note, RECORD_NOTE);
    record_set(&note, NOTE_RECORD, search->record);
    record_set(&note, NOTE_KIND, SLICE_OF("accepted"));
    record_set(&note, NOTE_REASON, slice_trim(slice_from(change->request->author.reason)));
    record_set(&note, NOTE_DATE, (struct slice){day, edtf_format_day(change->request->today, day)});
    enum status status = store_list(change->database->store, RECORD_NOTE, search->record, &change->arena, &notes, &count,
                                    change->error);
    if (status != STATUS_OK) return status;
    const struct record *old = find_same_note(notes, count, &note);
    if (!make_extra(&change->arena, old, ASK_NOTE_CHECK, search->id, &extras[0]) ||
        !make_extra(&change->arena, old, ASK_NOTE_STATE, search->state, &extras[1])) return no_memory(change);
    note.extras = extras;
    note.extra_count = sizeof extras / sizeof *extras;
    return change_put(change, &note, &was);
}

static enum status tell_name(struct search *search) {
    char *name = search->change->summary->name;
    size_t size = sizeof search->change->summary->name, end = search->record.size;
    if (end >= size) end = size - 1;
    while (end > 0 && end < search->record.size && ((unsigned char)search->record.data[end] & 0xC0) == 0x80) end--;
    memcpy(name, search->record.data, end);
    name[end] = '\0';
    return STATUS_OK;
}

enum status change_accept(struct change *change) {
    const struct detente_words *words = &change->request->words;
    struct slice id = words->count == 1 ? slice_trim(slice_from(words->items[0])) : SLICE_NONE;
    struct search search = {.change = change, .id = id, .nearest = {.word = id}};
    const struct ask_check *check = find_check(id);
    if (words->count != 1) return error_set(change->error, STATUS_USAGE, "one finding is accepted at a time");
    if (slice_is_empty(slice_trim(slice_from(change->request->author.reason))))
        return error_set(change->error, STATUS_USAGE, "a finding is accepted with a reason");
    if (!check) return refuse_word(change, id);
    if (strcmp(check->name, "integrity") == 0) return refuse_integrity(change);
    enum status status = find_finding(&search, check);
    if (status != STATUS_OK) return status;
    if (!search.accepted) status = put_note(&search);
    else change_remark(change, "%.*s", (int)(search.reason.size < 400 ? search.reason.size : 400), search.reason.data);
    change->summary->unchanged += search.accepted;
    return status == STATUS_OK ? tell_name(&search) : status;
}
