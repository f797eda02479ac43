/* The codebook of a table of dyads, in Markdown: what each column means and by which rules it was counted. */
#include "dyad_pages.h"

#include "../base/number.h"
#include "../time/edtf.h"

/* A text of the record within a line of Markdown, or a cell of its tables. */
static void append_text(struct buffer *out, struct slice text) {
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        bool space = c == '\n' || c == '\r' || c == '\t';
        if (!space && c && strchr("\\|<>*_`[]#&", c)) buffer_append_byte(out, '\\');
        buffer_append_byte(out, space ? ' ' : c);
    }
}

static void append_day(struct buffer *out, int64_t day) {
    char text[EDTF_DAY_SIZE];
    edtf_format_day(day, text);
    buffer_append_text(out, text);
}

static const char *period_of(const struct dyad_pages *pages) { return pages->by == SERIES_MONTH ? "month" : "year"; }

static void append_count(struct buffer *out, int64_t count, const char *what, const char *behind) {
    buffer_append_format(out, "%lld %s%s%s", (long long)count, what, count == 1 ? "" : "s", behind);
}

/* ---- head -------------------------------------------------------------------------------------------------------- */

static void append_head(struct buffer *out, const struct dyad_pages *pages) {
    const struct dyad_counts *counts = pages->counts;
    buffer_append_format(out, "# Codebook: %s, %s\n\n", pages->format, pages->directed ? "directed" : "undirected");
    buffer_append_format(out, "Made by detente %s on the record as of ", pages->version);
    append_day(out, pages->today);
    if (pages->revision) buffer_append_format(out, ", revision %lld", (long long)pages->revision);
    if (pages->content.size) buffer_append_format(out, " (content %.*s)", (int)pages->content.size, pages->content.data);
    buffer_append_text(out, ". The manifest beside this file has the question, the hash of the table and the "
                            "command that makes "
                            "it again:\n\n    ");
    buffer_append_slice(out, pages->command);
    buffer_append_text(out, "\n\n");
    append_count(out, counts->rows, "row", ", ");
    append_count(out, counts->pairs, "pair", ", ");
    append_count(out, counts->periods, period_of(pages), "");
    if (counts->rows) {
        buffer_append_text(out, " from ");
        append_day(out, counts->first_day);
        buffer_append_text(out, " to ");
        append_day(out, counts->last_day);
    }
    buffer_append_text(out, "; ");
    append_count(out, counts->events, "event", ".\n\n");
}

/* ---- columns ----------------------------------------------------------------------------------------------------- */

static void append_columns(struct buffer *out, const struct dyad_pages *pages) {
    buffer_append_text(out, "## Columns\n\nUTF-8, comma separated, a heading. A value that is not known is written `NA`.\n\n"
                            "| column | type | unit | meaning | NA when |\n| --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < pages->columns->count; i++) {
        const struct dyad_column *column = &pages->columns->items[i];
        buffer_append_format(out, "| %s | %s | %s | %s | %s |\n", column->name, column->type, column->unit, column->note,
                             column->missing);
    }
}

/* ---- rules ------------------------------------------------------------------------------------------------------- */

static void append_rows_rule(struct buffer *out, const struct dyad_pages *pages) {
    const char *period = period_of(pages);
    buffer_append_text(out, "\n## Rules\n\n");
    buffer_append_format(out, "- **Rows.** One row per pair of states and %s of which coverage claims something, "
                              "and wherever there are "
                         "events. Order: period, iso1, iso2.\n", period);
    buffer_append_text(out, pages->directed
        ? "- **Direction.** A row per ordered pair: state 1 acts, state 2 is whom it acts on. A state acts that "
          "has, itself or by a "
          "person, the role actor, imposer, visitor, speaker or requester. Where neither or both do, the event "
          "is joint: it stands "
          "in `events_joint` of both rows and in no other column.\n"
        : "- **Direction.** None: a row per pair, and iso1 comes before iso2 in the alphabet.\n");
    buffer_append_text(out,
        "- **Events of a pair.** Both states are parties, themselves or through a person who acts for them, in "
        "any role but venue. "
        "An event of several states counts once in each of their pairs, so that a sum over pairs can be more "
        "than the number of "
        "events. Events of more than eight parties count only with `--multilateral`.\n"
        "- **States.** Organizations are no states: the European Union as a party makes no dyad. Rows without "
        "events are those of "
        "states that were members of one of the two state systems in the period, that coverage or the question "
        "name, or that only "
        "this record knows, and that exist on a common day of it. Territories have rows only where there are "
        "events, unless they are named.\n"
        "- **Codes.** Of the two systems the code that holds on the last day of the period, else the one that "
        "held last in it. "
        "Both systems begin with 1816.\n");
}

static void append_counting_rule(struct buffer *out, const struct dyad_pages *pages) {
    const struct dyad_counts *counts = pages->counts;
    const char *period = period_of(pages);
    buffer_append_format(out, "- **Dates.** An event counts in the %s in which it began. One whose date leaves "
                              "open which %s that was counts in "
                         "none: %lld here.\n", period, period, (long long)counts->undatable);
    buffer_append_format(out, "- **Status.** Planned (%lld), denied (%lld) and cancelled (%lld) events are left "
                              "out unless `--status` asks "
                         "for them.\n", (long long)counts->planned, (long long)counts->denied, (long long)counts->cancelled);
    buffer_append_format(out, "- **0 and NA.** 0 stands only where the record claims to cover the whole %s for "
                              "the pair and the kinds of the "
                         "column. Elsewhere silence means nothing: NA. A count outside coverage is what the "
                         "record happens to hold. A %s that "
                         "was not over on the day above is not covered.\n", period, period);
    buffer_append_text(out, "- **Weights.** From -10 (conflict) to 10 (cooperation), after Goldstein (1992): the "
                            "intensity of the event "
                            "where it carries one, else the weight of its kind.\n");
    if (pages->context->query && pages->context->query->distinct)
        buffer_append_text(out, "- **Reports.** Reports of one act (same date, parties, kind and code) are counted once.\n");
}

/* ---- coverage and kinds ------------------------------------------------------------------------------------------ */

static void append_claim(struct buffer *out, const struct record *claim) {
    static const int fields[] = {COVERAGE_DATASET, COVERAGE_COUNTRIES, COVERAGE_KINDS, COVERAGE_START, COVERAGE_END};
    static const char *const otherwise[] = {"", "all pairs", "all kinds", "", "no end"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct slice text = record_get(claim, fields[i]);
        buffer_append_text(out, "| ");
        append_text(out, text.size ? text : slice_from(otherwise[i]));
        buffer_append_byte(out, ' ');
    }
    buffer_append_text(out, "|\n");
}

static void append_coverage(struct buffer *out, const struct dyad_pages *pages) {
    buffer_append_text(out, "\n## Coverage\n\n");
    if (pages->claim_count == 0) {
        buffer_append_text(out, "The record claims to cover nothing of this question, so that no 0 stands in the table.\n");
        return;
    }
    buffer_append_text(out, "What data sets claim to hold. Several countries: what they do among one another; "
                            "one: all that it does.\n\n"
                            "| data set | countries | kinds | first day | last day |\n| --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < pages->claim_count; i++) append_claim(out, &pages->claims[i]);
}

static void append_kinds(struct buffer *out) {
    buffer_append_text(out, "\n## Kinds\n\nThe weight of a kind that is not listed is that of the longest listed "
                            "path with which it begins.\n\n"
                            "| kind | meaning | weight |\n| --- | --- | --- |\n");
    for (size_t i = 0; i < kind_count; i++) {
        char weight[NUMBER_SIZE];
        number_format(kind_table[i].weight, weight);
        buffer_append_format(out, "| %s | %s | %s |\n", kind_table[i].path, kind_table[i].label, weight);
    }
}

static const char sources[] =
    "\n## Sources of the codes\n\n"
    "- cow1, cow2: Correlates of War Project, State System Membership List.\n"
    "- gw1, gw2: Gleditsch and Ward, list of independent states, with the microstates.\n"
    "- iso1, iso2: ISO 3166-1 alpha-3, and ISO 3166-3 for states that are gone.\n"
    "- `detente countries` shows each state with the days on which its codes hold.\n";

void dyad_codebook_append(struct buffer *out, const struct dyad_pages *pages) {
    append_head(out, pages);
    append_columns(out, pages);
    append_rows_rule(out, pages);
    append_counting_rule(out, pages);
    append_coverage(out, pages);
    append_kinds(out);
    buffer_append_text(out, sources);
}
