/* The pages of the log: revision after revision who did what to the record; or to one record, which is also the last part of
 * that record's own page. */
#include "../base/cell.h"
#include "text_change.h"
#include "text_report.h"
#include "text_words.h"

#define MIDDLE_DOT " \xC2\xB7 "
enum { NUMBER_WIDTH = 6, TEXT_LEFT = 8, FILES_SHOWN = 3, RECORDS_SHOWN = 3, NAMES_OF_MANY = 20, NAME_WIDTH = 48 };

struct log_page {
    bool begun;   /* a heading stands there */
    bool has_subject;
    struct answer_subject subject; /* its texts live as long as the answer */
    bool some;    /* an entry stands there */
    bool oldest_was_there; /* the entry printed last is no addition */
};

static struct log_page *page_of(struct writer *writer) {
    struct text_page *page = writer->state;
    if (!page->report)
        page->report = arena_alloc(&page->notes.memory, sizeof(struct log_page));
    return page->report;
}

static void print_blank_line(struct writer *writer) { buffer_append_byte(sink_buffer(writer->sink), '\n'); }

/* ---- an entry --------------------------------------------------------------------------------------- */

/* The number of the revision, set to the right, before the first line of the page's run. */
static enum status print_numbered(struct writer *writer, int64_t number) {
    struct text_page *page = writer->state;
    struct text_lines lines = {NULL, 0, 0};
    struct buffer label, *out = sink_buffer(writer->sink);
    buffer_init(&label);
    text_put_number(&label, number);
    bool done = !buffer_failed(&label) && !buffer_failed(&page->run) &&
                text_wrap(writer->scratch, buffer_slice(&page->run),
                          page->width > 3 * TEXT_LEFT ? page->width - TEXT_LEFT : 2 * TEXT_LEFT, 0, &lines);
    buffer_clear(&page->run);
    for (size_t i = 0; done && i < lines.count; i++) {
        struct text_line first = {buffer_slice(&label), 0, label.size, TONE_BOLD};
        size_t lead = label.size < NUMBER_WIDTH ? NUMBER_WIDTH - label.size : 0;
        text_print_blanks(out, i ? TEXT_LEFT : lead);
        if (i == 0) {
            text_print_line(out, &first, writer->style->color);
            text_print_blanks(out, TEXT_LEFT > lead + label.size ? TEXT_LEFT - lead - label.size : 1);
        }
        text_print_line(out, &lines.items[i], writer->style->color);
        buffer_append_byte(out, '\n');
    }
    buffer_free(&label);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static void put_undone(struct buffer *run, const struct answer_revision *revision) {
    if (!revision->undone_by.known)
        return;
    text_put_words(run, MIDDLE_DOT);
    text_put_tone(run, TONE_DOUBT);
    text_put_words(run, "taken back by" TEXT_GAP);
    text_put_number(run, revision->undone_by.value);
    text_put_tone(run, TONE_PLAIN);
}

static enum status print_reason(struct writer *writer, const struct answer_revision *revision) {
    struct text_page *page = writer->state;
    if (slice_is_empty(revision->reason))
        return STATUS_OK;
    text_put_words(&page->run, "\xE2\x80\x9C");
    text_put(&page->run, revision->reason);
    text_put_words(&page->run, "\xE2\x80\x9D");
    return text_print_paragraph(writer, TEXT_LEFT, 0);
}

/* How much of the names is the folder that all files lie in. */
static size_t find_folder(const struct answer_file *files, size_t count) {
    size_t size = files[0].name.size;
    for (size_t i = 1; i < count; i++) {
        size_t same = 0;
        while (same < size && same < files[i].name.size && files[i].name.data[same] == files[0].name.data[same])
            same++;
        size = same;
    }
    while (size > 0 && files[0].name.data[size - 1] != '/')
        size--;
    return count > 1 ? size : 0;
}

/* "canada-china/ (11 files, 821 rows)" */
static enum status print_folder(struct writer *writer, const struct answer_revision *revision, size_t folder) {
    struct text_page *page = writer->state;
    const struct answer_file *files = revision->files.items;
    int64_t rows = 0;
    for (size_t i = 0; i < revision->files.count; i++)
        if (files[i].rows.value > 0 && files[i].rows.value <= INT64_MAX - rows) rows += files[i].rows.value;
    text_put_tone(&page->run, TONE_DIM);
    text_put(&page->run, slice_part(files[0].name, 0, folder));
    text_put_words(&page->run, TEXT_GAP "(");
    text_put_amount(&page->run, (int64_t)revision->files.count, "file", "files");
    text_put_words(&page->run, ", ");
    text_put_amount(&page->run, rows, "row", "rows");
    text_put_words(&page->run, ")");
    return text_print_paragraph(writer, TEXT_LEFT, 0);
}

/* "canada-china/: events.csv (131 rows), people.csv (20 rows)" */
static enum status print_files(struct writer *writer, const struct answer_revision *revision) {
    struct text_page *page = writer->state;
    const struct answer_file *files = revision->files.items;
    size_t shown = revision->files.count > FILES_SHOWN ? FILES_SHOWN : revision->files.count;
    if (shown == 0)
        return STATUS_OK;
    size_t folder = find_folder(files, revision->files.count);
    if (folder && shown < revision->files.count)
        return print_folder(writer, revision, folder);
    text_put_tone(&page->run, TONE_DIM);
    text_put(&page->run, slice_part(files[0].name, 0, folder));
    text_put_words(&page->run, folder ? ": " : "");
    for (size_t i = 0; i < shown; i++) {
        struct slice name = slice_part(files[i].name, folder, files[i].name.size);
        text_put_words(&page->run, i ? ", " : "");
        text_put(&page->run, slice_is(name, "-") ? SLICE_OF("standard input") : name);
        text_put_words(&page->run, TEXT_GAP "(");
        text_put_amount(&page->run, files[i].rows.value, "row", "rows");
        text_put_words(&page->run, ")");
    }
    if (shown < revision->files.count) {
        text_put_words(&page->run, " and ");
        text_put_amount(&page->run, (int64_t)(revision->files.count - shown), "more file", "more files");
    }
    return text_print_paragraph(writer, TEXT_LEFT, 0);
}

/* A long name is cut between characters. */
static void put_name(struct buffer *run, struct slice name) {
    size_t end = name.size;
    for (size_t i = 0, width = 0; i < name.size; i++) {
        if (((unsigned char)name.data[i] & 0xC0) == 0x80)
            continue;
        if (width++ < NAME_WIDTH)
            continue;
        end = i;
        break;
    }
    text_put(run, slice_part(name, 0, end));
    text_put_words(run, end < name.size ? "\xE2\x80\xA6" : "");
}

/* The first name is that of a claim made by `claim`: it says what was done. */
static bool says_deed(const struct answer_revision *revision) {
    struct slice command = revision->command, names = revision->records;
    return command.size > 0 && names.size > command.size && slice_starts_with(names, command) && names.data[command.size] == ':';
}

/* " of CC-M22, CC-046 and 12 more". What is noted of a record goes with it, and of many an import's files or what was undone say more. */
static bool put_records(struct writer *writer, struct buffer *run, const struct answer_revision *revision) {
    struct slice_list names;
    int64_t left = revision->added.value + revision->updated.value + revision->removed.value;
    size_t shown = 0;
    bool many = (revision->files.count || revision->undoes.known) && left > NAMES_OF_MANY;
    if (slice_is_empty(revision->records) || many)
        return true;
    if (!cell_parse_list(writer->scratch, revision->records, &names))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        bool note = i > 0 && slice_starts_with(names.items[i], SLICE_OF("note:"));
        left -= note || shown < RECORDS_SHOWN;
        if (note || shown == RECORDS_SHOWN)
            continue;
        if (shown > 0) text_put_words(run, ", ");
        else if (revision->undoes.known) text_put_words(run, " (");
        else if (!says_deed(revision)) text_put_words(run, " of" TEXT_GAP);
        put_name(run, names.items[i]);
        shown++;
    }
    if (left > 0) {
        text_put_words(run, " and ");
        text_put_number(run, left);
        text_put_words(run, TEXT_GAP "more");
    }
    text_put_words(run, revision->undoes.known ? ")" : "");
    return true;
}

/* "edit of CC-M22 by desk" */
static bool put_deed(struct writer *writer, struct buffer *run, const struct answer_revision *revision) {
    struct answer_revision deed = *revision;
    deed.user = SLICE_NONE;
    if (!says_deed(revision))
        text_put_deed(run, &deed);
    if (!put_records(writer, run, revision))
        return false;
    if (slice_is_empty(revision->user))
        return true;
    text_put_words(run, " by" TEXT_GAP);
    text_put(run, revision->user);
    return true;
}

static enum status print_made(struct writer *writer, const struct answer_revision *revision, struct slice action) {
    struct text_page *page = writer->state;
    text_put_moment(&page->run, revision->time);
    text_put_words(&page->run, MIDDLE_DOT);
    if (!put_deed(writer, &page->run, revision))
        return STATUS_NO_MEMORY;
    text_put_words(&page->run, MIDDLE_DOT);
    if (slice_is_empty(action))
        text_put_balance(&page->run, revision->added, revision->updated, revision->removed);
    else
        text_put(&page->run, action);
    put_undone(&page->run, revision);
    enum status status = print_numbered(writer, revision->revision.value);
    if (status == STATUS_OK)
        status = print_reason(writer, revision);
    return status == STATUS_OK ? print_files(writer, revision) : status;
}

/* ---- the log ------------------------------------------------------------------------------------------ */

static enum status begin_page(struct writer *writer, struct log_page *log, const char *title) {
    struct text_page *page = writer->state;
    if (log->begun)
        return STATUS_OK;
    log->begun = page->begun = true;
    text_put_tone(&page->run, TONE_BOLD);
    text_put_words(&page->run, title);
    text_put_to_the_right(page, SLICE_OF("times in UTC"));
    enum status status = text_print_paragraph(writer, 0, 0);
    text_print_rule(writer, page->width);
    return status;
}

static enum status print_revision(struct writer *writer, struct log_page *log, const struct answer_revision *revision) {
    enum status status = begin_page(writer, log, "What was done to the record");
    log->some = true;
    return status == STATUS_OK ? print_made(writer, revision, SLICE_NONE) : status;
}

static enum status print_left(struct writer *writer, const struct log_page *log, const struct answer_left *left) {
    struct text_page *page = writer->state;
    if (!left->left.known || !log->some)
        return STATUS_OK;
    print_blank_line(writer);
    text_put_tone(&page->run, TONE_DIM);
    text_put_amount(&page->run, left->left.value, "more revision", "more revisions");
    text_put_words(&page->run, ": --limit says how many are shown, --after" TEXT_GAP);
    text_put(&page->run, left->after);
    text_put_words(&page->run, " goes on from here");
    return text_print_paragraph(writer, 0, 0);
}

/* ---- one record ---------------------------------------------------------------------------------------- */

static enum status print_subject(struct writer *writer, struct log_page *log) {
    struct text_page *page = writer->state;
    const struct answer_subject *subject = &log->subject;
    const struct answer_change name = {.type = subject->type, .id = subject->id, .title = subject->title};
    log->begun = page->begun = true;
    text_put_tone(&page->run, TONE_BOLD);
    text_put_change_name(&page->run, &name);
    text_put_tone(&page->run, TONE_PLAIN);
    enum status status = text_print_paragraph(writer, 0, 0);
    if (status == STATUS_OK && !slice_is_empty(subject->merged_into)) {
        text_put_words(&page->run, "merged into ");
        text_put(&page->run, subject->merged_into);
        status = text_print_paragraph(writer, 0, 0);
    } else if (status == STATUS_OK && subject->removed) {
        text_put_toned(&page->run, TONE_DENIED, SLICE_OF("no longer in the record"));
        status = text_print_paragraph(writer, 0, 0);
    }
    text_print_rule(writer, page->width);
    return status;
}

/* On the page of a record its history is a part of its own. */
static enum status begin_history(struct writer *writer, struct log_page *log) {
    struct text_page *page = writer->state;
    if (log->begun)
        return STATUS_OK;
    if (log->has_subject)
        return print_subject(writer, log);
    enum status status = text_print_rows(writer);
    log->begun = page->begun = true;
    print_blank_line(writer);
    return status == STATUS_OK ? text_print_heading(writer, TONE_BOLD, "History (times in UTC)") : status;
}

/* Of one that was added nothing is told field by field: what is not in a later change is as it was. */
static enum status print_history(struct writer *writer, struct log_page *log, const struct answer_history *entry) {
    enum status status = begin_history(writer, log);
    bool added = slice_is(entry->change.action, "added");
    log->some = true;
    log->oldest_was_there = !added;
    if (status == STATUS_OK)
        status = print_made(writer, &entry->made, entry->change.action);
    return status == STATUS_OK && !added ? text_print_change(writer, &entry->change, TEXT_LEFT) : status;
}

static enum status end_history(struct writer *writer) {
    struct text_page *page = writer->state;
    struct log_page *log = page_of(writer);
    if (!log)
        return STATUS_NO_MEMORY;
    enum status status = begin_history(writer, log);
    bool was_there = log->has_subject ? log->subject.before_log : log->oldest_was_there;
    if (status != STATUS_OK || (log->some && !was_there))
        return status;
    text_put_tone(&page->run, TONE_DIM);
    text_put_words(&page->run, log->some ? "It was there when the log began." : "Nothing was done to it since the log began.");
    return text_print_paragraph(writer, TEXT_LEFT, 0);
}

static enum status write_log(struct writer *writer, const struct answer_part *part, const void *entry) {
    struct log_page *log = page_of(writer);
    if (!log)
        return STATUS_NO_MEMORY;
    if (part->shape == &revision_shape)
        return print_revision(writer, log, entry);
    if (part->shape == &left_shape)
        return print_left(writer, log, entry);
    if (part->shape == &subject_shape) {
        log->has_subject = true;
        log->subject = *(const struct answer_subject *)entry;
        return STATUS_OK;
    }
    return part->shape == &history_shape ? print_history(writer, log, entry) : STATUS_OK;
}

/* Of a whole history the oldest entry says what came before it. */
static enum status end_log(struct writer *writer) {
    const struct text_page *page = writer->state;
    const struct log_page *log = page->report;
    return log && log->has_subject && log->some && log->subject.before_log ? end_history(writer) : STATUS_OK;
}

const struct text_report text_log_report = {.command = "log", .entry = write_log, .end = end_log};
const struct text_report text_show_report = {.command = "show", .entry = write_log, .end = end_history};
