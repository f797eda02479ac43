# Tariffs on a day and over a time. Questions 2 to 5 of a desk: how many between the two on that day, at which rate?

$ detente import -q "$FIXTURES/canada-china"

$ detente tariffs --on 2025-10-31 --pair CAN,CHN | sed '/^Sources/,$d'
Canada – China                                                    on 31 Oct 2025
────────────────────────────────────────────────────────────────────────────────

Canada on China                    Rate  From – until  State           Id
  electric vehicles [1, 2]        100 %  1 Oct 2024    in force,       CC-T-EV
                                         – 1 Mar 2026  disputed
    base duty 6.1 %
  steel products and aluminum      25 %  22 Oct 2024   in force,       CC-T-SA
    products [2, 3, 4]                                 disputed
  steel goods melted and poured    25 %  31 Jul 2025   last confirmed  CC-T-MP
    in China and aluminum goods                        31 Jul 2025
    smelted and cast in
    China [5]
    except imports from the United States

China on Canada                    Rate  From – until  State           Id
  canola oil [2, 6, 7]            100 %  20 Mar 2025   in force        CC-T-OIL
  pork [2, 6]                      25 %  20 Mar 2025   in force        CC-T-PORK
  canola meal [2, 6]              100 %  20 Mar 2025   in force        CC-T-MEAL
                                         – 1 Mar 2026
  peas [6]                        100 %  20 Mar 2025   in force        CC-T-PEA
                                         – 1 Mar 2026
  aquatic products [2, 6]          25 %  20 Mar 2025   in force        CC-T-SEA
                                         – 1 Mar 2026
  canola seed [2, 8]             75.8 %  14 Aug 2025   in force,       CC-T-SEED
                                         – 1 Mar 2026  disputed
    base duty 9 %

Where a measure has an end, its second date is the first day without it.


$ detente tariffs --on 2025-10-31 --pair CAN,CHN --format csv | cut -d , -f 1,4,5,6,8,9,18,19
id,imposer,target,product,rate_min,rate_max,state,last_confirmed
CC-T-EV,CAN,CHN,electric vehicles,100,100,in_force,
CC-T-SA,CAN,CHN,steel products;aluminum products,25,25,in_force,2026-02-27
CC-T-OIL,CHN,CAN,canola oil,100,100,in_force,2026-01-16
CC-T-PORK,CHN,CAN,pork,25,25,in_force,2026-01-17
CC-T-MEAL,CHN,CAN,canola meal,100,100,in_force,
CC-T-PEA,CHN,CAN,peas,100,100,in_force,
CC-T-SEA,CHN,CAN,aquatic products,25,25,in_force,
CC-T-SEED,CHN,CAN,canola seed,75.8,75.8,in_force,
CC-T-MP,CAN,CHN,steel goods melted and poured in China;aluminum goods smelted and cast in China,25,25,as_last_confirmed,2025-07-31

$ detente tariffs --on 2024-10-10 --pair CAN,CHN --format csv | cut -d , -f 1,4,5,6,8,18
id,imposer,target,product,rate_min,state
CC-T-EV,CAN,CHN,electric vehicles,100,in_force

$ detente tariffs --on 2024-09-30 --pair CAN,CHN
? 1
detente: no tariff is in force on 2024-09-30, and the record claims to cover this

$ detente tariffs --on 2025-04-01 --pair CAN,CHN --format csv | cut -d , -f 1,4,5,6,8,18
id,imposer,target,product,rate_min,state
CC-T-EV,CAN,CHN,electric vehicles,100,in_force
CC-T-SA,CAN,CHN,steel products;aluminum products,25,in_force
CC-T-OIL,CHN,CAN,canola oil,100,in_force
CC-T-PORK,CHN,CAN,pork,25,in_force
CC-T-MEAL,CHN,CAN,canola meal,100,in_force
CC-T-PEA,CHN,CAN,peas,100,in_force
CC-T-SEA,CHN,CAN,aquatic products,25,in_force

$ detente tariffs --on 2026-03-15 --pair CAN,CHN --with-base | sed '/^Sources/,$d'
Canada – China                                                    on 15 Mar 2026
────────────────────────────────────────────────────────────────────────────────

Canada on China                    Rate  From – until  State           Id
  electric vehicles [1]           6.1 %  1 Mar 2026    in force        CC-133
    quota 49000 vehicles a year; ordinary (MFN)
  steel products and aluminum      25 %  22 Oct 2024   last confirmed  CC-T-SA
    products [2, 3, 4]                                 27 Feb 2026,
                                                       disputed
  steel goods melted and poured    25 %  31 Jul 2025   last confirmed  CC-T-MP
    in China and aluminum goods                        31 Jul 2025
    smelted and cast in
    China [5]
    except imports from the United States

China on Canada                    Rate  From – until  State           Id
  canola seed [6]                 5.9 %  1 Mar 2026    in force        CC-132
                                         – about
                                         1 Mar 2031
    base duty 9 %
  canola oil [4, 7, 8]            100 %  20 Mar 2025   last confirmed  CC-T-OIL
                                                       16 Jan 2026
  pork [4, 7]                      25 %  20 Mar 2025   last confirmed  CC-T-PORK
                                                       17 Jan 2026
  aquatic products [9]             25 %  1 Mar 2026    last confirmed  CC-T-SEA2
                                                       1 Mar 2026
    except crab and lobster

Together
  Canada on China, electric vehicles: 6.1 % with the base duty, quota 49000
    vehicles a year (CC-133)
  China on Canada, canola seed: 14.9 % with the base duty (CC-132)
  Of the others no base duty is given.

Where a measure has an end, its second date is the first day without it.


# An event's id is a day too; without one it is today.

$ detente tariffs --on CC-M25B --imposer China --target Canada --product seed --json
{
  "query": {
    "command": "tariffs",
    "on": "CC-M25B",
    "imposer": ["CHN"],
    "target": ["CAN"],
    "product": ["seed"]
  },
  "on": "2025-10-31",
  "measures": [
    {
      "id": "CC-T-SEED",
      "kind": "tariff",
      "title": "China: anti-dumping deposit of 75.8% on Canadian canola seed",
      "imposer": "CHN",
      "target": "CAN",
      "product": ["canola seed"],
      "rate_min": 75.8,
      "rate_max": 75.8,
      "base_rate_min": 9,
      "base_rate_max": 9,
      "start": "2025-08-14",
      "end": "2026-03-01",
      "state": "in_force",
      "days_min": 78,
      "days_max": 78,
      "basis": "additional (anti-dumping)",
      "disputed": true,
      "answers": ["CC-T-EV", "CC-T-SA"],
      "replaces": [],
      "replaced_by": [
        {
          "id": "CC-132",
          "title": "China: anti-dumping duty of 5.9% on Canadian canola seed",
          "gap_min": 0,
          "gap_max": 0
        }
      ],
      "sources": [
        {
          "id": "peoples-daily-2025-rapeseed-preliminary",
          "title": "China issues preliminary ruling on anti-dumping probe into Canadian rapeseed",
          "publisher": "Xinhua / People's Daily",
          "url": "http://en.people.cn/n3/2025/0813/c90000-20352389.html",
          "published": "2025-08-13"
        },
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ]
    }
  ],
  "totals": [
    {
      "imposer": "CHN",
      "target": "CAN",
      "product": "canola seed",
      "rate_min": 75.8,
      "rate_max": 75.8,
      "with_base": false,
      "state": "in_force",
      "measures": ["CC-T-SEED"],
      "disputed": true
    }
  ]
}

$ detente tariffs --today 2026-04-10 --product "electric vehicles" --with-base --json | sed -n '/"totals"/,$p'
  "totals": [
    {
      "imposer": "CAN",
      "target": "CHN",
      "product": "electric vehicles",
      "rate_min": 6.1,
      "rate_max": 6.1,
      "quota": "49000 vehicles a year",
      "with_base": true,
      "state": "as_last_confirmed",
      "measures": ["CC-133"]
    }
  ]
}

# The history: a step wherever what the tariffs come to, or how surely, changes.

$ detente tariffs --from 2025-03 --to 2026-04-07 --imposer CHN --target CAN | sed '/^Sources/,$d'
Tariffs                                                  1 Mar 2025 – 7 Apr 2026
────────────────────────────────────────────────────────────────────────────────

China on Canada: aquatic products
   20 Mar 2025            25 %  CC-T-SEA [1, 2]
    1 Mar 2026            25 %  CC-T-SEA2 [3], except crab and lobster, last
                                confirmed 1 Mar 2026

China on Canada: canola meal
   20 Mar 2025           100 %  CC-T-MEAL [1, 2]
    1 Mar 2026            none

China on Canada: canola oil
   20 Mar 2025           100 %  CC-T-OIL [1, 2, 4], last confirmed 16 Jan 2026

China on Canada: canola seed
   14 Aug 2025          75.8 %  CC-T-SEED [2, 5], disputed
    1 Mar 2026           5.9 %  CC-132 [6]

China on Canada: peas
   20 Mar 2025           100 %  CC-T-PEA [1]
    1 Mar 2026            none

China on Canada: pork
   20 Mar 2025            25 %  CC-T-PORK [1, 2], last confirmed 17 Jan 2026


$ detente tariffs --from 2024 --to 2026-04-07 --pair CAN,CHN --product vehicles --format csv
imposer,target,product,from,to,rate_min,rate_max,rate_unit,quota,excludes,with_base,state,measures,without_rate,disputed,partly,replaced,sources
CAN,CHN,electric vehicles,2024-10-01,2026-03-01,100,100,,,,false,in_force,CC-T-EV,,true,,,norton-rose-2024-surtax;article-2025-11-01-turning-point
CAN,CHN,electric vehicles,2026-03-01,,6.1,6.1,,49000 vehicles a year,,false,in_force,CC-133,,,,,gac-2026-ev-quota-consultation

$ detente tariffs --from 2026-03-10 --to 2026-03-20 --product seed --with-base --json
{
  "query": {
    "command": "tariffs",
    "with_base": true,
    "from": "2026-03-10",
    "to": "2026-03-20",
    "match": "overlaps",
    "product": ["seed"]
  },
  "from": "2026-03-10",
  "to": "2026-03-20",
  "steps": [
    {
      "imposer": "CHN",
      "target": "CAN",
      "product": "canola seed",
      "from": "2026-03-10",
      "rate_min": 14.9,
      "rate_max": 14.9,
      "with_base": true,
      "state": "in_force",
      "measures": ["CC-132"],
      "sources": [
        {
          "id": "peoples-daily-2026-rapeseed-final",
          "title": "China to impose anti-dumping duties on rapeseed from Canada",
          "publisher": "Xinhua / People's Daily",
          "url": "http://en.people.cn/n3/2026/0302/c90000-20430119.html",
          "published": "2026-03-02"
        }
      ]
    }
  ]
}

# Nothing found, and what cannot be asked.

$ detente tariffs --from 2024-08-26 --to 2024-09-30 --pair CAN,CHN
? 1
detente: no tariff is in force in this time, and the record claims to cover this

$ detente tariffs --on 2025-10-31 --from 2025
? 2
detente: --on asks for a day, --from and --to for the steps over a time
  give one or the other

$ detente tariffs --on 2025-10-31 --hs canola
? 2
detente: "canola" is not the beginning of an HS code
  a code is digits, with or without dots: --hs 1514 or --hs 8703.80; for words use --product

$ detente tariffs --on 2025-10-31 --kind trade.ban
? 2
detente: `tariffs` is about tariffs, not about trade.ban
  detente inforce --kind trade.ban

$ detente tariffs --on 2025-10-31 --match starts
? 2
detente: `tariffs` takes no --match
  leave it out: what can be under way is found, with how surely it is

$ detente tariffs --from 2030 --today 2026-01-01
? 2
detente: --from lies after today
  give --to as well

$ detente tariffs --from 2025 --after CC-T-EV
? 2
detente: steps are in the order of imposer, target, product and day
  leave --reverse and --after out, or ask for one day with --on

$ detente tariffs --on 2025-10-31 --after CC-M22
? 1
detente: "CC-M22" is not in this answer, so that nothing comes after it

$ detente tariffs --on 2025-10-31 --imposer Chna
? 2
detente: country or organization "Chna" is not known
  did you mean CHN (China)? `detente countries` lists them

$ detente tariffs CAN CHN --today 2026-04-10 --format csv | cut -d , -f 1,18
id,state
CC-132,in_force
CC-T-SA,as_last_confirmed
CC-T-OIL,as_last_confirmed
CC-T-PORK,as_last_confirmed
CC-T-MP,as_last_confirmed
CC-133,as_last_confirmed
CC-T-SEA2,as_last_confirmed

# A product that no measure names says nothing of what is in force; nor do codes where measures give none.

$ detente tariffs --on 2025-10-31 --pair CAN,CHN --product "canola seeds"
? 1
detente: no measure in the record names the product "canola seeds"
  did you mean canola seed? other products here: canola meal, canola oil, beef, aluminum goods smelted and cast in China, pork from Manitoba, steel goods melted and poured in China, steel products …

$ detente tariffs --on 2025-10-31 --pair CAN,CHN --product prok
? 1
detente: no measure in the record names the product "prok"
  did you mean pork? other products here: aquatic products, aluminum products, steel products, pork from Alberta, live pigs from Alberta, pork from Manitoba, pork from Quebec …

$ detente tariffs --from 2025 --to 2025-10-31 --pair CAN,CHN --product zzz
? 1
detente: no measure in the record names the product "zzz"
  products here: canola seed, pork, aquatic products, beef, electric vehicles, pork from Alberta, 4G equipment, 5G equipment …

$ detente tariffs --on 2025-10-31 --pair CAN,CHN --product "canola seeds" --product pork --format csv | cut -d , -f 1,18
id,state
CC-T-PORK,in_force

$ detente tariffs --on 2024-10-10 --pair CAN,CHN --product "canola seed"
? 1
detente: no tariff on "canola seed" is in force on 2024-10-10, and the record claims to cover this

$ detente tariffs --on 2025-10-31 --pair CAN,CHN --hs 1205
? 1
detente: no tariff of HS "1205" is in force on 2025-10-31, but none of the 9 then gives HS codes
  ask by words: --product WORDS

$ detente tariffs --from 2025 --to 2025-10-31 --pair CAN,CHN --product 1205
? 1
detente: no tariff of HS "1205" is in force in this time, but none of the 9 then gives HS codes
  ask by words: --product WORDS

# Long ids stand below their row; what is lower for some goods, and why.

$ detente --db adverse.db import -q "$FIXTURES/adverse"

$ detente --db adverse.db tariffs --on 2024-06-01 --imposer X-ARDONIA --product steel --product oats --product salt | sed '/^Sources/,$d'
Tariffs                                                            on 1 Jun 2024
────────────────────────────────────────────────────────────────────────────────

Ardonia on Belmark                Rate  From – until   State           Id
  salt [1]                   not given  1 Feb 2020     in force        AD-SALT-1
                                        – 1 Feb 2026
  salt [2]                         3 %  1 Jun 2020     in force        AD-SALT-2
                                        – 1 Feb 2026
  steel [2, 3]                    25 %  1 May 2022     in force
                                        – 1 May 2027
    AD-STEEL-SURTAX; base duty 6.5 %
  steel [2]                10.5–33.1 %  15 Feb 2023    in force
                                        – 15 Feb 2028
    AD-STEEL-DUMPING; base duty 6.5 %
  oats [4]                         5 %  1 Jan 2022     last confirmed  AD-OATS-1
                                                       13 Oct 2022
    has no end of its own though AD-OATS-2 replaces it
  steel [5]                       50 %  1 Jan 2024     last confirmed
                                                       2 Jan 2024
    AD-STEEL-SECURITY; except steel rails

Together
  Ardonia on Belmark, salt: not known, no rate is given for AD-SALT-1 (AD-SALT-1
    and AD-SALT-2)
  Ardonia on Belmark, steel: 35.5–108.1 %, last confirmed 2 Jan 2024
    (AD-STEEL-SURTAX, AD-STEEL-DUMPING and AD-STEEL-SECURITY); lower for steel
    rails, excepted from AD-STEEL-SECURITY

Where a measure has an end, its second date is the first day without it.


$ detente --db adverse.db tariffs --from 2020 --to 2024-06-01 --imposer X-ARDONIA --product steel --product oats --product barley | sed '/^Sources/,$d'
Tariffs                                                  1 Jan 2020 – 1 Jun 2024
────────────────────────────────────────────────────────────────────────────────

Ardonia on Belmark: barley
    1 Jan 2020            10 %  AD-BARLEY-1 [1]
    1 Jun 2021            25 %  AD-BARLEY-1 and AD-BARLEY-2 [1]; although
                                another had replaced AD-BARLEY-1 by then
   10 Jun 2021            15 %  AD-BARLEY-2 [1]
    1 Jan 2023            15 %  AD-BARLEY-3 [2], except malting barley

Ardonia on Belmark: oats
    1 Jan 2022             5 %  AD-OATS-1 [3], last confirmed 13 Oct 2022
    1 Jan 2023      7.5–12.5 %  AD-OATS-1 and AD-OATS-2 [1, 3], last confirmed
                                13 Oct 2022; replaced without an end: AD-OATS-1
    1 Jan 2024           0–5 %  AD-OATS-1 [3], last confirmed 13 Oct 2022;
                                replaced without an end: AD-OATS-1

Ardonia on Belmark: steel
    1 May 2022            25 %  AD-STEEL-SURTAX [1, 4]
   15 Feb 2023     35.5–58.1 %  AD-STEEL-SURTAX and AD-STEEL-DUMPING [1, 4]
    1 Jan 2024    35.5–108.1 %  AD-STEEL-SURTAX, AD-STEEL-DUMPING and
                                AD-STEEL-SECURITY [1, 2, 4], last confirmed
                                2 Jan 2024; lower for steel rails, excepted from
                                AD-STEEL-SECURITY


$ detente --db adverse.db tariffs --on 2020-10-01 --product wheat
? 1
detente: no tariff on "wheat" is in force on 2020-10-01: AD-WHEAT-1 ended on 2020-07-01 and AD-WHEAT-2, which replaces it, began on 2021-03-01; the record does not claim to cover this
  it claims to hold tariffs (1 Jan 2019 to 31 Dec 2025) of Ardonia and Belmark, and everything (1 Jan 2015 to 31 Dec 2017) of Ardonia and Cindale; all else is a selection

$ detente --db adverse.db tariffs --on 2024-06-01 --imposer X-ARDONIA --hs 99
? 1
detente: no tariff of HS "99" is in force on 2024-06-01, but 3 of the 12 then give no HS codes
  ask by words: --product WORDS

$ detente --db adverse.db tariffs --on 2024-06-01 --imposer X-ARDONIA --target X-BELMARK --product barley --hs 99
? 1
detente: no tariff on "barley" of HS "99" is in force on 2024-06-01, and the record claims to cover this

# An artificial world: stacked and ranged duties, a quota, a tariff that ends and comes back, one that is replaced
# without an end, a union as imposer, several targets, a rate that is not given, one that is only planned.

$ cat >events.csv <<'END'
> id,kind,date,end,title,countries,organizations,product,hs,rate,rate_unit,base_rate,basis,quota,excludes,status,source_url
> W-1,tariff,2020-01-01,..,Steel duty on two,USA:imposer;CAN:target;MEX:target,,Steel,7206;7207,25,,2.5,,,,,https://one.example/
> W-2,tariff,2020-02-01,..,Border duty,USA:imposer;CAN:target,,steel,,10,,2.5,additional (security),,,,https://two.example/
> W-3,tariff,2020-03,..,Anti-dumping duty,USA:imposer;CAN:target,,steel,7208.10,107.1/212.1,,,additional (anti-dumping),,,,https://three.example/
> W-4,tariff,2020-01-01,2020-02-01,Pork duty,CAN:imposer;USA:target,,pork,,5.9,,9,,,,,https://one.example/
> W-5,tariff,2020-02-11,2020-03-01,Pork duty again,CAN:imposer;USA:target,,pork,,75.8,,9,,,,,https://two.example/
> W-6,tariff,2020-02-26,,Pork duty over a quota,CAN:imposer;USA:target,,pork,,9,,9,,over 5000 t a year,ham,,https://two.example/
> W-7,tariff,2020-01-01,,Cheese duty,USA:target,EU:imposer,cheese,0406,2.2,EUR/kg,,,,,,https://one.example/
> W-8,tariff,2020-02-01,,New cheese duty,USA:target,EU:imposer,cheese,0406,1.1,EUR/kg,,,,,,https://two.example/
> W-9,tariff,2020-01-01,..,Duty on wine,USA:target,EU:imposer,wine,2204,,,,,,,,https://one.example/
> W-10,tariff,2020-01-01,..,Duty on everything,USA:target,EU:imposer,,,3,,,,,,,https://one.example/
> W-11,tariff,2020-01-01,..,A plan,USA:target,EU:imposer,wine,,50,,,,,,planned,https://one.example/
> END
$ cat >links.csv <<'END'
> from,relation,to
> W-5,replaces,W-4
> W-6,replaces,W-5
> W-8,replaces,W-7
> END
$ rm -f detente.db; detente import -q events.csv links.csv

$ detente tariffs --on 2020-03-10
Tariffs                                                           on 10 Mar 2020
────────────────────────────────────────────────────────────────────────────────

Canada on United States                  Rate  Since        State           Id
  pork [1]                                9 %  26 Feb 2020  last confirmed  W-6
                                                            26 Feb 2020
    except ham; quota over 5000 t a year; base duty 9 %; overlaps W-5 by 4 days

European Union on United States
  Duty on everything [2]                  3 %  1 Jan 2020   in force        W-10
  wine [2]                          not given  1 Jan 2020   in force        W-9
  cheese [2]                       2.2 EUR/kg  1 Jan 2020   last confirmed  W-7
                                                            1 Jan 2020
    has no end of its own though W-8 replaces it
  cheese [1]                       1.1 EUR/kg  1 Feb 2020   last confirmed  W-8
                                                            1 Feb 2020
    W-7 has no end of its own though this replaces it

United States on Canada                  Rate  Since        State           Id
  steel [1]                              10 %  1 Feb 2020   in force        W-2
    base duty 2.5 %
  steel [3]                     107.1–212.1 %  Mar 2020     possibly        W-3

United States on Canada, Mexico
  Steel [2]                              25 %  1 Jan 2020   in force        W-1
    base duty 2.5 %

Together
  European Union on United States, cheese: 1.1–3.3 EUR/kg, last confirmed
    1 Jan 2020 (W-7 and W-8); replaced without an end: W-7
  United States on Canada, Steel: 35–247.1 % (W-1, W-2 and W-3); possibly not in
    force: W-3

Sources
[1] https://two.example/
[2] https://one.example/
[3] https://three.example/

$ detente tariffs --on 2020-02-28 --imposer CAN --with-base
Tariffs                                                           on 28 Feb 2020
────────────────────────────────────────────────────────────────────────────────

Canada on United States                  Rate  From – until  State           Id
  pork [1]                             75.8 %  11 Feb 2020   in force        W-5
                                               – 1 Mar 2020
    base duty 9 %; leaves a gap of 10 days after W-4; W-6 replaces it and
      overlaps it by 4 days
  pork [1]                                9 %  26 Feb 2020   last confirmed  W-6
                                                             26 Feb 2020
    except ham; quota over 5000 t a year; base duty 9 %; overlaps W-5 by 4 days

Together
  Canada on United States, pork: 84.8–93.8 % with the base duty, last confirmed
    26 Feb 2020 (W-5 and W-6); lower for ham, excepted from W-6, and where its
    quota (over 5000 t a year) does not apply; although another had replaced W-5
    by then

Where a measure has an end, its second date is the first day without it.

Sources
[1] https://two.example/

$ detente tariffs --on 2020-03-10 --with-base --json | sed -n '/"totals"/,$p'
  "totals": [
    {
      "imposer": "CAN",
      "target": "USA",
      "product": "pork",
      "rate_min": 18,
      "rate_max": 18,
      "quota": "over 5000 t a year",
      "excludes": ["ham"],
      "with_base": true,
      "state": "as_last_confirmed",
      "measures": ["W-6"]
    },
    {
      "imposer": "EU",
      "target": "USA",
      "product": "cheese",
      "rate_min": 1.1,
      "rate_max": 3.3,
      "rate_unit": "EUR/kg",
      "with_base": false,
      "state": "as_last_confirmed",
      "measures": ["W-7", "W-8"],
      "partly": ["W-7"],
      "replaced": ["W-7"]
    },
    {
      "imposer": "EU",
      "target": "USA",
      "product": "wine",
      "with_base": false,
      "state": "in_force",
      "measures": ["W-9"],
      "without_rate": ["W-9"]
    },
    {
      "imposer": "USA",
      "target": "CAN",
      "product": "Steel",
      "rate_min": 37.5,
      "rate_max": 249.6,
      "with_base": true,
      "state": "possibly",
      "measures": ["W-1", "W-2", "W-3"],
      "partly": ["W-3"]
    },
    {
      "imposer": "USA",
      "target": "MEX",
      "product": "Steel",
      "rate_min": 27.5,
      "rate_max": 27.5,
      "with_base": true,
      "state": "in_force",
      "measures": ["W-1"]
    }
  ]
}

$ detente tariffs --on 2020-03-10 --format csv | cut -d , -f 1,8,9,16,18,20,21,29
id,rate_min,rate_max,end,state,days_min,days_max,faults
W-1,25,25,..,in_force,69,69,
W-10,3,3,..,in_force,69,69,
W-9,,,..,in_force,69,69,
W-2,10,10,..,in_force,38,38,
W-7,2.2,2.2,,as_last_confirmed,0,69,no end W-8
W-8,1.1,1.1,,as_last_confirmed,0,38,no end W-7
W-6,9,9,,as_last_confirmed,0,13,overlap W-5
W-3,107.1,212.1,..,possibly,0,9,

$ detente tariffs --from 2020-01-01 --to 2020-03-10 | sed '/^Sources/,$d'
Tariffs                                                      1 Jan – 10 Mar 2020
────────────────────────────────────────────────────────────────────────────────

Canada on United States: pork
    1 Jan 2020           5.9 %  W-4 [1]
    1 Feb 2020            none
   11 Feb 2020          75.8 %  W-5 [2]
   26 Feb 2020     75.8–84.8 %  W-5 and W-6 [2], last confirmed 26 Feb 2020;
                                lower for ham, excepted from W-6, and where its
                                quota (over 5000 t a year) does not apply;
                                although another had replaced W-5 by then
    1 Mar 2020             9 %  W-6 [2], quota over 5000 t a year, except ham,
                                last confirmed 26 Feb 2020

European Union on United States: no product given
    1 Jan 2020             3 %  W-10 [1]

European Union on United States: cheese
    1 Jan 2020      2.2 EUR/kg  W-7 [1], last confirmed 1 Jan 2020
    1 Feb 2020  1.1–3.3 EUR/kg  W-7 and W-8 [1, 2], last confirmed 1 Jan 2020;
                                replaced without an end: W-7

European Union on United States: wine
    1 Jan 2020       not known  W-9 [1], no rate is given for W-9

United States on Canada: Steel
    1 Jan 2020            25 %  W-1 [1]
    1 Feb 2020            35 %  W-1 and W-2 [1, 2]
    1 Mar 2020      35–247.1 %  W-1, W-2 and W-3 [1, 2, 3]; possibly not in
                                force: W-3

United States on Mexico: Steel
    1 Jan 2020            25 %  W-1 [1]


# Codes: a duty on a heading bears on all below it.

$ for code in 72 7208 720810 7208.10.20 0406; do
>     echo "$code: $(detente tariffs --on 2020-03-10 --hs $code --format csv 2>&1 | sed 1d | cut -d , -f 1 | tr '\n' ' ')"
> done
72: W-1 W-3 
7208: W-3 
720810: W-3 
7208.10.20: W-3 
0406: W-7 W-8 

$ detente tariffs --on 2020-03-10 --hs 99
? 1
detente: no tariff of HS "99" is in force on 2020-03-10, but 3 of the 8 then give no HS codes
  ask by words: --product WORDS

# Several imposers mean any of them; the limit cuts the list and not the totals.

$ detente tariffs --on 2020-03-10 --imposer EU --imposer CAN --limit 1 --json | grep -E '"(id|product|measures|rate_max)"'
  "measures": [
      "id": "W-10",
      "rate_max": 3,
      "product": "pork",
      "rate_max": 9,
      "measures": ["W-6"]
      "product": "cheese",
      "rate_max": 3.3,
      "measures": ["W-7", "W-8"],
      "product": "wine",
      "measures": ["W-9"],

$ detente tariffs --on 2020-03-10 --status planned --format csv | cut -d , -f 1,8,18
id,rate_min,state
W-11,50,in_force

# In the gap nothing is in force, and the steps say so.

$ detente tariffs --on 2020-02-05 --product pork
? 1
detente: no tariff on "pork" is in force on 2020-02-05: W-4 ended on 2020-02-01 and W-5, which replaces it, began on 2020-02-11; the record does not claim to cover this

$ detente tariffs --from 2020-01-20 --to 2020-02-20 --product pork --format csv
imposer,target,product,from,to,rate_min,rate_max,rate_unit,quota,excludes,with_base,state,measures,without_rate,disputed,partly,replaced,sources
CAN,USA,pork,2020-01-20,2020-02-01,5.9,5.9,,,,false,in_force,W-4,,,,,https://one.example/
CAN,USA,pork,2020-02-01,2020-02-11,,,,,,false,none,,,,,,
CAN,USA,pork,2020-02-11,,75.8,75.8,,,,false,in_force,W-5,,,,,https://two.example/
