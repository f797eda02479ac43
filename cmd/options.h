/* The options that several commands share: their tables and the structs that these fill. The
 * filters fill struct detente_filters, as the library wants them. */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include "args.h"

/* Of every command. */
struct everywhere_options {
    const char *database, *today, *color;
    bool no_input, quiet, help, version;
};

/* Of commands that answer in a format. */
struct format_options {
    const char *name;
    bool json;
};

/* Where an answer goes, and how its bytes look. */
struct output_options {
    const char *path; /* NULL or "-": standard output */
    bool force;
    bool crlf, lf, bom, safe_csv;
};

/* Of commands that change the record. */
struct change_options {
    bool dry_run;
};

extern const struct option_table everywhere_table, format_table, output_table, change_table,
    filter_table;

extern const struct option_synonym option_synonyms[];

/* USAGE: options that contradict one another. */
enum detente_status options_check(const struct format_options *format,
                                  const struct output_options *output, struct detente_error *error);
/* The format asked for, as it is written, whatever its case; NULL: none was. */
const char *options_format(const struct format_options *format);

#endif
