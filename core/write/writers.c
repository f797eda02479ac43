/* The table of writers, in the order in which the contract lists the formats. */
#include "writers.h"

const struct writer_class *const writer_classes[] = {
    &text_writer, &csv_writer, &tsv_writer, &json_writer, &jsonl_writer, &md_writer, &dyad_year_writer,
    &dyad_month_writer, NULL,
};

const struct writer_class *writer_find(struct slice name) {
    for (const struct writer_class *const *class = writer_classes; *class; class ++)
        if (slice_is(name, (*class)->name))
            return *class;
    return NULL;
}

const char *writer_match_name(enum match match) {
    switch (match) {
    case MATCH_SURE: return "certain";
    case MATCH_POSSIBLE: return "possible";
    case MATCH_NONE: break;
    }
    return "";
}

bool writer_is_export(const struct writer *writer) {
    const char *command = writer->context->command;
    return command && strcmp(command, "export") == 0;
}
