/* What the files of likely duplicates share. */
#ifndef DETENTE_ASK_DUPLICATE_INSIDE_H
#define DETENTE_ASK_DUPLICATE_INSIDE_H

#include "duplicate.h"
#include "inside.h"

/* Ids or texts as hashes, sorted, each once. */
struct act_set {
    uint64_t *items;
    size_t count;
};

/* Words of a title by the hashes of their stems, sorted, with what they weigh. */
enum { TITLE_WORDS_MAX = 48, PARTY_WORDS_MAX = 64 };
struct title_words {
    uint64_t *stems;
    unsigned *weights; /* 0 never */
    size_t count;
    struct act_set numbers, names; /* names: stems of what the parties are called */
    uint64_t whole; /* of the title with all its words in their order */
};
/* `names`: texts whose words do not count: those of the parties. In the arena. */
enum status title_read(struct slice title, const struct slice_list *names, struct arena *arena, struct title_words *words,
                       struct error *error);
/* 0 … 100: how much two titles share of what they say, in whatever order. */
int title_compare(const struct title_words *a, const struct title_words *b);

/* What an event is compared by. */
struct act {
    struct slice id, kind;
    int64_t start_min, start_max;
    struct act_set countries, organizations, people, actors; /* the countries also those that people act for */
    struct act_set products;
    uint64_t bucket; /* the same for two that can be alike */
    struct title_words title;
};
/* False in *has where an event has no title or no day: it is like nothing. In the arena. */
enum status act_read(struct asker *asker, const struct stored_event *event, struct arena *arena, struct act *act, bool *has,
                     struct error *error);
/* Are they alike by day, kind, parties and title? */
bool act_is_like(const struct act *a, const struct act *b);
/* Does one of them say what the other cannot (another rate, another speaker)? Or are they known to be two, by links? */
enum status act_are_two(struct asker *asker, const struct record *a, const struct record *b, bool *two, struct error *error);

void act_set_add(struct act_set *set, uint64_t item); /* there must be room */
bool act_set_meets(const struct act_set *a, const struct act_set *b);

#endif
