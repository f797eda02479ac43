# The shipped dossier: what it claims to cover are relations and tariffs, so that little is 0 and no year is covered whole.

$ detente --db cc.db import $FIXTURES/canada-china >/dev/null 2>&1

$ detente --db cc.db --today 2026-04-10 export --format dyad-year --pair CAN,CHN --from 2017 -o pairs.csv
note: 1 event left out: planned, denied or cancelled (--status asks for them)

$ ls
cc.db
pairs.codebook.md
pairs.csv
pairs.manifest.json

$ cut -d , -f 1-15,20,25 pairs.csv
year,cow1,cow2,gw1,gw2,iso1,iso2,name1,name2,covered,events,events_meeting,events_summit,events_visit,events_statement,events_tariff,events_relations
2017,20,710,20,710,CAN,CHN,Canada,China,part,5,2,NA,1,NA,NA,0
2018,20,710,20,710,CAN,CHN,Canada,China,part,9,NA,NA,NA,3,NA,0
2019,20,710,20,710,CAN,CHN,Canada,China,part,8,NA,NA,NA,1,NA,0
2020,20,710,20,710,CAN,CHN,Canada,China,part,1,NA,NA,NA,NA,NA,0
2021,20,710,20,710,CAN,CHN,Canada,China,part,11,NA,NA,NA,NA,NA,0
2022,20,710,20,710,CAN,CHN,Canada,China,part,5,1,NA,NA,NA,NA,0
2023,20,710,20,710,CAN,CHN,Canada,China,part,5,NA,NA,NA,NA,NA,0
2024,20,710,20,710,CAN,CHN,Canada,China,part,11,NA,NA,1,2,2,0
2025,20,710,20,710,CAN,CHN,Canada,China,part,33,4,1,1,12,7,0
2026,20,710,20,710,CAN,CHN,Canada,China,part,15,2,NA,1,3,3,NA

$ cut -d , -f 1,31-37 pairs.csv
year,weight_sum,weight_mean,intensity_mean,cooperation_sum,conflict_sum,disputed,mentions_sum
2017,16.8,3.36,NA,16.8,0,0,NA
2018,-26,-2.888889,NA,0,-26,2,NA
2019,-26,-3.25,NA,7,-33,3,NA
2020,-2,-2,NA,0,-2,0,NA
2021,-13,-1.181818,NA,14,-27,1,NA
2022,1,0.2,NA,8,-7,2,NA
2023,-28,-5.6,NA,0,-28,1,NA
2024,-30.8,-2.8,NA,2.8,-33.6,5,NA
2025,-24.3,-0.736364,NA,31.3,-55.6,6,NA
2026,1.4,0.093333,NA,24.8,-23.4,3,NA

# The hash in the manifest is that of the table, and the same question makes the same bytes.

$ test "$(sha256sum <pairs.csv | cut -c 1-64)" = "$(sed -n 's/.*"sha256": "\(.*\)",/\1/p' pairs.manifest.json)"

$ mkdir again && eval "$(sed -n 's/^  "command": "detente \(.*\) -o .*"$/detente --db cc.db \1/p' pairs.manifest.json)" -o again/pairs.csv &&
> cmp pairs.csv again/pairs.csv && cmp pairs.manifest.json again/pairs.manifest.json && cmp pairs.codebook.md again/pairs.codebook.md
note: 1 event left out: planned, denied or cancelled (--status asks for them)

$ grep -v '^    "\|^      "[a-z]' pairs.manifest.json
{
  "program": "detente",
  "version": "0.1.0",
  "format": "dyad-year",
  "query": {
  },
  "today": "2026-04-10",
  "revision": "59d0daecedad0f6e48777eef376cb062",
  "revision_number": 1,
  "rows": 10,
  "pairs": 1,
  "periods": 10,
  "first_day": "2017-01-01",
  "last_day": "2026-12-31",
  "events": 103,
  "left_out": {
  },
  "table": {
    ]
  },
  "coverage": [
    {
    },
    {
    }
  ],
  "command": "detente --today 2026-04-10 export --format dyad-year --from 2017 --pair CAN,CHN -o dyad-year.csv"
}

$ sed -n '1,/^| year/p' pairs.codebook.md
# Codebook: dyad-year, undirected

Made by detente 0.1.0 on the record as of 2026-04-10, revision 1 (content 59d0daecedad0f6e48777eef376cb062). The manifest beside this file has the question, the hash of the table and the command that makes it again:

    detente --today 2026-04-10 export --format dyad-year --from 2017 --pair CAN,CHN -o dyad-year.csv

10 rows, 1 pair, 10 years from 2017-01-01 to 2026-12-31; 103 events.

## Columns

UTF-8, comma separated, a heading. A value that is not known is written `NA`.

| column | type | unit | meaning | NA when |
| --- | --- | --- | --- | --- |
| year | integer | year | Astronomical year of the proleptic Gregorian calendar: 1 BC is 0. | never |

$ sed -n '/^## Rules/,/^## Kinds/p' pairs.codebook.md
## Rules

- **Rows.** One row per pair of states and year of which coverage claims something, and wherever there are events. Order: period, iso1, iso2.
- **Direction.** None: a row per pair, and iso1 comes before iso2 in the alphabet.
- **Events of a pair.** Both states are parties, themselves or through a person who acts for them, in any role but venue. An event of several states counts once in each of their pairs, so that a sum over pairs can be more than the number of events. Events of more than eight parties count only with `--multilateral`.
- **States.** Organizations are no states: the European Union as a party makes no dyad. Rows without events are those of states that were members of one of the two state systems in the period, that coverage or the question name, or that only this record knows, and that exist on a common day of it. Territories have rows only where there are events, unless they are named.
- **Codes.** Of the two systems the code that holds on the last day of the period, else the one that held last in it. Both systems begin with 1816.
- **Dates.** An event counts in the year in which it began. One whose date leaves open which year that was counts in none: 0 here.
- **Status.** Planned (1), denied (0) and cancelled (0) events are left out unless `--status` asks for them.
- **0 and NA.** 0 stands only where the record claims to cover the whole year for the pair and the kinds of the column. Elsewhere silence means nothing: NA. A count outside coverage is what the record happens to hold. A year that was not over on the day above is not covered.
- **Weights.** From -10 (conflict) to 10 (cooperation), after Goldstein (1992): the intensity of the event where it carries one, else the weight of its kind.

## Coverage

What data sets claim to hold. Several countries: what they do among one another; one: all that it does.

| data set | countries | kinds | first day | last day |
| --- | --- | --- | --- | --- |
| canada-china | CAN;CHN | relations | 1970-10-13 | 2026-04-07 |
| canada-china | CAN;CHN | tariff | 2024-08-26 | 2026-04-07 |

## Kinds

# Sums over the rows are what a series of the pair counts.

$ detente --db cc.db --today 2026-04-10 export --format dyad-year --pair CHN,CAN 2>/dev/null | cut -d , -f 1,11 | sed 1d >rows &&
> detente --db cc.db --today 2026-04-10 series CAN CHN --by year --format csv | cut -d , -f 1,3 | sed '1d; s/,$/,NA/' >series &&
> grep -v NA rows >rows.known; grep -v NA series >series.known; cmp rows.known series.known && wc -l <rows.known
29

# An artificial data set that says what it covers.

$ cat >events.csv <<'END'
> id,kind,date,countries,intensity,mentions,status,title
> e1,meeting,2001-02-03,CAN:visitor;CHN:host,,5,,First talks
> e2,statement,2001-03,CAN:speaker;CHN,-2.5,1,,A remark
> e3,statement,2001-03-09,CHN:actor;CAN:target,-3.1,4,,An answer
> e4,tariff,2003-01-01,CAN:imposer;CHN:target,,,,A duty
> e5,meeting,2003-05-05,CAN;CHN;USA,,,,Three at a table
> e6,meeting,2003/2004,CAN;CHN,,,,Some time
> e7,visit,2004-01-01,CAN;CHN,,,planned,A plan
> END

$ cat >coverage.csv <<'END'
> dataset,countries,kinds,start,end,note
> Toy,CAN;CHN,,2001-01-01,2003-06-30,From the dates in the file
> Toy visits,CAN;CHN,visit,2003-01-01,2004-12-31,
> END

$ detente --db toy.db import events.csv coverage.csv
9 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db toy.db --today 2026-04-10 export --format dyad-year | cut -d , -f 1-2,6-7,10-12,14-15,20,31-37
note: 1 event left out: with a date that leaves the period open
note: 1 event left out: planned, denied or cancelled (--status asks for them)
note: this is the table alone; with -o FILE its codebook and manifest are written beside it
year,cow1,iso1,iso2,covered,events,events_meeting,events_visit,events_statement,events_tariff,weight_sum,weight_mean,intensity_mean,cooperation_sum,conflict_sum,disputed,mentions_sum
2001,20,CAN,CHN,all,3,1,0,2,0,-4.6,-1.533333,-2.8,1,-5.6,0,10
2002,20,CAN,CHN,all,0,0,0,0,0,0,NA,NA,0,0,0,0
2003,20,CAN,CHN,part,2,1,0,NA,1,-4.8,-2.4,NA,1,-5.8,0,NA
2003,20,CAN,USA,none,1,1,NA,NA,NA,1,1,NA,1,0,0,NA
2003,710,CHN,USA,none,1,1,NA,NA,NA,1,1,NA,1,0,0,NA
2004,20,CAN,CHN,part,NA,NA,0,NA,NA,NA,NA,NA,NA,NA,NA,NA

$ detente --db toy.db --today 2026-04-10 -q export --format dyad-year --pair CAN,CHN --directed | cut -d , -f 1-2,6-7,10-13,15-16,21,32-33
year,cow1,iso1,iso2,covered,events,events_joint,events_meeting,events_visit,events_statement,events_tariff,weight_sum,weight_mean
2001,20,CAN,CHN,all,2,0,1,0,1,0,-1.5,-0.75
2001,710,CHN,CAN,all,1,0,0,0,1,0,-3.1,-3.1
2002,20,CAN,CHN,all,0,0,0,0,0,0,0,NA
2002,710,CHN,CAN,all,0,0,0,0,0,0,0,NA
2003,20,CAN,CHN,part,1,1,NA,0,NA,1,-5.8,-5.8
2003,710,CHN,CAN,part,NA,1,NA,0,NA,NA,NA,NA
2004,20,CAN,CHN,part,NA,NA,NA,0,NA,NA,NA,NA
2004,710,CHN,CAN,part,NA,NA,NA,0,NA,NA,NA,NA

$ detente --db toy.db --today 2026-04-10 -q export --format dyad-month --pair CAN,CHN --from 2001-02 --to 2001-04 | cut -d , -f 1-3,7-8,11-13,16
year,month,cow1,iso1,iso2,covered,events,events_meeting,events_statement
2001,2,20,CAN,CHN,all,1,1,0
2001,3,20,CAN,CHN,all,2,0,2
2001,4,20,CAN,CHN,all,0,0,0

$ detente --db toy.db -q export --format dyad-year --pair CAN,CHN --kind visit --from 2001 | cut -d , -f 1,10-15
year,covered,events,events_meeting,events_summit,events_visit,events_statement
2001,all,0,NA,NA,0,NA
2002,all,0,NA,NA,0,NA
2003,all,0,NA,NA,0,NA
2004,all,0,NA,NA,0,NA

# What is not over on the day is not covered; what does not lie within a stretch asked for does not count.

$ detente --db toy.db --today 2001-12-30 -q export --format dyad-year --pair CAN,CHN --to 2001 | cut -d , -f 1,6-7,10-12
year,iso1,iso2,covered,events,events_meeting
2001,CAN,CHN,part,3,1

$ detente --db toy.db -q export --format dyad-year --pair CAN,CHN --from 2001-03-05 --to 2001-04 | cut -d , -f 1,6-7,10-12
year,iso1,iso2,covered,events,events_meeting
2001,CAN,CHN,all,1,0

# The worlds of contradiction: persons who act for their states, organizations that are none.

$ detente --db adverse.db import $FIXTURES/adverse >/dev/null 2>&1; detente --db adverse.db --today 2026-04-10 export --format dyad-year | cut -d , -f 1-12
note: 3 events left out: with a date that leaves the period open
note: 2 events left out: of more than eight parties (--multilateral counts them)
note: 8 events left out: planned, denied or cancelled (--status asks for them)
note: this is the table alone; with -o FILE its codebook and manifest are written beside it
year,cow1,cow2,gw1,gw2,iso1,iso2,name1,name2,covered,events,events_meeting
-1000000000,NA,NA,NA,NA,X-QUESSIA,X-ROVANIA,Quessia,Rovania,none,1,NA
-5,NA,NA,NA,NA,X-QUESSIA,X-ROVANIA,Quessia,Rovania,none,1,NA
1990,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,1,NA
2001,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,1,NA
2010,NA,9904,NA,NA,X-ARDONIA,X-DROVIA,Ardonia,Drovia,none,1,NA
2011,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,3,NA
2011,NA,NA,NA,NA,X-ARDONIA,X-DROVIA,Ardonia,Drovia,none,1,NA
2012,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,2,1
2012,NA,9904,NA,NA,X-ARDONIA,X-ESTERLAND,Ardonia,Esterland,none,1,NA
2012,NA,9904,NA,NA,X-DROVIA,X-ESTERLAND,Drovia,Esterland,none,1,NA
2013,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,1,1
2013,NA,9904,NA,NA,X-ARDONIA,X-ESTERLAND,Ardonia,Esterland,none,1,NA
2014,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,2,1
2015,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,1,NA
2015,NA,NA,NA,NA,X-ARDONIA,X-CINDALE,Ardonia,Cindale,all,1,0
2016,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,1,1
2016,NA,NA,NA,NA,X-ARDONIA,X-CINDALE,Ardonia,Cindale,all,0,0
2016,NA,NA,NA,NA,X-FENMARK,X-GALDOVIA,Fenmark,Galdovia,none,4,1
2017,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,5,2
2017,NA,NA,NA,NA,X-ARDONIA,X-CINDALE,Ardonia,Cindale,all,1,0
2018,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,none,3,1
2019,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,part,7,2
2020,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,part,12,NA
2020,NA,NA,NA,NA,X-ARDONIA,X-CINDALE,Ardonia,Cindale,none,1,NA
2020,NA,9904,NA,NA,X-ARDONIA,X-ESTERLAND,Ardonia,Esterland,none,1,NA
2020,NA,NA,NA,NA,X-ARDONIA,X-FENMARK,Ardonia,Fenmark,none,1,NA
2020,NA,NA,NA,NA,X-ARDONIA,X-GALDOVIA,Ardonia,Galdovia,none,1,NA
2020,NA,NA,NA,NA,X-ARDONIA,X-HESTRIA,Ardonia,Hestria,none,1,NA
2020,NA,NA,NA,NA,X-ARDONIA,X-ILMARA,Ardonia,Ilmara,none,1,NA
2020,NA,NA,NA,NA,X-BELMARK,X-CINDALE,Belmark,Cindale,none,1,NA
2020,NA,9904,NA,NA,X-BELMARK,X-ESTERLAND,Belmark,Esterland,none,1,NA
2020,NA,NA,NA,NA,X-BELMARK,X-FENMARK,Belmark,Fenmark,none,1,NA
2020,NA,NA,NA,NA,X-BELMARK,X-GALDOVIA,Belmark,Galdovia,none,1,NA
2020,NA,NA,NA,NA,X-BELMARK,X-HESTRIA,Belmark,Hestria,none,1,NA
2020,NA,NA,NA,NA,X-BELMARK,X-ILMARA,Belmark,Ilmara,none,1,NA
2020,NA,9904,NA,NA,X-CINDALE,X-ESTERLAND,Cindale,Esterland,none,1,NA
2020,NA,NA,NA,NA,X-CINDALE,X-FENMARK,Cindale,Fenmark,none,1,NA
2020,NA,NA,NA,NA,X-CINDALE,X-GALDOVIA,Cindale,Galdovia,none,1,NA
2020,NA,NA,NA,NA,X-CINDALE,X-HESTRIA,Cindale,Hestria,none,1,NA
2020,NA,NA,NA,NA,X-CINDALE,X-ILMARA,Cindale,Ilmara,none,1,NA
2020,9904,NA,NA,NA,X-ESTERLAND,X-FENMARK,Esterland,Fenmark,none,1,NA
2020,9904,NA,NA,NA,X-ESTERLAND,X-GALDOVIA,Esterland,Galdovia,none,1,NA
2020,9904,NA,NA,NA,X-ESTERLAND,X-HESTRIA,Esterland,Hestria,none,1,NA
2020,9904,NA,NA,NA,X-ESTERLAND,X-ILMARA,Esterland,Ilmara,none,1,NA
2020,NA,NA,NA,NA,X-FENMARK,X-GALDOVIA,Fenmark,Galdovia,none,1,NA
2020,NA,NA,NA,NA,X-FENMARK,X-HESTRIA,Fenmark,Hestria,none,1,NA
2020,NA,NA,NA,NA,X-FENMARK,X-ILMARA,Fenmark,Ilmara,none,1,NA
2020,NA,NA,NA,NA,X-GALDOVIA,X-HESTRIA,Galdovia,Hestria,none,1,NA
2020,NA,NA,NA,NA,X-GALDOVIA,X-ILMARA,Galdovia,Ilmara,none,1,NA
2020,NA,NA,NA,NA,X-HESTRIA,X-ILMARA,Hestria,Ilmara,none,1,NA
2021,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,part,11,1
2022,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,part,13,1
2022,NA,NA,NA,NA,X-ARDONIA,X-CINDALE,Ardonia,Cindale,none,1,1
2023,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,part,13,2
2024,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,part,9,2
2025,NA,NA,NA,NA,X-ARDONIA,X-BELMARK,Ardonia,Belmark,part,3,2

# What it refuses.

$ detente --db toy.db export --format dyad-year --limit 3
? 2
detente: dyads count all that the filters leave: --limit, --after and --reverse say nothing here
  narrow it with --from and --to

$ detente --db toy.db export --format dyad-year --from 2001 --match overlaps
? 2
detente: dyads count events by their start, so --match overlaps says nothing here
  leave --match out, or take --match certain

$ detente --db toy.db export --format dyad-month --pair CAN,EU
? 2
detente: dyads are of states, and EU is none
  `detente series A B` counts what an organization does

$ detente --db toy.db export --directed
? 2
detente: --directed is for tables of pairs
  detente export --format dyad-year --directed -o pairs.csv

$ detente --db toy.db export --format dyad-year CAN CHN
? 2
detente: `export` takes no word "CAN"
  see `detente help export`

$ detente --db toy.db timeline CAN CHN --format dyad-year
? 2
detente: timeline cannot be written as dyad-year
  it is for export: detente export --format dyad-year -o pairs.csv

$ detente --db toy.db list countries --format dyad-month
? 2
detente: list cannot be written as dyad-month
  it is for export: detente export --format dyad-month -o pairs.csv

$ detente --db toy.db series CAN CHN --format dyad-year
? 2
detente: series cannot be written as dyad-year
  it is for export: detente export --format dyad-year -o pairs.csv

$ mkdir taken.manifest.json && detente --db toy.db -q export --format dyad-year -o taken.csv
? 2
detente: -o taken.manifest.json is a folder
  it stands beside taken.csv; give that another name

$ ls taken* .detente* 2>/dev/null
? 2
taken.manifest.json:

$ detente --db toy.db -q export --format dyad-year -o table.codebook.md; ls table*
table.codebook.codebook.md
table.codebook.manifest.json
table.codebook.md

# Nothing in it: the three files say so.

$ detente --db toy.db -q export --format dyad-year --pair FRA,DEU -o none.csv
? 1

$ wc -l <none.csv && grep '"rows"\|"events":' none.manifest.json
1
  "rows": 0,
  "events": 0,

# Outside what a data set covers there is no data; that is not the same as nothing.

$ detente --db toy.db --today 2026-04-10 timeline CAN CHN --from 2010
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
  it claims to hold everything (1 Jan 2001 to 30 Jun 2003) and visits (1 Jan 2003 to 31 Dec 2004) of Canada and China; all else is a selection

$ detente --db toy.db --today 2026-04-10 timeline CAN CHN --from 2002 --to 2002
? 1
detente: nothing found, and the record claims to cover this

$ detente --db toy.db --today 2026-04-10 between 2002-03 2002-04 --pair CAN,CHN --json
? 1
{
  "query": {
    "command": "between",
    "from": "2002-03",
    "to": "2002-04",
    "match": "starts",
    "pair": ["CAN", "CHN"]
  },
  "events": [],
  "covered": true
}
detente: nothing found, and the record claims to cover this

$ detente --db toy.db --today 2026-04-10 between 2012-03 2012-04 --pair CAN,CHN --json
? 1
{
  "query": {
    "command": "between",
    "from": "2012-03",
    "to": "2012-04",
    "match": "starts",
    "pair": ["CAN", "CHN"]
  },
  "events": [],
  "covered": false
}
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
  it claims to hold everything (1 Jan 2001 to 30 Jun 2003) and visits (1 Jan 2003 to 31 Dec 2004) of Canada and China; all else is a selection

$ detente --db toy.db --today 2026-04-10 last agreement CAN CHN --before 2010
? 1
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold everything (1 Jan 2001 to 30 Jun 2003) and visits (1 Jan 2003 to 31 Dec 2004) of Canada and China; all else is a selection

$ detente --db toy.db --today 2026-04-10 series CAN CHN --by year --from 2010 --to 2012
? 1
detente: there is nothing to count; the record does not claim to cover this
  it claims to hold everything (1 Jan 2001 to 30 Jun 2003) and visits (1 Jan 2003 to 31 Dec 2004) of Canada and China; all else is a selection

$ detente --db toy.db --today 2026-04-10 inforce --pair CAN,CHN --on 2000-01-01
? 1
detente: no measure is in force on 2000-01-01; the record does not claim to cover this
  it claims to hold everything (1 Jan 2001 to 30 Jun 2003) and visits (1 Jan 2003 to 31 Dec 2004) of Canada and China; all else is a selection

$ detente --db toy.db stats --coverage
What the record claims to hold
────────────────────────────────────────────────────────────────────────────────
Data set    Toy
covers      all kinds of Canada and China, from 1 Jan 2001 to 30 Jun 2003
not         what Canada and China do with others; what was before 2001-01-01 or
            after 2003-06-30
note        From the dates in the file

Data set    Toy visits
covers      visit of Canada and China, from 1 Jan 2003 to 31 Dec 2004
not         what Canada and China do with others; kinds other than visit; what
            was before 2003-01-01 or after 2004-12-31
