# Help is made from the tables of commands and options.

$ detente help
A sourced, dated record of what states do to and with one another.

Usage: detente [--db FILE] COMMAND ...

Begin
  init        make an empty record
  import      take in a dossier, CSV, JSON or JSON Lines; makes the record too

Ask
  timeline    everything of a pair, oldest first, by year
  between     what happened between two dates: surely, then possibly
  show        one record with all that hangs on it
  list        records of a type: events, people, terms, sources, links, ...

Take out
  export      all that the filters leave, as JSON (default) or another format
  sql         read the record with SQL; nothing can be changed

Look up
  date        how a date is read: its earliest and latest day
  countries   countries with their names and codes
  kinds       kinds of events: what they are called and how long they last
  formats     formats of answers and exports

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

$ detente help timeline | sed -n '/^Which/,/^$/p' >a; detente help export | sed -n '/^Which/,/^$/p' | cmp - a && grep -c -e --country a
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
