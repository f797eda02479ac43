# How long each lasted. The first day counts, the last does not.

$ detente import -q "$FIXTURES/canada-china"

$ detente held CC-KOV CC-SPA "Kevin Garratt" --today 2026-04-10 | sed '/^Sources/,$d'
China detains Michael Kovrig [1, 2]
  1,019 days (2 years and 288 days), from 10 Dec 2018 to 24 Sep 2021
  CC-KOV

China detains Michael Spavor [1, 2]
  1,019 days (2 years and 288 days), from 10 Dec 2018 to 24 Sep 2021
  CC-SPA

China detains Kevin Garratt in Dandong [3]
  773 days (2 years and 42 days), from 4 Aug 2014 to 15 Sep 2016
  CC-KGD

The first day counts, the last does not.


$ detente held CC-KOV CC-SPA "Kevin Garratt" --today 2026-04-10 --format csv | cut -d , -f 1,4-12
id,people,start,end,ended_by,days_min,days_max,about_min,about_max,ongoing
CC-KOV,Michael Kovrig,2018-12-10,2021-09-24,,1019,1019,,,false
CC-SPA,Michael Spavor,2018-12-10,2021-09-24,,1019,1019,,,false
CC-KGD,Kevin Garratt,2014-08-04,2016-09-15,,773,773,,,false

$ detente held kevin-garratt --today 2026-04-10 --json
{
  "query": {
    "command": "held",
    "words": ["kevin-garratt"]
  },
  "on": "2026-04-10",
  "events": [
    {
      "id": "CC-KGD",
      "kind": "incident.detention",
      "title": "China detains Kevin Garratt in Dandong",
      "people": ["Kevin Garratt"],
      "start": "2014-08-04",
      "end": "2016-09-15",
      "days_min": 773,
      "days_max": 773,
      "ongoing": false,
      "sources": [
        {
          "id": "taipei-times-2017-garratts",
          "title": "Canadian couple speak out about months-long detention in China",
          "publisher": "Taipei Times / New York Times",
          "url": "http://www.taipeitimes.com/News/editorials/archives/2017/01/06/2003662590",
          "published": "2017-01-06"
        }
      ]
    }
  ]
}

# Known to go on, and ended only after the day asked for.

$ detente held CC-035 CC-KOV --on 2019-12-10 | sed '/^Sources/,$d'
China detains Robert Schellenberg [1, 2, 3]
  1,833 days (5 years and 7 days) so far, on 10 Dec 2019, from 3 Dec 2014 on;
    known to go on, last confirmed on 9 Feb 2026
  disputed date: 3 Dec 2014 [1] / 2015 [2]
  CC-035

China detains Michael Kovrig [4, 5]
  365 days (1 year) so far, on 10 Dec 2019, from 10 Dec 2018 to 24 Sep 2021
  CC-KOV

The first day counts, the last does not.


$ detente held CC-035 --on CC-KOV --json | grep -E '"(on|days_min|days_max|ongoing|last_confirmed)"'
    "on": "CC-KOV"
  "on": "2018-12-10",
      "days_min": 1468,
      "days_max": 1468,
      "ongoing": true,
      "last_confirmed": "2026-02-09",

# What happens does not last; a tariff and a summit do.

$ detente held CC-M17 CC-A36 CC-T-EV --today 2026-04-10 | sed '/^Sources/,$d'
Justin Trudeau meets Xi Jinping in Beijing [1]
  5 Dec 2017; it happened on one day and did not last
  CC-M17

Carney speaks of China's "sincerity and engagement" [2]
  some time between May 2025 and about Oct 2025; it happened on one day and did
    not last
  CC-A36

Canada: surtax of 100% on Chinese electric vehicles [2, 3]
  516 days (1 year and 151 days), from 1 Oct 2024 to 1 Mar 2026
  CC-T-EV

The first day counts, the last does not.


# Events and people may be mixed; what is told once is not told again. Who was not held is said.

$ detente held "Michael Kovrig" CC-KOV xi-jinping --today 2026-04-10 | sed '/^Sources/,$d'
China detains Michael Kovrig [1, 2]
  1,019 days (2 years and 288 days), from 10 Dec 2018 to 24 Sep 2021
  CC-KOV

The record holds nothing that was done to Xi Jinping and lasted, by 10 Apr 2026.

The first day counts, the last does not.


# Not begun, nothing, and what cannot be asked.

$ detente held CC-KOV --on 2018-12-09
? 1
detente: CC-KOV had not begun by 2018-12-09

$ detente held CC-KOV CC-KGD --on 2018-12-09 | sed '/^Sources/,$d'
China detains Kevin Garratt in Dandong [1]
  773 days (2 years and 42 days), from 4 Aug 2014 to 15 Sep 2016
  CC-KGD

CC-KOV had not begun by 9 Dec 2018.

The first day counts, the last does not.


$ detente held xi-jinping --today 2026-04-10
? 1
detente: the record holds no detention of Xi Jinping, and nothing else that was done to them and lasted, by 2026-04-10; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection

$ detente held CC-NONE
? 1
detente: "CC-NONE" is neither the id of an event nor a person
  `detente list people` and `detente list events` list them

$ detente held "Micheal Kovrig"
? 1
detente: "Micheal Kovrig" is neither the id of an event nor a person
  did you mean michael-kovrig (Michael Kovrig)?

$ detente held CC-135 --today 2026-12-01
? 2
detente: CC-135 is planned, and such events are left out
  to count it all the same: --status planned

$ detente held CC-135 --status planned --on 2026-12-01 | sed '/^Sources/,$d'
planned: APEC summit in Shenzhen [1, 2]
  2 days, from 18 Nov 2026 to 19 Nov 2026, both counted
  CC-135

The first day counts, the last does not.


$ detente held CC-KOV --kind tariff
? 2
detente: held takes no filter but --status here
  an event is named by its id; filters choose among the events of a person

$ detente held CC-KOV --on ../..
? 2
detente: --on: ../.. has no day
  write a day, a month or a year, or the id of an event that has a date

$ detente held
? 2
detente: `held` needs ID...|PERSON...
  see `detente help held`

# A world of its own: starts known to the month, ends not known, marked dates, a link that ends, a trial of some days.

$ printf '%s\n' id,kind,date,end,status,title,people,last_confirmed,source_url,source_date \
>   'T1,incident.detention,2024-03,,,Testland detains Ann Test,ann:target,2024-06-15,,' \
>   'T2,incident.detention,2024-03-05,,,Testland detains Bea Test,bea:target,,https://test.example/a,2024-05-01' \
>   'T3,incident.detention,2024-03-05~,2024-04-05,,Testland detains Cy Test,cy:target,,,' \
>   'T4,incident.detention,2023-01,,,Testland detains Ann Test a first time,ann:target,,,' \
>   'T5,incident.release,2023-03-01,,,Ann Test is let go,ann:subject,,,' \
>   'T6,legal.trial,2024-07-01,2024-07-04,,Testland tries Cy Test,cy:target,,,' \
>   'T7,incident.detention,2025-01-01,,cancelled,Testland is said to detain Ann Test,ann:target,,,' \
>   'T8,policy.standing,2020-01-01,,,Testland bans Dan Test from travel,dan:target,,,' \
>   >events.csv &&
> printf '%s\n' from,relation,to T5,ends,T4 >links.csv && mkdir w && mv *.csv w && detente --db w.db import -q w

$ detente --db w.db --today 2026-04-10 held ann
Testland detains Ann Test a first time
  between 29 and 59 days, from Jan 2023 to 1 Mar 2023
  T4, ended by T5

Testland detains Ann Test
  at least 76 days, as last confirmed on 15 Jun 2024; at most 770 days by
    10 Apr 2026, from Mar 2024 on; its end is not known
  T1

The first day counts, the last does not.

$ detente --db w.db --today 2026-04-10 held ann bea cy --format csv | cut -d , -f 1,5-13
id,start,end,ended_by,days_min,days_max,about_min,about_max,ongoing,last_confirmed
T4,2023-01,2023-03-01,T5,29,59,,,false,
T1,2024-03,,,76,770,,,,2024-06-15
T2,2024-03-05,,,57,766,,,,2024-05-01
T3,2024-03-05~,2024-04-05,,,,31,31,false,

$ detente --db w.db --today 2026-04-10 held bea cy | sed '/^Sources/,$d'
Testland detains Bea Test [1]
  at least 57 days, as last confirmed on 1 May 2024; at most 766 days by
    10 Apr 2026, from 5 Mar 2024 on; its end is not known
  T2

Testland detains Cy Test
  about 31 days, from about 5 Mar 2024 to 5 Apr 2024 (a date is marked as
    uncertain or approximate)
  T3

The first day counts, the last does not.


$ detente --db w.db --today 2026-04-10 held cy --kind legal.trial
Testland tries Cy Test
  4 days, from 1 Jul 2024 to 4 Jul 2024, both counted
  T6

The first day counts, the last does not.

# Where there is no detention, all that lasted.

$ detente --db w.db --today 2026-04-10 held dan
Testland bans Dan Test from travel
  at most 2,291 days by 10 Apr 2026, from 1 Jan 2020 on; its end is not known,
    and nothing confirms it after its beginning
  T8

The first day counts, the last does not.

$ detente --db w.db --today 2026-04-10 held ann --from 2024 --limit 1 --format csv | cut -d , -f 1
id
T1

# Up to the day it was last confirmed it was surely under way.

$ detente --db w.db held T1 --on 2024-06-15 --json | grep -E '"(days_min|days_max|ongoing|last_confirmed)"'
      "days_min": 76,
      "days_max": 106,
      "ongoing": true,
      "last_confirmed": "2024-06-15",

$ detente --db w.db held T1 --on 2024-06-16 --json | grep -E '"(days_min|days_max|ongoing|last_confirmed)"'
      "days_min": 76,
      "days_max": 107,
      "last_confirmed": "2024-06-15",

$ detente --db w.db held T1 --on 2024-03-10 | sed '/^Sources/,$d'
Testland detains Ann Test
  at most 9 days by 10 Mar 2024, from Mar 2024 on, last confirmed on
    15 Jun 2024; whether it was under way that day is not sure
  T1

The first day counts, the last does not.

# A word of a name is enough where only one person has it; where several have it, they are told. All words that
# cannot be taken are told at once.

$ rm -f detente.db && detente import -q "$FIXTURES/canada-china"

$ detente held Kovrig --format csv | cut -d , -f 1,2
id,kind
CC-KOV,incident.detention

$ detente held garratt kovrig
? 2
detente: "garratt" can mean julia-garratt (Julia Garratt) or kevin-garratt (Kevin Garratt)
  write the id of the one that is meant

$ detente held nope CC-KOVV Kovrg
? 1
detente: "nope" is neither the id of an event nor a person; "CC-KOVV" is neither the id of an event nor a person; "Kovrg" is neither the id of an event nor a person
  `detente list people` and `detente list events` list them; did you mean CC-KOV?; did you mean michael-kovrig (Michael Kovrig)?

$ detente held nope Garratt
? 2
detente: "nope" is neither the id of an event nor a person; "Garratt" can mean julia-garratt (Julia Garratt) or kevin-garratt (Kevin Garratt)
  `detente list people` and `detente list events` list them; write the id of the one that is meant

# Two people held together, a hundred times: each time is told once, whoever of them is named.

$ rm -f detente.db && { echo id,kind,date,end,title,countries,people; seq -f %03.0f 100 | sed 's/.*/H&,incident.detention,2019-01-05,2019-01-08,Held together &,CAN,ann:target;ben:target/'; } > both.csv
> detente import -q both.csv

$ detente held ann ben --format csv --today 2026-04-10 > both.txt; detente held ann --format csv --today 2026-04-10 | cmp - both.txt; sed -n '$=' both.txt; cut -d , -f 1 both.txt | sort -u | sed -n '$='
101
101
