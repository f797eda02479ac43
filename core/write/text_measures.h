/* Private to the text writer: what the pages of inforce and tariffs share. */
#ifndef DETENTE_WRITE_TEXT_MEASURES_H
#define DETENTE_WRITE_TEXT_MEASURES_H

#include "../ask/measure.h"
#include "text_report.h"
#include "text_words.h"

/* The head of the page: the pair, else `title`, and to the right "on 31 Oct 2025" or "1 Jan 2024 – 7 Apr 2026". */
enum status text_measures_title(struct writer *writer, const char *title, const struct slice *on,
                                const struct measure_time *time);
/* "25 %", "107.1–212.1 %". */
void text_put_rates(struct buffer *run, struct slice min, struct slice max, struct slice unit);
/* "leaves a gap of 3 days after CC-X", "CC-Y replaces it after a gap of 3 days"; nothing where it is seamless. True when
 * something was put. */
bool text_put_seam(struct buffer *run, const struct measure_seam *seam, bool replaces);
/* "China on Canada" */
void text_put_sides(struct buffer *run, struct slice imposer, struct slice target);
/* ", last confirmed 31 Jul 2025", ", possibly"; nothing for what is in force. `confirmed`: DAY_MIN where it is not known. */
/* ", disputed" */
void text_put_disputed(struct buffer *run, bool disputed);
void text_put_doubt(struct buffer *run, struct slice state, int64_t confirmed);
/* ", quota 5 t a year, except crab" */
bool text_put_limits(struct writer *writer, struct slice quota, struct slice excludes);
/* The items of a list cell into the page's run. */
bool text_put_items(struct writer *writer, struct slice cell, const char *last);
/* Was --with-base given? */
bool text_is_base_asked(const struct write_context *context);
/* Prints the page's run, wrapped. */
enum status text_print_run(struct writer *writer, size_t left, size_t hang);

/* text_steps.c: the history of duties. */
struct steps_page;
enum status text_steps_begin(struct writer *writer, const struct measure_time *time, struct steps_page **page);
enum status text_steps_add(struct writer *writer, struct steps_page *page, const struct answer_step *step);
enum status text_steps_end(struct writer *writer, struct steps_page *page);

/* text_sums.c: "; lower for steel rails, excepted from A; possibly not in force: B", one doubt after the other. */
bool text_put_sum_notes(struct writer *writer, const struct sum_note *notes, size_t count);
/* Do these say which measures are only possibly in force, so that the state of the sum need not? */
bool text_tells_possibly(const struct sum_note *notes, size_t count);
/* Does its line show a second date? And the line below all that says what such a date is. */
bool text_has_end(const struct answer_measure *measure);
enum status text_print_end_note(struct writer *writer);

#endif
