# What happened between Canada and China in December 2018: six events whose days are known, and then
# those that may have been then, as far as their dates tell.

$ detente import -q "$FIXTURES/canada-china"

$ detente between 2018-12 2018-12 --pair CAN,CHN
Canada – China                                                          Dec 2018
────────────────────────────────────────────────────────────────────────────────

2018

    1 Dec 2018  Canada arrests Meng Wanzhou at Vancouver airport [1, 2]
       CC-MENG  Canada (actor) · United States (requester) · China (target)
                Huawei (subject)
                Meng Wanzhou, chief financial officer of Huawei (target)

    5 Dec 2018  The arrest of Meng Wanzhou becomes public [1]
        CC-050  Canada · China
                Meng Wanzhou, chief financial officer of Huawei (subject)

    8 Dec 2018  China summons the Canadian ambassador over Meng's arrest [1]
        CC-051  China (actor): Le Yucheng, deputy foreign minister (speaker)
                Canada (target): John McCallum, Ambassador of Canada to China
                “grave consequences” [1]

   10 Dec 2018  China detains Michael Kovrig [1, 2]
 – 24 Sep 2021  China (actor) · Canada (target)
        CC-KOV  Michael Kovrig, former diplomat (target)
                disputed reason: retaliation for the arrest of Meng
                  Wanzhou [2, 3, 4] / not linked to the arrest of Meng
                  Wanzhou [5]

   10 Dec 2018  China detains Michael Spavor [1, 2]
 – 24 Sep 2021  China (actor) · Canada (target)
        CC-SPA  Michael Spavor, entrepreneur (target)
                disputed reason: retaliation for the arrest of Meng
                  Wanzhou [2, 3, 4] / not linked to the arrest of Meng
                  Wanzhou [5]

   11 Dec 2018  Meng Wanzhou released on bail of C$10 million [6]
        CC-054  Canada (actor) · China
                Meng Wanzhou, chief financial officer of Huawei (subject)

Possible – as far as their dates tell

2018

          2018  Canada-China relations reach their low point [2]
        CC-A24

    about 2018  Ottawa condemns the detention of Kovrig and Spavor as
        CC-A28  arbitrary [2]
                Canada (speaker) · China (subject) · Michael Kovrig (subject)
                Michael Spavor (subject)
                “arbitrary imprisonment” [2]

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
[6] The Canadian Press / Darpan Magazine, “A timeline of a turbulent decade in
    the Canada-China relationship”, 16 Jan 2026,
    https://www.darpanmagazine.com/news/national/a-timeline-of-a-turbulent-decade-in-the-canadachina-relationship-1/?page=10

$ detente between 2018-12 2018-12 --pair CAN,CHN --format csv | sed 1d | wc -l
8

$ detente between 2018-12 2018-12 --pair CAN,CHN --match certain --format csv | sed 1d | wc -l
6

# 2017, for a program.

$ detente between 2017 2017 --pair CAN,CHN --json
{
  "query": {
    "command": "between",
    "from": "2017",
    "to": "2017",
    "match": "starts",
    "pair": ["CAN", "CHN"]
  },
  "events": [
    {
      "id": "CC-043",
      "kind": "appointment",
      "date": "2017-01-11",
      "title": "John McCallum named ambassador-designate to China",
...
          "role": "subject",
          "for": "CAN",
          "as": "ambassador-designate to China",
...
      "match": "certain"
    },
...
      "id": "CC-V17",
...
          "field": "date",
          "value": "2017",
          "quote": "since 2017, when Justin Trudeau visited Beijing",
...
}

# What was under way, whenever it began.

$ detente between 2019-06-01 2019-06-30 --kind incident.detention --match overlaps --format csv | cut -d , -f 1,3,4,8
id,date,end,title
CC-035,2014-12-03,..,China detains Robert Schellenberg
CC-KOV,2018-12-10,2021-09-24,China detains Michael Kovrig
CC-SPA,2018-12-10,2021-09-24,China detains Michael Spavor

# A date may be an event: from the arrest to the release.

$ detente between CC-MENG CC-072 --pair CAN,CHN --kind incident --format csv | cut -d , -f 1-3
id,kind,date
CC-MENG,incident.arrest,2018-12-01
CC-KOV,incident.detention,2018-12-10
CC-SPA,incident.detention,2018-12-10
CC-072,incident.release,2021-09-24
CC-073,incident.release,2021-09-24

# Each of the three ways of matching holds at least what the stricter one holds.

$ for m in certain starts overlaps; do detente between 2018 2021 --match $m --format csv | sed 1d | wc -l; done
29
30
32

$ detente between 2018-12-31 2018-12-01
? 2
detente: 2018-12-31 lies after 2018-12-01
  give the earlier date first
