# link, claim and confirm: how events bear on one another, what a source says of one, and that a measure still holds.

$ detente --today 2026-04-10 -q import "$FIXTURES/canada-china"

$ detente --today 2026-04-10 link CC-M25B follows CC-M25A
link:CC-M25B/follows/CC-M25A: 1 record added, revision 2; `detente undo` takes it back

$ detente --today 2026-04-10 link CC-M25B follows CC-M25A
note: the link is there already
link:CC-M25B/follows/CC-M25A: nothing changed

$ detente --today 2026-04-10 link CC-M25B follows CC-M25A note="The same autumn." asserted_by="China;Canada" source=https://example.org/autumn
note: source example-org-autumn-f69d0cd09fd8 was made (https://example.org/autumn), since it was only named
link:CC-M25B/follows/CC-M25A: 1 record added, 1 record updated, revision 3; `detente undo` takes it back

$ detente --today 2026-04-10 show link:CC-M25B/follows/CC-M25A
part  field        value
────  ───────────  ───────────────────────────────
link  from         CC-M25B
link  relation     follows
link  to           CC-M25A
link  asserted_by  China;Canada
link  note         The same autumn.
link  source       example-org-autumn-f69d0cd09fd8

$ DETENTE_USER=desk detente --today 2026-04-10 link CC-M25B "Responds to" CC-M25A --dry-run
Would change
link by desk
────────────────────────────────────────────────────────────────────────────────
add      link:CC-M25B/responds_to/CC-M25A
  from            + CC-M25B
  relation        + responds_to
  to              + CC-M25A

1 added
link:CC-M25B/responds_to/CC-M25A: 1 record added (dry run: nothing was kept)

$ detente --today 2026-04-10 link CC-M25B folows CC-M25A
? 3
detente: relation "folows" is not a word known here
  did you mean follows? write one of retaliates_against, responds_to, follows, part_of, implements, amends, suspends, extends, replaces, ends, exchanged_for, corrects, duplicates

$ detente --today 2026-04-10 link CC-M25B follows CC-M25B
? 3
detente: the link leads from an event to itself
  name two events, or remove the row

$ detente --today 2026-04-10 link CC-M25B follows CC-M25
? 1
detente: nothing here is called "CC-M25"
  did you mean CC-M25A, CC-M25B or CC-M22?

$ detente --today 2026-04-10 link CC-M25B follows "Mark Carney"
? 3
detente: Mark Carney is a person, no event
  name an event by its id; `detente search` finds it

$ detente --today 2026-04-10 link CC-M25B follows CC-M25A to=CC-M22
? 2
detente: to is one of the words of `link` and no setting
  `detente edit` changes it in a link that is there

$ detente --today 2026-04-10 link CC-M25B follows CC-M25A sourc=x
? 2
detente: "sourc" is no field of a link
  did you mean source? nothing was changed; to keep what is no field, write extra.sourc=…

$ detente --today 2026-04-10 link CC-M25B follows
? 2
detente: `link` needs FROM RELATION TO [FIELD=VALUE...]
  see `detente help link`

# A claim: the source by id, title or URL. Dates are taken as people write them.

$ detente --today 2026-04-10 claim CC-M25B https://example.org/readout date "30 Oct 2025" stance=disputes note="Gives the day before."
note: "30 Oct 2025" was taken as 2025-10-30; source example-org-readout-47426258c9d4 was made (https://example.org/readout), since it was only named
claim:CC-M25B/example-org-readout-47426258c9d4/date/2025-10-30: 2 records added, revision 4; `detente undo` takes it back

$ detente --today 2026-04-10 claim CC-M25B "Share your views: allocation of the import quota for EVs from China" venue "a hotel"
claim:CC-M25B/gac-2026-ev-quota-consultation/venue/a hotel: 1 record added, revision 5; `detente undo` takes it back

$ detente --today 2026-04-10 claim CC-M25B https://example.org/readout quote "a turning point" locator="paragraph 2" --json
{"id":"claim:CC-M25B/example-org-readout-47426258c9d4/quote/a turning point","revision":6,"added":1,"updated":0,"removed":0,"unchanged":0}

$ detente --today 2026-04-10 claim CC-M25B https://example.org/readout date "late October"
note: "late October" is kept as it was written: it is no date that can be compared
claim:CC-M25B/example-org-readout-47426258c9d4/date/late October: 1 record added, revision 7; `detente undo` takes it back

$ detente --today 2026-04-10 show CC-M25B | sed -n '/isput/,/^Sources/p'
Disputed      date: the record follows 31 Oct 2025; why: The Friday before the
                  article of Saturday 1 November.
                31 Oct 2025: [3]
                30 Oct 2025: [4], disputes
                late October: [4]
First since   2017 [2, 3]: true of a bilateral meeting between Canada’s head of
                government and China’s head of state; not of others or of other
                forms: 15 Nov 2022, Trudeau and Xi talk on the margins of the
                G20 in Bali (CC-M22); 5 Jun 2025, Carney and Premier Li Qiang
                speak by telephone (CC-108); 23 Sep 2025, Carney meets Premier
                Li Qiang in New York (CC-M25A)
                the one meant: 5 Dec 2017, Justin Trudeau meets Xi Jinping in
                  Beijing (CC-M17); no other from 1 Jan 2018 to 30 Oct 2025 is
                  in this record, which does not claim to hold all
              the other view, since 15 Nov 2022 [5]: Trudeau and Xi spoke on the
                margins of the G20 in Bali; not formal talks.

Canada
venue: a hotel [6]
“to move quickly to resolve outstanding trade issues and irritants” [1] Prime
  Minister's Office.

Others
background: trade disputes of several years; no start given: “have burdened the
  two nations for years”, opening paragraphs [3]
date: 31 Oct 2025: “on Friday”, opening paragraphs [3] The Friday before the
  article of Saturday 1 November.
detail: handshake: “Friday’s handshake in Gyeongju”, section "Looking Ahead" [3]
duration: nearly 40 minutes: “for nearly 40 minutes”, opening paragraphs [3] A
  private talk on the sidelines of the APEC summit.
first since: 2017: “since 2017, when Justin Trudeau visited Beijing”, opening
  paragraphs [3] The article says "first between leaders" without "formal". It
  holds for formal talks with the president only: Trudeau and Xi spoke in Bali
  on 15 November 2022, and Carney met Premier Li Qiang on 23 September 2025.
outcome: no breakthrough on trade; no immediate change to the tariffs on
  Canadian exports, opening paragraphs [3]
“to move quickly to resolve outstanding trade issues and irritants”, section
  "Trade Disputes Linger Despite Warmer Tone" [3] Readout of the Prime
  Minister's Office, as quoted by the article, with canola, seafood and electric
  vehicles named.
first since: 2017 [2] First formal talks since 2017.
date: 30 Oct 2025 (disputes) [4] Gives the day before.
date: late October [4]
“a turning point”, paragraph 2 [4]
first since: 15 Nov 2022 (disputes) [5] Trudeau and Xi spoke on the margins of
  the G20 in Bali; not formal talks.

Links
  CC-120, Xi invites Carney to China and Carney accepts, part of this
  CC-121, Carney: "We now have a turning point in the relationship", part of
      this
  follows CC-M25A, Carney meets Premier Li Qiang in New York [7]
      asserted by China and Canada; The same autumn.

Sources

$ detente --today 2026-04-10 claim CC-M25B nobody date 2025-10-30
? 1
detente: no source is called "nobody"
  name it by id, title or URL; one of a URL that is not known is made

$ detente --today 2026-04-10 claim CC-M25B https://example.org/readout dat 2025-10-30
? 3
detente: "dat" is no field of an event
  did you mean date?

$ detente --today 2026-04-10 claim CC-M25B https://example.org/readout date 2025-10-30 stance=agrees
? 3
detente: stance "agrees" is not a word known here
  write one of supports, disputes, corrects, denies

# A measure still held on a day: the latest such day, with who says so.

$ detente --today 2026-04-10 confirm CC-133 --on "9 April 2026" --source https://example.org/schedule
note: source example-org-schedule-fcce5876550e was made (https://example.org/schedule), since it was only named
CC-133: 2 fields changed, 2 records added, revision 8; `detente undo` takes it back

$ detente --today 2026-04-10 inforce --on 2026-04-10 --product vehicles | head -8
In force                                                          on 10 Apr 2026
────────────────────────────────────────────────────────────────────────────────

As last confirmed – no end is known, nor whether they still held

    1 Mar 2026  Canada: quota for Chinese electric vehicles at the ordinary duty
– no end known  of 6.1% [1, 2]
        CC-133  for 39 to 40 days, last confirmed on 9 Apr 2026

$ detente --today 2026-04-10 confirm CC-133 --on 2026-04-09 --source https://example.org/schedule
note: already confirmed on 2026-04-09
CC-133: nothing changed

$ detente --today 2026-04-10 confirm CC-133 --on 2026-04 --source https://example.org/schedule
note: already confirmed on 2026-04-09
CC-133: nothing changed

$ detente --today 2026-04-10 confirm CC-133 --on today --source https://example.org/schedule --json
{"id":"CC-133","revision":9,"added":1,"updated":1,"removed":0,"unchanged":0,"fields":1}

$ detente --today 2026-04-10 confirm CC-133 --on 2026-04-11 --source https://example.org/schedule
? 3
detente: 2026-04-11 is yet to come
  give a day up to today on which a source says that CC-133 held

$ detente --today 2026-04-10 confirm CC-133 --on 2025 --source https://example.org/schedule
? 3
detente: CC-133 began on 2026-03-01, after that day
  give a later day, or correct its start: detente edit CC-133 date=DATE

$ detente --today 2026-04-10 confirm CC-T-EV --on today --source https://example.org/schedule
? 3
detente: CC-T-EV no longer held from 2026-03-01 on
  give a day before that; `detente show CC-T-EV` says where its end is from

$ detente --today 2026-04-10 confirm CC-M22 --on today --source https://example.org/schedule
? 3
detente: CC-M22 is a meeting.informal: it does not go on, so that nothing can be confirmed of a later day
  for another source of it: detente edit CC-M22 sources+=SOURCE

$ detente --today 2026-04-10 confirm CC-133 --on today
? 2
detente: `confirm` needs --source
  who says that it held, and on which day: detente confirm CC-133 --on DATE --source SOURCE

$ detente --today 2026-04-10 confirm CC-133 --on soon --source https://example.org/schedule
? 2
detente: "soon" is neither a date nor the id of an event: 'soon' is not understood in a date
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025

$ detente --today 2026-04-10 confirm CC-133 --on today --source "no such source"
? 1
detente: no source is called "no such source"
  name it by id, title or URL; one of a URL that is not known is made

# A measure that never came about does not hold.

$ detente --today 2026-04-10 edit CC-133 status=cancelled
CC-133: 1 field changed, revision 10; `detente undo` takes it back

$ detente --today 2026-04-10 confirm CC-133 --on today --source https://example.org/schedule2
? 3
detente: CC-133 is cancelled, so that it does not hold
  when it came about after all: detente edit CC-133 status=reported

$ (detente --today 2026-04-10 undo && detente --today 2026-04-10 undo --json) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
took back revision 10 (edit of CC-133 by USER, DAY): 1 updated; revision 11
{"id":"revision 9","revision":12,"added":0,"updated":1,"removed":1,"unchanged":0,"remark":"confirm of CC-133 and 1 more by USER, DAY"}
