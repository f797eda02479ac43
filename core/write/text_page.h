/* Private to the text writer: the page being set and the blocks it is made of.
 *
 * A block is a column of lines about one event; the parts below add to it, each paragraph by
 * itself, and return false when memory is out. */
#ifndef DETENTE_WRITE_TEXT_PAGE_H
#define DETENTE_WRITE_TEXT_PAGE_H

#include "text_layout.h"
#include "text_notes.h"
#include "text_rows.h"
#include "writers.h"

struct text_page {
    struct text_notes notes;
    struct text_rows rows;
    struct buffer run; /* the paragraph that is being put together */
    size_t width;
    bool begun; /* something stands on the page */
    bool possible_told;
    bool is_dense; /* the last entry was a machine-coded event: those that follow it stand without a blank line between */
    bool has_year; /* `year` is that of the last heading */
    int64_t year;
    void *report; /* what a desk's answer keeps (text_report.h), in notes.memory */
};

struct text_block {
    struct writer *writer;
    const struct answer_event *event;
    struct text_lines *lines;
    size_t width;
};

static inline struct text_page *text_page_of(const struct text_block *block) {
    return block->writer->state;
}

/* text_event.c: the parts that a line of a timeline and the page of one event share. */

/* "possible: planned: Title (12 reports) [1, 4]". */
bool text_add_title(struct text_block *block, bool mark_possible);
/* "code 042, intensity 1.9, 12 mentions, tone -2.6 · ID" of a machine-coded event; of others the id, where it is given. */
bool text_add_coding(struct text_block *block, struct slice id);
/* " (internal)", " (not before 31 Dec 2026)"; nothing of an event that is public. */
void text_put_release(struct buffer *run, const struct record *event);
/* "Canada on China: 100 % on electric vehicles, base duty 6.1 %". */
bool text_add_tariff(struct text_block *block);
/* "disputed date: 1 Mar 2019 [4] / 6 Mar 2019 [5]", a line per field, what the record follows first. */
bool text_add_disputes(struct text_block *block);
/* "corrected 3 Mar 2020: why". */
bool text_add_corrections(struct text_block *block);
/* When it was, for a column of dates or in running words. */
void text_put_when(struct text_block *block, bool column);
/* A date of the record in running words. */
void text_put_date(struct buffer *run, struct slice edtf);
/* The items of a list cell: "a, b and c". */
bool text_put_list(struct text_block *block, struct slice cell, const char *last_joiner);
/* Wraps what was put together into the block and makes the run empty. */
bool text_end_paragraph(struct text_block *block, size_t hang);
/* A word of the program's own vocabulary, its underscores as spaces. */
void text_put_word(struct buffer *run, struct slice word);
/* The value of a field as a claim has it: a date in words, else the text. */
void text_put_value(struct buffer *run, struct slice field, struct slice value);
/* The number of a claim's source. */
void text_put_claim_note(struct text_block *block, const struct answer_claim *claim);

/* text_parties.c: who took part.
 * "Canada (visitor): Justin Trudeau, Prime Minister · China (host): Xi Jinping, President". */
bool text_add_parties(struct text_block *block);
/* Would that line tell nothing that the question or the tariff line does not? */
bool text_parties_are_told(const struct text_block *block);
/* The display name of a country or organization of the event, else its id. */
struct slice text_find_name(const struct answer_event *event, struct slice id);

/* text_quotes.c: the words that sources keep of a statement. */
/* “words” [3], a line per quote, those that stand first, at most so many, then how many more there are. */
bool text_add_quotes(struct text_block *block, size_t most);
/* Do its sources differ on the words? */
bool text_quotes_are_disputed(const struct answer_event *event);

/* text_differ.c: where sources differ, a field after the other: what the record follows and why, each value with
 * who gives it. First what is disputed; then what merely differs; then what agrees, less exactly. */
/* Into the page's run, for a line: "date: 1 Mar 2019 / 6 Mar 2019 [5]", what the record follows first, without values that
 * merely agree with it; of words that were said "words: “…” [1] / “…” [2]". False when memory is out. */
bool text_put_difference(struct writer *writer, const struct answer_difference *difference);
bool text_add_contested(struct text_block *block);
bool text_add_differing(struct text_block *block);
bool text_add_agreeing(struct text_block *block);
/* "2017 [3]: true of a bilateral meeting between …; not of others or of other forms: …"; then the other view. */
bool text_add_first_since(struct text_block *block);

/* text_accounts.c: what each side says, under its name. */
enum status text_print_accounts(struct writer *writer, const struct answer_event *event);

/* text_show.c: the page of one event, without its sources. */
enum status text_show_event(struct writer *writer, const struct answer_event *event);

/* text.c */
/* Prints the lines with `left` columns before each and a line feed behind. */
void text_print_lines(struct writer *writer, const struct text_lines *lines, size_t left);
void text_print_rule(struct writer *writer, size_t width);
/* The title of the page and a rule, once; a year as a heading where it is another than before. */
enum status text_begin_page(struct writer *writer);
enum status text_print_year(struct writer *writer, int64_t start);
/* An event as in a timeline: its date and id in a column of their own, beside them what `add` puts. */
enum status text_print_dated(struct writer *writer, const struct answer_event *event,
                             bool (*add)(struct text_block *block));
/* Can the first lines, those of a date, stand in the column of dates? */
bool text_dates_fit(const struct text_lines *dates, size_t count);
/* What a timeline has beside the date of an event. */
bool text_add_body(struct text_block *block);
/* Behind the title in the page's run: words at the right end of its line, where there is room. */
void text_put_to_the_right(struct text_page *page, struct slice words);
/* The table of the rows so far, where there are any; more rows make another. */
enum status text_print_rows(struct writer *writer);
/* A line of one tone, at most the page wide. */
enum status text_print_heading(struct writer *writer, enum text_tone tone, const char *words);

#endif
