# Two records of one thing become one, and the old id keeps leading to it.

$ DETENTE_USER=desk detente --today 2026-04-01 import -q "$FIXTURES/canada-china"

$ printf 'id,kind,date,title,countries,people,tags,source_url\nDESK-7,meeting,2025-10-31,Xi and Carney talk at APEC in Gyeongju,CAN;CHN,Mark Carney;Xi Jinping,leaders,https://desk.example/note-7\n' >desk.csv &&
> DETENTE_USER=desk detente --today 2026-04-02 import -q desk.csv

$ printf 'from,relation,to\nCC-118,follows,DESK-7\nDESK-7,duplicates,CC-M25B\n' >links.csv &&
> DETENTE_USER=desk detente --today 2026-04-02 import -q links.csv

$ detente export >before.json

# What would come of it.

$ DETENTE_USER=desk detente --today 2026-04-10 merge --dry-run DESK-7 CC-M25B
Would change
merge by desk
────────────────────────────────────────────────────────────────────────────────
update   event CC-M25B, Carney meets Xi Jinping at APEC in Gyeongju
  tags            + leaders
  source_url      + https://desk.example/note-7

remove   event DESK-7, Xi and Carney talk at APEC in Gyeongju
  kind            - meeting
  date            - 2025-10-31
  title           - Xi and Carney talk at APEC in Gyeongju
  countries       - CAN, CHN
  people          - mark-carney, xi-jinping
  tags            - leaders
  source_url      - https://desk.example/note-7

update   link:CC-118/follows/CC-M25B
  to              - DESK-7
                  + CC-M25B

remove   link:DESK-7/duplicates/CC-M25B
  from            - DESK-7
  relation        - duplicates
  to              - CC-M25B

add      note:DESK-7/merged/CC-M25B/2026-04-10
  record          + DESK-7
  kind            + merged
  reason          + CC-M25B
  date            + 2026-04-10

1 added, 2 updated, 2 removed
merged DESK-7 into CC-M25B: 1 link now names CC-M25B; 1 link between the two went (dry run: nothing was kept)
note: kept the kind of CC-M25B, where DESK-7 has "meeting"
note: kept the title of CC-M25B, where DESK-7 has "Xi and Carney talk at APEC in Gyeongju"

# And for good.

$ DETENTE_USER=desk detente --today 2026-04-10 merge DESK-7 CC-M25B --reason 'the same meeting, entered at the desk'
merged DESK-7 into CC-M25B: 1 link now names CC-M25B; 1 link between the two went; revision 4
note: kept the kind of CC-M25B, where DESK-7 has "meeting"
note: kept the title of CC-M25B, where DESK-7 has "Xi and Carney talk at APEC in Gyeongju"
`detente undo` takes it back

# The old id leads to the new one, whatever is asked.

$ detente show DESK-7 | sed -n '1,/^Sources/p'
Carney meets Xi Jinping at APEC in Gyeongju [1, 2, 3, 4]
CC-M25B · Bilateral meeting (meeting.bilateral)
────────────────────────────────────────────────────────────────────────────────

The first formal meeting of the two countries' leaders since 2017. Officials are
told to resolve trade irritants; the tariffs stay as they are.

When          31 Oct 2025
Where         Gyeongju
Who           Canada: Mark Carney, Prime Minister · China: Xi Jinping, President
              South Korea (venue) · Asia-Pacific Economic Cooperation (venue)
Tags          diplomacy, trade, apec, canola, seafood, ev, leaders
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
Merged        DESK-7 was merged into CC-M25B, 10 Apr 2026

Canada
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
first since: 15 Nov 2022 (disputes) [5] Trudeau and Xi spoke on the margins of
  the G20 in Bali; not formal talks.

Links
  CC-118, Foreign Minister Anand visits China, follows this
  CC-120, Xi invites Carney to China and Carney accepts, part of this
  CC-121, Carney: "We now have a turning point in the relationship", part of
      this

Sources

$ detente show DESK-7 --json | sed -n '/"merged"/,$p'
      "merged": {"record": "DESK-7", "reason": "CC-M25B", "date": "2026-04-10"}
    }
  ]
}

$ detente days DESK-7 2025-11-10
10 days
  from 31 Oct 2025 (DESK-7, Carney meets Xi Jinping at APEC in Gyeongju)
  to   10 Nov 2025

$ detente chain DESK-7 --downstream
Carney meets Xi Jinping at APEC in Gyeongju [1, 2, 3, 4]
31 Oct 2025 · CC-M25B
────────────────────────────────────────────────────────────────────────────────

What answered it (downstream)
└─ 16 Oct 2025 · CC-118 · Foreign Minister Anand visits China [5]
   follows it, 15 days before

Sources
[1] PMO / CNW, “Readout: Prime Minister Carney meets with President Xi Jinping”,
    31 Oct 2025,
    https://www.newswire.ca/news-releases/readout-prime-minister-carney-meets-with-president-of-the-people-s-republic-of-china-xi-jinping-808822972.html
[2] Devdiscourse,
    https://www.devdiscourse.com/article/law-order/3680457-canada-china-talks-a-new-chapter-or-just-a-dialogue
[3] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
    China Relations”, 1 Nov 2025
[4] https://desk.example/note-7
[5] The Asia Review, “China foreign visits (Anand 16-17 October)”, Oct 2025,
    https://theasiareview.com/?p=15089

$ DETENTE_USER=desk detente --today 2026-04-10 log DESK-7
event DESK-7, Xi and Carney talk at APEC in Gyeongju
merged into CC-M25B
────────────────────────────────────────────────────────────────────────────────
     4  10 Apr 2026, 00:00 · merge by desk · removed
        “the same meeting, entered at the desk”
        kind            - meeting
        date            - 2025-10-31
        title           - Xi and Carney talk at APEC in Gyeongju
        countries       - CAN, CHN
        people          - mark-carney, xi-jinping
        tags            - leaders
        source_url      - https://desk.example/note-7
     2  2 Apr 2026, 00:00 · import by desk · added
        desk.csv (1 row)

# In files too.

$ printf 'event,source,field,value\nDESK-7,pmo-2025-carney-xi,venue,a hotel\n' >claims.csv &&
> DETENTE_USER=desk detente --today 2026-04-11 import claims.csv
1 added, 0 updated, 0 unchanged, 0 rejected

$ detente export -q --format dossier -o out && grep 'a hotel' out/claims.csv
CC-M25B,pmo-2025-carney-xi,venue,a hotel,,,,

# Back, import and all: byte for byte what it was.

$ DETENTE_USER=desk detente --today 2026-04-12 undo && DETENTE_USER=desk detente --today 2026-04-12 undo
took back revision 5 (import of claim:CC-M25B/pmo-2025-carney-xi/venue/a hotel by desk, 11 Apr 2026): 1 removed; revision 6
took back revision 4 (merge of CC-M25B and 4 more by desk, 10 Apr 2026): 2 added, 2 updated, 1 removed; revision 7

$ detente export >after.json && cmp before.json after.json && echo same
same

# People, by their names as well; for a program.

$ DETENTE_USER=desk detente --today 2026-04-13 merge 'Kevin Garratt' 'Julia Garratt' --json
{"id":"julia-garratt","revision":8,"added":1,"updated":3,"removed":1,"unchanged":0,"remark":"2 events now name julia-garratt"}

$ detente show kevin-garratt | head -6
part    field    value
──────  ───────  ─────────────────────────────────────────────────
note    merged   kevin-garratt was merged into julia-garratt
person  id       julia-garratt
person  name     Julia Garratt
person  aliases  Kevin Garratt

$ detente show 'Kevin Garratt' --format csv | head -4
part,field,value
person,id,julia-garratt
person,name,Julia Garratt
person,aliases,Kevin Garratt

# An organization of the record becomes one that the program knows itself.

$ DETENTE_USER=desk detente --today 2026-04-13 merge CANADA-TIBET-COMMITTEE 'Amnesty International'
merged CANADA-TIBET-COMMITTEE into AMNESTY-INTERNATIONAL: 1 event now names AMNESTY-INTERNATIONAL; revision 9
`detente undo` takes it back

# Two pages made one: what was said of the page that goes is said in the log alone; its address leads to the other.

$ detente add source -q id=old-page url=https://desk.example/old archive_url=https://archive.example/old published=2025-10-30 accessed=2025-11-02 &&
> detente add source -q id=new-page url=https://desk.example/new 'title=The page'

$ DETENTE_USER=desk detente --today 2026-04-13 merge old-page new-page
merged old-page into new-page: nothing else named it; revision 12
note: kept the url of new-page, where old-page has "https://desk.example/old"
note: left out the archive_url "https://archive.example/old" of old-page, which goes with what differs
note: left out the published "2025-10-30" of old-page, which goes with what differs
note: left out the accessed "2025-11-02" of old-page, which goes with what differs
`detente undo` takes it back

$ DETENTE_USER=desk detente --today 2026-04-13 claim CC-M25B https://desk.example/old mood friendly
claim:CC-M25B/new-page/mood/friendly: 1 record added, revision 13; `detente undo` takes it back

$ detente show new-page
part    field  value
──────  ─────  ────────────────────────
source  id     new-page
source  title  The page
source  url    https://desk.example/new

$ detente check notes

# A link between two that become one goes with what is noted of it.

$ printf 'from,relation,to\nCC-M25B,follows,CC-M25A\n' >links.csv && printf 'record,kind,reason\nlink:CC-M25B/follows/CC-M25A,correction,The order was wrong.\n' >notes.csv &&
> detente import -q links.csv notes.csv

$ DETENTE_USER=desk detente --today 2026-04-13 merge CC-M25B CC-M25A | head -1
merged CC-M25B into CC-M25A: 11 claims and 3 links now name CC-M25A; 1 link between the two went; revision 15
note: kept the date of CC-M25A, where CC-M25B has "2025-10-31"
note: kept the title of CC-M25A, where CC-M25B has "Carney meets Xi Jinping at APEC in Gyeongju"
note: kept the summary of CC-M25A, where CC-M25B has "The first formal meeting of the two countries' leaders since…"
`detente undo` takes it back

$ detente check notes

$ DETENTE_USER=desk detente --today 2026-04-13 undo
took back revision 15 (merge of CC-M25A and 18 more by desk, 13 Apr 2026): 3 added, 15 updated, 1 removed; revision 16

# What cannot be.

$ detente merge CC-M25B CC-M25B
? 3
detente: both are CC-M25B: a record cannot be merged into itself
  name the record that goes, and the one that stays

$ detente merge kevin-garratt julia-garratt
? 3
detente: kevin-garratt was merged into julia-garratt already

$ detente merge kevin-garratt mark-carney
? 3
detente: kevin-garratt was merged into julia-garratt
  `detente merge julia-garratt mark-carney` merges that one

$ detente merge CC-M25B mark-carney
? 3
detente: CC-M25B is an event and mark-carney a person: only records of one type can be merged
  name two events, people, organizations or sources

$ detente merge CAN CHN
? 3
detente: a country cannot be merged: events, people, organizations and sources can
  a country is what its code says; another name for it is an alias: `detente edit ID aliases+=NAME`

$ detente merge APEC WTO
? 3
detente: APEC stands in the reference table, which is part of the program and the same in every record: it cannot be merged away
  merge the other way round, or give it another name as an alias

$ detente merge CC-M25B CC-M25Z
? 1
detente: nothing here is called "CC-M25Z"
  did you mean CC-M25B, CC-M25A or CC-M22?

$ detente merge CC-M25B
? 2
detente: `merge` needs OLD INTO
  see `detente help merge`
