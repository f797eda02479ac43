# What is mistyped is answered with the nearest.

$ detente import -q "$FIXTURES/canada-china"

$ detente timeline Canada Chian
? 2
detente: country or organization "Chian" is not known
  did you mean China (CHN)? `detente countries` lists them

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
  "events": []
}
