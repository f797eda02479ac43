# add: a record from settings, from JSON on standard input, or written in an editor.

$ detente --today 2026-04-10 -q import "$FIXTURES/canada-china"

# An event gets its id from date and title; what is only named is made, and told; a quote becomes a claim.

$ detente --today 2026-04-10 add event kind=meeting.call date="9 April 2026" title="Carney and Li speak by phone" countries="Canada;CHN:host" people="Mark Carney;Nobody Known" source_url=https://example.org/readout quote="a good talk"
note: "9 April 2026" was taken as 2026-04-09; person nobody-known was made (Nobody Known), since it was only named; source example-org-readout-47426258c9d4 was made (https://example.org/readout), since it was only named
2026-04-09-carney-and-li-speak-by-phone: 4 records added, revision 2; `detente undo` takes it back

$ detente --today 2026-04-10 show 2026-04-09-carney-and-li-speak-by-phone
Carney and Li speak by phone [1]
2026-04-09-carney-and-li-speak-by-phone · Call (meeting.call)
────────────────────────────────────────────────────────────────────────────────

When          9 Apr 2026
Who           Canada: Mark Carney, Prime Minister · China (host) · Nobody Known

Accounts
“a good talk” [1]

Sources
[1] https://example.org/readout

# The same once more is another event, and told to be probably the same; an id that is taken is refused.

$ detente --today 2026-04-10 add event kind=meeting.call date=2026-04-09 title="Carney and Li speak by phone" countries="CAN;CHN" people="mark-carney;nobody-known"
note: 2026-04-09-carney-and-li-speak-by-phone-2 may be 2026-04-09-carney-and-li-speak-by-phone recorded again; if so: detente merge 2026-04-09-carney-and-li-speak-by-phone-2 2026-04-09-carney-and-li-speak-by-phone
2026-04-09-carney-and-li-speak-by-phone-2: 1 record added, revision 3; `detente undo` takes it back

$ detente --today 2026-04-10 add event id=CC-M22 kind=meeting date=2022-11-15 title=Talks
? 3
detente: event CC-M22 is there already
  `detente edit CC-M22` changes it

# Types of record besides events. A person and an organization get their ids from their names.

$ DETENTE_USER=desk detente --today 2026-04-10 add person name="Marie Exemple" country=Canada --reason "new ambassador"
marie-exemple: 1 record added, revision 4; `detente undo` takes it back

$ detente --today 2026-04-10 add person name="Marie Exemple"
? 3
detente: Marie Exemple is there already: marie-exemple
  another one of that name needs an id of its own: id=…

$ detente --today 2026-04-10 add person id=marie-exemple-2 name="Marie Exemple" --json
{"id":"marie-exemple-2","revision":5,"added":1,"updated":0,"removed":0,"unchanged":0}

$ detente --today 2026-04-10 add organization name="Test Bureau of Trade"
TEST-BUREAU-OF-TRADE: 1 record added, revision 6; `detente undo` takes it back

$ detente --today 2026-04-10 add term person=marie-exemple-2 country=Canada office=Ambassador title="Ambassador to China" start=2026-04-01
term:marie-exemple-2/CAN/ambassador/2026-04-01: 1 record added, revision 7; `detente undo` takes it back

$ detente --today 2026-04-10 add term person=marie-exemple-2 country=CAN office=ambassador start=2026-04-01
? 3
detente: term term:marie-exemple-2/CAN/ambassador/2026-04-01 is there already
  `detente edit term:marie-exemple-2/CAN/ambassador/2026-04-01` changes it

$ detente --today 2026-04-10 add source url=https://example.org/readout title="Readout"
? 3
detente: source example-org-readout-47426258c9d4 is there already
  `detente edit example-org-readout-47426258c9d4` changes it

$ detente --today 2026-04-10 add country id=CAN name=Canada
? 3
detente: country CAN is there already
  `detente edit CAN` changes it

$ detente --today 2026-04-10 add country id=X-TESTLAND name=Testland
X-TESTLAND: 1 record added, revision 8; `detente undo` takes it back

$ detente --today 2026-04-10 add coverage dataset=test countries="CAN;CHN" start=2026 end=2026-04
coverage:test/CAN;CHN//2026: 1 record added, revision 9; `detente undo` takes it back

$ detente --today 2026-04-10 add note record=CC-M22 kind=correction reason="A test." date=2026-04-10
note:CC-M22/correction/A test./2026-04-10: 1 record added, revision 10; `detente undo` takes it back

$ detente --today 2026-04-10 add claim event=CC-M22 source=https://example.org/other field=date value=2022-11-16 stance=disputes
note: source example-org-other-f6185ce5a082 was made (https://example.org/other), since it was only named
claim:CC-M22/example-org-other-f6185ce5a082/date/2022-11-16: 2 records added, revision 11; `detente undo` takes it back

$ detente --today 2026-04-10 add link from=CC-M25B relation=follows to=CC-M25A
link:CC-M25B/follows/CC-M25A: 1 record added, revision 12; `detente undo` takes it back

$ detente --today 2026-04-10 add party event=CC-M22 type=person id=marie-exemple for=CAN as=interpreter
CC-M22: 1 record updated, revision 13; `detente undo` takes it back

# The log has it all.

$ detente --today 2026-04-10 log marie-exemple
person marie-exemple, Marie Exemple
────────────────────────────────────────────────────────────────────────────────
     4  10 Apr 2026, 00:00 · add by desk · added
        “new ambassador”

# JSON from standard input: as in a document; a source in it is a record of its own.

$ echo '{"id": "T1", "kind": "statement", "date": "2026-04-10", "title": "A statement", "parties": [{"type": "country", "id": "CAN", "role": "speaker"}], "sources": [{"url": "https://example.org/statement", "title": "Statement"}], "colour": "red"}' | detente --today 2026-04-10 add event -
note: "colour" is no field of event and is kept as an extra
T1: 2 records added, revision 14; `detente undo` takes it back

$ detente --today 2026-04-10 show T1 --json | sed -n '/"events"/,$p'
  "events": [
    {
      "id": "T1",
      "kind": "statement",
      "date": "2026-04-10",
      "title": "A statement",
      "parties": [
        {"type": "country", "id": "CAN", "role": "speaker", "name": "Canada"}
      ],
      "sources": [
        {
          "id": "example-org-statement-c47e801512ea",
          "title": "Statement",
          "url": "https://example.org/statement"
        }
      ],
      "extra": {"colour": "red"},
      "start_min": "2026-04-10",
      "start_max": "2026-04-10",
      "end_min": "2026-04-10",
      "end_max": "2026-04-10"
    }
  ]
}

$ echo '{"kind": "statement", "date": "2026-04-10", "titel": "A statement"}' | detente --today 2026-04-10 add event -
? 3
detente: "titel" is no field of an event
  did you mean title? nothing was changed; to keep what is no field, write extra.titel=…

$ printf '{"kind": "statement",\n "date": 2026-04-10}' | detente --today 2026-04-10 add event -
? 3
detente: -:2:14: ',' or '}' expected, not '-'

$ echo '[]' | detente --today 2026-04-10 add event -
? 3
detente: -:1:1: a record is one object
  it begins like {"id": "…"

$ printf '' | detente --today 2026-04-10 add event -
? 3
detente: -:1:1: there is no record
  it begins like {"id": "…"

# --dry-run shows what would be added, and adds nothing.

$ DETENTE_USER=desk detente --today 2026-04-10 add person name="Paul Essai" country=CAN -n
Would change
add by desk
────────────────────────────────────────────────────────────────────────────────
add      person paul-essai, Paul Essai
  name            + Paul Essai
  country         + CAN

1 added
paul-essai: 1 record added (dry run: nothing was kept)

$ detente --today 2026-04-10 add person name="Paul Essai" country=CAN -n --json
{
  "query": {"command": "add"},
  "from": 14,
  "dry_run": true,
  "time": "2026-04-10T00:00:00Z",
  "command": "add",
  "user": "desk",
  "changes": [
    {
      "type": "person",
      "id": "paul-essai",
      "title": "Paul Essai",
      "action": "added",
      "fields": [
        {"field": "id", "after": "paul-essai"},
        {"field": "name", "after": "Paul Essai"},
        {"field": "country", "after": "CAN"}
      ]
    }
  ],
  "added": 1,
  "updated": 0,
  "removed": 0
}
paul-essai: 1 record added (dry run: nothing was kept)

$ detente --today 2026-04-10 add person name="Paul Essai" country=CAN -n --format csv
type,id,action,field,before,after
person,paul-essai,added,id,,paul-essai
person,paul-essai,added,name,,Paul Essai
person,paul-essai,added,country,,CAN
paul-essai: 1 record added (dry run: nothing was kept)

$ detente --today 2026-04-10 show "Paul Essai"
? 1
detente: nothing here is called "Paul Essai"

# What is wrong, and what to do.

$ detente --today 2026-04-10 add evnt kind=meeting
? 2
detente: "evnt" is no type of record
  did you mean event?

$ detente --today 2026-04-10 add event tilte=Talks
? 2
detente: "tilte" is no field of an event
  did you mean title? nothing was changed; to keep what is no field, write extra.tilte=…

$ detente --today 2026-04-10 add event Talks
? 2
detente: "Talks" is no setting
  a setting is FIELD=VALUE, as in title="Talks in Paris"

$ detente --today 2026-04-10 add event kind=meting date=2026 title=Talks
? 3
detente: kind "meting" begins with no known family
  did you mean meeting? `detente kinds` lists them; what has no family goes under other

$ detente --today 2026-04-10 add event kind=meeting date=2026-02-30 title=Talks
? 3
detente: date "2026-02-30": February 2026 has 28 days
  write a day from 1 to 28, or leave it out

$ detente --today 2026-04-10 add event kind=meeting title=Talks
? 3
detente: date is missing
  every event needs its date: when it happened or began; EDTF

$ detente --today 2026-04-10 add event kind=meeting date=2026 title=Talks countries=Canadia
? 3
detente: country "Canadia" is not known
  did you mean CAN (Canada)? `detente countries` lists them

$ detente --today 2026-04-10 add event kind=meeting date=2026 title=a title=b
? 2
detente: title is set twice
  leave one of the two

$ detente --today 2026-04-10 add event
? 2
detente: `add` is given nothing to add
  give settings, as in title="Talks in Paris", or - for JSON from standard input; on a terminal an editor opens

$ detente --today 2026-04-10 add event - -
? 2
detente: standard input (-) can be read only once

$ detente --today 2026-04-10 add event kind=meeting --format csv
? 2
detente: what `add` did is told as text or json, not as csv
  `detente diff --format csv` shows it afterwards

# An editor: all fields of an empty record, those first that it must have. Left as it is, nothing is added.

$ detente --today 2026-04-10 add term --editor cat
{
  "person": null,
  "country": null,
  "office": [],
  "title": null,
  "start": null,
  "end": null,
  "standing": null,
  "sources": [],
  "note": null,
  "extra": {}
}
term: nothing changed

$ printf '%s\n' '#!/bin/sh' 'sed -i "s/\"name\": null/\"name\": \"Anna Probe\"/; s/\"id\": null/\"id\": \"anna-probe\"/" "$1"' >editor && chmod +x editor

$ detente --today 2026-04-10 add person --editor ./editor
anna-probe: 1 record added, revision 15; `detente undo` takes it back

# What is typed is not lost when it cannot be taken: the file says what is wrong, and can be given back.

$ printf '%s\n' '#!/bin/sh' 'echo "{\"id\": \"bert-probe\"}" >"$1"' >editor

$ mkdir kept && TMPDIR=kept detente --today 2026-04-10 add person --editor ./editor 2>&1 | sed 's/detente-[A-Za-z0-9]*/detente-XXXXXX/'
detente: name is missing
  every person needs its name: name shown
what you wrote is kept in kept/detente-XXXXXX/person.json

$ cat kept/*/person.json
error: name is missing; every person needs its name: name shown
{"id": "bert-probe"}

$ sed -i 's/bert-probe"/&, "name": "Bert Probe"/' kept/*/person.json && cat kept/*/person.json | detente --today 2026-04-10 add person -
bert-probe: 1 record added, revision 16; `detente undo` takes it back

$ detente --today 2026-04-10 add person --editor ./nowhere 2>&1 | sed 's/^.*: .*not found$/not found/'
not found
detente: the editor ./nowhere could not be started
  set VISUAL or EDITOR, or change the record with settings, as in title="Talks in Paris"

$ detente --today 2026-04-10 add person --editor false
? 4
detente: the editor false failed with 1; nothing was changed

# A record is made for what is added, and only then.

$ detente --db new.db add person name=
? 3
detente: name is missing
  every person needs its name; an id is made of it

$ ls new.db
? 2
ls: cannot access 'new.db': No such file or directory

$ detente --db new.db --today 2026-04-10 add person name="Anna Probe"
anna-probe: 1 record added, revision 1; `detente undo` takes it back

$ detente --db new.db --today 2026-04-10 list people
id          name        aliases  country  wikidata
──────────  ──────────  ───────  ───────  ────────
anna-probe  Anna Probe

# A day that is still to come.

$ detente --db later.db init -q && detente --db later.db --today 2026-04-10 add event kind=meeting date=2031-01-01 "title=Talks" countries=CAN
note: the day is still to come: status=planned says so
2031-01-01-talks: 1 record added, revision 1; `detente undo` takes it back

$ detente --db later.db --today 2026-04-10 add event kind=meeting date=2031-01-02 "title=More talks" countries=CAN status=planned
2031-01-02-more-talks: 1 record added, revision 2; `detente undo` takes it back
