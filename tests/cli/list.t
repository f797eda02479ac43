# The records of a type. Events take the filters that are everywhere.

$ detente import -q "$FIXTURES/canada-china"

$ detente list events --kind meeting --person mark-carney --from 2025-10 --format csv | cut -d , -f 1,3,8
id,date,title
CC-M25B,2025-10-31,Carney meets Xi Jinping at APEC in Gyeongju
CC-123,2026-01-15,Carney meets Premier Li Qiang in Beijing
CC-124,2026-01-16,Carney meets Xi Jinping at the Great Hall of the People

$ detente list people --format csv | sed 4q
id,name,aliases,country,wikidata
anita-anand,Anita Anand,,CAN,
anthony-albanese,Anthony Albanese,,AUS,
antony-blinken,Antony Blinken,Tony Blinken,USA,

$ detente list terms --format csv | grep -m 2 head_of_state
barack-obama,USA,head_of_government;head_of_state,President,2009-01-20,2017-01-20,,congress-legislators-executive,
charles-iii,AUS,head_of_state,King of Australia,2022-09-08,,,wiki-copy-australian-monarchs,

$ detente list links --format jsonl | sed 2q
{"from":"CC-005","relation":"part_of","to":"CC-004"}
{"from":"CC-006","relation":"part_of","to":"CC-004"}

$ detente list coverage --json
{
...
  "coverage": [
    {
      "dataset": "canada-china",
      "countries": ["CAN", "CHN"],
      "kinds": ["relations"],
      "start": "1970-10-13",
      "end": "2026-04-07",
...
}

# How many there are of each.

$ for t in events people terms sources claims links coverage notes organizations; do echo $t $(detente list $t --format csv | sed 1d | grep -c .); done
events 150
people 111
terms 81
sources 188
claims 116
links 109
coverage 2
notes 3
organizations 7

# Countries that the built-in table knows are not listed again.

$ detente list countries
? 1
detente: the record has no countries of its own
  `detente countries` lists those that the program knows

$ detente list peple
? 2
detente: "peple" is no type of record
  did you mean people?

$ detente list people --kind visit
? 2
detente: filters ask for events
  use them with `detente list events`

# A type is named in the singular or the plural, in any case; what is no type is answered with what was meant.

$ for t in event Events person STATEMENT statements; do echo "$t $(detente list $t --json | grep -c '"id"')"; done
event 921
Events 921
person 111
STATEMENT 74
statements 74

$ for t in quotes meetings persons tariffs bogus; do detente list $t; done
? 2
detente: "quotes" is no type of record
  did you mean `detente list statements`?
detente: "meetings" is no type of record
  did you mean `detente list events --kind meeting`?
detente: "persons" is no type of record
  did you mean `detente list people`?
detente: "tariffs" is no type of record
  did you mean `detente list events --kind tariff`?
detente: "bogus" is no type of record
  types are countries, organizations, people, terms, sources, events, statements, claims, links, coverage and notes

$ for c in statements people meetings; do detente $c; done
? 2
detente: no command "statements"
  did you mean `detente list statements`?
detente: no command "people"
  did you mean `detente list people`?
detente: no command "meetings"
  did you mean `detente list events --kind meeting`?
