# A spreadsheet kept elsewhere comes again and again. What is the same changes nothing.

$ mkdir talks
$ printf 'id,kind,date,title,countries,people\nT1,meeting,2020-01-02,A talk in spring,CAN:host;CHN:visitor,Envoy One:speaker\nT2,meeting,2020-02-03,A second talk,CAN;CHN,\nT3,visit,2020-03-04,A visit of ministers,CAN;CHN,Envoy Two\n' >talks/events.csv
$ printf 'event,type,id,role,for,as\nT1,person,Envoy One,speaker,CAN,special envoy\nT2,country,CAN,host,,\n' >talks/parties.csv
$ printf 'id,title,url\npaper,A paper,https://example.org/paper\n' >talks/sources.csv
$ printf 'event,source,field,value\nT1,paper,place,Ottawa\n' >talks/claims.csv

$ detente --today 2026-04-01 import talks
note: made, since they were named and not listed: 2 people, such as Envoy One
7 added, 0 updated, 0 unchanged, 0 rejected
$ detente --today 2026-04-01 import talks
0 added, 0 updated, 7 unchanged, 0 rejected

# What the log keeps of it: the files, their SHA-256 and the rows.

$ detente sql 'SELECT revision, name, rows, substr(sha256, 1, 12) AS sha256 FROM v_revision_file ORDER BY number' --format csv
revision,name,rows,sha256
1,talks/sources.csv,1,59cbd934bfa2
1,talks/parties.csv,2,f156ea6f8ad4
1,talks/events.csv,3,ecc9c925f5c7
1,talks/claims.csv,1,d4213fd3cda6
$ sha256sum talks/events.csv | cut -c 1-12
ecc9c925f5c7

# An export says which content it was taken from; the log knows which revision left that.

$ detente export -o away.json && detente export --format dossier -o away && cat away/dossier.json
{"revision":"6326861ea8fca4b53eb59cc31bd714b8"}
$ detente import away.json
0 added, 0 updated, 7 unchanged, 0 rejected
$ detente import away
0 added, 0 updated, 8 unchanged, 0 rejected

# Of a part, the content that it was taken from.

$ detente export --kind visit | sed -n 2p
"dossier":{"from_revision":"6326861ea8fca4b53eb59cc31bd714b8"},

# Meanwhile the desk edits one record and removes another ...

$ export DETENTE_USER=desk; detente --today 2026-04-02 edit T1 title='A talk in the spring of 2020' --reason 'the year was missing' && detente --today 2026-04-02 remove T3
note: the reason is shown on T1 as a correction
T1: 1 field changed, 1 record added, revision 2; `detente undo` takes it back
removed T3; `detente undo` takes it back

# ... and so does whoever has the spreadsheet: T1 and T2 get a new title there, and T4 comes.

$ sed -i 's/A talk in spring/A first talk/; s/A second talk/A talk in February/' away/events.csv
$ sed -n 's/^T2,/T4,/p' away/events.csv | sed 's/2020-02-03/2020-05-06/; s/A talk in February/A talk in May/' >>away/events.csv

# What would change, for people and for programs. A record that was changed or removed here since the file was exported is
# left alone; it is told, and a row that says something new of it is refused (exit status 3).

$ DETENTE_USER=desk detente --today 2026-04-03 import away --dry-run
? 3
detente: away/events.csv:2: T1 was changed here in revision 2, after the file's revision 1, and is left alone: title (file "A first talk", here "A talk in the spring of 2020")
  `detente show T1 --history` says what was changed here
note: away/events.csv:4: T3 was removed here in revision 3, after the file's revision 1, and is not added again
note: to take what the file says: `detente edit ID FIELD=VALUE`
Would change
import by desk
────────────────────────────────────────────────────────────────────────────────
update   event T2, A talk in February
  title           - A second talk
                  + A talk in February

add      event T4, A talk in May
  kind            + meeting
  date            + 2020-05-06
  title           + A talk in May
  countries       + CAN:host, CHN

1 added, 1 updated
1 added, 1 updated, 5 unchanged, 0 rejected, 2 conflicts (dry run: nothing was kept)
$ DETENTE_USER=desk detente --today 2026-04-03 import away --dry-run --json 2>/dev/null
? 3
{
  "query": {"command": "import"},
  "from": 3,
  "dry_run": true,
  "time": "2026-04-03T00:00:00Z",
  "command": "import",
  "user": "desk",
  "changes": [
    {
      "type": "event",
      "id": "T2",
      "title": "A talk in February",
      "action": "updated",
      "fields": [
        {"field": "title", "before": "A second talk", "after": "A talk in February"}
      ]
    },
    {
      "type": "event",
      "id": "T4",
      "title": "A talk in May",
      "action": "added",
      "fields": [
        {"field": "id", "after": "T4"},
        {"field": "kind", "after": "meeting"},
        {"field": "date", "after": "2020-05-06"},
        {"field": "title", "after": "A talk in May"},
        {
          "field": "countries",
          "after": ["CAN:host", "CHN"]
        }
      ]
    }
  ],
  "added": 1,
  "updated": 1,
  "removed": 0
}

# The real run does the same.

$ DETENTE_USER=desk detente --today 2026-04-03 import away --dry-run --json 2>/dev/null | sed '/dry_run/d; /"query"/d; /"from"/d; /"to"/d' >would.json
$ DETENTE_USER=desk detente --today 2026-04-03 import -q away --rejects refused.json
? 3
detente: away/events.csv:2: T1 was changed here in revision 2, after the file's revision 1, and is left alone: title (file "A first talk", here "A talk in the spring of 2020")
  `detente show T1 --history` says what was changed here
$ detente diff --json | sed '/"query"/d; /"from"/d; /"to"/d' | diff would.json - && cat refused.json
{"detente":1,
"events":[
{"id":"T1","kind":"meeting","date":"2020-01-02","end":"","time":"","status":"","release":"","title":"A first talk","summary":"","countries":"CAN:host;CHN:visitor","organizations":"","people":"envoy-one:speaker","actors":"","place":"","latitude":"","longitude":"","venue":"","tags":"","quantity":"","unit":"","sources":"","source_url":"","last_confirmed":"","imposer":"","target":"","product":"","hs":"","rate":"","rate_unit":"","base_rate":"","basis":"","quota":"","excludes":"","announced":"","code":"","intensity":"","mentions":"","tone":"","reject_place":"away/events.csv:2","reject_reason":"T1 was changed here in revision 2, after the file's revision 1, and is left alone: title (file \"A first talk\", here \"A talk in the spring of 2020\"); `detente show T1 --history` says what was changed here"}
]}

# The same file again: nothing but what is refused.

$ detente --today 2026-04-04 import away
? 3
detente: away/events.csv:2: T1 was changed here in revision 2, after the file's revision 1, and is left alone: title (file "A first talk", here "A talk in the spring of 2020")
  `detente show T1 --history` says what was changed here
note: away/events.csv:4: T3 was removed here in revision 3, after the file's revision 1, and is not added again
note: to take what the file says: `detente edit ID FIELD=VALUE`
0 added, 0 updated, 7 unchanged, 0 rejected, 2 conflicts

# The refused row, mended, comes without a revision and is taken.

$ DETENTE_USER=desk detente --today 2026-04-04 import refused.json
note: 1 record that was edited here is now as the file has it: T1 (revision 2)
note: a table alone carries no revision: import the whole exported folder or document, or say --on-conflict skip, and what was edited here stays
0 added, 1 updated, 0 unchanged, 0 rejected

# Records that are here can be left as they are, or end the import.

$ printf 'id,title\nT1,Other words\nT2,Other words\nT9,No kind and no date\n' >words.csv
$ detente import words.csv --on-conflict skip
? 3
detente: words.csv:4: kind is missing
  a table of events needs a column kind; for another table say which, as in --table people; other people's tables are read by a profile: `detente profiles`
note: skipped: T1, T2
0 added, 0 updated, 0 unchanged, 1 rejected, 2 skipped
$ detente import words.csv --on-conflict fail
? 3
detente: words.csv:2: T1 is here already, and the row would change it: title
  --on-conflict update takes such rows, --on-conflict skip leaves such records as they are
$ detente import words.csv --on-conflict ask
? 2
detente: --on-conflict takes update, skip or fail, not "ask"
  see `detente help import`

# A row that replaces what was edited here is told, where the file does not say what it was exported from.

$ DETENTE_USER=desk detente --today 2026-04-05 edit T2 venue='A hall' && printf 'id,venue\nT2,Another hall\n' >venue.csv && detente import venue.csv
T2: 1 field changed, revision 6; `detente undo` takes it back
note: 1 record that was edited here is now as the file has it: T2 (revision 6)
note: a table alone carries no revision: import the whole exported folder or document, or say --on-conflict skip, and what was edited here stays
0 added, 1 updated, 0 unchanged, 0 rejected

# The same id twice, and rows without an id that change an event that another file brought.

$ printf 'id,kind,date,title\nT5,statement,2021-01-01,First words\nT6,statement,2021-01-02,Words\nT5,statement,2021-01-01,Last words\n' >twice.csv && detente import twice.csv
note: twice.csv:4: T5 stands in this import before, and this row changes it: title
2 added, 1 updated, 0 unchanged, 0 rejected
$ printf 'kind,date,title,place\nstatement,2022-01-01,Words of the new year,Ottawa\n' >a.csv && printf 'kind,date,title,place\nstatement,2022-01-01,Words of the new year,Beijing\n' >b.csv && detente import -q a.csv
$ detente import b.csv
note: 1 row without an id changed an event of the same date and title that is from elsewhere, such as 2022-01-01-words-of-the-new-year; where two acts are meant, give the rows ids
0 added, 1 updated, 0 unchanged, 0 rejected
$ detente import a.csv
note: 1 row without an id changed an event of the same date and title that is from elsewhere, such as 2022-01-01-words-of-the-new-year; where two acts are meant, give the rows ids
0 added, 1 updated, 0 unchanged, 0 rejected

# What was exported from another record is taken whole.

$ detente --db other.db import -q talks && sed -i 's/A paper/The paper/' talks/sources.csv && detente --db other.db import -q talks/sources.csv && detente --db other.db export -o foreign.json && detente import foreign.json --dry-run >/dev/null
note: foreign.json was exported from another record, or from a state that this one never had: nothing is known of changes made here since, and everything in it is taken
1 added, 3 updated, 3 unchanged, 0 rejected (dry run: nothing was kept)

# ---- rows that are gone

# A dossier kept by hand has no revision. What an earlier import of the same files added, and nobody touched since, is told
# when it is gone, and removed only with --prune.

$ mkdir kept && printf 'id,kind,date,title,countries,people\nK1,meeting,2020-01-02,A talk in spring,CAN;CHN,Envoy One\nK2,meeting,2020-02-03,A second talk,CAN;CHN,Envoy Two\nK3,visit,2020-03-04,A visit of ministers,CAN;CHN,Envoy Three\n' >kept/events.csv && printf 'id,name\nenvoy-four,Envoy Four\nenvoy-five,Envoy Five\n' >kept/people.csv && detente --db kept.db import kept
note: made, since they were named and not listed: 3 people, such as Envoy One
5 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db kept.db edit K3 venue='A hall' -q; printf 'id,kind,date,title,people\nX1,statement,2021-01-01,Words of another,Envoy Four\n' | detente --db kept.db import --format csv -q -
$ printf 'id,kind,date,title,countries,people\nK1,meeting,2020-01-02,A talk in spring,CAN;CHN,Envoy One\n' >kept/events.csv && printf 'id,name\n' >kept/people.csv
$ detente --db kept.db import kept
note: no longer in the dossier: K2
note: K3 is no longer in the dossier, but was changed here in revision 2, and stays
note: no longer in the dossier: envoy-four
note: no longer in the dossier: envoy-five
note: no longer in the dossier: envoy-two
note: no longer in the dossier: envoy-three
note: what the dossier no longer has stays here; --prune removes what nothing else names
0 added, 0 updated, 1 unchanged, 0 rejected, 1 conflict
$ DETENTE_USER=desk detente --db kept.db import kept --prune --dry-run
note: no longer in the dossier: K2
note: K3 is no longer in the dossier, but was changed here in revision 2, and stays
note: no longer in the dossier: envoy-four
note: no longer in the dossier: envoy-five
note: no longer in the dossier: envoy-two
note: no longer in the dossier: envoy-three
note: envoy-four stays, since X1 names it
note: envoy-three stays, since K3 names it
Would change
import by desk
────────────────────────────────────────────────────────────────────────────────
remove   person envoy-five, Envoy Five
  name            - Envoy Five

remove   person envoy-two, Envoy Two
  name            - Envoy Two

remove   event K2, A second talk
  kind            - meeting
  date            - 2020-02-03
  title           - A second talk
  countries       - CAN, CHN
  people          - envoy-two

3 removed
0 added, 0 updated, 1 unchanged, 0 rejected, 1 conflict, 3 removed (dry run: nothing was kept)
$ detente --db kept.db import kept --prune --json
note: no longer in the dossier: K2
note: K3 is no longer in the dossier, but was changed here in revision 2, and stays
note: no longer in the dossier: envoy-four
note: no longer in the dossier: envoy-five
note: no longer in the dossier: envoy-two
note: no longer in the dossier: envoy-three
note: envoy-four stays, since X1 names it
note: envoy-three stays, since K3 names it
{"added":0,"updated":0,"unchanged":1,"rejected":0,"conflicts":1,"refused":0,"skipped":0,"missing":5,"removed":3,"duplicates":0,"made":0,"converted":0,"revision":4,"dry_run":false}
$ detente --db kept.db list events --format csv | cut -d , -f 1
id
K1
K3
X1
$ detente --db kept.db list people --format csv | cut -d , -f 1
id
envoy-four
envoy-one
envoy-three
$ detente --db kept.db import kept --prune
note: K3 is no longer in the dossier, but was changed here in revision 2, and stays
note: no longer in the dossier: envoy-four
note: no longer in the dossier: envoy-three
note: envoy-four stays, since X1 names it
note: envoy-three stays, since K3 names it
0 added, 0 updated, 1 unchanged, 0 rejected, 1 conflict

# Of an export all that was there counts.

$ detente --db kept.db export --format dossier -o whole && sed -i '/^K1,/d' whole/events.csv && detente --db kept.db import whole
note: no longer in the dossier: K1
note: what the dossier no longer has stays here; --prune removes what nothing else names
0 added, 0 updated, 5 unchanged, 0 rejected
$ sed -i '/^X1,/s/2021-01-01/20x/' whole/events.csv; detente --db kept.db import whole --prune
? 3
detente: whole/events.csv:3:3: date "20x": a year has four digits, not 2 (byte 1)
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025
note: --prune did nothing: what is missing cannot be told while rows are rejected
0 added, 0 updated, 4 unchanged, 1 rejected
$ detente --db kept.db undo -q && detente --db kept.db import a.csv --prune --dry-run >/dev/null
note: --prune does nothing here: only a dossier, a folder or one document, says what it is all of
1 added, 0 updated, 0 unchanged, 0 rejected (dry run: nothing was kept)

# ---- likely duplicates

$ printf 'id,kind,date,title,countries\nN1,meeting.bilateral,2020-01-03,A talk in the spring,CAN;CHN\n' >new.csv && detente --db kept.db import new.csv
note: N1 may be K1 recorded again
1 added, 0 updated, 0 unchanged, 0 rejected

# ---- removed here, and brought back by a table

# A table carries no revision and adds the record again; taken back, it is still removed, and what refers to it is left alone.

$ mkdir acts && printf 'id,kind,date,title,countries,people\nV1,visit,2020-03-04,A visit of ministers,CAN;CHN,Envoy Two\nV2,meeting,2020-05-06,A talk,CAN;CHN,\n' >acts/events.csv && printf 'from,relation,to\nV2,follows,V1\n' >acts/links.csv && printf 'event,source,field,value\nV1,https://example.org/paper,place,Ottawa\n' >acts/claims.csv && detente --db acts.db import -q acts && detente --db acts.db export --format dossier -o acts1
$ detente --db acts.db remove -q V1; detente --db acts.db import acts1/events.csv && detente --db acts.db undo -q
1 added, 0 updated, 1 unchanged, 0 rejected
$ detente --db acts.db import acts1
note: acts1/events.csv:2: V1 was removed here in revision 2, after the file's revision 1, and is not added again
note: acts1/claims.csv:2: claim:V1/example-org-paper-60cff7b35904/place/Ottawa was removed here in revision 2, after the file's revision 1, and is not added again
note: acts1/links.csv:2: link:V2/follows/V1 was removed here in revision 2, after the file's revision 1, and is not added again
0 added, 0 updated, 3 unchanged, 0 rejected, 3 conflicts
$ detente --db acts.db list events --format csv | cut -d , -f 1
id
V2

# A change that was taken back is none.

$ detente --db acts.db edit -q V2 title=Other && detente --db acts.db undo -q && sed -i 's/A talk/A first talk/' acts1/events.csv && detente --db acts.db import -q acts1 && detente --db acts.db show V2 --format csv | sed -n 2p
V2,meeting,2020-05-06,,,,,A first talk,,CAN;CHN,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,2020-05-06,2020-05-06,2020-05-06,2020-05-06,
