/* detente add TYPE: a record from settings, from JSON, or written in an editor. */
#include "given.h"

static enum detente_status run_add(const struct call *call, struct detente_error *error) {
    return given_change(call, DETENTE_ADD, error);
}

static const struct example examples[] = {
    {"detente add event kind=statement date=2026-04-09 title=\"A word\" countries=CAN",
     "an id is made of date and title"},
    {"detente add person name=\"Marie Exemple\" country=Canada", "an id is made of the name"},
    {"detente add link from=CC-M25B relation=follows to=CC-M25A --dry-run --json", "what would change"},
    {"echo '{\"id\": \"HOSTS\", \"name\": \"The hosts\"}' | detente add organization -", "as JSON"},
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
    .more = "TYPE is event, person, term, source, claim, link, country, organization,\n"
            "coverage, note or party (what a cell of an event cannot say, as in\n"
            "`add party event=ID type=person id=WHO for=CAN as=envoy`). detente(5) has the\n"
            "fields of each. Items of a list are parted by ';', a role follows ':'; what is\n"
            "only named and may be made is made. extra.NAME=VALUE keeps what is no field.\n"
            "Without settings, on a terminal, an editor opens on an empty record; left as\n"
            "it is, nothing is added.",
    .check = given_check,
    .run = run_add,
    .examples = examples,
};
