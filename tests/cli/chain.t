# What an event answered and what answered it.

$ detente --db cc.db import -q "$FIXTURES/canada-china"

# Question 6: what Canada's announcement of 26 August 2024 set off. Every step that the answer must have, from
# the probes to the relief, with who asserts each link and who denies it.
$ detente --db cc.db chain CC-ANN24
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
│  │  part of it, after 337 days
│  │  └─ 14 Aug 2025 · CC-T-SEED · disputed: China: anti-dumping deposit of
│  │     75.8% on Canadian canola seed [6, 7]
│  │     implements it, after 2 days (see below)
│  ├─ 5 Sep 2025 · CC-115 · China extends the canola investigation to 9 March
│  │  2026 [8]
│  │  part of it, after 361 days
│  └─ 28 Feb 2026 · CC-131 · China's final ruling on Canadian canola seed sets a
│     duty of 5.9% [9]
│     ends it, after 537 days
│     └─ 1 Mar 2026 · CC-132 · China: anti-dumping duty of 5.9% on Canadian
│        canola seed [9]
│        implements it, after 1 day
├─ 10 Sep 2024 · CC-091 · Canada consults on surtaxes on batteries, chips, solar
│  goods and minerals [10]
│  implements it, after 15 days
├─ 26 Sep 2024 · CC-092 · disputed: China opens an anti-discrimination
│  investigation of Canada's surtaxes
│  retaliates against it, after 31 days; asserted by China's Commerce
│  Ministry [11]
│  └─ 8 Mar 2025 · CC-099 · China announces tariffs on Canadian farm and seafood
│     goods [12]
│     ends it, after 163 days
│     The ruling of that investigation.
│     ├─ 20 Mar 2025 · CC-T-OIL · China: additional tariff of 100% on Canadian
│     │  canola oil [7, 12, 13]
│     │  implements it, after 12 days (see below)
│     ├─ 20 Mar 2025 · CC-T-PORK · China: additional tariff of 25% on Canadian
│     │  pork [7, 12]
│     │  implements it, after 12 days (see below)
│     ├─ 20 Mar 2025 · CC-T-MEAL · China: additional tariff of 100% on Canadian
│     │  canola meal [7, 12]
│     │  implements it, after 12 days (see below)
│     ├─ 20 Mar 2025 · CC-T-PEA · China: additional tariff of 100% on Canadian
│     │  peas [12]
│     │  implements it, after 12 days (see below)
│     └─ 20 Mar 2025 · CC-T-SEA · China: additional tariff of 25% on Canadian
│        aquatic products [7, 12]
│        implements it, after 12 days (see below)
├─ 1 Oct 2024 · CC-T-EV · disputed: Canada: surtax of 100% on Chinese electric
│  vehicles [7, 14]
│  implements it, after 36 days
│  ├─ 8 Mar 2025 · CC-099 · China announces tariffs on Canadian farm and seafood
│  │  goods
│  │  retaliates against it, after 158 days; asserted by China's Commerce
│  │  Ministry [15] (see above)
│  │  The ministry calls the tariffs countermeasures to the Canadian measures.
│  ├─ 20 Mar 2025 · CC-T-OIL · China: additional tariff of 100% on Canadian
│  │  canola oil
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [15]
│  ├─ 20 Mar 2025 · CC-T-PORK · China: additional tariff of 25% on Canadian pork
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [15]
│  ├─ 20 Mar 2025 · CC-T-MEAL · China: additional tariff of 100% on Canadian
│  │  canola meal
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [15]
│  │  ├─ 16 Jan 2026 · CC-DEAL · Preliminary deal on electric vehicles and
│  │  │  canola
│  │  │  responds to it, after 302 days; asserted by Mark Carney [13] (see
│  │  │  below)
│  │  │  The tariffs that the deal trades against each other.
│  │  └─ 27 Feb 2026 · CC-130 · disputed: China says it will suspend tariffs on
│  │     canola meal, peas, crab and lobster
│  │     ends it, after 344 days [15]
│  │     Suspended from 1 March to 31 December 2026.
│  │     └─ 1 Mar 2026 · CC-T-SEA2 · China: additional tariff of 25% on aquatic
│  │        products other than crab and lobster [15]
│  │        implements it, after 2 days (see below)
│  ├─ 20 Mar 2025 · CC-T-PEA · China: additional tariff of 100% on Canadian peas
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [15]
│  │  The ministry calls the tariffs countermeasures to the Canadian measures.
│  │  ├─ 16 Jan 2026 · CC-DEAL · Preliminary deal on electric vehicles and
│  │  │  canola
│  │  │  responds to it, after 302 days; asserted by Mark Carney [13] (see
│  │  │  below)
│  │  │  The tariffs that the deal trades against each other.
│  │  └─ 27 Feb 2026 · CC-130 · disputed: China says it will suspend tariffs on
│  │     canola meal, peas, crab and lobster
│  │     ends it, after 344 days [15] (see above)
│  │     Suspended from 1 March to 31 December 2026.
│  ├─ 20 Mar 2025 · CC-T-SEA · China: additional tariff of 25% on Canadian
│  │  aquatic products
│  │  retaliates against it, after 170 days; asserted by China's Commerce
│  │  Ministry [15]
│  │  The ministry calls the tariffs countermeasures to the Canadian measures.
│  │  ├─ 16 Jan 2026 · CC-DEAL · Preliminary deal on electric vehicles and
│  │  │  canola
│  │  │  responds to it, after 302 days; asserted by Mark Carney [13] (see
│  │  │  below)
│  │  │  The tariffs that the deal trades against each other.
│  │  ├─ 27 Feb 2026 · CC-130 · disputed: China says it will suspend tariffs on
│  │  │  canola meal, peas, crab and lobster
│  │  │  ends it, after 344 days [15] (see above)
│  │  │  Suspended from 1 March to 31 December 2026 for crab and lobster only;
│  │  │  the rest goes on as a new measure.
│  │  └─ 1 Mar 2026 · CC-T-SEA2 · China: additional tariff of 25% on aquatic
│  │     products other than crab and lobster [15]
│  │     replaces it, after 346 days
│  ├─ 14 Aug 2025 · CC-T-SEED · disputed: China: anti-dumping deposit of 75.8%
│  │  on Canadian canola seed
│  │  retaliates against it, after 317 days; asserted by Bloomberg; denied by
│  │  China's Commerce Ministry [16]
│  │  The ministry presents it as an anti-dumping case under its own law.
│  │  ├─ 16 Jan 2026 · CC-DEAL · Preliminary deal on electric vehicles and
│  │  │  canola
│  │  │  responds to it, after 155 days; asserted by Mark Carney [13] (see
│  │  │  below)
│  │  │  The tariffs that the deal trades against each other.
│  │  └─ 1 Mar 2026 · CC-132 · China: anti-dumping duty of 5.9% on Canadian
│  │     canola seed [9]
│  │     replaces it, after 199 days (see above)
│  ├─ 12 Oct 2025 · CC-117 · disputed: Ambassador Wang Di offers to drop canola
│  │  tariffs for EV tariffs
│  │  responds to it, after 376 days; asserted by Wang Di [17]
│  │  An offer of one tariff for the other.
│  │  └─ about 1 Nov 2025 · CC-A20 · Canada has not taken up the offer of canola
│  │     tariffs for EV tariffs
│  │     responds to it, about 20 days after [7]
│  │     The offer that was not taken up.
│  │     └─ 16 Jan 2026 · CC-DEAL · Preliminary deal on electric vehicles and
│  │        canola
│  │        ends it, about 76 days after [13] (see below)
│  ├─ 16 Jan 2026 · CC-DEAL · Preliminary deal on electric vehicles and canola
│  │  responds to it, after 472 days; asserted by Mark Carney [13]
│  │  The tariffs that the deal trades against each other.
│  │  ├─ between 16 Jan and 27 Feb 2026 · CC-137 · Canada partly adjusts its
│  │  │  surtax on Chinese steel and aluminum
│  │  │  implements it, within 42 days [18]
│  │  │  Remissions to be prolonged and widened are part of the deal.
│  │  │  └─ 27 Feb 2026 · CC-130 · disputed: China says it will suspend tariffs
│  │  │     on canola meal, peas, crab and lobster
│  │  │     responds to it, within 42 days; asserted by China's Commerce
│  │  │     Ministry [15] (see above)
│  │  │     Said to meet the conditions for adjusting the countermeasures.
│  │  ├─ 24 Jan 2026 · CC-127 · Trump threatens Canada with a 100% tariff over
│  │  │  the China deal
│  │  │  responds to it, after 8 days; asserted by Donald Trump [19]
│  │  ├─ 25 Feb 2026 · CC-129 · Canada publishes the rules of the EV import
│  │  │  quota (Notice 1162) [20]
│  │  │  implements it, after 40 days
│  │  ├─ 27 Feb 2026 · CC-130 · disputed: China says it will suspend tariffs on
│  │  │  canola meal, peas, crab and lobster
│  │  │  implements it, after 42 days; asserted by China's Commerce
│  │  │  Ministry [15] (see above)
│  │  ├─ 1 Mar 2026 · CC-133 · Canada: quota for Chinese electric vehicles at
│  │  │  the ordinary duty of 6.1% [21]
│  │  │  implements it, after 44 days (see below)
│  │  └─ 1 Mar 2026 · CC-132 · China: anti-dumping duty of 5.9% on Canadian
│  │     canola seed
│  │     implements it, after 44 days; asserted by Mark Carney [22] (see above)
│  │     Canada expected about 15% by 1 March; China published it as the final
│  │     ruling of its own case.
│  └─ 1 Mar 2026 · CC-133 · Canada: quota for Chinese electric vehicles at the
│     ordinary duty of 6.1% [21]
│     replaces it, after 516 days
│     └─ 7 Apr 2026 · CC-134 · Canada consults on the allocation of the EV
│        import quota
│        follows it, after 37 days [21]
└─ 22 Oct 2024 · CC-T-SA · disputed: Canada: surtax of 25% on Chinese steel and
   aluminum [7, 23, 24]
   implements it, after 57 days
   ├─ 8 Mar 2025 · CC-099 · China announces tariffs on Canadian farm and seafood
   │  goods
   │  retaliates against it, after 137 days; asserted by China's Commerce
   │  Ministry [15] (see above)
   │  The ministry calls the tariffs countermeasures to the Canadian measures.
   ├─ 20 Mar 2025 · CC-T-OIL · China: additional tariff of 100% on Canadian
   │  canola oil
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [15] (see above)
   ├─ 20 Mar 2025 · CC-T-PORK · China: additional tariff of 25% on Canadian pork
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [15] (see above)
   ├─ 20 Mar 2025 · CC-T-MEAL · China: additional tariff of 100% on Canadian
   │  canola meal
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [15] (see above)
   ├─ 20 Mar 2025 · CC-T-PEA · China: additional tariff of 100% on Canadian peas
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [15] (see above)
   ├─ 20 Mar 2025 · CC-T-SEA · China: additional tariff of 25% on Canadian
   │  aquatic products
   │  retaliates against it, after 149 days; asserted by China's Commerce
   │  Ministry [15] (see above)
   └─ 14 Aug 2025 · CC-T-SEED · disputed: China: anti-dumping deposit of 75.8%
      on Canadian canola seed
      retaliates against it, after 296 days; asserted by Bloomberg; denied by
      China's Commerce Ministry [16] (see above)
      The ministry presents it as an anti-dumping case under its own law.

Sources
 [1] WSJ / Mint, “Canada is adding tariffs to imports of Chinese EVs, steel and
     aluminum”, 26 Aug 2024,
     https://www.livemint.com/news/world/canada-is-adding-tariffs-to-imports-of-chinese-evs-steel-and-aluminum-11724684762832.html
 [2] Kenya Broadcasting Corporation,
     https://kbc.co.ke/china-announces-probes-over-canadas-tariff-hike
 [3] TRT World, “China starts anti-dumping probe into Canadian rapeseed”,
     9 Sep 2024, https://www.trtworld.com:443/article/18205353
 [4] AutoSpies, “China launches anti-discriminatory probe against Canada's
     tariffs”, 27 Sep 2024,
     https://www.autospies.com/news/China-Launches-Anti-Discriminatory-Probe-Against-Canada-s-Tariffs-On-EVs-122930/
 [5] Jack's Newswatch, https://jacksnewswatch.ca/archives/85628
 [6] Xinhua / People's Daily, “China issues preliminary ruling on anti-dumping
     probe into Canadian rapeseed”, 13 Aug 2025,
     http://en.people.cn/n3/2025/0813/c90000-20352389.html
 [7] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
     China Relations”, 1 Nov 2025
 [8] Farms.com, “Trade with China (canola)”,
     https://www.farms.com/news/trade-with-china-235038.aspx
 [9] Xinhua / People's Daily, “China to impose anti-dumping duties on rapeseed
     from Canada”, 2 Mar 2026,
     http://en.people.cn/n3/2026/0302/c90000-20430119.html
[10] Regfollower, “Canada: final list of steel, aluminium and EVs subject to
     surtax”, Oct 2024, https://regfollower.com/?p=62989
[11] Asian Metal,
     https://www.asianmetal.com/news/2114914/China-launches-anti-discrimination-probe-against-Canada's-tariffs-hikes/1
[12] Associated Press / AJC, “China imposes retaliatory tariffs on Canadian farm
     and food products”, 8 Mar 2025,
     https://www.ajc.com/news/nation-world/china-imposes-retaliatory-tariffs-on-canadian-farm-and-food-products/JWG33IG6QBAQHAYODXPYR6IOTQ/
[13] The Canadian Press / CityNews, “Carney reaches 'landmark' tariff-quota deal
     with China on EVs, canola”, 16 Jan 2026,
     https://toronto.citynews.ca/2026/01/16/carney-reaches-landmark-tariff-quota-deal-with-china-on-evs-canola/
[14] Norton Rose Fulbright, “Canada matches US trade measures against EVs,
     aluminium and steel from China”,
     https://nortonrosefulbright.com/en-ca/knowledge/publications/b0f89b0d/canada-matches-us-trade-measures-against-evs-aluminium-and-steel-from-china
[15] Xinhua / People's Daily, “China to suspend additional tariffs on certain
     imports from Canada”, 28 Feb 2026,
     http://en.people.cn/n3/2026/0228/c90000-20429390.html
[16] Bloomberg / The Business Times,
     https://www.businesstimes.com.sg/international/global/china-halts-canada-canola-meal-tariffs-adding-trade-thaw
[17] CTV News / AM800, “China will remove canola tariffs if Canada scraps EV
     levies: ambassador”, Oct 2025,
     https://www.am800cklw.com/news/china-will-remove-canola-tariffs-if-canada-scraps-ev-levies-ambassador.html
[18] Axxess International,
     https://axxessintl.com/en/canada-and-china-reach-an-agreement-on-trade-in-agri-food-electric-cars-and-energy
[19] NDTV, “Trump threatens Canada with 100% tariffs over trade deal with
     China”, 24 Jan 2026,
     https://www.ndtv.com/world-news/trump-threatens-canada-with-100-tariffs-over-trade-deal-with-china-10879104
[20] Cardog, “Canada's Chinese EV Quota Is Now Official”, Feb 2026,
     https://cardog.app/blog/canada-chinese-ev-quota-official
[21] Global Affairs Canada, “Share your views: allocation of the import quota
     for EVs from China”, 7 Apr 2026,
     https://international.canada.ca/en/global-affairs/consultations/trade/2026-04-07-electric-vehicules
[22] CNA,
     https://www.channelnewsasia.com/east-asia/china-suspend-agricultural-tariffs-canada-5958386
[23] Canadian Auto Dealer, “Chinese-made EV import tariff takes effect; steel
     surtax to come”, Oct 2024,
     https://canadianautodealer.ca/2024/10/chinese-made-ev-import-tariff-takes-effect-steel-surtax-to-come/
[24] FreightWaves,
     https://www.freightwaves.com/news/canada-follows-us-imposes-100-tariff-on-chinese-made-electric-vehicles

# The same as rows: every day that the answer must have, and as a table as many rows as in JSON.
$ detente --db cc.db chain CC-ANN24 --json |
> python3 -c '
> import json, sys
> seen = {}
> rows = json.load(sys.stdin)["events"]
> for row in rows:
>     seen.setdefault((row["date"], row["event"]), row)
> wanted = "CC-089 CC-AD CC-092 CC-T-EV CC-T-SA CC-099 CC-T-OIL CC-T-MEAL CC-T-PEA CC-T-PORK CC-T-SEA CC-112 CC-T-SEED CC-DEAL CC-130 CC-T-SEA2 CC-132 CC-133"
> for (date, event) in sorted(seen):
>     if event in wanted.split(): print(date, event)
> print(len(rows), "rows")
> print(len(wanted.split()) - sum(event in wanted.split() for date, event in seen), "missing")'
2024-09-03 CC-089
2024-09-09 CC-AD
2024-09-26 CC-092
2024-10-01 CC-T-EV
2024-10-22 CC-T-SA
2025-03-08 CC-099
2025-03-20 CC-T-MEAL
2025-03-20 CC-T-OIL
2025-03-20 CC-T-PEA
2025-03-20 CC-T-PORK
2025-03-20 CC-T-SEA
2025-08-12 CC-112
2025-08-14 CC-T-SEED
2026-01-16 CC-DEAL
2026-02-27 CC-130
2026-03-01 CC-132
2026-03-01 CC-133
2026-03-01 CC-T-SEA2
56 rows
0 missing

$ detente --db cc.db chain CC-ANN24 --format csv | tail -n +2 | wc -l
56

# China calls the tariffs of 20 March 2025 countermeasures and denies that the canola seed case is one; question
# 7: 170 days from the surtax on electric vehicles to the first of them.
$ detente --db cc.db chain CC-T-EV --downstream --depth 1 --relation retaliates_against --format csv | cut -d , -f 1-10
event,parent,direction,depth,relation,delay_days,delay_min,delay_max,asserted_by,denied_by
CC-099,CC-T-EV,downstream,1,retaliates_against,158,,,China's Commerce Ministry,
CC-T-OIL,CC-T-EV,downstream,1,retaliates_against,170,,,China's Commerce Ministry,
CC-T-PORK,CC-T-EV,downstream,1,retaliates_against,170,,,China's Commerce Ministry,
CC-T-MEAL,CC-T-EV,downstream,1,retaliates_against,170,,,China's Commerce Ministry,
CC-T-PEA,CC-T-EV,downstream,1,retaliates_against,170,,,China's Commerce Ministry,
CC-T-SEA,CC-T-EV,downstream,1,retaliates_against,170,,,China's Commerce Ministry,
CC-T-SEED,CC-T-EV,downstream,1,retaliates_against,317,,,Bloomberg,China's Commerce Ministry

# Upstream and downstream; days before and after where a date is not certain.
$ detente --db cc.db chain CC-KOV
China detains Michael Kovrig [1, 2]
10 Dec 2018 – 24 Sep 2021 · CC-KOV
────────────────────────────────────────────────────────────────────────────────

What it answered (upstream)
└─ 1 Dec 2018 · CC-MENG · Canada arrests Meng Wanzhou at Vancouver airport
   retaliated against by it, after 9 days; asserted by Associated Press and
   Kevin Garratt; denied by China's Foreign Ministry [3]
   └─ 22 Aug 2018 · CC-048 · US court issues a warrant for Meng Wanzhou [1]
      implemented by it, after 101 days
      The arrest was made on the request of the United States.

What answered it (downstream)
├─ about 2018 · CC-A28 · Ottawa condemns the detention of Kovrig and Spavor as
│  arbitrary
│  responds to it, between 343 days before and 21 days after [2]
└─ 24 Sep 2021 · CC-073 · China releases Kovrig and Spavor [4]
   ends it, after 1,019 days

Sources
[1] The Canadian Press / Red Deer Express, “A timeline of the cases of Meng
    Wanzhou and the Canadians detained in China”, Dec 2018,
    https://reddeerexpress.com/news/a-timeline-of-the-cases-of-meng-wanzhou-and-the-canadians-detained-in-china
[2] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[3] The Independent,
    https://the-independent.com/news/world/americas/us-politics/china-denies-canadians-arbitrarily-detained-over-meng-case-meng-wanzhou-china-huawei-citizens-executive-b987112.html
[4] CBC News, “Canadians Michael Spavor and Michael Kovrig on plane home”,
    24 Sep 2021,
    https://webjosh.com/article/canadians-michael-spavor-and-michael-kovrig-detained-in-china-for-almost-3-years-now-on-plane-home-1632532934-424730

$ detente --db cc.db chain CC-KOV --upstream --depth 1 --json | sed '/^  "root"/,/^  }/d'
{
  "query": {
    "command": "chain",
    "words": ["CC-KOV"],
    "depth": 1,
    "direction": "upstream"
  },
  "events": [
    {
      "event": "CC-MENG",
      "parent": "CC-KOV",
      "direction": "upstream",
      "depth": 1,
      "relation": "retaliates_against",
      "delay_days": 9,
      "asserted_by": ["Associated Press", "Kevin Garratt"],
      "denied_by": ["China's Foreign Ministry"],
      "kind": "incident.arrest",
      "date": "2018-12-01",
      "start_min": "2018-12-01",
      "start_max": "2018-12-01",
      "title": "Canada arrests Meng Wanzhou at Vancouver airport",
      "more": true,
      "sources": [
        {
          "id": "independent-meng-china-denies",
          "publisher": "The Independent",
          "url": "https://the-independent.com/news/world/americas/us-politics/china-denies-canadians-arbitrarily-detained-over-meng-case-meng-wanzhou-china-huawei-citizens-executive-b987112.html"
        }
      ],
      "sources_of": "link"
    }
  ]
}

# Filters choose; what only leads to a chosen event is on the way.
$ detente --db cc.db chain CC-ANN24 --kind tariff --from 2026 --format csv | cut -d , -f 1-5,21-
event,parent,direction,depth,relation,on_the_way,sources,sources_of
CC-AD,CC-ANN24,downstream,1,retaliates_against,true,trt-world-2024-rapeseed-probe,link
CC-131,CC-AD,downstream,2,ends,true,peoples-daily-2026-rapeseed-final,event
CC-132,CC-131,downstream,3,implements,,peoples-daily-2026-rapeseed-final,event
CC-T-EV,CC-ANN24,downstream,1,implements,true,norton-rose-2024-surtax;article-2025-11-01-turning-point,event
CC-T-MEAL,CC-T-EV,downstream,2,retaliates_against,true,peoples-daily-2026-tariffs-suspended,link
CC-130,CC-T-MEAL,downstream,3,ends,,,true,peoples-daily-2026-tariffs-suspended,link
CC-T-SEA2,CC-130,downstream,4,implements,,peoples-daily-2026-tariffs-suspended,event
CC-T-SEA,CC-T-EV,downstream,2,retaliates_against,true,peoples-daily-2026-tariffs-suspended,link
CC-T-SEA2,CC-T-SEA,downstream,3,replaces,,peoples-daily-2026-tariffs-suspended,event
CC-T-SEED,CC-T-EV,downstream,2,retaliates_against,true,bloomberg-business-times-canola-meal,link
CC-132,CC-T-SEED,downstream,3,replaces,,peoples-daily-2026-rapeseed-final,event
CC-DEAL,CC-T-EV,downstream,2,responds_to,true,canadian-press-citynews-2026-deal,link
CC-133,CC-DEAL,downstream,3,implements,,gac-2026-ev-quota-consultation,event
CC-132,CC-DEAL,downstream,3,implements,,cna-china-suspends-tariffs,link
CC-133,CC-T-EV,downstream,2,replaces,,gac-2026-ev-quota-consultation,event

$ detente --db cc.db chain CC-ANN24 --limit 2 --format csv | cut -d , -f 1-6
event,parent,direction,depth,relation,delay_days
CC-089,CC-ANN24,downstream,1,retaliates_against,8
CC-AD,CC-089,downstream,2,implements,6

# A world of its own: a cycle, a diamond, a cancelled visit in between, dates that are not certain, a long way down.
$ cat >events.csv <<'END'
> id,kind,date,title,status,countries
> A,statement,2001-01-01,Ardon closes its ports,,CAN;CHN
> B,tariff,2001-01-10,Borduria raises a duty,,CAN;CHN
> C,statement,2001-02,Ardon protests,confirmed,CAN;CHN
> D,visit,2001-03-01,A visit to make peace,cancelled,CAN;CHN
> E,meeting,2001-03-02,Talks that the visit was to bring,,CAN;CHN
> F,agreement,2001-04-01,The ports open again,,CAN;CHN
> a-very-long-id-that-somebody-made-of-words,statement,2001-05-01,"A title that is long enough to need more than one line of a page, whatever its width is, and that goes on",disputed,CAN;CHN
> U,statement,,Somebody answered at a time that is not known,,CAN;CHN
> P1,other,2002-01-01,Step 1,,CAN;CHN
> P2,other,2002-01-02,Step 2,,CAN;CHN
> P3,other,2002-01-03,Step 3,,CAN;CHN
> P4,other,2002-01-04,Step 4,,CAN;CHN
> P5,other,2002-01-05,Step 5,,CAN;CHN
> P6,other,2002-01-06,Step 6,,CAN;CHN
> P7,other,2002-01-07,Step 7,,CAN;CHN
> P8,other,2002-01-08,Step 8,,CAN;CHN
> P9,other,2002-01-09,Step 9,,CAN;CHN
> P10,other,2002-01-10,Step 10,,CAN;CHN
> P11,other,2002-01-11,Step 11,,CAN;CHN
> P12,other,2002-01-10,Step 12,,CAN;CHN
> END
> sed -i 's/^U,statement,,/U,statement,..\/2003-01-01,/' events.csv
> cat >links.csv <<'END'
> from,relation,to,asserted_by,denied_by,note
> B,retaliates_against,A,Borduria,,
> B,responds_to,A,,Ardon;Borduria,Two links between the same two.
> C,responds_to,B,,,
> A,follows,C,,,A cycle.
> D,responds_to,C,,,
> E,follows,D,,,
> F,ends,B,,,
> F,responds_to,C,,,
> a-very-long-id-that-somebody-made-of-words,corrects,F,,,
> U,responds_to,F,,,
> P2,follows,P1,,,
> P3,follows,P2,,,
> P4,follows,P3,,,
> P5,follows,P4,,,
> P6,follows,P5,,,
> P7,follows,P6,,,
> P8,follows,P7,,,
> P9,follows,P8,,,
> P10,follows,P9,,,
> P11,follows,P10,,,
> P12,follows,P10,,,
> END
> detente --db w.db import -q events.csv links.csv

$ detente --db w.db chain A
Ardon closes its ports
1 Jan 2001 · A
────────────────────────────────────────────────────────────────────────────────

What it answered (upstream)
└─ Feb 2001 · C · confirmed: Ardon protests
   followed by it, 31 to 58 days before
   A cycle.
   └─ 10 Jan 2001 · B · Borduria raises a duty
      responded to by it, after 22 to 49 days
      ├─ 1 Jan 2001 · A · Ardon closes its ports
      │  responded to by it, after 9 days; denied by Ardon and Borduria (see
      │  above)
      │  Two links between the same two.
      └─ 1 Jan 2001 · A · Ardon closes its ports
         retaliated against by it, after 9 days; asserted by Borduria (see
         above)

What answered it (downstream)
├─ 10 Jan 2001 · B · Borduria raises a duty
│  responds to it, after 9 days; denied by Ardon and Borduria
│  Two links between the same two.
│  ├─ Feb 2001 · C · confirmed: Ardon protests
│  │  responds to it, after 22 to 49 days
│  │  ├─ 1 Jan 2001 · A · Ardon closes its ports
│  │  │  follows it, 31 to 58 days before (see above)
│  │  │  A cycle.
│  │  └─ 1 Apr 2001 · F · The ports open again
│  │     responds to it, after 32 to 59 days (see below)
│  └─ 1 Apr 2001 · F · The ports open again
│     ends it, after 81 days
│     └─ 1 Jan 2003 or before · U · Somebody answered at a time that is not
│        known
│        responds to it, at most 640 days after
└─ 10 Jan 2001 · B · Borduria raises a duty
   retaliates against it, after 9 days; asserted by Borduria (see above)

1 link leads to what is planned, denied or cancelled; --status takes it in

# --status takes in what was left out, and what lies behind it.
$ detente --db w.db chain C --downstream --status cancelled --status reported --format csv | cut -d , -f 1-5
event,parent,direction,depth,relation
A,C,downstream,1,follows
B,A,downstream,2,responds_to
F,B,downstream,3,ends
B,A,downstream,2,retaliates_against
D,C,downstream,1,responds_to
E,D,downstream,2,follows
F,C,downstream,1,responds_to
U,F,downstream,2,responds_to

# Relations that are left out otherwise.
$ detente --db w.db chain F --relation corrects --relation ends
The ports open again
1 Apr 2001 · F
────────────────────────────────────────────────────────────────────────────────

What it answered (upstream)
└─ 10 Jan 2001 · B · Borduria raises a duty
   ended by it, after 81 days

What answered it (downstream)
└─ 1 May 2001 · disputed: A title that is long enough to need more than one line
   of a page, whatever its width is, and that goes on ·
   a-very-long-id-that-somebody-made-of-words
   corrects it, after 30 days

# Levels that no page is wide enough for.
$ detente --db w.db chain P1
Step 1
1 Jan 2002 · P1
────────────────────────────────────────────────────────────────────────────────

What answered it (downstream)
└─ 2 Jan 2002 · P2 · Step 2
   follows it, after 1 day
   └─ 3 Jan 2002 · P3 · Step 3
      follows it, after 1 day
      └─ 4 Jan 2002 · P4 · Step 4
         follows it, after 1 day
         └─ 5 Jan 2002 · P5 · Step 5
            follows it, after 1 day
            └─ 6 Jan 2002 · P6 · Step 6
               follows it, after 1 day
               └─ 7 Jan 2002 · P7 · Step 7
                  follows it, after 1 day
                  └─ 8 Jan 2002 · P8 · Step 8
                     follows it, after 1 day
                     ├─ 9 Jan 2002 · P9 · Step 9
                     │  follows it, after 1 day
                     ├─ level 9: 10 Jan 2002 · P10 · Step 10
                     │  follows it, after 1 day
                     ├─ level 10: 10 Jan 2002 · P12 · Step 12
                     │  follows it, on the same day
                     ├─ level 10: 11 Jan 2002 · P11 · Step 11
                     │  follows it, after 1 day

$ detente --db w.db chain P1 --depth 2 --reverse
Step 1
1 Jan 2002 · P1
────────────────────────────────────────────────────────────────────────────────

What answered it (downstream)
└─ 2 Jan 2002 · P2 · Step 2
   follows it, after 1 day
   └─ 3 Jan 2002 · P3 · Step 3
      follows it, after 1 day (goes on beyond this depth)

# Nothing found, and what is wrong.
$ detente --db w.db chain P1 --upstream
> detente --db w.db chain P11 --downstream --json
> detente --db w.db chain A --kind treaty
? 1
detente: no link of P1 says what it answered
  coverage is claimed of events, not of links: that need not mean that there was no answer
{
  "query": {
    "command": "chain",
    "words": ["P11"],
    "direction": "downstream"
  },
  "root": {
    "id": "P11",
    "kind": "other",
    "date": "2002-01-11",
    "title": "Step 11",
    "parties": [
      {"type": "country", "id": "CAN", "role": "participant", "name": "Canada"},
      {"type": "country", "id": "CHN", "role": "participant", "name": "China"}
    ],
    "start_min": "2002-01-11",
    "start_max": "2002-01-11",
    "end_min": "2002-01-11",
    "end_max": "2002-01-11",
    "links": [
      {"from": "P11", "relation": "follows", "to": "P10", "other_title": "Step 10"}
    ]
  },
  "events": []
}
detente: no link of P11 says what answered it
  coverage is claimed of events, not of links: that need not mean that there was no answer
detente: no link of A says what it answered or what answered it, within what was asked for
  1 of its links leads to what is planned, denied or cancelled: --status takes it in

$ detente --db w.db chain P99
> detente --db w.db chain Canada
> detente --db w.db chain ''
? 1
detente: there is no event "P99"
  did you mean P9?
detente: there is no event "Canada"
  chain takes the id of an event; `detente list events` shows them
detente: there is no event ""
  chain takes the id of an event; `detente list events` shows them

$ detente --db w.db chain A --relation retaliation
> detente --db w.db chain A --relation nonsense
> detente --db w.db chain A --depth 0
> detente --db w.db chain A --depth 99999999999999999999
> detente --db w.db chain A --after B
> detente --db w.db chain A --distinct
? 2
detente: --relation: "retaliation" is no relation
  retaliates_against, responds_to, follows, part_of, implements, amends, suspends, extends, replaces, ends, exchanged_for, corrects or duplicates
detente: --relation: "nonsense" is no relation
  retaliates_against, responds_to, follows, part_of, implements, amends, suspends, extends, replaces, ends, exchanged_for, corrects or duplicates
detente: --depth takes a whole number from 1 on, not "0"
detente: --depth takes a whole number, not "99999999999999999999"
  see `detente help chain`
detente: `chain` takes no --after
  its rows are links in a tree: choose events with --from, and how far to go with --depth
detente: `chain` takes no --distinct
  its rows are links in a tree: choose events with --kind, and how far to go with --depth

$ detente --db w.db chain A --format geojson
? 2
detente: "geojson" is no format
  `detente formats` lists them all
