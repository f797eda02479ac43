# Standing measures on a day, grouped by how surely they stood: in force, as last confirmed, possibly.

$ detente import -q "$FIXTURES/canada-china"

$ detente inforce --on 2025-10-31 --pair CAN,CHN --kind sanction --kind tariff --kind policy.standing | sed '/^Sources/,$d'
Canada – China                                                    on 31 Oct 2025
────────────────────────────────────────────────────────────────────────────────

In force

    1 Oct 2024  Canada: surtax of 100% on Chinese electric vehicles [1, 2]
  – 1 Mar 2026  for 395 days
       CC-T-EV  Canada on China: 100 % on electric vehicles, base duty 6.1 %,
                  additional (surtax)
                replaced by CC-133
                disputed scope: 100% on electric vehicles only; 25% on steel and
                  aluminum [1] / batteries under consultation only [3] / 100% on
                  electric vehicles, batteries and other goods [2]

   22 Oct 2024  Canada: surtax of 25% on Chinese steel and aluminum [2, 4, 5]
– no end known  for 374 days, last confirmed on 27 Feb 2026
       CC-T-SA  Canada on China: 25 % on steel products and aluminum products,
                  additional (surtax)
                Canada (imposer): Chrystia Freeland, finance minister (actor)
                China (target)
                disputed date: 22 Oct 2024 [4] / 15 Oct 2024 [5]
                disputed rate: 25 / 100 [2]

   20 Mar 2025  China: additional tariff of 100% on Canadian canola
– no end known  oil [2, 6, 7]
      CC-T-OIL  for 225 days, last confirmed on 16 Jan 2026
                China on Canada: 100 % on canola oil, additional (retaliatory)
                in answer to CC-T-EV (Canada: surtax of 100% on Chinese electric
                  vehicles); CC-T-SA (Canada: surtax of 25% on Chinese steel and
                  aluminum)

   20 Mar 2025  China: additional tariff of 25% on Canadian pork [2, 6]
– no end known  for 225 days, last confirmed on 17 Jan 2026
     CC-T-PORK  China on Canada: 25 % on pork, additional (retaliatory)
                in answer to CC-T-EV (Canada: surtax of 100% on Chinese electric
                  vehicles); CC-T-SA (Canada: surtax of 25% on Chinese steel and
                  aluminum)

   20 Mar 2025  China: additional tariff of 100% on Canadian canola meal [2, 6]
  – 1 Mar 2026  for 225 days
     CC-T-MEAL  China on Canada: 100 % on canola meal, additional (retaliatory)
                in answer to CC-T-EV (Canada: surtax of 100% on Chinese electric
                  vehicles); CC-T-SA (Canada: surtax of 25% on Chinese steel and
                  aluminum)

   20 Mar 2025  China: additional tariff of 100% on Canadian peas [6]
  – 1 Mar 2026  for 225 days
      CC-T-PEA  China on Canada: 100 % on peas, additional (retaliatory)
                in answer to CC-T-EV (Canada: surtax of 100% on Chinese electric
                  vehicles); CC-T-SA (Canada: surtax of 25% on Chinese steel and
                  aluminum)

   20 Mar 2025  China: additional tariff of 25% on Canadian aquatic
  – 1 Mar 2026  products [2, 6]
      CC-T-SEA  for 225 days
                China on Canada: 25 % on aquatic products, additional
                  (retaliatory)
                in answer to CC-T-EV (Canada: surtax of 100% on Chinese electric
                  vehicles); CC-T-SA (Canada: surtax of 25% on Chinese steel and
                  aluminum)
                replaced by CC-T-SEA2

   14 Aug 2025  China: anti-dumping deposit of 75.8% on Canadian canola
  – 1 Mar 2026  seed [2, 8]
     CC-T-SEED  for 78 days
                China on Canada: 75.8 % on canola seed, base duty 9 %,
                  additional (anti-dumping)
                in answer to CC-T-EV (Canada: surtax of 100% on Chinese electric
                  vehicles), denied by China's Commerce Ministry; CC-T-SA
                  (Canada: surtax of 25% on Chinese steel and aluminum), denied
                  by China's Commerce Ministry
                replaced by CC-132
                disputed reason: retaliation for the Canadian tariffs [2, 9] /
                  an anti-dumping case under Chinese law [10]

As last confirmed – no end is known, nor whether they still held

   22 Mar 2021  Canada sanctions Chinese officials over Xinjiang [11]
– no end known  for 6 to 1,684 days, last confirmed on 28 Mar 2021
        CC-S21  Canada (imposer) · China (target) · United States
                United Kingdom · European Union · Zhu Hailun (target)
                Wang Junzheng (target) · Wang Mingshan (target)
                Chen Mingguo (target)

   27 Mar 2021  China sanctions MP Michael Chong and a Commons subcommittee [12]
– no end known  for 0 to 1,679 days, last confirmed on 27 Mar 2021
        CC-069  China (imposer)
                Canada (target): Michael Chong, member of parliament
                United States (target)
                a subcommittee of the House of Commons of Canada (target)
                in answer to CC-S21 (Canada sanctions Chinese officials over
                  Xinjiang)

   19 May 2022  Canada bars Huawei and ZTE from 5G networks [13]
– no end known  for 0 to 1,261 days, last confirmed on 19 May 2022
        CC-077  Canada (imposer): François-Philippe Champagne, industry minister
                  (speaker); Marco Mendicino, public safety minister (speaker)
                China (target) · Huawei (target) · ZTE Corporation (target)
                on 5G equipment and 4G equipment

   10 Dec 2024  Canada sanctions eight Chinese officials [14, 15]
– no end known  for 1 to 325 days, last confirmed on 11 Dec 2024
        CC-S24  Canada (imposer): Mélanie Joly, Minister of Foreign Affairs
                  (speaker)
                China (target) · Chen Quanguo (target) · Wu Yingjie (target)
                disputed date: 10 Dec 2024 [14] / 11 Dec 2024 [15]

   21 Dec 2024  China sanctions two Canadian groups and 20 people [16]
– no end known  for 7 to 314 days, last confirmed on 28 Dec 2024
        CC-096  China on Canada, Uyghur Rights Advocacy Project, Canada-Tibet
                  Committee
                in answer to CC-S24 (Canada sanctions eight Chinese officials)

   31 Jul 2025  Canada: surtax of 25% on metal goods melted and poured in
– no end known  China [17]
       CC-T-MP  for 0 to 92 days, last confirmed on 31 Jul 2025
                Canada on China: 25 % on steel goods melted and poured in China
                  and aluminum goods smelted and cast in China except imports
                  from the United States, additional (surtax)

Possibly – as far as their dates tell

    about 2025  Canada reclassifies China as a "strategic partner" [2]
– no end known  Canada (actor): Mark Carney, perhaps Prime Minister
        CC-A22  China (subject)
                disputed date: about 2025 / 2005 [18]

Where a measure has an end, its second date is the first day without it.


$ detente inforce --on 2019-12-10 --pair CAN,CHN --format csv | cut -d , -f 1,2,15,18,20,21
id,kind,start,state,days_min,days_max
CC-035,incident.detention,2014-12-03,in_force,1833,1833
CC-KOV,incident.detention,2018-12-10,in_force,365,365
CC-SPA,incident.detention,2018-12-10,in_force,365,365
CC-059,trade.ban,2019-03-01,in_force,284,284
CC-060,trade.ban,2019-03-26,in_force,259,259
CC-034,treaty.in_force,2014-10-01,as_last_confirmed,0,1896

# Detentions on the first day, the last one, and the day on which they no longer held.

$ for day in 2018-12-09 2018-12-10 2021-09-23 2021-09-24; do
>     echo "$day: $(detente inforce --on $day --kind incident.detention --imposer CHN --format csv | sed 1d | cut -d , -f 1,18,20 | tr '\n' ' ')"
> done
2018-12-09: CC-035,in_force,1467 
2018-12-10: CC-035,in_force,1468 CC-KOV,in_force,0 CC-SPA,in_force,0 
2021-09-23: CC-035,in_force,2486 CC-KOV,in_force,1018 CC-SPA,in_force,1018 
2021-09-24: CC-035,in_force,2487 

$ detente inforce --on 2021-09-23 --kind incident.detention --text Kovrig
In force                                                          on 23 Sep 2021
────────────────────────────────────────────────────────────────────────────────

In force

   10 Dec 2018  China detains Michael Kovrig [1, 2]
 – 24 Sep 2021  for 1,018 days
        CC-KOV  China (actor) · Canada (target)
                Michael Kovrig, former diplomat (target)
                in answer to CC-MENG (Canada arrests Meng Wanzhou at Vancouver
                  airport), denied by China's Foreign Ministry
                disputed reason: retaliation for the arrest of Meng
                  Wanzhou [2, 3, 4] / not linked to the arrest of Meng
                  Wanzhou [5]

Where a measure has an end, its second date is the first day without it.

Sources
[1] The Canadian Press / Red Deer Express, “A timeline of the cases of Meng
    Wanzhou and the Canadians detained in China”, Dec 2018,
    https://reddeerexpress.com/news/a-timeline-of-the-cases-of-meng-wanzhou-and-the-canadians-detained-in-china
[2] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[3] Associated Press / Gorge News Center, “Trudeau: Chinese death sentence
    arbitrary”, 14 Jan 2019,
    https://gorgenewscenter.com/2019/01/14/trudeau-chinese-death-sentence-arbitrary/
[4] South China Morning Post,
    https://www.scmp.com/news/china/diplomacy/article/2178515/theres-human-cost-these-political-situations-chinese-arrests
[5] Reuters / Financial Post, 22 Jun 2020,
    https://business.financialpost.com/pmn/business-pmn/china-says-espionage-cases-against-canadians-not-linked-to-huawei-cfo

$ detente inforce --on 2021-09-23 --kind incident.detention --text Kovrig --json | sed '/"sources"/,$d'
{
  "query": {
    "command": "inforce",
    "on": "2021-09-23",
    "kind": ["incident.detention"],
    "text": ["Kovrig"]
  },
  "on": "2021-09-23",
  "measures": [
    {
      "id": "CC-KOV",
      "kind": "incident.detention",
      "title": "China detains Michael Kovrig",
      "imposer": "CHN",
      "target": "CAN",
      "start": "2018-12-10",
      "end": "2021-09-24",
      "state": "in_force",
      "days_min": 1018,
      "days_max": 1018,
      "disputed": true,
      "answers": ["CC-MENG"],
      "replaces": [],
      "replaced_by": [],

# A month is a range of days; an event's id is its day; without --on it is today.

$ detente inforce --on 2020-11 --kind trade.ban --imposer China --format csv | cut -d , -f 1,15,16,18,20,21
id,start,end,state,days_min,days_max
CC-059,2019-03-01,2022-05-18,in_force,611,640
CC-060,2019-03-26,2022-05-18,in_force,586,615

$ detente inforce --on CC-M22 --target CAN --kind trade.investigation
? 1
detente: no measure is in force on 2022-11-15; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection

$ detente inforce --today 2009-11-15 --kind trade.ban --format csv | cut -d , -f 1,15,16,18,20,21
id,start,end,state,days_min,days_max
CC-020,2009-05-03,2009-12-01~,possibly,181,196

# Up to the day a measure was last confirmed it is in force; after it no more is claimed.

$ for day in 2026-01-16 2026-01-17; do detente inforce --on $day --product "canola oil" --format csv | sed 1d | cut -d , -f 1,18,19,20,21; done
CC-T-OIL,in_force,2026-01-16,302,302
CC-T-OIL,as_last_confirmed,2026-01-16,302,303

# Nothing found, and what cannot be asked.

$ detente inforce --on 1960 --pair CAN,CHN
? 1
detente: no measure is in force on 1960-01-01/1960-12-31; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection

$ detente inforce --on 2024-09-30 --pair CAN,CHN --kind tariff
? 1
detente: no measure is in force on 2024-09-30, and the record claims to cover this

$ detente inforce --from 2019 --to 2020
? 2
detente: `inforce` takes no --from
  it asks for a day: --on DATE; the history of rates: detente tariffs --from --to

$ detente inforce --on 2019 --kind meeting
? 2
detente: meeting is no kind that holds until it is ended
  the standing kinds are tariff, sanction, trade.ban, trade.investigation, incident.detention, policy.standing and treaty.in_force; for others use `between`

$ detente inforce --on someday
? 2
detente: --on: "someday" is neither a date nor the id of an event: 'someday' is not understood in a date
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025

$ detente inforce --on yesterday --today 2019-12-11 --pair CAN,CHN --format csv | cut -d , -f 1,18,20,21
id,state,days_min,days_max
CC-035,in_force,1833,1833
CC-KOV,in_force,365,365
CC-SPA,in_force,365,365
CC-059,in_force,284,284
CC-060,in_force,259,259
CC-034,as_last_confirmed,0,1896

# A word that no measure has, and codes where measures give none, say nothing of what was in force.

$ detente inforce --on 2022-06-01 --product "5G equipments"
? 1
detente: no measure in the record names the product "5G equipments"
  did you mean 5G equipment, 4G equipment? other products here: aquatic products, aluminum goods smelted and cast in China, aluminum products, canola meal, pork from Quebec, steel goods melted and poured in China …

$ detente inforce --on 2025-10-31 --kind tariff --hs 1205
? 1
detente: no measure of HS "1205" is in force on 2025-10-31, but none of the 9 then gives HS codes
  ask by words: --product WORDS

# What is known to go on is known to do so up to today: of a later day no more is claimed than of one without an end.

$ for day in 2026-04-10 2026-04-11; do detente inforce --today 2026-04-10 --on $day --kind incident.detention --format csv | sed 1d | cut -d , -f 1,18,19,20,21; done
CC-035,in_force,2026-02-09,4146,4146
CC-035,as_last_confirmed,2026-02-09,4086,4147

$ detente inforce --on 2019 --target "Rusia"
? 2
detente: country or organization "Rusia" is not known
  did you mean RUS (Russia) or DEU (Germany)? `detente countries` lists them

$ detente inforce --on 2019 --limit 0 --json
{
  "query": {"command": "inforce", "on": "2019", "limit": 0},
  "on": "2019-01-01/2019-12-31",
  "measures": [],
  "totals": []
}

# An artificial world: an end that follows from a link, one ended the day it began, uncertain starts and ends, a
# disputed one, one that was cancelled, gaps and overlaps, who acts where nobody imposes.

$ cat >events.csv <<'END'
> id,kind,date,end,title,countries,organizations,people,status,last_confirmed
> W-1,sanction,2020-01-01,,Sanctions ended by a statement,EU:imposer;RUS:target,,,,
> W-2,statement,2020-03-01,,Statement that ends them,RUS:target,EU:speaker,,,
> W-3,trade.ban,2020-02-01,2020-02-01,Ban for a day,USA:imposer;RUS:target,,,,
> W-4,trade.ban,2020-01,2020-05,Ban with months only,USA:imposer;RUS:target,,,,
> W-5,incident.detention,2020-01-15?,..,Detention of unclear date,RUS:actor;USA:target,,Test Person:subject,disputed,
> W-6,sanction,2020-01-01,,Cancelled sanctions,USA:imposer;RUS:target,,,cancelled,
> W-7,trade.ban,2019-01-01,2019-12-31,Old ban,CAN:imposer;RUS:target,,,,
> W-8,trade.ban,2020-01-04,..,New ban,CAN:imposer;RUS:target,,,,
> W-9,sanction,2019-06-01,2020-01-20,Old list,CAN:imposer;RUS:target,,,,
> W-10,sanction,2020-01-15,,New list,CAN:imposer;RUS:target,,,,2020-02
> W-11,sanction,2020-01-18,,Second new list,CAN:imposer;RUS:target,,,,
> END
$ sed -i 's/EU:imposer;RUS:target,,,,/RUS:target,EU:imposer,,,/' events.csv
$ cat >links.csv <<'END'
> from,relation,to,denied_by
> W-2,ends,W-1,
> W-8,replaces,W-7,
> W-10,replaces,W-9,
> W-11,replaces,W-10,
> W-8,retaliates_against,W-5,Russia
> END
$ rm -f detente.db; detente import -q events.csv links.csv

$ detente inforce --on 2020-02-01
In force                                                           on 1 Feb 2020
────────────────────────────────────────────────────────────────────────────────

In force

    1 Jan 2020  Sanctions ended by a statement
  – 1 Mar 2020  for 31 days
           W-1  European Union on Russia
                ended by W-2

  Jan–May 2020  Ban with months only
           W-4  for 1 to 31 days
                United States on Russia

    4 Jan 2020  New ban
     – ongoing  for 28 days; known to go on
           W-8  Canada on Russia
                in answer to W-5 (Detention of unclear date), denied by Russia
                leaves a gap of 4 days after W-7

   15 Jan 2020  New list
– no end known  for 17 days, last confirmed on 1 Feb 2020
          W-10  Canada on Russia
                overlaps W-9 by 5 days
                has no end of its own though W-11 replaces it

    1 Feb 2020  Ban for a day
           W-3  for 0 days
                United States on Russia

As last confirmed – no end is known, nor whether they still held

   18 Jan 2020  Second new list
– no end known  for 0 to 14 days, last confirmed on 18 Jan 2020
          W-11  Canada on Russia
                W-10 has no end of its own though this replaces it

Possibly – as far as their dates tell

   15 Jan 2020? disputed: Detention of unclear date
     – ongoing  Russia (actor) · United States (target) · Test Person (subject)
           W-5

Where a measure has an end, its second date is the first day without it.

$ detente inforce --on 2020-02-29 --imposer EU --format csv
id,kind,title,imposer,target,product,hs,rate_min,rate_max,rate_unit,base_rate_min,base_rate_max,quota,excludes,start,end,ended_by,state,last_confirmed,days_min,days_max,basis,status,release,disputed,answers,replaces,replaced_by,faults,sources
W-1,sanction,Sanctions ended by a statement,EU,RUS,,,,,,,,,,2020-01-01,2020-03-01,W-2,in_force,,59,59,,,,,,,,,

$ detente inforce --on 2020-03-01 --imposer EU
? 1
detente: no measure is in force on 2020-03-01; the record does not claim to cover this

$ detente inforce --on 2020-02 --imposer USA --format csv | cut -d , -f 1,15,16,18,20,21
id,start,end,state,days_min,days_max
W-4,2020-01,2020-05,in_force,1,59
W-3,2020-02-01,2020-02-01,possibly,0,0

$ detente inforce --on 2019-12-20 --imposer CAN --target RUS
In force                                                          on 20 Dec 2019
────────────────────────────────────────────────────────────────────────────────

In force

    1 Jan 2019  Old ban
 – 31 Dec 2019  for 353 days
           W-7  Canada on Russia
                W-8 replaces it after a gap of 4 days

    1 Jun 2019  Old list
 – 20 Jan 2020  for 202 days
           W-9  Canada on Russia
                W-10 replaces it and overlaps it by 5 days

Where a measure has an end, its second date is the first day without it.

$ detente inforce --on 2020-02-01 --disputed --json
{
  "query": {"command": "inforce", "on": "2020-02-01", "disputed": true},
  "on": "2020-02-01",
  "measures": [
    {
      "id": "W-5",
      "kind": "incident.detention",
      "title": "Detention of unclear date",
      "imposer": "RUS",
      "target": "USA",
      "start": "2020-01-15?",
      "end": "..",
      "state": "possibly",
      "status": "disputed",
      "disputed": true,
      "replaces": [],
      "replaced_by": [],
      "sources": []
    }
  ],
  "totals": []
}
