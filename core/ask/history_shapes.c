/* The shapes of what was done to the record. */
#include "history.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define TEXT(name) {#name, SHAPE_TEXT, AT(name), NULL, SHAPE_EVERYWHERE}
#define NUMBER(name) {#name, SHAPE_COUNT, AT(name), NULL, SHAPE_EVERYWHERE}
#define SHAPE(name, type) {name, sizeof(struct type), fields_of_##type, COUNT(fields_of_##type)}

/* The value of a list is an array, of everything else a text. */
#define AT(member) offsetof(struct answer_field_change, member)
static const struct shape_field fields_of_answer_field_change[] = {
    TEXT(field),
    TEXT(before),
    {"before", SHAPE_LIST, AT(before_items), NULL, SHAPE_JSON_ONLY},
    TEXT(after),
    {"after", SHAPE_LIST, AT(after_items), NULL, SHAPE_JSON_ONLY},
};
#undef AT
const struct shape field_change_shape = SHAPE("field_change", answer_field_change);

#define AT(member) offsetof(struct answer_change, member)
static const struct shape_field fields_of_answer_change[] = {
    TEXT(type), TEXT(id), TEXT(title), TEXT(action),
    {"fields", SHAPE_ENTRIES, AT(fields), &field_change_shape, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape change_shape = SHAPE("change", answer_change);

#define AT(member) offsetof(struct answer_file, member)
static const struct shape_field fields_of_answer_file[] = {TEXT(name), TEXT(sha256), NUMBER(bytes), NUMBER(rows)};
#undef AT
const struct shape file_shape = SHAPE("file", answer_file);

#define AT(member) offsetof(struct answer_revision, member)
static const struct shape_field fields_of_answer_revision[] = {
    NUMBER(revision), TEXT(time), TEXT(command), TEXT(user), TEXT(reason), NUMBER(undoes), NUMBER(undone_by),
    NUMBER(added), NUMBER(updated), NUMBER(removed), TEXT(content),
    {"records", SHAPE_LIST, AT(records), NULL, SHAPE_EVERYWHERE},
    {"files", SHAPE_ENTRIES, AT(files), &file_shape, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape revision_shape = SHAPE("revision", answer_revision);

#define AT(member) offsetof(struct answer_left, member)
static const struct shape_field fields_of_answer_left[] = {NUMBER(left)};
#undef AT
const struct shape left_shape = SHAPE("left", answer_left);

/* ---- one record's history -------------------------------------------------------------------------------------- */

#define AT(member) offsetof(struct answer_subject, member)
static const struct shape_field fields_of_answer_subject[] = {
    TEXT(type), TEXT(id), TEXT(title),
    {"removed", SHAPE_FLAG, AT(removed), NULL, SHAPE_EVERYWHERE},
    TEXT(merged_into),
    {"before_log", SHAPE_FLAG, AT(before_log), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape subject_shape = SHAPE("subject", answer_subject);

#define AT(member) offsetof(struct answer_history, member)
static const struct shape_field fields_of_answer_history[] = {
    {"revision", SHAPE_COUNT, AT(made.revision), NULL, SHAPE_EVERYWHERE},
    {"time", SHAPE_TEXT, AT(made.time), NULL, SHAPE_EVERYWHERE},
    {"command", SHAPE_TEXT, AT(made.command), NULL, SHAPE_EVERYWHERE},
    {"user", SHAPE_TEXT, AT(made.user), NULL, SHAPE_EVERYWHERE},
    {"reason", SHAPE_TEXT, AT(made.reason), NULL, SHAPE_EVERYWHERE},
    {"undoes", SHAPE_COUNT, AT(made.undoes), NULL, SHAPE_EVERYWHERE},
    {"undone_by", SHAPE_COUNT, AT(made.undone_by), NULL, SHAPE_EVERYWHERE},
    {"files", SHAPE_ENTRIES, AT(made.files), &file_shape, SHAPE_EVERYWHERE},
    {"type", SHAPE_TEXT, AT(change.type), NULL, SHAPE_EVERYWHERE},
    {"id", SHAPE_TEXT, AT(change.id), NULL, SHAPE_EVERYWHERE},
    {"action", SHAPE_TEXT, AT(change.action), NULL, SHAPE_EVERYWHERE},
    {"fields", SHAPE_ENTRIES, AT(change.fields), &field_change_shape, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape history_shape = SHAPE("history", answer_history);

/* ---- comparisons ------------------------------------------------------------------------------------------------- */

#define AT(member) offsetof(struct answer_comparison, member)
static const struct shape_field fields_of_answer_comparison[] = {
    NUMBER(from), NUMBER(to),
    {"dry_run", SHAPE_FLAG, AT(dry_run), NULL, SHAPE_EVERYWHERE},
    {"time", SHAPE_TEXT, AT(made.time), NULL, SHAPE_EVERYWHERE},
    {"command", SHAPE_TEXT, AT(made.command), NULL, SHAPE_EVERYWHERE},
    {"user", SHAPE_TEXT, AT(made.user), NULL, SHAPE_EVERYWHERE},
    {"reason", SHAPE_TEXT, AT(made.reason), NULL, SHAPE_EVERYWHERE},
    {"undoes", SHAPE_COUNT, AT(made.undoes), NULL, SHAPE_EVERYWHERE},
    {"undone_by", SHAPE_COUNT, AT(made.undone_by), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape comparison_shape = SHAPE("comparison", answer_comparison);

#define AT(member) offsetof(struct answer_balance, member)
static const struct shape_field fields_of_answer_balance[] = {NUMBER(added), NUMBER(updated), NUMBER(removed)};
#undef AT
const struct shape balance_shape = SHAPE("balance", answer_balance);

/* ---- rows of tables ---------------------------------------------------------------------------------------------- */

#define AT(member) offsetof(struct answer_change_row, member)
static const struct shape_field fields_of_answer_change_row[] = {
    NUMBER(revision), TEXT(time), TEXT(command), TEXT(user), TEXT(reason),
    TEXT(type), TEXT(id), TEXT(action), TEXT(field), TEXT(before), TEXT(after),
};
#undef AT
enum { OF_REVISION = 5 }; /* of these columns */
const struct shape change_row_shape = {"change_row", sizeof(struct answer_change_row),
                                       fields_of_answer_change_row + OF_REVISION,
                                       COUNT(fields_of_answer_change_row) - OF_REVISION};
const struct shape history_row_shape = SHAPE("history_row", answer_change_row);
