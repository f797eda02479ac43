# What a revision changed, and what is other between two.

$ printf 'id,kind,date,title,summary,countries,tags,press\nE-1,meeting.bilateral,2020-03-01,First meeting,"The two ministers met for an hour in the old town hall and spoke about fish, timber and the border, as both sides said afterwards in short notes to the press.",CAN:host;CHN:visitor,fish;border,yes\nE-2,statement,2020-03-02,Statement,,CAN,,\n' >one.csv

$ printf 'id,date,title,summary,tags,press\nE-1,2020-03-02,First meeting,"The two ministers met for two hours in the old town hall and spoke about fish, timber and the border, as both sides said afterwards in short notes to the press.",border;timber,no\n' >two.csv

$ printf 'id,kind,date,title,countries\nE-3,statement,2020-04-02,Another,CHN\n' >three.csv

$ detente init && detente diff
? 1
detente.db: an empty record
detente: the log is empty: nothing was done to the record since it began

$ for n in 08:one 09:two 10:three; do DETENTE_USER=desk detente --today 2026-04-${n%:*} import -q ${n#*:}.csv; done

# The latest; one; between two; and the way back.

$ detente diff
Revision 3
import by desk, 10 Apr 2026, 00:00 UTC
────────────────────────────────────────────────────────────────────────────────
added    event E-3, Another
  kind            + statement
  date            + 2020-04-02
  title           + Another
  countries       + CHN

1 added

$ detente diff 2
Revision 2
import by desk, 9 Apr 2026, 00:00 UTC
────────────────────────────────────────────────────────────────────────────────
updated  event E-1, First meeting
  date            - 2020-03-01
                  + 2020-03-02
  summary         - The two ministers met for an hour in the old town hall and
                    spoke about …
                  + The two ministers met for two hours in the old town hall and
                    spoke about …
  tags            - fish
                  + timber
  extra.press     - yes
                  + no

1 updated

$ detente diff 1 3
From revision 1 to revision 3
────────────────────────────────────────────────────────────────────────────────
updated  event E-1, First meeting
  date            - 2020-03-01
                  + 2020-03-02
  summary         - The two ministers met for an hour in the old town hall and
                    spoke about …
                  + The two ministers met for two hours in the old town hall and
                    spoke about …
  tags            - fish
                  + timber
  extra.press     - yes
                  + no

added    event E-3, Another
  kind            + statement
  date            + 2020-04-02
  title           + Another
  countries       + CHN

1 added, 1 updated

$ detente diff 3 1
From revision 3 to revision 1
────────────────────────────────────────────────────────────────────────────────
updated  event E-1, First meeting
  date            - 2020-03-02
                  + 2020-03-01
  summary         - The two ministers met for two hours in the old town hall and
                    spoke about …
                  + The two ministers met for an hour in the old town hall and
                    spoke about …
  tags            - timber
                  + fish
  extra.press     - no
                  + yes

removed  event E-3, Another
  kind            - statement
  date            - 2020-04-02
  title           - Another
  countries       - CHN

1 updated, 1 removed

$ detente diff 0 3
From before the log to revision 3
────────────────────────────────────────────────────────────────────────────────
added    event E-1, First meeting
  kind            + meeting.bilateral
  date            + 2020-03-02
  title           + First meeting
  summary         + The two ministers met for two hours in the old town hall and
                    spoke about fish, timber and the border, as both sides said
                    afterwards in short notes to the press.
  countries       + CAN:host, CHN:visitor
  tags            + border, timber
  extra.press     + no

added    event E-2, Statement
  kind            + statement
  date            + 2020-03-02
  title           + Statement
  countries       + CAN

added    event E-3, Another
  kind            + statement
  date            + 2020-04-02
  title           + Another
  countries       + CHN

3 added

$ detente diff 2 --color always | sed -n '4,7p' | sed 's/\x1b/ESC/g'
ESC[1mupdatedESC[0m  event E-1, First meeting
  date            ESC[31m- 2020-03-01ESC[0m
                  ESC[32m+ 2020-03-02ESC[0m
  summary         ESC[31m- ESC[0mThe two ministers met for ESC[31man hourESC[0m in the old town hall and

# For programs: entries, and in tables a row per field.

$ detente diff 1 3 --json
{
  "query": {
    "command": "diff",
    "words": ["1", "3"]
  },
  "from": 1,
  "to": 3,
  "changes": [
    {
      "type": "event",
      "id": "E-1",
      "title": "First meeting",
      "action": "updated",
      "fields": [
        {"field": "date", "before": "2020-03-01", "after": "2020-03-02"},
        {
          "field": "summary",
          "before": "The two ministers met for an hour in the old town hall and spoke about fish, timber and the border, as both sides said afterwards in short notes to the press.",
          "after": "The two ministers met for two hours in the old town hall and spoke about fish, timber and the border, as both sides said afterwards in short notes to the press."
        },
        {
          "field": "tags",
          "before": ["fish", "border"],
          "after": ["border", "timber"]
        },
        {"field": "extra.press", "before": "yes", "after": "no"}
      ]
    },
    {
      "type": "event",
      "id": "E-3",
      "title": "Another",
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
  ],
  "added": 1,
  "updated": 1,
  "removed": 0
}

$ detente diff 1 3 --format csv | cut -c 1-60
type,id,action,field,before,after
event,E-1,updated,date,2020-03-01,2020-03-02
event,E-1,updated,summary,"The two ministers met for an hour
event,E-1,updated,tags,fish;border,border;timber
event,E-1,updated,extra.press,yes,no
event,E-3,added,id,,E-3
event,E-3,added,kind,,statement
event,E-3,added,date,,2020-04-02
event,E-3,added,title,,Another
event,E-3,added,countries,,CHN

$ detente diff 1 3 --format jsonl | cut -c 1-90
{"type":"event","id":"E-1","title":"First meeting","action":"updated","fields":[{"field":"
{"type":"event","id":"E-3","title":"Another","action":"added","fields":[{"field":"id","aft

# No difference.

$ DETENTE_USER=desk detente --today 2026-04-11 remove -q E-3 && DETENTE_USER=desk detente --today 2026-04-12 undo -q

$ detente diff 3 5
? 1
detente: no difference: after revision 5 the record is as after revision 3

$ detente diff 3 5 --json
? 1
{
  "query": {
    "command": "diff",
    "words": ["3", "5"]
  },
  "from": 3,
  "to": 5,
  "changes": [],
  "added": 0,
  "updated": 0,
  "removed": 0
}
detente: no difference: after revision 5 the record is as after revision 3

$ detente diff 4
Revision 4
remove by desk, 11 Apr 2026, 00:00 UTC; taken back by revision 5
────────────────────────────────────────────────────────────────────────────────
removed  event E-3, Another
  kind            - statement
  date            - 2020-04-02
  title           - Another
  countries       - CHN

1 removed

# No such revision.

$ detente diff 9
? 1
detente: there is no revision 9
  the latest is 5; `detente log` lists them

$ detente diff 0
? 2
detente: 0 is the state before the log: nothing came before it
  all that was done since: detente diff 0 5

$ detente diff E-1
? 2
detente: "E-1" is no revision: these are numbers from 0 (before the log) on
  `detente log` lists them; what was done to one record: detente log E-1

$ detente diff -1
? 2
detente: "-1" is no revision: these are numbers from 0 (before the log) on
  `detente log` lists them

$ detente diff 1 2 3
? 2
detente: `diff` takes no word "3"
  words that belong together go into quotes; see `detente help diff`

$ detente diff 1 --format ics
? 2
detente: "ics" is no format
  `detente formats` lists them all

# A dry run tells the same before it happens, and keeps nothing.

$ printf 'id,title\nE-1,The first meeting\n' >four.csv

$ DETENTE_USER=desk detente --today 2026-04-13 import --dry-run four.csv
Would change
import by desk
────────────────────────────────────────────────────────────────────────────────
update   event E-1, The first meeting
  title           - First meeting
                  + The first meeting

1 updated
0 added, 1 updated, 0 unchanged, 0 rejected (dry run: nothing was kept)

$ DETENTE_USER=desk detente --today 2026-04-13 import --dry-run four.csv --json 2>/dev/null
{
  "query": {"command": "import"},
  "from": 5,
  "dry_run": true,
  "time": "2026-04-13T00:00:00Z",
  "command": "import",
  "user": "desk",
  "changes": [
    {
      "type": "event",
      "id": "E-1",
      "title": "The first meeting",
      "action": "updated",
      "fields": [
        {"field": "title", "before": "First meeting", "after": "The first meeting"}
      ]
    }
  ],
  "added": 0,
  "updated": 1,
  "removed": 0
}

$ DETENTE_USER=desk detente --today 2026-04-13 import --dry-run three.csv
Nothing would change.
0 added, 0 updated, 1 unchanged, 0 rejected (dry run: nothing was kept)

$ detente log --limit 1 --format csv | cut -d , -f 1-3
revision,time,command
5,2026-04-12T00:00:00Z,undo
