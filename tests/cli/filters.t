# Each filter once. Several values of one mean any of them; different ones must all hold.

$ detente import -q "$FIXTURES/canada-china"

# Prints id and date of the first two events, and how many there are.

$ cat >first <<'END'
> detente list events "$@" --format csv >answer || exit
> sed 1d answer | cut -d , -f 1,3 | head -n 2
> echo "$(sed 1d answer | wc -l) in all"
> END

$ sh first --from 2018-12-01 --to 2018-12-08
CC-A24,2018
CC-A28,2018~
5 in all

$ sh first --from 2018-12-01 --to 2018-12-08 --match certain
CC-MENG,2018-12-01
CC-050,2018-12-05
3 in all

$ sh first --from 2018-12-01 --to 2018-12-08 --match overlaps
CC-034,2014-10-01
CC-035,2014-12-03
7 in all

$ sh first --pair Canada,'United States'
CC-030,2014-06
CC-MENG,2018-12-01
7 in all

$ sh first --country Indonesia --country AUS
CC-M22,2022-11-15
CC-079,2022-11-16
2 in all

$ sh first --country CAN --role imposer
CC-S21,2021-03-22
CC-077,2022-05-19
7 in all

$ sh first --person 'Xi Jinping' --kind meeting
CC-M17,2017-12-05
CC-M22,2022-11-15
4 in all

$ sh first --organization Huawei
CC-048,2018-08-22
CC-MENG,2018-12-01
5 in all

$ sh first --kind visit --kind summit
CC-003,1972
CC-004,1973-10-10~
19 in all

$ sh first --status planned
CC-135,2026-11-18
1 in all

$ sh first --tag canola
CC-059,2019-03-01
CC-060,2019-03-26
19 in all

$ sh first --place Gyeongju
CC-120,2025-10-31
CC-121,2025-10-31
4 in all

$ sh first --source ccfso-2017-chronology
CC-037,2016-05-31
CC-038,2016-08-30
8 in all

$ sh first --single-source
CC-001,1970-10-13
CC-002,1971
112 in all

$ sh first --disputed
CC-005,1973-10-13
CC-028,2012-09-09
28 in all

$ sh first --text 'on the margins'
CC-M22,2022-11-15
CC-M25A,2025-09-23
2 in all

$ sh first --product 'canola seed'
CC-059,2019-03-01
CC-060,2019-03-26
8 in all

# Events with more than eight parties are of no pair unless they are asked for.

$ cat >many.csv <<END
> id,date,kind,title,countries
> G,2024-11-18,summit,Nine at a table,CAN;CHN;USA;MEX;BRA;ARG;GBR;FRA;DEU
> END

$ detente import -q many.csv && sh first --pair CAN,CHN --from 2024-11-18 --to 2024-11-18
? 1
detente: nothing found between the two alone; the record does not claim to cover this
  1 event of more than eight parties: --multilateral shows it

$ sh first --pair CAN,CHN --from 2024-11-18 --to 2024-11-18 --multilateral
G,2024-11-18
1 in all

# Machine-coded events: by code, of which 19 takes 190; by number of reports; identical ones as one.

$ cat >coded.csv <<END
> id,date,kind,countries,code,mentions
> M1,2001-05-01,incident.military,CAN:actor;CHN:target,190,3
> M2,2001-05-01,incident.military,CAN:actor;CHN:target,190,5
> M3,2001-05-01,statement,CAN:actor;CHN:target,010,9
> END

$ detente import -q coded.csv && sh first --code 19
M1,2001-05-01
M2,2001-05-01
2 in all

$ sh first --code 190 --code 010 --min-mentions 5
M2,2001-05-01
M3,2001-05-01
2 in all

$ sh first --code 19 --distinct
M1,2001-05-01
1 in all

# In parts, and backwards.

$ sh first --kind meeting --limit 2
CC-005,1973-10-13
CC-022,2009-12-03
2 in all

$ sh first --kind meeting --limit 2 --after CC-040
CC-046,2017-12-04
CC-M17,2017-12-05
2 in all

$ sh first --kind meeting --reverse --limit 2
CC-124,2026-01-16
CC-123,2026-01-15
2 in all
