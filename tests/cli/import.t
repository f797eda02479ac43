# A dossier is a folder. The first import makes the record; the same again changes nothing.

$ detente import "$FIXTURES/canada-china"
note: events: "confidence" is no known column and is kept as an extra
821 added, 0 updated, 0 unchanged, 0 rejected

$ detente import "$FIXTURES/canada-china"
note: events: "confidence" is no known column and is kept as an extra
0 added, 0 updated, 821 unchanged, 0 rejected

# One spreadsheet is enough to begin with. People that no table lists are made; a date that has one
# meaning only is converted; a column that is no field is kept.

$ cat >visits.csv <<END
> Date,Kind,Title,Countries,People,Source URL,Confidence
> 2022-11-15,meeting.informal,A talk in Bali,CAN;CHN,Justin Trudeau;Xi Jinping,https://example.org/g20,high
> May 2023,meeting.bilateral,Talks in May,Canada;PRC,,,
> END

$ detente --db visits.db import visits.csv
note: events: "Confidence" is no known column and is kept as an extra
note: 1 date that is no EDTF was converted, such as "May 2023" to 2023-05
note: made, since they were named and not listed: 2 people, such as Justin Trudeau
2 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db visits.db list events
2022

   15 Nov 2022  A talk in Bali [1]
                Canada · China · Justin Trudeau · Xi Jinping
                2022-11-15-a-talk-in-bali

2023

      May 2023  Talks in May
                Canada · China
                2023-05-talks-in-may

Sources
[1] https://example.org/g20

# Rows that cannot be taken do not stop the others. Each is told with its place, and what to do.

$ cat >more.csv <<END
> id,date,kind,title,countries
> V1,03/04/2018,statement,Which of the two days is it?,CAN:speaker
> V2,2023-02-29,visit,A day that never was,CAN:visitor;CHN:host
> V3,2023-03,metting,A mistyped kind,CAN;CHN
> V4,2023-04,visit,A mistyped country,CAN:visitor;Chna:host
> V5,2023-05-01,visit,A good row,CAN:visitor;CHN:host
> END

$ detente --db visits.db import more.csv --rejects mend.csv
? 3
detente: more.csv:2:2: date "03/04/2018": day and month can be told apart by their order only
  say --date-order dmy or --date-order mdy, or write YYYY-MM-DD
detente: more.csv:3:2: date "2023-02-29": February 2023 has 28 days
  write a day from 1 to 28, or leave it out
detente: more.csv:4:3: kind "metting" begins with no known family
  did you mean meeting? `detente kinds` lists them; what has no family goes under other
detente: more.csv:5:5: country "Chna" is not known
  did you mean CHN (China)? `detente countries` lists them
1 added, 0 updated, 0 unchanged, 4 rejected

# The rejected rows, with place and reason behind them, are a file that can be mended and imported.

$ cut -d , -f 1-4 mend.csv
id,kind,date,title
V1,statement,03/04/2018,Which of the two days is it?
V2,visit,2023-02-29,A day that never was
V3,metting,2023-03,A mistyped kind
V4,visit,2023-04,A mistyped country

$ sed -i 's/metting/meeting/; s/Chna/CHN/; s/-02-29/-02-28/' mend.csv && detente --db visits.db import mend.csv --date-order dmy
note: 1 date that is no EDTF was converted, such as "03/04/2018" to 2018-04-03
4 added, 0 updated, 0 unchanged, 0 rejected

# All or nothing, and dates in EDTF only.

$ printf 'id,date,kind,title\nV6,2024,vote,Good\nV7,May 2024,vote,No EDTF\n' >strict.csv

$ detente --db visits.db import strict.csv --strict
? 3
detente: strict.csv:3:2: date "May 2024": 'M' cannot stand here in a date (byte 1)
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025
detente: 1 row was rejected, so nothing was kept (--strict)
  mend the rows, or leave --strict out to take the others

$ detente --db visits.db show V6
? 1
detente: nothing here is called "V6"

# To see what would happen.

$ DETENTE_USER=desk detente --today 2026-04-10 --db visits.db import strict.csv --dry-run
note: 1 date that is no EDTF was converted, such as "May 2024" to 2024-05
Would change
import by desk
────────────────────────────────────────────────────────────────────────────────
add      event V6, Good
  kind            + vote
  date            + 2024
  title           + Good

add      event V7, No EDTF
  kind            + vote
  date            + 2024-05
  title           + No EDTF

2 added
2 added, 0 updated, 0 unchanged, 0 rejected (dry run: nothing was kept)

# An empty cell clears a field, a missing column keeps it.

$ printf 'id,tags\nV5,first;second\n' | detente --db visits.db import -q --format csv - && printf 'id,title,tags\nV5,A better title,\n' | detente --db visits.db import --format csv -
0 added, 1 updated, 0 unchanged, 0 rejected

$ detente --db visits.db export --from 2023-05-01 --to 2023-05-01 | grep '"V5"'
{"id":"V5","kind":"visit","date":"2023-05-01","title":"A better title","parties":[{"type":"country","id":"CAN","role":"visitor"},{"type":"country","id":"CHN","role":"host"}]},

# The summary for a program.

$ detente --db visits.db import visits.csv --json 2>/dev/null
{"added":0,"updated":0,"unchanged":2,"rejected":0,"conflicts":0,"refused":0,"skipped":0,"missing":0,"removed":0,"duplicates":0,"made":0,"converted":1,"dry_run":false}

# A file that is not what it must be is refused whole, and nothing is made.

$ printf '{"detente":1,"events":[' >broken.json && detente --db none.db import broken.json
? 3
detente: broken.json:1:24: the text ends in the middle of a value
  it seems to have been cut short: export or copy it again

$ printf 'date,title\n2018,caf\351\n' | detente --db none.db import --format csv -
? 3
detente: -:2:2: byte 0xE9 at offset 19 is not UTF-8
  convert the file to UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW; or read the table by a profile with "encoding": "windows-1252"

$ ls *.db
detente.db
visits.db

# A party that a cell no longer names is gone, with what parties.csv said of it; the rows are told apart from
# a dossier imported twice, which changes nothing.

$ mkdir talks
$ printf 'id,kind,date,title,countries,people\nT1,meeting,2020-01-02,A talk,CAN;CHN,Envoy One:speaker\n' >talks/events.csv
$ printf 'event,type,id,role,for,as\nT1,person,Envoy One,speaker,CAN,special envoy\n' >talks/parties.csv
$ detente --db talks.db import -q talks
$ detente --db talks.db import talks
0 added, 0 updated, 2 unchanged, 0 rejected

$ printf 'id,people\nT1,\n' >events.csv
$ detente --db talks.db import events.csv
0 added, 1 updated, 0 unchanged, 0 rejected

$ detente --db talks.db export --format csv | cut -d , -f 1,10,12
id,countries,people
T1,CAN;CHN,

# A column that is no field clears and keeps as fields do: k2 is cleared, k1 stays, k3 is new.

$ printf 'id,kind,date,title,k1,k2\nX1,other,2018,An act,one,two\n' >first.csv
$ printf 'id,k2,k3\nX1,,three\n' >second.csv
$ detente --db x.db import -q first.csv
$ detente --db x.db import -q second.csv
$ detente --db x.db export --format jsonl
{"id":"X1","kind":"other","date":"2018","title":"An act","extra":{"k1":"one","k3":"three"}}

# What can never be found again is no name.

$ printf 'id,kind,date,title,people\nX2,other,2018,An act,--\n' >third.csv
$ detente --db x.db import third.csv
? 3
detente: third.csv:2:5: "--" is no name: it has no letter or digit
  write the name, or leave the cell empty
0 added, 0 updated, 0 unchanged, 1 rejected
