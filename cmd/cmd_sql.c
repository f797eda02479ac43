/* detente sql QUERY: reading SQL over the documented views. */
#include <stdlib.h>
#include <string.h>

#include "fault.h"
#include "question.h"

enum { QUERY_MAX_BYTES = 1 << 20 };

/* The whole of standard input, NUL-terminated; the caller frees it. */
static enum detente_status read_query(char **query, struct detente_error *error) {
    char *text = malloc(QUERY_MAX_BYTES + 1);
    if (!text) return fault_set_memory(error);
    size_t size = fread(text, 1, QUERY_MAX_BYTES + 1, stdin);
    *query = text;
    snprintf(error->file, sizeof error->file, "-");
    if (ferror(stdin))
        return fault_set(error, DETENTE_ENVIRONMENT, "standard input cannot be read");
    if (size > QUERY_MAX_BYTES)
        return fault_set(error, DETENTE_BAD_INPUT, "the query is larger than %d bytes",
                         QUERY_MAX_BYTES);
    if (memchr(text, '\0', size))
        return fault_set(error, DETENTE_BAD_INPUT, "the query holds a NUL byte");
    text[size] = '\0';
    error->file[0] = '\0';
    return DETENTE_OK;
}

static enum detente_status run_sql(const struct call *call, struct detente_error *error) {
    if (strcmp(call->words.items[0], "-") != 0) return question_ask(call, DETENTE_SQL, error);
    char *query = NULL;
    enum detente_status status = term_await_input(&call->term, error);
    if (status == DETENTE_OK) status = read_query(&query, error);
    if (status == DETENTE_OK) {
        const char *const items[] = {query};
        const struct detente_words words = {items, 1};
        status = question_ask_words(call, DETENTE_SQL, &words, error);
    }
    free(query);
    return status;
}

static const struct example examples[] = {
    {"detente sql 'SELECT kind, count(*) FROM v_event GROUP BY kind'",
     "how many events of each kind"},
    {"detente sql --format csv - <query.sql", "a query from a file, the answer as a table"},
    {0},
};

const struct command cmd_sql = {
    .name = "sql",
    .group = "Take out",
    .summary = "read the record with SQL; nothing can be changed",
    .words = "'QUERY'|-",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_READ,
    .takes = TAKES_ANSWER,
    .more = "Views; \"SELECT name, sql FROM sqlite_schema\" shows their columns\n"
            "  v_event         events, with their days as yyyy-mm-dd and their measure\n"
            "  v_party         who took part in which event, in which role, and for whom\n"
            "  v_pair          which events are of which pair\n"
            "  v_person        people            v_term      their offices\n"
            "  v_organization  organizations     v_source    sources\n"
            "  v_claim         what a source says of an event\n"
            "  v_link          how events bear on one another\n"
            "  v_coverage      what the record claims to hold\n"
            "  v_note          corrections and other notes\n"
            "  v_revision      what was done to the record\n"
            "  v_revision_file what was imported v_change    records as they were before",
    .run = run_sql,
    .examples = examples,
};
