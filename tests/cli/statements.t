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
  "statements": []
}
detente: nothing was said, as far as the record tells; the record does not claim to cover this

$ detente --db cc.db list statements --kind meeting
> detente --db cc.db list statements --kind statment
? 2
2009

    3 Dec 2009  Wen Jiabao, Premier of China:
        CC-022  “five years is too long” [1]
                Wen Jiabao rebukes Harper for waiting five years to visit [1]

Sources
[1] Red Deer Advocate, “Harper rebuked by Chinese leader for taking too long to
    visit”, Dec 2009,
    https://www.reddeeradvocate.com/national-news/harper-rebuked-by-chinese-leader-for-taking-too-long-to-visit/
detente: kind "statment" begins with no known family
  did you mean statement? `detente kinds` lists them; what has no family goes under other
