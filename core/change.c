/* Changes of one record, each in one transaction: begin, the action, then commit, or for a dry run the difference and back.
 *
 * What the actions share stands here too: whom a word means, and how a record is put. */
#include "change.h"

#include <stdarg.h>
#include <stdio.h>
#include "desk_log.h"
#include "model/reference.h"
#include "time/edtf.h"

static enum status no_memory(struct change *change) { return error_set(change->error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- what is told of it -------------------------------------------------------------------------------------- */

/* Copies what fits, cut between characters. */
static void fill_text(char *out, size_t size, struct slice text) {
    size_t end = text.size < size ? text.size : size - 1;
    while (end < text.size && end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80) end--;
    if (end) memcpy(out, text.data, end);
    out[end] = '\0';
}

void change_remark(struct change *change, const char *format, ...) {
    char text[600];
    char *remark = change->summary->remark;
    size_t at = strlen(remark), size = sizeof change->summary->remark;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length <= 0 || at + 3 >= size) return;
    if (at) at += (size_t)snprintf(remark + at, size - at, "; ");
    fill_text(remark + at, size - at, slice_from(text));
}

enum status change_tell_name(struct change *change, const struct record *record) {
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    bool failed = buffer_failed(&name);
    if (!failed) fill_text(change->summary->name, sizeof change->summary->name, buffer_slice(&name));
    buffer_free(&name);
    return failed ? no_memory(change) : STATUS_OK;
}

static void count_change(struct change *change, enum store_change was) {
    change->summary->added += was == STORE_ADDED;
    change->summary->updated += was == STORE_UPDATED;
    change->summary->unchanged += was == STORE_UNCHANGED;
}

/* ---- names: the store's, with what it makes told -------------------------------------------------------------- */

static enum status find_name(void *context, enum record_type type, struct arena *arena, struct slice id, struct slice key,
                             int64_t first_day, int64_t last_day, struct slice *ids, size_t limit, size_t *count,
                             struct error *error) {
    const struct lookup *beneath = &((struct change *)context)->beneath;
    return beneath->find(beneath->context, type, arena, id, key, first_day, last_day, ids, limit, count, error);
}

/* Begins two words or more, each with a capital. */
static bool is_full_name(struct slice text) {
    size_t words = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == ' ' || (i > 0 && text.data[i - 1] != ' ')) continue;
        if (text.data[i] < 'A' || text.data[i] > 'Z') return false;
        words++;
    }
    return words >= 2;
}

static bool names_one(struct change *change, enum record_type type, struct slice part) {
    struct slice id;
    struct error ignored = {0};
    if (type == RECORD_PERSON && is_full_name(part)) return true;
    return resolve_name(&change->beneath, &change->arena, type, part, DAY_MIN, DAY_MAX, &id, &ignored) == STATUS_OK;
}

/* "Mark Carney, Xi Jinping" typed into a list is two, and would be made one. In JSON a list says itself what its items are. */
static enum status refuse_joined(struct change *change, enum record_type type, struct slice name) {
    size_t parts = 0;
    if (change->request->record || (type != RECORD_PERSON && type != RECORD_ORGANIZATION)) return STATUS_OK;
    for (size_t from = 0, to = 0; to <= name.size; to++) {
        if (to < name.size && (name.data[to] != ',' || to + 1 == name.size || name.data[to + 1] != ' ')) continue;
        if (!names_one(change, type, slice_trim(slice_part(name, from, to)))) return STATUS_OK;
        parts++;
        from = to + 1;
    }
    if (parts < 2) return STATUS_OK;
    error_set(change->error, STATUS_BAD_INPUT, "\"%.*s\" is not known, and reads as %zu names: items of a list are parted by \";\"",
              (int)(name.size < 120 ? name.size : 120), name.data, parts);
    error_advise(change->error, "write \";\" between them; one that has this name indeed is made first: `detente add %s name=…`",
                 record_info(type)->name);
    return STATUS_BAD_INPUT;
}

static enum status make_name(void *context, const struct record *record, struct error *error) {
    struct change *change = context;
    struct slice id = record_get(record, 0), name = record_get(record, record->type == RECORD_SOURCE ? SOURCE_URL : 1);
    enum status status = refuse_joined(change, record->type, name);
    if (status == STATUS_OK) status = change->beneath.make(change->beneath.context, record, error);
    if (status != STATUS_OK) return status;
    count_change(change, STORE_ADDED);
    change_remark(change, "%s %.*s was made%s%.*s%s, since it was only named", record_info(record->type)->name, (int)id.size,
                  id.data, name.size ? " (" : "", (int)(name.size < 120 ? name.size : 120), name.size ? name.data : "",
                  name.size ? ")" : "");
    return STATUS_OK;
}

static enum status offer_names(void *context, enum record_type type, struct slice word,
                               void (*take)(void *take_context, struct slice name), void *take_context) {
    const struct lookup *beneath = &((struct change *)context)->beneath;
    return beneath->offer(beneath->context, type, word, take, take_context);
}

static enum status tell_name(void *context, enum record_type type, struct slice id, struct arena *arena, struct slice *name) {
    const struct lookup *beneath = &((struct change *)context)->beneath;
    return beneath->name(beneath->context, type, id, arena, name);
}

/* ---- whom a word means ------------------------------------------------------------------------------------------ */

/* The key of a record that was found; 0 for one of the reference table alone. */
static enum status find_key(struct change *change, const struct record *record, int64_t *key) {
    struct buffer name;
    enum record_type type;
    bool found = false;
    buffer_init(&name);
    record_append_name(&name, record);
    enum status status = buffer_failed(&name) ? no_memory(change)
                       : store_find_key(change->database->store, buffer_slice(&name), &type, key, &found, change->error);
    buffer_free(&name);
    if (status == STATUS_OK && (!found || type != record->type)) *key = 0;
    return status;
}

static enum status find_word(struct change *change, struct slice word, struct record *record, int64_t *key, bool *found,
                             struct error *several) {
    struct stored_event event;
    enum status status = store_find_event(change->database->store, word, &change->arena, &event, found, change->error);
    if (status == STATUS_OK && *found) {
        *record = event.event;
        *key = event.key;
        return STATUS_OK;
    }
    if (status == STATUS_OK)
        status = front_find_record(change->database, &change->arena, word, record, found, several, change->error);
    return status == STATUS_OK && *found ? find_key(change, record, key) : status;
}

/* Says it when a word is an id that leads to another. */
static enum status tell_merged(struct change *change, struct slice word, const struct record *record) {
    struct slice into, id = record_get(record, 0);
    if (record->type != RECORD_EVENT || slice_equals(word, id)) return STATUS_OK;
    enum status status = store_follow(change->database->store, word, &change->arena, &into, change->error);
    if (status == STATUS_OK && slice_equals(into, id))
        change_remark(change, "%.*s leads to %.*s", (int)word.size, word.data, (int)id.size, id.data);
    return status;
}

/* What was there and is no more is told apart from what never was. */
static enum status change_refuse_unknown(struct change *change, struct slice word) {
    struct front_history history = {0};
    enum status status = slice_is_empty(word) ? STATUS_OK
                       : front_gather_history(change->database, word, INT64_MAX, &change->arena, &history, change->error);
    if (status == STATUS_OK) status = front_refuse_removed(&history, change->error);
    return status == STATUS_OK ? front_refuse_unknown(change->database, &change->arena, word, change->error) : status;
}

enum status change_find(struct change *change, const char *word, enum record_type *type, int64_t *key, struct record *record) {
    struct slice text = slice_trim(slice_from(word)), into = SLICE_NONE;
    struct error several = {0};
    bool found = false;
    *key = 0;
    enum status status = find_word(change, text, record, key, &found, &several);
    if (status == STATUS_OK && !found && !slice_is_empty(text))
        status = store_follow(change->database->store, text, &change->arena, &into, change->error);
    if (status == STATUS_OK && !found && !slice_is_empty(into))
        status = find_word(change, into, record, key, &found, &several);
    if (status == STATUS_OK && found) status = tell_merged(change, text, record);
    if (status != STATUS_OK) return status;
    if (found) {
        *type = record->type;
        return STATUS_OK;
    }
    if (several.status == STATUS_OK) return change_refuse_unknown(change, text);
    *change->error = several;
    return several.status;
}

/* ---- putting ----------------------------------------------------------------------------------------------------- */

static void hear_converted(void *context, struct slice written, struct slice edtf) {
    change_remark(context, "\"%.*s\" was taken as %.*s", (int)written.size, written.data, (int)edtf.size, edtf.data);
}

/* "-2", "-3" … behind an id that is taken. */
static enum status make_unique(struct change *change, struct record *event) {
    struct slice base = record_get(event, EVENT_ID), id = base;
    for (int64_t number = 2;; number++) {
        struct stored_event other;
        struct buffer text;
        bool taken = false;
        struct arena_mark mark = arena_mark(&change->arena);
        enum status status = store_find_event(change->database->store, id, &change->arena, &other, &taken, change->error);
        arena_rewind(&change->arena, mark);
        if (status != STATUS_OK || !taken) {
            if (status == STATUS_OK && number > 2 && !arena_copy(&change->arena, id, &id)) status = no_memory(change);
            record_set(event, EVENT_ID, id);
            return status;
        }
        buffer_init(&text);
        buffer_append_slice(&text, base);
        buffer_append_byte(&text, '-');
        buffer_append_integer(&text, number);
        bool good = !buffer_failed(&text) && arena_copy(&change->arena, buffer_slice(&text), &id);
        buffer_free(&text);
        if (!good) return no_memory(change);
    }
}

/* A record that says no more of a country or an organization than the reference table is no record of its own. */
static enum status find_in_reference(struct change *change, const struct record *record, bool *same) {
    struct record known;
    *same = false;
    if (record->type != RECORD_COUNTRY && record->type != RECORD_ORGANIZATION) return STATUS_OK;
    const struct reference_row *row = reference_find(record->type, record_get(record, 0));
    if (!row || record->extra_count) return STATUS_OK;
    reference_to_record(record->type, row, &known);
    for (size_t i = 0; i < record_info(record->type)->field_count; i++)
        if (record_is_given(record, (int)i) && !slice_equals(record->values[i], known.values[i])) return STATUS_OK;
    bool kept = false;
    enum status status = store_get(change->database->store, record->type, record_get(record, 0), &change->arena, &known, &kept,
                                   change->error);
    *same = !kept;
    return status;
}

static enum status put_claim(struct change *change, struct record *claim) {
    enum store_change was;
    int field = -1;
    struct normalize_options options = {.strict = true};
    if (claim->type == RECORD_TYPES) return STATUS_OK;
    enum status status = record_normalize(&change->arena, claim, &options, &field, change->error);
    if (status == STATUS_OK) status = store_put(change->database->store, claim, &was, &field, change->error);
    if (status == STATUS_OK) count_change(change, was);
    return status;
}

enum status change_put(struct change *change, struct record *record, enum store_change *was) {
    struct normalize_options options = {.converted = hear_converted, .context = change};
    struct record claim;
    int field = -1;
    bool same = false;
    enum status status = record_normalize(&change->arena, record, &options, &field, change->error);
    bool has_id = record->type != RECORD_EVENT || record_has(record, EVENT_ID);
    if (status == STATUS_OK)
        status = resolve_record(&change->lookup, &change->arena, record, &claim, &field, change->error);
    if (status == STATUS_OK && !has_id) status = make_unique(change, record);
    if (status == STATUS_OK) status = find_in_reference(change, record, &same);
    if (status != STATUS_OK) return status;
    if (claim.type == RECORD_CLAIM) record_set(&claim, CLAIM_EVENT, record_get(record, EVENT_ID));
    *was = STORE_UNCHANGED;
    if (!same) status = store_put(change->database->store, record, was, &field, change->error);
    if (status != STATUS_OK) return status;
    count_change(change, *was);
    return put_claim(change, &claim);
}

enum status change_put_note(struct change *change, struct slice record, const char *kind, struct slice reason) {
    struct record note;
    char day[EDTF_DAY_SIZE];
    enum store_change was;
    size_t size = edtf_format_day(change->request->today, day);
    record_init(&note, RECORD_NOTE);
    record_set(&note, NOTE_RECORD, record);
    record_set(&note, NOTE_KIND, slice_from(kind));
    record_set(&note, NOTE_REASON, reason);
    record_set(&note, NOTE_DATE, (struct slice){day, size});
    return change_put(change, &note, &was);
}

/* ---- one transaction ---------------------------------------------------------------------------------------------- */

/* By enum detente_action. */
static const struct {
    const char *command; /* as the log says it */
    change_action *run;
} actions[] = {
    [DETENTE_ADD] = {"add", change_add},         [DETENTE_EDIT] = {"edit", change_edit},
    [DETENTE_REMOVE] = {"remove", change_remove}, [DETENTE_MERGE] = {"merge", change_merge},
    [DETENTE_LINK] = {"link", change_link},      [DETENTE_CLAIM] = {"claim", change_claim},
    [DETENTE_CONFIRM] = {"confirm", change_confirm}, [DETENTE_UNDO] = {"undo", change_undo},
    [DETENTE_ACCEPT] = {"accept", change_accept},
};

/* What the log says of the write goes before what was counted on the way: a record may have been written twice. */
static enum status sum_up(struct change *change, int64_t *number) {
    struct store *store = change->database->store;
    struct detente_change_summary *summary = change->summary;
    struct store_revision revision;
    bool found = false;
    enum status status = store_find_revision(store, number, change->error);
    if (status == STATUS_OK) status = store_log_write(store, change->error);
    if (status == STATUS_OK) status = store_get_revision(store, *number, &change->arena, &revision, &found, change->error);
    if (status != STATUS_OK) return status;
    summary->added = found ? (uint64_t)revision.added : 0;
    summary->updated = found ? (uint64_t)revision.updated : 0;
    summary->removed = found ? (uint64_t)revision.removed : 0;
    summary->revision = found ? *number : 0;
    return STATUS_OK;
}

static enum status finish(struct change *change, enum status status) {
    struct store *store = change->database->store;
    const struct detente_change *request = change->request;
    const char *command = actions[request->action].command;
    int64_t number = 0;
    if (status == STATUS_OK) status = sum_up(change, &number);
    bool changed = status == STATUS_OK && change->summary->revision != 0;
    if (changed && !request->dry_run) return store_commit(store, change->error);
    if (status == STATUS_OK && request->dry_run && request->preview)
        status = front_write_difference(change->database, request->preview, command, number - 1, number, change->error);
    if (request->dry_run) change->summary->revision = 0;
    store_rollback(store);
    return status;
}

/* Advice for the rows of files, put in the place of which stands what a desk can type here. */
static void replace_advice(struct error *error, const char *old, const char *now) {
    char text[sizeof error->remedy];
    char *at = strstr(error->remedy, old);
    if (!at) return;
    int size = snprintf(text, sizeof text, "%.*s%s%s", (int)(at - error->remedy), error->remedy, now, at + strlen(old));
    if (size > 0 && (size_t)size < sizeof text) memcpy(error->remedy, text, (size_t)size + 1);
}

/* Both readings of 03/04/2026, when the message has it. */
static void advise_date(struct error *error) {
    int one, two, year;
    char advice[80] = "write it as YYYY-MM-DD";
    if (!strstr(error->remedy, "--date-order")) return;
    for (const char *at = error->message; *at; at++) {
        char a, b;
        if ((at > error->message && at[-1] >= '0' && at[-1] <= '9') || *at < '0' || *at > '9' ||
            sscanf(at, "%2d%c%2d%c%4d", &one, &a, &two, &b, &year) != 5 || a != b || !strchr("/.-", a) || year < 1000 || one < 1 ||
            two < 1 || one > 12 || two > 12) continue;
        snprintf(advice, sizeof advice, "write it as %04d-%02d-%02d or %04d-%02d-%02d", year, two, one, year, one, two);
        break;
    }
    fill_text(error->remedy, sizeof error->remedy, slice_from(advice));
}

static void advise_desk(struct error *error) {
    advise_date(error);
    replace_advice(error, "give it in sources first", "use its id or its URL, or `detente add source title=… url=…` first");
    replace_advice(error, "add the event first, or", "`detente add event …` first, or");
}

static enum status run(struct change *change) {
    const struct detente_change *request = change->request;
    struct store *store = change->database->store;
    enum status status = front_fill_author(&request->author, actions[request->action].command, &change->arena, &change->author,
                                           change->error);
    if (status == STATUS_OK) status = store_begin(store, change->error);
    if (status != STATUS_OK) return status;
    store_tell_author(store, &change->author);
    return finish(change, actions[request->action].run(change));
}

enum detente_status detente_change_record(detente *database, const struct detente_change *request,
                                          struct detente_change_summary *summary, struct detente_error *error) {
    struct error inner = {0};
    struct change change = {.database = database, .request = request, .summary = summary, .error = &inner};
    *summary = (struct detente_change_summary){0};
    arena_init(&change.arena);
    change.beneath = store_lookup(database->store);
    change.lookup = (struct lookup){&change, find_name, make_name, offer_names, tell_name, NULL};
    enum status status = run(&change);
    if (status != STATUS_OK) advise_desk(&inner);
    bool kept = status == STATUS_OK && summary->revision != 0;
    if (kept) database->made = false; /* something is kept in it now */
    database->discard = !kept;
    arena_free(&change.arena);
    return front_report(status, &inner, error);
}
