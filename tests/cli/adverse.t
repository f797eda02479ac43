# The desk's questions on an artificial world (fixtures/adverse): its states, people, sources and events do not exist.
# It gathers what is hard. Above each command stands the answer as it follows from the rules, worked out by hand.

$ detente import -q "$FIXTURES/adverse"

# The named columns of a table, "-" for an empty cell.

$ cat > columns <<'END'
> awk -F '\t' -v OFS='  ' -v names="$*" '
>     NR == 1 { n = split(names, name, " "); for (i = 1; i <= NF; i++) at[$i] = i; next }
>     { line = ""; for (i = 1; i <= n; i++) line = line (i > 1 ? OFS : "") ($(at[name[i]]) == "" ? "-" : $(at[name[i]])); print line }'
> END

# A dossier out of it gives the same dossier again.

$ detente export --format dossier -o first && detente --db again.db import -q first &&
> detente --db again.db export --format dossier -o second && diff -r first second && echo same
same

# ---- In force ------------------------------------------------------------------------------------------------------
#
# On 1 June 2024, between Ardonia and Belmark, twenty-two measures. As last confirmed six: timber on 2011-06-01 (its source;
# the ban began on 2011-05-01), pelts on 2012-06-01 (a source of June: its first day), wheat on 2022-05-01, the first man on
# 2022-02-01, oats on 2022-10-13, the security duty on 2024-01-02. The others are in force: their end is known and surely
# later, or they were confirmed later, or (an end of "..") they are known to go on. Not the duties that are planned, denied
# or called off; tea, disputed, is marked; what lies between Ardonia and the Union is not of the pair.

$ detente inforce --on 2024-06-01 --pair X-ARDONIA,X-BELMARK --format tsv |
> sh columns id start end state last_confirmed days_min days_max disputed faults
AD-DOCTRINE  2015-06-01  ..  in_force  2025-12-31  3288  3288  -  -
AD-OPEN-SANCTION  2018-01-01  ..  in_force  2026-03-31  2343  2343  -  -
AD-SALT-1  2020-02-01  2026-02-01  in_force  -  1582  1582  -  -
DET-OPEN  2020-05-05  ..  in_force  2026-03-01  1488  1488  -  -
AD-SALT-2  2020-06-01  2026-02-01  in_force  -  1461  1461  -  -
BE-WINE-1  2021-01-01  2026-01-01  in_force  -  1247  1247  -  -
BE-WINE-2  2021-01-01  2026-01-01  in_force  -  1247  1247  -  -
AD-SILK-ZERO  2021-09-01  2025-09-01  in_force  -  1004  1004  -  -
AD-STEEL-SURTAX  2022-05-01  2027-05-01  in_force  -  762  762  -  -
BE-MAIZE  2022-06-15  2025-06-15  in_force  -  717  717  -  -
AD-GLASS  2022-08-01  2024-08-01  in_force  -  670  670  -  -
AD-BARLEY-3  2023-01-01  ..  in_force  2025-06-30  517  517  -  -
AD-STEEL-DUMPING  2023-02-15  2028-02-15  in_force  -  472  472  -  -
AD-CARS-1  2023-06-01  2025-01-01  in_force  -  366  366  -  -
BE-FISH-MONTH  2024-03  -  in_force  2024-12-31  62  92  -  -
BE-TEA-DISPUTED  2024-04-01  2025-04-01  in_force  -  61  61  true  -
BE-TIMBER-OLD  2011-05-01  -  as_last_confirmed  2011-06-01  31  4780  -  -
BE-PELTS-OLD  2012-01-01  -  as_last_confirmed  2012-06-01  152  4535  -  -
AD-WHEAT-2  2021-03-01  -  as_last_confirmed  2022-05-01  426  1188  -  gap AD-WHEAT-1
DET-MONTH  2021-06  -  as_last_confirmed  2022-02-01  216  1096  -  -
AD-OATS-1  2022-01-01  -  as_last_confirmed  2022-10-13  285  882  -  no end AD-OATS-2
AD-STEEL-SECURITY  2024-01-01  -  as_last_confirmed  2024-01-02  1  152  -  -

# As a page: the three bans that can hold, and who is held.

$ detente inforce --on 2024-06-01 --pair X-ARDONIA,X-BELMARK --kind trade.ban --kind incident.detention
Ardonia – Belmark                                                  on 1 Jun 2024
────────────────────────────────────────────────────────────────────────────────

In force

    5 May 2020  Ardonia detains a second man [1]
     – ongoing  for 1,488 days; known to go on, last confirmed on 1 Mar 2026
      DET-OPEN  Ardonia (actor) · Belmark (target) · Detainee Two (target)

 Mar 2024 – no  Belmark bans fish of Ardonia in March [2]
     end known  for 62 to 92 days, last confirmed on 31 Dec 2024
 BE-FISH-MONTH  Belmark on Ardonia: fish

As last confirmed – no end is known, nor whether they still held

    1 May 2011  Belmark bans timber of Ardonia [3]
– no end known  for 31 to 4,780 days, last confirmed on 1 Jun 2011
 BE-TIMBER-OLD  Belmark on Ardonia: timber

    1 Jan 2012  Belmark turns back pelts [4]
– no end known  for 152 to 4,535 days, last confirmed on 1 Jun 2012
  BE-PELTS-OLD  Belmark on Ardonia: pelts

 Jun 2021 – no  Ardonia detains a first man in June
     end known  for 216 to 1,096 days, last confirmed on 1 Feb 2022
     DET-MONTH  Ardonia (actor) · Belmark (target) · Detainee One (target)

Sources
[1] Weekly Sample, “安娜·测试仍被关押”, 9 Jan 2023,
    https://example.org/weekly-sample-2023
[2] Daily Example, “Rails left out”, 2 Jan 2024,
    https://example.org/daily-example-2024
[3] Daily Example, “A ban on timber”, 1 Jun 2011,
    https://example.org/daily-example-2011
[4] Daily Example, “Pelts turned back”, Jun 2012,
    https://example.org/daily-example-2012

# On 10 April 2026 fourteen: half of them as last confirmed, with the days up to then as the least.

$ detente --today 2026-04-10 inforce --pair X-ARDONIA,X-BELMARK --format tsv |
> sh columns id state last_confirmed days_min days_max
AD-DOCTRINE  in_force  2025-12-31  3966  3966
AD-OPEN-SANCTION  in_force  2026-03-31  3021  3021
DET-OPEN  in_force  2026-03-01  2166  2166
AD-STEEL-SURTAX  in_force  -  1440  1440
AD-BARLEY-3  in_force  2025-06-30  1195  1195
AD-STEEL-DUMPING  in_force  -  1150  1150
AD-CARS-2  in_force  -  464  464
BE-TIMBER-OLD  as_last_confirmed  2011-06-01  31  5458
BE-PELTS-OLD  as_last_confirmed  2012-06-01  152  5213
AD-WHEAT-2  as_last_confirmed  2022-05-01  426  1866
DET-MONTH  as_last_confirmed  2022-02-01  216  1774
AD-OATS-1  as_last_confirmed  2022-10-13  285  1560
AD-STEEL-SECURITY  as_last_confirmed  2024-01-02  1  830
BE-FISH-MONTH  as_last_confirmed  2024-12-31  275  770

# A ban that began in March 2024, it is not told when: possible on the 15th, for 0 to 14 days; in force from 1 April on and
# up to 31 December, when it was last confirmed.

$ for day in 2024-02-29 2024-03-15 2024-04-01 2024-12-31 2025-01-01; do
>     detente inforce --on $day --product fish --format tsv 2> said | sh columns id state last_confirmed days_min days_max
>     head -n 1 said
> done
detente: no measure on "fish" is in force on 2024-02-29; the record does not claim to cover this
BE-FISH-MONTH  possibly  2024-12-31  0  14
BE-FISH-MONTH  in_force  2024-12-31  1  31
BE-FISH-MONTH  in_force  2024-12-31  275  305
BE-FISH-MONTH  as_last_confirmed  2024-12-31  275  306

# A ban that ended on the day it began was there that day, for 0 days; one that ended on the next day likewise.

$ for day in 2022-09-09 2022-09-10 2022-09-20 2022-09-21; do
>     detente inforce --on $day --product melons --format tsv 2> said | sh columns id state days_min days_max
>     head -n 1 said
> done
AD-ONE-DAY  in_force  0  0
detente: no measure on "melons" is in force on 2022-09-10; the record does not claim to cover this
AD-NEXT-DAY  in_force  0  0
detente: no measure on "melons" is in force on 2022-09-21; the record does not claim to cover this

# A ban begun "about 2019": never more than possible, and no number of days follows. Its end is sure.

$ for day in 2018-12-31 2019-06-01 2020-12-31 2021-01-01; do
>     detente inforce --on $day --product furs --format tsv 2> said | sh columns id state days_min days_max
>     head -n 1 said
> done
detente: no measure on "furs" is in force on 2018-12-31; the record does not claim to cover this
AD-APPROX-BAN  possibly  -  -
AD-APPROX-BAN  possibly  -  -
detente: no measure on "furs" is in force on 2021-01-01; the record does not claim to cover this

# A case that ended "about October 2023": on the day it began it was there; after that, so near its end, possible.

$ for day in 2023-03-31 2023-04-01 2023-10-15 2023-11-01; do
>     detente inforce --on $day --product furniture --format tsv 2> said | sh columns id state days_min days_max
>     head -n 1 said
> done
detente: no measure on "furniture" is in force on 2023-03-31; the record does not claim to cover this
BE-PROBE  in_force  0  0
BE-PROBE  possibly  0  197
detente: no measure on "furniture" is in force on 2023-11-01; the record does not claim to cover this

# A sanction without an end of its own, which another event ended on 1 February 2020: 275 days on the day before.

$ for day in 2019-04-30 2019-05-01 2020-01-31 2020-02-01; do
>     detente inforce --on $day --kind sanction --format tsv 2> said |
>     sh columns id end ended_by state days_min days_max | grep -v AD-OPEN-SANCTION
>     head -n 1 said
> done
AD-SANCTION-ENDED  2020-02-01  AD-SANCTION-LIFT  in_force  0  0
AD-SANCTION-ENDED  2020-02-01  AD-SANCTION-LIFT  in_force  275  275

# A union as imposer and as target. Its duty on steel: from 1 April 2023 to 31 March 2025.

$ detente tariffs --on 2025-03-31 --imposer TESTUNION
Tariffs                                                           on 31 Mar 2025
────────────────────────────────────────────────────────────────────────────────

Union of Testlands on Ardonia             Rate  From – until  State     Id
  steel [1]                               12 %  1 Apr 2023    in force  UN-STEEL
                                                – 1 Apr 2025

Where a measure has an end, its second date is the first day without it.

Sources
[1] Union of Testlands, “Bulletin of the Union”, 1 Dec 2023,
    https://example.org/union-bulletin

$ detente tariffs --on 2025-04-01 --pair TESTUNION,X-ARDONIA --format tsv |
> sh columns id imposer target product state last_confirmed
AD-UNION-CHEESE  X-ARDONIA  TESTUNION  cheese  as_last_confirmed  2023-12-01

# ---- Tariffs: stacked, ranged, ordinary, with exclusions and quotas --------------------------------------------------
#
# On 1 June 2024. Steel: 25, 10.5 to 33.1 and 50 lie on it, so 85.5 to 108.1, but on rails, which the 50 leave out, 35.5 at
# least. Wine: 10 percent and 120 marks per tonne, which do not add up. Salt: one of two rates is not given, so no sum.

$ detente tariffs --on 2024-06-01 --pair X-ARDONIA,X-BELMARK
Ardonia – Belmark                                                  on 1 Jun 2024
────────────────────────────────────────────────────────────────────────────────

Ardonia on Belmark             Rate  From – until   State           Id
  salt [1]                not given  1 Feb 2020     in force        AD-SALT-1
                                     – 1 Feb 2026
  salt [2]                      3 %  1 Jun 2020     in force        AD-SALT-2
                                     – 1 Feb 2026
  silk [2]                      0 %  1 Sep 2021     in force        AD-SILK-ZERO
                                     – 1 Sep 2025
    ordinary
  steel [2, 3]                 25 %  1 May 2022     in force
                                     – 1 May 2027
    AD-STEEL-SURTAX; base duty 6.5 %
  glass [2, 3]                 15 %  1 Aug 2022     in force        AD-GLASS
                                     – 1 Aug 2024
  barley [4]                   15 %  1 Jan 2023     in force        AD-BARLEY-3
    except malting barley
  steel [2]             10.5–33.1 %  15 Feb 2023    in force
                                     – 15 Feb 2028
    AD-STEEL-DUMPING; base duty 6.5 %
  electric cars [2]           100 %  1 Jun 2023     in force        AD-CARS-1
                                     – 1 Jan 2025
    base duty 6.1 %
  wheat [1]                    20 %  1 Mar 2021     last confirmed  AD-WHEAT-2
                                                    1 May 2022
    leaves a gap of 243 days after AD-WHEAT-1
  oats [5]                      5 %  1 Jan 2022     last confirmed  AD-OATS-1
                                                    13 Oct 2022
    has no end of its own though AD-OATS-2 replaces it
  steel [4]                    50 %  1 Jan 2024     last confirmed
                                                    2 Jan 2024
    AD-STEEL-SECURITY; except steel rails

Belmark on Ardonia             Rate  From – until   State           Id
  wine [6]            120 marks per  1 Jan 2021     in force        BE-WINE-1
                              tonne  – 1 Jan 2026
  wine [6]                     10 %  1 Jan 2021     in force        BE-WINE-2
                                     – 1 Jan 2026
  maize [3, 6]                 25 %  15 Jun 2022    in force        BE-MAIZE
                                     – 15 Jun 2025
  tea [2]                      12 %  1 Apr 2024     in force,
                                     – 1 Apr 2025   disputed
    BE-TEA-DISPUTED

Together
  Ardonia on Belmark, salt: not known, no rate is given for AD-SALT-1 (AD-SALT-1
    and AD-SALT-2)
  Ardonia on Belmark, steel: 35.5–108.1 %, last confirmed 2 Jan 2024
    (AD-STEEL-SURTAX, AD-STEEL-DUMPING and AD-STEEL-SECURITY); lower for steel
    rails, excepted from AD-STEEL-SECURITY

Where a measure has an end, its second date is the first day without it.

Sources
[1] Weekly Sample, “Back to formal talks”, 21 Nov 2014,
    https://example.org/weekly-sample-2014
[2] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia
[3] Weekly Sample, “Tit for tat”, 3 Aug 2022,
    https://example.org/weekly-sample-2022
[4] Daily Example, “Rails left out”, 2 Jan 2024,
    https://example.org/daily-example-2024
[5] Daily Example, “Twenty at one table”, 13 Oct 2022,
    https://example.org/daily-example-2022
[6] Government of Belmark, “Gazette of Belmark”, 30 Jun 2024,
    https://example.org/gazette-belmark

# With the ordinary duty of 6.5, which two of the three on steel name, once: 42 to 114.6.

$ detente tariffs --on 2024-06-01 --pair X-ARDONIA,X-BELMARK --product steel --with-base | sed -n '/^Together/,/^$/p'
Together
  Ardonia on Belmark, steel: 42–114.6 % with the base duty, last confirmed
    2 Jan 2024 (AD-STEEL-SURTAX, AD-STEEL-DUMPING and AD-STEEL-SECURITY); lower
    for steel rails, excepted from AD-STEEL-SECURITY


# Cars, within a quota, at the ordinary duty of 6.1 since 2025: 6.1, and no more with the base duty. It replaces the surtax
# without a gap.

$ detente tariffs --on 2024-12-31 --product cars --with-base | sed '/^Sources/,$d'
Tariffs                                                           on 31 Dec 2024
────────────────────────────────────────────────────────────────────────────────

Ardonia on Belmark                       Rate  From – until  State     Id
  electric cars [1]                     100 %  1 Jun 2023    in force  AD-CARS-1
                                               – 1 Jan 2025
    base duty 6.1 %

Together
  Ardonia on Belmark, electric cars: 106.1 % with the base duty (AD-CARS-1)

Where a measure has an end, its second date is the first day without it.


$ detente tariffs --on 2025-01-01 --product cars --with-base | sed '/^Sources/,$d'
Tariffs                                                            on 1 Jan 2025
────────────────────────────────────────────────────────────────────────────────

Ardonia on Belmark                       Rate  From – until  State     Id
  electric cars [1]                     6.1 %  1 Jan 2025    in force  AD-CARS-2
                                               – 1 Jan 2028
    quota 10,000 cars a year; ordinary

Together
  Ardonia on Belmark, electric cars: 6.1 % with the base duty, quota 10,000 cars
    a year (AD-CARS-2)

Where a measure has an end, its second date is the first day without it.


# By code: 7302 is under the security duty only, 72 under all three.

$ detente tariffs --on 2024-06-01 --hs 7302 --format tsv | sh columns id hs
AD-STEEL-SECURITY  7208;7302

$ detente tariffs --on 2024-06-01 --hs 72 --imposer X-ARDONIA --format tsv | sh columns id hs
AD-STEEL-SURTAX  7208;7210
AD-STEEL-DUMPING  7208
AD-STEEL-SECURITY  7208;7302

# What is denied, planned or called off, when it is asked for.

$ detente tariffs --on 2024-06-01 --status denied --status cancelled --format tsv | sh columns id status product rate_min
BE-WOOL-CANCELLED  cancelled  wool  30
BE-SILK-DENIED  denied  silk  40

$ detente tariffs --on 2026-09-01 --status planned --format tsv | sh columns id status product rate_min
BE-WOOL-PLANNED  planned  wool  30

# Wheat ends and comes back: 20 up to 30 June 2020, none for 243 days, 20 from 1 March 2021, last confirmed on 1 May 2022.
# Barley: 10; 25 for the nine days in June 2021 on which two overlap; 15; 15 but malting barley. Oats: the new duty of 2023
# replaces one that has no end, so together 7.5 to 12.5, and nothing is known to have stood for sure after that.

$ detente tariffs --from 2019 --to 2024 --pair X-ARDONIA,X-BELMARK --product wheat --product barley --product oats --format tsv |
> sh columns product from to rate_min rate_max state measures
barley  2020-01-01  2021-06-01  10  10  in_force  AD-BARLEY-1
barley  2021-06-01  2021-06-10  25  25  in_force  AD-BARLEY-1;AD-BARLEY-2
barley  2021-06-10  2023-01-01  15  15  in_force  AD-BARLEY-2
barley  2023-01-01  -  15  15  in_force  AD-BARLEY-3
oats  2022-01-01  2022-10-14  5  5  in_force  AD-OATS-1
oats  2022-10-14  2023-01-01  5  5  as_last_confirmed  AD-OATS-1
oats  2023-01-01  2024-01-01  7.5  12.5  as_last_confirmed  AD-OATS-1;AD-OATS-2
oats  2024-01-01  -  0  5  as_last_confirmed  AD-OATS-1
wheat  2019-01-01  2020-07-01  20  20  in_force  AD-WHEAT-1
wheat  2020-07-01  2021-03-01  -  -  none  -
wheat  2021-03-01  2022-05-02  20  20  in_force  AD-WHEAT-2
wheat  2022-05-02  -  20  20  as_last_confirmed  AD-WHEAT-2

$ detente tariffs --from 2019 --to 2023 --product wheat
Tariffs                                                                2019–2023
────────────────────────────────────────────────────────────────────────────────

Ardonia on Belmark: wheat
    1 Jan 2019            20 %  AD-WHEAT-1 [1]
    1 Jul 2020            none
    1 Mar 2021            20 %  AD-WHEAT-2 [2], last confirmed 1 May 2022

Sources
[1] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia
[2] Weekly Sample, “Back to formal talks”, 21 Nov 2014,
    https://example.org/weekly-sample-2014

# That the two on barley overlap, and that a gap lies between those on wheat, is told where they are.

$ detente tariffs --on 2021-06-05 --pair X-ARDONIA,X-BELMARK --format tsv | sh columns id faults
AD-BARLEY-1  overlap AD-BARLEY-2
AD-SALT-1  -
AD-SALT-2  -
BE-WINE-1  -
BE-WINE-2  -
AD-WHEAT-2  gap AD-WHEAT-1
AD-BARLEY-2  overlap AD-BARLEY-1

# Steel in steps: 25 from 1 May 2022, 35.5 to 58.1 from 15 February 2023; from 1 January 2024 on 50 more, but on rails.

$ detente tariffs --from 2022 --to 2024 --imposer X-ARDONIA --product steel --format tsv |
> sh columns from to rate_min rate_max state measures
2022-05-01  2023-02-15  25  25  in_force  AD-STEEL-SURTAX
2023-02-15  2024-01-01  35.5  58.1  in_force  AD-STEEL-SURTAX;AD-STEEL-DUMPING
2024-01-01  2024-01-03  35.5  108.1  in_force  AD-STEEL-SURTAX;AD-STEEL-DUMPING;AD-STEEL-SECURITY
2024-01-03  -  35.5  108.1  as_last_confirmed  AD-STEEL-SURTAX;AD-STEEL-DUMPING;AD-STEEL-SECURITY

# None: the record covers these duties from 2019 to 2025, but not 2018.

$ detente tariffs --on 2019-06-01 --pair X-ARDONIA,X-BELMARK --product barley
? 1
detente: no tariff on "barley" is in force on 2019-06-01, and the record claims to cover this

$ detente tariffs --on 2018-06-01 --pair X-ARDONIA,X-BELMARK
? 1
detente: no tariff is in force on 2018-06-01; the record does not claim to cover this
  it claims to hold only tariffs (1 Jan 2019 to 31 Dec 2025) of Ardonia and Belmark; all else is a selection

# ---- In office -------------------------------------------------------------------------------------------------------
#
# The day of a hand-over is the new one's. A leader goes and comes back: One to 14 May 2014, Two to 2 September 2018, One.

$ for day in 2014-05-14 2014-05-15 2018-09-02 2018-09-03; do
>     detente who --on $day X-ARDONIA --office head_of_government --format tsv | sh columns person start end certain
> done
leader-one-of-ardonia  2010-03-01  2014-05-15  true
leader-two-of-ardonia  2014-05-15  2018-09-03  true
leader-two-of-ardonia  2014-05-15  2018-09-03  true
leader-one-of-ardonia  2018-09-03  -  true

# Overlapping terms of one office: both from 15 November to 31 December 2019.

$ for day in 2019-11-14 2019-11-15 2019-12-31 2020-01-01; do
>     echo "$day:" && detente who --on $day X-ARDONIA --office head_of_state --format tsv | sh columns person start end certain
> done
2019-11-14:
president-one-of-ardonia  2008-01-01  2020-01-01  true
2019-11-15:
president-one-of-ardonia  2008-01-01  2020-01-01  true
president-two-of-ardonia  2019-11-15  -  true
2019-12-31:
president-one-of-ardonia  2008-01-01  2020-01-01  true
president-two-of-ardonia  2019-11-15  -  true
2020-01-01:
president-two-of-ardonia  2019-11-15  -  true

# A hand-over known to the month only, June 2020: both uncertain up to the 29th. On the 30th the old one is gone, since
# that is the last day that can be the first without him, and the new one is sure.

$ for day in 2020-05-31 2020-06-01 2020-06-29 2020-06-30; do
>     echo "$day:" && detente who --on $day X-ARDONIA --office foreign_minister --format tsv | sh columns person start end certain
> done
2020-05-31:
minister-one-of-ardonia  2010-03-01  2020-06  true
2020-06-01:
minister-one-of-ardonia  2010-03-01  2020-06  false
minister-two-of-ardonia  2020-06  -  false
2020-06-29:
minister-one-of-ardonia  2010-03-01  2020-06  false
minister-two-of-ardonia  2020-06  -  false
2020-06-30:
minister-two-of-ardonia  2020-06  -  true

# A Chancellor, head of state and of government, is suspended, and another acts: two rows of two offices each.

$ detente who --on MEET-ACTING X-BELMARK --office head_of_state --office foreign_minister
In office on 14 Feb 2017
MEET-ACTING: The Premier meets the acting Chancellor
────────────────────────────────────────────────────────────────────────────────

Belmark
  Chancellor (suspended)  Leader One of Belmark    8 Nov 2016 – 22 Mar 2017 [1]
    Suspended by the assembly.
  Chancellor (acting)     Leader Two of Belmark    8 Nov 2016 – 30 May 2017 [1]
  Secretary Abroad        Minister One of Belmark  1 Jan 2009 – 14 Jun 2023 [1]

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] Government of Belmark, “Gazette of Belmark”, 30 Jun 2024,
    https://example.org/gazette-belmark

$ for day in 2016-11-07 2016-11-08 2017-03-21 2017-03-22 2017-05-29 2017-05-30; do
>     echo "$day:" && detente who --on $day X-BELMARK --office head_of_state --format tsv | sh columns person standing certain
> done
2016-11-07:
leader-one-of-belmark  -  true
2016-11-08:
leader-one-of-belmark  suspended  true
leader-two-of-belmark  acting  true
2017-03-21:
leader-one-of-belmark  suspended  true
leader-two-of-belmark  acting  true
2017-03-22:
leader-two-of-belmark  acting  true
2017-05-29:
leader-two-of-belmark  acting  true
2017-05-30:
leader-three-of-belmark  -  true

# On the day of two meetings one minister gives way to another: it is the new one's, in the morning too.

$ detente who --on MEET-FM-AM X-BELMARK --office foreign_minister --format tsv | sh columns person start certain
minister-two-of-belmark  2023-06-14  true

# On an event of the year 2016: all three can have been it, none surely.

$ detente who --on MEET-YEAR X-BELMARK --office head_of_state --format tsv | sh columns person start end standing certain
leader-one-of-belmark  2009-01-01  2016-11-08  -  false
leader-one-of-belmark  2016-11-08  2017-03-22  suspended  false
leader-two-of-belmark  2016-11-08  2017-05-30  acting  false

# A union has office-holders too; its envoy left on 1 December 2024.

$ for day in 2024-11-30 2024-12-01; do
>     echo "$day:" && detente who --on $day TESTUNION --format tsv | sh columns country office person certain
> done
2024-11-30:
TESTUNION  head_of_government  head-of-the-union  true
TESTUNION  foreign_minister  envoy-of-the-union  true
2024-12-01:
TESTUNION  head_of_government  head-of-the-union  true

# A state that is gone, and the one that followed it.

$ for day in 2011-12-31 2012-01-01; do
>     detente who --on $day X-DROVIA X-ESTERLAND --format tsv | sh columns country person
> done
X-DROVIA  leader-one-of-drovia
X-ESTERLAND  leader-one-of-esterland

# A term whose start is not known is never sure.

$ detente who --on 2012-01-31 X-CINDALE --office head_of_state --format tsv | sh columns person start end certain
elder-of-cindale  -  2012-02-01  false

# A person's offices: two terms with a gap; one in full and one suspended.

$ detente who "Leader One of Ardonia"
Leader One of Ardonia
  Premier  Ardonia  1 Mar 2010 – 15 May 2014 [1]
  Premier  Ardonia  since 3 Sep 2018 [1]
    Returns to the office.

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia

$ detente who leader-one-of-belmark --format tsv | sh columns office start end standing
head_of_government;head_of_state  2009-01-01  2016-11-08  -
head_of_government;head_of_state  2016-11-08  2017-03-22  suspended

$ detente who --on 1980-01-01 X-ARDONIA
? 1
detente: the record holds no office of Ardonia on 1980-01-01; it does not claim to have all offices
  the nearest is President One of Ardonia, President, from 2008-01-01 until 2020-01-01

# ---- The last and the next -------------------------------------------------------------------------------------------
#
# Strictly before: on the day of the first talks there had been none. On the day after, one day ago.

$ detente last meeting.bilateral X-ARDONIA X-BELMARK --before 2012-10-05
? 1
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only tariffs (1 Jan 2019 to 31 Dec 2025) of Ardonia and Belmark; all else is a selection

$ detente last meeting.bilateral X-ARDONIA X-BELMARK --before 2012-10-06 --format tsv | sh columns event days_min days_max
MEET-2012  1  1

# One is dated 2016 only. Before 1 July 2016: surely that of 20 November 2014, 589 days; perhaps that of 2016. Before 15
# January 2017: that of 2016, 15 to 380 days.

$ detente last meeting.bilateral X-ARDONIA X-BELMARK --before 2016-07-01
Ardonia – Belmark                       last bilateral meeting before 1 Jul 2016
────────────────────────────────────────────────────────────────────────────────

20 Nov 2014, 589 days before 1 Jul 2016

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

$ detente last meeting X-ARDONIA X-BELMARK --before 2017-01-15 --format tsv | sh columns event days_min days_max possible
MEET-YEAR  15  380  -

# "About 2019" is never sure: before 1 March 2020 surely that of 1 August 2019, 213 days; perhaps the other.

$ detente last meeting X-ARDONIA X-BELMARK --before 2020-03-01 --format tsv | sh columns event days_min days_max possible
MEET-INF-AUG  213  213  MEET-INF-2019

# On 10 April 2026: the talks of 9 September 2025 that one side only tells of, 213 days, disputed; not the denied ones of
# December. Without what is disputed a special envoy's, 450 days; of leaders the second round of 5 May 2024, 705 days. Of
# foreign ministers 14 June 2023 in the afternoon, 1,031 days: in the morning it was one who no longer was it.

$ detente --today 2026-04-10 last meeting.bilateral X-ARDONIA X-BELMARK
Ardonia – Belmark                      last bilateral meeting before 10 Apr 2026
────────────────────────────────────────────────────────────────────────────────

9 Sep 2025 (disputed), 213 days before 10 Apr 2026

    9 Sep 2025  disputed: A meeting that only one side tells of [1]
 MEET-DISPUTED  Ardonia: Leader One of Ardonia, Premier
                Belmark: Leader Three of Belmark, Chancellor

Sources
[1] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia

$ for asked in --multilateral "--status reported" "--status reported --leaders" --foreign-ministers; do
>     detente --today 2026-04-10 last meeting.bilateral X-ARDONIA X-BELMARK $asked --format tsv |
>     sh columns event date days_min days_max possible
> done
MEET-DISPUTED  2025-09-09  213  213  -
MEET-ENVOY  2025-01-15  450  450  -
MEET-2024-PM  2024-05-05  705  705  -
MEET-FM-PM  2023-06-14  1031  1031  -

# Of leaders before 2019: not on 3 September 2018, when the Premier who came had left office that day; on 14 February 2017,
# 686 days, with the one who acted. Before 1 February 2017: not with the suspended one on 20 January; on 20 November 2014,
# 804 days, or in 2016, if that was before the suspension.

$ detente last meeting X-ARDONIA X-BELMARK --before 2019-01-01 --leaders --format tsv | sh columns event days_min possible
MEET-ACTING  686  -

$ detente last meeting X-ARDONIA X-BELMARK --before 2017-02-01 --leaders --format tsv | sh columns event days_min possible
MEET-2014  804  MEET-YEAR

# The last visit was in 2014, 4,160 days ago: one was called off, one is planned. The summit of twenty is found for a pair
# with --multilateral only, 1,277 days; the talks at its margin always.

$ detente --today 2026-04-10 last visit X-ARDONIA X-BELMARK --format tsv | sh columns event days_min
VISIT-2014  4160

$ detente --today 2026-04-10 last summit X-ARDONIA X-BELMARK
? 1
detente: nothing of the kind came before that day; the record does not claim to cover this
  it claims to hold only tariffs (1 Jan 2019 to 31 Dec 2025) of Ardonia and Belmark; all else is a selection

$ detente --today 2026-04-10 last summit X-ARDONIA X-BELMARK --multilateral --format tsv | sh columns event days_min
SUMMIT-TWENTY  1277

$ detente last meeting.bilateral X-ARDONIA X-BELMARK --before 2022-12-31 --format tsv | sh columns event days_min
SUM-AB  81

# Cindale lent its ground to several and took part in one: the aside of 12 October 2022, 1,276 days.

$ detente --today 2026-04-10 last meeting Ardonia Cindale --format tsv | sh columns event days_min
SUM-AC  1276

# A union as a side: leaders 12 October 2022, foreign ministers the day before, who are named as people only.

$ detente --today 2026-04-10 last meeting TESTUNION Ardonia --leaders --format tsv | sh columns event days_min
SUM-UNION  1276

$ detente --today 2026-04-10 last meeting TESTUNION Ardonia --foreign-ministers --format tsv | sh columns event days_min
SUM-FM-UNION  1277

# The next: what is planned counts, what is called off does not. A visit in 40 days, talks in 41, or before them a call
# that is to be in April; after 21 May 2026 nothing. After 20 November 2014: that of 2016, in 407 to 772 days.

$ detente --today 2026-04-10 next visit X-ARDONIA X-BELMARK --format tsv | sh columns event days_min days_max
VISIT-PLANNED  40  40

$ detente --today 2026-04-10 next meeting X-ARDONIA X-BELMARK
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

$ detente next meeting X-ARDONIA X-BELMARK --after 2026-05-21
? 1
detente: nothing of the kind comes after that day; the record does not claim to cover this
  it claims to hold only tariffs (1 Jan 2019 to 31 Dec 2025) of Ardonia and Belmark; all else is a selection

$ detente next meeting.bilateral X-ARDONIA X-BELMARK --after MEET-2014 --format tsv | sh columns event days_min days_max
MEET-YEAR  407  772

# "The first since": of MEET-2014 since MEET-2012 it holds (the word in a corridor of 2013 was no formal talk). Of MEET-2021
# since 2014 it is contradicted by the talks with the acting Chancellor in 2017, and perhaps by those of 2016. Of
# MEET-INF-AUG since 6 May 2013 it may be, by the exchange of "about 2019".

$ detente show MEET-2014
Formal talks of Premier and Chancellor [1]
MEET-2014 · Bilateral meeting (meeting.bilateral)
────────────────────────────────────────────────────────────────────────────────

When          20 Nov 2014
Where         Belmarket
Who           Leader Two of Ardonia, Premier, for Ardonia
              Leader One of Belmark, Chancellor, for Belmark
First since   MEET-2012 [1]: true of a bilateral meeting between Ardonia’s head
                of government and Belmark’s head of state or head of government;
                not of others or of other forms: 6 May 2013, Premier and
                Chancellor speak in a corridor (MEET-INF-2013)
                the one meant: 5 Oct 2012, Premier and Chancellor hold talks in
                  Ardonport (MEET-2012); no other from 6 Oct 2012 to 19 Nov 2014
                  is in this record, which does not claim to hold all

Accounts
first since: MEET-2012: “the first formal talks since Ardonport” [1]

Links
  part of VISIT-2014, The Premier visits Belmark

Sources
[1] Weekly Sample, “Back to formal talks”, 21 Nov 2014,
    https://example.org/weekly-sample-2014

$ for id in MEET-2021 MEET-INF-AUG; do detente show $id | sed -n '/^First since/,/^[^ F]/p' | sed '$d'; done
First since   20 Nov 2014 [3]: not true of a bilateral meeting between Ardonia’s
                head of government and Belmark’s head of state or head of
                government, because of 14 Feb 2017, The Premier meets the acting
                Chancellor (MEET-ACTING); perhaps also of 2016, Talks of Premier
                and Chancellor, some time in 2016 (MEET-YEAR)
                the one meant: 20 Nov 2014, Formal talks of Premier and
                  Chancellor (MEET-2014); compared with all from 21 Nov 2014 to
                  11 Apr 2021
                near it, but not the same: about 2019, A short exchange of
                  Premier and Chancellor, about 2019 (MEET-INF-2019);
                  1 Aug 2019, Premier and Chancellor speak at a funeral
                  (MEET-INF-AUG)
First since   6 May 2013 [1]: perhaps not true of an informal meeting between
                Ardonia’s head of government and Belmark’s head of state or head
                of government, because of about 2019, A short exchange of
                Premier and Chancellor, about 2019 (MEET-INF-2019)
                the one meant: 6 May 2013, Premier and Chancellor speak in a
                  corridor (MEET-INF-2013); compared with all from 7 May 2013 to
                  31 Jul 2019
                near it, but not the same: 20 Nov 2014, Formal talks of Premier
                  and Chancellor (MEET-2014); 2016, Talks of Premier and
                  Chancellor, some time in 2016 (MEET-YEAR); 14 Feb 2017, The
                  Premier meets the acting Chancellor (MEET-ACTING)


# ---- How long --------------------------------------------------------------------------------------------------------
#
# 676 days, and 61 the second time; 0; 348, ended by a link; 89 to 119, released in May; from June 2021 to 1 February 2022
# at least 216; and one who is known to be held still, 2,166 days on 10 April 2026, last confirmed on 1 March.

$ detente --today 2026-04-10 held DET-EXACT DET-AGAIN DET-ZERO DET-LINK DET-LINK-MONTH DET-MONTH DET-OPEN
Ardonia detains Ana Testperson [1]
  676 days (1 year and 311 days), from 5 Mar 2018 to 10 Jan 2020
  DET-EXACT

Ardonia detains Ana Testperson again [2]
  61 days, from 30 Dec 2022 to 1 Mar 2023
  DET-AGAIN

Ardonia holds a fifth man for some hours [3]
  0 days, from 8 Aug 2023 to 8 Aug 2023
  DET-ZERO

Ardonia detains a third man [4]
  348 days, from 10 Jan 2022 to 24 Dec 2022
  DET-LINK, ended by REL-LINK

Ardonia detains a fourth man [2]
  between 89 and 119 days, from 1 Feb 2023 to some time 1–31 May 2023
  DET-LINK-MONTH, ended by REL-MONTH

Ardonia detains a first man in June
  at least 216 days, as last confirmed on 1 Feb 2022; at most 1,774 days by
    10 Apr 2026, from Jun 2021 on; its end is not known
  DET-MONTH

Ardonia detains a second man [2]
  2,166 days (5 years and 340 days) so far, on 10 Apr 2026, from 5 May 2020 on;
    known to go on, last confirmed on 1 Mar 2026
  DET-OPEN

The first day counts, the last does not.

Sources
[1] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia
[2] Weekly Sample, “安娜·测试仍被关押”, 9 Jan 2023,
    https://example.org/weekly-sample-2023
[3] Daily Example, “Rails left out”, 2 Jan 2024,
    https://example.org/daily-example-2024
[4] Weekly Sample, “Tit for tat”, 3 Aug 2022,
    https://example.org/weekly-sample-2022

$ detente --today 2026-04-10 held DET-LINK DET-LINK-MONTH DET-MONTH --format tsv |
> sh columns id end ended_by days_min days_max ongoing last_confirmed
DET-LINK  2022-12-24  REL-LINK  348  348  false  -
DET-LINK-MONTH  [2023-05-01..2023-05-31]  REL-MONTH  89  119  false  -
DET-MONTH  -  -  216  1774  -  2022-02-01

# Of what is bounded the last day counts: a trial of five days, a visit of three, a summit of two. Of a tariff it does not.

$ detente held TRIAL VISIT-2014 SUMMIT-TWENTY AD-NEXT-DAY --format tsv | sh columns id days_min days_max
TRIAL  5  5
VISIT-2014  3  3
SUMMIT-TWENTY  2  2
AD-NEXT-DAY  1  1

# A person: each time. Not yet, on a day before.

$ detente held ana-testperson --format tsv | sh columns id days_min days_max
DET-EXACT  676  676
DET-AGAIN  61  61

$ detente held DET-MONTH --on 2021-05-31
? 1
detente: DET-MONTH had not begun by 2021-05-31

# Between days: 45; 407 to 772 when the one is of 2016; backwards fewer than 0; 1 to 730 between two years; from "about 2019"
# no number that is sure.

$ detente days AD-STEEL-SURTAX BE-MAIZE
45 days
  from 1 May 2022 (AD-STEEL-SURTAX, Ardonia: surtax on steel of Belmark)
  to   15 Jun 2022 (BE-MAIZE, Belmark: duty on maize)

$ detente days MEET-2014 MEET-YEAR
between 407 and 772 days
  from 20 Nov 2014 (MEET-2014, Formal talks of Premier and Chancellor)
  to   2016 (MEET-YEAR, Talks of Premier and Chancellor, some time in 2016)

$ detente days MEET-INF-2019 MEET-INF-AUG
between about 152 days back and 212 days on (a date is marked as uncertain or
  approximate)
  from about 2019 (MEET-INF-2019, A short exchange of Premier and Chancellor,
       about 2019)
  to   1 Aug 2019 (MEET-INF-AUG, Premier and Chancellor speak at a funeral)

$ detente days BE-MAIZE AD-STEEL-SURTAX --format tsv | sh columns days_min days_max
-45  -45

$ detente days 2016 2017 --format tsv | sh columns days_min days_max
1  730

# ---- Who answered whom -----------------------------------------------------------------------------------------------
#
# The surtax on steel: a protest after 2 days; maize after 45, and after 47 more glass, which Ardonia denies; the assembly
# in July, after 61 to 91. Not the duty on wool, which is only planned.

$ detente chain AD-STEEL-SURTAX
Ardonia: surtax on steel of Belmark [1, 2]
1 May 2022 – 1 May 2027 · AD-STEEL-SURTAX
────────────────────────────────────────────────────────────────────────────────

What answered it (downstream)
├─ 3 May 2022 · ST-PROTEST · Belmark protests against the surtax [3]
│  responds to it, after 2 days; asserted by Belmark
├─ 15 Jun 2022 · BE-MAIZE · Belmark: duty on maize
│  retaliates against it, after 45 days; asserted by Ministry of Trade of
│  Belmark [2]
│  └─ 1 Aug 2022 · AD-GLASS · Ardonia: duty on glass
│     retaliates against it, after 47 days; asserted by Belmark; denied by
│     Ardonia [2]
│     Ardonia says that the duty has nothing to do with maize.
└─ Jul 2022 · ST-MONTH · The assembly of Belmark deplores the surtax [2]
   responds to it, after 61 to 91 days

1 link leads to what is planned, denied or cancelled; --status takes it in

Sources
[1] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia
[2] Weekly Sample, “Tit for tat”, 3 Aug 2022,
    https://example.org/weekly-sample-2022
[3] Government of Belmark, “Gazette of Belmark”, 30 Jun 2024,
    https://example.org/gazette-belmark

$ detente chain AD-GLASS --upstream --format tsv | sh columns depth event parent relation delay_days asserted_by denied_by
1  BE-MAIZE  AD-GLASS  retaliates_against  47  Belmark  Ardonia
2  AD-STEEL-SURTAX  BE-MAIZE  retaliates_against  45  Ministry of Trade of Belmark  -

# One level: that more hangs on maize is told. Of what is planned: wool.

$ detente chain AD-STEEL-SURTAX --depth 1 --format tsv | sh columns event more
ST-PROTEST  -
BE-MAIZE  true
ST-MONTH  -

$ detente chain AD-STEEL-SURTAX --depth 1 --status planned --format tsv | sh columns event status
BE-WOOL-PLANNED  planned

# A diamond: its last note answers two, after 15 and after 13 days, and opens once.

$ detente chain DIA-TOP
Ardonia speaks of borders [1]
1 Feb 2021 · DIA-TOP
────────────────────────────────────────────────────────────────────────────────

What answered it (downstream)
├─ 5 Feb 2021 · DIA-LEFT · Belmark answers on borders [1]
│  responds to it, after 4 days
│  └─ 20 Feb 2021 · DIA-BOTTOM · Ardonia answers both [1]
│     responds to it, after 15 days
└─ 7 Feb 2021 · DIA-RIGHT · Belmark answers again [1]
   responds to it, after 6 days
   └─ 20 Feb 2021 · DIA-BOTTOM · Ardonia answers both [1]
      responds to it, after 13 days (see above)

Sources
[1] Weekly Sample, “安娜·测试仍被关押”, 9 Jan 2023,
    https://example.org/weekly-sample-2023

# A circle ends: each note answers the one before, and the first the last, which came 20 days later.

$ detente chain CYC-1
Note 1 of a circle [1]
1 Oct 2020 · CYC-1
────────────────────────────────────────────────────────────────────────────────

What it answered (upstream)
└─ 21 Oct 2020 · CYC-3 · Note 3 of a circle [1]
   responded to by it, 20 days before
   └─ 11 Oct 2020 · CYC-2 · Note 2 of a circle [1]
      responded to by it, after 10 days
      └─ 1 Oct 2020 · CYC-1 · Note 1 of a circle [1]
         responded to by it, after 10 days (see above)

What answered it (downstream)
└─ 11 Oct 2020 · CYC-2 · Note 2 of a circle [1]
   responds to it, after 10 days
   └─ 21 Oct 2020 · CYC-3 · Note 3 of a circle [1]
      responds to it, after 10 days
      └─ 1 Oct 2020 · CYC-1 · Note 1 of a circle [1]
         responds to it, 20 days before (see above)

Sources
[1] Weekly Sample, “安娜·测试仍被关押”, 9 Jan 2023,
    https://example.org/weekly-sample-2023

# Two that each are called the answer to the other.

$ detente chain PAIR-ONE | sed '/^Sources/,$d'
Ardonia closes a bridge [1]
5 Dec 2020 · PAIR-ONE
────────────────────────────────────────────────────────────────────────────────

What it answered (upstream)
└─ 5 Dec 2020 · PAIR-TWO · Belmark closes a road [2]
   retaliated against by it, on the same day; asserted by Ardonia; denied by
   Belmark
   └─ 5 Dec 2020 · PAIR-ONE · Ardonia closes a bridge [1]
      retaliated against by it, on the same day; asserted by Belmark; denied by
      Ardonia (see above)

What answered it (downstream)
└─ 5 Dec 2020 · PAIR-TWO · Belmark closes a road [2]
   retaliates against it, on the same day; asserted by Belmark; denied by
   Ardonia
   └─ 5 Dec 2020 · PAIR-ONE · Ardonia closes a bridge [1]
      retaliates against it, on the same day; asserted by Ardonia; denied by
      Belmark (see above)


# What belongs to a summit is no answer to it; it is told when it is asked for.

$ detente chain SUMMIT-TWENTY
? 1
detente: no link of SUMMIT-TWENTY says what it answered or what answered it
  coverage is claimed of events, not of links: that need not mean that there was no answer

$ detente chain SUMMIT-TWENTY --relation part_of --format tsv | sh columns event relation delay_days
SUM-AB  part_of  0
SUM-FM-UNION  part_of  0
SUM-AC  part_of  1
SUM-UNION  part_of  1

$ detente chain NO-SOURCE
? 1
detente: no link of NO-SOURCE says what it answered or what answered it
  coverage is claimed of events, not of links: that need not mean that there was no answer

# ---- Statements ------------------------------------------------------------------------------------------------------
#
# In order, with who spoke and the words; one is of some day between 1 May and 15 June 2022; one may be of 2024.

$ detente list statements --pair X-ARDONIA,X-BELMARK --from 2022 --to 2023
Ardonia – Belmark                                                      2022–2023
────────────────────────────────────────────────────────────────────────────────

2022

between 1 May and 15 Jun 2022
  Leader One of Ardonia, Premier of Ardonia:
  “our steel, our rules” [1]
  The Premier defends the surtax, on a day that is not told [1]
  ST-UNDATED

    3 May 2022  Minister One of Belmark, Secretary Abroad of Belmark:
    ST-PROTEST  “an unfriendly act” [2]
                Belmark protests against the surtax [2]

      Jul 2022  Belmark:
      ST-MONTH  “deplores the surtax” [1]
                The assembly of Belmark deplores the surtax [1]

2023

    9 Jan 2023  Ardonia; Zoë Tëståström:
    ST-CHINESE  “安娜·测试仍被关押” [3]
                Ardonia speaks of Ana Testperson [3]

   10 Jan 2023  Belmark; Spokesperson (unnamed); Belmark
     ST-ARABIC  Belmark asks for a visit [3]

    3 Mar 2023  Leader Three of Belmark, Chancellor of Belmark:
   ST-DISPUTED  “there will be war” [4]
                “there will be a wall” (corrects) [2]
                disputed: The Chancellor speaks of war, or of a wall [2, 4]

between Oct 2023 and Feb 2024
  Ardonia
  possible: A letter of the assembly, some time in the winter [4]
  LONG-STATEMENT

Sources
[1] Weekly Sample, “Tit for tat”, 3 Aug 2022,
    https://example.org/weekly-sample-2022
[2] Government of Belmark, “Gazette of Belmark”, 30 Jun 2024,
    https://example.org/gazette-belmark
[3] Weekly Sample, “安娜·测试仍被关押”, 9 Jan 2023,
    https://example.org/weekly-sample-2023
[4] Daily Example, “Rails left out”, 2 Jan 2024,
    https://example.org/daily-example-2024

# ---- Series ----------------------------------------------------------------------------------------------------------
#
# Tariffs that began, by year: 1 3 5 4 4 2 1. Covered from 2019 to 2025, so that a quarter without one is 0 there, and
# nothing outside.

$ detente series X-ARDONIA X-BELMARK --kind tariff --by year
Ardonia – Belmark
────────────────────────────────────────────────────────────────────────────────
Events by year

2019  1  ██████████████▎
2020  3  ██████████████████████████████████████████▋
2021  5  ███████████████████████████████████████████████████████████████████████
2022  4  ████████████████████████████████████████████████████████▊
2023  4  ████████████████████████████████████████████████████████▊
2024  2  ████████████████████████████▍
2025  1  ██████████████▎

20 events
The record claims to hold all from 1 Jan 2019 to 31 Dec 2025; elsewhere a period
without a number does not mean that nothing happened.

$ detente series X-ARDONIA X-BELMARK --kind tariff --by quarter --from 2018-10 --to 2019-12 --format csv
period,kind,value,value_max
2018-Q4,,,
2019-Q1,,1,
2019-Q2,,0,
2019-Q3,,0,
2019-Q4,,0,

$ detente series X-ARDONIA X-BELMARK --kind tariff --by quarter --from 2025-07 --to 2026-06 --format csv
period,kind,value,value_max
2025-Q3,,0,
2025-Q4,,0,
2026-Q1,,,
2026-Q2,,,

# Meetings are not covered. That of 2016 is in no quarter; shared out, 91, 91, 92 and 92 of its 366 days are.

$ detente series X-ARDONIA X-BELMARK --kind meeting --by quarter --from 2016 --to 2017-03
Ardonia – Belmark
────────────────────────────────────────────────────────────────────────────────
Events by quarter

2016-Q1 – 2016-Q4  nothing known
2017-Q1  2  ████████████████████████████████████████████████████████████████████

2 events
1 event is dated too coarsely for one quarter and counts in none; --spread
shares it out by days
The record does not claim to hold all of these, so a period without a number
does not mean that nothing happened.

$ detente series X-ARDONIA X-BELMARK --kind meeting --by quarter --from 2016 --to 2017-03 --spread --format csv
period,kind,value,value_max
2016-Q1,,0.248634,
2016-Q2,,0.248634,
2016-Q3,,0.251366,
2016-Q4,,0.251366,
2017-Q1,,2,

# ---- Search ----------------------------------------------------------------------------------------------------------
#
# Marks on letters are passed over, in the words and in the record; Han characters are found within a sentence and as an
# alias; so are Arabic words.

$ detente search Testastrom
        person  Zoë «Tëståström»
                zoe-test

    9 Jan 2023  Ardonia speaks of Ana Testperson [1]
    ST-CHINESE  summary: 阿多尼亚表示安娜·测试仍被关押。Zoë «Tëståström» reads
                  the words out.

Sources
[1] Weekly Sample, “安娜·测试仍被关押”, 9 Jan 2023,
    https://example.org/weekly-sample-2023

$ detente search 安娜 --format tsv | sh columns type id field excerpt
person  ana-testperson  name  «安娜»·测试
event  ST-CHINESE  summary  阿多尼亚表示«安娜»·测试仍被关押。Zoë Tëståström reads the words out.
event  DET-EXACT  name  «安娜»·测试 (Ana Testperson)
event  TRIAL  name  «安娜»·测试 (Ana Testperson)
event  DET-AGAIN  name  «安娜»·测试 (Ana Testperson)
event  MEET-ENVOY  name  «安娜»·测试 (Ana Testperson)
source  weekly-sample-2023  title  «安娜»·测试仍被关押

$ detente search 安娜·测试 --kind statement --format tsv | sh columns type id field excerpt
event  ST-CHINESE  summary  阿多尼亚表示«安娜»·«测试»仍被关押。Zoë Tëståström reads the words out.

$ detente search الاختبارية --kind statement --format tsv | sh columns id field
ST-ARABIC  summary
ST-CHINESE  name

$ detente search bélmark --format tsv | sh columns type id | head -n 2
country  X-BELMARK
person  leader-one-of-belmark

$ detente search Nirgendwo
? 1
detente: nothing found for "Nirgendwo"
  titles, summaries, quotes and names were searched; give the beginning of a word and a *

# ---- Disagreement ----------------------------------------------------------------------------------------------------
#
# Two days for one treaty: a dispute. A month and a day of it: none, and told so. Each side's account stands by itself.

$ detente show AB-TREATY
Treaty on rivers signed [1, 2]
AB-TREATY · Treaty signed (treaty.signed)
────────────────────────────────────────────────────────────────────────────────

When          1 Jun 2011
Who           Ardonia (signatory) · Belmark (signatory)
Disputed      date: the record follows 1 Jun 2011; why: the only source that
                  supports it, 1 of 2
                1 Jun 2011: Government of Ardonia [1]
                2 Jun 2011: Government of Belmark [2], disputes

Ardonia                                   Belmark
date: 1 Jun 2011 [1]                      date: 2 Jun 2011 (disputes) [2]

Links
  AB-TREATY-FORCE, Treaty on rivers in force, implements this

Sources
[1] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia
[2] Government of Belmark, “Gazette of Belmark”, 30 Jun 2024,
    https://example.org/gazette-belmark

$ detente show MEET-2021 | sed -n '/^Disputed/,/^First since/p; /^Ardonia   /,/^Others/p'
Disputed      outcome: the record follows none: it has no value of its own for
                  this
                lower duties on glass: Government of Ardonia [1]
                no talk of duties: Government of Belmark [2], disputes
Agreeing      date: Apr 2021 [2] agrees with 12 Apr 2021
First since   20 Nov 2014 [3]: not true of a bilateral meeting between Ardonia’s
Ardonia                                   Belmark
date: 12 Apr 2021 [1]                     date: Apr 2021 [2]
outcome: lower duties on glass [1]        outcome: no talk of duties
“both sides agreed to lower duties on       (disputes) [2]
  glass” [1]                              “duties were not discussed” [2]

Others

# A side denies what the other says, of a source that the event itself does not name.

$ detente show BORDER-DENIED | sed -n '/^Disputed/,/^Sources/p'
Disputed      title: the record follows Belmark moves troops to the river; why:
                  the record's own field; no source here gives it
                no troops were moved: Government of Belmark [3], denies

Ardonia                                   Belmark
quantity: 500 [1]                         title: no troops were moved
                                            (denies) [3]

Sources

$ detente list events --disputed --format tsv | sh columns id status
AB-TREATY  -
BORDER-DENIED  -
MEET-2021  -
ST-DISPUTED  disputed
BE-TEA-DISPUTED  disputed
MEET-DISPUTED  disputed

# 120 events: 104 on one source alone, 9 on several, 7 on none.

$ detente stats --sources | head -n 12
What rests on which source
────────────────────────────────────────────────────────────────────────────────
120 events: 104 on one source alone, 9 on several, 7 without a source

alone     of  source
   35     40  Gazette of Ardonia [1]
   15     19  Gazette of Belmark [2]
   13     13  安娜·测试仍被关押 [3]
   11     11  Who governs where [4]
    7      8  Rails left out [5]
    4      5  Twenty at one table [6]
    4      4  machine-feed [7]

$ detente stats --format tsv | sh columns group name count | sed -n '/^events/p; /^statuses/p'
statuses  planned  4
statuses  reported  109
statuses  disputed  3
statuses  denied  2
statuses  cancelled  2
events  disputed  6
events  unsourced  7
events  undated  0
events  single_sourced  104

$ detente list events --single-source --format jsonl | grep -c .
104

# ---- Names -----------------------------------------------------------------------------------------------------------
#
# A state that changed its name is found by both.

$ for name in Cindria Cindale; do detente list events --country $name --kind agreement --format tsv | sh columns id; done
CI-OLD
CI-NEW
CI-OLD
CI-NEW

# ---- One page --------------------------------------------------------------------------------------------------------

$ detente brief X-ARDONIA X-BELMARK --on 2024-06-01 | sed '/^Notes/,$d'
Ardonia – Belmark, 1 Jun 2024
────────────────────────────────────────────────────────────────────────────────
  As of this day, told with what the record knows today.

In office
  Ardonia: President President Two of Ardonia, since 15 Nov 2019 [1]
  Ardonia: Premier Leader One of Ardonia, since 3 Sep 2018 [2]
  Ardonia: Minister for the Outside Minister Two of Ardonia, since Jun 2020 [2]
  Belmark: Chancellor Leader Three of Belmark, since 30 May 2017 [3]
  Belmark: Secretary Abroad Minister Two of Belmark, since 14 Jun 2023 [3]

Last met
  Formal talks of the leaders: 5 May 2024 (27 days before), Second round of the
    day [2] (MEET-2024-PM)
  Foreign ministers: 14 Jun 2023 (353 days before), The new Secretary Abroad
    receives the Minister [3] (MEET-FM-PM)

Next
  Leaders: 9 Sep 2025 (465 days later), disputed: A meeting that only one side
    tells of [2] (MEET-DISPUTED)
  Any meeting, visit or summit: 15 Jan 2025 (228 days later), A special envoy of
    Belmark calls [2] (MEET-ENVOY)

In force
  Belmark: duty on tea, as Ardonia has it; since 1 Apr 2024, until 1 Apr 2025,
    disputed [2] (BE-TEA-DISPUTED)
  Belmark bans fish of Ardonia in March; since Mar 2024 [4] (BE-FISH-MONTH)
  Ardonia: surtax on electric cars; since 1 Jun 2023, until 1 Jan 2025 [2]
    (AD-CARS-1)
  Ardonia: anti-dumping duties on steel; since 15 Feb 2023, until
    15 Feb 2028 [2] (AD-STEEL-DUMPING)
  Ardonia: duty on barley goes on, for most of it, except malting barley; since
    1 Jan 2023 [4] (AD-BARLEY-3)
  Ardonia: duty on glass; since 1 Aug 2022, until 1 Aug 2024 [2, 5] (AD-GLASS)
  Belmark: duty on maize; since 15 Jun 2022, until 15 Jun 2025 [3, 5] (BE-MAIZE)
  Ardonia: surtax on steel of Belmark; since 1 May 2022, until 1 May 2027 [2, 5]
    (AD-STEEL-SURTAX)
  Ardonia: silk at zero; since 1 Sep 2021, until 1 Sep 2025 [2] (AD-SILK-ZERO)
  Belmark: duty on wine by value; since 1 Jan 2021, until 1 Jan 2026 [3]
    (BE-WINE-2)
  Belmark: duty per tonne on wine; since 1 Jan 2021, until 1 Jan 2026 [3]
    (BE-WINE-1)
  Ardonia: a further duty on salt; since 1 Jun 2020, until 1 Feb 2026 [2]
    (AD-SALT-2)
  Ardonia: a duty on salt whose rate is not told; since 1 Feb 2020, until
    1 Feb 2026 [6] (AD-SALT-1)
  Ardonia freezes the accounts of Belmark; since 1 Jan 2018 [2]
    (AD-OPEN-SANCTION)
  Ardonia keeps its distance to Belmark; since 1 Jun 2015 [2] (AD-DOCTRINE)
  Ardonia: security duty on steel, except steel rails; since 1 Jan 2024, as last
    confirmed on 2 Jan 2024 [4] (AD-STEEL-SECURITY)
  Ardonia: duty on oats; since 1 Jan 2022, as last confirmed on 13 Oct 2022 [7]
    (AD-OATS-1)
  Ardonia: duty on wheat comes back; since 1 Mar 2021, as last confirmed on
    1 May 2022 [6] (AD-WHEAT-2)
  Belmark turns back pelts; since 1 Jan 2012, as last confirmed on
    1 Jun 2012 [8] (BE-PELTS-OLD)
  Belmark bans timber of Ardonia; since 1 May 2011, as last confirmed on
    1 Jun 2011 [9] (BE-TIMBER-OLD)

Held
  Ardonia detains a second man; since 5 May 2020; 1,488 days [10] (DET-OPEN)
  Ardonia detains a first man in June; since Jun 2021; at least 216 days, as
    last confirmed on 1 Feb 2022; at most 1,096 days (DET-MONTH)

Disputed
  1 Jun 2011: Treaty on rivers signed [2, 3] (AB-TREATY); date 1 Jun 2011 [2] /
    2 Jun 2011 [3]
  10 Oct 2019: Belmark moves troops to the river [2, 11] (BORDER-DENIED); title
    Belmark moves troops to the river / no troops were moved [3]
  12 Apr 2021: Premier and Chancellor hold talks in Ardonport [12, 13, 14]
    (MEET-2021); outcome lower duties on glass [12] / no talk of duties [13]
  3 Mar 2023: The Chancellor speaks of war, or of a wall [3, 4] (ST-DISPUTED);
    the words
  1 Apr 2024 – 1 Apr 2025: Belmark: duty on tea, as Ardonia has it [2]
    (BE-TEA-DISPUTED); rate 12 [2] / 0 [3]

Latest
  1 Jun 2023 – 1 Jan 2025: Ardonia: surtax on electric cars [2] (AD-CARS-1)
  14 Jun 2023: The outgoing Secretary Abroad says farewell to the Minister [3]
    (MEET-FM-AM)
  14 Jun 2023: The new Secretary Abroad receives the Minister [3] (MEET-FM-PM)
  8 Aug 2023: Ardonia holds a fifth man for some hours [4] (DET-ZERO)
  between Oct 2023 and Feb 2024: A letter of the assembly, some time in the
    winter [4] (LONG-STATEMENT)
  1 Jan 2024 – no end known: Ardonia: security duty on steel [4]
    (AD-STEEL-SECURITY)
  Mar 2024 – no end known: Belmark bans fish of Ardonia in March [4]
    (BE-FISH-MONTH)
  1 Apr 2024 – 1 Apr 2025: disputed: Belmark: duty on tea, as Ardonia has it [2]
    (BE-TEA-DISPUTED)
  5 May 2024: First round of the day [2] (MEET-2024-AM)
  5 May 2024: Second round of the day [2] (MEET-2024-PM)

Still standing in answer to
  15 Jun 2022 – 15 Jun 2025: Belmark: duty on maize [3, 5] (BE-MAIZE): Ardonia:
    duty on glass (AD-GLASS), which Ardonia denies
  1 May 2022 – 1 May 2027: Ardonia: surtax on steel of Belmark [2, 5]
    (AD-STEEL-SURTAX): Belmark: duty on maize (BE-MAIZE)


$ detente brief TESTUNION Ardonia --on 2024-06-01 | sed '/^Notes/,$d'
Union of Testlands – Ardonia, 1 Jun 2024
────────────────────────────────────────────────────────────────────────────────
  As of this day, told with what the record knows today.

In office
  Union of Testlands: President of the Council Head of the Union, since
    1 Dec 2019 [1]
  Union of Testlands: High Envoy Envoy of the Union, since 1 Dec 2019 [1]
  Ardonia: President President Two of Ardonia, since 15 Nov 2019 [2]
  Ardonia: Premier Leader One of Ardonia, since 3 Sep 2018 [3]
  Ardonia: Minister for the Outside Minister Two of Ardonia, since Jun 2020 [3]

Last met
  Formal talks of the leaders: 12 Oct 2022 (598 days before), The Premier meets
    the head of the Union [1, 4] (SUM-UNION)
  Foreign ministers: 11 Oct 2022 (599 days before), The Minister meets the High
    Envoy of the Union [1] (SUM-FM-UNION)

Next
  The record holds no meeting planned after this day.

In force
  The Union: duty on steel of Ardonia; since 1 Apr 2023, until 1 Apr 2025 [1]
    (UN-STEEL)
  Ardonia: duty on cheese of the Union; since 1 May 2023, as last confirmed on
    1 Dec 2023 [1] (AD-UNION-CHEESE)

Held
  The record holds nobody in detention on this day.

Disputed
  The record holds no event on which its sources disagree.

Latest
  11 Oct 2022: The Minister meets the High Envoy of the Union [1] (SUM-FM-UNION)
  12 Oct 2022: The Premier meets the head of the Union [1, 4] (SUM-UNION)
  1 Apr 2023 – 1 Apr 2025: The Union: duty on steel of Ardonia [1] (UN-STEEL)
  1 May 2023 – no end known: Ardonia: duty on cheese of the Union [1]
    (AD-UNION-CHEESE)

Still standing in answer to
  1 Apr 2023 – 1 Apr 2025: The Union: duty on steel of Ardonia [1] (UN-STEEL):
    Ardonia: duty on cheese of the Union (AD-UNION-CHEESE), which Ardonia denies

Sources
[1] Union of Testlands, “Bulletin of the Union”, 1 Dec 2023,
    https://example.org/union-bulletin
[2] Daily Example, “Who governs where”, 2020,
    https://example.org/daily-example-terms
[3] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia
[4] Daily Example, “Twenty at one table”, 13 Oct 2022,
    https://example.org/daily-example-2022
