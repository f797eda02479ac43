# Where sources differ: what each says, which the record follows, and why.

$ detente import -q "$FIXTURES/canada-china"

# When was the Indo-Pacific Strategy issued? The article's 2019 stands as that source's value.

$ detente show CC-080 | sed -n '/^When/,/^$/p'
When          27 Nov 2022
Where         Vancouver
Who           Canada (actor): Mélanie Joly, Minister of Foreign Affairs
                (speaker)
              China (subject)
Tags          diplomacy, security
Disputed      date: the record follows 27 Nov 2022; why: against 2019: The
                  article speaks of the strategy of 2019; it was published in
                  2022.
                27 Nov 2022: The Epoch Times [1]
                2019: [2], disputes


# When was the investment agreement signed? Two government pages disagree.

$ detente show CC-028 | sed -n '/^When/,/^$/p'
When          9 Sep 2012
Where         Vladivostok
Who           Canada (signatory): Ed Fast, trade minister; Stephen Harper, Prime
                Minister
              China (signatory): Chen Deming, commerce minister; Hu Jintao,
                President
              Russia (venue) · Asia-Pacific Economic Cooperation (venue)
Tags          investment, apec
Disputed      date: the record follows 9 Sep 2012; why: Page of the Canadian
                  foreign ministry.
                9 Sep 2012: Government of Canada (DFATD) [1]
                8 Sep 2012: Prime Minister of Canada [2], disputes
Also kept     confidence: medium


# An editor's correction is the reason where there is one; a field that the record has not is followed by none.

$ detente show CC-042 | sed -n '/^Disputed/,/^$/p'
Disputed      people: the record follows Justin Trudeau; why: an editor’s
                  correction, below
                Justin Trudeau: WikiMili [2]
                Prime Minister Pearson: Canada-China Friendship Society of
                  Ottawa [1], disputes
Corrected     The chronology from which this visit is taken names the Canadian
                prime minister as "Prime Minister Pearson". The prime minister
                was Justin Trudeau, in office since 4 November 2015; the record
                follows the list of the 29th Canadian ministry.


$ detente show CC-KOV | sed -n '/^Disputed/,/^$/p'
Disputed      reason: the record follows none: it has no value of its own for
                  this
                not linked to the arrest of Meng Wanzhou: Reuters / Financial
                  Post [3], denies
                retaliation for the arrest of Meng Wanzhou: [2]; Associated
                  Press / Gorge News Center [4]; South China Morning Post [5]
Agreeing      date: about 2018 [2] agrees with 10 Dec 2018


# Two precisions of one date are no dispute. Two reasons that nobody denies differ.

$ detente show CC-MENG | grep -A 1 '^Agreeing'
Agreeing      date: 2018 [2] agrees with 1 Dec 2018


$ detente show CC-089 | sed -n '/^Differing/,/^Also/p'
Differing     reason: the record follows none: it has no value of its own for
                  this
                response to the Canadian surtaxes: Bennett Jones [2]
                the Canadian surtaxes, for the WTO step and the
                  anti-discrimination probe; suspected dumping, for the canola
                  probe: Kenya Broadcasting Corporation [3]

Accounts
reason: response to the Canadian surtaxes [2] Law firm Bennett Jones.
reason: the Canadian surtaxes, for the WTO step and the anti-discrimination
  probe; suspected dumping, for the canola probe [3] China's Commerce Ministry.

Links
  retaliates against CC-ANN24, Canada announces surtaxes on Chinese EVs, steel
      and aluminum [3]
      asserted by China's Commerce Ministry and Bennett Jones; The ministry
      names the surtaxes for the WTO step and the anti-discrimination probe, and
      suspected dumping for the canola probe.
  CC-092, China opens an anti-discrimination investigation of Canada's surtaxes,
      implements this
  CC-AD, China opens an anti-dumping investigation of Canadian canola seed,
      implements this

Sources
[1] Reuters / Business Recorder, “China says it will start anti-dumping probe
    into canola imports from Canada”, 3 Sep 2024,
    https://www.brecorder.com/news/40320588/china-says-it-will-start-anti-dumping-probe-into-canola-imports-from-canada
[2] Bennett Jones,
    https://www5.bennettjones.com/Blogs-Section/Canadas-Initial-Tariff-Response-to-Chinese-EVs-Steel-and-Aluminum-Overcapacity?sc_lang=en
[3] Kenya Broadcasting Corporation,
    https://kbc.co.ke/china-announces-probes-over-canadas-tariff-hike

# Does "the first since 2017" hold? For formal talks of these two offices, as far as this record goes; the
# meeting in Bali and the talks with the premier stand beside it.

$ detente show CC-M25B | sed -n '/^First since/,/^$/p'
First since   2017 [2, 3]: true of a bilateral meeting between Canada’s head of
                government and China’s head of state; not of others or of other
                forms: 15 Nov 2022, Trudeau and Xi talk on the margins of the
                G20 in Bali (CC-M22); 5 Jun 2025, Carney and Premier Li Qiang
                speak by telephone (CC-108); 23 Sep 2025, Carney meets Premier
                Li Qiang in New York (CC-M25A)
                the one meant: 5 Dec 2017, Justin Trudeau meets Xi Jinping in
                  Beijing (CC-M17); no other from 1 Jan 2018 to 30 Oct 2025 is
                  in this record, which does not claim to hold all
              the other view, since 15 Nov 2022 [4]: Trudeau and Xi spoke on the
                margins of the G20 in Bali; not formal talks.


# For a program.

$ detente show CC-028 --json | sed -n '/"disputes"/,/^      ],/p'
      "disputes": [
        {
          "field": "date",
          "contested": true,
          "follows": "2012-09-09",
          "why": "Page of the Canadian foreign ministry.",
          "values": [
            {
              "value": "2012-09-09",
              "followed": true,
              "sources": [
                {
                  "id": "dfatd-fipa-negotiations",
                  "title": "Canada-China FIPA negotiations page",
                  "publisher": "Government of Canada (DFATD)",
                  "side": "CAN",
                  "note": "Page of the Canadian foreign ministry."
                }
              ]
            },
            {
              "value": "2012-09-08",
              "followed": false,
              "sources": [
                {
                  "id": "pmo-fipa-signing",
                  "publisher": "Prime Minister of Canada",
                  "side": "CAN",
                  "stance": "disputes",
                  "note": "Page of the Prime Minister's Office. The two days may be the dates in Vladivostok and in Ottawa."
                }
              ]
            }
          ]
        }
      ],
          "stance": "disputes",
          "note": "Page of the Prime Minister's Office. The two days may be the dates in Vladivostok and in Ottawa.",
          "source_publisher": "Prime Minister of Canada",
          "source_side": "CAN"
        }
      ],
$ detente show CC-M25B --json | sed -n '/"first_since": \[$/,/^      \],/p'
      "first_since": [
        {
          "value": "2017",
          "verdict": "holds",
          "compared": "bilateral meeting between Canada’s head of government and China’s head of state",
          "from": "2018-01-01",
          "to": "2025-10-30",
          "covered": false,
          "why": "no other bilateral meeting between Canada’s head of government and China’s head of state is in this record from 2018-01-01 to 2025-10-30, which does not claim to hold all",
          "since": [
            {
              "id": "CC-M17",
              "kind": "meeting.bilateral",
              "date": "2017-12-05",
              "title": "Justin Trudeau meets Xi Jinping in Beijing"
            }
          ],
          "contradicted_by": [],
          "possible": [],
          "near": [
            {
              "id": "CC-M22",
              "kind": "meeting.informal",
              "date": "2022-11-15",
              "title": "Trudeau and Xi talk on the margins of the G20 in Bali"
            },
            {
              "id": "CC-108",
              "kind": "meeting.call",
              "date": "2025-06-05",
              "title": "Carney and Premier Li Qiang speak by telephone"
            },
            {
              "id": "CC-M25A",
              "kind": "meeting.bilateral",
              "date": "2025-09-23",
              "title": "Carney meets Premier Li Qiang in New York"
            }
          ],
          "sources": [
            {
              "id": "article-2025-11-01-turning-point",
              "title": "Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in China Relations",
              "note": "The article says \"first between leaders\" without \"formal\". It holds for formal talks with the president only: Trudeau and Xi spoke in Bali on 15 November 2022, and Carney met Premier Li Qiang on 23 September 2025."
            },
            {
              "id": "devdiscourse-canada-china-talks",
              "publisher": "Devdiscourse",
              "note": "First formal talks since 2017."
            }
          ]
        },
        {
          "value": "2022-11-15",
          "verdict": "holds",
          "compared": "bilateral meeting between Canada’s head of government and China’s head of state",
          "from": "2022-11-16",
          "to": "2025-10-30",
          "covered": false,
          "why": "no other bilateral meeting between Canada’s head of government and China’s head of state is in this record from 2022-11-16 to 2025-10-30, which does not claim to hold all",
          "since": [],
          "contradicted_by": [],
          "possible": [],
          "near": [
            {
              "id": "CC-108",
              "kind": "meeting.call",
              "date": "2025-06-05",
              "title": "Carney and Premier Li Qiang speak by telephone"
            },
            {
              "id": "CC-M25A",
              "kind": "meeting.bilateral",
              "date": "2025-09-23",
              "title": "Carney meets Premier Li Qiang in New York"
            }
          ],
          "sources": [
            {
              "id": "news9-2022-xi-confronts-trudeau",
              "title": "At G20 summit Xi Jinping confronts Canada's Justin Trudeau over media leaks",
              "publisher": "News9",
              "stance": "disputes",
              "note": "Trudeau and Xi spoke on the margins of the G20 in Bali; not formal talks."
            }
          ]
        }
      ],

# The filters: on which sources disagree; what rests on one source alone.

$ detente list events --disputed --format csv | tail -n +2 | cut -d , -f 1 | tr '\n' ' '
CC-005 CC-028 CC-035 CC-038 CC-042 CC-KOV CC-SPA CC-056 CC-059 CC-060 CC-070 CC-079 CC-080 CC-ZHAO CC-AD CC-092 CC-T-EV CC-T-SA CC-S24 CC-A22 CC-105 CC-T-SEED CC-117 CC-121 CC-M25B CC-122 CC-126 CC-130 
$ detente between 2018-12-01 2018-12-31 --pair CAN,CHN --disputed --format csv | tail -n +2 | cut -d , -f 1
CC-KOV
CC-SPA
$ detente between 2018-12-01 2018-12-31 --pair CAN,CHN --single-source --format csv | tail -n +2 | cut -d , -f 1
CC-050
CC-051
CC-054
CC-A24
CC-A28
$ for event in CC-050 CC-051 CC-054 CC-A24 CC-A28 CC-KOV CC-MENG; do echo "$event $(detente sql "SELECT count(*) AS n FROM (SELECT j.value FROM event e, json_each('[\"' || replace(e.sources, ';', '\",\"') || '\"]') j WHERE e.id = '$event' UNION SELECT c.source FROM claim c WHERE c.event = '$event' AND c.stance IS NULL)" --format csv | tail -n 1)"; done
CC-050 1
CC-051 1
CC-054 1
CC-A24 1
CC-A28 1
CC-KOV 4
CC-MENG 2

# Another world: a first since that does not hold, one that may not, one that holds.

$ rm detente.db && detente import -q "$FIXTURES/adverse"
$ for event in MEET-2014 MEET-INF-AUG MEET-2021; do detente show $event | sed -n '/^First since/,/^$/p'; done
First since   MEET-2012 [1]: true of a bilateral meeting between Ardonia’s head
                of government and Belmark’s head of state or head of government;
                not of others or of other forms: 6 May 2013, Premier and
                Chancellor speak in a corridor (MEET-INF-2013)
                the one meant: 5 Oct 2012, Premier and Chancellor hold talks in
                  Ardonport (MEET-2012); no other from 6 Oct 2012 to 19 Nov 2014
                  is in this record, which does not claim to hold all

First since   6 May 2013 [1]: perhaps not true of an informal meeting between
                Ardonia’s head of government and Belmark’s head of state or head
                of government, because of about 2019, A short exchange of
                Premier and Chancellor, about 2019 (MEET-INF-2019)
                the one meant: 6 May 2013, Premier and Chancellor speak in a
                  corridor (MEET-INF-2013); compared with all from 7 May 2013 to
                  31 Jul 2019
                near it, but not the same: 20 Nov 2014, Formal talks of Premier
                  and Chancellor (MEET-2014); 2016, Talks of Premier and
                  Chancellor, some time in 2016 (MEET-YEAR); 14 Feb 2017, The
                  Premier meets the acting Chancellor (MEET-ACTING)

First since   20 Nov 2014 [3]: not true of a bilateral meeting between Ardonia’s
                head of government and Belmark’s head of state or head of
                government, because of 14 Feb 2017, The Premier meets the acting
                Chancellor (MEET-ACTING); perhaps also of 2016, Talks of Premier
                and Chancellor, some time in 2016 (MEET-YEAR)
                the one meant: 20 Nov 2014, Formal talks of Premier and
                  Chancellor (MEET-2014); compared with all from 21 Nov 2014 to
                  11 Apr 2021
                near it, but not the same: about 2019, A short exchange of
                  Premier and Chancellor, about 2019 (MEET-INF-2019);
                  1 Aug 2019, Premier and Chancellor speak at a funeral
                  (MEET-INF-AUG)
Corrected     1 May 2021: The place was given as Belmarket.


$ detente show MEET-2021 | sed -n '/^Disputed/,/^First/p'
Disputed      outcome: the record follows none: it has no value of its own for
                  this
                lower duties on glass: Government of Ardonia [1]
                no talk of duties: Government of Belmark [2], disputes
Agreeing      date: Apr 2021 [2] agrees with 12 Apr 2021
First since   20 Nov 2014 [3]: not true of a bilateral meeting between Ardonia’s

# Each side's account beside the other's.

$ detente show MEET-2021 | sed -n '/^Ardonia  /,/^$/p'
Ardonia                                   Belmark
date: 12 Apr 2021 [1]                     date: Apr 2021 [2]
outcome: lower duties on glass [1]        outcome: no talk of duties
“both sides agreed to lower duties on       (disputes) [2]
  glass” [1]                              “duties were not discussed” [2]

