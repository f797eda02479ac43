# One record with all that hangs on it.

$ detente import -q "$FIXTURES/canada-china"

# An event: who took part and in which office, what it answered, and who says so.

$ detente show CC-M22
Trudeau and Xi talk on the margins of the G20 in Bali [1]
CC-M22 · Informal meeting (meeting.informal)
────────────────────────────────────────────────────────────────────────────────

A talk of about ten minutes on concerns about interference, Ukraine, North Korea
and biodiversity.

When          15 Nov 2022
Where         Bali
Who           Canada: Justin Trudeau, Prime Minister
              China: Xi Jinping, President · Indonesia (venue)
              Group of Twenty (venue)
Tags          g20, interference, diplomacy

Links
  CC-079, Xi scolds Trudeau over a leak to the press, responds to this [2]
      asserted by Xi Jinping; The leak of that talk.

Sources
[1] News9, “At G20 summit Xi Jinping confronts Canada's Justin Trudeau over
    media leaks”, 16 Nov 2022,
    https://www.news9live.com/world/watch-video-at-g20-summit-xi-jinping-confronts-canadas-justin-trudeau-over-media-leaks-208322
[2] The Epoch Times, “Chinese Leader Xi Confronts Trudeau at G20 Over
    Discussions 'Leaked' to the Press”, 16 Nov 2022,
    https://www.theepochtimes.com/world/chinese-leader-xi-confronts-trudeau-at-g20-over-discussions-leaked-to-the-press-4866800

# A disputed one: what the sources have, and each side's account.

$ detente show CC-KOV | sed '/^Sources/,$d'
China detains Michael Kovrig [1, 2]
CC-KOV · Detention (incident.detention)
────────────────────────────────────────────────────────────────────────────────

The former Canadian diplomat, on leave, is detained; it becomes public on 11
December. China denies a link with the arrest of Meng Wanzhou.

When          10 Dec 2018 – 24 Sep 2021
Where         Beijing
Who           China (actor) · Canada (target)
              Michael Kovrig, former diplomat (target)
Tags          detention, consular
Disputed      reason: the record follows none: it has no value of its own for
                  this
                not linked to the arrest of Meng Wanzhou: Reuters / Financial
                  Post [3], denies
                retaliation for the arrest of Meng Wanzhou: [2]; Associated
                  Press / Gorge News Center [4]; South China Morning Post [5]
Agreeing      date: about 2018 [2] agrees with 10 Dec 2018

Accounts
date: about 2018, section "Repairing a Strained Relationship" [2] No day given;
  told as following the arrest of 2018.
reason: retaliation for the arrest of Meng Wanzhou: “In retaliation”, section
  "Repairing a Strained Relationship" [2]
reason: not linked to the arrest of Meng Wanzhou (denies) [3] China's Foreign
  Ministry.
reason: retaliation for the arrest of Meng Wanzhou: “in apparent
  retaliation” [4] Associated Press.
reason: retaliation for the arrest of Meng Wanzhou [5] Kevin Garratt.

Links
  CC-073, China releases Kovrig and Spavor, ends this
  CC-A28, Ottawa condemns the detention of Kovrig and Spavor as arbitrary,
      responds to this [2]
  retaliates against CC-MENG, Canada arrests Meng Wanzhou at Vancouver
      airport [6]
      asserted by Associated Press and Kevin Garratt; denied by China's Foreign
      Ministry


# A measure.

$ detente show CC-T-SEED
China: anti-dumping deposit of 75.8% on Canadian canola seed [1, 2]
CC-T-SEED · Tariff
────────────────────────────────────────────────────────────────────────────────

The deposit applies to all exporters.

When          14 Aug 2025 – 1 Mar 2026
Who           China (imposer) · Canada (target)
Measure       China on Canada: 75.8 % on canola seed, base duty 9 %, additional
                (anti-dumping)
Announced     12 Aug 2025
Tags          trade, canola
Disputed      reason: the record follows none: it has no value of its own for
                  this
                an anti-dumping case under Chinese law: Ministry of Commerce of
                  the People's Republic of China [3], denies
                retaliation for the Canadian tariffs: [2]; Bloomberg / The
                  Business Times [4]

China
reason: an anti-dumping case under Chinese law (denies) [3] China's Commerce
  Ministry.

Others
last confirmed: 1 Nov 2025: “continue to face steep Chinese tariffs”, section
  "Trade Disputes Linger Despite Warmer Tone" [2] The article names canola among
  the goods that face Chinese tariffs; it gives neither rate nor start.
reason: retaliation for the Canadian tariffs: “in retaliation”, section "Trade
  Disputes Linger Despite Warmer Tone" [2] Of the tariffs on canola, seafood and
  pork together.
reason: retaliation for the Canadian tariffs [4] Bloomberg.

Links
  CC-132, China: anti-dumping duty of 5.9% on Canadian canola seed, replaces
      this
  CC-DEAL, Preliminary deal on electric vehicles and canola, responds to
      this [5]
      asserted by Mark Carney; The tariffs that the deal trades against each
      other.
  implements CC-112, China rules in a preliminary decision that Canadian canola
      seed is dumped
  retaliates against CC-T-EV, Canada: surtax of 100% on Chinese electric
      vehicles [4]
      asserted by Bloomberg; denied by China's Commerce Ministry; The ministry
      presents it as an anti-dumping case under its own law.
  retaliates against CC-T-SA, Canada: surtax of 25% on Chinese steel and
      aluminum [4]
      asserted by Bloomberg; denied by China's Commerce Ministry; The ministry
      presents it as an anti-dumping case under its own law.

Sources
[1] Xinhua / People's Daily, “China issues preliminary ruling on anti-dumping
    probe into Canadian rapeseed”, 13 Aug 2025,
    http://en.people.cn/n3/2025/0813/c90000-20352389.html
[2] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[3] Ministry of Commerce of the People's Republic of China, 2025,
    http://english.mofcom.gov.cn/News/SpokesmansRemarks/art/2025/art_8a8a354179b84ceeae473a28ec946c74.html
[4] Bloomberg / The Business Times,
    https://www.businesstimes.com.sg/international/global/china-halts-canada-canola-meal-tariffs-adding-trade-thaw
[5] The Canadian Press / CityNews, “Carney reaches 'landmark' tariff-quota deal
    with China on EVs, canola”, 16 Jan 2026,
    https://toronto.citynews.ca/2026/01/16/carney-reaches-landmark-tariff-quota-deal-with-china-on-evs-canola/

# A correction is shown.

$ detente show CC-042 | sed -n '/^Corrected/,/^$/p' | sed '/^$/d'
Corrected     The chronology from which this visit is taken names the Canadian
                prime minister as "Prime Minister Pearson". The prime minister
                was Justin Trudeau, in office since 4 November 2015; the record
                follows the list of the 29th Canadian ministry.

# A person or an organization, by id, name or alias; a country by any of its codes; a source: how many
# events hang on each.

$ for n in justin-trudeau 'Justin Trudeau' Huawei IDN Indonesia ccfso-2017-chronology; do echo "$n $(detente show "$n" | grep -c ' CC-')"; done
justin-trudeau 12
Justin Trudeau 12
Huawei 5
IDN 2
Indonesia 2
ccfso-2017-chronology 8

# What is not there is answered with the nearest.

$ detente show CC-M2
? 1
detente: nothing here is called "CC-M2"
  did you mean CC-M22, CC-M25A or CC-M25B?

# For a program.

$ detente show CC-M22 --json | grep '"office"'
              "office": ["head_of_government"],
              "office": ["head_of_state"],

# The two sides' own accounts stand beside one another where the page has the width.

$ rm detente.db && detente import -q "$FIXTURES/adverse"
$ detente show MEET-2021 | sed -n '/^Ardonia  /,/^Sources/p'
Ardonia                                   Belmark
date: 12 Apr 2021 [1]                     date: Apr 2021 [2]
outcome: lower duties on glass [1]        outcome: no talk of duties
“both sides agreed to lower duties on       (disputes) [2]
  glass” [1]                              “duties were not discussed” [2]

Others
first since: 20 Nov 2014: “the first formal talks since 2014” [3]

Sources

# A word of a person's name is enough where only one has it, and nothing else is called so.

$ rm detente.db && detente import -q "$FIXTURES/canada-china"
$ detente show Carney | sed -n 3,4p
person  id       mark-carney
person  name     Mark Carney

$ detente show Garratt
? 2
detente: "Garratt" can mean julia-garratt (Julia Garratt) or kevin-garratt (Kevin Garratt)
  write the id of the one that is meant

$ detente show Carny
? 1
detente: nothing here is called "Carny"
  did you mean mark-carney (Mark Carney)?

$ detente show Chian
? 1
detente: nothing here is called "Chian"
  did you mean CHN (China)?
