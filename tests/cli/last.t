# The last event of a kind before a day, the next one after it, and how many days lie between.

$ detente import -q "$FIXTURES/canada-china"

# The last leaders' meeting before Gyeongju. It depends on what is asked for: formal talks with Xi …

$ detente last meeting.bilateral CAN CHN --before 2025-10-31 --person "Xi Jinping"
Canada – China                         last bilateral meeting before 31 Oct 2025
────────────────────────────────────────────────────────────────────────────────

5 Dec 2017, 2,887 days before 31 Oct 2025

    5 Dec 2017  Justin Trudeau meets Xi Jinping in Beijing [1]
        CC-M17  Canada: Justin Trudeau, Prime Minister
                China: Xi Jinping, President

Sources
[1] Prime Minister of Canada, “Prime Minister Justin Trudeau meets with
    President of China Xi Jinping”, 5 Dec 2017,
    https://pm.gc.ca/eng/news/2017/12/05/prime-minister-justin-trudeau-meets-president-china-xi-jinping

# … any meeting with him; the scolding of the day after is an incident and no meeting …

$ detente last meeting CAN CHN --before 2025-10-31 --person "Xi Jinping" | sed -n '/days before/,/^Sources/p'
15 Nov 2022, 1,081 days before 31 Oct 2025

   15 Nov 2022  Trudeau and Xi talk on the margins of the G20 in Bali [1]
        CC-M22  Canada: Justin Trudeau, Prime Minister
                China: Xi Jinping, President · Indonesia (venue)
                Group of Twenty (venue)

Sources

# … or of the heads of government, or of leaders of either kind.

$ for level in --heads-of-government --leaders --heads-of-state --foreign-ministers; do detente last meeting CAN CHN --before 2025-10-31 $level --format csv | tail -n +2; done
CC-M25A,2025-09-23,Carney meets Premier Li Qiang in New York,,,38,38,2025-10-31,,
CC-M25A,2025-09-23,Carney meets Premier Li Qiang in New York,,,38,38,2025-10-31,,
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection
,,,,,,,2025-10-31,,
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection
,,,,,,,2025-10-31,,

# Two people: both took part. An event's id is its day.

$ detente last meeting CAN CHN --before CC-M25B --person 'Justin Trudeau' --person 'Xi Jinping' --format csv
event,date,title,status,disputed,days_min,days_max,before,possible,more
CC-M22,2022-11-15,Trudeau and Xi talk on the margins of the G20 in Bali,,,1081,1081,2025-10-31,,

# A month or a year is before its first day, after its last.

$ detente last meeting CAN CHN --before 2025-10 | sed -n 1,4p
Canada – China                                    last meeting before 1 Oct 2025
────────────────────────────────────────────────────────────────────────────────

23 Sep 2025, 8 days before 1 Oct 2025
$ detente next meeting CAN CHN --after 2022 --format csv
event,date,title,status,disputed,days_min,days_max,after,possible,more
CC-108,2025-06-05,Carney and Premier Li Qiang speak by telephone,,,887,887,2022-12-31,,

# A sentence that it was the first since another is looked into.

$ detente --today 2025-11-15 last meeting CAN CHN --leaders
Canada – China                        last meeting of leaders before 15 Nov 2025
────────────────────────────────────────────────────────────────────────────────

31 Oct 2025, 15 days before 15 Nov 2025

   31 Oct 2025  Carney meets Xi Jinping at APEC in Gyeongju [1, 2, 3]
       CC-M25B  Canada: Mark Carney, Prime Minister
                China: Xi Jinping, President · South Korea (venue)
                Asia-Pacific Economic Cooperation (venue)
                disputed first since: 2017 [2, 3] / 15 Nov 2022 [4]
                first since 2017 [2, 3]: true of a bilateral meeting between
                  Canada’s head of government and China’s head of state; not of
                  others or of other forms: 15 Nov 2022, Trudeau and Xi talk on
                  the margins of the G20 in Bali (CC-M22); 5 Jun 2025, Carney
                  and Premier Li Qiang speak by telephone (CC-108); 23 Sep 2025,
                  Carney meets Premier Li Qiang in New York (CC-M25A)
                  the one meant: 5 Dec 2017, Justin Trudeau meets Xi Jinping in
                    Beijing (CC-M17); no other from 1 Jan 2018 to 30 Oct 2025 is
                    in this record, which does not claim to hold all
                the other view, since 15 Nov 2022 [4]: Trudeau and Xi spoke on
                  the margins of the G20 in Bali; not formal talks.

Sources
[1] PMO / CNW, “Readout: Prime Minister Carney meets with President Xi Jinping”,
    31 Oct 2025,
    https://www.newswire.ca/news-releases/readout-prime-minister-carney-meets-with-president-of-the-people-s-republic-of-china-xi-jinping-808822972.html
[2] Devdiscourse,
    https://www.devdiscourse.com/article/law-order/3680457-canada-china-talks-a-new-chapter-or-just-a-dialogue
[3] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[4] News9, “At G20 summit Xi Jinping confronts Canada's Justin Trudeau over
    media leaks”, 16 Nov 2022,
    https://www.news9live.com/world/watch-video-at-g20-summit-xi-jinping-confronts-canadas-justin-trudeau-over-media-leaks-208322

# For a program.

$ detente last meeting.informal CAN CHN --before 2025-10-31 --leaders --json
{
  "query": {
    "command": "last",
    "level": "leaders",
    "before": "2025-10-31",
    "pair": ["CAN", "CHN"],
    "kind": ["meeting.informal"]
  },
  "event": {
    "id": "CC-M22",
    "kind": "meeting.informal",
    "date": "2022-11-15",
    "title": "Trudeau and Xi talk on the margins of the G20 in Bali",
    "summary": "A talk of about ten minutes on concerns about interference, Ukraine, North Korea and biodiversity.",
    "parties": [
      {"type": "country", "id": "CAN", "role": "participant", "name": "Canada"},
      {"type": "country", "id": "CHN", "role": "participant", "name": "China"},
      {"type": "country", "id": "IDN", "role": "venue", "name": "Indonesia"},
      {"type": "organization", "id": "G20", "role": "venue", "name": "Group of Twenty"},
      {
        "type": "person",
        "id": "justin-trudeau",
        "role": "participant",
        "name": "Justin Trudeau",
        "acts_for": "CAN",
        "offices": [
          {
            "office": ["head_of_government"],
            "title": "Prime Minister",
            "country": "CAN",
            "certain": true
          }
        ]
      },
      {
        "type": "person",
        "id": "xi-jinping",
        "role": "participant",
        "name": "Xi Jinping",
        "acts_for": "CHN",
        "offices": [
          {
            "office": ["head_of_state"],
            "title": "President",
            "country": "CHN",
            "certain": true
          }
        ]
      }
    ],
    "place": ["Bali"],
    "tags": ["g20", "interference", "diplomacy"],
    "sources": [
      {
        "id": "news9-2022-xi-confronts-trudeau",
        "title": "At G20 summit Xi Jinping confronts Canada's Justin Trudeau over media leaks",
        "publisher": "News9",
        "url": "https://www.news9live.com/world/watch-video-at-g20-summit-xi-jinping-confronts-canadas-justin-trudeau-over-media-leaks-208322",
        "published": "2022-11-16"
      }
    ],
    "start_min": "2022-11-15",
    "start_max": "2022-11-15",
    "end_min": "2022-11-15",
    "end_max": "2022-11-15",
    "match": "certain",
    "links": [
      {
        "from": "CC-079",
        "relation": "responds_to",
        "to": "CC-M22",
        "asserted_by": ["Xi Jinping"],
        "note": "The leak of that talk.",
        "source": "epoch-times-2022-xi-confronts-trudeau",
        "other_title": "Xi scolds Trudeau over a leak to the press"
      }
    ]
  },
  "days_min": 1081,
  "days_max": 1081,
  "before": "2025-10-31",
  "possible": []
}

# The next one; planned ones count too.

$ detente next meeting CAN CHN --after 2022-11-15 --leaders | sed -n 1,8p
Canada – China                         next meeting of leaders after 15 Nov 2022
────────────────────────────────────────────────────────────────────────────────

5 Jun 2025, 933 days after 15 Nov 2022

    5 Jun 2025  Carney and Premier Li Qiang speak by telephone [1]
        CC-108  Canada: Mark Carney, Prime Minister · China: Li Qiang, Premier


$ detente --today 2026-04-10 next summit | sed -n 1,8p
next summit after 10 Apr 2026
────────────────────────────────────────────────────────────────────────────────

18–19 Nov 2026 (planned), 222 days after 10 Apr 2026

18–19 Nov 2026  planned: APEC summit in Shenzhen [1, 2]
        CC-135  China (host): Xi Jinping, President · Canada
                Asia-Pacific Economic Cooperation
$ detente --today 2026-04-10 next summit --status reported --format csv
? 1
event,date,title,status,disputed,days_min,days_max,after,possible,more
,,,,,,,2026-04-10,,
detente: nothing of the kind comes after that day; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection
$ detente next meeting CAN CHN --after CC-M22 --json | grep -v '^   '
{
  "query": {
  },
  "event": {
  },
  "days_min": 933,
  "days_max": 933,
  "after": "2022-11-15",
  "possible": []
}

# Everything of one country or organization; of all.

$ detente last tariff CHN --before 2025-01-01 --format csv
event,date,title,status,disputed,days_min,days_max,before,possible,more
CC-T-SA,2024-10-22,Canada: surtax of 25% on Chinese steel and aluminum,,true,71,71,2025-01-01,,
$ detente last summit APEC --before 2027 --format csv
event,date,title,status,disputed,days_min,days_max,before,possible,more
,,,,,,,2027-01-01,CC-A12,
$ detente --today 2026-04-10 last relations --format csv
event,date,title,status,disputed,days_min,days_max,before,possible,more
CC-002,1971,Canada and China open resident missions,,,19824,20188,2026-04-10,,

# To an event of which only the month is known the number is a range, and it may be the later one.

$ detente last meeting CAN CHN --before CC-114 --format csv
event,date,title,status,disputed,days_min,days_max,before,possible,more
CC-108,2025-06-05,Carney and Premier Li Qiang speak by telephone,,,57,87,2025-08-01,,

# Nothing: the answer says whether the record covers that, and a program still gets what was asked.

$ detente last meeting CAN CHN --before 1960
? 1
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection
$ detente last meeting CAN CHN --before 1960 --json
? 1
{
  "query": {
    "command": "last",
    "before": "1960",
    "pair": ["CAN", "CHN"],
    "kind": ["meeting"]
  },
  "before": "1960-01-01",
  "possible": [],
  "covered": false
}
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection
$ detente last meeting CAN CHN --before 1960 --format csv
? 1
event,date,title,status,disputed,days_min,days_max,before,possible,more
,,,,,,,1960-01-01,,
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection
$ detente last relations CAN CHN --from 1972 --before 2026
? 1
detente: nothing of the kind came before that day, and the record claims to cover this
$ detente next meeting CAN CHN --after 2030
? 1
detente: nothing of the kind comes after that day; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection

# What is not well formed is answered with what would be.

$ detente last meting CAN CHN
? 2
detente: kind "meting" begins with no known family
  did you mean meeting? `detente kinds` lists them; what has no family goes under other
$ detente last meeting Canda China
? 2
detente: country or organization "Canda" is not known
  did you mean CAN (Canada), RWA (Rwanda) or UGA (Uganda)? `detente countries` lists them
$ detente last meeting CAN 'Xi Jinping'
? 2
detente: country or organization "Xi Jinping" is not known
  that is a person: ask with --person xi-jinping
$ detente last meeting 'Xi Jinping'
? 2
detente: country or organization "Xi Jinping" is not known
  that is a person: ask with --person xi-jinping
$ detente last meeting CAN --country CHN
? 2
detente: "CAN" is given beside another country or organization
  name both as words: detente last KIND A B
$ detente last meeting CAN --leaders
? 2
detente: --leaders asks who took part on each side, so it needs both sides
  name them: detente last KIND A B --leaders
$ detente last meeting CAN CHN --leaders --heads-of-state
? 2
detente: --leaders and --heads-of-state ask for two levels
  ask for each by itself; --leaders takes heads of state or of government
$ detente last meeting CAN CHN --before someday
? 2
detente: --before: "someday" is neither a date nor the id of an event: 'someday' is not understood in a date
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025
$ detente last meeting CAN CHN --before ../2018
? 2
detente: "../2018" has no first day, so nothing is surely before it
  give a date such as 2018, 2018-12 or 2018-12-01
$ detente next meeting CAN CHN --after 2018/..
? 2
detente: "2018/.." has no last day, so nothing is surely after it
  give a date such as 2018, 2018-12 or 2018-12-01
$ detente last meeting CAN CHN --limit 3
? 2
detente: `last` takes no --limit
  it gives one event; for several: detente timeline A B --kind KIND --reverse --limit 5
$ detente last meeting CAN CHN --after CC-M22
? 2
detente: `last` takes no --after
  it gives one event; for several: detente timeline A B --kind KIND --reverse --limit 5
$ detente next meeting CAN CHN --before 2018
? 2
detente: `next` has no option --before
  see `detente help next`
$ detente last meeting CAN CHN --pair CAN,CHN
? 2
detente: the pair is given twice: as words and with --pair
$ detente last
? 2
detente: `last` needs KIND [A [B]]
  see `detente help last`

# Another world: a hand-over on the day, a suspended and an acting chancellor, a premier who returns, a
# meeting known to the year only.

$ rm detente.db && detente import -q "$FIXTURES/adverse"
$ for day in 2014-11-20 2017-02-01 2018-09-04 2019-12-31 2023 2023-06-14 2024-05-06; do detente last meeting Ardonia Belmark --before $day --leaders --format csv | sed "1d;s/^/$day: /"; done
2014-11-20: MEET-INF-2013,2013-05-06,Premier and Chancellor speak in a corridor,,,563,563,2014-11-20,,
2017-02-01: MEET-2014,2014-11-20,Formal talks of Premier and Chancellor,,,804,804,2017-02-01,MEET-YEAR,
2018-09-04: MEET-ACTING,2017-02-14,The Premier meets the acting Chancellor,,,567,567,2018-09-04,,
2019-12-31: MEET-INF-AUG,2019-08-01,Premier and Chancellor speak at a funeral,,,152,152,2019-12-31,MEET-INF-2019,
2023: SUM-AB,2022-10-11,Premier and Chancellor meet at the margin of the summit,,,82,82,2023-01-01,,
2023-06-14: SUM-AB,2022-10-11,Premier and Chancellor meet at the margin of the summit,,,246,246,2023-06-14,,
2024-05-06: MEET-2024-PM,2024-05-05,Second round of the day,,,1,1,2024-05-06,,
$ detente last meeting Ardonia Belmark --before 2017-02-01 --leaders
Ardonia – Belmark                      last meeting of leaders before 1 Feb 2017
────────────────────────────────────────────────────────────────────────────────

20 Nov 2014, 804 days before 1 Feb 2017

   20 Nov 2014  Formal talks of Premier and Chancellor [1]
     MEET-2014  Leader Two of Ardonia, Premier, for Ardonia
                Leader One of Belmark, Chancellor, for Belmark
                first since MEET-2012 [1]: true of a bilateral meeting between
                  Ardonia’s head of government and Belmark’s head of state or
                  head of government; not of others or of other forms:
                  6 May 2013, Premier and Chancellor speak in a corridor
                  (MEET-INF-2013)
                  the one meant: 5 Oct 2012, Premier and Chancellor hold talks
                    in Ardonport (MEET-2012); no other from 6 Oct 2012 to
                    19 Nov 2014 is in this record, which does not claim to hold
                    all

May be later, as far as dates and offices tell

          2016  Talks of Premier and Chancellor, some time in 2016 [2]
     MEET-YEAR  Ardonia: Leader Two of Ardonia, Premier
                Belmark: Leader One of Belmark, perhaps Chancellor and perhaps
                  Chancellor (suspended)

Sources
[1] Weekly Sample, “Back to formal talks”, 21 Nov 2014,
    https://example.org/weekly-sample-2014
[2] Daily Example, “Who governs where”, 2020,
    https://example.org/daily-example-terms
$ for way in 'last meeting --before 2024' 'last meeting --before 2023-06-14' 'next meeting --after 2021-04-12'; do set -- $way; detente "$@" --pair Ardonia,Belmark --foreign-ministers --format csv | tail -n +2; done
MEET-FM-PM,2023-06-14,The new Secretary Abroad receives the Minister,,,201,201,2024-01-01,,
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only tariffs (1 Jan 2019 to 31 Dec 2025) of Ardonia and Belmark; all else is a selection
,,,,,,,2023-06-14,,
MEET-FM-PM,2023-06-14,The new Secretary Abroad receives the Minister,,,793,793,2021-04-12,,

# A summit of twenty is no pair's; what is denied or cancelled has not happened; of two rounds on one day the
# time of day says which was the later.

$ detente last summit Ardonia Belmark --before 2025
? 1
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only tariffs (1 Jan 2019 to 31 Dec 2025) of Ardonia and Belmark; all else is a selection
$ detente last summit Ardonia Belmark --before 2025 --multilateral --format csv
event,date,title,status,disputed,days_min,days_max,before,possible,more
SUMMIT-TWENTY,2022-10-11,Summit of the Forum of Twenty in Cindport,,,813,813,2025-01-01,,
$ detente --today 2026-02-01 last meeting Ardonia Belmark | sed -n '/before/,/^$/p'
Ardonia – Belmark                                 last meeting before 1 Feb 2026
────────────────────────────────────────────────────────────────────────────────

9 Sep 2025 (disputed), 145 days before 1 Feb 2026


$ detente last meeting Ardonia Belmark --before 2025 --leaders --format csv
event,date,title,status,disputed,days_min,days_max,before,possible,more
MEET-2024-PM,2024-05-05,Second round of the day,,,241,241,2025-01-01,,
$ detente --today 2026-04-10 next meeting Ardonia Belmark
Ardonia – Belmark                                 next meeting after 10 Apr 2026
────────────────────────────────────────────────────────────────────────────────

21 May 2026 (planned), 41 days after 10 Apr 2026

   21 May 2026  planned: Talks of Premier and Chancellor are planned [1]
  MEET-PLANNED  Ardonia: Leader One of Ardonia, Premier
                Belmark: Leader Three of Belmark, Chancellor

May be earlier, as far as dates and offices tell

      Apr 2026  planned: A call of Premier and Chancellor is planned for April
    MEET-MAYBE  Ardonia: Leader One of Ardonia, Premier
                Belmark: Leader Three of Belmark, Chancellor

Sources
[1] Government of Belmark, “Gazette of Belmark”, 30 Jun 2024,
    https://example.org/gazette-belmark
$ detente --today 2026-04-10 next visit Ardonia Belmark --format csv
event,date,title,status,disputed,days_min,days_max,after,possible,more
VISIT-PLANNED,2026-05-20,The Chancellor is to visit Ardonia after all,planned,,40,40,2026-04-10,,
$ detente next visit Ardonia Belmark --after 2015 --status cancelled --format csv
event,date,title,status,disputed,days_min,days_max,after,possible,more
VISIT-CANCELLED,2025-06-10,The Chancellor is to visit Ardonia,cancelled,,3449,3449,2015-12-31,,

# People are asked for with --person, whatever part of the name is given.

$ rm -f detente.db && detente import -q "$FIXTURES/canada-china"

$ detente last meeting 'Mark Carney' 'Xi Jinping'
? 2
detente: country or organization "Mark Carney" is not known
  these are people: --person mark-carney --person xi-jinping

$ detente last meeting 'Xi Jinping' Carney
? 2
detente: country or organization "Xi Jinping" is not known
  these are people: --person xi-jinping --person mark-carney

$ detente last meeting Canada Carney
? 2
detente: country or organization "Carney" is not known
  that is a person: ask with --person mark-carney

$ detente --today 2026-04-10 last meeting --person Carney --person xi-jinping --format csv | sed 1d | cut -d , -f 1,2
CC-124,2026-01-16

# Days can be given by words.

$ for d in today yesterday 2026-04-10; do detente --today 2026-04-10 last meeting CAN CHN --before $d --json | grep '"before"'; done
    "before": "2026-04-10",
  "before": "2026-04-10",
    "before": "2026-04-09",
  "before": "2026-04-09",
    "before": "2026-04-10",
  "before": "2026-04-10",

# Of very many on one day the nearest to the chosen one are told, and how many more there are.

$ rm -f detente.db && { echo id,kind,date,title,countries; seq -f %04.0f 1202 | sed 's/.*/M&,meeting.bilateral,2018-03-05,Session &,CAN;CHN/'; } > many.csv
> detente import -q many.csv

$ detente last meeting CAN CHN --today 2026-04-10
Canada – China                                   last meeting before 10 Apr 2026
────────────────────────────────────────────────────────────────────────────────

5 Mar 2018, 2,958 days before 10 Apr 2026

    5 Mar 2018  Session 1202
         M1202

May be later, as far as dates and offices tell

    5 Mar 2018  Session 1199
         M1199

    5 Mar 2018  Session 1200
         M1200

    5 Mar 2018  Session 1201
         M1201

and 1,198 more that may be later

$ detente brief CAN CHN --today 2026-04-10 | sed -n '/^Last met/,/^Next/p'
Last met
  Any meeting or visit: 5 Mar 2018 (2,958 days before), Session 1202 (M1202).
    May be later: 5 Mar 2018: Session 1199 (M1199); 5 Mar 2018: Session 1200
    (M1200); 5 Mar 2018: Session 1201 (M1201); and 1,198 more that may be later

Next

$ detente brief CAN CHN --today 2026-04-10 --json | grep -c '"id": "M....",'
111

$ detente last meeting CAN CHN --today 2026-04-10 --json | tail -n 3
  ],
  "more": 1101
}

$ detente next meeting CAN CHN --after 2018-03-01 --format csv | sed 's/M0004.*M0100/.../'
event,date,title,status,disputed,days_min,days_max,after,possible,more
M0001,2018-03-05,Session 0001,,,4,4,2018-03-01,M0002;M0003;...;M0101,1101
