/* Private to the written dates: a text cut into words (written_words.c), one date read of them as
 * far as it is written (written_date.c), the whole composed (written.c). */
#ifndef DETENTE_TIME_WRITTEN_PARTS_H
#define DETENTE_TIME_WRITTEN_PARTS_H

#include "../base/buffer.h"
#include "written.h"

enum word_kind {
    WORD_END,
    WORD_NUMBER,
    WORD_SIGN,
    WORD_MONTH,   /* value 1-12 */
    WORD_SEASON,  /* value 21-24 */
    WORD_WEEKDAY, /* value 0-6, Monday first */
    WORD_CIRCA,
    WORD_FILLER, /* "the", "of": says nothing */
    WORD_FROM,
    WORD_TO,
    WORD_BETWEEN,
    WORD_AND,
    WORD_OR,
    WORD_SINCE,
    WORD_BEFORE,
    WORD_AFTER,
    WORD_PRESENT,
    WORD_DECADES, /* "années" before the number */
    /* From here on: what has no one meaning. */
    WORD_VAGUE,
    WORD_RELATIVE,
    WORD_CENTURY,
    WORD_ERA,
    WORD_QUARTER,
    WORD_UNKNOWN
};

enum number_suffix { SUFFIX_NONE, SUFFIX_ORDINAL, SUFFIX_DECADE };

struct word {
    enum word_kind kind;
    int value;  /* of a number, held at 10^8 - 1 */
    int digits; /* how many it was written with */
    enum number_suffix suffix;
    char sign;   /* '-' for every dash, '/', '.', ',', '?', '~' */
    bool spaced; /* white space before it */
    bool dash;   /* the sign is a typographic dash, which joins no number to its month */
    struct slice text;
};

enum { WORDS_MAX = 24 };

struct word_list {
    struct word items[WORDS_MAX + 1]; /* the last is WORD_END, its `spaced` as found */
    size_t count;                     /* without it */
    bool no_memory;
};

/* Cuts a text into words. False when there is a sign that no date has, more words than WORDS_MAX,
 * or memory is out. */
bool written_read_words(struct arena *arena, struct slice text, struct word_list *list);

/* A date as far as it is written; -1 where a component is not. */
struct partial {
    int year, month, day;
    int season;  /* 21-24 */
    int weekday; /* 0-6 */
    bool decade; /* the ten years from `year` */
    bool circa, doubtful;
};

/* The words that are still to be read, and what is said when they cannot be. */
struct reader {
    const struct word *next;
    enum date_order order;
    struct error *error;
};

/* Sets the error with its remedy and returns false. */
bool written_refuse(struct reader *reader, const char *reason, const char *remedy);
/* Moves on if the next word is of that kind. */
bool written_take(struct reader *reader, enum word_kind kind);
bool written_is_sign(const struct word *word, char sign);
/* Reads one date or one end of several. False without an error when the words make no date. */
bool written_read_partial(struct reader *reader, struct partial *out);
/* Whether the date is whole enough and exists; sets the error when it is not. */
bool written_check_date(struct reader *reader, const struct partial *date);
void written_append_date(struct buffer *out, const struct partial *date);

#endif
