/* The fields of a record in two states, for people: one below the other, "-" what was and "+" what is. */
#include "text_change.h"

#include "../base/cell.h"
#include "text_date.h"
#include "text_words.h"

enum {
    LABEL_WIDTH = 16,    /* of the names of fields */
    LABELS_BESIDE = 48,  /* page width from which they stand beside their values */
    MARK_WIDTH = 2,      /* "- " */
    SHORT_TEXT = 72,     /* bytes up to which a text is shown whole */
    CONTEXT = 32,        /* bytes shown on either side of what differs */
    WORD_MAX = 32,       /* how far a stretch is widened to begin and end with words */
    ROOM_MIN = 20,
    NAME_MAX_SIZE = 100  /* bytes of a name that is made of fields */
};

/* ---- words -------------------------------------------------------------------------------------- */

/* The name of a claim or note holds all its words, which stand in its fields again. */
static void put_name(struct buffer *run, struct slice name, bool long_winded) {
    size_t end = NAME_MAX_SIZE;
    if (!long_winded || name.size <= NAME_MAX_SIZE) {
        text_put(run, name);
        return;
    }
    while (end > 0 && ((unsigned char)name.data[end] & 0xC0) == 0x80)
        end--;
    text_put(run, slice_part(name, 0, end));
    text_put_words(run, "\xE2\x80\xA6");
}

void text_put_change_name(struct buffer *run, const struct answer_change *change) {
    bool named = slice_starts_with(change->id, change->type) &&
                 (change->id.size == change->type.size || change->id.data[change->type.size] == ':');
    if (!named) {
        text_put(run, change->type);
        text_put_words(run, TEXT_GAP);
    }
    put_name(run, change->id, named);
    if (slice_is_empty(change->title) || slice_equals(change->title, change->id))
        return;
    text_put_words(run, ", ");
    text_put(run, change->title);
}

void text_put_moment(struct buffer *run, struct slice time) {
    enum { DAY_SIZE = 10, CLOCK = 11, CLOCK_END = 16 };
    if (time.size < CLOCK_END) {
        text_put(run, slice_is_empty(time) ? SLICE_OF("time not known") : time);
        return;
    }
    text_date_append(run, slice_part(time, 0, DAY_SIZE), TEXT_GAP);
    text_put_words(run, "," TEXT_GAP);
    text_put(run, slice_part(time, CLOCK, CLOCK_END));
}

void text_put_deed(struct buffer *run, const struct answer_revision *revision) {
    text_put(run, revision->command);
    if (revision->undoes.known) {
        text_put_words(run, " of" TEXT_GAP);
        text_put_number(run, revision->undoes.value);
    }
    if (slice_is_empty(revision->user))
        return;
    text_put_words(run, " by" TEXT_GAP);
    text_put(run, revision->user);
}

void text_put_balance(struct buffer *run, struct shape_count added, struct shape_count updated, struct shape_count removed) {
    const struct shape_count counts[] = {added, updated, removed};
    static const char *const words[] = {"added", "updated", "removed"};
    bool some = false;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (!counts[i].known || counts[i].value == 0)
            continue;
        text_put_words(run, some ? ", " : "");
        text_put_amount(run, counts[i].value, words[i], words[i]);
        some = true;
    }
    text_put_words(run, some ? "" : "nothing");
}

/* ---- setting ------------------------------------------------------------------------------------- */

static size_t room_of(const struct text_page *page, size_t left) {
    return page->width > left + ROOM_MIN ? page->width - left : ROOM_MIN;
}

static bool wrap_run(struct writer *writer, size_t width, size_t hang, struct text_lines *lines) {
    struct text_page *page = writer->state;
    *lines = (struct text_lines){NULL, 0, 0};
    bool done = !buffer_failed(&page->run) && text_wrap(writer->scratch, buffer_slice(&page->run), width, hang, lines);
    buffer_clear(&page->run);
    return done;
}

enum status text_print_paragraph(struct writer *writer, size_t left, size_t hang) {
    struct text_lines lines;
    struct arena_mark mark = arena_mark(writer->scratch);
    if (!wrap_run(writer, room_of(writer->state, left), hang, &lines))
        return STATUS_NO_MEMORY;
    text_print_lines(writer, &lines, left);
    arena_rewind(writer->scratch, mark);
    return sink_relieve(writer->sink);
}

/* The values of one field, as they are put below one another beside its name. */
struct values {
    struct writer *writer;
    struct slice label;
    size_t left, column; /* of the name, of the values */
    bool labelled;       /* the name is printed */
};

static void print_label(struct values *values, bool beside) {
    struct buffer *out = sink_buffer(values->writer->sink);
    struct buffer run;
    buffer_init(&run);
    text_put(&run, values->label);
    struct text_line line = {buffer_slice(&run), 0, text_run_width(buffer_slice(&run)), TONE_PLAIN};
    text_print_blanks(out, values->left);
    text_print_line(out, &line, values->writer->style->color);
    if (beside && values->left + line.width < values->column)
        text_print_blanks(out, values->column - values->left - line.width);
    else {
        buffer_append_byte(out, '\n');
        text_print_blanks(out, values->column);
    }
    out->failed = out->failed || buffer_failed(&run);
    buffer_free(&run);
    values->labelled = true;
}

/* The page's run as one value. */
static enum status print_value(struct values *values) {
    struct writer *writer = values->writer;
    struct text_page *page = writer->state;
    struct text_lines lines;
    struct buffer *out = sink_buffer(writer->sink);
    if (!wrap_run(writer, room_of(page, values->column), MARK_WIDTH, &lines))
        return STATUS_NO_MEMORY;
    for (size_t i = 0; i < lines.count; i++) {
        if (!values->labelled)
            print_label(values, page->width >= LABELS_BESIDE);
        else
            text_print_blanks(out, values->column);
        text_print_blanks(out, lines.items[i].indent);
        text_print_line(out, &lines.items[i], writer->style->color);
        buffer_append_byte(out, '\n');
    }
    return sink_relieve(writer->sink);
}

static void put_mark(struct buffer *run, bool after) {
    text_put_tone(run, after ? TONE_NEW : TONE_DENIED);
    text_put_words(run, after ? "+" TEXT_GAP : "-" TEXT_GAP);
}

static enum status print_whole(struct values *values, bool after, struct slice text) {
    struct text_page *page = values->writer->state;
    if (slice_is_empty(text))
        return STATUS_OK;
    put_mark(&page->run, after);
    text_put_lines(&page->run, text);
    return print_value(values);
}

/* ---- texts ----------------------------------------------------------------------------------------- */

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static bool is_inner(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* Back to the begin of a word, or where there is none near, of a character. */
static size_t widen_left(struct slice text, size_t at) {
    size_t word = at, least = at > WORD_MAX ? at - WORD_MAX : 0;
    while (word > least && !is_blank(text.data[word - 1]))
        word--;
    if (word == 0 || is_blank(text.data[word - 1]))
        return word;
    while (at > 0 && at < text.size && is_inner(text.data[at]))
        at--;
    return at;
}

static size_t widen_right(struct slice text, size_t at) {
    size_t word = at;
    while (word < text.size && word < at + WORD_MAX && !is_blank(text.data[word]))
        word++;
    if (word == text.size || is_blank(text.data[word]))
        return word;
    while (at < text.size && is_inner(text.data[at]))
        at++;
    return at;
}

/* What both have at their begin and at their end, in whole words. */
static void find_common(struct slice a, struct slice b, size_t *begin, size_t *end) {
    size_t least = a.size < b.size ? a.size : b.size, first = 0, last = 0;
    while (first < least && a.data[first] == b.data[first])
        first++;
    while (last < least - first && a.data[a.size - 1 - last] == b.data[b.size - 1 - last])
        last++;
    /* The same bytes lie before `first` and behind `last` in both, so that one text would do but at their edges. */
    size_t left = widen_left(a, first), other = widen_left(b, first);
    *begin = left < other ? left : other;
    size_t right = a.size - widen_right(a, a.size - last), right_other = b.size - widen_right(b, b.size - last);
    *end = right < right_other ? right : right_other;
}

/* Part of a text: the blanks at its edges, which text_put takes away, stay as one. */
static void put_part(struct buffer *run, struct slice part) {
    if (slice_is_empty(part))
        return;
    bool open = run->size && run->data[run->size - 1] != ' ';
    if (is_blank(part.data[0]) && open)
        text_put_words(run, " ");
    text_put(run, part);
    if (is_blank(part.data[part.size - 1]) && run->size && run->data[run->size - 1] != ' ')
        text_put_words(run, " ");
}

static enum status print_stretch(struct values *values, bool after, struct slice text, size_t begin, size_t end) {
    struct buffer *run = &((struct text_page *)values->writer->state)->run;
    size_t to = text.size - end;
    size_t from = begin > CONTEXT ? widen_left(text, begin - CONTEXT) : 0;
    size_t behind = end > CONTEXT ? widen_right(text, to + CONTEXT) : text.size;
    put_mark(run, after);
    text_put_tone(run, TONE_PLAIN);
    text_put_words(run, from ? "\xE2\x80\xA6 " : "");
    put_part(run, slice_part(text, from, begin));
    text_put_tone(run, after ? TONE_NEW : TONE_DENIED);
    put_part(run, slice_part(text, begin, to));
    text_put_tone(run, TONE_PLAIN);
    put_part(run, slice_part(text, to, behind));
    text_put_words(run, behind < text.size ? " \xE2\x80\xA6" : "");
    return print_value(values);
}

/* Do both look the same on a page? */
static bool look_alike(struct slice a, struct slice b) {
    struct buffer one, other;
    buffer_init(&one);
    buffer_init(&other);
    text_put(&one, a);
    text_put(&other, b);
    bool same = slice_equals(buffer_slice(&one), buffer_slice(&other));
    buffer_free(&one);
    buffer_free(&other);
    return same;
}

static enum status print_texts(struct values *values, struct slice before, struct slice after) {
    struct buffer *run = &((struct text_page *)values->writer->state)->run;
    size_t begin, end;
    if (look_alike(before, after)) {
        text_put_toned(run, TONE_DIM, SLICE_OF("other white space only"));
        return print_value(values);
    }
    find_common(before, after, &begin, &end);
    bool whole = (before.size <= SHORT_TEXT && after.size <= SHORT_TEXT) || begin + end < CONTEXT;
    enum status status = whole ? print_whole(values, false, before) : print_stretch(values, false, before, begin, end);
    if (status != STATUS_OK)
        return status;
    return whole ? print_whole(values, true, after) : print_stretch(values, true, after, begin, end);
}

/* ---- lists ------------------------------------------------------------------------------------------- */

static bool has_item(const struct slice_list *list, struct slice item) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i], item))
            return true;
    return false;
}

/* Items of the one that the other has not; *some: there is one. */
static enum status print_items(struct values *values, bool after, const struct slice_list *list,
                               const struct slice_list *other, bool *some) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < list->count; i++) {
        if (has_item(other, list->items[i]))
            continue;
        *some = true;
        status = print_whole(values, after, list->items[i]);
    }
    return status;
}

static enum status print_list(struct values *values, bool after, const struct slice_list *list) {
    struct buffer *run = &((struct text_page *)values->writer->state)->run;
    if (list->count == 0)
        return STATUS_OK;
    put_mark(run, after);
    for (size_t i = 0; i < list->count; i++) {
        text_put_words(run, i ? ", " : "");
        text_put(run, list->items[i]);
    }
    return print_value(values);
}

/* `apart`: item by item; else, and where only their order or number differs, as a whole. */
static enum status print_lists(struct values *values, struct slice before, struct slice after, bool apart) {
    struct arena *scratch = values->writer->scratch;
    struct slice_list old, now;
    bool some = false;
    if (!cell_parse_list(scratch, before, &old) || !cell_parse_list(scratch, after, &now))
        return STATUS_NO_MEMORY;
    enum status status = apart ? print_items(values, false, &old, &now, &some) : STATUS_OK;
    if (status == STATUS_OK && apart)
        status = print_items(values, true, &now, &old, &some);
    if (status != STATUS_OK || some)
        return status;
    status = print_list(values, false, &old);
    return status == STATUS_OK ? print_list(values, true, &now) : status;
}

/* ---- a change ------------------------------------------------------------------------------------------ */

static enum status print_field(struct writer *writer, const struct answer_field_change *field, size_t left, bool updated) {
    const struct text_page *page = writer->state;
    struct arena_mark mark = arena_mark(writer->scratch);
    size_t column = left + (page->width >= LABELS_BESIDE ? LABEL_WIDTH : MARK_WIDTH);
    struct values values = {writer, field->field, left, column, false};
    enum status status;
    if (field->is_list)
        status = print_lists(&values, field->before_items, field->after_items, updated);
    else if (slice_is_empty(field->before) || slice_is_empty(field->after))
        status = print_whole(&values, !slice_is_empty(field->after),
                             slice_is_empty(field->after) ? field->before : field->after);
    else
        status = print_texts(&values, field->before, field->after);
    arena_rewind(writer->scratch, mark);
    return status;
}

enum status text_print_change(struct writer *writer, const struct answer_change *change, size_t left) {
    const struct answer_field_change *fields = change->fields.items;
    bool updated = slice_is(change->action, "updated");
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < change->fields.count; i++) {
        if (!updated && slice_is(fields[i].field, "id")) /* the heading says it */
            continue;
        status = print_field(writer, &fields[i], left, updated);
    }
    return status;
}
