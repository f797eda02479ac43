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
       2  party "Ruritania" in Who: nobody knows it; kept as the named actor (sheet.csv:3)
       1  party "The Association of Bakers" in Who: nobody knows it; kept as the named actor (sheet.csv:6)
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
       2  party "Ruritania" in Who: nobody knows it; kept as the named actor (sheet.csv:3)
       1  party "The Association of Bakers" in Who: nobody knows it; kept as the named actor (sheet.csv:6)
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
0 added, 0 updated, 4 unchanged, 0 rejected, 3 not placed
$ detente import -q --map mine.json - <sheet.csv && detente log | grep -c import
1

# All that could not be placed, as a table; and the summary for a program.

$ detente import -q --map mine.json --unplaced missing.csv sheet.csv && cat missing.csv
what,column,value,reason,count,kept,file,line
party,Who,Ruritania,nobody knows it,2,yes,sheet.csv,3
party,Who,The Association of Bakers,nobody knows it,1,yes,sheet.csv,6
$ detente import --map mine.json --json sheet.csv 2>/dev/null
{"added":0,"updated":0,"unchanged":4,"rejected":0,"conflicts":0,"refused":0,"skipped":0,"missing":0,"removed":0,"duplicates":0,"made":0,"converted":0,"profile":"my-sheet","rows":4,"passed":0,"actors":3,"types":{},"unplaced":3,"unplaced_examples":[{"what":"party","column":"Who","value":"Ruritania","reason":"nobody knows it","count":2,"kept":true,"file":"sheet.csv","line":3},{"what":"party","column":"Who","value":"The Association of Bakers","reason":"nobody knows it","count":1,"kept":true,"file":"sheet.csv","line":6}],"dry_run":false}
$ detente import --map mine.json --unplaced - sheet.csv
? 2
detente: --unplaced writes a file, not standard output
  --json has all of it on standard output
$ detente import --map mine.json --unplaced sheet.csv sheet.csv
? 2
detente: --unplaced sheet.csv would overwrite what is imported

# Rows that cannot be taken do not stop the others; they go to a table as theirs, which the profile reads when they are mended.

$ printf 'When (DD/MM/YYYY);Who;What happened;Link\n31/04/2018;Canada;"No such day; a slip";\n2018;Canada;A year;\n32/04/2018;Nowhere Land;None;\n01/05/2018;Canada\n' >bad.csv
$ detente import --map mine.json bad.csv --rejects mend.csv
? 3
detente: bad.csv:2:1: "31/04/2018" is no date of the real calendar written as %d/%m/%Y
  mend it, or add its format to the profile
detente: bad.csv:4:1: "32/04/2018" is no date of the real calendar written as %d/%m/%Y
detente: bad.csv:5:3: the row has 2 cells, the heading 4
  add the cells that are missing; they may be empty
note: bad.csv: 4 rows by the profile my-sheet
1 added, 0 updated, 0 unchanged, 3 rejected
$ cat mend.csv
When (DD/MM/YYYY);Who;What happened;Link
31/04/2018;Canada;"No such day; a slip";
32/04/2018;Nowhere Land;None;
01/05/2018;Canada
$ sed -i 's/31.04/30\/04/; /Nowhere/d; s/^01.*/&;A fair;/' mend.csv && detente import --map mine.json mend.csv
note: mend.csv: 2 rows by the profile my-sheet
2 added, 0 updated, 0 unchanged, 0 rejected
$ detente import --map mine.json bad.csv --strict
? 3
detente: bad.csv:2:1: "31/04/2018" is no date of the real calendar written as %d/%m/%Y
  mend it, or add its format to the profile
detente: bad.csv:4:1: "32/04/2018" is no date of the real calendar written as %d/%m/%Y
detente: bad.csv:5:3: the row has 2 cells, the heading 4
  add the cells that are missing; they may be empty
note: bad.csv: 4 rows by the profile my-sheet
detente: 3 rows were rejected, so nothing was kept (--strict)
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
  name its files, as in sheets/*, or leave --map out to import a dossier
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
note: 20180101000000.export.CSV: 4 rows by the profile gdelt2; 6 columns kept as extras, 40 not kept
not placed:
       1  country "QQ" in ActionGeo_CountryCode: nobody knows it (20180101000000.export.CSV:3)
       1  country "XXQ" in Actor1CountryCode: nobody knows it; kept as the named actor (20180101000000.export.CSV:3)
3 parties are kept as they are named: neither a country nor an organization nor a person that is known
4 added, 0 updated, 0 unchanged, 0 rejected, 2 not placed
$ detente --db gdelt.db import 20180101000000.export.CSV --profile none
? 3
detente: 20180101000000.export.CSV:1:1: no heading: the first row names no field of event
  name the columns in the first row, such as id, kind, date; tables of other people are read by a profile: `detente profiles`
$ cp "$FIXTURES/profiles/gdelt-mentions.CSV" . && detente --db gdelt.db import --profile gdelt-mentions gdelt-mentions.CSV
note: gdelt-mentions.CSV: 4 rows by the profile gdelt-mentions, 1 of them passed over by the profile's conditions; 13 columns not kept
note: made, since they were named and not listed: 1 source, such as https://example.net/invented/again
not placed:
       1  event "gdelt-990009999" in GLOBALEVENTID: no such event in the record (gdelt-mentions.CSV:3)
0 added, 1 updated, 1 unchanged, 0 rejected, 1 not placed
$ detente --db gdelt.db import -q gdelt-mentions.CSV 20180101000000.export.CSV && detente --db gdelt.db log | grep -c import
2

# A quarter of an hour of events covers no day. A table with days of its own does, unless it is a sample.

$ detente --db gdelt.db sql 'SELECT count(*) FROM coverage' --format csv
count(*)
0
$ sed 's/^}$/"coverage": [{"dataset": "The sheet"}]}/; /^  \]$/s/$/,/' mine.json >covers.json && printf 'When (DD/MM/YYYY);Who;What happened;Link\n02/07/2018;Canada;In July;\n09/07/2018;Canada;Later in July;\n' >july.csv
$ detente --db july.db import --map covers.json --no-coverage july.csv
note: july.csv: 2 rows by the profile my-sheet
2 added, 0 updated, 0 unchanged, 0 rejected
$ detente --db july.db import --map covers.json july.csv
note: july.csv: 2 rows by the profile my-sheet
note: coverage of The sheet: 2 Jul 2018 to 9 Jul 2018
1 added, 0 updated, 2 unchanged, 0 rejected
$ printf 'When (DD/MM/YYYY);Who;What happened;Link\n10/07/2018;Canada;Still July;\n' >later.csv && detente --db july.db import --map covers.json --on-conflict skip later.csv
note: later.csv: 1 row by the profile my-sheet
note: skipped: coverage:The sheet///2018-07-02
1 added, 0 updated, 0 unchanged, 0 rejected, 1 skipped
$ detente --db july.db import --map covers.json --on-conflict fail later.csv
? 3
note: later.csv: 1 row by the profile my-sheet
detente: coverage:The sheet///2018-07-02 is here already, and what the files cover would change it
  --on-conflict update joins them, --on-conflict skip leaves what is here as it is, --no-coverage claims nothing
$ detente --db july.db import --map covers.json later.csv
note: later.csv: 1 row by the profile my-sheet
note: coverage of The sheet: 2 Jul 2018 to 10 Jul 2018
0 added, 1 updated, 1 unchanged, 0 rejected

# Words that are nearly built-in ones are taken, and told once.

$ printf 'kind,date,title\nmeeting.bilatral,2018-08-01,First\nmeeting.bilatral,2018-08-02,Second\nmeeting.tea,2018-08-03,Third\n' >events.csv && detente --db july.db import events.csv
note: kind meeting.bilatral is not built in; did you mean meeting.bilateral?
3 added, 0 updated, 0 unchanged, 0 rejected

# One table of several that cannot be read: nothing is kept. A folder of such tables is no dossier.

$ printf 'colour,weight\nred,3\n' >odd.csv && detente --db july.db import --map covers.json later.csv odd.csv july.csv sheet.csv bad.csv mend.csv
? 3
note: later.csv: 1 row by the profile my-sheet
detente: odd.csv:1: the heading has no column "Who", which profile my-sheet reads
  the profile says "delimiter": ";", and the heading seems to be cut by ",": say that in its "table"; nothing was kept; not read yet: july.csv, sheet.csv, bad.csv and 1 more
$ cp july.csv sheets && detente --db july.db import sheets
? 3
note: july.csv is no table of a dossier and was passed over
detente: sheets: the folder has none of the files of a dossier
  a dossier has events.csv, people.csv, terms.csv, sources.csv and others: see detente(5); of other tables the files themselves are named: `detente import sheets/*`

# What nobody knows says where to look.

$ printf 'colour,weight\nred,3\n' >other.csv && detente import other.csv
? 3
detente: other.csv:1:1: no heading: the first row names no field of event
  name the columns in the first row, such as id, kind, date; tables of other people are read by a profile: `detente profiles`
