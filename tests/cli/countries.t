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

# A name that may mean several, or that is mistyped, is answered with the nearest.

$ detente countries Korea
? 1
detente: no country is called "Korea"
  did you mean PRK (North Korea), KOR (South Korea) or X-KOREA (Joseon Korea)?

$ detente countries Cnada
? 1
detente: no country is called "Cnada"
  did you mean CAN (Canada)?

$ detente countries --format csv | sed 1d | wc -l
290

# The candidates are the same wherever a country is asked for; states that exist on the days asked for come first.

$ detente countries Congo
? 1
detente: no country is called "Congo"
  did you mean COG (Republic of the Congo) or COD (Democratic Republic of the Congo)?

$ detente import -q "$FIXTURES/canada-china"
$ for c in Congo Korea; do detente timeline $c Canada; done
? 2
detente: country or organization "Congo" is not known
  did you mean COG (Republic of the Congo) or COD (Democratic Republic of the Congo)? `detente countries` lists them
detente: country or organization "Korea" is not known
  did you mean PRK (North Korea), KOR (South Korea) or X-KOREA (Joseon Korea)? `detente countries` lists them

$ detente list events --country Korea --from 1890 --to 1900
? 2
detente: country "Korea" is not known
  did you mean X-KOREA (Joseon Korea), PRK (North Korea) or KOR (South Korea)? `detente countries` lists them
