# edit: a record changed by settings, by JSON, or in an editor.

$ detente --today 2026-04-10 -q import "$FIXTURES/canada-china"

# A field; the reason is kept in the log and shown on the record.

$ DETENTE_USER=desk detente --today 2026-04-10 edit CC-M22 place+=Nusa\ Dua title="Trudeau and Xi talk in Bali" --reason "the place was too wide"
note: the reason is shown on CC-M22 as a correction
CC-M22: 2 fields changed, 1 record added, revision 2; `detente undo` takes it back

$ detente --today 2026-04-10 show CC-M22 | head -14
Trudeau and Xi talk in Bali [1]
CC-M22 · Informal meeting (meeting.informal)
────────────────────────────────────────────────────────────────────────────────

A talk of about ten minutes on concerns about interference, Ukraine, North Korea
and biodiversity.

When          15 Nov 2022
Where         Bali, Nusa Dua
Who           Canada: Justin Trudeau, Prime Minister
              China: Xi Jinping, President · Indonesia (venue)
              Group of Twenty (venue)
Tags          g20, interference, diplomacy
Corrected     10 Apr 2026: the place was too wide

$ detente --today 2026-04-10 show CC-M22 --json | grep -A3 '"notes"'
      "notes": [
        {"kind": "correction", "reason": "the place was too wide", "date": "2026-04-10"}
      ]
    }

$ detente --today 2026-04-10 log CC-M22 | head -6
event CC-M22, Trudeau and Xi talk in Bali
────────────────────────────────────────────────────────────────────────────────
     2  10 Apr 2026, 00:00 · edit by desk · updated
        “the place was too wide”
        title           - Trudeau and Xi talk on the margins of the G20 in Bali
                        + Trudeau and Xi talk in Bali

# The same again changes nothing, and notes nothing.

$ detente --today 2026-04-10 edit CC-M22 title="Trudeau and Xi talk in Bali" --reason again
CC-M22: nothing changed

$ detente --today 2026-04-10 edit CC-M22 title="Trudeau and Xi talk in Bali" --json
{"id":"CC-M22","added":0,"updated":0,"removed":0,"unchanged":1}

# Lists: items join and leave, by any name that they have; a role is replaced, and left aside when a party leaves.

$ detente --today 2026-04-10 edit CC-M22 countries+="South Korea:venue" countries-=Indonesia tags-=g20 tags+="talks;bali"
CC-M22: 2 fields changed, revision 3; `detente undo` takes it back

$ DETENTE_USER=desk detente --today 2026-04-10 edit CC-M22 countries+=Canada:visitor countries+=Canada -n
Would change
edit by desk
────────────────────────────────────────────────────────────────────────────────
update   event CC-M22, Trudeau and Xi talk in Bali
  countries       - CAN
                  + CAN:visitor

1 updated
CC-M22: 1 field changed (dry run: nothing was kept)

$ detente --today 2026-04-10 edit CC-M22 countries-=France
? 3
detente: countries has no "FRA"
  it has CAN;CHN;KOR:venue

$ detente --today 2026-04-10 edit CC-M22 people+="Nobody Known" people-="Xi Jinping"
note: person nobody-known was made (Nobody Known), since it was only named
CC-M22: 1 field changed, 1 record added, revision 4; `detente undo` takes it back

$ detente --today 2026-04-10 edit CC-M22 title+=Talks
? 2
detente: title is no list: it has one value
  set it with title=VALUE

$ detente --today 2026-04-10 edit CC-M22 tags+=
? 2
detente: tags: no item was given
  tags= alone clears it

$ detente --today 2026-04-10 show CC-M22 | sed -n '/^When/,/^$/p'
When          15 Nov 2022
Where         Bali, Nusa Dua
Who           Canada: Justin Trudeau, Prime Minister · China
              South Korea (venue) · Group of Twenty (venue) · Nobody Known
Tags          interference, diplomacy, talks, bali
Corrected     10 Apr 2026: the place was too wide


# Clearing, and what is no field.

$ detente --today 2026-04-10 edit CC-M22 summary= extra.colour=red --json
{"id":"CC-M22","revision":5,"added":0,"updated":1,"removed":0,"unchanged":0,"fields":2}

$ detente --today 2026-04-10 edit CC-M22 colour=red
? 2
detente: "colour" is no field of an event
  nothing was changed; to keep what is no field, write extra.colour=…; `detente help edit` shows how fields are set

$ detente --today 2026-04-10 edit CC-M22 titel=x
? 2
detente: "titel" is no field of an event
  did you mean title? nothing was changed; to keep what is no field, write extra.titel=…

$ detente --today 2026-04-10 edit CC-M22 extra.colour=
CC-M22: 1 field changed, revision 6; `detente undo` takes it back

$ detente --today 2026-04-10 edit CC-M22 title=
? 3
detente: title is missing
  every event needs its title: one line; may be missing where there is a code

$ detente --today 2026-04-10 edit CC-M22 kind=meting
? 3
detente: kind "meting" begins with no known family
  did you mean meeting? `detente kinds` lists them; what has no family goes under other

# JSON: what it does not name stays, null clears.

$ echo '{"place": null, "tags": ["one", "two"]}' | DETENTE_USER=desk detente --today 2026-04-10 edit CC-M22 -
CC-M22: 2 fields changed, revision 7; `detente undo` takes it back

$ detente --today 2026-04-10 diff
Revision 7
edit by desk, 10 Apr 2026, 00:00 UTC
────────────────────────────────────────────────────────────────────────────────
updated  event CC-M22, Trudeau and Xi talk in Bali
  place           - Bali
                  - Nusa Dua
  tags            - interference
                  - diplomacy
                  - talks
                  - bali
                  + one
                  + two

1 updated

$ echo '{"place": [1, {}]}' | detente --today 2026-04-10 edit CC-M22 -
? 3
detente: -:1:15: an object in place, where text is due
  a list holds texts: ["a", "b"]

# Records of other types. Those without an id are named by their key; changing the key puts a new one in the place.

$ detente --today 2026-04-10 edit "Mark Carney" aliases+="M. Carney" --reason "a spelling of the press"
note: the reason is shown on mark-carney as a correction
mark-carney: 1 field changed, 1 record added, revision 8; `detente undo` takes it back

$ detente --today 2026-04-10 edit term:mark-carney/CAN/head_of_government/2025-03-14 start=2025-03-15 --reason "sworn in a day later"
note: it was term:mark-carney/CAN/head_of_government/2025-03-14; the reason is shown on term:mark-carney/CAN/head_of_government/2025-03-15 as a correction
term:mark-carney/CAN/head_of_government/2025-03-15: 2 records added, 1 record removed, revision 9; `detente undo` takes it back

$ detente --today 2026-04-10 show mark-carney | head -10
part       field       value
─────────  ──────────  ─────────────────────────────────────────────────────────
person     id          mark-carney
person     name        Mark Carney
person     aliases     M. Carney
person     country     CAN
corrected  2026-04-10  a spelling of the press
corrected  2026-04-10  term:mark-carney/CAN/head_of_government/2025-03-15: sworn
                       in a day later
term       office      Prime Minister, CAN, 2025-03-15 on

$ detente --today 2026-04-10 show mark-carney --json | sed -n '/"notes"/,$p'
"notes":[
{"record":"mark-carney","kind":"correction","reason":"a spelling of the press","date":"2026-04-10"},
{"record":"term:mark-carney/CAN/head_of_government/2025-03-15","kind":"correction","reason":"sworn in a day later","date":"2026-04-10"}
]
}

$ DETENTE_USER=desk detente --today 2026-04-10 edit term:mark-carney/CAN/head_of_government/2025-03-15 start=2025-03-14 -n
Would change
edit by desk
────────────────────────────────────────────────────────────────────────────────
remove   term:mark-carney/CAN/head_of_government/2025-03-15, Prime Minister
  person          - mark-carney
  country         - CAN
  office          - head_of_government
  title           - Prime Minister
  start           - 2025-03-15
  sources         - wikipedia-prime-ministers-of-canada

add      term:mark-carney/CAN/head_of_government/2025-03-14, Prime Minister
  person          + mark-carney
  country         + CAN
  office          + head_of_government
  title           + Prime Minister
  start           + 2025-03-14
  sources         + wikipedia-prime-ministers-of-canada

remove   note:term:mark-carney/CAN/head_of_government/2025-03-15/correction/sworn
         in a day later/2026-04-10
  record          - term:mark-carney/CAN/head_of_government/2025-03-15
  kind            - correction
  reason          - sworn in a day later
  date            - 2026-04-10

add      note:term:mark-carney/CAN/head_of_government/2025-03-14/correction/sworn
         in a day later/2026-04-10
  record          + term:mark-carney/CAN/head_of_government/2025-03-14
  kind            + correction
  reason          + sworn in a day later
  date            + 2026-04-10

2 added, 2 removed
note: it was term:mark-carney/CAN/head_of_government/2025-03-15
term:mark-carney/CAN/head_of_government/2025-03-14: 2 records added, 2 records removed (dry run: nothing was kept)

$ detente --today 2026-04-10 edit link:CC-079/responds_to/CC-M22 note="The same talk." asserted_by+=Reuters
link:CC-079/responds_to/CC-M22: 2 fields changed, revision 10; `detente undo` takes it back

$ detente --today 2026-04-10 edit link:CC-079/responds_to/CC-M22 to=CC-NONE
? 3
detente: there is no event "CC-NONE"
  `detente add event …` first, or correct the id

$ detente --today 2026-04-10 edit Canada aliases+="Maple Land"
CAN: 1 record added, revision 11; `detente undo` takes it back

$ DETENTE_USER=desk detente --today 2026-04-10 edit "maple land" aliases-="Maple Land" --dry-run
Would change
edit by desk
────────────────────────────────────────────────────────────────────────────────
update   country CAN, Canada
  aliases         - Maple Land

1 updated
CAN: 1 field changed (dry run: nothing was kept)

# Another id: all that named it follows, and the old id leads to the new one.

$ detente --today 2026-04-10 edit CC-M22 id=CC-BALI
note: 1 link and 1 note now name CC-BALI
CC-BALI: 1 field changed, 1 record added, 2 records updated, revision 12; `detente undo` takes it back

$ detente --today 2026-04-10 edit CC-M22 venue="A hotel"
note: CC-M22 leads to CC-BALI
CC-BALI: 1 field changed, revision 13; `detente undo` takes it back

$ detente --today 2026-04-10 edit CC-BALI id=CC-M25A
? 3
detente: event CC-M25A is there already
  when both are one: detente merge CC-BALI CC-M25A

$ detente --today 2026-04-10 edit CC-BALI "id=a b"
? 3
detente: id "a b" is no id
  an id has letters, digits and - _ . / only

$ detente --today 2026-04-10 edit CAN id=CDN
? 3
detente: the id of country CAN cannot change: it is the country's code
  another name for it is an alias: detente edit CAN aliases+=NAME

# Whom a word means.

$ detente --today 2026-04-10 edit CC-M25 title=x
? 1
detente: nothing here is called "CC-M25"
  did you mean CC-M25A, CC-M25B or CC-S21?

$ detente --today 2026-04-10 edit
? 2
detente: `edit` needs ID [FIELD=VALUE...|-]
  see `detente help edit`

$ detente --today 2026-04-10 edit CC-BALI
? 2
detente: `edit` is given nothing to edit
  give settings, as in title="Talks in Paris", or - for JSON from standard input; on a terminal an editor opens

# An editor gets the record as JSON. A line taken out clears the field.

$ printf '%s\n' '#!/bin/sh' 'cat "$1"' 'sed -i "/\"venue\": /d; s/talk in Bali/talk briefly/" "$1"' >editor && chmod +x editor

$ DETENTE_USER=desk detente --today 2026-04-10 edit CC-BALI --editor ./editor
{
  "id": "CC-BALI",
  "kind": "meeting.informal",
  "date": "2022-11-15",
  "title": "Trudeau and Xi talk in Bali",
  "parties": [
    {"type": "country", "id": "CAN", "role": "participant"},
    {"type": "country", "id": "CHN", "role": "participant"},
    {"type": "country", "id": "KOR", "role": "venue"},
    {"type": "organization", "id": "G20", "role": "venue"},
    {"type": "person", "id": "justin-trudeau", "role": "participant"},
    {"type": "person", "id": "nobody-known", "role": "participant"}
  ],
  "venue": "A hotel",
  "tags": ["one", "two"],
  "sources": ["news9-2022-xi-confronts-trudeau"]
}
CC-BALI: 2 fields changed, revision 14; `detente undo` takes it back

$ detente --today 2026-04-10 diff
Revision 14
edit by desk, 10 Apr 2026, 00:00 UTC
────────────────────────────────────────────────────────────────────────────────
updated  event CC-BALI, Trudeau and Xi talk briefly
  title           - Trudeau and Xi talk in Bali
                  + Trudeau and Xi talk briefly
  venue           - A hotel

1 updated

# The editor's command may have arguments; saved as it was, nothing changes.

$ detente --today 2026-04-10 edit CC-BALI --editor 'sh -c true'
CC-BALI: nothing changed

# Broken: the error stands above the text, which is kept.

$ printf '%s\n' '#!/bin/sh' 'sed -i "s/\"date\": /\"date\" /" "$1"' >editor

$ mkdir kept && TMPDIR=kept detente --today 2026-04-10 edit CC-BALI --editor ./editor 2>&1 | sed 's/detente-[A-Za-z0-9]*/detente-XXXXXX/'
detente: kept/detente-XXXXXX/CC-BALI.json:5:10: ':' expected, not '"'
what you wrote is kept in kept/detente-XXXXXX/CC-BALI.json

$ head -4 kept/*/CC-BALI.json
error: line 5, column 10: ':' expected, not '"'
{
  "id": "CC-BALI",
  "kind": "meeting.informal",

$ rm -r kept

# Somebody else changed it meanwhile.

$ printf '%s\n' '#!/bin/sh' 'detente -q --today 2026-04-10 edit CC-BALI venue=elsewhere' 'sed -i s/briefly/long/ "$1"' >editor

$ mkdir kept && TMPDIR=kept detente --today 2026-04-10 edit CC-BALI --editor ./editor 2>&1 | sed 's/detente-[A-Za-z0-9]*/detente-XXXXXX/'
detente: CC-BALI was changed meanwhile by revision 15
  `detente diff 15` shows how; take the record anew and make your change again
what you wrote is kept in kept/detente-XXXXXX/CC-BALI.json

# Back.

$ detente --today 2026-04-10 undo 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
took back revision 15 (edit of CC-BALI by USER, DAY): 1 updated; revision 16

# What a desk types is answered with what it can type, and what is gone is not what never was.

$ detente --db desk.db init -q && ln -s "$FIXTURES/canada-china" shipped && DETENTE_USER=desk detente --db desk.db --today 2026-04-09 import -q shipped && detente --db desk.db log | sed 1,3d
        shipped/ (11 files, 821 rows)

$ detente --db desk.db edit CC-124 date=03/04/2026
? 3
detente: date "03/04/2026": day and month can be told apart by their order only
  write it as 2026-04-03 or 2026-03-04

$ detente --db desk.db edit CC-124 sources+=nosuch
? 3
detente: source "nosuch" is not known
  use its id or its URL, or `detente add source title=… url=…` first

$ detente --db desk.db edit CC-124 person=x
? 2
detente: "person" is no field of an event
  did you mean people? nothing was changed; to keep what is no field, write extra.person=…

$ detente --db desk.db edit xi-jinping nam=x
? 2
detente: "nam" is no field of a person
  did you mean name? nothing was changed; to keep what is no field, write extra.nam=…

$ detente --db desk.db edit CC-124 "people=Mark Carney, Xi Jinping"
? 3
detente: "Mark Carney, Xi Jinping" is not known, and reads as 2 names: items of a list are parted by ";"
  write ";" between them; one that has this name indeed is made first: `detente add person name=…`

$ detente --db desk.db edit CC-124 "people+=Jane Roe, John Doe"
? 3
detente: "Jane Roe, John Doe" is not known, and reads as 2 names: items of a list are parted by ";"
  write ";" between them; one that has this name indeed is made first: `detente add person name=…`

$ detente --db desk.db --today 2026-04-10 edit -q -n CC-124 "people+=Jane Roe; King, Martin Luther" | tail -n 1
2 added, 1 updated

$ DETENTE_USER=desk detente --db desk.db --today 2026-04-10 remove -q CC-M22

$ detente --db desk.db edit CC-M22 title=x
? 1
detente: CC-M22 is no longer in the record: revision 2 (remove by desk on 2026-04-10) removed it
  `detente undo 2` takes that revision back; `detente show CC-M22 --history` tells what it was

$ detente --db desk.db merge CC-120 CC-M22
? 1
detente: CC-M22 is no longer in the record: revision 2 (remove by desk on 2026-04-10) removed it
  `detente undo 2` takes that revision back; `detente show CC-M22 --history` tells what it was

$ DETENTE_USER=desk detente --db desk.db --today 2026-04-10 link CC-120 follows CC-124
link:CC-120/follows/CC-124: 1 record added, revision 3; `detente undo` takes it back

$ detente --db desk.db log --limit 2
What was done to the record                                         times in UTC
────────────────────────────────────────────────────────────────────────────────
     3  10 Apr 2026, 00:00 · link:CC-120/follows/CC-124 by desk · 1 added
     2  10 Apr 2026, 00:00 · remove of CC-M22, link:CC-079/responds_to/CC-M22
        by desk · 2 removed

1 more revision: --limit says how many are shown, --after 2 goes on from here

$ detente --db desk.db log --format csv | cut -d , -f 1-3,12
revision,time,command,records
3,2026-04-10T00:00:00Z,link,link:CC-120/follows/CC-124
2,2026-04-10T00:00:00Z,remove,CC-M22;link:CC-079/responds_to/CC-M22
1,2026-04-09T00:00:00Z,import,dossier;CC-001;CC-002;CC-003;CC-006
