/* What the checks share, and nobody else includes. */
#ifndef DETENTE_ASK_CHECK_INSIDE_H
#define DETENTE_ASK_CHECK_INSIDE_H

#include "check.h"
#include "inside.h"

/* One check being made. */
struct checking {
    struct asker *asker;
    const struct ask_check *check;
    int64_t today;
    struct ask_acceptance *acceptance; /* may be NULL */
    ask_finding_visit *visit;
    void *context;
    struct arena arena; /* of the finding at hand, rewound once it is told */
};

/* What is wrong with a record. */
struct fault {
    const struct record *record; /* NULL: the file */
    const struct record *other;  /* may be NULL */
    const char *aspect; /* tells apart what the check can find of one record; NULL: its main finding */
    const char *field;  /* NULL: none */
    const struct record *about; /* further records whose change makes it another finding */
    size_t about_count;
    struct slice what, repair; /* made by check_words */
};

/* Hands the finding on, and rewinds the arena to `mark`. */
enum status check_tell(struct checking *checking, struct arena_mark mark, const struct fault *fault, struct error *error);
/* Words in the arena of the finding; SLICE_NONE when memory is out, which check_tell then says. */
struct slice check_words(struct checking *checking, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A slice for "%.*s"; of a long one the beginning, cut between characters. */
int check_size(struct slice text);
#define CHECK_TEXT(text) check_size(text), (text).data ? (text).data : ""
/* The name of a record as a word of a command line: in quotes where a shell needs them. */
struct slice check_word(struct checking *checking, const struct record *record);
struct slice check_quote(struct checking *checking, struct slice word);
/* yyyy-mm-dd */
struct slice check_day(struct checking *checking, int64_t day);
/* The bounds of a date of the record; DAY_MIN and DAY_MAX where it is empty, open or no date. *marked: '?', '~' or '%'. */
void check_bounds(struct slice date, int64_t *min, int64_t *max, bool *marked);
/* A record of its own, with all that it has. False when memory is out. */
bool check_copy_record(struct arena *arena, const struct record *from, struct record *to);

/* check_states.c: countries and organizations, looked up once in a check. */
struct state_spell {
    struct slice id, name;
    bool known;          /* the record or the reference table has it */
    int64_t start, end;  /* earliest day of its existence, latest first day without it; DAY_MIN, DAY_MAX: no bound */
};
struct states {
    struct asker *asker;
    struct arena memory;
    const struct state_spell **slots; /* open table by id */
    size_t count, size;
};
void states_begin(struct states *states, struct asker *asker);
void states_end(struct states *states);
enum status states_find(struct states *states, struct slice id, const struct state_spell **spell, struct error *error);
/* Ids of the facets of a type that some event has. */
enum status states_list_used(struct asker *asker, const char *type, struct arena *arena, struct slice_list *ids,
                             struct error *error);

/* check_cycles.c */
enum status check_cycles(struct checking *checking, struct error *error);

enum status check_sources(struct checking *checking, struct error *error);
enum status check_terms(struct checking *checking, struct error *error);
enum status check_dates(struct checking *checking, struct error *error);
enum status check_links(struct checking *checking, struct error *error);
enum status check_tariffs(struct checking *checking, struct error *error);
enum status check_duplicates(struct checking *checking, struct error *error);
enum status check_countries(struct checking *checking, struct error *error);
enum status check_notes(struct checking *checking, struct error *error);
enum status check_integrity(struct checking *checking, struct error *error);

#endif
