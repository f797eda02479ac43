/* The tables of record_tables.c, for record.c only; everybody else asks record_info. */
#ifndef DETENTE_MODEL_RECORD_TABLES_H
#define DETENTE_MODEL_RECORD_TABLES_H

#include "record.h"

extern const struct record_info record_tables[RECORD_TYPES];

#endif
