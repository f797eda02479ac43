# A spreadsheet that somebody else keeps, read by a profile of one's own.

$ printf 'When (DD/MM/YYYY);Who;What happened;Link\n03/04/2018;Canada, China;First talks on trade;https://example.org/1\n05/04/2018;Canada, Ruritania;"A note; no answer";\n17/04/2018;China, Ruritania;Talks in Ruritania;https://example.org/3\n;;;\n19/04/2018;The Association of Bakers, China;A fair;https://example.org/4\n' >sheet.csv
$ cat >mine.json <<END
> {
>   "detente_profile": 1,
>   "name": "my-sheet",
>   "title": "The desk's spreadsheet",
>   "table": {"delimiter": ";"},
>   "records": [
>     {
>       "type": "event",
>       "kind": {"value": "meeting"},
>       "date": {"column": "When (DD/MM/YYYY)", "format": "%d/%m/%Y"},
>       "title": "What happened",
>       "source_url": "Link",
>       "parties": [{"split": [","], "try": [{"country": "Who"}, {"organization": "Who"}, {"actor": "Who"}]}]
>     }
>   ]
> }
> END

$ detente import --map mine.json sheet.csv
note: sheet.csv: 4 rows by the profile my-sheet
not placed:
       2  country "Ruritania" in Who: nobody knows it; kept as the named actor (sheet.csv:3)
       1  country "The Association of Bakers" in Who: nobody knows it; kept as the named actor (sheet.csv:6)
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
4 added, 0 updated, 0 unchanged, 0 rejected, 3 not placed
$ detente list events
2018

    3 Apr 2018  First talks on trade [1]
                Canada · China
                2018-04-03-first-talks-on-trade

    5 Apr 2018  A note; no answer
                Canada · Ruritania
                2018-04-05-a-note-no-answer

   17 Apr 2018  Talks in Ruritania [2]
                China · Ruritania
                2018-04-17-talks-in-ruritania

   19 Apr 2018  A fair [3]
                China · The Association of Bakers
                2018-04-19-a-fair

Sources
[1] https://example.org/1
[2] https://example.org/3
[3] https://example.org/4

# The same again changes nothing, also from a pipe.

$ detente import --map mine.json sheet.csv
note: sheet.csv: 4 rows by the profile my-sheet
not placed:
       2  country "Ruritania" in Who: nobody knows it; kept as the named actor (sheet.csv:3)
       1  country "The Association of Bakers" in Who: nobody knows it; kept as the named actor (sheet.csv:6)
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
0 added, 0 updated, 4 unchanged, 0 rejected, 3 not placed
$ detente import -q --map mine.json - <sheet.csv && detente log | grep -c import
1

# All that could not be placed, as a table; and the summary for a program.

$ detente import -q --map mine.json --unplaced missing.csv sheet.csv && cat missing.csv
what,column,value,reason,count,kept,file,line
country,Who,Ruritania,nobody knows it,2,yes,sheet.csv,3
country,Who,The Association of Bakers,nobody knows it,1,yes,sheet.csv,6
$ detente import --map mine.json --json sheet.csv 2>/dev/null
{"added":0,"updated":0,"unchanged":4,"rejected":0,"conflicts":0,"refused":0,"skipped":0,"missing":0,"removed":0,"duplicates":0,"made":0,"converted":0,"profile":"my-sheet","rows":4,"passed":0,"actors":3,"types":{},"unplaced":3,"unplaced_examples":[{"what":"country","column":"Who","value":"Ruritania","reason":"nobody knows it","count":2,"kept":true,"file":"sheet.csv","line":3},{"what":"country","column":"Who","value":"The Association of Bakers","reason":"nobody knows it","count":1,"kept":true,"file":"sheet.csv","line":6}],"dry_run":false}
$ detente import --map mine.json --unplaced - sheet.csv
? 2
detente: --unplaced writes a file, not standard output
  --json has all of it on standard output
$ detente import --map mine.json --unplaced sheet.csv sheet.csv
? 2
detente: --unplaced sheet.csv would overwrite what is imported

# Rows that cannot be taken do not stop the others; they go to a document, since a row can be several records.

$ printf 'When (DD/MM/YYYY);Who;What happened;Link\n31/04/2018;Canada;No such day;\n2018;Canada;A year;\n01/05/2018;Canada\n' >bad.csv
$ detente import --map mine.json bad.csv --rejects mend.json
? 3
detente: bad.csv:2:1: "31/04/2018" is no date of the real calendar written as %d/%m/%Y
  mend it, or add its format to the profile
detente: bad.csv:4:3: the row has 2 cells, the heading 4
  add the cells that are missing; they may be empty
note: bad.csv: 3 rows by the profile my-sheet
1 added, 0 updated, 0 unchanged, 2 rejected
$ cat mend.json
{"detente":1,
"events":[
{"When (DD/MM/YYYY)":"31/04/2018","Who":"Canada","What happened":"No such day","Link":"","reject_place":"bad.csv:2:1","reject_reason":"\"31/04/2018\" is no date of the real calendar written as %d/%m/%Y; mend it, or add its format to the profile"}
,{"When (DD/MM/YYYY)":"01/05/2018","Who":"Canada","reject_place":"bad.csv:4:3","reject_reason":"the row has 2 cells, the heading 4; add the cells that are missing; they may be empty"}
]}
$ detente import --map mine.json bad.csv --rejects mend.csv
? 2
detente: rejected rows of tables of other people make a JSON document, not mend.csv
  give --rejects a name that ends in .json
$ detente import --map mine.json bad.csv --strict
? 3
detente: bad.csv:2:1: "31/04/2018" is no date of the real calendar written as %d/%m/%Y
  mend it, or add its format to the profile
detente: bad.csv:4:3: the row has 2 cells, the heading 4
  add the cells that are missing; they may be empty
note: bad.csv: 3 rows by the profile my-sheet
detente: 2 rows were rejected, so nothing was kept (--strict)
  mend the rows, or leave --strict out to take the others

# To see what would change.

$ printf 'When (DD/MM/YYYY);Who;What happened;Link\n01/06/2018;Canada;In June;\n' | DETENTE_USER=desk detente --today 2026-04-10 import --map mine.json --dry-run -
note: -: 1 row by the profile my-sheet
Would change
import by desk
────────────────────────────────────────────────────────────────────────────────
add      event 2018-06-01-in-june, In June
  kind            + meeting
  date            + 2018-06-01
  title           + In June
  countries       + CAN

1 added
1 added, 0 updated, 0 unchanged, 0 rejected (dry run: nothing was kept)

# A profile that is not what it must be: a column that the table has not, text that is no JSON, a word that is none.

$ sed 's/"What happened"/"What hapened"/' mine.json >wrong.json && detente import --map wrong.json sheet.csv
? 3
detente: sheet.csv:1: the heading has no column "What hapened", which profile my-sheet reads
  did you mean What happened? Name it so in the profile, or in the file
$ sed 's/"source_url"/"source_ulr"/' mine.json >wrong.json && detente import --map wrong.json sheet.csv
? 3
detente: wrong.json:12:21: "source_ulr" is no field of event
  did you mean source_url?
$ head -n 5 mine.json >wrong.json && detente import --map wrong.json sheet.csv
? 3
detente: wrong.json:6:1: the text ends in the middle of a value
  it seems to have been cut short: export or copy it again
$ detente import --map none.json sheet.csv
? 4
detente: none.json: No such file or directory

# A table in another encoding is refused whole; the profile can say in which it is.

$ sed 's/First/Premi\xE8res/' sheet.csv >latin.csv && detente --db latin.db import --map mine.json latin.csv
? 3
detente: latin.csv:2:3: byte 0xE8 at offset 71 is not UTF-8
  convert the file to UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW; or read the table by a profile with "encoding": "windows-1252"
$ sed 's/"delimiter": ";"/"delimiter": ";", "encoding": "latin-1"/' mine.json >latin.json && detente --db latin.db import -q --map latin.json latin.csv && detente --db latin.db list events --format csv | sed -n 2p | cut -d , -f 5-8
,,,Premières talks on trade

# One thing is said of a file.

$ detente import --map mine.json --profile icews sheet.csv
? 2
detente: --profile and --map both say how the files are read
  give one of them
$ detente import --map mine.json --format csv sheet.csv
? 2
detente: --map says what the files are, and so does --format
  leave --format out
$ detente import --profile icews --table people sheet.csv
? 2
detente: --profile says what the files are, and so does --table
  leave --table out
$ detente import --profile icws sheet.csv
? 2
detente: there is no profile "icws"
  did you mean icews?
$ mkdir sheets && detente import --map mine.json sheets
? 2
detente: sheets is a folder, and a profile reads tables
  name its files, or leave --map out to import a dossier
$ gzip -k sheet.csv && detente import --map mine.json sheet.csv.gz
? 3
detente: sheet.csv.gz: the file is compressed (gzip)
  gunzip -c sheet.csv.gz | detente import --map mine.json -
$ gzip -k sheet.csv -c >sheet && detente import sheet
? 3
detente: sheet: the file is compressed (gzip)
  gunzip -c sheet | detente import -

# Without a word of it, a table that surely is of a built-in profile is read by it.

$ cp "$FIXTURES/profiles/gdelt2.CSV" 20180101000000.export.CSV && detente --db gdelt.db import 20180101000000.export.CSV
note: 20180101000000.export.CSV: read by the profile gdelt2 (GDELT 2.0 event database, 61 columns); --profile none reads it as a table of our own
note: 20180101000000.export.CSV: 4 rows by the profile gdelt2; 6 columns kept as extras, 40 left
note: coverage of GDELT 2.0: 2018-01-01
not placed:
       1  country "QQ" in ActionGeo_CountryCode: nobody knows it (20180101000000.export.CSV:3)
       1  country "XXQ" in Actor1CountryCode: nobody knows it; kept as the named actor (20180101000000.export.CSV:3)
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
added: 4 events, 1 stretch of coverage
5 added, 0 updated, 0 unchanged, 0 rejected, 2 not placed
$ detente --db gdelt.db import 20180101000000.export.CSV --profile none
? 3
detente: 20180101000000.export.CSV:1:1: no heading: the first row names no field of event
  name the columns in the first row, such as id, kind, date; tables of other people are read by a profile: `detente profiles`
$ cp "$FIXTURES/profiles/gdelt-mentions.CSV" . && detente --db gdelt.db import --profile gdelt-mentions gdelt-mentions.CSV
note: gdelt-mentions.CSV: 4 rows by the profile gdelt-mentions, 2 of them passed over; 13 columns left
note: made, since they were named and not listed: 1 source, such as https://example.net/invented/again
not placed:
       1  event "gdelt-990009999" in GLOBALEVENTID: no such event in the record (gdelt-mentions.CSV:3)
0 added, 1 updated, 1 unchanged, 0 rejected, 1 not placed
$ detente --db gdelt.db import -q gdelt-mentions.CSV 20180101000000.export.CSV && detente --db gdelt.db log | grep -c import
2
$ detente --db gdelt.db sql 'SELECT * FROM v_coverage' --format csv
dataset,countries,kinds,start,end,note
GDELT 2.0,,agreement;aid;incident;inquiry;invitation;legal.ruling;meeting;policy.sanction;relations;statement;trade.lifted;visit;vote,2018-01-01,2018-01-01,"What CAMEO has a code for; it has none for tariffs, treaties, bans, sentences, appointments and offices."

# What nobody knows says where to look.

$ printf 'colour,weight\nred,3\n' >other.csv && detente import other.csv
? 3
detente: other.csv:1:1: no heading: the first row names no field of event
  name the columns in the first row, such as id, kind, date; tables of other people are read by a profile: `detente profiles`
