/* What was done to the record: shapes of the log and of differences. */
#include "history.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define AT(member) offsetof(struct answer_field_change, member)
static const struct shape_field field_change_fields[] = {
    {"field", SHAPE_TEXT, AT(field), NULL, SHAPE_EVERYWHERE},
    {"before", SHAPE_TEXT, AT(before), NULL, SHAPE_EVERYWHERE},
    {"after", SHAPE_TEXT, AT(after), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape field_change_shape = {"field_change", sizeof(struct answer_field_change), field_change_fields,
                                         COUNT(field_change_fields)};

#define AT(member) offsetof(struct answer_change, member)
static const struct shape_field change_fields[] = {
    {"type", SHAPE_TEXT, AT(type), NULL, SHAPE_EVERYWHERE},
    {"id", SHAPE_TEXT, AT(id), NULL, SHAPE_EVERYWHERE},
    {"title", SHAPE_TEXT, AT(title), NULL, SHAPE_EVERYWHERE},
    {"action", SHAPE_TEXT, AT(action), NULL, SHAPE_EVERYWHERE},
    {"revision", SHAPE_COUNT, AT(revision), NULL, SHAPE_EVERYWHERE},
    {"fields", SHAPE_ENTRIES, AT(fields), &field_change_shape, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape change_shape = {"change", sizeof(struct answer_change), change_fields, COUNT(change_fields)};

#define AT(member) offsetof(struct answer_file, member)
static const struct shape_field file_fields[] = {
    {"name", SHAPE_TEXT, AT(name), NULL, SHAPE_EVERYWHERE},
    {"sha256", SHAPE_TEXT, AT(sha256), NULL, SHAPE_EVERYWHERE},
    {"bytes", SHAPE_COUNT, AT(bytes), NULL, SHAPE_EVERYWHERE},
    {"rows", SHAPE_COUNT, AT(rows), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape file_shape = {"file", sizeof(struct answer_file), file_fields, COUNT(file_fields)};

#define AT(member) offsetof(struct answer_revision, member)
static const struct shape_field revision_fields[] = {
    {"revision", SHAPE_COUNT, AT(revision), NULL, SHAPE_EVERYWHERE},
    {"time", SHAPE_TEXT, AT(time), NULL, SHAPE_EVERYWHERE},
    {"command", SHAPE_TEXT, AT(command), NULL, SHAPE_EVERYWHERE},
    {"user", SHAPE_TEXT, AT(user), NULL, SHAPE_EVERYWHERE},
    {"reason", SHAPE_TEXT, AT(reason), NULL, SHAPE_EVERYWHERE},
    {"undoes", SHAPE_COUNT, AT(undoes), NULL, SHAPE_EVERYWHERE},
    {"undone_by", SHAPE_COUNT, AT(undone_by), NULL, SHAPE_EVERYWHERE},
    {"added", SHAPE_COUNT, AT(added), NULL, SHAPE_EVERYWHERE},
    {"updated", SHAPE_COUNT, AT(updated), NULL, SHAPE_EVERYWHERE},
    {"removed", SHAPE_COUNT, AT(removed), NULL, SHAPE_EVERYWHERE},
    {"content", SHAPE_TEXT, AT(content), NULL, SHAPE_EVERYWHERE},
    {"files", SHAPE_ENTRIES, AT(files), &file_shape, SHAPE_EVERYWHERE},
    {"changes", SHAPE_ENTRIES, AT(changes), &change_shape, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape revision_shape = {"revision", sizeof(struct answer_revision), revision_fields, COUNT(revision_fields)};

enum status ask_change(struct asker *asker, const struct store_difference *difference, struct arena *arena,
                       struct answer_change *change, struct error *error) {
    (void)asker;
    (void)difference;
    (void)arena;
    (void)error;
    *change = (struct answer_change){.revision = SHAPE_UNKNOWN};
    return STATUS_OK;
}
