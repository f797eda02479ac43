# Days from one date or event to another. The first day counts, the last does not.

$ detente import -q "$FIXTURES/canada-china"

# From the surtax on electric vehicles to the first Chinese counter-tariffs; from an arrest to a departure, and to two detentions.

$ detente days CC-T-EV 2025-03-20
170 days
  from 1 Oct 2024 (CC-T-EV, Canada: surtax of 100% on Chinese electric vehicles)
  to   20 Mar 2025

$ detente days CC-MENG CC-072
1,028 days (2 years and 297 days)
  from 1 Dec 2018 (CC-MENG, Canada arrests Meng Wanzhou at Vancouver airport)
  to   24 Sep 2021 (CC-072, Meng Wanzhou freed after a deferred prosecution
       agreement)

$ detente days CC-MENG CC-KOV --json
{
  "query": {
    "command": "days",
    "words": ["CC-MENG", "CC-KOV"]
  },
  "from": "CC-MENG",
  "to": "CC-KOV",
  "days_min": 9,
  "days_max": 9,
  "from_min": "2018-12-01",
  "from_max": "2018-12-01",
  "to_min": "2018-12-10",
  "to_max": "2018-12-10",
  "from_title": "Canada arrests Meng Wanzhou at Vancouver airport",
  "to_title": "China detains Michael Kovrig"
}

$ detente days CC-MENG CC-SPA --format csv
from,to,days_min,days_max,about_min,about_max,from_min,from_max,to_min,to_max,from_title,to_title
CC-MENG,CC-SPA,9,9,,,2018-12-01,2018-12-01,2018-12-10,2018-12-10,Canada arrests Meng Wanzhou at Vancouver airport,China detains Michael Spavor

$ detente days 2018-12-10 2021-09-24
1,019 days (2 years and 288 days)
  from 10 Dec 2018
  to   24 Sep 2021

# Backwards, and the same day.

$ detente days CC-KOV CC-MENG
9 days back: the second date lies before the first
  from 10 Dec 2018 (CC-KOV, China detains Michael Kovrig)
  to   1 Dec 2018 (CC-MENG, Canada arrests Meng Wanzhou at Vancouver airport)

$ detente days CC-KOV CC-MENG --json | grep days_
  "days_min": -9,
  "days_max": -9,

$ detente days 2018-12-01 2018-12-01
0 days: the same day
  from 1 Dec 2018
  to   1 Dec 2018

# A range, where a date is not known to the day.

$ detente days 2018 2019-06-01
between 152 and 516 days
  from 2018
  to   1 Jun 2019

$ detente days 2018-12 2018-12-10
between 21 days back and 9 days on
  from Dec 2018
  to   10 Dec 2018

$ detente days 2019-06-01 2018
between 152 and 516 days back: the second date lies before the first
  from 1 Jun 2019
  to   2018

# A side without a bound leaves a bound of the number out; a mark makes it "about".

$ detente days ../2018 2020-01-01
at least 366 days
  from ../2018
  to   1 Jan 2020

$ detente days ../2018 2020-01-01 --json
{
  "query": {
    "command": "days",
    "words": ["../2018", "2020-01-01"]
  },
  "from": "../2018",
  "to": "2020-01-01",
  "days_min": 366,
  "from_max": "2018-12-31",
  "to_min": "2020-01-01",
  "to_max": "2020-01-01"
}

$ detente days 2020-01-01 ../2018
at least 366 days back: the second date lies before the first
  from 1 Jan 2020
  to   ../2018

$ detente days 2020-01-01 2021/..
at least 366 days
  from 1 Jan 2020
  to   2021/..

$ detente days 2021/.. 2020-01-01
at least 366 days back: the second date lies before the first
  from 2021/..
  to   1 Jan 2020

$ detente days 2018-12-01~ 2019-06-01
about 182 days (a date is marked as uncertain or approximate)
  from about 1 Dec 2018
  to   1 Jun 2019

$ detente days 2018-12~ 2019-06-01 --json
{
  "query": {
    "command": "days",
    "words": ["2018-12~", "2019-06-01"]
  },
  "from": "2018-12~",
  "to": "2019-06-01",
  "about_min": 152,
  "about_max": 182,
  "from_min": "2018-12-01",
  "from_max": "2018-12-31",
  "to_min": "2019-06-01",
  "to_max": "2019-06-01"
}

# An event whose start is not sure: its id says what it is.

$ detente days CC-A28 2019-01-01
between about 1 and 365 days (a date is marked as uncertain or approximate)
  from about 2018 (CC-A28, Ottawa condemns the detention of Kovrig and Spavor as
       arbitrary)
  to   1 Jan 2019

# As people write dates.

$ detente days "1 December 2018" "24 Sept 2021"
1,028 days (2 years and 297 days)
  from 1 Dec 2018
  to   24 Sep 2021

# By the calendar: of the 29th of February the anniversary is the 28th where the year has no other.

$ for to in 2021-02-27 2021-02-28 2024-02-28 2024-02-29; do detente days 2020-02-29 $to | head -1; done
364 days
365 days (1 year)
1,460 days (3 years and 365 days)
1,461 days (4 years)

# The ends of the calendar.

$ detente days Y-1000000000000000 Y1000000000000000 --format csv
from,to,days_min,days_max,about_min,about_max,from_min,from_max,to_min,to_max,from_title,to_title
Y-1000000000000000,Y1000000000000000,730484999999999635,730485000000000365,,,Y-1000000000000000-01-01,Y-1000000000000000-12-31,Y1000000000000000-01-01,Y1000000000000000-12-31,,

# What cannot be counted.

$ detente days ../.. 2018
? 2
detente: the first date, ../.., has neither an earliest nor a latest day
  write a day, a month or a year, or the id of an event that has a date

$ detente days 2018/.. 2019/..
? 2
detente: no number of days leads from 2018/.. to 2019/..: they have no bounds to count between
  give dates that have an earliest and a latest day

$ detente days 2018
? 2
detente: `days` needs FROM TO
  see `detente help days`

$ detente days 2018 2023-02-29
? 2
detente: "2023-02-29" is neither a date nor the id of an event: 2023 is not a leap year: February has 28 days (byte 9)
  write day 28 or earlier, or leave the day out

$ detente days CC-MENG CC-NONE
? 2
detente: "CC-NONE" is neither a date nor the id of an event: 'CC' is not understood in a date
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025

$ detente days 2020 CC-135
? 2
detente: CC-135 is planned, and such events are left out
  to count it all the same: --status planned

$ detente days 2026-11-01 CC-135 --status planned
17 days
  from 1 Nov 2026
  to   18 Nov 2026 (CC-135, APEC summit in Shenzhen)

$ detente days 2018 2019 --kind tariff
? 2
detente: `days` takes no --kind
  the two words say all

# The words today, yesterday and tomorrow are days, told as the days that they are; other words are not.

$ detente --today 2026-04-10 days 2018-12-01 today
2,687 days (7 years and 130 days)
  from 1 Dec 2018
  to   10 Apr 2026

$ detente --today 2026-04-10 days Yesterday TOMORROW --json
{
  "query": {
    "command": "days",
    "words": ["2026-04-09", "2026-04-11"]
  },
  "from": "2026-04-09",
  "to": "2026-04-11",
  "days_min": 2,
  "days_max": 2,
  "from_min": "2026-04-09",
  "from_max": "2026-04-09",
  "to_min": "2026-04-11",
  "to_max": "2026-04-11"
}

$ detente --today 2026-04-10 days 2018-12-01 'last week'
? 2
detente: "last week" is neither a date nor the id of an event: the day on which this was written is not known
  write the date itself; today is 2026-04-10

# It takes no filter but --status, and its help says so.

$ detente days 2018 2019 --kind meeting
? 2
detente: `days` takes no --kind
  the two words say all

$ detente --kind meeting days 2018 2019
? 2
detente: `days` takes no --kind
  the two words say all

$ detente help days | sed -n '/^Which/,/^$/p'
Which events (given twice: either; --person: both)
  --status STATUS           planned, reported, confirmed, ...

