/* detente add TYPE: a record from settings, from JSON, or written in an editor. */
#include "given.h"

static enum detente_status run_add(const struct call *call, struct detente_error *error) {
    return given_change(call, DETENTE_ADD, error);
}

static const struct example examples[] = {
    {"detente add event kind=meeting.call date=2026-04-09 title=\"Carney and Li speak by phone\" "
     "countries=\"CAN;CHN\" people=mark-carney source_url=https://example.org/readout",
     "an id is made of date and title; what is only named is made too"},
    {"detente add person name=\"Marie Exemple\" country=Canada --reason \"new ambassador\"", "an id is made of the name"},
    {"detente add link from=CC-M25B relation=follows to=CC-M25A --dry-run --json", "what would change"},
    {"echo '{\"id\": \"APEC2026\", \"name\": \"APEC 2026 host committee\"}' | detente add organization -", "as JSON"},
    {0},
};

const struct command cmd_add = {
    .name = "add",
    .group = "Change",
    .summary = "add a record",
    .words = "TYPE [FIELD=VALUE...|-]",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_CREATE,
    .takes = TAKES_FORMAT | TAKES_CHANGE,
    .options = &given_table,
    .options_size = sizeof(struct given_options),
    .more = "TYPE is event, person, term, source, claim, link, country, organization, coverage, note or party\n"
            "(what a cell of an event cannot say: `add party event=ID type=person id=WHO for=CAN as=envoy`).\n"
            "The fields of each are in detente(5). A list is parted by ';', a party has its role behind ':'.\n"
            "extra.NAME=VALUE keeps what is no field. Without settings, on a terminal, an editor opens on an\n"
            "empty record; left as it is, nothing is added.",
    .check = given_check,
    .run = run_add,
    .examples = examples,
};
