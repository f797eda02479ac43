# Data sets that come a day at a time: what they claim is told once, with its days one after the other.

$ cat > events.csv <<'END'
> id,kind,date,title,countries
> A-1,visit,2015-02-03,Visit one,CAN;CHN
> A-2,meeting,2010-05-01,Talks,CAN;CHN
> END

$ { echo dataset,countries,kinds,start,end,note
> for day in 1979-01-01 1979-12-31; do echo "Daily,,meeting;statement;visit,$day,$day,What is coded."; done
> for day in 01 02 03 04; do echo "Daily,,meeting;statement;visit,2015-02-$day,2015-02-$day,What is coded."; done
> echo 'Yearly,CAN,visit,2001-01-01,2016-12-31,'; } > coverage.csv

$ detente import -q events.csv coverage.csv

$ detente stats --coverage
What the record claims to hold
────────────────────────────────────────────────────────────────────────────────
Data set    Daily
covers      meeting, statement and visit, on 1 Jan 1979, 31 Dec 1979 and
            1–4 Feb 2015
not         kinds other than meeting, statement and visit; all other days
note        What is coded.

Data set    Yearly
covers      visit of Canada, from 1 Jan 2001 to 31 Dec 2016
not         what Canada has no part in; kinds other than visit; what was before
            2001-01-01 or after 2016-12-31

$ detente stats | tail -n 4
Sources     none rest on one source alone · 2 have no source · none disputed
Covers      Daily: meeting, statement and visit, on 1 Jan 1979, 31 Dec 1979 and
            1–4 Feb 2015
            Yearly: visit of Canada, from 1 Jan 2001 to 31 Dec 2016

$ detente stats --coverage --kind meeting | sed -n 3p
What the filters ask for is covered on 1 Jan 1979, 31 Dec 1979 and 1–4 Feb 2015.

$ detente --today 2026-04-10 brief CAN CHN | sed -n '/^Notes/,$p'
Notes
  Daily claims to hold all of meeting, statement and visit on 1 Jan 1979,
    31 Dec 1979 and 1–4 Feb 2015: What is coded.
  Yearly claims to hold all of visit from 2001-01-01 to 2016-12-31

$ detente list coverage --format csv | head -n 3
dataset,countries,kinds,start,end,note
Daily,,meeting;statement;visit,1979-01-01,1979-01-01,What is coded.
Daily,,meeting;statement;visit,1979-12-31,1979-12-31,What is coded.

# All claims stay in the data, each for itself.

$ detente --today 2026-04-10 brief CAN CHN --json | grep -c '"kind": "coverage"'
7

$ detente stats --coverage --json | grep -c '"dataset"'
7

# Of many stretches the first twelve are told.

$ mkdir more && { cat coverage.csv; seq 2001 2014 | sed 's/.*/Daily,,meeting;statement;visit,&-05-01,&-05-01,What is coded./'; } > more/coverage.csv
> detente --db more.db import -q events.csv more/coverage.csv

$ detente --db more.db stats --coverage | sed -n 3,9p
Data set    Daily
covers      meeting, statement and visit, on 1 Jan 1979, 31 Dec 1979,
            1 May 2001, 1 May 2002, 1 May 2003, 1 May 2004, 1 May 2005,
            1 May 2006, 1 May 2007, 1 May 2008, 1 May 2009, 1 May 2010
            and 5 more, to 4 Feb 2015
not         kinds other than meeting, statement and visit; all other days
note        What is coded.

$ detente --db more.db series CAN CHN --kind meeting --by year | tail -n 6

1 event
The record claims to hold all of 1 Jan 1979, 31 Dec 1979, 1 May 2001,
1 May 2002, 1 May 2003, 1 May 2004, 1 May 2005, 1 May 2006, 1 May 2007,
1 May 2008, 1 May 2009, 1 May 2010 and 5 more, to 4 Feb 2015; elsewhere a period
without a number does not mean that nothing happened.

# After an empty answer the data sets are named, first those that bear on the kind.

$ detente --db more.db timeline CAN CHN --kind treaty
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
  it claims to hold what these data sets hold: Daily (3 kinds, 17 stretches of days between 1 Jan 1979 and 4 Feb 2015) and Yearly (visits of Canada, 2001–2016); all else is a selection

$ detente --db more.db timeline CAN CHN --kind visit --from 2020
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
  it claims to hold what these data sets hold: Daily (3 kinds, 17 stretches of days between 1 Jan 1979 and 4 Feb 2015) and Yearly (visits of Canada, 2001–2016); all else is a selection

$ detente --db more.db timeline FRA DEU --kind meeting
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
  it claims to hold what this data set holds: Daily (3 kinds, 17 stretches of days between 1 Jan 1979 and 4 Feb 2015); all else is a selection

# `last` says where what is claimed ends before the day asked for; not where nothing is claimed, nor where it reaches the day.

$ detente --today 2026-04-10 last visit CAN CHN
Canada – China                                     last visit before 10 Apr 2026
────────────────────────────────────────────────────────────────────────────────

3 Feb 2015, 4,084 days before 10 Apr 2026

    3 Feb 2015  Visit one
           A-1

What the record claims to hold of this kind ends on 31 Dec 2016.

$ detente --today 2026-04-10 last visit CAN CHN --before 2016-06 | tail -n 3

    3 Feb 2015  Visit one
           A-1

$ detente --today 2026-04-10 last visit --kind treaty CAN CHN | tail -n 3

    3 Feb 2015  Visit one
           A-1

# Who rules by a source that does not say as what is a leader, and the brief shows the one of a side of which it knows no head
# of state or of government.

$ cat > terms.csv <<'END'
> type,person,country,office,title,start,end
> term,Ann Invented,CAN,leader,,2010-01-01,..
> term,Bea Invented,CHN,leader,,2010-01-01,..
> term,Cid Invented,CHN,head_of_state,Head,2011-01-01,..
> END

$ cat > talks.csv <<'END'
> id,kind,date,title,countries,people
> T-1,meeting.bilateral,2010-05-01,Talks of two leaders,CAN;CHN,Ann Invented;Bea Invented
> T-2,meeting.bilateral,2012-05-01,Talks of a leader and a head of state,CAN;CHN,Ann Invented;Cid Invented
> END

$ detente --db led.db import -q terms.csv talks.csv

$ for day in 2012-01-01 2013-01-01; do detente --db led.db last meeting CAN CHN --leaders --before $day --json | grep '"id": "T'; done
    "id": "T-1",
    "id": "T-2",

$ detente --db led.db --today 2013-01-01 last meeting CAN CHN --heads-of-state
? 1
detente: nothing of the kind came before that day; the record does not claim to cover this

$ detente --db led.db --today 2010-06-01 brief CAN CHN | sed -n 4,6p
In office
  Canada: leader Ann Invented, since 1 Jan 2010
  China: leader Bea Invented, since 1 Jan 2010

$ detente --db led.db --today 2013-01-01 brief CAN CHN | sed -n 4,9p
In office
  Canada: leader Ann Invented, since 1 Jan 2010
  China: Head Cid Invented, since 1 Jan 2011

Last met
  Formal talks of the leaders: 1 May 2012 (245 days before), Talks of a leader

# An address that is longer than the page stands beside its number.

$ printf 'id,kind,date,title,countries,sources\nS-1,visit,2020-01-01,Visit,CAN;CHN,https://example.org/%070d\n' 1 > long.csv
> detente --db long.db import -q long.csv && detente --db long.db timeline CAN CHN | tail -n 2
Sources
[1] https://example.org/0000000000000000000000000000000000000000000000000000000000000000000001
