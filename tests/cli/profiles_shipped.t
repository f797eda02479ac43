# Every built-in profile on a small table of ours in its format, with invented rows: recognised by what it is, read by one command,
# and the same again, by name, changes nothing.
$ cp "$FIXTURES"/profiles/*.* .

# GDELT 1.0: 57 and 58 columns in one file. A region is no country; a place of type 0 at 0, 0 is none; "BBC Monitoring" is no address.

$ detente import gdelt1.CSV
note: gdelt1.CSV: read by the profile gdelt1 (GDELT 1.0 event database, 57 and 58 columns); --profile none reads it as a table of our own
note: gdelt1.CSV: 5 rows by the profile gdelt1; 6 columns kept as extras, 37 not kept
note: coverage of GDELT 1.0: 3 stretches, 10 Jan 1985 to 2 Apr 2013
note: made, since they were named and not listed: 2 sources, such as gdelt-1-0-event-database-the-gdelt-project
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
added: 2 sources, 5 events, 3 stretches of coverage
8 added, 0 updated, 0 unchanged, 0 rejected

$ detente -q import --profile gdelt1 gdelt1.CSV

$ detente show gdelt-990000001 --json
{
  "query": {
    "command": "show",
    "words": ["gdelt-990000001"]
  },
  "events": [
    {
      "id": "gdelt-990000001",
      "kind": "visit",
      "date": "1985-01-10",
      "parties": [
        {"type": "country", "id": "CHN", "role": "actor", "name": "China"},
        {"type": "country", "id": "USA", "role": "target", "name": "United States"}
      ],
      "place": ["Testville, Imaginary, China"],
      "latitude": 40,
      "longitude": 116.5,
      "sources": [
        {
          "id": "gdelt-1-0-event-database-the-gdelt-project",
          "title": "GDELT 1.0 Event Database",
          "publisher": "The GDELT Project"
        }
      ],
      "code": "042",
      "intensity": 1.9,
      "mentions": 4,
      "tone": -1.5,
      "extra": {
        "Actor1Code": "CHN",
        "Actor2Code": "USA",
        "DATEADDED": "20130203",
        "IsRootEvent": "1",
        "NumArticles": "4",
        "NumSources": "1"
      },
      "start_min": "1985-01-10",
      "start_max": "1985-01-10",
      "end_min": "1985-01-10",
      "end_max": "1985-01-10"
    }
  ]
}

$ detente show gdelt-990000002
Make statement: AFRICA → United States [1]
gdelt-990000002 · Statement
────────────────────────────────────────────────────────────────────────────────

When          11 Jan 1985
Who           United States (target) · AFRICA (actor)
Code          010, Make statement
Intensity     0
Mentions      4
Tone          -1.5
Also kept     Actor1Code: AFR
              Actor2Code: USAGOV
              DATEADDED: 20130203
              IsRootEvent: 1
              NumArticles: 4
              NumSources: 1

Sources
[1] The GDELT Project, “GDELT 1.0 Event Database”

$ detente show gdelt-990000004
Appeal for economic cooperation: United Nations → GOVERNMENT [1]
gdelt-990000004 · Statement
────────────────────────────────────────────────────────────────────────────────

When          2 Apr 2013
Where         Germany (51, 9)
Who           Germany (venue) · United Nations (actor) · GOVERNMENT (target)
Code          0211, Appeal for economic cooperation
Intensity     3.4
Mentions      4
Tone          -1.5
Also kept     Actor1Code: UNO
              Actor2Code: GOV
              DATEADDED: 20130402
              IsRootEvent: 1
              NumArticles: 4
              NumSources: 1

Sources
[1] https://example.org/invented/four

$ detente show gdelt-990000005
Arrest, detain, or charge with legal action: Germany → POLICE [1]
gdelt-990000005 · Arrest (incident.arrest)
────────────────────────────────────────────────────────────────────────────────

When          2 Apr 2013
Where         Austria (47.3333, 13.3333)
Who           Germany (actor) · Austria (venue) · POLICE (target)
Code          173, Arrest, detain, or charge with legal action
Intensity     -5
Mentions      4
Tone          -1.5
Also kept     Actor1Code: DEU
              Actor2Code: COP
              DATEADDED: 20130402
              IsRootEvent: 1
              NumArticles: 4
              NumSources: 1

Sources
[1] “BBC Monitoring”

# GDELT 2.0: 61 columns. Codes that nobody knows are told; the sea is no country.

$ detente --db 2.db import gdelt2.CSV
note: gdelt2.CSV: read by the profile gdelt2 (GDELT 2.0 event database, 61 columns); --profile none reads it as a table of our own
note: gdelt2.CSV: 4 rows by the profile gdelt2; 6 columns kept as extras, 40 not kept
not placed:
       1  country "QQ" in ActionGeo_CountryCode: nobody knows it (gdelt2.CSV:3)
       1  country "XXQ" in Actor1CountryCode: nobody knows it; kept as the named actor (gdelt2.CSV:3)
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
4 added, 0 updated, 0 unchanged, 0 rejected, 2 not placed

$ detente --db 2.db list events
2017

    2 Dec 2017  Accuse: PRESIDENT → EUROPE [1]
                code 112, intensity -2, 4 mentions, tone -1.5 · gdelt-990000012

2018

    1 Jan 2018  Express intent to meet or negotiate: United States → China [2]
                code 036, intensity 4, 4 mentions, tone -1.5 · gdelt-990000011
    1 Jan 2018  Praise or endorse: NOWHERELAND → Poland [1]
                code 051, intensity 3.4, 4 mentions, tone -1.5 · gdelt-990000013
    1 Jan 2018  Host a visit: Germany [3]
                code 0431, intensity 2.8, 4 mentions, tone -1.5 ·
                  gdelt-990000014

Sources
[1] https://example.org/invented/two
[2] https://example.org/invented/one
[3] https://example.org/invented/three

$ detente --db 2.db import --profile gdelt2 gdelt2.CSV 2>&1 | tail -n 1
0 added, 0 updated, 4 unchanged, 0 rejected, 2 not placed

# Mentions: another address is a further source, the same one is none; what the record has not is told.

$ detente --db 2.db import gdelt-mentions.CSV
note: gdelt-mentions.CSV: read by the profile gdelt-mentions (GDELT 2.0 mentions, 16 columns); --profile none reads it as a table of our own
note: gdelt-mentions.CSV: 4 rows by the profile gdelt-mentions, 1 of them passed over by the profile's conditions; 13 columns not kept
note: made, since they were named and not listed: 1 source, such as https://example.net/invented/again
not placed:
       1  event "gdelt-990009999" in GLOBALEVENTID: no such event in the record (gdelt-mentions.CSV:3)
0 added, 1 updated, 1 unchanged, 0 rejected, 1 not placed

$ detente --db 2.db show gdelt-990000011
Express intent to meet or negotiate: United States → China [1, 2]
gdelt-990000011 · Invitation
────────────────────────────────────────────────────────────────────────────────

When          1 Jan 2018
Where         Testville, Imaginary, Australia (-25, 135)
Who           United States (actor) · China (target) · Australia (venue)
Code          036, Express intent to meet or negotiate
Intensity     4
Mentions      4
Tone          -1.5
Also kept     Actor1Code: USA
              Actor2Code: CHN
              DATEADDED: 20180101000000
              IsRootEvent: 1
              NumArticles: 4
              NumSources: 1

Sources
[1] https://example.net/invented/again
[2] https://example.org/invented/one

$ detente --db 2.db import --profile gdelt-mentions gdelt-mentions.CSV
note: gdelt-mentions.CSV: 4 rows by the profile gdelt-mentions, 1 of them passed over by the profile's conditions; 13 columns not kept
not placed:
       1  event "gdelt-990009999" in GLOBALEVENTID: no such event in the record (gdelt-mentions.CSV:3)
0 added, 0 updated, 2 unchanged, 0 rejected, 1 not placed

# One file of a quarter of an hour claims nothing; a day is claimed where all of its 96 quarters are there.

$ day() { awk -v parts="$1" 'BEGIN {FS = OFS = "\t"} NR == 1 {
>   for (k = 0; k < parts; k++) {$1 = 990001000 + k; $60 = sprintf("20180103%02d%02d00", k / 4, k % 4 * 15); print}
> }' gdelt2.CSV; }
> day 95 >95.CSV && detente --db day95.db import --profile gdelt2 95.CSV
> day 96 >96.CSV
note: 95.CSV: 95 rows by the profile gdelt2; 6 columns kept as extras, 40 not kept
95 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db day.db import --profile gdelt2 96.CSV
note: 96.CSV: 96 rows by the profile gdelt2; 6 columns kept as extras, 40 not kept
note: coverage of GDELT 2.0: 3 Jan 2018
added: 96 events, 1 stretch of coverage
97 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db day.db series USA CHN --kind invitation --by day --from 2018-01-03 --to 2018-01-04 --today 2026-04-10
United States – China
────────────────────────────────────────────────────────────────────────────────
Events by day

2018-01-03  0
2018-01-04  nothing known

0 events
The record claims to hold all of 3 Jan 2018; elsewhere a period without a number
does not mean that nothing happened.

$ detente --db day.db series DEU POL --kind visit --by day --from 2018-01-03 --to 2018-01-04 --today 2026-04-10
Germany – Poland
────────────────────────────────────────────────────────────────────────────────
Events by day

2018-01-03  0
2018-01-04  nothing known

0 events
The record claims to hold all of 3 Jan 2018; elsewhere a period without a number
does not mean that nothing happened.

# A table with a cell too many in a row keeps the others.

$ { cat gdelt2.CSV; sed -n '4s/$/\tone more/p' gdelt2.CSV; } >long.CSV

$ detente --db long.db import --profile gdelt2 long.CSV
? 3
detente: long.CSV:5:62: the row has 62 cells, the profile knows rows of 61
  is the file of another profile? "detente profiles" lists them
note: long.CSV: 5 rows by the profile gdelt2; 6 columns kept as extras, 40 not kept
not placed:
       1  country "QQ" in ActionGeo_CountryCode: nobody knows it (long.CSV:3)
       1  country "XXQ" in Actor1CountryCode: nobody knows it; kept as the named actor (long.CSV:3)
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
4 added, 0 updated, 0 unchanged, 1 rejected, 2 not placed

# ICEWS: the number of an event is unique only with its date; quotes mean nothing; NA is nothing.

$ detente --db i.db import icews.tab
note: icews.tab: read by the profile icews (ICEWS coded event data, 20 columns); --profile none reads it as a table of our own
note: icews.tab: 3 rows by the profile icews; 4 columns kept as extras, 2 not kept
note: coverage of ICEWS: 1 Jun 2018 to 2 Jun 2018
note: made, since they were named and not listed: 2 sources, such as story-coded-by-icews-invented-news-agency
not placed:
       1  country "Nowhereland" in Source Country: nobody knows it (icews.tab:4)
2 parties are kept as they are named: neither a country nor an organization nor a person that is known
added: 2 sources, 3 events, 1 stretch of coverage
4 added, 0 updated, 0 unchanged, 0 rejected, 1 not placed

$ detente --db i.db list events
2018

    1 Jun 2018  Consult: Invented Ministry (Germany) → Poland [1]
                code 040, intensity 1 · icews-99000001-2018-06-01
    2 Jun 2018  Make statement: Germany → European Union [1]
                code 010, intensity 0 · icews-99000001-2018-06-02
    2 Jun 2018  Demonstrate or rally: Citizen (Nowhereland) → Russia [2]
                code 141, intensity -6.5 · icews-99000002-2018-06-02

Sources
[1] Invented News Agency, “Story coded by ICEWS”
[2] Invented "Daily" News, “Story coded by ICEWS”

$ detente --db i.db show icews-99000001-2018-06-01 --json
{
  "query": {
    "command": "show",
    "words": ["icews-99000001-2018-06-01"]
  },
  "events": [
    {
      "id": "icews-99000001-2018-06-01",
      "kind": "meeting",
      "date": "2018-06-01",
      "parties": [
        {"type": "country", "id": "DEU", "role": "actor", "name": "Germany"},
        {"type": "country", "id": "POL", "role": "target", "name": "Poland"},
        {
          "type": "actor",
          "id": "Invented Ministry (Germany)",
          "role": "actor",
          "name": "Invented Ministry (Germany)"
        }
      ],
      "place": ["Testville, Poland"],
      "latitude": 52.1,
      "longitude": 21.1,
      "sources": [
        {
          "id": "story-coded-by-icews-invented-news-agency",
          "title": "Story coded by ICEWS",
          "publisher": "Invented News Agency"
        }
      ],
      "code": "040",
      "intensity": 1,
      "extra": {
        "Sentence Number": "2",
        "Source Sectors": "Executive,Government",
        "Story ID": "99100"
      },
      "start_min": "2018-06-01",
      "start_max": "2018-06-01",
      "end_min": "2018-06-01",
      "end_max": "2018-06-01"
    }
  ]
}

$ detente --db i.db import --profile icews icews.tab 2>&1 | tail -n 1
0 added, 0 updated, 4 unchanged, 0 rejected, 1 not placed

# Named quads, known by the name of the file and the date in the fourth column; what is no label of CAMEO is the code
# as it stands, and an event of the kind other.

$ detente --db q.db import icews_named-quads.txt
note: icews_named-quads.txt: read by the profile named-quads (Named quads: source actor, relation, target actor, date); --profile none reads it as a table of our own
note: icews_named-quads.txt: 4 rows by the profile named-quads
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
added: 1 source, 4 events
5 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db q.db list events
2014

   12 Feb 2014  Make a visit: Invented Minister (Germany) → Poland [1]
                code 042 ·
                  quad-2014-02-12-invented-minister-germany-make-a-visit-poland
   12 Feb 2014  Host a visit: Poland → Invented Minister (Germany) [1]
                code 043 ·
                  quad-2014-02-12-poland-host-a-visit-invented-minister-germany
   13 Feb 2014  Arrest, detain, or charge with legal action: China → Citizen
                (Nowhereland) [1]
                code 173 ·
                  quad-2014-02-13-china-arrest-detain-or-charge-with-legal-action-citizen-nowhereland
   14 Feb 2014  Other: Germany → Poland [1]
                code Juggle in public ·
                  quad-2014-02-14-germany-juggle-in-public-poland

Sources
[1] “Named quads made of ICEWS coded event data”

$ detente --db q.db import --profile named-quads icews_named-quads.txt 2>&1 | tail -n 1
0 added, 0 updated, 5 unchanged, 0 rejected

# Visits to the United States: kinds from the words; whom a visitor met stays in the summary. The kinds say that the visits are those of
# leaders to the United States: of other visits nothing is claimed.

$ detente --db v.db import statedept-visits.csv
note: statedept-visits.csv: read by the profile statedept-visits (Visits of foreign leaders to the United States, 1874 to the present); --profile none reads it as a table of our own
note: statedept-visits.csv: 6 rows by the profile statedept-visits; 1 column not kept
note: coverage of State Department: visits of foreign leaders: 4 May 1970 to 7 Jun 2002
not placed:
       1  country "Nowhereland" in from: nobody knows it; kept as the named actor (statedept-visits.csv:5)
7 parties are kept as they are named: neither a country nor an organization nor a person that is known
added: 1 source, 6 events, 1 stretch of coverage
8 added, 0 updated, 0 unchanged, 0 rejected, 1 not placed

$ detente --db v.db list events
1874

12–23 Dec 1874  Visit of King Cyd Invented (Hawaii) [1]
                Hawaii (visitor) · United States (host)
                King Cyd Invented (visitor)
                statedept-visit-99003

1970

  4–6 May 1970  Visit of President Ada Invented (Poland) [1]
                Poland (visitor) · United States (host)
                President Ada Invented (visitor)
                statedept-visit-99001

1972

    1 Oct 1972  Visit of Chancellor Ben Invented (Federal Republic of
                Germany) [1]
                Germany (visitor) · United States (host)
                Chancellor Ben Invented (visitor)
                statedept-visit-99002

2001

  3–4 Feb 2001  Visit of President Dan Invented and Prime Minister Eve Invented
                (Nowhereland) [1]
                United States (host) · Nowhereland (visitor)
                President Dan Invented and Prime Minister Eve Invented (visitor)
                statedept-visit-99004

2002

  4–5 Mar 2002  Visit of Queen Pia Invented (Denmark) [1]
                Denmark (visitor) · United States (host)
                Queen Pia Invented (visitor)
                statedept-visit-99005

  7–9 Jun 2002  Visit of King Fox Invented (Denmark) [1]
                Denmark (visitor) · United States (host)
                King Fox Invented (visitor)
                statedept-visit-99006

Sources
[1] Office of the Historian, United States Department of State, “Visits by
    Foreign Leaders”, https://history.state.gov/departmenthistory/visits

$ detente --db v.db show statedept-visit-99002 --json
{
  "query": {
    "command": "show",
    "words": ["statedept-visit-99002"]
  },
  "events": [
    {
      "id": "statedept-visit-99002",
      "kind": "visit.working.to_us",
      "date": "1972-10-01",
      "end": "1972-10-01",
      "title": "Visit of Chancellor Ben Invented (Federal Republic of Germany)",
      "summary": "Official Working Visit.",
      "parties": [
        {"type": "country", "id": "DEU", "role": "visitor", "name": "Germany"},
        {"type": "country", "id": "USA", "role": "host", "name": "United States"},
        {
          "type": "actor",
          "id": "Chancellor Ben Invented",
          "role": "visitor",
          "name": "Chancellor Ben Invented"
        }
      ],
      "sources": [
        {
          "id": "statedept-visits",
          "title": "Visits by Foreign Leaders",
          "publisher": "Office of the Historian, United States Department of State",
          "url": "https://history.state.gov/departmenthistory/visits"
        }
      ],
      "start_min": "1972-10-01",
      "start_max": "1972-10-01",
      "end_min": "1972-10-01",
      "end_max": "1972-10-01"
    }
  ]
}

$ for kind in visit.state.to_us visit.state visit
> do echo; detente --db v.db series USA POL --kind $kind --by year --from 1969 --to 1971 --today 2026-04-10
> done

United States – Poland
────────────────────────────────────────────────────────────────────────────────
Events by year

1969  nothing known
1970  1  ███████████████████████████████████████████████████████████████████████
1971  0

1 event
The record claims to hold all from 4 May 1970 to 7 Jun 2002; elsewhere a period
without a number does not mean that nothing happened.

United States – Poland
────────────────────────────────────────────────────────────────────────────────
Events by year

1969  nothing known
1970  1  ███████████████████████████████████████████████████████████████████████
1971  nothing known

1 event
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

United States – Poland
────────────────────────────────────────────────────────────────────────────────
Events by year

1969  nothing known
1970  1  ███████████████████████████████████████████████████████████████████████
1971  nothing known

1 event
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

$ detente --db v.db import --profile statedept-visits statedept-visits.csv 2>&1 | tail -n 1
0 added, 0 updated, 8 unchanged, 0 rejected, 1 not placed

# Travels of the Secretary of State: nor is anything claimed of the visits of others.

$ detente --db v.db import statedept-travels.csv
note: statedept-travels.csv: read by the profile statedept-travels (Travels of the Secretaries of State of the United States, 1866 to the present); --profile none reads it as a table of our own
note: statedept-travels.csv: 3 rows by the profile statedept-travels; 1 column not kept
note: coverage of State Department: travels of the Secretary of State: 7 Jun 1970 to 2 Jan 2001
note: made, since they were named and not listed: 2 people, such as Fay Invented
added: 2 people, 1 source, 3 events, 1 stretch of coverage
5 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db v.db show statedept-travel-99001 --json
{
  "query": {
    "command": "show",
    "words": ["statedept-travel-99001"]
  },
  "events": [
    {
      "id": "statedept-travel-99001",
      "kind": "visit.secretary_of_state",
      "date": "1970-06-07",
      "end": "1970-06-09",
      "title": "Fay Invented in Bonn, Cologne (Federal Republic of Germany)",
      "summary": "Met with an invented Chancellor.",
      "parties": [
        {"type": "country", "id": "USA", "role": "visitor", "name": "United States"},
        {"type": "country", "id": "DEU", "role": "host", "name": "Germany"},
        {
          "type": "person",
          "id": "fay-invented",
          "role": "visitor",
          "for": "USA",
          "as": "Secretary of State",
          "name": "Fay Invented",
          "acts_for": "USA"
        }
      ],
      "place": ["Bonn", "Cologne"],
      "sources": [
        {
          "id": "statedept-travels",
          "title": "Travels Abroad of the Secretary of State",
          "publisher": "Office of the Historian, United States Department of State",
          "url": "https://history.state.gov/departmenthistory/travels/secretary"
        }
      ],
      "start_min": "1970-06-07",
      "start_max": "1970-06-07",
      "end_min": "1970-06-09",
      "end_max": "1970-06-09"
    }
  ]
}

$ detente --db v.db last visit USA POL --today 2026-04-10
United States – Poland                             last visit before 10 Apr 2026
────────────────────────────────────────────────────────────────────────────────

9–10 Jun 1970, 20,394 days before 10 Apr 2026

 9–10 Jun 1970  Fay Invented in Poland [1]
                United States (visitor): Fay Invented, Secretary of State
                Poland (host)
                statedept-travel-99002

Sources
[1] Office of the Historian, United States Department of State, “Travels Abroad
    of the Secretary of State”,
    https://history.state.gov/departmenthistory/travels/secretary

$ for kind in visit.secretary_of_state visit
> do echo; detente --db v.db series USA POL --kind $kind --by year --from 1995 --to 1996 --today 2026-04-10
> done
? 1

United States – Poland
────────────────────────────────────────────────────────────────────────────────
Events by year

1995  0
1996  0

0 events
The record claims to hold all from 7 Jun 1970 to 2 Jan 2001; elsewhere a period
without a number does not mean that nothing happened.

detente: there is nothing to count; the record does not claim to cover this
  it claims to hold what these data sets hold: State Department: travels of the Secretary of State (visit.secretary_of_state of United States, 7 Jun 1970 – 2 Jan 2001) and 1 more (`detente stats --coverage`); all else is a selection

$ detente --db v.db import --profile statedept-travels statedept-travels.csv 2>&1 | tail -n 1
0 added, 0 updated, 5 unchanged, 0 rejected

# Chiefs of mission: one appointment to two countries makes two terms; who declined held no office; without an end, it is not known; without
# a beginning, it lies between appointment and end, or up to the end.

$ detente --db c.db import statedept-chiefs.csv
note: statedept-chiefs.csv: read by the profile statedept-chiefs (Chiefs of mission of the United States: ambassadors, envoys, chargés d’affaires); --profile none reads it as a table of our own
note: statedept-chiefs.csv: 9 rows by the profile statedept-chiefs, 1 of them passed over by the profile's conditions (line 8); 1 column not kept
added: 7 people, 8 terms, 1 source
16 added, 0 updated, 1 unchanged, 0 rejected

$ detente --db c.db who USA --on 2003-01-01
In office on 1 Jan 2003
────────────────────────────────────────────────────────────────────────────────

United States
  Ambassador to Barbados  Invented Jon Three  19 Mar 2002 – 11 Jun 2003 [1]
  Ambassador to Dominica  Invented Jon Three  19 Mar 2002 – 11 Jun 2003 [1]

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] Office of the Historian, United States Department of State, “Principal
    Officers and Chiefs of Mission: Chiefs of Mission by Country”,
    https://history.state.gov/departmenthistory/people/chiefsofmission

$ detente --db c.db who USA --office ambassador --on 1991-06-01
In office on 1 Jun 1991
────────────────────────────────────────────────────────────────────────────────

United States
  Ambassador to Nigeria  Invented Max Six  19 Mar 1990 – 11 Jun 1993 [1]
  Ambassador to Poland   Invented Hal One  11 Sep 1990 – 28 Apr 1993 [1]

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] Office of the Historian, United States Department of State, “Principal
    Officers and Chiefs of Mission: Chiefs of Mission by Country”,
    https://history.state.gov/departmenthistory/people/chiefsofmission

$ detente --db c.db who USA --office chief_of_mission_to_poland --on 1986-06-01
In office on 1 Jun 1986
────────────────────────────────────────────────────────────────────────────────

United States
  Ambassador to Poland  Invented Ned Seven  some time 2 Jan 1985
                                            – Sep 1988 – Sep 1988 [1]
    uncertain: start known only within bounds. Appointed 1985-01-02; Left post
    on 1988-09; Did not present invented credentials.

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] Office of the Historian, United States Department of State, “Principal
    Officers and Chiefs of Mission: Chiefs of Mission by Country”,
    https://history.state.gov/departmenthistory/people/chiefsofmission

$ detente --db c.db list terms --format csv | grep Netherlands
invented-ora-eight,USA,charge_d_affaires;chief_of_mission;chief_of_mission_to_netherlands,Chargé d’Affaires ad interim to the Netherlands,[..1941-05-06],1941-05-06,acting,statedept-chiefs,Invented legation closed on 1941-05-06

$ detente --db c.db who USA --office chief_of_mission_to_germany --on 2019-01-01 --json
{
  "query": {
    "command": "who",
    "words": ["USA"],
    "on": "2019-01-01",
    "office": ["chief_of_mission_to_germany"]
  },
  "on": "2019-01-01",
  "holders": [
    {
      "country": "USA",
      "country_name": "United States",
      "office": ["ambassador", "chief_of_mission", "chief_of_mission_to_germany"],
      "title": "Ambassador to Germany",
      "person": "invented-kim-four",
      "name": "Invented Kim Four",
      "start": "2018-08-26",
      "end": "[2018-08-26..]",
      "certain": false,
      "why": "end known only within bounds",
      "sources": [
        {
          "id": "statedept-chiefs",
          "title": "Principal Officers and Chiefs of Mission: Chiefs of Mission by Country",
          "publisher": "Office of the Historian, United States Department of State",
          "url": "https://history.state.gov/departmenthistory/people/chiefsofmission"
        }
      ],
      "note": "Appointed 2018-07-13"
    }
  ]
}

$ detente --db c.db brief USA POL --on 1991-06-01 | head -n 12
United States – Poland, 1 Jun 1991
────────────────────────────────────────────────────────────────────────────────
  As of this day, told with what the record knows today.

In office
  United States: Ambassador to Poland Invented Hal One, since 11 Sep 1990 [1]

Last met
  The record holds no meeting before this day.

Next
  The record holds no meeting planned after this day.

# The ambassador to Nigeria stands on no page of Niger.

$ detente --db c.db brief USA NER --on 1991-06-01 | sed -n '/^In office/,/^$/p'
detente: the record holds nothing of this pair up to that day; the record does not claim to cover this
In office
  The record holds no office of either side on this day.


$ detente --db c.db brief USA NGA --on 1991-06-01 | sed -n '/^In office/,/^$/p'
In office
  United States: Ambassador to Nigeria Invented Max Six, since 19 Mar 1990 [1]


$ detente --db c.db import --profile statedept-chiefs statedept-chiefs.csv 2>&1 | tail -n 1
0 added, 0 updated, 17 unchanged, 0 rejected

# REIGN: a leader of East Germany, then of Germany, by number and day; a stray byte of another encoding.

$ detente --db r.db import reign-leaders.csv
note: reign-leaders.csv: read by the profile reign-leaders (REIGN: leaders of states since 1950); --profile none reads it as a table of our own
note: reign-leaders.csv: 3 rows by the profile reign-leaders; 9 columns not kept
added: 3 people, 3 terms, 1 source
7 added, 0 updated, 0 unchanged, 0 rejected

$ detente --db r.db who DDR DEU --on 1989-11-09
In office on 9 Nov 1989
────────────────────────────────────────────────────────────────────────────────

East Germany
  Leader  Nia Invénted  24 Oct 1989 – Dec 1989 [1]

The record holds no such office of Germany on that day.

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] One Earth Future, “Rulers, Elections, and Irregular Governance dataset
    (REIGN): list of leaders”

$ detente --db r.db who DEU --on 1991-01-01
In office on 1 Jan 1991
────────────────────────────────────────────────────────────────────────────────

Germany
  Leader  Oz Invented  3 Oct 1990 – 3 Oct 1990 or later [1]
    uncertain: end known only within bounds. No end given: in power when the
    list was made; invented too…

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] One Earth Future, “Rulers, Elections, and Irregular Governance dataset
    (REIGN): list of leaders”

$ detente --db r.db import --profile reign-leaders reign-leaders.csv 2>&1 | tail -n 1
0 added, 0 updated, 7 unchanged, 0 rejected

# States: what is known is unchanged, what nobody knows becomes a country.

$ detente --db s.db import cow-states.csv
note: cow-states.csv: read by the profile cow-states (Correlates of War: states and when they were members of the system); --profile none reads it as a table of our own
note: cow-states.csv: 3 rows by the profile cow-states; 2 columns not kept
1 added, 0 updated, 2 unchanged, 0 rejected

$ detente --db s.db import gw-states.csv
note: gw-states.csv: read by the profile gw-states (Gleditsch and Ward: independent states and their time); --profile none reads it as a table of our own
note: gw-states.csv: 2 rows by the profile gw-states; 2 columns not kept
0 added, 1 updated, 1 unchanged, 0 rejected

$ detente --db s.db import cow-system.csv
note: cow-system.csv: read by the profile cow-system (Correlates of War: state system membership, version 2016); --profile none reads it as a table of our own
note: cow-system.csv: 2 rows by the profile cow-system; 2 columns not kept
1 added, 0 updated, 1 unchanged, 0 rejected

$ detente --db s.db list countries --format csv
id,name,aliases,start,end,iso2,iso_numeric,cow,gw,fips,cameo,ioc,wikidata
X-FABULA,Fabula,,1911-02-03,1914-05-07,,,998@1911-02-03/1914-05-07,,,,,
X-INVENTIA,Inventia,,1901-02-03,1904-05-07,,,999@1901-02-03/1904-05-07,999@1901-02-03/1904-05-07,,,,

$ for name in cow-states gw-states cow-system
> do detente --db s.db import --profile $name "$name.csv" 2>&1 | tail -n 1
> done
0 added, 0 updated, 3 unchanged, 0 rejected
0 added, 0 updated, 2 unchanged, 0 rejected
0 added, 0 updated, 2 unchanged, 0 rejected

# Trade agreements: members in words, some with the comma lost; dates with the month first, some missing; what the table calls expired has
# ended on a day that it does not say.

$ detente --db t.db import gptad.csv
note: gptad.csv: read by the profile gptad (GPTAD: preferential trade agreements of the world); --profile none reads it as a table of our own
note: gptad.csv: 6 rows by the profile gptad, 1 of them passed over by the profile's conditions (line 5); 1 column not kept
not placed:
       2  country "Nowhereland" in Membership: nobody knows it; kept as the named actor (gptad.csv:2)
2 parties are kept as they are named: neither a country nor an organization nor a person that is known
added: 1 source, 6 events, 1 link
8 added, 0 updated, 0 unchanged, 0 rejected, 2 not placed

$ detente --db t.db list events
1992

   28 Jan 1992  Trade agreement signed: Invented Area [1]
                Indonesia · Malaysia · Singapore · Bosnia and Herzegovina
                Association of Southeast Asian Nations · Nowhereland
                gptad-invented-area-1992-01-28-signed

   30 Oct 1992  Trade agreement in force: Invented Area [1]
– no end known  Indonesia · Malaysia · Singapore · Bosnia and Herzegovina
                Association of Southeast Asian Nations · Nowhereland
                gptad-invented-area-1992-10-30-in-force

1996

    4 Mar 1996  Trade agreement signed: Lost commas (invented) [1]
                Finland · France · Spain · Sweden · Norway · European Union
                gptad-lost-commas-invented-1996-03-04-signed

1998

1 Mar 1998 – 1 Mar 1998 or later
  Trade agreement in force: Germany - Poland (invented) [1]
  Germany · Poland
  gptad-germany-poland-invented-1998-03-01-in-force

2002

    6 May 2002  Trade agreement signed: Singapore - Norway (invented) [1]
                Singapore · Norway
                gptad-singapore-norway-invented-2002-05-06-signed

2006

   16 Jun 2006  Trade agreement signed: Nicaragua - Taiwan (invented) [1]
                Taiwan · Nicaragua
                gptad-nicaragua-taiwan-invented-2006-06-16-signed

Sources
[1] World Bank and Tuck School of Business at Dartmouth, “Global Preferential
    Trade Agreements Database”

$ detente --db t.db inforce --on 2020-01-01
In force                                                           on 1 Jan 2020
────────────────────────────────────────────────────────────────────────────────

As last confirmed – no end is known, nor whether they still held

   30 Oct 1992  Trade agreement in force: Invented Area [1]
– no end known  for 0 to 9,924 days, last confirmed on 30 Oct 1992
                Indonesia · Malaysia · Singapore · Bosnia and Herzegovina
                Association of Southeast Asian Nations · Nowhereland
                gptad-invented-area-1992-10-30-in-force

Possibly – as far as their dates tell

1 Mar 1998 – 1 Mar 1998 or later
  Trade agreement in force: Germany - Poland (invented) [1]
  for 0 to 7,976 days
  Germany · Poland
  gptad-germany-poland-invented-1998-03-01-in-force

Where a measure has an end, its second date is the first day without it.

Sources
[1] World Bank and Tuck School of Business at Dartmouth, “Global Preferential
    Trade Agreements Database”

$ detente --db t.db import --profile gptad gptad.csv 2>&1 | tail -n 1
0 added, 0 updated, 8 unchanged, 0 rejected, 2 not placed

# What all of them claim to hold.

$ detente --db day.db stats --coverage
What the record claims to hold
────────────────────────────────────────────────────────────────────────────────
Data set    GDELT 2.0
covers      agreement, aid, incident, inquiry, invitation, legal.ruling,
            meeting, policy.sanction, relations, statement, trade.lifted, visit
            and vote, on 3 Jan 2018
not         kinds other than agreement, aid, incident, inquiry, invitation,
            legal.ruling, meeting, policy.sanction, relations, statement,
            trade.lifted, visit and vote; all other days
note        What CAMEO has a code for; it has none for tariffs, treaties, bans,
            sentences, appointments and offices.
