/* list statements: what was said, a row per quote, in events of any kind. */
#include "desk.h"

#include "ask/statement.h"

static const struct answer_part parts[] = {
    {.name = "statements", .shape = &statement_shape, .is_table = true},
};

static enum status take_statement(void *context, const struct answer_statement *statement, struct error *error) {
    (void)error; /* the same as the desk's */
    return desk_entry(context, &parts[0], statement);
}

enum status desk_statements(struct desk *desk) {
    enum status status = desk_build_query(desk, NULL);
    if (status == STATUS_OK) status = desk_tell_words(desk);
    if (status == STATUS_OK) status = desk_begin(desk, parts, 1);
    if (status == STATUS_OK) status = ask_statements(&desk->asker, &desk->query, take_statement, desk, desk->error);
    if (status != STATUS_OK || desk->query.limit == 0) return status;
    return desk_end(desk, "nothing was said, as far as the record tells");
}
