/* Tables: RFC 4180 and what people really have (CR, LF, CRLF, a byte order mark, empty trailing
 * cells), read row by row in constant space. The only room that knows libcsv.
 *
 * The first row names the columns; a column that is no field becomes an extra of that name. Where the delimiter
 * that the options say gives no name that is known, it is the one of ; , tab and | that does.
 * A table that cannot be read as one (not UTF-8, a NUL, a quote never closed, two columns of one
 * name, an empty heading over a filled cell) is refused whole, with STATUS_BAD_INPUT and the place;
 * a row with too few or too many cells is rejected by itself. */
#ifndef DETENTE_READ_CSV_H
#define DETENTE_READ_CSV_H

#include "input.h"

enum { CSV_CELL_MAX = 1 << 20, CSV_COLUMNS_MAX = 512 };

enum { CSV_NO_QUOTE = '\0' }; /* quotes mean nothing */

struct csv_options {
    char delimiter; /* any byte but a quote, CR, LF and NUL */
    char quote;     /* '"' or CSV_NO_QUOTE */
};

enum status csv_read_records(struct input *input, enum record_type type,
                             const struct csv_options *options, const struct record_visitor *visitor,
                             struct error *error);

#endif
