# Help is made from the tables of commands and options.

$ detente help
A sourced, dated record of what states do to and with one another.

Usage: detente [--db FILE] COMMAND ...

Begin
  init        make an empty record
  import      take in a dossier, CSV, JSON or other people's data

Ask
  timeline    everything of a pair, oldest first, by year
  between     what happened between two dates: surely, then possibly
  brief       one sourced page on a pair: offices, meetings, what stands
  show        one record with all that hangs on it
  list        records of a type: events, statements, people, terms, ...
  search      full text over titles, summaries, quotes and names, best first
  inforce     standing measures on a day: tariffs, bans, sanctions, detention
  tariffs     tariffs on a day with rates and totals, or over a time as steps
  who         who is in office on a day; which offices a person held
  last        the last event of a kind before a day
  next        the next event of a kind after a day, planned ones too
  held        how long each lasted
  days        days between two dates or events
  chain       what an event answered, and what answered it
  stats       what the record holds: counts, coverage, what rests on one source

Change
  add         add a record
  edit        change a record
  remove      remove records, with what belongs to them
  merge       make two records one; the old id leads to the new
  link        say how one event bears on another
  claim       say what a source says of an event
  confirm     say that a measure still held on a day

Keep
  log         what was done to the record, or to one of its records
  diff        what a revision changed, or what is other between two
  undo        take a revision back, a whole import too
  check       what is probably wrong, where, and how it is repaired
  backup      a verified copy of the record
  restore     take the record back from a backup

Take out
  export      all that the filters leave, as JSON (default) or another format
  series      counts, sums or rates by period, for charts
  sql         read the record with SQL; nothing can be changed

Look up
  date        how a date is read: its earliest and latest day
  countries   countries with their names and codes
  kinds       kinds of events: what they are called and how long they last
  formats     formats of answers and exports
  profiles    other people's tables that import reads, and how

About
  help        this overview, or examples and options of a command
  version     the version of the program

`detente help COMMAND` shows examples and options of one.

# Without a command the overview goes to standard error, and the exit code says that nothing was done.

$ detente 2>/dev/null
? 2

$ detente 2>&1 >/dev/null | head -n 3
A sourced, dated record of what states do to and with one another.

Usage: detente [--db FILE] COMMAND ...

# The same overview for -h and --help.

$ detente help >a; detente -h >b; detente --help >c; cmp a b && cmp a c

# Help of one command: examples first, then options.

$ detente help date
detente date: how a date is read: its earliest and latest day

Usage: detente date [OPTION...] STRING...

Examples
  detente date 2018-12 '2018-12-01?' 2023-24
      a month, an uncertain day, a winter
  detente date 2023-02-29
      why it is no date; the exit code is 3
  detente date --json '[2014..2016]'
      one of three years, for a program

Format
  --format FORMAT           how to answer; see `detente formats`
  --json                    the same as --format json

Output
  -o, --output FILE         write there, whole or not at all
  --force                   also into a folder that is not empty
  --crlf                    tables: lines end in CR LF
  --lf                      tables: lines end in LF (default)
  --bom                     tables: begin with a byte order mark
  --safe-csv                tables: nothing a spreadsheet runs

Everywhere
  --db FILE                 the record; else $DETENTE_DB, detente.db
  --today DATE              the day that counts as today
  --color WHEN              auto, always or never
  --no-input                never wait for someone to type
  -q, --quiet               no remarks, only errors
  -h, --help                examples and options of a command
  --version                 the version

$ detente help date >a; detente date --help >b; detente -h date >c; detente date -h 2023 >d; cmp a b && cmp a c && cmp a d

# The filters are the same wherever events are asked for.

$ detente help list | sed -n '/^Which/,/^$/p' >a; detente help export | sed -n '/^Which/,/^$/p' | cmp - a && grep -c -e --country a
1

# An option of the command takes the place of a shared one of the same name.

$ detente help import | grep -e --format -e --json
  curl -s https://example.org/record.json | detente import --format json -
  --format FORMAT           what the files are: csv, tsv, json, jsonl, dossier
  --json                    the summary on standard output, as JSON

# Every command has a help with an example.

$ for c in $(detente help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do detente help $c | grep -q '^Examples$' || echo $c; done

# No line is wider than a terminal of 80 columns.

$ for c in '' $(detente help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do detente help $c; done | awk 'length > 80'

$ detente help timelin
? 2
detente: no command "timelin"
  did you mean timeline? `detente help` lists the commands

$ detente help import export
? 2
detente: `help` takes no word "export"
  words that belong together go into quotes; see `detente help help`

# What a command does not take is not in its help.

$ for c in inforce tariffs last next stats series search chain between timeline; do echo "$c:" $(detente help export | sed -n '/^Which/,/^$/s/^  \(--[a-z-]*\).*/\1/p' | while read -r o; do detente help $c | grep -q -e "^  $o " || echo "$o"; done); done
inforce: --from --to --match
tariffs: --match
last: --match --distinct --limit --after --reverse
next: --match --distinct --limit --reverse
stats: --distinct --limit --after --reverse
series: --limit --after --reverse
search: --distinct --after --reverse
chain: --distinct --after
between: --from --to
timeline: --pair

# The views that sql reads are all in its help.

$ detente init -q && detente sql "SELECT name FROM sqlite_schema WHERE type = 'view'" --format csv | sed 1d | while read -r v; do detente help sql | grep -q "$v" || echo "$v"; done
