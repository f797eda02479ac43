/* How alike two titles are.
 *
 * Words are compared by stems, in no order. A word weighs its letters, up to twelve: long words are rarer. What stands
 * in most titles of a kind (announces, minister, tariff) weighs a third, small words nothing. Names of the parties do not
 * count: they are compared already. Titles with other numbers are of other things.
 *
 * Invariant: the work follows the length of the titles, whatever stands in them. */
#include "duplicate_inside.h"

#include "../base/hash.h"
#include "../store/search.h"

enum { WEIGHT_MAX = 12, STEM_MAX = 6, STEM_MIN = 4, ALIKE = 100 };
/* With the weight of a word that stands in most titles of a kind. */
enum { COMMON = 256 };

/* Words that say nothing of what it is about, folded. Sorted. */
static const char *const small_words[] = {
    "a", "after", "against", "an", "and", "as", "at", "au", "aux", "avec", "before", "between", "by", "contre", "dans", "de",
    "des", "du", "en", "et", "for", "from", "had", "has", "his", "in", "into", "its", "la", "le", "les", "of", "off", "on",
    "over", "par", "pour", "sur", "that", "the", "their", "to", "un", "une", "up", "vers", "was", "were", "who", "will", "with",
};

/* Stems that stand in most titles of some kind. Sorted. */
static const char *const common_stems[] = {
    "agre", "ambass", "announ", "arrest", "bilate", "cal", "charg", "consul", "court", "deal", "depart", "detain",
    "duti", "duty", "envoy", "foreig", "govern", "held", "hold", "impos", "joint", "leader", "make", "measur",
    "meet", "met", "minist", "new", "offici", "phon", "premie", "presid", "prim", "protes", "releas", "said",
    "sancti", "say", "says", "sign", "speak", "stat", "summit", "surtax", "take", "talk", "tarif", "tel", "trad",
    "visit", "warn",
};

static bool is_among(const char *const *words, size_t count, struct slice word) {
    size_t low = 0;
    while (count) {
        size_t half = count / 2;
        int order = slice_compare(slice_from(words[low + half]), word);
        if (order == 0) return true;
        if (order < 0) {
            low += half + 1;
            count -= half + 1;
        } else count = half;
    }
    return false;
}

#define IS_AMONG(words, word) is_among(words, sizeof(words) / sizeof *(words), word)

/* Numbers in words, which part one of a row from the next as digits do. Sorted. */
static const char *const number_words[] = {
    "deux", "deuxieme", "eight", "eighth", "fifth", "first", "five", "four", "fourth", "last", "nine", "ninth", "one", "quatre",
    "second", "seven", "seventh", "six", "sixth", "ten", "tenth", "third", "three", "trois", "troisieme", "two",
};

/* It begins with digits ("25", "100th"), or is one in words. */
static bool is_number(struct slice word) {
    return word.size > 0 && ((word.data[0] >= '0' && word.data[0] <= '9') || IS_AMONG(number_words, word));
}

static bool ends_with(struct slice word, const char *end) {
    struct slice tail = slice_from(end);
    return word.size > tail.size && slice_equals(slice_part(word, word.size - tail.size, word.size), tail);
}

/* "meets", "meeting" -> "meet"; "announced", "announcement" -> "announ". At least four letters stay. */
static struct slice stem_of(struct slice word) {
    static const char *const ends[] = {"ings", "ing", "ments", "ment", "es", "ed", "s", "e"};
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (ends_with(word, ends[i]) && word.size >= strlen(ends[i]) + STEM_MIN) {
                word.size -= strlen(ends[i]);
                break;
            }
    if (word.size > STEM_MIN - 1 && word.data[word.size - 1] == word.data[word.size - 2]) word.size--; /* "expell", "call" */
    size_t size = word.size < STEM_MAX ? word.size : STEM_MAX;
    while (size < word.size && size > 0 && ((unsigned char)word.data[size] & 0xC0) == 0x80) size--; /* whole characters */
    return slice_part(word, 0, size);
}

static unsigned weigh(struct slice word, struct slice stem) {
    bool wide = (unsigned char)word.data[0] >= 0xE0; /* a character of its own, see search.h */
    if (IS_AMONG(small_words, word)) return 0;
    unsigned weight = word.size > WEIGHT_MAX ? WEIGHT_MAX : (unsigned)word.size;
    if (!wide && weight < 3 && !is_number(word)) return 0;
    return IS_AMONG(common_stems, stem) ? (weight + 2) / 3 | COMMON : weight;
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

void act_set_add(struct act_set *set, uint64_t item) {
    size_t at = set->count;
    while (at > 0 && set->items[at - 1] > item) at--;
    if (at > 0 && set->items[at - 1] == item) return;
    memmove(set->items + at + 1, set->items + at, (set->count - at) * sizeof *set->items);
    set->items[at] = item;
    set->count++;
}

bool act_set_meets(const struct act_set *a, const struct act_set *b) {
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->items[i] == b->items[j]) return true;
        if (a->items[i] < b->items[j]) i++;
        else j++;
    }
    return false;
}

static void add_word(struct title_words *words, uint64_t stem, unsigned weight) {
    size_t at = words->count;
    while (at > 0 && words->stems[at - 1] > stem) at--;
    if (at > 0 && words->stems[at - 1] == stem) return;
    memmove(words->stems + at + 1, words->stems + at, (words->count - at) * sizeof *words->stems);
    memmove(words->weights + at + 1, words->weights + at, (words->count - at) * sizeof *words->weights);
    words->stems[at] = stem;
    words->weights[at] = weight;
    words->count++;
}

/* A word of a party's name, or one made from it: "canadian" of "Canada". */
struct party_words {
    struct slice_list words, stems; /* stems: of names of one word */
};

static bool is_of_party(const struct party_words *party, struct slice word) {
    for (size_t i = 0; i < party->words.count; i++)
        if (slice_equals(party->words.items[i], word)) return true;
    for (size_t i = 0; i < party->stems.count; i++)
        if (slice_starts_with(word, party->stems.items[i])) return true;
    return false;
}

static enum status read_names(const struct slice_list *names, struct arena *arena, struct party_words *party,
                              struct error *error) {
    enum status status = STATUS_OK;
    *party = (struct party_words){{NULL, 0}, {NULL, 0}};
    for (size_t i = 0; status == STATUS_OK && i < names->count && party->words.count < PARTY_WORDS_MAX; i++) {
        size_t position = 0, first = party->words.count;
        struct search_token token;
        for (bool found = true; status == STATUS_OK && party->words.count < PARTY_WORDS_MAX;) {
            status = search_next_token(names->items[i], &position, arena, &token, &found);
            if (status != STATUS_OK || !found) break;
            if (!arena_append(arena, &party->words, token.key)) status = STATUS_NO_MEMORY;
        }
        bool single = status == STATUS_OK && party->words.count == first + 1;
        struct slice word = single ? party->words.items[first] : SLICE_NONE;
        if (word.size <= STEM_MIN) continue;
        if (!arena_append(arena, &party->stems, slice_part(word, 0, word.size - 1))) status = STATUS_NO_MEMORY;
    }
    return status == STATUS_OK ? STATUS_OK : ask_no_memory(error);
}

static bool make_room(struct arena *arena, struct title_words *words) {
    *words = (struct title_words){.whole = 0};
    words->stems = arena_alloc_array(arena, TITLE_WORDS_MAX, sizeof *words->stems);
    words->weights = arena_alloc_array(arena, TITLE_WORDS_MAX, sizeof *words->weights);
    words->numbers.items = arena_alloc_array(arena, TITLE_WORDS_MAX, sizeof *words->numbers.items);
    words->names.items = arena_alloc_array(arena, PARTY_WORDS_MAX, sizeof *words->names.items);
    return words->stems && words->weights && words->numbers.items && words->names.items;
}

enum status title_read(struct slice title, const struct slice_list *names, struct arena *arena, struct title_words *words,
                       struct error *error) {
    struct party_words party;
    size_t position = 0, tokens = 0;
    if (!make_room(arena, words)) return ask_no_memory(error);
    enum status status = read_names(names, arena, &party, error);
    for (size_t i = 0; status == STATUS_OK && i < party.words.count; i++)
        act_set_add(&words->names, hash_text(stem_of(party.words.items[i])));
    while (status == STATUS_OK && tokens++ < TITLE_WORDS_MAX) { /* what is beyond does not count */
        struct search_token token;
        bool found = false;
        if (search_next_token(title, &position, arena, &token, &found) != STATUS_OK) return ask_no_memory(error);
        if (!found) break;
        struct slice stem = stem_of(token.key);
        unsigned weight = weigh(token.key, stem);
        words->whole = words->whole * UINT64_C(1099511628211) + hash_text(token.key);
        if (is_number(token.key)) act_set_add(&words->numbers, hash_text(token.key));
        if (weight && !is_of_party(&party, token.key)) add_word(words, hash_text(stem), weight);
    }
    return status;
}

/* ---- comparing ------------------------------------------------------------------------------------------------ */

struct sum {
    unsigned weight;
    size_t words, telling; /* telling: not in most titles */
};

static void add_weight(struct sum *sum, unsigned weight) {
    sum->weight += weight & ~(unsigned)COMMON;
    sum->words++;
    sum->telling += !(weight & COMMON);
}

/* A party that only the other one names is in its title all the same. */
static bool is_name(uint64_t stem, const struct title_words *other) {
    struct act_set one = {&stem, 1};
    return act_set_meets(&one, &other->names);
}

static struct sum sum_weights(const struct title_words *words, const struct title_words *other) {
    struct sum sum = {0, 0, 0};
    for (size_t i = 0; i < words->count; i++)
        if (!is_name(words->stems[i], other)) add_weight(&sum, words->weights[i]);
    return sum;
}

/* What stands in both, by the lighter of two forms. */
static struct sum sum_shared(const struct title_words *a, const struct title_words *b) {
    struct sum sum = {0, 0, 0};
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        bool first = a->stems[i] <= b->stems[j], second = a->stems[i] >= b->stems[j];
        if (first && second) add_weight(&sum, a->weights[i] < b->weights[j] ? a->weights[i] : b->weights[j]);
        i += first;
        j += second;
    }
    return sum;
}

int title_compare(const struct title_words *a, const struct title_words *b) {
    enum { CONTAINED_WORDS = 2, CONTAINED_LEAST = 10, CONTAINED = 80 };
    if (a->whole == b->whole) return ALIKE;
    if (a->numbers.count && b->numbers.count && !act_set_meets(&a->numbers, &b->numbers)) return 0;
    struct sum shared = sum_shared(a, b), ours = sum_weights(a, b), theirs = sum_weights(b, a);
    bool untold = ours.telling && theirs.telling && !shared.telling; /* of what each is about, nothing is shared */
    if (shared.weight == 0 || untold) return 0;
    unsigned less = ours.weight < theirs.weight ? ours.weight : theirs.weight;
    int dice = (int)(2 * shared.weight * ALIKE / (ours.weight + theirs.weight));
    int contained = (int)(shared.weight * ALIKE / less);
    /* One says all that the other says, and more. */
    bool within = shared.words >= CONTAINED_WORDS && shared.weight >= CONTAINED_LEAST && contained >= CONTAINED;
    return within && dice < contained * 3 / 4 ? contained * 3 / 4 : dice > ALIKE ? ALIKE : dice;
}
