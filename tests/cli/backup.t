# A backup is one file that has passed all checks; restore takes the record back from it and keeps what was there.

$ detente import -q "$FIXTURES/canada-china"

$ detente backup monday.db
backed up 150 events, 578 kB, revision 1, verified

$ ls
detente.db
monday.db

# It is a record like any other, and holds the same.

$ detente --db monday.db export >a.json; detente export >b.json; cmp a.json b.json

$ detente --db monday.db check integrity

$ detente backup --json tuesday.db
{"backup":"tuesday.db","events":150,"bytes":577536,"revision":1,"content":"59d0daecedad0f6e48777eef376cb062","verified":true}

$ detente backup -q wednesday.db && rm tuesday.db wednesday.db

# What is there is not replaced unasked.

$ detente backup monday.db
? 2
detente: monday.db: the file is there already
  give another name, or replace it with --force

$ echo 'my notes' >notes.txt; detente backup notes.txt
? 2
detente: notes.txt: the file is there already, and is no detente record
  give another name, or replace it with --force

$ cat notes.txt
my notes

$ detente backup --force monday.db
backed up 150 events, 578 kB, revision 1, verified

# Nor is the record itself, by whatever name, and asked or not.

$ ln -s detente.db link.db; ln detente.db twin.db; detente backup --force detente.db; detente backup --force link.db; detente backup --force twin.db; rm link.db twin.db
detente: detente.db: this is the record itself
  give another name
detente: link.db: this is the record itself
  give another name
detente: twin.db: this is the record itself
  give another name

$ detente backup -
? 2
detente: a backup is a file, and cannot go to standard output
  name a file; `detente export` writes the content to standard output

$ detente backup .
? 2
detente: .: this is a folder
  name a file in it

$ detente backup nowhere/monday.db
? 4
detente: nowhere/monday.db: No such file or directory
  make the folder first, or name another

$ detente backup
? 2
detente: `backup` needs FILE
  see `detente help backup`

$ detente backup --format csv monday.db
? 2
detente: what `backup` did is told as text or json, not as csv
  leave --format out, or give --json

$ detente --db none.db backup none-backup.db
? 4
detente: there is no record none.db
  `detente import PATH` makes one; --db FILE or DETENTE_DB names another

# A backup of a file that somebody changed by other means is not made.

$ cp detente.db changed.db && sqlite3 changed.db "UPDATE event SET title = 'Other' WHERE id = 'CC-M25B'" && detente --db changed.db backup changed-backup.db
? 4
detente: changed-backup.db: the copy does not pass its checks, and was not kept: the records are not those that the log knows: another program changed them, or the file is damaged
  `detente check integrity` shows what is wrong with the record; export it and import it into a new one to keep what can be read

$ ls -A
a.json
b.json
changed.db
detente.db
monday.db
notes.txt

# The record is changed, and taken back.

$ printf 'id,kind,date,title\nZZ-1,other,2001,Wrong\n' >more.csv; detente --today 2026-04-10 import -q more.csv; detente list events --kind other --to 2001 --format csv | cut -d , -f 1-3
id,kind,date
ZZ-1,other,2001

$ detente restore monday.db
restored detente.db: 150 events, 578 kB, revision 1, verified
what was there is kept as detente.db.before-restore

$ detente list events --kind other --to 2001
? 1
detente: nothing found; the record does not claim to cover this, so that need not mean that nothing happened
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection

$ detente export >c.json; cmp a.json c.json; ls
a.json
b.json
c.json
changed.db
detente.db
detente.db.before-restore
monday.db
more.csv
notes.txt

$ detente --db detente.db.before-restore list events --kind other --to 2001 --format csv | cut -d , -f 1-3
id,kind,date
ZZ-1,other,2001

# Again: nothing that was kept is lost.

$ detente restore --json monday.db
{"restored":"detente.db","from":"monday.db","events":150,"bytes":577536,"revision":1,"content":"59d0daecedad0f6e48777eef376cb062","before":"detente.db.before-restore-2","verified":true}

$ detente --db new.db restore monday.db && detente --db new.db export | cmp - a.json
restored new.db: 150 events, 578 kB, revision 1, verified

# What is no backup, or is not whole, is not restored.

$ detente restore notes.txt
? 4
detente: notes.txt: this is not a detente record
  name a file that `detente backup` made

$ detente restore missing.db
? 4
detente: missing.db: No such file or directory
  name a file that `detente backup` made

$ detente restore detente.db
? 2
detente: detente.db: this is the record itself
  name a file that `detente backup` made

$ detente restore -
? 2
detente: -: a backup is a file, and cannot be read from standard input
  name the file

$ detente restore .
? 2
detente: .: this is no ordinary file
  name a backup

$ : >empty.db; detente restore empty.db
? 4
detente: empty.db: the file is empty
  name a file that `detente backup` made

$ detente restore changed.db
? 4
detente: changed.db: the records are not those that the log knows: another program changed them, or the file is damaged
  nothing was restored: name another backup

$ cp monday.db evil.db && sqlite3 evil.db 'CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM claim; END' && detente restore evil.db
? 4
detente: evil.db: the file holds the trigger "evil", which is not part of a record; nothing of it was run
  nothing was restored: name another backup

$ head -c 100000 monday.db >short.db; detente restore short.db
? 4
detente: short.db: the database says: database disk image is malformed
  nothing was restored: name another backup

$ sqlite3 other.db 'CREATE TABLE t (a)' && detente restore other.db
? 4
detente: other.db: this is not a detente record
  name a file that `detente backup` made

$ detente export | cmp - a.json; ls -A
a.json
b.json
c.json
changed.db
detente.db
detente.db.before-restore
detente.db.before-restore-2
empty.db
evil.db
monday.db
more.csv
new.db
notes.txt
other.db
short.db

# A record that is damaged is moved aside; what is no record only with --force.

$ head -c 100000 monday.db >detente.db; detente restore monday.db; detente export | cmp - a.json; wc -c <detente.db.before-restore-3
restored detente.db: 150 events, 578 kB, revision 1, verified
what was there is kept as detente.db.before-restore-3
100000

$ detente --db notes.txt restore monday.db
? 4
detente: notes.txt: the file is no detente record, or is so damaged that this cannot be told
  with --force it is kept as notes.txt.before-restore, and the backup takes its place

$ cat notes.txt; detente --db notes.txt restore --force monday.db; cat notes.txt.before-restore; detente --db notes.txt export | cmp - a.json
my notes
restored notes.txt: 150 events, 578 kB, revision 1, verified
what was there is kept as notes.txt.before-restore
my notes

# While a program has a file open, no other comes in its place.

$ : >busy.db-wal; detente backup busy.db
? 4
detente: busy.db: busy.db-wal is there: a program has a file of that name open, or was cut off while it wrote
  give another name, or take that file away with what belongs to it

$ detente --db busy.db restore monday.db
? 4
detente: busy.db: busy.db-wal is there: a program has a file of that name open, or was cut off while it wrote
  give another name, or take that file away with what belongs to it
