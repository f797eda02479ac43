# What was said: a row per quote, with who spoke, the words and their source.

$ detente --db cc.db import -q "$FIXTURES/canada-china"

# In order; one that is not dated stands inside the interval that it can have been said in.
$ detente --db cc.db list statements --from 2025
from 1 Jan 2025
────────────────────────────────────────────────────────────────────────────────

2025

   28 Jan 2025  Marie-Josée Hogue, commissioner:
        CC-HOG  “most active perpetrator” [1]
                Foreign interference inquiry issues its final report [1, 2]

between 28 Jan  China
and 1 Nov 2025  Beijing denies being the "most active perpetrator" of
        CC-A32  interference [1]

    8 Mar 2025  China
        CC-099  China announces tariffs on Canadian farm and seafood goods [3]

   19 Mar 2025  Mélanie Joly, Minister of Foreign Affairs of Canada
        CC-105  Joly condemns the executions [1, 4]

   17 Apr 2025  Mark Carney, Prime Minister of Canada:
        CC-106  “the biggest security threat” [1]
                Carney calls China "the biggest security threat" [1, 5]

between May 2025 and about Oct 2025
  Mark Carney, Prime Minister of Canada:
  “sincerity and engagement” [1]
  possible: Carney speaks of China's "sincerity and engagement" [1]
  CC-A36

between May 2025 and about Oct 2025
  Mark Carney, Prime Minister of Canada:
  “a country run by engineers” [1]
  possible: Carney calls China "a country run by engineers" [1]
  CC-A37

   16 Jul 2025  Mark Carney, Prime Minister of Canada
        CC-110  Carney announces a 25% tariff on steel melted and poured in
                China [6]

    5 Sep 2025  China
        CC-115  China extends the canola investigation to 9 March 2026 [7]

   12 Oct 2025  Wang Di, ambassador to Canada:
        CC-117  “if the EV tariffs are removed, then China will also remove the
                  tariffs” [8]
                Ambassador Wang Di offers to drop canola tariffs for EV
                tariffs [1, 8, 9, 10]

between 27 Oct  Anita Anand, Minister of Foreign Affairs of Canada:
and 1 Nov 2025  “Diplomacy is not walking away from tough issues. It’s about
        CC-A40    having the conversation — firmly, directly — about Canadian
                  interests and Canadian values.” [1]
                Anand tells MPs that diplomacy "is not walking away from tough
                issues" [1]

   31 Oct 2025  Mark Carney, Prime Minister of Canada:
        CC-121  “turning point” [1]
                “very pleased” [1]
                “a turning point that creates opportunities ... and also creates
                  a path to address current issues” [11]
                “very pleased with the outcome” [11]
                “It also creates a path to address current issues.”
                  (disputes) [1]
                “We now have a turning point in the relationship — one that
                  creates opportunities for Canadian families, for Canadian
                  businesses, and for Canadian workers” (disputes) [1]
                Carney: "We now have a turning point in the
                relationship" [1, 11]

         about  Mark Carney, Prime Minister of Canada; Xi Jinping, President of
   31 Oct 2025    China
        CC-A39  possible: Carney and Xi both endorse the rules-based
                international order [1]

2026

   16 Jan 2026  Canada; China
        CC-126  Joint statement on a new strategic partnership [12]

   24 Jan 2026  Donald Trump, President of the United States
        CC-127  Trump threatens Canada with a 100% tariff over the China
                deal [13]

   27 Feb 2026  China
        CC-130  China says it will suspend tariffs on canola meal, peas, crab
                and lobster [14, 15]

Sources
 [1] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
     China Relations”, 1 Nov 2025
 [2] CTV News, “No evidence of 'traitors': takeaways from the final report”,
     28 Jan 2025, https://bbs.comefromchina.com/threads/1887166
 [3] Associated Press / AJC, “China imposes retaliatory tariffs on Canadian farm
     and food products”, 8 Mar 2025,
     https://www.ajc.com/news/nation-world/china-imposes-retaliatory-tariffs-on-canadian-farm-and-food-products/JWG33IG6QBAQHAYODXPYR6IOTQ/
 [4] UPI, “China executes four Canadians, Ottawa says”, 20 Mar 2025,
     https://www.upi.com/Top_News/World-News/2025/03/20/canada-China-executes-Canadians/9021742448087/
 [5] Hindustan Times, “Canada election debate: Carney says China is the 'biggest
     security threat'”, 18 Apr 2025,
     https://www.hindustantimes.com/world-news/canada-election-debate-carney-says-china-is-the-biggest-security-threat-facing-his-country-101744950913822.html
 [6] The Canadian Press / AM800, “Canada to target steel originating in China
     with new tariffs”, 16 Jul 2025,
     https://www.am800cklw.com/news/canada-to-target-steel-originating-in-china-with-new-tariffs.html
 [7] Farms.com, “Trade with China (canola)”,
     https://www.farms.com/news/trade-with-china-235038.aspx
 [8] CTV News / AM800, “China will remove canola tariffs if Canada scraps EV
     levies: ambassador”, Oct 2025,
     https://www.am800cklw.com/news/china-will-remove-canola-tariffs-if-canada-scraps-ev-levies-ambassador.html
 [9] Juno News,
     https://www.junonews.com/p/china-offers-canola-relief-if-liberals
[10] Ottawa Life, https://www.ottawalife.com/?p=63312
[11] udumbara.net, “Carney Says Relations With Beijing at 'Turning Point' After
     Xi Meeting, Will Visit China”, Oct 2025,
     https://udumbara.net/carney-says-relations-with-beijing-at-turning-point-after-xi-meeting-will-visit-china
[12] VoxPoint (Xinhua), “China, Canada agree to advance new strategic
     partnership”, 16 Jan 2026,
     https://voxpoint.news/2026/01/16/china-canada-agree-to-advance-new-strategic-partnership
[13] NDTV, “Trump threatens Canada with 100% tariffs over trade deal with
     China”, 24 Jan 2026,
     https://www.ndtv.com/world-news/trump-threatens-canada-with-100-tariffs-over-trade-deal-with-china-10879104
[14] Xinhua / People's Daily, “China to suspend additional tariffs on certain
     imports from Canada”, 28 Feb 2026,
     http://en.people.cn/n3/2026/0228/c90000-20429390.html
[15] The News International,
     https://www.thenews.com.pk/latest/1393978-china-canada-trade-breakthrough-beijing-eases-agriculture-tariffs-after-mark-carney-visit

$ detente --db cc.db list statements --person mark-carney --from 2025-10-31 --json
{
  "query": {
    "command": "list",
    "words": ["statements"],
    "from": "2025-10-31",
    "match": "starts",
    "person": ["mark-carney"]
  },
  "statements": [
    {
      "event": "CC-A36",
      "kind": "statement",
      "date": "2025-05/2025-10~",
      "start_min": "2025-05-01",
      "start_max": "2025-10-31",
      "match": "possible",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada",
      "words": "sincerity and engagement",
      "title": "Carney speaks of China's \"sincerity and engagement\"",
      "sources": [
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ],
      "locator": "section \"From Confrontation to Pragmatism\"",
      "note": "Mark Carney, of China."
    },
    {
      "event": "CC-A37",
      "kind": "statement",
      "date": "2025-05/2025-10~",
      "start_min": "2025-05-01",
      "start_max": "2025-10-31",
      "match": "possible",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada",
      "words": "a country run by engineers",
      "title": "Carney calls China \"a country run by engineers\"",
      "sources": [
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ],
      "locator": "section \"From Confrontation to Pragmatism\"",
      "note": "Mark Carney, of China."
    },
    {
      "event": "CC-121",
      "kind": "statement",
      "date": "2025-10-31",
      "start_min": "2025-10-31",
      "start_max": "2025-10-31",
      "match": "certain",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada",
      "words": "turning point",
      "title": "Carney: \"We now have a turning point in the relationship\"",
      "disputed": true,
      "sources": [
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ],
      "locator": "opening paragraphs",
      "note": "Mark Carney."
    },
    {
      "event": "CC-121",
      "kind": "statement",
      "date": "2025-10-31",
      "start_min": "2025-10-31",
      "start_max": "2025-10-31",
      "match": "certain",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada",
      "words": "very pleased",
      "title": "Carney: \"We now have a turning point in the relationship\"",
      "disputed": true,
      "sources": [
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ],
      "locator": "opening paragraphs",
      "note": "Mark Carney, of the tone and outcome."
    },
    {
      "event": "CC-121",
      "kind": "statement",
      "date": "2025-10-31",
      "start_min": "2025-10-31",
      "start_max": "2025-10-31",
      "match": "certain",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada",
      "words": "a turning point that creates opportunities ... and also creates a path to address current issues",
      "title": "Carney: \"We now have a turning point in the relationship\"",
      "disputed": true,
      "sources": [
        {
          "id": "udumbara-2025-turning-point",
          "title": "Carney Says Relations With Beijing at 'Turning Point' After Xi Meeting, Will Visit China",
          "publisher": "udumbara.net",
          "url": "https://udumbara.net/carney-says-relations-with-beijing-at-turning-point-after-xi-meeting-will-visit-china",
          "published": "2025-10"
        }
      ],
      "note": "Mark Carney; as one sentence."
    },
    {
      "event": "CC-121",
      "kind": "statement",
      "date": "2025-10-31",
      "start_min": "2025-10-31",
      "start_max": "2025-10-31",
      "match": "certain",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada",
      "words": "very pleased with the outcome",
      "title": "Carney: \"We now have a turning point in the relationship\"",
      "disputed": true,
      "sources": [
        {
          "id": "udumbara-2025-turning-point",
          "title": "Carney Says Relations With Beijing at 'Turning Point' After Xi Meeting, Will Visit China",
          "publisher": "udumbara.net",
          "url": "https://udumbara.net/carney-says-relations-with-beijing-at-turning-point-after-xi-meeting-will-visit-china",
          "published": "2025-10"
        }
      ],
      "note": "Mark Carney."
    },
    {
      "event": "CC-121",
      "kind": "statement",
      "date": "2025-10-31",
      "start_min": "2025-10-31",
      "start_max": "2025-10-31",
      "match": "certain",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada",
      "words": "It also creates a path to address current issues.",
      "title": "Carney: \"We now have a turning point in the relationship\"",
      "disputed": true,
      "sources": [
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ],
      "locator": "opening paragraphs",
      "stance": "disputes",
      "note": "Mark Carney to reporters. The article has two sentences where the other report has one."
    },
    {
      "event": "CC-121",
      "kind": "statement",
      "date": "2025-10-31",
      "start_min": "2025-10-31",
      "start_max": "2025-10-31",
      "match": "certain",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada",
      "words": "We now have a turning point in the relationship — one that creates opportunities for Canadian families, for Canadian businesses, and for Canadian workers",
      "title": "Carney: \"We now have a turning point in the relationship\"",
      "disputed": true,
      "sources": [
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ],
      "locator": "opening paragraphs",
      "stance": "disputes",
      "note": "Mark Carney to reporters. The article has two sentences where the other report has one."
    },
    {
      "event": "CC-A39",
      "kind": "statement",
      "date": "2025-10-31~",
      "start_min": "2025-10-31",
      "start_max": "2025-10-31",
      "match": "possible",
      "speakers": [
        {
          "id": "mark-carney",
          "type": "person",
          "name": "Mark Carney",
          "office": ["head_of_government"],
          "title": "Prime Minister",
          "for": "CAN"
        },
        {
          "id": "xi-jinping",
          "type": "person",
          "name": "Xi Jinping",
          "office": ["head_of_state"],
          "title": "President",
          "for": "CHN"
        }
      ],
      "said_by": "Mark Carney, Prime Minister of Canada; Xi Jinping, President of China",
      "title": "Carney and Xi both endorse the rules-based international order",
      "sources": [
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ]
    }
  ]
}

$ detente --db cc.db list statements --from 2018 --to 2020 --format csv
event,kind,date,start_min,start_max,match,speakers,said_by,words,title,status,release,disputed,sources,locator,stance,note
CC-A28,statement.protest,2018~,2018-01-01,2018-12-31,possible,CAN,Canada,arbitrary imprisonment,Ottawa condemns the detention of Kovrig and Spavor as arbitrary,,,,article-2025-11-01-turning-point,"section ""Repairing a Strained Relationship""",,"What Ottawa condemned, in the words of the article."
CC-050,statement.announcement,2018-12-05,2018-12-05,2018-12-05,certain,,,,The arrest of Meng Wanzhou becomes public,,,,canadian-press-red-deer-express-2018-meng-timeline,,,
CC-051,statement.protest,2018-12-08,2018-12-08,2018-12-08,certain,le-yucheng,"Le Yucheng, deputy foreign minister",grave consequences,China summons the Canadian ambassador over Meng's arrest,,,,canadian-press-red-deer-express-2018-meng-timeline,,,Le Yucheng.
CC-057,statement.protest,2019-01-17,2019-01-17,2019-01-17,certain,lu-shaye,"Lu Shaye, ambassador to Canada",backstabbing,"Ambassador Lu Shaye calls Meng's arrest ""backstabbing""",,,,canadian-press-darpan-2026-timeline,,,Lu Shaye.

# A kind narrows.
$ detente --db cc.db list statements --kind statement.protest --format csv | cut -d , -f 1-8
event,kind,date,start_min,start_max,match,speakers,said_by
CC-021,statement.protest,2009-12,2009-12-01,2009-12-31,,CHN,China
CC-A28,statement.protest,2018~,2018-01-01,2018-12-31,,CAN,Canada
CC-051,statement.protest,2018-12-08,2018-12-08,2018-12-08,,le-yucheng,"Le Yucheng
CC-057,statement.protest,2019-01-17,2019-01-17,2019-01-17,,lu-shaye,"Lu Shaye
CC-105,statement.protest,2025-03-19,2025-03-19,2025-03-19,,melanie-joly,"Mélanie Joly
CC-127,statement.protest.threat,2026-01-24,2026-01-24,2026-01-24,,donald-trump,"Donald Trump

# The timeline has the words too, two at most; where sources differ on them, all are told as disputed values.
$ detente --db cc.db timeline CAN CHN --from 2019-01-17 --to 2019-01-17
Canada – China                                                       17 Jan 2019
────────────────────────────────────────────────────────────────────────────────

2019

   17 Jan 2019  Ambassador Lu Shaye calls Meng's arrest "backstabbing" [1]
        CC-057  China (speaker): Lu Shaye, ambassador to Canada
                Canada (subject) · Huawei (subject)
                “backstabbing” [1]

Sources
[1] The Canadian Press / Darpan Magazine, “A timeline of a turbulent decade in
    the Canada-China relationship”, 16 Jan 2026,
    https://www.darpanmagazine.com/news/national/a-timeline-of-a-turbulent-decade-in-the-canadachina-relationship-1/?page=10

$ detente --db cc.db timeline CAN CHN --from 2025-10-31 --to 2025-10-31 --kind statement --match certain | sed '/^Sources/,$d'
Canada – China                                                       31 Oct 2025
────────────────────────────────────────────────────────────────────────────────

2025

   31 Oct 2025  Carney: "We now have a turning point in the relationship" [1, 2]
        CC-121  Canada (speaker): Mark Carney, Prime Minister · China (subject)
                disputed words: “a turning point that creates opportunities ...
                  and also creates a path to address current issues” [1] /
                  “turning point” [2] / “very pleased” [2] / “very pleased with
                  the outcome” [1] / “It also creates a path to address current
                  issues.” [2] / “We now have a turning point in the
                  relationship — one that creates opportunities for Canadian
                  families, for Canadian businesses, and for Canadian
                  workers” [2]


$ cat >events.csv <<'END'
> id,kind,date,title,countries,people,source_url
> E,statement,2001-01-01,Ardon speaks,CAN:speaker;CHN:subject,Ada Arrow:speaker,https://one.example/
> M,meeting,2001-01-02,A meeting with words,CAN;CHN,,https://one.example/
> END
> cat >claims.csv <<'END'
> event,source,field,value,quote,locator
> E,https://one.example/,quote,First words,,page 1
> E,https://one.example/,quote,Second words,,
> E,https://two.example/,quote,Third words,,
> E,https://two.example/,quote,Words to end it,,
> E,https://two.example/,date,2001-01-01,on New Year's Day,
> M,https://one.example/,quote,Not said in a statement,,
> END
> detente --db w.db import -q events.csv claims.csv

$ detente --db w.db timeline CAN CHN
Canada – China
────────────────────────────────────────────────────────────────────────────────

2001

    1 Jan 2001  Ardon speaks [1]
             E  Canada (speaker) · China (subject) · Ada Arrow (speaker)
                “First words” [1]
                “Second words” [1]
                and 2 more quotes

    2 Jan 2001  A meeting with words [1]
             M

Sources
[1] https://one.example/

$ detente --db w.db list statements
2001

    1 Jan 2001  Canada; Ada Arrow:
             E  “First words” [1]
                “Second words” [1]
                “Third words” [2]
                “Words to end it” [2]
                Ardon speaks [1]

Sources
[1] https://one.example/
[2] https://two.example/

$ detente --db w.db list statements --format tsv
event	kind	date	start_min	start_max	match	speakers	said_by	words	title	status	release	disputed	sources	locator	stance	note
E	statement	2001-01-01	2001-01-01	2001-01-01		CAN;ada-arrow	Canada; Ada Arrow	First words	Ardon speaks				one-example-1d642081919c	page 1		
E	statement	2001-01-01	2001-01-01	2001-01-01		CAN;ada-arrow	Canada; Ada Arrow	Second words	Ardon speaks				one-example-1d642081919c			
E	statement	2001-01-01	2001-01-01	2001-01-01		CAN;ada-arrow	Canada; Ada Arrow	Third words	Ardon speaks				two-example-80bb2a20026f			
E	statement	2001-01-01	2001-01-01	2001-01-01		CAN;ada-arrow	Canada; Ada Arrow	Words to end it	Ardon speaks				two-example-80bb2a20026f			

# Nothing found, and what is no statement.
$ detente --db cc.db list statements --country USA --to 2020
> detente --db w.db list statements --person ada-arrow --to 1999 --json
? 1
detente: nothing was said, as far as the record tells; the record does not claim to cover this
{
  "query": {
    "command": "list",
    "words": ["statements"],
    "to": "1999",
    "match": "starts",
    "person": ["ada-arrow"]
  },
  "statements": [],
  "covered": false
}
detente: nothing was said, as far as the record tells; the record does not claim to cover this

$ detente --db cc.db list statements --kind statment
? 2
detente: kind "statment" begins with no known family
  did you mean statement? `detente kinds` lists them; what has no family goes under other

# Words are kept of events of other kinds too, where somebody is their speaker; a kind narrows to these.
$ detente --db cc.db list statements --person "Xi Jinping" --from 2022 --to 2022
> detente --db cc.db list statements --kind meeting --kind incident --format csv | cut -d , -f 1-8
2022
────────────────────────────────────────────────────────────────────────────────

2022

   16 Nov 2022  Xi Jinping, President of China:
        CC-079  “Everything we discuss has been leaked to the paper; that's not
                  appropriate” [1]
                Xi scolds Trudeau over a leak to the press [1, 2, 3]

Sources
[1] The Epoch Times, “Chinese Leader Xi Confronts Trudeau at G20 Over
    Discussions 'Leaked' to the Press”, 16 Nov 2022,
    https://www.theepochtimes.com/world/chinese-leader-xi-confronts-trudeau-at-g20-over-discussions-leaked-to-the-press-4866800
[2] The Logical Indian,
    https://thelogicalindian.com/videos/g-20-meet-chinese-president-xi-jinping-confronts-canadian-pm-justin-trudeau-over-media-leaks-38739
[3] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
event,kind,date,start_min,start_max,match,speakers,said_by
CC-022,meeting.bilateral,2009-12-03,2009-12-03,2009-12-03,,wen-jiabao,"Wen Jiabao
CC-079,incident.diplomatic,2022-11-16,2022-11-16,2022-11-16,,xi-jinping,"Xi Jinping

# In order with statements, from either end, and page by page.
$ detente --db cc.db list statements --from 2022 --format csv | cut -d , -f 1-3 | sed -n 2,6p
> detente --db cc.db list statements --from 2022 --reverse --format csv | cut -d , -f 1-3 | tail -n 4
> detente --db cc.db list statements --from 2022 --after CC-079 --limit 1 --format csv | cut -d , -f 1-3
CC-079,incident.diplomatic,2022-11-16
CC-080,policy.strategy,2022-11-27
CC-ANN24,statement.announcement,2024-08-26
CC-089,statement.announcement,2024-09-03
CC-HOG,inquiry.report,2025-01-28
CC-089,statement.announcement,2024-09-03
CC-ANN24,statement.announcement,2024-08-26
CC-080,policy.strategy,2022-11-27
CC-079,incident.diplomatic,2022-11-16
event,kind,date
CC-080,policy.strategy,2022-11-27

# Who is asked for has spoken; with a role, who has that role.
$ detente --db cc.db list statements --country USA --format csv | cut -d , -f 1-3,7
> detente --db cc.db list statements --person mark-carney --role subject --format csv | cut -d , -f 1-3,7
event,kind,date,speakers
CC-127,statement.protest.threat,2026-01-24,donald-trump
detente: nothing was said, as far as the record tells; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection
event,kind,date,speakers

# What is not public says so.
$ detente --db adverse.db import -q "$FIXTURES/adverse"
> detente --db adverse.db list statements --from 2024-07 --to 2024-07
> detente --db adverse.db list statements --from 2024-07 --to 2024-07 --json | grep '"release"'
Jul 2024
────────────────────────────────────────────────────────────────────────────────

2024

    7 Jul 2024  Ardonia
   ST-INTERNAL  An internal remark on Belmark (internal)

    8 Jul 2024  Ardonia
      ST-DRAFT  A draft on Belmark (draft)

    9 Jul 2024  Ardonia
    ST-EMBARGO  A remark under embargo (not before 31 Dec 2026) [1]

   10 Jul 2024  Ardonia
                A remark whose embargo is over (not before 31 Dec 2024) [1]
                ST-EMBARGO-OVER

Sources
[1] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia
      "release": "internal",
      "release": "draft",
      "release": "2026-12-31",
      "release": "2024-12-31",
