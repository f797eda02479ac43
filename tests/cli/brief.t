# One page on a pair: who is in office, when they last met and will meet, what is in force, who is held, what is
# disputed, the latest ten events, what still stands in answer to what, and what the record claims to hold.

$ detente import -q "$FIXTURES/canada-china"

$ detente brief Canada PRC --on 2018-12-10
Canada – China, 10 Dec 2018
────────────────────────────────────────────────────────────────────────────────
  As of this day, told with what the record knows today.

In office
  Canada: Queen of Canada Elizabeth II, since 6 Feb 1952 [1, 2]
  Canada: Prime Minister Justin Trudeau, since 4 Nov 2015 [3]
  Canada: Minister of Foreign Affairs Chrystia Freeland, since 10 Jan 2017 [4]
  Canada: Ambassador of Canada to China John McCallum, since about
    11 Jan 2017 [5, 6]
  China: President Xi Jinping, since 14 Mar 2013 [7]
  China: Premier Li Keqiang, since 15 Mar 2013 [8]
  China: Minister of Foreign Affairs Wang Yi, since 16 Mar 2013 [9, 10]

Last met
  Formal talks of the leaders: 5 Dec 2017 (370 days before), Justin Trudeau
    meets Xi Jinping in Beijing [11] (CC-M17)
  With Li Keqiang: 4 Dec 2017 (371 days before), Trudeau and Li Keqiang meet
    without launching free trade talks [12] (CC-046)
  Foreign ministers: 31 May 2016 – 6 Jun 2016 (923 days before), Foreign
    Minister Wang Yi visits Canada [5] (CC-037)

Next
  Leaders: 15 Nov 2022 (1,436 days later), Trudeau and Xi talk on the margins of
    the G20 in Bali [13] (CC-M22)

In force
  Investment agreement (FIPA) in force; since 1 Oct 2014, as last confirmed on
    1 Oct 2014 [14] (CC-034)

Held
  China detains Michael Spavor; since 10 Dec 2018; 0 days [15, 16] (CC-SPA)
  China detains Michael Kovrig; since 10 Dec 2018; 0 days [15, 16] (CC-KOV)
  China detains Robert Schellenberg; since 3 Dec 2014; 1,468 days [17, 18, 19]
    (CC-035)

Disputed
  3 Dec 2014 – ongoing: China detains Robert Schellenberg [17, 18, 19] (CC-035);
    date 3 Dec 2014 [17] / 2015 [18]
  30 Aug 2016 – 6 Sep 2016: Justin Trudeau makes his first official visit to
    China [5, 20] (CC-038); date 30 Aug 2016 [5] / 29 Aug 2016 [20]
  21–24 Sep 2016: Premier Li Keqiang visits Canada [5] (CC-042); people Justin
    Trudeau [3] / Prime Minister Pearson [5]
  10 Dec 2018 – 24 Sep 2021: China detains Michael Kovrig [15, 16] (CC-KOV);
    reason not linked to the arrest of Meng Wanzhou [21] / retaliation for the
    arrest of Meng Wanzhou [16] [22] [23]
  10 Dec 2018 – 24 Sep 2021: China detains Michael Spavor [15, 16] (CC-SPA);
    reason not linked to the arrest of Meng Wanzhou [21] / retaliation for the
    arrest of Meng Wanzhou [16] [22] [23]

Latest
  4 Dec 2017: Trudeau and Li Keqiang meet without launching free trade
    talks [12] (CC-046)
  5 Dec 2017: Justin Trudeau meets Xi Jinping in Beijing [11] (CC-M17)
  2018: Canada-China relations reach their low point [16] (CC-A24)
  about 2018: Ottawa condemns the detention of Kovrig and Spavor as
    arbitrary [16] (CC-A28)
  20 Nov 2018: Schellenberg sentenced to 15 years in prison [17] (CC-055)
  1 Dec 2018: Canada arrests Meng Wanzhou at Vancouver airport [15, 16]
    (CC-MENG)
  5 Dec 2018: The arrest of Meng Wanzhou becomes public [15] (CC-050)
  8 Dec 2018: China summons the Canadian ambassador over Meng's arrest [15]
    (CC-051)
  10 Dec 2018 – 24 Sep 2021: disputed: China detains Michael Kovrig [15, 16]
    (CC-KOV)
  10 Dec 2018 – 24 Sep 2021: disputed: China detains Michael Spavor [15, 16]
    (CC-SPA)

Still standing in answer to
  1 Dec 2018: Canada arrests Meng Wanzhou at Vancouver airport [15, 16]
    (CC-MENG): China detains Michael Spavor (CC-SPA), which China's Foreign
    Ministry denies; China detains Michael Kovrig (CC-KOV), which China's
    Foreign Ministry denies

Notes
  Disputed: 2 more up to this day (detente timeline CAN CHN --to 2018-12-10
    --disputed)
  CC-042 corrected: The chronology from which this visit is taken names the
    Canadian prime minister as "Prime Minister Pearson". The prime minister was
    Justin Trudeau, in office since 4 November 2015; the record follows the list
    of the 29th Canadian ministry.
  canada-china claims to hold all of relations from 1970-10-13 to 2026-04-07:
    Establishing, breaking and resuming of diplomatic relations. All other kinds
    are a selection of sourced events between 13 October 1970 and 7 April 2026,
    denser from 2018 on: where it has none, that says nothing.
  canada-china claims to hold all of tariff from 2024-08-26 to 2026-04-07:
    Surtaxes, retaliatory tariffs and the anti-dumping measures on canola seed
    that the two announced for each other from 26 August 2024 on, as far as the
    sources seen tell. Older and smaller anti-dumping duties are not held.

Sources
 [1] Archontology, https://archontology.org/nations/canada/can_king/
 [2] Wikipedia, “Monarchy of Canada”,
     https://simple.m.wikipedia.org/wiki/Monarchy_of_Canada
 [3] WikiMili, “29th Canadian Ministry”,
     https://wikimili.com/en/29th_Canadian_Ministry
 [4] wow.com, “Canadian Minister of Foreign Affairs”,
     http://www.wow.com/wiki/Canadian_Minister_of_Foreign_Affairs
 [5] Canada-China Friendship Society of Ottawa, “Chronology of Relations between
     Canada and China”, 2017,
     http://www.ccfso.org/chronology-canada-china-relations
 [6] CBC News, “Trudeau fires John McCallum as ambassador to China”,
     26 Jan 2019,
     https://www.cbc.ca/news/politics/mccallum-out-ambassador-1.4994492?cmp=rss
 [7] ChinaKnowledge, http://chinaknowledge.de/History/PRC/prc-government.html
 [8] Wikipedia (copy), “Xi Jinping–Li Keqiang Administration”,
     https://kiwix.lema.org/wikipedia_en_all_mini_2024-02/A/Xi_Jinping%E2%80%93Li_Keqiang_Administration
 [9] Deutsche Welle,
     https://www.dw.com/en/china-announces-new-cabinet-at-national-peoples-congress/a-16678561
[10] Sputnik, 25 Jul 2023,
     https://sputnikglobe.com/20230725/chinese-parliament-appoints-wang-yi-as-foreign-minister-1112129087.html
[11] Prime Minister of Canada, “Prime Minister Justin Trudeau meets with
     President of China Xi Jinping”, 5 Dec 2017,
     https://pm.gc.ca/eng/news/2017/12/05/prime-minister-justin-trudeau-meets-president-china-xi-jinping
[12] The Globe and Mail, “Canada-China free trade talks uncertain after
     Trudeau-Li meeting”, 4 Dec 2017,
     https://www.theglobeandmail.com/news/world/canada-china-free-trade-talks-uncertain-after-trudeau-li-meeting/article37175979/
[13] News9, “At G20 summit Xi Jinping confronts Canada's Justin Trudeau over
     media leaks”, 16 Nov 2022,
     https://www.news9live.com/world/watch-video-at-g20-summit-xi-jinping-confronts-canadas-justin-trudeau-over-media-leaks-208322
[14] Government of Canada (DFATD), “Canada-China FIPA negotiations page”,
     http://www.international.gc.ca/trade-agreements-accords-commerciaux/agr-acc/fipa-apie/china-chine.aspx
[15] The Canadian Press / Red Deer Express, “A timeline of the cases of Meng
     Wanzhou and the Canadians detained in China”, Dec 2018,
     https://reddeerexpress.com/news/a-timeline-of-the-cases-of-meng-wanzhou-and-the-canadians-detained-in-china
[16] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
     China Relations”, 1 Nov 2025
[17] Amnesty International USA, “Urgent Action: Canadian sentenced to death in a
     one-day retrial (UA 7.19)”, 23 Jan 2019,
     https://www.amnestyusa.org/urgent-actions/urgent-action-canadian-sentenced-to-death-in-a-one-day-retrial-china-ua-7-19/
[18] dengerzone.com, 14 Jan 2019,
     http://dengerzone.com/2019/01/14/china-sentences-canadian-man-to-death-for-drug-smuggling.html
[19] ReferChina (Xinhua, Global Times), “China's Foreign Ministry comments on
     overturned death sentence”, 9 Feb 2026,
     https://www.referchina.com/2026/02/chinas-foreign-ministry-comments-on.html
[20] The Canadian Press / Darpan Magazine, “A timeline of a turbulent decade in
     the Canada-China relationship”, 16 Jan 2026,
     https://www.darpanmagazine.com/news/national/a-timeline-of-a-turbulent-decade-in-the-canadachina-relationship-1/?page=10
[21] Reuters / Financial Post, 22 Jun 2020,
     https://business.financialpost.com/pmn/business-pmn/china-says-espionage-cases-against-canadians-not-linked-to-huawei-cfo
[22] Associated Press / Gorge News Center, “Trudeau: Chinese death sentence
     arbitrary”, 14 Jan 2019,
     https://gorgenewscenter.com/2019/01/14/trudeau-chinese-death-sentence-arbitrary/
[23] South China Morning Post,
     https://www.scmp.com/news/china/diplomacy/article/2178515/theres-human-cost-these-political-situations-chinese-arrests

# As of an event; both sides' names in the order asked for.

$ detente brief CHN CAN --on CC-M22 | sed -n '1,/^In force/p'
China – Canada, 15 Nov 2022
────────────────────────────────────────────────────────────────────────────────
  As of this day, told with what the record knows today.

In office
  China: President Xi Jinping, since 14 Mar 2013 [1]
  China: Premier Li Keqiang, since 15 Mar 2013 [2]
  China: Minister of Foreign Affairs Wang Yi, since 16 Mar 2013 [3, 4]
  Canada: King of Canada Charles III, since 8 Sep 2022 [5]
  Canada: Prime Minister Justin Trudeau, since 4 Nov 2015 [6]
  Canada: Minister of Foreign Affairs Mélanie Joly, since 26 Oct 2021 [7]

Last met
  Formal talks of the leaders: 5 Dec 2017 (1,806 days before), Justin Trudeau
    meets Xi Jinping in Beijing [8] (CC-M17)
  With Li Keqiang: 4 Dec 2017 (1,807 days before), Trudeau and Li Keqiang meet
    without launching free trade talks [9] (CC-046)
  Foreign ministers: 31 May 2016 – 6 Jun 2016 (2,359 days before), Foreign
    Minister Wang Yi visits Canada [10] (CC-037)

Next
  Leaders: 5 Jun 2025 (933 days later), Carney and Premier Li Qiang speak by
    telephone [11] (CC-108)
  Any meeting, visit or summit: 19 Jul 2024 (612 days later), Foreign Minister
    Joly visits Beijing [12] (CC-087)

In force

# As a page with footnotes: nothing of the record is read as Markdown, and what is not public is left out and counted.

$ detente brief CAN CHN --on 2018-12-10 --format md | sed -n '1,/^## Disputed/p'
# Canada – China, 10 Dec 2018

As of this day, told with what the record knows today. 

## In office

- Canada: Queen of Canada **Elizabeth II**, since 6 Feb 1952[^1][^2]
- Canada: Prime Minister **Justin Trudeau**, since 4 Nov 2015[^3]
- Canada: Minister of Foreign Affairs **Chrystia Freeland**, since 10 Jan 2017[^4]
- Canada: Ambassador of Canada to China **John McCallum**, since about 11 Jan 2017[^5][^6]
- China: President **Xi Jinping**, since 14 Mar 2013[^7]
- China: Premier **Li Keqiang**, since 15 Mar 2013[^8]
- China: Minister of Foreign Affairs **Wang Yi**, since 16 Mar 2013[^9][^10]

## Last met

- Formal talks of the leaders: **5 Dec 2017** (370 days before), Justin Trudeau meets Xi Jinping in Beijing[^11] (CC-M17)
- With Li Keqiang: **4 Dec 2017** (371 days before), Trudeau and Li Keqiang meet without launching free trade talks[^12] (CC-046)
- Foreign ministers: **31 May 2016 – 6 Jun 2016** (923 days before), Foreign Minister Wang Yi visits Canada[^5] (CC-037)

## Next

- Leaders: **15 Nov 2022** (1,436 days later), Trudeau and Xi talk on the margins of the G20 in Bali[^13] (CC-M22)

## In force

- Investment agreement (FIPA) in force; since 1 Oct 2014, **as last confirmed on 1 Oct 2014**[^14] (CC-034)

## Held

- China detains Michael Spavor; since 10 Dec 2018; 0 days[^15][^16] (CC-SPA)
- China detains Michael Kovrig; since 10 Dec 2018; 0 days[^15][^16] (CC-KOV)
- China detains Robert Schellenberg; since 3 Dec 2014; 1,468 days[^17][^18][^19] (CC-035)

## Disputed

# For programs: the parts by name, always all of them, with whole events.

$ detente brief CAN CHN --on 2018-12-10 --json | grep -E '^  "'
  "query": {
  "a": "CAN",
  "b": "CHN",
  "a_name": "Canada",
  "b_name": "China",
  "on": "2018-12-10",
  "covered_until": "2026-04-07",
  "offices": [
  "last": [
  "next": [
  "in_force": [
  "held": [
  "disputed": [
  "latest": [
  "open_chains": [
  "notes": [

# It is a page and no table.

$ detente brief CAN CHN --format csv
? 2
detente: brief cannot be written as csv
  `detente formats` says what each format is for

# Wrong sides, wrong days, and a day before anything.

$ detente brief CAN
? 2
detente: `brief` needs two countries, as in `detente brief Canada China`
  for all that one did: detente list events --country CAN

$ detente brief CAN CAN
? 2
detente: both sides of the pair are CAN
  for everything of one country use --country

$ detente brief CAN Chna
? 2
detente: country or organization "Chna" is not known
  did you mean CHN (China)? `detente countries` lists them

$ detente brief CAN CHN --on yesterday
Canada – China, 23 Nov 2026
────────────────────────────────────────────────────────────────────────────────
  As of this day, told with what the record knows today. What the record claims
    to hold of the two ends on 7 Apr 2026, 230 days before.

In office
  Canada: King of Canada Charles III, since 8 Sep 2022 [1]
  Canada: Prime Minister Mark Carney, since 14 Mar 2025 [2]
  Canada: Minister of Foreign Affairs Anita Anand, since 13 May 2025 [3]
  China: President Xi Jinping, since 14 Mar 2013 [4]
  China: Premier Li Qiang, since 11 Mar 2023 [5]
  China: Minister of Foreign Affairs Wang Yi, since 25 Jul 2023 [6]

Last met
  Formal talks of the leaders: 16 Jan 2026 (311 days before), Carney meets Xi
    Jinping at the Great Hall of the People [7] (CC-124)
  With Li Qiang: 15 Jan 2026 (312 days before), Carney meets Premier Li Qiang in
    Beijing [8] (CC-123)
  Foreign ministers: 16–17 Oct 2025 (403 days before), Foreign Minister Anand
    visits China [9] (CC-118)

Next
  Was planned for 18–19 Nov 2026, and the record does not say whether it took
    place: APEC summit in Shenzhen [10, 11] (CC-135)

In force
  China: anti-dumping duty of 5.9% on Canadian canola seed; since 1 Mar 2026,
    until about 1 Mar 2031 [12] (CC-132)
  China: additional tariff of 25% on aquatic products other than crab and
    lobster, except crab and lobster; since 1 Mar 2026, as last confirmed on
    1 Mar 2026 [13] (CC-T-SEA2)
  Canada: quota for Chinese electric vehicles at the ordinary duty of 6.1%,
    quota 49000 vehicles a year; since 1 Mar 2026, as last confirmed on
    7 Apr 2026 [14] (CC-133)
  Canada: surtax of 25% on metal goods melted and poured in China, except
    imports from the United States; since 31 Jul 2025, as last confirmed on
    31 Jul 2025 [15] (CC-T-MP)
  China: additional tariff of 25% on Canadian pork; since 20 Mar 2025, as last
    confirmed on 17 Jan 2026 [11, 16] (CC-T-PORK)
  China: additional tariff of 100% on Canadian canola oil; since 20 Mar 2025, as
    last confirmed on 16 Jan 2026 [7, 11, 16] (CC-T-OIL)
  China sanctions two Canadian groups and 20 people; since 21 Dec 2024, as last
    confirmed on 28 Dec 2024 [17] (CC-096)
  Canada sanctions eight Chinese officials; since 10 Dec 2024, as last confirmed
    on 11 Dec 2024, disputed [18, 19] (CC-S24)
  Canada: surtax of 25% on Chinese steel and aluminum; since 22 Oct 2024, as
    last confirmed on 27 Feb 2026, disputed [11, 20, 21] (CC-T-SA)
  Canada bars Huawei and ZTE from 5G networks; since 19 May 2022, as last
    confirmed on 19 May 2022 [22] (CC-077)
  China sanctions MP Michael Chong and a Commons subcommittee; since
    27 Mar 2021, as last confirmed on 27 Mar 2021 [23] (CC-069)
  Canada sanctions Chinese officials over Xinjiang; since 22 Mar 2021, as last
    confirmed on 28 Mar 2021 [24] (CC-S21)
  Investment agreement (FIPA) in force; since 1 Oct 2014, as last confirmed on
    1 Oct 2014 [25] (CC-034)
  possibly: Canada keeps national security projects closed to China; since about
    1 Nov 2025 [11] (CC-A38)
  possibly: Canada reclassifies China as a "strategic partner"; since about
    2025, disputed [11] (CC-A22)

Held
  China detains Robert Schellenberg; since 3 Dec 2014; 4,373 days, last
    confirmed on 9 Feb 2026 [26, 27, 28] (CC-035)

Disputed
  31 Oct 2025: Carney: "We now have a turning point in the
    relationship" [11, 29] (CC-121); the words
  31 Oct 2025: Carney meets Xi Jinping at APEC in Gyeongju [11, 30, 31]
    (CC-M25B); first since 2017 [11] [31] / 15 Nov 2022 [32]
  14–17 Jan 2026: Carney makes an official visit to China [33, 34] (CC-122);
    date 14–17 Jan 2026 [33] / 13–17 Jan 2026 [34]
  16 Jan 2026: Joint statement on a new strategic partnership [33] (CC-126);
    partnership China "now" reclassified as a strategic partner, 1 November
    2025 [11] / a new strategic partnership, January 2026 [33] / a strategic
    partnership that is 20 years old in 2025 [9]
  27 Feb 2026: China says it will suspend tariffs on canola meal, peas, crab and
    lobster [13, 35] (CC-130); scope completely removed [35] / suspended from
    2026-03-01 to 2026-12-31 [13]

Latest
  between 16 Jan and 27 Feb 2026: Canada partly adjusts its surtax on Chinese
    steel and aluminum [13] (CC-137)
  24 Jan 2026: Trump threatens Canada with a 100% tariff over the China
    deal [36] (CC-127)
  6 Feb 2026: Supreme People's Court overturns Schellenberg's death
    sentence [37] (CC-128)
  25 Feb 2026: Canada publishes the rules of the EV import quota (Notice
    1162) [38] (CC-129)
  27 Feb 2026: disputed: China says it will suspend tariffs on canola meal,
    peas, crab and lobster [13, 35] (CC-130)
  28 Feb 2026: China's final ruling on Canadian canola seed sets a duty of
    5.9% [12] (CC-131)
  1 Mar 2026 – no end known: Canada: quota for Chinese electric vehicles at the
    ordinary duty of 6.1% [14] (CC-133)
  1 Mar 2026 – no end known: China: additional tariff of 25% on aquatic products
    other than crab and lobster [13] (CC-T-SEA2)
  1 Mar 2026 – about 1 Mar 2031: China: anti-dumping duty of 5.9% on Canadian
    canola seed [12] (CC-132)
  7 Apr 2026 – 1 May 2026: Canada consults on the allocation of the EV import
    quota [14] (CC-134)

Still standing in answer to
  26 Aug 2024: Canada announces surtaxes on Chinese EVs, steel and aluminum [39]
    (CC-ANN24): China: anti-dumping duty of 5.9% on Canadian canola seed
    (CC-132), which China's Commerce Ministry denies; China: additional tariff
    of 25% on aquatic products other than crab and lobster (CC-T-SEA2); China:
    additional tariff of 25% on Canadian pork (CC-T-PORK); China: additional
    tariff of 100% on Canadian canola oil (CC-T-OIL)
  between 16 Jan and 27 Feb 2026: Canada partly adjusts its surtax on Chinese
    steel and aluminum [13] (CC-137): China: additional tariff of 25% on aquatic
    products other than crab and lobster (CC-T-SEA2)
  10 Dec 2024 – no end known: disputed: Canada sanctions eight Chinese
    officials [18, 19] (CC-S24): China sanctions two Canadian groups and 20
    people (CC-096)
  22 Mar 2021 – no end known: Canada sanctions Chinese officials over
    Xinjiang [24] (CC-S21): China sanctions MP Michael Chong and a Commons
    subcommittee (CC-069)

Notes
  Disputed: 23 more up to this day (detente timeline CAN CHN --to 2026-11-23
    --disputed)
  canada-china claims to hold all of relations from 1970-10-13 to 2026-04-07:
    Establishing, breaking and resuming of diplomatic relations. All other kinds
    are a selection of sourced events between 13 October 1970 and 7 April 2026,
    denser from 2018 on: where it has none, that says nothing.
  canada-china claims to hold all of tariff from 2024-08-26 to 2026-04-07:
    Surtaxes, retaliatory tariffs and the anti-dumping measures on canola seed
    that the two announced for each other from 26 August 2024 on, as far as the
    sources seen tell. Older and smaller anti-dumping duties are not held.

Sources
 [1] Archontology, https://archontology.org/nations/canada/can_king/
 [2] Wikipedia (copy), “List of prime ministers of Canada”,
     http://movatter.jp/mt/?dark=on&url=https%3A%2F%2Fen.wikipedia.org%2Fwiki%2FList_of_prime_ministers_of_Canada
 [3] Hindustan Times, “Canadian PM Mark Carney announces new cabinet”,
     13 May 2025,
     https://www.hindustantimes.com/world-news/canadian-pm-mark-carney-announces-new-cabinet-anita-anand-foreign-minister-101747152477215.html
 [4] ChinaKnowledge, http://chinaknowledge.de/History/PRC/prc-government.html
 [5] Wikipedia (copy), “Xi Jinping–Li Keqiang Administration”,
     https://kiwix.lema.org/wikipedia_en_all_mini_2024-02/A/Xi_Jinping%E2%80%93Li_Keqiang_Administration
 [6] Sputnik, 25 Jul 2023,
     https://sputnikglobe.com/20230725/chinese-parliament-appoints-wang-yi-as-foreign-minister-1112129087.html
 [7] The Canadian Press / CityNews, “Carney reaches 'landmark' tariff-quota deal
     with China on EVs, canola”, 16 Jan 2026,
     https://toronto.citynews.ca/2026/01/16/carney-reaches-landmark-tariff-quota-deal-with-china-on-evs-canola/
 [8] PMO / EIN Presswire, “Prime Minister Carney meets with Premier Li Qiang”,
     15 Jan 2026,
     https://www.einpresswire.com/article/883487391/prime-minister-carney-meets-with-premier-of-the-people-s-republic-of-china-li-qiang
 [9] The Asia Review, “China foreign visits (Anand 16-17 October)”, Oct 2025,
     https://theasiareview.com/?p=15089
[10] Xinhua / People's Daily, “2026 APEC meeting to be held on Nov. 18-19 in
     China's Shenzhen”, 13 Dec 2025,
     http://en.people.cn/n3/2025/1213/c90000-20401994.html
[11] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
     China Relations”, 1 Nov 2025
[12] Xinhua / People's Daily, “China to impose anti-dumping duties on rapeseed
     from Canada”, 2 Mar 2026,
     http://en.people.cn/n3/2026/0302/c90000-20430119.html
[13] Xinhua / People's Daily, “China to suspend additional tariffs on certain
     imports from Canada”, 28 Feb 2026,
     http://en.people.cn/n3/2026/0228/c90000-20429390.html
[14] Global Affairs Canada, “Share your views: allocation of the import quota
     for EVs from China”, 7 Apr 2026,
     https://international.canada.ca/en/global-affairs/consultations/trade/2026-04-07-electric-vehicules
[15] PCB (customs broker), “Canada Introduces Several New Measures to Protect
     Canadian Steel and Aluminum”, 30 Jul 2025,
     http://pcb.ca/news/canada-introduces-several-new-measures-to-protect-canadian-steel-and-aluminum
[16] Associated Press / AJC, “China imposes retaliatory tariffs on Canadian farm
     and food products”, 8 Mar 2025,
     https://www.ajc.com/news/nation-world/china-imposes-retaliatory-tariffs-on-canadian-farm-and-food-products/JWG33IG6QBAQHAYODXPYR6IOTQ/
[17] Uyghur Times / Reuters, “China Sanctions Canadian Institutions Advocating
     for Uyghur and Tibetan Rights”, 28 Dec 2024,
     https://uyghurtimes.com/china-imposes-sanctions-on-canadian-institutions-advocating-for-uyghur-and-tibetan-rights
[18] Reuters / AsiaOne, “Canada sanctions 8 Chinese officials, citing human
     rights violations”, 11 Dec 2024,
     https://www.asiaone.com/world/canada-sanctions-8-chinese-officials-citing-human-rights-violations
[19] sanctiontrace.com, https://sanctiontrace.com/china-sanctions-canada
[20] Canadian Auto Dealer, “Chinese-made EV import tariff takes effect; steel
     surtax to come”, Oct 2024,
     https://canadianautodealer.ca/2024/10/chinese-made-ev-import-tariff-takes-effect-steel-surtax-to-come/
[21] FreightWaves,
     https://www.freightwaves.com/news/canada-follows-us-imposes-100-tariff-on-chinese-made-electric-vehicles
[22] CTV News, “Canada banning Chinese telecom giant Huawei, ZTE from 5G
     networks”, 19 May 2022,
     https://www.ctvnews.ca/mobile/politics/canada-banning-chinese-telecom-giant-huawei-zte-from-5g-networks-1.5911145
[23] Reuters / CBC News, “China announces sanctions on individuals, entities in
     Canada, U.S.”, 27 Mar 2021,
     https://www.cbc.ca/news/world/china-sanctions-canadians-michael-chong-1.5966910?cmp=rss
[24] The Geneva Daily, “China sanctions American, Canadian officials as backlash
     grows over Xinjiang”, 28 Mar 2021,
     https://thegenevadaily.com/2021/03/28/china-sanctions-american-canadian-officials-as-backlash-grows-over-xinjiang/
[25] Government of Canada (DFATD), “Canada-China FIPA negotiations page”,
     http://www.international.gc.ca/trade-agreements-accords-commerciaux/agr-acc/fipa-apie/china-chine.aspx
[26] Amnesty International USA, “Urgent Action: Canadian sentenced to death in a
     one-day retrial (UA 7.19)”, 23 Jan 2019,
     https://www.amnestyusa.org/urgent-actions/urgent-action-canadian-sentenced-to-death-in-a-one-day-retrial-china-ua-7-19/
[27] dengerzone.com, 14 Jan 2019,
     http://dengerzone.com/2019/01/14/china-sentences-canadian-man-to-death-for-drug-smuggling.html
[28] ReferChina (Xinhua, Global Times), “China's Foreign Ministry comments on
     overturned death sentence”, 9 Feb 2026,
     https://www.referchina.com/2026/02/chinas-foreign-ministry-comments-on.html
[29] udumbara.net, “Carney Says Relations With Beijing at 'Turning Point' After
     Xi Meeting, Will Visit China”, Oct 2025,
     https://udumbara.net/carney-says-relations-with-beijing-at-turning-point-after-xi-meeting-will-visit-china
[30] PMO / CNW, “Readout: Prime Minister Carney meets with President Xi
     Jinping”, 31 Oct 2025,
     https://www.newswire.ca/news-releases/readout-prime-minister-carney-meets-with-president-of-the-people-s-republic-of-china-xi-jinping-808822972.html
[31] Devdiscourse,
     https://www.devdiscourse.com/article/law-order/3680457-canada-china-talks-a-new-chapter-or-just-a-dialogue
[32] News9, “At G20 summit Xi Jinping confronts Canada's Justin Trudeau over
     media leaks”, 16 Nov 2022,
     https://www.news9live.com/world/watch-video-at-g20-summit-xi-jinping-confronts-canadas-justin-trudeau-over-media-leaks-208322
[33] VoxPoint (Xinhua), “China, Canada agree to advance new strategic
     partnership”, 16 Jan 2026,
     https://voxpoint.news/2026/01/16/china-canada-agree-to-advance-new-strategic-partnership
[34] socialistchina.org, https://socialistchina.org/?p=9424
[35] The News International,
     https://www.thenews.com.pk/latest/1393978-china-canada-trade-breakthrough-beijing-eases-agriculture-tariffs-after-mark-carney-visit
[36] NDTV, “Trump threatens Canada with 100% tariffs over trade deal with
     China”, 24 Jan 2026,
     https://www.ndtv.com/world-news/trump-threatens-canada-with-100-tariffs-over-trade-deal-with-china-10879104
[37] Reuters / Report.az, “China overturns Canadian's death sentence after PM
     Carney visit, lawyer says”, 9 Feb 2026,
     https://report.az/en/other-countries/china-overturns-canadian-s-death-sentence-after-pm-carney-visit-lawyer-says
[38] Cardog, “Canada's Chinese EV Quota Is Now Official”, Feb 2026,
     https://cardog.app/blog/canada-chinese-ev-quota-official
[39] WSJ / Mint, “Canada is adding tariffs to imports of Chinese EVs, steel and
     aluminum”, 26 Aug 2024,
     https://www.livemint.com/news/world/canada-is-adding-tariffs-to-imports-of-chinese-evs-steel-and-aluminum-11724684762832.html

$ detente brief CAN CHN --on ..
? 2
detente: --on: ".." is neither a date nor the id of an event: '.' cannot stand here in a date (byte 1)
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025

$ detente brief CAN CHN --on 1950-01-01
Canada – China, 1 Jan 1950
────────────────────────────────────────────────────────────────────────────────
  As of this day, told with what the record knows today.

In office
  The record holds no office of either side on this day.

Last met
  The record holds no meeting before this day.

Next
  Leaders: 3 Dec 2009 (21,886 days later), Wen Jiabao rebukes Harper for waiting
    five years to visit [1] (CC-022)
  Any meeting, visit or summit: 1972 (8,035 to 8,400 days later), Mitchell Sharp
    leads a trade delegation to China [2] (CC-003)

In force
  The record holds no standing measure on this day.

Held
  The record holds nobody in detention on this day.

Disputed
  The record holds no event on which its sources disagree.

Latest
  The record holds no event up to this day.

Still standing in answer to
  Nothing that stands on this day answers an act of the other side.

Notes
  canada-china claims to hold all of relations from 1970-10-13 to 2026-04-07:
    Establishing, breaking and resuming of diplomatic relations. All other kinds
    are a selection of sourced events between 13 October 1970 and 7 April 2026,
    denser from 2018 on: where it has none, that says nothing.
  canada-china claims to hold all of tariff from 2024-08-26 to 2026-04-07:
    Surtaxes, retaliatory tariffs and the anti-dumping measures on canola seed
    that the two announced for each other from 26 August 2024 on, as far as the
    sources seen tell. Older and smaller anti-dumping duties are not held.

Sources
[1] Red Deer Advocate, “Harper rebuked by Chinese leader for taking too long to
    visit”, Dec 2009,
    https://www.reddeeradvocate.com/national-news/harper-rebuked-by-chinese-leader-for-taking-too-long-to-visit/
[2] Government of Canada, “Canada - China Diplomatic Relations”,
    https://www.canadainternational.gc.ca/china-chine/bilateral_relations_bilaterales/diplomatic_relations_diplomatiques.aspx?lang=eng
