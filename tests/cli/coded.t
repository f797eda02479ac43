# Events that machines code from reports: codes with their zeros, titles made when shown, filters on what such data
# have, and reports of one act as one.

$ cat >coded.csv <<'END'
> id,kind,date,countries,organizations,actors,code,intensity,mentions,tone,place,latitude,longitude
> c1,visit,2018-06-01,USA:actor;CHN:target,,,042,1.9,4,-2.5641025641,Beijing,39.9,116.4
> c2,visit,2018-06-01,USA:actor;CHN:target;CHN:venue,,,042,1.9,1,0.04,Shanghai,31.2,121.5
> c3,visit,2018-06-01,USA:actor;CHN:target,,,042,1.9,,,,,
> c4,visit,2018-06-01,CHN:actor;USA:target,,,043,2.8,1,,,,
> c5,meeting,2018-06-02,CHN:actor;USA:target,,Foreign Office (China):actor;Jo Sample:target,040,1,10,3.2,Suva,-18.1,178.4
> c6,statement.protest,2018-06-02,CHN:actor,,Citizen (India):target,112,-2,2,-10,Apia,-13.8,-171.8
> c7,incident,2018-06-03,USA:actor,,,X4,-9,3,-12.5,,,
> c8,meeting,2018-06-03,USA;CHN;CAN;JPN;FRA,,,04,,1,,,,
> c9,policy.sanction,2018-07-01,USA:actor;CHN:target,,Media:target;Company A:target;Company B:target;Company D:target,163,-8,1,,,,
> c10,meeting,2018-08-01,USA:actor;CHN:actor;RUS:target,,,0401,,1,,,,
> END

$ detente import -q coded.csv

# A title is made of the code and of who did it to whom. It is not stored: programs get none.

$ detente timeline USA CHN
United States – China
────────────────────────────────────────────────────────────────────────────────

2018

    1 Jun 2018  Make a visit: United States → China
            c1  code 042, intensity 1.9, 4 mentions, tone -2.6
    1 Jun 2018  Make a visit: United States → China
            c2  code 042, intensity 1.9, 1 mention, tone 0
    1 Jun 2018  Make a visit: United States → China
            c3  code 042, intensity 1.9
    1 Jun 2018  Host a visit: China → United States
            c4  code 043, intensity 2.8, 1 mention
    2 Jun 2018  Consult: Foreign Office (China) → Jo Sample (United States)
            c5  code 040, intensity 1, 10 mentions, tone 3.2
    3 Jun 2018  Consult: United States, China, Canada and 2 more
            c8  United States · China · Canada · Japan · France
                code 04, 1 mention
    1 Jul 2018  Impose embargo, boycott, or sanctions: United States → Media,
            c9  Company A, Company B and 1 more (China)
                United States (actor) · China (target) · Media (target)
                Company A (target) · Company B (target) · Company D (target)
                code 163, intensity -8, 1 mention
    1 Aug 2018  Consult: United States, China → Russia
           c10  code 0401, 1 mention
$ detente list events --code 163 --format jsonl
{"id":"c9","kind":"policy.sanction","date":"2018-07-01","parties":[{"type":"country","id":"USA","role":"actor","name":"United States"},{"type":"country","id":"CHN","role":"target","name":"China"},{"type":"actor","id":"Media","role":"target","name":"Media"},{"type":"actor","id":"Company A","role":"target","name":"Company A"},{"type":"actor","id":"Company B","role":"target","name":"Company B"},{"type":"actor","id":"Company D","role":"target","name":"Company D"}],"code":"163","intensity":-8,"mentions":1,"start_min":"2018-07-01","start_max":"2018-07-01","end_min":"2018-07-01","end_max":"2018-07-01"}
$ detente list events --code 112
2018

    2 Jun 2018  Accuse: China → Citizen (India)
            c6  code 112, intensity -2, 2 mentions, tone -10
$ detente show c5
Consult: Foreign Office (China) → Jo Sample (United States)
c5 · Meeting
────────────────────────────────────────────────────────────────────────────────

When          2 Jun 2018
Where         Suva (-18.1, 178.4)
Who           China (actor) · United States (target)
              Foreign Office (China) (actor) · Jo Sample (target)
Code          040, Consult
Intensity     1
Mentions      10
Tone          3.2
$ detente show CHN | tail -n 3
event    c3           2018-06-01 Make a visit: United States → China
event    c2           2018-06-01 Make a visit: United States → China
event    c1           2018-06-01 Make a visit: United States → China

# A code of CAMEO is itself and all below it; any other word is itself alone.

$ detente list events --code 04 --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c1 c2 c3 c4 c5 c8 
$ detente list events --code 042 --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c1 c2 c3 
$ detente list events --code X4 --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c7 
$ detente list events --code X
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
$ detente list events --code 4
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
$ detente list events --code 11 --code 16 --json | grep '"code"'
    "code": ["11", "16"]
      "code": "112",
      "code": "163",

# Intensity and tone from one number to another, both in it; what has no value never matches.

$ detente list events --intensity -9/-2 --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c6 c7 c9 
$ detente list events --intensity 2.8/ --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c4 
$ detente list events --tone /-10 --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c6 c7 
$ detente list events --tone=-3/0.04 --json | head -n 8
{
  "query": {"command": "list", "tone": "-3/0.04"},
  "events": [
    {
      "id": "c1",
      "kind": "visit",
      "date": "2018-06-01",
      "parties": [
$ detente list events --intensity 5
? 2
detente: --intensity takes two numbers with a slash between them, not "5"
  write --intensity -10/-5, or leave one out: 5/ is 5 and above, /0 is 0 and below
$ detente list events --intensity 5/-5
? 2
detente: --intensity "5/-5" has its higher end first
  write --intensity -5/5
$ detente list events --tone low/high
? 2
detente: --tone takes two numbers with a slash between them, not "low/high"
  write --tone -10/-5, or leave one out: 5/ is 5 and above, /0 is 0 and below

# A box of degrees; with its west greater than its east it lies across the antimeridian.

$ detente list events --box 30,110,40,120 --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c1 
$ detente list events --box -20,170,0,-170 --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c5 c6 
$ detente list events --box 0,0,10,10
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
$ detente list events --box 0,0,10
? 2
detente: --box takes four numbers with commas between them, not "0,0,10"
  write south, west, north and east in degrees: --box 18,73,54,135
$ detente list events --box 40,0,30,10
? 2
detente: the south of the box 40,0,30,10 lies north of its north
  the order is south,west,north,east; across the antimeridian west is greater than east

# Reports of one act (same day, parties and code, wherever they come from) as one, with their number.

$ detente timeline USA CHN --to 2018-06-01 --distinct
United States – China                                           until 1 Jun 2018
────────────────────────────────────────────────────────────────────────────────

2018

    1 Jun 2018  Make a visit: United States → China (3 reports)
            c1  code 042, intensity 1.9, 4 mentions, tone -2.6
    1 Jun 2018  Host a visit: China → United States
            c4  code 043, intensity 2.8, 1 mention
$ detente list events --distinct --to 2018-06-02 --format csv | cut -d , -f 1,24-
id,source_publisher,source_date,last_confirmed,imposer,target,product,hs,rate,rate_unit,base_rate,basis,quota,excludes,announced,code,intensity,mentions,tone,reports,start_min,start_max,end_min,end_max,match
c1,,,,,,,,,,,,,,,042,1.9,4,-2.5641025641,3,2018-06-01,2018-06-01,2018-06-01,2018-06-01,certain
c4,,,,,,,,,,,,,,,043,2.8,1,,1,2018-06-01,2018-06-01,2018-06-01,2018-06-01,certain
c5,,,,,,,,,,,,,,,040,1,10,3.2,1,2018-06-02,2018-06-02,2018-06-02,2018-06-02,certain
c6,,,,,,,,,,,,,,,112,-2,2,-10,1,2018-06-02,2018-06-02,2018-06-02,2018-06-02,certain
$ detente export --distinct --format jsonl --code 042 | grep -o '"reports":[0-9]*'
"reports":3
$ detente export --distinct --format csv --code 042 | rev | cut -d , -f 1-5 | rev
code,intensity,mentions,tone,reports
042,1.9,4,-2.5641025641,3
$ detente export --distinct --format csv --code 042 -o folded.csv && detente --db folded.db import folded.csv
1 added, 0 updated, 0 unchanged, 0 rejected
$ detente list events --min-mentions 3 --format csv | grep -o '^c[0-9]' | tr '\n' ' '
c1 c5 c7 

# Mean and sum are those of the intensity; of c8, which has none, that of its kind.

$ detente series USA CHN --by month --format csv
period,kind,value,value_max
2018-06,,6,
2018-07,,1,
2018-08,,1,
$ detente series USA CHN --by month --distinct --format csv
period,kind,value,value_max
2018-06,,4,
2018-07,,1,
2018-08,,1,
$ detente series USA CHN --by month --measure sum --format csv
period,kind,value,value_max
2018-06,,10.5,
2018-07,,-8,
2018-08,,1,
$ detente series USA CHN --by month --measure mean --distinct --format csv
period,kind,value,value_max
2018-06,,1.675,
2018-07,,-8,
2018-08,,1,
$ detente series USA CHN --by month --measure mean --intensity 0/ --format csv
period,kind,value,value_max
2018-06,,1.9,

# The zeros of a code live as long as the record: out, in and out again.

$ detente export --format csv --code 04 -o out.csv && detente --db again.db import -q out.csv && detente --db again.db export --format csv --code 04 | cmp - out.csv && grep -o ',04[0-9]*,' out.csv | sort | uniq -c
      1 ,04,
      1 ,040,
      3 ,042,
      1 ,043,
$ detente export --json -o out.json && detente --db third.db import -q out.json && detente --db third.db export --json | cmp - out.json && grep -o '"code": *"04[0-9]*"' out.json
"code":"042"
"code":"042"
"code":"042"
"code":"043"
"code":"040"
"code":"04"
"code":"0401"

# What a code is called and which kind it is here.

$ detente kinds 043 16
code  label                                    kind                weight
────  ───────────────────────────────────────  ──────────────────  ──────
043   Host a visit                             visit                  2.8
16    Reduce relations                         relations               -4
160   Reduce relations                         relations               -4
161   Reduce or break diplomatic relations     relations.severed       -4
162   Reduce or stop material aid              policy                -5.6
1621  Reduce or stop economic assistance       policy                -5.6
1622  Reduce or stop military assistance       policy                -5.6
1623  Reduce or stop humanitarian assistance   policy                -5.6
163   Impose embargo, boycott, or sanctions    policy.sanction         -8
164   Halt negotiations                        relations               -7
165   Halt mediation                           relations             -6.5
166   Expel or withdraw                        incident.expulsion      -7
1661  Expel or withdraw peacekeepers           incident.expulsion      -7
1662  Expel or withdraw inspectors, observers  incident.expulsion      -7
1663  Expel or withdraw aid agencies           incident.expulsion      -7
$ detente kinds 0254 --json
{
  "query": {
    "command": "kinds",
    "words": ["0254"]
  },
  "codes": [
    {
      "code": "0254",
      "label": "Appeal for easing of economic sanctions, boycott, or embargo",
      "kind": "statement",
      "weight": -0.3
    }
  ]
}
$ detente kinds visit --codes --format csv
code,label,kind,weight,plover,aliases
042,Make a visit,visit,1.9,CONSULT,
043,Host a visit,visit,2.8,CONSULT,
$ detente kinds tariff --codes
? 1
detente: no CAMEO code is of this kind
  `detente kinds --codes` lists all codes with their kinds
$ detente kinds 43
? 2
detente: CAMEO has no code 43
  did you mean 043, Host a visit? zeros in front count
$ detente kinds 0431
? 2
detente: CAMEO has no code 0431
  the nearest above it is 043, Host a visit
$ detente kinds 77
? 2
detente: CAMEO has no code 77
  `detente kinds --codes` lists them; the roots are 01 to 20
$ detente kinds --codes --format csv | wc -l
319
