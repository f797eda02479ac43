/* check: what is probably wrong, check by check; what editors have accepted is passed over, or shown beside it. */
#include "desk.h"

#include <string.h>
#include "ask/check.h"
#include "model/nearest.h"

enum { CHECKS_MAX = 32 };

/* How one check came out. */
struct check_outcome {
    struct slice check;
    struct shape_count findings, accepted;
};
#define AT(member) offsetof(struct check_outcome, member)
static const struct shape_field outcome_fields[] = {
    {"check", SHAPE_TEXT, AT(check), NULL, SHAPE_EVERYWHERE},
    {"findings", SHAPE_COUNT, AT(findings), NULL, SHAPE_EVERYWHERE},
    {"accepted", SHAPE_COUNT, AT(accepted), NULL, SHAPE_EVERYWHERE},
};
#undef AT
static const struct shape outcome_shape = {"outcome", sizeof(struct check_outcome), outcome_fields, 3};

enum { PART_FINDINGS, PART_CHECKS, PART_OUTDATED };
static const struct answer_part parts[] = {
    [PART_FINDINGS] = {"findings", &finding_shape, false, true},
    [PART_CHECKS] = {"checks", &outcome_shape, false, false},
    [PART_OUTDATED] = {"outdated", &outdated_shape, false, false}, /* only with --accepted */
};

struct check_run {
    struct desk *desk;
    bool wanted[CHECKS_MAX];
    struct ask_acceptance acceptance;
    struct check_outcome outcomes[CHECKS_MAX];
    struct check_outcome *outcome; /* of the check at hand */
};

/* ---- which checks -------------------------------------------------------------------------------------------- */

static enum status refuse_name(struct desk *desk, struct slice word) {
    struct nearest nearest = {.word = word};
    char names[200];
    for (size_t i = 0; ask_checks[i].name; i++) nearest_offer(&nearest, slice_from(ask_checks[i].name));
    nearest_format(&nearest, names, sizeof names);
    error_set(desk->error, STATUS_USAGE, "there is no check \"%.*s\"", (int)(word.size < 80 ? word.size : 80), word.data);
    if (names[0]) error_advise(desk->error, "did you mean %s?", names);
    else if (slice_find(word, ':') < word.size)
        error_advise(desk->error, "as words, `check` takes names of checks; a finding is accepted with --accept ID --reason "
                     "TEXT");
    else error_advise(desk->error, "`detente help check` lists them");
    return STATUS_USAGE;
}

static enum status choose_checks(struct check_run *run) {
    const struct detente_words *words = &run->desk->request->words;
    for (size_t i = 0; words->count == 0 && ask_checks[i].name && i < CHECKS_MAX; i++) run->wanted[i] = true;
    for (size_t w = 0; w < words->count; w++) {
        struct slice word = slice_trim(slice_from(words->items[w]));
        size_t i = 0;
        while (ask_checks[i].name && i < CHECKS_MAX && !slice_equals_ascii_nocase(word, slice_from(ask_checks[i].name))) i++;
        if (i == CHECKS_MAX || !ask_checks[i].name) return refuse_name(run->desk, word);
        run->wanted[i] = true;
    }
    return STATUS_OK;
}

/* ---- what they find -------------------------------------------------------------------------------------------- */

static enum status take_finding(void *context, const struct answer_finding *finding, struct error *error) {
    struct check_run *run = context;
    (void)error;
    run->outcome->findings.value += !finding->accepted;
    run->outcome->accepted.value += finding->accepted;
    if (finding->accepted && !run->desk->request->details.accepted) return STATUS_OK;
    return desk_entry(run->desk, &parts[PART_FINDINGS], finding);
}

static enum status make_checks(struct check_run *run) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && ask_checks[i].name && i < CHECKS_MAX; i++) {
        if (!run->wanted[i]) continue;
        run->outcome = &run->outcomes[i];
        *run->outcome = (struct check_outcome){slice_from(ask_checks[i].name), shape_count(0), shape_count(0)};
        status = ask_run_check(&run->desk->asker, &ask_checks[i], &run->acceptance, take_finding, run, run->desk->error);
    }
    for (size_t i = 0; status == STATUS_OK && ask_checks[i].name && i < CHECKS_MAX; i++)
        if (run->wanted[i]) status = desk_entry(run->desk, &parts[PART_CHECKS], &run->outcomes[i]);
    return status;
}

/* Was the check of that finding among those made? */
static bool was_made(const struct check_run *run, struct slice id) {
    struct slice name = slice_part(id, 0, slice_find(id, ':'));
    for (size_t i = 0; ask_checks[i].name && i < CHECKS_MAX; i++)
        if (slice_is(name, ask_checks[i].name)) return run->wanted[i];
    return false;
}

static enum status tell_outdated(struct check_run *run) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < run->acceptance.count; i++) {
        const struct ask_accepted *item = &run->acceptance.items[i];
        if (item->used || !was_made(run, item->check)) continue;
        struct answer_outdated outdated = {item->check, item->record, item->reason};
        status = desk_entry(run->desk, &parts[PART_OUTDATED], &outdated);
    }
    return status;
}

static enum status conclude(struct check_run *run) {
    long long findings = 0, accepted = 0;
    for (size_t i = 0; ask_checks[i].name && i < CHECKS_MAX; i++) {
        findings += (long long)run->outcomes[i].findings.value;
        accepted += (long long)run->outcomes[i].accepted.value;
    }
    if (findings == 0) return STATUS_OK;
    if (accepted) error_set(run->desk->error, STATUS_NOT_FOUND, "%lld finding%s, and %lld accepted", findings,
                            findings == 1 ? "" : "s", accepted);
    else error_set(run->desk->error, STATUS_NOT_FOUND, "%lld finding%s", findings, findings == 1 ? "" : "s");
    error_advise(run->desk->error, "one that is known and right as it is: detente check --accept ID --reason TEXT");
    return STATUS_NOT_FOUND;
}

enum status desk_check(struct desk *desk) {
    struct check_run run = {.desk = desk};
    bool all = desk->request->details.accepted;
    enum status status = choose_checks(&run);
    if (status == STATUS_OK) status = desk_tell_words(desk);
    if (status == STATUS_OK) status = ask_read_acceptance(&desk->asker, &desk->answer->arena, &run.acceptance, desk->error);
    if (status == STATUS_OK) status = desk_begin(desk, parts, all ? 3 : 2);
    if (status == STATUS_OK) status = make_checks(&run);
    if (status == STATUS_OK && all) status = tell_outdated(&run);
    return status == STATUS_OK ? conclude(&run) : status;
}
