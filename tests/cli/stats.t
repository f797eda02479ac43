# What the record holds, what it rests on, and where its silence means something.

$ detente import -q "$FIXTURES/canada-china"

$ detente stats
What the record holds
────────────────────────────────────────────────────────────────────────────────
Records     7 organizations · 111 people · 81 terms · 188 sources · 150 events ·
            116 claims · 109 links · 2 coverage claims · 3 notes
Events      26 statement · 18 incident · 17 visit · 13 meeting · 12 legal ·
            12 tariff · 12 trade · 11 policy · 6 inquiry · 5 appointment ·
            4 agreement · 4 sanction · 2 other · 2 relations · 2 summit ·
            2 treaty · 1 invitation · 1 vote
Status      1 planned · 149 reported
Dates       123 to the day · 18 to the month · 9 to the year
            first 13 Oct 1970, last 18 Nov 2026
Sources     112 rest on one source alone · none without a source · 28 disputed
Covers      canada-china: relations of Canada and China, from 13 Oct 1970 to
            7 Apr 2026
            canada-china: tariff of Canada and China, from 26 Aug 2024 to
            7 Apr 2026

$ detente stats --format csv
group,name,count
records,countries,0
records,organizations,7
records,people,111
records,terms,81
records,sources,188
records,events,150
records,claims,116
records,links,109
records,coverage,2
records,notes,3
kinds,statement,26
kinds,incident,18
kinds,visit,17
kinds,meeting,13
kinds,legal,12
kinds,tariff,12
kinds,trade,12
kinds,policy,11
kinds,inquiry,6
kinds,appointment,5
kinds,agreement,4
kinds,sanction,4
kinds,other,2
kinds,relations,2
kinds,summit,2
kinds,treaty,2
kinds,invitation,1
kinds,vote,1
statuses,planned,1
statuses,reported,149
precisions,day,123
precisions,month,18
precisions,year,9
events,disputed,28
events,unsourced,0
events,undated,0
events,single_sourced,112

$ detente stats --pair CAN,CHN --from 2018-12 --to 2018-12
Canada – China: what the record holds
────────────────────────────────────────────────────────────────────────────────
Records     8 events
Events      3 incident · 3 statement · 1 legal · 1 other
Status      8 reported
Dates       6 to the day · 2 to the year
            first 1 Jan 2018, last 31 Dec 2018
Sources     5 rest on one source alone · none without a source · 2 disputed
Covers      canada-china: relations of Canada and China, from 13 Oct 1970 to
            7 Apr 2026
            canada-china: tariff of Canada and China, from 26 Aug 2024 to
            7 Apr 2026

$ detente stats --pair CAN,CHN --from 2018-12 --to 2018-12 --json
{
  "query": {
    "command": "stats",
    "from": "2018-12",
    "to": "2018-12",
    "match": "starts",
    "pair": ["CAN", "CHN"]
  },
  "records": [
    {"type": "events", "count": 8}
  ],
  "kinds": [
    {"kind": "incident", "count": 3},
    {"kind": "statement", "count": 3},
    {"kind": "legal", "count": 1},
    {"kind": "other", "count": 1}
  ],
  "statuses": [
    {"status": "reported", "count": 8}
  ],
  "precisions": [
    {"precision": "day", "count": 6},
    {"precision": "year", "count": 2}
  ],
  "first": "2018-01-01",
  "last": "2018-12-31",
  "disputed": 2,
  "unsourced": 0,
  "undated": 0,
  "single_sourced": 5,
  "coverage": [
    {
      "dataset": "canada-china",
      "countries": ["CAN", "CHN"],
      "kinds": ["relations"],
      "start": "1970-10-13",
      "end": "2026-04-07",
      "note": "Establishing, breaking and resuming of diplomatic relations. All other kinds are a selection of sourced events between 13 October 1970 and 7 April 2026, denser from 2018 on: where it has none, that says nothing.",
      "not_covered": "what Canada and China do with others; kinds other than relations; what was before 1970-10-13 or after 2026-04-07"
    },
    {
      "dataset": "canada-china",
      "countries": ["CAN", "CHN"],
      "kinds": ["tariff"],
      "start": "2024-08-26",
      "end": "2026-04-07",
      "note": "Surtaxes, retaliatory tariffs and the anti-dumping measures on canola seed that the two announced for each other from 26 August 2024 on, as far as the sources seen tell. Older and smaller anti-dumping duties are not held.",
      "not_covered": "what Canada and China do with others; kinds other than tariff; what was before 2024-08-26 or after 2026-04-07"
    }
  ]
}

# The same, counted by other ways.

$ detente list events --single-source --format csv | grep -c '^CC-' && detente stats --format csv | grep single_sourced
112
events,single_sourced,112
$ detente list events --disputed --format csv | grep -c '^CC-' && detente stats --json | grep '"disputed"'
28
  "disputed": 28,

# Which facts rest on one source alone.

$ detente stats --sources --kind tariff --from 2025-07
What rests on which source
────────────────────────────────────────────────────────────────────────────────
5 events: 4 on one source alone, 1 on several, none without a source

alone     of  source
    1      1  Share your views: allocation of the import quota for EVs from
              China [1]
    1      1  Canada Introduces Several New Measures to Protect Canadian Steel
              and Aluminum [2]
    1      1  China to impose anti-dumping duties on rapeseed from Canada [3]
    1      1  China to suspend additional tariffs on certain imports from
              Canada [4]
    0      1  Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks
              Reset in China Relations [5]
    0      1  bloomberg-business-times-canola-meal [6]
    0      1  China issues preliminary ruling on anti-dumping probe into
              Canadian rapeseed [7]

On one source alone
   31 Jul 2025  Canada: surtax of 25% on metal goods melted and poured in
– no end known  China [2] CC-T-MP
    1 Mar 2026  Canada: quota for Chinese electric vehicles at the ordinary duty
– no end known  of 6.1% [1] CC-133
    1 Mar 2026  China: additional tariff of 25% on aquatic products other than
– no end known  crab and lobster [4] CC-T-SEA2
1 Mar 2026 – about 1 Mar 2031
  China: anti-dumping duty of 5.9% on Canadian canola seed [3] CC-132

Sources
[1] Global Affairs Canada, “Share your views: allocation of the import quota for
    EVs from China”, 7 Apr 2026,
    https://international.canada.ca/en/global-affairs/consultations/trade/2026-04-07-electric-vehicules
[2] PCB (customs broker), “Canada Introduces Several New Measures to Protect
    Canadian Steel and Aluminum”, 30 Jul 2025,
    http://pcb.ca/news/canada-introduces-several-new-measures-to-protect-canadian-steel-and-aluminum
[3] Xinhua / People's Daily, “China to impose anti-dumping duties on rapeseed
    from Canada”, 2 Mar 2026,
    http://en.people.cn/n3/2026/0302/c90000-20430119.html
[4] Xinhua / People's Daily, “China to suspend additional tariffs on certain
    imports from Canada”, 28 Feb 2026,
    http://en.people.cn/n3/2026/0228/c90000-20429390.html
[5] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[6] Bloomberg / The Business Times,
    https://www.businesstimes.com.sg/international/global/china-halts-canada-canola-meal-tariffs-adding-trade-thaw
[7] Xinhua / People's Daily, “China issues preliminary ruling on anti-dumping
    probe into Canadian rapeseed”, 13 Aug 2025,
    http://en.people.cn/n3/2025/0813/c90000-20352389.html

$ detente stats --sources --kind tariff --from 2026-03 --json
{
  "query": {
    "command": "stats",
    "about": "sources",
    "from": "2026-03",
    "match": "starts",
    "kind": ["tariff"]
  },
  "events": 3,
  "single_sourced": 3,
  "unsourced": 0,
  "sources": [
    {
      "source": "gac-2026-ev-quota-consultation",
      "title": "Share your views: allocation of the import quota for EVs from China",
      "publisher": "Global Affairs Canada",
      "url": "https://international.canada.ca/en/global-affairs/consultations/trade/2026-04-07-electric-vehicules",
      "events": 1,
      "alone": 1
    },
    {
      "source": "peoples-daily-2026-rapeseed-final",
      "title": "China to impose anti-dumping duties on rapeseed from Canada",
      "publisher": "Xinhua / People's Daily",
      "url": "http://en.people.cn/n3/2026/0302/c90000-20430119.html",
      "events": 1,
      "alone": 1
    },
    {
      "source": "peoples-daily-2026-tariffs-suspended",
      "title": "China to suspend additional tariffs on certain imports from Canada",
      "publisher": "Xinhua / People's Daily",
      "url": "http://en.people.cn/n3/2026/0228/c90000-20429390.html",
      "events": 1,
      "alone": 1
    }
  ],
  "alone": [
    {
      "id": "CC-133",
      "date": "2026-03-01",
      "kind": "tariff",
      "title": "Canada: quota for Chinese electric vehicles at the ordinary duty of 6.1%",
      "source": "gac-2026-ev-quota-consultation"
    },
    {
      "id": "CC-T-SEA2",
      "date": "2026-03-01",
      "kind": "tariff",
      "title": "China: additional tariff of 25% on aquatic products other than crab and lobster",
      "source": "peoples-daily-2026-tariffs-suspended"
    },
    {
      "id": "CC-132",
      "date": "2026-03-01",
      "kind": "tariff",
      "title": "China: anti-dumping duty of 5.9% on Canadian canola seed",
      "source": "peoples-daily-2026-rapeseed-final"
    }
  ]
}

$ detente stats --sources --kind tariff --from 2026-03 --format csv
source,title,publisher,url,events,alone
gac-2026-ev-quota-consultation,Share your views: allocation of the import quota for EVs from China,Global Affairs Canada,https://international.canada.ca/en/global-affairs/consultations/trade/2026-04-07-electric-vehicules,1,1
peoples-daily-2026-rapeseed-final,China to impose anti-dumping duties on rapeseed from Canada,Xinhua / People's Daily,http://en.people.cn/n3/2026/0302/c90000-20430119.html,1,1
peoples-daily-2026-tariffs-suspended,China to suspend additional tariffs on certain imports from Canada,Xinhua / People's Daily,http://en.people.cn/n3/2026/0228/c90000-20429390.html,1,1

# What is claimed to be complete, and what not.

$ detente stats --coverage
What the record claims to hold
────────────────────────────────────────────────────────────────────────────────
Data set    canada-china
covers      relations of Canada and China, from 13 Oct 1970 to 7 Apr 2026
not         what Canada and China do with others; kinds other than relations;
            what was before 1970-10-13 or after 2026-04-07
note        Establishing, breaking and resuming of diplomatic relations. All
            other kinds are a selection of sourced events between 13 October
            1970 and 7 April 2026, denser from 2018 on: where it has none, that
            says nothing.

Data set    canada-china
covers      tariff of Canada and China, from 26 Aug 2024 to 7 Apr 2026
not         what Canada and China do with others; kinds other than tariff; what
            was before 2024-08-26 or after 2026-04-07
note        Surtaxes, retaliatory tariffs and the anti-dumping measures on
            canola seed that the two announced for each other from 26 August
            2024 on, as far as the sources seen tell. Older and smaller
            anti-dumping duties are not held.

$ detente stats --coverage --pair CAN,CHN --kind tariff
Canada – China: what the record claims to hold
────────────────────────────────────────────────────────────────────────────────
What the filters ask for is covered from 26 Aug 2024 to 7 Apr 2026.

Data set    canada-china
covers      relations of Canada and China, from 13 Oct 1970 to 7 Apr 2026
not         what Canada and China do with others; kinds other than relations;
            what was before 1970-10-13 or after 2026-04-07
note        Establishing, breaking and resuming of diplomatic relations. All
            other kinds are a selection of sourced events between 13 October
            1970 and 7 April 2026, denser from 2018 on: where it has none, that
            says nothing.

Data set    canada-china
covers      tariff of Canada and China, from 26 Aug 2024 to 7 Apr 2026
not         what Canada and China do with others; kinds other than tariff; what
            was before 2024-08-26 or after 2026-04-07
note        Surtaxes, retaliatory tariffs and the anti-dumping measures on
            canola seed that the two announced for each other from 26 August
            2024 on, as far as the sources seen tell. Older and smaller
            anti-dumping duties are not held.

$ detente stats --coverage --pair CAN,CHN --kind tariff --kind meeting
Canada – China: what the record claims to hold
────────────────────────────────────────────────────────────────────────────────
What the filters ask for is not wholly covered on any day.

Data set    canada-china
covers      relations of Canada and China, from 13 Oct 1970 to 7 Apr 2026
not         what Canada and China do with others; kinds other than relations;
            what was before 1970-10-13 or after 2026-04-07
note        Establishing, breaking and resuming of diplomatic relations. All
            other kinds are a selection of sourced events between 13 October
            1970 and 7 April 2026, denser from 2018 on: where it has none, that
            says nothing.

Data set    canada-china
covers      tariff of Canada and China, from 26 Aug 2024 to 7 Apr 2026
not         what Canada and China do with others; kinds other than tariff; what
            was before 2024-08-26 or after 2026-04-07
note        Surtaxes, retaliatory tariffs and the anti-dumping measures on
            canola seed that the two announced for each other from 26 August
            2024 on, as far as the sources seen tell. Older and smaller
            anti-dumping duties are not held.

$ detente stats --coverage --json
{
  "query": {"command": "stats", "about": "coverage"},
  "coverage": [
    {
      "dataset": "canada-china",
      "countries": ["CAN", "CHN"],
      "kinds": ["relations"],
      "start": "1970-10-13",
      "end": "2026-04-07",
      "note": "Establishing, breaking and resuming of diplomatic relations. All other kinds are a selection of sourced events between 13 October 1970 and 7 April 2026, denser from 2018 on: where it has none, that says nothing.",
      "not_covered": "what Canada and China do with others; kinds other than relations; what was before 1970-10-13 or after 2026-04-07"
    },
    {
      "dataset": "canada-china",
      "countries": ["CAN", "CHN"],
      "kinds": ["tariff"],
      "start": "2024-08-26",
      "end": "2026-04-07",
      "note": "Surtaxes, retaliatory tariffs and the anti-dumping measures on canola seed that the two announced for each other from 26 August 2024 on, as far as the sources seen tell. Older and smaller anti-dumping duties are not held.",
      "not_covered": "what Canada and China do with others; kinds other than tariff; what was before 2024-08-26 or after 2026-04-07"
    }
  ]
}

$ detente stats --coverage --country CAN --kind tariff --json | sed -n '/"covered"/,/]/p'
  "covered": [],
  "coverage": [
    {
      "dataset": "canada-china",
      "countries": ["CAN", "CHN"],

# A record without sources and claims of coverage, and one that is empty.

$ printf '%s\n' 'id,kind,date,title,countries,source_url' 'E1,statement,../..,One,CAN;CHN,' 'E2,statement,2015~,Two,CAN;CHN,https://test.example/two' >events.csv &&
> detente --db small.db import -q events.csv && detente --db small.db stats
What the record holds
────────────────────────────────────────────────────────────────────────────────
Records     2 events
Events      2 statement
Status      2 reported
Dates       1 to the year · 1 without a known beginning
            first 1 Jan 2015, last 31 Dec 2015
Sources     1 rests on one source alone · 1 has no source · none disputed
Covers      nothing is claimed to be complete: where there is no event, that
            says nothing

$ detente --db small.db stats --sources
What rests on which source
────────────────────────────────────────────────────────────────────────────────
2 events: 1 on one source alone, none on several, 1 without a source

alone     of  source
    1      1  https://test.example/two [1]

On one source alone
    about 2015  Two [1] E2

Sources
[1] https://test.example/two

$ detente --db small.db stats --coverage
? 1
detente: the record does not claim to cover anything
  where it has no event, that says nothing; coverage.csv says what is complete

$ detente --db empty.db init -q && detente --db empty.db stats
What the record holds
────────────────────────────────────────────────────────────────────────────────
Records     0 events
Covers      nothing is claimed to be complete: where there is no event, that
            says nothing

$ detente --db empty.db stats --sources
? 1
detente: the filters leave no event that rests on a source; the record does not claim to cover this

# What is not found, and what does not go together.

$ detente stats --kind aid
? 1
What the record holds
────────────────────────────────────────────────────────────────────────────────
Records     0 events
Covers      canada-china: relations of Canada and China, from 13 Oct 1970 to
            7 Apr 2026
            canada-china: tariff of Canada and China, from 26 Aug 2024 to
            7 Apr 2026
detente: the filters leave no event; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection
$ detente stats --sources --coverage
? 2
detente: --sources and --coverage are two questions
  ask one after the other
$ detente stats --limit 3
? 2
detente: `stats` takes no --limit
  it counts all that the filters leave; `detente list events` takes it
$ detente stats --coverage --from 2018
? 2
detente: --coverage tells the days that are covered, so --from and --to say nothing here
  leave them out
$ detente stats --distinct
? 2
detente: `stats` takes no --distinct
  it tells what the record holds, report by report
$ detente stats people
? 2
detente: `stats` takes no word "people"
  see `detente help stats`
$ detente stats --kind metting
? 2
detente: kind "metting" begins with no known family
  did you mean meeting? `detente kinds` lists them; what has no family goes under other
