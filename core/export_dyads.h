/* Tables of dyads: the formats dyad-year and dyad-month. */
#ifndef DETENTE_EXPORT_DYADS_H
#define DETENTE_EXPORT_DYADS_H

#include "front.h"

/* Is it the name of such a format? NULL is none. */
bool front_is_dyads(const char *format);
/* The table alone; `database` is the record to ask, as it is or as it was. */
enum status front_export_dyads(struct detente *database, const struct detente_request *request, struct front_answer *answer,
                               struct detente_answer *told, struct error *error);
/* The table, its codebook and its manifest. */
enum status front_export_dyad_files(struct detente *database, const struct detente_request *request,
                                    const struct detente_folder *folder, struct detente_answer *told, struct error *error);

/* export_command.c: the command that makes the export again, for a shell. */
void front_append_command(struct buffer *out, const struct detente_request *request);

#endif
