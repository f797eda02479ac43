# Dossier, JSON document and record hold the same: out and in again gives the same, byte for byte.

$ detente import -q "$FIXTURES/canada-china" && detente export -o record.json && detente export --format dossier -o dossier

$ ls dossier
claims.csv
coverage.csv
dossier.json
events.csv
links.csv
notes.csv
organizations.csv
parties.csv
people.csv
sources.csv
terms.csv

$ detente --db b.db import record.json && detente --db b.db export -o b.json && cmp record.json b.json
768 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db c.db import -q dossier && detente --db c.db export -o c.json && cmp record.json c.json

$ detente --db b.db export --format dossier -o b && diff -r dossier b

# All members stand in a document, in one order; each record has a line of its own.

$ sed -n 's/^"\([a-z]*\)":.*/\1/p' record.json | tr '\n' ' '
dossier countries organizations people terms sources events claims links coverage notes 

$ grep '"CC-M22"' record.json | head -n 1
{"id":"CC-M22","kind":"meeting.informal","date":"2022-11-15","title":"Trudeau and Xi talk on the margins of the G20 in Bali","summary":"A talk of about ten minutes on concerns about interference, Ukraine, North Korea and biodiversity.","parties":[{"type":"country","id":"CAN","role":"participant"},{"type":"country","id":"CHN","role":"participant"},{"type":"country","id":"IDN","role":"venue"},{"type":"organization","id":"G20","role":"venue"},{"type":"person","id":"justin-trudeau","role":"participant"},{"type":"person","id":"xi-jinping","role":"participant"}],"place":["Bali"],"tags":["g20","interference","diplomacy"],"sources":["news9-2022-xi-confronts-trudeau"]},

# A table of events alone carries names of people and URLs of sources, so that it can be imported by
# itself.

$ detente export --format csv -o events.csv && detente --db d.db import events.csv
note: events: "confidence" is no known column and is kept as an extra
note: made, since they were named and not listed: 60 people, 7 organizations, 103 sources, such as Pierre Trudeau
150 added, 0 updated, 0 unchanged, 0 rejected

$ grep '^CC-M22' events.csv
CC-M22,meeting.informal,2022-11-15,,,,,Trudeau and Xi talk on the margins of the G20 in Bali,"A talk of about ten minutes on concerns about interference, Ukraine, North Korea and biodiversity.",CAN;CHN;IDN:venue,G20:venue,Justin Trudeau;Xi Jinping,,Bali,,,,g20;interference;diplomacy,,,https://www.news9live.com/world/watch-video-at-g20-summit-xi-jinping-confronts-canadas-justin-trudeau-over-media-leaks-208322,,,,,,,,,,,,,,,,,,,,,

# JSON Lines: an event to a line, with its sources as objects.

$ detente export --format jsonl --kind meeting.call | head -n 1
{"id":"CC-108","kind":"meeting.call","date":"2025-06-05","title":"Carney and Premier Li Qiang speak by telephone","summary":"They agree to make channels of communication regular and to convene the joint trade commission.","parties":[{"type":"country","id":"CAN","role":"participant","name":"Canada"},{"type":"country","id":"CHN","role":"participant","name":"China"},{"type":"person","id":"mark-carney","role":"participant","name":"Mark Carney"},{"type":"person","id":"li-qiang","role":"participant","name":"Li Qiang"}],"tags":["diplomacy","trade"],"sources":[{"id":"pmo-2025-carney-li-call","title":"Readout: Prime Minister Carney speaks with Premier of China Li Qiang","publisher":"PMO / CNW","url":"https://www.newswire.ca/news-releases/readout-prime-minister-carney-speaks-with-premier-of-china-li-qiang-810421429.html","published":"2025-06-05","type":"readout","side":"CAN","language":"en"}]}

$ detente export --format jsonl -o events.jsonl && detente --db e.db import -q events.jsonl && detente --db e.db export --format jsonl | cmp - events.jsonl

# Tables for a spreadsheet: a byte order mark, and nothing that it could run.

$ printf 'id,date,kind,title\nX,2018,other,=1+1\n' | detente --db f.db import -q --format csv - && detente --db f.db export --format csv --safe-csv | cut -d , -f 1-3,8
id,kind,date,title
X,other,2018,'=1+1

# What the filters leave. A document of some events holds what they need.

$ detente export --kind meeting.call --format csv | cut -d , -f 1-3
id,kind,date
CC-108,meeting.call,2025-06-05

$ detente export --kind meeting.call -o calls.json && detente --db g.db import calls.json
9 added, 0 updated, 0 unchanged, 0 rejected

# A folder is written only where it was asked for, and not over another one.

$ detente export --format dossier
? 2
detente: dossier is a folder of files
  say which one: -o FOLDER

$ detente export --format dossier -o dossier
? 2
detente: the folder dossier is not empty
  give a new or an empty one, or replace the dossier in it with --force

$ detente export --format dossier -o dossier --force

# Nothing found is said, and is exit code 1; the answer is whole all the same.

$ detente export --kind vote --from 1950 --to 1960 -o none.json
? 1
detente: nothing found: the export is empty

$ sed -n '/^"events"/p' none.json
"events":[],
