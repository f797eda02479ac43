/* detente edit ID: a record changed by settings, by JSON, or in an editor. */
#include "given.h"

static enum detente_status run_edit(const struct call *call, struct detente_error *error) {
    return given_change(call, DETENTE_EDIT, error);
}

static const struct example examples[] = {
    {"detente edit CC-M22 venue=\"A hotel\" --reason \"the venue was missing\"",
     "a field; the reason becomes a note that readers see"},
    {"detente edit CC-M22 tags+=trade countries+=KOR:venue", "items join lists"},
    {"detente edit CC-M22 summary= --dry-run", "a field is cleared; what would change"},
    {"echo '{\"venue\": null, \"tags\": [\"apec\"]}' | detente edit CC-M22 -",
     "JSON: what it does not name stays, null clears"},
    {"detente edit CC-M22 --editor true", "in an editor, here one that leaves it as it is"},
    {0},
};

const struct command cmd_edit = {
    .name = "edit",
    .group = "Change",
    .summary = "change a record",
    .words = "ID [FIELD=VALUE...|-]",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_WRITE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &given_table,
    .options_size = sizeof(struct given_options),
    .more = "FIELD=VALUE sets, FIELD= clears, FIELD+=ITEM and FIELD-=ITEM change a list\n"
            "(`countries-=CAN` whatever the role). extra.NAME=VALUE sets what is no field.\n"
            "id=NEW gives another id; the old one leads to it. Records without an id are\n"
            "named by their key, as in `link:CC-M25B/follows/CC-M25A`. Without settings, on\n"
            "a terminal, $VISUAL or $EDITOR opens on the record as JSON; a line taken out\n"
            "of it clears the field.",
    .check = given_check,
    .run = run_edit,
    .examples = examples,
};
