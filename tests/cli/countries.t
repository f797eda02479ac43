# Countries are known by any of their names and codes. No record is needed.

$ for n in CAN CA Canada 'South Korea' 'Korea, Republic of' PRC Kosovo cow:20 fips:GM; do detente countries "$n" --format csv | sed 1d | cut -d , -f 1,2; done
CAN,Canada
CAN,Canada
CAN,Canada
KOR,South Korea
KOR,South Korea
CHN,China
XKX,Kosovo
CAN,Canada
DEU,Germany

# States that are gone keep their former code, and the time in which they were.

$ detente countries SUN DDR --format jsonl | sed 's/"aliases".*"start"/… "start"/; s/,"iso2.*/ …/'
{"id":"SUN","name":"Soviet Union",… "start":"1922-12-30","end":"1991-12-26" …
{"id":"DDR","name":"East Germany",… "start":"1949-10-07","end":"1990-10-03" …

# A code can hold for a time only.

$ detente countries Germany --format jsonl | sed 's/.*"cow":\([^]]*\)].*/\1]/'
["255@1816-01-01/1945-05-09","255@1990-10-03/..","260@1955-05-05/1990-10-03"]

$ detente countries Canada --json
{
...
  "countries": [
    {
      "id": "CAN",
      "name": "Canada",
      "aliases": ["加拿大", "Dominion of Canada"],
      "start": "1867-07-01",
...
}

# A name that two states have lists both; one that is mistyped is answered with the nearest.

$ detente countries Korea
id   name         start       end  iso2  iso_numeric  cow  gw   fips
───  ───────────  ──────────  ───  ────  ───────────  ───  ───  ────
KOR  South Korea  1948-08-15       KR    410          732  732  KS
PRK  North Korea  1948-09-09       KP    408          731  731  KN

$ detente countries Cnada
? 1
detente: no country is called "Cnada"
  did you mean CAN (Canada)?

$ detente countries --format csv | sed 1d | wc -l
290

# Where one country is asked for, both are told, unless the days decide.

$ detente countries Congo
id   name                     start       end  iso2  iso_numeric  cow  gw   fips
───  ───────────────────────  ──────────  ───  ────  ───────────  ───  ───  ────
COD  Democratic Republic of   1960-06-30       CD    180          490  490  CG
     the Congo
COG  Republic of the Congo    1960-08-15       CG    178          484  484  CF

$ detente import -q "$FIXTURES/canada-china"
$ for c in Congo Korea; do detente timeline $c Canada; done
? 2
detente: "Congo" can mean COD (Democratic Republic of the Congo) or COG (Republic of the Congo)
  write the id of the one that is meant
detente: "Korea" can mean KOR (South Korea) or PRK (North Korea)
  write the id of the one that is meant

$ detente list events --country Korea --from 1890 --to 1900
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
