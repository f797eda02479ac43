/* detente check [NAME...]: what is probably wrong; --accept ID: what is known and right as it is. */
#include <string.h>

#include "author.h"
#include "fault.h"
#include "preview.h"

struct check_options {
    bool accepted;
    const char *accept, *reason;
};

#define AT(member) offsetof(struct check_options, member)
static const struct option rows[] = {
    {"--accepted", 0, OPTION_FLAG, AT(accepted), NULL, "show also what is accepted, and why", 0},
    {"--accept", 0, OPTION_TEXT, AT(accept), "ID", "known: silent until its record changes", 0},
    {"--reason", 0, OPTION_TEXT, AT(reason), "TEXT", "why it is accepted; kept in a note and in the log", 0},
};
#undef AT
static const struct option_table options = {"Check", rows, sizeof rows / sizeof *rows};

static enum command_needs needs_of(const struct call *call) {
    const struct check_options *own = call->own;
    return own->accept ? NEEDS_WRITE : NEEDS_READ;
}

static bool is_blank(const char *text) { return !text || !text[strspn(text, " \t\r\n")]; }

static enum detente_status check_accepting(const struct call *call, struct detente_error *error) {
    const struct check_options *own = call->own;
    if (call->words.count || own->accepted) {
        fault_set(error, DETENTE_USAGE, "--accept takes one finding, and %s says nothing beside it",
                  own->accepted ? "--accepted" : "the name of a check");
        fault_advise(error, "one command per finding: detente check --accept ID --reason TEXT");
    } else if (call->output.path) {
        fault_set(error, DETENTE_USAGE, "--accept writes no answer, so that --output says nothing here");
    } else if (is_blank(own->reason)) {
        fault_set(error, DETENTE_USAGE, "a finding is accepted with a reason");
        fault_advise(error, "detente check --accept %.150s --reason TEXT", own->accept);
    }
    return error->status == DETENTE_OK ? preview_check_format(call, error) : error->status;
}

static enum detente_status check_options(const struct call *call, struct detente_error *error) {
    const struct check_options *own = call->own;
    if (own->accept) return check_accepting(call, error);
    if (own->reason || call->change.dry_run) {
        fault_set(error, DETENTE_USAGE, "%s goes with --accept ID", own->reason ? "--reason" : "--dry-run");
        fault_advise(error, "a check by itself changes nothing");
    }
    return error->status;
}

static void tell(const struct call *call, const struct detente_change_summary *summary) {
    const struct check_options *own = call->own;
    if (summary->unchanged) term_print_line("%s is accepted already: %s", own->accept, summary->remark);
    else if (call->change.dry_run) term_print_line("%s would be accepted (dry run: nothing was kept)", own->accept);
    else term_print_line("accepted %s; it is silent until %s changes", own->accept, summary->name);
}

static enum detente_status accept_finding(const struct call *call, struct detente_error *error) {
    const struct check_options *own = call->own;
    struct detente_change_summary summary;
    struct detente_change change = {.action = DETENTE_ACCEPT, .words = {&own->accept, 1},
                                    .author = author_of(call, own->reason)};
    return preview_change_told(call, &change, &summary, tell, error);
}

static enum detente_status run_check(const struct call *call, struct detente_error *error) {
    const struct check_options *own = call->own;
    struct detente_answer answer;
    if (own->accept) return accept_finding(call, error);
    struct detente_request request = question_make_request(call, DETENTE_CHECK, &call->words);
    request.details.accepted = own->accepted;
    return question_ask_request(call, &request, &answer, error);
}

static const struct example examples[] = {
    {"detente check --today 2026-04-10", "all checks; nothing is printed when all is well"},
    {"detente check dates links", "only these"},
    {"detente check --today 2026-11-24 --accepted", "with what is accepted, and why"},
    {0},
};

const struct command cmd_check = {
    .name = "check",
    .group = "Keep",
    .summary = "what is probably wrong, where, and how it is repaired",
    .words = "[NAME...]",
    .min_words = 0,
    .max_words = SIZE_MAX,
    .needs = NEEDS_READ,
    .needs_of = needs_of,
    .takes = TAKES_ANSWER | TAKES_CHANGE,
    .options = &options,
    .options_size = sizeof(struct check_options),
    .more = "  sources     facts that name no source\n"
            "  terms       leaders at a meeting without an office that day, two in one\n"
            "              office\n"
            "  dates       days that contradict one another, states that did not exist,\n"
            "              what is over but still planned\n"
            "  links       answers before what they answer, circles\n"
            "  tariffs     without an end and not confirmed for a year, overlapping,\n"
            "              without a rate\n"
            "  duplicates  events that are probably one\n"
            "  countries   ids that nobody knows, codes that contradict\n"
            "  notes       remarks on what is not there\n"
            "  integrity   the file itself\n\n"
            "Exit status 0 and silent when all is well, else 1. Some findings come with\n"
            "time: a tariff without an end has to be confirmed every year. A finding that\n"
            "is known and right as it is, is accepted with a reason; it is silent until a\n"
            "record that it is about changes.",
    .check = check_options,
    .run = run_check,
    .examples = examples,
};
