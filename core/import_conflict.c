/* What happens to a record that is here already when a row would change it.
 *
 * A file that was exported from here says from which content, and the log knows which revision left it: the base. A record
 * that was changed or removed here after that is left as it is, since the file cannot know of the change. Without a base
 * everything in the file is taken. The store asks before it changes or adds anything (store/guard.h); the verdict is kept
 * here until the row is done, and told then. */
#include "import.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

void tally_add(struct tally *tally, const char *format, ...) {
    va_list arguments;
    if (tally->count++ > 0) return;
    va_start(arguments, format);
    vsnprintf(tally->example, sizeof tally->example, format, arguments);
    va_end(arguments);
}

/* Counts one more, and appends its name to a list of the first of them, as long as there is room. */
static void name_one(struct tally *tally, char names[NAMES_SIZE], const char *format, ...) __attribute__((format(printf, 3, 4)));
static void name_one(struct tally *tally, char names[NAMES_SIZE], const char *format, ...) {
    char name[160];
    size_t size = strlen(names);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    if (tally->count == tally->named && tally->named < TOLD_MAX && size + strlen(name) + 3 < NAMES_SIZE) {
        snprintf(names + size, NAMES_SIZE - size, "%s%s", size ? ", " : "", name);
        tally->named++;
    }
    tally->count++;
}

static void append_more(const struct tally *tally, char more[40]) {
    more[0] = '\0';
    if (tally->count > tally->named)
        snprintf(more, 40, " and %llu more", (unsigned long long)(tally->count - tally->named));
}

/* ---- where a file comes from ---------------------------------------------------------------------------------------- */

static enum status count_removed(void *context, const struct store_revision *revision, struct error *error) {
    struct importer *importer = context;
    (void)error;
    importer->origin.removals = importer->origin.removals || revision->removed > 0;
    return STATUS_OK;
}

/* Of a record that has no log yet, what is there is revision 0. */
static enum status find_base(struct importer *importer, struct slice hash, bool *found, struct error *error) {
    struct store *store = importer->database->store;
    struct hash128 now;
    char digits[HASH128_TEXT];
    *found = false;
    if (importer->latest > 0) return store_find_content(store, hash, &importer->origin.revision, found, error);
    enum status status = store_hash_content(store, &now, error);
    hash128_format(now, digits);
    *found = status == STATUS_OK && slice_is(hash, digits);
    importer->origin.revision = 0;
    return status;
}

static enum status is_empty_record(struct store *store, bool *empty, struct error *error) {
    struct hash128 now;
    enum status status = store_hash_content(store, &now, error);
    *empty = now.a == 0 && now.b == 0;
    return status;
}

enum status import_find_origin(struct importer *importer, struct slice hash, bool whole, struct error *error) {
    struct store *store = importer->database->store;
    struct hash128 parsed;
    bool found = false, empty = false;
    importer->origin = (struct origin){.revision = -1};
    enum status status = is_empty_record(store, &empty, error);
    if (status == STATUS_OK && !hash128_parse(hash, &parsed)) {
        import_remark(importer, "%.*s: \"%.40s\" is no revision, which has 32 digits from 0 to f; everything in the file is taken",
                      (int)importer->file.size, importer->file.data, hash.data);
        return STATUS_OK;
    }
    if (status == STATUS_OK && !empty) status = find_base(importer, hash, &found, error);
    if (status != STATUS_OK) return status;
    if (!found) {
        importer->origin.revision = -1;
        if (!empty)
            import_remark(importer, "%.*s was exported from another record, or from a state that this one never had: nothing is "
                          "known of changes made here since, and everything in it is taken",
                          (int)importer->file.size, importer->file.data);
        return STATUS_OK;
    }
    importer->origin.whole = whole;
    return store_each_revision(store, importer->origin.revision + 1, importer->latest, false, count_removed, importer, error);
}

/* ---- what the log says of a record ------------------------------------------------------------------------------------ */

/* Was the revision an import, and of the file at hand? Rows of one file mostly meet records of one revision. */
static enum status look_up_revision(struct importer *importer, int64_t number, struct error *error) {
    struct store *store = importer->database->store;
    struct store_revision revision;
    struct arena arena;
    bool found = false;
    if (number == importer->known_revision) return STATUS_OK;
    arena_init(&arena);
    enum status status = store_get_revision(store, number, &arena, &revision, &found, error);
    if (status == STATUS_OK) status = store_revision_has_file(store, number, importer->file, &importer->known_file, error);
    importer->known_import = !found || slice_is(revision.command, "import");
    if (status == STATUS_OK) importer->known_revision = number;
    arena_free(&arena);
    return status;
}

/* ---- verdicts ----------------------------------------------------------------------------------------------------------- */

static void judge(struct importer *importer, enum verdict verdict, const struct record *record, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
static void judge(struct importer *importer, enum verdict verdict, const struct record *record, const char *format, ...) {
    char text[900];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    importer->verdict = verdict;
    importer->verdict_text = (struct error){0};
    error_set(&importer->verdict_text, STATUS_BAD_INPUT, "%s %s", import_show_name(record).text, text);
}

/* What became of the record that had a name when the file was exported. Its first change since tells whether it was there:
 * one that was there gives its name to another only when it goes. */
struct fate {
    enum record_type type;
    int64_t base, key; /* key 0: not touched since, or not there then */
    int64_t removed;   /* the latest revision since that removed it; 0: none */
    bool begun;
};

static enum status follow_fate(void *context, const struct store_difference *difference, struct error *error) {
    struct fate *fate = context;
    (void)error;
    if (difference->type != fate->type || difference->revision <= fate->base) return STATUS_OK;
    if (!fate->begun && difference->before) fate->key = difference->key;
    fate->begun = true;
    if (difference->key == fate->key && !difference->after) fate->removed = difference->revision;
    return STATUS_OK;
}

static enum status find_fate(struct importer *importer, const struct record *record, struct fate *fate, struct error *error) {
    struct buffer name;
    *fate = (struct fate){.type = record->type, .base = importer->origin.revision};
    buffer_init(&name);
    record_append_name(&name, record);
    enum status status = buffer_failed(&name) ? no_memory(error)
                       : store_each_change_of(importer->database->store, buffer_slice(&name), follow_fate, fate, error);
    buffer_free(&name);
    return status;
}

/* What the file was exported with of a record that is here, also where that one went and another of its name came. */
static enum status find_past(struct importer *importer, const struct record *record, int64_t key, struct record *past, bool *found,
                             struct error *error) {
    struct store *store = importer->database->store;
    struct fate fate;
    int64_t base = importer->origin.revision;
    enum status status = store_get_past(store, record->type, key, base, &importer->arena, past, found, error);
    if (status != STATUS_OK || *found) return status;
    status = find_fate(importer, record, &fate, error);
    if (status != STATUS_OK || fate.key == 0) return status;
    return store_get_past(store, record->type, fate.key, base, &importer->arena, past, found, error);
}

bool import_is_same(const struct record *a, const struct record *b) { return import_list_differing(a, b, NULL) == 0; }

/* Does the row say anything else of the record than was there when the file was exported? */
static enum status says_new(struct importer *importer, const struct record *past, const struct store_meeting *meeting, bool *says,
                            struct error *error) {
    struct record now;
    struct error fault = {0};
    enum status status = store_apply(importer->database->store, past, meeting, &now, &fault);
    if (status == STATUS_NO_MEMORY || status == STATUS_ENVIRONMENT) return error_set(error, status, "%s", fault.message);
    *says = status != STATUS_OK || !import_is_same(past, &now);
    return STATUS_OK;
}

/* Where what is here is what was here then, as after an undo, the file knows of it, and its row is taken. */
static enum status refuse_change(struct importer *importer, const struct store_meeting *meeting, int64_t latest, bool *leave,
                                 struct error *error) {
    struct buffer names;
    struct record past;
    bool says = true, found = false;
    enum status status = find_past(importer, meeting->old, meeting->key, &past, &found, error);
    *leave = !found || !import_is_same(&past, meeting->old);
    if (status == STATUS_OK && found && *leave) status = says_new(importer, &past, meeting, &says, error);
    if (status != STATUS_OK || !*leave) return status;
    buffer_init(&names);
    import_list_both(meeting->old, meeting->now, &names);
    importer->says_other = importer->says_other || says;
    judge(importer, says ? VERDICT_REFUSED : VERDICT_KEPT, meeting->old,
          "was changed here in revision %lld, after the file's revision %lld, and is left alone: %.*s", (long long)latest,
          (long long)importer->origin.revision, (int)names.size, names.data ? names.data : "");
    error_advise(&importer->verdict_text, "`detente show %s --history` says what was changed here", import_show_name(meeting->old).text);
    buffer_free(&names);
    return STATUS_OK;
}

static void fail_change(struct importer *importer, const struct store_meeting *meeting) {
    struct buffer names;
    buffer_init(&names);
    import_list_differing(meeting->old, meeting->now, &names);
    judge(importer, VERDICT_FAILED, meeting->old, "is here already, and the row would change it: %.*s", (int)names.size,
          names.data ? names.data : "");
    error_advise(&importer->verdict_text, "--on-conflict update takes such rows, --on-conflict skip leaves such records as they are");
    buffer_free(&names);
}

/* A row that is taken: whose words does it replace? */
static enum status note_taken(struct importer *importer, const struct store_meeting *meeting, int64_t latest,
                              struct error *error) {
    if (latest == 0) return STATUS_OK;
    enum status status = look_up_revision(importer, latest, error);
    if (status != STATUS_OK) return status;
    if (importer->row_type == RECORD_EVENT && !importer->row_has_id && !importer->known_file)
        tally_add(&importer->collisions, "%s", import_show_name(meeting->old).text);
    else if (!importer->known_import && importer->origin.revision < 0)
        name_one(&importer->overruled, importer->overruled_names, "%s (revision %lld)", import_show_name(meeting->old).text,
                 (long long)latest);
    return STATUS_OK;
}

/* Does a row but add to lists? */
static bool only_adds(const struct record *row) {
    return row->joins && (row->given & ~row->joins & ~(UINT64_C(1) << EVENT_ID)) == 0 && row->extra_count == 0;
}

/* What this import has brought or changed itself, and now says once more. */
static void note_repeat(struct importer *importer, const struct store_meeting *meeting) {
    const struct record *row = importer->row;
    if (importer->row_type == RECORD_EVENT && !importer->row_has_id) {
        tally_add(&importer->collisions, "%s", import_show_name(meeting->old).text);
        return;
    }
    if (importer->profile) {
        tally_add(&importer->restated, "%s:%ld: %s", row->file ? row->file : "", row->line, import_show_name(meeting->old).text);
        return;
    }
    struct buffer names;
    if (importer->repeats.count++ >= TOLD_MAX) return;
    buffer_init(&names);
    import_list_differing(meeting->old, meeting->now, &names);
    import_remark(importer, "%s:%ld: %s stands in this import before, and this row changes it: %.*s", row->file ? row->file : "",
                  row->line, import_show_name(meeting->old).text, (int)names.size, names.data ? names.data : "");
    buffer_free(&names);
}

static enum status meet_again(struct importer *importer, const struct store_meeting *meeting, struct error *error) {
    if (importer->row_type == RECORD_PARTY || (meeting->row && only_adds(meeting->row))) return STATUS_OK;
    if (!import_replaces(meeting->old, meeting->now)) return STATUS_OK;
    note_repeat(importer, meeting);
    return import_count_again(importer, meeting, error);
}

void import_note_skipped(struct importer *importer, const struct record *record) {
    importer->summary->skipped++;
    name_one(&importer->skipped, importer->skipped_names, "%s", import_show_name(record).text);
}

static enum status meet(void *context, const struct store_meeting *meeting, bool *leave, struct error *error) {
    struct importer *importer = context;
    struct store *store = importer->database->store;
    enum record_type type = meeting->old->type;
    bool touched = false;
    int64_t latest = 0;
    enum status status = store_is_touched(store, type, meeting->key, &touched, error);
    if (status != STATUS_OK) return status;
    if (touched) return meet_again(importer, meeting, error);
    if (importer->mode == CONFLICT_FAIL) {
        fail_change(importer, meeting);
        return error_set(error, STATUS_BAD_INPUT, "%s", importer->verdict_text.message);
    }
    *leave = importer->mode == CONFLICT_SKIP;
    if (*leave) {
        importer->verdict = VERDICT_SKIPPED;
        name_one(&importer->skipped, importer->skipped_names, "%s", import_show_name(meeting->old).text);
        return STATUS_OK;
    }
    status = store_find_latest(store, type, meeting->key, &latest, error);
    if (status != STATUS_OK) return status;
    if (importer->origin.revision >= 0 && latest > importer->origin.revision)
        status = refuse_change(importer, meeting, latest, leave, error);
    return status == STATUS_OK && !*leave ? note_taken(importer, meeting, latest, error) : status;
}

/* ---- what is no longer here ----------------------------------------------------------------------------------------------- */

/* Was it there when the file was exported, and went since? */
static enum status judge_removed(struct importer *importer, const struct record *record, bool *leave, struct error *error) {
    struct fate fate;
    struct record past;
    bool found = false, says = true;
    enum status status = find_fate(importer, record, &fate, error);
    if (status != STATUS_OK || fate.removed == 0) return status;
    status = store_get_past(importer->database->store, record->type, fate.key, importer->origin.revision, &importer->arena, &past,
                            &found, error);
    if (status != STATUS_OK || !found) return status;
    struct store_meeting meeting = {fate.key, &past, record, record, NULL};
    status = says_new(importer, &past, &meeting, &says, error);
    if (status != STATUS_OK) return status;
    *leave = true;
    judge(importer, says ? VERDICT_REFUSED : VERDICT_KEPT, record,
          "was removed here in revision %lld, after the file's revision %lld, and is not added again",
          (long long)fate.removed, (long long)importer->origin.revision);
    error_advise(&importer->verdict_text, "`detente log %s` says why; `detente undo %lld` brings it back",
                 import_show_name(record).text, (long long)fate.removed);
    return STATUS_OK;
}

/* Was it there when the file was exported, and is it gone? */
static enum status is_gone(struct importer *importer, enum record_type type, struct slice id, bool *gone, struct fate *fate,
                           struct error *error) {
    struct record named;
    enum record_type found_type;
    int64_t key = 0;
    bool found = false;
    *gone = false;
    record_init(&named, type);
    record_set(&named, 0, id);
    if (slice_is_empty(id)) return STATUS_OK;
    enum status status = find_fate(importer, &named, fate, error);
    if (status != STATUS_OK || fate->removed == 0) return status;
    status = store_find_key(importer->database->store, id, &found_type, &key, &found, error);
    *gone = !found || found_type != type;
    return status;
}

/* A row of parties.csv: is it part of what the event was then? */
static enum status judge_party(struct importer *importer, const struct record *row, const struct fate *fate, struct error *error) {
    enum store_change change = STORE_UNCHANGED;
    const struct party_rows rows = {row, 1, &change};
    struct record event, past;
    bool found = false, says = true;
    record_init(&event, RECORD_EVENT);
    record_set(&event, EVENT_ID, record_get(row, PARTY_EVENT));
    enum status status = store_get_past(importer->database->store, RECORD_EVENT, fate->key, importer->origin.revision,
                                        &importer->arena, &past, &found, error);
    struct store_meeting meeting = {fate->key, &past, &event, &event, &rows};
    if (status == STATUS_OK && found) status = says_new(importer, &past, &meeting, &says, error);
    if (status != STATUS_OK || !found || says) return status;
    judge(importer, VERDICT_KEPT, &event, "was removed here in revision %lld, after the file's revision %lld, so its row is left alone",
          (long long)fate->removed, (long long)importer->origin.revision);
    return STATUS_OK;
}

enum status import_judge_orphan(struct importer *importer, const struct record *record, struct error *error) {
    static const struct {
        enum record_type type, names;
        int fields[2];
    } rows[] = {{RECORD_CLAIM, RECORD_EVENT, {CLAIM_EVENT, CLAIM_EVENT}}, {RECORD_LINK, RECORD_EVENT, {LINK_FROM, LINK_TO}},
                {RECORD_TERM, RECORD_PERSON, {TERM_PERSON, TERM_PERSON}}, {RECORD_PARTY, RECORD_EVENT, {PARTY_EVENT, PARTY_EVENT}}};
    enum status status = STATUS_OK;
    bool gone = false, leave = false;
    struct fate fate = {0};
    if (importer->origin.revision < 0 || !importer->origin.removals) return STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof rows / sizeof *rows; i++)
        for (size_t k = 0; status == STATUS_OK && !gone && rows[i].type == record->type && k < 2; k++)
            status = is_gone(importer, rows[i].names, record_get(record, rows[i].fields[k]), &gone, &fate, error);
    if (status != STATUS_OK || !gone) return status;
    return record->type == RECORD_PARTY ? judge_party(importer, record, &fate, error)
                                        : judge_removed(importer, record, &leave, error);
}

static enum status judge_merged(struct importer *importer, const struct record *record, bool *leave, struct error *error) {
    static const enum record_type types[] = {RECORD_EVENT, RECORD_PERSON, RECORD_ORGANIZATION, RECORD_SOURCE};
    struct slice into = SLICE_NONE;
    bool can = false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) can = can || types[i] == record->type;
    if (!can) return STATUS_OK;
    enum status status = store_follow(importer->database->store, record_get(record, 0), &importer->arena, &into, error);
    if (status != STATUS_OK || slice_is_empty(into)) return status;
    *leave = true;
    judge(importer, VERDICT_KEPT, record, "was merged into %.*s here and is left alone; write %.*s for it in the file",
          (int)into.size, into.data, (int)into.size, into.data);
    /* The row stands for that one: it is not missing from the dossier. */
    return importer->seeing ? store_see(importer->database->store, record->type, into, error) : STATUS_OK;
}

static enum status meet_new(void *context, const struct record *record, bool *leave, struct error *error) {
    struct importer *importer = context;
    enum status status = importer->has_notes ? judge_merged(importer, record, leave, error) : STATUS_OK;
    if (status != STATUS_OK || *leave || importer->origin.revision < 0 || !importer->origin.removals) return status;
    return judge_removed(importer, record, leave, error);
}

/* ---- telling -------------------------------------------------------------------------------------------------------------- */

enum status import_tell_verdict(struct importer *importer, const struct record *raw, struct error *error) {
    struct detente_import_summary *summary = importer->summary;
    const struct detente_import_watch *watch = importer->watch;
    struct error *fault = &importer->verdict_text;
    struct detente_error outer;
    bool refused = importer->verdict == VERDICT_REFUSED;
    enum status status = STATUS_OK;
    if (importer->verdict == VERDICT_SKIPPED) {
        summary->skipped++;
        return STATUS_OK;
    }
    summary->conflicts++;
    summary->refused += refused;
    error_locate(fault, raw->file, raw->line, 0);
    front_report(fault->status, fault, &outer);
    if (watch && watch->conflict) watch->conflict(watch->context, &outer, refused);
    if (refused) status = rejects_add(&importer->rejects, raw, fault, error);
    for (size_t i = 0; refused && status == STATUS_OK && i < importer->left_rows.count; i++)
        if (importer->left_rows.changes[i] == STORE_LEFT)
            status = rejects_add(&importer->rejects, &importer->left_rows.items[i], fault, error);
    return status;
}

void import_tell_conflicts(struct importer *importer) {
    const struct tally *collisions = &importer->collisions, *overruled = &importer->overruled;
    char more[40];
    if (importer->repeats.count > TOLD_MAX)
        import_remark(importer, "... and %llu more rows that change what this import said before",
                      (unsigned long long)(importer->repeats.count - TOLD_MAX));
    if (collisions->count)
        import_remark(importer, "%llu row%s without an id changed %s of the same date and title that %s from elsewhere, such as "
                      "%s; where two acts are meant, give the rows ids", (unsigned long long)collisions->count,
                      collisions->count == 1 ? "" : "s", collisions->count == 1 ? "an event" : "events",
                      collisions->count == 1 ? "is" : "are", collisions->example);
    if (overruled->count) {
        append_more(overruled, more);
        import_remark(importer, "%llu record%s that %s edited here %s now as the file has %s: %s%s",
                      (unsigned long long)overruled->count, overruled->count == 1 ? "" : "s",
                      overruled->count == 1 ? "was" : "were", overruled->count == 1 ? "is" : "are",
                      overruled->count == 1 ? "it" : "them", importer->overruled_names, more);
        import_remark(importer, "a table alone carries no revision: import the whole exported folder or document, or say "
                      "--on-conflict skip, and what was edited here stays");
    }
    if (importer->skipped.count) {
        append_more(&importer->skipped, more);
        import_remark(importer, "skipped: %s%s", importer->skipped_names, more);
    }
    if (importer->says_other)
        import_remark(importer, "to take what the file says: `detente edit ID FIELD=VALUE`");
}

/* ---- the dossier's own words ------------------------------------------------------------------------------------------------ */

static void judge_words(struct importer *importer, enum verdict verdict, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static void judge_words(struct importer *importer, enum verdict verdict, const char *format, ...) {
    char text[300];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    importer->verdict = verdict;
    importer->verdict_text = (struct error){0};
    error_set(&importer->verdict_text, STATUS_BAD_INPUT, "%s", text);
}

static enum status judge_changed_words(struct importer *importer, struct slice old, struct slice json, struct error *error) {
    struct slice past = SLICE_NONE;
    int64_t latest = 0;
    enum status status = store_find_latest(importer->database->store, RECORD_TYPES, 0, &latest, error);
    if (status != STATUS_OK || latest <= importer->origin.revision) return status;
    status = store_get_past_dossier(importer->database->store, importer->origin.revision, &importer->arena, &past, error);
    if (status != STATUS_OK || slice_equals(past, old)) return status;
    judge_words(importer, slice_equals(past, json) ? VERDICT_KEPT : VERDICT_REFUSED,
                "the dossier's own words were changed here in revision %lld, after the file's revision %lld, and are left alone",
                (long long)latest, (long long)importer->origin.revision);
    return STATUS_OK;
}

/* Words that are here already and would change. */
static enum status meet_words(struct importer *importer, struct slice old, struct slice json, struct error *error) {
    if (importer->mode == CONFLICT_FAIL) {
        judge_words(importer, VERDICT_FAILED, "the dossier's own words are here already and would change");
        error_advise(&importer->verdict_text, "--on-conflict update takes them, --on-conflict skip leaves them as they are");
        error_set(error, STATUS_BAD_INPUT, "%s", importer->verdict_text.message);
        error_advise(error, "%s", importer->verdict_text.remedy);
        return STATUS_BAD_INPUT;
    }
    if (importer->mode == CONFLICT_SKIP) importer->verdict = VERDICT_SKIPPED;
    else if (importer->origin.revision >= 0) return judge_changed_words(importer, old, json, error);
    return STATUS_OK;
}

enum status import_put_words(struct importer *importer, struct slice json, struct error *error) {
    struct store *store = importer->database->store;
    enum store_change change = STORE_UNCHANGED;
    struct arena_mark mark = arena_mark(&importer->arena);
    char *file = arena_string(&importer->arena, importer->file);
    struct record place = {.type = RECORD_TYPES, .file = file};
    struct slice old;
    if (slice_is(json, "{}")) return STATUS_OK; /* says nothing */
    importer->verdict = VERDICT_NONE;
    importer->left_rows = (struct party_rows){NULL, 0, NULL};
    enum status status = file ? store_get_dossier(store, &importer->arena, &old, error) : no_memory(error);
    if (status == STATUS_OK && !slice_is_empty(old) && !slice_equals(old, json)) status = meet_words(importer, old, json, error);
    if (status == STATUS_OK && importer->verdict != VERDICT_NONE) status = import_tell_verdict(importer, &place, error);
    else if (status == STATUS_OK) {
        status = store_put_dossier(store, json, &change, error);
        importer->summary->added += change == STORE_ADDED;
        importer->summary->updated += change == STORE_UPDATED;
        importer->summary->unchanged += change == STORE_UNCHANGED;
    } else error_locate(error, file, 0, 0);
    arena_rewind(&importer->arena, mark);
    return status;
}

/* ---- beginning -------------------------------------------------------------------------------------------------------------- */

static enum status find_mode(struct importer *importer, struct error *error) {
    static const char *const words[] = {"update", "skip", "fail"};
    const char *word = importer->request->on_conflict;
    if (!word) return STATUS_OK;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        importer->mode = (enum conflict_mode)i;
        if (strcmp(word, words[i]) == 0) return STATUS_OK;
    }
    error_set(error, STATUS_USAGE, "\"%.40s\" is nothing that can be done on a conflict", word);
    error_advise(error, "say update, skip or fail");
    return STATUS_USAGE;
}

enum status import_begin_conflicts(struct importer *importer, struct error *error) {
    struct store *store = importer->database->store;
    int64_t notes = 0;
    importer->origin.revision = -1;
    enum status status = find_mode(importer, error);
    if (status == STATUS_OK) status = store_count(store, RECORD_NOTE, &notes, error);
    if (status != STATUS_OK) return status;
    importer->has_notes = notes > 0;
    importer->guard = (struct store_guard){importer, meet, meet_new, NULL};
    store_set_guard(store, &importer->guard);
    return STATUS_OK;
}
