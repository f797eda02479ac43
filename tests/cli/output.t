# An answer is the same on standard output, in a file, and through a pipe.

$ detente date 2018-12 >a; detente date 2018-12 -o b; detente date 2018-12 --output=- >c; cmp a b && cmp a c

# Nothing else is left in the folder.

$ ls -A
a
b
c

# A file that was there is replaced as a whole and keeps its permissions; so does one behind a link.

$ chmod 640 b && detente date 2019 -o b && ls -l b | cut -c 1-10
-rw-r-----

$ ln -s b link && detente date 2018-12 -o link && cmp a b && ls -l link | cut -c 1
l

# A failure leaves what was there, and nothing beside it.

$ cp a old && detente date 2018 --format nonsense -o a 2>/dev/null
? 2

$ cmp a old && ls -A
a
b
c
link
old

# An answer that tells of a date that cannot be read is an answer: it is kept, and the exit code is 3.

$ detente date 2018-13 --json -o bad.json 2>/dev/null
? 3

$ grep -c 2018-13 bad.json
1

# The record itself is not written over.

$ detente init -q && cp detente.db before.db

$ detente date 2018 -o detente.db
? 2
detente: -o detente.db would overwrite the record itself
  give another file

$ DETENTE_DB=./detente.db detente date 2018 -o link -q && ln -sf detente.db link && detente --db detente.db date 2018 -o link
? 2
detente: -o link would overwrite the record itself
  give another file

$ cmp detente.db before.db

# What can be written to but not renamed is written to directly.

$ detente date 2018 -o /dev/null

$ detente date 2018 -o /dev/full
? 4
detente: /dev/full: No space left on device

$ detente date 2018 >/dev/full
? 4
detente: standard output: No space left on device

$ detente help >/dev/full
? 4
detente: standard output: No space left on device

$ detente date 2018 -o nowhere/file
? 4
detente: nowhere/file: No such file or directory
