# Other people's tables that import reads: the profiles that are built in, and how one of one's own begins.

$ detente profiles
name               title
─────────────────  ─────────────────────────────────────────────────────────────
cow-states         Correlates of War: states and when they were members of the
                   system
cow-system         Correlates of War: state system membership, version 2016
gdelt-mentions     GDELT 2.0 mentions, 16 columns
gdelt1             GDELT 1.0 event database, 57 and 58 columns
gdelt2             GDELT 2.0 event database, 61 columns
gptad              GPTAD: preferential trade agreements of the world
gw-states          Gleditsch and Ward: independent states and their time
icews              ICEWS coded event data, 20 columns
named-quads        Named quads: source actor, relation, target actor, date
reign-leaders      REIGN: leaders of states since 1950
statedept-chiefs   Chiefs of mission of the United States: ambassadors, envoys,
                   chargés d’affaires
statedept-travels  Travels of the Secretaries of State of the United States,
                   1866 to the present
statedept-visits   Visits of foreign leaders to the United States, 1874 to the
                   present

$ detente profiles --format csv | head -n 1
name,title,about

$ detente profiles --format json | head -c 60
{
  "query": {"command": "profiles"},
  "profiles": [
    {

# One of them, as the file that it is, whatever the format.

$ detente profiles show gw-states >mine.json && cat mine.json
{
  "detente_profile": 1,
  "name": "gw-states",
  "title": "Gleditsch and Ward: independent states and their time",
  "about": "List of independent states (Gleditsch and Ward 1999; cite it; the terms are the publisher's) in the form gwcode, gwc, country_name, start, end, as packages for R hand it out. Read as the profile cow-states does. Left: the abbreviation and the mark of a microstate.",
  "detect": {"heading": ["gwcode", "gwc", "country_name", "start", "end"]},
  "table": {"missing": ["9999-12-31"]},
  "records": [
    {
      "type": "country-code",
      "system": "gw",
      "code": "gwcode",
      "name": "country_name",
      "start": "start",
      "end": {"column": "end", "plus_days": 1}
    }
  ],
  "keep": "none"
}

$ detente profiles show gw-states --format csv | cmp - mine.json

# Each of them is well formed: an empty table is all that is wrong here.

$ for p in $(detente profiles --format csv | sed 1d | cut -d , -f 1); do detente profiles show $p >$p.json && detente import -n --map $p.json /dev/null 2>&1 | grep "$p.json"; done
? 1

$ detente profiles show icevs
? 2
detente: there is no profile "icevs"
  did you mean icews?

$ detente profiles show something
? 2
detente: there is no profile "something"
  `detente profiles` lists them; a profile of your own is given with --map FILE

$ detente profiles show
? 2
detente: profiles takes nothing, or show and the name of one
  such as: detente profiles show icews

$ detente profiles icews
? 2
detente: profiles takes nothing, or show and the name of one
  such as: detente profiles show icews

# What is wrong in a profile of one's own is told with its place, before any file is read.

$ sed 's/"end"/"ende"/' mine.json >spoilt.json && printf 'gwcode,start\n' >table.csv

$ detente import --map spoilt.json table.csv
? 3
detente: spoilt.json:15:15: "ende" is no key of country-code
  did you mean end?
