/* What the files of inforce and tariffs share. */
#ifndef DETENTE_DESK_MEASURES_H
#define DETENTE_DESK_MEASURES_H

#include "ask/measure.h"
#include "desk.h"

/* Both commands with what they share. */
struct measures {
    struct desk *desk;
    bool tariffs_only;
    struct query told; /* as asked, for the writer; desk->query becomes what coverage is asked for */
    struct measure_request request;
    struct tariff_book book;
    const struct answer_part *part; /* that entries go to */
};

/* Nothing was found: NOT_FOUND with what that means. `when`: "is in force on 2020-05-01". */
enum status measures_end_empty(struct measures *measures, const char *when);

/* Digits, with or without dots: the beginning of an HS code, and no word for a product. */
bool measures_is_code(struct slice text);

#endif
