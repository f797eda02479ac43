/* Runs, lines and tones. Knows widths and where a line may be broken, no records.
 *
 * A line breaks at spaces, and between two characters where one is wide (Chinese, Japanese,
 * Korean), but not before closing nor behind opening punctuation. A lone dash stays with what
 * follows it. Where a line has no such place, it breaks at a gap or a dash rather than jut out. */
#include "text_layout.h"

#include "../base/utf8.h"

enum { GAP = 0x1F, LINE_BREAK = '\n' };

/* ---- text from outside ---------------------------------------------------------------------- */

static bool is_space(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/* Controls (C0, DEL, C1) and those that turn the direction of the text around them. */
static bool is_control(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E)
           || (c >= 0x2066 && c <= 0x2069);
}

static void put_escaped(struct buffer *run, uint32_t c) {
    buffer_append_format(run, c < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)c);
}

static bool ends_with(const struct buffer *run, char byte) {
    return run->size && run->data[run->size - 1] == byte;
}

static void put_space(struct buffer *run) {
    if (run->size && !ends_with(run, ' ') && !ends_with(run, LINE_BREAK))
        buffer_append_byte(run, ' ');
}

static void put_line_break(struct buffer *run) {
    if (ends_with(run, ' '))
        run->size--;
    buffer_append_byte(run, LINE_BREAK);
}

static void put_code_point(struct buffer *run, uint32_t c, bool keep_lines) {
    if (keep_lines && c == '\n')
        put_line_break(run);
    else if (is_space(c))
        put_space(run);
    else if (c == 0xA0)
        buffer_append_byte(run, GAP);
    else if (is_control(c))
        put_escaped(run, c);
    else
        utf8_append(run, c);
}

static void put_outside(struct buffer *run, struct slice text, bool keep_lines) {
    size_t i = 0;
    uint32_t c;
    text = slice_trim(text);
    while (i < text.size) {
        if (utf8_next(text, &i, &c)) {
            put_code_point(run, c, keep_lines);
        } else { /* a stray byte shows as what a terminal would show */
            utf8_append(run, 0xFFFD);
            i++;
        }
    }
}

void text_put(struct buffer *run, struct slice text) {
    put_outside(run, text, false);
}

void text_put_lines(struct buffer *run, struct slice text) {
    put_outside(run, text, true);
}

void text_put_words(struct buffer *run, const char *words) {
    buffer_append_text(run, words);
}

void text_put_tone(struct buffer *run, enum text_tone tone) {
    buffer_append_byte(run, (char)tone);
}

void text_put_toned(struct buffer *run, enum text_tone tone, struct slice text) {
    text_put_tone(run, tone);
    text_put(run, text);
    text_put_tone(run, TONE_PLAIN);
}

/* ---- breaking ------------------------------------------------------------------------------- */

static bool is_tone(uint32_t c) {
    return c >= TONE_PLAIN && c <= TONE_NEW;
}

static int measure(uint32_t c) {
    return c == GAP ? 1 : utf8_width(c);
}

size_t text_run_width(struct slice run) {
    size_t i = 0, width = 0;
    uint32_t c;
    while (i < run.size && utf8_next(run, &i, &c))
        width += (size_t)measure(c);
    return width;
}

static bool is_listed(const uint32_t *list, size_t count, uint32_t c) {
    for (size_t i = 0; i < count; i++)
        if (list[i] == c)
            return true;
    return false;
}

static bool closes(uint32_t c) {
    static const uint32_t list[] = {0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015,
                                    0x30FB, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B,
                                    0xFF1F, 0xFF3D, 0xFF5D, 0x2019, 0x201D, 0x2026, '!',    ')',
                                    ',',    '.',    ':',    ';',    '?',    ']',    '}',    GAP};
    return is_listed(list, sizeof list / sizeof *list, c);
}

static bool opens(uint32_t c) {
    static const uint32_t list[] = {0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0xFF3B,
                                    0xFF5B, 0x2018, 0x201C, '(',    '[',    '{',    GAP};
    return is_listed(list, sizeof list / sizeof *list, c);
}

/* May a line break between two characters without a space? */
static bool breaks_between(uint32_t before, uint32_t after) {
    if (utf8_width(before) < 2 && utf8_width(after) < 2)
        return false;
    return utf8_width(before) > 0 && utf8_width(after) > 0 && !opens(before) && !closes(after);
}

/* A place at which a line can end: what stands before it, and where the next one begins. */
struct line_break {
    bool exists;
    size_t end, next, used;
    enum text_tone tone;
};

/* The walk over a run: where the line began, and the last places where it can be broken. */
struct wrap {
    struct arena *arena;
    struct text_lines *lines;
    struct slice run;
    size_t width, hang;
    size_t start, position;       /* bytes: of the line, of the character looked at */
    size_t used;                  /* columns of the line so far */
    struct line_break good, poor; /* poor: at a gap or behind a dash */
    enum text_tone start_tone, tone;
    bool first; /* of its paragraph */
    uint32_t before, before_that;
};

static bool add_line(struct arena *arena, struct text_lines *lines, struct text_line line) {
    if (lines->count == lines->capacity) {
        size_t capacity = lines->capacity ? lines->capacity * 2 : 8;
        struct text_line *items = arena_alloc_array(arena, capacity, sizeof *items);
        if (!items)
            return false;
        if (lines->count)
            memcpy(items, lines->items, lines->count * sizeof *items);
        lines->items = items;
        lines->capacity = capacity;
    }
    lines->items[lines->count++] = line;
    return true;
}

static void begin_line(struct wrap *w, size_t at, enum text_tone tone, bool first) {
    w->start = w->position = at;
    w->used = 0;
    w->good.exists = w->poor.exists = false;
    w->start_tone = w->tone = tone;
    w->first = first;
    w->before = w->before_that = 0;
}

/* Ends the line at byte `end`, `used` columns wide; blanks at its end are dropped. */
static bool end_line(struct wrap *w, size_t end, size_t used) {
    for (; end > w->start; end--) {
        char c = w->run.data[end - 1];
        if (c != ' ' && c != GAP && !is_tone((unsigned char)c))
            break;
        used -= c == ' ' || c == GAP;
    }
    struct text_line line = {slice_part(w->run, w->start, end), w->first ? 0 : w->hang, used,
                             w->start_tone};
    return add_line(w->arena, w->lines, line);
}

static void allow_break(struct wrap *w, struct line_break *place, size_t end, size_t next) {
    *place = (struct line_break){true, end, next, w->used, w->tone};
}

static size_t available(const struct wrap *w) {
    return w->first ? w->width : w->width > w->hang ? w->width - w->hang : 1;
}

static bool is_dash(uint32_t c) {
    return c == 0x2013 || c == 0x2014;
}

/* A space or gap at the byte `at`. */
static void take_space(struct wrap *w, bool is_gap, size_t at) {
    bool after_dash = is_dash(w->before) && (w->before_that == ' ' || w->before_that == 0);
    bool gains = !w->first || w->used + 1 > w->hang; /* else the next line has no more room */
    if (w->used > 0 && w->before != ' ' && gains)
        allow_break(w, is_gap || after_dash ? &w->poor : &w->good, at, w->position);
    w->used++;
}

static void note_before(struct wrap *w, uint32_t c) {
    if (c != ' ' && measure(c) == 0)
        return;
    w->before_that = w->before;
    w->before = c;
}

/* Ends an overfull line at the best place; without any it juts out. */
static bool relieve_line(struct wrap *w) {
    const struct line_break place = w->good.exists ? w->good : w->poor;
    if (w->used <= available(w) || !place.exists)
        return true;
    if (!end_line(w, place.end, place.used))
        return false;
    begin_line(w, place.next, place.tone, false);
    return true;
}

static bool take_character(struct wrap *w, uint32_t c, size_t at) {
    if (is_tone(c)) {
        w->tone = (enum text_tone)c;
        return true;
    }
    if (c == ' ' || c == GAP) {
        take_space(w, c == GAP, at);
        note_before(w, c);
        return true;
    }
    if (w->used > 0 && breaks_between(w->before, c))
        allow_break(w, &w->good, at, at);
    w->used += (size_t)measure(c);
    note_before(w, c);
    return relieve_line(w);
}

bool text_wrap(struct arena *arena, struct slice run, size_t width, size_t hang,
               struct text_lines *lines) {
    struct wrap w = {.arena = arena, .lines = lines, .width = width, .hang = hang};
    uint32_t c;
    if (!arena_copy(arena, run, &w.run))
        return false;
    begin_line(&w, 0, TONE_PLAIN, true);
    while (w.position < w.run.size) {
        size_t at = w.position;
        if (!utf8_next(w.run, &w.position, &c))
            break;
        if (c != LINE_BREAK) {
            if (!take_character(&w, c, at))
                return false;
            continue;
        }
        if (!end_line(&w, at, w.used))
            return false;
        begin_line(&w, w.position, w.tone, true);
    }
    return w.start >= w.run.size || end_line(&w, w.run.size, w.used);
}

/* ---- printing ------------------------------------------------------------------------------- */

static const char *find_code(enum text_tone tone) {
    switch (tone) {
    case TONE_BOLD: return "\x1b[1m";
    case TONE_DIM: return "\x1b[2m";
    case TONE_DOUBT: return "\x1b[33m";
    case TONE_DENIED: return "\x1b[31m";
    case TONE_NEW: return "\x1b[32m";
    case TONE_PLAIN: break;
    }
    return "";
}

/* Codes are written only where text follows, and closed before the next. */
struct printer {
    struct buffer *out;
    bool color;
    enum text_tone shown, wanted;
};

static void show_tone(struct printer *printer, enum text_tone tone) {
    if (!printer->color || printer->shown == tone)
        return;
    if (printer->shown != TONE_PLAIN)
        buffer_append_text(printer->out, "\x1b[0m");
    buffer_append_text(printer->out, find_code(tone));
    printer->shown = tone;
}

void text_print_line(struct buffer *out, const struct text_line *line, bool color) {
    struct printer printer = {out, color, TONE_PLAIN, line->tone};
    for (size_t i = 0; i < line->text.size; i++) {
        char c = line->text.data[i];
        if (is_tone((unsigned char)c)) {
            printer.wanted = (enum text_tone)c;
            continue;
        }
        show_tone(&printer, printer.wanted);
        buffer_append_byte(out, c == GAP ? ' ' : c);
    }
    show_tone(&printer, TONE_PLAIN);
}

void text_print_blanks(struct buffer *out, size_t count) {
    for (size_t i = 0; i < count; i++)
        buffer_append_byte(out, ' ');
}
