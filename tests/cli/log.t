# The log: what was done to the record, by whom, when and why.

$ printf 'id,kind,date,title,countries,tags\nE-1,meeting.bilateral,2020-03-01,First meeting,CAN:host;CHN:visitor,fish;border\nE-2,statement,2020-03-02,Statement,CAN,\n' >one.csv

$ printf 'id,date,title,tags\nE-1,2020-03-02,First meeting,border;timber\n' >two.csv

$ printf 'id,kind,date,title,countries\nE-3,statement,2020-04-02,Another,CHN\n' >three.csv

# An empty log says so.

$ detente init && detente log
? 1
detente.db: an empty record
detente: the log is empty: nothing was done to the record since it began

$ detente log --json
? 1
{
  "query": {"command": "log"},
  "revisions": []
}
detente: the log is empty: nothing was done to the record since it began

$ detente log E-1
? 1
detente: nothing here is called "E-1"
  did you mean EU (European Union)?

# Imports are in it with their files.

$ for n in 08:one 09:two 10:three; do DETENTE_USER=desk detente --today 2026-04-${n%:*} import -q ${n#*:}.csv; done

$ detente log
What was done to the record                                         times in UTC
────────────────────────────────────────────────────────────────────────────────
     3  10 Apr 2026, 00:00 · import of E-3 by desk · 1 added
        three.csv (1 row)
     2  9 Apr 2026, 00:00 · import of E-1 by desk · 1 updated
        two.csv (1 row)
     1  8 Apr 2026, 00:00 · import of E-1, E-2 by desk · 2 added
        one.csv (2 rows)

$ detente log --json | sed 's/"[0-9a-f]\{32,64\}"/"HASH"/'
{
  "query": {"command": "log"},
  "revisions": [
    {
      "revision": 3,
      "time": "2026-04-10T00:00:00Z",
      "command": "import",
      "user": "desk",
      "added": 1,
      "updated": 0,
      "removed": 0,
      "content": "HASH",
      "records": ["E-3"],
      "files": [
        {
          "name": "three.csv",
          "sha256": "HASH",
          "bytes": 66,
          "rows": 1
        }
      ]
    },
    {
      "revision": 2,
      "time": "2026-04-09T00:00:00Z",
      "command": "import",
      "user": "desk",
      "added": 0,
      "updated": 1,
      "removed": 0,
      "content": "HASH",
      "records": ["E-1"],
      "files": [
        {
          "name": "two.csv",
          "sha256": "HASH",
          "bytes": 62,
          "rows": 1
        }
      ]
    },
    {
      "revision": 1,
      "time": "2026-04-08T00:00:00Z",
      "command": "import",
      "user": "desk",
      "added": 2,
      "updated": 0,
      "removed": 0,
      "content": "HASH",
      "records": ["E-1", "E-2"],
      "files": [
        {
          "name": "one.csv",
          "sha256": "HASH",
          "bytes": 154,
          "rows": 2
        }
      ]
    }
  ]
}

$ detente log --format csv | cut -d , -f 1-10
revision,time,command,user,reason,undoes,undone_by,added,updated,removed
3,2026-04-10T00:00:00Z,import,desk,,,,1,0,0
2,2026-04-09T00:00:00Z,import,desk,,,,0,1,0
1,2026-04-08T00:00:00Z,import,desk,,,,2,0,0

$ detente log --format jsonl --limit 1 | sed 's/"[0-9a-f]\{32,64\}"/"HASH"/g'
{"revision":3,"time":"2026-04-10T00:00:00Z","command":"import","user":"desk","added":1,"updated":0,"removed":0,"content":"HASH","records":["E-3"],"files":[{"name":"three.csv","sha256":"HASH","bytes":66,"rows":1}]}

# A few at a time, oldest first, and by day.

$ detente log --limit 1
What was done to the record                                         times in UTC
────────────────────────────────────────────────────────────────────────────────
     3  10 Apr 2026, 00:00 · import of E-3 by desk · 1 added
        three.csv (1 row)

2 more revisions: --limit says how many are shown, --after 3 goes on from here

$ detente log --limit 1 --after 3
What was done to the record                                         times in UTC
────────────────────────────────────────────────────────────────────────────────
     2  9 Apr 2026, 00:00 · import of E-1 by desk · 1 updated
        two.csv (1 row)

1 more revision: --limit says how many are shown, --after 2 goes on from here

$ detente log --reverse --after 2
What was done to the record                                         times in UTC
────────────────────────────────────────────────────────────────────────────────
     3  10 Apr 2026, 00:00 · import of E-3 by desk · 1 added
        three.csv (1 row)

$ detente log --from 2026-04-09 --to 2026-04-09
What was done to the record                                         times in UTC
────────────────────────────────────────────────────────────────────────────────
     2  9 Apr 2026, 00:00 · import of E-1 by desk · 1 updated
        two.csv (1 row)

$ detente log --from 2026-04 --limit 1 --json | tail -n 2
  "left": 2
}

$ detente log --to 2026-04-07
? 1
detente: nothing was done to the record in that time

$ detente log --from 2026-04-09 --to 2026-04-08
? 2
detente: --from 2026-04-09 lies after --to 2026-04-08
  give the earlier date first

$ detente log --after 1
? 1
detente: no revision is older than 1

# One record: what each revision made of it, newest first.

$ detente log E-1
event E-1, First meeting
────────────────────────────────────────────────────────────────────────────────
     2  9 Apr 2026, 00:00 · import by desk · updated
        two.csv (1 row)
        date            - 2020-03-01
                        + 2020-03-02
        tags            - fish
                        + timber
     1  8 Apr 2026, 00:00 · import by desk · added
        one.csv (2 rows)

$ detente log E-1 --reverse
event E-1, First meeting
────────────────────────────────────────────────────────────────────────────────
     1  8 Apr 2026, 00:00 · import by desk · added
        one.csv (2 rows)
     2  9 Apr 2026, 00:00 · import by desk · updated
        two.csv (1 row)
        date            - 2020-03-01
                        + 2020-03-02
        tags            - fish
                        + timber

$ detente log E-1 --json | sed 's/"[0-9a-f]\{32,64\}"/"HASH"/'
{
  "query": {
    "command": "log",
    "words": ["E-1"]
  },
  "type": "event",
  "id": "E-1",
  "title": "First meeting",
  "history": [
    {
      "revision": 2,
      "time": "2026-04-09T00:00:00Z",
      "command": "import",
      "user": "desk",
      "files": [
        {
          "name": "two.csv",
          "sha256": "HASH",
          "bytes": 62,
          "rows": 1
        }
      ],
      "type": "event",
      "id": "E-1",
      "action": "updated",
      "fields": [
        {"field": "date", "before": "2020-03-01", "after": "2020-03-02"},
        {
          "field": "tags",
          "before": ["fish", "border"],
          "after": ["border", "timber"]
        }
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
          "sha256": "HASH",
          "bytes": 154,
          "rows": 2
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
          "field": "tags",
          "after": ["fish", "border"]
        }
      ]
    }
  ]
}

$ detente log E-1 --format csv | cut -d , -f 1-4,6-
revision,time,command,user,type,id,action,field,before,after
2,2026-04-09T00:00:00Z,import,desk,event,E-1,updated,date,2020-03-01,2020-03-02
2,2026-04-09T00:00:00Z,import,desk,event,E-1,updated,tags,fish;border,border;timber
1,2026-04-08T00:00:00Z,import,desk,event,E-1,added,id,,E-1
1,2026-04-08T00:00:00Z,import,desk,event,E-1,added,kind,,meeting.bilateral
1,2026-04-08T00:00:00Z,import,desk,event,E-1,added,date,,2020-03-01
1,2026-04-08T00:00:00Z,import,desk,event,E-1,added,title,,First meeting
1,2026-04-08T00:00:00Z,import,desk,event,E-1,added,countries,,CAN:host;CHN:visitor
1,2026-04-08T00:00:00Z,import,desk,event,E-1,added,tags,,fish;border

$ detente log E-1 --format jsonl | sed 's/"[0-9a-f]\{32,64\}"/"HASH"/'
{"revision":2,"time":"2026-04-09T00:00:00Z","command":"import","user":"desk","files":[{"name":"two.csv","sha256":"HASH","bytes":62,"rows":1}],"type":"event","id":"E-1","action":"updated","fields":[{"field":"date","before":"2020-03-01","after":"2020-03-02"},{"field":"tags","before":["fish","border"],"after":["border","timber"]}]}
{"revision":1,"time":"2026-04-08T00:00:00Z","command":"import","user":"desk","files":[{"name":"one.csv","sha256":"HASH","bytes":154,"rows":2}],"type":"event","id":"E-1","action":"added","fields":[{"field":"id","after":"E-1"},{"field":"kind","after":"meeting.bilateral"},{"field":"date","after":"2020-03-01"},{"field":"title","after":"First meeting"},{"field":"countries","after":["CAN:host","CHN:visitor"]},{"field":"tags","after":["fish","border"]}]}

$ detente log E-1 --limit 1
event E-1, First meeting
────────────────────────────────────────────────────────────────────────────────
     2  9 Apr 2026, 00:00 · import by desk · updated
        two.csv (1 row)
        date            - 2020-03-01
                        + 2020-03-02
        tags            - fish
                        + timber

1 more revision: --limit says how many are shown, --after 2 goes on from here

# One that is gone, and came back.

$ DETENTE_USER=desk detente --today 2026-04-11 remove -q E-3 --reason "seen twice"

$ detente log E-3
event E-3, Another
no longer in the record
────────────────────────────────────────────────────────────────────────────────
     4  11 Apr 2026, 00:00 · remove by desk · removed
        “seen twice”
        kind            - statement
        date            - 2020-04-02
        title           - Another
        countries       - CHN
     3  10 Apr 2026, 00:00 · import by desk · added
        three.csv (1 row)

$ detente log E-3 --json | sed -n '/"type"/,/"history"/p' | head -n 5
  "type": "event",
  "id": "E-3",
  "title": "Another",
  "removed": true,
  "history": [

$ DETENTE_USER=desk detente --today 2026-04-12 undo -q

$ detente log --limit 2
What was done to the record                                         times in UTC
────────────────────────────────────────────────────────────────────────────────
     5  12 Apr 2026, 00:00 · undo of 4 (E-3) by desk · 1 added
     4  11 Apr 2026, 00:00 · remove of E-3 by desk · 1 removed · taken back by 5
        “seen twice”

3 more revisions: --limit says how many are shown, --after 4 goes on from here

$ detente log E-3
event E-3, Another
────────────────────────────────────────────────────────────────────────────────
     5  12 Apr 2026, 00:00 · undo of 4 by desk · added
     4  11 Apr 2026, 00:00 · remove by desk · removed · taken back by 5
        “seen twice”
        kind            - statement
        date            - 2020-04-02
        title           - Another
        countries       - CHN
     3  10 Apr 2026, 00:00 · import by desk · added
        three.csv (1 row)

# An id that was merged has its own history, and says where it leads.

$ DETENTE_USER=desk detente --today 2026-04-13 merge -q E-3 E-2 --reason "the same statement"

$ detente log E-3 --limit 1
event E-3, Another
merged into E-2
────────────────────────────────────────────────────────────────────────────────
     6  13 Apr 2026, 00:00 · merge by desk · removed
        “the same statement”
        kind            - statement
        date            - 2020-04-02
        title           - Another
        countries       - CHN

3 more revisions: --limit says how many are shown, --after 6 goes on from here

$ detente log E-3 --json | sed -n '/"removed"/,/"merged_into"/p'
  "removed": true,
  "merged_into": "E-2",
      "action": "removed",
      "fields": [
        {"field": "id", "before": "E-3"},
        {"field": "kind", "before": "statement"},
        {"field": "date", "before": "2020-04-02"},
        {"field": "title", "before": "Another"},
        {
          "field": "countries",
          "before": ["CHN"]
        }
      ]
    },
    {
      "revision": 5,
      "time": "2026-04-12T00:00:00Z",
      "command": "undo",
      "user": "desk",
      "undoes": 4,
      "files": [],
      "type": "event",
      "id": "E-3",
      "action": "added",
      "fields": [
        {"field": "id", "after": "E-3"},
        {"field": "kind", "after": "statement"},
        {"field": "date", "after": "2020-04-02"},
        {"field": "title", "after": "Another"},
        {
          "field": "countries",
          "after": ["CHN"]
        }
      ]
    },
    {
      "revision": 4,
      "time": "2026-04-11T00:00:00Z",
      "command": "remove",
      "user": "desk",
      "reason": "seen twice",
      "undone_by": 5,
      "files": [],
      "type": "event",
      "id": "E-3",
      "action": "removed",
      "fields": [
        {"field": "id", "before": "E-3"},
        {"field": "kind", "before": "statement"},
        {"field": "date", "before": "2020-04-02"},
        {"field": "title", "before": "Another"},
        {
          "field": "countries",
          "before": ["CHN"]
        }
      ]
    },
    {
      "revision": 3,
      "time": "2026-04-10T00:00:00Z",
      "command": "import",
      "user": "desk",
      "files": [
        {
          "name": "three.csv",
          "sha256": "6f492d5ec639b6f506ea089b3524ef24000587bf5583aeeb67dd595ef3c79919",
          "bytes": 66,
          "rows": 1
        }
      ],
      "type": "event",
      "id": "E-3",
      "action": "added",
      "fields": [
        {"field": "id", "after": "E-3"},
        {"field": "kind", "after": "statement"},
        {"field": "date", "after": "2020-04-02"},
        {"field": "title", "after": "Another"},
        {
          "field": "countries",
          "after": ["CHN"]
        }
      ]
    }
  ]
}

# What the log does not know.

$ detente log Canada
? 1
detente: nothing was done to CAN since the log began

$ detente log E-4
? 1
detente: nothing here is called "E-4"
  did you mean E-2, E-1 or EU (European Union)?

$ detente log E-1 E-2
? 2
detente: `log` takes no word "E-2"
  words that belong together go into quotes; see `detente help log`

$ detente log --kind statement
? 2
detente: `log` has no option --kind
  see `detente help log`
