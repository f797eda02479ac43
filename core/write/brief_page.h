/* Private to the writers of pages (text, md): the words of a brief, part by part, in runs of text_layout.h.
 *
 * The page is made once; a printer sets its headings and items for a terminal or as Markdown. The writer's
 * state begins with a struct text_page. */
#ifndef DETENTE_WRITE_BRIEF_PAGE_H
#define DETENTE_WRITE_BRIEF_PAGE_H

#include "../ask/brief.h"
#include "text_page.h"

struct brief_printer {
    enum status (*title)(struct writer *writer, struct slice run);
    enum status (*heading)(struct writer *writer, const char *words);
    enum status (*item)(struct writer *writer, struct slice run); /* one entry */
    enum status (*aside)(struct writer *writer, struct slice run); /* a line that is no entry: "none in the record" */
};

enum status brief_page_entry(struct writer *writer, const struct brief_printer *printer, const struct answer_part *part,
                             const void *entry);
/* What is left to say of parts without entries. */
enum status brief_page_end(struct writer *writer, const struct brief_printer *printer);

#endif
