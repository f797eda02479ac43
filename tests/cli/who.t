# Who is in office on a day; which offices a person held.

$ detente import -q "$FIXTURES/canada-china"

# The six countries on a day. Text stands by country, each line with its source.

$ detente who --on 2025-10-31 | sed '/^Sources/,$d'
In office on 31 Oct 2025
────────────────────────────────────────────────────────────────────────────────

Australia
  King of Australia             Charles III       since 8 Sep 2022 [1]
  Prime Minister                Anthony Albanese  since 23 May 2022 [2]
  Minister for Foreign Affairs  Penny Wong        since 23 May 2022 [3]

Canada
  King of Canada                Charles III       since 8 Sep 2022 [4]
  Prime Minister                Mark Carney       since 14 Mar 2025 [5]
  Minister of Foreign Affairs   Anita Anand       since 13 May 2025 [6]

China
  President                     Xi Jinping        since 14 Mar 2013 [7]
  Premier                       Li Qiang          since 11 Mar 2023 [8]
  Minister of Foreign Affairs   Wang Yi           since 25 Jul 2023 [9]

Indonesia
  President                     Prabowo Subianto  since 20 Oct 2024 [10]
  Minister of Foreign Affairs   Sugiono           since 21 Oct 2024 [11]

South Korea
  President                     Lee Jae-myung     since 4 Jun 2025 [12]
  Minister of Foreign Affairs   Cho Hyun          since 21 Jul 2025 [13]

United States
  President                     Donald Trump      since 20 Jan 2025 [14]
  Secretary of State            Marco Rubio       since 21 Jan 2025 [15]


$ detente who --on 2025-10-31 --format csv | cut -d , -f 2,3,6
country_name,office,name
Australia,head_of_state,Charles III
Australia,head_of_government,Anthony Albanese
Australia,foreign_minister,Penny Wong
Canada,head_of_state,Charles III
Canada,head_of_government,Mark Carney
Canada,foreign_minister,Anita Anand
China,head_of_state,Xi Jinping
China,head_of_government,Li Qiang
China,foreign_minister,Wang Yi
Indonesia,head_of_government;head_of_state,Prabowo Subianto
Indonesia,foreign_minister,Sugiono
South Korea,head_of_government;head_of_state,Lee Jae-myung
South Korea,foreign_minister,Cho Hyun
United States,head_of_government;head_of_state,Donald Trump
United States,foreign_minister,Marco Rubio

# Foreign ministers when Xi scolded Trudeau, by the id of the event; the host president.

$ detente who CAN CHN --on CC-079 --office foreign_minister
In office on 16 Nov 2022
CC-079: Xi scolds Trudeau over a leak to the press
────────────────────────────────────────────────────────────────────────────────

Canada
  Minister of Foreign Affairs  Mélanie Joly  26 Oct 2021 – 13 May 2025 [1]

China
  Minister of Foreign Affairs  Wang Yi       16 Mar 2013 – 30 Dec 2022 [2, 3]

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] The Globe and Mail,
    https://www.theglobeandmail.com/politics/article-justin-trudeau-shuffles-cabinet-to-appoint-guilbeault-at-environment/
[2] Deutsche Welle,
    https://www.dw.com/en/china-announces-new-cabinet-at-national-peoples-congress/a-16678561
[3] Sputnik, 25 Jul 2023,
    https://sputnikglobe.com/20230725/chinese-parliament-appoints-wang-yi-as-foreign-minister-1112129087.html

$ detente who Indonesia --on CC-079 --office head_of_state --format csv | cut -d , -f 1-8
country,country_name,office,title,person,name,start,end
IDN,Indonesia,head_of_government;head_of_state,President,joko-widodo,Joko Widodo,2014-10-20,2024-10-20

# On the day of a hand-over it is the one who takes over.

$ detente who CHN --on 2023-07-25 --office "foreign minister" --format csv | cut -d , -f 4-8
title,person,name,start,end
Minister of Foreign Affairs,wang-yi,Wang Yi,2023-07-25,

$ detente who CHN --on 2023-07-24 --office foreign-minister --format csv | cut -d , -f 4-8
title,person,name,start,end
Minister of Foreign Affairs,qin-gang,Qin Gang,2022-12-30,2023-07-25

# Suspended and acting: two rows.

$ detente who KOR --on 2017-02-01 --office head_of_state
In office on 1 Feb 2017
────────────────────────────────────────────────────────────────────────────────

South Korea
  Acting President       Hwang Kyo-ahn  9 Dec 2016 – 10 May 2017 [1]
  President (suspended)  Park Geun-hye  9 Dec 2016 – 10 Mar 2017 [2]
    Removed on 10 March 2017; the presidency was then vacant until 10 May 2017.

Where a term has ended, its second date is the first day no longer in office.

Sources
[1] Wikipedia, “Hwang Kyo-ahn”, https://en.wikipedia.org/wiki/Hwang_Kyo-ahn
[2] Wikipedia, “Hwang Kyo-ahn”, https://en.m.wikipedia.org/wiki/Hwang_Kyo-ahn

$ detente who KOR --on 2017-02-01 --office head_of_state --json
{
  "query": {
    "command": "who",
    "words": ["KOR"],
    "on": "2017-02-01",
    "office": ["head_of_state"]
  },
  "on": "2017-02-01",
  "holders": [
    {
      "country": "KOR",
      "country_name": "South Korea",
      "office": ["head_of_government", "head_of_state"],
      "title": "Acting President",
      "person": "hwang-kyo-ahn",
      "name": "Hwang Kyo-ahn",
      "start": "2016-12-09",
      "end": "2017-05-10",
      "standing": "acting",
      "certain": true,
      "sources": [
        {
          "id": "wikipedia-hwang-kyo-ahn",
          "title": "Hwang Kyo-ahn",
          "publisher": "Wikipedia",
          "url": "https://en.wikipedia.org/wiki/Hwang_Kyo-ahn"
        }
      ]
    },
    {
      "country": "KOR",
      "country_name": "South Korea",
      "office": ["head_of_government", "head_of_state"],
      "title": "President",
      "person": "park-geun-hye",
      "name": "Park Geun-hye",
      "start": "2016-12-09",
      "end": "2017-03-10",
      "standing": "suspended",
      "certain": true,
      "sources": [
        {
          "id": "wikipedia-mobile-hwang-kyo-ahn",
          "title": "Hwang Kyo-ahn",
          "publisher": "Wikipedia",
          "url": "https://en.m.wikipedia.org/wiki/Hwang_Kyo-ahn"
        }
      ],
      "note": "Removed on 10 March 2017; the presidency was then vacant until 10 May 2017."
    }
  ]
}

# Several days: all that held office on one of them, and what is not certain.

$ detente who KOR --on 2010-10 --office foreign_minister --json | grep -E '"(on|on_min|on_max|name|certain|why)"'
    "on": "2010-10",
  "on": "2010-10",
  "on_min": "2010-10-01",
  "on_max": "2010-10-31",
      "name": "Shin Kak-soo",
      "certain": false,
      "why": "start approximate, end known to the month",
      "name": "Kim Sung-hwan",
      "certain": false,
      "why": "start known to the month",

$ detente who KOR --on 2010-10 --office foreign_minister | sed '/^Sources/,$d'
In office at some time in Oct 2010
────────────────────────────────────────────────────────────────────────────────

South Korea
  Minister of Foreign Affairs     Shin Kak-soo   about 6 Sep 2010 – Oct 2010 [1]
    and Trade (acting)
    uncertain: start approximate, end known to the month. First vice minister,
    stood in for Yu Myung-hwan. The source gives no days.
  Minister of Foreign Affairs     Kim Sung-hwan  Oct 2010 – 11 Mar 2013 [2]
    and Trade
    uncertain: start known to the month. Named on 1 October 2010, to take up the
    post later that month. The end is the start of Yun Byung-se's term.

Where a term has ended, its second date is the first day no longer in office.


# An exact day within the days asked for is not uncertain: the office was held on some of them.

$ detente who CHN --on 2023-07 --office foreign_minister | sed '/^Sources/,$d'
In office at some time in Jul 2023
────────────────────────────────────────────────────────────────────────────────

China
  Minister of Foreign Affairs  Qin Gang  30 Dec 2022 – 25 Jul 2023 [1]
    in part: end within the days asked for
  Minister of Foreign Affairs  Wang Yi   since 25 Jul 2023 [1]
    in part: start within the days asked for

Where a term has ended, its second date is the first day no longer in office.


# A person.

$ detente who "Kevin Rudd" "Wang Yi" | sed '/^Sources/,$d'
Kevin Rudd
  Prime Minister                Australia  3 Dec 2007 – 24 Jun 2010 [1]
  Minister for Foreign Affairs  Australia  14 Sep 2010 – 22 Feb 2012 [2, 3]
    The start rests on the second source.
  Prime Minister                Australia  27 Jun 2013 – 18 Sep 2013 [1]

Wang Yi
  Minister of Foreign Affairs   China      16 Mar 2013 – 30 Dec 2022 [4, 5]
    The end rests on the report of 25 July 2023.
  Minister of Foreign Affairs   China      since 25 Jul 2023 [5]

Where a term has ended, its second date is the first day no longer in office.


$ detente who kevin-rudd --on 2011 --json
{
  "query": {
    "command": "who",
    "words": ["kevin-rudd"],
    "on": "2011"
  },
  "on": "2011",
  "on_min": "2011-01-01",
  "on_max": "2011-12-31",
  "holders": [
    {
      "country": "AUS",
      "country_name": "Australia",
      "office": ["foreign_minister"],
      "title": "Minister for Foreign Affairs",
      "person": "kevin-rudd",
      "name": "Kevin Rudd",
      "start": "2010-09-14",
      "end": "2012-02-22",
      "certain": true,
      "sources": [
        {
          "id": "euaustralia-2012-foreign-minister",
          "publisher": "EUAustralia",
          "url": "https://www.euaustralia.com/2012/03/03/new-australian-foreign-minister/",
          "published": "2012-03-03"
        },
        {
          "id": "liquisearch-rudd-foreign-minister",
          "publisher": "LiquiSearch",
          "url": "http://www.liquisearch.com/kevin07/foreign_minister"
        }
      ],
      "note": "The start rests on the second source."
    }
  ]
}

# A person can have held no office of those asked for, a country none on the day.

$ detente who CAN X-HAWAII --on 2025-10-31 --office head_of_government | sed '/^Sources/,$d'
In office on 31 Oct 2025
────────────────────────────────────────────────────────────────────────────────

Canada
  Prime Minister  Mark Carney  since 14 Mar 2025 [1]

The record holds no such office of Hawaii on that day.


$ detente who CAN X-HAWAII --on 2025-10-31 --office head_of_government --json | grep -E '"(without|name)"'
  "without": ["X-HAWAII"],
      "name": "Mark Carney",

$ detente who CAN --on 1900-01-01
? 1
detente: the record holds no office of Canada on 1900-01-01; it does not claim to have all offices
  the nearest is Elizabeth II, Queen of Canada, from 1952-02-06 until 2022-09-08

$ detente who CAN --on 1900-01-01 --json
? 1
{
  "query": {
    "command": "who",
    "words": ["CAN"],
    "on": "1900-01-01"
  },
  "on": "1900-01-01",
  "without": ["CAN"],
  "holders": []
}
detente: the record holds no office of Canada on 1900-01-01; it does not claim to have all offices
  the nearest is Elizabeth II, Queen of Canada, from 1952-02-06 until 2022-09-08

$ detente who "Qin Gang" --on 2023-07-25
? 1
detente: the record holds no office of Qin Gang on 2023-07-25; it does not claim to have all offices
  the nearest is Qin Gang, Minister of Foreign Affairs of China, from 2022-12-30 until 2023-07-25

$ detente who michael-kovrig
? 1
detente: the record holds no office of Michael Kovrig; it does not claim to have all offices

# What cannot be asked.

$ detente who Canda
? 1
detente: country, organization or person "Canda" is not known
  did you mean CAN (Canada), RWA (Rwanda) or UGA (Uganda)?

$ detente who qin-gan
? 1
detente: country, organization or person "qin-gan" is not known
  did you mean qin-gang (Qin Gang)?

$ detente who CAN "Wang Yi"
? 2
detente: who takes countries or people, not both: CAN is a country, wang-yi a person
  ask once for the countries and once for the people

$ detente who CAN --office foriegn_minister
? 2
detente: no term of the record has the office "foriegn_minister"
  did you mean foreign_minister?

$ detente who CAN --on 2023-02-29
? 2
detente: --on: "2023-02-29" is neither a date nor the id of an event: 2023 is not a leap year: February has 28 days (byte 9)
  write day 28 or earlier, or leave the day out

$ detente who CAN --on ../..
? 2
detente: --on: ../.. has no day
  write a day, a month or a year, or the id of an event that has a date

$ detente who Czechoslovakia --on 2020
? 1
detente: country "Czechoslovakia" is not known for that day: CSK Czechoslovakia is dated 1918-10-28 to 1993-01-01
  check the date, or write the id CSK if it is meant all the same

# A world of its own: terms that overlap, a leader who returns, dates that are not exact, two offices in one person, a
# union with a president. Today is given.

$ printf '%s\n' id,name X-TEST,Testland X-ARDON,Ardon >countries.csv &&
> printf '%s\n' id,name T-U,"Test Union" >organizations.csv &&
> printf '%s\n' id,name ann,"Ann Test" bea,"Bea Test" cy,"Cy Test" >people.csv &&
> printf '%s\n' person,country,office,title,start,end,standing \
>   'ann,X-TEST,head_of_government,Premier,2000-01-01,2004-01-01,' \
>   'bea,X-TEST,head_of_government,Premier,2003-06,2006-01-01,' \
>   'ann,X-TEST,head_of_government,Premier,2006-01-01,,' \
>   'cy,X-TEST,head_of_state;commander_in_chief,,2001~,,' \
>   'bea,T-U,president,President of the Union,2019-12-01,2024-12-01,' \
>   'cy,X-ARDON,envoy,,,2010-01-01,acting' >terms.csv &&
> mkdir w && mv *.csv w && detente --db w.db import -q w

$ detente --db w.db --today 2026-04-10 who
In office on 10 Apr 2026
────────────────────────────────────────────────────────────────────────────────

Testland
  Commander in chief and head of state  Cy Test   since about 2001
  Premier                               Ann Test  since 1 Jan 2006

$ detente --db w.db --today 2026-04-10 who X-TEST --on 2003-06-10
In office on 10 Jun 2003
────────────────────────────────────────────────────────────────────────────────

Testland
  Commander in chief and head of state  Cy Test   since about 2001
    uncertain: start approximate
  Premier                               Ann Test  1 Jan 2000 – 1 Jan 2004
  Premier                               Bea Test  Jun 2003 – 1 Jan 2006
    uncertain: start known to the month

Where a term has ended, its second date is the first day no longer in office.

$ detente --db w.db --today 2026-04-10 who Ardon --on 2009
In office at some time in 2009
────────────────────────────────────────────────────────────────────────────────

Ardon
  Envoy (acting)  Cy Test  until 1 Jan 2010
    uncertain: start not known

Where a term has ended, its second date is the first day no longer in office.

$ detente --db w.db --today 2026-04-10 who "Test Union" --on 2024-11-30
In office on 30 Nov 2024
────────────────────────────────────────────────────────────────────────────────

Test Union
  President of the Union  Bea Test  1 Dec 2019 – 1 Dec 2024

Where a term has ended, its second date is the first day no longer in office.

$ detente --db w.db --today 2026-04-10 who "Test Union"
? 1
detente: the record holds no office of Test Union on 2026-04-10; it does not claim to have all offices
  the nearest is Bea Test, President of the Union, from 2019-12-01 until 2024-12-01

# A word of a name is enough where only one person has it. Unknown names are nothing found; names that can mean
# several have to be written otherwise.

$ rm -f detente.db && detente import -q "$FIXTURES/canada-china"

$ detente who Joly --format csv | cut -d , -f 1,3,5
country,office,person
CAN,foreign_minister,melanie-joly

$ detente who Wang
? 2
detente: "Wang" can mean wang-di (Wang Di), wang-junzheng (Wang Junzheng), wang-mingshan (Wang Mingshan) or others
  write the id of the one that is meant

$ detente who Nopp Jolly
? 1
detente: country, organization or person "Nopp" is not known; country, organization or person "Jolly" is not known
  `detente countries` and `detente list people` list them; did you mean melanie-joly (Mélanie Joly)?

$ for o in PM 'prime minister' president FM; do detente who CAN --office "$o"; done
? 2
detente: no term of the record has the office "pm"
  did you mean head_of_government?
detente: no term of the record has the office "prime_minister"
  did you mean head_of_government?
detente: no term of the record has the office "president"
  did you mean head_of_state?
detente: no term of the record has the office "fm"
  did you mean foreign_minister?

$ detente who --pair CAN,CHN
? 2
detente: `who` takes no --pair
  name the two as words: detente who A B
