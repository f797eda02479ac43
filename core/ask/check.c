/* The table of checks, and what a finding is. */
#include "check.h"

#define AT(member) offsetof(struct answer_finding, member)
static const struct shape_field finding_fields[] = {
    {"id", SHAPE_TEXT, AT(id), NULL, SHAPE_EVERYWHERE},
    {"check", SHAPE_TEXT, AT(check), NULL, SHAPE_EVERYWHERE},
    {"record", SHAPE_TEXT, AT(record), NULL, SHAPE_EVERYWHERE},
    {"other", SHAPE_TEXT, AT(other), NULL, SHAPE_EVERYWHERE},
    {"field", SHAPE_TEXT, AT(field), NULL, SHAPE_EVERYWHERE},
    {"what", SHAPE_TEXT, AT(what), NULL, SHAPE_EVERYWHERE},
    {"repair", SHAPE_TEXT, AT(repair), NULL, SHAPE_EVERYWHERE},
    {"accepted", SHAPE_FLAG, AT(accepted), NULL, SHAPE_EVERYWHERE},
    {"reason", SHAPE_TEXT, AT(reason), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape finding_shape = {"finding", sizeof(struct answer_finding), finding_fields,
                                    sizeof finding_fields / sizeof *finding_fields};

const struct ask_check ask_checks[] = {{0}};

enum status ask_finding_state(struct asker *asker, const struct answer_finding *finding, struct arena *arena,
                              struct slice *state, struct error *error) {
    (void)asker;
    (void)finding;
    (void)arena;
    (void)error;
    *state = SLICE_NONE;
    return STATUS_OK;
}
