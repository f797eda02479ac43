/* The shared options, as rows. */
#include "options.h"

#include <string.h>
#include <strings.h>

#include "fault.h"

#define ROWS(rows) (rows), sizeof(rows) / sizeof *(rows)

static const char *const color_choices[] = {"auto", "always", "never", NULL};

#define AT(member) offsetof(struct everywhere_options, member)
static const struct option everywhere_rows[] = {
    {"--db", 0, OPTION_TEXT, AT(database), "FILE", "the record; else $DETENTE_DB, detente.db", 0},
    {"--today", 0, OPTION_TEXT, AT(today), "DATE", "the day that counts as today", 0},
    {"--color", 0, OPTION_TEXT, AT(color), "WHEN", "auto, always or never", color_choices},
    {"--no-input", 0, OPTION_FLAG, AT(no_input), NULL, "never wait for someone to type", 0},
    {"--quiet", 'q', OPTION_FLAG, AT(quiet), NULL, "no remarks, only errors", 0},
    {"--help", 'h', OPTION_FLAG, AT(help), NULL, "examples and options of a command", 0},
    {"--version", 0, OPTION_FLAG, AT(version), NULL, "the version", 0},
};
#undef AT

#define AT(member) offsetof(struct format_options, member)
static const struct option format_rows[] = {
    {"--format", 0, OPTION_TEXT, AT(name), "FORMAT", "how to answer; see `detente formats`", 0},
    {"--json", 0, OPTION_FLAG, AT(json), NULL, "the same as --format json", 0},
};
#undef AT

#define AT(member) offsetof(struct output_options, member)
static const struct option output_rows[] = {
    {"--output", 'o', OPTION_TEXT, AT(path), "FILE", "write there, whole or not at all", 0},
    {"--force", 0, OPTION_FLAG, AT(force), NULL, "also into a folder that is not empty", 0},
    {"--crlf", 0, OPTION_FLAG, AT(crlf), NULL, "tables: lines end in CR LF", 0},
    {"--lf", 0, OPTION_FLAG, AT(lf), NULL, "tables: lines end in LF (default)", 0},
    {"--bom", 0, OPTION_FLAG, AT(bom), NULL, "tables: begin with a byte order mark", 0},
    {"--safe-csv", 0, OPTION_FLAG, AT(safe_csv), NULL, "tables: nothing a spreadsheet runs", 0},
};
#undef AT

static const struct option change_rows[] = {
    {"--dry-run", 'n', OPTION_FLAG, offsetof(struct change_options, dry_run), NULL,
     "do everything but keep nothing", 0},
};

#define AT(member) offsetof(struct detente_filters, member)
static const struct option filter_rows[] = {
    {"--from", 0, OPTION_TEXT, AT(from), "DATE", "from this date on; a date or an event's id", 0},
    {"--to", 0, OPTION_TEXT, AT(to), "DATE", "up to and with this date", 0},
    {"--match", 0, OPTION_TEXT, AT(match), "MODE", "starts (default), overlaps or certain", 0},
    {"--pair", 0, OPTION_LIST, AT(pair), "A,B", "between these two", 0},
    {"--multilateral", 0, OPTION_FLAG, AT(multilateral), NULL, "also with more than 8 parties", 0},
    {"--country", 0, OPTION_LIST, AT(countries), "COUNTRY", "in which it took part", 0},
    {"--person", 0, OPTION_LIST, AT(people), "PERSON", "who took part", 0},
    {"--organization", 0, OPTION_LIST, AT(organizations), "NAME", "that took part", 0},
    {"--role", 0, OPTION_LIST, AT(roles), "ROLE", "host, visitor, imposer, target, ...", 0},
    {"--kind", 0, OPTION_LIST, AT(kinds), "KIND", "of this kind and all below it", 0},
    {"--status", 0, OPTION_LIST, AT(statuses), "STATUS", "planned, reported, confirmed, ...", 0},
    {"--tag", 0, OPTION_LIST, AT(tags), "TAG", "that have this tag", 0},
    {"--place", 0, OPTION_LIST, AT(places), "PLACE", "at this place", 0},
    {"--source", 0, OPTION_LIST, AT(sources), "SOURCE", "that rest on this source", 0},
    {"--single-source", 0, OPTION_FLAG, AT(single_source), NULL, "that rest on one source only", 0},
    {"--disputed", 0, OPTION_FLAG, AT(disputed), NULL, "on which sources disagree", 0},
    {"--text", 0, OPTION_LIST, AT(texts), "WORDS", "whose title or summary has these words", 0},
    {"--product", 0, OPTION_LIST, AT(products), "PRODUCT", "tariffs on this product", 0},
    {"--code", 0, OPTION_LIST, AT(codes), "CODE", "of this CAMEO code and all below it", 0},
    {"--min-mentions", 0, OPTION_NUMBER, AT(min_mentions), "N", "reported at least this often", 0},
    {"--intensity", 0, OPTION_TEXT, AT(intensity), "LOW/HIGH", "from -10, conflict, to 10, cooperation", 0},
    {"--tone", 0, OPTION_TEXT, AT(tone), "LOW/HIGH", "of the reports, below 0 is negative", 0},
    {"--box", 0, OPTION_TEXT, AT(box), "S,W,N,E", "within these degrees", 0},
    {"--distinct", 0, OPTION_FLAG, AT(distinct), NULL, "identical reports as one", 0},
    {"--limit", 0, OPTION_NUMBER, AT(limit), "N", "at most this many", 0},
    {"--after", 0, OPTION_TEXT, AT(after), "ID", "those that come after this event", 0},
    {"--reverse", 0, OPTION_FLAG, AT(reverse), NULL, "newest first", 0},
};
#undef AT

const struct option_table everywhere_table = {"Everywhere", ROWS(everywhere_rows)};
const struct option_table format_table = {"Format", ROWS(format_rows)};
const struct option_table output_table = {"Output", ROWS(output_rows)};
const struct option_table change_table = {"Changes", ROWS(change_rows)};
const struct option_table filter_table = {"Which events (given twice: either; --person: both)",
                                          ROWS(filter_rows)};

const struct option_synonym option_synonyms[] = {
    {"--since", "--from"},        {"--until", "--to"},          {"--date", "--on"},
    {"--csv", "--format csv"},    {"--tsv", "--format tsv"},    {"--jsonl", "--format jsonl"},
    {"--md", "--format md"},      {"--markdown", "--format md"}, {"--type", "--kind"},
    {"--out", "--output"},        {"--desc", "--reverse"},      {"--max", "--limit"},
    {"--people", "--person"},     {"--org", "--organization"},  {0},
};

const char *options_format(const struct format_options *format) {
    struct detente_format known;
    for (size_t i = 0; !format->json && format->name && detente_format_at(i, &known); i++)
        if (strcasecmp(known.name, format->name) == 0) return known.name;
    return format->json ? "json" : format->name;
}

enum detente_status options_check(const struct format_options *format,
                                  const struct output_options *output,
                                  struct detente_error *error) {
    if (format->json && format->name && strcasecmp(format->name, "json") != 0)
        return fault_set(error, DETENTE_USAGE, "--json and --format %s contradict each other",
                         format->name);
    if (output->crlf && output->lf)
        return fault_set(error, DETENTE_USAGE, "--crlf and --lf contradict each other");
    return DETENTE_OK;
}
