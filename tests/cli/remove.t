# detente remove: a record goes with what belongs to it, and comes back whole.

$ ln -s "$FIXTURES/canada-china" dossier && DETENTE_USER=desk detente --today 2026-04-10 import -q dossier && detente export -o before.json

# An event with its claims and links; --reason is kept in the log.

$ DETENTE_USER=desk detente --today 2026-04-10 remove CC-M25B --reason "entered twice"
removed CC-M25B with 10 claims and 2 links; `detente undo` takes it back

$ detente show CC-M25B
? 1
detente: CC-M25B is no longer in the record: revision 2 (remove by desk on 2026-04-10) removed it: "entered twice"
  `detente undo 2` takes that revision back; `detente show CC-M25B --history` tells what it was

$ detente show CC-120 | sed -n '/^Links/,/^Sources/p'
Links
  CC-122, Carney makes an official visit to China, implements this
      The visit to which Xi had invited.

Sources

$ detente log | head -4
What was done to the record                                         times in UTC
────────────────────────────────────────────────────────────────────────────────
     2  10 Apr 2026, 00:00 · remove of CC-M25B,
        claim:CC-M25B/article-2025-11-01-turning-point/b…,

# Everything is there again, byte for byte.

$ detente --today 2026-04-10 undo && detente export | cmp - before.json
took back revision 2 (remove of CC-M25B and 12 more by desk, 10 Apr 2026): 13 added; revision 3

# What would go: the difference on standard output, and nothing is kept.

$ DETENTE_USER=desk detente --today 2026-04-10 remove -n link:CC-120/part_of/CC-M25B
Would change
remove by desk
────────────────────────────────────────────────────────────────────────────────
remove   link:CC-120/part_of/CC-M25B
  from            - CC-120
  relation        - part_of
  to              - CC-M25B

1 removed
link:CC-120/part_of/CC-M25B would be removed (dry run: nothing was kept)

$ detente remove -n --json link:CC-120/part_of/CC-M25B | sed -n '/"changes"/,$p'
link:CC-120/part_of/CC-M25B would be removed (dry run: nothing was kept)
  "changes": [
    {
      "type": "link",
      "id": "link:CC-120/part_of/CC-M25B",
      "action": "removed",
      "fields": [
        {"field": "from", "before": "CC-120"},
        {"field": "relation", "before": "part_of"},
        {"field": "to", "before": "CC-M25B"}
      ]
    }
  ],
  "added": 0,
  "updated": 0,
  "removed": 1
}

$ detente remove -n CC-M25B | tail -1
CC-M25B with 10 claims and 2 links would be removed (dry run: nothing was kept)
13 removed

$ detente export | cmp - before.json

# Several at once are one change. What goes along with another may be named too, and so may one twice.

$ detente remove CC-120 CC-121 link:CC-120/part_of/CC-M25B CC-120
removed CC-120 and CC-121 with 8 claims and 3 links; `detente undo` takes it back

$ detente undo -q && detente export | cmp - before.json

$ detente remove CC-120 CC-121 CC-122 CC-027 CC-026 CC-M22
removed CC-120 and 5 more with 10 claims and 9 links; `detente undo` takes it back

$ detente undo -q && detente export | cmp - before.json

# With a person the terms of office.

$ detente remove charles-iii && detente list terms --format csv | grep -c charles-iii
? 1
removed charles-iii with 2 terms; `detente undo` takes it back
0

$ detente undo -q && detente export | cmp - before.json

# A person may be named in words.

$ detente remove "Bob Carr" && detente undo -q
removed bob-carr with 1 term; `detente undo` takes it back

# As JSON.

$ detente remove --json CC-M22
{"id":"CC-M22","revision":12,"added":0,"updated":0,"removed":2,"unchanged":0,"remark":"with 1 link"}

$ (detente undo --json && detente export | cmp - before.json) 2>&1 | sed 's/ by [^ ,]*, [0-9]* [A-Z][a-z]* 20[0-9][0-9]/ by USER, DAY/'
{"id":"revision 12","revision":13,"added":2,"updated":0,"removed":0,"unchanged":0,"remark":"remove of CC-M22 and 1 more by USER, DAY"}

# What others name stays, and those who name it are told. Nothing has changed.

$ detente remove xi-jinping
? 3
detente: xi-jinping is still named by 10 events, such as CC-038, CC-M17 and CC-M22
  merge it into another, or edit these first

$ detente remove pmo-2025-carney-xi
? 3
detente: pmo-2025-carney-xi is still named by 2 events and 1 claim: CC-120, CC-M25B and claim:CC-M25B/pmo-2025-carney-xi/quote/to move quickly to resolv…
  merge it into another, or edit these first

$ detente remove CC-M22 huawei
? 3
detente: HUAWEI is known to the program itself: this record has no row of it to remove

$ detente export | cmp - before.json

# A country that is in a row of the record, but that the program knows too, may lose the row.

$ printf 'id,name\nCAN,The Dominion\nX-TEST,Testland\n' >countries.csv && printf 'id,name,country\np1,Test Person,X-TEST\n' >people.csv && detente import -q countries.csv people.csv && detente show CAN | head -1
part     field      value

$ detente remove CAN && detente show CAN | head -1
removed CAN; `detente undo` takes it back
part     field        value

$ detente remove CAN
? 3
detente: CAN is known to the program itself: this record has no row of it to remove

$ detente remove X-TEST
? 3
detente: X-TEST is still named by 1 person: p1
  edit these first

$ detente remove p1 X-TEST
removed p1 and X-TEST; `detente undo` takes it back

# Of several all go or none; the nearest names are told.

$ detente remove CC-M25
? 1
detente: nothing here is called "CC-M25"
  did you mean CC-M25A, CC-M25B or CC-M22?

$ detente remove CC-M22 CC-M999
? 1
detente: nothing here is called "CC-M999"
  did you mean CC-099?

$ detente show CC-M22 | head -1
Trudeau and Xi talk on the margins of the G20 in Bali [1]

$ detente remove
? 2
detente: `remove` needs ID...
  see `detente help remove`

$ detente remove ""
? 1
detente: nothing here is called ""

$ detente remove --format csv CC-M22
? 2
detente: what `remove` did is told as text or json, not as csv
  `detente diff --format csv` shows it afterwards

# An old id leads to another record, which is not what goes.

$ detente merge -q CC-027 CC-026 && detente remove CC-027
? 3
detente: CC-027 was merged into CC-026
  `detente remove CC-026` removes the record that both mean
