# What is probably wrong, where, and how it is repaired.

# The shipped dossier passes every check on the day on which its sources end: silent, and exit status 0.

$ detente import -q "$FIXTURES/canada-china" && detente check --today 2026-04-10

$ detente check --today 2026-04-10 --json
{
  "query": {"command": "check"},
  "findings": [],
  "checks": [
    {"check": "sources", "findings": 0, "accepted": 0},
    {"check": "terms", "findings": 0, "accepted": 0},
    {"check": "dates", "findings": 0, "accepted": 0},
    {"check": "links", "findings": 0, "accepted": 0},
    {"check": "tariffs", "findings": 0, "accepted": 0},
    {"check": "duplicates", "findings": 0, "accepted": 0},
    {"check": "countries", "findings": 0, "accepted": 0},
    {"check": "notes", "findings": 0, "accepted": 0},
    {"check": "integrity", "findings": 0, "accepted": 0}
  ]
}

$ detente check --today 2026-04-10 --format csv
id,check,record,title,other,field,what,repair,accepted,reason

# Some findings come with time. Of those of 2026 two are known, and the dossier says why.

$ detente check --today 2026-11-24

$ detente check --today 2026-11-24 --accepted
dates: days that contradict one another, or the existence of a state
────────────────────────────────────────────────────────────────────────────────
CC-135  APEC summit in Shenzhen
  what       it was planned for 2026-11-18, which is over: did it happen?
  repair     detente edit CC-135 status=reported (or cancelled), or date=DATE
  accepted   The sources seen end on 7 April 2026; none of them tells whether
             the summit took place.

tariffs: not confirmed for a year, overlapping on one product, without a rate
────────────────────────────────────────────────────────────────────────────────
CC-T-MP  Canada: surtax of 25% on metal goods melted and poured in China
  what       it has no end, and was last confirmed on 2025-07-31, more than a
             year ago
  repair     detente confirm CC-T-MP --on DATE --source SOURCE, or detente edit
             CC-T-MP end=DATE
  accepted   The sources seen end on 7 April 2026; none of them confirms the
             surtax after the day on which it took effect, and none ends it.

$ detente check --today 2026-04-10 --accepted dates
not found: accepted, but not met today
────────────────────────────────────────────────────────────────────────────────
dates:CC-135,planned
  accepted   The sources seen end on 7 April 2026; none of them tells whether
             the summit took place.

# Later on, what has no end has to be confirmed again.

$ detente check --today 2027-03-01
? 1
tariffs: not confirmed for a year, overlapping on one product, without a rate
────────────────────────────────────────────────────────────────────────────────
CC-T-SA  Canada: surtax of 25% on Chinese steel and aluminum
  what       it has no end, and was last confirmed on 2026-02-27, more than a
             year ago
  repair     detente confirm CC-T-SA --on DATE --source SOURCE, or detente edit
             CC-T-SA end=DATE
  accept     tariffs:CC-T-SA,confirmed

CC-T-OIL  China: additional tariff of 100% on Canadian canola oil
  what       it has no end, and was last confirmed on 2026-01-16, more than a
             year ago
  repair     detente confirm CC-T-OIL --on DATE --source SOURCE, or detente edit
             CC-T-OIL end=DATE
  accept     tariffs:CC-T-OIL,confirmed

CC-T-PORK  China: additional tariff of 25% on Canadian pork
  what       it has no end, and was last confirmed on 2026-01-17, more than a
             year ago
  repair     detente confirm CC-T-PORK --on DATE --source SOURCE, or detente
             edit CC-T-PORK end=DATE
  accept     tariffs:CC-T-PORK,confirmed
detente: 3 findings, and 2 accepted
  one that is known and right as it is: detente check --accept ID --reason TEXT

# The artificial world has what goes wrong.

$ export DETENTE_DB=adverse.db && detente import -q "$FIXTURES/adverse" && detente check --today 2026-04-10
? 1
sources: facts that name no source, and sources that nobody could find
────────────────────────────────────────────────────────────────────────────────
FAR-OFF  The rocks of Quessia and Rovania part
  what       it names no source
  repair     detente edit FAR-OFF sources+=SOURCE, or source_url=ADDRESS
  accept     sources:FAR-OFF

AB-RESUMED  Ardonia and Belmark resume relations in the winter
  what       it names no source
  repair     detente edit AB-RESUMED sources+=SOURCE, or source_url=ADDRESS
  accept     sources:AB-RESUMED

NO-SOURCE  Shots at the border, as is said
  what       it names no source
  repair     detente edit NO-SOURCE sources+=SOURCE, or source_url=ADDRESS
  accept     sources:NO-SOURCE

DET-MONTH  Ardonia detains a first man in June
  what       it names no source
  repair     detente edit DET-MONTH sources+=SOURCE, or source_url=ADDRESS
  accept     sources:DET-MONTH

ST-INTERNAL  An internal remark on Belmark
  what       it names no source
  repair     detente edit ST-INTERNAL sources+=SOURCE, or source_url=ADDRESS
  accept     sources:ST-INTERNAL

ST-DRAFT  A draft on Belmark
  what       it names no source
  repair     detente edit ST-DRAFT sources+=SOURCE, or source_url=ADDRESS
  accept     sources:ST-DRAFT

MEET-MAYBE  A call of Premier and Chancellor is planned for April
  what       it names no source
  repair     detente edit MEET-MAYBE sources+=SOURCE, or source_url=ADDRESS
  accept     sources:MEET-MAYBE

terms: leaders at a meeting without an office that day, overlapping holders of
  one office
────────────────────────────────────────────────────────────────────────────────
MEET-HANDOVER  The parting Premier meets the Chancellor
  what       Leader Two of Ardonia took part, but held no office that the record
             knows on 2018-09-03; the nearest is Premier, 2014-05-15 to
             2018-09-03, the first day without it
  repair     detente edit MEET-HANDOVER: the date, the person, or the capacity
             in parties ("as": "special envoy"); or detente add term
             person=leader-two-of-ardonia …
  accept     terms:MEET-HANDOVER+leader-two-of-ardonia

MEET-FM-AM  The outgoing Secretary Abroad says farewell to the Minister
  what       Minister One of Belmark took part, but held no office that the
             record knows on 2023-06-14; the nearest is Secretary Abroad,
             2009-01-01 to 2023-06-14, the first day without it
  repair     detente edit MEET-FM-AM: the date, the person, or the capacity in
             parties ("as": "special envoy"); or detente add term
             person=minister-one-of-belmark …
  accept     terms:MEET-FM-AM+minister-one-of-belmark

term:president-one-of-ardonia/X-ARDONIA/head_of_state/2008-01-01
  what       President One of Ardonia and President Two of Ardonia are both
             President of Ardonia from 2019-11-15 to 2020-01-01
  repair     detente edit
             term:president-one-of-ardonia/X-ARDONIA/head_of_state/2008-01-01
             end=2019-11-15, or the start of the other
  accept     terms:term:president-one-of-ardonia/X-ARDONIA/head_of_state/2008-01-01+term:president-two-of-ardonia/X-ARDONIA/head_of_state/2019-11-15

links: answers that come before what they answer, circles of links
────────────────────────────────────────────────────────────────────────────────
link:CYC-1/responds_to/CYC-3
  what       CYC-1 (2020-10-01) responds to what had not happened yet: CYC-3
             (2020-10-21)
  repair     detente remove link:CYC-1/responds_to/CYC-3, or detente edit CYC-1
             date=DATE (or CYC-3)
  accept     links:link:CYC-1/responds_to/CYC-3

CYC-1  Note 1 of a circle
  what       CYC-1, CYC-3, CYC-2 answer one another all around
  repair     detente remove link:CYC-2/responds_to/CYC-1, or another link of
             them
  accept     links:CYC-1,answers

PAIR-ONE  Ardonia closes a bridge
  what       PAIR-ONE, PAIR-TWO answer one another all around
  repair     detente remove link:PAIR-TWO/retaliates_against/PAIR-ONE, or
             another link of them
  accept     links:PAIR-ONE,answers

tariffs: not confirmed for a year, overlapping on one product, without a rate
────────────────────────────────────────────────────────────────────────────────
AD-SALT-1  Ardonia: a duty on salt whose rate is not told
  what       a tariff without a rate: no total can be told where it holds
  repair     detente edit AD-SALT-1 rate=PERCENT, or LOW/HIGH
  accept     tariffs:AD-SALT-1,rate

AD-WHEAT-2  Ardonia: duty on wheat comes back
  what       it has no end, and was last confirmed on 2022-05-01, more than a
             year ago
  repair     detente confirm AD-WHEAT-2 --on DATE --source SOURCE, or detente
             edit AD-WHEAT-2 end=DATE
  accept     tariffs:AD-WHEAT-2,confirmed

AD-OATS-1  Ardonia: duty on oats
  what       it has no end, and was last confirmed on 2022-10-13, more than a
             year ago
  repair     detente confirm AD-OATS-1 --on DATE --source SOURCE, or detente
             edit AD-OATS-1 end=DATE
  accept     tariffs:AD-OATS-1,confirmed

AD-UNION-CHEESE  Ardonia: duty on cheese of the Union
  what       it has no end, and was last confirmed on 2023-12-01, more than a
             year ago
  repair     detente confirm AD-UNION-CHEESE --on DATE --source SOURCE, or
             detente edit AD-UNION-CHEESE end=DATE
  accept     tariffs:AD-UNION-CHEESE,confirmed

AD-STEEL-SECURITY  Ardonia: security duty on steel
  what       it has no end, and was last confirmed on 2024-01-02, more than a
             year ago
  repair     detente confirm AD-STEEL-SECURITY --on DATE --source SOURCE, or
             detente edit AD-STEEL-SECURITY end=DATE
  accept     tariffs:AD-STEEL-SECURITY,confirmed

AD-BARLEY-1  Ardonia: duty on barley
  what       it and AD-BARLEY-2 are both in force on barley from 2021-06-01 to
             2021-06-10, by the same imposer, on the same target and basis,
             though one replaces the other
  repair     detente edit AD-BARLEY-1 end=2021-06-01; duties that are stacked
             differ in their basis: detente edit AD-BARLEY-1 basis=BASIS
  accept     tariffs:AD-BARLEY-1+AD-BARLEY-2

AD-SALT-1  Ardonia: a duty on salt whose rate is not told
  what       it and AD-SALT-2 are both in force on salt from 2020-06-01 to
             2026-02-01, by the same imposer, on the same target and basis
  repair     detente edit AD-SALT-1 end=2020-06-01; duties that are stacked
             differ in their basis: detente edit AD-SALT-1 basis=BASIS
  accept     tariffs:AD-SALT-1+AD-SALT-2

duplicates: events that are probably one
────────────────────────────────────────────────────────────────────────────────
ST-EMBARGO  A remark under embargo
  what       probably the same as ST-EMBARGO-OVER (2024-07-10, A remark whose
             embargo is over)
  repair     detente merge ST-EMBARGO-OVER ST-EMBARGO
  accept     duplicates:ST-EMBARGO+ST-EMBARGO-OVER
detente: 21 findings
  one that is known and right as it is: detente check --accept ID --reason TEXT

$ detente --db adverse.db check --today 2026-04-10 --json links
? 1
{
  "query": {
    "command": "check",
    "words": ["links"]
  },
  "findings": [
    {
      "id": "links:link:CYC-1/responds_to/CYC-3",
      "check": "links",
      "record": "link:CYC-1/responds_to/CYC-3",
      "field": "from",
      "what": "CYC-1 (2020-10-01) responds to what had not happened yet: CYC-3 (2020-10-21)",
      "repair": "detente remove link:CYC-1/responds_to/CYC-3, or detente edit CYC-1 date=DATE (or CYC-3)"
    },
    {
      "id": "links:CYC-1,answers",
      "check": "links",
      "record": "CYC-1",
      "title": "Note 1 of a circle",
      "what": "CYC-1, CYC-3, CYC-2 answer one another all around",
      "repair": "detente remove link:CYC-2/responds_to/CYC-1, or another link of them"
    },
    {
      "id": "links:PAIR-ONE,answers",
      "check": "links",
      "record": "PAIR-ONE",
      "title": "Ardonia closes a bridge",
      "what": "PAIR-ONE, PAIR-TWO answer one another all around",
      "repair": "detente remove link:PAIR-TWO/retaliates_against/PAIR-ONE, or another link of them"
    }
  ],
  "checks": [
    {"check": "links", "findings": 3, "accepted": 0}
  ]
}
detente: 3 findings
  one that is known and right as it is: detente check --accept ID --reason TEXT

$ detente --db adverse.db check --today 2026-04-10 --format csv links tariffs dates
? 1
id,check,record,title,other,field,what,repair,accepted,reason
links:link:CYC-1/responds_to/CYC-3,links,link:CYC-1/responds_to/CYC-3,,,from,CYC-1 (2020-10-01) responds to what had not happened yet: CYC-3 (2020-10-21),"detente remove link:CYC-1/responds_to/CYC-3, or detente edit CYC-1 date=DATE (or CYC-3)",,
"links:CYC-1,answers",links,CYC-1,Note 1 of a circle,,,"CYC-1, CYC-3, CYC-2 answer one another all around","detente remove link:CYC-2/responds_to/CYC-1, or another link of them",,
"links:PAIR-ONE,answers",links,PAIR-ONE,Ardonia closes a bridge,,,"PAIR-ONE, PAIR-TWO answer one another all around","detente remove link:PAIR-TWO/retaliates_against/PAIR-ONE, or another link of them",,
"tariffs:AD-SALT-1,rate",tariffs,AD-SALT-1,Ardonia: a duty on salt whose rate is not told,,rate,a tariff without a rate: no total can be told where it holds,"detente edit AD-SALT-1 rate=PERCENT, or LOW/HIGH",,
"tariffs:AD-WHEAT-2,confirmed",tariffs,AD-WHEAT-2,Ardonia: duty on wheat comes back,,last_confirmed,"it has no end, and was last confirmed on 2022-05-01, more than a year ago","detente confirm AD-WHEAT-2 --on DATE --source SOURCE, or detente edit AD-WHEAT-2 end=DATE",,
"tariffs:AD-OATS-1,confirmed",tariffs,AD-OATS-1,Ardonia: duty on oats,,last_confirmed,"it has no end, and was last confirmed on 2022-10-13, more than a year ago","detente confirm AD-OATS-1 --on DATE --source SOURCE, or detente edit AD-OATS-1 end=DATE",,
"tariffs:AD-UNION-CHEESE,confirmed",tariffs,AD-UNION-CHEESE,Ardonia: duty on cheese of the Union,,last_confirmed,"it has no end, and was last confirmed on 2023-12-01, more than a year ago","detente confirm AD-UNION-CHEESE --on DATE --source SOURCE, or detente edit AD-UNION-CHEESE end=DATE",,
"tariffs:AD-STEEL-SECURITY,confirmed",tariffs,AD-STEEL-SECURITY,Ardonia: security duty on steel,,last_confirmed,"it has no end, and was last confirmed on 2024-01-02, more than a year ago","detente confirm AD-STEEL-SECURITY --on DATE --source SOURCE, or detente edit AD-STEEL-SECURITY end=DATE",,
tariffs:AD-BARLEY-1+AD-BARLEY-2,tariffs,AD-BARLEY-1,Ardonia: duty on barley,AD-BARLEY-2,end,"it and AD-BARLEY-2 are both in force on barley from 2021-06-01 to 2021-06-10, by the same imposer, on the same target and basis, though one replaces the other",detente edit AD-BARLEY-1 end=2021-06-01; duties that are stacked differ in their basis: detente edit AD-BARLEY-1 basis=BASIS,,
tariffs:AD-SALT-1+AD-SALT-2,tariffs,AD-SALT-1,Ardonia: a duty on salt whose rate is not told,AD-SALT-2,end,"it and AD-SALT-2 are both in force on salt from 2020-06-01 to 2026-02-01, by the same imposer, on the same target and basis",detente edit AD-SALT-1 end=2020-06-01; duties that are stacked differ in their basis: detente edit AD-SALT-1 basis=BASIS,,
detente: 10 findings
  one that is known and right as it is: detente check --accept ID --reason TEXT

# One by one they are known, each with its reason. It is silent until the record changes.

$ export DETENTE_USER=desk DETENTE_DB=adverse.db; detente check --today 2026-04-10 --accept links:CYC-1,answers --reason "The circle is there to be walked." --dry-run
Would change
accept by desk: “The circle is there to be walked.”
────────────────────────────────────────────────────────────────────────────────
add      note:CYC-1/accepted/The circle is there to be walked./2026-04-10
  record          + CYC-1
  kind            + accepted
  reason          + The circle is there to be walked.
  date            + 2026-04-10
  extra.check     + links:CYC-1,answers
  extra.state     + 7fb0697503c15bba710084f4a1951339

1 added
links:CYC-1,answers would be accepted (dry run: nothing was kept)

$ export DETENTE_USER=desk DETENTE_DB=adverse.db; detente check --today 2026-04-10 --accept links:CYC-1,answers --reason "The circle is there to be walked."
accepted links:CYC-1,answers; it is silent until CYC-1 changes

$ export DETENTE_USER=desk DETENTE_DB=adverse.db; detente check --today 2026-04-10 --accept links:CYC-1,answers --reason "Once more."
links:CYC-1,answers is accepted already: The circle is there to be walked.

$ export DETENTE_USER=desk DETENTE_DB=adverse.db; detente check --today 2026-04-10 --accept links:PAIR-ONE,answers --reason "Both said so." --json
{"id":"PAIR-ONE","revision":3,"added":1,"updated":0,"removed":0,"unchanged":0}

# A second finding of the same record, on the same day, for the same reason.

$ export DETENTE_USER=desk DETENTE_DB=adverse.db; detente check --today 2026-04-10 --accept tariffs:AD-SALT-1,rate --reason "Salt."
accepted tariffs:AD-SALT-1,rate; it is silent until AD-SALT-1 changes

$ export DETENTE_USER=desk DETENTE_DB=adverse.db; detente check --today 2026-04-10 --accept tariffs:AD-SALT-1+AD-SALT-2 --reason "Salt."
accepted tariffs:AD-SALT-1+AD-SALT-2; it is silent until AD-SALT-1 changes

$ detente --db adverse.db check --today 2026-04-10 links
? 1
links: answers that come before what they answer, circles of links
────────────────────────────────────────────────────────────────────────────────
link:CYC-1/responds_to/CYC-3
  what       CYC-1 (2020-10-01) responds to what had not happened yet: CYC-3
             (2020-10-21)
  repair     detente remove link:CYC-1/responds_to/CYC-3, or detente edit CYC-1
             date=DATE (or CYC-3)
  accept     links:link:CYC-1/responds_to/CYC-3
detente: 1 finding, and 2 accepted
  one that is known and right as it is: detente check --accept ID --reason TEXT

$ detente --db adverse.db check --today 2026-04-10 links --accepted --json
? 1
{
  "query": {
    "command": "check",
    "words": ["links"]
  },
  "findings": [
    {
      "id": "links:link:CYC-1/responds_to/CYC-3",
      "check": "links",
      "record": "link:CYC-1/responds_to/CYC-3",
      "field": "from",
      "what": "CYC-1 (2020-10-01) responds to what had not happened yet: CYC-3 (2020-10-21)",
      "repair": "detente remove link:CYC-1/responds_to/CYC-3, or detente edit CYC-1 date=DATE (or CYC-3)"
    },
    {
      "id": "links:CYC-1,answers",
      "check": "links",
      "record": "CYC-1",
      "title": "Note 1 of a circle",
      "what": "CYC-1, CYC-3, CYC-2 answer one another all around",
      "repair": "detente remove link:CYC-2/responds_to/CYC-1, or another link of them",
      "accepted": true,
      "reason": "The circle is there to be walked."
    },
    {
      "id": "links:PAIR-ONE,answers",
      "check": "links",
      "record": "PAIR-ONE",
      "title": "Ardonia closes a bridge",
      "what": "PAIR-ONE, PAIR-TWO answer one another all around",
      "repair": "detente remove link:PAIR-TWO/retaliates_against/PAIR-ONE, or another link of them",
      "accepted": true,
      "reason": "Both said so."
    }
  ],
  "checks": [
    {"check": "links", "findings": 1, "accepted": 2}
  ],
  "outdated": []
}
detente: 1 finding, and 2 accepted
  one that is known and right as it is: detente check --accept ID --reason TEXT

# What is accepted goes with the dossier, and comes back with it.

$ detente --db adverse.db export --format dossier -o kept && grep accepted kept/notes.csv
AD-OATS-2,accepted,The old duty on oats has no known end.,2024-02-01,,
AD-SALT-1,accepted,Salt.,2026-04-10,"tariffs:AD-SALT-1,rate;tariffs:AD-SALT-1+AD-SALT-2",0ca18979efc9153c1d8fe15c0c58e3f6;95c7fd68f26ada5ccbac3b9379471ee5
CYC-1,accepted,The circle is there to be walked.,2026-04-10,"links:CYC-1,answers",7fb0697503c15bba710084f4a1951339
PAIR-ONE,accepted,Both said so.,2026-04-10,"links:PAIR-ONE,answers",97bd212e95ec1b3adb218783bfd285e6

$ detente --db again.db import -q kept && detente --db again.db check -q --today 2026-04-10 links tariffs --accepted | grep -B 5 accepted

CYC-1  Note 1 of a circle
  what       CYC-1, CYC-3, CYC-2 answer one another all around
  repair     detente remove link:CYC-2/responds_to/CYC-1, or another link of
             them
  accepted   The circle is there to be walked.

PAIR-ONE  Ardonia closes a bridge
  what       PAIR-ONE, PAIR-TWO answer one another all around
  repair     detente remove link:PAIR-TWO/retaliates_against/PAIR-ONE, or
             another link of them
  accepted   Both said so.
--
tariffs: not confirmed for a year, overlapping on one product, without a rate
────────────────────────────────────────────────────────────────────────────────
AD-SALT-1  Ardonia: a duty on salt whose rate is not told
  what       a tariff without a rate: no total can be told where it holds
  repair     detente edit AD-SALT-1 rate=PERCENT, or LOW/HIGH
  accepted   Salt.
--
AD-SALT-1  Ardonia: a duty on salt whose rate is not told
  what       it and AD-SALT-2 are both in force on salt from 2020-06-01 to
             2026-02-01, by the same imposer, on the same target and basis
  repair     detente edit AD-SALT-1 end=2020-06-01; duties that are stacked
             differ in their basis: detente edit AD-SALT-1 basis=BASIS
  accepted   Salt.

# The record has changed: the finding is told again, with what was said then.

$ printf 'id,rate_unit\nAD-SALT-1,marks\n' >salt.csv && detente --db adverse.db import -q salt.csv

$ detente --db adverse.db check -q --today 2026-04-10 tariffs | sed -n '/AD-SALT-1/,/^$/p'
AD-SALT-1  Ardonia: a duty on salt whose rate is not told
  what       a tariff without a rate: no total can be told where it holds
  repair     detente edit AD-SALT-1 rate=PERCENT, or LOW/HIGH
  accept     tariffs:AD-SALT-1,rate
  It was accepted once (Salt.), but the record has changed since.


$ detente --db adverse.db check -q --today 2026-04-10 tariffs --accepted | sed -n '/^not found/,$p'
not found: accepted, but not met today
────────────────────────────────────────────────────────────────────────────────
tariffs:AD-SALT-1+AD-SALT-2
  accepted   Salt.

# Nothing is accepted without a reason, nor what is not there.

$ detente --db adverse.db check --accept links:CYC-1,answers
? 2
detente: a finding is accepted with a reason
  detente check --accept links:CYC-1,answers --reason TEXT

$ detente --db adverse.db check --accept links:CYC-1,answers --reason '  '
? 2
detente: a finding is accepted with a reason
  detente check --accept links:CYC-1,answers --reason TEXT

$ detente --db adverse.db check --accept links:CYC1,answers --reason why
? 1
detente: there is no finding links:CYC1,answers
  did you mean links:CYC-1,answers?

$ detente --db adverse.db check --accept CYC-1 --reason why
? 1
detente: "CYC-1" is no finding of a check
  the id stands beside "accept" in what `detente check` prints, as in sources:CC-M22

$ detente --db adverse.db check --accept integrity:1 --reason why
? 2
detente: what is wrong with the file itself cannot be accepted
  restore a backup: detente restore BACKUP

$ detente --db adverse.db check links --accept links:CYC-1,answers --reason why
? 2
detente: --accept takes one finding, and the name of a check says nothing beside it
  one command per finding: detente check --accept ID --reason TEXT

$ detente --db adverse.db check --accept links:CYC-1,answers --accepted --reason why
? 2
detente: --accept takes one finding, and --accepted says nothing beside it
  one command per finding: detente check --accept ID --reason TEXT

$ detente --db adverse.db check --accept links:CYC-1,answers -o file --reason why
? 2
detente: --accept writes no answer, so that --output says nothing here

$ detente --db adverse.db check --reason why
? 2
detente: --reason goes with --accept ID
  a check by itself changes nothing

$ detente --db adverse.db check --dry-run
? 2
detente: --dry-run goes with --accept ID
  a check by itself changes nothing

$ detente --db adverse.db check daets
? 2
detente: there is no check "daets"
  did you mean dates?

$ detente --db adverse.db check dates everything
? 2
detente: there is no check "everything"
  `detente help check` lists them

$ detente --db adverse.db check links:CYC-1,answers
? 2
detente: there is no check "links:CYC-1,answers"
  as words, `check` takes names of checks; a finding is accepted with --accept ID --reason TEXT

$ detente --db adverse.db check --from 2020
? 2
detente: `check` has no option --from
  did you mean --bom? See `detente help check`

$ detente --db nowhere.db check
? 4
detente: there is no record nowhere.db
  `detente import PATH` makes one; --db FILE or DETENTE_DB names another

$ detente --db adverse.db check --format ics
? 2
detente: "ics" is no format
  `detente formats` lists them all

# What another program has put into the file is told too.

$ cp adverse.db foreign.db && sqlite3 foreign.db "UPDATE term SET \"end\" = '1999' WHERE person = 'leader-two-of-ardonia'" && detente --db foreign.db check -q --today 2026-04-10 dates terms integrity --json | grep '"id"\|"what"' | sed 's/ (hash.*//'
      "id": "terms:MEET-FM-AM+minister-one-of-belmark",
      "what": "Minister One of Belmark took part, but held no office that the record knows on 2023-06-14; the nearest is Secretary Abroad, 2009-01-01 to 2023-06-14, the first day without it",
      "id": "terms:term:president-one-of-ardonia/X-ARDONIA/head_of_state/2008-01-01+term:president-two-of-ardonia/X-ARDONIA/head_of_state/2019-11-15",
      "what": "President One of Ardonia and President Two of Ardonia are both President of Ardonia from 2019-11-15 to 2020-01-01",
      "id": "dates:term:leader-two-of-ardonia/X-ARDONIA/head_of_government/2014-05-15,end",
      "what": "end 1999 is no date, or earlier than the start, 2014-05-15",
      "id": "integrity:1",
      "what": "the records are not those that the log knows: another program changed them, or the file is damaged",

# An empty record has nothing wrong in it.

$ detente --db empty.db init -q && detente --db empty.db check

# A check reads; to a file too.

$ detente --db adverse.db check links -o found.json; head -n 4 found.json
detente: 1 finding, and 2 accepted
  one that is known and right as it is: detente check --accept ID --reason TEXT
{
  "query": {
    "command": "check",
    "words": ["links"]
