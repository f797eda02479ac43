# Everything of a pair, oldest first, by year. A country may be given by any of its names and codes.

$ detente import -q "$FIXTURES/canada-china"

$ detente timeline Canada PRC --from 2021-08 --to 2021-12
Canada – China                                                      Aug–Dec 2021
────────────────────────────────────────────────────────────────────────────────

2021

      Aug 2021  Liaoning high court upholds Schellenberg's death sentence [1]
        CC-071  China (actor) · Canada (target) · Robert Schellenberg (target)

   11 Aug 2021  Spavor sentenced to 11 years in prison [2, 3]
        CC-070  China (actor) · Canada (target) · Michael Spavor (target)
                disputed date: 11 Aug 2021 [2] / 10 Aug 2021 [3]

   24 Sep 2021  Meng Wanzhou freed after a deferred prosecution agreement [4]
        CC-072  Canada (actor) · United States · China · Huawei (subject)
                Meng Wanzhou, chief financial officer of Huawei (subject)

   24 Sep 2021  China releases Kovrig and Spavor [4]
        CC-073  China (actor)
                Canada: Dominic Barton, Ambassador of Canada to China; Justin
                  Trudeau, Prime Minister
                Michael Kovrig (subject) · Michael Spavor (subject)

   25 Sep 2021  Kovrig and Spavor land in Calgary [5]
        CC-074  Canada · China · Michael Kovrig (subject)
                Michael Spavor (subject)

   31 Dec 2021  Ambassador Barton leaves his post [6]
        CC-075  Canada (actor): Dominic Barton, ambassador to China (subject)
                China

Sources
[1] ReferChina (Xinhua, Global Times), “China's Foreign Ministry comments on
    overturned death sentence”, 9 Feb 2026,
    https://www.referchina.com/2026/02/chinas-foreign-ministry-comments-on.html
[2] South China Morning Post, “Chinese court sentences Canadian Michael Spavor
    to 11 years”, 11 Aug 2021,
    https://www.scmp.com/news/china/diplomacy/article/3144606/chinese-court-sentences-canadian-michael-spavor-11-years-after?utm_source=rss_feed
[3] CTV News Calgary,
    https://calgary.ctvnews.ca/calgarian-michael-spavor-found-guilty-sentenced-to-11-years-on-espionage-charges-1.5542258
[4] CBC News, “Canadians Michael Spavor and Michael Kovrig on plane home”,
    24 Sep 2021,
    https://webjosh.com/article/canadians-michael-spavor-and-michael-kovrig-detained-in-china-for-almost-3-years-now-on-plane-home-1632532934-424730
[5] The Canadian Press / 680 News, “Michael Spavor, Michael Kovrig back on
    Canadian soil”, 25 Sep 2021,
    https://www.680news.com/2021/09/25/michael-spavor-and-michael-kovrig-back-on-canadian-soil/
[6] Reuters / Devdiscourse, “Canada's ambassador to China to leave post Dec.
    31”, 6 Dec 2021,
    https://www.devdiscourse.com/article/law-order/1836388-canadas-ambassador-to-china-to-leave-post-dec-31--statement

# The same pair from the other side is the same timeline but for its heading.

$ detente timeline CAN CHN | sed 1d >a; detente timeline CHN CAN | sed 1d | cmp - a && wc -l <a
1056

# Dates as they are known: about, by month, by year, from and to.

$ detente timeline CAN CHN --from 1973 --to 1973 | sed '/^Sources/,$d'
Canada – China                                                              1973
────────────────────────────────────────────────────────────────────────────────

1973

      Oct 1973  Canada-China Trade Agreement signed [1]
        CC-006  Canada (signatory) · China (signatory)

about 10 Oct 1973 – about 17 Oct 1973
  possible: Pierre Trudeau makes the first official visit of a Canadian PM to
  the PRC [2]
  Canada (visitor): Pierre Trudeau, prime minister
  China (host): Zhou Enlai, premier
  CC-004

   13 Oct 1973  Pierre Trudeau meets Mao Zedong [2, 3]
        CC-005  Canada: Pierre Trudeau, prime minister
                China: Mao Zedong, chairman of the Communist Party of China
                disputed date: 13 Oct 1973 [3] / 14 Oct 1973 [2]


$ detente timeline CAN CHN --kind visit --format csv | cut -d , -f 1,3,4,8 | sed 4q
id,date,end,title
CC-003,1972,,Mitchell Sharp leads a trade delegation to China
CC-004,1973-10-10~,1973-10-17~,Pierre Trudeau makes the first official visit of a Canadian PM to the PRC
CC-007,1984,,Premier Zhao Ziyang visits Canada

# For a program.

$ detente timeline CAN CHN --kind meeting.call --json
{
  "query": {
    "command": "timeline",
    "pair": ["CAN", "CHN"],
    "kind": ["meeting.call"]
  },
  "events": [
    {
      "id": "CC-108",
      "kind": "meeting.call",
      "date": "2025-06-05",
...
          "name": "Mark Carney",
          "acts_for": "CAN",
...
      "start_min": "2025-06-05",
      "start_max": "2025-06-05",
      "end_min": "2025-06-05",
      "end_max": "2025-06-05"
    }
  ]
}

# Nothing there: the answer says whether the record claims to cover the question.

$ detente timeline CAN CHN --kind vote --from 2000 --to 2001
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
...

$ detente timeline CAN CHN --kind relations --from 1980 --to 1981
? 1
detente: nothing found, and the record claims to cover this
