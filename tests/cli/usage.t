# What cannot be understood is answered with what was meant, and with exit code 2.

$ detente timelin CAN CHN
? 2
detente: no command "timelin"
  did you mean timeline? `detente help` lists the commands

$ detente xyzzy
? 2
detente: no command "xyzzy"
  `detente help` lists the commands

$ detente timeline CAN CHN --form 2018
? 2
detente: `timeline` has no option --form
  did you mean --from, --format or --force? See `detente help timeline`

$ detente timeline CAN CHN -json
? 2
detente: no option -j in -json
  did you mean --json? See `detente help timeline`

$ detente timeline CAN CHN --json=yes
? 2
detente: --json takes no value
  see `detente help timeline`

$ detente timeline CAN CHN -x
? 2
detente: `timeline` has no option -x
  see `detente help timeline`

# Global options stand before or after the command; so do the filters.

$ detente --jsn date 2018
? 2
detente: unknown option --jsn before the command
  did you mean --json? See `detente help`

$ detente --strict import events.csv
? 2
detente: unknown option --strict before the command
  an option of one command comes after it; see `detente help`

$ detente --json init
? 2
detente: `init` has no option --json
  see `detente help init`

$ detente --from 2018 version
? 2
detente: `version` has no option --from
  see `detente help version`

# Values.

$ detente timeline CAN CHN --from
? 2
detente: --from needs a value: --from DATE
  see `detente help timeline`

$ detente timeline CAN CHN --from --to 2018
? 2
detente: --from needs a value: --from DATE
  see `detente help timeline`

$ detente timeline CAN CHN --from=
? 2
detente: --from needs a value: --from DATE
  see `detente help timeline`

$ detente timeline CAN CHN --from 2018 --from=2019
? 2
detente: --from is given twice
  see `detente help timeline`

$ detente timeline CAN CHN --limit ten
? 2
detente: --limit takes a whole number, not "ten"
  see `detente help timeline`

$ detente timeline CAN CHN --limit=-1
? 2
detente: --limit takes a whole number, not "-1"
  see `detente help timeline`

$ detente version --color sometimes
? 2
detente: --color takes auto, always or never, not "sometimes"
  see `detente help version`

$ detente version --color=allways
? 2
detente: --color takes auto, always or never, not "allways"
  did you mean always? See `detente help version`

$ detente date 2018 --today tomorrow
? 2
detente: --today: 't' cannot stand here in a date (byte 1)
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025

# What contradicts itself.

$ detente date 2018 --json --format csv
? 2
detente: --json and --format csv contradict each other

$ detente date 2018 --crlf --lf
? 2
detente: --crlf and --lf contradict each other

$ detente between 2018 2019 --from 2017
? 2
detente: `between` takes no --from
  the dates are its two words: detente between FROM TO

$ detente timeline CAN CHN --pair USA,MEX
? 2
detente: `timeline` takes no --pair
  name the two as words; for several pairs: detente between FROM TO --pair A,B --pair C,D

# Words.

$ detente timeline CAN
? 2
detente: `timeline` needs two countries, as in `detente timeline Canada China`
  for all that one did: detente list events --country CAN

$ detente timeline South Korea Canada
? 2
detente: `timeline` takes no word "Canada"
  words that belong together go into quotes; see `detente help timeline`

$ detente init here
? 2
detente: `init` takes no word "here"
  see `detente help init`

$ detente sql SELECT 1
? 2
detente: `sql` takes no word "1"
  words that belong together go into quotes; see `detente help sql`

$ detente import
? 2
detente: `import` needs PATH...
  see `detente help import`

$ detente import - -
? 2
detente: standard input (-) can be read only once

# A record is made by init and import only.

$ detente timeline CAN CHN
? 4
detente: there is no record detente.db
  `detente import PATH` makes one; --db FILE or DETENTE_DB names another

$ ls

# An import looks at its files before it makes a record.

$ detente import nosuch.csv
? 4
detente: nosuch.csv: No such file or directory

$ touch rows.csv && detente import rows.csv --rejects rows.csv
? 2
detente: --rejects rows.csv would overwrite what is imported

$ ls
rows.csv

# A folder of files has no place on standard output.

$ detente init -q && detente export --format dossier
? 2
detente: dossier is a folder of files
  say which one: -o FOLDER

$ mkdir full && touch full/file && detente export --format dossier -o full
? 2
detente: the folder full is not empty
  give a new or an empty one, or replace the dossier in it with --force

$ detente export --format dossier -o rows.csv
? 2
detente: -o rows.csv is a file
  this format is a folder: give a new or an empty one

$ detente date 2018 -o full
? 2
detente: -o full is a folder
  this format is one file: give its name

$ detente timeline CAN CHN -o detente.db
? 2
detente: -o detente.db would overwrite the record itself
  give another file

# The environment: exit code 4. A reader that goes away is no failure.

$ detente version >&-
? 4
detente: standard output: Bad file descriptor

$ detente date 2018 -o nowhere/dates.txt
? 4
detente: nowhere/dates.txt: No such file or directory

$ (sleep 1; detente help; echo $? >code) | true; cat code
0

# Nothing hostile reaches the terminal.

$ detente "$(printf 'a\033[31mb\n\302\233c\342\200\256d\377')"
? 2
detente: no command "a\x1B[31mb\n\u{009B}c\u{202E}d\xFF"
  `detente help` lists the commands
