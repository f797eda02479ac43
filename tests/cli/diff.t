# What a revision changed, and what is other between two.

$ printf 'id,kind,date,title,summary,countries,tags,press\nE-1,meeting.bilateral,2020-03-01,First meeting,"The two ministers met for an hour in the old town hall and spoke about fish, timber and the border, as both sides said afterwards in short notes to the press.",CAN:host;CHN:visitor,fish;border,yes\nE-2,statement,2020-03-02,Statement,,CAN,,\n' >one.csv

$ printf 'id,date,title,summary,tags,press\nE-1,2020-03-02,First meeting,"The two ministers met for two hours in the old town hall and spoke about fish, timber and the border, as both sides said afterwards in short notes to the press.",border;timber,no\n' >two.csv

$ printf 'id,kind,date,title,countries\nE-3,statement,2020-04-02,Another,CHN\n' >three.csv

$ detente init && detente diff
? 1
detente.db: an empty record
detente: the log is empty: nothing was done to the record since it began

$ for n in 08:one 09:two 10:three; do DETENTE_USER=desk detente --today 2026-04-${n%:*} import -q ${n#*:}.csv; done
detente: --today: a day has two digits, not 1 (byte 9)
  write 2026-04-08
detente: --today: a day has two digits, not 1 (byte 9)
  write 2026-04-09

# The latest; one; between two; and the way back.

$ detente diff
Revision 1
import by desk, 10 Apr 2026, 00:00 UTC
────────────────────────────────────────────────────────────────────────────────
added    event E-3, Another
  kind            + statement
  date            + 2020-04-02
  title           + Another
  countries       + CHN

1 added

$ detente diff 2
? 1
detente: there is no revision 2
  the latest is 1; `detente log` lists them

$ detente diff 1 3
? 1
detente: there is no revision 3
  the latest is 1; `detente log` lists them

$ detente diff 3 1
? 1
detente: there is no revision 3
  the latest is 1; `detente log` lists them

$ detente diff 0 3
? 1
detente: there is no revision 3
  the latest is 1; `detente log` lists them

$ COLUMNS=40 detente diff 2
? 1
detente: there is no revision 2
  the latest is 1; `detente log` lists them

$ detente diff 2 --color always | sed -n '4,7p' | sed 's/\x1b/ESC/g'
[1;31mdetente:[0m there is no revision 2
  the latest is 1; `detente log` lists them

# For programs: entries, and in tables a row per field.

$ detente diff 1 3 --json
? 1
detente: there is no revision 3
  the latest is 1; `detente log` lists them

$ detente diff 1 3 --format csv | cut -c 1-60
detente: there is no revision 3
  the latest is 1; `detente log` lists them

$ detente diff 1 3 --format jsonl | cut -c 1-90
detente: there is no revision 3
  the latest is 1; `detente log` lists them

# No difference.

$ DETENTE_USER=desk detente --today 2026-04-11 remove -q E-3 && DETENTE_USER=desk detente --today 2026-04-12 undo -q

$ detente diff 3 5
? 1
detente: there is no revision 5
  the latest is 3; `detente log` lists them

$ detente diff 3 5 --json
? 1
detente: there is no revision 5
  the latest is 3; `detente log` lists them

$ detente diff 4
? 1
detente: there is no revision 4
  the latest is 3; `detente log` lists them

# No such revision.

$ detente diff 9
? 1
detente: there is no revision 9
  the latest is 3; `detente log` lists them

$ detente diff 0
? 2
detente: 0 is the state before the log: nothing came before it
  all that was done since: detente diff 0 3

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
? 3
detente: four.csv:2: kind is missing
  a table of events needs a column kind; for another table say which, as in --table people
Nothing would change.
0 added, 0 updated, 0 unchanged, 1 rejected (dry run: nothing was kept)

$ DETENTE_USER=desk detente --today 2026-04-13 import --dry-run four.csv --json 2>/dev/null
? 3
{
  "query": {"command": "import"},
  "from": 3,
  "dry_run": true,
  "changes": [],
  "added": 0,
  "updated": 0,
  "removed": 0
}

$ DETENTE_USER=desk detente --today 2026-04-13 import --dry-run three.csv
Nothing would change.
0 added, 0 updated, 1 unchanged, 0 rejected (dry run: nothing was kept)

$ detente log --limit 1 --format csv | cut -d , -f 1-3
revision,time,command
3,2026-04-12T00:00:00Z,undo
