# Reading with SQL. The views stay the same when the tables beneath them change.

$ detente import -q "$FIXTURES/canada-china"

$ detente sql 'SELECT kind, count(*) AS events FROM v_event GROUP BY kind ORDER BY events DESC, kind LIMIT 5'
kind                    events
──────────────────────  ──────
tariff                      12
visit                       12
meeting.bilateral           11
statement                    9
statement.announcement       8

$ detente sql "SELECT id, date, title FROM v_event WHERE kind = 'meeting.call'" --json
{
...
  "rows": [
    {
      "id": "CC-108",
      "date": "2025-06-05",
      "title": "Carney and Premier Li Qiang speak by telephone"
    }
  ]
}

$ echo 'SELECT count(*) AS n FROM v_claim' | detente sql - --format csv
n
116

# Nothing can be changed, not even in passing.

$ detente sql "DELETE FROM event"
? 2
detente: the statement would do more than read this record
  sql takes one statement that only reads, such as "SELECT * FROM v_event"

$ detente sql "SELECT 1; DROP TABLE event"
? 2
detente: there is more than one statement
  sql takes one statement that only reads, such as "SELECT * FROM v_event"

$ detente sql "PRAGMA user_version = 9"
? 2
detente: the statement would write
  sql takes one statement that only reads, such as "SELECT * FROM v_event"

# What is wrong with a query.

$ detente sql 'SELECT colour FROM v_event'
? 2
detente: the database says: no such column: colour
  `detente help sql` names the views; "SELECT name, sql FROM sqlite_schema" shows them

$ detente sql 'SELECT id FROM v_events'
? 2
detente: the database says: no such table: v_events
  did you mean v_event? `detente help sql` names the views

$ detente sql ''
? 2
detente: the query is empty
  sql takes one statement that only reads, such as "SELECT * FROM v_event"

# No rows are exit code 1.

$ detente sql "SELECT id FROM v_event WHERE kind = 'vote' AND date < '1950'"
? 1
detente: the query gave no rows

# The record is as it was.

$ detente sql 'SELECT count(*) FROM v_event' --format csv | tail -n 1
150
