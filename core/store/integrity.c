/* Is the file whole, and does the record in it agree with itself?
 *
 * First the engine's own checks, of pages, indexes and references; then what is kept beside the records and follows from
 * them: the hash of the content, numbers of events, and what they are found by. A fault does not end the check, not even a
 * page that cannot be read: the next question may find more. */
#include "inside.h"

#include <stdarg.h>
#include <stdio.h>

struct checker {
    struct store *store;
    store_fault_visit *visit;
    void *context;
    struct error *error;
};

enum { FAULTS_MAX = 100 }; /* of one kind: more of the same say nothing new */

static enum status tell(struct checker *checker, const char *format, ...) __attribute__((format(printf, 2, 3)));

static enum status tell(struct checker *checker, const char *format, ...) {
    char text[700];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    return checker->visit(checker->context, slice_from(text), checker->error);
}

/* A question that the file is too damaged to answer is a fault like others. */
static enum status take_fault(struct checker *checker, enum status status, const struct error *fault) {
    if (status == STATUS_CORRUPT) return tell(checker, "%s", fault->message);
    if (status != STATUS_OK && checker->error) *checker->error = *fault;
    return status;
}

/* ---- the engine's own ------------------------------------------------------------------------------------------ */

typedef enum status row_teller(struct checker *checker, struct statement *row);

static enum status each_row(struct checker *checker, const char *sql, row_teller *teller) {
    struct statement *rows;
    struct error fault = {0};
    enum status status = engine_prepare(checker->store->engine, sql, &rows, &fault), told = STATUS_OK;
    int count = 0;
    for (bool row = true; status == STATUS_OK && told == STATUS_OK && count < FAULTS_MAX; count++) {
        status = statement_step(rows, &row, &fault);
        if (status != STATUS_OK || !row) break;
        told = teller(checker, rows);
    }
    statement_free(rows);
    return told != STATUS_OK ? told : take_fault(checker, status, &fault);
}

static enum status tell_page(struct checker *checker, struct statement *row) {
    struct slice text = statement_text(row, 0);
    if (slice_is(text, "ok")) return STATUS_OK;
    return tell(checker, "the file is damaged: %.*s", (int)(text.size < 500 ? text.size : 500), text.data ? text.data : "");
}

static enum status tell_reference(struct checker *checker, struct statement *row) {
    struct slice table = statement_text(row, 0), parent = statement_text(row, 2);
    return tell(checker, "%.*s %lld names a%s %.*s that is not there", (int)(table.size < 60 ? table.size : 60),
                table.data ? table.data : "", (long long)statement_integer(row, 1), slice_is(parent, "event") ? "n" : "",
                (int)(parent.size < 60 ? parent.size : 60), parent.data ? parent.data : "");
}

/* ---- the record's own -------------------------------------------------------------------------------------------- */

static enum status check_content(struct checker *checker) {
    struct hash128 kept, counted;
    struct error fault = {0};
    enum status status = store_hash_content(checker->store, &kept, &fault);
    if (status == STATUS_OK) status = history_hash_everything(checker->store, &counted, &fault);
    if (status != STATUS_OK) return take_fault(checker, status, &fault);
    if (kept.a == counted.a && kept.b == counted.b) return STATUS_OK;
    return tell(checker, "the records are not those that the log knows: another program changed them, or the file is damaged");
}

/* Numbers that must be 0. */
static const struct {
    const char *sql, *what;
} zeros[] = {
    {"SELECT (SELECT count(*) FROM event) <> coalesce((SELECT uses FROM facet WHERE facet = 0), -1)",
     "the number of events that is kept is not the number of events"},
    {"SELECT count(*) - count(DISTINCT event) FROM posting WHERE facet = 0", "events that are found twice"},
    {"SELECT count(*) FROM posting p JOIN event e ON e.event = p.event WHERE p.facet = 0 AND p.day <> e.start_min",
     "events that are found by another day than theirs"},
    {"SELECT count(*) FROM facet f WHERE f.type NOT IN ('precision', 'sourcing', 'undated') AND f.uses <> (SELECT count(*) "
     "FROM posting p WHERE p.facet = f.facet)", "numbers of events by country, kind, … that are not what is found by them"},
    {"SELECT count(*) FROM (SELECT type, sum(uses) AS uses FROM facet WHERE type IN ('precision', 'sourcing') GROUP BY type) "
     "WHERE uses <> (SELECT count(*) FROM event)", "numbers of events by precision or by sources that do not add up"},
    {"SELECT count(*) FROM posting p WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.event = p.event)",
     "entries by which events are found that lead to no event"},
    {"SELECT count(*) FROM span s WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.event = s.event)",
     "entries by which events under way are found that lead to no event"},
    {"SELECT count(*) FROM event e WHERE e.has_detail <> EXISTS (SELECT 1 FROM event_detail d WHERE d.event = e.event)",
     "events whose details are missing or too many"},
    {"SELECT count(*) <> coalesce(max(revision), 0) FROM revision", "the log has gaps"},
    {"SELECT count(*) FROM (SELECT first, last, lag(last, 1, 0) OVER (PARTITION BY type ORDER BY first, last) AS before "
     "FROM record_added) WHERE first <= before OR last < first", "stretches of keys in the log that overlap"},
};

static enum status check_zeros(struct checker *checker) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof zeros / sizeof *zeros; i++) {
        struct error fault = {0};
        int64_t count = 0;
        bool yes_or_no = strncmp(zeros[i].what, "the ", 4) == 0;
        status = engine_number(checker->store->engine, zeros[i].sql, &count, &fault);
        if (status != STATUS_OK) status = take_fault(checker, status, &fault);
        else if (count && yes_or_no) status = tell(checker, "%s", zeros[i].what);
        else if (count) status = tell(checker, "%lld %s", (long long)count, zeros[i].what);
    }
    return status;
}

enum status store_check_integrity(struct store *store, store_fault_visit *visit, void *context, struct error *error) {
    struct checker checker = {store, visit, context, error};
    enum status status = each_row(&checker, "PRAGMA main.integrity_check", tell_page);
    if (status == STATUS_OK) status = each_row(&checker, "PRAGMA main.foreign_key_check", tell_reference);
    if (status == STATUS_OK) status = check_content(&checker);
    return status == STATUS_OK ? check_zeros(&checker) : status;
}
