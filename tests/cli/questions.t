# The sixteen questions of a desk on Canada and China, one command each, on the shipped dossier. The comments have the
# answers that must come out. What is planned, denied or cancelled does not count; the end of what holds until ended is
# the first day without it; in a count of days the first counts and the last does not.

$ detente import -q "$FIXTURES/canada-china"

# The named columns of a table, "-" for an empty cell.

$ cat > columns <<'END'
> awk -F '\t' -v OFS='  ' -v names="$*" '
>     NR == 1 { n = split(names, name, " "); for (i = 1; i <= NF; i++) at[$i] = i; next }
>     { line = ""; for (i = 1; i <= n; i++) line = line (i > 1 ? OFS : "") ($(at[name[i]]) == "" ? "-" : $(at[name[i]])); print line }'
> END

# 1. The last leaders' meeting before 31 October 2025? Formal talks of Xi and a Canadian prime minister: 5 December 2017
#    in Beijing, 2,887 days before. Any meeting of the two: 15 November 2022 in Bali, the pull-aside, 1,081 days before (the
#    scolding of the day after is an incident, and no meeting). Heads of government: Carney and Li Qiang on 23 September
#    2025 in New York, 38 days before.

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

$ detente last meeting CAN CHN --before 2025-10-31 --person "Xi Jinping" --format tsv |
> sh columns event date title days_min days_max
CC-M22  2022-11-15  Trudeau and Xi talk on the margins of the G20 in Bali  1081  1081

$ detente last meeting CAN CHN --before 2025-10-31 --heads-of-government --format tsv |
> sh columns event date title days_min days_max
CC-M25A  2025-09-23  Carney meets Premier Li Qiang in New York  38  38

# 2. The tariffs in force between the two on 31 October 2025? Nine. China on Canada: canola oil 100, canola meal 100, peas
#    100, pork 25, aquatic products 25, canola seed 75.8. Canada on China: electric vehicles 100, steel and aluminum 25,
#    steel and aluminum goods melted and poured in China 25, from 31 July, as last confirmed that day.

$ detente tariffs --on 2025-10-31 --pair CAN,CHN
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

Sources
[1] Norton Rose Fulbright, “Canada matches US trade measures against EVs,
    aluminium and steel from China”,
    https://nortonrosefulbright.com/en-ca/knowledge/publications/b0f89b0d/canada-matches-us-trade-measures-against-evs-aluminium-and-steel-from-china
[2] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[3] Canadian Auto Dealer, “Chinese-made EV import tariff takes effect; steel
    surtax to come”, Oct 2024,
    https://canadianautodealer.ca/2024/10/chinese-made-ev-import-tariff-takes-effect-steel-surtax-to-come/
[4] FreightWaves,
    https://www.freightwaves.com/news/canada-follows-us-imposes-100-tariff-on-chinese-made-electric-vehicles
[5] PCB (customs broker), “Canada Introduces Several New Measures to Protect
    Canadian Steel and Aluminum”, 30 Jul 2025,
    http://pcb.ca/news/canada-introduces-several-new-measures-to-protect-canadian-steel-and-aluminum
[6] Associated Press / AJC, “China imposes retaliatory tariffs on Canadian farm
    and food products”, 8 Mar 2025,
    https://www.ajc.com/news/nation-world/china-imposes-retaliatory-tariffs-on-canadian-farm-and-food-products/JWG33IG6QBAQHAYODXPYR6IOTQ/
[7] The Canadian Press / CityNews, “Carney reaches 'landmark' tariff-quota deal
    with China on EVs, canola”, 16 Jan 2026,
    https://toronto.citynews.ca/2026/01/16/carney-reaches-landmark-tariff-quota-deal-with-china-on-evs-canola/
[8] Xinhua / People's Daily, “China issues preliminary ruling on anti-dumping
    probe into Canadian rapeseed”, 13 Aug 2025,
    http://en.people.cn/n3/2025/0813/c90000-20352389.html

# 3. On 10 October 2024? One, on electric vehicles. On 30 September 2024? None.

$ detente tariffs --on 2024-10-10 --pair CAN,CHN --format tsv | sh columns id imposer target product rate_min rate_max state
CC-T-EV  CAN  CHN  electric vehicles  100  100  in_force

$ detente tariffs --on 2024-09-30 --pair CAN,CHN
? 1
detente: no tariff is in force on 2024-09-30, and the record claims to cover this

# 4. On 1 April 2025? Seven: the nine less canola seed and what was melted and poured in China.

$ detente tariffs --on 2025-04-01 --pair CAN,CHN --format tsv | sh columns id imposer product rate_min rate_max state
CC-T-EV  CAN  electric vehicles  100  100  in_force
CC-T-SA  CAN  steel products;aluminum products  25  25  in_force
CC-T-OIL  CHN  canola oil  100  100  in_force
CC-T-PORK  CHN  pork  25  25  in_force
CC-T-MEAL  CHN  canola meal  100  100  in_force
CC-T-PEA  CHN  peas  100  100  in_force
CC-T-SEA  CHN  aquatic products  25  25  in_force

# 5. On 15 March 2026? Seven: canola seed 5.9 (14.9 with the ordinary duty of 9), with a known end; canola oil 100, pork 25,
#    aquatic products but crab and lobster 25; steel and aluminum 25, melted and poured 25; electric vehicles 6.1, the
#    ordinary duty, within 49,000 a year. Neither canola meal nor peas.

$ detente tariffs --on 2026-03-15 --pair CAN,CHN --format tsv |
> sh columns id product rate_min rate_max quota excludes end state last_confirmed
CC-133  electric vehicles  6.1  6.1  49000 vehicles a year  -  -  in_force  2026-04-07
CC-132  canola seed  5.9  5.9  -  -  2031-03-01~  in_force  -
CC-T-SA  steel products;aluminum products  25  25  -  -  -  as_last_confirmed  2026-02-27
CC-T-OIL  canola oil  100  100  -  -  -  as_last_confirmed  2026-01-16
CC-T-PORK  pork  25  25  -  -  -  as_last_confirmed  2026-01-17
CC-T-MP  steel goods melted and poured in China;aluminum goods smelted and cast in China  25  25  -  imports from the United States  -  as_last_confirmed  2025-07-31
CC-T-SEA2  aquatic products  25  25  -  crab;lobster  -  as_last_confirmed  2026-03-01

$ detente tariffs --on 2026-03-15 --pair CAN,CHN --with-base | sed -n '/^Together/,/^$/p'
Together
  Canada on China, electric vehicles: 6.1 % with the base duty, quota 49000
    vehicles a year (CC-133)
  China on Canada, canola seed: 14.9 % with the base duty (CC-132)
  Of the others no base duty is given.


# 6. What did Canada's announcement of 26 August 2024 set off? At least: probes announced 3 September; anti-dumping
#    case of the 9th; anti-discrimination case of the 26th; surtax on electric vehicles in force 1 October, on steel and
#    aluminum 22 October; counter-tariffs announced 8 March 2025, five in force on the 20th; preliminary ruling on canola
#    seed 12 August, deposit 14 August; deal 16 January 2026; relief announced 27 February, in force 1 March. China's
#    Commerce Ministry itself calls the tariffs of 20 March countermeasures, and says that the canola seed case is none.

$ detente chain CC-ANN24 --downstream --format tsv | sh columns date event title | sort -u
2024-09-03  CC-089  China says it will open an anti-dumping probe into Canadian canola
2024-09-09  CC-AD  China opens an anti-dumping investigation of Canadian canola seed
2024-09-10  CC-091  Canada consults on surtaxes on batteries, chips, solar goods and minerals
2024-09-26  CC-092  China opens an anti-discrimination investigation of Canada's surtaxes
2024-10-01  CC-T-EV  Canada: surtax of 100% on Chinese electric vehicles
2024-10-22  CC-T-SA  Canada: surtax of 25% on Chinese steel and aluminum
2025-03-08  CC-099  China announces tariffs on Canadian farm and seafood goods
2025-03-20  CC-T-MEAL  China: additional tariff of 100% on Canadian canola meal
2025-03-20  CC-T-OIL  China: additional tariff of 100% on Canadian canola oil
2025-03-20  CC-T-PEA  China: additional tariff of 100% on Canadian peas
2025-03-20  CC-T-PORK  China: additional tariff of 25% on Canadian pork
2025-03-20  CC-T-SEA  China: additional tariff of 25% on Canadian aquatic products
2025-08-12  CC-112  China rules in a preliminary decision that Canadian canola seed is dumped
2025-08-14  CC-T-SEED  China: anti-dumping deposit of 75.8% on Canadian canola seed
2025-09-05  CC-115  China extends the canola investigation to 9 March 2026
2025-10-12  CC-117  Ambassador Wang Di offers to drop canola tariffs for EV tariffs
2025-11-01~  CC-A20  Canada has not taken up the offer of canola tariffs for EV tariffs
2026-01-16  CC-DEAL  Preliminary deal on electric vehicles and canola
2026-01-16/2026-02-27  CC-137  Canada partly adjusts its surtax on Chinese steel and aluminum
2026-01-24  CC-127  Trump threatens Canada with a 100% tariff over the China deal
2026-02-25  CC-129  Canada publishes the rules of the EV import quota (Notice 1162)
2026-02-27  CC-130  China says it will suspend tariffs on canola meal, peas, crab and lobster
2026-02-28  CC-131  China's final ruling on Canadian canola seed sets a duty of 5.9%
2026-03-01  CC-132  China: anti-dumping duty of 5.9% on Canadian canola seed
2026-03-01  CC-133  Canada: quota for Chinese electric vehicles at the ordinary duty of 6.1%
2026-03-01  CC-T-SEA2  China: additional tariff of 25% on aquatic products other than crab and lobster
2026-04-07  CC-134  Canada consults on the allocation of the EV import quota

$ detente chain CC-ANN24 --downstream --format tsv | sh columns relation event parent asserted_by denied_by |
> sed -n '/^retaliates_against/p' | sort
retaliates_against  CC-089  CC-ANN24  China's Commerce Ministry;Bennett Jones  -
retaliates_against  CC-092  CC-ANN24  China's Commerce Ministry  -
retaliates_against  CC-099  CC-T-EV  China's Commerce Ministry  -
retaliates_against  CC-099  CC-T-SA  China's Commerce Ministry  -
retaliates_against  CC-AD  CC-ANN24  TRT World  China's Commerce Ministry
retaliates_against  CC-T-MEAL  CC-T-EV  China's Commerce Ministry  -
retaliates_against  CC-T-MEAL  CC-T-SA  China's Commerce Ministry  -
retaliates_against  CC-T-OIL  CC-T-EV  China's Commerce Ministry  -
retaliates_against  CC-T-OIL  CC-T-SA  China's Commerce Ministry  -
retaliates_against  CC-T-PEA  CC-T-EV  China's Commerce Ministry  -
retaliates_against  CC-T-PEA  CC-T-SA  China's Commerce Ministry  -
retaliates_against  CC-T-PORK  CC-T-EV  China's Commerce Ministry  -
retaliates_against  CC-T-PORK  CC-T-SA  China's Commerce Ministry  -
retaliates_against  CC-T-SEA  CC-T-EV  China's Commerce Ministry  -
retaliates_against  CC-T-SEA  CC-T-SA  China's Commerce Ministry  -
retaliates_against  CC-T-SEED  CC-T-EV  Bloomberg  China's Commerce Ministry
retaliates_against  CC-T-SEED  CC-T-SA  Bloomberg  China's Commerce Ministry

$ detente chain CC-ANN24 --depth 2 | sed '/^Sources/,$d'
Canada announces surtaxes on Chinese EVs, steel and aluminum [1]
26 Aug 2024 · CC-ANN24
────────────────────────────────────────────────────────────────────────────────

What answered it (downstream)
├─ 3 Sep 2024 · CC-089 · China says it will open an anti-dumping probe into
│  Canadian canola
│  retaliates against it, after 8 days; asserted by China's Commerce Ministry
│  and Bennett Jones [2]
│  The ministry names the surtaxes for the WTO step and the anti-discrimination
│  probe, and suspected dumping for the canola probe.
│  ├─ 9 Sep 2024 · CC-AD · disputed: China opens an anti-dumping investigation
│  │  of Canadian canola seed [3]
│  │  implements it, after 6 days (see below)
│  └─ 26 Sep 2024 · CC-092 · disputed: China opens an anti-discrimination
│     investigation of Canada's surtaxes [4, 5]
│     implements it, after 23 days (see below)
├─ 9 Sep 2024 · CC-AD · disputed: China opens an anti-dumping investigation of
│  Canadian canola seed
│  retaliates against it, after 14 days; asserted by TRT World; denied by
│  China's Commerce Ministry [3]
│  "Widely seen as retaliation" (TRT World); the ministry calls the case
│  "fundamentally different" from the Canadian measures.
│  ├─ 12 Aug 2025 · CC-112 · China rules in a preliminary decision that Canadian
│  │  canola seed is dumped [6]
│  │  part of it, after 337 days (goes on beyond this depth)
│  ├─ 5 Sep 2025 · CC-115 · China extends the canola investigation to 9 March
│  │  2026 [7]
│  │  part of it, after 361 days
│  └─ 28 Feb 2026 · CC-131 · China's final ruling on Canadian canola seed sets a
│     duty of 5.9% [8]
│     ends it, after 537 days (goes on beyond this depth)
├─ 10 Sep 2024 · CC-091 · Canada consults on surtaxes on batteries, chips, solar
│  goods and minerals [9]
│  implements it, after 15 days
├─ 26 Sep 2024 · CC-092 · disputed: China opens an anti-discrimination
│  investigation of Canada's surtaxes
│  retaliates against it, after 31 days; asserted by China's Commerce
│  Ministry [10]
│  └─ 8 Mar 2025 · CC-099 · China announces tariffs on Canadian farm and seafood
│     goods [11]
│     ends it, after 163 days (goes on beyond this depth)
│     The ruling of that investigation.
├─ 1 Oct 2024 · CC-T-EV · disputed: Canada: surtax of 100% on Chinese electric
│  vehicles [12, 13]
│  implements it, after 36 days
│  ├─ 8 Mar 2025 · CC-099 · China announces tariffs on Canadian farm and seafood
│  │  goods
│  │  retaliates against it, after 158 days; asserted by China's Commerce
│  │  Ministry [14] (see above)
│  │  The ministry calls the tariffs countermeasures to the Canadian measures.
│  ├─ 20 Mar 2025 · CC-T-OIL · China: additional tariff of 100% on Canadian
│  │  canola oil
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [14]
│  ├─ 20 Mar 2025 · CC-T-PORK · China: additional tariff of 25% on Canadian pork
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [14]
│  ├─ 20 Mar 2025 · CC-T-MEAL · China: additional tariff of 100% on Canadian
│  │  canola meal
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [14] (goes on beyond this depth)
│  ├─ 20 Mar 2025 · CC-T-PEA · China: additional tariff of 100% on Canadian peas
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [14] (goes on beyond this depth)
│  ├─ 20 Mar 2025 · CC-T-SEA · China: additional tariff of 25% on Canadian
│  │  aquatic products
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [14] (goes on beyond this depth)
│  ├─ 14 Aug 2025 · CC-T-SEED · disputed: China: anti-dumping deposit of 75.8%
│  │  on Canadian canola seed
│  │  retaliates against it, after 317 days; asserted by Bloomberg; denied by
│  │  China's Commerce Ministry [15] (goes on beyond this depth)
│  │  The ministry presents it as an anti-dumping case under its own law.
│  ├─ 12 Oct 2025 · CC-117 · disputed: Ambassador Wang Di offers to drop canola
│  │  tariffs for EV tariffs
│  │  responds to it, after 376 days; asserted by Wang Di [16] (goes on beyond
│  │  this depth)
│  │  An offer of one tariff for the other.
│  ├─ 16 Jan 2026 · CC-DEAL · Preliminary deal on electric vehicles and canola
│  │  responds to it, after 472 days; asserted by Mark Carney [17] (goes on
│  │  beyond this depth)
│  │  The tariffs that the deal trades against each other.
│  └─ 1 Mar 2026 · CC-133 · Canada: quota for Chinese electric vehicles at the
│     ordinary duty of 6.1% [18]
│     replaces it, after 516 days (goes on beyond this depth)
└─ 22 Oct 2024 · CC-T-SA · disputed: Canada: surtax of 25% on Chinese steel and
   aluminum [13, 19, 20]
   implements it, after 57 days
   ├─ 8 Mar 2025 · CC-099 · China announces tariffs on Canadian farm and seafood
   │  goods
   │  retaliates against it, after 137 days; asserted by China's Commerce
   │  Ministry [14] (see above)
   │  The ministry calls the tariffs countermeasures to the Canadian measures.
   ├─ 20 Mar 2025 · CC-T-OIL · China: additional tariff of 100% on Canadian
   │  canola oil
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [14] (see above)
   ├─ 20 Mar 2025 · CC-T-PORK · China: additional tariff of 25% on Canadian pork
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [14] (see above)
   ├─ 20 Mar 2025 · CC-T-MEAL · China: additional tariff of 100% on Canadian
   │  canola meal
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [14] (see above)
   ├─ 20 Mar 2025 · CC-T-PEA · China: additional tariff of 100% on Canadian peas
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [14] (see above)
   ├─ 20 Mar 2025 · CC-T-SEA · China: additional tariff of 25% on Canadian
   │  aquatic products
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [14] (see above)
   └─ 14 Aug 2025 · CC-T-SEED · disputed: China: anti-dumping deposit of 75.8%
      on Canadian canola seed
      retaliates against it, after 296 days; asserted by Bloomberg; denied by
      China's Commerce Ministry [15] (see above)
      The ministry presents it as an anti-dumping case under its own law.


# 7. Days from the surtax on electric vehicles to the first Chinese counter-tariff? 170.

$ detente days CC-T-EV CC-T-OIL
170 days
  from 1 Oct 2024 (CC-T-EV, Canada: surtax of 100% on Chinese electric vehicles)
  to   20 Mar 2025 (CC-T-OIL, China: additional tariff of 100% on Canadian
       canola oil)

# 8. How long were Kovrig and Spavor held? 1,019 days.

$ detente held CC-KOV CC-SPA
China detains Michael Kovrig [1, 2]
  1,019 days (2 years and 288 days), from 10 Dec 2018 to 24 Sep 2021
  CC-KOV

China detains Michael Spavor [1, 2]
  1,019 days (2 years and 288 days), from 10 Dec 2018 to 24 Sep 2021
  CC-SPA

The first day counts, the last does not.

Sources
[1] The Canadian Press / Red Deer Express, “A timeline of the cases of Meng
    Wanzhou and the Canadians detained in China”, Dec 2018,
    https://reddeerexpress.com/news/a-timeline-of-the-cases-of-meng-wanzhou-and-the-canadians-detained-in-china
[2] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025

# 9. From Meng's arrest to her departure? 1,028 days. To the two detentions? 9.

$ detente days CC-MENG CC-072
1,028 days (2 years and 297 days)
  from 1 Dec 2018 (CC-MENG, Canada arrests Meng Wanzhou at Vancouver airport)
  to   24 Sep 2021 (CC-072, Meng Wanzhou freed after a deferred prosecution
       agreement)

$ detente days CC-MENG CC-KOV --format tsv | sh columns from to days_min days_max
CC-MENG  CC-KOV  9  9

$ detente days CC-MENG CC-SPA --format tsv | sh columns from to days_min days_max
CC-MENG  CC-SPA  9  9

# 10. How long was Kevin Garratt held? 773 days. Someone whose start is known to the month and whose end is not known: see
#     adverse.t.

$ detente held "Kevin Garratt" --format tsv | sh columns id days_min days_max
CC-KGD  773  773

# 11. The foreign ministers when Xi scolded Trudeau? Joly and Wang Yi. The host president: Joko Widodo.

$ detente who --on CC-079 CAN CHN IDN
In office on 16 Nov 2022
CC-079: Xi scolds Trudeau over a leak to the press
────────────────────────────────────────────────────────────────────────────────

Canada
  King of Canada               Charles III     since 8 Sep 2022 [1]
  Prime Minister               Justin Trudeau  4 Nov 2015 – 14 Mar 2025 [2]
  Minister of Foreign Affairs  Mélanie Joly    26 Oct 2021 – 13 May 2025 [3]

China
  President                    Xi Jinping      since 14 Mar 2013 [4]
  Premier                      Li Keqiang      15 Mar 2013 – 11 Mar 2023 [5]
  Minister of Foreign Affairs  Wang Yi         16 Mar 2013 – 30 Dec 2022 [6, 7]

Indonesia
  President                    Joko Widodo     20 Oct 2014 – 20 Oct 2024 [8]
  Minister of Foreign Affairs  Retno Marsudi   27 Oct 2014 – 21 Oct 2024 [9]

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] Archontology, https://archontology.org/nations/canada/can_king/
[2] WikiMili, “29th Canadian Ministry”,
    https://wikimili.com/en/29th_Canadian_Ministry
[3] The Globe and Mail,
    https://www.theglobeandmail.com/politics/article-justin-trudeau-shuffles-cabinet-to-appoint-guilbeault-at-environment/
[4] ChinaKnowledge, http://chinaknowledge.de/History/PRC/prc-government.html
[5] Wikipedia (copy), “Xi Jinping–Li Keqiang Administration”,
    https://kiwix.lema.org/wikipedia_en_all_mini_2024-02/A/Xi_Jinping%E2%80%93Li_Keqiang_Administration
[6] Deutsche Welle,
    https://www.dw.com/en/china-announces-new-cabinet-at-national-peoples-congress/a-16678561
[7] Sputnik, 25 Jul 2023,
    https://sputnikglobe.com/20230725/chinese-parliament-appoints-wang-yi-as-foreign-minister-1112129087.html
[8] KidzSearch, “President of Indonesia”,
    https://wiki.kidzsearch.com/wiki/President_of_Indonesia
[9] SINDOnews / RCTI+,
    https://rctiplus.com/news/detail/sindonews/4573247/3-menlu-ri-sebelum-sugiono--retno-marsudi-10-tahun-jadi-kapten-diplomasi

# 12. Who was in office on 31 October 2025 in the six countries? Carney, Anand; Xi, Li Qiang, Wang Yi; Lee Jae-myung,
#     Cho Hyun; Trump, Rubio; Prabowo, Sugiono; Albanese, Wong; the head of state of Canada and of Australia is Charles III.

$ detente who --on 2025-10-31 CAN CHN KOR USA IDN AUS --format tsv | sh columns country office name standing certain
CAN  head_of_state  Charles III  -  true
CAN  head_of_government  Mark Carney  -  true
CAN  foreign_minister  Anita Anand  -  true
CHN  head_of_state  Xi Jinping  -  true
CHN  head_of_government  Li Qiang  -  true
CHN  foreign_minister  Wang Yi  -  true
KOR  head_of_government;head_of_state  Lee Jae-myung  -  true
KOR  foreign_minister  Cho Hyun  -  true
USA  head_of_government;head_of_state  Donald Trump  -  true
USA  foreign_minister  Marco Rubio  -  true
IDN  head_of_government;head_of_state  Prabowo Subianto  -  true
IDN  foreign_minister  Sugiono  -  true
AUS  head_of_state  Charles III  -  true
AUS  head_of_government  Anthony Albanese  -  true
AUS  foreign_minister  Penny Wong  -  true

# 13. China's foreign minister on 25 July 2023? Wang Yi; Qin Gang until the 24th. Korea's president on 1 February 2017?
#     Park, suspended, and Hwang, acting: two rows.

$ for day in 2023-07-24 2023-07-25; do
>     detente who --on $day CHN --office foreign_minister --format tsv | sh columns name start end standing
> done
Qin Gang  2022-12-30  2023-07-25  -
Wang Yi  2023-07-25  -  -

$ detente who --on 2017-02-01 KOR --office head_of_state --format tsv | sh columns name start end standing
Hwang Kyo-ahn  2016-12-09  2017-05-10  acting
Park Geun-hye  2016-12-09  2017-03-10  suspended

# 14. When was the Indo-Pacific Strategy issued? 27 November 2022; the article's 2019 is shown as its differing value.

$ detente show CC-080 | sed -n '/^When/p; /^Disputed/,/^Accounts/p'
When          27 Nov 2022
Disputed      date: the record follows 27 Nov 2022; why: against 2019: The
                  article speaks of the strategy of 2019; it was published in
                  2022.
                27 Nov 2022: The Epoch Times [1]
                2019: [2], disputes

Accounts

# 15. When was the investment agreement signed? 9 or 8 September 2012: two government pages disagree, and both are shown.
#     In force on 1 October 2014.

$ detente show CC-028 | sed -n '/^When/p; /^Disputed/,/^Also/p; /^Canada/,/^Links/p'
When          9 Sep 2012
Disputed      date: the record follows 9 Sep 2012; why: Page of the Canadian
                  foreign ministry.
                9 Sep 2012: Government of Canada (DFATD) [1]
                8 Sep 2012: Prime Minister of Canada [2], disputes
Also kept     confidence: medium
Canada
date: 9 Sep 2012 [1] Page of the Canadian foreign ministry.
date: 8 Sep 2012 (disputes) [2] Page of the Prime Minister's Office. The two
  days may be the dates in Vladivostok and in Ottawa.

Links

$ detente show CC-034 | sed -n '1,3p; /^When/p'
Investment agreement (FIPA) in force [1]
CC-034 · Treaty in force (treaty.in_force)
────────────────────────────────────────────────────────────────────────────────
When          since 1 Oct 2014

# 16. What happened in December 2018 between the two? Six events that are certain: on the 1st, 5th, 8th, twice on the 10th,
#     on the 11th. Two that are dated only 2018 may be of that month, and follow, marked as possible.

$ detente between 2018-12-01 2018-12-31 --pair CAN,CHN --format tsv | sh columns id date match
CC-MENG  2018-12-01  certain
CC-050  2018-12-05  certain
CC-051  2018-12-08  certain
CC-KOV  2018-12-10  certain
CC-SPA  2018-12-10  certain
CC-054  2018-12-11  certain
CC-A24  2018  possible
CC-A28  2018~  possible
