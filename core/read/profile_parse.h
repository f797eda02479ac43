/* What the files that parse profiles share: nodes with their places, and objects as tables of keys.
 *
 * Every `take` reads one node into what it is given and returns false when it has failed; the first fault
 * fills the parser's error. The takes of an object run in the order of its table, not in that of the file. */
#ifndef DETENTE_READ_PROFILE_PARSE_H
#define DETENTE_READ_PROFILE_PARSE_H

#include <cjson/cJSON.h>

#include "json_scan.h"
#include "profile.h"

enum {
    PROFILE_SIZE_MAX = 1 << 20, /* bytes of a profile */
    PROFILE_VALUES_MAX = 2048,
    PROFILE_PIECES_MAX = 64 /* of a text */
};

struct profile_parser {
    struct arena *arena;
    struct json_value *json;
    const char *file;
    struct profile *profile;
    const cJSON *maps; /* the node of profile.maps, in whose order they are; or NULL */
    struct slice_list lists[PROFILE_VARIANTS_MAX]; /* table.columns as they are written */
    size_t list_count;
    size_t value_count, depth;
    struct error *error;
};

enum profile_key_flag {
    KEY_NEEDED = 1,
    KEY_SHAPE = 2 /* one of these, and no more than one, must be there */
};
struct profile_key {
    const char *name;
    bool (*take)(struct profile_parser *parser, const cJSON *node, void *target);
    size_t offset; /* of the target in the object's own */
    unsigned flags;
    const char *needs; /* the key without which this one means nothing; or NULL */
};
struct profile_object {
    const char *what; /* "a value" */
    const struct profile_key *keys;
    size_t count;
};
#define PROFILE_OBJECT(what, keys) {what, keys, sizeof(keys) / sizeof(keys)[0]}

/* ---- profile_node.c: nodes ---- */

/* Gives each node its number in json->starts. */
void profile_index_nodes(cJSON *root, int *next);
bool profile_fail(struct profile_parser *parser, const cJSON *node, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Fails at a node as somebody else's error says. */
bool profile_fail_as(struct profile_parser *parser, const cJSON *node, const struct error *fault);
bool profile_fail_memory(struct profile_parser *parser);
/* Fails because a word is none of those that `nearest` was offered; `all` is said when none is near. */
struct nearest;
bool profile_fail_word(struct profile_parser *parser, const cJSON *node, const struct nearest *nearest, const char *all,
                       const char *what);
const cJSON *profile_member(const cJSON *object, const char *name);
static inline struct slice profile_key_of(const cJSON *node) { return slice_from(node->string); }

bool profile_take_object(struct profile_parser *parser, const cJSON *node, const struct profile_object *object, void *target);
/* Is it an array of at least one and at most `limit` items? */
bool profile_expect_items(struct profile_parser *parser, const cJSON *node, size_t limit, const char *what);
/* An array of items -> memory for all of them, zeroed, of `size` bytes each, and each taken. */
bool profile_take_items(struct profile_parser *parser, const cJSON *node, size_t size,
                        bool (*take)(struct profile_parser *parser, const cJSON *node, void *item), void *items_out,
                        size_t *count);
bool profile_take_text(struct profile_parser *parser, const cJSON *node, void *slice);        /* struct slice */
bool profile_take_filled_text(struct profile_parser *parser, const cJSON *node, void *slice); /* not empty, one line */
bool profile_take_words(struct profile_parser *parser, const cJSON *node, void *list); /* text or texts; numbers as written */
bool profile_take_flag(struct profile_parser *parser, const cJSON *node, void *flag);  /* bool */
bool profile_take_number(struct profile_parser *parser, const cJSON *node, int64_t low, int64_t high, int64_t *number);
bool profile_take_count(struct profile_parser *parser, const cJSON *node, void *count); /* size_t, 1 to PROFILE_COLUMNS_MAX */
bool profile_take_system(struct profile_parser *parser, const cJSON *node, void *system);
/* One of `names`; `what` is "a form". */
bool profile_take_choice(struct profile_parser *parser, const cJSON *node, const char *const *names, size_t count,
                         const char *what, size_t *index);
/* The texts of an object -> two lists of one length. */
bool profile_take_pairs(struct profile_parser *parser, const cJSON *node, struct slice_list *from, struct slice_list *to);

/* ---- profile_parse_table.c: table, detect, columns ---- */

/* The index of a column; `node` is for the place. Adds it when it is new. */
bool profile_find_column(struct profile_parser *parser, const cJSON *node, struct slice name, int *column);
bool profile_take_column(struct profile_parser *parser, const cJSON *node, void *column); /* int; marked as used */
bool profile_take_table(struct profile_parser *parser, const cJSON *node, void *table);
bool profile_take_keep(struct profile_parser *parser, const cJSON *node, void *profile);
bool profile_take_detect(struct profile_parser *parser, const cJSON *node, void *detect);
/* Once all columns are known: which are kept, and what the cells of each list are. */
bool profile_finish_columns(struct profile_parser *parser, const cJSON *root);

/* ---- profile_parse_value.c ---- */

bool profile_take_value(struct profile_parser *parser, const cJSON *node, void *value);
/* The same; `split` is allowed. */
bool profile_take_list_value(struct profile_parser *parser, const cJSON *node, void *value);
bool profile_take_map(struct profile_parser *parser, const cJSON *node, void *map);
bool profile_take_conditions(struct profile_parser *parser, const cJSON *node, void *conditions);

/* ---- profile_parse_record.c ---- */

bool profile_take_record(struct profile_parser *parser, const cJSON *node, void *record);
bool profile_take_coverage(struct profile_parser *parser, const cJSON *node, void *coverage);

/* ---- profile_check.c: texts that stand in the profile and become fields ---- */

/* Could `text` be the field? The fault is that of the record's own check. */
bool profile_check_text(struct profile_parser *parser, const cJSON *node, enum record_type type, int field, struct slice text);
/* Everything that a value surely gives: constants, and what its map gives. */
bool profile_check_value(struct profile_parser *parser, const cJSON *node, const struct profile_value *value,
                         enum record_type type, int field);

#endif
