# What is mistyped is answered with the nearest.

$ detente import -q "$FIXTURES/canada-china"

$ detente timeline Canada Chian
? 2
detente: country or organization "Chian" is not known
  did you mean CHN (China)? `detente countries` lists them

$ detente timelime CAN CHN
? 2
detente: no command "timelime"
  did you mean timeline? `detente help` lists the commands

$ detente list events --kind meetings
? 2
detente: kind "meetings" begins with no known family
  did you mean meeting? `detente kinds` lists them; what has no family goes under other

$ detente list events --kind ban
? 2
detente: kind "ban" begins with no known family
  did you mean trade.ban? `detente kinds` lists them; what has no family goes under other

$ detente list events --status plannd
? 2
detente: "plannd" is no status
  did you mean planned?

$ detente list events --match overlap
? 2
detente: "overlap" is no match mode
  did you mean overlaps?

$ detente list events --person 'Justin Trudau'
? 2
detente: person "Justin Trudau" is not known
...

$ detente show CC-M25
? 1
detente: nothing here is called "CC-M25"
  did you mean CC-M25A, CC-M25B or CC-M22?

$ detente show CC-MENGG
? 1
detente: nothing here is called "CC-MENGG"
  did you mean CC-MENG?

$ detente timeline CAN CAN
? 2
detente: both sides of the pair are CAN
  for everything of one country use --country

$ detente list events --pair CAN
? 2
detente: a pair is two names with one comma between them
  write --pair CAN,CHN; for a name that has a comma itself give its code

$ detente list events --pair 'Korea, Republic of,CAN'
? 2
detente: a pair is two names with one comma between them
  write --pair CAN,CHN; for a name that has a comma itself give its code

$ detente timeline CAN CHN --limmit 3
? 2
detente: `timeline` has no option --limmit
  did you mean --limit? See `detente help timeline`

# What is no record is not touched.

$ echo hello >notes.txt && detente --db notes.txt timeline CAN CHN
? 4
detente: notes.txt: the database says: file is not a database
  name a file that detente made, or another name to make a new one

$ cat notes.txt
hello

# An answer without events still says what was asked.

$ detente import -q "$FIXTURES/canada-china"
$ detente timeline CAN NZL --json 2>/dev/null
? 1
{
  "query": {
    "command": "timeline",
    "pair": ["CAN", "NZL"]
  },
  "events": [],
  "covered": false
}

# A pair is two words, or one option with a comma; either is taken where both could be.

$ detente import -q "$FIXTURES/canada-china"
$ for c in tariffs inforce; do detente $c Canada China --on 2025-10-31 --json >a; detente $c --pair CAN,CHN --on 2025-10-31 --json >b; detente $c Canada,China --on 2025-10-31 --json >c; cmp a b && cmp a c; done

$ detente timeline Canada,China --json >a; detente timeline Canada China --json | cmp - a

$ detente tariffs Canada China --pair CAN,CHN
? 2
detente: the pair is given twice: as words and with --pair

$ detente tariffs --pair CAN CHN
? 2
detente: `tariffs` takes two countries as words, or none
  --pair takes both with a comma: --pair CAN,CHN

$ detente inforce Canada
? 2
detente: `inforce` takes two countries as words, or none
  for one alone: detente inforce --country Canada

$ detente list events --pair CAN CHN
? 2
detente: `list` takes no word "CHN"
  --pair takes both with a comma: --pair CAN,CHN

$ detente brief --pair CAN,CHN
? 2
detente: `brief` takes no --pair
  name the two as words: detente brief A B

$ detente timeline 'Mark Carney' China
? 2
detente: country or organization "Mark Carney" is not known
  mark-carney is a person: ask with --person mark-carney

$ detente list events --country Carney
? 2
detente: country "Carney" is not known
  mark-carney is a person: ask with --person mark-carney

# What is missing is told by an example.

$ detente timeline
? 2
detente: `timeline` needs two countries, as in `detente timeline Canada China`
  each is a word of its own; see `detente help timeline`

$ detente brief Canada
? 2
detente: `brief` needs two countries, as in `detente brief Canada China`
  for all that one did: detente list events --country Canada

$ detente timeline 'Canada China'
? 2
detente: `timeline` needs two countries, as in `detente timeline Canada China`
  each is a word of its own; see `detente help timeline`

$ detente between 2018
? 2
detente: `between` needs two dates, FROM and TO
  for all of it: detente between 2018 2018

$ detente brief Canada China 2025-10-31
? 2
detente: `brief` takes no word "2025-10-31"
  for a day: detente brief Canada China --on 2025-10-31

# Habits of other programs.

$ detente timeline CAN CHN --since 2018
? 2
detente: `timeline` has no option --since
  did you mean --from? See `detente help timeline`

$ detente timeline CAN CHN --csv
? 2
detente: `timeline` has no option --csv
  did you mean --format csv? See `detente help timeline`

$ detente series CAN CHN --until 2019
? 2
detente: `series` has no option --until
  did you mean --to? See `detente help series`

$ detente search meng -bail
? 2
detente: no option -b in -bail
  a word to leave out goes into quotes with the others: 'meng -bail'

$ detente brief CAN CHN --format markdown
? 2
detente: "markdown" is no format
  did you mean md? `detente formats` lists them all

$ detente timeline CAN CHN --format CSV >a; detente timeline CAN CHN --format csv | cmp - a

$ detente sql 'SELECT * FROM v_evnt'
? 2
detente: the database says: no such table: v_evnt
  did you mean v_event? `detente help sql` names the views

# An id or a name that nobody knows is nothing found; the value of a filter that nobody knows is wrong usage.

$ for c in 'chain NOPE' 'held NOPE' 'who NOPE' 'show NOPE' 'list events --person NOPE' 'list events --from NOPE'; do detente $c >out 2>&1; echo "$? $c"; done
1 chain NOPE
1 held NOPE
1 who NOPE
1 show NOPE
2 list events --person NOPE
2 list events --from NOPE

# Days by words. An import takes no such date.

$ detente --today 2026-04-10 list events --from yesterday --to tomorrow --json 2>/dev/null | grep '"from"'
  "query": {"command": "list", "from": "2026-04-09", "to": "2026-04-11", "match": "starts"},

$ detente --today 2026-04-10 between 'last week' today
? 2
detente: "last week" is neither a date nor the id of an event: the day on which this was written is not known
  write the date itself; today is 2026-04-10

$ printf 'id,kind,date,title\nT-1,meeting,today,One\n' >today.csv && detente --db today.db import today.csv
? 3
detente: today.csv:2:3: date "today": the day on which this was written is not known
  write the date itself
0 added, 0 updated, 0 unchanged, 1 rejected

$ printf 'id,kind,date,title,people\nT-1,meeting,2018,One,Carney\n' >part.csv && detente import -q part.csv && detente show T-1 --json | grep -c mark-carney
? 1
0
