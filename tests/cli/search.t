# Full text: titles, summaries, quotes of sources, names and aliases; the best first.

$ detente import -q "$FIXTURES/canada-china"

# Case and accents do not matter, on either side.

$ detente search Chretien
        person  Jean «Chrétien»
                jean-chretien

          1994  Jean «Chrétien» leads a business delegation to China [1]
        CC-008

Sources
[1] Associated Press / Star Tribune, “Canada and China: A half-century journey
    from Pierre Trudeau to Mark Carney”, 14 Jan 2026,
    https://www.startribune.com/canada-and-china-a-half-century-journey-from-pierre-trudeau-to-mark-carney/601563996

$ detente search CHRÉTIEN --format csv
rank,type,id,date,kind,status,release,title,match,field,excerpt,words,quoted,disputed,sources
1,person,jean-chretien,,,,,Jean Chrétien,,name,Jean «Chrétien»,Chrétien,,,
2,event,CC-008,1994,visit,,,Jean Chrétien leads a business delegation to China,,title,Jean «Chrétien» leads a business delegation to China,Chrétien,,,ap-startribune-2026-half-century

# Chinese: a name that the record has as an alias, and the same within a run of Chinese text.

$ detente search 习近平 --limit 3
        person  Xi Jinping
                xi-jinping
                name: «习近平»

   16 Jan 2026  Carney meets Xi Jinping at the Great Hall of the People [1]
        CC-124  name: «习近平» (Xi Jinping)

    5 Dec 2017  Justin Trudeau meets Xi Jinping in Beijing [2]
        CC-M17  name: «习近平» (Xi Jinping)

3 of 11 hits; --limit N shows more

Sources
[1] The Canadian Press / CityNews, “Carney reaches 'landmark' tariff-quota deal
    with China on EVs, canola”, 16 Jan 2026,
    https://toronto.citynews.ca/2026/01/16/carney-reaches-landmark-tariff-quota-deal-with-china-on-evs-canola/
[2] Prime Minister of Canada, “Prime Minister Justin Trudeau meets with
    President of China Xi Jinping”, 5 Dec 2017,
    https://pm.gc.ca/eng/news/2017/12/05/prime-minister-justin-trudeau-meets-president-china-xi-jinping

$ printf '%s\n' id,kind,date,title,countries 'X-1,statement,2030-01-01,外交部宣布习近平将访问测试国,CHN' >more.csv

$ detente import -q more.csv

$ detente search 习近平 --from 2030
    1 Jan 2030  外交部宣布«习近平»将访问测试国
           X-1

$ detente search 近平将访 --format jsonl
{"rank":1,"type":"event","id":"X-1","date":"2030-01-01","kind":"statement","title":"外交部宣布习近平将访问测试国","field":"title","excerpt":"外交部宣布习近平将访问测试国","marks":[{"from":6,"to":10}],"words":["近平将访"],"sources":[]}

$ detente search 平近习
? 1
detente: nothing found for "平近习"
  no text has "平近习" word behind word: without quotation marks and hyphens its words may stand apart

# All words must be there; a phrase stands in quotation marks, * stands for the end of a word, a hyphen leaves out.

$ detente search canola 'tariff*' --limit 4
about 1 Nov 2025 – 16 Jan 2026
  Canada has not taken up the offer of «canola» «tariffs» for EV
  «tariffs» [1, 2]
  CC-A20

   20 Mar 2025  China: additional «tariff» of 100% on Canadian «canola»
– no end known  oil [1, 2, 3]
      CC-T-OIL

   12 Oct 2025  disputed: Ambassador Wang Di offers to drop «canola» «tariffs»
        CC-117  for EV «tariffs» [1, 4, 5, 6]

   20 Mar 2025  China: additional «tariff» of 100% on Canadian «canola»
  – 1 Mar 2026  meal [1, 3]
     CC-T-MEAL

4 of 10 hits; --limit N shows more

Sources
[1] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[2] The Canadian Press / CityNews, “Carney reaches 'landmark' tariff-quota deal
    with China on EVs, canola”, 16 Jan 2026,
    https://toronto.citynews.ca/2026/01/16/carney-reaches-landmark-tariff-quota-deal-with-china-on-evs-canola/
[3] Associated Press / AJC, “China imposes retaliatory tariffs on Canadian farm
    and food products”, 8 Mar 2025,
    https://www.ajc.com/news/nation-world/china-imposes-retaliatory-tariffs-on-canadian-farm-and-food-products/JWG33IG6QBAQHAYODXPYR6IOTQ/
[4] CTV News / AM800, “China will remove canola tariffs if Canada scraps EV
    levies: ambassador”, Oct 2025,
    https://www.am800cklw.com/news/china-will-remove-canola-tariffs-if-canada-scraps-ev-levies-ambassador.html
[5] Juno News, https://www.junonews.com/p/china-offers-canola-relief-if-liberals
[6] Ottawa Life, https://www.ottawalife.com/?p=63312

$ detente search '"canola seed" -anti-dumping' --limit 3
   12 Aug 2025  China rules in a preliminary decision that Canadian «canola
        CC-112  seed» is dumped [1]

   28 Feb 2026  China's final ruling on Canadian «canola seed» sets a duty of
        CC-131  5.9% [2]

   18 May 2022  China readmits canola from Richardson and Viterra [3]
        CC-076  summary: The two exporters regain access for «canola seed».

3 of 7 hits; --limit N shows more

Sources
[1] Xinhua / People's Daily, “China issues preliminary ruling on anti-dumping
    probe into Canadian rapeseed”, 13 Aug 2025,
    http://en.people.cn/n3/2025/0813/c90000-20352389.html
[2] Xinhua / People's Daily, “China to impose anti-dumping duties on rapeseed
    from Canada”, 2 Mar 2026,
    http://en.people.cn/n3/2026/0302/c90000-20430119.html
[3] Seed World, “China lifts Richardson, Viterra canola seed import bans”,
    19 May 2022,
    https://www.seedworld.com/canada/2022/05/19/china-lifts-richardson-viterra-canola-seed-import-bans-2/

$ detente search 'meng -bail' extradition --format csv | cut -d , -f 1-4,8
rank,type,id,date,title
1,event,CC-064,2020-05-27,Meng Wanzhou loses the ruling on double criminality
2,event,CC-050,2018-12-05,The arrest of Meng Wanzhou becomes public
3,event,CC-051,2018-12-08,China summons the Canadian ambassador over Meng's arrest
4,event,CC-048,2018-08-22,US court issues a warrant for Meng Wanzhou
5,event,CC-MENG,2018-12-01,Canada arrests Meng Wanzhou at Vancouver airport
6,event,CC-072,2021-09-24,Meng Wanzhou freed after a deferred prosecution agreement
7,event,CC-057,2019-01-17,"Ambassador Lu Shaye calls Meng's arrest ""backstabbing"""

# Quotes of sources say whose they are.

$ detente search conversation --limit 1
between 27 Oct  Anand tells MPs that diplomacy "is not walking away from tough
and 1 Nov 2025  issues" [1]
        CC-A40  quote: Diplomacy is not walking away from tough issues. It’s
                  about having the «conversation» — firmly, directly — about
                  Canadian interests and Canadian values. [1]

Sources
[1] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025

$ detente search '"turning point"' --limit 2 --json
{
  "query": {
    "command": "search",
    "words": ["\"turning point\""],
    "limit": 2
  },
  "hits": [
    {
      "rank": 1,
      "type": "event",
      "id": "CC-121",
      "date": "2025-10-31",
      "kind": "statement",
      "title": "Carney: \"We now have a turning point in the relationship\"",
      "field": "title",
      "excerpt": "Carney: \"We now have a turning point in the relationship\"",
      "marks": [
        {"from": 23, "to": 36}
      ],
      "words": ["turning point"],
      "disputed": true,
      "sources": [
        {
          "id": "udumbara-2025-turning-point",
          "title": "Carney Says Relations With Beijing at 'Turning Point' After Xi Meeting, Will Visit China",
          "publisher": "udumbara.net",
          "url": "https://udumbara.net/carney-says-relations-with-beijing-at-turning-point-after-xi-meeting-will-visit-china",
          "published": "2025-10"
        },
        {
          "id": "article-2025-11-01-turning-point",
          "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
          "published": "2025-11-01"
        }
      ]
    },
    {
      "rank": 2,
      "type": "source",
      "id": "article-2025-11-01-turning-point",
      "date": "2025-11-01",
      "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
      "field": "title",
      "excerpt": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
      "marks": [
        {"from": 32, "to": 45}
      ],
      "words": ["Turning Point"],
      "sources": []
    }
  ],
  "total": 3
}

# Nothing that is typed is an operator, and none gives a fault.

$ detente search 'NEAR(canola, "oil' ')' '^title:x' '*' 'OR'
? 1
detente: nothing found for "NEAR(canola," "oil" "^title:x" "OR"
  no text has "NEAR(canola," word behind word: without quotation marks and hyphens its words may stand apart

$ detente search '"' '*' ' '
? 2
detente: there is no word to look for
  name a word, a "phrase" or the beginning of a word with * behind it

$ detente search -- -canola
? 2
detente: there are only words to be left out
  name a word, a "phrase" or the beginning of a word with * behind it

$ detente search "$(printf 'a\377b')"
? 2
detente: what is to be looked for is no UTF-8
  set the terminal to UTF-8

$ detente search $(seq 100 999)
? 2
detente: that is more than 64 words or phrases, or more than 512 words altogether
  the rarest few of them find the same

# The filters are those of everywhere; with one of them only events are looked for.

$ detente search canola --kind tariff --format csv | cut -d , -f 1-6,8
rank,type,id,date,kind,status,title
1,event,CC-132,2026-03-01,tariff,,China: anti-dumping duty of 5.9% on Canadian canola seed
2,event,CC-T-OIL,2025-03-20,tariff,,China: additional tariff of 100% on Canadian canola oil
3,event,CC-T-SEED,2025-08-14,tariff,,China: anti-dumping deposit of 75.8% on Canadian canola seed
4,event,CC-T-MEAL,2025-03-20,tariff,,China: additional tariff of 100% on Canadian canola meal

$ detente search kovrig --from 2018-12 --to 2018-12
    about 2018  possible: Ottawa condemns the detention of «Kovrig» and Spavor
        CC-A28  as arbitrary [1]

   10 Dec 2018  disputed: China detains Michael «Kovrig» [1, 2]
 – 24 Sep 2021
        CC-KOV

Sources
[1] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[2] The Canadian Press / Red Deer Express, “A timeline of the cases of Meng
    Wanzhou and the Canadians detained in China”, Dec 2018,
    https://reddeerexpress.com/news/a-timeline-of-the-cases-of-meng-wanzhou-and-the-canadians-detained-in-china

$ detente search canola --pair CAN,USA
? 1
detente: nothing found for "canola" with these filters; the record does not claim to cover this
  without them 19 events have the words: leave a filter out

$ detente search canola --limit 1 --reverse
? 2
detente: `search` takes no --reverse
  hits come by rank, the best first

$ detente search canola --after CC-1
? 2
detente: `search` takes no --after
  hits come by rank, not by date; --limit N shows more of them

$ detente search canola --distinct
? 2
detente: `search` takes no --distinct
  `detente list events --distinct --text WORDS` folds reports of one act

# Nothing found: what may help.

$ detente search ambasador
? 1
detente: nothing found for "ambasador"
  no text has "ambasador"; did you mean ambassador?

$ detente search tarif
? 1
detente: nothing found for "tarif"
  longer words begin so: search for 'tarif*'

$ detente search canola zebra
? 1
detente: nothing found for "canola" "zebra"
  no text has "zebra": leave it out, or give the beginning of the word and a *

$ detente search zebra --pair CAN,CHN
? 1
detente: nothing found for "zebra"; the record does not claim to cover this
  titles, summaries, quotes and names were searched; give the beginning of a word and a *

$ detente search canola --pair CAN,CHN --to 1990
? 1
detente: nothing found for "canola" with these filters; the record does not claim to cover this
  without them 19 events have the words: leave a filter out

$ detente search '"seed canola"'
? 1
detente: nothing found for "seed canola"
  no text has "seed canola" word behind word: without quotation marks and hyphens its words may stand apart

$ detente search canola Chretien
? 1
detente: nothing found for "canola" "Chretien"
  each is found somewhere, but not all together: leave one out

# The index follows the record.

$ printf '%s\n' id,title 'CC-008,A delegation goes to China' >change.csv

$ detente import -q change.csv

$ printf '%s\n' id,aliases 'jean-chretien,Le petit gars de Shawinigan' >people.csv

$ detente import -q people.csv

$ detente search Shawinigan
        person  Jean Chrétien
                jean-chretien
                name: Le petit gars de «Shawinigan»

          1994  A delegation goes to China [1]
        CC-008  name: Le petit gars de «Shawinigan» (Jean Chrétien)

Sources
[1] Associated Press / Star Tribune, “Canada and China: A half-century journey
    from Pierre Trudeau to Mark Carney”, 14 Jan 2026,
    https://www.startribune.com/canada-and-china-a-half-century-journey-from-pierre-trudeau-to-mark-carney/601563996

$ detente search '"business delegation"' --kind visit
? 1
detente: nothing found for "business delegation"; the record does not claim to cover this
  no text has "business delegation" word behind word: without quotation marks and hyphens its words may stand apart

# A record that cannot be written is searched all the same (here: no file may grow).

$ printf '%s\n' id,title 'CC-008,A trade mission goes to China' >change.csv

$ detente import -q change.csv

$ (trap '' XFSZ; ulimit -f 0; detente search '"trade mission"' --format csv 2>&1) | cat
rank,type,id,date,kind,status,release,title,match,field,excerpt,words,quoted,disputed,sources
1,event,CC-008,1994,visit,,,A trade mission goes to China,,title,A «trade mission» goes to China,trade mission,,,ap-startribune-2026-half-century
2,event,CC-003,1972,visit,,,Mitchell Sharp leads a trade delegation to China,,summary,The foreign minister leads a «trade mission» and meets Premier Zhou Enlai.,trade mission,,,canada-gov-diplomatic-relations
note: the record cannot be written now, so its words were indexed for this search alone

$ (trap '' XFSZ; ulimit -f 0; detente search '"business delegation"' --kind visit 2>&1) | cat
note: the record cannot be written now, so its words were indexed for this search alone
detente: nothing found for "business delegation"; the record does not claim to cover this
  no text has "business delegation" word behind word: without quotation marks and hyphens its words may stand apart

$ detente search '"trade mission"' --format csv
rank,type,id,date,kind,status,release,title,match,field,excerpt,words,quoted,disputed,sources
1,event,CC-008,1994,visit,,,A trade mission goes to China,,title,A «trade mission» goes to China,trade mission,,,ap-startribune-2026-half-century
2,event,CC-003,1972,visit,,,Mitchell Sharp leads a trade delegation to China,,summary,The foreign minister leads a «trade mission» and meets Premier Zhou Enlai.,trade mission,,,canada-gov-diplomatic-relations

# In colour what is marked is bold.

$ detente search Shawinigan --color always | sed 's/\x1b/ESC/g'
        ESC[2mpersonESC[0m  Jean Chrétien
                ESC[2mjean-chretienESC[0m
                ESC[2mname:ESC[0m Le petit gars de ESC[1mShawiniganESC[0m

          1994  A trade mission goes to China ESC[2m[1]ESC[0m
        ESC[2mCC-008ESC[0m  ESC[2mname:ESC[0m Le petit gars de ESC[1mShawiniganESC[0m (Jean Chrétien)

ESC[1mSourcesESC[0m
[1] Associated Press / Star Tribune, “Canada and China: A half-century journey
    from Pierre Trudeau to Mark Carney”, 14 Jan 2026,
    ESC[2mhttps://www.startribune.com/canada-and-china-a-half-century-journey-from-pierre-trudeau-to-mark-carney/601563996ESC[0m

# What is not public says so, in words and for a program.

$ detente --db adverse.db import -q "$FIXTURES/adverse" && detente --db adverse.db search remark
> detente --db adverse.db search 'internal remark' --json | grep release
    9 Jul 2024  A «remark» under embargo (not before 31 Dec 2026) [1]
    ST-EMBARGO

    7 Jul 2024  An internal «remark» on Belmark (internal)
   ST-INTERNAL

   10 Jul 2024  A «remark» whose embargo is over (not before 31 Dec 2024) [1]
                ST-EMBARGO-OVER

Sources
[1] Government of Ardonia, “Gazette of Ardonia”, 31 Dec 2025,
    https://example.org/gazette-ardonia
      "release": "internal",
