# A record's events by period, ready for a chart: text with bars, JSON and CSV with the same numbers.

$ detente import -q "$FIXTURES/canada-china"

$ detente --today 2026-04-10 series CAN CHN
Canada – China
────────────────────────────────────────────────────────────────────────────────
Events by year (more than ten years; --by month for more)

1970   1  ██▏
1971   1  ██▏
1972   1  ██▏
1973   3  ██████▍
1974 – 1983  nothing known
1984   1  ██▏
1985 – 1993  nothing known
1994   1  ██▏
1995  nothing known
1996  nothing known
1997   1  ██▏
1998 – 2002  nothing known
2003   1  ██▏
2004  nothing known
2005   2  ████▎
2006   1  ██▏
2007   2  ████▎
2008   3  ██████▍
2009   5  ██████████▋
2010   2  ████▎
2011   1  ██▏
2012   4  ████████▌
2013  nothing known
2014   6  ████████████▊
2015   1  ██▏
2016   6  ████████████▊
2017   5  ██████████▋
2018   9  ███████████████████▏
2019   8  █████████████████
2020   1  ██▏
2021  11  ███████████████████████▍
2022   5  ██████████▋
2023   5  ██████████▋
2024  11  ███████████████████████▍
2025  33  ██████████████████████████████████████████████████████████████████████
2026  15  ███████████████████████████████▉

146 events, 11 of an uncertain date
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

$ detente --today 2026-04-10 series CAN CHN --from 2018-11 --to 2019-01 --json
{
  "query": {
    "command": "series",
    "from": "2018-11",
    "to": "2019-01",
    "match": "starts",
    "pair": ["CAN", "CHN"]
  },
  "pair": ["CAN", "CHN"],
  "by": "month",
  "measure": "count",
  "start": "2018-11-01",
  "end": "2019-01-31",
  "events": 10,
  "undatable": 2,
  "uncertain": 0,
  "covered": [],
  "points": [
    {"period": "2018-11", "value": 1},
    {"period": "2018-12", "value": 6},
    {"period": "2019-01", "value": 3}
  ]
}

$ detente --today 2026-04-10 series CAN CHN --from 2018-11 --to 2019-01 --format csv
period,kind,value,value_max
2018-11,,1,
2018-12,,6,
2019-01,,3,

$ detente --today 2026-04-10 series CAN CHN --from 2018-12 --to 2018-12 --by day --format csv | awk -F , '$3 != ""'
period,kind,value,value_max
2018-12-01,,1,
2018-12-05,,1,
2018-12-08,,1,
2018-12-10,,2,
2018-12-11,,1,

# It counts what `list events` lists, less what is planned; and CSV and JSON say the same.

$ detente --today 2026-04-10 list events --pair CAN,CHN --from 2018 --format csv | grep -c '^CC-'
99
$ detente --today 2026-04-10 list events --pair CAN,CHN --from 2018 --status planned --format csv | grep -c '^CC-'
1
$ detente --today 2026-04-10 series CAN CHN --from 2018 --by year --format csv | awk -F , '{n += $3} END {print n}'
98
$ detente --today 2026-04-10 series CAN CHN --from 2018 --to 2025 --split kind --json >a.json &&
> detente --today 2026-04-10 series CAN CHN --from 2018 --to 2025 --split kind --format csv | sed 1d >b.csv &&
> sed -n 's/.*"period": "\([^"]*\)", "kind": "\([^"]*\)"\(, "value": \([0-9]*\)\)*}.*/\1,\2,\4,/p' a.json | cmp - b.csv && grep -c , b.csv
3552

# Rates: on each month's last day, as `tariffs` has them. Nine on 31 October 2025, seven from March 2026 on.

$ detente --today 2026-04-10 series CAN CHN --measure tariff
Canada – China
────────────────────────────────────────────────────────────────────────────────
Tariffs in force on the last day of each month: mean rate and highest, in
percent (--by year for less)

2024-08      0    0
2024-09      0    0
2024-10   62.5  100  ████████████████████████████████████▉░░░░░░░░░░░░░░░░░░░░░░
2024-11   62.5  100  ████████████████████████████████████▉░░░░░░░░░░░░░░░░░░░░░░
2024-12   62.5  100  ████████████████████████████████████▉░░░░░░░░░░░░░░░░░░░░░░
2025-01   62.5  100  ████████████████████████████████████▉░░░░░░░░░░░░░░░░░░░░░░
2025-02   62.5  100  ████████████████████████████████████▉░░░░░░░░░░░░░░░░░░░░░░
2025-03  67.86  100  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░
2025-04  67.86  100  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░
2025-05  67.86  100  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░
2025-06  67.86  100  ████████████████████████████████████████░░░░░░░░░░░░░░░░░░░
2025-07   62.5  100  ████████████████████████████████████▉░░░░░░░░░░░░░░░░░░░░░░
2025-08  63.98  100  █████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░
2025-09  63.98  100  █████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░
2025-10  63.98  100  █████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░
2025-11  63.98  100  █████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░
2025-12  63.98  100  █████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░
2026-01  63.98  100  █████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░
2026-02  63.98  100  █████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░
2026-03  30.29  100  █████████████████▉░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
2026-04  30.29  100  █████████████████▉░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

12 tariffs
6 of these count in some periods only as last confirmed
Beyond 7 Apr 2026 rates are as last confirmed: what changed later need not be in
this record.
The record claims to hold all from 26 Aug 2024 to 7 Apr 2026; elsewhere a period
without a number does not mean that nothing happened.

$ detente --today 2026-04-10 series CAN CHN --measure tariff --from 2025-10 --to 2025-10 --json
{
  "query": {
    "command": "series",
    "measure": "tariff",
    "from": "2025-10",
    "to": "2025-10",
    "match": "starts",
    "pair": ["CAN", "CHN"]
  },
  "pair": ["CAN", "CHN"],
  "by": "month",
  "measure": "tariff",
  "start": "2025-10-01",
  "end": "2025-10-31",
  "events": 9,
  "undatable": 0,
  "unconfirmed": 1,
  "unrated": 0,
  "covered": [
    {"start": "2024-08-26", "end": "2026-04-07"}
  ],
  "points": [
    {"period": "2025-10", "value": 63.977778, "value_max": 100}
  ]
}

$ detente --today 2026-04-10 series CAN CHN --measure tariff --by year --directed --format csv
period,kind,direction,value,value_max
2024,,CAN>CHN,62.5,100
2024,,CHN>CAN,0,0
2024,,CAN-CHN,0,0
2025,,CAN>CHN,50,100
2025,,CHN>CAN,70.966667,100
2025,,CAN-CHN,0,0
2026,,CAN>CHN,18.7,25
2026,,CHN>CAN,38.975,100
2026,,CAN-CHN,,

# Conflict to the left, cooperation to the right.

$ detente --today 2026-04-10 series CAN CHN --measure sum --by quarter --from 2024-07 --to 2025-06
Canada – China
────────────────────────────────────────────────────────────────────────────────
Sum of the events' weights, conflict below 0, cooperation above, by quarter

2024-Q3   -1.2                                                              ██│
2024-Q4  -27.6                       █████████████████████████████████████████│
2025-Q1    -42  ██████████████████████████████████████████████████████████████│
2025-Q2      1                                                                │█

22 events, 1 of an uncertain date
4 events are dated too coarsely for one quarter and count in none; --spread
shares them out by days
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

$ detente --today 2026-04-10 series CAN CHN --measure sum --directed --by quarter --from 2025-07 --to 2025-12
Canada – China
────────────────────────────────────────────────────────────────────────────────
Sum of the events' weights, conflict below 0, cooperation above, by quarter

2025-Q3  CAN>CHN  -5.8       ███████████████│
         CHN>CAN  -7.8  ████████████████████│
         CAN-CHN    14                      │███████████████████████████████████
2025-Q4  CAN>CHN   2.8                      │███████
         CHN>CAN     4                      │██████████
         CAN-CHN   9.5                      │███████████████████████▊

17 events, 4 of an uncertain date
4 events are dated too coarsely for one quarter and count in none; --spread
shares them out by days
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

$ detente --today 2026-04-10 series CAN CHN --measure mean --by year --from 2017 --to 2020 --format csv
period,kind,value,value_max
2017,,3.36,
2018,,-2.888889,
2019,,-3.25,
2020,,-2,

$ detente --today 2026-04-10 series CAN CHN --split family --by year --from 2024 --to 2025
Canada – China
────────────────────────────────────────────────────────────────────────────────
Events by year

2024  inquiry      2  █████████▋
      sanction     2  █████████▋
      statement    2  █████████▋
      tariff       2  █████████▋
      trade        2  █████████▋
      visit        1  ████▉
2025  incident     1  ████▉
      inquiry      1  ████▉
      invitation   1  ████▉
      meeting      4  ███████████████████▍
      policy       4  ███████████████████▍
      statement   12  ██████████████████████████████████████████████████████████
      summit       1  ████▉
      tariff       7  █████████████████████████████████▉
      trade        1  ████▉
      visit        1  ████▉

44 events, 8 of an uncertain date
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

# Dates that are coarser than the periods, on an artificial record.

$ printf '%s\n' 'id,kind,date,title,countries' 'E1,statement,2015-03-10,One,X-ARDON:actor;X-BOREA' 'E2,statement,2015-03,Two,X-ARDON;X-BOREA' \
> 'E3,meeting,2015,Three,X-ARDON;X-BOREA' 'E4,meeting,201X,Four,X-ARDON;X-BOREA' 'E5,aid,2015-05~,Five,X-ARDON;X-BOREA:visitor' 'E6,aid,[..2015-06],Six,X-ARDON;X-BOREA' >events.csv &&
> printf '%s\n' 'id,name' 'X-ARDON,Ardon' 'X-BOREA,Borea' >countries.csv &&
> printf '%s\n' 'dataset,countries,kinds,start,end' 'test,X-ARDON;X-BOREA,aid,2015-02-15,2015-07' >coverage.csv &&
> detente --db test.db import -q countries.csv events.csv coverage.csv

$ detente --db test.db --today 2020-01-01 series Ardon Borea --by month
Ardon – Borea
────────────────────────────────────────────────────────────────────────────────
Events by month

2015-03  2  ████████████████████████████████████████████████████████████████████
2015-04  nothing known
2015-05  1  ██████████████████████████████████

3 events, 1 of an uncertain date
3 events are dated too coarsely for one month and count in none; --spread shares
them out by days
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

$ detente --db test.db --today 2020-01-01 series Ardon Borea --kind aid
Ardon – Borea
────────────────────────────────────────────────────────────────────────────────
Events by month (--by year for less)

2015-02  nothing known
2015-03  0
2015-04  0
2015-05  1  ████████████████████████████████████████████████████████████████████
2015-06  0
2015-07  0

1 event, 1 of an uncertain date
1 event is dated too coarsely for one month and counts in none; --spread shares
it out by days
The record claims to hold all from 15 Feb 2015 to 31 Jul 2015; elsewhere a
period without a number does not mean that nothing happened.

$ detente --db test.db --today 2020-01-01 series Ardon Borea --by quarter --from 2015 --to 2015 --spread
Ardon – Borea
────────────────────────────────────────────────────────────────────────────────
Events by quarter

2015-Q1  2.27  █████████████████████████████████████████████████████████████████
2015-Q2  1.27  ████████████████████████████████████▌
2015-Q3  0.28  ███████▉
2015-Q4  0.28  ███████▉

5 events, 1 of an uncertain date
1 event is dated too coarsely for one quarter and counts in none
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

$ detente --db test.db --today 2020-01-01 series Ardon Borea --split family --by month --format csv
period,kind,value,value_max
2015-03,aid,0,
2015-03,statement,2,
2015-04,aid,0,
2015-04,statement,,
2015-05,aid,1,
2015-05,statement,,

$ detente --db test.db --today 2015-06-15 series Ardon Borea --kind aid --by month --format csv
period,kind,value,value_max
2015-02,,,
2015-03,,0,
2015-04,,0,
2015-05,,1,
2015-06,,,

# Nothing to count, and what may be counted in one period or another.

$ detente --today 2026-04-10 series CAN FRA
? 1
detente: there is nothing to count; the record does not claim to cover this

$ detente --today 2026-04-10 series CAN CHN --kind relations --from 1980 --to 1990 --by year --format csv | tail -n 2
1989,,0,
1990,,0,

$ detente --today 2026-04-10 series CAN CHN --kind vote --from 1980 --to 1990 --json
? 1
{
  "query": {
    "command": "series",
    "from": "1980",
    "to": "1990",
    "match": "starts",
    "pair": ["CAN", "CHN"],
    "kind": ["vote"]
  },
  "pair": ["CAN", "CHN"],
  "by": "year",
  "measure": "count",
  "events": 0,
  "undatable": 0,
  "uncertain": 0,
  "covered": [],
  "points": [],
  "covered": false
}
detente: there is nothing to count; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection

$ detente --db test.db --today 2020-01-01 series Ardon Borea --kind meeting --by day
? 1
detente: no event falls into one day alone, 2 may fall into one or another
  take longer periods with --by, or --spread to share them out by days

# What does not go together.

$ detente series CAN
? 2
detente: `series` takes two countries as words, or none
  for one alone: detente series --country CAN
$ detente series CAN CHN --by week
? 2
detente: --by takes day, month, quarter or year, not "week"
  see `detente help series`
$ detente series CAN CHN --split sort
? 2
detente: --split takes kind or family, not "sort"
  see `detente help series`
$ detente series CAN CHN --measure rate
? 2
detente: --measure takes count, sum, mean or tariff, not "rate"
  see `detente help series`
$ detente series --directed
? 2
detente: --directed needs a pair: who began it, the one or the other
  detente series A B --directed
$ detente series CAN CHN --pair CAN,USA
? 2
detente: the pair is given twice: as words and with --pair
$ detente series CAN CHN --measure tariff --spread
? 2
detente: --spread shares out events, and --measure tariff counts none
  leave --spread out
$ detente series CAN CHN --measure tariff --kind meeting
? 2
detente: --measure tariff is about tariffs only
  leave --kind out, or name a kind below tariff
$ detente series CAN CHN --match overlaps --from 2018
? 2
detente: a series counts events by their start, so --match overlaps says nothing here
  leave --match out, or take --match certain
$ detente series CAN CHN --limit 5
? 2
detente: `series` takes no --limit
  it counts all that the filters leave: narrow it with --from and --to
$ detente series CAN CHN --by day --from 1600
? 2
detente: a series by day from 1600-01-01 to 2026-04-07 has more than 100000 periods
  narrow it with --from and --to, or take longer periods with --by
$ detente series CAN Chnia
? 2
detente: country or organization "Chnia" is not known
  did you mean CHN (China)? `detente countries` lists them
$ detente series CAN CHN --format html
? 2
detente: "html" is no format
  `detente formats` lists them all
