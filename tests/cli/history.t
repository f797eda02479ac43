# What a record was, and how it became what it is.

$ printf 'id,kind,date,title,countries,sources\nE-1,meeting.bilateral,2020-03-01,First meeting,CAN:host;CHN:visitor,https://example.org/a\nE-2,statement,2020-03-02,Statement,CAN,\n' >one.csv

$ printf 'id,date,title,venue,colour\nE-1,2020-03-02,First meeting,town hall,blue\n' >two.csv

$ printf 'id,name\nann-example,Ann Example\n' >people.csv

$ printf 'id,name,country\nann-example,Ann B. Example,CAN\n' >people2.csv

$ DETENTE_USER=desk detente --today 2026-04-08 import -q one.csv people.csv

$ detente export -o then.json && detente export --format csv -o then.csv && detente export --format dossier -o then

$ DETENTE_USER=desk detente --today 2026-04-09 import -q two.csv && DETENTE_USER=desk detente --today 2026-04-09 import -q --table people people2.csv

$ DETENTE_USER=desk detente --today 2026-04-10 remove -q E-2 --reason "seen twice"

# With the record its history.

$ detente show E-1 --history
First meeting [1]
E-1 · Bilateral meeting (meeting.bilateral)
────────────────────────────────────────────────────────────────────────────────

When          2 Mar 2020
Where         town hall
Who           Canada (host) · China (visitor)
Also kept     colour: blue

History (times in UTC)
     2  9 Apr 2026, 00:00 · import by desk · updated
        two.csv (1 row)
        date            - 2020-03-01
                        + 2020-03-02
        venue           + town hall
        extra.colour    + blue
     1  8 Apr 2026, 00:00 · import by desk · added
        one.csv (2 rows), people.csv (1 row)

Sources
[1] https://example.org/a

$ detente show ann-example --history
part    field    value
──────  ───────  ──────────────
person  id       ann-example
person  name     Ann B. Example
person  country  CAN

History (times in UTC)
     3  9 Apr 2026, 00:00 · import by desk · updated
        people2.csv (1 row)
        name            - Ann Example
                        + Ann B. Example
        country         + CAN
     1  8 Apr 2026, 00:00 · import by desk · added
        one.csv (2 rows), people.csv (1 row)

$ detente show E-1 --history --json | sed -n '/"history": \[/,$p' | grep -v sha256
  "history": [
    {
      "revision": 2,
      "time": "2026-04-09T00:00:00Z",
      "command": "import",
      "user": "desk",
      "files": [
        {
          "name": "two.csv",
          "bytes": 71,
          "rows": 1
        }
      ],
      "type": "event",
      "id": "E-1",
      "action": "updated",
      "fields": [
        {"field": "date", "before": "2020-03-01", "after": "2020-03-02"},
        {"field": "venue", "after": "town hall"},
        {"field": "extra.colour", "after": "blue"}
      ]
    },
    {
      "revision": 1,
      "time": "2026-04-08T00:00:00Z",
      "command": "import",
      "user": "desk",
      "files": [
        {
          "name": "one.csv",
          "bytes": 167,
          "rows": 2
        },
        {
          "name": "people.csv",
          "bytes": 32,
          "rows": 1
        }
      ],
      "type": "event",
      "id": "E-1",
      "action": "added",
      "fields": [
        {"field": "id", "after": "E-1"},
        {"field": "kind", "after": "meeting.bilateral"},
        {"field": "date", "after": "2020-03-01"},
        {"field": "title", "after": "First meeting"},
        {
          "field": "countries",
          "after": ["CAN:host", "CHN:visitor"]
        },
        {
          "field": "sources",
          "after": ["example-org-a-4130e41a1ced"]
        }
      ]
    }
  ]
}

$ detente show ann-example --history --json | sed -n '/"notes"/,$p' | grep -v sha256 | head -n 8
"notes":[],
  "history": [
    {
      "revision": 3,
      "time": "2026-04-09T00:00:00Z",
      "command": "import",
      "user": "desk",
      "files": [

# Such a document can be imported: its history is passed over.

$ detente show ann-example --history --json | detente import --format json -
0 added, 0 updated, 1 unchanged, 0 rejected

$ detente show CHN --history | tail -n 2
History (times in UTC)
        Nothing was done to it since the log began.

$ detente show E-1 --history --format csv
? 2
detente: show --history cannot be written as csv
  the history by itself can: detente log E-1 --format csv

# A record that is gone.

$ detente show E-2
? 1
detente: E-2 is no longer in the record: revision 4 (remove by desk on 2026-04-10) removed it: "seen twice"
  `detente undo 4` takes that revision back; `detente show E-2 --history` tells what it was

$ detente show E-2 --history
event E-2, Statement
no longer in the record
────────────────────────────────────────────────────────────────────────────────
     4  10 Apr 2026, 00:00 · remove by desk · removed
        “seen twice”
        kind            - statement
        date            - 2020-03-02
        title           - Statement
        countries       - CAN
     1  8 Apr 2026, 00:00 · import by desk · added
        one.csv (2 rows), people.csv (1 row)

$ detente show E-2 --history --json | grep -v sha256 | head -n 24
{
  "query": {
    "command": "show",
    "words": ["E-2"],
    "history": true
  },
  "type": "event",
  "id": "E-2",
  "title": "Statement",
  "removed": true,
  "history": [
    {
      "revision": 4,
      "time": "2026-04-10T00:00:00Z",
      "command": "remove",
      "user": "desk",
      "reason": "seen twice",
      "files": [],
      "type": "event",
      "id": "E-2",
      "action": "removed",
      "fields": [
        {"field": "id", "before": "E-2"},
        {"field": "kind", "before": "statement"},

# As it was known at the end of a day.

$ detente show E-1 --as-known-on 2026-04-08
First meeting [1]
E-1 · Bilateral meeting (meeting.bilateral) · as known on 8 Apr 2026
────────────────────────────────────────────────────────────────────────────────

When          1 Mar 2020
Who           Canada (host) · China (visitor)

Sources
[1] https://example.org/a

$ detente show E-1 --as-known-on 2026-04-08 --json | head -n 12
{
  "query": {
    "command": "show",
    "words": ["E-1"],
    "as_known_on": "2026-04-08"
  },
  "events": [
    {
      "id": "E-1",
      "kind": "meeting.bilateral",
      "date": "2020-03-01",
      "title": "First meeting",

$ detente show E-2 --as-known-on 2026-04-09 | head -n 3
Statement
E-2 · Statement · as known on 9 Apr 2026
────────────────────────────────────────────────────────────────────────────────

$ detente show ann-example --as-known-on 2026-04-08
part    field        value
──────  ───────────  ───────────
person  as known on  2026-04-08
person  id           ann-example
person  name         Ann Example

$ detente show E-1 --as-known-on 2026-04-08 --history | tail -n 6
History (times in UTC)
     1  8 Apr 2026, 00:00 · import by desk · added
        one.csv (2 rows), people.csv (1 row)

Sources
[1] https://example.org/a

$ detente --today 2026-04-09 show E-1 --as-known-on yesterday | grep When
When          1 Mar 2020

$ detente show E-1 --as-known-on 2026-04 | grep When
When          2 Mar 2020

$ printf 'id,kind,date,title\nE-9,statement,2020-05-01,Late\n' | DETENTE_USER=desk detente --today 2026-04-11 import -q --format csv -

$ detente show E-9 --as-known-on 2026-04-10
? 1
detente: E-9 was not in the record at the end of 2026-04-10
  revision 5 added it; `detente log E-9` tells the rest

$ detente show E-8 --as-known-on 2026-04-10
? 1
detente: nothing here is called "E-8"
  did you mean E-1, EU (European Union) or G8 (Group of Eight)?

$ detente show E-1 --as-known-on 2026-04-07
? 1
detente: nothing found: the record held nothing at the end of 2026-04-07
  its log begins on 2026-04-08

$ detente show E-1 --as-known-on E-1
? 2
detente: --as-known-on: "E-1" is no date
  it asks what the record held on a day, not what happened then: give that day, as 2026-04-10

$ detente show E-1 --as-known-on soon
? 2
detente: --as-known-on: "soon" is no date
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025

$ detente show E-1 --as-known-on 2020/..
? 2
detente: --as-known-on: 2020/.. has no last day
  a day, month or year, as 2026-04-10

# An export of that day is, byte for byte, the export that was made then.

$ detente export --as-known-on 2026-04-08 | cmp - then.json && detente export --as-known-on 2026-04-08 --format csv | cmp - then.csv

$ detente export --as-known-on 2026-04-08 --format dossier -o again && diff -r then again

$ detente export --as-known-on 2026-04-08 --from 2020-03-02 --format jsonl
{"id":"E-2","kind":"statement","date":"2020-03-02","title":"Statement","parties":[{"type":"country","id":"CAN","role":"participant","name":"Canada"}]}

$ detente export --as-known-on 2026-04-07
? 1
detente: nothing found: the record held nothing at the end of 2026-04-07
  its log begins on 2026-04-08

$ detente export --as-known-on 2026-04-07 --format dossier -o none
? 1
detente: nothing found: the record held nothing at the end of 2026-04-07
  its log begins on 2026-04-08

$ test -e none
? 1

# Taken into a record of its own it answers as of that day.

$ detente --db then.db import -q then.json && detente --db then.db list events
2020

    1 Mar 2020  First meeting [1]
           E-1  Canada (host) · China (visitor)

    2 Mar 2020  Statement
           E-2  Canada

Sources
[1] https://example.org/a

# What was in the record before its log began is always there, and that is said.

$ sqlite3 then.db 'DELETE FROM revision_file; DELETE FROM record_added; DELETE FROM record_change; DELETE FROM revision'

$ DETENTE_USER=desk detente --db then.db --today 2026-04-12 import -q two.csv

$ detente --db then.db show E-1 --as-known-on 2020
First meeting [1]
E-1 · Bilateral meeting (meeting.bilateral) · as it was when the log began
────────────────────────────────────────────────────────────────────────────────

When          1 Mar 2020
Who           Canada (host) · China (visitor)

Sources
[1] https://example.org/a
note: that day lies before the log; this is what the record held when the log began

$ detente --db then.db show ann-example --as-known-on 2020 --format text -q
part    field        value
──────  ───────────  ─────────────────────
person  as known on  the day the log began
person  id           ann-example
person  name         Ann Example

$ detente --db then.db show E-1 --as-known-on 2020 --json -q | sed -n '/"query"/,/}/p'
  "query": {
    "command": "show",
    "words": ["E-1"],
    "as_known_on": "2020-12-31",
    "before_log": true
  },

$ detente --db then.db export --as-known-on 2020 | cmp - then.json
note: that day lies before the log; this is what the record held when the log began

$ detente --db then.db export --as-known-on 2020 --format dossier -o before && diff -r then before
note: that day lies before the log; this is what the record held when the log began

$ detente --db then.db log E-1
event E-1, First meeting
────────────────────────────────────────────────────────────────────────────────
     1  12 Apr 2026, 00:00 · import by desk · updated
        two.csv (1 row)
        date            - 2020-03-01
                        + 2020-03-02
        venue           + town hall
        extra.colour    + blue
        It was there when the log began.

# The same with the shipped record, after events were merged, removed, changed and taken back.

$ detente --db cc.db --today 2026-04-08 import -q "$FIXTURES/canada-china" && detente --db cc.db export --format dossier -o cc && detente --db cc.db export -o cc.json && detente --db cc.db export --format csv -o cc.csv

$ printf 'id,title,tags,sources,colour\nCC-M22,Another title,,https://example.org/new,green\nCC-MENG,Yet another,x;y,,\n' >other.csv

$ (detente --db cc.db --today 2026-04-09 import -q other.csv; detente --db cc.db --today 2026-04-09 merge -q CC-M25B CC-M22; detente --db cc.db --today 2026-04-10 remove -q CC-KOV; detente --db cc.db --today 2026-04-10 undo -q 3) 2>/dev/null

$ detente --db cc.db log --format csv | cut -d , -f 1,3 | sort
1,import
2,import
3,merge
4,remove
5,undo
revision,command

$ detente --db cc.db export --as-known-on 2026-04-08 --format dossier -o cc-again && diff -r cc cc-again

$ detente --db cc.db export --as-known-on 2026-04-08 | cmp - cc.json && detente --db cc.db export --as-known-on 2026-04-08 --format csv | cmp - cc.csv

$ detente --db cc.db export --as-known-on 2026-04-08 --from 2025 --pair CAN,CHN >part.json && detente --db back.db import -q cc.json && detente --db back.db export --from 2025 --pair CAN,CHN | cmp - part.json
