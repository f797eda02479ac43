# detente undo: a revision is taken back, and the record is byte for byte what it was before.

$ ln -s "$FIXTURES/canada-china" dossier && detente init && detente undo
? 1
detente.db: an empty record
detente: there is nothing to take back

$ printf 'id,kind,date,title\nMINE,meeting,2018,A meeting\n' >events.csv && detente --today 2026-04-08 import -q events.csv && detente export -o before.json

# An import of the whole dossier, then an edit. The import cannot go before the edit.

$ detente --today 2026-04-09 import -q dossier && detente export -o after.json

$ detente --today 2026-04-10 edit -q CC-M22 "title=Trudeau and Xi meet" && detente undo 2
? 3
detente: revision 2 cannot be taken back: later changes touch 1 of its records: CC-M22 (changed by revision 3)
  `detente undo 3` first

$ (detente --today 2026-04-10 undo --reason "the old title was right" && detente export | cmp - after.json) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
took back revision 3 (edit of CC-M22 by USER, DAY): 1 updated; revision 4

$ detente undo -n 2>&1 | tail -1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
revision 2 (import of 768 records by USER, DAY) would be taken back: 768 removed (dry run: nothing was kept)

$ (detente export | cmp - after.json && detente --today 2026-04-10 undo && detente export | cmp - before.json) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
took back revision 2 (import of 768 records by USER, DAY): 768 removed; revision 5

# An undo is a revision too: taken back, it brings all of it again.

$ detente log --format csv | cut -d , -f 1-3,6-10
revision,time,command,undoes,undone_by,added,updated,removed
5,2026-04-10T00:00:00Z,undo,2,,0,0,768
4,2026-04-10T00:00:00Z,undo,3,,0,1,0
3,2026-04-10T00:00:00Z,edit,,4,0,1,0
2,2026-04-09T00:00:00Z,import,,5,768,0,0
1,2026-04-08T00:00:00Z,import,,,1,0,0

$ (detente undo 5 && detente export | cmp - after.json) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
took back revision 5 (undo of revision 2: 768 records by USER, DAY): 768 added; revision 6

$ (detente undo 2 && detente export | cmp - before.json) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
took back revision 2 (import of 768 records by USER, DAY): 768 removed; revision 7

$ detente undo 2
? 3
detente: revision 2 was taken back by revision 7 already
  `detente undo 7` brings it back

$ detente undo 5
? 3
detente: revision 5 was taken back by revision 6 already
  `detente undo 6` brings it back

$ detente undo 6
? 1
detente: nothing of revision 6 is left to take back: all is as it was before it

$ detente undo 99
? 1
detente: there is no revision 99
  there are the revisions 1 to 7; `detente log` shows them

$ detente undo first
? 2
detente: "first" is no number of a revision
  `detente log` shows the revisions with their numbers

$ detente undo 1 2
? 2
detente: `undo` takes no word "2"
  words that belong together go into quotes; see `detente help undo`

$ detente undo --format csv
? 2
detente: what `undo` did is told as text or json, not as csv
  `detente diff --format csv` shows it afterwards

# Everything that was, once more, as JSON.

$ (detente undo 7 --json && detente export | cmp - after.json) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
{"id":"revision 7","revision":8,"added":768,"updated":0,"removed":0,"unchanged":0,"remark":"undo of revision 2: 768 records by USER, DAY"}

$ detente --today 2026-04-10 undo 8 -n --json 2>&1 | sed -n '2,5p;$p' | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
  "query": {"command": "undo"},
  "from": 8,
  "dry_run": true,
  "time": "2026-04-10T00:00:00Z",
revision 8 (undo of revision 7: 768 records by USER, DAY) would be taken back: 768 removed (dry run: nothing was kept)

# Without a number it is the latest change that has not been taken back, and that is no undo itself.

$ detente edit -q MINE "title=Another meeting" && detente remove -q CC-M22

$ (detente undo && detente undo && detente export | cmp - after.json) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
took back revision 10 (remove of CC-M22 and 1 more by USER, DAY): 2 added; revision 11
took back revision 9 (edit of MINE by USER, DAY): 1 updated; revision 12

# What a later revision changed stands in the way, and it is said which must go first.

$ for i in CC-M22 CC-M25A CC-M25B CC-120 CC-121 CC-122 CC-026; do echo "{\"id\":\"$i\",\"kind\":\"meeting\"}"; done >kinds.jsonl && detente import -q kinds.jsonl && detente undo 2
? 3
detente: revision 2 cannot be taken back: later changes touch 7 of its records: CC-026 (changed by revision 13), CC-M22 (changed by revision 13), CC-M25A (changed by revision 13), CC-120 (changed by revision 13), CC-121 (changed by revision 13) and 2 more
  `detente undo 13` first

$ detente edit -q CC-120 kind=invitation && detente undo 2
? 3
detente: revision 2 cannot be taken back: later changes touch 6 of its records: CC-026 (changed by revision 13), CC-M22 (changed by revision 13), CC-M25A (changed by revision 13), CC-121 (changed by revision 13), CC-M25B (changed by revision 13) and 1 more
  `detente undo 13` first

# So does what names a record that would go.

$ printf 'id,title\ns1,A paper\n' >sources.csv && detente import -q sources.csv && detente edit -q MINE sources=s1

$ detente undo 15
? 3
detente: revision 15 cannot be taken back: s1 is still named by 1 event: MINE
  `detente undo 16` first

# Or a record that would be named and is no longer there.

$ detente edit -q MINE sources= && detente remove -q s1 && detente undo 17
? 3
detente: revision 17 cannot be taken back: s1, which revision 18 removed, would be named by 1 event: MINE
  `detente undo 18` first: it brings it back

# Or an id that is in use again.

$ detente remove -q CC-M22 && printf 'id,kind,date,title\nCC-M22,meeting,2019,Another one\n' >events.csv && detente import -q events.csv && detente undo 19
? 3
detente: revision 19 cannot be taken back: later changes touch 1 of its records: CC-M22 (in use again since revision 20)
  `detente undo 20` first

$ (detente undo 20 && detente undo 19 && detente show CC-M22 | head -1) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
took back revision 20 (import of CC-M22 by USER, DAY): 1 removed; revision 21
took back revision 19 (remove of CC-M22 and 1 more by USER, DAY): 2 added; revision 22
Trudeau and Xi talk on the margins of the G20 in Bali [1]

# Step by step all of it goes, and the record is as empty as it was.

$ while detente undo -q 2>/dev/null; do :; done; detente stats | head -3; detente export -o empty.json
? 1
What the record holds
────────────────────────────────────────────────────────────────────────────────
Records     0 events
detente: nothing found: the export is empty

$ detente --today 2026-04-10 undo
? 1
detente: there is nothing to take back
  an undo is taken back by its number: `detente log` shows it
