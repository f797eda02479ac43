/* list statements: what was said, a row per quote.
 *
 * Asks for events of kind `statement` and below; a kind that is given narrows that. */
#include "desk.h"

#include "ask/statement.h"

static const struct answer_part parts[] = {
    {.name = "statements", .shape = &statement_shape, .is_table = true},
};

/* The limit counts events, so that no other kind may come to it. */
static enum status narrow_kinds(struct desk *desk) {
    struct slice_list *kinds = &desk->query.kinds;
    for (size_t i = 0; i < kinds->count; i++) {
        if (kind_is_below(kinds->items[i], SLICE_OF("statement"))) continue;
        error_set(desk->error, STATUS_USAGE, "%.*s is no kind of statement",
                  (int)(kinds->items[i].size < 80 ? kinds->items[i].size : 80), kinds->items[i].data);
        error_advise(desk->error, "`detente list events --kind` takes every kind; here: statement, "
                     "statement.announcement, statement.protest and what else begins with statement");
        return STATUS_USAGE;
    }
    if (kinds->count || arena_append(&desk->answer->arena, kinds, SLICE_OF("statement"))) return STATUS_OK;
    return error_set(desk->error, STATUS_NO_MEMORY, "out of memory");
}

static enum status take_statement(void *context, const struct answer_statement *statement, struct error *error) {
    (void)error; /* the same as the desk's */
    return desk_entry(context, &parts[0], statement);
}

enum status desk_statements(struct desk *desk) {
    enum status status = desk_build_query(desk, NULL);
    if (status == STATUS_OK) status = narrow_kinds(desk);
    if (status == STATUS_OK) status = desk_tell_words(desk);
    if (status == STATUS_OK) status = desk_begin(desk, parts, 1);
    if (status == STATUS_OK) status = ask_statements(&desk->asker, &desk->query, take_statement, desk, desk->error);
    if (status != STATUS_OK || desk->query.limit == 0) return status;
    return desk_end(desk, "nothing was said, as far as the record tells");
}
